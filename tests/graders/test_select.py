"""Profiles are chosen from candidates so that they are alike in difficulty and keep the rules."""

from collections import Counter
from dataclasses import dataclass, field
from random import Random

import pytest
import yaml
from typer.testing import CliRunner

from graders import select_bargaining
from graders.check_bargaining import profile_facts
from graders.cli import app
from graders.select import candidates, choose, select, spread
from parley import scenario
from parley.data import data_folder
from parley.errors import ParleyError
from parley.scenario.source import read_yaml

EXERCISE = "tent-short"


@dataclass(frozen=True)
class Known:
    noisy: tuple[float, ...]
    first: str = "ask"
    floor: float = 10.0
    naive: dict[str, float] = field(default_factory=dict)


def kinds(facts, group):
    return {facts[place].first for place in group}


class TestChoice:
    def test_the_most_alike_are_taken(self):
        facts = [Known((mark, 2 * mark)) for mark in (0, 10, 11, 12, 13, 30)]
        facts += [Known((mark, 2 * mark), "reveal") for mark in (5, 12, 12.5, 29)]
        practice, counted = choose(facts, (3, 3))
        assert sorted(practice + counted) == [1, 2, 3, 4, 7, 8]
        assert spread([facts[place] for place in practice + counted]) == 6

    def test_each_group_has_two_kinds_of_first_move(self):
        facts = [Known((float(mark),)) for mark in range(20)]
        facts += [Known((40.0,), "reveal"), Known((50.0,), "offer")]
        groups = choose(facts, (4, 3))
        assert [len(group) for group in groups] == [4, 3]
        assert all(len(kinds(facts, group)) == 2 for group in groups)

    def test_no_place_is_taken_twice_whatever_the_sizes(self):
        rng = Random("sizes")
        facts = [Known((rng.random(), rng.random()), rng.choice("abc")) for _ in range(40)]
        for sizes in ((2, 2), (6, 6), (5, 11), (8, 0), (0, 3)):
            practice, counted = choose(facts, sizes)
            assert (len(practice), len(counted)) == sizes
            assert len({*practice, *counted}) == sum(sizes)
            assert all(len(kinds(facts, group)) > 1 for group in (practice, counted) if group)

    def test_there_is_none_where_all_begin_best_alike(self):
        assert choose([Known((1.0,))] * 9, (2, 2)) is None

    def test_there_is_none_of_too_few(self):
        assert choose([Known((1.0,)), Known((1.0,), "reveal")], (2, 2)) is None


class TestCandidates:
    def test_the_same_seed_draws_the_same_and_more_begin_alike(self):
        _, few = candidates(EXERCISE, 3, seed=1)
        _, more = candidates(EXERCISE, 5, seed=1)
        _, others = candidates(EXERCISE, 3, seed=2)
        assert few == more[:3]
        assert few != others

    @pytest.mark.parametrize("exercise", ["week-review", "strait-week", "legal-gate"])
    def test_a_game_that_draws_none_is_told_so(self, exercise):
        with pytest.raises(ParleyError, match=f"{exercise}: no profiles can be drawn for the game"):
            candidates(exercise, 3, seed=1)

    @pytest.mark.parametrize("exercise", ["tent-short", "tent", "incidents-at-sea"])
    def test_they_follow_the_pattern(self, exercise):
        pattern = scenario.load(exercise).profiles.practice[0]
        found, _ = candidates(exercise, 40, seed=1)
        for one in found.profiles.practice:
            assert len(one.types) <= len(pattern.types)
            assert sum(map(bool, one.red)) == sum(map(bool, pattern.red))
            assert one.red[0] == 0
            assert abs(one.reservation - pattern.reservation) <= 4
            assert len(set(one.types)) == len(one.types)
            for weights in (one.weights, *(kind.weights for kind in one.types)):
                assert len(set(weights)) == len(pattern.weights)
                assert min(weights) > 0

    def test_some_hide_priorities_and_some_only_what_moves_a_type(self):
        found, _ = candidates("tent", 60, seed=1)
        orders = Counter(len({kind.weights for kind in p.types}) for p in found.profiles.practice)
        assert 12 <= orders[1] <= 30
        assert set(orders) == {1, 2, 3}

    def test_odds_are_the_patterns(self):
        found = scenario.load(EXERCISE)
        pattern = found.profiles.practice[0]
        odds = [pattern.types[0].model_copy(update={"odds": 3}), *pattern.types[1:]]
        changed = pattern.model_copy(update={"types": tuple(odds)})
        profiles = found.profiles.model_copy(update={"practice": (changed,)})
        plain = select_bargaining.candidate(
            found.model_copy(update={"profiles": profiles}), Random(1)
        )
        assert [kind.get("odds") for kind in plain["types"]] == [3, None, None]


@pytest.fixture(scope="module")
def chosen():
    return select(EXERCISE, count=24, sizes=(3, 2))


@pytest.fixture(scope="module")
def pasted(chosen):
    """Return the scenario with the profiles that were printed."""
    path = data_folder() / "scenarios" / f"{EXERCISE}.yaml"
    content = read_yaml(path) | yaml.safe_load("\n".join(chosen.lines()))
    return scenario.model_of(path).model_validate(content)


class TestSelection:
    def test_what_is_printed_can_be_pasted(self, chosen, pasted):
        assert [one.id for one in pasted.profiles.practice] == ["p1", "p2", "p3"]
        assert [one.id for one in pasted.profiles.counted] == ["c1", "c2"]
        assert list(pasted.profiles.practice[0].weights) == chosen.practice[0]["weights"]

    def test_what_is_chosen_keeps_the_rules(self, chosen, pasted):
        facts = {one.id: profile_facts(pasted, one) for one in pasted.everything}
        assert max(mark for one in facts.values() for mark in one.naive.values()) < 60
        assert spread(list(facts.values())) == pytest.approx(chosen.spread)
        assert dict(Counter(one.first for one in facts.values())) == chosen.firsts
        for letter in "pc":
            assert len({one.first for name, one in facts.items() if name[0] == letter}) > 1

    def test_twins_are_taken_once(self, monkeypatch):
        found = scenario.load(EXERCISE)
        twins = found.profiles.practice[:1] * 12
        profiles = found.profiles.model_copy(update={"practice": twins})
        drawn = (found.model_copy(update={"profiles": profiles}), [{}] * 12)
        monkeypatch.setattr("graders.select.candidates", lambda *_: drawn)
        with pytest.raises(ParleyError, match=r"1 of 12 candidates"):
            select(EXERCISE, count=12, sizes=(2, 2))

    def test_a_rule_of_the_family_is_asked(self, monkeypatch):
        monkeypatch.setattr(
            select_bargaining, "fits", lambda found, facts: facts.first != "ask", raising=False
        )
        assert "ask" not in select(EXERCISE, count=60, sizes=(2, 0)).firsts

    def test_too_few_candidates_are_an_error_that_says_what_to_do(self):
        with pytest.raises(ParleyError, match=r"of 3 candidates .* too few .* Draw more"):
            select(EXERCISE, count=3)

    def test_the_command_prints_it(self):
        command = ["select", EXERCISE, "--candidates", "24", "--practice", "3", "--counted", "0"]
        done = CliRunner().invoke(app, command)
        assert done.exit_code == 0, done.output
        assert done.stdout.startswith("# ")
        assert list(yaml.safe_load(done.stdout)["profiles"]) == ["practice"]
