"""That the crisis is solved right: against an oracle, against other players, against its draws.

The oracle knows nothing of the solver, of the lattice of belief, or of the rules' own steps: it
walks through every history of a short game, and takes belief from Bayes's rule in fractions.
"""

from dataclasses import replace
from fractions import Fraction
from functools import cache
from itertools import product
from random import Random
from statistics import median

import pytest
from tests.contract import solutions_of
from tests.games.signalling import draws, expected_mark, wander
from tests.games.test_deter_rules import start

from graders.bots_signalling import Bots
from graders.check_signalling import naive_mark
from graders.policies_signalling import NAIVE
from graders.positions_signalling import act_regret, passive_regret, random_regret
from graders.solve_signalling import Solver, plan
from graders.verdicts import NOISES
from parley import scenario
from parley.chance import chance
from parley.games.signalling import apply, steps
from parley.games.signalling.model import (
    ACTS,
    LAWFUL,
    Levels,
    missed,
    nearest,
    opening,
    weights,
)
from parley.games.signalling.policies import POLICIES
from parley.games.signalling.rules import KINDS, to_move
from parley.games.signalling.values import CrisisValues

EXERCISE = "deter-or-reassure"
STARTS = (Levels(3, 3, 3), Levels(2, 5, 1), Levels(1, 2, 4), Levels(6, 6, 6))


@cache
def solved_anew(profile):
    """Return a profile, solved here and now."""
    found = scenario.load(EXERCISE)
    return Solver(found.numbers(found.profile(profile)))


def short(profile, turns, levels):
    """Return a profile's numbers with fewer turns and another start."""
    found = scenario.load(EXERCISE)
    numbers = found.numbers(found.profile(profile))
    return replace(numbers, terms=replace(numbers.terms, turns=turns), start=levels)


