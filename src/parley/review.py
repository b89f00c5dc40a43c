"""The after-action review: what every move of a part was worth, and what luck added."""

from dataclasses import asdict, dataclass
from typing import Any

from parley.games.bargaining import rules
from parley.games.bargaining.explain import BETTER, known_now, known_then, why
from parley.games.bargaining.say import capital, number, say_step
from parley.games.bargaining.space import OutcomeSpace, outcome_space
from parley.games.bargaining.state import State
from parley.games.bargaining.steps import Step
from parley.games.bargaining.values import Values
from parley.marking import Criterion, PartMark, decisions
from parley.play import Part, Play
from parley.solutions import Solutions, solutions

NUMBERS = ("Worth", "Best", "Regret", "Luck")


@dataclass(frozen=True)
class Row:
    """One move in the review; worths, regret and luck are points expected from there on."""

    part: str
    n: int
    move: str
    known_then: str
    value: float
    best_move: str
    best: float
    regret: float
    luck: float
    known_now: str
    why: str


def review(play: Play, solved: Solutions | None = None) -> tuple[Row, ...]:
    """Return the review of an attempt, part by part.

    Parameters
    ----------
    play : Play
        The attempt, replayed.
    solved : Solutions, optional
        The solved profiles; found if not given.

    Returns
    -------
    tuple of Row
        One row a move.

    Raises
    ------
    ParleyError
        If the attempt counts and its solutions are not installed.
    """
    solved = solved or solutions(play.header)
    return tuple(row for part in play.parts.values() for row in review_part(part, solved))


def review_part(part: Part, solved: Solutions) -> tuple[Row, ...]:
    """Return the review of one part; see `review`."""
    values = solved.values(part.draw.profile)
    return tuple(
        _row(part, values, place, state, step)
        for place, (state, step) in enumerate(decisions(part))
    )


def space(part: Part) -> OutcomeSpace:
    """Return the outcome space of a part, with the offers made in it."""
    return outcome_space(part.states[-1])


def panel_review(
    part: Part, rows: tuple[Row, ...], marked: PartMark, criteria: tuple[Criterion, ...]
) -> dict[str, Any]:
    """Return a review as the plain data that a panel draws.

    Each row holds its number, the move, the package of an offer, the numbers under ``columns``,
    the regret's share of the whole mark, and titled sentences.
    """
    return {
        "caption": f"Review of {part.draw.label.lower()}: what each move was worth, in points",
        "columns": list(NUMBERS),
        "rows": [_panel_row(row, marked.floor / 100) for row in rows],
        "space": asdict(space(part)),
        "summary": {
            "mark": f"{marked.mark:.1f}",
            "criteria": [[one.name, f"{one.cost:.1f}", one.reason] for one in criteria],
        },
    }


def _panel_row(row: Row, floor: float) -> dict[str, Any]:
    """Return a move of the review for a panel: numbers first, then sentences."""
    move, package = unfold(row.move)
    numbers = (row.value, row.best, row.regret, row.luck)
    return {
        "n": row.n,
        "move": move,
        "package": package,
        "numbers": [_points(points) for points in numbers],
        "share": min(1.0, row.regret / floor),
        "words": titled(row),
    }


def titled(row: Row) -> list[tuple[str, str]]:
    """Return what there is to say about a move, as titles and sentences."""
    fault, _, merit = row.why.rstrip(".").partition(BETTER)
    best, package = unfold(row.best_move)
    best = ": ".join(filter(None, (capital(merit) or best, package)))
    words = [
        ("You could know", row.known_then),
        ("Best move", f"{best}." if row.regret else ""),
        ("Why", f"{fault}."),
        ("You know now", row.known_now),
    ]
    return [pair for pair in words if pair[1]]


def unfold(move: str) -> tuple[str, str]:
    """Return an offer in words without its package, and the package; other moves whole."""
    short, _, package = move.partition(" (") if move.endswith(")") else (move, "", "")
    return short, package.removesuffix(")")


def _row(part: Part, values: Values, place: int, state: State, step: Step) -> Row:
    now = state.info
    best = values.advise(now)
    value, regret = values.value(now, step), values.regret(now, step)
    if not regret:
        best = best._replace(step=step)
    after = part.states[place + 1]
    return Row(
        part=part.draw.id,
        n=place + 1,
        move=capital(say_step(state.variant, step)),
        known_then=known_then(state),
        value=_round(value),
        best_move=capital(say_step(state.variant, best.step)),
        best=_round(values.best(now)),
        regret=_round(regret),
        luck=_round(_worth(values, state, after) - value),
        known_now=known_now(state, step),
        why=why(state, step, best.step, regret),
    )


def _worth(values: Values, before: State, after: State) -> float:
    """Return what a move brought in fact: points paid or won, and what is then expected."""
    gained = rules.points(after) - rules.points(before)
    return gained if after.outcome else gained + values.best(after.info)


def _round(hundredths: float) -> float:
    """Return hundredths of a point as points with two decimals, never minus zero."""
    return round(hundredths / 100, 2) + 0.0


def _points(points: float) -> str:
    return number(100 * points)
