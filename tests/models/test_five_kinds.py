"""Five kinds of military act: every answer leads to one of them, and each is reached."""

from itertools import product

import pytest

from parley.errors import ParleyError
from parley.models.five_kinds import ASKED, kind

YES_NO = (True, False)
EVERY = list(product(ASKED, YES_NO, YES_NO, YES_NO))


def test_all_five_are_reached():
    assert {kind(*answers) for answers in EVERY} == {
        *("cooperation", "reassurance", "deterrence", "coercion", "force")
    }


@pytest.mark.parametrize("question", ASKED.values())
@pytest.mark.parametrize("harm", ASKED)
def test_after_the_harm_one_question_decides(harm, question):
    matters = any(
        kind(harm, **dict(zip(ASKED.values(), answers, strict=True)) | {question: True})
        != kind(harm, **dict(zip(ASKED.values(), answers, strict=True)) | {question: False})
        for answers in product(YES_NO, repeat=3)
    )
    assert matters == (question == ASKED[harm])


def test_only_harm_can_coerce():
    assert all(
        kind("none", joins, acts, ends) in ("cooperation", "reassurance")
        for joins, acts, ends in product(YES_NO, repeat=3)
    )


def test_an_unknown_harm_is_refused():
    with pytest.raises(ParleyError, match="The harm is one of none, announced, done, not some"):
        kind("some", joins=True, acts=True, ends=True)
