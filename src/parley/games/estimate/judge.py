"""What answers are worth by the key, and what a review says of them."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from parley.errors import ParleyError
from parley.games.estimate.rules import to_answer, to_move
from parley.games.estimate.scoring import FULL, SURE, Scale
from parley.games.estimate.state import Answer, Claim, Ruling, Source, State
from parley.games.estimate.words import quoted, say_answer, say_right
from parley.games.form import Telling
from parley.games.game import Move, Picture
from parley.games.words import capital


class DeskValues:
    """What answers are worth, in hundredths of a point.

    Parameters
    ----------
    scale : Scale
        The answers and what they cost.
    key : mapping of str to Ruling
        The ruling on each claim.
    """

    def __init__(self, scale: Scale, key: Mapping[str, Ruling]) -> None:
        self.scale = scale
        self.key = key

    def ruling(self, claim: Claim) -> Ruling:
        """Return what the key says of a claim.

        Raises
        ------
        ParleyError
            If the key says nothing of it.
        """
        if claim.slug not in self.key:
            raise ParleyError(
                f"The key has no entry {claim.slug!r:.60}, which was drawn. Add it to the key."
            )
        return self.key[claim.slug]

    def best(self, state: State) -> float:
        """Return the points of right answers without doubt to all claims that are left."""
        return float(FULL * len(state.left))

    def value(self, state: State, move: Move) -> float:
        """Return the points expected with an answer, and right ones after it."""
        return self.best(state) - float(self._loss(state.claim, to_answer(move)))

    def losses(self, state: State, move: Move) -> dict[str, float]:
        """Return what an answer gave away, by aspect; see `parley.games.estimate.scoring`."""
        return self._losses(state.claim, to_answer(move))

    def advise(self, state: State) -> tuple[Move, float]:
        """Return the right answer without doubt, and what it is worth."""
        right = to_move(state.claim, self.ruling(state.claim).answer, SURE)
        return right, self.best(state)

    def floor(self, state: State) -> float:
        """Return what one gives away who knows nothing of the claims that are left.

        It adds up as the losses of such answers do, so that they mark 0 to the last digit.
        """
        nothing = Answer(self.scale.answers[0], self.scale.lowest)
        return sum(sum(self._losses(claim, nothing).values()) for claim in state.left)

    def points(self, state: State) -> int:
        """Return the points of the answers so far, also where the desk does not show them."""
        losses = sum((self._loss(*pair) for pair in state.judged), Fraction(0))
        return round(FULL * len(state.answers) - losses)

    def _losses(self, claim: Claim, answer: Answer) -> dict[str, float]:
        key = self.ruling(claim).answer
        parts = self.scale.split(key, answer.verdict, answer.confidence)
        return {aspect: float(lost) for aspect, lost in parts.items()}

    def _loss(self, claim: Claim, answer: Answer) -> Fraction:
        return self.scale.loss(self.ruling(claim).answer, answer.verdict, answer.confidence)


def values(numbers: Scale, content: Any) -> DeskValues:
    """Return the values of a desk from its key.

    Parameters
    ----------
    numbers : Scale
        The answers and what they cost.
    content : dict
        For each claim by its id ``answer``, ``why``, and ``sources``: pairs of a short and a full
        form.

    Returns
    -------
    DeskValues
        The values.
    """
    return DeskValues(numbers, {slug: _ruling(entry) for slug, entry in content.items()})


def tell(found: DeskValues, before: State, move: Move, after: State) -> Telling:
    """Return what a review says of an answer."""
    variant, claim, answer = before.variant, before.claim, to_answer(move)
    ruling = found.ruling(claim)
    label = variant.words.label(ruling.answer)
    short = answer.confidence < SURE or answer.verdict != ruling.answer
    sure = ", without doubt" if short else ""
    return Telling(
        move=capital(say_answer(variant, answer)),
        package=quoted(claim),
        known_then=claim.origin,
        best_move=f"“{capital(label)}”{sure}",
        known_now=f"The key says “{label}”. {ruling.why}{_cited(ruling.sources)}",
        why=_why(found.scale, ruling.answer, answer),
    )


def answers(found: DeskValues, state: State) -> list[tuple[int, float]]:
    """Return each answer so far as its confidence, in percent, and how right it was, 0 to 1."""
    return [(answer.confidence, _credit(found, claim, answer)) for claim, answer in state.judged]


def gather(desks: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the pictures of several desks as one, so that small desks add up.

    Parameters
    ----------
    desks : iterable of mapping
        The data of `picture`, one for each desk.

    Returns
    -------
    dict
        The same fields for all of them.
    """
    every = list(desks)
    return {
        "answers": [pair for desk in every for pair in desk["answers"]],
        "lowest": min((desk["lowest"] for desk in every), default=0),
        "desks": sum(desk["desks"] for desk in every),
    }


def picture(found: DeskValues, states: Sequence[State], moves: Sequence[Move]) -> Picture | None:
    """Return the calibration of a desk: how sure its answers were, and how right."""
    data = {"answers": answers(found, states[-1]), "lowest": found.scale.lowest, "desks": 1}
    return "calibration", data


def _ruling(entry: Mapping[str, Any]) -> Ruling:
    return Ruling(entry["answer"], entry["why"], entry["sources"])


def _cited(sources: Sequence[Source]) -> str:
    """Return the sources in full, with a number before each where there are several."""
    several = len(sources) > 1
    listed = (f"({n}) {full}" if several else full for n, (_, full) in enumerate(sources, 1))
    return f" Sources: {' '.join(listed)}" if sources else ""


def _credit(found: DeskValues, claim: Claim, answer: Answer) -> float:
    return float(found.scale.credit(found.ruling(claim).answer, answer.verdict))


def _why(scale: Scale, key: str, answer: Answer) -> str:
    """Say in one sentence why an answer was worth what it was."""
    right, sure = say_right(scale, key, answer.verdict), answer.confidence
    if right == "right":
        return "Right, and without doubt" if sure == SURE else "Right; more confidence was due"
    costs = scale.split(key, answer.verdict, sure)
    too_sure = sure > _fitting(scale, key, answer.verdict)
    heavy = ", and you were surer of it than it deserved" if too_sure else ""
    sides = {name for name, cost in costs.items() if cost and name != "confidence"}
    return f"{capital(right)}: {_SIDES[sides.pop()]}{heavy}"


def _fitting(scale: Scale, key: str, answer: str) -> int:
    """Return the confidence at which an answer costs least."""
    every = range(scale.lowest, SURE + 1)
    return min(every, key=lambda confidence: scale.loss(key, answer, confidence))


_SIDES = {
    "trusting": "you trusted it more than the sources do",
    "doubting": "you doubted it more than the sources do",
    "checkable": "the question was first whether it can be checked at all",
}
