"""Appraisals and joint procurements in case files, and in the report."""

from __future__ import annotations

import pytest

from lgtrade import documents
from lgtrade.cases import work_out
from lgtrade.files import read_case_text
from lgtrade.issues import InputError
from lgtrade.money import Money

HEAD = """
format = 1
title = "A choice"
source = "Joint committee, paper 4"
"""

APPRAISAL = """
[[appraisal]]
name = "ICT"
combining = "mean"
option = [
    { name = "In house", route = "in house", cost = 1200000 },
    { name = "Joint contract", route = "joint procurement", cost = 1000000 },
    { name = "Shared officers", cost = 1000000 },
    { name = "Company", route = "company", cost = 900000 },
]
criterion = [
    { name = "Skills", weight = "50%", most = 5 },
    { name = "Control", weight = "30%", most = 5, least = 2 },
    { name = "Cost", weight = "20%", most = 5, scoring = "relative to the lowest" },
]

[[appraisal.sheet]]
criterion = "Skills"
by = "officers"
scores = { "In house" = 2, "Joint contract" = 5, "Shared officers" = "4.5", "Company" = 4 }

[[appraisal.sheet]]
criterion = "Skills"
by = "joint board"
scores = { "In house" = 3, "Joint contract" = 4, "Shared officers" = "4.5", "Company" = 4 }
assumption = "said at the meeting and not minuted"

[[appraisal.sheet]]
criterion = "Control"
by = "officers"
scores = { "In house" = 5, "Joint contract" = 3, "Shared officers" = 3, "Company" = 1 }

[[appraisal.sheet]]
criterion = "Cost"
by = "finance panel"
scores = { "In house" = 1200000, "Joint contract" = 1000000, "Shared officers" = 1000000, "Company" = 900000 }

[[appraisal.requirement]]
name = "Open by 2027"
met = { "In house" = true, "Joint contract" = true, "Shared officers" = true, "Company" = false }

[published.appraisal.ICT]
total = { "Joint contract" = "4.15" }
rank = { "In house" = 3 }
excluded = { "Company" = true }
"""

PROCUREMENT = """
[[procurement]]
name = "Waste"
councils = ["North", "South"]
lead = "North"
remainder = "to the lead authority"

[procurement.method]
price_model = "lowest price"
price_weight = 40
whole = 100
least_quality = 20
rounding = "half up"
tie_breaks = ["lowest price", "highest quality"]
criterion = [{ name = "Method", weight = 60, most = 5 }]

[[procurement.key]]
name = "households"
shares = { North = "1/3", South = "2/3" }
assumption = "about a third each"

[[procurement.lot]]
name = "Collection"
key = "households"
baseline = [{ council = "North", amount = 400000 }, { council = "South", amount = 600000, cashable = false }]
tender = [
    { supplier = "Alpha", price = 900000 },
    { supplier = "Beta", price = 850000, prices = { North = 350000, South = 500000 } },
    { supplier = "Gamma", price = 500000 },
]
sheet = [{ criterion = "Method", by = "panel", scores = { Alpha = 5, Beta = 4, Gamma = 1 } }]
requirement = [{ name = "Insured", met = { Alpha = true, Beta = true, Gamma = true } }]

[[procurement.lot]]
name = "Disposal"
baseline = [{ council = "North", amount = 400000 }]

[[procurement.cost]]
heading = "Consultants"
amount = 60000
key = "households"
fixed = { North = 6000 }

[[procurement.alone]]
council = "North"
amount = 50000
cashable = false

[[procurement.grant]]
name = "Joint working"
amount = 15000
years = 2
cost = 60000
most = 50000
match = "60%"
key = "households"
condition = [
    { what = "accounts are sent in", met = true },
    { what = "all lots are awarded", met = false, returned = "25%" },
]

[published.procurement.Waste]
lot.Collection.awarded = "Alpha"
lot.Collection.score = { Alpha = "97.78", Beta = 88 }
grant."Joint working" = { offered = 30000, payable = 24000, returned = 6000, kept = 18000 }
in-all.net = 108000
"""


