"""A domain and two profiles become parties and issues, or are refused with the reason."""

import re

import pytest
from tests.genius import grain
from tests.genius.grain import AGENCY, DOMAIN, TOWN, swapped

from parley.errors import ParleyError
from parley.genius import convert, folder


def converted(convoy):
    chosen = folder.choose(convoy, "grain.xml", ("agency.xml", "town.xml"))
    return convert.content(*chosen)


def test_the_grain_convoy(convoy):
    assert converted(convoy) == {
        "title": "Grain convoy",
        "parties": [
            {"name": "agency", "reservation": 0.4, "discount": 0.9},
            {"name": "town", "reservation": 0.0, "discount": 1.0},
        ],
        "issues": [
            {
                "name": "Escort",
                "weights": [0.5, 0.25],
                "options": [
                    {"name": "none", "evaluations": [8, 1]},
                    {"name": "police", "evaluations": [4, 10]},
                    {"name": "soldiers", "evaluations": [2, 5]},
                ],
            },
            {
                "name": "Trucks",
                "weights": [0.3, 0.25],
                "integers": {
                    "low": 1,
                    "high": 5,
                    "lines": [{"offset": 0.2, "slope": 0.2}, {"offset": 1.1, "slope": -0.2}],
                },
            },
            {
                "name": "Fee",
                "weights": [0.2, 0.5],
                "reals": {
                    "low": 0,
                    "high": 10,
                    "shapes": [
                        {"shape": "linear", "parameters": [1, -0.1]},
                        {"shape": "triangular", "parameters": [-1, 11, 5]},
                    ],
                },
            },
        ],
    }


def test_an_objective_within_an_objective_only_groups_its_issues(convoy):
    town = swapped(TOWN, '<issue index="2"', '<objective index="9" name="Money"><issue index="2"')
    town = swapped(
        town, '<weight index="1"', '</objective><weight index="9" value="7"/><weight index="1"'
    )
    before = converted(convoy)
    (convoy / "town.xml").write_text(town)
    assert converted(convoy) == before


def test_whole_numbers_may_have_a_range_of_their_own_and_parameters(convoy):
    """Written with parameters, the line is a function of the number itself."""
    domain = swapped(DOMAIN, '\n  lowerbound="1" upperbound="5">', ">")
    domain = swapped(
        domain, 'etype="integer">', 'etype="integer"><range lowerbound="1" upperbound="5"/>'
    )
    (convoy / "grain.xml").write_text(domain)
    parameters = 'parameter0="0" parameter1="0.2"'
    (convoy / "agency.xml").write_text(swapped(AGENCY, 'offset="0.2" slope="0.2"', parameters))
    line = converted(convoy)["issues"][1]["integers"]["lines"][0]
    assert line == {"offset": pytest.approx(0.2), "slope": 0.2}


@pytest.mark.parametrize("title", ["", "root", "any", " "])
def test_without_a_title_of_its_own_it_is_called_like_its_file(title, convoy):
    (convoy / "grain.xml").write_text(swapped(DOMAIN, "Grain convoy", title))
    assert converted(convoy)["title"] == "grain"


RECTANGLE = '<utility maxutility="9"><ufun><hyperRectangle utility="5"/></ufun></utility>'
MANY_ISSUES = "".join(f'<issue index="{n}" name="i{n}"/>' for n in range(10, 110))
MANY_OPTIONS = "".join(f'<item value="v{n}"/>' for n in range(10_000))

