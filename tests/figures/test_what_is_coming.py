"""The figures of module 16: traces, scores, votes, warheads."""

import pytest
from tests.figures.turning import drawn, said

import parley
from parley.figures.ideal_points import STATES
from parley.panel.sliders import FIGURES


class TestPlantedTraces:
    def test_words_at_the_start(self):
        words = said("planted-traces")
        assert "Now you believe with 90 % that the state did it" in words
        assert "if nobody planted traces it would be 98.8 %" in words
        assert words.endswith("you do not come above 90.9 %.")

    def test_more_of_the_same_reaches_the_ceiling_and_no_more(self):
        assert "with 90.9 % that the state did it" in said("planted-traces", traces=8)
        belief = drawn("planted-traces").data[1]
        assert (belief.x[-1], belief.y[-1]) == (8, pytest.approx(90.9, abs=0.05))

    def test_a_trace_of_another_kind_lifts_the_ceiling(self):
        words = said("planted-traces", sealed=1)
        assert "and 1 trace that only the state could leave" in words
        assert words.endswith("you do not come above 96.8 %.")


class TestForecastScore:
    def test_words_at_the_start(self):
        words = said("forecast-score")
        assert "you pay 25 points on average, as much as with the base rate of 50 %" in words
        assert "The least is 21, for who says 70 %" in words
        assert "the best would be to say 100 %, which you do not believe" in words

    def test_who_believes_nothing_gains_nothing_by_the_distance(self):
        assert "every answer would cost the same" in said("forecast-score", chance=50)
        assert "the best would be to say 0 % too" in said("forecast-score", chance=0)

    def test_the_base_rate_is_beaten_or_not(self):
        assert "less than with the base rate" in said("forecast-score", said=80)
        assert "more than with the base rate" in said("forecast-score", said=95)


class TestIdealPoints:
    def test_the_states_are_those_of_the_slider_and_of_the_data(self):
        words = list(STATES.values())
        for slider in FIGURES["ideal-points"][:2]:
            assert list(slider.words) == words
            assert slider.high == len(words) - 1
        frame = parley.load("ideal-points")
        assert set(frame.state) - set(STATES) == {"GFR"}, "West Germany is another state"

    def test_the_distance_is_that_of_the_data(self):
        frame = parley.load("ideal-points").set_index(["state", "year"]).ideal_point
        apart = abs(frame["RUS", 2024] - frame["CHN", 2024])
        words = said("ideal-points", year=2024)
        assert f"in 2024 they were {apart:.2f} apart" in words
        assert "nearest in 1990, with" in words

    def test_a_year_without_votes_has_no_distance(self):
        assert "in 1960 they have no two positions" in said("ideal-points", year=1960)
        assert "not both voted" in drawn("ideal-points", year=1960).layout.title.text

    def test_a_state_beside_itself(self):
        assert "they were 0 apart" in said("ideal-points", one=2, other=2)


class TestNuclearArsenals:
    def test_the_world_of_a_year(self):
        frame = parley.load("nuclear-arsenals")
        for year in (1945, 1986, 2023):
            total = int(frame[frame.year == year].warheads.sum())
            assert f"; {total:,} together" in said("nuclear-arsenals", year=year)

    def test_the_picture_begins_where_it_is_told(self):
        first = drawn("nuclear-arsenals", since=2005).data[0]
        assert (first.x[0], first.x[-1]) == (2005, 2023)
        assert "The picture begins in 2005" in said("nuclear-arsenals", since=2005)


@pytest.mark.parametrize("name", ["ideal-points", "nuclear-arsenals"])
def test_it_names_the_sources_of_its_data(name):
    assert "Data: " in said(name)
