"""The figures that turn, and their sliders."""

from parley.figures.likelihood_words import WORDS
from parley.panel.slider import Slider, choice
from parley.panel.sliders_of_data import DATA

__all__ = ["FIGURES", "Slider"]

FIGURES: dict[str, tuple[Slider, ...]] = {
    "five-kinds": (
        choice(
            "harm",
            "What comes to the other side",
            ("no harm, whatever they answer", "harm, if they do not comply", "harm now"),
            1,
        ),
        choice("joins", "They take part, and may say no", ("no", "yes")),
        choice("acts", "They must", ("only hold still", "act: stop, undo or give")),
        choice("ends", "The harm ends when they give in", ("no", "yes"), 1),
    ),
    "use-of-force": (
        choice(
            "consent",
            "The government of that State",
            ("does not agree", "agreed, and takes it back", "agreed, and you keep to it"),
            1,
        ),
        choice(
            "council",
            "The Security Council",
            ("has decided nothing", "voted, and the draft failed", "authorised this"),
            1,
        ),
        choice(
            "attack",
            "An armed attack",
            (
                *("does not occur", "is over", "on your State goes on"),
                *("on an ally that has not asked", "on an ally that asks"),
            ),
            1,
        ),
        choice("fits", "Your answer", ("goes too far", "is needed and in proportion"), 1),
        choice(
            "claim",
            "Besides, you say",
            (
                *("nothing", "we rescue our nationals", "we stop mass killing"),
                *("their State cannot stop this group", "our regional body decided"),
            ),
        ),
    ),
    "attack-hour": (
        choice(
            "target", "The target", ("civilian", "military, not verified", "military, verified"), 2
        ),
        choice("weapon", "At hand is", ("a heavy bomb", "a guided bomb")),
        Slider("hour", "Hour of the attack", 9, 22, 1, 10, "o'clock"),
        Slider("leaves", "The target leaves at", 10, 23, 1, 20, "o'clock"),
        Slider("most", "Excessive is more than", 0, 50, 1, 20, "deaths"),
    ),
    "zone": (
        Slider("least", "The side that asks signs no less than", 0, 24, 1, 8, "km"),
        Slider("most", "The side that gives signs no more than", 0, 24, 1, 14, "km"),
        Slider("ask", "First offer of the side that asks", 0, 24, 1, 20, "km"),
        Slider("give", "First offer of the side that gives", 0, 24, 1, 4, "km"),
    ),
    "logrolling": (
        Slider("own", "Worth of the road to you", 0, 100, 5, 80, "points"),
        Slider("theirs", "Worth of the road to them", 0, 100, 5, 20, "points"),
        Slider("road", "Your share of the road", 0, 100, 10, 50, "%"),
        Slider("posts", "Your share of the observer posts", 0, 100, 10, 50, "%"),
    ),
    "rubinstein": (
        Slider("first", "Patience of the first mover", 50, 99, 1, 90, "%"),
        Slider("second", "Patience of the second mover", 50, 99, 1, 90, "%"),
        Slider("rounds", "Rounds until the talks end", 1, 30, 1, 9),
    ),
    "bargaining-range": (
        Slider("win", "A wins a war with probability", 5, 95, 1, 60, "%"),
        Slider("cost_a", "War costs A", 1, 50, 1, 10, "%"),
        Slider("cost_b", "War costs B, in truth", 1, 50, 1, 20, "%"),
        Slider("greatest", "The greatest cost that A thinks B may have", 2, 80, 1, 40, "%"),
        Slider("demand", "A demands", 0, 100, 1, 75, "%"),
    ),
    "critical-risk": (
        Slider("win", "Winning is worth", 5, 20, 1, 10, "points"),
        Slider("concede", "Giving way is worth", -4, 4, 1, 2, "points"),
        Slider("war", "War is worth", -60, -5, 1, -30, "points"),
        Slider("risk", "Risk of war in each step", 1, 20, 1, 5, "%"),
        Slider("steps", "Steps taken", 1, 20, 1, 13),
    ),
    "threat-tree": (
        Slider("prior", "A is resolved with probability", 5, 90, 5, 25, "%"),
        Slider("loss", "War costs B", 0.5, 5, 0.5, 2),
        Slider("audience", "Backing down costs A", 0.1, 2, 0.1, 0.5),
    ),
    "security-dilemma": (
        Slider("betrayed", "Loss if you trust and they arm", 0.5, 5, 0.5, 3, "points"),
        Slider("wasted", "Loss if you arm and they do not", 0.2, 1.8, 0.2, 1, "points"),
        Slider("trust", "Your trust that they want only security", 0, 100, 5, 60, "%"),
        choice("apart", "Arms for attack and for defence", ("look alike", "can be told apart")),
    ),
    "preventive-war": (
        Slider("win", "A wins a war now with probability", 50, 95, 1, 80, "%"),
        Slider("later", "A wins a war later with probability", 5, 95, 1, 45, "%"),
        Slider("patience", "Patience", 50, 98, 1, 90, "%"),
        Slider("cost_a", "War costs A", 0, 50, 1, 10, "%"),
        Slider("cost_b", "War costs B", 0, 50, 1, 10, "%"),
    ),
    "audience-costs": (
        Slider("rate_a", "Each day adds to A's cost of backing down", 2, 40, 1, 10, "%"),
        Slider("rate_b", "Each day adds to B's cost of backing down", 2, 40, 1, 20, "%"),
        Slider("worst", "War costs the least willing", 50, 300, 10, 200, "%"),
        Slider("day", "Day of the crisis", 0, 40, 1, 3),
    ),
    "perfect-deterrence": (
        Slider("status_quo", "The status quo is worth to the challenger", 0, 90, 5, 60, "points"),
        Slider("conflict", "A fight is worth to the challenger", -100, 50, 5, 0, "points"),
        Slider("credibility", "The defender fights with probability", 0, 100, 5, 30, "%"),
    ),
    "reassurance": (
        Slider("honest", "Trust is worth to who wants only security", 0.5, 5, 0.5, 3, "points"),
        Slider("other", "Trust is worth to who wants more", 0.5, 5, 0.5, 1.5, "points"),
        Slider("cost", "The signal costs", 0, 6, 0.25, 1, "points"),
        Slider("trust", "Trust before the signal", 0, 100, 5, 30, "%"),
        Slider("needed", "Trust that is needed", 10, 90, 5, 50, "%"),
    ),
    "dissatisfaction": (
        Slider("power", "Power: A wins a war with probability", 0, 100, 1, 70, "%"),
        Slider("benefits", "Benefits: A has today", 0, 100, 1, 40, "%"),
        Slider("cost_a", "War costs A", 1, 50, 1, 10, "%"),
        Slider("cost_b", "War costs B", 1, 50, 1, 15, "%"),
    ),
    "repeated-game": (
        Slider("temptation", "To break it alone is worth", 4.5, 10, 0.5, 5, "points"),
        Slider("reward", "That both keep it is worth", 2, 4, 0.5, 3, "points"),
        Slider("punishment", "That both break it is worth", 0.5, 1.5, 0.5, 1, "points"),
        Slider("patience", "Patience: a payoff keeps, each round", 0, 98, 1, 70, "%"),
    ),
    "tying-hands": (
        Slider("tough", "The challenger is tough with probability", 5, 95, 5, 40, "%"),
        Slider("win", "The defender wins a war with probability", 45, 95, 5, 60, "%"),
        Slider("cost", "War costs the defender", 5, 40, 1, 30, "%"),
    ),
    "richardson": (
        Slider("fear_a", "Fear: A adds for each unit of B", 0, 1.5, 0.1, 0.4),
        Slider("fear_b", "Fear: B adds for each unit of A", 0, 1.5, 0.1, 0.5),
        Slider("burden_a", "Burden: A drops for each unit of its own", 0.1, 1.5, 0.1, 0.8),
        Slider("burden_b", "Burden: B drops for each unit of its own", 0.1, 1.5, 0.1, 0.9),
        Slider("grievance", "Grievance: A adds in any case", 0.1, 0.5, 0.1, 0.2),
    ),
    "inspection": (
        Slider("gain", "An undetected violation is worth", 1, 10, 1, 2, "points"),
        Slider("penalty", "A detected violation costs", 1, 10, 1, 8, "points"),
        Slider("caught", "A violation is detected with probability", 0, 100, 5, 15, "%"),
        Slider("periods", "Periods of the season", 1, 10, 1, 5),
        Slider("inspections", "Inspections in the season", 0, 10, 1, 2),
    ),
    "burden-sharing": (
        Slider("taste", "Weight of the common good", 10, 60, 5, 30, "%"),
        Slider("middle", "Wealth of the middle ally", 1, 100, 1, 80, "units"),
        Slider("small", "Wealth of the small ally", 1, 50, 1, 10, "units"),
    ),
    "two-level-games": (
        Slider("home", "Ratified at home: no less for us than", 0, 100, 1, 60, "%"),
        Slider("foreign", "Ratified abroad: no more for us than", 0, 100, 1, 75, "%"),
        Slider("doubt", "Doubt about the limit abroad", 0, 30, 1, 10, "points"),
    ),
    "two-thresholds": (
        Slider("greedy", "The rival is greedy with probability", 5, 95, 5, 50, "%"),
        Slider("enough", "A greedy rival respects a posture of", 10, 90, 5, 70),
        Slider("bears", "A frightened rival bears a posture of", 10, 90, 5, 30),
        Slider("notice", "Notice and talks: it bears so much more", 0, 80, 5, 10),
        Slider("doubt", "Each number may be wrong by", 5, 30, 5, 15),
    ),
    "third-party-guarantee": (
        Slider("gain", "A settlement that is kept is worth", 1, 10, 1, 4, "points"),
        Slider("loss_government", "If broken, it costs the government", 1, 20, 1, 4, "points"),
        Slider("loss_rebels", "If broken, it costs the rebels", 1, 20, 1, 12, "points"),
        Slider("guarantee", "It is kept with probability", 0, 100, 5, 60, "%"),
    ),
    "voting-power": (
        choice(
            "body",
            "Who votes",
            ("UN Security Council", "EEC Council, 1958", "an invented pact of five"),
        ),
        Slider("shift", "Weight needed, beyond the rule", -3, 5, 1, 0),
    ),
    "cost-sharing": (
        Slider("liaison", "A runway for liaison aircraft alone", 1, 30, 1, 8, "millions"),
        Slider("transport", "A runway for transport aircraft alone", 1, 30, 1, 11, "millions"),
        Slider("patrol", "A runway for patrol aircraft alone", 1, 30, 1, 13, "millions"),
        Slider("tanker", "A runway for tanker aircraft alone", 1, 30, 1, 18, "millions"),
    ),
    "crisis-games": (
        choice(
            "order_a",
            "A orders the ends as in",
            ("prisoner's dilemma", "chicken", "stag hunt", "deadlock"),
            1,
        ),
        choice(
            "order_b",
            "B orders the ends as in",
            ("prisoner's dilemma", "chicken", "stag hunt", "deadlock"),
            1,
        ),
        Slider("worst", "The worst end is worth, to each", -20, 1, 1, 1, "points"),
    ),
    "interrupted-series": (
        Slider("trend", "Each month adds, before the hotline", -0.8, 0.8, 0.1, -0.6),
        Slider("step", "The hotline adds at once", -30, 10, 1, 0),
        Slider("change", "Each month adds besides, after it", -0.6, 0.6, 0.1, 0.0),
        Slider("chance", "Strength of chance", 0, 3, 0.5, 1.5),
    ),
    "survival": (
        Slider("risk", "War returns within ten years, without peacekeepers", 5, 90, 1, 40, "%"),
        Slider("ratio", "Hazard with peacekeepers, of that without", 10, 150, 1, 73, "%"),
        Slider("years", "Years for which one looks", 4, 20, 1, 12, "years"),
        Slider("at", "Year to read", 1, 20, 1, 8),
    ),
    "bargaining-solutions": (
        Slider("apart", "How far their weights lie from yours", 0, 100, 5, 100, "%"),
        Slider("own_leave", "Without agreement you have", 0, 80, 1, 35, "points"),
        Slider("their_leave", "Without agreement they have", 0, 80, 1, 10, "points"),
    ),
    "relief-gap": (
        Slider("growth", "Civilian relief grows each day by", 3, 10, 1, 5, "points"),
        Slider("lift", "Soldiers can meet, each day", 10, 90, 10, 40, "%"),
        Slider("arrive", "Soldiers begin on day", 1, 20, 1, 3),
        Slider("leave", "Soldiers leave on day", 4, 30, 1, 20),
    ),
    "civil-military-network": (
        choice(
            "situation",
            "Situation",
            (
                "a disaster in peace",
                "a war with a UN mission",
                "a war that an alliance fights",
            ),
            1,
        ),
        choice("question", "Question", ("who may task whom", "what may be shared with whom")),
        choice(
            "actor",
            "Look from",
            (
                *("the capitals", "the head of mission", "the force commander"),
                *("the CIMIC staff", "the CMCoord officer", "the humanitarian coordinator"),
                *("the host state", "the aid agencies", "the armed group"),
            ),
            4,
        ),
    ),
    "armed-escorts": (
        Slider("risk", "Risk of a convoy where nobody has an escort", 1, 30, 1, 10, "%"),
        Slider("cut", "An escort takes away, of its own convoy's risk", 10, 90, 5, 50, "%"),
        Slider("spill", "Each escort adds to the risk of all", 0.0, 2.0, 0.1, 1.0, "points"),
        Slider("escorted", "Convoys with an escort, of 20", 0, 20, 1, 6),
    ),
    "two-groups": (
        Slider("apart", "Distance of the two averages, in standard deviations", 0.1, 2.0, 0.1, 0.5),
        Slider("people", "People of each group who are averaged", 1, 100, 1, 25),
    ),
    "skill-fade": (
        Slider("half", "Half of a new skill is lost in", 8, 104, 1, 28, "weeks"),
        Slider("refreshers", "Refreshers in the year, at equal distances", 0, 6, 1, 2),
        Slider("gain", "Each refresher makes it last longer by", 0, 100, 10, 50, "%"),
        Slider("needed", "The post needs", 40, 95, 5, 70, "%"),
    ),
    "carry-over": (
        Slider("hold", "A day is good after a good one in", 0, 100, 5, 90, "%"),
        Slider("recover", "A day is good after a bad one in", 0, 100, 5, 30, "%"),
    ),
    "likelihood-words": (
        Slider("chance", "You believe", 0, 100, 1, 65, "%"),
        choice("said", "You write", WORDS, 3),
    ),
    "sealed-message": (
        choice(
            "way",
            "On the way",
            (
                *("nothing happens", "a stranger reads along", "a word is changed"),
                *("a stranger writes in your name", "an old message is sent again"),
                "your message is held back",
            ),
            2,
        ),
        choice("signed", "You sign", ("no", "yes")),
        choice("sealed", "You seal", ("no", "yes")),
        choice("numbered", "They compare the number", ("no", "yes")),
    ),
    "answer-in-time": (
        Slider("way", "A message takes, one way", 0, 12, 0.5, 6, "hours"),
        Slider("decide", "The other side needs to answer", 0.5, 12, 0.5, 3, "hours"),
        Slider("step", "Chance that a side acts, each hour", 1, 20, 1, 5, "%"),
        Slider("silent", "Chance that nobody answers", 0, 100, 5, 10, "%"),
    ),
    "planted-traces": (
        Slider("prior", "Belief before any trace", 10, 90, 5, 50, "%"),
        Slider("strength", "A trace makes it likelier, by a factor of", 2, 6, 1, 3),
        Slider("traces", "Traces that another could have planted", 0, 8, 1, 4),
        Slider("planted", "Another would plant such traces, with", 0, 50, 5, 10, "%"),
        Slider("sealed", "Traces that only the state could leave", 0, 3, 1, 0),
    ),
    "forecast-score": (
        Slider("chance", "You believe that it comes with", 0, 100, 5, 70, "%"),
        Slider("said", "You say", 0, 100, 5, 90, "%"),
        Slider("base", "Base rate", 0, 100, 5, 50, "%"),
    ),
    **DATA,
}
