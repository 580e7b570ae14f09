"""Accounts worked by hand, and every status with its sentence. Published accounts are case files: tests/cases."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs
import pytest
from tests.accounts.facts import NOTE, years

from lgtrade.accounts import (
    BreakEvenAccount,
    BreakEvenRule,
    Correction,
    OtherIncome,
    StatedYear,
    Status,
    YearEntry,
    rule_under,
)
from lgtrade.calendar import FinancialYear
from lgtrade.charging import AtCost
from lgtrade.money import ZERO, Money, Rate

EQUATE, SEARCHES = BreakEvenRule.EQUATE, BreakEvenRule.SEARCHES


EARLY, LATE = years((30, 28)), years((30, 28), (27, 29), (31, 30))
"""£2 over after one year; £1 over after three."""

SENTENCES = {
    "a capped surplus, before the window ends": (
        {"entries": EARLY},
        Status.MONITOR,
        "The surplus of £2.00 at the end of 2004/05 has to be watched: the window has not ended.",
    ),
    "a capped deficit, before the window ends": (
        {"entries": years((26, 28))},
        Status.SHORT,
        "The deficit of £2.00 at the end of 2004/05 may still be made good: the window has not ended.",
    ),
    "a capped balance of nothing at the end": (
        {"entries": years((28, 28)), "window": 1},
        Status.BALANCED,
        "The account is in balance at the end of 2004/05, or so nearly that the difference is not material.",
    ),
    "a capped surplus at the end": (
        {"entries": LATE},
        Status.BREACH_RISK,
        "The window ended with a surplus of £1.00 in 2006/07: return it through lower charges.",
    ),
    "a capped surplus at the end that is being returned": (
        {"entries": LATE, "returning": True},
        Status.RETURNING,
        "The surplus of £1.00 at the end of 2006/07 is being returned through lower charges.",
    ),
    "a capped surplus of a penny, where £100 is called material": (
        {"entries": years(("28.01", 28)), "window": 1, "material": Money.pounds(100)},
        Status.BREACH_RISK,
        "The window ended with a surplus of £0.01 in 2004/05: return it through lower charges.",
    ),
    "a capped deficit at the end": (
        {"entries": years((26, 28)), "window": 1},
        Status.DEFICIT,
        (
            "The window ended with a deficit of £2.00 in 2004/05: lawful, but consider subsidy control, best value and "
            "competition."
        ),
    ),
    "a capped deficit at the end that is not material": (
        {"entries": years((26, 28)), "window": 1, "material": Money.pounds(2)},
        Status.BALANCED,
        "The account is in balance at the end of 2004/05, or so nearly that the difference is not material.",
    ),
    "a surplus to be equalled, before the window ends": (
        {"entries": EARLY, "rule": EQUATE},
        Status.MONITOR,
        "The surplus of £2.00 at the end of 2004/05 has to be watched: the window has not ended.",
    ),
    "a deficit to be equalled, before the window ends": (
        {"entries": years((26, 28)), "rule": EQUATE},
        Status.MONITOR,
        "The deficit of £2.00 at the end of 2004/05 has to be watched: the window has not ended.",
    ),
    "a surplus to be equalled at the end, even if it is being returned": (
        {"entries": LATE, "rule": EQUATE, "returning": True},
        Status.OFF_BALANCE,
        "The window ended with a surplus of £1.00 in 2006/07: the next charges have to take it in.",
    ),
    "a deficit to be equalled at the end": (
        {"entries": years((26, 28)), "rule": EQUATE, "window": 1},
        Status.OFF_BALANCE,
        "The window ended with a deficit of £2.00 in 2004/05: the next charges have to take it in.",
    ),
    "a difference to be equalled that is not material": (
        {"entries": LATE, "rule": EQUATE, "material": Money.pounds(1)},
        Status.BALANCED,
        "The account is in balance at the end of 2006/07, or so nearly that the difference is not material.",
    ),
    "property searches that brought in too much": (
        {"entries": EARLY, "rule": SEARCHES},
        Status.TO_ADJUST,
        "The surplus of £2.00 at the end of 2004/05 has to be taken into the next year's charge.",
    ),
    "property searches that brought in too little": (
        {"entries": years((26, 28)), "rule": SEARCHES},
        Status.TO_ADJUST,
        "The deficit of £2.00 at the end of 2004/05 has to be taken into the next year's charge.",
    ),
    "property searches in balance, but for what is not material": (
        {"entries": EARLY, "rule": SEARCHES, "material": Money.pounds(2)},
        Status.BALANCED,
        "The account is in balance at the end of 2004/05, or so nearly that the difference is not material.",
    ),
    "property searches over three years, with a deficit from before that is not of those years": (
        {"entries": LATE, "rule": SEARCHES, "opening": Money.pounds(-5)},
        Status.BREACH_RISK,
        "The window ended with a surplus of £1.00 in 2006/07: return it through lower charges.",
    ),
    "property searches over three years, with a surplus that is being returned": (
        {"entries": LATE, "rule": SEARCHES, "returning": True},
        Status.RETURNING,
        "The surplus of £1.00 at the end of 2006/07 is being returned through lower charges.",
    ),
}


@pytest.mark.parametrize(("terms", "status", "sentence"), SENTENCES.values(), ids=SENTENCES)
def test_where_an_account_stands_is_said_in_a_sentence(terms: dict[str, Any], status: Status, sentence: str) -> None:
    position = BreakEvenAccount("help-desk", **terms).positions[-1]
    assert (position.status, str(position.words)) == (status, sentence)


def test_every_status_is_reached_and_has_its_own_words() -> None:
    assert {status for _, status, _ in SENTENCES.values()} == set(Status)
    assert [status.value for status in Status] == [
        "in balance",
        "to be watched: the window has not ended",
        "a deficit, and the window has not ended",
        "a surplus that is being returned through lower charges",
        "a surplus at the end of the window that is not being returned",
        "a deficit at the end of the window",
        "not equal at the end of the window",
        "to be taken into the next year's charge",
    ]


def test_a_breach_risk_in_an_earlier_window_is_not_hidden_by_what_is_returned_after() -> None:
    """Windows of one year: £2 over, then £2 under, then nothing; the first window did end with a surplus."""
    account = BreakEvenAccount("help-desk", years((30, 28), (27, 29), (28, 28)), window=1, returning=True)
    statuses = [position.status for position in account.positions]
    assert statuses == [Status.BREACH_RISK, Status.BALANCED, Status.BALANCED]
    assert repr(account) == (
        "<BreakEvenAccount of help-desk: £0.00>\n"
        "  2004/05: £2.00, a surplus at the end of the window that is not being returned\n"
        "  2005/06: £0.00, in balance\n"
        "  2006/07: £0.00, in balance"
    )


def test_a_property_search_charge_is_the_cost_over_the_requests_and_takes_in_the_year_before() -> None:
    """Over three consecutive years, adjusting in the year after: SI 2008/3248 reg.6(3) and (4).

    https://www.legislation.gov.uk/uksi/2008/3248/regulation/6. Figures made up, and worked by hand:

    ========  =========  ========  ===============================  ========  ========  ========  ========
    year      estimated  requests  charge                           requests  income    cost      balance
    ========  =========  ========  ===============================  ========  ========  ========  ========
    2009/10   £30,000    1,500     30,000 / 1,500 = £20.00          1,600     £32,000   £31,000   £1,000
    2010/11   £31,000    1,550     30,000 / 1,550 = £19.35          1,500     £29,025   £30,500   -£475
    2011/12   £30,475    1,500     30,950 / 1,500 = £20.63          1,500     £30,945   £30,475   -£5
    ========  =========  ========  ===============================  ========  ========  ========  ========
    """
    table = [
        (30_000, 1_500, "20.00", 1_600, 31_000, 1_000),
        (31_000, 1_550, "19.35", 1_500, 30_500, -475),
        (30_475, 1_500, "20.63", 1_500, 30_475, -5),
    ]
    entries: tuple[YearEntry, ...] = ()
    balance = ZERO
    for number, (estimated, requests, rate, received, cost, closing) in enumerate(table):
        charge = AtCost().unit_charge(Money.pounds(estimated), requests, balance)
        assert charge.rate == Rate(rate)
        income = (charge.rate * received).round(charge.rounding)
        entries = (*entries, YearEntry(FinancialYear(2009 + number), income, Money.pounds(cost)))
        balance = BreakEvenAccount("property-searches", entries, rule=SEARCHES).closing
        assert balance == Money.pounds(closing)
    account = BreakEvenAccount("property-searches", entries, rule=SEARCHES)
    assert [each.status for each in account.positions] == [Status.TO_ADJUST] * 3
    assert [each.tested for each in account.positions] == [Money.pounds(each) for each in (1_000, -475, -5)]
    assert [each.window_ends for each in account.positions] == [False, False, True]


def test_what_was_brought_forward_counts() -> None:
    account = BreakEvenAccount("help-desk", years((28, 30)), opening=Money.pounds("2.01"), window=1)
    assert account.positions[0].opening == Money.pounds("2.01")
    assert (account.closing, account.positions[0].status) == (Money(pence=1), Status.BREACH_RISK)


@pytest.mark.parametrize("cost", [0, -5])
def test_nothing_can_be_said_to_be_recovered_where_nothing_was_spent(cost: int) -> None:
    assert BreakEvenAccount("help-desk", years((30, cost))).recovery is None


def test_a_grant_lowers_the_cost_to_recover_only_where_it_is_said_to() -> None:
    """Made up: £90 of charges on a cost of £100, and grants of £10 and £5; 90 of 90 units at a pound."""
    apart = OtherIncome("Reform grant", Money.pounds(5), lowers_cost=False)
    lowers = OtherIncome("Training grant", Money.pounds(10), lowers_cost=True)
    entry = YearEntry(FinancialYear(2004), Money.pounds(90), Money.pounds(100), other=(apart, lowers), units=90)
    assert (entry.cost_to_recover, entry.surplus) == (Money.pounds(90), ZERO)
    assert (entry.unit_income, entry.unit_cost) == (Fraction(1), Fraction(1))
    assert BreakEvenAccount("help-desk", (entry,)).recovery == Fraction(1)


def test_a_correction_is_an_entry_of_its_own_and_the_account_as_known_before_it_stays() -> None:
    """Made up: £2 over and then £2 under; in July 2006 an invoice of £1 for 2004/05 turns up."""
    late = Correction(FinancialYear(2004), "2006-07-01", "a late invoice", NOTE, cost=Money.pounds(1))
    account = BreakEvenAccount("help-desk", years((30, 28), (27, 29)), corrections=(late,))
    assert [each.entry.surplus for each in account.positions] == [Money.pounds(2), Money.pounds(-2)]
    assert [each.corrected for each in account.positions] == [Money.pounds(-1), ZERO]
    assert [each.closing for each in account.positions] == [Money.pounds(1), Money.pounds(-1)]
    assert [each.closing for each in account.known_on("2006-06-30").positions] == [Money.pounds(2), ZERO]
    assert account.known_on("2006-07-01").positions == account.positions


def test_what_was_paid_back_of_a_surplus_is_no_longer_carried() -> None:
    entry = attrs.evolve(EARLY[0], returned=Money.pounds("1.50"))
    account = BreakEvenAccount("help-desk", (entry,), window=1)
    assert (entry.surplus, account.closing) == (Money.pounds(2), Money.pounds("0.50"))
    assert account.figures["returned", "2004/05"] == Money.pounds("1.50")


def test_figures_stated_on_a_day_leave_later_corrections_out() -> None:
    late = Correction(FinancialYear(2004), "2006-07-01", "a late invoice", NOTE, cost=Money.pounds(1))
    then = StatedYear(FinancialYear(2005), opening=Money.pounds(2), closing=ZERO, on="2006-06-30")
    now = StatedYear(FinancialYear(2005), opening=Money.pounds(1), closing=Money.pounds(-1))
    entries = years((30, 28), (27, 29))
    account = BreakEvenAccount("help-desk", entries, corrections=(late,), stated=(then, now))
    assert account.known_on("2006-06-30").stated == (then,)
    assert account.known_on("2006-06-29").stated == ()


@pytest.mark.parametrize(
    ("power", "rule"),
    [
        ("LGA2003_S93", BreakEvenRule.CAP),
        ("LA2011_S3", BreakEvenRule.CAP),
        ("CODE_building-charges-2010", EQUATE),
        ("CODE_property-records-england", SEARCHES),
        ("CODE_property-enquiries-england", BreakEvenRule.CAP),
        ("LAGSA1970_S1", None),
        ("LGA2003_S95", None),
        ("LGA1972_S111", None),
        ("CODE_parking-on-street", None),
        ("no such code", None),
    ],
)
def test_a_power_asks_for_a_rule_where_it_holds_charges_to_the_cost(power: str, rule: BreakEvenRule | None) -> None:
    assert rule_under(power) is rule


def test_windows_follow_one_another_and_those_of_property_searches_overlap() -> None:
    by_two = BreakEvenAccount("help-desk", years(*[(1, 1)] * 5), window=2)
    assert [position.window_ends for position in by_two.positions] == [False, True, False, True, False]
    searches = BreakEvenAccount("searches", years(*[(1, 1)] * 5), rule=BreakEvenRule.SEARCHES)
    assert [position.window_ends for position in searches.positions] == [False, False, True, True, True]
