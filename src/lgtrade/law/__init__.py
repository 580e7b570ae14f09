"""May they? The powers to supply, to charge and to trade, as the law stood on a day."""

from lgtrade.law.enactments import KNOWN_FROM, KNOWN_TO
from lgtrade.law.facts import (
    BusinessCase,
    Category,
    Designation,
    Proposal,
    Purpose,
    Vehicle,
    asks,
    issues_on_day,
)
from lgtrade.law.opinion import FactToSettle, Opinion, Receipt, assess
from lgtrade.law.power import Finding, Outcome, Price
from lgtrade.law.powers import POWERS
from lgtrade.law.questions import Question, every_question, question

__all__ = [
    "KNOWN_FROM",
    "KNOWN_TO",
    "POWERS",
    "BusinessCase",
    "Category",
    "Designation",
    "FactToSettle",
    "Finding",
    "Opinion",
    "Outcome",
    "Price",
    "Proposal",
    "Purpose",
    "Question",
    "Receipt",
    "Vehicle",
    "asks",
    "assess",
    "every_question",
    "issues_on_day",
    "question",
]
