from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgtrade import authorities
from lgtrade.authorities import (
    find,
    register,
)
from lgtrade.issues import InputError

EVERY = tuple(register())
NAMED = {authority.name: authority for authority in EVERY}


def refusal(name: str, day: str | None = None) -> str:
    with pytest.raises(InputError) as refused:
        find(name, day)
    return str(refused.value)


def test_an_authority_is_found_by_its_own_name_in_any_case_and_spacing() -> None:
    for authority in EVERY:
        assert find(authority.name) is authority
        if authority.name != "Belfast City Council":  # also the name of the council that it took over from
            assert find(authority.name.upper()) is authority
            assert find(f"  {authority.name.replace(' ', '   ').casefold()}\n") is authority


def test_an_authority_is_found_by_its_other_names_unless_they_are_anothers_too() -> None:
    for authority in EVERY:
        for name in (other.name for other in authority.also):
            if name in NAMED:  # one that took over the name as well
                assert NAMED[name] in register().successors(authority)
                continue
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
        ("Chelmsford City Council", "Chelmsford City Council"),
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
        ("County Durham", "Durham County Council"),
        ("Durham, County", "Durham County Council"),
        ("Telford & Wrekin", "Telford and Wrekin Council"),
        ("B&NES", "Bath and North East Somerset Council"),
        ("Kings Lynn and West Norfolk", "Borough Council of King's Lynn and West Norfolk"),
        ("St. Helens", "St Helens Metropolitan Borough Council"),
        ("Ynys Mon", "Isle of Anglesey County Council"),
        ("City and County of Swansea", "City and County of Swansea Council"),
        ("Rhondda, Cynon, Taff", "Rhondda Cynon Taf County Borough Council"),
        ("Bristol, City of", "Bristol City Council"),
        ("Kingston upon Hull, City of", "Hull City Council"),
        ("Western Isles", "Comhairle nan Eilean Siar"),
        ("Avon Fire and Rescue Service", "Avon Fire Authority"),
        ("Kent PCC", "Police and Crime Commissioner for Kent"),
        ("Essex Police, Fire and Crime Commissioner", "Police and Crime Commissioner for Essex"),
        ("Peak District National Park", "Peak District National Park Authority"),
        ("Tyne & Wear ITA", "Tyne and Wear Integrated Transport Authority"),
        ("Merseyside PTA", "Merseyside Integrated Transport Authority"),
        ("West Midlands CA", "West Midlands Combined Authority"),
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
    assert refusal("durham") == (
        "'durham' could be any of 2 authorities. Accepted: one of: Durham City Council; Durham County Council."
    )
    assert refusal("dorset") == (
        "'dorset' could be any of 2 authorities. Accepted: one of: Dorset Council; Dorset County Council."
    )


def test_a_day_tells_which_of_two_authorities_of_one_name_is_meant() -> None:
    assert find("Durham", "2009-04-01").name == "Durham County Council"
    assert find("Dorset", "2019-03-31").name == "Dorset County Council"
    assert find("Belfast City Council", "2015-03-31").name == "Belfast City Council (to 2015)"
    assert "could be any of 2" in refusal("Durham", "2009-03-31")


def test_a_name_of_a_body_that_had_ended_by_the_day_is_refused_with_its_successors() -> None:
    assert refusal("Cheshire", "2010-04-01") == (
        "Cheshire County Council ended on 31 March 2009. "
        "Accepted: its successor: Cheshire East Council or Cheshire West and Chester Council."
    )
    assert refusal("North of Tyne Combined Authority", "2024-05-07").startswith("Newcastle Upon Tyne")
    assert find("North of Tyne Combined Authority", "2024-05-06").last == dt.date(2024, 5, 6)


@pytest.mark.parametrize(
    "name",
    [
        "Sevenoaks Town Council",
        "Lichfield City Council",
        "City of Lichfield",
        "Caerphilly Community Council",
        "Nottingham County Council",
        "Lewes Parish Council",
    ],
)
def test_a_parish_council_or_a_city_is_not_taken_for_the_district_of_its_name(name: str) -> None:
    assert refusal(name).startswith(f"no authority in the register is called {name!r}.")


def test_the_old_city_of_durham_is_not_taken_for_the_county() -> None:
    assert refusal("City of Durham", "2024-01-01").startswith("Durham City Council ended on 31 March 2009.")
    assert find("City of Durham", "2008-01-01").name == "Durham City Council"


def test_a_short_name_that_is_nobody_s_is_answered_with_those_that_begin_so() -> None:
    assert "(the nearest: London Borough of Richmond upon Thames; Richmondshire District Council;" in refusal(
        "Richmond"
    )
    assert "Borough Council of King's Lynn and West Norfolk" in refusal("Kings Lynn")
    assert "Herefordshire Council" in refusal("Hereford")


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


@pytest.mark.parametrize("name", ["", "   ", "x" * 201, None, 7])
def test_what_is_no_name_is_refused(name: str) -> None:
    shown = "'" + "x" * 56 + "..." if name == "x" * 201 else repr(name)
    assert refusal(name) == f"{shown} is not a name. Accepted: the name of an authority."


def test_the_longest_name_is_looked_for() -> None:
    assert "no authority in the register is called" in refusal("x" * 200)


@given(st.text(max_size=210))
def test_any_text_finds_an_authority_or_is_refused_in_words(name: str) -> None:
    try:
        assert find(name) in EVERY
    except InputError as error:
        assert len(error.issues) == 1  # noqa: PT017  # either will do
        assert str(error).isprintable()  # noqa: PT017


def test_an_authority_is_found_by_any_code_it_has_had() -> None:
    for authority in EVERY:
        assert {register()[area.code].name for area in authority.codes} <= {authority.name}


def test_an_unknown_code_is_refused_in_words() -> None:
    with pytest.raises(InputError) as refused:
        authorities["E99999999"]  # type: ignore[index]  # a module that gives an authority by its code
    assert str(refused.value) == (
        "no authority in the register has the code 'E99999999'. Accepted: a code such as \"E07000198\"."
    )
