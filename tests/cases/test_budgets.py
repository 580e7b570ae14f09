"""A case with a budget: read from a file, worked out, compared and reported."""

from __future__ import annotations

import pytest

from lgtrade import documents
from lgtrade.cases import work_out
from lgtrade.files import read_case_text
from lgtrade.issues import InputError
from lgtrade.money import Money, Share, to_lead
from lgtrade.partnership import Budget, Measure, PartYears

BUDGET = """
format = 1
title = "A museum service"
assumption = "made up for this test"

[[budget]]
name = "Museums"
year = "2022/23"
part_years = "months"
division = { remainder = "to the lead authority", lead = "North" }
partner = [
    { name = "North" },
    { name = "South" },
    { name = "East", joins = 2022-10-01 },
    { name = "West", leaves = 2022-12-31 },
]

[[budget.key]]
name = "equal"
measure = "equal"

[[budget.key]]
name = "visits"
measure = "usage"
weights = { North = 6, South = 4, East = "2.5", West = 1 }

[[budget.key]]
name = "visits"
measure = "usage"
since = 2022-07-01
weights = { North = 59, South = 41, East = 24, West = 10 }
tolerance = "3%"
to = "1%"

[[budget.key]]
name = "mixed"
measure = "mixed"
weights = { equal = "1/2", visits = "50%" }

[[budget.line]]
heading = "Staff"
amount = 90000
key = "mixed"
fixed = { North = 10000 }

[[budget.line]]
heading = "Grant"
kind = "grant"
amount = "1000.01"
key = "equal"
source = "the grant letter"

[budget.last_year]
contributions = { North = 35000, South = 30000 }
rise = "5%"
fall = "4%"

[published.budget.Museums]
total = "88,999.99"
"""


def museums(text: str = BUDGET) -> Budget:
    (made,) = read_case_text(text).workings
    assert isinstance(made, Budget)
    return made


def said(text: str) -> str:
    return " ".join(documents.text(work_out(read_case_text(text))).split())


def test_a_budget_is_read_as_the_file_gives_it() -> None:
    made = museums()
    assert (made.name, made.part_years, made.unit) == ("Museums", PartYears.MONTHS, Money(pence=1))
    assert [partner.name for partner in made.partners] == ["North", "South", "East", "West"]
    assert made.keys[0].measure is Measure.EQUAL
    assert made.keys[0].weights == {"North": 1, "South": 1, "East": 1, "West": 1}
    assert (made.keys[2].tolerance, made.keys[2].to) == (Share("3%"), Share("1%"))
    assert made.lines[0].fixed == {"North": Money.pounds(10_000)}
    assert str(made.lines[1].basis) == "the grant letter"
    assert museums(BUDGET.replace('year = "2022/23"', "first = 2022-04-01\nlast = 2023-03-31")) == made


def test_the_page_of_a_budget_says_who_pays_what_and_why() -> None:
    page = said(BUDGET)
    for words in (
        "Museums, 1 April 2022 to 31 March 2023",
        "visits usage 1 July 2022 North 59; South 41; East 24; West 10 1% assumption",
        "mixed mixed equal 50.00%; visits 50.00% assumption",
        "visits, 1 July 2022: no share is further than 0.97 points from the agreed split, within 3: it is held",
        "What does not divide evenly: to the lead authority, North, in sums of £0.01.",
        "The parts of the year are counted in months.",
        "To be paid £88,999.99",
        "No contribution rises by more than 5% or falls by more than 4% of last year's.",
        "North £35,000.00 £42,341.05 £36,750.00 £1,750.00 5.00%",
        "South £30,000.00 £25,623.18 £28,800.00 −£1,200.00 −4.00%",
        "North is held to £36,750.00, £5,591.05 less than its share, which others pay.",
        "South is held to £28,800.00, £3,176.82 more than its share, which others are spared.",
        "East pays from 1 October 2022.",
        "West pays until 31 December 2022.",
        "1 of 1 published figures agree exactly",
    ):
        assert words in page


def test_the_page_of_a_budget_names_a_partner_that_no_line_asks_anything_of() -> None:
    left_out = """
format = 1
title = "Rent"
source = "a lease"
[[budget]]
name = "Rent"
year = "2022/23"
partner = [{ name = "North" }, { name = "South" }, { name = "East" }]
[[budget.line]]
heading = "Rent"
amount = 90
fixed = { North = 60, South = 30 }
[budget.last_year]
contributions = { North = 50, South = 25, East = 0 }
"""
    page = said(left_out)
    assert "East has no part in any line, and pays nothing." in page
    assert "North has no part" not in page
    assert "Together £75.00 £90.00 £15.00 20.00%" in page
    assert "Measured by" not in page
    assert "Without limits" not in page


def test_the_page_says_only_what_there_is_to_say() -> None:
    short = """
format = 1
title = "Rent"
source = "a lease"
[[budget]]
name = "Rent"
year = "2022/23"
partner = [{ name = "North" }, { name = "South" }]
division = { remainder = "cell by cell", unit = 1 }
key = [{ name = "equal", measure = "equal" }]
line = [{ heading = "Rent", amount = 3, key = "equal" }]
"""
    page = said(short)
    assert "Rounding each cell by itself leaves −£1.00 of the lines over." in page
    assert "Key Measured by What each weighs Source" in page
    assert "Line Kind Key Amount North South Odd sums Source" in page
    for words in ("Since", "Days", "counted in", "Last year", "pays from", "pays until"):
        assert words not in page
    assert "Rent, 1 April 2022 to 31 March 2023" in said(short[: short.index("line = ")])


