from __future__ import annotations

from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from lgtrade.money import (
    CELL_BY_CELL,
    LARGEST,
    TO_LAST,
    ZERO,
    Exact,
    Money,
    Rate,
    Remainder,
    RemainderRule,
    Rounding,
    Share,
    Split,
    split,
    to_lead,
    total,
)
from lgtrade.strategies import money, splits, weights

PENNY = Money(pence=1)
BOROUGHS = ["Barnet", "Haringey", "Kent", "Lichfield", "Moorlands", "Powys"]
SUMS = money(min_value=Money.pounds(-(10**9)), max_value=Money.pounds(10**9))
WEIGHTS = weights(st.sampled_from(BOROUGHS), max_size=6)
SPLITS = splits(st.sampled_from(BOROUGHS), max_size=6)

Weights = dict[str, Exact | Rate | Share]


def by_rule(rule: RemainderRule) -> st.SearchStrategy[Split[str]]:
    return splits(st.sampled_from(BOROUGHS), max_size=6, rules=[rule])


def again(shared: Split[str], **changed: object) -> Split[str]:
    given_again = {
        "amount": shared.total,
        "weights": shared.weights,
        "remainder": shared.remainder,
        "unit": shared.unit,
    }
    return split(**(given_again | changed))  # type: ignore[arg-type]  # the same, but for what is changed


def floor(shared: Split[str], party: str) -> Money:
    """Give one's exact part rounded towards nothing to the unit, counted in whole numbers."""
    each = Fraction(abs(shared.total.pence)) * shared.weights[party]
    units = int(each // (sum(shared.weights.values()) * shared.unit.pence))
    return shared.unit * (units if shared.total.pence >= 0 else -units)


@given(SPLITS)
def test_parts_add_to_the_whole_for_any_weights_and_any_remainder_rule(shared: Split[str]) -> None:
    assert total(shared.parts.values()) + shared.difference == shared.total
    if shared.remainder.rule is not RemainderRule.CELL_BY_CELL:
        assert shared.difference == ZERO


@given(SPLITS)
def test_splitting_a_refund_mirrors_splitting_a_charge(shared: Split[str]) -> None:
    mirrored = again(shared, amount=-shared.total)
    assert mirrored.parts == {party: -part for party, part in shared.parts.items()}
    assert mirrored.odd == {party: -odd for party, odd in shared.odd.items()}
    assert mirrored.difference == -shared.difference


@given(SPLITS)
def test_nobody_with_no_weight_gets_an_odd_penny(shared: Split[str]) -> None:
    for party, weight in shared.weights.items():
        if weight == 0:
            assert shared.parts[party] == ZERO
            assert party not in shared.odd


@given(SPLITS)
def test_the_certificate_says_what_each_got_beyond_the_exact_part_rounded_down(shared: Split[str]) -> None:
    for party, part in shared.parts.items():
        assert part == floor(shared, party) + shared.odd.get(party, ZERO)
    assert all(shared.odd.values())
    assert list(shared.parts) == list(shared.weights)


@given(SPLITS)
def test_the_exact_parts_add_to_the_whole_and_are_in_proportion(shared: Split[str]) -> None:
    exact = {party: shared.exact(party) for party in shared.weights}
    assert sum(exact.values()) == Fraction(shared.total.in_pounds)
    for party, weight in shared.weights.items():
        assert exact[party] * sum(shared.weights.values()) == Fraction(shared.total.in_pounds) * weight


@given(SPLITS)
def test_every_part_is_a_whole_number_of_units(shared: Split[str]) -> None:
    assert all(part.pence % shared.unit.pence == 0 for part in shared.parts.values())


@given(SPLITS, st.integers(1, 1000))
def test_only_the_proportion_of_the_weights_matters(shared: Split[str], times: int) -> None:
    scaled = {party: weight * Fraction(times, 7) for party, weight in shared.weights.items()}
    assert again(shared, weights=scaled).parts == shared.parts


@given(SPLITS, st.sampled_from([LARGEST, TO_LAST, CELL_BY_CELL]))
def test_one_party_alone_takes_everything(shared: Split[str], rule: Remainder) -> None:
    for remainder in (rule, to_lead("Powys")):
        alone = again(shared, weights={"Powys": 7}, remainder=remainder)
        assert alone.parts == {"Powys": shared.total}
        assert alone.odd == {}


@given(by_rule(RemainderRule.LARGEST))
def test_no_part_is_a_penny_away_from_its_exact_share_under_largest_remainder(shared: Split[str]) -> None:
    for party, part in shared.parts.items():
        assert abs(Fraction(part.in_pounds) - shared.exact(party)) < Fraction(shared.unit.in_pounds)
        assert abs(shared.odd.get(party, ZERO)) in {ZERO, shared.unit}


@given(by_rule(RemainderRule.LARGEST))
def test_whoever_got_an_odd_penny_had_lost_at_least_as_much_as_whoever_did_not(shared: Split[str]) -> None:
    lost = {party: abs(shared.exact(party) - Fraction(floor(shared, party).in_pounds)) for party in shared.parts}
    order = list(shared.parts)
    for lucky in shared.odd:
        for other in set(shared.parts) - set(shared.odd):
            assert (lost[lucky], -order.index(lucky)) > (lost[other], -order.index(other))


@given(SUMS, st.integers(1, 6))
def test_equal_weights_differ_by_a_penny_at_most_and_the_first_listed_take_it(amount: Money, parties: int) -> None:
    parts = split(amount, dict.fromkeys(BOROUGHS[:parties], 1)).parts
    sizes = [abs(part).pence for part in parts.values()]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] - sizes[-1] in {0, 1}


