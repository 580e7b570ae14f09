# ruff: noqa: INP001  # a module of this folder's Sphinx extension
"""The tables of the page about the register of authorities, made from the register when the docs are built."""

from __future__ import annotations

import collections
import datetime as dt
from collections.abc import Iterator

from lgtrade.authorities import Authority, AuthorityKind, Nation, Register, Tier, register
from lgtrade.authorities._building import NOT_READ
from lgtrade.sources import Assumption, Basis

_ARCHIVE = "https://webarchive.nationalarchives.gov.uk/20160128180614/http:/www.ons.gov.uk/"
_LGA_PAGES = "https://www.local.gov.uk/our-support/guidance-and-resources/"

HANSARD = (
    "388 on 23 March 2004",
    "written answer, House of Commons",
    "https://api.parliament.uk/historic-hansard/written_answers/2004/mar/23/local-authority-statistics",
)
ONS = (
    "27 counties, 201 districts, 56 single tier with Scilly",
    "Office for National Statistics, guide to counties",
    _ARCHIVE + "ons/guide-method/geography/beginner-s-guide/administrative/england/counties/index.html",
)
GOV_333 = (
    "333, in the same classes",
    "GOV.UK, local government structure and elections, as it stood in 2021 to 2023",
    "https://www.gov.uk/guidance/local-government-structure-and-elections",
)
GOV_317 = (
    "317, in the same classes",
    "the same page after April 2023",
    "https://www.gov.uk/topic/local-government/councils-elections/latest",
)
LGA = (
    "317 in all",
    "Local Government Association, councils online",
    _LGA_PAGES + "communications-support/digital-councils/social-media/go-further/a-z-councils-online",
)
PUBLISHED = {
    "1998-04-01": HANSARD,
    "2003-04-01": HANSARD,
    "2009-04-01": ONS,
    "2013-04-01": ONS,
    "2019-04-01": (
        "343 in all",
        "a third-party page that repeats the sentence of that year; the page of government itself was not found",
        "https://billanglin.com/for-travelers/how-many-english-councils-are-there.html",
    ),
    "2021-04-01": GOV_333,
    "2023-04-01": GOV_317,
    "2025-04-01": LGA,
}
"""For each day, what was published of England, by whom, and where; the answer of 2004 serves for 1998 too, as no order
took effect between."""

OTHERS = {Nation.WALES: "Wales", Nation.SCOTLAND: "Scotland", Nation.NORTHERN_IRELAND: "Northern Ireland"}


def counts(day: str) -> dict[str, int]:
    """Count the principal councils of England by class, and those of the other nations."""
    held: Register = register()
    there = [(each, tier) for each in held.on(day) if (tier := held.tier(each, day)) is not None]
    classes = collections.Counter(_class_of(each, tier) for each, tier in there)
    return {name: classes[name] for name in (*CLASSES, *OTHERS.values())}


CLASSES = ("counties", "districts", "single tier", "metropolitan", "London boroughs", "City and Scilly")


def _class_of(each: Authority, tier: Tier) -> str:
    if each.nation is not Nation.ENGLAND:
        return OTHERS[each.nation]
    if each.kind is AuthorityKind.METROPOLITAN_DISTRICT:
        return "metropolitan"
    if each.kind is AuthorityKind.LONDON_BOROUGH:
        return "London boroughs"
    if each.kind in {AuthorityKind.CITY_OF_LONDON, AuthorityKind.ISLES_OF_SCILLY}:
        return "City and Scilly"
    return {Tier.UPPER: "counties", Tier.LOWER: "districts", Tier.SINGLE: "single tier"}[tier]


def rows_of_counts() -> Iterator[tuple[str, ...]]:
    """Give a row for each day: the counts of England and their total, and the counts of the other nations."""
    for day in PUBLISHED:
        counted = counts(day)
        england = [counted[name] for name in CLASSES]
        others = [counted[name] for name in OTHERS.values()]
        yield (_said(day), *map(str, (*england, sum(england), *others)))


def rows_of_kinds() -> Iterator[tuple[str, ...]]:
    """Give a row for each kind of body of which the register holds any: how many existed on each day."""
    days = [*PUBLISHED, "2026-04-01"]
    there = {day: collections.Counter((each.kind, each.nation) for each in register().on(day)) for day in days}
    for kind in AuthorityKind:
        for nation in Nation:
            numbers = [there[day][kind, nation] for day in days]
            if any(numbers):
                yield (kind.value, nation.value, *map(str, numbers))


def rows_of_facts() -> Iterator[tuple[str, ...]]:
    """Give a row for each sort of fact: how many rest on a text, an account of it, or general knowledge."""
    held: dict[str, list[int]] = {}
    for each in register():
        for fact in register().facts(each):
            sort = fact.says.split(":")[0].split(" ")[0]
            name = {"its": "first days", "code": "area codes"}.get(sort, fact.says.split(":")[0])
            name = "changes" if name[:1].isdigit() else name
            held.setdefault(name, [0, 0, 0])[_standing(fact.basis)] += 1
    for name, numbers in sorted(held.items()):
        yield (name, *map(str, numbers))


def _standing(basis: Basis) -> int:
    if isinstance(basis, Assumption):
        return 2
    return int(basis.title.endswith(NOT_READ))


def _said(day: str) -> str:
    read = dt.date.fromisoformat(day)
    return f"{read.day} {read:%B %Y}"
