"""The two exemptions between public bodies: the buyer's own company, and co-operation between authorities.

The percentages are computed exactly from the turnover given. A company passes only if **more than** 80 per cent is
for those who control it, so exactly 80 per cent fails, before and after 2025. A co-operation passes under the
regulations of 2015 only with **less than** 20 per cent on the open market (reg.12(7)(c)); under the 2023 Act with
**no more than** 20 per cent otherwise than for the authorities' public functions (Sch.2 para 3(2)(b)), so exactly 20
per cent fails the one and passes the other.
"""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import attrs

from lgtrade.answers import Answer, no, uncertain, unknown, yes
from lgtrade.authorities import Authority, Nation, PersonKind
from lgtrade.law.conditions import SEPARATE_BODIES
from lgtrade.law.facts import Company, Procurement, Proposal, Purpose, Route
from lgtrade.law.overlay import Check, Way
from lgtrade.law.overlay_enactments import CONTRACTS_2015, PROCUREMENT_2023, SCOTTISH_CONTRACTS_2015
from lgtrade.money import plain
from lgtrade.sources import Provision

FOR_OTHERS = Fraction(20, 100)
"""What "more than 80 per cent" leaves (PCR 2015 reg.12(1)(b), PA 2023 Sch.2 para 2(2)(c)); and the share that bounds a
co-operation (reg.12(7)(c), para 3(2)(b))."""

_NOTHING_SAID = Procurement()


@attrs.frozen
class Law:
    """Where one regime states each part of the exemptions.

    Args:
        under: the provision that states the exemptions; none for case law.
        control: control over the company.
        activity: what share of its activity is for those who control it.
        private: no private owner.
        joint: control together with other authorities.
        sister: awards between bodies in the same ownership.
        objectives: the common objectives of a co-operation.
        interest: the public interest that alone governs it.
        market: what share of it may be for others.
        percentages: whether it states percentages; case law states none.
        other_influence: where it says that nobody else may exert a decisive influence, if it does.
        at_most: whether a co-operation may reach the percentage itself.
    """

    under: Provision | None
    control: Provision | None
    activity: Provision | None
    private: Provision | None
    joint: Provision | None
    sister: Provision | None
    objectives: Provision | None
    interest: Provision | None
    market: Provision | None
    percentages: bool = True
    other_influence: Provision | None = None
    at_most: bool = False


CASE_LAW = Law(None, None, None, None, None, None, None, None, None, percentages=False)
LAW_2015 = Law(
    under=CONTRACTS_2015.regulation("12"),
    control=CONTRACTS_2015.regulation("12(1)(a)"),
    activity=CONTRACTS_2015.regulation("12(1)(b)"),
    private=CONTRACTS_2015.regulation("12(1)(c)"),
    joint=CONTRACTS_2015.regulation("12(5)"),
    sister=CONTRACTS_2015.regulation("12(2)"),
    objectives=CONTRACTS_2015.regulation("12(7)(a)"),
    interest=CONTRACTS_2015.regulation("12(7)(b)"),
    market=CONTRACTS_2015.regulation("12(7)(c)"),
)
_REG_13 = SCOTTISH_CONTRACTS_2015.regulation("13")
LAW_SCOTLAND = Law(_REG_13, _REG_13, _REG_13, _REG_13, _REG_13, _REG_13, _REG_13, _REG_13, _REG_13)
LAW_2023 = Law(
    under=PROCUREMENT_2023.schedule("2"),
    control=PROCUREMENT_2023.schedule("2 para 2(2)(a)"),
    activity=PROCUREMENT_2023.schedule("2 para 2(2)(c)"),
    private=PROCUREMENT_2023.schedule("2 para 2(3)"),
    joint=PROCUREMENT_2023.schedule("2 para 2(2)(d)"),
    sister=PROCUREMENT_2023.schedule("2 para 2(1)"),
    objectives=PROCUREMENT_2023.schedule("2 para 3(2)(a)"),
    interest=PROCUREMENT_2023.schedule("2 para 3(2)(a)"),
    market=PROCUREMENT_2023.schedule("2 para 3(2)(b)"),
    other_influence=PROCUREMENT_2023.schedule("2 para 2(2)(b)"),
    at_most=True,
)


