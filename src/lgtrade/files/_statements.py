"""Reading the statements of an agreement from a case file: each is issued in turn, as the parties issued it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from lgtrade.billing import SimpleInterest, StatementBook, StatementKind
from lgtrade.charging import ChargeElement, VatLiability, VatRounded, VatRounding, VatTreatment
from lgtrade.files._table import Table
from lgtrade.issues import InputError
from lgtrade.money import HALF_UP
from lgtrade.sources import Basis
from lgtrade.words import Words

_Step: TypeAlias = Callable[[StatementBook], StatementBook]


def read_statements(table: Table, source: Basis | None) -> StatementBook | None:
    """Read an agreement's terms of billing, and issue its statements one after another."""
    reference, term, basis = table.text("reference"), table.period(), table.basis(source)
    usual: Any = _treatment(table, basis, None)
    rate, by = table.share("interest", None), table.choice("vat_rounded", VatRounded, VatRounded.BY_LINE)
    steps = [_step(each, usual, basis) for each in table.tables("issue")]

    def issue_all() -> StatementBook:
        interest = None if rate is None else SimpleInterest(rate, _outside(basis), basis)
        book = StatementBook(reference, term, usual, interest=interest, vat_rounding=VatRounding(by, HALF_UP))
        for number, step in enumerate(steps):
            book = _issue(book, step, f"issue[{number}]")
        return book

    return table.build(issue_all)


def _issue(book: StatementBook, step: Any, place: str) -> StatementBook:
    try:
        issued: StatementBook = step(book)
    except InputError as error:
        raise InputError(issue.under(place) for issue in error.issues) from None
    return issued


def _treatment(table: Table, basis: Any, default: VatTreatment | None) -> VatTreatment | None:
    """Read how a sum is treated for VAT; where nothing is said, by the default, or outside the scope."""
    if "vat" not in table:
        table.choice("vat", VatLiability, None)
        table.share("vat_rate", None)
        return default or _outside(basis)
    liability: Any = table.choice("vat", VatLiability)
    rate = table.share("vat_rate", None)

    def make() -> VatTreatment:
        return VatTreatment(liability, basis, rate)

    return None if liability is None else table.attempt("vat", make)


def _outside(basis: Any) -> VatTreatment:
    return VatTreatment(VatLiability.OUTSIDE_SCOPE, basis)


def _step(table: Table, treatment: Any, basis: Any) -> _Step | None:
    kind: Any = table.choice("kind", StatementKind)
    day, year, until = table.day("on"), table.year("year"), table.day("until", None)
    reason, due = table.text("reason", ""), table.days("due")
    elements = [_element(each, treatment, basis) for each in table.tables("element")]
    credited = [_element(each, treatment, basis) for each in table.tables("credit")]
    late = [_late(each) for each in table.tables("late")]

    def step(book: StatementBook) -> StatementBook:
        for principal, due_on, paid in late:
            book = book.charge_interest(principal, due_on, paid)
        if kind is StatementKind.ESTIMATE:
            return book.issue_estimate(day, year, elements, due=due, credits=credited)
        if kind is StatementKind.REVISION:
            return book.revise_estimate(day, year, elements, reason, credits=credited)
        if kind is StatementKind.ACTUAL:
            return book.true_up(day, year, elements, due=due, credits=credited, until=until)
        return book.correct(day, year, elements, reason, credits=credited)

    return table.build(lambda: step)


def _element(table: Table, treatment: VatTreatment | None, basis: Any) -> Any:
    name, amount = table.text("name"), table.money("amount")
    treated: Any = _treatment(table, basis, treatment)
    return table.build(lambda: ChargeElement(Words("{name}", name=name), amount, treated))


def _late(table: Table) -> Any:
    principal, due, paid = table.money("principal"), table.day("due"), table.day("paid")
    return table.build(lambda: (principal, due, paid))
