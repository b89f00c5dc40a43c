"""The security dilemma: when to stay unarmed beside a neighbour whose aim one does not know.

Four payoffs, the best first: both stay unarmed (reward), one arms alone (temptation), both arm
(punishment), one alone stays unarmed (sucker).  A neighbour who wants only security stays
unarmed if one does; one who wants more arms in any case.
"""

from dataclasses import dataclass

from parley.models.ranges import between, ordered

__all__ = ["Dilemma", "World", "told", "world"]


@dataclass(frozen=True)
class Dilemma:
    """The four payoffs of a state that wants only security, in any one unit.

    Parameters
    ----------
    reward, temptation, punishment, sucker : float
        They fall in this order, as in a stag hunt.

    Raises
    ------
    parley.errors.ParleyError
        If they do not.

    References
    ----------
    Jervis, R. (1978). Cooperation under the security dilemma. World Politics 30:167-214;
    Kydd, A. (2005). Trust and Mistrust in International Relations, ch. 2.

    Examples
    --------
    >>> Dilemma(3, 2, 1, 0).threshold
    0.5
    """

    reward: float
    temptation: float
    punishment: float
    sucker: float

    def __post_init__(self) -> None:
        """Check the order."""
        ordered(
            reward=self.reward,
            temptation=self.temptation,
            punishment=self.punishment,
            sucker=self.sucker,
        )

    @property
    def threshold(self) -> float:
        """The least trust at which staying unarmed is worth as much as arming, 0 to 1."""
        betrayed = self.punishment - self.sucker
        wasted = self.reward - self.temptation
        return betrayed / (wasted + betrayed)

    def unarmed(self, trust: float) -> float:
        """Return what staying unarmed is worth on average.

        Parameters
        ----------
        trust : float
            The probability that the neighbour wants only security, 0 to 1.

        Returns
        -------
        float
            The expected payoff.

        Raises
        ------
        parley.errors.ParleyError
            If the trust lies outside 0 to 1.
        """
        between("the trust", trust, 0, 1)
        return trust * self.reward + (1 - trust) * self.sucker

    def armed(self, trust: float) -> float:
        """Return what arming is worth on average.

        Parameters
        ----------
        trust : float
            As for `unarmed`.

        Returns
        -------
        float
            The expected payoff.

        Raises
        ------
        parley.errors.ParleyError
            If the trust lies outside 0 to 1.
        """
        between("the trust", trust, 0, 1)
        return trust * self.temptation + (1 - trust) * self.punishment


@dataclass(frozen=True)
class World:
    """One of the four worlds.

    Attributes
    ----------
    number : int
        1 to 4, as Jervis counts them.
    name : str
        What he calls it, in short.
    """

    number: int
    name: str


_WORLDS = {
    (True, False): World(1, "doubly dangerous"),
    (False, False): World(2, "security dilemma, but security for both is possible"),
    (True, True): World(3, "no security dilemma, but aggression is possible"),
    (False, True): World(4, "doubly stable"),
}


def world(offence: bool, distinguishable: bool) -> World:
    """Return which of the four worlds a state lives in.

    Parameters
    ----------
    offence : bool
        Whether attack has the advantage over defence.
    distinguishable : bool
        Whether arms for attack can be told from arms for defence.

    Returns
    -------
    World
        Its number and name.

    References
    ----------
    Jervis (1978), p. 211.

    Examples
    --------
    >>> world(offence=True, distinguishable=False)
    World(number=1, name='doubly dangerous')
    """
    return _WORLDS[offence, distinguishable]


def told(trust: float, reliability: float) -> float:
    """Return the trust after the neighbour has shown arms that look like arms for defence.

    Parameters
    ----------
    trust : float
        The trust before, 0 to 1.
    reliability : float
        How often a look tells the aim: 0.5 tells nothing, 1 tells all.

    Returns
    -------
    float
        The trust after, by Bayes' rule.

    Raises
    ------
    parley.errors.ParleyError
        If a number lies outside its range.

    Examples
    --------
    >>> told(0.6, 0.5)
    0.6
    >>> round(told(0.6, 0.9), 4)
    0.931
    """
    between("the trust", trust, 0, 1)
    between("the reliability", reliability, 0.5, 1)
    right, wrong = trust * reliability, (1 - trust) * (1 - reliability)
    return right / (right + wrong) if right + wrong else trust
