"""What a power is: conditions on the facts, in versions with first and last days, read at one day."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Callable, Iterator
from typing import TypeAlias

import attrs

from lgtrade.answers import Answer, Combination, Reason, Verdict, combine, no, uncertain
from lgtrade.authorities import Nation
from lgtrade.law.facts import Proposal
from lgtrade.law.gaps import Gap
from lgtrade.services import Subject
from lgtrade.sources import Provision
from lgtrade.words import Words

Test: TypeAlias = Callable[[Proposal], Answer]


@attrs.frozen
class Condition:
    """One condition of a power: a question put to the facts.

    Args:
        code: its stable name.
        provision: the provision that makes it a condition.
        test: gives the answer on the facts of a proposal.
        who: whether it says which bodies have the power at all.
        subject: for a duty that only one subject brings, that subject.
    """

    code: str
    provision: Provision
    test: Test = attrs.field(repr=False)
    who: bool = False
    subject: Subject | None = None

    def arises(self, case: Proposal) -> bool:
        """Tell whether the subject of a proposal brings it up."""
        return self.subject is None or self.subject is case.service.subject

    def __call__(self, case: Proposal) -> Answer:
        """Put the question to the facts; the answer names this condition and its provision."""
        return self.test(case).given_by(self.code, self.provision)


def condition(provision: Provision, *, who: bool = False) -> Callable[[Test], Condition]:
    """Make a condition of a function that answers it; the function's name is the condition's code.

    Args:
        provision: the provision that makes it a condition.
        who: whether it says which bodies have the power at all.
    """
    return lambda test: Condition(test.__name__, provision, test, who)


class Price(enum.Enum):
    """What a power lets be charged."""

    AT_COST = "no more than the cost of provision, taking one financial year with another, for each kind of service"
    AS_AGREED = "whatever the parties agree; a profit is allowed"
    COMMERCIAL = "a commercial price, charged by the company"


class Outcome(enum.Enum):
    """What is found of one power.

    ``AVAILABLE`` may still bring duties that have to be kept.
    """

    AVAILABLE = "available"
    DEPENDS = "depends on a fact"
    UNCERTAIN = "uncertain"
    EXCLUDED = "excluded"
    NOT_ELIGIBLE = "not open to this body"
    NOT_IN_FORCE = "not in force"


@attrs.frozen
class Version:
    """A power as it stands between two days in one or more nations.

    Args:
        since: its first day.
        last: its last day; none while it is in force.
        nations: where it applies.
        under: the provision that gives it this shape: the section itself, or the order made under it.
        conditions: all that must be so.
        duties: what has to be kept while the power is used; a duty said to be broken excludes.
        cautions: questions that do not stop the power and ought to be known: each a function that gives the names of
            the open questions that arise on the facts.
    """

    since: dt.date
    nations: frozenset[Nation]
    under: Provision
    conditions: tuple[Condition, ...]
    duties: tuple[Condition, ...] = ()
    cautions: tuple[Callable[[Proposal], tuple[str, ...]], ...] = ()
    last: dt.date | None = None

    def covers(self, day: dt.date) -> bool:
        """Tell whether it is in force on a day."""
        return self.since <= day and (self.last is None or day <= self.last)


@attrs.frozen
class Power:
    """A power to supply, to charge or to trade, in all its versions.

    Args:
        code: its stable name: ``"LGA2003_S93"``.
        title: what it lets an authority do.
        citation: the provision that confers it.
        price: what it lets be charged.
        since: the day on which the provision came into force.
        commencement: the provision that brought it into force.
        versions: its versions; for one nation no two are in force on one day.
        elsewhere: what to say of a nation to which it does not extend.
        gaps: what gives it effect for some suppliers and is not modelled.
    """

    code: str
    title: str
    citation: Provision
    price: Price
    since: dt.date
    commencement: Provision
    versions: tuple[Version, ...]
    elsewhere: str = "It does not extend to {nation}."
    gaps: tuple[Gap, ...] = ()

    def version_on(self, day: dt.date, nation: Nation) -> Version | None:
        """The version in force in a nation on a day, if any; nothing falls back to another version."""
        return next((each for each in self.versions if nation in each.nations and each.covers(day)), None)

    def conditions_on(self, case: Proposal) -> Combination | None:
        """How its conditions alone combine, whatever is said of its duties; none if nothing is in force or modelled.

        This is whether the supplier *has* the power for this customer and this service.
        """
        version = self.version_on(case.on, case.supplier.nation)
        return None if version is None else combine(each(case) for each in version.conditions)

    def finding(self, case: Proposal) -> Finding:
        """Put every condition to the facts, and report all the answers."""
        gap = next((each for each in self.gaps if each.concerns(case)), None)
        version = self.version_on(case.on, case.supplier.nation)
        if gap is not None:
            template = "How it applies to {supplier} turns on {provisions}, not modelled in this version."
            said = uncertain("not-modelled", template, supplier=case.supplier.name, provisions=gap.provisions)
            return self._found(Outcome.UNCERTAIN, (said.given_by("not_modelled", self.citation),))
        if version is None:
            outcome, answer = self._without_version(case)
            return self._found(outcome, (answer,))
        answers = tuple(each(case) for each in version.conditions)
        duties = tuple(each(case) for each in version.duties if each.arises(case))
        broken = tuple(duty for duty in duties if duty.verdict is Verdict.NO)
        combined = combine(answers + broken)
        outcome = _OUTCOMES[combined.verdict]
        shut_out = any(
            each.who and answer.verdict is Verdict.NO for each, answer in zip(version.conditions, answers, strict=True)
        )
        cautions: tuple[str, ...] = ()
        if combined.verdict is not Verdict.NO:
            cautions = tuple(dict.fromkeys(name for each in version.cautions for name in each(case)))
        return Finding(
            power=self.code,
            title=self.title,
            citation=self.citation,
            under=version.under,
            price=self.price,
            outcome=Outcome.NOT_ELIGIBLE if shut_out else outcome,
            answers=answers + broken,
            duties=tuple(duty for duty in duties if duty.verdict is not Verdict.NO),
            cautions=cautions,
            since=version.since,
        )

    def _found(self, outcome: Outcome, answers: tuple[Answer, ...]) -> Finding:
        return Finding(self.code, self.title, self.citation, self.citation, self.price, outcome, answers)

    def _without_version(self, case: Proposal) -> tuple[Outcome, Answer]:
        nation = case.supplier.nation
        here = [each for each in self.versions if nation in each.nations]
        gaps = [each for each in self.gaps if each.nation is nation]
        if not here and not gaps:
            said = no(self.elsewhere, nation=nation.value)
            return Outcome.EXCLUDED, said.given_by("nation", self.citation)
        if case.on < self.since:
            said = no("Not in force until {day}.", day=self.since)
            return Outcome.NOT_IN_FORCE, said.given_by("in_force", self.commencement)
        windows = [(each.since, each.last) for each in here] + [(each.since, each.last) for each in gaps]
        begins = min((since for since, _ in windows if since > case.on), default=None)
        ended = max((last for _, last in windows if last and last < case.on), default=None)
        if ended is None:
            template = "No order under {power} was in force in {nation} until {day}."
            said = no(template, power=self.citation, nation=nation.value, day=begins)
        elif begins is None:
            said = no("Not in force after {day}.", day=ended)
        else:
            said = no("Not in force between {ended} and {begins}.", ended=ended, begins=begins)
        return Outcome.NOT_IN_FORCE, said.given_by("in_force", here[0].under if here else self.citation)


_OUTCOMES = {
    Verdict.YES: Outcome.AVAILABLE,
    Verdict.UNKNOWN: Outcome.DEPENDS,
    Verdict.UNCERTAIN: Outcome.UNCERTAIN,
    Verdict.NO: Outcome.EXCLUDED,
}


@attrs.frozen
class Finding:
    """What is found of one power on the facts of one proposal.

    Args:
        power: the power's code.
        title: what the power lets an authority do.
        citation: the provision that confers it.
        under: the provision that gives it its shape on the day: the same, or the order made under it.
        price: what it lets be charged.
        outcome: what is found.
        answers: the answer to every condition, in order.
        duties: what has to be kept while the power is used.
        cautions: open questions that do not stop it and ought to be known.
        since: the first day of the version that was read; none if no version was in force.

    >>> from lgtrade.authorities import find
    >>> from lgtrade.law import assess
    >>> from lgtrade.services import ServiceKind
    >>> payroll = ServiceKind("payroll", "Payroll")
    >>> case = Proposal(on="2003-11-17", supplier=find("Kent"), customer=find("Lichfield"), service=payroll)
    >>> finding = assess(case)["LGA2003_S93"]
    >>> finding.outcome.value, str(finding.reasons[0].words)
    ('not in force', 'Not in force until 18 November 2003.')
    """

    power: str
    title: str
    citation: Provision
    under: Provision
    price: Price
    outcome: Outcome
    answers: tuple[Answer, ...]
    duties: tuple[Answer, ...] = ()
    cautions: tuple[str, ...] = ()
    since: dt.date | None = None

    @property
    def combination(self) -> Combination:
        """How the answers combine, with the deciding ones."""
        return combine(self.answers)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The reasons that decide the outcome: for an exclusion all of them, not the first."""
        return tuple(answer.reason for answer in self.combination.deciding)

    @property
    def excluded_by(self) -> tuple[str, ...]:
        """The provisions that exclude it, in short form."""
        return tuple(dict.fromkeys(_provisions(self.answers)))


def _provisions(answers: tuple[Answer, ...]) -> Iterator[str]:
    for answer in answers:
        if answer.verdict is Verdict.NO and answer.reason.provision is not None:
            yield answer.reason.provision.short


def duty(
    code: str, provision: Provision, words: Words, broken: Callable[[Proposal], bool] | None = None, breach: str = ""
) -> Condition:
    """Make a duty: words that say what to keep, and a test of whether the facts say that it is broken.

    Args:
        code: its stable name.
        provision: the provision that makes it a duty.
        words: what has to be kept.
        broken: tells from the facts whether it is said to be broken; none if no fact can say so.
        breach: what to say when it is.
    """

    def test(case: Proposal) -> Answer:
        if broken is not None and broken(case):
            return no(breach)
        return Answer(Verdict.YES, Reason(code, words))

    return Condition(code, provision, test)
