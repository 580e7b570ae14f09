"""The facts of a purchase: the company that would supply, and what its buyer would award."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable, Iterator
from fractions import Fraction

import attrs

from lgtrade.issues import Issue, refuse, unread, wrong_type
from lgtrade.law.facts._overlay_facts import as_share, known_day, share_as_given, share_if_given, sums_of, truths
from lgtrade.law.facts._particulars import day_if_given, not_days
from lgtrade.money import ZERO, Money, Share, plain
from lgtrade.words import Words


class OwnerKind(enum.Enum):
    """What an owner of a company is."""

    LOCAL_AUTHORITY = "local authority"
    PUBLIC = "another public authority"
    PRIVATE = "not a public authority"


@attrs.frozen
class Owner:
    """One owner, or member, of a company.

    Args:
        name: who it is.
        votes: its share of the votes at a general meeting; anything :class:`lgtrade.money.Share` reads.
        kind: a local authority, another public authority, or neither.

    >>> Owner("Lichfield", "60%", OwnerKind.LOCAL_AUTHORITY).votes
    60%
    """

    name: str
    votes: Share = attrs.field(converter=share_as_given)
    kind: OwnerKind

    def __attrs_post_init__(self) -> None:
        """Refuse an owner without a name, or with votes that are no share."""
        issues = [*wrong_type("name", self.name, str, Words("a name"))]
        if self.name == "":
            issues.append(Issue("name.empty", "name", Words("it is empty"), Words("a name")))
        issues += unread(as_share, "votes", self.votes)
        refuse([*issues, *wrong_type("kind", self.kind, OwnerKind, Words("an OwnerKind"))])


def _owners(value: Iterable[Owner] | None) -> tuple[Owner, ...] | None:
    return None if value is None else tuple(value)


@attrs.frozen(kw_only=True)
class Company:
    """The company or society through which an authority would supply.

    Args:
        owners: every owner with its votes, which add to the whole.
        appoints_board: whether a local authority, or several together, may appoint or remove most of the directors.
        authority_directors: the share of the directors, or of their votes, who are associated with a local authority.
        business_relationship: whether its business or assets depend on the authority to the extent that the 1989 Act
            s.69(3) says.
        dominant_influence: whether the authority has a dominant influence over it, or would have to prepare group
            accounts with it (SI 1995/849 art.1(5) to (8)).
        unlimited: whether it is an unlimited company.
        arms_length: whether the authority resolved that it is an arm's length company (1989 Act s.68(6)).
        formed: the day on which it was formed.

    Raises:
        InputError: nobody owns it, an owner is named twice, or the votes do not add to the whole.

    >>> shop = Company(owners=[Owner("Lichfield", "75%", OwnerKind.LOCAL_AUTHORITY),
    ...                        Owner("a builder", "25%", OwnerKind.PRIVATE)])
    >>> shop.authority_votes, shop.has_private_owner
    (Fraction(3, 4), True)
    """

    owners: tuple[Owner, ...] | None = attrs.field(default=None, converter=_owners)
    appoints_board: bool | None = None
    authority_directors: Share | None = attrs.field(default=None, converter=share_if_given)
    business_relationship: bool | None = None
    dominant_influence: bool | None = None
    unlimited: bool | None = None
    arms_length: bool | None = None
    formed: dt.date | None = attrs.field(default=None, converter=day_if_given)

    def __attrs_post_init__(self) -> None:
        """Refuse a company that nobody owns, and owners that do not add up."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from truths(self, "appoints_board", "business_relationship", "dominant_influence")
        yield from truths(self, "unlimited", "arms_length")
        if self.authority_directors is not None:
            yield from unread(as_share, "authority_directors", self.authority_directors)
        yield from not_days(formed=self.formed)
        if self.owners is None:
            return
        if not self.owners:
            yield Issue("company.owners", "owners", Words("nobody owns the company"), Words("at least one owner"))
            return
        wrong = [
            issue
            for number, owner in enumerate(self.owners)
            for issue in wrong_type(f"owners[{number}]", owner, Owner, Words("an Owner"))
        ]
        yield from wrong
        if not wrong:
            yield from self._issues_of_votes(self.owners)

    @staticmethod
    def _issues_of_votes(owners: tuple[Owner, ...]) -> Iterator[Issue]:
        seen: set[str] = set()
        for number, owner in enumerate(owners):
            if owner.name in seen:
                found = Words("{name} is named twice", name=owner.name)
                yield Issue("company.twice", f"owners[{number}]", found, Words("each owner once"))
            seen.add(owner.name)
        added = sum((owner.votes.fraction for owner in owners), Fraction(0))
        if added != 1:
            found = Words("the votes add to {percent}%", percent=plain(added * 100))
            yield Issue("company.votes", "owners", found, Words("votes that add to 100%"))

    @property
    def authority_votes(self) -> Fraction | None:
        """The share of the votes that local authorities hold between them; none if the owners have not been given."""
        if self.owners is None:
            return None
        held = (owner.votes.fraction for owner in self.owners if owner.kind is OwnerKind.LOCAL_AUTHORITY)
        return sum(held, Fraction(0))

    @property
    def has_private_owner(self) -> bool | None:
        """Whether anybody that is not a public authority owns part of it; none if the owners have not been given."""
        if self.owners is None:
            return None
        return any(owner.kind is OwnerKind.PRIVATE for owner in self.owners)

    @property
    def is_jointly_owned(self) -> bool | None:
        """Whether more than one public authority owns part of it; none if the owners have not been given."""
        if self.owners is None:
            return None
        return sum(owner.kind is not OwnerKind.PRIVATE for owner in self.owners) > 1


