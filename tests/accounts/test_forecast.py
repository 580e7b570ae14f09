"""Where an account is going: what the forecast and the charge to nil promise, the warnings, and what is no plan."""

from __future__ import annotations

from fractions import Fraction
from random import Random
from typing import Any

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.accounts.facts import NOTE, years
from tests.agreements.facts import said

from lgtrade.accounts import BreakEvenAccount, BreakEvenRule, Forecast, PlannedYear, Status, YearEntry
from lgtrade.calendar import FinancialYear
from lgtrade.money import DOWN, HALF_UP, ZERO, Money, Rate, total
from lgtrade.strategies import break_even_accounts, forecasts

FORECASTS = forecasts()
FEW = settings(max_examples=40)


def plan(units: int | str, cost: int, charge: str | None = None, *, start: int = 2005, **given: Any) -> PlannedYear:
    """Give a year to come, at a charge or with a budgeted income."""
    return PlannedYear(
        FinancialYear(start), units, Money.pounds(cost), NOTE, None if charge is None else Rate(charge), **given
    )


def forecast(*planned: PlannedYear, result: int = 2, **terms: Any) -> Forecast:
    """Give where an account of one year with this result is going."""
    return Forecast(BreakEvenAccount("help-desk", years((30 + result, 30)), **terms), planned)


@FEW
@given(FORECASTS)
def test_the_charge_to_nil_brings_the_balance_to_nil_within_its_rounding_and_never_over(made: Forecast) -> None:
    assume(not made.not_returned)
    closing = made.at(made.charge_to_nil).closing
    units = sum((Fraction(each.units) for each in made.planned), Fraction(0))
    lost = Fraction(made.rounding.unit) * units + len(made.planned) * Fraction(1, 100)
    assert -lost < Fraction(closing.in_pounds) <= 0


@FEW
@given(FORECASTS)
def test_the_exact_charge_recovers_exactly_what_is_to_be_recovered(made: Forecast) -> None:
    units = sum((Fraction(each.units) for each in made.planned), Fraction(0))
    cost = total(each.cost for each in made.planned)
    charged = made.exact_charge_to_nil * units + Fraction(made.account.closing.in_pounds)
    assert charged == Fraction((cost + made.not_returned).in_pounds)
    assert (made.exact_charge_to_nil == 0) or (made.not_returned == ZERO)


@FEW
@given(FORECASTS)
def test_a_surplus_larger_than_all_the_cost_cannot_be_returned_by_any_charge(made: Forecast) -> None:
    assert made.at(Rate(0)).closing <= ZERO or made.not_returned == made.at(Rate(0)).closing


@FEW
@given(break_even_accounts(max_size=4), st.integers(1, 3), st.data())
def test_a_forecast_of_what_then_happened_is_the_account(
    account: BreakEvenAccount, years_known: int, data: st.DataObject
) -> None:
    plain = [YearEntry(each.year, each.income, each.cost, account.service, units=1) for each in account.entries]
    years_known = min(years_known, len(plain))
    whole = attrs.evolve(account, entries=tuple(plain), returning=False, corrections=(), stated=())
    later = [PlannedYear(each.year, 1, each.cost, NOTE, income=each.income) for each in plain[years_known:]]
    assume(later)
    known = attrs.evolve(whole, entries=tuple(plain[:years_known]), returning=data.draw(st.booleans()))
    made = Forecast(known, tuple(later))
    assert made.carried_on == whole
    assert made.positions == whole.positions[years_known:]


@FEW
@given(FORECASTS, st.randoms(use_true_random=False))
def test_the_order_in_which_years_are_planned_changes_nothing(made: Forecast, random: Random) -> None:
    planned = list(made.planned)
    random.shuffle(planned)
    again = attrs.evolve(made, planned=tuple(planned))
    assert (again.figures, again.warnings) == (made.figures, made.warnings)


@FEW
@given(FORECASTS)
def test_the_figures_of_a_forecast_are_those_of_its_positions(made: Forecast) -> None:
    figures = made.figures
    for each in made.positions:
        year = str(each.year)
        expected = [each.entry.income, each.entry.surplus, each.closing, each.status.value]
        names = [f"forecast-{name}" for name in ("income", "surplus", "balance", "status")]
        assert [figures[name, year] for name in names] == expected
    assert made.positions[-1].closing == made.closing
    assert figures["charge-to-nil",] == made.charge_to_nil
    assert figures["exact-charge-to-nil",] == made.exact_charge_to_nil
    assert repr(made) == f"<Forecast of {made.account.service}: {made.closing!r}, nil at {made.charge_to_nil!r}>"


