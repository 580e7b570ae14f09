"""A break-even account: one kind of service, so that no kind can be set against another.

Local Government Act 2003 s.93(3) and (4): taking one financial year with another, income from charges must not exceed
the cost of provision, separately for each kind of service. The guidance of November 2003 speaks of one to three years,
longer where it is justified.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

import attrs

from lgtrade.calendar import FinancialYear
from lgtrade.charging._rules import USUAL_WINDOW
from lgtrade.issues import Issue, refuse, wrong_type
from lgtrade.money import ZERO, Money, total
from lgtrade.notebook import ShownInNotebooks
from lgtrade.words import Words

_KEY = Words("the key of a kind of service")
_YEAR = Words("a FinancialYear")
_MONEY = Words("an amount of Money")
_ENTRY = Words("a YearEntry")
_RULE = Words("a BreakEvenRule")
_TRUTH = Words("true or false")


class BreakEvenRule(enum.Enum):
    """What the account has to show.

    * ``CAP``: income must not exceed cost (LGA 2003 s.93(3); Localism Act 2011 s.3(3)).
    * ``EQUATE``: income must equal cost as nearly as possible (building regulations charges, SI 2010/404 reg.6(3)).
    """

    CAP = "cap"
    EQUATE = "equate"


class Status(enum.Enum):
    """Where the account stands at the end of a year."""

    BALANCED = "in balance"
    MONITOR = "to be watched: the window has not ended"
    RETURNING = "a surplus that is being returned through lower charges"
    BREACH_RISK = "a surplus at the end of the window that is not being returned"
    DEFICIT = "a deficit at the end of the window"
    OFF_BALANCE = "not equal at the end of the window"


@attrs.frozen
class YearEntry:
    """The income from charges and the cost of provision of one financial year.

    Args:
        year: the financial year.
        income: income from charges under the power in question; grants and other income are left out.
        cost: the cost of provision.

    >>> YearEntry(FinancialYear(2021), Money.pounds(453000), Money.pounds(449000)).surplus
    £4,000.00
    """

    year: FinancialYear
    income: Money
    cost: Money

    def __attrs_post_init__(self) -> None:
        """Refuse an entry that is not a year, an income and a cost."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("year", self.year, FinancialYear, _YEAR)
        yield from wrong_type("income", self.income, Money, _MONEY)
        yield from wrong_type("cost", self.cost, Money, _MONEY)

    @property
    def surplus(self) -> Money:
        """Income less cost: negative for a deficit."""
        return self.income - self.cost


@attrs.frozen
class Position:
    """Where the account stands at the end of one financial year.

    Args:
        entry: the year's income and cost.
        opening: the balance brought forward: positive for a surplus.
        closing: the balance carried forward.
        window_ends: whether the balancing window ends with this year.
        status: what that means.

    >>> entry = YearEntry(FinancialYear(2004), Money.pounds(30), Money.pounds(28))
    >>> print(BreakEvenAccount("audit", (entry,), window=1).positions[0].words)
    The window ended with a surplus of £2.00 in 2004/05: return it through lower charges.
    """

    entry: YearEntry
    opening: Money
    closing: Money
    window_ends: bool
    status: Status

    @property
    def year(self) -> FinancialYear:
        """The financial year."""
        return self.entry.year

    @property
    def words(self) -> Words:
        """What the position means, in a sentence."""
        return Words(_SENTENCES[self.status], balance=abs(self.closing), year=self.year)


_SENTENCES = {
    Status.BALANCED: "The account is in balance at the end of {year}, or has cost more than it brought in.",
    Status.MONITOR: "The balance of {balance} at the end of {year} has to be watched: the window has not ended.",
    Status.RETURNING: "The surplus of {balance} at the end of {year} is being returned through lower charges.",
    Status.BREACH_RISK: "The window ended with a surplus of {balance} in {year}: return it through lower charges.",
    Status.DEFICIT: "The window ended with a deficit of {balance} in {year}: lawful, but consider subsidy control, "
    "best value and competition.",
    Status.OFF_BALANCE: "The window ended {balance} out of balance in {year}: the next charges have to take it in.",
}


