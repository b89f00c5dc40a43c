"""Who did it: what traces tell when somebody else may have planted them.

Either the suspected state did it, or somebody else.  Every trace that is found points to the state.
Somebody else may have planted them all, as a whole; else each is there by accident only.
"""

from dataclasses import dataclass

from parley.models.ranges import between

__all__ = ["Attribution", "attribution"]


@dataclass(frozen=True)
class Attribution:
    """How probable it is that the state did it.

    Attributes
    ----------
    belief : float
        After all that was found.
    trusting : float
        The same, if nobody ever planted a trace.
    ceiling : float
        What the belief comes to with any number of traces that can be planted.
    """

    belief: float
    trusting: float
    ceiling: float


def attribution(
    prior: float, strength: float, traces: int, planted: float, sealed: int = 0
) -> Attribution:
    """Return what the traces tell, by Bayes' rule.

    Parameters
    ----------
    prior : float
        The probability before any trace, above 0 and below 1.
    strength : float
        How many times likelier a trace is if the state did it, at least 1.
    traces : int
        How many traces point to the state and could have been planted, at least 0.
    planted : float
        How probable it is that somebody else, who did it, planted them all; 0 to 1.
    sealed : int
        How many traces point to the state that nobody else could have planted, at least 0.

    Returns
    -------
    Attribution
        The belief, and its limits.

    Raises
    ------
    parley.errors.ParleyError
        If a number lies outside its range.

    References
    ----------
    Bayes' rule.  That evidence which can be forged has a ceiling follows from it; that traces are
    planted all together is an assumption for teaching.

    Examples
    --------
    >>> found = attribution(0.5, 3, 4, 0.1)
    >>> round(found.belief, 3), round(found.trusting, 3), round(found.ceiling, 3)
    (0.9, 0.988, 0.909)
    """
    between("the probability before", prior, 1e-6, 1 - 1e-6)
    between("the strength of a trace", strength, 1, 1e6)
    between("the number of traces", traces, 0, 1e3)
    between("the probability that they were planted", planted, 0, 1)
    between("the number of sealed traces", sealed, 0, 1e3)
    odds = prior / (1 - prior) * strength**sealed
    accident = strength**-traces
    last = 0.0 if strength > 1 else 1.0
    return Attribution(
        *(_belief(odds, share + (1 - share) * rest)
          for share, rest in ((planted, accident), (0.0, accident), (planted, last)))
    )  # fmt: skip


def _belief(odds: float, otherwise: float) -> float:
    """Return a probability, from the odds before and how likely the traces are otherwise."""
    return odds / (odds + otherwise)
