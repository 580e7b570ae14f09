from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from tests.agreements.facts import DESK, LICHFIELD, MOORLANDS, TAMWORTH, agreement, of_any_type, said

from lgtrade.agreements import (
    MOVES,
    Assignment,
    Board,
    Life,
    Move,
    Party,
    Responsibility,
    ResponsibilityMatrix,
    Role,
    Seat,
    State,
    Step,
    Terms,
    Variation,
    lifecycle_diagram,
)
from lgtrade.answers import Verdict
from lgtrade.authorities import Person, PersonKind, find
from lgtrade.calendar import Period
from lgtrade.charging import PerUnit
from lgtrade.law import BusinessCase, Category, Proposal, Purpose, Receipt, Vehicle, assess, receipt
from lgtrade.money import Rate
from lgtrade.services import ServiceKind, Subject
from lgtrade.strategies import lives

PAYROLL = ServiceKind("payroll", "Payroll", Subject.PROFESSIONAL, "payslip")
BACK = "steps[1]: it could not send back on 1 January 2004. Accepted: moves in order, from: business case or approved."
FIRM = Person("a local manufacturer", PersonKind.BUSINESS)
AGREED = agreement(service=PAYROLL, terms=Terms(notice_months=6))


def receipt_for(**facts: Any) -> Receipt:
    begin: dict[str, Any] = {"on": "2004-03-01", "supplier": LICHFIELD, "customer": MOORLANDS, "service": PAYROLL}
    return receipt(assess(Proposal(**(begin | facts))))


PUBLIC = receipt_for()


def approved(power: str = "LAGSA1970_S1", basis: Receipt | None = PUBLIC, **changed: Any) -> Life:
    service = PAYROLL if basis is None else basis.proposal.service
    agreed = agreement(**({"service": service, "terms": AGREED.terms} | changed))
    draft = Life(agreed, power if basis else "", basis)
    return draft.move(Move.MAKE_CASE, "2004-01-05").move(Move.APPROVE, "2004-02-01")


def live() -> Life:
    return approved().move(Move.SIGN, "2004-03-20").move(Move.START, "2004-04-01")


def refused(life: Life, move: Move, on: str, reason: str = "", at_risk: str = "") -> list[str]:
    return [issue.split(" Accepted:")[0] for issue in said(lambda: life.move(move, on, reason, at_risk))]


def test_an_agreement_goes_from_draft_to_its_end() -> None:
    running = live()
    assert [step.move for step in running.steps] == [Move.MAKE_CASE, Move.APPROVE, Move.SIGN, Move.START]
    assert (running.state, running.state_on("2004-03-31"), running.state_on("2003-12-31")) == (
        State.LIVE,
        State.SIGNED,
        State.DRAFT,
    )
    paused = running.move(Move.SUSPEND, "2004-06-01", "a flood").move(Move.RESUME, "2004-07-01")
    over = paused.move(Move.EXPIRE, "2007-04-01")
    assert over.state is State.EXPIRED
    for move in Move:
        assert over.may(move, "2007-04-01", "why").verdict is Verdict.NO


def test_a_refused_move_says_every_reason() -> None:
    gone = approved(parties=(Party(find("Mendip"), Role.SUPPLIER), Party(MOORLANDS, Role.CUSTOMER)), terms=Terms())
    assert refused(gone, Move.START, "2024-04-01") == [
        "start: It is approved, and may start only when it is signed.",
        "start: Mendip District Council ended on 31 March 2023; accepted is its successor: Somerset Council.",
        "start: 1 April 2024 is not within the term, 1 April 2004 to 31 March 2007.",
    ]


def test_a_move_is_not_made_before_the_last_one() -> None:
    assert refused(live(), Move.SUSPEND, "2004-03-31", "why") == [
        "suspend: 31 March 2004 is before the last move, on 1 April 2004."
    ]


def test_what_is_no_move_is_refused() -> None:
    assert said(lambda: live().may(of_any_type("sign"), "2004-05-01")) == [
        "move: 'sign' is of type str. Accepted: a Move."
    ]


