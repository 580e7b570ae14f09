from __future__ import annotations

import copy
import pickle
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgtrade.issues import Collector, InputError, Issue, read_or_as_given, refuse, shown, unread, wrong_type
from lgtrade.money import Money, Rate, Share, exact_number
from lgtrade.sources import Source
from lgtrade.strategies import issues
from lgtrade.words import Words

EMPTY = Issue("term.empty", "term", Words("it is empty"), Words("a period"))


def test_an_issue_says_the_place_what_was_found_and_what_would_do() -> None:
    assert str(EMPTY) == "term: it is empty. Accepted: a period."
    assert repr(EMPTY) == "<Issue term.empty: term: it is empty. Accepted: a period.>"


def test_an_issue_with_the_whole_input_names_no_place() -> None:
    assert str(Issue("x", "", Words("it is empty"), Words("a period"))) == "it is empty. Accepted: a period."


def test_braces_in_a_place_are_left_as_they_are() -> None:
    issue = Issue("x", "parties[{found}]", Words("it is {what}", what="{place}"), Words("a name"))
    assert str(issue) == "parties[{found}]: it is {place}. Accepted: a name."


@pytest.mark.parametrize(
    ("inner", "outer", "whole"),
    [
        ("code", "parties[1]", "parties[1].code"),
        ("[1].code", "parties", "parties[1].code"),
        ("", "parties", "parties"),
        ("code", "", "code"),
        ("", "", ""),
    ],
)
def test_a_place_is_seen_from_further_out(inner: str, outer: str, whole: str) -> None:
    assert Issue("x", inner, Words("a"), Words("b")).under(outer).place == whole


@given(issues(), st.text(), st.text())
def test_going_out_twice_is_going_out_once_all_the_way(issue: Issue, middle: str, outer: str) -> None:
    middle = middle.lstrip("[")
    assert issue.under(middle).under(outer).found == issue.found
    if middle:
        joint = "." if outer else ""
        assert issue.under(middle).under(outer) == issue.under(f"{outer}{joint}{middle}")


@given(st.lists(issues(), min_size=1, max_size=6))
def test_everything_wrong_is_reported_together_in_the_order_found(found: list[Issue]) -> None:
    with pytest.raises(InputError) as refused:
        refuse(found)
    assert refused.value.issues == tuple(found)
    assert str(refused.value) == "\n".join(map(str, found))


def test_nothing_wrong_is_not_refused() -> None:
    refuse(iter([]))


def test_a_refusal_survives_being_sent_to_another_process() -> None:
    error = InputError(iter([EMPTY]))
    assert pickle.loads(pickle.dumps(error)).issues == (EMPTY,)  # noqa: S301  # it was pickled here
    assert copy.copy(error).issues == (EMPTY,)
    assert error.args == ((EMPTY,),)


def test_a_source_with_two_faults_is_told_both() -> None:
    with pytest.raises(InputError) as refused:
        Source(title="", address="ftp://x")
    assert [issue.place for issue in refused.value.issues] == ["title", "address"]


def test_a_collector_keeps_what_is_wrong_with_each_part_under_its_place() -> None:
    collector = Collector()
    assert collector.attempt("price", lambda: Money.pounds("12.50")) == Money.pounds("12.50")
    assert collector.attempt("rate", lambda: Rate("dear")) is None
    collector.add(EMPTY)
    assert collector.attempt("share", lambda: Share("140%")) is None
    assert [(issue.place, issue.code) for issue in collector.issues] == [
        ("rate", "number"),
        ("term", "term.empty"),
        ("share", "share.range"),
    ]


def test_a_collector_lets_through_a_mistake_of_the_programmer() -> None:
    with pytest.raises(ZeroDivisionError):
        Collector().attempt("part", lambda: 1 // 0)


def test_a_field_reads_what_it_can_and_keeps_the_rest_to_be_refused() -> None:
    assert read_or_as_given(exact_number, "1,234") == 1234
    assert list(unread(exact_number, "units", "1,234")) == []
    assert read_or_as_given(exact_number, "many") == "many"
    assert [(issue.place, issue.code) for issue in unread(exact_number, "units", "many")] == [("units", "number")]


@pytest.mark.parametrize(
    ("value", "accepted", "said"),
    [
        ("seven", int, ["count: 'seven' is of type str. Accepted: a count."]),
        (7.0, int, ["count: 7.0 is of type float. Accepted: a count."]),
        (True, int, ["count: True is of type bool. Accepted: a count."]),
        (False, (int, Decimal), ["count: False is of type bool. Accepted: a count."]),
        (None, (int, Decimal), ["count: None is of type NoneType. Accepted: a count."]),
        (True, bool, []),
        (True, (int, bool), []),
        (7, int, []),
        (Decimal(7), (int, Decimal), []),
    ],
)
def test_a_wrong_type_is_named_and_true_is_not_the_number_one(
    value: object, accepted: type | tuple[type, ...], said: list[str]
) -> None:
    found = list(wrong_type("count", value, accepted, Words("a count")))
    assert [str(issue) for issue in found] == said
    assert all(issue.code == "type" for issue in found)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("Lichfield", "'Lichfield'"),
        (Decimal("1.50"), "1.50"),
        (None, "None"),
        ("x" * 58, "'" + "x" * 58 + "'"),
        ("x" * 59, "'" + "x" * 56 + "..."),
        ("a\nb\u2028c\udce9", r"'a\nb\u2028c\udce9'"),
    ],
)
def test_a_value_from_outside_is_shown_short_and_on_one_line(value: object, said: str) -> None:
    assert shown(value) == said


def test_a_number_too_long_for_python_to_print_is_still_spoken_of() -> None:
    assert shown(10**5000) == "a number too long to print"


class Noisy:
    def __repr__(self) -> str:
        return "one\ntwo\x1b[31m"


def test_control_characters_never_reach_a_message() -> None:
    assert shown(Noisy()) == "one?two?[31m"


@given(st.text() | st.binary() | st.integers() | st.lists(st.text()), st.integers(4, 80))
def test_a_value_is_never_shown_longer_than_allowed(value: object, most: int) -> None:
    text = shown(value, most)
    assert len(text) <= most
    assert text.isprintable()
