"""README and CONTRIBUTING name commands that are there, and their example is a scenario."""

import re
import textwrap
from pathlib import Path

import pytest
from typer.main import get_command

from parley.scenario.check import report

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = {name: (ROOT / name).read_text("utf-8") for name in ("README.md", "CONTRIBUTING.md")}


def test_the_example_scenario_is_well_formed(tmp_path):
    block = re.search(r"^ *```yaml\n(.*?)^ *```", DOCUMENTS["CONTRIBUTING.md"], re.M | re.S)[1]
    file = tmp_path / "ford.yaml"
    file.write_text(textwrap.dedent(block), encoding="utf-8")
    lines = list(report(file))
    assert "ford, version 1: well formed" in lines[0]
    assert [line for line in lines if line.startswith("FAIL")] == [
        "FAIL First moves, practice: ask"
    ]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_make_knows_its_targets(name):
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    assert set(re.findall(r"(?:`|^)make (\w+)", DOCUMENTS[name], re.M)) <= targets


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_command_lines_know_their_commands(name):
    import graders.cli
    import parley.cli

    for program, app in (("parley", parley.cli.app), ("graders", graders.cli.app)):
        known = set(get_command(app).commands)
        named = set(re.findall(rf"(?:`|^ *|-m ){program} ([a-z][a-z-]+)", DOCUMENTS[name], re.M))
        assert named <= known


@pytest.mark.parametrize("name", DOCUMENTS)
def test_modules_that_are_run_are_there(name):
    for module in re.findall(r"python -m ((?:tools|tests)[\w.]+)", DOCUMENTS[name]):
        assert (ROOT / module.replace(".", "/")).with_suffix(".py").is_file()
