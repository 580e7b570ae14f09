"""Reading a catalogue of offers and needs from a case file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from lgtrade.answers import Verdict
from lgtrade.authorities import Authority, Nation, Person
from lgtrade.files._services import read_service
from lgtrade.files._table import Table
from lgtrade.files._values import as_figure, not_one_of
from lgtrade.issues import given_twice
from lgtrade.partnership import Catalogue, Matching
from lgtrade.services import Need, Offer, ServiceKind
from lgtrade.sources import Basis
from lgtrade.words import Words

T = TypeVar("T")


def read_catalogue(table: Table, source: Basis | None) -> Matching | None:
    """Read what is offered and needed on a day, and on what terms it is matched."""
    name, on, facts = table.text("name"), table.day("on"), table.items("facts", _fact)
    counted = table.choice("counted", Verdict, Verdict.YES)
    flags = {each: table.truth(each, default=False) for each in ("whole_needs_only", "losses_allowed")}
    services = _services(table)
    offers = [_offer(each, services, source) for each in table.tables("offer")]
    needs = [_need(each, services, source) for each in table.tables("need")]
    offered = tuple(each for each in offers if each is not None)
    needed = tuple(each for each in needs if each is not None)
    return table.build(lambda: Matching(Catalogue(name, on, offered, needed, facts, counted, **flags)))


def _services(table: Table) -> dict[str, ServiceKind]:
    """Read each kind of service, by its key, which none may share with another."""
    read = [read_service(each) for each in table.tables("service")]
    keys = {f"service[{number}].key": each.key for number, each in enumerate(read) if each is not None}
    table.add(given_twice(keys, keys.values()))
    return {each.key: each for each in read if each is not None}


def _fact(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else as_figure(value)


def _offer(table: Table, services: dict[str, ServiceKind], source: Basis | None) -> Offer | None:
    given = _entry(table, services, source)
    given |= {"capacity": table.number("capacity"), "price": table.rate("price")}
    given |= {
        "marginal_cost": table.rate("marginal_cost", None),
        "customers": _bodies(table, "customers", given["first"]),
    }
    return table.build(lambda: Offer(**given))


def _need(table: Table, services: dict[str, ServiceKind], source: Basis | None) -> Need | None:
    given = _entry(table, services, source)
    given |= {"quantity": table.number("quantity"), "present_cost": table.rate("present_cost")}
    given |= {"whole": table.truth("whole", default=False), "suppliers": _bodies(table, "suppliers", given["first"])}
    return table.build(lambda: Need(**given))


def _entry(table: Table, services: dict[str, ServiceKind], source: Basis | None) -> dict[str, Any]:
    """Read what an offer and a need have in common; a body is meant as it was on the first day."""
    first = table.day("first")
    return {
        "name": table.text("name"),
        "authority": table.body("authority", first),
        "service": table.read("service", lambda key: _one(services, key), Words("a kind of service of the catalogue")),
        "first": first,
        "last": table.day("last", None),
        "basis": table.basis(source),
        "nations": _each(table, "nations", _nation),
    }


def _one(services: dict[str, ServiceKind], key: Any) -> ServiceKind:
    if isinstance(key, str) and key in services:
        return services[key]
    raise not_one_of(key, list(services))


def _nation(value: str) -> Nation:
    names = [each.value for each in Nation]
    if value not in names:
        raise not_one_of(value, names)
    return Nation(value)


def _bodies(table: Table, name: str, first: dt.date | None) -> tuple[Authority | Person, ...]:
    return _each(table, name, lambda value: table.additions.find(value, first))


def _each(table: Table, name: str, read: Callable[[str], T]) -> tuple[T, ...]:
    """Read each text of a list; none if the list is absent."""
    found = (table.attempt(name, partial(read, value)) for value in table.texts(name) or ())
    return tuple(each for each in found if each is not None)
