"""How the parties decide together: votes counted by the rules of their board, and whether a matter is carried."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from fractions import Fraction

import attrs

from lgtrade.agreements._board import HALF, Board, Consent, Seat, one_of
from lgtrade.agreements._terms import text_issues
from lgtrade.answers import Answer, Reason, Verdict, combine
from lgtrade.frozen import FrozenMapping
from lgtrade.issues import Issue, refuse, shown, wrong_type
from lgtrade.money import Share, plain
from lgtrade.words import Words


class Vote(enum.Enum):
    """What a party did when a matter was put to the vote."""

    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"
    ABSENT = "absent"


@attrs.frozen
class Ballot:
    """What one party did, and with what weight.

    Args:
        seat: the place of the party on the board.
        vote: what it did.

    >>> Ballot(Seat("Lichfield", 2, 2), Vote.FOR).vote.value
    'for'
    """

    seat: Seat
    vote: Vote


def _votes(votes: Mapping[str, Vote]) -> FrozenMapping[str, Vote]:
    return FrozenMapping(votes) if isinstance(votes, Mapping) else votes  # refused with all else that is wrong


@attrs.frozen
class Decision:
    """Whether a board carried a matter, and why.

    Everything is worked out from the board, the matter and the votes: see :func:`decide`.

    Args:
        board: the board, with its rules.
        matter: what was put to the vote.
        votes: what each party did; a party that is not named was absent.

    Raises:
        InputError: a party that voted has no seat, the matter is empty, or a part is of the wrong type; all together.

    >>> board = Board("Joint committee", (Seat("Lichfield", 2, 2), Seat("Tamworth", 1, 1)))
    >>> print(Decision(board, "The budget", {"Lichfield": Vote.FOR}).answer.words)
    The budget is carried. Votes for: 2 of 2 cast; more than 50% is needed.
    """

    board: Board
    matter: str
    votes: Mapping[str, Vote] = attrs.field(converter=_votes)

    def __attrs_post_init__(self) -> None:
        """Refuse votes that could not have been given."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("board", self.board, Board, Words("a Board"))
        yield from text_issues("matter", self.matter, Words("what is put to the vote"))
        wrong = tuple(wrong_type("votes", self.votes, Mapping, Words("the Vote of each party")))
        yield from wrong or self._vote_issues()

    def _vote_issues(self) -> Iterator[Issue]:
        parties = [seat.party for seat in self.board.members] if isinstance(self.board, Board) else list(self.votes)
        for party, vote in self.votes.items():
            if party not in parties:
                found = Words("{party} has no seat", party=shown(party))
                yield Issue("decision.party", f"votes[{party}]", found, one_of(parties))
            yield from wrong_type(f"votes[{party}]", vote, Vote, Words("a Vote"))

    @property
    def ballots(self) -> tuple[Ballot, ...]:
        """What every party on the board did, in the order of their names: their votes add to those of the board."""
        seats = sorted(self.board.members, key=lambda seat: seat.party)
        return tuple(Ballot(seat, self.votes.get(seat.party, Vote.ABSENT)) for seat in seats)

    def counted(self, vote: Vote) -> Fraction:
        """Count the votes of the parties that did one thing.

        Args:
            vote: what they did.

        >>> board = Board("Joint committee", (Seat("Lichfield", 2, 2), Seat("Tamworth", 1, 1)))
        >>> decide(board, "The budget", {"Lichfield": Vote.FOR}).counted(Vote.ABSENT)
        Fraction(1, 1)
        """
        return sum((each.seat.votes for each in self.ballots if each.vote is vote), Fraction(0))

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The answer to each rule: the quorum if there is one, the majority, and that of a reserved matter."""
        return (*self._quorum_answers(), self._majority_answer(), *self._reserved_answers())

    @property
    def answer(self) -> Answer:
        """Whether the matter is carried: if not, with the first rule that stood in the way."""
        together = combine(self.answers)
        if together.verdict is Verdict.YES:
            words = Words("{matter} is carried. {reason}", matter=self.matter, reason=self._majority_answer().words)
        else:
            reason = together.deciding[0].words
            words = Words("{matter} is not carried. {reason}", matter=self.matter, reason=reason)
        return Answer(together.verdict, words, "decision")

    @property
    def carried(self) -> bool:
        """Whether the matter is carried."""
        return self.answer.verdict is Verdict.YES

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why: every rule that was kept if the matter is carried, else every rule that stood in the way."""
        return tuple(answer.reason for answer in combine(self.answers).deciding)

    def _quorum_answers(self) -> Iterator[Answer]:
        quorum = self.board.quorum
        present = [each.seat for each in self.ballots if each.vote is not Vote.ABSENT]
        if quorum.members:
            members = sum(seat.seats for seat in present)
            words = Words("Members present: {members}; the quorum is {quorum}.", members=members, quorum=quorum.members)
            yield _answer("quorum_of_members", words, holds=members >= quorum.members)
        if quorum.share > Share(0):
            votes, whole = sum((seat.votes for seat in present), Fraction(0)), self.board.votes
            template = "Votes present: {votes} of {whole}; the quorum is {quorum}."
            words = Words(template, votes=plain(votes), whole=plain(whole), quorum=str(quorum.share))
            yield _answer("quorum_of_votes", words, holds=votes >= whole * quorum.share.fraction)

    def _majority_answer(self) -> Answer:
        votes_for, against = self.counted(Vote.FOR), self.counted(Vote.AGAINST)
        majority, cast = self.board.majority, votes_for + against
        if votes_for == against > 0 and majority == HALF:
            return self._tie_answer(votes_for)
        template = "Votes for: {votes} of {cast} cast; more than {majority} is needed."
        words = Words(template, votes=plain(votes_for), cast=plain(cast), majority=str(majority))
        return _answer("majority", words, holds=votes_for > cast * majority.fraction)

    def _tie_answer(self, votes: Fraction) -> Answer:
        holder = self.board.casting_vote
        if holder is None:
            words = Words("The votes are equal, {votes} each, and nobody has a casting vote.", votes=plain(votes))
            return _answer("majority", words, holds=False)
        vote = self.votes.get(holder, Vote.ABSENT)
        words = Words(_CASTING[vote], votes=plain(votes), holder=holder)
        return _answer("majority", words, holds=vote is Vote.FOR)

    def _reserved_answers(self) -> Iterator[Answer]:
        reserved = self.board.reserved_matter(self.matter)
        if reserved is None:
            return
        if reserved.share is not None:
            votes, whole, share = self.counted(Vote.FOR), self.board.votes, reserved.share
            template = "It is a reserved matter. Votes for: {votes} of {whole} in all; at least {share} is needed."
            words = Words(template, votes=plain(votes), whole=plain(whole), share=str(share))
            yield _answer("reserved_matter", words, holds=votes >= whole * share.fraction)
            return
        unanimous = reserved.needs is Consent.UNANIMITY
        needed = [each for each in self.ballots if (each.seat.votes > 0 if unanimous else each.seat.founding)]
        missing = [each.seat.party for each in needed if each.vote is not Vote.FOR]
        template = _MISSING[reserved.needs] if missing else _CONSENTED[reserved.needs]
        words = Words(template, parties=", ".join(missing)) if missing else Words(template)
        yield _answer("reserved_matter", words, holds=not missing)


