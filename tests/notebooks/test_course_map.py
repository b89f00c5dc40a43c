"""The map of the course says what the notebooks and the assignments say, and no more."""

import re
from itertools import combinations, pairwise

import nbformat
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.notebooks.modules import COURSE, MODULES, NAMES, code_cells, section
from tools import course_map
from tools.curricula import FILE, curricula, unmapped
from tools.modules import modules

from parley import sources
from parley.errors import ParleyError

ROOT = COURSE.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAP = README.partition(course_map.BEGIN)[2].partition(course_map.END)[0]
WORDS = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def row(path):
    """Return the cells of a module's row in README."""
    line = next(line for line in MAP.splitlines() if f"/{path.stem}.md)" in line)
    return [cell.strip() for cell in line.strip("|").split(" | ")]


def shown(path):
    """Return the tables that a notebook shows."""
    code = "\n".join(cell.source for cell in code_cells(path))
    return re.findall(r'parley\.table\("([^"]+)"\)', code)


def objectives(path):
    """Return what one learns in a notebook."""
    return re.findall(r"^- (.+)$", WORDS.sub(r"\1", section(path, "What you will do")), re.M)


class TestReadme:
    def test_it_has_one_row_for_each_module_in_order(self):
        assert re.findall(r"course/text/(\w+)\.md", MAP) == NAMES

    @pytest.mark.parametrize("path", MODULES, ids=NAMES)
    def test_a_row_is_what_the_notebook_says(self, path):
        _, does, tables, minutes, _ = row(path)
        opening = WORDS.sub(r"\1", section(path, "What you will do"))
        assert does == opening.strip().splitlines()[0]
        assert re.findall(r"`([^`]+)`", tables) == [
            name for name in shown(path) if not name.startswith("claim-desk-")
        ]
        assert f"**Time:** {minutes} minutes: " in opening

    @pytest.mark.parametrize("path", MODULES[1:], ids=NAMES[1:])
    def test_a_row_is_what_the_assignment_counts(self, path):
        assignment = ROOT / "assignments" / "source" / path.stem / f"{path.stem}.ipynb"
        points = [
            cell.metadata.nbgrader.points
            for cell in nbformat.read(assignment, as_version=4).cells
            if cell.metadata.nbgrader.grade
        ]
        assert [int(number) for number in re.findall(r" (\d+)", row(path)[-1])] == points
        assert sum(points) == 100

    def test_what_is_not_assigned_does_not_count(self):
        assert row(MODULES[0])[-1] == "nothing"


class TestMain:
    @pytest.fixture
    def files(self, tmp_path, monkeypatch):
        for name in ("README", "PAGE"):
            path = tmp_path / getattr(course_map, name).name
            path.write_text(getattr(course_map, name).read_text("utf-8"), encoding="utf-8")
            monkeypatch.setattr(course_map, name, path)
        return tmp_path

    def test_both_are_fresh(self, files, capsys):
        assert course_map.main(["--check"]) == 0, "python -m tools.course_map"
        assert capsys.readouterr().out == ""

    def test_a_wrong_minute_fails_and_is_mended(self, files, capsys):
        path = files / "README.md"
        right = path.read_text("utf-8")
        path.write_text(right.replace("| 80 |", "| 81 |", 1), encoding="utf-8")
        assert course_map.main(["--check"]) == 1
        assert capsys.readouterr().out == (
            "Out of date: README.md. Run python -m tools.course_map.\n"
        )
        assert course_map.main([]) == 0
        assert path.read_text("utf-8") == right

    def test_a_check_writes_nothing_whatever_else_is_asked(self, files):
        (files / "course_map.md").unlink()
        assert course_map.main(["--check", "04"]) == 1
        assert not (files / "course_map.md").exists()

    def test_a_page_that_is_gone_fails(self, files, capsys):
        (files / "course_map.md").unlink()
        assert course_map.main(["--check"]) == 1
        assert "Out of date: course_map.md." in capsys.readouterr().out

    def test_a_readme_without_its_marks_is_refused(self):
        with pytest.raises(ValueError, match=r"^README.md: the table stands between <!-- .* back"):
            course_map.readme("# Parley\n", modules())

    def test_an_objective_that_is_not_mapped_fails(self, files, capsys, monkeypatch):
        known = curricula()
        answers = {number: dict(answer) for number, answer in known.objectives.items()}
        del answers["04"]["Tell positions from interests."]
        gone = known.model_copy(update={"objectives": answers})
        monkeypatch.setattr(course_map, "curricula", lambda: gone)
        assert course_map.main(["--check"]) == 1
        out = capsys.readouterr().out
        assert "04: 'Tell positions from interests.' stands only in the lesson.\n" in out


