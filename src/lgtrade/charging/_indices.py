"""Index series: what was published for each month, as levels or as yearly changes, provisional at first or not."""

from __future__ import annotations

import datetime as dt
import enum
import re
from collections.abc import Iterator
from fractions import Fraction

import attrs

from lgtrade.calendar import add_months, as_day
from lgtrade.charging._charges import percent
from lgtrade.issues import InputError, Issue, each_wrong_type, read_or_as_given, refuse, shown, unread, wrong_type
from lgtrade.money import exact_fraction, fraction_or_as_given
from lgtrade.sources import Assumption, Basis, Source
from lgtrade.words import MONTHS, Words

_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])", re.ASCII)
A_YEAR = 12
"""Months."""


def read_month(value: object) -> dt.date:
    """Read a month, as ``"2024-09"`` or any day in it, and give its first day."""
    if isinstance(value, str) and _MONTH.fullmatch(value):
        return as_day(f"{value}-01")
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return as_day(value).replace(day=1)
    found = Words("{value} is not a month", value=shown(value))
    raise InputError([Issue("index.month", "", found, Words("a month, as in 2024-09"))])


def _month(value: object) -> dt.date:
    return read_or_as_given(read_month, value)


def month_in_words(month: dt.date) -> str:
    """Say a month.

    >>> month_in_words(dt.date(2024, 9, 1))
    'September 2024'
    """
    return f"{MONTHS[month.month - 1]} {month.year}"


class IndexForm(enum.Enum):
    """What the figures of a series are.

    * ``LEVELS``: the index itself; the change over a year is found from two of them.
    * ``CHANGES``: the change over the year to that month, as ``"2.5%"``.
    """

    LEVELS = "levels"
    CHANGES = "changes over a year"


@attrs.frozen
class IndexValue:
    """What was published for one month.

    Args:
        month: the month, as ``"2024-09"``.
        value: the level, or the change over the year.
        provisional: whether it is to be restated.

    Raises:
        InputError: the month or the value cannot be read; all together.

    >>> IndexValue("2024-09", "2.7%").value
    Fraction(27, 1000)
    """

    month: dt.date = attrs.field(converter=_month)
    value: Fraction = attrs.field(converter=fraction_or_as_given)
    provisional: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse what is no month, or no figure."""
        refuse(
            [
                *unread(read_month, "month", self.month),
                *unread(exact_fraction, "value", self.value),
                *wrong_type("provisional", self.provisional, bool, Words("true or false")),
            ]
        )


@attrs.frozen
class IndexSeries:
    """An index, as published.

    A month may have two figures: a provisional one, and the one by which it was restated, which then counts.

    Args:
        name: what the index is called.
        form: levels, or changes over a year.
        values: the figures, in any order.
        basis: where they were published.

    Raises:
        InputError: a month is published twice, a level is not over nothing, a change takes away all there is or more
            than doubles it, or a part is of the wrong type; all together.

    >>> rpi = IndexSeries("RPI", IndexForm.CHANGES, (IndexValue("2018-09", "3.3%"),), Assumption("illustration"))
    >>> rpi.change("2018-09")
    Fraction(33, 1000)
    """

    name: str
    form: IndexForm
    values: tuple[IndexValue, ...]
    basis: Basis

    def __attrs_post_init__(self) -> None:
        """Refuse a month that is published twice, and figures that are none."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("name", self.name, str, Words("what the index is called"))
        yield from wrong_type("form", self.form, IndexForm, Words("an IndexForm"))
        yield from wrong_type("basis", self.basis, (Source, Assumption), Words("a Source or an Assumption"))
        known: set[tuple[dt.date, bool]] = set()
        for number, each in enumerate(self.values if isinstance(self.values, tuple) else ()):
            if isinstance(each, IndexValue):
                yield from self._value_issues(number, each, known)
        yield from each_wrong_type("values", self.values, IndexValue, Words("an IndexValue"))

    def _value_issues(self, number: int, each: IndexValue, known: set[tuple[dt.date, bool]]) -> Iterator[Issue]:
        place, month = f"values[{number}].value", month_in_words(each.month)
        if self.form is IndexForm.LEVELS and each.value <= 0:
            found = Words("the figure for {month} is {value}", month=month, value=each.value)
            yield Issue("index.figure", place, found, Words("a figure over 0"))
        if self.form is IndexForm.CHANGES and not -1 < each.value <= 1:
            found = Words("the change to {month} is {value}", month=month, value=percent(each.value))
            accepted = Words("a change over a year, over -100% and up to 100%; or levels of the index")
            yield Issue("index.figure", place, found, accepted)
        if (each.month, each.provisional) in known:
            found = Words("{month} is published twice", month=month_in_words(each.month))
            accepted = Words("one figure for each month, and one more where it is provisional")
            yield Issue("index.twice", f"values[{number}].month", found, accepted)
        known.add((each.month, each.provisional))

    @property
    def first_published(self) -> IndexSeries:
        """The series as it stood before provisional figures were restated."""
        provisional = {each.month for each in self.values if each.provisional}
        kept = tuple(each for each in self.values if each.provisional or each.month not in provisional)
        return attrs.evolve(self, values=kept)

    def published(self, month: dt.date | str) -> IndexValue:
        """Give the figure for a month: the one that is not provisional, if there is one.

        Raises:
            InputError: none was published.
        """
        wanted = read_month(month)
        found = [each for each in self.values if each.month == wanted]
        if not found:
            words = Words("{name} has no figure for {month}", name=self.name, month=month_in_words(wanted))
            raise InputError([Issue("index.missing", "series.values", words, Words("a figure for that month"))])
        return min(found, key=lambda each: each.provisional)

    def change(self, month: dt.date | str) -> Fraction:
        """Give the change over the year to a month.

        Raises:
            InputError: a figure that it needs was not published.
        """
        latest = self.published(month)
        if self.form is IndexForm.CHANGES:
            return latest.value
        return latest.value / self.published(add_months(latest.month, -A_YEAR).day).value - 1

    def is_provisional(self, month: dt.date | str) -> bool:
        """Tell whether the change over the year to a month rests on a figure that is to be restated."""
        latest = self.published(month)
        if latest.provisional or self.form is IndexForm.CHANGES:
            return latest.provisional
        return self.published(add_months(latest.month, -A_YEAR).day).provisional
