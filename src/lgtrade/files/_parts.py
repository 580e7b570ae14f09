"""The parts of a case file, and how each becomes a value of its room."""

from __future__ import annotations

import functools
from typing import Any

import attrs

from lgtrade.accounts import USUAL_WINDOW, BreakEvenRule
from lgtrade.agreements import Agreement, Cover, FurtherService, Party, Role, overlaps
from lgtrade.billing import Usage
from lgtrade.cases import AccountTerms, Case, Estimate, IncomeLine, NamedProposal, Supply
from lgtrade.charging import AtCost, Commercial, Flat, Graduated, Minimum, PerUnit, Tier
from lgtrade.costing import ApportionmentKey, CostLine
from lgtrade.files._keys import read_key
from lgtrade.files._proposal import read_expectation, read_proposal
from lgtrade.files._published import read_published
from lgtrade.files._table import REQUIRED, Table, as_money, not_one_of, read_rounding
from lgtrade.files._workings import read_workings
from lgtrade.frozen import FrozenMapping
from lgtrade.issues import Collector
from lgtrade.law import activities
from lgtrade.money import (
    DOWN,
    HALF_EVEN,
    HALF_UP,
    LARGEST,
    UP,
    Money,
    Remainder,
    RemainderRule,
    Share,
)
from lgtrade.partnership import EfficiencyTarget, LineKind, SharedLine
from lgtrade.services import ServiceKind, Subject
from lgtrade.sources import Basis
from lgtrade.words import Words

_ROUNDING = {rule.direction: rule for rule in (HALF_UP, HALF_EVEN, UP, DOWN)}


@attrs.define
class _Known:
    """What the parts of one file refer to by name."""

    source: Basis | None
    services: dict[str, ServiceKind]
    keys: dict[str, ApportionmentKey]
    named: set[str]

    def service(self, table: Table, name: str = "service") -> Any:
        """Give the kind of service that a table names."""
        return self._named(table, name, self.services, "a kind of service: {names}")

    def key(self, table: Table, default: Any = None) -> Any:
        """Give the key that a table names."""
        if "key" not in table and default is None:
            table.take("key", None, accepts=Words("a key"))
            return None
        return self._named(table, "key", self.keys, "a key: {names}")

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
    known = _Known(None if source is REQUIRED else source, {}, {}, set())
    for each in table.tables("service"):
        _read_named(each, known, "key", known.services, _service)
    for each in table.tables("key"):
        _read_named(each, known, "name", known.keys, functools.partial(read_key, source=known.source))
    proposals = [_named_proposal(each, known) for each in table.tables("proposal")]
    costs = [_cost(each, known) for each in table.tables("cost")]
    covers: list[list[Cover]] = []
    supplies = [supply for each in table.tables("agreement") for supply in _supplies(each, known, covers)]
    collector.add(*(issue.under("agreement") for issue in overlaps(covers)))
    income = [_income(each, known) for each in table.tables("income")]
    accounts = [_account(each, known) for each in table.tables("account")]
    shared = [_shared(each, known) for each in table.tables("shared")]
    targets = [_target(each, known) for each in table.tables("target")]
    workings = read_workings(table, known.source)
    published = read_published(table.table("published"))
    remainder, unit = _division(table.table("division"))
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
            targets=_all(targets),
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


def _service(table: Table) -> ServiceKind | None:
    key, name = table.text("key"), table.text("name")
    subject, unit = table.choice("subject", Subject, None), table.text("unit", "unit")
    activity = table.read("activity", _activity, Words("an activity with enactments of its own"), None)
    return table.build(lambda: ServiceKind(key, name, subject, unit, activity))


def _activity(value: Any) -> str:
    if value in activities():
        return str(value)
    raise not_one_of(value, list(activities()))


def _named_proposal(table: Table, known: _Known) -> NamedProposal | None:
    name, basis = table.text("name"), table.basis(known.source)
    service = known.service(table)
    expected = read_expectation(table.table("expect")) if "expect" in table else None
    proposal: Any = read_proposal(table, service)
    return table.build(lambda: NamedProposal(name, proposal, basis, expected))


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
    charge = _charge(table.table("charge"))
    estimates = _all([_estimate(each, known) for each in table.tables("estimate")])
    read = _Supplied(key, service, charge, estimates, _all([_usage(each, known) for each in table.tables("usage")]))
    if build:
        table.build(lambda: read)
    return read


