"""Benchmarks: one figure against the partners' common standard and against other bodies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

import attrs

from lgtrade.agreements._standards import Better, exact_figure, figure, figures, name_issues
from lgtrade.figures import Figure, Figures
from lgtrade.frozen import FrozenMapping
from lgtrade.issues import Issue, refuse, unread, wrong_type
from lgtrade.money import EXACT, HALF_UP, Exact, Rounding, plain
from lgtrade.notebook import ShownInNotebooks
from lgtrade.sources import Assumption, Basis, Source
from lgtrade.words import Words

STANDARD = "the common standard"
"""What the partners' common standard is called among the differences."""

_TENTH = HALF_UP.to("0.1")


@attrs.frozen
class BenchmarkDifference:
    """How one figure differs from another.

    Args:
        against: whose the other figure is.
        value: the figure.
        other: the figure that it is set against.

    >>> difference = BenchmarkDifference("unitary average", 275, 317)
    >>> difference.difference, difference.percentage
    (Fraction(-42, 1), Fraction(-4200, 317))
    >>> print(difference.words())
    275 is 42 (13.2%) below unitary average, 317.
    """

    against: str
    value: Fraction = attrs.field(converter=figure)
    other: Fraction = attrs.field(converter=figure)

    def __attrs_post_init__(self) -> None:
        """Refuse what are not two figures."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from name_issues("against", self.against)
        yield from unread(exact_figure, "value", self.value)
        yield from unread(exact_figure, "other", self.other)

    @property
    def difference(self) -> Fraction:
        """The figure less the other: below nothing if it is lower."""
        return self.value - self.other

    @property
    def percentage(self) -> Fraction | None:
        """The difference as an exact percentage of the other figure; none if that is nothing."""
        return self.difference / abs(self.other) * 100 if self.other else None

    def words(self, rounding: Rounding = _TENTH) -> Words:
        """Say the difference in a sentence.

        Args:
            rounding: how the percentage is rounded to be shown: its unit is in percentage points.
        """
        percentage = abs(self.percentage) if self.percentage is not None else Fraction(0)
        return Words(
            self._template(),
            value=plain(self.value),
            difference=plain(abs(self.difference)),
            percentage=plain(EXACT.multiply(Decimal(rounding.units(percentage)), rounding.unit)),
            against=self.against,
            other=plain(self.other),
        )

    def _template(self) -> str:
        if self.difference == 0:
            return "{value} is the same as {against}."
        if self.percentage is None:
            below, above = "{value} is below {against}, {other}.", "{value} is above {against}, {other}."
        else:
            below = "{value} is {difference} ({percentage}%) below {against}, {other}."
            above = "{value} is {difference} ({percentage}%) above {against}, {other}."
        return below if self.difference < 0 else above


@attrs.frozen
class Benchmark:
    """What a figure is set against: the partners' common standard, the figures of other bodies, or both.

    Args:
        name: what is compared.
        unit: what it is counted in.
        better: whether a higher or a lower figure is better.
        basis: the source of the figures, or the assumption they rest on.
        peers: the figure of each other body, by its name.
        standard: the partners' common standard; none if they have not set one.

    Raises:
        InputError: there is nothing to set a figure against, a figure is a ``float`` or not a number, or a part is of
            the wrong type; all together.

    >>> Benchmark("Audit", "pounds a day", Better.LOWER, Source("survey"), {"unitary average": 317}).peers
    {'unitary average': Fraction(317, 1)}
    """

    name: str
    unit: str
    better: Better
    basis: Basis
    peers: Mapping[str, Fraction] = attrs.field(factory=dict[str, Fraction], converter=figures)
    standard: Fraction | None = attrs.field(default=None, converter=attrs.converters.optional(figure))

    def __attrs_post_init__(self) -> None:
        """Refuse a benchmark that nothing can be set against."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from name_issues("name", self.name)
        yield from name_issues("unit", self.unit)
        yield from wrong_type("better", self.better, Better, Words("whether higher or lower is better"))
        yield from wrong_type("basis", self.basis, (Source, Assumption), Words("a Source or an Assumption"))
        for peer, value in self.peers.items():
            yield from name_issues("peers", peer)
            yield from unread(exact_figure, f"peers[{peer}]", value)
        if self.standard is not None:
            yield from unread(exact_figure, "standard", self.standard)
        elif not self.peers:
            found = Words("there is nothing to set a figure against")
            yield Issue("benchmark.empty", "peers", found, Words("a common standard, or the figure of another body"))

    def compare(self, value: Exact | str) -> BenchmarkResult:
        """Set a figure against the standard and against each other body.

        Raises:
            InputError: the figure is a ``float`` or not a number.

        >>> rates = Benchmark("Audit", "pounds a day", Better.LOWER, Source("survey"), standard="317")
        >>> print(rates.compare(275).differences[0].words())
        275 is 42 (13.2%) below the common standard, 317.
        """
        refuse(unread(exact_figure, "value", value))
        return BenchmarkResult(self, exact_figure(value))


@attrs.frozen
class BenchmarkResult(ShownInNotebooks):
    """How one figure compares with the common standard and with other bodies.

    Args:
        benchmark: what it is set against.
        value: the figure.

    Raises:
        InputError: the figure is a ``float`` or not a number, or a part is of the wrong type; all together.

    >>> rates = Benchmark("Audit", "pounds a day", Better.LOWER, Source("survey"), {"Kent": 300, "Powys": 250})
    >>> result = rates.compare(275)
    >>> result.rank, result.ranked
    (2, 3)
    """

    benchmark: Benchmark
    value: Fraction = attrs.field(converter=figure)

    def __attrs_post_init__(self) -> None:
        """Refuse what is not a figure."""
        issues = wrong_type("benchmark", self.benchmark, Benchmark, Words("a Benchmark"))
        refuse([*issues, *unread(exact_figure, "value", self.value)])

    @property
    def name(self) -> str:
        """What is compared."""
        return self.benchmark.name

    @property
    def differences(self) -> tuple[BenchmarkDifference, ...]:
        """The difference from the common standard, if there is one, then from each other body."""
        against = self.benchmark
        standards = [] if against.standard is None else [(STANDARD, against.standard)]
        return tuple(
            BenchmarkDifference(name, self.value, other) for name, other in (*standards, *against.peers.items())
        )

    @property
    def rank(self) -> int:
        """Its place among the figures of all the bodies, the best being first; equals share the better place."""
        against = self.benchmark
        return 1 + sum(against.better.lead(peer, self.value) > 0 for peer in against.peers.values())

    @property
    def ranked(self) -> int:
        """How many figures were ranked, its own among them."""
        return len(self.benchmark.peers) + 1

    @property
    def figures(self) -> Figures:
        """The rank, and the difference from each other figure: in the unit, and as a part of the other figure."""
        figures: dict[tuple[str, ...], Figure] = {("rank",): self.rank}
        for each in self.differences:
            figures["difference", each.against] = each.difference
            if each.percentage is not None:
                figures["part", each.against] = each.percentage / 100
        return FrozenMapping(figures)

    @property
    def bases(self) -> tuple[tuple[str, Basis], ...]:
        """Where the figures are from."""
        return ((self.name, self.benchmark.basis),)