def test_an_appraisal_is_worked_out_and_reported() -> None:
    worked = work_out(read_case_text(HEAD + APPRAISAL))
    assert [each.difference for each in worked.comparisons] == [0, 0, None]
    assert all(each.agrees for each in worked.comparisons)
    said = documents.text(worked)
    for words in (
        "Which option",
        "These tie for the first place with 4.15: Joint contract; Shared officers.",
        "Company scores 1 on Control, below the least of 2.",
        "Company does not meet: Open by 2027.",
        "Each point costs least with: Joint contract; Shared officers.",
        "These have equal totals: Joint contract; Shared officers.",
        "Skills, scored by joint board: said at the meeting and not minuted.",
    ):
        assert words in said
    page = documents.html(worked)
    assert "<td>joint procurement</td>" in page
    assert "<td>officers; joint board</td>" in page
    assert "£334,883.72" in page


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            '"Shared officers" = "4.5"',
            '"Shared officers" = 3',
            [
                "Joint contract comes first with 4.15",
                "Shared officers is no better on any criterion, and worse on at least one, than: Joint contract.",
                "If Control weighed more than 0.4545, and not 0.3, the winner would be overtaken by: In house.",
            ],
        ),
        (
            '"Skills", weight = "50%", most = 5 }',
            '"Skills", weight = "50%", most = 5, least = 4 }',
            ["No change of the weight of one criterion alone", "In house scores 2.5 on Skills"],
        ),
    ],
)
def test_the_report_says_how_firm_the_order_is(old: str, new: str, words: list[str]) -> None:
    text = APPRAISAL[: APPRAISAL.index("[published")].replace(old, new, 1)
    if "least = 4" in new:
        text = text.replace('"Shared officers" = "4.5"', '"Shared officers" = "4.1"')
    said = " ".join(documents.text(work_out(read_case_text(HEAD + text))).split())
    for each in words:
        assert each in said


def test_the_report_names_a_loser_that_turns_the_others_round() -> None:
    reversal = """
[[appraisal]]
name = "Price and quality"
option = [{ name = "A" }, { name = "B" }, { name = "C" }]
criterion = [{ name = "Quality", most = 100 }, { name = "Price", most = 100, scoring = "relative to the lowest" }]
sheet = [
    { criterion = "Quality", by = "panel", scores = { A = 75, B = 40, C = 0 } },
    { criterion = "Price", by = "panel", scores = { A = 100, B = 60, C = 50 } },
]
"""
    said = " ".join(documents.text(work_out(read_case_text(HEAD + reversal))).split())
    assert "Without C, which is not first, the order of the others changes, from A 1; B 2 to B 1; A 2." in said


def test_without_weights_the_report_has_none() -> None:
    text = APPRAISAL[: APPRAISAL.index("[published")]
    for weight in ("50%", "30%", "20%"):
        text = text.replace(f'weight = "{weight}", ', "")
    assert "0.5" not in documents.text(work_out(read_case_text(HEAD + text)))


def test_a_joint_procurement_is_worked_out_and_reported() -> None:
    worked = work_out(read_case_text(HEAD + PROCUREMENT))
    assert all(each.agrees for each in worked.comparisons)
    figures = worked.figures
    assert figures["procurement", "Waste", "lot", "Collection", "saving", "South"] == Money.pounds(0)
    said = documents.text(worked)
    for words in (
        "Waste, led by North",
        "Collection: awarded to Alpha, with a score of 97.78.",
        "Gamma has 12 for quality, below the least of 20.",
        "Disposal: no tender was received, so it is not awarded.",
        "Joint working: £30,000.00 is offered, and no more than £24,000.00 is payable.",
        "a condition is not met, so 25% of the grant goes back: all lots are awarded.",
        "North gains £132,000.00; the cashable part is £82,000.00.",
        "South loses £24,000.00; the cashable part is −£24,000.00.",
        "households: about a third each.",
        "Joint working: a condition is met: accounts are sent in.",
        "What does not divide evenly: to the lead authority, North, in sums of £0.01.",
    ):
        assert words in said


def test_the_report_of_a_procurement_shows_scores_baselines_and_grants() -> None:
    said = " ".join(documents.text(work_out(read_case_text(HEAD + PROCUREMENT))).split())
    for words in (
        "Scores Weight Out of Scored by Alpha Beta Gamma Source",
        "Method 60 5 panel 5 4 1 published",
        "Council Baseline Pays Saves Cashable Source of the baseline",
        "North £400,000.00 £300,000.00 £100,000.00 yes published",
        "South £600,000.00 £600,000.00 £0.00 no published",
        "Grant Offered Payable Goes back Kept Source",
        "Joint working £30,000.00 £24,000.00 £6,000.00 £18,000.00 published",
        "South £0.00 £36,000.00 £12,000.00 −£24,000.00 −£24,000.00",
        "is not given, so all that they bear counts against them: South.",
    ):
        assert words in said


def test_who_says_nothing_of_procuring_alone_is_named_only_where_others_do() -> None:
    start, end = PROCUREMENT.index("[[procurement.alone]]"), PROCUREMENT.index("[[procurement.grant]]")
    without = PROCUREMENT[:start] + PROCUREMENT[end : PROCUREMENT.index("[published")]
    assert "counts against them" not in documents.text(work_out(read_case_text(HEAD + without)))
    both = PROCUREMENT[:end] + '[[procurement.alone]]\ncouncil = "South"\namount = 1\n' + PROCUREMENT[end:]
    assert "counts against them" not in documents.text(work_out(read_case_text(HEAD + both)))


