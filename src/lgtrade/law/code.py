"""What a service code is: an enactment that charges for, forbids charging for, or bars the supply of one activity."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterator

import attrs

from lgtrade.answers import Answer, no, uncertain, unknown, yes
from lgtrade.authorities import AuthorityKind, Nation
from lgtrade.law.conditions import SEPARATE_BODIES, itself, not_said_to_be_prohibited
from lgtrade.law.definition import ONE_DAY, Definition, Named
from lgtrade.law.definitions import PRINCIPAL_COUNCILS
from lgtrade.law.facts import Proposal, Purpose, Vehicle
from lgtrade.law.finding import Price
from lgtrade.law.power import Condition, Power, Version, duty
from lgtrade.sources import Provision
from lgtrade.words import Words


class Effect(enum.Enum):
    """What an enactment does to a charge or a supply."""

    CHARGE = "charge"
    NO_CHARGE = "no-charge"
    NO_SUPPLY = "no-supply"


class Customers(enum.Enum):
    """Whom an enactment is about."""

    ANY = "any"
    RESIDENTS = "residents"
    NON_RESIDENTS = "non-residents"
    OWED = "owed"


class Bearing(enum.Enum):
    """What an enactment does to a general power."""

    DISPLACED = "displaced"
    BARRED = "barred"
    OPEN = "open"
    NOT_AFFECTED = "not-affected"


class Reach(enum.Enum):
    """Which power asks what bears on it."""

    SECTION_93 = "section 93"
    TRADING = "section 95 and its like"
    GENERAL_POWER_CHARGE = "charging under a general power"
    GENERAL_POWER = "a general power"


COUNCILS_BY_NATION = PRINCIPAL_COUNCILS | {AuthorityKind.SCOTTISH, AuthorityKind.NORTHERN_IRISH}
"""Whom a code that names no supplier is taken to be about; of other bodies it is not sure."""

_UNSURE_FOR = dt.timedelta(days=731)
"""For how long after a first day that is not verified nothing is said for sure."""


@attrs.frozen
class Limit:
    """How far a charge may go.

    Args:
        price: what may be charged.
        words: what has to be kept.
        capped: whether charges that are set to exceed the cost break it.
    """

    price: Price
    words: Words
    capped: bool


LIMITS = {
    "cost": Limit(
        Price.AT_COST,
        Words("Set the charges so that, taking one year with another, they bring in no more than the cost."),
        capped=True,
    ),
    "break-even": Limit(
        Price.EQUATE,
        Words("Set the charges so that income equals cost as nearly as possible, taking one year with another."),
        capped=True,
    ),
    "reasonable": Limit(
        Price.REASONABLE, Words("Set no more than is reasonable, judged by the cost of the service."), capped=True
    ),
    "prescribed": Limit(Price.PRESCRIBED, Words("Charge what the instrument prescribes."), capped=False),
    "purpose": Limit(
        Price.PURPOSE,
        Words("Set the charges for the purposes of the enactment, and not to raise revenue."),
        capped=False,
    ),
    "listed-costs": Limit(Price.LISTED_COSTS, Words("Count only the costs that the enactment lists."), capped=True),
    "as-agreed": Limit(Price.AS_AGREED, Words("Charge what the parties agree."), capped=False),
    "none": Limit(Price.AS_FIT, Words("Charge what the authority thinks fit."), capped=False),
}


def _exceeds_costs(case: Proposal) -> bool:
    return case.charges_exceed_costs is True


@attrs.frozen
class ServiceCode:
    """One enactment in the table of service codes.

    Args:
        key: its name in the table.
        activity: the activity that it is about.
        title: what it does, in plain words.
        provision: the provision.
        nations: where it applies.
        effect: what it does.
        customers: whom it is about.
        section_93: what it does to section 93 of the 2003 Act.
        general_power: what it does to the general powers of competence.
        first: its first day.
        last: its last day; none while it is in force.
        limit: how far a charge may go; for a power to charge.
        suppliers: the kinds of supplier that it is about; all of the nations if empty.
        direct_only: whether it bars only the authority itself.
        company_only: whether it bars only a company or another separate body.
        conditions: what has to be kept.
        cites: ways in which a caller may cite it.
        is_sure: whether its text has been read, or a reliable account of it.
        note: what it is read to mean, and what is open.
        source: the address that was read; empty if none was, and then it is not sure.
        first_unsure: whether its first day is from general knowledge only.
        only_section_93: whether it bars section 93 and nothing else, as an order under section 94 does.
        other_tier: the kinds of supplier of which some have the function and others, where there are two tiers, do not.
    """

    key: str
    activity: str
    title: str
    provision: Provision
    nations: frozenset[Nation]
    effect: Effect
    customers: Customers
    section_93: Bearing
    general_power: Bearing
    first: dt.date
    last: dt.date | None
    limit: str | None
    suppliers: frozenset[AuthorityKind]
    direct_only: bool
    company_only: bool
    conditions: tuple[str, ...]
    cites: tuple[str, ...]
    is_sure: bool
    note: str
    source: str
    first_unsure: bool = False
    only_section_93: bool = False
    other_tier: frozenset[AuthorityKind] = frozenset()

    def is_in_point(self, case: Proposal) -> bool:
        """Tell whether it is in force for such a supplier in its nation on the day."""
        supplier = case.supplier
        return (
            self.first <= case.on
            and (self.last is None or case.on <= self.last)
            and supplier.nation in self.nations
            and (not self.suppliers or supplier.kind in self.suppliers)
        )

    @property
    def edges(self) -> Iterator[dt.date]:
        """The days on which its answer may change though no fact does."""
        yield self.first
        if self.first_unsure:
            yield self.first + _UNSURE_FOR
        if self.last is not None:
            yield self.last + ONE_DAY

    def bearing(self, reach: Reach) -> Bearing:
        """Give what it does to the power that asks."""
        if reach is Reach.TRADING and self.only_section_93:
            return Bearing.NOT_AFFECTED
        return self.section_93 if reach in {Reach.SECTION_93, Reach.TRADING} else self.general_power

    def concerns(self, case: Proposal) -> Answer:
        """Answer whether it is about this customer, and this way of supplying."""
        who = case.customer.name
        if self.customers in {Customers.RESIDENTS, Customers.NON_RESIDENTS}:
            if case.customer_is_local is None:
                template = "It has not been said whether {customer} belongs to the supplier's area."
                return unknown("customer_is_local", template, customer=who)
            if case.customer_is_local is not (self.customers is Customers.RESIDENTS):
                template = "It is about {those}, and {customer} is not said to be one."
                return no(template, those=self.customers.value, customer=who)
        if self.customers is Customers.OWED and not case.required_for_customer:
            if case.required_for_customer is None:
                template = "It has not been said whether the supplier must provide the service to {customer}."
                return unknown("required_for_customer", template, customer=who)
            return no("It is about those to whom a duty is owed, and {customer} is not one.", customer=who)
        if case.supplier.kind in self.other_tier:
            template = "{title}: where there are two tiers of council, it may be for the other one."
            return uncertain("tier", template, title=self.title)
        if not self.is_sure or (self.first_unsure and case.on < self.first + _UNSURE_FOR):
            return uncertain("unverified", "{title}: its text has not been verified.", title=self.title)
        return yes("{title}.", title=self.title)

    def bars(self, case: Proposal, reach: Reach) -> Answer | None:
        """Answer no if it bars the supply, or that it may; nothing if it does not."""
        if self.direct_only and case.vehicle in SEPARATE_BODIES:
            return None
        if self.company_only and case.vehicle in {Vehicle.DIRECT, Vehicle.JOINT_COMMITTEE}:
            return None
        concerns = self.concerns(case)
        if concerns.verdict.value == "no":
            return None
        if concerns.verdict.value != "yes":
            return attrs.evolve(concerns, provision=self.provision)
        if self.company_only and case.vehicle is None:
            return unknown(
                "vehicle", "It has not been said whether it would be done through a company.", at=self.provision
            )
        expressly = self.effect is not Effect.CHARGE or case.supplier.nation is not Nation.WALES
        if self.bearing(reach) is Bearing.OPEN or not (expressly or reach is Reach.TRADING):
            return uncertain(
                "code-open", "{title}: whether it binds here is open.", title=self.title, at=self.provision
            )
        return no("{title}.", title=self.title, at=self.provision)

    def displaces(self, case: Proposal, reach: Reach) -> Answer | None:
        """Answer no if it is a power to charge that displaces the one that asks, or that it may; nothing if not."""
        concerns = self.concerns(case)
        if concerns.verdict.value == "no":
            return None
        if concerns.verdict.value != "yes":
            return concerns
        where = self.provision
        if self.bearing(reach) is Bearing.OPEN:
            return uncertain("code-open", "It is open whether {power} displaces it.", power=where)
        return no("{power} gives a power to charge for it.", power=where)

    def as_power(self) -> Power:
        """Make the power to charge that it gives."""
        limit = LIMITS[self.limit or "none"]
        sure = self.suppliers or COUNCILS_BY_NATION
        others = Named(frozenset(AuthorityKind), self.nations, question="unverified")
        named = (Named(sure, self.nations),) if self.suppliers else (Named(sure, self.nations), others)
        version = Version(
            since=self.first,
            last=self.last,
            nations=self.nations,
            under=self.provision,
            bodies=Definition(self.provision, f"a body that {self.provision.enactment.short} names", named),
            conditions=(
                Condition("concerns_this_customer", self.provision, self.concerns, edges=tuple(self.edges)),
                itself(self.provision),
                self._within(limit),
                not_said_to_be_prohibited(self.provision),
            ),
            duties=(
                self._keeps(limit),
                *(duty("condition", self.provision, Words(each)) for each in self.conditions),
            ),
        )
        return Power(
            code=f"CODE_{self.key}",
            title=self.title,
            citation=self.provision,
            price=limit.price,
            since=self.first,
            commencement=self.provision,
            versions=(version,),
            activity=self.activity,
            cites=self.cites,
        )

    def _within(self, limit: Limit) -> Condition:
        def purpose_fits(case: Proposal) -> Answer:
            commercial = case.purpose is Purpose.COMMERCIAL
            if commercial and (limit.capped or limit.price in {Price.PURPOSE, Price.PRESCRIBED}):
                return no("The dominant purpose is commercial, and the charge is limited.")
            if limit.price is Price.PURPOSE and case.raises_revenue is None:
                return unknown("raises_revenue", "It has not been said whether the charge is set to raise revenue.")
            return yes(
                "Nothing said of the purpose goes beyond the limit.", unless=() if case.purpose else ("purpose",)
            )

        return Condition("purpose_fits_the_limit", self.provision, purpose_fits)

    def _keeps(self, limit: Limit) -> Condition:
        if limit.price is Price.PURPOSE:
            breach = "The charge is said to be set in order to pay for something else."
            return duty("charge_limit", self.provision, limit.words, lambda case: case.raises_revenue is True, breach)
        breach = "The charges are said to be set to exceed the cost, and the enactment limits them."
        broken = _exceeds_costs if limit.capped else None
        return duty("charge_limit", self.provision, limit.words, broken, breach)
