"""A figure that turns: native sliders, the picture, and the same in words.

The script sends the values that are shown, one message at a time: while one is on its way, only
the newest waits.  The kernel answers by setting the picture of an `Output` and the words.
"""

from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import anywidget
import ipywidgets
import traitlets

from parley.errors import ParleyError

__all__ = ["Figure", "Slider", "figure"]

_HERE = Path(__file__).parent
_CONFIG = {"displayModeBar": False, "responsive": True}
_PLOTLY = "application/vnd.plotly.v1+json"

Number = int | float


class Slider(NamedTuple):
    """One slider: the parameter it turns, and its label, range, step, start and unit.

    With `words`, one for each value from `low` to `high`, it is a list to choose from.
    """

    name: str
    label: str
    low: Number
    high: Number
    step: Number
    start: Number
    unit: str = ""
    words: tuple[str, ...] = ()

    def nearest(self, value: object) -> Number:
        """Return the value of the slider that is nearest to a number."""
        if isinstance(value, bool) or not isinstance(value, int | float) or value != value:
            return self.start
        steps = round((min(max(value, self.low), self.high) - self.low) / self.step)
        found = round(self.low + steps * self.step, 6)
        return found if isinstance(self.step, float) else int(found)


_FIGURES: dict[str, tuple[Slider, ...]] = {
    "zone": (
        Slider("least", "The side that asks signs no less than", 0, 24, 1, 8, "km"),
        Slider("most", "The side that gives signs no more than", 0, 24, 1, 14, "km"),
        Slider("ask", "First offer of the side that asks", 0, 24, 1, 20, "km"),
        Slider("give", "First offer of the side that gives", 0, 24, 1, 4, "km"),
    ),
    "logrolling": (
        Slider("own", "Worth of the road to you", 0, 100, 5, 80, "points"),
        Slider("theirs", "Worth of the road to them", 0, 100, 5, 20, "points"),
        Slider("road", "Your share of the road", 0, 100, 10, 50, "%"),
        Slider("posts", "Your share of the observer posts", 0, 100, 10, 50, "%"),
    ),
    "rubinstein": (
        Slider("first", "Patience of the first mover", 50, 99, 1, 90, "%"),
        Slider("second", "Patience of the second mover", 50, 99, 1, 90, "%"),
        Slider("rounds", "Rounds until the talks end", 1, 30, 1, 9),
    ),
    "bargaining-range": (
        Slider("win", "A wins a war with probability", 5, 95, 1, 60, "%"),
        Slider("cost_a", "War costs A", 1, 50, 1, 10, "%"),
        Slider("cost_b", "War costs B, in truth", 1, 50, 1, 20, "%"),
        Slider("greatest", "The greatest cost that A thinks B may have", 2, 80, 1, 40, "%"),
        Slider("demand", "A demands", 0, 100, 1, 75, "%"),
    ),
    "critical-risk": (
        Slider("win", "Winning is worth", 5, 20, 1, 10, "points"),
        Slider("concede", "Giving way is worth", -4, 4, 1, 2, "points"),
        Slider("war", "War is worth", -60, -5, 1, -30, "points"),
        Slider("risk", "Risk of war in each step", 1, 20, 1, 5, "%"),
        Slider("steps", "Steps taken", 1, 20, 1, 13),
    ),
    "threat-tree": (
        Slider("prior", "A is resolved with probability", 5, 90, 5, 25, "%"),
        Slider("loss", "War costs B", 0.5, 5, 0.5, 2),
        Slider("audience", "Backing down costs A", 0.1, 2, 0.1, 0.5),
    ),
    "security-dilemma": (
        Slider("betrayed", "Loss if you trust and they arm", 0.5, 5, 0.5, 3, "points"),
        Slider("wasted", "Loss if you arm and they do not", 0.2, 1.8, 0.2, 1, "points"),
        Slider("trust", "Your trust that they want only security", 0, 100, 5, 60, "%"),
        Slider(
            *("apart", "Arms for attack and for defence", 0, 1, 1, 0),
            words=("look alike", "can be told apart"),
        ),
    ),
}


class Controls(anywidget.AnyWidget):
    """The sliders: native HTML, and a button that sets them back."""

    _esm = _HERE / "figure.js"
    _css = _HERE / "figure.css"
    name = traitlets.Unicode().tag(sync=True)
    sliders: Any = traitlets.List().tag(sync=True)
    values = traitlets.Dict().tag(sync=True)
    answered = traitlets.Unicode().tag(sync=True)


class Words(anywidget.AnyWidget):
    """The picture in words, said to who cannot see it, and the name of the picture."""

    _esm = _HERE / "words.js"
    title = traitlets.Unicode().tag(sync=True)
    text = traitlets.Unicode().tag(sync=True)


class Figure(ipywidgets.VBox):
    """A figure with its sliders, and the same in words.

    Parameters
    ----------
    name : str
        One of the names that `figure` knows.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.sliders = {slider.name: slider for slider in _FIGURES[name]}
        start = {slider.name: slider.start for slider in self.sliders.values()}
        self.controls = Controls(
            name=name, sliders=[slider._asdict() for slider in self.sliders.values()]
        )
        self.picture = ipywidgets.Output()
        self.picture.add_class("parley-figure")
        self.words = Words()
        box = ipywidgets.VBox(children=(self.controls, self.picture, self.words))
        super().__init__(children=(box.add_class("parley-turn-box"),))
        self.add_class("parley-turn")
        self.controls.on_msg(self._answer)
        self.turn(start)
        self._first = self._bundle, f"Figure {name}: {self.words.text}"

    def __repr__(self) -> str:
        """Say what the figure shows at first, the same in every kernel."""
        return self._first[1]

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        """Return the widget, all its words, and the first picture for pages without a kernel."""
        picture, words = self._first
        return super()._repr_mimebundle_(**kwargs) | {_PLOTLY: picture, "text/plain": words}

    def turn(self, values: dict[str, Any], reply: str = "") -> None:
        """Set the sliders, and draw what they say.

        Parameters
        ----------
        values : dict
            Numbers by the sliders' names; each goes to the nearest that its slider has.
        reply : str
            The id of the message this answers; empty for none.
        """
        known = {name: slider.nearest(values.get(name)) for name, slider in self.sliders.items()}
        name = self.name.replace("-", "_")
        module = import_module(f"parley.figures.{name}")
        drawn = getattr(module, name)(**known)
        told = module.describe(**known)
        self._bundle = {**drawn.to_plotly_json(), "config": _CONFIG}
        data = {_PLOTLY: self._bundle, "text/plain": told}
        self.picture.layout.height = f"{drawn.layout.height}px"
        self.picture.outputs = ({"output_type": "display_data", "data": data, "metadata": {}},)
        with self.words.hold_sync():
            self.words.title, self.words.text = drawn.layout.title.text, told
        with self.controls.hold_sync():
            self.controls.values, self.controls.answered = known, reply

    def _answer(self, _controls: Controls, message: dict[str, Any], _buffers: list[bytes]) -> None:
        values = message.get("values")
        self.turn(values if isinstance(values, dict) else {}, str(message.get("id", "")))


def figure(name: str) -> Figure:
    """Show a figure that turns.

    Parameters
    ----------
    name : str
        Such as ``"zone"``.

    Returns
    -------
    Figure
        A widget; its text form says what the figure shows at first.

    Raises
    ------
    parley.errors.ParleyError
        If there is no figure of this name.
    """
    if name not in _FIGURES:
        raise ParleyError(f"There is no figure {name!r}; there are {', '.join(_FIGURES)}.")
    return Figure(name)
