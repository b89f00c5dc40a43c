"""Fetching submissions from the exchange, and giving feedback back through it.

One submission at a time, each on its own: whatever one of them is, the next is fetched.
"""

import os
import secrets
import shutil
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from nbgrader.exchange.default import ExchangeCollect, ExchangeReleaseFeedback
from traitlets import Bool

from graders.assignment import master_folder
from graders.gradebook import be_patient, students
from graders.handin import (
    HandInError,
    Limits,
    check_trainee,
    copy_in,
    parse_time,
    printable,
    read_file,
    restore_notebooks,
)
from graders.roster import read_roster

Record = dict[str, Any]

SLACK = timedelta(minutes=10)


class Collect(ExchangeCollect):
    """Collects what may be opened, puts missing notebooks back, and goes on after a bad one."""

    src_records: list[Record]

    trust_names = Bool(
        False,
        help="Believe the times in the names of submissions; set it after moving an exchange.",
    ).tag(config=True)

    def init_src(self) -> None:
        """Find the newest submission of each trainee, leaving out what is none."""
        be_patient()
        roster = read_roster(Path(self.coursedir.root))
        roster.admit(students(self.coursedir.db_url, self.coursedir.course_id))
        self._roster = roster
        super().init_src()
        self.src_records = [record for record in self.src_records if record["username"]]

    def _path_to_record(self, path: str) -> Record:
        try:
            return self._examine(Path(path))
        except (HandInError, OSError) as error:
            self.log.error("%s: not collected: %s", printable(Path(path).name), error)
            return {"username": "", "filename": "", "timestamp": datetime.min}

    def _examine(self, path: Path) -> Record:
        """Read trainee and time from a submission's name, and doubt both."""
        name, _, rest = path.name.partition(f"+{self.coursedir.assignment_id}+")
        claimed = parse_time(rest.partition("+")[0])
        if claimed is None:
            raise HandInError("its name is not one that nbgrader submit gives")
        check_trainee(name)
        if path.is_symlink() or not path.is_dir():
            raise HandInError("a link or a file, not a folder")
        state = path.lstat()
        owner = _user(state.st_uid)
        known = self._roster.person(owner)
        if self.check_owner and known not in (None, self._roster.person(name)):
            raise HandInError(f"it says it is from {name} and belongs to {owner}")
        arrived = datetime.fromtimestamp(state.st_ctime, UTC).replace(tzinfo=None)
        if not self.trust_names and abs(arrived - claimed) > SLACK:
            self.log.warning("%s: says %s, arrived %s", name, claimed, arrived)
            claimed = arrived
        return {"username": name, "filename": path.name, "timestamp": claimed}

    def copy_files(self) -> None:
        """Collect every submission; a line says what became of each."""
        if not self.src_records:
            self.log.warning("No submissions of %r to collect", self.coursedir.assignment_id)
        for record in sorted(self.src_records, key=lambda record: record["username"]):
            try:
                outcome = self._collect(record)
            except (HandInError, OSError) as error:
                self.log.error("%s: not collected: %s", record["username"], error)
            else:
                self.log.info("%s: %s", record["username"], outcome)

    def _collect(self, record: Record) -> str:
        course = self.coursedir
        dest = Path(
            course.format_path(course.submitted_directory, record["username"], course.assignment_id)
        )
        if dest.is_symlink() or dest.parent.is_symlink():
            raise HandInError("its place in the course is a link")
        if dest.exists() and not self._wanted(dest, record["timestamp"]):
            return "no newer submission"
        source = Path(self.inbound_path) / record["filename"]
        fresh = dest.with_name(f".{dest.name}.{secrets.token_hex(4)}")
        limits = Limits(total=1000 * course.max_dir_size, file=1000 * course.max_file_size)
        notes = copy_in(source, fresh, course.ignore, limits)
        notes += restore_notebooks(fresh, master_folder(Path(course.root), course.assignment_id))
        (fresh / "timestamp.txt").write_text(f"{record['timestamp']:%Y-%m-%d %H:%M:%S.%f} UTC")
        _ensure_secret(fresh)
        if dest.exists():
            shutil.rmtree(dest)
        fresh.rename(dest)
        return "; ".join(["collected", *notes])

    def _wanted(self, dest: Path, timestamp: datetime) -> bool:
        try:
            old = parse_time(read_file(dest / "timestamp.txt", 100).decode("ascii").strip())
        except (HandInError, ValueError):
            old = None
        newer = old is None or timestamp > old
        return (self.update and newer) or (self.before_duedate and old != timestamp)


def _user(uid: int) -> str:
    """Return whose files these are; our own may have been put there for anybody."""
    if sys.platform == "win32" or uid == os.getuid():
        return ""
    import pwd

    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return ""


def _ensure_secret(folder: Path) -> None:
    """Keep the secret under which feedback is given back, or make one that nobody knows."""
    path = folder / "submission_secret.txt"
    try:
        good = read_file(path, 200).decode("ascii").isalnum()
    except (HandInError, ValueError):
        good = False
    if not good:
        path.write_text(secrets.token_hex(64))


class ReleaseFeedback(ExchangeReleaseFeedback):
    """Releases feedback also where a submission came without nbgrader's own small files."""

    def copy_files(self) -> None:
        """Give every page of feedback the two files that nbgrader looks for, then release."""
        course = self.coursedir
        feedback = Path(course.root) / course.feedback_directory
        for folder in sorted(feedback.glob(f"*/{course.assignment_id}")):
            _ensure_secret(folder)
            (folder / "timestamp.txt").touch()
        super().copy_files()
