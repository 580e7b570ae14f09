"""Rate cards: what an hour and a day of each grade cost, and what a piece of work costs by them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import attrs

from lgtrade.costing._given import (
    basis_issues,
    mapping,
    named_issues,
    named_number_issues,
    numbers,
    text_issues,
)
from lgtrade.costing._staff import Grade, OnCost, ProductiveTime, not_below_nil
from lgtrade.figures import Figure, Figures
from lgtrade.frozen import FrozenMapping
from lgtrade.issues import Issue, each_wrong_type, given_twice, refuse, shown, wrong_type
from lgtrade.money import HALF_UP, Amount, Money, Rate, Rounding, total
from lgtrade.notebook import ShownInNotebooks
from lgtrade.sources import Basis
from lgtrade.words import Words


@attrs.frozen
class StaffWork:
    """A piece of work, by the hours of each grade that it takes, and what it costs besides.

    Args:
        name: what it is called.
        hours: the hours of each grade.
        basis: the source of the hours and sums, or the assumption they rest on.
        besides: what it costs besides anybody's time, by what that is: postage, travel, a searching fee.

    Raises:
        InputError: it has no name, it takes nobody's hours, hours or a sum are below nil, or a part is of the wrong
            type; all together.

    >>> from lgtrade.sources import Assumption
    >>> StaffWork("A section 106 agreement", {"Solicitor": 6, "Paralegal": "2.5"}, Assumption("an example")).total
    Fraction(17, 2)
    """

    name: str
    hours: FrozenMapping[str, Fraction] = attrs.field(converter=numbers)
    basis: Basis
    besides: FrozenMapping[str, Money] = attrs.field(factory=FrozenMapping[str, Money], converter=mapping)

    def __attrs_post_init__(self) -> None:
        """Refuse work that takes nobody's hours."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from text_issues("name", self.name, Words("what it is called"))
        yield from named_number_issues("hours", self.hours)
        if self.hours == {}:
            yield Issue("work.hours", "hours", Words("there are none"), Words("the hours of one grade or more"))
        yield from basis_issues(self.basis)
        issues = tuple(named_issues("besides", self.besides, Money, Words("an amount of Money")))
        yield from issues
        for name, sum_ in () if issues else self.besides.items():
            yield from not_below_nil(f"besides[{name}]", sum_)

    @property
    def total(self) -> Fraction:
        """The hours of all grades."""
        return sum(self.hours.values(), Fraction(0))

    @property
    def sums(self) -> Money:
        """What it costs besides anybody's time."""
        return total(self.besides.values())


