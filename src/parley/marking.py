"""Marks from regrets: what each move gave away, on what the trainee could know.

The mark of a play is 100 × (1 − loss / floor), cut to 0…100: the loss is the sum of its regrets,
the floor the same sum for the passive player, who walks out at once.  An unfinished play is marked
as if its trainee had walked out where it stopped; an unanswered position gives nothing.
"""

from dataclasses import dataclass
from typing import Any

from parley import scenario
from parley.games.bargaining import rules
from parley.games.bargaining.steps import Step
from parley.play import Part, Play
from parley.scenario.bargaining import BargainingScenario
from parley.solutions import Solutions, solutions

WALK = Step("walk-out")
UNDONE = "What was left undone"
CUT = "No play or position counts below 0"


@dataclass(frozen=True)
class Criterion:
    """What a kind of decision cost, in marks of 100, and why."""

    name: str
    cost: float
    reason: str


@dataclass(frozen=True)
class PartMark:
    """The mark of one part, and the regret of each of its moves in hundredths of a point.

    ``share`` is the part's share of the whole mark; ``undone`` is the regret of stopping early.
    """

    id: str
    label: str
    share: float
    floor: float
    regrets: tuple[float, ...]
    undone: float

    @property
    def uncut(self) -> float:
        """The mark before it is cut to 0…100."""
        return 100 * (1 - (sum(self.regrets) + self.undone) / self.floor)

    @property
    def mark(self) -> float:
        """The mark of the part, 0 to 100."""
        return min(100.0, max(0.0, self.uncut))


@dataclass(frozen=True)
class Mark:
    """The mark of an attempt, 0 to 100, split by criterion.

    The costs of the criteria, and of caps, add up to 100 less the mark before it is cut at 0.
    """

    exercise: str
    trainee: str
    attempt: int
    mark: float
    criteria: tuple[Criterion, ...]
    caps: tuple[str, ...]
    parts: tuple[PartMark, ...]
    max: int = 100

    def plain(self) -> dict[str, Any]:
        """Return the mark as plain data, as the command line prints it."""
        return {
            "exercise": self.exercise,
            "trainee": self.trainee,
            "attempt": self.attempt,
            "mark": self.mark,
            "max": self.max,
            "criteria": [vars(criterion) for criterion in self.criteria],
            "caps": list(self.caps),
        }


def mark(play: Play, solved: Solutions | None = None) -> Mark:
    """Return the mark of an attempt.

    Parameters
    ----------
    play : Play
        The attempt, replayed.
    solved : Solutions, optional
        The solved profiles; found if not given.

    Returns
    -------
    Mark
        The mark and what each kind of decision cost.

    Raises
    ------
    ParleyError
        If the attempt counts and its solutions are not installed.
    """
    found = scenario.load(play.header.exercise)
    solved = solved or solutions(play.header)
    shares = _shares(play, found)
    parts = tuple(mark_part(part, solved, shares[part.draw.id]) for part in play.parts.values())
    total = sum(part.share * part.mark for part in parts)
    if len(parts) > 1:
        criteria = _criteria(found, play, parts, cut=True)
    else:
        criteria = _criteria(found, play, parts, cut=False)
    header = play.header
    return Mark(
        header.exercise, header.trainee, header.attempt, round(total, 2), criteria, (), parts
    )


def mark_part(part: Part, solved: Solutions, share: float) -> PartMark:
    """Return the mark of one part of an attempt.

    Parameters
    ----------
    part : Part
        The part, replayed.
    solved : Solutions
        The solved profiles.
    share : float
        Its share of the whole mark.

    Returns
    -------
    PartMark
        Its regrets, floor and mark.
    """
    values = solved.values(part.draw.profile)
    regrets = tuple(values.regret(state.info, step) for state, step in decisions(part))
    if part.draw.position:
        floor = float(solved.floors()[part.draw.position])
        undone = 0.0 if part.done else floor
    else:
        floor = values.regret(part.states[0].info, WALK)
        undone = 0.0 if part.done else values.regret(part.states[-1].info, WALK)
    return PartMark(part.draw.id, part.draw.label, share, floor, regrets, undone)


def decisions(part: Part) -> list[tuple[Any, Step]]:
    """Return each state of a part in which a move was made, with the move as a step."""
    return [
        (state, rules.to_step(state.variant, move))
        for state, move in zip(part.states, part.moves, strict=False)
    ]


def _shares(play: Play, found: BargainingScenario) -> dict[str, float]:
    """Return the share of each part in the mark; they add up to 1."""
    if play.practice:
        return {name: 1 / len(play.parts) for name in play.parts}
    plays = [name for name, part in play.parts.items() if not part.draw.position]
    positions = [name for name, part in play.parts.items() if part.draw.position]
    weight = found.set.share_of_plays / 100 if positions else 1.0
    weight = weight if plays else 0.0
    return {name: weight / len(plays) for name in plays} | {
        name: (1 - weight) / len(positions) for name in positions
    }


def _criteria(
    found: BargainingScenario, play: Play, parts: tuple[PartMark, ...], cut: bool
) -> tuple[Criterion, ...]:
    """Return what each kind of decision cost, and what was left undone."""
    criteria = []
    for criterion in found.criteria.values():
        lost = [
            (100 * part.share * regret / part.floor)
            for part in parts
            for regret, move in zip(part.regrets, play.parts[part.id].moves, strict=True)
            if move["kind"] in criterion.moves
        ]
        criteria.append(Criterion(criterion.label, round(sum(lost), 2), _say_losses(lost)))
    undone = [100 * part.share * part.undone / part.floor for part in parts if part.undone]
    if undone:
        reason = f"{len(undone)} of {len(parts)} parts not finished; each counts as left there."
        criteria.append(Criterion(UNDONE, round(sum(undone), 2), reason))
    below = sum(part.share * (part.uncut - part.mark) for part in parts)
    if cut and below:
        criteria.append(Criterion(CUT, round(below, 2), "A part that cost more than it could."))
    return tuple(criteria)


def _say_losses(lost: list[float]) -> str:
    """Say how many decisions there were, and how many of them gave something away."""
    if not lost:
        return "You made none."
    dear = [cost for cost in lost if cost > 0]
    if not dear:
        return f"{len(lost)} decisions, none of which gave anything away."
    return f"{len(dear)} of {len(lost)} decisions gave something away, the dearest {max(dear):.1f}."
