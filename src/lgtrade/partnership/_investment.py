"""The money of a business case: options side by side, discounted to a base year, and how far they could change."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

import attrs

from lgtrade.calendar import FinancialYear
from lgtrade.figures import Figures
from lgtrade.frozen import FrozenMapping
from lgtrade.issues import InputError, Issue, given_twice, refuse, shown, unread, wrong_type
from lgtrade.money import HALF_UP, Amount, Rounding, exact_fraction, plain
from lgtrade.notebook import ShownInNotebooks
from lgtrade.partnership._discounting import DiscountSchedule
from lgtrade.partnership._flows import CashFlow, FlowLine, Prices
from lgtrade.partnership._given import (
    LONGEST,
    figure_issues,
    figures,
    name_issues,
    parts_issues,
    year_issues,
)
from lgtrade.partnership._investment_figures import figures_of
from lgtrade.partnership._payback import Payback, payback
from lgtrade.partnership._prices import PriceIndex
from lgtrade.partnership._trading import TradingCase
from lgtrade.sources import Assumption, Basis
from lgtrade.words import Words

_MOST_OPTIONS = 10
_COARSEST = Decimal("0.01")

_UNCHANGED: Mapping[str, Fraction | str] = FrozenMapping()
_A_LINE = Words("a FlowLine")


@attrs.frozen
class InvestmentAppraisal(ShownInNotebooks):
    """Options side by side, each by what it is worth in the base year.

    The base year is year 0 and is not discounted; each later year is discounted by the schedule, whose rates are real,
    by whole years, whenever in it a sum is paid. Sums given at the prices of their own year are brought to those of the
    base year first.

    Args:
        name: what is decided.
        base: the base year.
        options: the options, in any order.
        schedule: the rates of discount.
        inflation: the level of prices by year; needed if a line is at the prices of each year.
        vary: by how much each line is varied, up and down, to see what hangs on it: ``("10%",)``.
        trading: what the business case states where an order on trading asks for one; none if it is not for trading.
        evenly: why each year's flows may be taken to come evenly through it, so that payback can be told in months;
            none if that is not assumed.
        rounding: how results are rounded; they are exact until then.
        also_at: other yearly rates at which options are discounted, to see what hangs on the rate: ``("5%",)``.
        factor_rounding: how the factor of each year is rounded before it is used, as in a printed table; none if it is
            not.

    Raises:
        InputError: there is no option, two have one name, something flows before the base year or beyond the reach of
            the schedule or of the index, or a part is of the wrong type; all that can be told together.

    >>> from lgtrade.money import Money
    >>> from lgtrade.partnership import GREEN_BOOK_2026
    >>> from lgtrade.sources import Assumption
    >>> given, base = Assumption("an example"), FinancialYear(2026)
    >>> costs = FlowLine("Set-up", FlowKind.CAPITAL, {base: Money.pounds(100)}, given)
    >>> gains = FlowLine("Saved", FlowKind.BENEFIT, {base + year: Money.pounds(60) for year in (1, 2)}, given)
    >>> appraisal = InvestmentAppraisal("Share", base, (CashFlow("Share", (costs, gains)),), GREEN_BOOK_2026)
    >>> appraisal.npv("Share").round(HALF_UP), appraisal.payback("Share").year
    (£13.98, 2028/29)
    >>> appraisal.switching_value("Share", "Set-up")
    Fraction(1997, 14283)
    """

    name: str
    base: FinancialYear
    options: tuple[CashFlow, ...]
    schedule: DiscountSchedule
    inflation: PriceIndex | None = None
    vary: tuple[Fraction, ...] = attrs.field(default=(), converter=figures)
    trading: TradingCase | None = None
    evenly: Assumption | None = None
    rounding: Rounding = attrs.field(factory=lambda: HALF_UP)
    also_at: tuple[Fraction, ...] = attrs.field(default=(), converter=figures)
    factor_rounding: Rounding | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse what could not be brought to one year."""
        refuse(self._wrong_parts())
        refuse(self._issues())

    def _wrong_parts(self) -> Iterator[Issue]:
        yield from name_issues("name", self.name, Words("what is decided"))
        yield from year_issues("base", self.base)
        yield from parts_issues("options", self.options, CashFlow, Words("a CashFlow"), most=_MOST_OPTIONS)
        yield from wrong_type("schedule", self.schedule, DiscountSchedule, Words("a DiscountSchedule"))
        inflation = Words("a PriceIndex, or nothing")
        yield from wrong_type("inflation", self.inflation, (PriceIndex, type(None)), inflation)
        yield from parts_issues("vary", self.vary, Fraction, Words("an exact figure"), most=_MOST_OPTIONS)
        yield from wrong_type("trading", self.trading, (TradingCase, type(None)), Words("a TradingCase, or nothing"))
        yield from wrong_type("evenly", self.evenly, (Assumption, type(None)), Words("an Assumption, or nothing"))
        yield from wrong_type("rounding", self.rounding, Rounding, Words("a Rounding"))
        none_too = Words("a Rounding, or nothing")
        yield from wrong_type("factor_rounding", self.factor_rounding, (Rounding, type(None)), none_too)
        if isinstance(self.factor_rounding, Rounding) and self.factor_rounding.unit > _COARSEST:
            found = Words("factors would be rounded to {unit}", unit=plain(self.factor_rounding.unit))
            yield Issue("factor.unit", "factor_rounding", found, Words("two decimal places or more"))
        yield from parts_issues("also_at", self.also_at, Fraction, Words("an exact figure"), most=_MOST_OPTIONS)

    def _issues(self) -> Iterator[Issue]:
        if not self.options:
            yield Issue("options.none", "options", Words("there is no option"), Words("at least one option"))
        yield from given_twice("options[{}].name", [option.name for option in self.options])
        for number, share in enumerate(self.vary):
            yield from figure_issues(f"vary[{number}]", share, over_nil=True)
        yield from given_twice("vary[{}]", [plain(share) for share in self.vary])
        for number, rate in enumerate(self.also_at):
            yield from figure_issues(f"also_at[{number}]", rate)
            if rate > 1:
                found = Words("it is {rate}% a year", rate=plain(rate * 100))
                yield Issue("rate.whole", f"also_at[{number}]", found, Words('at most 100%: "5%" for five per cent'))
        yield from given_twice("also_at[{}]", [plain(rate) for rate in self.also_at])
        end = self.schedule.bands[-1].last
        most = LONGEST - 1 if end is None else min(end, LONGEST - 1)
        for number, option in enumerate(self.options):
            for year in dict.fromkeys((option.first, option.last)):
                if not 0 <= year.start - self.base.start <= most:
                    found = Words("something flows in {year}", year=year)
                    accepted = Words("from {first}, for {most} years more at most", first=self.base, most=most)
                    yield Issue("flow.reach", f"options[{number}].lines", found, accepted)
            yield from self._price_issues(f"options[{number}].lines", option)

    def _price_issues(self, place: str, option: CashFlow) -> Iterator[Issue]:
        if self.inflation is not None:
            span = (FinancialYear(year) for year in range(self.base.start, option.last.start + 1))
            yield from (issue.under("inflation") for issue in self.inflation.without(span))
            return
        for number, line in enumerate(option.lines):
            if line.prices is Prices.NOMINAL:
                found = Words("its sums are at the prices of each year, and no inflation is given")
                accepted = Words("sums at the prices of the base year, or an index")
                yield Issue("flow.prices", f"{place}[{number}].prices", found, accepted)

    @functools.cached_property
    def years(self) -> tuple[FinancialYear, ...]:
        """Every year from the base year to the last in which anything flows."""
        last = max(option.last for option in self.options)
        return tuple(map(FinancialYear, range(self.base.start, last.start + 1)))

    def option(self, name: str) -> CashFlow:
        """Give an option by its name.

        Raises:
            InputError: there is no option of that name.
        """
        found = next((option for option in self.options if option.name == name), None)
        if found is None:
            names = "; ".join(option.name for option in self.options)
            words = Words("{name} is not an option", name=shown(name))
            raise InputError([Issue("option.unknown", "option", words, Words("one of: {names}", names=names))])
        return found

    def line(self, option: str, heading: str) -> FlowLine:
        """Give a line of an option by its heading.

        Raises:
            InputError: there is no option or no line of that name.
        """
        lines = self.option(option).lines
        found = next((line for line in lines if line.heading == heading), None)
        if found is None:
            names = "; ".join(line.heading for line in lines)
            words = Words("{option} has no line {heading}", option=option, heading=shown(heading))
            raise InputError([Issue("line.unknown", "line", words, Words("one of: {names}", names=names))])
        return found

    def factor(self, year: FinancialYear) -> Fraction:
        """Give what a pound in a year is worth in the base year, at the prices of the base year.

        Raises:
            InputError: it is no financial year, or out of the reach of the schedule.
        """
        refuse(year_issues("year", year))
        factor = self.schedule.factor(year.start - self.base.start)
        return factor if self.factor_rounding is None else Fraction(self.factor_rounding.rate(factor).pounds)

    def prices(self, year: FinancialYear) -> Fraction:
        """Give the prices of a year as a multiple of those of the base year; one where no inflation is given.

        Raises:
            InputError: it is no financial year, or the index has no level for it.
        """
        refuse(year_issues("year", year))
        return Fraction(1) if self.inflation is None else self.inflation.factor(year, since=self.base)

    def real(self, line: FlowLine, year: FinancialYear) -> Fraction:
        """Give what a line comes to in a year at the prices of the base year, in pounds; below nil for a cost.

        Raises:
            InputError: it is no line or no financial year, or the index has no level for the year.
        """
        refuse(wrong_type("line", line, FlowLine, _A_LINE))
        refuse(year_issues("year", year))
        given = line.sign * line.expected(year)
        return given / self.prices(year) if line.prices is Prices.NOMINAL else given

    def nominal(self, line: FlowLine, year: FinancialYear) -> Fraction:
        """Give what a line comes to in a year at the prices of that year, in pounds; below nil for a cost."""
        return self.real(line, year) * self.prices(year)

    def present_value(self, line: FlowLine) -> Fraction:
        """Give what a line is worth in the base year, exactly, in pounds; below nil for a cost.

        Raises:
            InputError: it is no line, or flows out of the reach of the schedule or of the index.
        """
        refuse(wrong_type("line", line, FlowLine, _A_LINE))
        return sum((self.real(line, year) * self.factor(year) for year in line.amounts), Fraction(0))

    def npv(self, option: str, changed: Mapping[str, Fraction | str] = _UNCHANGED) -> Amount:
        """Give the net present value of an option, exactly: what it gains less what it costs, in the base year.

        Args:
            option: the name of the option.
            changed: by what part a line is changed, for the headings of any: ``Fraction(1, 10)`` or ``"10%"`` for a
                tenth more.

        Raises:
            InputError: there is no such option, it has no such line, or a change is no exact figure.
        """
        refuse(wrong_type("changed", changed, Mapping, Words("a part for each line that changes")))
        for heading, part in changed.items():
            self.line(option, heading)
            refuse(unread(exact_fraction, f"changed[{heading}]", part))
        worth = self._worth[self.option(option).name]
        parts = (value * (1 + exact_fraction(changed.get(heading, 0))) for heading, value in worth.items())
        return Amount(sum(parts, Fraction(0)))

    def npv_at(self, option: str, rate: Fraction | str) -> Amount:
        """Give the net present value of an option, exactly, if every year were discounted at one rate.

        Args:
            option: the name of the option.
            rate: the rate: ``Fraction(1, 20)`` or ``"5%"`` for five per cent a year.

        Raises:
            InputError: there is no such option, or the rate is no exact figure of nil or more.
        """
        schedule = DiscountSchedule.flat(rate, self.schedule.basis)
        return attrs.evolve(self, options=(self.option(option),), schedule=schedule, also_at=()).npv(option)

    @functools.cached_property
    def _worth(self) -> dict[str, dict[str, Fraction]]:
        """What each line of each option is worth in the base year, worked out once."""
        return {
            option.name: {line.heading: self.present_value(line) for line in option.lines} for option in self.options
        }

    def present_cost(self, option: str) -> Amount:
        """Give what an option costs in the base year, capital and revenue together."""
        return Amount(-self._worth_of(option, -1))

    def present_benefit(self, option: str) -> Amount:
        """Give what an option gains in the base year."""
        return Amount(self._worth_of(option, 1))

    def _worth_of(self, option: str, sign: int) -> Fraction:
        headings = (line.heading for line in self.option(option).lines if line.sign == sign)
        return sum((self._worth[option][heading] for heading in headings), Fraction(0))

    def equivalent_annual_cost(self, option: str) -> Amount | None:
        """Give what an option costs net, as the same sum in each year after the base year until it ends.

        So options that run for different times can be compared. None if nothing flows after the base year, or a pound
        of every later year is worth nothing.
        """
        years = self.option(option).last.start - self.base.start
        annuity = sum((self.factor(self.base + year) for year in range(1, years + 1)), Fraction(0))
        return self.npv(option).times(-1).over(annuity) if annuity else None

    def benefit_cost_ratio(self, option: str) -> Fraction | None:
        """Give what is gained for each pound that is spent, both in the base year; none if nothing is spent."""
        cost, benefit = Fraction(self.present_cost(option).pounds), Fraction(self.present_benefit(option).pounds)
        return benefit / cost if cost > 0 else None

    def payback(self, option: str) -> Payback:
        """Find when an option is paid back, at the prices of the base year."""
        return self._payback(option, lambda _: Fraction(1))

    def discounted_payback(self, option: str) -> Payback:
        """Find when an option is paid back, every year being discounted."""
        return self._payback(option, self.factor)

    def _payback(self, option: str, factor: Callable[[FinancialYear], Fraction]) -> Payback:
        flows = self._flows[self.option(option).name]
        return payback((year, factor(year) * spent, factor(year) * gained) for year, (spent, gained) in flows.items())

    @functools.cached_property
    def _flows(self) -> dict[str, dict[FinancialYear, tuple[Fraction, Fraction]]]:
        """What is spent and gained in each year of each option, at the prices of the base year, worked out once."""
        return {
            option.name: {year: (-self._sum(option, -1, year), self._sum(option, 1, year)) for year in self.years}
            for option in self.options
        }

    def _sum(self, option: CashFlow, sign: int, year: FinancialYear) -> Fraction:
        return sum((self.real(line, year) for line in option.lines if line.sign == sign), Fraction(0))

    @property
    def ranking(self) -> tuple[str, ...]:
        """The options, from the highest net present value to the lowest; equals in the order given."""
        return tuple(
            sorted((option.name for option in self.options), key=lambda name: -Fraction(self.npv(name).pounds))
        )

    def switching_value(self, option: str, heading: str, against: str | None = None) -> Fraction | None:
        """Give by what part a line has to change before the answer does.

        Args:
            option: the option whose line changes.
            heading: the line.
            against: another option, which is to come level; the net present value comes to nil where none is named.

        Returns:
            A part of the line. It is ``-1/4`` if the line has to fall by a quarter, and none if the line is worth
            nothing, so that no change in it could do that.

        Raises:
            InputError: there is no such option or line.

        >>> from lgtrade.money import Money
        >>> from lgtrade.partnership import GREEN_BOOK_2026
        >>> year, given = FinancialYear(2026), Assumption("an example")
        >>> lines = [FlowLine(name, kind, {year: Money.pounds(sum_)}, given)
        ...          for name, kind, sum_ in [("Cost", FlowKind.CAPITAL, 80), ("Gain", FlowKind.BENEFIT, 100)]]
        >>> appraisal = InvestmentAppraisal("Buy", year, (CashFlow("Buy", tuple(lines)),), GREEN_BOOK_2026)
        >>> appraisal.switching_value("Buy", "Gain"), appraisal.npv("Buy", {"Gain": Fraction(-1, 5)})
        (Fraction(-1, 5), £0)
        """
        worth = self.present_value(self.line(option, heading))
        goal = Amount(Fraction(0)) if against is None else self.npv(against)
        return Fraction((goal - self.npv(option)).pounds) / worth if worth else None

    @property
    def bases(self) -> tuple[tuple[str, Basis], ...]:
        """What every figure given rests on."""
        return tuple(self._bases())

    def _bases(self) -> Iterator[tuple[str, Basis]]:
        yield self._named(self.schedule.name), self.schedule.basis
        if self.inflation is not None:
            yield self._named(self.inflation.name), self.inflation.basis
        for option in self.options:
            for line in option.lines:
                name = self._named(str(Words("{option}: {line}", option=option.name, line=line.heading)))
                yield name, line.basis
                if line.optimism is not None:
                    yield name, line.optimism.basis
        if self.evenly is not None:
            yield self._named("payback in months"), self.evenly

    def _named(self, what: str) -> str:
        return str(Words("{name}, {what}", name=self.name, what=what))

    @property
    def exact(self) -> FrozenMapping[tuple[str, ...], Fraction]:
        """What each option costs, gains and is worth in the base year, in pounds, before it is rounded."""
        worth = {"npv": self.npv, "present-cost": self.present_cost, "present-benefit": self.present_benefit}
        return FrozenMapping(
            {
                (name, option.name): Fraction(of(option.name).pounds)
                for name, of in worth.items()
                for option in self.options
            }
        )

    @functools.cached_property
    def figures(self) -> Figures:
        """Every figure worked out, by the names that lead to it."""
        return FrozenMapping(dict(figures_of(self)))
