"""A budget that partners pay for: lines on keys that may change, partners that come and go, and limits to movement."""

from __future__ import annotations

import datetime as dt
import enum
import functools
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial
from typing import Any

import attrs

from lgtrade.calendar import Period, add_months
from lgtrade.costing import ApportionmentKey
from lgtrade.figures import Figure, Figures
from lgtrade.frozen import FrozenMapping
from lgtrade.issues import Collector, InputError, Issue, refuse, shown, wrong_type
from lgtrade.money import LARGEST, ZERO, Money, Remainder, RemainderRule, Share, split, total
from lgtrade.notebook import ShownInNotebooks
from lgtrade.partnership._budget_line import BudgetLine
from lgtrade.partnership._damping import Damped, LastYear, damp, unit_issues
from lgtrade.partnership._keys import SharingKey
from lgtrade.partnership._naming import key_issues, line_issues, partner_issues, unknown_partners
from lgtrade.partnership._sharing import SharedLine, SharedPart, Sharing, share_line
from lgtrade.partnership._standing import Partner, Rebasing, StandingKey, by_name, rebasings, standing_keys
from lgtrade.sources import Basis
from lgtrade.words import Words

_BOUNDS = {"partner": 100, "key": 100, "line": 500}
_MOST_SHARES = 100_000
_ONE_DAY = dt.timedelta(days=1)


class PartYears(enum.Enum):
    """How much of a year a part of it is, where a key or the partners change within the year."""

    DAYS = "days"
    MONTHS = "months"


@attrs.frozen
class PartYear:
    """How a line was shared over a run of days on which its key does not change: all the days of the budget, or some.

    Args:
        period: the days.
        shared: that part of the line, and how it was shared.

    >>> from lgtrade.partnership import Measure
    >>> from lgtrade.sources import Assumption
    >>> known, year = Assumption("an example"), Period("2026-04-01", "2027-03-31")
    >>> key = SharingKey("equal", Measure.EQUAL, {"North": 1, "South": 1}, known)
    >>> line = BudgetLine("Staff", Money.pounds(90), "equal", known)
    >>> budget = Budget("Archives", year, (Partner("North"), Partner("South")), (key,), (line,))
    >>> budget.part_years_of_lines[0].shared.parts
    {'North': £45.00, 'South': £45.00}
    """

    period: Period
    shared: SharedPart


