"""What theory says of a small domain, by brute force in fractions from the definitions."""

from fractions import Fraction
from itertools import product


def points(domain):
    """Return the utilities of every outcome of a domain, given as plain data, as fractions."""
    tables = []
    for issue in domain["issues"]:
        sides = []
        for side in (0, 1):
            weight = Fraction(str(issue["weights"][side]))
            worth = [Fraction(option["evaluations"][side]) for option in issue["options"]]
            largest = max(worth)
            sides.append([weight * one / largest if largest else Fraction(0) for one in worth])
        tables.append(list(zip(*sides, strict=True)))
    return [tuple(map(sum, zip(*chosen, strict=True))) for chosen in product(*tables)]


def analysis(everything, leave):
    """Return the fields of an analysis of points, of which each is one outcome."""
    rational = [p for p in everything if p[0] >= leave[0] and p[1] >= leave[1]]
    gains = [(p[0] - leave[0], p[1] - leave[1]) for p in rational]
    ideal = tuple(max((gain[side] for gain in gains), default=0) for side in (0, 1))

    def shares(gain):
        return [got / best if best else Fraction(1) for got, best in zip(gain, ideal, strict=True)]

    def named(score):
        best = max(map(score, gains), default=None)
        found = {p for p, gain in zip(rational, gains, strict=True) if score(gain) == best}
        return rounded(found)

    distinct = set(everything)
    frontier = {
        p for p in distinct if not any(q[0] >= p[0] and q[1] >= p[1] and q != p for q in distinct)
    }
    return {
        "outcomes": len(everything),
        "individually_rational": len(rational),
        "disagreement": tuple(float(round(one, 6)) for one in leave),
        "pareto": rounded(frontier),
        "nash": named(lambda gain: gain[0] * gain[1]),
        "kalai_smorodinsky": named(lambda gain: min(shares(gain))),
        "egalitarian": named(min),
        "utilitarian": named(sum),
        "agreement_possible": bool(rational),
    }


def rounded(found):
    """Return points as floats to six decimal places, sorted."""
    return tuple(sorted({(float(round(a, 6)), float(round(b, 6))) for a, b in found}))
