"""The facts that the overlays ask for: assistance, VAT, competition and legal work.

A part that is ``None`` has not been said. Every class refuses all that is wrong with its data at once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

import attrs

from lgtrade.calendar import FinancialYear, day_or_as_given
from lgtrade.issues import Issue, read_or_as_given, refuse, wrong_type
from lgtrade.law.enactments import KNOWN_FROM, KNOWN_TO
from lgtrade.law.facts._particulars import day_if_given, not_days
from lgtrade.money import ZERO, Money, Share, total
from lgtrade.words import Words

_TRUTH = Words("true or false, or nothing")
_MONEY = Words("Money, or nothing")
_YEARS_BEFORE = 2
"""How many whole financial years the applicable period reaches back: Subsidy Control Act 2022 s.36(2)(b)."""


def as_share(value: object) -> Share:
    """Read a share, or keep one."""
    return value if isinstance(value, Share) else Share(value)


def share_as_given(value: object) -> Share:
    """Read a share, or keep what was given, to be refused with all else that is wrong."""
    return read_or_as_given(as_share, value)


def share_if_given(value: object) -> Share | None:
    """Read a share, or keep that none is given."""
    return None if value is None else share_as_given(value)


def truths(facts: object, *places: str) -> Iterator[Issue]:
    """Yield an issue for each field that is given and is neither true nor false."""
    for place in places:
        if getattr(facts, place) is not None:
            yield from wrong_type(place, getattr(facts, place), bool, _TRUTH)


def sums_of(**sums: object) -> Iterator[Issue]:
    """Yield an issue for each sum that is given and is not money, or is less than nothing."""
    for place, amount in sums.items():
        if amount is None:
            continue
        yield from wrong_type(place, amount, Money, _MONEY)
        if isinstance(amount, Money) and amount < ZERO:
            found = Words("{amount} is less than nothing", amount=amount)
            yield Issue("overlay.negative", place, found, Words("a sum of nothing or more"))


def known_day(place: str, day: dt.date | None) -> Iterator[Issue]:
    """Yield an issue if a day is given and is no day, or the law of that day is not known."""
    wrong = not_days(**{place: day})
    yield from wrong
    if not wrong and day is not None and not KNOWN_FROM <= day <= KNOWN_TO:
        found = Words("{day} is outside the law that is known", day=day)
        accepted = Words("a day from {first} to {last}", first=KNOWN_FROM, last=KNOWN_TO)
        yield Issue("proposal.day", place, found, accepted)


@attrs.frozen
class Award:
    """Minimal financial assistance, or assistance for a service of public economic interest, given before.

    Awards of de minimis aid before 2021, and their like under the Trade and Cooperation Agreement, count too
    (Subsidy Control Act 2022 s.42(8)); other subsidies do not.

    Args:
        on: the day on which it was given.
        amount: its gross cash amount, or the gross cash equivalent of anything else.
        to: the enterprise; empty for the one that the assistance in question is for.
        by: who gave it: awards by every public authority count.

    >>> Award("2024-06-01", Money.pounds(100_000)).on
    datetime.date(2024, 6, 1)
    """

    on: dt.date = attrs.field(converter=day_or_as_given)
    amount: Money
    to: str = ""
    by: str = ""

    def __attrs_post_init__(self) -> None:
        """Refuse what is no day, and what is no sum of money."""
        issues = [*not_days(on=self.on), *wrong_type("amount", self.amount, Money, Words("Money"))]
        if not issues:
            issues += sums_of(amount=self.amount)
        for place in ("to", "by"):
            issues += wrong_type(place, getattr(self, place), str, Words("a name, or nothing"))
        refuse(issues)


def _awards(value: Iterable[Award] | None) -> tuple[Award, ...] | None:
    return None if value is None else tuple(value)


@attrs.frozen(kw_only=True)
class Assistance:
    """Money, staff, premises, goods, services, a loan or a guarantee that an authority would give to a business.

    Args:
        to: the enterprise: a person, or persons under common control, offering goods or services on a market.
        enterprise: whether it is one, for what it is given the assistance for.
        market_terms: whether the terms are no better than it could have had on the market.
        amount: what is to be given: the gross cash amount, or the gross cash equivalent of anything else.
        given: the day on which it is to be given; that of the proposal if none is said.
        earlier: the awards that it has had; an empty list says that there are none.
        public_economic_interest: whether it is given for a service of public economic interest entrusted to it.
        notified: whether the enterprise has had the written notification and has confirmed that the limit holds.
        principles_considered: whether the authority has considered the subsidy control principles, and is of the view
            that the subsidy is consistent with them.

    Raises:
        InputError: a day, a sum or an award that cannot be right.

    >>> help = Assistance(amount=Money.pounds(15_000), earlier=[Award("2023-04-01", Money.pounds(300_000)),
    ...                                                         Award("2023-03-31", Money.pounds(90_000))])
    >>> help.running_total(dt.date(2026, 3, 31))
    £315,000.00
    """

    to: str = ""
    enterprise: bool | None = None
    market_terms: bool | None = None
    amount: Money | None = None
    given: dt.date | None = attrs.field(default=None, converter=day_if_given)
    earlier: tuple[Award, ...] | None = attrs.field(default=None, converter=_awards)
    public_economic_interest: bool | None = None
    notified: bool | None = None
    principles_considered: bool | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse days, sums and awards that cannot be right."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("to", self.to, str, Words("a name, or nothing"))
        yield from truths(self, "enterprise", "market_terms", "public_economic_interest", "notified")
        yield from truths(self, "principles_considered")
        yield from sums_of(amount=self.amount)
        yield from known_day("given", self.given)
        for number, award in enumerate(self.earlier or ()):
            yield from wrong_type(f"earlier[{number}]", award, Award, Words("an Award"))

    def counted(self, day: dt.date) -> tuple[Award, ...]:
        """Give the earlier awards to the enterprise that count on a day.

        The applicable period is the part of the financial year that has passed by that day, and the two financial years
        before it (Subsidy Control Act 2022 ss.36(2) and 38(2)).
        """
        first = (FinancialYear.of(day) + -_YEARS_BEFORE).period.first
        return tuple(award for award in self.earlier or () if first <= award.on <= day and self._is_to_it(award))

    def _is_to_it(self, award: Award) -> bool:
        return not award.to or not self.to or award.to == self.to

    def running_total(self, day: dt.date) -> Money:
        """Add what is to be given on a day to the earlier awards that count."""
        return total([self.amount or ZERO, *(award.amount for award in self.counted(day))])


@attrs.frozen(kw_only=True)
class Vat:
    """What decides how a supply is treated for VAT.

    Args:
        obliged: whether the supplier makes it under a statutory obligation.
        competes: whether it competes with the private sector on a significant scale, so that not charging VAT would
            significantly distort competition.
        includes_goods: whether goods are part of it.
        agreed_to_tax: whether both parties agree that it is taxed.
        special_regime: whether it is governed by a legal regime that does not apply to private suppliers.
        listed_activity: whether it is one of the activities listed in VATA 1994 s.41A(2), and more than negligible.

    >>> Vat(competes=False, agreed_to_tax=True).agreed_to_tax
    True
    """

    obliged: bool | None = None
    competes: bool | None = None
    includes_goods: bool | None = None
    agreed_to_tax: bool | None = None
    special_regime: bool | None = None
    listed_activity: bool | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse what is neither true nor false."""
        refuse(truths(self, *(field.name for field in attrs.fields(Vat))))


