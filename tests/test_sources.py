from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given

from lgtrade.issues import InputError
from lgtrade.sources import Assumption, Division, Enactment, Provision, Source
from lgtrade.strategies import days, provisions

LGA_2003 = Enactment("Local Government Act 2003", "LGA 2003", "https://www.legislation.gov.uk/ukpga/2003/26")


def test_a_provision_is_cited_short_and_in_full() -> None:
    rule = LGA_2003.section("93(2)(a)")
    assert str(rule) == repr(rule) == rule.short == "LGA 2003 s.93(2)(a)"
    assert rule.citation == "Local Government Act 2003 s.93(2)(a)"
    assert repr(LGA_2003) == "LGA 2003"


@pytest.mark.parametrize(
    ("provision", "short", "address"),
    [
        (LGA_2003.section("93(2)(a)"), "LGA 2003 s.93(2)(a)", "/section/93"),
        (LGA_2003.section("95A(1)"), "LGA 2003 s.95A(1)", "/section/95A"),
        (LGA_2003.article("2(1)"), "LGA 2003 art.2(1)", "/article/2"),
        (LGA_2003.regulation("4"), "LGA 2003 reg.4", "/regulation/4"),
        (LGA_2003.schedule("2 para 3"), "LGA 2003 Sch.2 para 3", "/schedule/2"),
        (LGA_2003.schedule("A1 para 2"), "LGA 2003 Sch.A1 para 2", "/schedule/A1"),
        (LGA_2003.schedule("one"), "LGA 2003 Sch.one", "/schedule/one"),
    ],
)
def test_each_division_is_cited_and_addressed_in_its_own_way(provision: Provision, short: str, address: str) -> None:
    assert provision.short == short
    assert provision.address == LGA_2003.address + address


def test_the_text_of_a_provision_is_found_as_it_stood_on_a_day() -> None:
    address = LGA_2003.section("93(2)(a)").address_on(dt.date(2009, 10, 1))
    assert address == "https://www.legislation.gov.uk/ukpga/2003/26/section/93/2009-10-01"


@given(provisions(), days())
def test_an_address_begins_with_that_of_the_enactment_and_its_division(provision: Provision, day: dt.date) -> None:
    start, _, _ = provision.address_on(day).rpartition("/")
    assert start == provision.address
    assert start.startswith(f"{provision.enactment.address}/{provision.division.value[1]}/")
    assert "(" not in start


@given(days(min_value=dt.date(1991, 2, 1)))
def test_the_text_of_an_act_is_kept_for_every_day_since_the_site_began(day: dt.date) -> None:
    act = Enactment("Act", "Act", "https://example.org/act", dt.date(1970, 5, 29))
    assert act.section("1").address_on(day) == f"https://example.org/act/section/1/{day.isoformat()}"


@pytest.mark.parametrize(
    ("passed", "day", "version"),
    [
        (dt.date(2003, 9, 18), dt.date(2003, 9, 17), "enacted"),
        (dt.date(2003, 9, 18), dt.date(2003, 9, 18), "2003-09-18"),
        (dt.date(1970, 5, 29), dt.date(1991, 1, 31), "enacted"),
        (dt.date(1970, 5, 29), dt.date(1991, 2, 1), "1991-02-01"),
        (None, dt.date(1991, 1, 31), "enacted"),
        (None, dt.date(1991, 2, 1), "1991-02-01"),
    ],
)
def test_before_an_act_was_passed_or_its_versions_kept_there_is_the_text_as_enacted(
    passed: dt.date | None, day: dt.date, version: str
) -> None:
    act = Enactment("Act", "Act", "https://example.org/act", passed)
    assert act.section("1").address_on(day) == f"https://example.org/act/section/1/{version}"


@given(days())
def test_an_order_published_only_as_it_was_made_has_one_text(day: dt.date) -> None:
    order = Enactment("Order", "Order", "https://example.org/order", dt.date(2004, 7, 1), as_made=True)
    assert order.article("2").address_on(day) == "https://example.org/order/article/2/made"


@given(provisions())
def test_a_citation_holds_the_title_and_the_number(provision: Provision) -> None:
    assert provision.citation.startswith(provision.enactment.title)
    assert provision.citation.endswith(f"{provision.division.value[0]}{provision.number}")


def test_every_division_has_a_short_and_a_long_word() -> None:
    assert {division.value for division in Division} == {
        ("s.", "section"),
        ("art.", "article"),
        ("reg.", "regulation"),
        ("Sch.", "schedule"),
    }


def test_a_source_and_an_assumption_say_what_they_rest_on() -> None:
    assert str(Source("Uttlesford DC, chargeable account 2021/22")) == "Uttlesford DC, chargeable account 2021/22"
    assert str(Assumption("two analysts at a typical grade")) == "two analysts at a typical grade"


@pytest.mark.parametrize("address", ["", "https://example.org/paper", "http://example.org/paper"])
def test_a_source_may_have_a_web_address_or_none(address: str) -> None:
    assert Source("Paper E", address).address == address


TITLE = "the title of what was published"
ADDRESS = "a web address, or nothing"


@pytest.mark.parametrize(
    ("title", "address", "said"),
    [
        ("", "", [f"title: it is empty. Accepted: {TITLE}."]),
        (7, "", [f"title: 7 is of type int. Accepted: {TITLE}."]),
        (
            "a",
            "ftp://x",
            [f"address: the address does not begin with https:// or http://. Accepted: {ADDRESS}."],
        ),
        ("a", None, [f"address: None is of type NoneType. Accepted: {ADDRESS}."]),
        (
            "",
            "example.org",
            [
                f"title: it is empty. Accepted: {TITLE}.",
                f"address: the address does not begin with https:// or http://. Accepted: {ADDRESS}.",
            ],
        ),
        (
            None,
            7,
            [
                f"title: None is of type NoneType. Accepted: {TITLE}.",
                f"address: 7 is of type int. Accepted: {ADDRESS}.",
            ],
        ),
    ],
)
def test_all_that_is_wrong_with_a_source_is_said(title: str, address: str, said: list[str]) -> None:
    with pytest.raises(InputError) as refused:
        Source(title, address)
    assert [str(issue) for issue in refused.value.issues] == said


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("", "reason: it is empty. Accepted: what the assumption rests on, in words."),
        (None, "reason: None is of type NoneType. Accepted: what the assumption rests on, in words."),
    ],
)
def test_an_assumption_without_a_reason_is_refused(reason: str, said: str) -> None:
    with pytest.raises(InputError) as refused:
        Assumption(reason)
    assert str(refused.value) == said
