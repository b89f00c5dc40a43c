"""Five kinds of military act, told apart by four questions about what it does to the other side.

Cooperation and reassurance do no harm; deterrence announces it, to keep the other side still;
coercion announces it or does a part of it, to make the other side act; force takes what it wants.
"""

from parley.errors import ParleyError

__all__ = ["ASKED", "kind"]

ASKED = {"none": "joins", "announced": "acts", "done": "ends"}
"""Which question comes after each answer to the first; the others do not matter."""


def kind(harm: str, joins: bool, acts: bool, ends: bool) -> str:
    """Return the kind of an act.

    Parameters
    ----------
    harm : str
        What comes to the other side: ``"none"``, whatever it answers; ``"announced"``, for the
        case that it does not comply; ``"done"``, now.
    joins : bool
        Whether the other side takes part, and may say no.
    acts : bool
        Whether it must act: stop, undo or give something.  If not, it need only hold still.
    ends : bool
        Whether the harm ends when it gives in.

    Returns
    -------
    str
        ``"cooperation"``, ``"reassurance"``, ``"deterrence"``, ``"coercion"`` or ``"force"``.

    Raises
    ------
    parley.errors.ParleyError
        If the harm is none of the three.

    References
    ----------
    The order of the questions is the course's own.  Schelling, T. C. (1966). Arms and Influence,
    chapters 1 and 2, on force, coercion and deterrence; Kydd, A. (2000). International
    Organization 54:325-357, on reassurance.

    Examples
    --------
    >>> kind("announced", joins=False, acts=True, ends=True)
    'coercion'
    >>> kind("done", joins=False, acts=True, ends=False)
    'force'
    """
    if harm == "none":
        return "cooperation" if joins else "reassurance"
    if harm == "announced":
        return "coercion" if acts else "deterrence"
    if harm == "done":
        return "coercion" if ends else "force"
    raise ParleyError(f"The harm is one of {', '.join(ASKED)}, not {harm}. Choose one of them.")
