"""Leaving: when it takes effect, what it costs and who bears that, and what it does to those who stay."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from fractions import Fraction

import attrs

from lgtrade.calendar import day_issues, day_or_as_given
from lgtrade.figures import Figure, Figures
from lgtrade.frozen import FrozenMapping, freeze
from lgtrade.issues import Issue, each_wrong_type, refuse, shown, wrong_type
from lgtrade.money import UP, ZERO, Amount, Money, Share, Split, plain, split, total
from lgtrade.notebook import ShownInNotebooks
from lgtrade.sources import Assumption, Basis, Source
from lgtrade.words import Words


@attrs.frozen
class ExitCost:
    """One cost of a partner's leaving.

    Args:
        heading: what it is, as in "redundancy" or "break of the lease".
        amount: the cost; nil or more.
        borne: the share that the leaver bears; the rest falls on those who stay, in proportion to their shares.
        basis: where the figure is from.

    Raises:
        InputError: it has no heading, is below nil, or a part is of the wrong type; all together.

    >>> ExitCost("redundancy", Money.pounds(80_000), Share("75%"), Assumption("the highest estimate")).leaver_bears
    £60,000.00
    """

    heading: str
    amount: Money
    borne: Share
    basis: Basis

    def __attrs_post_init__(self) -> None:
        """Refuse a cost that is none."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("heading", self.heading, str, Words("what it is"))
        if self.heading == "":
            yield Issue("exit.heading", "heading", Words("it is empty"), Words("what it is"))
        yield from wrong_type("amount", self.amount, Money, Words("an amount of money"))
        if isinstance(self.amount, Money) and self.amount < ZERO:
            yield Issue("exit.negative", "amount", Words("it is below nil"), Words("nil or more"))
        yield from wrong_type("borne", self.borne, Share, Words("a Share"))
        yield from wrong_type("basis", self.basis, (Source, Assumption), Words("a Source or an Assumption"))

    @property
    def leaver_bears(self) -> Money:
        """What the leaver bears, to a penny; an odd penny goes to the larger remainder."""
        parts = {"leaver": self.borne.fraction, "others": 1 - self.borne.fraction}
        return split(self.amount, parts).parts["leaver"]