@attrs.frozen(kw_only=True)
class Competition:
    """What decides whether competition law bites on the price.

    Args:
        undertaking: whether the supplier, or its company, acts as an undertaking: whether it carries on an economic
            activity.
        open_market: whether others offer the service, or could.
        below_cost: whether the charge is below what the service costs.
        dominant: whether the supplier is dominant in that market.

    >>> Competition(undertaking=True, open_market=True, below_cost=False).below_cost
    False
    """

    undertaking: bool | None = None
    open_market: bool | None = None
    below_cost: bool | None = None
    dominant: bool | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse what is neither true nor false."""
        refuse(truths(self, *(field.name for field in attrs.fields(Competition))))


@attrs.frozen(kw_only=True)
class LegalWork:
    """What decides whether legal services need an authorised body.

    Args:
        reserved: whether they include a reserved legal activity, such as conducting litigation.
        authorised_body: whether they are provided through a body authorised for it, as an alternative business
            structure is.
        closed_group: whether the clients are a closed local group already joined to the supplier, and not whoever asks.

    >>> LegalWork(reserved=True, closed_group=False).reserved
    True
    """

    reserved: bool | None = None
    authorised_body: bool | None = None
    closed_group: bool | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse what is neither true nor false."""
        refuse(truths(self, *(field.name for field in attrs.fields(LegalWork))))
