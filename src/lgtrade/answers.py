"""Answers: yes, no, it depends on a fact, or nobody can be sure; each with its reason.

An answer is a result, never an error. Answers combine by one rule, written in :func:`combine`.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable

import attrs

from lgtrade.sources import Provision
from lgtrade.words import Words


class Verdict(enum.Enum):
    """The four things an answer can say.

    >>> [verdict.value for verdict in Verdict]
    ['yes', 'unknown', 'uncertain', 'no']
    """

    __hash__ = object.__hash__  # members are unique, and are looked up thousands of times an opinion

    YES = "yes"
    UNKNOWN = "unknown"
    UNCERTAIN = "uncertain"
    NO = "no"

    @property
    def weight(self) -> int:
        """How strongly it decides a combination: the heaviest verdict wins."""
        return _WEIGHT[self]


_WEIGHT = {Verdict.YES: 0, Verdict.UNKNOWN: 1, Verdict.UNCERTAIN: 2, Verdict.NO: 3}


@attrs.frozen
class Reason:
    """Why an answer is what it is.

    Args:
        code: a stable name for machines: the condition that was asked.
        words: the reason, in a sentence that can be translated.
        provision: the provision it rests on; none for a plain fact.

    >>> str(Reason("customer_agreed", Words("The customer has agreed.")).words)
    'The customer has agreed.'
    """

    code: str
    words: Words
    provision: Provision | None = None


@attrs.frozen
class Answer:
    """One of four verdicts, with its reason.

    Args:
        verdict: yes, no, unknown or uncertain.
        words: why, in a sentence that can be translated.
        code: the condition that was asked; empty until it is named.
        provision: the provision that the answer rests on; none for a plain fact.
        facts: the names of facts that have not been given and could change it: always for ``UNKNOWN``; for ``YES``
            where nothing said against it was taken to mean that there is nothing.
        questions: for ``UNCERTAIN``, the open questions in the law: ``"Q2"``.

    >>> answer = unknown("customer_agreed", "It has not been said whether the customer agreed.")
    >>> answer.verdict, answer.facts
    (<Verdict.UNKNOWN: 'unknown'>, ('customer_agreed',))
    """

    verdict: Verdict
    words: Words
    code: str = ""
    provision: Provision | None = None
    facts: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()

    @property
    def reason(self) -> Reason:
        """Why the answer is what it is."""
        return Reason(self.code, self.words, self.provision)

    def given_by(self, code: str, provision: Provision) -> Answer:
        """Name the condition that was asked, and its provision unless the answer has a nearer one."""
        return Answer(
            self.verdict, self.words, self.code or code, self.provision or provision, self.facts, self.questions
        )


def yes(template: str, *, at: Provision | None = None, unless: tuple[str, ...] = (), **values: object) -> Answer:
    """Answer yes, and say why; `unless` names facts that have not been given and could change it.

    >>> yes("{name} is a council.", name="Lichfield").verdict.value
    'yes'
    """
    return Answer(Verdict.YES, Words(template, **values), "", at, unless)


def no(template: str, *, at: Provision | None = None, **values: object) -> Answer:
    """Answer no, and say why.

    >>> no("{name} is not a council.", name="Serco").verdict.value
    'no'
    """
    return Answer(Verdict.NO, Words(template, **values), "", at)


def unknown(facts: str | tuple[str, ...], template: str, *, at: Provision | None = None, **values: object) -> Answer:
    """Answer that it depends on a fact, or several, that have not been given.

    >>> unknown("purpose", "The purpose has not been given.").facts
    ('purpose',)
    """
    return Answer(Verdict.UNKNOWN, Words(template, **values), "", at, (facts,) if isinstance(facts, str) else facts)


def uncertain(
    questions: str | tuple[str, ...], template: str, *, at: Provision | None = None, **values: object
) -> Answer:
    """Answer that the law is unsettled or has not been verified, and name the open question or questions.

    >>> uncertain("Q2", "Lawyers differ.").questions
    ('Q2',)
    """
    named = (questions,) if isinstance(questions, str) else questions
    return Answer(Verdict.UNCERTAIN, Words(template, **values), "", at, (), named)


@attrs.frozen
class Combination:
    """What several answers come to when all of them must be yes.

    Args:
        verdict: the combined verdict.
        deciding: every answer with that verdict; for a no, all the noes and not the first only.
        answers: all the answers, in the order in which they were asked.

    >>> combine([yes("a"), no("b"), unknown("f", "c")]).verdict
    <Verdict.NO: 'no'>
    """

    verdict: Verdict
    deciding: tuple[Answer, ...]
    answers: tuple[Answer, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts still to be given that could change the result: none once there is a no."""
        if self.verdict is Verdict.NO:
            return ()
        return tuple(dict.fromkeys(fact for answer in self.answers for fact in answer.facts))

    @property
    def questions(self) -> tuple[str, ...]:
        """The open questions that the answers name, each once."""
        return tuple(dict.fromkeys(question for answer in self.answers for question in answer.questions))


def combine(answers: Iterable[Answer]) -> Combination:
    """Combine answers that must all be yes.

    Any no excludes; else any uncertain answer makes the result uncertain; else any unknown fact leaves it
    depending on that fact; else it is yes. No answers at all come to yes: nothing stands in the way.

    >>> combine([yes("a"), unknown("f", "b")]).facts
    ('f',)
    """
    given = tuple(answers)
    verdict, heaviest = Verdict.YES, 0
    for answer in given:
        weight = _WEIGHT[answer.verdict]
        if weight > heaviest:
            verdict, heaviest = answer.verdict, weight
    return Combination(verdict, tuple(answer for answer in given if answer.verdict is verdict), given)
