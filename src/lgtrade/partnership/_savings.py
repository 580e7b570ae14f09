"""Savings over the years: what is saved, by whom and on what, against the target and the cost of getting there."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from fractions import Fraction

import attrs

from lgtrade.calendar import FinancialYear
from lgtrade.figures import Figure, Figures
from lgtrade.frozen import FrozenMapping
from lgtrade.issues import Issue, refuse, shown, wrong_type
from lgtrade.money import HALF_UP, ZERO, Amount, Money, Shares, as_fraction, split, total
from lgtrade.notebook import ShownInNotebooks
from lgtrade.partnership._baseline import SpendingBaseline
from lgtrade.partnership._given import name_issues, parts_issues, year_issues
from lgtrade.partnership._payback import Payback, figures_of_payback, payback
from lgtrade.partnership._saving import Repeat, Saving, TransitionCost, conflicts, counted, repeats
from lgtrade.partnership._targets import EfficiencyTarget, StatedTarget, Target
from lgtrade.sources import Assumption, Basis
from lgtrade.words import Words

_MOST_YEARS, _MOST_PARTNERS = 50, 20  # no plan is longer, and no partnership larger


@attrs.frozen
class SavingsYear:
    """What is saved in one year, against what is due by then.

    Args:
        year: the year.
        saved: all that is saved in it.
        cashable: the part of that which is cashable.
        cost: what getting there costs in it.
        due: the saving that the target asks for; none if there is no target, or it says nothing of the year.
        cashable_due: the part of that which has to be cashable; none where nothing is due.

    >>> year = SavingsYear(FinancialYear(2005), Money.pounds(40), Money.pounds(10), ZERO, Money.pounds(50))
    >>> year.short, year.cashable_share
    (£10.00, Fraction(1, 4))
    """

    year: FinancialYear
    saved: Money
    cashable: Money
    cost: Money
    due: Money | None = None
    cashable_due: Money | None = None

    @property
    def short(self) -> Money:
        """What is still to be found of the target; nil once it is met, and where there is none."""
        return max((self.due or ZERO) - self.saved, ZERO)

    @property
    def beyond(self) -> Money:
        """What is saved beyond the target; nil until it is met, and where there is none."""
        return ZERO if self.due is None else max(self.saved - self.due, ZERO)

    @property
    def cashable_short(self) -> Money:
        """What is still to be found of the part that has to be cashable."""
        return max((self.cashable_due or ZERO) - self.cashable, ZERO)

    @property
    def cashable_share(self) -> Fraction | None:
        """The part of what is saved that is cashable; none if nothing is saved."""
        return Fraction(self.cashable.pence, self.saved.pence) if self.saved else None


@attrs.frozen
class Savings(ShownInNotebooks):
    """The savings of a partnership, year by year, each counted once.

    Args:
        name: what the savings are of.
        first: the first year that is looked at.
        years: for how many years.
        entries: the savings, in any order.
        baseline: what was spent before; none if it is not given.
        target: what ought to be saved, as a part of the baseline or in sums; none if there is no target.
        costs: what getting there costs.
        evenly: why each year's savings may be taken to come evenly through it, so that payback can be told in months;
            none if that is not assumed.

    Raises:
        InputError: one saving is entered in two ways, it is on a line that the baseline does not have, or made before
            the year of the baseline, which has it already, or after the last year looked at, more is saved in cash on a
            line, or in all, than is spent on it, there is a target of a baseline and none is given, or a re-based one
            and no prices, a cost comes after the last year, or a part is of the wrong type; all that can be told
            together.

    >>> from lgtrade.money import Share, Shares
    >>> from lgtrade.partnership import BaselineLine
    >>> from lgtrade.sources import Assumption
    >>> given, year = Assumption("an example"), FinancialYear(2005)
    >>> baseline = SpendingBaseline(FinancialYear(2004), (BaselineLine("Audit", Money.pounds(100_000), given),))
    >>> both = Shares({"Lichfield": "1/2", "Tamworth": "1/2"})
    >>> saving = Saving("A1", year, Money.pounds(4_000), both, given, "Audit")
    >>> savings = Savings("Audit", year, 3, (saving, saving), baseline, EfficiencyTarget(Share("2.5%"), given))
    >>> [each.saved for each in savings.by_year], [each.short for each in savings.by_year]
    ([£4,000.00, £4,000.00, £4,000.00], [£0.00, £1,000.00, £3,500.00])
    >>> print(savings.repeats[0].words)
    A1 is entered more than once for 2005/06 with the same figures, and is counted once.
    """

    name: str
    first: FinancialYear
    years: int
    entries: tuple[Saving, ...]
    baseline: SpendingBaseline | None = None
    target: Target | None = None
    costs: tuple[TransitionCost, ...] = ()
    evenly: Assumption | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse savings that would be counted twice, or could not be made."""
        refuse(self._wrong_parts())
        refuse(self._issues())

    def _wrong_parts(self) -> Iterator[Issue]:
        yield from name_issues("name", self.name, Words("what the savings are of"))
        yield from year_issues("first", self.first)
        if type(self.years) is not int or not 1 <= self.years <= _MOST_YEARS:
            found = Words("it is {years}", years=shown(self.years))
            yield Issue("savings.years", "years", found, Words("a number of years from 1 to {most}", most=_MOST_YEARS))
        yield from parts_issues("entries", self.entries, Saving, Words("a Saving"))
        yield from wrong_type(
            "baseline", self.baseline, (SpendingBaseline, type(None)), Words("a SpendingBaseline, or nothing")
        )
        target = Words("an EfficiencyTarget or a StatedTarget, or nothing")
        yield from wrong_type("target", self.target, (EfficiencyTarget, StatedTarget, type(None)), target)
        yield from parts_issues("costs", self.costs, TransitionCost, Words("a TransitionCost"))
        yield from wrong_type("evenly", self.evenly, (Assumption, type(None)), Words("an Assumption, or nothing"))

    def _issues(self) -> Iterator[Issue]:
        yield from conflicts(self.entries)
        for number, entry in enumerate(self.entries):
            if entry.year > self._span[-1]:
                found = Words("it is made from {year} on, after the last year looked at", year=entry.year)
                accepted = Words("{last} or earlier", last=self._span[-1])
                yield Issue("savings.late", f"entries[{number}].year", found, accepted)
        for number, cost in enumerate(self.costs):
            if cost.year > self._span[-1]:
                found = Words("it is met in {year}, after the last year looked at", year=cost.year)
                yield Issue(
                    "savings.late", f"costs[{number}].year", found, Words("{last} or earlier", last=self._span[-1])
                )
        if len(self.partners) > _MOST_PARTNERS:
            found = Words("there are {count} partners", count=len(self.partners))
            yield Issue("savings.partners", "entries", found, Words("at most {most}", most=_MOST_PARTNERS))
        for year in self.target.sums if isinstance(self.target, StatedTarget) else ():
            if year not in self._span:
                found = Words("it asks for a sum in {year}, which is not looked at", year=year)
                accepted = Words("from {first} to {last}", first=self._span[0], last=self._span[-1])
                yield Issue("target.year", f"target.sums[{year}]", found, accepted)
        if self.baseline is not None:
            yield from self._against(self.baseline)
        elif isinstance(self.target, EfficiencyTarget):
            found = Words("there is a target, and nothing to measure it against")
            yield Issue("savings.baseline", "baseline", found, Words("a baseline"))

    def _against(self, baseline: SpendingBaseline) -> Iterator[Issue]:
        if isinstance(self.target, EfficiencyTarget):
            yield from (issue.under("target") for issue in self.target.without_prices(baseline))
        headings = [line.heading for line in baseline.lines]
        for number, entry in enumerate(self.entries):
            if entry.year < baseline.year:
                template = "it is made from {year} on, and the baseline of {base} has it already"
                found = Words(template, year=entry.year, base=baseline.year)
                accepted = Words("{base} or later", base=baseline.year)
                yield Issue("savings.before", f"entries[{number}].year", found, accepted)
            if entry.line and entry.line not in headings:
                found = Words("the baseline has no line {line}", line=shown(entry.line))
                accepted = Words("one of: {lines}", lines="; ".join(headings))
                yield Issue("savings.line", f"entries[{number}].line", found, accepted)
        missing = () if baseline.index is None else tuple(baseline.index.without(self._span))
        yield from (issue.under("baseline.index") for issue in missing)
        if not missing:
            yield from self._too_much(baseline)

    def _too_much(self, baseline: SpendingBaseline) -> Iterator[Issue]:
        for year in self._span:
            on_line, factor = self.by_line(year, cashable=True), baseline.factor(year)
            lines = [
                (line.heading, on_line[line.heading], line.amount.amount.times(factor))
                for line in baseline.lines
                if line.heading in on_line and line.amount.amount.times(factor) < on_line[line.heading].amount
            ]
            for line, saved, spent in lines:
                template = "{saved} is saved in cash on {line} in {year}, of {spent}"
                found = Words(template, saved=saved, line=line, year=year, spent=spent.round(HALF_UP))
                yield Issue("savings.most", "entries", found, Words("no more than is spent on the line"))
            in_all = total(each.net for each in counted(self.entries, year) if each.cashable)
            if not lines and baseline.at(year) < in_all.amount:
                template = "{saved} is saved in cash in {year}, of {spent}"
                found = Words(template, saved=in_all, year=year, spent=baseline.at(year).round(HALF_UP))
                yield Issue("savings.most", "entries", found, Words("no more than is spent in all"))

    @property
    def _span(self) -> tuple[FinancialYear, ...]:
        return tuple(self.first + number for number in range(self.years))

    @property
    def _before(self) -> tuple[FinancialYear, ...]:
        """The years from the first one with a cost to the first that is looked at, if that is later."""
        earliest = min((cost.year for cost in self.costs), default=self.first)
        return tuple(map(FinancialYear, range(earliest.start, self.first.start)))

    @property
    def repeats(self) -> tuple[Repeat, ...]:
        """Each entry that is not counted on top of another of the same saving, and why."""
        return repeats(self.entries)

    @property
    def by_year(self) -> tuple[SavingsYear, ...]:
        """What is saved in each year, against what is due by then."""
        return tuple(self._in(year) for year in self._span)

    def _in(self, year: FinancialYear) -> SavingsYear:
        made = counted(self.entries, year)
        saved, cashable = total(each.net for each in made), total(each.net for each in made if each.cashable)
        cost = self._cost(year)
        due = self._due(year)
        if self.target is None or due is None:
            return SavingsYear(year, saved, cashable, cost)
        in_cash = due.times(self.target.cashable.fraction)
        return SavingsYear(year, saved, cashable, cost, due.round(HALF_UP), in_cash.round(HALF_UP))

    def _due(self, year: FinancialYear) -> Amount | None:
        """Give the saving that is due in a year, exactly; none if no target asks for one."""
        if isinstance(self.target, StatedTarget):
            return self.target.sums[year].amount if year in self.target.sums else None
        if self.target is None or self.baseline is None:
            return None
        return self.target.due(self.baseline, self.first, year)

    def _cost(self, year: FinancialYear) -> Money:
        return total(each.amount for each in self.costs if each.year == year)

    def by_line(self, year: FinancialYear, *, cashable: bool = False) -> FrozenMapping[str, Money]:
        """Give what is saved in a year on each line that an entry names: all of it, or what is cashable only.

        Raises:
            InputError: the year is no financial year.
        """
        refuse(year_issues("year", year))
        saved = dict.fromkeys((entry.line for entry in self.entries if entry.line), ZERO)
        for entry in counted(self.entries, year):
            if entry.line and (entry.cashable or not cashable):
                saved[entry.line] += entry.net
        return FrozenMapping(saved)

    def by_partner(self, year: FinancialYear) -> FrozenMapping[str, Money]:
        """Give what each partner has of the savings in a year; odd pence go to the largest remainder.

        Raises:
            InputError: the year is no financial year.
        """
        refuse(year_issues("year", year))
        has = dict.fromkeys(self.partners, ZERO)
        for entry in counted(self.entries, year):
            for partner, part in _divided(entry.net, entry.shares).items():
                has[partner] += part
        return FrozenMapping(has)

    @property
    def partners(self) -> tuple[str, ...]:
        """Everyone who has a share in any saving."""
        return tuple(sorted({partner for entry in self.entries for partner in entry.shares.parts}))

    @property
    def payback(self) -> Payback:
        """When what is saved in cash makes up for what getting there costs, from the first year with a cost on."""
        return payback(
            (
                year,
                as_fraction(self._cost(year).in_pounds),
                as_fraction(total(each.net for each in counted(self.entries, year) if each.cashable).in_pounds),
            )
            for year in (*self._before, *self._span)
        )

    @property
    def bases(self) -> tuple[tuple[str, Basis], ...]:
        """What every figure given rests on, under the name of the savings."""
        return tuple((str(Words("{name}, {what}", name=self.name, what=what)), basis) for what, basis in self._bases())

    def _bases(self) -> Iterator[tuple[str, Basis]]:
        if self.baseline is not None:
            yield from ((line.heading, line.basis) for line in self.baseline.lines)
            if self.baseline.index is not None:
                yield self.baseline.index.name, self.baseline.index.basis
        if self.target is not None:
            yield "target", self.target.basis
        yield from ((entry.reference, entry.basis) for entry in self.entries)
        yield from ((cost.heading, cost.basis) for cost in self.costs)
        if self.evenly is not None:
            yield "payback in months", self.evenly

    @property
    def figures(self) -> Figures:
        """Every figure worked out, by the names that lead to it."""
        return FrozenMapping(dict(self._figures()))

    def _figures(self) -> Iterator[tuple[tuple[str, ...], Figure]]:
        if self.baseline is not None:
            yield from _figures_of_baseline(self.baseline)
        for entry in self.entries:
            yield ("saving", entry.reference, str(entry.year)), entry.net
            if entry.instead:
                yield ("gross", entry.reference, str(entry.year)), entry.amount
                yield ("instead", entry.reference, str(entry.year)), entry.instead
        saved = total(each.net for year in self._before for each in counted(self.entries, year))
        spent = total(self._cost(year) for year in self._before)
        for each in self.by_year:
            saved, spent, year = saved + each.saved, spent + each.cost, str(each.year)
            yield ("saved", year), each.saved
            yield ("saved-to-date", year), saved
            yield ("net-to-date", year), saved - spent
            if self.baseline is not None and self.baseline.index is not None:
                yield ("baseline-at", year), self.baseline.at(each.year).round(HALF_UP)
            yield from self._figures_in(each)
            for line, on_line in self.by_line(each.year).items():
                yield ("line", line, year), on_line
                if each.saved:
                    yield ("line-share", line, year), Fraction(on_line.pence, each.saved.pence)
        yield from self._figures_of_partners()
        if self.costs:
            yield from figures_of_payback("payback", (), self.payback, self.evenly)

    def _figures_of_partners(self) -> Iterator[tuple[tuple[str, ...], Figure]]:
        so_far = dict.fromkeys(self.partners, ZERO)
        for year in (*self._before, *self._span):
            for name, has in self.by_partner(year).items():
                so_far[name] += has
                if year in self._span:
                    yield ("partner", name, str(year)), has
                    yield ("partner-to-date", name, str(year)), so_far[name]

    def _figures_in(self, each: SavingsYear) -> Iterator[tuple[tuple[str, ...], Figure]]:
        year = str(each.year)
        yield ("cashable", year), each.cashable
        if each.cashable_share is not None:
            yield ("cashable-share", year), each.cashable_share
        if each.due is None or each.cashable_due is None:
            return
        yield ("due", year), each.due
        yield ("still-to-find", year), each.short
        yield ("beyond", year), each.beyond
        yield ("cashable-due", year), each.cashable_due
        yield ("non-cashable-due", year), each.due - each.cashable_due
        yield ("cashable-still-to-find", year), each.cashable_short
        if isinstance(self.target, EfficiencyTarget) and self.baseline is not None and self.baseline.total:
            lines = {line.heading: line.amount.pence for line in self.baseline.lines}
            for heading, part in split(each.cashable_due, lines).parts.items():
                yield ("cashable-due-on", heading, year), part


@functools.lru_cache(maxsize=2000)  # a saving that recurs is divided in the same way each year
def _divided(net: Money, shares: Shares) -> Mapping[str, Money]:
    return split(net, shares.parts).parts


def _figures_of_baseline(baseline: SpendingBaseline) -> Iterator[tuple[tuple[str, ...], Figure]]:
    yield ("baseline",), baseline.total
    units = sum((line.units for line in baseline.lines), Fraction(0))
    if units:
        yield ("units",), units
        yield ("mean-unit-cost",), _pounds(baseline.total.amount.over(units))
    for line in baseline.lines:
        if baseline.total:
            yield ("baseline-share", line.heading), Fraction(line.amount.pence, baseline.total.pence)
        if line.unit_cost is not None:
            yield ("unit-cost", line.heading), _pounds(line.unit_cost)


def _pounds(amount: Amount) -> Fraction:
    return as_fraction(amount.pounds)