_CASTING = {
    Vote.FOR: "The votes are equal, {votes} each, and {holder}, which has the casting vote, is for.",
    Vote.AGAINST: "The votes are equal, {votes} each, and {holder}, which has the casting vote, is against.",
    Vote.ABSTAIN: "The votes are equal, {votes} each, and {holder}, which has the casting vote, abstained.",
    Vote.ABSENT: "The votes are equal, {votes} each, and {holder}, which has the casting vote, is absent.",
}
_CONSENTED = {
    Consent.UNANIMITY: "It is a reserved matter, and every party that has votes is for.",
    Consent.FOUNDING_PARTIES: "It is a reserved matter, and every founding party is for.",
}
_MISSING = {
    Consent.UNANIMITY: "It is a reserved matter that every party with votes has to be for. These are not: {parties}.",
    Consent.FOUNDING_PARTIES: "It is a reserved matter that every founding party has to be for. "
    "These are not: {parties}.",
}


def _answer(code: str, words: Words, *, holds: bool) -> Answer:
    return Answer(Verdict.YES if holds else Verdict.NO, words, code)


def decide(board: Board, matter: str, votes: Mapping[str, Vote]) -> Decision:
    """Decide a matter by the rules of a board.

    It is carried if there is a quorum; if more than the ordinary majority of the votes cast are for; and, if it is a
    reserved matter, if it has the consent that it needs besides, so that it is never easier to carry than another.
    Votes are cast for or against: a party that abstains is present and casts none. A tie is carried only if the party
    with the casting vote is itself for: its casting vote is taken to go the same way as its own.

    Args:
        board: the board.
        matter: what is put to the vote; it is a reserved matter if it bears the name of one.
        votes: what each party did; a party that is not named is absent.

    Raises:
        InputError: a party that voted has no seat, the matter is empty, or a part is of the wrong type; all together.

    >>> board = Board("Joint committee", (Seat("Lichfield", 1, 1), Seat("Tamworth", 1, 1)), casting_vote="Lichfield")
    >>> decision = decide(board, "The budget", {"Lichfield": Vote.FOR, "Tamworth": Vote.AGAINST})
    >>> print(decision.answer.words)
    The budget is carried. The votes are equal, 1 each, and Lichfield, which has the casting vote, is for.
    """
    return Decision(board, matter, votes)
