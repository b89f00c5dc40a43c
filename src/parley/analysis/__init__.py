"""The bargaining analysis of a set of outcomes: frontier, and the points that theory names.

`sources` makes the outcomes of a scenario; the rest are pure functions on numbers, with numpy.
"""

from parley.analysis.bargain import Analysis, analyse
from parley.analysis.report import lines, plain
from parley.analysis.sources import find, space_of
from parley.analysis.space import Space

__all__ = ["Analysis", "Space", "analyse", "find", "lines", "plain", "space_of"]
