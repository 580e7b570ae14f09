"""The page of a gain to be shared: what each rule gives each partner, who wins, and whether anybody would leave."""

from __future__ import annotations

from collections.abc import Iterator

from lgtrade.documents._blocks import Block, Grid, Heading, Paragraph, Points
from lgtrade.documents._say import say
from lgtrade.money import UP, ZERO
from lgtrade.partnership import GainSharing, PartnerGains, core
from lgtrade.words import Words

_MOST_SAID = 5


def gains_blocks(sharing: GainSharing) -> Iterator[Block]:
    """Write what the partners pay alone and together, by each rule and as agreed, and what that means for them."""
    game, allocations, agreed = sharing.game, sharing.allocations, sharing.agreed_gains
    yield Heading(say(sharing.name), 3)
    template = (
        "Together the partners pay {together}; apart they would pay {more} more."
        if game.saving >= ZERO
        else "Together the partners pay {together}; apart they would pay {more} less."
    )
    yield Paragraph(say(Words(template, together=game.together, more=abs(game.saving))))
    yield _rules(sharing, agreed)
    for rule, why in sharing.silent.items():
        yield Paragraph(say(Words("The rule {rule} says nothing here: {why}.", rule=rule.value, why=why)))
    yield Paragraph(say(core(game).words))
    held = [each.rule.value for each in allocations if not each.objections]
    if held and (len(held) < len(allocations) or (agreed and agreed.objections)):
        yield Paragraph(say(Words("These rules give no group a reason to leave: {rules}.", rules=", ".join(held))))
    template = "By the rule {rule}, {coalition} would do better alone, by {by}."
    against = [
        Words(template, rule=each.rule.value, coalition=first.name, by=first.better_by.round(UP))
        for each in allocations
        for first in each.objections[:1]
    ]
    if against:
        yield Points(tuple((say(words), None) for words in against))
    if agreed is not None:
        yield from _agreed(agreed)


def _rules(sharing: GainSharing, agreed: PartnerGains | None) -> Grid:
    game = sharing.game
    columns = [(each.rule.value, each.pays, each.objections) for each in sharing.allocations]
    columns += [] if agreed is None else [("agreed", agreed.pays, agreed.objections)]
    rows = [
        (say(partner), say(game.alone[partner]), *(say(pays[partner]) for _, pays, _ in columns))
        for partner in game.partners
    ]
    held = (say(Words("no") if objections else Words("yes")) for _, _, objections in columns)
    rows.append((say(Words("No group better off alone")), "", *held))
    headers = (say(Words("Partner")), say(Words("Alone")), *(say(Words(name)) for name, _, _ in columns))
    return Grid(headers, tuple(rows), frozenset(range(1, len(headers))))


def _agreed(agreed: PartnerGains) -> Iterator[Block]:
    yield Paragraph(say(Words("As agreed:")))
    yield Points(tuple((say(agreed.words_of(partner)), None) for partner in agreed.game.partners))
    yield Paragraph(say(agreed.words))
    if agreed.side_payments:
        yield Points(tuple((say(words), None) for words in agreed.payments_in_words))
    if agreed.objections:
        yield Points(tuple((say(each.words), None) for each in agreed.objections[:_MOST_SAID]))
