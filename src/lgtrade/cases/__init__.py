"""A whole case: the facts of a supply from end to end, and what every room makes of them."""

from lgtrade.cases._case import Case
from lgtrade.cases._check import Difference, Expectation, differences
from lgtrade.cases._entries import AccountTerms, Estimate, IncomeLine, NamedProposal, Published, Supply
from lgtrade.cases._work import Comparison, Figure, NamedOpinion, WorkedCase, check, work_out

__all__ = [
    "AccountTerms",
    "Case",
    "Comparison",
    "Difference",
    "Estimate",
    "Expectation",
    "Figure",
    "IncomeLine",
    "NamedOpinion",
    "NamedProposal",
    "Published",
    "Supply",
    "WorkedCase",
    "check",
    "differences",
    "work_out",
]
