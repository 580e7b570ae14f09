"""The register of modelled law is whole: each check is also shown a register that is not, and finds what is wrong."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import attrs
import pytest

from lgtrade.law import OVERLAYS, POWERS, definitions
from lgtrade.law.definition import Definition
from lgtrade.law.register import TAGS, Entry, entries_for, register
from lgtrade.sources import Enactment

Register = tuple[Entry, ...]
CODES = {power.code for power in POWERS}


def powers_without_an_entry(entries: Register) -> set[str]:
    return CODES - {code for each in entries for code in each.powers}


def codes_of_no_power(entries: Register) -> set[str]:
    return {code for each in entries for code in each.powers} - CODES


def keys_used_twice(entries: Register) -> set[str]:
    return {key for key, times in Counter(each.key for each in entries).items() if times > 1}


def entries_that_lack_something(entries: Register) -> set[str]:
    """Give the keys of entries with no source, no web address, no tag of the three, no day, no reading or no nation."""
    return {
        each.key
        for each in entries
        if not each.compared_with.strip()
        or not each.address.startswith("https://")
        or each.tag not in TAGS
        or type(each.verified_on) is not dt.date
        or not each.reading.strip()
        or not each.nations
    }


def texts_later_than_the_check(entries: Register) -> set[str]:
    return {each.key for each in entries if each.as_at is not None and each.as_at > each.verified_on}


def enactments_of_powers() -> Iterator[Enactment]:
    for power in POWERS:
        yield power.citation.enactment
        yield power.commencement.enactment
        for version in power.versions:
            yield version.under.enactment
            yield from enactments_of(version.bodies)


def enactments_of(definition: Definition) -> Iterator[Enactment]:
    yield definition.provision.enactment
    yield from (named.at.enactment for named in definition.named if named.at is not None)


def enactments_of_definitions() -> Iterator[Enactment]:
    for value in vars(definitions).values():
        if isinstance(value, Definition):
            yield from enactments_of(value)


def enactments_of_overlays() -> Iterator[Enactment]:
    for overlay in OVERLAYS:
        yield from (each.enactment for each in overlay.citations)
        yield from (each.under.enactment for each in overlay.regimes if each.under is not None)


def enactments_in_no_entry(entries: Register) -> set[str]:
    used = {*enactments_of_powers(), *enactments_of_definitions(), *enactments_of_overlays()}
    return {act.short for act in used if not any(each.provision.find(f"{act.short} ") >= 0 for each in entries)}


def versions_whose_enactment_is_not_theirs(entries: Register) -> set[str]:
    """Give the powers with a version under an enactment that no entry of that power names."""
    return {
        power.code
        for power in POWERS
        for version in power.versions
        if not any(
            f"{version.under.enactment.short} " in each.provision for each in entries if power.code in each.powers
        )
    }


CHECKS = (
    powers_without_an_entry,
    codes_of_no_power,
    keys_used_twice,
    entries_that_lack_something,
    texts_later_than_the_check,
    enactments_in_no_entry,
    versions_whose_enactment_is_not_theirs,
)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_nothing_is_wrong_with_the_register(check: Callable[[Register], set[str]]) -> None:
    assert check(register()) == set()


def without(words: str) -> Register:
    return tuple(each for each in register() if words not in each.provision)


def without_power(code: str) -> Register:
    return tuple(each for each in register() if code not in each.powers)


def with_one(**changes: Any) -> Register:
    first, *others = register()
    return (attrs.evolve(first, **changes), *others)


@pytest.mark.parametrize(
    ("check", "broken", "found"),
    [
        (powers_without_an_entry, without_power("TA1968_S10A"), {"TA1968_S10A"}),
        (codes_of_no_power, with_one(powers=("LGA2003_S99",)), {"LGA2003_S99"}),
        (keys_used_twice, (register()[0], *register()), {"goods-and-services"}),
        (entries_that_lack_something, with_one(compared_with=" "), {"goods-and-services"}),
        (entries_that_lack_something, with_one(address="legislation.gov.uk"), {"goods-and-services"}),
        (entries_that_lack_something, with_one(address="http://www.legislation.gov.uk"), {"goods-and-services"}),
        (entries_that_lack_something, with_one(tag="V3"), {"goods-and-services"}),
        (entries_that_lack_something, with_one(verified_on=None), {"goods-and-services"}),
        (entries_that_lack_something, with_one(reading=""), {"goods-and-services"}),
        (entries_that_lack_something, with_one(nations=frozenset()), {"goods-and-services"}),
        (texts_later_than_the_check, with_one(as_at=dt.date(2026, 11, 25)), {"goods-and-services"}),
        (enactments_in_no_entry, without("SI 2009/2393"), {"SI 2009/2393"}),  # under which a version stands
        (enactments_in_no_entry, without("SI 2008/3095"), {"SI 2008/3095"}),  # which names a body in a definition
        (enactments_in_no_entry, without("SI 2012/411"), {"SI 2012/411"}),  # which brought a power into force
        (enactments_in_no_entry, without("LSA 2007"), {"LSA 2007"}),  # on which an overlay rests
        (versions_whose_enactment_is_not_theirs, without("SI 2006/1852"), {"FRSA2004_S19"}),
        (versions_whose_enactment_is_not_theirs, without("SI 2009/2393"), {"LGA2003_S95"}),
    ],
)
def test_each_check_finds_what_is_wrong(
    check: Callable[[Register], set[str]], broken: Register, found: set[str]
) -> None:
    assert check(broken) == found


def test_the_entries_of_a_power_are_those_that_name_it() -> None:
    assert {each.key for each in entries_for("LGA2003_S95")} >= {"trading", "trading-order-2009"}
    assert all("LGA2003_S95" in each.powers for each in entries_for("LGA2003_S95"))
    assert entries_for("LGA2003_S99") == ()


def test_no_entry_names_what_is_private_to_a_machine() -> None:
    for each in register():
        words = f"{each.address} {each.reading} {each.open} {each.compared_with}"
        assert not any(word in words for word in ("/tmp", "/work", ".md:", "law.md"))  # noqa: S108
