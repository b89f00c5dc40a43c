"""Write what follows from the data sets and their description: hashes, sizes, and their README.

``data/datapackage.json`` is edited by hand; its ``bytes`` and ``hash`` are written here, and so is
``data/sets/README.md``.  ``python -m tools.datapackage --check`` says whether both are fresh.
"""

import json
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from parley.sources import cite, cite_full

DATA = Path(__file__).resolve().parent.parent / "data"
PACKAGE = DATA / "datapackage.json"
README = DATA / "sets" / "README.md"


def package() -> str:
    """Return the description with hashes and sizes of the files as they are."""
    content = json.loads(PACKAGE.read_text(encoding="utf-8"))
    for resource in content["resources"]:
        data = (DATA / resource["path"]).read_bytes()
        resource["bytes"], resource["hash"] = len(data), f"sha256:{sha256(data).hexdigest()}"
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def readme() -> str:
    """Return what the README says of every set."""
    content = json.loads(PACKAGE.read_text(encoding="utf-8"))
    lines = [
        "# Data sets",
        "",
        content["description"],
        "`parley.load(NAME)` gives one as a typed table, `parley.citation(NAME)` its sources.",
        "This page is written from `../datapackage.json` by `python -m tools.datapackage`.",
    ]
    for resource in content["resources"]:
        lines += ["", *_said(resource)]
    return "\n".join(lines) + "\n"


def _said(resource: dict[str, Any]) -> Iterator[str]:
    schema = resource["schema"]
    yield f"## {resource['name']}"
    yield ""
    yield f"{resource['title']}. {resource['description']}"
    yield ""
    yield "| column | type | what | unit |"
    yield "|---|---|---|---|"
    for field in schema["fields"]:
        unit = field.get("unit", "")
        yield f"| {field['name']} | {field['type']} | {field['title']} | {unit} |"
    yield ""
    yield f"- Key: {', '.join(schema['primaryKey'])}. An empty field is a missing value."
    yield f"- Version: {resource['version']}; retrieved {resource['retrieved']}."
    yield f"- Derivation: {resource['derivation']}"
    for fault in resource["faults"]:
        yield f"- Known fault: {fault}"
    for check in resource.get("checks", ()):
        yield f"- Published: {check['published']} ({cite(check['key'])}); here {check['value']:,}."
        yield f"  {check['what']}."
    for licence in resource["licenses"]:
        yield f"- Licence: {licence['title']}."
    for source in resource["sources"]:
        yield f"- Source: {source['title']}. {cite_full(source['key'])}"


def main(arguments: list[str]) -> int:
    """Write both files, or check them."""
    fresh = {PACKAGE: package(), README: readme()}
    if "--check" in arguments:
        old = [path.name for path, text in fresh.items() if _read(path) != text]
        if old:
            print(f"Out of date: {', '.join(old)}. Run python -m tools.datapackage.")
        return int(bool(old))
    for path, text in fresh.items():
        path.write_text(text, encoding="utf-8")
    return 0


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
