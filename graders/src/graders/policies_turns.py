"""Naive players that an exercise in turns must not reward: one answer to everything."""

from parley.games.turns.model import Model
from parley.games.turns.policies import Policy, always


def habits(model: Model) -> dict[str, Policy]:
    """Return, for each act but the passive one, the player who orders it whenever it is open.

    Parameters
    ----------
    model : Model
        The profile.

    Returns
    -------
    dict of str to callable
        The policies by the acts' names.
    """
    return {
        act.name: always(place) for place, act in enumerate(model.acts) if place != model.passive
    }
