"""What a caller adds to the register: bodies of its own, and what the law has to know about them."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator, Mapping

import attrs

from lgtrade.authorities import Authority, Person, Register, register
from lgtrade.frozen import FrozenMapping, freeze
from lgtrade.issues import Issue, refuse, shown, wrong_type
from lgtrade.law.facts._particulars import Designation, Eligibility
from lgtrade.words import Words


@attrs.frozen
class Additions:
    """Parish and community councils, companies and public bodies that the shipped register does not hold.

    Args:
        authorities: authorities, such as a parish council.
        persons: other bodies, such as a council's own company, or a public body under the 1970 Act.
        designations: by the name of a person, the order or Act that makes it a public body.
        eligibility: by the name of a parish or community council, what makes it eligible for the general power.

    Raises:
        InputError: a name or code is in the register already, or what is said is of a body that is not among these.

    >>> from lgtrade.authorities import AuthorityKind, Nation
    >>> alrewas = Authority("Alrewas Parish Council", AuthorityKind.PARISH, Nation.ENGLAND)
    >>> Additions((alrewas,)).find("Alrewas").kind.value
    'parish council'
    """

    authorities: tuple[Authority, ...] = ()
    persons: tuple[Person, ...] = ()
    designations: FrozenMapping[str, Designation] = attrs.field(
        factory=FrozenMapping[str, Designation], converter=freeze
    )
    eligibility: FrozenMapping[str, Eligibility] = attrs.field(
        factory=FrozenMapping[str, Eligibility], converter=freeze
    )

    def __attrs_post_init__(self) -> None:
        """Refuse what does not fit together."""
        refuse(self._type_issues())
        refuse(self._issues())

    def _type_issues(self) -> Iterator[Issue]:
        for number, authority in enumerate(self.authorities):
            yield from wrong_type(f"authorities[{number}]", authority, Authority, Words("an Authority"))
        for number, person in enumerate(self.persons):
            yield from wrong_type(f"persons[{number}]", person, Person, Words("a Person"))

    def _issues(self) -> Iterator[Issue]:
        for issue in register().issues_with(self.authorities):
            yield issue.under("authorities")
        taken = {each.name for each in (*register(), *self.authorities)}
        for number, person in enumerate(self.persons):
            if person.name in taken:
                found = Words("{name} is given twice, or is in the register", name=shown(person.name))
                yield Issue("register.name", f"persons[{number}].name", found, Words("another name"))
            taken.add(person.name)
        yield from _of_others("designations", self.designations, {each.name for each in self.persons})
        yield from _of_others("eligibility", self.eligibility, {each.name for each in self.authorities})

    @functools.cached_property
    def register(self) -> Register:
        """The shipped register with the authorities added."""
        return register().extended(self.authorities)

    def find(self, name: str, on: dt.date | None = None) -> Authority | Person:
        """Find a body by its name: an added person by its exact name, or else an authority.

        Args:
            name: the name.
            on: the day on which it is meant.

        Raises:
            InputError: nobody has that name.
        """
        person = next((each for each in self.persons if each.name == name), None)
        return self.register.find(name, on) if person is None else person


def _of_others(place: str, said: Mapping[str, object], names: set[str]) -> Iterator[Issue]:
    for name in said:
        if name not in names:
            found = Words("{name} is not among the bodies that are added", name=shown(name))
            accepted = Words("one of: {names}", names="; ".join(sorted(names)) or "none is added")
            yield Issue("register.other", place, found, accepted)


NO_ADDITIONS = Additions()
"""The shipped register as it is."""
