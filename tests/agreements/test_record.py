"""A record of performance: everything that follows from what was measured, and that a case file can hold it."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given
from tests.agreements.facts import BASIS, of_any_type, said
from tests.agreements.performance_facts import CHARGE, YEAR_2017, answered, month

from lgtrade import documents
from lgtrade.agreements import (
    AreaDeduction,
    BandedDeduction,
    BenchmarkResult,
    CreditCap,
    MonthPoints,
    PercentageCredit,
    Performance,
    PerformanceRecord,
    PointBand,
    PointScale,
    PointsTrigger,
    RepeatTrigger,
    ServiceCharge,
)
from lgtrade.calendar import Period
from lgtrade.cases import work_out
from lgtrade.files import read_case_text
from lgtrade.issues import InputError
from lgtrade.money import Money, Rate, Share, total
from lgtrade.strategies import performance_records

FAILING = answered("89", "92", "87.5", "96")
SCALES = (PointScale("answered", 10),)
BANDS = BandedDeduction("Bands", (PointBand(10, Money.pounds(100)),))
PERCENT = PercentageCredit("Percent", Share("2%"), {"answered": 1}, cap=CreditCap(Share("3%")))
CHARGED = ServiceCharge(YEAR_2017, CHARGE, BASIS)


def record(**changed: Any) -> PerformanceRecord:
    begin: dict[str, Any] = {
        "name": "Help desk",
        "basis": BASIS,
        "performance": FAILING,
        "scales": SCALES,
        "triggers": (PointsTrigger("Points", 15, 3), RepeatTrigger("Repeats", 3, 4)),
        "rules": (BANDS, PERCENT),
        "charges": (CHARGED,),
    }
    return PerformanceRecord(**(begin | changed))


def test_a_failure_that_no_charge_is_given_for_is_named_and_not_lost() -> None:
    april, may = Period("2017-04-01", "2017-04-30"), Period("2017-05-01", "2017-05-31")
    points = (MonthPoints(april, {"missed": 5000}), MonthPoints(may, {"missed": 5000}))
    rule = BandedDeduction("Deductions", (PointBand(5000, Money.pounds(625)),))
    charged = ServiceCharge(april, Money.pounds(9000), BASIS)
    made = PerformanceRecord("Waste", BASIS, Performance((), ()), (), points, (), (rule,), (charged,))
    assert made.without_charge == (may,)
    page = " ".join(documents.text(made).split())
    assert "1 May 2017 to 31 May 2017: it was failed, and no charge is given against which to credit it." in page
    assert made.credited == Money.pounds(625)
    assert attrs.evolve(made, rules=()).without_charge == ()


@given(performance_records())
def test_a_failure_is_without_a_charge_exactly_if_it_ends_in_none(record: PerformanceRecord) -> None:
    for days in record.without_charge:
        assert record.rules
        assert not any(days.last in charge.period for charge in record.charges)


@given(performance_records())
def test_what_is_credited_in_all_is_what_each_rule_credits_against_each_charge(record: PerformanceRecord) -> None:
    credited = [figure for path, figure in record.figures.items() if path[0] == "credit"]
    assert total(each for each in credited if isinstance(each, Money)) == record.credited
    assert ("credited",) in record.figures or not record.rules


@given(performance_records())
def test_the_points_of_a_record_are_those_of_its_months(record: PerformanceRecord) -> None:
    counted = {path[1]: figure for path, figure in record.figures.items() if path[0] == "points"}
    assert counted == {str(each.month.first): each.total for each in record.months}


def test_every_figure_of_a_record_is_worked_out() -> None:
    assert dict(record().figures) == {
        ("outcome", "answered", "2017-01-01"): "failed",
        ("outcome", "answered", "2017-02-01"): "within tolerance",
        ("outcome", "answered", "2017-03-01"): "failed",
        ("outcome", "answered", "2017-04-01"): "met",
        ("points", "2017-01-01"): 10,
        ("points", "2017-02-01"): 0,
        ("points", "2017-03-01"): 10,
        ("points", "2017-04-01"): 0,
        ("persists", "Points"): True,
        ("counted", "Points", "2017-01-01"): 20,
        ("counted", "Points", "2017-02-01"): 10,
        ("persists", "Repeats"): False,
        ("counted", "Repeats", "answered", "2017-01-01"): 2,
        ("credit", "Bands", "2017-01-01"): Money.pounds(200),
        ("credit", "Percent", "2017-01-01"): Money.pounds(300),
        ("credited",): Money.pounds(500),
    }


def test_a_record_of_nothing_says_nothing() -> None:
    assert record(performance=answered(), scales=(), triggers=(), rules=(), charges=()).figures == {}


def test_all_that_is_wrong_with_a_record_is_said() -> None:
    wrong = of_any_type
    assert said(lambda: record(name="", basis=1, performance=1, triggers=("x",), rules=("y",), charges=("z",))) == [
        "name: it is empty. Accepted: a name.",
        "basis: 1 is of type int. Accepted: a Source or an Assumption.",
        "performance: 1 is of type int. Accepted: a Performance.",
        "triggers[0]: 'x' is of type str. Accepted: a PointsTrigger or a RepeatTrigger.",
        "rules[0]: 'y' is of type str. Accepted: a rule that credits failures.",
        "charges[0]: 'z' is of type str. Accepted: a ServiceCharge.",
    ]
    twice = {"triggers": (PointsTrigger("P", 1, 1), PointsTrigger("P", 2, 2)), "rules": (BANDS, BANDS)}
    both = "1 January 2017 to 31 January 2017 was measured, and its points are stated. Accepted: one or the other."
    january = MonthPoints(month(1), {"answered": 1})
    assert said(lambda: record(stated=(january, january), charges=(CHARGED, CHARGED), **twice)) == [
        "stated.months: the month 1 January 2017 to 31 January 2017 is given twice. Accepted: each month once.",
        f"stated[0]: {both}",
        f"stated[1]: {both}",
        "triggers[1].name: 'P' is given twice. Accepted: a name of its own.",
        "rules[1].name: 'Bands' is given twice. Accepted: a name of its own.",
        "charges[1].period: 1 January 2017 to 31 December 2017 is charged already. Accepted: days charged once.",
    ]
    assert said(lambda: ServiceCharge(wrong("May"), Money(pence=-1), wrong(None))) == [
        "period: 'May' is of type str. Accepted: a Period.",
        "amount: it is negative: -£0.01. Accepted: nothing or more.",
        "basis: None is of type NoneType. Accepted: a Source or an Assumption.",
    ]
    assert said(lambda: record(rules=(AreaDeduction("Areas", Rate(5), {"left": 1}),))) == [
        "weights[left]: 'left' is not an indicator. Accepted: one of the indicators: answered."
    ]


FILE = """
format = 1
title = "A help desk"
assumption = "made up for this test"

