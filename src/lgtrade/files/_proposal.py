"""Reading the facts of a proposal from a case file."""

from __future__ import annotations

from typing import Any

from lgtrade.answers import Verdict
from lgtrade.cases import Expectation
from lgtrade.files._particulars import read_particulars
from lgtrade.files._table import Table
from lgtrade.issues import InputError, Issue, shown
from lgtrade.law import FACTS, Form, Proposal, issues_on_day
from lgtrade.services import ServiceKind
from lgtrade.words import Words

_CITATION = Words("the provision in quotes, or false for none, or true for one not named")
_STAGES = ("decided", "agreed", "supplied")


def read_proposal(table: Table, service: ServiceKind | None) -> Proposal | None:
    """Read a proposal; a fact that the file leaves out has not been given."""
    on = table.day("on")
    then = None if on is None or any(issues_on_day(on)) else on
    supplier, customer = table.body("supplier", then), table.body("customer", then)
    stages = {name: table.day(name, None) for name in _STAGES}
    facts = table.table("facts")
    given: dict[str, Any] = {field.name: _fact(facts, field) for field in FACTS}
    facts.build(lambda: None)
    if service is None or on is None or supplier is None or customer is None or not table.ok:
        table.spoil()
        if on is not None:
            table.add(issues_on_day(on, supplier, customer))
        return None
    known = table.additions
    if given["designation"] is None:
        given["designation"] = known.designations.get(customer.name)
    if given["eligibility"] is None:
        given["eligibility"] = known.eligibility.get(supplier.name)
    given |= stages
    return table.attempt("", lambda: Proposal(on=on, supplier=supplier, customer=customer, service=service, **given))


def _fact(facts: Table, field: Any) -> Any:
    """Read one fact, in the form in which it is given."""
    name, form, kind = field.name, field.metadata["form"], field.metadata["kind"]
    if form is Form.CHOICE:
        return facts.choice(name, kind, None)
    if form is Form.CITATION:
        return facts.read(name, _cited, _CITATION, None)
    if form is Form.DAY:
        return facts.day(name, None)
    if form is Form.TRUTH:
        return facts.truth(name, None)
    return _particulars(facts, name, kind)


def _cited(value: Any) -> str | bool:
    if isinstance(value, bool):
        return value
    if type(value) is str and value.strip() and value.isprintable() and len(value) <= 200:  # noqa: PLR2004
        return value
    raise InputError([Issue("type", "", Words("{value} is not a citation", value=shown(value)), _CITATION)])


def _particulars(facts: Table, name: str, kind: type) -> Any:
    """Read a table of facts, or ``false`` for none, or a bare ``true``; nothing if it is not there."""
    given = facts.take(name, None, accepts=Words("a table"))
    if isinstance(given, bool):
        return given
    return read_particulars(facts.table(name), kind) if name in facts else None


def read_expectation(table: Table) -> Expectation | None:
    """Read what is expected of the opinion on a proposal."""
    verdict, overall = table.choice("verdict", Verdict, None), table.choice("overall", Verdict, None)
    available, questions = table.texts("available"), table.texts("questions")
    powers, overlays = table.table("powers"), table.table("overlays")
    excluded, why = table.table("excluded_by"), table.text("why", "")
    given: dict[str, Any] = {
        "powers": {name: powers.text(name) for name in powers.names()},
        "overlays": {name: overlays.text(name) for name in overlays.names()},
        "excluded_by": {name: excluded.texts(name) for name in excluded.names()},
    }
    return table.build(
        lambda: Expectation(
            verdict=verdict, overall=overall, available=available, questions=questions, why=why, **given
        )
    )
