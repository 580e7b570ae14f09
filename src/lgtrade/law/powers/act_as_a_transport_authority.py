"""Local Transport Act 2008 ss.102B and 102C, and Transport Act 1968 ss.10A and 10B: acting for functional purposes.

Integrated transport authorities have the one, passenger transport executives the other.
"""

from __future__ import annotations

from lgtrade.authorities import AuthorityKind
from lgtrade.law.definition import ENGLAND, Definition, Named, kinds
from lgtrade.law.definitions import GENERAL_POWER
from lgtrade.law.enactments import COMMENCEMENT_2012, TRANSPORT_1968, TRANSPORT_2008
from lgtrade.law.functional import functional_power

ACT_AS_A_TRANSPORT_AUTHORITY = functional_power(
    code="LTA2008_S102B",
    title="Act for the functions of an integrated transport authority, commercially through a company",
    citation=TRANSPORT_2008.section("102B"),
    bodies=Definition(
        TRANSPORT_2008.section("102B(1)"),
        "an integrated transport authority",
        (Named(kinds(AuthorityKind.TRANSPORT), ENGLAND),),
    ),
    since=GENERAL_POWER,
    commencement=COMMENCEMENT_2012.article("2"),
    company=TRANSPORT_2008.section("102C(6)"),
    required=TRANSPORT_2008.section("102C(5)"),
    no_charge=TRANSPORT_2008.section("102C(4)"),
)

ACT_AS_A_TRANSPORT_EXECUTIVE = functional_power(
    code="TA1968_S10A",
    title="Act for the functions of a passenger transport executive, commercially through a company",
    citation=TRANSPORT_1968.section("10A"),
    bodies=Definition(
        TRANSPORT_1968.section("10A(1)"),
        "a passenger transport executive",
        (Named(kinds(AuthorityKind.TRANSPORT_EXECUTIVE), ENGLAND),),
    ),
    since=GENERAL_POWER,
    commencement=COMMENCEMENT_2012.article("2"),
    company=TRANSPORT_1968.section("10B(6)"),
    required=TRANSPORT_1968.section("10B(5)"),
    no_charge=TRANSPORT_1968.section("10B(4)"),
)
