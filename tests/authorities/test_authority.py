from __future__ import annotations

import datetime as dt

import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgtrade.authorities import AreaCode, Authority, AuthorityKind, Nation, OtherName, Person, PersonKind, nations_of
from lgtrade.issues import InputError
from lgtrade.strategies import area_codes, authorities, days, other_names, persons

A_DAY = "a day from 1 January 1900 to 31 December 2199, as in 2026-04-01"
FORM = 'Accepted: a letter and eight digits, as in "E07000194".'
ONE_DAY = dt.timedelta(days=1)
BOTH = {AuthorityKind.FIRE, AuthorityKind.NATIONAL_PARK, AuthorityKind.POLICE}
BOTH |= {AuthorityKind.POLICE_AND_CRIME_COMMISSIONER, AuthorityKind.JOINT_COMMITTEE}
WALES_ONLY = {AuthorityKind.WELSH_COUNTY, AuthorityKind.WELSH_COUNTY_BOROUGH, AuthorityKind.COMMUNITY}
WALES_ONLY |= {AuthorityKind.CORPORATE_JOINT_COMMITTEE}


@given(authorities())
def test_an_authority_exists_from_its_first_day_to_its_last_and_not_outside(authority: Authority) -> None:
    for day, inside in ((authority.first, ONE_DAY), (authority.last, -ONE_DAY)):
        if day is not None:
            assert authority.existed_on(day)
            assert not authority.existed_on(day - inside)


@given(authorities(), days())
def test_a_day_that_is_not_recorded_does_not_count_against_an_authority(authority: Authority, day: dt.date) -> None:
    began = authority.first is None or authority.first <= day
    ended = authority.last is not None and authority.last < day
    assert authority.existed_on(day) == (began and not ended)


@given(authorities(on=dt.date(2004, 4, 1)))
def test_an_authority_can_be_asked_for_as_it_stood_on_a_day(authority: Authority) -> None:
    assert authority.existed_on(dt.date(2004, 4, 1))


@given(authorities())
def test_an_authority_is_of_a_kind_that_its_nation_has(authority: Authority) -> None:
    assert authority.nation in nations_of(authority.kind)
    assert str(authority) == authority.name


@given(st.data(), st.sampled_from(Nation))
def test_authorities_can_be_asked_for_by_nation_and_by_kind(data: st.DataObject, nation: Nation) -> None:
    authority = data.draw(authorities(nation=nation))
    assert authority.nation is nation
    assert data.draw(authorities(kind=authority.kind)).kind is authority.kind


@pytest.mark.parametrize("kind", AuthorityKind)
def test_each_kind_exists_only_in_its_own_nation_or_nations(kind: AuthorityKind) -> None:
    only = {AuthorityKind.SCOTTISH: Nation.SCOTLAND, AuthorityKind.NORTHERN_IRISH: Nation.NORTHERN_IRELAND}
    if kind in BOTH:
        expected = {Nation.ENGLAND, Nation.WALES}
    elif kind in WALES_ONLY:
        expected = {Nation.WALES}
    else:
        expected = {only.get(kind, Nation.ENGLAND)}
    assert nations_of(kind) == expected


def test_the_days_of_an_authority_are_read_from_text_and_from_pendulum() -> None:
    read = Authority("X", AuthorityKind.DISTRICT, Nation.ENGLAND, "1974-04-01", pendulum.date(2023, 3, 31))
    assert (read.first, read.last) == (dt.date(1974, 4, 1), dt.date(2023, 3, 31))
    assert type(read.last) is dt.date


def test_an_authority_may_have_been_one_for_a_single_day() -> None:
    assert Authority("X", AuthorityKind.DISTRICT, Nation.ENGLAND, "1974-04-01", "1974-04-01").first is not None


