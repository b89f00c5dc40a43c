"""Procedures on a series of rows: what still holds after some time, and lines through a few rows.

They give what `parley.models.survival` and `parley.analysis.evaluation` give, in exact fractions.
"""

from collections.abc import Sequence
from fractions import Fraction

from parley.games.findings.reckon import Found, Mistake, before_after, mean
from parley.games.findings.sheet import Sheet, said

__all__ = ["bend", "lasting", "step"]

TWICE = 2
"""From this many spells with the same end on, it is said how many they are."""


def lasting(sheet: Sheet, time: str, ended: str, after: int) -> Found:
    """Return the share of spells that last longer than some time, in percent.

    A spell that was only last seen stays among those at risk until then.

    References
    ----------
    Kaplan, E. and Meier, P. (1958). Nonparametric estimation from incomplete observations. JASA
    53:457-481.

    Examples
    --------
    >>> columns = (("time", "Years"), ("ended", "Ended"))
    >>> cells = ((1, 1), (2, 0), (3, 1), (4, 0))
    >>> lasting(Sheet("", "", columns, ("a", "b", "c", "d"), cells), "time", "ended", 3).value
    (Fraction(75, 2),)
    """
    spells = list(zip(sheet.column(time), sheet.column(ended), strict=True))
    share, steps = Fraction(1), []
    for moment in sorted({one for one, end in spells if end and one <= after}):
        at_risk = sum(one >= moment for one, _ in spells)
        ends = sum(one == moment and end == 1 for one, end in spells)
        share *= 1 - Fraction(ends, at_risk)
        times = f" ({ends} at once)" if ends >= TWICE else ""
        steps.append(
            f"At {said(moment)}{times}: {at_risk} were still seen; times {at_risk - ends}/{at_risk}"
            f" leaves {said(100 * share)} %."
        )
    steps.append(f"After {after} the share is {said(100 * share)} %.")
    return Found((100 * share,), tuple(steps), _left_out(spells, after))


def step(sheet: Sheet, column: str, start: str) -> Found:
    """Return by how much a series jumps at a row: the line after it less the line before it there.

    References
    ----------
    Wagner, A. et al. (2002). Segmented regression analysis of interrupted time series studies.
    Journal of Clinical Pharmacy and Therapeutics 27:299-309.

    Examples
    --------
    >>> cells = ((10,), (11,), (12,), (9,), (8,), (7,))
    >>> step(Sheet("", "", (("a", "A"),), tuple("123456"), cells), "a", "4").value
    (Fraction(-4, 1),)
    """
    before, after = sheet.split(column, start)
    slopes = _slope(before), _slope(after)
    went_on = mean(before) + slopes[0] * Fraction(len(before) + 1, 2)
    began = mean(after) - slopes[1] * Fraction(len(after) - 1, 2)
    value = began - went_on
    steps = (
        f"{sheet.title(column)} before {start}: mean {said(mean(before))}, and each row adds "
        f"{said(slopes[0], True)}. Gone on to {start}, this line gives {said(went_on)}.",
        f"From {start} on: mean {said(mean(after))}, each row adds {said(slopes[1], True)}. At "
        f"{start} this line gives {said(began)}.",
        f"The step is {said(began)} less {said(went_on)}, which is {said(value, True)}.",
    )
    alone = before_after(sheet, column, start).value[0]
    return Found(
        (value,),
        steps,
        (
            Mistake((alone,), "before and after, as if there were no trend"),
            Mistake((after[0] - before[-1],), "the first row with it less the last row without it"),
            Mistake((-value,), "the right size with the wrong sign"),
        ),
    )


def bend(sheet: Sheet, column: str, start: str) -> Found:
    """Return by how much each row adds more, or less, from a row on than before it.

    References
    ----------
    As for `step`.

    Examples
    --------
    >>> cells = ((10,), (11,), (12,), (9,), (8,), (7,))
    >>> bend(Sheet("", "", (("a", "A"),), tuple("123456"), cells), "a", "4").value
    (Fraction(-2, 1),)
    """
    before, after = (_slope(one) for one in sheet.split(column, start))
    value = after - before
    steps = (
        f"{sheet.title(column)}: before {start} each row adds {said(before, True)}, from then on "
        f"{said(after, True)}.",
        f"The change of the trend is {said(after)} less {said(before)}, which is "
        f"{said(value, True)}.",
    )
    return Found(
        (value,),
        steps,
        (
            Mistake((after,), "the trend afterwards, and not its change"),
            Mistake((before,), "the trend before"),
            Mistake((-value,), "the right size with the wrong sign"),
        ),
    )


def _slope(values: Sequence[Fraction]) -> Fraction:
    """Return what each row adds, by least squares."""
    middle, level = Fraction(len(values) - 1, 2), mean(values)
    above = sum((place - middle) * (one - level) for place, one in enumerate(values))
    below = sum((place - middle) ** 2 for place in range(len(values)))
    return Fraction(above) / below


def _left_out(spells: Sequence[tuple[Fraction, Fraction]], after: int) -> tuple[Mistake, ...]:
    """Return what one gets who counts spells that were only last seen as lasting, or not at all."""
    gone = sum(one <= after and end == 1 for one, end in spells)
    known = [one for one, end in spells if end or one > after]
    seen = Fraction(100 * (len(spells) - gone), len(spells))
    says = "all that did not end as lasting, also those that were not seen so long"
    found = [Mistake((seen,), says)]
    if known:
        whole = Fraction(100 * (len(known) - gone), len(known))
        found.append(Mistake((whole,), "only what was seen whole, the others left out"))
    ended = Fraction(100 * gone, len(spells))
    return (*found, Mistake((ended,), "the share that ended, and not the one that lasts"))
