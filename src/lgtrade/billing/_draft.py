"""A statement that is about to be issued: what it has to be for it to follow those before it, and its lines."""

# the word of the field is credits, which Python also prints on request

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

import attrs

from lgtrade.billing._issued import (
    A_YEAR,
    IssuedStatement,
    Owed,
    StatementKind,
    early_issues,
    order_issues,
    reason_issues,
)
from lgtrade.billing._lines import (
    Credits,
    EntryKind,
    Instalment,
    InterestDue,
    StatementEntry,
    Sums,
    read_credits,
    read_sums,
)
from lgtrade.calendar import FinancialYear, Period, day_issues, day_or_as_given
from lgtrade.charging import ChargeElement, VatTreatment
from lgtrade.issues import Collector, InputError, Issue, wrong_type
from lgtrade.money import ZERO, Money, split
from lgtrade.words import Words

if TYPE_CHECKING:
    from lgtrade.billing._book import StatementBook

Day: TypeAlias = dt.date | str
"""A day, or text such as ``2026-04-01``."""

CHARGED = (EntryKind.CHARGE, EntryKind.ADJUSTMENT)
"""The lines that charge for a service."""


def before_issues(earlier: Sequence[IssuedStatement], day: dt.date) -> Iterator[Issue]:
    """Yield why a day is not a day for the next statement."""
    if earlier and day < earlier[-1].day:
        last = earlier[-1]
        found = Words("{day} is before statement {number} of {last}", day=day, number=last.number, last=last.day)
        yield Issue("book.day", "day", found, Words("a day on or after {last}", last=last.day))


def turn_issues(earlier: Sequence[IssuedStatement], kind: StatementKind, year: FinancialYear) -> Iterator[Issue]:
    """Yield why it is not the turn of a statement of a kind: estimate, revisions, the true-up, then corrections."""
    first = {each.kind: each.number for each in reversed(earlier) if each.year == year}
    actual, estimate = first.get(StatementKind.ACTUAL), first.get(StatementKind.ESTIMATE)
    if kind is StatementKind.CORRECTION:
        if actual is None:
            found = Words("{year} has no actual statement to correct", year=year)
            yield Issue("book.no_actual", "year", found, Words("a year that has been trued up"))
    elif actual is not None:
        found = Words("{year} was trued up by statement {number}", year=year, number=actual)
        yield Issue("book.trued_up", "year", found, Words("a correction of {year}", year=year))
    elif kind is StatementKind.ESTIMATE and estimate is not None:
        found = Words("{year} was estimated by statement {number}", year=year, number=estimate)
        yield Issue("book.estimated", "year", found, Words("a revised estimate of {year}", year=year))
    elif kind is StatementKind.REVISION and estimate is None:
        found = Words("{year} has no estimate to revise", year=year)
        yield Issue("book.no_estimate", "year", found, Words("a year that has been estimated"))


def _days(values: Iterable[object]) -> tuple[dt.date, ...]:
    return tuple(day_or_as_given(each) for each in values)


