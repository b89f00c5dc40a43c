"""Models of crisis and deterrence against closed forms, grids, and nashpy."""

import nashpy
import numpy
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from parley.errors import ParleyError
from parley.models import bargaining_range as war
from parley.models.critical_risk import critical_risk, cumulative_risk, standing_firm, steps_over
from parley.models.security_dilemma import Dilemma, told, world
from parley.models.threat import threat

SHARES = st.integers(1, 99).map(lambda n: n / 100)


class TestBargainingRange:
    @given(SHARES, SHARES, SHARES)
    def test_it_is_every_share_that_both_like_better_than_war(self, win, cost_a, cost_b):
        found = war.bargaining_range(win, cost_a, cost_b)
        for share in (n / 100 for n in range(101)):
            likes = share >= win - cost_a - 1e-9 and 1 - share >= 1 - win - cost_b - 1e-9
            assert likes == (found.low - 1e-9 <= share <= found.high + 1e-9)

    def test_its_width_is_what_war_costs(self):
        assert war.bargaining_range(0.6, 0.1, 0.2).width == pytest.approx(0.3)

    def test_the_known_demand(self):
        best = war.best_demand(0.6, 0.1, 0.4)
        assert best == pytest.approx(0.75)
        assert war.war_risk(best, 0.6, 0.4) == pytest.approx(0.375)
        assert war.expected(best, 0.6, 0.1, 0.4) == pytest.approx(0.65625)

    @given(SHARES, SHARES, SHARES)
    def test_no_demand_of_a_grid_is_better_than_the_best(self, win, cost_a, greatest):
        best = war.best_demand(win, cost_a, greatest)
        most = war.expected(best, win, cost_a, greatest)
        grid = [war.expected(n / 1000, win, cost_a, greatest) for n in range(1001)]
        assert max(grid) <= most + 1e-9
        assert most == pytest.approx(max(grid), abs=1e-3)

    @given(SHARES, SHARES)
    def test_the_risk_at_the_best_demand_has_a_closed_form(self, cost_a, greatest):
        assume(cost_a < greatest)
        win = 0.3
        best = war.best_demand(win, cost_a, greatest)
        assert war.war_risk(best, win, greatest) == pytest.approx((1 - cost_a / greatest) / 2)

    def test_a_chance_outside_is_refused(self):
        with pytest.raises(ParleyError, match="probability of winning must lie between 0 and 1"):
            war.bargaining_range(60, 10, 20)
        with pytest.raises(ParleyError, match="a cost of war must lie between 0 and 1, not at -1"):
            war.bargaining_range(0.6, 0.1, -1)

    def test_a_cost_that_is_known_to_be_nothing(self):
        assert war.war_risk(0.7, 0.6, 0) == 1
        assert war.war_risk(0.6, 0.6, 0) == 0


class TestCriticalRisk:
    def test_the_known_numbers(self):
        assert critical_risk(10, 2, -30) == pytest.approx(0.2)
        assert cumulative_risk(0.05, 13) == pytest.approx(0.486658, abs=5e-7)
        assert steps_over(0.05, 0.2) == 5

    @given(st.integers(1, 50), st.integers(1, 50), st.integers(-50, 50))
    def test_at_it_standing_firm_is_worth_giving_way(self, above, below, concede):
        win, lost = concede + above, concede - below
        risk = critical_risk(win, concede, lost)
        assert standing_firm(risk, win, lost) == pytest.approx(concede)

    @given(SHARES, st.integers(0, 98).map(lambda n: n / 100))
    def test_the_step_is_the_first_over_the_limit(self, risk, limit):
        steps = next(n for n in range(1, 1000) if cumulative_risk(risk, n) > limit + 1e-12)
        assert steps_over(risk, limit) == steps

    def test_payoffs_out_of_order_are_refused(self):
        with pytest.raises(ParleyError, match="giving_way must be worth more than war"):
            critical_risk(10, -30, -30)


