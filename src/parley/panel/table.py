"""The table: a session shown as one form of labelled controls and, after a play, its picture.

The script in ``script/`` sends one message for one move; the kernel answers by setting the
synced trait ``screen``, which is all there is to see. A page that is loaded again, or a second
view of the same table, therefore shows the same state.
"""

import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

import anywidget
import ipywidgets
import traitlets

from parley.errors import ParleyError

__all__ = ["Form", "Table", "table"]

_HERE = Path(__file__).parent
_MODULES = ("dom", "pieces", "head", "decision", "map", "review", "replay", "panel")
_CONFIG = {"displayModeBar": False, "responsive": True}
_FAULT = "Something went wrong in the kernel, and the move was not made. Run all cells again."


class Session(Protocol):
    """What the panel needs of a session of play."""

    def view(self) -> dict[str, Any]: ...  # noqa: D102
    def review_view(self) -> dict[str, Any] | None: ...  # noqa: D102
    def move(  # noqa: D102
        self, move: dict[str, Any], part: str | None = None, at: int | None = None
    ) -> None: ...
    def select(self, part: str) -> None: ...  # noqa: D102
    def new_attempt(self) -> None: ...  # noqa: D102
    def play_on(self, row: int) -> None: ...  # noqa: D102
    def rename(self, trainee: str) -> None: ...  # noqa: D102
    def step(self, to: int) -> None: ...  # noqa: D102


def _script() -> str:
    """Return the modules of the script as the one that anywidget takes: none imports another."""
    files = (_HERE / "script" / f"{name}.js" for name in _MODULES)
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    return re.sub(r"^import .*\n|^export (?!default)", "", text, flags=re.MULTILINE)


class Form(anywidget.AnyWidget):
    """The controls of a table: native HTML, one message for one move.

    The map is a trait of its own, so that it travels only when it changes.
    """

    _esm = _script()
    _css = _HERE / "panel.css"
    screen = traitlets.Dict().tag(sync=True)
    map = traitlets.Unicode().tag(sync=True)


class Table(ipywidgets.VBox):
    """A form and, once a practice play is over, the picture of its review.

    Parameters
    ----------
    session : Session
        The play to show; it keeps the record.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.form = Form()
        self.figure = ipywidgets.Output()
        self.figure.add_class("parley-figure")
        self._reviewed: dict[str, Any] | None = None
        self._picture: dict[str, str] = {}
        super().__init__(children=(self.form, self.figure))
        self.add_class("parley-table")
        self.form.on_msg(self._answer)
        self.show()

    def __repr__(self) -> str:
        """Say which play this is, the same in every kernel."""
        screen = self.form.screen
        return (
            f"Table: {screen['exercise']}, attempt {screen['attempt']}, trainee {screen['trainee']}"
        )

    def show(self, reply: str = "", refused: str = "") -> None:
        """Set the form and the figure to what the session now is.

        Parameters
        ----------
        reply : str
            The id of the message this answers; empty for none.
        refused : str
            Why the message changed nothing; empty if it did.
        """
        review = self.session.review_view()
        self._draw_figure(review)
        words = review and {**review, "figure": None, "picture": self._picture}
        view = self.session.view()
        with self.form.hold_sync():
            self.form.map = view.pop("map")
            self.form.screen = {**view, "review": words, "reply": reply, "refused": refused}

    def _draw_figure(self, review: dict[str, Any] | None) -> None:
        if review is self._reviewed or review == self._reviewed:
            return
        self._reviewed = review
        outputs, self._picture, height = _outputs(review["figure"] if review else None)
        self.figure.layout.height = height
        self.figure.outputs = outputs

    def _answer(self, _form: Form, message: dict[str, Any], _buffers: list[bytes]) -> None:
        reply = str(message.get("id", ""))
        try:
            self._act(message)
        except ParleyError as error:
            self.show(reply, str(error))
        except Exception:
            self.show(reply, _FAULT)
            raise
        else:
            self.show(reply)

    def _act(self, message: dict[str, Any]) -> None:
        session = self.session
        acts: dict[str, Callable[[], None]] = {
            "move": lambda: session.move(message["move"], message["part"], message["at"]),
            "select": lambda: session.select(message["part"]),
            "new-attempt": session.new_attempt,
            "play-on": lambda: session.play_on(message["row"]),
            "name": lambda: session.rename(message["trainee"]),
            "step": lambda: session.step(message["to"]),
        }
        acts[message["do"]]()


def table(session: Session) -> Table:
    """Show a session as a table to play at.

    Parameters
    ----------
    session : Session
        An open session, as `parley.play.open_session` returns it.

    Returns
    -------
    Table
        A widget; its text form names exercise, attempt and trainee.
    """
    return Table(session)


def _outputs(
    figure: tuple[str, dict[str, Any]] | None,
) -> tuple[tuple[dict[str, Any], ...], dict[str, str], str | None]:
    """Return the figure as an output of a cell, its title and the same in words, its height."""
    if not figure:
        return (), {}, None
    name, data = figure
    module = import_module(f"parley.figures.{name}")
    words = module.describe(data)
    drawn = getattr(module, name)(data)
    bundle = {
        "application/vnd.plotly.v1+json": {**drawn.to_plotly_json(), "config": _CONFIG},
        "text/plain": words,
    }
    shown = {"title": drawn.layout.title.text, "words": words}
    output = {"output_type": "display_data", "data": bundle, "metadata": {}}
    return (output,), shown, f"{drawn.layout.height}px"
