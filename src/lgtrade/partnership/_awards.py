"""Assessing the tenders for a lot, and awarding it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

import attrs

from lgtrade.frozen import freeze
from lgtrade.issues import Issue, refuse, wrong_type
from lgtrade.money import Money, plain
from lgtrade.partnership._scores import Scored, ranks
from lgtrade.partnership._scoring import in_points
from lgtrade.partnership._tenders import AssessmentMethod, Lot, PriceModel, TieBreak
from lgtrade.words import Words


@attrs.frozen
class AssessedTender:
    """How one tender in the running came out.

    Args:
        supplier: who made it.
        price: what it comes to.
        quality: its points for quality.
        price_points: its points for price; nothing where the model gives price none.
        score: what decides: all its points, or its price in pounds for each point of quality.
        rank: its place; equals share one.

    >>> AssessedTender("Alpha", Money.pounds(500), Fraction(48), Fraction(40), Fraction(88), 1).score
    Fraction(88, 1)
    """

    supplier: str
    price: Money
    quality: Fraction
    price_points: Fraction
    score: Fraction
    rank: int


@attrs.frozen
class LotAward:
    """Who is awarded a lot, if anyone, and why.

    Args:
        lot: the name of the lot.
        tenders: how each tender in the running came out.
        excluded: why each of the other tenders is excluded: every reason.
        tie_breaks: what decides between those that come out level, in this order.

    >>> print(LotAward("Collection", (), {}).words)
    Collection: no tender was received, so it is not awarded.
    """

    lot: str
    tenders: tuple[AssessedTender, ...]
    excluded: Mapping[str, tuple[Words, ...]] = attrs.field(converter=freeze)
    tie_breaks: tuple[TieBreak, ...] = ()

    @property
    def level(self) -> tuple[str, ...]:
        """Those that share the first place, before any tie is broken."""
        return tuple(tender.supplier for tender in self.tenders if tender.rank == 1)

    @property
    def tied(self) -> tuple[str, ...]:
        """Those that nothing stated decides between; none if one is awarded the lot, or nobody is in the running."""
        left = self._left[-1][1]
        return left if len(left) > 1 else ()

    @property
    def winner(self) -> str | None:
        """Who is awarded the lot; none in a tie that nothing stated decides, and where nobody is in the running."""
        left = self._left[-1][1]
        return left[0] if len(left) == 1 else None

    @property
    def decided_by(self) -> TieBreak | None:
        """Which tie-break decided; none if none was needed, or none did."""
        return self._left[-1][0] if self.winner is not None else None

    @property
    def _left(self) -> list[tuple[TieBreak | None, tuple[str, ...]]]:
        """Who is left in the first place, at first and after each tie-break until there is one."""
        left: list[tuple[TieBreak | None, tuple[str, ...]]] = [(None, self.level)]
        for tie_break in self.tie_breaks:
            if len(left[-1][1]) > 1:
                left.append((tie_break, self._best(tie_break, left[-1][1])))
        return left

    def _best(self, tie_break: TieBreak, suppliers: tuple[str, ...]) -> tuple[str, ...]:
        level = [tender for tender in self.tenders if tender.supplier in suppliers]
        if tie_break is TieBreak.LOWEST_PRICE:
            lowest = min(tender.price for tender in level)
            return tuple(tender.supplier for tender in level if tender.price == lowest)
        highest = max(tender.quality for tender in level)
        return tuple(tender.supplier for tender in level if tender.quality == highest)

    @property
    def words(self) -> Words:
        """How it comes out, in a sentence."""
        if not self.tenders and not self.excluded:
            return Words("{lot}: no tender was received, so it is not awarded.", lot=self.lot)
        if not self.tenders:
            return Words("{lot}: every tender is excluded, so it is not awarded.", lot=self.lot)
        if self.winner is None:
            template = "{lot}: these come out level, and nothing stated decides between them: {names}."
            return Words(template, lot=self.lot, names="; ".join(self.tied))
        if self.decided_by is not None:
            template = "{lot}: awarded to {winner}, level with {others} and decided by the {tie_break}."
            others = "; ".join(name for name in self.level if name != self.winner)
            return Words(template, lot=self.lot, winner=self.winner, others=others, tie_break=self.decided_by.value)
        score = next(tender.score for tender in self.tenders if tender.supplier == self.winner)
        return Words(
            "{lot}: awarded to {winner}, with a score of {score}.",
            lot=self.lot,
            winner=self.winner,
            score=in_points(score),
        )


def award_lot(lot: Lot, method: AssessmentMethod) -> LotAward:
    """Assess the tenders for a lot, and award it to the most advantageous.

    A tender that fails a requirement or a least score is excluded first; then one with too little quality. Only those
    left set the lowest and the average price. A tie is never broken but by what the method states.

    Args:
        lot: the lot.
        method: how its tenders are assessed.

    Raises:
        InputError: a criterion is scored by nobody, a tender has no score, a score is outside the scale, a price is nil
            where price is divided, prices differ where the price is fixed, or a part is of the wrong type; all
            together.

    >>> from lgtrade.partnership import Baseline, Criterion, ScoreSheet, Tender
    >>> from lgtrade.sources import Assumption
    >>> made_up = Assumption("made up for this page")
    >>> prices = {"Alpha": Money.pounds(10_000), "Beta": Money.pounds(8_000)}
    >>> lot = Lot(
    ...     "Collection",
    ...     (Baseline("Lichfield", Money.pounds(12_000), made_up),),
    ...     tuple(Tender(name, price, made_up, {"Lichfield": price}) for name, price in prices.items()),
    ...     (ScoreSheet("Method", "panel", {"Alpha": 5, "Beta": 3}, made_up),),
    ... )
    >>> method = AssessmentMethod((Criterion("Method", 5, 60),), PriceModel.LOWEST, made_up, 40, whole=100)
    >>> print(award_lot(lot, method).words)
    Collection: awarded to Alpha, with a score of 92.
    """
    refuse(
        [
            *wrong_type("lot", lot, Lot, Words("a Lot")),
            *wrong_type("method", method, AssessmentMethod, Words("an AssessmentMethod")),
        ]
    )
    scored = Scored(
        tuple(tender.supplier for tender in lot.tenders),
        method.criteria,
        lot.sheets,
        lot.requirements,
        method.combining,
    )
    refuse([*scored.issues(), *_price_issues(lot, method)])
    prices = {tender.supplier: tender.price for tender in lot.tenders}
    excluded = {name: why for name in prices if (why := tuple(scored.exclusions(name)))}
    quality = _quality(scored, method, [name for name in prices if name not in excluded])
    excluded |= {name: why for name, points in quality.items() if (why := tuple(_too_little(name, points, method)))}
    running = {name: price for name, price in prices.items() if name not in excluded}
    price_points = {
        name: _rounded(points, method)
        for name, points in method.price_model.points(method.price_weight, running).items()
    }
    if method.price_model is PriceModel.PER_POINT:
        scores = {name: _rounded(Fraction(prices[name].in_pounds) / quality[name], method) for name in running}
        places = ranks({name: -score for name, score in scores.items()})
    else:
        scores = {name: quality[name] + price_points[name] for name in running}
        places = ranks(scores)
    assessed = tuple(
        AssessedTender(name, price, quality[name], price_points[name], scores[name], places[name])
        for name, price in running.items()
    )
    return LotAward(lot.name, assessed, excluded, method.tie_breaks)


def _quality(scored: Scored, method: AssessmentMethod, names: list[str]) -> dict[str, Fraction]:
    shares = {
        criterion.name: Fraction(0) if criterion.weight is None else criterion.weight / criterion.most
        for criterion in method.criteria
    }
    return {
        name: sum((_rounded(shares[criterion] * given, method) for criterion, given in points.items()), Fraction(0))
        for name, points in scored.points(names).items()
    }


def _rounded(points: Fraction, method: AssessmentMethod) -> Fraction:
    rule = method.rounding
    return points if rule is None else rule.units(points) * Fraction(rule.unit)


def _too_little(name: str, points: Fraction, method: AssessmentMethod) -> Iterator[Words]:
    least = method.least_quality
    if least is not None and points < least:
        template = "{name} has {points} for quality, below the least of {least}."
        yield Words(template, name=name, points=in_points(points), least=plain(least))
    elif method.price_model is PriceModel.PER_POINT and not points:
        yield Words("{name} has no points for quality over which its price could be divided.", name=name)


def _price_issues(lot: Lot, method: AssessmentMethod) -> Iterator[Issue]:
    prices = [tender.price for tender in lot.tenders]
    for number, price in enumerate(prices):
        place = f"tenders[{number}].price"
        if method.price_model is PriceModel.FIXED and price != prices[0]:
            found = Words("it is {price}, where the price is fixed", price=price)
            yield Issue("tender.fixed", place, found, Words("the price of the others, {price}", price=prices[0]))
        elif method.price_model.weighs_price and not price:
            yield Issue("tender.nil", place, Words("it is nil, and price is divided"), Words("a price over nothing"))
