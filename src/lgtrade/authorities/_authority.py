"""Authorities as legal entities with their dates, and the other persons that they supply."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterator

import attrs

from lgtrade.authorities._kinds import AuthorityKind, Nation
from lgtrade.authorities._labels import (
    AreaCode,
    OtherName,
    in_span,
    issues_of_name,
    issues_of_span,
    read_day,
    read_names,
)
from lgtrade.calendar import day_issues
from lgtrade.issues import Issue, refuse, wrong_type
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


@attrs.frozen
class Authority:
    """A public authority as a legal entity.

    Args:
        name: its own name, as in ``"Lichfield District Council"``; the present one, or the last that it had.
        kind: what it is in law.
        nation: whose law applies to it.
        first: its first day as an authority (its vesting day); none if not recorded.
        last: its last day; none while it exists.
        also: other names and short forms; a text is read as an :class:`OtherName`.
        codes: its area codes, the oldest first.
        succeeded_by: the names of the bodies that took over when it ended.
        ended_by: the order that ended it.
        established: the day on which it was formed, if it had a shadow life before its first day: until then it could
            only prepare, and was not yet an authority.

    Raises:
        InputError: the name is empty, the days are in the wrong order, or the kind does not exist in that nation.

    >>> lichfield = Authority("Lichfield District Council", AuthorityKind.DISTRICT, Nation.ENGLAND, "1974-04-01")
    >>> lichfield.existed_on(dt.date(2004, 4, 1))
    True
    """

    name: str
    kind: AuthorityKind
    nation: Nation
    first: dt.date | None = attrs.field(default=None, converter=read_day)
    last: dt.date | None = attrs.field(default=None, converter=read_day)
    also: tuple[OtherName, ...] = attrs.field(default=(), converter=read_names)
    codes: tuple[AreaCode, ...] = ()
    succeeded_by: tuple[str, ...] = ()
    ended_by: str = ""
    established: dt.date | None = attrs.field(default=None, converter=read_day)

    def __attrs_post_init__(self) -> None:
        """Refuse an authority that cannot have existed."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from issues_of_name(self.name)
        yield from wrong_type("kind", self.kind, AuthorityKind, Words("an AuthorityKind"))
        yield from wrong_type("nation", self.nation, Nation, Words("a Nation"))
        unread = list(issues_of_span(self.first, self.last))
        yield from unread
        if self.established is not None:
            yield from self._issues_of_shadow(sure=not unread)
        for number, other in enumerate(self.also):
            yield from wrong_type(f"also[{number}]", other, OtherName, Words("a name"))
        for number, area in enumerate(self.codes):
            yield from wrong_type(f"codes[{number}]", area, AreaCode, Words("an AreaCode"))
        yield from wrong_type("succeeded_by", self.succeeded_by, tuple, Words("a tuple of names"))
        known = isinstance(self.kind, AuthorityKind) and isinstance(self.nation, Nation)
        if known and self.nation not in nations_of(self.kind):
            found = Words("there is no {kind} in {nation}", kind=self.kind.value, nation=self.nation.value)
            names = ", ".join(nation.value for nation in Nation if nation in nations_of(self.kind))
            yield Issue("authority.nation", "nation", found, Words("{names}", names=names))

    def _issues_of_shadow(self, *, sure: bool) -> Iterator[Issue]:
        unread = list(day_issues("established", self.established))
        yield from unread
        if sure and not unread and (self.first is None or self.established is None or self.first < self.established):
            found = Words("it was formed on {day}, and no later day is given as its first", day=self.established)
            yield Issue("authority.days", "established", found, Words("a day on or before the first day"))

    def existed_on(self, day: dt.date) -> bool:
        """Tell whether it was an authority on that day, so far as its days are recorded."""
        return in_span(day, self.first, self.last)

    def was_shadow_on(self, day: dt.date) -> bool:
        """Tell whether it had been formed by that day, and was not yet an authority."""
        return self.established is not None and self.first is not None and self.established <= day < self.first

    def name_on(self, day: dt.date) -> str:
        """Its name on a day: a former name if that is recorded with its last day, else its own.

        >>> kent = Authority("Folkestone and Hythe District Council", AuthorityKind.DISTRICT, Nation.ENGLAND,
        ...     also=[OtherName("Shepway District Council", last="2018-03-31")])
        >>> kent.name_on(dt.date(2018, 3, 31))
        'Shepway District Council'
        """
        former = (each for each in self.also if each.last is not None and in_span(day, each.first, each.last))
        return next((each.name for each in former), self.name)

    def is_called(self, name: str) -> bool:
        """Tell whether a name, exactly as written, is or was one of its names."""
        return name == self.name or any(name == each.name for each in self.also)

    def code_on(self, day: dt.date) -> AreaCode | None:
        """Its area code on a day; none if it had none, or if what is recorded does not tell which of several."""
        used = [each for each in self.codes if in_span(day, each.first, each.last)]
        return used[0] if len(used) == 1 and self.existed_on(day) else None

    def absence(self, day: dt.date) -> Issue | None:
        """Why it was not an authority on a day, and what would be accepted instead; nothing if it was one.

        >>> str(Authority("X", AuthorityKind.DISTRICT, Nation.ENGLAND, last="2023-03-31").absence(dt.date(2024, 1, 1)))
        'X ended on 31 March 2023. Accepted: an authority that existed on 1 January 2024.'
        """
        if self.existed_on(day):
            return None
        accepted = Words("an authority that existed on {day}", day=day)
        if self.was_shadow_on(day):
            found = Words("{name} is a shadow authority until {first}", name=self.name, first=self.first)
        elif self.first is not None and day < self.first:
            found = Words("{name} did not exist until {first}", name=self.name, first=self.first)
        else:
            found = Words("{name} ended on {last}", name=self.name, last=self.last)
            if self.succeeded_by:
                accepted = Words("its successor: {names}", names=" or ".join(self.succeeded_by))
        return Issue("authority.absent", "", found, accepted)

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
        refuse([*issues_of_name(self.name), *wrong_type("kind", self.kind, PersonKind, Words("a PersonKind"))])

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
