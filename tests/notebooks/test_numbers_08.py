"""Every number that module 08 takes from a model, a set or a scenario is what that gives."""

import re
from fractions import Fraction

import pytest
from tests.notebooks.modules import lesson

from parley import scenario, sets
from parley.figures.voting_power import BODIES
from parley.games.turns import steps
from parley.games.turns.model import opening
from parley.models.burden_sharing import burden
from parley.models.cost_sharing import in_core, shapley
from parley.models.tying_hands import sinking_costs, tying_hands
from parley.models.voting_power import shapley_shubik
from parley.panel.sliders import FIGURES

LESSON = lesson("08_alliances")
NUMBERS = {"five": 5, "six": 6, "eight": 8, "nine": 9, "three": 3}


def part(heading: str) -> str:
    """Return what stands under a heading of the lesson."""
    return LESSON.partition(f"\n{heading}\n")[2].partition("\n## ")[0]


def numbers(pattern: str, text: str) -> tuple[float, ...]:
    """Return the numbers that a sentence of the lesson holds."""
    return tuple(map(float, re.search(pattern, text).groups()))


def start(figure: str, slider: str) -> float:
    """Return where a slider of a figure starts."""
    return next(one.start for one in FIGURES[figure] if one.name == slider)


class TestPromises:
    LESSON = part("## Abandoned or dragged in")

    @pytest.mark.parametrize("tough", [None, 20])
    def test_the_risk_of_war(self, tough):
        if tough is None:
            (tied,) = numbers(r"it can be worth, and the risk of war is (\d+) %", self.LESSON)
            (sunk,) = numbers(r"only from \d+ %, and the risk is (\d+) %", self.LESSON)
            tough = start("tying-hands", "tough")
        else:
            _, tied, sunk = numbers(
                r"tough with probability\" to (\d+) %: the risks fall to (\d+) and (\d+) %",
                self.LESSON,
            )
        rest = [start("tying-hands", name) / 100 for name in ("win", "cost")]
        assert round(100 * tying_hands(tough / 100, *rest).war) == tied
        assert round(100 * sinking_costs(tough / 100, *rest).war) == sunk

    def test_who_signs_and_who_sends_troops(self):
        (signs,) = numbers(r"to whom the ally is worth (\d+) % or more", self.LESSON)
        (sends,) = numbers(r"Troops are sent only from (\d+) %", self.LESSON)
        at = [start("tying-hands", name) / 100 for name in ("tough", "win", "cost")]
        assert round(100 * tying_hands(*at).from_value) == signs
        assert round(100 * sinking_costs(*at).from_value) == sends


class TestData:
    LESSON = part("## What the data show")
    YEARS = sets.load("alliances").set_index("year")

    def test_the_share_of_states_with_a_promise_of_defence(self):
        found = dict(
            zip(
                (1900, 1943, 2018),
                numbers(
                    r"to 1900: (\d+) % of all states.*?"
                    r"In 1943, in a world war, it was (\d+) %, and in 2018 (\d+) %",
                    self.LESSON.replace("\n", " "),
                ),
                strict=True,
            )
        )
        for year, share in found.items():
            assert round(100 * self.YEARS.share_with_defence[year]) == share

    def test_what_the_alliances_promise(self):
        every, defend, spare = numbers(
            r"Of (\d+) alliances only (\d+) promise defence, and (\d+) promise not", self.LESSON
        )
        now, then = self.YEARS.loc[2018], self.YEARS.loc[1970]
        assert (every, defend, spare) == (now.alliances, now.with_defence, now.with_nonaggression)
        before = numbers(r"In 1970 it was (\d+) and (\d+)\.", self.LESSON)
        assert before == (then.with_defence, then.with_nonaggression)
        assert "fewer treaties of defence, and more states in each" in self.LESSON
        assert now.with_defence < then.with_defence
        assert now.share_with_defence * now.states > then.share_with_defence * then.states

    def test_the_newspaper_is_wrong(self):
        assert numbers(r"There are (\d+) alliances", self.LESSON) == (373,)
        assert numbers(r"Only (\d+) of the (\d+) promise", self.LESSON) == (48, 373)
        assert "In 2018 a quarter of all states were in none of those." in self.LESSON
        assert 1 - self.YEARS.share_with_defence[2018] == pytest.approx(0.25, abs=0.02)


