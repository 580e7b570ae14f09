"""What is no account, no year and no correction: each in words, and all that is wrong together."""

from __future__ import annotations

from typing import Any

import pytest
from tests.accounts.facts import NOTE, years
from tests.agreements.facts import said

from lgtrade.accounts import (
    NOT_SAID,
    BreakEvenAccount,
    BreakEvenRule,
    Correction,
    OtherIncome,
    StatedYear,
    YearEntry,
)
from lgtrade.calendar import FinancialYear
from lgtrade.charging import USUAL_WINDOW
from lgtrade.money import ZERO, Money

MONEY = "Accepted: an amount of Money."
NUMBER = 'Accepted: a whole number, a Decimal, or text such as "1,234.56".'
FIRST = FinancialYear(2004)
A_POUND = Money.pounds(1)


def one(**changed: Any) -> YearEntry:
    """Give a year of a pound of income and a pound of cost."""
    return YearEntry(FIRST, A_POUND, A_POUND, **changed)


def late(start: int, **changed: Any) -> Correction:
    """Give a correction by a pound."""
    return Correction(FinancialYear(start), "2009-07-01", "a late invoice", NOTE, cost=A_POUND, **changed)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"entries": ()}, ["entries: there is no year. Accepted: at least one financial year."]),
        (
            {"entries": (*years((1, 1)), *years((1, 1), first=2006))},
            ["entries[2006/07]: 2006/07 follows 2004/05. Accepted: 2005/06."],
        ),
        (
            {"entries": (*years((1, 1), (1, 1)), *years((1, 1), first=2005))},
            ["entries[2005/06]: it is given twice. Accepted: one entry for each year."],
        ),
        ({"window": 0}, ["window: the window has no length. Accepted: a number of years, one or more."]),
        (
            {"window": 0, "stated": (StatedYear(FIRST, closing=A_POUND),)},
            ["window: the window has no length. Accepted: a number of years, one or more."],
        ),
        (
            {"entries": [1], "corrections": 5, "stated": None},
            [
                "entries: [1] is of type list. Accepted: a tuple.",
                "correction: 5 is of type int. Accepted: a tuple.",
                "stated: None is of type NoneType. Accepted: a tuple.",
            ],
        ),
        ({"service": []}, ["service: [] is of type list. Accepted: the key of a kind of service."]),
        ({"window": 2.5}, ["window: the window has no length. Accepted: a number of years, one or more."]),
        ({"window": True}, ["window: the window has no length. Accepted: a number of years, one or more."]),
        (
            {"window": 4},
            ["reason: a window of 4 years has no reason. Accepted: a reason for a window of more than 3 years."],
        ),
        (
            {"window": 5, "reason": "a lease of five years", "rule": BreakEvenRule.SEARCHES},
            ["window: a window of 5 years is not that of property searches. Accepted: 3 years."],
        ),
        ({"material": Money.pounds(-1)}, ["material: it is negative: -£1.00. Accepted: an amount of nothing or more."]),
        ({"rule": "equate"}, ["rule: 'equate' is of type str. Accepted: a BreakEvenRule."]),
        ({"returning": "no"}, ["returning: 'no' is of type str. Accepted: true or false."]),
        ({"opening": 2.5}, [f"opening: 2.5 is of type float. {MONEY}"]),
        (
            {"entries": (one(service="payroll"),)},
            [
                (
                    "entries[2004/05].service: it is of 'payroll', and the account is of 'help-desk'. "
                    "Accepted: one kind of service."
                )
            ],
        ),
        (
            {"entries": (one(powers={"LGA2003_S39": A_POUND}),)},
            [
                (
                    "entries[2004/05].powers[LGA2003_S39]: 'LGA2003_S39' is not the code of a power. "
                    "Accepted: LGA2003_S95; LGA2003_S93; LGA2000_S2, perhaps."
                )
            ],
        ),
        (
            {"entries": (one(powers={"?": A_POUND}),)},
            ["entries[2004/05].powers[?]: '?' is not the code of a power. Accepted: a code such as LGA2003_S93."],
        ),
        (
            {"entries": (one(powers={"LAGSA1970_S1": A_POUND}),)},
            [
                (
                    "entries[2004/05].powers[LAGSA1970_S1]: LAGSA1970_S1 does not hold charges to the cost: it allows "
                    "whatever the parties agree; a profit is allowed. "
                    "Accepted: a kind of service of its own for what is charged so."
                )
            ],
        ),
        (
            {"entries": (one(powers={"CODE_building-charges-2010": A_POUND}),)},
            [
                (
                    "entries[2004/05].powers[CODE_building-charges-2010]: CODE_building-charges-2010 asks for another "
                    "rule than cap. Accepted: the rule equate."
                )
            ],
        ),
        (
            {"corrections": (late(2004), late(2009))},
            ["correction[1].year: 2009/10 is not in the account. Accepted: a year from 2004/05 to 2004/05."],
        ),
        (
            {"stated": (StatedYear(FinancialYear(2003), closing=ZERO),)},
            ["stated[0].year: 2003/04 is not in the account. Accepted: a year from 2004/05 to 2004/05."],
        ),
        (
            {"entries": years((3, 1)), "stated": (StatedYear(FIRST, opening=A_POUND, income=ZERO, surplus=A_POUND),)},
            [
                (
                    "stated[0].opening: £1.00 is stated, and the account comes to £0.00: a difference of -£1.00. "
                    "Accepted: £0.00."
                ),
                (
                    "stated[0].income: £0.00 is stated, and the account comes to £3.00: a difference of £3.00. "
                    "Accepted: £3.00."
                ),
                (
                    "stated[0].surplus: £1.00 is stated, and the account comes to £2.00: a difference of £1.00. "
                    "Accepted: £2.00."
                ),
            ],
        ),
        (
            {"entries": years((3, 1), (1, 1)), "stated": (StatedYear(FinancialYear(2005), opening=A_POUND),)},
            [
                (
                    "stated[0].opening: £1.00 is stated, and 2004/05 closed with £2.00: a difference of £1.00. "
                    "Accepted: £2.00."
                )
            ],
        ),
        (
            {
                "entries": (
                    *years((3, 1)),
                    YearEntry(FinancialYear(2006), A_POUND, A_POUND, "payroll", {"LAGSA1970_S1": A_POUND}),
                ),
                "window": 4,
                "corrections": (late(2005),),
                "stated": (StatedYear(FinancialYear(2006), opening=ZERO),),
            },
            [
                "reason: a window of 4 years has no reason. Accepted: a reason for a window of more than 3 years.",
                (
                    "entries[2006/07].service: it is of 'payroll', and the account is of 'help-desk'. "
                    "Accepted: one kind of service."
                ),
                "entries[2006/07]: 2006/07 follows 2004/05. Accepted: 2005/06.",
                "correction[0].year: 2005/06 is not in the account. Accepted: a year from 2004/05 to 2006/07.",
                (
                    "entries[2006/07].powers[LAGSA1970_S1]: LAGSA1970_S1 does not hold charges to the cost: it allows "
                    "whatever the parties agree; a profit is allowed. "
                    "Accepted: a kind of service of its own for what is charged so."
                ),
                (
                    "stated[0].opening: £0.00 is stated, and 2004/05 closed with £2.00: a difference of £2.00. "
                    "Accepted: £2.00."
                ),
            ],
        ),
        (
            {
                "service": None,
                "entries": (*years((1, 1)), "2005/06", *years((1, 1), (1, 1), first=2006), *years((1, 1), first=2009)),
                "opening": 0,
                "window": 5,
                "rule": None,
                "returning": 1,
                "material": 5.0,
                "corrections": ("late",),
                "stated": (A_POUND,),
            },
            [
                "service: None is of type NoneType. Accepted: the key of a kind of service.",
                "entries[1]: '2005/06' is of type str. Accepted: a YearEntry.",
                f"opening: 0 is of type int. {MONEY}",
                "rule: None is of type NoneType. Accepted: a BreakEvenRule.",
                "returning: 1 is of type int. Accepted: true or false.",
                f"material: 5.0 is of type float. {MONEY}",
                "correction[0]: 'late' is of type str. Accepted: a Correction.",
                "stated[0]: £1.00 is of type Money. Accepted: a StatedYear.",
                "reason: a window of 5 years has no reason. Accepted: a reason for a window of more than 3 years.",
                "entries[2006/07]: 2006/07 follows 2004/05. Accepted: 2005/06.",
                "entries[2009/10]: 2009/10 follows 2007/08. Accepted: 2008/09.",
            ],
        ),
        ({"reason": 7}, ["reason: 7 is of type int. Accepted: a reason, in words."]),
    ],
)
def test_all_that_is_wrong_with_an_account_is_said(changed: dict[str, Any], words: list[str]) -> None:
    right: dict[str, Any] = {"service": "help-desk", "entries": years((1, 1))}
    assert said(lambda: BreakEvenAccount(**(right | changed))) == words


