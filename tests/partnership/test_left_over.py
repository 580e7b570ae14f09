from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from tests.partnership.market import DESK, KENT, TAMWORTH, WITH_WHOLE, catalogue, need, offer

from lgtrade.authorities import Nation
from lgtrade.money import Rate
from lgtrade.partnership import Catalogue, LeftOver, match


def why(left: tuple[LeftOver, ...]) -> dict[str, list[str]]:
    return {each.name: [str(reason.words) for reason in each.reasons] for each in left}


@settings(max_examples=40)
@given(WITH_WHOLE)
def test_everything_offered_and_needed_is_matched_or_left_over_with_a_reason(market: Catalogue) -> None:
    matching = match(market)
    idle = {each.name: each for each in matching.idle}
    for offered in market.offers:
        used = sum((each.quantity for each in matching.matches if each.offer == offered.name), Decimal(0))
        left = idle[offered.name].quantity if offered.name in idle else 0
        assert used + left == offered.capacity
    unmet = {each.name: each for each in matching.unmet}
    for needed in market.needs:
        met = sum((each.quantity for each in matching.matches if each.need == needed.name), Decimal(0))
        left = unmet[needed.name].quantity if needed.name in unmet else 0
        assert met + left == needed.quantity
    assert all(each.reasons and each.quantity > 0 for each in (*matching.idle, *matching.unmet))


@settings(max_examples=40)
@given(WITH_WHOLE)
def test_nothing_is_idle_beside_an_unmet_need_that_it_could_meet(market: Catalogue) -> None:
    matching = match(market)
    idle = {each.name: each.quantity for each in matching.idle}
    unmet = {each.name: each.quantity for each in matching.unmet}
    needs = {each.name: each for each in market.needs}
    for each in matching.pairings:
        if not each.against and each.offer in idle and each.need in unmet:
            assert market.is_whole(needs[each.need])
            assert idle[each.offer] < needs[each.need].quantity


def test_what_nobody_offers_or_needs_is_said() -> None:
    matching = match(catalogue(offer(), need(service=DESK)))
    assert why(matching.unmet) == {"Lichfield payslips": ["Nobody offers Help desk."]}
    assert why(matching.idle) == {"Kent payroll": ["Nobody needs Payroll."]}


def test_what_is_not_open_on_the_day_is_said_on_both_sides() -> None:
    early, late = offer("Soon", first="2005-04-01"), offer("Once", first="2000-04-01", last="2004-03-31")
    matching = match(catalogue(early, late, need()))
    assert why(matching.unmet) == {
        "Lichfield payslips": ["Once ended on 31 March 2004.", "Soon begins on 1 April 2005."]
    }
    assert why(matching.idle) == {"Once": ["Once ended on 31 March 2004."], "Soon": ["Soon begins on 1 April 2005."]}
    matching = match(catalogue(offer(), need(first="2005-04-01")))
    assert why(matching.unmet) == {"Lichfield payslips": ["Lichfield payslips begins on 1 April 2005."]}
    assert why(matching.idle) == {"Kent payroll": ["Lichfield payslips begins on 1 April 2005."]}


def test_capacity_that_is_used_elsewhere_and_needs_that_are_met_are_said() -> None:
    matching = match(catalogue(offer(capacity=8), need(), need("Tamworth", authority=TAMWORTH, present_cost=Rate(5))))
    assert [(each.name, each.quantity) for each in matching.unmet] == [("Tamworth", Decimal(4))]
    assert why(matching.unmet) == {"Tamworth": ["Nothing is left of Kent payroll: elsewhere it saves as much or more."]}
    matching = match(catalogue(offer(), need()))
    assert [(each.name, each.quantity) for each in matching.idle] == [("Kent payroll", Decimal(4))]
    assert why(matching.idle) == {"Kent payroll": ["Lichfield payslips is met in full."]}


def test_what_is_left_and_is_less_than_the_whole_of_a_need_is_said_on_both_sides() -> None:
    tamworth = need("Tamworth", authority=TAMWORTH, quantity="5.5", whole=True, present_cost=Rate(5))
    matching = match(catalogue(offer(), need(whole=True), tamworth))
    said = "What is left of Kent payroll is less than the whole of Tamworth: 4."
    assert why(matching.unmet) == {"Tamworth": [said]}
    assert why(matching.idle) == {"Kent payroll": ["Lichfield payslips is met in full.", said]}
    matching = match(catalogue(offer(), need(quantity=11, whole=True)))
    assert why(matching.unmet) == {
        "Lichfield payslips": ["Kent payroll has less capacity than the whole of Lichfield payslips."]
    }


def test_everything_that_stands_against_a_pair_is_said_and_not_the_first_thing_only() -> None:
    market = catalogue(
        offer(nations=(Nation.WALES,), price=Rate(7), marginal_cost=Rate(8)),
        need(authority=KENT, suppliers=(TAMWORTH,)),
    )
    assert why(match(market).unmet) == {
        "Lichfield payslips": [
            "Kent payroll and Lichfield payslips are both of Kent County Council.",
            "Kent payroll is not for Kent County Council.",
            "Lichfield payslips is not to be met by Kent County Council.",
            "Kent payroll is dearer than now for Lichfield payslips: £7.00 a payslip against £6.00.",
            "Kent payroll is priced below what it costs to supply: £7.00 a payslip against £8.00.",
        ]
    }


def test_a_price_that_saves_nothing_is_said() -> None:
    assert why(match(catalogue(offer(price=Rate(6)), need())).idle) == {
        "Kent payroll": ["Kent payroll saves nothing for Lichfield payslips: £6.00 a payslip against £6.00 now."]
    }
