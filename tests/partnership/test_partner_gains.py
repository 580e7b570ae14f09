"""Who wins by what the partners pay, who does not, and what would change that."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from tests.agreements.facts import said
from tests.partnership.games import coalitions, game

from lgtrade.money import CELL_BY_CELL, LARGEST, ZERO, Money, total
from lgtrade.partnership import AllocationRule, CoalitionCost, CostGame, GainSharing, PartnerGains
from lgtrade.sources import Assumption, Source
from lgtrade.strategies import gain_sharings, partner_gains

FEW = settings(max_examples=40, deadline=None)
AUDIT = game({"A": 100, "B": 80, "C": 60, "AB": 120, "AC": 155, "BC": 130, "ABC": 180})


ODD_PENCE = "Accepted: a rule by which all odd pence go to somebody."


def pays(*pounds: int) -> dict[str, Money]:
    return {name: Money.pounds(each) for name, each in zip("ABC", pounds, strict=True)}


@FEW
@given(partner_gains())
def test_what_the_partners_gain_adds_to_what_they_save_together(gains: PartnerGains) -> None:
    assert total(gains.gained.values()) == gains.game.saving
    assert gains.worse_off == tuple(name for name, gain in gains.gained.items() if gain < ZERO)


@FEW
@given(partner_gains())
def test_payments_between_the_partners_leave_nobody_worse_off_where_they_can(gains: PartnerGains) -> None:
    payments = gains.side_payments
    assert total(payments.values()) == ZERO
    if payments:
        after = PartnerGains(gains.game, {name: sum_ + payments.get(name, ZERO) for name, sum_ in gains.pays.items()})
        assert after.worse_off == ()
    else:
        assert not gains.worse_off or gains.game.saving < ZERO


def test_each_partner_is_told_whether_it_wins() -> None:
    gains = PartnerGains(AUDIT, pays(30, 80, 70))
    assert [str(gains.words_of(name)) for name in "ABC"] == [
        "A wins: it pays £30.00, which is £70.00 less than alone.",
        "B neither wins nor loses: it pays £80.00, as it would alone.",
        "C loses: it pays £70.00, which is £10.00 more than alone, unless it is paid that much.",
    ]
    assert str(gains.words) == (
        "Worse off than alone: C. £10.00 from those who gain, of the £70.00 that they gain, would make that good."
    )
    assert gains.side_payments == {"A": Money.pounds(10), "C": Money.pounds(-10)}
    assert [str(words) for words in gains.payments_in_words] == [
        "A would hand over £10.00.",
        "C would be handed £10.00, and pay no more than alone.",
    ]
    assert [str(each.words) for each in gains.objections] == [
        "B + C would do better alone, by £20.00.",
        "C would do better alone, by £10.00.",
    ]


def test_those_who_gain_pay_in_proportion_to_what_they_gain() -> None:
    assert PartnerGains(AUDIT, pays(70, 40, 70)).side_payments == {
        "A": Money.pounds("4.29"),
        "B": Money.pounds("5.71"),
        "C": Money.pounds(-10),
    }


def test_where_everybody_wins_that_is_said() -> None:
    gains = PartnerGains(AUDIT, pays(80, 60, 40))
    assert str(gains.words) == "Nobody pays more than alone; together they save £60.00."
    assert not gains.side_payments
    assert gains.worse_off == ()


def test_where_together_is_dearer_no_payment_between_the_partners_helps() -> None:
    dearer = game({"A": 10, "B": 20, "AB": 36})
    gains = PartnerGains(dearer, {"A": Money.pounds(9), "B": Money.pounds(27)})
    assert str(gains.words) == (
        "Together they pay £6.00 more than apart: no payment between them leaves nobody worse off, and £6.00 "
        "from outside would."
    )
    assert gains.side_payments == {}


def test_what_is_no_division_of_the_cost_is_refused() -> None:
    assert said(lambda: PartnerGains(AUDIT, pays(1, 1, 1))) == [
        "pays: they add to £3, not to £180.00. Accepted: shares that add to the cost."
    ]


@FEW
@given(gain_sharings())
def test_every_rule_gives_its_figures_or_says_why_it_does_not(sharing: GainSharing) -> None:
    rules = [each.rule for each in sharing.allocations]
    assert sorted([*rules, *sharing.silent], key=list(AllocationRule).index) == list(AllocationRule)
    figures = sharing.figures
    for rule in rules:
        paid = [figures[rule.value, name] for name in sharing.game.partners]
        assert total(each for each in paid if isinstance(each, Money)) == figures["together",]
    assert (("core", "agreed") in figures) is bool(sharing.agreed)


def test_the_figures_of_a_gain_are_under_the_names_of_rules_and_partners() -> None:
    sharing = GainSharing(AUDIT, pays(60, 60, 60))
    figures = sharing.figures
    assert figures["saving",] == Money.pounds(60)
    assert (figures["alone", "A"], figures["nucleolus", "A"]) == (Money.pounds(100), Money.pounds("72.50"))
    assert (figures["gain", "agreed", "B"], figures["core", "agreed"]) == (Money.pounds(20), True)
    assert (figures["core", "empty"], figures["core", "short"]) == (False, 0)
    assert not [path for path in figures if path[0] == "hands over"]
    worse = GainSharing(AUDIT, pays(70, 45, 65)).figures
    assert {path[1]: worse[path] for path in worse if path[0] == "hands over"} == {
        "A": Money.pounds("2.31"),
        "B": Money.pounds("2.69"),
        "C": Money.pounds(-5),
    }
    assert str(figures["exact", "proportional", "B"]) == "60"
    assert (figures["core", "proportional"], figures["core", "separable costs"]) == (False, True)
    assert sharing.name == "Made up"
    assert sharing.silent == {}


def test_each_source_is_named_with_the_groups_whose_costs_are_from_it() -> None:
    budgets, guess = Source("budgets"), Assumption("a guess")
    costs = tuple(CoalitionCost((name,), Money.pounds(1), budgets) for name in "AB")
    two = CostGame("Audit", ("A", "B"), (*costs, CoalitionCost(("A", "B"), Money.pounds(1), guess)))
    assert GainSharing(two).bases == (("Audit: A; B", budgets), ("Audit: A + B", guess))
    many = game(dict.fromkeys(coalitions("ABCD"), 1))
    ((name, _),) = GainSharing(many).bases
    assert name == "Made up: A; B; C; D; A + B; A + C; A + D; B + C; …"


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        (
            {"agreed": {"A": Money.pounds(180), "B": ZERO}, "remainder": CELL_BY_CELL},
            [
                "agreed[C]: it is missing. Accepted: what it pays.",
                f"remainder: each share would be rounded by itself. {ODD_PENCE}",
            ],
        ),
        ({"game": "Audit", "agreed": pays(1, 1, 1)}, ["game: 'Audit' is of type str. Accepted: a CostGame."]),
    ],
)
def test_all_that_is_wrong_with_a_gain_to_share_is_said(parts: dict[str, Any], words: list[str]) -> None:
    right: dict[str, Any] = {"game": AUDIT, "agreed": {}, "remainder": LARGEST}
    assert said(lambda: GainSharing(**(right | parts))) == words
