"""Savings, business cases and companies in case files: what is read, what is worked out, and what the report says."""

from __future__ import annotations

import pytest

from lgtrade import documents
from lgtrade.cases import WorkedCase, work_out
from lgtrade.files import read_case_text
from lgtrade.issues import InputError
from lgtrade.money import Money
from lgtrade.partnership import CompanyAccounts

TOP = 'format = 1\ntitle = "Payroll"\nassumption = "made up for this test"\n'

SAVINGS = """
[[savings]]
name = "Payroll"
first = "2005/06"
years = 2
evenly = "they come evenly"
target = { rate = "2.5%", cashable = "50%", rebased = true }

[savings.baseline]
year = "2004/05"
index = { name = "pay", levels = { "2004/05" = 100, "2005/06" = 102, "2006/07" = "104.5" } }

[[savings.baseline.line]]
heading = "Staff"
amount = 1000000
units = 20

[[savings.entry]]
reference = "one manager"
year = "2005/06"
amount = { rate = "12.50", times = [100, "1.5", 20] }
instead = 1000
line = "Staff"
whose = { Lichfield = "1/3", Tamworth = "2/3" }
last = "2009/10"

[[savings.entry]]
reference = "vans"
year = "2005/06"
amount = 5000
whose = "Lichfield"
cashable = false
recurring = false

[[savings.entry]]
reference = "vans"
year = "2005/06"
amount = 5000
whose = "Lichfield"
cashable = false
recurring = false

[[savings.cost]]
heading = "Software"
year = "2005/06"
amount = 80000
"""

BUSINESS_CASE = """
[[business_case]]
name = "Payroll"
base = "2026/27"
vary = ["10%"]
trading = { nation = "England", approved = 2026-03-02, heads = { objectives = "Sell payroll to schools" } }

[business_case.schedule]
name = "ours"
since = 2026-02-05
band = [{ rate = "3.5%", last = 30 }, { rate = "3%" }]

[business_case.inflation]
name = "CPI"
levels = { "2026/27" = 100, "2027/28" = 102, "2028/29" = 104 }

[[business_case.option]]
name = "Share"

[[business_case.option.line]]
heading = "Software"
kind = "capital"
amount = 90000
first = "2026/27"
optimism = { uplift = "10%" }

[[business_case.option.line]]
heading = "Saved"
kind = "benefit"
prices = "nominal"
amounts = { "2027/28" = 102000, "2028/29" = 52000 }

[[business_case.option]]
name = "Wait"

[[business_case.option.line]]
heading = "Old software"
kind = "revenue"
amount = 1000
first = "2026/27"
last = "2028/29"

[[business_case.option.line]]
heading = "Nothing"
kind = "capital"
amount = 0
first = "2026/27"
"""

COMPANY = """
[[company_accounts]]
name = "Payroll Ltd"
owners = { Exeter = "1/3", Teignbridge = "2/3" }
opening = -1000
nation = "England"
dividend = { share = "50%" }

[[company_accounts.year]]
year = "2026/27"
income = 100000
costs = 60000
tax = 2000
interest = { Exeter = 1000 }

[[company_accounts.year.recharge]]
owner = "Exeter"
heading = "Desks"
cost = 12000
charge = 11000
"""

SOLD = """
[company_accounts.prices]
Licence = { rule = "flat", amount = 500 }

[company_accounts.prices.Payslip]
rule = "per unit"
rate = "2.05"
from = "2026-04-01"
change = [{ on = "2027-04-01", rule = "per unit", rate = "2.10" }]

[[company_accounts.year]]
year = "2027/28"
costs = 60000

[[company_accounts.year.sale]]
price = "Payslip"
name = "Schools"
quantity = 1000
times = 40

[[company_accounts.year.sale]]
price = "Licence"
quantity = 1
times = 3
"""


def worked(text: str) -> WorkedCase:
    return work_out(read_case_text(TOP + text))


def report(text: str) -> str:
    return " ".join(documents.text(worked(text)).split())


