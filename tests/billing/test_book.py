from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.agreements.facts import BASIS, THREE_YEARS, of_any_type, said

from lgtrade.billing import (
    ChargeElement,
    EntryKind,
    Instalment,
    InterestDue,
    IssuedStatement,
    SimpleInterest,
    StatementBook,
    StatementEntry,
    StatementKind,
    VatLiability,
    VatRounded,
    VatRounding,
    VatTreatment,
)
from lgtrade.calendar import FinancialYear, Period
from lgtrade.files import from_json, to_json
from lgtrade.money import DOWN, HALF_UP, UP, ZERO, Money, Share, total
from lgtrade.sources import Assumption, Source
from lgtrade.strategies import money
from lgtrade.words import Words

YEARS = tuple(THREE_YEARS.financial_years())
FIRST = YEARS[0]
TWENTY = VatTreatment(VatLiability.STANDARD_RATED, BASIS, Share("20%"))
EXEMPT = VatTreatment(VatLiability.EXEMPT, BASIS)
OUTSIDE = VatTreatment(VatLiability.OUTSIDE_SCOPE, BASIS)
FIVE = VatTreatment(VatLiability.STANDARD_RATED, BASIS, Share("5%"))
EIGHT = SimpleInterest(Share("8%"), OUTSIDE, BASIS)
BOOK = StatementBook("HD1", THREE_YEARS, TWENTY, interest=EIGHT)
DAY = dt.date(2004, 4, 1)

SUMS = money(min_value=ZERO, max_value=Money.pounds(10**6))
OVER_NOTHING = money(min_value=Money(pence=1), max_value=Money.pounds(10**6))
TREATMENTS = st.sampled_from([TWENTY, EXEMPT, OUTSIDE, FIVE, VatTreatment(VatLiability.ZERO_RATED, BASIS)])
NAMES = st.sampled_from(["Payroll", "Training", "Advice"])
ELEMENTS = st.lists(st.builds(ChargeElement, NAMES, SUMS, TREATMENTS), max_size=4)
CREDITS = st.lists(st.tuples(NAMES, OVER_NOTHING), max_size=2)
VAT_ROUNDINGS = st.builds(VatRounding, st.sampled_from(VatRounded), st.sampled_from([HALF_UP, DOWN, UP]))


GO_TOGETHER = (
    "interest: the line and the interest do not go together. "
    "Accepted: an InterestDue with a line of interest, and only with it."
)


def pounds(value: str | int) -> Money:
    return Money.pounds(value)


@st.composite
def steps(draw: st.DrawFn) -> list[StatementBook]:
    """A book and each book that it became, by any operation that is allowed, in any order."""
    book = attrs.evolve(BOOK, vat_rounding=draw(VAT_ROUNDINGS))
    books = [book]
    for _ in range(draw(st.integers(1, 6))):
        book = one_more(draw, book)
        books.append(book)
    return books


def one_more(draw: st.DrawFn, book: StatementBook) -> StatementBook:
    step = draw(st.sampled_from(["statement", "statement", "credit", "interest"]))
    if step == "credit":
        return book.credit(draw(CREDITS))
    if step == "interest":
        due = draw(st.dates(DAY, THREE_YEARS.last))
        return book.charge_interest(draw(OVER_NOTHING), due, due + dt.timedelta(days=draw(st.integers(0, 400))))
    year, sums, credited = draw(st.sampled_from(YEARS)), draw(ELEMENTS | SUMS), draw(CREDITS)
    day = (book.statements[-1].day if book.statements else DAY) + dt.timedelta(days=draw(st.integers(0, 90)))
    if any(each.year == year and each.kind is StatementKind.ACTUAL for each in book.statements):
        return book.correct(day, year, sums, "late figures", credits=credited)
    due_days = [day + dt.timedelta(days=30 * number) for number in range(draw(st.integers(0, 4)))]
    issue = draw(st.sampled_from([book.issue_estimate, book.true_up]))
    return issue(day, year, sums, due=due_days, credits=credited)


def charged(book: StatementBook, year: FinancialYear) -> Money:
    return book.owed(year).of(EntryKind.CHARGE, EntryKind.ADJUSTMENT)


