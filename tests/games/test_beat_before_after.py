"""Beat before-and-after keeps the contract, and its report is priced by the interval score."""

from itertools import product

import pytest
from tests.contract import Contract, CountingContract
from tests.games import turns

from parley import scenario
from parley.games.turns import steps
from parley.games.turns.model import Model, opening

EXERCISE = "beat-before-after"

TRUTHS = {"works": (-25, -15), "fails": (0, 10)}
"""The effects that each type may have, equally likely."""


class TestPractice(Contract):
    exercise = EXERCISE
    use = "practice"
    game = turns.of(EXERCISE)


class TestCounted(CountingContract):
    exercise = EXERCISE
    game = turns.of(EXERCISE)


def model_of(name: str) -> Model:
    found = scenario.load(EXERCISE)
    return found.numbers(found.profile(name))


def act(model: Model, name: str) -> int:
    return [one.name for one in model.acts].index(name)


def price(model: Model, kind: str, estimate: int, margin: int) -> int:
    now = opening(model, 0).public
    reported = steps.acted(model, now, (act(model, "report"), estimate, margin))
    return steps.final(model, reported, model.types.index(kind))


def interval_score(low: int, high: int, truth: int) -> int:
    """Gneiting and Raftery (2007) for an interval that holds the truth one time in two."""
    return high - low + 4 * max(0, low - truth) + 4 * max(0, truth - high)


@pytest.mark.parametrize("kind", TRUTHS)
def test_the_report_costs_the_interval_score(kind):
    model = model_of("p1")
    for estimate, margin in product(range(-4, 2), range(1, 6)):
        low, high = 5 * (estimate - margin), 5 * (estimate + margin)
        expected = sum(interval_score(low, high, truth) for truth in TRUTHS[kind]) / 2
        assert price(model, kind, estimate, margin) == 100 * expected, (estimate, margin)


@pytest.mark.parametrize(("belief", "best"), [(0.0, (1, 1)), (0.5, (-1, 2)), (1.0, (-4, 1))])
def test_the_best_report_is_the_middle_half_of_the_belief(belief, best):
    model = model_of("p1")

    def expected(report):
        works, fails = (price(model, kind, *report) for kind in ("works", "fails"))
        return belief * works + (1 - belief) * fails

    least = min(expected(report) for report in product(range(-4, 2), range(1, 6)))
    assert expected(best) == least


@pytest.mark.parametrize(
    ("profile", "design", "tells"),
    [
        ("p2", "before", False),  # the worst hit
        ("p2", "match", True),
        ("p2", "twice", False),
        ("p3", "before", False),  # those that asked, and a fall everywhere
        ("p3", "match", False),
        ("p3", "twice", True),
        ("p5", "before", True),  # those that asked, and no change elsewhere
        ("p2", "lot", True),
        ("p3", "lot", True),
    ],
)
def test_a_design_tells_the_types_apart_only_where_it_fits_the_case(profile, design, tells):
    model = model_of(profile)
    now = opening(model, 0).public
    works, fails = (steps.odds(model, now, (act(model, design),), kind) for kind in range(2))
    assert (works != fails) == tells
