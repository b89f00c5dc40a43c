"""The after-action review: what every move of a part was worth, and what luck added."""

from dataclasses import dataclass
from typing import Any

from parley.games.game import Move, Picture, Values
from parley.games.words import number, tenths
from parley.marking import Mark, PartMark, solved_for
from parley.play import Part, Play
from parley.solutions import Solutions

NUMBERS = ("Worth", "Best", "Regret", "Luck")


@dataclass(frozen=True)
class Row:
    """One move in the review; worths, regret and luck are points expected from there on."""

    part: str
    n: int
    move: str
    package: str
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
        The solved profiles; found, for each part its own, if not given.

    Returns
    -------
    tuple of Row
        One row a move.

    Raises
    ------
    ParleyError
        If the attempt counts and its solutions are not installed.
    """
    return tuple(
        row
        for part in play.parts.values()
        for row in review_part(part, solved or solved_for(play, part))
    )


def review_part(part: Part, solved: Solutions) -> tuple[Row, ...]:
    """Return the review of one part; see `review`."""
    values = solved.values(part.draw.profile)
    return tuple(_row(part, values, place, move) for place, move in enumerate(part.moves))


def picture(part: Part, solved: Solutions) -> Picture | None:
    """Return the name of the figure that shows a part, and its data."""
    values = solved.values(part.draw.profile)
    return part.game.picture(values, part.states, part.moves)


def panel_review(part: Part, marked: Mark, solved: Solutions) -> dict[str, Any]:
    """Return a review as the plain data that a panel draws.

    Each row holds its number, the move, the package of an offer, the numbers under ``columns``,
    the regret's share of the whole mark, and titled sentences.
    """
    mine = next(one for one in marked.parts if one.id == part.draw.id)
    return {
        "caption": f"{part.draw.label}: what each move was worth, in points",
        "columns": list(NUMBERS),
        "rows": [_panel_row(row, mine) for row in review_part(part, solved)],
        "figure": picture(part, solved),
        "summary": {
            "mark": f"{marked.mark:.1f}",
            "caps": list(marked.caps),
            "criteria": [[one.name, tenths(one.cost), one.reason] for one in marked.criteria],
        },
    }


def titled(row: Row) -> list[tuple[str, str]]:
    """Return what there is to say about a move, as titles and sentences."""
    words = [
        ("You could know", row.known_then),
        ("Best move", f"{row.best_move}." if row.regret else ""),
        ("Why", row.why),
        ("You know now", row.known_now),
    ]
    return [pair for pair in words if pair[1]]


def _panel_row(row: Row, marked: PartMark) -> dict[str, Any]:
    """Return a move of the review for a panel: numbers first, then sentences."""
    numbers = (row.value, row.best, row.regret, row.luck)
    return {
        "n": row.n,
        "move": row.move,
        "package": row.package,
        "numbers": [number(100 * points) for points in numbers],
        "share": min(1.0, 100 * row.regret / marked.floor),
        "words": titled(row),
    }


def _row(part: Part, values: Values, place: int, move: Move) -> Row:
    before, after = part.states[place], part.states[place + 1]
    value, best = values.value(before, move), values.best(before)
    told = part.game.tell(values, before, move, after)
    return Row(
        part=part.draw.id,
        n=place + 1,
        move=told.move,
        package=told.package,
        known_then=told.known_then,
        value=_round(value),
        best_move=told.best_move,
        best=_round(best),
        regret=_round(sum(values.losses(before, move).values())),
        luck=_round(_worth(part, values, place) - value),
        known_now=told.known_now,
        why=f"{told.why}.",
    )


def _worth(part: Part, values: Values, place: int) -> float:
    """Return what a move brought in fact: points paid or won, and what is then expected."""
    before, after = part.states[place], part.states[place + 1]
    gained = values.points(after) - values.points(before)
    return gained if part.game.is_terminal(after) else gained + values.best(after)


def _round(hundredths: float) -> float:
    """Return hundredths of a point as points with two decimals, never minus zero."""
    return round(hundredths / 100, 2) + 0.0
