"""What would change the order of an appraisal: the weights, or an option that is no longer there."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from tests.partnership.appraisal_facts import appraisal, only, reweighed

from lgtrade.partnership import Appraisal, Criterion, Scoring
from lgtrade.strategies import appraisals

FEW = settings(max_examples=25)
NEAR = Fraction(1, 1000)


@FEW
@given(appraisals())
def test_at_a_switching_weight_the_winner_is_caught_and_beyond_it_overtaken(appraised: Appraisal) -> None:
    for each in appraised.switching_weights:
        (winner,) = appraised.first
        caught = reweighed(appraised, each.criterion, each.at)
        level = {name for name, total in caught.totals.items() if total == caught.totals[winner]}
        assert {winner, *each.rivals} <= level
        whole = sum(appraised.weights.values(), Fraction(0))
        edge = whole if each.change > 0 else Fraction(0)
        beyond = reweighed(appraised, each.criterion, each.at + (edge - each.at) * NEAR)
        assert all(beyond.totals[rival] > beyond.totals[winner] for rival in each.rivals)
        within = reweighed(appraised, each.criterion, each.at + (each.weight - each.at) * NEAR)
        assert within.first == (winner,)


@FEW
@given(appraisals())
def test_between_the_switching_weights_of_a_criterion_the_winner_stays(appraised: Appraisal) -> None:
    whole = sum(appraised.weights.values(), Fraction(0))
    if len(appraised.first) != 1:
        return
    for criterion, weight in appraised.weights.items():
        if weight == whole:
            continue
        at = [each.at for each in appraised.switching_weights if each.criterion == criterion]
        lowest = max((each for each in at if each < weight), default=Fraction(0))
        highest = min((each for each in at if each > weight), default=whole)
        for part in (NEAR, Fraction(1, 2), 1 - NEAR):
            assert reweighed(appraised, criterion, lowest + (highest - lowest) * part).first == appraised.first


@FEW
@given(appraisals(scoring=Scoring.RAW))
def test_with_raw_scores_no_loser_changes_the_order_of_the_others(appraised: Appraisal) -> None:
    assert appraised.rank_reversals == ()
    for loser in set(appraised.ranks) - set(appraised.first):
        left = set(appraised.ranks) - {loser}
        assert only(appraised, left).totals == {name: appraised.totals[name] for name in left}


@FEW
@given(appraisals())
def test_a_reversal_is_named_just_when_the_appraisal_without_the_loser_has_another_order(appraised: Appraisal) -> None:
    named = {each.without: each for each in appraised.rank_reversals}
    assert set(named) <= set(appraised.ranks) - set(appraised.first)
    for loser in set(appraised.ranks) - set(appraised.first):
        left = set(appraised.ranks) - {loser}
        after = only(appraised, left).ranks
        before = {name: 1 + sum(appraised.totals[other] > appraised.totals[name] for other in left) for name in left}
        assert (loser in named) == (before != after)
        if loser in named:
            assert (named[loser].before, named[loser].after) == (before, after)


def test_two_criteria_whose_weights_are_worked_by_hand() -> None:
    """With x the weight of skills: 2 x + 5 (1 - x) = 5 x + 3 (1 - x) where x is 2/5."""
    appraised = appraisal(
        {"Skills": "60%", "Control": "40%"}, {"Skills": {"A": 2, "B": 5}, "Control": {"A": 5, "B": 3}}
    )
    below, above = appraised.switching_weights
    assert (below.criterion, below.at, below.change, below.rivals) == (
        "Skills",
        Fraction(2, 5),
        Fraction(-1, 5),
        ("A",),
    )
    assert (above.criterion, above.at, above.change) == ("Control", Fraction(3, 5), Fraction(1, 5))
    assert [str(each.words) for each in appraised.switching_weights] == [
        "If Skills weighed less than 0.4, and not 0.6, the winner would be overtaken by: A.",
        "If Control weighed more than 0.6, and not 0.4, the winner would be overtaken by: A.",
    ]
    assert appraised.figures["switching-weight", "Skills", "below"] == Fraction(2, 5)
    assert appraised.figures["switching-weight", "Control", "above"] == Fraction(3, 5)


def test_a_winner_whose_removal_changes_the_order_is_no_loser() -> None:
    """By hand: without A, who comes first, the points of B and C for price go from 20 and 50 to 40 and 100."""
    criteria = (Criterion("Quality", 100, 1), Criterion("Price", 100, 1, scoring=Scoring.TO_LOWEST))
    scores = {"Quality": {"A": 100, "B": 80, "C": 45}, "Price": {"A": 10, "B": 50, "C": 20}}
    appraised = appraisal({}, scores, criteria=criteria, whole=2)
    assert appraised.totals == {"A": 200, "B": 100, "C": 95}
    assert only(appraised, {"B", "C"}).totals == {"B": 120, "C": 145}
    assert appraised.rank_reversals == ()


def test_one_criterion_that_is_the_whole_has_no_other_weight() -> None:
    assert appraisal({"Skills": "100%"}, {"Skills": {"A": 2, "B": 5}}).switching_weights == ()


def test_a_lowest_price_that_is_withdrawn_turns_the_other_two_round() -> None:
    """Worked by hand: the points for price are 100 for the lowest, and in inverse proportion for a higher one.

    While C is there at £50, A at £100 has 50 of them and B at £60 has 83.3; without C they have 60 and 100, so that B
    gains 16.7 and A only 10.
    """
    criteria = (Criterion("Quality", 100, 1), Criterion("Price", 100, 1, scoring=Scoring.TO_LOWEST))
    scores = {"Quality": {"A": 75, "B": 40, "C": 0}, "Price": {"A": 100, "B": 60, "C": 50}}
    appraised = appraisal({}, scores, criteria=criteria, whole=2)
    assert appraised.totals == {"A": 125, "B": 40 + Fraction(250, 3), "C": 100}
    (reversal,) = appraised.rank_reversals
    assert (
        str(reversal.words)
        == "Without C, which is not first, the order of the others changes, from A 1; B 2 to B 1; A 2."
    )
