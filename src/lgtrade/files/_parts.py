"""The parts of a case file, and how each becomes a value of its room."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import Any

import attrs

from lgtrade.agreements import Agreement, Cover, FurtherService, Party, Role, overlaps
from lgtrade.billing import Usage
from lgtrade.cases import Case, Estimate, NamedProposal, Supply
from lgtrade.costing import ApportionmentKey, BuildUp, CostLine
from lgtrade.files._accounts import read_account, read_income
from lgtrade.files._charge import read_charge
from lgtrade.files._keys import read_key
from lgtrade.files._proposal import read_expectation, read_proposal
from lgtrade.files._published import read_published
from lgtrade.files._services import read_service
from lgtrade.files._table import REQUIRED, Table, read_division
from lgtrade.files._values import as_money
from lgtrade.files._workings import read_workings
from lgtrade.frozen import FrozenMapping
from lgtrade.issues import Collector, shown
from lgtrade.partnership import LineKind, SharedLine
from lgtrade.services import ServiceKind
from lgtrade.sources import Basis
from lgtrade.words import Words


@attrs.define
class _Known:
    """What the parts of one file refer to by name."""

    source: Basis | None
    services: dict[str, ServiceKind]
    keys: dict[str, ApportionmentKey]
    named: set[str]
    build_ups: dict[str, BuildUp]

    def service(self, table: Table, name: str = "service") -> Any:
        """Give the kind of service that a table names."""
        return self._named(table, name, self.services, "a kind of service: {names}")

    def key(self, table: Table, default: Any = None) -> Any:
        """Give the key that a table names."""
        if "key" not in table and default is None:
            table.take("key", None, accepts=Words("a key"))
            return None
        return self._named(table, "key", self.keys, "a key: {names}")

    def build_up(self, table: Table) -> Any:
        """Give the build-up that a table names."""
        return self._named(table, "build_up", self.build_ups, "a build-up: {names}")

    def _named(self, table: Table, name: str, known: dict[str, Any], accepts: str) -> Any:
        accepted = Words(accepts, names=", ".join(known) or "none is given in the file")
        key = table.text(name)
        if key is None:
            return None
        if key not in known:
            table.spoil()
            if key not in self.named:  # one that could not be read has its own message
                table.note("name", name, Words("{name} is not in the file", name=repr(key)), accepted)
            return None
        return known[key]


def read_parts(table: Table, collector: Collector) -> Case | None:
    """Read every part of a case file, noting every issue."""
    title = table.text("title")
    source = table.basis(REQUIRED)
    known = _Known(None if source is REQUIRED else source, {}, {}, set(), {})
    for each in table.tables("service"):
        _read_named(each, known, "key", known.services, read_service)
    for each in table.tables("key"):
        _read_named(each, known, "name", known.keys, functools.partial(read_key, source=known.source))
    proposals = [_named_proposal(each, known) for each in table.tables("proposal")]
    workings = read_workings(table, known.source)
    known.named.update(str(each.take("name", "", accepts=Words("a name"))) for each in table.tables("build_up"))
    known.build_ups.update({each.name: each for each in workings if isinstance(each, BuildUp)})
    costs = [line for each in table.tables("cost") for line in _costs(each, known)]
    covers: list[list[Cover]] = []
    supplies = [supply for each in table.tables("agreement") for supply in _supplies(each, known, covers)]
    collector.add(*(issue.under("agreement") for issue in overlaps(covers)))
    income = [read_income(each, known.service(each), known.source) for each in table.tables("income")]
    accounts = [read_account(each, known.service(each), known.source) for each in table.tables("account")]
    shared = [_shared(each, known) for each in table.tables("shared")]
    published = read_published(table.table("published"))
    remainder, unit = read_division(table.table("division"))
    return table.build(
        lambda: Case(
            title=title,
            source=source,
            services=tuple(known.services.values()),
            proposals=_all(proposals),
            costs=_all(costs),
            supplies=_all(supplies),
            income=_all(income),
            accounts=_all(accounts),
            shared=_all(shared),
            workings=workings,
            published=published,
            remainder=remainder,
            unit=unit,
        )
    )


def _all(parts: list[Any]) -> tuple[Any, ...]:
    return tuple(part for part in parts if part is not None)


def _read_named(table: Table, known: _Known, name: str, held: dict[str, Any], make: Any) -> None:
    value = make(table)
    key = table.take(name, None, accepts=Words("a name"))
    if isinstance(key, str):
        if key in known.named:
            table.note("name.twice", name, Words("{name} is given twice", name=repr(key)), Words("a name of its own"))
        known.named.add(key)
    if value is not None:
        held[getattr(value, name)] = value


def _named_proposal(table: Table, known: _Known) -> NamedProposal | None:
    name, basis = table.text("name"), table.basis(known.source)
    service = known.service(table)
    expected = read_expectation(table.table("expect")) if "expect" in table else None
    proposal: Any = read_proposal(table, service)
    return table.build(lambda: NamedProposal(name, proposal, basis, expected))


def _costs(table: Table, known: _Known) -> Iterable[CostLine | None]:
    """Read a line of cost, or all that a build-up comes to."""
    if "build_up" not in table:
        return [_cost(table, known)]
    build_up = known.build_up(table)
    if build_up is not None:
        for name in build_up.services:
            if name not in known.services:
                found = Words("{name} is charged for in it, and is no kind of service of the case", name=shown(name))
                names = ", ".join(known.services) or "none is given in the file"
                accepted = Words("a build-up of: {names}", names=names)
                table.note("cost.service", "build_up", found, accepted)
    return table.build(lambda: () if build_up is None else build_up.direct_lines) or ()


def _cost(table: Table, known: _Known) -> CostLine | None:
    heading, year, amount = table.text("heading"), table.year("year"), table.money("amount")
    basis, key = table.basis(known.source), known.key(table)
    direct = known.service(table) if "service" in table else None
    service = None if direct is None else direct.key
    if "service" not in table and "key" not in table:
        accepted = Words("the kind of service that bears the line, or the key that divides it")
        table.note("missing", "service", Words("it is missing"), accepted)
    return table.build(lambda: CostLine(heading, year, amount, basis, service, key))


def _supplies(table: Table, known: _Known, covers: list[list[Cover]]) -> list[Supply | None]:
    """Read an agreement: a supply for each kind of service that it is for."""
    reference, basis, term = table.text("reference"), table.basis(known.source), table.period()
    begins = term and term.first
    supplier, customer = table.body("supplier", begins), table.body("customer", begins)
    whole = None not in (supplier, customer, term)
    kinds = [_supplied(table, known), *(_supplied(each, known, build=True) for each in table.tables("also"))]
    keys = [each.key for each in kinds if isinstance(each.key, str)]
    covers.append([Cover(supplier, customer, key, term) for key in dict.fromkeys(keys)] if whole else [])

    def make() -> list[Supply | None]:
        parties = (Party(supplier, Role.SUPPLIER), Party(customer, Role.CUSTOMER))
        first, *rest = kinds
        also = tuple(FurtherService(each.service, each.charge) for each in rest)
        agreement = Agreement(reference, parties, first.service, term, first.charge, also=also)
        return [Supply(agreement.of(each.service.key), basis, each.estimates, each.usage) for each in kinds]

    return table.build(make) or []


@attrs.frozen
class _Supplied:
    """What one kind of service under an agreement is charged at, expected to come to, and used."""

    key: Any
    service: Any
    charge: Any
    estimates: tuple[Estimate, ...]
    usage: tuple[Usage, ...]


def _supplied(table: Table, known: _Known, *, build: bool = False) -> _Supplied:
    service, key = known.service(table), table.take("service", None, accepts=Words("a kind of service"))
    charge = read_charge(table.table("charge"), known.source)
    estimates = _all([_estimate(each, known) for each in table.tables("estimate")])
    read = _Supplied(key, service, charge, estimates, _all([_usage(each, known) for each in table.tables("usage")]))
    if build:
        table.build(lambda: read)
    return read


def _estimate(table: Table, known: _Known) -> Estimate | None:
    year, units = table.year("year"), table.number("units")
    cost, basis = table.money("cost", None), table.basis(known.source)
    return table.build(lambda: Estimate(year, units, basis, cost))


def _usage(table: Table, known: _Known) -> Usage | None:
    period, quantity, basis = table.period(), table.number("quantity"), table.basis(known.source)
    return table.build(lambda: Usage(period, quantity, basis))


def _shared(table: Table, known: _Known) -> SharedLine | None:
    heading, amount, basis = table.text("heading"), table.money("amount"), table.basis(known.source)
    kind, key = table.choice("kind", LineKind, LineKind.COST), known.key(table, "required")
    fixed = FrozenMapping(table.items("fixed", as_money) if "fixed" in table else {})
    return table.build(lambda: SharedLine(heading, amount, key, basis, kind, fixed))
