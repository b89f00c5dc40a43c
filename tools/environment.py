"""Write environment.yml, for conda and Binder, from both pyproject.toml files and the lock.

``python -m tools.environment`` writes it; with ``--check`` it only says whether it is up to date.
It names what the two packages need directly, in the versions that the lock pins.

Not proven: that conda-forge holds every one of these versions. The lock is made from PyPI, and
conda-forge may follow some days later.
"""

import re
import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "environment.yml"
PROJECTS = (ROOT / "pyproject.toml", ROOT / "graders" / "pyproject.toml")

OURS = "parley-course"
PYTHON = "3.12"
CONDA_NAMES: dict[str, str] = {}
"""What conda-forge calls a package, where it is not PyPI's name in lower case."""

_PINNED = re.compile(r"^(?P<pin>[\w.-]+==[^\s;]+(?: ; [^\\]+)?)", re.MULTILINE)


def direct() -> list[Requirement]:
    """Return what both packages need to run, our own package left out, in order of name."""
    lines: set[str] = set()
    for file in PROJECTS:
        lines.update(tomllib.loads(file.read_text(encoding="utf-8"))["project"]["dependencies"])
    return sorted(
        (Requirement(line) for line in lines - {OURS}), key=lambda need: need.name.lower()
    )


def pinned(python: str = PYTHON) -> dict[str, str]:
    """Return the version of every package that the lock gives to this Python on Linux.

    Parameters
    ----------
    python : str
        A version such as ``"3.12"``.

    Returns
    -------
    dict
        Version by canonical name.
    """
    machine = {
        "python_version": python,
        "python_full_version": f"{python}.9",
        "sys_platform": "linux",
        "os_name": "posix",
        "platform_python_implementation": "CPython",
        "implementation_name": "cpython",
    }
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pins = (Requirement(match["pin"]) for match in _PINNED.finditer(lock))
    return {
        canonicalize_name(pin.name): str(pin.specifier).removeprefix("==")
        for pin in pins
        if pin.marker is None or pin.marker.evaluate(machine)
    }


def text() -> str:
    """Return the whole of environment.yml."""
    versions = pinned()
    names = [canonicalize_name(need.name) for need in direct()]
    specs = [f"  - {CONDA_NAMES.get(name, name)}={versions[name]}" for name in names]
    head = [
        "# Made by `make derived` from both pyproject.toml files and requirements.lock.",
        "name: parley",
        "channels:",
        "  - conda-forge",
        "  - nodefaults",
        "dependencies:",
        f"  - python={PYTHON}",
        "  - pip",
    ]
    tail = ["  - pip:", "      - -e .", "      - -e ./graders"]
    return "\n".join([*head, *specs, *tail]) + "\n"


def main(arguments: list[str]) -> int:
    """Write the file, or with ``--check`` compare it; 1 means that it is out of date."""
    wanted = text()
    if "--check" not in arguments:
        FILE.write_text(wanted, encoding="utf-8", newline="\n")
    elif not FILE.exists() or FILE.read_text(encoding="utf-8") != wanted:
        print("environment.yml is out of date; run `make derived`.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
