"""A statement as it was issued, and what the lines of statements come to."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterator, Sequence

import attrs

from lgtrade.billing._lines import EntryKind, Instalment, StatementEntry
from lgtrade.calendar import FinancialYear, Period, day_issues, day_or_as_given
from lgtrade.charging import VatRounding
from lgtrade.issues import Issue, refuse, wrong_type
from lgtrade.money import Money, total
from lgtrade.words import Words

A_YEAR = Words("a FinancialYear")


class StatementKind(enum.Enum):
    """Why a statement is issued.

    * ``ESTIMATE``: in advance, for what the year is expected to come to.
    * ``REVISION``: for the difference that a revised estimate makes, with the reason.
    * ``ACTUAL``: once the year is known, for the difference from what was charged before: the true-up.
    * ``CORRECTION``: after that, for the difference only, with the reason.
    """

    ESTIMATE = "estimate"
    REVISION = "revised estimate"
    ACTUAL = "actual"
    CORRECTION = "correction"


@attrs.frozen
class Owed:
    """What is owed, with each line that it comes from: charges and adjustments, less credits, plus interest.

    Args:
        lines: the lines of the statements that are counted.

    >>> Owed(()).gross
    £0.00
    """

    lines: tuple[StatementEntry, ...]

    def of(self, *kinds: EntryKind) -> Money:
        """What the lines of some kinds come to before VAT; credits and refunds are negative."""
        return total(line.net for line in self.lines if line.what in kinds)

    @property
    def net(self) -> Money:
        """What all the lines come to before VAT."""
        return total(line.net for line in self.lines)

    @property
    def vat(self) -> Money:
        """The VAT of all the lines."""
        return total(line.vat for line in self.lines)

    @property
    def gross(self) -> Money:
        """What all the lines come to with VAT."""
        return self.net + self.vat


@attrs.frozen
class IssuedStatement(Owed):
    """A statement as it was issued; it is never changed.

    Args:
        lines: its lines.
        number: its number within the agreement, from 1.
        day: the day of issue.
        year: the financial year that it is for.
        period: the days of that year that it covers.
        kind: why it is issued.
        vat_rounding: how its VAT is rounded.
        reason: for a correction or a revised estimate, why the sum changed.
        instalments: when what it comes to is due; none if it does not say.

    Raises:
        InputError: the number is below 1, the period is not within the year, an actual is dated before it ends, VAT is
            not what the treatment and the rounding give, a correction or a revised estimate has no reason, instalments
            do not add to what is owed or are not in order from the day of issue, or a part is of the wrong type; all
            together.

    >>> year = FinancialYear(2025)
    >>> IssuedStatement((), 1, "2025-04-01", year, year.period, StatementKind.ESTIMATE, VatRounding()).net
    £0.00
    """

    number: int
    day: dt.date = attrs.field(converter=day_or_as_given)
    year: FinancialYear
    period: Period
    kind: StatementKind
    vat_rounding: VatRounding
    reason: str = ""
    instalments: tuple[Instalment, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Refuse a statement that does not add up."""
        refuse(self._type_issues())
        refuse(self._issues())

    def _type_issues(self) -> Iterator[Issue]:
        for number, line in enumerate(self.lines):
            yield from wrong_type(f"lines[{number}]", line, StatementEntry, Words("a StatementEntry"))
        yield from wrong_type("number", self.number, int, Words("a whole number"))
        yield from day_issues("day", self.day)
        yield from wrong_type("year", self.year, FinancialYear, A_YEAR)
        yield from wrong_type("period", self.period, Period, Words("a Period"))
        yield from wrong_type("kind", self.kind, StatementKind, Words("a StatementKind"))
        yield from wrong_type("vat_rounding", self.vat_rounding, VatRounding, Words("a VatRounding"))
        yield from wrong_type("reason", self.reason, str, Words("a reason in words"))
        for number, each in enumerate(self.instalments):
            yield from wrong_type(f"instalments[{number}]", each, Instalment, Words("an Instalment"))

    def _issues(self) -> Iterator[Issue]:
        if self.number < 1:
            found = Words("the number is {number}", number=self.number)
            yield Issue("statement.number", "number", found, Words("a number from 1"))
        if self.period.overlap(self.year.period) != self.period:
            found = Words("{period} is not within {year}", period=self.period, year=self.year)
            yield Issue("statement.period", "period", found, Words("days within {days}", days=self.year.period))
        yield from early_issues(self.kind, self.day, self.period.last)
        expected = self.vat_rounding.vat((line.net, line.treatment) for line in self.lines)
        for number, (line, vat) in enumerate(zip(self.lines, expected, strict=True)):
            if line.vat != vat:
                found = Words("the VAT is {vat}", vat=line.vat)
                yield Issue("statement.vat", f"lines[{number}].vat", found, Words("VAT of {vat}", vat=vat))
        yield from reason_issues(self.kind, self.reason)
        due = total(each.amount for each in self.instalments)
        if self.instalments and due != self.gross:
            found = Words("the instalments add to {due}", due=due)
            yield Issue("statement.instalments", "instalments", found, Words("{gross} in all", gross=self.gross))
        yield from order_issues("instalments", self.day, [each.due for each in self.instalments])


def reason_issues(kind: StatementKind, reason: object) -> Iterator[Issue]:
    """Yield why a statement of a kind lacks its reason."""
    if kind in {StatementKind.CORRECTION, StatementKind.REVISION} and reason == "":
        found = Words("the {kind} has no reason", kind=kind.value)
        yield Issue("statement.reason", "reason", found, Words("why the sum changed"))


def early_issues(kind: StatementKind, day: dt.date, last: dt.date) -> Iterator[Issue]:
    """Yield why a year cannot be trued up yet."""
    if kind is StatementKind.ACTUAL and day <= last:
        found = Words("{day} is not after the last day supplied, {last}", day=day, last=last)
        yield Issue("statement.early", "day", found, Words("a day after {last}", last=last))


def order_issues(place: str, day: dt.date, due: Sequence[dt.date]) -> Iterator[Issue]:
    """Yield which days on which a sum is due are not in order, from the day of issue."""
    earliest = day
    for number, each in enumerate(due):
        if each < earliest:
            found = Words("it is due on {due}, before {earliest}", due=each, earliest=earliest)
            accepted = Words("a day on or after {earliest}", earliest=earliest)
            yield Issue("statement.due", f"{place}[{number}]", found, accepted)
        earliest = max(earliest, each)
