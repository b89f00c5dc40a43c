"""Every number that module 02 takes from a data set, a model or a scenario is what that gives."""

import re

import pytest
from tests.notebooks.modules import lesson

from parley import scenario
from parley.figures.pieces import percent
from parley.figures.series import rows
from parley.figures.timeline import KINDS, MOST, WIDTHS, describe, timeline
from parley.models.voting_power import banzhaf
from parley.panel.sliders import FIGURES

LESSON = lesson("02_a_history")
WORDS = {"five": 5, "seven": 7, "eight": 8, "twelve": 12, "four": 4, "sixteen": 16, "sixth": 6}


def part(heading: str) -> str:
    """Return what stands under a heading of the lesson."""
    return LESSON.partition(f"\n{heading}\n")[2].partition("\n## ")[0]


def found(pattern: str, text: str) -> tuple[str, ...]:
    """Return what a sentence of the lesson holds."""
    match = re.search(pattern, text)
    assert match, pattern
    return match.groups()


def numbers(pattern: str, text: str) -> tuple[int, ...]:
    """Return the numbers that a sentence of the lesson holds, also in words."""
    return tuple(WORDS.get(one.lower()) or int(one) for one in found(pattern, text))


class TestEvents:
    LESSON = part("## A hundred events")

    def count(self, first: int, width: str, kind: str = "all kinds") -> int:
        """Return how many events the title of the picture counts."""
        widths = ("10", "25", "50", "100", "500", "all")
        figure = timeline(first, widths.index(width), KINDS.index(kind))
        return int(figure.layout.title.text.split()[0])

    def test_there_are_a_hundred_and_each_kind_can_be_chosen(self):
        assert self.count(-1300, "all") == 100
        assert (
            dict(zip(("first", "width"), FIGURES["timeline"], strict=False))["first"].low == -1300
        )
        assert WIDTHS[-1] > 3000

    def test_how_the_picture_opens(self):
        first, width, kind = (slider.start for slider in FIGURES["timeline"])
        assert (first, WIDTHS[width], KINDS[kind]) == (1960, 50, "all kinds")
        (events,) = numbers(r"fifty years from 1960: (\d+) events", self.LESSON)
        (again,) = numbers(r"that (\d+) fall between 1960 and 2010", self.LESSON)
        assert events == again == self.count(1960, "50")
        assert numbers(r"tell up to (\w+),", self.LESSON) == (MOST,)

    def test_what_to_try(self):
        all_kinds, left = numbers(
            r"Choose 1810 and 100 years: (\d+) .*?: (\w+) are left", self.LESSON
        )
        assert all_kinds == self.count(1810, "100")
        assert left == self.count(1810, "100", "arms control")
        (hotlines,) = numbers(r"the kind \*hotline\*: (\w+) events", self.LESSON)
        assert hotlines == self.count(-1300, "all", "hotline")

    def test_the_answers_are_in_the_words_of_the_picture(self):
        control = describe(1810, WIDTHS.index(100), KINDS.index("arms control"))
        assert "in 1870 Russia declares itself free of it" in control
        assert "2023: The United States shoots down a Chinese balloon; China declines" in describe(
            -1300, len(WIDTHS) - 1, KINDS.index("hotline")
        )

    def test_the_line_of_attaches_is_almost_empty(self):
        assert self.count(-1300, "all", "attaché") == 3


class TestWeights:
    LESSON = part("## Weights: the balance of power")

    def shares(self, year: int) -> dict[str, float]:
        """Return the shares of a year, the largest first."""
        here = {row["name"]: row["share"] for row in rows("great-powers") if row["year"] == year}
        return dict(sorted(here.items(), key=lambda pair: -pair[1]))

    def test_two_years(self):
        powers, first, two = found(
            r"In 1820 the first of (\w+) powers had (.*? %), and the two largest had (.*? %)",
            self.LESSON,
        )
        before = list(self.shares(1820).values())
        assert (WORDS[powers], first, two) == (5, percent(before[0]), percent(sum(before[:2])))
        powers, first = found(
            r"In 1913 (\w+) powers shared, and the first had (.*? %)", self.LESSON
        )
        after = list(self.shares(1913).values())
        assert (WORDS[powers], first) == (len(after), percent(after[0]))

    def test_two_poles(self):
        told = found(r"had (.*? %) and (.*? %) together", self.LESSON)
        for year, share in zip((1963, 1989), told, strict=True):
            here = self.shares(year)
            assert list(here)[:2] == ["United States of America", "Russia"]
            assert share == percent(sum(list(here.values())[:2]))

    def test_the_smaller_share_won(self):
        russia, japan = found(r"Russia had (.*? %), Japan (.*? %)\.", self.LESSON)
        here = self.shares(1904)
        assert (russia, japan) == (percent(here["Russia"]), percent(here["Japan"]))