@attrs.frozen
class Draft:
    """A statement that is about to be issued, as it was asked for."""

    kind: StatementKind
    place: str
    sums: Sums
    day: dt.date = attrs.field(converter=day_or_as_given)
    year: FinancialYear
    due: tuple[dt.date, ...] = attrs.field(converter=_days)
    credits: Credits
    reason: str = ""
    until: Day | None = None

    def onto(self, book: StatementBook) -> StatementBook:
        """Issue it as the next statement of a book, with the credits and the interest that wait."""
        collector = Collector()
        elements = collector.attempt(self.place, lambda: read_sums(self.sums, book.treatment)) or ()
        credited = collector.attempt("credits", lambda: read_credits(self.credits, book.treatment)) or ()
        period = self._period(book, collector)
        collector.add(*self._issues(book, period))
        if collector.issues or period is None:
            raise InputError(collector.issues)
        lines = [*self._charges(book, elements), *_taken_off(book.credits + credited), *_interest(book.late)]
        vat = book.vat_rounding.vat((line.net, line.treatment) for line in lines)
        owed = Owed(tuple(attrs.evolve(line, vat=each) for line, each in zip(lines, vat, strict=True)))
        number, rounding, instalments = len(book.statements) + 1, book.vat_rounding, _instalments(owed.gross, self.due)
        issued = IssuedStatement(
            owed.lines, number, self.day, self.year, period, self.kind, rounding, self.reason, instalments
        )
        return attrs.evolve(book, statements=(*book.statements, issued), credits=(), late=())

    def _period(self, book: StatementBook, collector: Collector) -> Period | None:
        """Give the days of the year that are in the term, or as many of them as were supplied."""
        days = book.term.overlap(self.year.period) if isinstance(self.year, FinancialYear) else None
        if days is None or self.until is None:
            return days
        last = day_or_as_given(self.until)
        issues = list(day_issues("until", last))
        if not issues and last not in days:
            found = Words("{last} is not one of the days to be billed", last=last)
            issues = [Issue("book.until", "until", found, Words("a day within {days}", days=days))]
        collector.add(*issues)
        return days if issues else Period(days.first, last)

    def _issues(self, book: StatementBook, period: Period | None) -> Iterator[Issue]:
        days = {"day": self.day, **{f"due[{index}]": due for index, due in enumerate(self.due)}}
        unread_days = [issue for place, day in days.items() for issue in day_issues(place, day)]
        yield from unread_days or order_issues("due", self.day, self.due)
        yield from () if unread_days else before_issues(book.statements, self.day)
        if not unread_days and period is not None:
            yield from early_issues(self.kind, self.day, period.last)
        yield from wrong_type("year", self.year, FinancialYear, A_YEAR)
        if isinstance(self.year, FinancialYear):
            if period is None:
                found = Words("{year} is outside the term", year=self.year)
                yield Issue("book.term", "year", found, Words("a year within {term}", term=book.term))
            yield from turn_issues(book.statements, self.kind, self.year)
        yield from reason_issues(self.kind, self.reason)

    def _charges(self, book: StatementBook, elements: Sequence[ChargeElement]) -> Iterator[StatementEntry]:
        estimate = self.kind is StatementKind.ESTIMATE
        before = _by_element(line for line in book.owed(self.year).lines if line.what in CHARGED)
        now = _by_element(elements)
        estimated, actual = (
            "{name} for {year}, estimated",
            "{name} for {year}: {now} in all, less {before} charged before",
        )
        for name, treatment in {**before, **now}:
            sums = {"now": now.get((name, treatment), ZERO), "before": before.get((name, treatment), ZERO)}
            words = Words(estimated if estimate else actual, name=name, year=self.year, **sums)
            what = EntryKind.ADJUSTMENT if (name, treatment) in before else EntryKind.CHARGE
            yield StatementEntry(what, name, words, sums["now"] - sums["before"], treatment, ZERO)


def _by_element(sums: Iterable[StatementEntry | ChargeElement]) -> dict[tuple[Words, VatTreatment], Money]:
    added: dict[tuple[Words, VatTreatment], Money] = {}
    for each in sums:
        added[each.name, each.treatment] = added.get((each.name, each.treatment), ZERO) + each.net
    return added


def _taken_off(credited: Iterable[ChargeElement]) -> Iterator[StatementEntry]:
    for each in credited:
        yield StatementEntry(EntryKind.CREDIT, each.name, each.name, -each.net, each.treatment, ZERO)


def _interest(late: Iterable[InterestDue]) -> Iterator[StatementEntry]:
    for each in late:
        yield StatementEntry(
            EntryKind.INTEREST, Words("Interest"), each.words, each.amount, each.terms.treatment, ZERO, each
        )


def _instalments(gross: Money, due: Sequence[dt.date]) -> tuple[Instalment, ...]:
    if not due or gross < ZERO:
        return ()  # nothing is due from the customer
    parts = split(gross, dict.fromkeys(range(len(due)), 1)).parts
    return tuple(Instalment(day, parts[index]) for index, day in enumerate(due))
