"""The page of the statements of an agreement over its life."""

from __future__ import annotations

from collections.abc import Iterator

from lgtrade.billing import IssuedStatement, StatementBook
from lgtrade.documents._blocks import Block, Grid, Heading, Paragraph
from lgtrade.documents._say import headings, say
from lgtrade.words import Words


def book_blocks(book: StatementBook) -> Iterator[Block]:
    """Write each statement as it was issued, and what is owed in all."""
    yield Heading(say(Words("{reference}, {term}", reference=book.reference, term=book.term)), 3)
    for each in book.statements:
        yield from _statement_blocks(each)
    owed = book.owed()
    template = "Owed in all: {net}, and VAT of {vat}: {gross}."
    yield Paragraph(say(Words(template, net=owed.net, vat=owed.vat, gross=owed.gross)))


def _statement_blocks(statement: IssuedStatement) -> Iterator[Block]:
    heading = Words(
        "Statement {number} of {day}: {kind}, {year}",
        number=statement.number,
        day=statement.day,
        kind=statement.kind.value,
        year=statement.year,
    )
    yield Heading(say(heading), 4)
    if statement.reason:
        yield Paragraph(say(Words("Reason: {reason}.", reason=statement.reason)))
    rows = [
        (say(line.words), say(Words(line.what.value)), say(line.net), say(line.vat), say(line.gross))
        for line in statement.lines
    ]
    rows.append((say(Words("Total")), "", say(statement.net), say(statement.vat), say(statement.gross)))
    headers = headings("Line", "Kind", "Before VAT", "VAT", "With VAT")
    yield Grid(headers, tuple(rows), frozenset({2, 3, 4}))
    if statement.instalments:
        parts = tuple((say(each.due), say(each.amount)) for each in statement.instalments)
        yield Grid(headings("Due", "Instalment"), parts, frozenset({1}))
