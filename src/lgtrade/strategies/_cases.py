"""Strategies for whole cases and what comes of them."""

from __future__ import annotations

from collections.abc import Sequence

import hypothesis.strategies as st

from lgtrade.accounts import BreakEvenRule
from lgtrade.answers import Verdict
from lgtrade.calendar import FinancialYear, Period
from lgtrade.cases import (
    AccountTerms,
    Case,
    Comparison,
    Difference,
    Estimate,
    Expectation,
    IncomeKind,
    IncomeLine,
    NamedOpinion,
    NamedProposal,
    Published,
    Supply,
    WorkedCase,
    Working,
    work_out,
)
from lgtrade.charging import USUAL_WINDOW, Commercial
from lgtrade.costing import CostLine
from lgtrade.figures import Figure
from lgtrade.law import OVERLAYS, POWERS, Outcome, Standing
from lgtrade.money import HALF_UP, ZERO, Money, Rate, Share
from lgtrade.strategies._accounts import corrections, planned_years, stated_years
from lgtrade.strategies._agreements import agreements, usage
from lgtrade.strategies._appraisal import appraisals
from lgtrade.strategies._book import statement_books
from lgtrade.strategies._budgets import budgets
from lgtrade.strategies._build_ups import build_ups, rate_cards, unit_costs
from lgtrade.strategies._business import company_accounts, investment_appraisals
from lgtrade.strategies._calendar import financial_years
from lgtrade.strategies._charging import charging_rules, company_charges, recoveries, tariffs
from lgtrade.strategies._gains import gain_sharings
from lgtrade.strategies._indices import indexed_figures
from lgtrade.strategies._law import findings, opinions, proposals
from lgtrade.strategies._lives import exit_plans
from lgtrade.strategies._matching import matchings
from lgtrade.strategies._money import money, rates
from lgtrade.strategies._monitoring import budget_monitorings
from lgtrade.strategies._partnership import shared_lines
from lgtrade.strategies._prices import prices, quantities
from lgtrade.strategies._procurement import joint_procurements
from lgtrade.strategies._savings import savings
from lgtrade.strategies._services import service_kinds
from lgtrade.strategies._sources import bases
from lgtrade.strategies._standards import benchmark_results, performance_records
from lgtrade.strategies._values import names

_MOST = Money.pounds(10**6)
_SUMS = money(min_value=-_MOST, max_value=_MOST)
_PATHS = st.lists(names(), min_size=1, max_size=4).map(tuple)
_RATES = rates(min_value=Rate(-1000), max_value=Rate(1000), places=4)
_ROUNDINGS = st.sampled_from([None, HALF_UP, HALF_UP.to("1")])


@st.composite
def expectations(draw: st.DrawFn) -> Expectation:
    """Generate what is expected of an opinion: of some powers and overlays, or of none.

    >>> from hypothesis import find
    >>> find(expectations(), lambda expected: expected.verdict is Verdict.YES).verdict.value
    'yes'
    """
    codes = st.sampled_from([power.code for power in POWERS])
    said = st.none() | st.sampled_from(Verdict)
    outcomes = st.sampled_from([each.value for each in Outcome])
    standings = st.sampled_from([each.value for each in Standing])
    return Expectation(
        verdict=draw(said),
        overall=draw(said),
        available=draw(st.none() | st.lists(codes, max_size=2, unique=True).map(tuple)),
        powers=draw(st.dictionaries(codes, outcomes, max_size=2)),
        excluded_by=draw(st.dictionaries(codes, st.just(("LGA 2003 s.93(2)(a)",)), max_size=1)),
        overlays=draw(st.dictionaries(st.sampled_from([each.code for each in OVERLAYS]), standings, max_size=2)),
        why=draw(st.text(max_size=10)),
    )


def expected_differences() -> st.SearchStrategy[Difference]:
    """Generate what was expected of an opinion and not found.

    >>> from hypothesis import find
    >>> find(expected_differences(), lambda difference: True).proposal
    '0'
    """
    reasons_of = findings().map(lambda found: found.reasons)
    return st.builds(Difference, names(), names(), names(), names(), st.text(max_size=10), reasons_of)


