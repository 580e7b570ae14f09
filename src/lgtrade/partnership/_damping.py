"""Damping: how far a contribution may move from last year's, and who pays for what is cut."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from fractions import Fraction

import attrs

from lgtrade.frozen import FrozenMapping, freeze
from lgtrade.issues import Issue, refuse, wrong_type
from lgtrade.money import DOWN, UP, ZERO, Money, Share, Split, split, total
from lgtrade.partnership._keys import frozen_or_as_given
from lgtrade.sources import Assumption, Basis, Source
from lgtrade.words import Words


def unit_issues(unit: object) -> Iterator[Issue]:
    """Yield why sums cannot be handed out in such a unit."""
    yield from wrong_type("unit", unit, Money, Words("an amount of Money"))
    if isinstance(unit, Money) and unit <= ZERO:
        found = Words("the unit is not over nothing")
        yield Issue("split.unit", "unit", found, Words("a unit of one penny or more"))


@attrs.frozen
class LastYear:
    """What the partners contributed last year, and how far a contribution may move from that.

    Args:
        contributions: what each contributed; a partner that is left out is not damped.
        basis: where the figures and the limits are from.
        rise: by what part of it a contribution may rise at most; no limit if none.
        fall: by what part of it a contribution may fall at most; no limit if none.

    Raises:
        InputError: a contribution is negative, or a part is of the wrong type; all together.

    >>> LastYear({"North": Money.pounds(100)}, Assumption("an example"), rise=Share("5%")).damps
    True
    """

    contributions: Mapping[str, Money] = attrs.field(converter=frozen_or_as_given)
    basis: Basis
    rise: Share | None = None
    fall: Share | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse what is not a contribution, and what is not a limit."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        accepted = Words("what each partner contributed")
        issues = tuple(wrong_type("contributions", self.contributions, Mapping, accepted))
        yield from issues
        for partner, sum_ in () if issues else self.contributions.items():
            place = f"contributions[{partner}]"
            yield from wrong_type(place, sum_, Money, Words("an amount of Money"))
            if isinstance(sum_, Money) and sum_ < ZERO:
                yield Issue("last_year.negative", place, Words("it is below nil"), Words("nil or more"))
        yield from wrong_type("basis", self.basis, (Source, Assumption), Words("a Source or an Assumption"))
        for place, limit in (("rise", self.rise), ("fall", self.fall)):
            yield from wrong_type(place, limit, (Share, type(None)), Words("a Share, or nothing"))

    @property
    def damps(self) -> bool:
        """Whether there is a limit to how far a contribution may move."""
        return self.rise is not None or self.fall is not None


@attrs.frozen
class Damped:
    """Contributions after damping: none moves beyond its limits, and together they are what they were before.

    Those that no limit holds share what is left, in proportion to what they would have paid.

    Args:
        undamped: what each partner would pay if there were no limits.
        least: the least that a partner may pay, for those with such a limit.
        most: the most that a partner may pay, for those with such a limit.
        held: what those pay that a limit holds.
        split: how the others share what is left; nothing if a limit holds everybody.

    >>> last = LastYear({"North": Money.pounds(100)}, Assumption("an example"), rise=Share("5%"))
    >>> due = {"North": Money.pounds(120), "South": Money.pounds(60), "West": Money.pounds(30)}
    >>> damp(due, last).contributions
    {'North': £105.00, 'South': £70.00, 'West': £35.00}
    """

    undamped: Mapping[str, Money] = attrs.field(converter=freeze)
    least: Mapping[str, Money] = attrs.field(converter=freeze)
    most: Mapping[str, Money] = attrs.field(converter=freeze)
    held: Mapping[str, Money] = attrs.field(converter=freeze)
    split: Split[str] | None

    @property
    def contributions(self) -> FrozenMapping[str, Money]:
        """What each partner pays."""
        paid = {**self.held, **({} if self.split is None else self.split.parts)}
        return FrozenMapping({partner: paid[partner] for partner in self.undamped})


def damp(
    undamped: Mapping[str, Money],
    last_year: LastYear,
    *,
    exempt: Collection[str] = (),
    unit: Money = Money(pence=1),  # noqa: B008  # a frozen value
) -> Damped:
    """Keep each contribution within its limits; what is cut is paid for by those that no limit holds.

    All of those move by the same factor, so that the result does not hang on the order of the partners. Their odd units
    go to the largest remainder.

    Args:
        undamped: what each partner would pay if there were no limits; nil or more.
        last_year: what each contributed, and by how much that may move.
        exempt: partners that are not damped, such as those that join or leave in the year.
        unit: the smallest sum handed out.

    Raises:
        InputError: a contribution is below nil or no money, or the limits cannot be kept; with the reason.

    >>> last = LastYear({"North": Money.pounds(100), "South": Money.pounds(50)}, Assumption("an example"), Share("5%"))
    >>> damp({"North": Money.pounds(120), "South": Money.pounds(60)}, last)
    Traceback (most recent call last):
        ...
    lgtrade.issues.InputError: rise: the limits allow £157.50 of £180.00 at most. Accepted: a greater rise.
    """
    refuse(_no_money(undamped, last_year, exempt, unit))
    bound = {
        partner: Fraction(last_year.contributions[partner].in_pounds)
        for partner in undamped
        if partner in last_year.contributions and partner not in exempt
    }
    most, least = dict[str, Money](), dict[str, Money]()
    if last_year.rise is not None:
        rise, down = 1 + last_year.rise.fraction, DOWN.to(unit.in_pounds)
        most = {partner: down.money(sum_ * rise) for partner, sum_ in bound.items()}
    if last_year.fall is not None:
        fall, up = 1 - last_year.fall.fraction, UP.to(unit.in_pounds)
        least = {partner: up.money(sum_ * fall) for partner, sum_ in bound.items()}
    refuse(_impossible(undamped, least, most, unit))
    return _within(undamped, least, most, unit)


def _no_money(undamped: Mapping[str, Money], last_year: object, exempt: object, unit: object) -> Iterator[Issue]:
    issues = tuple(wrong_type("undamped", undamped, Mapping, Words("what each partner would pay")))
    yield from issues
    for partner, sum_ in () if issues else undamped.items():
        yield from wrong_type(f"undamped[{partner}]", sum_, Money, Words("an amount of Money"))
    yield from wrong_type("last_year", last_year, LastYear, Words("a LastYear"))
    yield from wrong_type("exempt", exempt, Collection, Words("the names of some partners"))
    yield from unit_issues(unit)


def _impossible(
    undamped: Mapping[str, Money], least: Mapping[str, Money], most: Mapping[str, Money], unit: Money
) -> Iterator[Issue]:
    whole = total(undamped.values())
    below = [partner for partner, sum_ in undamped.items() if sum_ < ZERO]
    for partner in below:
        template = "{partner} would pay {sum}, and what is below nil is not damped"
        found = Words(template, partner=partner, sum=undamped[partner])
        yield Issue("damping.negative", "contributions", found, Words("no limits, or contributions of nil or more"))
    if below:
        return
    for partner in undamped:
        if partner in least and partner in most and most[partner] < least[partner]:
            found = Words("no number of times {unit} is within the limits of {partner}", unit=unit, partner=partner)
            yield Issue("damping.unit", "contributions", found, Words("wider limits, or a smaller unit"))
    asked = total(least.values())
    if asked > whole:
        found = Words("the limits ask for {asked} of {whole} at least", asked=asked, whole=whole)
        yield Issue("damping.fall", "fall", found, Words("a greater fall"))
    bearing = [partner for partner, sum_ in undamped.items() if sum_]
    allowed = total((most if partner in bearing else least).get(partner, ZERO) for partner in undamped)
    if set(bearing) <= set(most) and allowed < whole:
        found = Words("the limits allow {allowed} of {whole} at most", allowed=allowed, whole=whole)
        yield Issue("damping.rise", "rise", found, Words("a greater rise"))


def _within(
    undamped: Mapping[str, Money], least: Mapping[str, Money], most: Mapping[str, Money], unit: Money
) -> Damped:
    """Move all by one factor, as far as their limits let them, until together they pay the whole."""

    def paid(partner: str, factor: Fraction) -> Fraction:
        """Give what a partner would pay, in pence."""
        pence = max(factor * undamped[partner].pence, Fraction(least.get(partner, ZERO).pence))
        return min(pence, Fraction(most[partner].pence)) if partner in most else pence

    whole = total(undamped.values())
    turns = {
        Fraction(limit.pence, undamped[partner].pence)
        for partner, limit in (*least.items(), *most.items())
        if undamped[partner]
    }
    factor = max(
        turn for turn in {Fraction(0), *turns} if sum(paid(partner, turn) for partner in undamped) <= whole.pence
    )
    free = {
        partner: sum_.pence
        for partner, sum_ in undamped.items()
        if factor * sum_.pence == paid(partner, factor) < paid(partner, factor + 1)
    }
    held = {each: Money(pence=int(paid(each, factor))) for each in undamped if each not in free}
    rest = whole - total(held.values())
    return Damped(undamped, least, most, held, split(rest, free, unit=unit) if free else None)
