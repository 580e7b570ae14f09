"""Where an account is going: the years to come as they are planned, and the charge that would bring it to nil."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from itertools import pairwise

import attrs

from lgtrade.accounts._account import BreakEvenAccount, Position
from lgtrade.accounts._entries import BASIS, MONEY, YEAR, YearEntry, unit_issues
from lgtrade.accounts._rules import BreakEvenRule, Status
from lgtrade.calendar import FinancialYear
from lgtrade.charging import AtCost, UnitCharge
from lgtrade.figures import Figure, Figures
from lgtrade.frozen import FrozenMapping
from lgtrade.issues import Issue, each_wrong_type, refuse, wrong_type
from lgtrade.money import DOWN, EXACT, ZERO, Direction, Money, Rate, Rounding, number_or_as_given, total
from lgtrade.notebook import ShownInNotebooks
from lgtrade.sources import Assumption, Basis, Source
from lgtrade.words import Words


@attrs.frozen
class PlannedYear:
    """What a year to come is expected to bring.

    Args:
        year: the financial year.
        units: how many units are expected; nil or more.
        cost: the cost that charges have to recover.
        basis: the source of the estimates, or the assumption they rest on.
        charge: the charge for one unit.
        income: the income from charges, where a budget gives it and no charge.

    Raises:
        InputError: there is neither a charge nor an income, or both; the units or the charge are negative; or a part is
            of the wrong type; all together.

    >>> budget = Assumption("the budget")
    >>> PlannedYear(FinancialYear(2026), 3600, Money.pounds(90_000), budget, Rate("24.50")).expected_income
    £88,200.00
    """

    year: FinancialYear
    units: Decimal = attrs.field(converter=number_or_as_given)
    cost: Money
    basis: Basis
    charge: Rate | None = None
    income: Money | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a year of which too little is expected, or too much."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("year", self.year, FinancialYear, YEAR)
        yield from unit_issues(self.units)
        yield from wrong_type("cost", self.cost, Money, MONEY)
        yield from wrong_type("basis", self.basis, (Source, Assumption), BASIS)
        if (self.charge is None) == (self.income is None):
            found = Words("there has to be either a charge or an income")
            yield Issue(
                "planned.charge", "charge", found, Words("the charge for one unit, or the income, and not both")
            )
        if self.charge is not None:
            yield from wrong_type("charge", self.charge, Rate, Words("a Rate, or nothing"))
            if isinstance(self.charge, Rate) and self.charge.pounds < 0:
                yield Issue("planned.negative", "charge", Words("it is negative"), Words("a charge of nothing or more"))
        if self.income is not None:
            yield from wrong_type("income", self.income, Money, Words("an amount of Money, or nothing"))

    @property
    def expected_income(self) -> Money:
        """What the charge brings in if the units come out as expected, to the penny below; or the income stated."""
        if self.income is not None:
            return self.income
        return (self.charge * self.units).round(DOWN) if self.charge is not None else ZERO


@attrs.frozen(repr=False)
class Forecast(ShownInNotebooks):
    """A break-even account carried on through the years that are planned.

    Args:
        account: the account as it stands.
        planned: the years to come, without a gap; in any order.
        rounding: how the charge that brings the balance to nil is rounded: down, so that income does not exceed cost.

    Raises:
        InputError: no year is planned, or they do not follow the account without a gap; no units are planned, so that
            no charge would bring the balance to nil; the rounding is not down; or a part is of the wrong type; all
            together.

    >>> account = BreakEvenAccount(
    ...     "searches", (YearEntry(FinancialYear(2020), Money.pounds(311_899), Money.pounds(241_180)),), window=2
    ... )
    >>> budget = PlannedYear(
    ...     FinancialYear(2021), 3635, Money.pounds(231_828), Assumption("the budget"), income=Money.pounds(290_000)
    ... )
    >>> forecast = Forecast(account, (budget,))
    >>> forecast.closing, forecast.charge_to_nil
    (£128,891.00, £44.32)
    """

    account: BreakEvenAccount
    planned: tuple[PlannedYear, ...]
    rounding: Rounding = DOWN

    def __attrs_post_init__(self) -> None:
        """Refuse a plan that does not follow the account, or from which no charge could be worked out."""
        refuse(self._type_issues())
        refuse(self._issues())

    def _type_issues(self) -> Iterator[Issue]:
        yield from wrong_type("account", self.account, BreakEvenAccount, Words("a BreakEvenAccount"))
        yield from each_wrong_type("planned", self.planned, PlannedYear, Words("a PlannedYear"))
        yield from wrong_type("rounding", self.rounding, Rounding, Words("a Rounding"))

    def _issues(self) -> Iterator[Issue]:
        last = self.account.entries[-1].year
        order = sorted(range(len(self.planned)), key=lambda number: self.planned[number].year)
        years = [last, *(self.planned[number].year for number in order)]
        for number, (before, after) in zip(order, pairwise(years), strict=True):
            if after.start != before.start + 1:
                found = Words("{after} follows {before}", after=after, before=before)
                accepted = Words("each year after {last} once, without a gap", last=last)
                yield Issue("forecast.gap", f"planned[{number}].year", found, accepted)
        if not sum(planned.units for planned in self.planned):
            found = Words("no units are planned, so that no charge would bring the balance to nil")
            yield Issue("forecast.units", "planned", found, Words("a year with units over nothing"))
        if self.rounding.direction is not Direction.DOWN:
            found = Words("the charge would be rounded {rounding}", rounding=self.rounding.name)
            yield Issue("forecast.rounding", "rounding", found, Words("a rounding down, so that cost is not exceeded"))

    @property
    def carried_on(self) -> BreakEvenAccount:
        """The account with the years planned as if they had come out so."""
        service = self.account.service
        entries = [
            YearEntry(each.year, each.expected_income, each.cost, service, units=each.units) for each in self.planned
        ]
        return attrs.evolve(self.account, entries=(*self.account.entries, *entries), returning=False)

    @property
    def positions(self) -> tuple[Position, ...]:
        """Where the account would stand at the end of each year planned."""
        return self.carried_on.positions[len(self.account.entries) :]

    @property
    def closing(self) -> Money:
        """The balance at the end of the last year planned."""
        return self.carried_on.closing

    @property
    def exact_charge_to_nil(self) -> Fraction:
        """The one charge for a unit, in pounds and exact, that would bring the balance to nil; never below nothing."""
        charge = self._at_cost
        return Fraction(max(charge.cost - charge.brought_forward, ZERO).in_pounds) / Fraction(charge.units)

    @property
    def charge_to_nil(self) -> Rate:
        """The same charge, rounded down, so that it brings in no more than is to be recovered."""
        return self._at_cost.rate

    @property
    def not_returned(self) -> Money:
        """What would be left of the surplus at the end even if nothing were charged."""
        return self._at_cost.not_returned

    @property
    def _at_cost(self) -> UnitCharge:
        """The charge at cost for all the years planned as if they were one, with the balance of the account."""
        cost = total(each.cost for each in self.planned)
        units = reduce(EXACT.add, (each.units for each in self.planned))
        return AtCost(self.rounding).unit_charge(cost, units, self.account.closing)

    def at(self, charge: Rate) -> Forecast:
        """Give the forecast with one charge in every year planned.

        Args:
            charge: the charge for one unit.

        >>> entry = YearEntry(FinancialYear(2025), Money.pounds(30), Money.pounds(28))
        >>> plan = PlannedYear(FinancialYear(2026), 3, Money.pounds(30), Assumption("an example"), Rate(10))
        >>> forecast = Forecast(BreakEvenAccount("audit", (entry,)), (plan,))
        >>> forecast.at(forecast.charge_to_nil).closing
        -£0.01
        """
        planned = tuple(attrs.evolve(each, charge=charge, income=None) for each in self.planned)
        return attrs.evolve(self, planned=planned)

    @property
    def warnings(self) -> tuple[Words, ...]:
        """What is to be expected on the present course, and what charge would change it, in sentences."""
        return tuple(self._warnings())

    def _warnings(self) -> Iterator[Words]:
        positions = self.positions
        for position in positions:
            if position.window_ends or position is positions[-1]:
                yield _on_course(position)
        last = positions[-1]
        if last.closing > ZERO and self.not_returned:
            template = "Even if nothing were charged, {left} of the surplus would not be returned by the end of {year}."
            yield Words(template, left=self.not_returned, year=last.year)
        elif last.closing > ZERO:
            template = (
                "The charge would have to fall to {charge} a unit, to bring in no more than cost by the end of {year}."
            )
            yield Words(template, charge=self.charge_to_nil, year=last.year)
        elif last.status is not Status.BREACH_RISK and self.at(self.charge_to_nil).closing > last.closing:
            capped = self.account.rule is BreakEvenRule.CAP
            template = "A charge of {charge} a unit would recover it by the end of {year}."
            rise = "The charge would have to rise to {charge} a unit, to recover it by the end of {year}."
            yield Words(template if capped else rise, charge=self.charge_to_nil, year=last.year)

    @property
    def figures(self) -> Figures:
        """What is expected of each year, and the charge that would bring the balance to nil."""
        figures: dict[tuple[str, ...], Figure] = {}
        for position in self.positions:
            year = str(position.year)
            figures["forecast-income", year] = position.entry.income
            figures["forecast-surplus", year] = position.entry.surplus
            figures["forecast-balance", year] = position.closing
            figures["forecast-status", year] = position.status.value
        figures["exact-charge-to-nil",] = self.exact_charge_to_nil
        figures["charge-to-nil",] = self.charge_to_nil
        return FrozenMapping(figures)

    def __repr__(self) -> str:
        """Show where it goes and the charge that would bring it to nil."""
        return f"<Forecast of {self.account.service}: {self.closing}, nil at {self.charge_to_nil}>"


_COURSE = {
    Status.BALANCED: "On the present course the account is in balance at the end of {year}, or so nearly that the "
    "difference is not material.",
    Status.SHORT: "On the present course there is a deficit of {balance} at the end of {year}; "
    "the window has not ended.",
    Status.BREACH_RISK: "On the present course the window ends in {year} with a surplus of {balance}: "
    "a risk of a breach.",
    Status.DEFICIT: "On the present course the window ends in {year} with a deficit of {balance}: lawful, but consider "
    "subsidy control, best value and competition.",
}
_OVER = {
    Status.MONITOR: "On the present course there is a surplus of {balance} at the end of {year}; "
    "the window has not ended.",
    Status.OFF_BALANCE: "On the present course the window ends in {year} with a surplus of {balance}, where income has "
    "to equal cost as nearly as possible.",
    Status.TO_ADJUST: "On the present course there is a surplus of {balance} at the end of {year}, which the charge of "
    "the year after has to take in.",
}
_UNDER = {
    Status.MONITOR: "On the present course there is a deficit of {balance} at the end of {year}; "
    "the window has not ended.",
    Status.OFF_BALANCE: "On the present course the window ends in {year} with a deficit of {balance}, where income has "
    "to equal cost as nearly as possible.",
    Status.TO_ADJUST: "On the present course there is a deficit of {balance} at the end of {year}, which the charge of "
    "the year after has to take in.",
}


def _on_course(position: Position) -> Words:
    balance = position.closing if position.status is Status.TO_ADJUST else position.tested
    sentences = _COURSE | (_OVER if balance > ZERO else _UNDER)
    return Words(sentences[position.status], balance=abs(balance), year=position.year)
