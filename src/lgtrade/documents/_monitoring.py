"""The page of budget monitoring: what is spent so far, what is forecast, and what each partner has to meet."""

from __future__ import annotations

from collections.abc import Iterator

from lgtrade.documents._appraisal import to_two_places
from lgtrade.documents._blocks import Block, Grid, Heading, Paragraph, Points, filled
from lgtrade.documents._money import mark
from lgtrade.documents._say import headings, say
from lgtrade.money import Money, Split
from lgtrade.partnership import BudgetMonitoring, MonitoredHead
from lgtrade.words import Words


def monitoring_blocks(monitoring: BudgetMonitoring) -> Iterator[Block]:
    """Write how a year's budget is spent, head by head."""
    yield Heading(say(Words("{name}, {year}", name=monitoring.name, year=monitoring.year)), 3)
    yield Points(tuple((say(words), None) for words in monitoring.words))
    yield _heads(monitoring)
    if monitoring.key is not None and monitoring.met is not None:
        yield _met(monitoring.met)
        template = "Shared on {key}; what does not divide evenly: {rule}, in sums of {unit}."
        rule, unit = str(monitoring.remainder), monitoring.unit
        yield Paragraph(say(Words(template, key=monitoring.key.name, rule=rule, unit=unit)))
        if monitoring.met.difference:
            template = "Rounding each part by itself leaves {difference} of the variance over."
            yield Paragraph(say(Words(template, difference=monitoring.met.difference)))


def _heads(monitoring: BudgetMonitoring) -> Grid:
    rows = [(say(head.heading), *_sums(head, monitoring), mark(head.basis)) for head in monitoring.heads]
    if len(rows) > 1:
        rows.append((say(Words("In all")), *_sums(monitoring, monitoring), ""))
    headers = (
        "Head",
        "Budget",
        "Spent to date",
        "Part spent",
        "Committed",
        "Remaining",
        "Forecast outturn",
        "Variance",
        "Source",
    )
    return filled(headings(*headers), tuple(rows), frozenset(range(1, 8)))


def _sums(what: MonitoredHead | BudgetMonitoring, monitoring: BudgetMonitoring) -> Iterator[str]:
    yield say(what.budget)
    yield say(what.actual)
    yield "" if what.used is None else say(Words("{part}%", part=to_two_places(what.used * 100)))
    yield say(what.committed) if any(head.committed for head in monitoring.heads) else ""
    yield say(what.remaining)
    yield _or_nothing(what.outturn)
    yield _or_nothing(what.variance)


def _or_nothing(sum_: Money | None) -> str:
    return "" if sum_ is None else say(sum_)


def _met(met: Split[str]) -> Grid:
    rows = tuple((say(partner), say(sum_)) for partner, sum_ in met.parts.items())
    return Grid((say(Words("Partner")), say(Words("Has to meet"))), rows, frozenset({1}))
