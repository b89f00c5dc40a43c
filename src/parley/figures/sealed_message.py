"""A message on its way: what you wrote, what a stranger sees and does, what they read and check."""

from textwrap import wrap
from typing import TYPE_CHECKING, Any

from parley.figures.pieces import layout, mark, text
from parley.figures.template import OKABE_ITO
from parley.models.sealed_message import (
    LAST,
    NEXT,
    OLD,
    OLD_NUMBER,
    WAYS,
    WRITTEN,
    Arrival,
    carry,
)

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["describe", "sealed_message"]

_DOES = {
    "as sent": "The stranger does nothing.",
    "read": "The stranger only reads along.",
    "changed": "The stranger changes it on the way.",
    "faked": "The stranger writes in your name.",
    "sent again": "The stranger sends an old message of yours again.",
    "held back": "The stranger holds your message back.",
}
_PLACES = (0.0, 2.2, 4.4)
_WIDE, _TALL = 1.75, 3.0


def sealed_message(way: int, signed: int, sealed: int, numbered: int) -> "go.Figure":
    """Draw the message at three places: your desk, the wire, their desk.

    Parameters
    ----------
    way : int
        The place in `parley.models.sealed_message.WAYS`.
    signed, sealed, numbered : int
        1 if you sign, if you seal, and if they compare the number with the last one; else 0.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    name, found = WAYS[way], carry(WAYS[way], bool(signed), bool(sealed), bool(numbered))
    columns = (
        ("You", _written(name, signed, sealed)),
        ("On the way", _seen(name, found, sealed)),
        ("They", _read(found)),
    )
    symbol, color = _sign(name, found)
    hidden = {"showgrid": False, "showticklabels": False, "ticks": "", "zeroline": False}
    return go.Figure(
        data=[mark(_verdict(name, found), _PLACES[2] + 1.62, -0.3, symbol, color, 20)],
        layout=layout(
            _title(name, found),
            370,
            margin={"l": 10, "r": 10, "t": 44, "b": 16},
            xaxis={**hidden, "range": [-0.1, 6.3], "fixedrange": True},
            yaxis={**hidden, "range": [-0.5, 3.6], "fixedrange": True},
            shapes=[_box(x) for x in _PLACES] + [_way(x) for x in _ways(name)],
            annotations=[
                text(_PLACES[2] + 1.46, -0.3, f"<b>{_verdict(name, found)}</b>", xanchor="right"),
                *(
                    note
                    for x, (head, lines) in zip(_PLACES, columns, strict=True)
                    for note in _column(x, head, lines)
                ),
            ],
        ),
    )


def describe(way: int, signed: int, sealed: int, numbered: int) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    way, signed, sealed, numbered : int
        As for `sealed_message`.

    Returns
    -------
    str
        A few sentences.
    """
    name, found = WAYS[way], carry(WAYS[way], bool(signed), bool(sealed), bool(numbered))
    said = [_DOES[name]]
    if name == "held back":
        said.append("Nothing arrives, and neither a signature nor a seal can show it.")
        said.append("Only an answer that you miss, or a gap in the numbers later, tells of it.")
    else:
        if name != "faked":
            said.append(f"On the way {'nobody' if sealed else 'everybody'} can read the words.")
        said += [f"{line}." for line in _checks(found)]
    said.append(f"{_title(name, found).partition(': ')[2].capitalize()}.")
    return " ".join([*said, "The keys are for demonstration, never to be used in life."])


def _written(name: str, signed: int, sealed: int) -> list[str]:
    if name == "faked":
        return ["You write nothing."]
    old = name == "sent again"
    number, words = (OLD_NUMBER, OLD) if old else (NEXT, WRITTEN)
    start = "Weeks ago you wrote:" if old else "You write:"
    marks = [part for part, there in (("signed", signed), ("sealed", sealed)) if there]
    return [start, f"<b>{number}: {words}</b>", " and ".join(marks) or "no signature, no seal"]


def _seen(name: str, found: Arrival, sealed: int) -> list[str]:
    if not found.wire:
        return [_DOES[name], "Nothing goes on."]
    if sealed:
        shown = " ".join(wrap(found.wire[32:53].hex(), 14)) + " …"
        return [_DOES[name], "The wire shows:", f"<b>{shown}</b>"]
    return [_DOES[name], "The wire shows:", f"<b>{found.number}: {found.text}</b>"]


def _read(found: Arrival) -> list[str]:
    if not found.wire:
        return ["Nothing arrives."]
    read = f"<b>{found.number}: {found.text}</b>" if found.text else "<b>No words to read.</b>"
    return [read, *_checks(found)]


def _checks(found: Arrival) -> list[str]:
    seals = {True: "The seal opens", False: "The seal does not open", None: "There is no seal"}
    fits = {
        True: "Your signature fits",
        False: "The signature is not yours for these words",
        None: "There is no signature",
    }
    news = {
        True: f"Number {found.number} is new",
        False: f"Number {found.number} is old: the last was {LAST}",
        None: "Nobody looks at the number",
    }
    if found.opens is False:
        return [seals[False]]
    return [seals[found.opens], fits[found.fits], news[found.new]]


def _verdict(name: str, found: Arrival) -> str:
    if not found.wire:
        return "they know nothing"
    if not found.believed:
        return "they refuse it"
    return (
        "they believe it, and it is yours" if _true(name) else "they believe it, and are deceived"
    )


def _title(name: str, found: Arrival) -> str:
    kind = name[0].upper() + name[1:]
    return f"{kind}: {_verdict(name, found)}"


def _true(name: str) -> bool:
    return name in ("as sent", "read")


def _sign(name: str, found: Arrival) -> tuple[str, str]:
    if not found.wire:
        return "circle-open", "grey"
    if not found.believed:
        return "square", "orange"
    return ("star", "green") if _true(name) else ("x", "vermilion")


def _box(x: float) -> dict[str, Any]:
    line = {"color": OKABE_ITO["grey"], "width": 1.5}
    return {"type": "rect", "x0": x, "x1": x + _WIDE, "y0": 0, "y1": _TALL, "line": line}


def _way(x: float) -> dict[str, Any]:
    line = {"color": OKABE_ITO["blue"], "width": 3}
    return {"type": "line", "x0": x + _WIDE, "x1": x + 2.2, "y0": 1.5, "y1": 1.5, "line": line}


def _ways(name: str) -> list[float]:
    """Return where a line begins: nothing leaves you if it is faked, or the stranger if held."""
    first = [] if name == "faked" else [_PLACES[0]]
    return first if name == "held back" else [*first, _PLACES[1]]


def _column(x: float, head: str, lines: list[str]) -> list[dict[str, Any]]:
    # a narrow page leaves about 20 letters of room in a box
    body = "<br><br>".join("<br>".join(wrap(line, 20)) for line in lines)
    left = {"xanchor": "left", "align": "left"}
    return [
        text(x, _TALL + 0.25, f"<b>{head}</b>", **left),
        text(x + 0.06, _TALL - 0.1, body, yanchor="top", **left),
    ]
