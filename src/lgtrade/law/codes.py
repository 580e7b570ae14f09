"""Service codes: enactments that charge for, forbid charging for, or bar the supply of one activity.

The table is data, in ``codes.toml``; what a caller says always adds to it and never takes from it.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any, TypeAlias

from lgtrade.authorities import AuthorityKind, Nation
from lgtrade.frozen import FrozenMapping
from lgtrade.law.citations import has_section, is_cited
from lgtrade.law.code import Bearing, Customers, Effect, Reach, ServiceCode
from lgtrade.law.definitions import (
    COUNCILS_IN_ENGLAND,
    COUNCILS_IN_WALES,
    FIRE,
    MAY_BE_FIRE_AUTHORITY,
    PRINCIPAL_COUNCILS,
    SMALL_COUNCILS,
)
from lgtrade.law.enactments import KNOWN_FROM
from lgtrade.law.facts import Proposal
from lgtrade.law.power import Power
from lgtrade.sources import Division, Enactment, Provision

DISTRICT_FUNCTIONS = COUNCILS_IN_WALES | {
    AuthorityKind.DISTRICT,
    AuthorityKind.METROPOLITAN_DISTRICT,
    AuthorityKind.COUNTY,
}
"""Who has a district council's functions: districts of both sorts, Welsh councils, counties with no districts."""

_Row: TypeAlias = dict[str, Any]


_DISPOSAL = COUNCILS_IN_WALES | COUNCILS_IN_ENGLAND | {AuthorityKind.WASTE_DISPOSAL, AuthorityKind.JOINT_WASTE}
_SUPPLIERS: dict[str, frozenset[AuthorityKind]] = {
    "district council": DISTRICT_FUNCTIONS,
    "local authority": PRINCIPAL_COUNCILS | SMALL_COUNCILS,
    "library authority": PRINCIPAL_COUNCILS,
    "highway authority": PRINCIPAL_COUNCILS | {AuthorityKind.TRANSPORT_FOR_LONDON},
    "planning authority": PRINCIPAL_COUNCILS
    | {AuthorityKind.NATIONAL_PARK, AuthorityKind.BROADS, AuthorityKind.SCOTTISH},
    "unitary authority": frozenset({AuthorityKind.COUNTY, AuthorityKind.DISTRICT}),
    "education authority": PRINCIPAL_COUNCILS,
    "governing body of a maintained school": PRINCIPAL_COUNCILS,
    "food authority": PRINCIPAL_COUNCILS,
    "waste collection authority": PRINCIPAL_COUNCILS,
    "waste disposal authority": _DISPOSAL,
    "burial authority": PRINCIPAL_COUNCILS | SMALL_COUNCILS,
    "electoral registration officer": PRINCIPAL_COUNCILS,
    "coroner": PRINCIPAL_COUNCILS,
    "fire and rescue authority": FIRE | MAY_BE_FIRE_AUTHORITY,
    "non-metropolitan district council": frozenset({AuthorityKind.DISTRICT}),
    "Welsh county or county borough council": COUNCILS_IN_WALES,
}
"""What the table calls suppliers by function: the kinds of body that may have it."""


@functools.cache
def service_codes() -> tuple[ServiceCode, ...]:
    """Read the table of service codes.

    >>> sorted({code.effect.value for code in service_codes()})
    ['charge', 'no-charge', 'no-supply']
    """
    return tuple(_code(row) for row in _table()["code"])


@functools.cache
def _table() -> _Row:
    return tomllib.loads(files("lgtrade.law").joinpath("codes.toml").read_text(encoding="utf-8"))


def _code(row: _Row) -> ServiceCode:
    enactment = Enactment(row["enactment"], row["short"], row["address"], as_made=row.get("as_made", False))
    effect = Effect(row["effect"])
    return ServiceCode(
        key=row["key"],
        activity=row["activity"],
        title=row["title"],
        provision=Provision(enactment, Division[row["division"].upper()], row["number"]),
        nations=frozenset(map(Nation, row["nations"])),
        effect=effect,
        customers=Customers(row.get("customers", "any")),
        section_93=Bearing(row["section_93"]),
        general_power=Bearing(row["general_power"]),
        first=row.get("first", KNOWN_FROM),
        last=row.get("last"),
        limit=row.get("limit") if effect is Effect.CHARGE else None,
        suppliers=frozenset(kind for each in row.get("suppliers", ()) for kind in _kinds_called(each)),
        direct_only=row.get("direct_only", False),
        company_only=row.get("company_only", False),
        conditions=tuple(row.get("conditions", ())),
        cites=tuple(row.get("cites", ())),
        is_sure=row["verified"] != "UNVERIFIED",
        note=row.get("note", ""),
        source=row.get("source", ""),
        first_unsure=row.get("first_unsure", False),
        only_section_93=row.get("only_section_93", False),
        other_tier=_other_tier(row["activity"], row["nations"]),
    )


