"""Two sources as items of CSL-JSON, for tests with a bibliography of their own."""

JERVIS = {
    "id": "jervis-1978",
    "type": "article-journal",
    "title": "Cooperation under the Security Dilemma",
    "author": [{"family": "Jervis", "given": "Robert"}],
    "issued": {"date-parts": [[1978]]},
    "container-title": "World Politics",
    "volume": "30",
    "issue": "2",
    "page": "167-214",
}
VCLT = {
    "id": "vclt-1969",
    "type": "treaty",
    "title": "Vienna Convention on the Law of Treaties",
    "issued": {"date-parts": [[1969, 5, 23]]},
    "container-title": "United Nations Treaty Series",
    "volume": "1155",
    "page": "331",
    "note": "art. 7",
    "URL": "https://example.org/vclt",
}