def test_nobody_signs_under_section_95_before_the_business_case_is_approved() -> None:
    facts: dict[str, Any] = {
        "on": "2006-01-01",
        "customer": FIRM,
        "purpose": Purpose.COMMERCIAL,
        "vehicle": Vehicle.COMPANY,
        "required_for_customer": False,
        "within_ordinary_functions": True,
        "prohibited_by": False,
        "other_commercial_power": False,
        "category": Category.GOOD,
    }
    parties = (Party(LICHFIELD, Role.SUPPLIER), Party(FIRM, Role.CUSTOMER))
    late = receipt_for(**facts, business_case=BusinessCase("2010-06-01", "2010-07-01"))
    life = approved("LGA2003_S95", late, parties=parties)
    said_so = " ".join(refused(life, Move.SIGN, "2010-06-15"))
    assert "business case" in said_so
    assert "[" in said_so
    assert not any("business case" in each for each in _blocks(life, "2010-07-01"))


def _blocks(life: Life, on: str) -> list[str]:
    return [str(answer.words) for answer in life.may(Move.SIGN, on).answers if answer.verdict is not Verdict.YES]


def test_nobody_signs_under_section_113_before_the_officers_are_consulted() -> None:
    staff = ServiceKind("surveyors", "Surveyors", Subject.STAFF)
    asked = receipt_for(service=staff, vehicle=Vehicle.DIRECT, charges_exceed_costs=False, officers_consulted=False)
    assert any("[LGA 1972 s.113" in each for each in refused(approved("LGA1972_S113", asked), Move.SIGN, "2004-03-20"))
    done = receipt_for(service=staff, vehicle=Vehicle.DIRECT, charges_exceed_costs=False, officers_consulted=True)
    assert approved("LGA1972_S113", done).move(Move.SIGN, "2004-03-20").state is State.SIGNED


def test_nobody_signs_in_wales_while_the_business_case_is_not_published() -> None:
    def basis(*, published: bool) -> Receipt:
        return receipt_for(
            on="2023-04-01",
            supplier=find("Powys"),
            customer=FIRM,
            purpose=Purpose.COMMERCIAL,
            vehicle=Vehicle.COMPANY,
            business_case=BusinessCase("2023-02-01", "2023-03-01", published=published),
        )

    parties = (Party(find("Powys"), Role.SUPPLIER), Party(FIRM, Role.CUSTOMER))
    open_case, closed_case = (
        [str(each) for each in _blocks(approved("LGA2003_S95", basis(published=on), parties=parties), "2023-04-01")]
        for on in (True, False)
    )
    assert "The business case has not been published." in closed_case
    assert "The business case has not been published." not in open_case


def test_where_a_fact_is_open_the_parties_may_go_on_at_their_risk_and_say_why() -> None:
    unsaid = approved(basis=None)
    assert refused(unsaid, Move.SIGN, "2004-03-20") == [
        "sign: It has not been said on which power, and on which facts, the agreement rests."
    ]
    signed = unsaid.move(Move.SIGN, "2004-03-20", at_risk="counsel is to advise")
    assert signed.steps[-1].at_risk == "counsel is to advise"
    assert approved().move(Move.SIGN, "2004-03-20", at_risk="none needed").steps[-1].at_risk == ""
    assert refused(unsaid, Move.START, "2004-04-01", at_risk="in a hurry") == [
        "start: It is approved, and may start only when it is signed."
    ]


def test_an_opinion_on_another_supply_is_no_ground_for_signing() -> None:
    for other in ({"service": DESK}, {"parties": (Party(LICHFIELD, Role.SUPPLIER), Party(TAMWORTH, Role.CUSTOMER))}):
        life = Life(agreement(**({"service": PAYROLL} | other)), "LAGSA1970_S1", PUBLIC)
        life = life.move(Move.APPROVE, "2004-02-01")
        assert refused(life, Move.SIGN, "2004-03-20", at_risk="in a hurry") == [
            f"sign: The opinion is on Payroll from {LICHFIELD} to {MOORLANDS}, and not on this supply."
        ]


