"""The statements of one agreement over its life: estimates, year-end true-ups and corrections, none ever changed."""

# ruff: noqa: A002  # the word of the field is credits, which Python also prints on request

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

import attrs

from lgtrade.billing._issued import A_YEAR, IssuedStatement, Owed, StatementKind, order_issues, reason_issues
from lgtrade.billing._lines import (
    ChargeElement,
    Credits,
    EntryKind,
    Instalment,
    InterestDue,
    SimpleInterest,
    StatementEntry,
    Sums,
    VatRounding,
    VatTreatment,
    read_credits,
    read_sums,
)
from lgtrade.calendar import FinancialYear, Period, day_issues, day_or_as_given
from lgtrade.issues import Collector, InputError, Issue, refuse, wrong_type
from lgtrade.money import ZERO, Money, split
from lgtrade.words import Words

Day: TypeAlias = dt.date | str
"""A day, or text such as ``2026-04-01``."""

_CHARGED = (EntryKind.CHARGE, EntryKind.ADJUSTMENT)
_INCOME = (*_CHARGED, EntryKind.CREDIT)


@attrs.frozen
class StatementBook:
    """All the statements of one agreement, in order; each step gives a new book and leaves the old one as it was.

    Credits and interest wait for the next statement. They are then lines of it, and count for its year.

    Args:
        reference: what the parties call the agreement.
        term: the days that the agreement covers.
        treatment: how a sum is treated for VAT where nothing else is said.
        statements: the statements issued, numbered from 1.
        interest: the interest agreed on late payment; none if none was.
        vat_rounding: how the VAT on a new statement is rounded.
        credits: credits that wait for the next statement.
        late: interest that waits for the next statement.

    Raises:
        InputError: a number skips, a statement is dated before the one before it or is for days outside the term, a
            year is billed again after its true-up or corrected before it, or a part is of the wrong type; all together.

    >>> from lgtrade.billing import VatLiability
    >>> from lgtrade.sources import Assumption
    >>> outside = VatTreatment(VatLiability.OUTSIDE_SCOPE, Assumption("illustration"))
    >>> year = FinancialYear(2025)
    >>> book = StatementBook("HD1", year.period, outside).issue_estimate("2025-04-01", year, Money.pounds(900))
    >>> book = book.credit([("Calls not answered in time", Money.pounds(10))])
    >>> book = book.true_up("2026-05-01", year, Money.pounds(860))
    >>> [(line.what.value, line.net) for line in book.statements[1].lines], book.owed().gross
    ([('adjustment', -£40.00), ('credit', -£10.00)], £850.00)
    """

    reference: str
    term: Period
    treatment: VatTreatment
    statements: tuple[IssuedStatement, ...] = ()
    interest: SimpleInterest | None = None
    vat_rounding: VatRounding = attrs.field(factory=VatRounding)
    credits: tuple[ChargeElement, ...] = ()
    late: tuple[InterestDue, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Refuse statements that do not follow one another."""
        refuse(self._type_issues())
        refuse(self._issues())

    def _type_issues(self) -> Iterator[Issue]:
        accepted = Words("a SimpleInterest, or nothing")
        yield from wrong_type("reference", self.reference, str, Words("what the parties call it"))
        yield from wrong_type("term", self.term, Period, Words("a Period"))
        yield from wrong_type("treatment", self.treatment, VatTreatment, Words("a VatTreatment"))
        for number, each in enumerate(self.statements):
            yield from wrong_type(f"statements[{number}]", each, IssuedStatement, Words("an IssuedStatement"))
        yield from wrong_type("interest", self.interest, (SimpleInterest, type(None)), accepted)
        yield from wrong_type("vat_rounding", self.vat_rounding, VatRounding, Words("a VatRounding"))
        for number, credit in enumerate(self.credits):
            yield from wrong_type(f"credits[{number}]", credit, ChargeElement, Words("a ChargeElement"))
        for number, late in enumerate(self.late):
            yield from wrong_type(f"late[{number}]", late, InterestDue, Words("an InterestDue"))

    def _issues(self) -> Iterator[Issue]:
        for index, each in enumerate(self.statements):
            place, earlier = f"statements[{index}]", self.statements[:index]
            if each.number != index + 1:
                found = Words("it is numbered {number}", number=each.number)
                yield Issue("book.number", f"{place}.number", found, Words("number {number}", number=index + 1))
            if each.period.overlap(self.term) != each.period:
                found = Words("{period} is not within the term", period=each.period)
                yield Issue("book.term", f"{place}.period", found, Words("days within {term}", term=self.term))
            turn = [*_before_issues(earlier, each.day), *_turn_issues(earlier, each.kind, each.year)]
            yield from (issue.under(place) for issue in turn)

    def issue_estimate(
        self, day: Day, year: FinancialYear, estimate: Sums, *, due: Sequence[Day] = (), credits: Credits = ()
    ) -> StatementBook:
        """Bill an estimate in advance, in equal instalments if days are given on which they are due.

        A second estimate for a year is charged on top of the first. Where credits leave less than nothing to pay there
        are no instalments.

        Raises:
            InputError: it is dated before the last statement, the year is outside the term or already trued up, a sum
                is negative, or days are out of order; all together.
        """
        return _Draft(StatementKind.ESTIMATE, "estimate", estimate, day, year, due, credits).onto(self)

    def true_up(
        self, day: Day, year: FinancialYear, actual: Sums, *, due: Sequence[Day] = (), credits: Credits = ()
    ) -> StatementBook:
        """Bill the difference between the actual charge for a year and what was charged for it before.

        An element is known by its name and its VAT treatment: one that is no longer in the actual is refunded.

        Raises:
            InputError: as for an estimate.
        """
        return _Draft(StatementKind.ACTUAL, "actual", actual, day, year, due, credits).onto(self)

    def correct(
        self, day: Day, year: FinancialYear, new_actual: Sums, reason: str, *, credits: Credits = ()
    ) -> StatementBook:
        """Bill what a late correction changes, and say why; no statement already issued is touched.

        Raises:
            InputError: there is no reason, or the year has not been trued up; or as for an estimate; all together.
        """
        return _Draft(StatementKind.CORRECTION, "new_actual", new_actual, day, year, (), credits, reason).onto(self)

    def credit(self, credits: Credits) -> StatementBook:
        """Let credits wait for the next statement, such as those for standards that were missed.

        Raises:
            InputError: a credit is not over nothing, or is not words and money; all together.
        """
        return attrs.evolve(self, credits=(*self.credits, *read_credits(credits, self.treatment)))

    def charge_interest(self, principal: Money, due: Day, paid: Day) -> StatementBook:
        """Let the interest on a sum that was paid late wait for the next statement.

        Raises:
            InputError: no interest was agreed, the sum is not over nothing, or it was paid before it was due.
        """
        if self.interest is None:
            found = Words("no interest was agreed in {reference}", reference=self.reference)
            raise InputError([Issue("book.interest", "interest", found, Words("an agreement with interest"))])
        return attrs.evolve(self, late=(*self.late, self.interest.on(principal, due, paid)))

    def owed(self, year: FinancialYear | None = None) -> Owed:
        """What is owed by the statements issued, for one year or in all."""
        of_year = [each for each in self.statements if year is None or each.year == year]
        return Owed(tuple(line for each in of_year for line in each.lines))

    def reconcile(self, service: str, expected: Mapping[FinancialYear, Money]) -> tuple[Words, ...]:
        """Say in which years the income of an account is not what the statements come to; nothing if all agree.

        Income is charges and adjustments less credits, without interest and VAT.

        Args:
            service: the key of the kind of service that the account is for.
            expected: the income of the account, by financial year.
        """
        template = (
            "{service} in {year}: {billed} by the statements, {stated} by the account, a difference of {difference}"
        )
        years = sorted({*expected, *(each.year for each in self.statements)})
        sums = [(year, self.owed(year).of(*_INCOME), expected.get(year, ZERO)) for year in years]
        return tuple(
            Words(template, service=service, year=year, billed=billed, stated=stated, difference=stated - billed)
            for year, billed, stated in sums
            if billed != stated
        )


def _before_issues(earlier: Sequence[IssuedStatement], day: dt.date) -> Iterator[Issue]:
    if earlier and day < earlier[-1].day:
        last = earlier[-1]
        found = Words("{day} is before statement {number} of {last}", day=day, number=last.number, last=last.day)
        yield Issue("book.day", "day", found, Words("a day on or after {last}", last=last.day))


def _turn_issues(earlier: Sequence[IssuedStatement], kind: StatementKind, year: FinancialYear) -> Iterator[Issue]:
    actual = [each.number for each in earlier if each.year == year and each.kind is StatementKind.ACTUAL]
    if kind is StatementKind.CORRECTION and not actual:
        found = Words("{year} has no actual statement to correct", year=year)
        yield Issue("book.no_actual", "year", found, Words("a year that has been trued up"))
    elif kind is not StatementKind.CORRECTION and actual:
        found = Words("{year} was trued up by statement {number}", year=year, number=actual[0])
        yield Issue("book.trued_up", "year", found, Words("a correction of {year}", year=year))


def _days(values: Iterable[object]) -> tuple[dt.date, ...]:
    return tuple(day_or_as_given(each) for each in values)


@attrs.frozen
class _Draft:
    """A statement that is about to be issued, as it was asked for."""

    kind: StatementKind
    place: str
    sums: Sums
    day: dt.date = attrs.field(converter=day_or_as_given)
    year: FinancialYear
    due: tuple[dt.date, ...] = attrs.field(converter=_days)
    credits: Credits
    reason: str = ""

    def onto(self, book: StatementBook) -> StatementBook:
        """Issue it as the next statement of a book, with the credits and the interest that wait."""
        collector = Collector()
        elements = collector.attempt(self.place, lambda: read_sums(self.sums, book.treatment)) or ()
        credited = collector.attempt("credits", lambda: read_credits(self.credits, book.treatment)) or ()
        collector.add(*self._issues(book))
        period = book.term.overlap(self.year.period) if isinstance(self.year, FinancialYear) else None
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

    def _issues(self, book: StatementBook) -> Iterator[Issue]:
        days = {"day": self.day, **{f"due[{index}]": due for index, due in enumerate(self.due)}}
        unread_days = [issue for place, day in days.items() for issue in day_issues(place, day)]
        yield from unread_days or order_issues("due", self.day, self.due)
        yield from () if unread_days else _before_issues(book.statements, self.day)
        yield from wrong_type("year", self.year, FinancialYear, A_YEAR)
        if isinstance(self.year, FinancialYear):
            if book.term.overlap(self.year.period) is None:
                found = Words("{year} is outside the term", year=self.year)
                yield Issue("book.term", "year", found, Words("a year within {term}", term=book.term))
            yield from _turn_issues(book.statements, self.kind, self.year)
        yield from reason_issues(self.kind, self.reason)

    def _charges(self, book: StatementBook, elements: Sequence[ChargeElement]) -> Iterator[StatementEntry]:
        estimate = self.kind is StatementKind.ESTIMATE
        before = _by_element(() if estimate else (x for x in book.owed(self.year).lines if x.what in _CHARGED))
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
