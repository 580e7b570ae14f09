"""An agreement that lives: what was done with it, how it was varied, and what may be done next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

import attrs

from lgtrade.agreements._agreement import Agreement
from lgtrade.agreements._board import Board
from lgtrade.agreements._guards import GUARDS, exit_day
from lgtrade.agreements._lifecycle import MOVES, Move, State, Step
from lgtrade.agreements._responsibilities import ResponsibilityMatrix
from lgtrade.agreements._standards import Indicator
from lgtrade.agreements._variations import Variation, in_force, issues_with
from lgtrade.answers import Answer, Combination, Verdict, combine, no, yes
from lgtrade.calendar import Period, as_day
from lgtrade.issues import InputError, Issue, refuse, wrong_type
from lgtrade.law import POWERS, Receipt
from lgtrade.words import Words

_CODES = frozenset(power.code for power in POWERS)


@attrs.frozen
class Life:
    """An agreement with its history. It never changes: a move or a variation gives a new one.

    Args:
        agreement: the agreement as first drafted.
        power: the code of the power on which it rests; empty if it has not been said.
        receipt: the receipt of the opinion on it; none if none was taken.
        steps: the moves that were made, in order.
        variations: the variations, in the order in which they were made.
        responsibilities: who does what under it; none if that was not agreed.
        boards: the boards that govern it.
        indicators: the standards to which it is performed.
        further_receipts: the receipts of the opinions on its further kinds of service.

    Raises:
        InputError: the steps could not have been made in that order, a power is not known, a responsibility or a seat
            is that of somebody who is no party, or a part is of the wrong type; all together.

    >>> from lgtrade.agreements import Party, Role
    >>> from lgtrade.authorities import find
    >>> from lgtrade.charging import AtCost
    >>> from lgtrade.services import ServiceKind
    >>> agreement = Agreement(
    ...     "HD1",
    ...     (Party(find("Lichfield"), Role.SUPPLIER), Party(find("Staffordshire Moorlands"), Role.CUSTOMER)),
    ...     ServiceKind("help-desk", "Help desk", unit="call"),
    ...     Period("2004-04-01", "2007-03-31"),
    ...     AtCost(),
    ... )
    >>> draft = Life(agreement)
    >>> draft.state.value, [str(answer.words) for answer in draft.may(Move.START, "2024-04-01").deciding][:1]
    ('draft', ['It is draft, and may start only when it is signed.'])
    """

    agreement: Agreement
    power: str = ""
    receipt: Receipt | None = None
    steps: tuple[Step, ...] = ()
    variations: tuple[Variation, ...] = ()
    responsibilities: ResponsibilityMatrix | None = None
    boards: tuple[Board, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    further_receipts: tuple[Receipt, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Refuse a history that cannot have been."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("agreement", self.agreement, Agreement, Words("an Agreement"))
        if self.receipt is not None:
            yield from wrong_type("receipt", self.receipt, Receipt, Words("a Receipt"))
        if (self.power or self.receipt is not None) and self.power not in _CODES:
            found = Words("no power has the code {code}", code=repr(self.power))
            yield Issue("life.power", "power", found, Words("the code of a power, as in LAGSA1970_S1"))
        wrong = list(self._wrong_types())
        yield from wrong
        if wrong or not isinstance(self.agreement, Agreement):
            return
        yield from self._issues_of_people()
        state, day = State.DRAFT, None
        for number, step in enumerate(self.steps):
            begins, ends = MOVES[step.move]
            if state not in begins or (day is not None and step.on < day):
                found = Words("it could not {move} on {on}", move=step.move.value, on=step.on)
                when = " or ".join(each.value for each in begins)
                yield Issue("life.step", f"steps[{number}]", found, Words("moves in order, from: {when}", when=when))
                return
            state, day = ends, step.on

    def _wrong_types(self) -> Iterator[Issue]:
        lists: tuple[tuple[str, tuple[object, ...], type], ...] = (
            ("steps", self.steps, Step),
            ("variations", self.variations, Variation),
            ("boards", self.boards, Board),
            ("indicators", self.indicators, Indicator),
            ("further_receipts", self.further_receipts, Receipt),
        )
        for place, values, kind in lists:
            for number, value in enumerate(values):
                yield from wrong_type(f"{place}[{number}]", value, kind, Words("a {kind}", kind=kind.__name__))
        if self.responsibilities is not None:
            accepted = Words("a ResponsibilityMatrix, or nothing")
            yield from wrong_type("responsibilities", self.responsibilities, ResponsibilityMatrix, accepted)

    def _issues_of_people(self) -> Iterator[Issue]:
        names = tuple(dict.fromkeys(party.body.name for party in self.agreement.parties))
        if self.responsibilities is not None:
            yield from (each.under("responsibilities") for each in self.responsibilities.checked_against(names))
        for number, board in enumerate(self.boards):
            for place, seat in enumerate(board.members):
                if seat.party not in names:
                    found = Words("{name} is no party to the agreement", name=seat.party)
                    accepted = Words("one of: {names}", names="; ".join(names))
                    yield Issue("life.seat", f"boards[{number}].members[{place}].party", found, accepted)

    @property
    def state(self) -> State:
        """Where it stands after all that was done."""
        return MOVES[self.steps[-1].move][1] if self.steps else State.DRAFT

    def state_on(self, day: dt.date | str) -> State:
        """Where it stood at the end of a day."""
        on = as_day(day)
        done = [step for step in self.steps if step.on <= on]
        return MOVES[done[-1].move][1] if done else State.DRAFT

    def last(self, move: Move) -> Step | None:
        """The last time that a move was made; none if it never was."""
        return next((step for step in reversed(self.steps) if step.move is move), None)

    def in_force(self, on: dt.date | str) -> Agreement:
        """The agreement as it reads on a day: the original and exactly the variations in force."""
        return in_force(self.agreement, self.variations, as_day(on))

    @property
    def ends_by_notice(self) -> dt.date | None:
        """The day on which the notice that was given ends it; none if it is not in notice."""
        given = self.last(Move.GIVE_NOTICE)
        return exit_day(self, given.on) if given is not None and self.state is State.IN_NOTICE else None

    def may(self, move: Move, on: dt.date | str, reason: str = "") -> Combination:
        """Tell whether a move may be made on a day: every condition with its answer.

        Args:
            move: the move.
            on: the day.
            reason: why, or the agreement that takes its place, where the move has to have one.

        Raises:
            InputError: it is no move.
        """
        refuse(wrong_type("move", move, Move, Words("a Move")))
        return combine(tuple(self._answers(move, as_day(on), reason)))

    def _answers(self, move: Move, on: dt.date, reason: str) -> Iterator[Answer]:
        begins, _ = MOVES[move]
        if self.state in begins:
            yield _named(yes("It is {state}.", state=self.state.value), "state")
        else:
            template = "It is {state}, and may {move} only when it is {when}."
            when = " or ".join(each.value for each in begins)
            yield _named(no(template, state=self.state.value, move=move.value, when=when), "state")
        if self.steps and on < self.steps[-1].on:
            yield _named(no("{on} is before the last move, on {last}.", on=on, last=self.steps[-1].on), "order")
        for guard in GUARDS[move]:
            for answer in guard(self, on, reason):
                yield _named(answer, guard.__name__)

    def move(self, move: Move, on: dt.date | str, reason: str = "", at_risk: str = "") -> Life:
        """Make a move, and give the agreement's new life.

        Args:
            move: the move.
            on: the day.
            reason: why, or the agreement that takes its place, where the move has to have one.
            at_risk: why the parties go on although something is uncertain or not known. It never helps against a no.

        Raises:
            InputError: a condition is not met; every one that is not, with its reason.
        """
        asked = self.may(move, on, reason)
        stop = {Verdict.NO} if at_risk.strip() else {Verdict.NO, Verdict.UNCERTAIN, Verdict.UNKNOWN}
        refuse(
            Issue(f"move.{answer.code}", move.value, _said(answer), Words("a day and facts on which it may be done"))
            for answer in asked.answers
            if answer.verdict in stop
        )
        open_ones = asked.verdict is not Verdict.YES
        return attrs.evolve(self, steps=(*self.steps, Step(move, as_day(on), reason, at_risk if open_ones else "")))

    def vary(self, variation: Variation, issued: Iterable[Period] = ()) -> Life:
        """Vary the agreement, and give its new life.

        Args:
            variation: the change.
            issued: the days that statements already issued are for.

        Raises:
            InputError: the agreement is not signed, or has ended; the variation was made before it was signed; it would
                change an issued statement, for which a correction is offered; or its text cannot be put in force; all
                together.
        """
        signed = self.last(Move.SIGN)
        if signed is None or not any(self.state in begins for begins, _ in (MOVES[Move.START], MOVES[Move.EXPIRE])):
            found = Words("the agreement is {state}", state=self.state.value)
            raise InputError(
                [Issue("variation.state", "", found, Words("an agreement that is signed and has not ended"))]
            )
        refuse(issues_with(variation, signed.on, issued))
        in_force(self.agreement, (*self.variations, variation), dt.date.max)
        return attrs.evolve(self, variations=(*self.variations, variation))


def _named(answer: Answer, code: str) -> Answer:
    return answer if answer.code else attrs.evolve(answer, code=code)


def _said(answer: Answer) -> Words:
    why = str(answer.words).rstrip(".")
    if answer.provision is None:
        return Words("{why}", why=why)
    return Words("{why} [{at}]", why=why, at=answer.provision)
