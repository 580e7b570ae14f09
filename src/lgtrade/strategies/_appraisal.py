"""Strategies for options appraisals, and for what they and tenders are scored on."""

from __future__ import annotations

from fractions import Fraction

import hypothesis.strategies as st
from hypothesis import assume

from lgtrade.money import ZERO, Money
from lgtrade.partnership import (
    Appraisal,
    Combining,
    Criterion,
    DeliveryRoute,
    Option,
    RankReversal,
    Requirement,
    ScoreSheet,
    Scoring,
    SwitchingWeight,
)
from lgtrade.sources import Basis
from lgtrade.strategies._money import money
from lgtrade.strategies._sources import bases
from lgtrade.strategies._values import names

_OPTIONS = ("Company", "In house", "Joint contract", "Outsource")
_CRITERIA = ("Control", "Cost", "Skills")
_SCORERS = st.sampled_from(["finance panel", "joint board"])
_HALVES = st.integers(0, 20).map(lambda halves: Fraction(halves, 2))
_OVER_NOTHING = st.integers(1, 20).map(lambda halves: Fraction(halves, 2))
_MOSTLY = st.integers(0, 4).map(bool)
_COSTS = st.none() | money(min_value=ZERO, max_value=Money.pounds(10**7))
_TOP = Fraction(10)


def criteria(
    *, name: str | None = None, weighted: bool | None = None, scoring: Scoring | None = None
) -> st.SearchStrategy[Criterion]:
    """Generate criteria on a scale up to ten.

    Args:
        name: only of this name.
        weighted: only with a weight, or only without.
        scoring: only scored so.

    >>> from hypothesis import find
    >>> find(criteria(weighted=True), lambda criterion: criterion.weight > 2).weight
    Fraction(3, 1)
    """
    any_name = st.sampled_from(_CRITERIA) if name is None else st.just(name)
    weight = st.integers(0, 9)
    weights = weight if weighted else st.none() if weighted is False else st.none() | weight
    least = st.sampled_from([None, None, Fraction(1), Fraction(2)])
    how = st.sampled_from(Scoring) if scoring is None else st.just(scoring)
    return st.tuples(any_name, weights, least, how).map(
        lambda each: Criterion(each[0], _TOP, each[1], None if each[3] is Scoring.TO_LOWEST else each[2], each[3])
    )


def score_sheets(
    *,
    criterion: Criterion | None = None,
    by: str | None = None,
    who: tuple[str, ...] = _OPTIONS,
    basis: Basis | None = None,
) -> st.SearchStrategy[ScoreSheet]:
    """Generate what one scorer gave on one criterion.

    Args:
        criterion: only on this one.
        by: only by this scorer.
        who: the options or tenders that are scored.
        basis: only resting on this.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> list(find(score_sheets(who=("In house",)), lambda sheet: True, settings=first).scores)
    ['In house']
    """
    if criterion is None:
        return criteria().flatmap(lambda each: score_sheets(criterion=each, by=by, who=who, basis=basis))
    scores = _OVER_NOTHING if criterion.scoring is Scoring.TO_LOWEST else _HALVES
    return st.builds(
        ScoreSheet,
        st.just(criterion.name),
        _SCORERS if by is None else st.just(by),
        st.fixed_dictionaries(dict.fromkeys(who, scores)),
        bases() if basis is None else st.just(basis),
    )


def requirements(*, who: tuple[str, ...] = _OPTIONS) -> st.SearchStrategy[Requirement]:
    """Generate what is met or not.

    Args:
        who: the options or tenders that meet it or do not.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> find(requirements(who=("In house",)), lambda each: bool(each.failed), settings=first).failed
    ('In house',)
    """
    return st.builds(Requirement, names(), st.fixed_dictionaries(dict.fromkeys(who, _MOSTLY)), bases())


def options(*, name: str | None = None, basis: Basis | None = None) -> st.SearchStrategy[Option]:
    """Generate options.

    Args:
        name: only of this name.
        basis: only resting on this.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> find(options(name="In house"), lambda option: option.cost is not None, settings=first).name
    'In house'
    """
    any_name = st.sampled_from(_OPTIONS) if name is None else st.just(name)
    rests = bases() if basis is None else st.just(basis)
    return st.builds(Option, any_name, rests, st.none() | st.sampled_from(DeliveryRoute), _COSTS)


@st.composite
def appraisals(draw: st.DrawFn, *, weighted: bool | None = None, scoring: Scoring | None = None) -> Appraisal:
    """Generate appraisals of a few options.

    Args:
        draw: given by Hypothesis.
        weighted: only with weights, or only without.
        scoring: only with every criterion scored so.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> len(find(appraisals(), lambda appraisal: len(appraisal.first) == 1, settings=first).first)
    1
    """
    who = tuple(draw(st.lists(st.sampled_from(_OPTIONS), min_size=1, max_size=4, unique=True)))
    what = draw(st.lists(st.sampled_from(_CRITERIA), min_size=1, max_size=3, unique=True))
    with_weights = draw(st.booleans()) if weighted is None else weighted
    judged = tuple(draw(criteria(name=name, weighted=with_weights, scoring=scoring)) for name in what)
    whole = (
        sum((each.weight for each in judged if each.weight is not None), Fraction(0)) if with_weights else Fraction(1)
    )
    assume(whole)
    combining = draw(st.sampled_from(Combining))
    scorers = ("finance panel", "joint board")[: 2 if combining is Combining.MEAN else 1]
    basis = draw(bases())
    sheets = tuple(draw(score_sheets(criterion=each, by=by, who=who, basis=basis)) for each in judged for by in scorers)
    return Appraisal(
        draw(names()),
        tuple(draw(options(name=name, basis=basis)) for name in who),
        judged,
        sheets,
        basis,
        tuple(draw(st.lists(requirements(who=who), max_size=1))),
        combining,
        whole,
    )


def switching_weights() -> st.SearchStrategy[SwitchingWeight]:
    """Generate weights at which a winner is caught.

    >>> from hypothesis import find
    >>> find(switching_weights(), lambda each: each.change > 0).criterion
    'Control'
    """
    weights = st.integers(0, 20).map(lambda twentieths: Fraction(twentieths, 20))
    rivals = st.lists(st.sampled_from(_OPTIONS), min_size=1, max_size=2, unique=True).map(tuple)
    made = st.builds(SwitchingWeight, st.sampled_from(_CRITERIA), weights, weights, rivals)
    return made.filter(lambda each: each.change != 0)


def rank_reversals() -> st.SearchStrategy[RankReversal]:
    """Generate losers whose removal changes an order.

    >>> from hypothesis import find
    >>> find(rank_reversals(), lambda each: True).without
    'Company'
    """
    places = st.tuples(st.integers(1, 2), st.integers(1, 2)).map(lambda two: dict(zip(_OPTIONS[1:3], two, strict=True)))
    made = st.builds(RankReversal, st.sampled_from([_OPTIONS[0], _OPTIONS[3]]), places, places)
    return made.filter(lambda each: each.before != each.after)


BY_TYPE = {
    Appraisal: appraisals,
    Criterion: criteria,
    Option: options,
    RankReversal: rank_reversals,
    Requirement: requirements,
    ScoreSheet: score_sheets,
    SwitchingWeight: switching_weights,
}
