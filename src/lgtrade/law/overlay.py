"""What an overlay is: a rule that can stop or shape a deal even where the power is fine.

An overlay is found apart from every power and never changes what is found of one. It is read in the regime of its own
day, which is not always the day of the proposal: procurement is governed by the day on which it began.
"""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Callable, Iterable
from typing import TypeAlias

import attrs

from lgtrade.answers import Answer, Combination, Reason, Verdict, combine, yes
from lgtrade.authorities import Nation
from lgtrade.law.definition import Definition
from lgtrade.law.facts import Proposal
from lgtrade.sources import Provision, Source
from lgtrade.words import Words

Ask: TypeAlias = Callable[[Proposal], Answer]
Cautions: TypeAlias = Callable[[Proposal], tuple[str, ...]]

EVERYWHERE = frozenset(Nation)
"""All four nations."""


class Standing(enum.Enum):
    """How an overlay stands to a proposal.

    ``CLEAR`` may still bring duties that have to be kept; ``STOPS`` says that something has to be done otherwise.
    """

    CLEAR = "nothing stands in the way"
    DEPENDS = "depends on a fact"
    UNCERTAIN = "uncertain"
    STOPS = "stands in the way"
    NOT_IN_POINT = "does not arise"


STANDINGS = {
    Verdict.YES: Standing.CLEAR,
    Verdict.UNKNOWN: Standing.DEPENDS,
    Verdict.UNCERTAIN: Standing.UNCERTAIN,
    Verdict.NO: Standing.STOPS,
}


