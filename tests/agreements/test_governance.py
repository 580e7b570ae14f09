from __future__ import annotations

import itertools
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.agreements.board_facts import (
    ABSENT,
    ABSTAIN,
    ADMISSION,
    AGAINST,
    BOARD,
    BUDGET,
    ENDING,
    FOR,
    LICHFIELD,
    STAFFORD,
    TAMWORTH,
)

from lgtrade.agreements import Ballot, Board, Consent, Decision, Quorum, ReservedMatter, Seat, Vote, decide
from lgtrade.agreements._board import plainly
from lgtrade.answers import Verdict
from lgtrade.files import from_json, to_json
from lgtrade.money import Share
from lgtrade.strategies._governance import ballots, boards, decisions, quorums, reserved_matters, seats, votes_on

SIDES = st.lists(seats(), min_size=1, max_size=3, unique_by=lambda seat: seat.party).filter(
    lambda side: any(seat.votes for seat in side)
)


def words(decision: Decision) -> str:
    return str(decision.answer.words)


def ordinary(decision: Decision) -> Decision:
    """Put the same votes on a matter that is not reserved."""
    return decide(attrs.evolve(decision.board, reserved=()), decision.matter, decision.votes)


@given(decisions())
def test_the_votes_of_all_the_parties_add_to_those_of_the_board(decision: Decision) -> None:
    assert sum(decision.counted(vote) for vote in Vote) == decision.board.votes
    assert sum(ballot.seat.votes for ballot in decision.ballots) == decision.board.votes
    assert {ballot.seat for ballot in decision.ballots} == set(decision.board.members)


@given(decisions(), st.data())
def test_another_vote_for_never_turns_carried_to_lost(decision: Decision, data: st.DataObject) -> None:
    party = data.draw(st.sampled_from(decision.board.members)).party
    after = decide(decision.board, decision.matter, {**decision.votes, party: FOR})
    assert after.carried or not decision.carried


@given(decisions(), st.data())
def test_the_order_of_the_members_and_of_the_votes_makes_no_difference(decision: Decision, data: st.DataObject) -> None:
    members = data.draw(st.permutations(decision.board.members))
    votes = dict(data.draw(st.permutations(list(decision.votes.items()))))
    after = decide(attrs.evolve(decision.board, members=tuple(members)), decision.matter, votes)
    assert (after.answer, after.answers, after.ballots) == (decision.answer, decision.answers, decision.ballots)


@given(decisions())
def test_a_party_that_is_not_named_is_absent(decision: Decision) -> None:
    named = {seat.party: decision.votes.get(seat.party, ABSENT) for seat in decision.board.members}
    assert decide(decision.board, decision.matter, named).answers == decision.answers


@given(decisions())
def test_a_matter_is_carried_exactly_if_every_rule_is_kept(decision: Decision) -> None:
    assert decision.carried == all(answer.verdict is Verdict.YES for answer in decision.answers)
    assert decision.answer.verdict is (Verdict.YES if decision.carried else Verdict.NO)
    wanted = Verdict.YES if decision.carried else Verdict.NO
    assert decision.reasons == tuple(answer.reason for answer in decision.answers if answer.verdict is wanted)


@given(decisions())
def test_what_is_carried_had_its_quorum_and_more_than_half_or_a_casting_vote(decision: Decision) -> None:
    board, votes_for, against = decision.board, decision.counted(FOR), decision.counted(AGAINST)
    if decision.carried:
        present = [ballot.seat for ballot in decision.ballots if ballot.vote is not ABSENT]
        assert sum(seat.seats for seat in present) >= board.quorum.members
        assert sum((seat.votes for seat in present), Fraction(0)) >= board.quorum.share.fraction * board.votes
        broken = votes_for == against and decision.votes.get(str(board.casting_vote)) is FOR
        assert votes_for > 0
        assert broken or votes_for > (votes_for + against) * board.majority.fraction


