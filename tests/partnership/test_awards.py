from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from random import Random
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.agreements.facts import of_any_type, said
from tests.partnership.appraisal_facts import BASIS, sheet

from lgtrade.money import HALF_UP, Money, total
from lgtrade.partnership import (
    AssessmentMethod,
    Baseline,
    Criterion,
    Lot,
    LotAward,
    PriceModel,
    Requirement,
    Scoring,
    Tender,
    TieBreak,
    award_lot,
)
from lgtrade.strategies import assessment_methods, lots, money

FEW = settings(max_examples=25)
PRICES = st.dictionaries(
    st.sampled_from("ABCD"), money(min_value=Money.pounds(1), max_value=Money.pounds(10**6)), min_size=1
)
SEVERAL = st.integers(1, 100).map(Fraction)
METHODS = assessment_methods().flatmap(lambda method: st.tuples(st.just(method), lots(method=method)))


def lot_of(prices: Mapping[str, int], scores: Mapping[str, Mapping[str, Any]], **changed: Any) -> Lot:
    """Give a lot that Lichfield alone buys, with a tender at each price in pounds."""
    tenders = tuple(
        Tender(name, Money.pounds(price), BASIS, {"Lichfield": Money.pounds(price)}) for name, price in prices.items()
    )
    sheets = tuple(sheet(criterion, given_) for criterion, given_ in scores.items())
    return Lot("Collection", (Baseline("Lichfield", Money.pounds(20_000), BASIS),), tenders, sheets, **changed)


def scores_of(awarded: LotAward) -> dict[str, Fraction]:
    return {tender.supplier: tender.score for tender in awarded.tenders}


@FEW
@given(METHODS, st.randoms(use_true_random=False))
def test_the_order_of_the_tenders_makes_no_difference(given_: tuple[AssessmentMethod, Lot], random: Random) -> None:
    method, lot = given_
    other = attrs.evolve(lot, tenders=tuple(random.sample(lot.tenders, len(lot.tenders))))
    before, after = award_lot(lot, method), award_lot(other, method)
    assert set(before.tenders) == set(after.tenders)
    assert before.excluded == after.excluded
    assert before.winner == after.winner
    assert set(before.tied) == set(after.tied)


@FEW
@given(METHODS)
def test_a_lot_is_awarded_or_tied_or_nobody_is_in_the_running(given_: tuple[AssessmentMethod, Lot]) -> None:
    method, lot = given_
    awarded = award_lot(lot, method)
    running = {each.supplier for each in awarded.tenders}
    assert running | set(awarded.excluded) == {each.supplier for each in lot.tenders}
    assert (awarded.winner is not None) + bool(awarded.tied) == bool(awarded.tenders)
    best = min if method.price_model is PriceModel.PER_POINT else max
    for each in awarded.tenders:
        assert (each.rank == 1) == (each.score == best(scores_of(awarded).values()))
    if awarded.winner is not None:
        assert awarded.winner in awarded.level
    assert str(awarded.words).startswith(lot.name)


@FEW
@given(METHODS)
def test_a_tender_that_is_excluded_does_not_set_the_price_of_the_others(given_: tuple[AssessmentMethod, Lot]) -> None:
    method, lot = given_
    awarded = award_lot(lot, method)
    prices = {each.supplier: each.price for each in awarded.tenders}
    points = method.price_model.points(method.price_weight, prices)
    for each in awarded.tenders:
        rule = method.rounding
        exact = points[each.supplier]
        assert each.price_points == (exact if rule is None else rule.units(exact) * Fraction(rule.unit))


@given(SEVERAL, PRICES)
def test_the_lowest_price_has_all_the_points_and_twice_the_price_half_of_them(
    weight: Fraction, prices: dict[str, Money]
) -> None:
    points = PriceModel.LOWEST.points(weight, prices)
    assert {points[name] * price.pence for name, price in prices.items()} == {weight * min(prices.values()).pence}


@given(SEVERAL, PRICES)
def test_the_average_price_has_half_the_points_and_each_per_cent_away_a_hundredth(
    weight: Fraction, prices: dict[str, Money]
) -> None:
    points = PriceModel.AVERAGE.points(weight, prices)
    average = Fraction(total(prices.values()).pence, len(prices))
    for name, price in prices.items():
        away = (price.pence - average) / average * 100
        assert points[name] == weight * min(max(50 - away, Fraction(0)), Fraction(100)) / 100
    if all(0 < each < weight for each in points.values()):
        assert sum(points.values()) == weight * len(prices) / 2


@given(st.sampled_from([PriceModel.FIXED, PriceModel.PER_POINT]), PRICES)
def test_other_models_give_price_no_points(model: PriceModel, prices: dict[str, Money]) -> None:
    assert set(model.points(Fraction(0), prices).values()) == {0}


