"""The procedures by name: what each takes, and how it is told to a player."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from parley.games.findings import reckon, series
from parley.games.findings.reckon import Found
from parley.games.findings.sheet import Sheet, said

__all__ = ["PROCEDURES", "Procedure"]


@dataclass(frozen=True)
class Procedure:
    """A way to find a number in a table.

    Parameters
    ----------
    reckon : callable
        A sheet and arguments become what is found.
    label, recipe : str
        What it is called, and how it is done by hand.
    columns, rows, counts, lists : tuple of str
        Which arguments name a column, a row, a whole number above 0, or several columns.
    flags : tuple of str
        Which of these columns hold only 0 and 1.
    ends : int
        2 for a lowest and a highest number.
    least : int
        How many rows must stand before the row ``start``, and from it on.
    """

    reckon: Callable[..., Found]
    label: str
    recipe: str
    columns: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    ends: int = 1
    least: int = 1

    @property
    def takes(self) -> tuple[str, ...]:
        """The names of all arguments."""
        return (*self.columns, *self.rows, *self.counts, *self.lists)

    def fault(self, sheet: Sheet, given: Mapping[str, Any]) -> str:
        """Return what is wrong with arguments for a sheet, or nothing.

        Parameters
        ----------
        sheet : Sheet
            The table.
        given : mapping of str to object
            The arguments by name.

        Returns
        -------
        str
            The rule, what was got, and what there is.
        """
        if sorted(given) != sorted(self.takes):
            return f"takes {', '.join(self.takes)}; got {', '.join(given) or 'nothing'}"
        return (
            self._unlisted(given)
            or self._not_there(sheet, given)
            or self._miscounted(given)
            or self._misflagged(sheet, given)
            or self._too_few(sheet, given)
            or self._undefined(sheet, given)
        )

    def _unlisted(self, given: Mapping[str, Any]) -> str:
        for name in self.lists:
            if not isinstance(given[name], tuple):
                return f"{name} is a list of columns, such as [a, b]; got {given[name]!r:.40}"
            if not given[name]:
                return f"{name} is a list of one column or more; got an empty one"
        return ""

    def _not_there(self, sheet: Sheet, given: Mapping[str, Any]) -> str:
        heads = dict(sheet.columns)
        listed = [one for name in self.lists for one in given[name]]
        for one in (*(given[name] for name in self.columns), *listed):
            if one not in heads:
                return f"columns are {', '.join(heads)}; got {one!r:.40}"
        for name in self.rows:
            if given[name] not in sheet.rows:
                quotes = "; write it in quotes" if str(given[name]) in sheet.rows else ""
                rows = ", ".join(sheet.rows)
                return f"{name} is one of {rows}; got {given[name]!r:.40}{quotes}"
        return ""

    def _miscounted(self, given: Mapping[str, Any]) -> str:
        for name in self.counts:
            if type(given[name]) is not int or given[name] < 1:
                return f"{name} is a whole number above 0; got {given[name]!r:.40}"
        return ""

    def _misflagged(self, sheet: Sheet, given: Mapping[str, Any]) -> str:
        for name in self.flags:
            for row, value in zip(sheet.rows, sheet.column(given[name]), strict=True):
                if value not in (0, 1):
                    got = f"{given[name]} holds {said(value)} in {row}"
                    return f"{name} is a column of 0 and 1; {got}"
        return ""

    def _too_few(self, sheet: Sheet, given: Mapping[str, Any]) -> str:
        place = sheet.rows.index(given["start"]) if "start" in self.rows else self.least
        rest = len(sheet.rows) - place if "start" in self.rows else self.least
        if min(place, rest) < self.least:
            return f"start has {place} rows before it and {rest} from it on; {self.least} is least"
        return ""

    def _undefined(self, sheet: Sheet, given: Mapping[str, Any]) -> str:
        try:
            self.reckon(sheet, **given)
        except ZeroDivisionError:
            return "divides by 0 with these; ask about others"
        return ""


PROCEDURES: Mapping[str, Procedure] = {
    "share": Procedure(
        reckon.share,
        "Share",
        "The part divided by the whole, times 100: percent.",
        ("part", "whole"),
        ("row",),
    ),
    "gap": Procedure(
        reckon.gap,
        "Gap between two shares",
        "One share less the other one: percentage points.",
        ("part", "whole"),
        ("row", "beside"),
    ),
    "rate": Procedure(
        reckon.rate,
        "Rate",
        "Events divided by the size, times 1,000 (or times 10,000): so many for each 1,000.",
        ("events", "size"),
        ("row",),
        ("per",),
    ),
    "growth": Procedure(
        reckon.growth,
        "Change in percent",
        "The last number less the first one, divided by the first one, times 100.",
        ("column",),
        ("first", "last"),
    ),
    "before-after": Procedure(
        reckon.before_after,
        "Before and after",
        "The mean from the start of a measure on, less the mean before it. It leaves out what "
        "would have changed anyhow.",
        ("column",),
        ("start",),
    ),
    "two-differences": Procedure(
        reckon.two_differences,
        "Two differences",
        "Before and after with the measure, less before and after without it. It supposes that "
        "both would have changed alike.",
        ("treated", "other"),
        ("start",),
    ),
    "comparisons": Procedure(
        reckon.comparisons,
        "Two differences beside each of several",
        "The same beside every possible comparison: the lowest and the highest say how much hangs "
        "on the choice.",
        ("treated",),
        ("start",),
        lists=("others",),
        ends=2,
    ),
    "registers": Procedure(
        reckon.registers,
        "Two counts",
        "Before and after by each of the counts: the lower and the higher change.",
        ("one", "other"),
        ("start",),
        ends=2,
    ),
    "lasting": Procedure(
        series.lasting,
        "Share that still holds",
        "Begin with 100 %. At each end in turn, take it times (still seen − 1) / still seen. What "
        "was only last seen counts among those still seen until then (Kaplan and Meier).",
        ("time", "ended"),
        counts=("after",),
        flags=("ended",),
    ),
    "step": Procedure(
        series.step,
        "Step of two lines",
        "A line through the rows before, gone on to the begin; a line through the rows from then "
        "on; the second less the first at the begin. Through three rows a line passes the mean in "
        "the middle, and each row adds half of (last − first).",
        ("column",),
        ("start",),
        least=2,
    ),
    "bend": Procedure(
        series.bend,
        "Change of the trend",
        "What each row adds from the begin on, less what each row added before.",
        ("column",),
        ("start",),
        least=2,
    ),
    "weeks-needed": Procedure(
        reckon.weeks_needed,
        "How long to count",
        "16 × (spread / change)², rounded up: so many counts on each side show such a change four "
        "times in five (Lehr).",
        ("spread",),
        ("row",),
        ("fall",),
    ),
}
"""Every procedure by the name that a scenario writes under ``by``."""
