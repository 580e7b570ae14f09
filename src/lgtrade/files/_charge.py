"""Reading what is charged: a rule, or a price with whatever wraps it, in the written order."""

from __future__ import annotations

import enum
import re
from collections.abc import Callable
from fractions import Fraction
from functools import partial
from typing import Any

import attrs

from lgtrade.charging import (
    PROPERTY_SEARCHES,
    USUAL_WINDOW,
    AtCost,
    Band,
    Banded,
    Commercial,
    Concession,
    Counted,
    Differential,
    Discounted,
    Flat,
    Graduated,
    Indexation,
    Indexed,
    IndexForm,
    IndexSeries,
    IndexValue,
    Maximum,
    Minimum,
    Package,
    Percentage,
    PerUnit,
    PriceFrom,
    Prorated,
    Repriced,
    Stepped,
    Surcharged,
    Tier,
    Volume,
)
from lgtrade.files._table import Table, read_rounding
from lgtrade.files._values import as_fraction, as_money, as_share, as_unit
from lgtrade.issues import Collector, InputError, Issue, refuse, shown
from lgtrade.money import DOWN, HALF_UP, Money, Share
from lgtrade.sources import Basis
from lgtrade.words import Words

_NUMBER = re.compile(r"\d+")
_A_DISCOUNT = Words('a share, as "10%", or a sum in pounds')

_Make = Callable[[], Any]
_Wrap = Callable[[Any], Any]


class Reads(enum.Enum):
    """What is read as a charge: every rule by its name, or only those of a kind."""

    PRICE = ("flat", "per unit", "graduated", "volume", "package", "stepped", "banded", "percentage")
    AT_COST = ("at cost", "property searches")
    COMMERCIAL = ("commercial",)
    ANY = (*AT_COST, *COMMERCIAL, *PRICE)


def read_charge(table: Table, source: Basis | None, kind: Reads = Reads.ANY) -> Any:
    """Read a price or a charging rule, of a kind that will do here."""
    accepts = Words("one of: {rules}", rules="; ".join(f'"{rule}"' for rule in kind.value))
    rule = table.text("rule") if "rule" in table else table.take("rule", accepts=accepts)
    if rule not in kind.value:
        if rule is not None:
            table.note("choice", "rule", Words("{rule} is not one of them", rule=repr(rule)), accepts)
        table.spoil()
        return None
    if rule in _RULES:
        return table.build(_RULES[rule](table))
    make = _PRICES[rule](table)
    wraps = [wrap for read in _WRAPS for wrap in read(table, source)]

    def wrapped() -> Any:
        price = make()
        for wrap in wraps:
            price = wrap(price)
        return price

    return table.build(wrapped)


def _all(parts: list[Any]) -> tuple[Any, ...]:
    return tuple(part for part in parts if part is not None)


def _at_cost(table: Table) -> _Make:
    rounding = read_rounding(table, DOWN)
    window, reason = table.whole("window", USUAL_WINDOW), table.text("reason", "")
    return lambda: AtCost(rounding, window, reason)


def _property_searches(table: Table) -> _Make:
    rounding = read_rounding(table, DOWN)
    return lambda: attrs.evolve(PROPERTY_SEARCHES, rounding=rounding)


def _commercial(table: Table) -> _Make:
    rounding, margin = read_rounding(table, HALF_UP), table.fraction("margin")
    return lambda: Commercial(margin, rounding)


def _flat(table: Table) -> _Make:
    amount = table.money("amount")
    return lambda: Flat(amount)


def _per_unit(table: Table) -> _Make:
    rate, rounding = table.rate("rate"), read_rounding(table, HALF_UP)
    return lambda: PerUnit(rate, rounding)


def _tiered(kind: type[Graduated | Volume], table: Table) -> _Make:
    tiers, rounding = [_tier(each) for each in table.tables("tier")], read_rounding(table, HALF_UP)
    return lambda: kind(_all(tiers), rounding)


def _tier(table: Table) -> Tier | None:
    rate, upto = table.rate("rate"), table.number("upto", None)
    return table.build(lambda: Tier(rate, upto))


