"""What one unit costs: at the margin, directly and in full, as used and at capacity."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import attrs

from lgtrade.costing._given import basis_issues, number_issues, text_issues
from lgtrade.costing._headings import CostClass
from lgtrade.figures import Figure, Figures
from lgtrade.frozen import FrozenMapping
from lgtrade.issues import Issue, each_wrong_type, refuse, wrong_type
from lgtrade.money import HALF_UP, Amount, Money, Rounding, Share, fraction_or_as_given, plain, total
from lgtrade.notebook import ShownInNotebooks
from lgtrade.sources import Basis
from lgtrade.words import Words


@attrs.frozen
class UnitCostLine:
    """One line of what all units together cost.

    Args:
        heading: what it is.
        amount: the cost of all units; negative for a credit.
        basis: the source of the figure, or the assumption it rests on.
        fixed: what share of it stays the same however many units there are: 0% if it is wholly variable, 100% if it is
            wholly fixed; none if that is not known.
        kind: how near it is to the service.

    Raises:
        InputError: it has no heading, or a part is of the wrong type; all together.

    >>> from lgtrade.sources import Source
    >>> UnitCostLine("Calls", Money.pounds(9000), Source("ledger"), Share("40%")).fixed_amount
    £3,600
    """

    heading: str
    amount: Money
    basis: Basis
    fixed: Share | None = None
    kind: CostClass = CostClass.DIRECT

    def __attrs_post_init__(self) -> None:
        """Refuse a line that is not one."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from text_issues("heading", self.heading, Words("what it is"))
        yield from wrong_type("amount", self.amount, Money, Words("an amount of Money"))
        yield from basis_issues(self.basis)
        yield from wrong_type("fixed", self.fixed, (Share, type(None)), Words("a Share, or nothing"))
        yield from wrong_type("kind", self.kind, CostClass, Words("a CostClass"))

    @property
    def fixed_amount(self) -> Amount | None:
        """What of it is fixed, exactly; none if that is not known."""
        return None if self.fixed is None else self.amount.amount.times(self.fixed.fraction)


