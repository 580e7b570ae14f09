from __future__ import annotations

import random
from decimal import Decimal

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.agreements.facts import said
from tests.partnership.market import (
    BASIS,
    CATALOGUES,
    KENT,
    LICHFIELD,
    MOORLANDS,
    TAMWORTH,
    WITH_WHOLE,
    catalogue,
    need,
    offer,
    saved,
    ways,
)

from lgtrade.answers import Verdict
from lgtrade.authorities import find
from lgtrade.law import Proposal, asks, assess
from lgtrade.money import Amount, Money, Rate
from lgtrade.partnership import Catalogue, Matching, Pairing, _allocation, failings, match
from lgtrade.services import Need, Offer, ServiceKind, Subject

SOME = settings(max_examples=40)
GLASGOW = find("Glasgow")


def quantities(matching: Matching) -> dict[tuple[str, str], Decimal]:
    return {(each.need, each.offer): each.quantity for each in matching.matches}


@SOME
@given(WITH_WHOLE, st.booleans())
def test_no_way_of_matching_saves_more(market: Catalogue, losses: bool) -> None:
    market = attrs.evolve(market, losses_allowed=losses)
    matching = match(market)
    assert matching.saving.pounds == max(saved(market, way) for way in ways(market))


@SOME
@given(CATALOGUES)
def test_the_prices_prove_it_and_come_to_what_is_saved(market: Catalogue) -> None:
    matching = match(market)
    assert failings(market, matching.pairings, matching.proof) == ()
    assert matching.most == matching.saving
    assert matching.proof.tried == 0


@SOME
@given(WITH_WHOLE)
def test_where_needs_are_whole_the_prices_say_what_more_could_be_saved_in_parts(market: Catalogue) -> None:
    matching = match(market)
    assert failings(market, matching.pairings, matching.proof) == ()
    assert matching.most.pounds >= matching.saving.pounds


@SOME
@given(WITH_WHOLE)
def test_no_offer_gives_more_than_it_has_and_no_need_takes_more_than_it_is(market: Catalogue) -> None:
    found = quantities(match(market))
    for offered in market.offers:
        assert sum(units for (_, name), units in found.items() if name == offered.name) <= offered.capacity
    for needed in market.needs:
        met = [units for (name, _), units in found.items() if name == needed.name]
        assert sum(met) <= needed.quantity
        assert not market.is_whole(needed) or met in ([], [needed.quantity])


@SOME
@given(WITH_WHOLE)
def test_nobody_loses_by_a_match_and_nobody_is_matched_with_itself(market: Catalogue) -> None:
    suppliers = {each.name: each.authority for each in market.offers}
    customers = {each.name: each.authority for each in market.needs}
    for each in match(market).matches:
        assert min(each.customer_saves, each.supplier_gains or Rate(0)) >= Rate(0)
        assert each.saving_a_unit > Rate(0)
        assert suppliers[each.offer] != customers[each.need]


@SOME
@given(WITH_WHOLE)
def test_twice_the_capacity_never_saves_less(market: Catalogue) -> None:
    doubled = tuple(attrs.evolve(each, capacity=2 * each.capacity) for each in market.offers)
    assert match(attrs.evolve(market, offers=doubled)).saving.pounds >= match(market).saving.pounds


@SOME
@given(WITH_WHOLE, st.randoms(use_true_random=False))
def test_the_order_of_the_entries_changes_nothing(market: Catalogue, order: random.Random) -> None:
    offers = tuple(order.sample(market.offers, len(market.offers)))
    needs = tuple(order.sample(market.needs, len(market.needs)))
    other, matching = match(attrs.evolve(market, offers=offers, needs=needs)), match(market)
    assert other.pairings == matching.pairings
    assert other.figures == matching.figures
    assert other.proof == matching.proof
    assert (other.unmet, other.idle, other.ties) == (matching.unmet, matching.idle, matching.ties)


