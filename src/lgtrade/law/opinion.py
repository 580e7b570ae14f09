"""The opinion on a proposal: every power, the one recommended, what to keep, and what is still to be settled."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

import attrs

from lgtrade.answers import Answer, Verdict
from lgtrade.issues import Issue, refuse, shown
from lgtrade.law.codes import activities, codes_cited, powers_in_point, service_code_powers
from lgtrade.law.conditions import SEPARATE_BODIES
from lgtrade.law.facts import Proposal, Vehicle, asks
from lgtrade.law.finding import Finding, Outcome, Price
from lgtrade.law.gaps import gaps_for
from lgtrade.law.overlay import STANDINGS, OverlayFinding, Standing
from lgtrade.law.overlays import OVERLAYS
from lgtrade.law.power import Power
from lgtrade.law.powers import POWERS
from lgtrade.law.questions import Question, question
from lgtrade.notebook import ShownInNotebooks
from lgtrade.sources import Provision
from lgtrade.words import Words


@attrs.frozen
class FactToSettle:
    """A fact that has not been given and could change findings.

    Args:
        fact: its name among the facts of a proposal.
        asks: the question that asks for it.
        powers: the codes of the powers whose finding it could change.

    >>> FactToSettle("purpose", "What is the purpose?", ("LGA2003_S93",)).powers
    ('LGA2003_S93',)
    """

    fact: str
    asks: str
    powers: tuple[str, ...]


@attrs.frozen(repr=False)
class Opinion(ShownInNotebooks):
    """What is found of a proposal: a finding for every power, and what follows.

    It is information about the law as it stood on the day of the proposal, not legal advice.

    Args:
        proposal: the facts.
        findings: one for every power that is modelled, in the order in which they are tried.
        instead: where another body would supply, the findings of the powers that would be available if the authority
            itself did.

    >>> from lgtrade.authorities import find
    >>> from lgtrade.services import ServiceKind, Subject
    >>> payroll = ServiceKind("payroll", "Payroll", Subject.PROFESSIONAL)
    >>> opinion = assess(Proposal(on="2003-12-01", supplier=find("Kent"), customer=find("Lichfield"), service=payroll))
    >>> opinion.recommended.power
    'LAGSA1970_S1'
    >>> opinion["LGA2003_S93"].excluded_by
    ('LGA 2003 s.93(2)(a)',)
    """

    proposal: Proposal
    findings: tuple[Finding, ...]
    instead: tuple[Finding, ...] = ()

    def __getitem__(self, power: str) -> Finding:
        """Give the finding for a power by its code."""
        for finding in self.findings:
            if finding.power == power:
                return finding
        raise KeyError(power)

    @property
    def available(self) -> tuple[Finding, ...]:
        """The powers that may be used, in the order in which they are tried."""
        return tuple(finding for finding in self.findings if finding.outcome is Outcome.AVAILABLE)

    @property
    def verdict(self) -> Verdict:
        """Whether any power supports the proposal as it was put.

        One available power is enough; else it depends on facts if any finding does; else it is uncertain if any finding
        is, or if a power that is not modelled might support it; else no.
        """
        outcomes = {finding.outcome for finding in self.findings}
        for outcome, verdict in _BEST_FIRST:
            if outcome in outcomes:
                return verdict
        return Verdict.UNCERTAIN if self.not_modelled else Verdict.NO

    @property
    def not_modelled(self) -> tuple[str, ...]:
        """The provisions that are not modelled and might support the proposal, as cited."""
        case = self.proposal
        charge = case.other_power_to_charge
        known = isinstance(charge, str) and bool(codes_cited(charge))
        named = [None if known else charge, case.other_commercial_power]
        cited = [each if isinstance(each, str) else "the other power that is said to exist" for each in named if each]
        return tuple(dict.fromkeys([gap.provisions for gap in gaps_for(case)] + cited))

    @property
    def overlays(self) -> tuple[OverlayFinding, ...]:
        """What is found of each overlay: purpose, best value, procurement, subsidy, competition, VAT, companies."""
        return tuple(each.look(self.proposal) for each in OVERLAYS)

    @property
    def overall(self) -> Verdict:
        """Whether the proposal may go ahead as it was put: a power supports it, and no overlay stands in its way."""
        found = [self.verdict, *(_VERDICTS[each.outcome] for each in self.overlays)]
        return max(found, key=lambda each: each.weight)

    @property
    def recommended(self) -> Finding | None:
        """The available power with the fewest open questions about it; of equals, the more specific."""
        return min(self.available, key=lambda finding: len(finding.cautions), default=None)

    @property
    def why_recommended(self) -> Words | None:
        """Why that power is recommended before the others."""
        chosen, others = self.recommended, self.available
        if chosen is None:
            return None
        if len(others) == 1:
            return Words("It is the only power that is available.")
        if any(len(each.cautions) > len(chosen.cautions) for each in others):
            return Words("Fewer open questions hang over it than over the others that are available.")
        return Words("It is the most specific of the powers that are available.")

    @property
    def duties(self) -> tuple[Answer, ...]:
        """What has to be kept while the recommended power is used."""
        return self.recommended.duties if self.recommended else ()

    @property
    def questions(self) -> tuple[Question, ...]:
        """The open questions named by any finding that is not a no, each once."""
        live = (each for each in self.findings if each.combination.verdict is not Verdict.NO)
        names = (name for each in live for name in (*each.combination.questions, *each.cautions))
        return tuple(question(name) for name in dict.fromkeys(names))

    @property
    def to_settle(self) -> tuple[FactToSettle, ...]:
        """The facts that have not been given, those first that could change the most findings."""
        found: dict[str, list[str]] = {}
        for finding in self.findings:
            for fact in finding.combination.facts:
                found.setdefault(fact, []).append(finding.power)
        ranked = sorted(found.items(), key=lambda item: -len(item[1]))
        return tuple(FactToSettle(fact, asks(fact), tuple(powers)) for fact, powers in ranked)

    def __repr__(self) -> str:
        """Show the outcome of every power on one line each."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        yield f"<Opinion on {self.proposal.service.name}: {self.verdict.value}>"
        asked = [each for each in self.findings if each.was_asked]
        for finding in asked:
            yield f"  {finding.power}: {finding.outcome.value}"
        others = len(self.findings) - len(asked)
        yield f"  {others} others: not open to this body, or not in force"


