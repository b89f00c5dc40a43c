"""The rules of the crisis, its legal gate, what is shown, and what a review says."""

import json
import re
from dataclasses import asdict, replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from tests.contract import solutions_of
from tests.games.signalling import harmless, rekeyed, unlawful, wander

from parley import scenario
from parley.data import data_folder
from parley.errors import Refused
from parley.games import family
from parley.games.signalling import steps
from parley.games.signalling.model import ACTS, Levels, missed, nearest
from parley.games.signalling.rules import KINDS, act_of, to_move
from parley.marking import mark_part
from parley.play import Part
from parley.record import PRACTICE, Header
from parley.scenario import Draw, Position
from parley.scenario.seeds import SEEDS
from parley.scenario.signalling import SignallingScenario
from parley.scenario.source import read_yaml

EXERCISE = "deter-or-reassure"
GAME = family("signalling")
ULTIMATUM = {"kind": "threaten", "demand": "unless-it-disarms", "belief": 50}
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["kind", "belief", "demand", "because", "expect", "x"]), inner
        )
    ),
    max_leaves=8,
)


def start(profile="p1", hidden=0, trainee="ada", opening=(), part="play"):
    found = scenario.load(EXERCISE)
    header = Header(EXERCISE, found.version, GAME.RULES, trainee, "", PRACTICE, 1)
    variant = found.deal(header, found.profile(profile), hidden, part, opening)
    return GAME.initial_state(variant)


def text_of(view):
    return json.dumps(asdict(view), ensure_ascii=False)


def strings(plain):
    """Yield every text within plain data."""
    if isinstance(plain, str):
        yield plain
    elif isinstance(plain, dict | list | tuple):
        for one in plain.values() if isinstance(plain, dict) else plain:
            yield from strings(one)


class TestMoves:
    @pytest.mark.parametrize("place", range(len(unlawful(None))))
    def test_what_is_refused_has_a_reason(self, place):
        state = start()
        move = unlawful(state)[place]
        assert GAME.refuse(state, move)
        with pytest.raises(Refused, match=r"\w+ \w+ .*"):
            GAME.apply(state, move)

    @given(PLAIN)
    def test_any_plain_data_is_refused_or_played(self, move):
        state = start()
        reason = GAME.refuse(state, move)
        if reason is None:
            assert GAME.apply(state, move).info.gone <= 1
        else:
            assert len(reason) < 300

    def test_every_move_of_the_form_is_allowed(self):
        state = start()
        form = GAME.form(state)
        assert [action.kind for action in form.actions] == list(KINDS)
        beliefs = {field.name: field.value for field in form.first}
        for action in form.actions:
            fields = {field.name: field.value for field in action.fields}
            assert GAME.refuse(state, {"kind": action.kind} | beliefs | fields) is None

    def test_the_first_threat_of_the_form_is_lawful(self):
        threat = next(one for one in GAME.form(start()).actions if one.kind == "threaten")
        assert threat.fields[0].value == "if-attacked"

    def test_nothing_is_asked_after_the_end(self):
        state = start()
        while not state.outcome:
            state = GAME.apply(state, harmless(state))
        assert GAME.form(state).actions == ()
        assert "start a new attempt" in GAME.refuse(state, harmless(state))
        assert GAME.view(state).over

    def test_acts_and_moves_go_there_and_back(self):
        assert [act_of(to_move(act, 5)) for act in ACTS] == list(ACTS)


class TestCourse:
    def test_levels_stay_on_their_scale(self):
        numbers = start().variant.numbers
        low = steps.acted(numbers, Levels(0, 0, 0), "cut")
        high = steps.acted(numbers, Levels(6, 6, 6), "ultimatum")
        assert (low, high) == (Levels(0, 0, 0), Levels(6, 6, 6))

    def test_an_answer_doubles_the_odds_of_those_it_fits(self):
        assert steps.told((0, 2, 1), ("hold", "press", "hold"), "hold") == (0, 1, 1)
        assert steps.told((0, 0, 0), ("open", "press", "hold"), "press") == (0, 1, 0)

    def test_points_are_what_was_paid(self):
        state = start(hidden=1)
        numbers, terms = state.variant.numbers, state.variant.numbers.terms
        paid = 0
        while not state.outcome:
            paid += missed(numbers, state.info.doubled, 50) + terms.acts["notify"].cost
            state = GAME.apply(state, {"kind": "notify", "belief": 50})
            paid += terms.press * (state.turns[-1].answer == "press")
        end = terms.war if state.outcome != "peace" else 0
        if state.outcome == "peace":
            end = steps.final(numbers, state.info.levels)[1]
        assert GAME.points(state) == -paid - end

    def test_the_nearest_whole_percent_costs_nothing(self):
        numbers = start().variant.numbers
        for doubled in ((0, 0, 0), (3, 0, 1), (0, 7, 2), (0, 0, 12), (12, 1, 0)):
            assert missed(numbers, doubled, nearest(numbers, doubled)) == 0
            assert missed(numbers, doubled, 0) + missed(numbers, doubled, 100) > 0

    def test_an_opening_is_answered_as_it_says(self):
        opening = (("build", "press"), ("notify", "hold"))
        state = start(hidden=2, opening=opening)
        assert [(turn.act, turn.answer) for turn in state.turns] == list(opening)
        assert GAME.points(state) == 0

    def test_possible_types_come_as_often_as_their_odds(self):
        found = scenario.load(EXERCISE)
        place = Position("x", "p1", 0, (("wait", "press"), ("invite", "press")))
        state = start(opening=place.steps)
        odds = [n << d for n, d in zip(state.variant.numbers.odds, state.info.doubled, strict=True)]
        kinds = found.possible(place)
        shares = [kinds.count(kind) / len(kinds) for kind in range(3)]
        assert shares == pytest.approx([one / sum(odds) for one in odds])