@SOME
@given(CATALOGUES)
def test_of_ways_that_save_as_much_needs_are_served_in_the_order_of_their_names_and_the_tie_is_said(
    market: Catalogue,
) -> None:
    matching = match(market)
    best = [way for way in ways(market) if saved(market, way) == matching.saving.pounds]
    pairs = sorted((needed.name, offered.name) for needed in market.needs for offered in market.offers)
    first = max(best, key=lambda way: [way.get(pair, 0) for pair in pairs])
    assert quantities(matching) == first
    kinds = {needed.name: needed.service.key for needed in market.needs}
    tied = {kinds[pair[0]] for pair in pairs if any(way.get(pair, 0) != first.get(pair, 0) for way in best)}
    assert len(matching.ties) == len(tied)
    assert matching.figures["tied",] == bool(tied)


@SOME
@given(CATALOGUES, st.sampled_from([Decimal("0.001"), Decimal("2.5"), Decimal(1000)]))
def test_another_unit_of_quantity_changes_nothing_else(market: Catalogue, scale: Decimal) -> None:
    offers = tuple(attrs.evolve(each, capacity=each.capacity * scale) for each in market.offers)
    needs = tuple(attrs.evolve(each, quantity=each.quantity * scale) for each in market.needs)
    matching, scaled = match(market), match(attrs.evolve(market, offers=offers, needs=needs))
    assert quantities(scaled) == {pair: units * scale for pair, units in quantities(matching).items()}
    assert scaled.proof == matching.proof


def test_both_sides_of_a_match_are_told_what_they_gain() -> None:
    market = catalogue(offer(marginal_cost=Rate("3.50")), need(), need("Tamworth", authority=TAMWORTH, quantity=3))
    matching = match(market)
    first, second = matching.matches
    assert (first.need, first.quantity, first.customer_saving) == (
        "Lichfield payslips",
        Decimal(6),
        Amount(Decimal(12)),
    )
    assert (first.supplier_gain, first.saving) == (Amount(Decimal(3)), Amount(Decimal(15)))
    assert (second.need, second.saving) == ("Tamworth", Amount(Decimal("7.5")))
    assert (matching.saving, matching.most) == (Amount(Decimal("22.5")), Amount(Decimal("22.5")))
    assert matching.figures == {
        ("saving",): Money.pounds("22.50"),
        ("tied",): False,
        ("quantity", "Lichfield payslips", "Kent payroll"): 6,
        ("customer-saving", "Lichfield payslips", "Kent payroll"): Money.pounds(12),
        ("supplier-gain", "Lichfield payslips", "Kent payroll"): Money.pounds(3),
        ("quantity", "Tamworth", "Kent payroll"): 3,
        ("customer-saving", "Tamworth", "Kent payroll"): Money.pounds(6),
        ("supplier-gain", "Tamworth", "Kent payroll"): Money.pounds("1.50"),
        ("idle", "Kent payroll"): 1,
        ("price-of-capacity", "Kent payroll"): Rate(0),
        ("price-of-need", "Lichfield payslips"): Rate("2.50"),
        ("price-of-need", "Tamworth"): Rate("2.50"),
    }
    assert matching.name == "Payroll"
    assert matching.bases == (("Kent payroll", BASIS), ("Lichfield payslips", BASIS), ("Tamworth", BASIS))


def test_what_saves_most_is_shown_first_and_equal_savings_by_name() -> None:
    offers = (offer(), offer("Tamworth payroll", authority=TAMWORTH, price=Rate(5)))
    needs = (need("C", quantity=4), need("B", quantity=4, authority=MOORLANDS), need("A", quantity=5))
    matching = match(catalogue(*offers, *needs))
    assert [(each.need, each.offer, str(each.saving)) for each in matching.matches] == [
        ("A", "Kent payroll", "£10"),
        ("B", "Kent payroll", "£8"),
        ("C", "Tamworth payroll", "£3"),
        ("C", "Kent payroll", "£2"),
    ]
    assert [str(tie) for tie in matching.ties] == [
        "As much would be saved in all if Tamworth payroll met more of A: the names of needs and offers decide."
    ]
    alike = match(catalogue(offer(), need("B", quantity=4), need("A", quantity=4)))
    assert [each.need for each in alike.matches] == ["A", "B"]