def named_proposals() -> st.SearchStrategy[NamedProposal]:
    """Generate proposals with names of their own.

    >>> from hypothesis import find
    >>> find(named_proposals(), lambda each: True).name
    '0'
    """
    return st.builds(NamedProposal, names(), proposals(), bases(), st.none() | expectations())


def named_opinions() -> st.SearchStrategy[NamedOpinion]:
    """Generate opinions with the names of their proposals.

    >>> from hypothesis import find
    >>> find(named_opinions(), lambda each: True).name
    '0'
    """
    return st.builds(NamedOpinion, names(), opinions())


def estimates(*, year: FinancialYear | None = None) -> st.SearchStrategy[Estimate]:
    """Generate what was expected of a year.

    Args:
        year: only of this year.

    >>> from hypothesis import find
    >>> find(estimates(), lambda estimate: estimate.cost is None).units
    Decimal('1')
    """
    years = financial_years() if year is None else st.just(year)
    return st.builds(
        Estimate, years, quantities(min_value=1), bases(), st.none() | money(min_value=ZERO, max_value=_MOST)
    )


@st.composite
def supplies(draw: st.DrawFn) -> Supply:
    """Generate agreements with usage, and an estimate for every year that is charged by a rule.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> len(find(supplies(), lambda supply: len(supply.usage) > 1, settings=first).usage) > 1
    True
    """
    agreement = draw(agreements())
    used = tuple(draw(st.lists(usage(within=agreement.term), max_size=3, unique=True)))
    return Supply(
        agreement, draw(bases()), tuple(draw(estimates(year=year)) for year in sorted({u.year for u in used})), used
    )


@st.composite
def income_lines(draw: st.DrawFn) -> IncomeLine:
    """Generate income from charges, other income and what was returned.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> find(income_lines(), lambda line: line.amount > ZERO, settings=first).amount > ZERO
    True
    """
    kind = draw(st.sampled_from(IncomeKind))
    charges = kind is IncomeKind.CHARGES
    return IncomeLine(
        service=draw(service_kinds()).key,
        year=draw(financial_years()),
        heading=draw(names()),
        amount=draw(money(min_value=ZERO, max_value=_MOST) if kind is IncomeKind.RETURNED else _SUMS),
        basis=draw(bases()),
        kind=kind,
        power=draw(st.sampled_from([None, "LGA2003_S93"])) if charges else None,
        units=draw(st.none() | quantities()) if charges else None,
        lowers_cost=draw(st.booleans()) if kind is IncomeKind.OTHER else None,
    )


@st.composite
def account_terms(draw: st.DrawFn) -> AccountTerms:
    """Generate how accounts are to be kept.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> find(account_terms(), lambda terms: terms.window == 3, settings=first).window
    3
    """
    rule = draw(st.sampled_from(BreakEvenRule))
    return AccountTerms(
        service=draw(service_kinds()).key,
        basis=draw(bases()),
        opening=draw(_SUMS),
        window=USUAL_WINDOW if rule is BreakEvenRule.SEARCHES else draw(st.integers(1, 6)),
        reason=draw(names()),
        rule=rule,
        returning=draw(st.booleans()),
        material=draw(money(min_value=ZERO, max_value=_MOST)),
        power=draw(st.sampled_from([None, "LGA2003_S93"])),
        corrections=tuple(draw(st.lists(corrections(), max_size=1))),
        stated=tuple(draw(st.lists(stated_years(), max_size=1))),
        planned=tuple(draw(st.lists(planned_years(), max_size=1))),
    )


def figures() -> st.SearchStrategy[Figure]:
    """Generate figures of every sort.

    >>> from hypothesis import find
    >>> find(figures(), lambda figure: isinstance(figure, Share))
    0%
    """
    exact = st.decimals(-1000, 1000, places=2) | st.fractions(-9, 9, max_denominator=9) | st.integers(-1000, 1000)
    whole = st.fractions(0, 1, max_denominator=9).map(Share)
    return _SUMS | _RATES | whole | exact | st.booleans() | st.text(max_size=3)


