"""A case that monitors a budget: read from a file, worked out, compared and reported."""

from __future__ import annotations

import pytest

from lgtrade import documents
from lgtrade.cases import work_out
from lgtrade.files import read_case_text
from lgtrade.issues import InputError
from lgtrade.money import Money, to_lead
from lgtrade.partnership import BudgetMonitoring

MONITORING = """
format = 1
title = "A museum service, half way"
assumption = "made up for this test"

[[monitoring]]
name = "Museums"
year = "2022/23"
months = 6
key = { name = "contributions", shares = { North = "2/3", South = "1/3" } }
division = { remainder = "to the lead authority", lead = "North" }

[[monitoring.head]]
heading = "Staff"
budget = 90000
actual = 44000
committed = 1500
outturn = 94000
source = "the ledger"

[[monitoring.head]]
heading = "Sales"
budget = -6000
actual = "-3100.50"
variance = "-500.01"

[published.monitoring.Museums]
variance = "3,499.99"
meets = { North = "2333.33", South = "1166.66" }
"""


def said(text: str) -> str:
    return " ".join(documents.text(work_out(read_case_text(text))).split())


def test_monitoring_is_read_as_the_file_gives_it() -> None:
    (made,) = read_case_text(MONITORING).workings
    assert isinstance(made, BudgetMonitoring)
    assert (made.name, str(made.year), made.months, made.remainder) == ("Museums", "2022/23", 6, to_lead("North"))
    staff, sales = made.heads
    assert (staff.budget, staff.actual, staff.committed) == (
        Money.pounds(90_000),
        Money.pounds(44_000),
        Money.pounds(1500),
    )
    assert (staff.outturn, sales.outturn) == (Money.pounds(94_000), Money.pounds("-6500.01"))
    assert str(staff.basis) == "the ledger"
    both = MONITORING.replace("outturn = 94000", "outturn = 94000\nvariance = 4000")
    assert read_case_text(both).workings == (made,)


def test_the_page_of_monitoring_says_what_is_spent_forecast_and_met() -> None:
    page = said(MONITORING)
    for words in (
        "How the budget is spent",
        "Museums, 2022/23",
        "Museums, to 30 September 2022: 48.69% of the budget is spent, 1.31 points behind an even share of 50%.",
        "The forecast outturn of £87,499.99 is £3,499.99 over the budget.",
        "North has £2,333.33 to meet.",
        "Staff £90,000.00 £44,000.00 48.89% £1,500.00 £44,500.00 £94,000.00 £4,000.00 published",
        "Sales −£6,000.00 −£3,100.50 51.68% £0.00 −£2,899.50 −£6,500.01 −£500.01 assumption",
        "In all £84,000.00 £40,899.50 48.69% £1,500.00 £41,600.50 £87,499.99 £3,499.99",
        "South £1,166.66",
        "Shared on contributions; what does not divide evenly: to the lead authority, North, in sums of £0.01.",
        "3 of 3 published figures agree exactly",
    ):
        assert words in page


def test_the_page_says_only_what_there_is_to_say() -> None:
    page = said("""
format = 1
title = "Rent"
source = "a lease"
[[monitoring]]
name = "Rent"
year = "2022/23"
months = 1
head = [{ heading = "Rent", budget = 0, actual = 3 }]
""")
    assert "Rent, to 30 April 2022: £3.00 is spent, and the budget is nil." in page
    assert "Head Budget Spent to date Remaining Source" in page
    for words in ("Committed", "outturn", "Variance", "Shared on", "meet", "In all"):
        assert words not in page


def test_what_rounding_each_part_leaves_over_is_said() -> None:
    text = MONITORING[: MONITORING.index("[published")].replace('"2/3"', '"1/2"').replace('"1/3"', '"1/2"')
    cells = text.replace('remainder = "to the lead authority", lead = "North"', 'remainder = "cell by cell"')
    assert "Rounding each part by itself leaves −£0.01 of the variance over." in said(cells)
    assert "Rounding each part" not in said(text)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("months = 6", "months = 60", "monitoring[0].months: it is 60."),
        ("months = 6", "", "monitoring[0].months: it is missing."),
        ("actual = 44000", "actul = 44000", "monitoring[0].head[0].actul: nothing of that name is read here."),
        ('"2/3"', '"1/2"', "monitoring[0].key: the shares add to"),
        (
            "outturn = 94000",
            "outturn = 94000\nvariance = 3000",
            "monitoring[0].head[0].variance: the budget of £90,000.00 and a variance of £3,000.00 do not come to",
        ),
        ('variance = "-500.01"', "", "monitoring[0].head[1].outturn: 'Sales' has no forecast, and others have."),
        ('variance = "-500.01"', "variance = -500.01", "monitoring[0].head[1].variance: -500.01 without quotes"),
        ("budget = 90000", "", "monitoring[0].head[0].budget: it is missing."),
        ('lead = "North"', 'lead = "Nord"', "monitoring[0].key.remainder.lead: the lead, Nord, has no weight."),
        ('heading = "Sales"', 'heading = "Staff"', "monitoring[0].head[1].heading: 'Staff' is given twice."),
    ],
)
def test_what_is_wrong_with_monitoring_is_said_with_its_place(old: str, new: str, words: str) -> None:
    assert old in MONITORING
    with pytest.raises(InputError) as refused:
        read_case_text(MONITORING.replace(old, new, 1))
    assert words in str(refused.value)


def test_an_outturn_and_a_variance_that_do_not_agree_are_told_what_would() -> None:
    both = MONITORING.replace("outturn = 94000", "outturn = 94000\nvariance = 3000")
    with pytest.raises(InputError, match=r"outturn of £94,000\.00\. Accepted: £4,000\.00, or one of the two\."):
        read_case_text(both)
