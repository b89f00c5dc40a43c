"""Three files of a folder are chosen: by their kind, or by the user; links lead nowhere."""

import pytest
from tests.genius import grain

from parley.errors import ParleyError
from parley.genius import folder


def names(files):
    return [file.name for file in files]


def test_the_only_domain_and_the_only_two_profiles_are_found(convoy):
    (convoy / "notes.xml").write_text("<notes/>")
    (convoy / "notes.txt").write_text("no XML")
    assert names(folder.choose(convoy)) == ["grain.xml", "agency.xml", "town.xml"]


def test_the_user_names_them_in_an_order_of_his_own(tmp_path):
    convoy = grain.lay(tmp_path / "c", third=grain.TOWN, other=grain.DOMAIN, odd="no XML")
    chosen = folder.choose(convoy, "grain.xml", ("town.xml", "agency.xml"))
    assert names(chosen) == ["grain.xml", "town.xml", "agency.xml"]


CASES = {
    "three profiles": (
        {"third": grain.TOWN},
        {},
        r"exactly two sides.*got 3 \(agency\.xml, third\.xml, town\.xml\).*--profile NAME",
    ),
    "one profile": ({"town": None}, {}, r"exactly two sides.*got 1 \(agency\.xml\)"),
    "no profile": ({"town": None, "agency": None}, {}, "exactly two sides.*got none"),
    "no domain": ({"grain": None}, {}, "<negotiation_template>; got none.*--domain NAME"),
    "two domains": ({"two": grain.DOMAIN}, {}, r"got 2 \(grain\.xml, two\.xml\)"),
    "a file that is no XML": ({"odd": "0.5, 1.0"}, {}, r"odd\.xml:1: .*--domain and --profile"),
    "one name": ({}, {"profiles": ("town.xml",)}, "two profiles with --profile, or none; got 1"),
    "a name twice": ({}, {"profiles": ("town.xml",) * 2}, "two different profiles; got 'town.xml'"),
    "a name that is none": ({}, {"domain": "x.xml"}, r"x\.xml: cannot be read \(No such file"),
    "a domain as a profile": (
        {},
        {"profiles": ("town.xml", "grain.xml")},
        r"grain\.xml:1: the outermost element is <utility_space>; got <negotiation_template>",
    ),
    "a profile as the domain": ({}, {"domain": "town.xml"}, "got <utility_space>"),
    "a name that leads out": ({}, {"domain": "../grain.xml"}, "leads out of the folder"),
}


@pytest.mark.parametrize("case", CASES)
def test_another_choice_is_refused_with_what_to_do(case, tmp_path):
    changed, asked, said = CASES[case]
    (tmp_path / "grain.xml").write_text(grain.DOMAIN)
    convoy = grain.lay(tmp_path / "grain", **changed)
    with pytest.raises(ParleyError, match=said):
        folder.choose(convoy, **asked)


def test_a_link_out_of_the_folder_is_refused(tmp_path):
    (tmp_path / "secret.xml").write_text(grain.TOWN)
    convoy = grain.lay(tmp_path / "grain", town=None)
    (convoy / "town.xml").symlink_to(tmp_path / "secret.xml")
    for asked in ({}, {"profiles": ("agency.xml", "town.xml")}):
        with pytest.raises(ParleyError, match=r"town\.xml: this leads out of the folder"):
            folder.choose(convoy, **asked)


def test_a_link_to_a_file_of_the_folder_is_followed(tmp_path):
    convoy = grain.lay(tmp_path / "grain", town=None)
    (convoy / "kept").mkdir()
    (convoy / "kept" / "town").write_text(grain.TOWN)
    (convoy / "town.xml").symlink_to(convoy / "kept" / "town")
    assert names(folder.choose(convoy))[2] == "town.xml"


def test_a_link_in_a_circle_is_refused(tmp_path):
    convoy = grain.lay(tmp_path / "grain", town=None)
    (convoy / "town.xml").symlink_to(convoy / "town.xml")
    with pytest.raises(ParleyError, match=r"town\.xml"):
        folder.choose(convoy)


def test_what_is_no_folder_and_what_is_too_much_of_one(tmp_path):
    with pytest.raises(ParleyError, match="this is no folder. Name the folder"):
        folder.choose(tmp_path / "none")
    for number in range(101):
        (tmp_path / f"{number}.xml").write_text("<a/>")
    with pytest.raises(ParleyError, match="at most 100 XML files are looked through; got 101"):
        folder.choose(tmp_path)