def facts_of(case: Proposal) -> Procurement:
    """Give what is said of the purchase: nothing, if nothing is."""
    return case.procurement if isinstance(case.procurement, Procurement) else _NOTHING_SAID


def buying_day(case: Proposal) -> dt.date:
    """Give the day on which the procurement began; that of the proposal if it has not been said."""
    return facts_of(case).began or case.on


def buyer_nation(case: Proposal) -> Nation:
    """Give the nation of the buyer: of the customer if it is an authority, else of the supplier."""
    return case.customer.nation if isinstance(case.customer, Authority) else case.supplier.nation


def _is_joint(case: Proposal) -> bool | None:
    said = facts_of(case).joint
    if said is None and isinstance(case.company, Company):
        return case.company.is_jointly_owned
    return said


def _is_private(case: Proposal) -> bool | None:
    said = facts_of(case).private_shares
    if said is None and isinstance(case.company, Company):
        return case.company.has_private_owner
    return said


def _percent(share: Fraction) -> str:
    return plain(share * 100)


def _controlled(case: Proposal) -> Answer:
    controlled = facts_of(case).controlled
    if controlled is None:
        return unknown(
            "procurement", "It has not been said whether the buyer, alone or with others, controls the company."
        )
    if controlled:
        return yes("The buyer, alone or with others, controls the company.")
    return no("The buyer does not control the company, alone or with others.")


def _represented(case: Proposal) -> Answer:
    joint, facts = _is_joint(case), facts_of(case)
    if not joint:
        template = "Nothing is said of control together with other authorities."
        return yes(template, unless=("procurement",)) if joint is None else yes("It is not controlled jointly.")
    if facts.represented is False:
        return no("Not every authority that controls the company is represented on its board.")
    if facts.contrary_interests:
        return no("The company pursues something contrary to the interests of an authority that controls it.")
    if facts.represented is None:
        template = "It has not been said whether every authority in control is represented on the board."
        return unknown("procurement", template)
    unless = ("procurement",) if facts.contrary_interests is None else ()
    template = "Every authority in control is represented, and nothing is said to be contrary to the interests of any."
    return yes(template, unless=unless)


def _uninfluenced(case: Proposal) -> Answer:
    influence = facts_of(case).other_influence
    if influence:
        return no("Somebody other than the authorities exerts a decisive influence on the company.")
    if influence is None:
        return yes("Nothing is said of anybody else's decisive influence.", unless=("procurement",))
    return yes("Nobody but the authorities exerts a decisive influence on the company.")


def _activity_in_legislation(case: Proposal) -> Answer:
    outside = facts_of(case).outside
    if outside is None:
        return unknown("procurement", "It has not been said how much of the company's activity is for others.")
    inside = 1 - outside
    if outside < FOR_OTHERS:
        template = "{percent}% of the company's activity is for those who control it: more than 80%."
        return yes(template, percent=_percent(inside))
    template = "{percent}% of the company's activity is for those who control it, and it has to be more than 80%."
    return no(template, percent=_percent(inside))


def _activity_in_case_law(case: Proposal) -> Answer:
    outside = facts_of(case).outside
    if outside is None:
        return unknown("procurement", "It has not been said how much of the company's activity is for others.")
    if outside == 0:
        return yes("All the company's activity is for those who control it.")
    template = (
        "{percent}% of the activity is for others; case law asks for the essential part, and states no percentage."
    )
    return uncertain("unverified", template, percent=_percent(outside))


def _publicly_owned(case: Proposal) -> Answer:
    private = _is_private(case)
    if private is None:
        return unknown(
            "procurement", "It has not been said whether anybody private holds shares or capital in the company."
        )
    if private:
        return no("Somebody that is not a public authority holds shares or capital in the company.")
    return yes("Nobody but public authorities holds shares or capital in the company.")


def _sister(_case: Proposal) -> Answer:
    return uncertain("sister-awards", "Whether a body may buy from another in the same ownership is not settled.")


def _is_own(case: Proposal) -> bool:
    return facts_of(case).route is Route.OWN_COMPANY


def _is_sister(case: Proposal) -> bool:
    return facts_of(case).route is Route.SISTER


