"""Recognising a provision however it is cited: "s.111(3) LGA 1972" as well as "LGA 1972 s.111(3)"."""

from __future__ import annotations

import datetime as dt
import re

import attrs

_SECTION = re.compile(r"\b(?:s|ss|sec|section|sections)\s?(\d+[a-z]*)((?:\([0-9a-z]+\))*)")
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")


@attrs.frozen
class Cited:
    """One provision, and the ways in which its Act is named.

    Args:
        acts: patterns for the Act's names, its year included, as they read once punctuation is gone.
        section: the section: ``"111"``.
        part: the subsection, if only that: ``"(3)"``.
        limb: for a provision that s.93(7) disregards, its limb: ``"93(7)(a)"``.
        since: the first day on which that limb stood.
        last: its last day; none while it stands.
    """

    acts: tuple[str, ...]
    section: str
    part: str = ""
    limb: str = ""
    since: dt.date = dt.date(2003, 11, 18)
    last: dt.date | None = None

    def stands_on(self, day: dt.date) -> bool:
        """Tell whether the limb of s.93(7) stands on a day."""
        return self.since <= day and (self.last is None or day <= self.last)

    def names_act(self, text: str) -> bool:
        """Tell whether a citation names the Act."""
        plain = _plain(text)
        return any(re.search(act, plain) for act in self.acts)

    def is_cited_in(self, text: str) -> bool:
        """Tell whether a citation names the provision."""
        found = _SECTION.findall(_plain(text))
        return self.names_act(text) and any(
            number == self.section and part.startswith(self.part) for number, part in found
        )


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"[.,;:\u2013-]+", " ", text.casefold())).strip()


_IN_2012 = dt.date(2012, 2, 18)

DISREGARDED = (
    Cited((r"\b(?:lga|local government act) 1972",), "111", "(3)", "93(7)(a)"),
    Cited((r"\b(?:gla act|gla|greater london authority act) 1999",), "34", "(2)", "93(7)(b)"),
    Cited((r"\b(?:lga|local government act) 2000",), "3", "(2)", "93(7)(c)", last=dt.date(2022, 5, 4)),
    Cited((r"\b(?:lta|local transport act) 2008",), "100", "(2)", "93(7)(d)", _IN_2012),
    Cited((r"\b(?:lta|local transport act) 2008",), "102c", "(4)", "93(7)(e)", _IN_2012),
    Cited((r"\b(?:ta|transport act) 1968",), "10b", "(4)", "93(7)(f)", _IN_2012),
    Cited(
        (r"\b(?:ldedca|local democracy economic development and construction act) 2009",),
        "113b",
        "(4)",
        "93(7)(g)",
        _IN_2012,
    ),
    Cited((r"\b(?:lura|levelling up and regeneration act) 2023",), "50", "(4)", "93(7)(h)", dt.date(2023, 12, 26)),
)
"""The prohibitions that s.93(7) tells us to disregard, each with its limb and the day from which the limb stands."""

_S93 = Cited((r"\b(?:lga|local government act) 2003",), "93")
_S95 = Cited((r"\b(?:lga|local government act) 2003",), "95")
_LOCALISM = (r"\b(?:la|localism act) 2011",)
_GENERAL_POWER = (Cited(_LOCALISM, "1"), Cited(_LOCALISM, "3"))


_TO_ACT_ONLY = (
    Cited((r"\b(?:lga|local government act) 1972",), "111"),
    Cited((r"\b(?:lga|local government act) 2000",), "2"),
    Cited((r"\b(?:ta|transport act) 1968",), "10a"),
    Cited((r"\b(?:lta|local transport act) 2008",), "102b"),
    Cited((r"\b(?:ldedca|local democracy economic development and construction act) 2009",), "113a"),
    Cited((r"\b(?:lura|levelling up and regeneration act) 2023",), "49"),
)
"""Powers to act that say, or have been held, not to be powers to charge."""


def disregarded(citation: str, day: dt.date) -> str | None:
    """Give the limb of s.93(7) that tells us to disregard a prohibition on a day, if one does.

    >>> disregarded("s.113B(4) LDEDCA 2009", dt.date(2016, 1, 1))
    '93(7)(g)'
    >>> disregarded("Education Act 1996 s.451", dt.date(2016, 1, 1)) is None
    True
    """
    return next((each.limb for each in DISREGARDED if each.stands_on(day) and each.is_cited_in(citation)), None)


def might_be_disregarded(citation: str) -> bool:
    """Tell whether a citation names an Act that s.93(7) speaks of, without a section to tell by.

    >>> might_be_disregarded("the Local Government Act 1972"), might_be_disregarded("LGA 1972 s.111(3)")
    (True, False)
    """
    return not _SECTION.search(_plain(citation)) and any(each.names_act(citation) for each in DISREGARDED)


def is_section_93_or_its_like(citation: str) -> bool:
    """Tell whether a citation is of s.93 itself, or of the general power, which its rule leaves out of account.

    >>> is_section_93_or_its_like("Localism Act 2011 s.3"), is_section_93_or_its_like("LG(MP)A 1976 s.70")
    (True, False)
    """
    return any(each.is_cited_in(citation) for each in (_S93, *_GENERAL_POWER))


def is_no_authority_to_provide(citation: str) -> bool:
    """Tell whether a citation is of s.93 or s.95, neither of which is itself authority to provide a service.

    >>> is_no_authority_to_provide("Local Government Act 2003 s.93(1)")
    True
    """
    return _S93.is_cited_in(citation) or _S95.is_cited_in(citation)


def is_no_power_to_charge(citation: str) -> bool:
    """Tell whether a citation is of a power to act that is never by itself a power to charge.

    >>> is_no_power_to_charge("s.111 LGA 1972"), is_no_power_to_charge("LG(MP)A 1976 s.19")
    (True, False)
    """
    return any(each.is_cited_in(citation) for each in _TO_ACT_ONLY)


def year_of(citation: str) -> int | None:
    """Give the year of the enactment that a citation names, if it gives one.

    >>> year_of("Bus Services Act 2017 s.22")
    2017
    """
    years = _YEAR.findall(citation)
    return int(years[-1]) if years else None


def is_cited(provision: str, citation: str) -> bool:
    """Tell whether a citation names a provision, in whatever order: every word and number of the one is in the other.

    >>> is_cited("RTRA 1984 s.45", "section 45 of the RTRA 1984"), is_cited("RTRA 1984 s.45", "RTRA 1984 s.46")
    (True, False)
    """
    return _tokens(provision) <= _tokens(citation)


def has_section(citation: str) -> bool:
    """Tell whether a citation goes further than naming an Act.

    >>> has_section("LGA 1972 s.111"), has_section("Civic Restaurants Act 1947")
    (True, False)
    """
    return _SECTION.search(_plain(citation)) is not None


def _tokens(citation: str) -> frozenset[str]:
    words = re.findall(r"[a-z]+|\d+[a-z]*", _plain(citation).replace("(", " ").replace(")", " "))
    return frozenset(str(_SAME.get(word, word)) for word in words)


_SAME = {
    "section": "s",
    "sections": "s",
    "ss": "s",
    "sec": "s",
    "regulation": "reg",
    "article": "art",
    "schedule": "sch",
}
