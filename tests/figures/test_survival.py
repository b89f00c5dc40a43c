"""The figure of how long peace lasts."""

import pytest
from tests.figures.turning import drawn, said

from parley.figures.survival import MANY, made

NAME = "survival"


def test_words_at_the_start():
    words = said(NAME)
    assert "the hazard is 27 % less, a ratio of 0.73, and the probability 31.1 %" in words
    assert "that 62.7 % without and 73.8 % with peacekeepers last longer than 8 years" in words


def test_a_ratio_of_one_changes_nothing():
    assert "the hazard is the same" in said(NAME, ratio=100)
    assert drawn(NAME, ratio=100).layout.title.text.endswith("40 % without, 40 % with")


def test_one_reads_no_further_than_one_has_looked():
    assert "last longer than 5 years" in said(NAME, years=5, at=12)


@pytest.mark.parametrize("years", [4, 11, 20])
def test_every_spell_is_seen_for_half_the_time_at_least(years):
    spells = made(0.05, years)
    assert len(spells) == MANY
    assert all(spell.ended or spell.time >= years / 2 - 1e-9 for spell in spells)
