"""The sliders of figures that draw a data set; lists come from the figures that know them."""

from parley.figures import agreements_and_peacekeepers as agreements
from parley.figures import ceasefire_series as ceasefires
from parley.figures import difference_in_differences as pacts
from parley.figures import timeline
from parley.figures.armed_conflicts import REGIONS
from parley.figures.case_files import CASES
from parley.figures.conflict_endings import ENDINGS, said
from parley.figures.ideal_points import STATES
from parley.figures.joint_exercises import PURPOSES
from parley.figures.un_contributors import YEARS
from parley.figures.un_peacekeeping import MEASURES
from parley.panel.slider import Slider, choice

__all__ = ["DATA"]

POLLS = (
    *("2002", "spring 2003", "spring 2005", "January 2006"),
    *("spring 2006", "2008", "spring 2009"),
)
_WIDTHS = (*map(str, timeline.WIDTHS[:-1]), "all")
_ENDED = tuple(map(said, range(len(ENDINGS))))

DATA: dict[str, tuple[Slider, ...]] = {
    "armed-conflicts": (
        choice("region", "Where", REGIONS),
        Slider("year", "Year", 1946, 2024, 1, 1991),
    ),
    "great-powers": (
        Slider("year", "Year", 1816, 2022, 1, 1820),
        Slider("other", "Beside", 1816, 2022, 1, 1913),
    ),
    "conflict-endings": (
        choice("one", "Ended by", _ENDED, 1),
        choice("other", "Beside", _ENDED, 3),
        Slider("years", "Years since the end", 1, 30, 1, 5, "years"),
    ),
    "un-peacekeeping": (
        choice("measure", "What is counted", (measure.name for measure in MEASURES)),
        Slider("year", "Year", 1948, 2024, 1, 1993),
    ),
    "un-contributors": (choice("place", "Year", map(str, YEARS), 3),),
    "joint-exercises": (
        choice("purpose", "Exercises", PURPOSES.values(), 1),
        Slider("year", "Year", 1980, 2010, 1, 1995),
    ),
    "alliances": (
        Slider("since", "The picture begins in", 1816, 1990, 1, 1900),
        Slider("year", "Year", 1816, 2018, 1, 1949),
    ),
    "ceasefire-series": (
        choice("event", "Ceasefire", (name for *_, name in ceasefires.CEASEFIRES), 2),
        Slider("months", "Months to each side", 6, 18, 1, 6, "months"),
        choice("measure", "What is counted", ceasefires.MEASURES.values()),
    ),
    "difference-in-differences": (
        choice("event", "Event", (f"{who}: {what}, {year}" for _, who, year, what in pacts.EVENTS)),
        choice("other", "Compare with", pacts.OTHERS.values()),
        Slider("years", "Years before and after", 3, 7, 1, 5, "years"),
    ),
    "agreements-and-peacekeepers": (
        choice("provision", "The agreement provides for", agreements.PROVISIONS.values()),
        choice("alike", "Held alike", (words for words, _ in agreements.ALIKE)),
        Slider("years", "Years since the signature", 1, 20, 1, 5, "years"),
    ),
    "relief-polls": (
        choice("one", "One poll", POLLS, 1),
        choice("other", "Another poll", POLLS, 2),
    ),
    "ideal-points": (
        choice("one", "One state", STATES.values(), 16),
        choice("other", "Another state", STATES.values(), 2),
        Slider("year", "Year", 1946, 2024, 1, 1995),
    ),
    "nuclear-arsenals": (
        Slider("since", "The picture begins in", 1945, 2015, 1, 1960),
        Slider("year", "Year", 1945, 2023, 1, 1986),
    ),
    "case-files": (
        choice("case", "Case", (name for name, _ in CASES.values()), 1),
        Slider("year", "You read at the end of", 1994, 2026, 1, 2006),
    ),
    "timeline": (
        Slider("first", "From the year", -1300, 2020, 10, 1960),
        choice("width", "How many years", _WIDTHS, 2),
        choice("kind", "Kind", timeline.KINDS),
    ),
}