FAULTS = {
    "nonlinear by type": (
        "town", 'type="UNCERTAIN"', 'type="nonlinear"',
        r"town\.xml:1: only additive utilities are read.*got type 'nonlinear'",
    ),
    "nonlinear by content": (
        "town", "<weight", RECTANGLE + "<weight", "only additive utilities.*got <utility>"
    ),
    "rectangles beside the objective": (
        "town", "</utility_space>", "<hyperRectangle/></utility_space>", "got <hyperRectangle> of a"
    ),
    "an element that nobody knows": (
        "town", "<weight", "<bonus/><weight", r"objective> holds .*got <bonus>, whose meaning"
    ),
    "an option without evaluation": (
        "town", 'value="police" evaluation="10"', 'value="police"',
        r"town\.xml:5: every option needs an evaluation; there is none for 'police'. Add it",
    ),
    "an evaluation that is null": (
        "town", 'evaluation="10"', 'evaluation="null"', "there is none for 'police'"
    ),
    "an option left out": (
        "town", '<item index="2" value="police" evaluation="10"></item>', "", "none for 'police'"
    ),
    "an option of its own": (
        "town", 'value="police"', 'value="militia"', "options differ.*'militia' is not in the"
    ),
    "an option twice": ("town", 'value="police"', 'value="none"', "here is 'none' a second time"),
    "an option twice in the domain": (
        "grain", 'value="police"', 'value=" none "', r"grain\.xml:7: options.*'none' a second time"
    ),
    "an issue left out": (
        "grain", "</objective>", '<issue index="4" name="Route"/></objective>',
        r"agency\.xml:1: the domain has an issue 'Route' of index 4; here is none",
    ),
    "an issue of its own": (
        "town", "<weight", '<issue index="4" name="Route"/><weight', "no issue of index 4; got 'R"
    ),
    "an issue of another name": (
        "town", 'name="Escort"', 'name="Guards"',
        "issue 1 differs.*in the domain it is 'Escort', discrete; got 'Guards', discrete",
    ),
    "an issue of another kind": (
        "town", ' type="real"', ' type="discrete"', "'Fee', real; got 'Fee', discrete"
    ),
    "a kind that nobody knows": ("grain", ' type="real"', ' type="price"', "got 'price'"),
    "an issue twice": ("grain", 'name="Fee"', 'name="Escort"', "second one of index 3 or name 'Es"),
    "an index twice": ("grain", 'index="3" name="Fee"', 'index="1" name="Fee"', "here is a second"),
    "a weight left out": (
        "town", '<weight index="2" value="0.25"></weight>', "", "needs a weight.* none for 2"
    ),
    "a weight twice": ("town", '<weight index="3"', '<weight index="1"', "a second one for 1"),
    "a weight of nothing": (
        "town", "<weight", '<weight index="4" value="1"/><weight', "none has the index 4"
    ),
    "a weight below 0": ("town", 'value="0.5"', 'value="-0.5"', "at least 0; got -0.5"),
    "a weight that is no number": (
        "town", 'value="0.5"', 'value="NaN"', r"value of <weight> is a number.*got 'NaN'"
    ),
    "an evaluation without end": ("town", 'evaluation="10"', 'evaluation="inf"', "got 'inf'"),
    "an evaluation beyond bounds": ("town", 'evaluation="10"', 'evaluation="1e300"', "'1e300'"),
    "an evaluation in words": ("town", 'evaluation="10"', 'evaluation="1_0"', "got '1_0'"),
    "a reservation value that is none": ("agency", 'value="0.4"', 'value=""', "got ''"),
    "a reservation value twice": (
        "agency", "</utility_space>", '<reservation value="0"/></utility_space>', "stands once in a"
    ),
    "a discount above 1": ("agency", 'value="0.9"', 'value="1.9"', "0 to 1; got 1.9"),
    "an index in words": ("town", 'index="1"', 'index="one"', "index of .*whole number.*got 'one'"),
    "no index": ("grain", '<issue index="1" ', "<issue ", "<issue> needs index; it has none. Add"),
    "a name of nothing": ("grain", 'name="Fee"', 'name=" "', "1 to 500 printable.*got ''"),
    "a name that does not print": ("grain", 'name="Fee"', 'name="F&#x202e;"', r"'F\\u202e'"),
    "a name too long": ("grain", 'name="Fee"', f'name="{"F" * 501}"', "1 to 500 printable"),
    "too many issues": ("grain", "</objective>", MANY_ISSUES + "</objective>", "1 to 100 .* 103"),
    "too many options": (
        "grain", "</item>\n</issue>", f"</item>{MANY_OPTIONS}</issue>", "1 to 10,000 .*got 10,003"
    ),
    "too many whole numbers": (
        "grain", 'upperbound="5"', 'upperbound="99999999"', "at most 1,000,000 whole numbers"
    ),
    "a range that falls": ("grain", 'upperbound="5"', 'upperbound="0"', "got 1 and 0"),
    "no range": ("grain", '\n  lowerbound="1" upperbound="5"', "", "there are none. Add them"),
    "half a range": ("grain", 'lowerbound="1" ', "", "<issue> needs lowerbound"),
    "another range": ("town", 'upperbound="5"', 'upperbound="6"', "range differs.* 1 to 5"),
    "no evaluator": (
        "agency", '<evaluator ftype="linear" offset="0.2" slope="0.2"></evaluator>', "",
        r"agency\.xml:\d+: 'Trucks' needs an <evaluator>",
    ),
    "two evaluators": (
        "agency", "<evaluator", '<evaluator slope="1"/><evaluator', "stands once in <issue>"
    ),
    "half an evaluator": ("agency", 'offset="0.2" ', "", "<evaluator> needs offset"),
    "a shape that nobody knows": ("agency", 'ftype="linear" p', 'ftype="faratin" p', "'faratin'"),
    "whole numbers in a triangle": (
        "agency", 'ftype="linear" o', 'ftype="triangular" o', "linearly; got ftype 'triangular'"
    ),
    "a triangle without top": ("town", 'parameter2="5"', 'parameter2="12"', "the top, lies"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_what_cannot_be_represented_is_refused_with_the_reason(fault, tmp_path):
    file, old, new, said = FAULTS[fault]
    changed = {file: swapped(grain.FILES[f"{file}.xml"], old, new)}
    with pytest.raises(ParleyError, match=said) as error:
        converted(grain.lay(tmp_path / "grain", **changed))
    assert "\n" not in str(error.value)


def test_a_domain_of_nothing_is_refused(convoy):
    nothing = DOMAIN[: DOMAIN.index("<issue")] + DOMAIN[DOMAIN.index("</objective>") :]
    (convoy / "grain.xml").write_text(nothing)
    with pytest.raises(ParleyError, match=r"grain\.xml:3: a domain has 1 to 100 issues; got 0"):
        converted(convoy)
    (convoy / "grain.xml").write_text("<negotiation_template/>")
    with pytest.raises(ParleyError, match=r"holds one <utility_space>; there is none. Add it"):
        converted(convoy)


def test_evaluations_need_one_above_0(convoy):
    """By the largest one all are divided; all of them 0 is an issue without worth."""
    worth = re.compile('evaluation="(.)"')
    (convoy / "agency.xml").write_text(worth.sub(r'evaluation="-\1"', AGENCY))
    with pytest.raises(ParleyError, match="largest evaluation of an issue is above 0.*got -2"):
        converted(convoy)
    (convoy / "agency.xml").write_text(worth.sub('evaluation="0"', AGENCY))
    options = converted(convoy)["issues"][0]["options"]
    assert [option["evaluations"][0] for option in options] == [0, 0, 0]
