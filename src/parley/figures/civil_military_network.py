"""Who may task whom, and what may be shared with whom, between civilians and soldiers.

The table of links is the course's own, after the guidelines, and simplified for teaching.
"""

from math import hypot
from typing import TYPE_CHECKING, Any, NamedTuple

from parley.figures.pieces import layout, text
from parley.figures.template import OKABE_ITO

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["ACTORS", "SITUATIONS", "Link", "civil_military_network", "describe", "links", "reached"]

SITUATIONS = ("a disaster in peace", "a war with a UN mission", "a war that an alliance fights")
QUESTIONS = ("tasks", "facts")


class Actor(NamedTuple):
    """An actor: name, name in the picture, place, mark, and the situations in which it is there."""

    name: str
    label: str
    x: float
    y: float
    symbol: str
    there: str = "012"


class Link(NamedTuple):
    """A link: who begins it, at whom it ends, what passes, and in which situations."""

    start: str
    end: str
    kind: str
    there: str


ACTORS = {
    "capital": Actor("the capitals", "capitals that<br>sent the force", 0.3, 3, "diamond"),
    "head": Actor("the head of mission", "head of the<br>UN mission", 2, 3, "circle", "1"),
    "force": Actor("the force commander", "force<br>commander", 0.9, 1.5, "square"),
    "cimic": Actor("the CIMIC staff", "CIMIC staff<br>of the force", 1.6, 0.1, "square"),
    "officer": Actor("the CMCoord officer", "CMCoord<br>officer", 3.4, 1.7, "circle"),
    "coordinator": Actor(
        *("the humanitarian coordinator", "humanitarian<br>coordinator, OCHA", 4.2, 0, "circle")
    ),
    "host": Actor("the host state", "host state", 4.2, 3, "diamond"),
    "agencies": Actor("the aid agencies", "aid agencies", 6, 0.6, "circle"),
    "armed": Actor("the armed group", "armed group", 6, 2.7, "square", "12"),
}
LINKS = {
    "tasks": (
        Link("capital", "force", "orders", "02"),
        Link("capital", "force", "talks", "1"),
        Link("head", "force", "orders", "1"),
        Link("force", "cimic", "orders", "012"),
        Link("coordinator", "officer", "orders", "012"),
        Link("coordinator", "agencies", "asks", "012"),
        Link("coordinator", "force", "asks", "02"),
        Link("coordinator", "head", "asks", "1"),
        Link("host", "force", "asks", "0"),
        Link("host", "coordinator", "asks", "0"),
        Link("host", "force", "talks", "2"),
        Link("host", "head", "talks", "1"),
        Link("host", "coordinator", "talks", "12"),
        Link("officer", "cimic", "talks", "012"),
        Link("officer", "host", "talks", "012"),
        Link("officer", "agencies", "talks", "012"),
        Link("officer", "armed", "talks", "12"),
        Link("cimic", "agencies", "talks", "0"),
        Link("agencies", "host", "talks", "012"),
        Link("agencies", "armed", "talks", "12"),
    ),
    "facts": (
        Link("capital", "force", "own", "012"),
        Link("head", "force", "own", "1"),
        Link("force", "cimic", "own", "012"),
        Link("coordinator", "officer", "facts", "012"),
        Link("officer", "agencies", "facts", "0"),
        Link("officer", "cimic", "facts", "0"),
        Link("officer", "host", "facts", "0"),
        Link("cimic", "agencies", "facts", "0"),
        Link("agencies", "host", "facts", "0"),
        Link("officer", "agencies", "moves", "12"),
        Link("officer", "cimic", "moves", "12"),
        Link("officer", "host", "moves", "12"),
        Link("officer", "armed", "moves", "12"),
        Link("agencies", "cimic", "never", "12"),
        Link("agencies", "host", "never", "12"),
        Link("agencies", "armed", "never", "12"),
    ),
}
# kind: name in the legend, colour, dash, whether it has a direction, words from its two ends
KINDS = {
    "orders": ("orders", "blue", "solid", True, "gives orders to", "takes orders from"),
    "asks": ("asks; a no is possible", "orange", "dash", True, "asks", "is asked by"),
    "talks": ("talks, no tasks", "grey", "dot", False, "talks with", "talks with"),
    "own": (
        *("reports inside the force", "blue", "solid", False),
        *("exchanges the force's own reports with", "exchanges the force's own reports with"),
    ),
    "facts": (
        *("needs and dangers", "green", "dash", False),
        *("shares needs and dangers with", "shares needs and dangers with"),
    ),
    "moves": (
        *("the same, and relief movements", "orange", "longdash", False),
        *("shares needs, dangers and relief movements with",) * 2,
    ),
    "never": (
        *("nothing for operations, no names", "vermilion", "dot", False),
        *("gives no names and nothing for operations to", "gets no names and no reports from"),
    ),
}
_GAP = 0.24