def test_a_lot_that_is_not_awarded_has_nothing_paid_in_the_report() -> None:
    tied = PROCUREMENT[: PROCUREMENT.index("[published")].replace(
        'tie_breaks = ["lowest price", "highest quality"]\n', ""
    )
    tied = tied.replace("Alpha = 5, Beta = 4", "Alpha = 4, Beta = 4").replace("price = 900000", "price = 850000")
    said = documents.text(work_out(read_case_text(HEAD + tied)))
    assert "these come out level" in said
    assert "Baseline" not in said


def test_price_per_point_is_reported_without_points_for_price() -> None:
    text = PROCUREMENT[: PROCUREMENT.index("[published")]
    text = text.replace('"lowest price"\nprice_weight = 40\nwhole = 100', '"price per quality point"\nwhole = 60')
    said = documents.text(work_out(read_case_text(HEAD + text)))
    assert "Price of each point" in said
    assert "Collection: awarded to Alpha, with a score of 15,000." in said


def test_a_procurement_without_lots_costs_or_grants_still_has_its_councils() -> None:
    only = '[[procurement]]\nname = "Waste"\ncouncils = ["North"]\nlead = "North"\n'
    said = documents.text(work_out(read_case_text(HEAD + only)))
    assert "North neither gains nor loses; the cashable part is £0.00." in said


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            'weight = "50%"',
            'weight = "40%"',
            "appraisal[0].criterion: the weights add to 90%",
        ),
        ('{ "In house" = 2, ', "{ ", "appraisal[0].sheet[0].scores: 'In house' has no score."),
        ('"In house" = 2', '"In house" = 2.5', "appraisal[0].sheet[0].scores.In house: 2.5 without quotes is a float"),
        ('"In house" = 2', '"In house" = 7', "appraisal[0].sheet[0].scores[In house]: 7 is outside the scale."),
        ('"In house" = true', '"In house" = 1', "appraisal[0].requirement[0].met.In house: 1 is not true or false"),
        ('route = "in house"', 'route = "by hand"', "appraisal[0].option[0].route: 'by hand' is not one of them."),
        ('by = "finance panel"', "", "appraisal[0].sheet[3].by: it is missing."),
        ('combining = "mean"', "", "appraisal[0].criterion[0]: the scorers do not agree on 'In house'"),
        (
            "most = 5, least = 2",
            "most = 5, last = 2",
            "appraisal[0].criterion[1].last: nothing of that name",
        ),
    ],
)
def test_what_is_wrong_with_an_appraisal_is_said_with_its_place_in_the_file(old: str, new: str, words: str) -> None:
    with pytest.raises(InputError) as refused:
        read_case_text(HEAD + APPRAISAL.replace(old, new, 1))
    assert words in str(refused.value)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            'lead = "North"',
            'lead = "West"',
            "procurement[0].lead: 'West' is not one of them.",
        ),
        ("price_weight = 40", "price_weight = 30", "procurement[0].method.criterion: the weights add to 90"),
        (
            '["lowest price", "high',
            '["cheapest", "high',
            "procurement[0].method.tie_breaks: 'cheapest' is not",
        ),
        ('rounding = "half up"', 'rounding = "up"\nto = 0', "procurement[0].method.to.unit: the unit is not over zero"),
        ('"households"\nbaseline', '"homes"\nbaseline', "procurement[0].lot[0].key: 'homes' is not one of them."),
        ('"1/3", South = "2/3"', '"1/3", South = "1/3"', "procurement[0].key[0]: the shares add to 200/3%"),
        ("price = 900000 }", "price = 0 }", "procurement[0].lot[0].tender[0].price: it is nil, and price is divided."),
        ("price = 850000", "price = 850001", "lot[0].tender[1].prices: the prices of the councils add to £1.00 less"),
        ("amount = 15000", "amount = 35000", "the grant of £50,000.00 is larger than the cost of £40,000.00"),
        ("met = false", 'met = "no"', "procurement[0].grant[0].condition[1].met: 'no' is not true or false."),
        ('heading = "Consultants"', "", "procurement[0].cost[0].heading: it is missing."),
        (
            'council = "North"\namount = 50000',
            'council = "West"\namount = 50000',
            "alone[0].council: 'West'",
        ),
    ],
)
def test_what_is_wrong_with_a_procurement_is_said_with_its_place_in_the_file(old: str, new: str, words: str) -> None:
    text = PROCUREMENT.replace(old, new, 1)
    if "35000" in new:
        text = text.replace("cost = 60000\n", "cost = 40000\n")
    with pytest.raises(InputError) as refused:
        read_case_text(HEAD + text)
    assert words in str(refused.value)


def test_a_key_that_could_not_be_read_is_complained_of_once() -> None:
    with pytest.raises(InputError) as refused:
        read_case_text(HEAD + PROCUREMENT.replace('"1/3", South = "2/3"', '"1/3", South = "1/3"'))
    assert len(refused.value.issues) == 1
