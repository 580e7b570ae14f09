"""The page of a trading company: its results year by year, and what comes back to each owner."""

from __future__ import annotations

from collections.abc import Iterator

from lgtrade.answers import Answer
from lgtrade.documents._blocks import Block, Grid, Heading, Link, Paragraph, Points
from lgtrade.documents._say import headings, percentage, say
from lgtrade.partnership import CompanyAccounts, DividendPolicy
from lgtrade.words import Words


def company_accounts_blocks(company: CompanyAccounts) -> Iterator[Block]:
    """Write what a company earns, pays out and keeps."""
    yield Heading(say(company.name), 3)
    yield Paragraph(say(_policy(company.policy)))
    headers = headings(
        "Year", "Turnover", "Profit before tax", "Profit after tax", "May be paid out", "Dividend", "Kept"
    )
    rows = tuple(
        (
            say(each.entry.year),
            *(
                say(sum_)
                for sum_ in (
                    each.entry.turnover,
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
    yield Grid(headers, rows, frozenset(range(1, len(headers))))
    sold = tuple(
        (
            say(each.entry.year),
            say(sale.name),
            say(str(sale.price)),
            say(sale.quantity),
            say(sale.times),
            say(each.entry.sold[sale.name]),
        )
        for each in company.results
        for sale in each.entry.sales
    )
    if sold:
        yield Grid(
            headings("Year", "Sold", "Price before VAT", "Quantity", "Times", "Comes to"), sold, frozenset({3, 4, 5})
        )
    headers = headings(
        "Year", "Owner", "Dividend", "Interest", "Charged for supplies", "Comes back", "Cost of the supplies"
    )
    figures = company.figures
    paths = ("dividend-to", "interest-to", "charged-by", "returned", "cost-to")
    by_owner = tuple(
        (say(each.entry.year), say(owner), *(say(figures[path, owner, str(each.entry.year)]) for path in paths))
        for each in company.results
        for owner in company.owners.parts
    )
    yield Grid(headers, by_owner, frozenset(range(2, len(headers))))
    if company.recovery:
        yield Points(tuple((say(each.words), _link(each)) for each in company.recovery))


def _policy(policy: DividendPolicy) -> Words:
    if policy.share is None:
        template = "The dividend and the interest on the owners' loans make {target} a year, as far as profits allow."
        return Words(template, target=policy.target)
    template = "The dividend is {share} of the profit of a year, once losses are made good."
    return Words(template, share=percentage(policy.share.fraction))


def _link(answer: Answer) -> Link | None:
    at = answer.provision
    return None if at is None else Link(at.citation, at.address)
