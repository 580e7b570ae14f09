"""Cases that say what a service costs: from a ledger, by the hour and by the unit; read, worked out and reported."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from lgtrade import documents
from lgtrade.cases import work_out
from lgtrade.costing import BuildUp, OverheadMethod
from lgtrade.files import read_case, read_case_text
from lgtrade.issues import InputError
from lgtrade.money import HALF_UP, Money, to_lead

TOP = 'format = 1\ntitle = "What it costs"\nassumption = "made up for this test"\n'

LEDGER = """
[[build_up]]
name = "Payroll"
year = "2025/26"
services = ["payroll"]
other = ["own use"]
method = "step-down"
order = ["People", "ICT"]
stated = 160000

[build_up.pools]
People = "heads"
ICT = "devices"

[build_up.left_out]
Members = "it serves no one service"

[[build_up.key]]
name = "heads"
weights = { payroll = 3, "own use" = 6, ICT = 1 }

[[build_up.key]]
name = "devices"
shares = { payroll = "25%", "own use" = "50%", People = "25%" }

[[build_up.key]]
name = "floor area"
weights = { payroll = "120.5", "own use" = "361.5" }

[[build_up.line]]
centre = "payroll"
heading = "employees"
amount = 90000

[[build_up.line]]
centre = "People"
heading = "employees"
amount = 40000

[[build_up.line]]
centre = "ICT"
heading = "supplies and services"
amount = 20000
source = "the ledger"

[[build_up.line]]
centre = "Town hall"
heading = "premises"
amount = 10000
key = "floor area"
note = "rent and rates"

[[build_up.line]]
centre = "Members"
heading = "transport"
amount = 500
year = "2025/26"

[[build_up.overhead]]
heading = "insurance"
part = "10%"
of = ["employees", "premises"]
"""

CARD = """
[[rate_card]]
name = "Legal"
rounding = "half up"
to = "0.5"
elsewhere = { Market = 195 }

[rate_card.time]
days = 260
lost = { leave = 27, "bank holidays" = 8, training = 5, sickness = "6.5" }
hours_a_day = "7.4"

[[rate_card.on_cost]]
heading = "Pension"
part = "19.5%"

[[rate_card.grade]]
name = "Solicitor"
pay = 40000
on_cost = [{ heading = "National insurance", amount = 4200 }]

[[rate_card.grade]]
name = "Clerk"
pay = 20000
time = { days = 130, lost = { leave = 10 }, hours_a_day = 7 }

[[rate_card.grade]]
name = "Apprentice"
rate = 15
source = "the old card"

[[rate_card.work]]
name = "A lease"
hours = { Solicitor = "2.5", Apprentice = 1 }
"""

UNIT = """
[[unit_cost]]
name = "Help desk"
unit = "call"
units = 3000
capacity = 4000
stated = 75000

[[unit_cost.line]]
heading = "Employees"
amount = 60000
fixed = "100%"

[[unit_cost.line]]
heading = "Calls"
amount = 9000
fixed = "1/3"

