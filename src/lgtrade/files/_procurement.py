"""Reading a joint procurement from a case file."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs

from lgtrade.costing import ApportionmentKey
from lgtrade.files._keys import read_key
from lgtrade.files._scores import build, each_of, kept, read_criteria, read_requirements, read_sheets
from lgtrade.files._table import Table, read_rounding
from lgtrade.files._values import not_one_of
from lgtrade.money import HALF_UP, Remainder, RemainderRule, Share
from lgtrade.partnership import (
    AssessmentMethod,
    Baseline,
    Combining,
    Grant,
    GrantCondition,
    JointProcurement,
    Lot,
    PriceModel,
    SharedLine,
    Tender,
    TieBreak,
)
from lgtrade.sources import Basis
from lgtrade.words import Words


@attrs.define
class _Keys:
    """The keys of one procurement, which its lots, costs and grants name."""

    held: dict[str, ApportionmentKey]
    written: set[str]

    def read(self, table: Table, source: Basis | None) -> None:
        """Read one key."""
        key, name = read_key(table, source), table.take("name", None, accepts=Words("a name"))
        self.written |= {name} if isinstance(name, str) else set()
        if key is not None:
            self.held[key.name] = key

    def named(self, table: Table) -> Any:
        """Give the key that a table names, or note that there is none of that name."""
        name = table.text("key")
        if name in self.written and name not in self.held:
            table.spoil()  # what is wrong with it has been noted
        elif name is not None and name not in self.held:
            accepted = Words("a key of the procurement: {names}", names="; ".join(self.held) or "none is given")
            table.note("name", "key", Words("{name} is not one of them", name=repr(name)), accepted)
        return None if name is None else self.held.get(name)


def read_procurement(table: Table, source: Basis | None) -> JointProcurement | None:
    """Read who buys together, how tenders are assessed, what was tendered, and what it costs."""
    name, basis, lead = table.text("name"), table.basis(source), table.text("lead")
    councils = table.texts("councils") or ()
    keys = _Keys({}, set())
    for each in table.tables("key"):
        keys.read(each, source)
    method = _method(table.table("method"), source) if "method" in table else None
    lots = kept(_lot(each, source, keys) for each in table.tables("lot"))
    costs = kept(_cost(each, source, keys) for each in table.tables("cost"))
    alone = kept(_baseline(each, source) for each in table.tables("alone"))
    grants = kept(_grant(each, source, keys) for each in table.tables("grant"))
    rule = table.choice("remainder", RemainderRule, RemainderRule.LARGEST)

    def make() -> JointProcurement:
        remainder = Remainder(rule, lead if rule is RemainderRule.LEAD else None)
        return JointProcurement(name, councils, lead, basis, method, lots, costs, alone, grants, remainder)

    return build(table, make)


def _method(table: Table, source: Basis | None) -> AssessmentMethod | None:
    basis, criteria, model = table.basis(source), read_criteria(table), table.choice("price_model", PriceModel)
    weight, whole = table.fraction("price_weight", Fraction(0)), table.fraction("whole", Fraction(1))
    least, combining = table.fraction("least_quality", None), table.choice("combining", Combining, Combining.AGREED)
    stated = table.texts("tie_breaks") or ()
    tie_breaks = table.attempt("tie_breaks", lambda: tuple(map(_tie_break, stated)))
    rounding = read_rounding(table, HALF_UP) if "rounding" in table or "to" in table else None

    def make() -> AssessmentMethod:
        return AssessmentMethod(criteria, model, basis, weight, whole, least, tie_breaks or (), rounding, combining)

    return build(table, make)


def _tie_break(value: str) -> TieBreak:
    for each in TieBreak:
        if each.value == value:
            return each
    raise not_one_of(value, [each.value for each in TieBreak])


def _lot(table: Table, source: Basis | None, keys: _Keys) -> Lot | None:
    name, key = table.text("name"), keys.named(table) if "key" in table else None
    baselines = kept(_baseline(each, source) for each in table.tables("baseline"))
    tenders = kept(_tender(each, source) for each in table.tables("tender"))
    sheets, requirements = read_sheets(table, source), read_requirements(table, source)
    return build(table, lambda: Lot(name, baselines, tenders, sheets, requirements, key))


def _baseline(table: Table, source: Basis | None) -> Baseline | None:
    council, amount, basis = table.text("council"), table.money("amount"), table.basis(source)
    cashable = table.truth("cashable", default=True)
    return table.build(lambda: Baseline(council, amount, basis, cashable))


def _tender(table: Table, source: Basis | None) -> Tender | None:
    supplier, price, basis = table.text("supplier"), table.money("price"), table.basis(source)
    prices = each_of(table, "prices", Table.money)
    return table.build(lambda: Tender(supplier, price, basis, prices))


def _cost(table: Table, source: Basis | None, keys: _Keys) -> SharedLine | None:
    heading, amount, basis = table.text("heading"), table.money("amount"), table.basis(source)
    key, fixed = keys.named(table), each_of(table, "fixed", Table.money)
    return table.build(lambda: SharedLine(heading, amount, key, basis, fixed=fixed))


def _grant(table: Table, source: Basis | None, keys: _Keys) -> Grant | None:
    name, amount, basis, key = table.text("name"), table.money("amount"), table.basis(source), keys.named(table)
    years, cost, most = table.whole("years", 1), table.money("cost", None), table.money("most", None)
    match = table.share("match", Share(0))
    conditions = kept(_condition(each) for each in table.tables("condition"))
    return build(table, lambda: Grant(name, amount, key, basis, years, cost, match, most, conditions))


def _condition(table: Table) -> GrantCondition | None:
    what, met, returned = table.text("what"), table.truth("met"), table.share("returned", Share(1))
    return table.build(lambda: GrantCondition(what, met, returned))
