"""The facts of a proposal: who would supply what to whom, on what day, for what purpose and by what means.

A fact that nobody has given is ``None``, and the answer then depends on it; that is different from ``False``.
"""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable, Iterator
from typing import TypeAlias

import attrs

from lgtrade.authorities import Authority, Person
from lgtrade.calendar import day_issues, day_or_as_given
from lgtrade.issues import Issue, refuse, wrong_type
from lgtrade.law.enactments import KNOWN_FROM, KNOWN_TO
from lgtrade.services import ServiceKind, Subject
from lgtrade.words import Words


class Purpose(enum.Enum):
    """Why the authority would supply: its dominant purpose."""

    COST_RECOVERY = "cost recovery"
    COMMERCIAL = "commercial"
    PUBLIC = "another public purpose"
    MIXED = "mixed"


class Vehicle(enum.Enum):
    """By what means the authority would supply.

    ``COMPANY`` is a company registered under the Companies Acts, limited or not; ``SOCIETY`` a registered
    co-operative or community benefit society.
    """

    DIRECT = "direct"
    COMPANY = "company"
    SOCIETY = "registered society"
    LLP = "limited liability partnership"
    PARTNERSHIP = "partnership"
    TRUST = "trust"
    JOINT_COMMITTEE = "joint committee"


class Category(enum.Enum):
    """A category under an order made under Local Government Act 2003 s.99(4)."""

    EXCELLENT = "excellent"
    GOOD = "good"
    FAIR = "fair"
    WEAK = "weak"
    POOR = "poor"
    FOUR_STARS = "4 stars"
    THREE_STARS = "3 stars"
    TWO_STARS = "2 stars"
    ONE_STAR = "1 star"
    NO_STARS = "0 stars"
    NONE = "none"


CASE_HEADS = ("objectives", "resources", "risks", "results")
"""What a business case must state: SI 2004/1705 art.2(4), and SI 2009/2393 art.2(4) in the same words."""


def _day_if_given(value: object) -> dt.date | None:
    return None if value is None else day_or_as_given(value)


def _not_days(**days: object) -> tuple[Issue, ...]:
    return tuple(issue for place, day in days.items() if day is not None for issue in day_issues(place, day))