@given(steps())
def test_what_is_owed_is_charges_and_adjustments_less_credits_plus_interest(books: list[StatementBook]) -> None:
    book = books[-1]
    lines = [line for each in book.statements for line in each.lines]
    by_kind = {kind: total(line.net for line in lines if line.what is kind) for kind in EntryKind}
    owed = book.owed()
    assert by_kind[EntryKind.CREDIT] <= ZERO <= by_kind[EntryKind.INTEREST]
    assert (
        owed.net
        == by_kind[EntryKind.CHARGE]
        + by_kind[EntryKind.ADJUSTMENT]
        - abs(by_kind[EntryKind.CREDIT])
        + by_kind[EntryKind.INTEREST]
    )
    assert owed.net == total(book.owed(year).net for year in YEARS)
    assert owed.gross == total(each.gross for each in book.statements)


@given(steps())
def test_net_and_vat_come_to_gross_for_every_line_and_every_total(books: list[StatementBook]) -> None:
    for each in (*books[-1].statements, books[-1].owed()):
        assert all(line.net + line.vat == line.gross for line in each.lines)
        assert each.net + each.vat == each.gross == total(line.gross for line in each.lines)


@given(steps())
def test_statements_are_numbered_one_after_another_from_one(books: list[StatementBook]) -> None:
    statements = books[-1].statements
    assert [each.number for each in statements] == list(range(1, len(statements) + 1))


@given(steps())
def test_no_step_changes_a_statement_already_issued(books: list[StatementBook]) -> None:
    for before, after in pairwise(books):
        written = to_json(before)
        assert after.statements[: len(before.statements)] == before.statements
        assert to_json(before) == written


@given(steps())
def test_a_credit_and_interest_count_once_on_the_next_statement(books: list[StatementBook]) -> None:
    for before, after in pairwise(books):
        if len(after.statements) > len(before.statements):
            lines = after.statements[-1].lines
            waited = [each.name for each in before.credits]
            assert [line.name for line in lines if line.what is EntryKind.CREDIT][: len(waited)] == waited
            assert tuple(line.interest for line in lines if line.interest) == before.late
            assert (after.credits, after.late) == ((), ())


@given(steps(), ELEMENTS | SUMS)
def test_after_a_true_up_the_net_charged_for_a_year_is_the_actual(books: list[StatementBook], actual: Any) -> None:
    book = books[-1]
    day = book.statements[-1].day if book.statements else DAY
    done = {each.year for each in book.statements if each.kind is StatementKind.ACTUAL}
    for year in YEARS:
        after = book.correct(day, year, actual, "late") if year in done else book.true_up(day, year, actual)
        expected = actual if isinstance(actual, Money) else total(each.net for each in actual)
        assert charged(after, year) == expected


@given(ELEMENTS, ELEMENTS)
def test_after_a_true_up_each_vat_treatment_has_its_own_actual(
    estimate: list[ChargeElement], actual: list[ChargeElement]
) -> None:
    lines = BOOK.issue_estimate(DAY, FIRST, estimate).true_up(DAY, FIRST, actual).owed().lines
    for treatment in {line.treatment for line in lines}:
        net = total(line.net for line in lines if line.treatment == treatment)
        assert net == total(each.net for each in actual if each.treatment == treatment)


@given(SUMS, SUMS, CREDITS)
def test_it_is_the_same_on_which_statement_a_credit_is_taken_off(
    estimate: Money, actual: Money, credited: list[tuple[str, Money]]
) -> None:
    early = BOOK.credit(credited).issue_estimate(DAY, FIRST, estimate).true_up(DAY, FIRST, actual)
    late = BOOK.issue_estimate(DAY, FIRST, estimate).credit(credited).true_up(DAY, FIRST, actual)
    given_with = BOOK.issue_estimate(DAY, FIRST, estimate).true_up(DAY, FIRST, actual, credits=credited)
    assert early.owed().gross == late.owed().gross == given_with.owed().gross
    assert late == given_with


@given(SUMS, st.integers(1, 12))
def test_instalments_are_equal_to_a_penny_and_add_to_the_whole(sum_: Money, number: int) -> None:
    due = [DAY + dt.timedelta(days=30 * each) for each in range(number)]
    (statement,) = BOOK.issue_estimate(DAY, FIRST, sum_, due=due).statements
    amounts = [each.amount for each in statement.instalments]
    assert [each.due for each in statement.instalments] == due
    assert total(amounts) == statement.gross
    assert max(amounts) - min(amounts) <= Money(pence=1)


