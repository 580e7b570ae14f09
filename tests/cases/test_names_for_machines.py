"""Names in the rooms that a case goes through on which programs and files rely: to change one is to break them."""

from __future__ import annotations

import enum
from collections.abc import Callable
from typing import Any

import pytest
from tests.agreements.facts import BASIS, PARTIES, agreement
from tests.cases.facts import (
    calls,
    calls_in,
    case,
    cost,
    estimate,
    income,
    pounds,
    shared,
    supply,
    terms,
    year,
)

from lgtrade.accounts import (
    BreakEvenAccount,
    BreakEvenRule,
    Correction,
    Forecast,
    OtherIncome,
    PlannedYear,
    StatedYear,
    YearEntry,
)
from lgtrade.agreements import Agreement, Party, Role, overlaps
from lgtrade.billing import Usage, bill
from lgtrade.calendar import Period
from lgtrade.cases import Case, Estimate, IncomeKind, IncomeLine, Published, work_out
from lgtrade.charging import (
    AtCost,
    Commercial,
    Counted,
    Flat,
    Graduated,
    IndexForm,
    Minimum,
    PerUnit,
    Tier,
    VatLiability,
    Why,
)
from lgtrade.costing import ApportionmentKey, CostLine
from lgtrade.issues import InputError
from lgtrade.money import HALF_UP, ZERO, Rate
from lgtrade.partnership import FlowKind, LineKind, Measure, PartYears, Prices, SharedLine


