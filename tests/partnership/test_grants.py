from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from tests.agreements.facts import said
from tests.partnership.appraisal_facts import BASIS

from lgtrade.costing import ApportionmentKey
from lgtrade.money import ZERO, Money, Share
from lgtrade.partnership import Grant, GrantCondition
from lgtrade.strategies import grants

EQUAL = ApportionmentKey("equal", {"Lichfield": 1, "Tamworth": 1}, BASIS)


def grant(pounds: int, **changed: Any) -> Grant:
    return Grant("Joint working", Money.pounds(pounds), EQUAL, BASIS, **changed)


@given(grants())
def test_no_more_is_paid_than_is_offered_than_the_most_or_than_the_funders_share_of_the_cost(given_: Grant) -> None:
    assert ZERO <= given_.payable <= given_.offered
    if given_.most is not None:
        assert given_.payable <= given_.most
    if given_.cost is not None:
        assert Fraction((given_.cost - given_.payable).pence) >= given_.cost.pence * given_.match.fraction


@given(grants())
def test_what_is_kept_and_what_goes_back_is_what_was_paid(given_: Grant) -> None:
    assert given_.kept + given_.returned == given_.payable
    assert ZERO <= given_.returned <= given_.payable
    if all(condition.met for condition in given_.conditions):
        assert given_.returned == ZERO


@given(grants())
def test_each_condition_that_is_not_met_is_said_with_its_words(given_: Grant) -> None:
    unmet = [condition for condition in given_.conditions if not condition.met]
    words = [str(each) for each in given_.words]
    assert len(words) == len(unmet) + (given_.payable < given_.offered)
    for condition, sentence in zip(reversed(unmet), reversed(words), strict=False):
        assert sentence.endswith(f"{condition.what}.")


def test_a_yearly_grant_over_25_years_that_was_printed_otherwise() -> None:
    """£5.72m a year for 25 years is £143.0m, the headline; the maximum is printed as £142.7m.

    BBC News, 143m cash boost for north Wales waste plan (August 2010).
    https://www.bbc.com/news/uk-wales-north-west-wales-10898087
    """
    yearly = grant(5_720_000, years=25)
    assert yearly.offered == Money.pounds(143_000_000)
    capped = grant(5_720_000, years=25, most=Money.pounds(142_700_000))
    assert capped.payable == Money.pounds(142_700_000)
    assert [str(words) for words in capped.words] == [
        "Joint working: £143,000,000.00 is offered, and no more than £142,700,000.00 is payable."
    ]


def test_a_grant_goes_back_in_parts_and_never_more_than_all_of_it() -> None:
    lost = GrantCondition("all five councils take part", met=False, returned=Share("75%"))
    late = GrantCondition("it is signed in 2011", met=False, returned=Share("1/3"))
    kept = GrantCondition("accounts are sent in", met=True)
    assert grant(100, conditions=(late, kept)).returned == Money.pounds("33.33")
    both = grant(100, conditions=(lost, late, kept))
    assert (both.returned, both.kept) == (Money.pounds(100), ZERO)
    assert [str(words) for words in both.words] == [
        "Joint working: a condition is not met, so 75% of the grant goes back: all five councils take part.",
        "Joint working: a condition is not met, so 1/3 of the grant goes back: it is signed in 2011.",
    ]


A_SUM = "Accepted: an amount of Money"


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        (
            {"cost": Money.pounds(99)},
            [
                (
                    "amount: the grant of £100.00 is larger than the cost of £99.00. "
                    "Accepted: a grant of no more than the cost."
                )
            ],
        ),
        (
            {"match": Share("40%")},
            [
                (
                    "cost: the councils are to find 40% of a cost that is not given. "
                    "Accepted: the cost that the grant is towards."
                )
            ],
        ),
        ({"amount": Money.pounds(-1)}, ["amount: it is below nothing: -£1.00. Accepted: nil or more."]),
        ({"years": 0}, ["years: it is 0. Accepted: a number of years from 1 to 50."]),
        (
            {
                "name": "",
                "amount": 5,
                "key": "equal",
                "basis": None,
                "years": True,
                "cost": 5,
                "match": "40%",
                "most": 5,
                "conditions": ("signed",),
            },
            [
                "name: it is empty. Accepted: a name.",
                "key: 'equal' is of type str. Accepted: an ApportionmentKey.",
                "basis: None is of type NoneType. Accepted: a Source or an Assumption.",
                "conditions[0]: 'signed' is of type str. Accepted: a GrantCondition.",
                f"amount: 5 is of type int. {A_SUM}.",
                f"cost: 5 is of type int. {A_SUM}, or nothing.",
                f"most: 5 is of type int. {A_SUM}, or nothing.",
                "match: '40%' is of type str. Accepted: a Share.",
                "years: it is True. Accepted: a number of years from 1 to 50.",
            ],
        ),
    ],
)
def test_a_grant_that_could_not_be_paid_is_refused(changed: dict[str, Any], words: list[str]) -> None:
    begin: dict[str, Any] = {"name": "Joint working", "amount": Money.pounds(100), "key": EQUAL, "basis": BASIS}
    assert said(lambda: Grant(**(begin | changed))) == words


def test_a_grant_that_is_capped_at_the_cost_may_have_been_offered_for_more() -> None:
    cost = Money.pounds(60)
    assert grant(100, cost=cost, most=cost).payable == cost


def test_a_condition_says_what_is_asked() -> None:
    wrong: dict[str, Any] = {"what": "", "met": 1, "returned": "all"}
    assert said(lambda: GrantCondition(**wrong)) == [
        "what: it is empty. Accepted: a name.",
        "met: 1 is of type int. Accepted: true or false.",
        "returned: 'all' is of type str. Accepted: a Share.",
    ]
