"""Days, periods and financial years. The only module that uses pendulum, and it reads no clock."""

from __future__ import annotations

import datetime as dt
import enum
import functools
import re
from collections.abc import Iterator

import attrs

from lgtrade.issues import InputError, Issue, read_or_as_given, refuse, shown, unread, wrong_type
from lgtrade.words import Words, in_words

FIRST_YEAR = 1900
LAST_YEAR = 2199
_YEAR = re.compile(r"(\d{4})[/-](\d{2}|\d{4})", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_A_DAY = Words("a day from 1 January {first} to 31 December {last}, as in 2026-04-01", first=FIRST_YEAR, last=LAST_YEAR)


def as_day(value: object, place: str = "") -> dt.date:
    """Read a day: a ``date``, or text in the form ``2026-04-01``.

    Raises:
        InputError: it is not a day, or carries a time of day.

    >>> as_day("2026-04-01")
    datetime.date(2026, 4, 1)
    """
    if isinstance(value, dt.datetime):
        found = Words("{value} has a time of day", value=value.isoformat())
        raise InputError([Issue("day.time", place, found, _A_DAY)])
    if isinstance(value, dt.date):
        if FIRST_YEAR <= value.year <= LAST_YEAR:
            return dt.date(value.year, value.month, value.day)
        raise InputError([Issue("day.reach", place, Words("{day} is out of reach", day=value), _A_DAY)])
    if isinstance(value, str) and _DAY.fullmatch(value):
        import pendulum  # noqa: PLC0415  # it takes a fifth of the time that importing the library may take

        try:
            read = pendulum.from_format(value, "YYYY-MM-DD")
        except ValueError:
            pass
        else:
            return as_day(dt.date(read.year, read.month, read.day), place)
    raise InputError([Issue("day", place, Words("{value} is not a day", value=shown(value)), _A_DAY)])


def day_or_as_given(value: object) -> dt.date:
    """Read a day if it is one; else keep what was given, to be refused with all else that is wrong.

    For fields of other values: :func:`day_issues` then says what is wrong.

    >>> day_or_as_given("2026-04-01"), day_or_as_given("soon")
    (datetime.date(2026, 4, 1), 'soon')
    """
    return read_or_as_given(as_day, value)


def day_issues(place: str, value: object) -> Iterator[Issue]:
    """Yield why `value` is not a day, if it is not one.

    >>> [issue.code for issue in day_issues("first", "soon")]
    ['day']
    """
    yield from unread(as_day, place, value)


@attrs.frozen(order=True, repr=False)
class Period:
    """A run of days from the first to the last, both included.

    Args:
        first: the first day; a ``date`` or text such as ``"2026-04-01"``.
        last: the last day, on or after the first.

    Raises:
        InputError: a day cannot be read, or the period would be empty.

    >>> term = Period("2022-04-02", "2023-04-01")
    >>> term.days, term.whole_months
    (365, 12)
    >>> print(term)
    2 April 2022 to 1 April 2023
    """

    first: dt.date = attrs.field(converter=day_or_as_given)
    last: dt.date = attrs.field(converter=day_or_as_given)

    def __attrs_post_init__(self) -> None:
        """Refuse what is not a day, and a period with no days in it."""
        refuse([*day_issues("first", self.first), *day_issues("last", self.last)])
        if self.last < self.first:
            found = Words("it ends on {last}, before it begins on {first}", first=self.first, last=self.last)
            refuse([Issue("period.empty", "", found, Words("a last day on or after the first"))])

    def __contains__(self, day: object) -> bool:
        """Tell whether a day is in the period."""
        return isinstance(day, dt.date) and self.first <= day <= self.last

    @property
    def days(self) -> int:
        """How many days there are."""
        return (self.last - self.first).days + 1

    @property
    def whole_months(self) -> int:
        """How many whole months fit, counted from the first day.

        A month ends on the day before the same day of the next month; where that month has no such day, its last
        day counts as it. From 31 January the first month ends on 27 February or, in a leap year, 28 February.
        """
        after = self.last + dt.timedelta(days=1)
        months = 12 * (after.year - self.first.year) + after.month - self.first.month
        same_day = min(self.first.day, _days_in_month(after.year, after.month))
        return months if same_day <= after.day else months - 1

    def overlap(self, other: Period) -> Period | None:
        """The days in both, or nothing.

        >>> Period("2025-04-01", "2026-03-31").overlap(Period("2026-01-01", "2026-12-31"))
        <Period 1 January 2026 to 31 March 2026>
        """
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Period(first, last) if first <= last else None

    def financial_years(self) -> Iterator[FinancialYear]:
        """Every financial year that has a day in the period, in order."""
        for start in range(FinancialYear.of(self.first).start, FinancialYear.of(self.last).start + 1):
            yield FinancialYear(start)

    def __str__(self) -> str:
        """Say both days."""
        return f"{in_words(self.first)} to {in_words(self.last)}"

    def __repr__(self) -> str:
        """Show both days."""
        return f"<Period {self}>"


@attrs.frozen(order=True, repr=False)
class FinancialYear:
    """Twelve months beginning with 1 April (Local Government Act 2003 s.124).

    Args:
        start: the calendar year in which it begins.

    Raises:
        InputError: the year is not a whole number from 1900 to 2198.

    >>> FinancialYear(2026)
    2026/27
    >>> FinancialYear(2026).period
    <Period 1 April 2026 to 31 March 2027>
    """

    start: int

    def __attrs_post_init__(self) -> None:
        """Refuse a year that is not a whole number in reach."""
        if type(self.start) is not int or not FIRST_YEAR <= self.start < LAST_YEAR:
            found = Words("{value} is not a year in reach", value=shown(self.start))
            accepted = Words("a year from {first} to {last}", first=FIRST_YEAR, last=LAST_YEAR - 1)
            refuse([Issue("year", "", found, accepted)])

    @classmethod
    def of(cls, day: dt.date) -> FinancialYear:
        """Give the financial year that a day lies in; each day lies in exactly one.

        >>> FinancialYear.of(dt.date(2027, 3, 31))
        2026/27
        """
        day = as_day(day)
        return cls(day.year - (day.month < 4))  # noqa: PLR2004  # April

    @classmethod
    def read(cls, text: object) -> FinancialYear:
        """Read text such as ``"2026/27"``.

        Raises:
            InputError: it is not two consecutive years.

        >>> FinancialYear.read("1999/00")
        1999/00
        """
        matched = _YEAR.fullmatch(text) if isinstance(text, str) else None
        if matched is None or not str(int(matched[1]) + 1).endswith(matched[2]):
            found = Words("{value} is not a financial year", value=shown(text))
            raise InputError([Issue("year", "", found, Words('two years running, as in "2026/27"'))])
        return cls(int(matched[1]))

    @property
    def period(self) -> Period:
        """The days of the year."""
        return _days_of(self.start)

    def __add__(self, years: int) -> FinancialYear:
        """Go on by so many years; back by a negative number."""
        return FinancialYear(self.start + years)

    def __str__(self) -> str:
        """Say the two years."""
        return f"{self.start}/{(self.start + 1) % 100:02}"

    __repr__ = __str__


@functools.cache  # a few hundred years at most, each asked for again and again
def _days_of(start: int) -> Period:
    return Period(dt.date(start, 4, 1), dt.date(start + 1, 3, 31))


class ShortMonth(enum.Enum):
    """What becomes of a day that a shorter month does not have: 31 January and one month.

    * ``LAST_DAY``: the last day of that month, 28 or 29 February.
    * ``NEXT_DAY``: the first day of the month after, 1 March.
    * ``REFUSE``: an error, so that the agreement has to say.
    """

    LAST_DAY = "the last day of the month"
    NEXT_DAY = "the first day of the next month"
    REFUSE = "refused"


@attrs.frozen
class MonthStep:
    """A day reached by adding months, and whether the way leads back.

    Args:
        start: the day it began from.
        months: how many months were added; negative to go back.
        day: the day reached.
        rule: what was done about short months.

    >>> step = add_months(dt.date(2026, 1, 31), 1)
    >>> step.day, step.comes_back
    (datetime.date(2026, 2, 28), False)
    """

    start: dt.date
    months: int
    day: dt.date
    rule: ShortMonth

    @property
    def comes_back(self) -> bool:
        """Whether taking the same months away again gives the day it began from."""
        return add_months(self.day, -self.months, self.rule).day == self.start


def add_months(start: dt.date, months: int, rule: ShortMonth = ShortMonth.LAST_DAY) -> MonthStep:
    """Add months to a day, by a stated rule for months that are too short.

    Args:
        start: the day to begin from.
        months: how many; negative to go back.
        rule: what to do where the month reached has no such day.

    Raises:
        InputError: the month has no such day and the rule is to refuse, or the result is out of reach.

    >>> add_months(dt.date(2026, 1, 31), 1, ShortMonth.NEXT_DAY).day
    datetime.date(2026, 3, 1)
    """
    refuse([*day_issues("start", start), *wrong_type("months", months, int, Words("a whole number of months"))])
    start = as_day(start)
    year, month = divmod(12 * start.year + start.month - 1 + months, 12)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        found = Words("the day reached would be in the year {year}", year=year)
        raise InputError([Issue("months.reach", "months", found, _A_DAY)])
    length = _days_in_month(year, month + 1)
    day = min(start.day, length)
    if day < start.day and rule is ShortMonth.REFUSE:
        ends = dt.date(year, month + 1, day)
        found = Words("the month that ends on {ends} has no day {day}", ends=ends, day=start.day)
        accepted = Words("a day that the month has, or another rule for short months")
        raise InputError([Issue("months.short", "start", found, accepted)])
    landed = dt.date(year, month + 1, day)
    if day < start.day and rule is ShortMonth.NEXT_DAY:
        landed += dt.timedelta(days=1)
    return MonthStep(start, months, landed, rule)


def _days_in_month(year: int, month: int) -> int:
    import pendulum  # noqa: PLC0415  # as above

    return pendulum.date(year, month, 1).days_in_month
