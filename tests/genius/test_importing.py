"""From a folder to a scenario file: nothing is lost, and what was written is analysed."""

import json
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.genius import grain

from parley.analysis import analyse, space_of
from parley.errors import ParleyError
from parley.genius.importing import import_genius
from parley.scenario import load_file
from parley.scenario.check import report

OUT = "the Grain_1.yaml"


def complains(result, *words):
    """Check that a command ended with one clear line on stderr, and nothing else."""
    code, out, err = result
    assert (code, out, err.count("\n")) == (2, "", 1), err
    assert err.startswith("parley: ")
    assert all(word in err for word in words), err


def test_what_is_written_is_what_is_read(convoy, tmp_path):
    out = tmp_path / OUT
    made = import_genius(convoy, out, source="Our own,\n 2026")
    assert load_file(out) == made
    assert (made.exercise, made.title, made.sources) == (
        "the-grain-1", "Grain convoy", ("Our own, 2026",)
    )  # fmt: skip
    assert {one.file: one.sha256 for one in made.origin.files} == {
        name: sha256(text.encode()).hexdigest() for name, text in grain.FILES.items()
    }
    assert "import-genius" in out.read_text().splitlines()[0]


def test_names_and_numbers_keep_their_form(tmp_path):
    """What YAML would take for a number, a date or yes and no stays a name; digits are kept."""
    odd = ["16_100", "2026-11-25", "no", "- a: [b", "5.0bn", "Ильмень", "#1"]
    items = "".join(f'<item value="{name}"/>' for name in odd)
    town = "".join(f'<item value="{name}" evaluation="{n}"/>' for n, name in enumerate(odd))
    domain = f'<objective><issue index="1" name="yes">{items}</issue></objective>'
    side = f'<objective><issue index="1" name="yes">{town}</issue>'
    side += '<weight index="1" value="0.5016547003555888"/></objective>'
    folder = grain.lay(
        tmp_path / "odd",
        grain=f"<negotiation_template><utility_space>{domain}</utility_space></negotiation_template>",
        agency=f"<utility_space>{side}</utility_space>",
        town=f"<utility_space>{side}</utility_space>",
    )
    import_genius(folder, tmp_path / "odd.yaml")
    (issue,) = load_file(tmp_path / "odd.yaml").issues
    assert [option.name for option in issue.options] == odd
    assert issue.weights == (0.5016547003555888, 0.5016547003555888)


@pytest.mark.parametrize(
    ("name", "slug"), [("2010.yaml", "domain-2010"), ("é.yaml", "domain"), ("A--b.yml", "a-b")]
)
def test_any_file_name_makes_the_name_of_an_exercise(name, slug, convoy, tmp_path):
    assert import_genius(convoy, tmp_path / name).exercise == slug


class TestNothingIsLost:
    def test_an_existing_file_is_kept_unless_the_user_says_so(self, parley, convoy, tmp_path):
        out = tmp_path / OUT
        out.write_text("mine")
        words = ("scenario", "import-genius", convoy, "-o", out)
        complains(parley(*words), "exists already. Name another file, or say --force")
        assert out.read_text() == "mine"
        code, said, err = parley(*words, "--force")
        assert (code, said, err) == (0, f"{out}: 3 issue(s) between agency and town\n", "")
        assert load_file(out).exercise == "the-grain-1"
        assert sorted(path.name for path in tmp_path.iterdir()) == ["grain", OUT]

    def test_no_link_is_written_through(self, convoy, tmp_path):
        out, aim = tmp_path / OUT, tmp_path / "aim"
        out.symlink_to(aim)
        with pytest.raises(ParleyError, match="exists already"):
            import_genius(convoy, out)
        aim.write_text("mine")
        import_genius(convoy, out, force=True)
        assert aim.read_text() == "mine"
        assert not out.is_symlink()

    def test_no_source_is_written_over(self, convoy):
        out = convoy / "town.xml"
        with pytest.raises(ParleyError, match="an XML file is never written over"):
            import_genius(convoy, out, force=True)
        assert out.read_text() == grain.TOWN

    def test_a_refused_import_writes_nothing(self, parley, tmp_path):
        convoy = grain.lay(tmp_path / "grain", town="<utility_space/>")
        complains(parley("scenario", "import-genius", convoy, "-o", tmp_path / OUT), "town.xml:1:")
        assert not (tmp_path / OUT).exists()

    @pytest.mark.parametrize(
        ("out", "said"),
        [("no/x.yaml", "cannot be written"), (".", "this is a folder. Name")],
    )
    def test_where_nothing_can_be_written(self, parley, convoy, tmp_path, out, said):
        complains(parley("scenario", "import-genius", convoy, "-o", tmp_path / out), said)


