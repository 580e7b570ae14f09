"""What stands on a day: who is there, which measurement of a key stands, and the split that it gives between them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

import attrs

from lgtrade.calendar import LAST_YEAR, Period, add_months, as_day, day_issues, day_or_as_given
from lgtrade.frozen import FrozenMapping, freeze
from lgtrade.issues import Issue, refuse, wrong_type
from lgtrade.money import UP, plain
from lgtrade.partnership._keys import SharingKey
from lgtrade.sources import Basis
from lgtrade.words import Words

_ALWAYS = dt.date.min


@attrs.frozen
class Partner:
    """A partner that pays towards a budget, and when it is one.

    Args:
        name: what keys and lines call it.
        joins: its first day; none if it was there before the budget began.
        leaves: its last day; none if it stays.

    Raises:
        InputError: it has no name, or leaves before it joins, or what was given is not a day; all together.

    >>> Partner("East", joins="2026-10-01").is_in(dt.date(2026, 9, 30))
    False
    """

    name: str
    joins: dt.date | None = attrs.field(default=None, converter=attrs.converters.optional(day_or_as_given))
    leaves: dt.date | None = attrs.field(default=None, converter=attrs.converters.optional(day_or_as_given))

    def __attrs_post_init__(self) -> None:
        """Refuse a partner that is nobody, or is never there."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("name", self.name, str, Words("the name of a partner"))
        if self.name == "":
            yield Issue("partner.name", "name", Words("it is empty"), Words("the name of a partner"))
        wrong = [
            issue
            for place, day in (("joins", self.joins), ("leaves", self.leaves))
            if day is not None
            for issue in day_issues(place, day)
        ]
        yield from wrong
        if not wrong and self.joins is not None and self.leaves is not None and self.leaves < self.joins:
            found = Words("it leaves on {leaves}, before it joins on {joins}", leaves=self.leaves, joins=self.joins)
            yield Issue("partner.days", "leaves", found, Words("a last day on or after the first"))

    def is_in(self, day: dt.date) -> bool:
        """Tell whether it is a partner on a day.

        Raises:
            InputError: what was given is not a day.
        """
        day = as_day(day, "day")
        return (self.joins is None or self.joins <= day) and (self.leaves is None or day <= self.leaves)

    def is_in_throughout(self, period: Period) -> bool:
        """Tell whether it is a partner on every day of a period.

        Raises:
            InputError: what was given is not a period.
        """
        refuse(wrong_type("period", period, Period, Words("a Period")))
        return self.is_in(period.first) and self.is_in(period.last)


@attrs.frozen
class Rebasing:
    """A key measured anew, beside the split that stood, and which of the two stands from then on.

    Args:
        key: the new measurement.
        day: when it is taken up.
        stood: the shares that stood until then.

    >>> from lgtrade.money import Share
    >>> from lgtrade.partnership import Measure
    >>> from lgtrade.sources import Source
    >>> key = SharingKey("planning", Measure.CASELOAD, {"South Hams": 439, "West Devon": 155}, Source("log"),
    ...                  "2021-04-01", Share("3%"))
    >>> rebasing = Rebasing(key, key.since, {"South Hams": Fraction(3, 4), "West Devon": Fraction(1, 4)})
    >>> rebasing.held, str(rebasing.words)
    (True, 'planning, 1 April 2021: no share is further than 1.10 points from the agreed split, within 3: it is held')
    """

    key: SharingKey
    day: dt.date
    stood: Mapping[str, Fraction] = attrs.field(converter=freeze)

    @property
    def furthest(self) -> Fraction:
        """How far the measured share that moved most is from the one that stood; 0.03 is three percentage points."""
        whole = sum(self.key.weights.values(), Fraction(0))
        measured = {name: weight / whole for name, weight in self.key.weights.items()}
        nothing = Fraction(0)
        return max(
            abs(measured.get(name, nothing) - self.stood.get(name, nothing)) for name in {*measured, *self.stood}
        )

    @property
    def held(self) -> bool:
        """Whether the agreed split is held, because no share moved by more than the tolerance."""
        return self.key.tolerance is not None and self.furthest <= self.key.tolerance.fraction

    @property
    def shares(self) -> Mapping[str, Fraction]:
        """The shares that stand from then on."""
        return self.stood if self.held else self.key.shares

    @property
    def words(self) -> Words:
        """Say what was found; points are rounded up to two places, so that more than the tolerance reads as more."""
        if self.key.tolerance is None:
            return Words("{key}, {day}: the new measurement stands", key=self.key.name, day=self.day)
        template = (
            "{key}, {day}: no share is further than {points} points from the agreed split, within {most}: it is held"
            if self.held
            else "{key}, {day}: a share is {points} points from the agreed split, over {most}: the measured one stands"
        )
        points = UP.to("0.01").rate(self.furthest * 100).pounds
        most = plain(self.key.tolerance.fraction * 100)
        return Words(template, key=self.key.name, day=self.day, points=plain(points), most=most)