def test_after_the_law_known_it_is_uncertain_whether_anybody_may_sign() -> None:
    assert refused(approved(), Move.SIGN, "2026-11-24") == [
        "sign: The law is known to 31 May 2026, and not on 24 November 2026."
    ]


def test_an_approved_agreement_is_sent_back_with_a_reason() -> None:
    assert refused(approved(), Move.SEND_BACK, "2004-02-02") == ["send back: No reason is given."]
    assert approved().move(Move.SEND_BACK, "2004-02-02", "the price").state is State.DRAFT


def test_notice_runs_as_agreed_and_then_the_party_leaves() -> None:
    noticed = live().move(Move.GIVE_NOTICE, "2005-01-31")
    assert str(noticed.ends_by_notice) == "2005-07-31"
    assert refused(noticed, Move.EXIT, "2005-07-30") == ["exit: Notice runs to 31 July 2005."]
    assert noticed.move(Move.EXIT, "2005-07-31").state is State.EXITED
    kept = noticed.move(Move.WITHDRAW_NOTICE, "2005-02-01", "a better price")
    assert (kept.state, kept.ends_by_notice) == (State.LIVE, None)
    assert refused(live(), Move.EXIT, "2005-02-01") == [
        "exit: It is live, and may exit only when it is in notice.",
        "exit: Notice has not been given.",
    ]


def test_notice_ends_it_only_at_a_break() -> None:
    breaks = Terms(notice_months=6, breaks=("2005-09-30", "2006-09-30"))
    running = Life(agreement(service=PAYROLL, terms=breaks), "LAGSA1970_S1", PUBLIC, live().steps)
    assert str(running.move(Move.GIVE_NOTICE, "2005-03-30").ends_by_notice) == "2005-09-30"
    assert str(running.move(Move.GIVE_NOTICE, "2005-03-31").ends_by_notice) == "2005-09-30"
    assert str(running.move(Move.GIVE_NOTICE, "2005-04-01").ends_by_notice) == "2006-09-30"
    assert refused(running, Move.GIVE_NOTICE, "2006-05-01") == [
        "give notice: No break is left that notice of 6 months can reach."
    ]


def test_notice_that_was_never_agreed_is_not_known() -> None:
    running = Life(agreement(service=PAYROLL), "LAGSA1970_S1", PUBLIC, live().steps)
    assert refused(running, Move.GIVE_NOTICE, "2005-01-31") == [
        "give notice: It has not been agreed how much notice ends the agreement."
    ]
    assert running.move(Move.GIVE_NOTICE, "2005-01-31", at_risk="by consent").ends_by_notice is None


def test_an_agreement_is_replaced_by_one_that_is_named() -> None:
    assert refused(live(), Move.REPLACE, "2006-01-01") == ["replace: The agreement that takes its place is not named."]
    assert live().move(Move.REPLACE, "2006-01-01", "HD2").state is State.REPLACED


def test_an_agreement_does_not_expire_while_its_term_runs() -> None:
    assert refused(live(), Move.EXPIRE, "2007-03-31") == ["expire: The term runs to 31 March 2007."]


def test_a_variation_is_in_force_from_its_day_and_earlier_days_read_as_they_did() -> None:
    longer = Variation("2006-12-01", "2007-01-01", "a longer term", ends="2008-03-31")
    varied = live().vary(longer)
    assert str(varied.in_force("2006-12-31").term) == "1 April 2004 to 31 March 2007"
    assert str(varied.in_force("2007-01-01").term) == "1 April 2004 to 31 March 2008"
    assert refused(varied, Move.EXPIRE, "2007-04-01") == ["expire: The term runs to 31 March 2008."]


def test_an_agreement_that_is_not_signed_or_has_ended_is_not_varied() -> None:
    change = Variation("2004-05-01", "2004-06-01", "a change", notice_months=3)
    over = live().move(Move.EXPIRE, "2007-04-01")
    for life, state in ((approved(), "approved"), (over, "expired")):
        assert said(lambda life=life: life.vary(change)) == [  # type: ignore[misc]  # bound now
            f"the agreement is {state}. Accepted: an agreement that is signed and has not ended."
        ]
    assert approved().move(Move.SIGN, "2004-03-20").vary(change).variations == (change,)


