"""Any sequence of moves, variations, statements, credits and corrections, and what holds throughout."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from tests.agreements.facts import LICHFIELD, MOORLANDS, agreement

from lgtrade.agreements import MOVES, Life, Move, State, Terms, Variation
from lgtrade.answers import Verdict
from lgtrade.billing import EntryKind, IssuedStatement, StatementBook, StatementKind
from lgtrade.calendar import FinancialYear
from lgtrade.charging import PerUnit, VatLiability, VatTreatment
from lgtrade.issues import InputError
from lgtrade.law import Proposal, assess, receipt
from lgtrade.money import ZERO, Money, Rate, total
from lgtrade.services import ServiceKind, Subject
from lgtrade.sources import Assumption

PAYROLL = ServiceKind("payroll", "Payroll", Subject.PROFESSIONAL, "payslip")
CASE = Proposal(on="2004-03-01", supplier=LICHFIELD, customer=MOORLANDS, service=PAYROLL)
BASIS = receipt(assess(CASE))
OUTSIDE = VatTreatment(VatLiability.OUTSIDE_SCOPE, Assumption("between councils, as a function of theirs"))
AGREED = agreement(service=PAYROLL, terms=Terms(notice_months=6))
YEARS = st.sampled_from([FinancialYear(year) for year in range(2003, 2009)])
SUMS = st.integers(0, 10**7).map(lambda pence: Money(pence=pence))


ENDINGS = [Move.EXIT, Move.EXPIRE, Move.REPLACE]
OTHER_MOVES = [move for move in Move if move not in ENDINGS]


class AgreementThatLives(RuleBasedStateMachine):
    """Drive an agreement and its book of statements, and keep a plain record beside them."""

    @initialize(live=st.sampled_from([True, True, True, False]))
    def begin(self, *, live: bool) -> None:
        self.life = Life(AGREED, "LAGSA1970_S1", BASIS)
        self.book = StatementBook(AGREED.reference, AGREED.term, OUTSIDE)
        self.today = dt.date(2004, 1, 5)
        if live:
            self.today = dt.date(2004, 4, 1)
            for move in (Move.APPROVE, Move.SIGN, Move.START):
                self.life = self.life.move(move, self.today)
        self.issued: list[IssuedStatement] = []
        self.varied: list[Variation] = []
        self.waiting = ZERO
        self.credited = ZERO
        self.actual: dict[FinancialYear, Money] = {}
        self.estimated: dict[FinancialYear, Money] = {}

    @rule(days=st.integers(0, 200))
    def time_passes(self, days: int) -> None:
        self.today += dt.timedelta(days=days)

    @rule(move=st.sampled_from(ENDINGS))
    @precondition(lambda self: len(self.issued) > 2)
    def try_to_end_it(self, move: Move) -> None:
        self._move(move, "as agreed", "")

    @rule(
        move=st.sampled_from(OTHER_MOVES),
        reason=st.sampled_from(["", "as agreed"]),
        at_risk=st.sampled_from(["", "advice"]),
    )
    def make_a_move(self, move: Move, reason: str, at_risk: str) -> None:
        self._move(move, reason, at_risk)

    def _move(self, move: Move, reason: str, at_risk: str) -> None:
        asked = self.life.may(move, self.today, reason)
        verdicts = {answer.verdict for answer in asked.answers}
        allowed = verdicts == {Verdict.YES} or (bool(at_risk) and Verdict.NO not in verdicts)
        before = self.life
        if not allowed:
            with pytest.raises(InputError) as refused:
                self.life.move(move, self.today, reason, at_risk)
            noes = sum(answer.verdict is Verdict.NO for answer in asked.answers)
            assert len(refused.value.issues) >= noes
            assert self.life == before
            return
        self.life = self.life.move(move, self.today, reason, at_risk)
        begins, ends = MOVES[move]
        assert before.state in begins
        assert self.life.state is ends

    @rule(rate=st.integers(1, 5000), ahead=st.integers(-400, 400), longer=st.booleans())
    def vary(self, rate: int, ahead: int, *, longer: bool) -> None:
        since = self.today + dt.timedelta(days=ahead)
        change = Variation(
            self.today,
            since,
            "as agreed",
            PerUnit(Rate(rate)),
            dt.date(2008, 3, 31) if longer else None,
        )
        charged = [each.period for each in self.issued]
        signed = self.life.last(Move.SIGN)
        ended = self.life.state in {State.EXITED, State.EXPIRED, State.REPLACED}
        too_late = any(since <= period.last for period in charged)
        too_late = too_late or (longer and since > dt.date(2008, 4, 1))
        if signed is None or ended or self.life.state in {State.DRAFT, State.BUSINESS_CASE, State.APPROVED} or too_late:
            with pytest.raises(InputError):
                self.life.vary(change, charged)
            return
        self.life = self.life.vary(change, charged)
        self.varied.append(change)

    @rule(year=YEARS, estimate=SUMS)
    def bill_in_advance(self, year: FinancialYear, estimate: Money) -> None:
        self._issue(
            year,
            year not in self.actual and year not in self.estimated,
            lambda: self.book.issue_estimate(self.today, year, estimate),
            lambda: self.estimated.__setitem__(year, estimate),
        )

    @rule(year=YEARS, estimate=SUMS)
    def revise_the_estimate(self, year: FinancialYear, estimate: Money) -> None:
        self._issue(
            year,
            year in self.estimated and year not in self.actual,
            lambda: self.book.revise_estimate(self.today, year, estimate, "fewer payslips"),
            lambda: self.estimated.__setitem__(year, estimate),
        )

    @rule(year=YEARS, actual=SUMS)
    def true_up(self, year: FinancialYear, actual: Money) -> None:
        self._issue(
            year,
            year not in self.actual and self.today > year.period.last,
            lambda: self.book.true_up(self.today, year, actual),
            lambda: self.actual.__setitem__(year, actual),
        )

    @rule(year=YEARS, actual=SUMS)
    def correct(self, year: FinancialYear, actual: Money) -> None:
        self._issue(
            year,
            year in self.actual,
            lambda: self.book.correct(self.today, year, actual, "a late invoice"),
            lambda: self.actual.__setitem__(year, actual),
        )

    def _issue(self, year: FinancialYear, allowed: bool, issue: object, note: object) -> None:  # ours
        assert callable(issue)
        assert callable(note)
        if not allowed or AGREED.term.overlap(year.period) is None:
            with pytest.raises(InputError):
                issue()
            return
        self.book = issue()
        self.issued.append(self.book.statements[-1])
        self.credited, self.waiting = self.credited + self.waiting, ZERO
        note()

    @rule(amount=st.integers(1, 10**6).map(lambda pence: Money(pence=pence)))
    def credit(self, amount: Money) -> None:
        self.book = self.book.credit([("Standards that were missed", amount)])
        self.waiting += amount

    @invariant()
    def what_is_owed_is_what_was_charged_less_the_credits(self) -> None:
        owed = self.book.owed()
        charged = total({**self.estimated, **self.actual}.values())
        assert owed.of(EntryKind.CHARGE, EntryKind.ADJUSTMENT) == charged
        assert owed.of(EntryKind.CREDIT) == -self.credited
        assert owed.net == charged - self.credited
        assert owed.gross == owed.net + owed.vat

    @invariant()
    def no_statement_ever_changes_and_none_is_lost(self) -> None:
        assert list(self.book.statements) == self.issued
        assert [each.number for each in self.issued] == list(range(1, len(self.issued) + 1))

    @invariant()
    def the_text_in_force_is_the_original_and_exactly_the_variations_in_force(self) -> None:
        effective = sorted((each for each in self.varied if each.since <= self.today), key=lambda v: (v.since, v.made))
        text = self.life.in_force(self.today)
        assert text.charge == (effective[-1].charge if effective else AGREED.charge)
        longer = any(each.ends is not None for each in effective)
        assert text.term.last == (dt.date(2008, 3, 31) if longer else AGREED.term.last)

    @precondition(lambda self: bool(self.actual))
    @invariant()
    def a_year_that_was_trued_up_is_charged_exactly_what_it_came_to(self) -> None:
        for year, actual in self.actual.items():
            assert self.book.owed(year).of(EntryKind.CHARGE, EntryKind.ADJUSTMENT) == actual
            kinds = [each.kind for each in self.issued if each.year == year]
            assert kinds.count(StatementKind.ACTUAL) == 1

    @invariant()
    def every_move_that_was_made_led_from_where_the_one_before_ended(self) -> None:
        state = State.DRAFT
        for step in self.life.steps:
            begins, ends = MOVES[step.move]
            assert state in begins
            state = ends
        assert state is self.life.state


TestAgreementThatLives = AgreementThatLives.TestCase
TestAgreementThatLives.settings = settings(max_examples=100, stateful_step_count=40, deadline=None)
