"""Fire and Rescue Services Act 2004 ss.5A and 5B: what a fire and rescue authority may do for its functions.

It may do it commercially, through a company; it is not a power to charge otherwise (section 18A is).
"""

from __future__ import annotations

from lgtrade.law.definitions import FIRE_AUTHORITIES_NOT_COUNCILS, GENERAL_POWER
from lgtrade.law.enactments import COMMENCEMENT_2012
from lgtrade.law.enactments import FIRE_2004 as ACT
from lgtrade.law.functional import functional_power
from lgtrade.law.power import duty
from lgtrade.words import Words

ACT_FOR_FIRE_PURPOSES = functional_power(
    code="FRSA2004_S5A",
    title="Act for the functions of a fire and rescue authority, commercially through a company",
    citation=ACT.section("5A"),
    bodies=FIRE_AUTHORITIES_NOT_COUNCILS,
    since=GENERAL_POWER,
    commencement=COMMENCEMENT_2012.article("2"),
    company=ACT.section("5B(6)"),
    required=ACT.section("5B(5)"),
    no_charge=ACT.section("5B(4)"),
    duties=(
        duty(
            "overlapped_restrictions",
            ACT.section("5B(2)"),
            Words("Keep every restriction on an older power that covers the same thing."),
        ),
        duty(
            "no_commercial_charge_for_emergencies",
            ACT.section("5B(7)"),
            Words("Charge commercially for nothing that section 18B puts beyond a charge."),
        ),
    ),
)
