"""What becomes of an agreement when a party is abolished: followed, merged, split, or gone."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterator, Mapping
from fractions import Fraction

import attrs

from lgtrade.agreements._agreement import Agreement, Party, Role
from lgtrade.authorities import Authority, Person, Register, register
from lgtrade.calendar import as_day
from lgtrade.issues import InputError, Issue, refuse, shown, wrong_type
from lgtrade.money import Share, plain
from lgtrade.words import Words


class Fate(enum.Enum):
    """What a reorganisation makes of a party.

    >>> Fate("goes on").name
    'GOES_ON'
    """

    GOES_ON = "goes on"
    FOLLOWED = "followed by one body"
    SPLIT = "split between several bodies"
    GONE = "ended, and no successor is known"


@attrs.frozen
class PartyFate:
    """What a party has become by a day.

    Args:
        party: the party as it was named in the agreement.
        fate: what became of it.
        bodies: the bodies that stand in its place: itself, its successor, or several.

    >>> from lgtrade.authorities import find
    >>> PartyFate(Party(find("Mendip"), Role.CUSTOMER), Fate.FOLLOWED, (find("Somerset"),)).fate.value
    'followed by one body'
    """

    party: Party
    fate: Fate
    bodies: tuple[Authority, ...] = ()

    @property
    def words(self) -> Words:
        """Say what became of it."""
        names = ", ".join(body.name for body in self.bodies) or "nobody"
        return Words("{name}: {fate} ({names}).", name=self.party.body.name, fate=self.fate.value, names=names)


@attrs.frozen
class SuccessionReport:
    """What a reorganisation makes of an agreement.

    Args:
        fates: what became of each party, in order.
        agreement: the agreement between the bodies of the day; none if it became internal, if shares have to be agreed
            first, or if a party is gone.
        internal: the body that is now on both sides, so that the agreement ends or becomes an internal one.
        needs_shares: the names of the parties that were split, for which the parties have to agree shares.

    >>> from lgtrade.agreements import Party, Role
    >>> from lgtrade.authorities import find
    >>> from lgtrade.calendar import Period
    >>> from lgtrade.charging import AtCost
    >>> from lgtrade.services import ServiceKind
    >>> agreement = Agreement(
    ...     "HD1",
    ...     (Party(find("Lichfield"), Role.SUPPLIER), Party(find("Staffordshire Moorlands"), Role.CUSTOMER)),
    ...     ServiceKind("help-desk", "Help desk", unit="call"),
    ...     Period("2004-04-01", "2007-03-31"),
    ...     AtCost(),
    ... )
    >>> SuccessionReport((), agreement).internal
    """

    fates: tuple[PartyFate, ...]
    agreement: Agreement | None = None
    internal: Authority | None = None
    needs_shares: tuple[str, ...] = ()


def succession(
    agreement: Agreement,
    on: dt.date | str,
    shares: Mapping[str, Mapping[str, Share]] | None = None,
    among: Register | None = None,
) -> SuccessionReport:
    """Follow each party of an agreement to the bodies of a day.

    Args:
        agreement: the agreement.
        on: the day.
        shares: for a party that was split, by its name, the share of its side that each successor takes over. The
            successor with the greatest share, and of equals the first, takes its place in the agreement; what each owes
            the others is for the sharing of costs.
        among: the register; the shipped one if none is given.

    Raises:
        InputError: shares are not of the successors of that party, or do not add to the whole; all together.

    >>> from lgtrade.authorities import find
    >>> from lgtrade.calendar import Period
    >>> from lgtrade.charging import Flat
    >>> from lgtrade.money import Money
    >>> from lgtrade.services import ServiceKind
    >>> parties = (Party(find("Mendip"), Role.SUPPLIER), Party(find("Sedgemoor"), Role.CUSTOMER))
    >>> term = Period("2022-04-01", "2025-03-31")
    >>> audit = Agreement("A1", parties, ServiceKind("audit", "Audit"), term, Flat(Money.pounds(900)))
    >>> succession(audit, "2023-04-01").internal.name
    'Somerset Council'
    """
    day, held = as_day(on), among or register()
    fates = tuple(_fate(party, day, held) for party in agreement.parties)
    given = shares or {}
    refuse(_issues(given, fates))
    split = tuple(
        dict.fromkeys(
            each.party.body.name for each in fates if each.fate is Fate.SPLIT and each.party.body.name not in given
        )
    )
    if split or any(each.fate is Fate.GONE for each in fates):
        return SuccessionReport(fates, needs_shares=split)
    parties = tuple(Party(_stands_in(each, given), each.party.role) for each in fates)
    sides = {party.role: party.body for party in parties}
    if sides[Role.SUPPLIER] == sides[Role.CUSTOMER]:
        body = sides[Role.SUPPLIER]
        return SuccessionReport(fates, internal=body if isinstance(body, Authority) else None)
    return SuccessionReport(fates, attrs.evolve(agreement, parties=tuple(dict.fromkeys(parties))))


def _fate(party: Party, day: dt.date, held: Register) -> PartyFate:
    body = party.body
    if not isinstance(body, Authority):
        return PartyFate(party, Fate.GOES_ON)
    if body.last is None or day <= body.last:
        return PartyFate(party, Fate.GOES_ON, (body,))
    bodies = _followed(body, day, held)
    fates = {0: Fate.GONE, 1: Fate.FOLLOWED}
    return PartyFate(party, fates.get(len(bodies), Fate.SPLIT), bodies)


def _followed(body: Authority, day: dt.date, held: Register) -> tuple[Authority, ...]:
    try:
        return held.successors(body, day)
    except InputError:
        return ()


def _stands_in(fate: PartyFate, shares: Mapping[str, Mapping[str, Share]]) -> Authority | Person:
    if not fate.bodies:
        return fate.party.body
    if fate.fate is not Fate.SPLIT:
        return fate.bodies[0]
    parts = shares[fate.party.body.name]
    return max(fate.bodies, key=lambda body: parts[body.name].fraction)


def _issues(shares: Mapping[str, Mapping[str, Share]], fates: tuple[PartyFate, ...]) -> Iterator[Issue]:
    split = {each.party.body.name: each.bodies for each in fates if each.fate is Fate.SPLIT}
    for name, parts in shares.items():
        if name not in split:
            found = Words("{name} was not split", name=shown(name))
            those = ", ".join(split) or "no party was"
            yield Issue("succession.split", f"shares[{name}]", found, Words("a party that was: {names}", names=those))
            continue
        wrong = [
            issue
            for heir, part in parts.items()
            for issue in wrong_type(f"shares[{name}][{heir}]", part, Share, Words("a Share"))
        ]
        yield from wrong
        names = [body.name for body in split[name]]
        if sorted(parts) != sorted(names):
            found = Words("the shares are of: {names}", names=", ".join(parts) or "nobody")
            accepted = Words("a share for each of: {names}", names=", ".join(names))
            yield Issue("succession.shares", f"shares[{name}]", found, accepted)
        elif not wrong and (whole := sum((part.fraction for part in parts.values()), Fraction(0))) != 1:
            found = Words("the shares add to {whole}%", whole=plain(whole * 100))
            yield Issue("succession.whole", f"shares[{name}]", found, Words("shares that add to the whole"))
