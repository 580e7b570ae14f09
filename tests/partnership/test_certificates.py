"""Certificates that are not right: each fault is found, and said."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import attrs
import pytest
from tests.partnership.games import game

from lgtrade.money import Amount, Money
from lgtrade.partnership import Allocation, AllocationRule, CoalitionWeight, allocate

AUDIT = game({"A": 100, "B": 80, "C": 60, "AB": 120, "AC": 155, "BC": 130, "ABC": 180})
HALF = Fraction(1, 2)
RIGHT = {rule: allocate(AUDIT, rule) for rule in AllocationRule}


def pounds(*each: int | Fraction) -> dict[str, Amount]:
    return {name: Amount(Fraction(share)) for name, share in zip("ABC", each, strict=False)}


def changed(rule: AllocationRule, **parts: Any) -> Allocation:
    return attrs.evolve(RIGHT[rule], **parts)


def certified(rule: AllocationRule, change: Callable[[Any], Any]) -> Allocation:
    return changed(rule, certificate=change(RIGHT[rule].certificate))


def level(number: int, **parts: Any) -> Allocation:
    def change(certificate: Any) -> Any:
        levels = list(certificate.levels)
        levels[number] = attrs.evolve(levels[number], **parts)
        return attrs.evolve(certificate, levels=tuple(levels))

    return certified(AllocationRule.NUCLEOLUS, change)


def weights(**named: Fraction | int) -> tuple[CoalitionWeight, ...]:
    return tuple(CoalitionWeight(tuple(name), Fraction(weight)) for name, weight in named.items())


def paid(allocation: Allocation, shares: dict[str, Amount]) -> Allocation:
    """Let the partners pay other sums, in pence alike, with the certificate as it was."""
    return attrs.evolve(
        allocation, shares=shares, pays={name: Money.pounds(str(share)[1:]) for name, share in shares.items()}
    )


@pytest.mark.parametrize(
    ("wrong", "faults"),
    [
        (
            changed(AllocationRule.SHAPLEY, shares=pounds(60, 60, 61)),
            ["shares: they add to £181, not to £180.00."],
        ),
        (changed(AllocationRule.SHAPLEY, shares=pounds(90, 90)), ["shares[C]: it is missing."]),
        (
            changed(AllocationRule.SHAPLEY, pays={"A": Money.pounds(180)}),
            ["pays[B]: it is missing.", "pays[C]: it is missing."],
        ),
        (
            changed(AllocationRule.EQUAL_SAVING, pays=dict.fromkeys("ABC", Money.pounds(60))),
            [
                "A pays more or less than odd pence beside its exact share.",
                "C pays more or less than odd pence beside its exact share.",
            ],
        ),
        (
            changed(AllocationRule.SHAPLEY, certificate=RIGHT[AllocationRule.NUCLEOLUS].certificate),
            ["The certificate is that of another rule."],
        ),
        (
            changed(AllocationRule.NUCLEOLUS, certificate=RIGHT[AllocationRule.PROPORTIONAL].certificate),
            ["The certificate is that of another rule."],
        ),
    ],
)
def test_sums_that_do_not_go_together_are_found(wrong: Allocation, faults: list[str]) -> None:
    assert [str(words) for words in wrong.check()] == faults


@pytest.mark.parametrize(
    ("wrong", "faults"),
    [
        (
            certified(AllocationRule.PROPORTIONAL, lambda each: attrs.evolve(each, first={})),
            ["The certificate is not of these partners."],
        ),
        (
            certified(AllocationRule.PROPORTIONAL, lambda each: attrs.evolve(each, left=Money.pounds(90))),
            [f"The certificate gives {name} another share." for name in "ABC"],
        ),
        (
            paid(RIGHT[AllocationRule.EQUAL_SAVING], pounds(70, 70, 40)),
            [
                "The certificate gives A another share.",
                "The certificate gives B another share.",
                "A and B are not treated as the rule says.",
                "B and C are not treated as the rule says.",
            ],
        ),
        (
            attrs.evolve(RIGHT[AllocationRule.PROPORTIONAL], rule=AllocationRule.SEPARABLE_COSTS),
            ["A and B are not treated as the rule says.", "B and C are not treated as the rule says."],
        ),
    ],
)
def test_a_division_by_weights_that_is_not_the_rules_is_found(wrong: Allocation, faults: list[str]) -> None:
    assert [str(words) for words in wrong.check()] == faults


def test_marginal_costs_that_are_not_the_games_are_found() -> None:
    def heavier(certificate: Any) -> Any:
        first, *others = certificate.costs
        return attrs.evolve(certificate, costs=(attrs.evolve(first, weight=HALF), *others))

    wrong = certified(AllocationRule.SHAPLEY, heavier)
    assert [str(words) for words in wrong.check()] == [
        "The weights of A do not add to one.",
        "The certificate gives A another share.",
    ]
    other = paid(RIGHT[AllocationRule.SHAPLEY], pounds(100, 45, 35))
    assert [str(words) for words in other.check()] == [
        text
        for name in "ABC"
        for text in (
            f"The certificate gives {name} another share.",
            f"{name} does not bear an equal part of each group's own cost.",
        )
    ]


@pytest.mark.parametrize(
    ("wrong", "faults"),
    [
        (
            level(0, collection=weights(AD=1)),
            ["The certificate names somebody who is not a partner."],
        ),
        (level(0, collection=weights(AB=1)), ["C is counted 0 times, not once."]),
        (
            level(0, collection=weights(AB=2, C=1, A=-1, B=-1)),
            [
                "A weight at £0 is not above nothing.",
                "A saves more than £0.",
                "B saves more than £0.",
                "£22.5 is not the least that a coalition saves.",
            ],
        ),
        (
            level(0, saving=Amount(Fraction(1))),
            ["£1 is not the least that a coalition saves."],
        ),
        (
            level(0, collection=weights(BC=1, A=1)),
            [
                "A saves more than £0.",
                "B + C saves more than £0.",
                "A + B could save more than £0.",
                "C could save more than £0.",
                "£22.5 is not the least that a coalition saves.",
            ],
        ),
        (
            certified(AllocationRule.NUCLEOLUS, lambda each: attrs.evolve(each, levels=each.levels[:1])),
            ["The levels leave some shares open."],
        ),
        (
            paid(RIGHT[AllocationRule.NUCLEOLUS], pounds(70, 50, 60)),
            ["£22.5 is not the least that a coalition saves.", "A + C saves more than £22.5."],
        ),
        (
            paid(RIGHT[AllocationRule.NUCLEOLUS], pounds(110, 10, 60)),
            [
                "A pays more than alone.",
                "£0 is not the least that a coalition saves.",
                "A could save more than £0.",
                "A + C could save more than £0.",
                "£22.5 is not the least that a coalition saves.",
                "B + C saves more than £22.5.",
            ],
        ),
    ],
)
def test_levels_that_do_not_show_it_are_found(wrong: Allocation, faults: list[str]) -> None:
    assert [str(words) for words in wrong.check()] == faults