def test_savings_are_read_worked_out_and_reported() -> None:
    figures = worked(SAVINGS).figures
    assert figures["savings", "Payroll", "saving", "one manager", "2005/06"] == Money.pounds(36_500)
    assert figures["savings", "Payroll", "baseline-at", "2006/07"] == Money.pounds(1_045_000)
    assert figures["savings", "Payroll", "due", "2006/07"] == Money.pounds("51625")
    assert figures["savings", "Payroll", "partner", "Lichfield", "2005/06"] == Money.pounds("17166.67")
    said = report(SAVINGS)
    for words in (
        "The baseline is what was spent in 2004/05, brought to the prices of each year by pay.",
        "Each year 2.5% more of the baseline at its prices is to be saved, 50% of it in cash.",
        "Staff £1,000,000.00 20 £50,000.00 assumption",
        "2005/06 £1,020,000.00 £41,500.00 £25,500.00 £0.00 £16,000.00 £36,500.00 £12,750.00 £0.00",
        "2006/07 £1,045,000.00 £36,500.00 £51,625.00 £15,125.00 £36,500.00 £25,812.50 £0.00",
        "2005/06 £17,166.67 £24,333.33",
        "one manager 2005/06 Lichfield 33.3%; Staff £36,500.00 cashable, each year assumption Tamworth 66.7%",
        "vans 2005/06 Lichfield £5,000.00 not cashable, once assumption",
        "vans is entered more than once for 2005/06 with the same figures, and is counted once.",
        "Software 2005/06 £80,000.00 assumption",
        "It is not paid back: £7,000.00 is still to be gained.",
        "Payroll, payback in months: they come evenly.",
    ):
        assert words in said, words


def test_savings_without_a_baseline_or_a_target_need_less_and_months_are_told_once_they_are_paid_back() -> None:
    bare = SAVINGS.replace('target = { rate = "2.5%", cashable = "50%", rebased = true }\n', "").replace(
        "80000", "36500"
    )
    bare = bare[: bare.index("[savings.baseline]")] + bare[bare.index("[[savings.entry]]") :]
    said = report(bare)
    assert "Year Saved Of it cashable" in said
    assert "It is paid back in 2005/06, 12 months after the gains begin if each year's come evenly." in said
    assert "It is paid back in 2005/06." in report(bare.replace('evenly = "they come evenly"\n', ""))
    alone = bare.replace('{ Lichfield = "1/3", Tamworth = "2/3" }', '"Lichfield"')
    assert "£24,333.33" not in report(alone)
    plain = SAVINGS.replace('index = { name = "pay"', 'indexed = { name = "pay"')
    with pytest.raises(InputError, match="indexed: nothing of that name is read here"):
        worked(plain)
    fixed = "".join(each for each in SAVINGS.splitlines(keepends=True) if not each.startswith("index"))
    kept = report(fixed.replace(", rebased = true", ""))
    assert "The baseline is what was spent in 2004/05." in kept
    assert "Each year 2.5% more of the baseline as it was is to be saved, 50% of it in cash." in kept


def test_savings_entered_once_that_cost_nothing_need_no_more_than_their_years_and_entries() -> None:
    said = report(SAVINGS[: SAVINGS.rindex("[[savings.entry]]")])
    assert "is counted once" not in said
    assert "paid back" not in said


def test_estimates_that_are_neither_uplifted_nor_nominal_need_no_words_on_that() -> None:
    plain = BUSINESS_CASE.replace('optimism = { uplift = "10%" }\n', "").replace('prices = "nominal"\n', "")
    assert "Estimates are as given" not in report(plain)