@attrs.frozen
class RateCard(ShownInNotebooks):
    """What an hour and a day of each grade cost.

    The cost of a grade is its pay, its on-costs and its overheads; over its productive hours that is the exact cost of
    an hour, which is rounded once to the rate on the card.

    Args:
        name: what it is called.
        grades: the grades.
        basis: the source of the card and of the rates elsewhere, or the assumption they rest on.
        on_costs: what every grade with pay costs on top of it.
        time: the productive time of every grade that has none of its own.
        rounding: how rates are rounded.
        work: pieces of work to be costed by the card.
        elsewhere: what others charge for an hour of any grade, to be compared.
        overheads: what every grade with pay bears besides: a part of its pay and on-costs together, or a sum a year.

    Raises:
        InputError: there is no grade, or two of one name; a grade with pay has no productive time; work takes hours of
            a grade that is not on the card; a rate is below nil; or a part is of the wrong type; all together.

    >>> from lgtrade.sources import Assumption, Source
    >>> time = ProductiveTime(260, {"leave": 35, "sickness": 5}, "7.4", Assumption("a full-time post"))
    >>> pension = OnCost("pension", Source("pension fund"), part="20%")
    >>> card = RateCard(
    ...     "Audit", (Grade("Auditor", Source("pay scale"), Money.pounds(40_000)),), Assumption("an example"),
    ...     on_costs=(pension,), time=time,
    ... )
    >>> card.costs["Auditor"], card.rates["Auditor"], card.day_rates["Auditor"]
    (£48,000, £29.48, £218.18)
    """

    name: str
    grades: tuple[Grade, ...]
    basis: Basis
    on_costs: tuple[OnCost, ...] = ()
    time: ProductiveTime | None = None
    rounding: Rounding = attrs.field(factory=lambda: HALF_UP)
    work: tuple[StaffWork, ...] = ()
    elsewhere: FrozenMapping[str, Rate] = attrs.field(factory=FrozenMapping[str, Rate], converter=mapping)
    overheads: tuple[OnCost, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Refuse a card from which a rate is missing."""
        refuse(self._type_issues())
        refuse(self._issues())

    def _type_issues(self) -> Iterator[Issue]:
        yield from text_issues("name", self.name, Words("what it is called"))
        yield from each_wrong_type("grades", self.grades, Grade, Words("a Grade"))
        yield from basis_issues(self.basis)
        yield from each_wrong_type("on_costs", self.on_costs, OnCost, Words("an OnCost"))
        yield from wrong_type("time", self.time, (ProductiveTime, type(None)), Words("a ProductiveTime, or nothing"))
        yield from wrong_type("rounding", self.rounding, Rounding, Words("a Rounding"))
        yield from each_wrong_type("work", self.work, StaffWork, Words("a StaffWork"))
        yield from named_issues("elsewhere", self.elsewhere, Rate, Words("a Rate"))
        yield from each_wrong_type("overheads", self.overheads, OnCost, Words("an OnCost"))

    def _issues(self) -> Iterator[Issue]:
        if not self.grades:
            yield Issue("rate_card.grades", "grades", Words("there are none"), Words("one grade or more"))
        yield from given_twice("grades[{}].name", [grade.name for grade in self.grades])
        yield from given_twice("work[{}].name", [work.name for work in self.work])
        for position, grade in enumerate(self.grades):
            if grade.pay is not None and self.time_of(grade) is None:
                found = Words("{name} has pay and no productive time", name=shown(grade.name))
                accepted = Words("the productive time of the grade, or of the card")
                yield Issue("rate_card.time", f"grades[{position}].time", found, accepted)
        names = dict.fromkeys(grade.name for grade in self.grades)
        for position, work in enumerate(self.work):
            for name in work.hours:
                if name not in names:
                    found = Words("{name} is no grade of the card", name=shown(name))
                    accepted = Words("one of: {names}", names=", ".join(names))
                    yield Issue("rate_card.work", f"work[{position}].hours[{name}]", found, accepted)
        for name, rate in self.elsewhere.items():
            yield from not_below_nil(f"elsewhere[{name}]", rate)

    def time_of(self, grade: Grade) -> ProductiveTime | None:
        """The productive time of a grade: its own, or else the card's."""
        return grade.time or self.time

    @property
    def costs(self) -> FrozenMapping[str, Amount]:
        """What each grade with pay costs a year, exactly: its pay, its on-costs and its overheads."""
        return FrozenMapping({grade.name: Amount(cost) for grade, cost, _ in self._built_up()})

    def _built_up(self) -> Iterator[tuple[Grade, Fraction, ProductiveTime]]:
        """Yield each grade with pay, what it costs a year in pounds, and its productive time."""
        for grade in self.grades:
            time = self.time_of(grade)
            if grade.pay is not None and time is not None:
                pay = Fraction(grade.pay.in_pounds)
                employed = sum((each.on_top_of(pay) for each in (*self.on_costs, *grade.on_costs)), pay)
                yield grade, sum((each.on_top_of(employed) for each in self.overheads), employed), time

    @property
    def exact(self) -> FrozenMapping[tuple[str, ...], Fraction]:
        """What an hour, a day and a year of each grade with pay cost, in pounds, before they are rounded."""
        exact: dict[tuple[str, ...], Fraction] = {}
        for grade, cost, time in self._built_up():
            exact["cost", grade.name] = cost
            exact["rate", grade.name] = cost / time.hours
            exact["day-rate", grade.name] = cost / time.productive_days
        return FrozenMapping(exact)

    @property
    def rates(self) -> FrozenMapping[str, Rate]:
        """What an hour of each grade costs: its yearly cost over its productive hours, rounded; or the rate stated."""
        built_up = {grade.name: self.rounding.rate(cost / time.hours) for grade, cost, time in self._built_up()}
        stated = {grade.name: grade.rate for grade in self.grades if grade.rate is not None}
        return FrozenMapping({grade.name: (built_up | stated)[grade.name] for grade in self.grades})

    @property
    def day_rates(self) -> FrozenMapping[str, Rate]:
        """What a day of each grade with pay costs: its yearly cost over its productive days, rounded."""
        return FrozenMapping(
            {grade.name: self.rounding.rate(cost / time.productive_days) for grade, cost, time in self._built_up()}
        )

    def price(self, work: StaffWork) -> Money:
        """Cost a piece of work by the rates of the card, and what it costs besides, rounded half up once at the end.

        Args:
            work: the work; its grades have to be on the card.
        """
        rates = self.rates
        costs = (Fraction(rates[name].pounds) * hours for name, hours in work.hours.items())
        return HALF_UP.money(sum(costs, Fraction(work.sums.in_pounds)))

    def price_at(self, rate: Rate, work: StaffWork) -> Money:
        """Cost a piece of work at one rate for an hour of any grade, and what it costs besides, rounded half up.

        Args:
            rate: the rate.
            work: the work.
        """
        return HALF_UP.money(rate * work.total + work.sums.amount)

    @property
    def bases(self) -> tuple[tuple[str, Basis], ...]:
        """Where each pay, rate, on-cost and time is from."""
        return (
            (self.name, self.basis),
            *((f"{self.name}: {each.heading}", each.basis) for each in (*self.on_costs, *self.overheads)),
            *((f"{self.name}: productive time", time.basis) for time in (self.time,) if time is not None),
            *(basis for grade in self.grades for basis in self._bases_of(grade)),
            *((f"{self.name}: {work.name}", work.basis) for work in self.work),
        )

    def _bases_of(self, grade: Grade) -> Iterator[tuple[str, Basis]]:
        yield f"{self.name}: {grade.name}", grade.basis
        yield from ((f"{self.name}: {grade.name}, {each.heading}", each.basis) for each in grade.on_costs)
        if grade.time is not None:
            yield f"{self.name}: {grade.name}, productive time", grade.time.basis

    @property
    def figures(self) -> Figures:
        """The yearly cost, hours and rates of each grade, and what each piece of work costs here and elsewhere.

        A yearly cost that is not whole pence is rounded half up.
        """
        figures: dict[tuple[str, ...], Figure] = {}
        for grade, cost, time in self._built_up():
            figures |= {("hours", grade.name): time.hours, ("cost", grade.name): HALF_UP.money(cost)}
        figures |= {("rate", name): rate for name, rate in self.rates.items()}
        figures |= {("day-rate", name): rate for name, rate in self.day_rates.items()}
        for work in self.work:
            here = self.price(work)
            figures["work", work.name] = here
            for name, rate in self.elsewhere.items():
                there = self.price_at(rate, work)
                figures |= {("elsewhere", work.name, name): there, ("margin", work.name, name): there - here}
        here = total(self.price(work) for work in self.work)
        figures["all-work",] = here
        for name, rate in self.elsewhere.items():
            there = total(self.price_at(rate, work) for work in self.work)
            figures |= {("all-elsewhere", name): there, ("all-margin", name): there - here}
        return FrozenMapping(figures)
