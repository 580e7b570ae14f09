"""How the cost of support services reaches what they serve, by each method."""

from __future__ import annotations

import random
from fractions import Fraction

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.costing.facts import build_up, key, line

from lgtrade.costing import ApportionmentKey, BuildUp, OverheadMethod
from lgtrade.costing._build_up import MOST_POOLS
from lgtrade.money import CELL_BY_CELL, ZERO, Money, total
from lgtrade.strategies import build_ups

FEW = settings(max_examples=30)


def by(method: OverheadMethod, built: BuildUp) -> BuildUp:
    order = tuple(built.pools) if method is OverheadMethod.STEP_DOWN else ()
    return attrs.evolve(built, method=method, order=order)


def totals(built: BuildUp) -> dict[str, Money]:
    return {use: cost.total for use, cost in built.costs.items()}


@FEW
@given(build_ups())
def test_every_penny_of_the_ledger_is_borne_or_left_out_for_a_reason(built: BuildUp) -> None:
    borne = total(cost.total for cost in built.costs.values())
    assert borne + built.rounding == built.ledger + built.added - total(built.omitted.values())
    assert built.chargeable + built.not_chargeable == borne
    if built.remainder != CELL_BY_CELL:
        assert built.rounding == ZERO


@FEW
@given(build_ups())
def test_what_the_uses_bear_of_a_support_service_adds_to_the_whole_of_it(built: BuildUp) -> None:
    assert set(built.shares) == set(built.pools)
    for row in built.shares.values():
        assert sum(row.values(), Fraction(0)) == 1
        assert all(share > 0 for share in row.values())


@FEW
@given(build_ups(method=OverheadMethod.RECIPROCAL))
def test_the_shares_solve_the_equations_of_those_that_serve_one_another(built: BuildUp) -> None:
    for pool, served in built.pools.items():
        onward = {to: weight for to, weight in served.weights.items() if to != pool}
        for use in built.uses:
            right = sum(
                (
                    weight * (built.shares[to].get(use, Fraction(0)) if to in built.pools else Fraction(int(to == use)))
                    for to, weight in onward.items()
                ),
                Fraction(0),
            )
            assert built.shares[pool].get(use, Fraction(0)) * sum(onward.values()) == right


@FEW
@given(build_ups())
def test_where_none_serves_another_all_methods_agree(built: BuildUp) -> None:
    own = {
        name: attrs.evolve(each, weights={to: w for to, w in each.weights.items() if to not in built.pools})
        for name, each in built.pools.items()
    }
    without = attrs.evolve(built, pools=own)
    assert len({tuple(totals(by(method, without)).items()) for method in OverheadMethod}) == 1


@FEW
@given(build_ups(), st.randoms(use_true_random=False))
def test_the_order_of_the_lines_changes_nothing(built: BuildUp, order: random.Random) -> None:
    lines = tuple(order.sample(built.lines, len(built.lines)))
    assert totals(attrs.evolve(built, lines=lines)) == totals(built)


@FEW
@given(build_ups(), st.integers(1, 99))
def test_what_a_support_service_does_for_itself_is_left_out_of_account(built: BuildUp, weight: int) -> None:
    more = {name: attrs.evolve(each, weights={**each.weights, name: weight}) for name, each in built.pools.items()}
    assert attrs.evolve(built, pools=more).shares == built.shares


@FEW
@given(build_ups(method=OverheadMethod.STEP_DOWN))
def test_in_steps_the_first_passes_on_to_the_next_and_takes_nothing_back(built: BuildUp) -> None:
    for position, pool in enumerate(built.order):
        later = (*built.order[position + 1 :], *built.uses)
        weights = {to: weight for to, weight in built.pools[pool].weights.items() if to in later}
        cut = attrs.evolve(built, pools={**built.pools, pool: attrs.evolve(built.pools[pool], weights=weights)})
        assert cut.shares == built.shares


TEXTBOOK = {
    "S1": key({"S2": 1000, "S3": 2000, "P1": 4000, "P2": 3000}, "units"),
    "S2": key({"S1": 2000, "S3": 4000, "P1": 10_000, "P2": 4000}, "units"),
    "S3": key({"S1": 4500, "P1": 1500, "P2": 9000}, "units"),
}
COSTS = {"S1": 92_400, "S2": 184_800, "S3": 138_600, "P1": 400_000, "P2": 500_000}


@pytest.mark.parametrize(
    ("method", "order", "first", "second"),
    [
        (OverheadMethod.SIMPLE, (), 604_600, 711_200),
        (OverheadMethod.STEP_DOWN, ("S1", "S2", "S3"), 573_360, 742_440),
    ],
)
def test_a_textbook_example_comes_out_as_printed(
    method: OverheadMethod, order: tuple[str, ...], first: int, second: int
) -> None:
    """Three services and two users, simple and in steps, as printed.

    https://expertsmind.com/questions/example-of-methods-of-allocating-service-costs-30131914.aspx
    """
    built = build_up(
        lines=tuple(line(centre, cost) for centre, cost in COSTS.items()),
        services=("P1", "P2"),
        other=(),
        pools=TEXTBOOK,
        method=method,
        order=order,
    )
    assert totals(built) == {"P1": Money.pounds(first), "P2": Money.pounds(second)}


def test_a_textbook_that_rounds_at_every_round_comes_within_a_pound_of_the_exact_solution() -> None:
    """Two services that serve each other; the workbook prints 167,179 and 223,821, by rounds, each to a whole pound.

    https://online.flipbuilder.com/bmcx/msqx/files/basic-html/page76.html and page77.html. The exact solution is of
    S1 = 21,000 + 5% of S2 and S2 = 15,000 + 10% of S1.
    """
    built = build_up(
        lines=(line("P1", 150_000), line("P2", 205_000), line("S1", 21_000), line("S2", 15_000)),
        services=("P1", "P2"),
        other=(),
        pools={
            "S1": key({"P1": "55%", "P2": "35%", "S2": "10%"}, "work"),
            "S2": key({"P1": "30%", "P2": "65%", "S1": "5%"}, "work"),
        },
    )
    printed = {"P1": Money.pounds(167_179), "P2": Money.pounds(223_821)}
    apart = {use: amount - printed[use] for use, amount in totals(built).items()}
    assert apart == {"P1": Money(pence=-60), "P2": Money(pence=60)}


def test_a_line_with_a_key_that_leads_to_a_support_service_is_borne_by_those_it_serves() -> None:
    rent = key({"payroll": 1, "People": 1}, "floor area")
    built = build_up(lines=(line("Town hall", 900, key=rent),), pools={"People": key({"payroll": 1, "own use": 2})})
    assert totals(built) == {"payroll": Money.pounds(600), "own use": Money.pounds(300)}


def test_the_most_support_services_there_may_be_all_serving_one_another_are_solved_exactly() -> None:
    names = [f"S{number}" for number in range(MOST_POOLS)]
    pools: dict[str, ApportionmentKey] = {
        name: key({**dict.fromkeys(names, 1), "payroll": 1, "own use": number % 3}) for number, name in enumerate(names)
    }
    built = build_up(lines=tuple(line(name, 100) for name in names), pools=pools)
    assert all(sum(row.values()) == 1 for row in built.shares.values())
    assert total(totals(built).values()) == built.ledger