@FEW
@given(FORECASTS)
def test_a_warning_is_given_of_every_end_of_a_window_and_of_the_last_year(made: Forecast) -> None:
    said_of = [each for each in made.positions if each.window_ends or each.year == made.positions[-1].year]
    for position, words in zip(said_of, made.warnings, strict=False):
        assert str(position.year) in str(words)
        assert str(words).startswith("On the present course ")
    assert len(made.warnings) - len(said_of) in {0, 1}


@FEW
@given(FORECASTS)
def test_no_one_is_told_to_raise_a_charge_that_already_brings_the_balance_as_near_to_nil_as_can_be(
    made: Forecast,
) -> None:
    at_nil = made.at(made.charge_to_nil)
    assume(not made.not_returned)
    assert all("On the present course" in str(words) for words in at_nil.warnings)


BALANCE = (
    "On the present course the account is in balance at the end of 2005/06, or so nearly that the difference is not "
    "material."
)
FALL = "The charge would have to fall to {} a unit, to bring in no more than cost by the end of {}."
RISE = "The charge would have to rise to {} a unit, to recover it by the end of {}."
RECOVER = "A charge of {} a unit would recover it by the end of {}."
EQUATE, SEARCHES = BreakEvenRule.EQUATE, BreakEvenRule.SEARCHES
AS_NEARLY = "where income has to equal cost as nearly as possible."
TAKE_IN = "which the charge of the year after has to take in."


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (
            forecast(plan(10, 30, "3.50"), window=2),
            [
                "On the present course the window ends in 2005/06 with a surplus of £7.00: a risk of a breach.",
                FALL.format("£2.80", "2005/06"),
            ],
        ),
        (
            forecast(plan(10, 30, "3.50")),
            [
                "On the present course there is a surplus of £7.00 at the end of 2005/06; the window has not ended.",
                FALL.format("£2.80", "2005/06"),
            ],
        ),
        (
            forecast(plan(10, 30, "3"), result=50, window=2),
            [
                "On the present course the window ends in 2005/06 with a surplus of £50.00: a risk of a breach.",
                "Even if nothing were charged, £20.00 of the surplus would not be returned by the end of 2005/06.",
            ],
        ),
        (
            forecast(plan(10, 30, "2"), window=2),
            [
                (
                    "On the present course the window ends in 2005/06 with a deficit of £8.00: lawful, but consider "
                    "subsidy control, best value and competition."
                ),
                RECOVER.format("£2.80", "2005/06"),
            ],
        ),
        (forecast(plan(10, 30, "2.80"), window=2), [BALANCE]),
        (
            forecast(plan(10, 30, "2")),
            [
                "On the present course there is a deficit of £8.00 at the end of 2005/06; the window has not ended.",
                RECOVER.format("£2.80", "2005/06"),
            ],
        ),
        (
            forecast(plan(10, 30, "3.50"), window=2, rule=EQUATE),
            [
                f"On the present course the window ends in 2005/06 with a surplus of £7.00, {AS_NEARLY}",
                FALL.format("£2.80", "2005/06"),
            ],
        ),
        (
            forecast(plan(10, 30, "2"), window=2, rule=EQUATE),
            [
                f"On the present course the window ends in 2005/06 with a deficit of £8.00, {AS_NEARLY}",
                RISE.format("£2.80", "2005/06"),
            ],
        ),
        (
            forecast(plan(10, 30, "3.50"), rule=EQUATE),
            [
                "On the present course there is a surplus of £7.00 at the end of 2005/06; the window has not ended.",
                FALL.format("£2.80", "2005/06"),
            ],
        ),
        (
            forecast(plan(10, 30, "2"), rule=EQUATE),
            [
                "On the present course there is a deficit of £8.00 at the end of 2005/06; the window has not ended.",
                RISE.format("£2.80", "2005/06"),
            ],
        ),
        (
            forecast(plan(10, 30, "3.50"), rule=SEARCHES),
            [
                f"On the present course there is a surplus of £7.00 at the end of 2005/06, {TAKE_IN}",
                FALL.format("£2.80", "2005/06"),
            ],
        ),
        (
            forecast(plan(10, 30, "2"), rule=SEARCHES),
            [
                f"On the present course there is a deficit of £8.00 at the end of 2005/06, {TAKE_IN}",
                RISE.format("£2.80", "2005/06"),
            ],
        ),
        (
            forecast(plan(10, 30, "3"), plan(10, 30, "3", start=2006), opening=Money.pounds(-9), rule=SEARCHES),
            ["On the present course the window ends in 2006/07 with a surplus of £2.00: a risk of a breach."],
        ),
        (
            forecast(plan(10, 30, "3.50"), plan(10, 30, "2", start=2006), window=2),
            [
                "On the present course the window ends in 2005/06 with a surplus of £7.00: a risk of a breach.",
                "On the present course there is a deficit of £3.00 at the end of 2006/07; the window has not ended.",
                RECOVER.format("£2.90", "2006/07"),
            ],
        ),
    ],
)
def test_the_course_is_said_and_what_charge_would_change_it(made: Forecast, words: list[str]) -> None:
    assert [str(each) for each in made.warnings] == words


