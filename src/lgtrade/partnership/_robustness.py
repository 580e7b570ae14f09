"""Robustness: what would have to change for another option to come first, and whether a loser sways the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

import attrs

from lgtrade.frozen import freeze
from lgtrade.partnership._scoring import in_points
from lgtrade.words import Words


@attrs.frozen
class SwitchingWeight:
    """A weight of one criterion at which others draw level with the winner; beyond it they overtake.

    The other weights keep their proportions to one another, and all of them still add to the same whole.

    Args:
        criterion: the name of the criterion.
        weight: its weight as it is.
        at: the weight at which the winner is caught.
        rivals: those that catch it there, in the order of their names.

    >>> SwitchingWeight("Cost", Fraction(1, 4), Fraction(1, 2), ("Company",)).change
    Fraction(1, 4)
    """

    criterion: str
    weight: Fraction
    at: Fraction
    rivals: tuple[str, ...]

    @property
    def change(self) -> Fraction:
        """By how much the weight has to change: below nothing if it has to fall."""
        return self.at - self.weight

    @property
    def words(self) -> Words:
        """What happens, in a sentence.

        >>> print(SwitchingWeight("Cost", Fraction(1, 4), Fraction(1, 2), ("Company",)).words)
        If Cost weighed more than 0.5, and not 0.25, the winner would be overtaken by: Company.
        """
        template = (
            "If {criterion} weighed more than {at}, and not {weight}, the winner would be overtaken by: {rivals}."
            if self.change > 0
            else "If {criterion} weighed less than {at}, and not {weight}, the winner would be overtaken by: {rivals}."
        )
        return Words(
            template,
            criterion=self.criterion,
            at=in_points(self.at),
            weight=in_points(self.weight),
            rivals="; ".join(self.rivals),
        )


@attrs.frozen
class RankReversal:
    """A loser whose removal changes the order of the others: a known fault of scores relative to the best.

    Args:
        without: the option removed, which was not first.
        before: the ranks of the others among themselves while it is there.
        after: their ranks without it.

    >>> print(RankReversal("C", {"A": 1, "B": 2}, {"A": 2, "B": 1}).words)
    Without C, which is not first, the order of the others changes, from A 1; B 2 to B 1; A 2.
    """

    without: str
    before: Mapping[str, int] = attrs.field(converter=freeze)
    after: Mapping[str, int] = attrs.field(converter=freeze)

    @property
    def words(self) -> Words:
        """What happens, in a sentence."""
        template = "Without {name}, which is not first, the order of the others changes, from {before} to {after}."
        return Words(template, name=self.without, before=_said(self.before), after=_said(self.after))


def _said(places: Mapping[str, int]) -> str:
    return "; ".join(f"{name} {place}" for name, place in sorted(places.items(), key=lambda item: (item[1], item[0])))


def switching_weights(
    winner: str, weights: Mapping[str, Fraction], points: Mapping[str, Mapping[str, Fraction]]
) -> Iterator[SwitchingWeight]:
    """Yield, for each criterion, the nearest weight below and above its own at which the winner is caught, if any.

    With one weight at x and the others rescaled to what is left of the whole, a total is a straight line in x, so
    the lead over each rival is one too, and is nothing at one x at most. A weight that is the whole already leaves no
    proportions to keep, and is passed over; so is a rival that only draws level where a weight is nothing or all.

    Args:
        winner: the only one in the first place.
        weights: the weight of each criterion.
        points: the points of each option on every criterion.
    """
    whole = sum(weights.values(), Fraction(0))
    for criterion, weight in weights.items():
        if weight == whole:
            continue
        others = {name: part / (whole - weight) for name, part in weights.items() if name != criterion}
        caught: dict[Fraction, list[str]] = {}
        for rival in sorted(points):
            lead = {name: points[winner][name] - points[rival][name] for name in weights}
            on_this, on_others = lead[criterion], sum((lead[name] * part for name, part in others.items()), Fraction(0))
            if on_this != on_others:
                at = whole * on_others / (on_others - on_this)
                if rival != winner and 0 < at < whole:
                    caught.setdefault(at, []).append(rival)
        for at in _nearest(weight, caught):
            yield SwitchingWeight(criterion, weight, at, tuple(caught[at]))


def _nearest(weight: Fraction, caught: Mapping[Fraction, object]) -> Iterator[Fraction]:
    below, above = [at for at in caught if at < weight], [at for at in caught if at > weight]
    if below:
        yield max(below)
    if above:
        yield min(above)
