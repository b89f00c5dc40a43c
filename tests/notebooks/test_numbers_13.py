"""Every number that module 13 takes from a model or a scenario is what that gives."""

import re

import pytest
from tests.figures.turning import STARTS
from tests.notebooks.modules import lesson

from graders.check_turns import draws, naive_mark
from parley import scenario
from parley.figures.richardson import GRIEVANCE_B
from parley.games.turns.policies import POLICIES
from parley.models.richardson import Race
from parley.models.two_level_games import agreement, best_limit, expected
from parley.models.two_thresholds import Thresholds
from parley.solutions import solutions

LESSON = lesson("13_force_and_dialogue")


def part(heading: str) -> str:
    """Return what stands under a heading of the lesson."""
    return LESSON.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def numbers(pattern: str, text: str) -> tuple[float, ...]:
    """Return the numbers that a sentence of the lesson holds."""
    found = re.search(pattern, text)
    assert found, pattern
    return tuple(float(number) for number in found.groups())


class TestTwoThresholds:
    LESSON = part("Why the middle can be the worst")

    def found(self, **changes: float) -> Thresholds:
        """Return the rival that the picture draws, with some sliders moved."""
        now = STARTS["two-thresholds"] | changes
        return Thresholds(
            now["greedy"] / 100, now["enough"], now["bears"], now["doubt"], now["notice"]
        )

    def test_it_starts_as_the_lesson_says(self):
        start = STARTS["two-thresholds"]
        assert numbers(r"respects a posture of about (\d+)", self.LESSON) == (start["enough"],)
        told = numbers(r"bears about (\d+), and notice adds (\d+)", self.LESSON)
        assert told == (start["bears"], start["notice"])
        assert numbers(r"may be wrong by (\d+), and both", self.LESSON) == (start["doubt"],)
        assert start["greedy"] == 50

    def test_the_middle_is_worse_than_nothing(self):
        middle, risk, nothing = numbers(
            r"at (\d+), the risk of war is ([\d.]+) %.*\n.*At 0 it is only (\d+) %", self.LESSON
        )
        assert 100 * self.found().war(middle) == pytest.approx(risk, abs=0.05)
        assert 100 * self.found().war(0) == pytest.approx(nothing)

    def test_a_belief_sends_to_an_end(self):
        greedy, risk, posture, fearful, again, low = numbers(
            r"greedy\" to (\d+) %: the least risk is (\d+) %, at a posture of (\d+)\. "
            r"Set it to (\d+) %: it is (\d+) % again, at (\d+)\.",
            self.LESSON,
        )
        for share, least, best in ((greedy, risk, posture), (fearful, again, low)):
            now = self.found(greedy=share)
            assert (now.best, 100 * now.war(now.best)) == (best, pytest.approx(least))

    def test_notice_opens_a_window(self):
        greedy, notice, risk, posture = numbers(
            r"back to (\d+) % and raise \"Notice and talks\" to (\d+)\. "
            r"The risk falls to (\d+) % at a posture of (\d+)",
            self.LESSON,
        )
        now = self.found(greedy=greedy, notice=notice)
        assert (now.best, 100 * now.war(now.best)) == (posture, risk)

    def test_where_the_middle_is_right(self):
        notice, enough, bears, low, high = numbers(
            r"notice back to (\d+), .* respects\" to (\d+) and .* bears\" to (\d+)\. "
            r"From (\d+) to (\d+) nobody acts",
            self.LESSON,
        )
        now = self.found(notice=notice, enough=enough, bears=bears)
        assert [now.war(one) for one in (low, 50, high)] == [0, 0, 0]
        assert min(now.war(low - 1), now.war(high + 1)) > 0