def _charge(table: Table) -> Any:
    rules = ("at cost", "commercial", "flat", "per unit", "graduated")
    accepts = Words("one of: {rules}", rules="; ".join(f'"{rule}"' for rule in rules))
    rule = table.text("rule") if "rule" in table else table.take("rule", accepts=accepts)
    rounding = read_rounding(table, DOWN if rule == "at cost" else HALF_UP)
    if rule == "at cost":
        return table.build(lambda: AtCost(rounding))
    if rule == "commercial":
        margin = table.fraction("margin")
        return table.build(lambda: Commercial(margin, rounding))
    least = table.money("minimum", None)
    make: Any = None
    if rule == "flat":
        amount = table.money("amount")
        make = lambda: Flat(amount)  # noqa: E731  # the three prices are made in one place below
    elif rule == "per unit":
        rate = table.rate("rate")
        make = lambda: PerUnit(rate, rounding)  # noqa: E731
    elif rule == "graduated":
        tiers = [_tier(each) for each in table.tables("tier")]
        make = lambda: Graduated(_all(tiers), rounding)  # noqa: E731
    elif rule is not None:
        table.note("choice", "rule", Words("{rule} is not one of them", rule=repr(rule)), accepts)
        return None
    return table.build(lambda: make() if least is None else Minimum(make(), least))


def _tier(table: Table) -> Tier | None:
    rate, upto = table.rate("rate"), table.number("upto", None)
    return table.build(lambda: Tier(rate, upto))


def _estimate(table: Table, known: _Known) -> Estimate | None:
    year, units = table.year("year"), table.number("units")
    cost, basis = table.money("cost", None), table.basis(known.source)
    return table.build(lambda: Estimate(year, units, basis, cost))


def _usage(table: Table, known: _Known) -> Usage | None:
    period, quantity, basis = table.period(), table.number("quantity"), table.basis(known.source)
    return table.build(lambda: Usage(period, quantity, basis))


def _income(table: Table, known: _Known) -> IncomeLine | None:
    service, year = known.service(table), table.year("year")
    heading, amount, basis = table.text("heading"), table.money("amount"), table.basis(known.source)
    return table.build(lambda: IncomeLine(service.key, year, heading, amount, basis))


def _account(table: Table, known: _Known) -> AccountTerms | None:
    service, basis = known.service(table), table.basis(known.source)
    opening, material = table.money("opening", Money(pence=0)), table.money("material", Money(pence=0))
    window, reason = table.whole("window", USUAL_WINDOW), table.text("reason", "")
    rule = table.choice("rule", BreakEvenRule, BreakEvenRule.CAP)
    returning = table.truth("returning", default=False)
    return table.build(lambda: AccountTerms(service.key, basis, opening, window, reason, rule, returning, material))


def _shared(table: Table, known: _Known) -> SharedLine | None:
    heading, amount, basis = table.text("heading"), table.money("amount"), table.basis(known.source)
    kind, key = table.choice("kind", LineKind, LineKind.COST), known.key(table, "required")
    fixed = FrozenMapping(table.items("fixed", as_money) if "fixed" in table else {})
    return table.build(lambda: SharedLine(heading, amount, key, basis, kind, fixed))


def _target(table: Table, known: _Known) -> EfficiencyTarget | None:
    partner, baseline, rate = table.text("partner"), table.money("baseline"), table.fraction("rate")
    first, years, saved = table.year("first"), table.whole("years"), table.money("saved", Money(pence=0))
    basis = table.basis(known.source)
    return table.build(lambda: EfficiencyTarget(partner, baseline, Share(rate), first, years, saved, basis))


def _division(table: Table) -> tuple[Remainder, Money]:
    rule = table.choice("remainder", RemainderRule, RemainderRule.LARGEST)
    lead = table.text("lead", None)
    unit = table.money("unit", Money(pence=1))
    remainder = table.build(lambda: Remainder(rule, lead))
    return remainder or LARGEST, unit or Money(pence=1)