def test_the_page_says_by_which_rule_where_a_line_has_one_of_its_own() -> None:
    own = BUDGET.replace(
        'amount = "1000.01"', 'amount = "1000.01"\nremainder = "to the lead authority"\nlead = "South"'
    )
    assert museums(own).lines[1].remainder == to_lead("South")
    page = documents.html(work_out(read_case_text(own)))
    assert "<td>North £0.02</td><td>to the lead authority, North</td><td>assumption</td>" in page
    assert "<td>South £0.01</td><td>to the lead authority, South</td><td>published</td>" in page
    assert "By rule" not in said(BUDGET)


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (
            'rise = "5%"',
            [
                "No contribution rises by more than 5% of last year's.",
                "North is held to £36,750.00, £5,591.05 less",
                "more than its share, for those that are held",
            ],
        ),
        (
            'fall = "4%"',
            [
                "No contribution falls by more than 4% of last year's.",
                "South is held to £28,800.00, £3,176.82 more",
                "less than its share, for those that are held",
            ],
        ),
        ("", []),
    ],
)
def test_limits_are_said_where_there_are_any(limits: str, words: list[str]) -> None:
    start, end = BUDGET.index('rise = "5%"'), BUDGET.index("[published")
    page = said(BUDGET[:start] + limits + "\n" + BUDGET[end:])
    for each in words:
        assert each in page
    assert ("No contribution" in page) is bool(limits)


def test_weights_in_percentages_that_leave_some_of_the_whole_out_are_refused() -> None:
    text = """
format = 1
title = "Rent"
source = "a lease"
[[budget]]
name = "Rent"
year = "2022/23"
partner = [{ name = "North" }, { name = "South" }]
[[budget.key]]
name = "calls"
measure = "caseload"
weights = { North = "60%", South = "30%" }
[[budget.line]]
heading = "Rent"
amount = 90
key = "calls"
"""
    with pytest.raises(InputError) as refused:
        read_case_text(text)
    assert str(refused.value) == (
        "budget[0].key[0].weights: the percentages add to 90%. "
        "Accepted: percentages that add to 100%, or the figures they come from."
    )
    assert "£60.00" in said(text.replace('"60%", South = "30%"', '"60", South = "30"'))


def test_a_limit_that_holds_nobody_or_just_holds_says_no_more_than_that_it_is_there() -> None:
    assert "its share, which" not in said(BUDGET.replace('rise = "5%"\nfall = "4%"', 'rise = "50%"\nfall = "50%"'))
    just = BUDGET.replace("contributions = { North = 35000, South = 30000 }", 'contributions = { North = "42,341.05" }')
    page = said(just.replace('rise = "5%"\nfall = "4%"', 'rise = "0%"'))
    assert "its share, which" not in page
    assert "No contribution rises by more than 0% of last year's." in page


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            'measure = "usage"\nweights',
            'measure = "use"\nweights',
            "budget[0].key[1].measure: 'use' is not one of them",
        ),
        ('year = "2022/23"', 'year = "2022/24"', "budget[0].year: '2022/24' is not a financial year"),
        ('year = "2022/23"', "", "budget[0].first: it is missing."),
        ("North = 6", "North = -6", "budget[0].key[1].weights.North: the weight is negative."),
        ('East = "2.5"', "East = 2.5", "budget[0].key[1].weights.East: 2.5 without quotes is a float"),
        (
            "weights = { North = 6, South = 4, East",
            "wights = { North = 6, South = 4, East",
            "budget[0].key[1].weights: it is missing.",
        ),
        ("West = 1 }", "Wessex = 1 }", "budget[0].key[1].weights[Wessex]: 'Wessex' is neither a partner nor a key"),
        (
            'key = "mixed"',
            'key = "mixed"\nremainder = "to the lead authority"',
            "budget[0].line[0].lead: the rule and the lead do not go together.",
        ),
        (
            'key = "mixed"',
            'key = "mixed"\nremainder = "to North"',
            "budget[0].line[0].remainder: 'to North' is not one of them.",
        ),
        ('key = "mixed"', 'key = "mix"', "budget[0].line[0].key: there is no key 'mix'."),
        (
            'tolerance = "3%"',
            "tolerance = 3",
            'budget[0].key[2].tolerance: 3 is more than the whole. Accepted: "3%", perhaps.',
        ),
        (
            "joins = 2022-10-01",
            "joins = 2022-10-02",
            "budget[0].part_years: 2 October 2022 is not a whole number of months",
        ),
        ("South = 30000", "South = 300000", "budget[0].last_year.fall: the limits ask for £321,600.00 of £88,999.99"),
    ],
)
def test_what_is_wrong_with_a_budget_is_said_with_its_place(old: str, new: str, words: str) -> None:
    assert old in BUDGET
    with pytest.raises(InputError) as refused:
        read_case_text(BUDGET.replace(old, new, 1))
    assert words in str(refused.value)
