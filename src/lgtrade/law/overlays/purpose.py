"""A charge may not be set in order to pay for something else (R (Attfield) v Barnet LBC).

A statutory power is to be used for the purpose for which Parliament gave it, and a power to charge is not a power to
tax. In Attfield permits were priced to raise money for other transport spending, which was unlawful however good the
spending. In Djanogly a scheme was made for traffic reasons and brought in more than was foreseen, which was lawful: a
surplus does not by itself show the purpose. Both judgments are of the High Court of England and Wales and construe
the Road Traffic Regulation Act 1984 s.45; they are known from reports and summaries, and reach other powers by
analogy. Trading through a company has a commercial purpose of its own and is not affected. Whether the rule reaches
an agreement between public bodies under the 1970 Act is open (Q10).
"""

from __future__ import annotations

from lgtrade.answers import Answer, no, uncertain, unknown, yes
from lgtrade.authorities import Authority, Nation, Person, PersonKind
from lgtrade.law.conditions import SEPARATE_BODIES
from lgtrade.law.enactments import KNOWN_FROM
from lgtrade.law.facts import Proposal, Purpose
from lgtrade.law.overlay import Overlay, Regime, Way, check
from lgtrade.law.overlay_enactments import ATTFIELD, DJANOGLY


def _trades(case: Proposal) -> Answer | None:
    if case.purpose is Purpose.COMMERCIAL and case.vehicle in SEPARATE_BODIES:
        return yes("Trading through a company has a commercial purpose of its own.")
    return None


@check()
def purpose_is_proper(case: Proposal) -> Answer:
    """The charge is set for the purpose of the power, and not to raise revenue."""
    if case.raises_revenue:
        return _raised_for_something_else(case)
    if case.raises_revenue is False:
        template = (
            "The charge is not set to pay for something else; a surplus that is only foreseen is no such purpose."
        )
        return yes(template)
    if case.charges_exceed_costs:
        template = (
            "The charge is set above the cost, and it has not been said whether that is to pay for something else."
        )
        return unknown("raises_revenue", template)
    return yes("Nothing is said of a charge set to pay for something else.", unless=("raises_revenue",))


def _raised_for_something_else(case: Proposal) -> Answer:
    if case.purpose is Purpose.COMMERCIAL and case.vehicle is None:
        template = "It has not been said whether it is trading through a company, which may seek a profit."
        return unknown("vehicle", template)
    if case.supplier.nation not in {Nation.ENGLAND, Nation.WALES}:
        template = "The charge is set to pay for something else, which courts in {nation} may hold improper too."
        return uncertain("unverified", template, nation=case.supplier.nation.value)
    if _is_public(case.customer):
        template = (
            "The charge is set to pay for something else; whether that matters between public bodies is not settled."
        )
        return uncertain("Q10", template)
    return no("The charge is set to pay for something else: a power to charge is not a power to tax.")


def _is_public(customer: Authority | Person) -> bool:
    return isinstance(customer, Authority) or customer.kind is PersonKind.PUBLIC_BODY


PURPOSE = Overlay(
    code="PURPOSE",
    title="The purpose of the charge",
    citations=(),
    sources=(ATTFIELD, DJANOGLY),
    absent=_trades,
    regimes=(Regime(since=KNOWN_FROM, under=None, ways=(Way((purpose_is_proper,)),)),),
)