def _package(table: Table) -> _Make:
    amount, size, counted = table.money("amount"), table.number("size"), table.choice("counted", Counted)
    return lambda: Package(amount, size, counted)


def _stepped(table: Table) -> _Make:
    first, upto = table.money("amount"), table.number("upto")
    then, step = table.money("then"), table.number("step")
    return lambda: Stepped(first, upto, then, step)


def _banded(table: Table) -> _Make:
    bands = [_band(each) for each in table.tables("band")]
    return lambda: Banded(_all(bands))


def _band(table: Table) -> Band | None:
    amount, upto = table.money("amount"), table.number("upto", None)
    return table.build(lambda: Band(amount, upto))


def _percentage(table: Table) -> _Make:
    part, rounding = table.fraction("part"), read_rounding(table, HALF_UP)
    return lambda: Percentage(part, rounding)


def _minimum(table: Table, _: Basis | None) -> list[_Wrap]:
    least = table.money("minimum", None)
    return [] if least is None else [_at("minimum", lambda price: Minimum(price, least))]


def _maximum(table: Table, _: Basis | None) -> list[_Wrap]:
    most = table.money("maximum", None)
    return [] if most is None else [_at("maximum", lambda price: Maximum(price, most))]


def _surcharge(table: Table, _: Basis | None) -> list[_Wrap]:
    if "surcharge" not in table:
        return []
    inner = table.table("surcharge")
    by = inner.read("by", _part_or_sum, Words('a part, as "15%", or a sum in pounds'))
    reason, rounding = inner.text("reason"), read_rounding(inner, HALF_UP)
    return _if_built(inner, _at("surcharge", lambda price: Surcharged(price, by, reason, rounding), "by", "reason"))


def _part_or_sum(value: Any) -> Fraction | Money:
    return as_fraction(value) if isinstance(value, str) and value.strip().endswith("%") else as_money(value)


def _discount(table: Table, _: Basis | None) -> list[_Wrap]:
    if table.is_table("discount"):
        inner = table.table("discount")
        part, rounding = inner.read("off", _share_or_sum, _A_DISCOUNT), read_rounding(inner, HALF_UP)
        return _if_built(inner, _at("discount", lambda price: Discounted(price, part, rounding), "off"))
    off = table.read("discount", _share_or_sum, _A_DISCOUNT, None)
    return [] if off is None else [_at("discount", lambda price: Discounted(price, off))]


def _share_or_sum(value: Any) -> Share | Money:
    return as_share(value) if isinstance(value, str) and value.strip().endswith("%") else as_money(value)


def _concession(table: Table, _: Basis | None) -> list[_Wrap]:
    if "concession" not in table:
        return []
    inner = table.table("concession")
    off, customers, reason = inner.fraction("off"), inner.texts("customers") or (), inner.text("reason")
    rounding, parts = read_rounding(inner, HALF_UP), ("off", "customers", "reason")
    return _if_built(
        inner, _at("concession", lambda price: Concession(price, off, customers, reason, rounding), *parts)
    )


def _differential(table: Table, source: Basis | None) -> list[_Wrap]:
    read = [(each, each.text("customer"), read_charge(each, source, Reads.PRICE)) for each in table.tables("other", "")]
    others = {customer: price for _, customer, price in read}
    for number, (each, customer, _) in enumerate(read):
        if customer is not None and customer in [name for _, name, _ in read[:number]]:
            accepted = Words("one price for a customer")
            each.note("name.twice", "customer", Words("{name} is given twice", name=shown(customer)), accepted)
    reason = table.text("why", "")
    return [_at("other", lambda price: Differential(price, others, reason), reason="why")] if others else []


def _by_the_day(table: Table, _: Basis | None) -> list[_Wrap]:
    if table.is_table("by_the_day"):
        inner = table.table("by_the_day")
        rounding = read_rounding(inner, HALF_UP)
        return _if_built(inner, _at("by_the_day", lambda price: Prorated(price, rounding)))
    return [_at("by_the_day", Prorated)] if table.truth("by_the_day", default=False) else []


