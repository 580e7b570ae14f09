from __future__ import annotations

import collections
import datetime as dt
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgtrade.authorities import Nation, by_code, every, find
from lgtrade.issues import InputError

ONE_DAY = dt.timedelta(days=1)
NAMED = {authority.name: authority for authority in every()}
ENDED = [authority for authority in every() if authority.last is not None]


def refusal(name: str) -> str:
    with pytest.raises(InputError) as refused:
        find(name)
    return str(refused.value)


# What the register holds


def test_no_two_authorities_have_one_name() -> None:
    assert len(NAMED) == len(every())


def test_an_area_code_belongs_to_one_authority_only() -> None:
    codes = [area.code for authority in every() for area in authority.codes]
    assert [code for code, times in collections.Counter(codes).items() if times > 1] == []
    assert all(codes)


def test_an_area_code_begins_with_the_letter_of_its_nation() -> None:
    letters = {Nation.ENGLAND: "E", Nation.WALES: "W", Nation.SCOTLAND: "S", Nation.NORTHERN_IRELAND: "N"}
    for authority in every():
        assert {area.code[0] for area in authority.codes} == {letters[authority.nation]}


def test_area_codes_are_listed_the_oldest_first() -> None:
    for authority in every():
        since = [area.since for area in authority.codes if area.since is not None]
        assert since == sorted(set(since))


def test_only_an_authority_that_ended_has_successors_or_an_order_that_ended_it() -> None:
    for authority in every():
        assert authority.last is not None or (authority.successors, authority.ended_by) == ((), "")


def test_a_successor_is_in_the_register_and_takes_over_the_day_after() -> None:
    for authority in ENDED:
        assert authority.last is not None
        for name in authority.successors:
            successor = NAMED[name]
            assert successor.nation is authority.nation
            assert successor.existed_on(authority.last + ONE_DAY)
            assert successor.first is not None
            assert successor.first <= authority.last or successor.first == authority.last + ONE_DAY


def test_the_district_councils_of_somerset_gave_way_to_its_county_council() -> None:
    """SI 2022/329: the county council went on, with another name, and the four districts ended."""
    somerset = find("Somerset County Council")
    assert somerset.name == "Somerset Council"
    assert somerset.first == dt.date(1974, 4, 1)
    districts = ["Mendip", "Sedgemoor", "South Somerset", "Somerset West and Taunton"]
    assert {find(name).last for name in districts} == {dt.date(2023, 3, 31)}
    assert {find(name).successors for name in districts} == {("Somerset Council",)}


READ = """
import sys
opened = []
sys.addaudithook(lambda event, given: opened.append(str(given[0])) if event == "open" else None)
import lgtrade.authorities
assert not any(path.endswith("register.toml") for path in opened), "read at import"
lgtrade.authorities.every()
lgtrade.authorities.find("Lichfield")
assert sum(path.endswith("register.toml") for path in opened) == 1, "not read once"
"""


def test_nothing_is_read_until_somebody_asks_and_then_once() -> None:
    subprocess.run([sys.executable, "-c", READ], check=True)  # noqa: S603  # our own words


# Finding one


def test_an_authority_is_found_by_its_own_name_in_any_case_and_spacing() -> None:
    for authority in every():
        assert find(authority.name) is authority
        assert find(authority.name.upper()) is authority
        assert find(f"  {authority.name.replace(' ', '   ').casefold()}\n") is authority


