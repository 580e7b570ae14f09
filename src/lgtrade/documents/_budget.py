"""The page of a budget: its keys, the splits that they give, who pays what of each line, and who took the odd pence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from lgtrade.calendar import Period
from lgtrade.documents._blocks import Block, Grid, Heading, Paragraph, Points, filled
from lgtrade.documents._money import mark
from lgtrade.documents._say import headings, percentage, say
from lgtrade.figures import Figures
from lgtrade.money import ZERO, Money, plain, total
from lgtrade.partnership import Budget, Damped, LastYear, SharingKey
from lgtrade.words import Words


def budget_blocks(budget: Budget) -> Iterator[Block]:
    """Write a budget: keys, splits, lines, contributions, and what became of measurements and limits."""
    yield Heading(say(Words("{name}, {period}", name=budget.name, period=budget.period)), 3)
    if budget.keys:
        yield _keys(budget)
    told = tuple((say(each.words), None) for each in budget.rebasings)
    if told:
        yield Points(told)
    if budget.keys:
        yield _splits(budget)
    if budget.lines:
        yield _lines(budget)
        template = "What does not divide evenly: {rule}, in sums of {unit}."
        yield Paragraph(say(Words(template, rule=str(budget.remainder), unit=budget.unit)))
        if len(budget.part_years_of_lines) > len(budget.lines):
            counted = Words(budget.part_years.value)
            yield Paragraph(say(Words("The parts of the year are counted in {counted}.", counted=counted)))
        difference = budget.sharing.difference
        if difference:
            words = Words("Rounding each cell by itself leaves {difference} of the lines over.", difference=difference)
            yield Paragraph(say(words))
        nothing = tuple((say(words), None) for words in _paying_nothing(budget))
        if nothing:
            yield Points(nothing)
    if budget.last_year is not None:
        yield from _movement(budget, budget.last_year)
    comings = tuple((say(words), None) for words in _comings(budget))
    if comings:
        yield Points(comings)


def _paying_nothing(budget: Budget) -> Iterator[Words]:
    """Name the partners that no line asks anything of: they may have been left out of a key."""
    asked = {who for each in budget.part_years_of_lines for who, sum_ in each.shared.parts.items() if sum_}
    for partner in budget.partners:
        if partner.name not in asked:
            yield Words("{partner} has no part in any line, and pays nothing.", partner=partner.name)


def _keys(budget: Budget) -> Grid:
    rows = tuple(
        (
            say(key.name),
            say(Words(key.measure.value)),
            "" if key.since is None else say(key.since),
            _weights(key),
            "" if key.to is None else say(key.to),
            mark(key.basis),
        )
        for key in budget.keys
    )
    headers = ("Key", "Measured by", "Since", "What each weighs", "Rounded to", "Source")
    return filled(headings(*headers), rows)


def _weights(key: SharingKey) -> str:
    agreed = sum(key.weights.values()) == 1
    weighed = (
        Words("{name} {weight}", name=name, weight=percentage(weight, "0.01") if agreed else plain(weight))
        for name, weight in key.weights.items()
    )
    return "; ".join(say(each) for each in weighed)


def _splits(budget: Budget) -> Grid:
    partners = [partner.name for partner in budget.partners]
    rows: list[tuple[str, ...]] = []
    for key, runs in budget.standing.items():
        for run in runs:
            shares = (percentage(run.shares[who], "0.01") if who in run.shares else "" for who in partners)
            rows.append((say(key), _days(run.period, budget), *shares))
    headers = (say(Words("Key")), say(Words("Days")), *(say(who) for who in partners))
    return filled(headers, tuple(rows), frozenset(range(2, 2 + len(partners))))


def _days(period: Period, budget: Budget) -> str:
    """Say the days of a part of a year, and nothing of the whole."""
    return "" if period == budget.period else say(str(period))


def _lines(budget: Budget) -> Grid:
    partners = [partner.name for partner in budget.partners]
    own_rules = any(line.remainder is not None for line in budget.lines)
    rows = [
        (
            say(each.shared.line.heading),
            say(Words(each.shared.line.kind.value)),
            say(each.shared.line.key.name),
            _days(each.period, budget),
            say(each.shared.line.amount),
            *(say(each.shared.parts[who]) if who in each.shared.parts else "" for who in partners),
            _odd(each.shared.split.odd),
            str(each.shared.split.remainder) if own_rules else "",
            mark(each.shared.line.basis),
        )
        for each in budget.part_years_of_lines
    ]
    paid = (say(sum_) for sum_ in budget.contributions.values())
    rows.append((say(Words("To be paid")), "", "", "", say(budget.total), *paid, "", "", ""))
    before = (say(Words(each)) for each in ("Line", "Kind", "Key", "Days", "Amount"))
    headers = (
        *before,
        *(say(who) for who in partners),
        *(say(Words(each)) for each in ("Odd sums", "By rule", "Source")),
    )
    return filled(headers, tuple(rows), frozenset(range(4, 5 + len(partners))))


def _odd(odd: Mapping[str, Money]) -> str:
    return "; ".join(say(Words("{name} {sum}", name=name, sum=sum_)) for name, sum_ in odd.items())


def _movement(budget: Budget, last_year: LastYear) -> Iterator[Block]:
    damped, figures = budget.damped, budget.figures
    rows = [
        (
            say(who),
            say(last_year.contributions[who]) if who in last_year.contributions else "",
            "" if damped is None else say(budget.undamped[who]),
            say(sum_),
            _change(figures, "change", who),
            _change(figures, "rise", who),
        )
        for who, sum_ in budget.contributions.items()
    ]
    if ("total-change",) in figures:
        before = total(last_year.contributions[who] for who in budget.contributions)
        changes = (_change(figures, "total-change"), _change(figures, "total-rise"))
        rows.append((say(Words("Together")), say(before), "", say(budget.total), *changes))
    headers = headings("Partner", "Last year", "Without limits", "To be paid", "Change", "As a part of last year's")
    yield filled(headers, tuple(rows), frozenset(range(1, 6)))
    if damped is not None:
        yield Paragraph(say(_limits(last_year)))
        told = tuple((say(each), None) for each in _held(damped))
        if told:
            yield Points(told)


def _change(figures: Figures, *path: str) -> str:
    """Say a change in money, or as a part to two places; nothing if it is not known."""
    change = figures.get(path)
    return "" if change is None else percentage(change, "0.01") if isinstance(change, Fraction) else say(change)


def _limits(last_year: LastYear) -> Words:
    rise, fall = last_year.rise, last_year.fall
    if rise is not None and fall is not None:
        template = "No contribution rises by more than {rise} or falls by more than {fall} of last year's."
        return Words(template, rise=rise, fall=fall)
    if rise is not None:
        return Words("No contribution rises by more than {rise} of last year's.", rise=rise)
    return Words("No contribution falls by more than {fall} of last year's.", fall=fall)


def _held(damped: Damped) -> Iterator[Words]:
    for who, sum_ in damped.held.items():
        cut = damped.undamped[who] - sum_
        if cut > ZERO:
            yield Words(
                "{who} is held to {sum}, {cut} less than its share, which others pay.", who=who, sum=sum_, cut=cut
            )
        elif cut < ZERO:
            template = "{who} is held to {sum}, {more} more than its share, which others are spared."
            yield Words(template, who=who, sum=sum_, more=-cut)
    for who, sum_ in () if damped.split is None else damped.split.parts.items():
        more = sum_ - damped.undamped[who]
        if more > ZERO:
            yield Words("{who} pays {more} more than its share, for those that are held.", who=who, more=more)
        elif more < ZERO:
            yield Words("{who} pays {less} less than its share, for those that are held.", who=who, less=-more)


def _comings(budget: Budget) -> Iterator[Words]:
    for partner in budget.partners:
        if partner.joins is not None and partner.joins > budget.period.first:
            yield Words("{name} pays from {day}.", name=partner.name, day=partner.joins)
        if partner.leaves is not None and partner.leaves < budget.period.last:
            yield Words("{name} pays until {day}.", name=partner.name, day=partner.leaves)
