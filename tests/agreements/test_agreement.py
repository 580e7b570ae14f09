from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.agreements.facts import (
    DESK,
    LICHFIELD,
    MOORLANDS,
    PARTIES,
    PAYROLL,
    TAMWORTH,
    THREE_YEARS,
    agreement,
    of_any_type,
    said,
)

from lgtrade.agreements import Cover, Party, Role
from lgtrade.authorities import Authority, Person, PersonKind
from lgtrade.calendar import Period
from lgtrade.charging import AtCost, Commercial, Flat, Graduated, Minimum, PerUnit, Tier
from lgtrade.money import Money, Rate
from lgtrade.services import ServiceKind
from lgtrade.strategies import periods

SUPPLIER, CUSTOMER = PARTIES


@given(
    st.permutations([LICHFIELD, MOORLANDS, TAMWORTH]),
    st.sampled_from([1, -1]),
    st.sampled_from([DESK, PAYROLL]),
    periods(),
)
def test_an_agreement_covers_its_two_parties_its_service_and_its_term(
    bodies: list[Authority], order: int, service: ServiceKind, term: Period
) -> None:
    supplier, customer, _ = bodies
    parties = (Party(supplier, Role.SUPPLIER), Party(customer, Role.CUSTOMER))
    made = agreement(parties=parties[::order], service=service, term=term)
    assert (made.supplier, made.customer) == (supplier, customer)
    assert made.covers == (Cover(supplier, customer, service.key, term),)


def test_a_customer_may_be_a_business() -> None:
    firm = Person("a local manufacturer", PersonKind.BUSINESS)
    assert agreement(parties=(SUPPLIER, Party(firm, Role.CUSTOMER))).customer == firm


@pytest.mark.parametrize(
    "charge",
    [
        Flat(Money.pounds(5)),
        PerUnit(Rate(1)),
        Graduated((Tier(Rate(1)),)),
        Minimum(PerUnit(Rate(1)), Money.pounds(5)),
        AtCost(),
        Commercial("10%"),
    ],
    ids=lambda charge: type(charge).__name__,
)
def test_an_agreement_is_at_any_price_or_by_any_rule(charge: Flat) -> None:
    assert agreement(charge=charge).charge == charge


ONE_OF_EACH = "Accepted: one supplier and one customer."


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"reference": ""}, ["reference: it is empty. Accepted: what the parties call it."]),
        ({"parties": ()}, [f"parties: the roles are: none. {ONE_OF_EACH}"]),
        ({"parties": (SUPPLIER,)}, [f"parties: the roles are: supplier. {ONE_OF_EACH}"]),
        (
            {"parties": (CUSTOMER, Party(TAMWORTH, Role.CUSTOMER))},
            [f"parties: the roles are: customer, customer. {ONE_OF_EACH}"],
        ),
        (
            {"parties": (*PARTIES, Party(TAMWORTH, Role.CUSTOMER))},
            [f"parties: the roles are: customer, customer, supplier. {ONE_OF_EACH}"],
        ),
        (
            {"parties": (SUPPLIER, Party(LICHFIELD, Role.CUSTOMER))},
            ["parties: the customer is the supplier. Accepted: two different parties."],
        ),
        ({"charge": 24.5}, ["charge: 24.5 is of type float. Accepted: a price or a charging rule."]),
        (
            {"charge": Money.pounds("24.50")},
            ["charge: £24.50 is of type Money. Accepted: a price or a charging rule."],
        ),
        (
            {
                "reference": 7,
                "parties": ("Lichfield", CUSTOMER, None),
                "service": "help-desk",
                "term": 3,
                "charge": None,
            },
            [
                "reference: 7 is of type int. Accepted: what the parties call it.",
                "parties[0]: 'Lichfield' is of type str. Accepted: a Party.",
                "parties[2]: None is of type NoneType. Accepted: a Party.",
                "term: 3 is of type int. Accepted: a Period.",
                "service: 'help-desk' is of type str. Accepted: a ServiceKind.",
                "charge: None is of type NoneType. Accepted: a price or a charging rule.",
            ],
        ),
        (
            {"reference": "", "parties": (), "service": None},
            [
                "reference: it is empty. Accepted: what the parties call it.",
                f"parties: the roles are: none. {ONE_OF_EACH}",
                "service: None is of type NoneType. Accepted: a ServiceKind.",
            ],
        ),
    ],
)
def test_all_that_is_wrong_with_an_agreement_is_said(changed: dict[str, Any], words: list[str]) -> None:
    assert said(lambda: agreement(**changed)) == words


def test_all_that_is_wrong_with_a_party_is_said() -> None:
    assert said(lambda: Party(of_any_type("Lichfield"), of_any_type("supplier"))) == [
        "body: 'Lichfield' is of type str. Accepted: an Authority or a Person.",
        "role: 'supplier' is of type str. Accepted: a Role.",
    ]


def test_an_agreement_is_kept_as_it_was_made() -> None:
    made = agreement()
    assert (made.reference, made.parties, made.service, made.term) == ("HD1", PARTIES, DESK, THREE_YEARS)
    assert [role.value for role in Role][:2] == ["supplier", "customer"]
