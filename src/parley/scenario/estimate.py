"""The claim desks: one exercise for each module, made from its claims and its statements."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, RootModel, model_validator

from parley import claims
from parley.chance import shuffled
from parley.data import data_folder
from parley.errors import ParleyError
from parley.games.estimate.scoring import Scale
from parley.games.estimate.state import Claim, Option, Ruling, Source, Variant, Words
from parley.record import Header
from parley.scenario.base import (
    Brief,
    Criterion,
    Profile,
    Profiles,
    Reason,
    Scenario,
    SetText,
    Slug,
    Strict,
    Text,
    unique,
)
from parley.scenario.source import parse
from parley.sources import cite, cite_full, source

Pool = Literal["claims", "statements"]
PACE = Fraction(3, 4)
"""How long one claim takes, in minutes."""


class OptionText(Strict):
    """One answer of the scale."""

    id: Slug
    label: Text
    note: Text


class DeskText(Strict):
    """The texts of a kind of desk, and its scale.

    ``answers`` go from the most trusting to the most doubting; the last ``apart`` of them stand
    outside this order.  ``near`` is how right the neighbour of the right answer is.
    """

    noun: Text
    nouns: Text
    ask: Text
    near: Literal[0, 1] = 0
    apart: int = Field(0, ge=0)
    brief: Brief
    answers: tuple[OptionText, ...] = Field(min_length=2)

    @cached_property
    def scale(self) -> Scale:
        """The answers and what they cost."""
        ids = tuple(answer.id for answer in self.answers)
        return Scale(ids, len(ids) - self.apart, Fraction(self.near, 2))


class DesksText(Strict):
    """What all claim desks have in common: ``data/scenarios/claim-desk.yaml``.

    ``subjects`` are the modules' short titles, ``texts`` what the source texts are called;
    ``per_attempt`` is how many statements an attempt holds that counts.
    """

    version: int = Field(ge=1)
    game: Literal["estimate"]
    title: Text
    summary: Text
    assumptions: Text
    sources: tuple[Text, ...] = Field(min_length=1)
    per_attempt: int = Field(15, ge=1)
    subjects: dict[str, Text]
    texts: dict[str, Text]
    desks: dict[Pool, DeskText]
    reasons: tuple[Reason, ...] = ()
    criteria: dict[Slug, Criterion]


class EstimateProfile(Profile):
    """The pool from which a desk draws."""

    pool: Pool


class EstimateProfiles(Profiles):
    """The claims to practise on, and the statements that count, if there are any."""

    practice: tuple[EstimateProfile, ...] = Field(min_length=1)
    counted: tuple[EstimateProfile, ...] = ()


class EstimateScenario(Scenario):
    """The claim desk of one module."""

    game: Literal["estimate"]
    names: tuple[dict[str, str], ...] = ({},)
    per_attempt: int
    texts: dict[str, Text]
    desks: dict[Pool, DeskText]
    profiles: EstimateProfiles

    def numbers(self, profile: EstimateProfile) -> Scale:
        """Return the answers of a desk and what they cost."""
        return self.desks[profile.pool].scale

    def solution(self, profile: str, folder: Path) -> dict[str, Any]:
        """Return the key of a desk: of claims from their table, of statements from ``key.yaml``.

        Parameters
        ----------
        profile : str
            The profile.
        folder : pathlib.Path
            The folder of the exercise's keys.

        Returns
        -------
        dict
            For each claim by its id ``answer``, ``why``, and ``sources`` as pairs of a short and
            a full form.

        Raises
        ------
        ParleyError
            If the key is not there, or is wrong.
        """
        if self.profile(profile).pool == "claims":
            return key_of_practice(self.module)
        return _key_in(folder / "key.yaml", self.exercise, self.desks["statements"].scale.answers)

    def deal(
        self,
        header: Header,
        profile: EstimateProfile,
        hidden: int,
        part: str,
        opening: tuple[Any, ...] = (),
    ) -> Variant:
        """Return what lies on the desk in an attempt; see `Scenario.deal`."""
        if profile.pool == "claims":
            key = (*header.words(), part, "order")
            shown = shuffled([self._claim(claim) for claim in claims.claims(self.module)], *key)
        else:
            shown = self._draw(header)
        return Variant(self.numbers(profile), tuple(shown), self._words(profile.pool))

    def _draw(self, header: Header) -> list[Claim]:
        """Return the statements of an attempt; none comes twice, whatever the attempt."""
        pool = [Claim(one.id, one.text) for one in claims.statements(self.module)]
        order = shuffled(pool, *header.words(attempt=0), "statements")
        count = self.per_attempt
        chosen = order[(header.attempt - 1) * count : header.attempt * count]
        if len(chosen) < count:
            raise ParleyError(
                f"{self.exercise}: attempt {header.attempt} needs {count} new statements, "
                f"{len(chosen)} are left. Allow fewer attempts."
            )
        return chosen

    def _claim(self, claim: claims.Claim) -> Claim:
        where = self.texts.get(claim.text)
        if where is None:
            raise ParleyError(
                f"{self.exercise}: claim {claim.id}: text is one of {', '.join(self.texts)}; got "
                f"{claim.text!r:.60}. Correct it, or add the text to 'texts' of claim-desk.yaml."
            )
        origin = f"From {where}, section “{claim.section}”."
        ruling = Ruling(claim.verdict, claim.explanation, _sources(claim.sources))
        return Claim(claim.id, claim.claim, origin, ruling)

    def _words(self, pool: Pool) -> Words:
        desk = self.desks[pool]
        return Words(
            title=self.title,
            noun=desk.noun,
            nouns=desk.nouns,
            ask=desk.ask,
            situation=desk.brief.situation,
            task=desk.brief.task,
            options=tuple(Option(one.id, one.label, one.note) for one in desk.answers),
            reasons=tuple((reason.id, reason.text) for reason in self.reasons),
        )


@dataclass(frozen=True)
class _Cited(Sequence[Source]):
    """Sources that are put into words only when they are read, for this takes a while."""

    ids: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.ids)

    def __getitem__(self, place: Any) -> Any:
        return tuple(Source(cite(key), cite_full(key)) for key in self.ids)[place]


class _Entry(Strict):
    """What the key says of a statement."""

    id: Text
    answer: Text
    why: Text
    sources: tuple[Text, ...] = ()


class _Key(RootModel[tuple[_Entry, ...]]):
    @model_validator(mode="after")
    def _once(self) -> "_Key":
        unique("ids in the key", [entry.id for entry in self.root])
        return self


def claim_desk(module: str) -> EstimateScenario:
    """Return the claim desk of a module.

    Parameters
    ----------
    module : str
        Two digits, such as ``"04"``.

    Returns
    -------
    EstimateScenario
        The exercise ``claim-desk-04``: all claims of the module to practise on, and its statements
        to be drawn from where it counts.

    Raises
    ------
    ParleyError
        If the module has no claims, or a file is wrong.
    """
    return _desk(module, data_folder())


def key_of_practice(module: str) -> dict[str, Any]:
    """Return the key of a module's claims, as `parley.games.estimate.values` reads it."""
    return {
        claim.id: _plain(claim.verdict, claim.explanation, claim.sources)
        for claim in claims.claims(module)
    }