def normal_form(prior, loss, audience, resolved_war):
    """A's rows: who of the resolved and the unresolved threatens; B's columns: resist, give way."""
    rows_a, rows_b = [], []
    for resolved, unresolved in [(1, 1), (1, 0), (0, 1), (0, 0)]:
        quiet = prior * (1 - resolved) + (1 - prior) * (1 - unresolved)
        strong, weak = prior * resolved, (1 - prior) * unresolved
        rows_a.append([strong * resolved_war - weak * audience, strong + weak])
        rows_b.append([quiet - strong * loss + weak, quiet])
    return numpy.array(rows_a), numpy.array(rows_b)


class TestThreat:
    def test_the_known_numbers(self):
        found = threat(0.25, 2, 0.5, 0.3)
        assert (found.bluff, found.resist, found.belief) == pytest.approx((2 / 3, 2 / 3, 1 / 3))
        assert (found.payoff_a, found.payoff_b) == pytest.approx((2 / 15, 1 / 4))
        assert found.war == pytest.approx(1 / 6)

    @pytest.mark.parametrize(
        ("prior", "loss", "audience"), [(0.25, 2, 0.5), (0.1, 1, 2), (0.3, 0.5, 0.1), (0.15, 5, 1)]
    )
    def test_nashpy_finds_it_alone(self, prior, loss, audience):
        game = nashpy.Game(*normal_form(prior, loss, audience, 0.3))
        ((rows, columns),) = game.support_enumeration()
        found = threat(prior, loss, audience)
        assert rows == pytest.approx([found.bluff, 1 - found.bluff, 0, 0])
        assert columns == pytest.approx([found.resist, 1 - found.resist])
        assert game[rows, columns] == pytest.approx([found.payoff_a, found.payoff_b])

    @given(SHARES, st.floats(0.1, 6), st.floats(0.1, 3), st.floats(0, 1))
    def test_nobody_gains_by_another_answer(self, prior, loss, audience, resolved_war):
        found = threat(prior, loss, audience, resolved_war)
        rows_a, rows_b = normal_form(prior, loss, audience, resolved_war)
        rows = numpy.array([found.bluff, 1 - found.bluff, 0, 0])
        columns = numpy.array([found.resist, 1 - found.resist])
        assert rows @ rows_a @ columns == pytest.approx(found.payoff_a)
        assert rows @ rows_b @ columns == pytest.approx(found.payoff_b)
        assert max(rows_a @ columns) <= found.payoff_a + 1e-9
        assert max(rows @ rows_b) <= found.payoff_b + 1e-9

    def test_a_likely_resolve_makes_every_threat_work(self):
        found = threat(0.5, 2, 0.5)
        assert (found.bluff, found.resist, found.war, found.belief) == (1, 0, 0, 0.5)

    def test_no_audience_is_refused(self):
        with pytest.raises(ParleyError, match="A's audience cost must lie between"):
            threat(0.25, 2, 0)


class TestSecurityDilemma:
    def test_the_known_number(self):
        assert Dilemma(3, 2, 1, 0).threshold == 0.5

    @given(st.lists(st.integers(-20, 20), min_size=4, max_size=4, unique=True))
    def test_the_threshold_parts_arming_from_not_arming(self, payoffs):
        game = Dilemma(*sorted(payoffs, reverse=True))
        for trust in (n / 100 for n in range(101)):
            gain = game.unarmed(trust) - game.armed(trust)
            assert abs(gain) < 1e-9 or (gain > 0) == (trust > game.threshold)

    def test_the_four_worlds(self):
        assert [
            world(offence, distinguishable).number
            for distinguishable in (False, True)
            for offence in (True, False)
        ] == [1, 2, 3, 4]

    @given(SHARES, st.integers(50, 100).map(lambda n: n / 100))
    def test_a_look_tells_by_bayes_rule(self, trust, reliability):
        friends, others = 1000 * trust, 1000 * (1 - trust)
        seen = friends * reliability, others * (1 - reliability)
        assert told(trust, reliability) == pytest.approx(seen[0] / sum(seen))

    def test_payoffs_out_of_order_are_refused(self):
        with pytest.raises(ParleyError, match="reward must be worth more than temptation"):
            Dilemma(3, 5, 1, 0)
