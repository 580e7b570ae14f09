"""Certificates that are not right: each fault is found, and said."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import attrs
import pytest
from tests.agreements.facts import said
from tests.partnership.games import game

from lgtrade.money import LARGEST, Amount, Money, to_lead
from lgtrade.partnership import (
    Allocation,
    AllocationRule,
    BalanceCertificate,
    CoalitionWeight,
    CostGame,
    DivisionCertificate,
    MarginalCertificate,
    MarginalCosts,
    SavingLevel,
    allocate,
)

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


def certificate(left: int, *weights: int) -> DivisionCertificate:
    """Certify that so much is divided by weights, and nothing paid first."""
    names = "ABC"[: len(weights)]
    by = {name: Fraction(weight) for name, weight in zip(names, weights, strict=True)}
    return DivisionCertificate(dict.fromkeys(names, Money.pounds(0)), Money.pounds(left), by)


def divided(of: CostGame, rule: AllocationRule, certificate: Any) -> Allocation:
    """Let the partners pay what a certificate says, under the name of a rule."""
    shares = {name: certificate.share(name) for name in of.partners}
    pays = {name: Money.pounds(str(share)[1:]) for name, share in shares.items()}
    return Allocation(of, rule, shares, pays, LARGEST, certificate)


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
                "A should pay £80.00: its exact share, with its odd pence.",
                "C should pay £40.00: its exact share, with its odd pence.",
            ],
        ),
        (
            changed(AllocationRule.SEPARABLE_COSTS, remainder=to_lead("C")),
            [
                "A should pay £71.42: its exact share, with its odd pence.",
                "C should pay £60.01: its exact share, with its odd pence.",
            ],
        ),
        (
            changed(AllocationRule.SHAPLEY, remainder=to_lead("D")),
            ["remainder.lead: 'D' is not a partner."],
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
            [*(f"The certificate gives {name} another share." for name in "ABC"), "What is left is not £180.00."],
        ),
        (
            paid(RIGHT[AllocationRule.EQUAL_SAVING], pounds(70, 70, 40)),
            [
                "The certificate gives A another share.",
                "The certificate gives B another share.",
            ],
        ),
        (
            certified(
                AllocationRule.EQUAL_SAVING,
                lambda each: attrs.evolve(each, first=RIGHT[AllocationRule.EQUAL_SAVING].pays, left=Money.pounds(0)),
            ),
            [*(f"{name} does not pay first what the rule says." for name in "ABC"), "What is left is not -£60.00."],
        ),
        (
            divided(AUDIT, AllocationRule.SEPARABLE_COSTS, RIGHT[AllocationRule.PROPORTIONAL].certificate),
            [
                text
                for name in "ABC"
                for text in (
                    f"{name} does not pay first what the rule says.",
                    f"The weight of {name} is not what the rule says.",
                )
            ]
            + ["What is left is not £45.00."],
        ),
        (
            divided(
                game({"A": 100, "B": 0, "C": 200, "AB": 100, "AC": 300, "BC": 200, "ABC": 150}),
                AllocationRule.PROPORTIONAL,
                certificate(150, 1, 0, 0),
            ),
            ["The weight of A is not what the rule says.", "The weight of C is not what the rule says."],
        ),
        (
            divided(game({"A": 0, "B": 0, "AB": 9}), AllocationRule.PROPORTIONAL, certificate(9, 1, 0)),
            [
                "The rule says nothing: there is nothing to divide £9.00 in proportion to.",
                "The weight of A is not what the rule says.",
            ],
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
        "The groups of 0 that A joins do not have an equal part of the weight.",
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


def test_marginal_costs_that_only_come_to_the_same_are_found() -> None:
    def moved(certificate: Any) -> Any:
        none, one, *others = certificate.costs
        less = attrs.evolve(none, added=none.added - Money.pounds(6))
        return attrs.evolve(certificate, costs=(less, attrs.evolve(one, added=one.added + Money.pounds(12)), *others))

    assert [str(words) for words in certified(AllocationRule.SHAPLEY, moved).check()] == [
        "To the groups of 0, which are 1 in number, A does not add £94.00.",
        "To the groups of 1, which are 2 in number, A does not add £147.00.",
    ]
    fewer = certified(AllocationRule.SHAPLEY, lambda each: attrs.evolve(each, costs=(*each.costs, each.costs[0])))
    assert str(fewer.check()[0]) == "The certificate is not of each partner with groups of each size."


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (
            lambda: CoalitionWeight(("A", "A"), Fraction(1)),
            ["partners[1]: 'A' is named twice. Accepted: each partner once."],
        ),
        (
            lambda: CoalitionWeight((), 1.0),  # type: ignore[arg-type]
            [
                "partners: nobody is named. Accepted: the names of one or more partners, as a tuple.",
                "weight: 1.0 is of type float. Accepted: a Fraction.",
            ],
        ),
        (
            lambda: SavingLevel(5, ("A",)),  # type: ignore[arg-type]
            [
                "saving: 5 is of type int. Accepted: an Amount.",
                "collection[0]: 'A' is of type str. Accepted: a CoalitionWeight.",
            ],
        ),
        (lambda: BalanceCertificate(5), ["levels: 5 is of type int. Accepted: a tuple."]),  # type: ignore[arg-type]
        (
            lambda: DivisionCertificate({"A": 5}, 5, 5),  # type: ignore[arg-type]
            [
                "first[A]: 5 is of type int. Accepted: an amount of Money.",
                "weights: 5 is of type int. Accepted: one for each partner, by its name.",
                "left: 5 is of type int. Accepted: an amount of Money.",
            ],
        ),
        (
            lambda: MarginalCosts("A", "0", 1, 5, 1),  # type: ignore[arg-type]
            [
                "joining: '0' is of type str. Accepted: a whole number.",
                "added: 5 is of type int. Accepted: an amount of Money.",
                "weight: 1 is of type int. Accepted: a Fraction.",
            ],
        ),
        (lambda: MarginalCertificate((5,)), ["costs[0]: 5 is of type int. Accepted: a MarginalCosts."]),  # type: ignore[arg-type]
    ],
)
def test_a_certificate_of_the_wrong_parts_is_refused(make: Callable[[], object], words: list[str]) -> None:
    assert said(make) == words


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
