"""Reassurance: what each side does is the best it can do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.errors import ParleyError
from parley.models.reassurance import signal

SHARES = st.integers(1, 99).map(lambda n: n / 100)
WORTHS = st.integers(1, 60).map(lambda n: n / 10)


def test_the_known_window():
    """Kydd (2005): a signal separates if it costs more than it gives who wants more."""
    kinds = {cost: signal(0.3, 0.5, cost, 2, 1).kind for cost in (0.5, 1, 1.1, 2, 2.1)}
    assert kinds == {
        0.5: "mixes",
        1: "mixes",
        1.1: "separates",
        2: "separates",
        2.1: "too dear",
    }


@given(SHARES, SHARES, WORTHS, WORTHS, WORTHS)
def test_nobody_gains_by_another_answer(trust, needed, cost, honest, other):
    found = signal(trust, needed, cost, honest, other)
    before = 1.0 if trust >= needed else 0.0  # how often one is trusted without a signal
    for gain, sends in ((honest, found.sends), (other, found.pretends)):
        more = (found.trusted - before) * gain - cost
        if sends == 0:
            assert more <= 1e-9
        elif sends == 1:
            assert more >= -1e-9
        else:
            assert more == pytest.approx(0, abs=1e-9)


@given(SHARES, SHARES, WORTHS, WORTHS, WORTHS)
def test_the_belief_follows_from_who_sends(trust, needed, cost, honest, other):
    found = signal(trust, needed, cost, honest, other)
    seen = trust * found.sends + (1 - trust) * found.pretends
    if seen:
        assert found.belief == pytest.approx(trust * found.sends / seen)
        assert found.belief >= needed - 1e-9
        silent = 1 - seen
        if silent > 1e-9:
            assert trust * (1 - found.sends) / silent < needed, "silence is not trusted"


def test_a_signal_that_gives_more_to_who_wants_more_is_no_use():
    assert signal(0.3, 0.5, 1, 2, 3).kind == "no use"


def test_numbers_outside_are_refused():
    with pytest.raises(ParleyError, match="the trust must lie between 0 and 1"):
        signal(30, 0.5, 1, 2, 1)
    with pytest.raises(ParleyError, match="the trust needed must lie between"):
        signal(0.3, 1, 1, 2, 1)
    with pytest.raises(ParleyError, match="the cost of the signal must lie between 0"):
        signal(0.3, 0.5, -1, 2, 1)
    with pytest.raises(ParleyError, match="the gain of being trusted must lie between"):
        signal(0.3, 0.5, 1, 0, 1)
