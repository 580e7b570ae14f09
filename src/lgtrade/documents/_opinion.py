"""The page of an opinion."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from lgtrade.answers import Answer, Verdict
from lgtrade.documents._blocks import Block, Grid, Heading, Link, Paragraph, Points
from lgtrade.documents._say import say
from lgtrade.law import Finding, Opinion, Outcome
from lgtrade.words import Words

_HEADLINES = {
    Verdict.YES: 'Yes: on {day} {supplier} may supply {customer} with "{service}".',
    Verdict.UNKNOWN: "It depends on facts not yet given whether, on {day}, {supplier} may supply {customer} with "
    '"{service}".',
    Verdict.UNCERTAIN: "It is uncertain whether, on {day}, {supplier} may supply {customer} with "
    '"{service}": take advice.',
    Verdict.NO: "No: on {day} none of the powers modelled here lets {supplier} supply {customer} with "
    '"{service}" as proposed.',
}


def opinion_blocks(opinion: Opinion) -> Iterator[Block]:
    """Write an opinion: the headline, the power recommended, every finding, and what is left to settle."""
    case = opinion.proposal
    yield Paragraph(
        say(
            Words(
                _HEADLINES[opinion.verdict],
                day=case.on,
                supplier=case.supplier.name,
                customer=case.customer.name,
                service=case.service.name,
            )
        )
    )
    yield from _recommended(opinion)
    title = Words("Every power, as the law stood on {day}", day=case.on)
    yield Heading(say(title), 3)
    yield Grid(
        (say(Words("Power")), say(Words("What it allows")), say(Words("Finding"))),
        tuple((say(each.under), say(Words(each.title)), say(Words(each.outcome.value))) for each in opinion.findings),
    )
    for finding in opinion.findings:
        yield Heading(say(Words("{power}: {outcome}", power=finding.under, outcome=Words(finding.outcome.value))), 3)
        yield Points(tuple(_points(_told(finding), case.on)))
    yield from _left_to_settle(opinion)


def _recommended(opinion: Opinion) -> Iterator[Block]:
    chosen = opinion.recommended
    if chosen is None:
        return
    words = Words(
        "Recommended: {power}. {why} What may be charged: {price}.",
        power=chosen.under,
        why=opinion.why_recommended or "",
        price=Words(chosen.price.value),
    )
    yield Paragraph(say(words))
    if chosen.duties:
        yield Paragraph(say(Words("While it is used:")))
        yield Points(tuple(_points(chosen.duties, opinion.proposal.on)))


def _told(finding: Finding) -> tuple[Answer, ...]:
    """Give every answer of a power that is available, and of any other those that decide or are still open."""
    if finding.outcome is Outcome.AVAILABLE:
        return finding.answers
    deciding = finding.combination.deciding
    if finding.outcome in {Outcome.DEPENDS, Outcome.UNCERTAIN}:
        return tuple(answer for answer in finding.answers if answer.verdict is not Verdict.YES)
    return deciding


def _points(answers: Iterable[Answer], day: dt.date) -> Iterator[tuple[str, Link | None]]:
    for answer in answers:
        provision = answer.reason.provision
        link = None if provision is None else Link(say(provision), provision.address_on(day))
        yield say(answer.reason.words), link


def _left_to_settle(opinion: Opinion) -> Iterator[Block]:
    if opinion.to_settle:
        yield Heading(say(Words("Facts still to be settled")), 3)
        yield Points(
            tuple(
                (say(Words("{asks} ({fact})", asks=Words(each.asks), fact=each.fact)), None)
                for each in opinion.to_settle
            )
        )
    if opinion.questions:
        yield Heading(say(Words("Where lawyers differ, or the text has not been verified")), 3)
        yield Points(
            tuple(
                (
                    say(
                        Words(
                            "{id}: {asks} {advice}",
                            id=each.id,
                            asks=Words(each.asks),
                            advice=Words(each.advice),
                        )
                    ),
                    None,
                )
                for each in opinion.questions
            )
        )
