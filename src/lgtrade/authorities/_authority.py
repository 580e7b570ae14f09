"""Authorities as legal entities with their dates, and the other persons that they supply."""

from __future__ import annotations

import datetime as dt
import enum
import re
from collections.abc import Iterator

import attrs

from lgtrade.authorities._kinds import AuthorityKind, Nation
from lgtrade.calendar import day_issues, day_or_as_given
from lgtrade.issues import Issue, refuse, shown, wrong_type
from lgtrade.words import Words

_ONE_NATION = {
    AuthorityKind.WELSH_COUNTY: Nation.WALES,
    AuthorityKind.WELSH_COUNTY_BOROUGH: Nation.WALES,
    AuthorityKind.COMMUNITY: Nation.WALES,
    AuthorityKind.CORPORATE_JOINT_COMMITTEE: Nation.WALES,
    AuthorityKind.SCOTTISH: Nation.SCOTLAND,
    AuthorityKind.NORTHERN_IRISH: Nation.NORTHERN_IRELAND,
}
_ENGLAND_AND_WALES = {
    AuthorityKind.FIRE,
    AuthorityKind.NATIONAL_PARK,
    AuthorityKind.POLICE,
    AuthorityKind.POLICE_AND_CRIME_COMMISSIONER,
    AuthorityKind.JOINT_COMMITTEE,
}


_AREA_CODE = re.compile(r"[A-Z]\d{8}", re.ASCII)


def _read_day(value: object) -> dt.date | None:
    return None if value is None else day_or_as_given(value)


@attrs.frozen
class AreaCode:
    """A nine-character area code and the day from which it named this authority's area.

    A code names a boundary; the authority outlives it.

    Args:
        code: as published by the Office for National Statistics.
        since: the first day on which it was used for this authority; none if that has not been verified.

    Raises:
        InputError: the code is not of that form.

    >>> AreaCode("E07000194").code
    'E07000194'
    """

    code: str
    since: dt.date | None = attrs.field(default=None, converter=_read_day)

    def __attrs_post_init__(self) -> None:
        """Refuse what is not an area code, or not a day."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        if not isinstance(self.code, str) or not _AREA_CODE.fullmatch(self.code):
            found = Words("{code} is not an area code", code=shown(self.code))
            yield Issue("area.code", "code", found, Words('a letter and eight digits, as in "E07000194"'))
        yield from _day_if_given("since", self.since)


@attrs.frozen
class Authority:
    """A public authority as a legal entity.

    Args:
        name: its own name, as in ``"Lichfield District Council"``.
        kind: what it is in law.
        nation: whose law applies to it.
        first: its first day as an authority (vesting day, not the day its shadow was formed); none if not recorded.
        last: its last day; none while it exists.
        also: other names and short forms.
        codes: its area codes, the oldest first.
        successors: the names of the bodies that took over when it ended.
        ended_by: the order that ended it.

    Raises:
        InputError: the name is empty, the days are in the wrong order, or the kind does not exist in that nation.

    >>> lichfield = Authority("Lichfield District Council", AuthorityKind.DISTRICT, Nation.ENGLAND, "1974-04-01")
    >>> lichfield.existed_on(dt.date(2004, 4, 1))
    True
    """

    name: str
    kind: AuthorityKind
    nation: Nation
    first: dt.date | None = attrs.field(default=None, converter=_read_day)
    last: dt.date | None = attrs.field(default=None, converter=_read_day)
    also: tuple[str, ...] = ()
    codes: tuple[AreaCode, ...] = ()
    successors: tuple[str, ...] = ()
    ended_by: str = ""

    def __attrs_post_init__(self) -> None:
        """Refuse an authority that cannot have existed."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from _named(self.name)
        yield from wrong_type("kind", self.kind, AuthorityKind, Words("an AuthorityKind"))
        yield from wrong_type("nation", self.nation, Nation, Words("a Nation"))
        unread = [*_day_if_given("first", self.first), *_day_if_given("last", self.last)]
        yield from unread
        if not unread and self.first is not None and self.last is not None and self.last < self.first:
            found = Words("it ended on {last}, before it began on {first}", first=self.first, last=self.last)
            yield Issue("authority.days", "last", found, Words("a last day on or after the first"))
        known = isinstance(self.kind, AuthorityKind) and isinstance(self.nation, Nation)
        if known and self.nation not in nations_of(self.kind):
            found = Words("there is no {kind} in {nation}", kind=self.kind.value, nation=self.nation.value)
            names = ", ".join(nation.value for nation in Nation if nation in nations_of(self.kind))
            yield Issue("authority.nation", "nation", found, Words("{names}", names=names))

    def existed_on(self, day: dt.date) -> bool:
        """Tell whether it was an authority on that day, so far as its days are recorded."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def __str__(self) -> str:
        """Say the name."""
        return self.name


class PersonKind(enum.Enum):
    """What sort of person, other than an authority, a customer is."""

    BUSINESS = "business"
    INDIVIDUAL = "individual"
    VOLUNTARY = "voluntary body"
    PUBLIC_BODY = "public body"


@attrs.frozen
class Person:
    """A customer that is not an authority: "a person" in the words of the 2003 Act.

    Args:
        name: what it is called; a description will do, and for a private individual is better.
        kind: what sort of person.

    Raises:
        InputError: the name is empty.

    >>> Person("a local manufacturer", PersonKind.BUSINESS).kind.value
    'business'
    """

    name: str
    kind: PersonKind

    def __attrs_post_init__(self) -> None:
        """Refuse a person without a name."""
        refuse([*_named(self.name), *wrong_type("kind", self.kind, PersonKind, Words("a PersonKind"))])

    def __str__(self) -> str:
        """Say the name."""
        return self.name


def nations_of(kind: AuthorityKind) -> frozenset[Nation]:
    """The nations in which a kind of authority exists.

    >>> sorted(nation.value for nation in nations_of(AuthorityKind.NATIONAL_PARK))
    ['England', 'Wales']
    """
    if kind in _ENGLAND_AND_WALES:
        return frozenset({Nation.ENGLAND, Nation.WALES})
    return frozenset({_ONE_NATION.get(kind, Nation.ENGLAND)})


def _named(name: object) -> Iterator[Issue]:
    yield from wrong_type("name", name, str, Words("a name"))
    if name == "":
        yield Issue("name.empty", "name", Words("it is empty"), Words("a name"))


def _day_if_given(place: str, day: object) -> Iterator[Issue]:
    if day is not None:
        yield from day_issues(place, day)
