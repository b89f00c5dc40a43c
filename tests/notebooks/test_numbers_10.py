"""Every number that module 10 takes from a model, a figure or a scenario is what that gives."""

import re

import pytest
from tests.notebooks.modules import lesson

from parley import scenario
from parley.figures.armed_escorts import CONVOYS
from parley.figures.civil_military_network import ACTORS, SITUATIONS, links
from parley.models.armed_escorts import escorts
from parley.panel.sliders import FIGURES

LESSON = lesson("10_civilians_and_soldiers")
WORDS = {"one": 1, "two": 2, "three": 3, "nine": 9, "ten": 10, "twenty": 20}
DISASTER, MISSION, ALLIANCE = range(3)


def part(heading: str) -> str:
    """Return what stands under a heading of the lesson."""
    return LESSON.partition(f"\n{heading}\n")[2].partition("\n## ")[0]


def said(pattern: str, text: str) -> tuple[float, ...]:
    """Return the numbers of a sentence, in figures or in words."""
    found = re.search(pattern, text)
    assert found, pattern
    return tuple(float(WORDS.get(number.lower(), number)) for number in found.groups())


def ends(situation: int, question: int, kind: str, actor: str) -> set[str]:
    """Return who stands at the other end of an actor's links of one kind."""
    touching = [link for link in links(situation, question) if link.kind == kind]
    return {
        link.end if link.start == actor else link.start
        for link in touching
        if actor in (link.start, link.end)
    }


class TestTasks:
    LESSON = part("## Who may task whom")

    def test_how_many_actors(self):
        assert said(r"shows (\w+) actors", self.LESSON) == (len(ACTORS),)

    def test_the_picture_begins_as_the_lesson_says(self):
        start = {slider.name: slider.start for slider in FIGURES["civil-military-network"]}
        assert list(ACTORS)[start["actor"]] == "officer"
        assert "At first you look from the CMCoord officer" in self.LESSON
        orders = [x for x in links(start["situation"], 0) if x.kind == "orders"]
        assert "officer" not in {link.start for link in orders}

    def test_the_commander_in_a_disaster(self):
        assert f"*{SITUATIONS[DISASTER]}*" in self.LESSON
        asks = {x.start for x in links(DISASTER, 0) if x[1:3] == ("force", "asks")}
        assert said(r"(\w+) actors ask: the host state and the", self.LESSON) == (len(asks),)
        assert asks == {"host", "coordinator"}
        orders = {x.start for x in links(DISASTER, 0) if x[1:3] == ("force", "orders")}
        assert orders == {"capital"}

    def test_the_commander_in_a_mission(self):
        assert f"*{SITUATIONS[MISSION]}*" in self.LESSON
        assert [x.start for x in links(MISSION, 0) if x[1:3] == ("force", "orders")] == ["head"]
        assert [x.start for x in links(MISSION, 0) if x[1:3] == ("head", "asks")] == ["coordinator"]
        assert [x for x in links(MISSION, 0) if x[1:3] == ("force", "asks")] == []

    def test_nobody_orders_an_agency(self):
        assert said(r"aid agencies in all (\w+) situations", self.LESSON) == (len(SITUATIONS),)
        for situation in range(3):
            assert not [x for x in links(situation, 0) if x[1:3] == ("agencies", "orders")]


class TestSharing:
    LESSON = part("## What may be shared with whom")

    def test_in_peace(self):
        (count,) = said(r"share needs and dangers with (\w+) others", self.LESSON)
        found = ends(DISASTER, 1, "facts", "agencies")
        assert found == {"officer", "cimic", "host"}
        assert len(found) == count

    @pytest.mark.parametrize("war", [MISSION, ALLIANCE])
    def test_in_war(self, war):
        (one,) = said(r"In a war they share with (\w+), the coordination officer", self.LESSON)
        assert ends(war, 1, "moves", "agencies") == {"officer"}
        assert ends(war, 1, "facts", "agencies") == set()
        assert one == 1
        (three,) = said(r"To (\w+) they give no names", self.LESSON)
        sides = ends(war, 1, "never", "agencies")
        assert sides == {"cimic", "host", "armed"}
        assert len(sides) == three
        assert ends(war, 1, "moves", "officer") >= sides


class TestEscorts:
    LESSON = part("## Why one escort concerns all")

    @pytest.fixture
    def found(self):
        """Return the model of the lesson, by the number of escorts and what each adds."""
        (risk,) = said(r"with a risk of (\d+) %", self.LESSON)
        (points,) = said(r"each escort adds (\d+) percentage point", self.LESSON)
        assert "An escort halves the risk of its own convoy." in self.LESSON

        def attacks(escorted, spill=points):
            return escorts(CONVOYS, int(escorted), risk / 100, 0.5, spill / 100)

        return attacks

    def test_the_picture_begins_as_the_lesson_says(self):
        start = {slider.name: slider.start for slider in FIGURES["armed-escorts"]}
        assert (start["risk"], start["cut"], start["spill"]) == (10, 50, 1)
        assert said(r"(\w+) relief convoys drive", self.LESSON) == (CONVOYS,)

    def test_attacks(self, found):
        (none,) = said(r"so (\d+) attacks are to be expected", self.LESSON)
        few, some, all_of_them, most = said(
            r"with (\d+) escorts ([\d.]+) attacks are to be expected, and with (\d+) there are "
            r"(\d+)",
            self.LESSON,
        )
        assert found(0).attacks == pytest.approx(none)
        assert found(few).attacks == pytest.approx(some)
        assert (found(all_of_them).attacks, all_of_them) == (pytest.approx(most), CONVOYS)

    def test_every_single_convoy_is_safer_with_an_escort(self, found):
        assert "safer with an escort of its own, however many others have one" in self.LESSON
        every = [found(count) for count in range(CONVOYS + 1)]
        steps = zip(every, every[1:], strict=False)
        assert all(after.guarded < before.bare for before, after in steps)

    def test_robbers(self, found):
        spill, count, attacks = said(
            r'the risk of all" to (\d+), .* with (\d+) escorts the attacks fall to (\d+)\.',
            self.LESSON,
        )
        assert found(count, spill).attacks == pytest.approx(attacks)
        spill, attacks = said(r"With (0\.\d) they fall to (\d\.\d)\.", self.LESSON)
        assert found(count, spill).attacks == pytest.approx(attacks)


class TestTables:
    def test_who_leads_is_as_the_lesson_says(self):
        found = scenario.load("who-leads")
        assert said(r"(\w+) situations come", part("## The table: who leads")) == (
            found.terms.turns,
        )
        assert set(found.tracks) >= {"effect", "access", "trust"}

    @pytest.mark.parametrize(
        ("exercise", "pattern"),
        [("who-leads", r"(\d+) at the first table"), ("liaison-desk", r"(\d+) at the liaison")],
    )
    def test_minutes(self, exercise, pattern):
        assert said(pattern, LESSON) == (scenario.load(exercise).minutes,)
