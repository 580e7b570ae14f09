from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.agreements.facts import of_any_type, said

from lgtrade.agreements import Assignment, Departure, Responsibility, ResponsibilityMatrix
from lgtrade.answers import Verdict
from lgtrade.files import from_json, to_json
from lgtrade.strategies._governance import assignments, departures, responsibility_matrices

R, A, C, I = (  # noqa: E741  # the letters of the table
    Responsibility.RESPONSIBLE,
    Responsibility.ACCOUNTABLE,
    Responsibility.CONSULTED,
    Responsibility.INFORMED,
)
TABLE = ResponsibilityMatrix(
    (
        Assignment("Payroll", "Lichfield", A),
        Assignment("Payroll", "Lichfield", R),
        Assignment("Payroll", "Tamworth", I),
        Assignment("Help desk", "Stafford", A),
        Assignment("Help desk", "Tamworth", R),
        Assignment("Help desk", "Lichfield", R),
        Assignment("Help desk", "Lichfield", C),
    )
)
FEW_PARTIES = st.sampled_from(["Lichfield", "Stafford", "Tamworth"])
TABLES = responsibility_matrices(FEW_PARTIES) | responsibility_matrices()
TWICE = "it is the same as assignment 0: 'Lichfield' is accountable for 'Payroll'"
ONE = "Accepted: exactly one accountable party."
AWKWARD = st.text("ab|\\*_`[]<>#!~&$:^={} \n\r\t\x0b\x1b\u2028\u202e", min_size=1)


def cells(line: str) -> list[str]:
    """Read a line of a Markdown table as it is shown: a letter after a backslash stands for itself."""
    cells = re.sub(r"\\(.)", _hidden, line).split("|")[1:-1]
    return ["".join(map(_shown, cell.strip(" "))) for cell in cells]


def _hidden(escaped: re.Match[str]) -> str:
    return chr(0xE000 + ord(escaped[1]))


def _shown(letter: str) -> str:
    return chr(ord(letter) - 0xE000) if "\ue000" <= letter < "\ue080" else letter


@given(TABLES)
def test_each_activity_has_one_accountable_party_and_somebody_who_does_it(table: ResponsibilityMatrix) -> None:
    for activity in table.activities:
        assert table.who(activity, A) == (table.accountable_for(activity),)
        assert table.who(activity, R)


@given(TABLES)
def test_the_rows_hold_every_assignment_and_nothing_else(table: ResponsibilityMatrix) -> None:
    letters = {each.letter: each for each in Responsibility}
    held = {
        Assignment(activity, party, letters[letter])
        for activity, *row in table.rows
        for party, cell in zip(table.header[1:], row, strict=True)
        for letter in cell.split("/")
        if letter
    }
    assert held == set(table.assignments)


@given(TABLES)
def test_a_party_has_an_activity_exactly_if_it_is_named_for_it(table: ResponsibilityMatrix) -> None:
    for party in table.parties:
        named = {
            activity
            for activity in table.activities
            if any(party in table.who(activity, responsibility) for responsibility in Responsibility)
        }
        assert set(table.activities_of(party)) == named
        assert named


@given(TABLES)
def test_a_departure_leaves_undone_what_only_that_party_does(table: ResponsibilityMatrix) -> None:
    for party in table.parties:
        rest = [each for each in table.assignments if each.party != party]
        departure = table.without(party)
        for responsibility, bare in ((A, departure.without_accountable), (R, departure.without_responsible)):
            still = {each.activity for each in rest if each.responsibility is responsibility}
            assert bare == tuple(activity for activity in table.activities if activity not in still)


@given(TABLES, st.text())
def test_a_party_that_is_in_no_row_leaves_nothing_undone(table: ResponsibilityMatrix, name: str) -> None:
    if name not in table.parties:
        departure = table.without(name)
        assert (departure.without_accountable, departure.without_responsible) == ((), ())
        assert table.activities_of(name) == ()


@given(TABLES)
def test_nothing_is_found_against_the_parties_that_are_named(table: ResponsibilityMatrix) -> None:
    assert table.checked_against(table.parties) == ()
    assert len(table.checked_against(())) == len(table.assignments)


@given(responsibility_matrices(AWKWARD) | responsibility_matrices())
def test_every_name_is_shown_in_markdown_as_it_is_written(table: ResponsibilityMatrix) -> None:
    header, rule, *rows = table.markdown().split("\n")
    assert rule == "|" + " --- |" * len(table.header)
    for line, written in zip((header, *rows), (table.header, *table.rows), strict=True):
        assert line.isprintable()
        expected = [
            "".join(letter if letter.isprintable() else "?" for letter in " ".join(cell.split())) for cell in written
        ]
        assert cells(line) == expected


@given(assignments())
def test_an_assignment_comes_back_from_json_as_it_went(assignment: Assignment) -> None:
    assert from_json(to_json(assignment), Assignment) == assignment


@given(TABLES)
def test_a_table_comes_back_from_json_as_it_went(table: ResponsibilityMatrix) -> None:
    assert from_json(to_json(table), ResponsibilityMatrix) == table


@given(departures())
def test_a_departure_comes_back_from_json_and_is_answered_no_exactly_if_something_is_left(departure: Departure) -> None:
    assert from_json(to_json(departure), Departure) == departure
    left = departure.without_accountable or departure.without_responsible
    assert departure.answer.verdict is (Verdict.NO if left else Verdict.YES)


