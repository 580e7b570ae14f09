"""A yearly statement: what the customer owes under one agreement for one financial year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import partial

import attrs

from lgtrade.agreements import Agreement
from lgtrade.calendar import FinancialYear, Period
from lgtrade.charging import (
    AtCost,
    ChargeElement,
    ChargeLine,
    Commercial,
    Occasion,
    PerUnit,
    Price,
    UnitCharge,
    VatTreatment,
)
from lgtrade.issues import Collector, InputError, Issue, refuse, unread, wrong_type
from lgtrade.money import Money, Rounding, exact_number, number_or_as_given, total
from lgtrade.sources import Assumption, Basis, Source
from lgtrade.words import Words


@attrs.frozen
class Usage:
    """How much of a service was used in a period.

    Args:
        period: the days, within one financial year.
        quantity: how many units; nothing or more.
        year: the financial year of the period; worked out, not given.
        basis: the source of the figure, or the assumption it rests on.

    Raises:
        InputError: the period runs over the end of a financial year, the quantity is negative, a ``float`` or not a
            number, or a part is of the wrong type; all together.

    >>> from lgtrade.sources import Source
    >>> Usage(Period("2004-04-01", "2004-06-30"), 310, Source("call log")).quantity
    Decimal('310')
    """

    period: Period
    quantity: Decimal = attrs.field(converter=number_or_as_given)
    basis: Basis
    year: FinancialYear = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        """Refuse usage that no single year could bill, and note its financial year."""
        refuse(self._issues())
        object.__setattr__(self, "year", FinancialYear.of(self.period.first))

    def _issues(self) -> Iterator[Issue]:
        issues = tuple(unread(exact_number, "quantity", self.quantity))
        yield from issues
        if not issues and self.quantity < 0:
            found = Words("the quantity is negative")
            yield Issue("usage.negative", "quantity", found, Words("a quantity of nothing or more"))
        yield from wrong_type("period", self.period, Period, Words("a Period"))
        if isinstance(self.period, Period) and FinancialYear.of(self.period.first).period.last < self.period.last:
            found = Words("{period} runs over the end of a financial year", period=self.period)
            yield Issue("usage.years", "period", found, Words("a period within one financial year"))
        yield from wrong_type("basis", self.basis, (Source, Assumption), Words("a Source or an Assumption"))


@attrs.frozen
class StatementLine:
    """One line of a statement: the days, and the charge for them.

    >>> from lgtrade.charging import Flat
    >>> StatementLine(Period("2004-04-01", "2005-03-31"), Flat(Money.pounds(900)).charge(1)).charge.amount
    £900.00
    """

    period: Period
    charge: ChargeLine


@attrs.frozen
class Statement:
    """What a customer owes for one financial year, line by line.

    Args:
        agreement: the agreement under which it is owed.
        year: the financial year.
        lines: the lines, in the order of the usage.
        unit_charge: the unit charge that the agreement's rule set for the year; none where a price was agreed.

    >>> from lgtrade.agreements import Party, Role
    >>> from lgtrade.authorities import find
    >>> from lgtrade.charging import Flat
    >>> from lgtrade.services import ServiceKind
    >>> parties = (Party(find("Lichfield"), Role.SUPPLIER), Party(find("Tamworth"), Role.CUSTOMER))
    >>> term = Period("2004-04-01", "2005-03-31")
    >>> agreement = Agreement("A1", parties, ServiceKind("audit", "Audit"), term, Flat(Money.pounds(900)))
    >>> statement = bill(agreement, FinancialYear(2004), [])
    >>> [line.charge.amount for line in statement.lines], statement.total
    ([£900.00], £900.00)
    >>> from lgtrade.billing import StatementBook
    >>> from lgtrade.charging import VatLiability
    >>> outside = VatTreatment(VatLiability.OUTSIDE_SCOPE, Assumption("an example"))
    >>> book = StatementBook.opened(agreement, outside)
    >>> book.true_up("2005-05-01", FinancialYear(2004), [statement.element(outside)]).owed().gross
    £900.00
    """

    agreement: Agreement
    year: FinancialYear
    lines: tuple[StatementLine, ...]
    unit_charge: UnitCharge | None = None

    @property
    def total(self) -> Money:
        """What is owed: what the lines add to."""
        return total(line.charge.amount for line in self.lines)

    def explain(self) -> tuple[tuple[ChargeLine, ...], ...]:
        """Give for each line the lines that add to its charge, each with its reason."""
        price, customer = _price(self.agreement, self.unit_charge), self.agreement.customer.name
        if price is None:
            return tuple((line.charge,) for line in self.lines)
        if not price.needs_occasion:
            return tuple([price.lines(line.charge.quantity) for line in self.lines])
        return tuple(price.lines(line.charge.quantity, Occasion(line.period, customer)) for line in self.lines)

    def element(self, treatment: VatTreatment) -> ChargeElement:
        """Give the year's charge as an element that a book of statements can bill, under the name of the service.

        Args:
            treatment: how it is treated for VAT.

        Raises:
            InputError: the charge comes to less than nothing.
        """
        return ChargeElement(self.agreement.service.name, self.total, treatment)


def bill(
    agreement: Agreement, year: FinancialYear, usage: Iterable[Usage], unit_charge: UnitCharge | None = None
) -> Statement:
    """Make the statement of one agreement for one financial year.

    Under a flat price one sum is owed for each financial year in which the agreement runs; under any other, each
    period of usage is charged by itself. Under a rule each charge is rounded to a penny in the direction of the rule:
    rounded towards zero, the lines at cost never come to more than the exact sum.

    Args:
        agreement: the agreement, for one kind of service: of several, ``agreement.of("payroll")``.
        year: the financial year; usage in other years is left out.
        usage: what was used.
        unit_charge: the unit charge for the year, where the agreement is by a rule and not at a price.

    Raises:
        InputError: the agreement is for several kinds of service, it does not run in the year, usage lies outside its
            term, or a unit charge is missing, or is given where a price was agreed; all together.

    >>> from lgtrade.agreements import Party, Role
    >>> from lgtrade.authorities import find
    >>> from lgtrade.money import Rate
    >>> from lgtrade.services import ServiceKind
    >>> from lgtrade.sources import Source
    >>> parties = (Party(find("Lichfield"), Role.SUPPLIER), Party(find("Tamworth"), Role.CUSTOMER))
    >>> desk = ServiceKind("help-desk", "Help desk", unit="call")
    >>> agreement = Agreement("HD1", parties, desk, Period("2004-04-01", "2007-03-31"), PerUnit(Rate("24.50")))
    >>> calls = Usage(Period("2004-04-01", "2004-06-30"), 310, Source("call log"))
    >>> bill(agreement, FinancialYear(2004), [calls]).total
    £7,595.00
    """
    given, start = tuple(usage), year.start
    used = tuple(each for each in given if each.year.start == start)
    price = _price(agreement, unit_charge)
    days = agreement.term.overlap(year.period)
    issues = [*_issues(agreement, year, unit_charge, days), *_outside(agreement.term, given, used)]
    if issues or price is None or days is None:
        raise InputError(issues)
    customer = agreement.customer.name
    if price.is_flat:
        lines: tuple[StatementLine, ...] = (StatementLine(days, price.charge(1, Occasion(days, customer))),)
    elif price.needs_occasion:
        lines = _on_occasion(price, customer, given, used)
    else:
        charge = price.line
        lines = tuple([StatementLine(each.period, charge(each.quantity)) for each in used])
    return Statement(agreement, year, lines, unit_charge)


def _on_occasion(
    price: Price, customer: str, given: tuple[Usage, ...], used: tuple[Usage, ...]
) -> tuple[StatementLine, ...]:
    """Charge for usage at a price that depends on who is charged, or for which days; refuse all that cannot be."""
    collector, lines = Collector(), list[StatementLine | None]()
    for each in used:
        number = next(number for number, one in enumerate(given) if one is each)
        lines.append(collector.attempt(f"usage[{number}]", partial(_line, price, each, customer)))
    refuse(collector.issues)
    return tuple(line for line in lines if line is not None)


def _line(price: Price, used: Usage, customer: str) -> StatementLine:
    return StatementLine(used.period, price.charge(used.quantity, Occasion(used.period, customer)))


def _price(agreement: Agreement, unit_charge: UnitCharge | None) -> Price | None:
    if isinstance(agreement.charge, AtCost | Commercial):
        return None if unit_charge is None else PerUnit(unit_charge.rate, Rounding(unit_charge.rounding.direction))
    return agreement.charge


def _issues(
    agreement: Agreement, year: FinancialYear, unit_charge: UnitCharge | None, days: Period | None
) -> Iterator[Issue]:
    if agreement.also:
        found = Words(
            "{reference} is for {count} kinds of service", reference=agreement.reference, count=len(agreement.services)
        )
        yield Issue("bill.kinds", "agreement", found, Words("the agreement as it stands for one of them"))
    if days is None:
        found = Words("{reference} does not run in {year}", reference=agreement.reference, year=year)
        yield Issue("bill.year", "year", found, Words("a financial year within {term}", term=agreement.term))
    by_rule = isinstance(agreement.charge, AtCost | Commercial)
    if by_rule and unit_charge is None:
        found = Words("{reference} is charged by a rule, and there is no unit charge", reference=agreement.reference)
        accepted = Words("the unit charge that the rule set for {year}", year=year)
        yield Issue("bill.charge", "unit_charge", found, accepted)
    if not by_rule and unit_charge is not None:
        found = Words("{reference} is charged at a price, and there is a unit charge", reference=agreement.reference)
        yield Issue("bill.charge", "unit_charge", found, Words("no unit charge"))


def _outside(term: Period, given: tuple[Usage, ...], used: tuple[Usage, ...]) -> Iterator[Issue]:
    first, last = term.first, term.last
    for each in used:
        period = each.period
        if period.first < first or period.last > last:
            number = next(number for number, one in enumerate(given) if one is each)
            found = Words("{period} is not within the term", period=period)
            yield Issue("bill.term", f"usage[{number}].period", found, Words("days within {term}", term=term))
