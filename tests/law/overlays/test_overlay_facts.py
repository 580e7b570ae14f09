"""The facts that overlays ask for: what is refused, all of it at once, and in which words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lgtrade.issues import InputError
from lgtrade.law.facts import (
    Assistance,
    Award,
    Company,
    Competition,
    LegalWork,
    Owner,
    OwnerKind,
    Procurement,
    Vat,
)
from lgtrade.money import Money, Share

OURS = OwnerKind.LOCAL_AUTHORITY
PRIVATE = OwnerKind.PRIVATE
POUND = Money.pounds(1)
BAD: Any = "a good deal"
SEVEN: Any = 7

REFUSED: list[tuple[Callable[[], object], str]] = [
    (lambda: Company(owners=[]), "owners: nobody owns the company. Accepted: at least one owner."),
    (
        lambda: Company(owners=[Owner("A", "60%", OURS)]),
        "owners: the votes add to 60%. Accepted: votes that add to 100%.",
    ),
    (
        lambda: Company(owners=[Owner("A", "60%", OURS), Owner("A", "40%", PRIVATE)]),
        "owners[1]: A is named twice. Accepted: each owner once.",
    ),
    (lambda: Company(owners=[BAD]), "owners[0]: 'a good deal' is of type str. Accepted: an Owner."),
    (
        lambda: Company(arms_length=BAD),
        "arms_length: 'a good deal' is of type str. Accepted: true or false, or nothing.",
    ),
    (
        lambda: Company(authority_directors="120%"),
        "authority_directors: 120% is not a part of a whole. Accepted: a share from 0% to 100%.",
    ),
    (lambda: Owner("", "60%", OURS), "name: it is empty. Accepted: a name."),
    (lambda: Owner("A", "1", BAD), "kind: 'a good deal' is of type str. Accepted: an OwnerKind."),
    (
        lambda: Procurement(value=POUND, above_threshold=True),
        "above_threshold: the value is given too. Accepted: the value alone, or true or false where it is not known.",
    ),
    (
        lambda: Procurement(value=Money.pounds(-1)),
        "value: -£1.00 is less than nothing. Accepted: a sum of nothing or more.",
    ),
    (lambda: Procurement(vat=POUND), "vat: the value is not given. Accepted: the VAT in the value."),
    (
        lambda: Procurement(value=POUND, vat=POUND * 2),
        "vat: it is more than the value. Accepted: the VAT in the value.",
    ),
    (
        lambda: Procurement(turnover=Money.pounds(0)),
        "turnover: there is no turnover. Accepted: a sum over nothing: what is projected, for a new company.",
    ),
    (
        lambda: Procurement(outside_turnover=POUND),
        "outside_turnover: the whole turnover is not given. Accepted: a part of the turnover.",
    ),
    (
        lambda: Procurement(turnover=POUND, outside_turnover=POUND * 2),
        "outside_turnover: it is more than the whole turnover. Accepted: a part of the turnover.",
    ),
    (
        lambda: Procurement(turnover=POUND, outside_turnover=POUND, outside_share=Share("10%")),
        "outside_share: the outside turnover is given too. Accepted: one of the two.",
    ),
    (lambda: Procurement(route=BAD), "route: 'a good deal' is of type str. Accepted: a Route, or nothing."),
    (
        lambda: Procurement(began="2030-01-01"),
        "began: 1 January 2030 is outside the law that is known. Accepted: a day from 1 January 1970 to 31 May 2026.",
    ),
    (lambda: Procurement(turnover=BAD), "turnover: 'a good deal' is of type str. Accepted: Money, or nothing."),
    (
        lambda: Award("2024-01-01", Money.pounds(-1)),
        "amount: -£1.00 is less than nothing. Accepted: a sum of nothing or more.",
    ),
    (lambda: Award("2024-01-01", BAD), "amount: 'a good deal' is of type str. Accepted: Money."),
    (lambda: Award("2024-01-01", POUND, to=SEVEN), "to: 7 is of type int. Accepted: a name, or nothing."),
    (lambda: Assistance(earlier=[BAD]), "earlier[0]: 'a good deal' is of type str. Accepted: an Award."),
    (lambda: Assistance(to=SEVEN), "to: 7 is of type int. Accepted: a name, or nothing."),
    (lambda: Vat(obliged=BAD), "obliged: 'a good deal' is of type str. Accepted: true or false, or nothing."),
    (lambda: Competition(dominant=BAD), "dominant: 'a good deal' is of type str. Accepted: true or false, or nothing."),
    (lambda: LegalWork(reserved=BAD), "reserved: 'a good deal' is of type str. Accepted: true or false, or nothing."),
]


@pytest.mark.parametrize(("make", "says"), REFUSED)
def test_what_is_refused_and_in_which_words(make: Callable[[], object], says: str) -> None:
    with pytest.raises(InputError) as caught:
        make()
    assert str(caught.value) == says


def test_everything_wrong_is_said_at_once() -> None:
    with pytest.raises(InputError) as caught:
        Procurement(route=BAD, controlled=BAD, value=Money.pounds(-1), outside_share=BAD, began=BAD)
    assert {issue.place for issue in caught.value.issues} == {"route", "controlled", "value", "outside_share", "began"}
    with pytest.raises(InputError) as caught:
        Company(owners=[Owner("A", "60%", OURS), Owner("A", "60%", OURS)], formed=BAD, unlimited=BAD)
    places = {issue.place for issue in caught.value.issues}
    assert places == {"owners", "owners[1]", "formed", "unlimited"}


def test_a_share_is_never_a_float() -> None:
    with pytest.raises(InputError):
        Owner("A", 0.5, OURS)
    with pytest.raises(InputError):
        Procurement(outside_share=0.5)


def test_facts_are_frozen() -> None:
    with pytest.raises(AttributeError):
        Vat().obliged = True  # type: ignore[misc]


def test_what_owners_say_of_a_company() -> None:
    public = Company(owners=[Owner("A", "60%", OURS), Owner("an NHS trust", "40%", OwnerKind.PUBLIC)])
    assert (public.has_private_owner, public.is_jointly_owned) == (False, True)
    alone = Company(owners=[Owner("A", "60%", OURS), Owner("a firm", "40%", PRIVATE)])
    assert (alone.has_private_owner, alone.is_jointly_owned) == (True, False)
    unsaid = Company()
    assert (unsaid.authority_votes, unsaid.has_private_owner, unsaid.is_jointly_owned) == (None, None, None)
