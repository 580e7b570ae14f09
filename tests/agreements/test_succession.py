from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
from tests.agreements.facts import LICHFIELD, TAMWORTH, agreement, of_any_type, said

from lgtrade.agreements import Fate, Party, Role, succession
from lgtrade.authorities import Authority, AuthorityKind, Nation, Person, PersonKind, find, register
from lgtrade.calendar import Period
from lgtrade.money import Share

TERM = Period("2015-04-01", "2030-03-31")
DISTRICTS = [each for each in register() if each.kind is AuthorityKind.DISTRICT]


def between(supplier: Authority | Person, customer: Authority | Person, *others: Party) -> object:
    parties = (Party(supplier, Role.SUPPLIER), Party(customer, Role.CUSTOMER), *others)
    return agreement(parties=parties, term=TERM)


def test_parties_that_exist_go_on() -> None:
    kept = agreement()
    report = succession(kept, "2026-04-01")
    assert report.agreement == kept
    assert [each.fate for each in report.fates] == [Fate.GOES_ON, Fate.GOES_ON]
    assert str(report.fates[0].words) == "Lichfield District Council: goes on (Lichfield District Council)."


def test_a_party_that_was_abolished_is_followed_through_a_chain() -> None:
    taunton = agreement(parties=(Party(find("Taunton Deane"), Role.SUPPLIER), Party(LICHFIELD, Role.CUSTOMER)))
    names = {
        day: succession(taunton, day).agreement.supplier.name  # type: ignore[union-attr]  # it is there
        for day in ("2019-03-31", "2019-04-01", "2023-04-01")
    }
    assert names == {
        "2019-03-31": "Taunton Deane Borough Council",
        "2019-04-01": "Somerset West and Taunton Council",
        "2023-04-01": "Somerset Council",
    }


def test_a_company_stays_a_party_while_the_council_is_followed() -> None:
    firm = Person("a company", PersonKind.BUSINESS)
    old = agreement(parties=(Party(find("Mendip"), Role.SUPPLIER), Party(firm, Role.CUSTOMER)))
    followed = succession(old, "2023-04-01").agreement
    assert followed is not None
    assert [party.body for party in followed.parties] == [find("Somerset"), firm]


def test_two_parties_that_become_one_make_the_agreement_internal() -> None:
    both = agreement(parties=(Party(find("Mendip"), Role.SUPPLIER), Party(find("Sedgemoor"), Role.CUSTOMER)))
    assert succession(both, "2023-03-31").internal is None
    report = succession(both, "2023-04-01")
    assert (report.agreement, report.internal) == (None, find("Somerset"))


def test_a_party_that_was_split_asks_for_shares_and_then_is_followed() -> None:
    county = find("Cheshire County Council")
    old = agreement(parties=(Party(county, Role.SUPPLIER), Party(LICHFIELD, Role.CUSTOMER), Party(county, Role.LEAD)))
    report = succession(old, "2010-04-01")
    assert (report.agreement, report.needs_shares) == (None, ("Cheshire County Council",))
    shares = {"Cheshire East Council": Share("48%"), "Cheshire West and Chester Council": Share("52%")}
    followed = succession(old, "2010-04-01", {county.name: shares}).agreement
    assert followed is not None
    assert [party.body.name for party in followed.parties] == [
        "Cheshire West and Chester Council",
        "Lichfield District Council",
        "Cheshire West and Chester Council",
    ]


def test_shares_that_do_not_fit_are_refused_together() -> None:
    county = find("Cheshire County Council")
    old = agreement(parties=(Party(county, Role.SUPPLIER), Party(LICHFIELD, Role.CUSTOMER)))
    half = {"Cheshire East Council": Share("48%"), "Cheshire West and Chester Council": Share("50%")}
    wrong = {county.name: half, LICHFIELD.name: half}
    assert said(lambda: succession(old, "2010-04-01", wrong)) == [
        "shares[Cheshire County Council]: the shares add to 98%. Accepted: shares that add to the whole.",
        f"shares[{LICHFIELD}]: '{LICHFIELD}' was not split. Accepted: a party that was: Cheshire County Council.",
    ]
    assert said(lambda: succession(old, "2010-04-01", {county.name: {}})) == [
        f"shares[{county}]: the shares are of: nobody. Accepted: a share for each of: {', '.join(half)}."
    ]
    loose = {county.name: of_any_type({**half, "Cheshire East Council": 0.48})}
    assert said(lambda: succession(old, "2010-04-01", loose)) == [
        f"shares[{county}][Cheshire East Council]: 0.48 is of type float. Accepted: a Share."
    ]
    kept = agreement()
    assert "no party was" in said(lambda: succession(kept, "2010-04-01", {county.name: half}))[0]


def test_a_party_without_a_known_successor_is_gone_and_a_company_goes_on() -> None:
    gone = Authority("Mercia Council", AuthorityKind.DISTRICT, Nation.ENGLAND, last="2020-03-31")
    heir = Authority(
        "Wessex Council", AuthorityKind.DISTRICT, Nation.ENGLAND, last="2020-03-31", succeeded_by=("Nobody",)
    )
    firm = Person("a company", PersonKind.BUSINESS)
    for body in (gone, heir):
        report = succession(agreement(parties=(Party(body, Role.SUPPLIER), Party(firm, Role.CUSTOMER))), "2021-04-01")
        assert [each.fate for each in report.fates] == [Fate.GONE, Fate.GOES_ON]
        assert (report.agreement, report.internal, report.needs_shares) == (None, None, ())
        assert str(report.fates[0].words) == f"{body}: ended, and no successor is known (nobody)."


@given(st.sampled_from(DISTRICTS), st.dates(dt.date(2000, 4, 1), dt.date(2026, 4, 1)))
def test_whoever_stands_in_for_a_party_exists_on_the_day(body: Authority, day: dt.date) -> None:
    if body == TAMWORTH or not body.first or body.first > day:
        return
    report = succession(agreement(parties=(Party(body, Role.SUPPLIER), Party(TAMWORTH, Role.CUSTOMER))), day)
    assert report.agreement is not None
    assert isinstance(report.agreement.supplier, Authority)
    assert report.agreement.supplier.existed_on(day)
