from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

import attrs
from hypothesis import given
from hypothesis import strategies as st

from lgtrade.calendar import FinancialYear
from lgtrade.costing import ApportionmentKey, CostLine, cost_of_provision, costs_of_provision
from lgtrade.money import (
    CELL_BY_CELL,
    LARGEST,
    TO_LAST,
    ZERO,
    Direction,
    Money,
    Remainder,
    RemainderRule,
    split,
    to_lead,
    total,
)
from lgtrade.sources import Assumption
from lgtrade.strategies import money

BASIS = Assumption("made up to be tested")
PENNY = Money(pence=1)
YEAR = FinancialYear(2004)
USES = ("audit", "help-desk", "own-use", "payroll")
EACH_USE = st.sampled_from(USES)
SUMS = money(min_value=Money.pounds(-(10**9)), max_value=Money.pounds(10**9))
WEIGHTS = st.dictionaries(EACH_USE, st.integers(0, 999) | st.fractions(0, 99, max_denominator=9), min_size=1).filter(
    lambda weights: any(weights.values())
)
KEYS = st.builds(ApportionmentKey, st.just("heads"), WEIGHTS, st.just(BASIS))
YEARS = st.integers(2003, 2006).map(FinancialYear)
SHARED = st.builds(CostLine, st.just("Rent"), YEARS, SUMS, st.just(BASIS), st.none(), KEYS)
DIRECT = st.builds(CostLine, st.just("Pay"), YEARS, SUMS, st.just(BASIS), EACH_USE)
LINES = st.lists(SHARED | DIRECT, max_size=4)
LOSING_NOTHING = st.sampled_from([LARGEST, TO_LAST])
CELLS = st.sampled_from(Direction).map(lambda direction: Remainder(RemainderRule.CELL_BY_CELL, direction=direction))


def borne(use: str, lines: Iterable[CostLine], year: FinancialYear = YEAR, remainder: Remainder = LARGEST) -> Money:
    return cost_of_provision(use, year, lines, remainder=remainder).total


@given(SHARED, LOSING_NOTHING)
def test_what_each_use_bears_of_a_shared_line_adds_to_the_line(line: CostLine, remainder: Remainder) -> None:
    assert total(borne(use, [line], line.year, remainder) for use in USES) == line.amount


@given(SHARED)
def test_with_a_lead_the_uses_bear_the_whole_line_too(line: CostLine) -> None:
    assert line.key is not None
    lead = next(use for use, weight in line.key.weights.items() if weight)
    assert total(borne(use, [line], line.year, to_lead(lead)) for use in USES) == line.amount


@given(SHARED, CELLS)
def test_what_is_left_over_is_reported_when_each_cell_is_rounded_by_itself(line: CostLine, cells: Remainder) -> None:
    costs = [cost_of_provision(use, line.year, [line], remainder=cells) for use in USES]
    bearing = [cost for cost in costs if cost.parts]
    assert {total(cost.total for cost in bearing) + cost.difference for cost in bearing} == {line.amount}


@given(LINES, EACH_USE, LOSING_NOTHING)
def test_nothing_is_left_over_under_any_other_rule(lines: list[CostLine], use: str, remainder: Remainder) -> None:
    assert cost_of_provision(use, YEAR, lines, remainder=remainder).difference == ZERO


@given(LINES, LOSING_NOTHING)
def test_what_all_uses_bear_in_all_years_is_the_whole_ledger(lines: list[CostLine], remainder: Remainder) -> None:
    years = {line.year for line in lines}
    everything = total(borne(use, lines, year, remainder) for use in USES for year in years)
    assert everything == total(line.amount for line in lines)


@given(LINES, EACH_USE, YEARS, st.sampled_from([LARGEST, TO_LAST, CELL_BY_CELL]))
def test_the_cost_of_provision_is_what_its_parts_add_to(
    lines: list[CostLine], use: str, year: FinancialYear, remainder: Remainder
) -> None:
    cost = cost_of_provision(use, year, lines, remainder=remainder)
    assert (cost.service, cost.year) == (use, year)
    assert cost.total == total(part.amount for part in cost.parts)
    for part in cost.parts:
        assert part.amount == (part.line.amount if part.split is None else part.split.parts[use])


