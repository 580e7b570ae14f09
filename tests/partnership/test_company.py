"""A trading company: what is promised of its accounts, published figures, and what cannot be one."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from tests.agreements.facts import of_any_type, said
from tests.partnership.business_facts import BASIS, HALF, KENT, company_year, pounds, year

from lgtrade.answers import Verdict
from lgtrade.authorities import Nation
from lgtrade.charging import (
    Differential,
    Graduated,
    Indexation,
    Indexed,
    IndexForm,
    IndexSeries,
    IndexValue,
    PerUnit,
    PriceFrom,
    Repriced,
    Supplied,
    Tier,
)
from lgtrade.money import TO_LAST, ZERO, Rate, Share, Shares, total
from lgtrade.partnership import CompanyAccounts, CompanySale, CompanyYear, DividendPolicy, Recharge
from lgtrade.strategies import company_accounts, company_sales, company_years

FEW = settings(max_examples=8, deadline=None)


@FEW
@given(company_accounts())
def test_a_dividend_never_exceeds_what_may_be_distributed(company: CompanyAccounts) -> None:
    for each in company.results:
        assert ZERO <= each.dividend.total <= each.distributable


@FEW
@given(company_accounts())
def test_what_comes_back_to_the_owners_is_what_is_paid_to_them(company: CompanyAccounts) -> None:
    for each in company.results:
        charged = total(recharge.supplied.charge for recharge in each.entry.recharges)
        assert total(each.returned.values()) == each.dividend.total + charged + each.entry.paid_in_interest
        assert total(each.dividend.parts.values()) == each.dividend.total


@FEW
@given(company_accounts())
def test_profits_are_paid_out_or_kept(company: CompanyAccounts) -> None:
    results = company.results
    profits = total(each.entry.profit for each in results)
    assert company.opening + profits == results[-1].closing + total(each.dividend.total for each in results)
    assert all(after.opening == before.closing for before, after in pairwise(results))


@FEW
@given(company_accounts())
def test_a_company_pays_nothing_out_of_losses(company: CompanyAccounts) -> None:
    for each in company.results:
        if each.opening + each.entry.profit <= ZERO:
            assert (each.dividend.total, each.distributable) == (ZERO, ZERO)


@FEW
@given(company_accounts())
def test_no_name_of_a_figure_begins_with_the_whole_name_of_another(company: CompanyAccounts) -> None:
    assert not any(after[: len(before)] == before for before, after in pairwise(sorted(company.figures)))


@FEW
@given(company_accounts())
def test_the_turnover_of_a_year_is_its_sales_and_its_other_income(company: CompanyAccounts) -> None:
    for each in company.results:
        entry, year_ = each.entry, str(each.entry.year)
        sold = total(sale.income(entry.year) for sale in entry.sales)
        assert company.figures["turnover", year_] == entry.income + sold
        assert all(company.figures["sold", sale.name, year_] == sale.income(entry.year) for sale in entry.sales)


@FEW
@given(company_years(), company_sales())
def test_a_sale_is_worth_as_much_as_income_of_the_same_sum(entry: CompanyYear, sale: CompanySale) -> None:
    sold, paid = attrs.evolve(entry, sales=(sale,)), sale.income(entry.year)
    assert sold.profit == attrs.evolve(entry, sales=(), income=entry.income + paid).profit


def company(*years: CompanyYear, **changed: Any) -> CompanyAccounts:
    begin: dict[str, Any] = {"name": "Services Ltd", "owners": KENT, "policy": HALF}
    return CompanyAccounts(years=years, **(begin | changed))


def test_losses_are_made_good_before_half_of_what_is_left_is_paid_out() -> None:
    made = company(company_year(2022, 70, 100), company_year(2023, 150, 100), company_year(2024, 150, 100))
    assert [each.dividend.total for each in made.results] == [ZERO, pounds(10), pounds(25)]
    assert [each.closing for each in made.results] == [pounds(-30), pounds(10), pounds(35)]


def test_a_target_return_may_be_paid_from_what_was_kept_but_not_from_more() -> None:
    policy = DividendPolicy(BASIS, target=pounds(100))
    made = company(company_year(2023, 50, 0, interest={"Kent": pounds(20)}), policy=policy, opening=pounds(40))
    assert (made.results[0].dividend.total, made.results[0].closing) == (pounds(70), ZERO)
    rich = company(company_year(2023, 500, 0, interest={"Kent": pounds(120)}), policy=policy)
    assert rich.results[0].dividend.total == ZERO


def test_a_dividend_is_divided_by_shareholding_and_its_odd_penny_by_rule() -> None:
    thirds = Shares({"Exeter": "1/3", "East Devon": "1/3", "Teignbridge": "1/3"})
    made = company(company_year(2023, 20, 0), owners=thirds, remainder=TO_LAST)
    assert list(made.results[0].dividend.parts.values()) == [pounds("3.33"), pounds("3.33"), pounds("3.34")]


def test_a_profit_of_423054_after_248069_is_up_by_seven_tenths() -> None:
    """Kent Top Temps: KentOnline, 1 June 2010, where the profit is said to have more than doubled."""
    made = company(company_year(2008, 14_400_000, 14_151_931), company_year(2009, 24_500_000, 24_076_946))
    assert made.figures["profit-change", "2009/10"] == pounds(174_985)
    assert made.figures["profit-growth", "2009/10"] == Fraction(174_985, 248_069)
    assert made.figures["margin", "2009/10"] == Fraction(423_054, 24_500_000)


def test_what_an_owner_supplies_is_set_against_what_the_company_is_charged_for_it() -> None:
    desks, staff = (
        Recharge("Exeter", Supplied(name, pounds(cost), pounds(charge), BASIS))
        for name, cost, charge in (("desks", 12, 11), ("staff", 30, 33))
    )
    both = Shares({"Exeter": "1/2", "Teignbridge": "1/2"})
    entry = company_year(2023, 100, 0, recharges=(desks, staff), interest={"Exeter": pounds(6)})
    figures = company(entry, owners=both).figures
    names = ("charged-by", "cost-to", "not-recovered", "interest-to", "dividend-to", "returned")
    assert [figures[name, "Exeter", "2023/24"] for name in names] == [
        pounds(sum_) for sum_ in (44, 42, 1, 6, "12.50", "62.50")
    ]
    assert [figures[name, "Teignbridge", "2023/24"] for name in names] == [
        pounds(sum_) for sum_ in (0, 0, 0, 0, "12.50", "12.50")
    ]


def test_each_customer_is_charged_at_the_price_by_itself_and_an_index_raises_it_from_year_to_year() -> None:
    fees = IndexSeries("Fees", IndexForm.CHANGES, (IndexValue("2023-04", "5%"),), BASIS)
    price = Indexed(Graduated((Tier(Rate(3), 1000), Tier(Rate(2)))), Indexation(fees, "2022-04-01"))
    sold = CompanySale("schools", price, 1200, BASIS, times=40)
    made = company(*(company_year(start, 1000, 100_000, sales=(sold,)) for start in (2022, 2023)))
    assert made.figures["sold", "schools", "2022/23"] == pounds(40 * 3400)
    assert made.figures["sold", "schools", "2023/24"] == pounds(40 * 3570)
    assert made.figures["turnover", "2023/24"] == pounds(143_800)
    assert made.figures["profit-change", "2023/24"] == pounds(6800)
    assert ("Services Ltd, schools, 2023/24", BASIS) in made.bases


def test_a_price_that_gives_no_charge_for_the_year_is_refused_with_all_else_that_is_wrong_with_sales() -> None:
    later = Repriced((PriceFrom("2024-04-01", PerUnit(Rate(2))),))
    differs = Differential(PerUnit(Rate(2)), {"Dover": PerUnit(Rate(3))}, "longer journeys")
    sales = tuple(CompanySale("calls", price, 1, BASIS) for price in (later, differs))
    nobody = "the price depends on who is charged, and nobody is named"
    assert said(lambda: company_year(2023, 0, 0, sales=sales)) == [
        "sales[1].name: 'calls' is given twice. Accepted: a name of its own.",
        "sales[0].occasion.days: 1 April 2023 is before the first price. Accepted: days from 1 April 2024.",
        f"sales[1].occasion.customer: {nobody}. Accepted: the name of who is charged.",
    ]
    known = attrs.evolve(sales[1], customer="Dover")
    assert company_year(2023, 0, 0, sales=(known,)).turnover == pounds(3)


def test_all_that_is_wrong_with_a_sale_is_said() -> None:
    wrong: dict[str, Any] = {"name": "", "price": 2, "quantity": "many", "basis": 1, "times": 0, "customer": 1}
    assert said(lambda: CompanySale(**wrong)) == [
        "name: it is empty. Accepted: what is sold.",
        "price: 2 is of type int. Accepted: a price.",
        """quantity: 'many' is not a number. Accepted: a whole number, a Decimal, or text such as "1,234.56".""",
        "basis: 1 is of type int. Accepted: a Source or an Assumption.",
        "times: it is 0. Accepted: 1 or more.",
        "customer: 1 is of type int. Accepted: a name, or nothing.",
    ]
    assert said(lambda: CompanySale("calls", PerUnit(Rate(2)), -1, BASIS, times=of_any_type("1"))) == [
        "quantity: it is below nil: -1. Accepted: nil or more.",
        "times: '1' is of type str. Accepted: how often, as a whole number.",
    ]
    assert said(lambda: CompanySale("calls", PerUnit(Rate(2)), 1, BASIS).income(of_any_type(2023))) == [
        "year: 2023 is of type int. Accepted: a FinancialYear."
    ]


def test_a_dividend_that_was_declared_is_paid_in_place_of_what_the_policy_says() -> None:
    made = company(company_year(2022, 100, 0, dividend=pounds(80)), company_year(2023, 100, 0))
    assert [each.dividend.total for each in made.results] == [pounds(80), pounds(50)]
    assert [each.closing for each in made.results] == [pounds(20), pounds(70)]
    late = company_year(2023, 100, 0, dividend=pounds("120.01"))
    assert said(lambda: company(company_year(2022, 100, 0, dividend=pounds(80)), late)) == [
        (
            "years[1].dividend: £120.01 is declared, and £120.00 may be distributed. "
            "Accepted: no more than that, or what had been kept before as the opening balance."
        )
    ]
    assert said(lambda: company_year(2022, 1, 0, dividend=pounds(-1))) == [
        "dividend: it is below nil: -£1.00. Accepted: nil or more."
    ]


def test_growth_from_a_loss_and_a_margin_on_nothing_are_not_given() -> None:
    made = company(company_year(2022, 0, 5), company_year(2023, 5, 0))
    assert ("margin", "2022/23") not in made.figures
    assert ("profit-growth", "2023/24") not in made.figures
    assert made.figures["profit-change", "2023/24"] == pounds(10)


@pytest.mark.parametrize(
    ("nation", "start", "charged", "verdict", "at", "words"),
    [
        (Nation.ENGLAND, 2010, 12, Verdict.YES, "SI 2009/2393 art.2(3)", "recovers the cost of £12.00"),
        (
            Nation.ENGLAND,
            2010,
            11,
            Verdict.NO,
            "SI 2009/2393 art.2(3)",
            "Kent, staff, 2010/11: the charge of £11.00 falls short",
        ),
        (Nation.ENGLAND, 2005, 11, Verdict.NO, "SI 2004/1705 art.2(3)", "falls short"),
        (Nation.WALES, 2010, 11, Verdict.UNCERTAIN, "SI 2006/979 (W.102) art.2", "falls short"),
        (Nation.WALES, 2022, 11, Verdict.NO, "SI 2022/424 (W.) art.4", "falls short"),
        (Nation.SCOTLAND, 2022, 11, Verdict.YES, None, "No order of Scotland on trading asked"),
    ],
)
def test_the_cost_of_what_an_owner_supplies_is_to_be_recovered(
    nation: Nation, start: int, charged: int, verdict: Verdict, at: str | None, words: str
) -> None:
    supplied = Recharge("Kent", Supplied("staff", pounds(12), pounds(charged), BASIS))
    (answer,) = company(company_year(start, 90, 0, recharges=(supplied,)), nation=nation).recovery
    assert (answer.verdict, None if answer.provision is None else answer.provision.short) == (verdict, at)
    assert words in str(answer.words)
    assert company(company_year(start, 90, 0, recharges=(supplied,))).recovery == ()


@pytest.mark.parametrize(
    ("nation", "start", "verdict", "at"),
    [
        (Nation.ENGLAND, 2011, Verdict.UNCERTAIN, "SI 2009/2393 art.2(3)"),
        (Nation.ENGLAND, 2010, Verdict.YES, None),
        (Nation.WALES, 2021, Verdict.NO, "SI 2021/1166 (W.288) reg.4"),
        (Nation.WALES, 2020, Verdict.YES, None),
    ],
)
def test_under_the_general_power_welsh_regulations_ask_for_recovery_and_whether_england_does_is_open(
    nation: Nation, start: int, verdict: Verdict, at: str | None
) -> None:
    supplied = Recharge("Kent", Supplied("staff", pounds(12), pounds(11), BASIS))
    made = company(company_year(start, 90, 0, recharges=(supplied,)), nation=nation, general_power=True)
    (answer,) = made.recovery
    assert (answer.verdict, None if answer.provision is None else answer.provision.short) == (verdict, at)
    assert answer.questions == (("Q7",) if verdict is Verdict.UNCERTAIN else ())


def test_years_follow_one_another_and_only_owners_are_paid() -> None:
    supplied = Recharge("Medway", Supplied("staff", ZERO, ZERO, BASIS))
    years = company_year(2022, 1, 0, recharges=(supplied,)), company_year(2024, 1, 0, interest={"Dover": ZERO})
    assert said(lambda: company(*years)) == [
        "years[0].recharges[0].owner: Medway is no owner. Accepted: one of: Kent.",
        "years[1].year: it is 2024/25. Accepted: 2023/24: one year after another.",
        "years[1].interest[Dover]: Dover is no owner. Accepted: one of: Kent.",
    ]
    assert said(company) == ["years: there are 0 years. Accepted: from 1 to 126 years."]


def test_all_that_is_wrong_with_a_company_is_said() -> None:
    wrong: dict[str, Any] = {"name": "", "owners": "Kent", "years": (1,), "policy": 1, "opening": 1, "nation": 1}
    assert said(lambda: CompanyAccounts(**wrong, remainder=of_any_type(1), general_power=of_any_type(1))) == [
        "name: it is empty. Accepted: the name of the company.",
        "owners: 'Kent' is of type str. Accepted: who owns which part, as Shares.",
        "years[0]: 1 is of type int. Accepted: a CompanyYear.",
        "policy: 1 is of type int. Accepted: a DividendPolicy.",
        "opening: 1 is of type int. Accepted: an amount of Money.",
        "nation: 1 is of type int. Accepted: a Nation, or nothing.",
        "remainder: 1 is of type int. Accepted: a Remainder.",
        "general_power: 1 is of type int. Accepted: true or false.",
    ]


def test_all_that_is_wrong_with_a_year_a_recharge_and_a_policy_is_said() -> None:
    year_ = CompanyYear
    assert said(
        lambda: year_(of_any_type(1), pounds(-1), pounds(-1), of_any_type(None), of_any_type([]), of_any_type(1))
    ) == [
        "year: 1 is of type int. Accepted: a FinancialYear.",
        "income: it is below nil: -£1.00. Accepted: nil or more.",
        "costs: it is below nil: -£1.00. Accepted: nil or more.",
        "basis: None is of type NoneType. Accepted: a Source or an Assumption.",
        "recharges: [] is of type list. Accepted: a tuple.",
        "interest: 1 is of type int. Accepted: what each owner is paid.",
    ]
    assert said(lambda: company_year(2023, 1, 1, interest={"Kent": 1}, tax=1)) == [
        "interest[Kent]: 1 is of type int. Accepted: an amount of Money.",
        "tax: 1 is of type int. Accepted: an amount of Money.",
    ]
    assert said(lambda: Recharge("", of_any_type("staff"))) == [
        "owner: it is empty. Accepted: the owner that supplies it.",
        "supplied: 'staff' is of type str. Accepted: what is Supplied.",
    ]
    assert said(lambda: HALF.dividend(of_any_type(1), ZERO, ZERO)) == [
        "profit: 1 is of type int. Accepted: an amount of Money."
    ]
    assert said(lambda: DividendPolicy(BASIS)) == [
        "share: there is neither a share nor a target. Accepted: one of the two."
    ]
    assert said(lambda: DividendPolicy(BASIS, Share("50%"), pounds(1))) == [
        "share: there is a target as well. Accepted: one of the two."
    ]
    assert said(lambda: DividendPolicy(of_any_type(None), of_any_type("50%"))) == [
        "basis: None is of type NoneType. Accepted: a Source or an Assumption.",
        "share: '50%' is of type str. Accepted: a Share, or nothing.",
    ]
    assert said(lambda: DividendPolicy(BASIS, target=pounds(-1))) == [
        "target: it is below nil: -£1.00. Accepted: nil or more."
    ]
    assert company_year(2023, 1, 1).year == year(2023)
