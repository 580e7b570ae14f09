from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs
from hypothesis import given, settings
from tests.agreements.facts import said
from tests.partnership.appraisal_facts import BASIS, sheet

from lgtrade.costing import ApportionmentKey
from lgtrade.money import ZERO, Money, Share, to_lead, total
from lgtrade.partnership import (
    AssessmentMethod,
    Baseline,
    Criterion,
    Grant,
    GrantCondition,
    JointProcurement,
    LineKind,
    Lot,
    PriceModel,
    SharedLine,
    Tender,
)
from lgtrade.strategies import joint_procurements

FEW = settings(max_examples=25)
PAIR = ("Lichfield", "Tamworth")
EQUAL = ApportionmentKey("equal", dict.fromkeys(PAIR, 1), BASIS)
METHOD = AssessmentMethod((Criterion("Method", 5, 60),), PriceModel.LOWEST, BASIS, 40, whole=100)

NO_WEIGHT = "the lead, Tamworth, has no weight. Accepted: one of those with a weight over nothing."


def pounds(value: int | str) -> Money:
    return Money.pounds(value)


def collection(*, cashable: bool = True) -> Lot:
    """Give a lot that Alpha wins, at a price that is shared, and that Beta tenders for with a price for each."""
    tenders = (
        Tender("Alpha", pounds(900), BASIS),
        Tender("Beta", pounds(1000), BASIS, {"Lichfield": pounds(300), "Tamworth": pounds(700)}),
    )
    baselines = (Baseline("Lichfield", pounds(600), BASIS, cashable), Baseline("Tamworth", pounds(400), BASIS))
    return Lot("Collection", baselines, tenders, (sheet("Method", {"Alpha": 5, "Beta": 4}, "panel"),), key=EQUAL)


def procurement(**changed: Any) -> JointProcurement:
    begin: dict[str, Any] = {"name": "Waste", "councils": PAIR, "lead": "Lichfield", "basis": BASIS}
    return JointProcurement(**(begin | changed))


@FEW
@given(joint_procurements())
def test_what_the_councils_have_adds_to_what_there_is(bought: JointProcurement) -> None:
    gains = bought.gains
    assert [gain.council for gain in gains] == list(bought.councils)
    assert total(gain.procuring for gain in gains) == total(line.amount for line in bought.costs)
    assert total(gain.grants for gain in gains) == total(grant.kept for grant in bought.grants)
    assert total(gain.net for gain in gains) == bought.in_all.net
    assert total(gain.cashable for gain in gains) == bought.in_all.cashable


@FEW
@given(joint_procurements())
def test_what_is_saved_on_a_lot_is_the_baselines_less_the_price_of_the_winner(bought: JointProcurement) -> None:
    awarded = {each.lot: each for each in bought.awards if each.winner is not None}
    assert set(bought.savings) == set(awarded)
    for lot in bought.lots:
        if lot.name in awarded:
            price = next(each.price for each in awarded[lot.name].tenders if each.supplier == awarded[lot.name].winner)
            saved = total(bought.savings[lot.name].values())
            assert saved == total(baseline.amount for baseline in lot.baselines) - price
            assert total(bought.paid[lot.name].values()) == price
            assert {*bought.paid[lot.name]} == {*lot.councils}


@FEW
@given(joint_procurements())
def test_where_every_baseline_is_cashable_so_is_all_that_is_gained(bought: JointProcurement) -> None:
    in_money = attrs.evolve(
        bought,
        lots=tuple(
            attrs.evolve(lot, baselines=tuple(attrs.evolve(each, cashable=True) for each in lot.baselines))
            for lot in bought.lots
        ),
        alone=tuple(attrs.evolve(each, cashable=True) for each in bought.alone),
    )
    assert [gain.cashable for gain in in_money.gains] == [gain.net for gain in in_money.gains]
    assert [gain.net for gain in in_money.gains] == [gain.net for gain in bought.gains]


def test_who_gains_and_who_loses_by_one_lot_a_shared_cost_and_a_grant() -> None:
    """By hand: £450 each for Alpha saves £150 and costs £50 more; £30 each is spent, and £5 each of grant is kept."""
    half_back = GrantCondition("both take part", met=False, returned=Share("50%"))
    bought = procurement(
        method=METHOD,
        lots=(collection(cashable=False),),
        costs=(SharedLine("Consultants", pounds(60), EQUAL, BASIS),),
        grants=(Grant("Joint working", pounds(20), EQUAL, BASIS, conditions=(half_back,)),),
    )
    first, second = bought.gains
    assert (first.savings, second.savings) == ({"Collection": pounds(150)}, {"Collection": pounds(-50)})
    assert (first.net, first.cashable) == (pounds(125), pounds(-25))
    assert [str(gain.words) for gain in bought.gains] == [
        "Lichfield gains £125.00; the cashable part is -£25.00.",
        "Tamworth loses £75.00; the cashable part is -£75.00.",
    ]
    parts = [bought.figures["council", council, "part-of-procuring"] for council in PAIR]
    assert parts == [Fraction(1, 2)] * 2


