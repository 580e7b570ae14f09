"""Offers and needs in a case file: read, matched, compared and reported."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from lgtrade.answers import Verdict
from lgtrade.authorities import Nation
from lgtrade.cases import WorkedCase, work_out
from lgtrade.files import from_json, read_case, read_case_text, to_json
from lgtrade.issues import InputError
from lgtrade.money import Money, Rate
from lgtrade.partnership import Matching, failings

EXAMPLE = Path(__file__).parents[2] / "examples" / "staffordshire-offers-and-needs.toml"
FILE = """
format = 1
title = "Payroll"
assumption = "made up for this test"

[[catalogue]]
name = "Payroll"
on = 2026-04-01
counted = "unknown"
whole_needs_only = true
losses_allowed = true
facts = { customer_agreed = true, purpose = "cost recovery", category_left = 2006-04-01 }

[[catalogue.service]]
key = "payroll"
name = "Payroll"
subject = "administrative, professional or technical services"
unit = "payslip"

[[catalogue.offer]]
name = "Kent"
authority = "Kent"
service = "payroll"
capacity = "100.5"
price = "4.10"
marginal_cost = 3
first = 2025-04-01
last = 2027-03-31
nations = ["England", "Wales"]
customers = ["Lichfield", "Cardiff"]

[[catalogue.need]]
name = "Lichfield"
authority = "Lichfield"
service = "payroll"
quantity = 60
present_cost = "5.60"
first = 2025-04-01
whole = true
suppliers = ["Kent"]
assumption = "staff, paid monthly"

