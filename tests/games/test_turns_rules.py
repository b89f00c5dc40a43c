"""The rules of exercises in turns, the solver against brute force, and faults in a file."""

from dataclasses import asdict, replace
from fractions import Fraction
from functools import cache
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from tests.games.small_turns import PLAIN, dealt, header, scenario

from graders.bots_turns import Bots
from graders.solve_turns import Solver, openings, solved, undominated
from parley.errors import ParleyError, Refused
from parley.games.turns import apply, caps, form, initial_state, policies, refuse, steps, tell, view
from parley.games.turns.model import Information, Public, opening, reduced
from parley.games.turns.rules import drawn
from parley.scenario.turns_parts import allowed, dialled


@pytest.fixture(scope="module")
def model():
    found = scenario()
    return found.numbers(found.profiles.practice[0])


def at(model, levels, gone=0, card=0):
    return Public(gone, card, levels)


def state_of(hidden=0, key="k", **changed):
    return initial_state(replace(dealt(hidden, **changed), key=key, first=0))


class TestState:
    def test_the_same_profile_dealt_twice_gives_equal_states(self):
        found = scenario()
        profile = found.profiles.practice[0]
        first, again, other = (
            initial_state(found.deal(header(), profile, hidden, "play")) for hidden in (0, 0, 1)
        )
        assert first.variant is not again.variant
        assert first == again
        assert first != other


class TestTurn:
    def test_an_act_moves_levels_within_their_ends(self, model):
        now = at(model, (1, 0, 1))
        assert steps.acted(model, now, (1,)).levels == (0, 1, 1)
        assert steps.acted(model, now, (2, 2)).levels == (2, 0, 2)

    def test_an_act_is_open_only_under_its_condition(self, model):
        assert steps.is_open(model, at(model, (1, 0, 1)), 1)
        assert not steps.is_open(model, at(model, (1, 1, 1)), 1)

    def test_a_field_reaches_only_so_far(self, model):
        choices = steps.choices(model, at(model, (1, 1, 1)))
        assert choices == ((0,), (2, 0), (2, 1), (2, 2))

    def test_the_first_rule_that_fits_gives_the_odds(self, model):
        low = at(model, (1, 0, 1))
        assert steps.odds(model, low, (2, 0), 0) == (1, 2, 1)
        assert steps.odds(model, low, (2, 0), 1) == (2, 1, 0)
        assert steps.odds(model, low, (2, 2), 1) == (0, 1, 0)
        assert steps.odds(model, low._replace(card=1), (0,), 1) == (0, 1, 0)

    def test_a_turn_costs_act_sign_and_upkeep_then_drifts(self, model):
        found = steps.step(model, at(model, (2, 0, 1), gone=1), (0,), (1, 0))
        assert found.public == Public(2, 0, (4, 0, 1))
        assert found.gain == -(200 + 2 * 50)
        assert found.outcome == ""

    def test_a_sign_may_end_it_before_anything_drifts(self, model):
        found = steps.step(model, at(model, (2, 0, 1), gone=1), (2, 0), (2, 0))
        assert found == (Public(2, 0, (2, 0, 0)), -2100, "war")

    def test_a_break_ends_it_at_its_price(self, model):
        found = steps.step(model, at(model, (4, 0, 2)), (0,), (0, 0))
        assert found.outcome == "boil"
        assert found.gain == -(100 + 500)

    def test_the_end_costs_what_matters_to_the_type(self, model):
        public = at(model, (3, 0, 0), gone=3)
        assert steps.final(model, public, 0) == 200
        assert steps.final(model, public, 1) == 600

    def test_a_sign_moves_the_odds_by_its_weights(self, model):
        now = Information(at(model, (1, 0, 1)), (1, 2))
        after = steps.after(model, now, (2, 2), (1, 0))
        assert after.odds == reduced((1 * 1, 2 * 3))

    def test_the_weights_of_every_type_add_up_to_the_same(self, model):
        for choice in steps.choices(model, at(model, (1, 0, 1))):
            signs = steps.signs(model, at(model, (1, 0, 1)), choice)
            sums = {sum(weights[kind] for _, weights in signs) for kind in range(2)}
            assert len(sums) == 1


