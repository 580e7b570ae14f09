"""Tenders for the lots of a procurement, and the method by which they are assessed."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

import attrs

from lgtrade.costing import ApportionmentKey
from lgtrade.frozen import FrozenMapping
from lgtrade.issues import Issue, given_twice, refuse, shown, wrong_type
from lgtrade.money import LARGEST, ZERO, Money, Remainder, Rounding, fraction_or_as_given, plain, split, total
from lgtrade.partnership._scores import parts_issues, unknown_issues, weight_issues
from lgtrade.partnership._scoring import (
    Combining,
    Criterion,
    Requirement,
    ScoreSheet,
    basis_issues,
    mapping,
    name_issues,
    number_issues,
    whole_issues,
)
from lgtrade.sources import Basis
from lgtrade.words import Words

_MONEY = Words("an amount of Money")


class PriceModel(enum.Enum):
    """How price counts beside quality.

    * ``LOWEST``: points for price = weight of price * lowest price / price, added to the points for quality.
    * ``AVERAGE``: points for price = weight of price * (1/2 - (price - average price) / average price), from nothing to
      the whole weight: half of it at the average, and a hundredth of it for each per cent below or above.
    * ``FIXED``: every tender is at the price that the authority fixed, and only quality counts.
    * ``PER_POINT``: price / points for quality; the lowest comes first.

    The Procurement Act 2023 prescribes no model: the most advantageous tender is the one that satisfies the
    authority's requirements and best satisfies the award criteria (s.19(2)), assessed as the authority said (s.23(3)).
    The first formula is described at https://support-us.negometrix.com/support/solutions/articles/44001761046, the
    second at http://procurementtemplates.co.uk/mean-calculation/, the last in the Bid evaluation guidance note of the
    Cabinet Office (May 2021), section 7.3.
    """

    LOWEST = "lowest price"
    AVERAGE = "average price"
    FIXED = "fixed price"
    PER_POINT = "price per quality point"

    @property
    def weighs_price(self) -> bool:
        """Whether price has points of its own, and so a weight.

        >>> PriceModel.PER_POINT.weighs_price
        False
        """
        return self in {PriceModel.LOWEST, PriceModel.AVERAGE}

    def points(self, weight: Fraction, prices: Mapping[str, Money]) -> dict[str, Fraction]:
        """Give the points for the price of each tender in the running.

        Args:
            weight: the weight of price.
            prices: the price of each tender.

        Raises:
            InputError: a price is not over nothing where price is divided, or a part is of the wrong type; all
                together.

        >>> PriceModel.LOWEST.points(Fraction(40), {"A": Money.pounds(100), "B": Money.pounds(125)})
        {'A': Fraction(40, 1), 'B': Fraction(32, 1)}
        >>> PriceModel.AVERAGE.points(Fraction(40), {"A": Money.pounds(90), "B": Money.pounds(110)})
        {'A': Fraction(24, 1), 'B': Fraction(16, 1)}
        """
        weight_is_wrong = wrong_type("weight", weight, (Fraction, int), Words("an exact number"))
        refuse([*weight_is_wrong, *self._price_issues(prices)])
        if not self.weighs_price:
            return dict.fromkeys(prices, Fraction(0))
        pence = {name: price.pence for name, price in prices.items()}
        if self is PriceModel.LOWEST:
            return {name: weight * min(pence.values()) / price for name, price in pence.items()}
        parts = {
            name: Fraction(3, 2) - Fraction(price * len(pence), sum(pence.values())) for name, price in pence.items()
        }
        return {name: weight * min(max(part, Fraction(0)), Fraction(1)) for name, part in parts.items()}

    def _price_issues(self, prices: Mapping[str, Money]) -> Iterator[Issue]:
        issues = tuple(wrong_type("prices", prices, Mapping, Words("the price of each tender")))
        yield from issues
        for name, price in () if issues else prices.items():
            yield from wrong_type(f"prices[{name}]", price, Money, _MONEY)
            if self.weighs_price and isinstance(price, Money) and price <= ZERO:
                found = Words("it is {price}, and price is divided", price=price)
                yield Issue("tender.nil", f"prices[{name}]", found, Words("a price over nothing"))


class TieBreak(enum.Enum):
    """What decides between tenders that come out level, if the authority has said so beforehand."""

    LOWEST_PRICE = "lowest price"
    HIGHEST_QUALITY = "highest quality"


@attrs.frozen
class AssessmentMethod:
    """How the tenders of every lot are assessed.

    The points of a tender on a criterion are weight * score / top of the scale. Where a rounding is given, the points
    on each criterion, the points for price and a price per point are rounded by it, before anything is added or ranked.

    Args:
        criteria: what quality is judged on, each with a weight.
        price_model: how price counts.
        basis: where the method was published, or the assumption in its place.
        price_weight: the weight of price, where the model gives it points.
        whole: what all the weights add to: ``"100%"``, or any total of points.
        least_quality: a tender with fewer points for quality is excluded; none if no number excludes.
        tie_breaks: what decides between tenders that come out level, in this order; without one, a tie is reported.
        rounding: how points are rounded; none if they are exact.
        combining: how several scorers become one.

    Raises:
        InputError: the weights do not add to the whole (with the difference), a criterion has none, price has a weight
            under a model that does not weigh it, no tender could have the least quality, or a part is of the wrong
            type; all together.

    >>> from lgtrade.sources import Source
    >>> AssessmentMethod(
    ...     (Criterion("Method statement", 5, "60%"),), PriceModel.LOWEST, Source("invitation to tender"), "40%",
    ... ).price_weight
    Fraction(2, 5)
    """

    criteria: tuple[Criterion, ...]
    price_model: PriceModel
    basis: Basis
    price_weight: Fraction = attrs.field(default=Fraction(0), converter=fraction_or_as_given)
    whole: Fraction = attrs.field(default=Fraction(1), converter=fraction_or_as_given)
    least_quality: Fraction | None = attrs.field(
        default=None, converter=attrs.converters.optional(fraction_or_as_given)
    )
    tie_breaks: tuple[TieBreak, ...] = ()
    rounding: Rounding | None = None
    combining: Combining = Combining.AGREED

    def __attrs_post_init__(self) -> None:
        """Refuse a method that assesses nothing."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        misfits = [
            *parts_issues("criteria", self.criteria, Criterion, Words("a Criterion")),
            *wrong_type("price_model", self.price_model, PriceModel, Words("a PriceModel")),
            *number_issues("price_weight", self.price_weight),
            *whole_issues(self.whole),
        ]
        yield from misfits
        yield from basis_issues(self.basis)
        if self.least_quality is not None:
            yield from number_issues("least_quality", self.least_quality)
        yield from parts_issues("tie_breaks", self.tie_breaks, TieBreak, Words("a TieBreak"))
        if self.rounding is not None:
            yield from wrong_type("rounding", self.rounding, Rounding, Words("a Rounding, or nothing"))
        yield from wrong_type("combining", self.combining, Combining, Words("a Combining"))
        if not misfits:
            yield from self._weight_issues()

    def _weight_issues(self) -> Iterator[Issue]:
        yield from given_twice("criteria[{}].name", [criterion.name for criterion in self.criteria])
        weights = [criterion.weight for criterion in self.criteria if criterion.weight is not None]
        for number, criterion in enumerate(self.criteria):
            if criterion.weight is None:
                found = Words("{name} has no weight", name=shown(criterion.name))
                yield Issue("weights.some", f"criteria[{number}].weight", found, Words("a weight for every criterion"))
        if self.price_weight and not self.price_model.weighs_price:
            found = Words(
                "price has a weight, and has no points of its own by the {model}", model=self.price_model.value
            )
            yield Issue("method.price", "price_weight", found, Words("no weight of price"))
        elif len(weights) == len(self.criteria):
            yield from weight_issues([*weights, self.price_weight], self.whole)
            yield from self._least_issues(weights)

    def _least_issues(self, weights: Iterable[Fraction]) -> Iterator[Issue]:
        rule = self.rounding if isinstance(self.rounding, Rounding) else None
        most = sum((each if rule is None else rule.units(each) * Fraction(rule.unit) for each in weights), Fraction(0))
        if isinstance(self.least_quality, Fraction) and self.least_quality > most:
            found = Words("no tender could have {least} points for quality", least=plain(self.least_quality))
            yield Issue("method.least", "least_quality", found, Words("{most} or less", most=plain(most)))


