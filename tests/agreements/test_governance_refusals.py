"""What is wrong with a board, its seats and rules, and the votes cast: all of it, in words."""

from __future__ import annotations

from typing import Any

import pytest
from tests.agreements.board_facts import ADMISSION, BOARD, ENDING, FOR, PLAN, STAFFORD
from tests.agreements.facts import of_any_type, said

from lgtrade.agreements import Board, Consent, Quorum, ReservedMatter, Seat, decide
from lgtrade.money import Share

BOARD_HAS = "Accepted: no more members than the board has."
EXACT = 'Accepted: a whole number, a Decimal, or text such as "1,234.56".'
FOUNDED = "Accepted: a board with founding parties."
MAJORITY = "Accepted: a share of one half or more, and less than all."


def test_all_that_is_wrong_with_a_seat_is_said() -> None:
    assert said(lambda: Seat("", 0, -1)) == [
        "party: it is empty. Accepted: the name of a party.",
        "seats: it is 0. Accepted: a whole number of seats, one or more.",
        "votes: the votes are negative: -1. Accepted: votes of nothing or more.",
    ]
    assert said(lambda: Seat(of_any_type(7), of_any_type(1.5), 0.5, of_any_type("yes"))) == [
        "party: 7 is of type int. Accepted: the name of a party.",
        "seats: it is 1.5. Accepted: a whole number of seats, one or more.",
        f"votes: 0.5 is a float, which cannot hold most amounts exactly. {EXACT}",
        "founding: 'yes' is of type str. Accepted: true or false.",
    ]
    assert said(lambda: Seat("Lichfield", seats=True, votes=1)) == [
        "seats: it is True. Accepted: a whole number of seats, one or more."
    ]


def test_all_that_is_wrong_with_a_quorum_is_said() -> None:
    assert said(lambda: Quorum(-1, of_any_type("50%"))) == [
        "members: it is -1. Accepted: a whole number of members, nothing or more.",
        "share: '50%' is of type str. Accepted: a Share.",
    ]
    assert said(lambda: Quorum(of_any_type("3"))) == [
        "members: it is '3'. Accepted: a whole number of members, nothing or more."
    ]


@pytest.mark.parametrize(
    ("make", "issues"),
    [
        (
            ("Plan", Consent.SHARE_OF_VOTES),
            ["share: it needs a share of the votes, and there is none. Accepted: a Share."],
        ),
        (
            ("Plan", Consent.UNANIMITY, Share("75%")),
            ["share: there is a share, and it needs unanimity. Accepted: no share."],
        ),
        (
            ("", "unanimity", "75%"),
            [
                "name: it is empty. Accepted: what the matter is called.",
                "needs: 'unanimity' is of type str. Accepted: a Consent.",
                "share: '75%' is of type str. Accepted: a Share.",
            ],
        ),
        (
            ("Plan", Consent.FOUNDING_PARTIES, Share("75%")),
            ["share: there is a share, and it needs all the founding parties. Accepted: no share."],
        ),
    ],
)
def test_all_that_is_wrong_with_a_reserved_matter_is_said(make: tuple[Any, ...], issues: list[str]) -> None:
    assert said(lambda: ReservedMatter(*make)) == issues


@pytest.mark.parametrize(
    ("changed", "issues"),
    [
        ({"members": ()}, ["members: the board has no members. Accepted: at least one Seat."]),
        ({"members": []}, ["members: [] is of type list. Accepted: a tuple of Seats."]),
        (
            {"members": (STAFFORD, "Lichfield"), "quorum": Quorum(9)},
            ["members[1]: 'Lichfield' is of type str. Accepted: a Seat."],
        ),
        ({"members": (Seat("a", 1, 0),)}, ["members: nobody has a vote. Accepted: votes of over nothing in all."]),
        (
            {"members": (STAFFORD, STAFFORD)},
            ["members[1].party: 'Stafford' has a place already. Accepted: each party once."],
        ),
        (
            {"quorum": Quorum(3)},
            [f"quorum.members: members for a quorum: 3; members of the board: 2. {BOARD_HAS}"],
        ),
        ({"quorum": 3}, ["quorum: 3 is of type int. Accepted: a Quorum."]),
        (
            {"reserved": (ADMISSION, ReservedMatter("admitting  A PARTY", Consent.UNANIMITY))},
            ["reserved[1].name: 'admitting  A PARTY' is reserved already. Accepted: each matter once."],
        ),
        ({"reserved": ("Plan",)}, ["reserved[0]: 'Plan' is of type str. Accepted: a ReservedMatter."]),
        (
            {"reserved": (PLAN, ENDING)},
            [
                f"reserved[1].needs: it needs all the founding parties, and there is none. {FOUNDED}",
            ],
        ),
        (
            {"majority": Share("49%")},
            [f"majority: more than 49% of the votes cast is asked for. {MAJORITY}"],
        ),
        (
            {"majority": Share(1)},
            [f"majority: more than 100% of the votes cast is asked for. {MAJORITY}"],
        ),
        ({"majority": "2/3"}, ["majority: '2/3' is of type str. Accepted: a Share."]),
        ({"casting_vote": "Tamworth"}, ["casting_vote: 'Tamworth' has no seat. Accepted: one of: 'Stafford'; 'a'."]),
        ({"casting_vote": 7}, ["casting_vote: 7 has no seat. Accepted: one of: 'Stafford'; 'a'."]),
        (
            {
                "name": "",
                "members": (),
                "chair": None,
                "quorum": Quorum(1),
                "majority": Share(0),
                "casting_vote": "Lichfield",
            },
            [
                "name: it is empty. Accepted: what the board is called.",
                "members: the board has no members. Accepted: at least one Seat.",
                "chair: None is of type NoneType. Accepted: who takes the chair, or nothing.",
                f"majority: more than 0% of the votes cast is asked for. {MAJORITY}",
                f"quorum.members: members for a quorum: 1; members of the board: 0. {BOARD_HAS}",
                "casting_vote: 'Lichfield' has no seat. Accepted: one of: none.",
            ],
        ),
    ],
)
def test_all_that_is_wrong_with_a_board_is_said(changed: dict[str, Any], issues: list[str]) -> None:
    right: dict[str, Any] = {"name": "Joint committee", "members": (STAFFORD, Seat("a", 1, 1))}
    assert said(lambda: Board(**(right | changed))) == issues


def test_all_that_is_wrong_with_votes_is_said() -> None:
    assert said(lambda: decide(BOARD, "", of_any_type({"Cannock": FOR, "Stafford": "for"}))) == [
        "matter: it is empty. Accepted: what is put to the vote.",
        "votes[Cannock]: 'Cannock' has no seat. Accepted: one of: 'Tamworth'; 'Lichfield'; 'Stafford'.",
        "votes[Stafford]: 'for' is of type str. Accepted: a Vote.",
    ]
    assert said(lambda: decide(of_any_type("board"), of_any_type(7), of_any_type({"Stafford": 1}))) == [
        "board: 'board' is of type str. Accepted: a Board.",
        "matter: 7 is of type int. Accepted: what is put to the vote.",
        "votes[Stafford]: 1 is of type int. Accepted: a Vote.",
    ]
    assert said(lambda: decide(BOARD, "Plan", of_any_type(["Stafford"]))) == [
        "votes: ['Stafford'] is of type list. Accepted: the Vote of each party."
    ]
