from __future__ import annotations

import calendar
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgtrade.money import Money
from lgtrade.strategies import days, words
from lgtrade.words import MONTHS, Words, in_words


def test_a_day_is_said_as_people_write_it() -> None:
    assert in_words(dt.date(2026, 4, 1)) == "1 April 2026"
    assert in_words(dt.date(1999, 12, 31)) == "31 December 1999"


@given(days())
def test_a_day_in_words_can_be_read_back(day: dt.date) -> None:
    number, month, year = in_words(day).split()
    assert dt.date(int(year), MONTHS.index(month) + 1, int(number)) == day


def test_the_months_have_their_english_names_in_order() -> None:
    assert list(MONTHS) == list(calendar.month_name)[1:]


def test_anything_else_is_said_as_it_prints_itself() -> None:
    assert in_words(Money.pounds("1234.56")) == "£1,234.56"
    assert in_words(7) == "7"


def test_the_slots_of_a_sentence_are_filled_by_name() -> None:
    sentence = Words("{who} owes {sum} from {day}", who="Lichfield", sum=Money.pounds(12), day=dt.date(2004, 4, 1))
    assert str(sentence) == "Lichfield owes £12.00 from 1 April 2004"
    assert repr(sentence) == "Words('Lichfield owes £12.00 from 1 April 2004')"


def test_the_sentence_for_the_translator_stays_apart_from_its_values() -> None:
    sentence = Words("not in force until {day}", day=dt.date(2003, 11, 18))
    assert sentence.template == "not in force until {day}"
    assert sentence.values == (("day", dt.date(2003, 11, 18)),)


def test_a_slot_with_no_value_stays_visible() -> None:
    assert str(Words("{found} and {missing}", found="a")) == "a and {missing}"


@given(st.text())
def test_braces_that_came_with_a_value_are_left_as_they_are(text: str) -> None:
    assert str(Words("<{value}> {other}", value=text, other="end")) == f"<{text}> end"


@given(st.text())
def test_a_sentence_without_values_is_said_as_it_is_written(text: str) -> None:
    assert str(Words(text)) == text


@pytest.mark.parametrize("name", ["self", "template", "values"])
def test_a_slot_may_have_any_name(name: str) -> None:
    assert str(Words(f"the {{{name}}}", **{name: "thing"})) == "the thing"


@given(words(), words())
def test_sentences_are_equal_when_their_template_and_values_are(one: Words, other: Words) -> None:
    assert one == Words(one.template, **dict(one.values))
    assert (one == other) == ((one.template, one.values) == (other.template, other.values))