@given(SIDES, st.data())
def test_a_tie_is_never_carried_without_a_casting_vote(sides: list[Seat], data: st.DataObject) -> None:
    """Each party meets one of the same weight on the other side."""
    pairs = [(attrs.evolve(seat, party=f"{seat.party}+"), attrs.evolve(seat, party=f"{seat.party}-")) for seat in sides]
    everyone = tuple(itertools.chain(*pairs))
    votes = {seat.party: FOR if seat.party.endswith("+") else AGAINST for seat in everyone}
    majority = data.draw(st.sampled_from([Share("1/2"), Share("2/3")]))
    board = Board("Board", everyone, majority=majority)
    assert not decide(board, BUDGET, votes).carried
    holder = data.draw(st.sampled_from(everyone)).party
    decision = decide(attrs.evolve(board, casting_vote=holder), BUDGET, votes)
    assert decision.carried == (majority == Share("1/2") and holder.endswith("+"))


@given(boards(), reserved_matters(), st.data())
def test_a_reserved_matter_is_never_easier_to_carry_than_another(
    board: Board, matter: ReservedMatter, data: st.DataObject
) -> None:
    founder, *others = board.members
    members = (attrs.evolve(founder, founding=True), *others)
    by = attrs.evolve(board, members=members, reserved=(matter,), quorum=Quorum())
    votes = {seat.party: data.draw(st.sampled_from([FOR, AGAINST])) for seat in members}
    decision = decide(by, matter.name, votes)
    assert ordinary(decision).carried or not decision.carried


@given(boards(), st.data())
def test_unanimity_is_every_party_with_votes_present_and_for(board: Board, data: st.DataObject) -> None:
    by = attrs.evolve(board, quorum=Quorum(), reserved=(ADMISSION,))
    votes = data.draw(votes_on(by))
    all_for = all(votes.get(seat.party) is FOR for seat in by.members if seat.votes > 0)
    assert decide(by, ADMISSION.name, votes).carried == all_for


@given(boards(), st.data())
def test_a_founding_party_that_is_not_for_stops_a_matter_reserved_to_them(board: Board, data: st.DataObject) -> None:
    founder = attrs.evolve(data.draw(st.sampled_from(board.members)), founding=True)
    others = tuple(seat for seat in board.members if seat.party != founder.party)
    by = attrs.evolve(board, members=(founder, *others), reserved=(ENDING,))
    votes = data.draw(votes_on(by))
    decision = decide(by, ENDING.name, votes)
    assert decision.carried == (
        ordinary(decision).carried and all(votes.get(seat.party) is FOR for seat in by.members if seat.founding)
    )


@given(boards(), reserved_matters(), st.data())
def test_a_share_is_of_all_the_votes_whether_cast_or_not(
    board: Board, matter: ReservedMatter, data: st.DataObject
) -> None:
    reserved = ReservedMatter(matter.name, Consent.SHARE_OF_VOTES, matter.share or Share("60%"))
    by = attrs.evolve(board, reserved=(reserved,))
    decision = decide(by, matter.name, data.draw(votes_on(by)))
    assert reserved.share is not None
    enough = decision.counted(FOR) >= reserved.share.fraction * board.votes
    assert decision.carried == (ordinary(decision).carried and enough)


@given(decisions(), st.integers(1, 1000))
def test_multiplying_everybodys_votes_changes_no_decision(decision: Decision, times: int) -> None:
    members = tuple(attrs.evolve(seat, votes=seat.votes * times) for seat in decision.board.members)
    board = attrs.evolve(decision.board, members=members)
    assert decide(board, decision.matter, decision.votes).carried == decision.carried


@given(boards())
def test_a_reserved_matter_is_found_whatever_its_capitals_and_spacing(board: Board) -> None:
    for matter in board.reserved:
        assert board.reserved_matter(f" {plainly(matter.name)}\n") == matter


@pytest.mark.parametrize(
    ("strategy", "kind"),
    [
        (seats(), Seat),
        (seats(founding=False), Seat),
        (quorums(), Quorum),
        (reserved_matters(), ReservedMatter),
        (boards(), Board),
        (ballots(), Ballot),
        (decisions(), Decision),
        (decisions(board=BOARD), Decision),
    ],
)
def test_what_is_decided_comes_back_from_json_as_it_went(strategy: st.SearchStrategy[Any], kind: type) -> None:
    @given(strategy)
    def holds(value: object) -> None:
        assert from_json(to_json(value), kind) == value

    holds()


