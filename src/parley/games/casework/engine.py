"""The rule engine: rules in order, conditions on coded facts, and the first rule that holds.

A rule holds where all its conditions do and, if it has alternatives, at least one of these too.
The first rule that holds decides; rules further down are not asked.  Where the order of rules
follows the law, as an exception that stands before what it is an exception to, the scenario says
so in its rules' texts.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import ge, gt, le, lt

Value = bool | int | str
Facts = Mapping[str, Value]
Domains = Mapping[str, frozenset[Value]]

SIGNS = {">=": ge, "<=": le, ">": gt, "<": lt}
"""How a number is compared; without a sign, it must be one of the values."""


@dataclass(frozen=True)
class Condition:
    """What must be true of one fact: one of the values or, with a sign, on that side of the value.

    Examples
    --------
    >>> Condition("troops", (13000,), ">=").met(12999)
    False
    >>> Condition("status", ("open", "closed")).met("open")
    True
    """

    fact: str
    values: tuple[Value, ...]
    sign: str = ""

    def met(self, value: Value) -> bool:
        """Tell whether a value meets the condition."""
        if self.sign:
            return SIGNS[self.sign](value, self.values[0])
        return any(value == one and type(value) is type(one) for one in self.values)


@dataclass(frozen=True)
class Rule:
    """One rule: what it says and where it stands, when it holds, and what it decides.

    Parameters
    ----------
    slug, label, text, source : str
        Its name in a move, the name of its card, what it says, and where it stands.
    decision : str
        What is right where it decides.
    when : tuple of Condition
        All of these must be met.
    either : tuple of tuple of Condition
        And all of at least one of these, if there are any.
    barred : tuple of str
        Decisions that break the law where this rule decides.
    article : str
        What is then said: the article, and what was done.
    """

    slug: str
    label: str
    text: str
    source: str
    decision: str
    when: tuple[Condition, ...] = ()
    either: tuple[tuple[Condition, ...], ...] = ()
    barred: tuple[str, ...] = ()
    article: str = ""

    def holds(self, facts: Facts) -> bool:
        """Tell whether the rule holds on these facts; every fact that it names is among them."""
        if not _all_met(self.when, facts):
            return False
        return not self.either or any(_all_met(some, facts) for some in self.either)

    @property
    def named(self) -> tuple[str, ...]:
        """The facts on which the rule depends."""
        every = (*self.when, *(one for some in self.either for one in some))
        return tuple(dict.fromkeys(condition.fact for condition in every))


def deciding(rules: Sequence[Rule], facts: Facts) -> Rule:
    """Return the rule that decides: the first that holds.

    Parameters
    ----------
    rules : sequence of Rule
        The rules in order; the last has no condition.
    facts : mapping of str to bool, int or str
        The value of every fact.

    Returns
    -------
    Rule
        The rule.

    Raises
    ------
    LookupError
        If no rule holds, which cannot be where the last has no condition.

    Examples
    --------
    >>> one = Rule("one", "", "", "", "no", (Condition("armed", (True,)),))
    >>> rest = Rule("rest", "", "", "", "yes")
    >>> deciding((one, rest), {"armed": False}).slug
    'rest'
    """
    for rule in rules:
        if rule.holds(facts):
            return rule
    raise LookupError("no rule holds on these facts")


def unreachable(rules: Sequence[Rule], domains: Domains) -> list[Rule]:
    """Return the rules that can never decide, whatever the facts: earlier ones hold first.

    Parameters
    ----------
    rules : sequence of Rule
        The rules in order.
    domains : mapping of str to frozenset
        For each fact its values; of numbers, one at, below and above each threshold.

    Returns
    -------
    list of Rule
        In order; empty where every rule can decide.
    """
    return [
        rule
        for place, rule in enumerate(rules)
        if not any(
            _escapes(rules[:place], met)
            for some in rule.either or ((),)
            if (met := _narrowed(domains, (*rule.when, *some))) is not None
        )
    ]


def thresholds(rules: Sequence[Rule], fact: str) -> frozenset[Value]:
    """Return numbers that tell all conditions on a fact apart: thresholds and their neighbours."""
    conditions = (
        one
        for rule in rules
        for some in (rule.when, *rule.either)
        for one in some
        if one.fact == fact
    )
    edges = {int(value) for one in conditions for value in one.values}
    return frozenset(edge + step for edge in edges or {0} for step in (-1, 0, 1))


def _all_met(conditions: Sequence[Condition], facts: Facts) -> bool:
    return all(condition.met(facts[condition.fact]) for condition in conditions)


def _narrowed(domains: Domains, conditions: Sequence[Condition]) -> Domains | None:
    """Return the domains in which all conditions are met, or None if there is no value left."""
    found = dict(domains)
    for one in conditions:
        found[one.fact] = frozenset(value for value in found[one.fact] if one.met(value))
        if not found[one.fact]:
            return None
    return found


def _escapes(earlier: Sequence[Rule], domains: Domains) -> bool:
    """Tell whether some facts in these domains make none of the earlier rules hold."""
    if not earlier:
        return True
    return any(_escapes(earlier[1:], left) for left in _failing(earlier[0], domains))


def _failing(rule: Rule, domains: Domains) -> Iterator[Domains]:
    """Yield domains, together all those facts on which a rule does not hold."""
    for condition in rule.when:
        left = _without(domains, condition)
        if left is not None:
            yield left
    if rule.either:
        yield from _all_failing(rule.either, domains)


def _all_failing(either: Sequence[tuple[Condition, ...]], domains: Domains) -> Iterator[Domains]:
    """Yield domains in which every alternative fails."""
    if not either:
        yield domains
        return
    for condition in either[0]:
        left = _without(domains, condition)
        if left is not None:
            yield from _all_failing(either[1:], left)


def _without(domains: Domains, condition: Condition) -> Domains | None:
    """Return the domains in which a condition is not met, or None if it always is."""
    left = frozenset(value for value in domains[condition.fact] if not condition.met(value))
    return {**domains, condition.fact: left} if left else None
