"""Savings and targets that were published or worked by hand, and what cannot be one."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from tests.agreements.facts import of_any_type, said
from tests.partnership.business_facts import BASIS, KENT, baseline, pounds, saving, year

from lgtrade.money import HALF_UP, ZERO, Money, Share, Shares
from lgtrade.partnership import (
    BaselineLine,
    EfficiencyTarget,
    PriceIndex,
    Saving,
    Savings,
    SavingsYear,
    SpendingBaseline,
    StatedTarget,
    TransitionCost,
)

HALF_CASHABLE = EfficiencyTarget(Share("2.5%"), BASIS, Share("50%"))
OTHER = Shares({"Medway": 1})
OTHER_FIGURES = (
    "entries[1].amount: A1 is entered for 2005/06 with other figures too. Accepted: one entry of it for a year."
)


def savings(*entries: Saving, **changed: Any) -> Savings:
    begin: dict[str, Any] = {"name": "Payroll", "first": year(2005), "years": 2}
    return Savings(entries=entries, **(begin | changed))


def test_what_is_saved_in_cash_and_otherwise_is_set_against_half_of_the_target() -> None:
    made = savings(
        saving("A1", sum_=10_000), saving("B1", sum_=30_000, cashable=False), baseline=baseline(), target=HALF_CASHABLE
    )
    assert [(each.due, each.short, each.cashable_due, each.cashable_short) for each in made.by_year] == [
        (pounds(25_000), pounds(0), pounds(12_500), pounds(2_500)),
        (pounds(50_000), pounds(10_000), pounds(25_000), pounds(15_000)),
    ]
    assert made.by_year[0].cashable_share == Fraction(1, 4)


def test_a_year_with_nothing_saved_has_no_cashable_share_and_nothing_to_find_without_a_target() -> None:
    nothing = SavingsYear(year(2005), pounds(0), pounds(0), pounds(0))
    assert (nothing.cashable_share, nothing.short, nothing.cashable_short) == (None, pounds(0), pounds(0))


def test_2960000_and_1780000_of_9470000_pay_3320000_back_in_four_months() -> None:
    """LGSS, 2012/13: Computerworld UK, from the LGA report Services shared: costs spared? The months are by hand."""
    entries = (
        saving("network", 2012, 2_960_000),
        saving("integration", 2012, 1_780_000),
        saving("rest", 2012, 4_730_000),
    )
    costs = (TransitionCost("invested", year(2012), pounds(3_320_000), BASIS),)
    made = savings(*entries, first=year(2012), years=1, costs=costs, evenly=BASIS)
    assert made.payback.year == year(2012)
    assert made.payback.months == Fraction(332 * 12, 947)
    assert made.figures["payback-months",] == Fraction(332 * 12, 947)
    assert made.figures["payback-years",] == Fraction(332, 947)


def test_a_target_of_8800000_was_beaten_by_2136000() -> None:
    """City of York Council, Executive Member for Corporate Services, 21 October 2008, item 27."""
    target = StatedTarget({year(2007): pounds(8_800_000)}, BASIS, Share("50%"))
    made = savings(saving("All", 2007, 10_936_000), first=year(2005), years=3, target=target)
    assert [made.figures[name, "2007/08"] for name in ("due", "still-to-find", "beyond", "cashable-due")] == [
        pounds(sum_) for sum_ in (8_800_000, 0, 2_136_000, 4_400_000)
    ]
    assert ("due", "2006/07") not in made.figures
    assert [each.beyond for each in made.by_year] == [ZERO, ZERO, pounds(2_136_000)]
    short = savings(saving("All", 2007, 8_000_000), first=year(2007), years=1, target=target)
    assert (short.by_year[0].short, short.by_year[0].beyond) == (pounds(800_000), ZERO)


def test_a_stated_target_asks_for_sums_in_the_years_that_are_looked_at() -> None:
    target = StatedTarget({year(2015): pounds(1)}, BASIS)
    assert said(lambda: savings(saving(), first=year(2005), years=2, target=target)) == [
        (
            "target.sums[2015/16]: it asks for a sum in 2015/16, which is not looked at. "
            "Accepted: from 2005/06 to 2006/07."
        )
    ]


def test_all_that_is_wrong_with_a_stated_target_is_said() -> None:
    assert said(lambda: StatedTarget({}, BASIS)) == ["sums: there is no sum. Accepted: the sum for at least one year."]
    wrong: dict[Any, Any] = {2007: pounds(-1)}
    assert said(lambda: StatedTarget(wrong, of_any_type(1), of_any_type("half"))) == [
        "sums[2007]: 2007 is of type int. Accepted: a FinancialYear.",
        "sums[2007]: it is below nil: -£1.00. Accepted: nil or more.",
        "basis: 1 is of type int. Accepted: a Source or an Assumption.",
        "cashable: 'half' is of type str. Accepted: a Share.",
    ]
    assert said(lambda: StatedTarget(of_any_type(5), BASIS)) == [
        "sums: 5 is of type int. Accepted: a sum for each of some years."
    ]


def test_costs_of_years_before_count_towards_payback_and_months_need_an_assumption() -> None:
    costs = (TransitionCost("software", year(2003), pounds(150), BASIS),)
    made = savings(saving(), costs=costs)
    assert (made.payback.year, ("payback-months",) in made.figures) == (year(2006), False)
    dear = savings(saving(), costs=(TransitionCost("software", year(2005), pounds(250), BASIS),))
    assert (dear.figures["payback",], dear.figures["payback-short",]) == ("never", pounds(50))
    assert str(dear.payback.words) == "It is not paid back: £50.00 is still to be gained."


def test_what_was_saved_since_the_first_cost_counts_too_and_what_was_saved_before_it_does_not() -> None:
    costs = (TransitionCost("software", year(2003), pounds(250), BASIS),)
    made = savings(saving(start=2002), costs=costs)
    assert made.payback.year == year(2005)
    to_date = [
        (made.figures["saved-to-date", when], made.figures["net-to-date", when]) for when in ("2005/06", "2006/07")
    ]
    assert to_date == [(pounds(300), pounds(50)), (pounds(400), pounds(150))]
    assert savings(saving(start=2002)).figures["saved-to-date", "2005/06"] == pounds(100)


def test_a_saving_that_the_baseline_has_already_is_not_counted_on_top_of_it() -> None:
    assert said(lambda: savings(saving(start=2003), baseline=baseline())) == [
        (
            "entries[0].year: it is made from 2003/04 on, and the baseline of 2004/05 has it already. "
            "Accepted: 2004/05 or later."
        )
    ]
    assert savings(saving(start=2004), baseline=baseline()).by_year[0].saved == pounds(100)


def test_only_what_is_saved_in_cash_pays_a_cost_back() -> None:
    costs = (TransitionCost("software", year(2005), pounds(150), BASIS),)
    made = savings(saving("A1"), saving("B1", sum_=1000, cashable=False), costs=costs)
    assert made.payback.year == year(2006)
    assert made.figures["net-to-date", "2005/06"] == pounds(950)


def test_a_cost_after_the_last_year_looked_at_is_refused() -> None:
    costs = (TransitionCost("software", year(2007), pounds(150), BASIS),)
    assert said(lambda: savings(saving(), costs=costs)) == [
        "costs[0].year: it is met in 2007/08, after the last year looked at. Accepted: 2006/07 or earlier."
    ]


def test_one_saving_spelled_in_two_ways_is_not_counted_twice() -> None:
    for other in ("a1", " A1", "A1\n"):
        assert said(lambda other=other: savings(saving("A1"), saving(other))) == [  # type: ignore[misc]  # bound at once
            f"entries[1].reference: {other!r} is entered as 'A1' too. Accepted: one spelling for one saving."
        ]
    assert savings(saving("A 1"), saving("A1")).by_year[0].saved == pounds(200)


def test_a_baseline_gives_the_share_and_the_unit_cost_of_each_line() -> None:
    """Mid Kent Audit, Maidstone BC, audit partnership appendices A to F (2009): £671,420 for 11.25 auditors."""
    lines = {
        "Ashford": (140_080, "2.25"),
        "Maidstone": (205_105, 4),
        "Swale": (162_630, 3),
        "Tunbridge Wells": (163_605, 2),
    }
    spent = SpendingBaseline(
        year(2009),
        tuple(BaselineLine(name, pounds(sum_), BASIS, units) for name, (sum_, units) in lines.items()),
    )
    figures = savings(baseline=spent).figures
    unit_costs = [HALF_UP.to("1").units(figures["unit-cost", name]) for name in lines]  # type: ignore[arg-type]  # fractions
    assert unit_costs == [62_258, 51_276, 54_210, 81_803]
    assert figures["mean-unit-cost",] == Fraction(67_142_000, 1125)
    assert figures["baseline-share", "Maidstone"] == Fraction(205_105, 671_420)


def test_the_same_saving_is_told_apart_by_its_reference_only() -> None:
    made = savings(saving("A1"), saving("A2"), saving("A1"))
    assert made.by_year[0].saved == pounds(200)
    assert [str(each.words) for each in made.repeats] == [
        "A1 is entered more than once for 2005/06 with the same figures, and is counted once."
    ]


@pytest.mark.parametrize(
    ("other", "words"),
    [
        (
            saving(shares=OTHER),
            (
                "entries[1].shares: A1 is claimed with other shares too. "
                "Accepted: one claim that says how the partners share it."
            ),
        ),
        (
            saving(sum_=90),
            OTHER_FIGURES,
        ),
        (
            saving(instead=pounds(1)),
            OTHER_FIGURES,
        ),
        (
            saving(cashable=False),
            "entries[1].cashable: A1 is entered otherwise too. Accepted: the same in every entry of one saving.",
        ),
        (
            saving(start=2006, line="Rent"),
            "entries[1].line: A1 is entered otherwise too. Accepted: the same in every entry of one saving.",
        ),
        (
            saving(recurring=False),
            "entries[1].recurring: A1 is entered otherwise too. Accepted: the same in every entry of one saving.",
        ),
    ],
)
def test_entries_that_cannot_be_of_one_saving_are_refused_in_either_order(other: Saving, words: str) -> None:
    assert said(lambda: savings(saving(), other)) == [words]
    assert said(lambda: savings(other, saving())) == [words]


def test_a_saving_made_once_is_entered_for_one_year() -> None:
    once = [saving(start=start, recurring=False) for start in (2005, 2006)]
    assert said(lambda: savings(*once)) == [
        (
            "entries[1].year: A1 is made once, and is entered for another year too. "
            "Accepted: one year, or a saving that recurs."
        )
    ]


def test_no_more_is_saved_in_cash_on_a_line_than_is_spent_on_it() -> None:
    entries = saving("A1", line="Staff"), saving("A2", line="Staff", sum_=51)
    assert said(lambda: savings(*entries, baseline=baseline(150), years=1)) == [
        (
            "entries: £151.00 is saved in cash on Staff in 2005/06, of £150.00. "
            "Accepted: no more than is spent on the line."
        )
    ]
    nowhere = saving("A1", line="Staff"), saving("A2", sum_=51)
    assert said(lambda: savings(*nowhere, baseline=baseline(150), years=1)) == [
        "entries: £151.00 is saved in cash in 2005/06, of £150.00. Accepted: no more than is spent in all."
    ]
    other = saving("A2", line="Staff", sum_=51, cashable=False)
    assert savings(entries[0], other, baseline=baseline(150)).by_year[0].saved == pounds(151)
    prices = PriceIndex("pay", {year(2004): 100, year(2005): 101}, BASIS)
    assert savings(*entries, baseline=baseline(150, index=prices), years=1).by_year[0].saved == pounds(151)


def test_savings_need_a_line_that_is_there_a_baseline_for_a_target_and_the_prices_of_each_year() -> None:
    assert said(lambda: savings(saving(line="Rent"), baseline=baseline())) == [
        "entries[0].line: the baseline has no line 'Rent'. Accepted: one of: Staff."
    ]
    assert said(lambda: savings(target=HALF_CASHABLE)) == [
        "baseline: there is a target, and nothing to measure it against. Accepted: a baseline."
    ]
    rebased = EfficiencyTarget(Share("2.5%"), BASIS, rebased=True)
    no_prices = "it is re-based, and the baseline has no index. Accepted: a baseline with an index, or a fixed target."
    assert said(lambda: savings(target=rebased, baseline=baseline())) == [f"target.rebased: {no_prices}"]
    assert said(lambda: rebased.due(baseline(), year(2005), year(2005))) == [f"rebased: {no_prices}"]
    prices = PriceIndex("pay", {year(2004): 100, year(2005): 101}, BASIS)
    assert said(lambda: savings(baseline=baseline(index=prices))) == [
        "baseline.index.levels[2006/07]: pay has no level for 2006/07. Accepted: the level of that year."
    ]
    assert said(lambda: prices.factor(of_any_type([]), since=of_any_type(1))) == [
        "year: [] is of type list. Accepted: a FinancialYear.",
        "since: 1 is of type int. Accepted: a FinancialYear.",
    ]
    assert said(lambda: prices.factor(year(2010), since=year(2004))) == [
        "levels[2010/11]: pay has no level for 2010/11. Accepted: the level of that year."
    ]


def test_a_target_is_due_in_its_first_year_or_later_and_a_saving_is_made_in_a_financial_year() -> None:
    assert said(lambda: HALF_CASHABLE.due(baseline(), year(2005), year(2004))) == [
        "year: 2004/05 comes before the first year of the target. Accepted: 2005/06 or later."
    ]
    assert said(lambda: HALF_CASHABLE.due(of_any_type(1), year(2005), year(2005))) == [
        "baseline: 1 is of type int. Accepted: a SpendingBaseline."
    ]
    assert said(lambda: HALF_CASHABLE.due(baseline(), of_any_type(1), of_any_type("2"))) == [
        "first: 1 is of type int. Accepted: a FinancialYear.",
        "year: '2' is of type str. Accepted: a FinancialYear.",
    ]
    made = savings(saving(line="Staff"))
    for ask in (made.by_line, made.by_partner, made.entries[0].made_in, baseline().at):
        assert said(lambda ask=ask: ask(of_any_type(2005))) == [  # type: ignore[misc]  # bound at once
            "year: 2005 is of type int. Accepted: a FinancialYear."
        ]


def test_all_that_is_wrong_with_savings_is_said() -> None:
    wrong: dict[str, Any] = {"name": "", "first": 2005, "years": 51, "entries": (1,), "baseline": 1, "target": 1}
    assert said(lambda: Savings(**wrong, costs=of_any_type([]), evenly=of_any_type("yes"))) == [
        "name: it is empty. Accepted: what the savings are of.",
        "first: 2005 is of type int. Accepted: a FinancialYear.",
        "years: it is 51. Accepted: a number of years from 1 to 50.",
        "entries[0]: 1 is of type int. Accepted: a Saving.",
        "baseline: 1 is of type int. Accepted: a SpendingBaseline, or nothing.",
        "target: 1 is of type int. Accepted: an EfficiencyTarget or a StatedTarget, or nothing.",
        "costs: [] is of type list. Accepted: a tuple.",
        "evenly: 'yes' is of type str. Accepted: an Assumption, or nothing.",
    ]
    many = Shares({str(number): Share(Fraction(1, 21)) for number in range(21)})
    assert said(lambda: savings(saving(shares=many))) == ["entries: there are 21 partners. Accepted: at most 20."]
    (words,) = said(lambda: savings(*[saving()] * 1001))
    assert words == "entries: there are 1001. Accepted: at most 1000."


def test_all_that_is_wrong_with_a_saving_is_said() -> None:
    wrong: dict[str, Any] = {"reference": "", "year": "2005", "amount": pounds(-1), "shares": "Kent", "basis": None}
    assert said(lambda: Saving(**wrong, line=1, cashable=1, recurring=0, last=1, instead=2)) == [  # type: ignore[arg-type]  # the point
        "reference: it is empty. Accepted: what the saving is known by.",
        "year: '2005' is of type str. Accepted: a FinancialYear.",
        "amount: it is below nil: -£1.00. Accepted: nil or more.",
        "shares: 'Kent' is of type str. Accepted: whose it is, as Shares.",
        "basis: None is of type NoneType. Accepted: a Source or an Assumption.",
        "line: 1 is of type int. Accepted: the heading of a line of the baseline.",
        "cashable: 1 is of type int. Accepted: true or false.",
        "recurring: 0 is of type int. Accepted: true or false.",
        "last: 1 is of type int. Accepted: a FinancialYear.",
        "last: it is made once, and has a last year. Accepted: a last year of a saving that recurs.",
        "instead: 2 is of type int. Accepted: an amount of Money.",
    ]
    assert said(lambda: saving(last=year(2004))) == [
        "last: it ends in 2004/05, before it begins. Accepted: 2005/06 or later."
    ]
    assert said(lambda: Saving("A", of_any_type(1), Money(pence=1), KENT, BASIS, last=year(2004))) == [
        "year: 1 is of type int. Accepted: a FinancialYear."
    ]


def test_all_that_is_wrong_with_a_baseline_its_prices_a_target_and_a_cost_is_said() -> None:
    assert said(lambda: BaselineLine("", of_any_type(1), of_any_type(None), -1)) == [
        "heading: it is empty. Accepted: what the line is.",
        "amount: 1 is of type int. Accepted: an amount of Money.",
        "basis: None is of type NoneType. Accepted: a Source or an Assumption.",
        "units: it is below nil: -1. Accepted: nil or more.",
    ]
    assert said(lambda: SpendingBaseline(of_any_type(1), (), of_any_type(1))) == [
        "year: 1 is of type int. Accepted: a FinancialYear.",
        "lines: there is no line. Accepted: at least one line.",
        "index: 1 is of type int. Accepted: a PriceIndex, or nothing.",
    ]
    assert said(lambda: SpendingBaseline(year(2004), of_any_type(["x"]))) == [
        "lines: ['x'] is of type list. Accepted: a tuple."
    ]
    twice = baseline().lines * 2
    prices = PriceIndex("pay", {year(2003): 100}, BASIS)
    assert said(lambda: SpendingBaseline(year(2004), twice, prices)) == [
        "lines[1].heading: 'Staff' is given twice. Accepted: a name of its own.",
        "index.levels[2004/05]: pay has no level for 2004/05. Accepted: the level of that year.",
    ]
    assert said(lambda: PriceIndex("", of_any_type(7), of_any_type(None))) == [
        "name: it is empty. Accepted: what the index is called.",
        "levels: 7 is of type int. Accepted: the level of each year.",
        "basis: None is of type NoneType. Accepted: a Source or an Assumption.",
    ]
    levels: Any = {"2004": 0, year(2004): "many"}
    assert said(lambda: PriceIndex("pay", levels, BASIS)) == [
        "levels[2004]: '2004' is of type str. Accepted: a FinancialYear.",
        "levels[2004]: it is 0. Accepted: a figure over nil.",
        "levels[2004/05]: 'many' is not a number. Accepted: a whole number, a Decimal, or text such as \"1,234.56\".",
    ]
    assert said(lambda: EfficiencyTarget(of_any_type(1), of_any_type(None), of_any_type(2), of_any_type(3))) == [
        "rate: 1 is of type int. Accepted: a Share.",
        "basis: None is of type NoneType. Accepted: a Source or an Assumption.",
        "cashable: 2 is of type int. Accepted: a Share.",
        "rebased: 3 is of type int. Accepted: true or false.",
    ]
    assert said(lambda: TransitionCost("", of_any_type(1), pounds(-1), of_any_type(None))) == [
        "heading: it is empty. Accepted: what the cost is.",
        "year: 1 is of type int. Accepted: a FinancialYear.",
        "amount: it is below nil: -£1.00. Accepted: nil or more.",
        "basis: None is of type NoneType. Accepted: a Source or an Assumption.",
    ]
