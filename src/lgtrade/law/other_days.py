"""The same facts on other days: when the answer changes, and which provision changes it."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator

import attrs

from lgtrade.answers import Reason, Verdict
from lgtrade.authorities import Authority
from lgtrade.calendar import as_day
from lgtrade.law.codes import service_codes
from lgtrade.law.definition import ONE_DAY
from lgtrade.law.enactments import KNOWN_FROM, KNOWN_TO
from lgtrade.law.facts import BusinessCase, Company, Designation, Eligibility, Proposal
from lgtrade.law.finding import SHUT, Finding, Outcome
from lgtrade.law.gaps import GAPS
from lgtrade.law.opinion import Opinion, assess, powers_for
from lgtrade.law.powers.trade_through_a_company import two_years_on
from lgtrade.law.public_bodies import known_designations
from lgtrade.words import Words


@attrs.frozen
class Change:
    """A finding that differs between two days, or that rests on another order.

    Args:
        power: the power's code.
        before: what was found on the first day.
        after: what was found on the second.
        because: what brought the power into force or ended it; else the reasons that decide the second finding and did
            not decide the first; where nothing then stands in the way, the reasons that did on the first day.

    >>> from lgtrade.authorities import find
    >>> from lgtrade.services import ServiceKind
    >>> audit = ServiceKind("audit", "Audit")
    >>> case = Proposal(on="2003-11-17", supplier=find("Kent"), customer=find("Lichfield"), service=audit)
    >>> change = next(each for each in compare(case, and_on="2003-11-18") if each.power == "LGA2003_S93")
    >>> change.before.value, change.after.value, str(change.because[0].provision)
    ('not in force', 'depends on a fact', 'LGA 2003 s.128(2)(d)')
    """

    power: str
    before: Outcome
    after: Outcome
    because: tuple[Reason, ...]


def changes(before: Opinion, after: Opinion) -> tuple[Change, ...]:
    """Give every finding that differs between two opinions on the same facts.

    Args:
        before: the opinion on the first day.
        after: the opinion on the second.

    >>> from lgtrade.authorities import find
    >>> from lgtrade.services import ServiceKind
    >>> audit = ServiceKind("audit", "Audit")
    >>> case = Proposal(on="2003-11-17", supplier=find("Kent"), customer=find("Lichfield"), service=audit)
    >>> changes(assess(case), assess(case))
    ()
    """
    return tuple(_changes(before.findings, after.findings))


def _changes(before: tuple[Finding, ...], after: tuple[Finding, ...]) -> Iterator[Change]:
    for old, new in zip(before, after, strict=True):
        if old.outcome is not new.outcome:
            yield Change(new.power, old.outcome, new.outcome, _because(old, new))
        elif old.under != new.under and not new.is_shut:
            words = Words("{new} has taken the place of {old}.", new=new.under, old=old.under)
            yield Change(new.power, old.outcome, new.outcome, (Reason("version", words, new.under),))


def _because(old: Finding, new: Finding) -> tuple[Reason, ...]:
    if old.outcome is Outcome.NOT_IN_FORCE:
        return old.reasons
    if new.outcome is Outcome.NOT_IN_FORCE:
        return new.reasons
    if new.outcome is Outcome.AVAILABLE:
        return old.reasons
    known = {reason.provision for reason in old.reasons}
    return tuple(reason for reason in new.reasons if reason.provision not in known) or new.reasons


def compare(proposal: Proposal, on: dt.date | str | None = None, *, and_on: dt.date | str) -> tuple[Change, ...]:
    """Say which findings change between two days, on the same facts, and which provisions change them.

    Args:
        proposal: the facts.
        on: the first day; the day of the proposal if none.
        and_on: the second day.

    Raises:
        InputError: a party did not exist on one of the days, or the law of it is not known.

    >>> from lgtrade.authorities import find
    >>> from lgtrade.services import ServiceKind
    >>> audit = ServiceKind("audit", "Audit")
    >>> case = Proposal(on="2003-11-17", supplier=find("Kent"), customer=find("Lichfield"), service=audit)
    >>> [each.power for each in compare(case, and_on="2003-11-18")]
    ['LGA2003_S93']
    """
    first = proposal if on is None else attrs.evolve(proposal, on=as_day(on))
    return changes(assess(first), assess(attrs.evolve(proposal, on=as_day(and_on))))


@attrs.frozen
class Turn:
    """A day on which the answer changes.

    Args:
        day: the first day of the new answer.
        changes: the findings that differ from those of the day before.

    >>> Turn(dt.date(2003, 11, 18), ()).day
    datetime.date(2003, 11, 18)
    """

    day: dt.date
    changes: tuple[Change, ...]


def timeline(proposal: Proposal) -> tuple[Turn, ...]:
    """Give the days on which the answer changes, while both parties exist and the law is known.

    A finding that goes from one sort of no to another does not change the answer. The facts stay as they are. The days
    are worked out from the first and last days of every version, definition, order and service code, and from the days
    among the facts, and not from a list.

    Args:
        proposal: the facts, whatever their day.

    Returns:
        The turns in order of time. There is none on the first day of all, on which the answer only begins.

    >>> from lgtrade.authorities import find
    >>> from lgtrade.law import Vehicle
    >>> from lgtrade.services import ServiceKind, Subject
    >>> payroll = ServiceKind("payroll", "Payroll", Subject.PROFESSIONAL)
    >>> parties = {"supplier": find("Kent"), "customer": find("Lichfield")}
    >>> case = Proposal(on="2004-04-01", **parties, service=payroll, vehicle=Vehicle.COMPANY)
    >>> [each.day.isoformat() for each in timeline(case)]
    ['2000-10-18', '2004-07-29', '2009-10-01', '2012-02-18', '2012-04-04']
    """
    first, last = _window(proposal)
    days = [first, *(day for day in edges(proposal) if first < day <= last)]
    opinions = ((day, assess(attrs.evolve(proposal, on=day, decided=None, agreed=None, supplied=None))) for day in days)
    turns = (
        Turn(day, tuple(each for each in changes(before, after) if not {each.before, each.after} <= SHUT))
        for (_, before), (day, after) in itertools.pairwise(opinions)
    )
    return tuple(turn for turn in turns if turn.changes)


def _window(proposal: Proposal) -> tuple[dt.date, dt.date]:
    bodies = [body for body in (proposal.supplier, proposal.customer) if isinstance(body, Authority)]
    first = max([KNOWN_FROM, *(body.first for body in bodies if body.first is not None)])
    return first, min([KNOWN_TO, *(body.last for body in bodies if body.last is not None)])


def edges(proposal: Proposal) -> tuple[dt.date, ...]:
    """Give every day on which the answer on these facts might change, in order.

    Args:
        proposal: the facts, whatever their day.

    >>> from lgtrade.authorities import find
    >>> from lgtrade.services import ServiceKind
    >>> audit = ServiceKind("audit", "Audit")
    >>> case = Proposal(on="2004-04-01", supplier=find("Kent"), customer=find("Lichfield"), service=audit)
    >>> dt.date(2012, 2, 18) in edges(case)
    True
    """
    found = {day for power in powers_for(proposal) for day in power.edges}
    windows = [(gap.since, gap.last) for gap in GAPS] + [(each.first, each.last) for each in known_designations()]
    for first, last in windows:
        found |= {first} if last is None else {first, last + ONE_DAY}
    for code in service_codes():
        if code.activity == proposal.service.activity:
            found |= set(code.edges)
    found |= set(_days_among(proposal))
    return tuple(sorted(day for day in found if KNOWN_FROM <= day <= KNOWN_TO))


def _days_among(proposal: Proposal) -> Iterator[dt.date]:
    """Yield the days among the facts at which an answer may turn."""
    for field in attrs.fields(Proposal):
        value: object = getattr(proposal, field.name)
        if isinstance(value, dt.date):
            yield from (value, value + ONE_DAY)
            yield two_years_on(value)
        elif "asks" in field.metadata and isinstance(value, BusinessCase | Designation | Eligibility | Company):
            for day in attrs.astuple(value, recurse=False):
                if isinstance(day, dt.date):
                    yield from (day, day + ONE_DAY)


@attrs.frozen
class Stage:
    """One of the days on which a power is exercised, and the answer of that day.

    Args:
        name: ``"decided"``, ``"agreed"`` or ``"supplied"``.
        day: the day.
        verdict: the answer on that day.
        changes: the findings that differ from those of the proposal's own day.

    >>> Stage("agreed", dt.date(2004, 4, 1), Verdict.YES, ()).verdict.value
    'yes'
    """

    name: str
    day: dt.date
    verdict: Verdict
    changes: tuple[Change, ...]


def stages(opinion: Opinion) -> tuple[Stage, ...]:
    """Give the answer on each of the days of decision, agreement and supply that the proposal names.

    A power has to be there on each day on which it is exercised; where the answers differ, the stage says how.

    Args:
        opinion: the opinion on the proposal's own day.

    >>> from lgtrade.authorities import find
    >>> from lgtrade.services import ServiceKind
    >>> parties = {"supplier": find("Kent"), "customer": find("Lichfield")}
    >>> case = Proposal(on="2003-11-18", agreed="2003-11-17", **parties, service=ServiceKind("audit", "Audit"))
    >>> [(each.name, each.changes[0].power) for each in stages(assess(case))]
    [('agreed', 'LGA2003_S93')]
    """
    found: list[Stage] = []
    for name in ("decided", "agreed", "supplied"):
        day = getattr(opinion.proposal, name)
        if day is not None:
            there = assess(attrs.evolve(opinion.proposal, on=day))
            found.append(Stage(name, day, there.verdict, changes(opinion, there)))
    return tuple(found)
