from __future__ import annotations

import datetime as dt
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.agreements.facts import LICHFIELD, MOORLANDS, TAMWORTH

from lgtrade.agreements import Cover, overlaps
from lgtrade.calendar import Period
from lgtrade.strategies import periods

BODIES = st.sampled_from([LICHFIELD, MOORLANDS])
TERMS = periods(min_value=dt.date(2004, 1, 1), max_value=dt.date(2004, 1, 31), max_days=9)
COVERS = st.builds(Cover, BODIES, BODIES, st.sampled_from(["help-desk", "payroll"]), TERMS)


def days(cover: Cover) -> set[tuple[object, ...]]:
    """Give each day that is covered, with who is supplied by whom with what on it."""
    return {
        (cover.supplier.name, cover.customer.name, cover.service, cover.term.first + dt.timedelta(days=number))
        for number in range(cover.term.days)
    }


@given(st.lists(st.none() | COVERS, max_size=5))
def test_no_two_agreements_may_cover_the_same_service_between_the_same_parties_on_one_day(
    covers: list[Cover | None],
) -> None:
    pairs = [
        (first, second)
        for (first, one), (second, other) in combinations(enumerate(covers), 2)
        if one is not None and other is not None and days(one) & days(other)
    ]
    found = list(overlaps(covers))
    assert [issue.place for issue in found] == [f"[{second}].term" for _, second in pairs]
    assert [str(issue.found).split(" both ")[0] for issue in found] == [
        f"agreements [{first}] and [{second}]" for first, second in pairs
    ]


YEAR = Period("2004-04-01", "2005-03-31")
DESK = Cover(LICHFIELD, MOORLANDS, "help-desk", YEAR)


def test_the_days_that_two_agreements_both_cover_are_named() -> None:
    later = Cover(LICHFIELD, MOORLANDS, "help-desk", Period("2005-03-01", "2006-02-28"))
    assert list(map(str, overlaps([None, DESK, later]))) == [
        (
            "[2].term: agreements [1] and [2] both cover help-desk for 1 March 2005 to 31 March 2005. "
            "Accepted: terms with no day in common."
        )
    ]


@pytest.mark.parametrize(
    "other",
    [
        Cover(LICHFIELD, MOORLANDS, "help-desk", Period("2005-04-01", "2006-03-31")),
        Cover(LICHFIELD, MOORLANDS, "payroll", YEAR),
        Cover(LICHFIELD, TAMWORTH, "help-desk", YEAR),
        Cover(TAMWORTH, MOORLANDS, "help-desk", YEAR),
        Cover(MOORLANDS, LICHFIELD, "help-desk", YEAR),
    ],
    ids=["the day after", "another service", "another customer", "another supplier", "the other way round"],
)
def test_agreements_that_differ_in_one_thing_may_run_side_by_side(other: Cover) -> None:
    assert list(overlaps([DESK, other])) == []
