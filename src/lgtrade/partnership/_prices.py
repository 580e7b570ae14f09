"""A price index: the level of prices in each year, so that sums of one year can be said at the prices of another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

import attrs

from lgtrade.calendar import FinancialYear
from lgtrade.issues import Issue, refuse, wrong_type
from lgtrade.partnership._given import basis_issues, figure_issues, figures_by_year, name_issues, year_issues
from lgtrade.sources import Basis
from lgtrade.words import Words


@attrs.frozen
class PriceIndex:
    """The level of prices in each financial year.

    Args:
        name: what it is called, as in "GDP deflator".
        levels: the level in each year, in any one scale: 100 and 102.5, or 1 and 1.025.
        basis: the source of the levels, or the assumption in its place.

    Raises:
        InputError: a level is no exact number over nil, or a part is of the wrong type; all together.

    >>> from lgtrade.sources import Assumption
    >>> prices = PriceIndex("CPI", {FinancialYear(2024): 100, FinancialYear(2025): "102.5"}, Assumption("an example"))
    >>> prices.factor(FinancialYear(2025), since=FinancialYear(2024))
    Fraction(41, 40)
    """

    name: str
    levels: Mapping[FinancialYear, Fraction] = attrs.field(converter=figures_by_year)
    basis: Basis

    def __attrs_post_init__(self) -> None:
        """Refuse levels that prices cannot have."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from name_issues("name", self.name, Words("what the index is called"))
        levels = tuple(wrong_type("levels", self.levels, Mapping, Words("the level of each year")))
        yield from levels
        for year, level in () if levels else self.levels.items():
            yield from year_issues(f"levels[{year}]", year)
            yield from figure_issues(f"levels[{year}]", level, over_nil=True)
        yield from basis_issues(self.basis)

    def factor(self, year: FinancialYear, *, since: FinancialYear) -> Fraction:
        """Give the prices of a year as a multiple of those of another.

        Raises:
            InputError: one of the years is none, or the index has no level for it.
        """
        refuse([*year_issues("year", year), *year_issues("since", since)])
        refuse(self.without([since, year]))
        return self.levels[year] / self.levels[since]

    def without(self, years: Iterable[FinancialYear]) -> Iterator[Issue]:
        """Yield each of some years for which it has no level."""
        for year in dict.fromkeys(years):
            if year not in self.levels:
                found = Words("{name} has no level for {year}", name=self.name, year=year)
                yield Issue("index.year", f"levels[{year}]", found, Words("the level of that year"))
