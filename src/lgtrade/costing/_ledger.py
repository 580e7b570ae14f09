"""Lines of a ledger, and overheads that a ledger does not hold."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import attrs

from lgtrade.calendar import FinancialYear
from lgtrade.costing._given import basis_issues, number_issues, text_issues
from lgtrade.costing._headings import SubjectiveHeading
from lgtrade.costing._provision import ApportionmentKey
from lgtrade.issues import Issue, each_wrong_type, refuse, wrong_type
from lgtrade.money import Money, fraction_or_as_given
from lgtrade.sources import Basis
from lgtrade.words import Words


@attrs.frozen
class LedgerLine:
    """One line of a ledger: what one cost centre spent on one thing in one financial year.

    Args:
        centre: the cost centre that it is booked to.
        heading: what it was spent on.
        year: the financial year.
        amount: the whole of the line; negative for a credit.
        basis: the source of the figure, or the assumption it rests on.
        key: for a line that several bear, the key that divides it, whatever centre it is booked to.
        note: anything to be said of it.

    Raises:
        InputError: it has no cost centre, or a part is of the wrong type; all together.

    >>> from lgtrade.sources import Source
    >>> pay = SubjectiveHeading.EMPLOYEES
    >>> LedgerLine("Payroll team", pay, FinancialYear(2025), Money.pounds(84_000), Source("ledger")).heading.value
    'employees'
    """

    centre: str
    heading: SubjectiveHeading
    year: FinancialYear
    amount: Money
    basis: Basis
    key: ApportionmentKey | None = None
    note: str = ""

    def __attrs_post_init__(self) -> None:
        """Refuse a line that is not one."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from text_issues("centre", self.centre, Words("the cost centre"))
        yield from wrong_type("heading", self.heading, SubjectiveHeading, Words("a SubjectiveHeading"))
        yield from wrong_type("year", self.year, FinancialYear, Words("a FinancialYear"))
        yield from wrong_type("amount", self.amount, Money, Words("an amount of Money"))
        yield from basis_issues(self.basis)
        accepted = Words("an ApportionmentKey, or nothing")
        yield from wrong_type("key", self.key, (ApportionmentKey, type(None)), accepted)
        yield from wrong_type("note", self.note, str, Words("words"))


@attrs.frozen
class OverheadRate:
    """Overheads that the ledger does not hold, taken as a part of what a service costs under some headings.

    Args:
        heading: what they are, as in "overheads at 30% of pay".
        part: what part; it may be more than the whole.
        of: under which headings the cost counts. Only direct and attributable cost does.
        basis: the source of the part, or the assumption it rests on.

    Raises:
        InputError: it is below nil, it is of no heading, or a part is of the wrong type; all together.

    >>> from lgtrade.sources import Source
    >>> OverheadRate("overheads", "30%", (SubjectiveHeading.EMPLOYEES,), Source("accounts manual")).part
    Fraction(3, 10)
    """

    heading: str
    part: Fraction = attrs.field(converter=fraction_or_as_given)
    of: tuple[SubjectiveHeading, ...]
    basis: Basis

    def __attrs_post_init__(self) -> None:
        """Refuse a rate that is none."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from text_issues("heading", self.heading, Words("what they are"))
        yield from number_issues("part", self.part)
        yield from each_wrong_type("of", self.of, SubjectiveHeading, Words("a SubjectiveHeading"))
        if self.of == ():
            yield Issue("overhead.of", "of", Words("it is of no heading"), Words("one heading or more"))
        yield from basis_issues(self.basis)
