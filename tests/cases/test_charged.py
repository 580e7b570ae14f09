"""Tariffs, indices, years at cost and companies in a case: read from a file, worked out, compared and reported."""

from __future__ import annotations

import pytest
from tests.agreements.facts import said
from tests.cases.facts import calls_in, case, supply

from lgtrade import documents
from lgtrade.cases import work_out
from lgtrade.charging import Minimum, Tariff, Tier, VatLiability, VatRounded, Volume
from lgtrade.files import read_case_text
from lgtrade.money import Money, Rate, Share

TOP = """
format = 1
title = "What is charged"
assumption = "made up for this test"
"""
TARIFF = """
[[tariff]]
name = "Searches"
vat_rounded = "the whole statement"

[[tariff.element]]
name = "Search"
vat = "outside the scope"
price = { rule = "volume", tier = [{ rate = 10, upto = 5 }, { rate = 8 }] }

[[tariff.element]]
name = "Enquiry"
vat = "standard-rated"
vat_rate = "17.5%"
price = { rule = "flat", amount = 64 }

[[tariff.element]]
name = "Retainer"
vat = "exempt"
[tariff.element.price]
rule = "flat"
amount = 365
by_the_day = true
concession = { off = "50%", customers = ["A"], reason = "x" }

[[tariff.sale]]
name = "Both"
on = 2019-04-01
quantities = { "Search" = 6, "Enquiry" = 1 }
times = { "Enquiry" = 2 }

[[tariff.sale]]
name = "April"
on = 2019-04-30
customer = "A"
first = 2019-04-01
last = 2019-04-30
quantities = { "Retainer" = 1 }
"""
INDEXATION = """
[[indexation]]
name = "Rent"
figure = 1000
until = 2025-04-01

[indexation.index]
name = "CPI"
form = "changes over a year"
since = 2023-04-01
cap = "5%"
values = { "2024-04" = "7%", "2025-04" = "3%" }
provisional = { "2025-04" = "2%" }
"""
RECOVERY = """
[[at_cost]]
name = "Records"
opening = 2000
charge = { rule = "property searches" }
year = [
    { year = "2023/24", cost = 1000, units = 100, actual_cost = 990, used = { "A" = 60, "B" = 50 }, charged = 3 },
    { year = "2024/25", cost = 1000, units = 100 },
]
"""
COMPANY = """
[[company]]
name = "Trading Ltd"
on = 2025-04-01
units = 1000
charge = { rule = "commercial", margin = "10%" }
supply = [{ heading = "Staff", cost = 80000, charge = 75000 }, { heading = "Office", cost = 20000, charge = 20000 }]
comparator = [{ name = "A firm", rate = 100 }]
earlier = [{ on = 2024-06-01, amount = 100000 }]
"""


def figures(text: str) -> dict[str, object]:
    return {"/".join(path): value for path, value in work_out(read_case_text(TOP + text)).figures.items()}


def report(text: str) -> str:
    return documents.text(work_out(read_case_text(TOP + text)))


def test_a_tariff_is_worked_out_and_reported() -> None:
    assert figures(TARIFF) == {
        "tariff/Searches/charge/Both/Search": Money.pounds(48),
        "tariff/Searches/charge-vat/Both/Search": Money.pounds(0),
        "tariff/Searches/charge/Both/Enquiry": Money.pounds(128),
        "tariff/Searches/charge-vat/Both/Enquiry": Money.pounds("22.40"),
        "tariff/Searches/net/Both": Money.pounds(176),
        "tariff/Searches/vat/Both": Money.pounds("22.40"),
        "tariff/Searches/gross/Both": Money.pounds("198.40"),
        "tariff/Searches/charge/April/Retainer": Money.pounds("14.96"),  # £182.50 x 30 / 366
        "tariff/Searches/charge-vat/April/Retainer": Money.pounds(0),
        "tariff/Searches/net/April": Money.pounds("14.96"),
        "tariff/Searches/vat/April": Money.pounds(0),
        "tariff/Searches/gross/April": Money.pounds("14.96"),
        "tariff/Searches/all-net": Money.pounds("190.96"),
        "tariff/Searches/all-vat": Money.pounds("22.40"),
        "tariff/Searches/all-gross": Money.pounds("213.36"),
    }
    said_so = report(TARIFF)
    for words in (
        "What a tariff comes to",
        "beyond 5 the charge falls by £10.00, from £50.00 to £40.00, and is as much again at 6.25",
        "Both, 1 April 2019: £198.40 with VAT",
        "the whole quantity at the rate of its tier",
        "17.5%",
        "less a concession of 50%: x",
    ):
        assert words in said_so
    (tariff,) = read_case_text(TOP + TARIFF).workings
    assert isinstance(tariff, Tariff)
    assert tariff.vat_rounding.by is VatRounded.BY_STATEMENT
    assert [(each.liability, each.rate) for each in tariff.elements] == [
        (VatLiability.OUTSIDE_SCOPE, None),
        (VatLiability.STANDARD_RATED, Share("17.5%")),
        (VatLiability.EXEMPT, None),
    ]


def test_an_indexed_figure_is_worked_out_and_reported() -> None:
    worked = figures(INDEXATION)
    assert worked["indexation/Rent/figure/2024-04-01"] == Rate(1050)
    assert worked["indexation/Rent/figure/2025-04-01"] == Rate("1081.50")
    assert worked["indexation/Rent/restated"] == Rate("10.50")
    said_so = report(INDEXATION)
    for words in (
        "Rent: £1,000.00 on 1 April 2023, £1,081.50 on 1 April 2025",
        "from 1 April 2024 by 5%: April 2024 was 7% up on the year, and the",
        "Of this £10.50 comes of provisional figures that have been restated.",
    ):
        assert words in said_so
    early = INDEXATION.replace("until = 2025-04-01", "until = 2023-04-01")
    assert "Rent: £1,000.00 on 1 April 2023, £1,000.00 on 1 April 2023" in report(early)
    assert "restated" not in report(early)


