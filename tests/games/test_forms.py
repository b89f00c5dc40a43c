"""The two forms of positions are parallel: as difficult, with the same kinds of best moves."""

from random import Random
from statistics import correlation, mean

import pytest

from parley import scenario
from parley.games import family
from parley.marking import mark, mark_part, solved_for
from parley.play import begin
from parley.record import PRACTICE, Header

FORMS = ("first-positions", "last-positions")
SKILLS = [one / 125 for one in range(101)]


def begun(form, trainee="ada"):
    found = scenario.load(form)
    return begin(Header(form, found.version, found.rules, trainee, "", PRACTICE, 1))


def values_of(play, part):
    return solved_for(play, part).values(part.draw.profile)


def answered(form, trainee, noise):
    """Return the mark of somebody who makes so many decisions at random."""
    play, rng = begun(form, trainee), Random(f"{form} {trainee}")
    for part in play.parts.values():
        state = part.states[0]
        random = rng.random() < noise
        best = values_of(play, part).advise(state)[0]
        move = part.game.POLICIES["random"](state, rng) if random else best
        play = play.with_part(part.after(move))
    return mark(play).mark


def test_they_share_no_position_and_no_profile_of_a_pair():
    forms = [scenario.load(form).positions for form in FORMS]
    assert len(forms[0]) == len(forms[1]) == 6
    for first, last in zip(*forms, strict=True):
        assert first.exercise == last.exercise
        assert first.position.split("-")[0] != last.position.split("-")[0]


def test_each_pair_has_one_kind_of_best_move_and_one_difficulty():
    plays = [begun(form) for form in FORMS]
    by_chance = [], []
    for pair in zip(*(play.parts.values() for play in plays), strict=True):
        kinds = [
            values_of(play, part).advise(part.states[0])[0]["kind"]
            for play, part in zip(plays, pair, strict=True)
        ]
        assert kinds[0] == kinds[1]
        for marks, play, part in zip(by_chance, plays, pair, strict=True):
            marks.append(chance_mark(play, part))
        assert by_chance[0][-1] == pytest.approx(by_chance[1][-1], abs=6)
    assert mean(by_chance[0]) == pytest.approx(mean(by_chance[1]), abs=3)


def chance_mark(play, part):
    """Return the mean mark of random answers to a position."""
    rng, state = Random(part.draw.position), part.states[0]
    random, solved = part.game.POLICIES["random"], solved_for(play, part)
    return mean(mark_part(part.after(random(state, rng)), solved, 1.0).mark for _ in range(200))


def test_whoever_does_well_on_one_does_well_on_the_other():
    first, last = (
        [answered(form, f"trainee {one}", skill) for one, skill in enumerate(SKILLS)]
        for form in FORMS
    )
    assert correlation(first, last) > 0.4


def test_nothing_is_reviewed_before_the_last_answer(tmp_path):
    from parley.session import open_session

    session = open_session(FORMS[0], tmp_path, "ada")
    names = list(session.play.parts)
    for name in names[:-1]:
        session.select(name)
        part = session.play.part(name)
        session.move(values_of(session.play, part).advise(part.states[0])[0])
        assert session.review_view() is None
    session.select(names[-1])
    part = session.play.part(names[-1])
    session.move(values_of(session.play, part).advise(part.states[0])[0])
    assert session.review_view()["summary"]["mark"] == "100.0"
    session.select(names[0])
    assert session.review_view()["figure"] is None or session.review_view()["rows"]


def test_the_passive_player_marks_0():
    for form in FORMS:
        play = begun(form)
        for part in play.parts.values():
            passive = family(scenario.load(part.draw.exercise).game).POLICIES["passive"]
            play = play.with_part(part.after(passive(part.states[0], Random(0))))
        assert mark(play).mark == 0
