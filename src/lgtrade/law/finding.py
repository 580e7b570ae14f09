"""What is found of one power on the facts of one proposal."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterator

import attrs

from lgtrade.answers import Answer, Combination, Reason, Verdict, combine
from lgtrade.sources import Provision


class Price(enum.Enum):
    """What a power lets be charged."""

    NOTHING = "nothing under this power, which is not one to charge"
    AT_COST = "no more than the cost of provision, taking one financial year with another, for each kind of service"
    EQUATE = "what makes income equal cost as nearly as possible, taking one financial year with another"
    REASONABLE = "a charge that is reasonable"
    PRESCRIBED = "what the instrument prescribes"
    LISTED_COSTS = "no more than the costs that the enactment lists"
    PURPOSE = "what serves the purposes of the enactment; not to raise revenue"
    AS_FIT = "what the authority thinks fit"
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


OUTCOMES = {
    Verdict.YES: Outcome.AVAILABLE,
    Verdict.UNKNOWN: Outcome.DEPENDS,
    Verdict.UNCERTAIN: Outcome.UNCERTAIN,
    Verdict.NO: Outcome.EXCLUDED,
}

SHUT = frozenset({Outcome.EXCLUDED, Outcome.NOT_ELIGIBLE, Outcome.NOT_IN_FORCE})
"""The outcomes that come to a no."""


@attrs.frozen(repr=False)
class Finding:
    """What is found of one power on the facts of one proposal.

    Args:
        power: the power's code.
        title: what the power lets an authority do.
        citation: the provision that confers it.
        under: the provision that gives it its shape on the day: the same, or the order made under it.
        price: what it lets be charged.
        outcome: what is found.
        answers: the answer to every condition, in order; where the power is not in force, or not open to such a body,
            that answer alone.
        duties: what has to be kept while the power is used.
        cautions: open questions that do not stop it and ought to be known.
        since: the first day of the version that was read; none if no version was in force.

    >>> from lgtrade.authorities import find
    >>> from lgtrade.law import Proposal, assess
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

    def __repr__(self) -> str:
        """Show the power, the outcome, and the reasons that decide it."""
        reasons = " ".join(str(answer.words) for answer in self.combination.deciding)
        return f"<Finding of {self.power}: {self.outcome.value}. {reasons}>"

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

    @property
    def was_asked(self) -> bool:
        """Whether its conditions were put to the facts: it is in force, and there are such bodies that have it."""
        return len(self.answers) > 1

    @property
    def is_shut(self) -> bool:
        """Whether it comes to a no: excluded, not open to this body, or not in force."""
        return self.outcome in SHUT


def _provisions(answers: tuple[Answer, ...]) -> Iterator[str]:
    for answer in answers:
        if answer.verdict is Verdict.NO and answer.reason.provision is not None:
            yield answer.reason.provision.short
