"""What an account is made of: years, other income, corrections, and figures that were stated of a year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

import attrs

from lgtrade.calendar import FinancialYear, day_issues, day_or_as_given
from lgtrade.frozen import freeze
from lgtrade.issues import Issue, each_wrong_type, refuse, unread, wrong_type
from lgtrade.money import ZERO, Money, exact_number, number_or_as_given, total
from lgtrade.sources import Assumption, Basis, Source
from lgtrade.words import Words

MONEY = Words("an amount of Money")
YEAR = Words("a FinancialYear")
BASIS = Words("a Source or an Assumption")
_MONEY_OR_NOTHING = Words("an amount of Money, or nothing")


def unit_issues(value: Decimal) -> Iterator[Issue]:
    """Yield why a value is not a number of units."""
    issues = tuple(unread(exact_number, "units", value))
    yield from issues
    if not issues and value < 0:
        yield Issue("units.negative", "units", Words("it is negative"), Words("a number of units, or nil"))


@attrs.frozen
class OtherIncome:
    """A grant, or other income that is not from charges.

    Args:
        heading: what it is.
        amount: how much.
        lowers_cost: whether it lowers the cost that charges may recover; else it does not touch the account.

    Raises:
        InputError: it has no heading, or a part is of the wrong type; all together.

    >>> OtherIncome("Transformation grant", Money.pounds(5000), lowers_cost=True).lowers_by
    £5,000.00
    """

    heading: str
    amount: Money
    lowers_cost: bool = attrs.field(kw_only=True)

    def __attrs_post_init__(self) -> None:
        """Refuse income that does not say what it is."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("heading", self.heading, str, Words("what it is"))
        if self.heading == "":
            yield Issue("income.heading", "heading", Words("it is empty"), Words("what it is"))
        yield from wrong_type("amount", self.amount, Money, MONEY)
        yield from wrong_type("lowers_cost", self.lowers_cost, bool, Words("true or false"))

    @property
    def lowers_by(self) -> Money:
        """By how much it lowers the cost that charges may recover."""
        return self.amount if self.lowers_cost else ZERO