def test_a_window_of_up_to_three_years_needs_no_reason_and_a_longer_one_does() -> None:
    entries = years((1, 1))
    assert USUAL_WINDOW == BreakEvenAccount("help-desk", entries).window == 3
    assert BreakEvenAccount("help-desk", entries, window=10, reason="a ten-year lease").window == 10


def test_income_of_which_no_power_is_said_is_in_any_account_and_a_cap_may_be_kept_as_equality() -> None:
    entry = one(powers={NOT_SAID: Money.pounds(2), "LGA2003_S93": Money.pounds(-1)}, service="help-desk")
    for rule in BreakEvenRule:
        assert BreakEvenAccount("help-desk", (entry,), rule=rule).closing == ZERO


def test_a_day_that_is_none_is_refused() -> None:
    account = BreakEvenAccount("help-desk", years((1, 1)))
    (words,) = said(lambda: account.known_on("soon"))
    assert words.startswith("day: 'soon' is not a day.")


def test_all_that_is_wrong_with_a_year_is_said() -> None:
    given: dict[str, Any] = {
        "year": "2004/05",
        "income": 30.0,
        "cost": 28,
        "service": 7,
        "powers": {1: ZERO, "LGA2003_S93": 1.5},
        "other": ("a grant",),
        "returned": None,
        "units": "many",
    }
    assert said(lambda: YearEntry(**given)) == [
        "year: '2004/05' is of type str. Accepted: a FinancialYear.",
        f"income: 30.0 is of type float. {MONEY}",
        f"cost: 28 is of type int. {MONEY}",
        "service: 7 is of type int. Accepted: the key of a kind of service, or nothing.",
        "powers: 1 is of type int. Accepted: the code of a power.",
        f"powers[LGA2003_S93]: 1.5 is of type float. {MONEY}",
        "other[0]: 'a grant' is of type str. Accepted: an OtherIncome.",
        f"returned: None is of type NoneType. {MONEY}",
        f"units: 'many' is not a number. {NUMBER}",
    ]
    assert said(lambda: one(powers={"LGA2003_S93": Money.pounds("0.75")}, returned=-A_POUND, units=-1)) == [
        (
            "powers: they add to £0.75, and the income is £1.00: a difference of £0.25. "
            "Accepted: amounts that add to £1.00."
        ),
        "returned: it is negative: -£1.00. Accepted: an amount of nothing or more.",
        "units: it is negative. Accepted: a number of units, or nil.",
    ]


