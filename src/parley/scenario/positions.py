"""A form: single positions from several exercises, answered one after the other.

Two parallel forms, one at the start of the course and one at its end, show what was learned.
"""

from typing import Any, Literal

from pydantic import Field

from parley.errors import ParleyError
from parley.record import Header
from parley.scenario.base import Brief, Criterion, Position, Profile, Profiles, Scenario, Strict
from parley.scenario.draw import Draw, place_position


class Chosen(Strict):
    """A position of another exercise, by its id; it is one of those to practise on."""

    exercise: str
    position: str


class PositionsScenario(Scenario):
    """A form of positions, each of which is marked as in its own exercise."""

    game: Literal["positions"]
    sources: tuple[str, ...] = ()
    names: tuple[dict[str, str], ...] = ({},)
    brief: Brief = Brief(situation=(), task=())
    criteria: dict[str, Criterion] = {}
    profiles: Profiles = Profiles(practice=(Profile(id="form"),))
    positions: tuple[Chosen, ...] = Field(min_length=1)

    @property
    def rules(self) -> int:
        """The version of a form's rules: that each position takes one move."""
        return 1

    def draws(self, header: Header) -> tuple[Draw, ...]:
        """Return the positions as the parts of an attempt, in their order."""
        return tuple(
            self._draw(header, chosen, number)
            for number, chosen in enumerate(self.positions, start=1)
        )

    def _draw(self, header: Header, chosen: Chosen, number: int) -> Draw:
        from parley.scenario import load, positions

        pool: tuple[Position, ...] = positions(chosen.exercise)["practice"]
        found = next((one for one in pool if one.id == chosen.position), None)
        if found is None:
            raise ParleyError(
                f"{self.exercise}: positions: {chosen.exercise} has no position "
                f"{chosen.position!r} to practise on. Choose one from data/positions."
            )
        part, label = f"position-{number:02d}", f"Position {number}"
        return place_position(load(chosen.exercise), header, found, part, label)

    def numbers(self, profile: Any) -> None:
        """Return nothing: the numbers are those of the positions' own exercises."""

    def deal(
        self, header: Header, profile: Any, hidden: int, part: str, opening: tuple[Any, ...] = ()
    ) -> tuple[Draw, ...]:
        """Return all positions of the form, drawn: together they are what a trainee gets."""
        return self.draws(header)
