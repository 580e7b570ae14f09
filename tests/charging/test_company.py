"""Companies: the cost of all that they are supplied with, the market, and the subsidy limit."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import given
from tests.charging.facts import KNOWN, of_any_type, said

from lgtrade.answers import Verdict
from lgtrade.charging import Commercial, CompanyCharge, Comparator, Supplied
from lgtrade.law import Award
from lgtrade.money import UP, ZERO, Money, Rate, total
from lgtrade.strategies import company_charges, supplied

STAFF = Supplied("Staff", Money.pounds(80_000), Money.pounds(75_000), KNOWN)
OFFICE = Supplied("Office", Money.pounds(20_000), Money.pounds(30_000), KNOWN)


def company(*supplies: Supplied, **changed: Any) -> CompanyCharge:
    begin: dict[str, Any] = {"on": "2025-04-01", "rule": Commercial("10%"), "units": 1000, "basis": KNOWN}
    return CompanyCharge("Trading Ltd", supplies=supplies or (STAFF, OFFICE), **(begin | changed))


def test_a_company_charges_the_cost_of_everything_supplied_to_it_and_a_margin() -> None:
    assert company().cost == Money.pounds(100_000)
    assert company().unit_charge.rate == Rate("110.00")


def test_each_supply_recovers_its_own_cost_and_none_makes_up_for_another() -> None:
    """Local Government (Best Value Authorities) (Power to Trade) (England) Order 2009 art.2(3)."""
    assert [(answer.verdict, str(answer.words), str(answer.provision)) for answer in company().recovered] == [
        (
            Verdict.NO,
            "Staff: the charge of £75,000.00 falls short of the cost of £80,000.00 by £5,000.00.",
            "SI 2009/2393 art.2(3)",
        ),
        (Verdict.YES, "Office: the charge of £30,000.00 recovers the cost of £20,000.00.", "SI 2009/2393 art.2(3)"),
    ]
    assert company().assistance == Money.pounds(5_000)


def test_what_falls_short_is_counted_as_assistance_with_what_was_had_before() -> None:
    """Subsidy Control Act 2022 s.36(1): £315,000 in the financial year and the two before it."""
    earlier = (Award("2023-04-01", Money.pounds(310_000)), Award("2023-03-31", Money.pounds(90_000)))
    within = company(earlier=earlier)
    assert (within.running_total, within.left) == (Money.pounds(315_000), ZERO)
    assert (within.within_limit.verdict, str(within.within_limit.words)) == (
        Verdict.YES,
        "Counted with what it has had before, the assistance is £315,000.00, within £315,000.00.",
    )
    over = company(earlier=(*earlier, Award("2024-06-01", Money.pounds("0.01"))))
    assert (over.within_limit.verdict, str(over.within_limit.words)) == (
        Verdict.NO,
        "Counted with what it has had before, the assistance is £315,000.01, over £315,000.00.",
    )
    assert str(over.within_limit.provision) == "SCA 2022 s.36(1)"


def test_the_limits_before_the_act_are_not_modelled() -> None:
    answer = company(on="2023-01-03").within_limit
    assert (answer.verdict, str(answer.words)) == (
        Verdict.UNCERTAIN,
        "The limits before 4 January 2023 are not modelled.",
    )
    assert company(on="2023-01-04").within_limit.verdict is Verdict.YES


def test_a_day_rate_is_set_against_the_market() -> None:
    """A day rate of £275 against £317: £42, or 13.2 per cent, below.

    Central Durham Crematorium Joint Committee, Provision of Internal Audit Services, 2014,
    https://democracy.durham.gov.uk/mgAi.aspx?ID=12559.
    """
    other = Comparator("the unitary average", Rate(317), KNOWN)
    assert (other.above(Rate(275)), other.part_above(Rate(275))) == (Rate(-42), Fraction(-42, 317))
    audit = company(
        Supplied("Audit", Money.pounds(275), Money.pounds(275), KNOWN),
        rule=Commercial(0),
        units=1,
        comparators=(other,),
    )
    assert audit.figures["above", "the unitary average"] == Rate(-42)
    assert audit.figures["part-above", "the unitary average"] == Fraction(-42, 317)


@given(company_charges())
def test_what_falls_short_adds_supply_by_supply_and_is_never_below_nothing(charge: CompanyCharge) -> None:
    assert charge.assistance == total(each.short for each in charge.supplies) >= ZERO
    assert charge.running_total >= charge.assistance
    assert [answer.verdict is Verdict.NO for answer in charge.recovered] == [
        bool(each.short) for each in charge.supplies
    ]
    figures = charge.figures
    assert figures["assistance", "in all"] == charge.running_total
    assert figures["assistance", "left"] == charge.left
    assert len(charge.bases) == 1 + len(charge.supplies) + len(charge.comparators)


@given(company_charges())
def test_the_charge_for_all_the_units_recovers_the_cost_when_it_is_rounded_up(charge: CompanyCharge) -> None:
    rule = Commercial(charge.rule.margin, UP)
    income = rule.unit_charge(charge.cost, charge.units).expected_income
    assert Fraction(income.pounds) >= Fraction(charge.cost.in_pounds) * (1 + charge.rule.margin)


@given(company_charges())
def test_no_company_charges_less_than_the_cost_of_all_that_is_supplied_to_it(charge: CompanyCharge) -> None:
    by_rule = charge.rule.unit_charge(charge.cost, charge.units)
    enough = Fraction(by_rule.expected_income.pounds) >= Fraction(charge.cost.in_pounds)
    assert Fraction(charge.unit_charge.expected_income.pounds) >= Fraction(charge.cost.in_pounds)
    assert charge.unit_charge == by_rule or not enough


def test_a_charge_that_would_fall_below_cost_is_rounded_up() -> None:
    """£100 over 300 units is 33.33p: at 33p it would bring in £99."""
    staff = Supplied("Staff", Money.pounds(100), Money.pounds(100), KNOWN)
    charge = company(staff, rule=Commercial(0), units=300).unit_charge
    assert (charge.rate, charge.rounding, charge.margin) == (Rate("0.34"), UP, Fraction(0))
    assert company(staff, rule=Commercial("5%"), units=300).unit_charge.rate == Rate("0.35")


@given(supplied())
def test_a_supply_is_short_by_what_its_charge_leaves_of_its_cost(each: Supplied) -> None:
    assert each.charge + each.short == max(each.cost, each.charge)


def test_all_that_is_wrong_with_a_company_is_said_together() -> None:
    assert said(lambda: CompanyCharge("x", "2025-04-01", Commercial(0), 0, (), KNOWN)) == [
        "supplies: nothing is supplied. Accepted: at least one supply.",
        "units: there are no units. Accepted: a number of units over nothing.",
    ]
    (words,) = said(lambda: company(on="2027-01-01"))
    assert words.startswith("given: 1 January 2027 is outside the law that is known.")
    wrong = [of_any_type(each) for each in ("", "soon", 1, "x", (2,), 3, (4,), (5,), 6)]
    assert said(lambda: CompanyCharge(*wrong)) == [
        "name: it is empty. Accepted: a name.",
        "on: 'soon' is not a day. Accepted: a day from 1 January 1900 to 31 December 2199, as in 2026-04-01.",
        "rule: 1 is of type int. Accepted: a Commercial rule.",
        "supplies[0]: 2 is of type int. Accepted: a Supplied.",
        "comparators[0]: 4 is of type int. Accepted: a Comparator.",
        "earlier[0]: 5 is of type int. Accepted: an Award.",
        "basis: 3 is of type int. Accepted: a Source or an Assumption.",
        "at: 6 is of type int. Accepted: a Provision.",
    ]


def test_all_that_is_wrong_with_a_supply_or_a_comparator_is_said_together() -> None:
    assert said(lambda: Supplied("", Money.pounds(-1), of_any_type(2), of_any_type(3))) == [
        "heading: it is empty. Accepted: a name.",
        "cost: it is negative: -£1.00. Accepted: nothing or more.",
        "charge: 2 is of type int. Accepted: an amount of Money.",
        "basis: 3 is of type int. Accepted: a Source or an Assumption.",
    ]
    assert said(lambda: Comparator("", Rate(0), of_any_type(3))) == [
        "name: it is empty. Accepted: a name.",
        "rate: it is not over nothing. Accepted: a rate over nothing.",
        "basis: 3 is of type int. Accepted: a Source or an Assumption.",
    ]
    assert said(lambda: Comparator("x", of_any_type(5), KNOWN)) == ["rate: 5 is of type int. Accepted: a Rate."]