@attrs.frozen
class StandingKey:
    """The split that a key gives over a run of days on which it does not change.

    Args:
        period: the days.
        shares: the exact share of each partner that is there, which add to one; nobody if no one in the key is there.
        basis: what the split rests on.

    >>> from lgtrade.sources import Assumption
    >>> year = Period("2026-04-01", "2027-03-31")
    >>> StandingKey(year, {"North": Fraction(1)}, Assumption("an example")).shares
    {'North': Fraction(1, 1)}
    """

    period: Period
    shares: Mapping[str, Fraction] = attrs.field(converter=freeze)
    basis: Basis


def by_name(keys: Iterable[SharingKey]) -> dict[str, list[SharingKey]]:
    """Gather the measurements of each key, in the order given."""
    found: dict[str, list[SharingKey]] = {}
    for key in keys:
        found.setdefault(key.name, []).append(key)
    return found


def rebasings(measurements: Sequence[SharingKey]) -> Iterator[Rebasing]:
    """Go through the new measurements of one key that are taken up, in order; of two on one day, only the later."""
    first, *later = measurements
    taken_up = {_taken_up(first, key): key for key in later}
    stood: Mapping[str, Fraction] = first.shares
    for day, key in taken_up.items():
        if day is not None:
            rebasing = Rebasing(key, day, stood)
            yield rebasing
            stood = rebasing.shares


def _taken_up(first: SharingKey, key: SharingKey) -> dt.date | None:
    if first.every is None or first.since is None or key.since is None:
        return key.since
    years = range(first.since.year, LAST_YEAR + 1, first.every)
    days = (add_months(first.since, 12 * (year - first.since.year)).day for year in years)
    return next((day for day in days if day >= key.since), None)


def standing_keys(
    keys: Iterable[SharingKey], partners: Sequence[Partner], period: Period
) -> FrozenMapping[str, tuple[StandingKey, ...]]:
    """Give the split of every key over a period, in runs of days on which it does not change.

    Args:
        keys: the keys, each after those that it names.
        partners: who may be there.
        period: the days.
    """
    histories = {name: _history(measurements) for name, measurements in by_name(keys).items()}
    runs: dict[str, list[StandingKey]] = {name: [] for name in histories}
    for days in _runs(histories.values(), partners, period):
        there = [partner.name for partner in partners if partner.is_in(days.first)]
        split: dict[str, dict[str, Fraction]] = {}
        for name, history in histories.items():
            _, shares, basis = next(entry for entry in reversed(history) if entry[0] <= days.first)
            split[name] = _between(shares, split, there)
            before = runs[name][-1] if runs[name] else None
            if before is not None and before.shares == split[name]:
                runs[name][-1] = attrs.evolve(before, period=Period(before.period.first, days.last))
            else:
                runs[name].append(StandingKey(days, split[name], basis))
    return FrozenMapping({name: tuple(found) for name, found in runs.items()})


_History = list[tuple[dt.date, Mapping[str, Fraction], Basis]]


def _history(measurements: Sequence[SharingKey]) -> _History:
    """Give the shares from each day on which they may change; before the first, nobody has any."""
    first = measurements[0]
    history: _History = [(_ALWAYS, {}, first.basis), (first.since or _ALWAYS, first.shares, first.basis)]
    for each in rebasings(measurements):
        history.append((each.day, each.shares, history[-1][2] if each.held else each.key.basis))
    return history


def _runs(histories: Iterable[_History], partners: Iterable[Partner], period: Period) -> Iterator[Period]:
    """Divide a period where any key or the partners may change."""
    one_day = dt.timedelta(days=1)
    edges = {day for history in histories for day, _, _ in history}
    edges |= {partner.joins for partner in partners if partner.joins is not None}
    edges |= {partner.leaves + one_day for partner in partners if partner.leaves is not None}
    firsts = sorted({period.first} | {day for day in edges if period.first < day <= period.last})
    for number, first in enumerate(firsts):
        last = firsts[number + 1] - one_day if number + 1 < len(firsts) else period.last
        yield Period(first, last)


def _between(
    weights: Mapping[str, Fraction], known: Mapping[str, Mapping[str, Fraction]], there: Sequence[str]
) -> dict[str, Fraction]:
    """Divide between the partners that are there, through the keys that are named; what others weigh is left out."""
    bearing = {name: {name: Fraction(1)} if name in there else known.get(name, {}) for name in weights}
    whole = sum((weights[name] for name, borne in bearing.items() if borne), Fraction(0))
    if not whole:
        return {}
    found: dict[str, Fraction] = {}
    for name, borne in bearing.items():
        for partner, share in borne.items():
            found[partner] = found.get(partner, Fraction(0)) + share * weights[name] / whole
    return {partner: found[partner] for partner in there if partner in found}
