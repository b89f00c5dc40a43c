"""The grid of what each choice gave away: the picture, and the same in words."""

from parley.figures.value_grid import describe, value_grid

TURNS = {
    "title": "What each act gave away, turn by turn",
    "x_title": "turn",
    "y_title": "",
    "x": ["1", "2"],
    "y": ["Wait", "Talk", "Patrol"],
    "short": [[-3.0, 0.0], [0.0, None], [-1.25, -2.0]],
    "chosen": [[0, 2], [1, 0]],
    "best": [[0, 1], [1, 0]],
}


def test_cells_hold_what_was_given_away_and_say_it():
    grid = value_grid(TURNS).data[0]
    assert [list(row) for row in grid.z] == [[3.0, 0.0], [0.0, None], [1.25, 2.0]]
    assert list(grid.text[2]) == ["−1.25", "−2"]
    assert grid.text[1][1] == ""


def test_your_choice_and_the_best_one_are_marked():
    drawn = {trace.name: trace for trace in value_grid(TURNS).data if trace.name}
    assert list(drawn["your choice"].x) == [0, 1]
    assert list(drawn["your choice"].y) == [2, 0]
    assert list(drawn["the best"].y) == [1, 0]
    assert drawn["the best"].marker.symbol != drawn["your choice"].marker.symbol


def test_words_say_each_choice_and_how_far_it_fell_short():
    assert describe(TURNS) == (
        "What each act gave away, turn by turn. turn 1, Patrol: 1.25 points short of Talk. "
        "turn 2, Wait: the best choice."
    )


def test_words_name_both_sides_of_a_grid_of_fields():
    fields = TURNS | {
        "x_title": "Posture",
        "y_title": "Message",
        "chosen": [[0, 2]],
        "best": [[1, 0]],
    }
    assert describe(fields).endswith(
        "Posture 1, Message Patrol: 1.25 points short of Posture 2, Message Wait."
    )


def test_the_picture_reads_from_the_top_and_has_titles():
    layout = value_grid(TURNS).layout
    assert layout.yaxis.range == (2.5, -0.5)
    assert layout.title.text.startswith("What each act gave away")
    assert list(layout.xaxis.ticktext) == ["1", "2"]
