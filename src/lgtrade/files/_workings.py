"""Reading the further parts of a case file, each kind by its own reader."""

from __future__ import annotations

from collections.abc import Callable

from lgtrade.cases import Working
from lgtrade.files._appraisal import read_appraisal
from lgtrade.files._budget import read_budget
from lgtrade.files._business_case import read_business_case
from lgtrade.files._catalogue import read_catalogue
from lgtrade.files._company import read_company_accounts
from lgtrade.files._costing import read_build_up, read_rate_card, read_unit_cost
from lgtrade.files._gains import read_gains
from lgtrade.files._leaving import read_exit
from lgtrade.files._monitoring import read_monitoring
from lgtrade.files._procurement import read_procurement
from lgtrade.files._savings import read_savings
from lgtrade.files._standards import read_benchmark, read_record
from lgtrade.files._statements import read_statements
from lgtrade.files._table import Table
from lgtrade.files._tariffs import read_company, read_indexation, read_recovery, read_tariff
from lgtrade.sources import Basis

READERS: dict[str, Callable[[Table, Basis | None], Working | None]] = {
    "tariff": read_tariff,
    "indexation": read_indexation,
    "at_cost": read_recovery,
    "company": read_company,
    "statements": read_statements,
    "budget": read_budget,
    "monitoring": read_monitoring,
    "standards": read_record,
    "benchmark": read_benchmark,
    "exit": read_exit,
    "gains": read_gains,
    "appraisal": read_appraisal,
    "procurement": read_procurement,
    "catalogue": read_catalogue,
    "build_up": read_build_up,
    "rate_card": read_rate_card,
    "unit_cost": read_unit_cost,
    "savings": read_savings,
    "business_case": read_business_case,
    "company_accounts": read_company_accounts,
}
"""For each kind of working, what reads one; the second argument is the basis of the whole file, if it could be read."""


def read_workings(table: Table, source: Basis | None) -> tuple[Working, ...]:
    """Read every further part of a case file, kind by kind."""
    read = (reader(each, source) for kind, reader in READERS.items() for each in table.tables(kind))
    return tuple(working for working in read if working is not None)