[[unit_cost.line]]
heading = "Finance"
amount = 6000
fixed = "100%"
kind = "overhead"
"""


def report(text: str) -> str:
    return documents.text(work_out(read_case_text(TOP + text)))


def test_a_ledger_is_built_up_and_reported() -> None:
    worked = work_out(read_case_text(TOP + LEDGER))
    assert isinstance(built := worked.case.workings[0], BuildUp)
    assert built.method is OverheadMethod.STEP_DOWN
    assert worked.figures["build_up", "Payroll", "ledger"] == Money.pounds(160_500)
    assert worked.figures["build_up", "Payroll", "total-cost", "payroll"] == Money.pounds(121_750)
    assert worked.figures["build_up", "Payroll", "total-cost", "own use"] == Money.pounds(48_250)
    said = documents.text(worked)
    for words in (
        "Payroll, 2025/26",
        (
            "The ledger adds to £160,500.00: £90,000.00 direct, £10,000.00 attributable, £60,000.00 overhead, and\n"
            "£500.00 left out."
        ),
        "That includes £10,000.00 of overheads that the ledger does not hold.",
        "The lines add to £500.00 more than the £160,000.00 that is stated.",
        "Members, £500.00, is left out: it serves no one service.",
        "The cost of support services is passed on by the step-down method, and in the end is borne so:",
        "by floor area",
        "rent and rates",
        "CIPFA, Service Reporting Code of Practice",
    ):
        assert words in said


def test_no_page_of_what_it_costs_leads_away_from_the_law() -> None:
    assert "<a " not in documents.html(work_out(read_case_text(TOP + LEDGER + CARD + UNIT)))


def test_a_ledger_that_adds_up_and_has_nothing_to_pass_on_is_said_in_few_words() -> None:
    plain = LEDGER[: LEDGER.index("method")] + "stated = 90000\n" + LEDGER[LEDGER.index("[[build_up.line]]") :]
    said = report(plain[: plain.index('[[build_up.line]]\ncentre = "People"')])
    assert "The lines add to what is stated, £90,000.00." in said
    for words in ("support services is passed on", "does not hold", "is left out:", "leaves"):
        assert words not in said
    assert "less than the £90,001.00 that is stated" in report(
        plain[: plain.index('[[build_up.line]]\ncentre = "People"')].replace("90000\n", "90001\n", 1)
    )


def test_a_ledger_divided_cell_by_cell_says_what_is_left_over() -> None:
    text = LEDGER.replace('method = "step-down"', 'division = { remainder = "cell by cell", unit = 1 }').replace(
        'order = ["People", "ICT"]', ""
    )
    assert "Rounding each cell by itself leaves" in report(text.replace("amount = 10000", "amount = 10002"))


def test_the_odd_pence_may_go_to_a_lead() -> None:
    text = LEDGER.replace("stated = 160000", 'division = { remainder = "to the lead authority", lead = "payroll" }')
    assert isinstance(built := read_case_text(TOP + text).workings[0], BuildUp)
    assert built.remainder == to_lead("payroll")


def test_a_rate_card_is_worked_out_and_reported() -> None:
    worked = work_out(read_case_text(TOP + CARD))
    assert {"/".join(path[2:]): str(figure) for path, figure in worked.figures.items()} == {
        "hours/Solicitor": "15799/10",
        "cost/Solicitor": "£52,000.00",
        "hours/Clerk": "840",
        "cost/Clerk": "£23,900.00",
        "rate/Solicitor": "£33.00",
        "rate/Clerk": "£28.50",
        "rate/Apprentice": "£15.00",
        "day-rate/Solicitor": "£243.50",
        "day-rate/Clerk": "£199.00",
        "work/A lease": "£97.50",
        "elsewhere/A lease/Market": "£682.50",
        "margin/A lease/Market": "£585.00",
        "all-work": "£97.50",
        "all-elsewhere/Market": "£682.50",
        "all-margin/Market": "£585.00",
    }
    said = documents.text(worked)
    for words in (
        "Rates are rounded half up to £0.5.",
        "Pension: 19.5% of the pay",
        "Solicitor, National insurance: £4,200.00 a year",
        "260 days less 46.5 (leave, bank holidays, training, sickness), at 7.4 hours a day.",
        "1,579.9",
        "£585.00",
    ):
        assert words in said


def test_the_cost_of_a_unit_is_worked_out_and_reported() -> None:
    said = report(UNIT)
    for words in (
        "Help desk: what one call costs",
        "33.3%",
        "The lines add to what is stated, £75,000.00.",
        "Each is of one call, of 3,000 in all, rounded half up to a penny.",
        "Of a capacity of 4,000, 1,000 is not used; that costs £17,250.00.",
    ):
        assert words in said


def test_what_is_not_stated_is_not_said() -> None:
    built = report(LEDGER.replace("stated = 160000", ""))
    assert "that is stated" not in built
    card = report(CARD[: CARD.index("[[rate_card.work]]")])
    assert "By this card" not in card
    assert "More than" not in card
    unit = report(UNIT.replace("capacity = 4000\nstated = 75000", "").replace('fixed = "1/3"', ""))
    assert "not known" in unit
    for words in ("Marginal cost", "at capacity", "Of a capacity", "stated"):
        assert words not in unit


def test_a_card_of_rates_that_are_all_stated_says_nothing_of_how_they_are_built() -> None:
    said = report('[[rate_card]]\nname = "Legal"\ngrade = [{ name = "Solicitor", rate = 66 }]\n')
    assert "£66.00" in said
    for words in ("Rates are rounded", "of the pay", "hours a day"):
        assert words not in said


def test_the_rates_of_a_published_card_price_the_same_work_here_and_at_what_others_charge() -> None:
    file = Path(__file__).parent / "published" / "north-devon-legal-rate-card-2020.toml"
    figures = {path[2:]: figure for path, figure in work_out(read_case(file)).figures.items()}
    work = "A section 106 agreement"
    assert figures["work", work] == Money.pounds(910)
    assert figures["elsewhere", work, "Cheshire East Council, 2018"] == Money.pounds(2925)
    assert figures["margin", work, "Cheshire East Council, 2018"] == Money.pounds(2015)


@pytest.mark.parametrize(
    ("text", "old", "new", "said"),
    [
        (LEDGER, 'services = ["payroll"]', "", "build_up[0].services: it is missing. Accepted: a list of the services"),
        (LEDGER, 'year = "2025/26"', "", "build_up[0].year: it is missing."),
        (LEDGER, 'name = "heads"', "", "build_up[0].key[0].name: it is missing."),
        (
            LEDGER,
            'People = "heads"',
            'People = "staff"',
            "build_up[0].pools.People: 'staff' is not among the keys. Accepted: a key: heads, devices, floor area.",
        ),
        (
            LEDGER,
            'key = "floor area"',
            'key = "area"',
            "build_up[0].line[3].key: 'area' is not among the keys. Accepted: a key: heads, devices, floor area.",
        ),
        (
            LEDGER,
            'heading = "transport"',
            'heading = "travel"',
            "build_up[0].line[4].heading: 'travel' is not one of them. Accepted: one of: \"employees\"; ",
        ),
        (LEDGER, 'year = "2025/26"\n\n[[build_up.over', 'year = "2024/25"\n\n[[build_up.over', "a line of 2024/25."),
        (
            LEDGER,
            'of = ["employees", "premises"]',
            'of = ["pay"]',
            "build_up[0].overhead[0].of: 'pay' is not one of them.",
        ),
        (
            LEDGER,
            'of = ["employees", "premises"]',
            'of = "employees"',
            "build_up[0].overhead[0].of: 'employees' is not a list. Accepted: a list of texts in quotes.",
        ),
        (LEDGER, 'order = ["People", "ICT"]', 'order = ["People"]', "build_up[0].order: it misses 'ICT'."),
        (
            LEDGER,
            "stated = 160000",
            'division = { remainder = "to the lead authority" }',
            "build_up[0].division.lead: the rule and the lead do not go together.",
        ),
        (
            LEDGER,
            "stated = 160000",
            'division = { remainder = "to me" }',
            "build_up[0].division.remainder: 'to me' is not one of them.",
        ),
        (
            LEDGER,
            "stated = 160000",
            'division = { remainder = "to the lead authority", lead = 5 }',
            "build_up[0].division.lead: 5 is not text.",
        ),
        (LEDGER, 'Members = "it serves no one service"', "Members = 5", "build_up[0].left_out.Members: 5 is not text."),
        (CARD, "days = 260", "days = 40", "rate_card[0].time.lost: 40 days less 46.5 leave no productive time."),
        (CARD, 'part = "19.5%"', "part = 0.195", "rate_card[0].on_cost[0].part: 0.195 without quotes is a float"),
        (CARD, "pay = 20000", "pay = 20000\nrate = 9", "rate_card[0].grade[1].pay: it has to have either"),
        (CARD, "Apprentice = 1 }", "Trainee = 1 }", "rate_card[0].work[0].hours[Trainee]: 'Trainee' is no grade"),
        (CARD, "Market = 195", "Market = 19.5", "rate_card[0].elsewhere.Market: 19.5 without quotes is a float"),
        (CARD, 'to = "0.5"', "to = 0", "rate_card[0].to.unit: the unit is not over zero."),
        (UNIT, "units = 3000", "units = 0", "unit_cost[0].units: a cost of £75,000.00 falls on no units."),
        (UNIT, 'fixed = "1/3"', 'fixed = "140%"', "unit_cost[0].line[1].fixed: 140% is not a part of a whole."),
        (UNIT, 'kind = "overhead"', 'kind = "indirect"', "unit_cost[0].line[2].kind: 'indirect' is not one of them."),
    ],
)
def test_what_is_wrong_with_what_it_costs_is_said_with_its_place(text: str, old: str, new: str, said: str) -> None:
    assert old in text
    with pytest.raises(InputError) as refused:
        read_case_text(TOP + text.replace(old, new))
    assert said in str(refused.value)


def test_a_build_up_without_keys_says_that_there_are_none() -> None:
    text = '[[build_up]]\nname = "Payroll"\nyear = "2025/26"\nservices = ["payroll"]\npools = { ICT = "heads" }\n'
    with pytest.raises(InputError, match="Accepted: a key: none is given in the build-up"):
        read_case_text(TOP + text)


def test_the_days_of_a_year_may_be_a_fraction() -> None:
    """365 days less 52 and a seventh weekends of two days: 1825/7."""
    worked = work_out(read_case_text(TOP + CARD.replace("days = 260", 'days = "1825/7"')))
    assert worked.figures["rate_card", "Legal", "hours", "Solicitor"] == (
        Fraction(1825, 7) - 46 - Fraction(1, 2)
    ) * Fraction("7.4")


def test_what_is_wrong_with_all_of_a_list_is_said_by_the_name_that_the_file_has_for_it() -> None:
    stated = '\n[[rate_card.grade]]\nname = "Trainee"\nrate = 20\non_cost = [{ heading = "Pension", part = "5%" }]\n'
    with pytest.raises(InputError) as refused:
        read_case_text(TOP + CARD + stated)
    assert str(refused.value) == (
        "rate_card[0].grade[3].on_cost: it has on-costs and no pay. Accepted: on-costs with pay only."
    )


def test_a_rate_card_may_bear_overheads_on_pay_and_on_costs() -> None:
    text = CARD.replace(
        "[[rate_card.on_cost]]", '[[rate_card.overhead]]\nheading = "Rent"\npart = "10%"\n\n[[rate_card.on_cost]]', 1
    )
    figures = (work_out(read_case_text(TOP + each)).figures for each in (CARD, text))
    before, after = (each["rate_card", "Legal", "cost", "Solicitor"] for each in figures)
    assert isinstance(before, Money)
    assert after == before.amount.times(Fraction(11, 10)).round(HALF_UP)
    assert "Rent: 10.0% of the pay and on-costs" in report(text)
