"""Checking a case against what it expects: the answer that a careful lawyer gave, compared exactly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

import attrs

from lgtrade.answers import Reason, Verdict
from lgtrade.frozen import freeze
from lgtrade.issues import Issue, refuse, shown
from lgtrade.law import OVERLAYS, Finding, Opinion, Outcome, OverlayFinding, Standing, power_codes
from lgtrade.words import Words


@attrs.frozen(kw_only=True)
class Expectation:
    """What is expected of the opinion on a proposal. Anything left out is not compared.

    Args:
        verdict: what the powers come to.
        overall: what the powers and the overlays come to together.
        available: the codes of all the powers that are available, and of no others.
        powers: for the code of a power, the outcome expected.
        excluded_by: for the code of a power, every provision that excludes it, in short form.
        questions: the open questions that the opinion names, and no others.
        overlays: for the code of an overlay, how it stands.
        why: the reason for the expectation, in words.

    Raises:
        InputError: a code, an outcome or a standing is not one that the library has; all together.

    >>> Expectation(powers={"LGA2003_S93": "excluded"}).powers
    {'LGA2003_S93': 'excluded'}
    """

    verdict: Verdict | None = None
    overall: Verdict | None = None
    available: tuple[str, ...] | None = None
    powers: Mapping[str, str] = attrs.field(factory=dict[str, str], converter=freeze)
    excluded_by: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict[str, tuple[str, ...]], converter=freeze)
    questions: tuple[str, ...] | None = None
    overlays: Mapping[str, str] = attrs.field(factory=dict[str, str], converter=freeze)
    why: str = ""

    def __attrs_post_init__(self) -> None:
        """Refuse an expectation that could never be met because it names what there is not."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        powers, overlays = list(power_codes()), [each.code for each in OVERLAYS]
        outcomes, standings = [each.value for each in Outcome], [each.value for each in Standing]
        named = [("powers", name) for name in self.powers] + [("excluded_by", name) for name in self.excluded_by]
        named += [("available", name) for name in self.available or ()]
        for place, name in named:
            yield from _unknown(f"{place}.{name}", name, powers)
        for name, outcome in self.powers.items():
            yield from _unknown(f"powers.{name}", outcome, outcomes)
        for name, standing in self.overlays.items():
            yield from _unknown(f"overlays.{name}", name, overlays)
            yield from _unknown(f"overlays.{name}", standing, standings)


_MOST_REASONS = 8


def _unknown(place: str, value: str, known: list[str]) -> Iterator[Issue]:
    if value not in known:
        accepted = Words("one of: {names}", names=", ".join(known[:30]))
        yield Issue("expect.unknown", place, Words("{value} is not one of them", value=shown(value)), accepted)


@attrs.frozen
class Difference:
    """One thing that was expected of an opinion and was not found.

    Args:
        proposal: the name of the proposal.
        of: what it is of: the code of a power or an overlay, ``"verdict"`` or the like.
        expected: what was expected.
        found: what was found.
        why: the reason given for the expectation.
        because: the reasons for what was found.

    >>> Difference("payroll", "LGA2003_S93", "available", "excluded", "", ()).found
    'excluded'
    """

    proposal: str
    of: str
    expected: str
    found: str
    why: str
    because: tuple[Reason, ...]


def differences(name: str, expected: Expectation, opinion: Opinion) -> tuple[Difference, ...]:
    """Compare an opinion with what was expected of it; exactly, and all of it.

    Args:
        name: the name of the proposal.
        expected: what was expected.
        opinion: what was found.

    >>> from lgtrade.authorities import find
    >>> from lgtrade.law import Proposal, assess
    >>> from lgtrade.services import ServiceKind
    >>> audit = ServiceKind("audit", "Audit")
    >>> case = Proposal(on="2003-11-17", supplier=find("Kent"), customer=find("Lichfield"), service=audit)
    >>> expected = Expectation(powers={"LGA2003_S93": "available"})
    >>> [(each.of, each.found) for each in differences("audit", expected, assess(case))]
    [('LGA2003_S93', 'not in force')]
    """
    return tuple(_differences(name, expected, opinion))


def _differences(name: str, expected: Expectation, opinion: Opinion) -> Iterator[Difference]:
    def compare(of: str, wanted: object, found: object, because: tuple[Reason, ...] = ()) -> Iterator[Difference]:
        if wanted is not None and wanted != found:
            yield Difference(name, of, _said(wanted), _said(found), expected.why, because)

    powers = {each.power: each for each in opinion.findings}
    overlays = {each.overlay: each for each in opinion.overlays} if expected.overlays or expected.overall else {}
    deciding = [each for each in opinion.findings if each.combination.verdict is opinion.verdict and each.was_asked]
    because = tuple(reason for each in deciding for reason in each.reasons)[:_MOST_REASONS]
    yield from compare("verdict", expected.verdict, opinion.verdict, because)
    if expected.overall is not None:
        yield from compare("overall", expected.overall, opinion.overall)
    available = tuple(sorted(each.power for each in opinion.available))
    wanted = None if expected.available is None else tuple(sorted(expected.available))
    yield from compare("available", wanted, available)
    for code, outcome in expected.powers.items():
        yield from compare(code, outcome, _outcome(powers.get(code)), _reasons(powers.get(code)))
    for code, provisions in expected.excluded_by.items():
        finding = powers.get(code)
        found = () if finding is None else tuple(sorted(finding.excluded_by))
        yield from compare(f"{code} excluded by", tuple(sorted(provisions)), found, _reasons(finding))
    for code, standing in expected.overlays.items():
        yield from compare(code, standing, _outcome(overlays.get(code)), _reasons(overlays.get(code)))
    questions = tuple(sorted(each.id for each in opinion.questions))
    asked = None if expected.questions is None else tuple(sorted(expected.questions))
    yield from compare("questions", asked, questions)


def _outcome(finding: Finding | OverlayFinding | None) -> str:
    return "not found" if finding is None else finding.outcome.value


def _reasons(finding: Finding | OverlayFinding | None) -> tuple[Reason, ...]:
    return () if finding is None else finding.reasons


def _said(value: object) -> str:
    if isinstance(value, Verdict):
        return value.value
    if isinstance(value, tuple):
        return ", ".join(cast("tuple[str, ...]", value)) or "none"
    return str(value)
