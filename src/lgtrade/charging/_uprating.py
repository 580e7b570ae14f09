"""One figure that is indexed from year to year, worked out step by step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction

import attrs

from lgtrade.calendar import day_issues, day_or_as_given
from lgtrade.charging._indexation import Indexation, IndexStep
from lgtrade.charging._tariff import name_issues
from lgtrade.figures import Figure, Figures
from lgtrade.frozen import FrozenMapping
from lgtrade.issues import Issue, refuse, wrong_type
from lgtrade.money import EXACT, Rate
from lgtrade.notebook import ShownInNotebooks
from lgtrade.sources import Assumption, Basis, Source
from lgtrade.words import Words


@attrs.frozen
class IndexedFigure(ShownInNotebooks):
    """A figure that is indexed, and what becomes of it at each yearly review up to a day.

    Args:
        name: what it is.
        first: the figure as it was agreed, in pounds.
        indexation: the index and the terms.
        until: the last day of which the figure is wanted.
        basis: where the first figure is from.

    Raises:
        InputError: a figure of the index that it needs was not published, or a part is of the wrong type; together.

    >>> from lgtrade.charging import IndexForm, IndexSeries, IndexValue
    >>> fees = IndexSeries("Fees", IndexForm.CHANGES, (IndexValue("2023-04", "5%"),), Assumption("illustration"))
    >>> camera = IndexedFigure(
    ...     "Camera", Rate("0.40"), Indexation(fees, "2022-04-01"), "2023-04-01", Assumption("illustration")
    ... )
    >>> camera.figures["figure", "2023-04-01"]
    £0.42
    """

    name: str
    first: Rate
    indexation: Indexation
    until: dt.date = attrs.field(converter=day_or_as_given)
    basis: Basis

    def __attrs_post_init__(self) -> None:
        """Refuse a figure that the index does not reach."""
        refuse(self._issues())
        self.indexation.steps(self.until)

    def _issues(self) -> Iterator[Issue]:
        yield from name_issues("name", self.name)
        yield from wrong_type("first", self.first, Rate, Words("a Rate"))
        yield from wrong_type("indexation", self.indexation, Indexation, Words("an Indexation"))
        yield from day_issues("until", self.until)
        yield from wrong_type("basis", self.basis, (Source, Assumption), Words("a Source or an Assumption"))

    @property
    def steps(self) -> tuple[tuple[IndexStep, Rate], ...]:
        """Each review, and the figure from then on."""
        return tuple((step, self.indexation.figure(self.first, step.day)) for step in self.indexation.steps(self.until))

    @property
    def last(self) -> Rate:
        """The figure on the last day."""
        return self.indexation.figure(self.first, self.until)

    @property
    def increase(self) -> Rate:
        """By how much the figure has risen since it was agreed."""
        return _less(self.last, self.first)

    @property
    def change(self) -> Fraction:
        """What the changes come to, before the figure is rounded: a twentieth for five per cent."""
        return self.indexation.factor(self.until) - 1

    @property
    def restated(self) -> Rate:
        """By how much the last figure changed when provisional figures of the index were restated."""
        before = attrs.evolve(self.indexation, series=self.indexation.series.first_published)
        return _less(self.last, before.figure(self.first, self.until))

    @property
    def bases(self) -> tuple[tuple[str, Basis], ...]:
        """Where the first figure and the index are from."""
        series = self.indexation.series
        return ((self.name, self.basis), (f"{self.name}: {series.name}", series.basis))

    @property
    def figures(self) -> Figures:
        """The figure from each review, the change and the increase, and what was restated."""
        figures: dict[tuple[str, ...], Figure] = {
            ("figure", self.indexation.since.isoformat()): self.first,
        }
        for step, rate in self.steps:
            figures["figure", step.day.isoformat()] = rate
            figures["applied", step.day.isoformat()] = step.applied
        figures["change",] = self.change
        figures["increase",] = self.increase
        figures["restated",] = self.restated
        return FrozenMapping(figures)


def _less(one: Rate, other: Rate) -> Rate:
    return Rate(EXACT.subtract(one.pounds, other.pounds))
