"""Strategies for cash flows, business cases and trading companies."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import attrs
import hypothesis.strategies as st

from lgtrade.authorities import Nation
from lgtrade.calendar import FinancialYear
from lgtrade.law import WELSH_HEADS
from lgtrade.money import HALF_UP, LARGEST, TO_LAST, ZERO, Money, Shares
from lgtrade.partnership import (
    GREEN_BOOK_2003,
    GREEN_BOOK_2026,
    GREEN_BOOK_2026_HEALTH,
    CashFlow,
    CompanyAccounts,
    CompanyResult,
    CompanySale,
    CompanyYear,
    DiscountBand,
    DiscountSchedule,
    DividendPolicy,
    FlowKind,
    FlowLine,
    InvestmentAppraisal,
    OptimismBias,
    Prices,
    Recharge,
    TradingCase,
)
from lgtrade.strategies._charging import supplied
from lgtrade.strategies._money import money
from lgtrade.strategies._prices import prices, quantities
from lgtrade.strategies._savings import price_indices
from lgtrade.strategies._sources import assumptions, bases
from lgtrade.strategies._splits import shares, shares_of_a_whole
from lgtrade.strategies._values import names

_MOST = Money.pounds(10**6)
_SUMS = money(min_value=ZERO, max_value=_MOST)
_SIGNED = money(min_value=-_MOST, max_value=_MOST)
_BASE = FinancialYear(2003)
_RATES = st.fractions(0, 1, max_denominator=1000)
_OWNERS = ("Exeter", "Teignbridge")


def discount_bands() -> st.SearchStrategy[DiscountBand]:
    """Generate rates of discount, with or without a last year.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate])
    >>> find(discount_bands(), lambda band: band.last is not None, settings=quick).rate >= 0
    True
    """
    return st.builds(DiscountBand, _RATES, st.none() | st.integers(1, 125))


@st.composite
def discount_schedules(draw: st.DrawFn) -> DiscountSchedule:
    """Generate schedules that reach as far as anyone asks: those that are published, and others.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate])
    >>> find(discount_schedules(), lambda given: given.bands[-1].last is None, settings=quick).factor(126) > 0
    True
    """
    ends = sorted(draw(st.sets(st.integers(1, 60), max_size=2)))
    bands = (*(DiscountBand(draw(_RATES), last) for last in ends), DiscountBand(draw(_RATES)))
    since = st.none() | st.dates(dt.date(1950, 1, 1), dt.date(2100, 12, 31))
    made = DiscountSchedule(draw(names()), bands, draw(bases()), draw(since))
    return draw(st.sampled_from([GREEN_BOOK_2003, GREEN_BOOK_2026, GREEN_BOOK_2026_HEALTH, made]))


def optimism_biases() -> st.SearchStrategy[OptimismBias]:
    """Generate allowances for optimism.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate])
    >>> find(optimism_biases(), lambda bias: bias.uplift > 0, settings=quick).uplift > 2
    False
    """
    return st.builds(OptimismBias, st.fractions(0, 2, max_denominator=100), bases())


@st.composite
def flow_lines(draw: st.DrawFn, heading: str | None = None, *, real: bool = False) -> FlowLine:
    """Generate lines of a cash flow of up to six years from 2003/04 on.

    Args:
        draw: given by Hypothesis.
        heading: what the line is; any text unless told otherwise.
        real: whether its sums are at the prices of the base year.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate])
    >>> find(flow_lines(), lambda line: line.prices is Prices.NOMINAL, settings=quick).prices.value
    'nominal'
    """
    first, years = draw(st.integers(0, 3)), draw(st.integers(1, 3))
    amounts = {_BASE + (first + number): draw(_SIGNED) for number in range(years)}
    kind, optimism = draw(st.sampled_from(FlowKind)), draw(st.none() | optimism_biases())
    gained = any(sum_ > ZERO if kind is FlowKind.BENEFIT else sum_ < ZERO for sum_ in amounts.values())
    if optimism is not None and gained:
        optimism = attrs.evolve(optimism, uplift=min(optimism.uplift, Fraction(1)))
    return FlowLine(
        draw(names()) if heading is None else heading,
        kind,
        amounts,
        draw(bases()),
        Prices.REAL if real else draw(st.sampled_from(Prices)),
        optimism,
    )


@st.composite
def cash_flows(draw: st.DrawFn, name: str | None = None, *, real: bool = False) -> CashFlow:
    """Generate options with up to three lines each.

    Args:
        draw: given by Hypothesis.
        name: what the option is called; any text unless told otherwise.
        real: whether all sums are at the prices of the base year.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate])
    >>> find(cash_flows(), lambda flow: len(flow.lines) > 1, settings=quick).first >= _BASE
    True
    """
    headings = draw(st.lists(st.sampled_from(["Building", "Running", "Saved"]), min_size=1, max_size=3, unique=True))
    lines = tuple(draw(flow_lines(heading, real=real)) for heading in headings)
    return CashFlow(draw(names()) if name is None else name, lines)


def trading_cases() -> st.SearchStrategy[TradingCase]:
    """Generate what business cases for trading state.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate])
    >>> len(find(trading_cases(), lambda case: not case.heads, settings=quick).heads)
    0
    """
    heads = st.dictionaries(st.sampled_from(WELSH_HEADS), names().filter(str.strip))
    days = st.dates(dt.date(2000, 1, 1), dt.date(2030, 12, 31))
    return st.builds(TradingCase, st.sampled_from(Nation), days, heads, st.booleans())


@st.composite
def investment_appraisals(draw: st.DrawFn) -> InvestmentAppraisal:
    """Generate business cases of one or two options from 2003/04 on.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate])
    >>> find(investment_appraisals(), lambda each: len(each.options) == 2, settings=quick).base
    2003/04
    """
    inflation = draw(st.none() | price_indices())
    called = draw(st.sampled_from([("Share",), ("Share", "Stay")]))
    options = tuple(draw(cash_flows(name, real=inflation is None)) for name in called)
    vary = draw(st.sampled_from([(), ("10%",), ("10%", "1/3")]))
    trading, evenly = draw(st.none() | trading_cases()), draw(st.none() | assumptions())
    schedule = draw(discount_schedules())
    also_at = draw(st.sampled_from([(), ("0%", "5%")]))
    return InvestmentAppraisal(
        draw(names()),
        _BASE,
        options,
        schedule,
        inflation,
        vary,
        trading,
        evenly,
        also_at=also_at,
        factor_rounding=draw(st.sampled_from([None, HALF_UP.to("0.0001")])),
    )


def recharges() -> st.SearchStrategy[Recharge]:
    """Generate what an owner supplies to a company.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate])
    >>> find(recharges(), lambda each: bool(each.supplied.short), settings=quick).owner == ""
    False
    """
    return st.builds(Recharge, st.sampled_from(_OWNERS), supplied())


def dividend_policies() -> st.SearchStrategy[DividendPolicy]:
    """Generate policies by a share and policies by a target.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate])
    >>> find(dividend_policies(), lambda each: each.target is not None, settings=quick).share is None
    True
    """
    by_share = st.builds(DividendPolicy, bases(), shares())
    return by_share | st.builds(DividendPolicy, bases(), target=_SUMS)


@st.composite
def company_sales(draw: st.DrawFn) -> CompanySale:
    """Generate what a company sells in 2003/04 or later.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate])
    >>> find(company_sales(), lambda sale: sale.times > 1, settings=quick).income(FinancialYear(2003)) >= ZERO
    True
    """
    price = draw(prices().filter(lambda price: not price.needs_occasion))
    return CompanySale(draw(names()), price, draw(quantities()), draw(bases()), draw(st.integers(1, 50)))


def company_years(year: FinancialYear | None = None) -> st.SearchStrategy[CompanyYear]:
    """Generate what a company earns and spends in a year.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate])
    >>> find(company_years(), lambda year: year.profit < ZERO, settings=quick).year
    2003/04
    """
    interest = st.dictionaries(st.sampled_from(_OWNERS), _SUMS)
    recharged = st.lists(recharges(), max_size=2).map(tuple)
    when = st.just(_BASE if year is None else year)
    sold = st.lists(company_sales(), max_size=2, unique_by=lambda sale: sale.name).map(tuple)
    declared = st.none() | st.just(ZERO)
    return st.builds(CompanyYear, when, _SUMS, _SUMS, bases(), recharged, interest, _SIGNED, sold, declared)


@st.composite
def company_accounts(draw: st.DrawFn) -> CompanyAccounts:
    """Generate companies of two owners over one to four years.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate])
    >>> len(find(company_accounts(), lambda company: len(company.years) == 2, settings=quick).results)
    2
    """
    years = tuple(draw(company_years(_BASE + number)) for number in range(draw(st.integers(1, 4))))
    owned = shares_of_a_whole(min_size=2, max_size=2).map(lambda given: list(given.parts.values()))
    return CompanyAccounts(
        draw(names()),
        Shares(dict(zip(_OWNERS, draw(owned), strict=True))),
        years,
        draw(dividend_policies()),
        draw(_SIGNED),
        draw(st.none() | st.sampled_from(Nation)),
        draw(st.sampled_from([LARGEST, TO_LAST])),
        draw(st.booleans()),
    )


def company_results() -> st.SearchStrategy[CompanyResult]:
    """Generate what a company pays out of one year.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate])
    >>> find(company_results(), lambda each: each.dividend.total > ZERO, settings=quick).distributable > ZERO
    True
    """
    return company_accounts().map(lambda company: company.results[-1])


BY_TYPE = {
    CashFlow: cash_flows,
    CompanyAccounts: company_accounts,
    CompanyResult: company_results,
    CompanySale: company_sales,
    CompanyYear: company_years,
    DiscountBand: discount_bands,
    DiscountSchedule: discount_schedules,
    DividendPolicy: dividend_policies,
    FlowLine: flow_lines,
    InvestmentAppraisal: investment_appraisals,
    OptimismBias: optimism_biases,
    Recharge: recharges,
    TradingCase: trading_cases,
}
