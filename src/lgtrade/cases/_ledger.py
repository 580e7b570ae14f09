"""The ledger of a case: its statements and its break-even accounts, year by year, for one year feeds the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TypeAlias

import attrs

from lgtrade.accounts import NOT_SAID, BreakEvenAccount, Forecast, OtherIncome, YearEntry
from lgtrade.billing import Statement, bill
from lgtrade.calendar import FinancialYear
from lgtrade.cases._accounts import AccountTerms, IncomeKind
from lgtrade.cases._case import Case
from lgtrade.cases._entries import Supply
from lgtrade.charging import AtCost, Commercial, UnitCharge
from lgtrade.costing import CostOfProvision
from lgtrade.issues import Collector, InputError, Issue
from lgtrade.money import ZERO, Money, total
from lgtrade.words import Words

_Key: TypeAlias = tuple[str, FinancialYear]


@attrs.frozen
class _Charged:
    """One sum that was charged: under which power, and for how many units, where that is said."""

    amount: Money
    power: str | None
    units: Decimal | None


class Ledger:
    """Goes through the years in order, because an at-cost charge depends on the balance of the year before."""

    def __init__(self, case: Case, costs: Mapping[_Key, CostOfProvision], collector: Collector) -> None:
        """Open the ledger with the income that the case states."""
        self.statements: list[Statement] = []
        self.accounts: list[BreakEvenAccount] = []
        self.forecasts: list[Forecast] = []
        self._case = case
        self._costs = costs
        self._collector = collector
        self._terms = {terms.service: terms for terms in case.accounts}
        self._entries: dict[str, list[YearEntry]] = {service: [] for service in self._terms}
        # No income in it is commercial: a case with a commercial supply in a year of the account is refused.
        self._charged: dict[_Key, list[_Charged]] = {}
        self._other: dict[_Key, list[OtherIncome]] = {}
        self._returned: dict[_Key, Money] = {}
        for line in case.income:
            key = (line.service, line.year)
            if line.kind is IncomeKind.CHARGES:
                self._charge(key, line.amount, line.power, line.units)
            elif line.kind is IncomeKind.RETURNED:
                self._returned[key] = self._returned.get(key, ZERO) + line.amount
            else:
                other = OtherIncome(line.heading, line.amount, lowers_cost=line.lowers_cost is True)
                self._other.setdefault(key, []).append(other)

    def run(self) -> None:
        """Bill every supply and close every account, year by year."""
        kept = self._case.account_years
        self._collector.add(*self._without_income(kept), *self._skipped(kept))
        due: dict[FinancialYear, list[tuple[int, Supply]]] = {}
        for number, supply in enumerate(self._case.supplies):
            for year in supply.years:
                due.setdefault(year, []).append((number, supply))
        closing: dict[FinancialYear, list[tuple[int, str]]] = {}
        for number, (service, years) in enumerate(kept.items()):
            for year in years:
                closing.setdefault(year, []).append((number, service))
        for year in sorted({*due, *closing}):
            for number, supply in due.get(year, ()):
                self._bill(number, supply, year)
            for number, service in closing.get(year, ()):
                self._close(f"account[{number}]", service, year)
        for number, terms in enumerate(self._case.accounts):
            if kept[terms.service]:
                self._keep(f"account[{number}]", terms)

    @staticmethod
    def _without_income(kept: Mapping[str, tuple[FinancialYear, ...]]) -> Iterator[Issue]:
        for number, (service, years) in enumerate(kept.items()):
            if not years:
                found = Words("{service} brings in no income at cost or at a price", service=service)
                accepted = Words("stated income, or use that is charged for at cost or at a price")
                yield Issue("account.empty", f"account[{number}].service", found, accepted)

    def _skipped(self, kept: Mapping[str, tuple[FinancialYear, ...]]) -> Iterator[Issue]:
        """Yield each year of an account of which the case says nothing: it is not taken for a year of nothing."""
        told = {*self._costs, *((line.service, line.year) for line in self._case.income)}
        told |= {(supply.agreement.service.key, year) for supply in self._case.supplies for year in supply.years}
        for number, (service, years) in enumerate(kept.items()):
            for year in years:
                if (service, year) not in told:
                    found = Words("{service} has neither income nor cost in {year}", service=service, year=year)
                    accepted = Words("a line for that year, of nil if there was none")
                    yield Issue("account.gap", f"account[{number}].service", found, accepted)

    def _charge(self, key: _Key, amount: Money, power: str | None, units: Decimal | None) -> None:
        terms = self._terms.get(key[0])
        usual = None if terms is None else terms.power
        self._charged.setdefault(key, []).append(_Charged(amount, power or usual, units))

    def _bill(self, number: int, supply: Supply, year: FinancialYear) -> None:
        def make() -> Statement:
            return bill(supply.agreement, year, supply.usage, self._unit_charge(supply, year))

        statement = self._collector.attempt(f"agreement[{number}]", make)
        if statement is not None:
            self.statements.append(statement)
            used = sum((used.quantity for used in supply.usage if used.year == year), Decimal(0))
            units = None if supply.is_flat else used
            self._charge((supply.agreement.service.key, year), statement.total, None, units)

    def _unit_charge(self, supply: Supply, year: FinancialYear) -> UnitCharge | None:
        rule, service = supply.agreement.charge, supply.agreement.service.key
        estimate = next((each for each in supply.estimates if each.year == year), None)
        if estimate is None or not isinstance(rule, AtCost | Commercial):
            return None
        cost = estimate.cost
        if cost is None:
            found = self._costs.get((service, year))
            if found is None:
                words = Words("no cost of {service} is given for {year}", service=service, year=year)
                accepted = Words("a cost line for that year, or an estimated cost")
                raise InputError([Issue("estimate.cost", "estimate", words, accepted)])
            cost = found.total
            if isinstance(rule, AtCost):
                cost -= total(each.lowers_by for each in self._other_income((service, year)))
        if isinstance(rule, Commercial):
            return rule.unit_charge(cost, estimate.units)
        return rule.unit_charge(cost, estimate.units, self._brought_forward(service, year))

    def _brought_forward(self, service: str, year: FinancialYear) -> Money:
        """Give the balance before a year, with the corrections that were made before it began."""
        terms = self._terms.get(service)
        if terms is None:
            return ZERO
        entries = self._entries[service]
        known = [each for each in terms.corrections if each.on < year.period.first]
        before = {entry.year for entry in entries}
        corrected = total(each.effect for each in known if each.year in before)
        return terms.opening + total(entry.surplus - entry.returned for entry in entries) + corrected

    def _close(self, place: str, service: str, year: FinancialYear) -> None:
        key = (service, year)
        charged, returned = self._charged.get(key, []), self._returned.get(key, ZERO)
        income, cost = total(each.amount for each in charged), self._costs.get(key)
        if income and cost is None:
            found = Words("there is income of {service} in {year}, and no cost", service=service, year=year)
            self._collector.add(Issue("account.cost", f"{place}.service", found, Words("a cost line for that year")))
        spent, other = ZERO if cost is None else cost.total, self._other_income(key)
        entry = YearEntry(year, income, spent, service, _by_power(charged), other, returned, _units_of(charged))
        self._entries[service].append(entry)

    def _other_income(self, key: _Key) -> tuple[OtherIncome, ...]:
        return tuple(self._other.get(key, ()))

    def _keep(self, place: str, terms: AccountTerms) -> None:
        account = self._collector.attempt(place, lambda: terms.account(self._entries[terms.service]))
        if account is not None:
            self.accounts.append(account)
            if terms.planned:
                forecast = self._collector.attempt(place, lambda: Forecast(account, terms.planned))
                self.forecasts.extend([] if forecast is None else [forecast])


def _by_power(charged: Iterable[_Charged]) -> dict[str, Money]:
    """Add up what was charged under each power; nothing where none is said."""
    powers: dict[str, Money] = {}
    for each in charged:
        power = each.power or NOT_SAID
        powers[power] = powers.get(power, ZERO) + each.amount
    return {} if set(powers) == {NOT_SAID} else powers


def _units_of(charged: Iterable[_Charged]) -> Decimal | None:
    """Add up the units that were charged for; none if they are not said of every sum."""
    units = [each.units for each in charged]
    said = [each for each in units if each is not None]
    return sum(said, Decimal(0)) if said and len(said) == len(units) else None
