"""A small exercise in turns for tests: three turns, two types, every part of the form used once."""

from copy import deepcopy

from parley.record import PRACTICE, Header
from parley.scenario.turns import TurnsScenario

PLAIN = {
    "exercise": "small",
    "version": 1,
    "game": "turns",
    "module": "05",
    "title": "Small",
    "minutes": 1,
    "summary": "For tests.",
    "assumptions": "All of it.",
    "sources": ["None."],
    "names": [{"they": "Letha"}],
    "they": "{they}",
    "brief": {"situation": ["{They} watches."], "task": ["Keep calm."]},
    "terms": {"turns": 3, "turn": "week", "belief": 10, "about": "greedy"},
    "types": {
        "greedy": {"label": "greedy", "text": "Wants more."},
        "afraid": {"label": "afraid", "text": "Fears you."},
    },
    "dials": {"edge": {"range": [1, 3]}},
    "cards": {
        "calm": {"label": "a calm week", "text": "Nothing.", "odds": 3},
        "storm": {"label": "a storm", "text": "Rain.", "odds": 1},
    },
    "tracks": {
        "heat": {"label": "Heat", "text": "Tension.", "range": [0, 4], "start": "$edge"},
        "used": {"range": [0, 1], "start": 0},
        "post": {"label": "Posture", "text": "Set by you.", "range": [0, 3], "start": 1},
    },
    "derived": {
        "load": {"label": "Load", "text": "Heat twice and posture.", "sum": {"heat": 2, "post": 1}},
        "least": {"label": "Least", "text": "The lower one.", "lowest": ["heat", "post"]},
    },
    "acts": {
        "wait": {"label": "wait", "text": "Do nothing."},
        "talk": {
            "label": "talk",
            "cost": 0.5,
            "when": {"used": 0},
            "does": [{"add": {"heat": -2}, "set": {"used": 1}}],
        },
        "post": {
            "label": "set posture",
            "cost": 1,
            "fields": [{"label": "Posture", "sets": "post", "reach": 1}],
            "does": [{"add": {"heat": 1}, "when": {"post": ">=2"}}],
            "breach": {"says": "UN Charter, art. 2(4): no threat.", "when": {"post": 3}},
        },
    },
    "signs": {
        "still": {"label": "still", "text": "It is still."},
        "push": {"label": "a push", "text": "They push.", "cost": 2, "does": {"heat": 1}},
        "war": {"label": "war", "text": "War.", "cost": 20, "ends": "war"},
    },
    "odds": [
        {"types": ["greedy"], "when": {"post": 0}, "odds": {"still": 1, "push": 2, "war": 1}},
        {"types": ["afraid"], "any": [{"post": ">=2"}, {"card": "storm"}], "odds": {"push": 1}},
        {"odds": {"still": 2, "push": 1}},
    ],
    "drift": [{"add": {"heat": 1}, "when": {"turn": 2}}],
    "upkeep": [{"label": "Heat", "level": "heat", "over": 2, "each": 0.5}],
    "breaks": [{"when": {"load": ">=10"}, "ends": "boil", "cost": 5}],
    "end": [
        {"label": "Heat left", "level": "heat", "over": 1, "each": 3, "types": ["afraid"]},
        {"label": "Weak", "when": {"least": 0}, "cost": 8, "percent": 25, "types": ["greedy"]},
    ],
    "ends": {"end": "Over.", "war": "War.", "boil": "It boiled over."},
    "passive": "wait",
    "soft": ["talk"],
    "hard": [{"act": "post", "post": 3}],
    "criteria": {
        "belief": {"label": "Belief", "moves": ["belief"]},
        "acts": {"label": "Acts", "moves": ["wait", "talk", "post"]},
    },
    "profiles": {
        "practice": [
            {"id": "p1", "odds": {"greedy": 1, "afraid": 2}, "dials": {"edge": 2}},
            {"id": "p2", "odds": {"greedy": 3, "afraid": 1}, "dials": {"edge": 1}},
        ]
    },
}


def scenario(**changed):
    """Return the small exercise, some of its fields changed."""
    return TurnsScenario.model_validate(deepcopy(PLAIN) | changed)


def header(trainee="ada"):
    """Return the header of a practice attempt at it."""
    return Header("small", 1, 1, trainee, "", PRACTICE, 1)


def dealt(hidden=0, profile=0, **changed):
    """Return a variant of the small exercise."""
    found = scenario(**changed)
    return found.deal(header(), found.profiles.practice[profile], hidden, "play")
