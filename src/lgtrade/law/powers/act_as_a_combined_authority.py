"""Local Democracy, Economic Development and Construction Act 2009 ss.113A and 113B: acting for functional purposes.

Combined authorities and economic prosperity boards have it. For a charge that only recovers cost the Act points to
section 93 of the 2003 Act.
"""

from __future__ import annotations

from lgtrade.authorities import AuthorityKind
from lgtrade.law.definition import ENGLAND, Definition, Named, kinds
from lgtrade.law.definitions import GENERAL_POWER
from lgtrade.law.enactments import COMMENCEMENT_2012
from lgtrade.law.enactments import LDEDCA_2009 as ACT
from lgtrade.law.functional import functional_power

ACT_AS_A_COMBINED_AUTHORITY = functional_power(
    code="LDEDCA2009_S113A",
    title="Act for the functions of a combined authority, commercially through a company",
    citation=ACT.section("113A"),
    bodies=Definition(
        ACT.section("113A(1)"),
        "a combined authority or an economic prosperity board",
        (Named(kinds(AuthorityKind.COMBINED, AuthorityKind.ECONOMIC_PROSPERITY_BOARD), ENGLAND),),
    ),
    since=GENERAL_POWER,
    commencement=COMMENCEMENT_2012.article("2"),
    company=ACT.section("113B(6)"),
    required=ACT.section("113B(5)"),
    no_charge=ACT.section("113B(4)"),
)
