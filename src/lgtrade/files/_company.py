"""Reading a trading company from a case file."""

from __future__ import annotations

from lgtrade.authorities import Nation
from lgtrade.files._by_year import read_shares
from lgtrade.files._table import Table
from lgtrade.files._tariffs import read_supplied
from lgtrade.files._values import as_money
from lgtrade.money import ZERO, Share
from lgtrade.partnership import CompanyAccounts, CompanyYear, DividendPolicy, Recharge
from lgtrade.sources import Basis


def read_company_accounts(table: Table, source: Basis | None) -> CompanyAccounts | None:
    """Read who owns a company, what it earns and spends each year, and how much it pays out."""
    name, owners = table.text("name"), read_shares(table, "owners")
    opening, nation = table.money("opening", ZERO), table.choice("nation", Nation, None)
    policy = _policy(table.table("dividend"), source)
    years = [_year(each, source) for each in table.tables("year")]
    kept = tuple(year for year in years if year is not None)
    general = table.truth("general_power", default=False)
    return table.build(
        lambda: CompanyAccounts(name, owners, kept, policy, opening, nation, general_power=general)  # type: ignore[arg-type]  # built only if all was read
    )


def _policy(table: Table, source: Basis | None) -> DividendPolicy | None:
    share, target, basis = table.fraction("share", None), table.money("target", None), table.basis(source)
    return table.build(lambda: DividendPolicy(basis, None if share is None else Share(share), target))


def _year(table: Table, source: Basis | None) -> CompanyYear | None:
    year, income, costs = table.year("year"), table.money("income"), table.money("costs", ZERO)
    basis, tax, interest = table.basis(source), table.money("tax", ZERO), table.items("interest", as_money)
    recharges = [_recharge(each, source) for each in table.tables("recharge")]
    kept = tuple(recharge for recharge in recharges if recharge is not None)
    return table.build(lambda: CompanyYear(year, income, costs, basis, kept, interest, tax))


def _recharge(table: Table, source: Basis | None) -> Recharge | None:
    owner, supplied = table.text("owner"), read_supplied(table, source)
    return table.build(lambda: Recharge(owner, supplied))  # type: ignore[arg-type]  # built only if all was read
