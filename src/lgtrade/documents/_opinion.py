"""The page of an opinion."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from lgtrade.answers import Answer, Verdict
from lgtrade.documents._blocks import Block, Grid, Heading, Link, Paragraph, Points
from lgtrade.documents._say import say
from lgtrade.law import Finding, Opinion, Outcome, Question, Standing, question, stages
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
_YES_BUT = 'Yes, subject to the open points below: on {day} {supplier} may supply {customer} with "{service}".'


def opinion_blocks(opinion: Opinion) -> Iterator[Block]:
    """Write an opinion: the headline, the power recommended, every finding, and what is left to settle."""
    case, chosen = opinion.proposal, opinion.recommended
    yield Paragraph(
        say(
            Words(
                _YES_BUT if chosen is not None and chosen.cautions else _HEADLINES[opinion.verdict],
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
    asked = [each for each in opinion.findings if each.was_asked]
    yield Grid(
        (say(Words("Power")), say(Words("What it allows")), say(Words("Finding"))),
        tuple((say(_named(each)), say(Words(each.title)), say(Words(each.outcome.value))) for each in asked),
    )
    yield from _not_asked(opinion)
    for finding in asked:
        yield Heading(say(Words("{power}: {outcome}", power=_named(finding), outcome=Words(finding.outcome.value))), 3)
        yield Points(tuple(_points(_told(finding), case.on)))
    yield from _overlays(opinion)
    yield from _other_days(opinion)
    yield from _left_to_settle(opinion)


def _not_asked(opinion: Opinion) -> Iterator[Block]:
    """Name the powers that are not in force, each with its days, and in one line those that are for other bodies."""
    others = [each for each in opinion.findings if not each.was_asked and each.outcome is Outcome.NOT_ELIGIBLE]
    names = ", ".join(say(each.citation) for each in others)
    words = Words("Not for such a body as {supplier}: {names}.", supplier=opinion.proposal.supplier, names=names)
    yield Paragraph(say(words))
    yield Paragraph(say(Words("Not in force on that day:")))
    yield Points(
        tuple(
            (say(Words("{power}: {why}", power=_named(each), why=answer.words)), _link(answer, opinion.proposal.on))
            for each in opinion.findings
            if each.outcome is Outcome.NOT_IN_FORCE
            for answer in each.answers
        )
    )


def _overlays(opinion: Opinion) -> Iterator[Block]:
    """Say how each overlay stands, which never changes what is found of a power; those that do not arise in a line."""
    found = opinion.overlays
    yield Heading(say(Words("Beside the power")), 3)
    yield Grid(
        (say(Words("Rule")), say(Words("Finding"))),
        tuple((say(Words(each.title)), say(Words(each.outcome.value))) for each in found),
    )
    for each in found:
        if each.outcome is Standing.NOT_IN_POINT:
            continue
        yield Heading(say(Words("{title}: {outcome}", title=Words(each.title), outcome=Words(each.outcome.value))), 3)
        yield Points(tuple(_points((*each.combination.deciding, *each.duties), opinion.proposal.on)))
        if each.cautions:
            yield Points(tuple((say(_asked(question(name))), None) for name in each.cautions))


def _other_days(opinion: Opinion) -> Iterator[Block]:
    """Say how the answer differs on the days of decision, agreement and supply, if they are given."""
    for stage in stages(opinion):
        words = Words("When it is {stage}, on {day}", stage=Words(stage.name), day=stage.day)
        yield Heading(say(words), 3)
        if not stage.changes:
            yield Paragraph(say(Words("Every finding is the same.")))
            continue
        yield Points(
            tuple(
                (
                    say(
                        Words(
                            "{power}: {after}, instead of {before}.",
                            power=each.power,
                            after=Words(each.after.value),
                            before=Words(each.before.value),
                        )
                    ),
                    None,
                )
                for each in stage.changes
            )
        )


def _named(finding: Finding) -> Words:
    """Name the power, and the order that gives it its shape."""
    if finding.under == finding.citation:
        return Words("{power}", power=finding.citation)
    return Words("{power}, under {order}", power=finding.citation, order=finding.under.enactment.short)


def _recommended(opinion: Opinion) -> Iterator[Block]:
    for finding in opinion.instead:
        template = (
            "Not as proposed, but if the authority itself supplied, this power would be available: {power}. {title}."
        )
        yield Paragraph(say(Words(template, power=_named(finding), title=Words(finding.title))))
    chosen = opinion.recommended
    if chosen is None:
        return
    words = Words(
        "Recommended: {power}. {why} What may be charged: {price}.",
        power=_named(chosen),
        why=opinion.why_recommended or "",
        price=Words(chosen.price.value),
    )
    yield Paragraph(say(words))
    others = [each for each in opinion.available if each is not chosen]
    for other in others:
        yield Paragraph(say(Words("Or, in the alternative: {power}.", power=_named(other))))
    yield Paragraph(say(Words("While it is used:")))
    yield Points(tuple(_points(chosen.duties, opinion.proposal.on)))
    if chosen.cautions:
        yield Paragraph(say(Words("Open points about it:")))
        yield Points(tuple((say(_asked(question(name))), None) for name in chosen.cautions))


def _asked(each: Question) -> Words:
    return Words("{id}: {asks} {advice}", id=each.id, asks=Words(each.asks), advice=Words(each.advice))


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
        yield _sentence(say(answer.words)), _link(answer, day)


def _link(answer: Answer, day: dt.date) -> Link | None:
    provision = answer.provision
    return None if provision is None else Link(say(provision), provision.address_on(day))


def _sentence(text: str) -> str:
    """Begin with a capital, for a sentence that begins with a name that has none."""
    return text[:1].upper() + text[1:]


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
        yield Heading(say(Words("Where lawyers differ, or the text has not been read")), 3)
        yield Points(tuple((say(_asked(each)), None) for each in opinion.questions))
    if opinion.not_modelled:
        yield Heading(say(Words("Not modelled, and may apply")), 3)
        yield Points(
            tuple((_sentence(say(Words("{provisions}.", provisions=each))), None) for each in opinion.not_modelled)
        )
