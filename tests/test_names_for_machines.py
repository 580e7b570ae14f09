"""Names that other people's programs and files rely on: to change one is to break them."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Callable
from decimal import Decimal

import pytest

from lgtrade.answers import Verdict, no, uncertain, unknown, yes
from lgtrade.authorities import AreaCode, Authority, AuthorityKind, Nation, Person, PersonKind, find, register
from lgtrade.calendar import FinancialYear, Period, ShortMonth, add_months, as_day
from lgtrade.issues import InputError
from lgtrade.money import (
    HALF_UP,
    ZERO,
    Amount,
    Direction,
    Money,
    Rate,
    Remainder,
    RemainderRule,
    Rounding,
    Share,
    Shares,
    split,
    to_lead,
)
from lgtrade.services import ServiceKind, Subject
from lgtrade.sources import Assumption, Source


@pytest.mark.parametrize(
    ("names", "values"),
    [
        (Verdict, ["yes", "unknown", "uncertain", "no"]),
        (ShortMonth, ["the last day of the month", "the first day of the next month", "refused"]),
        (Direction, ["half up", "half even", "up", "down"]),
        (RemainderRule, ["largest remainder", "to the last", "to the lead authority", "cell by cell"]),
        (
            Subject,
            [
                "goods or materials",
                "administrative, professional or technical services",
                "use of vehicles, plant or apparatus",
                "maintenance of land or buildings",
                "construction of buildings or works",
                "officers placed at another's disposal",
                "discharge of the customer's own function",
                "another service",
            ],
        ),
        (Nation, ["England", "Wales", "Scotland", "Northern Ireland"]),
        (PersonKind, ["business", "individual", "voluntary body", "public body"]),
        (
            AuthorityKind,
            [
                "county council",
                "district council",
                "metropolitan district council",
                "London borough council",
                "Common Council of the City of London",
                "Council of the Isles of Scilly",
                "county council in Wales",
                "county borough council",
                "parish council",
                "parish meeting",
                "community council",
                "Greater London Authority",
                "combined authority",
                "combined county authority",
                "combined fire and rescue authority",
                "metropolitan county fire and rescue authority",
                "London fire authority",
                "fire and rescue authority under a police, fire and crime commissioner",
                "National Park authority",
                "Broads Authority",
                "police authority",
                "police and crime commissioner",
                "Mayor's Office for Policing and Crime",
                "joint committee",
                "joint waste authority",
                "waste disposal authority",
                "integrated transport authority",
                "passenger transport executive",
                "Transport for London",
                "London Development Agency",
                "economic prosperity board",
                "corporate joint committee",
                "council in Scotland",
                "district council in Northern Ireland",
            ],
        ),
    ],
)
def test_a_choice_is_written_in_files_by_its_value(names: type[enum.Enum], values: list[str]) -> None:
    assert [name.value for name in names] == values


JANUARY = dt.date(2026, 1, 31)
BOTH = {"Kent": 1, "Powys": 0}


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: Source(""), "source.empty"),
        (lambda: Source("a", "b"), "source.address"),
        (lambda: Assumption(""), "assumption.empty"),
        (lambda: Assumption(7), "type"),  # type: ignore[arg-type]
        (lambda: as_day(dt.datetime(2026, 4, 1, tzinfo=dt.UTC)), "day.time"),
        (lambda: as_day(dt.date(1800, 1, 1)), "day.reach"),
        (lambda: as_day("soon"), "day"),
        (lambda: Period("2026-04-01", "2026-03-31"), "period.empty"),
        (lambda: FinancialYear(1800), "year"),
        (lambda: FinancialYear.read("2026"), "year"),
        (lambda: add_months(JANUARY, 10**6), "months.reach"),
        (lambda: add_months(JANUARY, 1, ShortMonth.REFUSE), "months.short"),
        (lambda: Rate(0.1), "number.float"),
        (lambda: Rate("dear"), "number"),
        (lambda: Rate(10**18), "number.size"),
        (lambda: Rate(Decimal("NaN")), "number.size"),
        (lambda: Share("1/0"), "number.zero"),
        (lambda: Share("140%"), "share.range"),
        (lambda: Shares({}), "shares.sum"),
        (lambda: Money(pence=10**17), "money.size"),
        (lambda: Money.pounds("0.001"), "money.pence"),
        (lambda: Amount(Decimal("NaN")), "amount.finite"),
        (lambda: Amount(Decimal(1)).over(0), "amount.units"),
        (lambda: Rate(1) * "2", "number"),  # type: ignore[operator]
        (lambda: Rate(1) * 0.5, "number.float"),  # type: ignore[operator]
        (lambda: Rounding(Direction.UP, Decimal(0)), "rounding.unit"),
        (lambda: HALF_UP.to("0.001").money(1), "rounding.pence"),
        (lambda: Remainder(RemainderRule.LEAD), "remainder.lead"),
        (lambda: split(ZERO, {"Kent": -1, "Powys": 1}), "weights.negative"),
        (lambda: split(ZERO, {}), "weights.none"),
        (lambda: split(ZERO, BOTH, remainder=to_lead("Powys")), "weights.lead"),
        (lambda: split(ZERO, BOTH, unit=ZERO), "split.unit"),
        (lambda: split(Money(pence=1), BOTH, unit=Money(pence=2)), "split.amount"),
        (lambda: AreaCode("41UD"), "area.code"),
        (lambda: Authority("", AuthorityKind.DISTRICT, Nation.ENGLAND), "name.empty"),
        (lambda: Authority("X", AuthorityKind.DISTRICT, Nation.WALES), "authority.nation"),
        (
            lambda: Authority("X", AuthorityKind.DISTRICT, Nation.ENGLAND, "1974-04-01", "1973-04-01"),
            "authority.days",
        ),
        (lambda: Person("", PersonKind.BUSINESS), "name.empty"),
        (lambda: find(""), "authority.name"),
        (lambda: find("Newcastle"), "authority.ambiguous"),
        (lambda: find("Xyzzy"), "authority.unknown"),
        (lambda: register()["X"], "authority.code"),
        (lambda: ServiceKind("X", "a"), "kind.key"),
        (lambda: ServiceKind("x", ""), "kind.name"),
    ],
)
def test_what_is_wrong_with_data_has_a_code_that_stays(make: Callable[[], object], code: str) -> None:
    with pytest.raises(InputError) as refused:
        make()
    assert [issue.code for issue in refused.value.issues] == [code]
    assert all(isinstance(issue.place, str) for issue in refused.value.issues)


def test_an_answer_has_no_code_until_the_condition_that_asked_gives_one() -> None:
    for answer in (yes("a"), no("a"), unknown("purpose", "a"), uncertain("Q2", "a")):
        assert answer.reason.code == ""
        assert answer.given_by("asked", None).reason.code == "asked"  # type: ignore[arg-type]  # only the code