def _changes(table: Table, source: Basis | None) -> list[_Wrap]:
    first = table.day("from", None)
    later = [(each.day("on"), read_charge(each, source, Reads.PRICE)) for each in table.tables("change", "")]
    if first is None and not later:
        return []
    if first is None:
        table.take("from", accepts=Words("the first day of the first price"))
    return [
        _at("change", lambda price: Repriced(tuple(PriceFrom(day, each) for day, each in [(first, price), *later])))
    ]


def _index(table: Table, source: Basis | None) -> list[_Wrap]:
    if "index" not in table:
        return []
    indexation: Any = read_index(table.table("index"), source)
    return [_at("index", lambda price: Indexed(price, indexation))]


def _at(name: str, wrap: _Wrap, *parts: str, **called: str) -> _Wrap:
    """Let what is wrong with a wrapper be said where the file has it: parts under its name, or as they are called."""
    places = {part: f"{name}.{part}" for part in parts} | called

    def wrapped(price: Any) -> Any:
        try:
            return wrap(price)
        except InputError as error:
            raise InputError(attrs.evolve(each, place=places.get(each.place, name)) for each in error.issues) from None

    return wrapped


def _if_built(table: Table, wrap: _Wrap) -> list[_Wrap]:
    table.build(lambda: wrap)
    return [wrap]


def _by_month(issue: Issue, given: list[tuple[str, str, Any]]) -> Issue:
    """Say of what was published for a month where the file has it."""
    number = _NUMBER.findall(issue.place)[0]  # each is of one of the figures
    place, month, _ = given[int(number)]
    return attrs.evolve(issue, place=f"{place}.{month}")


def read_index(table: Table, source: Basis | None) -> Indexation | None:
    """Read an index, and what was agreed on following it."""
    name, form, basis = table.text("name"), table.choice("form", IndexForm), table.basis(source)
    values, provisional = table.items("values", as_fraction), table.items("provisional", as_fraction)
    since, lag = table.day("since"), table.whole("lag", 0)
    simple = table.truth("simple", default=False)
    cap, collar, floor, threshold = (table.fraction(limit, None) for limit in ("cap", "collar", "floor", "threshold"))
    only_beyond = table.truth("only_beyond", default=False)
    rounding = read_rounding(table, HALF_UP)
    change_to = table.read("change_to", as_unit, Words('a percentage such as "0.1%"'), None)

    given = [("values", month, value) for month, value in values.items()]
    given += [("provisional", month, value) for month, value in provisional.items()]

    def make() -> Indexation:
        collector = Collector()
        published = [
            collector.attempt(str(number), partial(IndexValue, month, value, place == "provisional"))
            for number, (place, month, value) in enumerate(given)
        ]
        refuse(_by_month(issue, given) for issue in collector.issues)
        series: Any = collector.attempt("", lambda: IndexSeries(name, form, _all(published), basis))
        refuse(_by_month(issue, given) for issue in collector.issues)
        to = None if change_to is None else HALF_UP.to(change_to)
        limits = (cap, collar, floor)
        return Indexation(series, since, lag, not simple, *limits, rounding, to, threshold, only_beyond)

    return table.build(make)


_RULES: dict[str, Callable[[Table], _Make]] = {
    "at cost": _at_cost,
    "property searches": _property_searches,
    "commercial": _commercial,
}
_PRICES: dict[str, Callable[[Table], _Make]] = {
    "flat": _flat,
    "per unit": _per_unit,
    "graduated": partial(_tiered, Graduated),
    "volume": partial(_tiered, Volume),
    "package": _package,
    "stepped": _stepped,
    "banded": _banded,
    "percentage": _percentage,
}
_WRAPS: tuple[Callable[[Table, Basis | None], list[_Wrap]], ...] = (
    _minimum,
    _maximum,
    _surcharge,
    _discount,
    _concession,
    _differential,
    _by_the_day,
    _changes,
    _index,
)
"""What reads each wrapper, in the written order."""