def company_ways(law: Law) -> tuple[Way, ...]:
    """Give the ways for an award to the buyer's own company, and to a body in the same ownership."""
    checks = [
        Check("control", law.control, _controlled),
    ]
    if law.percentages:
        checks.append(Check("joint_control", law.joint, _represented))
    if law.other_influence is not None:
        checks.append(Check("no_other_influence", law.other_influence, _uninfluenced))
    activity = _activity_in_legislation if law.percentages else _activity_in_case_law
    checks += [
        Check("activity", law.activity, activity),
        Check("no_private_owner", law.private, _publicly_owned),
    ]
    return (Way(tuple(checks), _is_own), Way((Check("sister", law.sister, _sister),), _is_sister))


def _authorities_only(case: Proposal) -> Answer:
    if case.vehicle in SEPARATE_BODIES:
        return no("The supplier would be a separate body, and co-operation is between authorities only.")
    if isinstance(case.customer, Authority):
        return yes("The contract is between authorities only.")
    if case.customer.kind is PersonKind.PUBLIC_BODY:
        return yes("{customer} is said to be a public body.", customer=case.customer.name)
    return no("{customer} is no public authority.", customer=case.customer.name)


def _shared_objectives(case: Proposal) -> Answer:
    common = facts_of(case).common_objectives
    if common is None:
        return unknown(
            "procurement", "It has not been said whether the co-operation serves public tasks with common objectives."
        )
    if common:
        return yes("The co-operation serves public tasks with objectives that the authorities share.")
    return no(
        "The authorities do not co-operate on public tasks with objectives that they share: one sells to the other."
    )


def _public_interest(case: Proposal) -> Answer:
    alone = facts_of(case).public_interest_only
    if alone is None:
        return unknown(
            "procurement", "It has not been said whether the public interest alone governs the co-operation."
        )
    if alone:
        return yes("The public interest alone governs the co-operation.")
    return no("Something other than the public interest governs the co-operation.")


def _market_below(case: Proposal) -> Answer:
    return _market(case, at_most=False)


def _market_at_most(case: Proposal) -> Answer:
    return _market(case, at_most=True)


def _market(case: Proposal, *, at_most: bool) -> Answer:
    outside = facts_of(case).outside
    if outside is None:
        return unknown("procurement", "It has not been said how much of the activities is for others.")
    percent = _percent(outside)
    if at_most:
        if outside <= FOR_OTHERS:
            return yes("{percent}% of the activities is for others: no more than 20%.", percent=percent)
        return no("{percent}% of the activities is for others, and it may be no more than 20%.", percent=percent)
    if outside < FOR_OTHERS:
        return yes("{percent}% of the activities is for others: less than 20%.", percent=percent)
    return no("{percent}% of the activities is for others, and it has to be less than 20%.", percent=percent)


def _no_advantage(case: Proposal) -> Answer:
    advantage = facts_of(case).private_advantage
    if advantage:
        return no("The co-operation puts a private firm ahead of its competitors.")
    if advantage is None:
        return yes("Nothing is said of a private firm put ahead of its competitors.", unless=("procurement",))
    return yes("No private firm is put ahead of its competitors.")


def _no_advantage_2023(case: Proposal) -> Answer:
    if facts_of(case).private_advantage:
        template = (
            "The co-operation puts a private firm ahead of its competitors, of which the 2023 Act does "
            "not speak in terms."
        )
        return uncertain("unverified", template)
    return _no_advantage(case)


def _is_co_operation(case: Proposal) -> bool:
    return facts_of(case).route is Route.BETWEEN_AUTHORITIES


def _priced_for_profit(case: Proposal) -> tuple[str, ...]:
    profit = case.charges_exceed_costs or case.purpose in {Purpose.COMMERCIAL, Purpose.MIXED}
    return ("Q11",) if profit else ()


def co_operation_ways(law: Law) -> tuple[Way, ...]:
    """Give the way for a co-operation between authorities."""
    checks = [
        Check("authorities_only", law.objectives, _authorities_only),
        Check("common_objectives", law.objectives, _shared_objectives),
        Check("public_interest", law.interest, _public_interest),
    ]
    if law.percentages:
        checks.append(Check("open_market", law.market, _market_at_most if law.at_most else _market_below))
    checks.append(Check("no_private_advantage", law.interest, _no_advantage_2023 if law.at_most else _no_advantage))
    return (Way(tuple(checks), _is_co_operation, (_priced_for_profit,)),)
