from __future__ import annotations

from fractions import Fraction
from random import Random
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.partnership.appraisal_facts import BASIS, appraisal, only, sheet

from lgtrade.money import Money
from lgtrade.partnership import Appraisal, Combining, Criterion, Option, Requirement, Scoring
from lgtrade.strategies import appraisals, criteria

FEW = settings(max_examples=25)

GUIDANCE = {
    "Landfill diversion": {"A": 3, "B": 4, "C": 2, "D": 4, "E": 3},
    "Value recovery": {"A": 2, "B": 4, "C": 3, "D": 5, "E": 1},
    "Emissions": {"A": 2, "B": 3, "C": 3, "D": 3, "E": 3},
    "Flexibility": {"A": 3, "B": 4, "C": 2, "D": 4, "E": 3},
    "Commercial risk": {"A": 5, "B": 5, "C": 3, "D": 2, "E": 1},
    "Deliverability": {"A": 1, "B": 3, "C": 4, "D": 5, "E": 4},
}


def test_five_waste_options_of_which_two_tie_until_they_are_weighted() -> None:
    """Totals of 16, 23, 17, 23 and 15 out of 30, and 10 % of the scores for landfill diversion.

    Guidance for waste authorities on options appraisal, section 3, table 1 (about 2008); the four weights that are
    not on the stored page are assumed. https://ppponline.affinitext.com/public/book?id=1688&toc_id=447217
    """
    plain = appraisal(dict.fromkeys(GUIDANCE), GUIDANCE)
    assert plain.totals == {"A": 16, "B": 23, "C": 17, "D": 23, "E": 15}
    assert plain.out_of == 30
    assert plain.ties == (plain.first,) == (("B", "D"),)
    assert plain.margin == 0
    assert str(plain.words) == "These tie for the first place with 23: B; D."
    assert plain.switching_weights == ()
    weights = dict.fromkeys(GUIDANCE, "15%") | {"Landfill diversion": "10%", "Value recovery": "30%"}
    weighted = appraisal(weights, GUIDANCE)
    assert [weighted.figures["weighted", name, "Landfill diversion"] for name in "ABCDE"] == [
        Fraction(each, 10) for each in (3, 4, 2, 4, 3)
    ]
    assert str(weighted.words) == "D comes first with 4, ahead by 0.15."


