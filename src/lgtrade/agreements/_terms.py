"""The terms of an agreement beside its price: notice, review, breaks, liability, and clauses by name."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable, Iterator

import attrs

from lgtrade.calendar import day_issues, day_or_as_given
from lgtrade.issues import Issue, refuse, shown, wrong_type
from lgtrade.money import ZERO, Money
from lgtrade.words import Words


def text_issues(place: str, text: object, accepted: Words) -> Iterator[Issue]:
    """Yield why something is not a text with something in it."""
    yield from wrong_type(place, text, str, accepted)
    if text == "":
        yield Issue("name.empty", place, Words("it is empty"), accepted)


class CapPeriod(enum.Enum):
    """What a cap on liability is counted over.

    >>> CapPeriod("each year").name
    'YEAR'
    """

    CLAIM = "each claim"
    YEAR = "each year"
    TERM = "the whole term"


@attrs.frozen
class LiabilityCap:
    """The most that one party owes another for what goes wrong.

    Args:
        what: what it limits, as in "loss of data".
        most: the sum.
        over: each claim, each year or the whole term.

    Raises:
        InputError: it names nothing, or the sum is below nil.

    >>> LiabilityCap("loss of data", Money.pounds(500_000), CapPeriod.YEAR).most
    £500,000.00
    """

    what: str
    most: Money
    over: CapPeriod

    def __attrs_post_init__(self) -> None:
        """Refuse a cap on nothing, or below nil."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from text_issues("what", self.what, Words("what it limits"))
        yield from wrong_type("most", self.most, Money, Words("an amount of money"))
        if isinstance(self.most, Money) and self.most < ZERO:
            yield Issue("cap.negative", "most", Words("it is below nil"), Words("nil or more"))
        yield from wrong_type("over", self.over, CapPeriod, Words("a CapPeriod"))


@attrs.frozen
class Clause:
    """A named clause and its text.

    Args:
        name: what it is called, as in "data protection" or "staff".
        text: what it says.

    Raises:
        InputError: either is empty.

    >>> Clause("staff", "Staff stay in the employment of the host.").name
    'staff'
    """

    name: str
    text: str

    def __attrs_post_init__(self) -> None:
        """Refuse a clause without a name or a text."""
        refuse(
            [*text_issues("name", self.name, Words("a name")), *text_issues("text", self.text, Words("what it says"))]
        )


def _days(values: Iterable[object]) -> tuple[dt.date, ...]:
    return tuple(day_or_as_given(value) for value in values)


@attrs.frozen
class Terms:
    """What was agreed beside the service, the days and the price.

    Args:
        notice_months: how many months of notice end the agreement; none if it has not been agreed.
        review_months: how many months lie between reviews; none if no review was agreed.
        breaks: the only days on which notice may end the agreement, if there are such days; any day if empty.
        caps: caps on liability.
        clauses: other clauses, such as data and staff, each by its name.

    Raises:
        InputError: months are not a whole number above nil, a break is not a day, or a clause is there twice.

    >>> Terms(notice_months=12, breaks=("2027-03-31",)).breaks
    (datetime.date(2027, 3, 31),)
    """

    notice_months: int | None = None
    review_months: int | None = None
    breaks: tuple[dt.date, ...] = attrs.field(default=(), converter=_days)
    caps: tuple[LiabilityCap, ...] = ()
    clauses: tuple[Clause, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Refuse terms that cannot be kept."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        for place, months in (("notice_months", self.notice_months), ("review_months", self.review_months)):
            if months is not None and (type(months) is not int or months < 1):
                found = Words("{months} is not a number of months", months=shown(months))
                yield Issue("terms.months", place, found, Words("a whole number above nil, or nothing"))
        for number, day in enumerate(self.breaks):
            yield from day_issues(f"breaks[{number}]", day)
        for number, cap in enumerate(self.caps):
            yield from wrong_type(f"caps[{number}]", cap, LiabilityCap, Words("a LiabilityCap"))
        seen: set[str] = set()
        for number, clause in enumerate(self.clauses):
            yield from wrong_type(f"clauses[{number}]", clause, Clause, Words("a Clause"))
            name = clause.name if isinstance(clause, Clause) else ""
            if name and name in seen:
                found = Words("{name} is there twice", name=shown(name))
                yield Issue("terms.clause", f"clauses[{number}].name", found, Words("one clause of a name"))
            seen.add(name)

    def clause(self, name: str) -> str | None:
        """The text of a clause; none if there is none of that name."""
        return next((each.text for each in self.clauses if each.name == name), None)
