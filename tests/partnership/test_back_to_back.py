from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lgtrade.billing import StatementBook
from lgtrade.calendar import FinancialYear
from lgtrade.charging import VatLiability, VatTreatment
from lgtrade.costing import ApportionmentKey
from lgtrade.money import Money, Share, total
from lgtrade.partnership import back_to_back
from lgtrade.sources import Assumption
from lgtrade.strategies import apportionment_keys, statement_books

BASIS = Assumption("made up to be tested")
STANDARD = VatTreatment(VatLiability.STANDARD_RATED, BASIS, Share("20%"))
YEAR = FinancialYear(2025)


@given(statement_books(min_statements=1), apportionment_keys(st.sampled_from(["North", "South", "West"])))
def test_what_the_partners_bear_is_what_the_outside_supplier_is_owed(
    book: StatementBook, key: ApportionmentKey
) -> None:
    shared = back_to_back(book.statements, key, BASIS)
    assert -total(shared.net(partner) for partner in shared.partners) == book.owed().gross
    assert back_to_back([book.owed()], key, BASIS) == shared


def test_a_joint_contract_of_120000_with_vat_and_a_credit_is_shared_by_households() -> None:
    book = StatementBook("JC1", YEAR.period, STANDARD).issue_estimate("2025-04-01", YEAR, Money.pounds(100_000))
    book = book.credit([("Missed collections", Money.pounds(500))]).true_up("2026-05-01", YEAR, Money.pounds(100_000))
    households = ApportionmentKey("households", {"North": 40_000, "South": 60_000}, BASIS)
    shared = back_to_back(book.statements, households, BASIS)
    assert {partner: -shared.net(partner) for partner in shared.partners} == {
        "North": Money.pounds(47_760),
        "South": Money.pounds(71_640),
    }
