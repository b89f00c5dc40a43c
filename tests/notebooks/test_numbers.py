"""Every number that a module's prose takes from a model is what the model gives."""

import re

from tests.notebooks.modules import COURSE, prose, section

from parley.models.outcomes import kalai_smorodinsky_points, nash_points, pareto_frontier

START = COURSE / "00_start_here.ipynb"


class TestStartHere:
    def test_the_small_trade(self):
        lesson = section(START, "Four ideas")
        road, posts = (
            tuple(map(int, re.search(rf"\| {issue} \| (\d+) \| (\d+) \|", lesson).groups()))
            for issue in ("Supply road", "Observer posts")
        )
        assert road[0] + posts[0] == road[1] + posts[1] == 100
        shares, leave = (0, 0.5, 1), (40, 30)
        points = [
            (r * road[0] + p * posts[0], (1 - r) * road[1] + (1 - p) * posts[1])
            for r in shares
            for p in shares
        ]
        trade = (road[0], posts[1])
        assert f"you get {trade[0]} points and they get {trade[1]}." in lesson
        assert "in the middle, you get 50 points and they get 50." in lesson
        assert (50, 50) in points
        assert (50, 50) not in pareto_frontier(points)
        assert "Without a deal you have 40 points, and they have 30." in lesson
        assert nash_points(points, leave) == kalai_smorodinsky_points(points, leave) == (trade,)
        assert f"{trade[0]} points for you and {trade[1]} for them" in prose(START)
