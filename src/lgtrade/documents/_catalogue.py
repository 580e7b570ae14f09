"""The page of offers matched to needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from lgtrade.answers import Verdict
from lgtrade.documents._blocks import Block, Grid, Heading, Paragraph, Points
from lgtrade.documents._say import headings, say
from lgtrade.money import HALF_UP, Rate
from lgtrade.partnership import LeftOver, Matching, Pairing
from lgtrade.words import Words

MOST_REASONS = 6


def matching_blocks(matching: Matching) -> Iterator[Block]:
    """Write what is matched and saved, what has to be settled first, what is left over, and why no more is saved."""
    template = "{name}: {saving} a year could be saved on {day}"
    words = Words(template, name=matching.name, saving=matching.saving.round(HALF_UP), day=matching.catalogue.on)
    yield Heading(say(words), 3)
    units = {each.name: each.service.unit for each in matching.catalogue.needs}
    if matching.matches:
        headers = ("Need", "Offer", "Unit", "Quantity a year", "Customer saves", "Supplier gains", "Law")
        rows = tuple(_matched(each, units[each.need]) for each in matching.matches)
        yield Grid(headings(*headers), rows, frozenset({3, 4, 5}))
        yield Paragraph(say(Words("Each figure is rounded half up to a penny by itself.")))
        uncosted = dict.fromkeys(each.offer for each in matching.matches if each.supplier_gains is None)
        if uncosted:
            template = "What it costs to supply is not given, and nothing is counted as gained, of: {offers}."
            yield Paragraph(say(Words(template, offers="; ".join(uncosted))))
        yield Paragraph(say(_proof(matching)))
    if matching.ties:
        yield Points(tuple((say(tie), None) for tie in matching.ties))
    yield from _more_capacity(matching, {each.name: each.service.unit for each in matching.catalogue.offers})
    yield from to_settle_blocks(matching.matches)
    if matching.not_counted:
        yield Paragraph(say(Words("The law may allow these too; they are not counted:")))
        yield Grid(
            headings("Need", "Offer", "Saving a unit", "Law"),
            tuple(
                (say(each.need), say(each.offer), say(each.saving_a_unit), say(each.against[0].words))
                for each in matching.not_counted
            ),
            frozenset({2}),
        )
        yield from to_settle_blocks(matching.not_counted)
    yield from _left_over(matching.unmet, ("Need", "Not met", "Why"))
    yield from _left_over(matching.idle, ("Offer", "Not used", "Why"))


def _matched(each: Pairing, unit: str) -> tuple[str, ...]:
    gain = "" if each.supplier_gains is None else say(each.supplier_gain.round(HALF_UP))
    saving = say(each.customer_saving.round(HALF_UP))
    return (say(each.need), say(each.offer), say(unit), say(each.quantity), saving, gain, _law(each))


_NO_POWER_YET = {Verdict.UNKNOWN: "it depends on facts not yet given", Verdict.UNCERTAIN: "it is uncertain in law"}


def _law(each: Pairing) -> str:
    """Say by which power a pair is matched, or why that is not known yet."""
    if each.verdict in _NO_POWER_YET:
        return say(Words(_NO_POWER_YET[each.verdict]))
    return say(each.power)


def _proof(matching: Matching) -> Words:
    most = matching.most.round(HALF_UP)
    if matching.proof.tried:
        template = (
            "No allocation saves more: {tried} ways of meeting whole needs were tried, and at the prices of the proof "
            "they could save no more than {most} even if they were met in parts."
        )
        return Words(template, tried=matching.proof.tried, most=most)
    template = "No allocation saves more: at the prices of the proof, all capacity and all needs come to {most}."
    return Words(template, most=most)


def _more_capacity(matching: Matching, units: dict[str, str]) -> Iterator[Block]:
    """Say what more capacity could save, where it would save anything."""
    template = "One more {unit} a year of {offer} could save {price} at most."
    points = tuple(
        (say(Words(template, unit=units[name], offer=name, price=price)), None)
        for name, price in sorted(matching.proof.offers.items())
        if price > Rate(0)
    )
    if points:
        yield Points(points)


def to_settle_blocks(pairings: Sequence[Pairing]) -> Iterator[Block]:
    """Say what has to be settled first, once for all the pairs of which it is the same."""
    alike: dict[tuple[Words, ...], list[Words]] = {}
    for each in pairings:
        if each.to_settle:
            pair = Words("{offer} for {need}", offer=each.offer, need=each.need)
            alike.setdefault(each.to_settle, []).append(pair)
    for open_points, pairs in alike.items():
        names = "; ".join(say(each) for each in pairs)
        yield Paragraph(say(Words("To be settled first, of {names}:", names=names)))
        yield Points(tuple((say(each), None) for each in open_points))


def _left_over(left: Sequence[LeftOver], headers: tuple[str, ...]) -> Iterator[Block]:
    if not left:
        return
    rows: list[tuple[str, ...]] = []
    for each in left:
        reasons = [say(reason.words) for reason in islice(each.reasons, MOST_REASONS)]
        if len(each.reasons) > MOST_REASONS:
            reasons.append(say(Words("And {count} reasons more.", count=len(each.reasons) - MOST_REASONS)))
        rows.append((say(each.name), say(each.quantity), reasons[0]))
        rows.extend(("", "", reason) for reason in reasons[1:])
    yield Grid(headings(*headers), tuple(rows), frozenset({1}))
