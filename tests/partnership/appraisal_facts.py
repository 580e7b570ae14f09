"""An appraisal that the tests begin from, and how they change one."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import attrs

from lgtrade.partnership import Appraisal, Criterion, Option, ScoreSheet
from lgtrade.sources import Assumption

BASIS = Assumption("made up to be tested")


def sheet(criterion: str, scores: Mapping[str, Any], by: str = "officers") -> ScoreSheet:
    """Give the scores of one scorer on one criterion."""
    return ScoreSheet(criterion, by, scores, BASIS)


def appraisal(
    weights: Mapping[str, Any], scores: Mapping[str, Mapping[str, Any]], most: int = 5, **changed: Any
) -> Appraisal:
    """Give an appraisal of the options that are scored, by one body of officers, but for what is said otherwise."""
    begin: dict[str, Any] = {
        "name": "Waste",
        "options": tuple(Option(name, BASIS) for name in next(iter(scores.values()))),
        "criteria": tuple(Criterion(name, most, weight) for name, weight in weights.items()),
        "sheets": tuple(sheet(name, given) for name, given in scores.items()),
        "basis": BASIS,
    }
    return Appraisal(**(begin | changed))


def only(appraised: Appraisal, names: set[str]) -> Appraisal:
    """Give the same appraisal of some of its options."""
    return attrs.evolve(
        appraised,
        options=tuple(option for option in appraised.options if option.name in names),
        sheets=tuple(
            attrs.evolve(each, scores={name: score for name, score in each.scores.items() if name in names})
            for each in appraised.sheets
        ),
        requirements=tuple(
            attrs.evolve(each, met={name: met for name, met in each.met.items() if name in names})
            for each in appraised.requirements
        ),
    )


def reweighed(appraised: Appraisal, criterion: str, weight: Fraction) -> Appraisal:
    """Give the same appraisal with one weight changed, and the others rescaled in proportion to fill the whole."""
    weights = appraised.weights
    whole = sum(weights.values(), Fraction(0))
    scale = (whole - weight) / (whole - weights[criterion])
    return attrs.evolve(
        appraised,
        whole=whole,
        criteria=tuple(
            attrs.evolve(each, weight=weight if each.name == criterion else weights[each.name] * scale)
            for each in appraised.criteria
        ),
    )