def test_an_authority_is_found_by_its_other_names_unless_they_are_anothers_too() -> None:
    for authority in every():
        for name in authority.also:
            try:
                assert find(name) is authority
            except InputError as error:
                assert error.issues[0].code == "authority.ambiguous"  # noqa: PT017  # either will do
                assert authority.name in str(error)  # noqa: PT017


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("lichfield", "Lichfield District Council"),
        ("LICHFIELD DC", "Lichfield District Council"),
        ("Lichfield D.C.", "Lichfield District Council"),
        ("Lichfield City Council", "Lichfield District Council"),
        ("Lich'field", "Lichfield District Council"),
        ("Stafford MBC", "Stafford Borough Council"),
        ("Stafford Metropolitan Borough Council", "Stafford Borough Council"),
        ("Kent CC", "Kent County Council"),
        ("Wakefield MDC", "Wakefield Council"),
        ("City of Wakefield", "Wakefield Council"),
        ("City of Wakefield Council", "Wakefield Council"),
        ("Stoke on Trent", "Stoke-on-Trent City Council"),
        ("City of Stoke-on-Trent", "Stoke-on-Trent City Council"),
        ("Newcastle-upon-Tyne", "Newcastle upon Tyne City Council"),
        ("newcastle under lyme", "Newcastle-under-Lyme Borough Council"),
        ("Bournemouth, Christchurch & Poole", "Bournemouth, Christchurch and Poole Council"),
        ("Bournemouth Christchurch and Poole Council", "Bournemouth, Christchurch and Poole Council"),
        ("BCP", "Bournemouth, Christchurch and Poole Council"),
        ("Haringey", "London Borough of Haringey"),
        ("The London Borough of Haringey", "London Borough of Haringey"),
        ("Haringey London Borough Council", "London Borough of Haringey"),
        ("Haringey Council", "London Borough of Haringey"),
        ("City of London", "City of London Corporation"),
        ("the isles of scilly", "Council of the Isles of Scilly"),
        ("Neath Port Talbot C.B.C.", "Neath Port Talbot County Borough Council"),
        ("Castell-nedd Port Talbot", "Neath Port Talbot County Borough Council"),
        ("Sîr y Fflint", "Flintshire County Council"),
        ("Vale of Glamorgan", "Vale of Glamorgan Council"),
        ("Edinburgh City Council", "City of Edinburgh Council"),
        ("Durham", "Durham County Council"),
        ("Dorset Council", "Dorset Council"),
        ("Dorset County Council", "Dorset County Council"),
        ("Borough of Poole", "Borough of Poole Council"),
    ],
)
def test_a_name_is_found_as_people_write_it(name: str, found: str) -> None:
    assert find(name).name == found


def test_a_name_that_could_be_two_authorities_is_refused_with_both() -> None:
    assert refusal("Newcastle") == (
        "'Newcastle' could be any of 2 authorities. "
        "Accepted: one of: Newcastle upon Tyne City Council; Newcastle-under-Lyme Borough Council."
    )
    assert refusal("dorset") == (
        "'dorset' could be any of 2 authorities. Accepted: one of: Dorset Council; Dorset County Council."
    )


def test_a_name_that_is_misspelt_is_answered_with_the_nearest() -> None:
    assert refusal("Lichfeild") == (
        "no authority in the register is called 'Lichfeild'. Accepted: a name in the register "
        "(the nearest: Lichfield District Council), or the authority's kind and nation."
    )


def test_a_name_between_two_is_answered_with_both_the_nearer_first() -> None:
    assert "(the nearest: Newcastle-under-Lyme Borough Council; Newcastle upon Tyne City Council)" in refusal(
        "Newcastle under Tyne"
    )


def test_the_nearest_is_named_once_though_several_of_its_names_are_near() -> None:
    said = refusal("Staffordshire Morlands DC")
    assert said.count("Staffordshire Moorlands District Council") == 1


def test_london_is_not_taken_for_the_city_of_london() -> None:
    assert refusal("London").startswith("no authority in the register is called 'London'.")


def test_a_name_like_no_other_is_answered_without_one() -> None:
    for name in ("Xyzzy", "北京"):
        assert refusal(name) == (
            f"no authority in the register is called {name!r}. "
            "Accepted: a name in the register, or the authority's kind and nation."
        )


@pytest.mark.parametrize("name", ["", "   ", "x" * 121, None, 7])
def test_what_is_no_name_is_refused(name: str) -> None:
    shown = "'" + "x" * 56 + "..." if name == "x" * 121 else repr(name)
    assert refusal(name) == f"{shown} is not a name. Accepted: the name of an authority."


def test_the_longest_name_is_looked_for() -> None:
    assert "no authority in the register is called" in refusal("x" * 120)


@given(st.text(max_size=130))
def test_any_text_finds_an_authority_or_is_refused_in_words(name: str) -> None:
    try:
        assert find(name) in every()
    except InputError as error:
        assert len(error.issues) == 1  # noqa: PT017  # either will do
        assert str(error).isprintable()  # noqa: PT017


def test_an_authority_is_found_by_any_code_it_has_had() -> None:
    for authority in every():
        assert {by_code(area.code).name for area in authority.codes} == {authority.name}


def test_an_unknown_code_is_refused_in_words() -> None:
    with pytest.raises(InputError) as refused:
        by_code("E99999999")
    assert str(refused.value) == (
        "no authority in the register has the code 'E99999999'. Accepted: a code such as \"E07000198\"."
    )