class TestChance:
    PLAYS = 4000

    @pytest.mark.parametrize("tend", ["press", "hold", "open"])
    def test_answers_fit_the_stated_odds(self, tend):
        state = start()
        act, levels, hidden = {
            "press": ("wait", Levels(2, 0, 0), 0),
            "hold": ("wait", Levels(6, 0, 0), 0),
            "open": ("wait", Levels(6, 6, 0), 1),
        }[tend]
        state = replace(state, info=state.info._replace(levels=levels))
        state = replace(state, variant=replace(state.variant, hidden=hidden))
        assert steps.tendencies(state.variant.numbers, levels, act)[hidden] == tend
        counts = {"press": 0, "hold": 0, "war": 0}
        for number in range(self.PLAYS):
            drawn = replace(state, variant=replace(state.variant, key=f"odds {number}"))
            after = GAME.apply(drawn, {"kind": act, "belief": 0})
            counts[after.turns[-1].answer] += 1
        for answer, thirds in steps.CHANCES[tend].items():
            assert counts[answer] / self.PLAYS == pytest.approx(thirds / 3, abs=0.025)

    @pytest.mark.parametrize(("kind", "percent"), [("wait", 4), ("notify", 1)])
    def test_accidents_fit_the_stated_chance(self, kind, percent):
        state = start(hidden=0)
        info = state.info._replace(levels=Levels(6, 6, 0))
        numbers = state.variant.numbers
        assert steps.accident(numbers, steps.acted(numbers, info.levels, kind), kind) == percent
        accidents = 0
        for number in range(self.PLAYS):
            variant = replace(state.variant, key=f"accident {number}")
            after = GAME.apply(
                replace(state, info=info, variant=variant), {"kind": kind, "belief": 0}
            )
            accidents += after.outcome == "accident"
        assert accidents / self.PLAYS == pytest.approx(percent / 100, abs=0.01)

    def test_a_play_draws_one_of_the_chosen_seeds(self):
        found = scenario.load(EXERCISE)
        keys = {start(trainee=f"trainee {number}").variant.key for number in range(200)}
        assert keys <= {found.chance_key("p1", 0, seed) for seed in found.seeds("p1", 0)}
        assert len(keys) > 15


class TestLaw:
    def test_to_threaten_a_first_strike_breaks_the_charter(self):
        state = start()
        assert GAME.refuse(state, ULTIMATUM) is None
        after = GAME.apply(state, ULTIMATUM)
        assert "art. 2(4)" in GAME.caps(after)[0]
        assert "turn 1" in GAME.caps(after)[0]

    @pytest.mark.parametrize("act", [act for act in ACTS if act != "ultimatum"])
    def test_every_other_act_is_lawful(self, act):
        assert GAME.caps(GAME.apply(start(), to_move(act, 50))) == ()

    def test_it_tempts_but_no_solution_advises_it(self):
        tempting = 0
        for profile in scenario.load(EXERCISE).profiles.practice:
            values = solutions_of(EXERCISE, PRACTICE).values(profile.id)
            rng = Random(profile.id)
            for _ in range(200):
                state = wander(rekeyed(start(profile.id), rng.random()), rng)
                assert values.advise(state)[0].get("demand") != "unless-it-disarms"
                assert min(values.losses(state, ULTIMATUM).values()) >= 0
                assert values.value(state, ULTIMATUM) <= values.best(state)
                tempting += values.worth(state.info, "ultimatum") > values.best(state) + 1
        assert tempting > 20

    def test_the_mark_of_a_part_names_the_article(self):
        state = start()
        part = Part(Draw("play", "Play", "p1", state.variant, exercise=EXERCISE), (), (state,))
        part = part.after(ULTIMATUM)
        assert mark_part(part, solutions_of(EXERCISE, PRACTICE), 1.0).caps == GAME.caps(
            part.states[-1]
        )


