"""A receipt: the facts of an opinion, and the law and the library it was given on, so that it can be given again."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterator, Mapping
from importlib.resources import files

import attrs

from lgtrade.frozen import FrozenMapping, freeze
from lgtrade.law.facts import Proposal
from lgtrade.law.finding import Finding
from lgtrade.law.opinion import Opinion, assess
from lgtrade.law.power import Power, Version
from lgtrade.law.powers import POWERS
from lgtrade.version import VERSION
from lgtrade.words import Words

_TABLES = ("codes.toml", "public_bodies.toml")


@attrs.frozen
class Receipt:
    """What an opinion was given on, and what was found.

    Args:
        proposal: the facts.
        library: the version of the library.
        law: a hash of the law as it was modelled: every version of every power, and the tables.
        versions: for each power in force, the first day of the version of it that was read.
        outcomes: for each power, what was found.

    >>> from lgtrade.authorities import find
    >>> from lgtrade.services import ServiceKind
    >>> audit = ServiceKind("audit", "Audit")
    >>> case = Proposal(on="2003-12-01", supplier=find("Kent"), customer=find("Lichfield"), service=audit)
    >>> receipt(assess(case)).outcomes["LGA2003_S93"]
    'depends on a fact'
    """

    proposal: Proposal
    library: str
    law: str
    versions: Mapping[str, str] = attrs.field(converter=freeze)
    outcomes: Mapping[str, str] = attrs.field(converter=freeze)


@attrs.frozen
class Rerun:
    """What comes of giving an opinion again from its receipt.

    Args:
        opinion: the opinion now.
        differences: what is no longer as it was: the library, the law, the version of a power, a finding; none if the
            answer is the same for the same reasons.

    >>> from lgtrade.authorities import find
    >>> from lgtrade.services import ServiceKind
    >>> audit = ServiceKind("audit", "Audit")
    >>> case = Proposal(on="2003-12-01", supplier=find("Kent"), customer=find("Lichfield"), service=audit)
    >>> old = attrs.evolve(receipt(assess(case)), library="0.0.1")
    >>> [str(each) for each in run_again(old).differences]
    ['The library was 0.0.1, and is now 0.1.0.']
    """

    opinion: Opinion
    differences: tuple[Words, ...]


def receipt(opinion: Opinion) -> Receipt:
    """Make the receipt of an opinion.

    >>> from lgtrade.authorities import find
    >>> from lgtrade.services import ServiceKind
    >>> audit = ServiceKind("audit", "Audit")
    >>> case = Proposal(on="2003-12-01", supplier=find("Kent"), customer=find("Lichfield"), service=audit)
    >>> receipt(assess(case)).versions["LGA2003_S93"]
    '2003-11-18'
    """
    return Receipt(
        opinion.proposal,
        VERSION,
        law_hash(),
        FrozenMapping(_versions(opinion.findings)),
        FrozenMapping({each.power: each.outcome.value for each in opinion.findings}),
    )


def _versions(findings: tuple[Finding, ...]) -> dict[str, str]:
    return {each.power: each.since.isoformat() for each in findings if each.since is not None}


def run_again(given: Receipt) -> Rerun:
    """Give an opinion again from its receipt, and say what is no longer as it was.

    >>> from lgtrade.authorities import find
    >>> from lgtrade.services import ServiceKind
    >>> audit = ServiceKind("audit", "Audit")
    >>> case = Proposal(on="2003-12-01", supplier=find("Kent"), customer=find("Lichfield"), service=audit)
    >>> run_again(receipt(assess(case))).differences
    ()
    """
    opinion = assess(given.proposal)
    return Rerun(opinion, tuple(_differences(given, receipt(opinion))))


def _differences(was: Receipt, now: Receipt) -> Iterator[Words]:
    if was.library != now.library:
        yield Words("The library was {was}, and is now {now}.", was=was.library, now=now.library)
    if was.law != now.law:
        yield Words("The law is modelled otherwise than it was: {was}, now {now}.", was=was.law, now=now.law)
    none = Words("none")
    for power in dict.fromkeys([*was.outcomes, *now.outcomes]):
        before, after = was.versions.get(power, none), now.versions.get(power, none)
        if before != after:
            template = "{power}: the version read began on {was}, and is now that of {now}."
            yield Words(template, power=power, was=before, now=after)
        before, after = was.outcomes.get(power, none), now.outcomes.get(power, none)
        if before != after:
            yield Words("{power}: it was {was}, and is now {now}.", power=power, was=before, now=after)


@functools.cache
def law_hash() -> str:
    """Give a hash of the law as it is modelled: the first sixteen hexadecimal digits of a SHA-256.

    It changes with any version, body, condition, duty or day of a power, and with any row of a table.

    >>> len(law_hash())
    16
    """
    digest = hashlib.sha256()
    for power in POWERS:
        for line in _lines(power):
            digest.update(line.encode())
    for name in _TABLES:
        digest.update(files("lgtrade.law").joinpath(name).read_bytes())
    return digest.hexdigest()[:16]


def _lines(power: Power) -> Iterator[str]:
    yield f"{power.code} {power.citation} {power.price.name} {power.since}\n"
    for version in power.versions:
        yield f"{sorted(each.value for each in version.nations)} {version.since} {version.last} {version.under}\n"
        yield from _bodies(version)
        for each in (*version.conditions, *version.duties):
            yield f"{each.code} {each.provision} {each.who} {each.about} {each.edges}\n"


def _bodies(version: Version) -> Iterator[str]:
    for each in version.bodies.named:
        kinds = sorted(kind.value for kind in each.kinds)
        yield f"{kinds} {sorted(n.value for n in each.nations)} {each.since} {each.last} {each.question} {each.at}\n"
