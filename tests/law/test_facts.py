"""Facts that cannot be right are refused, all together, each with its place."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from tests.law.facts import FIRM, LICHFIELD, TRAINING

from lgtrade.authorities import Authority, AuthorityKind, Nation, find
from lgtrade.issues import InputError
from lgtrade.law import BusinessCase, Company, Designation, Eligibility, Proposal, Vehicle, asks
from lgtrade.strategies import proposals

OLD = Authority("Old District Council", AuthorityKind.DISTRICT, Nation.ENGLAND, "1974-04-01", "2009-03-31")


def refused(**facts: Any) -> list[str]:
    begin: dict[str, Any] = {"on": "2004-04-01", "supplier": LICHFIELD, "customer": FIRM, "service": TRAINING}
    with pytest.raises(InputError) as caught:
        Proposal(**(begin | facts))
    return str(caught.value).splitlines()


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"on": "1969-12-31"}, ("on: 31 December 1969 is outside the law that is known. "
         "Accepted: a day from 1 January 1970 to 31 May 2026.")),
        ({"on": "2026-06-01"}, ("on: 1 June 2026 is outside the law that is known. "
         "Accepted: a day from 1 January 1970 to 31 May 2026.")),
        ({"customer": LICHFIELD}, "customer: the customer is the supplier. Accepted: another authority or person."),
        ({"supplier": find("Dorset Council")}, ("supplier: Dorset Council did not exist until 1 April 2019. "
         "Accepted: an authority that existed on 1 April 2004.")),
        ({"on": "2020-04-01", "customer": find("Christchurch")}, ("customer: Christchurch Borough Council ended on "
         "31 March 2019. Accepted: its successor: Bournemouth, Christchurch and Poole Council.")),
        ({"on": "2020-04-01", "supplier": OLD}, ("supplier: Old District Council ended on 31 March 2009. "
         "Accepted: an authority that existed on 1 April 2020.")),
        ({"business_case": True}, ("business_case: a business case has no days. "
         "Accepted: the days on which it was prepared and approved, or false for none.")),
        ({"supplier": "Lichfield"}, "supplier: 'Lichfield' is of type str. Accepted: an Authority."),
        ({"customer": "Tamworth"}, "customer: 'Tamworth' is of type str. Accepted: an Authority or a Person."),
        ({"service": "training"}, "service: 'training' is of type str. Accepted: a ServiceKind."),
        ({"purpose": "commercial"}, "purpose: 'commercial' is of type str. Accepted: a Purpose, or nothing."),
        ({"vehicle": "llp"}, "vehicle: 'llp' is of type str. Accepted: a Vehicle, or nothing."),
        ({"customer_agreed": "yes"}, ("customer_agreed: 'yes' is of type str. "
         "Accepted: true or false, or nothing.")),
        ({"authorised_by": 111}, ("authorised_by: 111 is of type int. "
         "Accepted: a citation, or true or false, or nothing.")),
        ({"designation": "SI 1981/1049"}, ("designation: 'SI 1981/1049' is of type str. "
         "Accepted: the facts of it, or false for none.")),
    ],
)  # fmt: skip
def test_a_fact_that_cannot_be_right_is_refused(facts: dict[str, Any], message: str) -> None:
    assert refused(**facts) == [message]


def test_all_the_facts_that_cannot_be_right_are_refused_together() -> None:
    lines = refused(on="1969-12-31", customer=LICHFIELD, purpose="profit", customer_agreed=1, business_case=True)
    assert [line.split(":")[0] for line in lines] == ["purpose", "customer_agreed", "on", "customer", "business_case"]


def test_days_that_are_no_days_are_refused_with_everything_else() -> None:
    assert [line.split(":")[0] for line in refused(on="soon", customer=LICHFIELD)] == ["on", "customer"]
    with pytest.raises(InputError) as caught:
        BusinessCase("soon", 5, ("hopes",))
    assert [issue.place for issue in caught.value.issues] == ["prepared", "approved", "heads[0]"]
    with pytest.raises(InputError) as caught:
        Designation("", since="soon")
    assert [issue.place for issue in caught.value.issues] == ["by", "since"]


def test_it_cannot_be_an_ordinary_function_if_nothing_authorises_it() -> None:
    assert refused(within_ordinary_functions=True, authorised_by=False) == [
        (
            "within_ordinary_functions: it is within the ordinary functions, and no enactment authorises it. "
            "Accepted: the enactment, or false for both."
        )
    ]


def test_an_authority_may_be_supplied_up_to_its_last_day() -> None:
    christchurch = find("Christchurch")
    assert Proposal(on="2019-03-31", supplier=LICHFIELD, customer=christchurch, service=TRAINING).on == dt.date(
        2019, 3, 31
    )


def test_a_business_case_is_refused_for_all_that_is_wrong_with_it() -> None:
    with pytest.raises(InputError) as caught:
        BusinessCase("2009-09-25", "2009-09-01", ("objectives", "hopes"))
    assert str(caught.value).splitlines() == [
        (
            "approved: it was approved on 1 September 2009, before it was prepared. "
            "Accepted: a day on or after 25 September 2009."
        ),
        (
            "heads[1]: 'hopes' is not a head of a business case. Accepted: one of: objectives, resources, risks, "
            "results, mitigation, staff impact, staffing."
        ),
    ]


def test_a_designation_has_to_name_what_designates_and_what_for() -> None:
    with pytest.raises(InputError) as caught:
        Designation("", ("services",))  # type: ignore[arg-type]  # what a caller might try
    assert [(issue.place, issue.code) for issue in caught.value.issues] == [
        ("by", "designation.empty"),
        ("subjects[0]", "type"),
    ]


@given(proposals())
def test_a_fact_that_has_not_been_given_can_be_asked_for(case: Proposal) -> None:
    assert case.supplier.existed_on(case.on)
    assert asks("subject") == "What is supplied: goods, a service (of which sort), plant, maintenance or construction?"
    assert asks("category") == "Which performance category was the supplier in on that day?"


def test_a_council_is_not_eligible_until_before_it_resolved_to_be() -> None:
    with pytest.raises(InputError) as caught:
        Eligibility("2015-05-10", "2014-05-10", elected="yes")  # type: ignore[arg-type]
    assert [issue.place for issue in caught.value.issues] == ["until", "elected"]


def test_a_proposal_shows_who_supplies_whom_and_only_the_facts_that_are_given() -> None:
    proposal = Proposal(on="2004-04-01", supplier=LICHFIELD, customer=FIRM, service=TRAINING, customer_agreed=True)
    assert repr(proposal) == (
        "<Proposal on 2004-04-01: Lichfield District Council to a local manufacturer, Training customer_agreed=True>"
    )


def test_facts_that_contradict_one_another_are_refused_together() -> None:
    facts: dict[str, Any] = {
        "vehicle": Vehicle.LLP,
        "company": Company(appoints_board=True),
        "customer_agreed": False,
        "agreed": "2012-05-01",
    }
    with pytest.raises(InputError) as caught:
        Proposal(on="2012-05-01", supplier=LICHFIELD, customer=FIRM, service=TRAINING, **facts)
    assert [issue.place for issue in caught.value.issues] == ["company", "agreed"]
