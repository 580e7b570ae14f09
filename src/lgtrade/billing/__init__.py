"""What is owed: the use of a service in a year, priced line by line, on a statement that adds up."""

from lgtrade.billing._statement import Statement, StatementLine, Usage, bill

__all__ = ["Statement", "StatementLine", "Usage", "bill"]
