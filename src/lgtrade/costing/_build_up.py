"""The build-up: from the lines of a ledger to the cost of provision of each service, with nothing lost on the way."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

import attrs

from lgtrade.calendar import FinancialYear
from lgtrade.costing._given import mapping, named_issues, text_issues
from lgtrade.costing._headings import CostClass, OverheadMethod
from lgtrade.costing._ledger import LedgerLine, OverheadRate
from lgtrade.costing._overheads import final_shares, followed, passed_on, stranded
from lgtrade.costing._provision import ApportionmentKey, CostLine, CostOfProvision, costs_of_provision
from lgtrade.figures import Figure, Figures
from lgtrade.frozen import FrozenMapping
from lgtrade.issues import Collector, Issue, each_wrong_type, given_twice, refuse, shown, wrong_type
from lgtrade.money import HALF_UP, LARGEST, ZERO, Money, Remainder, total
from lgtrade.notebook import ShownInNotebooks
from lgtrade.sources import Basis
from lgtrade.words import Words

MOST_POOLS = 25
"""The most support services of one build-up."""

MOST_PARTS = 50_000
"""The most parts that the lines of one build-up may be divided into."""


@attrs.frozen
class BuildUp(ShownInNotebooks):
    """What each service costs, built up from the lines of a ledger for one financial year.

    A line is direct if its cost centre is a service or another use, attributable if it has a key of its own, and
    overhead if its cost centre is a support service. All that is in the ledger is borne by a use, or is left out for a
    stated reason.

    Args:
        name: what it is called.
        year: the financial year of every line.
        lines: the lines.
        services: the uses that are charged for: each the key of a kind of service, and a cost centre of that name.
        other: the uses that are not charged for, in the same way.
        pools: the support services, each a cost centre, with the key of those that it serves: uses, one another, and
            perhaps itself, which is left out of account.
        method: how the cost of support services that serve one another is passed on.
        order: for the step-down method, every support service once, the first to pass its cost on first.
        left_out: the cost centres that are no part of the cost of any use, as the corporate and democratic core and
            non-distributed costs are not, each with the reason.
        rates: overheads that the ledger does not hold.
        stated: what the ledger is said to add to, to be compared.
        remainder: who takes the odd pence of a line that is divided.
        unit: the smallest sum that a line is divided into.

    Raises:
        InputError: a line is of another year or of a cost centre that has no place; a key names somebody who has none;
            support services serve only one another; the order misses or repeats one; or a part is of the wrong type;
            all together.

    >>> from lgtrade.costing import SubjectiveHeading
    >>> from lgtrade.sources import Source
    >>> pay, year, ledger = SubjectiveHeading.EMPLOYEES, FinancialYear(2025), Source("ledger")
    >>> build_up = BuildUp(
    ...     "Payroll", year,
    ...     (
    ...         LedgerLine("payroll", pay, year, Money.pounds(90_000), ledger),
    ...         LedgerLine("People team", pay, year, Money.pounds(40_000), ledger),
    ...     ),
    ...     services=("payroll",), other=("own use",),
    ...     pools={"People team": ApportionmentKey("heads", {"payroll": 3, "own use": 37}, ledger)},
    ... )
    >>> build_up.costs["payroll"].total, build_up.chargeable, build_up.not_chargeable
    (£93,000.00, £93,000.00, £37,000.00)
    """

    name: str
    year: FinancialYear
    lines: tuple[LedgerLine, ...]
    services: tuple[str, ...]
    other: tuple[str, ...] = ()
    pools: FrozenMapping[str, ApportionmentKey] = attrs.field(
        factory=FrozenMapping[str, ApportionmentKey], converter=mapping
    )
    method: OverheadMethod = OverheadMethod.RECIPROCAL
    order: tuple[str, ...] = ()
    left_out: FrozenMapping[str, str] = attrs.field(factory=FrozenMapping[str, str], converter=mapping)
    rates: tuple[OverheadRate, ...] = ()
    stated: Money | None = None
    remainder: Remainder = attrs.field(factory=lambda: LARGEST)
    unit: Money = attrs.field(factory=lambda: Money(pence=1))

    def __attrs_post_init__(self) -> None:
        """Refuse a build-up that would lose something, or count it twice."""
        refuse(self._type_issues())
        refuse([*self._size_issues(), *self._name_issues(), *self._line_issues(), *self._pool_issues()])
        refuse(self._division_issues())

    def _type_issues(self) -> Iterator[Issue]:
        yield from text_issues("name", self.name, Words("what it is called"))
        yield from wrong_type("year", self.year, FinancialYear, Words("a FinancialYear"))
        yield from each_wrong_type("lines", self.lines, LedgerLine, Words("a LedgerLine"))
        yield from each_wrong_type("services", self.services, str, Words("the key of a kind of service"))
        yield from each_wrong_type("other", self.other, str, Words("the name of a use"))
        yield from named_issues("pools", self.pools, ApportionmentKey, Words("an ApportionmentKey"))
        yield from wrong_type("method", self.method, OverheadMethod, Words("an OverheadMethod"))
        yield from each_wrong_type("order", self.order, str, Words("the name of a support service"))
        yield from named_issues("left_out", self.left_out, str, Words("the reason, in words"))
        yield from each_wrong_type("rates", self.rates, OverheadRate, Words("an OverheadRate"))
        yield from wrong_type("stated", self.stated, (Money, type(None)), Words("an amount of Money, or nothing"))
        yield from wrong_type("remainder", self.remainder, Remainder, Words("a Remainder"))
        yield from wrong_type("unit", self.unit, Money, Words("an amount of Money"))

    def _size_issues(self) -> Iterator[Issue]:
        if len(self.pools) > MOST_POOLS:
            found = Words("there are {count} support services", count=len(self.pools))
            yield Issue("build_up.pools", "pools", found, Words("at most {most}", most=MOST_POOLS))
        parts = len(self.lines) * len(self.uses)
        if parts > MOST_PARTS:
            found = Words("the lines would come to {count} parts", count=parts)
            yield Issue("build_up.parts", "lines", found, Words("at most {most}", most=MOST_PARTS))
        if self.unit <= ZERO:
            yield Issue("build_up.unit", "unit", Words("it is {unit}", unit=self.unit), Words("a penny or more"))

    def _name_issues(self) -> Iterator[Issue]:
        if not self.services:
            yield Issue("build_up.services", "services", Words("there are none"), Words("one service or more"))
        places = tuple(self._places())
        yield from given_twice([place for place, _ in places], [name for _, name in places])
        for place, name in places:
            if name == "":
                yield Issue("name.empty", place, Words("it is empty"), Words("the name of a cost centre"))
        for name, reason in self.left_out.items():
            yield from text_issues(f"left_out[{name}]", reason, Words("the reason, in words"))
        yield from given_twice("rates[{}].heading", [rate.heading for rate in self.rates])

    def _places(self) -> Iterator[tuple[str, str]]:
        """Yield every cost centre that has a place, with where it is given."""
        for place, names in (("services", self.services), ("other", self.other)):
            yield from ((f"{place}[{position}]", name) for position, name in enumerate(names))
        for place, held in (("pools", self.pools), ("left_out", self.left_out)):
            yield from ((f"{place}[{name}]", name) for name in held)

    def _line_issues(self) -> Iterator[Issue]:
        places = dict.fromkeys(name for _, name in self._places())
        for position, line in enumerate(self.lines):
            at = f"lines[{position}]"
            if line.year != self.year:
                found = Words("{centre} has a line of {year}", centre=shown(line.centre), year=line.year)
                yield Issue("build_up.year", f"{at}.year", found, Words("a line of {year}", year=self.year))
            if line.key is not None and line.centre in self.left_out:
                found = Words("{centre} is left out, and the line has a key", centre=shown(line.centre))
                yield Issue("build_up.left_out", f"{at}.key", found, Words("one or the other"))
            if line.key is None and line.centre not in places:
                template = "{centre} is neither a use, nor a support service with a key, nor left out"
                found = Words(template, centre=shown(line.centre))
                yield Issue("build_up.centre", f"{at}.centre", found, _one_of(places))
            if line.key is not None:
                yield from self._key_issues(f"{at}.key", line.key)

    def _key_issues(self, place: str, key: ApportionmentKey) -> Iterator[Issue]:
        known = (*self.uses, *self.pools)
        for name, weight in key.weights.items():
            if weight and name not in known:
                found = Words("{name} is neither a use nor a support service", name=shown(name))
                yield Issue("build_up.key", f"{place}.weights[{name}]", found, _one_of(known))

    def _pool_issues(self) -> Iterator[Issue]:
        for name, key in self.pools.items():
            yield from self._key_issues(f"pools[{name}]", key)
        yield from self._order_issues()
        if set(self._steps) == set(self.pools):
            for name in stranded(self._passed_on):
                template = "by the {method} method the cost of {name} reaches no use"
                found = Words(template, name=shown(name), method=self.method.value)
                accepted = Words("a key by which some of it is borne outside the support services")
                yield Issue("build_up.loop", f"pools[{name}]", found, accepted)

    def _order_issues(self) -> Iterator[Issue]:
        if self.method is not OverheadMethod.STEP_DOWN:
            if self.order:
                found = Words("the {method} method has no steps", method=self.method.value)
                yield Issue("build_up.order", "order", found, Words("an order with the step-down method only"))
            return
        yield from given_twice("order[{}]", self.order)
        for position, name in enumerate(self.order):
            if name not in self.pools:
                found = Words("{name} is no support service", name=shown(name))
                yield Issue("build_up.order", f"order[{position}]", found, _one_of(self.pools))
        for name in self.pools:
            if name not in self.order:
                found = Words("it misses {name}", name=shown(name))
                yield Issue("build_up.order", "order", found, Words("every support service, once"))

    def _division_issues(self) -> Iterator[Issue]:
        collector = Collector()
        for position, line in enumerate(self.lines):
            if self.class_of(line) is not None:
                divide = functools.partial(self._borne(line).parts, remainder=self.remainder, unit=self.unit)
                collector.attempt(f"lines[{position}]", divide)
        yield from collector.issues

    @property
    def uses(self) -> tuple[str, ...]:
        """All that bears cost in the end: the services that are charged for, and then the other uses."""
        return (*self.services, *self.other)

    @property
    def _steps(self) -> tuple[str, ...]:
        return self.order if self.method is OverheadMethod.STEP_DOWN else tuple(self.pools)

    @property
    def _passed_on(self) -> dict[str, Mapping[str, Fraction]]:
        return passed_on({name: key.weights for name, key in self.pools.items()}, self.method, self._steps)

    @functools.cached_property
    def shares(self) -> FrozenMapping[str, FrozenMapping[str, Fraction]]:
        """What share of each support service each use bears in the end, whatever passes between support services."""
        found = final_shares(self._passed_on)
        return FrozenMapping(
            {name: FrozenMapping({use: row[use] for use in self.uses if use in row}) for name, row in found.items()}
        )

    def class_of(self, line: LedgerLine) -> CostClass | None:
        """How near a line is to what bears it; none if it is left out."""
        if line.key is not None:
            return CostClass.ATTRIBUTABLE
        if line.centre in self.pools:
            return CostClass.OVERHEAD
        return None if line.centre in self.left_out else CostClass.DIRECT

    def _borne(self, line: LedgerLine) -> CostLine:
        """Give a line as it is borne in the end: by its own use, or by those that a key leads to."""
        key = line.key or self.pools.get(line.centre)
        if key is None:
            return CostLine(line.heading.value, line.year, line.amount, line.basis, service=line.centre)
        weights = {line.centre: Fraction(1)} if line.key is None else key.weights
        borne = followed(weights, self.shares)
        final = ApportionmentKey(key.name, {use: borne[use] for use in self.uses if borne.get(use)}, key.basis)
        return CostLine(line.heading.value, line.year, line.amount, line.basis, key=final)

    @functools.cached_property
    def cost_lines(self) -> tuple[CostLine, ...]:
        """The lines of cost that uses bear, each direct or with the key by which it is borne in the end.

        They are what :func:`costs_of_provision` and a case take: the ledger's own in its order, and then the overheads
        that it does not hold.
        """
        ledger = tuple(self._borne(line) for line in self.lines if self.class_of(line) is not None)
        return (*ledger, *self._rate_lines)

    @functools.cached_property
    def _rate_lines(self) -> tuple[CostLine, ...]:
        nearer = {CostClass.DIRECT, CostClass.ATTRIBUTABLE} if self.rates else set[CostClass]()
        costs = self._costs_of(self._borne(line) for line in self.lines if self.class_of(line) in nearer)
        rounding = HALF_UP.to(self.unit.in_pounds)
        lines: list[CostLine] = []
        for rate in self.rates:
            headings = {heading.value for heading in rate.of}
            for use, cost in costs.items():
                of = total(part.amount for part in cost.parts if part.line.heading in headings)
                amount = rounding.money(rate.part * Fraction(of.in_pounds))
                lines.append(CostLine(rate.heading, self.year, amount, rate.basis, service=use))
        return tuple(lines)

    def _costs_of(self, lines: Iterable[CostLine]) -> dict[str, CostOfProvision]:
        found = costs_of_provision(lines, remainder=self.remainder, unit=self.unit)
        return {use: found.get((use, self.year), CostOfProvision(use, self.year, ())) for use in self.uses}

    @functools.cached_property
    def costs(self) -> FrozenMapping[str, CostOfProvision]:
        """The cost of provision of each use, line by line."""
        return FrozenMapping(self._costs_of(self.cost_lines))

    @property
    def direct_lines(self) -> tuple[CostLine, ...]:
        """What each use bears under each line, to the penny, as a line of its own."""
        return tuple(line for cost in self.costs.values() for line in cost.direct_lines)

    @property
    def ledger(self) -> Money:
        """What the lines add to."""
        return total(line.amount for line in self.lines)

    @property
    def difference(self) -> Money | None:
        """What the lines add to, less what the ledger is stated to add to; none if that is not stated."""
        return None if self.stated is None else self.ledger - self.stated

    @property
    def omitted(self) -> FrozenMapping[str, Money]:
        """What each cost centre that is left out comes to."""
        return FrozenMapping(
            {name: total(line.amount for line in self.lines if line.centre == name) for name in self.left_out}
        )

    @property
    def added(self) -> Money:
        """The overheads that the ledger does not hold."""
        return total(line.amount for line in self._rate_lines)

    def by_class(self, class_: CostClass) -> Money:
        """What the ledger's lines of one class add to."""
        return total(line.amount for line in self.lines if self.class_of(line) is class_)

    @property
    def chargeable(self) -> Money:
        """What the services that are charged for cost."""
        return total(self.costs[use].total for use in self.services)

    @property
    def not_chargeable(self) -> Money:
        """What the other uses cost."""
        return total(self.costs[use].total for use in self.other)

    @property
    def rounding(self) -> Money:
        """What rounding each cell by itself left over; nothing under any other rule for the odd pence.

        The ledger and the overheads that it does not hold, less what is left out and this, is what all uses cost.
        """
        return self.ledger + self.added - total(self.omitted.values()) - self.chargeable - self.not_chargeable

    @property
    def bases(self) -> tuple[tuple[str, Basis], ...]:
        """Where each line, key and rate is from."""
        keys = [*(line.key for line in self.lines if line.key is not None), *self.pools.values()]
        return (
            *((f"{self.name}: {line.centre}, {line.heading.value}", line.basis) for line in self.lines),
            *((f"{self.name}: {key.name}", key.basis) for key in dict.fromkeys(keys)),
            *((f"{self.name}: {rate.heading}", rate.basis) for rate in self.rates),
        )

    @property
    def figures(self) -> Figures:
        """What each use costs and bears of support services, and how the whole reconciles to the ledger."""
        figures: dict[tuple[str, ...], Figure] = {("ledger",): self.ledger}
        if self.difference is not None:
            figures["difference",] = self.difference
        figures |= {("left-out", name): amount for name, amount in self.omitted.items()}
        figures |= {("class", each.value): self.by_class(each) for each in CostClass}
        figures |= {("added",): self.added, ("rounding",): self.rounding}
        figures |= {("chargeable",): self.chargeable, ("not-chargeable",): self.not_chargeable}
        figures |= {("share", pool, use): part for pool, row in self.shares.items() for use, part in row.items()}
        by_heading: dict[str, Money] = {}
        for use, cost in self.costs.items():
            figures["total-cost", use] = cost.total
            for heading in dict.fromkeys(part.line.heading for part in cost.parts):
                borne = total(part.amount for part in cost.parts if part.line.heading == heading)
                figures["cost", use, heading] = borne
                by_heading[heading] = by_heading.get(heading, ZERO) + borne
        figures |= {("heading", heading): borne for heading, borne in by_heading.items()}
        return FrozenMapping(figures)


def _one_of(names: Iterable[str]) -> Words:
    return Words("one of: {names}", names=", ".join(names))