def _texts(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(values)


def _subjects(values: Iterable[Subject]) -> tuple[Subject, ...]:
    return tuple(values)


@attrs.frozen
class BusinessCase:
    """A business case for trading.

    Args:
        prepared: the day on which it was prepared; none if it has not been said.
        approved: the day on which the authority approved it; none if it has not been approved.
        heads: what it states: any of ``objectives``, ``resources``, ``risks``, ``results``; all four unless said
            otherwise.

    Raises:
        InputError: it was approved before it was prepared, or a head is not one of the four.

    >>> BusinessCase(prepared="2009-09-01", approved="2009-09-25").approved
    datetime.date(2009, 9, 25)
    """

    prepared: dt.date | None = attrs.field(default=None, converter=_day_if_given)
    approved: dt.date | None = attrs.field(default=None, converter=_day_if_given)
    heads: tuple[str, ...] = attrs.field(default=CASE_HEADS, converter=_texts)

    def __attrs_post_init__(self) -> None:
        """Refuse days in the wrong order, and heads that the orders do not know."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        wrong = _not_days(prepared=self.prepared, approved=self.approved)
        yield from wrong
        if not wrong and self.prepared is not None and self.approved is not None and self.approved < self.prepared:
            found = Words("it was approved on {day}, before it was prepared", day=self.approved)
            accepted = Words("a day on or after {day}", day=self.prepared)
            yield Issue("case.days", "approved", found, accepted)
        for number, head in enumerate(self.heads):
            if head not in CASE_HEADS:
                found = Words("{head} is not a head of a business case", head=repr(head))
                accepted = Words("one of: {heads}", heads=", ".join(CASE_HEADS))
                yield Issue("case.head", f"heads[{number}]", found, accepted)

    @property
    def missing_heads(self) -> tuple[str, ...]:
        """The heads that it does not state."""
        return tuple(head for head in CASE_HEADS if head not in self.heads)


@attrs.frozen
class Designation:
    """An order or an Act that makes a customer a public body for the 1970 Act.

    Such orders can be very narrow: SI 2004/485 lets one council supply one company with catering.

    Args:
        by: the order or Act, as cited.
        subjects: what it lets authorities supply; nothing has been said of that if empty.
        since: its first day; none if it has not been said.
        only: the names of the only authorities that may supply under it; any authority if empty.

    >>> Designation("SI 1981/1049", (Subject.PROFESSIONAL,)).subjects
    (<Subject.PROFESSIONAL: 'administrative, professional or technical services'>,)
    """

    by: str
    subjects: tuple[Subject, ...] = attrs.field(default=(), converter=_subjects)
    since: dt.date | None = attrs.field(default=None, converter=_day_if_given)
    only: tuple[str, ...] = attrs.field(default=(), converter=_texts)

    def __attrs_post_init__(self) -> None:
        """Refuse a designation that names nothing."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        accepted = Words("the order or Act, as cited")
        yield from wrong_type("by", self.by, str, accepted)
        if self.by == "":
            yield Issue("designation.empty", "by", Words("it is empty"), accepted)
        yield from _not_days(since=self.since)
        for number, subject in enumerate(self.subjects):
            yield from wrong_type(f"subjects[{number}]", subject, Subject, Words("a Subject"))


YesNo: TypeAlias = bool | None
"""A plain fact: true, false, or not given."""

Cited: TypeAlias = str | bool | None
"""A fact with a citation: the provision as text, ``True`` for one not named, ``False`` for none, or not given."""


def _asked(question: str) -> YesNo:
    return attrs.field(default=None, metadata={"asks": question})  # type: ignore[no-any-return]


def _cited(question: str) -> Cited:
    return attrs.field(default=None, metadata={"asks": question, "cited": True})  # type: ignore[no-any-return]


@attrs.frozen(kw_only=True)
class Proposal:
    """What is proposed, and all the facts that the law asks for.

    Args:
        on: the day at which the law is read.
        supplier: the authority that would supply.
        customer: the authority or other person that would be supplied.
        service: the kind of service.
        purpose: the supplier's dominant purpose.
        vehicle: by what means it would supply.
        required_for_customer: whether an enactment requires the supplier to provide the service to this customer.
        authorised_by: the enactment that authorises the supplier to provide it.
        other_power_to_charge: a power to charge for it, apart from s.93 and the general power.
        prohibited_by: an enactment that expressly prohibits the charge or the supply.
        customer_agreed: whether the customer has agreed to be supplied.
        within_ordinary_functions: whether the supplier may do it for its ordinary functions.
        other_commercial_power: a power, apart from s.95, to do it for this customer for a commercial purpose.
        eligible_parish: whether a parish council meets the conditions for the general power.
        acting_as_fire_authority: whether a county council would act as fire and rescue authority.
        category: the supplier's category under an order made under s.99(4), on the day.
        begun_while_qualifying: whether it only completes what was begun while the category still qualified.
        business_case: the business case, or ``False`` for none.
        company_pays_costs: whether the company pays for all that the authority supplies to it.
        charges_exceed_costs: whether the charges are set to exceed the costs, taking one year with another.
        designation: what makes a customer that is not an authority a public body, or ``False`` for nothing.

    Raises:
        InputError: every fact that cannot be right, all together.

    >>> from lgtrade.authorities import find
    >>> payroll = ServiceKind("payroll", "Payroll", Subject.PROFESSIONAL)
    >>> Proposal(on="2003-12-01", supplier=find("Kent"), customer=find("Lichfield"), service=payroll).on
    datetime.date(2003, 12, 1)
    """

    on: dt.date = attrs.field(converter=day_or_as_given)
    supplier: Authority
    customer: Authority | Person
    service: ServiceKind
    purpose: Purpose | None = attrs.field(
        default=None, metadata={"asks": "Is the dominant purpose commercial, or only to recover the cost?"}
    )
    vehicle: Vehicle | None = attrs.field(
        default=None, metadata={"asks": "Would the authority supply directly, or through a company or another body?"}
    )
    required_for_customer: YesNo = _asked(
        "Does an enactment require the supplier to provide this service to this customer?"
    )
    authorised_by: Cited = _cited("Which enactment authorises the supplier to provide this service to this customer?")
    other_power_to_charge: Cited = _cited(
        "Is there another power to charge for it, apart from section 93 and the general power of competence?"
    )
    prohibited_by: Cited = _cited("Does an enactment expressly prohibit the charge or the supply?")
    customer_agreed: YesNo = _asked("Has the customer agreed to the service being provided?")
    within_ordinary_functions: YesNo = _asked("May the supplier do this to carry on its ordinary functions?")
    other_commercial_power: Cited = _cited("May the supplier already do this commercially for this customer?")
    eligible_parish: YesNo = _asked("Does the parish council meet the conditions for the general power of competence?")
    acting_as_fire_authority: YesNo = _asked("Would the county council act as fire and rescue authority?")
    category: Category | None = attrs.field(
        default=None, metadata={"asks": "Which performance category was the supplier in on that day?"}
    )
    begun_while_qualifying: YesNo = _asked("Was it begun while the supplier's category still qualified?")
    business_case: BusinessCase | bool | None = attrs.field(
        default=None, metadata={"asks": "Was a business case prepared and approved, and when?"}
    )
    company_pays_costs: YesNo = _asked("Does the company pay the cost of everything that the authority supplies to it?")
    charges_exceed_costs: YesNo = _asked("Are the charges set to exceed the cost, taking one year with another?")
    designation: Designation | bool | None = attrs.field(
        default=None, metadata={"asks": "Which Act or order makes the customer a public body for the 1970 Act?"}
    )

    def __attrs_post_init__(self) -> None:
        """Refuse facts that cannot be right."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from self._wrong_types()
        wrong = _not_days(on=self.on)
        yield from wrong or issues_on_day(self.on, self.supplier, self.customer)
        if self.customer == self.supplier:
            accepted = Words("another authority or person")
            yield Issue("proposal.same", "customer", Words("the customer is the supplier"), accepted)
        if self.within_ordinary_functions and self.authorised_by is False:
            found = Words("it is within the ordinary functions, and no enactment authorises it")
            accepted = Words("the enactment, or false for both")
            yield Issue("proposal.functions", "within_ordinary_functions", found, accepted)
        case = self.business_case
        if case is True:
            found = Words("a business case has no days")
            accepted = Words("the days on which it was prepared and approved, or false for none")
            yield Issue("proposal.case", "business_case", found, accepted)

    def _wrong_types(self) -> Iterator[Issue]:
        yield from wrong_type("supplier", self.supplier, Authority, Words("an Authority"))
        yield from wrong_type("customer", self.customer, (Authority, Person), Words("an Authority or a Person"))
        yield from wrong_type("service", self.service, ServiceKind, Words("a ServiceKind"))
        choices = {"purpose": Purpose, "vehicle": Vehicle, "category": Category}
        others = {"business_case": (BusinessCase, bool), "designation": (Designation, bool)}
        for field in attrs.fields(Proposal):
            value = getattr(self, field.name)
            if value is None or "asks" not in field.metadata:
                continue
            if field.name in choices:
                kind = choices[field.name]
                yield from wrong_type(field.name, value, kind, Words("a {kind}, or nothing", kind=kind.__name__))
            elif field.name in others:
                yield from wrong_type(
                    field.name, value, others[field.name], Words("the facts of it, or false for none")
                )
            elif field.metadata.get("cited"):
                yield from wrong_type(field.name, value, (str, bool), Words("a citation, or true or false, or nothing"))
            else:
                yield from wrong_type(field.name, value, bool, Words("true or false, or nothing"))


def issues_on_day(day: dt.date, supplier: object = None, customer: object = None) -> Iterator[Issue]:
    """Yield an issue if the law of a day is not known, else one for each party that did not exist on it.

    Args:
        day: the day.
        supplier: who would supply, so far as it is known.
        customer: who would be supplied, so far as it is known.

    >>> from lgtrade.authorities import find
    >>> [issue.place for issue in issues_on_day(dt.date(2024, 4, 1), find("Mendip"), find("Lichfield"))]
    ['supplier']
    """
    if not KNOWN_FROM <= day <= KNOWN_TO:
        found = Words("{day} is outside the law that is known", day=day)
        accepted = Words("a day from {first} to {last}", first=KNOWN_FROM, last=KNOWN_TO)
        yield Issue("proposal.day", "on", found, accepted)
        return
    for place, body in (("supplier", supplier), ("customer", customer)):
        if isinstance(body, Authority) and not body.existed_on(day):
            yield _absent(place, body, day)


def _absent(place: str, body: Authority, day: dt.date) -> Issue:
    accepted = Words("an authority that existed on {day}", day=day)
    if body.first is not None and day < body.first:
        found = Words("{name} did not exist until {first}", name=body.name, first=body.first)
    else:
        found = Words("{name} ended on {last}", name=body.name, last=body.last)
        if body.successors:
            accepted = Words("its successor: {names}", names=" or ".join(body.successors))
    return Issue("proposal.absent", place, found, accepted)


def asks(fact: str) -> str:
    """Give the question that asks for a fact.

    >>> asks("customer_agreed")
    'Has the customer agreed to the service being provided?'
    """
    if fact == "subject":
        return "What is supplied: goods, a service (of which sort), plant, maintenance or construction?"
    return str(attrs.fields_dict(Proposal)[fact].metadata["asks"])
