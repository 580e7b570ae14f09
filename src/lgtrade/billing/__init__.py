"""What is owed: yearly statements, and the numbered statements of an agreement over its life."""

from lgtrade.billing._book import StatementBook
from lgtrade.billing._issued import IssuedStatement, Owed, StatementKind
from lgtrade.billing._lines import EntryKind, Instalment, InterestDue, SimpleInterest, StatementEntry
from lgtrade.billing._statement import Statement, StatementLine, Usage, bill

__all__ = [
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
    "bill",
]