def test_a_table_names_who_does_what() -> None:
    assert TABLE.activities == ("Payroll", "Help desk")
    assert TABLE.parties == ("Lichfield", "Tamworth", "Stafford")
    assert TABLE.accountable_for("Help desk") == "Stafford"
    assert TABLE.who("Help desk", R) == ("Tamworth", "Lichfield")
    assert TABLE.who("Payroll", C) == ()
    assert TABLE.activities_of("Tamworth") == ("Payroll", "Help desk")
    assert TABLE.activities_of("Stafford") == ("Help desk",)


def test_a_table_is_shown_with_the_letters_in_their_usual_order() -> None:
    assert TABLE.header == ("Activity", "Lichfield", "Tamworth", "Stafford")
    assert TABLE.rows == (("Payroll", "A/R", "I", ""), ("Help desk", "R/C", "R", "A"))
    assert [each.letter for each in Responsibility] == ["R", "A", "C", "I"]
    assert TABLE.markdown() == (
        "| Activity | Lichfield | Tamworth | Stafford |\n"
        "| --- | --- | --- | --- |\n"
        "| Payroll | A/R | I |  |\n"
        "| Help desk | R/C | R | A |"
    )


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("King's Lynn & West Norfolk", r"King's Lynn \& West Norfolk"),
        ("Stoke-on-Trent (city), no. 1", "Stoke-on-Trent (city), no. 1"),
        ("a|b", r"a\|b"),
        ("a\\", "a\\\\"),
        ("a\\|b", r"a\\\|b"),
        ("*a* _b_ `c` ~d~ ^e^ $f$ ==g==", r"\*a\* \_b\_ \`c\` \~d\~ \^e\^ \$f\$ \=\=g\=\="),
        ("<b> ![x](y) {z} #1", r"\<b\> \!\[x\](y) \{z\} \#1"),
        ("https://example.org", r"https\://example.org"),
        ("one\n| two |\r\n\u2028three", r"one \| two \| three"),
        ("red\x1b[31m", r"red?\[31m"),
    ],
)
def test_a_name_starts_nothing_in_markdown(name: str, written: str) -> None:
    table = ResponsibilityMatrix((Assignment(name, name, A), Assignment(name, name, R)))
    assert table.markdown() == f"| Activity | {written} |\n| --- | --- |\n| {written} | A/R |"


@pytest.mark.parametrize(
    ("party", "departure", "words"),
    [
        ("Tamworth", ((), ()), "Without Tamworth every activity has an accountable and a responsible party."),
        ("Stafford", (("Help desk",), ()), "Without Stafford nobody is accountable for: Help desk."),
        (
            "Lichfield",
            (("Payroll",), ("Payroll",)),
            "Without Lichfield nobody is accountable for: Payroll. Nobody is responsible for: Payroll.",
        ),
    ],
)
def test_a_departure_says_what_would_be_left_undone(
    party: str, departure: tuple[tuple[str, ...], tuple[str, ...]], words: str
) -> None:
    assert TABLE.without(party) == Departure(party, *departure)
    assert str(TABLE.without(party).answer.words) == words


def test_a_departure_may_leave_only_the_work_undone() -> None:
    answer = Departure("Tamworth", (), ("Payroll", "Help desk")).answer
    assert str(answer.words) == "Without Tamworth nobody is responsible for: Payroll, Help desk."


def test_a_party_that_is_not_in_the_agreement_is_found_wherever_it_is_named() -> None:
    issues = TABLE.checked_against(name for name in ("Lichfield", "Stafford"))
    accepted = "Accepted: a party to the agreement: 'Lichfield'; 'Stafford'."
    assert [str(issue) for issue in issues] == [
        f"assignments[2].party: 'Tamworth' is not a party to the agreement. {accepted}",
        f"assignments[4].party: 'Tamworth' is not a party to the agreement. {accepted}",
    ]
    assert str(TABLE.checked_against([])[0]).endswith("Accepted: a party to the agreement: none.")


def test_an_activity_that_is_not_in_the_table_is_refused() -> None:
    words = ["activity: 'Audit' is not in the table. Accepted: one of: 'Payroll'; 'Help desk'."]
    assert said(lambda: TABLE.accountable_for("Audit")) == words
    assert said(lambda: TABLE.who("Audit", R)) == words


def test_all_that_is_wrong_with_an_assignment_is_said() -> None:
    assert said(lambda: Assignment("", of_any_type(7), of_any_type("A"))) == [
        "activity: it is empty. Accepted: what is to be done.",
        "party: 7 is of type int. Accepted: the name of a party.",
        "responsibility: 'A' is of type str. Accepted: a Responsibility.",
    ]


@pytest.mark.parametrize(
    ("given_", "words"),
    [
        ((), ["assignments: there is no assignment. Accepted: at least one activity with its parties."]),
        ([], ["assignments: [] is of type list. Accepted: a tuple of Assignments."]),
        (("A",), ["assignments[0]: 'A' is of type str. Accepted: an Assignment."]),
        (
            (
                Assignment("Payroll", "Lichfield", A),
                Assignment("Audit", "Lichfield", R),
                Assignment("Payroll", "Tamworth", A),
                Assignment("Payroll", "Lichfield", A),
            ),
            [
                f"assignments[3]: {TWICE}. Accepted: each assignment once.",
                f"assignments: 2 parties are accountable for 'Payroll': 'Lichfield', 'Tamworth'. {ONE}",
                "assignments: nobody is responsible for 'Payroll'. Accepted: at least one responsible party.",
                f"assignments: nobody is accountable for 'Audit'. {ONE}",
            ],
        ),
    ],
)
def test_all_that_is_wrong_with_a_table_is_said(given_: object, words: list[str]) -> None:
    assert said(lambda: ResponsibilityMatrix(of_any_type(given_))) == words
