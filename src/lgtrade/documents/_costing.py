"""The pages of what a service costs: build-ups from a ledger, rate cards and the cost of a unit."""

from __future__ import annotations

from collections.abc import Iterator

from lgtrade.costing import TOTAL_COST, BuildUp, CostClass, LedgerLine, OnCost, RateCard, UnitCost
from lgtrade.documents._blocks import Block, Grid, Heading, Paragraph, Points
from lgtrade.documents._money import mark
from lgtrade.documents._say import headings, percentage, say
from lgtrade.money import HALF_UP, Money, total
from lgtrade.words import Words


def build_up_blocks(build_up: BuildUp) -> Iterator[Block]:
    """Write what each use costs under each heading, how the whole reconciles to the ledger, and every line."""
    yield Heading(say(Words("{name}, {year}", name=build_up.name, year=build_up.year)), 3)
    yield _costs(build_up)
    yield from _reconciliation(build_up)
    if build_up.left_out:
        template = "{centre}, {amount}, is left out: {reason}."
        omitted = build_up.omitted
        yield Points(
            tuple(
                (say(Words(template, centre=centre, amount=omitted[centre], reason=reason)), None)
                for centre, reason in build_up.left_out.items()
            )
        )
    if build_up.pools:
        yield from _pools(build_up)
    rows = tuple(_line(build_up, line) for line in build_up.lines)
    yield Grid(headings("Cost centre", "Heading", "Amount", "Class", "Borne", "Note", "Source"), rows, frozenset({2}))
    words = Words("The headings are those of {title} ({address}).", title=TOTAL_COST.title, address=TOTAL_COST.address)
    yield Paragraph(say(words))


def _costs(build_up: BuildUp) -> Grid:
    costs = build_up.costs
    borne: dict[str, dict[str, Money]] = {}
    for line in build_up.cost_lines:
        borne.setdefault(line.heading, {})
    for use, cost in costs.items():
        for heading, row in borne.items():
            row[use] = total(part.amount for part in cost.parts if part.line.heading == heading)
    rows = [(say(heading), *map(say, row.values()), say(total(row.values()))) for heading, row in borne.items()]
    totals = [costs[use].total for use in build_up.uses]
    rows.append((say(Words("Cost of provision")), *map(say, totals), say(total(totals))))
    headers = (say(Words("Heading")), *map(say, build_up.uses), say(Words("All")))
    return Grid(headers, tuple(rows), frozenset(range(1, len(headers))))


def _reconciliation(build_up: BuildUp) -> Iterator[Paragraph]:
    template = (
        "The ledger adds to {ledger}: {direct} direct, {attributable} attributable, {overhead} overhead, and {omitted} "
        "left out. {chargeable} is borne by what is charged for, and {other} by the rest."
    )
    classes = {each.value: build_up.by_class(each) for each in CostClass}
    omitted, other = total(build_up.omitted.values()), build_up.not_chargeable
    words = Words(
        template, ledger=build_up.ledger, omitted=omitted, chargeable=build_up.chargeable, other=other, **classes
    )
    yield Paragraph(say(words))
    if build_up.rates:
        words = Words("That includes {added} of overheads that the ledger does not hold.", added=build_up.added)
        yield Paragraph(say(words))
    if build_up.rounding:
        words = Words("Rounding each cell by itself leaves {difference} over.", difference=build_up.rounding)
        yield Paragraph(say(words))
    if build_up.stated is not None:
        yield Paragraph(say(_against(build_up.ledger, build_up.stated)))


def _against(added: Money, stated: Money) -> Words:
    if added == stated:
        return Words("The lines add to what is stated, {stated}.", stated=stated)
    template = (
        "The lines add to {difference} more than the {stated} that is stated."
        if added > stated
        else "The lines add to {difference} less than the {stated} that is stated."
    )
    return Words(template, difference=abs(added - stated), stated=stated)


def _pools(build_up: BuildUp) -> Iterator[Block]:
    template = "The cost of support services is passed on by the {method} method, and in the end is borne so:"
    yield Paragraph(say(Words(template, method=build_up.method.value)))
    rows: list[tuple[str, ...]] = []
    for name, shares in build_up.shares.items():
        cost = total(line.amount for line in build_up.lines if line.centre == name and line.key is None)
        parts = (percentage(shares[use]) if use in shares else "" for use in build_up.uses)
        rows.append((say(name), say(build_up.pools[name].name), say(cost), *parts))
    headers = (*headings("Support service", "Key", "Cost"), *map(say, build_up.uses))
    yield Grid(headers, tuple(rows), frozenset(range(2, len(headers))))


def _line(build_up: BuildUp, line: LedgerLine) -> tuple[str, ...]:
    class_, key = build_up.class_of(line), line.key or build_up.pools.get(line.centre)
    kind = Words("left out") if class_ is None else Words(class_.value)
    how = "" if class_ is None else say(line.centre) if key is None else say(Words("by {key}", key=key.name))
    return (
        say(line.centre),
        say(Words(line.heading.value)),
        say(line.amount),
        say(kind),
        how,
        say(line.note),
        mark(line.basis),
    )


