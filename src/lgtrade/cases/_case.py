"""The facts of a case, as a case file states them. Every figure has its source, or is an assumption."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal

import attrs

from lgtrade.accounts import USUAL_WINDOW, BreakEvenAccount, BreakEvenRule, YearEntry
from lgtrade.agreements import Agreement, overlaps
from lgtrade.billing import Usage
from lgtrade.calendar import FinancialYear
from lgtrade.cases._check import Expectation
from lgtrade.charging import AtCost, Commercial
from lgtrade.costing import CostLine
from lgtrade.frozen import FrozenMapping
from lgtrade.issues import Issue, read_or_as_given, refuse, shown, unread, wrong_type
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
        expected: what is expected of the opinion on it, to be compared; nothing if none.

    >>> from lgtrade.authorities import find
    >>> audit = ServiceKind("audit", "Audit")
    >>> case = Proposal(on="2004-04-01", supplier=find("Kent"), customer=find("Lichfield"), service=audit)
    >>> NamedProposal("audit for Lichfield", case, Assumption("an example")).name
    'audit for Lichfield'
    """

    name: str
    proposal: Proposal
    basis: Basis
    expected: Expectation | None = None


def _units(value: object) -> Decimal:
    return read_or_as_given(exact_number, value)


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
    units: Decimal = attrs.field(converter=_units)
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
        agreement: the agreement.
        basis: where its terms are from, or the assumption they rest on.
        estimates: for an agreement by a rule, one for each year that is charged.
        usage: what was used.

    Raises:
        InputError: usage lies outside the term or is given twice, or a year that is charged by a rule has no estimate,
            or two; all together.

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


