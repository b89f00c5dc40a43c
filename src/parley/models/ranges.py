"""The one check that every model makes of what it is given."""

from parley.errors import ParleyError

__all__ = ["between", "ordered"]


def between(name: str, value: float, low: float, high: float) -> float:
    """Return a number that lies in its range.

    Parameters
    ----------
    name : str
        What the number is, for the error.
    value : float
        The number.
    low, high : float
        The range; both ends belong to it.

    Returns
    -------
    float
        The number as it was.

    Raises
    ------
    parley.errors.ParleyError
        If the number lies outside, or is not a number.
    """
    if not low <= value <= high:
        raise ParleyError(f"{name} must lie between {low:g} and {high:g}, not at {value:g}.")
    return value


def ordered(**values: float) -> None:
    """Check that payoffs fall from the first to the last.

    Parameters
    ----------
    **values : float
        The payoffs by name, the best first.

    Raises
    ------
    parley.errors.ParleyError
        If one is not smaller than the one before it.
    """
    names = list(values)
    for better, worse in zip(names, names[1:], strict=False):
        if not values[better] > values[worse]:
            raise ParleyError(
                f"{better} must be worth more than {worse}, "
                f"not {values[better]:g} against {values[worse]:g}."
            )