@attrs.frozen
class Budget(ShownInNotebooks):
    """A budget and who pays for it.

    A line is first divided over the runs of days on which its key does not change, without losing a penny, and each
    part of it then between the partners on the key that stands. Savings, grants and surpluses are set against costs.

    Args:
        name: what the budget is called.
        period: the days that it is for, usually a financial year.
        partners: who pays, and when each is a partner.
        keys: the keys, each after those that it names; a key measured anew is another of the same name.
        lines: the lines, each on a key.
        remainder: who takes the odd pence of a line that says nothing else. Those of its division over time go to the
            largest remainder.
        unit: the smallest sum handed out.
        part_years: how much of a year a part of it is: by days, or by months.
        last_year: what the partners contributed last year, and by how much that may move.

    Raises:
        InputError: a name means nothing or two things, nobody is there to pay a line, months are counted and something
            changes within one, the limits to movement cannot be kept, or a part is of the wrong type.

    >>> from lgtrade.partnership import Measure
    >>> from lgtrade.sources import Assumption
    >>> known, year = Assumption("an example"), Period("2026-04-01", "2027-03-31")
    >>> keys = (
    ...     SharingKey("population", Measure.POPULATION, {"North": 60_000, "South": 40_000}, known),
    ...     SharingKey("equal", Measure.EQUAL, {"North": 1, "South": 1}, known),
    ...     SharingKey("half and half", Measure.MIXED, {"population": "50%", "equal": "50%"}, known),
    ... )
    >>> line = BudgetLine("Staff", Money.pounds(90_000), "half and half", known)
    >>> Budget("Archives", year, (Partner("North"), Partner("South")), keys, (line,)).contributions
    {'North': £49,500.00, 'South': £40,500.00}
    """

    name: str
    period: Period
    partners: tuple[Partner, ...]
    keys: tuple[SharingKey, ...]
    lines: tuple[BudgetLine, ...] = ()
    remainder: Remainder = attrs.field(factory=lambda: LARGEST)
    unit: Money = attrs.field(factory=lambda: Money(pence=1))
    part_years: PartYears = PartYears.DAYS
    last_year: LastYear | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a budget that does not say who pays what."""
        refuse(self._type_issues())
        refuse(self._naming_issues())
        refuse(self._size_issues())
        refuse(self._month_issues())
        _ = self.part_years_of_lines
        _ = self.damped

    def _type_issues(self) -> Iterator[Issue]:
        yield from wrong_type("name", self.name, str, Words("what the budget is called"))
        if self.name == "":
            yield Issue("budget.empty", "name", Words("it is empty"), Words("what the budget is called"))
        yield from wrong_type("period", self.period, Period, Words("a Period"))
        yield from _of_type("partner", self.partners, Partner)
        yield from _of_type("key", self.keys, SharingKey)
        yield from _of_type("line", self.lines, BudgetLine)
        yield from wrong_type("remainder", self.remainder, Remainder, Words("a Remainder"))
        yield from unit_issues(self.unit)
        yield from wrong_type("part_years", self.part_years, PartYears, Words("a PartYears"))
        yield from wrong_type("last_year", self.last_year, (LastYear, type(None)), Words("a LastYear, or nothing"))

    def _naming_issues(self) -> Iterator[Issue]:
        yield from partner_issues(self.partners)
        yield from key_issues(self.keys, self.partners)
        yield from line_issues(self.lines, self.keys, self.partners, self.period)
        if self.last_year is not None:
            names = [partner.name for partner in self.partners]
            yield from unknown_partners("last_year.contributions", self.last_year.contributions, names)
            yield from self._cell_issues(self.last_year)

    def _size_issues(self) -> Iterator[Issue]:
        changes = {each.day for each in self.rebasings} | {key.since for key in self.keys}
        changes |= {each.joins for each in self.partners} | {each.leaves for each in self.partners}
        runs = 1 + sum(day is not None and day in self.period for day in changes)
        shares = len(self.partners) * (len({key.name for key in self.keys}) + len(self.lines)) * runs
        if shares > _MOST_SHARES:
            template = "its partners, keys and lines, and the days on which they change, could come to {shares} shares"
            found = Words(template, shares=f"{shares:,}")
            yield Issue("budget.size", "line", found, Words("at most {most}", most=f"{_MOST_SHARES:,}"))

    def _cell_issues(self, last_year: LastYear) -> Iterator[Issue]:
        rules = {"remainder": self.remainder}
        for number, line in enumerate(self.lines):
            if line.remainder is not None:
                rules[f"line[{number}].remainder"] = line.remainder
        for place, rule in rules.items() if last_year.damps else ():
            if rule.rule is RemainderRule.CELL_BY_CELL:
                found = Words("each cell is rounded by itself, so that what is paid need not add to the cost")
                yield Issue("damping.cells", place, found, Words("another rule, or no limits to movement"))

    def _month_issues(self) -> Iterator[Issue]:
        if self.part_years is PartYears.MONTHS:
            runs = {run.period.first for found in self.standing.values() for run in found}
            for first in sorted({*runs, self.period.last + _ONE_DAY} - {self.period.first} if len(runs) > 1 else ()):
                before = Period(self.period.first, first - _ONE_DAY)
                if add_months(self.period.first, before.whole_months).day != first:
                    template = "{first} is not a whole number of months after {start}"
                    found = Words(template, first=first, start=self.period.first)
                    accepted = Words("changes at the end of a month, or parts of a year by days")
                    yield Issue("budget.months", "part_years", found, accepted)

    @functools.cached_property
    def standing(self) -> FrozenMapping[str, tuple[StandingKey, ...]]:
        """The split of every key, in runs of days on which it does not change."""
        return standing_keys(self.keys, self.partners, self.period)

    @property
    def rebasings(self) -> tuple[Rebasing, ...]:
        """Every new measurement of a key that is taken up before the budget ends, and whether it stands."""
        found = (each for measurements in by_name(self.keys).values() for each in rebasings(measurements))
        return tuple(each for each in found if each.day <= self.period.last)

    def shares_of(self, key: str) -> FrozenMapping[str, Share]:
        """Give the exact share of each partner in a key over the whole budget; nobody if on some days nobody is in it.

        Raises:
            InputError: there is no such key.

        >>> from lgtrade.partnership import Measure
        >>> from lgtrade.sources import Assumption
        >>> key = SharingKey("posts", Measure.OTHER, {"North": 3, "South": 1}, Assumption("an example"))
        >>> year = Period("2026-04-01", "2027-03-31")
        >>> partners = (Partner("North"), Partner("South", leaves="2026-08-26"))
        >>> Budget("Archives", year, partners, (key,)).shares_of("posts")
        {'North': 328/365, 'South': 37/365}
        """
        if not isinstance(key, str) or key not in self.standing:  # pyright: ignore[reportUnnecessaryIsInstance]
            found, accepted = Words("there is no key {name}", name=shown(key)), Words("the name of a key of the budget")
            raise InputError([Issue("budget.key", "key", found, accepted)])
        runs = self.standing[key]
        if not all(run.shares for run in runs):
            return FrozenMapping()
        times = self._times(runs)
        whole = sum(times.values())
        mean: dict[str, Fraction] = {}
        for run in runs:
            for partner, share in run.shares.items():
                mean[partner] = mean.get(partner, Fraction(0)) + share * times[run.period] / whole
        return FrozenMapping({partner: Share(share) for partner, share in mean.items()})

    def _times(self, runs: Sequence[StandingKey]) -> dict[Period, int]:
        if self.part_years is PartYears.DAYS or len(runs) == 1:
            return {run.period: run.period.days for run in runs}
        return {run.period: run.period.whole_months for run in runs}

    @functools.cached_property
    def part_years_of_lines(self) -> tuple[PartYear, ...]:
        """How every line was shared, in each run of days on which its key does not change."""
        collector = Collector()
        found = [
            collector.attempt(f"line[{number}]", partial(self._shared, line)) for number, line in enumerate(self.lines)
        ]
        refuse(collector.issues)
        return tuple(part for parts in found for part in parts or ())

    def _shared(self, line: BudgetLine) -> tuple[PartYear, ...]:
        if line.key is None:
            key = ApportionmentKey(str(Words("fixed sums")), dict.fromkeys(line.fixed, 1), line.basis)
            shared = SharedLine(line.heading, line.amount, key, line.basis, line.kind, line.fixed)
            return (PartYear(self.period, share_line(shared, line.remainder or self.remainder, self.unit)),)
        runs = self.standing[line.key]
        refuse(_nobody(line.key, run) for run in runs if not run.shares)
        times = self._times(runs)
        fixed = {who: split(sum_, times, unit=self.unit).parts for who, sum_ in line.fixed.items()}
        rest = split(line.amount - total(line.fixed.values()), times, unit=self.unit).parts
        found: list[PartYear] = []
        for run in runs:
            first = {who: parts[run.period] for who, parts in fixed.items()}
            amount = rest[run.period] + total(first.values())
            key = ApportionmentKey(line.key, run.shares, run.basis)
            shared = SharedLine(line.heading, amount, key, line.basis, line.kind, first)
            found.append(PartYear(run.period, share_line(shared, line.remainder or self.remainder, self.unit)))
        return tuple(found)

    @property
    def sharing(self) -> Sharing:
        """What each partner bears and gains of every line, before any limit to movement."""
        return Sharing(tuple(each.shared for each in self.part_years_of_lines))

    @functools.cached_property
    def undamped(self) -> FrozenMapping[str, Money]:
        """What each partner would contribute if there were no limits: its costs less its gains."""
        sharing = self.sharing
        return FrozenMapping({partner.name: -sharing.net(partner.name) for partner in self.partners})

    @functools.cached_property
    def damped(self) -> Damped | None:
        """The contributions within the limits to movement; nothing if there are none.

        Partners that join or leave within the period are not damped.
        """
        last_year = self.last_year
        if last_year is None or not last_year.damps:
            return None
        exempt = {partner.name for partner in self.partners if not partner.is_in_throughout(self.period)}
        collector = Collector()
        damped = collector.attempt("last_year", partial(damp, self.undamped, last_year, exempt=exempt, unit=self.unit))
        refuse(collector.issues)
        return damped

    @property
    def contributions(self) -> FrozenMapping[str, Money]:
        """What each partner contributes; below nil if it gains more than it pays."""
        return self.undamped if self.damped is None else self.damped.contributions

    @property
    def total(self) -> Money:
        """What all contribute: the costs of the budget less its gains, but for what cells rounded alone leave over."""
        return total(self.contributions.values())

    @property
    def changes(self) -> FrozenMapping[str, Money]:
        """By how much more each partner contributes than last year, where that is known."""
        if self.last_year is None:
            return FrozenMapping()
        before = self.last_year.contributions
        return FrozenMapping({who: sum_ - before[who] for who, sum_ in self.contributions.items() if who in before})

    @property
    def bases(self) -> tuple[tuple[str, Basis], ...]:
        """Where each key, each line and last year's contributions are from."""
        named = [(each.name, each.basis) for each in self.keys] + [(each.heading, each.basis) for each in self.lines]
        if self.last_year is not None:
            named.append(("last year", self.last_year.basis))
        return tuple((f"{self.name}: {name}", basis) for name, basis in named)

    @property
    def figures(self) -> Figures:
        """What each partner pays of every line and altogether, the splits, and what became of each new measurement."""
        return FrozenMapping({**dict(self._sums()), **dict(self._parts()), **dict(self._splits())})

    def _sums(self) -> Iterator[tuple[tuple[str, ...], Figure]]:
        yield ("total",), self.total
        for partner, sum_ in self.contributions.items():
            yield ("contribution", partner), sum_
            yield ("undamped", partner), self.undamped[partner]
            if self.total:
                yield ("proportion", partner), Fraction(sum_.pence, self.total.pence)
        for partner, change in self.changes.items():
            yield ("change", partner), change
            yield from _rise(("rise", partner), change, self.contributions[partner])
        if len(self.changes) == len(self.partners):
            change = total(self.changes.values())
            yield ("total-change",), change
            yield from _rise(("total-rise",), change, self.total)

    def _parts(self) -> Iterator[tuple[tuple[str, ...], Figure]]:
        of_lines: dict[str, list[PartYear]] = {}
        for each in self.part_years_of_lines:
            of_lines.setdefault(each.shared.line.heading, []).append(each)
        for heading, parts in of_lines.items():
            for partner in dict.fromkeys(partner for each in parts for partner in each.shared.parts):
                yield (
                    ("line", heading, partner),
                    total(each.shared.parts.get(partner, ZERO) for each in parts),
                )
            for each in parts if len(parts) > 1 else ():
                for partner, sum_ in each.shared.parts.items():
                    yield ("part", heading, each.period.first.isoformat(), partner), sum_

    def _splits(self) -> Iterator[tuple[tuple[str, ...], Figure]]:
        for key, runs in self.standing.items():
            for partner, share in self.shares_of(key).items():
                yield ("split", key, partner), share
            for run in runs if len(runs) > 1 else ():
                for partner, fraction in run.shares.items():
                    yield ("split-from", key, run.period.first.isoformat(), partner), Share(fraction)
        for each in self.rebasings:
            yield ("held", each.key.name, each.day.isoformat()), each.held
            yield ("furthest", each.key.name, each.day.isoformat()), Share(each.furthest)


def _rise(path: tuple[str, ...], change: Money, now: Money) -> Iterator[tuple[tuple[str, ...], Figure]]:
    """Give a change as a part of what it was before, unless that was nothing."""
    before = now - change
    if before:
        yield path, Fraction(change.pence, before.pence)


def _of_type(place: str, parts: Any, kind: type) -> Iterator[Issue]:  # noqa: ANN401  # whatever was given
    issues = tuple(wrong_type(place, parts, tuple, Words("a tuple")))
    yield from issues
    if issues:
        return
    for number, part in enumerate(parts):
        yield from wrong_type(f"{place}[{number}]", part, kind, Words("a {kind}", kind=kind.__name__))
    if len(parts) > _BOUNDS[place]:
        found = Words("there are {count}", count=len(parts))
        yield Issue("budget.size", place, found, Words("at most {most}", most=_BOUNDS[place]))


def _nobody(key: str, run: StandingKey) -> Issue:
    found = Words("from {period} nobody who is there has a share of {key}", period=run.period, key=key)
    accepted = Words("a key that stands throughout, with a partner in it who is there")
    return Issue("budget.nobody", "key", found, accepted)