@attrs.frozen
class Tender:
    """One tender for one lot.

    Args:
        supplier: who made it.
        price: what it comes to.
        basis: where it was opened or published, or the assumption in its place.
        prices: what each council would pay of it, if the tender says so; they add to the price.

    Raises:
        InputError: a price is below nothing, what the councils would pay does not add to the price (with the
            difference), or a part is of the wrong type; all together.

    >>> from lgtrade.sources import Source
    >>> Tender("Alpha", Money.pounds(500), Source("opening record"), {"Lichfield": Money.pounds(500)}).price
    £500.00
    """

    supplier: str
    price: Money
    basis: Basis
    prices: Mapping[str, Money] = attrs.field(factory=dict[str, Money], converter=mapping)

    def __attrs_post_init__(self) -> None:
        """Refuse a tender whose prices are none, or do not add up."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from name_issues("supplier", self.supplier)
        issues = [*_sum_issues("price", self.price)]
        issues += wrong_type("prices", self.prices, Mapping, Words("what each council would pay"))
        if isinstance(self.prices, Mapping):
            for council, price in self.prices.items():
                issues += _sum_issues(f"prices[{council}]", price)
        yield from issues
        if not issues and self.prices and total(self.prices.values()) != self.price:
            over = total(self.prices.values()) - self.price
            template = "the prices of the councils add to {over} more than the price"
            if over < ZERO:
                template = "the prices of the councils add to {over} less than the price"
            found = Words(template, over=abs(over))
            yield Issue("tender.prices", "prices", found, Words("prices that add to {price}", price=self.price))
        yield from basis_issues(self.basis)


def _sum_issues(place: str, value: object) -> Iterator[Issue]:
    yield from wrong_type(place, value, Money, _MONEY)
    if isinstance(value, Money) and value < ZERO:
        yield Issue("tender.negative", place, Words("it is below nothing: {value}", value=value), Words("nil or more"))


@attrs.frozen
class Baseline:
    """What a council pays now, or would pay on its own, against which its saving is measured.

    Args:
        council: whose it is.
        amount: how much, over the time that the tenders cover.
        basis: where it was published, or the assumption in its place.
        cashable: whether a saving against it takes money out of a budget; a cost that is only avoided does not.

    Raises:
        InputError: the amount is below nothing, or a part is of the wrong type; all together.

    >>> from lgtrade.sources import Assumption
    >>> Baseline("Lichfield", Money.pounds(150_000), Assumption("an estimate"), cashable=False).amount
    £150,000.00
    """

    council: str
    amount: Money
    basis: Basis
    cashable: bool = True

    def __attrs_post_init__(self) -> None:
        """Refuse a baseline that nothing can be measured against."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from name_issues("council", self.council)
        yield from _sum_issues("amount", self.amount)
        yield from basis_issues(self.basis)
        yield from wrong_type("cashable", self.cashable, bool, Words("true or false"))


