"""Grants towards a joint procurement: what limits them, and what goes back if a condition is not met."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import attrs

from lgtrade.costing import ApportionmentKey
from lgtrade.issues import Issue, refuse, shown, wrong_type
from lgtrade.money import DOWN, HALF_UP, ZERO, Amount, Money, Share
from lgtrade.partnership._scores import parts_issues
from lgtrade.partnership._scoring import basis_issues, name_issues
from lgtrade.sources import Basis
from lgtrade.words import Words

_LONGEST = 50


@attrs.frozen
class GrantCondition:
    """What a funder asks in return for a grant.

    Args:
        what: what is asked, as in "the contract is signed by 31 March 2011".
        met: whether it is met.
        returned: the share of the grant that goes back if it is not; all of it unless something else was agreed.

    Raises:
        InputError: a part is of the wrong type; all together.

    >>> GrantCondition("all five councils take part", met=False).returned
    100%
    """

    what: str
    met: bool
    returned: Share = attrs.field(factory=lambda: Share(1))

    def __attrs_post_init__(self) -> None:
        """Refuse a condition that asks nothing."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from name_issues("what", self.what)
        yield from wrong_type("met", self.met, bool, Words("true or false"))
        yield from wrong_type("returned", self.returned, Share, Words("a Share"))


@attrs.frozen
class Grant:
    """A grant from outside, shared between the councils on a key.

    Args:
        name: what it is called.
        amount: what is offered: of a grant that is paid over some years, what is offered for one year.
        key: how the councils share it.
        basis: where it was published, or the assumption in its place.
        years: over how many years it is paid.
        cost: the cost that it is towards, over the same years; none if it is not known.
        match: the share of the cost that the councils have to find themselves.
        most: the most that is paid in all; none if nothing more is said.
        conditions: what the funder asks in return.

    Raises:
        InputError: a sum is below nothing, the grant is larger than the cost, the councils' own share is of a cost that
            is not known, there are no years, or a part is of the wrong type; all together.

    >>> from lgtrade.sources import Assumption
    >>> made_up = Assumption("made up for this page")
    >>> key = ApportionmentKey("equal", {"Lichfield": 1, "Tamworth": 1}, made_up)
    >>> cost = Money.pounds(120_000)
    >>> grant = Grant("Joint working", Money.pounds(90_000), key, made_up, cost=cost, match=Share("40%"))
    >>> grant.payable
    £72,000.00
    """

    name: str
    amount: Money
    key: ApportionmentKey
    basis: Basis
    years: int = 1
    cost: Money | None = None
    match: Share = attrs.field(factory=lambda: Share(0))
    most: Money | None = None
    conditions: tuple[GrantCondition, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Refuse a grant that could not be paid."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from name_issues("name", self.name)
        yield from wrong_type("key", self.key, ApportionmentKey, Words("an ApportionmentKey"))
        yield from basis_issues(self.basis)
        yield from parts_issues("conditions", self.conditions, GrantCondition, Words("a GrantCondition"))
        misfits = [*_sum_issues("amount", self.amount, Words("an amount of Money"))]
        misfits += _sum_issues(
            "cost", ZERO if self.cost is None else self.cost, Words("an amount of Money, or nothing")
        )
        misfits += _sum_issues(
            "most", ZERO if self.most is None else self.most, Words("an amount of Money, or nothing")
        )
        misfits += wrong_type("match", self.match, Share, Words("a Share"))
        if type(self.years) is not int or not 1 <= self.years <= _LONGEST:
            found = Words("it is {years}", years=shown(self.years))
            accepted = Words("a number of years from 1 to {most}", most=_LONGEST)
            misfits.append(Issue("grant.years", "years", found, accepted))
        yield from misfits
        if misfits:
            return
        if self.cost is None:
            if self.match.fraction:
                found = Words("the councils are to find {share} of a cost that is not given", share=repr(self.match))
                yield Issue("grant.match", "cost", found, Words("the cost that the grant is towards"))
        elif self._capped > self.cost:
            found = Words("the grant of {grant} is larger than the cost of {cost}", grant=self._capped, cost=self.cost)
            yield Issue("grant.cost", "amount", found, Words("a grant of no more than the cost"))

    @property
    def offered(self) -> Money:
        """What is offered over all the years."""
        return self.amount * self.years

    @property
    def _capped(self) -> Money:
        return self.offered if self.most is None else min(self.offered, self.most)

    @property
    def payable(self) -> Money:
        """What is paid if every condition is met: what is offered, within the most and the funder's share of the cost.

        The funder's share is rounded down to a penny, so that the councils find no less than their own.
        """
        if self.cost is None:
            return self._capped
        return min(self._capped, Amount(Fraction(self.cost.in_pounds) * (1 - self.match.fraction)).round(DOWN))

    @property
    def returned(self) -> Money:
        """What goes back for conditions that are not met, to a penny, half up; never more than was paid."""
        share = sum((each.returned.fraction for each in self.conditions if not each.met), Fraction(0))
        return Amount(Fraction(self.payable.in_pounds) * min(share, Fraction(1))).round(HALF_UP)

    @property
    def kept(self) -> Money:
        """What the councils keep."""
        return self.payable - self.returned

    @property
    def words(self) -> tuple[Words, ...]:
        """What limits the grant, and each condition that is not met, in sentences."""
        return tuple(self._words())

    def _words(self) -> Iterator[Words]:
        if self.payable < self.offered:
            template = "{name}: {offered} is offered, and no more than {payable} is payable."
            yield Words(template, name=self.name, offered=self.offered, payable=self.payable)
        for condition in self.conditions:
            if not condition.met:
                template = "{name}: a condition is not met, so {share} of the grant goes back: {what}."
                yield Words(template, name=self.name, share=repr(condition.returned), what=condition.what)


def _sum_issues(place: str, value: object, say: Words) -> Iterator[Issue]:
    yield from wrong_type(place, value, Money, say)
    if isinstance(value, Money) and value < ZERO:
        yield Issue("grant.negative", place, Words("it is below nothing: {value}", value=value), Words("nil or more"))
