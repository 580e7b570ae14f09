"""What a power is: conditions on the facts, in versions with first and last days, read at one day."""

from __future__ import annotations

import bisect
import datetime as dt
from collections.abc import Callable, Iterator
from typing import TypeAlias

import attrs

from lgtrade.answers import Answer, Combination, Verdict, combine, no
from lgtrade.authorities import AuthorityKind, Nation
from lgtrade.law.definition import ONE_DAY, Definition
from lgtrade.law.facts import Proposal
from lgtrade.law.finding import OUTCOMES, Finding, Outcome, Price
from lgtrade.services import Subject
from lgtrade.sources import Provision
from lgtrade.words import Words

Test: TypeAlias = Callable[[Proposal], Answer]
Caution: TypeAlias = Callable[[Proposal], tuple[str, ...]]


@attrs.frozen
class Condition:
    """One condition of a power: a question put to the facts.

    Args:
        code: its stable name.
        provision: the provision that makes it a condition.
        test: gives the answer on the facts of a proposal.
        who: whether it says which bodies have the power at all.
        about: whether it says what the power is about at all, so that after a no nothing else is asked.
        subject: for a duty that only one subject brings, that subject.
        edges: the days on which its answer may change though no fact does.
    """

    code: str
    provision: Provision
    test: Test = attrs.field(repr=False)
    who: bool = False
    subject: Subject | None = None
    edges: tuple[dt.date, ...] = ()
    about: bool = False

    def arises(self, case: Proposal) -> bool:
        """Tell whether the subject of a proposal brings it up."""
        return self.subject is None or self.subject is case.service.subject

    def __call__(self, case: Proposal) -> Answer:
        """Put the question to the facts; the answer names this condition and its provision."""
        return self.test(case).given_by(self.code, self.provision)


def condition(
    provision: Provision, *, who: bool = False, about: bool = False, edges: tuple[dt.date, ...] = ()
) -> Callable[[Test], Condition]:
    """Make a condition of a function that answers it; the function's name is the condition's code.

    Args:
        provision: the provision that makes it a condition.
        who: whether it says which bodies have the power at all.
        about: whether it says what the power is about at all, so that after a no nothing else is asked.
        edges: the days on which its answer may change though no fact does.
    """
    return lambda test: Condition(test.__name__, provision, test, who, edges=edges, about=about)


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
        return Answer(Verdict.YES, words, code)

    return Condition(code, provision, test)


@attrs.frozen
class Version:
    """A power as it stands between two days in one or more nations.

    Args:
        since: its first day.
        nations: where it applies.
        under: the provision that gives it this shape: the section itself, or the order made under it.
        bodies: the bodies that have it.
        conditions: all that must be so besides.
        duties: what has to be kept while the power is used; a duty said to be broken excludes.
        cautions: questions that do not stop the power and ought to be known: each a function that gives the names of
            the open questions that arise on the facts.
        last: its last day; none while it is in force.
    """

    since: dt.date
    nations: frozenset[Nation]
    under: Provision
    bodies: Definition
    conditions: tuple[Condition, ...]
    duties: tuple[Condition, ...] = ()
    cautions: tuple[Caution, ...] = ()
    last: dt.date | None = None

    def covers(self, day: dt.date) -> bool:
        """Tell whether it is in force on a day."""
        return self.since <= day and (self.last is None or day <= self.last)

    @property
    def edges(self) -> Iterator[dt.date]:
        """The days on which an answer from it may change though no fact does."""
        yield self.since
        if self.last is not None:
            yield self.last + ONE_DAY
        yield from self.bodies.edges
        for each in self.conditions + self.duties:
            yield from each.edges


def _every_edge(power: Power) -> tuple[dt.date, ...]:
    return tuple(sorted({power.since, *(day for each in power.versions for day in each.edges)}))


