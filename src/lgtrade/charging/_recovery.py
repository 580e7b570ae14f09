"""At cost, year by year: the charge that was estimated, what it brought in and what it cost, and the next charge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import reduce
from itertools import pairwise
from typing import Any

import attrs

from lgtrade.answers import Answer, no, yes
from lgtrade.calendar import FinancialYear
from lgtrade.charging._charges import NOTHING, ChargeLine, rate_issues, read_quantity
from lgtrade.charging._prices import PerUnit
from lgtrade.charging._rules import AtCost, UnitCharge
from lgtrade.charging._tariff import name_issues
from lgtrade.figures import Figure, Figures
from lgtrade.frozen import FrozenMapping, freeze
from lgtrade.issues import Issue, each_wrong_type, read_or_as_given, refuse, unread, wrong_type
from lgtrade.money import EXACT, ZERO, Money, Rate, Rounding, number_or_as_given, split, total
from lgtrade.notebook import ShownInNotebooks
from lgtrade.sources import Assumption, Basis, Source
from lgtrade.words import Words

_MONEY = Words("an amount of Money")


def _used(given: Mapping[str, object]) -> FrozenMapping[str, Decimal]:
    right = isinstance(given, Mapping)
    return freeze({name: read_or_as_given(read_quantity, units) for name, units in given.items()} if right else given)


@attrs.frozen
class RecoveryYear:
    """One year of a service that is charged for at cost: what was estimated, and what came of it.

    Args:
        year: the financial year.
        cost: the estimated cost of provision.
        units: the estimated number of units; over nothing.
        basis: where the figures are from.
        actual_cost: the actual cost; none if the year has not ended.
        used: how many units each customer used.
        charged: the unit charge that was made; none if it was the one that the rule gives.

    Raises:
        InputError: there are no units, something was used in a year that has no actual cost, or a part is of the wrong
            type; all together.

    >>> cost = Money.pounds(4986)
    >>> year = RecoveryYear(FinancialYear(2010), cost, 684, Assumption("illustration"), cost, {"Searchers": 684})
    >>> year.units
    Decimal('684')
    """

    year: FinancialYear
    cost: Money
    units: Decimal = attrs.field(converter=number_or_as_given)
    basis: Basis
    actual_cost: Money | None = None
    used: FrozenMapping[str, Decimal] = attrs.field(factory=FrozenMapping[str, Decimal], converter=_used)
    charged: Rate | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a cost over no units, and use that cost nothing because nobody says what it cost."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("year", self.year, FinancialYear, Words("a FinancialYear"))
        yield from unread(lambda _: AtCost().unit_charge(self.cost, self.units), "", self.cost)
        yield from wrong_type("basis", self.basis, (Source, Assumption), Words("a Source or an Assumption"))
        yield from wrong_type("actual_cost", self.actual_cost, (Money, type(None)), _MONEY)
        yield from wrong_type("used", self.used, Mapping, Words("how many units each customer used, by name"))
        for name, units in self.used.items() if isinstance(self.used, Mapping) else ():
            yield from wrong_type("used", name, str, Words("the name of a customer"))
            yield from unread(read_quantity, f"used[{name}]", units)
        if self.used and self.actual_cost is None:
            found = Words("there is use in a year without an actual cost")
            yield Issue("recovery.actual", "actual_cost", found, Words("the actual cost of the year"))
        typed = tuple(wrong_type("charged", self.charged, (Rate, type(None)), Words("a Rate, or nothing")))
        yield from typed
        if not typed and self.charged is not None:
            yield from rate_issues("charged", self.charged)


@attrs.frozen
class RecoveredYear:
    """What came of one year.

    Args:
        given: what was estimated, and what came of it.
        unit_charge: the charge that the rule gives, with the balance brought forward.
        rate: the charge that was made.
        lines: what each customer was charged.

    >>> year = RecoveryYear(FinancialYear(2010), Money.pounds(100), 10, Assumption("x"), Money.pounds(95), {"A": 9})
    >>> recovered = Recovery("Searches", AtCost(), (year,)).years_of_recovery[0]
    >>> recovered.income, recovered.surplus, recovered.over_cost
    (£90.00, -£5.00, {'A': -£5.00})
    """

    given: RecoveryYear
    unit_charge: UnitCharge
    rate: Rate
    lines: FrozenMapping[str, ChargeLine]

    @property
    def year(self) -> FinancialYear:
        """The financial year."""
        return self.given.year

    @property
    def income(self) -> Money:
        """What the charges brought in."""
        return total(line.amount for line in self.lines.values())

    @property
    def cost(self) -> Money:
        """What it cost; the estimate if the year has not ended."""
        return self.given.cost if self.given.actual_cost is None else self.given.actual_cost

    @property
    def surplus(self) -> Money:
        """The income less the cost; below nothing for a deficit."""
        return self.income - self.cost

    @property
    def closing(self) -> Money:
        """The balance carried forward."""
        return self.unit_charge.brought_forward + self.surplus

    @property
    def dearer(self) -> Money:
        """By how much it cost more than was estimated; below nothing if it cost less."""
        return self.cost - self.given.cost

    @property
    def busier(self) -> Decimal:
        """How many more units were used than were estimated; below nothing if fewer were."""
        used = reduce(EXACT.add, self.given.used.values(), NOTHING)
        return EXACT.subtract(used, self.given.units)

    @property
    def over_cost(self) -> FrozenMapping[str, Money]:
        """What each customer paid over its share of the cost by use; below nothing if it paid less."""
        if not any(self.given.used.values()):
            return FrozenMapping[str, Money]()
        shares = split(self.cost, self.given.used).parts
        return FrozenMapping({name: line.amount - shares[name] for name, line in self.lines.items()})


_WINDOWS = {
    (False, False): "From {first} to {last} charges of {income} were within the cost of {cost}.",
    (True, False): "From {first} to {last} charges of {income} exceeded the cost of {cost} by {over}.",
    (False, True): "With {brought} brought forward, charges of {income} from {first} to {last} were within the cost of "
    "{cost}.",
    (True, True): "With {brought} brought forward, charges of {income} from {first} to {last} exceeded the cost of "
    "{cost} by {over}.",
}


@attrs.frozen
class Recovery(ShownInNotebooks):
    """A service that is charged for at cost, over its years.

    Args:
        name: what it is.
        rule: the rule.
        years: the years in order; only the last may have no actual cost: its charge is to be set.
        opening: the balance brought forward into the first year: over nothing for a surplus.

    Raises:
        InputError: there is no year, a year is skipped, a year before the last has no actual cost, or a part is of the
            wrong type; all together.

    >>> known = Assumption("illustration")
    >>> service = Recovery("Searches", AtCost(), (
    ...     RecoveryYear(FinancialYear(2024), Money.pounds(1000), 100, known, Money.pounds(1100), {"A": 60, "B": 50}),
    ...     RecoveryYear(FinancialYear(2025), Money.pounds(1000), 100, known),
    ... ))
    >>> service.years_of_recovery[0].closing, service.next_charge.rate
    (£0.00, £10.00)
    """

    name: str
    rule: AtCost
    years: tuple[RecoveryYear, ...]
    opening: Money = ZERO

    def __attrs_post_init__(self) -> None:
        """Refuse years that do not follow one another."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from name_issues("name", self.name)
        yield from wrong_type("rule", self.rule, AtCost, Words("an AtCost rule"))
        yield from wrong_type("opening", self.opening, Money, _MONEY)
        if self.years == ():
            yield Issue("recovery.empty", "years", Words("there is no year"), Words("at least one financial year"))
        issues = tuple(each_wrong_type("years", self.years, RecoveryYear, Words("a RecoveryYear")))
        yield from issues or self._order_issues()

    def _order_issues(self) -> Iterator[Issue]:
        for number, (before, after) in enumerate(pairwise(self.years)):
            if after.year != before.year + 1:
                found = Words("{after} follows {before}", after=after.year, before=before.year)
                accepted = Words("{year}", year=before.year + 1)
                yield Issue("recovery.gap", f"years[{number + 1}].year", found, accepted)
            if before.actual_cost is None:
                found = Words("{year} has no actual cost, and is not the last year", year=before.year)
                place = f"years[{number}].actual_cost"
                yield Issue("recovery.actual", place, found, Words("the actual cost of the year"))

    @property
    def years_of_recovery(self) -> tuple[RecoveredYear, ...]:
        """What came of each year that has ended."""
        return tuple(year for year in self._every_year() if year.given.actual_cost is not None)

    def _every_year(self) -> Iterator[RecoveredYear]:
        balance = self.opening
        for given in self.years:
            charge = self.rule.unit_charge(given.cost, given.units, balance)
            rate = charge.rate if given.charged is None else given.charged
            price = PerUnit(rate, Rounding(self.rule.rounding.direction))
            lines = FrozenMapping({name: price.line(units) for name, units in given.used.items()})
            year = RecoveredYear(given, charge, rate, lines)
            balance = year.closing
            yield year

    @property
    def next_charge(self) -> UnitCharge | None:
        """The charge for the last year, if it has not ended: it carries the whole balance, and is never below nil."""
        last = tuple(self._every_year())[-1]
        return last.unit_charge if last.given.actual_cost is None else None

    @property
    def closing(self) -> Money:
        """The balance at the end of the last year that has ended."""
        ended = self.years_of_recovery
        return ended[-1].closing if ended else self.opening

    @property
    def over_cost(self) -> FrozenMapping[str, Money]:
        """What each customer paid over its share of the cost, in all the years that have ended."""
        added: dict[str, Money] = {}
        for year in self.years_of_recovery:
            for name, sum_ in year.over_cost.items():
                added[name] = added.get(name, ZERO) + sum_
        return FrozenMapping(added)

    @property
    def answers(self) -> tuple[Answer, ...]:
        """For each window that has ended, whether it brought in more than it cost; and what each charge carried.

        A window begins with the balance brought forward into it, which the charges had to take in; where every run of
        years has to balance, each run counts by itself.
        """
        return (*self._windows(), *self._carried())

    def _windows(self) -> Iterator[Answer]:
        ended, long = self.years_of_recovery, self.rule.window
        for start in range(0, len(ended) - long + 1, 1 if self.rule.rolling else long):
            years = ended[start : start + long]
            income, cost = total(year.income for year in years), total(year.cost for year in years)
            brought = ZERO if self.rule.rolling else years[0].unit_charge.brought_forward
            over = brought + income - cost
            values: dict[str, Any] = {"first": years[0].year, "last": years[-1].year, "income": income, "cost": cost}
            yield (no if over > ZERO else yes)(
                _WINDOWS[over > ZERO, bool(brought)], at=self.rule.at, brought=brought, over=over, **values
            )

    def _carried(self) -> Iterator[Answer]:
        for each in self._every_year() if self.rule.carried else ():
            values: dict[str, Any] = {"year": each.year, "rate": each.rate, "rule": each.unit_charge.rate}
            if each.rate == each.unit_charge.rate:
                yield yes("The charge of {rate} for {year} took in the whole balance.", at=self.rule.at, **values)
            else:
                template = "The charge of {rate} for {year} is not that of {rule}, which takes in the whole balance."
                yield no(template, at=self.rule.at, **values)

    @property
    def bases(self) -> tuple[tuple[str, Basis], ...]:
        """Where the figures of each year are from."""
        return tuple((f"{self.name} {each.year}", each.basis) for each in self.years)

    @property
    def figures(self) -> Figures:
        """The unit charge of each year, what it brought in, the balance, the next charge and what it cannot return."""
        figures: dict[tuple[str, ...], Figure] = {}
        for each in self._every_year():
            figures["unit-charge", str(each.year)] = each.unit_charge.rate
            if each.given.actual_cost is not None:
                figures["income", str(each.year)] = each.income
                figures["balance", str(each.year)] = each.closing
        if self.next_charge is not None:
            figures["next-charge",] = self.next_charge.rate
            figures["not-returned",] = self.next_charge.not_returned
        for name, sum_ in self.over_cost.items():
            figures["over-cost", name] = sum_
        return FrozenMapping(figures)