class Oracle:
    """The brief's rules once more, in the plainest words; values by walking every history."""

    def __init__(self, numbers):
        self.numbers, self.terms = numbers, numbers.terms

    def answers(self, levels, act):
        """Return each type's chance to press, to hold and to attack."""
        (s, a, f), (es, ea, ef) = levels, self.numbers.edge
        ws, wa, wf = self.numbers.window
        presses = (
            s < es or act in ("invite", "cut"),
            act in ("build", "threaten", "ultimatum")
            or (a >= ea and act not in ("notify", "invite", "cut")),
            act in ("threaten", "ultimatum", "pledge")
            or (f >= ef and act not in ("notify", "cut")),
        )
        third = Fraction(1, 3)
        found = []
        for press, war in zip(presses, (s < ws, a >= wa, f >= wf), strict=True):
            one = (third, third, third) if war else (2 * third, third, 0)
            found.append(one if war or press else (third, 2 * third, 0))
        return found

    def moved(self, levels, shift):
        """Return the levels after a shift."""
        pairs = zip(levels, shift, self.terms.top, strict=True)
        return tuple(min(top, max(0, level + by)) for level, by, top in pairs)

    def value(self, levels, odds, turn):
        """Return odds times the most that can be expected from the start of a turn on."""
        if turn > self.terms.turns:
            return sum(one * self.end(levels, kind) for kind, one in enumerate(odds))
        return max(self.worth(levels, odds, turn, act) for act in ACTS if act != "ultimatum")

    def worth(self, levels, odds, turn, act):
        """Return odds times what an act is worth."""
        levels = self.moved(levels, self.terms.acts[act].shift)
        risk = Fraction(self.terms.accident * max(0, levels[1] - self.terms.calm), 100)
        if act == "notify":
            risk = Fraction(int(100 * risk) // 2, 100)
        found = -sum(odds) * self.terms.acts[act].cost
        chances = self.answers(levels, act)
        falls, incidents, press = (turn in turns for turns in self.numbers.drift)
        later = self.moved(levels, (-falls, incidents, press))
        for answer in range(3):
            likely = [one * each[answer] for one, each in zip(odds, chances, strict=True)]
            price = (self.terms.press, 0, self.terms.war)[answer]
            found -= price * sum(likely)
            if answer < 2:
                ahead = self.value(later, likely, turn + 1)
                found += (1 - risk) * ahead - risk * self.terms.war * sum(likely)
        return found

    def end(self, levels, kind):
        """Return what the end costs with a type."""
        gap = self.numbers.goal[kind] - levels[kind]
        return -self.terms.missing * max(0, gap if kind == 0 else -gap)


class TestAgainstTheOracle:
    @pytest.mark.parametrize("levels", STARTS)
    @pytest.mark.parametrize("profile", ["p1", "c2"])
    def test_three_turns_are_worth_what_every_history_gives(self, profile, levels):
        numbers = short(profile, 3, levels)
        oracle, odds = Oracle(numbers), [Fraction(one) for one in numbers.odds]
        values = CrisisValues(numbers, plan(Solver(numbers)))
        whole = sum(odds)
        assert values.ahead(opening(numbers)) == pytest.approx(
            float(oracle.value(levels, odds, 1) / whole), abs=1e-9
        )
        for act in ACTS:
            exact = float(oracle.worth(levels, odds, 1, act) / whole)
            assert values.worth(opening(numbers), act) == pytest.approx(exact, abs=1e-9)

    def test_belief_is_bayes_along_every_history(self):
        numbers = short("p2", 4, Levels(2, 4, 3))
        oracle = Oracle(numbers)
        for path in product(("wait", "cut", "threaten"), ("press", "hold"), repeat=3):
            now, exact = opening(numbers), [Fraction(one) for one in numbers.odds]
            for act, answer in zip(path[::2], path[1::2], strict=True):
                levels = oracle.moved(now.levels, numbers.terms.acts[act].shift)
                chances = oracle.answers(levels, act)
                place = ("press", "hold").index(answer)
                exact = [one * each[place] for one, each in zip(exact, chances, strict=True)]
                now = steps.after(numbers, now, act, answer)
            odds = weights(numbers, now.doubled)
            assert [Fraction(one, sum(odds)) for one in odds] == [one / sum(exact) for one in exact]
            right = exact[0] / sum(exact)
            cost = numbers.terms.belief * (Fraction(30, 100) - right) ** 2
            assert missed(numbers, now.doubled, 30) == cost // 1


class TestSolution:
    @pytest.mark.parametrize(("profile", "use"), [("p1", "practice"), ("c2", "counted")])
    def test_the_file_holds_what_solving_gives(self, profile, use):
        solver = solved_anew(profile)
        values = solutions_of(EXERCISE, use).values(profile)
        rng = Random(profile)
        for _ in range(300):
            state = wander(start(profile, rng.randrange(3), str(rng.random())), rng)
            assert values.best(state) == pytest.approx(solver.best(state.info), abs=1e-6)

    def test_a_thousand_other_players_do_no_better(self):
        numbers = short("p3", 5, Levels(3, 3, 2))
        solver = Solver(numbers)
        values = CrisisValues(numbers, plan(solver))
        best = values.ahead(opening(numbers))
        for number in range(1000):
            player = Stubborn(numbers, plan(solver), number)
            assert player.ahead(opening(numbers)) <= best + 1e-6

    def test_to_know_the_type_helps_the_points_but_not_the_mark(self):
        values = solutions_of(EXERCISE, "practice").values("p1")
        numbers = values.numbers
        for hidden in range(3):
            sure = tuple(10**9 if kind == hidden else 1 for kind in range(3))
            told = CrisisValues(numbers, plan(Solver(replace(numbers, odds=sure))))
            gained = against(values, told.act, hidden)
            assert gained >= against(values, values.act, hidden) - 1e-3
            for begin in list(draws(start("p1", hidden)))[:6]:
                state, lost = begin, 0.0
                while not state.outcome:
                    move = to_move(told.act(state.info), 100 * (hidden == 0))
                    lost += sum(values.losses(state, move).values())
                    state = apply(state, move)
                assert lost >= 0


class Stubborn(CrisisValues):
    """A player with habits of its own, in which chance decides what it does in every case."""

    def __init__(self, numbers, rows, number):
        super().__init__(numbers, rows)
        self.number, self.noise = number, (number % 10 + 1) / 10

    def act(self, now):
        if chance("strays", self.number, str(now)) >= self.noise:
            return super().act(now)
        return LAWFUL[int(chance("act", self.number, str(now)) * len(LAWFUL))]


def against(values, choose, hidden):
    """Return the points that a way of acting expects against one type; exact."""
    numbers, terms = values.numbers, values.numbers.terms

    @cache
    def ahead(now):
        if now.gone >= terms.turns:
            return -steps.final(numbers, now.levels)[hidden]
        act = choose(now)
        levels = steps.acted(numbers, now.levels, act)
        thirds = steps.CHANCES[steps.tendencies(numbers, levels, act)[hidden]]
        risk = steps.accident(numbers, levels, act) / 100
        found = -terms.acts[act].cost - thirds["press"] / 3 * terms.press
        found -= thirds["war"] / 3 * terms.war
        for answer in steps.ANSWERS:
            later = ahead(steps.after(numbers, now, act, answer))
            found += thirds[answer] / 3 * ((1 - risk) * later - risk * terms.war)
        return found

    return ahead(opening(numbers))


@pytest.fixture(scope="module")
def marks():
    """Return the marks of the noisy bots in every profile, and beliefs' share of the floor."""
    found = {}
    for profile in scenario.load(EXERCISE).everything:
        solver = solved_anew(profile.id)
        bots, now = Bots(solver, (*NOISES, 1.0)), opening(solver.numbers)
        floor = bots.passive(now)
        losses = [100 * (1 - loss / floor) for loss in bots.expect(now)]
        found[profile.id] = (*losses, bots.passive_belief(now) / floor)
    return found


class TestDifficulty:
    def test_profiles_are_equally_difficult(self, marks):
        assert len(marks) == 12
        for bot in range(len(NOISES)):
            column = [one[bot] for one in marks.values()]
            assert max(column) - min(column) <= 5

    def test_more_noise_marks_less_and_all_noise_nothing(self, marks):
        for one in marks.values():
            assert 100 > one[0] > one[1] > one[2] > 0 > one[3]

    def test_beliefs_make_about_a_quarter_to_a_third_of_the_floor(self, marks):
        for one in marks.values():
            assert 0.2 <= one[4] <= 0.4

    def test_the_bots_lose_in_play_what_they_expect(self):
        values = solutions_of(EXERCISE, "practice").values("p1")
        solver, rng = solved_anew("p1"), Random(1)
        expected = Bots(solver, (0.5,)).expect(opening(solver.numbers))[0]
        lost = []
        for number in range(1500):
            hidden = rng.choices(range(3), values.numbers.odds)[0]
            begin = start("p1", hidden)
            state = replace(begin, variant=replace(begin.variant, key=f"bot {number}"))
            total = 0.0
            while not state.outcome:
                move = values.advise(state)[0]
                if rng.random() < 0.5:
                    move = POLICIES["random"](state, rng)
                total += sum(values.losses(state, move).values())
                state = apply(state, move)
            lost.append(total)
        assert sum(lost) / len(lost) == pytest.approx(expected, rel=0.08)

    def test_two_ways_to_a_naive_mark_agree(self):
        found = scenario.load(EXERCISE)
        values = solutions_of(EXERCISE, "practice").values("p2")
        starts = [start("p2", hidden) for hidden in range(3)]
        for policy in (NAIVE["pledge"], POLICIES["soft"]):
            mark = naive_mark(found, found.profile("p2"), values, policy)
            assert mark == pytest.approx(expected_mark(values, starts, policy))


class TestDraws:
    def test_waiting_costs_about_alike_in_every_draw(self):
        found = scenario.load(EXERCISE)
        floors = []
        for profile in found.everything:
            use = "practice" if profile in found.profiles.practice else "counted"
            values = solutions_of(EXERCISE, use).values(profile.id)
            for hidden in found.kinds(profile):
                floors.extend(values.floor(one) for one in draws(start(profile.id, hidden)))
        middle = median(floors)
        assert 0.5 * middle <= min(floors)
        assert max(floors) <= 2 * middle

    def test_types_come_with_the_odds_of_the_brief(self):
        found = scenario.load(EXERCISE)
        for profile in found.everything:
            kinds = found.kinds(profile)
            odds = found.numbers(profile).odds
            assert [kinds.count(kind) for kind in range(3)] == list(odds)

    def test_drawn_chance_is_as_stated(self):
        found = scenario.load(EXERCISE)
        drawn = [
            chance(one.variant.key, gone, "answer")
            for profile in found.everything
            for hidden in range(3)
            for one in draws(start(profile.id, hidden))
            for gone in range(found.terms.turns)
        ]
        for third in (1 / 3, 2 / 3):
            share = sum(one < third for one in drawn) / len(drawn)
            assert share == pytest.approx(third, abs=0.02)


class TestPositions:
    @pytest.mark.parametrize("use", ["practice", "counted"])
    def test_floors_are_three_quarters_of_random_regret(self, use):
        solved = solutions_of(EXERCISE, use)
        for place in scenario.positions(EXERCISE)[use]:
            values = solved.values(place.profile)
            now = start(place.profile, place.type, opening=place.steps).info
            floor = solved.floors()[place.id]
            assert floor == round(0.75 * random_regret(values, now))
            assert passive_regret(values, now) >= floor

    def test_random_regret_is_a_mean_over_moves(self):
        values = solutions_of(EXERCISE, "practice").values("p1")
        now = opening(values.numbers)
        guess = sum(missed(values.numbers, now.doubled, one) for one in range(101)) / 101
        acts = {kind: act_regret(values, now, kind) for kind in KINDS}
        acts["threaten"] = (acts["threaten"] + act_regret(values, now, "ultimatum")) / 2
        assert random_regret(values, now) == pytest.approx(guess + sum(acts.values()) / 7)

    def test_there_are_enough_and_of_many_kinds(self):
        for use, places in scenario.positions(EXERCISE).items():
            solved = solutions_of(EXERCISE, use)
            assert len(places) >= 6 * 20
            best, high = set(), 0
            for place in places:
                values = solved.values(place.profile)
                now = start(place.profile, place.type, opening=place.steps).info
                best.add(values.act(now))
                high += nearest(values.numbers, now.doubled) >= 50
            assert len(best) >= 6
            assert 0.2 <= high / len(places) <= 0.8
