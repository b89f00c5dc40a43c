"""Who is who: the course's roster, groups, and records that an instructor has assigned.

`roster.csv` and `assigned.csv` lie in the assignments folder; both may be missing.
Names are compared trimmed and case-folded.
"""

import csv
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from graders.assignment import AssignmentError

COLUMNS = ("id", "aliases", "group", "sitting", "extension")


def canonical(name: str) -> str:
    """Return the form in which names are compared.

    Parameters
    ----------
    name : str
        A name as somebody typed it.

    Returns
    -------
    str
        Trimmed, normalised, case-folded.

    Examples
    --------
    >>> canonical(" Ada ") == canonical("ADA")
    True
    """
    return unicodedata.normalize("NFC", " ".join(name.split()).casefold())


@dataclass(frozen=True)
class Person:
    """One row of the roster; names are canonical, the extension is in hours."""

    id: str
    names: frozenset[str]
    group: str = ""
    sitting: str = ""
    extension: int = 0


@dataclass
class Roster:
    """All the people of a course, by each of their names.

    Parameters
    ----------
    people : list of Person
        The rows of the roster.
    assigned : dict of str to str
        The trainee of a record that an instructor has assigned, by the record's digest.
    """

    people: list[Person]
    assigned: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Index the people by each of their names."""
        self._by_name = {name: person for person in self.people for name in person.names}
        self._groups = {person.group for person in self.people if person.group}

    def person(self, name: str) -> Person | None:
        """Return whose name this is, or None."""
        return self._by_name.get(canonical(name))

    def admit(self, names: Iterable[str]) -> None:
        """Add people who are known to the course and not on the roster.

        Parameters
        ----------
        names : iterable of str
            Ids of trainees who are in the gradebook or have handed in.
        """
        for name in names:
            key = canonical(name)
            if key not in self._by_name and key not in self._groups:
                self.people.append(Person(name, frozenset({key})))
                self._by_name[key] = self.people[-1]

    def members(self, trainee: str) -> list[str]:
        """Return the ids of the others in a trainee's group."""
        own = self.person(trainee)
        if own is None or not own.group:
            return []
        return [them.id for them in self.people if them.group == own.group and them is not own]

    def judge(self, trainee: str, name: str, record: bytes) -> tuple[str, str]:
        """Judge whose record this is.

        Parameters
        ----------
        trainee : str
            Who handed it in.
        name : str
            The name in its header.
        record : bytes
            The record itself, as instructors assign single records.

        Returns
        -------
        tuple of (str, str)
            ``"own"``, ``"other"`` or ``"unknown"``, and what the instructor should know of it.
        """
        own = self.person(trainee)
        names = own.names if own else frozenset({canonical(trainee)})
        given = self.assigned.get(digest(record))
        if given is not None:
            mine = canonical(given) in names
            return ("own", "") if mine else ("other", f"the record is assigned to {given!r}")
        key = canonical(name)
        if own and own.group:
            if key in names:
                return "unknown", f"the record bears {name!r}, not the group's name {own.group!r}"
            names = frozenset({own.group})
        if key in names:
            return "own", ""
        if key in self._by_name or key in self._groups:
            return "other", f"the record bears {name!r}, the name of another trainee or group"
        return "unknown", f"the record bears {name!r}, a name that the roster does not know"


def digest(record: bytes) -> str:
    """Return the short name of a record's exact content."""
    return sha256(record).hexdigest()


def read_roster(root: Path) -> Roster:
    """Read the roster and the assigned records of a course.

    Parameters
    ----------
    root : Path
        nbgrader's course directory.

    Returns
    -------
    Roster
        Empty if there are no such files.

    Raises
    ------
    AssignmentError
        If a row cannot be understood.
    """
    people = [_person(root / "roster.csv", row) for row in _rows(root / "roster.csv", COLUMNS[:1])]
    assigned = _rows(root / "assigned.csv", ("record", "id"))
    seen: dict[str, str] = {}
    for person in people:
        for name in person.names:
            if seen.setdefault(name, person.id) != person.id:
                raise AssignmentError(f"roster.csv: {name!r} names {seen[name]} and {person.id}")
    return Roster(people, {row["record"]: row["id"] for row in assigned})


def _rows(path: Path, needed: tuple[str, ...]) -> list[dict[str, str]]:
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        missing = [name for name in needed if name not in (reader.fieldnames or ())]
        if missing:
            raise AssignmentError(f"{path}: the first line must name the column {missing[0]!r}")
        return [{key: (row.get(key) or "").strip() for key in row if key} for row in reader]


def _person(path: Path, row: dict[str, str]) -> Person:
    names = [row["id"], *row.get("aliases", "").replace(",", ";").split(";")]
    extension = row.get("extension", "") or "0"
    if not row["id"] or not extension.isdecimal():
        raise AssignmentError(f"{path}: {row['id'] or 'a row'}: needs an id; extension is in hours")
    return Person(
        row["id"],
        frozenset(canonical(name) for name in names if name.strip()),
        canonical(row.get("group", "")),
        row.get("sitting", ""),
        int(extension),
    )


def assign(root: Path, record: bytes, trainee: str) -> None:
    """Note that a record is a trainee's, whatever name it bears.

    Parameters
    ----------
    root : Path
        nbgrader's course directory.
    record : bytes
        The record.
    trainee : str
        The trainee's id.
    """
    path = root / "assigned.csv"
    new = not path.exists()
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        if new:
            writer.writerow(("record", "id"))
        writer.writerow((digest(record), trainee))
