"""Best value: who is under which duty on which day, and whether consultation was considered."""

from __future__ import annotations

from typing import Any

import pytest
from tests.law.overlays.cases import (
    CLEAR,
    DEPENDS,
    FIFE,
    LICHFIELD,
    MORAY,
    NOT_IN_POINT,
    POWYS,
    STOPS,
    UNCERTAIN,
    look,
    words,
)

from lgtrade.authorities import Authority, AuthorityKind, Nation
from lgtrade.law.facts import Vehicle
from lgtrade.law.overlays.best_value import BEST_VALUE

PARISH = Authority("a parish council", AuthorityKind.PARISH, Nation.ENGLAND)
WELSH_FIRE = Authority("a Welsh fire authority", AuthorityKind.FIRE, Nation.WALES)
WELSH_PARK = Authority("a Welsh park authority", AuthorityKind.NATIONAL_PARK, Nation.WALES)
WELSH_POLICE = Authority("a Welsh police authority", AuthorityKind.POLICE, Nation.WALES)
COMMISSIONER = Authority("a commissioner", AuthorityKind.POLICE_AND_CRIME_COMMISSIONER, Nation.ENGLAND)

WHO: list[tuple[Authority, str, str | None]] = [
    (LICHFIELD, "2000-03-31", None),
    (LICHFIELD, "2000-04-01", "LGA 1999 s.3"),
    (LICHFIELD, "2026-01-01", "LGA 1999 s.3"),
    (PARISH, "2008-03-31", "LGA 1999 s.3"),
    (PARISH, "2008-04-01", None),
    (POWYS, "2010-03-31", "LGA 1999 s.3"),
    (POWYS, "2010-04-01", "LG(W)M 2009 s.2"),
    (POWYS, "2021-03-31", "LG(W)M 2009 s.2"),
    (POWYS, "2021-04-01", "LGE(W)A 2021 s.89"),
    (WELSH_FIRE, "2010-03-31", "LGA 1999 s.3"),
    (WELSH_FIRE, "2022-01-01", "LG(W)M 2009 s.2"),
    (WELSH_PARK, "2021-03-31", "LG(W)M 2009 s.2"),
    (WELSH_PARK, "2021-04-01", None),
    (WELSH_POLICE, "2012-11-21", "LGA 1999 s.3"),
    (COMMISSIONER, "2013-01-01", None),
    (FIFE, "2013-01-01", None),
]


@pytest.mark.parametrize(("supplier", "on", "under"), WHO)
def test_who_is_under_which_duty(supplier: Authority, on: str, under: str | None) -> None:
    finding = look(BEST_VALUE, on, supplier=supplier, customer=MORAY)
    assert (finding.under and finding.under.short) == under
    assert finding.outcome is (NOT_IN_POINT if under is None else CLEAR)
    assert bool(finding.duties) is (under is not None)


def test_it_says_why_it_does_not_arise() -> None:
    assert words(look(BEST_VALUE, "2008-04-01", supplier=PARISH)) == [
        "No parish council is a best value authority after 31 March 2008."
    ]
    assert words(look(BEST_VALUE, "2000-03-31")) == ["Not in force until 1 April 2000."]
    assert words(look(BEST_VALUE, "2020-01-01", supplier=FIFE)) == ["It does not extend to Scotland."]


CONSULTED: list[tuple[Authority, dict[str, Any], Any]] = [
    (LICHFIELD, {"best_value_consulted": True, "vehicle": Vehicle.LLP}, CLEAR),
    (LICHFIELD, {"best_value_consulted": False, "vehicle": Vehicle.LLP}, STOPS),
    (LICHFIELD, {"vehicle": Vehicle.LLP}, DEPENDS),
    (LICHFIELD, {"vehicle": Vehicle.DIRECT}, CLEAR),
    (POWYS, {"best_value_consulted": False}, UNCERTAIN),
    (POWYS, {"best_value_consulted": True}, CLEAR),
]


@pytest.mark.parametrize(("supplier", "facts", "outcome"), CONSULTED)
def test_a_joint_venture_ought_to_be_consulted_on_first(
    supplier: Authority, facts: dict[str, Any], outcome: object
) -> None:
    assert look(BEST_VALUE, "2017-07-03", supplier=supplier, **facts).outcome is outcome


def test_a_combined_authority_before_its_day_in_the_act_is_none() -> None:
    combined = Authority("a combined authority", AuthorityKind.COMBINED, Nation.ENGLAND)
    assert look(BEST_VALUE, "2009-12-16", supplier=combined).outcome is NOT_IN_POINT
    assert look(BEST_VALUE, "2009-12-17", supplier=combined).outcome is CLEAR
