"""The text of a mandate keeps the contract, and no sentence in it may break the law."""

import pytest
from tests.contract import Contract, CountingContract
from tests.games import bargaining

from parley import scenario
from parley.errors import Refused
from parley.games.bargaining import apply, caps, facts, form, refuse, view
from parley.marking import CAP, mark
from parley.record import PRACTICE, Header
from parley.session import RecordSession

EXERCISE = "mandate-text"

LAWFUL, UNLAWFUL = {"respect", "primary", "agreements"}, {"above", "captured", "villages"}


class TestPractice(Contract):
    exercise = EXERCISE
    use = "practice"
    game = bargaining


class TestCounted(CountingContract):
    exercise = EXERCISE
    game = bargaining


class TestSentences:
    """A sentence goes with a text, changes no answer, and may break the law."""

    @pytest.fixture
    def start(self):
        return bargaining.deal(scenario.load(EXERCISE), "p1", 0)

    def offer(self, start, clause=""):
        best = {issue.slug: issue.option(2) for issue in start.variant.issues}
        return {"kind": "offer"} | best | ({"clause": clause} if clause else {})

    @pytest.mark.parametrize("clause", sorted(LAWFUL))
    def test_a_lawful_sentence_breaks_nothing(self, start, clause):
        assert caps(apply(start, self.offer(start, clause))) == ()

    @pytest.mark.parametrize("clause", sorted(UNLAWFUL))
    def test_an_unlawful_sentence_names_the_law_once(self, start, clause):
        after = apply(start, self.offer(start, clause))
        again = apply(after, self.offer(start, clause))
        (law,) = caps(again)
        assert "article" in law or "ST/SGB/1999/13" in law

    def test_a_sentence_changes_no_answer_and_no_points(self, start):
        plain, added = apply(start, self.offer(start)), apply(start, self.offer(start, "respect"))
        assert facts(added) == facts(plain) | {"clause": "respect"}

    def test_the_log_quotes_the_sentence(self, start):
        after = apply(start, self.offer(start, "primary"))
        assert "with the sentence “The government keeps" in view(after).log[0].text

    def test_the_form_asks_for_it_beside_a_text_only_and_proposes_it_again(self, start):
        asked = {a.kind: [field.name for field in a.fields] for a in form(start).actions}
        assert [kind for kind, fields in asked.items() if "clause" in fields] == ["offer", "accept"]
        after = apply(start, self.offer(start, "respect"))
        again = next(a for a in form(after).actions if a.kind == "accept")
        assert [field.value for field in again.fields] == ["respect"]

    def test_an_unknown_sentence_is_refused(self, start):
        with pytest.raises(Refused, match=r"'clause' is one of .*respect.*; got 'silence'\."):
            apply(start, self.offer(start, "silence"))

    def test_a_question_carries_no_sentence(self, start):
        move = {"kind": "ask", "issue": "force", "clause": "respect"}
        assert refuse(start, move) == "The move ask takes issue; got 'clause', 'issue'."

    def test_talks_without_sentences_ask_for_none(self):
        tent = bargaining.deal(scenario.load("tent"), "p1", 0)
        assert "clause" not in {field.name for a in form(tent).actions for field in a.fields}

    def test_an_unlawful_sentence_caps_the_mark(self, tmp_path):
        found = scenario.load(EXERCISE)
        header = Header(EXERCISE, found.version, found.rules, "ada", "", PRACTICE, 1)
        session = RecordSession(header, tmp_path / "one.jsonl")
        (name,) = session.play.parts
        session.move(self.offer(session.play.parts[name].states[-1], "above"), name)
        marked = mark(session.play)
        assert marked.caps
        assert marked.mark <= CAP


def test_every_sentence_is_tried_above():
    assert {one.id: bool(one.breach) for one in scenario.load(EXERCISE).clauses} == dict.fromkeys(
        LAWFUL, False
    ) | dict.fromkeys(UNLAWFUL, True)
