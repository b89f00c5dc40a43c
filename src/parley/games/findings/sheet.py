"""A table of numbers as it lies on the desk, and how its numbers are said."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from parley.games.words import capital

__all__ = ["Sheet", "said", "summed"]


@dataclass(frozen=True)
class Sheet:
    """A table of numbers.

    Parameters
    ----------
    caption : str
        What it shows.
    corner : str
        What the labels of its rows are, such as ``Year``.
    columns : tuple of (str, str)
        The name and the head of each column of numbers.
    rows : tuple of str
        The label of each row.
    cells : tuple of tuple of Fraction
        A row of numbers for each label.
    note : str
        Where the numbers come from, and what is wrong with them.

    Examples
    --------
    >>> sheet = Sheet("Incidents", "Week", (("north", "North"),), ("1", "2"), ((3,), (4,)))
    >>> sheet.column("north"), sheet.at("2", "north")
    ((3, 4), 4)
    """

    caption: str
    corner: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[str, ...]
    cells: tuple[tuple[Fraction, ...], ...]
    note: str = ""

    def head(self, column: str) -> str:
        """Return the head of a column."""
        return dict(self.columns)[column]

    def title(self, column: str) -> str:
        """Return the head of a column with a capital, as a sentence begins with it."""
        return capital(self.head(column))

    def column(self, name: str) -> tuple[Fraction, ...]:
        """Return the numbers of a column, from the first row to the last."""
        place = [slug for slug, _ in self.columns].index(name)
        return tuple(row[place] for row in self.cells)

    def at(self, row: str, column: str) -> Fraction:
        """Return one number."""
        return self.column(column)[self.rows.index(row)]

    def split(self, column: str, start: str) -> tuple[tuple[Fraction, ...], tuple[Fraction, ...]]:
        """Return the numbers of a column before a row, and from it on."""
        values, place = self.column(column), self.rows.index(start)
        return values[:place], values[place:]


def said(value: Fraction | int, sign: bool = False) -> str:
    """Return a number with at most two decimals, and a true minus sign.

    Parameters
    ----------
    value : Fraction or int
        The number.
    sign : bool
        Whether a plus stands before what is above 0.

    Returns
    -------
    str
        The number in words for a reader.

    Examples
    --------
    >>> said(Fraction(-7, 3)), said(98638), said(Fraction(11, 2), sign=True)
    ('−2.33', '98,638', '+5.5')
    """
    hundredths = round(Fraction(value) * 100)
    text = f"{abs(hundredths) // 100:,}.{abs(hundredths) % 100:02d}".rstrip("0").rstrip(".")
    before = "−" if hundredths < 0 else "+" if sign and hundredths > 0 else ""
    return before + text


def summed(values: Sequence[Fraction]) -> str:
    """Return numbers as a sum, one below 0 in brackets.

    Examples
    --------
    >>> summed([Fraction(3), Fraction(-1)])
    '3 + (−1)'
    """
    return " + ".join(said(one) if one >= 0 else f"({said(one)})" for one in values)