@given(st.lists(st.tuples(money(min_value=pounds(-9), max_value=pounds(9)), TREATMENTS), max_size=8), VAT_ROUNDINGS)
def test_vat_on_a_whole_statement_is_rounded_once_and_the_lines_add_to_it(
    sums: list[tuple[Money, VatTreatment]], way: VatRounding
) -> None:
    exact = [Fraction(net.pence, 100) * (treatment.rate.fraction if treatment.rate else 0) for net, treatment in sums]
    vat = way.vat(sums)
    if way.by is VatRounded.BY_STATEMENT:
        assert total(vat) == way.rounding.money(sum(exact, Fraction(0)))
    else:
        assert vat == tuple(way.rounding.money(each) for each in exact)
    assert all(not part for part, each in zip(vat, exact, strict=True) if each == 0)


@given(OVER_NOTHING, st.integers(0, 4000), st.fractions(0, 1, max_denominator=10**4))
def test_interest_is_worked_out_exactly_and_rounded_once(sum_: Money, days: int, rate: Fraction) -> None:
    late = attrs.evolve(EIGHT, rate=Share(rate)).on(sum_, DAY, DAY + dt.timedelta(days=days))
    assert late.exact == Fraction(sum_.pence, 100) * rate * Fraction(days, 365)
    assert abs(late.amount.pence - late.exact * 100) <= Fraction(1, 2)


def test_a_year_from_estimate_to_correction() -> None:
    """Invented figures (an assumption): £1,200.00 estimated, £1,150.10 actual, £1,160.10 in the end; by hand."""
    quarters = ["2004-06-30", "2004-09-30", "2004-12-31", "2005-03-31"]
    book = BOOK.issue_estimate("2004-04-01", FIRST, pounds(1200), due=quarters)
    assert [each.amount for each in book.statements[0].instalments] == [pounds(360)] * 4
    book = book.charge_interest(pounds(360), "2004-06-30", "2004-07-30").credit([("Calls not answered", pounds(20))])
    assert (book.owed().gross, len(book.late), len(book.credits)) == (pounds(1440), 1, 1)
    book = book.true_up("2005-05-01", FIRST, pounds("1150.10"))
    assert [(line.what.value, str(line.words), line.net, line.vat) for line in book.statements[1].lines] == [
        (
            "adjustment",
            "Charge for 2004/05: £1,150.10 in all, less £1,200.00 charged before",
            pounds("-49.90"),
            pounds("-9.98"),
        ),
        ("credit", "Calls not answered", pounds(-20), pounds(-4)),
        # 360 x 8% x 30 / 365 = 2.367...
        (
            "interest",
            "Interest of £2.37 on £360.00: 30 days at 8% a year of 365 days, half up to a penny",
            pounds("2.37"),
            ZERO,
        ),
    ]
    before = book.statements
    book = book.correct("2005-07-01", FIRST, pounds("1160.10"), "ten calls found", credits=[])
    assert book.statements[:2] == before
    assert (book.statements[2].reason, book.statements[2].net) == ("ten calls found", pounds(10))
    # 1,160.10 less 20.00 plus 2.37; VAT 240.00 less 9.98 less 4.00 plus 2.00
    assert (book.owed().net, book.owed().vat) == (pounds("1142.47"), pounds("228.02"))
    assert book.owed(YEARS[1]).lines == ()


@pytest.mark.parametrize(
    ("elements", "net", "gross"),
    [
        ([("Payroll, twelve months", "276.00")], "276.00", "331.20"),
        (
            [
                ("Payroll, eight months", "184.00"),
                ("Application fee", "23.00"),
                ("Four months before joining, at 25%", "23.00"),
            ],
            "230.00",
            "276.00",
        ),
    ],
    ids=["a whole year", "joining on 1 August"],
)
def test_a_payroll_tariff_with_vat(elements: list[tuple[str, str]], net: str, gross: str) -> None:
    """Suffolk Association of Local Councils, Payroll Service Terms and Conditions 2025/26, four employees with pension.

    https://suffolk-alc.gov.uk/salc-payroll-service-terms-and-condition prints the tariff and no bill; these are by hand
    from it. The rate of VAT is an assumption: the tariff says "plus VAT".
    """
    year = FinancialYear(2025)
    twenty = VatTreatment(VatLiability.STANDARD_RATED, Assumption("plus VAT, at 20 per cent"), Share("20%"))
    sums = [ChargeElement(name, pounds(sum_), twenty) for name, sum_ in elements]
    owed = StatementBook("PAY1", year.period, twenty).true_up("2026-04-30", year, sums).owed(year)
    assert (owed.net, owed.gross) == (pounds(net), pounds(gross))
    assert {line.what for line in owed.lines} == {EntryKind.CHARGE}