class TestCommands:
    def test_two_of_three_profiles_are_chosen_by_name(self, parley, tmp_path):
        convoy = grain.lay(tmp_path / "grain", third=grain.TOWN)
        words = ("scenario", "import-genius", convoy, "--output", tmp_path / OUT)
        complains(parley(*words), "exactly two sides", "--profile NAME --profile NAME")
        chosen = ("--domain", "grain.xml", "--profile", "third.xml", "--profile", "agency.xml")
        assert parley(*words, *chosen)[0] == 0
        assert [one.name for one in load_file(tmp_path / OUT).parties] == ["third", "agency"]

    def test_check_prints_the_analysis(self, parley, convoy, tmp_path):
        import_genius(convoy, tmp_path / OUT)
        code, out, err = parley("scenario", "check", tmp_path / OUT)
        assert (code, err) == (0, "")
        first, *rest = out.splitlines()
        assert first.endswith("the-grain-1, version 1: well formed; a domain to analyse.")
        assert out == "\n".join((first, *rest)) + "\n"
        assert parley("analyse", tmp_path / OUT)[1].splitlines() == rest
        assert list(report(tmp_path / OUT, facts=False)) == [first]

    def test_the_json_is_that_of_the_contract(self, parley, convoy, tmp_path):
        import_genius(convoy, tmp_path / OUT)
        code, out, err = parley("analyse", tmp_path / OUT, "--json")
        assert (code, err) == (0, "")
        found = json.loads(out)
        assert list(found) == [
            "outcomes", "individually_rational", "disagreement", "pareto", "nash",
            "kalai_smorodinsky", "egalitarian", "utilitarian", "agreement_possible",
        ]  # fmt: skip
        assert found["outcomes"] == 3 * 5 * 21
        assert found["disagreement"] == [0.4, 0]
        zero = json.loads(parley("analyse", tmp_path / OUT, "--disagreement", "zero", "--json")[1])
        assert zero["disagreement"] == [0, 0]
        assert zero["individually_rational"] == zero["outcomes"]
        few = json.loads(parley("analyse", tmp_path / OUT, "--steps", 3, "--json")[1])
        assert few["outcomes"] == 3 * 5 * 3


WORDS = st.sampled_from(
    [
        "",
        "0",
        "-1",
        "NaN",
        "1e999",
        "é",
        "&",
        "<",
        ">",
        '"',
        "integer",
        "real",
        "</issue>",
        "<item/>",
    ]
)


@settings(max_examples=150)
@given(st.sampled_from(sorted(grain.FILES)), st.integers(0, 1_800), st.integers(0, 40), WORDS)
def test_any_damage_is_imported_or_refused_in_words(tmp_path_factory, file, at, length, word):
    """A cut and a word in its place, anywhere: never our own failure."""
    text = grain.FILES[file]
    damaged = text[:at] + word + text[at + length :]
    folder = grain.lay(tmp_path_factory.mktemp("damaged"), **{file.removesuffix(".xml"): damaged})
    out = folder / "out.yaml"
    try:
        made = import_genius(folder, out)
    except ParleyError as error:
        assert "\n" not in str(error)
        assert not out.exists()
    else:
        assert load_file(out) == made
        assert analyse(space_of(made)).outcomes == space_of(made).outcomes
