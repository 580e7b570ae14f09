"""Where a rule or a figure comes from: provisions of law with their addresses, sources, and assumptions."""

from __future__ import annotations

import datetime as dt
import enum
import re
from typing import TypeAlias

import attrs

from lgtrade.issues import Issue, refuse, wrong_type
from lgtrade.words import Words

FIRST_VERSIONS = dt.date(1991, 2, 1)
"""The first day for which legislation.gov.uk keeps versions of Acts (from general knowledge, not verified)."""

_FIRST_NUMBER = re.compile(r"[A-Z]*\d+[A-Z]*")


class Division(enum.Enum):
    """How an enactment is divided, with the short and the long word for one part."""

    SECTION = ("s.", "section")
    ARTICLE = ("art.", "article")
    REGULATION = ("reg.", "regulation")
    SCHEDULE = ("Sch.", "schedule")


@attrs.frozen(repr=False)
class Enactment:
    """An Act or an instrument.

    Args:
        title: its short title, as cited: ``"Local Government Act 2003"``.
        short: the form used in lists: ``"LGA 2003"``.
        address: where its text is published; no trailing slash.
        passed: the day on which it was passed or made; none if it is not recorded.
        as_made: whether its text is only published as it was made, as most instruments are, with no version for a day.

    >>> LGA_2003 = Enactment("Local Government Act 2003", "LGA 2003", "https://www.legislation.gov.uk/ukpga/2003/26")
    >>> LGA_2003.section("93(2)(a)")
    LGA 2003 s.93(2)(a)
    """

    title: str
    short: str
    address: str
    passed: dt.date | None = None
    as_made: bool = False

    def section(self, number: str) -> Provision:
        """Cite a section of an Act."""
        return Provision(self, Division.SECTION, number)

    def article(self, number: str) -> Provision:
        """Cite an article of an order."""
        return Provision(self, Division.ARTICLE, number)

    def regulation(self, number: str) -> Provision:
        """Cite a regulation."""
        return Provision(self, Division.REGULATION, number)

    def schedule(self, number: str) -> Provision:
        """Cite a schedule, or a paragraph of one: ``"2 para 3"``."""
        return Provision(self, Division.SCHEDULE, number)

    def __repr__(self) -> str:
        """Show the short form."""
        return self.short


@attrs.frozen(repr=False)
class Provision:
    """One provision of an enactment.

    Args:
        enactment: the Act or instrument.
        division: section, article, regulation or schedule.
        number: which one, down to the paragraph that matters: ``"93(2)(a)"``.

    >>> act = Enactment("Local Government Act 2003", "LGA 2003", "https://www.legislation.gov.uk/ukpga/2003/26")
    >>> rule = act.section("93(2)(a)")
    >>> rule.citation
    'Local Government Act 2003 s.93(2)(a)'
    >>> rule.address_on(dt.date(2009, 10, 1))
    'https://www.legislation.gov.uk/ukpga/2003/26/section/93/2009-10-01'
    """

    enactment: Enactment
    division: Division
    number: str

    @property
    def short(self) -> str:
        """The form used in lists: ``"LGA 2003 s.93(2)(a)"``."""
        return f"{self.enactment.short} {self.division.value[0]}{self.number}"

    @property
    def citation(self) -> str:
        """The full form: ``"Local Government Act 2003 s.93(2)(a)"``."""
        return f"{self.enactment.title} {self.division.value[0]}{self.number}"

    @property
    def address(self) -> str:
        """Where the provision's text is published."""
        number = _FIRST_NUMBER.match(self.number)
        return f"{self.enactment.address}/{self.division.value[1]}/{number[0] if number else self.number}"

    def address_on(self, day: dt.date) -> str:
        """Where the text is published as it stood on `day`.

        Of an instrument published only as made, that text; of an Act on a day before it was passed, or before the site
        keeps versions, the text as enacted.
        """
        if self.enactment.as_made:
            return f"{self.address}/made"
        if day < max(self.enactment.passed or FIRST_VERSIONS, FIRST_VERSIONS):
            return f"{self.address}/enacted"
        return f"{self.address}/{day.isoformat()}"

    def __str__(self) -> str:
        """Say the short form."""
        return self.short

    def __repr__(self) -> str:
        """Show the short form."""
        return self.short


@attrs.frozen
class Source:
    """Where a figure or a fact was published.

    Args:
        title: what the publication is called.
        address: where it can be read, if anywhere.

    >>> Source("Uttlesford DC, chargeable account 2021/22").title
    'Uttlesford DC, chargeable account 2021/22'
    """

    title: str
    address: str = ""

    def __attrs_post_init__(self) -> None:
        """Refuse a source that names nothing, or whose address is not a web address."""
        accepted = Words("the title of what was published")
        issues = [*wrong_type("title", self.title, str, accepted)]
        if self.title == "":
            issues.append(Issue("source.empty", "title", Words("it is empty"), accepted))
        issues += wrong_type("address", self.address, str, Words("a web address, or nothing"))
        if isinstance(self.address, str) and self.address and not self.address.startswith(("https://", "http://")):
            found = Words("the address does not begin with https:// or http://")
            issues.append(Issue("source.address", "address", found, Words("a web address, or nothing")))
        refuse(issues)

    def __str__(self) -> str:
        """Say the title."""
        return self.title


@attrs.frozen
class Assumption:
    """A figure or a fact that nobody published: somebody chose it, for the reason given.

    Args:
        reason: what it rests on, in words.

    >>> Assumption("two analysts at a typical grade").reason
    'two analysts at a typical grade'
    """

    reason: str

    def __attrs_post_init__(self) -> None:
        """Refuse an assumption without a reason."""
        accepted = Words("what the assumption rests on, in words")
        issues = [*wrong_type("reason", self.reason, str, accepted)]
        if self.reason == "":
            issues.append(Issue("assumption.empty", "reason", Words("it is empty"), accepted))
        refuse(issues)

    def __str__(self) -> str:
        """Say the reason."""
        return self.reason


Basis: TypeAlias = Source | Assumption
"""What a figure rests on: a source or an assumption."""