@given(LINES, EACH_USE, YEARS)
def test_lines_of_other_years_and_of_other_kinds_are_left_out(
    lines: list[CostLine], use: str, year: FinancialYear
) -> None:
    bears = [
        line
        for line in lines
        if line.year == year and (line.service == use or (line.key is not None and line.key.weights.get(use, 0) > 0))
    ]
    cost = cost_of_provision(use, year, lines)
    assert cost == cost_of_provision(use, year, bears)
    assert [part.line for part in cost.parts] == bears


@given(LINES, st.sampled_from([LARGEST, TO_LAST, CELL_BY_CELL]))
def test_the_costs_of_every_use_taken_together_are_those_of_each_use_taken_by_itself(
    lines: list[CostLine], remainder: Remainder
) -> None:
    costs = costs_of_provision(lines, remainder=remainder)
    assert list(costs) == list(dict.fromkeys((use, line.year) for line in lines for use in line.uses))
    for (use, year), cost in costs.items():
        assert cost == cost_of_provision(use, year, lines, remainder=remainder)


@given(st.lists(DIRECT, max_size=6), EACH_USE)
def test_a_direct_line_is_borne_in_full(lines: list[CostLine], use: str) -> None:
    own = [line.amount for line in lines if (line.service, line.year) == (use, YEAR)]
    cost = cost_of_provision(use, YEAR, lines)
    assert [part.amount for part in cost.parts] == own
    assert all(part.split is None for part in cost.parts)


@given(LINES, EACH_USE, st.sampled_from([LARGEST, TO_LAST, CELL_BY_CELL]))
def test_a_credit_lowers_the_cost_by_what_a_charge_of_that_size_would_add(
    lines: list[CostLine], use: str, remainder: Remainder
) -> None:
    credits_ = [attrs.evolve(line, amount=-line.amount) for line in lines]
    assert borne(use, credits_, remainder=remainder) == -borne(use, lines, remainder=remainder)


@given(SHARED, EACH_USE)
def test_a_shared_line_is_borne_to_within_a_penny_of_its_exact_part(line: CostLine, use: str) -> None:
    assert line.key is not None
    whole = sum(line.key.weights.values(), Fraction(0))
    exact = line.amount.pence * line.key.weights.get(use, Fraction(0)) / whole
    assert abs(borne(use, [line], line.year).pence - exact) < 1


@given(SHARED, st.integers(1, 99), EACH_USE)
def test_a_key_counts_only_in_proportion(line: CostLine, times: int, use: str) -> None:
    assert line.key is not None
    heads = {each: weight * times / 7 for each, weight in line.key.weights.items()}
    again = attrs.evolve(line, key=ApportionmentKey("heads", heads, BASIS))
    assert borne(use, [again], line.year) == borne(use, [line], line.year)


@given(st.integers(-(10**6), 10**6), WEIGHTS, EACH_USE, st.sampled_from([1, 100, 1000]))
def test_a_shared_line_is_divided_into_whole_units(
    units: int, weights: dict[str, int | Fraction], use: str, pence: int
) -> None:
    unit = Money(pence=pence)
    line = CostLine("Rent", YEAR, unit * units, BASIS, key=ApportionmentKey("heads", weights, BASIS))
    cost = cost_of_provision(use, YEAR, [line], unit=unit)
    assert cost.total.pence % pence == 0
    assert [part.split for part in cost.parts] == ([split(line.amount, weights, unit=unit)] if weights.get(use) else [])


def test_a_penny_and_the_largest_remainder_are_meant_unless_said_otherwise() -> None:
    line = CostLine(
        "Rent", YEAR, Money.pounds(1), BASIS, key=ApportionmentKey("heads", dict.fromkeys(USES[:3], 1), BASIS)
    )
    (part,) = cost_of_provision(USES[0], YEAR, [line]).parts
    assert part.split == split(line.amount, dict.fromkeys(USES[:3], 1), remainder=LARGEST, unit=PENNY)


@given(EACH_USE, YEARS)
def test_what_no_line_bears_costs_nothing(use: str, year: FinancialYear) -> None:
    cost = cost_of_provision(use, year, [])
    assert (cost.parts, cost.total, cost.difference) == ((), ZERO, ZERO)
