"""Strategies for joint procurements: lots, tenders, awards, grants and what councils gain."""

from __future__ import annotations

from fractions import Fraction

import hypothesis.strategies as st
from hypothesis import assume

from lgtrade.costing import ApportionmentKey
from lgtrade.money import HALF_UP, LARGEST, TO_LAST, Money, Share, split, to_lead
from lgtrade.partnership import (
    AssessedTender,
    AssessmentMethod,
    Baseline,
    Combining,
    CouncilGain,
    Grant,
    GrantCondition,
    JointProcurement,
    Lot,
    LotAward,
    PriceModel,
    SharedLine,
    Tender,
    TieBreak,
    award_lot,
)
from lgtrade.sources import Basis
from lgtrade.strategies._appraisal import criteria, requirements, score_sheets
from lgtrade.strategies._money import money
from lgtrade.strategies._sources import bases
from lgtrade.strategies._splits import shares
from lgtrade.strategies._values import names

_COUNCILS = ("Lichfield", "Moorlands", "Stafford", "Tamworth")
_SUPPLIERS = ("Alpha", "Beta", "Gamma")
_CRITERIA = ("Method", "Mobilisation", "Social value")
_NIL, _POUND, _MOST = Money(pence=0), Money.pounds(1), Money.pounds(10**6)
_SUMS = money(min_value=_NIL, max_value=_MOST)
_PRICES = st.integers(1, 40).map(lambda thousands: Money.pounds(1000 * thousands)) | money(
    min_value=_POUND, max_value=_MOST
)


def _on(basis: Basis | None) -> st.SearchStrategy[Basis]:
    return bases() if basis is None else st.just(basis)


def _keys(councils: tuple[str, ...], basis: Basis | None) -> st.SearchStrategy[ApportionmentKey]:
    weights = st.fixed_dictionaries(dict.fromkeys(councils, st.integers(1, 99)))
    return st.builds(ApportionmentKey, names(), weights, _on(basis))


@st.composite
def assessment_methods(draw: st.DrawFn) -> AssessmentMethod:
    """Generate methods of every model.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])
    >>> fixed = find(assessment_methods(), lambda method: method.price_model is PriceModel.FIXED, settings=first)
    >>> fixed.price_weight
    Fraction(0, 1)
    """
    what = draw(st.lists(st.sampled_from(_CRITERIA), min_size=1, max_size=3, unique=True))
    judged = tuple(draw(criteria(name=name, weighted=True)) for name in what)
    model = draw(st.sampled_from(PriceModel))
    weight = Fraction(draw(st.integers(0, 9))) if model.weighs_price else Fraction(0)
    whole = weight + sum((each.weight for each in judged if each.weight is not None), Fraction(0))
    assume(whole)
    return AssessmentMethod(
        judged,
        model,
        draw(bases()),
        weight,
        whole=whole,
        least_quality=draw(st.sampled_from([None, None, min(whole - weight, Fraction(1))])),
        tie_breaks=tuple(draw(st.lists(st.sampled_from(TieBreak), max_size=2, unique=True))),
        rounding=draw(st.sampled_from([None, HALF_UP, HALF_UP.to("0.1")])),
        combining=draw(st.sampled_from(Combining)),
    )


@st.composite
def tenders(
    draw: st.DrawFn, *, supplier: str | None = None, price: Money | None = None, basis: Basis | None = None
) -> Tender:
    """Generate tenders, some with a price for each council.

    Args:
        draw: given by Hypothesis.
        supplier: only by this one.
        price: only at this price.
        basis: only resting on this.

    >>> from hypothesis import find
    >>> find(tenders(), lambda tender: bool(tender.prices)).supplier
    'Alpha'
    """
    who = draw(st.sampled_from(_SUPPLIERS)) if supplier is None else supplier
    at = draw(_PRICES) if price is None else price
    prices = draw(st.booleans()) and split(at, {council: draw(st.integers(1, 9)) for council in _COUNCILS[:2]}).parts
    return Tender(who, at, draw(_on(basis)), prices or {})


def baselines(*, council: str | None = None, basis: Basis | None = None) -> st.SearchStrategy[Baseline]:
    """Generate baselines.

    Args:
        council: only of this one.
        basis: only resting on this.

    >>> from hypothesis import find
    >>> find(baselines(), lambda baseline: not baseline.cashable).council
    'Lichfield'
    """
    whose = st.sampled_from(_COUNCILS) if council is None else st.just(council)
    return st.builds(Baseline, whose, _SUMS, _on(basis), st.booleans())


