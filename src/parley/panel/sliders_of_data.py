"""The sliders of figures that draw a data set."""

from parley.panel.slider import Slider

__all__ = ["DATA"]

DATA: dict[str, tuple[Slider, ...]] = {
    "armed-conflicts": (
        Slider(
            *("region", "Where", 0, 5, 1, 0),
            words=("the world", "Africa", "Americas", "Asia", "Europe", "Middle East"),
        ),
        Slider("year", "Year", 1946, 2024, 1, 1991),
    ),
    "great-powers": (
        Slider("year", "Year", 1816, 2022, 1, 1820),
        Slider("other", "Beside", 1816, 2022, 1, 1913),
    ),
    "conflict-endings": (
        Slider(
            *("one", "Ended by", 0, 5, 1, 1),
            words=(
                *("any ending", "peace agreement", "ceasefire agreement"),
                *("victory of the government", "victory of the rebels", "low activity"),
            ),
        ),
        Slider(
            *("other", "Beside", 0, 5, 1, 3),
            words=(
                *("any ending", "peace agreement", "ceasefire agreement"),
                *("victory of the government", "victory of the rebels", "low activity"),
            ),
        ),
        Slider("years", "Years since the end", 1, 30, 1, 5, "years"),
    ),
    "un-peacekeeping": (
        Slider(
            *("measure", "What is counted", 0, 4, 1, 0),
            words=(
                *("uniformed persons", "missions", "deaths", "deaths by malicious acts"),
                "deaths for 1,000 persons",
            ),
        ),
        Slider("year", "Year", 1948, 2024, 1, 1993),
    ),
    "un-contributors": (
        Slider(
            *("place", "Year", 0, 26, 1, 3),
            words=tuple(map(str, (*range(1990, 2014), *range(2018, 2021)))),
        ),
    ),
    "joint-exercises": (
        Slider(
            *("purpose", "Exercises", 0, 4, 1, 1),
            words=(
                *("for combat", "for peacekeeping", "for relief", "in headquarters only"),
                "with three states or more",
            ),
        ),
        Slider("year", "Year", 1980, 2010, 1, 1995),
    ),
    "alliances": (
        Slider("since", "The picture begins in", 1816, 1990, 1, 1900),
        Slider("year", "Year", 1816, 2018, 1, 1949),
    ),
    "ceasefire-series": (
        Slider(
            *("event", "Ceasefire", 0, 3, 1, 2),
            words=(
                *("Donbas, 5 September 2014", "Donbas, 15 February 2015"),
                *("Donbas, 27 July 2020", "Syria, 30 December 2016"),
            ),
        ),
        Slider("months", "Months to each side", 6, 18, 1, 6, "months"),
        Slider(
            *("measure", "What is counted", 0, 2, 1, 0),
            words=(
                *("all deaths, best estimate", "all deaths, low estimate"),
                "deaths of civilians",
            ),
        ),
    ),
    "difference-in-differences": (
        Slider(
            *("event", "Event", 0, 2, 1, 0),
            words=(
                *("Egypt: peace with Israel, 1979", "Poland: joining NATO, 1999"),
                "Pakistan: American military aid, 1954",
            ),
        ),
        Slider(
            *("other", "Compare with", 0, 5, 1, 0),
            words=("Saudi Arabia", "Iran", "India", "Turkey", "Ukraine", "Russia"),
        ),
        Slider("years", "Years before and after", 3, 7, 1, 5, "years"),
    ),
    "agreements-and-peacekeepers": (
        Slider(
            *("provision", "The agreement provides for", 0, 3, 1, 0),
            words=("peacekeepers", "a ceasefire", "a shared government", "a commission"),
        ),
        Slider(
            *("alike", "Held alike", 0, 5, 1, 0),
            words=(
                *("nothing", "kind of agreement", "kind and region", "kind, region and year"),
                *("a ceasefire in the text", "all of these, and the other provisions"),
            ),
        ),
        Slider("years", "Years since the signature", 1, 20, 1, 5, "years"),
    ),
}
