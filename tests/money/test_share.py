from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lgtrade.issues import InputError
from lgtrade.money import Share, Shares
from lgtrade.strategies import shares, shares_of_a_whole

NUMBER = 'a whole number, a Decimal, or text such as "1,234.56"'


@given(st.fractions(0, 1, max_denominator=10**9) | st.decimals(0, 1, places=12).map(Fraction))
def test_a_share_can_be_read_back_from_how_it_is_printed(fraction: Fraction) -> None:
    assert Share(str(Share(fraction))) == Share(fraction)


@given(shares())
def test_a_share_is_from_nothing_to_all_of_it(share: Share) -> None:
    assert 0 <= share.fraction <= 1


@given(shares(), shares())
def test_shares_compare_by_size(one: Share, other: Share) -> None:
    assert (one < other) == (one.fraction < other.fraction)
    assert (one == other) == (one.fraction == other.fraction)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("45.76%", "45.76%"),
        ("0.4576", "45.76%"),
        ("1/3", "1/3"),
        ("2/6", "1/3"),
        (Fraction(1, 8), "12.5%"),
        (Decimal("0.5"), "50%"),
        (0, "0%"),
        (1, "100%"),
    ],
)
def test_a_share_is_printed_as_a_percentage_where_that_ends(value: Fraction, text: str) -> None:
    assert repr(Share(value)) == text


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0.5, f"0.5 is a float, which cannot hold most amounts exactly. Accepted: {NUMBER}."),
        (True, f"True is not a number. Accepted: {NUMBER}."),
        ("half", f"'half' is not a number. Accepted: {NUMBER}."),
        ("140%", "140% is not a part of a whole. Accepted: a share from 0% to 100%."),
        ("-1%", "-1% is not a part of a whole. Accepted: a share from 0% to 100%."),
        (Fraction(4, 3), "400/3% is not a part of a whole. Accepted: a share from 0% to 100%."),
        (2, "200% is not a part of a whole. Accepted: a share from 0% to 100%."),
    ],
)
def test_what_is_no_share_is_refused_in_words(value: Fraction, said: str) -> None:
    with pytest.raises(InputError) as refused:
        Share(value)
    assert str(refused.value) == said


# Everybody's shares


@given(shares_of_a_whole())
def test_everybodys_shares_add_to_the_whole(whole: Shares) -> None:
    assert sum(share.fraction for share in whole.parts.values()) == 1


@given(shares_of_a_whole())
def test_shares_are_the_same_read_from_fractions_or_from_text(whole: Shares) -> None:
    assert Shares({party: share.fraction for party, share in whole.parts.items()}) == whole
    assert Shares({party: str(share) for party, share in whole.parts.items()}) == whole
    assert repr(whole) == repr(dict(whole.parts))


@given(shares_of_a_whole(), shares(min_value=Share("0.01%")))
def test_a_share_too_many_is_refused_with_the_difference(whole: Shares, more: Share) -> None:
    assume("another" not in whole.parts)
    with pytest.raises(InputError) as refused:
        Shares({**whole.parts, "another": more})
    (issue,) = refused.value.issues
    assert issue.code == "shares.sum"
    assert "too much" in str(issue)


@given(shares_of_a_whole(min_size=2))
def test_a_share_too_few_is_refused_with_the_difference(whole: Shares) -> None:
    party, share = next((party, share) for party, share in whole.parts.items() if share.fraction)
    assume(share.fraction < 1)
    with pytest.raises(InputError, match="too little"):
        Shares({other: part for other, part in whole.parts.items() if other != party})


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (
            {"A": "45.76%", "B": "54.23%"},
            "the shares add to 99.99%, which is 0.01% too little. Accepted: shares that add to 100%.",
        ),
        (
            {"A": "50%", "B": "50.5%"},
            "the shares add to 100.5%, which is 0.5% too much. Accepted: shares that add to 100%.",
        ),
        (
            {"A": "1/3", "B": "1/3"},
            "the shares add to 200/3%, which is 100/3% too little. Accepted: shares that add to 100%.",
        ),
        ({}, "the shares add to 0%, which is 100% too little. Accepted: shares that add to 100%."),
    ],
)
def test_shares_that_do_not_add_to_one_are_refused_in_words(parts: dict[str, str], said: str) -> None:
    with pytest.raises(InputError) as refused:
        Shares(parts)
    assert str(refused.value) == said


def test_every_share_that_is_wrong_is_named_with_its_party() -> None:
    with pytest.raises(InputError) as refused:
        Shares({"Somerset": 0.5, "Mendip": "50%", "Sedgemoor": "140%"})
    assert str(refused.value) == (
        f"parts[Somerset]: 0.5 is a float, which cannot hold most amounts exactly. Accepted: {NUMBER}.\n"
        "parts[Sedgemoor]: 140% is not a part of a whole. Accepted: a share from 0% to 100%."
    )


def test_a_county_and_its_districts_share_a_waste_service() -> None:
    """Somerset Waste Board, Paper E Appendix 1, revised budget 2010/11."""
    board = Shares({"the county": "45.76%", "the districts": "54.24%"})
    assert board.parts == {"the county": Share(Fraction(286, 625)), "the districts": Share(Fraction(339, 625))}
    assert repr(board) == "{'the county': 45.76%, 'the districts': 54.24%}"
