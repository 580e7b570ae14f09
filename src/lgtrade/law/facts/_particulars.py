"""The facts that have parts of their own: a business case, a designation, a council's eligibility."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

import attrs

from lgtrade.calendar import day_issues, day_or_as_given
from lgtrade.issues import Issue, refuse, shown, wrong_type
from lgtrade.services import Subject
from lgtrade.words import Words

ENGLISH_HEADS = ("objectives", "resources", "risks", "results")
"""What a business case must state in England: SI 2004/1705 art.2(4), and SI 2009/2393 art.2(4) in the same words."""

WELSH_HEADS = (*ENGLISH_HEADS, "mitigation", "staff impact", "staffing")
"""What it must state in Wales: SI 2021/1166 (W. 288) reg.2(2), and SI 2022/424 (W.) art.2(3) in the same words.

``results`` stands for the expected financial outcomes and the other relevant outcomes, which the Welsh list counts as
two; ``risks`` for the risks and their severity, ``mitigation`` for the actions proposed to mitigate them.
"""


def day_if_given(value: object) -> dt.date | None:
    """Read a day, or keep that none is given."""
    return None if value is None else day_or_as_given(value)


def not_days(**days: object) -> tuple[Issue, ...]:
    """Give an issue for each value that is given and is no day."""
    return tuple(issue for place, day in days.items() if day is not None for issue in day_issues(place, day))


def _texts(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(values)


def _subjects(values: Iterable[Subject]) -> tuple[Subject, ...]:
    return tuple(values)


@attrs.frozen
class BusinessCase:
    """A business case for trading.

    Args:
        prepared: the day on which it was prepared; none if it has not been said.
        approved: the day on which the authority approved it; none if it has not been approved.
        heads: what it states: any of ``objectives``, ``resources``, ``risks``, ``results``, and for Wales also
            ``mitigation``, ``staff impact`` and ``staffing``; the first four unless said otherwise.
        published: whether it was published once approved, as Wales asks; none if it has not been said.

    Raises:
        InputError: it was approved before it was prepared, or a head is not one of these.

    >>> BusinessCase(prepared="2009-09-01", approved="2009-09-25").approved
    datetime.date(2009, 9, 25)
    """

    prepared: dt.date | None = attrs.field(default=None, converter=day_if_given)
    approved: dt.date | None = attrs.field(default=None, converter=day_if_given)
    heads: tuple[str, ...] = attrs.field(default=ENGLISH_HEADS, converter=_texts)
    published: bool | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse days in the wrong order, and heads that the orders do not know."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        wrong = not_days(prepared=self.prepared, approved=self.approved)
        yield from wrong
        if not wrong and self.prepared is not None and self.approved is not None and self.approved < self.prepared:
            found = Words("it was approved on {day}, before it was prepared", day=self.approved)
            accepted = Words("a day on or after {day}", day=self.prepared)
            yield Issue("case.days", "approved", found, accepted)
        for number, head in enumerate(self.heads):
            if head not in WELSH_HEADS:
                found = Words("{head} is not a head of a business case", head=shown(head))
                accepted = Words("one of: {heads}", heads=", ".join(WELSH_HEADS))
                yield Issue("case.head", f"heads[{number}]", found, accepted)
        if self.published is not None:
            yield from wrong_type("published", self.published, bool, Words("true or false, or nothing"))

    def missing(self, heads: tuple[str, ...]) -> tuple[str, ...]:
        """Give the heads, of those asked for, that it does not state."""
        return tuple(head for head in heads if head not in self.heads)


@attrs.frozen
class Designation:
    """An order or an Act that makes a customer a public body for the 1970 Act.

    Such orders can be very narrow: SI 2004/485 lets one council supply one company with catering.

    Args:
        by: the order or Act, as cited.
        subjects: what it lets authorities supply; nothing has been said of that if empty.
        since: its first day; none if it has not been said.
        only: the names of the only authorities that may supply under it; any authority if empty.

    >>> Designation("SI 1981/1049", (Subject.PROFESSIONAL,)).subjects
    (<Subject.PROFESSIONAL: 'administrative, professional or technical services'>,)
    """

    by: str
    subjects: tuple[Subject, ...] = attrs.field(default=(), converter=_subjects)
    since: dt.date | None = attrs.field(default=None, converter=day_if_given)
    only: tuple[str, ...] = attrs.field(default=(), converter=_texts)

    def __attrs_post_init__(self) -> None:
        """Refuse a designation that names nothing."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        accepted = Words("the order or Act, as cited")
        yield from wrong_type("by", self.by, str, accepted)
        if self.by == "":
            yield Issue("designation.empty", "by", Words("it is empty"), accepted)
        yield from not_days(since=self.since)
        for number, subject in enumerate(self.subjects):
            yield from wrong_type(f"subjects[{number}]", subject, Subject, Words("a Subject"))


@attrs.frozen
class Eligibility:
    """What makes a parish or community council eligible for the general power of competence.

    In England by SI 2012/965, in Wales by the 2021 Act s.30. A part that is ``None`` has not been said.

    Args:
        resolved: the day on which the council resolved that it meets the conditions; none if it has not been said.
        until: the last day on which that resolution holds: that of the next relevant annual meeting; none if it has not
            been said.
        elected: whether at least two thirds of its members were elected.
        clerk: whether its clerk holds a qualification that the order or regulations list.
        audits: in Wales, whether the last two audit opinions were unqualified, the later within the past year.

    Raises:
        InputError: it ended before it was resolved.

    >>> Eligibility("2012-05-10", elected=True, clerk=True).resolved
    datetime.date(2012, 5, 10)
    """

    resolved: dt.date | None = attrs.field(default=None, converter=day_if_given)
    until: dt.date | None = attrs.field(default=None, converter=day_if_given)
    elected: bool | None = None
    clerk: bool | None = None
    audits: bool | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse days in the wrong order."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        wrong = not_days(resolved=self.resolved, until=self.until)
        yield from wrong
        if not wrong and self.resolved is not None and self.until is not None and self.until < self.resolved:
            found = Words("it ended on {until}, before it was resolved", until=self.until)
            accepted = Words("a day on or after {resolved}", resolved=self.resolved)
            yield Issue("eligibility.days", "until", found, accepted)
        for place in ("elected", "clerk", "audits"):
            if getattr(self, place) is not None:
                yield from wrong_type(place, getattr(self, place), bool, Words("true or false, or nothing"))
