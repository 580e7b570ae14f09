"""Reading how an agreement was performed, and what a figure is set against, from a case file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lgtrade.agreements import (
    AreaDeduction,
    BandedDeduction,
    Benchmark,
    BenchmarkResult,
    Better,
    CreditCap,
    CreditRule,
    Frequency,
    Indicator,
    Measurement,
    MonthPoints,
    PercentageCredit,
    Performance,
    PerformanceRecord,
    PointBand,
    PointScale,
    PointsFor,
    PointsTrigger,
    RepeatTrigger,
    ServiceCharge,
    Trigger,
)
from lgtrade.files._table import Table, read_rounding
from lgtrade.files._values import as_number
from lgtrade.money import HALF_UP, Share
from lgtrade.sources import Basis
from lgtrade.words import Words


def read_record(table: Table, source: Basis | None) -> PerformanceRecord | None:
    """Read standards, measurements, points, triggers, and the rules that credit failures."""
    name, basis = table.text("name"), table.basis(source)
    indicators = _all(_indicator(each, source) for each in table.tables("indicator"))
    measurements = _all(_measurement(each, source) for each in table.tables("measurement"))
    scales = _all(_scale(each) for each in table.tables("scale"))
    stated = _all(_points(each) for each in table.tables("points", made="stated"))
    triggers = _all(_trigger(each) for each in table.tables("trigger"))
    rules = _all(_rule(each) for each in table.tables("credit", made="rules"))
    charges = _all(_charge(each, source) for each in table.tables("charge"))
    return table.build(
        lambda: PerformanceRecord(
            name, basis, Performance(indicators, measurements), scales, stated, triggers, rules, charges
        )
    )


def _all(parts: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(part for part in parts if part is not None)


def _indicator(table: Table, source: Basis | None) -> Indicator | None:
    key, unit, better = table.text("key"), table.text("unit"), table.choice("better", Better)
    name = table.text("name", key)
    target = table.number("target")
    threshold = table.number("threshold", target)
    frequency, basis = table.choice("frequency", Frequency, Frequency.MONTH), table.basis(source)
    return table.build(lambda: Indicator(key, name, unit, better, target, threshold, frequency, basis))


def _measurement(table: Table, source: Basis | None) -> Measurement | None:
    indicator, period, value = table.text("indicator"), table.period(), table.number("value")
    areas, basis = table.whole("areas", None), table.basis(source)
    return table.build(lambda: Measurement(indicator, period, value, basis, areas))


def _scale(table: Table) -> PointScale | None:
    indicator, points = table.text("indicator"), table.number("points")
    counted = table.choice("counted", PointsFor, PointsFor.FAILURE)
    return table.build(lambda: PointScale(indicator, points, counted))


def _points(table: Table) -> MonthPoints | None:
    period, points = table.period(), table.items("points", as_number)
    return table.build(lambda: MonthPoints(period, points))


def _trigger(table: Table) -> Trigger | None:
    name = table.text("name")
    if "failures" in table:
        failures, periods = table.whole("failures"), table.whole("periods")
        return table.build(lambda: RepeatTrigger(name, failures, periods))
    points, months = table.number("points"), table.whole("months")
    return table.build(lambda: PointsTrigger(name, points, months))


def _rule(table: Table) -> CreditRule | None:
    name, cap = table.text("name"), _cap(table)
    if "band" in table:
        bands = _all(_band(each) for each in table.tables("band"))
        return table.build(lambda: BandedDeduction(name, bands, cap))
    weights = table.items("weights", as_number)
    rounding = read_rounding(table, HALF_UP)
    if "rate" in table:
        rate = table.rate("rate")
        return table.build(lambda: AreaDeduction(name, rate, weights, rounding, cap))
    if "percentage" not in table:
        table.take("percentage", accepts=Words("bands, a percentage of the charge, or a rate for each area"))
    percentage: Any = table.share("percentage", Share(0))
    return table.build(lambda: PercentageCredit(name, percentage, weights, rounding, cap))


def _cap(table: Table) -> CreditCap | None:
    if "cap" not in table:
        table.table("cap")
        return None
    inner = table.table("cap")
    share, most = inner.share("share", None), inner.money("most", None)
    return inner.build(lambda: CreditCap(share, most))


def _band(table: Table) -> PointBand | None:
    least, amount = table.number("least"), table.money("amount")
    return table.build(lambda: PointBand(least, amount))


def _charge(table: Table, source: Basis | None) -> ServiceCharge | None:
    period, amount, basis = table.period(), table.money("amount"), table.basis(source)
    return table.build(lambda: ServiceCharge(period, amount, basis))


def read_benchmark(table: Table, source: Basis | None) -> BenchmarkResult | None:
    """Read a figure, and those of others that it is set against."""
    name, unit, better = table.text("name"), table.text("unit"), table.choice("better", Better)
    value, standard = table.number("value"), table.number("standard", None)
    peers, basis = table.items("peers", as_number), table.basis(source)
    return table.build(lambda: Benchmark(name, unit, better, basis, peers, standard).compare(value))