@attrs.frozen
class Lot:
    """One lot of a procurement. It may have no tenders: that is a result, and no mistake.

    Args:
        name: what it is.
        baselines: the baseline of each council that buys it.
        tenders: what was tendered.
        sheets: who scored what.
        requirements: what a tender has to meet.
        key: how the councils share a price that a tender does not state for each of them.

    Raises:
        InputError: nobody buys it, a name is given twice, a tender can be shared neither by its own prices nor by the
            key, shares name a council that does not buy the lot, or a part is of the wrong type; all together.

    >>> from lgtrade.sources import Assumption
    >>> made_up = Assumption("made up for this page")
    >>> key = ApportionmentKey("households", {"Lichfield": 1, "Tamworth": 2}, made_up)
    >>> baselines = tuple(Baseline(council, Money.pounds(400), made_up) for council in ("Lichfield", "Tamworth"))
    >>> lot = Lot("Collection", baselines, (Tender("Alpha", Money.pounds(600), made_up),), key=key)
    >>> lot.paid("Alpha")
    {'Lichfield': £200.00, 'Tamworth': £400.00}
    """

    name: str
    baselines: tuple[Baseline, ...]
    tenders: tuple[Tender, ...] = ()
    sheets: tuple[ScoreSheet, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    key: ApportionmentKey | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a lot whose cost could not be laid to the councils that buy it."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        misfits = [
            *parts_issues("baselines", self.baselines, Baseline, Words("a Baseline")),
            *parts_issues("tenders", self.tenders, Tender, Words("a Tender")),
            *parts_issues("sheets", self.sheets, ScoreSheet, Words("a ScoreSheet"), most=1000),
            *parts_issues("requirements", self.requirements, Requirement, Words("a Requirement")),
        ]
        if self.key is not None:
            misfits += wrong_type("key", self.key, ApportionmentKey, Words("an ApportionmentKey, or nothing"))
        yield from name_issues("name", self.name)
        yield from misfits
        if misfits:
            return
        if not self.baselines:
            yield Issue(
                "lot.councils", "baselines", Words("no council buys it"), Words("a baseline for each that does")
            )
        yield from given_twice("baselines[{}].council", self.councils)
        yield from given_twice("tenders[{}].supplier", [tender.supplier for tender in self.tenders])
        for council in self.key.weights if self.key else ():
            yield from unknown_issues(f"key.weights[{council}]", council, self.councils)
        for number, tender in enumerate(self.tenders):
            for council in tender.prices:
                yield from unknown_issues(f"tenders[{number}].prices[{council}]", council, self.councils)
            if not tender.prices and self.key is None:
                found = Words("{supplier} states no price for each council", supplier=shown(tender.supplier))
                accepted = Words("its prices for each council, or a key for the lot")
                yield Issue("tender.shared", f"tenders[{number}].prices", found, accepted)

    @property
    def councils(self) -> tuple[str, ...]:
        """The councils that buy it."""
        return tuple(baseline.council for baseline in self.baselines)

    def paid(self, supplier: str, remainder: Remainder = LARGEST) -> FrozenMapping[str, Money]:
        """Give what each council would pay a supplier.

        Raises:
            InputError: the supplier made no tender, or the price cannot be divided so.
        """
        refuse(unknown_issues("supplier", supplier, [tender.supplier for tender in self.tenders]))
        tender = next(each for each in self.tenders if each.supplier == supplier)
        if tender.prices or self.key is None:
            parts = tender.prices
        else:
            parts = split(tender.price, self.key.weights, remainder=remainder).parts
        return FrozenMapping({council: parts.get(council, ZERO) for council in self.councils})