@pytest.mark.parametrize(
    ("votes", "said_"),
    [
        (
            {"Lichfield": FOR, "Tamworth": AGAINST, "Stafford": ABSTAIN},
            "The budget is carried. Votes for: 2 of 3 cast; more than 50% is needed.",
        ),
        (
            {"Lichfield": AGAINST, "Tamworth": FOR},
            "The budget is not carried. Votes for: 1 of 3 cast; more than 50% is needed.",
        ),
        (
            {"Lichfield": FOR, "Tamworth": AGAINST, "Stafford": AGAINST},
            "The budget is not carried. The votes are equal, 2 each, and nobody has a casting vote.",
        ),
        (
            {"Lichfield": ABSTAIN},
            "The budget is not carried. Votes for: 0 of 0 cast; more than 50% is needed.",
        ),
        ({}, "The budget is not carried. Votes for: 0 of 0 cast; more than 50% is needed."),
    ],
)
def test_an_ordinary_matter_needs_more_than_half_of_the_votes_cast(votes: dict[str, Vote], said_: str) -> None:
    decision = decide(BOARD, BUDGET, votes)
    assert words(decision) == said_
    assert [answer.code for answer in decision.answers] == ["majority"]
    assert decision.answer.code == "decision"


@pytest.mark.parametrize(
    ("vote", "others", "carried", "said_"),
    [
        (
            FOR,
            (AGAINST, AGAINST),
            True,
            "The votes are equal, 2 each, and Lichfield, which has the casting vote, is for.",
        ),
        (
            AGAINST,
            (FOR, FOR),
            False,
            "The votes are equal, 2 each, and Lichfield, which has the casting vote, is against.",
        ),
        (
            ABSTAIN,
            (FOR, AGAINST),
            False,
            "The votes are equal, 1 each, and Lichfield, which has the casting vote, abstained.",
        ),
        (
            ABSENT,
            (FOR, AGAINST),
            False,
            "The votes are equal, 1 each, and Lichfield, which has the casting vote, is absent.",
        ),
    ],
)
def test_the_casting_vote_goes_the_way_of_the_party_that_has_it(
    vote: Vote, others: tuple[Vote, Vote], carried: bool, said_: str
) -> None:
    board = attrs.evolve(BOARD, casting_vote="Lichfield")
    votes = dict(zip(("Lichfield", "Stafford", "Tamworth"), (vote, *others), strict=True))
    decision = decide(board, BUDGET, votes)
    assert (decision.carried, str(decision.answers[0].words)) == (carried, said_)


def test_a_chair_without_a_vote_may_have_the_casting_vote() -> None:
    chair = Seat("The chair", 1, 0)
    board = Board("Board", (STAFFORD, TAMWORTH, chair), casting_vote="The chair")
    votes = {"Stafford": FOR, "Tamworth": AGAINST}
    assert decide(board, BUDGET, {**votes, "The chair": FOR}).carried
    assert not decide(board, BUDGET, {**votes, "The chair": AGAINST}).carried
    assert not decide(board, BUDGET, {"The chair": FOR}).carried


@pytest.mark.parametrize(
    ("majority", "for_", "carried"),
    [("1/2", "1/3", False), ("1/2", "2/3", True), ("2/3", "2/3", False), ("2/3", "67%", True)],
)
def test_votes_are_counted_exactly(majority: str, for_: str, carried: bool) -> None:
    whole = Fraction(1)
    seat = Seat("Lichfield", 1, for_)
    board = Board("Board", (seat, Seat("Tamworth", 1, whole - seat.votes)), majority=Share(majority))
    assert decide(board, BUDGET, {"Lichfield": FOR, "Tamworth": AGAINST}).carried == carried


