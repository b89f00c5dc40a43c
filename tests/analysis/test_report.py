"""An analysis in words."""

import numpy as np

from parley.analysis import Space, analyse, lines


def said(space, disagreement=None):
    return list(lines("Pie", space, analyse(space, disagreement), "zero"))


def test_what_is_said_is_what_was_found():
    space = Space((np.array([[0.0, 1.0], [1.0, 0.0]]),), (0.0, 0.0), ("we", "they"), ("A note.",))
    assert said(space) == [
        "Pie: 2 outcomes of 1 issue.",
        "Every pair of numbers: we, they.",
        "A note.",
        "Without agreement (zero): 0.000000, 0.000000",
        "Individually rational: 2 outcomes",
        "Pareto frontier of all outcomes, points: 2",
        "  0.000000, 1.000000",
        "  1.000000, 0.000000",
        "Nash (largest product of gains):",
        "  0.000000, 1.000000",
        "  1.000000, 0.000000",
        "Kalai–Smorodinsky (largest least share of the ideal gains):",
        "  0.000000, 1.000000",
        "  1.000000, 0.000000",
        "Egalitarian (largest least gain):",
        "  0.000000, 1.000000",
        "  1.000000, 0.000000",
        "Utilitarian (largest sum):",
        "  0.000000, 1.000000",
        "  1.000000, 0.000000",
    ]


def test_a_long_list_is_cut_and_no_agreement_is_named():
    values = np.arange(20.0)
    *_, cut, last = said(Space((np.stack([values, -values]),), (0.0, 0.0)), (30.0, 30.0))
    assert cut == "  … and 8 more; --json gives all"
    assert last == "No outcome is at least as good as no agreement for both: walking out is right."