PUBLISHED = {
    "Experience": {"A": 40, "B": 32},
    "Quality assurance": {"A": 30, "B": 20},
    "Time to completion": {"A": 20, "B": 22},
}
POINTS = tuple(Criterion(name, most, most) for name, most in zip(PUBLISHED, (60, 40, 30), strict=True))


def test_a_published_example_of_the_lowest_price_in_points_out_of_200() -> None:
    """A at 10,000 has 40 + 30 + 20 + 56 = 146 points, and B at 8,000 has 32 + 20 + 22 + 70 = 144.

    Negometrix, Low bid scoring formula.
    https://support-us.negometrix.com/support/solutions/articles/44001761046-low-bid-scoring-formula
    """
    method = AssessmentMethod(POINTS, PriceModel.LOWEST, BASIS, 70, whole=200)
    awarded = award_lot(lot_of({"A": 10_000, "B": 8_000}, PUBLISHED), method)
    assert scores_of(awarded) == {"A": 146, "B": 144}
    assert {tender.supplier: tender.price_points for tender in awarded.tenders} == {"A": 56, "B": 70}
    assert str(awarded.words) == "Collection: awarded to A, with a score of 146."


def test_a_published_example_of_points_rounded_to_whole_ones() -> None:
    """Prices of £100, £105 and £108 have 40, 38 and 37 points of 40. https://impactbids.com/the-quality-imperative/"""
    criteria, whole_points = (Criterion("Quality", 5, 60),), HALF_UP.to("1")
    method = AssessmentMethod(criteria, PriceModel.LOWEST, BASIS, 40, 100, rounding=whole_points)
    lot = lot_of({"1": 100, "2": 105, "3": 108}, {"Quality": dict.fromkeys("123", 5)})
    assert [tender.price_points for tender in award_lot(lot, method).tenders] == [40, 38, 37]


def test_prices_scored_as_a_part_of_one() -> None:
    """£15,000, £10,000 and £30,000 score 0.667, 1 and 0.333, as the Digital Marketplace says of fixed quotes.

    Shakespeare Martineau, Evaluating price in tenders.
    https://www.shma.co.uk/our-thoughts/evaluating-price-in-tenders-new-guidance-on-new-practices/
    """
    method = AssessmentMethod((), PriceModel.LOWEST, BASIS, 1, rounding=HALF_UP.to("0.001"))
    awarded = award_lot(lot_of({"A": 15_000, "B": 10_000, "C": 30_000}, {}), method)
    assert scores_of(awarded) == {"A": Fraction("0.667"), "B": 1, "C": Fraction("0.333")}


def test_price_per_point_of_quality_is_lowest_first_and_leaves_out_who_has_no_points() -> None:
    method = AssessmentMethod((Criterion("Quality", 100, 100),), PriceModel.PER_POINT, BASIS, whole=100)
    lot = lot_of({"A": 8_000, "B": 6_000, "C": 5_000}, {"Quality": {"A": 80, "B": 50, "C": 0}})
    awarded = award_lot(lot, method)
    assert scores_of(awarded) == {"A": 100, "B": 120}
    assert (awarded.winner, str(awarded.words)) == ("A", "Collection: awarded to A, with a score of 100.")
    assert [str(why) for why in awarded.excluded["C"]] == [
        "C has no points for quality over which its price could be divided."
    ]


def test_at_a_fixed_price_only_quality_counts() -> None:
    method = AssessmentMethod((Criterion("Quality", 5, "100%"),), PriceModel.FIXED, BASIS)
    lot = lot_of({"A": 8_000, "B": 8_000}, {"Quality": {"A": 3, "B": 4}})
    assert scores_of(award_lot(lot, method)) == {"A": Fraction(3, 5), "B": Fraction(4, 5)}
    assert said(lambda: award_lot(lot_of({"A": 8_000, "B": 7_000}, {"Quality": {"A": 3, "B": 4}}), method)) == [
        "tenders[1].price: it is £7,000.00, where the price is fixed. Accepted: the price of the others, £8,000.00."
    ]


QUALITY = (Criterion("Quality", 10, 60),)


def test_a_tender_below_a_threshold_is_excluded_with_the_reason() -> None:
    method = AssessmentMethod(QUALITY, PriceModel.LOWEST, BASIS, 40, whole=100, least_quality=30)
    lot = lot_of(
        {"A": 100, "B": 80, "C": 50},
        {"Quality": {"A": 9, "B": 4, "C": 8}},
        requirements=(Requirement("Pays the living wage", {"A": True, "B": True, "C": False}, BASIS),),
    )
    awarded = award_lot(lot, method)
    assert {name: [str(each) for each in why] for name, why in awarded.excluded.items()} == {
        "B": ["B has 24 for quality, below the least of 30."],
        "C": ["C does not meet: Pays the living wage."],
    }
    assert scores_of(awarded) == {"A": 94}


