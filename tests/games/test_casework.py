"""The rule engine and the desk: facts decide, the first rule wins, the order of files does not."""

from itertools import product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.games import casework
from tests.games.casework import BOOK, ask, desk, rule

from parley.errors import ParleyError, Refused
from parley.games import family
from parley.games.casework.engine import deciding, thresholds, unreachable
from parley.games.casework.rules import COSTS, FULL, to_move
from parley.marking import broken

GAME = family("casework")
DOMAINS = {
    "armed": frozenset((False, True)),
    "status": frozenset(("open", "shut", "lost")),
    "men": frozenset(range(4)),
}
CONDITIONS = st.one_of(
    st.builds(ask, st.just("armed"), st.booleans()),
    st.builds(
        lambda some: ask("status", *some), st.sets(st.sampled_from(("open", "shut", "lost")))
    ),
    st.builds(
        lambda edge, sign: ask("men", edge, sign=sign),
        st.integers(0, 3),
        st.sampled_from((">=", "<=", ">", "<", "")),
    ),
)
SOME = st.lists(CONDITIONS, max_size=2).map(tuple)
RULES = st.lists(
    st.builds(
        lambda when, either: rule("r", "yes", *when, either=either),
        SOME,
        st.lists(st.lists(CONDITIONS, min_size=1, max_size=2).map(tuple), max_size=2).map(tuple),
    ),
    max_size=5,
)
FACTS = [
    dict(zip(DOMAINS, values, strict=True))
    for values in product(*(sorted(values, key=str) for values in DOMAINS.values()))
]
START = GAME.initial_state(desk(("armed", "rest", "many"), shown=True))
KEY = casework.content(("armed", "rest", "many"))
VALUES = GAME.values(BOOK, KEY)


def met(condition, facts):
    """Tell whether a condition is met, by other means than the engine's."""
    value, edge = facts[condition.fact], condition.values[0] if condition.values else None
    return {
        "": value in condition.values,
        ">=": condition.sign == ">=" and value >= edge,
        "<=": condition.sign == "<=" and value <= edge,
        ">": condition.sign == ">" and value > edge,
        "<": condition.sign == "<" and value < edge,
    }[condition.sign]


def holds(one, facts):
    return all(met(c, facts) for c in one.when) and (
        not one.either or any(all(met(c, facts) for c in some) for some in one.either)
    )


@given(RULES)
def test_the_first_rule_that_holds_decides(rules):
    rules = [*rules, rule("rest", "no")]
    for facts in FACTS:
        place = next(place for place, one in enumerate(rules) if holds(one, facts))
        assert deciding(rules, facts) is rules[place]


@given(RULES)
def test_unreachable_rules_are_those_that_decide_nowhere(rules):
    deciding_somewhere = {
        id(next((one for one in rules if holds(one, facts)), None)) for facts in FACTS
    }
    found = [id(one) for one in unreachable(rules, DOMAINS)]
    assert found == [id(one) for one in rules if id(one) not in deciding_somewhere]


def test_rules_of_which_none_holds_decide_nothing():
    with pytest.raises(LookupError, match="no rule holds on these facts"):
        deciding(BOOK.rules[:1], {"armed": False})


def test_thresholds_and_their_neighbours_tell_all_conditions_apart():
    either = ((ask("men", 7, sign="<"),), (ask("armed", True),))
    rules = [rule("a", "no", ask("men", 100, sign=">=")), rule("b", "no", either=either)]
    assert thresholds(rules, "men") == {99, 100, 101, 6, 7, 8}
    assert thresholds(BOOK.rules[:1], "men") == {-1, 0, 1}


def test_true_is_not_one_and_one_is_not_true():
    assert not ask("men", 1).met(True)
    assert not ask("armed", True).met(1)


@pytest.mark.parametrize(
    ("decision", "named", "losses"),
    [
        ("no", "armed", {"decision": 0, "rule": 0}),
        ("no", "many", {"decision": 0, "rule": 60}),
        ("yes", "armed", {"decision": 40, "rule": 0}),
        ("yes", "rest", {"decision": 40, "rule": 60}),
    ],
)
def test_a_wrong_decision_costs_40_and_a_wrong_rule_60(decision, named, losses):
    move = to_move(START.file, decision, named)
    assert VALUES.losses(START, move) == losses
    assert GAME.points(GAME.apply(START, move)) == FULL - sum(losses.values())


def test_a_file_that_is_left_costs_all_of_it():
    left = GAME.apply(START, {"kind": "leave"})
    assert VALUES.losses(START, {"kind": "leave"}) == {"undecided": FULL}
    assert sum(COSTS.values()) == FULL
    assert GAME.points(left) == 0


def test_breaking_the_law_is_known_to_who_has_the_key():
    shown, hidden = (
        GAME.apply(
            GAME.initial_state(desk(("armed", "rest"), shown)),
            to_move(START.file, "yes", "rest"),
        )
        for shown in (True, False)
    )
    article = ("Book, art. 1: armed. (“File 1”)",)
    assert GAME.caps(shown) == article
    assert GAME.caps(hidden) == ()
    values = GAME.values(BOOK, casework.content(("armed", "rest")))
    assert broken(GAME, values, hidden) == article