class TestPlay:
    def test_the_same_moves_give_the_same_states(self):
        rng, one, two = Random(1), state_of(), state_of()
        while not one.outcome:
            move = policies.random(one, rng)
            one, two = apply(one, move), apply(two, move)
            assert one.now == two.now and one.gained == two.gained

    def test_a_belief_costs_the_square_of_its_distance(self):
        state = state_of()
        right = apply(state, {"kind": "wait", "belief": 33})
        wrong = apply(state, {"kind": "wait", "belief": 83})
        assert right.gained - wrong.gained == 246

    def test_an_unlawful_order_caps_with_its_article_and_turn(self):
        cold = PLAIN["profiles"]["practice"][0] | {"dials": {"edge": 1}}
        state = state_of(odds=PLAIN["odds"][-1:], profiles={"practice": [cold]})
        state = apply(state, {"kind": "post", "post": 2, "belief": 33})
        state = apply(state, {"kind": "post", "post": 3, "belief": 33})
        assert caps(state) == ("UN Charter, art. 2(4): no threat (week 2).",)

    @pytest.mark.parametrize(
        ("move", "text"),
        [
            ({"kind": "fly", "belief": 1}, "A move needs a kind, one of wait, talk, post; got"),
            ({"kind": "wait"}, "The move wait takes belief; got nothing"),
            ({"kind": "post", "belief": 1}, "The move post takes belief and post; got 'belief'"),
            ({"kind": "post", "post": 3, "belief": 1}, "'post' may now be 0 to 2; got 3"),
            ({"kind": "post", "post": True, "belief": 1}, "'post' may now be 0 to 2; got True"),
            ({"kind": "wait", "belief": 101}, "whole number of percent, 0 to 100; got 101"),
            ({"kind": "wait", "belief": 1, "expect": "rain"}, "'expect' is one of still, push"),
        ],
    )
    def test_a_refusal_says_rule_and_value(self, move, text):
        assert text in refuse(state_of(), move)
        with pytest.raises(Refused, match=r"\w+"):
            apply(state_of(), move)

    def test_a_closed_act_is_refused_by_name(self):
        state = state_of()
        while state.now.public.levels[1] == 0:
            state = apply(state, {"kind": "talk", "belief": 33})
        assert "talk: not open in this week" in refuse(state, {"kind": "talk", "belief": 33})

    def test_the_form_offers_what_the_rules_allow(self):
        state = state_of()
        actions = {action.kind: action for action in form(state).actions}
        closed = [choice.value for choice in actions["post"].fields[0].choices if choice.closed]
        assert closed == [3]
        assert form(state).first[0].name == "belief"
        assert all(refuse(state, _sent(state, action)) is None for action in actions.values())

    def test_an_open_act_says_when_it_will_close(self):
        notes = {action.kind: action.note for action in form(state_of()).actions}
        assert "Open only if used is 0" in notes["talk"]
        assert "Open only if" not in notes["wait"]

    def test_the_brief_says_what_each_sign_moves(self):
        blocks = {block.title: block for block in view(state_of()).brief}
        rows = blocks["What it moves when it comes"].table.rows
        assert rows == (("A push", "Heat +1"),)

    @pytest.mark.parametrize(("card", "told"), [(0, "Heat −2."), (1, "Heat +1 if posture is 0.")])
    def test_an_act_says_what_it_does_with_the_card_on_the_table(self, card, told):
        talk = PLAIN["acts"]["talk"] | {
            "does": [
                {"add": {"heat": -2}, "when": {"card": "calm"}},
                {"add": {"heat": 1}, "when": {"card": "storm", "post": 0}},
            ]
        }
        variant = dealt(acts=PLAIN["acts"] | {"talk": talk})
        state = initial_state(replace(variant, key="k", first=card))
        note = next(action.note for action in form(state).actions if action.kind == "talk")
        assert told in note
        assert "the case is" not in note

    def test_the_debrief_stands_in_paragraphs_of_its_own_when_the_play_is_over(self):
        debrief = ["First lesson.", "Second lesson."]
        states = [initial_state(replace(dealt(debrief=debrief), key="k", first=0))]
        while not states[-1].outcome:
            states.append(apply(states[-1], policies.passive(states[-1], Random(0))))
        first, last = view(states[0]), view(states[-1])
        assert first.debrief == ()
        assert "First lesson." not in str(asdict(first))
        assert last.debrief[0].text == tuple(debrief)
        assert "lesson" not in last.over
        assert last.over

    def test_the_view_says_every_rule_in_words(self):
        shown = str(asdict(view(state_of())))
        for words in (
            "Letha watches.",
            "posture is 0",
            "posture is 2 or more; or the case is “a storm”",
            "still 1, a push 2, war 1 of 4",
            "a push, always",
            "costs 5 points, if load is 10 or more",
            "costs 2 points if least is 0 and it is",
        ):
            assert words in shown

    @given(st.floats(0, 1, exclude_max=True))
    def test_a_drawn_place_has_odds(self, share):
        assert (0, 3, 0, 2)[drawn((0, 3, 0, 2), share)] > 0