_UPPER = (
    *(
        "library",
        "school",
        "early-years",
        "childrens",
        "adult-social",
        "residential-care",
        "reablement",
        "preventative",
    ),
    *("mental-health", "on-street", "highway", "registration", "wedding", "weights", "coroner", "blue-badge"),
)
"""How the activities begin that are for the upper tier where there are two."""

_LOWER = (
    *("building-control", "local-land-charge", "planning", "taxi", "street-trading", "sex-establishment", "alcohol"),
    *("gambling", "scrap-metal", "housing-licence", "caravan", "animal-activity", "pavement", "environmental-permit"),
    *("high-hedge", "household-waste-collection", "garden-and-bulky", "waste-receptacles", "commercial-waste"),
    *("cesspool", "homelessness", "food-hygiene", "street-naming", "public-conveniences"),
)
"""How the activities begin that are for the lower tier where there are two."""


def _other_tier(activity: str, nations: list[str]) -> frozenset[AuthorityKind]:
    """Give the kind of council that has the function only where there is one tier; in England alone there are two."""
    if nations[:1] != ["England"]:
        return frozenset()
    if activity.startswith(_UPPER):
        return frozenset({AuthorityKind.DISTRICT})
    return frozenset({AuthorityKind.COUNTY}) if activity.startswith(_LOWER) else frozenset()


def _kinds_called(name: str) -> frozenset[AuthorityKind]:
    return _SUPPLIERS.get(name) or frozenset({AuthorityKind(name)})


@functools.cache
def _by_activity() -> dict[str, tuple[ServiceCode, ...]]:
    found: dict[str, tuple[ServiceCode, ...]] = {}
    for code in service_codes():
        found[code.activity] = (*found.get(code.activity, ()), code)
    return found


@functools.cache
def activities() -> FrozenMapping[str, str]:
    """Give the activities that have enactments of their own, each with what it is.

    >>> activities()["cremation"]
    'cremation'
    """
    return FrozenMapping(_table()["activities"])


@functools.cache
def service_code_powers() -> dict[str, Power]:
    """Give the powers to charge that the service codes give, by the code of each.

    >>> "CODE_parking-on-street" in service_code_powers()
    True
    """
    powers = [code.as_power() for code in service_codes() if code.effect is Effect.CHARGE]
    return {power.code: power for power in powers}


def _about(case: Proposal) -> Iterator[ServiceCode]:
    if case.service.activity is not None:
        yield from _by_activity().get(case.service.activity, ())


def bars_in_point(case: Proposal, reach: Reach) -> Iterator[ServiceCode]:
    """Yield the codes that bear on a proposal as a bar."""
    for code in _about(case):
        if not code.is_in_point(case):
            continue
        bearing = code.bearing(reach)
        if code.effect is Effect.CHARGE and (bearing is not Bearing.BARRED or _yields(case, reach)):
            continue
        if bearing in {Bearing.BARRED, Bearing.OPEN}:
            yield code


def _yields(case: Proposal, reach: Reach) -> bool:
    """Tell whether the power that asks yields to another power to charge, and so puts that question elsewhere."""
    return reach is Reach.SECTION_93 or (
        reach is Reach.GENERAL_POWER_CHARGE and case.supplier.nation is not Nation.WALES
    )


def charges_in_point(case: Proposal, reach: Reach) -> Iterator[ServiceCode]:
    """Yield the codes that may displace the power that asks, because they give a power to charge."""
    for code in _about(case):
        if code.effect is not Effect.CHARGE or not code.is_in_point(case):
            continue
        if code.bearing(reach) is not Bearing.NOT_AFFECTED:
            yield code


def powers_in_point(case: Proposal) -> tuple[Power, ...]:
    """Give the powers of the service codes about the activity, or that the caller cites, in force or not."""
    given = case.other_power_to_charge
    found = {f"CODE_{code.key}" for code in _about(case)}
    if isinstance(given, str):
        found |= {f"CODE_{key}" for key in codes_cited(given)}
    return tuple(power for key, power in service_code_powers().items() if key in found) if found else ()


@functools.lru_cache(maxsize=1000)
def codes_cited(citation: str) -> frozenset[str]:
    """Give the keys of the powers to charge that a citation names.

    An Act cited without a section is taken to name its codes if they are all about one activity.

    >>> sorted(codes_cited("RTRA 1984 s.45"))
    ['parking-on-street']
    """
    charges = [code for code in service_codes() if code.effect is Effect.CHARGE]
    exact = {code.key for code in charges if any(is_cited(each, citation) for each in code.cites)}
    if exact or has_section(citation):
        return frozenset(exact)
    within = [code for code in charges if is_cited(code.provision.enactment.title.removeprefix("The "), citation)]
    one = len({code.activity for code in within}) == 1
    return frozenset(code.key for code in within) if one else frozenset()