[[standards]]
name = "Help desk"

[[standards.indicator]]
key = "answered"
name = "Calls answered"
unit = "%"
better = "higher"
target = 95
threshold = 90

[[standards.measurement]]
indicator = "answered"
first = 2017-01-01
last = 2017-01-31
value = "87.5"
areas = 2

[[standards.scale]]
indicator = "answered"
points = 10

[[standards.trigger]]
name = "Repeats"
failures = 1
periods = 1

[[standards.credit]]
name = "Percent"
percentage = "2%"
weights = { answered = 1 }
cap = { share = "1%", most = 50 }

[[standards.credit]]
name = "Areas"
rate = "12.50"
weights = { answered = 1 }
rounding = "down"
to = 1

[[standards.charge]]
first = 2017-01-01
last = 2017-01-31
amount = 10000

[[benchmark]]
name = "Calls answered"
unit = "%"
better = "higher"
value = "87.5"
standard = 95
peers = { Kent = 90 }

[published.standards."Help desk"]
credited = 75
"""


def test_a_case_file_holds_standards_and_benchmarks_and_the_report_says_what_follows() -> None:
    worked = work_out(read_case_text(FILE))
    assert [each.agrees for each in worked.comparisons] == [True]
    said_ = documents.text(worked)
    for words in (
        "How well it was performed",
        "Calls answered, 1 January 2017 to 31 January 2017: 87.5 misses the target of 95 by 7.5",
        "Repeats: windows over the limit: 1 of 1",
        "Percent, against £10,000.00 for 1 January 2017 to 31 January 2017: £50.00.",
        "Areas, against £10,000.00 for 1 January 2017 to 31 January 2017: £25.00.",
        "Credited in all: £75.00.",
        "Against others",
        "87.5 is 2.5 (2.8%) below Kent, 90.",
        "It ranks 2 of 2, the best being first.",
        "Help desk: made up for this test.",
    ):
        assert words in said_


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('better = "higher"\ntarget', "target", "standards[0].indicator[0].better: it is missing"),
        ('share = "1%"', "share = 0.01", "standards[0].credit[0].cap.share: 0.01 without quotes is a float"),
        ("most = 50", "most = -50", "standards[0].credit[0].cap.most: it is negative: -£50.00"),
        ('percentage = "2%"\n', "", "standards[0].credit[0].percentage: it is missing"),
        ("failures = 1", "failures = 2", "standards[0].trigger[0].periods: it is 1"),
        ("points = 10", "points = -1", "standards[0].scale[0].points: it is negative: -1"),
        ("amount = 10000", "amount = -1", "standards[0].charge[0].amount: it is negative: -£1.00"),
        ('rounding = "down"', 'rounding = "off"', "standards[0].credit[1].rounding: 'off' is not one of them"),
        ("peers = { Kent = 90 }", "peers = { Kent = 1.5 }", "benchmark[0].peers.Kent: 1.5 without quotes is a float"),
    ],
)
def test_what_is_wrong_with_standards_is_said_with_its_place(old: str, new: str, words: str) -> None:
    assert old in FILE
    with pytest.raises(InputError) as refused:
        read_case_text(FILE.replace(old, new, 1))
    assert words in str(refused.value)


def test_two_records_of_one_name_are_refused() -> None:
    second = FILE[FILE.index("[[standards]]") : FILE.index("[[benchmark]]")]
    with pytest.raises(InputError, match=r"standards\[1\].name: 'Help desk' is given twice"):
        read_case_text(FILE.replace("[[benchmark]]", second + "[[benchmark]]"))


def test_points_alone_are_enough_for_a_banded_deduction() -> None:
    stated = (MonthPoints(month(1), {"answered": 12}),)
    made = record(performance=answered(), scales=(), stated=stated, triggers=(), rules=(BANDS,))
    assert made.credited == Money.pounds(100)
    assert "1 January 2017 to 31 January 2017" in documents.text(
        work_out(attrs.evolve(read_case_text(FILE), workings=(made,), published=()))
    )


def test_a_benchmark_of_what_is_no_figure_is_refused() -> None:
    assert said(lambda: BenchmarkResult(of_any_type("Audit"), of_any_type("many"))) == [
        "benchmark: 'Audit' is of type str. Accepted: a Benchmark.",
        "value: 'many' is not a number. Accepted: a whole number, a Decimal, or text such as \"1,234.56\".",
    ]


def test_the_page_of_a_record_without_measurements_says_only_what_there_is() -> None:
    made = record(performance=answered(), scales=(), rules=(), triggers=(PointsTrigger("Points", 1, 1),), charges=())
    page = documents.text(work_out(attrs.evolve(read_case_text(FILE), workings=(made,), published=())))
    assert "Points: nothing was measured." in page
    assert "Credited in all" not in page
    quiet = record(performance=answered("96"), scales=(), rules=(BANDS,), triggers=())
    page = documents.text(work_out(attrs.evolve(read_case_text(FILE), workings=(quiet,), published=())))
    assert "Credited in all: £0.00." in page


def test_the_page_of_a_figure_set_against_a_common_standard_alone_ranks_nothing() -> None:
    alone = FILE.replace("peers = { Kent = 90 }\n", "")
    page = documents.text(work_out(read_case_text(alone)))
    assert "87.5 is 7.5 (7.9%) below the common standard, 95." in page
    assert "It ranks" not in page
