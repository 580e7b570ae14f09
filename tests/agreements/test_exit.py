from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.agreements.facts import BASIS, of_any_type, said

from lgtrade.agreements import ExitCost, ExitPlan, least_saving
from lgtrade.money import ZERO, Money, Share, total
from lgtrade.strategies import exit_plans, money


@given(exit_plans())
def test_the_leaver_and_those_who_stay_bear_every_penny_of_the_leaving(plan: ExitPlan) -> None:
    assert plan.leaver_owes + total(plan.one_off.parts.values()) == total(cost.amount for cost in plan.costs)
    assert plan.leaver not in plan.one_off.parts


@given(exit_plans())
def test_what_does_not_go_away_with_the_leaver_falls_on_those_who_stay(plan: ExitPlan) -> None:
    if plan.running_cost is None or plan.before is None:
        assert (plan.running_cost, plan.before, plan.falls_on_those_who_stay) == (None, None, None)
        assert not plan.effects
        return
    assert set(plan.effects) == set(plan.shares) - {plan.leaver}
    bore = plan.running_cost - total(plan.before.parts[name] for name in plan.effects)
    assert plan.falls_on_those_who_stay == bore - plan.avoidable


@given(money(min_value=ZERO, max_value=Money.pounds(10**7)), st.integers(1, 30))
def test_the_least_saving_pays_the_charge_back_in_time_and_a_penny_less_does_not(charge: Money, years: int) -> None:
    least = least_saving(charge, years)
    assert least * years >= charge
    assert least == ZERO or (least - Money(pence=1)) * years < charge


def test_a_charge_of_1660000_that_is_paid_back_in_two_years_takes_830000_a_year() -> None:
    """Bournemouth Echo, March 2022: leaving the Stour Valley and Poole Partnership; the saving is worked out here."""
    assert least_saving(Money.pounds(1_660_000), 2) == Money.pounds(830_000)
    assert said(lambda: least_saving(ZERO, 0)) == [
        "years: 0 is not a number of years. Accepted: a whole number above nil."
    ]


def test_what_leaving_costs_is_known_where_the_running_cost_is_not() -> None:
    shares = {"North": Share("40%"), "South": Share("60%")}
    once = ExitCost("Licences", Money.pounds(1000), Share("75%"), BASIS)
    plan = ExitPlan("North", "2026-03-31", (once,), shares)
    assert plan.figures == {("owes",): Money.pounds(750), ("bears-once", "South"): Money.pounds(250)}
    assert said(lambda: ExitPlan("North", "2026-03-31", (), shares, avoidable=Money.pounds(1))) == [
        "avoidable: £1.00 of a cost that is not given would be avoided. Accepted: the running cost too, or neither."
    ]


def test_what_are_no_shares_and_no_costs_of_leaving_is_said() -> None:
    assert said(lambda: ExitPlan("North", "2026-03-31", of_any_type(None), of_any_type(None))) == [
        "costs: None is of type NoneType. Accepted: a tuple.",
        "shares: None is of type NoneType. Accepted: the share of each partner.",
    ]


def test_a_leaver_with_two_fifths_leaves_its_fixed_cost_behind() -> None:
    shares = {"North": Share("40%"), "South": Share("45%"), "West": Share("15%")}
    costs = (ExitCost("redundancy", Money.pounds(80_000), Share("75%"), BASIS),)
    plan = ExitPlan("North", "2026-03-31", costs, shares, Money.pounds(1_000_000), Money.pounds(250_000))
    assert plan.leaver_owes == Money.pounds(60_000)
    assert plan.one_off.parts == {"South": Money.pounds(15_000), "West": Money.pounds(5_000)}
    assert plan.effects == {"South": Money.pounds("112500"), "West": Money.pounds("37500")}
    assert plan.falls_on_those_who_stay == Money.pounds(150_000)


def test_all_that_is_wrong_with_a_plan_is_said() -> None:
    shares = {"North": Share("40%"), "South": Share("50%")}
    assert said(lambda: ExitPlan("East", "soon", (), shares, Money.pounds(1), Money.pounds(2))) == [
        "leaves: 'soon' is not a day. Accepted: a day from 1 January 1900 to 31 December 2199, as in 2026-04-01.",
        "leaver: East has no share. Accepted: one of: North, South.",
        "shares: the shares add to 90%. Accepted: shares that add to 100%.",
        "avoidable: £2.00 of £1.00 would be avoided. Accepted: from nil to the running cost.",
    ]
    assert said(lambda: ExitPlan("North", "2026-03-31", (), {"North": Share(1)}, ZERO)) == [
        "shares: nobody who bears a share stays. Accepted: a partner that stays."
    ]


def test_all_that_is_wrong_with_a_cost_is_said() -> None:
    assert said(lambda: ExitCost("", Money(pence=-1), of_any_type("half"), of_any_type(None))) == [
        "heading: it is empty. Accepted: what it is.",
        "amount: it is below nil. Accepted: nil or more.",
        "borne: 'half' is of type str. Accepted: a Share.",
        "basis: None is of type NoneType. Accepted: a Source or an Assumption.",
    ]
    assert said(lambda: ExitCost("x", of_any_type(1), Share(1), BASIS)) == [
        "amount: 1 is of type int. Accepted: an amount of money."
    ]
