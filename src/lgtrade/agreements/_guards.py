"""The guards of the moves: named conditions, answered with a reason and, where the law is the ground, a citation.

A guard yields an answer for every condition that it asks. What the law asks of the power on which an agreement rests
is not written here again: it is the finding of that power on the day of the move.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import attrs

from lgtrade.agreements._agreement import Agreement
from lgtrade.agreements._lifecycle import Move
from lgtrade.answers import Answer, Verdict, no, uncertain, unknown, yes
from lgtrade.authorities import Authority
from lgtrade.calendar import add_months
from lgtrade.law import KNOWN_FROM, KNOWN_TO, Proposal, assess

if TYPE_CHECKING:
    from lgtrade.agreements._life import Life

Guard = Callable[["Life", dt.date, str], Iterator[Answer]]


def parties_exist(life: Life, on: dt.date, _reason: str) -> Iterator[Answer]:
    """Every authority that is a party exists on the day, and is no longer a shadow."""
    for party in life.in_force(on).parties:
        absent = party.body.absence(on) if isinstance(party.body, Authority) else None
        if absent is not None:
            yield no("{found}; accepted is {accepted}.", found=absent.found, accepted=absent.accepted)
        else:
            yield yes("{name} exists.", name=party.body.name)


def power_is_available(life: Life, on: dt.date, _reason: str) -> Iterator[Answer]:
    """The power on which the agreement rests is available on the day: every condition, and no duty that is broken."""
    if life.receipt is None:
        yield unknown("receipt", "It has not been said on which power, and on which facts, the agreement rests.")
        return
    agreement = life.in_force(on)
    cases = [receipt.proposal for receipt in (life.receipt, *life.further_receipts)]
    yield from (_is_on_this(case, agreement) for case in cases)
    for kind in agreement.services[1:]:
        if kind not in [case.service for case in cases]:
            yield unknown("receipt", "No opinion was taken on {service}.", service=kind.name)
    if not KNOWN_FROM <= on <= KNOWN_TO:
        yield uncertain("unverified", "The law is known to {last}, and not on {on}.", last=KNOWN_TO, on=on)
        return
    for case in cases:
        finding = assess(attrs.evolve(case, on=on, decided=None, agreed=None, supplied=None))[life.power]
        yield from finding.answers
        yield from (duty for duty in finding.duties if duty.verdict is Verdict.NO)


def _is_on_this(case: Proposal, agreement: Agreement) -> Answer:
    """Tell whether an opinion was on what was agreed: a service, the customer, and a party that supplies it."""
    bodies = [party.body for party in agreement.parties]
    if case.supplier in bodies and case.customer == agreement.customer and case.service in agreement.services:
        return yes("The opinion is on this supply.")
    template = "The opinion is on {service} from {supplier} to {customer}, and not on this supply."
    return no(template, service=case.service.name, supplier=case.supplier.name, customer=case.customer.name)


def reason_is_given(_life: Life, _on: dt.date, reason: str) -> Iterator[Answer]:
    """A reason is given."""
    yield yes("The reason: {reason}.", reason=reason) if reason.strip() else no("No reason is given.")


def replacement_is_named(life: Life, _on: dt.date, reason: str) -> Iterator[Answer]:
    """The agreement that takes its place is named, and is another."""
    if reason.strip() == life.agreement.reference:
        yield no("{reason} is this agreement itself.", reason=reason)
    elif reason.strip():
        yield yes("{reason} takes its place.", reason=reason)
    else:
        yield no("The agreement that takes its place is not named.")


def term_has_begun(life: Life, on: dt.date, _reason: str) -> Iterator[Answer]:
    """The day is within the term."""
    term = life.in_force(on).term
    if term.first <= on <= term.last:
        yield yes("{on} is within the term.", on=on)
    else:
        yield no("{on} is not within the term, {term}.", on=on, term=term)


def term_is_over(life: Life, on: dt.date, _reason: str) -> Iterator[Answer]:
    """The term is over."""
    last = life.in_force(on).term.last
    yield yes("The term ended on {last}.", last=last) if on > last else no("The term runs to {last}.", last=last)


def notice_is_agreed(life: Life, on: dt.date, _reason: str) -> Iterator[Answer]:
    """The agreement says how much notice ends it, and such notice can still end it before its term does."""
    terms = life.in_force(on).terms
    if terms.notice_months is None:
        yield unknown("notice_months", "It has not been agreed how much notice ends the agreement.")
        return
    ends, last = exit_day(life, on), life.in_force(on).term.last
    if ends is not None and ends > last:
        yield no(
            "Notice given on {on} would end it on {ends}, after its term ends on {last}.", on=on, ends=ends, last=last
        )
    elif ends is None:
        yield no("No break is left that notice of {months} months can reach.", months=terms.notice_months)
    else:
        yield yes("Notice given on {on} ends it on {ends}.", on=on, ends=ends)


def notice_has_run(life: Life, on: dt.date, _reason: str) -> Iterator[Answer]:
    """The notice that was given has run."""
    given = life.last(Move.GIVE_NOTICE)
    ends = None if given is None else exit_day(life, given.on)
    if ends is None:
        yield no("Notice has not been given.")
    elif on >= ends:
        yield yes("Notice ran to {ends}.", ends=ends)
    else:
        yield no("Notice runs to {ends}.", ends=ends)


def notice_is_running(life: Life, on: dt.date, _reason: str) -> Iterator[Answer]:
    """The notice that was given has not run."""
    given = life.last(Move.GIVE_NOTICE)
    ends = None if given is None else exit_day(life, given.on)
    if ends is not None and on >= ends:
        yield no("Notice ran to {ends}, and has ended the agreement.", ends=ends)
    else:
        yield yes("Notice is running.")


def was_not_suspended(life: Life, _on: dt.date, _reason: str) -> Iterator[Answer]:
    """The agreement was live when the notice was given; one that was suspended is resumed by itself."""
    before = [step.move for step in life.steps if step.move is not Move.WITHDRAW_NOTICE][:-1]
    if before and before[-1] is Move.SUSPEND:
        yield no("It was suspended when notice was given, and nobody has resumed it.")
    else:
        yield yes("It was live when notice was given.")


def exit_day(life: Life, given: dt.date) -> dt.date | None:
    """Give the day on which notice ends an agreement: when the notice agreed has run, or the next break after that.

    None if no notice was agreed, or no break is left.
    """
    terms = life.in_force(given).terms
    if terms.notice_months is None:
        return None
    runs = add_months(given, terms.notice_months).day
    if not terms.breaks:
        return runs
    return min((day for day in terms.breaks if day >= runs), default=None)


GUARDS: dict[Move, tuple[Guard, ...]] = {
    Move.MAKE_CASE: (),
    Move.APPROVE: (parties_exist,),
    Move.SEND_BACK: (reason_is_given,),
    Move.SIGN: (parties_exist, power_is_available),
    Move.START: (parties_exist, term_has_begun),
    Move.SUSPEND: (reason_is_given,),
    Move.RESUME: (parties_exist, term_has_begun),
    Move.GIVE_NOTICE: (notice_is_agreed,),
    Move.WITHDRAW_NOTICE: (reason_is_given, parties_exist, term_has_begun, notice_is_running, was_not_suspended),
    Move.EXIT: (notice_has_run,),
    Move.EXPIRE: (term_is_over,),
    Move.REPLACE: (replacement_is_named,),
}
"""What is asked before each move."""
