"""Procurement by the buyer: the regime of the day on which it began, the thresholds, and the two exemptions."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.law.overlays.cases import (
    BELFAST,
    CLEAR,
    DEPENDS,
    FIFE,
    FIRM,
    FLINTSHIRE,
    HOSPITAL,
    KENT,
    LICHFIELD,
    MORAY,
    NOT_IN_POINT,
    POWYS,
    STOPS,
    UNCERTAIN,
    about,
    answer,
    duties,
    look,
    words,
)

from lgtrade.answers import Verdict
from lgtrade.law.facts import Company, ContractKind, Owner, OwnerKind, Procurement, Purpose, Route, Vehicle
from lgtrade.law.overlays.procurement import PROCUREMENT
from lgtrade.law.overlays.thresholds import THRESHOLDS, thresholds_on
from lgtrade.money import Money, Share
from lgtrade.services import Subject

BEGAN_2015, BEGAN_2023 = "2025-02-23", "2025-02-24"
OWN: dict[str, Any] = {
    "route": Route.OWN_COMPANY,
    "above_threshold": True,
    "controlled": True,
    "private_shares": False,
    "outside_share": "10%",
}
TOGETHER: dict[str, Any] = {
    "route": Route.BETWEEN_AUTHORITIES,
    "above_threshold": True,
    "common_objectives": True,
    "public_interest_only": True,
    "outside_share": "10%",
}


def bought(on: str, facts: dict[str, Any], **case: Any) -> Any:
    return look(PROCUREMENT, on, procurement=Procurement(**facts), **case)


REGIMES: list[tuple[Any, Any, str, str | None]] = [
    (LICHFIELD, KENT, "2015-02-25", None),
    (LICHFIELD, KENT, "2015-02-26", "PCR 2015 reg.12"),
    (LICHFIELD, KENT, "2025-02-23", "PCR 2015 reg.12"),
    (LICHFIELD, KENT, "2025-02-24", "PA 2023 Sch.2"),
    (POWYS, FLINTSHIRE, "2025-02-24", "PA 2023 Sch.2"),
    (LICHFIELD, BELFAST, "2025-02-24", "PA 2023 Sch.2"),
    (FIFE, MORAY, "2015-02-26", None),
    (FIFE, MORAY, "2016-04-17", None),
    (FIFE, MORAY, "2016-04-18", "SSI 2015/446 reg.13"),
    (FIFE, MORAY, "2025-03-03", "SSI 2015/446 reg.13"),
    (LICHFIELD, MORAY, "2025-03-03", "SSI 2015/446 reg.13"),
    (FIFE, KENT, "2025-03-03", "PA 2023 Sch.2"),
]


@pytest.mark.parametrize(("supplier", "buyer", "on", "under"), REGIMES)
def test_the_regime_is_that_of_the_buyers_nation_on_the_day(
    supplier: Any, buyer: Any, on: str, under: str | None
) -> None:
    finding = bought(on, {"route": Route.OWN_COMPANY}, supplier=supplier, customer=buyer)
    assert (finding.under and finding.under.short) == under


def test_the_day_on_which_it_began_governs_and_not_that_of_the_award() -> None:
    before = bought("2025-03-10", OWN | {"began": "2025-02-01"})
    assert before.under.short == "PCR 2015 reg.12"
    assert before.outcome is CLEAR
    assert "The procurement began on 1 February 2025, and the law of that day governs it." in words(before)
    unsaid = bought("2025-03-10", OWN)
    assert unsaid.under.short == "PA 2023 Sch.2"
    assert "procurement" in answer(unsaid, "began").facts


def test_a_scottish_councils_company_after_february_2025() -> None:
    finding = bought("2025-03-03", OWN, supplier=FIFE, customer=MORAY)
    assert finding.outcome is CLEAR
    assert str(answer(finding, "activity").provision) == "SSI 2015/446 reg.13"


OUTSIDE: list[tuple[str, str, Any]] = [
    (BEGAN_2015, "19.99%", CLEAR),
    (BEGAN_2015, "20%", STOPS),
    (BEGAN_2015, "20.01%", STOPS),
    (BEGAN_2023, "19.99%", CLEAR),
    (BEGAN_2023, "20%", STOPS),
    ("2014-06-01", "0%", CLEAR),
    ("2014-06-01", "10%", UNCERTAIN),
]


@pytest.mark.parametrize(("on", "outside", "outcome"), OUTSIDE)
def test_more_than_80_per_cent_is_for_the_owners(on: str, outside: str, outcome: object) -> None:
    assert bought(on, OWN | {"outside_share": outside}).outcome is outcome


def test_the_percentage_is_computed_from_the_turnover_to_the_penny() -> None:
    facts = OWN | {"outside_share": None, "turnover": Money.pounds(1_000_000)}
    at_limit = bought(BEGAN_2023, facts | {"outside_turnover": Money.pounds(200_000)})
    assert at_limit.outcome is STOPS
    assert "80% of the company's activity is for those who control it, and it has to be more than 80%." in words(
        at_limit
    )
    assert bought(BEGAN_2023, facts | {"outside_turnover": Money.pounds("199999.99")}).outcome is CLEAR
    assert bought(BEGAN_2023, facts).outcome is DEPENDS


SHARED: list[tuple[str, str, Any]] = [
    (BEGAN_2015, "19.99%", CLEAR),
    (BEGAN_2015, "20%", STOPS),
    (BEGAN_2023, "20%", CLEAR),
    (BEGAN_2023, "20.01%", STOPS),
]


@pytest.mark.parametrize(("on", "outside", "outcome"), SHARED)
def test_a_co_operation_may_reach_20_per_cent_only_under_the_2023_act(on: str, outside: str, outcome: object) -> None:
    assert bought(on, TOGETHER | {"outside_share": outside}).outcome is outcome


CONTROL: list[tuple[str, dict[str, Any], Any]] = [
    (BEGAN_2023, {"controlled": False}, STOPS),
    (BEGAN_2023, {"controlled": None}, DEPENDS),
    (BEGAN_2023, {"private_shares": True}, STOPS),
    (BEGAN_2015, {"private_shares": True}, STOPS),
    (BEGAN_2023, {"private_shares": None}, DEPENDS),
    (BEGAN_2023, {"other_influence": True}, STOPS),
    (BEGAN_2023, {"other_influence": False}, CLEAR),
    (BEGAN_2015, {"other_influence": True}, CLEAR),
    (BEGAN_2023, {"joint": False}, CLEAR),
    (BEGAN_2023, {"joint": True}, DEPENDS),
    (BEGAN_2023, {"joint": True, "represented": True}, CLEAR),
    (BEGAN_2023, {"joint": True, "represented": False}, STOPS),
    (BEGAN_2023, {"joint": True, "represented": True, "contrary_interests": True}, STOPS),
    (BEGAN_2015, {"joint": True, "represented": True, "contrary_interests": False}, CLEAR),
    ("2011-02-09", {"joint": True, "outside_share": "0%"}, CLEAR),
    ("2014-06-01", {"private_shares": True, "outside_share": "0%"}, STOPS),
    ("2014-06-01", {"outside_share": None}, DEPENDS),
]


@pytest.mark.parametrize(("on", "facts", "outcome"), CONTROL)
def test_control_of_the_company(on: str, facts: dict[str, Any], outcome: object) -> None:
    assert bought(on, OWN | facts).outcome is outcome


def test_the_owners_say_whether_it_is_private_and_whether_it_is_joint() -> None:
    ours, theirs = OwnerKind.LOCAL_AUTHORITY, OwnerKind.PRIVATE
    unsaid = OWN | {"private_shares": None}
    mixed = Company(owners=[Owner("Lichfield", "99%", ours), Owner("a firm", "1%", theirs)])
    assert bought(BEGAN_2023, unsaid, company=mixed).outcome is STOPS
    joint = Company(owners=[Owner("Lichfield", "50%", ours), Owner("Kent", "50%", ours)])
    assert bought(BEGAN_2023, unsaid, company=joint).outcome is DEPENDS
    assert bought(BEGAN_2023, unsaid | {"represented": True}, company=joint).outcome is CLEAR
    alone = Company(owners=[Owner("Lichfield", "100%", ours)])
    assert bought(BEGAN_2023, unsaid, company=alone).outcome is CLEAR


CO_OPERATION: list[tuple[str, dict[str, Any], Any]] = [
    (BEGAN_2023, {"common_objectives": False}, STOPS),
    (BEGAN_2023, {"common_objectives": None}, DEPENDS),
    (BEGAN_2023, {"public_interest_only": False}, STOPS),
    (BEGAN_2023, {"public_interest_only": None}, DEPENDS),
    (BEGAN_2023, {"outside_share": None}, DEPENDS),
    (BEGAN_2023, {"private_advantage": True}, UNCERTAIN),
    (BEGAN_2015, {"private_advantage": True}, STOPS),
    (BEGAN_2015, {"private_advantage": False}, CLEAR),
    (BEGAN_2023, {"private_advantage": False}, CLEAR),
    ("2009-06-09", {"outside_share": None, "private_advantage": False}, CLEAR),
    ("2009-06-09", {"outside_share": None, "private_advantage": True}, STOPS),
]


@pytest.mark.parametrize(("on", "facts", "outcome"), CO_OPERATION)
def test_co_operation_between_authorities(on: str, facts: dict[str, Any], outcome: object) -> None:
    assert bought(on, TOGETHER | facts).outcome is outcome


def test_co_operation_is_between_authorities_only() -> None:
    assert bought(BEGAN_2023, TOGETHER, customer=FIRM).outcome is STOPS
    assert bought(BEGAN_2023, TOGETHER, customer=HOSPITAL).outcome is CLEAR
    assert bought(BEGAN_2023, TOGETHER, vehicle=Vehicle.COMPANY).outcome is STOPS


def test_a_profit_in_the_price_of_a_co_operation_is_an_open_question() -> None:
    assert bought(BEGAN_2023, TOGETHER).cautions == ()
    assert bought(BEGAN_2023, TOGETHER, charges_exceed_costs=True).cautions == ("Q11",)
    assert bought(BEGAN_2023, TOGETHER, purpose=Purpose.COMMERCIAL).cautions == ("Q11",)
    assert bought(BEGAN_2023, OWN, charges_exceed_costs=True).cautions == ()


def test_a_nil_price_with_promises_in_return_is_still_for_value() -> None:
    shared: dict[str, Any] = {"route": Route.BETWEEN_AUTHORITIES, "above_threshold": True}
    assert bought("2020-05-28", shared | {"for_value": False}).outcome is CLEAR
    promised = bought("2020-05-28", shared | {"for_value": True, "common_objectives": True})
    assert promised.outcome is DEPENDS
    assert bought(BEGAN_2023, shared | {"for_value": False}).reasons[-1].code == "nothing_in_return"


def test_a_function_handed_over_is_no_purchase() -> None:
    function = about(Subject.FUNCTION, "Parking enforcement")
    finding = look(PROCUREMENT, BEGAN_2023, service=function)
    assert finding.outcome is CLEAR
    assert finding.cautions == ("transfer",)
    assert bought(BEGAN_2023, {"route": Route.DIRECT, "above_threshold": True}, service=function).outcome is CLEAR


def test_a_sister_company_is_an_open_question() -> None:
    for on in ("2014-06-01", BEGAN_2015, BEGAN_2023):
        finding = bought(on, {"route": Route.SISTER, "above_threshold": True})
        assert (finding.outcome, finding.combination.questions) == (UNCERTAIN, ("sister-awards",))


def test_the_market_company_wins_council_work_by_competition_only() -> None:
    assert bought("2018-04-01", {"route": Route.COMPETED, "above_threshold": True}).outcome is CLEAR
    direct = bought("2018-04-01", {"route": Route.DIRECT, "above_threshold": True})
    assert (direct.outcome, words(direct)) == (STOPS, ["Its value is said to reach the threshold."])


def test_below_the_threshold_nothing_else_matters() -> None:
    small = {"above_threshold": False, "controlled": False, "private_shares": True, "outside_share": "90%"}
    finding = bought(BEGAN_2023, OWN | small)
    assert finding.outcome is CLEAR
    assert answer(finding, "activity").verdict is Verdict.NO, "it is kept, though it does not decide"
    assert answer(finding, "activity") in finding.others


def test_a_failed_exemption_still_depends_on_the_value() -> None:
    finding = bought(BEGAN_2023, OWN | {"above_threshold": None, "controlled": False})
    assert (finding.outcome, finding.combination.facts) == (DEPENDS, ("procurement",))


VALUES: list[tuple[Any, str, ContractKind | None, str, Any]] = [
    (KENT, "2025-12-31", ContractKind.GOODS_OR_SERVICES, "210000", CLEAR),
    (KENT, "2026-01-01", ContractKind.GOODS_OR_SERVICES, "210000", STOPS),
    (KENT, "2026-01-01", ContractKind.GOODS_OR_SERVICES, "207719.99", CLEAR),
    (KENT, "2026-01-01", ContractKind.GOODS_OR_SERVICES, "207720", STOPS),
    (KENT, "2025-02-24", ContractKind.GOODS_OR_SERVICES, "214903.99", CLEAR),
    (KENT, "2025-02-24", ContractKind.GOODS_OR_SERVICES, "214904", STOPS),
    (KENT, "2024-01-01", ContractKind.GOODS_OR_SERVICES, "214904", STOPS),
    (KENT, "2023-12-31", ContractKind.GOODS_OR_SERVICES, "213477", STOPS),
    (KENT, "2023-12-31", ContractKind.GOODS_OR_SERVICES, "213476.99", CLEAR),
    (KENT, "2026-01-01", ContractKind.LIGHT_TOUCH, "663539.99", CLEAR),
    (KENT, "2026-01-01", ContractKind.LIGHT_TOUCH, "663540", STOPS),
    (KENT, "2025-12-31", ContractKind.WORKS, "5372608.99", CLEAR),
    (KENT, "2025-12-31", ContractKind.WORKS, "5372609", STOPS),
    (KENT, "2026-01-01", ContractKind.WORKS, "5193000", STOPS),
    (KENT, "2026-01-01", None, "207719.99", CLEAR),
    (KENT, "2026-01-01", None, "210000", DEPENDS),
    (KENT, "2026-01-01", None, "663540", STOPS),
    (POWYS, "2025-12-31", ContractKind.GOODS_OR_SERVICES, "213476.99", CLEAR),
    (POWYS, "2025-12-31", ContractKind.GOODS_OR_SERVICES, "214000", UNCERTAIN),
    (POWYS, "2025-12-31", ContractKind.GOODS_OR_SERVICES, "214904", STOPS),
    (POWYS, "2025-02-23", ContractKind.GOODS_OR_SERVICES, "214000", CLEAR),
    (POWYS, "2026-01-01", ContractKind.GOODS_OR_SERVICES, "207720", STOPS),
    (MORAY, "2026-01-01", ContractKind.GOODS_OR_SERVICES, "207720", STOPS),
]


@pytest.mark.parametrize(("buyer", "began", "kind", "value", "outcome"), VALUES)
def test_the_thresholds_with_vat(
    buyer: Any, began: str, kind: ContractKind | None, value: str, outcome: object
) -> None:
    facts = {"route": Route.DIRECT, "began": began, "kind": kind, "value": Money.pounds(value)}
    assert bought("2026-05-01", facts, customer=buyer).outcome is outcome


def test_before_2022_the_thresholds_are_net_of_vat() -> None:
    facts = {"route": Route.DIRECT, "kind": ContractKind.GOODS_OR_SERVICES}
    value, vat = Money.pounds("227195.98"), Money.pounds("37865.99")
    below = facts | {"value": value, "vat": vat}
    assert bought("2021-12-31", below).outcome is CLEAR, "£189,329.99 net"
    assert bought("2021-12-31", below | {"value": value + Money(pence=1)}).outcome is STOPS, "£189,330.00 net"
    assert bought("2021-12-31", facts | {"value": value}).outcome is DEPENDS
    assert bought("2021-12-31", facts | {"value": Money.pounds("189329.99")}).outcome is CLEAR
    assert bought("2022-01-01", below).outcome is STOPS, "£227,195.98 with VAT"


@pytest.mark.parametrize(
    ("on", "goods", "light", "works"),
    [
        ("2015-02-26", 172_514, 625_050, 4_322_012),
        ("2016-01-01", 164_176, 589_148, 4_104_394),
        ("2018-01-01", 181_302, 615_278, 4_551_413),
        ("2020-01-01", 189_330, 663_540, 4_733_252),
    ],
)
def test_the_published_figures_net_of_vat(on: str, goods: int, light: int, works: int) -> None:
    for kind, pounds in zip(ContractKind, (goods, light, works), strict=True):
        facts = {"route": Route.DIRECT, "kind": kind, "value": Money.pounds(pounds), "vat": Money.pounds(0)}
        assert bought(on, facts).outcome is STOPS
        assert bought(on, facts | {"value": Money.pounds(pounds) - Money(pence=1)}).outcome is CLEAR


SORTS: list[tuple[Subject | None, str, Any]] = [
    (Subject.CONSTRUCTION, "4000000", CLEAR),
    (Subject.CONSTRUCTION, "5193000", STOPS),
    (Subject.GOODS, "210000", STOPS),
    (Subject.PLANT, "210000", STOPS),
    (Subject.MAINTENANCE, "210000", DEPENDS),
    (Subject.MAINTENANCE, "5193000", STOPS),
    (Subject.OTHER, "210000", DEPENDS),
    (None, "1000000", DEPENDS),
]


@pytest.mark.parametrize(("subject", "value", "outcome"), SORTS)
def test_what_is_supplied_says_which_sorts_of_contract_it_can_be(
    subject: Subject | None, value: str, outcome: object
) -> None:
    facts = {"route": Route.DIRECT, "value": Money.pounds(value)}
    assert bought("2026-01-01", facts, service=about(subject)).outcome is outcome


def test_where_each_threshold_is_set() -> None:
    facts = {"route": Route.DIRECT, "value": Money.pounds(9_000_000)}
    set_by = {
        (buyer.name, on): str(bought(on, facts, customer=buyer).reasons[0].provision)
        for buyer in (KENT, POWYS, MORAY)
        for on in ("2025-02-23", "2025-12-31", "2026-01-01")
    }
    kent, powys, moray = KENT.name, POWYS.name, MORAY.name
    assert [set_by[kent, on] for on in ("2025-02-23", "2025-12-31", "2026-01-01")] == [
        "PCR 2015 reg.5",
        "PA 2023 Sch.1",
        "SI 2025/1200 reg.2(3)",
    ]
    assert set_by[powys, "2026-01-01"] == "PA 2023 Sch.1"
    assert {set_by[moray, on] for on in ("2025-02-23", "2026-01-01")} == {"SSI 2015/446 reg.5"}


def test_thresholds_before_2015_are_not_modelled() -> None:
    assert bought("2014-06-01", {"route": Route.DIRECT, "value": Money.pounds(10)}).outcome is DEPENDS
    assert bought("2014-06-01", {"route": Route.DIRECT, "above_threshold": False}).outcome is CLEAR
    assert bought("2014-06-01", {"route": Route.DIRECT, "above_threshold": True}).outcome is STOPS
    old = bought("2006-01-30", OWN)
    assert (old.outcome, old.combination.questions) == (UNCERTAIN, ("not-modelled",))
    assert bought("2006-01-31", OWN | {"outside_share": "0%"}).outcome is CLEAR


def test_whose_purchase_it_is() -> None:
    assert look(PROCUREMENT, BEGAN_2023).outcome is DEPENDS
    assert look(PROCUREMENT, BEGAN_2023, customer=HOSPITAL).outcome is DEPENDS
    assert look(PROCUREMENT, BEGAN_2023, procurement=True).outcome is DEPENDS
    assert look(PROCUREMENT, BEGAN_2023, procurement=False).outcome is NOT_IN_POINT
    private = look(PROCUREMENT, BEGAN_2023, customer=FIRM)
    assert (private.outcome, words(private)) == (NOT_IN_POINT, ["a local manufacturer may buy as it likes."])
    assert bought(BEGAN_2023, OWN, customer=FIRM).outcome is CLEAR, "the supplier buys from its own company"


def test_the_measure_of_activity_is_kept() -> None:
    for facts in (OWN, TOGETHER):
        assert duties(bought(BEGAN_2023, facts)) == {"activity_is_measured"}
    assert duties(bought("2014-06-01", OWN)) == set()
    assert duties(bought(BEGAN_2023, {"route": Route.DIRECT})) == set()


RANK = {CLEAR: 3, UNCERTAIN: 2, STOPS: 1}


@given(st.integers(0, 1_000), st.integers(0, 1_000), st.sampled_from(["2014-06-01", BEGAN_2015, BEGAN_2023]))
def test_more_outside_turnover_never_helps(some: int, more: int, on: str) -> None:
    less, greater = sorted((some, more))
    for facts in (OWN, TOGETHER):
        ranks = [
            RANK[bought(on, facts | {"outside_share": Share(f"{share}/1000")}).outcome] for share in (less, greater)
        ]
        assert ranks[0] >= ranks[1]


@given(st.dates(thresholds_on(THRESHOLDS[-1].since).since), st.sampled_from(ContractKind))
def test_a_threshold_is_always_found_and_never_one_of_a_later_day(on: Any, kind: ContractKind) -> None:
    found = thresholds_on(on)
    assert found.since <= on
    assert found.of(kind) > Money.pounds(100_000)
    assert not any(found.since < other.since <= on for other in THRESHOLDS)