def test_a_budgeted_surplus_on_top_of_a_surplus_and_the_charge_that_would_return_both() -> None:
    """Made up: £20 over; next year 7 units, cost £100 and income £110; 80 over 7 is 11 3/7."""
    made = Forecast(
        BreakEvenAccount("help-desk", years((120, 100))),
        (plan(7, 100, income=Money.pounds(110)),),
        DOWN.to("0.05"),
    )
    assert (made.closing, made.not_returned) == (Money.pounds(30), ZERO)
    assert (made.exact_charge_to_nil, made.charge_to_nil) == (Fraction(80, 7), Rate("11.40"))
    assert made.at(made.charge_to_nil).closing == Money.pounds("-0.20")


def test_income_that_is_planned_is_rounded_down_to_a_penny() -> None:
    assert plan("1.5", 1, "0.01").expected_income == Money(pence=1)
    assert plan(1, 1, income=Money.pounds("9.99")).expected_income == Money.pounds("9.99")


def test_what_is_said_to_be_returning_is_left_to_the_plan() -> None:
    made = forecast(plan(10, 30, "3"), window=1, returning=True)
    assert made.account.positions[-1].status is Status.RETURNING
    assert made.positions[-1].status is Status.BREACH_RISK


NO_UNITS = (
    "planned: no units are planned, so that no charge would bring the balance to nil. "
    "Accepted: a year with units over nothing."
)
DOWN_ONLY = (
    "rounding: the charge would be rounded half up to a penny. Accepted: a rounding down, so that cost is not exceeded."
)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"planned": ()}, [NO_UNITS]),
        ({"planned": (plan(0, 1, "1"),)}, [NO_UNITS]),
        (
            {"planned": (plan(1, 1, "1", start=2006),)},
            ["planned[0].year: 2006/07 follows 2004/05. Accepted: each year after 2004/05 once, without a gap."],
        ),
        (
            {"planned": (plan(1, 1, "1"), plan(1, 1, "1"))},
            ["planned[1].year: 2005/06 follows 2005/06. Accepted: each year after 2004/05 once, without a gap."],
        ),
        (
            {"planned": (plan(1, 1, "1"), plan(1, 1, "1", start=2004))},
            ["planned[1].year: 2004/05 follows 2004/05. Accepted: each year after 2004/05 once, without a gap."],
        ),
        (
            {"planned": (plan(0, 1, "1", start=2007), plan(0, 1, "1")), "rounding": HALF_UP},
            [
                "planned[0].year: 2007/08 follows 2005/06. Accepted: each year after 2004/05 once, without a gap.",
                NO_UNITS,
                DOWN_ONLY,
            ],
        ),
        (
            {"account": "help-desk", "planned": ("next year",), "rounding": "down"},
            [
                "account: 'help-desk' is of type str. Accepted: a BreakEvenAccount.",
                "planned[0]: 'next year' is of type str. Accepted: a PlannedYear.",
                "rounding: 'down' is of type str. Accepted: a Rounding.",
            ],
        ),
    ],
)
def test_all_that_is_wrong_with_a_forecast_is_said(changed: dict[str, Any], words: list[str]) -> None:
    right: dict[str, Any] = {"account": BreakEvenAccount("help-desk", years((1, 1))), "planned": (plan(1, 1, "1"),)}
    assert said(lambda: Forecast(**(right | changed))) == words


def test_all_that_is_wrong_with_a_planned_year_is_said() -> None:
    either = (
        "charge: there has to be either a charge or an income. "
        "Accepted: the charge for one unit, or the income, and not both."
    )
    given: dict[str, Any] = {"year": "2005/06", "units": "many", "cost": 5, "basis": None}
    assert said(lambda: PlannedYear(**given)) == [
        "year: '2005/06' is of type str. Accepted: a FinancialYear.",
        ("units: 'many' is not a number. Accepted: a whole number, a Decimal, or text such as \"1,234.56\"."),
        "cost: 5 is of type int. Accepted: an amount of Money.",
        "basis: None is of type NoneType. Accepted: a Source or an Assumption.",
        either,
    ]
    amounts: dict[str, Any] = {"charge": 5, "income": 2.5}
    assert said(lambda: PlannedYear(FinancialYear(2005), -1, ZERO, NOTE, **amounts)) == [
        "units: it is negative. Accepted: a number of units, or nil.",
        either,
        "charge: 5 is of type int. Accepted: a Rate, or nothing.",
        "income: 2.5 is of type float. Accepted: an amount of Money, or nothing.",
    ]
    assert said(lambda: plan(1, 1, "-1")) == ["charge: it is negative. Accepted: a charge of nothing or more."]