def workings() -> st.SearchStrategy[Working]:
    """Generate parts of a case that work their own figures out.

    >>> from hypothesis import Phase, find, settings
    >>> from lgtrade.cases import KINDS, kind_of
    >>> kind_of(find(workings(), lambda working: True, settings=settings(phases=[Phase.generate]))) in KINDS
    True
    """
    charged = tariffs() | indexed_figures() | recoveries() | company_charges()
    agreed = exit_plans() | performance_records() | benchmark_results() | statement_books()
    costed = build_ups() | rate_cards() | unit_costs()
    gained = budgets() | budget_monitorings() | gain_sharings() | matchings() | appraisals() | joint_procurements()
    weighed = savings() | investment_appraisals() | company_accounts()
    return costed | charged | agreed | gained | weighed


def published() -> st.SearchStrategy[Published]:
    """Generate published figures.

    >>> from hypothesis import find
    >>> isinstance(find(published(), lambda each: isinstance(each.value, Rate)).value, Rate)
    True
    """
    plain = st.builds(Published, _PATHS, figures(), _ROUNDINGS)
    return plain | st.builds(Published, _PATHS, _SUMS, _ROUNDINGS, names(), _SUMS)


def comparisons() -> st.SearchStrategy[Comparison]:
    """Generate published figures beside those worked out.

    >>> from hypothesis import find
    >>> find(comparisons(), lambda each: not each.agrees).agrees
    False
    """
    money_or_rates = _SUMS | _RATES
    return st.builds(Comparison, _PATHS, money_or_rates, money_or_rates) | st.builds(
        Comparison, _PATHS, st.text(max_size=3), st.text(max_size=3)
    )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Generate whole cases: one kind of service, costed, supplied and accounted for over a few years, and all else.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> len(find(cases(), lambda case: bool(case.supplies), settings=first).supplies)
    1
    """
    service = draw(service_kinds())
    first = draw(st.integers(1990, 2080))
    years = [FinancialYear(first + number) for number in range(draw(st.integers(1, 4)))]
    term = Period(years[0].period.first, years[-1].period.last)
    costs = [
        CostLine(draw(names()), year, draw(money(min_value=ZERO, max_value=_MOST)), draw(bases()), service.key)
        for year in years
    ]
    agreement = draw(agreements(service=service, charge=draw(prices() | charging_rules())))
    found = [draw(usage(within=year.period)) for year in years]
    supply = Supply(
        type(agreement)(agreement.reference, agreement.parties, service, term, agreement.charge),
        draw(bases()),
        tuple(draw(estimates(year=year)) for year in years),
        tuple(found),
    )
    supplied = draw(st.sampled_from([(), (supply,)]))
    in_account = not (supplied and isinstance(agreement.charge, Commercial))
    income = tuple(IncomeLine(service.key, year, draw(names()), draw(_SUMS), draw(bases())) for year in years)
    return Case(
        title=draw(names()),
        source=draw(bases()),
        services=(service,),
        proposals=tuple(draw(st.lists(named_proposals(), max_size=1))),
        costs=tuple(costs),
        supplies=supplied,
        income=income if in_account else (),
        accounts=(_terms_of(draw, service.key, years),) if in_account else (),
        shared=tuple(draw(st.lists(shared_lines(), max_size=2, unique_by=lambda line: line.heading))),
        workings=tuple(draw(st.lists(workings(), max_size=1))),
    )


def _terms_of(draw: st.DrawFn, service: str, years: Sequence[FinancialYear]) -> AccountTerms:
    return AccountTerms(
        service=service,
        basis=draw(bases()),
        opening=draw(_SUMS),
        corrections=tuple(draw(st.lists(corrections(years=years), max_size=1))),
        planned=tuple(each for each in draw(st.lists(planned_years(year=years[-1] + 1), max_size=1)) if each.units),
    )


def worked_cases() -> st.SearchStrategy[WorkedCase]:
    """Generate what every room makes of a case.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> find(worked_cases(), lambda worked: bool(worked.statements), settings=first).case.services[0].key != ""
    True
    """
    return cases().map(work_out)


BY_TYPE = {
    AccountTerms: account_terms,
    Case: cases,
    Comparison: comparisons,
    Estimate: estimates,
    IncomeLine: income_lines,
    NamedOpinion: named_opinions,
    Difference: expected_differences,
    Expectation: expectations,
    NamedProposal: named_proposals,
    Published: published,
    Supply: supplies,
    WorkedCase: worked_cases,
}
