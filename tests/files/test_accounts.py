"""Break-even accounts in a case file: lines of income, corrections, stated figures and plans; and their page."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lgtrade import documents
from lgtrade.accounts import BreakEvenRule, Correction, PlannedYear, StatedYear
from lgtrade.calendar import FinancialYear
from lgtrade.cases import IncomeKind, work_out
from lgtrade.files import read_case_text
from lgtrade.issues import InputError
from lgtrade.money import Money, Rate
from lgtrade.sources import Assumption

TOP = 'format = 1\ntitle = "t"\nassumption = "made up for this test"\n[[service]]\nkey = "audit"\nname = "Audit"\n'
ACCOUNT = """
[[account]]
service = "audit"
rule = "equate"
window = 4
reason = "a partnership of four years"
power = "LGA2003_S93"

[[account.correction]]
year = "2004/05"
on = 2005-09-30
reason = "a late invoice"
cost = 3

[[account.correction]]
year = "2004/05"
on = 2005-10-01
reason = "an invoice raised twice"
income = -1

[[account.correction]]
year = "2004/05"
on = 2005-10-02
reason = "fees booked to postage"
income = 2
cost = 2

[[account.stated]]
year = "2004/05"
on = 2005-06-30
opening = 0
income = 110
cost = 100
surplus = 20
closing = 15

[[account.planned]]
year = "2005/06"
units = 10
cost = 100
charge = "9.50"

[[account.planned]]
year = "2006/07"
units = "12.5"
cost = 100
income = 105
assumption = "the budget"
"""
LINES = """
[[cost]]
service = "audit"
year = "2004/05"
heading = "Pay"
amount = 100

[[income]]
service = "audit"
year = "2004/05"
heading = "Fees"
amount = 110
units = 11
power = "LA2011_S3"

[[income]]
service = "audit"
year = "2004/05"
heading = "Reform grant"
amount = 10
kind = "grant or other"
lowers_cost = true

[[income]]
service = "audit"
year = "2004/05"
heading = "Interest"
amount = 4
kind = "grant or other"
lowers_cost = false

