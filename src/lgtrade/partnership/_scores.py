"""Scores put together: what is missing or does not fit, what excludes, and who ranks where."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import cast

import attrs

from lgtrade.issues import Issue, given_twice, shown, wrong_type
from lgtrade.money import plain
from lgtrade.partnership._scoring import Combining, Criterion, Requirement, ScoreSheet, Scoring, in_points
from lgtrade.words import Words

MOST = 50
"""The most options, tenders, criteria, requirements, lots or councils in one appraisal or procurement."""


def parts_issues(place: str, parts: object, kind: type, say: Words, most: int = MOST) -> Iterator[Issue]:
    """Yield why a value is not a tuple of so many parts of one kind."""
    if not isinstance(parts, tuple):
        yield from wrong_type(place, parts, tuple, Words("a tuple, each part {kind}", kind=say))
        return
    held = cast("tuple[object, ...]", parts)
    if len(held) > most:
        found = Words("there are {count}", count=len(held))
        yield Issue("parts.many", place, found, Words("at most {most}", most=most))
    for number, part in enumerate(held):
        yield from wrong_type(f"{place}[{number}]", part, kind, say)


def unknown_issues(place: str, name: str, known: Iterable[str]) -> Iterator[Issue]:
    """Yield an issue if a name is not one of those known."""
    names = list(known)
    if name not in names:
        found = Words("{name} is not one of them", name=shown(name))
        yield Issue("name.unknown", place, found, Words("one of: {names}", names="; ".join(names) or "none is given"))


_ADDED = {
    (True, True): "the weights add to {added}%, which is {over}% too much",
    (True, False): "the weights add to {added}%, which is {over}% too little",
    (False, True): "the weights add to {added}, which is {over} too much",
    (False, False): "the weights add to {added}, which is {over} too little",
}


def weight_issues(weights: Iterable[Fraction], whole: Fraction) -> Iterator[Issue]:
    """Yield an issue if weights do not add to the whole, with the difference; a whole of one is said as 100%."""
    added = sum(weights, Fraction(0))
    if added != whole:
        as_percentages = whole == 1
        times = 100 if as_percentages else 1
        template = _ADDED[as_percentages, added > whole]
        found = Words(template, added=plain(added * times), over=plain(abs(added - whole) * times))
        accepted = "weights that add to {whole}%" if as_percentages else "weights that add to {whole}"
        yield Issue("weights.sum", "criteria", found, Words(accepted, whole=plain(whole * times)))


@attrs.frozen
class Scored:
    """Who is judged, on what, and the scores: what an appraisal and a lot of tenders have in common."""

    names: tuple[str, ...]
    criteria: tuple[Criterion, ...]
    sheets: tuple[ScoreSheet, ...]
    requirements: tuple[Requirement, ...]
    combining: Combining

    def issues(self) -> Iterator[Issue]:
        """Yield all that is missing from the scores or does not fit them."""
        by_name = {criterion.name: criterion for criterion in self.criteria}
        yield from given_twice("sheets[{}]", [f"{sheet.criterion}, by {sheet.by}" for sheet in self.sheets])
        for number, sheet in enumerate(self.sheets):
            place = f"sheets[{number}]"
            criterion = by_name.get(sheet.criterion)
            yield from unknown_issues(f"{place}.criterion", sheet.criterion, by_name)
            yield from self._missing(f"{place}.scores", sheet.scores, "{name} has no score")
            if criterion is not None:
                yield from (issue.under(place) for issue in _unfit(criterion, sheet))
        for number, criterion in enumerate(self.criteria):
            given = self._given(criterion)
            if self.names and not given:
                found = Words("nobody scored {name}", name=shown(criterion.name))
                yield Issue("criterion.unscored", f"criteria[{number}]", found, Words("a sheet of scores on it"))
            elif self.combining is Combining.AGREED:
                yield from self._disagreements(f"criteria[{number}]", given)
        yield from given_twice("requirements[{}].name", [each.name for each in self.requirements])
        for number, requirement in enumerate(self.requirements):
            place = f"requirements[{number}].met"
            yield from self._missing(place, requirement.met, "it is not said whether {name} meets it")

    def _missing(self, place: str, given: Mapping[str, object], template: str) -> Iterator[Issue]:
        for name in given:
            yield from unknown_issues(f"{place}[{name}]", name, self.names)
        for name in self.names:
            if name not in given:
                yield Issue("score.missing", place, Words(template, name=shown(name)), Words("one for each"))

    def _disagreements(self, place: str, given: Sequence[ScoreSheet]) -> Iterator[Issue]:
        for name in self.names:
            scores = {sheet.by: sheet.scores[name] for sheet in given if name in sheet.scores}
            if len(set(scores.values())) > 1:
                said = "; ".join(f"{by} {plain(score)}" for by, score in scores.items())
                found = Words("the scorers do not agree on {name}: {said}", name=shown(name), said=said)
                yield Issue("score.agreed", place, found, Words("one score that they agree on, or the mean"))

    def _given(self, criterion: Criterion) -> list[ScoreSheet]:
        return [sheet for sheet in self.sheets if sheet.criterion == criterion.name]

    @functools.cached_property
    def scores(self) -> dict[str, dict[str, Fraction]]:
        """The one score of each on every criterion: the mean of all its scorers, who under the other rule agree."""
        return {criterion.name: self._mean(self._given(criterion)) for criterion in self.criteria}

    def _mean(self, given: Sequence[ScoreSheet]) -> dict[str, Fraction]:
        return {name: sum((sheet.scores[name] for sheet in given), Fraction(0)) / len(given) for name in self.names}

    def exclusions(self, name: str) -> Iterator[Words]:
        """Yield each reason that excludes one of those judged."""
        for requirement in self.requirements:
            if not requirement.met[name]:
                yield Words("{name} does not meet: {what}.", name=name, what=requirement.name)
        for criterion in self.criteria:
            score = self.scores[criterion.name][name]
            if criterion.least is not None and score < criterion.least:
                template = "{name} scores {score} on {what}, below the least of {least}."
                yield Words(
                    template, name=name, score=in_points(score), what=criterion.name, least=plain(criterion.least)
                )

    def points(self, names: Iterable[str]) -> dict[str, dict[str, Fraction]]:
        """Give the points of each of those in the running on every criterion; only they set what is best."""
        running = list(names)
        points: dict[str, dict[str, Fraction]] = {name: {} for name in running}
        for criterion in self.criteria:
            scores = self.scores[criterion.name]
            for name, given in criterion.points({name: scores[name] for name in running}).items():
                points[name][criterion.name] = given
        return points


def _unfit(criterion: Criterion, sheet: ScoreSheet) -> Iterator[Issue]:
    for name, score in sheet.scores.items():
        if criterion.scoring is Scoring.RAW and score > criterion.most:
            found = Words("{score} is outside the scale", score=plain(score))
            accepted = Words("from 0 to {most}", most=plain(criterion.most))
            yield Issue("score.scale", f"scores[{name}]", found, accepted)
        elif criterion.scoring is Scoring.TO_LOWEST and score == 0:
            found = Words("the lowest is divided by it, and it is nothing")
            yield Issue("score.nil", f"scores[{name}]", found, Words("a number over nothing"))


def ranks(totals: Mapping[str, Fraction]) -> dict[str, int]:
    """Rank from the highest, equals alike: one more than how many have a higher total.

    >>> ranks({"A": Fraction(16), "B": Fraction(23), "C": Fraction(23)})
    {'A': 3, 'B': 1, 'C': 1}
    """
    inorder = sorted(totals.values(), reverse=True)
    first = {total: place for place, total in reversed(list(enumerate(inorder, start=1)))}
    return {name: first[total] for name, total in totals.items()}
