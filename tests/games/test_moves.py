"""Whatever is sent as a move: a sentence or a new state, and nothing else."""

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.games import bargaining

from parley import scenario
from parley.errors import Refused
from parley.games.bargaining import apply, facts, form, is_terminal, refuse, view
from parley.games.bargaining.rules import KINDS, to_move, to_step

START = bargaining.deal(scenario.load("tent"), "p2", 0)
SLUGS = [issue.slug for issue in START.variant.issues]

scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12)
plain = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)
names = st.sampled_from([*SLUGS, "issue", "get", "give", "because", "expect"]) | st.text(max_size=5)
words = st.sampled_from([*SLUGS, "agree", "learn", ""])
nearly = st.builds(
    lambda kind, rest: {"kind": kind} | rest,
    st.sampled_from(KINDS) | plain,
    st.dictionaries(names, words | st.integers(-1, 5) | plain, max_size=7),
)
offers = st.fixed_dictionaries({"kind": st.just("offer")} | dict.fromkeys(SLUGS, st.integers(0, 4)))
lawful_words = st.one_of(
    offers,
    st.fixed_dictionaries(
        {"kind": st.sampled_from(["ask", "reveal"]), "issue": st.sampled_from(SLUGS)}
    ),
    st.fixed_dictionaries(
        {"kind": st.just("trade"), "get": st.sampled_from(SLUGS), "give": st.sampled_from(SLUGS)}
    ),
    st.fixed_dictionaries({"kind": st.sampled_from(["adjourn", "accept", "walk-out"])}),
)


def check(state, move):
    """Check that a move is refused with a sentence, or leads to a state."""
    reason = refuse(state, move)
    if reason is None:
        after = apply(state, move)
        assert after.turns[:-1] == state.turns
        json.dumps(facts(after), allow_nan=False)
        return after
    assert 10 < len(reason) < 500
    reason.encode("utf-8")
    with pytest.raises(Refused) as refused:
        apply(state, move)
    assert str(refused.value) == reason
    return state


@given(plain | nearly | lawful_words)
@example({"kind": "ask", "\ud800": 1})
@example({"kind": "adjourn"} | {"x" * 3000: 1})
@example({"kind": "\ud800"})
@example({"kind": "ask", "issue": float("nan")})
@example({"kind": "offer"} | dict.fromkeys(SLUGS, True))
@example({"kind": "offer"} | dict.fromkeys(SLUGS, 10**400))
def test_any_plain_data_is_a_move_or_refused_with_a_sentence(move):
    check(START, move)


@settings(deadline=None)
@given(st.lists(nearly | lawful_words, max_size=12))
def test_any_sequence_of_moves_leaves_a_state_one_can_see(moves):
    state = START
    for move in moves:
        state = check(state, move)
    shown = view(state)
    assert bool(shown.over) == is_terminal(state) == (not form(state).actions)


@given(lawful_words)
def test_a_move_and_its_step_are_the_same_thing(move):
    if refuse(START, move) is None:
        assert to_move(START.variant, to_step(START.variant, move)) == move


@given(offers)
def test_an_offer_keeps_the_red_lines_or_is_refused_by_name(move):
    numbers = START.variant.numbers
    step = to_step(START.variant, move)
    reason = refuse(START, move)
    if numbers.lawful(step.package):
        assert reason is None
    else:
        labels = [issue.label for issue in START.variant.issues]
        assert reason.startswith("Your red line on ")
        assert any(label in reason for label in labels)


def test_everything_the_form_offers_is_allowed():
    """Every action, with its fields as they are set, is lawful or says that it is closed."""
    for hidden in range(3):
        state = bargaining.deal(scenario.load("tent"), "p3", hidden)
        for action in form(state).actions:
            fields = {field.name: field.value for field in action.fields}
            reason = refuse(state, {"kind": action.kind} | fields)
            assert (reason is None) == (not action.closed), action.kind


def test_nothing_is_allowed_once_the_talks_are_over():
    ends = {}
    for number in range(12):
        start = bargaining.rekeyed(START, f"end {number}")
        for policy in (*bargaining.NAIVE.values(), bargaining.passive):
            state = bargaining.ended(start, policy)
            ends[state.outcome] = state
    assert {"agreed", "walked-out", "broken-off"} <= set(ends)
    for state in ends.values():
        assert "over" in refuse(state, {"kind": "adjourn"})
        assert "over" in refuse(state, {"kind": "walk-out"})
