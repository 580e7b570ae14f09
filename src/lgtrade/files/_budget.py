"""Reading a budget from a case file: who pays, the keys and when each was measured, the lines, and last year."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from lgtrade.files._table import Table, read_division
from lgtrade.files._values import as_fraction, as_money, as_share
from lgtrade.money import Remainder, RemainderRule, plain
from lgtrade.partnership import Budget, BudgetLine, LastYear, LineKind, Measure, Partner, PartYears, SharingKey
from lgtrade.sources import Basis
from lgtrade.words import Words

_A_SHARE = Words('a percentage in quotes, such as "3%"')


def read_budget(table: Table, source: Basis | None) -> Budget | None:
    """Read a budget; a key that weighs all alike need not say who they are."""
    name = table.text("name")
    year = table.year("year", None)
    period = (year and year.period) if "year" in table else table.period()
    partners = _all(_partner(each) for each in table.tables("partner"))
    everybody = [partner.name for partner in partners]
    keys = _all(_key(each, source, everybody) for each in table.tables("key"))
    lines = _all(_line(each, source) for each in table.tables("line"))
    remainder, unit = read_division(table.table("division"))
    part_years = table.choice("part_years", PartYears, PartYears.DAYS)
    last_year = _last_year(table.table("last_year"), source) if "last_year" in table else None
    return table.build(lambda: Budget(name, period, partners, keys, lines, remainder, unit, part_years, last_year))


def _all(parts: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(part for part in parts if part is not None)


def _partner(table: Table) -> Partner | None:
    name, joins, leaves = table.text("name"), table.day("joins", None), table.day("leaves", None)
    return table.build(lambda: Partner(name, joins, leaves))


def _key(table: Table, source: Basis | None, everybody: list[str]) -> SharingKey | None:
    name, measure, basis = table.text("name"), table.choice("measure", Measure), table.basis(source)
    if "weights" not in table and measure is not Measure.EQUAL:
        table.take("weights", accepts=Words("a table of weights, of partners or of keys that come before"))
    given = table.items("weights", as_fraction)
    _percentages(table, given)
    weights = given if "weights" in table else dict.fromkeys(everybody, Fraction(1))
    since, every = table.day("since", None), table.whole("every", None)
    tolerance = table.read("tolerance", as_share, _A_SHARE, None)
    to = table.read("to", as_share, _A_SHARE, None)
    return table.build(lambda: SharingKey(name, measure, weights, basis, since, tolerance, to, every))


def _percentages(table: Table, given: dict[str, Fraction]) -> None:
    """Note weights that are all percentages, and do not add to the whole: they would be scaled up or down unseen."""
    raw = table.table("weights")
    if given and all(raw.is_percentage(name) for name in given) and sum(given.values()) != 1:
        found = Words("the percentages add to {whole}%", whole=plain(sum(given.values(), Fraction(0)) * 100))
        accepted = Words("percentages that add to 100%, or the figures they come from")
        table.note("key.percentages", "weights", found, accepted)


def _line(table: Table, source: Basis | None) -> BudgetLine | None:
    heading, amount, key = table.text("heading"), table.money("amount"), table.text("key", None)
    basis, kind = table.basis(source), table.choice("kind", LineKind, LineKind.COST)
    fixed, remainder = table.items("fixed", as_money), _remainder(table) if "remainder" in table else None
    return table.build(lambda: BudgetLine(heading, amount, key, basis, kind, fixed, remainder))


def _remainder(table: Table) -> Remainder | None:
    rule, lead = table.choice("remainder", RemainderRule), table.text("lead", None)
    return None if rule is None else table.attempt("", lambda: Remainder(rule, lead))


def _last_year(table: Table, source: Basis | None) -> LastYear | None:
    contributions, basis = table.items("contributions", as_money), table.basis(source)
    rise = table.read("rise", as_share, _A_SHARE, None)
    fall = table.read("fall", as_share, _A_SHARE, None)
    return table.build(lambda: LastYear(contributions, basis, rise, fall))
