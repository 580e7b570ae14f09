"""A proof is tested without trusting how it was found: each way of spoiling one is found out."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import attrs
from tests.agreements.facts import said
from tests.partnership.market import DESK, KENT, TAMWORTH, catalogue, need, offer

from lgtrade.answers import Reason
from lgtrade.money import Amount, Rate
from lgtrade.partnership import Pairing, Proof, failings, match
from lgtrade.words import Words

MARKET = catalogue(
    offer(capacity=8),
    offer("Kent desk", service=DESK),
    need(),
    need("Tamworth", authority=TAMWORTH, present_cost=Rate(5)),
    need("Calls", service=DESK, quantity=2),
)
BEST = match(MARKET)


def spoilt(market: object = MARKET, quantity: dict[str, int] | None = None, proof: Proof = BEST.proof) -> list[str]:
    """Say what is wrong once quantities of some needs are changed, or the prices."""
    changed = {name: Decimal(units) for name, units in (quantity or {}).items()}
    pairings = [attrs.evolve(each, quantity=changed.get(each.need, each.quantity)) for each in BEST.pairings]
    return [str(words) for words in failings(MARKET if market is MARKET else market, pairings, proof)]  # type: ignore[arg-type]


def test_the_best_allocation_has_no_failings() -> None:
    assert spoilt() == []
    assert BEST.most == Amount(Decimal(18))


def test_too_much_of_an_offer_or_of_a_need_is_found_out() -> None:
    assert spoilt(quantity={"Tamworth": 3})[:1] == ["Kent payroll has 8, and 9 of it is matched."]
    assert "Calls is 2, and 3 of it is matched." in spoilt(quantity={"Calls": 3})
    assert "Less than nothing of Tamworth is met by Kent payroll." in spoilt(quantity={"Tamworth": -1})


def test_an_allocation_that_is_not_the_best_is_found_out() -> None:
    assert spoilt(quantity={"Lichfield payslips": 2, "Tamworth": 6}) == [
        "£10 is saved on payroll, and the prices come to £14."
    ]


def test_prices_that_prove_nothing_are_found_out() -> None:
    offers, needs = dict(BEST.proof.offers), dict(BEST.proof.needs)
    assert spoilt(proof=Proof(offers, needs | {"Lichfield payslips": Rate("0.50")})) == [
        "Kent payroll and Lichfield payslips save £2.00 a unit, which is more than their prices: £1.00 and £0.50.",
        "£14 is saved on payroll, and the prices come to £11.",
    ]
    assert spoilt(proof=Proof(offers, needs | {"Lichfield payslips": Rate(2), "Tamworth": Rate(-1)}))[0] == (
        "The price of Tamworth is below nil: -£1.00."
    )
    assert spoilt(proof=Proof({}, needs))[-1] == "£14 is saved on payroll, and the prices come to £6."
    assert spoilt(proof=Proof(offers, {}))[-1] == "£4 is saved on help-desk, and the prices come to £0."


def test_a_whole_need_that_is_met_in_part_is_found_out() -> None:
    whole = attrs.evolve(MARKET, whole_needs_only=True)
    assert spoilt(whole) == ["Tamworth has to be met whole by one offer, and is not."]
    assert spoilt(whole, {"Tamworth": 0}) == []


def test_a_match_that_something_stands_against_is_found_out() -> None:
    market = catalogue(offer(), need(authority=KENT))
    (pairing,) = match(market).pairings
    forced = attrs.evolve(pairing, quantity=Decimal(6))
    assert [str(words) for words in failings(market, [forced], Proof({}, {"Lichfield payslips": Rate(2)}))] == [
        (
            "Kent payroll is matched with Lichfield payslips in spite of this: "
            "Kent payroll and Lichfield payslips are both of Kent County Council."
        )
    ]


def test_prices_of_nothing_that_is_matched_are_found_out() -> None:
    market = catalogue(offer())
    assert [str(words) for words in failings(market, [], Proof({"Kent payroll": Rate(1)}, {}))] == [
        "£0 is saved on payroll, and the prices come to £10."
    ]
    assert failings(market, list[Pairing](), Proof({}, {})) == ()


def test_pairs_that_are_not_those_of_the_catalogue_are_found_out() -> None:
    calls, lichfield, tamworth = BEST.pairings
    assert (calls.need, tamworth.need) == ("Calls", "Tamworth")
    dearer = attrs.evolve(lichfield, customer_saves=Rate(1))
    ruled_out = attrs.evolve(calls, against=(Reason("made.up", Words("It is said to be against the law.")),))
    stranger = attrs.evolve(calls, need="Kent", quantity=Decimal(0))
    found = failings(MARKET, (ruled_out, dearer, stranger, stranger), BEST.proof)
    assert [str(words) for words in found][:7] == [
        "Kent desk and Calls are not as the catalogue and the law have them.",
        "Kent payroll and Lichfield payslips are not as the catalogue and the law have them.",
        "Kent desk and Kent are no pair of the catalogue.",
        "Kent desk and Kent are no pair of the catalogue.",
        "Kent payroll and Tamworth are considered 0 times, not once.",
        "Kent desk and Kent are considered 2 times, not once.",
        "Kent desk is matched with Calls in spite of this: It is said to be against the law.",
    ]


def test_what_is_no_allocation_or_no_proof_is_refused() -> None:
    wrong: Any = "all of it"
    seven: Any = 7
    assert said(lambda: failings(wrong, wrong, wrong)) == [
        "catalogue: 'all of it' is of type str. Accepted: a Catalogue.",
        "proof: 'all of it' is of type str. Accepted: a Proof.",
        *(
            f"pairings[{place}]: {letter!r} is of type str. Accepted: a Pairing."
            for place, letter in enumerate("all of it")
        ),
    ]
    assert said(lambda: failings(MARKET, seven, BEST.proof)) == ["pairings: 7 is of type int. Accepted: a tuple."]
    half: Any = 0.5
    spoilt_pairs = [
        attrs.evolve(BEST.pairings[0], offer=seven, need=seven, quantity=half),
        Pairing("A", "X", Rate(1), quantity=Decimal("NaN")),
    ]
    assert said(lambda: failings(MARKET, spoilt_pairs, BEST.proof)) == [
        "pairings[0].offer: 7 is of type int. Accepted: the name of an offer.",
        "pairings[0].need: 7 is of type int. Accepted: the name of a need.",
        "pairings[0].quantity: 0.5 is of type float. Accepted: an exact number, as a Decimal.",
        (
            "pairings[1].quantity: NaN has too many digits, or is not finite. "
            "Accepted: at most 18 digits before the point and 12 after it."
        ),
    ]
    assert said(lambda: Proof({"Kent": half}, wrong, half)) == [
        "offers[Kent]: 0.5 is of type float. Accepted: a Rate.",
        "needs: 'all of it' is of type str. Accepted: the price of each, by its name.",
        "tried: 0.5 is of type float. Accepted: a whole number.",
    ]
