from __future__ import annotations

import collections
import csv
import datetime as dt
import itertools
import subprocess
import sys
from importlib import resources
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgtrade.authorities import (
    AreaCode,
    Authority,
    AuthorityKind,
    Layer,
    Nation,
    Tier,
    _tables,
    find,
    on,
    register,
)
from lgtrade.authorities._tables import Citation, Code, Cover, Entry, Name, Step
from lgtrade.issues import InputError
from lgtrade.sources import Assumption, Source

ONE_DAY = dt.timedelta(days=1)
EVERY = tuple(register())
NAMED = {authority.name: authority for authority in EVERY}
ENDED = [authority for authority in EVERY if authority.last is not None]
DAYS = sorted(
    {dt.date(1998, 4, 1), dt.date(2026, 4, 1)}
    | {day for each in EVERY for day in (each.first, each.last) if day is not None and day > dt.date(1998, 4, 1)}
)
PRINCIPAL = [
    each
    for each in EVERY
    if each.kind in {AuthorityKind.COUNTY, AuthorityKind.DISTRICT, AuthorityKind.METROPOLITAN_DISTRICT}
    or each.kind in {AuthorityKind.LONDON_BOROUGH, AuthorityKind.CITY_OF_LONDON, AuthorityKind.ISLES_OF_SCILLY}
]


def refusal(name: str, day: str | None = None) -> str:
    with pytest.raises(InputError) as refused:
        find(name, day)
    return str(refused.value)


# What the register holds


def test_no_two_authorities_have_one_name() -> None:
    assert len(NAMED) == len(EVERY) == len(register())


def test_no_code_means_two_authorities() -> None:
    codes = [area.code for authority in EVERY for area in authority.codes]
    assert [code for code, times in collections.Counter(codes).items() if times > 1] == []


def test_an_area_code_begins_with_the_letter_of_its_nation() -> None:
    letters = {Nation.ENGLAND: "E", Nation.WALES: "W", Nation.SCOTLAND: "S", Nation.NORTHERN_IRELAND: "N"}
    for authority in EVERY:
        assert {area.code[0] for area in authority.codes} <= {letters[authority.nation]}


def test_a_body_that_ended_before_there_were_codes_has_none() -> None:
    early = [each for each in ENDED if each.last is not None and each.last < dt.date(2009, 1, 1)]
    assert early
    assert {each.codes for each in early} == {()}


def test_the_codes_of_one_body_follow_one_another_without_a_gap() -> None:
    for authority in EVERY:
        for before, after in itertools.pairwise(authority.codes):
            if before.last is not None and after.first is not None:
                assert before.last + ONE_DAY == after.first
        if authority.codes and authority.codes[-1].last is not None:
            assert authority.codes[-1].last == authority.last


def test_every_body_that_ended_says_what_took_over_and_by_which_order() -> None:
    for authority in EVERY:
        if authority.last is None:
            assert (authority.succeeded_by, authority.ended_by) == ((), "")
        else:
            assert authority.succeeded_by
            assert authority.ended_by


def test_a_successor_takes_over_on_the_day_after() -> None:
    for authority in ENDED:
        assert authority.last is not None
        for successor in register().successors(authority):
            assert successor.nation is authority.nation
            assert successor.existed_on(authority.last + ONE_DAY)


def test_a_whole_body_has_one_successor_and_a_split_one_several() -> None:
    for authority in ENDED:
        made = [each for each in register().changes(authority) if each.before == authority]
        assert {each.day for each in made} == {authority.last + ONE_DAY if authority.last else None}
        assert [each.whole for each in made] in ([True], [False] * len(made))
        assert len(made) > 1 or made[0].whole


def test_a_predecessor_of_a_body_has_it_as_successor() -> None:
    for authority in EVERY:
        for before in register().predecessors(authority):
            assert authority.name in before.succeeded_by


def test_every_fact_has_a_source_or_says_that_it_was_not_checked() -> None:
    facts = [fact for each in EVERY for fact in register().facts(each)]
    assert {type(fact.basis) for fact in facts} == {Source, Assumption}
    for fact in facts:
        if isinstance(fact.basis, Source):
            assert fact.basis.address.startswith("https://")


def test_no_body_was_made_before_it_was_an_authority_except_in_shadow() -> None:
    for authority in EVERY:
        if authority.established is not None and authority.first is not None:
            assert authority.was_shadow_on(authority.established) == (authority.established < authority.first)
            assert not authority.was_shadow_on(authority.first)


