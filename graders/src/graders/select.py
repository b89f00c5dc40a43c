"""Select a scenario's profiles from random candidates, so that all are equally difficult.

A family plugs in with two modules.  `graders.select_<family>` has ``candidate(found, rng)``: a
profile as plain data, as it would stand in the scenario's YAML beneath its id.  `graders.check_
<family>` has ``profile_facts(found, profile)``, whose result tells of ``noisy`` (the marks of the
noisy bots, a tuple), ``naive`` (the marks of naive policies, by name), ``floor`` (in points) and
``first`` (the kind of best first move).  A rule that only one family has stands in an optional
``fits(found, facts)`` of `graders.select_<family>`: whether a candidate keeps it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from itertools import combinations_with_replacement
from random import Random
from statistics import median
from typing import Any, Protocol

import yaml

from graders.verdicts import NAIVE_LIMIT, SPREAD
from parley import scenario
from parley.data import data_folder
from parley.errors import ParleyError
from parley.scenario import Scenario, model_of
from parley.scenario.source import read_yaml

WIDEST = 2**0.5
"""Floors this far from one middle at most lie within half to twice the median of any choice."""

Plain = dict[str, Any]


class Facts(Protocol):
    """What one candidate comes to; a family's own facts may tell more."""

    @property
    def noisy(self) -> tuple[float, ...]:
        """The marks of the noisy bots."""

    @property
    def naive(self) -> dict[str, float]:
        """The marks of naive policies, by name."""

    @property
    def floor(self) -> float:
        """What the passive policy loses, in points."""

    @property
    def first(self) -> str:
        """The kind of the best first move."""


@dataclass(frozen=True)
class Chosen:
    """The profiles that were chosen, and how alike they are.

    ``spread`` is the most by which the marks of one and the same bot differ; ``firsts`` counts the
    best first moves; ``kept`` of ``tried`` candidates broke no rule alone.
    """

    practice: tuple[Plain, ...]
    counted: tuple[Plain, ...]
    spread: float
    firsts: dict[str, int]
    kept: int
    tried: int

    def lines(self) -> Iterator[str]:
        """Yield what was chosen, then the profiles as YAML, to be pasted into the scenario."""
        firsts = ", ".join(f"{kind} {times}" for kind, times in sorted(self.firsts.items()))
        yield f"# {self.kept} of {self.tried} candidates break no rule alone."
        yield (
            f"# Marks of one bot are at most {self.spread:.1f} apart, {SPREAD:g} being allowed; "
            f"first moves: {firsts}."
        )
        yield "profiles:"
        for use, letter, group in (
            ("practice", "p", self.practice),
            ("counted", "c", self.counted),
        ):
            if group:
                yield f"  {use}:"
            for number, plain in enumerate(group, start=1):
                yield f"    - id: {letter}{number}"
                yield from _fields(plain)


def candidates(exercise: str, count: int, seed: int) -> tuple[Scenario, list[Plain]]:
    """Return an exercise with random candidates in place of its profiles, and those as plain data.

    Parameters
    ----------
    exercise : str
        The exercise, whose file has one profile at least, be it only a pattern.
    count : int
        How many candidates.
    seed : int
        Other seeds give other candidates.

    Returns
    -------
    Scenario, list of dict
        Its practice profiles are the candidates, named x1 and so on, in the list's order.

    Raises
    ------
    ParleyError
        If there is no such exercise, or its game draws no profiles.
    """
    found = scenario.load(exercise)
    if not find_spec(f"graders.select_{found.game}"):
        raise ParleyError(
            f"{exercise}: no profiles can be drawn for the game {found.game!r}. Write them, "
            "and see 'parley scenario check'."
        )
    family = import_module(f"graders.select_{found.game}")
    plain = [
        family.candidate(found, Random(f"{exercise} {seed} {number}"))
        for number in range(1, count + 1)
    ]
    named = [{"id": f"x{number}"} | one for number, one in enumerate(plain, start=1)]
    path = data_folder() / "scenarios" / f"{exercise}.yaml"
    content = read_yaml(path) | {"profiles": {"practice": named}}
    return model_of(path).model_validate(content), plain


def select(
    exercise: str,
    count: int = 200,
    seed: int = 1,
    sizes: tuple[int, int] = (6, 6),
    watched: Callable[[Sequence[Any]], Iterable[Any]] = iter,
) -> Chosen:
    """Choose profiles of equal difficulty for an exercise from random candidates.

    Parameters
    ----------
    exercise : str
        The exercise.
    count : int
        How many candidates to draw; each is solved, which takes seconds.
    seed : int
        Other seeds give other candidates; the same one gives the same.
    sizes : tuple of int
        How many profiles to practise on, and how many that count.
    watched : callable
        Goes through the candidates while they are solved; a progress bar, for example.

    Returns
    -------
    Chosen
        The profiles, as plain data.

    Raises
    ------
    ParleyError
        If too few candidates break no rule.

    Examples
    --------
    >>> from graders.select import select
    >>> chosen = select("tent-short", count=12, sizes=(2, 2))
    >>> len(chosen.practice), len(chosen.counted), chosen.tried
    (2, 2, 12)
    """
    found, plain = candidates(exercise, count, seed)
    profile_facts = import_module(f"graders.check_{found.game}").profile_facts
    fits = getattr(import_module(f"graders.select_{found.game}"), "fits", _anything)
    known = [
        (one, facts)
        for one, profile in watched(list(zip(plain, found.profiles.practice, strict=True)))
        if _alone(facts := profile_facts(found, profile)) and fits(found, facts)
    ]
    kept = _near_the_middle(_unlike(known))
    groups = choose([facts for _, facts in kept], sizes)
    if groups is None:
        raise ParleyError(
            f"{exercise}: {len(kept)} of {count} candidates break no rule, which is too few for "
            f"{sizes[0]} and {sizes[1]} profiles with two kinds of best first move in each group. "
            "Draw more candidates, or change the terms or the first profile."
        )
    practice, counted = (tuple(kept[place][0] for place in group) for group in groups)
    taken = [kept[place][1] for group in groups for place in group]
    firsts = Counter(facts.first for facts in taken)
    return Chosen(practice, counted, spread(taken), dict(firsts), len(kept), count)


