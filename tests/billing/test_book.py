from __future__ import annotations

import datetime as dt
from fractions import Fraction
from itertools import pairwise
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st
from tests.agreements.facts import BASIS, THREE_YEARS
from tests.billing.facts import AFTER, BOOK, DAY, EIGHT, EXEMPT, FIRST, FIVE, OUTSIDE, TWENTY, YEARS, pounds

from lgtrade.billing import EntryKind, StatementBook, StatementKind
from lgtrade.calendar import FinancialYear, Period
from lgtrade.charging import ChargeElement, VatLiability, VatRounded, VatRounding, VatTreatment
from lgtrade.files import from_json, to_json
from lgtrade.money import DOWN, HALF_UP, UP, ZERO, Money, Share, total
from lgtrade.sources import Assumption
from lgtrade.strategies import money
from lgtrade.words import Words

SUMS = money(min_value=ZERO, max_value=Money.pounds(10**6))
OVER_NOTHING = money(min_value=Money(pence=1), max_value=Money.pounds(10**6))
TREATMENTS = st.sampled_from([TWENTY, EXEMPT, OUTSIDE, FIVE, VatTreatment(VatLiability.ZERO_RATED, BASIS)])
NAMES = st.sampled_from(["Payroll", "Training", "Advice"])
ELEMENTS = st.lists(st.builds(ChargeElement, NAMES, SUMS, TREATMENTS), max_size=4)
CREDITS = st.lists(st.tuples(NAMES, OVER_NOTHING), max_size=2)
VAT_ROUNDINGS = st.builds(VatRounding, st.sampled_from(VatRounded), st.sampled_from([HALF_UP, DOWN, UP]))


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
    estimated = any(each.year == year for each in book.statements)
    if draw(st.booleans()):
        day = max(day, year.period.last + dt.timedelta(days=1))
        return book.true_up(day, year, sums, due=due_days(draw, day), credits=credited)
    if estimated:
        return book.revise_estimate(day, year, sums, "fewer calls", credits=credited)
    return book.issue_estimate(day, year, sums, due=due_days(draw, day), credits=credited)


def due_days(draw: st.DrawFn, day: dt.date) -> list[dt.date]:
    return [day + dt.timedelta(days=30 * number) for number in range(draw(st.integers(0, 4)))]


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
    day = max([AFTER, *(each.day for each in book.statements)])
    done = {each.year for each in book.statements if each.kind is StatementKind.ACTUAL}
    for year in YEARS:
        after = book.correct(day, year, actual, "late") if year in done else book.true_up(day, year, actual)
        expected = actual if isinstance(actual, Money) else total(each.net for each in actual)
        assert charged(after, year) == expected


@given(ELEMENTS, ELEMENTS)
def test_after_a_true_up_each_vat_treatment_has_its_own_actual(
    estimate: list[ChargeElement], actual: list[ChargeElement]
) -> None:
    lines = BOOK.issue_estimate(DAY, FIRST, estimate).true_up(AFTER, FIRST, actual).owed().lines
    for treatment in {line.treatment for line in lines}:
        net = total(line.net for line in lines if line.treatment == treatment)
        assert net == total(each.net for each in actual if each.treatment == treatment)


@given(SUMS, SUMS, CREDITS)
def test_it_is_the_same_on_which_statement_a_credit_is_taken_off(
    estimate: Money, actual: Money, credited: list[tuple[str, Money]]
) -> None:
    early = BOOK.credit(credited).issue_estimate(DAY, FIRST, estimate).true_up(AFTER, FIRST, actual)
    late = BOOK.issue_estimate(DAY, FIRST, estimate).credit(credited).true_up(AFTER, FIRST, actual)
    given_with = BOOK.issue_estimate(DAY, FIRST, estimate).true_up(AFTER, FIRST, actual, credits=credited)
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


def test_a_revised_estimate_bills_the_difference_and_a_partner_that_leaves_is_billed_up_to_its_last_day() -> None:
    book = BOOK.issue_estimate(DAY, FIRST, pounds(1200))
    book = book.revise_estimate("2004-09-01", FIRST, pounds(1000), "fewer calls")
    assert [each.net for each in book.statements] == [pounds(1200), pounds(-200)]
    book = book.true_up("2004-11-01", FIRST, pounds(600), until="2004-10-31")
    assert (book.statements[2].net, book.statements[2].period) == (pounds(-400), Period("2004-04-01", "2004-10-31"))
    assert book.owed(FIRST).net == pounds(600)


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
    book = book.true_up(AFTER, FIRST, [ChargeElement("Training", pounds(100), EXEMPT)])
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
    book = book.true_up(AFTER, FIRST, pounds(300)).true_up(AFTER, YEARS[1], pounds(50))
    assert book.reconcile("payroll", {FIRST: pounds(280), YEARS[1]: pounds(50)}) == ()
    assert [str(words) for words in book.reconcile("payroll", {FIRST: pounds(270), YEARS[2]: pounds(5)})] == [
        "payroll in 2004/05: £280.00 by the statements, £270.00 by the account, a difference of -£10.00",
        "payroll in 2005/06: £50.00 by the statements, £0.00 by the account, a difference of -£50.00",
        "payroll in 2006/07: £0.00 by the statements, £5.00 by the account, a difference of £5.00",
    ]


def test_a_book_comes_back_from_json_as_it_went() -> None:
    book = BOOK.charge_interest(pounds(1000), "2004-04-01", "2005-04-01").credit([(Words("Late"), pounds(20))])
    book = book.true_up(AFTER, FIRST, pounds(300), due=["2007-06-01"]).credit([ChargeElement("x", pounds(1), EXEMPT)])
    assert from_json(to_json(book), StatementBook) == book


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


def test_a_book_says_what_its_vat_and_its_interest_rest_on() -> None:
    assert [name for name, _ in BOOK.bases] == ["HD1: VAT", "HD1: interest"]
    assert [name for name, _ in attrs.evolve(BOOK, interest=None).bases] == ["HD1: VAT"]
