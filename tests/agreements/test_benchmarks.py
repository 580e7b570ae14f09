from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.agreements.facts import of_any_type, said
from tests.agreements.performance_facts import (
    BASIS,
)

from lgtrade.agreements import Benchmark, BenchmarkDifference, Better
from lgtrade.agreements._benchmarks import STANDARD
from lgtrade.money import DOWN, HALF_UP
from lgtrade.strategies._standards import (
    benchmarks,
)


@given(benchmarks(), st.integers(-(10**6), 10**6))
def test_the_rank_is_one_more_than_the_bodies_that_do_better(benchmark: Benchmark, value: int) -> None:
    result = benchmark.compare(value)
    ahead = [peer for peer in benchmark.peers.values() if (peer > value) == (benchmark.better is Better.HIGHER)]
    assert result.rank == 1 + len([peer for peer in ahead if peer != value])
    assert 1 <= result.rank <= result.ranked == len(benchmark.peers) + 1


@given(benchmarks(), st.integers(-(10**6), 10**6))
def test_a_difference_and_its_percentage_are_exact(benchmark: Benchmark, value: int) -> None:
    for each in benchmark.compare(value).differences:
        assert each.other + each.difference == value
        assert (each.percentage is None) == (each.other == 0)
        if each.percentage is not None:
            assert each.other + each.percentage * abs(each.other) / 100 == value


def test_the_percentage_of_a_difference_is_shown_by_the_rounding_asked_for() -> None:
    (difference,) = (
        Benchmark("Audit", "pounds a day", Better.LOWER, BASIS, {"the average": 317}).compare(275).differences
    )
    assert str(difference.words()) == "275 is 42 (13.2%) below the average, 317."
    assert str(difference.words(DOWN.to("0.01"))) == "275 is 42 (13.24%) below the average, 317."
    assert str(difference.words(HALF_UP.to(1))) == "275 is 42 (13%) below the average, 317."


def test_a_figure_is_set_against_the_common_standard_and_then_each_body() -> None:
    benchmark = Benchmark("Calls answered", "%", Better.HIGHER, BASIS, {"Kent": 90, "Powys": 97, "Essex": 90}, "95")
    result = benchmark.compare("90")
    assert [str(each.words()) for each in result.differences] == [
        f"90 is 5 (5.3%) below {STANDARD}, 95.",
        "90 is the same as Kent.",
        "90 is 7 (7.2%) below Powys, 97.",
        "90 is the same as Essex.",
    ]
    assert (result.rank, result.ranked) == (2, 4)


@pytest.mark.parametrize(
    ("value", "other", "words"),
    [
        (3, 2, "3 is 1 (50.0%) above Kent, 2."),
        (3, 0, "3 is above Kent, 0."),
        (-3, 0, "-3 is below Kent, 0."),
        (0, 0, "0 is the same as Kent."),
        (-1, -2, "-1 is 1 (50.0%) above Kent, -2."),
    ],
)
def test_a_difference_is_said_in_words(value: int, other: int, words: str) -> None:
    assert str(BenchmarkDifference("Kent", value, other).words()) == words


def test_all_that_is_wrong_with_a_benchmark_is_said() -> None:
    wrong = of_any_type
    number = 'Accepted: a whole number, a Decimal, or text such as "1,234.56".'
    assert said(lambda: Benchmark("", "", wrong("up"), wrong("survey"))) == [
        "name: it is empty. Accepted: a name.",
        "unit: it is empty. Accepted: a name.",
        "better: 'up' is of type str. Accepted: whether higher or lower is better.",
        "basis: 'survey' is of type str. Accepted: a Source or an Assumption.",
        "peers: there is nothing to set a figure against. Accepted: a common standard, or the figure of another body.",
    ]
    assert said(lambda: Benchmark("Audit", "days", Better.LOWER, BASIS, {"": 1, "Kent": "few"}, "many")) == [
        "peers: it is empty. Accepted: a name.",
        f"peers[Kent]: 'few' is not a number. {number}",
        f"standard: 'many' is not a number. {number}",
    ]
    assert said(lambda: Benchmark("Audit", "days", Better.LOWER, BASIS, {"Kent": 1}).compare("few")) == [
        f"value: 'few' is not a number. {number}"
    ]
    assert said(lambda: BenchmarkDifference("", "few", "many")) == [
        "against: it is empty. Accepted: a name.",
        f"value: 'few' is not a number. {number}",
        f"other: 'many' is not a number. {number}",
    ]


def test_a_difference_from_nothing_is_no_part_of_it() -> None:
    result = Benchmark("Complaints", "complaints", Better.LOWER, BASIS, {"Kent": 0, "Powys": 4}).compare(2)
    assert dict(result.figures) == {
        ("rank",): 2,
        ("difference", "Kent"): 2,
        ("difference", "Powys"): -2,
        ("part", "Powys"): Fraction(-1, 2),
    }
