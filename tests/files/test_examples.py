"""The case files that we ship, with the exact figures that they come to."""

from __future__ import annotations

from pathlib import Path

import pytest

from lgtrade.accounts import Status
from lgtrade.answers import Verdict
from lgtrade.cases import WorkedCase, work_out
from lgtrade.files import from_json, read_case, to_json
from lgtrade.law import Outcome
from lgtrade.money import Money, Rate
from lgtrade.partnership import LineKind, Savings

EXAMPLES = Path(__file__).parents[2] / "examples"
CASES = sorted(EXAMPLES.glob("*.toml"))


def worked(name: str) -> WorkedCase:
    return work_out(read_case(EXAMPLES / f"{name}.toml"))


LICHFIELD = worked("lichfield-staffordshire-moorlands")
NEATH = worked("neath-port-talbot-building-control")
SOMERSET = worked("somerset-waste-board-2010-11")


def pounds(*values: str) -> list[Money]:
    return [Money.pounds(value) for value in values]


def test_the_help_desk_at_cost_is_supplied_under_the_1970_act() -> None:
    opinion = LICHFIELD.opinions[0].opinion
    assert opinion.verdict is Verdict.YES
    assert opinion.recommended is opinion["LAGSA1970_S1"]
    assert opinion["LGA2003_S93"].excluded_by == ("LGA 2003 s.93(2)(a)",)
    assert opinion["LGA2003_S95"].outcome is Outcome.NOT_IN_FORCE


def test_selling_it_at_a_margin_is_allowed_under_the_1970_act_without_a_company() -> None:
    opinion = LICHFIELD.opinions[1].opinion
    assert opinion.verdict is Verdict.YES
    assert opinion.recommended is opinion["LAGSA1970_S1"]


def test_selling_it_through_a_company_is_uncertain_and_the_council_is_pointed_back_to_the_1970_act() -> None:
    opinion = LICHFIELD.opinions[2].opinion
    assert opinion.verdict is Verdict.UNCERTAIN
    assert [question.id for question in opinion.questions] == ["Q2"]
    assert [each.fact for each in opinion.to_settle] == ["category", "business_case"]
    assert [each.power for each in opinion.instead] == ["LAGSA1970_S1"]


def test_the_help_desk_costs_its_own_lines_and_three_eighths_of_the_shared_ones() -> None:
    costs = [cost.total for cost in LICHFIELD.costs if cost.service == "help-desk"]
    assert costs == pounds("49,500", "50,580", "51,692.40", "48,338.17")


def test_each_years_charge_carries_the_balance_of_the_year_before() -> None:
    # £49,500 / 3,000; (£50,580 - £2,145) / 3,100; (£51,692.40 + £794) / 3,000, each rounded down to a penny
    rates = [each.unit_charge.rate for each in LICHFIELD.statements if each.unit_charge is not None]
    assert rates[:3] == [Rate("16.50"), Rate("15.62"), Rate("17.49")]


def test_the_commercial_charge_is_cost_and_an_eighth() -> None:
    # £48,338.17 x 1.125 / 3,000 = £18.1268...
    commercial = LICHFIELD.statements[3]
    assert commercial.unit_charge is not None
    assert commercial.unit_charge.rate == Rate("18.13")
    assert commercial.total == Money.pounds("53,302.20")


def test_moorlands_owes_a_penny_perfect_sum_for_each_year() -> None:
    assert [each.total for each in LICHFIELD.statements] == pounds("51,645", "47,641", "52,644.90", "53,302.20")
    assert [line.charge.amount for line in LICHFIELD.statements[0].lines] == pounds("25,080", "26,565")


def test_the_help_desk_ends_its_window_with_a_small_surplus_that_is_reported() -> None:
    (account,) = LICHFIELD.accounts
    assert [each.closing for each in account.positions] == pounds("2,145", "-794", "158.50")
    assert [each.status for each in account.positions] == [Status.MONITOR, Status.SHORT, Status.BREACH_RISK]


def test_each_district_gains_its_half_of_the_saving_and_the_grant_less_its_half_of_the_fees() -> None:
    for partner in ("Lichfield District Council", "Staffordshire Moorlands District Council"):
        assert LICHFIELD.sharing.of(partner, LineKind.SAVING) == Money.pounds("350,000")
        assert LICHFIELD.sharing.of(partner, LineKind.GRANT) == Money.pounds("75,000")
        assert LICHFIELD.sharing.net(partner) == Money.pounds("380,000")


def test_a_target_of_two_and_a_half_per_cent_a_year_outruns_a_level_saving() -> None:
    savings = [each for each in LICHFIELD.case.workings if isinstance(each, Savings)]
    shortfalls = [[year.short for year in each.by_year] for each in savings]
    assert shortfalls == [pounds("0", "30,000", "80,000"), pounds("0", "50,000", "110,000")]


def test_only_what_was_printed_is_not_marked_as_an_assumption() -> None:
    printed = [line.heading for line in LICHFIELD.case.shared if not hasattr(line.basis, "reason")]
    assert printed == ["Saving", "Government grant"]
    assert all(hasattr(line.basis, "reason") for line in LICHFIELD.case.costs)


def test_neath_port_talbot_reproduces_every_published_line_but_one_misprinted_total() -> None:
    # the published total of other work in the second table is £146,228; its own four lines add to £146,229
    assert len(NEATH.comparisons) == 22
    wrong = [each for each in NEATH.comparisons if not each.agrees]
    assert [(each.path, each.difference) for each in wrong] == [
        (("total-cost", "other-work", "2023/24"), Money.pounds(1))
    ]


def test_neath_port_talbot_recovers_895_thousandths_of_its_cost() -> None:
    (account,) = NEATH.accounts
    assert [each.entry.surplus for each in account.positions] == pounds("-13,676", "-57,618")
    assert account.closing == Money.pounds("-71,294")
    assert account.recovery is not None
    assert round(account.recovery * 1000) == 895


def test_somerset_reproduces_every_share_to_within_the_pound_that_the_source_rounds_to() -> None:
    assert len(SOMERSET.comparisons) == 83
    wrong = {each.path[1:]: each.difference for each in SOMERSET.comparisons if not each.agrees}
    assert wrong == {
        ("Administration, training and IT", "Somerset County Council"): Money.pounds(-1),
        ("Advertising", "Somerset County Council"): Money.pounds(1),
        ("Advertising", "Sedgemoor District Council"): Money.pounds(1),
        ("Unlabelled support line", "Sedgemoor District Council"): Money.pounds(1),
    }


def test_somerset_says_what_rounding_each_cell_left_over() -> None:
    assert SOMERSET.sharing.difference == Money.pounds(-2)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_worked_case_comes_back_from_json_as_it_went(path: Path) -> None:
    done = work_out(read_case(path))
    assert from_json(to_json(done), WorkedCase) == done
