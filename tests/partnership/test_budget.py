from __future__ import annotations

import datetime as dt
import random
from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.agreements.facts import said
from tests.partnership.budget_facts import BASIS, NORTH, SOUTH, WEST, YEAR, budget, key, line, pounds

from lgtrade.money import HALF_UP, ZERO, Money, Share, split, to_lead, total
from lgtrade.partnership import Budget, BudgetLine, LineKind, Measure, Partner, PartYears, SharingKey
from lgtrade.strategies import budgets

SOME = settings(max_examples=20, deadline=None)
FEW = settings(max_examples=15, deadline=None)
ONE_DAY = dt.timedelta(days=1)
WEIGHTS = st.fixed_dictionaries({"North": st.integers(1, 999), "South": st.integers(1, 999)})
SUMS = st.integers(-(10**9), 10**9).map(lambda pence: Money(pence=pence))
WITHIN = st.integers(1, YEAR.days - 1)


def paid(sum_: Money, *keys: SharingKey) -> Mapping[str, Money]:
    return budget(*keys, lines=(line(sum_),)).contributions


@SOME
@given(budgets(cells=False))
def test_what_the_partners_contribute_adds_to_the_costs_less_the_gains(made: Budget) -> None:
    signs = {kind: 1 if kind is LineKind.COST else -1 for kind in LineKind}
    assert made.total == total(each.amount * signs[each.kind] for each in made.lines)
    assert made.total == total(made.contributions.values()) == total(made.undamped.values())


@SOME
@given(budgets(cells=False))
def test_the_parts_of_a_year_add_to_the_whole_line_and_follow_one_another_without_a_gap(made: Budget) -> None:
    for each in made.lines:
        parts = [part for part in made.part_years_of_lines if part.shared.line.heading == each.heading]
        assert total(sum_ for part in parts for sum_ in part.shared.parts.values()) == each.amount
        for partner, fixed in each.fixed.items():
            assert total(part.shared.line.fixed[partner] for part in parts) == fixed
        assert (parts[0].period.first, parts[-1].period.last) == (made.period.first, made.period.last)
        assert all(one.period.last + ONE_DAY == other.period.first for one, other in pairwise(parts))


@SOME
@given(budgets())
def test_a_key_divides_the_whole_among_those_who_are_there_and_nobody_else(made: Budget) -> None:
    for runs in made.standing.values():
        for run in runs:
            assert sum(run.shares.values()) == 1
            assert set(run.shares) <= {each.name for each in made.partners if each.is_in_throughout(run.period)}


@FEW
@given(budgets(), st.randoms(use_true_random=False))
def test_the_order_of_the_partners_changes_nobodys_exact_share(made: Budget, chance: random.Random) -> None:
    partners = chance.sample(made.partners, len(made.partners))
    weights = [list(each.weights.items()) for each in made.keys]
    shuffled = [dict(chance.sample(each, len(each))) for each in weights]
    keys = tuple(attrs.evolve(each, weights=other) for each, other in zip(made.keys, shuffled, strict=True))
    other = attrs.evolve(made, partners=tuple(partners), keys=keys, last_year=None)
    assert [other.shares_of(name) for name in made.standing] == [made.shares_of(name) for name in made.standing]


@FEW
@given(SUMS, WEIGHTS, WEIGHTS)
def test_a_key_that_changes_on_the_first_day_is_the_new_key_and_after_the_last_day_the_old(
    sum_: Money, old: dict[str, int], new: dict[str, int]
) -> None:
    old, new = ({who: weights[who] for who in ("North", "South")} for weights in (old, new))
    first, after = (key("calls", new, since=day) for day in (YEAR.first, YEAR.last + ONE_DAY))
    assert paid(sum_, key("calls", old), first) == paid(sum_, key("calls", new)) == split(sum_, new).parts
    assert paid(sum_, key("calls", old), after) == paid(sum_, key("calls", old)) == split(sum_, old).parts


@FEW
@given(WEIGHTS, WEIGHTS, WITHIN)
def test_a_change_within_the_year_counts_each_key_for_the_days_on_which_it_stands(
    old: dict[str, int], new: dict[str, int], days: int
) -> None:
    since = YEAR.first + dt.timedelta(days=days)
    made = budget(key("calls", old), key("calls", new, since=since))
    for partner in ("North", "South"):
        before, after = (Fraction(weights[partner], sum(weights.values())) for weights in (old, new))
        assert made.shares_of("calls")[partner].fraction == (before * days + after * (365 - days)) / 365


