from __future__ import annotations

from typing import Any

import pytest
from tests.agreements.facts import LICHFIELD, PARTIES, agreement, of_any_type, said

from lgtrade.agreements import CapPeriod, Clause, LiabilityCap, Party, Role, Terms
from lgtrade.money import Money

A_DAY = "a day from 1 January 1900 to 31 December 2199, as in 2026-04-01"
STAFF = Clause("staff", "Staff stay with the host.")


def test_terms_are_kept_as_they_were_agreed() -> None:
    cap = LiabilityCap("loss of data", Money.pounds(500_000), CapPeriod.YEAR)
    terms = Terms(12, 6, ("2006-03-31",), (cap,), (STAFF,))
    made = agreement(terms=terms)
    assert made.terms.clause("staff") == STAFF.text
    assert made.terms.clause("data") is None
    assert agreement().terms == Terms()


def test_one_body_may_have_several_roles() -> None:
    lead = Party(LICHFIELD, Role.LEAD)
    made = agreement(parties=(*PARTIES, lead, Party(LICHFIELD, Role.HOST)))
    assert made.supplier == LICHFIELD
    assert said(lambda: agreement(parties=(*PARTIES, lead, lead))) == [
        "parties[3]: 'Lichfield District Council' is lead authority twice. Accepted: each role of a party once."
    ]


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        (
            {"notice_months": 0, "review_months": 1.5, "breaks": ("soon",)},
            [
                "notice_months: 0 is not a number of months. Accepted: a whole number above nil, or nothing.",
                "review_months: 1.5 is not a number of months. Accepted: a whole number above nil, or nothing.",
                f"breaks[0]: 'soon' is not a day. Accepted: {A_DAY}.",
            ],
        ),
        (
            {"caps": ("none",), "clauses": (STAFF, STAFF, "x")},
            [
                "caps[0]: 'none' is of type str. Accepted: a LiabilityCap.",
                "clauses[1].name: 'staff' is there twice. Accepted: one clause of a name.",
                "clauses[2]: 'x' is of type str. Accepted: a Clause.",
            ],
        ),
    ],
)
def test_all_that_is_wrong_with_terms_is_said(terms: dict[str, Any], expected: list[str]) -> None:
    assert said(lambda: Terms(**terms)) == expected


def test_a_cap_on_nothing_or_below_nil_is_refused() -> None:
    assert said(lambda: LiabilityCap("", Money(pence=-1), of_any_type("year"))) == [
        "what: it is empty. Accepted: what it limits.",
        "most: it is below nil. Accepted: nil or more.",
        "over: 'year' is of type str. Accepted: a CapPeriod.",
    ]
    assert said(lambda: LiabilityCap("x", of_any_type(1), CapPeriod.TERM)) == [
        "most: 1 is of type int. Accepted: an amount of money."
    ]


def test_a_clause_has_a_name_and_a_text() -> None:
    assert said(lambda: Clause("", of_any_type(7))) == [
        "name: it is empty. Accepted: a name.",
        "text: 7 is of type int. Accepted: what it says.",
    ]
    assert said(lambda: agreement(terms=of_any_type("none"))) == ["terms: 'none' is of type str. Accepted: Terms."]
