"""The page of a gain to be shared: what each rule gives each partner, who wins, and whether anybody would leave."""

from __future__ import annotations

from collections.abc import Iterator

from lgtrade.documents._blocks import Block, Grid, Heading, Paragraph, Points
from lgtrade.documents._say import say
from lgtrade.partnership import GainSharing, PartnerGains, core
from lgtrade.words import Words

_MOST_SAID = 5


def gains_blocks(sharing: GainSharing) -> Iterator[Block]:
    """Write what the partners pay alone and together, by each rule and as agreed, and what that means for them."""
    game = sharing.game
    yield Heading(say(sharing.name), 3)
    template = "Together the partners pay {together}; apart they would pay {saving} more."
    yield Paragraph(say(Words(template, together=game.together, saving=game.saving)))
    agreed, allocations = sharing.agreed_gains, sharing.allocations
    columns = [(each.rule.value, each.pays) for each in allocations]
    columns += [] if agreed is None else [("agreed", agreed.pays)]
    rows = [
        (say(partner), say(game.alone[partner]), *(say(pays[partner]) for _, pays in columns))
        for partner in game.partners
    ]
    held = [not each.objections for each in allocations] + ([] if agreed is None else [not agreed.objections])
    rows.append((say(Words("In the core")), "", *(say(Words("yes") if each else Words("no")) for each in held)))
    headers = (say(Words("Partner")), say(Words("Alone")), *(say(Words(name)) for name, _ in columns))
    yield Grid(headers, tuple(rows), frozenset(range(1, len(headers))))
    for rule, why in sharing.silent.items():
        yield Paragraph(say(Words("The rule {rule} says nothing here: {why}.", rule=rule.value, why=why)))
    yield Paragraph(say(core(game).words))
    if agreed is not None:
        yield from _agreed(agreed)


def _agreed(agreed: PartnerGains) -> Iterator[Block]:
    yield Paragraph(say(Words("As agreed:")))
    yield Points(tuple((say(agreed.words_of(partner)), None) for partner in agreed.game.partners))
    yield Paragraph(say(agreed.words))
    if agreed.objections:
        yield Points(tuple((say(each.words), None) for each in agreed.objections[:_MOST_SAID]))
