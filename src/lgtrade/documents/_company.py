"""The page of a trading company: its results year by year, and what comes back to each owner."""

from __future__ import annotations

from collections.abc import Iterator

from lgtrade.answers import Answer
from lgtrade.documents._blocks import Block, Grid, Heading, Link, Points
from lgtrade.documents._say import say
from lgtrade.partnership import CompanyAccounts
from lgtrade.words import Words


def company_accounts_blocks(company: CompanyAccounts) -> Iterator[Block]:
    """Write what a company earns, pays out and keeps."""
    yield Heading(say(company.name), 3)
    headers = ("Year", "Income", "Profit before tax", "Profit after tax", "May be paid out", "Dividend", "Kept")
    rows = tuple(
        (
            say(each.entry.year),
            *(
                say(sum_)
                for sum_ in (
                    each.entry.income,
                    each.entry.profit_before_tax,
                    each.entry.profit,
                    each.distributable,
                    each.dividend.total,
                    each.closing,
                )
            ),
        )
        for each in company.results
    )
    yield Grid(tuple(say(Words(each)) for each in headers), rows, frozenset(range(1, len(headers))))
    owners = tuple(company.owners.parts)
    returned = tuple(
        (say(each.entry.year), *(say(each.returned[owner]) for owner in owners)) for each in company.results
    )
    titles = (say(Words("Comes back to")), *(say(owner) for owner in owners))
    yield Grid(titles, returned, frozenset(range(1, len(titles))))
    if company.recovery:
        yield Points(tuple((say(each.words), _link(each)) for each in company.recovery))


def _link(answer: Answer) -> Link | None:
    at = answer.provision
    return None if at is None else Link(at.citation, at.address)
