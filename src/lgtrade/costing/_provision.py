"""The cost of provision: direct lines in full, and shared lines apportioned by a stated key.

The Act does not say what the cost of provision is (Local Government Act 2003 s.93(3)). Total cost in the sense of the
accounting codes is direct cost with a reasonable part of overheads; the parts here always reconcile to their lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import partial

import attrs

from lgtrade.calendar import FinancialYear
from lgtrade.frozen import FrozenMapping
from lgtrade.issues import Collector, Issue, refuse, shown, unread, wrong_type
from lgtrade.money import LARGEST, Exact, Money, Remainder, Split, exact_fraction, fraction_or_as_given, split, total
from lgtrade.sources import Assumption, Basis, Source
from lgtrade.words import Words


def _weights(weights: Mapping[str, Exact | str]) -> FrozenMapping[str, Fraction]:
    return FrozenMapping({name: fraction_or_as_given(weight) for name, weight in weights.items()})


@attrs.frozen
class ApportionmentKey:
    """A stated key for dividing a cost between kinds of service and other uses.

    Args:
        name: what it measures: ``"heads"``, ``"calls"``, ``"floor area"``.
        weights: how much of it each kind of service or other use has, in any one unit: exact numbers, or text such as
            ``"64%"`` or ``"1/3"``.
        basis: the source of the weights, or the assumption they rest on.

    Raises:
        InputError: no weight is over nothing, or one is negative, a ``float`` or not a number; all together.

    >>> key = ApportionmentKey("heads", {"help-desk": 3, "own use": 9}, Source("establishment list"))
    >>> key.weights["help-desk"]
    Fraction(3, 1)
    """

    name: str
    weights: Mapping[str, Fraction] = attrs.field(converter=_weights)
    basis: Basis

    def __attrs_post_init__(self) -> None:
        """Refuse weights that cannot divide anything."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("name", self.name, str, Words("what the key measures"))
        if self.name == "":
            yield Issue("key.name", "name", Words("it is empty"), Words("what the key measures"))
        unknown = False
        for name, weight in self.weights.items():
            issues = tuple(unread(exact_fraction, f"weights[{name}]", weight))
            unknown = unknown or bool(issues)
            yield from issues
            if not issues and weight < 0:
                found = Words("the weight is negative")
                yield Issue("key.negative", f"weights[{name}]", found, Words("a weight of nothing or more"))
        if not unknown and not any(weight > 0 for weight in self.weights.values()):
            yield Issue("key.none", "weights", Words("no weight is over nothing"), Words("a weight over nothing"))
        yield from wrong_type("basis", self.basis, (Source, Assumption), Words("a Source or an Assumption"))


@attrs.frozen
class CostLine:
    """One line of cost in one financial year.

    Args:
        heading: what was spent, as the ledger heads it.
        year: the financial year.
        amount: the whole of the line; negative for a credit.
        basis: the source of the figure, or the assumption it rests on.
        service: for a direct line, the key of the one kind of service that bears it.
        key: for a shared line, the key by which it is apportioned.

    Raises:
        InputError: the line has neither a service nor a key, or both, or a part is of the wrong type; all together.

    >>> CostLine("Employees", FinancialYear(2004), Money.pounds(84000), Source("ledger"), service="help-desk").amount
    £84,000.00
    """

    heading: str
    year: FinancialYear
    amount: Money
    basis: Basis
    service: str | None = None
    key: ApportionmentKey | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a line that is both direct and shared, or neither."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("heading", self.heading, str, Words("what was spent"))
        if self.heading == "":
            yield Issue("cost.heading", "heading", Words("it is empty"), Words("what was spent"))
        yield from wrong_type("year", self.year, FinancialYear, Words("a FinancialYear"))
        yield from wrong_type("amount", self.amount, Money, Words("an amount of Money"))
        yield from wrong_type("basis", self.basis, (Source, Assumption), Words("a Source or an Assumption"))
        if self.service is not None:
            yield from wrong_type("service", self.service, str, Words("the key of a kind of service, or nothing"))
        if self.key is not None:
            yield from wrong_type("key", self.key, ApportionmentKey, Words("an ApportionmentKey, or nothing"))
        if (self.service is None) == (self.key is None):
            found = Words("{heading} has to be either direct or shared", heading=shown(self.heading))
            accepted = Words("the kind of service that bears it, or the key that divides it, and not both")
            yield Issue("cost.direct", "service", found, accepted)

    @property
    def borne_by(self) -> tuple[str, ...]:
        """The kinds of service, or other uses, that bear some of it."""
        if self.key is not None:
            return tuple(use for use, weight in self.key.weights.items() if weight)
        return () if self.service is None else (self.service,)

    @property
    def uses(self) -> tuple[str, ...]:
        """The kinds of service and other uses that bear it."""
        if self.key is None:
            return () if self.service is None else (self.service,)
        return tuple(name for name, weight in self.key.weights.items() if weight)

    def parts(
        self,
        *,
        remainder: Remainder = LARGEST,
        unit: Money = Money(pence=1),  # noqa: B008  # a frozen value
    ) -> FrozenMapping[str, ApportionedPart]:
        """Divide the line between the kinds of service and other uses that bear it.

        Args:
            remainder: who takes the odd pence of a shared line.
            unit: the smallest sum a shared line is divided into.

        Raises:
            InputError: a shared line cannot be divided so.

        >>> heads = ApportionmentKey("heads", {"help-desk": 1, "own-use": 2}, Source("establishment list"))
        >>> line = CostLine("Rent", FinancialYear(2004), Money.pounds(100), Source("ledger"), key=heads)
        >>> line.parts()["own-use"].amount
        £66.67
        """
        if self.key is None:
            return FrozenMapping({use: ApportionedPart(self, self.amount) for use in self.uses})
        divided = split(self.amount, self.key.weights, remainder=remainder, unit=unit)
        return FrozenMapping({use: ApportionedPart(self, divided.parts[use], divided) for use in self.uses})


