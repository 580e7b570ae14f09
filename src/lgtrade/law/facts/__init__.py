"""The facts that the law asks for, and in what form each is given."""

from lgtrade.law.facts._additions import NO_ADDITIONS, Additions
from lgtrade.law.facts._choices import Category, Purpose, Vehicle
from lgtrade.law.facts._overlay_facts import Assistance, Award, Competition, LegalWork, Vat
from lgtrade.law.facts._particulars import ENGLISH_HEADS, WELSH_HEADS, BusinessCase, Designation, Eligibility
from lgtrade.law.facts._proposal import FACTS, Form, Proposal, asks, issues_on_day
from lgtrade.law.facts._purchase import Company, ContractKind, Owner, OwnerKind, Procurement, Route

__all__ = [
    "ENGLISH_HEADS",
    "FACTS",
    "NO_ADDITIONS",
    "WELSH_HEADS",
    "Additions",
    "Assistance",
    "Award",
    "BusinessCase",
    "Category",
    "Company",
    "Competition",
    "ContractKind",
    "Designation",
    "Eligibility",
    "Form",
    "LegalWork",
    "Owner",
    "OwnerKind",
    "Procurement",
    "Proposal",
    "Purpose",
    "Route",
    "Vat",
    "Vehicle",
    "asks",
    "issues_on_day",
]