class TestAlliances:
    LESSON = part("## Alliances: from few to many")
    ROWS = re.findall(r"\| (\d{4}) \| (\d+) \| (\d+) % \|", LESSON)

    @staticmethod
    def of(year: int) -> dict:
        """Return the year's row of the set."""
        return next(row for row in rows("alliances") if row["year"] == year)

    def test_there_are_five_rows(self):
        assert len(self.ROWS) == 5

    @pytest.mark.parametrize("row", ROWS, ids="/".join)
    def test_a_row(self, row):
        year, alliances, share = map(int, row)
        assert alliances == self.of(year)["alliances"]
        assert share == round(100 * self.of(year)["share_allied"])

    def test_the_growth_is_in_pacts_not_to_attack(self):
        before, after = self.of(1991), self.of(2018)
        assert numbers(r"rose from (\d+) to (\d+)", self.LESSON) == (
            before["alliances"],
            after["alliances"],
        )
        (same,) = numbers(r"promise to defend stayed at (\d+)", self.LESSON)
        assert same == before["with_defence"] == after["with_defence"]
        assert numbers(r"not to attack each other: (\d+), then (\d+)", self.LESSON) == (
            before["with_nonaggression"],
            after["with_nonaggression"],
        )


class TestEnds:
    LESSON = part("## How agreements end")
    INSTRUMENTS = {row["instrument"]: row for row in rows("instruments")}

    def test_there_are_as_many_ways_as_the_summary_says(self):
        (ways,) = numbers(r"named (\w+) ways in which agreements end", LESSON)
        assert len(re.findall(r"^\| (?!How|---)", self.LESSON, re.MULTILINE)) == ways

    @pytest.mark.parametrize(
        ("way", "key", "instrument", "status"),
        [
            ("suspended", "cfe-suspension-2023", "cfe-treaty", "suspended 2023"),
            ("ran out", "new-start-2026", "new-start", "lapsed 2026"),
            ("replaced", "vienna-document-1990", "stockholm-document", "ended 1991"),
        ],
    )
    def test_how_an_instrument_stands(self, way, key, instrument, status):
        (row,) = re.findall(rf"^\| {way} \|.*$", self.LESSON, re.MULTILINE)
        assert key in row
        assert self.INSTRUMENTS[instrument]["status"] == status


class TestTables:
    CONGRESS = part("## The table: the congress")

    def test_the_congress(self):
        powers, sessions = numbers(r"(\w+) powers meet in (\w+) sessions", self.CONGRESS)
        table = scenario.load("congress-table")
        assert sessions == table.terms.turns
        weights = (317, 161, 123, 93, 52)
        (mine,) = numbers(r"Your weight is (\d+) thousandths", self.CONGRESS)
        (total,) = numbers(r"half of the (\d+) thousandths", self.CONGRESS)
        assert (len(weights), weights[3], sum(weights)) == (powers, mine, total)
        assert all(str(weight) in str(table.brief) for weight in weights)
        first, second, third, own, last = banzhaf(total // 2 + 1, weights)
        assert "the sea power has half of all such turns" in self.CONGRESS
        (part_of,) = numbers(r"western power have a (\w+) each", self.CONGRESS)
        assert (first, last) == (1 / 2, 0)
        assert second == third == own
        assert own * part_of == 1

    def test_balancing_is_cheaper_than_aligning(self):
        assert "To balance is cheaper in points" in self.CONGRESS
        acts = scenario.load("congress-table").acts
        assert float(acts["balance"].cost) < float(acts["align"].cost)

    def test_the_missions(self):
        (missions,) = numbers(r"(\w+) missions lie on the desk", self.CONGRESS)
        assert len(scenario.load("bind-the-crown").files) == missions