class TestRichardson:
    LESSON = part("The spiral")

    def race(self, **changes: float) -> Race:
        """Return the race that the picture draws, with some sliders moved."""
        now = STARTS["richardson"] | changes
        fears, burdens = (now["fear_a"], now["fear_b"]), (now["burden_a"], now["burden_b"])
        return Race(*fears, *burdens, now["grievance"], GRIEVANCE_B)

    def test_fear_by_fear(self):
        rows = re.findall(r"\| ([\d.]+) \| (?:A ([\d.]+), B ([\d.]+)|(nowhere)) \|", self.LESSON)
        assert len(rows) == 4
        assert float(rows[0][0]) == STARTS["richardson"]["fear_a"]
        for fear, a, b, nowhere in rows:
            found = self.race(fear_a=float(fear))
            assert found.stable is not bool(nowhere)
            if not nowhere:
                assert found.rest == pytest.approx((float(a), float(b)), abs=0.005)

    def test_the_words_before_and_after_the_rows(self):
        first = numbers(r"at ([\d.]+) units for A and ([\d.]+) for B", self.LESSON)
        assert self.race().rest == pytest.approx(first, abs=0.005)
        fear, burden, a, b = numbers(
            r"At ([\d.]+), raise the burden of A to ([\d.]+): .* at ([\d.]+) and ([\d.]+)\.",
            self.LESSON,
        )
        found = self.race(fear_a=fear, burden_a=burden)
        assert found.stable
        assert found.rest == pytest.approx((a, b), abs=0.005)


class TestTwoLevelGames:
    LESSON = part("The table at home")

    def test_a_tied_hand_helps_until_it_ties_too_much(self):
        home, foreign = numbers(
            r"ratifies (\d+) % for you or more, and the other side's up to (\d+) %", self.LESSON
        )
        (agreed,) = numbers(r"The governments agree on (\d+) %", self.LESSON)
        tied, gained = numbers(
            r"home to (\d+) %: a tied hand wins, and you get (\d+) %", self.LESSON
        )
        (broken,) = numbers(r"Raise it to (\d+) %: no deal is left", self.LESSON)
        for limit, result in ((home, agreed), (tied, gained)):
            assert agreement(limit / 100, foreign / 100) == pytest.approx(result / 100)
        assert agreement(broken / 100, foreign / 100) is None

    def test_with_doubt(self):
        doubt, limit, brings, best = numbers(
            r"to within (\d+) points, so on average a limit of (\d+) % brings (\d+) %, "
            r"and (\d+) % is best",
            self.LESSON,
        )
        start = STARTS["two-level-games"]
        assert doubt == start["doubt"]
        ends = (start["foreign"] - doubt) / 100, (start["foreign"] + doubt) / 100
        assert expected(limit / 100, *ends) == pytest.approx(brings / 100)
        assert best_limit(*ends) == pytest.approx(best / 100)


class TestTable:
    LESSON = part("The table: two ladders")

    @pytest.fixture
    def marks(self):
        """Return the mean marks of three habits, over the practice profiles."""
        found, shipped = scenario.load("two-ladders"), solutions("two-ladders")
        posture, message = numbers(r"posture (\d) and message (\d) in every week", self.LESSON)
        middle = {"kind": "move", "posture": int(posture), "message": int(message)}
        habits = {"soft": POLICIES["soft"], "hard": POLICIES["hard"]}
        habits["middle"] = lambda _state, _random: dict(middle)
        every = {name: [] for name in habits}
        for profile in found.profiles.practice:
            values, starts = shipped.values(profile.id), list(draws(found, profile))
            floors = [values.floor(start) for start in starts]
            for name, policy in habits.items():
                every[name].append(naive_mark(values, starts, floors, policy))
        return every

    def test_habits_do_badly(self, marks):
        hard, soft, middle = numbers(
            r"marks (\d+), and a package without force at most (\d+)\.\n"
            r".* in every week, marks at most (\d+)\.",
            self.LESSON,
        )
        assert [round(max(marks[name])) for name in ("hard", "soft", "middle")] == [
            hard,
            soft,
            middle,
        ]
        assert len(marks["middle"]) == 6

    def test_the_table_is_as_the_lesson_says(self):
        found = scenario.load("two-ladders")
        assert found.terms.turns == 7
        assert found.tracks["message"].values[0] == "ultimatum"
        assert "A message of 0 is an unlawful ultimatum" in self.LESSON