@attrs.frozen(repr=False)
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
        activity: the activity that it is about, if it is about one only.
        cites: ways in which a caller may cite it.
    """

    code: str
    title: str
    citation: Provision
    price: Price
    since: dt.date
    commencement: Provision
    versions: tuple[Version, ...]
    elsewhere: str = "It does not extend to {nation}."
    activity: str | None = None
    cites: tuple[str, ...] = ()
    edges: tuple[dt.date, ...] = attrs.field(init=False, eq=False, default=attrs.Factory(_every_edge, takes_self=True))
    _known: dict[tuple[Nation, AuthorityKind, int], Version | Finding] = attrs.field(
        init=False, eq=False, factory=dict[tuple[Nation, AuthorityKind, int], "Version | Finding"]
    )

    def __repr__(self) -> str:
        """Show its code."""
        return f"<Power {self.code}>"

    def version_on(self, day: dt.date, nation: Nation) -> Version | None:
        """The version in force in a nation on a day, if any; nothing falls back to another version."""
        return next((each for each in self.versions if nation in each.nations and each.covers(day)), None)

    def conditions_on(self, case: Proposal) -> Combination | None:
        """How its conditions alone combine, whatever is said of its duties; none if it is not in force.

        This is whether the supplier *has* the power for this customer and this service. Powers ask it of one another,
        so it is worked out once for a proposal.
        """
        found = self._on_a_day(case.supplier.nation, case.supplier.kind, case.on)
        if isinstance(found, Version):
            return self._held(found, case)
        return None if found.since is None else combine(found.answers)

    def _held(self, version: Version, case: Proposal) -> Combination:
        held: Combination | None = case.worked_out.get(self.code)
        if held is None:
            held = case.worked_out[self.code] = combine(_answers(version, case))
        return held

    def finding(self, case: Proposal) -> Finding:
        """Put every condition to the facts, and report all the answers."""
        version = self._on_a_day(case.supplier.nation, case.supplier.kind, case.on)
        if isinstance(version, Finding):
            return version
        held = self._held(version, case)
        answers = held.answers
        duties = tuple(each(case) for each in version.duties if each.arises(case))
        broken = tuple(duty for duty in duties if duty.verdict is Verdict.NO)
        verdict = Verdict.NO if broken else held.verdict
        outcome = OUTCOMES[verdict]
        if any(
            each.who and answer.verdict is Verdict.NO
            for each, answer in zip(version.conditions, answers[1:], strict=False)
        ):
            outcome = Outcome.NOT_ELIGIBLE
        cautions: tuple[str, ...] = ()
        if verdict is not Verdict.NO:
            cautions = tuple(dict.fromkeys(name for each in version.cautions for name in each(case)))
        kept = tuple(duty for duty in duties if duty.verdict is not Verdict.NO)
        return self._found(version.under, outcome, answers + broken, kept, cautions, version.since)

    def _on_a_day(self, nation: Nation, kind: AuthorityKind, day: dt.date) -> Version | Finding:
        """Give the version in force on a day, or the finding that shuts out every body of a kind and nation.

        No other fact changes either, so each is made once for the days between two edges.
        """
        key = (nation, kind, bisect.bisect(self.edges, day))
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._version_or_shut(nation, kind, day)
        return found

    def _version_or_shut(self, nation: Nation, kind: AuthorityKind, day: dt.date) -> Version | Finding:
        version = self.version_on(day, nation)
        if version is None:
            outcome, answer = self._without_version(day, nation)
            return self._found(self.citation, outcome, (answer,))
        shut = version.bodies.shuts_out(kind, nation, day)
        if shut is None:
            return version
        answer = shut.given_by("supplier_is_named", version.bodies.provision)
        return self._found(version.under, Outcome.NOT_ELIGIBLE, (answer,), since=version.since)

    def _found(  # noqa: PLR0913, PLR0917  # the parts of a finding, in its order
        self,
        under: Provision,
        outcome: Outcome,
        answers: tuple[Answer, ...],
        duties: tuple[Answer, ...] = (),
        cautions: tuple[str, ...] = (),
        since: dt.date | None = None,
    ) -> Finding:
        return Finding(
            self.code, self.title, self.citation, under, self.price, outcome, answers, duties, cautions, since
        )

    def _without_version(self, day: dt.date, nation: Nation) -> tuple[Outcome, Answer]:
        here = [each for each in self.versions if nation in each.nations]
        if not here:
            said = no(self.elsewhere, nation=nation.value)
            return Outcome.NOT_ELIGIBLE, said.given_by("nation", self.citation)
        if day < self.since:
            said = no("Not in force until {day}.", day=self.since)
            return Outcome.NOT_IN_FORCE, said.given_by("in_force", self.commencement)
        begins = min((each.since for each in here if each.since > day), default=None)
        ended = max((each.last for each in here if each.last is not None and each.last < day), default=None)
        if ended is None:
            template = "Nothing gave {power} effect in {nation} until {day}."
            said = no(template, power=self.citation, nation=nation.value, day=begins)
        elif begins is None:
            said = no("Not in force after {day}.", day=ended)
        else:
            said = no("Not in force between {ended} and {begins}.", ended=ended, begins=begins)
        return Outcome.NOT_IN_FORCE, said.given_by("in_force", here[0].under)


def _answers(version: Version, case: Proposal) -> tuple[Answer, ...]:
    named = version.bodies.reaches(case.supplier, case.on).given_by("supplier_is_named", version.bodies.provision)
    first, *others = version.conditions or (None,)
    if first is None:
        return (named,)
    answer = first(case)
    if first.about and answer.verdict is Verdict.NO:
        return (named, answer)
    return (named, answer, *[each(case) for each in others])
