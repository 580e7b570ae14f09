"""Accounts worked by hand or published, every status with its sentence, and what is no account."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from tests.agreements.facts import said

from lgtrade.accounts import USUAL_WINDOW, BreakEvenAccount, BreakEvenRule, Status, YearEntry
from lgtrade.calendar import FinancialYear
from lgtrade.charging import AtCost
from lgtrade.money import ZERO, Money, Rate

CAP, EQUATE = BreakEvenRule.CAP, BreakEvenRule.EQUATE


def years(*figures: tuple[int | str, int | str], first: int = 2004) -> tuple[YearEntry, ...]:
    """Give an entry for each pair of income and cost, in pounds."""
    return tuple(
        YearEntry(FinancialYear(first + number), Money.pounds(income), Money.pounds(cost))
        for number, (income, cost) in enumerate(figures)
    )


EARLY, LATE = years((30, 28)), years((30, 28), (27, 29), (31, 30))
"""£2 over after one year; £1 over after three."""

SENTENCES = {
    "a capped surplus, before the window ends": (
        {"entries": EARLY},
        Status.MONITOR,
        "The balance of £2.00 at the end of 2004/05 has to be watched: the window has not ended.",
    ),
    "a capped deficit, before the window ends": (
        {"entries": years((26, 28))},
        Status.BALANCED,
        "The account is in balance at the end of 2004/05, or has cost more than it brought in.",
    ),
    "a capped balance of nothing at the end": (
        {"entries": years((28, 28)), "window": 1},
        Status.BALANCED,
        "The account is in balance at the end of 2004/05, or has cost more than it brought in.",
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
        "The account is in balance at the end of 2004/05, or has cost more than it brought in.",
    ),
    "a surplus to be equalled, before the window ends": (
        {"entries": EARLY, "rule": EQUATE},
        Status.MONITOR,
        "The balance of £2.00 at the end of 2004/05 has to be watched: the window has not ended.",
    ),
    "a deficit to be equalled, before the window ends": (
        {"entries": years((26, 28)), "rule": EQUATE},
        Status.MONITOR,
        "The balance of £2.00 at the end of 2004/05 has to be watched: the window has not ended.",
    ),
    "a surplus to be equalled at the end, even if it is being returned": (
        {"entries": LATE, "rule": EQUATE, "returning": True},
        Status.OFF_BALANCE,
        "The window ended £1.00 out of balance in 2006/07: the next charges have to take it in.",
    ),
    "a deficit to be equalled at the end": (
        {"entries": years((26, 28)), "rule": EQUATE, "window": 1},
        Status.OFF_BALANCE,
        "The window ended £2.00 out of balance in 2004/05: the next charges have to take it in.",
    ),
    "a difference to be equalled that is not material": (
        {"entries": LATE, "rule": EQUATE, "material": Money.pounds(1)},
        Status.BALANCED,
        "The account is in balance at the end of 2006/07, or has cost more than it brought in.",
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
        "a surplus that is being returned through lower charges",
        "a surplus at the end of the window that is not being returned",
        "a deficit at the end of the window",
        "not equal at the end of the window",
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
    """Over three consecutive years, adjusting in the year after: SI 2008/3248 reg.6(4) and (5).

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
        balance = BreakEvenAccount("property-searches", entries, window=3).closing
        assert balance == Money.pounds(closing)
    account = BreakEvenAccount("property-searches", entries, window=3)
    assert [each.status for each in account.positions] == [Status.MONITOR, Status.BALANCED, Status.DEFICIT]
    assert account.positions[-1].window_ends


def test_a_chargeable_account_over_three_years() -> None:
    """Uttlesford DC, Building regulations chargeable and non-chargeable account 2021/22, in thousands of pounds.

    https://www.uttlesford.gov.uk/article/5716/Building-regulations-chargeable-and-non-chargeable-account-2021-22:
    deficits of 18 and 47 and a surplus of 4; 1,255 of 1,316 recovered, by hand.
    """
    entries = years((432_000, 450_000), (370_000, 417_000), (453_000, 449_000), first=2019)
    account = BreakEvenAccount("building-control", entries, rule=EQUATE)
    surpluses = [Money.pounds(pounds) for pounds in (-18_000, -47_000, 4_000)]
    assert [entry.surplus for entry in account.entries] == surpluses
    assert account.closing == Money.pounds(-61_000)
    assert account.recovery == Fraction(1_255, 1_316)
    assert [each.status for each in account.positions] == [Status.MONITOR, Status.MONITOR, Status.OFF_BALANCE]


def test_an_account_of_two_years_that_recovers_less_than_it_costs() -> None:
    """Neath Port Talbot CBC, Building regulations chargeable and non-chargeable account; the sum of both years by hand.

    https://beta.npt.gov.uk/planning-and-building-control/building-control/building-regulations-chargeable-and-non-chargeable-account
    """
    income = ((109_408 + 214_340, 337_424), (220_520 + 63_062, 341_200))
    account = BreakEvenAccount("building-control", years(*income, first=2022), rule=EQUATE)
    assert [entry.surplus for entry in account.entries] == [Money.pounds(-13_676), Money.pounds(-57_618)]
    assert account.closing == Money.pounds(-71_294)
    assert account.recovery == Fraction(607_330, 678_624)


