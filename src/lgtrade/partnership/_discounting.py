"""Discounting: schedules of rates by year, and what a pound in a later year is worth in the base year."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator
from fractions import Fraction

import attrs

from lgtrade.calendar import day_issues, day_or_as_given
from lgtrade.issues import Issue, refuse, shown, unread, wrong_type
from lgtrade.money import exact_fraction, fraction_or_as_given
from lgtrade.partnership._given import basis_issues, figure_issues, name_issues, parts_issues
from lgtrade.sources import Basis, Source
from lgtrade.words import Words

_FURTHEST = 1000  # no appraisal looks further


@attrs.frozen
class DiscountBand:
    """One rate of a schedule, for the years up to a last one.

    Args:
        rate: the rate a year; nil or more: ``"3.5%"``.
        last: the last year that it is for, counted from the base year, which is year 0; none if it has no end.

    Raises:
        InputError: the rate is below nil, or the last year is no whole number over nil; all together.

    >>> DiscountBand("3.5%", 30).rate
    Fraction(7, 200)
    """

    rate: Fraction = attrs.field(converter=fraction_or_as_given)
    last: int | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a rate that no schedule has."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from figure_issues("rate", self.rate)
        if self.last is not None and (type(self.last) is not int or self.last < 1):
            found = Words("it is {last}", last=shown(self.last))
            yield Issue("band.last", "last", found, Words("a whole number of years over nil, or nothing"))


@attrs.frozen
class DiscountSchedule:
    """Rates of discount by year; the base year is year 0, and nothing in it is discounted.

    Args:
        name: what it is called.
        bands: the rates, from the first years to the last.
        basis: the source of the rates, or the assumption in its place.
        since: the first day of the edition that they are from; none if it has none.

    Raises:
        InputError: there is no band, a band ends before the one before it or one with no end is not the last, or a part
            is of the wrong type; all together.

    >>> GREEN_BOOK_2026.factor(1)
    Fraction(200, 207)
    """

    name: str
    bands: tuple[DiscountBand, ...]
    basis: Basis
    since: dt.date | None = attrs.field(default=None, converter=attrs.converters.optional(day_or_as_given))

    def __attrs_post_init__(self) -> None:
        """Refuse bands that do not follow one another."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from name_issues("name", self.name, Words("what the schedule is called"))
        bands = tuple(parts_issues("bands", self.bands, DiscountBand, Words("a DiscountBand")))
        yield from bands
        if self.bands == ():
            yield Issue("bands.none", "bands", Words("there is no band"), Words("at least one band"))
        for number, band in enumerate(() if bands else self.bands[1:], start=1):
            before = self.bands[number - 1].last
            if before is None or (band.last is not None and band.last <= before):
                found = Words("the band does not come after the one before it")
                yield Issue("bands.order", f"bands[{number}].last", found, Words("bands from the first years on"))
        yield from basis_issues(self.basis)
        if self.since is not None:
            yield from day_issues("since", self.since)

    @classmethod
    def flat(cls, rate: Fraction | str, basis: Basis) -> DiscountSchedule:
        """Give a schedule of one rate for every year.

        Raises:
            InputError: the rate is no exact number of nil or more.

        >>> from lgtrade.sources import Assumption
        >>> DiscountSchedule.flat("6%", Assumption("an example")).factor(2)
        Fraction(2500, 2809)
        """
        refuse(unread(exact_fraction, "rate", rate))
        return cls("flat", (DiscountBand(exact_fraction(rate)),), basis)

    def factor(self, year: int) -> Fraction:
        """Give what a pound in a year is worth in the base year, exactly.

        Args:
            year: how many years after the base year; nil for the base year itself.

        Raises:
            InputError: the year is no whole number of nil or more, or is after the last one of the schedule, or after
                year 1000.
        """
        refuse(self._reach("year", year))
        return _factor(self.bands, year)

    def annuity(self, years: int) -> Fraction:
        """Give what a pound in each of some years, the first a year after the base year, is worth in the base year.

        Raises:
            InputError: the years are no whole number of nil or more, or go beyond the last one of the schedule.

        >>> round(100 / DiscountSchedule.flat("6%", Source("Green Book, 1997 edition, paragraph 4.56")).annuity(10), 2)
        Fraction(1359, 100)
        """
        refuse(self._reach("years", years))
        return sum((self.factor(year) for year in range(1, years + 1)), Fraction(0))

    def _reach(self, place: str, year: int) -> Iterator[Issue]:
        wrong = tuple(wrong_type(place, year, int, Words("a whole number of years")))
        yield from wrong
        end = min(self.bands[-1].last or _FURTHEST, _FURTHEST)
        if not wrong and not 0 <= year <= end:
            found = Words("{name} has no rate for year {year}", name=self.name, year=shown(year))
            yield Issue("schedule.year", place, found, Words("from nil to {last}", last=end))


@functools.lru_cache(maxsize=1000)  # each is asked for again for every line of a cash flow
def _factor(bands: tuple[DiscountBand, ...], year: int) -> Fraction:
    factor, before = Fraction(1), 0
    for band in bands:
        last = year if band.last is None else min(year, band.last)
        factor /= (1 + band.rate) ** max(last - before, 0)
        before = last
    return factor


GREEN_BOOK_2003 = DiscountSchedule(
    "Green Book 2003",
    (
        DiscountBand("3.5%", 30),
        DiscountBand("3%", 75),
        DiscountBand("2.5%", 125),
        DiscountBand("2%", 200),
        DiscountBand("1.5%", 300),
        DiscountBand("1%"),
    ),
    Source(
        "HM Treasury, Green Book, 2003 edition, Annex 6, as restated in the Northern Ireland guide, paragraph 2.8.4",
        "http://www.dfpni.gov.uk/index/finance/eag/eag-step-by-step/eag-step-8/eag_net_present_values.htm",
    ),
    "2003-04-01",
)
"""The rates of the Treasury's edition of 2003, in effect from 1 April 2003."""

_AS_RESTATED_2026 = Source(
    "HM Treasury, Green Book, edition of February 2026, as restated by the Department for Transport, Forthcoming "
    "change: Green Book updates (16 April 2026)",
    "https://www.gov.uk/government/publications/tag-forthcoming-changes/forthcoming-change-green-book-updates",
)


def _of_2026(name: str, *rates: str) -> DiscountSchedule:
    """Give a schedule of the edition of 2026, whose bands end where those of 2003 do."""
    ends = [band.last for band in GREEN_BOOK_2003.bands]
    bands = tuple(DiscountBand(rate, last) for rate, last in zip(rates, ends, strict=True))
    return DiscountSchedule(name, bands, _AS_RESTATED_2026, "2026-02-05")


GREEN_BOOK_2026 = _of_2026("Green Book 2026", "3.5%", "3%", "2.5%", "2%", "1.5%", "1%")
"""The rates of the Treasury's edition of 5 February 2026."""

GREEN_BOOK_2026_HEALTH = _of_2026("Green Book 2026, health", "1.5%", "1.29%", "1.07%", "0.86%", "0.64%", "0.43%")
"""The reduced rates of that edition for effects on health, as they are printed: to a hundredth of a per cent."""

GREEN_BOOK_2026_SENSITIVITY = _of_2026(
    "Green Book 2026, sensitivity", "3%", "2.57%", "2.14%", "1.71%", "1.29%", "0.86%"
)
"""The lower rates of that edition by which a project of more than 50 years is tested as well."""
