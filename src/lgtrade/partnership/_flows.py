"""Cash flows: lines of cost and benefit by year, with the uplift that allows for optimism."""

from __future__ import annotations

import enum
import functools
from collections.abc import Iterator, Mapping
from fractions import Fraction

import attrs

from lgtrade.calendar import FinancialYear
from lgtrade.issues import Issue, given_twice, refuse, wrong_type
from lgtrade.money import ZERO, Money, as_fraction, fraction_or_as_given, total
from lgtrade.partnership._given import (
    basis_issues,
    figure_issues,
    mapping,
    name_issues,
    parts_issues,
    sum_issues,
    year_issues,
)
from lgtrade.sources import Basis
from lgtrade.words import Words

_MOST_LINES = 30


class FlowKind(enum.Enum):
    """Whether a line of a cash flow is spent or gained."""

    CAPITAL = "capital"
    REVENUE = "revenue"
    BENEFIT = "benefit"


class Prices(enum.Enum):
    """At which prices the sums of a line are given: those of the base year, or those of each year."""

    REAL = "real"
    NOMINAL = "nominal"


@attrs.frozen
class OptimismBias:
    """An allowance for estimates that are too hopeful: what is spent is raised by it, and what is gained lowered.

    A cost that is given back, as when something is sold in the end, is gained.

    Args:
        uplift: by how much, as a part of the estimate: ``"41%"``; nil or more, and at most all of what is gained.
        basis: the source of the uplift, or the assumption it rests on.

    Raises:
        InputError: the uplift is below nil or not exact, or a part is of the wrong type; all together.

    >>> from lgtrade.sources import Assumption
    >>> OptimismBias("41%", Assumption("an example")).uplift
    Fraction(41, 100)
    """

    uplift: Fraction = attrs.field(converter=fraction_or_as_given)
    basis: Basis

    def __attrs_post_init__(self) -> None:
        """Refuse an allowance that allows for nothing."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from figure_issues("uplift", self.uplift)
        yield from basis_issues(self.basis)


@attrs.frozen
class FlowLine:
    """One line of a cash flow: what is spent, or what is gained, in each year.

    Args:
        heading: what it is.
        kind: capital or revenue spent, or a benefit.
        amounts: the sum of each year; below nil for a cost that is given back. No year between the first and the last
            may be left out.
        basis: the source of the figures, or the assumption they rest on.
        prices: whether the sums are at the prices of the base year or at those of each year.
        optimism: the allowance for optimism in the estimates; none if none is made.

    Raises:
        InputError: there is no heading or no year, a year is left out, optimism takes more than all of what is gained,
            or a part is of the wrong type; all together.

    >>> from lgtrade.sources import Assumption
    >>> year, given = FinancialYear(2026), Assumption("an example")
    >>> line = FlowLine("Licences", FlowKind.REVENUE, {year: Money.pounds(100)}, given,
    ...                 optimism=OptimismBias("41%", given))
    >>> line.total, line.expected(year)
    (£100.00, Fraction(141, 1))
    """

    heading: str
    kind: FlowKind
    amounts: Mapping[FinancialYear, Money] = attrs.field(converter=mapping)
    basis: Basis
    prices: Prices = Prices.REAL
    optimism: OptimismBias | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a line that does not say what flows in every year."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from name_issues("heading", self.heading, Words("what the line is"))
        yield from wrong_type("kind", self.kind, FlowKind, Words("a FlowKind"))
        yield from self._year_issues()
        yield from basis_issues(self.basis)
        yield from wrong_type("prices", self.prices, Prices, Words("Prices"))
        optimism = Words("an OptimismBias, or nothing")
        yield from wrong_type("optimism", self.optimism, (OptimismBias, type(None)), optimism)

    def _year_issues(self) -> Iterator[Issue]:
        wrong = tuple(wrong_type("amounts", self.amounts, Mapping, Words("the sum of each year")))
        yield from wrong
        if wrong:
            return
        years = tuple(issue for year in self.amounts for issue in year_issues(f"amounts[{year}]", year))
        yield from years
        for year, sum_ in self.amounts.items():
            yield from sum_issues(f"amounts[{year}]", sum_, may_be_negative=True)
        if not self.amounts:
            yield Issue("flow.none", "amounts", Words("there is no year"), Words("the sum of at least one year"))
        elif not years:
            yield from self._gaps()
            yield from self._too_hopeful()

    def _gaps(self) -> Iterator[Issue]:
        for start in range(min(self.amounts).start, max(self.amounts).start):
            if FinancialYear(start) not in self.amounts:
                year = FinancialYear(start)
                found = Words("{year} is left out", year=year)
                yield Issue("flow.gap", f"amounts[{year}]", found, Words("the sum of that year, even if it is nil"))

    def _too_hopeful(self) -> Iterator[Issue]:
        if not isinstance(self.optimism, OptimismBias) or self.optimism.uplift <= 1:
            return
        for year, sum_ in self.amounts.items():
            if isinstance(sum_, Money) and self.sign * sum_.pence > 0:
                found = Words("more than all that is gained in {year} would be taken off", year=year)
                yield Issue("optimism.most", "optimism.uplift", found, Words("at most 100% where something is gained"))

    @property
    def total(self) -> Money:
        """The sums as they were estimated, added up."""
        return total(self.amounts.values())

    @property
    def sign(self) -> int:
        """One for a benefit, minus one for a cost."""
        return 1 if self.kind is FlowKind.BENEFIT else -1

    def expected(self, year: FinancialYear) -> Fraction:
        """Give the sum of a year in pounds, with the allowance for optimism: spending raised, gains lowered.

        Raises:
            InputError: it is no financial year.
        """
        refuse(year_issues("year", year))
        estimate = as_fraction(self.amounts.get(year, ZERO).in_pounds)
        return estimate if self.optimism is None else estimate - self.sign * self.optimism.uplift * abs(estimate)


@attrs.frozen
class CashFlow:
    """One option: all that is spent and gained if it is chosen.

    Args:
        name: what the option is called.
        lines: its lines.

    Raises:
        InputError: it has no name or no line, two lines have one heading, or a part is of the wrong type; all together.

    >>> from lgtrade.sources import Assumption
    >>> years = {FinancialYear(2026): Money.pounds(100), FinancialYear(2027): Money.pounds(100)}
    >>> flow = CashFlow("Stay", (FlowLine("Licences", FlowKind.REVENUE, years, Assumption("an example")),))
    >>> flow.last
    2027/28
    """

    name: str
    lines: tuple[FlowLine, ...]

    def __attrs_post_init__(self) -> None:
        """Refuse an option of nothing."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from name_issues("name", self.name, Words("what the option is called"))
        lines = tuple(parts_issues("lines", self.lines, FlowLine, Words("a FlowLine"), most=_MOST_LINES))
        yield from lines
        if self.lines == ():
            yield Issue("flow.lines", "lines", Words("there is no line"), Words("at least one line"))
        if not lines:
            yield from given_twice("lines[{}].heading", [line.heading for line in self.lines])

    @functools.cached_property
    def first(self) -> FinancialYear:
        """The first year in which anything flows."""
        return min(min(line.amounts) for line in self.lines)

    @functools.cached_property
    def last(self) -> FinancialYear:
        """The last year in which anything flows."""
        return max(max(line.amounts) for line in self.lines)
