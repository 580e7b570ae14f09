"""Strategies for charging rules, VAT, tariffs, and the years and companies that are charged by a rule."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import hypothesis.strategies as st

from lgtrade.calendar import FinancialYear
from lgtrade.charging import (
    VAT_RATES,
    AtCost,
    ChargeElement,
    ChargingRule,
    Commercial,
    CompanyCharge,
    Comparator,
    Element,
    RecoveredYear,
    Recovery,
    RecoveryYear,
    Sale,
    SaleCharge,
    Supplied,
    Tariff,
    UnitCharge,
    VatLiability,
    VatRate,
    VatRounded,
    VatRounding,
    VatTreatment,
)
from lgtrade.money import ZERO, Money, Rate, Share
from lgtrade.strategies._calendar import days
from lgtrade.strategies._money import money, rates, roundings
from lgtrade.strategies._overlays import awards
from lgtrade.strategies._prices import prices, quantities
from lgtrade.strategies._sources import bases
from lgtrade.strategies._splits import shares
from lgtrade.strategies._values import names

_MOST = Money.pounds(10**9)
_SUMS = money(min_value=ZERO, max_value=_MOST)
_ROUNDINGS = roundings(for_money=True)
_FREE = (VatLiability.OUTSIDE_SCOPE, VatLiability.EXEMPT, VatLiability.ZERO_RATED)
_RATED = (VatLiability.REDUCED_RATED, VatLiability.STANDARD_RATED)
_TAX_POINTS = days(min_value=dt.date(1997, 9, 1), max_value=dt.date(2026, 5, 31))


def at_cost_rules() -> st.SearchStrategy[AtCost]:
    """Generate rules to charge at cost.

    >>> from hypothesis import find
    >>> type(find(at_cost_rules(), lambda rule: True)).__name__
    'AtCost'
    """
    flags = st.booleans()
    return st.builds(AtCost, _ROUNDINGS, st.integers(1, 5), names(), flags, flags)


def commercial_rules() -> st.SearchStrategy[Commercial]:
    """Generate rules to charge a margin over cost.

    >>> from hypothesis import find
    >>> find(commercial_rules(), lambda rule: rule.margin > 0).margin
    Fraction(1, 1)
    """
    return st.builds(Commercial, st.fractions(Fraction(0), Fraction(3), max_denominator=10**4), _ROUNDINGS)


def charging_rules() -> st.SearchStrategy[ChargingRule]:
    """Generate rules of both sorts.

    >>> from hypothesis import find
    >>> find(charging_rules(), lambda rule: isinstance(rule, AtCost)).window
    1
    """
    return at_cost_rules() | commercial_rules()


def unit_charges() -> st.SearchStrategy[UnitCharge]:
    """Generate unit charges, set by a rule from a cost.

    >>> from hypothesis import find
    >>> find(unit_charges(), lambda charge: charge.not_returned > ZERO).rate
    £0.00
    """
    costs = money(min_value=ZERO, max_value=_MOST)
    units = quantities(min_value=1)
    at_cost = st.builds(AtCost.unit_charge, at_cost_rules(), costs, units, money(min_value=-_MOST, max_value=_MOST))
    return at_cost | st.builds(Commercial.unit_charge, commercial_rules(), costs, units)


def vat_treatments() -> st.SearchStrategy[VatTreatment]:
    """Generate treatments for VAT, with a rate where there is one.

    >>> from hypothesis import find
    >>> find(vat_treatments(), lambda treatment: treatment.rate is not None).liability.value
    'reduced-rated'
    """
    rates = shares().filter(lambda rate: rate != Share(0))
    return st.builds(VatTreatment, st.sampled_from(_FREE), bases()) | st.builds(
        VatTreatment, st.sampled_from(_RATED), bases(), rates
    )


def vat_roundings() -> st.SearchStrategy[VatRounding]:
    """Generate ways of rounding the VAT on a statement.

    >>> from hypothesis import find
    >>> find(vat_roundings(), lambda way: True)
    VatRounding(by=<VatRounded.BY_LINE: 'each line'>, rounding=half up to a penny)
    """
    return st.builds(VatRounding, st.sampled_from(VatRounded), roundings(for_money=True))


def charge_elements() -> st.SearchStrategy[ChargeElement]:
    """Generate elements of a charge, of a million pounds at most.

    >>> from hypothesis import find
    >>> find(charge_elements(), lambda element: bool(element.net)).net
    £0.01
    """
    return st.builds(ChargeElement, names(), money(min_value=ZERO, max_value=Money.pounds(10**6)), vat_treatments())


def vat_rates() -> st.SearchStrategy[VatRate]:
    """Generate rates of VAT, from the table.

    >>> from hypothesis import find
    >>> find(vat_rates(), lambda each: True).rate
    10%
    """
    return st.sampled_from(VAT_RATES)


@st.composite
def elements(draw: st.DrawFn) -> Element:
    """Generate elements of a service, each with its own price and VAT.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> find(elements(), lambda element: element.rate is not None, settings=first).rate.fraction > 0
    True
    """
    treatment = draw(vat_treatments())
    rate = draw(st.sampled_from([None, treatment.rate]))
    return Element(draw(names()), draw(prices()), treatment.liability, draw(bases()), rate, draw(st.booleans()))


@st.composite
def sales(draw: st.DrawFn, *, of: tuple[str, ...] | None = None) -> Sale:
    """Generate what is to be charged for by a tariff.

    Args:
        draw: given by Hypothesis.
        of: only of elements with these names.

    >>> from hypothesis import find
    >>> len(find(sales(), lambda sale: len(sale.quantities) == 2).quantities)
    2
    """
    each = names() if of is None else st.sampled_from(of)
    used = draw(st.dictionaries(each, quantities(max_value=1000), min_size=1, max_size=2))
    times = {name: draw(st.integers(1, 12)) for name in used if draw(st.booleans())}
    on = draw(_TAX_POINTS)
    return Sale(draw(names()), on, used, times, FinancialYear.of(on).period, draw(names()))


@st.composite
def tariffs(draw: st.DrawFn, *, min_sales: int = 0) -> Tariff:
    """Generate tariffs, with sales that are charged by them.

    Args:
        draw: given by Hypothesis.
        min_sales: at least so many sales.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> len(find(tariffs(min_sales=1), lambda tariff: True, settings=first).charges) >= 1
    True
    """
    parts = tuple(draw(st.lists(elements(), min_size=1, max_size=2, unique_by=lambda each: each.name)))
    of = sales(of=tuple(each.name for each in parts))
    sold = draw(st.lists(of, min_size=min_sales, max_size=2, unique_by=lambda sale: sale.name))
    return Tariff(draw(names()), parts, tuple(sold), draw(vat_roundings()))


def sale_charges() -> st.SearchStrategy[SaleCharge]:
    """Generate what sales come to.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> charge = find(sale_charges(), lambda charge: True, settings=first)
    >>> charge.gross == charge.net + charge.total_vat
    True
    """
    return tariffs(min_sales=1).map(lambda tariff: tariff.charges[0])


@st.composite
def recovery_years(draw: st.DrawFn, *, year: FinancialYear | None = None, ended: bool | None = None) -> RecoveryYear:
    """Generate years of a service that is charged for at cost.

    Args:
        draw: given by Hypothesis.
        year: only of this year.
        ended: whether the year has ended; either if nothing is said.

    >>> from hypothesis import find
    >>> find(recovery_years(), lambda year: year.actual_cost is None).used
    {}
    """
    over = draw(st.booleans()) if ended is None else ended
    cost = money(min_value=ZERO, max_value=Money.pounds(10**7))
    used = draw(st.dictionaries(names(), quantities(max_value=10**4), max_size=3)) if over else {}
    return RecoveryYear(
        year or FinancialYear(draw(st.integers(1990, 2090))),
        draw(cost),
        draw(quantities(min_value=1, max_value=10**4)),
        draw(bases()),
        draw(cost) if over else None,
        used,
        draw(st.none() | rates(min_value=Rate(0), max_value=Rate(10**4), places=2)),
    )


@st.composite
def recoveries(draw: st.DrawFn, *, min_years: int = 1) -> Recovery:
    """Generate services that are charged for at cost, over some years.

    Args:
        draw: given by Hypothesis.
        min_years: at least so many years that have ended.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> len(find(recoveries(), lambda service: service.next_charge is not None, settings=first).years) >= 2
    True
    """
    first, count = draw(st.integers(1990, 2080)), draw(st.integers(min_years, 4))
    ended = [draw(recovery_years(year=FinancialYear(first + number), ended=True)) for number in range(count)]
    coming = draw(st.lists(recovery_years(year=FinancialYear(first + count), ended=False), max_size=1))
    opening = money(min_value=Money.pounds(-(10**6)), max_value=Money.pounds(10**6))
    return Recovery(draw(names()), draw(at_cost_rules()), (*ended, *coming), draw(opening))


def recovered_years() -> st.SearchStrategy[RecoveredYear]:
    """Generate what came of a year.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> find(recovered_years(), lambda year: year.surplus < ZERO, settings=first).surplus < ZERO
    True
    """
    return recoveries().map(lambda service: service.years_of_recovery[0])


def supplied() -> st.SearchStrategy[Supplied]:
    """Generate what an authority supplies to a company.

    >>> from hypothesis import find
    >>> find(supplied(), lambda each: each.short > ZERO).short
    £0.01
    """
    return st.builds(Supplied, names(), _SUMS, _SUMS, bases())


def comparators() -> st.SearchStrategy[Comparator]:
    """Generate what others charge for a unit.

    >>> from hypothesis import find
    >>> find(comparators(), lambda each: True).rate >= Rate(1)
    True
    """
    return st.builds(Comparator, names(), rates(min_value=Rate(1), max_value=Rate(10**6), places=2), bases())


@st.composite
def company_charges(draw: st.DrawFn) -> CompanyCharge:
    """Generate what a company is supplied with and charges.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> find(company_charges(), lambda company: company.assistance > ZERO, settings=first).assistance > ZERO
    True
    """
    return CompanyCharge(
        draw(names()),
        draw(_TAX_POINTS),
        draw(commercial_rules()),
        draw(quantities(min_value=1)),
        tuple(draw(st.lists(supplied(), min_size=1, max_size=2))),
        draw(bases()),
        tuple(draw(st.lists(comparators(), max_size=1))),
        tuple(draw(st.lists(awards(), max_size=1))),
    )


BY_TYPE = {
    AtCost: at_cost_rules,
    ChargeElement: charge_elements,
    Commercial: commercial_rules,
    CompanyCharge: company_charges,
    Comparator: comparators,
    Element: elements,
    RecoveredYear: recovered_years,
    Recovery: recoveries,
    RecoveryYear: recovery_years,
    Sale: sales,
    SaleCharge: sale_charges,
    Supplied: supplied,
    Tariff: tariffs,
    UnitCharge: unit_charges,
    VatRate: vat_rates,
    VatRounding: vat_roundings,
    VatTreatment: vat_treatments,
}
