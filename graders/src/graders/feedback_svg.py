"""The picture of an outcome space as a plain SVG text: no script, no address, readable in grey."""

from collections.abc import Iterable, Iterator
from html import escape

from parley.games.bargaining.space import OutcomeSpace
from parley.models.outcomes import Point

WIDTH, HEIGHT, LEFT, TOP, SIDE = 620, 470, 60, 20, 400
TICKS = range(0, 101, 20)


def outcome_space_svg(space: OutcomeSpace, title: str) -> str:
    """Draw every package, the frontier, the named points and the offers of a play.

    Parameters
    ----------
    space : OutcomeSpace
        The points; values in points of 100, own value to the right, theirs upwards.
    title : str
        What the picture shows.

    Returns
    -------
    str
        An ``svg`` element with title and description.
    """
    body = "".join(
        [
            *_axes(),
            _dots(space.points),
            _line(space.frontier),
            *_leave(space.leave),
            *(_mark("diamond", point) for point in space.nash),
            *(_mark("triangle", point) for point in space.kalai_smorodinsky),
            *_offers(space),
            *([_mark("ring", space.agreement)] if space.agreement else []),
            *_legend(),
        ]
    )
    return (
        f'<svg role="img" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        'font-family="sans-serif" font-size="12" fill="#000000">'
        f"<title>{escape(title)}</title><desc>{escape(describe(space))}</desc>{body}</svg>"
    )


def describe(space: OutcomeSpace) -> str:
    """Return what the picture shows, in words."""
    parts = [
        f"{len(set(space.points))} outcomes, each by its value to you and to them.",
        f"Without agreement you have {_say(space.leave)}.",
        *(f"Nash point: {_say(point)}." for point in space.nash),
        *(f"Kalai-Smorodinsky point: {_say(point)}." for point in space.kalai_smorodinsky),
        f"{len(space.offers)} offers were made.",
        f"Agreement: {_say(space.agreement)}." if space.agreement else "No agreement.",
    ]
    return " ".join(parts)


def _say(point: Point) -> str:
    return f"{point[0]:g} for you, {point[1]:g} for them"


def _x(value: float) -> float:
    return round(LEFT + SIDE * value / 100, 1)


def _y(value: float) -> float:
    return round(TOP + SIDE * (1 - value / 100), 1)


def _axes() -> Iterator[str]:
    yield (
        f'<rect x="{LEFT}" y="{TOP}" width="{SIDE}" height="{SIDE}" fill="none" stroke="#000000"/>'
    )
    for tick in TICKS:
        yield f'<text x="{_x(tick)}" y="{_y(0) + 16}" text-anchor="middle">{tick}</text>'
        yield f'<text x="{LEFT - 6}" y="{_y(tick) + 4}" text-anchor="end">{tick}</text>'
    yield f'<text x="{_x(50)}" y="{_y(0) + 36}" text-anchor="middle">Value to you, in points</text>'
    yield (
        f'<text transform="translate(16 {_y(50)}) rotate(-90)" text-anchor="middle">'
        "Value to them, in points</text>"
    )


def _dots(points: Iterable[Point]) -> str:
    """Return all points as one path of dots; those that fall together are drawn once."""
    places = sorted({(round(_x(own)), round(_y(theirs))) for own, theirs in points})
    path = "".join(f"M{x} {y}h0" for x, y in places)
    return f'<path d="{path}" stroke="#9a9a9a" stroke-width="3" stroke-linecap="round"/>'


def _line(points: Iterable[Point]) -> str:
    path = " ".join(f"{_x(own)},{_y(theirs)}" for own, theirs in points)
    return f'<polyline points="{path}" fill="none" stroke="#000000" stroke-width="2"/>'


def _leave(leave: Point) -> Iterator[str]:
    dashes = 'stroke="#000000" stroke-dasharray="5 4"'
    yield f'<line x1="{_x(leave[0])}" x2="{_x(leave[0])}" y1="{_y(0)}" y2="{_y(100)}" {dashes}/>'
    yield f'<line x1="{_x(0)}" x2="{_x(100)}" y1="{_y(leave[1])}" y2="{_y(leave[1])}" {dashes}/>'


def _offers(space: OutcomeSpace) -> Iterator[str]:
    rounds: dict[tuple[str, float, float], list[str]] = {}
    for number, who, own, theirs in space.offers:
        rounds.setdefault((who, own, theirs), []).append(str(number))
    for (who, own, theirs), numbers in rounds.items():
        yield _mark("disc" if who == "you" else "square", (own, theirs))
        yield f'<text x="{_x(own) + 8}" y="{_y(theirs) - 6}">{", ".join(numbers)}</text>'


_SHAPES = {
    "disc": '<circle r="5" fill="#0072b2" stroke="#000000"/>',
    "square": '<rect x="-5" y="-5" width="10" height="10" fill="#e69f00" stroke="#000000"/>',
    "diamond": '<path d="M0-9L9 0L0 9L-9 0Z" fill="#ffffff" stroke="#000000" stroke-width="2"/>',
    "triangle": '<path d="M0-9L9 7H-9Z" fill="#ffffff" stroke="#000000" stroke-width="2"/>',
    "ring": '<circle r="12" fill="none" stroke="#000000" stroke-width="3"/>',
    "dot": '<circle r="2" fill="#9a9a9a"/>',
    "line": '<path d="M-9 0H9" stroke="#000000" stroke-width="2"/>',
    "dashes": '<path d="M-9 0H9" stroke="#000000" stroke-dasharray="5 4"/>',
}

_LEGEND = (
    ("dot", "a possible package"),
    ("line", "Pareto frontier"),
    ("dashes", "value of leaving"),
    ("diamond", "Nash point"),
    ("triangle", "Kalai-Smorodinsky"),
    ("disc", "your offer, by round"),
    ("square", "their offer, by round"),
    ("ring", "agreement"),
)


def _mark(shape: str, point: Point) -> str:
    return _place(shape, _x(point[0]), _y(point[1]))


def _place(shape: str, x: float, y: float) -> str:
    return f'<g transform="translate({x} {y})">{_SHAPES[shape]}</g>'


def _legend() -> Iterator[str]:
    for row, (shape, text) in enumerate(_LEGEND):
        y = TOP + 20 + 28 * row
        yield _place(shape, LEFT + SIDE + 24, y)
        yield f'<text x="{LEFT + SIDE + 42}" y="{y + 4}">{text}</text>'