@FEW
@given(SUMS, WEIGHTS, WEIGHTS, WITHIN)
def test_measuring_a_key_anew_has_no_effect_before_its_day(
    sum_: Money, old: dict[str, int], new: dict[str, int], days: int
) -> None:
    since = YEAR.first + dt.timedelta(days=days)
    until = attrs.evolve(YEAR, last=since - ONE_DAY)
    keys = (key("calls", old), key("calls", new, since=since))
    assert budget(*keys, period=until, lines=(line(sum_),)).contributions == paid(sum_, keys[0])


@FEW
@given(SUMS, WEIGHTS, WEIGHTS, WITHIN, st.integers(0, 100))
def test_within_the_tolerance_the_agreed_split_is_held_exactly_and_beyond_it_the_measured_one_stands(
    sum_: Money, agreed: dict[str, int], measured: dict[str, int], days: int, points: int
) -> None:
    shares = [Fraction(weights["North"], sum(weights.values())) for weights in (agreed, measured)]
    held = abs(shares[0] - shares[1]) <= Fraction(points, 100)
    day = YEAR.first + dt.timedelta(days=days)
    tested = key("calls", measured, since=day, tolerance=Share(f"{points}%"))
    first, anew = key("calls", agreed), attrs.evolve(tested, tolerance=None)
    (rebasing,) = budget(first, tested).rebasings
    assert rebasing.held is held
    assert paid(sum_, first, tested) == (paid(sum_, first) if held else paid(sum_, first, anew))


@FEW
@given(SUMS, WEIGHTS)
def test_a_mixed_key_of_one_key_is_that_key(sum_: Money, weights: dict[str, int]) -> None:
    mixed = key("mixed", {"calls": 1}, Measure.MIXED)
    made = budget(key("calls", weights), mixed, lines=(line(sum_, "mixed"),))
    assert made.contributions == paid(sum_, key("calls", weights))
    assert made.shares_of("mixed") == made.shares_of("calls")


@FEW
@given(WEIGHTS, st.integers(1, 99), st.integers(1, 99))
def test_a_cost_is_shared_first_between_groups_and_then_within_each_on_its_own_key(
    weights: dict[str, int], group: int, west: int
) -> None:
    keys = (key("districts", weights), key("all", {"West": west, "districts": group}))
    shares = budget(*keys, partners=(NORTH, SOUTH, WEST)).shares_of("all")
    assert shares["West"].fraction == Fraction(west, west + group)
    assert shares["North"].fraction * weights["South"] == shares["South"].fraction * weights["North"]


@FEW
@given(SUMS, WITHIN)
def test_who_joins_pays_from_its_first_day_and_who_leaves_to_its_last(sum_: Money, days: int) -> None:
    joins = YEAR.first + dt.timedelta(days=days)
    for partners, one, other in (
        ((NORTH, Partner("South", joins=joins)), days, YEAR.days),
        ((NORTH, Partner("South", leaves=joins - ONE_DAY)), YEAR.days, days),
    ):
        made = budget(key("calls", {"North": 3, "South": 1}), partners=partners, lines=(line(sum_),))
        before, after = (part.shared.parts for part in made.part_years_of_lines)
        apart, together = (before, after) if one < other else (after, before)
        assert list(apart) == ["North"]
        assert together == split(total(together.values()), {"North": 3, "South": 1}).parts
        there = YEAR.days - days if one < other else days
        assert made.shares_of("calls")["South"].fraction == Fraction(there, 4 * YEAR.days)


@FEW
@given(WEIGHTS, st.sampled_from(["1%", "0.1%", "50%", "1/3"]))
def test_rounded_shares_add_to_the_whole_and_are_less_than_a_step_from_the_exact_ones(
    weights: dict[str, int], step: str
) -> None:
    to = Share(step)
    rounded = key("calls", weights, to=to).shares
    assert sum(rounded.values()) == 1
    for partner, share in rounded.items():
        assert abs(share - Fraction(weights[partner], sum(weights.values()))) < to.fraction
        assert (share / to.fraction).denominator == 1


def test_of_equal_remainders_the_larger_share_is_rounded_up_whatever_the_order() -> None:
    for weights in ({"North": 1, "South": 1, "West": 398}, {"West": 398, "South": 1, "North": 1}):
        assert key("calls", weights, to=Share("1%")).shares == {"North": 0, "South": 0, "West": 1}
    for weights in ({"North": 5, "South": 3}, {"South": 3, "North": 5}):
        assert key("calls", weights, to=Share("25%")).shares == {"North": Fraction(3, 4), "South": Fraction(1, 4)}


