"""Write a GENIUS domain down as a scenario file."""

import os
import re
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from parley.errors import ParleyError
from parley.genius.convert import content
from parley.genius.folder import File, choose
from parley.scenario.domain import DomainScenario

_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

HEAD = (
    "# A negotiation domain in Parley's form, imported by 'parley scenario import-genius'.\n"
    "# After a change: parley scenario check FILE.  The schema: parley scenario schema domain.\n"
)


def import_genius(
    folder: Path,
    output: Path,
    domain: str = "",
    profiles: tuple[str, ...] = (),
    source: str = "",
    force: bool = False,
) -> DomainScenario:
    """Turn a folder with a GENIUS domain into a scenario file.

    Parameters
    ----------
    folder : pathlib.Path
        Where the domain and the profiles lie.
    output : pathlib.Path
        The scenario to write, in YAML; its name becomes the exercise's.
    domain : str
        The file of the domain, if there are several.
    profiles : tuple of str
        The files of the two sides, if there are not just two.
    source : str
        Where the files were published.
    force : bool
        Whether an existing file may be replaced.

    Returns
    -------
    DomainScenario
        What was written.

    Raises
    ------
    ParleyError
        If a file cannot be represented, or the output cannot be written; then none is written.
    """
    _check_output(folder, output, force)
    files = choose(folder, domain, profiles)
    plain = _plain(output, files, source)
    try:
        found = DomainScenario.model_validate(plain)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise ParleyError(
            f"{folder}: {where}: {first['msg'].removeprefix('Value error, ')}. Change the files."
        ) from None
    text = HEAD + yaml.dump(
        plain, Dumper=_Dumper, sort_keys=False, allow_unicode=True, default_flow_style=None
    )
    _write(output, text, force)
    return found


def _check_output(folder: Path, output: Path, force: bool) -> None:
    """Refuse an output that would lose something."""
    if output.is_dir():
        raise ParleyError(f"{output}: this is a folder. Name a file, such as {output / 'x.yaml'}.")
    if output.suffix.lower() == ".xml" and output.exists():
        raise ParleyError(f"{output}: an XML file is never written over. Name a file in YAML.")
    if (output.exists() or output.is_symlink()) and not force:
        raise ParleyError(f"{output} exists already. Name another file, or say --force.")


def _plain(output: Path, files: tuple[File, File, File], source: str) -> dict[str, Any]:
    found = content(*files)
    named = ", ".join(file.name for file in files)
    return {
        "exercise": _slug(output.stem),
        "version": 1,
        "game": "domain",
        "title": found["title"],
        "sources": [
            " ".join(source.split())
            or f"GENIUS files {named}; where they were published is not stated."
        ],
        "origin": {
            "format": "GENIUS",
            "files": [{"file": file.name, "sha256": file.sha256} for file in files],
        },
        "parties": found["parties"],
        "issues": found["issues"],
    }


def _slug(stem: str) -> str:
    """Return a file's name as the name of an exercise."""
    slug = re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-")
    return slug if slug[:1].isalpha() else f"domain-{slug}".rstrip("-")


def _write(output: Path, text: str, force: bool) -> None:
    """Write a file whole or not at all; a file that came up meanwhile is not written over."""
    target = output.with_name(f".{output.name}.{os.getpid()}") if force else output
    try:
        with target.open("x", encoding="utf-8") as file:
            file.write(text)
        if force:
            target.replace(output)
    except FileExistsError:
        raise ParleyError(f"{target} exists already. Name another file, or say --force.") from None
    except OSError as error:
        target.unlink(missing_ok=True)
        raise ParleyError(f"{output}: cannot be written ({error.strerror}).") from None
