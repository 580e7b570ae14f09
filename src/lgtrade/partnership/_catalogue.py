"""A catalogue of what bodies offer and need on a day, and on what terms they are matched."""

from __future__ import annotations

import datetime as dt
import difflib
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from lgtrade.answers import Verdict
from lgtrade.calendar import day_issues, day_or_as_given
from lgtrade.frozen import freeze
from lgtrade.issues import Collector, Issue, refuse, shown, wrong_type
from lgtrade.law import FACTS, Form, Proposal, issues_on_day
from lgtrade.services import Need, Offer, ServiceKind
from lgtrade.sources import Basis
from lgtrade.words import Words

MOST_PAIRS = 10_000
"""The most pairs of an offer and a need of the same kind of service: each may ask for an opinion of its own."""

_FACTS = {field.name: field for field in FACTS}


@attrs.frozen
class Catalogue:
    """What bodies offer and need on one day, and on what terms offers and needs are matched.

    Capacity and quantities are those of a year, as things stand on the day: what is not open on it is not matched.

    Args:
        name: what to call it.
        on: the day; the law is read on it.
        offers: what is offered, each under a name of its own.
        needs: what is needed, each under a name of its own.
        facts: what is so of every match, by the names of the facts of a :class:`~lgtrade.law.Proposal`: true or false,
            or in words as in a case file (``"cost recovery"``, a citation, a day).
        counted: how unsure the law may be of a match that is counted: ``YES`` takes those alone that a power supports,
            ``UNKNOWN`` those too that depend on facts not given, and ``UNCERTAIN`` those too on which the law is open.
        whole_needs_only: whether every need has to be met whole, by one offer, whatever it says itself.
        losses_allowed: whether one side may lose by a match, where the other gains more.

    Raises:
        InputError: two offers or two needs have one name, a kind of service is described or counted in two ways, a
            body that offers or needs something on the day did not exist on it, a fact is none, there are too many
            pairs, or a part is of the wrong type; all together.

    >>> Catalogue("Nothing yet", "2004-04-01").on
    datetime.date(2004, 4, 1)
    """

    name: str
    on: dt.date = attrs.field(converter=day_or_as_given)
    offers: tuple[Offer, ...] = ()
    needs: tuple[Need, ...] = ()
    facts: Mapping[str, str | bool] = attrs.field(factory=dict[str, "str | bool"], converter=freeze)
    counted: Verdict = Verdict.YES
    whole_needs_only: bool = False
    losses_allowed: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse entries that would be taken for one another, or could not be matched on the day."""
        refuse(self._type_issues())
        refuse(self._issues())

    def _type_issues(self) -> Iterator[Issue]:
        yield from wrong_type("name", self.name, str, Words("a name"))
        if self.name == "":
            yield Issue("catalogue.name", "name", Words("it is empty"), Words("a name"))
        for place, entries, kind in (("offers", self.offers, Offer), ("needs", self.needs, Need)):
            yield from wrong_type(place, entries, tuple, Words("a tuple of the {place}", place=place))
            if isinstance(entries, tuple):
                for number, each in enumerate(entries):
                    accepted = Words("an Offer") if kind is Offer else Words("a Need")
                    yield from wrong_type(f"{place}[{number}]", each, kind, accepted)
        unread = tuple(day_issues("on", self.on))
        yield from unread or issues_on_day(self.on)
        accepted = Words("yes, unknown or uncertain: a Verdict that is not a no")
        yield from wrong_type("counted", self.counted, Verdict, accepted)
        if self.counted is Verdict.NO:
            yield Issue("catalogue.counted", "counted", Words("what the law excludes is never counted"), accepted)
        for place, flag in (("whole_needs_only", self.whole_needs_only), ("losses_allowed", self.losses_allowed)):
            yield from wrong_type(place, flag, bool, Words("true or false"))
        yield from wrong_type("facts", self.facts, Mapping, Words("what is so, by the name of each fact"))
        if isinstance(self.facts, Mapping):
            for name, value in self.facts.items():
                yield from _fact_issues(name, value)

    @property
    def _entries(self) -> Iterator[tuple[str, Offer | Need]]:
        """Every offer and need, each with its place."""
        yield from ((f"offers[{number}]", each) for number, each in enumerate(self.offers))
        yield from ((f"needs[{number}]", each) for number, each in enumerate(self.needs))

    def _issues(self) -> Iterator[Issue]:
        named: set[tuple[type, str]] = set()
        kinds: dict[str, ServiceKind] = {}
        for place, each in self._entries:
            if (type(each), each.name) in named:
                found = Words("{name} is given twice", name=shown(each.name))
                yield Issue("name.twice", f"{place}.name", found, Words("a name of its own"))
            named.add((type(each), each.name))
            absent = each.authority.absence(self.on) if each.is_open_on(self.on) else None
            if absent is not None:
                yield absent.under(f"{place}.authority")
            known = kinds.setdefault(each.service.key, each.service)
            yield from (issue.under(f"{place}.service") for issue in _two_ways(known, each.service))
        offered, needed = (Counter(each.service.key for each in side) for side in (self.offers, self.needs))
        pairs = sum(offered[key] * needed[key] for key in offered)
        if pairs > MOST_PAIRS:
            found = Words("there are {pairs} pairs of an offer and a need of the same kind", pairs=f"{pairs:,}")
            yield Issue("catalogue.size", "", found, Words("at most {most}", most=f"{MOST_PAIRS:,}"))
        yield from self._issues_of_facts_together()

    def _issues_of_facts_together(self) -> Iterator[Issue]:
        """Yield why the facts could not be those of a match: of any, since they are the same of all."""
        pairs = ((offer, need) for offer in self.offers for need in self.needs if offer.authority != need.authority)
        there = ((offer, need) for offer, need in pairs if self._existed(offer) and self._existed(need))
        collector, pair = Collector(), next(there, None)
        if pair is not None:
            collector.attempt("facts", lambda: self.proposal(*pair))
        yield from collector.issues

    def _existed(self, entry: Offer | Need) -> bool:
        return entry.authority.existed_on(self.on)

    @property
    def bases(self) -> tuple[tuple[str, Basis], ...]:
        """Where the figures of each offer and need are from."""
        return tuple((each.name, each.basis) for _, each in self._entries)

    def is_whole(self, need: Need) -> bool:
        """Tell whether a need has to be met whole, by one offer."""
        return need.whole or self.whole_needs_only

    def proposal(self, offer: Offer, need: Need) -> Proposal:
        """Propose that an offer meets a need: what the law is asked about a match, to be read in full.

        Raises:
            InputError: it is no offer or no need, or they are not what the law can be asked about.

        >>> from lgtrade.authorities import find
        >>> from lgtrade.law import assess
        >>> from lgtrade.money import Rate
        >>> from lgtrade.services import Subject
        >>> from lgtrade.sources import Assumption
        >>> payroll, guess = ServiceKind("payroll", "Payroll", Subject.PROFESSIONAL, "payslip"), Assumption("a guess")
        >>> offer = Offer("Kent", find("Kent"), payroll, 30_000, Rate("4.10"), "2004-04-01", guess)
        >>> need = Need("Lichfield", find("Lichfield"), payroll, 6_000, Rate("5.60"), "2004-04-01", guess)
        >>> assess(Catalogue("Payroll", "2004-04-01").proposal(offer, need)).recommended.power
        'LAGSA1970_S1'
        """
        refuse(
            [
                *wrong_type("offer", offer, Offer, Words("an Offer")),
                *wrong_type("need", need, Need, Words("a Need")),
            ]
        )
        facts = {name: _as_told(name, value) for name, value in self.facts.items()}
        return Proposal(on=self.on, supplier=offer.authority, customer=need.authority, service=need.service, **facts)


def _two_ways(known: ServiceKind, given: ServiceKind) -> Iterator[Issue]:
    if given.unit != known.unit:
        found = Words("{key} is counted in another unit here: {unit}", key=known.key, unit=given.unit)
        accepted = Words("the unit in which it is counted elsewhere: {unit}", unit=known.unit)
        yield Issue("catalogue.unit", "unit", found, accepted)
    elif given != known:
        found = Words("{key} is described in two ways", key=known.key)
        accepted = Words("the kind of service as it is described elsewhere, or another key")
        yield Issue("catalogue.kind", "", found, accepted)


def _as_told(name: str, value: object) -> Any:  # noqa: ANN401  # a fact can be anything
    field = _FACTS[name]
    return field.metadata["kind"](value) if field.metadata["form"] is Form.CHOICE else value


def _fact_issues(name: str, value: object) -> Iterator[Issue]:
    place = f"facts.{name}"
    if name not in _FACTS:
        near = difflib.get_close_matches(str(name), _FACTS, n=3, cutoff=0.4) or sorted(_FACTS)
        accepted = Words("a fact of a proposal: {names}", names=", ".join(near))
        yield Issue("catalogue.fact", place, Words("there is no such fact"), accepted)
        return
    wrong = tuple(wrong_type(place, value, (str, bool), Words("true, false or words")))
    yield from wrong
    field = _FACTS[name]
    choices = [each.value for each in field.metadata["kind"]] if field.metadata["form"] is Form.CHOICE else []
    if choices and not wrong and value not in choices:
        accepted = Words("one of: {choices}", choices="; ".join(f'"{each}"' for each in choices))
        yield Issue("choice", place, Words("{value} is not one of them", value=shown(value)), accepted)