@attrs.frozen
class YearEntry:
    """The income from charges and the cost of provision of one financial year.

    Args:
        year: the financial year.
        income: income from charges; grants and other income are no part of it.
        cost: the cost of provision.
        service: the key of the kind of service; none if the account alone says it.
        powers: the income by the code of the power under which it was charged; none if it is not said.
        other: grants and other income.
        returned: what was paid back of a surplus; nil or more.
        units: how many units the income was charged for; none if it is not said.

    Raises:
        InputError: the powers do not add to the income, less than nothing was returned, or a part is of the wrong type;
            all together.

    >>> grant = OtherIncome("Grant", Money.pounds(10000), lowers_cost=True)
    >>> entry = YearEntry(FinancialYear(2021), Money.pounds(453000), Money.pounds(449000), other=(grant,))
    >>> entry.cost_to_recover, entry.surplus
    (£439,000.00, £14,000.00)
    """

    year: FinancialYear
    income: Money
    cost: Money
    service: str | None = None
    powers: Mapping[str, Money] = attrs.field(factory=dict[str, Money], converter=freeze)
    other: tuple[OtherIncome, ...] = ()
    returned: Money = ZERO
    units: Decimal | None = attrs.field(default=None, converter=attrs.converters.optional(number_or_as_given))

    def __attrs_post_init__(self) -> None:
        """Refuse an entry that is not a year, an income and a cost."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("year", self.year, FinancialYear, YEAR)
        yield from wrong_type("income", self.income, Money, MONEY)
        yield from wrong_type("cost", self.cost, Money, MONEY)
        if self.service is not None:
            yield from wrong_type("service", self.service, str, Words("the key of a kind of service, or nothing"))
        yield from self._power_issues()
        yield from each_wrong_type("other", self.other, OtherIncome, Words("an OtherIncome"))
        yield from wrong_type("returned", self.returned, Money, MONEY)
        if isinstance(self.returned, Money) and self.returned < ZERO:
            found = Words("it is negative: {returned}", returned=self.returned)
            yield Issue("returned.negative", "returned", found, Words("an amount of nothing or more"))
        if self.units is not None:
            yield from unit_issues(self.units)

    def _power_issues(self) -> Iterator[Issue]:
        wrong = [*wrong_type("powers", self.powers, Mapping, Words("the income by the code of its power"))]
        wrong += [
            issue
            for power, amount in (() if wrong else self.powers.items())
            for issue in (
                *wrong_type("powers", power, str, Words("the code of a power")),
                *wrong_type(f"powers[{power}]", amount, Money, MONEY),
            )
        ]
        yield from wrong
        if not wrong and self.powers and isinstance(self.income, Money):
            charged = total(self.powers.values())
            if charged != self.income:
                template = "they add to {charged}, and the income is {income}: a difference of {by}"
                found = Words(template, charged=charged, income=self.income, by=self.income - charged)
                yield Issue("entry.powers", "powers", found, Words("amounts that add to {income}", income=self.income))

    @property
    def cost_to_recover(self) -> Money:
        """The cost that charges may recover: the cost of provision, less the other income that is said to lower it."""
        return self.cost - total(each.lowers_by for each in self.other)

    @property
    def surplus(self) -> Money:
        """Income less the cost to recover: negative for a deficit."""
        return self.income - self.cost_to_recover

    @property
    def unit_income(self) -> Fraction | None:
        """The income of one unit, in pounds and exact; none without units."""
        return Fraction(self.income.in_pounds) / Fraction(self.units) if self.units else None

    @property
    def unit_cost(self) -> Fraction | None:
        """The cost to recover of one unit, in pounds and exact; none without units."""
        return Fraction(self.cost_to_recover.in_pounds) / Fraction(self.units) if self.units else None


@attrs.frozen
class Correction:
    """A correction of a year: a new entry, which leaves the first as it was.

    Args:
        year: the financial year that it corrects.
        on: the day on which it was made.
        reason: why, in words.
        basis: the source of the figures, or the assumption they rest on.
        income: what it adds to the income from charges; negative where there was less.
        cost: what it adds to the cost of provision.

    Raises:
        InputError: it changes nothing, has no reason, or a part is of the wrong type; all together.

    >>> late = Correction(
    ...     FinancialYear(2021), "2022-07-01", "a late invoice", Assumption("an example"), cost=Money.pounds(900)
    ... )
    >>> late.effect
    -£900.00
    """

    year: FinancialYear
    on: dt.date = attrs.field(converter=day_or_as_given)
    reason: str
    basis: Basis
    income: Money = ZERO
    cost: Money = ZERO

    def __attrs_post_init__(self) -> None:
        """Refuse a correction that changes nothing, or that nobody could explain."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("year", self.year, FinancialYear, YEAR)
        yield from day_issues("on", self.on)
        yield from wrong_type("reason", self.reason, str, Words("why, in words"))
        if self.reason == "":
            yield Issue("correction.reason", "reason", Words("it is empty"), Words("why, in words"))
        yield from wrong_type("basis", self.basis, (Source, Assumption), BASIS)
        yield from wrong_type("income", self.income, Money, MONEY)
        yield from wrong_type("cost", self.cost, Money, MONEY)
        if self.income == self.cost == ZERO:
            found = Words("it changes neither the income nor the cost")
            yield Issue("correction.none", "", found, Words("what it adds to the income, to the cost, or to both"))

    @property
    def effect(self) -> Money:
        """What it adds to the surplus of the year and to every balance after it."""
        return self.income - self.cost


@attrs.frozen
class StatedYear:
    """Figures that somebody stated of a year of an account, which has to come to them, corrections taken in.

    Args:
        year: the financial year.
        opening: the balance brought forward.
        income: the income from charges.
        cost: the cost of provision.
        surplus: income less the cost to recover; negative for a deficit.
        closing: the balance carried forward.
        on: the day on which they were stated, for figures that leave later corrections out; none if they take in every
            correction.

    Raises:
        InputError: nothing is stated, or a part is of the wrong type; all together.

    >>> StatedYear(FinancialYear(2021), surplus=Money.pounds(4000)).figures
    {'surplus': £4,000.00}
    """

    year: FinancialYear
    opening: Money | None = attrs.field(default=None, kw_only=True)
    income: Money | None = attrs.field(default=None, kw_only=True)
    cost: Money | None = attrs.field(default=None, kw_only=True)
    surplus: Money | None = attrs.field(default=None, kw_only=True)
    closing: Money | None = attrs.field(default=None, kw_only=True)
    on: dt.date | None = attrs.field(default=None, kw_only=True, converter=attrs.converters.optional(day_or_as_given))

    def __attrs_post_init__(self) -> None:
        """Refuse a statement of nothing."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("year", self.year, FinancialYear, YEAR)
        figures = self.figures
        if not figures:
            accepted = Words("one or more of: opening, income, cost, surplus, closing")
            yield Issue("stated.none", "", Words("nothing is stated"), accepted)
        for name, figure in figures.items():
            yield from wrong_type(name, figure, Money, _MONEY_OR_NOTHING)
        if self.on is not None:
            yield from day_issues("on", self.on)

    @property
    def figures(self) -> Mapping[str, Money]:
        """What is stated, by its name."""
        named = {name: getattr(self, name) for name in ("opening", "income", "cost", "surplus", "closing")}
        return freeze({name: figure for name, figure in named.items() if figure is not None})
