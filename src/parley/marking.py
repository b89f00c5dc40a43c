"""Marks from regrets: what each move gave away, on what the trainee could know.

The mark of a play is 100 × (1 − loss / floor), cut to 0…100: the loss is the sum of its regrets,
the floor the same sum for the passive player of its scenario, on the same chance.  An unfinished
play is marked as if its trainee had gone on passively where it stopped; an unanswered position
gives nothing.  An unlawful move caps the whole mark.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from parley import scenario
from parley.games.game import Game, Values
from parley.play import Part, Play
from parley.scenario import Scenario
from parley.solutions import Solutions, solutions

UNDONE = "What was left undone"
CUT = "No play or position counts below 0"
LAW = "The legal gate"
CAP = 40.0
"""The most that an attempt with an unlawful move is worth, of 100."""


@dataclass(frozen=True)
class Criterion:
    """What a kind of decision cost, in marks of 100, and why."""

    name: str
    cost: float
    reason: str


@dataclass(frozen=True)
class PartMark:
    """The mark of one part, and the regrets of each of its moves in hundredths of a point.

    ``share`` is the part's share of the whole mark; ``losses`` are the regrets by aspect;
    ``undone`` is the regret of stopping early; ``caps`` are the articles of law it broke.
    """

    id: str
    label: str
    share: float
    floor: float
    losses: tuple[dict[str, float], ...]
    undone: float
    caps: tuple[str, ...] = ()

    @property
    def regrets(self) -> tuple[float, ...]:
        """The regret of each move."""
        return tuple(sum(losses.values()) for losses in self.losses)

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

    The costs of the criteria, the legal gate's among them, add up to 100 less the mark before it
    is cut at 0.  ``caps`` are the articles that were broken; with one, the mark is no pass.
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
        The solved profiles; found, for each part its own, if not given.

    Returns
    -------
    Mark
        The mark and what each kind of decision cost.

    Raises
    ------
    ParleyError
        If the attempt counts and its solutions are not installed.
    """
    shares = _shares(play)
    parts = tuple(
        mark_part(part, solved or solved_for(play, part), shares[name])
        for name, part in play.parts.items()
    )
    total = sum(part.share * part.mark for part in parts)
    where = {part.id: f"{part.label}: " if len(parts) > 1 else "" for part in parts}
    caps = tuple(f"{where[part.id]}{cap}" for part in parts for cap in part.caps)
    gate = (Criterion(LAW, round(max(0.0, total - CAP), 2), " ".join(caps)),) if caps else ()
    header = play.header
    return Mark(
        exercise=header.exercise,
        trainee=header.trainee,
        attempt=header.attempt,
        mark=round(min(total, CAP) if caps else total, 2),
        criteria=(*_criteria(play, parts, shares), *gate),
        caps=caps,
        parts=parts,
    )


def solved_for(play: Play, part: Part) -> Solutions:
    """Return the solutions by which a part of an attempt is marked."""
    return solutions(part.draw.exercise, play.header.sitting)


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
    losses = tuple(
        values.losses(state, move) for state, move in zip(part.states, part.moves, strict=False)
    )
    floor, undone = _floors(part, values, solved.floors())
    caps = broken(part.game, values, part.states[-1])
    return PartMark(part.draw.id, part.draw.label, share, floor, losses, undone, caps)


def broken(game: Game, values: Values, state: Any) -> tuple[str, ...]:
    """Return the articles of law that a play has broken, also where its state shows no key.

    Parameters
    ----------
    game : Game
        The rules by which it is played.
    values : Values
        The solved values of its profile; where a key decides what breaks the law, they know it.
    state : object
        The state that the play has reached.

    Returns
    -------
    tuple of str
        The articles, with what was done.
    """
    return getattr(values, "caps", game.caps)(state)


def _floors(part: Part, values: Values, kept: Mapping[str, int]) -> tuple[float, float]:
    """Return the floor of a part, and what it gave away by stopping where it did."""
    if part.draw.position:
        floor = float(kept[part.draw.position])
        return floor, 0.0 if part.done else floor
    return values.floor(part.states[0]), 0.0 if part.done else values.floor(part.states[-1])


def _shares(play: Play) -> dict[str, float]:
    """Return the share of each part in the mark, also of those to come; they add up to 1."""
    found = scenario.load(play.header.exercise)
    positions = [name for name, part in play.parts.items() if part.draw.position]
    plays = [name for name in play.parts if name not in positions]
    plays += [name for name, _ in play.ahead]
    weight = _weight_of_plays(play, found, plays, positions)
    each = found.shares or dict.fromkeys(plays, 1)
    whole = sum(each[name] for name in plays)
    return {name: weight * each[name] / whole for name in plays} | {
        name: (1 - weight) / len(positions) for name in positions
    }


def _weight_of_plays(play: Play, found: Scenario, plays: list[str], positions: list[str]) -> float:
    """Return the share of all whole plays in the mark; in practice every part weighs alike."""
    if play.practice:
        return len(plays) / (len(plays) + len(positions))
    if plays and positions:
        return found.set.share_of_plays / 100
    return 1.0 if plays else 0.0


def _criteria(
    play: Play, parts: tuple[PartMark, ...], shares: Mapping[str, float]
) -> tuple[Criterion, ...]:
    """Return what each kind of decision cost, and what was left undone."""
    lost: dict[str, list[float]] = {}
    for part in parts:
        _sort_losses(lost, part, play.parts[part.id])
    criteria = [
        Criterion(label, round(sum(costs), 2), _say_losses(costs)) for label, costs in lost.items()
    ]
    undone = [100 * part.share * part.undone / part.floor for part in parts if part.undone]
    undone += [100 * shares[name] for name, _ in play.ahead]
    if undone:
        reason = f"{len(undone)} of {len(shares)} parts not finished; each counts as left there."
        criteria.append(Criterion(UNDONE, round(sum(undone), 2), reason))
    below = sum(part.share * (part.uncut - part.mark) for part in parts)
    if len(shares) > 1 and below:
        criteria.append(Criterion(CUT, round(below, 2), "A part that cost more than it could."))
    return tuple(criteria)


def _sort_losses(lost: dict[str, list[float]], marked: PartMark, part: Part) -> None:
    """Add what a part lost, in marks, under the labels of its scenario's criteria."""
    for criterion in scenario.load(part.draw.exercise).criteria.values():
        costs = lost.setdefault(criterion.label, [])
        costs.extend(
            100 * marked.share * losses[aspect] / marked.floor
            for losses in marked.losses
            for aspect in criterion.moves
            if aspect in losses
        )


def _say_losses(lost: list[float]) -> str:
    """Say how many decisions there were, and how many of them gave something away."""
    if not lost:
        return "There were none."
    dear = [cost for cost in lost if cost > 0]
    if not dear:
        return f"{_counted(len(lost))}: nothing given away."
    return (
        f"{len(dear)} of {_counted(len(lost))} gave something away, "
        f"the dearest {max(dear):.1f} marks."
    )


def _counted(count: int) -> str:
    return "1 decision" if count == 1 else f"{count} decisions"
