from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgtrade.answers import Answer, Combination, Verdict, combine, no, uncertain, unknown, yes
from lgtrade.sources import Enactment
from lgtrade.strategies import answers, combinations
from lgtrade.words import Words

ACT = Enactment("Local Government Act 2003", "LGA 2003", "https://www.legislation.gov.uk/ukpga/2003/26")

MADE_BY = {
    "Y": yes("It is."),
    "N": no("It is not."),
    "?": unknown("purpose", "It has not been said."),
    "!": uncertain("Q2", "Lawyers differ."),
}
SIGN_OF = {Verdict.YES: "Y", Verdict.NO: "N", Verdict.UNKNOWN: "?", Verdict.UNCERTAIN: "!"}

# Y yes, N no, ? it depends on a fact, ! the law is uncertain. A grid is headed by its first answer; its rows are the
# second answer and its columns the third, each in the order Y N ? !
THREE = """
Y:  Y N ? !    N:  N N N N    ?:  ? N ? !    !:  ! N ! !
    N N N N        N N N N        N N N N        N N N N
    ? N ? !        N N N N        ? N ? !        ! N ! !
    ! N ! !        N N N N        ! N ! !        ! N ! !
"""
ORDER = "YN?!"


def table_of_three() -> dict[tuple[str, str, str], str]:
    rows = [[cell for cell in line.split() if not cell.endswith(":")] for line in THREE.strip().splitlines()]
    return {
        (first, second, third): rows[row][4 * grid + column]
        for (grid, first), (row, second), (column, third) in itertools.product(enumerate(ORDER), repeat=3)
    }


def combined(signs: tuple[str, ...]) -> Combination:
    return combine(MADE_BY[sign] for sign in signs)


@pytest.mark.parametrize("sign", ORDER)
def test_one_answer_decides_by_itself(sign: str) -> None:
    assert SIGN_OF[combined((sign,)).verdict] == sign


@pytest.mark.parametrize(
    ("first", "row"), [("Y", "YN?!"), ("N", "NNNN"), ("?", "?N?!"), ("!", "!N!!")], ids=["yes", "no", "depends", "law"]
)
def test_two_answers_combine_by_the_table(first: str, row: str) -> None:
    assert "".join(SIGN_OF[combined((first, second)).verdict] for second in ORDER) == row


def test_three_answers_combine_by_the_table() -> None:
    expected = table_of_three()
    assert len(expected) == 64
    assert {signs: SIGN_OF[combined(signs).verdict] for signs in itertools.product(ORDER, repeat=3)} == expected


def test_no_answers_at_all_stand_in_nobodys_way() -> None:
    nothing = combine([])
    assert nothing == Combination(Verdict.YES, (), ())
    assert nothing.facts == nothing.questions == ()


@given(st.lists(answers(), max_size=6))
def test_any_no_excludes_and_all_the_noes_are_listed(given_answers: list[Answer]) -> None:
    noes = tuple(answer for answer in given_answers if answer.verdict is Verdict.NO)
    result = combine(given_answers)
    assert (result.verdict is Verdict.NO) == bool(noes)
    if noes:
        assert result.deciding == noes


@given(st.lists(answers(), max_size=6))
def test_the_deciding_answers_are_all_those_with_the_verdict_in_the_order_asked(given_answers: list[Answer]) -> None:
    result = combine(iter(given_answers))
    assert result.answers == tuple(given_answers)
    assert list(result.deciding) == [answer for answer in given_answers if answer.verdict is result.verdict]


@given(st.lists(answers(), max_size=6), st.randoms())
def test_the_order_of_asking_does_not_change_the_verdict(given_answers: list[Answer], chance: object) -> None:
    shuffled = list(given_answers)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # a Random
    assert combine(shuffled).verdict is combine(given_answers).verdict


@given(combinations())
def test_the_facts_to_settle_are_all_those_named_each_once_and_none_after_a_no(result: Combination) -> None:
    named = [fact for answer in result.answers for fact in answer.facts]
    if result.verdict is Verdict.NO:
        assert result.facts == ()
    else:
        assert set(result.facts) == set(named)
        assert len(result.facts) == len(set(named))


@given(combinations())
def test_the_open_questions_are_all_those_named_each_once(result: Combination) -> None:
    named = [question for answer in result.answers for question in answer.questions]
    assert set(result.questions) == set(named)
    assert len(result.questions) == len(set(named))


def test_facts_and_questions_keep_the_order_in_which_they_were_asked() -> None:
    result = combine(
        [
            unknown("vehicle", "a"),
            uncertain(("Q7", "Q2"), "b"),
            unknown(("purpose", "vehicle"), "c"),
            uncertain("Q2", "d"),
        ]
    )
    assert result.verdict is Verdict.UNCERTAIN
    assert result.facts == ("vehicle", "purpose")
    assert result.questions == ("Q7", "Q2")


def test_an_answer_carries_its_reason_in_words_with_its_provision() -> None:
    answer = no("{name} is not a council.", at=ACT.section("93"), name="Serco")
    assert answer == Answer(Verdict.NO, Words("{name} is not a council.", name="Serco"), "", ACT.section("93"))
    assert str(answer.reason.words) == "Serco is not a council."


@pytest.mark.parametrize(
    ("answer", "verdict", "facts", "questions"),
    [
        (yes("a", at=ACT.section("1")), Verdict.YES, (), ()),
        (yes("a", at=ACT.section("1"), unless=("objection",)), Verdict.YES, ("objection",), ()),
        (no("a", at=ACT.section("1")), Verdict.NO, (), ()),
        (unknown("purpose", "a", at=ACT.section("1")), Verdict.UNKNOWN, ("purpose",), ()),
        (unknown(("purpose", "price"), "a", at=ACT.section("1")), Verdict.UNKNOWN, ("purpose", "price"), ()),
        (uncertain("Q2", "a", at=ACT.section("1")), Verdict.UNCERTAIN, (), ("Q2",)),
        (uncertain(("Q2", "Q3"), "a", at=ACT.section("1")), Verdict.UNCERTAIN, (), ("Q2", "Q3")),
    ],
)
def test_each_kind_of_answer_names_what_would_settle_it(
    answer: Answer, verdict: Verdict, facts: tuple[str, ...], questions: tuple[str, ...]
) -> None:
    assert (answer.verdict, answer.facts, answer.questions) == (verdict, facts, questions)
    assert answer.reason.provision == ACT.section("1")


@pytest.mark.parametrize(
    "answer",
    [yes("{x}", x="b"), no("{x}", x="b"), unknown("purpose", "{x}", x="b"), uncertain("Q2", "{x}", x="b")],
    ids=lambda answer: answer.verdict.value,
)
def test_the_values_of_a_reason_fill_its_words(answer: Answer) -> None:
    assert str(answer.reason.words) == "b"
    assert answer.reason.provision is None


def test_a_condition_gives_its_code_and_provision_to_an_answer_that_has_none() -> None:
    asked = unknown("purpose", "It has not been said.").given_by("purpose_is_lawful", ACT.section("93"))
    assert asked.reason.code == "purpose_is_lawful"
    assert asked.reason.provision == ACT.section("93")
    assert (asked.verdict, asked.facts) == (Verdict.UNKNOWN, ("purpose",))
    assert str(asked.reason.words) == "It has not been said."


def test_a_nearer_code_and_provision_are_kept() -> None:
    near = Answer(Verdict.UNCERTAIN, Words("a"), "near", ACT.section("94"), questions=("Q2",))
    assert near.given_by("far", ACT.section("93")) == near
