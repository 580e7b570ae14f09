"""Every figure of an investment appraisal, by the names that lead to it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from lgtrade.figures import Figure
from lgtrade.money import Money, as_fraction, plain
from lgtrade.partnership._flows import CashFlow, FlowKind
from lgtrade.partnership._payback import figures_of_payback

if TYPE_CHECKING:
    from lgtrade.partnership._investment import InvestmentAppraisal

_Named: TypeAlias = Iterator[tuple[tuple[str, ...], Figure]]


def figures_of(appraisal: InvestmentAppraisal) -> _Named:
    """Give the figures of an appraisal: those of all options, then option by option."""
    for year in appraisal.years:
        yield ("factor", str(year)), appraisal.factor(year)
    most = appraisal.npv(appraisal.ranking[0])
    yield ("best",), "; ".join(name for name in appraisal.ranking if appraisal.npv(name) == most)
    if appraisal.trading is not None:
        yield ("trading",), appraisal.trading.answer.verdict.value
    for option in appraisal.options:
        yield from _estimates(appraisal, option)
        yield from _flows(appraisal, option)
        yield from _worth(appraisal, option.name)
    yield from _changes(appraisal)


def _estimates(appraisal: InvestmentAppraisal, option: CashFlow) -> _Named:
    for line in option.lines:
        yield ("line", option.name, line.heading), line.total
        if line.optimism is not None:
            expected = sum((line.expected(year) for year in line.amounts), Fraction(0))
            allowed = expected - as_fraction(line.total.in_pounds)
            yield ("optimism-bias", option.name, line.heading), appraisal.rounding.money(allowed)


def _flows(appraisal: InvestmentAppraisal, option: CashFlow) -> _Named:
    real_of = {year: {line.heading: appraisal.real(line, year) for line in option.lines} for year in appraisal.years}
    for kind in FlowKind:
        headings = [line.heading for line in option.lines if line.kind is kind]
        sign = 1 if kind is FlowKind.BENEFIT else -1
        by_year = {
            year: sum((sign * real[heading] for heading in headings), Fraction(0)) for year, real in real_of.items()
        }
        if headings:
            yield ("total", option.name, kind.value), _money(appraisal, sum(by_year.values(), Fraction(0)))
            for year, sum_ in by_year.items():
                yield (kind.value, option.name, str(year)), _money(appraisal, sum_)
    net = Fraction(0)
    for year in appraisal.years:
        real = sum(real_of[year].values(), Fraction(0))
        net += real
        yield ("net", option.name, str(year)), _money(appraisal, real)
        if appraisal.inflation is not None:
            yield ("nominal", option.name, str(year)), _money(appraisal, real * appraisal.prices(year))
        yield ("present-value", option.name, str(year)), _money(appraisal, real * appraisal.factor(year))
    yield ("total", option.name, "net"), _money(appraisal, net)


def _worth(appraisal: InvestmentAppraisal, option: str) -> _Named:
    yield ("npv", option), appraisal.npv(option).round(appraisal.rounding)
    for rate in appraisal.also_at:
        yield ("npv-at", option, f"{plain(rate * 100)}%"), appraisal.npv_at(option, rate).round(appraisal.rounding)
    yield ("present-cost", option), appraisal.present_cost(option).round(appraisal.rounding)
    yield ("present-benefit", option), appraisal.present_benefit(option).round(appraisal.rounding)
    yearly, ratio = appraisal.equivalent_annual_cost(option), appraisal.benefit_cost_ratio(option)
    if yearly is not None:
        yield ("equivalent-annual-cost", option), yearly.round(appraisal.rounding)
    if ratio is not None:
        yield ("benefit-cost-ratio", option), ratio
    yield from figures_of_payback("payback", (option,), appraisal.payback(option), appraisal.evenly)
    discounted = appraisal.discounted_payback(option)
    yield from figures_of_payback("discounted-payback", (option,), discounted, appraisal.evenly)


def _changes(appraisal: InvestmentAppraisal) -> _Named:
    worth = {
        option.name: {line.heading: appraisal.present_value(line) for line in option.lines}
        for option in appraisal.options
    }
    npv = {option: sum(lines.values(), Fraction(0)) for option, lines in worth.items()}
    for option, lines in worth.items():
        for heading, value in lines.items():
            for part in appraisal.vary:
                for sign, change in (("+", part), ("-", -part)):
                    path = ("npv-if", option, heading, f"{sign}{plain(part * 100)}%")
                    yield path, _money(appraisal, npv[option] + change * value)
            if value:
                yield ("switching-value", option, heading), -npv[option] / value
                for other, level in npv.items():
                    if other != option:
                        yield ("comes-level", option, heading, other), (level - npv[option]) / value


def _money(appraisal: InvestmentAppraisal, pounds: Fraction) -> Money:
    return appraisal.rounding.money(pounds)