def test_a_business_case_is_read_worked_out_and_reported() -> None:
    figures = worked(BUSINESS_CASE).figures
    assert figures["business_case", "Payroll", "present-cost", "Share"] == Money.pounds(99_000)
    assert figures["business_case", "Payroll", "npv", "Share"] == Money.pounds("44293.89")
    said = report(BUSINESS_CASE)
    for words in (
        "2026/27 is year 0 and is not discounted; later years are discounted by ours, of 5 February 2026.",
        "Up to Rate a year Source ------- ----------- ---------- year 30 3.5% assumption Share Wait",
        "Net present value £44,293.89 −£2,899.69",
        "Benefit for a pound of cost 1.45 0",
        "Paid back in 2027/28 not paid back",
        "Paid back, discounted, in 2028/29 not paid back",
        "2026/27 £99,000.00 £0.00 −£99,000.00 −£99,000.00 1 −£99,000.00",
        "2027/28 £0.00 £100,000.00 £102,000.00 £100,000.00 0.9662 £96,618.36",
        "Software assumption £90,000.00 10% £54,193.89 £34,393.89 44.7%",
        "Saved assumption £154,000.00 £29,964.50 £58,623.28 −30.9%",
        "Nothing assumption £0.00 −£2,899.69 −£2,899.69 none does",
        "It is paid back in 2027/28.",
        "Line Source Estimate",
        "All other sums are at the prices of 2026/27, and allow for optimism.",
        "Old software assumption £3,000.00 −£2,609.72 −£3,189.66 −100%",
        "It does not state: resources, risks, results.",
    ):
        assert words in said, words
    assert 'href="https://www.legislation.gov.uk/uksi/2009/2393/article/2"' in documents.html(worked(BUSINESS_CASE))
    assert "It does not state" not in report(
        "".join(BUSINESS_CASE.splitlines(keepends=True)[:5] + BUSINESS_CASE.splitlines(keepends=True)[6:])
    )


def test_the_rates_are_shown_as_far_as_the_years_go() -> None:
    begin = 'band = [{ rate = "3.5%", last = 30 }'
    one, all_ = (report(BUSINESS_CASE.replace(begin, f'band = [{{ rate = "3.5%", last = {last} }}')) for last in (2, 1))
    assert "any later year" not in one
    assert "year 1 3.5% assumption any later year 3% assumption" in all_


def test_a_line_that_ends_before_it_begins_is_refused() -> None:
    wrong = BUSINESS_CASE.replace('last = "2028/29"', 'last = "2025/26"')
    with pytest.raises(InputError, match=r"last: it ends in 2025/26, before it begins\. Accepted: 2026/27 or later"):
        worked(wrong)


def test_trading_under_the_general_power_is_read_for_a_business_case_and_for_a_company() -> None:
    trading = BUSINESS_CASE.replace(
        'nation = "England", approved', 'nation = "England", general_power = true, approved'
    )
    assert "Whether the order binds the general power is not settled." in report(trading)
    (made,) = worked(COMPANY.replace('nation = "England"', 'nation = "England"\ngeneral_power = true')).case.workings
    assert isinstance(made, CompanyAccounts)
    assert [each.questions for each in made.recovery] == [("Q7",)]


def test_a_cost_that_would_have_to_fall_by_more_than_all_of_it_brings_nothing_to_nil() -> None:
    more = BUSINESS_CASE.replace('kind = "capital"\namount = 0', 'kind = "capital"\namount = 1000')
    assert "Nothing assumption £1,000.00 −£3,799.69 −£3,999.69 none does" in report(more)


def test_a_company_is_read_worked_out_and_reported() -> None:
    figures = worked(COMPANY).figures
    assert figures["company_accounts", "Payroll Ltd", "dividend", "2026/27"] == Money.pounds(12_500)
    assert figures["company_accounts", "Payroll Ltd", "returned", "Exeter", "2026/27"] == Money.pounds("16166.67")
    said = report(COMPANY)
    aimed = report(COMPANY.replace('share = "50%"', "target = 10000"))
    assert (
        "The dividend and the interest on the owners' loans make £10,000.00 a year, as far as profits allow." in aimed
    )
    for words in (
        "2026/27 £100,000.00 £28,000.00 £26,000.00 £25,000.00 £12,500.00 £12,500.00",
        "The dividend is 50.0% of the profit of a year, once losses are made good.",
        "2026/27 Exeter £4,166.67 £1,000.00 £11,000.00 £16,166.67 £12,000.00",
        "2026/27 Teignbridge £8,333.33 £0.00 £0.00 £8,333.33 £0.00",
        "Exeter, Desks, 2026/27: the charge of £11,000.00 falls short of the cost of £12,000.00 by £1,000.00.",
    ):
        assert words in said, words
    assert "falls short" not in report(COMPANY.replace('nation = "England"\n', ""))
    assert "No order of Scotland on trading asked" in report(COMPANY.replace("England", "Scotland"))
    target = COMPANY.replace('dividend = { share = "50%" }', "dividend = { target = 5000 }")
    assert worked(target).figures["company_accounts", "Payroll Ltd", "dividend", "2026/27"] == Money.pounds(4000)