@cache
def _common(path: Path) -> DesksText:
    return parse(DesksText, path)


@cache
def _desk(module: str, folder: Path) -> EstimateScenario:
    """Return the claim desk of a module, from the data in a folder."""
    common = _common(folder / "scenarios" / "claim-desk.yaml")
    count = len(claims.claims(module))
    counted = (EstimateProfile(id="statements", pool="statements"),)
    subject = common.subjects.get(module, f"module {module}")
    return EstimateScenario(
        exercise=f"claim-desk-{module}",
        version=common.version,
        game=common.game,
        module=module,
        title=common.title.format(subject=subject),
        minutes=min(60, max(1, round(count * PACE))),
        summary=common.summary.format(subject=subject),
        assumptions=common.assumptions,
        sources=common.sources,
        brief=common.desks["claims"].brief,
        reasons=common.reasons,
        criteria=common.criteria,
        set=SetText(plays=1, positions=0, share_of_plays=100),
        per_attempt=common.per_attempt,
        texts=common.texts,
        desks=common.desks,
        profiles=EstimateProfiles(
            practice=(EstimateProfile(id="claims", pool="claims"),),
            counted=counted if claims.statements(module) else (),
        ),
    )


def _plain(answer: str, why: str, ids: tuple[str, ...]) -> dict[str, Any]:
    """Return one entry of a key as plain data."""
    return {"answer": answer, "why": why, "sources": _sources(ids)}


def _sources(ids: tuple[str, ...]) -> Sequence[Source]:
    """Return sources by their keys, each of which there must be."""
    for key in ids:
        source(key)
    return _Cited(ids)


def _key_in(path: Path, exercise: str, known: tuple[str, ...]) -> dict[str, Any]:
    """Return the key in a file, its answers and sources checked."""
    if not path.is_file():
        raise ParleyError(
            f"{exercise}: its key is not at {path}. Restore the file, or set PARLEY_KEYS to the "
            "folder that holds it."
        )
    entries = parse(_Key, path).root
    for entry in entries:
        if entry.answer not in known:
            raise ParleyError(
                f"{path}: {entry.id}: answer is one of {', '.join(known)}; got "
                f"{entry.answer!r:.60}. Correct it."
            )
    return {entry.id: _plain(entry.answer, entry.why, entry.sources) for entry in entries}
