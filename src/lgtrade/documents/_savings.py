"""The page of savings: what is saved each year, of what, by whom, and what is still to be found."""

from __future__ import annotations

from collections.abc import Iterator

from lgtrade.documents._blocks import Block, Grid, Heading, Paragraph, Points, filled
from lgtrade.documents._money import mark
from lgtrade.documents._say import headings, percentage, say
from lgtrade.money import HALF_UP, ZERO, as_fraction, plain
from lgtrade.partnership import Payback, Saving, Savings, SavingsYear, SpendingBaseline, StatedTarget, Target
from lgtrade.sources import Assumption
from lgtrade.words import Words


def savings_blocks(savings: Savings) -> Iterator[Block]:
    """Write savings year by year, then entry by entry."""
    yield Heading(say(savings.name), 3)
    if savings.baseline is not None:
        yield from _baseline(savings.baseline)
    if savings.target is not None:
        yield Paragraph(say(_target(savings.target)))
    yield _years(savings)
    if len(savings.partners) > 1:
        yield _partners(savings)
    yield Grid(
        headings("Saving", "From", "Whose", "On", "Saved", "Kind", "Source"),
        tuple(_entry(each) for each in savings.entries),
        frozenset({4}),
    )
    if savings.repeats:
        yield Points(tuple((say(each.words), None) for each in savings.repeats))
    if savings.costs:
        rows = tuple((say(cost.heading), say(cost.year), say(cost.amount), mark(cost.basis)) for cost in savings.costs)
        yield Grid(headings("Cost of the change", "Year", "Amount", "Source"), rows, frozenset({2}))
        yield payback_paragraph(savings.payback, savings.evenly)


def _baseline(baseline: SpendingBaseline) -> Iterator[Block]:
    template = "The baseline is what was spent in {year}."
    if baseline.index is not None:
        template = "The baseline is what was spent in {year}, brought to the prices of each year by {index}."
    index = None if baseline.index is None else baseline.index.name
    yield Paragraph(say(Words(template, year=baseline.year, index=index)))
    rows = tuple(
        (
            say(line.heading),
            say(line.amount),
            plain(line.units) if line.units else "",
            "" if line.unit_cost is None else say(line.unit_cost.round(HALF_UP)),
            mark(line.basis),
        )
        for line in baseline.lines
    )
    total = (say(Words("Baseline")), say(baseline.total), "", "", "")
    yield Grid(headings("Line", "Spent", "Units", "Cost of one", "Source"), (*rows, total), frozenset({1, 2, 3}))


def _target(target: Target) -> Words:
    if isinstance(target, StatedTarget):
        template = "What is to be saved is stated year by year."
        if target.cashable.fraction:
            template = "What is to be saved is stated year by year, {cashable}% of it in cash."
        return Words(template, cashable=plain(target.cashable.fraction * 100))
    template = "Each year {rate}% more of the baseline as it was is to be saved, {cashable}% of it in cash."
    if target.rebased:
        template = "Each year {rate}% more of the baseline at its prices is to be saved, {cashable}% of it in cash."
    return Words(template, rate=plain(target.rate.fraction * 100), cashable=plain(target.cashable.fraction * 100))


def _years(savings: Savings) -> Grid:
    aimed = ("Saved", "Due by then", "Still to find", "Beyond it", "Cashable", "Cashable due", "Cashable to find")
    names = ("Saved", "Of it cashable") if savings.target is None else aimed
    figures = savings.figures
    rows = tuple(
        (
            say(each.year),
            say(figures["baseline-at", str(each.year)]) if ("baseline-at", str(each.year)) in figures else "",
            *(_against_target(each) if savings.target is not None else (say(each.saved), say(each.cashable))),
        )
        for each in savings.by_year
    )
    headers = headings("Year", "Baseline at its prices", *names)
    return filled(headers, rows, frozenset(range(1, len(headers))))


def _against_target(each: SavingsYear) -> tuple[str, ...]:
    if each.due is None:
        return (say(each.saved), "", "", "", say(each.cashable), "", "")
    beyond = say(each.beyond) if each.beyond else ""
    in_cash = (say(sum_) for sum_ in (each.cashable, each.cashable_due or ZERO, each.cashable_short))
    return (say(each.saved), say(each.due), say(each.short), beyond, *in_cash)


def _partners(savings: Savings) -> Grid:
    rows = tuple(
        (say(each.year), *(say(sum_) for sum_ in savings.by_partner(each.year).values())) for each in savings.by_year
    )
    names = tuple(say(name) for name in savings.partners)
    return Grid((*headings("Year"), *names), rows, frozenset(range(1, 1 + len(names))))


def _entry(entry: Saving) -> tuple[str, ...]:
    kinds = {
        (True, True): "cashable, each year",
        (True, False): "cashable, once",
        (False, True): "not cashable, each year",
        (False, False): "not cashable, once",
    }
    whose = "; ".join(
        say(name) if share.fraction == 1 else say(Words("{name} {share}", name=name, share=percentage(share.fraction)))
        for name, share in entry.shares.parts.items()
        if share.fraction
    )
    kind = say(Words(kinds[entry.cashable, entry.recurring]))
    return say(entry.reference), say(entry.year), whose, say(entry.line), say(entry.net), kind, mark(entry.basis)


def payback_paragraph(paid: Payback, evenly: Assumption | None) -> Paragraph:
    """Say when an outlay is paid back; in months too, if each year's gains are taken to come evenly."""
    if evenly is None or paid.months is None:
        return Paragraph(say(paid.words))
    months = HALF_UP.to("0.1").rate(as_fraction(paid.months)).pounds
    template = "It is paid back in {year}, {months} months after the gains begin if each year's come evenly."
    return Paragraph(say(Words(template, year=paid.year, months=months)))
