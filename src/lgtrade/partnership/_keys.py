"""Keys of a budget: what each partner weighs, by which measure, and from when."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import partial
from typing import Any

import attrs

from lgtrade.calendar import day_issues, day_or_as_given
from lgtrade.costing import ApportionmentKey
from lgtrade.frozen import FrozenMapping, freeze
from lgtrade.issues import Collector, Issue, refuse, shown, wrong_type
from lgtrade.money import Exact, Money, Share, fraction_or_as_given, plain, split
from lgtrade.sources import Basis
from lgtrade.words import Words

_MOST_YEARS = 50
_FINEST = Fraction(1, 10**6)


class Measure(enum.Enum):
    """What the weights of a key measure.

    * ``EQUAL``: nothing; all weigh the same.
    * ``FIXED``: nothing; they are shares that were agreed, which add to 100 %.
    * ``MIXED``: nothing; they say how much of each of some other keys goes in, and add to 100 %.
    """

    POPULATION = "population"
    HOUSEHOLDS = "households"
    CASELOAD = "caseload"
    USAGE = "usage"
    OTHER = "another measure"
    EQUAL = "equal"
    FIXED = "fixed"
    MIXED = "mixed"


def frozen_or_as_given(items: Any) -> Any:  # noqa: ANN401  # whatever was given
    """Copy a mapping into one that cannot be changed; keep anything else, to be refused with all that is wrong.

    >>> frozen_or_as_given({"North": 1}), frozen_or_as_given(7)
    ({'North': 1}, 7)
    """
    return freeze(items) if isinstance(items, Mapping) else items  # pyright: ignore[reportUnknownArgumentType]


def _weights(weights: Mapping[str, Exact | str]) -> Mapping[str, Fraction]:
    given: Any = frozen_or_as_given(weights)
    if not isinstance(given, FrozenMapping):
        return given  # type: ignore[no-any-return]  # refused with all else that is wrong
    return FrozenMapping({name: fraction_or_as_given(weight) for name, weight in weights.items()})


@attrs.frozen
class SharingKey:
    """A key of a budget, as it was agreed or measured once.

    The same key measured anew is another of the same name, that says since when.

    Args:
        name: what lines and other keys call it.
        measure: what its weights measure.
        weights: how much of it each partner has, in any one unit. A name may also be that of another key, whose
            partners then divide that part between them: so a cost is shared first between groups, and keys are mixed.
        basis: the source of the weights, or the assumption they rest on.
        since: the day from which it stands; for the first of its name none, if it stood before the budget began.
        tolerance: by how many percentage points any share may differ from the split that stands so far, for that split
            to be held.
        to: to what its shares are rounded, such as ``Share("1%")``, still adding to 100 %; what does not divide evenly
            goes to the largest remainder, and of equal ones to the larger share.
        every: for the first of its name: only every so many years from its first day are new measurements taken up.

    Raises:
        InputError: no weight is over nothing or one is negative, agreed shares do not add to 100 %, equal weights
            differ, or a part is of the wrong type; all together.

    >>> from lgtrade.sources import Source
    >>> key = SharingKey("calls", Measure.CASELOAD, {"South Hams": 77_297, "West Devon": 32_158}, Source("call log"),
    ...                  to=Share("1%"))
    >>> key.shares
    {'South Hams': Fraction(71, 100), 'West Devon': Fraction(29, 100)}
    """

    name: str
    measure: Measure
    weights: Mapping[str, Fraction] = attrs.field(converter=_weights)
    basis: Basis
    since: dt.date | None = attrs.field(default=None, converter=attrs.converters.optional(day_or_as_given))
    tolerance: Share | None = None
    to: Share | None = None
    every: int | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a key that divides nothing, or that is not what its measure says."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("measure", self.measure, Measure, Words("a Measure"))
        issues = list(wrong_type("weights", self.weights, Mapping, Words("a weight for each of some names")))
        if not issues:
            collector = Collector()
            collector.attempt("", partial(ApportionmentKey, self.name, self.weights, self.basis))
            issues = collector.issues or list(self._measured_wrongly())
        yield from issues
        if self.since is not None:
            yield from day_issues("since", self.since)
        accepted = Words("a Share, or nothing")
        yield from wrong_type("tolerance", self.tolerance, (Share, type(None)), accepted)
        yield from wrong_type("to", self.to, (Share, type(None)), accepted)
        if isinstance(self.to, Share) and (self.to.fraction.numerator != 1 or self.to.fraction < _FINEST):
            found = Words("shares rounded to {to} do not add to a whole", to=self.to)
            yield Issue("key.to", "to", found, Words('a share such as "1%" or "0.1%"'))
        if self.every is not None:
            yield from self._taken_up_wrongly()

    def _taken_up_wrongly(self) -> Iterator[Issue]:
        if type(self.every) is not int or not 1 <= self.every <= _MOST_YEARS:
            found = Words("it is {years}", years=shown(self.every))
            yield Issue("key.every", "every", found, Words("a number of years from 1 to {most}", most=_MOST_YEARS))
        if self.since is None:
            found = Words("there is no day to count the years from")
            yield Issue("key.since", "since", found, Words("the day from which the key first stands"))

    def _measured_wrongly(self) -> Iterator[Issue]:
        added = sum(self.weights.values(), Fraction(0))
        if self.measure in {Measure.FIXED, Measure.MIXED} and added != 1:
            found = Words("the agreed shares add to {whole}%", whole=plain(added * 100))
            yield Issue("key.whole", "weights", found, Words("shares that add to 100%"))
        if self.measure is Measure.EQUAL and len(set(self.weights.values())) > 1:
            yield Issue("key.equal", "weights", Words("they are not all equal"), Words("the same weight for each"))

    @property
    def shares(self) -> FrozenMapping[str, Fraction]:
        """The share of each name in it, exactly, once it has been rounded as it says; they add to one."""
        whole = sum(self.weights.values(), Fraction(0))
        exact = {name: weight / whole for name, weight in self.weights.items()}
        if self.to is None:
            return FrozenMapping(exact)
        steps = self.to.fraction.denominator
        ranked = sorted(exact, key=lambda name: (-exact[name], name))
        parts = split(Money(pence=steps), {name: exact[name] for name in ranked}).parts
        return FrozenMapping({name: Fraction(parts[name].pence, steps) for name in exact})
