"""Working a case out: the path through the house, room by room, and year by year where one year feeds the next."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TypeAlias

import attrs

from lgtrade.accounts import BreakEvenAccount, YearEntry
from lgtrade.billing import Statement, bill
from lgtrade.calendar import FinancialYear
from lgtrade.cases._case import AccountTerms, Case, Published, Supply
from lgtrade.charging import AtCost, Commercial, UnitCharge
from lgtrade.costing import CostOfProvision, cost_of_provision
from lgtrade.frozen import FrozenMapping
from lgtrade.issues import Collector, InputError, Issue, refuse
from lgtrade.law import Opinion, assess
from lgtrade.money import ZERO, Money, Rate, total
from lgtrade.partnership import Sharing, share
from lgtrade.words import Words

Figure: TypeAlias = Money | Rate
"""A figure that a case works out."""


@attrs.frozen
class NamedOpinion:
    """The opinion on one of the proposals of a case."""

    name: str
    opinion: Opinion


@attrs.frozen
class Comparison:
    """A published figure beside the same figure worked out.

    Args:
        path: which figure.
        published: what was published.
        worked_out: what it comes to.
    """

    path: tuple[str, ...]
    published: Figure
    worked_out: Figure

    @property
    def difference(self) -> Figure:
        """What was worked out, less what was published."""
        if isinstance(self.worked_out, Money) and isinstance(self.published, Money):
            return self.worked_out - self.published
        return Rate(_pounds(self.worked_out) - _pounds(self.published))

    @property
    def agrees(self) -> bool:
        """Whether the two are exactly equal."""
        return _pounds(self.worked_out) == _pounds(self.published)


def _pounds(figure: Figure) -> Decimal:
    return figure.in_pounds if isinstance(figure, Money) else figure.pounds


@attrs.frozen
class WorkedCase:
    """What every room made of a case.

    Args:
        case: the facts.
        opinions: the opinion on each proposal.
        costs: the cost of provision of each kind of service and other use, in each financial year.
        statements: what is owed under each agreement for each financial year.
        accounts: the break-even accounts.
        sharing: what each partner bears and gains.
        comparisons: published figures beside the same figures worked out.
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

    def _figures(self) -> Iterator[tuple[tuple[str, ...], Figure]]:
        for cost in self.costs:
            yield from _figures_of_cost(cost)
        for each in self.statements:
            reference, year = each.agreement.reference, str(each.year)
            yield ("owed", reference, year), each.total
            if each.unit_charge is not None:
                yield ("unit-charge", reference, year), each.unit_charge.rate
        for account in self.accounts:
            yield from _figures_of_account(account)
        yield from _figures_of_sharing(self.sharing)
        for target in self.case.targets:
            for due in target.years_of_target:
                yield ("target", target.partner, str(due.year)), due.target


def _figures_of_cost(cost: CostOfProvision) -> Iterator[tuple[tuple[str, ...], Figure]]:
    yield ("total-cost", cost.service, str(cost.year)), cost.total
    for heading in dict.fromkeys(part.line.heading for part in cost.parts):
        amounts = (part.amount for part in cost.parts if part.line.heading == heading)
        yield ("cost", cost.service, str(cost.year), heading), total(amounts)


def _figures_of_account(account: BreakEvenAccount) -> Iterator[tuple[tuple[str, ...], Figure]]:
    for position in account.positions:
        yield ("income", account.service, str(position.year)), position.entry.income
        yield ("surplus", account.service, str(position.year)), position.entry.surplus
        yield ("balance", account.service, str(position.year)), position.closing


def _figures_of_sharing(sharing: Sharing) -> Iterator[tuple[tuple[str, ...], Figure]]:
    for line in sharing.lines:
        for partner, part in line.parts.items():
            yield ("share", line.line.heading, partner), part
    for partner in sharing.partners:
        yield ("net", partner), sharing.net(partner)


