"""A whole case: the facts of a supply from end to end, and what every room makes of them."""

from lgtrade.cases._case import AccountTerms, Case, Estimate, IncomeLine, NamedProposal, Published, Supply
from lgtrade.cases._work import Comparison, Figure, NamedOpinion, WorkedCase, work_out

__all__ = [
    "AccountTerms",
    "Case",
    "Comparison",
    "Estimate",
    "Figure",
    "IncomeLine",
    "NamedOpinion",
    "NamedProposal",
    "Published",
    "Supply",
    "WorkedCase",
    "work_out",
]
