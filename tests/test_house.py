"""The order of the house: who may import whom, how long things may be, what is derived.

What the tests need from git is skipped where there is no git, as in an unpacked archive.
"""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from tools import environment, lock

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = (ROOT / "src" / "parley", ROOT / "graders" / "src" / "graders")
MODULES = sorted(file for package in PACKAGES for file in package.rglob("*.py"))

MOST_LINES_OF_A_FUNCTION = 35
MOST_LINES_OF_A_MODULE = 400
LARGEST_FILE = 500_000

HEAVY = {
    *(
        "citeproc",
        "cryptography",
        "ipywidgets",
        "nbgrader",
        "networkx",
        "numpy",
        "pandas",
        "plotly",
    ),
    *("pydantic", "statsmodels"),
}
"""What a trainee's first cell must not wait for."""

RULES_MAY_IMPORT = ("parley.games", "parley.models", "parley.chance", "parley.errors")
"""What of Parley the rules may use: other rules, models, chance, and the errors."""


def module_name(file):
    """Return the dotted name of one of our modules."""
    source = next(package.parent for package in PACKAGES if file.is_relative_to(package))
    parts = file.relative_to(source).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(file):
    """Return the dotted names that a module imports, at its head or within a function.

    Ruff sees to it that no import is relative.
    """
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def within(name, *packages):
    """Return whether a dotted name is one of these packages or lies within one."""
    return any(name == package or name.startswith(package + ".") for package in packages)


def tracked(*patterns):
    """Return the files that git keeps, or would keep; skip where there is no git."""
    command = ["git", "-c", "safe.directory=*", "ls-files", "-co", "--exclude-standard", "-z"]
    try:
        listed = subprocess.run(
            [*command, "--", *patterns], cwd=ROOT, capture_output=True, check=True, text=True
        )
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git repository")
    files = (ROOT / name for name in listed.stdout.split("\0") if name)
    return [file for file in files if file.is_file()]


def of_package(name):
    """Return our modules within a package."""
    return [file for file in MODULES if within(module_name(file), name)]


class TestLayers:
    @pytest.mark.parametrize(
        ("package", "forbidden"),
        [
            ("parley", ["graders"]),
            ("parley.games", ["parley.figures", "parley.panel"]),
            ("parley.models", ["parley.games", "parley.figures", "parley.panel"]),
            ("parley.figures", ["parley.panel", "ipywidgets", "anywidget"]),
        ],
    )
    def test_arrows_point_one_way(self, package, forbidden):
        wrong = {
            module_name(file): names
            for file in of_package(package)
            if (names := {name for name in imports(file) if within(name, *forbidden)})
        }
        assert wrong == {}

    def test_the_rules_need_the_standard_library_alone(self):
        wrong = {
            (module_name(file), name)
            for file in of_package("parley.games")
            for name in imports(file)
            if name.split(".")[0] not in sys.stdlib_module_names
            and not within(name, *RULES_MAY_IMPORT)
        }
        assert wrong == set()

    def test_import_parley_loads_nothing_heavy(self):
        code = "import parley, sys; print(*{name.split('.')[0] for name in sys.modules})"
        run = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, check=True, text=True
        )
        loaded = set(run.stdout.split())
        assert "parley" in loaded
        assert loaded & HEAVY == set()


class TestLength:
    def test_a_function_fits_a_screen(self):
        long = {}
        for file in MODULES:
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                    lines = body_lines(node)
                    if lines > MOST_LINES_OF_A_FUNCTION:
                        long[f"{module_name(file)}.{node.name}"] = lines
        assert long == {}

    def test_a_module_is_read_in_one_go(self):
        lines = {module_name(file): len(file.read_text("utf-8").splitlines()) for file in MODULES}
        assert {name: n for name, n in lines.items() if n > MOST_LINES_OF_A_MODULE} == {}


def body_lines(function):
    """Return how many lines a function's body takes, its docstring left out."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


class TestDerived:
    def test_environment_is_up_to_date(self):
        assert environment.FILE.read_text(encoding="utf-8") == environment.text(), "`make derived`"

    def test_environment_is_what_conda_reads(self):
        read = yaml.safe_load(environment.text())
        *specs, ours = read["dependencies"]
        assert read["name"] == "parley"
        assert [spec for spec in specs if not re.fullmatch(r"[a-z0-9-]+(=[0-9.]+)?", spec)] == []
        assert [ROOT / line.removeprefix("-e ") / "pyproject.toml" for line in ours["pip"]] == [
            *environment.PROJECTS
        ]

    @pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
    def test_the_lock_holds_what_is_declared(self, python):
        pins = environment.pinned(python)
        needs = [Requirement(line) for line in lock.declared()]
        missing = [
            str(need)
            for need in needs
            if not need.specifier.contains(pins.get(canonicalize_name(need.name), "0.dev0"))
        ]
        assert missing == [], "`make lock`"

    def test_the_lock_is_hashed_and_names_no_address(self):
        text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
        assert "://" not in text
        assert re.findall(r"^-.*", text, re.MULTILINE) == []
        unhashed = [
            pin for pin in re.split(r"\n(?=\S)", text.strip()) if "--hash=sha256:" not in pin
        ]
        assert unhashed == []


class TestFiles:
    def test_none_is_large(self):
        sizes = {str(file.relative_to(ROOT)): file.stat().st_size for file in tracked()}
        assert {name: size for name, size in sizes.items() if size > LARGEST_FILE} == {}

    def test_none_names_a_place_on_this_machine(self):
        places = {str(ROOT), str(Path.home()), sys.prefix} - {"/"}
        wrong = re.compile("|".join(rf"(?<![\w./~-]){re.escape(place)}[/\\]" for place in places))
        found = [
            str(file.relative_to(ROOT))
            for file in tracked()
            if wrong.search(file.read_text(encoding="utf-8", errors="ignore"))
        ]
        assert found == []

    def test_links_in_markdown_lead_to_something_here(self):
        broken = []
        for file in tracked("*.md"):
            # A module's text holds the cells of its notebook, which lies one folder up.
            text = file.parent == ROOT / "course" / "text"
            folder = file.parent.parent if text else file.parent
            for link in re.findall(r"\]\(([^)\s#]+)[^)]*\)", file.read_text(encoding="utf-8")):
                target = (folder / link).resolve()
                if "://" in link or link.startswith("mailto:"):
                    continue
                if not (target.is_relative_to(ROOT) and target.exists()):
                    broken.append((str(file.relative_to(ROOT)), link))
        assert broken == []

    def test_both_packages_carry_one_version_and_licence(self):
        both = [
            tomllib.loads(file.read_text(encoding="utf-8"))["project"]
            for file in environment.PROJECTS
        ]
        assert both[0]["version"] == both[1]["version"]
        assert both[0]["license"] == both[1]["license"] == "BSD-3-Clause"

    def test_ruff_has_no_complaint(self):
        for check in (["check", "--output-format=concise"], ["format", "--check"]):
            run = subprocess.run(
                [sys.executable, "-m", "ruff", *check], cwd=ROOT, capture_output=True, text=True
            )
            assert run.returncode == 0, run.stdout