class TestModules:
    def test_all_notebooks_are_read(self):
        assert [one.stem for one in modules()] == NAMES

    @pytest.mark.parametrize(("path", "one"), [*zip(MODULES, modules(), strict=True)], ids=NAMES)
    def test_parts_add_up_and_objectives_are_those_of_the_notebook(self, path, one):
        assert sum(minutes for minutes, _ in one.parts) == one.minutes
        assert list(one.objectives) == objectives(path)
        assert one.parts[0][1] == "to read"

    def test_no_module_needs_a_later_one(self):
        course = modules()
        numbers = {one.number for one in course}
        for one in course:
            before = {*one.needs, *one.helped}
            assert before <= numbers
            assert all(number < one.number for number in before)

    def test_a_module_without_the_frame_is_refused(self, tmp_path):
        (tmp_path / "course").mkdir()
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("# 0. Start")])
        nbformat.write(notebook, tmp_path / "course" / "00_start.ipynb")
        with pytest.raises(ValueError, match=r"^00_start.ipynb: nothing fits .* module 04"):
            modules(tmp_path)


class TestCurricula:
    def test_every_objective_is_mapped_or_said_to_answer_nothing(self):
        assert unmapped(curricula(), modules()) == ()

    def test_the_page_names_no_item_that_is_not_listed(self):
        page = course_map.PAGE.read_text(encoding="utf-8")
        known = curricula()
        listed = {name for one in known.curricula for name in one.named()}
        ids = "|".join(one.id for one in known.curricula)
        named = set(re.findall(rf"(?<![\w./-])(?:{ids})/[\w.-]+(?=[, |])", page))
        assert named == listed

    def test_an_item_is_taught_in_part_or_stands_among_the_gaps(self):
        page = course_map.PAGE.read_text(encoding="utf-8")
        gaps = page.partition("### What they ask and Parley does not teach")[2]
        gaps = gaps.partition("### What Parley teaches")[0]
        known = curricula()
        answered = {
            name
            for answers in known.objectives.values()
            for answer in answers.values()
            for name in answer.items
        }
        for one in known.curricula:
            line = next((ln for ln in gaps.splitlines() if f"**{one.title}:**" in ln), "")
            missing = [item.asks for item in one.items if f"{one.id}/{item.id}" not in answered]
            assert line.rstrip(".").partition(":** ")[2].split("; ") == (missing or [""])

    def test_every_address_is_one_and_every_source_is_known(self):
        known = curricula()
        seen = [item.seen for one in known.curricula for item in one.items]
        assert [address for address in seen if not re.fullmatch(r"https?://\S+", address)] == []
        cited = {key for one in (*known.curricula, *known.closed) for key in one.sources}
        assert cited <= {*sources.keys()}

    def test_an_item_that_no_curriculum_lists_is_refused(self, tmp_path):
        content = yaml.safe_load(FILE.read_text(encoding="utf-8"))
        content["objectives"]["04"]["Tell positions from interests."] = {"meets": ["core/9.9"]}
        path = tmp_path / "curricula.yaml"
        path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
        with pytest.raises(
            ParleyError, match=r"04: 'Tell positions from interests.' names 'core/9.9', no item"
        ):
            curricula(path)


class TestPlans:
    @given(st.lists(st.integers(1, 200), min_size=1, max_size=9), st.data())
    def test_no_other_split_has_a_shorter_longest_day(self, minutes, data):
        days = data.draw(st.integers(1, len(minutes)))
        ends = course_map.split(minutes, days)
        assert len(ends) == days
        assert ends[-1] == len(minutes)
        inner = combinations(range(1, len(minutes)), days - 1)
        best = min(longest(minutes, (*some, len(minutes))) for some in inner)
        assert longest(minutes, ends) == best

    def test_what_a_module_needs_is_taken_with_it(self):
        assert course_map.closure(["15"], modules()) == {"00", "04", "05", "15"}


def longest(minutes, ends):
    """Return the minutes of the longest day."""
    return max(sum(minutes[begin:end]) for begin, end in pairwise((0, *ends)))
