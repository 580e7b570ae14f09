"""What is wrong with an appraisal, all of it together, in the words that its author reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.agreements.facts import of_any_type, said
from tests.partnership.appraisal_facts import BASIS, appraisal, sheet

from lgtrade.money import Money
from lgtrade.partnership import (
    Appraisal,
    Combining,
    Criterion,
    DeliveryRoute,
    Option,
    Requirement,
    ScoreSheet,
    Scoring,
)

TWO = {"Skills": {"A": 2, "B": 5}, "Control": {"A": 5, "B": 3}}
NAME = "Accepted: a name."
NUMBER = 'Accepted: a whole number, a Decimal, or text such as "1,234.56".'
BASES = "Accepted: a Source or an Assumption."


@pytest.mark.parametrize(
    ("weights", "whole", "words"),
    [
        (
            ("60%", "30%"),
            1,
            "criteria: the weights add to 90%, which is 10% too little. Accepted: weights that add to 100%.",
        ),
        (
            ("60%", "50%"),
            1,
            "criteria: the weights add to 110%, which is 10% too much. Accepted: weights that add to 100%.",
        ),
        ((60, 30), 100, "criteria: the weights add to 90, which is 10 too little. Accepted: weights that add to 100."),
        (
            (60, "1/3"),
            50,
            "criteria: the weights add to 181/3, which is 31/3 too much. Accepted: weights that add to 50.",
        ),
        ((0, 0), 0, "whole: the weights add to nothing. Accepted: a number over nothing."),
        (
            ("60%", None),
            1,
            (
                "criteria[1].weight: 'Control' has no weight, and others have. "
                "Accepted: a weight for every criterion, or for none."
            ),
        ),
    ],
)
def test_weights_that_do_not_add_to_the_whole_are_refused_with_the_difference(
    weights: tuple[Any, Any], whole: int, words: str
) -> None:
    assert said(lambda: appraisal(dict(zip(TWO, weights, strict=True)), TWO, whole=whole)) == [words]


def test_all_that_is_missing_from_the_scores_or_does_not_fit_them_is_said() -> None:
    criteria = (
        Criterion("Skills", 5),
        Criterion("Control", 5),
        Criterion("Cost", 5, scoring=Scoring.TO_LOWEST),
        Criterion("Risk", 5),
    )
    sheets = (
        sheet("Skills", {"A": 6, "B": 5}),
        sheet("Skills", {"A": 4}, "joint board"),
        sheet("Control", {"A": 5, "B": 5, "C": 5}),
        sheet("Cost", {"A": 0, "B": 1}),
        sheet("Speed", {"A": 5, "B": 5}),
        sheet("Cost", {"A": 0, "B": 1}),
    )
    options = (Option("A", BASIS), Option("B", BASIS))
    requirements = (
        Requirement("Lawful", {"A": True, "C": True}, BASIS),
        Requirement("Lawful", {"A": True, "B": True}, BASIS),
    )
    assert said(lambda: Appraisal("Waste", options, criteria, sheets, BASIS, requirements)) == [
        "sheets[5]: 'Cost, by officers' is given twice. Accepted: a name of its own.",
        "sheets[0].scores[A]: 6 is outside the scale. Accepted: from 0 to 5.",
        "sheets[1].scores: 'B' has no score. Accepted: one for each.",
        "sheets[2].scores[C]: 'C' is not one of them. Accepted: one of: A; B.",
        "sheets[3].scores[A]: the lowest is divided by it, and it is nothing. Accepted: a number over nothing.",
        "sheets[4].criterion: 'Speed' is not one of them. Accepted: one of: Skills; Control; Cost; Risk.",
        "sheets[5].scores[A]: the lowest is divided by it, and it is nothing. Accepted: a number over nothing.",
        (
            "criteria[0]: the scorers do not agree on 'A': officers 6; joint board 4. "
            "Accepted: one score that they agree on, or the mean."
        ),
        "criteria[3]: nobody scored 'Risk'. Accepted: a sheet of scores on it.",
        "requirements[1].name: 'Lawful' is given twice. Accepted: a name of its own.",
        "requirements[0].met[C]: 'C' is not one of them. Accepted: one of: A; B.",
        "requirements[0].met: it is not said whether 'B' meets it. Accepted: one for each.",
    ]


def test_scorers_who_do_not_agree_may_be_averaged() -> None:
    sheets = (sheet("Skills", {"A": 2}), sheet("Skills", {"A": 3}, "joint board"))
    options = (Option("A", BASIS),)
    averaged = Appraisal("Waste", options, (Criterion("Skills", 5),), sheets, BASIS, combining=Combining.MEAN)
    assert averaged.totals["A"] * 2 == 5


def test_an_appraisal_of_nothing_on_nothing_is_refused() -> None:
    assert said(lambda: Appraisal("Waste", (), (), (), BASIS)) == [
        "options: there is no option. Accepted: at least one option.",
        "criteria: there is no criterion. Accepted: at least one.",
    ]


def test_names_are_given_once() -> None:
    twice = (Criterion("Skills", 5), Criterion("Skills", 5))
    options = (Option("A", BASIS), Option("A", BASIS))
    sheets = (sheet("Skills", {"A": 5}),)
    assert said(lambda: Appraisal("Waste", options, twice, sheets, BASIS)) == [
        "options[1].name: 'A' is given twice. Accepted: a name of its own.",
        "criteria[1].name: 'Skills' is given twice. Accepted: a name of its own.",
    ]


def test_more_options_than_anybody_could_appraise_are_refused() -> None:
    many = tuple(Option(str(number), BASIS) for number in range(51))
    sheets = (sheet("Skills", {option.name: 1 for option in many}),)
    make: Callable[[], object] = lambda: Appraisal("Waste", many, (Criterion("Skills", 5),), sheets, BASIS)  # noqa: E731
    assert said(make) == ["options: there are 51. Accepted: at most 50."]


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (
            lambda: Appraisal(
                of_any_type(1),
                of_any_type([]),
                (of_any_type("Skills"),),
                of_any_type(None),
                of_any_type("minutes"),
                of_any_type({}),
                of_any_type("mean"),
                of_any_type(0.5),
            ),
            [
                f"name: 1 is of type int. {NAME}",
                f"basis: 'minutes' is of type str. {BASES}",
                "options: [] is of type list. Accepted: a tuple, each part an Option.",
                "criteria[0]: 'Skills' is of type str. Accepted: a Criterion.",
                "sheets: None is of type NoneType. Accepted: a tuple, each part a ScoreSheet.",
                "requirements: {} is of type dict. Accepted: a tuple, each part a Requirement.",
                "combining: 'mean' is of type str. Accepted: a Combining.",
                (
                    "whole: 0.5 is a float, which cannot hold most amounts exactly. "
                    'Accepted: a whole number, a Decimal, or text such as "1,234.56".'
                ),
            ],
        ),
        (
            lambda: Option("", of_any_type(None), of_any_type("in house"), of_any_type(5)),
            [
                f"name: it is empty. {NAME}",
                f"basis: None is of type NoneType. {BASES}",
                "route: 'in house' is of type str. Accepted: a DeliveryRoute, or nothing.",
                "cost: 5 is of type int. Accepted: an amount of Money, or nothing.",
            ],
        ),
        (
            lambda: Option("A", BASIS, DeliveryRoute.COMPANY, Money.pounds(-1)),
            ["cost: it is below nothing. Accepted: nothing or more."],
        ),
        (
            lambda: Criterion("", "0", "-1", "many", of_any_type("raw")),
            [
                f"name: it is empty. {NAME}",
                "most: the scale ends at nothing. Accepted: a number over nothing.",
                "weight: it is negative: -1. Accepted: nothing or more.",
                "least: 'many' is not a number. Accepted: a whole number, a Decimal, or text such as \"1,234.56\".",
                "scoring: 'raw' is of type str. Accepted: a Scoring.",
            ],
        ),
        (lambda: Criterion("Skills", 5, least=6), ["least: 6 is above the scale. Accepted: 5 or less."]),
        (
            lambda: Criterion("Cost", 5, least=1, scoring=Scoring.TO_LOWEST),
            ["least: the lowest score is best, so none is too low. Accepted: no least score."],
        ),
        (
            lambda: ScoreSheet("", of_any_type(1), {"A": -1}, of_any_type(None)),
            [
                f"criterion: it is empty. {NAME}",
                f"by: 1 is of type int. {NAME}",
                "scores[A]: it is negative: -1. Accepted: nothing or more.",
                f"basis: None is of type NoneType. {BASES}",
            ],
        ),
        (
            lambda: ScoreSheet("Skills", "officers", of_any_type(5), BASIS),
            ["scores: 5 is of type int. Accepted: the score of each."],
        ),
        (
            lambda: Criterion("Cost", 5, scoring=Scoring.TO_LOWEST).points(of_any_type({"A": 0, "B": -1, "C": 0.5})),
            [
                "scores[A]: the lowest is divided by it, and it is nothing. Accepted: a number over nothing.",
                "scores[B]: it is negative: -1. Accepted: nothing or more.",
                f"scores[C]: 0.5 is a float, which cannot hold most amounts exactly. {NUMBER}",
            ],
        ),
        (
            lambda: Criterion("Cost", 5).points(of_any_type(None)),
            ["scores: None is of type NoneType. Accepted: the score of each."],
        ),
        (
            lambda: Requirement("", {"A": of_any_type(1)}, of_any_type(None)),
            [
                f"name: it is empty. {NAME}",
                "met[A]: 1 is of type int. Accepted: true or false.",
                f"basis: None is of type NoneType. {BASES}",
            ],
        ),
        (
            lambda: Requirement("Lawful", of_any_type("A"), BASIS),
            ["met: 'A' is of type str. Accepted: whether each meets it."],
        ),
    ],
)
def test_wrong_types_are_refused_together(make: Callable[[], object], words: list[str]) -> None:
    assert said(make) == words
