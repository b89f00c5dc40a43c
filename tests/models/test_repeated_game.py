"""Repeated games: the known thresholds and matches, and deviations tried one by one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.errors import ParleyError
from parley.models.repeated_game import AXELROD, STRATEGIES, Payoffs, match, round_robin

GAMES = st.lists(st.integers(-20, 20), min_size=4, max_size=4, unique=True).map(
    lambda values: Payoffs(*sorted(values, reverse=True))
)
PATIENCE = st.integers(0, 99).map(lambda n: n / 100)


def test_the_known_threshold():
    """Axelrod (1984), payoffs 5, 3, 1, 0."""
    assert AXELROD.threshold == 0.5
    assert AXELROD.tit_for_tat == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("first", "second", "turns", "scores"),
    [
        ("defector", "cooperator", 10, (50, 0)),
        ("defector", "tit for tat", 10, (14, 9)),
        ("defector", "tit for tat", 200, (204, 199)),
    ],
)
def test_known_matches(first, second, turns, scores):
    """The integration tests of the axelrod library."""
    assert match(first, second, turns) == scores
    assert match(second, first, turns) == scores[::-1]


def test_known_tournaments():
    """The integration tests of the axelrod library."""
    assert round_robin(["cooperator", "tit for tat", "defector"], 10) == {
        "cooperator": 30,
        "tit for tat": 39,
        "defector": 64,
    }
    assert sorted(round_robin(list(STRATEGIES), 10).values()) == [60, 69, 69, 78]


@given(GAMES, PATIENCE)
def test_keeping_pays_from_the_threshold_on(game, patience):
    if abs(patience - game.threshold) > 1e-9:
        assert (game.breaking(patience) < game.reward) == (patience > game.threshold)


@given(GAMES, st.integers(0, 95).map(lambda n: n / 100))
def test_the_totals_go_to_the_averages(game, patience):
    kept, broken = game.totals(patience, 400)
    assert (1 - patience) * kept[-1] == pytest.approx(game.reward, abs=1e-6)
    assert (1 - patience) * broken[-1] == pytest.approx(game.breaking(patience), abs=1e-6)


@given(GAMES, PATIENCE)
def test_tit_for_tat_is_beaten_by_nobody_who_plays_a_simple_cycle(game, patience):
    """Against tit for tat it is enough to try defecting always, and by turns (Axelrod 1981)."""
    turns = [patience**n for n in range(3000)]
    always = sum(
        weight * (game.punishment if n else game.temptation) for n, weight in enumerate(turns)
    )
    by_turns = sum(
        weight * (game.sucker if n % 2 else game.temptation) for n, weight in enumerate(turns)
    )
    keeping = sum(turns) * game.reward
    if abs(patience - game.tit_for_tat) > 1e-6:
        best = max(always, by_turns) <= keeping + 1e-9
        assert best == (patience > game.tit_for_tat)


def test_what_is_no_dilemma_is_refused():
    with pytest.raises(ParleyError, match="temptation must be worth more than reward"):
        Payoffs(3, 3, 1, 0)
    with pytest.raises(ParleyError, match=r"the patience must lie between 0 and 0.9999"):
        AXELROD.breaking(1)
    with pytest.raises(ParleyError, match="the number of rounds must lie between 1"):
        AXELROD.totals(0.5, 0)
    with pytest.raises(ParleyError, match="the number of turns must lie between 1"):
        match("defector", "grudger", 0)
