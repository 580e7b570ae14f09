"""Options appraisal: options scored on weighted criteria, who comes first, at what cost, and how firmly."""

from __future__ import annotations

import enum
import functools
from collections.abc import Iterator, Mapping
from fractions import Fraction

import attrs

from lgtrade.figures import Figure, Figures
from lgtrade.frozen import FrozenMapping
from lgtrade.issues import Issue, given_twice, refuse, shown, wrong_type
from lgtrade.money import ZERO, Money, fraction_or_as_given
from lgtrade.notebook import ShownInNotebooks
from lgtrade.partnership._robustness import RankReversal, SwitchingWeight, switching_weights
from lgtrade.partnership._scores import Scored, parts_issues, ranks, weight_issues
from lgtrade.partnership._scoring import (
    Combining,
    Criterion,
    Requirement,
    ScoreSheet,
    Scoring,
    basis_issues,
    in_points,
    name_issues,
    whole_issues,
)
from lgtrade.sources import Basis
from lgtrade.words import Words


class DeliveryRoute(enum.Enum):
    """The ways in which a council may come by a service, or use what it has."""

    IN_HOUSE = "in house"
    OUTSOURCE = "outsource"
    JOINT_PROCUREMENT = "joint procurement"
    BUY_FROM_PEER = "buy from a peer"
    SELL_TO_PEERS = "sell to peers"
    COMPANY = "company"


@attrs.frozen
class Option:
    """One option.

    Args:
        name: its own name.
        basis: where it was put forward and its cost published, or the assumption in their place.
        route: which way of providing the service it is; none where the options differ in something else.
        cost: its whole cost over the time appraised; none if it is not known.

    Raises:
        InputError: the cost is below nothing, or a part is of the wrong type; all together.

    >>> from lgtrade.sources import Source
    >>> Option("Trading company", Source("outline business case"), DeliveryRoute.COMPANY, Money.pounds(1_200_000)).cost
    £1,200,000.00
    """

    name: str
    basis: Basis
    route: DeliveryRoute | None = None
    cost: Money | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse an option without a name, or with a cost that is none."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from name_issues("name", self.name)
        yield from basis_issues(self.basis)
        if self.route is not None:
            yield from wrong_type("route", self.route, DeliveryRoute, Words("a DeliveryRoute, or nothing"))
        if self.cost is not None:
            yield from wrong_type("cost", self.cost, Money, Words("an amount of Money, or nothing"))
        if isinstance(self.cost, Money) and self.cost < ZERO:
            yield Issue("option.cost", "cost", Words("it is below nothing"), Words("nothing or more"))


