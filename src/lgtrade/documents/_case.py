"""The page of a whole case, in the order of the path through the house."""

from __future__ import annotations

from collections.abc import Iterator

from lgtrade.cases import WorkedCase
from lgtrade.documents._accounts import account_blocks, forecast_blocks
from lgtrade.documents._blocks import Block, Heading, Paragraph, Points
from lgtrade.documents._comparison import comparison_blocks
from lgtrade.documents._money import (
    cost_blocks,
    sharing_blocks,
    statement_blocks,
)
from lgtrade.documents._opinion import opinion_blocks
from lgtrade.documents._say import say
from lgtrade.documents._workings import working_blocks
from lgtrade.sources import Source
from lgtrade.words import Words


def case_blocks(worked: WorkedCase) -> Iterator[Block]:
    """Write a case: may they, what it costs, what is owed, did it balance, who gains, and what is assumed."""
    case = worked.case
    names = {service.key: service.name for service in case.services}
    yield Heading(say(case.title), 1)
    if isinstance(case.source, Source):
        address = case.source.address or say(Words("no address"))
        yield Paragraph(say(Words("Source: {title} ({address}).", title=case.source.title, address=address)))
    for each in worked.opinions:
        yield Heading(say(Words("May they? {name}", name=each.name)))
        yield from opinion_blocks(each.opinion)
    yield from _under(Words("What it costs"), _costs(worked, names))
    charged = (block for each in worked.statements for block in statement_blocks(each, each.agreement.service.unit))
    yield from _under(Words("What is charged and owed"), charged)
    for account in worked.accounts:
        yield Heading(say(Words("Did it balance? {name}", name=names.get(account.service, account.service))))
        yield from account_blocks(account)
        for forecast in worked.forecasts:
            if forecast.account.service == account.service:
                yield from forecast_blocks(forecast)
    if worked.sharing.lines:
        yield Heading(say(Words("Who bears and who gains")))
        yield from sharing_blocks(worked.sharing)
    yield from working_blocks(case.workings)
    yield from _checks(worked)


def _under(title: Words, blocks: Iterator[Block]) -> Iterator[Block]:
    """Put a heading over blocks, if there are any."""
    first = next(blocks, None)
    if first is not None:
        yield Heading(say(title))
        yield first
        yield from blocks


def _costs(worked: WorkedCase, names: dict[str, str]) -> Iterator[Block]:
    for cost in worked.costs:
        if cost.service in names:
            yield from cost_blocks(cost, names[cost.service])


def _checks(worked: WorkedCase) -> Iterator[Block]:
    if worked.comparisons:
        yield Heading(say(Words("Published figures")))
        yield from comparison_blocks(worked.comparisons)
    assumed = worked.case.assumptions
    if assumed:
        yield Heading(say(Words("What is assumed")))
        yield Points(
            tuple((say(Words("{name}: {reason}.", name=name, reason=each.reason)), None) for name, each in assumed)
        )