def test_one_council_that_procures_with_others_at_half_of_what_it_would_cost_alone() -> None:
    """£75,000 over two years is half of an individual procurement, so £75,000 is avoided.

    Lynn News, West Norfolk council urged to back joint waste collection deal (August 2017).
    http://www.lynnnews.co.uk/news/west-norfolk-council-urged-to-back-joint-waste-collection-deal-1-8079584
    """
    council = "Borough Council of King's Lynn and West Norfolk"
    only = ApportionmentKey("its own share", {council: 1}, BASIS)
    bought = procurement(
        councils=(council,),
        lead=council,
        costs=(SharedLine("Its share of the procurement", pounds(75_000), only, BASIS),),
        alone=(Baseline(council, pounds(150_000), BASIS, cashable=False),),
    )
    (gain,) = bought.gains
    assert gain.avoided == gain.net == pounds(75_000)
    assert bought.figures["council", council, "part-of-alone"] * 2 == 1  # type: ignore[operator]  # a fraction
    assert gain.cashable == pounds(-75_000)


def test_a_council_that_only_takes_part_neither_gains_nor_loses() -> None:
    assert [str(gain.words) for gain in procurement().gains] == [
        f"{council} neither gains nor loses; the cashable part is £0.00." for council in PAIR
    ]


def test_the_prices_that_a_tender_states_for_each_council_are_what_they_pay() -> None:
    lot = collection()
    assert lot.paid("Beta") == {"Lichfield": pounds(300), "Tamworth": pounds(700)}
    assert lot.paid("Alpha") == {"Lichfield": pounds(450), "Tamworth": pounds(450)}
    assert said(lambda: lot.paid("Gamma")) == ["supplier: 'Gamma' is not one of them. Accepted: one of: Alpha; Beta."]


def test_the_odd_pence_may_go_to_the_lead() -> None:
    lot = attrs.evolve(collection(), tenders=(Tender("Alpha", pounds("899.99"), BASIS),))
    lot = attrs.evolve(lot, sheets=(sheet("Method", {"Alpha": 5}, "panel"),))
    bought = procurement(method=METHOD, lots=(lot,), lead="Tamworth", remainder=to_lead("Tamworth"))
    assert bought.savings["Collection"] == {"Lichfield": pounds("150.01"), "Tamworth": pounds(-50)}
    costs = (SharedLine("Consultants", pounds("0.05"), EQUAL, BASIS),)
    shared = procurement(costs=costs, lead="Tamworth", remainder=to_lead("Tamworth")).gains
    assert [gain.procuring.pence for gain in shared] == [2, 3]


def test_what_a_procurement_rests_on_is_listed() -> None:
    bought = procurement(
        method=METHOD,
        lots=(collection(),),
        costs=(SharedLine("Consultants", pounds(60), EQUAL, BASIS),),
        alone=(Baseline("Lichfield", pounds(5), BASIS),),
        grants=(Grant("Joint working", ZERO, EQUAL, BASIS),),
    )
    assert list(dict.fromkeys(name for name, _ in bought.bases)) == [
        "Waste",
        "Waste: how tenders are assessed",
        "Collection: Lichfield",
        "Collection: Tamworth",
        "Collection: Alpha",
        "Collection: Beta",
        "Collection: Method, scored by panel",
        "equal",
        "Consultants",
        "Lichfield alone",
        "Joint working",
    ]