@given(by_rule(RemainderRule.LAST))
def test_all_the_odd_pence_go_to_the_last_one_listed_that_has_a_weight(shared: Split[str]) -> None:
    last = [party for party, weight in shared.weights.items() if weight][-1]
    assert set(shared.odd) <= {last}


@given(by_rule(RemainderRule.LEAD))
def test_all_the_odd_pence_go_to_the_lead_authority(shared: Split[str]) -> None:
    assert set(shared.odd) <= {shared.remainder.lead}


@given(by_rule(RemainderRule.CELL_BY_CELL))
def test_cell_by_cell_each_part_is_rounded_by_itself(shared: Split[str]) -> None:
    rule = Rounding(shared.remainder.direction, shared.unit.in_pounds)
    assert shared.parts == {party: rule.money(shared.exact(party)) for party in shared.parts}


@given(by_rule(RemainderRule.CELL_BY_CELL))
def test_the_difference_is_less_than_a_unit_for_each_cell(shared: Split[str]) -> None:
    assert abs(shared.difference).pence < shared.unit.pence * len(shared.parts)


@given(SUMS, WEIGHTS)
def test_weights_weigh_the_same_in_whatever_form_they_are_given(amount: Money, given_weights: Weights) -> None:
    shared = split(amount, given_weights)
    for party, weight in given_weights.items():
        value = weight.fraction if isinstance(weight, Share) else weight.pounds if isinstance(weight, Rate) else weight
        assert shared.weights[party] == Fraction(value)
    assert split(amount, shared.weights) == shared


@given(SUMS, WEIGHTS)
def test_a_penny_is_the_unit_and_the_largest_remainder_the_rule_unless_said_otherwise(
    amount: Money, given_weights: Weights
) -> None:
    shared = split(amount, given_weights)
    assert (shared.total, shared.unit, shared.remainder) == (amount, PENNY, LARGEST)


@given(SUMS, WEIGHTS)
def test_the_order_of_the_list_matters_only_between_equals(amount: Money, given_weights: Weights) -> None:
    shared = split(amount, given_weights)
    lost = [shared.exact(party) - Fraction(floor(shared, party).in_pounds) for party in shared.parts]
    assume(len(set(lost)) == len(lost))
    assert split(amount, dict(reversed(list(given_weights.items())))).parts == shared.parts