@attrs.frozen
class Appraisal(ShownInNotebooks):
    """Options scored on criteria, which are weighted or all count alike.

    The total of an option is the sum of weight * points. Its order among the others does not depend on the order in
    which the options are given. An option that fails a requirement or a least score is excluded, with the reason, and
    does not set what is best.

    Args:
        name: what is appraised.
        options: the options.
        criteria: what they are judged on; all of them weighted, or none.
        sheets: who scored what.
        basis: where the criteria and weights were published, or the assumption in their place.
        requirements: what is met or not.
        combining: how several scorers become one.
        whole: what the weights add to: ``"100%"``, or any total of points.

    Raises:
        InputError: the weights do not add to the whole (with the difference) or are given for some criteria only, a
            criterion is scored by nobody, an option has no score, a score is outside the scale, scorers who should
            agree do not, or a part is of the wrong type; all together.

    >>> from lgtrade.sources import Assumption
    >>> made_up = Assumption("made up for this page")
    >>> appraisal = Appraisal(
    ...     "ICT",
    ...     (Option("In house", made_up), Option("Joint contract", made_up, DeliveryRoute.JOINT_PROCUREMENT)),
    ...     (Criterion("Skills", 5, "60%"), Criterion("Control", 5, "40%")),
    ...     (
    ...         ScoreSheet("Skills", "officers", {"In house": 2, "Joint contract": 5}, made_up),
    ...         ScoreSheet("Control", "officers", {"In house": 5, "Joint contract": 3}, made_up),
    ...     ),
    ...     made_up,
    ... )
    >>> appraisal.totals
    {'In house': Fraction(16, 5), 'Joint contract': Fraction(21, 5)}
    >>> print(appraisal.words)
    Joint contract comes first with 4.2, ahead by 1.
    >>> print(appraisal.switching_weights[0].words)
    If Skills weighed less than 0.4, and not 0.6, the winner would be overtaken by: In house.
    """

    name: str
    options: tuple[Option, ...]
    criteria: tuple[Criterion, ...]
    sheets: tuple[ScoreSheet, ...]
    basis: Basis
    requirements: tuple[Requirement, ...] = ()
    combining: Combining = Combining.AGREED
    whole: Fraction = attrs.field(default=Fraction(1), converter=fraction_or_as_given)

    def __attrs_post_init__(self) -> None:
        """Refuse an appraisal from which nothing could follow."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        misfits = [
            *parts_issues("options", self.options, Option, Words("an Option")),
            *parts_issues("criteria", self.criteria, Criterion, Words("a Criterion")),
            *parts_issues("sheets", self.sheets, ScoreSheet, Words("a ScoreSheet"), most=1000),
            *parts_issues("requirements", self.requirements, Requirement, Words("a Requirement")),
            *wrong_type("combining", self.combining, Combining, Words("a Combining")),
            *whole_issues(self.whole),
        ]
        yield from name_issues("name", self.name)
        yield from basis_issues(self.basis)
        yield from misfits
        if misfits:
            return
        if not self.options:
            yield Issue("appraisal.options", "options", Words("there is no option"), Words("at least one option"))
        if not self.criteria:
            yield Issue("appraisal.criteria", "criteria", Words("there is no criterion"), Words("at least one"))
        yield from given_twice("options[{}].name", [option.name for option in self.options])
        yield from given_twice("criteria[{}].name", [criterion.name for criterion in self.criteria])
        yield from self._weight_issues()
        yield from self._scored.issues()

    def _weight_issues(self) -> Iterator[Issue]:
        weights = [criterion.weight for criterion in self.criteria if criterion.weight is not None]
        if weights and len(weights) == len(self.criteria):
            yield from weight_issues(weights, self.whole)
        elif weights:
            for number, criterion in enumerate(self.criteria):
                if criterion.weight is None:
                    found = Words("{name} has no weight, and others have", name=shown(criterion.name))
                    accepted = Words("a weight for every criterion, or for none")
                    yield Issue("weights.some", f"criteria[{number}].weight", found, accepted)

    @functools.cached_property
    def _scored(self) -> Scored:
        names = tuple(option.name for option in self.options)
        return Scored(names, self.criteria, self.sheets, self.requirements, self.combining)

    @property
    def weights(self) -> FrozenMapping[str, Fraction]:
        """The weight of each criterion: one each where nothing is weighted."""
        return FrozenMapping({each.name: Fraction(1) if each.weight is None else each.weight for each in self.criteria})

    @functools.cached_property
    def excluded(self) -> FrozenMapping[str, tuple[Words, ...]]:
        """Why each option that is excluded is so: every reason."""
        reasons = {option.name: tuple(self._scored.exclusions(option.name)) for option in self.options}
        return FrozenMapping({name: why for name, why in reasons.items() if why})

    @functools.cached_property
    def points(self) -> FrozenMapping[str, FrozenMapping[str, Fraction]]:
        """The points of each option in the running on every criterion, before they are weighted."""
        running = [option.name for option in self.options if option.name not in self.excluded]
        return FrozenMapping({name: FrozenMapping(given) for name, given in self._scored.points(running).items()})

    @property
    def totals(self) -> FrozenMapping[str, Fraction]:
        """The sum of weight * points of each option in the running."""
        return FrozenMapping(self._totals(self.points))

    def _totals(self, points: Mapping[str, Mapping[str, Fraction]]) -> dict[str, Fraction]:
        weights = self.weights
        return {
            name: sum((weights[criterion] * given for criterion, given in each.items()), Fraction(0))
            for name, each in points.items()
        }

    @property
    def out_of(self) -> Fraction:
        """The highest total that there could be."""
        weights = self.weights
        return sum((weights[criterion.name] * criterion.most for criterion in self.criteria), Fraction(0))

    @property
    def ranks(self) -> FrozenMapping[str, int]:
        """The place of each option in the running; equal totals share one."""
        return FrozenMapping(ranks(self.totals))

    @property
    def first(self) -> tuple[str, ...]:
        """Whoever comes first: more than one where they tie, none where every option is excluded."""
        return tuple(name for name, place in self.ranks.items() if place == 1)

    @property
    def ties(self) -> tuple[tuple[str, ...], ...]:
        """Those with equal totals, from the highest."""
        level: dict[int, list[str]] = {}
        for name, place in self.ranks.items():
            level.setdefault(place, []).append(name)
        return tuple(tuple(names) for _, names in sorted(level.items()) if len(names) > 1)

    @property
    def margin(self) -> Fraction | None:
        """By how much the first leads the next: nothing in a tie; none if fewer than two are in the running."""
        leading = sorted(self.totals.values(), reverse=True)[:2]
        return leading[0] - leading[1] if len(leading) > 1 else None

    @property
    def dominated(self) -> FrozenMapping[str, tuple[str, ...]]:
        """For each option that another beats on a criterion and equals at least on all others: by which."""
        points = self.points
        better = {name: tuple(each for each in points if _dominates(points[each], points[name])) for name in points}
        return FrozenMapping({name: by for name, by in better.items() if by})

    @property
    def cost_per_point(self) -> FrozenMapping[str, Fraction]:
        """The pounds that each point of the total costs, for options with a cost and a total over nothing."""
        totals = self.totals
        return FrozenMapping(
            {
                option.name: Fraction(option.cost.in_pounds) / totals[option.name]
                for option in self.options
                if option.cost is not None and totals.get(option.name)
            }
        )

    @property
    def best_value(self) -> tuple[str, ...]:
        """Those whose points cost least; more than one where they are equal, none if no cost is known."""
        costs = self.cost_per_point
        return tuple(name for name, cost in costs.items() if cost == min(costs.values()))

    @property
    def switching_weights(self) -> tuple[SwitchingWeight, ...]:
        """For each criterion, the nearest weights below and above its own that change the winner; none in a tie."""
        if len(self.first) != 1:
            return ()
        return tuple(switching_weights(self.first[0], self.weights, self.points))

    @property
    def rank_reversals(self) -> tuple[RankReversal, ...]:
        """Each loser whose removal changes the order of the others: none where every score is raw."""
        if all(criterion.scoring is Scoring.RAW for criterion in self.criteria):
            return ()
        losers = [name for name in self.points if name not in self.first]
        return tuple(each for each in map(self._without, losers) if each.before != each.after)

    def _without(self, loser: str) -> RankReversal:
        others = [name for name in self.points if name != loser]
        before = ranks({name: total for name, total in self.totals.items() if name != loser})
        return RankReversal(loser, before, ranks(self._totals(self._scored.points(others))))

    @property
    def words(self) -> Words:
        """How it comes out, in a sentence."""
        first = "; ".join(self.first)
        if not first:
            return Words("Every option is excluded.")
        total = in_points(max(self.totals.values()))
        if len(self.first) > 1:
            return Words("These tie for the first place with {total}: {names}.", names=first, total=total)
        if self.margin is None:
            return Words("{name} is the only option left, with {total}.", name=first, total=total)
        template = "{name} comes first with {total}, ahead by {margin}."
        return Words(template, name=first, total=total, margin=in_points(self.margin))

    @property
    def figures(self) -> Figures:
        """Every figure worked out, by its path."""
        return FrozenMapping(dict(self._figures()))

    def _figures(self) -> Iterator[tuple[tuple[str, ...], Figure]]:
        yield ("out-of",), self.out_of
        weights = self.weights
        for name, points in self.points.items():
            for criterion, given in points.items():
                yield ("points", name, criterion), given
                yield ("weighted", name, criterion), weights[criterion] * given
        yield from ((("total", name), total) for name, total in self.totals.items())
        yield from ((("rank", name), place) for name, place in self.ranks.items())
        yield from ((("excluded", name), True) for name in self.excluded)
        yield ("first",), "; ".join(self.first)
        if self.margin is not None:
            yield ("margin",), self.margin
        yield from ((("cost-per-point", name), cost) for name, cost in self.cost_per_point.items())
        if self.best_value:
            yield ("best-value",), "; ".join(self.best_value)
        for each in self.switching_weights:
            yield ("switching-weight", each.criterion, "below" if each.change < 0 else "above"), each.at

    @property
    def bases(self) -> tuple[tuple[str, Basis], ...]:
        """Where everything in it is from."""
        return (
            (self.name, self.basis),
            *((option.name, option.basis) for option in self.options),
            *((f"{sheet.criterion}, scored by {sheet.by}", sheet.basis) for sheet in self.sheets),
            *((requirement.name, requirement.basis) for requirement in self.requirements),
        )


def _dominates(one: Mapping[str, Fraction], other: Mapping[str, Fraction]) -> bool:
    return one != other and all(one[criterion] >= other[criterion] for criterion in other)