def test_a_variation_never_changes_an_issued_statement_and_a_correction_is_offered() -> None:
    dearer = Variation("2004-03-01", "2005-01-01", "pay award", PerUnit(Rate("25.00")))
    issued = [Period("2004-04-01", "2005-03-31")]
    on_or_after = "on or after 20 March 2004"
    instead = "a variation with effect from 1 April 2005 or later, and a correction: a new statement of the difference"
    assert said(lambda: live().vary(dearer, issued)) == [
        f"made: it was made on 1 March 2004, before the agreement was signed. Accepted: a day {on_or_after}.",
        f"since: it would change what was charged in a statement for days to 31 March 2005. Accepted: {instead}.",
    ]
    later = Variation("2004-12-01", "2005-04-01", "pay award", PerUnit(Rate("25.00")))
    assert live().vary(later, issued).in_force("2005-04-01").charge == PerUnit(Rate("25.00"))
    words_only = Variation("2004-12-01", "2004-12-01", "shorter notice", notice_months=3)
    assert live().vary(words_only, issued).in_force("2004-12-01").terms.notice_months == 3


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        (
            {"steps": (Step(Move.SIGN, "2004-01-01"),)},
            ["steps[0]: it could not sign on 1 January 2004. Accepted: moves in order, from: approved."],
        ),
        (
            {"steps": (Step(Move.APPROVE, "2004-01-02"), Step(Move.SEND_BACK, "2004-01-01"))},
            [BACK],
        ),
        (
            {"power": "X", "receipt": PUBLIC},
            ["power: no power has the code 'X'. Accepted: the code of a power, as in LAGSA1970_S1."],
        ),
        (
            {"agreement": of_any_type("HD1"), "receipt": of_any_type("R1"), "power": "LAGSA1970_S1"},
            [
                "agreement: 'HD1' is of type str. Accepted: an Agreement.",
                "receipt: 'R1' is of type str. Accepted: a Receipt.",
            ],
        ),
    ],
)
def test_a_history_that_cannot_have_been_is_refused(given_: dict[str, Any], expected: list[str]) -> None:
    assert said(lambda: Life(**({"agreement": AGREED} | given_))) == expected


def test_what_is_no_step_is_refused() -> None:
    assert said(lambda: Step(of_any_type("sign"), "soon", of_any_type(1), of_any_type(2))) == [
        "move: 'sign' is of type str. Accepted: a Move.",
        "on: 'soon' is not a day. Accepted: a day from 1 January 1900 to 31 December 2199, as in 2026-04-01.",
        "reason: 1 is of type int. Accepted: a text.",
        "at_risk: 2 is of type int. Accepted: a text.",
    ]


@given(lives())
def test_the_state_is_the_one_that_the_last_move_leads_to(life: Life) -> None:
    for number, step in enumerate(life.steps):
        begins, ends = MOVES[step.move]
        before = Life(life.agreement, steps=life.steps[:number])
        assert before.state in begins
        assert Life(life.agreement, steps=life.steps[: number + 1]).state is ends
    if life.steps:
        assert life.state_on(life.steps[-1].on) is life.state


def test_the_diagram_draws_every_move_of_the_table() -> None:
    drawn = lifecycle_diagram().splitlines()
    assert drawn[0] == "stateDiagram-v2"
    arrows = {line.strip() for line in drawn if ":" in line and "-->" in line}
    assert len(arrows) == sum(len(begins) for begins, _ in MOVES.values())
    assert "in_notice --> exited: exit" in arrows
    assert {line.strip() for line in drawn if line.endswith("--> [*]")} == {
        "exited --> [*]",
        "expired --> [*]",
        "replaced --> [*]",
    }


