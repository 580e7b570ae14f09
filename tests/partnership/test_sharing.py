from __future__ import annotations

from fractions import Fraction

import attrs
from hypothesis import given
from hypothesis import strategies as st

from lgtrade.costing import ApportionmentKey
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
    total,
)
from lgtrade.partnership import LineKind, SharedLine, Sharing, share
from lgtrade.sources import Assumption
from lgtrade.strategies import money

BASIS = Assumption("made up to be tested")
PARTNERS = ("Lichfield", "Moorlands", "Stafford", "Tamworth")
SUMS = money(min_value=Money.pounds(-(10**9)), max_value=Money.pounds(10**9))
WHO = st.sampled_from(PARTNERS)
WEIGHTS = st.dictionaries(WHO, st.integers(0, 999), min_size=1).filter(lambda weights: any(weights.values()))
KEYS = st.builds(ApportionmentKey, st.just("heads"), WEIGHTS, st.just(BASIS))
LINE = st.builds(
    SharedLine,
    st.just("Line"),
    SUMS,
    KEYS,
    st.just(BASIS),
    st.sampled_from(LineKind),
    st.dictionaries(WHO, SUMS, max_size=2),
)
LINES = st.lists(LINE, max_size=3)
LOSING_NOTHING = st.sampled_from([LARGEST, TO_LAST])
CELLS = st.sampled_from(Direction).map(lambda direction: Remainder(RemainderRule.CELL_BY_CELL, direction=direction))


def all_of(sharing: Sharing, kind: LineKind) -> Money:
    return total(sharing.of(partner, kind) for partner in sharing.partners)


@given(LINES, LOSING_NOTHING)
def test_what_the_partners_bear_and_enjoy_adds_to_the_lines(lines: list[SharedLine], remainder: Remainder) -> None:
    sharing = share(lines, remainder=remainder)
    for kind in LineKind:
        assert all_of(sharing, kind) == total(line.amount for line in lines if line.kind is kind)
    assert [each.line for each in sharing.lines] == lines
    assert sharing.difference == ZERO


@given(LINES, CELLS)
def test_what_is_left_over_is_reported_when_each_cell_is_rounded_by_itself(
    lines: list[SharedLine], cells: Remainder
) -> None:
    sharing = share(lines, remainder=cells)
    shared_out = total(all_of(sharing, kind) for kind in LineKind)
    assert shared_out + sharing.difference == total(line.amount for line in lines)


@given(LINE, LOSING_NOTHING)
def test_fixed_sums_are_taken_first_and_the_key_divides_the_rest(line: SharedLine, remainder: Remainder) -> None:
    (part,) = share([line], remainder=remainder).lines
    rest = split(line.amount - total(line.fixed.values()), line.key.weights, remainder=remainder)
    assert part.split == rest
    for partner in PARTNERS:
        by_key = rest.parts.get(partner, ZERO)
        assert part.parts.get(partner, ZERO) == line.fixed.get(partner, ZERO) + by_key


@given(LINE)
def test_whoever_has_a_fixed_sum_or_a_weight_has_a_part(line: SharedLine) -> None:
    (part,) = share([line]).lines
    assert list(part.parts) == list(dict.fromkeys([*line.fixed, *line.key.weights]))


@given(LINES)
def test_what_a_partner_gains_is_its_savings_grants_and_surpluses_less_its_costs(lines: list[SharedLine]) -> None:
    sharing = share(lines)
    signs = {LineKind.SAVING: 1, LineKind.GRANT: 1, LineKind.SURPLUS: 1, LineKind.COST: -1}
    for partner in PARTNERS:
        gained = total(each.parts.get(partner, ZERO) * signs[each.line.kind] for each in sharing.lines)
        assert sharing.net(partner) == gained


@given(LINES)
def test_what_all_partners_gain_is_all_gains_less_all_costs(lines: list[SharedLine]) -> None:
    sharing = share(lines)
    costs = total(line.amount for line in lines if line.kind is LineKind.COST)
    gains = total(line.amount for line in lines if line.kind is not LineKind.COST)
    assert total(sharing.net(partner) for partner in sharing.partners) == gains - costs


@given(LINES)
def test_partners_are_named_once_each_in_the_order_met(lines: list[SharedLine]) -> None:
    met = [partner for line in lines for partner in (*line.fixed, *line.key.weights)]
    assert share(lines).partners == tuple(dict.fromkeys(met))


@given(LINES, LOSING_NOTHING)
def test_each_line_is_shared_by_itself(lines: list[SharedLine], remainder: Remainder) -> None:
    together = share(lines, remainder=remainder).lines
    assert together == tuple(share([line], remainder=remainder).lines[0] for line in lines)


@given(LINE, st.sampled_from([LARGEST, TO_LAST, CELL_BY_CELL]))
def test_a_refund_is_shared_as_the_mirror_of_a_charge(line: SharedLine, remainder: Remainder) -> None:
    fixed = {partner: -sum_ for partner, sum_ in line.fixed.items()}
    refund = attrs.evolve(line, amount=-line.amount, fixed=fixed)
    mirrored, charged = (share([each], remainder=remainder).lines[0] for each in (refund, line))
    assert mirrored.parts == {partner: -part for partner, part in charged.parts.items()}


@given(LINES)
def test_nobody_gains_from_no_lines_or_from_lines_of_others(lines: list[SharedLine]) -> None:
    assert share(lines).net("Barnet") == ZERO
    assert (share([]).partners, share([]).difference) == ((), ZERO)


@given(st.integers(-(10**6), 10**6), KEYS, st.sampled_from([1, 100, 1000]))
def test_a_line_is_shared_in_whole_units(units: int, key: ApportionmentKey, pence: int) -> None:
    unit = Money(pence=pence)
    (part,) = share([SharedLine("Line", unit * units, key, BASIS)], unit=unit).lines
    assert all(sum_.pence % pence == 0 for sum_ in part.parts.values())
    whole = sum(key.weights.values(), Fraction(0))
    for partner, sum_ in part.parts.items():
        assert abs(sum_.pence - unit.pence * units * key.weights[partner] / whole) < pence
