"""What is wrong with a budget, in the words that an officer reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
import pytest
from tests.agreements.facts import of_any_type, said
from tests.partnership.budget_facts import BASIS, NORTH, SOUTH, YEAR, budget, key, line, pounds

from lgtrade.issues import InputError
from lgtrade.money import CELL_BY_CELL, Share, to_lead
from lgtrade.partnership import Budget, BudgetLine, LastYear, Measure, Partner, PartYears, SharingKey

CALLS = key("calls", {"North": 1, "South": 1})
A_DAY = "Accepted: a day from 1 January 1900 to 31 December 2199, as in 2026-04-01."
A_SHARE = "Accepted: a Share, or nothing."
A_TUPLE = "Accepted: a tuple."


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"weights": {}}, ["weights: no weight is over nothing. Accepted: a weight over nothing."]),
        (
            {"name": "", "weights": {"North": -5, "South": 0.5}},
            [
                "name: it is empty. Accepted: what the key measures.",
                "weights[North]: the weight is negative. Accepted: a weight of nothing or more.",
                (
                    "weights[South]: 0.5 is a float, which cannot hold most amounts exactly. "
                    'Accepted: a whole number, a Decimal, or text such as "1,234.56".'
                ),
            ],
        ),
        (
            {"measure": Measure.FIXED, "weights": {"North": "60%", "South": "30%"}},
            ["weights: the agreed shares add to 90%. Accepted: shares that add to 100%."],
        ),
        (
            {"measure": Measure.MIXED, "weights": {"calls": "60%"}},
            ["weights: the agreed shares add to 60%. Accepted: shares that add to 100%."],
        ),
        (
            {"measure": Measure.EQUAL, "weights": {"North": 1, "South": 2}},
            ["weights: they are not all equal. Accepted: the same weight for each."],
        ),
        (
            {"to": Share("3%"), "every": 51},
            [
                'to: shares rounded to 3% do not add to a whole. Accepted: a share such as "1%" or "0.1%".',
                "every: it is 51. Accepted: a number of years from 1 to 50.",
                "since: there is no day to count the years from. Accepted: the day from which the key first stands.",
            ],
        ),
        (
            {"to": Share("1/1000001")},
            ['to: shares rounded to 1/1,000,001 do not add to a whole. Accepted: a share such as "1%" or "0.1%".'],
        ),
        (
            {
                "measure": "population",
                "weights": 7,
                "since": "soon",
                "tolerance": 3,
                "to": "1%",
                "every": "often",
            },
            [
                "measure: 'population' is of type str. Accepted: a Measure.",
                "weights: 7 is of type int. Accepted: a weight for each of some names.",
                f"since: 'soon' is not a day. {A_DAY}",
                f"tolerance: 3 is of type int. {A_SHARE}",
                f"to: '1%' is of type str. {A_SHARE}",
                "every: it is 'often'. Accepted: a number of years from 1 to 50.",
            ],
        ),
    ],
)
def test_all_that_is_wrong_with_a_key_is_said(changed: dict[str, Any], words: list[str]) -> None:
    right: dict[str, Any] = {
        "name": "calls",
        "measure": Measure.CASELOAD,
        "weights": {"North": 1},
        "basis": BASIS,
    }
    assert said(lambda: SharingKey(**(right | changed))) == words


def test_all_that_is_wrong_with_a_partner_is_said() -> None:
    assert said(lambda: Partner("", "soon", "2022-04-01")) == [
        "name: it is empty. Accepted: the name of a partner.",
        f"joins: 'soon' is not a day. {A_DAY}",
    ]
    assert said(lambda: Partner(of_any_type(7), "2022-04-02", "2022-04-01")) == [
        "name: 7 is of type int. Accepted: the name of a partner.",
        (
            "leaves: it leaves on 1 April 2022, before it joins on 2 April 2022. "
            "Accepted: a last day on or after the first."
        ),
    ]


def test_a_partner_is_one_on_a_day_and_throughout_a_period_and_on_nothing_else() -> None:
    west = Partner("West", joins="2022-04-02")
    assert west.is_in(of_any_type("2022-04-02"))
    assert said(lambda: west.is_in(of_any_type("soon")))[0].startswith("day: 'soon' is not a day.")
    assert said(lambda: west.is_in_throughout(of_any_type(None))) == [
        "period: None is of type NoneType. Accepted: a Period."
    ]


def test_all_that_is_wrong_with_a_line_is_said() -> None:
    wrong: Any = {"heading": "", "amount": 5, "key": 7, "basis": None, "kind": "cost", "fixed": {"North": 1}}
    wrong["remainder"] = "to the last"
    assert said(lambda: BudgetLine(**wrong)) == [
        "heading: it is empty. Accepted: what is shared.",
        "key: 7 is of type int. Accepted: the name of a key.",
        "amount: 5 is of type int. Accepted: an amount of Money.",
        "basis: None is of type NoneType. Accepted: a Source or an Assumption.",
        "kind: 'cost' is of type str. Accepted: a LineKind.",
        "fixed[North]: 1 is of type int. Accepted: an amount of Money.",
        "remainder: 'to the last' is of type str. Accepted: a Remainder, or nothing.",
    ]
    assert said(lambda: BudgetLine("Staff", pounds(1), "", BASIS, fixed=of_any_type(7))) == [
        "key: it is empty. Accepted: the name of a key.",
        "fixed: 7 is of type int. Accepted: a sum for each of some partners.",
    ]


def test_what_is_not_a_budget_is_refused_part_by_part() -> None:
    wrong: Any = {
        "name": "",
        "period": "2022/23",
        "partners": [NORTH],
        "keys": (CALLS, "heads"),
        "lines": None,
        "remainder": "the last",
        "unit": pounds(0),
        "part_years": "days",
        "last_year": {"North": 5},
    }
    assert said(lambda: Budget(**wrong)) == [
        "name: it is empty. Accepted: what the budget is called.",
        "period: '2022/23' is of type str. Accepted: a Period.",
        f"partner: [Partner(name='North', joins=None, leaves=None)] is of type list. {A_TUPLE}",
        "key[1]: 'heads' is of type str. Accepted: a SharingKey.",
        f"line: None is of type NoneType. {A_TUPLE}",
        "remainder: 'the last' is of type str. Accepted: a Remainder.",
        "unit: the unit is not over nothing. Accepted: a unit of one penny or more.",
        "part_years: 'days' is of type str. Accepted: a PartYears.",
        "last_year: {'North': 5} is of type dict. Accepted: a LastYear, or nothing.",
    ]
    assert said(lambda: budget(CALLS, lines=tuple(line(1, heading=str(number)) for number in range(501)))) == [
        "line: there are 501. Accepted: at most 500."
    ]


def test_every_name_that_means_nothing_or_two_things_is_said() -> None:
    keys = (
        CALLS,
        key("North", {"South": 1}),
        key("heads", {"East": 1, "later": 2, "heads": 3}),
        key("mixed", {"North": "50%", "calls": "50%"}, Measure.MIXED),
        key("later", {"South": 1}, tolerance=Share("3%")),
    )
    lines = (
        line(1, "callers"),
        line(1, fixed={"East": pounds(1), "West": pounds(1)}),
    )
    partners = (NORTH, SOUTH, NORTH, Partner("West", joins="2022-04-02"))
    assert said(lambda: budget(*keys, lines=lines, partners=partners)) == [
        "partner[2].name: 'North' is given twice. Accepted: a name of its own.",
        "key[1].name: 'North' is a partner. Accepted: a name of its own.",
        *[
            f"key[2].weights[{name}]: '{name}' is neither a partner nor a key that comes before this one. "
            "Accepted: one of: North, South, West, calls."
            for name in ("East", "later", "heads")
        ],
        (
            "key[3].weights[North]: 'North' is a partner, and a mixed key is made of keys. "
            "Accepted: one of: North, calls, heads."
        ),
        (
            "key[4].tolerance: no split stands before it that could be held. "
            "Accepted: a tolerance on a later measurement."
        ),
        "line[1].heading: 'Staff' is given twice. Accepted: a name of its own.",
        "line[0].key: there is no key 'callers'. Accepted: one of: North, calls, heads, later, mixed.",
        "line[1].fixed[East]: 'East' is not a partner. Accepted: one of: North, South, West.",
        (
            "line[1].fixed[West]: 'West' is not a partner on every day of 1 April 2022 to 31 March 2023. "
            "Accepted: a sum from a partner that is there throughout."
        ),
    ]
    assert said(lambda: budget(key("heads", {"East": 1}), partners=())) == [
        "partner: nobody pays. Accepted: at least one partner.",
        (
            "key[0].weights[East]: 'East' is neither a partner nor a key that comes before this one. "
            "Accepted: one of: none is given."
        ),
    ]


def test_a_budget_has_a_key_and_is_of_a_reasonable_size() -> None:
    assert said(budget) == ["key: nothing says how a cost is shared. Accepted: at least one key."]
    who = tuple(Partner(f"Council {number}") for number in range(100))
    keys = tuple(key(f"key {number}", {"Council 1": 1}) for number in range(99))
    anew = key("key 1", {"Council 1": 1}, since="2022-10-01")
    lines = tuple(line(1, "key 1", str(number)) for number in range(402))
    assert said(lambda: budget(*keys, anew, partners=who, lines=lines)) == [
        (
            "line: its partners, keys and lines, and the days on which they change, could come to 100,200 shares. "
            "Accepted: at most 100,000."
        )
    ]
    after = attrs.evolve(anew, since="2023-04-01")
    left = attrs.evolve(who[0], leaves="2022-03-31")
    assert budget(*keys, after, partners=(left, *who[1:]), lines=lines[:300]).total == pounds(300)


def test_measurements_that_do_not_follow_one_another_are_refused() -> None:
    keys = (
        CALLS,
        CALLS,
        key("calls", {"North": 1}, since="2022-10-01"),
        key("calls", {"North": 1}, since="2022-10-01", every=3),
    )
    assert said(lambda: budget(*keys)) == [
        (
            "key[1].since: 'calls' is given twice, and not from which day the later one stands. "
            "Accepted: a day, or a name of its own."
        ),
        (
            "key[3].since: it does not come after 1 October 2022, since when the one before it stands. "
            "Accepted: a later day."
        ),
        "key[3].every: the first of its name says it. Accepted: nothing here.",
    ]


def test_a_key_of_an_earlier_name_cannot_take_in_a_later_one_when_it_is_measured_anew() -> None:
    keys = (CALLS, key("mixed", {"calls": 1}), key("calls", {"mixed": 1}, since="2022-10-01"))
    assert said(lambda: budget(*keys)) == [
        (
            "key[2].weights[mixed]: 'mixed' is neither a partner nor a key that comes before this one. "
            "Accepted: one of: North, South."
        )
    ]


def test_a_line_that_nobody_pays_on_some_days_is_named() -> None:
    keys = (key("calls", {"South": 1}), key("later", {"North": 1}, since="2022-10-01"))
    partners = (NORTH, Partner("South", leaves="2022-06-30"))
    nobody = "Accepted: a key that stands throughout, with a partner in it who is there."
    assert said(lambda: budget(*keys, partners=partners, lines=(line(1), line(1, "later", "Rent")))) == [
        f"line[0].key: from 1 July 2022 to 31 March 2023 nobody who is there has a share of calls. {nobody}",
        f"line[1].key: from 1 April 2022 to 30 September 2022 nobody who is there has a share of later. {nobody}",
    ]


def test_a_line_that_cannot_be_divided_is_named() -> None:
    whole = "Accepted: an amount that the unit divides."
    assert said(lambda: budget(CALLS, lines=(line("0.50"),), unit=pounds(1))) == [
        f"line[0].amount: £0.50 is not a whole number of times £1.00. {whole}"
    ]
    fixed = {"North": pounds("0.50"), "South": pounds("0.50")}
    assert said(lambda: budget(CALLS, lines=(line(2, fixed=fixed),), unit=pounds(1))) == [
        f"line[0].amount: £0.50 is not a whole number of times £1.00. {whole}"
    ]
    assert said(lambda: budget(CALLS, lines=(line(2),), remainder=to_lead("West"))) == [
        "line[0].remainder.lead: the lead, West, has no weight. Accepted: one of those with a weight over nothing."
    ]


def test_parts_of_a_year_are_counted_in_months_only_if_they_are_months() -> None:
    accepted = "Accepted: changes at the end of a month, or parts of a year by days."
    anew = key("calls", {"North": 1}, since="2022-10-03")
    assert said(lambda: budget(CALLS, anew, part_years=PartYears.MONTHS)) == [
        f"part_years: 3 October 2022 is not a whole number of months after 1 April 2022. {accepted}"
    ]
    short = {"period": type(YEAR)("2022-04-01", "2023-03-30"), "part_years": PartYears.MONTHS}
    assert said(lambda: budget(CALLS, key("calls", {"North": 1}, since="2022-10-01"), **short)) == [
        f"part_years: 31 March 2023 is not a whole number of months after 1 April 2022. {accepted}"
    ]
    assert budget(CALLS, **short).shares_of("calls")["North"] == Share("50%")


def test_a_split_of_a_key_that_there_is_not_is_refused() -> None:
    assert said(lambda: budget(CALLS).shares_of("heads")) == [
        "key: there is no key 'heads'. Accepted: the name of a key of the budget."
    ]
    assert said(lambda: budget(CALLS).shares_of(of_any_type([]))) == [
        "key: there is no key []. Accepted: the name of a key of the budget."
    ]


def test_last_years_partners_are_partners() -> None:
    assert said(lambda: budget(CALLS, last_year=LastYear({"East": pounds(1)}, BASIS))) == [
        "last_year.contributions[East]: 'East' is not a partner. Accepted: one of: North, South."
    ]


def codes(make: Callable[[], object]) -> list[str]:
    with pytest.raises(InputError) as refused:
        make()
    return [issue.code for issue in refused.value.issues]


WEST = Partner("West", joins="2022-04-02")
FIXED = {"East": pounds(1), "West": pounds(1)}
LATER = key("calls", {"North": 1}, since="2022-10-03")
LAST = LastYear({"North": pounds(100), "South": pounds(100)}, BASIS, Share(0), Share(0))


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda: key("calls", {"North": "60%"}, Measure.FIXED), ["key.whole"]),
        (lambda: key("calls", {"North": 1, "South": 2}, Measure.EQUAL), ["key.equal"]),
        (lambda: key("calls", {"North": 1}, to=Share("3%"), every=0), ["key.to", "key.every", "key.since"]),
        (lambda: Partner("", "2022-04-02", "2022-04-01"), ["partner.name", "partner.days"]),
        (lambda: line(1, "", ""), ["budget.empty", "budget.empty"]),
        (lambda: LastYear({"North": pounds(-1)}, BASIS), ["last_year.negative"]),
        (lambda: budget(partners=(), unit=pounds(0)), ["split.unit"]),
        (lambda: budget(partners=()), ["budget.partners", "budget.keys"]),
        (lambda: budget(*[CALLS] * 101), ["budget.size"]),
        (lambda: budget(CALLS, partners=(NORTH, SOUTH, NORTH)), ["name.twice"]),
        (
            lambda: budget(CALLS, key("North", {"East": 1}, tolerance=Share(0))),
            ["key.partner", "key.unknown", "key.tolerance"],
        ),
        (lambda: budget(key("mixed", {"North": 1}, Measure.MIXED)), ["key.mixed"]),
        (lambda: budget(CALLS, CALLS, LATER, attrs.evolve(LATER, every=3)), ["key.since", "key.order", "key.every"]),
        (
            lambda: budget(CALLS, partners=(NORTH, SOUTH, WEST), lines=(line(1, "heads", fixed=FIXED),)),
            ["budget.key", "budget.unknown", "budget.fixed"],
        ),
        (lambda: budget(CALLS, LATER, part_years=PartYears.MONTHS), ["budget.months"]),
        (lambda: budget(LATER, lines=(line(1),)), ["budget.nobody"]),
        (lambda: budget(CALLS, lines=(line(1),), last_year=LAST), ["damping.fall"]),
        (lambda: budget(CALLS, lines=(line(500),), last_year=LAST), ["damping.rise"]),
        (lambda: budget(CALLS, lines=(line(-1),), last_year=LastYear({}, BASIS, Share(0))), ["damping.negative"] * 2),
        (lambda: budget(CALLS, last_year=LAST, remainder=CELL_BY_CELL), ["damping.cells"]),
        (lambda: budget(CALLS, last_year=LAST, lines=(line(1, remainder=CELL_BY_CELL),)), ["damping.cells"]),
    ],
)
def test_what_is_wrong_with_a_budget_has_a_code_that_stays(make: Callable[[], object], expected: list[str]) -> None:
    assert codes(make) == expected
