"""The facts of a proposal: who would supply what to whom, on what day, for what purpose and by what means.

A fact that nobody has given is ``None``, and the answer then depends on it; that is different from ``False``.
"""

from __future__ import annotations

import datetime as dt
import enum
import itertools
from collections.abc import Iterator
from typing import Any, TypeAlias

import attrs

from lgtrade.authorities import Authority, Person
from lgtrade.calendar import day_or_as_given
from lgtrade.issues import Issue, refuse, wrong_type
from lgtrade.law.enactments import KNOWN_FROM, KNOWN_TO
from lgtrade.law.facts._choices import Category, Purpose, Vehicle
from lgtrade.law.facts._overlay_facts import Assistance, Competition, LegalWork, Vat
from lgtrade.law.facts._particulars import BusinessCase, Designation, Eligibility, day_if_given, not_days
from lgtrade.law.facts._purchase import Company, Procurement
from lgtrade.services import ServiceKind
from lgtrade.words import Words

YesNo: TypeAlias = bool | None
"""A plain fact: true, false, or not given."""

Cited: TypeAlias = str | bool | None
"""A fact with a citation: the provision as text, ``True`` for one not named, ``False`` for none, or not given."""


class Form(enum.Enum):
    """In what form a fact is given."""

    TRUTH = "true or false, or nothing"
    CITATION = "a citation, or true or false, or nothing"
    PARTICULARS = "the facts of it, or false for none"
    CHOICE = "one of a closed set, or nothing"
    DAY = "a day, or nothing"


def _fact(form: Form, question: str, kind: type | None = None) -> Any:  # noqa: ANN401  # as attrs.field itself
    converter: Any = day_if_given if form is Form.DAY else None
    field: Any = attrs.field(default=None, converter=converter, metadata={"asks": question, "form": form, "kind": kind})
    return field


def _asked(question: str) -> YesNo:
    return _fact(Form.TRUTH, question)  # type: ignore[no-any-return]


def _cited(question: str) -> Cited:
    return _fact(Form.CITATION, question)  # type: ignore[no-any-return]


