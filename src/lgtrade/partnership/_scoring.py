"""Scoring: what options or tenders are judged on, who gave which score, and how scores become points."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

import attrs

from lgtrade.frozen import freeze
from lgtrade.issues import Issue, refuse, unread, wrong_type
from lgtrade.money import HALF_UP, Exact, exact_fraction, fraction_or_as_given, plain
from lgtrade.sources import Assumption, Basis, Source
from lgtrade.words import Words

_BASIS = Words("a Source or an Assumption")
_NAME = Words("a name")


def scores_of(values: Mapping[str, Exact | str]) -> Mapping[str, Fraction]:
    """Read the score of each, or keep what was given, to be refused with all else that is wrong."""
    return mapping(
        {name: fraction_or_as_given(value) for name, value in values.items()} if isinstance(values, Mapping) else values
    )


def mapping(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Hold a mapping so that it cannot be changed, or keep what was given, to be refused."""
    return freeze(values) if isinstance(values, Mapping) else values


def name_issues(place: str, value: object) -> Iterator[Issue]:
    """Yield why a value is not a name."""
    yield from wrong_type(place, value, str, _NAME)
    if value == "":
        yield Issue("name.empty", place, Words("it is empty"), _NAME)


def basis_issues(value: object) -> Iterator[Issue]:
    """Yield why a value says nothing of where a figure is from."""
    yield from wrong_type("basis", value, (Source, Assumption), _BASIS)


def number_issues(place: str, value: object) -> Iterator[Issue]:
    """Yield why a value is not an exact number of nothing or more."""
    issues = tuple(unread(exact_fraction, place, value))
    yield from issues
    if not issues and isinstance(value, Fraction) and value < 0:
        found = Words("it is negative: {value}", value=plain(value))
        yield Issue("score.negative", place, found, Words("nothing or more"))


def whole_issues(value: object) -> Iterator[Issue]:
    """Yield why a value is nothing that weights could add to."""
    issues = tuple(number_issues("whole", value))
    yield from issues
    if not issues and value == 0:
        yield Issue("weights.whole", "whole", Words("the weights add to nothing"), Words("a number over nothing"))


def in_points(number: Fraction) -> str:
    """Say an exact number as people do: as it is if its decimals end, else to four places, half up.

    >>> in_points(Fraction(77, 20)), in_points(Fraction(640, 7))
    ('3.85', '91.4286')
    """
    text = plain(number)
    if "/" not in text:
        return text
    units = HALF_UP.to("0.0001").units(number)
    return plain(Fraction(units, 10_000)) if units else text


class Scoring(enum.Enum):
    """How the scores on a criterion become points, of those that are still in the running.

    * ``RAW``: the score is the points.
    * ``TO_BEST``: top of the scale * score / highest score; nobody has points where every score is nothing.
    * ``TO_LOWEST``: top of the scale * lowest score / score, as for a cost or a price.
    """

    RAW = "raw"
    TO_BEST = "relative to the best"
    TO_LOWEST = "relative to the lowest"


class Combining(enum.Enum):
    """How the scores of several scorers become one: one that they agree on, or the exact mean."""

    AGREED = "agreed"
    MEAN = "mean"