def test_quality_that_is_just_the_least_is_enough() -> None:
    method = AssessmentMethod(QUALITY, PriceModel.LOWEST, BASIS, 40, whole=100, least_quality=30)
    assert award_lot(lot_of({"A": 100}, {"Quality": {"A": 5}}), method).winner == "A"


def test_a_tender_that_is_excluded_does_not_set_the_best_quality() -> None:
    best = (Criterion("Quality", 10, 60, scoring=Scoring.TO_BEST),)
    method = AssessmentMethod(best, PriceModel.LOWEST, BASIS, 40, whole=100)
    insured = Requirement("Insured", {"A": True, "B": False}, BASIS)
    lot = lot_of({"A": 100, "B": 100}, {"Quality": {"A": 5, "B": 10}}, requirements=(insured,))
    assert scores_of(award_lot(lot, method)) == {"A": 100}


def tied(*tie_breaks: TieBreak) -> LotAward:
    """Give an award worked by hand: A at £200 has 60 + 20 points, and C and D at £100 have 40 + 40."""
    method = AssessmentMethod(QUALITY, PriceModel.LOWEST, BASIS, 40, whole=100, tie_breaks=tie_breaks)
    scores = {"Quality": {"A": 10, "C": Fraction(20, 3), "D": Fraction(20, 3)}}
    return award_lot(lot_of({"A": 200, "C": 100, "D": 100}, scores), method)


def test_a_tie_is_broken_only_by_what_was_stated_and_else_reported() -> None:
    unbroken = tied()
    assert (unbroken.winner, unbroken.decided_by, unbroken.tied) == (None, None, ("A", "C", "D"))
    assert str(unbroken.words) == (
        "Collection: these come out level, and nothing stated decides between them: A; C; D."
    )
    best = tied(TieBreak.HIGHEST_QUALITY, TieBreak.LOWEST_PRICE)
    assert (best.winner, best.decided_by) == ("A", TieBreak.HIGHEST_QUALITY)
    assert str(best.words) == "Collection: awarded to A, level with C; D and decided by the highest quality."
    still = tied(TieBreak.LOWEST_PRICE, TieBreak.HIGHEST_QUALITY)
    assert (still.winner, still.decided_by, still.tied) == (None, None, ("C", "D"))


def test_a_lot_without_tenders_or_with_none_left_is_not_awarded() -> None:
    method = AssessmentMethod(QUALITY, PriceModel.LOWEST, BASIS, 40, whole=100, least_quality=60)
    assert str(award_lot(lot_of({}, {"Quality": {}}), method).words) == (
        "Collection: no tender was received, so it is not awarded."
    )
    assert str(award_lot(lot_of({}, {}), method).words).endswith("no tender was received, so it is not awarded.")
    left = award_lot(lot_of({"A": 100}, {"Quality": {"A": 5}}), method)
    assert (left.winner, left.tied, left.level) == (None, (), ())
    assert str(left.words) == "Collection: every tender is excluded, so it is not awarded."


@pytest.mark.parametrize("model", [PriceModel.LOWEST, PriceModel.AVERAGE])
def test_all_that_keeps_tenders_from_being_assessed_is_said_together(model: PriceModel) -> None:
    method = AssessmentMethod((*QUALITY, Criterion("Speed", 5, 0)), model, BASIS, 40, whole=100)
    assert said(lambda: award_lot(lot_of({"A": 0, "B": 100}, {"Quality": {"A": 11}}), method)) == [
        "sheets[0].scores: 'B' has no score. Accepted: one for each.",
        "sheets[0].scores[A]: 11 is outside the scale. Accepted: from 0 to 10.",
        "criteria[1]: nobody scored 'Speed'. Accepted: a sheet of scores on it.",
        "tenders[0].price: it is nil, and price is divided. Accepted: a price over nothing.",
    ]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        (
            {"price_weight": 50},
            ["criteria: the weights add to 110, which is 10 too much. Accepted: weights that add to 100."],
        ),
        (
            {"price_model": PriceModel.FIXED},
            [
                (
                    "price_weight: price has a weight, and has no points of its own by the fixed price. "
                    "Accepted: no weight of price."
                )
            ],
        ),
        (
            {"least_quality": "60.5", "rounding": HALF_UP.to("0.1")},
            ["least_quality: no tender could have 60.5 points for quality. Accepted: 60 or less."],
        ),
        (
            {"criteria": (Criterion("Quality", 10), Criterion("Quality", 10, 60))},
            [
                "criteria[1].name: 'Quality' is given twice. Accepted: a name of its own.",
                "criteria[0].weight: 'Quality' has no weight. Accepted: a weight for every criterion.",
            ],
        ),
        (
            {
                "criteria": None,
                "price_model": "lowest",
                "basis": None,
                "price_weight": "-1",
                "whole": "-1",
                "least_quality": "-1",
                "tie_breaks": ("lots",),
                "rounding": "up",
                "combining": "mean",
            },
            [
                "criteria: None is of type NoneType. Accepted: a tuple, each part a Criterion.",
                "price_model: 'lowest' is of type str. Accepted: a PriceModel.",
                "price_weight: it is negative: -1. Accepted: nothing or more.",
                "whole: it is negative: -1. Accepted: nothing or more.",
                "basis: None is of type NoneType. Accepted: a Source or an Assumption.",
                "least_quality: it is negative: -1. Accepted: nothing or more.",
                "tie_breaks[0]: 'lots' is of type str. Accepted: a TieBreak.",
                "rounding: 'up' is of type str. Accepted: a Rounding, or nothing.",
                "combining: 'mean' is of type str. Accepted: a Combining.",
            ],
        ),
    ],
)
def test_a_method_that_assesses_nothing_is_refused(changed: dict[str, Any], words: list[str]) -> None:
    begin: dict[str, Any] = {
        "criteria": QUALITY,
        "price_model": PriceModel.LOWEST,
        "basis": BASIS,
        "price_weight": 40,
        "whole": 100,
    }
    assert said(lambda: AssessmentMethod(**(begin | changed))) == words