@attrs.frozen(kw_only=True, repr=False)
class Proposal:
    """What is proposed, and all the facts that the law asks for.

    Args:
        on: the day at which the law is read.
        supplier: the authority that would supply.
        customer: the authority or other person that would be supplied.
        service: the kind of service.
        decided: the day on which the supplier decides, if the law is to be read on that day too.
        agreed: the day on which the agreement is made, if the law is to be read on that day too.
        supplied: a day on which the service is supplied, if the law is to be read on that day too.
        purpose: the supplier's dominant purpose.
        vehicle: by what means it would supply.
        required_for_customer: whether an enactment requires the supplier to provide the service to this customer.
        authorised_by: the enactment that authorises the supplier to provide it.
        other_power_to_charge: a power to charge for it, apart from s.93 and the general power.
        prohibited_by: an enactment that expressly prohibits the charge or the supply.
        customer_agreed: whether the customer has agreed to be supplied.
        customer_is_local: whether the customer lives, works or studies in the supplier's area.
        within_ordinary_functions: whether the supplier may do it for its ordinary functions.
        other_commercial_power: a power, apart from s.95, to do it for this customer for a commercial purpose.
        eligibility: what makes a parish or community council eligible for the general power; ``True`` or ``False`` if
            only that is known.
        acting_as_fire_authority: whether a county council would act as fire and rescue authority.
        category: the supplier's category under an order made under s.99(4), on the day.
        category_left: the day on which the supplier's category ceased to qualify.
        begun_while_qualifying: whether it only completes, or carries on under an agreement made, while it qualified.
        listed_service: whether the order that lists services for the supplier lists this one.
        business_case: the business case, or ``False`` for none.
        company_pays_costs: whether the company pays for all that the authority supplies to it.
        charges_exceed_costs: whether the charges are set to exceed the costs, taking one year with another.
        raises_revenue: whether the charge is set in order to pay for something else.
        designation: what makes a customer that is not an authority a public body, or ``False`` for nothing.
        consulted: whether those whom the power says must first be consulted have been.
        officers_consulted: whether the officers to be lent have been consulted.
        function_may_be_arranged: whether the customer may arrange for another authority to discharge the function.
        promotes_well_being: whether it is likely to promote the well-being of the supplier's area.
        best_value_consulted: whether it was considered whom to consult on it for the duty of best value, or its like.
        company: the company or society through which it would be supplied.
        procurement: what the buyer would award, and how.
        assistance: what the authority would give to a business that takes part in it.
        vat: what decides how it is treated for VAT.
        competition: what decides whether competition law bites on the price.
        legal_work: what decides whether legal services need an authorised body.

    Raises:
        InputError: every fact that cannot be right, all together.

    >>> from lgtrade.authorities import find
    >>> from lgtrade.services import Subject
    >>> payroll = ServiceKind("payroll", "Payroll", Subject.PROFESSIONAL)
    >>> Proposal(on="2003-12-01", supplier=find("Kent"), customer=find("Lichfield"), service=payroll).on
    datetime.date(2003, 12, 1)
    """

    on: dt.date = attrs.field(converter=day_or_as_given)
    supplier: Authority
    customer: Authority | Person
    service: ServiceKind
    decided: dt.date | None = attrs.field(default=None, converter=day_if_given)
    agreed: dt.date | None = attrs.field(default=None, converter=day_if_given)
    supplied: dt.date | None = attrs.field(default=None, converter=day_if_given)
    purpose: Purpose | None = _fact(
        Form.CHOICE, "Is the dominant purpose commercial, or only to recover the cost?", Purpose
    )
    vehicle: Vehicle | None = _fact(
        Form.CHOICE, "Would the authority supply directly, or through a company or another body?", Vehicle
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
    customer_is_local: YesNo = _asked("Does the customer live, work or study in the supplier's area?")
    within_ordinary_functions: YesNo = _asked("May the supplier do this to carry on its ordinary functions?")
    other_commercial_power: Cited = _cited("May the supplier already do this commercially for this customer?")
    eligibility: Eligibility | bool | None = _fact(
        Form.PARTICULARS, "Does the council meet the conditions for the general power of competence?", Eligibility
    )
    acting_as_fire_authority: YesNo = _asked("Would the county council act as fire and rescue authority?")
    category: Category | None = _fact(
        Form.CHOICE, "Which performance category was the supplier in on that day?", Category
    )
    category_left: dt.date | None = _fact(Form.DAY, "On which day did the supplier's category cease to qualify?")
    begun_while_qualifying: YesNo = _asked("Was it begun, or agreed, while the supplier's category still qualified?")
    listed_service: YesNo = _asked("Does the order that lists services for the supplier list this one?")
    business_case: BusinessCase | bool | None = _fact(
        Form.PARTICULARS, "Was a business case prepared and approved, and when?", BusinessCase
    )
    company_pays_costs: YesNo = _asked("Does the company pay the cost of everything that the authority supplies to it?")
    charges_exceed_costs: YesNo = _asked("Are the charges set to exceed the cost, taking one year with another?")
    raises_revenue: YesNo = _asked("Is the charge set in order to pay for something else?")
    designation: Designation | bool | None = _fact(
        Form.PARTICULARS, "Which Act or order makes the customer a public body for the 1970 Act?", Designation
    )
    consulted: YesNo = _asked("Have those been consulted whom the power says must be consulted first?")
    officers_consulted: YesNo = _asked("Have the officers who would be lent been consulted?")
    function_may_be_arranged: YesNo = _asked(
        "May the customer arrange for another authority to discharge this function?"
    )
    promotes_well_being: YesNo = _asked("Is it likely to promote the well-being of the supplier's area?")
    best_value_consulted: YesNo = _asked(
        "Was it considered whom to consult for the duty of best value, or for the performance duty in Wales?"
    )
    company: Company | bool | None = _fact(
        Form.PARTICULARS, "Who owns the company, and who appoints its directors?", Company
    )
    procurement: Procurement | bool | None = _fact(
        Form.PARTICULARS, "How would the contract be awarded, when did that begin, and what is it worth?", Procurement
    )
    assistance: Assistance | bool | None = _fact(
        Form.PARTICULARS, "What would be given to a business, on what terms, and what has it had before?", Assistance
    )
    vat: Vat | bool | None = _fact(
        Form.PARTICULARS, "Is it supplied under an obligation, and does it compete with the private sector?", Vat
    )
    competition: Competition | bool | None = _fact(
        Form.PARTICULARS, "Is it an economic activity in an open market, at a charge below cost?", Competition
    )
    legal_work: LegalWork | bool | None = _fact(
        Form.PARTICULARS, "Do the legal services include reserved activities, and for whom?", LegalWork
    )

    worked_out: dict[str, Any] = attrs.field(init=False, eq=False, repr=False, factory=dict[str, Any])
    """What has been worked out from these facts already, by the code of each power: nothing that can be changed."""

    def __attrs_post_init__(self) -> None:
        """Refuse facts that cannot be right."""
        refuse(self._issues())

    def __repr__(self) -> str:
        """Show who would supply what to whom and when, and the facts that are given."""
        given = "".join(f" {name}={value!r}" for name in _NAMES if (value := getattr(self, name)) is not None)
        return f"<Proposal on {self.on}: {self.supplier} to {self.customer}, {self.service.name}{given}>"

    def _issues(self) -> Iterator[Issue]:
        yield from self._wrong_types()
        days = {"on": self.on, "decided": self.decided, "agreed": self.agreed, "supplied": self.supplied}
        wrong = not_days(**days)
        yield from wrong
        if not wrong:
            yield from self._issues_of_days({place: day for place, day in days.items() if day is not None})
        if self.customer == self.supplier:
            accepted = Words("another authority or person")
            yield Issue("proposal.same", "customer", Words("the customer is the supplier"), accepted)
        if self.within_ordinary_functions and self.authorised_by is False:
            found = Words("it is within the ordinary functions, and no enactment authorises it")
            accepted = Words("the enactment, or false for both")
            yield Issue("proposal.functions", "within_ordinary_functions", found, accepted)
        if self.business_case is True:
            found = Words("a business case has no days")
            accepted = Words("the days on which it was prepared and approved, or false for none")
            yield Issue("proposal.case", "business_case", found, accepted)
        if isinstance(self.company, Company) and self.vehicle not in {None, Vehicle.COMPANY, Vehicle.SOCIETY}:
            found = Words("its owners are given, and it would not be done through a company or a registered society")
            accepted = Words("no company, or a vehicle that is one")
            yield Issue("proposal.company", "company", found, accepted)
        if self.customer_agreed is False and self.agreed is not None:
            found = Words("it was agreed on {day}, and the customer has not agreed", day=self.agreed)
            yield Issue("proposal.agreed", "agreed", found, Words("no day, or a customer that has agreed"))

    def _issues_of_days(self, days: dict[str, dt.date]) -> Iterator[Issue]:
        for place, day in days.items():
            yield from issues_on_day(day, self.supplier, self.customer, place)
        order = [place for place in ("decided", "agreed", "supplied") if place in days]
        for before, after in itertools.pairwise(order):
            if days[after] < days[before]:
                found = Words(
                    "{day} is before it was {before}, on {first}", day=days[after], before=before, first=days[before]
                )
                yield Issue("proposal.order", after, found, Words("a day on or after {day}", day=days[before]))

    def _wrong_types(self) -> Iterator[Issue]:
        yield from wrong_type("supplier", self.supplier, Authority, Words("an Authority"))
        yield from wrong_type("customer", self.customer, (Authority, Person), Words("an Authority or a Person"))
        yield from wrong_type("service", self.service, ServiceKind, Words("a ServiceKind"))
        for field in FACTS:
            value = getattr(self, field.name)
            if value is None:
                continue
            form, kind = field.metadata["form"], field.metadata["kind"]
            if form is Form.CHOICE:
                yield from wrong_type(field.name, value, kind, Words("a {kind}, or nothing", kind=kind.__name__))
            elif form is Form.DAY:
                yield from not_days(**{field.name: value})
            else:
                accepted: Any = {Form.TRUTH: bool, Form.CITATION: (str, bool), Form.PARTICULARS: (kind, bool)}[form]
                yield from wrong_type(field.name, value, accepted, Words(form.value))


FACTS: tuple[Any, ...] = tuple(field for field in attrs.fields(Proposal) if "asks" in field.metadata)
"""The facts that the law asks for: the fields of :class:`Proposal` that have a question."""

_NAMES = ("decided", "agreed", "supplied", *(field.name for field in FACTS))


def issues_on_day(day: dt.date, supplier: object = None, customer: object = None, place: str = "on") -> Iterator[Issue]:
    """Yield an issue if the law of a day is not known, else one for each party that did not exist on it.

    Args:
        day: the day.
        supplier: who would supply, so far as it is known.
        customer: who would be supplied, so far as it is known.
        place: the name under which the day was given.

    >>> from lgtrade.authorities import find
    >>> [issue.place for issue in issues_on_day(dt.date(2024, 4, 1), find("Mendip"), find("Lichfield"))]
    ['supplier']
    """
    if not KNOWN_FROM <= day <= KNOWN_TO:
        found = Words("{day} is outside the law that is known", day=day)
        accepted = Words("a day from {first} to {last}", first=KNOWN_FROM, last=KNOWN_TO)
        yield Issue("proposal.day", place, found, accepted)
        return
    for party, body in (("supplier", supplier), ("customer", customer)):
        absent = body.absence(day) if isinstance(body, Authority) else None
        if absent is not None:
            yield absent.under(party)


_ASKS = {field.name: str(field.metadata["asks"]) for field in FACTS} | {
    "subject": "What is supplied: goods, a service (of which sort), plant, maintenance or construction?"
}


def asks(fact: str) -> str:
    """Give the question that asks for a fact.

    >>> asks("customer_agreed")
    'Has the customer agreed to the service being provided?'
    """
    return _ASKS[fact]
