"""Both wheels, in an environment of their own: they mark from there, and hold what they may."""

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest
import yaml

from parley import scenario

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheels(tmp_path_factory) -> dict[str, Path]:
    """Return both wheels, built from a copy of what git would hand on."""
    folder = tmp_path_factory.mktemp("wheels")
    ignore = shutil.ignore_patterns("__pycache__", "*.egg-info", "build", "dist")
    copy = folder / "source"
    for part in ("src", "data", "graders"):
        shutil.copytree(ROOT / part, copy / part, ignore=ignore)
    for name in ("pyproject.toml", "README.md", "LICENSE", "LICENSE-course"):
        shutil.copy(ROOT / name, copy)
    for project in (copy, copy / "graders"):
        _run(
            sys.executable, "-m", "build", "--wheel", "--no-isolation",
            "--outdir", folder / "dist", project,
        )  # fmt: skip
    found = sorted((folder / "dist").glob("*.whl"))
    return {path.name.split("-")[0]: path for path in found}


@pytest.fixture(scope="module")
def empty(wheels, tmp_path_factory) -> Path:
    """Return an environment that knows other people's packages from here, and ours from wheels."""
    folder = tmp_path_factory.mktemp("empty")
    _run(sys.executable, "-m", "venv", "--without-pip", folder)
    site = next(folder.glob("lib/python*/site-packages"), folder / "Lib" / "site-packages")
    for path in wheels.values():
        with zipfile.ZipFile(path) as archive:
            archive.extractall(site)
    # A plain path line: editable installs of this checkout, which are .pth files, stay out.
    (site / "others.pth").write_text(sysconfig.get_paths()["purelib"] + "\n")
    return folder


def _run(*words, **options) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(list(map(str, words)), capture_output=True, text=True, **options)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def _python(empty: Path, code: str, *words, **options) -> subprocess.CompletedProcess[str]:
    binary = empty / ("Scripts" if os.name == "nt" else "bin") / "python"
    options.setdefault("check", False)
    return subprocess.run(
        [str(binary), "-c", code, *map(str, words)], capture_output=True, text=True, **options
    )


PARLEY = "from parley.cli import main; main()"


SITTINGS = {
    "tent": "04_bilateral_talks",
    "deter-or-reassure": "07_deterrence_and_confidence_building",
    "claim-desk-04": "04_bilateral_talks",
}


@pytest.mark.parametrize("exercise", SITTINGS)
def test_both_wheels_play_and_mark_from_an_empty_folder(empty, tmp_path, exercise):
    where = _python(empty, "import parley, graders; print(parley.__file__, graders.__file__)")
    assert where.stdout.count(str(empty)) == 2, where
    sitting = ROOT / "assignments" / "source" / SITTINGS[exercise] / "parley.json"
    for extra in ([], ["--sitting", sitting]):
        record = tmp_path / f"{len(extra)}.jsonl"
        words = ["--trainee", "ada", "--policy", "reference", "--record", record]
        done = _python(empty, PARLEY, "play", exercise, *words, *extra, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        done = _python(empty, PARLEY, "mark", record, "--json", cwd=tmp_path)
        assert '"mark": 100.0' in done.stdout, done


def test_the_wheel_loads_data_and_cites_them(empty, tmp_path):
    code = "import parley; d = parley.load('alliances'); print(len(d), d.attrs['citation'])"
    done = _python(empty, code, cwd=tmp_path)
    assert done.stdout.startswith("203 Alliances in force by year (5.1; "), done


def test_without_graders_what_counts_is_not_marked(wheels, empty, tmp_path):
    alone = tmp_path / "alone"
    shutil.copytree(empty, alone, symlinks=True)
    for path in alone.glob("lib/python*/site-packages/*graders*"):
        shutil.rmtree(path)
    for path in alone.glob("lib/python*/site-packages/others.pth"):
        path.write_text(_others_without_graders(tmp_path))
    sitting = ROOT / "assignments" / "source" / "04_bilateral_talks" / "parley.json"
    record = tmp_path / "r.jsonl"
    words = ["--trainee", "ada", "--policy", "soft", "--record", record, "--sitting", sitting]
    done = _python(alone, PARLEY, "play", "tent", *words, cwd=tmp_path)
    assert "Here a policy would play what counts" in done.stderr
    done = _python(empty, PARLEY, "play", "tent", *words, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    done = _python(alone, PARLEY, "mark", record, cwd=tmp_path)
    assert done.returncode == 2
    assert "its mark and review come with the feedback" in done.stderr


def _others_without_graders(folder: Path) -> str:
    """Return a site folder that links to every package but graders."""
    site = folder / "site"
    site.mkdir()
    for path in Path(sysconfig.get_paths()["purelib"]).iterdir():
        if "graders" not in path.name:
            (site / path.name).symlink_to(path)
    return f"{site}\n"


def test_the_trainees_wheel_holds_no_key_no_rubric_and_no_graders(wheels):
    names = zipfile.ZipFile(wheels["parley_course"]).namelist()
    assert any(name.endswith("_data/scenarios/tent.yaml") for name in names)
    assert any(name.endswith("_data/glossary.yaml") for name in names)
    assert any("_data/solutions/tent/p1" in name for name in names)
    for word in ("graders", "rubric", "keys", "key.yaml", "tent/c1", "solve_"):
        assert not [name for name in names if word in name], word
    solved = [name for name in names if "/solutions/" in name]
    assert not [name for name in solved if name.rpartition("/")[2].startswith("c")]


def reasons_of(whys):
    """Return the reasons of files, each on one line; where profiles differ, a file has several."""
    texts = (text for why in whys for text in (why.values() if isinstance(why, dict) else [why]))
    return {" ".join(text.split()) for text in texts}


def test_the_trainees_wheel_shows_the_files_that_count_and_nothing_of_their_key(wheels):
    with zipfile.ZipFile(wheels["parley_course"]) as archive:
        names = [name for name in archive.namelist() if "/_data/" in name]
        texts = {name: archive.read(name).decode("utf-8", "replace") for name in names}
    texts = {name: " ".join(text.split()) for name, text in texts.items()}
    keys = sorted((ROOT / "graders" / "keys").glob("*/files.yaml"))
    assert keys
    for path in keys:
        entries = yaml.safe_load(path.read_text(encoding="utf-8"))
        exercise = path.parent.name
        (shown,) = [name for name in names if name.endswith(f"_data/files/{exercise}.yaml")]
        assert "facts:" not in texts[shown]
        practised = reasons_of(file.why for file in scenario.load(exercise).files)
        reasons = reasons_of(entry["why"] for entry in entries) - practised
        assert reasons
        for reason in reasons:
            assert not [name for name, text in texts.items() if reason in text], exercise
