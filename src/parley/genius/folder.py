"""Choose three files of a folder: the domain, and what it is worth to either side."""

from dataclasses import dataclass
from hashlib import sha256
from os.path import realpath
from pathlib import Path

from parley.errors import ParleyError
from parley.genius.reader import Element, read

MOST_FILES = 100

DOMAIN, PROFILE = "negotiation_template", "utility_space"


@dataclass(frozen=True)
class File:
    """A file that was read: its name in the folder, its tree, and its SHA-256."""

    name: str
    root: Element
    sha256: str

    @property
    def stem(self) -> str:
        """The name without its ending."""
        return Path(self.name).stem


def choose(
    folder: Path, domain: str = "", profiles: tuple[str, ...] = ()
) -> tuple[File, File, File]:
    """Return the domain and the two profiles of a folder.

    Parameters
    ----------
    folder : pathlib.Path
        Where the files lie.
    domain : str
        The file of the domain, if not the only one of its kind in the folder.
    profiles : tuple of str
        The two files of the sides, if there are not exactly two in the folder.

    Returns
    -------
    (File, File, File)
        The domain, and the first and the second side's.

    Raises
    ------
    ParleyError
        If there are more or fewer, if one lies outside the folder, or cannot be read.
    """
    if not folder.is_dir():
        raise ParleyError(f"{folder}: this is no folder. Name the folder that holds the XML files.")
    if len(profiles) not in (0, 2):
        raise ParleyError(
            f"{folder}: name two profiles with --profile, or none; got {len(profiles)}."
        )
    if len(set(profiles)) != len(profiles):
        raise ParleyError(f"{folder}: name two different profiles; got {profiles[0]!r:.80} twice.")
    found = [] if domain and profiles else [_open(folder, name) for name in _names(folder)]
    chosen = _only(folder, found, domain)
    if profiles:
        one, other = (_named(folder, name, PROFILE) for name in profiles)
        return chosen, one, other
    return chosen, *_both(folder, found)


def _names(folder: Path) -> list[str]:
    names = sorted(path.name for path in folder.iterdir() if path.suffix.lower() == ".xml")
    if len(names) > MOST_FILES:
        raise ParleyError(
            f"{folder}: at most {MOST_FILES} XML files are looked through; got {len(names):,}. "
            "Name three of them with --domain and --profile."
        )
    odd = next((name for name in names if not name.isprintable()), None)
    if odd is not None:
        raise ParleyError(f"{folder}: a file's name is printable; got {odd!r:.80}. Rename it.")
    return names


def _open(folder: Path, name: str) -> File:
    """Read a file, if it really lies in the folder."""
    path = folder / name
    if not Path(realpath(path)).is_relative_to(realpath(folder)):
        raise ParleyError(
            f"{path}: this leads out of the folder {folder}; only files in it are read. "
            "Copy the file into the folder."
        )
    tree, content = read(path)
    return File(name, tree, sha256(content).hexdigest())


def _named(folder: Path, name: str, kind: str) -> File:
    file = _open(folder, name)
    if file.root.tag != kind:
        raise file.root.wrong(f"the outermost element is <{kind}>; got <{file.root.tag:.40}>.")
    return file


def _only(folder: Path, found: list[File], domain: str) -> File:
    """Return the file of the domain: the one that is named, or the only one there is."""
    if domain:
        return _named(folder, domain, DOMAIN)
    domains = [file for file in found if file.root.tag == DOMAIN]
    if len(domains) != 1:
        raise ParleyError(
            f"{folder}: a domain is one file whose outermost element is <{DOMAIN}>; "
            f"got {_listed(domains)}. Choose it with --domain NAME."
        )
    return domains[0]


def _both(folder: Path, found: list[File]) -> tuple[File, File]:
    """Return the two files of the sides, if there are just two."""
    profiles = [file for file in found if file.root.tag == PROFILE]
    if len(profiles) != 2:
        raise ParleyError(
            f"{folder}: a scenario has exactly two sides, each a file whose outermost element is "
            f"<{PROFILE}>; got {_listed(profiles)}. "
            "Choose two with --profile NAME --profile NAME."
        )
    return profiles[0], profiles[1]


def _listed(files: list[File]) -> str:
    names = ", ".join(file.name for file in files[:12])
    return f"{len(files)} ({names})" if files else "none"