@attrs.frozen
class IncomeLine:
    """Income from charges that the case states, rather than works out from usage.

    Args:
        service: the key of the kind of service.
        year: the financial year.
        heading: what it is.
        amount: how much.
        basis: the source of the figure, or the assumption it rests on.

    Raises:
        InputError: a part is of the wrong type; all together.

    >>> IncomeLine("audit", FinancialYear(2004), "Fees", Money.pounds(900), Assumption("an example")).amount
    £900.00
    """

    service: str
    year: FinancialYear
    heading: str
    amount: Money
    basis: Basis

    def __attrs_post_init__(self) -> None:
        """Refuse what is not a year and an amount."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("year", self.year, FinancialYear, Words("a FinancialYear"))
        yield from wrong_type("amount", self.amount, Money, Words("an amount of Money"))


@attrs.frozen
class AccountTerms:
    """How the break-even account of one kind of service is to be kept; see :class:`~lgtrade.accounts.BreakEvenAccount`.

    Args:
        service: the key of the kind of service.
        basis: the source of the terms, or the assumption they rest on.
        opening: the balance brought forward into the first year.
        window: over how many years it has to balance.
        reason: why the window is longer than three years.
        rule: whether cost is a cap, or has to be equalled.
        returning: whether the charges already set return a surplus at the end.
        material: differences up to this size are not remarked on.

    Raises:
        InputError: no account could be kept so: everything that the account would refuse.

    >>> AccountTerms("audit", Assumption("an example")).window
    3
    """

    service: str
    basis: Basis
    opening: Money = ZERO
    window: int = USUAL_WINDOW
    reason: str = ""
    rule: BreakEvenRule = BreakEvenRule.CAP
    returning: bool = False
    material: Money = ZERO

    def __attrs_post_init__(self) -> None:
        """Refuse terms by which no account could be kept, whatever its years."""
        self.account([YearEntry(FinancialYear(2003), ZERO, ZERO)])

    def account(self, entries: Iterable[YearEntry]) -> BreakEvenAccount:
        """Keep the account of these years."""
        return BreakEvenAccount(
            service=self.service,
            entries=tuple(entries),
            opening=self.opening,
            window=self.window,
            reason=self.reason,
            rule=self.rule,
            returning=self.returning,
            material=self.material,
        )


@attrs.frozen
class Published:
    """A figure that was published, to be compared with the same figure worked out.

    Args:
        path: which figure, as in ``("balance", "building-control", "2021/22")``.
        value: the figure published: money, or a rate.

    Raises:
        InputError: the path is empty, or the value is neither money nor a rate; both together.

    >>> Published(("balance", "audit", "2004/05"), Money.pounds(-12)).value
    -£12.00
    """

    path: tuple[str, ...]
    value: Money | Rate

    def __attrs_post_init__(self) -> None:
        """Refuse a figure that is none, or that says nothing of what it is."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        if not self.path:
            yield Issue("published.path", "path", Words("it is empty"), Words("the names that lead to a figure"))
        yield from wrong_type("value", self.value, (Money, Rate), Words("an amount of Money, or a Rate"))


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

    Raises:
        InputError: two of its parts would be taken for one another or contradict each other: two of one name, two
            agreements for the same days, two targets for the same year; all together.

    >>> case = Case("Audit shared", Assumption("an example"))
    >>> case.assumptions
    (('Audit shared', Assumption(reason='an example')),)
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
    remainder: Remainder = attrs.field(factory=lambda: LARGEST)
    unit: Money = attrs.field(factory=lambda: Money(pence=1))

    def __attrs_post_init__(self) -> None:
        """Refuse parts that would be taken for one another, or that contradict each other."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from _twice("service[{}].key", [service.key for service in self.services])
        agreements = [supply.agreement for supply in self.supplies]
        yield from _twice("agreement[{}].reference", [agreement.reference for agreement in agreements])
        yield from (issue.under("agreement") for issue in overlaps([agreement.cover for agreement in agreements]))
        yield from _twice("account[{}].service", [terms.service for terms in self.accounts])
        commercial, kept = self._years(commercial=True), self.account_years
        for number, terms in enumerate(self.accounts):
            for year in sorted(commercial.get(terms.service, set()).intersection(kept[terms.service])):
                words = "in {year} some of {service} is supplied commercially and some not, and the cost is not divided"
                found = Words(words, year=year, service=terms.service)
                accepted = Words("a kind of service of its own for what is supplied commercially")
                yield Issue("account.mixed", f"account[{number}].service", found, accepted)
        yield from self._partnership_issues()

    def _partnership_issues(self) -> Iterator[Issue]:
        kinds = {line.heading: line.kind for line in reversed(self.shared)}
        for number, line in enumerate(self.shared):
            if line.kind is not kinds[line.heading]:
                found = Words("{heading} heads a line of another kind too", heading=shown(line.heading))
                accepted = Words("a heading of its own for each kind of line")
                yield Issue("shared.heading", f"shared[{number}].heading", found, accepted)
        taken: set[tuple[str, FinancialYear]] = set()
        for number, target in enumerate(self.targets):
            years = {(target.partner, due.year) for due in target.years_of_target}
            for partner, year in sorted(years & taken)[:1]:
                found = Words("{partner} has another target for {year}", partner=partner, year=year)
                yield Issue("target.twice", f"target[{number}].partner", found, Words("one target a year"))
            taken |= years

    def _years(self, *, commercial: bool) -> dict[str, set[FinancialYear]]:
        """Give the years in which each kind of service is supplied, by a commercial rule or otherwise."""
        years: dict[str, set[FinancialYear]] = {}
        for supply in self.supplies:
            if supply.is_commercial is commercial:
                years.setdefault(supply.agreement.service.key, set()).update(supply.years)
        return years

    @property
    def account_years(self) -> FrozenMapping[str, tuple[FinancialYear, ...]]:
        """The years of each break-even account: from the first that brings in income to the last, without a gap.

        Income from a commercial rule is left out. An account that nothing brings income in to has no years.
        """
        years = self._years(commercial=False)
        for line in self.income:
            years.setdefault(line.service, set()).add(line.year)
        return FrozenMapping({terms.service: _without_gaps(years.get(terms.service, set())) for terms in self.accounts})

    @property
    def assumptions(self) -> tuple[tuple[str, Assumption], ...]:
        """Everything in the case that is assumed, with the name of what it bears on, each once."""
        return tuple(dict.fromkeys((name, basis) for name, basis in self._bases() if isinstance(basis, Assumption)))

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


def _without_gaps(years: Collection[FinancialYear]) -> tuple[FinancialYear, ...]:
    return tuple(map(FinancialYear, range(min(years).start, max(years).start + 1))) if years else ()


def _twice(place: str, names: Sequence[str]) -> Iterator[Issue]:
    known: set[str] = set()
    for number, name in enumerate(names):
        if name in known:
            found = Words("{name} is given twice", name=shown(name))
            yield Issue("name.twice", place.format(number), found, Words("a name of its own"))
        known.add(name)
