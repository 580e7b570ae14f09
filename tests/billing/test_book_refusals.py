"""What is wrong with a statement, a step, or a part of either: all of it, in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from tests.agreements.facts import BASIS, of_any_type, said
from tests.billing.facts import BOOK, DAY, EIGHT, EXEMPT, FIRST, YEARS, pounds

from lgtrade.billing import (
    EntryKind,
    Instalment,
    InterestDue,
    IssuedStatement,
    SimpleInterest,
    StatementBook,
    StatementEntry,
    StatementKind,
)
from lgtrade.calendar import FinancialYear, Period
from lgtrade.charging import VatLiability, VatRounding, VatTreatment
from lgtrade.money import HALF_UP, ZERO, Share
from lgtrade.sources import Source

GO_TOGETHER = (
    "interest: the line and the interest do not go together. "
    "Accepted: an InterestDue with a line of interest, and only with it."
)


AFTER_THE_YEAR = "Accepted: a day after 31 March 2005."
WITHIN_THE_YEAR = "Accepted: a day within 1 April 2004 to 31 March 2005."
DONE = BOOK.issue_estimate(DAY, FIRST, pounds(100)).true_up("2005-05-01", FIRST, pounds(90))
LATER = dt.date(2005, 5, 1)
ON_OR_AFTER = "Accepted: a day on or after 1 May 2005."


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (
            lambda: DONE.true_up(LATER, FIRST, pounds(1)),
            ["year: 2004/05 was trued up by statement 2. Accepted: a correction of 2004/05."],
        ),
        (
            lambda: DONE.issue_estimate(LATER, FIRST, pounds(1)),
            ["year: 2004/05 was trued up by statement 2. Accepted: a correction of 2004/05."],
        ),
        (
            lambda: DONE.correct("2005-04-30", YEARS[1], pounds(-1), ""),
            [
                "new_actual.net: the sum is negative. Accepted: a sum of nothing or more.",
                f"day: 30 April 2005 is before statement 2 of 1 May 2005. {ON_OR_AFTER}",
                "year: 2005/06 has no actual statement to correct. Accepted: a year that has been trued up.",
                "reason: the correction has no reason. Accepted: why the sum changed.",
            ],
        ),
        (
            lambda: BOOK.true_up(
                "soon", FinancialYear(2010), of_any_type("1"), due=["2004-01-01"], credits=[("a", ZERO)]
            ),
            [
                "actual: '1' is of type str. Accepted: an amount of Money, or ChargeElements.",
                "credits[0]: the credit is nothing. Accepted: a sum over nothing.",
                "day: 'soon' is not a day. Accepted: a day from 1 January 1900 to 31 December 2199, as in 2026-04-01.",
                "year: 2010/11 is outside the term. Accepted: a year within 1 April 2004 to 31 March 2007.",
            ],
        ),
        (
            lambda: BOOK.issue_estimate(
                DAY, of_any_type(2004), of_any_type([1]), due=["2004-05-01", "2004-04-30", "2004-03-01"]
            ),
            [
                "estimate[0]: 1 is of type int. Accepted: an amount of Money, or ChargeElements.",
                "due[1]: it is due on 30 April 2004, before 1 May 2004. Accepted: a day on or after 1 May 2004.",
                "due[2]: it is due on 1 March 2004, before 1 May 2004. Accepted: a day on or after 1 May 2004.",
                "year: 2004 is of type int. Accepted: a FinancialYear.",
            ],
        ),
        (
            lambda: BOOK.issue_estimate(DAY, FIRST, ZERO).issue_estimate(DAY, FIRST, ZERO),
            ["year: 2004/05 was estimated by statement 1. Accepted: a revised estimate of 2004/05."],
        ),
        (
            lambda: BOOK.revise_estimate(DAY, FIRST, ZERO, ""),
            [
                "year: 2004/05 has no estimate to revise. Accepted: a year that has been estimated.",
                "reason: the revised estimate has no reason. Accepted: why the sum changed.",
            ],
        ),
        (
            lambda: BOOK.true_up("2005-03-31", FIRST, ZERO),
            [f"day: 31 March 2005 is not after the last day supplied, 31 March 2005. {AFTER_THE_YEAR}"],
        ),
        (
            lambda: BOOK.true_up("2004-10-01", FIRST, ZERO, until="2005-04-01"),
            [
                f"until: 1 April 2005 is not one of the days to be billed. {WITHIN_THE_YEAR}",
                f"day: 1 October 2004 is not after the last day supplied, 31 March 2005. {AFTER_THE_YEAR}",
            ],
        ),
        (
            lambda: BOOK.true_up("2007-10-01", FIRST, ZERO, until="soon"),
            ["until: 'soon' is not a day. Accepted: a day from 1 January 1900 to 31 December 2199, as in 2026-04-01."],
        ),
        (lambda: BOOK.owed(of_any_type(2004)), ["year: 2004 is of type int. Accepted: a FinancialYear."]),
        (
            lambda: BOOK.credit(of_any_type([7, ("a", "b"), ("a", pounds(-1))])),
            [
                "[0]: 7 is of type int. Accepted: words and an amount of Money, or a ChargeElement.",
                "[1].net: 'b' is of type str. Accepted: an amount of Money.",
                "[2].net: the sum is negative. Accepted: a sum of nothing or more.",
            ],
        ),
        (lambda: BOOK.credit(of_any_type(7)), ["7 is of type int. Accepted: credits."]),
        (
            lambda: attrs.evolve(BOOK, interest=None).charge_interest(pounds(1), DAY, DAY),
            ["interest: no interest was agreed in HD1. Accepted: an agreement with interest."],
        ),
        (
            lambda: BOOK.charge_interest(ZERO, LATER, DAY),
            [
                "principal: the sum that was late is £0.00. Accepted: a sum over nothing.",
                f"paid: it was paid on 1 April 2004, before it was due on 1 May 2005. {ON_OR_AFTER}",
            ],
        ),
        (
            lambda: BOOK.charge_interest(pounds(1), "soon", DAY),
            ["due: 'soon' is not a day. Accepted: a day from 1 January 1900 to 31 December 2199, as in 2026-04-01."],
        ),
    ],
)
def test_a_step_that_is_not_allowed_says_all_that_is_wrong(step: Callable[[], object], words: list[str]) -> None:
    assert said(step) == words


def test_a_book_refuses_statements_that_do_not_follow_one_another() -> None:
    one, two = DONE.statements
    after = "Accepted: a day on or after 1 April 2004."
    wrong = (attrs.evolve(one, number=2), attrs.evolve(one, day="2004-03-01", period=FIRST.period), two)
    term = Period("2004-04-02", "2007-03-31")
    outside = (
        "1 April 2004 to 31 March 2005 is not within the term. Accepted: days within 2 April 2004 to 31 March 2007."
    )
    assert said(lambda: attrs.evolve(BOOK, term=term, statements=wrong)) == [
        "statements[0].number: it is numbered 2. Accepted: number 1.",
        f"statements[0].period: {outside}",
        "statements[1].number: it is numbered 1. Accepted: number 2.",
        f"statements[1].period: {outside}",
        f"statements[1].day: 1 March 2004 is before statement 2 of 1 April 2004. {after}",
        "statements[1].year: 2004/05 was estimated by statement 2. Accepted: a revised estimate of 2004/05.",
        "statements[2].number: it is numbered 2. Accepted: number 3.",
        f"statements[2].period: {outside}",
    ]
    again = (one, two, attrs.evolve(two, number=3))
    assert said(lambda: attrs.evolve(BOOK, statements=again)) == [
        "statements[2].year: 2004/05 was trued up by statement 2. Accepted: a correction of 2004/05."
    ]


def test_a_statement_that_does_not_add_up_says_all_that_is_wrong() -> None:
    within = "Accepted: days within 1 April 2004 to 31 March 2005."
    (line,) = DONE.statements[0].lines
    wrong: dict[str, Any] = {
        "number": 0,
        "period": Period("2005-03-31", "2005-04-01"),
        "kind": StatementKind.CORRECTION,
    }
    parts = (Instalment("2004-04-01", pounds(1)), Instalment("2004-03-31", pounds(1)))
    lines = (attrs.evolve(line, vat=pounds(19)),)
    assert said(lambda: attrs.evolve(DONE.statements[0], **wrong, lines=lines, instalments=parts)) == [
        "number: the number is 0. Accepted: a number from 1.",
        f"period: 31 March 2005 to 1 April 2005 is not within 2004/05. {within}",
        "lines[0].vat: the VAT is £19.00. Accepted: VAT of £20.00.",
        "reason: the correction has no reason. Accepted: why the sum changed.",
        "instalments: the instalments add to £2.00. Accepted: £119.00 in all.",
        "instalments[1]: it is due on 31 March 2004, before 1 April 2004. Accepted: a day on or after 1 April 2004.",
    ]


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (
            lambda: VatTreatment(VatLiability.STANDARD_RATED, BASIS),
            ["rate: it is standard-rated, and there is no rate. Accepted: a rate over nothing."],
        ),
        (
            lambda: VatTreatment(VatLiability.STANDARD_RATED, BASIS, Share(0)),
            ["rate: it is standard-rated, and there is no rate. Accepted: a rate over nothing."],
        ),
        (
            lambda: VatTreatment(VatLiability.EXEMPT, Source("notice"), Share("20%")),
            ["rate: it is exempt, and there is a rate. Accepted: no rate."],
        ),
        (
            lambda: VatTreatment(of_any_type("exempt"), of_any_type("x"), of_any_type(0.2)),
            [
                "liability: 'exempt' is of type str. Accepted: a VatLiability.",
                "basis: 'x' is of type str. Accepted: a Source or an Assumption.",
                "rate: 0.2 is of type float. Accepted: a Share, or nothing.",
            ],
        ),
        (
            lambda: VatRounding(of_any_type("line"), HALF_UP.to("0.001")),
            [
                "by: 'line' is of type str. Accepted: a VatRounded.",
                "rounding.unit: a rounding to £0.001 does not give whole pence. Accepted: a unit of one penny or more.",
            ],
        ),
        (
            lambda: SimpleInterest(of_any_type(0.08), of_any_type(1), of_any_type("x"), of_any_type("up")),
            [
                "rate: 0.08 is of type float. Accepted: a Share.",
                "treatment: 1 is of type int. Accepted: a VatTreatment.",
                "basis: 'x' is of type str. Accepted: a Source or an Assumption.",
                "rounding: 'up' is of type str. Accepted: a Rounding.",
            ],
        ),
        (
            lambda: StatementEntry(EntryKind.CREDIT, "a", "b", pounds(1), EXEMPT, ZERO, EIGHT.on(pounds(1), DAY, DAY)),
            [
                "net: the credit adds £1.00 to what is owed. Accepted: a credit as a negative sum.",
                GO_TOGETHER,
                "net: the interest comes to £0.00. Accepted: that sum.",
            ],
        ),
        (
            lambda: StatementEntry(EntryKind.INTEREST, of_any_type(1), of_any_type(2), pounds(1), EXEMPT, ZERO),
            [
                "name: 1 is of type int. Accepted: what it is for.",
                "words: 2 is of type int. Accepted: what the line says.",
                GO_TOGETHER,
            ],
        ),
        (
            lambda: Instalment("2004-04-01", of_any_type(1)),
            ["amount: 1 is of type int. Accepted: an amount of Money."],
        ),
        (
            lambda: InterestDue(of_any_type(1), of_any_type(2), DAY, DAY),
            [
                "terms: 1 is of type int. Accepted: a SimpleInterest.",
                "principal: 2 is of type int. Accepted: an amount of Money.",
            ],
        ),
        (
            lambda: IssuedStatement(*map(of_any_type, [(1,), "1", DAY, 2004, 1, "actual", "x", 7, (8,)])),
            [
                "lines[0]: 1 is of type int. Accepted: a StatementEntry.",
                "number: '1' is of type str. Accepted: a whole number.",
                "year: 2004 is of type int. Accepted: a FinancialYear.",
                "period: 1 is of type int. Accepted: a Period.",
                "kind: 'actual' is of type str. Accepted: a StatementKind.",
                "vat_rounding: 'x' is of type str. Accepted: a VatRounding.",
                "reason: 7 is of type int. Accepted: a reason in words.",
                "instalments[0]: 8 is of type int. Accepted: an Instalment.",
            ],
        ),
        (
            lambda: StatementBook(*map(of_any_type, [1, 2, 3, (4,), 5, 6, (7,), (8,)])),
            [
                "reference: 1 is of type int. Accepted: what the parties call it.",
                "term: 2 is of type int. Accepted: a Period.",
                "treatment: 3 is of type int. Accepted: a VatTreatment.",
                "statements[0]: 4 is of type int. Accepted: an IssuedStatement.",
                "interest: 5 is of type int. Accepted: a SimpleInterest, or nothing.",
                "vat_rounding: 6 is of type int. Accepted: a VatRounding.",
                "credits[0]: 7 is of type int. Accepted: a ChargeElement.",
                "late[0]: 8 is of type int. Accepted: an InterestDue.",
            ],
        ),
    ],
)
def test_all_that_is_wrong_with_a_part_is_said(make: Callable[[], object], words: list[str]) -> None:
    assert said(make) == words
