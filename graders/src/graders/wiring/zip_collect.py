"""Fetching submissions from archives that were downloaded, without believing a word they say."""

import os
import re
import shutil
import stat
import zipfile
from io import BytesIO
from pathlib import Path, PurePosixPath

from nbgrader.plugins.zipcollect import ExtractorPlugin, FileNameCollectorPlugin

from graders.assignment import master_folder
from graders.handin import (
    HandInError,
    Limits,
    check_trainee,
    printable,
    read_file,
    restore_notebooks,
    writable_name,
)

# Only nbgrader writes these; in an archive they are a trainee's word.
NBGRADERS_OWN = ("timestamp.txt", "submission_secret.txt")
NOT_READABLE = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    ValueError,
    EOFError,
    OSError,
)


class Extract(ExtractorPlugin):
    """Unpacks each archive into a folder of its own, and goes on after a bad one.

    An archive that holds nothing but archives, as learning platforms make them, is opened once
    more.
    """

    def extract(self, archive_path: str, extracted_path: str) -> None:
        """Unpack every submission of a folder of downloads."""
        for path in sorted(Path(archive_path).rglob("*")):
            if not path.is_dir() and path.suffix.lower() == ".zip":
                self._take(path.stem, path, Path(extracted_path))
            elif path.suffix in (".ipynb", ".jsonl"):
                self.log.warning("%s: not in an archive; left out", printable(path.name))

    def _take(self, name: str, archive: Path, extracted: Path) -> None:
        try:
            data = read_file(archive, Limits().total)
            for stem, content in (_inner(data) or {name: data}).items():
                self._unpack(stem, content, extracted)
                if (extracted / stem).exists():
                    os.utime(extracted / stem, (0, archive.stat().st_mtime))
        except (HandInError, *NOT_READABLE) as error:
            self.log.error("%s: not collected: %s", printable(name), error)

    def _unpack(self, name: str, data: bytes, extracted: Path) -> None:
        course = self.parent.coursedir
        dest = extracted / name
        if dest.exists():
            self.log.error("%s: not collected: a second archive of this name", printable(name))
            return
        try:
            check_trainee(name)
            notes = unzip(data, dest, Limits())
            notes += restore_notebooks(dest, master_folder(Path(course.root), course.assignment_id))
        except (HandInError, *NOT_READABLE) as error:
            shutil.rmtree(dest, ignore_errors=True)
            self.log.error("%s: not collected: %s", printable(name), error)
        else:
            self.log.info("%s: %s", printable(name), "; ".join(["unpacked", *notes]))


def _inner(data: bytes) -> dict[str, bytes]:
    """Return the archives in an archive that holds no notebook and no record itself."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        if any(entry.filename.endswith((".ipynb", ".jsonl")) for entry in entries):
            return {}
        total = Limits().total
        found: dict[str, bytes] = {}
        for entry in entries:
            if entry.filename.lower().endswith(".zip"):
                content = _content(archive, entry, total)
                total -= len(content)
                found.setdefault(PurePosixPath(entry.filename).stem, content)
        return found


def unzip(data: bytes, dest: Path, limits: Limits) -> list[str]:
    """Unpack the regular files of an archive; sizes are counted while reading, not believed.

    Parameters
    ----------
    data : bytes
        The archive.
    dest : Path
        A folder that is not there yet.
    limits : Limits
        The most it may hold.

    Returns
    -------
    list of str
        What was left out, and why.

    Raises
    ------
    HandInError
        If it holds too much.
    """
    notes: list[str] = []
    left = limits.total
    with zipfile.ZipFile(BytesIO(data)) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        if len(entries) > limits.files:
            raise HandInError(f"more than {limits.files:,} files")
        top = _common_folder(entries)
        dest.mkdir(parents=True)
        for entry in entries:
            why = _unfit(entry, limits.depth)
            if why:
                notes.append(f"{printable(entry.filename)}: {why}")
                continue
            content = _content(archive, entry, left)
            left -= len(content)
            target = dest.joinpath(*PurePosixPath(entry.filename).parts[top:])
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    return notes


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int) -> bytes:
    with archive.open(entry) as file:
        content = file.read(left + 1)
    if len(content) > left:
        raise HandInError(f"unpacks to more than {Limits().total:,} bytes")
    return content


def _common_folder(entries: list[zipfile.ZipInfo]) -> int:
    """Return 1 if all that counts lies in one folder, which is then left out, else 0."""
    tops = {
        PurePosixPath(entry.filename).parts[0]
        for entry in entries
        if entry.filename.endswith((".ipynb", ".jsonl")) and not _unfit(entry, 9)
    }
    flat = any("/" not in entry.filename for entry in entries)
    return 1 if len(tops) == 1 and tops != {"records"} and not flat else 0


def _unfit(entry: zipfile.ZipInfo, depth: int) -> str:
    parts = PurePosixPath(entry.filename).parts
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        return "a link or a special file"
    if entry.filename.startswith("/") or ".." in parts or not all(map(writable_name, parts)):
        return "not a name inside the archive's own folder"
    return "too many folders deep" if len(parts) > depth else ""


class Submissions(FileNameCollectorPlugin):
    """Tells nbgrader whose submission an unpacked file is: the archive bears the trainee's name.

    ``parley hand-in`` names archives ``trainee_assignment.zip``.  For a learning platform's names
    set ``named_regexp``; it is matched against the name of the archive alone.
    """

    def collect(self, submitted_file: str) -> dict[str, str] | None:
        """Return the trainee and the file's place in the submission, or None to leave it out."""
        app = self.parent
        extracted = Path(app._format_collect_path(app.extracted_directory))
        name, *place = Path(submitted_file).relative_to(extracted).parts
        trainee = self._trainee(name)
        if not place or place[-1] in NBGRADERS_OWN:
            return None
        if not trainee or self._newest(extracted, trainee) != name:
            return None
        return {"student_id": trainee, "file_id": "/".join(place)}

    def _trainee(self, name: str) -> str:
        if not self.named_regexp:
            return name.partition("_" + self.parent.coursedir.assignment_id)[0]
        match = re.match(self.named_regexp, name)
        return match["student_id"] if match else ""

    def _newest(self, extracted: Path, trainee: str) -> str:
        """Return the newest of a trainee's archives."""
        own = [path for path in extracted.iterdir() if self._trainee(path.name) == trainee]
        return max(own, key=lambda path: (path.stat().st_mtime, path.name)).name