def test_the_tables_have_the_columns_that_are_read() -> None:
    tables: dict[str, Any] = {
        "authorities": Entry,
        "names": Name,
        "codes": Code,
        "changes": Step,
        "cover": Cover,
        "sources": Citation,
    }
    for file, row in tables.items():
        text = (resources.files("lgtrade.authorities") / "register" / f"{file}.csv").read_text(encoding="utf-8")
        assert tuple(next(csv.reader(text.splitlines()))) == row._fields


def test_every_source_that_is_cited_is_described() -> None:
    cited = {row.source for row in _tables.entries().values()}
    cited |= {row.source for rows in _tables.codes().values() for row in rows}
    cited |= {row.source for rows in _tables.cover().values() for row in rows}
    cited |= {row.order for rows in _tables.endings().values() for row in rows}
    assert cited - {""} == set(_tables.citations())


# The counts that others published: reorganisation by reorganisation

COUNTS = {  # counties of two tiers, districts, single tier, metropolitan, London boroughs; with the City and Scilly
    "1998-04-01": (34, 238, 46, 36, 32, 388),
    "2003-04-01": (34, 238, 46, 36, 32, 388),
    "2009-04-01": (27, 201, 55, 36, 32, 353),
    "2013-04-01": (27, 201, 55, 36, 32, 353),
    "2019-04-01": (26, 192, 55, 36, 32, 343),
    "2020-04-01": (25, 188, 56, 36, 32, 339),
    "2021-04-01": (24, 181, 58, 36, 32, 333),
    "2023-04-01": (21, 164, 62, 36, 32, 317),
    "2025-04-01": (21, 164, 62, 36, 32, 317),
    "2026-04-01": (21, 164, 62, 36, 32, 317),
    "2027-04-01": (20, 153, 64, 36, 32, 307),
}


@pytest.mark.parametrize(("day", "counts"), COUNTS.items())
def test_the_councils_of_england_are_as_many_as_were_published(day: str, counts: tuple[int, ...]) -> None:
    there = [each for each in PRINCIPAL if each.existed_on(dt.date.fromisoformat(day))]
    shire = [each for each in there if each.kind in {AuthorityKind.COUNTY, AuthorityKind.DISTRICT}]
    tiers = collections.Counter(register().tier(each, day) for each in shire)
    kinds = collections.Counter(each.kind for each in there)
    assert (
        tiers[Tier.UPPER],
        tiers[Tier.LOWER],
        tiers[Tier.SINGLE],
        kinds[AuthorityKind.METROPOLITAN_DISTRICT],
        kinds[AuthorityKind.LONDON_BOROUGH],
        len(there),
    ) == counts


@pytest.mark.parametrize("day", COUNTS)
def test_the_councils_of_the_other_nations_are_as_many_as_their_acts_made(day: str) -> None:
    welsh = on(day, nation=Nation.WALES)
    assert sum(register().tier(each, day) is Tier.SINGLE for each in welsh) == 22
    assert len(on(day, AuthorityKind.WELSH_COUNTY)) == len(on(day, AuthorityKind.WELSH_COUNTY_BOROUGH)) == 11
    assert len(on(day, AuthorityKind.SCOTTISH)) == 32
    assert len(on(day, AuthorityKind.NORTHERN_IRISH)) == (26 if day < "2015-04-01" else 11)


def test_the_number_of_districts_in_each_county_is_right_whenever_it_changed() -> None:
    expected = {"Durham": 7, "Cornwall": 6, "Kent": 12, "Somerset": 5, "Suffolk": 7, "Staffordshire": 8, "Cumbria": 6}
    county = {name: find(f"{name} County Council", "2000-04-01") for name in expected}
    assert {name: len(register().members(each, "2008-04-01")) for name, each in county.items()} == expected
    assert {name: len(register().members(each, "2019-04-01")) for name, each in county.items()} == expected | {
        "Durham": 0,
        "Cornwall": 0,
        "Somerset": 4,
        "Suffolk": 5,
    }


@pytest.mark.parametrize(
    ("day", "count"), [("1998-04-01", 47), ("2007-04-01", 46), ("2016-04-01", 45), ("2021-04-01", 44)]
)
def test_the_fire_authorities_of_england_are_as_many_as_were_published(day: str, count: int) -> None:
    """47 before Devon and Somerset joined, 45 after Dorset and Wiltshire: two outside counts agree."""
    there = [each for each in PRINCIPAL if each.existed_on(dt.date.fromisoformat(day))]
    fire = {register().covering(each, Layer.FIRE, day) for each in there}
    assert None not in fire
    assert len(fire) == count


@pytest.mark.parametrize("day", [day for day in COUNTS if "2000-04-01" < day < "2027-04-01"])
def test_every_council_of_england_and_wales_is_in_one_of_the_43_police_areas(day: str) -> None:
    there = [each for each in on(day) if register().tier(each, day) and each.nation in {Nation.ENGLAND, Nation.WALES}]
    police = {register().covering(each, Layer.POLICE, day) for each in there}
    assert None not in police
    assert len(police) == 43


