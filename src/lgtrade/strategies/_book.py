"""Strategies for the statements of an agreement over its life, their lines, VAT and interest."""

from __future__ import annotations

import datetime as dt

import hypothesis.strategies as st

from lgtrade.billing import (
    EntryKind,
    Instalment,
    InterestDue,
    IssuedStatement,
    Owed,
    SimpleInterest,
    StatementBook,
    StatementEntry,
    StatementKind,
)
from lgtrade.calendar import Period
from lgtrade.money import ZERO, Money
from lgtrade.strategies._calendar import days
from lgtrade.strategies._charging import charge_elements, vat_roundings, vat_treatments
from lgtrade.strategies._money import money, roundings
from lgtrade.strategies._sources import bases
from lgtrade.strategies._splits import shares
from lgtrade.strategies._values import names, words

_DAYS = st.dates(dt.date(1990, 4, 1), dt.date(2080, 3, 31))
_MOST = Money.pounds(10**6)
_PENNY = Money(pence=1)
_NAMES, _WORDS = names(), words()
_SUMS = money(min_value=ZERO, max_value=_MOST)
_LATE = money(min_value=_PENNY, max_value=_MOST)
_ONE_CREDIT = st.lists(st.tuples(_WORDS, _LATE), max_size=1)
_TREATMENTS, _ROUNDINGS = vat_treatments(), vat_roundings()
_ELEMENTS = charge_elements()
_TWO_ELEMENTS = st.lists(_ELEMENTS, max_size=2)


def simple_interest() -> st.SearchStrategy[SimpleInterest]:
    """Generate what was agreed on interest.

    >>> from hypothesis import find
    >>> from lgtrade.money import Share
    >>> find(simple_interest(), lambda interest: interest.rate != Share(0)).rate
    100%
    """
    return st.builds(SimpleInterest, shares(), _TREATMENTS, bases(), roundings(for_money=True))


_INTEREST = simple_interest()


@st.composite
def interest_due(draw: st.DrawFn, *, terms: SimpleInterest | None = None) -> InterestDue:
    """Generate interest on sums that were paid late, or on the day.

    Args:
        draw: given by Hypothesis.
        terms: only by these terms.

    >>> from hypothesis import find
    >>> find(interest_due(), lambda late: late.number_of_days > 0).number_of_days
    1
    """
    due = draw(_DAYS)
    paid = due + dt.timedelta(days=draw(st.integers(0, 4000)))
    return InterestDue(terms or draw(_INTEREST), draw(_LATE), due, paid)


_LATENESS = interest_due()


def instalments() -> st.SearchStrategy[Instalment]:
    """Generate parts of what a statement comes to, with their days.

    >>> from hypothesis import find
    >>> find(instalments(), lambda part: bool(part.amount)).amount
    £0.01
    """
    return st.builds(Instalment, days(), money(min_value=-_MOST, max_value=_MOST))


@st.composite
def statement_entries(draw: st.DrawFn) -> StatementEntry:
    """Generate single lines of issued statements.

    >>> from hypothesis import find
    >>> find(statement_entries(), lambda line: line.what is EntryKind.CREDIT and bool(line.net)).net
    -£0.01
    """
    what = draw(st.sampled_from(EntryKind))
    late = draw(_LATENESS) if what is EntryKind.INTEREST else None
    sign = -1 if what is EntryKind.CREDIT else 1
    net = draw(_SUMS) * sign if late is None else late.amount
    treatment = draw(_TREATMENTS)
    (vat,) = draw(_ROUNDINGS).vat([(net, treatment)])
    return StatementEntry(what, draw(_WORDS), draw(_WORDS), net, treatment, vat, late)


@st.composite
def statement_books(draw: st.DrawFn, *, min_statements: int = 0) -> StatementBook:
    """Generate books of statements: estimates, then a true-up and its corrections, for some years of an agreement.

    Args:
        draw: given by Hypothesis.
        min_statements: at least so many statements.

    >>> from hypothesis import find
    >>> len(find(statement_books(min_statements=1), lambda book: True).statements)
    1
    """
    first = draw(_DAYS)
    term = Period(first, first + dt.timedelta(days=draw(st.integers(0, 1000))))
    interest = draw(st.none() | _INTEREST)
    book = StatementBook(draw(_NAMES), term, draw(_TREATMENTS), interest=interest, vat_rounding=draw(_ROUNDINGS))
    for _ in range(draw(st.integers(min_statements, 4))):
        book = _one_more(draw, book)
    waiting = tuple(draw(st.lists(_ELEMENTS, max_size=1)))
    late = tuple(draw(st.lists(_LATENESS, max_size=1)))
    return StatementBook(
        book.reference, term, book.treatment, book.statements, interest, book.vat_rounding, waiting, late
    )


def _one_more(draw: st.DrawFn, book: StatementBook) -> StatementBook:
    year = draw(st.sampled_from(tuple(book.term.financial_years())))
    day = book.statements[-1].day if book.statements else book.term.first
    elements, credited, reason = draw(_TWO_ELEMENTS), draw(_ONE_CREDIT), draw(_NAMES)
    if book.interest is not None and draw(st.booleans()):
        book = book.charge_interest(draw(_LATE), day, day + dt.timedelta(days=draw(st.integers(0, 400))))
    kinds = {each.kind for each in book.statements if each.year == year}
    if StatementKind.ACTUAL in kinds:
        return book.correct(day, year, elements, reason, credits=credited)
    if draw(st.booleans()):
        days = book.term.overlap(year.period)
        day = max(day, days.last + dt.timedelta(days=1)) if days else day
        return book.true_up(day, year, elements, due=_due(draw, day), credits=credited)
    if kinds:
        return book.revise_estimate(day, year, elements, reason, credits=credited)
    return book.issue_estimate(day, year, elements, due=_due(draw, day), credits=credited)


def _due(draw: st.DrawFn, day: dt.date) -> list[dt.date]:
    return [day + dt.timedelta(days=30 * number) for number in range(draw(st.integers(0, 3)))]


def issued_statements() -> st.SearchStrategy[IssuedStatement]:
    """Generate statements as they were issued.

    >>> from hypothesis import find
    >>> find(issued_statements(), lambda statement: True).number
    1
    """
    return statement_books(min_statements=1).map(lambda book: book.statements[-1])


def sums_owed() -> st.SearchStrategy[Owed]:
    """Generate what is owed by the statements of an agreement.

    >>> from hypothesis import find
    >>> find(sums_owed(), lambda owed: True).gross
    £0.00
    """
    return statement_books().map(lambda book: book.owed())


BY_TYPE = {
    Instalment: instalments,
    InterestDue: interest_due,
    IssuedStatement: issued_statements,
    Owed: sums_owed,
    SimpleInterest: simple_interest,
    StatementBook: statement_books,
    StatementEntry: statement_entries,
}
