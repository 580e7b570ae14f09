"""The page of a gain to be shared."""

from __future__ import annotations

from collections.abc import Iterator

from tests.partnership.games import game

from lgtrade.documents._blocks import Block, Grid, Heading, Paragraph, Points
from lgtrade.documents._gains import gains_blocks
from lgtrade.money import Money
from lgtrade.partnership import CostGame, GainSharing

AUDIT = game({"A": 100, "B": 80, "C": 60, "AB": 120, "AC": 155, "BC": 130, "ABC": 180})


def said(blocks: Iterator[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            yield block.text
        elif isinstance(block, Points):
            yield from (text for text, _ in block.points)


def test_the_rules_stand_side_by_side_with_what_each_means() -> None:
    agreed = {"A": Money.pounds(70), "B": Money.pounds(45), "C": Money.pounds(65)}
    blocks = list(gains_blocks(GainSharing(AUDIT, agreed)))
    (grid,) = (block for block in blocks if isinstance(block, Grid))
    assert grid.headers[:3] == ("Partner", "Alone", "proportional")
    assert grid.rows[0] == ("A", "£100.00", "£75.00", "£80.00", "£71.43", "£72.50", "£72.50", "£70.00")
    assert grid.rows[-1] == ("No group better off alone", "", "no", "no", "yes", "no", "yes", "no")
    assert list(said(iter(blocks))) == [
        "Made up",
        "Together the partners pay £180.00; apart they would pay £60.00 more.",
        "There are divisions that give no group a reason to leave.",
        "These rules give no group a reason to leave: separable costs, nucleolus.",
        "By the rule proportional, A + B would do better alone, by £15.00.",
        "By the rule equal saving, A + B would do better alone, by £20.00.",
        "By the rule shapley, A + B would do better alone, by £2.50.",
        "As agreed:",
        "A wins: it pays £70.00, which is £30.00 less than alone.",
        "B wins: it pays £45.00, which is £35.00 less than alone.",
        "C loses: it pays £65.00, which is £5.00 more than alone, unless it is paid that much.",
        "Worse off than alone: C. £5.00 from those who gain, of the £65.00 that they gain, would make that good.",
        "A would hand over £2.31.",
        "B would hand over £2.69.",
        "C would be handed £5.00, and pay no more than alone.",
        "C would do better alone, by £5.00.",
    ]


def page(game: CostGame) -> list[str]:
    return list(said(gains_blocks(GainSharing(game))))


def test_nothing_more_is_said_where_nobody_would_leave() -> None:
    assert page(game({"A": 10, "B": 10, "AB": 14})) == [
        "Made up",
        "Together the partners pay £14.00; apart they would pay £6.00 more.",
        "There are divisions that give no group a reason to leave.",
    ]


def test_what_was_agreed_can_be_what_nobody_would_leave() -> None:
    agreed = {"A": Money.pounds(7), "B": Money.pounds(7)}
    assert list(said(gains_blocks(GainSharing(game({"A": 10, "B": 10, "AB": 14}), agreed))))[-1] == (
        "Nobody pays more than alone; together they save £6.00."
    )


def test_where_every_rule_would_do_and_what_was_agreed_would_not_the_rules_are_named() -> None:
    agreed = {"A": Money.pounds(12), "B": Money.pounds(2)}
    assert (
        "These rules give no group a reason to leave: proportional, equal saving, separable costs, shapley, nucleolus."
        in said(gains_blocks(GainSharing(game({"A": 10, "B": 10, "AB": 14}), agreed)))
    )


def test_a_rule_that_says_nothing_is_named_with_the_reason() -> None:
    words = page(game({"A": 10, "B": 10, "AB": 25}))
    assert words[1] == "Together the partners pay £25.00; apart they would pay £5.00 less."
    assert words[2] == "The rule separable costs says nothing here: all would pay less without: A, B."
