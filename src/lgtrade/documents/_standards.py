"""The pages of how an agreement was performed, and of a figure set against others."""

from __future__ import annotations

from collections.abc import Iterator

from lgtrade.agreements import BenchmarkResult, PerformanceRecord
from lgtrade.answers import Verdict
from lgtrade.documents._blocks import Block, Grid, Heading, Paragraph, Points
from lgtrade.documents._say import headings, say
from lgtrade.money import plain
from lgtrade.words import Words


def record_blocks(record: PerformanceRecord) -> Iterator[Block]:
    """Write what was measured, the points, whether failure persists and why, and what is credited."""
    yield Heading(say(record.name), 3)
    if record.performance.results:
        yield Points(tuple((say(result.words), None) for result in record.performance.results))
    if record.months:
        rows = tuple((say(str(each.month)), plain(each.total)) for each in record.months)
        yield Grid(headings("Month", "Points"), rows, frozenset({1}))
    for failure in record.failures:
        yield Paragraph(say(failure.answer.reason.words))
        shown = failure.exceeding if failure.answer.verdict is Verdict.YES else failure.windows
        if shown:
            yield Points(tuple((say(window.words), None) for window in shown))
    yield from _credits(record)


def _credits(record: PerformanceRecord) -> Iterator[Block]:
    for rule in record.rules:
        for charge in record.charges:
            credited = record.credits(rule, charge)
            words = Words(
                "{rule}, against {amount} for {period}: {total}.",
                rule=rule.name,
                amount=charge.amount,
                period=charge.period,
                total=credited.total,
            )
            yield Paragraph(say(words))
            if credited.lines:
                yield Points(tuple((say(line.words), None) for line in credited.lines))
    template = "{days}: it was failed, and no charge is given against which to credit it."
    missed = tuple((say(Words(template, days=days)), None) for days in record.without_charge)
    if missed:
        yield Points(missed)
    if record.rules:
        yield Paragraph(say(Words("Credited in all: {total}.", total=record.credited)))


def benchmark_blocks(result: BenchmarkResult) -> Iterator[Block]:
    """Write how a figure compares with the common standard and with other bodies."""
    heading = Words("{name}: {value} {unit}", name=result.name, value=plain(result.value), unit=result.benchmark.unit)
    yield Heading(say(heading), 3)
    yield Points(tuple((say(each.words()), None) for each in result.differences))
    if result.benchmark.peers:
        words = Words("It ranks {rank} of {ranked}, the best being first.", rank=result.rank, ranked=result.ranked)
        yield Paragraph(say(words))