@pytest.mark.parametrize(
    ("text", "old", "new", "words"),
    [
        (SAVINGS, '"Lichfield"', "7", "savings[0].entry[1].whose: 7 is not text"),
        (SAVINGS, "2/3", "1/3", "savings[0].entry[0].whose: the shares add to"),
        (
            SAVINGS,
            'whose = "Lichfield"',
            "",
            "savings[0].entry[1].whose: it is missing. Accepted: a name, or a table of names with the share of each.",
        ),
        (SAVINGS, '"12.50"', "12.5", "savings[0].entry[0].amount.rate: 12.5 without quotes is a float"),
        (SAVINGS, '"1.5"', '"many"', "savings[0].entry[0].amount.times: 'many' is not a number"),
        (SAVINGS, '"1.5"', "1.5", "savings[0].entry[0].amount.times: 1.5 without quotes is a float"),
        (SAVINGS, '"2006/07" =', '"2006" =', "savings[0].baseline.index.levels.2006: '2006' is not a financial year"),
        (SAVINGS, '"104.5"', '"dear"', "savings[0].baseline.index.levels.2006/07: 'dear' is not a number"),
        (SAVINGS, "units = 20", "units = -20", "savings[0].baseline.line[0].units: it is below nil"),
        (SAVINGS, '"2.5%"', '"250%"', "savings[0].target.rate: 250% is not a part of a whole"),
        (SAVINGS, "amount = 80000", 'amount = "-1"', "savings[0].cost[0].amount: it is below nil"),
        (SAVINGS, "years = 2", "years = 0", "savings[0].years: it is 0"),
        (SAVINGS, "amount = 5000\n", "amount = 5001\n", "savings[0].entry[2].amount: vans is entered for 2005/06"),
        (BUSINESS_CASE, '"2028/29" = 52000', '"2029/30" = 52000', "line[1].amounts[2028/29]: 2028/29 is left out"),
        (BUSINESS_CASE, 'last = "2028/29"\n', "", "business_case[0].option[1].line[0].last: it is missing"),
        (BUSINESS_CASE, "amount = 90000\n", "", "business_case[0].option[0].line[0].amount: it is missing"),
        (BUSINESS_CASE, 'kind = "benefit"', 'kind = "income"', "line[1].kind: 'income' is not one of them"),
        (BUSINESS_CASE, 'vary = ["10%"]', "vary = [0.1]", "business_case[0].vary: 0.1 without quotes is a float"),
        (BUSINESS_CASE, 'vary = ["10%"]', 'vary = "0%"', "business_case[0].vary[0]: it is 0"),
        (BUSINESS_CASE, 'rate = "3.5%"', 'rate = "-3.5%"', "business_case[0].schedule.band[0].rate: it is below nil"),
        (
            BUSINESS_CASE,
            'rate = "3.5%", last = 30',
            'rate = "3.5%"',
            "business_case[0].schedule.band[1].last: the band does not come after",
        ),
        (BUSINESS_CASE, "objectives =", "profits =", "business_case[0].trading.heads[profits]: it is not a head"),
        (BUSINESS_CASE, 'uplift = "10%"', 'uplift = "-10%"', "line[0].optimism.uplift: it is below nil"),
        (
            COMPANY,
            'share = "50%"',
            "",
            "[0].dividend.share: there is neither a share nor a target",
        ),
        (
            COMPANY,
            "interest = { Exeter = 1000 }",
            'interest = { "x]y.z" = -3 }',
            "company_accounts[0].year[0].interest.x]y.z: it is below nil",
        ),
        (
            COMPANY,
            'owner = "Exeter"',
            'owner = "Devon"',
            "[0].year[0].recharge[0].owner: Devon is no owner",
        ),
        (
            COMPANY,
            "income = 100000",
            "income = 0.5",
            "[0].year[0].income: 0.5 without quotes is a float",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text: str, old: str, new: str, words: str) -> None:
    assert old in text
    with pytest.raises(InputError) as refused:
        worked(text.replace(old, new, 1))
    assert words in str(refused.value)


def test_a_business_case_shows_what_hangs_on_the_rate() -> None:
    also = BUSINESS_CASE.replace('vary = ["10%"]', 'vary = ["10%"]\nalso_at = ["0%", "12.5%"]')
    figures, said = worked(also).figures, report(also)
    name = next(path[1] for path in figures if path[0] == "business_case")
    for rate in ("0%", "12.5%"):
        for option in worked(also).case.workings[0].options:  # type: ignore[union-attr]  # it is the business case
            assert ("business_case", name, "npv-at", option.name, rate) in figures
        assert f"Net present value at {rate} a year" in " ".join(said.split())
    assert "a year" not in report(BUSINESS_CASE).split("Net present value")[1]


def test_a_company_year_may_be_sold_at_the_prices_of_the_company() -> None:
    figures = worked(COMPANY + SOLD).figures
    at = "company_accounts", "Payroll Ltd"
    assert figures[(*at, "sold", "Schools", "2027/28")] == Money.pounds(84_000)
    assert figures[(*at, "turnover", "2026/27")] == Money.pounds(100_000)
    assert figures[(*at, "turnover", "2027/28")] == Money.pounds(85_500)
    assert figures[(*at, "profit-before-tax", "2027/28")] == Money.pounds(25_500)
    said = report(COMPANY + SOLD)
    assert "Schools" in said
    assert "£500.00, whatever the quantity" in said
    assert "Price before VAT" not in report(COMPANY)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('price = "Licence"', 'price = "Licences"', "sale[1].price: 'Licences' is no price of the company."),
        ('price = "Licence"', 'price = "Licences"', "Accepted: one of: 'Licence', 'Payslip'."),
        ('price = "Licence"\n', "", "sale[1].price: it is missing"),
        ('"flat", amount', '"fat", amount', "company_accounts[0].prices.Licence.rule: 'fat' is not one of them"),
        ("Licence = {", "Licence = 3 #", "company_accounts[0].prices.Licence: 3 is not a table"),
        ('"flat", amount = 500', '"at cost"', "company_accounts[0].prices.Licence.rule: 'at cost' is not one of them"),
        ("times = 3", "times = 0", "sale[1].times: it is 0"),
        (
            'year = "2027/28"',
            'year = "2025/26"',
            "company_accounts[0].year[1].sale[0]: 1 April 2025 is before the first price",
        ),
    ],
)
def test_what_is_wrong_with_a_price_of_a_company_is_said_with_its_place(old: str, new: str, words: str) -> None:
    assert old in SOLD
    with pytest.raises(InputError) as refused:
        worked(COMPANY + SOLD.replace(old, new, 1))
    assert words in str(refused.value)


