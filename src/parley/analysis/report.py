"""An analysis as plain data, and in words."""

from collections.abc import Iterator
from typing import Any

from parley.analysis.bargain import PLACES, Analysis, Points
from parley.analysis.space import Space

MOST_POINTS = 12
"""So many points of a list are printed; all of them are in the JSON."""

_NAMED = {
    "nash": "Nash (largest product of gains)",
    "kalai_smorodinsky": "Kalai–Smorodinsky (largest least share of the ideal gains)",
    "egalitarian": "Egalitarian (largest least gain)",
    "utilitarian": "Utilitarian (largest sum)",
}


def plain(analysis: Analysis) -> dict[str, Any]:
    """Return an analysis as data that JSON can hold.

    Parameters
    ----------
    analysis : Analysis
        What was found.

    Returns
    -------
    dict
        The fields of `Analysis`, in their order.
    """
    return dict(vars(analysis))


def lines(title: str, space: Space, analysis: Analysis, taken_as: str) -> Iterator[str]:
    """Yield an analysis in words, line by line.

    Parameters
    ----------
    title : str
        What was analysed.
    space : Space
        Its outcomes.
    analysis : Analysis
        What was found.
    taken_as : str
        What stands for no agreement: the reservation values, or zero.

    Yields
    ------
    str
        A line.
    """
    first, second = space.names
    issues = "1 issue" if len(space.issues) == 1 else f"{len(space.issues)} issues"
    yield f"{title}: {analysis.outcomes:,} outcomes of {issues}."
    yield f"Every pair of numbers: {first}, {second}."
    yield from space.notes
    yield f"Without agreement ({taken_as}): {_pair(analysis.disagreement)}"
    yield f"Individually rational: {analysis.individually_rational:,} outcomes"
    yield f"Pareto frontier of all outcomes, points: {len(analysis.pareto):,}"
    yield from _listed(analysis.pareto)
    if not analysis.agreement_possible:
        yield "No outcome is at least as good as no agreement for both: walking out is right."
        return
    for name, label in _NAMED.items():
        yield f"{label}:"
        yield from _listed(getattr(analysis, name))


def _listed(points: Points) -> Iterator[str]:
    for point in points[:MOST_POINTS]:
        yield f"  {_pair(point)}"
    if len(points) > MOST_POINTS:
        yield f"  … and {len(points) - MOST_POINTS:,} more; --json gives all"


def _pair(point: tuple[float, float]) -> str:
    return f"{point[0]:.{PLACES}f}, {point[1]:.{PLACES}f}"
