"""One year of a trading company: what it sells and at which price, what its owners supply and lend, what it spends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import get_args

import attrs

from lgtrade.calendar import FinancialYear
from lgtrade.charging import Occasion, Price, Supplied
from lgtrade.frozen import FrozenMapping
from lgtrade.issues import Issue, given_twice, refuse, unread, wrong_type
from lgtrade.money import ZERO, Money, exact_number, number_or_as_given, total
from lgtrade.partnership._given import basis_issues, mapping, name_issues, parts_issues, sum_issues, year_issues
from lgtrade.sources import Basis
from lgtrade.words import Words


@attrs.frozen
class CompanySale:
    """What a company sells in a year, and the price before VAT by which its income follows.

    Args:
        name: what is sold, or to whom.
        price: the price.
        quantity: how many units are charged for at once.
        basis: where the quantity is from, or the assumption in its place.
        times: how often so many are charged for: once for each customer with as much use.
        customer: who is charged, where the price depends on that.

    Raises:
        InputError: there is no name, the quantity is negative, or a part is of the wrong type; all together.

    >>> from lgtrade.charging import PerUnit
    >>> from lgtrade.money import Rate
    >>> from lgtrade.sources import Assumption
    >>> sale = CompanySale("Payslips", PerUnit(Rate("2.05")), 1200, Assumption("an example"), times=40)
    >>> sale.income(FinancialYear(2026))
    £98,400.00
    """

    name: str
    price: Price
    quantity: Decimal = attrs.field(converter=number_or_as_given)
    basis: Basis
    times: int = 1
    customer: str = ""

    def __attrs_post_init__(self) -> None:
        """Refuse a sale of nothing that can be counted."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from name_issues("name", self.name, Words("what is sold"))
        yield from wrong_type("price", self.price, get_args(Price), Words("a price"))
        wrong = tuple(unread(exact_number, "quantity", self.quantity))
        yield from wrong
        if not wrong and self.quantity < 0:
            found = Words("it is below nil: {quantity}", quantity=self.quantity)
            yield Issue("sale.quantity", "quantity", found, Words("nil or more"))
        yield from basis_issues(self.basis)
        wrong = tuple(wrong_type("times", self.times, int, Words("how often, as a whole number")))
        yield from wrong
        if not wrong and self.times < 1:
            found = Words("it is {times}", times=self.times)
            yield Issue("sale.times", "times", found, Words("1 or more"))
        yield from wrong_type("customer", self.customer, str, Words("a name, or nothing"))

    def income(self, year: FinancialYear) -> Money:
        """Give what it comes to in a year, at the prices of that year.

        Args:
            year: the year in which it is sold.

        Raises:
            InputError: it is no year, or the price gives no charge for it: it begins later, or asks who is charged.
        """
        refuse(year_issues("year", year))
        return self.price.charge(self.quantity, Occasion(year.period, self.customer)).amount * self.times


@attrs.frozen
class Recharge:
    """What an owner supplies to the company, and charges it for.

    Args:
        owner: the owner that supplies it.
        supplied: what it is, what it costs the owner, and what the company is charged.

    Raises:
        InputError: the owner has no name, or a part is of the wrong type; all together.

    >>> from lgtrade.sources import Assumption
    >>> supplied = Supplied("staff", Money.pounds(80), Money.pounds(90), Assumption("an example"))
    >>> Recharge("Kent", supplied).supplied.charge
    £90.00
    """

    owner: str
    supplied: Supplied

    def __attrs_post_init__(self) -> None:
        """Refuse a supply by nobody."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from name_issues("owner", self.owner, Words("the owner that supplies it"))
        yield from wrong_type("supplied", self.supplied, Supplied, Words("what is Supplied"))


@attrs.frozen
class CompanyYear:
    """What a company earns and spends in one year.

    Args:
        year: the year.
        income: what it earns, apart from the sales whose prices are given.
        costs: what it spends, apart from what its owners supply and lend.
        basis: the source of the figures, or the assumption they rest on.
        recharges: what its owners supply.
        interest: what it pays each owner on loans.
        tax: the tax on its profit, as given.
        sales: what it sells at a price.
        dividend: the dividend that was declared for the year; none if it follows from the policy.

    Raises:
        InputError: a sum is below nil, two sales have one name, a price gives no charge for the year, or a part is of
            the wrong type; all together.

    >>> from lgtrade.sources import Assumption
    >>> given = Assumption("an example")
    >>> CompanyYear(FinancialYear(2023), Money.pounds(900), Money.pounds(700), given).profit_before_tax
    £200.00
    """

    year: FinancialYear
    income: Money
    costs: Money
    basis: Basis
    recharges: tuple[Recharge, ...] = ()
    interest: Mapping[str, Money] = attrs.field(factory=dict[str, Money], converter=mapping)
    tax: Money = ZERO
    sales: tuple[CompanySale, ...] = ()
    dividend: Money | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a year that does not add up to a profit or a loss."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from year_issues("year", self.year)
        yield from sum_issues("income", self.income)
        yield from sum_issues("costs", self.costs)
        yield from basis_issues(self.basis)
        yield from parts_issues("recharges", self.recharges, Recharge, Words("a Recharge"))
        wrong = tuple(wrong_type("interest", self.interest, Mapping, Words("what each owner is paid")))
        yield from wrong
        for owner, paid in () if wrong else self.interest.items():
            yield from sum_issues(f"interest[{owner}]", paid)
        yield from sum_issues("tax", self.tax, may_be_negative=True)
        wrong = tuple(parts_issues("sales", self.sales, CompanySale, Words("a CompanySale")))
        yield from wrong or self._sale_issues()
        if self.dividend is not None:
            yield from sum_issues("dividend", self.dividend)

    def _sale_issues(self) -> Iterator[Issue]:
        yield from given_twice("sales[{}].name", [sale.name for sale in self.sales])
        for number, sale in enumerate(self.sales if isinstance(self.year, FinancialYear) else ()):
            yield from unread(lambda _, sale=sale: sale.income(self.year), f"sales[{number}]", sale)  # type: ignore[misc]  # bound at once

    @property
    def sold(self) -> Mapping[str, Money]:
        """What each sale comes to, by its name."""
        return FrozenMapping({sale.name: sale.income(self.year) for sale in self.sales})

    @property
    def turnover(self) -> Money:
        """All that it earns: its sales, and its other income."""
        return self.income + total(self.sold.values())

    def supplied_by(self, owner: str) -> tuple[Supplied, ...]:
        """Give what one owner supplies."""
        return tuple(each.supplied for each in self.recharges if each.owner == owner)

    @property
    def paid_in_interest(self) -> Money:
        """What all owners are paid on their loans."""
        return total(self.interest.values())

    @property
    def profit_before_tax(self) -> Money:
        """What is left of the turnover; below nil for a loss."""
        charged = total(each.supplied.charge for each in self.recharges)
        return self.turnover - self.costs - charged - self.paid_in_interest

    @property
    def profit(self) -> Money:
        """What is left after tax."""
        return self.profit_before_tax - self.tax
