"""Working a case out: the path through the house, room by room, and year by year where one year feeds the next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from lgtrade.accounts import BreakEvenAccount, YearEntry
from lgtrade.billing import Statement, bill
from lgtrade.calendar import FinancialYear
from lgtrade.cases._case import Case
from lgtrade.cases._check import Difference, differences
from lgtrade.cases._compare import Comparison, compare
from lgtrade.cases._entries import Supply
from lgtrade.cases._workings import kind_of
from lgtrade.charging import AtCost, Commercial, UnitCharge
from lgtrade.costing import CostOfProvision, costs_of_provision
from lgtrade.figures import Figure
from lgtrade.frozen import FrozenMapping
from lgtrade.issues import Collector, InputError, Issue, refuse
from lgtrade.law import Opinion, assess
from lgtrade.money import ZERO, Money, total
from lgtrade.notebook import ShownInNotebooks
from lgtrade.partnership import Sharing, share
from lgtrade.words import Words


@attrs.frozen
class NamedOpinion:
    """The opinion on one of the proposals of a case.

    >>> from lgtrade.authorities import find
    >>> from lgtrade.law import Proposal
    >>> from lgtrade.services import ServiceKind
    >>> audit = ServiceKind("audit", "Audit")
    >>> case = Proposal(on="2004-04-01", supplier=find("Kent"), customer=find("Lichfield"), service=audit)
    >>> NamedOpinion("audit", assess(case)).opinion.verdict.value
    'unknown'
    """

    name: str
    opinion: Opinion


@attrs.frozen(repr=False)
class WorkedCase(ShownInNotebooks):
    """What every room made of a case.

    Args:
        case: the facts.
        opinions: the opinion on each proposal.
        costs: the cost of provision of each kind of service and other use, in each financial year.
        statements: what is owed under each agreement for each financial year.
        accounts: the break-even accounts.
        sharing: what each partner bears and gains.
        comparisons: published figures beside the same figures worked out.

    >>> from lgtrade.sources import Assumption
    >>> work_out(Case("Nothing yet", Assumption("an example"))).figures
    {}
    """

    case: Case
    opinions: tuple[NamedOpinion, ...]
    costs: tuple[CostOfProvision, ...]
    statements: tuple[Statement, ...]
    accounts: tuple[BreakEvenAccount, ...]
    sharing: Sharing
    comparisons: tuple[Comparison, ...] = ()

    @property
    def figures(self) -> FrozenMapping[tuple[str, ...], Figure]:
        """Every figure worked out, by its path."""
        return FrozenMapping(dict(self._figures()))

    def __repr__(self) -> str:
        """Show the title and how much was worked out."""
        counts = f"{len(self.opinions)} opinions, {len(self.statements)} statements, {len(self.accounts)} accounts"
        return f"<WorkedCase {self.case.title!r}: {counts}>"

    def _figures(self) -> Iterator[tuple[tuple[str, ...], Figure]]:
        for cost in self.costs:
            yield from _figures_of_cost(cost)
        yield from _figures_of_statements(self.statements)
        for account in self.accounts:
            yield from _figures_of_account(account)
        yield from _figures_of_sharing(self.sharing)
        for target in self.case.targets:
            for due in target.years_of_target:
                yield ("target", target.partner, str(due.year)), due.target
        for working in self.case.workings:
            start = (kind_of(working), working.name)
            yield from (((*start, *path), figure) for path, figure in working.figures.items())


def _figures_of_cost(cost: CostOfProvision) -> Iterator[tuple[tuple[str, ...], Figure]]:
    yield ("total-cost", cost.service, str(cost.year)), cost.total
    for heading in dict.fromkeys(part.line.heading for part in cost.parts):
        amounts = (part.amount for part in cost.parts if part.line.heading == heading)
        yield ("cost", cost.service, str(cost.year), heading), total(amounts)


def _figures_of_statements(statements: tuple[Statement, ...]) -> Iterator[tuple[tuple[str, ...], Figure]]:
    """Give what is owed under each agreement, and for each kind of service where one is for several."""
    kinds: dict[str, set[str]] = {}
    owed: dict[tuple[str, str], Money] = {}
    for each in statements:
        names = each.agreement.reference, str(each.year)
        kinds.setdefault(each.agreement.reference, set()).add(each.agreement.service.key)
        owed[names] = owed.get(names, ZERO) + each.total
    for (reference, year), sum_ in owed.items():
        yield ("owed", reference, year), sum_
    for each in statements:
        reference, key, year = each.agreement.reference, each.agreement.service.key, str(each.year)
        several = len(kinds[reference]) > 1
        if several:
            yield ("owed", reference, key, year), each.total
        if each.unit_charge is not None:
            yield ("unit-charge", reference, *([key] if several else []), year), each.unit_charge.rate


def _figures_of_account(account: BreakEvenAccount) -> Iterator[tuple[tuple[str, ...], Figure]]:
    for position in account.positions:
        yield ("income", account.service, str(position.year)), position.entry.income
        yield ("surplus", account.service, str(position.year)), position.entry.surplus
        yield ("balance", account.service, str(position.year)), position.closing


def _figures_of_sharing(sharing: Sharing) -> Iterator[tuple[tuple[str, ...], Figure]]:
    for heading in dict.fromkeys(each.line.heading for each in sharing.lines):
        same = [each.parts for each in sharing.lines if each.line.heading == heading]
        for partner in dict.fromkeys(partner for parts in same for partner in parts):
            yield ("share", heading, partner), total(parts.get(partner, ZERO) for parts in same)
    for partner in sharing.partners:
        yield ("net", partner), sharing.net(partner)


def work_out(case: Case) -> WorkedCase:
    """Take a case through every room.

    An at-cost charge takes in the balance of the year before, where the case keeps an account of the kind of service;
    otherwise nothing is brought forward.

    Raises:
        InputError: what the case lacks for its figures to be worked out, all together, each with its place. Lines that
            cannot be divided come first, because other figures hang on them.

    >>> from lgtrade.cases import IncomeLine
    >>> from lgtrade.costing import CostLine
    >>> from lgtrade.money import Money
    >>> from lgtrade.sources import Assumption
    >>> known = Assumption("an example")
    >>> income = IncomeLine("audit", FinancialYear(2004), "Fees", Money.pounds(900), known)
    >>> pay = CostLine("Pay", FinancialYear(2004), Money.pounds(800), known, "audit")
    >>> case = Case("Audit", known, costs=(pay,), income=(income,), accounts=(AccountTerms("audit", known),))
    >>> work_out(case).figures[("balance", "audit", "2004/05")]
    £100.00
    """
    opinions = tuple(NamedOpinion(each.name, assess(each.proposal)) for each in case.proposals)
    collector = Collector()
    costs = collector.attempt("cost", lambda: _costs(case))
    sharing = collector.attempt("shared", lambda: share(case.shared, remainder=case.remainder, unit=case.unit))
    refuse(collector.issues)
    costs, sharing = costs or {}, sharing or Sharing(())
    statements, accounts = _Ledger(case, costs, collector).run()
    refuse(collector.issues)
    worked = WorkedCase(case, opinions, tuple(costs.values()), tuple(statements), tuple(accounts), sharing)
    return attrs.evolve(worked, comparisons=compare(case.published, worked.figures))


def _costs(case: Case) -> dict[tuple[str, FinancialYear], CostOfProvision]:
    """Give the kinds of service of the case first, then whatever else bears a line; each year by year."""
    costs = costs_of_provision(case.costs, remainder=case.remainder, unit=case.unit)
    names = [service.key for service in case.services] + [use for use, _ in costs]
    rank = {name: number for number, name in enumerate(dict.fromkeys(names))}
    return dict(sorted(costs.items(), key=lambda item: (rank[item[0][0]], item[0][1])))


class _Ledger:
    """Goes through the years in order, because an at-cost charge depends on the balance of the year before."""

    def __init__(
        self, case: Case, costs: dict[tuple[str, FinancialYear], CostOfProvision], collector: Collector
    ) -> None:
        self.case = case
        self.costs = costs
        self.collector = collector
        self.statements: list[Statement] = []
        self.balances = {terms.service: terms.opening for terms in case.accounts}
        self.entries: dict[str, list[YearEntry]] = {terms.service: [] for terms in case.accounts}
        # No income in it is commercial: a case with a commercial supply in a year of the account is refused.
        self.income = {(line.service, line.year): ZERO for line in case.income}
        for line in case.income:
            self.income[line.service, line.year] += line.amount

    def run(self) -> tuple[list[Statement], list[BreakEvenAccount]]:
        kept = self.case.account_years
        self.collector.add(*self._without_income(kept))
        due: dict[FinancialYear, list[tuple[int, Supply]]] = {}
        for number, supply in enumerate(self.case.supplies):
            for year in supply.years:
                due.setdefault(year, []).append((number, supply))
        closing: dict[FinancialYear, list[tuple[int, str]]] = {}
        for number, (service, years) in enumerate(kept.items()):
            for year in years:
                closing.setdefault(year, []).append((number, service))
        for year in sorted({*due, *closing}):
            for number, supply in due.get(year, ()):
                self._bill(number, supply, year)
            for number, service in closing.get(year, ()):
                self._close(f"account[{number}]", service, year)
        return self.statements, [
            terms.account(self.entries[terms.service]) for terms in self.case.accounts if kept[terms.service]
        ]

    @staticmethod
    def _without_income(kept: Mapping[str, tuple[FinancialYear, ...]]) -> Iterator[Issue]:
        for number, (service, years) in enumerate(kept.items()):
            if not years:
                found = Words("{service} brings in no income at cost or at a price", service=service)
                accepted = Words("stated income, or use that is charged for at cost or at a price")
                yield Issue("account.empty", f"account[{number}].service", found, accepted)

    def _bill(self, number: int, supply: Supply, year: FinancialYear) -> None:
        def make() -> Statement:
            return bill(supply.agreement, year, supply.usage, self._unit_charge(supply, year))

        statement = self.collector.attempt(f"agreement[{number}]", make)
        if statement is not None:
            self.statements.append(statement)
            owed = (supply.agreement.service.key, year)
            self.income[owed] = self.income.get(owed, ZERO) + statement.total

    def _unit_charge(self, supply: Supply, year: FinancialYear) -> UnitCharge | None:
        rule, service = supply.agreement.charge, supply.agreement.service.key
        estimate = next((each for each in supply.estimates if each.year == year), None)
        if estimate is None or not isinstance(rule, AtCost | Commercial):
            return None
        cost = estimate.cost
        if cost is None:
            found = self.costs.get((service, year))
            if found is None:
                words = Words("no cost of {service} is given for {year}", service=service, year=year)
                accepted = Words("a cost line for that year, or an estimated cost")
                raise InputError([Issue("estimate.cost", "estimate", words, accepted)])
            cost = found.total
        if isinstance(rule, Commercial):
            return rule.unit_charge(cost, estimate.units)
        return rule.unit_charge(cost, estimate.units, self.balances.get(service, ZERO))

    def _close(self, place: str, service: str, year: FinancialYear) -> None:
        income = self.income.get((service, year), ZERO)
        cost = self.costs.get((service, year))
        if income and cost is None:
            found = Words("there is income of {service} in {year}, and no cost", service=service, year=year)
            self.collector.add(Issue("account.cost", f"{place}.service", found, Words("a cost line for that year")))
        entry = YearEntry(year, income, ZERO if cost is None else cost.total)
        self.entries[service].append(entry)
        self.balances[service] += entry.surplus


def check(case: Case) -> tuple[Difference, ...]:
    """Compare the opinion on every proposal of a case with what the case expects of it.

    Args:
        case: the facts, and what is expected.

    Returns:
        What was expected and not found; nothing if every expectation is met.

    >>> check(Case("Audit", Assumption("an example")))
    ()
    """
    return tuple(
        each
        for named in case.proposals
        if named.expected is not None
        for each in differences(named.name, named.expected, assess(named.proposal))
    )