def choose(facts: Sequence[Facts], sizes: tuple[int, int]) -> tuple[list[int], list[int]] | None:
    """Return the places of those most alike, in two groups with two kinds of first move each.

    Every choice lies in a box of marks.  Each middle of two candidates is tried as the box's, and
    the nearest candidates are taken, as long as each group can have a second kind of first move.

    Parameters
    ----------
    facts : sequence of Facts
        The candidates.
    sizes : tuple of int
        How many for each group: none, or at least two.

    Returns
    -------
    tuple of list of int, or None
        The places of both groups, in order; None if there is no such choice.
    """
    groups = sum(size > 0 for size in sizes)
    total = sum(sizes)
    marks = [one.noisy for one in facts]
    best: list[int] = []
    for a, b in combinations_with_replacement(marks, 2):
        middle = [(x + y) / 2 for x, y in zip(a, b, strict=True)]
        taken = _nearest(facts, middle, total, total - groups)
        if len(taken) == total and (not best or _apart(facts, taken) < _apart(facts, best)):
            best = taken
    return _parted(facts, best, sizes) if best else None


def spread(facts: Sequence[Facts]) -> float:
    """Return the most by which the marks of one and the same bot differ.

    Parameters
    ----------
    facts : sequence of Facts
        The profiles.

    Returns
    -------
    float
        Marks.
    """
    return max(max(marks) - min(marks) for marks in zip(*(one.noisy for one in facts), strict=True))


def _anything(found: Scenario, facts: Any) -> bool:
    return True


def _alone(facts: Facts) -> bool:
    """Tell whether a candidate has something at stake, and no naive policy pays with it."""
    return facts.floor > 0 and all(mark < NAIVE_LIMIT for mark in facts.naive.values())


def _unlike(known: list[tuple[Plain, Any]]) -> list[tuple[Plain, Any]]:
    """Return the candidates without twins: who practises on one must not meet it when it counts.

    Twins are those whose bots mark alike for the same stake, even if their data differ: they are
    one game in other names.
    """
    return list({(facts.noisy, facts.floor): (plain, facts) for plain, facts in known}.values())


def _near_the_middle(known: list[tuple[Plain, Any]]) -> list[tuple[Plain, Any]]:
    """Return the candidates whose floors are so near to the median that any choice is lawful."""
    if not known:
        return []
    middle = median(facts.floor for _, facts in known)
    return [
        (plain, facts)
        for plain, facts in known
        if middle / WIDEST <= facts.floor <= middle * WIDEST
    ]


def _nearest(facts: Sequence[Facts], middle: list[float], total: int, most: int) -> list[int]:
    """Return the nearest to a middle, of which at most so many begin best in the same way."""
    distance = [max(abs(x - y) for x, y in zip(one.noisy, middle, strict=True)) for one in facts]
    kinds: Counter[str] = Counter()
    taken: list[int] = []
    for place in sorted(range(len(facts)), key=distance.__getitem__):
        if len(taken) < total and kinds[facts[place].first] < most:
            kinds[facts[place].first] += 1
            taken.append(place)
    return taken


def _apart(facts: Sequence[Facts], places: list[int]) -> float:
    return spread([facts[place] for place in places])


def _parted(
    facts: Sequence[Facts], places: list[int], sizes: tuple[int, int]
) -> tuple[list[int], list[int]]:
    """Deal the chosen in turn, the rarest kind of first move first, so that both groups get two."""
    kinds = Counter(facts[place].first for place in places)
    rarest = sorted(places, key=lambda place: (kinds[facts[place].first], facts[place].first))
    groups: tuple[list[int], list[int]] = ([], [])
    for number, place in enumerate(rarest):
        turn = number % 2
        groups[turn if len(groups[turn]) < sizes[turn] else 1 - turn].append(place)
    return sorted(groups[0]), sorted(groups[1])


def _fields(plain: Plain) -> Iterator[str]:
    """Yield the fields of a profile as YAML; a list of mappings takes a line for each."""
    for name, value in plain.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            yield f"      {name}:"
            yield from (f"        - {_flow(one)}" for one in value)
        else:
            yield f"      {name}: {_flow(value)}"


def _flow(value: Any) -> str:
    text = yaml.safe_dump(value, default_flow_style=True, sort_keys=False, width=10**6)
    return text.removesuffix("...\n").strip()
