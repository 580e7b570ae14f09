"""One agreement for several kinds of service: each is charged, billed and kept by itself."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import attrs
import pytest
from hypothesis import given
from tests.agreements.facts import DESK, LICHFIELD, MOORLANDS, PAYROLL, agreement, of_any_type, said

from lgtrade import documents
from lgtrade.agreements import (
    Agreement,
    FurtherService,
    Life,
    Move,
    Variation,
    differences,
    in_force,
)
from lgtrade.answers import Verdict
from lgtrade.billing import Usage, bill
from lgtrade.calendar import FinancialYear, Period
from lgtrade.cases import Supply, work_out
from lgtrade.charging import AtCost, PerUnit
from lgtrade.files import read_case_text
from lgtrade.issues import InputError
from lgtrade.law import Proposal, assess, receipt
from lgtrade.money import Money, Rate
from lgtrade.services import ServiceKind, Subject
from lgtrade.sources import Assumption
from lgtrade.strategies._agreements import agreements

PRICE = PerUnit(Rate("4.10"))
BOTH = agreement(also=(FurtherService(PAYROLL, PRICE),))
BASIS = Assumption("made up to be tested")
DESK_ALONE, AT_COST_ALONE = agreement(), agreement(charge=AtCost())
APRIL = dt.date(2005, 4, 1)


@given(agreements(several=True))
def test_an_agreement_stands_for_each_of_its_kinds_of_service_by_itself(made: Agreement) -> None:
    assert [made.of(kind.key).service for kind in made.services] == list(made.services)
    for kind in made.services:
        alone = made.of(kind.key)
        assert (alone.also, alone.parties, alone.term) == ((), made.parties, made.term)
        assert alone.of(kind.key) == alone
    assert [cover.service for cover in made.covers] == [kind.key for kind in made.services]


def test_each_kind_of_service_is_billed_at_its_own_charge() -> None:
    used = [Usage(Period("2004-04-01", "2004-04-30"), 10, BASIS)]
    owed = [bill(BOTH.of(key), FinancialYear(2004), used).total for key in ("help-desk", "payroll")]
    assert owed == [Money.pounds(245), Money.pounds(41)]
    several = "it is for 2 kinds of service. Accepted: the agreement as it stands for one of them."
    assert said(lambda: bill(BOTH, FinancialYear(2004), used)) == [f"agreement: HD1 {several[3:]}"]
    assert said(lambda: Supply(BOTH, BASIS)) == [f"agreement: {several}"]


def test_a_kind_of_service_is_under_an_agreement_once() -> None:
    further = FurtherService(PAYROLL, PRICE)
    once = "is supplied under it already. Accepted: each kind of service once."
    assert said(lambda: agreement(also=(FurtherService(DESK, PRICE), further, further, of_any_type("x")))) == [
        f"also[0].service: 'help-desk' {once}",
        f"also[2].service: 'payroll' {once}",
        "also[3]: 'x' is of type str. Accepted: a FurtherService.",
    ]
    assert said(lambda: FurtherService(of_any_type("x"), of_any_type(5))) == [
        "service: 'x' is of type str. Accepted: a ServiceKind.",
        "charge: 5 is of type int. Accepted: a price or a charging rule.",
    ]
    assert said(lambda: BOTH.of("audit")) == [
        "service: 'audit' is not supplied under HD1. Accepted: one of: help-desk, payroll."
    ]


def test_a_variation_adds_a_kind_of_service_changes_its_charge_and_withdraws_it() -> None:
    added = Variation("2004-12-01", "2005-01-01", "more work", services=(FurtherService(PAYROLL, PRICE),))
    dearer = Variation("2005-01-01", "2005-02-01", "pay", services=(FurtherService(PAYROLL, AtCost()),))
    gone = Variation("2005-02-01", "2005-03-01", "brought in house", withdrawn=("payroll",))
    texts = [in_force(agreement(), made, APRIL) for made in ([], [added], [added, dearer], [added, dearer, gone])]
    assert [tuple(kind.key for kind in each.services) for each in texts] == [
        ("help-desk",),
        ("help-desk", "payroll"),
        ("help-desk", "payroll"),
        ("help-desk",),
    ]
    assert [[str(words) for words in differences(*pair)] for pair in pairwise(texts)] == [
        [f"Payroll is supplied too: {PRICE}."],
        [f"The charge for Payroll was {PRICE}, and is {AtCost()}."],
        ["Payroll is no longer supplied."],
    ]
    assert differences(texts[1], attrs.evolve(texts[1], charge=AtCost())) == differences(DESK_ALONE, AT_COST_ALONE)
    assert added.changes_what_is_owed
    assert said(lambda: in_force(agreement(), [gone], APRIL)) == [
        "withdrawn: 'payroll' is no further kind of service under it. Accepted: one of: none is there."
    ]
    wrong = {"services": of_any_type(("x",)), "withdrawn": of_any_type("payroll")}
    assert said(lambda: Variation("2005-02-01", "2005-03-01", "why", **wrong)) == [
        "services[0]: 'x' is of type str. Accepted: a FurtherService.",
        "withdrawn: 'payroll' is of type str. Accepted: a tuple of keys.",
    ]


def test_before_it_is_signed_there_is_an_opinion_on_each_kind_of_service() -> None:
    payroll, desk = (ServiceKind(key, key, Subject.PROFESSIONAL, "unit") for key in ("payroll", "help-desk"))
    made = agreement(service=desk, also=(FurtherService(payroll, PRICE),))
    taken = [
        receipt(assess(Proposal(on="2004-03-01", supplier=LICHFIELD, customer=MOORLANDS, service=kind)))
        for kind in (desk, payroll)
    ]
    life = Life(made, "LAGSA1970_S1", taken[0]).move(Move.APPROVE, "2004-03-01")
    asked = life.may(Move.SIGN, "2004-03-02")
    assert asked.verdict is Verdict.UNKNOWN
    assert "No opinion was taken on payroll." in [str(answer.words) for answer in asked.answers]
    whole = attrs.evolve(life, further_receipts=(taken[1],))
    assert whole.may(Move.SIGN, "2004-03-02").verdict is Verdict.YES
    assert said(lambda: attrs.evolve(life, further_receipts=of_any_type(("x",)))) == [
        "further_receipts[0]: 'x' is of type str. Accepted: a Receipt."
    ]


FILE = """
format = 1
title = "Two services"
assumption = "made up for this test"
[[service]]
key = "payroll"
name = "Payroll"
unit = "payslip"
[[service]]
key = "help-desk"
name = "Help desk"
unit = "call"
[[cost]]
heading = "Pay"
year = "2004/05"
amount = 1000
service = "help-desk"
[[agreement]]
reference = "A1"
supplier = "Lichfield"
customer = "Staffordshire Moorlands"
first = 2004-04-01
last = 2007-03-31
service = "payroll"
charge = { rule = "per unit", rate = "4.10" }
usage = [{ first = 2004-04-01, last = 2005-03-31, quantity = 100 }]
[[agreement.also]]
service = "help-desk"
charge = { rule = "at cost" }
estimate = [{ year = "2004/05", units = 40 }]
usage = [{ first = 2004-04-01, last = 2005-03-31, quantity = 10 }]
[published.owed.A1]
"2004/05" = 660
payroll = { "2004/05" = 410 }
help-desk = { "2004/05" = 250 }
[published.unit-charge.A1]
help-desk = { "2004/05" = 25 }
"""


def test_a_case_file_has_one_agreement_for_several_kinds_of_service() -> None:
    worked = work_out(read_case_text(FILE))
    assert [each.agrees for each in worked.comparisons] == [True] * 4
    said_ = documents.text(worked)
    owes = "Staffordshire Moorlands District Council owes Lichfield District Council"
    assert f"A1, Payroll, 2004/05: {owes} £410.00" in " ".join(said_.split())
    assert f"A1, Help desk, 2004/05: {owes} £250.00" in " ".join(said_.split())


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            '[[agreement.also]]\nservice = "help-desk"',
            '[[agreement.also]]\nservice = "payroll"',
            "is supplied under it",
        ),
        ('rule = "at cost"', 'rule = "free"', "agreement[0].also[0].charge.rule: 'free' is not one of them"),
        ("units = 40", "units = 0", "agreement[0].also[0].estimate[0].units: there are no units"),
        ("[[agreement.also]]", "[[agreement.also]]\nterm = 3", "agreement[0].also[0].term: nothing of that name"),
    ],
)
def test_what_is_wrong_with_a_further_kind_of_service_is_said_with_its_place(old: str, new: str, words: str) -> None:
    assert old in FILE
    with pytest.raises(InputError) as refused:
        read_case_text(FILE.replace(old, new, 1))
    assert words in str(refused.value)


def test_two_agreements_of_one_name_are_refused_and_so_are_two_for_one_kind_of_service() -> None:
    again = FILE[FILE.index("[[agreement]]") : FILE.index("[published")]
    with pytest.raises(InputError) as refused:
        read_case_text(FILE.replace("[published.owed", again.replace("2007-03-31", "2006-03-31") + "[published.owed"))
    assert "agreements [0] and [1] both cover payroll" in str(refused.value)
    later = again.replace("2007-03-31", "2009-03-31").replace("first = 2004-04-01\nlast", "first = 2007-04-01\nlast")
    without_use = later.replace("[{ first = 2004-04-01, last = 2005-03-31, quantity = 100 }]", "[]").replace(
        "[{ first = 2004-04-01, last = 2005-03-31, quantity = 10 }]", "[]"
    )
    with pytest.raises(InputError, match=r"agreement\[2\].reference: 'A1' is given twice"):
        read_case_text(FILE.replace("[published.owed", without_use + "[published.owed"))
