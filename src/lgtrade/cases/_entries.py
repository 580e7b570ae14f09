"""The entries of a case: proposals, estimates and supplies."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import attrs

from lgtrade.agreements import Agreement
from lgtrade.billing import Usage
from lgtrade.calendar import FinancialYear
from lgtrade.cases._check import Expectation
from lgtrade.charging import AtCost, Commercial
from lgtrade.issues import Issue, refuse, unread, wrong_type
from lgtrade.law import Proposal
from lgtrade.money import Money, exact_number, number_or_as_given
from lgtrade.sources import Basis
from lgtrade.words import Words


@attrs.frozen
class NamedProposal:
    """A proposal with a name of its own, because a case may have several.

    Args:
        name: what to call it.
        proposal: the facts.
        basis: where the facts are from, or the assumption they rest on.
        expected: what is expected of the opinion on it, to be compared; nothing if none.

    >>> from lgtrade.authorities import find
    >>> from lgtrade.services import ServiceKind
    >>> from lgtrade.sources import Assumption
    >>> audit = ServiceKind("audit", "Audit")
    >>> case = Proposal(on="2004-04-01", supplier=find("Kent"), customer=find("Lichfield"), service=audit)
    >>> NamedProposal("audit for Lichfield", case, Assumption("an example")).name
    'audit for Lichfield'
    """

    name: str
    proposal: Proposal
    basis: Basis
    expected: Expectation | None = None


@attrs.frozen
class Estimate:
    """What was expected of a year when its unit charge was set.

    Args:
        year: the financial year.
        units: the estimated number of units over which the whole cost is divided, whoever uses them; over nothing.
        cost: the estimated cost; the cost of provision of that year if none is given.
        basis: the source of the figures, or the assumption they rest on.

    Raises:
        InputError: there are no units, or they are a ``float`` or not a number, or a part is of the wrong type; all
            together.

    >>> Estimate(FinancialYear(2004), 3000, Assumption("last year's calls")).units
    Decimal('3000')
    """

    year: FinancialYear
    units: Decimal = attrs.field(converter=number_or_as_given)
    basis: Basis
    cost: Money | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse an estimate over which no cost can be divided."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("year", self.year, FinancialYear, Words("a FinancialYear"))
        issues = tuple(unread(exact_number, "units", self.units))
        yield from issues
        if not issues and self.units <= 0:
            found, accepted = Words("there are no units"), Words("a number of units over nothing")
            yield Issue("units.none", "units", found, accepted)
        if self.cost is not None:
            yield from wrong_type("cost", self.cost, Money, Words("an amount of Money, or nothing"))


@attrs.frozen
class Supply:
    """An agreement, with what was expected and what was used.

    Args:
        agreement: the agreement, as it stands for one kind of service.
        basis: where its terms are from, or the assumption they rest on.
        estimates: for an agreement by a rule, one for each year that is charged.
        usage: what was used.

    Raises:
        InputError: the agreement is for several kinds of service, usage lies outside the term or is given twice, or a
            year that is charged by a rule has no estimate, or two; all together.

    >>> from lgtrade.agreements import Party, Role
    >>> from lgtrade.authorities import find
    >>> from lgtrade.calendar import Period
    >>> from lgtrade.charging import Flat
    >>> parties = (Party(find("Kent"), Role.SUPPLIER), Party(find("Lichfield"), Role.CUSTOMER))
    >>> term = Period("2004-04-01", "2006-03-31")
    >>> agreement = Agreement("A1", parties, ServiceKind("audit", "Audit"), term, Flat(Money.pounds(900)))
    >>> Supply(agreement, Assumption("an example")).years
    (2004/05, 2005/06)
    """

    agreement: Agreement
    basis: Basis
    estimates: tuple[Estimate, ...] = ()
    usage: tuple[Usage, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Refuse a supply that could not be billed."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        if self.agreement.also:
            found = Words("it is for {count} kinds of service", count=len(self.agreement.services))
            yield Issue("supply.kinds", "agreement", found, Words("the agreement as it stands for one of them"))
        term = self.agreement.term
        for number, used in enumerate(self.usage):
            if used.period.first < term.first or used.period.last > term.last:
                found = Words("{period} is not within the term", period=used.period)
                yield Issue("usage.term", f"usage[{number}]", found, Words("days within {term}", term=term))
        first: dict[Usage, int] = {}
        for number, used in enumerate(self.usage):
            if first.setdefault(used, number) != number:
                found = Words("it is the same as usage[{first}]", first=first[used])
                accepted = Words("each line of usage once, or with a period, quantity or source of its own")
                yield Issue("usage.twice", f"usage[{number}]", found, accepted)
        estimated: set[FinancialYear] = set()
        for number, estimate in enumerate(self.estimates):
            if estimate.year in estimated:
                found = Words("{year} is estimated twice", year=estimate.year)
                yield Issue("estimate.twice", f"estimate[{number}].year", found, Words("one estimate a year"))
            estimated.add(estimate.year)
        if isinstance(self.agreement.charge, AtCost | Commercial):
            for year in sorted({used.year for used in self.usage} - estimated):
                found = Words("there is usage in {year}, and no estimate to set its charge", year=year)
                yield Issue("estimate.missing", "estimate", found, Words("the estimated units of {year}", year=year))

    @property
    def years(self) -> tuple[FinancialYear, ...]:
        """The financial years for which a statement is made."""
        if self.is_flat:
            return tuple(self.agreement.term.financial_years())
        return tuple(sorted({used.year for used in self.usage}))

    @property
    def is_flat(self) -> bool:
        """Whether one sum is owed a year, whatever is used."""
        charge = self.agreement.charge
        return not isinstance(charge, AtCost | Commercial) and charge.is_flat

    @property
    def is_commercial(self) -> bool:
        """Whether it is charged by a commercial rule, so that its income is no part of a break-even account."""
        return isinstance(self.agreement.charge, Commercial)
