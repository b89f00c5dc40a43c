"""XML that nobody has checked: what is read, what is mended, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.errors import ParleyError
from parley.genius import reader

BOMB = b"""<!DOCTYPE a [
<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
]>
<utility_space name="&b;"/>
"""

HOSTILE = {
    "entities that grow": (BOMB, r"a\.xml:1: a document type is refused.*<!DOCTYPE a>"),
    "a file from elsewhere": (
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a b="&x;"/>',
        "a document type is refused",
    ),
    "a document type alone": (b"<!DOCTYPE html><a/>", "<!DOCTYPE html>. Take the line out"),
    "a document type elsewhere": (b'<!DOCTYPE a SYSTEM "http://x/a.dtd"><a/>', "document type"),
    "an entity that nobody declared": (b'<a b="&lol;"/>', r"a\.xml:1: .*undefined entity"),
    "a file too large": (b" " * 5_000_001, "at most 5,000,000 bytes"),
    "elements too deep": (b"<a>" * 31 + b"</a>" * 31, "at most 30 deep"),
    "far too deep": (b"<a>" * 400_000, "at most 30 deep"),
    "elements too many": (b"<a>" + b"<b/>" * 100_000 + b"</a>", "at most 100,000 elements"),
    "an attribute too long": (b'<a b="' + b"x" * 2_001 + b'"/>', "at most 2,000 characters; 'b'"),
    "an attribute twice": (b'<a b="1" b="2"/>', "duplicate attribute"),
    "no XML": (b"0.5, 1.0\n", r"a\.xml:1: this is no well-formed XML"),
    "an end too early": (b"<a><b></a>", r"mismatched tag.*Correct the file there"),
    "nothing": (b"", "no element found"),
    "zero bytes": ("<a/>".encode("utf-16"), "holds a zero byte. Save it as UTF-8"),
    "no UTF-8": (b'<a b="\xff\xfe"/>', "not well-formed"),
    "an encoding that nobody knows": (b'<?xml version="1.0" encoding="x-y"?><a/>', "encoding"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_files_are_refused_with_the_reason(case, tmp_path):
    content, said = HOSTILE[case]
    path = tmp_path / "a.xml"
    path.write_bytes(content)
    with pytest.raises(ParleyError, match=said) as error:
        reader.read(path)
    assert "\n" not in str(error.value)


def test_what_is_no_regular_file_is_never_opened(tmp_path):
    (tmp_path / "a.xml").mkdir()
    with pytest.raises(ParleyError, match="only a regular file is read"):
        reader.read(tmp_path / "a.xml")
    with pytest.raises(ParleyError, match=r"b\.xml: cannot be read \(No such file"):
        reader.read(tmp_path / "b.xml")


def test_a_tree_has_names_attributes_and_lines(tmp_path):
    path = tmp_path / "a.xml"
    path.write_text('<a>\n<b c="1"/>\ntext<b c="&lt;2"/>\n</a>\n')
    root, content = reader.read(path)
    assert (root.tag, root.line, content) == ("a", 1, path.read_bytes())
    assert [(one.attributes["c"], one.line) for one in root.named("b")] == [("1", 2), ("<2", 3)]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (b"grain & oil", "grain & oil"),
        (b"R&D", "R&D"),
        (b"a &amp; b &#38; c &#x26; d", "a & b & c & d"),
        (b"&;", "&;"),
    ],
)
def test_a_bare_ampersand_is_mended(written, meant, tmp_path):
    path = tmp_path / "a.xml"
    path.write_bytes(b'<a b="' + written + b'"/>')
    assert reader.read(path)[0].attributes["b"] == meant


def test_a_declaration_below_a_comment_is_mended(tmp_path):
    path = tmp_path / "a.xml"
    path.write_bytes(b'\n<!-- one --><!-- two -->\n<?xml version="1.0" encoding="utf-8" ?>\n<a/>')
    assert reader.read(path)[0].line == 4


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(tmp_path_factory, content):
    path = tmp_path_factory.getbasetemp() / "any.xml"
    path.write_bytes(content)
    try:
        assert reader.read(path)[0].tag
    except ParleyError as error:
        assert "any.xml" in str(error)