def rate_card_blocks(card: RateCard) -> Iterator[Block]:
    """Write what an hour of each grade costs, from what, and what each piece of work costs here and elsewhere."""
    yield Heading(say(card.name), 3)
    rates, days, costs = card.rates, card.day_rates, card.costs
    rows: list[tuple[str, ...]] = []
    for grade in card.grades:
        time = card.time_of(grade)
        built_up = (
            (say(costs[grade.name].round(HALF_UP)), say(time.hours))
            if grade.name in costs and time is not None
            else (say(Words("stated")), "")
        )
        day = say(days[grade.name]) if grade.name in days else ""
        rows.append((say(grade.name), *built_up, say(rates[grade.name]), day, mark(grade.basis)))
    headers = headings("Grade", "Cost of a year", "Productive hours", "An hour", "A day", "Source")
    yield Grid(headers, tuple(rows), frozenset({1, 2, 3, 4}))
    if costs:
        yield Paragraph(say(Words("Rates are rounded {rounding}.", rounding=card.rounding.name)))
    points = [say(_on_cost(each)) for each in card.on_costs]
    points += [
        say(Words("{grade}, {on_cost}", grade=grade.name, on_cost=_on_cost(each)))
        for grade in card.grades
        for each in grade.on_costs
    ]
    points += [say(_on_cost(each, "{heading}: {part} of the pay and on-costs")) for each in card.overheads]
    if points:
        yield Points(tuple((point, None) for point in points))
    if card.time is not None:
        template = "{days} days less {lost} ({what}), at {hours} hours a day."
        lost = ", ".join(card.time.lost)
        left = card.time.days - card.time.productive_days
        words = Words(template, days=card.time.days, lost=left, what=lost, hours=card.time.hours_a_day)
        yield Paragraph(say(words))
    if card.work:
        yield _work(card)
        template = "{work}: {amount} besides, for {heading}."
        besides = [
            say(Words(template, work=work.name, amount=amount, heading=heading))
            for work in card.work
            for heading, amount in work.besides.items()
        ]
        if besides:
            yield Points(tuple((each, None) for each in besides))


def _on_cost(on_cost: OnCost, template: str = "{heading}: {part} of the pay") -> Words:
    if on_cost.part is not None:
        return Words(template, heading=on_cost.heading, part=percentage(on_cost.part))
    return Words("{heading}: {amount} a year", heading=on_cost.heading, amount=on_cost.amount)


def _work(card: RateCard) -> Grid:
    rows: list[tuple[str, ...]] = []
    for work in card.work:
        here = card.price(work)
        rows.append((say(work.name), say(work.total), say(Words("by this card")), say(here), "", mark(work.basis)))
        for name, rate in card.elsewhere.items():
            there = card.price_at(rate, work)
            rows.append((say(work.name), say(work.total), say(name), say(there), say(there - here), mark(card.basis)))
    headers = headings("Work", "Hours", "Charged", "Price", "More than by this card", "Source")
    return Grid(headers, tuple(rows), frozenset({1, 3, 4}))


def unit_cost_blocks(cost: UnitCost) -> Iterator[Block]:
    """Write what all units cost, line by line, and what one costs each way, as used and at capacity."""
    yield Heading(say(Words("{name}: what one {unit} costs", name=cost.name, unit=cost.unit)), 3)
    rows = [
        (
            say(line.heading),
            say(line.amount),
            say(Words("not known")) if line.fixed is None else percentage(line.fixed.fraction),
            say(Words(line.kind.value)),
            mark(line.basis),
        )
        for line in cost.lines
    ]
    rows.append((say(Words("Total")), say(cost.total), "", "", ""))
    yield Grid(headings("Line", "Amount", "Of it fixed", "Class", "Source"), tuple(rows), frozenset({1, 2}))
    if cost.stated is not None:
        yield Paragraph(say(_against(cost.total, cost.stated)))
    ways = (
        ("Marginal cost", cost.marginal),
        ("Direct cost", cost.direct),
        ("Full cost", cost.full),
        ("Full cost at capacity", cost.full_at_capacity),
    )
    known = [(say(Words(name)), say(cost.rounding.rate(amount))) for name, amount in ways if amount is not None]
    yield Grid(tuple(name for name, _ in known), (tuple(rate for _, rate in known),), frozenset(range(len(known))))
    template = "Each is of one {unit}, of {units} in all, rounded {rounding}."
    yield Paragraph(say(Words(template, unit=cost.unit, units=cost.units, rounding=cost.rounding.name)))
    if cost.capacity is not None and cost.cost_of_idle_capacity is not None:
        template = "Of a capacity of {capacity}, {idle} is not used; that costs {cost}."
        idle = cost.capacity - cost.units
        words = Words(template, capacity=cost.capacity, idle=idle, cost=cost.cost_of_idle_capacity.round(HALF_UP))
        yield Paragraph(say(words))
