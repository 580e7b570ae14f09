"""What is promised of every business case: worth, payback, sensitivity and switching values, all exact."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.partnership.business_facts import BASIS, NO_DISCOUNT, appraisal, line, pounds, year

from lgtrade.figures import number_of
from lgtrade.money import HALF_UP, as_fraction
from lgtrade.partnership import (
    CashFlow,
    DiscountSchedule,
    FlowKind,
    FlowLine,
    InvestmentAppraisal,
    OptimismBias,
    Prices,
)
from lgtrade.strategies import investment_appraisals

FEW = settings(max_examples=8, deadline=None)
CASES = investment_appraisals()


def net(made: InvestmentAppraisal, option: CashFlow) -> Fraction:
    flows = (made.real(each, when) for each in option.lines for when in each.amounts)
    return sum(flows, Fraction(0))


@FEW
@given(CASES)
def test_undiscounted_the_net_present_value_is_the_plain_sum(made: InvestmentAppraisal) -> None:
    plain = attrs.evolve(made, schedule=NO_DISCOUNT)
    for option in plain.options:
        assert plain.npv(option.name).pounds == net(plain, option)


@FEW
@given(CASES)
def test_at_another_rate_an_option_is_worth_what_a_schedule_of_that_rate_makes_it(made: InvestmentAppraisal) -> None:
    for option in made.options:
        assert made.npv_at(option.name, "0%").pounds == net(made, option)
        at_five = DiscountSchedule.flat("5%", BASIS)
        assert made.npv_at(option.name, "5%") == attrs.evolve(made, schedule=at_five).npv(option.name)


@FEW
@given(CASES)
def test_the_lines_of_an_option_are_worth_what_it_is_worth(made: InvestmentAppraisal) -> None:
    for option in made.options:
        parts = [attrs.evolve(made, options=(CashFlow(option.name, (each,)),)) for each in option.lines]
        assert made.npv(option.name).pounds == sum(part.npv(option.name).pounds for part in parts)
        assert made.npv(option.name) == made.present_benefit(option.name) - made.present_cost(option.name)


@FEW
@given(CASES)
def test_a_switching_value_brings_the_net_present_value_to_exactly_nil(made: InvestmentAppraisal) -> None:
    for option in made.options:
        for each in option.lines:
            change = made.switching_value(option.name, each.heading)
            if change is None:
                assert made.present_value(each) == 0
            else:
                assert made.npv(option.name, {each.heading: change}).pounds == 0


@FEW
@given(CASES)
def test_a_switching_value_brings_one_option_level_with_another(made: InvestmentAppraisal) -> None:
    for option in made.options:
        for other in made.options:
            heading = option.lines[0].heading
            change = made.switching_value(option.name, heading, against=other.name)
            if change is not None:
                assert made.npv(option.name, {heading: change}) == made.npv(other.name)


@FEW
@given(CASES, st.fractions(0, 2, max_denominator=20))
def test_varying_a_line_up_and_down_moves_the_worth_by_as_much_each_way(
    made: InvestmentAppraisal, part: Fraction
) -> None:
    for option in made.options:
        heading = option.lines[0].heading
        up, down = (made.npv(option.name, {heading: change}).pounds for change in (part, -part))
        assert Fraction(up) + Fraction(down) == 2 * Fraction(made.npv(option.name).pounds)


@FEW
@given(CASES)
def test_what_is_nominal_brought_to_the_prices_of_the_base_year_is_real(made: InvestmentAppraisal) -> None:
    for option in made.options:
        for each in option.lines:
            for when in each.amounts:
                assert made.nominal(each, when) / made.prices(when) == made.real(each, when)
                given_ = made.nominal(each, when) if each.prices is Prices.NOMINAL else made.real(each, when)
                assert given_ == each.sign * each.expected(when)


@FEW
@given(CASES)
def test_the_equivalent_annual_cost_paid_each_year_is_worth_what_the_option_costs(made: InvestmentAppraisal) -> None:
    for option in made.options:
        yearly, years = made.equivalent_annual_cost(option.name), option.last.start - made.base.start
        factors = [made.factor(made.base + year) for year in range(1, years + 1)]
        if yearly is None:
            assert not any(factors)
        else:
            paid = as_fraction(yearly.pounds) * sum(factors)
            assert paid == -Fraction(made.npv(option.name).pounds)


@FEW
@given(CASES)
def test_the_figures_have_names_apart_and_their_years_add_up(made: InvestmentAppraisal) -> None:
    paths = sorted(made.figures)
    assert not any(after[: len(before)] == before for before, after in pairwise(paths))
    for option in made.options:
        by_year = [made.figures["net", option.name, str(when)] for when in made.years]
        whole = number_of(made.figures["total", option.name, "net"])
        assert whole is not None
        apart = whole - sum((number_of(each) or 0 for each in by_year), Fraction(0))
        assert abs(apart) <= Fraction(len(by_year), 100)  # each year is rounded by itself
        assert str(made.figures["best",]).startswith(made.ranking[0])


@FEW
@given(st.lists(st.integers(-(10**6), 10**6), min_size=1, max_size=4), st.fractions(0, 1, max_denominator=100))
def test_optimism_bias_raises_what_is_spent_and_lowers_what_is_gained(sums: list[int], uplift: Fraction) -> None:
    for kind in FlowKind:
        made: FlowLine = line("x", kind, *sums, optimism=OptimismBias(uplift, BASIS))
        for when, sum_ in zip(made.amounts, sums, strict=True):
            gained = made.sign * sum_
            assert made.sign * made.expected(when) == gained * ((1 - uplift) if gained > 0 else (1 + uplift))
        assert made.total == pounds(sum(sums))


def test_the_ranking_goes_from_the_most_worth_to_the_least_and_equals_stay_in_order() -> None:
    flows = [CashFlow(name, (line("x", FlowKind.BENEFIT, sum_),)) for name, sum_ in (("A", 1), ("B", 2), ("C", 2))]
    made = InvestmentAppraisal("x", year(2024), tuple(flows), NO_DISCOUNT)
    assert made.ranking == ("B", "C", "A")
    assert made.figures["best",] == "B; C"
    assert attrs.evolve(made, options=made.options[:2]).figures["best",] == "B"


def test_what_pays_back_undiscounted_may_not_when_discounted() -> None:
    lines = line("Cost", FlowKind.CAPITAL, 100), line("Gain", FlowKind.BENEFIT, 50, 50, first=2025)
    at_cost = appraisal(*lines)
    assert (at_cost.payback("Share").year, at_cost.discounted_payback("Share").year) == (year(2026), year(2026))
    tenth = appraisal(*lines, schedule=at_cost.schedule.flat("10%", BASIS))
    assert (tenth.payback("Share").year, tenth.discounted_payback("Share").year) == (year(2026), None)
    assert tenth.discounted_payback("Share").short.round(HALF_UP) == pounds("13.22")
