"""Business cases worked by hand or published, and what cannot be one."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs
import pytest
from tests.agreements.facts import of_any_type, said
from tests.partnership.business_facts import BASIS, NO_DISCOUNT, appraisal, line, pounds, year

from lgtrade.answers import Verdict
from lgtrade.authorities import Nation
from lgtrade.cases import work_out
from lgtrade.files import read_case
from lgtrade.law import ENGLISH_HEADS, WELSH_HEADS
from lgtrade.money import HALF_UP, Money
from lgtrade.partnership import (
    GREEN_BOOK_2003,
    GREEN_BOOK_2026,
    CashFlow,
    DiscountSchedule,
    FlowKind,
    FlowLine,
    InvestmentAppraisal,
    OptimismBias,
    PriceIndex,
    Prices,
    TradingCase,
)

COST, GAIN = line("Cost", FlowKind.CAPITAL, 100), line("Gain", FlowKind.BENEFIT, 60, 60, first=2025)


def test_ten_years_of_830000_are_worth_6903000_and_pay_2200000_back_in_2_65_years() -> None:
    """Strata: PublicTechnology.net, 17 July 2014, £8.3 m over ten years and £2.2 m to set up; the rest is by hand."""
    lines = line("Set-up", FlowKind.CAPITAL, 2_200_000), line("Saved", FlowKind.BENEFIT, *[830_000] * 10, first=2025)
    strata = appraisal(*lines, schedule=GREEN_BOOK_2003, evenly=BASIS)
    to = HALF_UP.to("10000")
    assert strata.present_benefit("Share").round(to) == pounds(6_900_000)
    assert strata.npv("Share").round(to) == pounds(4_700_000)
    assert strata.payback("Share").months == Fraction(12 * 220, 83)
    assert strata.figures["payback-months", "Share"] == Fraction(12 * 220, 83)
    assert strata.benefit_cost_ratio("Share") == Fraction(strata.present_benefit("Share").pounds) / 2_200_000
    assert strata.switching_value("Share", "Set-up") == Fraction(strata.npv("Share").pounds) / 2_200_000


def test_what_can_be_read_of_an_outline_business_case_is_not_paid_back_in_its_ten_years() -> None:
    """By hand: 2,750,000 + 9,533,700 - 5,314,000 - 1,970,500; what its source prints is in the case file."""
    published = Path(__file__).parents[1] / "cases" / "published"
    case = read_case(published / "corporate-systems-outline-business-case-2024-34.toml")
    figures, path = work_out(case).figures, ("business_case", "Corporate systems")
    assert figures[*path, "total", "New systems", "net"] == pounds(-4_999_200)
    assert figures[*path, "payback", "New systems"] == "never"
    assert figures[*path, "payback-short", "New systems"] == pounds(4_999_200)


def test_an_uplift_of_4_per_cent_makes_104_million_of_100() -> None:
    """Mott MacDonald, Review of Large Public Procurement in the UK (2002), worked example, non-standard buildings."""
    made = line("Building", FlowKind.CAPITAL, 100_000_000, optimism=OptimismBias("4%", BASIS))
    assert appraisal(made).present_cost("Share").round(HALF_UP) == pounds(104_000_000)
    assert appraisal(made).figures["optimism-bias", "Share", "Building"] == pounds(4_000_000)


def test_a_line_at_the_prices_of_each_year_is_brought_to_those_of_the_base_year_before_it_is_discounted() -> None:
    prices = PriceIndex("CPI", {year(2024): 100, year(2025): 102}, BASIS)
    rent = line("Rent", FlowKind.REVENUE, 102, first=2025, prices=Prices.NOMINAL)
    case = appraisal(rent, line("Let", FlowKind.BENEFIT, 50, first=2025), schedule=GREEN_BOOK_2026, inflation=prices)
    assert case.present_cost("Share").pounds == Fraction(100 * 200, 207)
    assert case.figures["nominal", "Share", "2025/26"] == pounds("-51.00")
    assert case.figures["net", "Share", "2025/26"] == pounds(-50)


def test_capital_revenue_and_benefit_of_a_year_make_its_net_at_base_prices_with_the_allowance_for_optimism() -> None:
    prices = PriceIndex("CPI", {year(2024): 100, year(2025): 102}, BASIS)
    half, tenth = OptimismBias("50%", BASIS), OptimismBias("10%", BASIS)
    figures = appraisal(
        line("Building, sold again", FlowKind.CAPITAL, 100, -40, optimism=half),
        line("Rent", FlowKind.REVENUE, 102, first=2025, prices=Prices.NOMINAL),
        line("Saved", FlowKind.BENEFIT, 300, first=2025, optimism=tenth),
        inflation=prices,
    ).figures
    sums = {
        kind: [figures[kind, "Share", when] for when in ("2024/25", "2025/26")]
        for kind in ("capital", "revenue", "benefit", "net", "nominal")
    }
    assert sums == {
        "capital": [pounds(150), pounds(-20)],
        "revenue": [pounds(0), pounds(100)],
        "benefit": [pounds(0), pounds(270)],
        "net": [pounds(-150), pounds(190)],
        "nominal": [pounds(-150), pounds("193.80")],
    }
    totals = [figures["total", "Share", each] for each in ("capital", "revenue", "benefit", "net")]
    assert totals == [pounds(130), pounds(100), pounds(270), pounds(40)]
    assert figures["line", "Share", "Building, sold again"] == pounds(60)
    assert figures["optimism-bias", "Share", "Building, sold again"] == pounds(70)


def test_optimism_takes_no_more_than_all_of_what_is_gained() -> None:
    twice = OptimismBias("200%", BASIS)
    assert line("Software", FlowKind.CAPITAL, 10, optimism=twice).expected(year(2024)) == 30
    for kind, sum_ in ((FlowKind.BENEFIT, 10), (FlowKind.CAPITAL, -10)):
        assert said(lambda kind=kind, sum_=sum_: line("x", kind, 0, sum_, optimism=twice)) == [  # type: ignore[misc]  # bound at once
            (
                "optimism.uplift: more than all that is gained in 2025/26 would be taken off. "
                "Accepted: at most 100% where something is gained."
            )
        ]


def test_an_option_that_only_costs_has_no_payback_and_one_that_only_gains_no_ratio() -> None:
    costs = appraisal(COST)
    assert (costs.payback("Share").year, costs.equivalent_annual_cost("Share")) == (None, None)
    assert ("equivalent-annual-cost", "Share") not in costs.figures
    gains = appraisal(GAIN)
    assert (gains.benefit_cost_ratio("Share"), gains.payback("Share").year) == (None, year(2024))
    assert gains.payback("Share").months == 0
    assert ("benefit-cost-ratio", "Share") not in gains.figures


def test_a_line_worth_nothing_has_no_switching_value() -> None:
    nothing = line("Nothing", FlowKind.REVENUE, 5, -5)
    case = appraisal(COST, nothing, vary=("10%",))
    assert case.switching_value("Share", "Nothing") is None
    assert ("switching-value", "Share", "Nothing") not in case.figures
    assert case.figures["npv-if", "Share", "Cost", "+10%"] == pounds(-110)
    assert case.figures["npv-if", "Share", "Cost", "-10%"] == pounds(-90)


def test_the_figures_show_what_an_option_is_worth_at_other_rates_which_are_nil_or_more_and_differ() -> None:
    later = line("Saved", FlowKind.BENEFIT, 105, first=2025)
    figures = appraisal(later, schedule=GREEN_BOOK_2026, also_at=("5%", "0%")).figures
    assert (figures["npv-at", "Share", "5%"], figures["npv-at", "Share", "0%"]) == (pounds(100), pounds(105))
    assert said(lambda: appraisal(later, also_at=(5,))) == [
        'also_at[0]: it is 500% a year. Accepted: at most 100%: "5%" for five per cent.'
    ]
    assert said(lambda: appraisal(later, also_at=("-5%", "1/20", "5%"))) == [
        "also_at[0]: it is below nil: -0.05. Accepted: nil or more.",
        "also_at[2]: '0.05' is given twice. Accepted: a name of its own.",
    ]
    assert said(lambda: appraisal(later).npv_at("Stay", "5%")) == [
        "option: 'Stay' is not an option. Accepted: one of: Share."
    ]


def test_factors_may_be_rounded_as_a_printed_table_has_them() -> None:
    """NAO, The cancellation of Bicester Accommodation Centre, appendix four: 38,109 x 0.9019 is printed as 34,371."""
    later = line("Running cost", FlowKind.REVENUE, 38_109, first=2027)
    exact = appraisal(later, schedule=GREEN_BOOK_2003, rounding=HALF_UP.to(1))
    printed = attrs.evolve(exact, factor_rounding=HALF_UP.to("0.0001"))
    assert [case.figures["present-cost", "Share"] for case in (exact, printed)] == [pounds(34_372), pounds(34_371)]
    assert printed.factor(year(2027)) == Fraction("0.9019")
    assert said(lambda: appraisal(later, factor_rounding=HALF_UP.to(1))) == [
        "factor_rounding: factors would be rounded to 1. Accepted: two decimal places or more."
    ]
    worthless = DiscountSchedule.flat("10000000%", BASIS)
    assert appraisal(later, schedule=worthless, factor_rounding=HALF_UP).equivalent_annual_cost("Share") is None
    assert said(lambda: appraisal(later, factor_rounding=of_any_type("0.0001"))) == [
        "factor_rounding: '0.0001' is of type str. Accepted: a Rounding, or nothing."
    ]


def test_every_line_its_optimism_the_rates_and_the_prices_say_what_they_rest_on() -> None:
    assert appraisal(COST).bases == (("Payroll, flat", BASIS), ("Payroll, Share: Cost", BASIS))
    prices = PriceIndex("CPI", {year(2024): 100}, BASIS)
    hopeful = line("Cost", FlowKind.CAPITAL, 1, optimism=OptimismBias("4%", BASIS))
    names = [name.removeprefix("Payroll, ") for name, _ in appraisal(hopeful, inflation=prices, evenly=BASIS).bases]
    assert names == ["flat", "CPI", "Share: Cost", "Share: Cost", "payback in months"]


def test_a_gap_year_in_a_cash_flow_is_refused() -> None:
    amounts = {year(2024): pounds(1), year(2027): pounds(1)}
    assert said(lambda: FlowLine("Rent", FlowKind.REVENUE, amounts, BASIS)) == [
        f"amounts[{when}]: {when} is left out. Accepted: the sum of that year, even if it is nil."
        for when in ("2025/26", "2026/27")
    ]


def test_what_flows_before_the_base_year_or_out_of_reach_is_refused() -> None:
    early = line("Cost", FlowKind.CAPITAL, 1, first=2023)
    assert said(lambda: appraisal(early)) == [
        "options[0].lines: something flows in 2023/24. Accepted: from 2024/25, for 125 years more at most."
    ]
    late = line("Late", FlowKind.CAPITAL, 1, first=2100)
    to_year_75 = DiscountSchedule("Short", GREEN_BOOK_2026.bands[:2], BASIS)
    assert said(lambda: appraisal(COST, late, schedule=to_year_75)) == [
        "options[0].lines: something flows in 2100/01. Accepted: from 2024/25, for 75 years more at most."
    ]
    prices = PriceIndex("CPI", {year(2024): 100}, BASIS)
    assert said(lambda: appraisal(COST, GAIN, inflation=prices)) == [
        f"inflation.levels[{when}]: CPI has no level for {when}. Accepted: the level of that year."
        for when in ("2025/26", "2026/27")
    ]
    assert said(lambda: appraisal(line("Rent", FlowKind.REVENUE, 1, prices=Prices.NOMINAL))) == [
        (
            "options[0].lines[0].prices: its sums are at the prices of each year, and no inflation is given. "
            "Accepted: sums at the prices of the base year, or an index."
        )
    ]


def test_an_option_or_a_line_that_is_not_there_is_refused() -> None:
    case = appraisal(COST)
    assert said(lambda: case.npv("Wait")) == ["option: 'Wait' is not an option. Accepted: one of: Share."]
    assert case.npv("Share", {"Cost": "10%"}).pounds == -110
    assert said(lambda: case.npv("Share", of_any_type(1))) == [
        "changed: 1 is of type int. Accepted: a part for each line that changes."
    ]
    (words,) = said(lambda: case.npv("Share", {"Cost": "dear"}))
    assert words.startswith("changed[Cost]: 'dear' is not a number.")
    for ask in (case.factor, case.prices, COST.expected, lambda when: case.real(COST, when)):
        assert said(lambda ask=ask: ask(of_any_type(1))) == [  # type: ignore[misc]  # bound at once
            "year: 1 is of type int. Accepted: a FinancialYear."
        ]
    for of in (case.present_value, lambda each: case.real(each, year(2024))):
        assert said(lambda of=of: of(of_any_type("Cost"))) == [  # type: ignore[misc]  # bound at once
            "line: 'Cost' is of type str. Accepted: a FlowLine."
        ]
    assert said(lambda: case.npv("Share", {"Rent": Fraction(1)})) == [
        "line: Share has no line 'Rent'. Accepted: one of: Cost."
    ]


def test_all_that_is_wrong_with_a_business_case_is_said() -> None:
    wrong: dict[str, Any] = {"name": "", "base": 1, "options": [], "schedule": 1, "inflation": 1, "vary": 1}
    assert said(
        lambda: InvestmentAppraisal(**wrong, trading=of_any_type(1), evenly=of_any_type(1), rounding=of_any_type(1))
    ) == [
        "name: it is empty. Accepted: what is decided.",
        "base: 1 is of type int. Accepted: a FinancialYear.",
        "options: [] is of type list. Accepted: a tuple.",
        "schedule: 1 is of type int. Accepted: a DiscountSchedule.",
        "inflation: 1 is of type int. Accepted: a PriceIndex, or nothing.",
        "vary: 1 is of type int. Accepted: a tuple.",
        "trading: 1 is of type int. Accepted: a TradingCase, or nothing.",
        "evenly: 1 is of type int. Accepted: an Assumption, or nothing.",
        "rounding: 1 is of type int. Accepted: a Rounding.",
    ]
    again = ("10%", "0.1")
    assert said(lambda: InvestmentAppraisal("x", year(2024), (CashFlow("x", (COST,)),), NO_DISCOUNT, vary=again)) == [
        "vary[1]: '0.1' is given twice. Accepted: a name of its own."
    ]
    two = (CashFlow("Share", (COST,)),) * 2
    assert said(lambda: InvestmentAppraisal("x", year(2024), two, NO_DISCOUNT, vary=("0%",))) == [
        "options[1].name: 'Share' is given twice. Accepted: a name of its own.",
        "vary[0]: it is 0. Accepted: a figure over nil.",
    ]
    assert said(lambda: InvestmentAppraisal("x", year(2024), (), NO_DISCOUNT)) == [
        "options: there is no option. Accepted: at least one option."
    ]


def test_all_that_is_wrong_with_a_cash_flow_is_said() -> None:
    wrong: Any = {"2024": Money(pence=1), year(2024): 1}
    assert said(
        lambda: FlowLine("", of_any_type("cost"), wrong, of_any_type(None), of_any_type(1), of_any_type(1))
    ) == [
        "heading: it is empty. Accepted: what the line is.",
        "kind: 'cost' is of type str. Accepted: a FlowKind.",
        "amounts[2024]: '2024' is of type str. Accepted: a FinancialYear.",
        "amounts[2024/25]: 1 is of type int. Accepted: an amount of Money.",
        "basis: None is of type NoneType. Accepted: a Source or an Assumption.",
        "prices: 1 is of type int. Accepted: Prices.",
        "optimism: 1 is of type int. Accepted: an OptimismBias, or nothing.",
    ]
    assert said(lambda: FlowLine("x", FlowKind.BENEFIT, {}, BASIS)) == [
        "amounts: there is no year. Accepted: the sum of at least one year."
    ]
    assert said(lambda: FlowLine("x", FlowKind.BENEFIT, of_any_type(1), BASIS)) == [
        "amounts: 1 is of type int. Accepted: the sum of each year."
    ]
    assert said(lambda: CashFlow("", ())) == [
        "name: it is empty. Accepted: what the option is called.",
        "lines: there is no line. Accepted: at least one line.",
    ]
    assert said(lambda: CashFlow("x", (COST, COST))) == [
        "lines[1].heading: 'Cost' is given twice. Accepted: a name of its own."
    ]
    assert said(lambda: CashFlow("x", of_any_type((1,)))) == ["lines[0]: 1 is of type int. Accepted: a FlowLine."]
    assert said(lambda: OptimismBias(of_any_type(-1), of_any_type(None))) == [
        "uplift: it is below nil: -1. Accepted: nil or more.",
        "basis: None is of type NoneType. Accepted: a Source or an Assumption.",
    ]


def stated(nation: Nation, day: str, heads: tuple[str, ...]) -> TradingCase:
    return TradingCase(nation, day, dict.fromkeys(heads, "said"))


@pytest.mark.parametrize(
    ("nation", "day", "heads", "verdict", "at"),
    [
        (Nation.ENGLAND, "2004-07-28", (), Verdict.YES, None),
        (Nation.ENGLAND, "2004-07-29", (), Verdict.NO, "SI 2004/1705 art.2(4)"),
        (Nation.ENGLAND, "2009-09-30", ENGLISH_HEADS, Verdict.YES, "SI 2004/1705 art.2(4)"),
        (Nation.ENGLAND, "2009-10-01", ENGLISH_HEADS, Verdict.YES, "SI 2009/2393 art.2(4)"),
        (Nation.ENGLAND, "2026-04-01", ENGLISH_HEADS[1:], Verdict.NO, "SI 2009/2393 art.2(4)"),
        (Nation.WALES, "2006-03-31", WELSH_HEADS, Verdict.YES, None),
        (Nation.WALES, "2006-04-01", WELSH_HEADS, Verdict.UNCERTAIN, "SI 2006/979 (W.102) art.2"),
        (Nation.WALES, "2022-05-04", WELSH_HEADS, Verdict.UNCERTAIN, "SI 2006/979 (W.102) art.2"),
        (Nation.WALES, "2022-05-05", WELSH_HEADS, Verdict.YES, "SI 2022/424 (W.) art.2(3)"),
        (Nation.WALES, "2022-05-05", ENGLISH_HEADS, Verdict.NO, "SI 2022/424 (W.) art.2(3)"),
        (Nation.SCOTLAND, "2026-04-01", (), Verdict.YES, None),
    ],
)
def test_the_heads_of_a_business_case_are_those_of_the_order_of_the_day(
    nation: Nation, day: str, heads: tuple[str, ...], verdict: Verdict, at: str | None
) -> None:
    answer = stated(nation, day, heads).answer
    assert answer.verdict is verdict
    assert (None if answer.provision is None else answer.provision.short) == at


@pytest.mark.parametrize(
    ("nation", "day", "heads", "verdict", "at"),
    [
        (Nation.ENGLAND, "2012-02-17", (), Verdict.YES, None),
        (Nation.ENGLAND, "2012-02-18", (), Verdict.UNCERTAIN, "SI 2009/2393 art.2(4)"),
        (Nation.ENGLAND, "2012-02-18", ENGLISH_HEADS, Verdict.YES, "SI 2009/2393 art.2(4)"),
        (Nation.WALES, "2021-10-31", (), Verdict.YES, None),
        (Nation.WALES, "2021-11-01", ENGLISH_HEADS, Verdict.NO, "SI 2021/1166 (W.288) reg.2(2)"),
        (Nation.WALES, "2021-11-01", WELSH_HEADS, Verdict.YES, "SI 2021/1166 (W.288) reg.2(2)"),
        (Nation.WALES, "2026-04-01", WELSH_HEADS[1:], Verdict.NO, "SI 2021/1166 (W.288) reg.2(2)"),
    ],
)
def test_under_the_general_power_welsh_regulations_ask_for_seven_heads_and_whether_england_asks_is_open(
    nation: Nation, day: str, heads: tuple[str, ...], verdict: Verdict, at: str | None
) -> None:
    answer = attrs.evolve(stated(nation, day, heads), general_power=True).answer
    assert (answer.verdict, None if answer.provision is None else answer.provision.short) == (verdict, at)
    assert answer.questions == (("Q7",) if verdict is Verdict.UNCERTAIN else ())
    assert ("is not settled" in str(answer.words)) == (verdict is Verdict.UNCERTAIN)


def test_a_business_case_says_which_heads_are_missing_and_serves_as_a_fact() -> None:
    case = stated(Nation.WALES, "2022-05-05", ENGLISH_HEADS)
    assert str(case.answer.words) == "It does not state: mitigation, staff impact, staffing."
    assert (case.facts.heads, str(case.facts.approved)) == (ENGLISH_HEADS, "2022-05-05")
    assert appraisal(COST, trading=case).figures["trading",] == "no"


def test_all_that_is_wrong_with_what_a_business_case_states_is_said() -> None:
    assert said(lambda: TradingCase(of_any_type("England"), of_any_type("soon"), {"profit": " ", "risks": "high"})) == [
        "nation: 'England' is of type str. Accepted: a Nation.",
        "approved: 'soon' is not a day. Accepted: a day from 1 January 1900 to 31 December 2199, as in 2026-04-01.",
        "heads[profit]: it is empty. Accepted: what is stated under the head.",
        (
            "heads[profit]: it is not a head of a business case. "
            "Accepted: one of: objectives, resources, risks, results, mitigation, staff impact, staffing."
        ),
    ]
    assert said(lambda: TradingCase(Nation.WALES, of_any_type("2022-05-05"), of_any_type(1), of_any_type(1))) == [
        "heads: 1 is of type int. Accepted: what is stated under each head.",
        "general_power: 1 is of type int. Accepted: true or false.",
    ]