def test_one_side_may_lose_only_where_that_is_allowed_and_the_other_gains_more() -> None:
    market = catalogue(offer(price=Rate(7), marginal_cost=Rate(3)), need())
    assert match(market).matches == ()
    (loss,) = match(attrs.evolve(market, losses_allowed=True)).matches
    assert (loss.customer_saves, loss.supplier_gains, loss.saving_a_unit) == (Rate(-1), Rate(4), Rate(3))
    dear = catalogue(offer(price=Rate(7), marginal_cost=Rate(6)), need(), losses_allowed=True)
    assert match(dear).matches == ()
    assert [why.code for why in match(dear).pairings[0].against] == ["pairing.nothing"]


def test_a_need_may_be_split_unless_it_has_to_be_met_whole() -> None:
    offers = (offer(capacity=4), offer("Tamworth payroll", authority=TAMWORTH, capacity=5, price=Rate(5)))
    market = catalogue(*offers, need(quantity=5))
    assert quantities(match(market)) == {
        ("Lichfield payslips", "Kent payroll"): 4,
        ("Lichfield payslips", "Tamworth payroll"): 1,
    }
    whole = {("Lichfield payslips", "Tamworth payroll"): 5}
    assert quantities(match(attrs.evolve(market, whole_needs_only=True))) == whole
    assert quantities(match(catalogue(*offers, need(quantity=5, whole=True)))) == whole


def test_a_match_names_the_power_and_what_is_left_to_settle() -> None:
    (found,) = match(catalogue(offer(), need())).pairings
    assert (found.verdict, found.power) == (Verdict.YES, "LA(G&S)A 1970 s.1")
    assert [str(each) for each in found.to_settle] == [
        "Procurement by the buyer: uncertain.",
        "Value added tax: uncertain.",
    ]


def test_what_depends_on_facts_is_shown_and_counted_only_if_it_is_asked_for() -> None:
    market = catalogue(offer("Glasgow payroll", authority=GLASGOW), need())
    matching = match(market)
    (held,) = matching.not_counted
    assert (matching.matches, held.verdict) == ((), Verdict.UNKNOWN)
    assert [str(each) for each in held.to_settle][:2] == [
        "Does an enactment expressly prohibit the charge or the supply?",
        "Is it likely to promote the well-being of the supplier's area?",
    ]
    assert str(matching.unmet[0].reasons[0].words) == (
        "It depends on facts not yet given whether Glasgow payroll may meet Lichfield payslips: "
        "it is shown, and not counted."
    )
    counted = match(attrs.evolve(market, counted=Verdict.UNKNOWN))
    assert quantities(counted) == {("Lichfield payslips", "Glasgow payroll"): 6}
    assert counted.not_counted == ()
    assert counted.matches[0].to_settle == held.to_settle


def test_only_the_facts_are_to_be_settled_on_which_a_power_depends() -> None:
    staff = ServiceKind("planners", "Planners lent", Subject.STAFF, "day")
    entries = (offer(service=staff, first="1999-04-01"), need(service=staff, first="1999-04-01"))
    market = catalogue(*entries, on="1999-04-01")
    (found,) = match(market).pairings
    opinion = assess(market.proposal(market.offers[0], market.needs[0]))
    assert "customer_agreed" in {each.fact for each in opinion.to_settle}
    told = [str(each) for each in found.to_settle]
    assert asks("officers_consulted") in told
    assert asks("customer_agreed") not in told