class TestPaying:
    LESSON = part("## Who pays")
    TASTE = start("burden-sharing", "taste") / 100

    def wealth(self, **changed):
        known = {name: start("burden-sharing", name) for name in ("middle", "small")} | changed
        return 100, known["middle"], known["small"]

    def test_what_each_gives(self):
        large, middle = numbers(
            r"the large ally gives (\d+) % of its wealth, the middle one (\d+) %", self.LESSON
        )
        wealth = self.wealth()
        found = burden(self.TASTE, wealth)
        shares = [round(100 * one / own) for one, own in zip(found.gifts, wealth, strict=True)]
        assert shares == [large, middle, 0]
        assert "and the small one nothing" in self.LESSON
        total, best = numbers(r"they give (\d+) units; as one they would give (\d+)", self.LESSON)
        assert (round(found.total), round(found.best)) == (total, best)

    def test_a_smaller_ally_gives_nothing(self):
        (size,) = numbers(r"Wealth of the middle ally\" to (\d+): it gives nothing", self.LESSON)
        assert burden(self.TASTE, self.wealth(middle=size)).gifts[1:] == (0, 0)

    def test_who_leaves_the_runway(self):
        costs = tuple(
            int(start("cost-sharing", one)) for one in ("liaison", "transport", "patrol", "tanker")
        )
        alone = numbers(r"pay (\d+), (\d+), (\d+) and (\d+) million; together 18", self.LESSON)
        assert costs == alone
        assert max(costs) == 18
        assert numbers(r"In equal parts each pays ([\d.]+)\.\n", self.LESSON) == (18 / 4,)
        assert numbers(r"first three pay ([\d.]+) together, although (\d+)", self.LESSON) == (
            3 * 18 / 4,
            max(costs[:3]),
        )
        assert not in_core(costs, [18 / 4] * 4)
        shares = shapley(costs)
        assert shares == numbers(r"who need it: (\d+), (\d+), (\d+) and (\d+)", self.LESSON)
        assert in_core(costs, shares)

    def test_a_longer_runway_for_the_tanker(self):
        (longer,) = numbers(r"Set the tanker to (\d+): now also", self.LESSON)
        costs = (8, 11, 13, int(longer))
        own = [Fraction(costs[3] * one, sum(costs)) for one in costs]
        assert not in_core(costs, own)
        assert in_core((8, 11, 13, 18), [Fraction(18 * one, 50) for one in (8, 11, 13, 18)])
        assert shapley(costs)[:3] == (2, 3, 4)


class TestDeciding:
    LESSON = part("## Who decides, and how one leaves")
    PACT = BODIES[2]
    WEIGHTS = tuple(kind.weight for kind in PACT.kinds)

    def test_the_pact_of_five(self):
        *votes, quota, total = numbers(
            r"with (\d), (\d), (\d), (\d) and (\d) votes, where (\d+) of (\d+)", self.LESSON
        )
        assert (tuple(votes), quota, total) == (self.WEIGHTS, self.PACT.quota, sum(self.WEIGHTS))
        power = [round(100 * one) for one in map(float, shapley_shubik(8, self.WEIGHTS))]
        assert power[3:] == [7, 7]
        assert "the state with 1: 7 % each" in self.LESSON

    def test_a_higher_quota(self):
        shift, power = numbers(
            r"beyond the rule\" to (\d): now the first three have (\d+) % each", self.LESSON
        )
        found = shapley_shubik(self.PACT.quota + int(shift), self.WEIGHTS)
        assert {round(100 * float(one)) for one in found[:3]} == {power}


class TestTables:
    def test_the_pact(self):
        found = scenario.load("write-the-pact")
        meetings, clauses, crises = re.search(
            r"in (\w+) meetings, (\w+) clause in each; then it is tried on (\w+) listed crises",
            part("## The table: write the pact"),
        ).groups()
        assert NUMBERS[meetings] == found.terms.turns
        assert clauses == "one"
        assert NUMBERS[crises] == sum("Crisis" in one.label for one in found.end)

    def test_too_much_can_cost_more_than_nothing(self):
        assert "In five of the six practice pacts the widest lawful text" in LESSON
        worse = [costs(profile) for profile in scenario.load("write-the-pact").profiles.practice]
        assert len(worse) == 6
        assert sum(wide > empty for wide, empty in worse) == 5

    def test_the_shares(self):
        partners, companies = re.search(
            r"(\w+) partners must guard one airfield with (\w+) companies", LESSON
        ).groups()
        found = scenario.load("shares")
        assert NUMBERS[partners.lower()] == len(found.cards)
        assert found.derived["all"].goals[0].at == NUMBERS[companies]


def costs(profile):
    """Return what the widest lawful text without conditions costs, and a text that says nothing."""
    model = scenario.load("write-the-pact").numbers(profile)
    tracks = [track.name for track in model.tracks]
    widest = {"trigger": 2, "obligation": 3, "exercises": 3, "exit": 3}
    both = (tuple(pact.get(name, 0) for name in tracks) for pact in (widest, {}))
    public = opening(model).public
    wide, empty = (steps.final(model, public._replace(levels=levels), 0) for levels in both)
    return wide, empty