@attrs.frozen
class ExitPlan(ShownInNotebooks):
    """A partner's leaving.

    Args:
        leaver: the partner that leaves.
        leaves: its last day.
        costs: what its leaving costs.
        shares: how the running cost is shared between all partners before it leaves; they add to the whole.
        running_cost: the yearly cost of the service with everybody in it; none if it is not known.
        avoidable: what of that cost goes away with the leaver.
        staff: what becomes of the staff, in words.
        assets: what becomes of the assets, in words.
        dependent: the references of agreements that depend on this one, and have to be looked at.
        payback: within how many years the leaver means to have saved what leaving costs it; none if it does not say.

    Raises:
        InputError: the leaver has no share, nobody stays, the shares do not add to the whole, more is avoided than is
            spent, the payback is no number of years, or a part is of the wrong type; all together.

    >>> plan = ExitPlan(
    ...     "North", "2026-03-31", (), {"North": Share("40%"), "South": Share("60%")}, Money.pounds(1_000_000),
    ...     Money.pounds(250_000),
    ... )
    >>> plan.falls_on_those_who_stay, plan.effects["South"]
    (£150,000.00, £150,000.00)
    """

    leaver: str
    leaves: dt.date = attrs.field(converter=day_or_as_given)
    costs: tuple[ExitCost, ...]
    shares: FrozenMapping[str, Share] = attrs.field(converter=freeze)
    running_cost: Money | None = None
    avoidable: Money = ZERO
    staff: str = ""
    assets: str = ""
    dependent: tuple[str, ...] = ()
    payback: int | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a plan that does not add up."""
        refuse(self._type_issues())
        refuse(self._issues())

    def _type_issues(self) -> Iterator[Issue]:
        yield from wrong_type("leaver", self.leaver, str, Words("who leaves"))
        yield from each_wrong_type("costs", self.costs, ExitCost, Words("an ExitCost"))
        yield from wrong_type("shares", self.shares, Mapping, Words("the share of each partner"))
        for name, share in self.shares.items() if isinstance(self.shares, Mapping) else ():
            yield from wrong_type(f"shares[{name}]", share, Share, Words("a Share"))
        none_too = Words("an amount of Money, or nothing")
        yield from wrong_type("running_cost", self.running_cost, (Money, type(None)), none_too)
        yield from wrong_type("avoidable", self.avoidable, Money, Words("an amount of Money"))
        if self.payback is not None:
            yield from _year_issues("payback", self.payback)

    def _issues(self) -> Iterator[Issue]:
        yield from day_issues("leaves", self.leaves)
        if self.leaver not in self.shares:
            found = Words("{name} has no share", name=self.leaver)
            yield Issue("exit.leaver", "leaver", found, Words("one of: {names}", names=", ".join(self.shares)))
        whole = sum((share.fraction for share in self.shares.values()), Fraction(0))
        if whole != 1:
            found = Words("the shares add to {whole}%", whole=plain(whole * 100))
            yield Issue("exit.shares", "shares", found, Words("shares that add to 100%"))
        elif not any(share.fraction for name, share in self.shares.items() if name != self.leaver):
            yield Issue("exit.nobody", "shares", Words("nobody who bears a share stays"), Words("a partner that stays"))
        if self.running_cost is None:
            if self.avoidable:
                found = Words("{avoidable} of a cost that is not given would be avoided", avoidable=self.avoidable)
                yield Issue("exit.avoidable", "avoidable", found, Words("the running cost too, or neither"))
        elif not ZERO <= self.avoidable <= self.running_cost:
            found = Words("{avoidable} of {cost} would be avoided", avoidable=self.avoidable, cost=self.running_cost)
            yield Issue("exit.avoidable", "avoidable", found, Words("from nil to the running cost"))

    @property
    def name(self) -> str:
        """Who leaves."""
        return self.leaver

    @property
    def bases(self) -> tuple[tuple[str, Basis], ...]:
        """Where each cost is from."""
        return tuple((f"{self.leaver} leaves: {cost.heading}", cost.basis) for cost in self.costs)

    @property
    def figures(self) -> Figures:
        """What the leaver owes, and what each that stays bears once and more a year."""
        figures: dict[tuple[str, ...], Figure] = {("owes",): self.leaver_owes}
        if self.least_saving is not None:
            figures["least-saving",] = self.least_saving
        figures |= {("bears-once", partner): once for partner, once in self.one_off.parts.items()}
        figures |= {("more-a-year", partner): effect for partner, effect in self.effects.items()}
        return FrozenMapping(figures)

    @property
    def before(self) -> Split[str] | None:
        """What each partner pays a year before the leaving; none if the running cost is not known."""
        if self.running_cost is None:
            return None
        return split(self.running_cost, {name: share.fraction for name, share in self.shares.items()})

    @property
    def leaver_owes(self) -> Money:
        """What the leaver bears of the costs of its leaving."""
        return total(cost.leaver_bears for cost in self.costs)

    @property
    def least_saving(self) -> Money | None:
        """The least that leaving has to save the leaver a year to be paid back in time; none if no time is given."""
        return None if self.payback is None else least_saving(self.leaver_owes, self.payback)

    @property
    def one_off(self) -> Split[str]:
        """What those who stay bear of the costs of the leaving, in proportion to their shares."""
        return split(total(cost.amount for cost in self.costs) - self.leaver_owes, self._staying)

    @property
    def falls_on_those_who_stay(self) -> Money | None:
        """The yearly cost that the leaver bore and that does not go away with it; below nil if more is avoided.

        None if the running cost is not known.
        """
        return None if self.running_cost is None else total(self.effects.values())

    @property
    def effects(self) -> FrozenMapping[str, Money]:
        """What each partner that stays pays a year more than before; below nil if it pays less.

        Nobody is named if the running cost is not known.
        """
        if self.running_cost is None or self.before is None:
            return FrozenMapping()
        before = self.before.parts
        after = split(self.running_cost - self.avoidable, self._staying).parts
        return FrozenMapping({name: after[name] - before[name] for name in after})

    @property
    def _staying(self) -> dict[str, Fraction]:
        return {name: share.fraction for name, share in self.shares.items() if name != self.leaver}


def least_saving(charge: Money, years: int) -> Money:
    """Give the least yearly saving that pays an exit charge back within some years, to the penny above.

    Args:
        charge: what leaving costs.
        years: within how many years; one or more.

    Raises:
        InputError: there are no years.

    >>> least_saving(Money.pounds(1_660_000), 2)
    £830,000.00
    """
    refuse([*wrong_type("charge", charge, Money, Words("an amount of Money")), *_year_issues("years", years)])
    return Amount(Fraction(charge.pence, 100 * years)).round(UP)


def _year_issues(place: str, years: object) -> Iterator[Issue]:
    if type(years) is not int or years < 1:
        found = Words("{years} is not a number of years", years=shown(years))
        yield Issue("exit.years", place, found, Words("a whole number above nil"))