def test_what_is_uncertain_in_law_is_counted_only_if_that_is_asked_for() -> None:
    belfast = offer("Belfast payroll", authority=find("Belfast", "2004-04-01"))
    market = catalogue(belfast, need(), counted=Verdict.UNKNOWN)
    (held,) = match(market).not_counted
    assert held.verdict is Verdict.UNCERTAIN
    assert str(held.to_settle[0]) == "The text that decides this has not been read, or not in full."
    assert str(held.against[0].words) == (
        "It is uncertain in law whether Belfast payroll may meet Lichfield payslips: it is shown, and not counted."
    )
    assert len(match(attrs.evolve(market, counted=Verdict.UNCERTAIN)).matches) == 1


def test_what_the_law_excludes_is_not_matched_whatever_is_counted_and_the_reason_is_given() -> None:
    audit = ServiceKind("audit", "Audit", Subject.FUNCTION, "day")
    entries = (offer(service=audit, first="1999-04-01"), need(service=audit, first="1999-04-01"))
    market = catalogue(*entries, on="1999-04-01", facts={"vehicle": "company"}, counted=Verdict.UNCERTAIN)
    (found,) = match(market).pairings
    assert (found.quantity, found.verdict) == (Decimal(0), Verdict.NO)
    assert str(found.against[0].words) == (
        "No power that is modelled lets Kent County Council supply Lichfield District Council."
    )
    assert len(found.against) > 1


def test_what_a_rule_beside_the_power_stops_is_not_matched() -> None:
    market = catalogue(offer(), need(), facts={"best_value_consulted": False}, counted=Verdict.UNCERTAIN)
    (found,) = match(market).pairings
    assert (found.quantity, found.verdict) == (Decimal(0), Verdict.YES)
    assert str(found.against[0].words) == (
        "The law stops Kent County Council from supplying Lichfield District Council so."
    )
    assert found.against[1].provision is not None


def test_the_facts_that_are_stated_are_told_to_the_law() -> None:
    glasgow, facts = offer(authority=GLASGOW), {"promotes_well_being": True, "purpose": "cost recovery"}
    market = catalogue(glasgow, need(), facts=facts | {"prohibited_by": False})
    proposal = market.proposal(market.offers[0], market.needs[0])
    assert (proposal.promotes_well_being, proposal.supplier, proposal.customer) == (True, GLASGOW, LICHFIELD)
    assert proposal.purpose is not None
    assert proposal.purpose.value == "cost recovery"
    assert match(market).pairings[0].verdict is not Verdict.UNKNOWN


def test_the_law_is_asked_once_about_two_bodies_and_a_kind_of_service(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, str]] = []
    real = Catalogue.proposal
    market = catalogue(offer("A"), offer("B"), need("X"), need("Y"), need("Z", authority=KENT))

    def proposal(self: Catalogue, offered: Offer, needed: Need) -> Proposal:
        asked.append((offered.name, needed.name))
        return real(self, offered, needed)

    monkeypatch.setattr(Catalogue, "proposal", proposal)
    assert len(match(market).matches) == 3
    assert asked == [("A", "X")]


def test_whole_needs_that_can_be_met_in_too_many_ways_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_allocation, "MOST_TRIED", 1)
    found = "the whole needs of payroll can be met in more ways than the 5,000 that are tried"
    market = catalogue(offer(capacity=9), need("X"), need("Y"), whole_needs_only=True)
    assert said(lambda: match(market)) == [f"needs: {found}. Accepted: fewer needs that have to be met whole."]
    assert said(lambda: Matching(market).figures)[0].startswith("needs: the whole needs of payroll")


@given(st.integers(-5, 5), st.none() | st.integers(-5, 5), st.integers(0, 9))
def test_what_a_match_saves_is_what_both_sides_save_and_gain(customer: int, supplier: int | None, units: int) -> None:
    gain = None if supplier is None else Rate(supplier)
    each = Pairing("A", "X", Rate(customer), gain, quantity=Decimal(units))
    assert each.saving == each.customer_saving + each.supplier_gain
    assert each.saving.pounds == (customer + (supplier or 0)) * units
