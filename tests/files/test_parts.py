"""What a case file may say, and what it is read as."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest

from lgtrade.authorities import Authority, AuthorityKind, Nation, Person, PersonKind
from lgtrade.calendar import Period
from lgtrade.cases import Case, Published, work_out
from lgtrade.charging import AtCost, Commercial, Flat, Graduated, Minimum, PerUnit, Tier
from lgtrade.files import read_case_text
from lgtrade.issues import InputError
from lgtrade.law import BusinessCase, Designation, Proposal
from lgtrade.money import CELL_BY_CELL, DOWN, HALF_UP, LARGEST, UP, Money, Rate, to_lead
from lgtrade.services import Subject
from lgtrade.sources import Assumption, Source

TOP = 'format = 1\ntitle = "A case"\nsource = "a report"\nsource_url = "https://example.org/report"\n'
SERVICE = '[[service]]\nkey = "audit"\nname = "Audit"\n'
AGREEMENT = (
    '[[agreement]]\nreference = "A"\nsupplier = "Lichfield"\ncustomer = { name = "a firm", kind = "business" }\n'
    'service = "audit"\nfirst = 2004-04-01\nlast = 2005-03-31\n'
)
PROPOSAL = (
    '[[proposal]]\nname = "p"\non = 2004-04-01\nsupplier = "Lichfield"\ncustomer = "Tamworth"\nservice = "audit"\n'
)


def read(text: str) -> Case:
    return read_case_text(TOP + text)


def proposal(facts: str) -> Proposal:
    return read(SERVICE + PROPOSAL + "[proposal.facts]\n" + facts).proposals[0].proposal


def test_a_case_may_hold_nothing_but_its_title_and_source() -> None:
    case = read("")
    assert case == Case("A case", Source("a report", "https://example.org/report"))
    assert work_out(case).figures == {}


@pytest.mark.parametrize(
    ("charge", "price"),
    [
        ('rule = "at cost"', AtCost(DOWN)),
        ('rule = "at cost", rounding = "half up", to = "0.001"', AtCost(HALF_UP.to("0.001"))),
        ('rule = "commercial", margin = "12.5%"', Commercial(Fraction(1, 8))),
        ('rule = "commercial", margin = "1/3", rounding = "up"', Commercial(Fraction(1, 3), UP)),
        ('rule = "flat", amount = "1,234.56"', Flat(Money.pounds("1234.56"))),
        ('rule = "per unit", rate = "0.125"', PerUnit(Rate("0.125"))),
        ('rule = "per unit", rate = 2, minimum = 5', Minimum(PerUnit(Rate(2)), Money.pounds(5))),
        (
            'rule = "graduated", tier = [{ rate = 2, upto = 100 }, { rate = "1.50" }]',
            Graduated((Tier(Rate(2), Decimal(100)), Tier(Rate("1.5")))),
        ),
    ],
)
def test_a_charge_is_read_as_its_rule_or_its_price(charge: str, price: object) -> None:
    assert read(SERVICE + AGREEMENT + f"charge = {{ {charge} }}\n").supplies[0].agreement.charge == price


def test_an_agreement_is_read_with_what_was_expected_and_used() -> None:
    supply = read(
        SERVICE
        + AGREEMENT
        + 'charge = { rule = "at cost" }\nassumption = "a guess"\n'
        + '[[agreement.estimate]]\nyear = "2004/05"\nunits = "12.5"\ncost = 100\n'
        + "[[agreement.usage]]\nfirst = 2004-04-01\nlast = 2004-04-30\nquantity = 3\n"
    ).supplies[0]
    assert supply.basis == Assumption("a guess")
    assert supply.agreement.customer == Person("a firm", PersonKind.BUSINESS)
    assert supply.agreement.term == Period("2004-04-01", "2005-03-31")
    assert (supply.estimates[0].units, supply.estimates[0].cost) == (Decimal("12.5"), Money.pounds(100))
    assert supply.usage[0].quantity == 3


def test_an_authority_that_is_not_in_the_register_is_described() -> None:
    described = '{ name = "Wall Parish Council", kind = "parish council", nation = "England", first = 1974-04-01 }'
    case = read(SERVICE + PROPOSAL.replace('"Tamworth"', described))
    expected = Authority("Wall Parish Council", AuthorityKind.PARISH, Nation.ENGLAND, dt.date(1974, 4, 1))
    assert case.proposals[0].proposal.customer == expected


def test_a_fact_that_is_left_out_has_not_been_given() -> None:
    given = proposal("customer_agreed = false\n")
    assert given.customer_agreed is False
    assert given.required_for_customer is None
    assert given.business_case is None
    assert given.authorised_by is None


def test_a_citation_may_be_text_or_true_or_false() -> None:
    given = proposal('authorised_by = "LGA 1972 s.111"\nprohibited_by = false\nother_power_to_charge = true\n')
    assert (given.authorised_by, given.prohibited_by, given.other_power_to_charge) == ("LGA 1972 s.111", False, True)


def test_a_business_case_may_be_none_or_have_its_days_and_heads() -> None:
    assert proposal("business_case = false\n").business_case is False
    days = "business_case = { prepared = 2004-01-01, approved = 2004-02-01 }\n"
    assert proposal(days).business_case == BusinessCase("2004-01-01", "2004-02-01")
    assert proposal('business_case = { heads = ["risks"] }\n').business_case == BusinessCase(heads=("risks",))


def test_a_designation_has_its_day_its_limits_and_its_councils() -> None:
    given = proposal(
        'designation = { by = "an order", subjects = ["goods or materials"], since = 2004-03-23, '
        'only = ["Cornwall"] }\n'
    )
    assert given.designation == Designation("an order", (Subject.GOODS,), "2004-03-23", ("Cornwall",))
    assert proposal('designation = { by = "an order" }\n').designation == Designation("an order")


def test_odd_pence_go_where_the_file_says() -> None:
    assert (read("").remainder, read("").unit) == (LARGEST, Money(pence=1))
    lead = read('[division]\nremainder = "to the lead authority"\nlead = "Lichfield"\nunit = 1\n')
    assert (lead.remainder, lead.unit) == (to_lead("Lichfield"), Money.pounds(1))
    assert read('[division]\nremainder = "cell by cell"\n').remainder == CELL_BY_CELL


def test_published_figures_are_named_by_their_path() -> None:
    case = read(
        '[published.owed.A]\n"2004/05" = 12\n[published.unit-charge.A]\n"2004/05" = "0.125"\n'
        '[published.net]\nLichfield = "-1.50"\n'
    )
    assert case.published == (
        Published(("owed", "A", "2004/05"), 12),
        Published(("unit-charge", "A", "2004/05"), "0.125"),
        Published(("net", "Lichfield"), "-1.50"),
    )


def test_a_service_without_a_key_and_a_source_that_cannot_be_read_are_each_said_once() -> None:
    text = 'format = 1\ntitle = "t"\nsource = 5\n[[service]]\nname = "Audit"\n[[key]]\nname = 3\nweights = { a = 1 }\n'
    with pytest.raises(InputError) as caught:
        read_case_text(text)
    assert [issue.place for issue in caught.value.issues] == ["source", "service[0].key", "key[0].name"]


def test_an_unquoted_number_keeps_its_digits_in_the_message() -> None:
    with pytest.raises(InputError, match=r'the same number in quotes: "0\.10"'):
        read('[published.unit-charge.A]\n"2004/05" = 0.10\n')


def test_text_in_a_description_is_refused_where_it_is_not_the_right_type() -> None:
    with pytest.raises(InputError) as caught:
        read(SERVICE + PROPOSAL.replace('"Tamworth"', "{ name = 1.5, kind = 2 }"))
    assert str(caught.value).splitlines() == [
        (
            "proposal[0].customer.name: '1.5' is not text. "
            "Accepted: text in quotes, on one line, of at most 2000 letters."
        ),
        *[
            line
            for line in str(caught.value).splitlines()
            if line.startswith("proposal[0].customer.kind: 2 is not one")
        ],
    ]
