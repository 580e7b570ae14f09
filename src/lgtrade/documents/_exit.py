"""The page of a partner's leaving."""

from __future__ import annotations

from collections.abc import Iterator

from lgtrade.agreements import ExitPlan
from lgtrade.documents._blocks import Block, Grid, Heading, Paragraph, filled
from lgtrade.documents._say import headings, percentage, say
from lgtrade.words import Words


def exit_blocks(plan: ExitPlan) -> Iterator[Block]:
    """Write what a partner's leaving costs, and what it does to those who stay."""
    yield Heading(say(Words("{name} leaves on {day}", name=plan.leaver, day=plan.leaves)), 3)
    if plan.costs:
        rows = tuple(
            (say(cost.heading), say(cost.amount), percentage(cost.borne.fraction), say(cost.leaver_bears))
            for cost in plan.costs
        )
        headers = headings("Cost of leaving", "Amount", "Borne by the leaver", "It bears")
        yield Grid(headers, rows, frozenset({1, 2, 3}))
    left, template = plan.falls_on_those_who_stay, "It owes {owed}."
    if left is not None:
        template = "It owes {owed}. Of its share of the running cost, {left} a year falls on those who stay."
    yield Paragraph(say(Words(template, owed=plan.leaver_owes, left=left)))
    if plan.least_saving is not None:
        template = "To be paid back within {years} years, leaving has to save it {saving} a year."
        yield Paragraph(say(Words(template, years=plan.payback or 0, saving=plan.least_saving)))
    effects = tuple(
        (say(name), say(once), say(plan.effects[name]) if name in plan.effects else "")
        for name, once in plan.one_off.parts.items()
    )
    yield filled(headings("Who stays", "Bears once", "More a year"), effects, frozenset({1, 2}))
    for words, text in (("Staff: {text}", plan.staff), ("Assets: {text}", plan.assets)):
        if text:
            yield Paragraph(say(Words(words, text=text)))
    if plan.dependent:
        names = "; ".join(plan.dependent)
        yield Paragraph(say(Words("Agreements that depend on it, to be looked at: {names}.", names=names)))
