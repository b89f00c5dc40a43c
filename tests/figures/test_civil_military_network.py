"""The network of civilians and soldiers: its table keeps the rules, its picture the table."""

from itertools import product

import pytest
from tests.figures.turning import corners, drawn, said

from parley.figures.civil_military_network import ACTORS, SITUATIONS, links, reached
from parley.panel.sliders import FIGURES

EVERY = list(product(range(3), range(2)))
PLACE = {key: place for place, key in enumerate(ACTORS)}


@pytest.mark.parametrize(("situation", "question"), EVERY)
class TestTable:
    def test_both_ends_are_there_and_no_pair_has_two_links(self, situation, question):
        found = links(situation, question)
        ends = [frozenset((link.start, link.end)) for link in found]
        assert all(str(situation) in ACTORS[key].there for pair in ends for key in pair)
        assert len(set(ends)) == len(ends)

    def test_everybody_who_is_there_has_a_link(self, situation, question):
        touched = {key for link in links(situation, question) for key in (link.start, link.end)}
        assert touched == {key for key, one in ACTORS.items() if str(situation) in one.there}


@pytest.mark.parametrize("situation", range(3))
class TestRules:
    def test_nobody_orders_an_aid_agency_and_the_officer_orders_nobody(self, situation):
        orders = [link for link in links(situation, 0) if link.kind == "orders"]
        assert "agencies" not in {link.end for link in orders}
        assert "officer" not in {link.start for link in orders}

    def test_the_force_has_one_master(self, situation):
        found = [x for x in links(situation, 0) if x.kind == "orders" and x.end == "force"]
        assert [link.start for link in found] == [("capital", "head", "capital")[situation]]

    def test_in_war_movements_go_to_all_sides_alike_and_observations_to_none(self, situation):
        told = {x.end for x in links(situation, 1) if x.kind == "moves"}
        refused = {x.end for x in links(situation, 1) if x.kind == "never"}
        sides = {"cimic", "host", "armed"} if situation else set()
        assert told - {"agencies"} == refused == sides


@pytest.mark.parametrize("values", corners("civil-military-network"))
def test_picture_and_words_follow_the_table(values):
    figure, words = (
        drawn("civil-military-network", **values),
        said("civil-military-network", **values),
    )
    key = list(ACTORS)[values["actor"]]
    if str(values["situation"]) not in ACTORS[key].there:
        assert "not there" in figure.layout.title.text
        assert "is not there" in words
        return
    lines = [trace for trace in figure.data if trace.line.width == 4]
    touching = [x for x in links(values["situation"], values["question"]) if key in x[:2]]
    assert sum(len(trace.x) for trace in lines) == 3 * len(touching)
    others = {link.end if link.start == key else link.start for link in touching}
    assert all(ACTORS[other].name in words for other in others)
    bold = [note.text for note in figure.layout.annotations if "<b>" in note.text]
    assert bold == [f"<b>{ACTORS[key].label}</b>"]


def test_the_sliders_name_what_the_table_names():
    situation, _, actor = FIGURES["civil-military-network"]
    assert situation.words == SITUATIONS
    assert actor.words == tuple(one.name for one in ACTORS.values())


def test_words_at_the_start():
    assert said("civil-military-network") == (
        "In a war with a UN mission, the CMCoord officer takes orders from the humanitarian "
        "coordinator; and talks with the CIMIC staff, the host state, the aid agencies and the "
        "armed group. Simplified for teaching."
    )


def test_plural_verbs_and_absent_actors():
    words = said("civil-military-network", situation=0, actor=PLACE["agencies"])
    assert "the aid agencies are asked by the humanitarian coordinator; and talk with" in words
    absent = said("civil-military-network", situation=2, actor=PLACE["head"])
    assert "the head of mission is not there" in absent


class TestReach:
    def test_orders_go_down_a_chain(self):
        assert reached(1, 0, "head") == ("cimic",)
        assert reached(1, 0, "cimic") == ()

    def test_what_agencies_share_in_a_war_can_be_passed_on_to_those_who_fight(self):
        assert {"cimic", "armed", "host"} <= set(reached(1, 1, "agencies"))
        assert "force" not in reached(1, 1, "agencies"), "the force's own reports are another net"
        assert "can be passed on to" in said(
            "civil-military-network", situation=1, question=1, actor=7
        )
