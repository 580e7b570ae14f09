from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from tests.agreements.facts import of_any_type

from lgtrade.answers import Verdict
from lgtrade.authorities import AuthorityKind, find, register
from lgtrade.cases import work_out
from lgtrade.cli import main
from lgtrade.files import from_json, read_additions, read_additions_text, read_case_text, to_json
from lgtrade.issues import InputError
from lgtrade.law import Additions, Designation, Eligibility
from lgtrade.strategies import additions

BODIES = """
format = 1
[[body]]
name = "Alrewas Parish Council"
kind = "parish council"
nation = "England"
also = ["Alrewas on Trent"]
eligibility = { resolved = 2023-05-09, elected = true, clerk = true }
[[body]]
name = "Crown Agents"
kind = "public body"
designation = { by = "SI 1981/1049", subjects = ["administrative, professional or technical services"] }
"""
CASE = """
format = 1
title = "Payroll for the Crown Agents"
assumption = "made up for this test"
[[service]]
key = "payroll"
name = "Payroll"
subject = "administrative, professional or technical services"
[[proposal]]
name = "payroll"
on = 2024-04-01
supplier = "{supplier}"
customer = "Crown Agents"
service = "payroll"
"""


def refusal(text: str) -> list[str]:
    with pytest.raises(InputError) as refused:
        read_additions_text(text)
    return [str(issue) for issue in refused.value.issues]


def test_a_case_may_name_the_bodies_that_are_added_and_is_told_what_the_law_has_to_know() -> None:
    added = read_additions_text(BODIES)
    case = read_case_text(CASE.format(supplier="Kent"), added)
    (proposal,) = (each.proposal for each in case.proposals)
    assert proposal.designation == added.designations["Crown Agents"]
    assert proposal.eligibility is None
    assert work_out(case).opinions[0].opinion.verdict is Verdict.YES
    (parish,) = (each.proposal for each in read_case_text(CASE.format(supplier="Alrewas"), added).proposals)
    assert parish.supplier.kind is AuthorityKind.PARISH
    assert parish.eligibility == Eligibility("2023-05-09", elected=True, clerk=True)


def test_what_a_case_says_itself_comes_first() -> None:
    text = CASE.format(supplier="Kent") + '[proposal.facts]\ndesignation = { by = "SI 2004/485" }\n'
    (proposal,) = (each.proposal for each in read_case_text(text, read_additions_text(BODIES)).proposals)
    assert proposal.designation == Designation("SI 2004/485")


def test_without_the_file_the_body_is_not_known() -> None:
    with pytest.raises(InputError, match="no authority in the register is called 'Crown Agents'"):
        read_case_text(CASE.format(supplier="Kent"))


def test_an_added_body_leaves_the_shipped_register_as_it_was() -> None:
    before = len(register())
    added = read_additions_text(BODIES)
    assert added.find("alrewas on trent") is added.find("Alrewas Parish Council")
    assert len(added.register) == before + 1
    assert added.find("Lichfield") is find("Lichfield")
    assert len(register()) == before
    with pytest.raises(InputError):
        find("Alrewas")


def test_all_that_is_wrong_with_the_bodies_is_said_together() -> None:
    twice = '[[body]]\nname = "{name}"\nkind = "district council"\nnation = "England"\n'
    text = "format = 1\n" + twice.format(name="Lichfield District Council") + twice.format(name="Mercia") * 2
    text += '[[body]]\nname = "A company"\nkind = "business"\neligibility = { clerk = true }\n'
    known = "one of: Lichfield District Council; Mercia."
    assert refusal(text) == [
        "authorities[0].name: 'Lichfield District Council' is already in the register. Accepted: another name.",
        "authorities[2].name: 'Mercia' is already in the register. Accepted: another name.",
        f"eligibility: 'A company' is not among the bodies that are added. Accepted: {known}",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("format = 1", ["body: it is missing. Accepted: tables headed [[body]]."]),
        (
            'format = 1\n[[body]]\nname = "X"\nkind = "business"\nfoo = 1\ndesignation = {}',
            [
                "body[0].designation.by: it is missing. Accepted: text in quotes.",
                (
                    "body[0].foo: nothing of that name is read here. "
                    "Accepted: one of: designation, eligibility, kind, name."
                ),
            ],
        ),
        ("format = 2\n[[body]]\nname = 'X'\nkind = 'business'", ["format: this format is not known. Accepted: 1."]),
    ],
)
def test_one_thing_wrong_with_a_file_of_bodies_gets_one_message(text: str, said: list[str]) -> None:
    assert refusal(text) == said


def test_two_persons_of_one_name_are_refused() -> None:
    person = '[[body]]\nname = "X"\nkind = "business"\n'
    assert refusal("format = 1\n" + person * 2) == [
        "persons[1].name: 'X' is given twice, or is in the register. Accepted: another name."
    ]


def test_a_person_does_not_take_the_name_of_a_council() -> None:
    taken = '[[body]]\nname = "Lichfield District Council"\nkind = "business"\n'
    assert "is in the register" in refusal("format = 1\n" + taken)[0]
    shouted = '[[body]]\nname = "LICHFIELD DISTRICT COUNCIL"\nkind = "parish council"\nnation = "England"\n'
    assert "is already in the register" in refusal("format = 1\n" + shouted)[0]


def test_nothing_may_be_said_of_a_body_that_is_not_added() -> None:
    with pytest.raises(InputError, match="Accepted: one of: none is added"):
        Additions(designations={"X": Designation("SI 1981/1049")})


@given(additions())
def test_every_added_body_is_found_by_its_name(added: Additions) -> None:
    for authority in added.authorities:
        assert added.find(authority.name) == authority
    for person in added.persons:
        assert added.find(person.name) == person
    assert from_json(to_json(added), Additions) == added


def test_the_command_line_reads_the_bodies_beside_the_case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case, bodies = tmp_path / "case.toml", tmp_path / "bodies.toml"
    case.write_text(CASE.format(supplier="Kent"), encoding="utf-8")
    bodies.write_text(BODIES, encoding="utf-8")
    assert read_additions(bodies) == read_additions_text(BODIES)
    assert main(["report", str(case), "--bodies", str(bodies)]) == 0
    assert "Crown Agents" in capsys.readouterr().out
    bodies.write_text("format = 1", encoding="utf-8")
    assert main(["report", str(case), "--bodies", str(bodies)]) == 2
    captured = capsys.readouterr()
    assert (captured.out, "body: it is missing" in captured.err) == ("", True)


def test_what_is_no_body_cannot_be_added() -> None:
    with pytest.raises(InputError) as refused:
        Additions(of_any_type(("x",)), of_any_type(("y",)))
    assert [str(issue) for issue in refused.value.issues] == [
        "authorities[0]: 'x' is of type str. Accepted: an Authority.",
        "persons[0]: 'y' is of type str. Accepted: a Person.",
    ]
