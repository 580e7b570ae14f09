"""What holds of every overlay on every proposal."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import hypothesis.strategies as st
import pytest
from hypothesis import given
from tests.law.overlays.cases import LICHFIELD, case

from lgtrade.answers import Verdict
from lgtrade.law.facts import (
    FACTS,
    Assistance,
    Award,
    Company,
    Competition,
    ContractKind,
    LegalWork,
    Owner,
    OwnerKind,
    Procurement,
    Proposal,
    Route,
    Vat,
    Vehicle,
)
from lgtrade.law.overlay import STANDINGS, Standing
from lgtrade.law.overlays import OVERLAYS
from lgtrade.law.questions import every_question
from lgtrade.money import Money, Share
from lgtrade.strategies import proposals

SAID = st.none() | st.booleans()
SUMS = st.none() | st.integers(1, 10**9).map(lambda pence: Money(pence=pence))
DAYS = st.none() | st.dates(dt.date(1996, 1, 1), dt.date(2026, 5, 31))
SHARES = st.none() | st.integers(0, 100).map(lambda share: Share(f"{share}%"))


def _truths(kind: Any) -> st.SearchStrategy[Any]:
    return st.builds(kind, **{field.name: SAID for field in attrs.fields(kind)})


def _owners(votes: int) -> list[Owner]:
    ours = Owner("Lichfield", Share(f"{votes}%"), OwnerKind.LOCAL_AUTHORITY)
    return [ours, Owner("a firm", Share(f"{100 - votes}%"), OwnerKind.PRIVATE)]


PURCHASES = st.builds(
    Procurement,
    route=st.none() | st.sampled_from(Route),
    began=DAYS,
    value=SUMS,
    kind=st.none() | st.sampled_from(ContractKind),
    outside_share=SHARES,
    **dict.fromkeys(("for_value", "controlled", "joint", "represented", "other_influence", "private_shares"), SAID),
    common_objectives=SAID,
    public_interest_only=SAID,
    private_advantage=SAID,
)
PARTICULARS = {
    "procurement": PURCHASES,
    "company": st.builds(
        Company, owners=st.none() | st.integers(0, 100).map(_owners), appoints_board=SAID, business_relationship=SAID
    ),
    "assistance": st.builds(
        Assistance,
        amount=SUMS,
        enterprise=SAID,
        market_terms=SAID,
        public_economic_interest=SAID,
        notified=SAID,
        principles_considered=SAID,
        earlier=st.none() | st.just([Award("2023-06-01", Money.pounds(300_000))]),
    ),
    "vat": _truths(Vat),
    "competition": _truths(Competition),
    "legal_work": _truths(LegalWork),
}
KNOWN = {question.id for question in every_question()}
NAMES = {field.name for field in FACTS}


@st.composite
def full_proposals(draw: st.DrawFn) -> Proposal:
    """Any proposal, with any of the facts that overlays ask for."""
    facts: dict[str, Any] = {name: draw(SAID | particulars) for name, particulars in PARTICULARS.items()}
    proposal = draw(proposals())
    if proposal.vehicle not in {None, Vehicle.COMPANY, Vehicle.SOCIETY}:
        facts["company"] = None
    return attrs.evolve(proposal, best_value_consulted=draw(SAID), raises_revenue=draw(SAID), **facts)


@given(full_proposals())
def test_every_overlay_is_found_on_every_proposal(proposal: Proposal) -> None:
    for overlay in OVERLAYS:
        finding = overlay.look(proposal)
        assert finding.overlay == overlay.code
        assert finding.answers, "it always says why"
        assert all(each.code for each in finding.answers + finding.duties + finding.others)
        if finding.outcome is Standing.NOT_IN_POINT:
            assert finding.combination.verdict is Verdict.YES
            assert finding.under is None
        else:
            assert finding.outcome is STANDINGS[finding.combination.verdict]


@given(full_proposals())
def test_only_known_facts_and_known_questions_are_named(proposal: Proposal) -> None:
    for overlay in OVERLAYS:
        finding = overlay.look(proposal)
        answers = finding.answers + finding.others
        assert {fact for each in answers for fact in each.facts} <= NAMES
        assert {question for each in answers for question in each.questions} | set(finding.cautions) <= KNOWN
        assert all(each.facts for each in answers if each.verdict is Verdict.UNKNOWN)
        assert all(each.questions for each in answers if each.verdict is Verdict.UNCERTAIN)


@given(full_proposals())
def test_looking_again_finds_the_same(proposal: Proposal) -> None:
    for overlay in OVERLAYS:
        assert overlay.look(proposal) == overlay.look(proposal)


@given(proposals())
def test_nothing_stands_in_the_way_while_nothing_is_said(proposal: Proposal) -> None:
    silent = attrs.evolve(proposal, raises_revenue=None, best_value_consulted=None)
    for overlay in OVERLAYS:
        said = any(getattr(silent, name) is not None for name in PARTICULARS)
        assert said or not overlay.look(silent).is_shut


def test_each_overlay_has_a_name_of_its_own() -> None:
    codes = [overlay.code for overlay in OVERLAYS]
    assert codes == [
        "PURPOSE",
        "BEST_VALUE",
        "PROCUREMENT",
        "SUBSIDY",
        "COMPETITION",
        "VAT",
        "COMPANIES",
        "LEGAL_SERVICES",
    ]


@pytest.mark.parametrize("overlay", OVERLAYS, ids=lambda overlay: overlay.code)
def test_no_two_regimes_overlap_but_for_bodies_of_different_kinds(overlay: Any) -> None:
    for number, one in enumerate(overlay.regimes):
        assert one.last is None or one.since <= one.last
        for other in overlay.regimes[number + 1 :]:
            apart = (one.last is not None and one.last < other.since) or (
                other.last is not None and other.last < one.since
            )
            assert apart or not one.nations & other.nations or one.bodies is not None


@pytest.mark.parametrize("overlay", OVERLAYS, ids=lambda overlay: overlay.code)
def test_every_source_and_citation_can_be_read(overlay: Any) -> None:
    assert overlay.citations or overlay.sources
    for citation in overlay.citations:
        assert citation.address_on(dt.date(2026, 5, 1)).startswith("https://www.legislation.gov.uk/")


def test_an_ordinary_case_is_looked_at_without_its_particulars() -> None:
    outcomes = {
        overlay.code: overlay.look(case("2024-05-01", supplier=LICHFIELD)).outcome.value for overlay in OVERLAYS
    }
    assert outcomes == {
        "PURPOSE": "nothing stands in the way",
        "BEST_VALUE": "nothing stands in the way",
        "PROCUREMENT": "depends on a fact",
        "SUBSIDY": "does not arise",
        "COMPETITION": "does not arise",
        "VAT": "depends on a fact",
        "COMPANIES": "does not arise",
        "LEGAL_SERVICES": "does not arise",
    }
