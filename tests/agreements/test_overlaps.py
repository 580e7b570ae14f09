from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import combinations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.agreements.facts import LICHFIELD, MOORLANDS, TAMWORTH

from lgtrade.agreements import Cover, overlaps
from lgtrade.calendar import Period
from lgtrade.issues import Issue
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


def pairs(covers: list[Cover | None]) -> set[tuple[int, int]]:
    """Give every two that cover a day between them."""
    return {
        (first, second)
        for (first, one), (second, other) in combinations(enumerate(covers), 2)
        if one is not None and other is not None and days(one) & days(other)
    }


def overlapping(covers: Sequence[Cover | None]) -> Iterator[Issue]:
    """Give the overlaps of agreements for one kind of service each."""
    return overlaps([[] if cover is None else [cover] for cover in covers])


def named(issue: Issue) -> tuple[int, int]:
    """Give the two agreements that an issue names, which its place repeats."""
    first, second = map(int, re.findall(r"\[(\d+)\]", str(issue.found)))
    assert issue.place == f"[{second}].term"
    return first, second


@given(st.lists(st.none() | COVERS, max_size=6))
def test_every_agreement_that_covers_a_day_with_another_is_named_beside_one_it_shares_a_day_with(
    covers: list[Cover | None],
) -> None:
    found = list(map(named, overlapping(covers)))
    assert set(found) <= pairs(covers)
    assert {number for pair in found for number in pair} == {number for pair in pairs(covers) for number in pair}
    assert found == sorted(found, key=lambda pair: pair[::-1])


@given(st.lists(COVERS, max_size=6))
def test_ending_every_overlap_that_is_named_leaves_none(covers: list[Cover]) -> None:
    # Of each two, the one that begins later is left out: what is then left never shares a day.
    dropped = {max(pair, key=lambda number: (covers[number].term, number)) for pair in map(named, overlapping(covers))}
    assert pairs([None if number in dropped else cover for number, cover in enumerate(covers)]) == set()


YEAR = Period("2004-04-01", "2005-03-31")
DESK = Cover(LICHFIELD, MOORLANDS, "help-desk", YEAR)


def test_the_days_that_two_agreements_both_cover_are_named() -> None:
    later = Cover(LICHFIELD, MOORLANDS, "help-desk", Period("2005-03-01", "2006-02-28"))
    assert list(map(str, overlapping([None, DESK, later]))) == [
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
    assert list(overlapping([DESK, other])) == []


def test_an_agreement_for_many_years_is_held_against_each_that_it_outlasts() -> None:
    long = Cover(LICHFIELD, MOORLANDS, "help-desk", Period("2004-04-01", "2010-03-31"))
    short = [attrs.evolve(long, term=Period(f"{year}-04-01", f"{year}-09-30")) for year in (2005, 2007)]
    assert list(map(named, overlapping([*short, long]))) == [(0, 2), (1, 2)]


def test_an_agreement_for_several_kinds_of_service_is_held_against_one_for_any_of_them() -> None:
    payroll = attrs.evolve(DESK, service="payroll")
    assert list(map(named, overlaps([[DESK, payroll], [payroll]]))) == [(0, 1)]
