"""A schematic map of a valley under a ridge, with a layer for every option of five issues.

The map is one piece of SVG.  Whoever shows it turns on, for each side and issue, the one layer of
the chosen option; all layers are off at first.  What a side proposes is told by shape as well as
colour: the reader's draft is solid and filled, the other side's offer dashed and hollow.
"""

from collections.abc import Callable, Mapping
from html import escape
from typing import NamedTuple

__all__ = ["OPTIONS", "valley"]

OPTIONS = 5

_NAMES = {
    "a": "The ridge side",
    "b": "The valley side",
    "town_a": "Hill town",
    "town_b": "River town",
    "river": "the river",
    "you": "",
}
_LINE = ((182, 0), (175, 50), (184, 104), (174, 160), (182, 215), (176, 272))
_BACK = (4, 24, 54, 84, 118)  # pixels: no move, 2, 5, 8 and 12 km
_POSTS = ((177, 46), (182, 98), (176, 154), (181, 208))
_VEHICLES = ((233, 28), (236, 56), (239, 84), (235, 112), (246, 140))
_CAMPS = (40, 364)
_GUNS = (12, 346)
_ROAD = "M232 0C226 40 246 80 236 116S250 174 290 176"
_TOP = "M34 34C84 22 116 62 108 116S124 206 84 232 26 206 24 150 8 44 34 34Z"
_STYLE = """
.valley text{font:11px system-ui,"Segoe UI",Helvetica,Arial,sans-serif;fill:var(--ink,#222)}
.valley .name{paint-order:stroke;stroke:var(--low,#f5f2e8);stroke-width:3px;stroke-linejoin:round}
.valley .high.name{stroke:var(--high,#e9e2cf);fill:var(--ink,#222)}
.valley .party{font-size:12px;font-weight:700}
.valley .mid{text-anchor:middle}.valley .end{text-anchor:end}
.valley .low{fill:var(--low,#f5f2e8)}.valley .high{fill:var(--high,#e9e2cf)}
.valley .top{fill:var(--top,#dcd2b8)}.valley .key{fill:var(--paper,#fff)}
.valley .hill{fill:none;stroke:var(--relief,#bcae8c);stroke-width:1}
.valley .field{fill:none;stroke:var(--relief,#bcae8c);stroke-width:.7;stroke-dasharray:2 3}
.valley .river{fill:none;stroke:var(--water,#a3cbe2);stroke-width:8}
.valley .road{fill:none;stroke:var(--road,#8a8272);stroke-width:3.6}
.valley .way{fill:none;stroke:var(--low,#f5f2e8);stroke-width:1;stroke-dasharray:5 4}
.valley .line{fill:none;stroke:var(--ink,#222);stroke-width:1.7;stroke-dasharray:1.5 4;
stroke-linecap:round}
.valley .place{fill:var(--ink,#222)}.valley .yard{fill:none;stroke:var(--ink,#222);stroke-width:1.2}
.valley .draft{--side:var(--ours,#0072b2)}.valley .theirs{--side:var(--others,#b34a00)}
.valley .stroke{fill:none;stroke:var(--side);stroke-width:2.6}
.valley .theirs .stroke{stroke-dasharray:6 4}
.valley .zone{fill:var(--side);opacity:.14}.valley .theirs .zone{fill:none}
.valley .sign{fill:var(--side);stroke:var(--side);stroke-width:1.4;stroke-linejoin:round}
.valley .theirs .sign{fill:var(--low,#f5f2e8);stroke-dasharray:2.4 1.4}
.valley .bar{fill:none;stroke:var(--side);stroke-width:2.2;stroke-linecap:round}
"""


class _Side(NamedTuple):
    """Whose layer it is, and where its signs stand: left and above (-1), or right and below."""

    name: str
    way: int


_SIDES = (_Side("theirs", 1), _Side("draft", -1))


def valley(names: Mapping[str, str]) -> str:
    """Draw the valley with all layers off.

    Parameters
    ----------
    names : mapping of str to str
        What the map calls its places: ``a`` on the ridge at the left, ``b`` in the valley at the
        right, ``town_a``, ``town_b``, ``river``; ``you`` is the name of the reader's side.  A
        missing name has a plain default.

    Returns
    -------
    str
        One ``<svg>`` element; each layer is a group with ``data-side`` (``draft`` or
        ``theirs``), ``data-issue`` and ``data-option`` (0 … 4, as the scenario lists them).

    Examples
    --------
    >>> svg = valley({"a": "the Northern Army"})
    >>> svg.count('data-issue="observers"')
    10
    """
    known = _NAMES | dict(names)
    words = {key: escape(known[key]) for key in _NAMES}
    layers = [
        _layer(side, issue, option, draw(side, option))
        for side in _SIDES
        for issue, draw in _LAYERS.items()
        for option in range(OPTIONS)
    ]
    return (
        '<svg class="valley" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" role="img">'
        f"<title>Map of the valley</title><desc>Not to scale. {words['a']} on the ridge at the "
        f"left, {words['b']} in the valley at the right, the ceasefire line between them; the "
        f"supply road runs under the ridge to {words['town_b']}.</desc>"
        f"<style>{_STYLE}</style>{_ground()}{''.join(layers)}{_labels(words)}</svg>"
    )


