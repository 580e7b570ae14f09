"""What is not modelled, and to whom it could matter: said instead of a no that would be too sure."""

from __future__ import annotations

import datetime as dt

import attrs

from lgtrade.authorities import AuthorityKind, Nation
from lgtrade.law.definition import ONE_DAY, kinds
from lgtrade.law.definitions import FIRE, FIRE_CHARGES, GENERAL_POWER, POLICE, STRATEGIC
from lgtrade.law.facts import Proposal, Purpose
from lgtrade.services import Subject


@attrs.frozen
class Gap:
    """Provisions that are not modelled and might give a power.

    Args:
        provisions: what they are, as cited.
        nation: where they apply.
        kinds: to which kinds of supplier; to all if empty.
        since: the first day on which they could matter.
        last: the last day; none if they still can.
        subject: only for this subject; none for any.
        purpose: only for this purpose; none for any.
    """

    provisions: str
    nation: Nation
    kinds: frozenset[AuthorityKind] = frozenset()
    since: dt.date = dt.date(1970, 1, 1)
    last: dt.date | None = None
    subject: Subject | None = None
    purpose: Purpose | None = None

    def concerns(self, case: Proposal) -> bool:
        """Tell whether they could matter to a proposal."""
        supplier = case.supplier
        return (
            supplier.nation is self.nation
            and (not self.kinds or supplier.kind in self.kinds)
            and self.since <= case.on
            and (self.last is None or case.on <= self.last)
            and (self.subject is None or case.service.subject is self.subject)
            and (self.purpose is None or case.purpose in {None, self.purpose})
        )


_LONDON = kinds(AuthorityKind.GREATER_LONDON, AuthorityKind.TRANSPORT_FOR_LONDON, AuthorityKind.LONDON_DEVELOPMENT)

GAPS = (
    Gap("Scottish powers to charge outside the two Acts read here, as in LG(S)A 1973", Nation.SCOTLAND),
    Gap(
        "the general power in the Local Government Act (Northern Ireland) 2014 s.79, used otherwise than to charge",
        Nation.NORTHERN_IRELAND,
        since=dt.date(2015, 4, 1),
    ),
    Gap("the Greater London Authority Act 1999 ss.30 to 34A and Parts 4 and 5", Nation.ENGLAND, _LONDON),
    Gap(
        "the subsidiary power in each order that establishes a corporate joint committee, and SI 2021/1349 (W.) reg.13",
        Nation.WALES,
        kinds(AuthorityKind.CORPORATE_JOINT_COMMITTEE),
    ),
    Gap("the powers that the constituent authorities give it", Nation.ENGLAND, kinds(AuthorityKind.JOINT_COMMITTEE)),
    Gap("the powers that the constituent authorities give it", Nation.WALES, kinds(AuthorityKind.JOINT_COMMITTEE)),
    Gap(
        "the Fire Services Act 1947, and SI 2004/2304, which saved charges under it",
        Nation.ENGLAND,
        FIRE,
        last=dt.date(2005, 3, 31),
    ),
    Gap("the Fire Services Act 1947", Nation.WALES, FIRE, last=dt.date(2004, 11, 9)),
    Gap(
        "the Fire and Rescue Services Act 2004 s.16 (arrangements for discharge of functions by others)",
        Nation.ENGLAND,
        FIRE,
        since=FIRE_CHARGES,
        subject=Subject.FUNCTION,
    ),
    Gap(
        "the Fire and Rescue Services Act 2004 s.16 (arrangements for discharge of functions by others)",
        Nation.WALES,
        FIRE,
        since=dt.date(2004, 11, 10),
        subject=Subject.FUNCTION,
    ),
    Gap(
        "the Fire and Rescue Services Act 2004 s.12 (staff or equipment for any person, for any purpose)",
        Nation.ENGLAND,
        FIRE,
        since=FIRE_CHARGES,
        purpose=Purpose.PUBLIC,
    ),
    Gap(
        "the Fire and Rescue Services Act 2004 s.12 (staff or equipment for any person, for any purpose)",
        Nation.WALES,
        FIRE,
        since=dt.date(2004, 11, 10),
        purpose=Purpose.PUBLIC,
    ),
    Gap(
        "SI 2012/1008 art.8, which kept the well-being power of eligible parish councils for a time",
        Nation.ENGLAND,
        kinds(AuthorityKind.PARISH),
        since=dt.date(2012, 4, 4),
        purpose=Purpose.PUBLIC,
    ),
    Gap(
        "the order that establishes it, which may give it functions and powers of its own",
        Nation.ENGLAND,
        STRATEGIC | kinds(AuthorityKind.ECONOMIC_PROSPERITY_BOARD),
        last=GENERAL_POWER - ONE_DAY,
    ),
    Gap(
        "the Police Act 1996 ss.25 and 26 (special police services)",
        Nation.ENGLAND,
        POLICE,
    ),
    Gap(
        "the Police Act 1996 ss.25 and 26 (special police services)",
        Nation.WALES,
        POLICE - kinds(AuthorityKind.POLICING_IN_LONDON),
    ),
    Gap(
        "the Police Act 1996 s.18, by which the Common Council as police authority may supply any person",
        Nation.ENGLAND,
        kinds(AuthorityKind.CITY_OF_LONDON),
        since=dt.date(1996, 8, 22),
    ),
    Gap(
        "the functions of fire and rescue and of policing that an order may give it",
        Nation.ENGLAND,
        STRATEGIC,
        since=dt.date(2017, 5, 8),
    ),
    Gap(
        "the Environment Act 1995 s.65 and Sch. 7 to 8 (powers of National Park authorities)",
        Nation.ENGLAND,
        kinds(AuthorityKind.NATIONAL_PARK),
    ),
    Gap(
        "the Environment Act 1995 s.65 and Sch. 7 to 8 (powers of National Park authorities)",
        Nation.WALES,
        kinds(AuthorityKind.NATIONAL_PARK),
    ),
)
"""Everything known to be missing that might support a proposal."""


def gaps_for(case: Proposal) -> tuple[Gap, ...]:
    """Give what is not modelled and might support a proposal."""
    return tuple(gap for gap in GAPS if gap.concerns(case))