def test_without_a_key_no_points_and_no_rulings_show():
    state = GAME.initial_state(desk(("armed", "rest"), shown=False))
    after = GAME.apply(state, to_move(state.file, "no", "armed"))
    assert GAME.points(after) == 0
    assert "File 2" in GAME.form(after).shown[0].title
    seen = GAME.view(after)
    assert seen.said == "Your decision on file 1 is kept."
    assert [block.title for block in seen.known] == ["The rules"]
    assert [meter.label for meter in seen.meters] == ["Files dealt with"]
    assert GAME.view(GAME.apply(state, {"kind": "leave"})).said == "You left file 1."


@pytest.mark.parametrize(
    ("move", "said"),
    [
        (to_move(START.file, "no", "armed"), "Decision and rule are right: No, by Armed."),
        (
            to_move(START.file, "no", "many"),
            "The decision is right, the rule is not. Right was: No, by Armed.",
        ),
        (
            to_move(START.file, "yes", "armed"),
            "The rule is right, the decision is not. Right was: No, by Armed.",
        ),
        (to_move(START.file, "yes", "rest"), "Neither is right. Right was: No, by Armed."),
        ({"kind": "leave"}, "You left it. Right was: No, by Armed."),
    ],
)
def test_what_was_right_is_said_at_once_in_practice(move, said):
    assert GAME.view(GAME.apply(START, move)).said == said


def test_a_review_tells_what_holds_why_and_the_source():
    move = to_move(START.file, "yes", "rest")
    told = GAME.tell(VALUES, START, move, GAME.apply(START, move))
    assert told.move == "Yes, by Rest"
    assert told.best_move == "No, by Armed"
    for words in ("Why 1.", "Armed: yes", "What armed says.", "Source: Book of armed."):
        assert words in told.known_now
    assert told.known_then == "Text 1."


def test_the_end_counts_what_was_right():
    state = START
    for decision, named in (("no", "armed"), ("yes", "armed")):
        state = GAME.apply(state, to_move(state.file, decision, named))
    state = GAME.apply(state, {"kind": "leave"})
    assert GAME.view(state).over == (
        "All 3 files have been dealt with, 1 of them left undecided. "
        "Right decisions: 2; right rules: 1."
    )
    assert GAME.form(state).actions == ()


def test_all_that_is_refused_is_refused_with_a_reason():
    for move in casework.unlawful(START):
        assert GAME.refuse(START, move)
        with pytest.raises(Refused):
            GAME.apply(START, move)


@pytest.mark.parametrize(
    ("move", "reason"),
    [
        ("x", "A move needs a kind, one of decide, leave; got 'x'"),
        ({"kind": "decide"}, "takes decision and rule; got none"),
        ({"kind": "leave", "rule": "rest"}, "takes no decision and no rule; got 'rule'"),
        (to_move(START.file, "", "rest"), "Choose a decision first"),
        (to_move(START.file, "no", ""), "Choose a rule first"),
        (to_move(START.file, "maybe", "rest"), "The decision is one of yes, no; got 'maybe'"),
        (to_move(START.file, "no", "x"), "The rule is one of armed, many, rest; got 'x'"),
        ({"kind": "leave", "file": "f09"}, "The file to decide now is f01; got 'f09'"),
        ({"kind": "leave", "because": "x"}, "'because' is one of case; got 'x'"),
    ],
)
def test_a_refused_move_is_told_the_rule_and_what_was_got(move, reason):
    assert reason in GAME.refuse(START, move)


def test_after_the_last_file_nothing_is_decided():
    state = GAME.initial_state(desk(("rest",), shown=True))
    after = GAME.apply(state, {"kind": "leave"})
    assert "All files have been dealt with" in GAME.refuse(after, {"kind": "leave"})


def test_a_file_that_the_key_does_not_know_is_named():
    values = GAME.values(BOOK, {})
    with pytest.raises(ParleyError, match="The key has no entry 'f01'"):
        values.advise(START)


@given(st.integers(0, 999), st.integers(0, 999))
def test_another_order_and_other_names_change_neither_facts_nor_losses(play, order):
    rng, state = Random(play), START
    moves = {}
    while not GAME.is_terminal(state):
        move = GAME.POLICIES["random"](state, rng)
        moves[state.file.slug] = move
        state = GAME.apply(state, move)
    other = casework.rekeyed(START, order)
    while not GAME.is_terminal(other):
        other = GAME.apply(other, moves[other.file.slug])
    assert GAME.facts(other) == GAME.facts(state)
    assert GAME.points(other) == GAME.points(state) == VALUES.points(other)
    assert sorted(GAME.caps(other)) == sorted(GAME.caps(state))


def test_soft_and_hard_take_the_first_rule_of_their_decision():
    soft, hard = (GAME.POLICIES[name](START, Random(0)) for name in ("soft", "hard"))
    assert (soft["decision"], soft["rule"]) == ("yes", "rest")
    assert (hard["decision"], hard["rule"]) == ("no", "armed")
