"""When a sentence of a report is right: limits on exact numbers."""

import re
from collections.abc import Mapping
from fractions import Fraction
from operator import eq

from pydantic import StrictFloat, StrictInt, StrictStr

from parley.games.casework.engine import SIGNS
from parley.scenario.base import Slug

Limit = StrictInt | StrictFloat | StrictStr | tuple[StrictInt | StrictFloat, ...]
"""A number, one of several, or a comparison such as ``>=-0.5``."""
Limits = dict[Slug, Limit]

_COMPARED = re.compile(r"(>=|<=|==|>|<)\s*(-?\d+(?:\.\d+)?)")
_SIGNS = {**SIGNS, "==": eq}


def met(limits: Limits, numbers: Mapping[str, Fraction]) -> bool:
    """Tell whether numbers keep to all limits, compared without rounding.

    Parameters
    ----------
    limits : mapping of str to int, float, str or tuple
        The limits by the name of their number, all of them readable.
    numbers : mapping of str to Fraction
        The numbers by name.

    Returns
    -------
    bool
        Whether all limits are kept.

    Examples
    --------
    >>> met({"change": ">=-0.5"}, {"change": Fraction(-1, 2)})
    True
    """
    return all(_kept(limit, numbers[name]) for name, limit in limits.items())


def readable(limit: Limit) -> bool:
    """Tell whether a limit is a number, numbers or a comparison, and not another text.

    Examples
    --------
    >>> readable("<= -2"), readable("fell")
    (True, False)
    """
    try:
        return bool(_read(limit)[1])
    except ValueError:
        return False


def _kept(limit: Limit, number: Fraction) -> bool:
    sign, values = _read(limit)
    return any(_SIGNS[sign](number, one) for one in values)


def _read(limit: Limit) -> tuple[str, tuple[Fraction, ...]]:
    """Return the sign of a limit and the numbers beside it; a ValueError if there are none."""
    if not isinstance(limit, str):
        several = limit if isinstance(limit, tuple) else (limit,)
        return "==", tuple(Fraction(str(one)) for one in several)
    found = _COMPARED.fullmatch(limit)
    if not found:
        raise ValueError("not a comparison")
    return found[1], (Fraction(found[2]),)