def test_all_that_is_wrong_with_other_income_is_said() -> None:
    given: dict[str, Any] = {"amount": 5.0, "lowers_cost": "yes"}
    assert said(lambda: OtherIncome("", **given)) == [
        "heading: it is empty. Accepted: what it is.",
        f"amount: 5.0 is of type float. {MONEY}",
        "lowers_cost: 'yes' is of type str. Accepted: true or false.",
    ]


def test_all_that_is_wrong_with_a_correction_is_said() -> None:
    given: dict[str, Any] = {"year": 2004, "on": "soon", "basis": "the ledger"}
    words = said(lambda: Correction(**given, reason="", income=ZERO, cost=ZERO))
    assert [line for line in words if not line.startswith("on: 'soon' is not a day.")] == [
        "year: 2004 is of type int. Accepted: a FinancialYear.",
        "reason: it is empty. Accepted: why, in words.",
        "basis: 'the ledger' is of type str. Accepted: a Source or an Assumption.",
        "it changes neither the income nor the cost. Accepted: what it adds to the income, to the cost, or to both.",
    ]
    amounts: dict[str, Any] = {"income": 1, "cost": 2.5}
    assert said(lambda: Correction(FIRST, "2005-07-01", "a late invoice", NOTE, **amounts)) == [
        f"income: 1 is of type int. {MONEY}",
        f"cost: 2.5 is of type float. {MONEY}",
    ]


def test_all_that_is_wrong_with_stated_figures_is_said() -> None:
    given: Any = "2004/05"
    assert said(lambda: StatedYear(given)) == [
        "year: '2004/05' is of type str. Accepted: a FinancialYear.",
        "nothing is stated. Accepted: one or more of: opening, income, cost, surplus, closing.",
    ]
    figures: dict[str, Any] = {"opening": 1.0, "closing": 5, "on": "soon"}
    words = said(lambda: StatedYear(FIRST, **figures))
    assert words[:2] == [
        "opening: 1.0 is of type float. Accepted: an amount of Money, or nothing.",
        "closing: 5 is of type int. Accepted: an amount of Money, or nothing.",
    ]
    assert words[2].startswith("on: 'soon' is not a day.")


def test_powers_and_other_income_that_are_no_table_and_no_tuple_are_refused() -> None:
    assert said(lambda: one(powers=5, other=[])) == [
        "powers: 5 is of type int. Accepted: the income by the code of its power.",
        "other: [] is of type list. Accepted: a tuple.",
    ]


def test_what_is_stated_takes_in_the_corrections_that_were_known() -> None:
    """£1 of income and £1 of cost; later £2 more of income and £1 more of cost."""
    found = Correction(FIRST, "2005-09-30", "found late", NOTE, income=A_POUND * 2, cost=A_POUND)
    after = {"income": A_POUND * 3, "cost": A_POUND * 2, "surplus": A_POUND, "closing": A_POUND}
    before = {"income": A_POUND, "cost": A_POUND, "surplus": ZERO, "closing": ZERO}
    stated = (StatedYear(FIRST, **after), StatedYear(FIRST, **before, on="2005-09-29"))
    assert BreakEvenAccount("help-desk", (one(),), corrections=(found,), stated=stated).closing == A_POUND
    swapped = (StatedYear(FIRST, **before), StatedYear(FIRST, **after, on="2005-09-29"))
    assert [
        issue.split(":")[0]
        for issue in said(lambda: BreakEvenAccount("help-desk", (one(),), corrections=(found,), stated=swapped))
    ] == [f"stated[{number}].{name}" for number in (0, 1) for name in ("income", "cost", "surplus", "closing")]
