"""A published figure that was rounded, and one that the source is known to have wrong."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from tests.agreements.facts import said

from lgtrade import documents
from lgtrade.cases import Comparison, Published, compare, work_out
from lgtrade.cli import main
from lgtrade.figures import Figures
from lgtrade.files import read_case_text
from lgtrade.money import HALF_UP, Money, Rate, Share

CASE = """
format = 1
title = "A saving shared"
assumption = "made up for this test"
[[key]]
name = "equal"
weights = { A = 1, B = 2 }
[[shared]]
heading = "Saving"
kind = "saving"
amount = 1000
key = "equal"
[published.share.Saving]
"""


def compared(*lines: str) -> tuple[Comparison, ...]:
    return work_out(read_case_text(CASE + "\n".join(lines))).comparisons


def test_a_figure_that_was_rounded_is_compared_with_what_rounds_so() -> None:
    first, second = compared('A = { value = 333, to = 1, rounding = "down" }', 'B = { value = "670", to = "10" }')
    assert (first.worked_out, first.agrees) == (Money.pounds(333), True)
    assert (second.worked_out, second.agrees) == (Money.pounds(670), True)


def test_a_known_difference_has_to_be_exactly_that() -> None:
    exact, off = compared(
        'A = { value = 333, differs = "cut to pounds", by = "0.33" }',
        'B = { value = 666, differs = "cut to pounds", by = "0.66" }',
    )
    assert (exact.agrees, exact.as_expected) == (False, True)
    assert (off.difference, off.as_expected) == (Money.pounds("0.67"), False)
    (gone,) = compared('A = { value = "333.33", differs = "cut to pounds", by = "0.33" }')
    assert (gone.agrees, gone.as_expected) == (True, False)


def test_percentages_and_words_are_compared_too() -> None:
    figures: Figures = {("part",): Fraction(42, 317), ("first",): "2026/27", ("wins",): True}
    published = [
        Published(("part",), "13.2%", HALF_UP.to("0.001")),
        Published(("first",), "2026/27"),
        Published(("wins",), value=False),
    ]
    assert [each.agrees for each in compare(published, figures)] == [True, True, False]


def test_a_published_figure_of_another_sort_and_one_of_no_name_are_refused_together() -> None:
    published = [Published(("part",), "many"), Published(("who",), "A")]
    assert said(lambda: compare(published, {("part",): Fraction(1)})) == [
        "published.part: 'many' is not a number. Accepted: a whole number, a Decimal, or text such as \"1,234.56\".",
        "published.who: nothing of that name is worked out. Accepted: a figure of: part.",
    ]


def test_a_known_difference_of_another_sort_is_refused() -> None:
    published = [Published(("owed",), 5, None, "a slip", "many")]
    (words,) = said(lambda: compare(published, {("owed",): Money.pounds(5)}))
    assert words.startswith("published.owed: 'many' is not a number.")


def test_a_difference_has_a_reason_and_a_reason_a_difference() -> None:
    assert said(lambda: Published(("a",), 5, None, "a slip")) == [
        "by: it is said to differ, and not by how much. Accepted: what is worked out, less what was published."
    ]
    assert said(lambda: Published(("a",), 5, None, "", 1)) == [
        "differs: it is said by how much it differs, and not why. Accepted: the reason, in words."
    ]
    wrong: dict[str, Any] = {"rounding": "up", "differs": 1, "by": 1.5}
    assert [words.split(":")[0] for words in said(lambda: Published(("a",), 5, **wrong))] == [
        "rounding",
        "differs",
        "by",
    ]


def test_the_report_says_what_is_known_to_differ_and_what_differs_otherwise() -> None:
    lines = [
        'A = { value = 333, differs = "The source cuts to pounds", by = "0.33" }',
        'B = { value = 666, differs = "The source cuts to pounds", by = "0.66" }',
    ]
    words = documents.text(work_out(read_case_text(CASE + "\n".join(lines))))
    assert "share / Saving / A: The source cuts to pounds." in words
    assert "The difference is not the one that was expected." in words


@pytest.mark.parametrize(
    ("line", "status", "words"),
    [
        ('A = "333.33"', 0, "1 of 1 published figures are as expected"),
        ("A = 334", 1, "share / Saving / A: published £334.00, worked out £333.33"),
        (
            'A = { value = 333, differs = "The source cuts to pounds", by = "0.34" }',
            1,
            "published £333.00, worked out £333.33: a difference of £0.33, and not of 0.34",
        ),
    ],
)
def test_a_check_compares_published_figures_too(
    line: str, status: int, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "case.toml"
    path.write_text(CASE + line, encoding="utf-8")
    assert main(["check", str(path)]) == status
    assert words in capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("A = 1.5", "published.share.Saving.A: 1.5 without quotes is a float"),
        ("A = { value = 333, to = 0 }", "published.share.Saving.A.to.unit: the unit is not over zero"),
        (
            'A = { value = 333, by = "1" }',
            "published.share.Saving.A.differs: it is said by how much it differs, and not why",
        ),
        ('A = { value = 333, to = "1/3" }', "published.share.Saving.A.to: '1/3' is not a number"),
        ('A = { value = 333, nearly = "1" }', "published.share.Saving.A.nearly: nothing of that name is read here"),
    ],
)
def test_what_is_wrong_with_a_published_figure_is_said_with_its_place(line: str, words: str) -> None:
    with pytest.raises(ValueError, match="published") as refused:
        read_case_text(CASE + line)
    assert words in str(refused.value)


def test_a_figure_that_was_rounded_is_rounded_once_as_what_was_published_was() -> None:
    """Moray's school meals: £913,241.15 for 593,869 is £1.5378 a meal, printed as £1.53."""
    text = """
format = 1
title = "Meals"
source = "a reply"
[[unit_cost]]
name = "Meals"
unit = "meal"
units = 593869
[[unit_cost.line]]
heading = "All"
amount = "913241.15"
[published.unit_cost.Meals]
full-cost = { value = "1.53", rounding = "down", to = "0.01" }
"""
    (found,) = work_out(read_case_text(text)).comparisons
    assert found.agrees
    rounded_twice = compare([Published(("a",), 4, HALF_UP.to(1))], {("a",): Rate("4.50")}, {("a",): Fraction("4.4995")})
    assert rounded_twice[0].agrees


def test_a_percentage_that_was_published_is_shown_as_one_beside_what_is_worked_out() -> None:
    used = Comparison(("used",), Fraction(23, 400), Fraction(1, 16), in_per_cent=True)
    assert [used.as_published(each) for each in (used.published, used.worked_out)] == ["5.75%", "6.25%"]
    assert used.as_published(Share("40%")) == "40%"
    assert used.as_published(Fraction(20)) == "2,000%"
    assert used.as_published(Money.pounds(5)) == Money.pounds(5)
    assert Comparison(("used",), 1, Fraction(1, 2)).as_published(Fraction(1, 2)) == Fraction(1, 2)
    (found,) = compare([Published(("used",), "5.75%")], {("used",): Fraction(1, 16)})
    assert found.in_per_cent
