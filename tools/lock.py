"""Write requirements.lock from the dependencies named in both pyproject.toml files.

The lock holds names, versions and hashes and no addresses, so it installs from any index.
Run it with uv on PATH: ``python tools/lock.py``.
"""

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OURS = "parley-course"


def declared() -> list[str]:
    """Return what both packages and the development extra require, our own package left out."""
    wanted: set[str] = set()
    for file in (ROOT / "pyproject.toml", ROOT / "graders" / "pyproject.toml"):
        project = tomllib.loads(file.read_text(encoding="utf-8"))["project"]
        wanted.update(project["dependencies"])
        wanted.update(project.get("optional-dependencies", {}).get("dev", []))
    return sorted(wanted - {OURS})


def main() -> int:
    """Compile the lock for every supported Python and platform."""
    command = [
        "uv", "pip", "compile", "-", "--universal", "--python-version", "3.11",
        "--generate-hashes", "--no-header", "--no-annotate", "--quiet",
        "--output-file", str(ROOT / "requirements.lock"),
    ]  # fmt: skip
    return subprocess.run(command, input="\n".join(declared()), text=True, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
