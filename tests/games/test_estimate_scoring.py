"""The score of an answer with a confidence: proper, exact, and split without rest."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.games.estimate import SCALES, SIX, THREE

from parley.games.estimate.scoring import FULL, Scale

HALF = Fraction(1, 2)

scales = st.sampled_from(sorted(SCALES)).map(SCALES.get)


@st.composite
def answered(draw):
    """Draw a scale, a right answer, an answer and a confidence."""
    scale = draw(scales)
    key, answer = (draw(st.sampled_from(scale.answers)) for _ in range(2))
    return scale, key, answer, draw(st.integers(scale.lowest, 100))


class TestEnds:
    @pytest.mark.parametrize("scale", SCALES.values(), ids=SCALES)
    def test_right_without_doubt_loses_nothing(self, scale):
        assert all(scale.loss(key, key, 100) == 0 for key in scale.answers)

    def test_a_neighbour_loses_half_of_what_a_far_answer_loses(self):
        assert SIX.loss("contested", "overstated", 100) == FULL
        assert SIX.loss("contested", "wrong", 100) == 2 * FULL

    def test_what_stands_apart_has_no_neighbour(self):
        assert SIX.loss("wrong", "not-checkable", 100) == 2 * FULL
        assert SIX.loss("not-checkable", "wrong", 100) == 2 * FULL

    def test_no_answer_of_three_is_half_right(self):
        pairs = [(a, b) for a, b in product(THREE.answers, repeat=2) if a != b]
        assert {THREE.loss(*pair, 100) for pair in pairs} == {2 * FULL}

    def test_the_lowest_confidence_is_one_in_as_many_as_there_are(self):
        assert (SIX.lowest, THREE.lowest) == (17, 33)

    def test_three_answers_give_the_score_of_brier(self):
        p = (Fraction(6, 10), Fraction(2, 10), Fraction(2, 10))
        brier = p[0] ** 2 + (p[1] - 1) ** 2 + p[2] ** 2
        assert THREE.loss("corrected", "teach", 60) == FULL * brier

    def test_by_hand(self):
        # contested at 50 %, the key is overstated: off by 0.5, −0.9 and four times 0.1
        own = Fraction(25, 100) + Fraction(81, 100) + 4 * Fraction(1, 100)
        near = sum(a * b for a, b in [(1, 1), (1, 5), (5, -9), (-9, 1)])
        assert SIX.loss("overstated", "contested", 50) == FULL * (own + Fraction(near, 100))


class TestProper:
    @given(scales, st.data())
    def test_nothing_beats_what_one_believes(self, scale, data):
        believed = data.draw(st.sampled_from(scale.answers))
        sure = data.draw(st.integers(scale.lowest, 100))
        honest = expected(scale, believed, sure, believed, sure)
        answer = data.draw(st.sampled_from(scale.answers))
        confidence = data.draw(st.integers(scale.lowest, 100))
        other = expected(scale, believed, sure, answer, confidence)
        assert other >= honest
        if (answer, confidence) != (believed, sure):
            assert other > honest

    @pytest.mark.parametrize("scale", SCALES.values(), ids=SCALES)
    @pytest.mark.parametrize("sure", [34, 50, 75, 100])
    def test_it_is_the_least_of_all_answers(self, scale, sure):
        for believed in scale.answers:
            every = product(scale.answers, range(scale.lowest, 101))
            best = min(every, key=lambda pair: expected(scale, believed, sure, *pair))
            assert best == (believed, sure)

    def test_more_than_half_near_would_not_be_proper(self):
        """A half is as near as the chain of five allows with room to spare."""
        bad = Scale(SIX.answers, 5, Fraction(7, 10))
        off = [1, -2, 2, -2, 1, 0]
        weight = {(a, b): bad.credit(a, b) for a in bad.answers for b in bad.answers}
        assert quadratic(bad, weight, off) < 0
        good = {(a, b): SIX.credit(a, b) for a in SIX.answers for b in SIX.answers}
        assert quadratic(SIX, good, off) > 0


def expected(scale, believed, sure, answer, confidence):
    """Return the expected loss of an answer under a belief of the answers' own form; exact."""
    rest = Fraction(100 - sure, 100 * (len(scale.answers) - 1))
    chances = dict.fromkeys(scale.answers, rest) | {believed: Fraction(sure, 100)}
    return sum(chance * scale.loss(key, answer, confidence) for key, chance in chances.items())


def quadratic(scale, weight, off):
    pairs = list(zip(scale.answers, off, strict=True))
    return sum(weight[a, b] * x * y for a, x in pairs for b, y in pairs)


class TestSplit:
    @given(answered())
    def test_it_adds_up_and_no_part_is_negative(self, case):
        scale, key, answer, confidence = case
        parts = scale.split(key, answer, confidence)
        assert sum(parts.values()) == scale.loss(key, answer, confidence)
        assert min(parts.values()) >= 0

    @given(answered())
    def test_a_right_answer_is_charged_for_its_doubt_only(self, case):
        scale, key, _, confidence = case
        parts = scale.split(key, key, confidence)
        assert {name for name, lost in parts.items() if lost} <= {"confidence"}

    def test_a_far_answer_at_its_lowest_is_charged_for_the_answer_only(self):
        parts = SIX.split("wrong", "supported", SIX.lowest)
        assert parts["confidence"] == 0
        assert parts["trusting"] > 0

    @pytest.mark.parametrize(
        ("key", "answer", "side"),
        [
            ("wrong", "supported", "trusting"),
            ("contested", "supported-with-qualification", "trusting"),
            ("supported", "overstated", "doubting"),
            ("not-checkable", "supported", "checkable"),
            ("supported", "not-checkable", "checkable"),
        ],
    )
    def test_the_side_of_a_wrong_answer_is_told(self, key, answer, side):
        parts = SIX.split(key, answer, 60)
        assert {name for name, lost in parts.items() if lost and name != "confidence"} == {side}

    def test_three_answers_can_all_be_checked(self):
        assert set(THREE.split("teach", "not", 50)) == {"trusting", "doubting", "confidence"}

    def test_more_doubt_costs_more_when_right_and_less_when_far_off(self):
        right = [SIX.loss("wrong", "wrong", c) for c in range(SIX.lowest, 101)]
        far = [SIX.loss("wrong", "supported", c) for c in range(SIX.lowest, 101)]
        assert right == sorted(right, reverse=True)
        assert far == sorted(far)
