"""Strategies for boards, their decisions, and tables of responsibilities."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import hypothesis.strategies as st

from lgtrade.agreements import (
    Assignment,
    Ballot,
    Board,
    Consent,
    Decision,
    Departure,
    Quorum,
    ReservedMatter,
    Responsibility,
    ResponsibilityMatrix,
    Seat,
    Vote,
    decide,
)
from lgtrade.agreements._board import HALF, plainly
from lgtrade.money import Share
from lgtrade.strategies._splits import shares
from lgtrade.strategies._values import names

_MOST_VOTES = 1000


def seats(parties: st.SearchStrategy[str] | None = None, *, founding: bool | None = None) -> st.SearchStrategy[Seat]:
    """Generate places on a board, some without votes.

    Args:
        parties: who; any name unless told otherwise.
        founding: only of founding parties, or only of others.

    >>> from hypothesis import find
    >>> find(seats(founding=True), lambda seat: seat.votes > 1)
    Seat(party='0', seats=1, votes=Fraction(2, 1), founding=True)
    """
    who = names() if parties is None else parties
    votes = st.integers(1, _MOST_VOTES) | st.just(0) | st.fractions(0, _MOST_VOTES, max_denominator=100)
    return st.builds(Seat, who, st.integers(1, 9), votes, st.booleans() if founding is None else st.just(founding))


def quorums(*, members: int = 9) -> st.SearchStrategy[Quorum]:
    """Generate quorums, by number, by votes, by both or by neither.

    Args:
        members: the most members that are asked for.

    >>> from hypothesis import find
    >>> find(quorums(), lambda quorum: quorum.members > 0).members
    1
    """
    return st.builds(Quorum, st.just(0) | st.integers(0, members), st.just(Share(0)) | shares())


def reserved_matters() -> st.SearchStrategy[ReservedMatter]:
    """Generate matters that need more than a majority.

    >>> from hypothesis import find
    >>> find(reserved_matters(), lambda matter: matter.share is not None).needs.value
    'a share of all the votes'
    """
    whole = st.sampled_from([Consent.UNANIMITY, Consent.FOUNDING_PARTIES])
    by_share = st.builds(ReservedMatter, names(), st.just(Consent.SHARE_OF_VOTES), shares())
    return st.builds(ReservedMatter, names(), whole) | by_share


@st.composite
def boards(draw: st.DrawFn, parties: st.SearchStrategy[str] | None = None) -> Board:
    """Generate boards of up to four parties, with some matters reserved.

    Args:
        draw: given by Hypothesis.
        parties: who may have a place; any name unless told otherwise.

    >>> from hypothesis import find
    >>> find(boards(), lambda board: True).seats
    1
    """
    places = st.lists(seats(parties), min_size=1, max_size=4, unique_by=lambda seat: seat.party)
    members = draw(places.filter(lambda held: any(seat.votes for seat in held)))
    founded = any(seat.founding for seat in members)
    matters = reserved_matters().filter(lambda matter: founded or matter.needs is not Consent.FOUNDING_PARTIES)
    return Board(
        name=draw(names()),
        members=tuple(members),
        chair=draw(st.text()),
        quorum=draw(quorums(members=sum(seat.seats for seat in members))),
        reserved=tuple(draw(st.lists(matters, max_size=3, unique_by=lambda matter: plainly(matter.name)))),
        majority=draw(st.just(HALF) | shares(min_value=HALF).filter(lambda share: share < Share(1))),
        casting_vote=draw(st.none() | st.sampled_from([seat.party for seat in members])),
    )


def ballots() -> st.SearchStrategy[Ballot]:
    """Generate what one party did.

    >>> from hypothesis import find
    >>> find(ballots(), lambda ballot: ballot.vote is Vote.ABSTAIN).seat.party
    '0'
    """
    return st.builds(Ballot, seats(), st.sampled_from(Vote))


def votes_on(board: Board) -> st.SearchStrategy[Mapping[str, Vote]]:
    """Generate the votes of some or all of the parties on a board; sometimes all of them do the same.

    Args:
        board: the board.

    >>> from hypothesis import find
    >>> board = Board("Joint committee", (Seat("Lichfield", 1, 1),))
    >>> find(votes_on(board), bool)
    {'Lichfield': <Vote.FOR: 'for'>}
    """
    parties, votes = [seat.party for seat in board.members], st.sampled_from(Vote)
    each: dict[str, st.SearchStrategy[Vote]] = dict.fromkeys(parties, votes)
    some = st.dictionaries(st.sampled_from(parties), votes)
    return st.one_of(votes.map(partial(_together, parties)), st.fixed_dictionaries(each), some)


def _together(parties: list[str], vote: Vote) -> dict[str, Vote]:
    return dict.fromkeys(parties, vote)


@st.composite
def decisions(draw: st.DrawFn, *, board: Board | None = None) -> Decision:
    """Generate decisions of boards, some on reserved matters.

    Args:
        draw: given by Hypothesis.
        board: only of this board.

    >>> from hypothesis import find
    >>> find(decisions(), lambda decision: True).carried
    True
    """
    by = draw(boards()) if board is None else board
    reserved = [matter.name for matter in by.reserved]
    matter = draw(st.sampled_from([*reserved, "The budget"]) | names())
    return decide(by, matter, draw(votes_on(by)))


def assignments(parties: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Assignment]:
    """Generate single responsibilities.

    Args:
        parties: whose; any name unless told otherwise.

    >>> from hypothesis import find
    >>> find(assignments(), lambda assignment: True).responsibility.letter
    'R'
    """
    return st.builds(Assignment, names(), names() if parties is None else parties, st.sampled_from(Responsibility))


@st.composite
def responsibility_matrices(draw: st.DrawFn, parties: st.SearchStrategy[str] | None = None) -> ResponsibilityMatrix:
    """Generate tables of up to four activities, in no order.

    Args:
        draw: given by Hypothesis.
        parties: whose; any name unless told otherwise.

    >>> from hypothesis import find
    >>> find(responsibility_matrices(), lambda matrix: len(matrix.parties) > 1).activities
    ('0',)
    """
    who = names() if parties is None else parties
    given: set[Assignment] = set()
    for activity in draw(st.lists(names(), min_size=1, max_size=4, unique=True)):
        given.add(Assignment(activity, draw(who), Responsibility.ACCOUNTABLE))
        given.update(
            Assignment(activity, party, responsibility)
            for responsibility, least in _LEAST.items()
            for party in draw(st.lists(who, min_size=least, max_size=3))
        )
    return ResponsibilityMatrix(tuple(draw(st.permutations(sorted(given, key=_by_name)))))


_LEAST = {Responsibility.RESPONSIBLE: 1, Responsibility.CONSULTED: 0, Responsibility.INFORMED: 0}


def _by_name(assignment: Assignment) -> tuple[str, str, str]:
    return assignment.activity, assignment.party, assignment.responsibility.value


def departures() -> st.SearchStrategy[Departure]:
    """Generate what would be left undone if a party left.

    >>> from hypothesis import find
    >>> find(departures(), lambda departure: bool(departure.without_accountable)).without_accountable
    ('0',)
    """
    return responsibility_matrices().flatmap(
        lambda matrix: st.sampled_from(matrix.parties).map(matrix.without) | names().map(matrix.without)
    )


BY_TYPE = {
    Assignment: assignments,
    Ballot: ballots,
    Board: boards,
    Decision: decisions,
    Departure: departures,
    Quorum: quorums,
    ReservedMatter: reserved_matters,
    ResponsibilityMatrix: responsibility_matrices,
    Seat: seats,
}
