"""How well an agreement was performed: what was measured, the points, whether failure persists, and the credits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

import attrs

from lgtrade.agreements._credits import AreaDeduction, BandedDeduction, Credits, PercentageCredit
from lgtrade.agreements._points import (
    MonthPoints,
    PersistentFailure,
    PointScale,
    PointsTrigger,
    RepeatTrigger,
    month_issues,
    points_by_month,
)
from lgtrade.agreements._standards import Outcome, Performance, name_issues
from lgtrade.answers import Verdict
from lgtrade.calendar import Period
from lgtrade.figures import Figure, Figures
from lgtrade.frozen import FrozenMapping
from lgtrade.issues import Issue, given_twice, refuse, wrong_type
from lgtrade.money import ZERO, Money, total
from lgtrade.notebook import ShownInNotebooks
from lgtrade.sources import Assumption, Basis, Source
from lgtrade.words import Words

CreditRule: TypeAlias = BandedDeduction | PercentageCredit | AreaDeduction
"""A rule that credits a customer for failures."""

Trigger: TypeAlias = PointsTrigger | RepeatTrigger
"""A rule that says when failure persists."""


@attrs.frozen
class ServiceCharge:
    """What is charged for some days, against which failures in those days are credited.

    Args:
        period: the days.
        amount: the charge; nothing or more.
        basis: the source of the charge, or the assumption it rests on.

    Raises:
        InputError: the charge is below nothing, or a part is of the wrong type; all together.

    >>> ServiceCharge(Period("2017-04-01", "2017-04-30"), Money.pounds(9000), Source("invoice")).amount
    £9,000.00
    """

    period: Period
    amount: Money
    basis: Basis

    def __attrs_post_init__(self) -> None:
        """Refuse a charge that is none."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("period", self.period, Period, Words("a Period"))
        yield from wrong_type("amount", self.amount, Money, Words("an amount of Money"))
        if isinstance(self.amount, Money) and self.amount < ZERO:
            found = Words("it is negative: {amount}", amount=self.amount)
            yield Issue("charge.negative", "amount", found, Words("nothing or more"))
        yield from wrong_type("basis", self.basis, (Source, Assumption), Words("a Source or an Assumption"))


