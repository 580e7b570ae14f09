"""Competition Act 1998: an undertaking that charges below cost in an open market takes a risk."""

from __future__ import annotations

from typing import Any

import pytest
from tests.law.overlays.cases import CLEAR, DEPENDS, NOT_IN_POINT, UNCERTAIN, look, words

from lgtrade.law.facts import Competition, Purpose, Vehicle
from lgtrade.law.overlays.competition import COMPETITION

RISK = {"undertaking": True, "open_market": True, "below_cost": True}

SAID: list[tuple[dict[str, Any], Any]] = [
    (RISK, UNCERTAIN),
    (RISK | {"dominant": True}, UNCERTAIN),
    (RISK | {"dominant": False}, CLEAR),
    (RISK | {"below_cost": False}, CLEAR),
    (RISK | {"open_market": False}, CLEAR),
    (RISK | {"undertaking": False}, NOT_IN_POINT),
    (RISK | {"undertaking": None}, DEPENDS),
    (RISK | {"open_market": None}, DEPENDS),
    (RISK | {"below_cost": None}, DEPENDS),
]


@pytest.mark.parametrize(("facts", "outcome"), SAID)
def test_a_charge_below_cost(facts: dict[str, Any], outcome: object) -> None:
    assert look(COMPETITION, "2020-01-01", competition=Competition(**facts)).outcome is outcome


def test_the_question_is_named() -> None:
    finding = look(COMPETITION, "2020-01-01", competition=Competition(**RISK))
    assert finding.combination.questions == ("below-cost",)
    assert finding.reasons[0].provision is not None
    assert finding.reasons[0].provision.short == "CA 1998 s.18"


def test_a_low_price_is_worth_knowing_even_where_nobody_is_dominant() -> None:
    assert look(COMPETITION, "2020-01-01", competition=Competition(**RISK, dominant=False)).cautions == ("below-cost",)
    safe = Competition(undertaking=True, open_market=True, below_cost=False)
    assert look(COMPETITION, "2020-01-01", competition=safe).cautions == ()


def test_the_prohibitions_began_on_1_march_2000() -> None:
    before = look(COMPETITION, "2000-02-29", competition=Competition(**RISK))
    assert (before.outcome, words(before)) == (NOT_IN_POINT, ["Not in force until 1 March 2000."])
    assert look(COMPETITION, "2000-03-01", competition=Competition(**RISK)).outcome is UNCERTAIN


def test_it_is_asked_of_trading_and_not_of_a_supply_at_cost() -> None:
    assert look(COMPETITION, "2020-01-01").outcome is NOT_IN_POINT
    assert look(COMPETITION, "2020-01-01", vehicle=Vehicle.COMPANY).outcome is DEPENDS
    assert look(COMPETITION, "2020-01-01", purpose=Purpose.COMMERCIAL).outcome is DEPENDS
    assert look(COMPETITION, "2020-01-01", vehicle=Vehicle.COMPANY, competition=False).outcome is NOT_IN_POINT
    assert look(COMPETITION, "2020-01-01", competition=True).outcome is DEPENDS
