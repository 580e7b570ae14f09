"""What is owed: yearly statements, and the numbered statements of an agreement over its life."""

from lgtrade.billing._book import StatementBook
from lgtrade.billing._issued import IssuedStatement, Owed, StatementKind
from lgtrade.billing._lines import (
    ChargeElement,
    EntryKind,
    Instalment,
    InterestDue,
    SimpleInterest,
    StatementEntry,
    VatLiability,
    VatRounded,
    VatRounding,
    VatTreatment,
)
from lgtrade.billing._statement import Statement, StatementLine, Usage, bill

__all__ = [
    "ChargeElement",
    "EntryKind",
    "Instalment",
    "InterestDue",
    "IssuedStatement",
    "Owed",
    "SimpleInterest",
    "Statement",
    "StatementBook",
    "StatementEntry",
    "StatementKind",
    "StatementLine",
    "Usage",
    "VatLiability",
    "VatRounded",
    "VatRounding",
    "VatTreatment",
    "bill",
]