@attrs.frozen
class OverlayFinding:
    """What is found of one overlay on the facts of one proposal.

    Args:
        overlay: the overlay's code.
        title: what the overlay is about.
        outcome: how it stands to the proposal.
        under: the provision of the regime that was read; none if none was in force, or it is case law alone.
        answers: the answers that decide, in order; where it does not arise, why.
        duties: what has to be kept.
        cautions: open questions that do not stop the deal and ought to be known.
        others: answers about other ways through, which did not decide.
        since: the first day of the regime that was read; none if none was in force.

    >>> from lgtrade.authorities import find
    >>> from lgtrade.law.facts import Proposal
    >>> from lgtrade.law.overlays.purpose import PURPOSE
    >>> from lgtrade.services import ServiceKind
    >>> permits = ServiceKind("permits", "Parking permits")
    >>> case = Proposal(on="2013-07-22", supplier=find("Kent"), customer=find("Lichfield"), service=permits)
    >>> finding = PURPOSE.look(case)
    >>> finding.outcome.value, finding.combination.facts
    ('nothing stands in the way', ('raises_revenue',))
    """

    overlay: str
    title: str
    outcome: Standing
    under: Provision | None
    answers: tuple[Answer, ...]
    duties: tuple[Answer, ...] = ()
    cautions: tuple[str, ...] = ()
    others: tuple[Answer, ...] = ()
    since: dt.date | None = None

    @property
    def combination(self) -> Combination:
        """How the answers combine, with the deciding ones."""
        return combine(self.answers)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The reasons that decide the outcome: where it stands in the way all of them, not the first."""
        return tuple(answer.reason for answer in self.combination.deciding)

    @property
    def is_shut(self) -> bool:
        """Whether it stands in the way of the deal as proposed."""
        return self.outcome is Standing.STOPS


@attrs.frozen
class Check:
    """One question that an overlay puts to the facts.

    Args:
        code: its stable name.
        provision: the provision that asks it; none for case law.
        ask: gives the answer on the facts of a proposal.
    """

    code: str
    provision: Provision | None
    ask: Ask = attrs.field(repr=False)

    def __call__(self, case: Proposal) -> Answer:
        """Put the question to the facts; the answer names this check and its provision."""
        given = self.ask(case)
        return attrs.evolve(given, code=given.code or self.code, provision=given.provision or self.provision)


def check(provision: Provision | None = None) -> Callable[[Ask], Check]:
    """Make a check of a function that answers it; the function's name is the check's code.

    Args:
        provision: the provision that asks it; none for case law.
    """
    return lambda ask: Check(ask.__name__.strip("_"), provision, ask)


def always(_case: Proposal) -> bool:
    """Hold of every proposal."""
    return True


@attrs.frozen
class Way:
    """One way through a regime: everything that must be so for it.

    Args:
        checks: what must be so.
        open_to: tells which proposals it is for at all.
        cautions: gives open questions that ought to be known if it is the way that decides.
    """

    checks: tuple[Check, ...]
    open_to: Callable[[Proposal], bool] = attrs.field(default=always, repr=False)
    cautions: tuple[Cautions, ...] = attrs.field(default=(), repr=False)


@attrs.frozen
class Keep:
    """Something that has to be kept.

    Args:
        code: its stable name.
        provision: the provision that makes it a duty.
        words: what has to be kept.
        when: tells for which proposals.
    """

    code: str
    provision: Provision
    words: str
    when: Callable[[Proposal], bool] = attrs.field(default=always, repr=False)

    def __call__(self, case: Proposal) -> Iterable[Answer]:
        """Give the duty, if it falls on a proposal."""
        if self.when(case):
            yield Answer(Verdict.YES, Words(self.words), self.code, self.provision)


@attrs.frozen
class Regime:
    """The law of an overlay between two days.

    Args:
        since: its first day.
        under: the provision that states it; none if it is case law alone.
        ways: the ways through it, of which one is enough.
        last: its last day; none while it is in force.
        nations: where it applies.
        bodies: the bodies on which it lies; all if none are named.
        opening: what is asked first, whichever way decides.
        duties: what has to be kept.
        cautions: gives open questions that ought to be known.
    """

    since: dt.date
    under: Provision | None
    ways: tuple[Way, ...]
    last: dt.date | None = None
    nations: frozenset[Nation] = EVERYWHERE
    bodies: Definition | None = None
    opening: tuple[Check, ...] = ()
    duties: tuple[Keep, ...] = ()
    cautions: tuple[Cautions, ...] = attrs.field(default=(), repr=False)

    def covers(self, day: dt.date, nation: Nation) -> bool:
        """Tell whether it is in force in a nation on a day."""
        return nation in self.nations and self.since <= day and (self.last is None or day <= self.last)


def _day_of(case: Proposal) -> dt.date:
    return case.on


def _nation_of(case: Proposal) -> Nation:
    return case.supplier.nation


def _in_point(_case: Proposal) -> Answer | None:
    return None


@attrs.frozen
class Overlay:
    """A rule that can stop or shape a deal even where the power is fine.

    Args:
        code: its stable name: ``"SUBSIDY"``.
        title: what it is about.
        citations: the provisions it rests on.
        regimes: the law of it, by day and nation.
        sources: the judgments and the guidance it rests on.
        absent: says why it does not arise on a proposal, if it does not.
        day: the day whose regime governs; that of the proposal unless the overlay says otherwise.
        nation: the nation whose regime governs; that of the supplier unless the overlay says otherwise.
    """

    code: str
    title: str
    citations: tuple[Provision, ...]
    regimes: tuple[Regime, ...]
    sources: tuple[Source, ...] = ()
    absent: Callable[[Proposal], Answer | None] = attrs.field(default=_in_point, repr=False)
    day: Callable[[Proposal], dt.date] = attrs.field(default=_day_of, repr=False)
    nation: Callable[[Proposal], Nation] = attrs.field(default=_nation_of, repr=False)

    def look(self, case: Proposal) -> OverlayFinding:
        """Find how it stands to a proposal."""
        why = self.absent(case)
        if why is not None:
            return self._not_in_point(why)
        day, nation = self.day(case), self.nation(case)
        in_force = [each for each in self.regimes if each.covers(day, nation)]
        if not in_force:
            return self._not_in_point(self._not_in_force(day, nation))
        for regime in in_force:
            body = regime.bodies
            if body is None:
                return self._found(regime, case, ())
            if body.shuts_out(case.supplier.kind, case.supplier.nation, day) is None:
                named = body.reaches(case.supplier, day).given_by("bodies", body.provision)
                return self._found(regime, case, (named,))
        return self._not_in_point(self._not_named(in_force, case, day))

    @staticmethod
    def _not_named(in_force: list[Regime], case: Proposal, day: dt.date) -> Answer:
        bodies = [each.bodies for each in in_force if each.bodies is not None]
        said = bodies[-1].reaches(case.supplier, day).given_by("bodies", bodies[-1].provision)
        return attrs.evolve(said, verdict=Verdict.YES)

    def _found(self, regime: Regime, case: Proposal, first: tuple[Answer, ...]) -> OverlayFinding:
        opening = first + tuple(each(case) for each in regime.opening)
        tried = [(way, tuple(each(case) for each in way.checks)) for way in regime.ways if way.open_to(case)]
        ways, answers, others = _decide(tried)
        given = opening + answers
        outcome = STANDINGS[combine(given).verdict]
        asked = [each for way in ways for each in way.cautions]
        cautions = (
            () if outcome is Standing.STOPS else (name for each in (*regime.cautions, *asked) for name in each(case))
        )
        duties = tuple(answer for each in regime.duties for answer in each(case))
        return OverlayFinding(
            self.code,
            self.title,
            outcome,
            regime.under,
            given,
            duties,
            tuple(dict.fromkeys(cautions)),
            others,
            regime.since,
        )

    def _not_in_point(self, why: Answer) -> OverlayFinding:
        at = self.citations[0] if self.citations else None
        answer = attrs.evolve(why, code=why.code or "arises", provision=why.provision or at)
        return OverlayFinding(self.code, self.title, Standing.NOT_IN_POINT, None, (answer,))

    def _not_in_force(self, day: dt.date, nation: Nation) -> Answer:
        here = [each for each in self.regimes if nation in each.nations]
        begins = min((each.since for each in here if each.since > day), default=None)
        if begins is not None:
            return yes("Not in force until {day}.", day=begins)
        return yes("It does not extend to {nation}.", nation=nation.value)


_Tried: TypeAlias = tuple[Way, tuple[Answer, ...]]


def _decide(tried: list[_Tried]) -> tuple[tuple[Way, ...], tuple[Answer, ...], tuple[Answer, ...]]:
    """Choose the ways that decide: one that is clear; else all those still open; else all of them.

    Returns:
        The ways that decide, their answers, and the answers of the other ways.
    """
    verdicts = [combine(answers).verdict for _, answers in tried]
    if Verdict.YES in verdicts:
        chosen = [tried[verdicts.index(Verdict.YES)]]
    else:
        chosen = [each for each, verdict in zip(tried, verdicts, strict=True) if verdict is not Verdict.NO] or tried
    answers = tuple(dict.fromkeys(answer for _, given in chosen for answer in given))
    others = tuple(dict.fromkeys(answer for each in tried if each not in chosen for answer in each[1]))
    return tuple(way for way, _ in chosen), answers, others
