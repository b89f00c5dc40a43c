"""The gates for the use of force: one way is thick, and it ends at the gate that decides."""

import pytest
from tests.figures.turning import corners, drawn, said

from parley.models.use_of_force import ATTACK, CLAIM, CONSENT, COUNCIL, gate

PLACES = ("consent", "council", "defence", "disputed", "ban")
SOME = corners("use-of-force")[::5]


def told(values):
    """Return the gate that the model gives for values of the sliders."""
    return gate(
        CONSENT[values["consent"]],
        COUNCIL[values["council"]],
        ATTACK[values["attack"]],
        bool(values["fits"]),
        CLAIM[values["claim"]],
    )


@pytest.mark.parametrize("values", SOME)
def test_the_star_stands_at_the_gate_of_the_model(values):
    figure, place = drawn("use-of-force", **values), PLACES.index(told(values))
    assert figure.data[-1].y[0] == -place
    thick = [trace for trace in figure.data if trace.mode == "lines" and trace.line.width == 5]
    assert len(thick) == place + 1
    bold = [note.text for note in figure.layout.annotations if "<b>" in note.text]
    assert len(bold) == 1
    assert bold[0].startswith(("<b>lawful", "<b>contested", "<b>forbidden"))


def test_words_at_the_start():
    words = said("use-of-force")
    assert words.startswith("Asked in order: consent withdrawn or exceeded; a draft failed")
    assert "Forbidden: no gate opens." in words


def test_only_what_is_asked_is_said():
    words = said("use-of-force", consent=2)
    assert words.startswith("Asked in order: consent, kept to. Lawful, by consent.")


def test_an_answer_that_goes_too_far_is_named_where_there_is_an_attack():
    assert "goes on, but you go too far" in said("use-of-force", attack=2, fits=0)
    assert "too far" not in said("use-of-force", attack=1, fits=0)
    assert "Lawful, in self-defence." in said("use-of-force", attack=2)


def test_a_disputed_claim_is_named_as_that():
    words = said("use-of-force", claim=2)
    assert "mass killing must be stopped. Contested:" in words
    assert "Some States hold that this claim is enough, others deny it." in words
