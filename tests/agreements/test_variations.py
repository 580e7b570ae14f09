from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.agreements.facts import agreement, of_any_type, said

from lgtrade.agreements import Agreement, Clause, Terms, Variation, differences, in_force
from lgtrade.charging import PerUnit
from lgtrade.money import Rate
from lgtrade.strategies import agreements, days, variations

A_DAY = "a day from 1 January 1900 to 31 December 2199, as in 2026-04-01"
DATA = Clause("data", "Each keeps its own.")
STAFF = Clause("staff", "Staff stay with the host.")
WORDED = agreement(terms=Terms(6, clauses=(DATA, STAFF)))


def on(day: str) -> dt.date:
    return dt.date.fromisoformat(day)


def harmless(variation: Variation) -> Variation:
    """Leave out the new last day, which may lie before the term begins."""
    return Variation(
        variation.made,
        variation.since,
        variation.reason,
        variation.charge,
        None,
        variation.notice_months,
        variation.clauses,
    )


VARIED = st.lists(variations().map(harmless), max_size=4)


@given(agreements(), VARIED, days())
def test_the_text_in_force_is_the_original_plus_exactly_the_variations_in_force(
    original: Agreement, made: list[Variation], day: dt.date
) -> None:
    text = in_force(original, made, day)
    effective = sorted((each for each in made if each.since <= day), key=lambda each: (each.since, each.made))
    charges = [each.charge for each in effective if each.charge is not None]
    assert text.charge == (charges[-1] if charges else original.charge)
    assert text.terms.notice_months == (effective[-1].notice_months if effective else original.terms.notice_months)
    clauses = {clause.name: clause.text for clause in original.terms.clauses}
    for each in effective:
        clauses |= {clause.name: clause.text for clause in each.clauses}
    assert {clause.name: clause.text for clause in text.terms.clauses} == clauses
    assert (text.parties, text.service, text.term) == (original.parties, original.service, original.term)


@given(agreements(), VARIED, days())
def test_a_variation_that_has_no_effect_yet_leaves_the_text_as_it_was(
    original: Agreement, made: list[Variation], day: dt.date
) -> None:
    later = [each for each in made if each.since > day]
    assert in_force(original, later, day) == original
    assert differences(original, in_force(original, later, day)) == ()


@given(agreements(), VARIED, days())
def test_the_order_in_which_variations_are_listed_does_not_matter(
    original: Agreement, made: list[Variation], day: dt.date
) -> None:
    apart = {(each.since, each.made): each for each in made}.values()
    assert in_force(original, list(apart), day) == in_force(original, list(reversed(list(apart))), day)


def test_a_clause_is_replaced_added_or_struck_out() -> None:
    change = Variation(
        "2005-01-01",
        "2005-04-01",
        "a new law on data",
        PerUnit(Rate("25.00")),
        "2008-03-31",
        9,
        (Clause("data", "The host keeps all."), Clause("audit", "Either may audit.")),
        ("staff",),
    )
    text = in_force(WORDED, [change], on("2005-04-01"))
    assert [str(each) for each in differences(WORDED, text)] == [
        f"The charge was {WORDED.charge}, and is {text.charge}.",
        "The term was 1 April 2004 to 31 March 2007, and is 1 April 2004 to 31 March 2008.",
        "The months of notice were 6, and are 9.",
        "The clause data was: Each keeps its own. It is: The host keeps all.",
        "The clause staff was taken out.",
        "There is a new clause audit: Either may audit.",
    ]
    assert str(differences(agreement(), agreement(terms=Terms(3)))[0]) == (
        "The months of notice were not agreed, and are 3."
    )


def test_a_clause_that_stays_as_it_was_is_not_a_difference() -> None:
    change = Variation("2005-01-01", "2005-04-01", "tidying", struck=("data",))
    text = in_force(WORDED, [change], on("2005-04-01"))
    assert [str(each) for each in differences(WORDED, text)] == ["The clause data was taken out."]


def test_a_clause_that_is_not_there_cannot_be_struck_out() -> None:
    strike = Variation("2005-01-01", "2005-04-01", "tidying", struck=("travel",))
    assert said(lambda: in_force(WORDED, [strike], on("2005-04-01"))) == [
        "struck: there is no clause travel. Accepted: one of: data; staff."
    ]
    assert said(lambda: in_force(agreement(), [strike], on("2005-04-01"))) == [
        "struck: there is no clause travel. Accepted: one of: none is there."
    ]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, ["it changes nothing. Accepted: at least one change."]),
        (
            {"made": "soon", "since": "later", "reason": "", "ends": "never", "charge": of_any_type("free")},
            [
                f"made: 'soon' is not a day. Accepted: {A_DAY}.",
                f"since: 'later' is not a day. Accepted: {A_DAY}.",
                "reason: it is empty. Accepted: why it was made.",
                "charge: 'free' is of type str. Accepted: a price or a charging rule.",
                f"ends: 'never' is not a day. Accepted: {A_DAY}.",
            ],
        ),
        ({"reason": of_any_type(7), "struck": ("x",)}, ["reason: 7 is of type int. Accepted: why it was made."]),
    ],
)
def test_all_that_is_wrong_with_a_variation_is_said(changed: dict[str, Any], expected: list[str]) -> None:
    given_: dict[str, Any] = {"made": "2005-01-01", "since": "2005-04-01", "reason": "why"}
    assert said(lambda: Variation(**(given_ | changed))) == expected


def test_the_parts_of_a_variation_are_of_their_types() -> None:
    assert said(
        lambda: Variation("2005-01-01", "2005-04-01", "why", notice_months=-3, clauses=of_any_type(("abc",)))
    ) == [
        "notice_months: -3 is not a number of months. Accepted: a whole number above nil, or nothing.",
        "clauses[0]: 'abc' is of type str. Accepted: a Clause.",
    ]
    assert said(lambda: Variation("2005-01-01", "2005-04-01", "why", struck=of_any_type("abc"))) == [
        "struck: 'abc' is of type str. Accepted: a tuple of names."
    ]
