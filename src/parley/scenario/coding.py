"""How a scenario codes what files hold, and the conditions of its rules on it."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from pydantic import Field, StrictBool, StrictInt, StrictStr, model_validator

from parley.games.casework.engine import Condition, Rule, Value
from parley.scenario.base import Slug, Strict, Text

Coded = StrictBool | StrictInt | StrictStr
Conditions = dict[Slug, Coded | tuple[StrictInt | StrictStr, ...]]

_COMPARED = re.compile(r"(>=|<=|==|>|<)\s*(-?\d+)")


class FactText(Strict):
    """What a file may hold: yes or no, a whole number, or one of some values.

    Which of these it is shows in ``default``, the value of a file that does not say.
    """

    label: Text
    default: Coded
    unit: Text | None = None
    values: tuple[StrictStr, ...] = ()

    @model_validator(mode="after")
    def _of_one_kind(self) -> "FactText":
        if self.values and self.default not in self.values:
            raise ValueError(f"default is one of {', '.join(self.values)}; got {self.default!r}")
        if len(set(self.values)) != len(self.values):
            raise ValueError("values must differ")
        if isinstance(self.default, str) and len(self.values) < 2:
            raise ValueError("a default in words needs 'values', the two or more that there are")
        if self.unit and (self.values or isinstance(self.default, bool)):
            raise ValueError("only a number has a unit")
        return self

    @property
    def domain(self) -> frozenset[Value]:
        """All values, or nothing for a number."""
        if isinstance(self.default, bool):
            return frozenset((False, True))
        return frozenset(self.values)

    @property
    def takes(self) -> str:
        """What a value may be, in words."""
        if isinstance(self.default, bool):
            return "true or false"
        return f"one of {', '.join(self.values)}" if self.values else "a whole number"

    def fits(self, value: Any) -> bool:
        """Tell whether a value is one that the fact may have."""
        return type(value) is type(self.default) and (not self.values or value in self.values)

    def say(self, value: Value) -> str:
        """Return a value with its label, such as ``Troops: 13,500 soldiers``."""
        if isinstance(value, bool):
            said = "yes" if value else "no"
        else:
            said = f"{value:,}" if isinstance(value, int) else value
        return f"{self.label}: {said}{f' {self.unit}' if self.unit else ''}"


class Breach(Strict):
    """Decisions that break the law where a rule decides, and what is then said."""

    decisions: tuple[Slug, ...] = Field(min_length=1)
    says: Text


class RuleText(Strict):
    """A rule: its card, its text and source, when it holds, and what it decides."""

    id: Slug
    label: Text
    text: Text
    source: Text
    decision: Slug
    when: Conditions = {}
    any: tuple[Conditions, ...] = ()
    breach: Breach | None = None

    @property
    def free(self) -> bool:
        """Whether it holds in every file."""
        return not self.when and not self.any

    def faults(self, facts: Mapping[str, FactText], decisions: Collection[str]) -> Iterator[str]:
        """Yield what it names that is not there, and conditions that its facts cannot meet."""
        where = f"rules: {self.id}"
        barred = self.breach.decisions if self.breach else ()
        for name in (self.decision, *barred):
            if name not in decisions:
                yield f"{where}: decision is one of {', '.join(decisions)}; got {name!r:.40}"
        if self.decision in barred:
            yield f"{where}: breach names {self.decision}, which the rule itself decides"
        if self.any and not all(self.any):
            yield f"{where}: an empty alternative under 'any' always holds; remove 'any'"
        for some in (self.when, *self.any):
            for name, raw in some.items():
                yield from _misfit(f"{where}: {name}", name, raw, facts)


def rule_of(rule: RuleText, facts: Mapping[str, FactText]) -> Rule:
    """Return a rule without faults as the engine reads it."""
    either = tuple(_conditions(some) for some in rule.any)
    breach = (rule.breach.decisions, rule.breach.says) if rule.breach else ((), "")
    words = (rule.id, rule.label, rule.text, rule.source, rule.decision)
    return Rule(*words, _conditions(rule.when), either, *breach)


def coded(where: str, values: Mapping[str, Any], facts: Mapping[str, FactText]) -> Iterator[str]:
    """Yield what is wrong with the coded facts of a file."""
    for name, value in values.items():
        if name not in facts:
            yield f"{where}: no fact {name!r:.40}; facts are {', '.join(facts)}"
        elif not facts[name].fits(value):
            yield f"{where}: {name} is {facts[name].takes}; got {value!r:.40}"


def _misfit(where: str, name: str, raw: Any, facts: Mapping[str, FactText]) -> Iterator[str]:
    """Yield what is wrong with one condition."""
    if name not in facts:
        yield f"{where} is not declared under 'facts', which has {', '.join(facts)}"
        return
    fact, wanted = facts[name], _condition(name, raw)
    number = not fact.domain
    if wanted.sign and not number:
        yield f"{where} is {fact.takes}, not a number; got {raw!r:.40}"
    for value in wanted.values:
        if not fact.fits(value):
            more = ' or a comparison such as ">=9"' if number else ""
            yield f"{where} is {fact.takes}{more}; got {raw!r:.40}"


def _conditions(some: Conditions) -> tuple[Condition, ...]:
    return tuple(_condition(name, raw) for name, raw in some.items())


def _condition(name: str, raw: Any) -> Condition:
    """Return a condition as it stands in YAML: a value, a list of values, or a comparison."""
    if isinstance(raw, tuple):
        return Condition(name, raw)
    found = _COMPARED.fullmatch(raw) if isinstance(raw, str) else None
    if not found:
        return Condition(name, (raw,))
    sign = "" if found[1] == "==" else found[1]
    return Condition(name, (int(found[2]),), sign)
