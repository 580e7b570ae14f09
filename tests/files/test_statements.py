"""The statements of an agreement in a case file: issued in turn, worked out, compared and reported."""

from __future__ import annotations

import pytest

from lgtrade import documents
from lgtrade.billing import StatementBook, StatementKind
from lgtrade.cases import work_out
from lgtrade.files import read_case_text
from lgtrade.issues import InputError
from lgtrade.money import Money

FILE = """
format = 1
title = "A help desk"
assumption = "made up for this test"

[[statements]]
reference = "HD1"
first = 2004-04-01
last = 2007-03-31
vat = "standard-rated"
vat_rate = "20%"
interest = "8%"

[[statements.issue]]
kind = "estimate"
on = 2004-04-01
year = "2004/05"
due = [2004-06-30, 2004-12-31]
element = [{ name = "Calls", amount = 1200 }, { name = "Training", amount = 100, vat = "exempt" }]

[[statements.issue]]
kind = "revised estimate"
on = 2004-09-01
year = "2004/05"
reason = "fewer calls"
element = [{ name = "Calls", amount = 1000 }, { name = "Training", amount = 100, vat = "exempt" }]

[[statements.issue]]
kind = "actual"
on = 2004-12-01
year = "2004/05"
until = 2004-10-31
element = [{ name = "Calls", amount = 600 }, { name = "Training", amount = 100, vat = "exempt" }]
credit = [{ name = "Calls not answered", amount = 20 }]
late = [{ principal = 1000, due = 2004-06-30, paid = 2004-07-30 }]

[[statements.issue]]
kind = "correction"
on = 2005-01-05
year = "2004/05"
reason = "ten calls found"
element = [{ name = "Calls", amount = 610 }, { name = "Training", amount = 100, vat = "exempt" }]

[published.statements.HD1.net]
"2004/05" = "696.58"
"""


def test_statements_are_issued_in_turn_and_come_to_what_is_owed() -> None:
    worked = work_out(read_case_text(FILE))
    (book,) = worked.case.workings
    assert isinstance(book, StatementBook)
    assert [each.kind for each in book.statements] == [
        StatementKind.ESTIMATE,
        StatementKind.REVISION,
        StatementKind.ACTUAL,
        StatementKind.CORRECTION,
    ]
    assert [each.agrees for each in worked.comparisons] == [True]
    figures = {path[2:]: figure for path, figure in worked.figures.items()}
    assert figures["statement", "1"] == Money.pounds(1540)
    assert figures["credit", "2004/05"] == Money.pounds(-20)
    assert figures["interest", "in all"] == Money.pounds("6.58")
    assert figures["gross", "in all"] == Money.pounds("814.58")


def test_the_report_shows_each_statement() -> None:
    said = documents.text(work_out(read_case_text(FILE)))
    for words in (
        "What was billed",
        "HD1, 1 April 2004 to 31 March 2007",
        "Statement 1 of 1 April 2004: estimate, 2004/05",
        "Reason: fewer calls.",
        "30 June 2004",
        "Owed in all: £696.58, and VAT of £118.00: £814.58.",
        "HD1: interest: made up for this test.",
    ):
        assert words in said


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('vat_rate = "20%"', "", "statements[0].vat.rate: it is standard-rated, and there is no rate"),
        ('vat_rate = "20%"', "vat_rate = 0.2", "statements[0].vat_rate: 0.2 without quotes is a float"),
        ('vat = "standard-rated"', 'vat = "free"', "statements[0].vat: 'free' is not one of them"),
        ("on = 2004-09-01", "on = 2004-03-01", "statements[0].issue[1].day: 1 March 2004 is before statement 1"),
        ('kind = "correction"', 'kind = "actual"', "statements[0].issue[3].year: 2004/05 was trued up by statement 3"),
        ("due = [2004-06-30, 2004-12-31]", 'due = "soon"', "statements[0].issue[0].due: 'soon' is not a list"),
        ("amount = 20 }", "amount = -20 }", "statements[0].issue[2].credit[0].net: the sum is negative"),
        ("paid = 2004-07-30", "paid = 2004-05-30", "statements[0].issue[2].paid: it was paid on 30 May 2004"),
        ('reference = "HD1"', "reference = 7", "statements[0].reference: 7 is not text"),
        ("until = 2004-10-31", "until = 2005-10-31", "statements[0].issue[2].until: 31 October 2005 is not one of"),
    ],
)
def test_what_is_wrong_with_statements_is_said_with_its_place(old: str, new: str, words: str) -> None:
    assert old in FILE
    with pytest.raises(InputError) as refused:
        read_case_text(FILE.replace(old, new, 1))
    assert words in str(refused.value)
