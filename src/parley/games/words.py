"""Numbers and lists as a reader wants them: the words that every family uses."""

from collections.abc import Sequence

__all__ = ["capital", "change", "joined", "lowered", "number", "percent", "priced", "tenths"]


def number(hundredths: float) -> str:
    """Return hundredths of a point as points, with one decimal where there is one.

    Examples
    --------
    >>> number(3650), number(3600), number(-25)
    ('36.5', '36', '−0.2')
    """
    text = f"{hundredths / 100:.1f}".removesuffix(".0").replace("-", "−")
    return "0" if text == "−0" else text


def tenths(marks: float) -> str:
    """Return marks with one decimal, as in a column, and a true minus sign.

    Examples
    --------
    >>> tenths(12), tenths(-27.24), tenths(-0.04)
    ('12.0', '−27.2', '0.0')
    """
    return f"{round(marks, 1) + 0.0:.1f}".replace("-", "−")


def priced(hundredths: float) -> str:
    """Return a price with its unit.

    Examples
    --------
    >>> priced(100), priced(50), priced(4000)
    ('1 point', '0.5 points', '40 points')
    """
    return f"{number(hundredths)} {'point' if hundredths == 100 else 'points'}"


def percent(share: float) -> str:
    """Return a share as whole percent.

    Examples
    --------
    >>> percent(0.125), percent(0.004), percent(0)
    ('12 %', 'under 1 %', '0 %')
    """
    return "under 1 %" if 0 < share < 0.005 else f"{100 * share:.0f} %"


def change(moved: int) -> str:
    """Return a change with its sign.

    Examples
    --------
    >>> change(2), change(-1)
    ('+2', '−1')
    """
    return f"{moved:+d}".replace("-", "−")


def capital(text: str) -> str:
    """Return a text with its first letter large.

    Examples
    --------
    >>> capital("they agree")
    'They agree'
    """
    return text[:1].upper() + text[1:]


def lowered(text: str) -> str:
    """Return a text with its first letter small; names within it keep theirs.

    Examples
    --------
    >>> lowered("Consent of Tamerra")
    'consent of Tamerra'
    """
    return text[:1].lower() + text[1:]


def joined(words: Sequence[str], last: str = "and") -> str:
    """Return words with commas, and a word before the last one.

    Examples
    --------
    >>> joined(["a", "b", "c"]), joined(["a", "b"], "or"), joined([])
    ('a, b and c', 'a or b', '')
    """
    *first, end = words or [""]
    return f"{', '.join(first)} {last} {end}" if first else end
