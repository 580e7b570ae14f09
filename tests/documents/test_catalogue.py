"""The page of offers matched to needs."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given, settings
from tests.partnership.market import WITH_WHOLE, catalogue, need, offer

from lgtrade.authorities import find
from lgtrade.documents._blocks import Block, Grid, Heading, Paragraph, Points
from lgtrade.documents._catalogue import MOST_REASONS, matching_blocks, to_settle_blocks
from lgtrade.documents._say import say
from lgtrade.money import HALF_UP, Rate
from lgtrade.partnership import Catalogue, Matching, Pairing, match
from lgtrade.words import Words


def sentences(matching: Matching) -> list[str]:
    return [text for block in matching_blocks(matching) for text in _texts(block)]


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Heading | Paragraph):
        yield block.text
    elif isinstance(block, Points):
        yield from (text for text, _ in block.points)


def grids(matching: Matching) -> dict[str, Grid]:
    return {block.headers[1]: block for block in matching_blocks(matching) if isinstance(block, Grid)}


@settings(max_examples=30)
@given(WITH_WHOLE)
def test_the_page_has_every_match_and_everything_that_is_left_over(market: Catalogue) -> None:
    matching = match(market)
    found = grids(matching)
    matched = found["Offer"].rows if matching.matches else ()
    assert [(row[0], row[1], row[3]) for row in matched] == [
        (each.need, each.offer, say(each.quantity)) for each in matching.matches
    ]
    for title, left in (("Not met", matching.unmet), ("Not used", matching.idle)):
        rows = found[title].rows if left else ()
        assert [row[:2] for row in rows if row[0]] == [(each.name, say(each.quantity)) for each in left]
        assert len(rows) == sum(min(len(each.reasons), MOST_REASONS + 1) for each in left)
    saving = say(matching.saving.round(HALF_UP))
    assert sentences(matching)[0] == f"Market: {saving} a year could be saved on 1 April 2004"


def test_the_page_says_what_each_side_gains_and_why_no_more_is_saved() -> None:
    market = catalogue(offer(capacity=5, marginal_cost=Rate("3.999")), offer("Dear", price=Rate(9)), need())
    matching = match(market)
    assert grids(matching)["Offer"].rows == (
        ("Lichfield payslips", "Kent payroll", "payslip", "5", "£10.00", "£0.01", "LA(G&S)A 1970 s.1"),
    )
    assert sentences(matching) == [
        "Payroll: £10.01 a year could be saved on 1 April 2004",
        "Each figure is rounded half up to a penny by itself.",
        "No allocation saves more: at the prices of the proof, all capacity and all needs come to £10.01.",
        "One more payslip a year of Kent payroll could save £2.001 at most.",
        "To be settled first, of Kent payroll for Lichfield payslips:",
        "Procurement by the buyer: uncertain.",
        "Value added tax: uncertain.",
    ]


def test_the_page_says_how_whole_needs_were_tried_and_that_another_allocation_saves_as_much() -> None:
    market = catalogue(offer(), need("X", whole=True), need("Y", whole=True))
    assert [each for each in sentences(match(market)) if "saves more" in each or "As much" in each] == [
        (
            "No allocation saves more: 6 ways of meeting whole needs were tried, and at the prices of the proof they "
            "could save no more than £20.00 even if they were met in parts."
        ),
        "As much would be saved in all if Kent payroll met more of Y: the names of needs and offers decide.",
    ]


def test_what_the_law_may_allow_is_shown_by_itself_with_what_has_to_be_settled() -> None:
    matching = match(catalogue(offer("Glasgow payroll", authority=find("Glasgow")), need()))
    assert [row[:3] for row in grids(matching)["Offer"].rows] == [("Lichfield payslips", "Glasgow payroll", "£2.00")]
    told = sentences(matching)
    assert told[:3] == [
        "Payroll: £0.00 a year could be saved on 1 April 2004",
        "The law may allow these too; they are not counted:",
        "To be settled first, of Glasgow payroll for Lichfield payslips:",
    ]
    assert "Is it likely to promote the well-being of the supplier's area?" in told


def test_what_leaves_nothing_to_settle_is_not_named() -> None:
    open_points = (Words("Is it agreed?"),)
    pairings = [Pairing("A", "X", Rate(1)), Pairing("B", "X", Rate(1), to_settle=open_points)]
    assert [text for block in to_settle_blocks(pairings) for text in _texts(block)] == [
        "To be settled first, of B for X:",
        "Is it agreed?",
    ]


def test_many_reasons_are_counted_and_not_all_written_out() -> None:
    offers = [offer(f"Offer {number}", price=Rate(9)) for number in range(8)]
    rows = grids(match(catalogue(*offers, need())))["Not met"].rows
    assert len(rows) == 7
    assert rows[0][0] == "Lichfield payslips"
    assert rows[-1] == ("", "", "And 2 reasons more.")
