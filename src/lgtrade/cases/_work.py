"""Working a case out: the path through the house, room by room."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import attrs

from lgtrade.accounts import BreakEvenAccount, Forecast
from lgtrade.billing import Statement
from lgtrade.calendar import FinancialYear
from lgtrade.cases._case import Case
from lgtrade.cases._check import Difference, differences
from lgtrade.cases._compare import Comparison, compare
from lgtrade.cases._ledger import Ledger
from lgtrade.cases._workings import kind_of
from lgtrade.costing import CostOfProvision, RateCard, UnitCost, costs_of_provision
from lgtrade.figures import Figure, Figures
from lgtrade.frozen import FrozenMapping
from lgtrade.issues import Collector, refuse
from lgtrade.law import Opinion, assess
from lgtrade.money import ZERO, Money, total
from lgtrade.notebook import ShownInNotebooks
from lgtrade.partnership import InvestmentAppraisal, Sharing, share


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
        forecasts: where the accounts with years planned are going.
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
    forecasts: tuple[Forecast, ...]
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

    @property
    def exact(self) -> FrozenMapping[tuple[str, ...], Fraction]:
        """What some figures were before they were rounded, in pounds where they are money or a rate."""
        costed = (each for each in self.case.workings if isinstance(each, UnitCost | RateCard | InvestmentAppraisal))
        return FrozenMapping(
            {(kind_of(each), each.name, *path): number for each in costed for path, number in each.exact.items()}
        )

    def _figures(self) -> Iterator[tuple[tuple[str, ...], Figure]]:
        for cost in self.costs:
            yield from _figures_of_cost(cost)
        yield from _figures_of_statements(self.statements)
        for account in self.accounts:
            yield from _under(account.service, account.figures)
        for forecast in self.forecasts:
            yield from _under(forecast.account.service, forecast.figures)
        yield from _figures_of_sharing(self.sharing)
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


def _under(service: str, figures: Figures) -> Iterator[tuple[tuple[str, ...], Figure]]:
    """Put the kind of service into the path of each figure, after its name."""
    for (name, *rest), figure in figures.items():
        yield (name, service, *rest), figure


def _figures_of_sharing(sharing: Sharing) -> Iterator[tuple[tuple[str, ...], Figure]]:
    for heading in dict.fromkeys(each.line.heading for each in sharing.lines):
        same = [each.parts for each in sharing.lines if each.line.heading == heading]
        for partner in dict.fromkeys(partner for parts in same for partner in parts):
            yield ("share", heading, partner), total(parts.get(partner, ZERO) for parts in same)
    for partner in sharing.partners:
        yield ("net", partner), sharing.net(partner)


def work_out(case: Case) -> WorkedCase:
    """Take a case through every room.

    An at-cost charge takes in the balance of the year before, with the corrections made before its year began, where
    the case keeps an account of the kind of service; otherwise nothing is brought forward.

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
    ledger = Ledger(case, costs, collector)
    ledger.run()
    refuse(collector.issues)
    worked = WorkedCase(
        case,
        opinions,
        tuple(costs.values()),
        tuple(ledger.statements),
        tuple(ledger.accounts),
        tuple(ledger.forecasts),
        sharing,
    )
    return attrs.evolve(worked, comparisons=compare(case.published, worked.figures, worked.exact))


def _costs(case: Case) -> dict[tuple[str, FinancialYear], CostOfProvision]:
    """Give the kinds of service of the case first, then whatever else bears a line; each year by year."""
    costs = costs_of_provision(case.costs, remainder=case.remainder, unit=case.unit)
    names = [service.key for service in case.services] + [use for use, _ in costs]
    rank = {name: number for number, name in enumerate(dict.fromkeys(names))}
    return dict(sorted(costs.items(), key=lambda item: (rank[item[0][0]], item[0][1])))


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
