"""A break-even account: one kind of service, so that no kind can be set against another.

Local Government Act 2003 s.93(3) and (4): taking one financial year with another, income from charges must not exceed
the cost of provision, separately for each kind of service. The guidance of November 2003 speaks of one to three years,
longer where it is justified.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import cast

import attrs

from lgtrade.accounts._entries import MONEY, Correction, StatedYear, YearEntry
from lgtrade.accounts._rules import (
    NOT_SAID,
    SENTENCES,
    BreakEvenRule,
    Status,
    power_issues,
    status_of,
)
from lgtrade.calendar import FinancialYear, as_day
from lgtrade.charging import USUAL_WINDOW
from lgtrade.figures import Figure, Figures
from lgtrade.frozen import FrozenMapping
from lgtrade.issues import Issue, each_wrong_type, refuse, shown, wrong_type
from lgtrade.money import ZERO, Money, total
from lgtrade.notebook import ShownInNotebooks
from lgtrade.words import Words


@attrs.frozen
class Position:
    """Where the account stands at the end of one financial year.

    Args:
        entry: the year's income and cost, as they were first entered.
        opening: the balance brought forward: positive for a surplus.
        corrected: what corrections add to the year's surplus.
        closing: the balance carried forward.
        tested: the balance that the rule tests: that carried forward, or for property searches what came of up to three
            years running.
        window_ends: whether a balancing window ends with this year.
        status: what that means.

    >>> entry = YearEntry(FinancialYear(2004), Money.pounds(30), Money.pounds(28))
    >>> print(BreakEvenAccount("audit", (entry,), window=1).positions[0].words)
    The window ended with a surplus of £2.00 in 2004/05: return it through lower charges.
    """

    entry: YearEntry
    opening: Money
    corrected: Money
    closing: Money
    tested: Money
    window_ends: bool
    status: Status

    @property
    def year(self) -> FinancialYear:
        """The financial year."""
        return self.entry.year

    @property
    def words(self) -> Words:
        """What the position means, in a sentence."""
        balance = self.closing if self.status is Status.TO_ADJUST else self.tested
        what = Words("surplus") if balance > ZERO else Words("deficit")
        return Words(SENTENCES[self.status], what=what, balance=abs(balance), year=self.year)


def _in_order(entries: tuple[YearEntry, ...]) -> tuple[YearEntry, ...]:
    right = isinstance(entries, tuple) and all(isinstance(entry, YearEntry) for entry in entries)
    return tuple(sorted(entries, key=lambda entry: entry.year)) if right else entries


def _given(parts: object) -> tuple[object, ...]:
    """Give the parts if they are a tuple; what is none is refused by its type."""
    return cast("tuple[object, ...]", parts) if isinstance(parts, tuple) else ()


def _is_a_length(window: object) -> bool:
    return type(window) is int and window > 0


@attrs.frozen(repr=False)
class BreakEvenAccount(ShownInNotebooks):
    """Income against cost for one kind of service, over windows of so many years.

    The windows follow one another from the first year given; the balance is carried through all of them. For property
    searches a window ends with every year from the third.

    Args:
        service: the key of the kind of service.
        entries: one for each financial year, without a gap; in any order.
        opening: the balance brought forward into the first year: positive for a surplus.
        window: over how many years it has to balance; three for property searches.
        reason: why the window is longer than three years.
        rule: what the account has to show.
        returning: whether the charges already set return a surplus at the end of the last window.
        material: a deficit (or, to be equalled, a difference) up to this size is not remarked on; it never changes
            the duty not to exceed cost.
        corrections: what was found out later of a year; in any order.
        stated: figures that somebody stated of a year, and that the account has to come to.

    Raises:
        InputError: a year is missing or given twice, or is of another kind of service; income was charged under a power
            that asks for another rule, or for none; the window has no length or no reason; a year that is not in the
            account is corrected or stated; a figure that is stated is wrong; or a part is of the wrong type; all
            together.

    >>> account = BreakEvenAccount(
    ...     "help-desk",
    ...     (YearEntry(FinancialYear(2004), Money.pounds(30), Money.pounds(28)),
    ...      YearEntry(FinancialYear(2005), Money.pounds(27), Money.pounds(29))),
    ... )
    >>> [position.closing for position in account.positions]
    [£2.00, £0.00]
    """

    service: str
    entries: tuple[YearEntry, ...] = attrs.field(converter=_in_order)
    opening: Money = ZERO
    window: int = USUAL_WINDOW
    reason: str = ""
    rule: BreakEvenRule = BreakEvenRule.CAP
    returning: bool = False
    material: Money = ZERO
    corrections: tuple[Correction, ...] = ()
    stated: tuple[StatedYear, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Refuse an account with a gap, a window without a reason, or figures that it does not come to."""
        wrong = tuple(self._type_issues())
        issues = [*wrong, *self._window_issues(), *self._year_issues()]
        refuse(issues if wrong else [*issues, *self._power_issues(), *self._stated_issues()])

    def _type_issues(self) -> Iterator[Issue]:
        yield from wrong_type("service", self.service, str, Words("the key of a kind of service"))
        yield from each_wrong_type("entries", self.entries, YearEntry, Words("a YearEntry"))
        yield from wrong_type("opening", self.opening, Money, MONEY)
        yield from wrong_type("reason", self.reason, str, Words("a reason, in words"))
        yield from wrong_type("rule", self.rule, BreakEvenRule, Words("a BreakEvenRule"))
        yield from wrong_type("returning", self.returning, bool, Words("true or false"))
        yield from wrong_type("material", self.material, Money, MONEY)
        yield from each_wrong_type("correction", self.corrections, Correction, Words("a Correction"))
        yield from each_wrong_type("stated", self.stated, StatedYear, Words("a StatedYear"))

    def _window_issues(self) -> Iterator[Issue]:
        if not _is_a_length(self.window):
            found = Words("the window has no length")
            yield Issue("account.window", "window", found, Words("a number of years, one or more"))
        elif self.rule is BreakEvenRule.SEARCHES and self.window != USUAL_WINDOW:
            found = Words("a window of {window} years is not that of property searches", window=self.window)
            yield Issue("account.window", "window", found, Words("{usual} years", usual=USUAL_WINDOW))
        elif self.window > USUAL_WINDOW and not self.reason:
            found = Words("a window of {window} years has no reason", window=self.window)
            accepted = Words("a reason for a window of more than {usual} years", usual=USUAL_WINDOW)
            yield Issue("account.reason", "reason", found, accepted)
        if isinstance(self.material, Money) and self.material < ZERO:
            found = Words("it is negative: {material}", material=self.material)
            yield Issue("account.material", "material", found, Words("an amount of nothing or more"))

    def _year_issues(self) -> Iterator[Issue]:
        if self.entries == ():
            yield Issue("account.empty", "entries", Words("there is no year"), Words("at least one financial year"))
        entries = [entry for entry in _given(self.entries) if isinstance(entry, YearEntry)]
        for entry in entries:
            if entry.service is not None and entry.service != self.service:
                template = "it is of {other}, and the account is of {service}"
                found = Words(template, other=shown(entry.service), service=shown(self.service))
                yield Issue("account.kind", f"entries[{entry.year}].service", found, Words("one kind of service"))
        for before, after in pairwise(entries):
            if after.year == before.year:
                accepted = Words("one entry for each year")
                yield Issue("account.twice", f"entries[{after.year}]", Words("it is given twice"), accepted)
            elif after.year.start != before.year.start + 1:
                found = Words("{after} follows {before}", after=after.year, before=before.year)
                yield Issue("account.gap", f"entries[{after.year}]", found, Words("{year}", year=before.year + 1))
        years = {entry.year for entry in entries}
        for name, parts in (("correction", self.corrections), ("stated", self.stated)):
            for number, part in enumerate(_given(parts)):
                if isinstance(part, Correction | StatedYear) and years and part.year not in years:
                    found = Words("{year} is not in the account", year=part.year)
                    accepted = Words("a year from {first} to {last}", first=min(years), last=max(years))
                    yield Issue("account.year", f"{name}[{number}].year", found, accepted)

    def _power_issues(self) -> Iterator[Issue]:
        for entry in self.entries:
            for power in entry.powers:
                if power != NOT_SAID:
                    yield from power_issues(f"entries[{entry.year}].powers[{power}]", power, self.rule)

    def _stated_issues(self) -> Iterator[Issue]:
        """Yield each difference from what is stated; a window without length leaves nothing to set it against."""
        for number, stated in enumerate(self.stated if _is_a_length(self.window) else ()):
            before: Position | None = None
            known = self._known_on(stated.on)
            for position in self._positions(known):
                if position.year == stated.year:
                    issues = _differences(stated, position, before, known)
                    yield from (issue.under(f"stated[{number}]") for issue in issues)
                before = position

    @property
    def positions(self) -> tuple[Position, ...]:
        """Where the account stands at the end of each year."""
        return tuple(self._positions(self.corrections))

    def _known_on(self, day: dt.date | None) -> tuple[Correction, ...]:
        return tuple(each for each in self.corrections if day is None or each.on <= day)

    def _positions(self, corrections: tuple[Correction, ...]) -> Iterator[Position]:
        searches = self.rule is BreakEvenRule.SEARCHES
        balance, results = self.opening, list[Money]()
        for number, entry in enumerate(self.entries, start=1):
            corrected = total(each.effect for each in corrections if each.year == entry.year)
            results.append(entry.surplus + corrected - entry.returned)
            closing = balance + results[-1]
            tested = total(results[-self.window :]) if searches else closing
            ends = number >= self.window if searches else number % self.window == 0
            status = status_of(self.rule, closing, tested, self.material, ends=ends)
            if status is Status.BREACH_RISK and self.returning and number == len(self.entries):
                status = Status.RETURNING
            yield Position(entry, balance, corrected, closing, tested, ends, status)
            balance = closing

    def known_on(self, day: dt.date | str) -> BreakEvenAccount:
        """Give the account as it was known on a day: with the corrections made by then, and no later one.

        Args:
            day: the day.

        Raises:
            InputError: it is not a day.

        >>> from lgtrade.sources import Assumption
        >>> late = Correction(
        ...     FinancialYear(2004), "2005-09-30", "a late invoice", Assumption("an example"), cost=Money.pounds(1)
        ... )
        >>> entry = YearEntry(FinancialYear(2004), Money.pounds(30), Money.pounds(28))
        >>> account = BreakEvenAccount("audit", (entry,), corrections=(late,))
        >>> account.closing, account.known_on("2005-06-30").closing
        (£1.00, £2.00)
        """
        known = as_day(day, "day")
        stated = tuple(each for each in self.stated if each.on is not None and each.on <= known)
        return attrs.evolve(self, corrections=self._known_on(known), stated=stated)

    @property
    def closing(self) -> Money:
        """The balance at the end of the last year."""
        corrected = total(each.effect for each in self.corrections)
        return self.opening + total(entry.surplus - entry.returned for entry in self.entries) + corrected

    @property
    def recovery(self) -> Fraction | None:
        """The part of all the cost to recover that all the income did, corrections taken in.

        None if there was no such cost, or only a credit.
        """
        cost = total(entry.cost_to_recover for entry in self.entries) + total(each.cost for each in self.corrections)
        income = total(entry.income for entry in self.entries) + total(each.income for each in self.corrections)
        return Fraction(income.pence, cost.pence) if cost > ZERO else None

    @property
    def figures(self) -> Figures:
        """Every figure of the account, by its name and its year."""
        figures: dict[tuple[str, ...], Figure] = {}
        for position in self.positions:
            year = str(position.year)
            figures |= {(*name, year): figure for name, figure in _figures_of_year(position)}
            figures |= {("income-by-power", year, power): sum_ for power, sum_ in position.entry.powers.items()}
        if self.recovery is not None:
            figures["recovery",] = self.recovery
        return FrozenMapping(figures)

    def __repr__(self) -> str:
        """Show the balance and status of each year on a line."""
        lines = [f"<BreakEvenAccount of {self.service}: {self.closing}>"]
        lines += [f"  {each.year}: {each.closing}, {each.status.value}" for each in self.positions]
        return "\n".join(lines)