@FEW
@given(appraisals(), st.randoms(use_true_random=False))
def test_the_order_in_which_things_are_given_makes_no_difference(appraised: Appraisal, random: Random) -> None:
    def shuffled(parts: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(random.sample(parts, len(parts)))

    other = attrs.evolve(
        appraised,
        options=shuffled(appraised.options),
        criteria=shuffled(appraised.criteria),
        sheets=shuffled(appraised.sheets),
    )
    assert other.totals == appraised.totals
    assert other.ranks == appraised.ranks
    assert set(other.first) == set(appraised.first)
    assert set(other.switching_weights) == set(appraised.switching_weights)
    assert set(other.rank_reversals) == set(appraised.rank_reversals)


@FEW
@given(appraisals())
def test_every_option_is_placed_or_excluded_with_a_reason(appraised: Appraisal) -> None:
    names = {option.name for option in appraised.options}
    assert set(appraised.ranks) | set(appraised.excluded) == names
    assert set(appraised.ranks) & set(appraised.excluded) == set()
    assert all(appraised.excluded.values())
    for name, place in appraised.ranks.items():
        ahead = [other for other, total in appraised.totals.items() if total > appraised.totals[name]]
        assert place == 1 + len(ahead)
    assert str(appraised.words) != ""


@FEW
@given(appraisals())
def test_an_option_that_is_excluded_makes_no_difference_to_the_others(appraised: Appraisal) -> None:
    if appraised.ranks:
        assert only(appraised, set(appraised.ranks)).totals == appraised.totals


@FEW
@given(appraisals())
def test_a_total_is_from_nothing_to_the_most_that_there_could_be(appraised: Appraisal) -> None:
    assert all(0 <= total <= appraised.out_of for total in appraised.totals.values())


@FEW
@given(appraisals())
def test_an_option_that_another_dominates_never_comes_before_it(appraised: Appraisal) -> None:
    for worse, by in appraised.dominated.items():
        for better in by:
            pairs = [(appraised.points[better][each], appraised.points[worse][each]) for each in appraised.weights]
            assert all(one >= other for one, other in pairs)
            assert any(one > other for one, other in pairs)
            assert appraised.totals[better] >= appraised.totals[worse]


@FEW
@given(appraisals(weighted=False))
def test_without_weights_every_criterion_counts_alike(appraised: Appraisal) -> None:
    count = len(appraised.criteria)
    alike = attrs.evolve(
        appraised, criteria=tuple(attrs.evolve(each, weight=Fraction(1, count)) for each in appraised.criteria)
    )
    assert alike.ranks == appraised.ranks
    assert {name: total * count for name, total in alike.totals.items()} == appraised.totals


@FEW
@given(appraisals(scoring=Scoring.RAW))
def test_the_score_of_several_scorers_lies_between_theirs(appraised: Appraisal) -> None:
    for name, points in appraised.points.items():
        for criterion, given_ in points.items():
            scores = [each.scores[name] for each in appraised.sheets if each.criterion == criterion]
            assert min(scores) <= given_ <= max(scores)
            assert given_ * len(scores) == sum(scores)


@FEW
@given(appraisals())
def test_the_cost_of_each_point_times_the_points_is_the_cost(appraised: Appraisal) -> None:
    costs = {option.name: option.cost for option in appraised.options}
    for name, a_point in appraised.cost_per_point.items():
        cost = costs[name]
        assert cost is not None
        assert a_point * appraised.totals[name] == Fraction(cost.in_pounds)
    assert all(
        appraised.cost_per_point[name] == min(appraised.cost_per_point.values()) for name in appraised.best_value
    )
    assert bool(appraised.best_value) == bool(appraised.cost_per_point)


@FEW
@given(
    criteria(scoring=Scoring.TO_BEST),
    st.dictionaries(st.sampled_from("ABC"), st.integers(0, 9).map(Fraction), min_size=1),
)
def test_the_best_score_has_all_the_points_and_the_others_their_part_of_it(
    criterion: Criterion, scores: dict[str, Fraction]
) -> None:
    points = criterion.points(scores)
    best = max(scores.values())
    for name, score in scores.items():
        assert points[name] * best == criterion.most * score


@FEW
@given(
    criteria(scoring=Scoring.TO_LOWEST),
    st.dictionaries(st.sampled_from("ABC"), st.integers(1, 9).map(Fraction), min_size=1),
)
def test_the_lowest_score_has_all_the_points_and_the_others_in_inverse_proportion(
    criterion: Criterion, scores: dict[str, Fraction]
) -> None:
    points = criterion.points(scores)
    assert {points[name] * score for name, score in scores.items()} == {criterion.most * min(scores.values())}


def test_what_a_point_costs_and_where_it_costs_least() -> None:
    options = tuple(
        Option(name, BASIS, cost=None if cost is None else Money.pounds(cost))
        for name, cost in {"A": 1000, "B": 900, "C": None, "D": 5, "E": 1200}.items()
    )
    scores = {"Skills": {"A": 5, "B": 3, "C": 4, "D": 0, "E": 4}}
    appraised = appraisal({"Skills": "100%"}, scores, options=options)
    assert appraised.cost_per_point == {"A": 200, "B": 300, "E": 300}
    assert appraised.best_value == ("A",)
    assert appraised.figures["best-value",] == "A"
    assert appraised.figures["cost-per-point", "B"] == Fraction(300)


def test_an_option_that_falls_short_is_excluded_with_every_reason() -> None:
    appraised = appraisal(
        {"Skills": 60, "Control": 40},
        {"Skills": {"A": 5, "B": 1}, "Control": {"A": 2, "B": 5}},
        criteria=(Criterion("Skills", 5, 60, least="1.5"), Criterion("Control", 5, 40)),
        requirements=(Requirement("Lawful", {"A": True, "B": False}, BASIS),),
        whole=100,
    )
    assert [str(why) for why in appraised.excluded["B"]] == [
        "B does not meet: Lawful.",
        "B scores 1 on Skills, below the least of 1.5.",
    ]
    assert str(appraised.words) == "A is the only option left, with 380."
    assert (appraised.margin, appraised.figures["excluded", "B"]) == (None, True)


def test_a_score_that_is_just_the_least_is_enough() -> None:
    criteria = (Criterion("Skills", 5, least=2),)
    assert appraisal({}, {"Skills": {"A": 2, "B": "1.99"}}, criteria=criteria).first == ("A",)


def test_where_every_option_is_excluded_none_comes_first() -> None:
    unlawful = Requirement("Lawful", {"A": False}, BASIS)
    appraised = appraisal({"Skills": None}, {"Skills": {"A": 5}}, requirements=(unlawful,))
    assert str(appraised.words) == "Every option is excluded."
    assert (*appraised.first, *appraised.best_value, *appraised.totals) == ()


def test_a_mean_is_exact_and_words_round_what_does_not_end() -> None:
    sheets = tuple(
        sheet("Skills", {"A": score, "B": 1}, by)
        for by, score in (("officers", 5), ("finance panel", 4), ("joint board", 4))
    )
    appraised = appraisal({"Skills": None}, {"Skills": {"A": 0, "B": 0}}, sheets=sheets, combining=Combining.MEAN)
    assert appraised.totals["A"] == Fraction(13, 3)
    assert str(appraised.words) == "A comes first with 4.3333, ahead by 3.3333."


@pytest.mark.parametrize("scoring", Scoring)
def test_where_every_score_is_nothing_nobody_has_points(scoring: Scoring) -> None:
    assert Criterion("Skills", 5, scoring=scoring).points({"A": Fraction(0)}) == {"A": 0}


def test_what_an_appraisal_rests_on_is_listed() -> None:
    lawful = Requirement("Lawful", {"A": True}, BASIS)
    appraised = appraisal({"Skills": None}, {"Skills": {"A": 5}}, requirements=(lawful,))
    assert [name for name, _ in appraised.bases] == ["Waste", "A", "Skills, scored by officers", "Lawful"]