def _layer(side: _Side, issue: str, option: int, shapes: str) -> str:
    return (
        f'<g class="layer {side.name}" data-side="{side.name}" data-issue="{issue}" '
        f'data-option="{option}" display="none">{shapes}</g>'
    )


def _points(shift: int = 0) -> str:
    return " ".join(f"{x + shift},{y}" for x, y in _LINE)


def _ground() -> str:
    return (
        '<rect class="low" width="400" height="300"/>'
        f'<polygon class="high" points="0,0 {_points(14)} 0,272"/>'
        f'<path class="top" d="{_TOP}"/><path class="hill" d="{_TOP}'
        "M46 58C76 52 92 86 86 122S98 190 76 206 46 186 44 148 28 66 46 58Z"
        "M0 8C60-2 122 10 136 64S142 200 122 244 60 262 0 262"
        'M92 0C140 6 158 40 158 92S162 220 146 272"/>'
        '<path class="field" d="M262 36h34v30h-34zM266 66v30h32v-30M344 150l40-6v34l-40 4z'
        'M344 182l2 32 40-4-2-32M252 202l40 4-4 30-40-6z"/>'
        '<path class="river" d="M312-5C300 40 334 84 318 126S340 210 326 272"/>'
        f'<path class="road" d="{_ROAD}"/><path class="way" d="{_ROAD}"/>'
        f'<polyline class="line" points="{_points()}"/>'
        + _houses(58, 120)
        + _houses(290, 172)
        + "".join(
            f'<rect class="yard" x="{x - 14}" y="227" width="28" height="18"/>' for x in _CAMPS
        )
    )


def _houses(x: int, y: int) -> str:
    spots = ((0, 0, 9), (11, 4, 8), (2, 11, 7), (14, 14, 7))
    return "".join(
        f'<rect class="place" x="{x + dx}" y="{y + dy}" width="{size}" height="{size - 2}"/>'
        for dx, dy, size in spots
    )


def _labels(words: Mapping[str, str]) -> str:
    here, there = ("(you)" if words[side] == words["you"] else "" for side in ("a", "b"))
    names = [
        (8, 17, "high name party", words["a"][:1].upper() + words["a"][1:]),
        (392, 17, "name party end", words["b"][:1].upper() + words["b"][1:]),
        (8, 31, "high name", here),
        (392, 31, "name end", there),
        (66, 149, "high name mid", words["town_a"]),
        (290, 166, "name", words["town_b"]),
        (392, 112, "name end", words["river"]),
        (254, 126, "name", "supply road"),
        (_GUNS[0], 85, "high name", "forces"),
        (_GUNS[1], 85, "name", "forces"),
        *((x, 258, "name mid", "prisoners") for x in _CAMPS),
    ]
    keys = [(28, "your draft"), (146, "their offer"), (270, "ceasefire line")]
    return (
        "".join(f'<text x="{x}" y="{y}" class="{kind}">{word}</text>' for x, y, kind, word in names)
        + '<rect class="key" y="272" width="400" height="28"/>'
        '<g class="draft"><path class="stroke" d="M6 286h16"/></g>'
        '<g class="theirs"><path class="stroke" d="M122 286h18"/></g>'
        '<path class="line" d="M246 286h18"/>'
        + "".join(f'<text x="{x}" y="290">{word}</text>' for x, word in keys)
    )


def _withdrawal(_side: _Side, option: int) -> str:
    back = _BACK[option]
    there = " ".join(f"{x},{y}" for x, y in reversed(_LINE))
    zone = f'<polygon class="zone" points="{_points(-back)} {there}"/>' if option else ""
    return f'{zone}<polyline class="stroke" points="{_points(-back)}"/>'


def _road(side: _Side, option: int) -> str:
    """One more vehicle for each step to an open road."""
    return "".join(
        f'<path class="sign" d="M{x - 9} {y - 4}h10v8h-10zM{x + 2} {y - 1}h4l2 2v3h-6z"/>'
        for x, y in ((x + 15 * side.way, y) for x, y in _VEHICLES[: option + 1])
    )


def _observers(side: _Side, option: int) -> str:
    return "".join(
        f'<path class="sign" d="M{x} {y - 8}l6 10h-12z"/><path class="bar" d="M{x} {y - 9}v-4"/>'
        for x, y in ((x + 9 * side.way, y) for x, y in _POSTS[:option])
    )


def _prisoners(side: _Side, option: int) -> str:
    """One more person on the way for each step to a full and quick exchange."""
    y = 236 + 8 * side.way
    people = "".join(
        f'<circle class="sign" cx="{78 + 15 * number}" cy="{y}" r="4"/>'
        for number in range(option + 1)
    )
    return (
        f'<path class="stroke" d="M58 {y}H346"/>'
        f'<path class="bar" d="M64 {y - 4}l-7 4 7 4M340 {y - 4}l7 4-7 4"/>{people}'
    )


def _forces(side: _Side, option: int) -> str:
    """One arm less on both sides for each step to strict limits."""
    y = 58 + 7 * side.way
    return "".join(
        f'<rect class="sign" x="{x + 10 * number}" y="{y - 3}" width="6.5" height="6.5"/>'
        for x in _GUNS
        for number in range(OPTIONS - option)
    )


_LAYERS: dict[str, Callable[[_Side, int], str]] = {
    "withdrawal-line": _withdrawal,
    "supply-road": _road,
    "observers": _observers,
    "prisoners": _prisoners,
    "force-limits": _forces,
}
