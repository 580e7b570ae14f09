"""The facts of a case, as a case file states them. Every figure has its source, or is an assumption."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import attrs

from lgtrade.accounts import USUAL_WINDOW, BreakEvenRule
from lgtrade.agreements import Agreement
from lgtrade.billing import Usage
from lgtrade.calendar import FinancialYear
from lgtrade.charging import AtCost, Commercial, Flat
from lgtrade.costing import CostLine
from lgtrade.issues import Issue, refuse
from lgtrade.law import Proposal
from lgtrade.money import LARGEST, ZERO, Money, Rate, Remainder, exact_number
from lgtrade.partnership import EfficiencyTarget, SharedLine
from lgtrade.services import ServiceKind
from lgtrade.sources import Assumption, Basis
from lgtrade.words import Words


@attrs.frozen
class NamedProposal:
    """A proposal with a name of its own, because a case may have several.

    Args:
        name: what to call it.
        proposal: the facts.
        basis: where the facts are from, or the assumption they rest on.
    """

    name: str
    proposal: Proposal
    basis: Basis


def _units(value: object) -> Decimal:
    return exact_number(value, "units")


@attrs.frozen
class Estimate:
    """What was expected of a year when its unit charge was set.

    Args:
        year: the financial year.
        units: the estimated number of units; over nothing.
        cost: the estimated cost; the cost of provision of that year if none is given.
        basis: the source of the figures, or the assumption they rest on.
    """

    year: FinancialYear
    units: Decimal = attrs.field(converter=_units)
    basis: Basis
    cost: Money | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse an estimate over which no cost can be divided."""
        if self.units <= 0:
            found, accepted = Words("there are no units"), Words("a number of units over nothing")
            refuse([Issue("units.none", "units", found, accepted)])


@attrs.frozen
class Supply:
    """An agreement, with what was expected and what was used.

    Args:
        agreement: the agreement.
        basis: where its terms are from, or the assumption they rest on.
        estimates: for an agreement by a rule, one for each year that is charged.
        usage: what was used.

    Raises:
        InputError: usage lies outside the term, or a year that is charged by a rule has no estimate, or two; all
            together.
    """

    agreement: Agreement
    basis: Basis
    estimates: tuple[Estimate, ...] = ()
    usage: tuple[Usage, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Refuse a supply that could not be billed."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        term = self.agreement.term
        for number, used in enumerate(self.usage):
            if used.period.first < term.first or used.period.last > term.last:
                found = Words("{period} is not within the term", period=used.period)
                yield Issue("usage.term", f"usage[{number}]", found, Words("days within {term}", term=term))
        estimated = [each.year for each in self.estimates]
        for number, year in enumerate(estimated):
            if year in estimated[:number]:
                found = Words("{year} is estimated twice", year=year)
                yield Issue("estimate.twice", f"estimate[{number}].year", found, Words("one estimate a year"))
        if isinstance(self.agreement.charge, AtCost | Commercial):
            for year in sorted({used.year for used in self.usage} - set(estimated)):
                found = Words("there is usage in {year}, and no estimate to set its charge", year=year)
                yield Issue("estimate.missing", "estimate", found, Words("the estimated units of {year}", year=year))

    @property
    def years(self) -> tuple[FinancialYear, ...]:
        """The financial years for which a statement is made."""
        if self.usage:
            return tuple(sorted({used.year for used in self.usage}))
        return tuple(self.agreement.term.financial_years()) if self.is_flat else ()

    @property
    def is_flat(self) -> bool:
        """Whether one sum is owed a year, whatever is used."""
        return isinstance(self.agreement.charge, Flat)


@attrs.frozen
class IncomeLine:
    """Income from charges that the case states, rather than works out from usage.

    Args:
        service: the key of the kind of service.
        year: the financial year.
        heading: what it is.
        amount: how much.
        basis: the source of the figure, or the assumption it rests on.
    """

    service: str
    year: FinancialYear
    heading: str
    amount: Money
    basis: Basis


@attrs.frozen
class AccountTerms:
    """How the break-even account of one kind of service is to be kept; see :class:`BreakEvenAccount`.

    Args:
        service: the key of the kind of service.
        basis: the source of the terms, or the assumption they rest on.
        opening: the balance brought forward into the first year.
        window: over how many years it has to balance.
        reason: why the window is longer than three years.
        rule: whether cost is a cap, or has to be equalled.
        returning: whether the charges already set return a surplus at the end.
        material: differences up to this size are not remarked on.
    """

    service: str
    basis: Basis
    opening: Money = ZERO
    window: int = USUAL_WINDOW
    reason: str = ""
    rule: BreakEvenRule = BreakEvenRule.CAP
    returning: bool = False
    material: Money = ZERO


@attrs.frozen
class Published:
    """A figure that was published, to be compared with the same figure worked out.

    Args:
        path: which figure, as in ``("balance", "building-control", "2021/22")``.
        value: the figure published: money, or a rate.
    """

    path: tuple[str, ...]
    value: Money | Rate


@attrs.frozen
class Case:
    """A whole case. Any part may be left out.

    Args:
        title: what the case is called.
        source: where its figures were published, or the assumption that they all rest on.
        services: the kinds of service.
        proposals: what is proposed, for an opinion.
        costs: lines of cost.
        supplies: agreements, with what was expected and used.
        income: income from charges that is stated rather than worked out.
        accounts: the break-even accounts to keep.
        shared: lines of cost and gain to share between partners.
        targets: efficiency targets.
        published: published figures to compare with.
        remainder: who takes the odd pence where a line is divided.
        unit: the smallest sum into which a line is divided.
    """

    title: str
    source: Basis
    services: tuple[ServiceKind, ...] = ()
    proposals: tuple[NamedProposal, ...] = ()
    costs: tuple[CostLine, ...] = ()
    supplies: tuple[Supply, ...] = ()
    income: tuple[IncomeLine, ...] = ()
    accounts: tuple[AccountTerms, ...] = ()
    shared: tuple[SharedLine, ...] = ()
    targets: tuple[EfficiencyTarget, ...] = ()
    published: tuple[Published, ...] = ()
    remainder: Remainder = LARGEST
    unit: Money = attrs.field(default=Money(pence=1))

    @property
    def assumptions(self) -> tuple[tuple[str, Assumption], ...]:
        """Everything in the case that is assumed, with the name of what it bears on, each once."""
        found: list[tuple[str, Assumption]] = []
        for name, basis in self._bases():
            if isinstance(basis, Assumption) and (name, basis) not in found:
                found.append((name, basis))
        return tuple(found)

    def _bases(self) -> Iterator[tuple[str, Basis]]:
        yield self.title, self.source
        for proposal in self.proposals:
            yield proposal.name, proposal.basis
        for line in self.costs:
            yield line.heading, line.basis
            if line.key is not None:
                yield line.key.name, line.key.basis
        for supply in self.supplies:
            reference = supply.agreement.reference
            yield reference, supply.basis
            yield from ((f"{reference} {each.year}", each.basis) for each in supply.estimates)
            yield from ((f"{reference} {each.year}", each.basis) for each in supply.usage)
        for income in self.income:
            yield income.heading, income.basis
        for terms in self.accounts:
            yield terms.service, terms.basis
        for shared in self.shared:
            yield shared.heading, shared.basis
            yield shared.key.name, shared.key.basis
        for target in self.targets:
            yield target.partner, target.basis