def test_every_state_is_reached_from_draft() -> None:
    reached = {State.DRAFT}
    for _ in State:
        reached |= {ends for begins, ends in MOVES.values() if reached & set(begins)}
    assert reached == set(State)


def test_an_agreement_says_who_is_responsible_for_what() -> None:
    lichfield, moorlands = LICHFIELD.name, MOORLANDS.name
    matrix = ResponsibilityMatrix(
        (
            Assignment("Payroll run", lichfield, Responsibility.ACCOUNTABLE),
            Assignment("Payroll run", lichfield, Responsibility.RESPONSIBLE),
            Assignment("Payroll run", moorlands, Responsibility.INFORMED),
        )
    )
    board = Board("Joint board", (Seat(lichfield, 1, 1), Seat(moorlands, 1, 1)))
    life = Life(AGREED, responsibilities=matrix, boards=(board,))
    assert life.responsibilities is not None
    assert life.responsibilities.accountable_for("Payroll run") == lichfield


def test_a_stranger_has_no_part_in_an_agreement() -> None:
    matrix = ResponsibilityMatrix(
        (
            Assignment("Payroll run", "Tamworth", Responsibility.ACCOUNTABLE),
            Assignment("Payroll run", LICHFIELD.name, Responsibility.RESPONSIBLE),
        )
    )
    board = Board("Joint board", (Seat("Tamworth", 1, 1),))
    refused_ = said(lambda: Life(AGREED, responsibilities=matrix, boards=(board,)))
    assert [each.split(":")[0] for each in refused_] == [
        "responsibilities.assignments[0].party",
        "boards[0].members[0].party",
    ]


def test_a_suspended_agreement_is_not_revived_by_withdrawing_notice() -> None:
    noticed = live().move(Move.SUSPEND, "2005-01-01", "a dispute").move(Move.GIVE_NOTICE, "2005-02-01")
    assert refused(noticed, Move.WITHDRAW_NOTICE, "2005-02-02", "second thoughts") == [
        "withdraw notice: It was suspended when notice was given, and nobody has resumed it."
    ]


def test_notice_that_has_run_is_not_withdrawn() -> None:
    noticed = live().move(Move.GIVE_NOTICE, "2005-01-31")
    assert refused(noticed, Move.WITHDRAW_NOTICE, "2005-07-31", "second thoughts") == [
        "withdraw notice: Notice ran to 31 July 2005, and has ended the agreement."
    ]
    assert noticed.move(Move.WITHDRAW_NOTICE, "2005-07-30", "second thoughts").state is State.LIVE


def test_notice_that_would_run_past_the_term_is_refused() -> None:
    (said_so,) = refused(live(), Move.GIVE_NOTICE, "2006-10-31")
    assert said_so.endswith("would end it on 30 April 2007, after its term ends on 31 March 2007.")


def test_a_blank_is_no_reason_and_an_agreement_does_not_replace_itself() -> None:
    assert refused(live(), Move.SUSPEND, "2005-01-01", "  ") == ["suspend: No reason is given."]
    assert refused(live(), Move.REPLACE, "2005-01-01", "HD1") == ["replace: HD1 is this agreement itself."]
    assert len(refused(approved(basis=None), Move.SIGN, "2004-03-20", at_risk="  ")) == 1


def test_a_variation_does_not_end_the_term_before_it_has_effect() -> None:
    shorter = Variation("2005-06-01", "2005-06-01", "cut", ends="2004-05-01")
    assert said(lambda: live().vary(shorter)) == [
        "ends: the term would end on 1 May 2004, before the variation has effect. Accepted: a day from 31 May 2005."
    ]


def test_what_is_no_part_of_a_history_is_refused_together() -> None:
    wrong = of_any_type(("x",))
    assert said(lambda: Life(AGREED, steps=wrong, boards=wrong, responsibilities=of_any_type("x"))) == [
        "steps[0]: 'x' is of type str. Accepted: a Step.",
        "boards[0]: 'x' is of type str. Accepted: a Board.",
        "responsibilities: 'x' is of type str. Accepted: a ResponsibilityMatrix, or nothing.",
    ]
