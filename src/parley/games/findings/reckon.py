"""How the right number is found: named procedures on a table, each with its steps.

Every procedure takes a `Sheet` and the columns, rows and numbers that it is asked about, and
returns exact fractions.  It also says which numbers usual mistakes give.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from parley.games.findings.sheet import Sheet, said, summed

__all__ = [
    "Found",
    "Mistake",
    "before_after",
    "comparisons",
    "gap",
    "growth",
    "mean",
    "rate",
    "registers",
    "share",
    "two_differences",
    "weeks_needed",
]


@dataclass(frozen=True)
class Mistake:
    """A number that a usual mistake gives, and which mistake it is; no full stop."""

    value: tuple[Fraction, ...]
    says: str


@dataclass(frozen=True)
class Found:
    """The right number, or the lowest and the highest, how it is found, and usual mistakes."""

    value: tuple[Fraction, ...]
    steps: tuple[str, ...]
    mistakes: tuple[Mistake, ...] = ()


def mean(values: Sequence[Fraction]) -> Fraction:
    """Return the mean of some numbers.

    Examples
    --------
    >>> mean([Fraction(1), Fraction(2)])
    Fraction(3, 2)
    """
    return Fraction(sum(values, Fraction(0)), len(values))


def share(sheet: Sheet, part: str, whole: str, row: str) -> Found:
    """Return one column as percent of another, in one row.

    Examples
    --------
    >>> columns = (("part", "Part"), ("whole", "Whole"))
    >>> share(Sheet("", "", columns, ("a",), ((1, 4),)), "part", "whole", "a").value
    (Fraction(25, 1),)
    """
    one, every = sheet.at(row, part), sheet.at(row, whole)
    value = Fraction(100) * one / every
    step = (
        f"Divide {_cell(sheet, row, part)} by {_cell(sheet, row, whole)}, and take it "
        f"times 100: {said(one)} / {said(every)} × 100 = {said(value)}."
    )
    mistakes = [_mistake(one, "the number itself, not its share")]
    if one != every:
        odds = Fraction(100) * one / (every - one)
        mistakes.append(_mistake(odds, "the part divided by the rest, and not by the whole"))
    return Found((value,), (step,), tuple(mistakes))


def rate(sheet: Sheet, events: str, size: str, row: str, per: int) -> Found:
    """Return events for so many of a size, in one row.

    Examples
    --------
    >>> columns = (("deaths", "Deaths"), ("strength", "Strength"))
    >>> rate(Sheet("", "", columns, ("a",), ((3, 6000),)), "deaths", "strength", "a", 1000).value
    (Fraction(1, 2),)
    """
    one, every = sheet.at(row, events), sheet.at(row, size)
    value = per * one / Fraction(every)
    step = (
        f"Divide {_cell(sheet, row, events)} by {_cell(sheet, row, size)}, and take it times "
        f"{said(per)}: {said(one)} / {said(every)} × {said(per)} = {said(value)}."
    )
    return Found(
        (value,),
        (step,),
        (
            _mistake(one, "the number of events, not set against the size"),
            _mistake(value / 10, f"the rate for {said(Fraction(per, 10))}, not for {said(per)}"),
            _mistake(value * 10, f"the rate for {said(per * 10)}, not for {said(per)}"),
        ),
    )


def growth(sheet: Sheet, column: str, first: str, last: str) -> Found:
    """Return by how many percent a number changed from one row to another.

    Examples
    --------
    >>> sheet = Sheet("", "", (("a", "A"),), ("1", "2"), ((4,), (5,)))
    >>> growth(sheet, "a", "1", "2").value
    (Fraction(25, 1),)
    """
    before, after = sheet.at(first, column), sheet.at(last, column)
    moved = after - before
    value = Fraction(100) * moved / before
    steps = (
        f"{sheet.title(column)} changed from {said(before)} in {first} to {said(after)} in {last}: "
        f"by {said(moved, True)}.",
        f"Divide by what it was at first: {said(moved)} / {said(before)} × 100 = "
        f"{said(value, True)}.",
    )
    mistakes = [_mistake(moved, "the change itself, and not in percent")]
    if after:
        by_last = Fraction(100) * moved / after
        mistakes.append(_mistake(by_last, "the change divided by the last number"))
    mistakes.append(_mistake(-value, "the right size with the wrong sign"))
    return Found((value,), steps, tuple(mistakes))


def gap(sheet: Sheet, part: str, whole: str, row: str, beside: str) -> Found:
    """Return by how many percentage points the share in one row lies above that in another.

    Examples
    --------
    >>> columns = (("part", "Part"), ("whole", "Whole"))
    >>> gap(Sheet("", "", columns, ("a", "b"), ((1, 4), (1, 5))), "part", "whole", "a", "b").value
    (Fraction(5, 1),)
    """
    first, second = (share(sheet, part, whole, one) for one in (row, beside))
    value = first.value[0] - second.value[0]
    steps = (
        *first.steps,
        *second.steps,
        f"The difference is {_less(first.value[0], second.value[0])} = {said(value, True)}.",
    )
    counts = sheet.at(row, part) - sheet.at(beside, part)
    return Found(
        (value,),
        steps,
        (
            _mistake(counts, "the difference of the numbers, and not of the shares"),
            _mistake(-value, "the right size with the wrong sign"),
        ),
    )


def before_after(sheet: Sheet, column: str, start: str) -> Found:
    """Return the mean of a column from a row on, less its mean before.

    Examples
    --------
    >>> sheet = Sheet("", "", (("a", "A"),), ("1", "2", "3", "4"), ((9,), (7,), (5,), (3,)))
    >>> before_after(sheet, "a", "3").value
    (Fraction(-4, 1),)
    """
    before, after = sheet.split(column, start)
    value = mean(after) - mean(before)
    edges = sheet.column(column)
    return Found(
        (value,),
        (*_means(sheet, column, start), f"The change is {_apart(before, after)}."),
        (
            _mistake(edges[-1] - edges[0], "the last row less the first one"),
            _mistake(after[0] - before[-1], "the first row with it less the last row without it"),
            _mistake(sum(after) - sum(before), "the difference of the sums, and not of the means"),
            _mistake(-value, "the right size with the wrong sign"),
        ),
    )


def two_differences(sheet: Sheet, treated: str, other: str, start: str) -> Found:
    """Return the change of a column from a row on, less the change of another column.

    References
    ----------
    Card, D. and Krueger, A. (1994). Minimum wages and employment. American Economic Review
    84:772-793.

    Examples
    --------
    >>> columns = (("with", "With"), ("without", "Without"))
    >>> sheet = Sheet("", "", columns, ("1", "2", "3", "4"), ((5, 1), (5, 1), (9, 4), (9, 4)))
    >>> two_differences(sheet, "with", "without", "3").value
    (Fraction(1, 1),)
    """
    own, theirs = (before_after(sheet, one, start) for one in (treated, other))
    value = own.value[0] - theirs.value[0]
    ends = [mean(sheet.split(one, start)[1]) for one in (treated, other)]
    steps = (
        *own.steps,
        *theirs.steps,
        f"Take the second change from the first: {_less(own.value[0], theirs.value[0])} = "
        f"{said(value, True)}.",
    )
    return Found(
        (value,),
        steps,
        (
            _mistake(own.value[0], "before and after alone, where a comparison was needed"),
            _mistake(theirs.value[0], "the change of the comparison"),
            _mistake(ends[0] - ends[1], "the distance afterwards, as if there were none before"),
            _mistake(own.value[0] + theirs.value[0], "the two changes added up"),
            _mistake(-value, "the right size with the wrong sign"),
        ),
    )


def comparisons(sheet: Sheet, treated: str, others: Sequence[str], start: str) -> Found:
    """Return the lowest and the highest of two differences, over all columns to compare with.

    Examples
    --------
    >>> columns = (("a", "A"), ("b", "B"), ("c", "C"))
    >>> sheet = Sheet("", "", columns, ("1", "2"), ((5, 1, 1), (9, 4, 9)))
    >>> comparisons(sheet, "a", ("b", "c"), "2").value
    (Fraction(-4, 1), Fraction(1, 1))
    """
    own = before_after(sheet, treated, start).value[0]
    theirs = [before_after(sheet, one, start).value[0] for one in others]
    every = [own - one for one in theirs]
    steps = (
        f"{sheet.title(treated)}, from {start} on less before: {said(own, True)}.",
        *(
            f"Beside {sheet.head(name)}, which changed by {said(one, True)}: "
            f"{_less(own, one)} = {said(own - one, True)}."
            for name, one in zip(others, theirs, strict=True)
        ),
        f"The lowest is {said(min(every), True)}, the highest {said(max(every), True)}.",
    )
    changes = [own, *theirs]
    return Found(
        (min(every), max(every)),
        steps,
        (
            Mistake((min(theirs), max(theirs)), "the changes of the comparisons themselves"),
            Mistake((min(changes), max(changes)), "the changes alone, with nothing beside them"),
        ),
    )


def registers(sheet: Sheet, one: str, other: str, start: str) -> Found:
    """Return the lower and the higher change before and after, by two counts of the same thing.

    Examples
    --------
    >>> columns = (("low", "Low"), ("high", "High"))
    >>> sheet = Sheet("", "", columns, ("1", "2"), ((5, 8), (3, 2)))
    >>> registers(sheet, "low", "high", "2").value
    (Fraction(-6, 1), Fraction(-2, 1))
    """
    first, second = (before_after(sheet, name, start) for name in (one, other))
    ends = sorted((first.value[0], second.value[0]))
    levels = sorted(mean(sheet.split(name, start)[1]) for name in (one, other))
    steps = (
        *first.steps,
        *second.steps,
        f"The lower change is {said(ends[0], True)}, the higher {said(ends[1], True)}.",
    )
    return Found(
        tuple(ends), steps, (Mistake(tuple(levels), "the means afterwards, and not the changes"),)
    )


def weeks_needed(sheet: Sheet, spread: str, row: str, fall: int) -> Found:
    """Return how many counts on each side show a change of so much, four times in five.

    It is sixteen times the square of spread over change, rounded up.

    References
    ----------
    Lehr, R. (1992). Sixteen S-squared over D-squared: a relation for crude sample size estimates.
    Statistics in Medicine 11:1099-1102.

    Examples
    --------
    >>> sheet = Sheet("", "", (("spread", "Spread"),), ("a",), ((3,),))
    >>> weeks_needed(sheet, "spread", "a", 4).value
    (Fraction(9, 1),)
    """
    found = sheet.at(row, spread)
    exact = 16 * Fraction(found) ** 2 / fall**2
    value = Fraction(-(-exact.numerator // exact.denominator))
    step = (
        f"16 × ({said(found)} / {said(fall)})² = {said(exact)}, rounded up: {said(value)} on each "
        "side."
    )
    once = 16 * Fraction(found) / fall
    return Found(
        (value,),
        (step,),
        (
            _mistake(2 * value, "both sides together, and not each"),
            _mistake(once, "the spread over the change without its square"),
        ),
    )


def _mistake(value: Fraction | int, says: str) -> Mistake:
    return Mistake((Fraction(value),), says)


def _cell(sheet: Sheet, row: str, column: str) -> str:
    return f"“{sheet.head(column)}” in {row}"


def _means(sheet: Sheet, column: str, start: str) -> tuple[str, str]:
    """Say how the means before a row and from it on are found."""
    before, after = sheet.split(column, start)
    return (
        f"{sheet.title(column)}, mean before {start}: ({summed(before)}) / {len(before)} = "
        f"{said(mean(before))}.",
        f"Mean from {start} on: ({summed(after)}) / {len(after)} = {said(mean(after))}.",
    )


def _apart(before: Sequence[Fraction], after: Sequence[Fraction]) -> str:
    return f"{_less(mean(after), mean(before))} = {said(mean(after) - mean(before), True)}"


def _less(first: Fraction, second: Fraction) -> str:
    """Return a difference as it is written, a number below 0 in brackets."""
    return f"{said(first)} − {said(second) if second >= 0 else f'({said(second)})'}"
