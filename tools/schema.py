"""Keep the JSON Schema of scenarios, which editors read, in step with the models it comes from.

``python -m tools.schema`` writes it; with ``--check`` it only says whether it is up to date.
"""

import json
import sys
from pathlib import Path

from parley.scenario.bargaining import BargainingScenario

TARGET = Path(__file__).resolve().parent.parent / "data" / "schema" / "bargaining.json"


def text() -> str:
    """Return the schema as it should stand in the file."""
    return json.dumps(BargainingScenario.model_json_schema(), indent=1) + "\n"


def main(arguments: list[str]) -> int:
    """Write the file, or with ``--check`` compare it; 1 means that it is out of date."""
    if "--check" not in arguments:
        TARGET.parent.mkdir(exist_ok=True)
        TARGET.write_text(text(), encoding="utf-8")
        return 0
    if TARGET.is_file() and TARGET.read_text(encoding="utf-8") == text():
        return 0
    print(f"{TARGET.name} is out of date: run 'make derived'.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
