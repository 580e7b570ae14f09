"""The statements of one agreement over its life: estimates, year-end true-ups and corrections, none ever changed."""

# ruff: noqa: A002  # the word of the field is credits, which Python also prints on request

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from lgtrade.agreements import Agreement
from lgtrade.billing._draft import CHARGED, Day, Draft, before_issues, turn_issues
from lgtrade.billing._issued import (
    A_YEAR,
    IssuedStatement,
    Owed,
    StatementKind,
)
from lgtrade.billing._lines import Credits, EntryKind, InterestDue, SimpleInterest, Sums, read_credits
from lgtrade.calendar import FinancialYear, Period
from lgtrade.charging import ChargeElement, VatRounding, VatTreatment
from lgtrade.figures import Figure, Figures
from lgtrade.frozen import FrozenMapping
from lgtrade.issues import InputError, Issue, refuse, wrong_type
from lgtrade.money import ZERO, Money
from lgtrade.notebook import ShownInNotebooks
from lgtrade.sources import Basis
from lgtrade.words import Words

_INCOME = (*CHARGED, EntryKind.CREDIT)


@attrs.frozen
class StatementBook(ShownInNotebooks):
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
            year is estimated twice, billed again after its true-up or corrected before it, or a part is of the wrong
            type; all together.

    >>> from lgtrade.charging import VatLiability
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
            turn = [*before_issues(earlier, each.day), *turn_issues(earlier, each.kind, each.year)]
            yield from (issue.under(place) for issue in turn)

    @classmethod
    def opened(
        cls, agreement: Agreement, treatment: VatTreatment, interest: SimpleInterest | None = None
    ) -> StatementBook:
        """Open the book of an agreement: its reference, its term, and no statement yet.

        Args:
            agreement: the agreement.
            treatment: how a sum is treated for VAT where nothing else is said.
            interest: the interest agreed on late payment; none if none was.
        """
        return cls(agreement.reference, agreement.term, treatment, interest=interest)

    @property
    def name(self) -> str:
        """What the parties call the agreement."""
        return self.reference

    @property
    def figures(self) -> Figures:
        """What each statement comes to with VAT, and what is owed for each year and in all."""
        figures: dict[tuple[str, ...], Figure] = {
            ("statement", str(each.number)): each.gross for each in self.statements
        }
        owed = {str(year): self.owed(year) for year in sorted({each.year for each in self.statements})}
        for name, each in {**owed, "in all": self.owed()}.items():
            figures |= {("net", name): each.net, ("vat", name): each.vat, ("gross", name): each.gross}
            figures |= {(kind.value, name): each.of(kind) for kind in EntryKind}
        return FrozenMapping(figures)

    @property
    def bases(self) -> tuple[tuple[str, Basis], ...]:
        """Where each treatment for VAT, and the rate of interest, are from."""
        treatments = [self.treatment, *(line.treatment for each in self.statements for line in each.lines)]
        found = [(f"{self.reference}: VAT", each.basis) for each in treatments]
        if self.interest is not None:
            found.append((f"{self.reference}: interest", self.interest.basis))
        return tuple(dict.fromkeys(found))

    def issue_estimate(
        self, day: Day, year: FinancialYear, estimate: Sums, *, due: Sequence[Day] = (), credits: Credits = ()
    ) -> StatementBook:
        """Bill an estimate in advance, in equal instalments if days are given on which they are due.

        Where credits leave less than nothing to pay there are no instalments.

        Raises:
            InputError: it is dated before the last statement, the year is outside the term, or is estimated or trued up
                already, a sum is negative, or days are out of order; all together.
        """
        return Draft(StatementKind.ESTIMATE, "estimate", estimate, day, year, due, credits).onto(self)

    def revise_estimate(
        self, day: Day, year: FinancialYear, estimate: Sums, reason: str, *, credits: Credits = ()
    ) -> StatementBook:
        """Bill the difference that a revised estimate of a whole year makes, and say why.

        Raises:
            InputError: there is no reason, or the year has no estimate yet; or as for an estimate; all together.
        """
        return Draft(StatementKind.REVISION, "estimate", estimate, day, year, (), credits, reason).onto(self)

    def true_up(  # noqa: PLR0913  # a statement has as many parts
        self,
        day: Day,
        year: FinancialYear,
        actual: Sums,
        *,
        due: Sequence[Day] = (),
        credits: Credits = (),
        until: Day | None = None,
    ) -> StatementBook:
        """Bill the difference between the actual charge for a year and what was charged for it before.

        An element is known by its name and its VAT treatment: one that is no longer in the actual is refunded.

        Args:
            day: the day of issue, after the last day supplied.
            year: the financial year.
            actual: what the year came to.
            due: the days on which instalments are due.
            credits: sums to be taken off.
            until: the last day supplied, where a partner left before the year or the term ended.

        Raises:
            InputError: the year has not ended; or as for an estimate; all together.
        """
        return Draft(StatementKind.ACTUAL, "actual", actual, day, year, due, credits, "", until).onto(self)

    def correct(
        self, day: Day, year: FinancialYear, new_actual: Sums, reason: str, *, credits: Credits = ()
    ) -> StatementBook:
        """Bill what a late correction changes, and say why; no statement already issued is touched.

        Raises:
            InputError: there is no reason, or the year has not been trued up; or as for an estimate; all together.
        """
        return Draft(StatementKind.CORRECTION, "new_actual", new_actual, day, year, (), credits, reason).onto(self)

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
        """What is owed by the statements issued, for one year or in all.

        Raises:
            InputError: the year is no FinancialYear.
        """
        refuse(wrong_type("year", year, (FinancialYear, type(None)), A_YEAR))
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
