"""Levelling-up and Regeneration Act 2023 ss.49 and 50: combined county authorities, for their functions."""

from __future__ import annotations

import datetime as dt

from lgtrade.authorities import AuthorityKind
from lgtrade.law.definition import ENGLAND, Definition, Named, kinds
from lgtrade.law.enactments import LEVELLING_UP_2023 as ACT
from lgtrade.law.functional import functional_power

ACT_AS_A_COMBINED_COUNTY_AUTHORITY = functional_power(
    code="LURA2023_S49",
    title="Act for the functions of a combined county authority, commercially through a company",
    citation=ACT.section("49"),
    bodies=Definition(
        ACT.section("49(1)"), "a combined county authority", (Named(kinds(AuthorityKind.COMBINED_COUNTY), ENGLAND),)
    ),
    since=dt.date(2023, 12, 26),
    commencement=ACT.section("255(2)(c)"),
    company=ACT.section("50(6)"),
    required=ACT.section("50(5)"),
    no_charge=ACT.section("50(4)"),
)
