"""A trading company year by year: what it earns, what it pays out, and what comes back to each owner."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

import attrs

from lgtrade.answers import Answer
from lgtrade.authorities import Nation
from lgtrade.charging import Supplied
from lgtrade.figures import Figure, Figures
from lgtrade.frozen import FrozenMapping, freeze
from lgtrade.issues import Issue, refuse, wrong_type
from lgtrade.money import DOWN, LARGEST, ZERO, Money, Remainder, Share, Shares, Split, split, total
from lgtrade.notebook import ShownInNotebooks
from lgtrade.partnership._company_year import CompanyYear, Recharge
from lgtrade.partnership._given import (
    LONGEST,
    basis_issues,
    name_issues,
    parts_issues,
    sum_issues,
)
from lgtrade.partnership._trading import recovers
from lgtrade.sources import Basis
from lgtrade.words import Words


@attrs.frozen
class DividendPolicy:
    """How much of its profits a company pays out, once losses have been made good.

    Args:
        basis: the shareholders' agreement, or the assumption in its place.
        share: the part of a year's profit that is paid out: ``Share("60%")``.
        target: what the owners want in a year, interest on their loans included; the dividend makes up the rest.

    Raises:
        InputError: there is neither a share nor a target, or both, or a part is of the wrong type.

    >>> from lgtrade.sources import Assumption
    >>> DividendPolicy(Assumption("an example"), target=Money.pounds(1_000_000)).target
    £1,000,000.00
    """

    basis: Basis
    share: Share | None = None
    target: Money | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a policy that does not say how much."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from basis_issues(self.basis)
        if self.share is None and self.target is None:
            found = Words("there is neither a share nor a target")
            yield Issue("dividend.policy", "share", found, Words("one of the two"))
        if self.share is not None and self.target is not None:
            found = Words("there is a target as well")
            yield Issue("dividend.policy", "share", found, Words("one of the two"))
        yield from wrong_type("share", self.share, (Share, type(None)), Words("a Share, or nothing"))
        if self.target is not None:
            yield from sum_issues("target", self.target)

    def dividend(self, profit: Money, distributable: Money, interest: Money) -> Money:
        """Give the dividend of a year, which is never more than may be distributed.

        Args:
            profit: the profit of the year after tax.
            distributable: the profits kept from before and of the year, less the losses.
            interest: what the owners are paid on their loans.

        Raises:
            InputError: one of them is no amount of money.
        """
        for place, sum_ in (("profit", profit), ("distributable", distributable), ("interest", interest)):
            refuse(sum_issues(place, sum_, may_be_negative=True))
        if self.target is not None:
            wanted = self.target - interest
        else:
            of = min(profit, distributable)
            wanted = of if self.share is None else of.amount.times(self.share.fraction).round(DOWN)
        return max(min(wanted, distributable), ZERO)


@attrs.frozen
class CompanyResult:
    """What a company pays out of one year, and what it keeps.

    Args:
        entry: what it earned and spent.
        opening: what it had kept before; below nil for losses not yet made good.
        dividend: the dividend, by owner.
        returned: what comes back to each owner: dividend, recharges and interest.

    >>> paid = split(Money.pounds(60), {"Kent": 1})
    >>> from lgtrade.calendar import FinancialYear
    >>> from lgtrade.sources import Assumption
    >>> entry = CompanyYear(FinancialYear(2023), Money.pounds(100), ZERO, Assumption("an example"))
    >>> result = CompanyResult(entry, Money.pounds(-10), paid, {"Kent": Money.pounds(60)})
    >>> result.distributable, result.closing
    (£90.00, £30.00)
    """

    entry: CompanyYear
    opening: Money
    dividend: Split[str]
    returned: Mapping[str, Money] = attrs.field(converter=freeze)

    @property
    def distributable(self) -> Money:
        """What may be paid out: what was kept before and the profit of the year, once losses are made good."""
        return max(self.opening + self.entry.profit, ZERO)

    @property
    def closing(self) -> Money:
        """What it keeps; below nil for losses not yet made good."""
        return self.opening + self.entry.profit - self.dividend.total


@attrs.frozen
class CompanyAccounts(ShownInNotebooks):
    """A trading company over the years.

    Args:
        name: the company.
        owners: who owns which part of it.
        years: what it earned and spent, one year after another.
        policy: how much it pays out.
        opening: what it had kept before the first year; below nil for losses.
        nation: whose orders on trading apply to its owners; none if they do not trade under one.
        remainder: who takes the odd pence of a dividend.
        general_power: whether they trade under the general power of competence, and not under section 95.

    Raises:
        InputError: there is no year, a year is left out or out of order, somebody who is no owner is paid, more is
            declared than may be distributed, or a part is of the wrong type; all that can be told together.

    >>> from lgtrade.calendar import FinancialYear
    >>> from lgtrade.sources import Assumption
    >>> given = Assumption("an example")
    >>> years = [CompanyYear(FinancialYear(2022 + number), Money.pounds(income), Money.pounds(100), given)
    ...          for number, income in enumerate((70, 150))]
    >>> owners = Shares({"Exeter": "1/3", "Teignbridge": "2/3"})
    >>> company = CompanyAccounts("Strata", owners, tuple(years), DividendPolicy(given, share=Share("50%")))
    >>> [each.dividend.parts for each in company.results]
    [{'Exeter': £0.00, 'Teignbridge': £0.00}, {'Exeter': £3.33, 'Teignbridge': £6.67}]
    """

    name: str
    owners: Shares
    years: tuple[CompanyYear, ...]
    policy: DividendPolicy
    opening: Money = ZERO
    nation: Nation | None = None
    remainder: Remainder = attrs.field(factory=lambda: LARGEST)
    general_power: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse accounts with a year missing, or that pay somebody unknown."""
        refuse(self._wrong_parts())
        refuse(self._issues())
        refuse(self._declared_issues())

    def _wrong_parts(self) -> Iterator[Issue]:
        yield from name_issues("name", self.name, Words("the name of the company"))
        yield from wrong_type("owners", self.owners, Shares, Words("who owns which part, as Shares"))
        yield from parts_issues("years", self.years, CompanyYear, Words("a CompanyYear"))
        yield from wrong_type("policy", self.policy, DividendPolicy, Words("a DividendPolicy"))
        yield from sum_issues("opening", self.opening, may_be_negative=True)
        yield from wrong_type("nation", self.nation, (Nation, type(None)), Words("a Nation, or nothing"))
        yield from wrong_type("remainder", self.remainder, Remainder, Words("a Remainder"))
        yield from wrong_type("general_power", self.general_power, bool, Words("true or false"))

    def _issues(self) -> Iterator[Issue]:
        if not 1 <= len(self.years) <= LONGEST:
            found = Words("there are {count} years", count=len(self.years))
            yield Issue("company.years", "years", found, Words("from 1 to {most} years", most=LONGEST))
        for number, entry in enumerate(self.years):
            if entry.year.start != self.years[0].year.start + number:
                found = Words("it is {year}", year=entry.year)
                accepted = Words("{year}: one year after another", year=self.years[0].year + number)
                yield Issue("company.gap", f"years[{number}].year", found, accepted)
            for place, owner in self._paid(entry):
                if owner not in self.owners.parts:
                    names = ", ".join(self.owners.parts)
                    found = Words("{owner} is no owner", owner=owner)
                    yield Issue(
                        "company.owner", f"years[{number}].{place}", found, Words("one of: {names}", names=names)
                    )

    def _declared_issues(self) -> Iterator[Issue]:
        for number, each in enumerate(self.results):
            if each.dividend.total > each.distributable:
                template = "{dividend} is declared, and {distributable} may be distributed"
                found = Words(template, dividend=each.dividend.total, distributable=each.distributable)
                accepted = Words("no more than that, or what had been kept before as the opening balance")
                yield Issue("company.dividend", f"years[{number}].dividend", found, accepted)

    @staticmethod
    def _paid(entry: CompanyYear) -> Iterator[tuple[str, str]]:
        yield from ((f"recharges[{number}].owner", each.owner) for number, each in enumerate(entry.recharges))
        yield from ((f"interest[{owner}]", owner) for owner in entry.interest)

    @property
    def results(self) -> tuple[CompanyResult, ...]:
        """What it pays out of each year, and what it keeps."""
        results, kept = list[CompanyResult](), self.opening
        for entry in self.years:
            result = self._result(entry, kept)
            results.append(result)
            kept = result.closing
        return tuple(results)

    def _result(self, entry: CompanyYear, opening: Money) -> CompanyResult:
        distributable = max(opening + entry.profit, ZERO)
        paid = entry.dividend
        if paid is None:
            paid = self.policy.dividend(entry.profit, distributable, entry.paid_in_interest)
        dividend = split(paid, self.owners.parts, remainder=self.remainder)
        returned = {
            owner: dividend.parts[owner]
            + total(each.charge for each in entry.supplied_by(owner))
            + entry.interest.get(owner, ZERO)
            for owner in self.owners.parts
        }
        return CompanyResult(entry, opening, dividend, returned)

    @property
    def recovery(self) -> tuple[Answer, ...]:
        """Of each thing an owner supplies, whether its cost is recovered as an order on trading asks."""
        if self.nation is None:
            return ()
        return tuple(
            recovers(self.nation, entry.year.period.last, self._named(entry, each), general_power=self.general_power)
            for entry in self.years
            for each in entry.recharges
        )

    @staticmethod
    def _named(entry: CompanyYear, each: Recharge) -> Supplied:
        words = Words("{owner}, {what}, {year}", owner=each.owner, what=each.supplied.heading, year=entry.year)
        return attrs.evolve(each.supplied, heading=str(words))

    @property
    def bases(self) -> tuple[tuple[str, Basis], ...]:
        """What every figure given rests on."""
        years = tuple((str(Words("{name}, {year}", name=self.name, year=each.year)), each.basis) for each in self.years)
        supplied = tuple(
            (str(Words("{name}, {what}", name=self.name, what=each.supplied.heading)), each.supplied.basis)
            for entry in self.years
            for each in entry.recharges
        )
        sold = tuple(
            (str(Words("{name}, {what}, {year}", name=self.name, what=sale.name, year=entry.year)), sale.basis)
            for entry in self.years
            for sale in entry.sales
        )
        return (*years, *sold, *supplied, (self.name, self.policy.basis))

    @property
    def figures(self) -> Figures:
        """Every figure worked out, by the names that lead to it."""
        return FrozenMapping(dict(self._figures()))

    def _figures(self) -> Iterator[tuple[tuple[str, ...], Figure]]:
        before: Money | None = None
        for result in self.results:
            entry, year = result.entry, str(result.entry.year)
            profit = entry.profit_before_tax
            yield ("profit-before-tax", year), profit
            yield ("profit-after-tax", year), entry.profit
            yield ("turnover", year), entry.turnover
            for name, sold in entry.sold.items():
                yield ("sold", name, year), sold
            if entry.turnover:
                yield ("margin", year), Fraction(profit.pence, entry.turnover.pence)
            if before is not None:
                yield ("profit-change", year), profit - before
                if before > ZERO:
                    yield ("profit-growth", year), Fraction(profit.pence - before.pence, before.pence)
            before = profit
            yield ("distributable", year), result.distributable
            yield ("dividend", year), result.dividend.total
            yield ("reserves", year), result.closing
            for owner in self.owners.parts:
                yield ("dividend-to", owner, year), result.dividend.parts[owner]
                yield ("returned", owner, year), result.returned[owner]
                yield ("interest-to", owner, year), entry.interest.get(owner, ZERO)
                supplied = entry.supplied_by(owner)
                yield ("charged-by", owner, year), total(each.charge for each in supplied)
                yield ("cost-to", owner, year), total(each.cost for each in supplied)
                yield ("not-recovered", owner, year), total(each.short for each in supplied)