def test_a_year_of_a_target_is_given_once() -> None:
    text = """
[[savings]]
name = "x"
first = "2005/06"
years = 1
target = { sums = { "2005/06" = 4, "2005/2006" = 5 } }
"""
    with pytest.raises(InputError) as refused:
        worked(text)
    assert str(refused.value) == "savings[0].target.sums.2005/2006: 2005/06 is given twice. Accepted: each year once."


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Green Book 2003", "discounted by Green Book 2003, of 1 April 2003."),
        ("Green Book 2026", "discounted by Green Book 2026, of 5 February 2026."),
        ("Green Book 2026, health", "discounted by Green Book 2026, health, of 5 February 2026."),
    ],
)
def test_the_schedules_of_the_treasury_are_known_by_name(name: str, words: str) -> None:
    start, end = BUSINESS_CASE.index("[business_case.schedule]"), BUSINESS_CASE.index("[business_case.inflation]")
    named = BUSINESS_CASE[:start] + BUSINESS_CASE[end:]
    assert words in report(named.replace('vary = ["10%"]', f'vary = ["10%"]\nschedule = "{name}"'))
    with pytest.raises(InputError, match=r"schedule: 'Green Book 1991' is not one of them"):
        worked(named.replace('vary = ["10%"]', 'schedule = "Green Book 1991"'))


def test_what_a_line_was_spent_and_what_a_change_costs_may_be_a_rate_and_what_it_is_multiplied_by() -> None:
    multiplied = SAVINGS.replace("amount = 1000000", 'amount = { rate = "62.50", times = [20, 800] }')
    multiplied = multiplied.replace("amount = 80000", "amount = { rate = 4000, times = [20] }")
    assert work_out(read_case_text(TOP + multiplied)).figures == work_out(read_case_text(TOP + SAVINGS)).figures
