"""A figure that turns: native sliders, the picture, and the same in words.

The script sends the values that are shown, one message at a time: while one is on its way, only
the newest waits.  The kernel answers by setting the picture of an `Output` and the words.
"""

from importlib import import_module
from pathlib import Path
from typing import Any

import anywidget
import ipywidgets
import traitlets

from parley.errors import ParleyError
from parley.panel.sliders import FIGURES

__all__ = ["Figure", "figure"]

_HERE = Path(__file__).parent
_CONFIG = {"displayModeBar": False, "responsive": True}
_PLOTLY = "application/vnd.plotly.v1+json"


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
        self.sliders = {slider.name: slider for slider in FIGURES[name]}
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
    if name not in FIGURES:
        raise ParleyError(f"There is no figure {name!r}; there are {', '.join(FIGURES)}.")
    return Figure(name)
