"""The page of the money of a business case: options side by side, then year by year, then what could change."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from lgtrade.documents._blocks import Block, Grid, Heading, Link, Paragraph, Points, filled
from lgtrade.documents._money import mark
from lgtrade.documents._savings import payback_paragraph
from lgtrade.documents._say import headings, say
from lgtrade.figures import Figures
from lgtrade.money import EXACT, HALF_UP, plain
from lgtrade.partnership import CashFlow, FlowKind, InvestmentAppraisal, Payback, Prices
from lgtrade.words import Words

_LESS, _MORE = "Net present value at {part}% less", "Net present value at {part}% more"


def business_case_blocks(appraisal: InvestmentAppraisal) -> Iterator[Block]:
    """Write a business case: what each option is worth, how that comes about, and what would change the answer."""
    yield Heading(say(appraisal.name), 3)
    template = "{base} is year 0 and is not discounted; later years are discounted by {schedule}."
    if appraisal.schedule.since is not None:
        template = "{base} is year 0 and is not discounted; later years are discounted by {schedule}, of {since}."
    values = {"base": appraisal.base, "schedule": appraisal.schedule.name, "since": appraisal.schedule.since}
    yield Paragraph(say(Words(template, **values)))
    yield _rates(appraisal)
    figures = appraisal.figures
    yield _side_by_side(appraisal, figures)
    lines = [line for option in appraisal.options for line in option.lines]
    if any(line.optimism is not None or line.prices is Prices.NOMINAL for line in lines):
        template = "Estimates are as given. All other sums are at the prices of {base}, and allow for optimism."
        yield Paragraph(say(Words(template, base=appraisal.base)))
    for option in appraisal.options:
        yield Heading(say(Words("{name}: {option}", name=appraisal.name, option=option.name)), 3)
        yield _years(appraisal, option, figures)
        yield payback_paragraph(appraisal.payback(option.name), appraisal.evenly)
        yield _lines(appraisal, option, figures)
    if appraisal.trading is not None:
        answer = appraisal.trading.answer
        link = None if answer.provision is None else Link(answer.provision.citation, answer.provision.address)
        yield Points(((say(answer.words), link),))


def _rates(appraisal: InvestmentAppraisal) -> Grid:
    """Write the rates of the schedule as far as the appraisal goes."""
    schedule, last = appraisal.schedule, len(appraisal.years) - 1
    ends = [0, *(band.last or 0 for band in schedule.bands)]
    rows = tuple(
        (
            say(Words("any later year")) if band.last is None else say(Words("year {last}", last=band.last)),
            say(Words("{part}%", part=plain(band.rate * 100))),
            mark(schedule.basis),
        )
        for before, band in zip(ends, schedule.bands, strict=False)
        if before < max(last, 1)
    )
    return Grid(headings("Up to", "Rate a year", "Source"), rows, frozenset({1}))


def _side_by_side(appraisal: InvestmentAppraisal, figures: Figures) -> Grid:
    names = [option.name for option in appraisal.options]

    def row(title: str, *path: str) -> tuple[str, ...]:
        found = (figures.get((*path, name)) for name in names)
        return (say(Words(title)), *("" if each is None else say(each) for each in found))

    ratios = (appraisal.benefit_cost_ratio(name) for name in names)
    rows = (
        row("Present value of costs", "present-cost"),
        row("Present value of benefits", "present-benefit"),
        row("Net present value", "npv"),
        *_at_other_rates(appraisal, figures),
        row("Equivalent annual cost, in each year after the base year", "equivalent-annual-cost"),
        (say(Words("Benefit for a pound of cost")), *("" if each is None else _to(each, "0.01") for each in ratios)),
        (say(Words("Paid back in")), *(_when(appraisal.payback(name)) for name in names)),
        (say(Words("Paid back, discounted, in")), *(_when(appraisal.discounted_payback(name)) for name in names)),
    )
    headers = ("", *(say(name) for name in names))
    return Grid(headers, rows, frozenset(range(1, len(headers))))


def _at_other_rates(appraisal: InvestmentAppraisal, figures: Figures) -> Iterator[tuple[str, ...]]:
    for rate in appraisal.also_at:
        percent = f"{plain(rate * 100)}%"
        worth = (say(figures["npv-at", option.name, percent]) for option in appraisal.options)
        yield (say(Words("Net present value at {rate} a year", rate=percent)), *worth)


def _when(paid: Payback) -> str:
    return say(Words("not paid back")) if paid.year is None else say(paid.year)


def _years(appraisal: InvestmentAppraisal, option: CashFlow, figures: Figures) -> Grid:
    kinds = [kind for kind in FlowKind if ("total", option.name, kind.value) in figures]
    titles = {FlowKind.CAPITAL: "Capital", FlowKind.REVENUE: "Revenue", FlowKind.BENEFIT: "Benefit"}
    nominal, others = "Net at the prices of the year", ("Net", "Factor", "Present value")
    headers = ("Year", *(titles[kind] for kind in kinds), nominal, *others)
    rows = tuple(
        (
            say(year),
            *(say(figures[kind.value, option.name, str(year)]) for kind in kinds),
            "" if appraisal.inflation is None else say(figures["nominal", option.name, str(year)]),
            say(figures["net", option.name, str(year)]),
            _to(appraisal.factor(year), "0.0001"),
            say(figures["present-value", option.name, str(year)]),
        )
        for year in appraisal.years
    )
    return filled(headings(*headers), rows, frozenset(range(1, len(headers))))


def _lines(appraisal: InvestmentAppraisal, option: CashFlow, figures: Figures) -> Grid:
    changes = [f"{sign}{plain(part * 100)}%" for part in appraisal.vary for sign in ("-", "+")]
    rows = tuple(
        (
            say(line.heading),
            mark(line.basis),
            say(line.total),
            "" if line.optimism is None else say(Words("{part}%", part=plain(line.optimism.uplift * 100))),
            *(say(figures["npv-if", option.name, line.heading, change]) for change in changes),
            _change(appraisal.switching_value(option.name, line.heading)),
        )
        for line in option.lines
    )
    headers = (
        *(say(Words(each)) for each in ("Line", "Source", "Estimate", "Allowance for optimism")),
        *(say(Words(template, part=plain(part * 100))) for part in appraisal.vary for template in (_LESS, _MORE)),
        say(Words("Change that brings it to nil")),
    )
    return filled(headers, rows, frozenset(range(2, len(headers))))


def _change(part: Fraction | None) -> str:
    """Say a change; a line cannot fall by more than all of it."""
    if part is None or part < -1:
        return say(Words("none does"))
    return say(Words("{part}%", part=_exact(part * 100, "0.1")))


def _to(value: Fraction, unit: str) -> str:
    return say(_exact(value, unit))


def _exact(value: Fraction, unit: str) -> Decimal:
    """Round to a unit, however many digits that takes."""
    return EXACT.multiply(Decimal(HALF_UP.to(unit).units(value)), Decimal(unit))