@attrs.frozen
class Criterion:
    """One thing that options or tenders are judged on.

    Args:
        name: what it is.
        most: the top of the scale of points, which begins at nothing.
        weight: its weight, as in ``"30%"``; none if nothing is weighted.
        least: a score below this excludes; none if no score does.
        scoring: how scores become points. Raw scores are on the scale; others may be in any unit.

    Raises:
        InputError: the scale ends at nothing, a figure is negative, a ``float`` or not a number, the least score could
            not be reached or is asked of scores of which the lowest is best, or a part is of the wrong type; all
            together.

    >>> Criterion("Deliverability", 5, "15%", least=2).weight
    Fraction(3, 20)
    """

    name: str
    most: Fraction = attrs.field(converter=fraction_or_as_given)
    weight: Fraction | None = attrs.field(default=None, converter=attrs.converters.optional(fraction_or_as_given))
    least: Fraction | None = attrs.field(default=None, converter=attrs.converters.optional(fraction_or_as_given))
    scoring: Scoring = Scoring.RAW

    def __attrs_post_init__(self) -> None:
        """Refuse a criterion on which nothing can be judged."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from name_issues("name", self.name)
        issues = list(number_issues("most", self.most))
        if not issues and self.most == 0:
            yield Issue("criterion.scale", "most", Words("the scale ends at nothing"), Words("a number over nothing"))
        if self.weight is not None:
            yield from number_issues("weight", self.weight)
        if self.least is not None:
            issues += number_issues("least", self.least)
            if self.scoring is Scoring.TO_LOWEST:
                found = Words("the lowest score is best, so none is too low")
                yield Issue("criterion.least", "least", found, Words("no least score"))
            elif not issues and self.scoring is Scoring.RAW and self.least > self.most:
                found = Words("{least} is above the scale", least=plain(self.least))
                yield Issue("criterion.least", "least", found, Words("{most} or less", most=plain(self.most)))
        yield from issues
        yield from wrong_type("scoring", self.scoring, Scoring, Words("a Scoring"))

    def points(self, scores: Mapping[str, Fraction]) -> dict[str, Fraction]:
        """Turn the scores of those that are in the running into points, from nothing to the top of the scale.

        Args:
            scores: the score of each.

        Raises:
            InputError: a score is negative or not an exact number, or is nothing where the lowest is divided by it and
                others are more; all together.

        >>> Criterion("Cost", 10, scoring=Scoring.TO_LOWEST).points({"A": Fraction(200), "B": Fraction(250)})
        {'A': Fraction(10, 1), 'B': Fraction(8, 1)}
        """
        scores = scores_of(scores)
        refuse(self._unfit(scores))
        if self.scoring is Scoring.RAW or not any(scores.values()):
            return dict(scores)
        if self.scoring is Scoring.TO_BEST:
            best = max(scores.values())
            return {name: self.most * score / best for name, score in scores.items()}
        lowest = min(scores.values())
        return {name: self.most * lowest / score for name, score in scores.items()}

    def _unfit(self, scores: Mapping[str, Fraction]) -> Iterator[Issue]:
        issues = tuple(wrong_type("scores", scores, Mapping, Words("the score of each")))
        yield from issues
        for name, score in () if issues else scores.items():
            yield from number_issues(f"scores[{name}]", score)
            if score == 0 and self.scoring is Scoring.TO_LOWEST and any(scores.values()):
                found = Words("the lowest is divided by it, and it is nothing")
                yield Issue("score.nil", f"scores[{name}]", found, Words("a number over nothing"))


@attrs.frozen
class ScoreSheet:
    """The scores that one scorer gave on one criterion.

    Args:
        criterion: the name of the criterion.
        by: who gave them: a role or a body, as in "finance panel".
        scores: the score of each option or tender.
        basis: where they were published, or the assumption in their place.

    Raises:
        InputError: a score is negative, a ``float`` or not a number, or a part is of the wrong type; all together.

    >>> ScoreSheet("Emissions", "finance panel", {"In house": 3, "Company": "3.5"}, Source("minutes")).scores["Company"]
    Fraction(7, 2)
    """

    criterion: str
    by: str
    scores: Mapping[str, Fraction] = attrs.field(converter=scores_of)
    basis: Basis

    def __attrs_post_init__(self) -> None:
        """Refuse scores that are none, or that nobody gave."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from name_issues("criterion", self.criterion)
        yield from name_issues("by", self.by)
        yield from wrong_type("scores", self.scores, Mapping, Words("the score of each"))
        if isinstance(self.scores, Mapping):
            for name, score in self.scores.items():
                yield from number_issues(f"scores[{name}]", score)
        yield from basis_issues(self.basis)


@attrs.frozen
class Requirement:
    """Something that is met or not, without degrees: who does not meet it is excluded.

    Args:
        name: what is required.
        met: whether each option or tender meets it.
        basis: where that was recorded, or the assumption in its place.

    Raises:
        InputError: an answer is neither true nor false, or a part is of the wrong type; all together.

    >>> Requirement("Meets the statutory duty", {"In house": True, "Do nothing": False}, Source("minutes")).failed
    ('Do nothing',)
    """

    name: str
    met: Mapping[str, bool] = attrs.field(converter=mapping)
    basis: Basis

    def __attrs_post_init__(self) -> None:
        """Refuse a requirement that says nothing."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from name_issues("name", self.name)
        yield from wrong_type("met", self.met, Mapping, Words("whether each meets it"))
        if isinstance(self.met, Mapping):
            for name, answer in self.met.items():
                yield from wrong_type(f"met[{name}]", answer, bool, Words("true or false"))
        yield from basis_issues(self.basis)

    @property
    def failed(self) -> tuple[str, ...]:
        """Those that do not meet it."""
        return tuple(name for name, answer in self.met.items() if not answer)
