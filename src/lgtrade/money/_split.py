"""Dividing money without losing a penny, and saying who got each odd penny and why."""

from __future__ import annotations

import enum
from collections.abc import Hashable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Generic, TypeVar

import attrs

from lgtrade.frozen import freeze
from lgtrade.issues import InputError, Issue, refuse, shown, wrong_type
from lgtrade.money._exact import Exact, exact_number
from lgtrade.money._money import Money, total
from lgtrade.money._rate import Rate
from lgtrade.money._rounding import Direction, Rounding
from lgtrade.money._share import Share
from lgtrade.words import Words

K = TypeVar("K", bound=Hashable)


class RemainderRule(enum.Enum):
    """Who takes what is left when an amount does not divide evenly.

    * ``LARGEST``: one odd penny each to those whose exact part lost most; of equals, the one listed first.
    * ``LAST``: all of it to the last one listed that has a weight.
    * ``LEAD``: all of it to the lead authority.
    * ``CELL_BY_CELL``: nobody; each part is rounded by itself, as budget tables often are, and the difference
      between the parts and the total is reported.
    """

    LARGEST = "largest remainder"
    LAST = "to the last"
    LEAD = "to the lead authority"
    CELL_BY_CELL = "cell by cell"


@attrs.frozen
class Remainder:
    """A remainder rule, with the lead authority where the rule needs one.

    Args:
        rule: which rule.
        lead: for ``LEAD``, who takes the odd pence.
        direction: for ``CELL_BY_CELL``, how each part is rounded.

    Raises:
        InputError: a lead is missing, or is given to a rule that has none.

    >>> to_lead("Lichfield").rule.value
    'to the lead authority'
    """

    rule: RemainderRule
    lead: str | None = None
    direction: Direction = Direction.HALF_UP

    def __attrs_post_init__(self) -> None:
        """Refuse what is not a rule, a lead where none is wanted, or none where one is."""
        refuse(
            [
                *wrong_type("rule", self.rule, RemainderRule, Words("a RemainderRule")),
                *wrong_type("direction", self.direction, Direction, Words("a Direction")),
            ]
        )
        if (self.rule is RemainderRule.LEAD) != (self.lead is not None):
            found = Words("the rule and the lead do not go together")
            refuse([Issue("remainder.lead", "lead", found, Words("a lead with the rule for a lead, and only with it"))])

    def __str__(self) -> str:
        """Say the rule."""
        if self.rule is RemainderRule.CELL_BY_CELL:
            return f"{self.rule.value}, {self.direction.value}"
        return self.rule.value if self.lead is None else f"{self.rule.value}, {self.lead}"


LARGEST = Remainder(RemainderRule.LARGEST)
"""One odd penny each to those whose exact part lost most."""

TO_LAST = Remainder(RemainderRule.LAST)
"""All the odd pence to the last one listed that has a weight."""

CELL_BY_CELL = Remainder(RemainderRule.CELL_BY_CELL)
"""Each part rounded half up by itself; the difference is reported."""


def to_lead(lead: str) -> Remainder:
    """Give all the odd pence to the lead authority.

    >>> split(Money.pounds(10), {"Lichfield": 1, "Moorlands": 2}, remainder=to_lead("Lichfield")).parts
    {'Lichfield': £3.34, 'Moorlands': £6.66}
    """
    return Remainder(RemainderRule.LEAD, lead)


@attrs.frozen
class Split(Generic[K]):
    """An amount divided, with all that is needed to check the division by hand.

    Args:
        total: what was divided.
        parts: what each one gets.
        weights: the weight of each.
        unit: the smallest sum handed out, a penny unless said otherwise.
        remainder: who takes what does not divide evenly.
        odd: what each one got beyond its exact part rounded down, for those who got anything.

    >>> shared = split(Money.pounds("100.00"), {"Lichfield": 1, "Moorlands": 2})
    >>> shared.parts
    {'Lichfield': £33.33, 'Moorlands': £66.67}
    >>> shared.odd, shared.difference
    ({'Moorlands': £0.01}, £0.00)
    """

    total: Money
    parts: Mapping[K, Money] = attrs.field(converter=freeze)
    weights: Mapping[K, Fraction] = attrs.field(converter=freeze)
    unit: Money
    remainder: Remainder
    odd: Mapping[K, Money] = attrs.field(converter=freeze)

    @property
    def difference(self) -> Money:
        """The total less the parts: nothing, unless each part was rounded by itself."""
        return self.total - total(self.parts.values())

    def exact(self, party: K) -> Fraction:
        """The exact part of one, in pounds, before anything was rounded."""
        return Fraction(self.total.in_pounds) * self.weights[party] / sum(self.weights.values())