@given(st.sampled_from(DAYS), st.sampled_from(PRINCIPAL))
def test_the_two_tiers_agree_with_one_another_on_every_day(day: dt.date, council: Authority) -> None:
    tier, county = register().tier(council, day), register().covering(council, Layer.UPPER_TIER, day)
    assert (tier is Tier.LOWER) == (county is not None)
    assert (tier is None) == (not council.existed_on(day))
    if county is not None:
        assert register().tier(county, day) is Tier.UPPER
        assert council in register().members(county, day)
        assert register().covering(council, Layer.WASTE_DISPOSAL, day) == county


@given(st.sampled_from(DAYS), st.sampled_from(EVERY), st.sampled_from(Layer))
def test_a_body_covers_a_council_only_while_both_exist(day: dt.date, council: Authority, layer: Layer) -> None:
    body = register().covering(council, layer, day)
    if body is not None:
        assert body.existed_on(day)
        assert council.existed_on(day)


@given(st.sampled_from(ENDED), st.sampled_from(DAYS))
def test_following_a_body_ends_at_bodies_that_existed_on_the_day(body: Authority, day: dt.date) -> None:
    followed = register().successors(body, day)
    assert all(each.existed_on(day) for each in followed)
    if body.last is not None and day > body.last:
        assert followed
        assert body not in followed


READ = """
import sys
opened = []
sys.addaudithook(lambda event, given: opened.append(str(given[0])) if event == "open" else None)
import lgtrade.authorities
assert not any(path.endswith(".csv") for path in opened), "read at import"
lgtrade.authorities.find("Lichfield")
list(lgtrade.authorities.register())
read = [path for path in opened if path.endswith(".csv")]
assert len(read) == len(set(read)) == 4, "not read once"
"""


def test_nothing_is_read_until_somebody_asks_and_then_once() -> None:
    subprocess.run([sys.executable, "-c", READ], check=True)  # noqa: S603  # our own words


# Adding to it


def test_a_register_is_extended_and_the_one_it_came_from_stays_as_it_was() -> None:
    parish = Authority("Alrewas Parish Council", AuthorityKind.PARISH, Nation.ENGLAND, codes=(AreaCode("E04000001"),))
    wider = register().extended([parish])
    assert parish in wider
    assert parish not in register()
    assert "E04000001" in wider
    assert "E04000001" not in register()
    assert wider["E04000001"] is parish
    assert wider.extended([]) is wider
    assert len(wider) == len(register()) + 1
    assert str(parish.also) == "()"


def test_a_name_or_a_code_that_is_taken_is_refused_with_all_others() -> None:
    twin = Authority(
        "Lichfield District Council", AuthorityKind.DISTRICT, Nation.ENGLAND, codes=(AreaCode("E07000194"),)
    )
    with pytest.raises(InputError) as refused:
        register().extended([twin])
    assert [str(issue) for issue in refused.value.issues] == [
        "[0].name: 'Lichfield District Council' is already in the register. Accepted: another name.",
        "[0].codes: 'E07000194' is already in the register. Accepted: a code of no other authority.",
    ]


def test_a_successor_that_nobody_knows_is_refused_in_words() -> None:
    lost = Authority("Lost", AuthorityKind.DISTRICT, Nation.ENGLAND, last="2020-03-31", succeeded_by=("Nobody",))
    with pytest.raises(InputError, match="no authority in the register is called 'Nobody'"):
        register().successors(lost)


def test_a_fact_that_was_taken_from_another_account_says_so() -> None:
    said = {str(fact.basis) for fact in register().facts(find("Woking"))}
    assert "Surrey (Structural Changes) Order 2026 (SI 2026/264), as others give it" in said
    assert "from general knowledge of Police Act 1996; not checked" in {
        str(fact.basis) for fact in register().facts(find("Cardiff"))
    }


def test_a_kind_or_a_nation_in_plain_text_is_refused_and_not_taken_for_nobody() -> None:
    with pytest.raises(InputError) as refused:
        on("2024-01-01", "county council", "England")  # type: ignore[arg-type]  # as a notebook may
    assert [str(issue) for issue in refused.value.issues] == [
        "kind: 'county council' is of type str. Accepted: an AuthorityKind.",
        "nation: 'England' is of type str. Accepted: a Nation.",
    ]


def test_what_is_no_layer_is_refused() -> None:
    with pytest.raises(InputError, match="layer: 'fire' is of type str"):
        register().covering(find("Lichfield"), "fire", "2026-04-01")  # type: ignore[arg-type]
