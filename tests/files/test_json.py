"""JSON in and out: exact both ways, and every problem with its place."""

from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.law.facts import AT_COST, opinion

from lgtrade.authorities import Authority, find
from lgtrade.calendar import FinancialYear, Period
from lgtrade.cases import Published
from lgtrade.charging import Flat
from lgtrade.costing import ApportionmentKey
from lgtrade.files import from_json, to_json
from lgtrade.issues import InputError
from lgtrade.law import Opinion, Proposal
from lgtrade.money import Amount, Money, Rate
from lgtrade.sources import Provision, Source
from lgtrade.strategies import opinions
from lgtrade.words import Words

LICHFIELD = json.loads(to_json(find("Lichfield")))


def test_money_is_written_as_pence_and_exact_numbers_as_text() -> None:
    assert to_json(Money.pounds("-12.34")) == '{"pence": -1234}'
    assert to_json(Rate("0.1250")) == '{"pounds": "0.1250"}'
    assert to_json(FinancialYear(2026)) == '"2026/27"'
    assert to_json(Period("2026-04-01", "2027-03-31")) == '{"first": "2026-04-01", "last": "2027-03-31"}'
    key = ApportionmentKey("heads", {"a": 1, "b": 2}, Source("list"))
    assert json.loads(to_json(key))["weights"] == {"a": "1", "b": "2"}


def test_one_of_several_types_is_written_with_its_name() -> None:
    basis = json.loads(to_json(ApportionmentKey("heads", {"a": 1}, Source("list"))))["basis"]
    assert basis == {"title": "list", "address": "", "type": "Source"}


def test_a_value_inside_a_sentence_keeps_its_type() -> None:
    sentence = Words("{day} {sum} {count} {name}", sum=Money.pounds(5), count=3, name="x", day=FinancialYear(2004))
    assert from_json(to_json(sentence), Words) == sentence
    assert from_json(to_json(Words("{a}", a=True)), Words) == Words("{a}", a="True")


@given(opinions())
def test_no_number_in_json_is_a_float(found: Opinion) -> None:
    def refuse(text: str) -> float:
        raise AssertionError(text)

    json.loads(to_json(found), parse_float=refuse, parse_constant=refuse)


@pytest.mark.parametrize(
    ("text", "kind", "message"),
    [
        (
            '{"pence": 12.5}',
            Money,
            "the text cannot be read as JSON: 12.5 is a float; exact numbers are written as text.",
        ),
        (
            '{"pence": NaN}',
            Money,
            "the text cannot be read as JSON: NaN is a float; exact numbers are written as text.",
        ),
        ("[" * 100_000, Money, "the text cannot be read as JSON: it is nested too deeply."),
        ('{"pence": "12"}', Money, "pence: '12' is of another type. Accepted: a value of type int."),
        ('{"pence": true}', Money, "pence: True is of another type. Accepted: a value of type int."),
        ("{}", Money, "pence: it is missing. Accepted: what to_json wrote."),
        (
            '{"pence": 1, "pounds": 2}',
            Money,
            "nothing of that name is read here: 'pounds'. Accepted: what to_json wrote.",
        ),
        ('{"pounds": 2}', Rate, "pounds: 2 is not a number. Accepted: an exact number as text, such as"),
        ('{"pounds": "1e999999999"}', Amount, "pounds: '1e999999999' is not a number."),
        (json.dumps({"pounds": "9" * 501}), Amount, "is not a number."),
        ("null", Money, "it is not of the right form. Accepted: what to_json wrote."),
        ("[1]", Period, "it is not of the right form. Accepted: what to_json wrote."),
        ('{"pounds": "x"}', Rate, "pounds: 'x' is not a number."),
        ('{"pounds": "1/0"}', Amount, "pounds: '1/0' is not a number."),
        ('{"pounds": "one"}', Amount, "pounds: 'one' is not a number."),
        ('"2026/28"', FinancialYear, "'2026/28' is not a financial year."),
        ('{"first": "2026-04-01", "last": "2026-03-31"}', Period, "it ends on 31 March 2026, before it begins"),
        ('{"first": "soon", "last": 5}', Period, "'soon' is not a day"),
        ('{"amount": {"pence": -1}}', Flat, "amount: the price is negative: -£0.01."),
        (json.dumps(LICHFIELD | {"kind": "shire"}), Authority, "kind: 'shire' is not one of them."),
        (json.dumps(LICHFIELD | {"codes": [{"code": 5}]}), Authority, "codes[0].code: 5 is of another type."),
        (
            '{"template": "{a}", "values": {"a": {"type": "os", "value": 1}}}',
            Words,
            "'os' is not one of them. Accepted: one of: ",
        ),
        ('{"template": "{a}", "values": {"a": {"type": "Money"}}}', Words, "it is missing."),
        ('{"enactment": {}, "division": "PAGE", "number": "1"}', Provision, "division: 'PAGE' is not one of them."),
        ('{"template": 5, "values": {}}', Words, "5 is of another type."),
        ('{"template": "x"}', Words, "it is missing."),
        ("[]", Words, "[] is of another type."),
    ],
)
def test_json_that_describes_no_value_is_refused(text: str, kind: type, message: str) -> None:
    with pytest.raises(InputError) as caught:
        from_json(text, kind)
    assert message in str(caught.value)
    assert "@" not in str(caught.value)


def test_a_figure_of_a_sort_that_there_is_not_is_refused() -> None:
    text = '{"path": ["a"], "value": {"type": "float", "value": 1}, "rounding": null, "differs": "", "by": null}'
    with pytest.raises(InputError, match="value: 'float' is not one of them"):
        from_json(text, Published)


def test_every_problem_is_reported_with_its_place() -> None:
    broken = json.loads(to_json(opinion("2008-01-01", **AT_COST).proposal))
    broken["customer_agreed"] = "yes"
    broken["supplier"]["name"] = 7
    broken["authorised_by"] = 3
    with pytest.raises(InputError) as caught:
        from_json(json.dumps(broken), Proposal)
    assert {issue.place for issue in caught.value.issues} == {"customer_agreed", "supplier.name", "authorised_by"}


def test_a_text_beyond_all_reason_is_refused_unread() -> None:
    with pytest.raises(InputError, match="the text is longer than 20,000,000 letters"):
        from_json(" " * 20_000_001, Money)


@given(st.text())
def test_any_text_is_read_or_refused_and_nothing_else(text: str) -> None:
    with contextlib.suppress(InputError):
        assert isinstance(from_json(text, Money), Money)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=8,
    )
)
def test_any_json_is_read_or_refused_and_nothing_else(value: object) -> None:
    for kind in (Money, Period, Words, Proposal, Opinion, Provision, Authority):
        with contextlib.suppress(InputError):
            assert isinstance(from_json(json.dumps(value), kind), kind)