def test_half_and_half_of_two_keys() -> None:
    """£90,000, half of it equally and half by a population of 60,000 to 40,000: £49,500 and £40,500 by hand."""
    keys = (
        key("population", {"North": 60_000, "South": 40_000}, Measure.POPULATION),
        key("equal", {"North": 1, "South": 1}, Measure.EQUAL),
        key("mixed", {"population": "50%", "equal": "50%"}, Measure.MIXED),
    )
    made = budget(*keys, lines=(line(90_000, "mixed"),))
    assert made.contributions == {"North": pounds(49_500), "South": pounds(40_500)}


def test_a_change_on_1_october_is_half_a_year_by_months_and_183_days_by_days() -> None:
    keys = (key("calls", {"North": 1}), key("calls", {"South": 1}, since="2022-10-01"))
    by_months = budget(*keys, lines=(line(365),), part_years=PartYears.MONTHS)
    assert by_months.contributions == {"North": pounds("182.50"), "South": pounds("182.50")}
    assert budget(*keys, lines=(line(365),)).contributions == {"North": pounds(183), "South": pounds(182)}
    assert by_months.shares_of("calls")["North"] == Share("50%")


def test_several_bases_in_one_budget_and_a_grant_set_against_them() -> None:
    keys = (key("calls", {"North": 3, "South": 1}), key("equal", {"North": 1, "South": 1}, Measure.EQUAL))
    lines = (
        line(100, "calls", "Staff"),
        line(50, "equal", "Rent"),
        line(20, "equal", "Grant", kind=LineKind.GRANT),
        line(30, "equal", "Project", fixed={"South": pounds(10)}),
    )
    made = budget(*keys, lines=lines)
    assert made.contributions == {"North": pounds(100), "South": pounds(60)}
    assert made.figures["line", "Project", "South"] == pounds(20)


def test_a_line_may_have_a_rule_of_its_own_for_the_odd_pence() -> None:
    equal = key("equal", {"North": 1, "South": 1}, Measure.EQUAL)
    own = line("0.03", "equal", "Rent", remainder=to_lead("South"))
    made = budget(equal, lines=(line("0.03", "equal"), own), remainder=to_lead("North"))
    assert [each.shared.split.odd for each in made.part_years_of_lines] == [
        {"North": Money(pence=1)},
        {"South": Money(pence=1)},
    ]
    assert made.contributions == {"North": pounds("0.03"), "South": pounds("0.03")}


def test_a_key_is_taken_up_only_every_so_many_years() -> None:
    """From 2020 every three years: what is measured in 2021 and in 2022 waits, and the later is taken up in 2023."""
    measured = (("2020-04-01", 1), ("2021-04-01", 2), ("2022-06-01", 3))
    first, *later = (key("heads", {"North": north, "South": 1}, since=day) for day, north in measured)
    keys = (attrs.evolve(first, every=3), *later)
    held = budget(*keys)
    assert held.shares_of("heads")["North"] == Share("50%")
    assert held.rebasings == ()
    anew = budget(*keys, period=attrs.evolve(YEAR, first="2023-04-01", last="2024-03-31"))
    assert anew.shares_of("heads")["North"] == Share("75%")
    (rebasing,) = anew.rebasings
    assert (rebasing.day, rebasing.stood["North"], rebasing.held) == (dt.date(2023, 4, 1), Fraction(1, 2), False)
    assert str(rebasing.words) == "heads, 1 April 2023: the new measurement stands"


def test_a_measurement_that_would_be_taken_up_out_of_reach_never_is() -> None:
    keys = (
        key("heads", {"North": 1}, since="2020-04-01", every=50),
        key("heads", {"South": 1}, since="2180-04-01"),
    )
    assert list(budget(*keys, period=attrs.evolve(YEAR, first="2199-04-01", last="2199-12-31")).shares_of("heads")) == [
        "North"
    ]


def test_what_became_of_each_new_measurement_is_said() -> None:
    agreed, within = key("calls", {"North": 75, "South": 25}), Share("3%")
    for north, words in (
        ("72", "no share is further than 3.00 points from the agreed split, within 3: it is held"),
        ("71.999", "a share is 3.01 points from the agreed split, over 3: the measured one stands"),
    ):
        weights = {"North": north, "South": 100 - Fraction(north)}
        anew = key("calls", weights, since="2022-10-01", tolerance=within)
        assert [str(each.words) for each in budget(agreed, anew).rebasings] == [f"calls, 1 October 2022: {words}"]


