"""The facts of a case, as a case file states them. Every figure has its source, or is an assumption."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import attrs

from lgtrade.agreements import Agreement, overlaps
from lgtrade.calendar import FinancialYear
from lgtrade.cases._accounts import AccountTerms, IncomeKind, IncomeLine
from lgtrade.cases._compare import Published
from lgtrade.cases._entries import NamedProposal, Supply
from lgtrade.cases._workings import KINDS, Working
from lgtrade.costing import CostLine
from lgtrade.frozen import FrozenMapping
from lgtrade.issues import Issue, given_twice, refuse, shown
from lgtrade.money import LARGEST, Money, Remainder
from lgtrade.partnership import SharedLine
from lgtrade.services import ServiceKind
from lgtrade.sources import Assumption, Basis
from lgtrade.words import Words


@attrs.frozen
class Case:
    """A whole case. Any part may be left out.

    Args:
        title: what the case is called.
        source: where its figures were published, or the assumption that they all rest on.
        services: the kinds of service.
        proposals: what is proposed, for an opinion.
        costs: lines of cost.
        supplies: agreements, with what was expected and used: one for each kind of service that an agreement is for.
        income: income that is stated rather than worked out: from charges, other income, and what was returned.
        accounts: the break-even accounts to keep.
        shared: lines of cost and gain to share between partners.
        workings: parts that work their own figures out, such as a partner's leaving.
        published: published figures to compare with.
        remainder: who takes the odd pence where a line is divided.
        unit: the smallest sum into which a line is divided.

    Raises:
        InputError: two of its parts would be taken for one another or contradict each other: two of one name, two
            agreements for the same days; or income of which no account is kept; all together.

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
    workings: tuple[Working, ...] = ()
    published: tuple[Published, ...] = ()
    remainder: Remainder = attrs.field(factory=lambda: LARGEST)
    unit: Money = attrs.field(factory=lambda: Money(pence=1))

    def __attrs_post_init__(self) -> None:
        """Refuse parts that would be taken for one another, or that contradict each other."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from given_twice("service[{}].key", [service.key for service in self.services])
        yield from self._agreement_issues()
        yield from given_twice("account[{}].service", [terms.service for terms in self.accounts])
        yield from self._income_issues()
        commercial, kept = self._years(commercial=True), self.account_years
        for number, terms in enumerate(self.accounts):
            for year in sorted(commercial.get(terms.service, set()).intersection(kept[terms.service])):
                words = "in {year} some of {service} is supplied commercially and some not, and the cost is not divided"
                found = Words(words, year=year, service=terms.service)
                accepted = Words("a kind of service of its own for what is supplied commercially")
                yield Issue("account.mixed", f"account[{number}].service", found, accepted)
        for kind, type_ in KINDS.items():
            names = [each.name for each in self.workings if isinstance(each, type_)]
            yield from given_twice(kind + "[{}].name", names)
        yield from self._partnership_issues()

    def _income_issues(self) -> Iterator[Issue]:
        """Yield each line that no account takes in, and would be lost; a grant may lower a charge without one."""
        accounts = {terms.service for terms in self.accounts}
        for number, line in enumerate(self.income):
            if line.kind is not IncomeKind.OTHER and line.service not in accounts:
                found = Words("no account is kept of {service}", service=shown(line.service))
                accepted = Words("an account of that service, or no income of it")
                yield Issue("income.account", f"income[{number}].service", found, accepted)

    def _agreement_issues(self) -> Iterator[Issue]:
        agreements = [supply.agreement for supply in self.supplies]
        first: dict[str, Agreement] = {}
        known: set[tuple[str, str]] = set()
        for number, each in enumerate(agreements):
            whole = first.setdefault(each.reference, each)
            kind = (each.reference, each.service.key)
            if kind in known or (whole.parties, whole.term) != (each.parties, each.term):
                found = Words("{name} is given twice", name=shown(each.reference))
                yield Issue("name.twice", f"agreement[{number}].reference", found, Words("a name of its own"))
            known.add(kind)
        yield from (issue.under("agreement") for issue in overlaps([agreement.covers for agreement in agreements]))

    def _partnership_issues(self) -> Iterator[Issue]:
        kinds = {line.heading: line.kind for line in reversed(self.shared)}
        for number, line in enumerate(self.shared):
            if line.kind is not kinds[line.heading]:
                found = Words("{heading} heads a line of another kind too", heading=shown(line.heading))
                accepted = Words("a heading of its own for each kind of line")
                yield Issue("shared.heading", f"shared[{number}].heading", found, accepted)

    def _years(self, *, commercial: bool) -> dict[str, set[FinancialYear]]:
        """Give the years in which each kind of service is supplied, by a commercial rule or otherwise."""
        years: dict[str, set[FinancialYear]] = {}
        for supply in self.supplies:
            if supply.is_commercial is commercial:
                years.setdefault(supply.agreement.service.key, set()).update(supply.years)
        return years

    @property
    def account_years(self) -> FrozenMapping[str, tuple[FinancialYear, ...]]:
        """The years of each break-even account: from the first with income or cost to the last, without a gap.

        Income from a commercial rule is left out, and so is the cost of a year with no other. An account that nothing
        brings income in to has no years.
        """
        years, commercial = self._years(commercial=False), self._years(commercial=True)
        for line in self.income:
            years.setdefault(line.service, set()).add(line.year)
        for cost in self.costs:
            for service in cost.borne_by:
                if service in years and cost.year not in commercial.get(service, ()):
                    years[service].add(cost.year)
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
            yield from ((f"{terms.service} {each.year}", each.basis) for each in terms.corrections)
            yield from ((f"{terms.service} {each.year}", each.basis) for each in terms.planned)
        for shared in self.shared:
            yield shared.heading, shared.basis
            yield shared.key.name, shared.key.basis
        for working in self.workings:
            yield from working.bases


def _without_gaps(years: Collection[FinancialYear]) -> tuple[FinancialYear, ...]:
    return tuple(map(FinancialYear, range(min(years).start, max(years).start + 1))) if years else ()