@pytest.mark.parametrize(
    ("names", "values"),
    [
        (
            Role,
            [
                "supplier",
                "customer",
                "lead authority",
                "host authority",
                "accountable body",
                "company",
                "outside supplier",
            ],
        ),
        (BreakEvenRule, ["cap", "equate", "property searches"]),
        (IncomeKind, ["charges", "grant or other", "returned"]),
        (LineKind, ["cost", "saving", "grant", "surplus"]),
        (
            Measure,
            ["population", "households", "caseload", "usage", "another measure", "equal", "fixed", "mixed"],
        ),
        (PartYears, ["days", "months"]),
        (
            Why,
            [
                "quantity at the rate",
                "a flat charge",
                "quantity through the tiers",
                "the whole quantity at the rate of its tier",
                "packages",
                "a first sum, and a sum for each further step",
                "the sum of the band in which the quantity lies",
                "a part of the value",
                "raised to the minimum charge",
                "held to the maximum charge",
                "with a surcharge",
                "less a discount",
                "less a concession",
                "for part of the year, by the day",
                "the price changed on a day",
                "the charge for the whole, less what was charged before",
            ],
        ),
        (Counted, ["started", "whole"]),
        (IndexForm, ["levels", "changes over a year"]),
        (VatLiability, ["outside the scope", "exempt", "zero-rated", "reduced-rated", "standard-rated"]),
        (FlowKind, ["capital", "revenue", "benefit"]),
        (Prices, ["real", "nominal"]),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else None,
)
def test_the_names_that_a_case_file_uses_stay_as_they_are(names: type[enum.Enum], values: list[str]) -> None:
    assert [each.value for each in names] == values


MINUS = pounds(-1)
NONE: Any = None
ONE = YearEntry(year(2004), ZERO, ZERO)


def under(service: str, power: str) -> YearEntry:
    return YearEntry(year(2006), ZERO, ZERO, service, {power: ZERO})


CHARGE = AtCost().unit_charge(pounds(5), 1)
BY_RULE: dict[str, Any] = {"estimates": (estimate(2004, 1),), "charge": AtCost()}


@pytest.mark.parametrize(
    ("make", "codes"),
    [
        (lambda: ApportionmentKey("", {"a": -1}, BASIS), ["key.name", "key.negative", "key.none"]),
        (lambda: CostLine("", year(2004), ZERO, BASIS), ["cost.heading", "cost.direct"]),
        (lambda: Flat(MINUS), ["price.negative"]),
        (lambda: PerUnit(Rate(-1), HALF_UP.to("0.001")), ["price.negative", "rounding.pence"]),
        (lambda: PerUnit(Rate(1)).charge(-1), ["quantity.negative"]),
        (lambda: Graduated(()), ["tiers.none"]),
        (
            lambda: Graduated((Tier(Rate(1), 0), Tier(Rate(1)), Tier(Rate(1), 9))),
            ["tiers.order", "tiers.order", "tiers.open"],
        ),
        (lambda: Minimum(Flat(ZERO), MINUS), ["price.negative"]),
        (lambda: Commercial(-1), ["margin.negative"]),
        (lambda: Commercial(1).unit_charge(MINUS, 0), ["units.none", "cost.negative"]),
        (lambda: Agreement("", (), NONE, NONE, NONE), ["agreement.reference", "agreement.roles", *["type"] * 3]),
        (lambda: agreement(parties=(PARTIES[0], Party(PARTIES[0].body, Role.CUSTOMER))), ["agreement.same"]),
        (lambda: Usage(Period("2004-04-01", "2005-04-01"), -1, BASIS), ["usage.negative", "usage.years"]),
        (
            lambda: bill(agreement(charge=AtCost()), year(2007), [calls_in(2007, 1)]),
            ["bill.year", "bill.charge", "bill.term"],
        ),
        (lambda: bill(agreement(), year(2004), [], CHARGE), ["bill.charge"]),
        (lambda: BreakEvenAccount("a", (), window=0), ["account.window", "account.empty"]),
        (
            lambda: BreakEvenAccount("a", (ONE, ONE), window=4, material=MINUS),
            ["account.reason", "account.material", "account.twice"],
        ),
        (
            lambda: BreakEvenAccount(
                "a",
                (ONE, under("b", "LAGSA1970_S1"), under("a", "?"), under("a", "CODE_building-charges-2010")),
                corrections=(Correction(year(2003), "2005-07-01", "late", BASIS, cost=MINUS),),
                stated=(StatedYear(year(2006), opening=MINUS), StatedYear(year(2004), closing=MINUS)),
            ),
            [
                "account.kind",
                "account.gap",
                "account.twice",
                "account.twice",
                "account.year",
                "account.power",
                "power.code",
                "account.rule",
                *["account.opening"] * 3,
                "account.stated",
            ],
        ),
        (
            lambda: YearEntry(year(2004), ZERO, ZERO, powers={"a": MINUS}, returned=MINUS, units=-1),
            ["entry.powers", "returned.negative", "units.negative"],
        ),
        (lambda: OtherIncome("", ZERO, lowers_cost=True), ["income.heading"]),
        (lambda: Correction(year(2004), "2005-07-01", "", BASIS), ["correction.reason", "correction.none"]),
        (lambda: StatedYear(year(2004)), ["stated.none"]),
        (
            lambda: PlannedYear(year(2005), 1, ZERO, BASIS, Rate(-1), ZERO),
            ["planned.charge", "planned.negative"],
        ),
        (
            lambda: Forecast(
                BreakEvenAccount("a", (ONE,)), (PlannedYear(year(2006), 0, ZERO, BASIS, Rate(1)),), HALF_UP
            ),
            ["forecast.gap", "forecast.units", "forecast.rounding"],
        ),
        (
            lambda: IncomeLine(
                "a", year(2004), "a", MINUS, BASIS, IncomeKind.RETURNED, "LGA2003_S93", -1, lowers_cost=True
            ),
            ["units.negative", *["income.kind"] * 3, "returned.negative"],
        ),
        (lambda: IncomeLine("a", year(2004), "a", MINUS, BASIS, IncomeKind.OTHER), ["income.lowers_cost"]),
        (lambda: SharedLine("", NONE, NONE, BASIS), ["shared.heading", "type", "type"]),
        (lambda: Estimate(year(2004), 0, BASIS), ["units.none"]),
        (
            lambda: supply(
                calls("2003-04-01", "2003-04-30", 1),
                calls("2003-04-01", "2003-04-30", 1),
                estimates=(estimate(2004, 1), estimate(2004, 1)),
                charge=AtCost(),
            ),
            ["usage.term", "usage.term", "usage.twice", "estimate.twice", "estimate.missing"],
        ),
        (lambda: Published((), ZERO), ["published.path"]),
        (
            lambda: case(
                accounts=(terms(), terms()),
                shared=(shared("a", 1), shared("a", 1, LineKind.GRANT)),
            ),
            ["name.twice", "shared.heading"],
        ),
        (
            lambda: case(
                supplies=(supply(calls_in(2004, 1), estimates=(estimate(2004, 1),), charge=Commercial(0)),),
                income=(income(2004, 1),),
                accounts=(terms(),),
            ),
            ["account.mixed"],
        ),
        (lambda: work_out(case(accounts=(terms(),), costs=(cost(2004, 1),))), ["account.empty"]),
        (lambda: work_out(case(accounts=(terms(),), income=(income(2004, 1),))), ["account.cost"]),
        (lambda: work_out(case(supplies=(supply(calls_in(2004, 1), **BY_RULE),))), ["estimate.cost"]),
        (lambda: work_out(Case("a", BASIS, published=(Published(("a",), ZERO),))), ["published.path"]),
    ],
)
def test_what_is_refused_is_refused_under_a_stable_code(make: Callable[[], object], codes: list[str]) -> None:
    with pytest.raises(InputError) as refused:
        make()
    assert [issue.code for issue in refused.value.issues] == codes


def test_two_agreements_for_the_same_days_have_a_code() -> None:
    covers = agreement().covers
    assert [issue.code for issue in overlaps([covers, covers])] == ["agreement.overlap"]
