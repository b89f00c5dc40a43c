"""A settlement of a civil war that one side may break once the other has laid down its arms."""

from parley.models.ranges import between

__all__ = ["needed_guarantee", "worth_of_signing"]


def needed_guarantee(gain: float, loss: float) -> float:
    """Return how sure protection must be for a side to sign.

    Parameters
    ----------
    gain : float
        What a settlement that is kept is worth, beyond fighting on; in any one unit, above 0.
    loss : float
        What a settlement that is broken costs, in the same unit, above 0.

    Returns
    -------
    float
        A probability; with less, fighting on is worth more.

    Raises
    ------
    parley.errors.ParleyError
        If a number lies outside its range.

    References
    ----------
    A threshold after the argument of Walter, B. (1997). The critical barrier to civil war
    settlement. International Organization 51:335-364.  The numbers of a case are not in it.

    Examples
    --------
    >>> needed_guarantee(1, 3)
    0.75
    """
    _check(gain, loss)
    return loss / (loss + gain)


def worth_of_signing(guarantee: float, gain: float, loss: float) -> float:
    """Return what signing is worth on average, where fighting on is worth 0.

    Parameters
    ----------
    guarantee : float
        The probability that the settlement is kept, 0 to 1.
    gain, loss : float
        As for `needed_guarantee`.

    Returns
    -------
    float
        In the same unit.

    Raises
    ------
    parley.errors.ParleyError
        If a number lies outside its range.

    Examples
    --------
    >>> worth_of_signing(0.5, 1, 3)
    -1.0
    """
    between("the guarantee", guarantee, 0, 1)
    _check(gain, loss)
    return guarantee * gain - (1 - guarantee) * loss


def _check(gain: float, loss: float) -> None:
    between("the gain of a settlement that is kept", gain, 1e-9, 1e9)
    between("the loss if it is broken", loss, 1e-9, 1e9)
