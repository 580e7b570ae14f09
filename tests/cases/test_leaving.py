"""A case in which a partner leaves: read from a file, worked out, compared and reported."""

from __future__ import annotations

import pytest

from lgtrade import documents
from lgtrade.cases import work_out
from lgtrade.files import read_case_text
from lgtrade.issues import InputError
from lgtrade.money import Money

LEAVING = """
format = 1
title = "Leaving a revenues partnership"
assumption = "made up for this test"

[[exit]]
leaver = "North"
leaves = 2026-03-31
running_cost = 1000000
avoidable = 250000
shares = { "North" = "40%", "South" = "45%", "West" = "15%" }
staff = "Ten posts go back to North."
assets = "The system stays."
dependent = ["PAY1"]

[[exit.cost]]
heading = "Redundancy"
amount = 80000
borne = "75%"

[published.exit.North]
owes = 60000
bears-once.South = { value = 15001, differs = "a slip of this test", by = -1 }
"""


def test_what_leaving_costs_is_worked_out_and_reported() -> None:
    worked = work_out(read_case_text(LEAVING))
    assert [each.difference for each in worked.comparisons] == [Money(pence=0), Money.pounds(-1)]
    assert {"/".join(path): value for path, value in worked.figures.items()} == {
        "exit/North/owes": Money.pounds(60_000),
        "exit/North/bears-once/South": Money.pounds(15_000),
        "exit/North/more-a-year/South": Money.pounds(112_500),
        "exit/North/bears-once/West": Money.pounds(5_000),
        "exit/North/more-a-year/West": Money.pounds(37_500),
    }
    said = documents.text(worked)
    for words in (
        "North leaves on 31 March 2026",
        "It owes £60,000.00. Of its share of the running cost, £150,000.00 a year falls on those who stay.",
        "Staff: Ten posts go back to North.",
        "Assets: The system stays.",
        "Agreements that depend on it, to be looked at: PAY1.",
        "North leaves: Redundancy: made up for this test.",
    ):
        assert words in said


def test_an_exit_without_costs_says_only_what_falls_on_whom() -> None:
    text = LEAVING[: LEAVING.index("staff")]
    said = documents.text(work_out(read_case_text(text)))
    assert "It owes £0.00." in said
    assert "Staff:" not in said
    assert "depend on it" not in said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"North" = "40%"', '"North" = "30%"', "exit[0].shares: the shares add to 90%."),
        ('borne = "75%"', "borne = 0.75", "exit[0].cost[0].borne: 0.75 without quotes is a float"),
        ('leaver = "North"', 'leaver = "East"', "exit[0].leaver: East has no share."),
        ("avoidable = 250000", "avoidable = 2500000", "exit[0].avoidable: £2,500,000.00 of £1,000,000.00"),
    ],
)
def test_what_is_wrong_with_a_leaving_is_said_with_its_place(old: str, new: str, said: str) -> None:
    text = LEAVING[: LEAVING.index("[published")].replace(old, new)
    with pytest.raises(InputError) as refused:
        read_case_text(text)
    assert said in str(refused.value)


def test_a_partner_leaves_once() -> None:
    exit_ = LEAVING[LEAVING.index("[[exit]]") : LEAVING.index("[published")]
    with pytest.raises(InputError, match=r"exit\[1\].name: 'North' is given twice"):
        read_case_text(LEAVING[: LEAVING.index("[published")] + exit_)
