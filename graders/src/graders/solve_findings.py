"""Reckon the right answers of a report, for every way in which each question can be asked."""

from fractions import Fraction
from typing import Any

from parley.games.findings.procedures import PROCEDURES
from parley.games.findings.reckon import Found
from parley.games.findings.sheet import Sheet
from parley.scenario.findings import FindingsProfile, FindingsScenario, QuestionText, Spec
from parley.scenario.findings_limits import met


def solution(found: FindingsScenario, profile: FindingsProfile) -> dict[str, Any]:
    """Return the key of a profile.

    Parameters
    ----------
    found : FindingsScenario
        The scenario.
    profile : FindingsProfile
        The profile.

    Returns
    -------
    dict
        For each question a list, with an entry for each way to ask it: ``value`` as fractions in
        text or ``sentence``, ``steps``, ``mistakes`` as pairs of a value and its words, ``faults``.
    """
    return {
        name: [_entry(found, profile, found.question(name), ask) for ask in asks]
        for name, asks in profile.asks.items()
    }


def reckoned(question: QuestionText, spec: Spec, sheet: Sheet, ask: Spec) -> Found:
    """Return what a procedure finds for one way to ask a question."""
    return PROCEDURES[str(spec["by"])].reckon(sheet, **question.arguments(spec, ask))


def _entry(
    found: FindingsScenario, profile: FindingsProfile, question: QuestionText, ask: Spec
) -> dict[str, Any]:
    sheet = found.sheet(profile, question.table)
    if question.reckon:
        return _number(reckoned(question, question.reckon, sheet, ask))
    rests = {name: reckoned(question, spec, sheet, ask) for name, spec in question.rests.items()}
    values = {key: number for name, one in rests.items() for key, number in _by_end(name, one)}
    able = (one for one in question.sentences if not one.never)
    right = next(one for one in able if met(one.when, values))
    return {
        "sentence": right.id,
        "steps": list(dict.fromkeys(step for one in rests.values() for step in one.steps)),
        "faults": {one.id: one.why.rstrip(".") for one in question.sentences if one is not right},
    }


def _by_end(name: str, one: Found) -> list[tuple[str, Fraction]]:
    """Return the number by its name, or the lowest and the highest by theirs."""
    names = [name] if len(one.value) == 1 else [f"{name}-low", f"{name}-high"]
    return list(zip(names, one.value, strict=True))


def _number(one: Found) -> dict[str, Any]:
    mistakes = [[list(map(str, found.value)), found.says] for found in one.mistakes]
    return {"value": list(map(str, one.value)), "steps": list(one.steps), "mistakes": mistakes}