@attrs.frozen(repr=False)
class BreakEvenAccount(ShownInNotebooks):
    """Income against cost for one kind of service, over windows of so many years.

    The windows follow one another from the first year given; the balance is carried through all of them.

    Args:
        service: the key of the kind of service.
        entries: one for each financial year, in order and without a gap.
        opening: the balance brought forward into the first year: positive for a surplus.
        window: over how many years it has to balance.
        reason: why the window is longer than three years.
        rule: whether cost is a cap, or has to be equalled.
        returning: whether the charges already set return a surplus at the end of the last window.
        material: a deficit (or, to be equalled, a difference) up to this size is not remarked on; it never changes
            the duty not to exceed cost.

    Raises:
        InputError: a year is missing or given twice, the window has no length or no reason, or a part is of the wrong
            type; all together.

    >>> account = BreakEvenAccount(
    ...     "help-desk",
    ...     (YearEntry(FinancialYear(2004), Money.pounds(30), Money.pounds(28)),
    ...      YearEntry(FinancialYear(2005), Money.pounds(27), Money.pounds(29))),
    ... )
    >>> [position.closing for position in account.positions]
    [£2.00, £0.00]
    """

    service: str
    entries: tuple[YearEntry, ...]
    opening: Money = ZERO
    window: int = USUAL_WINDOW
    reason: str = ""
    rule: BreakEvenRule = BreakEvenRule.CAP
    returning: bool = False
    material: Money = ZERO

    def __attrs_post_init__(self) -> None:
        """Refuse an account with a gap, or a window without a reason."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("service", self.service, str, _KEY)
        yield from self._entry_issues()
        yield from wrong_type("opening", self.opening, Money, _MONEY)
        if type(self.window) is not int or self.window < 1:
            found = Words("the window has no length")
            yield Issue("account.window", "window", found, Words("a number of years, one or more"))
        elif self.window > USUAL_WINDOW and not self.reason:
            found = Words("a window of {window} years has no reason", window=self.window)
            accepted = Words("a reason for a window of more than {usual} years", usual=USUAL_WINDOW)
            yield Issue("account.reason", "reason", found, accepted)
        yield from wrong_type("rule", self.rule, BreakEvenRule, _RULE)
        yield from wrong_type("returning", self.returning, bool, _TRUTH)
        yield from wrong_type("material", self.material, Money, _MONEY)
        if isinstance(self.material, Money) and self.material < ZERO:
            found = Words("it is negative: {material}", material=self.material)
            yield Issue("account.material", "material", found, Words("an amount of nothing or more"))

    def _entry_issues(self) -> Iterator[Issue]:
        if not self.entries:
            yield Issue("account.empty", "entries", Words("there is no year"), Words("at least one financial year"))
        for number, entry in enumerate(self.entries):
            yield from wrong_type(f"entries[{number}]", entry, YearEntry, _ENTRY)
        for number, (before, after) in enumerate(pairwise(self.entries), start=1):
            if isinstance(before, YearEntry) and isinstance(after, YearEntry) and after.year != before.year + 1:
                found = Words("{after} follows {before}", after=after.year, before=before.year)
                yield Issue("account.gap", f"entries[{number}].year", found, Words("{year}", year=before.year + 1))

    @property
    def positions(self) -> tuple[Position, ...]:
        """Where the account stands at the end of each year."""
        positions: list[Position] = []
        balance = self.opening
        for number, entry in enumerate(self.entries, start=1):
            closing = balance + entry.surplus
            ends = number % self.window == 0
            last = number == len(self.entries)
            positions.append(Position(entry, balance, closing, ends, self._status(closing, ends=ends, last=last)))
            balance = closing
        return tuple(positions)

    def _status(self, closing: Money, *, ends: bool, last: bool) -> Status:
        if self.rule is BreakEvenRule.EQUATE:
            if abs(closing) <= self.material:
                return Status.BALANCED
            return Status.OFF_BALANCE if ends else Status.MONITOR
        if closing > ZERO:
            if not ends:
                return Status.MONITOR
            return Status.RETURNING if self.returning and last else Status.BREACH_RISK
        return Status.DEFICIT if ends and -closing > self.material else Status.BALANCED

    @property
    def closing(self) -> Money:
        """The balance at the end of the last year."""
        return self.opening + total(entry.surplus for entry in self.entries)

    @property
    def recovery(self) -> Fraction | None:
        """The part of all the cost that all the income recovered; none if there was no cost, or only a credit."""
        cost = total(entry.cost for entry in self.entries)
        return Fraction(total(entry.income for entry in self.entries).pence, cost.pence) if cost > ZERO else None

    def __repr__(self) -> str:
        """Show the balance and status of each year on a line."""
        lines = [f"<BreakEvenAccount of {self.service}: {self.closing}>"]
        lines += [f"  {each.year}: {each.closing}, {each.status.value}" for each in self.positions]
        return "\n".join(lines)
