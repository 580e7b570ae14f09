from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given
from tests.agreements.facts import of_any_type, said
from tests.partnership.market import KENT, PAYROLL, TAMWORTH, catalogue, need, offer

from lgtrade.answers import Verdict
from lgtrade.authorities import find
from lgtrade.law import FACTS
from lgtrade.partnership import Catalogue, _catalogue, match
from lgtrade.services import Subject
from lgtrade.strategies import catalogues

MENDIP = find("Mendip", "2004-04-01")


@given(catalogues())
def test_every_figure_of_a_catalogue_has_its_basis(market: Catalogue) -> None:
    assert len(market.bases) == len(market.offers) + len(market.needs)


def test_two_entries_of_one_name_on_one_side_are_refused() -> None:
    assert catalogue(offer("Payroll"), need("Payroll")).needs[0].name == "Payroll"
    assert said(lambda: catalogue(offer("A"), offer("A"), need("X"), need("Y"), need("X"))) == [
        "offers[1].name: 'A' is given twice. Accepted: a name of its own.",
        "needs[2].name: 'X' is given twice. Accepted: a name of its own.",
    ]


def test_a_kind_of_service_that_is_counted_or_described_in_two_ways_is_refused() -> None:
    by_head = need(service=attrs.evolve(PAYROLL, unit="head"))
    goods = need("Goods", service=attrs.evolve(PAYROLL, subject=Subject.GOODS))
    assert said(lambda: catalogue(offer(), by_head, goods)) == [
        (
            "needs[0].service.unit: payroll is counted in another unit here: head. "
            "Accepted: the unit in which it is counted elsewhere: payslip."
        ),
        (
            "needs[1].service: payroll is described in two ways. "
            "Accepted: the kind of service as it is described elsewhere, or another key."
        ),
    ]


def test_a_body_that_did_not_exist_on_the_day_is_refused_if_its_entry_is_open_on_it() -> None:
    early = offer("Mendip payroll", authority=MENDIP)
    late = need("Somerset", authority=find("Somerset Council"), quantity=1)
    assert said(lambda: catalogue(early, need(), late, on="2024-04-01")) == [
        (
            "offers[0].authority: Mendip District Council ended on 31 March 2023. "
            "Accepted: its successor: Somerset Council."
        )
    ]
    closed = attrs.evolve(early, last="2023-03-31")
    assert match(catalogue(closed, need(), on="2024-04-01")).matches == ()


def test_a_day_of_which_the_law_is_not_known_is_refused() -> None:
    assert said(lambda: catalogue(on="1960-01-01"))[0].startswith("on: 1 January 1960 is outside the law that is known")
    assert said(lambda: catalogue(on="soon"))[0].startswith("on: 'soon' is not a day")


def test_facts_that_no_proposal_has_are_refused() -> None:
    facts = {"customer_agree": True, "purpose": "profit", "consulted": "yes", "vehicle": 7, "company": "theirs"}
    assert said(lambda: catalogue(offer(), need(), facts=facts)) == [
        (
            "facts.customer_agree: there is no such fact. "
            "Accepted: a fact of a proposal: customer_agreed, customer_is_local, function_may_be_arranged."
        ),
        (
            "facts.purpose: 'profit' is not one of them. "
            'Accepted: one of: "cost recovery"; "commercial"; "another public purpose"; "mixed".'
        ),
        "facts.vehicle: 7 is of type int. Accepted: true, false or words.",
    ]
    assert said(lambda: catalogue(facts={"": True}))[0].endswith(
        f"a fact of a proposal: {', '.join(sorted(field.name for field in FACTS))}."
    )


def test_facts_that_could_not_be_those_of_a_match_are_refused_once_with_all_else_that_is_wrong() -> None:
    facts = {"within_ordinary_functions": True, "authorised_by": False, "consulted": "yes", "category_left": "soon"}
    entries = (offer("A"), offer("A"), need(), need("Y", authority=TAMWORTH))
    issues = said(lambda: catalogue(*entries, facts=facts))
    assert sorted(issue.partition(":")[0] for issue in issues) == [
        "facts.category_left",
        "facts.consulted",
        "facts.within_ordinary_functions",
        "offers[1].name",
    ]
    assert catalogue(offer(), need(authority=KENT), facts={"business_case": True}).facts == {"business_case": True}


def test_more_pairs_than_can_be_asked_about_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_catalogue, "MOST_PAIRS", 3)
    assert said(lambda: catalogue(offer("A"), offer("B"), need("X"), need("Y"))) == [
        "there are 4 pairs of an offer and a need of the same kind. Accepted: at most 3."
    ]
    assert len(catalogue(offer("A"), offer("B"), offer("C"), need("X")).offers) == 3


def test_all_parts_of_the_wrong_type_are_said_together() -> None:
    wrong: dict[str, Any] = {"offers": [offer()], "needs": (offer(),), "counted": "yes", "facts": ["customer_agreed"]}
    wrong |= {"whole_needs_only": 1, "losses_allowed": None}
    yes = "yes, unknown or uncertain: a Verdict that is not a no"
    assert said(lambda: catalogue(name=of_any_type(7), **wrong)) == [
        "name: 7 is of type int. Accepted: a name.",
        f"offers: {repr([offer()])[:57]}... is of type list. Accepted: a tuple of the offers.",
        f"needs[0]: {repr(offer())[:57]}... is of type Offer. Accepted: a Need.",
        f"counted: 'yes' is of type str. Accepted: {yes}.",
        "whole_needs_only: 1 is of type int. Accepted: true or false.",
        "losses_allowed: None is of type NoneType. Accepted: true or false.",
        "facts: ['customer_agreed'] is of type list. Accepted: what is so, by the name of each fact.",
    ]
    assert said(lambda: catalogue(need(), offers=(need(),), counted=Verdict.NO, name="")) == [
        "name: it is empty. Accepted: a name.",
        f"offers[0]: {repr(need())[:57]}... is of type Need. Accepted: an Offer.",
        f"counted: what the law excludes is never counted. Accepted: {yes}.",
    ]


def test_what_is_no_offer_no_need_or_no_catalogue_is_refused() -> None:
    assert said(lambda: catalogue().proposal(of_any_type("Kent"), of_any_type(7))) == [
        "offer: 'Kent' is of type str. Accepted: an Offer.",
        "need: 7 is of type int. Accepted: a Need.",
    ]
    assert said(lambda: match(of_any_type("Payroll"))) == [
        "catalogue: 'Payroll' is of type str. Accepted: a Catalogue."
    ]