class TestView:
    def test_no_belief_is_shown_but_the_one_that_was_stated(self):
        rng = Random(3)
        for number in range(60):
            state = rekeyed(start(hidden=number % 3), f"view {number}")
            while not state.outcome:
                shown = set(re.findall(r"(\d+(?:\.\d+)?) ?%", text_of(GAME.view(state))))
                assert shown <= {"1"}
                move = to_move(rng.choice(ACTS), 1)
                state = GAME.apply(state, move)

    def test_what_a_belief_cost_is_not_shown(self):
        wise = foolish = start(hidden=1)
        for _ in range(6):
            belief = nearest(wise.variant.numbers, wise.info.doubled)
            wise = GAME.apply(wise, {"kind": "notify", "belief": belief})
            foolish = GAME.apply(foolish, {"kind": "notify", "belief": 99})
        assert GAME.points(wise) > GAME.points(foolish)
        assert GAME.view(wise).meters == GAME.view(foolish).meters

    def test_the_hidden_type_is_not_shown(self):
        opening = (("build", "press"), ("notify", "hold"), ("cut", "press"))
        state = start(opening=opening)
        views = {
            text_of(GAME.view(GAME.initial_state(replace(state.variant, hidden=kind))))
            for kind in range(3)
        }
        assert len(views) == 1

    def test_every_text_is_filled_in(self):
        for number in range(30):
            state = start(trainee=f"trainee {number}", hidden=number % 3)
            view = GAME.view(GAME.apply(state, ULTIMATUM))
            assert not [text for text in strings(asdict(view)) if "{" in text or "}" in text]

    def test_names_and_letters_differ_between_trainees(self):
        states = [start(trainee=f"trainee {number}") for number in range(40)]
        assert len({state.variant.words.you for state in states}) == 8
        assert len({state.variant.letters for state in states}) == 6

    def test_prices_and_chances_are_said(self):
        view = GAME.view(start())
        text = text_of(view)
        assert "2 in 100 for every step of alarm above 4" in text
        assert "A war costs 40 points" in text
        assert any(meter.label == "Turns left" for meter in view.meters)


class TestReview:
    def review(self, moves, hidden=0):
        values = solutions_of(EXERCISE, PRACTICE).values("p1")
        states = [start(hidden=hidden)]
        for move in moves:
            if states[-1].outcome:
                break
            states.append(GAME.apply(states[-1], move))
        pairs = zip(states, moves, states[1:], strict=False)
        return values, states, [GAME.tell(values, *row) for row in pairs]

    def test_a_wrong_belief_is_told(self):
        _, _, told = self.review([{"kind": "wait", "belief": 99}])
        assert "Your belief of 99 % was too high by" in told[0].why
        assert "you stated 99 %" in told[0].known_then
        assert re.search(r"It was type [ABC] \(greedy\)", told[0].known_now)

    def test_the_best_move_is_its_own_best(self):
        values, states, _ = self.review([])
        move, _ = values.advise(states[0])
        told = GAME.tell(values, states[0], move, GAME.apply(states[0], move))
        assert told.move == told.best_move

    def test_sentences_have_no_final_stop_where_one_is_added(self):
        rng = Random(5)
        for hidden in range(3):
            moves = [GAME.POLICIES["random"](None, rng) for _ in range(12)]
            _, _, told = self.review(moves, hidden)
            for one in told:
                assert not one.why.endswith(".")
                assert not one.best_move.endswith(".")

    def test_the_picture_shows_every_turn(self):
        moves = [{"kind": "notify", "belief": 40}, ULTIMATUM, {"kind": "wait", "belief": 60}]
        values, states, _ = self.review(moves)
        name, data = GAME.picture(values, states, moves)
        assert name == "beliefs"
        assert json.loads(json.dumps(data)) == data
        for turn, move in zip(data["turns"], moves, strict=False):
            assert turn["stated"] == move["belief"]
            lawful = [
                s for s, act in zip(turn["short"], turn["acts"], strict=True) if "unless" not in act
            ]
            assert max(lawful) == pytest.approx(0, abs=1e-6)
        assert GAME.picture(values, states[:1], []) is None


class TestScenario:
    @pytest.mark.parametrize(
        ("change", "complaint"),
        [
            (lambda plain: plain["acts"].pop("cut"), "acts: each of"),
            (lambda plain: plain["types"].pop("proud"), "types: each of"),
            (lambda plain: plain["names"][0].pop("port_b"), "every row of names"),
            (lambda plain: plain["criteria"].pop("belief"), "criteria must name"),
            (lambda plain: start_of(plain).update(alarm=6), "no window for war"),
            (lambda plain: start_of(plain).update(strength=8), "start goes to"),
        ],
    )
    def test_what_is_wrong_with_a_file_is_said(self, change, complaint):
        plain = read_yaml(data_folder() / "scenarios" / f"{EXERCISE}.yaml")
        SignallingScenario.model_validate(plain)
        change(plain)
        with pytest.raises(ValidationError, match=complaint):
            SignallingScenario.model_validate(plain)

    def test_without_chosen_draws_any_may_be_played(self):
        found = scenario.load(EXERCISE)
        assert found.seeds("no such profile", 0) == list(range(SEEDS))


def start_of(plain):
    return plain["profiles"]["practice"][0]["start"]
