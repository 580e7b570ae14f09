"""Which page each value has."""

from __future__ import annotations

from collections.abc import Iterator

from lgtrade.accounts import BreakEvenAccount, Forecast
from lgtrade.cases import KINDS, WorkedCase
from lgtrade.documents._accounts import account_blocks, forecast_blocks
from lgtrade.documents._blocks import Block, Heading, Paragraph
from lgtrade.documents._case import case_blocks
from lgtrade.documents._opinion import opinion_blocks
from lgtrade.documents._say import say
from lgtrade.documents._workings import PAGES
from lgtrade.law import Opinion
from lgtrade.words import Words

NOT_ADVICE = Words("This is information about the law and about figures as they were given. It is not legal advice.")


def page(value: object) -> Iterator[Block]:
    """Give the page of a value, with the one warning at its end."""
    if isinstance(value, Opinion):
        yield Heading(say(Words("May they? {service}", service=value.proposal.service.name)), 1)
        yield from opinion_blocks(value)
    elif isinstance(value, BreakEvenAccount):
        yield Heading(say(Words("Did it balance? {service}", service=value.service)), 1)
        yield from account_blocks(value)
    elif isinstance(value, Forecast):
        yield Heading(say(Words("Where it is going: {service}", service=value.account.service)), 1)
        yield from account_blocks(value.account)
        yield from forecast_blocks(value)
    elif isinstance(value, WorkedCase):
        yield from case_blocks(value)
    else:
        yield from _working(value)
    yield Paragraph(say(NOT_ADVICE))


def _working(value: object) -> Iterator[Block]:
    for kind, type_ in KINDS.items():
        if isinstance(value, type_):
            title, write = PAGES[kind]
            yield Heading(say(title), 1)
            yield from write(value)
            return
    message = f"there is no page for a value of type {type(value).__name__}"
    raise TypeError(message)
