"""A board on which the parties decide together: members, quorum, and matters that need more than a majority."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import cast

import attrs

from lgtrade.agreements._terms import text_issues
from lgtrade.issues import Issue, refuse, shown, unread, wrong_type
from lgtrade.money import Share, exact_fraction, fraction_or_as_given, plain
from lgtrade.words import Words

HALF = Share("1/2")
"""The ordinary majority is more than this share of the votes cast, unless it is agreed otherwise."""


class Consent(enum.Enum):
    """What a reserved matter needs beside the quorum and the ordinary majority.

    * ``UNANIMITY``: every party that has votes is present and votes for.
    * ``SHARE_OF_VOTES``: at least a share of all the votes on the board, whether they are cast or not.
    * ``FOUNDING_PARTIES``: every founding party is present and votes for.
    """

    UNANIMITY = "unanimity"
    SHARE_OF_VOTES = "a share of all the votes"
    FOUNDING_PARTIES = "all the founding parties"


@attrs.frozen
class Seat:
    """The place of one party on a board.

    Args:
        party: the name of the party.
        seats: how many members of the board it appoints.
        votes: how many votes it has in all, cast together; an exact number or a fraction, nothing or more.
        founding: whether it is a founding party.

    Raises:
        InputError: the name is empty, there is no seat, the votes are negative, a ``float`` or not a number, or a part
            is of the wrong type; all together.

    >>> Seat("Lichfield", 2, "1/3").votes
    Fraction(1, 3)
    """

    party: str
    seats: int
    votes: Fraction = attrs.field(converter=fraction_or_as_given)
    founding: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse a place that nobody holds, or that has less than no votes."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from text_issues("party", self.party, Words("the name of a party"))
        if type(self.seats) is not int or self.seats < 1:
            found = Words("it is {seats}", seats=shown(self.seats))
            yield Issue("seat.seats", "seats", found, Words("a whole number of seats, one or more"))
        issues = tuple(unread(exact_fraction, "votes", self.votes))
        yield from issues
        if not issues and self.votes < 0:
            found = Words("the votes are negative: {votes}", votes=plain(self.votes))
            yield Issue("seat.votes", "votes", found, Words("votes of nothing or more"))
        yield from wrong_type("founding", self.founding, bool, Words("true or false"))


@attrs.frozen
class Quorum:
    """What has to be present before anything can be decided; where both are given, both.

    Args:
        members: at least so many members: all the seats of a party that is present count.
        share: parties that hold at least this share of all the votes.

    Raises:
        InputError: the number of members is negative, or a part is of the wrong type; all together.

    >>> Quorum(share=Share("1/4")).members
    0
    """

    members: int = 0
    share: Share = Share(0)

    def __attrs_post_init__(self) -> None:
        """Refuse what is not a number of members and a share."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        if type(self.members) is not int or self.members < 0:
            found = Words("it is {members}", members=shown(self.members))
            yield Issue("quorum.members", "members", found, Words("a whole number of members, nothing or more"))
        yield from wrong_type("share", self.share, Share, Words("a Share"))


@attrs.frozen
class ReservedMatter:
    """A matter that needs more than a quorum and an ordinary majority.

    Args:
        name: what it is called; capitals and spacing do not matter.
        needs: what it needs beside.
        share: the share of all the votes, where it needs one; else none.

    Raises:
        InputError: the name is empty, a share is missing or is given where none is needed, or a part is of the wrong
            type; all together.

    >>> ReservedMatter("Admitting a party", Consent.SHARE_OF_VOTES, Share("75%")).share
    75%
    """

    name: str
    needs: Consent
    share: Share | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a matter that does not say what it needs."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from text_issues("name", self.name, Words("what the matter is called"))
        yield from wrong_type("needs", self.needs, Consent, Words("a Consent"))
        if self.share is not None:
            yield from wrong_type("share", self.share, Share, Words("a Share"))
        if self.needs is Consent.SHARE_OF_VOTES and self.share is None:
            found = Words("it needs a share of the votes, and there is none")
            yield Issue("reserved.share", "share", found, Words("a Share"))
        if self.needs in {Consent.UNANIMITY, Consent.FOUNDING_PARTIES} and self.share is not None:
            found = Words("there is a share, and it needs {needs}", needs=self.needs.value)
            yield Issue("reserved.share", "share", found, Words("no share"))