def test_what_is_wrong_with_a_tender_or_a_baseline_is_said() -> None:
    pound = Money.pounds(1)
    assert said(lambda: Tender("A", pound * 5, BASIS, {"Lichfield": pound, "Tamworth": pound * 6})) == [
        "prices: the prices of the councils add to £2.00 more than the price. Accepted: prices that add to £5.00."
    ]
    assert said(lambda: Tender("A", pound * 5, BASIS, {"Lichfield": pound})) == [
        "prices: the prices of the councils add to £4.00 less than the price. Accepted: prices that add to £5.00."
    ]
    assert said(lambda: Tender("", -pound, of_any_type(None), {"Lichfield": of_any_type(5)})) == [
        "supplier: it is empty. Accepted: a name.",
        "price: it is below nothing: -£1.00. Accepted: nil or more.",
        "prices[Lichfield]: 5 is of type int. Accepted: an amount of Money.",
        "basis: None is of type NoneType. Accepted: a Source or an Assumption.",
    ]
    assert said(lambda: Tender("A", of_any_type(5), BASIS, of_any_type(5))) == [
        "price: 5 is of type int. Accepted: an amount of Money.",
        "prices: 5 is of type int. Accepted: what each council would pay.",
    ]
    assert said(lambda: Baseline("", of_any_type(5), of_any_type(None), of_any_type(1))) == [
        "council: it is empty. Accepted: a name.",
        "amount: 5 is of type int. Accepted: an amount of Money.",
        "basis: None is of type NoneType. Accepted: a Source or an Assumption.",
        "cashable: 1 is of type int. Accepted: true or false.",
    ]


def test_what_is_no_lot_and_no_method_is_not_awarded() -> None:
    assert said(lambda: award_lot(of_any_type("Collection"), of_any_type(None))) == [
        "lot: 'Collection' is of type str. Accepted: a Lot.",
        "method: None is of type NoneType. Accepted: an AssessmentMethod.",
    ]


def test_a_least_quality_that_rounding_up_would_reach_may_be_asked() -> None:
    begin: dict[str, Any] = {"price_weight": "39.5", "whole": 100, "least_quality": 61}
    criteria = (Criterion("Quality", 10, "60.5"),)
    rounded = AssessmentMethod(criteria, PriceModel.LOWEST, BASIS, rounding=HALF_UP.to("1"), **begin)
    assert rounded.least_quality == 61
    assert said(lambda: AssessmentMethod(criteria, PriceModel.LOWEST, BASIS, **begin)) == [
        "least_quality: no tender could have 61 points for quality. Accepted: 60.5 or less."
    ]


def test_prices_that_cannot_be_divided_have_no_points() -> None:
    prices = {"A": Money.pounds(0), "B": of_any_type(5)}
    assert said(lambda: PriceModel.AVERAGE.points(of_any_type("40"), prices)) == [
        "weight: '40' is of type str. Accepted: an exact number.",
        "prices[A]: it is £0.00, and price is divided. Accepted: a price over nothing.",
        "prices[B]: 5 is of type int. Accepted: an amount of Money.",
    ]
    assert PriceModel.FIXED.points(Fraction(0), {"A": Money.pounds(0)}) == {"A": 0}
    assert said(lambda: PriceModel.LOWEST.points(Fraction(40), of_any_type(None))) == [
        "prices: None is of type NoneType. Accepted: the price of each tender."
    ]