@attrs.frozen
class ApportionedPart:
    """What one kind of service bears of one line.

    Args:
        line: the line.
        amount: the part that the kind of service bears.
        split: how a shared line was divided; none for a direct line.

    >>> line = CostLine("Rent", FinancialYear(2004), Money.pounds(600), Source("ledger"), service="help-desk")
    >>> cost_of_provision("help-desk", FinancialYear(2004), [line]).parts[0].amount
    £600.00
    """

    line: CostLine
    amount: Money
    split: Split[str] | None = None


@attrs.frozen
class CostOfProvision:
    """The cost of providing one kind of service in one financial year, line by line.

    Args:
        service: the key of the kind of service.
        year: the financial year.
        parts: what it bears of each line, in the order given.

    >>> desk = CostLine("Employees", FinancialYear(2004), Money.pounds(84000), Source("ledger"), service="help-desk")
    >>> heads = ApportionmentKey("heads", {"help-desk": 3, "own use": 9}, Source("establishment list"))
    >>> rent = CostLine("Premises", FinancialYear(2004), Money.pounds(60000), Source("ledger"), key=heads)
    >>> cost = cost_of_provision("help-desk", FinancialYear(2004), [desk, rent])
    >>> cost.total
    £99,000.00
    """

    service: str
    year: FinancialYear
    parts: tuple[ApportionedPart, ...]

    @property
    def total(self) -> Money:
        """The cost of provision: what the parts add to."""
        return total(part.amount for part in self.parts)

    @property
    def direct_lines(self) -> tuple[CostLine, ...]:
        """Each part as a direct line, to be handed on as it is: nothing of it is divided again."""
        return tuple(
            CostLine(part.line.heading, self.year, part.amount, part.line.basis, self.service) for part in self.parts
        )

    @property
    def difference(self) -> Money:
        """What rounding each cell by itself left out of, or added to, the lines; nothing under other rules."""
        return total(part.split.difference for part in self.parts if part.split is not None)


def cost_of_provision(
    service: str,
    year: FinancialYear,
    lines: Iterable[CostLine],
    *,
    remainder: Remainder = LARGEST,
    unit: Money = Money(pence=1),  # noqa: B008  # a frozen value
) -> CostOfProvision:
    """Gather what one kind of service costs in one financial year.

    Args:
        service: the key of the kind of service.
        year: the financial year; lines of other years are left out.
        lines: lines of cost, direct and shared; lines that this kind does not bear are left out.
        remainder: who takes the odd pence of a shared line.
        unit: the smallest sum a shared line is divided into.

    Returns:
        The parts of the lines that this kind bears, and their total.

    Raises:
        InputError: shared lines cannot be divided so; each place names the line.

    >>> heads = ApportionmentKey("heads", {"help-desk": 1, "own-use": 2}, Source("establishment list"))
    >>> rent = CostLine("Rent", FinancialYear(2004), Money.pounds(100), Source("ledger"), key=heads)
    >>> cost_of_provision("own-use", FinancialYear(2004), [rent]).total
    £66.67
    """
    bearing = [(number, line) for number, line in enumerate(lines) if line.year == year and service in line.uses]
    return _divided(bearing, remainder, unit).get((service, year), CostOfProvision(service, year, ()))


def costs_of_provision(
    lines: Iterable[CostLine],
    *,
    remainder: Remainder = LARGEST,
    unit: Money = Money(pence=1),  # noqa: B008  # a frozen value
) -> FrozenMapping[tuple[str, FinancialYear], CostOfProvision]:
    """Gather what every kind of service and other use costs in every financial year, dividing each line once.

    Args:
        lines: lines of cost, direct and shared.
        remainder: who takes the odd pence of a shared line.
        unit: the smallest sum a shared line is divided into.

    Returns:
        The cost of provision by use and year, in the order in which the lines first name them.

    Raises:
        InputError: shared lines cannot be divided so; each place names the line.

    >>> heads = ApportionmentKey("heads", {"help-desk": 1, "own-use": 2}, Source("establishment list"))
    >>> rent = CostLine("Rent", FinancialYear(2004), Money.pounds(100), Source("ledger"), key=heads)
    >>> {use: cost.total for (use, year), cost in costs_of_provision([rent]).items()}
    {'help-desk': £33.33, 'own-use': £66.67}
    """
    return FrozenMapping(_divided(enumerate(lines), remainder, unit))


def _divided(
    lines: Iterable[tuple[int, CostLine]], remainder: Remainder, unit: Money
) -> dict[tuple[str, FinancialYear], CostOfProvision]:
    collector = Collector()
    found: dict[tuple[str, FinancialYear], list[ApportionedPart]] = {}
    for number, line in lines:
        parts = collector.attempt(f"[{number}]", partial(line.parts, remainder=remainder, unit=unit))
        if parts is not None:
            for use, part in parts.items():
                found.setdefault((use, line.year), []).append(part)
    refuse(collector.issues)
    return {(use, year): CostOfProvision(use, year, tuple(parts)) for (use, year), parts in found.items()}
