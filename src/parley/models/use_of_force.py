"""Five gates for the use of force: consent, the Council, self-defence, a disputed claim, the ban.

The first gate that opens decides.  A threat of force is judged as the force that it announces.
"""

from parley.errors import ParleyError

__all__ = ["ATTACK", "CLAIM", "CONSENT", "COUNCIL", "gate"]

CONSENT = ("none", "withdrawn", "kept")
COUNCIL = ("silent", "failed", "authorised")
ATTACK = ("none", "over", "on us", "on an ally", "on an ally that asks")
CLAIM = ("none", "own nationals", "mass killing", "group abroad", "regional body")
"""What may be said about each gate; the claims are those on which States disagree."""

_ANSWERS = {"consent": CONSENT, "council": COUNCIL, "attack": ATTACK, "claim": CLAIM}


def gate(consent: str, council: str, attack: str, fits: bool, claim: str) -> str:
    """Return the gate that decides whether force in another State is lawful.

    Parameters
    ----------
    consent : str
        ``"none"``; ``"withdrawn"``, or passed in place, task or time; ``"kept"``.
    council : str
        ``"silent"``; ``"failed"``, a draft that was not adopted; ``"authorised"``, and kept to.
    attack : str
        The armed attack that is answered, one of `ATTACK`.
    fits : bool
        Whether the answer is needed and in proportion.
    claim : str
        Another claim that is made, one of `CLAIM`.

    Returns
    -------
    str
        ``"consent"``, ``"council"`` or ``"defence"``: lawful; ``"disputed"``: States disagree;
        ``"ban"``: forbidden.

    Raises
    ------
    parley.errors.ParleyError
        If an answer is none of those that are known.

    References
    ----------
    Charter of the United Nations, articles 2(4), 39 to 42, 51 and 53; International Law
    Commission (2001), Articles on State Responsibility, article 20; International Court of
    Justice, Nicaragua v. United States of America (1986), paragraphs 176 and 199, and Congo v.
    Uganda (2005), paragraphs 42 to 54.  The order of the gates is the course's own.

    Examples
    --------
    >>> gate("none", "silent", "on us", fits=True, claim="none")
    'defence'
    >>> gate("withdrawn", "failed", "over", fits=True, claim="none")
    'ban'
    """
    given = {"consent": consent, "council": council, "attack": attack, "claim": claim}
    for name, answer in given.items():
        if answer not in _ANSWERS[name]:
            known = ", ".join(_ANSWERS[name])
            raise ParleyError(f"The {name} is one of {known}, not {answer}. Choose one of them.")
    if consent == "kept":
        return "consent"
    if council == "authorised":
        return "council"
    if fits and attack in ("on us", "on an ally that asks"):
        return "defence"
    return "ban" if claim == "none" else "disputed"
