"""The picture of a crisis as a plain SVG text: what was believed, beside what the answers allowed.

No script, no address, readable in grey.
"""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from parley.figures.beliefs import describe

WIDTH, HEIGHT, LEFT, TOP, TALL, RIGHT = 620, 300, 60, 20, 200, 590
TICKS = range(0, 101, 25)


def beliefs_svg(data: Mapping[str, Any], title: str) -> str:
    """Draw the stated beliefs as squares and Bayes's as a line with circles, turn by turn.

    Parameters
    ----------
    data : mapping
        As `parley.figures.beliefs` takes it: ``who``, ``was`` and ``turns``.
    title : str
        What the picture shows.

    Returns
    -------
    str
        An ``svg`` element with title and description.
    """
    turns: Sequence[Mapping[str, Any]] = data["turns"]
    last = max(2, len(turns))
    bayes = [(_across(place, last), _up(turn["bayes"])) for place, turn in enumerate(turns)]
    stated = [(_across(place, last), _up(turn["stated"])) for place, turn in enumerate(turns)]
    body = "".join([*_axes(len(turns), last, data["who"]), *_bayes(bayes), *_stated(stated)])
    return (
        f'<svg role="img" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        'font-family="sans-serif" font-size="12" fill="#000000">'
        f"<title>{escape(title)}</title><desc>{escape(describe(data))}</desc>{body}</svg>"
    )


def _across(place: int, last: int) -> float:
    return round(LEFT + 20 + (RIGHT - LEFT - 40) * place / (last - 1), 1)


def _up(percent: float) -> float:
    return round(TOP + TALL * (1 - percent / 100), 1)


def _axes(count: int, last: int, who: str) -> Iterator[str]:
    for tick in TICKS:
        y = _up(tick)
        yield f'<path d="M{LEFT} {y}H{RIGHT}" stroke="#cccccc"/>'
        yield f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{tick}</text>'
    for place in range(count):
        x = _across(place, last)
        yield f'<text x="{x}" y="{TOP + TALL + 18}" text-anchor="middle">{place + 1}</text>'
    middle = (LEFT + RIGHT) / 2
    yield f'<text x="{middle}" y="{TOP + TALL + 36}" text-anchor="middle">turn</text>'
    label = f"percent: how likely is {who}?"
    yield f'<text x="{LEFT}" y="{TOP - 6}">{escape(label)}</text>'
    y = HEIGHT - 14
    yield f'<rect x="{LEFT}" y="{y - 9}" width="9" height="9"/>'
    yield f'<text x="{LEFT + 16}" y="{y}">what you stated</text>'
    yield f'<circle cx="{LEFT + 164}" cy="{y - 5}" r="5" fill="#ffffff" stroke="#000000"/>'
    yield f'<text x="{LEFT + 176}" y="{y}">what the answers allowed (Bayes)</text>'


def _bayes(points: Sequence[tuple[float, float]]) -> Iterator[str]:
    line = " ".join(f"{x},{y}" for x, y in points)
    yield f'<polyline points="{line}" fill="none" stroke="#000000"/>'
    for x, y in points:
        yield f'<circle cx="{x}" cy="{y}" r="5" fill="#ffffff" stroke="#000000"/>'


def _stated(points: Sequence[tuple[float, float]]) -> Iterator[str]:
    for x, y in points:
        yield f'<rect x="{x - 4}" y="{y - 4}" width="8" height="8"/>'