def work_out(case: Case) -> WorkedCase:
    """Take a case through every room.

    Raises:
        InputError: what the case lacks for its figures to be worked out, all together, each with its place.
    """
    opinions = tuple(NamedOpinion(each.name, assess(each.proposal)) for each in case.proposals)
    collector = Collector()
    costs = collector.attempt("cost", lambda: _costs(case)) or {}
    statements, accounts = _Ledger(case, costs, collector).run()
    sharing = collector.attempt("", lambda: share(case.shared, remainder=case.remainder, unit=case.unit))
    refuse(collector.issues)
    worked = WorkedCase(
        case, opinions, tuple(costs.values()), tuple(statements), tuple(accounts), sharing or Sharing(())
    )
    return attrs.evolve(worked, comparisons=_compare(worked))


def _costs(case: Case) -> dict[tuple[str, FinancialYear], CostOfProvision]:
    uses = [service.key for service in case.services]
    uses += [line.service for line in case.costs if line.service is not None]
    uses += [use for line in case.costs if line.key is not None for use in line.key.weights]
    years = sorted({line.year for line in case.costs})
    worked: dict[tuple[str, FinancialYear], CostOfProvision] = {}
    for use in dict.fromkeys(uses):
        for year in years:
            cost = cost_of_provision(use, year, case.costs, remainder=case.remainder, unit=case.unit)
            if cost.parts:
                worked[use, year] = cost
    return worked


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

    def run(self) -> tuple[list[Statement], list[BreakEvenAccount]]:
        years = {year for supply in self.case.supplies for year in supply.years}
        years |= {income.year for income in self.case.income}
        for year in sorted(years):
            for number, supply in enumerate(self.case.supplies):
                if year in supply.years:
                    self._bill(number, supply, year)
            for terms in self.case.accounts:
                self._close(terms.service, year)
        accounts = [
            self.collector.attempt(f"account[{number}]", lambda terms=terms: self._account(terms))  # type: ignore[misc]
            for number, terms in enumerate(self.case.accounts)
        ]
        return self.statements, [account for account in accounts if account is not None]

    def _bill(self, number: int, supply: Supply, year: FinancialYear) -> None:
        def make() -> Statement:
            return bill(supply.agreement, year, supply.usage, self._unit_charge(supply, year))

        statement = self.collector.attempt(f"agreement[{number}]", make)
        if statement is not None:
            self.statements.append(statement)

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

    def _close(self, service: str, year: FinancialYear) -> None:
        billed = [each for each in self.statements if each.year == year and each.agreement.service.key == service]
        stated = [each.amount for each in self.case.income if (each.service, each.year) == (service, year)]
        at_cost = [each.total for each in billed if not isinstance(each.agreement.charge, Commercial)]
        if at_cost or stated:
            cost = self.costs.get((service, year))
            entry = YearEntry(year, total([*at_cost, *stated]), cost.total if cost is not None else ZERO)
            self.entries[service].append(entry)
            self.balances[service] += entry.surplus

    def _account(self, terms: AccountTerms) -> BreakEvenAccount:
        return BreakEvenAccount(
            service=terms.service,
            entries=tuple(self.entries[terms.service]),
            opening=terms.opening,
            window=terms.window,
            reason=terms.reason,
            rule=terms.rule,
            returning=terms.returning,
            material=terms.material,
        )


def _compare(worked: WorkedCase) -> tuple[Comparison, ...]:
    figures = worked.figures
    refuse(_unmatched(published, figures) for published in worked.case.published if published.path not in figures)
    return tuple(Comparison(each.path, each.value, figures[each.path]) for each in worked.case.published)


def _unmatched(published: Published, figures: FrozenMapping[tuple[str, ...], Figure]) -> Issue:
    near = [path for path in figures if path[0] == published.path[0]]
    place = "published." + ".".join(published.path)
    found = Words("nothing of that name is worked out")
    names = "; ".join(".".join(path) for path in near[:8])
    accepted = (
        Words("one of: {names}", names=names)
        if names
        else Words("a figure of: {kinds}", kinds=", ".join(dict.fromkeys(path[0] for path in figures)))
    )
    return Issue("published.path", place, found, accepted)
