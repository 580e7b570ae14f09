"""What is promised of savings, whatever is entered and in whatever order."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.agreements.facts import of_any_type, said
from tests.partnership.business_facts import BASIS, baseline, pounds, saving, year

from lgtrade.calendar import FinancialYear
from lgtrade.money import HALF_UP, ZERO, Money, Share, total
from lgtrade.partnership import EfficiencyTarget, PriceIndex, Saving, Savings, payback
from lgtrade.strategies import money, price_indices, savings, savings_entries, shares

FEW = settings(max_examples=8, deadline=None)
SUMS = money(min_value=ZERO, max_value=Money.pounds(10**9))
YEARS = [FinancialYear(2004 + number) for number in range(5)]


@FEW
@given(savings(), st.randoms(use_true_random=False))
def test_the_order_of_the_entries_makes_no_difference(made: Savings, chance: st.DataObject) -> None:
    shuffled = list(made.entries)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # a random.Random
    other = attrs.evolve(made, entries=tuple(shuffled))
    assert other.by_year == made.by_year
    assert other.repeats == made.repeats
    assert other.figures == made.figures


@FEW
@given(savings())
def test_entering_everything_twice_changes_nothing_but_the_list_of_repeats(made: Savings) -> None:
    twice = attrs.evolve(made, entries=made.entries * 2)
    assert twice.figures == made.figures
    assert len(twice.repeats) == len(made.repeats) + len(made.entries)


@FEW
@given(savings())
def test_each_saving_counts_in_a_year_once_at_most(made: Savings) -> None:
    once = {entry.reference: entry for entry in made.entries}
    for each in made.by_year:
        assert each.saved == total(entry.net for entry in once.values() if entry.made_in(each.year))


@FEW
@given(savings_entries("A1"), savings_entries("A1"))
def test_a_later_entry_takes_the_place_of_an_earlier_one(first: Saving, second: Saving) -> None:
    later = attrs.evolve(
        second,
        year=first.year + 1,
        last=None,
        **{name: getattr(first, name) for name in ("shares", "line", "cashable")},
    )
    first, later = attrs.evolve(first, recurring=True), attrs.evolve(later, recurring=True)
    made = Savings("x", first.year, 3, (later, first))
    assert [each.saved for each in made.by_year] == [first.net, later.net, later.net]


@FEW
@given(savings())
def test_what_the_partners_have_adds_to_what_is_saved(made: Savings) -> None:
    for each in made.by_year:
        assert total(made.by_partner(each.year).values()) == each.saved


@FEW
@given(savings())
def test_what_is_cashable_and_what_is_not_add_to_what_is_saved(made: Savings) -> None:
    other = attrs.evolve(
        made,
        entries=tuple(attrs.evolve(each, cashable=not each.cashable) for each in made.entries),
        baseline=None,
        target=None,
    )
    for each, turned in zip(made.by_year, other.by_year, strict=True):
        assert each.cashable + turned.cashable == each.saved


@FEW
@given(savings())
def test_no_name_of_a_figure_begins_with_the_whole_name_of_another(made: Savings) -> None:
    paths = sorted(made.figures)
    assert not any(after[: len(before)] == before for before, after in pairwise(paths))


@FEW
@given(SUMS, shares(), shares())
def test_a_fixed_target_is_one_more_step_of_the_rate_each_year(spent: Money, rate: Share, cashable: Share) -> None:
    target = EfficiencyTarget(rate, BASIS, cashable)
    made = Savings(
        "x",
        year(2005),
        4,
        (),
        attrs.evolve(baseline(), lines=(attrs.evolve(baseline().lines[0], amount=spent),)),
        target,
    )
    for steps, each in enumerate(made.by_year, start=1):
        assert each.due == HALF_UP.money(Fraction(spent.in_pounds) * rate.fraction * steps)
        assert each.cashable_due is not None
        assert each.due is not None
        assert ZERO <= each.cashable_due <= each.due
        assert each.short == each.due


@FEW
@given(price_indices(), shares())
def test_a_rebased_target_takes_each_step_at_the_prices_of_its_year(prices: PriceIndex, rate: Share) -> None:
    spent = baseline(index=prices)
    target = EfficiencyTarget(rate, BASIS, rebased=True)
    due = Fraction(0)
    for when in YEARS:
        due += 1_000_000 * prices.levels[when] / prices.levels[year(2004)] * rate.fraction
        assert target.due(spent, YEARS[0], when).pounds == due


@FEW
@given(shares(), st.integers(1, 5))
def test_with_level_prices_a_rebased_target_is_the_fixed_one(rate: Share, steps: int) -> None:
    level = PriceIndex("level", dict.fromkeys(YEARS, Fraction(7)), BASIS)
    fixed, rebased = (EfficiencyTarget(rate, BASIS, rebased=each) for each in (False, True))
    when = YEARS[steps - 1]
    assert fixed.due(baseline(), YEARS[0], when) == rebased.due(baseline(index=level), YEARS[0], when)


FLOWS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=6)


@given(FLOWS)
def test_payback_is_the_first_year_from_which_as_much_is_gained_as_spent(flows: list[tuple[int, int]]) -> None:
    paid = payback((YEARS[0] + at, Fraction(cost), Fraction(gain)) for at, (cost, gain) in enumerate(flows))
    net = [sum(gain - cost for cost, gain in flows[: at + 1]) for at in range(len(flows))]
    good = [at for at in range(len(net)) if all(later >= 0 for later in net[at:])]
    assert paid.year == (YEARS[0] + good[0] if good else None)
    assert paid.short.pounds == max(-net[-1], 0)
    assert (paid.months is None) == (paid.year is None)


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_a_level_saving_pays_a_cost_back_in_the_cost_over_the_saving(cost: int, saved: int) -> None:
    flows = [(YEARS[0] + at, Fraction(cost if at == 0 else 0), Fraction(saved)) for at in range(5)]
    paid = payback(flows)
    if paid.year is not None:
        assert paid.months == Fraction(12 * cost, saved)
    else:
        assert cost > 5 * saved


def test_a_saving_that_ends_is_not_made_after_its_last_year() -> None:
    made = Savings("x", year(2005), 3, (saving(last=year(2006)),))
    assert [each.saved for each in made.by_year] == [pounds(100), pounds(100), ZERO]


def test_a_saving_that_goes_on_says_what_it_takes_the_place_of() -> None:
    made = Savings("x", year(2005), 3, (saving(start=2006, sum_=90), saving()))
    assert [str(each.words) for each in made.repeats] == [
        "A1 goes on in 2006/07 at £90.00, in place of the £100.00 entered for 2005/06."
    ]


def test_a_baseline_of_nothing_has_no_parts_and_a_year_with_nothing_saved_no_shares() -> None:
    made = Savings(
        "x", year(2005), 1, (saving(sum_=0, line="Staff"),), baseline(0), EfficiencyTarget(Share("1%"), BASIS)
    )
    kinds = {path[0] for path in made.figures}
    assert not kinds & {"baseline-share", "cashable-due-on", "line-share", "cashable-share"}
    assert made.figures["line", "Staff", "2005/06"] == ZERO


def test_a_saving_after_the_last_year_is_refused_and_not_lost() -> None:
    assert said(lambda: Savings("x", year(2005), 2, (saving(start=2005), saving("B", start=2015)))) == [
        "entries[1].year: it is made from 2015/16 on, after the last year looked at. Accepted: 2006/07 or earlier."
    ]


def test_what_a_partner_has_had_to_date_is_the_sum_of_its_years() -> None:
    figures = Savings("x", year(2004), 3, (saving(start=2005, sum_=100),)).figures
    to_date = [figures["partner-to-date", "Kent", when] for when in ("2004/05", "2005/06", "2006/07")]
    assert to_date == [ZERO, pounds(100), pounds(200)]


def test_a_saving_made_once_counts_in_its_year_and_in_no_other() -> None:
    made = Savings("x", year(2004), 3, (saving(recurring=False),))
    assert [each.saved for each in made.by_year] == [ZERO, pounds(100), ZERO]


def test_months_count_from_the_first_year_in_which_something_is_gained_and_not_lost() -> None:
    flows = [(YEARS[at], Fraction(cost), Fraction(gain)) for at, (cost, gain) in enumerate([(5, -1), (0, 12)])]
    assert payback(flows).months == 6


def test_flows_that_are_none_or_out_of_order_are_refused() -> None:
    assert said(lambda: payback(of_any_type(1))) == [
        "flows: 1 is of type int. Accepted: a FinancialYear and two Fractions for each year."
    ]
    assert said(lambda: payback(of_any_type([(YEARS[0], 1, 2)]))) == [
        "flows[0]: it is (2004/05, 1, 2). Accepted: a FinancialYear and two Fractions for each year."
    ]
    nothing = Fraction(0)
    assert said(lambda: payback([(YEARS[0], nothing, nothing), (YEARS[0], nothing, nothing)])) == [
        "flows[1]: 2004/05 does not come after 2004/05. Accepted: each year once, in order."
    ]


def test_what_is_spent_again_later_has_to_be_paid_back_again() -> None:
    flows = [(YEARS[at], Fraction(cost), Fraction(gain)) for at, (cost, gain) in enumerate([(5, 9), (9, 0), (0, 9)])]
    assert payback(flows[:2]).year is None
    assert payback(flows).year == YEARS[2]
