"""A joint committee of three councils, and matters before it, that the tests of boards begin from."""

from __future__ import annotations

from lgtrade.agreements import Board, Consent, ReservedMatter, Seat, Vote
from lgtrade.money import Share

FOR, AGAINST, ABSTAIN, ABSENT = Vote.FOR, Vote.AGAINST, Vote.ABSTAIN, Vote.ABSENT
ADMISSION = ReservedMatter("Admitting a party", Consent.UNANIMITY)
PLAN = ReservedMatter("The business plan", Consent.SHARE_OF_VOTES, Share("75%"))
ENDING = ReservedMatter("Ending the agreement", Consent.FOUNDING_PARTIES)
LICHFIELD = Seat("Lichfield", 2, 2, founding=True)
STAFFORD = Seat("Stafford", 1, 1)
TAMWORTH = Seat("Tamworth", 1, 1, founding=True)
BOARD = Board(
    "Joint committee", (TAMWORTH, LICHFIELD, STAFFORD), "Each party in turn", reserved=(ADMISSION, PLAN, ENDING)
)
BUDGET = "The budget"