def _sent(state, action):
    fields = {field.name: field.value for field in (*form(state).first, *action.fields)}
    return {"kind": action.kind, **fields}


class TestSolver:
    """Against brute force in fractions, which shares nothing with the solver but the steps."""

    @pytest.mark.parametrize("profile", [0, 1])
    def test_the_best_value_is_that_of_brute_force(self, profile):
        found = scenario()
        model = found.numbers(found.profiles.practice[profile])
        solver, best = Solver(model).solve(), brute(model)
        values = solved(solver)
        for now in solver.vectors:
            exact = float(best(now))
            assert solver.best(now) == pytest.approx(exact, abs=1e-6)
            assert max(values.worths(now).values()) == pytest.approx(exact, abs=1.0)

    def test_what_was_never_reckoned_of_a_type_ruled_out_misleads_no_other_belief(self):
        odds = [
            {"types": ["greedy"], "when": {"act": "wait"}, "odds": {"push": 1}},
            {"types": ["afraid"], "when": {"act": "wait"}, "odds": {"still": 1}},
            {"types": ["greedy"], "when": {"act": "talk"}, "odds": {"still": 1}},
            {"odds": {"push": 1}},
        ]
        found = scenario(odds=odds)
        model = found.numbers(found.profiles.practice[0])
        solver = Solver(model).solve()
        values = solved(solver)
        assert {(0, 1), (1, 0)} < {now.odds for now in solver.vectors}
        for now in solver.vectors:
            assert values.ahead(now, "") == pytest.approx(solver.best(now), abs=1.0)

    def test_no_player_of_a_thousand_beats_it(self, model):
        solver, rng = Solver(model).solve(), Random(7)
        start = next(openings(model))
        top = solver.best(start)
        for _ in range(1000):
            plan = {}

            def pick(now, plan=plan):
                return plan.setdefault(now, rng.choice(steps.lawful(model, now.public)))

            assert float(worth(model, start, pick)) <= top + 1e-6

    def test_the_passive_bot_loses_what_its_plays_lose(self, model):
        solver = Solver(model).solve()
        bots = Bots(solver, (0.0, 1.0))
        assert bots.expect()[0] == pytest.approx(0, abs=1e-6)
        assert bots.expect()[1] > 0
        assert bots.floor() > 0

    @given(st.sets(st.tuples(*[st.integers(-9, 9)] * 2), min_size=1, max_size=12))
    def test_leaving_out_vectors_changes_no_best(self, vectors):
        kept = undominated(vectors)
        for odds in ((1, 0), (3, 1), (1, 1), (1, 5), (0, 1)):
            assert _top(kept, odds) == _top(vectors, odds)

    def test_a_profile_too_large_is_refused_with_what_to_do(self, monkeypatch, model):
        monkeypatch.setattr("graders.solve_turns.MOST_INFORMATIONS", 3)
        with pytest.raises(ParleyError, match="Take fewer turns, types or levels"):
            Solver(model).solve()

    def test_a_review_says_what_could_be_known_and_why(self, model):
        values = solved(Solver(model).solve())
        state = state_of()
        state = replace(state, variant=replace(state.variant, model=model))
        move = {"kind": "post", "post": 0, "belief": 90}
        told = tell(values, state, move, apply(state, move))
        assert "Odds of the types by then" in told.known_then
        assert told.known_now.startswith("It was type")
        assert told.why


