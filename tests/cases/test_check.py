"""Case files that say what a careful lawyer would answer, compared exactly with what the library finds."""

from __future__ import annotations

from pathlib import Path

import pytest

from lgtrade.answers import Verdict
from lgtrade.authorities import find
from lgtrade.cases import Case, Expectation, NamedProposal, check, differences
from lgtrade.cli import main
from lgtrade.files import read_case, read_case_text
from lgtrade.issues import InputError
from lgtrade.law import Proposal, assess
from lgtrade.services import ServiceKind, Subject
from lgtrade.sources import Assumption

FILES = sorted((Path(__file__).parent / "law").rglob("*.toml"))
PAYROLL = ServiceKind("payroll", "Payroll", Subject.PROFESSIONAL)
KENT_FOR_LICHFIELD = Proposal(on="2003-12-01", supplier=find("Kent"), customer=find("Lichfield"), service=PAYROLL)

A_FILE = """
format = 1
title = "Payroll for a neighbour"
source = "the Acts"
[[service]]
key = "payroll"
name = "Payroll"
subject = "administrative, professional or technical services"
[[proposal]]
name = "payroll"
service = "payroll"
on = 2003-12-01
supplier = "Kent"
customer = "Lichfield"
"""
EXPECTED = """
[proposal.expect]
verdict = "yes"
available = ["LAGSA1970_S1"]
[proposal.expect.excluded_by]
LGA2003_S93 = ["LGA 2003 s.93(2)(a)"]
"""
WRONG = """
[proposal.expect]
verdict = "no"
why = "a mistake"
[proposal.expect.powers]
LGA2003_S93 = "available"
"""


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_every_answer_is_the_one_that_the_case_file_expects(path: Path) -> None:
    case = read_case(path)
    assert any(each.expected is not None for each in case.proposals)
    assert [f"{each.proposal}, {each.of}: {each.expected}, found {each.found}" for each in check(case)] == []


def test_there_are_case_files_for_the_vectors_the_traps_and_the_scenarios() -> None:
    names = {path.stem for path in FILES}
    assert {"vectors-charging", "vectors-wales", "traps", "charging", "trading"} <= names
    assert sum(len(read_case(path).proposals) for path in FILES) > 160


def test_everything_that_is_not_as_expected_is_said_with_the_reasons() -> None:
    expected = Expectation(
        verdict=Verdict.NO,
        overall=Verdict.NO,
        available=("LGA2003_S93",),
        powers={"LGA2003_S93": "available", "CODE_parking-on-street": "available"},
        excluded_by={"LGA2003_S93": (), "CODE_parking-on-street": ("RTRA 1984 s.45",)},
        questions=("Q2",),
        overlays={"PURPOSE": "stands in the way"},
    )
    found = differences("payroll", expected, assess(KENT_FOR_LICHFIELD))
    assert [(each.of, each.expected, each.found) for each in found] == [
        ("verdict", "no", "yes"),
        ("overall", "no", "uncertain"),
        ("available", "LGA2003_S93", "LAGSA1970_S1"),
        ("LGA2003_S93", "available", "excluded"),
        ("CODE_parking-on-street", "available", "not found"),
        ("LGA2003_S93 excluded by", "none", "LGA 2003 s.93(2)(a)"),
        ("CODE_parking-on-street excluded by", "RTRA 1984 s.45", "none"),
        ("PURPOSE", "stands in the way", "nothing stands in the way"),
        ("questions", "Q2", "none"),
    ]
    assert [str(reason.provision) for reason in found[3].because] == ["LGA 2003 s.93(2)(a)"]


def test_what_is_left_out_is_not_compared() -> None:
    named = NamedProposal("payroll", KENT_FOR_LICHFIELD, Assumption("an example"), Expectation())
    unchecked = NamedProposal("more payroll", KENT_FOR_LICHFIELD, Assumption("an example"))
    assert check(Case("Payroll", Assumption("an example"), proposals=(named, unchecked))) == ()


def test_an_expectation_names_only_what_there_is() -> None:
    with pytest.raises(InputError) as caught:
        Expectation(
            available=("S93",), powers={"LGA2003_S93": "lawful"}, excluded_by={"S95": ()}, overlays={"TAX": "clear"}
        )
    assert [issue.place for issue in caught.value.issues] == [
        "excluded_by.S95",
        "available.S93",
        "powers.LGA2003_S93",
        "overlays.TAX",
        "overlays.TAX",
    ]