def test_years_at_cost_are_worked_out_and_reported() -> None:
    assert figures(RECOVERY) == {
        "at_cost/Records/unit-charge/2023/24": Rate(0),
        "at_cost/Records/income/2023/24": Money.pounds(330),
        "at_cost/Records/balance/2023/24": Money.pounds(1340),
        "at_cost/Records/unit-charge/2024/25": Rate(0),
        "at_cost/Records/next-charge": Rate(0),
        "at_cost/Records/not-returned": Money.pounds(340),
        "at_cost/Records/over-cost/A": Money.pounds(-360),
        "at_cost/Records/over-cost/B": Money.pounds(-300),
    }
    said_so = report(RECOVERY)
    for words in (
        "What was charged at cost",
        "The charge of £3.00 for 2023/24 is not that of £0.00, which takes in the whole balance.",
        "Charge: £0.00 a unit: cost £1,000.00, less a surplus of £1,340.00 brought forward, over 100 units",
        "£340.00 of the surplus brought forward is more than the whole cost, and cannot be returned this",
    ):
        assert words in said_so


def test_a_first_year_at_cost_has_only_its_charge() -> None:
    first = RECOVERY.replace("opening = 2000\n", "").replace('"property searches"', '"at cost"')
    first = "\n".join(line for line in first.splitlines() if "2023/24" not in line)
    assert "Charge: £10.00 a unit: cost £1,000.00, over 100 units" in report(first)
    assert "Paid over cost" not in report(first)


def test_a_company_is_worked_out_and_reported() -> None:
    worked = figures(COMPANY)
    assert worked["company/Trading Ltd/unit-charge"] == Rate(110)
    assert worked["company/Trading Ltd/assistance/in all"] == Money.pounds(105_000)
    said_so = report(COMPANY)
    for words in (
        "Trading Ltd: £110.00 a unit: cost £100,000.00 and a margin of 10.0%, over 1,000 units",
        "Staff: the charge of £75,000.00 falls short of the cost of £80,000.00 by £5,000.00.",
        "Counted with what it has had before, the assistance is £105,000.00, within £315,000.00.",
        "A firm",
        "10.0%",
    ):
        assert words in said_so
    assert "Others" not in report(COMPANY.replace('comparator = [{ name = "A firm", rate = 100 }]\n', ""))


AGREEMENT = """
[[service]]
key = "desk"
name = "Help desk"

[[agreement]]
reference = "HD"
supplier = "Lichfield"
customer = "Tamworth"
service = "desk"
first = 2024-04-01
last = 2025-03-31
charge = { rule = "graduated", tier = [{ rate = 1, upto = 100 }, { rate = "0.80" }], discount = "10%" }
usage = [{ first = 2024-04-01, last = 2024-06-30, quantity = 150 }]
"""


def test_a_statement_shows_how_a_line_comes_about_where_more_than_one_adds_to_it() -> None:
    said_so = report(AGREEMENT)
    assert "How it comes about" in said_so
    assert "less a discount of 10%" in said_so
    assert "−£14.00" in said_so
    used = AGREEMENT.replace("quantity = 150", "quantity = 50").replace(', discount = "10%"', "")
    assert "How it comes about" not in report(used)


@pytest.mark.parametrize(
    ("text", "old", "new", "words"),
    [
        (
            TARIFF,
            'vat = "exempt"\n',
            "",
            [
                (
                    'tariff[0].element[2].vat: it is missing. Accepted: one of: "outside the scope"; "exempt"; '
                    '"zero-rated"; "reduced-rated"; "standard-rated".'
                )
            ],
        ),
        (
            TARIFF,
            'customer = "A"\n',
            "",
            [
                (
                    "tariff[0].sale[1].customer: the price depends on who is charged, "
                    "and nobody is named. Accepted: the name of who is charged."
                )
            ],
        ),
        (
            INDEXATION,
            '"2024-04" = "7%", ',
            "",
            ["indexation[0].index.values: CPI has no figure for April 2024. Accepted: a figure for that month."],
        ),
        (
            INDEXATION,
            'cap = "5%"\n',
            'cap = "5%"\ncollar = "6%"\n',
            ["indexation[0].index.cap: 5% is below the collar of 6%. Accepted: 6% or more."],
        ),
        (
            RECOVERY,
            '"2024/25"',
            '"2025/26"',
            ["at_cost[0].year[1].year: 2025/26 follows 2023/24. Accepted: 2024/25."],
        ),
        (
            RECOVERY,
            '"property searches"',
            '"commercial", margin = 0',
            [
                (
                    "at_cost[0].charge.rule: 'commercial' is not one of them. "
                    'Accepted: one of: "at cost"; "property searches".'
                )
            ],
        ),
        (
            COMPANY,
            "units = 1000",
            "units = 0",
            ["company[0].units: there are no units. Accepted: a number of units over nothing."],
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text: str, old: str, new: str, words: list[str]) -> None:
    assert old in text
    assert said(lambda: read_case_text(TOP + text.replace(old, new, 1))) == words


def test_the_page_of_an_agreement_says_where_more_costs_less() -> None:
    volume = Minimum(Volume((Tier(Rate(1), 100), Tier(Rate("0.8")))), Money.pounds(5))
    page = documents.text(work_out(case(supplies=(supply(calls_in(2004, 101), charge=volume),))))
    said_of_it = " ".join(page.split())
    assert "Help desk: beyond 100 the charge falls by £20.00, from £100.00 to £80.00, and is as much" in said_of_it
