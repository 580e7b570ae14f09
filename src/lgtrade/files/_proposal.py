"""Reading the facts of a proposal from a case file."""

from __future__ import annotations

from typing import Any

from lgtrade.files._table import Table
from lgtrade.issues import InputError, Issue, shown
from lgtrade.law import BusinessCase, Category, Designation, Proposal, Purpose, Vehicle, issues_on_day
from lgtrade.services import ServiceKind, Subject
from lgtrade.words import Words

_PLAIN = (
    "required_for_customer",
    "customer_agreed",
    "within_ordinary_functions",
    "eligible_parish",
    "acting_as_fire_authority",
    "begun_while_qualifying",
    "company_pays_costs",
    "charges_exceed_costs",
)
_CITED = ("authorised_by", "other_power_to_charge", "prohibited_by", "other_commercial_power")
_CITATION = Words("the provision in quotes, or false for none, or true for one not named")


def read_proposal(table: Table, service: ServiceKind | None) -> Proposal | None:
    """Read a proposal; a fact that the file leaves out has not been given."""
    on, supplier, customer = table.day("on"), table.body("supplier"), table.body("customer")
    facts = table.table("facts")
    given: dict[str, Any] = {
        "purpose": facts.choice("purpose", Purpose, None),
        "vehicle": facts.choice("vehicle", Vehicle, None),
        "category": facts.choice("category", Category, None),
        "business_case": _none_or(facts, "business_case", _business_case),
        "designation": _none_or(facts, "designation", _designation),
    }
    given |= {name: facts.truth(name, None) for name in _PLAIN}
    given |= {name: facts.read(name, _cited, _CITATION, None) for name in _CITED}
    facts.build(lambda: None)
    if service is None or on is None or supplier is None or customer is None or not table.ok:
        table.spoil()
        if on is not None:
            table.add(issues_on_day(on, supplier, customer))
        return None
    return table.attempt("", lambda: Proposal(on=on, supplier=supplier, customer=customer, service=service, **given))


def _cited(value: Any) -> str | bool:
    if isinstance(value, bool):
        return value
    if type(value) is str and value.strip() and value.isprintable() and len(value) <= 200:  # noqa: PLR2004
        return value
    raise InputError([Issue("type", "", Words("{value} is not a citation", value=shown(value)), _CITATION)])


def _none_or(facts: Table, name: str, read: Any) -> Any:
    """Read a table, or ``false`` for none; nothing if it has not been said."""
    if facts.take(name, None, accepts=Words("a table")) is False:
        return False
    return read(facts.table(name)) if name in facts else None


def _business_case(table: Table) -> BusinessCase | None:
    prepared, approved = table.day("prepared", None), table.day("approved", None)
    heads = table.texts("heads")
    if heads is None:
        return table.build(lambda: BusinessCase(prepared, approved))
    return table.build(lambda: BusinessCase(prepared, approved, heads))


def _designation(table: Table) -> Designation | None:
    by, subjects = table.text("by"), table.texts("subjects")
    since, only = table.day("since", None), table.texts("only")
    known: dict[str, Subject] = {each.value: each for each in Subject}
    for number, subject in enumerate(subjects or ()):
        if subject not in known:
            accepted = Words("one of: {names}", names="; ".join(f'"{each}"' for each in known))
            table.note(
                "choice", f"subjects[{number}]", Words("{value} is not one of them", value=repr(subject)), accepted
            )
    allowed = (known[each] for each in subjects or ())
    return table.build(lambda: Designation(by, tuple(allowed), since, only or ()))