def links(situation: int, question: int) -> tuple[Link, ...]:
    """Return the links of a situation.

    Parameters
    ----------
    situation, question : int
        Places in `SITUATIONS` and in (who may task whom, what may be shared with whom).

    Returns
    -------
    tuple of Link
        In the order of the table.
    """
    return tuple(link for link in LINKS[QUESTIONS[question]] if str(situation) in link.there)


def reached(situation: int, question: int, actor: str) -> tuple[str, ...]:
    """Return whom orders or facts reach through others, though there is no link of its own.

    Parameters
    ----------
    situation, question : int
        As for `links`.
    actor : str
        A key of `ACTORS`.

    Returns
    -------
    tuple of str
        Keys of actors, the nearest first.

    Examples
    --------
    >>> reached(1, 0, "head")
    ('cimic',)
    """
    import networkx as nx  # takes a tenth of a second, and only this figure needs it

    graph = nx.DiGraph() if question == 0 else nx.Graph()
    passing = ("orders",) if question == 0 else ("facts", "moves")
    graph.add_edges_from(
        (link.start, link.end) for link in links(situation, question) if link.kind in passing
    )
    if actor not in graph:
        return ()
    steps = nx.single_source_shortest_path_length(graph, actor)
    return tuple(other for other, far in sorted(steps.items(), key=lambda one: one[1]) if far > 1)


def civil_military_network(situation: int, question: int, actor: int) -> "go.Figure":
    """Draw the actors and their links, strong where they touch one actor.

    Parameters
    ----------
    situation, question : int
        As for `links`.
    actor : int
        The place in `ACTORS` of the one from whom to look.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    seen = list(ACTORS)[actor]
    there = {key: one for key, one in ACTORS.items() if str(situation) in one.there}
    found = links(situation, question)
    lines = [_lines(kind, found, seen) for kind in KINDS if any(x.kind == kind for x in found)]
    hidden = {"showgrid": False, "showticklabels": False, "ticks": "", "showline": False}
    return go.Figure(
        data=[trace for pair in lines for trace in pair] + [_marks(there, seen)],
        layout=layout(
            _title(situation, question, seen),
            480,
            1,
            10,
            10,
            xaxis={**hidden, "range": [-0.4, 6.8]},
            yaxis={**hidden, "range": [-0.6, 3.6]},
            annotations=[_label(key, seen) for key in there],
        ),
    )


def describe(situation: int, question: int, actor: int) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    situation, question, actor : int
        As for `civil_military_network`.

    Returns
    -------
    str
        A few sentences.
    """
    seen = list(ACTORS)[actor]
    one, ends = ACTORS[seen], "Simplified for teaching."
    if str(situation) not in one.there:
        return f"In {SITUATIONS[situation]}, {one.name} is not there. {ends}"
    said: dict[str, list[str]] = {}
    for link in links(situation, question):
        *_, forward, back = KINDS[link.kind]
        if link.start == seen:
            said.setdefault(forward, []).append(ACTORS[link.end].name)
        elif link.end == seen:
            said.setdefault(back, []).append(ACTORS[link.start].name)
    plural = one.name in ("the capitals", "the aid agencies")
    parts = [f"{_verb(verb, plural)} {_and(names)}" for verb, names in said.items()]
    told = f"In {SITUATIONS[situation]}, {one.name} {_steps(parts)}."
    return f"{told} {_through_others(situation, question, seen)}{ends}"


