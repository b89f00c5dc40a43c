"""Keep the JSON Schemas of scenarios, which editors read, in step with the models they come from.

``python -m tools.schema`` writes them; with ``--check`` it only says whether they are up to date.
"""

import sys
from pathlib import Path

from parley.scenario import MODELS, schema

FOLDER = Path(__file__).resolve().parent.parent / "data" / "schema"


def texts() -> dict[Path, str]:
    """Return the schema of each family as it should stand in its file."""
    return {FOLDER / f"{game}.json": schema(game) + "\n" for game in MODELS}


def main(arguments: list[str]) -> int:
    """Write the files, or with ``--check`` compare them; 1 means that one is out of date."""
    stale = [path for path, text in texts().items() if not _holds(path, text)]
    if "--check" in arguments:
        for path in stale:
            print(f"{path.name} is out of date: run 'make derived'.", file=sys.stderr)
        return bool(stale)
    FOLDER.mkdir(exist_ok=True)
    for path in stale:
        path.write_text(texts()[path], encoding="utf-8")
    return 0


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
