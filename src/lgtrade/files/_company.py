"""Reading a trading company from a case file."""

from __future__ import annotations

from typing import Any

from lgtrade.authorities import Nation
from lgtrade.files._by_year import read_shares
from lgtrade.files._charge import Reads, read_charge
from lgtrade.files._table import REQUIRED, Table
from lgtrade.files._tariffs import read_supplied
from lgtrade.files._values import as_money
from lgtrade.issues import shown
from lgtrade.money import ZERO
from lgtrade.partnership import CompanyAccounts, CompanySale, CompanyYear, DividendPolicy, Recharge
from lgtrade.sources import Basis
from lgtrade.words import Words


def read_company_accounts(table: Table, source: Basis | None) -> CompanyAccounts | None:
    """Read who owns a company, what it earns and spends each year, and how much it pays out."""
    name, owners = table.text("name"), read_shares(table, "owners")
    opening, nation = table.money("opening", ZERO), table.choice("nation", Nation, None)
    policy = _policy(table.table("dividend"), source)
    prices = _prices(table.table("prices"), source)
    years = [_year(each, prices, source) for each in table.tables("year")]
    kept = tuple(year for year in years if year is not None)
    general = table.truth("general_power", default=False)
    return table.build(
        lambda: CompanyAccounts(name, owners, kept, policy, opening, nation, general_power=general)  # type: ignore[arg-type]  # built only if all was read
    )


def _policy(table: Table, source: Basis | None) -> DividendPolicy | None:
    share, target, basis = table.share("share", None), table.money("target", None), table.basis(source)
    return table.build(lambda: DividendPolicy(basis, share, target))


def _prices(table: Table, source: Basis | None) -> dict[str, Any]:
    prices = {name: read_charge(table.table(name), source, Reads.PRICE) for name in table.names()}
    table.build(lambda: None)
    return prices


def _year(table: Table, prices: dict[str, Any], source: Basis | None) -> CompanyYear | None:
    sales = [_sale(each, prices, source) for each in table.tables("sale")]
    year, income, costs = (
        table.year("year"),
        table.money("income", ZERO if sales else REQUIRED),
        table.money("costs", ZERO),
    )
    dividend = table.money("dividend", None)
    basis, tax, interest = table.basis(source), table.money("tax", ZERO), table.items("interest", as_money)
    recharges = [_recharge(each, source) for each in table.tables("recharge")]
    kept = tuple(recharge for recharge in recharges if recharge is not None)
    sold = tuple(sale for sale in sales if sale is not None)
    return table.build(lambda: CompanyYear(year, income, costs, basis, kept, interest, tax, sold, dividend))


def _sale(table: Table, prices: dict[str, Any], source: Basis | None) -> CompanySale | None:
    listed = table.text("price")
    if listed is not None and listed not in prices:
        found = Words("{name} is no price of the company", name=shown(listed))
        accepted = Words("one of: {names}", names=", ".join(map(shown, prices)) or "none is given")
        table.note("sale.price", "price", found, accepted)
    name, quantity, basis = table.text("name", listed), table.number("quantity"), table.basis(source)
    times, customer = table.whole("times", 1), table.text("customer", "")
    price = prices.get(listed or "")
    table.calls(occasion="", days="")
    table.stands_for("price", "indexation")
    table.stands_for("times", "pence")
    if price is None:
        table.spoil()  # it cannot be read, and that has been noted
    return table.build(lambda: CompanySale(name, price, quantity, basis, times, customer))  # type: ignore[arg-type]  # built only if all was read


def _recharge(table: Table, source: Basis | None) -> Recharge | None:
    owner, supplied = table.text("owner"), read_supplied(table, source)
    return table.build(lambda: Recharge(owner, supplied))  # type: ignore[arg-type]  # built only if all was read
