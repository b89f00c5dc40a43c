"""One assignment of a class: its master, its roster, and what has been handed in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

from graders.answers import read_answers, splice
from graders.assignment import (
    AssignmentError,
    Notebook,
    Sitting,
    master_folder,
    read_master,
    read_sitting,
)
from graders.classwork import HandIn
from graders.handin import (
    HandInError,
    check_trainee,
    printable,
    restore_notebooks,
    set_aside,
)
from graders.roster import Roster, canonical, read_roster


@dataclass
class Classroom:
    """An assignment, its master folder and its roster.

    ``submitted`` is the folder with a folder for each trainee.  ``notes`` keeps, by trainee, what
    had to be done to a submission before it could be read.
    """

    root: Path
    assignment: str
    submitted: Path
    master: Path
    sitting: Sitting
    roster: Roster
    notes: dict[str, list[str]] = field(default_factory=dict)

    def folder(self, trainee: str) -> Path:
        """Return the folder of a trainee's submission."""
        return self.submitted / trainee / self.assignment

    def settle(self, pattern: str = "*") -> Iterator[tuple[str, str]]:
        """Make the submissions safe to open, and complete.

        Parameters
        ----------
        pattern : str
            Which trainees; a name, or a pattern as nbgrader's ``--student`` takes it.

        Yields
        ------
        tuple of (str, str)
            A trainee, and why the submission cannot be marked, or an empty text.
        """
        self._share()
        for trainee in self.trainees():
            if trainee == pattern or fnmatchcase(trainee, pattern):
                yield trainee, self._settle(trainee)

    def trainees(self) -> list[str]:
        """Return everybody who has a folder for this assignment."""
        folders = sorted(self.submitted.iterdir()) if self.submitted.is_dir() else []
        return [path.name for path in folders if (path / self.assignment).exists()]

    def _settle(self, trainee: str) -> str:
        folder = self.folder(trainee)
        try:
            check_trainee(trainee)
            if folder.is_symlink() or folder.parent.is_symlink() or not folder.is_dir():
                return "the submission is a link or a file, not a folder"
            notes = set_aside(folder, self.root / "set-aside" / trainee / self.assignment)
            notes += restore_notebooks(folder, self.master)
        except HandInError as error:
            return str(error)
        except OSError as error:
            return f"the submission cannot be read: {error.strerror}"
        self.notes[trainee] = notes
        return ""

    def _share(self) -> None:
        """Give every member of a group that has handed in a folder of its own."""
        there = self.trainees()
        for trainee in there:
            for member in self.roster.members(trainee):
                if canonical(member) not in map(canonical, there):
                    self.folder(member).mkdir(parents=True, exist_ok=True)

    def handin(self, trainee: str) -> HandIn:
        """Return what a trainee handed in."""
        folders = {canonical(name): self.folder(name) for name in self.trainees()}
        members = (canonical(member) for member in self.roster.members(trainee))
        return HandIn(
            trainee,
            self.folder(trainee),
            self.sitting,
            self.roster,
            tuple(folders[member] for member in members if member in folders),
            self.notes.get(trainee, []),
        )

    def notebook(self, trainee: str, name: str) -> Notebook:
        """Return the master notebook with a trainee's answers in it.

        Parameters
        ----------
        trainee : str
            Whose answers.
        name : str
            The notebook's file name.

        Returns
        -------
        dict
            The notebook.  If the submitted one cannot be read, no answers are in it.
        """
        master = read_master(self.master / name)
        try:
            return splice(master, read_answers(self.folder(trainee) / name))
        except HandInError as error:
            self.notes.setdefault(trainee, []).append(str(error))
            return master


def open_classroom(
    root: Path, assignment: str, known: Iterable[str] = (), submitted: str = "submitted"
) -> Classroom:
    """Open an assignment of a class.

    Parameters
    ----------
    root : Path
        nbgrader's course directory.
    assignment : str
        The assignment's name.
    known : iterable of str
        Trainees who are in the gradebook.
    submitted : str
        The name of the folder of submissions.

    Returns
    -------
    Classroom
        Ready to settle and mark.

    Raises
    ------
    AssignmentError
        If there is no such assignment, or its `parley.json` or the roster is faulty.
    """
    master = master_folder(root, assignment)
    if not assignment or not master.is_dir():
        raise AssignmentError(f"{printable(assignment)}: no such assignment in {root / 'source'}")
    roster = read_roster(root)
    folder = root / submitted
    there = [path.name for path in folder.iterdir()] if folder.is_dir() else []
    roster.admit([*known, *there])
    return Classroom(root, assignment, folder, master, read_sitting(master), roster)
