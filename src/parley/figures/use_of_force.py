"""Five gates for the use of force, one under the other, with the way that the answers take."""

from typing import TYPE_CHECKING, Any

from parley.figures.pieces import layout, mark, text
from parley.figures.template import OKABE_ITO
from parley.models.use_of_force import ATTACK, CLAIM, CONSENT, COUNCIL, gate

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["describe", "use_of_force"]

_GATES = ("consent", "council", "defence", "disputed", "ban")
_ASKS = {
    "consent": "Does its government consent,<br>and do you keep to that?",
    "council": "Did the Council authorise it,<br>and do you keep to that?",
    "defence": "Does it answer an armed<br>attack that goes on?",
    "disputed": "Is another<br>claim made?",
    "ban": "Nothing is left",
}
_LEAVES = {
    "consent": "lawful<br>State responsibility, art. 20",
    "council": "lawful<br>Charter, arts 39 to 42",
    "defence": "lawful<br>Charter, art. 51",
    "disputed": "contested:<br>States disagree",
    "ban": "forbidden<br>Charter, art. 2(4)",
}
_ENDS = {
    "consent": "Lawful, by consent",
    "council": "Lawful, by a decision of the Council",
    "defence": "Lawful, in self-defence",
    "disputed": "Contested: the gate of law stays closed, some States would open it",
    "ban": "Forbidden: no gate opens",
}
_CONSENT = ("no consent", "consent withdrawn or exceeded", "consent, kept to")
_COUNCIL = ("the Council is silent", "a draft failed: that is no decision", "authorised, kept to")
_ATTACK = (
    *("no armed attack", "the attack is over", "an attack on your State goes on"),
    *("an ally is attacked, and has not asked", "an ally is attacked, and asks"),
)
_CLAIM = (
    *("no other claim", "rescue of your own nationals", "mass killing must be stopped"),
    *("a group that its host cannot stop", "a regional body decided"),
)
_WHY = {
    "consent": "The government may take its consent back at any time, and then this gate closes.",
    "council": "The resolution binds in place, task and time; the host need not agree.",
    "defence": "The answer ends when the attack ends, and is reported to the Council at once.",
    "disputed": "Some States hold that this claim is enough, others deny it. "
    "The legal gate decides by the text of the Charter: stop or hold it.",
    "ban": "Settle it by peaceful means, or ask the Council.",
}


def use_of_force(consent: int, council: int, attack: int, fits: int, claim: int) -> "go.Figure":
    """Draw the gates, and the way to the one that decides.

    Parameters
    ----------
    consent, council, attack, claim : int
        Places in `CONSENT`, `COUNCIL`, `ATTACK` and `CLAIM` of the model.
    fits : int
        1 if the answer is needed and in proportion.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure.
    """
    import plotly.graph_objects as go

    found = _found(consent, council, attack, fits, claim)
    place, answers = _GATES.index(found), _answers(consent, council, attack, fits, claim)
    lines, words = [], []
    for step, name in enumerate(_GATES):
        y = -step
        words.append(text(0.94, y, _ASKS[name], xanchor="right", align="right"))
        leaf = f"<b>{_LEAVES[name]}</b>" if name == found else _LEAVES[name]
        words.append(text(2.5, y, leaf, xanchor="left", align="left"))
        lines.append(_line((1, y), (2.3, y), name == found))
        if step < len(answers):
            lines.append(_line((1, y), (1, y - 1), step < place))
            if step <= place:
                words.append(text(1.06, y - 0.3, answers[step], xanchor="left"))
    hidden = {"showgrid": False, "showticklabels": False, "ticks": "", "showline": False}
    return go.Figure(
        data=[*lines, mark("your act", 2.36, -place, "star", "orange", 18, hoverinfo="name")],
        layout=layout(
            _ENDS[found],
            470,
            1,
            10,
            10,
            xaxis={**hidden, "range": [-0.2, 3.9], "zeroline": False},
            yaxis={**hidden, "range": [-4.4, 0.4], "zeroline": False},
            annotations=words,
        ),
    )


def describe(consent: int, council: int, attack: int, fits: int, claim: int) -> str:
    """Say in words what the figure shows.

    Parameters
    ----------
    consent, council, attack, fits, claim : int
        As for `use_of_force`.

    Returns
    -------
    str
        A few sentences.
    """
    found = _found(consent, council, attack, fits, claim)
    asked = _answers(consent, council, attack, fits, claim)[: _GATES.index(found) + 1]
    return f"Asked in order: {'; '.join(asked)}. {_ENDS[found]}. {_WHY[found]}"


def _found(consent: int, council: int, attack: int, fits: int, claim: int) -> str:
    return gate(CONSENT[consent], COUNCIL[council], ATTACK[attack], bool(fits), CLAIM[claim])


def _answers(consent: int, council: int, attack: int, fits: int, claim: int) -> tuple[str, ...]:
    """Return what is answered at each gate; an answer that goes too far is no defence."""
    defence = _ATTACK[attack]
    if not fits and gate("none", "silent", ATTACK[attack], True, "none") == "defence":
        defence += ", but you go too far"
    return _CONSENT[consent], _COUNCIL[council], defence, _CLAIM[claim]


def _line(start: tuple[float, float], end: tuple[float, float], goes: bool) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [start[0], end[0]],
        "y": [start[1], end[1]],
        "showlegend": False,
        "hoverinfo": "skip",
        "line": {
            "color": OKABE_ITO["blue" if goes else "grey"],
            "width": 5 if goes else 1.5,
            "dash": "solid" if goes else "dot",
        },
    }