def test_a_surplus_budgeted_on_top_of_a_surplus() -> None:
    """Somerset West and Taunton Council, Land charges financial statement: 2020/21, and the budget of 2021/22.

    https://www.somersetwestandtaunton.gov.uk/finance/land-charges-financial-statement/; the sum by hand.
    """
    entries = years((311_899, 241_180), (290_000, 231_828), first=2020)
    account = BreakEvenAccount("land-charges", entries, window=1)
    assert [each.closing for each in account.positions] == [Money.pounds(70_719), Money.pounds(128_891)]
    assert {each.status for each in account.positions} == {Status.BREACH_RISK}


def test_what_was_brought_forward_counts() -> None:
    account = BreakEvenAccount("help-desk", years((28, 30)), opening=Money.pounds("2.01"), window=1)
    assert account.positions[0].opening == Money.pounds("2.01")
    assert (account.closing, account.positions[0].status) == (Money(pence=1), Status.BREACH_RISK)


@pytest.mark.parametrize("cost", [0, -5])
def test_nothing_can_be_said_to_be_recovered_where_nothing_was_spent(cost: int) -> None:
    assert BreakEvenAccount("help-desk", years((30, cost))).recovery is None


MONEY = "Accepted: an amount of Money."


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"entries": ()}, ["entries: there is no year. Accepted: at least one financial year."]),
        (
            {"entries": (*years((1, 1)), *years((1, 1), first=2006))},
            ["entries[1].year: 2006/07 follows 2004/05. Accepted: 2005/06."],
        ),
        (
            {"entries": (*years((1, 1), (1, 1)), *years((1, 1), first=2005))},
            ["entries[2].year: 2005/06 follows 2005/06. Accepted: 2006/07."],
        ),
        (
            {"entries": (*years((1, 1), first=2005), *years((1, 1)))},
            ["entries[1].year: 2004/05 follows 2005/06. Accepted: 2006/07."],
        ),
        ({"window": 0}, ["window: the window has no length. Accepted: a number of years, one or more."]),
        ({"window": 2.5}, ["window: the window has no length. Accepted: a number of years, one or more."]),
        ({"window": True}, ["window: the window has no length. Accepted: a number of years, one or more."]),
        (
            {"window": 4},
            ["reason: a window of 4 years has no reason. Accepted: a reason for a window of more than 3 years."],
        ),
        ({"material": Money.pounds(-1)}, ["material: it is negative: -£1.00. Accepted: an amount of nothing or more."]),
        ({"rule": "equate"}, ["rule: 'equate' is of type str. Accepted: a BreakEvenRule."]),
        ({"returning": "no"}, ["returning: 'no' is of type str. Accepted: true or false."]),
        ({"opening": 2.5}, [f"opening: 2.5 is of type float. {MONEY}"]),
        (
            {
                "service": None,
                "entries": (*years((1, 1)), "2005/06", *years((1, 1), (1, 1), first=2006), *years((1, 1), first=2009)),
                "opening": 0,
                "window": 5,
                "rule": None,
                "returning": 1,
                "material": 5.0,
            },
            [
                "service: None is of type NoneType. Accepted: the key of a kind of service.",
                "entries[1]: '2005/06' is of type str. Accepted: a YearEntry.",
                "entries[4].year: 2009/10 follows 2007/08. Accepted: 2008/09.",
                f"opening: 0 is of type int. {MONEY}",
                "reason: a window of 5 years has no reason. Accepted: a reason for a window of more than 3 years.",
                "rule: None is of type NoneType. Accepted: a BreakEvenRule.",
                "returning: 1 is of type int. Accepted: true or false.",
                f"material: 5.0 is of type float. {MONEY}",
            ],
        ),
    ],
)
def test_all_that_is_wrong_with_an_account_is_said(changed: dict[str, Any], words: list[str]) -> None:
    right: dict[str, Any] = {"service": "help-desk", "entries": years((1, 1))}
    assert said(lambda: BreakEvenAccount(**(right | changed))) == words


def test_a_window_of_up_to_three_years_needs_no_reason_and_a_longer_one_does() -> None:
    entries = years((1, 1))
    assert USUAL_WINDOW == BreakEvenAccount("help-desk", entries).window == 3
    assert BreakEvenAccount("help-desk", entries, window=10, reason="a ten-year lease").window == 10


def test_all_that_is_wrong_with_a_year_is_said() -> None:
    figures: tuple[Any, Any, Any] = ("2004/05", 30.0, 28)
    assert said(lambda: YearEntry(*figures)) == [
        "year: '2004/05' is of type str. Accepted: a FinancialYear.",
        f"income: 30.0 is of type float. {MONEY}",
        f"cost: 28 is of type int. {MONEY}",
    ]