_BEST_FIRST = (
    (Outcome.AVAILABLE, Verdict.YES),
    (Outcome.DEPENDS, Verdict.UNKNOWN),
    (Outcome.UNCERTAIN, Verdict.UNCERTAIN),
)


_VERDICTS = {standing: verdict for verdict, standing in STANDINGS.items()} | {Standing.NOT_IN_POINT: Verdict.YES}


def assess(proposal: Proposal) -> Opinion:
    """Say under which powers the supplier may supply the customer, and why.

    Args:
        proposal: the facts, read at the day that they name.

    Returns:
        A finding for every power that is modelled, with every reason.

    Raises:
        InputError: the service is of an activity that is not one of :func:`~lgtrade.law.activities`.

    >>> from lgtrade.authorities import find
    >>> from lgtrade.services import ServiceKind, Subject
    >>> payroll = ServiceKind("payroll", "Payroll", Subject.PROFESSIONAL)
    >>> assess(Proposal(on="2003-12-01", supplier=find("Kent"), customer=find("Lichfield"), service=payroll)).verdict
    <Verdict.YES: 'yes'>
    """
    refuse(_unknown_activity(proposal.service.activity))
    powers = powers_for(proposal)
    findings = tuple(power.finding(proposal) for power in powers)
    return Opinion(proposal, findings, _instead(proposal, powers, findings))


def _unknown_activity(activity: str | None) -> Iterator[Issue]:
    if activity is not None and activity not in activities():
        near = difflib.get_close_matches(activity, activities(), n=3, cutoff=0.4) or sorted(activities())
        found = Words("{activity} is not an activity with enactments of its own", activity=shown(activity))
        yield Issue("service.activity", "service.activity", found, Words("one of: {names}", names=", ".join(near)))


def powers_for(proposal: Proposal) -> tuple[Power, ...]:
    """Give the powers to try on a proposal: those of the service codes in point, then all others in order."""
    return (*powers_in_point(proposal), *POWERS)


def power_codes() -> tuple[str, ...]:
    """Give the code of every power that an opinion may speak of, those of the service codes last.

    >>> power_codes()[3], power_codes()[-1].startswith("CODE_")
    ('LAGSA1970_S1', True)
    """
    return (*(power.code for power in POWERS), *service_code_powers())


def price_under(code: str) -> Price | None:
    """Give what a power lets be charged, by its code; none if no power has that code.

    >>> price_under("LAGSA1970_S1").value
    'whatever the parties agree; a profit is allowed'
    """
    power = _power(code)
    return None if power is None else power.price


def citation_of(code: str) -> Provision | None:
    """Give the provision that confers a power, by its code; none if no power has that code.

    >>> citation_of("LGA2003_S93").short
    'LGA 2003 s.93'
    """
    power = _power(code)
    return None if power is None else power.citation


def _power(code: str) -> Power | None:
    return ({power.code: power for power in POWERS} | service_code_powers()).get(code)


def _instead(proposal: Proposal, powers: tuple[Power, ...], findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    if proposal.vehicle not in SEPARATE_BODIES:
        return ()
    directly = attrs.evolve(proposal, vehicle=Vehicle.DIRECT, company=None)
    shut = [power for power, found in zip(powers, findings, strict=True) if found.outcome is Outcome.EXCLUDED]
    return tuple(found for found in (power.finding(directly) for power in shut) if found.outcome is Outcome.AVAILABLE)
