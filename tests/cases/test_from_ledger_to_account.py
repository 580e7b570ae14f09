"""Cases that charge for what a build-up comes to: from the ledger to the account."""

from __future__ import annotations

import pytest
from tests.cases.test_costing import LEDGER, TOP

from lgtrade.cases import work_out
from lgtrade.files import read_case_text
from lgtrade.issues import InputError

CHARGED = """
[[service]]
key = "payroll"
name = "Payroll"
unit = "payslip"

[[cost]]
build_up = "Payroll"

[[income]]
service = "payroll"
year = "2025/26"
heading = "Fees"
amount = 150000

[[account]]
service = "payroll"
"""


def test_what_a_build_up_comes_to_is_the_cost_that_an_account_is_held_against() -> None:
    worked = work_out(read_case_text(TOP + LEDGER + CHARGED))
    built = worked.figures["build_up", "Payroll", "total-cost", "payroll"]
    assert worked.figures["total-cost", "payroll", "2025/26"] == built
    assert worked.figures["total-cost", "own use", "2025/26"] == worked.figures["build_up", "Payroll", "not-chargeable"]
    assert worked.accounts[0].entries[0].cost == built


def test_a_build_up_that_stands_by_itself_is_no_cost_of_the_case() -> None:
    figures = work_out(read_case_text(TOP + LEDGER)).figures
    assert [path for path in figures if path[0] == "total-cost"] == []


def test_the_costs_of_a_build_up_are_to_the_penny_those_of_its_page_however_the_case_divides() -> None:
    thousands = "[division]\nunit = 1000\n"
    worked = work_out(read_case_text(TOP + thousands + LEDGER + CHARGED))
    built = worked.figures["build_up", "Payroll", "total-cost", "payroll"]
    assert worked.figures["total-cost", "payroll", "2025/26"] == built


def test_a_line_of_cost_that_takes_no_build_up_of_the_case_is_told_which_there_are() -> None:
    service = CHARGED.replace('build_up = "Payroll"', 'build_up = "ICT"\nheading = "Pay"')
    with pytest.raises(InputError) as caught:
        read_case_text(TOP + LEDGER + service)
    assert str(caught.value).splitlines() == [
        "cost[0].build_up: 'ICT' is not in the file. Accepted: a build-up: Payroll.",
        "cost[0].heading: nothing of that name is read here. Accepted: one of: build_up.",
    ]


def test_a_build_up_of_a_service_that_the_case_does_not_know_is_refused_as_its_costs() -> None:
    other = CHARGED.replace('"payroll"', '"audit"')
    with pytest.raises(InputError) as caught:
        read_case_text(TOP + LEDGER + other)
    assert str(caught.value).splitlines() == [
        (
            "cost[0].build_up: 'payroll' is charged for in it, and is no kind of service of the case. "
            "Accepted: a build-up of: audit."
        )
    ]


def test_a_build_up_that_cannot_be_read_has_its_own_message_only() -> None:
    with pytest.raises(InputError) as caught:
        read_case_text(TOP + LEDGER.replace("stated = 160000", "stated = false") + CHARGED)
    assert [line.partition(":")[0] for line in str(caught.value).splitlines()] == ["build_up[0].stated"]