def _top(vectors, odds):
    return max(sum(a * b for a, b in zip(one, odds, strict=True)) for one in vectors)


def brute(model):
    """Return a function: the most points that lawful play expects, over all histories."""

    @cache
    def best(now, outcome=""):
        if outcome:
            return -_final(model, now, outcome)
        return max(_after(model, now, choice, best) for choice in steps.lawful(model, now.public))

    return best


def worth(model, now, pick, outcome=""):
    """Return what a player without dice expects from an information on."""
    if outcome:
        return -_final(model, now, outcome)
    return _after(model, now, pick(now), lambda n, o="": worth(model, n, pick, o))


def _after(model, now, choice, ahead):
    found, whole = Fraction(0), Fraction(0)
    cards = dict(steps.next_cards(model, now.public))
    for kind, share in enumerate(now.odds):
        odds = steps.odds(model, now.public, choice, kind)
        for place, one in enumerate(odds):
            for card, of in cards.items():
                weight = share * Fraction(one, sum(odds)) * Fraction(of, sum(cards.values()))
                whole += weight
                if weight:
                    step = steps.step(model, now.public, choice, (place, card))
                    odds_then = _bayes(model, now, choice, place)
                    then = Information(step.public, odds_then)
                    found += weight * (step.gain + ahead(then, step.outcome))
    return found / whole


def _bayes(model, now, choice, place):
    chances = [
        Fraction(steps.odds(model, now.public, choice, kind)[place])
        / sum(steps.odds(model, now.public, choice, kind))
        for kind in range(len(now.odds))
    ]
    mixed = [share * chance for share, chance in zip(now.odds, chances, strict=True)]
    scale = 1
    for one in mixed:
        scale *= one.denominator
    return reduced(tuple(int(one * scale) for one in mixed))


def _final(model, now, outcome):
    if outcome != steps.END:
        return Fraction(0)
    lost = (share * steps.final(model, now.public, kind) for kind, share in enumerate(now.odds))
    return Fraction(sum(lost), sum(now.odds))


class TestFile:
    @pytest.mark.parametrize(
        ("changed", "text"),
        [
            ({"passive": "sleep"}, "passive: no act 'sleep'; acts are wait, talk, post"),
            ({"passive": "talk"}, "passive: its act is always open and lawful"),
            ({"ends": {"end": "Over.", "war": "War."}}, "ends: say what 'boil' is"),
            ({"odds": PLAIN["odds"][:2]}, "odds: the last rule has no condition"),
            ({"odds": [{"odds": {"rain": 1}}]}, "odds, rule 1: no sign 'rain'; signs are still"),
            ({"odds": [{"odds": {"still": 0}}]}, "not all 0"),
            ({"drift": [{"add": {"hope": 1}}]}, "drift: no level 'hope'"),
            ({"drift": [{"add": {"load": 1}}]}, "drift: 'load' cannot be moved"),
            ({"drift": [{"add": {"heat": 1}, "when": {"heat": "warm"}}]}, "got 'warm'"),
            ({"drift": [{"add": {"heat": "$x"}}]}, r"no dial \$x; the profile sets edge"),
            ({"upkeep": [{"label": "Heat", "level": "heat"}]}, "upkeep: Heat: give 'cost', or"),
            ({"soft": ["sing"]}, "soft, hard: no act 'sing'"),
            ({"criteria": {"all": {"label": "All", "moves": ["wait"]}}}, "criteria must name each"),
        ],
    )
    def test_a_fault_is_named_with_its_place(self, changed, text):
        with pytest.raises(ValidationError, match=text):
            scenario(**changed)

    def test_a_calendar_needs_a_card_for_every_turn(self):
        cards = {"calm": {"label": "calm", "text": "x"}, "storm": {"label": "storm", "text": "x"}}
        with pytest.raises(ValidationError, match="calendar: one card for each of 3 turns"):
            scenario(cards=cards)

    def test_dials_and_comparisons(self):
        assert dialled("$edge-1", {"edge": 3}) == 2
        assert sorted(allowed([1, ">=3"], (0, 4), (), {})) == [1, 3, 4]

    def test_both_openings_of_a_drawn_deck_are_solved(self, model):
        assert [one.public.card for one in openings(model)] == [0, 1]
        assert opening(model, 1).public.card == 1