@attrs.frozen
class Board:
    """A board on which the parties decide together, and its rules.

    Args:
        name: what it is called.
        members: the place of each party; the order makes no difference.
        chair: the rule for who takes the chair, in the words of the agreement.
        quorum: what has to be present.
        reserved: the matters that need more than the ordinary majority.
        majority: the ordinary majority is more than this share of the votes cast: those for and against.
        casting_vote: the party that decides when as many votes are for as against; none if nobody does. It breaks a
            tie only where the ordinary majority is more than half.

    Raises:
        InputError: there are no members or no votes, a party has two places, the quorum is above the whole, a matter is
            reserved twice, or to founding parties where there are none, the ordinary majority is less than half or more
            than all, the casting vote is held by nobody on the board, or a part is of the wrong type; all together.

    >>> board = Board("Joint committee", (Seat("Lichfield", 2, 2), Seat("Tamworth", 1, 1)))
    >>> board.votes, board.seats
    (Fraction(3, 1), 3)
    """

    name: str
    members: tuple[Seat, ...]
    chair: str = ""
    quorum: Quorum = Quorum()
    reserved: tuple[ReservedMatter, ...] = ()
    majority: Share = HALF
    casting_vote: str | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a board that could not decide by its own rules."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from text_issues("name", self.name, Words("what the board is called"))
        members = tuple(_tuple_issues("members", self.members, Seat, Words("a tuple of Seats")))
        yield from members or self._member_issues()
        yield from wrong_type("chair", self.chair, str, Words("who takes the chair, or nothing"))
        quorum = tuple(wrong_type("quorum", self.quorum, Quorum, Words("a Quorum")))
        yield from quorum
        matters = Words("a tuple of ReservedMatters")
        reserved = tuple(_tuple_issues("reserved", self.reserved, ReservedMatter, matters))
        yield from reserved or self._reserved_issues()
        yield from self._majority_issues()
        if not members:
            yield from () if quorum else self._quorum_issues()
            yield from () if reserved else self._founding_issues()
            yield from self._casting_issues()

    def _member_issues(self) -> Iterator[Issue]:
        if not self.members:
            yield Issue("board.empty", "members", Words("the board has no members"), Words("at least one Seat"))
        elif self.votes == 0:
            yield Issue("board.votes", "members", Words("nobody has a vote"), Words("votes of over nothing in all"))
        met: set[str] = set()
        for number, seat in enumerate(self.members):
            if seat.party in met:
                found = Words("{party} has a place already", party=shown(seat.party))
                yield Issue("board.party", f"members[{number}].party", found, Words("each party once"))
            met.add(seat.party)

    def _reserved_issues(self) -> Iterator[Issue]:
        met: set[str] = set()
        for number, matter in enumerate(self.reserved):
            if plainly(matter.name) in met:
                found = Words("{matter} is reserved already", matter=shown(matter.name))
                yield Issue("board.reserved", f"reserved[{number}].name", found, Words("each matter once"))
            met.add(plainly(matter.name))

    def _majority_issues(self) -> Iterator[Issue]:
        yield from wrong_type("majority", self.majority, Share, Words("a Share"))
        if isinstance(self.majority, Share) and not HALF <= self.majority < Share(1):
            found = Words("more than {majority} of the votes cast is asked for", majority=str(self.majority))
            yield Issue("board.majority", "majority", found, Words("a share of one half or more, and less than all"))

    def _quorum_issues(self) -> Iterator[Issue]:
        if self.quorum.members > self.seats:
            template = "members for a quorum: {quorum}; members of the board: {seats}"
            found = Words(template, quorum=self.quorum.members, seats=self.seats)
            yield Issue("board.quorum", "quorum.members", found, Words("no more members than the board has"))

    def _founding_issues(self) -> Iterator[Issue]:
        if any(seat.founding for seat in self.members):
            return
        for number, matter in enumerate(self.reserved):
            if matter.needs is Consent.FOUNDING_PARTIES:
                found = Words("it needs all the founding parties, and there is none")
                yield Issue(
                    "board.founding", f"reserved[{number}].needs", found, Words("a board with founding parties")
                )

    def _casting_issues(self) -> Iterator[Issue]:
        parties = [seat.party for seat in self.members]
        if self.casting_vote is not None and self.casting_vote not in parties:
            found = Words("{party} has no seat", party=shown(self.casting_vote))
            yield Issue("board.casting", "casting_vote", found, one_of(parties))

    @property
    def seats(self) -> int:
        """How many members the board has."""
        return sum(seat.seats for seat in self.members)

    @property
    def votes(self) -> Fraction:
        """How many votes there are in all."""
        return sum((seat.votes for seat in self.members), Fraction(0))

    def reserved_matter(self, name: str) -> ReservedMatter | None:
        """Find the reserved matter of that name, whatever its capitals and spacing; none for an ordinary matter.

        >>> admission = ReservedMatter("Admitting a party", Consent.UNANIMITY)
        >>> board = Board("Joint committee", (Seat("Lichfield", 1, 1),), reserved=(admission,))
        >>> board.reserved_matter("admitting  a party") == admission
        True
        """
        return next((matter for matter in self.reserved if plainly(matter.name) == plainly(name)), None)


def _tuple_issues(place: str, items: object, kind: type, accepted: Words) -> Iterator[Issue]:
    if not isinstance(items, tuple):
        yield from wrong_type(place, items, tuple, accepted)
        return
    for number, item in enumerate(cast("tuple[object, ...]", items)):
        yield from wrong_type(f"{place}[{number}]", item, kind, Words("a {kind}", kind=kind.__name__))


def plainly(name: str) -> str:
    """Give a name without its capitals and spacing, to be compared."""
    return " ".join(name.casefold().split())


def one_of(parties: Iterable[str]) -> Words:
    """Say that one of the parties would be accepted."""
    return Words("one of: {parties}", parties="; ".join(map(shown, parties)) or "none")
