"""What is not modelled, and to whom it could matter: said instead of a no that would be too sure."""

from __future__ import annotations

import datetime as dt

import attrs

from lgtrade.authorities import AuthorityKind, Nation
from lgtrade.law.facts import Proposal, Purpose


@attrs.frozen
class Gap:
    """Provisions that are not modelled and might give a power.

    Args:
        provisions: what they are, as cited.
        nation: where they apply.
        kinds: to which kinds of supplier; to all if empty.
        since: the first day on which they could matter.
        last: the last day; none if they still can.
        purpose: only for this purpose; none for any.
    """

    provisions: str
    nation: Nation
    kinds: frozenset[AuthorityKind] = frozenset()
    since: dt.date = dt.date(1970, 1, 1)
    last: dt.date | None = None
    purpose: Purpose | None = None

    def concerns(self, case: Proposal) -> bool:
        """Tell whether they could matter to a proposal."""
        supplier = case.supplier
        return (
            supplier.nation is self.nation
            and (not self.kinds or supplier.kind in self.kinds)
            and self.since <= case.on
            and (self.last is None or case.on <= self.last)
            and (self.purpose is None or case.purpose is self.purpose)
        )


FIRE = frozenset({AuthorityKind.FIRE, AuthorityKind.METROPOLITAN_FIRE})
_POLICE = frozenset({AuthorityKind.POLICE, AuthorityKind.POLICE_AND_CRIME_COMMISSIONER})
_WELSH_COUNCILS = frozenset({AuthorityKind.WELSH_COUNTY, AuthorityKind.WELSH_COUNTY_BOROUGH})
_ENGLISH_COUNCILS = frozenset(
    {
        AuthorityKind.COUNTY,
        AuthorityKind.DISTRICT,
        AuthorityKind.METROPOLITAN_DISTRICT,
        AuthorityKind.LONDON_BOROUGH,
        AuthorityKind.CITY_OF_LONDON,
        AuthorityKind.ISLES_OF_SCILLY,
    }
)

FIRE_CHARGES_SINCE = dt.date(2004, 10, 1)
"""SI 2004/2305 under FRSA 2004 s.19, and SI 2004/2307 (art.4 of the 2004 Order)."""

WELSH_GENERAL_POWER = "the Local Government and Elections (Wales) Act 2021 ss.24 to 27"

GAPS = (
    Gap(
        "the 1970 Act as modified for Scotland by the Local Government in Scotland Act 2003 s.8, ss.20 to 22 of that "
        "Act, and Scottish charging powers",
        Nation.SCOTLAND,
    ),
    Gap(
        "the Local Government Act (Northern Ireland) 1972 s.105 and the general power in the 2014 Act",
        Nation.NORTHERN_IRELAND,
    ),
    Gap("the Fire and Rescue Services Act 2004 s.19, then ss.5A and 18A", Nation.ENGLAND, FIRE, FIRE_CHARGES_SINCE),
    Gap("the Fire and Rescue Services Act 2004", Nation.WALES, FIRE, FIRE_CHARGES_SINCE),
    Gap(
        "the Police Act 1996 s.18 and the Police Reform and Social Responsibility Act 2011 s.15",
        Nation.ENGLAND,
        _POLICE,
    ),
    Gap(
        "the Police Act 1996 s.18 and the Police Reform and Social Responsibility Act 2011 s.15", Nation.WALES, _POLICE
    ),
    Gap(
        "the Local Democracy, Economic Development and Construction Act 2009 s.113A",
        Nation.ENGLAND,
        frozenset({AuthorityKind.COMBINED}),
    ),
    Gap(
        "the Levelling-up and Regeneration Act 2023 s.49",
        Nation.ENGLAND,
        frozenset({AuthorityKind.COMBINED_COUNTY}),
    ),
    Gap("the Greater London Authority Act 1999", Nation.ENGLAND, frozenset({AuthorityKind.GREATER_LONDON})),
    Gap(
        WELSH_GENERAL_POWER,
        Nation.WALES,
        _WELSH_COUNCILS,
        dt.date(2021, 11, 1),
    ),
    Gap(
        WELSH_GENERAL_POWER,
        Nation.WALES,
        frozenset({AuthorityKind.COMMUNITY}),
        dt.date(2022, 5, 5),
    ),
    Gap(
        "the powers of corporate joint committees",
        Nation.WALES,
        frozenset({AuthorityKind.CORPORATE_JOINT_COMMITTEE}),
    ),
    Gap(
        "the Localism Act 2011 s.1 by itself, used neither to charge nor for a commercial purpose",
        Nation.ENGLAND,
        _ENGLISH_COUNCILS,
        dt.date(2012, 2, 18),
        purpose=Purpose.PUBLIC,
    ),
)
"""Everything known to be missing that might support a proposal."""


def gaps_for(case: Proposal) -> tuple[Gap, ...]:
    """Give what is not modelled and might support a proposal."""
    return tuple(gap for gap in GAPS if gap.concerns(case))
