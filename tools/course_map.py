"""Write the map of the course from its notebooks: a table in README, and a page for planning.

``python -m tools.course_map`` writes both, from what modules and assignments say of themselves and
from ``data/curricula.yaml``; ``--check`` says whether they are fresh.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate

from tools.curricula import FILE, Curricula, Curriculum, curricula, unmapped
from tools.modules import DESK, ROOT, Module, modules

from parley import scenario
from parley.sources import cite_full

README, PAGE = ROOT / "README.md", ROOT / "course" / "course_map.md"
BEGIN, END = "<!-- The map: python -m tools.course_map -->", "<!-- End of the map -->"
DAYS_OF_A_WEEK, DAYS_OF_TWO = 5, 10


def table(course: Sequence[Module]) -> str:
    """Return the table of README: what you do, where, how long, and what counts."""
    lines = ["| Module | What you do | Tables | Minutes | What counts |", "|---|---|---|---|---|"]
    for one in course:
        text = f"[{one.number} {one.title}](course/text/{one.stem}.md)"
        tables = ", ".join(f"`{name}`" for name in one.tables)
        lines.append(f"| {text} | {one.does} | {tables} | {one.minutes} | {_counts(one)} |")
    return "\n".join(lines) + "\n"


def readme(text: str, course: Sequence[Module]) -> str:
    """Return a README with the table between its marks.

    Parameters
    ----------
    text : str
        The README as it is.
    course : sequence of Module
        The modules.

    Returns
    -------
    str
        The README as it should be.

    Raises
    ------
    ValueError
        If the marks are not there.
    """
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"README.md: the table stands between {BEGIN} and {END}; put them back.")
    return f"{before}{BEGIN}\n\n{table(course)}\n{END}{after}"


def page(course: Sequence[Module], known: Curricula) -> str:
    """Return the page for those who plan a course."""
    parts = (_opening(course), _order(course), _plans(course), _modules(course, known))
    return "\n".join(line for part in (*parts, _public(course, known)) for line in part) + "\n"


def _opening(course: Sequence[Module]) -> Iterator[str]:
    lessons, assigned = sum(m.minutes for m in course), sum(m.assigned for m in course)
    yield from ("# The course on one page", "")
    yield "For those who plan a course with Parley, and for those who take it."
    yield f"`python -m tools.course_map` writes it from the notebooks and `data/{FILE.name}`."
    yield ""
    yield f"The {len(course)} modules take {_hours(lessons)}."
    yield f"Their assignments take {_hours(assigned)} more."
    yield "The times are for people who read in a second language."
    yield "A talk about the reviews in class comes on top."
    yield ""


def _order(course: Sequence[Module]) -> Iterator[str]:
    yield from ("## What comes before what", "")
    yield "The numbers are an order that works: no module needs a later one."
    yield "A full arrow says what a module needs, a broken one what helps."
    yield ""
    yield from ("```mermaid", "graph LR")
    yield from (f'  m{one.number}["{one.number} {one.title}"]' for one in course)
    for one in course:
        yield from (f"  m{need} --> m{one.number}" for need in _direct(one, course))
        yield from (f"  m{other} -.-> m{one.number}" for other in one.helped)
    yield from ("```", "")
    yield from ("| Module | Needs | Helped by | Needed by |", "|---|---|---|---|")
    for one in course:
        wanted = [other.number for other in course if one.number in other.needs]
        cells = " | ".join(_listed(some) for some in (one.needs, one.helped, wanted))
        yield f"| {one.number} {one.title} | {cells} |"
    yield ""


def _direct(one: Module, course: Sequence[Module]) -> tuple[str, ...]:
    """Return what a module needs, without what follows from its other needs."""
    needed = {need: closure([need], course) - {need} for need in one.needs}
    return tuple(n for n in one.needs if not any(n in further for further in needed.values()))


def closure(numbers: Iterable[str], course: Sequence[Module]) -> set[str]:
    """Return these modules and all that they need.

    Parameters
    ----------
    numbers : iterable of str
        Two digits each.
    course : sequence of Module
        The modules.

    Returns
    -------
    set of str
        Their numbers.
    """
    needs = {one.number: one.needs for one in course}
    found, open_ = set[str](), list(numbers)
    while open_:
        number = open_.pop()
        if number not in found:
            found.add(number)
            open_.extend(needs[number])
    return found


def _plans(course: Sequence[Module]) -> Iterator[str]:
    lessons = [one.minutes for one in course]
    both = [one.minutes + one.assigned for one in course]
    yield from ("## Plans", "")
    yield "The days are as equal as whole modules in their order can make them."
    yield ""
    yield f"**One week** of {DAYS_OF_A_WEEK} days: the modules, without assignments."
    yield ""
    yield from _days(course, lessons, DAYS_OF_A_WEEK)
    yield f"**Two weeks** of {DAYS_OF_TWO} days: each module, then its assignment."
    yield ""
    yield from _days(course, both, DAYS_OF_TWO)
    yield f"**A term** of {len(course)} weeks: one module a week, its assignment after class."
    yield f"The shortest week takes {_hours(min(both))}, the longest {_hours(max(both))}."
    yield "Practice that is spread out holds better than practice in one block: see module 12."
    yield ""


def _days(course: Sequence[Module], minutes: Sequence[int], days: int) -> Iterator[str]:
    yield from ("| Day | Modules | Time |", "|---|---|---|")
    begin = 0
    for day, end in enumerate(split(minutes, days), 1):
        names = ", ".join(f"{one.number} {one.title}" for one in course[begin:end])
        yield f"| {day} | {names} | {_hours(sum(minutes[begin:end]))} |"
        begin = end
    yield ""


def split(minutes: Sequence[int], days: int) -> tuple[int, ...]:
    """Return where days end, so that the longest is as short as the order allows.

    Parameters
    ----------
    minutes : sequence of int
        Of the modules, in their order.
    days : int
        How many there are, not more than modules.

    Returns
    -------
    tuple of int
        For each day the index after its last module; of equal splits the most even one.

    Examples
    --------
    >>> split([3, 1, 2, 2], 2)
    (2, 4)
    """
    total = (0, *accumulate(minutes))

    @cache
    def best(end: int, left: int) -> tuple[int, int, tuple[int, ...]]:
        if left == 1:
            return total[end], total[end] ** 2, (end,)
        found = []
        for begin in range(left - 1, end):
            longest, squares, ends = best(begin, left - 1)
            day = total[end] - total[begin]
            found.append((max(longest, day), squares + day**2, (*ends, end)))
        return min(found)

    return best(len(minutes), days)[2]


def _modules(course: Sequence[Module], known: Curricula) -> Iterator[str]:
    yield from ("## The modules and their objectives", "")
    yield "Beside each objective stand the items of public curricula that it meets or touches."
    yield "The last part of this page explains them."
    yield ""
    for one in course:
        yield from (f"### {one.number} {one.title}", "", one.does, "")
        parts = ", ".join(f"{minutes} {what}" for minutes, what in one.parts)
        yield f"- **Time:** {one.minutes} minutes: {parts}."
        shown = [f"{scenario.load(name).title} (`{name}`)" for name in one.tables]
        desk = [f"a claim desk with {one.claims} claims"] if one.claims else []
        yield f"- **Tables:** {', '.join([*shown, *desk])}."
        if one.figures:
            yield f"- **Figures that turn:** {', '.join(f'`{name}`' for name in one.figures)}."
        yield f"- **What counts:** {_counts_in_full(one)}."
        yield from ("", "| One learns to | Meets | Touches |", "|---|---|---|")
        for objective, answer in zip(one.objectives, known.answers(one), strict=True):
            yield f"| {objective} | {_listed(answer.meets)} | {_listed(answer.touches)} |"
        yield ""


def _counts(one: Module) -> str:
    """Return the parts of an assignment and their points, in short."""
    parts = []
    for part in one.counted:
        name = "claims" if part.exercise.startswith(DESK) else part.exercise
        parts.append(f"{f'`{name}`' if name in one.tables else name} {part.points}")
    return ", ".join(parts) or "nothing"


def _counts_in_full(one: Module) -> str:
    if not one.counted:
        return "nothing"
    parts = []
    for part in one.counted:
        name = "claim desk" if part.exercise.startswith(DESK) else _called(part.exercise)
        asks = f" ({part.asks[0].lower()}{part.asks[1:]})" if part.asks else ""
        parts.append(f"{name}{asks} {part.points} points")
    return f"{', '.join(parts)}; about {one.assigned} minutes"


def _called(part: str) -> str:
    """Return the title of an exercise, or the name of a part that is none, as ``reflection``."""
    return scenario.load(part).title if part in scenario.exercises() else part


def _public(course: Sequence[Module], known: Curricula) -> Iterator[str]:
    yield from ("## Public curricula", "")
    day = f"{known.checked.day} {known.checked:%B %Y}"
    yield f"This is what public curricula ask, as far as it was open to read on {day}."
    yield "An objective *meets* an item if it teaches the item's subject."
    yield "It *touches* an item if it teaches a neighbour or a part of that subject."
    yield "Most items are wider: to meet one replaces neither its hours nor its practice."
    yield "Which objective meets what is the judgement of this course's authors."
    yield f"Where each item's name was seen stands in `data/{FILE.name}`."
    yield ""
    for one in known.curricula:
        yield from _curriculum(one, course, known)
    yield from ("### Not open", "")
    for closed in known.closed:
        cited = " ".join(cite_full(key) for key in closed.sources)
        yield f"- **{closed.title}.** {closed.why} {cited}"
    yield ""
    yield from _gaps(course, known)


def _curriculum(one: Curriculum, course: Sequence[Module], known: Curricula) -> Iterator[str]:
    met = [m for m in course if any(set(a.meets) & {*one.named()} for a in known.answers(m))]
    needed = closure((m.number for m in met), course)
    minutes = sum(m.minutes for m in course if m.number in needed)
    yield from (
        f"### {one.title} (`{one.id}`)",
        "",
        f"For {one.for_whom}.",
        f"Read: {one.read}",
        "",
    )
    yield from (f"- {cite_full(key)}" for key in one.sources)
    yield from ("", "| Item | It asks for | Met by | Touched by |", "|---|---|---|---|")
    for item in one.items:
        name = f"{one.id}/{item.id}"
        meets = [m.number for m in course if any(name in a.meets for a in known.answers(m))]
        touches = [m.number for m in course if any(name in a.touches for a in known.answers(m))]
        yield f"| {name} | {item.asks} | {_listed(meets)} | {_listed(touches)} |"
    yield ""
    if met:
        yield f"The modules that meet an item, with what they need, take {_hours(minutes)}:"
        yield f"{_listed(sorted(needed))}."
    else:
        yield "No module meets an item."
    yield ""


def _gaps(course: Sequence[Module], known: Curricula) -> Iterator[str]:
    answers = [
        (m, o, a) for m in course for o, a in zip(m.objectives, known.answers(m), strict=True)
    ]
    answered = {name for _, _, answer in answers for name in answer.items}
    yield from ("### What they ask and Parley does not teach", "")
    yield "No objective meets or touches these; take them from somebody who teaches them."
    yield ""
    for one in known.curricula:
        missing = [item.asks for item in one.items if f"{one.id}/{item.id}" not in answered]
        if missing:
            yield f"- **{one.title}:** {'; '.join(missing)}."
    yield from ("", "### What Parley teaches and none of them names", "")
    for module in course:
        alone = [objective for m, objective, answer in answers if m is module and not answer.items]
        if alone:
            yield f"- **{module.number} {module.title}:** {' '.join(alone)}"


def _hours(minutes: int) -> str:
    return f"{minutes // 60} h {minutes % 60:02d} min"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names) or "–"


def main(arguments: list[str]) -> int:
    """Write README's table and the page, or check both; 1 means that something is out of date."""
    course, known = modules(), curricula()
    missing = unmapped(known, course)
    if missing:
        print("\n".join(missing), f"Every objective has its line in data/{FILE.name}.", sep="\n")
        return 1
    fresh = {
        README: readme(README.read_text("utf-8"), course),
        PAGE: page(course, known),
    }
    old = [path for path in fresh if not path.exists() or path.read_text("utf-8") != fresh[path]]
    if "--check" in arguments:
        if old:
            names = ", ".join(path.name for path in old)
            print(f"Out of date: {names}. Run python -m tools.course_map.")
        return int(bool(old))
    for path in old:
        path.write_text(fresh[path], encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
