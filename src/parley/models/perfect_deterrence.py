"""Deterrence by a threat that may not be carried out: how credible it must be.

A challenger looks at a defender who would perhaps rather fight than give way.  What counts is
not only how bad a fight is, but also how good the status quo is.
"""

from parley.models.ranges import between, ordered

__all__ = ["needed", "worth_of_challenge"]


def worth_of_challenge(credibility: float, win: float, conflict: float) -> float:
    """Return what a challenge is worth on average: the defender fights, or gives way.

    Parameters
    ----------
    credibility : float
        The probability that the defender fights, 0 to 1.
    win : float
        What it is worth to the challenger that the defender gives way, in any one unit.
    conflict : float
        What a fight is worth to the challenger, in the same unit.

    Returns
    -------
    float
        The expected worth, in the same unit.

    Raises
    ------
    parley.errors.ParleyError
        If the credibility lies outside 0 to 1.

    Examples
    --------
    >>> worth_of_challenge(0.5, 10, -2)
    4.0
    """
    between("the credibility", credibility, 0, 1)
    return (1 - credibility) * win + credibility * conflict


def needed(win: float, status_quo: float, conflict: float) -> float | None:
    """Return the least credibility of the defender that deters a challenger who would fight.

    In the notation of the model: (a_DC - a_CC) / (a_DC - a_DD+), with a_DC the defender gives
    way, a_CC the status quo, and a_DD+ a fight, all for a challenger that rather fights than
    backs down.  The condition is derived here from these payoffs; the symbols in the book were
    not compared.

    Parameters
    ----------
    win, status_quo, conflict : float
        What the three ends are worth to the challenger, in any one unit; winning most.

    Returns
    -------
    float or None
        A probability; None if a fight is worth as much as the status quo or more: the threat is
        then not capable, and no credibility deters.

    Raises
    ------
    parley.errors.ParleyError
        If winning is not worth more than the status quo and the fight.

    References
    ----------
    Zagare, F. and Kilgour, D. M. (2000). Perfect Deterrence. Cambridge University Press.

    Examples
    --------
    >>> needed(1, 0.6, 0)
    0.4
    >>> needed(1, 0, 0.5) is None
    True
    """
    ordered(winning=win, the_status_quo=status_quo)
    ordered(winning=win, a_fight=conflict)
    if conflict >= status_quo:
        return None
    return (win - status_quo) / (win - conflict)
