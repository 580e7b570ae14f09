"""Variations: what an agreement says on a day is the original and exactly the variations in force."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import get_args

import attrs

from lgtrade.agreements._agreement import Agreement, FurtherService
from lgtrade.agreements._terms import Clause, Terms
from lgtrade.calendar import Period, day_issues, day_or_as_given
from lgtrade.charging import ChargingRule, Price
from lgtrade.issues import Issue, refuse, shown, wrong_type
from lgtrade.words import Words

_ONE_DAY = dt.timedelta(days=1)
_CHARGES = (*get_args(Price), *get_args(ChargingRule))


@attrs.frozen
class Variation:
    """A change to an agreement from a day on. What it does not give stays as it was.

    Args:
        made: the day on which the parties agreed it.
        since: the first day on which it has effect.
        reason: why it was made.
        charge: the new price or charging rule.
        ends: the new last day of the term.
        notice_months: the new months of notice.
        clauses: clauses that are new, or take the place of those of the same name.
        struck: the names of clauses that are taken out.
        services: further kinds of service that are new, or whose charge takes the place of the one before.
        withdrawn: the keys of further kinds of service that are no longer supplied.

    Raises:
        InputError: it changes nothing, has no reason, or a part is of the wrong type; all together.

    >>> Variation("2025-12-01", "2026-04-01", "a longer term", ends="2029-03-31").ends
    datetime.date(2029, 3, 31)
    """

    made: dt.date = attrs.field(converter=day_or_as_given)
    since: dt.date = attrs.field(converter=day_or_as_given)
    reason: str
    charge: Price | ChargingRule | None = None
    ends: dt.date | None = attrs.field(default=None, converter=attrs.converters.optional(day_or_as_given))
    notice_months: int | None = None
    clauses: tuple[Clause, ...] = ()
    struck: tuple[str, ...] = ()
    services: tuple[FurtherService, ...] = ()
    withdrawn: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Refuse a variation that varies nothing."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from day_issues("made", self.made)
        yield from day_issues("since", self.since)
        yield from wrong_type("reason", self.reason, str, Words("why it was made"))
        if self.reason == "":
            yield Issue("variation.reason", "reason", Words("it is empty"), Words("why it was made"))
        if self.charge is not None:
            yield from wrong_type("charge", self.charge, _CHARGES, Words("a price or a charging rule"))
        if self.ends is not None:
            yield from day_issues("ends", self.ends)
        if self.notice_months is not None and (type(self.notice_months) is not int or self.notice_months < 1):
            found = Words("{months} is not a number of months", months=shown(self.notice_months))
            yield Issue("terms.months", "notice_months", found, Words("a whole number above nil, or nothing"))
        for number, clause in enumerate(self.clauses):
            yield from wrong_type(f"clauses[{number}]", clause, Clause, Words("a Clause"))
        yield from wrong_type("struck", self.struck, tuple, Words("a tuple of names"))
        for number, each in enumerate(self.services):
            yield from wrong_type(f"services[{number}]", each, FurtherService, Words("a FurtherService"))
        yield from wrong_type("withdrawn", self.withdrawn, tuple, Words("a tuple of keys"))
        given = (self.charge, self.ends, self.notice_months)
        lists = (self.clauses, self.struck, self.services, self.withdrawn)
        if not any(each is not None for each in given) and not any(lists):
            yield Issue("variation.nothing", "", Words("it changes nothing"), Words("at least one change"))

    @property
    def changes_what_is_owed(self) -> bool:
        """Whether it changes a price, what is supplied, or the days that are charged for."""
        return self.charge is not None or self.ends is not None or bool(self.services or self.withdrawn)


def in_force(agreement: Agreement, variations: Iterable[Variation], on: dt.date) -> Agreement:
    """Give an agreement as it reads on a day: the original and the variations with effect by then, in order of days.

    Args:
        agreement: the original.
        variations: its variations; of two with effect from one day, the one made later comes later.
        on: the day.

    Raises:
        InputError: a variation in force strikes out a clause or withdraws a kind of service that is not there, or ends
            the term before it begins.

    >>> from lgtrade.authorities import find
    >>> from lgtrade.agreements import Party, Role
    >>> from lgtrade.charging import Flat
    >>> from lgtrade.money import Money
    >>> from lgtrade.services import ServiceKind
    >>> parties = (Party(find("Lichfield"), Role.SUPPLIER), Party(find("Tamworth"), Role.CUSTOMER))
    >>> term = Period("2024-04-01", "2027-03-31")
    >>> audit = Agreement("A1", parties, ServiceKind("audit", "Audit"), term, Flat(Money.pounds(900)))
    >>> dearer = Variation("2025-01-10", "2025-04-01", "pay award", Flat(Money.pounds(950)))
    >>> [in_force(audit, [dearer], day).charge.amount for day in (dt.date(2025, 3, 31), dt.date(2025, 4, 1))]
    [£900.00, £950.00]
    """
    for variation in sorted(
        (each for each in variations if each.since <= on), key=lambda each: (each.since, each.made)
    ):
        agreement = _varied(agreement, variation)
    return agreement


def _varied(agreement: Agreement, variation: Variation) -> Agreement:
    terms = agreement.terms
    refuse([*_absent_clauses(terms, variation), *_absent_services(agreement, variation)])
    replaced = {clause.name: clause for clause in variation.clauses}
    kept = [replaced.pop(each.name, each) for each in terms.clauses if each.name not in variation.struck]
    notice = terms.notice_months if variation.notice_months is None else variation.notice_months
    term = agreement.term if variation.ends is None else Period(agreement.term.first, variation.ends)
    further = {each.service.key: each for each in variation.services}
    supplied = [
        further.pop(each.service.key, each) for each in agreement.also if each.service.key not in variation.withdrawn
    ]
    return attrs.evolve(
        agreement,
        also=(*supplied, *further.values()),
        charge=agreement.charge if variation.charge is None else variation.charge,
        term=term,
        terms=attrs.evolve(terms, notice_months=notice, clauses=(*kept, *replaced.values())),
    )


def _absent_clauses(terms: Terms, variation: Variation) -> Iterator[Issue]:
    for name in variation.struck:
        if terms.clause(name) is None:
            found = Words("there is no clause {name}", name=name)
            yield Issue("variation.struck", "struck", found, _names(terms))


def _absent_services(agreement: Agreement, variation: Variation) -> Iterator[Issue]:
    keys = [each.service.key for each in agreement.also]
    for key in variation.withdrawn:
        if key not in keys:
            found = Words("{key} is no further kind of service under it", key=shown(key))
            accepted = Words("one of: {keys}", keys=", ".join(keys) or "none is there")
            yield Issue("variation.withdrawn", "withdrawn", found, accepted)


def _names(terms: Terms) -> Words:
    return Words("one of: {names}", names="; ".join(each.name for each in terms.clauses) or "none is there")


def differences(before: Agreement, after: Agreement) -> tuple[Words, ...]:
    """Say in words how one text of an agreement differs from another.

    >>> from lgtrade.agreements import Party, Role
    >>> from lgtrade.authorities import find
    >>> from lgtrade.charging import AtCost
    >>> from lgtrade.services import ServiceKind
    >>> agreement = Agreement(
    ...     "HD1",
    ...     (Party(find("Lichfield"), Role.SUPPLIER), Party(find("Staffordshire Moorlands"), Role.CUSTOMER)),
    ...     ServiceKind("help-desk", "Help desk", unit="call"),
    ...     Period("2004-04-01", "2007-03-31"),
    ...     AtCost(),
    ... )
    >>> longer = attrs.evolve(agreement, term=Period("2004-04-01", "2008-03-31"))
    >>> [str(words) for words in differences(agreement, longer)]
    ['The term was 1 April 2004 to 31 March 2007, and is 1 April 2004 to 31 March 2008.']
    """
    return tuple(_differences(before, after))


def _differences(before: Agreement, after: Agreement) -> Iterator[Words]:
    if before.charge != after.charge:
        yield Words("The charge was {before}, and is {after}.", before=str(before.charge), after=str(after.charge))
    yield from _service_differences(before, after)
    if before.term != after.term:
        yield Words("The term was {before}, and is {after}.", before=before.term, after=after.term)
    old, new = before.terms, after.terms
    if old.notice_months != new.notice_months:
        template = "The months of notice were {before}, and are {after}."
        yield Words(template, before=old.notice_months or "not agreed", after=new.notice_months or "not agreed")
    for clause in old.clauses:
        text = new.clause(clause.name)
        if text is None:
            yield Words("The clause {name} was taken out.", name=clause.name)
        elif text != clause.text:
            yield Words(
                "The clause {name} was: {before} It is: {after}", name=clause.name, before=clause.text, after=text
            )
    for clause in new.clauses:
        if old.clause(clause.name) is None:
            yield Words("There is a new clause {name}: {after}", name=clause.name, after=clause.text)


def _service_differences(before: Agreement, after: Agreement) -> Iterator[Words]:
    old = {each.service.key: each for each in before.also}
    new = {each.service.key: each for each in after.also}
    for key, each in old.items():
        if key not in new:
            yield Words("{service} is no longer supplied.", service=each.service.name)
        elif new[key].charge != each.charge:
            template = "The charge for {service} was {before}, and is {after}."
            charges = {"before": str(each.charge), "after": str(new[key].charge)}
            yield Words(template, service=each.service.name, **charges)
    for key, each in new.items():
        if key not in old:
            yield Words("{service} is supplied too: {charge}.", service=each.service.name, charge=str(each.charge))


def issues_with(variation: Variation, signed: dt.date, issued: Iterable[Period]) -> Iterator[Issue]:
    """Yield why a variation cannot be made.

    Args:
        variation: the variation.
        signed: the day on which the agreement was signed.
        issued: the days that statements already issued are for. A variation never changes one of them: what was
            charged wrongly is put right by a new statement.
    """
    if variation.made < signed:
        found = Words("it was made on {made}, before the agreement was signed", made=variation.made)
        yield Issue("variation.early", "made", found, Words("a day on or after {signed}", signed=signed))
    last = max((each.last for each in issued), default=None)
    if variation.ends is not None and variation.ends < variation.since - _ONE_DAY:
        found = Words("the term would end on {ends}, before the variation has effect", ends=variation.ends)
        yield Issue("variation.ends", "ends", found, Words("a day from {day}", day=variation.since - _ONE_DAY))
    if last is not None and variation.changes_what_is_owed and variation.since <= last:
        found = Words("it would change what was charged in a statement for days to {last}", last=last)
        template = "a variation with effect from {day} or later, and a correction: a new statement of the difference"
        yield Issue("variation.issued", "since", found, Words(template, day=last + _ONE_DAY))