NO_DISTRICT = "nation: there is no district council in Wales. Accepted: England."


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"name": ""}, ["name: it is empty. Accepted: a name."]),
        ({"name": None}, ["name: None is of type NoneType. Accepted: a name."]),
        ({"kind": "district council"}, ["kind: 'district council' is of type str. Accepted: an AuthorityKind."]),
        (
            {"kind": "district council", "nation": Nation.WALES},
            ["kind: 'district council' is of type str. Accepted: an AuthorityKind."],
        ),
        ({"nation": "England"}, ["nation: 'England' is of type str. Accepted: a Nation."]),
        ({"nation": []}, ["nation: [] is of type list. Accepted: a Nation."]),
        ({"nation": Nation.WALES}, [NO_DISTRICT]),
        (
            {"kind": AuthorityKind.FIRE, "nation": Nation.SCOTLAND},
            ["nation: there is no combined fire and rescue authority in Scotland. Accepted: England, Wales."],
        ),
        (
            {"first": "1974-04-01", "last": "1974-03-31"},
            [
                (
                    "last: it ended on 31 March 1974, before it began on 1 April 1974. "
                    "Accepted: a last day on or after the first."
                )
            ],
        ),
        (
            {"first": "then", "last": "now"},
            [f"first: 'then' is not a day. Accepted: {A_DAY}.", f"last: 'now' is not a day. Accepted: {A_DAY}."],
        ),
        (
            {"name": "", "nation": Nation.WALES, "last": dt.datetime(2023, 3, 31, tzinfo=dt.UTC)},
            [
                "name: it is empty. Accepted: a name.",
                f"last: 2023-03-31T00:00:00+00:00 has a time of day. Accepted: {A_DAY}.",
                NO_DISTRICT,
            ],
        ),
    ],
)
def test_all_that_is_wrong_with_an_authority_is_said(changed: dict[str, object], said: list[str]) -> None:
    fields = {"name": "X", "kind": AuthorityKind.DISTRICT, "nation": Nation.ENGLAND} | changed
    with pytest.raises(InputError) as refused:
        Authority(**fields)  # type: ignore[arg-type]  # the point
    assert [str(issue) for issue in refused.value.issues] == said


@given(area_codes())
def test_an_area_code_is_nine_characters(area: AreaCode) -> None:
    assert len(area.code) == 9
    assert AreaCode(area.code, area.first, area.last) == area
    assert AreaCode(area.code, area.first and area.first.isoformat(), area.last) == area


@pytest.mark.parametrize(
    ("code", "first", "said"),
    [
        ("E0700019", None, [f"code: 'E0700019' is not an area code. {FORM}"]),
        ("e07000194", None, [f"code: 'e07000194' is not an area code. {FORM}"]),
        ("E070001945", None, [f"code: 'E070001945' is not an area code. {FORM}"]),
        ("41UD", None, [f"code: '41UD' is not an area code. {FORM}"]),
        (None, None, [f"code: None is not an area code. {FORM}"]),
        ("E07000194", "then", [f"first: 'then' is not a day. Accepted: {A_DAY}."]),
        ("", 7, [f"code: '' is not an area code. {FORM}", f"first: 7 is not a day. Accepted: {A_DAY}."]),
    ],
)
def test_all_that_is_wrong_with_an_area_code_is_said(code: str, first: dt.date | None, said: list[str]) -> None:
    with pytest.raises(InputError) as refused:
        AreaCode(code, first)
    assert [str(issue) for issue in refused.value.issues] == said


@given(persons())
def test_a_person_is_called_by_name(person: Person) -> None:
    assert str(person) == person.name


@given(st.sampled_from(PersonKind), st.data())
def test_persons_can_be_asked_for_by_kind(kind: PersonKind, data: st.DataObject) -> None:
    assert data.draw(persons(kind=kind)).kind is kind


@pytest.mark.parametrize(
    ("name", "kind", "said"),
    [
        ("", PersonKind.BUSINESS, ["name: it is empty. Accepted: a name."]),
        (7, PersonKind.BUSINESS, ["name: 7 is of type int. Accepted: a name."]),
        (
            "",
            "business",
            ["name: it is empty. Accepted: a name.", "kind: 'business' is of type str. Accepted: a PersonKind."],
        ),
    ],
)
def test_all_that_is_wrong_with_a_person_is_said(name: str, kind: PersonKind, said: list[str]) -> None:
    with pytest.raises(InputError) as refused:
        Person(name, kind)
    assert [str(issue) for issue in refused.value.issues] == said


def test_an_authority_is_not_formed_after_its_first_day() -> None:
    for first in (None, "2019-03-31"):
        with pytest.raises(InputError) as refused:
            Authority("X", AuthorityKind.DISTRICT, Nation.ENGLAND, first, established="2019-04-01")
        assert str(refused.value) == (
            "established: it was formed on 1 April 2019, and no later day is given as its first. "
            "Accepted: a day on or before the first day."
        )
    with pytest.raises(InputError, match="established: 'soon' is not a day"):
        Authority("X", AuthorityKind.DISTRICT, Nation.ENGLAND, "2019-04-01", established="soon")


@given(other_names())
def test_another_name_is_said_as_it_is_and_may_be_given_as_text(other: OtherName) -> None:
    assert str(other) == other.name
    named = Authority("X", AuthorityKind.DISTRICT, Nation.ENGLAND, also=(other.name,))
    assert named.also == (OtherName(other.name),)
    assert named.is_called(other.name)
    assert named.is_called("X")
    assert not named.is_called("")