@pytest.mark.parametrize(
    ("text", "status", "written"),
    [
        (A_FILE + EXPECTED, 0, "1 of 1 proposals are as expected"),
        (A_FILE + WRONG, 1, "0 of 1 proposals are as expected"),
    ],
)
def test_the_command_compares_and_says_by_its_status_whether_all_is_as_expected(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, status: int, written: str
) -> None:
    path = tmp_path / "case.toml"
    path.write_text(text, encoding="utf-8")
    assert main(["check", str(path)]) == status
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"{path}: {written}"
    assert [line for line in lines[1:] if not line.endswith("1970 s.1(4)]")] == ([] if status == 0 else SIDE_BY_SIDE)


def test_a_rule_beside_the_power_without_a_provision_is_given_as_the_reason_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "case.toml"
    expected = '[proposal.expect.overlays]\nPURPOSE = "stands in the way"\n'
    path.write_text(A_FILE + expected, encoding="utf-8")
    assert main(["check", str(path)]) == 1
    assert capsys.readouterr().out.splitlines()[1:] == [
        "  payroll, PURPOSE: expected stands in the way, found nothing stands in the way",
        "    found because: Nothing is said of a charge set to pay for something else.",
    ]


SIDE_BY_SIDE = [
    "  payroll, verdict: expected no, found yes",
    "    expected because: a mistake",
    (
        "    found because: Payroll falls under administrative, professional or technical services. "
        "[LA(G&S)A 1970 s.1(1)(b)]"
    ),
    (
        "    found because: The Act itself sets no limit on what may be supplied to Lichfield District Council. "
        "[LA(G&S)A 1970 s.1(6)]"
    ),
    (
        "    found because: No duty to Lichfield District Council, and no prohibition, is said to bear on it. "
        "[LA(G&S)A 1970 s.1(1)]"
    ),
    "  payroll, LGA2003_S93: expected available, found excluded",
    "    expected because: a mistake",
    "    found because: LA(G&S)A 1970 s.1 gives a power to charge for it. [LGA 2003 s.93(2)(a)]",
]


def test_a_file_that_expects_nothing_is_not_passed_and_the_others_are_checked_all_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nothing, whole = tmp_path / "nothing.toml", tmp_path / "whole.toml"
    nothing.write_text(A_FILE, encoding="utf-8")
    whole.write_text(A_FILE + EXPECTED, encoding="utf-8")
    assert main(["check", str(nothing), str(whole)]) == 2
    written = capsys.readouterr()
    assert "nothing is expected in it, so nothing can be checked" in written.err
    assert written.out == f"{whole}: 1 of 1 proposals are as expected\n"


def test_particulars_are_read_part_by_part_and_every_problem_is_noted_with_its_place() -> None:
    facts = """
    [proposal.facts.designation]
    by = "SI 1981/1049"
    subjects = ["administrative, professional or technical services", "advice"]
    [proposal.facts.company]
    owners = [ { name = "Kent", votes = "60%", kind = "local authority" }, { name = "a firm", kind = "private" } ]
    [proposal.facts.procurement]
    route = "a raffle"
    value = 0.5
    """
    with pytest.raises(InputError) as caught:
        read_case_text(A_FILE + facts)
    assert [issue.place for issue in caught.value.issues] == [
        "proposal[0].facts.designation.subjects[1]",
        "proposal[0].facts.company.owners[1].votes",
        "proposal[0].facts.company.owners[1].kind",
        "proposal[0].facts.procurement.route",
        "proposal[0].facts.procurement.value",
    ]


def test_whole_particulars_become_the_facts_of_the_proposal() -> None:
    facts = """
    [proposal.facts]
    eligibility = true
    [proposal.facts.designation]
    by = "SI 1981/1049"
    subjects = ["administrative, professional or technical services"]
    only = ["Kent County Council"]
    [proposal.facts.business_case]
    approved = 2003-11-01
    heads = ["objectives"]
    published = true
    [proposal.facts.assistance]
    amount = 1000
    earlier = [ { on = 2002-05-01, amount = "20.50" } ]
    """
    (named,) = read_case_text(A_FILE + facts).proposals
    given = named.proposal
    assert given.eligibility is True
    assert str(given.designation) == str(given.designation)
    assert given.designation.subjects == (Subject.PROFESSIONAL,)  # type: ignore[union-attr]
    assert given.business_case.published is True  # type: ignore[union-attr]
    assert str(given.assistance.earlier[0].amount) == "£20.50"  # type: ignore[union-attr, index]


def test_an_activity_that_has_no_enactments_of_its_own_is_refused_with_the_nearest() -> None:
    text = A_FILE.replace('name = "Payroll"', 'name = "Payroll"\nactivity = "libary-lending"')
    with pytest.raises(InputError, match="library-lending"):
        read_case_text(text)


def test_a_table_where_none_is_read_and_a_table_that_is_none_are_told_apart() -> None:
    with pytest.raises(InputError) as caught:
        read_case_text(A_FILE + "expect = 3\n")
    assert [issue.place for issue in caught.value.issues] == ["proposal[0].expect"]