[[income]]
service = "audit"
year = "2004/05"
heading = "Refund"
amount = 5
kind = "returned"
"""
KNOWN = Assumption("made up for this test")
YEAR = FinancialYear(2004)


def problems(text: str) -> list[str]:
    with pytest.raises(InputError) as refused:
        read_case_text(text)
    return [str(issue) for issue in refused.value.issues]


def test_everything_that_a_file_says_of_an_account_is_read() -> None:
    case = read_case_text(TOP + LINES + ACCOUNT)
    (terms,) = case.accounts
    assert (terms.rule, terms.window, terms.power) == (BreakEvenRule.EQUATE, 4, "LGA2003_S93")
    assert terms.corrections == (
        Correction(YEAR, "2005-09-30", "a late invoice", KNOWN, cost=Money.pounds(3)),
        Correction(YEAR, "2005-10-01", "an invoice raised twice", KNOWN, Money.pounds(-1)),
        Correction(YEAR, "2005-10-02", "fees booked to postage", KNOWN, Money.pounds(2), Money.pounds(2)),
    )
    sums = {"opening": 0, "income": 110, "cost": 100, "surplus": 20, "closing": 15}
    stated = {name: Money.pounds(sum_) for name, sum_ in sums.items()}
    assert terms.stated == (StatedYear(YEAR, on="2005-06-30", **stated),)
    assert terms.planned == (
        PlannedYear(FinancialYear(2005), 10, Money.pounds(100), KNOWN, Rate("9.50")),
        PlannedYear(FinancialYear(2006), "12.5", Money.pounds(100), Assumption("the budget"), income=Money.pounds(105)),
    )
    fees, grant, interest, refund = case.income
    assert (fees.kind, fees.units, fees.power) == (IncomeKind.CHARGES, Decimal(11), "LA2011_S3")
    assert (grant.kind, grant.lowers_cost, interest.lowers_cost) == (IncomeKind.OTHER, True, False)
    assert (refund.kind, refund.amount) == (IncomeKind.RETURNED, Money.pounds(5))


def test_the_page_shows_the_account_what_stands_behind_it_and_where_it_is_going() -> None:
    """£110 on 90 is 20 over; less 5 returned and corrections of -3, -1 and 0 is 11; then 95 - 100 and 105 - 100."""
    page = " ".join(documents.text(work_out(read_case_text(TOP + LINES + ACCOUNT))).split())
    for words in (
        "£110.00 £100.00 £90.00 £20.00 −£4.00 £5.00 £11.00",
        "Income recovered 116.8% of the cost of all the years shown.",
        "Why the window is as long as it is: a partnership of four years.",
        "Income under LA 2011 s.3",
        "2004/05: Reform grant, £10.00, is no income from charges, and lowers the cost that charges may recover.",
        "2004/05: Interest, £4.00, is no income from charges, and does not touch the account.",
        "2004/05 was corrected on 30 September 2005 by £3.00 of cost: a late invoice.",
        "2004/05 was corrected on 1 October 2005 by −£1.00 of income: an invoice raised twice.",
        "2004/05 was corrected on 2 October 2005 by £2.00 of income and £2.00 of cost: fees booked to postage.",
        "Where it is going",
        "2005/06 £11.00 10 £9.50 £95.00 £100.00 −£5.00 £6.00",
        "2006/07 £6.00 12.5 £105.00 £100.00 £5.00 £11.00",
        "On the present course there is a surplus of £11.00 at the end of 2006/07; the window has not ended.",
        "The charge would have to fall to £8.40 a unit, to bring in no more than cost by the end of 2006/07.",
        "audit 2006/07: the budget.",
    ):
        assert words in page


def test_a_column_that_would_hold_nothing_is_left_out_of_the_page() -> None:
    plain = LINES.split("[[income]]")
    page = documents.text(
        work_out(read_case_text(TOP + plain[0] + "[[income]]" + plain[1] + '[[account]]\nservice = "audit"\n'))
    )
    assert "Carried" in page
    for words in ("Corrected", "Returned", "Cost to", "is going", "no income from charges"):
        assert words not in page


def test_a_forecast_has_a_page_of_its_own() -> None:
    (forecast,) = work_out(read_case_text(TOP + LINES + ACCOUNT)).forecasts
    page = documents.text(forecast)
    assert page.startswith("Where it is going: audit\n")
    assert "On the present course" in page
    assert forecast._repr_html_() == documents.html(forecast)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        (
            "rule",
            '"equal"',
            ('account[0].rule: \'equal\' is not one of them. Accepted: one of: "cap"; "equate"; "property searches".'),
        ),
        (
            "kind",
            '"grant"',
            (
                "income[1].kind: 'grant' is not one of them. "
                'Accepted: one of: "charges"; "grant or other"; "returned".'
            ),
        ),
        (
            "on",
            "2005",
            (
                "account[0].correction[0].on: 2005 is not a day. "
                "Accepted: a day from 1 January 1900 to 31 December 2199, as in 2026-04-01."
            ),
        ),
        (
            "units",
            '"ten"',
            ("income[0].units: 'ten' is not a number. Accepted: a whole number, or a number in quotes: \"1,234.56\"."),
        ),
        (
            "reason",
            '""',
            "account[0].reason: it is empty. Accepted: text in quotes, on one line, of at most 2000 letters.",
        ),
        (
            "charge",
            '"9.50"\nincome = 95',
            (
                "account[0].planned[0].charge: there has to be either a charge or an income. "
                "Accepted: the charge for one unit, or the income, and not both."
            ),
        ),
        (
            "power",
            '"LA2011_S33"',
            (
                "income[0].power: 'LA2011_S33' is not the code of a power. "
                "Accepted: LA2011_S3; LA2011_S4; LA2011_S1, perhaps."
            ),
        ),
        ("lowers_cost", '"yes"', "income[1].lowers_cost: 'yes' is not true or false. Accepted: true or false."),
    ],
)
def test_what_cannot_be_read_is_said_with_its_place(name: str, value: str, words: str) -> None:
    lines = (LINES + ACCOUNT).split("\n")
    first = next(number for number, line in enumerate(lines) if line.startswith(f"{name} = "))
    lines[first] = f"{name} = {value}"
    assert problems(TOP + "\n".join(lines)) == [words]


def test_a_stated_figure_that_is_wrong_is_said_with_its_place_and_by_how_much() -> None:
    wrong = (TOP + LINES + ACCOUNT).replace("closing = 15", "closing = 14")
    with pytest.raises(InputError) as refused:
        work_out(read_case_text(wrong))
    assert str(refused.value) == (
        "account[0].stated[0].closing: £14.00 is stated, and the account comes to £15.00: a difference of £1.00. "
        "Accepted: £15.00."
    )


def test_a_line_of_an_unknown_kind_of_service_is_refused_for_that_alone() -> None:
    lines = '[[income]]\nservice = "audits"\nyear = "2004/05"\nheading = "Fees"\namount = 1\n'
    account = '[[account]]\nservice = "audits"\n'
    assert problems(TOP + lines + account) == [
        "income[0].service: 'audits' is not in the file. Accepted: a kind of service: audit.",
        "account[0].service: 'audits' is not in the file. Accepted: a kind of service: audit.",
    ]