def test_the_share_of_one_who_is_not_there_goes_to_its_group_and_that_of_a_group_of_nobody_to_the_others() -> None:
    keys = (key("districts", {"North": 1, "South": 3}), key("all", {"West": 1, "districts": 1}))
    south_left = budget(*keys, partners=(NORTH, Partner("South", leaves="2022-03-31"), WEST))
    assert south_left.shares_of("all") == {"North": Share("50%"), "West": Share("50%")}
    west_left = budget(*keys, partners=(NORTH, SOUTH, Partner("West", leaves="2022-03-31")))
    assert west_left.shares_of("all") == {"North": Share("25%"), "South": Share("75%")}
    nobody = budget(key("calls", {"West": 1}), partners=(NORTH, Partner("West", joins="2022-05-01")))
    assert nobody.shares_of("calls") == {}


def test_every_figure_of_a_budget_has_its_names() -> None:
    keys = (
        key("calls", {"North": 74, "South": 26}),
        key("calls", {"North": 82, "South": 18}, since="2022-10-03", tolerance=Share("3%")),
    )
    made = budget(*keys, lines=(line(36_500),))
    assert {"/".join(path): figure for path, figure in made.figures.items()} == {
        "total": pounds(36_500),
        "contribution/North": pounds(28_450),
        "undamped/North": pounds(28_450),
        "proportion/North": Fraction(569, 730),
        "contribution/South": pounds(8_050),
        "undamped/South": pounds(8_050),
        "proportion/South": Fraction(161, 730),
        "line/Staff/North": pounds(28_450),
        "line/Staff/South": pounds(8_050),
        "part/Staff/2022-04-01/North": pounds(13_690),
        "part/Staff/2022-04-01/South": pounds(4_810),
        "part/Staff/2022-10-03/North": pounds(14_760),
        "part/Staff/2022-10-03/South": pounds(3_240),
        "split/calls/North": Share("1138/1460"),
        "split/calls/South": Share("322/1460"),
        "split-from/calls/2022-04-01/North": Share("74%"),
        "split-from/calls/2022-04-01/South": Share("26%"),
        "split-from/calls/2022-10-03/North": Share("82%"),
        "split-from/calls/2022-10-03/South": Share("18%"),
        "held/calls/2022-10-03": False,
        "furthest/calls/2022-10-03": Share("8%"),
    }
    assert [name for name, _ in made.bases] == ["Archives: calls", "Archives: calls", "Archives: Staff"]


def test_contributions_that_are_printed_need_no_key() -> None:
    printed = line(90, heading="As printed", fixed={"North": pounds(60), "South": pounds(30)})
    made = budget(lines=(attrs.evolve(printed, key=None),))
    assert made.contributions == {"North": pounds(60), "South": pounds(30)}
    assert made.figures["proportion", "North"] == Fraction(2, 3)
    beside = budget(key("calls", {"North": 1, "South": 2}), lines=(attrs.evolve(printed, key=None), line(9)))
    assert beside.contributions == {"North": pounds(63), "South": pounds(36)}


def test_without_a_key_the_fixed_sums_are_the_whole_of_a_line() -> None:
    assert said(lambda: BudgetLine("Staff", pounds(90), None, BASIS, fixed={"North": pounds(60)})) == [
        (
            "key: there is no key, and the fixed sums leave £30.00. "
            "Accepted: the name of a key, or fixed sums that add to £90.00."
        )
    ]
    assert said(lambda: BudgetLine("Staff", ZERO, None, BASIS)) == [
        (
            "key: there is no key, and the fixed sums leave £0.00. "
            "Accepted: the name of a key, or fixed sums that add to £0.00."
        )
    ]


def test_a_budget_of_nothing_has_no_proportions() -> None:
    made = budget(key("calls", {"North": 1, "South": 1}), lines=(line(0),))
    assert made.figures["total",] == ZERO
    assert not [path for path in made.figures if path[0] == "proportion"]


def test_odd_pence_go_where_the_budget_says() -> None:
    made = budget(key("calls", {"North": 1, "South": 2}), lines=(line(100),), remainder=to_lead("North"))
    assert made.contributions == {"North": pounds("33.34"), "South": pounds("66.66")}
    rounded = budget(key("calls", {"North": 1, "South": 2}), lines=(line(100),), unit=pounds(1))
    assert rounded.contributions == {"North": HALF_UP.to("1").money(Fraction(100, 3)), "South": pounds(67)}