def _differences(
    stated: StatedYear, position: Position, before: Position | None, corrections: tuple[Correction, ...]
) -> Iterator[Issue]:
    """Yield each figure stated of a year that the account does not come to, corrections taken in, and by how much."""
    entry, made = position.entry, [each for each in corrections if each.year == stated.year]
    worked = {
        "opening": position.opening,
        "income": entry.income + total(each.income for each in made),
        "cost": entry.cost + total(each.cost for each in made),
        "surplus": entry.surplus + position.corrected,
        "closing": position.closing,
    }
    for name, figure in stated.figures.items():
        by = worked[name] - figure
        if not by:
            continue
        if name == "opening" and before is not None:
            template = "{figure} is stated, and {before} closed with {worked}: a difference of {by}"
            found = Words(template, figure=figure, before=before.year, worked=worked[name], by=by)
            yield Issue("account.opening", name, found, Words("{worked}", worked=worked[name]))
        else:
            template = "{figure} is stated, and the account comes to {worked}: a difference of {by}"
            found = Words(template, figure=figure, worked=worked[name], by=by)
            yield Issue("account.stated", name, found, Words("{worked}", worked=worked[name]))


def _figures_of_year(position: Position) -> Iterator[tuple[tuple[str, ...], Figure]]:
    entry = position.entry
    yield ("income",), entry.income
    if entry.other:
        yield ("cost-to-recover",), entry.cost_to_recover
    yield ("surplus",), entry.surplus
    if position.corrected:
        yield ("corrected",), position.corrected
    if entry.returned:
        yield ("returned",), entry.returned
    yield ("balance",), position.closing
    yield ("status",), position.status.value
    if entry.unit_income is not None and entry.unit_cost is not None:
        yield ("unit-income",), entry.unit_income
        yield ("unit-cost",), entry.unit_cost