def test_thirds_are_said_as_thirds() -> None:
    board = Board("Board", tuple(Seat(name, 1, "1/3") for name in "abc"), majority=Share("2/3"))
    decision = decide(board, BUDGET, {"a": FOR, "b": FOR, "c": AGAINST})
    assert words(decision) == ("The budget is not carried. Votes for: 2/3 of 1 cast; more than 2/3 is needed.")


@pytest.mark.parametrize(
    ("quorum", "present", "said_"),
    [
        (Quorum(3), ("Lichfield",), ["Members present: 2; the quorum is 3."]),
        (Quorum(3), ("Lichfield", "Stafford"), []),
        (Quorum(share=Share("60%")), ("Lichfield",), ["Votes present: 2 of 4; the quorum is 60%."]),
        (Quorum(share=Share("75%")), ("Lichfield", "Stafford"), []),
        (
            Quorum(3, Share("75%")),
            ("Stafford",),
            ["Members present: 1; the quorum is 3.", "Votes present: 1 of 4; the quorum is 75%."],
        ),
        (Quorum(4, Share(1)), ("Lichfield", "Stafford", "Tamworth"), []),
    ],
)
def test_nothing_is_carried_without_a_quorum(quorum: Quorum, present: tuple[str, ...], said_: list[str]) -> None:
    decision = decide(attrs.evolve(BOARD, quorum=quorum), BUDGET, dict.fromkeys(present, FOR))
    assert decision.carried == (not said_)
    if said_:
        assert [str(reason.words) for reason in decision.reasons] == said_
        assert words(decision) == f"The budget is not carried. {said_[0]}"


def test_a_party_that_abstains_is_present() -> None:
    board = attrs.evolve(BOARD, quorum=Quorum(3))
    assert decide(board, BUDGET, {"Stafford": FOR, "Lichfield": ABSTAIN}).carried
    assert not decide(board, BUDGET, {"Stafford": FOR, "Lichfield": ABSENT}).carried


@pytest.mark.parametrize(
    ("matter", "votes", "carried", "said_"),
    [
        (
            "admitting A party",
            (FOR, FOR, FOR),
            True,
            "It is a reserved matter, and every party that has votes is for.",
        ),
        (
            "Admitting a party",
            (FOR, ABSENT, ABSTAIN),
            False,
            "It is a reserved matter that every party with votes has to be for. These are not: Stafford, Tamworth.",
        ),
        (
            "The business plan",
            (FOR, FOR, AGAINST),
            True,
            "It is a reserved matter. Votes for: 3 of 4 in all; at least 75% is needed.",
        ),
        (
            "The business plan",
            (FOR, ABSENT, ABSENT),
            False,
            "It is a reserved matter. Votes for: 2 of 4 in all; at least 75% is needed.",
        ),
        (
            "Ending the agreement",
            (FOR, AGAINST, FOR),
            True,
            "It is a reserved matter, and every founding party is for.",
        ),
        (
            "Ending the agreement",
            (FOR, FOR, AGAINST),
            False,
            "It is a reserved matter that every founding party has to be for. These are not: Tamworth.",
        ),
    ],
)
def test_a_reserved_matter_needs_its_consent(
    matter: str, votes: tuple[Vote, Vote, Vote], carried: bool, said_: str
) -> None:
    decision = decide(BOARD, matter, dict(zip(("Lichfield", "Stafford", "Tamworth"), votes, strict=True)))
    answer = decision.answers[-1]
    assert (decision.carried, answer.code, str(answer.words)) == (carried, "reserved_matter", said_)


def test_every_rule_that_stood_in_the_way_is_said() -> None:
    board = attrs.evolve(BOARD, quorum=Quorum(2))
    decision = decide(board, "Admitting a party", {"Tamworth": AGAINST})
    assert [reason.code for reason in decision.reasons] == ["quorum_of_members", "majority", "reserved_matter"]


def test_a_party_without_votes_is_not_needed_for_unanimity() -> None:
    board = Board("Board", (LICHFIELD, Seat("Observer", 1, 0)), reserved=(ADMISSION,))
    assert decide(board, "Admitting a party", {"Lichfield": FOR, "Observer": AGAINST}).carried
