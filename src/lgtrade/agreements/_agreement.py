"""An agreement for one or more kinds of service between a supplier and a customer."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence
from typing import get_args

import attrs

from lgtrade.agreements._terms import Terms
from lgtrade.authorities import Authority, Person
from lgtrade.calendar import Period
from lgtrade.charging import ChargingRule, Price
from lgtrade.issues import InputError, Issue, refuse, shown, wrong_type
from lgtrade.services import ServiceKind
from lgtrade.words import Words

_CHARGES = (*get_args(Price), *get_args(ChargingRule))


class Role(enum.Enum):
    """What a party does under an agreement. One body may have several roles.

    >>> Role("lead authority").name
    'LEAD'
    """

    SUPPLIER = "supplier"
    CUSTOMER = "customer"
    LEAD = "lead authority"
    HOST = "host authority"
    ACCOUNTABLE = "accountable body"
    COMPANY = "company"
    OUTSIDE_SUPPLIER = "outside supplier"


_OF_ONE = (Role.SUPPLIER, Role.CUSTOMER)


@attrs.frozen
class Party:
    """A body and its role.

    Args:
        body: the authority or person.
        role: what it does under the agreement.

    Raises:
        InputError: a part is of the wrong type; all together.

    >>> from lgtrade.authorities import find
    >>> Party(find("Lichfield"), Role.SUPPLIER).role.value
    'supplier'
    """

    body: Authority | Person
    role: Role

    def __attrs_post_init__(self) -> None:
        """Refuse what is no body, or no role."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("body", self.body, (Authority, Person), Words("an Authority or a Person"))
        yield from wrong_type("role", self.role, Role, Words("a Role"))


@attrs.frozen
class FurtherService:
    """A further kind of service under an agreement, at a charge of its own.

    Args:
        service: the kind of service.
        charge: the price, or the rule that sets the unit charge for each year.

    Raises:
        InputError: a part is of the wrong type; all together.

    >>> from lgtrade.charging import AtCost
    >>> FurtherService(ServiceKind("payroll", "Payroll", unit="payslip"), AtCost()).service.key
    'payroll'
    """

    service: ServiceKind
    charge: Price | ChargingRule

    def __attrs_post_init__(self) -> None:
        """Refuse what is no kind of service, or no charge."""
        refuse(_service_issues(self.service, self.charge))


def _service_issues(service: object, charge: object) -> Iterator[Issue]:
    yield from wrong_type("service", service, ServiceKind, Words("a ServiceKind"))
    yield from wrong_type("charge", charge, _CHARGES, Words("a price or a charging rule"))


