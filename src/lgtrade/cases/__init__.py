"""A whole case: the facts of a supply from end to end, and what every room makes of them."""

from lgtrade.cases._accounts import AccountTerms, IncomeKind, IncomeLine
from lgtrade.cases._case import Case
from lgtrade.cases._check import Difference, Expectation, differences
from lgtrade.cases._compare import Comparison, Published, compare
from lgtrade.cases._entries import Estimate, NamedProposal, Supply
from lgtrade.cases._work import NamedOpinion, WorkedCase, check, work_out
from lgtrade.cases._workings import KINDS, Working, kind_of

__all__ = [
    "KINDS",
    "AccountTerms",
    "Case",
    "Comparison",
    "Difference",
    "Estimate",
    "Expectation",
    "IncomeKind",
    "IncomeLine",
    "NamedOpinion",
    "NamedProposal",
    "Published",
    "Supply",
    "WorkedCase",
    "Working",
    "check",
    "compare",
    "differences",
    "kind_of",
    "work_out",
]
