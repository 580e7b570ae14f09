"""What a case says of its break-even accounts: lines of income, and how each account is to be kept."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator
from decimal import Decimal

import attrs

from lgtrade.accounts import (
    BreakEvenAccount,
    BreakEvenRule,
    Correction,
    PlannedYear,
    StatedYear,
    YearEntry,
    power_issues,
)
from lgtrade.calendar import FinancialYear
from lgtrade.charging import USUAL_WINDOW
from lgtrade.issues import Collector, Issue, refuse, unread, wrong_type
from lgtrade.money import ZERO, Money, exact_number, number_or_as_given
from lgtrade.sources import Basis
from lgtrade.words import Words


class IncomeKind(enum.Enum):
    """What a line of income is.

    * ``CHARGES``: income from charges, which an account sets against the cost.
    * ``OTHER``: a grant or other income; the line says whether it lowers the cost that charges may recover.
    * ``RETURNED``: what was paid back of a surplus.
    """

    CHARGES = "charges"
    OTHER = "grant or other"
    RETURNED = "returned"


@attrs.frozen
class IncomeLine:
    """Income that the case states, rather than works out from usage.

    Args:
        service: the key of the kind of service.
        year: the financial year.
        heading: what it is.
        amount: how much; of what was returned, nil or more.
        basis: the source of the figure, or the assumption it rests on.
        kind: whether it is from charges, or other income, or was returned.
        power: for charges, the code of the power under which they were made; none if it is not said.
        units: for charges, how many units they were made for; none if it is not said.
        lowers_cost: for other income, whether it lowers the cost that charges may recover.

    Raises:
        InputError: a part is of the wrong type or not one of its kind of line, other income does not say whether it
            lowers the cost, or the power has no such code; all together.

    >>> from lgtrade.sources import Assumption
    >>> IncomeLine("audit", FinancialYear(2004), "Fees", Money.pounds(900), Assumption("an example")).amount
    £900.00
    """

    service: str
    year: FinancialYear
    heading: str
    amount: Money
    basis: Basis
    kind: IncomeKind = IncomeKind.CHARGES
    power: str | None = None
    units: Decimal | None = attrs.field(default=None, converter=attrs.converters.optional(number_or_as_given))
    lowers_cost: bool | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse what is not a year and an amount, or does not say what it does to the account."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("year", self.year, FinancialYear, Words("a FinancialYear"))
        yield from wrong_type("amount", self.amount, Money, Words("an amount of Money"))
        yield from wrong_type("kind", self.kind, IncomeKind, Words("an IncomeKind"))
        if self.power is not None:
            issues = tuple(wrong_type("power", self.power, str, Words("the code of a power, or nothing")))
            yield from issues or power_issues("power", self.power)
        if self.units is not None:
            issues = tuple(unread(exact_number, "units", self.units))
            yield from issues
            if not issues and self.units < 0:
                yield Issue("units.negative", "units", Words("it is negative"), Words("a number of units, or nil"))
        if self.lowers_cost is not None:
            yield from wrong_type("lowers_cost", self.lowers_cost, bool, Words("true or false"))
        if isinstance(self.kind, IncomeKind):
            yield from self._kind_issues()

    def _kind_issues(self) -> Iterator[Issue]:
        charges, other = self.kind is IncomeKind.CHARGES, self.kind is IncomeKind.OTHER
        for name, value, fits in (
            ("power", self.power, charges),
            ("units", self.units, charges),
            ("lowers_cost", self.lowers_cost, other),
        ):
            if value is not None and not fits:
                found = Words("a line of {kind} has nothing of that name", kind=self.kind.value)
                yield Issue("income.kind", name, found, Words("nothing, or another kind of line"))
        if other and self.lowers_cost is None:
            found = Words("it is not said whether it lowers the cost that charges may recover")
            yield Issue("income.lowers_cost", "lowers_cost", found, Words("true or false"))
        if self.kind is IncomeKind.RETURNED and isinstance(self.amount, Money) and self.amount < ZERO:
            found = Words("less than nothing was returned: {amount}", amount=self.amount)
            yield Issue("returned.negative", "amount", found, Words("an amount of nothing or more"))


@attrs.frozen
class AccountTerms:
    """How the break-even account of one kind of service is to be kept; see :class:`~lgtrade.accounts.BreakEvenAccount`.

    Args:
        service: the key of the kind of service.
        basis: the source of the terms, or the assumption they rest on.
        opening: the balance brought forward into the first year.
        window: over how many years it has to balance.
        reason: why the window is longer than three years.
        rule: what the account has to show.
        returning: whether the charges already set return a surplus at the end.
        material: differences up to this size are not remarked on.
        power: the code of the power under which charges are made, unless a line says another; none if it is not said.
        corrections: what was found out later of a year.
        stated: figures that the account has to come to.
        planned: the years to come, for a forecast.

    Raises:
        InputError: no account could be kept so: everything that the account would refuse, whatever its years.

    >>> from lgtrade.sources import Assumption
    >>> AccountTerms("audit", Assumption("an example")).window
    3
    """

    service: str
    basis: Basis
    opening: Money = ZERO
    window: int = USUAL_WINDOW
    reason: str = ""
    rule: BreakEvenRule = BreakEvenRule.CAP
    returning: bool = False
    material: Money = ZERO
    power: str | None = None
    corrections: tuple[Correction, ...] = ()
    stated: tuple[StatedYear, ...] = ()
    planned: tuple[PlannedYear, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Refuse terms by which no account could be kept, whatever its years."""
        collector = Collector()
        collector.add(*self._issues())
        collector.attempt("", lambda: self._kept((YearEntry(FinancialYear(2003), ZERO, ZERO),)))
        refuse(collector.issues)

    def _issues(self) -> Iterator[Issue]:
        if self.power is not None:
            issues = tuple(wrong_type("power", self.power, str, Words("the code of a power, or nothing")))
            yield from issues
            if not issues and isinstance(self.rule, BreakEvenRule):
                yield from power_issues("power", self.power, self.rule)
        for number, correction in enumerate(self.corrections):
            yield from wrong_type(f"correction[{number}]", correction, Correction, Words("a Correction"))
        for number, stated in enumerate(self.stated):
            yield from wrong_type(f"stated[{number}]", stated, StatedYear, Words("a StatedYear"))
        for number, planned in enumerate(self.planned):
            yield from wrong_type(f"planned[{number}]", planned, PlannedYear, Words("a PlannedYear"))

    def account(self, entries: Iterable[YearEntry]) -> BreakEvenAccount:
        """Keep the account of these years."""
        return self._kept(entries, self.corrections, self.stated)

    def _kept(
        self,
        entries: Iterable[YearEntry],
        corrections: tuple[Correction, ...] = (),
        stated: tuple[StatedYear, ...] = (),
    ) -> BreakEvenAccount:
        return BreakEvenAccount(
            service=self.service,
            entries=tuple(entries),
            opening=self.opening,
            window=self.window,
            reason=self.reason,
            rule=self.rule,
            returning=self.returning,
            material=self.material,
            corrections=corrections,
            stated=stated,
        )
