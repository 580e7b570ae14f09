"""Best value in England, and its successors in Wales: improve continuously, and consult.

Local Government Act 1999 s.3 was wholly in force on 1 April 2000 (annotation at
https://legislation.gov.uk/ukpga/1999/27/part/I/crossheading/duties/2014-04-01, where s.3(1) to (3) were read). Wales
left it on 1 April 2010 for the Local Government (Wales) Measure 2009 s.2. From 1 April 2021 the 2021 Act Part 6
Chapter 1 governs Welsh county and county borough councils (s.113 takes them out of the Measure, s.169 takes out
National Park authorities, and neither is under Chapter 1); fire and rescue authorities stay under the Measure (note
to SI 2021/296 (W.), read at https://www.legislation.gov.uk/wsi/2021/296/note/made/data.xht). The words of the Measure
s.2 and of the 2021 Act s.89 are known from secondary sources only. In Peters v Haringey LBC the court said that the
council should have consulted when it first decided on its joint venture; the challenge was out of time.
"""

from __future__ import annotations

import datetime as dt

from lgtrade.answers import Answer, no, uncertain, unknown, yes
from lgtrade.authorities import AuthorityKind as Kind
from lgtrade.law.conditions import SEPARATE_BODIES
from lgtrade.law.definition import ENGLAND, ENGLAND_AND_WALES, WALES, Definition, Named, kinds
from lgtrade.law.definitions import COUNCILS_IN_ENGLAND, COUNCILS_IN_WALES
from lgtrade.law.enactments import LGA_1999, WALES_2021
from lgtrade.law.facts import Proposal
from lgtrade.law.overlay import Check, Keep, Overlay, Regime, Way, check
from lgtrade.law.overlay_enactments import PETERS, WELSH_MEASURE_2009
from lgtrade.sources import Provision

BEST_VALUE_SINCE = dt.date(2000, 4, 1)
WALES_LEFT = dt.date(2010, 4, 1)
WELSH_PERFORMANCE = dt.date(2021, 4, 1)
_LAST_FOR_WALES = dt.date(2010, 3, 31)
_LAST_FOR_PARISHES = dt.date(2008, 3, 31)
_LAST_UNDER_MEASURE = dt.date(2021, 3, 31)
_JOINT_AREAS = dt.date(2009, 12, 17)

BEST_VALUE_AUTHORITIES = Definition(
    LGA_1999.section("1"),
    "a best value authority",
    (
        Named(COUNCILS_IN_ENGLAND | kinds(Kind.GREATER_LONDON, Kind.BROADS, Kind.TRANSPORT_FOR_LONDON), ENGLAND),
        Named(kinds(Kind.FIRE, Kind.METROPOLITAN_FIRE, Kind.NATIONAL_PARK), ENGLAND),
        Named(kinds(Kind.LONDON_FIRE), ENGLAND, last=dt.date(2018, 3, 31)),
        Named(kinds(Kind.LONDON_FIRE), ENGLAND, since=dt.date(2018, 4, 1), question="unverified"),
        Named(kinds(Kind.WASTE_DISPOSAL, Kind.TRANSPORT), ENGLAND),
        Named(kinds(Kind.JOINT_WASTE), ENGLAND, since=dt.date(2008, 4, 1), question="unverified"),
        Named(kinds(Kind.COMBINED, Kind.ECONOMIC_PROSPERITY_BOARD), ENGLAND, since=_JOINT_AREAS),
        Named(kinds(Kind.COMBINED_COUNTY), ENGLAND, since=dt.date(2023, 12, 26)),
        Named(kinds(Kind.LONDON_DEVELOPMENT), ENGLAND, last=dt.date(2012, 3, 30)),
        Named(kinds(Kind.PARISH, Kind.PARISH_MEETING), ENGLAND, last=_LAST_FOR_PARISHES),
        Named(kinds(Kind.POLICE), ENGLAND_AND_WALES, last=dt.date(2012, 11, 21)),
        Named(COUNCILS_IN_WALES | kinds(Kind.FIRE, Kind.NATIONAL_PARK), WALES, last=_LAST_FOR_WALES),
        Named(kinds(Kind.COMMUNITY), WALES, last=_LAST_FOR_PARISHES),
    ),
)

WELSH_IMPROVEMENT_AUTHORITIES = Definition(
    WELSH_MEASURE_2009.section("1"),
    "a Welsh improvement authority",
    (
        Named(COUNCILS_IN_WALES | kinds(Kind.NATIONAL_PARK), WALES, last=_LAST_UNDER_MEASURE),
        Named(kinds(Kind.FIRE), WALES),
    ),
)

WELSH_COUNCILS = Definition(
    WALES_2021.section("89"),
    "a principal council under the performance duty",
    (Named(COUNCILS_IN_WALES, WALES),),
)


def _consultation(at: Provision, *, read: bool) -> Check:
    """Ask whether consultation was considered; `read` tells whether the provision's words have been read."""

    @check(at)
    def consultation_considered(case: Proposal) -> Answer:
        if case.best_value_consulted:
            return yes("It was considered whom to consult.")
        if case.best_value_consulted is None:
            if case.vehicle in SEPARATE_BODIES:
                template = "It has not been said whether consultation was considered before deciding on a {vehicle}."
                return unknown("best_value_consulted", template, vehicle=case.vehicle.value)
            return yes("Nothing is said against the consultation.", unless=("best_value_consulted",))
        if not read:
            return uncertain(
                "unverified", "It was not considered whom to consult; the words of the duty were not read."
            )
        return no("It was not considered whom to consult, and the duty is to consult in deciding how to fulfil it.")

    return consultation_considered


def _regime(  # noqa: PLR0913  # each says another thing of the duty
    since: dt.date,
    under: Provision,
    bodies: Definition,
    words: str,
    *,
    consult: Provision,
    last: dt.date | None = None,
    welsh: bool = True,
) -> Regime:
    return Regime(
        since=since,
        last=last,
        under=under,
        nations=WALES if welsh else ENGLAND_AND_WALES,
        bodies=bodies,
        ways=(Way((_consultation(consult, read=not welsh),)),),
        duties=(Keep("improvement", under, words),),
    )


BEST_VALUE = Overlay(
    code="BEST_VALUE",
    title="Best value",
    citations=(LGA_1999.section("3"), WELSH_MEASURE_2009.section("2"), WALES_2021.section("89")),
    sources=(PETERS,),
    regimes=(
        _regime(
            BEST_VALUE_SINCE,
            LGA_1999.section("3"),
            BEST_VALUE_AUTHORITIES,
            "Keep arrangements to secure continuous improvement, having regard to economy, efficiency and "
            "effectiveness.",
            consult=LGA_1999.section("3(2)"),
            welsh=False,
        ),
        _regime(
            WALES_LEFT,
            WELSH_MEASURE_2009.section("2"),
            WELSH_IMPROVEMENT_AUTHORITIES,
            "Keep arrangements to secure continuous improvement in the exercise of functions.",
            consult=WELSH_MEASURE_2009.section("5"),
        ),
        _regime(
            WELSH_PERFORMANCE,
            WALES_2021.section("89"),
            WELSH_COUNCILS,
            "Keep under review whether functions are exercised effectively and resources used economically, "
            "efficiently "
            "and effectively.",
            consult=WALES_2021.section("90"),
        ),
    ),
)