def test_elements_of_one_statement_have_their_own_vat() -> None:
    sums = [ChargeElement("Advice", pounds("0.12"), TWENTY)] * 2 + [ChargeElement("Training", pounds(40), EXEMPT)]
    by_line = BOOK.issue_estimate(DAY, FIRST, [*sums, ChargeElement("Fuel", pounds("0.51"), FIVE)])
    assert [(str(line.name), line.net, line.vat) for line in by_line.statements[0].lines] == [
        ("Advice", pounds("0.24"), pounds("0.05")),
        ("Training", pounds(40), ZERO),
        ("Fuel", pounds("0.51"), pounds("0.03")),
    ]
    way = VatRounding(VatRounded.BY_STATEMENT)
    whole = attrs.evolve(BOOK, vat_rounding=way).issue_estimate(
        DAY, FIRST, [*sums, ChargeElement("Fuel", pounds("0.51"), FIVE)]
    )
    assert whole.owed().vat == pounds("0.07")  # 4.8p and 2.55p


def test_an_element_whose_vat_treatment_changes_is_refunded_and_charged_again() -> None:
    book = BOOK.issue_estimate(DAY, FIRST, [ChargeElement("Training", pounds(100), TWENTY)])
    book = book.true_up(DAY, FIRST, [ChargeElement("Training", pounds(100), EXEMPT)])
    lines = book.statements[1].lines
    assert [(line.what, line.net, line.vat) for line in lines] == [
        (EntryKind.ADJUSTMENT, pounds(-100), pounds(-20)),
        (EntryKind.CHARGE, pounds(100), ZERO),
    ]


def test_a_statement_covers_the_days_of_its_year_that_are_in_the_term() -> None:
    book = attrs.evolve(BOOK, term=Period("2004-08-01", "2005-06-30"))
    book = book.issue_estimate(DAY, FIRST, ZERO).issue_estimate(DAY, YEARS[1], ZERO)
    assert [each.period for each in book.statements] == [
        Period("2004-08-01", "2005-03-31"),
        Period("2005-04-01", "2005-06-30"),
    ]


def test_income_of_an_account_is_set_against_the_statements() -> None:
    book = BOOK.charge_interest(pounds(1000), "2004-04-01", "2005-04-01").credit([("Late", pounds(20))])
    book = book.true_up(DAY, FIRST, pounds(300)).true_up(DAY, YEARS[1], pounds(50))
    assert book.reconcile("payroll", {FIRST: pounds(280), YEARS[1]: pounds(50)}) == ()
    assert [str(words) for words in book.reconcile("payroll", {FIRST: pounds(270), YEARS[2]: pounds(5)})] == [
        "payroll in 2004/05: £280.00 by the statements, £270.00 by the account, a difference of -£10.00",
        "payroll in 2005/06: £50.00 by the statements, £0.00 by the account, a difference of -£50.00",
        "payroll in 2006/07: £0.00 by the statements, £5.00 by the account, a difference of £5.00",
    ]


def test_a_book_comes_back_from_json_as_it_went() -> None:
    book = BOOK.charge_interest(pounds(1000), "2004-04-01", "2005-04-01").credit([(Words("Late"), pounds(20))])
    book = book.true_up(DAY, FIRST, pounds(300), due=["2004-05-01"]).credit([ChargeElement("x", pounds(1), EXEMPT)])
    assert from_json(to_json(book), StatementBook) == book


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


def test_where_credits_leave_less_than_nothing_to_pay_there_are_no_instalments() -> None:
    outside = VatTreatment(VatLiability.OUTSIDE_SCOPE, Assumption("made up to be tested"))
    year = FinancialYear(2025)
    empty = StatementBook("HD1", year.period, outside)
    due = ("2025-05-01", "2025-06-01")
    credited = empty.issue_estimate(
        "2025-04-01", year, Money.pounds(100), due=due, credits=[("Late", Money.pounds(200))]
    )
    assert credited.statements[0].gross == Money.pounds(-100)
    assert credited.statements[0].instalments == ()
    assert len(empty.issue_estimate("2025-04-01", year, Money.pounds(100), due=due).statements[0].instalments) == 2