def _through_others(situation: int, question: int, seen: str) -> str:
    """Say whom orders or facts reach in more than one step; nothing if nobody."""
    names = [ACTORS[key].name for key in reached(situation, question, seen)]
    if not names:
        return ""
    if question == 0:
        return f"Through others, orders from there reach {_and(names)}. "
    return f"What is said there can be passed on to {_and(names)}. "


def _steps(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{'; '.join(parts[:-1])}; and {parts[-1]}"


def _verb(verb: str, plural: bool) -> str:
    first, _, rest = verb.partition(" ")
    if not plural:
        return verb
    return f"{'are' if first == 'is' else first.removesuffix('s')} {rest}".strip()


def _and(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _title(situation: int, question: int, seen: str) -> str:
    name = ACTORS[seen].name.removeprefix("the ")
    name = name[0].upper() + name[1:]
    if str(situation) not in ACTORS[seen].there:
        return f"{name}: not there in {SITUATIONS[situation]}"
    touching = [link for link in links(situation, question) if seen in (link.start, link.end)]
    if question == 0:
        count = sum(link.kind == "orders" and link.start == seen for link in touching)
        return f"{name}: gives orders to {count or 'nobody'}, in {SITUATIONS[situation]}"
    count = sum(link.kind != "never" for link in touching)
    return f"{name}: shares with {count}, in {SITUATIONS[situation]}"


def _lines(kind: str, found: tuple[Link, ...], seen: str) -> list[dict[str, Any]]:
    name, color, dash, directed, *_ = KINDS[kind]
    traces: list[dict[str, Any]] = []
    for strong in (True, False):
        x: list[float | None] = []
        y: list[float | None] = []
        for link in found:
            if link.kind == kind and (seen in (link.start, link.end)) == strong:
                (x0, y0), (x1, y1) = _ends(ACTORS[link.start], ACTORS[link.end])
                x += [x0, x1, None]
                y += [y0, y1, None]
        if x:
            traces.append(
                {
                    "type": "scatter",
                    "mode": "lines+markers" if directed else "lines",
                    "name": name,
                    "legendgroup": kind,
                    "showlegend": not traces,
                    "x": x,
                    "y": y,
                    "opacity": 1 if strong else 0.6,
                    "hoverinfo": "name",
                    "line": {
                        "color": OKABE_ITO[color],
                        "dash": dash,
                        "width": 4 if strong else 1.5,
                    },
                }
                | ({"marker": _heads(len(x) // 3, color, strong)} if directed else {})
            )
    return traces


def _heads(count: int, color: str, strong: bool) -> dict[str, Any]:
    size = 16 if strong else 10
    return {
        "symbol": "arrow",
        "angleref": "previous",
        "size": [0, size, 0] * count,
        "opacity": 1,
        "color": OKABE_ITO[color],
    }


def _ends(start: Actor, end: Actor) -> tuple[tuple[float, float], tuple[float, float]]:
    """Leave a gap at both ends, so that a line does not run into a mark."""
    wide, high = end.x - start.x, end.y - start.y
    far = hypot(wide, high)
    dx, dy = _GAP * wide / far, _GAP * high / far
    return (round(start.x + dx, 3), round(start.y + dy, 3)), (
        *(round(end.x - dx, 3), round(end.y - dy, 3)),
    )


def _marks(there: dict[str, Actor], seen: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "actors",
        "showlegend": False,
        "hoverinfo": "skip",
        "x": [one.x for one in there.values()],
        "y": [one.y for one in there.values()],
        "marker": {
            "symbol": [one.symbol for one in there.values()],
            "size": [24 if key == seen else 17 for key in there],
            "color": [OKABE_ITO["orange" if key == seen else "sky"] for key in there],
            "line": {"width": 1.5, "color": "#333333"},
        },
    }


def _label(key: str, seen: str) -> dict[str, Any]:
    """Write a name where no line runs."""
    one = ACTORS[key]
    words = f"<b>{one.label}</b>" if key == seen else one.label
    if key in ("force", "officer"):
        middle = "middle" if key == "force" else "bottom"
        return text(one.x, one.y, words, xanchor="right", yanchor=middle, xshift=-14)
    place = {"yanchor": "bottom", "yshift": 13} if one.y > 2 else {"yanchor": "top", "yshift": -13}
    return text(one.x, one.y, words, **place)
