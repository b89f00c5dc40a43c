"""How long peace lasts: estimates from spells of which some have not ended yet.

A spell that has not ended when one last looks is not left out, and not counted as for ever: it
counts among those at risk for as long as it was seen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log

from parley.models.ranges import between

__all__ = [
    "Spell",
    "Step",
    "hazard",
    "hazard_ratio",
    "kaplan_meier",
    "lasting",
    "risk_under",
]


@dataclass(frozen=True)
class Spell:
    """One spell of peace.

    Attributes
    ----------
    time : float
        How long it was seen, in any one unit.
    ended : bool
        Whether it ended then; else it was only last seen then.
    """

    time: float
    ended: bool


@dataclass(frozen=True)
class Step:
    """One step down of the estimate.

    Attributes
    ----------
    time : float
        When spells ended.
    at_risk, ended : int
        How many were seen until then, and how many of them ended.
    lasting : float
        The share that lasts longer.
    """

    time: float
    at_risk: int
    ended: int
    lasting: float


def kaplan_meier(spells: Sequence[Spell]) -> list[Step]:
    """Return the share of spells that last, step by step.

    Parameters
    ----------
    spells : sequence of Spell
        In any order; one that is last seen when others end was still at risk.

    Returns
    -------
    list of Step
        By rising time.

    References
    ----------
    Kaplan, E. and Meier, P. (1958). Nonparametric estimation from incomplete observations. JASA
    53:457-481.

    Examples
    --------
    >>> steps = kaplan_meier([Spell(1, True), Spell(2, False), Spell(3, True), Spell(4, False)])
    >>> [(step.time, step.at_risk, step.lasting) for step in steps]
    [(1, 4, 0.75), (3, 2, 0.375)]
    """
    steps: list[Step] = []
    share = 1.0
    for time in sorted({spell.time for spell in spells if spell.ended}):
        at_risk = sum(spell.time >= time for spell in spells)
        ended = sum(spell.time == time and spell.ended for spell in spells)
        share *= 1 - ended / at_risk
        steps.append(Step(time, at_risk, ended, share))
    return steps


def lasting(steps: Sequence[Step], time: float) -> float:
    """Return the estimated share of spells that last longer than a time.

    Parameters
    ----------
    steps : sequence of Step
        From `kaplan_meier`.
    time : float
        At least 0.

    Returns
    -------
    float
        A share.

    Raises
    ------
    parley.errors.ParleyError
        If the time is negative.

    Examples
    --------
    >>> lasting(kaplan_meier([Spell(1, True), Spell(2, False)]), 1.5)
    0.5
    """
    between("the time", time, 0, 1e12)
    before = [step.lasting for step in steps if step.time <= time]
    return before[-1] if before else 1.0


def hazard(risk: float, years: float = 1) -> float:
    """Return the hazard a year that makes a risk over some years, if it stays the same.

    Parameters
    ----------
    risk : float
        The probability of an end within these years, at least 0 and below 1.
    years : float
        How many, above 0.

    Returns
    -------
    float
        Ends a year, among those that have not ended.

    Raises
    ------
    parley.errors.ParleyError
        If a number lies outside its range.

    Examples
    --------
    >>> round(hazard(0.4), 4)
    0.5108
    """
    between("the risk", risk, 0, 1 - 1e-9)
    between("the number of years", years, 1e-9, 1e9)
    return -log(1 - risk) / years


def hazard_ratio(before: float, after: float) -> float:
    """Return the ratio of hazards that turns one risk into another one, over the same time.

    Parameters
    ----------
    before, after : float
        Probabilities of an end, `before` above 0, both below 1.

    Returns
    -------
    float
        Below 1 if the risk falls.

    Raises
    ------
    parley.errors.ParleyError
        If a number lies outside its range.

    Examples
    --------
    >>> round(hazard_ratio(0.4, 0.31), 3)
    0.726
    """
    between("the risk before", before, 1e-9, 1 - 1e-9)
    return hazard(after) / hazard(before)


def risk_under(risk: float, ratio: float) -> float:
    """Return what a risk becomes when the hazard is multiplied.

    Parameters
    ----------
    risk : float
        The probability of an end within some time, at least 0 and below 1.
    ratio : float
        The hazard ratio, at least 0.

    Returns
    -------
    float
        The probability of an end within the same time.

    Raises
    ------
    parley.errors.ParleyError
        If a number lies outside its range.

    Examples
    --------
    >>> round(risk_under(0.4, 0.726), 2)
    0.31
    """
    between("the hazard ratio", ratio, 0, 1e6)
    return 1 - exp(-ratio * hazard(risk))