def test_a_lot_whose_cost_could_not_be_laid_to_its_councils_is_refused() -> None:
    lot = collection()
    stafford = ApportionmentKey("equal", {"Lichfield": 1, "Stafford": 1}, BASIS)
    assert said(lambda: attrs.evolve(lot, key=None)) == [
        (
            "tenders[0].prices: 'Alpha' states no price for each council. "
            "Accepted: its prices for each council, or a key for the lot."
        )
    ]
    assert said(lambda: attrs.evolve(lot, key=stafford, baselines=lot.baselines[:1])) == [
        "key.weights[Stafford]: 'Stafford' is not one of them. Accepted: one of: Lichfield.",
        "tenders[1].prices[Tamworth]: 'Tamworth' is not one of them. Accepted: one of: Lichfield.",
    ]
    assert said(lambda: Lot("Collection", ())) == [
        "baselines: no council buys it. Accepted: a baseline for each that does."
    ]
    twice = attrs.evolve(lot.tenders[1], price=pounds(0), prices={})
    assert said(lambda: attrs.evolve(lot, baselines=lot.baselines * 2, tenders=(twice, twice))) == [
        "baselines[2].council: 'Lichfield' is given twice. Accepted: a name of its own.",
        "baselines[3].council: 'Tamworth' is given twice. Accepted: a name of its own.",
        "tenders[1].supplier: 'Beta' is given twice. Accepted: a name of its own.",
    ]
    wrong: dict[str, Any] = {
        "name": "",
        "baselines": [],
        "tenders": ("A",),
        "sheets": 1,
        "requirements": None,
        "key": 1,
    }
    assert said(lambda: Lot(**wrong)) == [
        "name: it is empty. Accepted: a name.",
        "baselines: [] is of type list. Accepted: a tuple, each part a Baseline.",
        "tenders[0]: 'A' is of type str. Accepted: a Tender.",
        "sheets: 1 is of type int. Accepted: a tuple, each part a ScoreSheet.",
        "requirements: None is of type NoneType. Accepted: a tuple, each part a Requirement.",
        "key: 1 is of type int. Accepted: an ApportionmentKey, or nothing.",
    ]


def test_all_that_keeps_a_procurement_from_working_out_is_said_together() -> None:
    three = ApportionmentKey("equal", {"Lichfield": 1, "Stafford": 1}, BASIS)
    unscored = attrs.evolve(collection(), sheets=())
    assert said(
        lambda: procurement(
            lead="Stafford",
            method=METHOD,
            lots=(unscored, attrs.evolve(unscored, tenders=())),
            costs=(
                SharedLine("Consultants", pounds(5), three, BASIS),
                SharedLine("Saving", pounds(5), EQUAL, BASIS, LineKind.SAVING),
            ),
            alone=(Baseline("Stafford", pounds(5), BASIS),) * 2,
            grants=(Grant("Joint working", pounds(5), three, BASIS),) * 2,
            remainder=to_lead("Tamworth"),
        )
    ) == [
        "lots[1].name: 'Collection' is given twice. Accepted: a name of its own.",
        "alone[1].council: 'Stafford' is given twice. Accepted: a name of its own.",
        "grants[1].name: 'Joint working' is given twice. Accepted: a name of its own.",
        "lead: 'Stafford' is not one of them. Accepted: one of: Lichfield; Tamworth.",
        "costs[0].key: 'Stafford' is not one of them. Accepted: one of: Lichfield; Tamworth.",
        "alone[0].council: 'Stafford' is not one of them. Accepted: one of: Lichfield; Tamworth.",
        "alone[1].council: 'Stafford' is not one of them. Accepted: one of: Lichfield; Tamworth.",
        "grants[0].key: 'Stafford' is not one of them. Accepted: one of: Lichfield; Tamworth.",
        "grants[1].key: 'Stafford' is not one of them. Accepted: one of: Lichfield; Tamworth.",
        "costs[1].kind: it is a saving. Accepted: a cost.",
        f"costs[0].remainder.lead: {NO_WEIGHT}",
        f"grants[0].remainder.lead: {NO_WEIGHT}",
        f"grants[1].remainder.lead: {NO_WEIGHT}",
        "lots[0].criteria[0]: nobody scored 'Method'. Accepted: a sheet of scores on it.",
    ]


def test_lots_need_a_method_and_a_price_that_can_be_shared() -> None:
    assert said(lambda: procurement(lots=(collection(),))) == [
        "method: there are lots, and no method to assess tenders. Accepted: an AssessmentMethod."
    ]
    first = ApportionmentKey("first", {"Lichfield": 1}, BASIS)
    lot = attrs.evolve(collection(), key=first)
    assert said(lambda: procurement(method=METHOD, lots=(lot,), remainder=to_lead("Tamworth"))) == [
        f"lots[0].key.remainder.lead: {NO_WEIGHT}"
    ]


def test_wrong_types_are_refused_together() -> None:
    wrong: dict[str, Any] = dict.fromkeys(
        ("name", "councils", "lead", "basis", "method", "lots", "costs", "alone", "grants", "remainder"), 1
    )
    words = said(lambda: JointProcurement(**wrong))
    assert [each.split(":")[0] for each in words] == [
        "name",
        "lead",
        "basis",
        "councils",
        "lots",
        "costs",
        "alone",
        "grants",
        "remainder",
        "method",
    ]
    assert words[-1] == "method: 1 is of type int. Accepted: an AssessmentMethod, or nothing."
