"""What scenarios come to in an analysis: domains as in GENIUS, talks as in their review."""

from itertools import product
from pathlib import Path

import numpy as np
import pytest
from tests.genius import grain

from parley import scenario
from parley.analysis import analyse, find, space_of
from parley.data import data_folder
from parley.errors import ParleyError
from parley.games.bargaining.model import packages
from parley.genius.importing import import_genius
from parley.models import outcomes as review


@pytest.fixture
def convoy(tmp_path):
    """Return the grain convoy as a scenario."""
    return import_genius(grain.lay(tmp_path / "grain"), tmp_path / "grain.yaml")


class TestDomains:
    def test_evaluations_are_divided_by_the_largest_of_their_issue(self, convoy):
        escort = space_of(convoy).issues[0]
        assert escort.tolist() == [[0.5, 0.25, 0.125], [0.25 * 0.1, 0.25, 0.25 * 0.5]]

    def test_whole_numbers_rise_from_the_low_end_and_are_cut_to_1(self, convoy):
        trucks = space_of(convoy).issues[1]
        assert trucks[0] == pytest.approx(0.3 * np.array([0.2, 0.4, 0.6, 0.8, 1.0]))
        assert trucks[1] == pytest.approx(0.25 * np.array([1.0, 0.9, 0.7, 0.5, 0.3]))

    def test_real_numbers_are_looked_at_on_a_grid_that_is_said(self, convoy):
        space = space_of(convoy, steps=3)
        assert space.issues[2][0] == pytest.approx([0.2, 0.1, 0.0])
        assert space.issues[2][1] == pytest.approx([0.5 / 6, 0.5, 0.5 / 6])
        assert "Real numbers are looked at on a grid of 3, ends included: Fee." in space.notes
        assert space_of(convoy).issues[2].shape == (2, 21)

    @pytest.mark.parametrize("steps", [-1, 1, 10_001])
    def test_a_grid_has_bounds(self, convoy, steps):
        with pytest.raises(ParleyError, match=f"grain: steps .* 2 to 10,000; got {steps}"):
            space_of(convoy, steps=steps)

    def test_the_discount_is_kept_and_said_but_not_applied(self, convoy):
        space = space_of(convoy)
        assert "Discount factors are kept, not applied: 0.9 for agency, 1 for town." in space.notes
        assert max(issue.max() for issue in space.issues) == 0.5

    def test_weights_that_do_not_add_up_are_used_as_they_stand_and_said(self, tmp_path):
        town = grain.swapped(grain.TOWN, 'value="0.5"', 'value="0.75"')
        folder = grain.lay(tmp_path / "grain", town=town)
        space = space_of(import_genius(folder, tmp_path / "grain.yaml"))
        assert space.issues[2][1].max() == 0.75
        said = "The weights of town add up to 1.25, not 1; they are used as they stand."
        assert said in space.notes

    def test_too_many_outcomes_are_refused(self, convoy):
        (issue,) = [one for one in convoy.issues if one.reals]
        many = [issue.model_copy(update={"name": str(n)}) for n in range(9)]
        found = convoy.model_copy(update={"issues": tuple(many)})
        assert space_of(found, steps=10).outcomes == 10**9
        with pytest.raises(ParleyError, match="at most 1,000,000,000 outcomes.*got 2,357,947,691"):
            space_of(found, steps=11)


class TestTalks:
    @pytest.mark.parametrize("exercise", ["tent", "incidents-at-sea"])
    def test_they_are_those_of_the_review(self, exercise):
        """Every profile and type: frontier and Nash solution of the figure in the review."""
        found = scenario.load(exercise)
        for profile in found.profiles.practice:
            numbers = found.numbers(profile)
            for kind, other in enumerate(numbers.kinds, start=1):
                space = space_of(found, profile.id, kind)
                lawful = [p for p in packages(found.top, len(found.issues)) if numbers.lawful(p)]
                worth = [
                    (numbers.own(p) / 100, other.worth(numbers.terms, p) / 100) for p in lawful
                ]
                result = analyse(space)
                assert result.outcomes == len(lawful)
                assert result.disagreement == (profile.reservation, other.reservation)
                assert result.pareto == review.pareto_frontier(worth)
                assert result.nash == review.nash_points(worth, result.disagreement)
                shares = review.kalai_smorodinsky_points(worth, result.disagreement)
                assert set(shares) <= set(result.kalai_smorodinsky)

    def test_the_defaults_are_the_first_profile_and_type_inside_red_lines(self):
        found = scenario.load("tent")
        space = space_of(found)
        profile = found.profiles.practice[0]
        assert space.reservation == (profile.reservation, profile.types[0].reservation)
        least = min(sum(one) for one in product(*(issue[0] for issue in space.issues)))
        assert least > 0
        whole = space_of(found, red_lines=False)
        assert whole.outcomes == (found.top + 1) ** len(found.issues) > space.outcomes
        assert "inside the player's red lines" in space.notes[0]
        assert "with those beyond red lines" in whole.notes[0]

    @pytest.mark.parametrize("kind", [0, -1, 7])
    def test_a_type_that_is_not_there(self, kind):
        with pytest.raises(ParleyError, match=f"p1: the types are 1 to 6; got {kind}"):
            space_of(scenario.load("tent"), "p1", kind)

    def test_a_profile_that_is_not_there(self):
        with pytest.raises(ParleyError, match="tent has no profile 'zz'; it has p1"):
            space_of(scenario.load("tent"), "zz")

    def test_another_game(self):
        with pytest.raises(ParleyError, match="this is of the game signalling. Name another"):
            space_of(scenario.load("deter-or-reassure"))


class TestFind:
    def test_an_exercise_or_a_file(self, convoy, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        assert find("tent").exercise == "tent"
        assert find(str(data_folder() / "scenarios" / "tent.yaml")).exercise == "tent"
        assert find("grain.yaml") == convoy
        Path("tent").write_text("a file of that name")
        assert find("tent").exercise == "tent"
        Path("grain.yaml").rename("convoy")
        assert find("convoy") == convoy

    def test_neither(self):
        with pytest.raises(ParleyError, match="no exercise 'tnet'; the nearest are tent"):
            find("tnet")
        with pytest.raises(ParleyError, match=r"tnet\.yaml: there is no such file"):
            find("tnet.yaml")
