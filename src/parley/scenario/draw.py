"""Draw what one trainee gets: profile, hidden type, names and order, from words alone.

The draw is fixed by scenario, trainee, course salt, sitting and attempt.  Profiles come round in
an order of the trainee's own, so that no draw is offered twice.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from parley.chance import chance, shuffled
from parley.errors import ParleyError
from parley.games.bargaining import steps
from parley.games.bargaining.model import Numbers, members
from parley.games.bargaining.say import capital
from parley.games.bargaining.state import Issue, Variant, Words
from parley.games.bargaining.steps import Step
from parley.record import PRACTICE, Header
from parley.scenario.bargaining import BargainingScenario, IssueText, Profile, Side


@dataclass(frozen=True)
class Position:
    """A single state of a profile, answered by one move: the steps that lead to it.

    ``type`` is one of the types whose answers the steps show.
    """

    id: str
    profile: str
    type: int
    steps: tuple[Step, ...]

    @staticmethod
    def from_plain(plain: dict[str, Any]) -> "Position":
        """Return a position from its plain data."""
        path = tuple(
            Step(kind, tuple(package), get, give) for kind, package, get, give in plain["steps"]
        )
        return Position(plain["id"], plain["profile"], plain["type"], path)


@dataclass(frozen=True)
class Draw:
    """One part of an attempt: its id, what it is called, and the variant that is played.

    ``position`` is the id of the position, or empty for a whole play.
    """

    id: str
    label: str
    profile: str
    variant: Variant
    position: str = ""


def draws(
    scenario: BargainingScenario, header: Header, positions: tuple[Position, ...]
) -> tuple[Draw, ...]:
    """Return the parts of an attempt, in order.

    Parameters
    ----------
    scenario : BargainingScenario
        The scenario.
    header : Header
        Who plays, in which sitting, for which time.
    positions : tuple of Position
        The positions that count, from which a graded set draws.

    Returns
    -------
    tuple of Draw
        One play for practice; plays, then positions, for a sitting that counts.
    """
    if header.sitting == PRACTICE:
        profile, turn = _round_robin(scenario.profiles.practice, header, header.attempt - 1)
        return (_play(scenario, header, profile, turn, "play", "Play"),)
    plays = []
    for place in range(scenario.set.plays):
        index = (header.attempt - 1) * scenario.set.plays + place
        profile, turn = _round_robin(scenario.profiles.counted, header, index)
        label = f"Play {place + 1}"
        plays.append(_play(scenario, header, profile, turn, f"play-{place + 1}", label))
    return (*plays, *_positions(scenario, header, positions))


def _round_robin(profiles: tuple[Profile, ...], header: Header, index: int) -> tuple[Profile, int]:
    """Return the profile whose turn it is, and how often it was played before."""
    if not profiles:
        raise ParleyError(
            f"{header.exercise}: the scenario has no profiles for this sitting. "
            "Add some under 'profiles: counted' and check the scenario."
        )
    order = shuffled(list(profiles), *header.words(attempt=0), "profiles")
    return order[index % len(order)], index // len(order)


def _play(
    scenario: BargainingScenario, header: Header, profile: Profile, turn: int, part: str, label: str
) -> Draw:
    numbers = scenario.numbers(profile)
    kinds = [k for k, kind in enumerate(numbers.kinds) for _ in range(kind.odds)]
    order = shuffled(kinds, *header.words(attempt=0), profile.id, "types")
    drawn = variant(scenario, header, numbers, order[turn % len(order)], part, ())
    return Draw(part, label, profile.id, drawn)


def _positions(
    scenario: BargainingScenario, header: Header, pool: tuple[Position, ...]
) -> list[Draw]:
    count = scenario.set.positions
    order = shuffled(list(pool), *header.words(attempt=0), "positions")
    chosen = order[(header.attempt - 1) * count : header.attempt * count]
    if len(chosen) < count:
        raise ParleyError(
            f"{header.exercise}: attempt {header.attempt} needs {count} new positions, "
            f"{len(chosen)} are left. Allow fewer attempts."
        )
    found = []
    for place, position in enumerate(chosen, start=1):
        part = f"position-{place:02d}"
        numbers = scenario.numbers(scenario.profile(position.profile))
        alive = members(_alive(numbers, position))
        kinds = [k for k in alive for _ in range(numbers.kinds[k].odds)]
        hidden = kinds[int(chance(*header.words(), part, "type") * len(kinds))]
        drawn = variant(scenario, header, numbers, hidden, part, position.steps)
        found.append(Draw(part, f"Position {place}", position.profile, drawn, position.id))
    return found


@lru_cache(maxsize=1 << 10)
def _alive(numbers: Numbers, position: Position) -> int:
    """Return the types with which the steps to a position come out as they did."""
    now = steps.opening(numbers)
    for step in position.steps:
        cells = steps.consequence(numbers, now, step).cells
        now = next(cell.info for cell in cells if cell.types >> position.type & 1)
    return now.alive


def variant(
    scenario: BargainingScenario,
    header: Header,
    numbers: Numbers,
    hidden: int,
    part: str,
    opening: tuple[Step, ...],
) -> Variant:
    """Return a profile under the relabelling that belongs to a part.

    Parameters
    ----------
    scenario : BargainingScenario
        The scenario.
    header : Header
        Who plays, in which sitting, for which time.
    numbers : Numbers
        The profile.
    hidden : int
        The type that is really there.
    part : str
        The part of the attempt.
    opening : tuple of Step
        Steps already taken when the player comes in.

    Returns
    -------
    Variant
        What the trainee gets.
    """
    key = header.words() + (part,)
    names = scenario.names[int(chance(*key, "names") * len(scenario.names))]
    side: Side = "a" if chance(*key, "side") < 0.5 else "b"
    issues = shuffled(list(scenario.issues), *key, "issues")
    letters = "ABCDEFGHIJ"[: len(numbers.kinds)]
    return Variant(
        numbers=numbers,
        hidden=hidden,
        key="\x1f".join(str(word) for word in key),
        issues=tuple(_issue(issue, side, names) for issue in issues),
        order=tuple(shuffled(list(numbers.roles), *key, "order")),
        letters=tuple(shuffled(list(letters), *key, "letters")),
        words=_words(scenario, side, names),
        opening=opening,
    )


def _issue(issue: IssueText, side: Side, names: dict[str, str]) -> Issue:
    options = tuple(option.format(**names) for option in issue.options)
    stake = issue.stake.get(side, "").format(**names)
    return Issue(issue.id, issue.label, options, issue.better == side, stake)


def _words(scenario: BargainingScenario, side: Side, names: dict[str, str]) -> Words:
    you, they = names[side], names["b" if side == "a" else "a"]
    known = names | {"A": capital(names["a"]), "B": capital(names["b"])}
    known |= {"you": you, "they": they}
    return Words(
        title=scenario.title,
        you=you,
        they=capital(they),
        situation=tuple(text.format(**known) for text in scenario.brief.situation),
        task=tuple(text.format(**known) for text in scenario.brief.task),
        styles={str(style): text for style, text in scenario.styles.items()},
        reasons=tuple((reason.id, reason.text) for reason in scenario.reasons),
        names=tuple(sorted(known.items())),
    )