[published.catalogue.Payroll]
saving = 156
tied = false
[published.catalogue.Payroll.quantity.Lichfield]
Kent = 60
"""


def matching(worked: WorkedCase) -> Matching:
    (found,) = worked.case.workings
    assert isinstance(found, Matching)
    return found


def issues(old: str, new: str) -> list[str]:
    assert old in FILE
    with pytest.raises(InputError) as refused:
        read_case_text(FILE.replace(old, new))
    return [str(issue) for issue in refused.value.issues]


def test_a_catalogue_is_read_as_it_is_written_and_its_figures_are_compared() -> None:
    worked = work_out(read_case_text(FILE))
    catalogue = matching(worked).catalogue
    assert (catalogue.counted, catalogue.whole_needs_only, catalogue.losses_allowed) == (Verdict.UNKNOWN, True, True)
    assert catalogue.facts == {
        "customer_agreed": True,
        "purpose": "cost recovery",
        "category_left": "2006-04-01",
    }
    (offer,), (need,) = catalogue.offers, catalogue.needs
    assert (str(offer.capacity), offer.price, offer.marginal_cost) == ("100.5", Rate("4.10"), Rate(3))
    assert (offer.nations, [body.name for body in offer.customers]) == (
        (Nation.ENGLAND, Nation.WALES),
        ["Lichfield District Council", "Cardiff Council"],
    )
    assert (need.whole, [body.name for body in need.suppliers]) == (True, ["Kent County Council"])
    assert offer.last is not None
    assert [each.agrees for each in worked.comparisons] == [True, True, True]
    assert ("Lichfield", need.basis) in worked.case.assumptions
    assert from_json(to_json(worked), WorkedCase) == worked


def test_what_is_left_out_is_as_it_is_in_python() -> None:
    bare = "\n".join(
        line
        for line in FILE.partition("[published")[0].splitlines()
        if not line.startswith(
            ("counted", "whole", "losses", "facts", "marginal", "last", "nations", "custom", "suppl")
        )
    )
    catalogue = matching(work_out(read_case_text(bare))).catalogue
    (offer,), (need,) = catalogue.offers, catalogue.needs
    assert (catalogue.counted, catalogue.facts, catalogue.whole_needs_only) == (Verdict.YES, {}, False)
    assert (offer.marginal_cost, offer.last, offer.nations, offer.customers) == (None, None, (), ())
    assert (need.whole, need.suppliers) == (False, ())


def test_a_body_is_meant_as_it_was_when_the_entry_was_first_open() -> None:
    text = FILE.replace('authority = "Kent"', 'authority = "Mendip"').replace('suppliers = ["Kent"]', "")
    text = text.partition("[published")[0].replace("2025-04-01\nlast = 2027-03-31", "2004-04-01\nlast = 2023-03-31")
    assert matching(work_out(read_case_text(text))).catalogue.offers[0].authority.name == "Mendip District Council"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            'service = "payroll"\ncapacity',
            'service = "pay"\ncapacity',
            "catalogue[0].offer[0].service: 'pay' is not one of them. Accepted: one of: \"payroll\".",
        ),
        (
            'nations = ["England", "Wales"]',
            'nations = ["England", "Cornwall"]',
            (
                "catalogue[0].offer[0].nations: 'Cornwall' is not one of them. "
                'Accepted: one of: "England"; "Wales"; "Scotland"; "Northern Ireland".'
            ),
        ),
        (
            'customers = ["Lichfield", "Cardiff"]',
            'customers = "Lichfield"',
            "catalogue[0].offer[0].customers: 'Lichfield' is not a list. Accepted: a list of texts in quotes.",
        ),
        (
            'counted = "unknown"',
            'counted = "no"',
            (
                "catalogue[0].counted: what the law excludes is never counted. "
                "Accepted: yes, unknown or uncertain: a Verdict that is not a no."
            ),
        ),
        (
            "customer_agreed = true",
            "customer_agreed = 7",
            "catalogue[0].facts.customer_agreed: 7 is of type int. Accepted: true, false or words.",
        ),
        (
            "quantity = 60",
            "quantity = -60",
            "catalogue[0].need[0].quantity: it is below nil: -60. Accepted: nil or more.",
        ),
        (
            'authority = "Lichfield"',
            'authority = { name = "a firm", kind = "business" }',
            (
                "catalogue[0].need[0].authority: Person(name='a firm', kind=<PersonKind.BUSINESS: 'busines... is of "
                "type Person. Accepted: an Authority."
            ),
        ),
        (
            "whole = true",
            "hole = true",
            "catalogue[0].need[0].hole: nothing of that name is read here. Accepted: whole, perhaps.",
        ),
        (
            "[[catalogue.offer]]",
            '[[catalogue.service]]\nkey = "payroll"\nname = "Pay"\n[[catalogue.offer]]',
            "catalogue[0].service[1].key: 'payroll' is given twice. Accepted: a name of its own.",
        ),
        ("on = 2026-04-01\n", "", "catalogue[0].on: it is missing. Accepted: a day, as in 2026-04-01."),
    ],
)
def test_what_is_wrong_with_a_catalogue_is_said_with_its_place(old: str, new: str, said: str) -> None:
    assert said in issues(old, new)


def test_the_example_saves_the_most_that_it_can_and_proves_it() -> None:
    """Its own prices, which are assumptions; each saving a unit is what it costs now less the marginal cost."""
    found = matching(work_out(read_case(EXAMPLE)))
    by_hand = {
        ("East Staffordshire payslips", "County payroll"): (6000, "2.80"),
        ("East Staffordshire payslips", "Stafford payroll"): (600, "2.10"),
        ("Lichfield payslips", "Stafford payroll"): (5400, "1.70"),
        ("Moorlands payslips", "County payroll"): (1200, "1.20"),
        ("Tamworth payslips", "County payroll"): (4800, "2.00"),
        ("Moorlands calls", "Lichfield help desk"): (3000, "6.25"),
        ("Tamworth calls", "Lichfield help desk"): (2000, "5.00"),
    }
    assert {(each.need, each.offer): (each.quantity, each.saving_a_unit) for each in found.matches} == {
        pair: (Decimal(units), Rate(saving)) for pair, (units, saving) in by_hand.items()
    }
    assert found.figures["saving",] == Money.pounds(67_030)
    assert found.most == found.saving
    assert failings(found.catalogue, found.pairings, found.proof) == ()
    assert [each.offer for each in found.not_counted] == ["Glasgow tenders"]