@attrs.frozen
class UnitCost(ShownInNotebooks):
    """What one unit costs, three ways side by side, and what capacity that is not used costs.

    The marginal cost is what varies with use, over the units; the direct cost leaves overheads out; the full cost is
    everything over the units. At capacity the fixed cost is spread over all that could be supplied, and what of it
    falls on units that are not used is the cost of idle capacity. Each is exact, and is rounded only as a figure.

    Args:
        name: what it is called.
        unit: what a unit is.
        units: how many are used; over nil.
        lines: what all of them together cost.
        basis: the source of the units and of the capacity, or the assumption they rest on.
        capacity: how many units the fixed cost allows for; none if it is not known.
        stated: what the lines are said to add to, to be compared.
        rounding: how the cost of a unit is rounded.

    Raises:
        InputError: the cost falls on no units, the capacity is below the use, it is given and not known what is fixed,
            there are no lines, or a part is of the wrong type; all together.

    >>> from lgtrade.sources import Source
    >>> ledger = Source("ledger")
    >>> lines = (
    ...     UnitCostLine("Employees", Money.pounds(60_000), ledger, Share("100%")),
    ...     UnitCostLine("Licences", Money.pounds(9_000), ledger, Share("0%")),
    ...     UnitCostLine("Finance and people", Money.pounds(6_000), ledger, Share("100%"), CostClass.OVERHEAD),
    ... )
    >>> desk = UnitCost("Help desk", "call", 3000, lines, ledger, capacity=4000)
    >>> desk.marginal, desk.direct, desk.full, desk.full_at_capacity, desk.cost_of_idle_capacity
    (£3, £23, £25, £19.5, £16,500)
    """

    name: str
    unit: str
    units: Fraction = attrs.field(converter=fraction_or_as_given)
    lines: tuple[UnitCostLine, ...]
    basis: Basis
    capacity: Fraction | None = attrs.field(default=None, converter=attrs.converters.optional(fraction_or_as_given))
    stated: Money | None = None
    rounding: Rounding = attrs.field(factory=lambda: HALF_UP)

    def __attrs_post_init__(self) -> None:
        """Refuse a cost that no unit bears."""
        refuse(self._type_issues())
        refuse(self._issues())

    def _type_issues(self) -> Iterator[Issue]:
        yield from text_issues("name", self.name, Words("what it is called"))
        yield from text_issues("unit", self.unit, Words("what a unit is"))
        yield from number_issues("units", self.units)
        yield from each_wrong_type("lines", self.lines, UnitCostLine, Words("a UnitCostLine"))
        yield from basis_issues(self.basis)
        if self.capacity is not None:
            yield from number_issues("capacity", self.capacity)
        yield from wrong_type("stated", self.stated, (Money, type(None)), Words("an amount of Money, or nothing"))
        yield from wrong_type("rounding", self.rounding, Rounding, Words("a Rounding"))

    def _issues(self) -> Iterator[Issue]:
        if not self.lines:
            yield Issue("unit_cost.lines", "lines", Words("there are none"), Words("one line or more"))
        if self.units == 0:
            found = Words("a cost of {cost} falls on no units", cost=self.total)
            yield Issue("unit_cost.units", "units", found, Words("a number of units over nil"))
        if self.capacity is None:
            return
        if self.capacity < self.units:
            template = "it is {capacity}, and {units} are used"
            found = Words(template, capacity=plain(self.capacity), units=plain(self.units))
            yield Issue("unit_cost.capacity", "capacity", found, Words("what is used, or more"))
        for position, line in enumerate(self.lines):
            if line.fixed is None:
                found = Words("it is not said what of {heading} is fixed", heading=line.heading)
                accepted = Words("the share that is fixed, or no capacity")
                yield Issue("unit_cost.fixed", f"lines[{position}].fixed", found, accepted)

    @property
    def total(self) -> Money:
        """What all units cost."""
        return total(line.amount for line in self.lines)

    @property
    def difference(self) -> Money | None:
        """What the lines add to, less what they are stated to add to; none if that is not stated."""
        return None if self.stated is None else self.total - self.stated

    @property
    def fixed(self) -> Amount | None:
        """What stays the same however many units there are; none if it is not known of every line."""
        known = [line.fixed_amount for line in self.lines]
        amounts = [amount for amount in known if amount is not None]
        return sum(amounts, Amount(Fraction(0))) if len(amounts) == len(known) else None

    @property
    def full(self) -> Amount:
        """What a unit costs with everything in it."""
        return self.total.amount.over(self.units)

    @property
    def direct(self) -> Amount:
        """What a unit costs without overheads."""
        return total(line.amount for line in self.lines if line.kind is not CostClass.OVERHEAD).amount.over(self.units)

    @property
    def marginal(self) -> Amount | None:
        """What one unit more costs: what varies, over the units; none if it is not known what is fixed."""
        fixed = self.fixed
        return None if fixed is None else (self.total.amount - fixed).over(self.units)

    @property
    def idle(self) -> Fraction | None:
        """How many units of the capacity are not used; none if the capacity is not known."""
        return None if self.capacity is None else self.capacity - self.units

    @property
    def full_at_capacity(self) -> Amount | None:
        """What a unit would cost if all of the capacity were used; none if the capacity is not known."""
        if self.capacity is None or self.fixed is None or self.marginal is None:
            return None
        return self.marginal + self.fixed.over(self.capacity)

    @property
    def cost_of_idle_capacity(self) -> Amount | None:
        """What of the fixed cost falls on units that are not used; none if the capacity is not known."""
        if self.capacity is None or self.fixed is None or self.idle is None:
            return None
        return self.fixed.times(self.idle / self.capacity)

    @property
    def bases(self) -> tuple[tuple[str, Basis], ...]:
        """Where the units and each line are from."""
        lines = ((f"{self.name}: {line.heading}", line.basis) for line in self.lines)
        return ((f"{self.name}: {self.unit}", self.basis), *lines)

    @property
    def exact(self) -> FrozenMapping[tuple[str, ...], Fraction]:
        """What a unit costs each way, in pounds, before it is rounded."""
        costs = {
            "marginal-cost": self.marginal,
            "direct-cost": self.direct,
            "full-cost": self.full,
            "full-cost-at-capacity": self.full_at_capacity,
        }
        return FrozenMapping({(name,): Fraction(cost.pounds) for name, cost in costs.items() if cost is not None})

    @property
    def figures(self) -> Figures:
        """The total, what a unit costs each way, rounded, and the idle capacity and what it costs to a penny."""
        figures: dict[tuple[str, ...], Figure] = {("total",): self.total}
        if self.difference is not None:
            figures["difference",] = self.difference
        figures |= {path: self.rounding.rate(exact) for path, exact in self.exact.items()}
        if self.idle is not None and self.cost_of_idle_capacity is not None:
            figures["idle-units",] = self.idle
            figures["cost-of-idle-capacity",] = self.cost_of_idle_capacity.round(HALF_UP)
        return FrozenMapping(figures)
