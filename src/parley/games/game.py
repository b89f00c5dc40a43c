"""What every family of games offers: the words in which play, marks and reviews speak of it.

A family is a package in `parley.games` whose functions are those of `Game`.  States, variants and
numbers are its own; nothing outside looks into them.
"""

from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import Any, Protocol

from parley.games.form import Form, Telling, View

Move = dict[str, Any]
Policy = Callable[[Any, Random], Move]
Picture = tuple[str, dict[str, Any]]
Outcome = bool | int | str


class Values(Protocol):
    """What moves are worth in expectation, in hundredths of a point, from a solved profile."""

    def best(self, state: Any) -> float:
        """Return the most points that lawful play expects from a state on."""

    def value(self, state: Any, move: Move) -> float:
        """Return the points expected with a move, and the best play after it."""

    def losses(self, state: Any, move: Move) -> dict[str, float]:
        """Return the regret of a move by aspect; a scenario's criteria say what they are called."""

    def advise(self, state: Any) -> tuple[Move, float]:
        """Return a best move and what it is worth."""

    def points(self, state: Any) -> float:
        """Return the points of a state, also where the state itself does not know its key."""

    def floor(self, state: Any) -> float:
        """Return the regret that the passive player runs up from a state on, with its chance."""


class Game(Protocol):
    """The rules of a family, its policies, and the words of its reviews."""

    RULES: int
    POLICIES: Mapping[str, Policy]

    def initial_state(self, variant: Any) -> Any:
        """Return the first state of a variant."""

    def form(self, state: Any) -> Form:
        """Return what may be asked of the player now."""

    def view(self, state: Any) -> View:
        """Return everything the player may see."""

    def refuse(self, state: Any, move: Any) -> str | None:
        """Return why a move is not allowed, or None."""

    def apply(self, state: Any, move: Move) -> Any:
        """Return the state after a move."""

    def is_terminal(self, state: Any) -> bool:
        """Tell whether the play is over."""

    def points(self, state: Any) -> int:
        """Return the points of a state, in hundredths."""

    def facts(self, state: Any) -> dict[str, Any]:
        """Return a state, and the step that led to it, as plain data for a digest."""

    def ends(self, variant: Any) -> tuple[str, ...]:
        """Return the ways in which a play can end, as ``end`` of `outcome` names them."""

    def outcome(self, state: Any) -> dict[str, Outcome]:
        """Return by name what a play has come to, as far as its player sees it."""

    def caps(self, state: Any) -> tuple[str, ...]:
        """Return the articles of law that the play has broken, with what was done."""

    def values(self, numbers: Any, content: Any) -> Values:
        """Return the values of a profile from what a solver wrote of it."""

    def tell(self, values: Any, before: Any, move: Move, after: Any) -> Telling:
        """Return what a review says of a move."""

    def picture(self, values: Any, states: Sequence[Any], moves: Sequence[Move]) -> Picture | None:
        """Return the name of the figure that shows a play, and its data."""