@st.composite
def lots(
    draw: st.DrawFn, *, name: str | None = None, method: AssessmentMethod | None = None, basis: Basis | None = None
) -> Lot:
    """Generate lots, some without tenders.

    Args:
        draw: given by Hypothesis.
        name: only of this name.
        method: only what this method can assess.
        basis: only with prices, baselines and scores resting on this.

    >>> from hypothesis import Phase, find, settings
    >>> find(lots(), lambda lot: not lot.tenders, settings=settings(phases=[Phase.generate])).tenders
    ()
    """
    by = draw(assessment_methods()) if method is None else method
    councils = _COUNCILS[: draw(st.integers(2, 3))]
    who = tuple(draw(st.lists(st.sampled_from(_SUPPLIERS), max_size=3, unique=True)))
    fixed = draw(_PRICES) if by.price_model is PriceModel.FIXED else None
    return Lot(
        draw(names()) if name is None else name,
        tuple(draw(baselines(council=council, basis=basis)) for council in councils),
        tuple(draw(tenders(supplier=supplier, price=fixed, basis=basis)) for supplier in who),
        tuple(draw(score_sheets(criterion=each, by="panel", who=who, basis=basis)) for each in by.criteria),
        tuple(draw(st.lists(requirements(who=who), max_size=1))),
        draw(_keys(councils, basis)),
    )


@st.composite
def lot_awards(draw: st.DrawFn) -> LotAward:
    """Generate awards of lots, and lots that nobody is awarded.

    >>> from hypothesis import Phase, find, settings
    >>> find(lot_awards(), lambda each: each.winner is None, settings=settings(phases=[Phase.generate])).decided_by
    """
    method = draw(assessment_methods())
    return award_lot(draw(lots(method=method, basis=method.basis)), method)


def assessed_tenders() -> st.SearchStrategy[AssessedTender]:
    """Generate how one tender came out.

    >>> from hypothesis import find
    >>> find(assessed_tenders(), lambda each: True).rank
    1
    """
    points = st.fractions(0, 100, max_denominator=20)
    return st.builds(AssessedTender, st.sampled_from(_SUPPLIERS), _PRICES, points, points, points, st.integers(1, 3))


def grant_conditions() -> st.SearchStrategy[GrantCondition]:
    """Generate conditions of grants.

    >>> from hypothesis import find
    >>> find(grant_conditions(), lambda condition: not condition.met).met
    False
    """
    return st.builds(GrantCondition, names(), st.booleans(), shares())


@st.composite
def grants(
    draw: st.DrawFn, *, name: str | None = None, councils: tuple[str, ...] = _COUNCILS, basis: Basis | None = None
) -> Grant:
    """Generate grants, some with conditions that are not met.

    Args:
        draw: given by Hypothesis.
        name: only of this name.
        councils: those that share it.
        basis: only resting on this.

    >>> from hypothesis import Phase, find, settings
    >>> grant = find(grants(), lambda grant: grant.kept < grant.payable, settings=settings(phases=[Phase.generate]))
    >>> len(grant.conditions) > 0
    True
    """
    amount, years = draw(_SUMS), draw(st.integers(1, 3))
    beyond = draw(st.none() | _SUMS)
    cost = None if beyond is None else amount * years + beyond
    return Grant(
        draw(names()) if name is None else name,
        amount,
        draw(_keys(councils, basis)),
        draw(_on(basis)),
        years,
        cost,
        Share(0) if cost is None else draw(shares()),
        draw(st.none() | _SUMS),
        tuple(draw(st.lists(grant_conditions(), max_size=2))),
    )


@st.composite
def joint_procurements(draw: st.DrawFn) -> JointProcurement:
    """Generate joint procurements.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])
    >>> procurement = find(joint_procurements(), lambda each: len(each.councils) == 4, settings=first)
    >>> procurement.lead in procurement.councils
    True
    """
    method, lead = draw(assessment_methods()), draw(st.sampled_from(_COUNCILS))
    basis = method.basis
    of_costs = draw(st.lists(st.tuples(names(), _SUMS), max_size=2))
    return JointProcurement(
        draw(names()),
        _COUNCILS,
        lead,
        basis,
        method,
        tuple(
            draw(lots(name=name, method=method, basis=basis)) for name in ("North", "South")[: draw(st.integers(0, 2))]
        ),
        tuple(SharedLine(heading, amount, draw(_keys(_COUNCILS, basis)), basis) for heading, amount in of_costs),
        tuple(draw(baselines(council=council, basis=basis)) for council in _COUNCILS[: draw(st.integers(0, 2))]),
        tuple(draw(grants(name=name, basis=basis)) for name in ("Joint working",)[: draw(st.integers(0, 1))]),
        draw(st.sampled_from([LARGEST, TO_LAST, to_lead(_COUNCILS[0])])),
    )


def council_gains() -> st.SearchStrategy[CouncilGain]:
    """Generate what one council has of a joint procurement.

    >>> from hypothesis import find
    >>> find(council_gains(), lambda gain: gain.net < _NIL).net
    -£0.01
    """
    either = money(min_value=-_MOST, max_value=_MOST)
    savings = st.dictionaries(names(), either, max_size=2)
    return st.builds(CouncilGain, st.sampled_from(_COUNCILS), savings, _SUMS, _SUMS, _SUMS, either)


BY_TYPE = {
    AssessedTender: assessed_tenders,
    AssessmentMethod: assessment_methods,
    LotAward: lot_awards,
    Baseline: baselines,
    CouncilGain: council_gains,
    Grant: grants,
    GrantCondition: grant_conditions,
    Lot: lots,
    JointProcurement: joint_procurements,
    Tender: tenders,
}
