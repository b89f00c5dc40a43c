"""Every number that module 04 takes from a model or a scenario is what that gives."""

import re

import pytest
from tests.notebooks.modules import lesson

from parley import scenario
from parley.models.logrolling import logrolling, worth
from parley.models.outcomes import kalai_smorodinsky_points, nash_points, pareto_frontier
from parley.models.rubinstein import endless, finite
from parley.models.zone import zone

LESSON = lesson("04_bilateral_talks")
NUMBERS = {"two": 2, "five": 5, "seven": 7, "eight": 8, "nine": 9}


def part(heading: str) -> str:
    """Return what stands under a heading of the lesson."""
    return LESSON.partition(f"\n{heading}\n")[2].partition("\n## ")[0]


def numbers(pattern: str, text: str) -> tuple[int, ...]:
    """Return the numbers that a sentence of the lesson holds."""
    return tuple(map(int, re.search(pattern, text).groups()))


class TestLeaving:
    LESSON = part("## When to leave")

    def test_the_limits_of_the_picture_leave_a_zone(self):
        limits = numbers(
            r"no less than (\d+) km; the other gives no more than (\d+)\.", self.LESSON
        )
        assert zone(*limits).width > 0
        assert zone(*reversed(limits)) is None

    def test_the_last_offer_beats_leaving_but_not_the_demand(self):
        (leaving,) = numbers(r"Leaving is worth (\d+) points", self.LESSON)
        (demand,) = numbers(r"a package worth (\d+)\.", self.LESSON)
        (offer,) = numbers(r"a last offer worth (\d+)", self.LESSON)
        assert leaving < offer < demand
        assert f"{offer} is more than {leaving}." in self.LESSON


class TestLogrolling:
    LESSON = part("## Make value, then claim it")

    def test_the_trade_gives_each_more_than_the_middle(self):
        mine = numbers(r"For you the road is worth (\d+) points and the posts (\d+)", self.LESSON)
        theirs = numbers(r"For them the road is worth (\d+) and the posts (\d+)", self.LESSON)
        assert sum(mine) == sum(theirs) == 100
        (middle,) = numbers(r"in the middle, each gets (\d+) points", self.LESSON)
        (trade,) = numbers(r"they take the posts, each gets (\d+)\.", self.LESSON)
        model = logrolling(mine[0], theirs[0])
        assert model.trade == (1, 0)
        assert worth(mine[0], theirs[0], model.split) == (middle, middle)
        assert worth(mine[0], theirs[0], model.trade) == (trade, trade)
        shares = (0, 0.5, 1)
        points = [worth(mine[0], theirs[0], (road, posts)) for road in shares for posts in shares]
        assert (middle, middle) not in pareto_frontier(points)
        assert nash_points(points, (0, 0)) == ((trade, trade),)
        assert kalai_smorodinsky_points(points, (0, 0)) == ((trade, trade),)

    @pytest.mark.parametrize("weight", [20, 50, 80])
    def test_without_a_difference_no_trade_makes_both_better_off(self, weight):
        assert "now no trade makes both better off." in self.LESSON
        shares = [step / 10 for step in range(11)]
        sums = {
            round(sum(worth(weight, weight, (road, posts))), 9)
            for road in shares
            for posts in shares
        }
        assert sums == {100}


class TestWaiting:
    LESSON = part("## Who can wait")
    ROWS = re.findall(r"\| (\d+) % for you, (\d+) % for them \| (\d+) \| (\d+) \|", LESSON)

    def test_there_are_two_rows(self):
        assert len(self.ROWS) == 2

    @pytest.mark.parametrize("row", ROWS, ids="/".join)
    def test_what_two_informed_sides_agree(self, row):
        you, they, first, second = map(int, row)
        shares = endless(you / 100, they / 100)
        assert tuple(round(100 * share) for share in shares) == (first, second)

    def test_a_last_round_gives_power_to_the_last_offer(self):
        long, patience, more, short, less = re.search(
            r"With (\w+) rounds and (\d+) % for both, the first side gets (\d+); "
            r"with (\w+) rounds it gets (\d+)\.",
            self.LESSON,
        ).groups()
        for rounds, share in ((long, more), (short, less)):
            kept = int(patience) / 100
            assert round(100 * finite(kept, kept, NUMBERS[rounds])[0]) == int(share)


class TestTables:
    def test_the_tent(self):
        found = scenario.load("tent")
        intro = part("## The table: the tent")
        issues, rounds = re.search(r"(\w+) issues, one counterpart, (\w+) rounds", intro).groups()
        assert NUMBERS[issues.lower()] == len(found.issues)
        assert NUMBERS[rounds] == found.terms.rounds
        assert "Prisoners are one of the five issues in the tent." in LESSON
        assert "prisoners" in [issue.id for issue in found.issues]

    def test_the_navies(self):
        if "incidents-at-sea" not in scenario.exercises():
            pytest.skip("the second table is not there")
        (issues,) = re.search(r"(\w+) issues, and no war", LESSON).groups()
        assert NUMBERS[issues.lower()] == len(scenario.load("incidents-at-sea").issues)


def test_the_inspection_of_guard_posts():
    """Eleven teams of seven people from each side went to eleven posts of the other."""
    people, posts = numbers(r"(\d+) people visited (\d+) guard posts", LESSON)
    assert people == 2 * 11 * 7
    assert posts == 2 * 11