@attrs.frozen
class Agreement:
    """An agreement for a kind of service, and any further kinds.

    Args:
        reference: what the parties call it.
        parties: one supplier and one customer, and any others in other roles.
        service: the kind of service; the first, if there are several.
        term: the days that it covers.
        charge: the price, or the rule that sets the unit charge for each year.
        terms: what else was agreed.
        also: further kinds of service under it, each charged, billed and accounted for by itself.

    Raises:
        InputError: the parties are not one supplier and one other customer, a party has a role twice, a kind of service
            is given twice, or a part is of the wrong type; all together.

    >>> from lgtrade.authorities import find
    >>> from lgtrade.charging import AtCost
    >>> agreement = Agreement(
    ...     "HD1",
    ...     (Party(find("Lichfield"), Role.SUPPLIER), Party(find("Staffordshire Moorlands"), Role.CUSTOMER)),
    ...     ServiceKind("help-desk", "Help desk", unit="call"),
    ...     Period("2004-04-01", "2007-03-31"),
    ...     AtCost(),
    ... )
    >>> agreement.supplier.name
    'Lichfield District Council'
    """

    reference: str
    parties: tuple[Party, ...]
    service: ServiceKind
    term: Period
    charge: Price | ChargingRule
    terms: Terms = Terms()
    also: tuple[FurtherService, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Refuse an agreement that does not say who supplies whom with what, and when."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("reference", self.reference, str, Words("what the parties call it"))
        if self.reference == "":
            yield Issue("agreement.reference", "reference", Words("it is empty"), Words("what the parties call it"))
        yield from self._party_issues()
        yield from wrong_type("term", self.term, Period, Words("a Period"))
        yield from _service_issues(self.service, self.charge)
        yield from wrong_type("terms", self.terms, Terms, Words("Terms"))
        known = [self.service.key] if isinstance(self.service, ServiceKind) else []
        for number, each in enumerate(self.also):
            place = f"also[{number}]"
            yield from wrong_type(place, each, FurtherService, Words("a FurtherService"))
            if isinstance(each, FurtherService):
                if each.service.key in known:
                    found = Words("{key} is supplied under it already", key=shown(each.service.key))
                    yield Issue("agreement.service", f"{place}.service", found, Words("each kind of service once"))
                known.append(each.service.key)

    def _party_issues(self) -> Iterator[Issue]:
        if not all(isinstance(party, Party) for party in self.parties):
            for number, party in enumerate(self.parties):
                yield from wrong_type(f"parties[{number}]", party, Party, Words("a Party"))
            return
        for number, party in enumerate(self.parties):
            if party in self.parties[:number] and party.role not in _OF_ONE:
                found = Words("{name} is {role} twice", name=shown(party.body.name), role=party.role.value)
                yield Issue("agreement.twice", f"parties[{number}]", found, Words("each role of a party once"))
        roles = sorted(party.role.value for party in self.parties if party.role in _OF_ONE)
        if roles != ["customer", "supplier"]:
            found = Words("the roles are: {roles}", roles=", ".join(roles) or "none")
            yield Issue("agreement.roles", "parties", found, Words("one supplier and one customer"))
        elif self.supplier == self.customer:
            found = Words("the customer is the supplier")
            yield Issue("agreement.same", "parties", found, Words("two different parties"))

    @property
    def supplier(self) -> Authority | Person:
        """The party that supplies."""
        return next(party.body for party in self.parties if party.role is Role.SUPPLIER)

    @property
    def customer(self) -> Authority | Person:
        """The party that is supplied."""
        return next(party.body for party in self.parties if party.role is Role.CUSTOMER)

    @property
    def services(self) -> tuple[ServiceKind, ...]:
        """Every kind of service under it."""
        return (self.service, *(each.service for each in self.also))

    def of(self, service: str) -> Agreement:
        """Give the agreement as it stands for one kind of service, as it is billed.

        Args:
            service: the key of the kind of service.

        Raises:
            InputError: it is not a kind of service of the agreement.
        """
        for each in (FurtherService(self.service, self.charge), *self.also):
            if each.service.key == service:
                return attrs.evolve(self, service=each.service, charge=each.charge, also=())
        found = Words("{key} is not supplied under {reference}", key=shown(service), reference=self.reference)
        keys = ", ".join(kind.key for kind in self.services)
        raise InputError([Issue("agreement.service", "service", found, Words("one of: {keys}", keys=keys))])

    @property
    def covers(self) -> tuple[Cover, ...]:
        """Who is supplied with what, and when: one for each kind of service."""
        return tuple(Cover(self.supplier, self.customer, kind.key, self.term) for kind in self.services)


@attrs.frozen
class Cover:
    """Who is supplied with what, and when: what no two agreements may both cover.

    Args:
        supplier: the party that supplies.
        customer: the party that is supplied.
        service: the key of the kind of service.
        term: the days.

    >>> from lgtrade.authorities import find
    >>> Cover(find("Lichfield"), find("Tamworth"), "help-desk", Period("2004-04-01", "2007-03-31")).service
    'help-desk'
    """

    supplier: Authority | Person
    customer: Authority | Person
    service: str
    term: Period


def overlaps(covers: Sequence[Sequence[Cover]]) -> Iterator[Issue]:
    """Yield an issue for each agreement that begins while another, between the same parties for the same service, runs.

    Args:
        covers: what each agreement covers, in order; nothing for one that could not be read.

    >>> from lgtrade.authorities import find
    >>> cover = Cover(find("Lichfield"), find("Tamworth"), "help-desk", Period("2004-04-01", "2007-03-31"))
    >>> [issue.place for issue in overlaps([[cover], [], [cover]])]
    ['[2].term']
    """
    alike: dict[tuple[object, ...], list[tuple[Period, int]]] = {}
    for number, each in enumerate(covers):
        for cover in each:
            alike.setdefault((cover.supplier, cover.customer, cover.service), []).append((cover.term, number))
    pairs = [pair for (_, _, service), terms in alike.items() for pair in _overlapping(service, sorted(terms))]
    yield from (issue for _, issue in sorted(pairs, key=lambda pair: pair[0]))


def _overlapping(service: object, terms: list[tuple[Period, int]]) -> Iterator[tuple[tuple[int, int], Issue]]:
    """Go through terms in the order in which they begin, against the one that has run the longest so far."""
    longest, holder = terms[0]
    for term, number in terms[1:]:
        both = longest.overlap(term)
        if both is not None:
            first, second = sorted((holder, number))
            words = "agreements [{first}] and [{second}] both cover {service} for {period}"
            found = Words(words, first=first, second=second, service=service, period=both)
            accepted = Words("terms with no day in common")
            yield (second, first), Issue("agreement.overlap", f"[{second}].term", found, accepted)
        if term.last > longest.last:
            longest, holder = term, number