class Route(enum.Enum):
    """How, and to whom, the buyer would award the contract."""

    OWN_COMPANY = "to the buyer's own company"
    SISTER = "to a body in the same ownership, or to an owner"
    BETWEEN_AUTHORITIES = "between authorities that co-operate"
    COMPETED = "to the winner of a competition"
    DIRECT = "direct, to anybody else"


class ContractKind(enum.Enum):
    """What sort of contract it is, for the thresholds."""

    GOODS_OR_SERVICES = "goods or services"
    LIGHT_TOUCH = "light-touch services"
    WORKS = "works"


@attrs.frozen(kw_only=True)
class Procurement:
    """What the buyer would award, and what could spare it a competition.

    Args:
        route: how, and to whom, it would be awarded.
        began: the day on which the procurement began: its first notice, or the first approach to a supplier.
        value: its estimated value over its whole term, with VAT.
        vat: the VAT in that value: thresholds were net of VAT until 31 December 2021.
        above_threshold: whether it reaches the threshold, where the value itself is not given.
        kind: which sort of contract, where that does not follow from what is supplied.
        for_value: whether anything is given in return, in money or in promises made to one another.
        turnover: of the company, or of all that the co-operation covers, over the three years before the award.
        outside_turnover: the part of it earned otherwise than for those who control the company and the bodies they
            control; for a co-operation, the part otherwise than for the authorities' public functions.
        outside_share: that part as a share, where only the share is known.
        controlled: whether the buyer, alone or with others, controls the company: a decisive influence over its
            strategy and its significant decisions or, from 2025, as its parent undertaking.
        joint: whether it is controlled jointly with other authorities.
        represented: whether every authority that controls it is represented on its board.
        contrary_interests: whether it pursues anything contrary to the interests of one of them.
        other_influence: whether anybody else exerts a decisive influence on what it does.
        private_shares: whether anybody that is not a public authority holds shares or capital in it.
        common_objectives: whether a co-operation serves public tasks with objectives that the authorities share.
        public_interest_only: whether nothing but the public interest governs it.
        private_advantage: whether it puts a private firm ahead of its competitors.

    Raises:
        InputError: sums or shares that cannot be right, or the same thing said twice.

    >>> Procurement(turnover=Money.pounds(1000), outside_turnover=Money.pounds(200)).outside
    Fraction(1, 5)
    """

    route: Route | None = None
    began: dt.date | None = attrs.field(default=None, converter=day_if_given)
    value: Money | None = None
    vat: Money | None = None
    above_threshold: bool | None = None
    kind: ContractKind | None = None
    for_value: bool | None = None
    turnover: Money | None = None
    outside_turnover: Money | None = None
    outside_share: Share | None = attrs.field(default=None, converter=share_if_given)
    controlled: bool | None = None
    joint: bool | None = None
    represented: bool | None = None
    contrary_interests: bool | None = None
    other_influence: bool | None = None
    private_shares: bool | None = None
    common_objectives: bool | None = None
    public_interest_only: bool | None = None
    private_advantage: bool | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse sums and shares that cannot be right."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        for place, kind in (("route", Route), ("kind", ContractKind)):
            if getattr(self, place) is not None:
                say = Words("a {kind}, or nothing", kind=kind.__name__)
                yield from wrong_type(place, getattr(self, place), kind, say)
        yield from known_day("began", self.began)
        yield from truths(self, *_PROCUREMENT_TRUTHS)
        sums = {place: getattr(self, place) for place in ("value", "vat", "turnover", "outside_turnover")}
        wrong = [*sums_of(**sums)]
        yield from wrong
        if self.outside_share is not None:
            yield from unread(as_share, "outside_share", self.outside_share)
        if not wrong:
            yield from self._issues_ofsums_of()

    def _issues_ofsums_of(self) -> Iterator[Issue]:
        if self.value is not None and self.above_threshold is not None:
            found = Words("the value is given too")
            accepted = Words("the value alone, or true or false where it is not known")
            yield Issue("procurement.threshold", "above_threshold", found, accepted)
        if self.vat is not None and (self.value is None or self.vat > self.value):
            found = Words("it is more than the value") if self.value is not None else Words("the value is not given")
            yield Issue("procurement.vat", "vat", found, Words("the VAT in the value"))
        if self.turnover == ZERO:
            accepted = Words("a sum over nothing: what is projected, for a new company")
            yield Issue("procurement.turnover", "turnover", Words("there is no turnover"), accepted)
        if self.outside_turnover is not None and (self.turnover is None or self.outside_turnover > self.turnover):
            more = Words("it is more than the whole turnover")
            found = more if self.turnover is not None else Words("the whole turnover is not given")
            yield Issue("procurement.outside", "outside_turnover", found, Words("a part of the turnover"))
        if self.outside_share is not None and self.outside_turnover is not None:
            found = Words("the outside turnover is given too")
            yield Issue("procurement.outside", "outside_share", found, Words("one of the two"))

    @property
    def outside(self) -> Fraction | None:
        """The exact share of the activity that is for others; none if it has not been given."""
        if self.outside_share is not None:
            return self.outside_share.fraction
        if self.turnover is None or self.outside_turnover is None:
            return None
        return Fraction(self.outside_turnover.pence, self.turnover.pence)


_PROCUREMENT_TRUTHS = (
    "above_threshold",
    "for_value",
    "controlled",
    "joint",
    "represented",
    "contrary_interests",
    "other_influence",
    "private_shares",
    "common_objectives",
    "public_interest_only",
    "private_advantage",
)