def split(
    amount: Money,
    weights: Mapping[K, Exact | Rate | Share],
    *,
    remainder: Remainder = LARGEST,
    unit: Money = Money(pence=1),  # noqa: B008  # a frozen value
) -> Split[K]:
    """Divide `amount` in proportion to `weights` without losing a penny.

    A refund is divided as the mirror image of a charge of the same size.

    Args:
        amount: the sum to divide; negative for a refund.
        weights: the weight of each, in any one unit (heads, cases, pounds, shares); at least one over nothing.
        remainder: who takes the odd pence; see :class:`RemainderRule`.
        unit: the smallest sum handed out; budget tables often use a pound.

    Returns:
        The parts, which add to the total (or, cell by cell, the difference), with who took each odd penny.

    Raises:
        InputError: no weight is over nothing, one is negative (it names the party), the lead has no weight, or the
            amount is not a whole number of units.

    >>> split(Money.pounds("100.00"), {"Lichfield": 1, "Moorlands": 2}).parts
    {'Lichfield': £33.33, 'Moorlands': £66.67}
    """
    shares, unread = _weights(weights)
    refuse([*_sum_issues(amount, remainder, unit), *(unread or _weight_issues(shares, remainder))])
    sign = -1 if amount.pence < 0 else 1
    whole = Fraction(sum(shares.values()))
    exact = {party: abs(amount.pence) * weight / whole / unit.pence for party, weight in shares.items()}
    floors = {party: each.numerator // each.denominator for party, each in exact.items()}
    if remainder.rule is RemainderRule.CELL_BY_CELL:
        rounding = Rounding(remainder.direction, Decimal(1))
        extra = {party: rounding.units(exact[party]) - floors[party] for party in exact}
    else:
        extra = _odd_units(exact, floors, abs(amount.pence) // unit.pence - sum(floors.values()), remainder)
    return Split(
        total=amount,
        parts={party: unit * (sign * (floors[party] + extra.get(party, 0))) for party in exact},
        weights=shares,
        unit=unit,
        remainder=remainder,
        odd={party: unit * (sign * units) for party, units in extra.items() if units},
    )


def _odd_units(exact: dict[K, Fraction], floors: dict[K, int], left: int, remainder: Remainder) -> dict[K, int]:
    if remainder.rule is RemainderRule.LARGEST:
        lost = sorted(exact, key=lambda party: floors[party] - exact[party])  # sorting keeps the order of equals
        return dict.fromkeys(lost[:left], 1)
    weighty = [party for party in exact if exact[party] or not any(exact.values())]
    taker = weighty[-1] if remainder.rule is RemainderRule.LAST else next(p for p in exact if p == remainder.lead)
    return {taker: left}


def _weights(weights: Mapping[K, Exact | Rate | Share]) -> tuple[dict[K, Fraction], list[Issue]]:
    read: dict[K, Fraction] = {}
    issues: list[Issue] = []
    for party, weight in weights.items():
        try:
            read[party] = _weight(weight)
        except InputError as error:
            issues += [issue.under(f"weights[{party}]") for issue in error.issues]
    return read, issues


def _weight(weight: object) -> Fraction:
    if isinstance(weight, Share):
        return weight.fraction
    if isinstance(weight, Rate):
        return Fraction(weight.pounds)
    return weight if isinstance(weight, Fraction) else Fraction(exact_number(weight))


def _sum_issues(amount: object, remainder: object, unit: object) -> Iterator[Issue]:
    yield from wrong_type("amount", amount, Money, Words("an amount of Money"))
    yield from wrong_type("remainder", remainder, Remainder, Words("a Remainder"))
    yield from wrong_type("unit", unit, Money, Words("an amount of Money"))
    if isinstance(unit, Money) and unit.pence <= 0:
        yield Issue("split.unit", "unit", Words("the unit is not over nothing"), Words("a unit of one penny or more"))
    elif isinstance(unit, Money) and isinstance(amount, Money) and amount.pence % unit.pence:
        found = Words("{amount} is not a whole number of times {unit}", amount=amount, unit=unit)
        yield Issue("split.amount", "amount", found, Words("an amount that the unit divides"))


def _weight_issues(weights: Mapping[K, Fraction], remainder: object) -> Iterator[Issue]:
    for party, weight in weights.items():
        if weight < 0:
            found = Words("the weight of {party} is negative", party=shown(party))
            yield Issue("weights.negative", f"weights[{party}]", found, Words("a weight of nothing or more"))
    if not any(weight > 0 for weight in weights.values()):
        yield Issue(
            "weights.none", "weights", Words("no weight is over nothing"), Words("at least one weight over nothing")
        )
    lead = remainder.lead if isinstance(remainder, Remainder) else None
    if lead is not None and not any(p == lead and w > 0 for p, w in weights.items()):
        found = Words("the lead, {lead}, has no weight", lead=lead)
        yield Issue("weights.lead", "remainder.lead", found, Words("one of those with a weight over nothing"))