@attrs.frozen
class PerformanceRecord(ShownInNotebooks):
    """What was measured under an agreement, and what follows from its rules.

    Args:
        name: what it is a record of.
        basis: where the rules are set, or the assumption they rest on.
        performance: the indicators and what was measured.
        scales: the points for a failure of each indicator.
        stated: the points of months, where the points are known and the measurements are not.
        triggers: the rules that say when failure persists.
        rules: the rules that credit failures.
        charges: the charges that failures are credited against.

    Raises:
        InputError: a month has both measured and stated points, two rules or two triggers have one name, charges
            overlap, or a part cannot be worked out; all together.

    >>> from lgtrade.sources import Assumption
    >>> stated = (MonthPoints(Period("2017-04-01", "2017-04-30"), {"missed": 10_214}),)
    >>> trigger = PointsTrigger("Termination", 10_000, 1)
    >>> record = PerformanceRecord("Waste", Assumption("an example"), stated=stated, triggers=(trigger,))
    >>> record.figures["persists", "Termination"]
    True
    """

    name: str
    basis: Basis
    performance: Performance = attrs.field(factory=lambda: Performance((), ()))
    scales: tuple[PointScale, ...] = ()
    stated: tuple[MonthPoints, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    rules: tuple[CreditRule, ...] = ()
    charges: tuple[ServiceCharge, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Refuse a record whose figures could not be worked out."""
        refuse(self._type_issues())
        refuse(self._issues())
        _ = self.figures

    def _type_issues(self) -> Iterator[Issue]:
        yield from name_issues("name", self.name)
        yield from wrong_type("basis", self.basis, (Source, Assumption), Words("a Source or an Assumption"))
        yield from wrong_type("performance", self.performance, Performance, Words("a Performance"))
        parts: tuple[tuple[str, Sequence[object], tuple[type, ...], str], ...] = (
            ("scales", self.scales, (PointScale,), "a PointScale"),
            ("stated", self.stated, (MonthPoints,), "a MonthPoints"),
            ("triggers", self.triggers, (PointsTrigger, RepeatTrigger), "a PointsTrigger or a RepeatTrigger"),
            ("rules", self.rules, (BandedDeduction, PercentageCredit, AreaDeduction), "a rule that credits failures"),
            ("charges", self.charges, (ServiceCharge,), "a ServiceCharge"),
        )
        for place, values, kinds, accepted in parts:
            for number, value in enumerate(values):
                yield from wrong_type(f"{place}[{number}]", value, kinds, Words(accepted))

    def _issues(self) -> Iterator[Issue]:
        yield from (issue.under("stated") for issue in month_issues(self.stated))
        measured = {each.month for each in points_by_month(self.performance, self.scales)}
        for number, each in enumerate(self.stated):
            if each.month in measured:
                found = Words("{month} was measured, and its points are stated", month=each.month)
                yield Issue("points.both", f"stated[{number}]", found, Words("one or the other"))
        yield from given_twice("triggers[{}].name", [each.name for each in self.triggers])
        yield from given_twice("rules[{}].name", [each.name for each in self.rules])
        for number, charge in enumerate(self.charges):
            if any(charge.period.overlap(other.period) for other in self.charges[:number]):
                found = Words("{period} is charged already", period=charge.period)
                yield Issue("charge.overlap", f"charges[{number}].period", found, Words("days charged once"))

    @property
    def months(self) -> tuple[MonthPoints, ...]:
        """The points of each month, measured or stated."""
        counted = (*points_by_month(self.performance, self.scales), *self.stated)
        return tuple(sorted(counted, key=lambda each: each.month))

    @property
    def failures(self) -> tuple[PersistentFailure, ...]:
        """Whether failure persists, by each trigger."""
        return tuple(
            each.test(self.months) if isinstance(each, PointsTrigger) else each.test(self.performance)
            for each in self.triggers
        )

    def credits(self, rule: CreditRule, charge: ServiceCharge) -> Credits:
        """What a rule credits against one charge."""
        if isinstance(rule, BandedDeduction):
            ended = [each for each in self.months if each.month.last in charge.period]
            return rule.credits(ended, charge.amount)
        return rule.credits(self.performance, charge.period, charge.amount)

    @property
    def credited(self) -> Money:
        """All that is credited."""
        return total(self.credits(rule, charge).total for rule in self.rules for charge in self.charges)

    @property
    def without_charge(self) -> tuple[Period, ...]:
        """The days of each failure, and each month with points, that end in no period charged for: nothing is credited.

        They are none where nothing is credited anyway.
        """
        failed = [each.measurement.period for each in self.performance.results if each.outcome is Outcome.FAILED]
        failed += [each.month for each in self.months if each.total]
        charged = [charge.period for charge in self.charges]
        missed = (days for days in failed if not any(days.last in period for period in charged))
        return tuple(dict.fromkeys(missed)) if self.rules else ()

    @property
    def figures(self) -> Figures:
        """How each measurement came out, the points, whether failure persists, and the credits.

        Days are named by the first of them, as in ``2017-04-01``.
        """
        return FrozenMapping(dict(self._figures()))

    def _figures(self) -> Iterator[tuple[tuple[str, ...], Figure]]:
        for result in self.performance.results:
            day = str(result.measurement.period.first)
            yield ("outcome", result.indicator.key, day), result.outcome.value
        for month in self.months:
            yield ("points", str(month.month.first)), month.total
        for failure in self.failures:
            yield ("persists", failure.trigger), failure.answer.verdict is Verdict.YES
            for window in failure.windows:
                names = (failure.trigger, *filter(None, [window.indicator]), str(window.period.first))
                yield ("counted", *names), window.count
        for rule in self.rules:
            for charge in self.charges:
                yield ("credit", rule.name, str(charge.period.first)), self.credits(rule, charge).total
        if self.rules:
            yield ("credited",), self.credited

    @property
    def bases(self) -> tuple[tuple[str, Basis], ...]:
        """Where the rules, the standards, the measurements and the charges are from."""
        measured = [(each.indicator, each.basis) for each in self.performance.measurements]
        return (
            (self.name, self.basis),
            *((each.name, each.basis) for each in self.performance.indicators),
            *dict.fromkeys(measured),
            *dict.fromkeys((self.name, each.basis) for each in self.charges),
        )
