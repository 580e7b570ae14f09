"""What is entered as a saving, and the rules by which the same saving is never counted twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

import attrs

from lgtrade.calendar import FinancialYear
from lgtrade.issues import Issue, refuse, shown, wrong_type
from lgtrade.money import ZERO, Money, Shares
from lgtrade.partnership._given import basis_issues, name_issues, sum_issues, year_issues
from lgtrade.sources import Basis
from lgtrade.words import Words


@attrs.frozen
class Saving:
    """One entry of a saving.

    A saving is known by its reference. Entered again for the same year with the same figures, it is counted once. A
    recurring saving entered again for a later year goes on from then at the new amount, in place of the old one.

    Args:
        reference: what the saving is known by, whoever enters it; always with the same capitals and blanks.
        year: the year from which it is made.
        amount: what is saved in that year and, if it recurs, in each later one.
        shares: whose it is; ``Shares({"Kent": 1})`` if it is one partner's.
        basis: the source of the figure, or the assumption it rests on.
        line: the heading of the line of the baseline that it reduces; none if it is not said.
        cashable: whether it sets money free; else it is more for the same money, and pays no cost back.
        recurring: whether it is made again each year; else it is made once.
        last: the last year in which a recurring saving is made; none if no end is known.
        instead: what is spent in its place, to be taken off.

    Raises:
        InputError: it has no reference, a sum is below nil, it ends before it begins, a saving that is made once has a
            last year, or a part is of the wrong type; all together.

    >>> from lgtrade.sources import Assumption
    >>> year, given = FinancialYear(2005), Assumption("an example")
    >>> Saving("A1", year, Money.pounds(90), Shares({"Kent": 1}), given, instead=Money.pounds(20)).net
    £70.00
    """

    reference: str
    year: FinancialYear
    amount: Money
    shares: Shares
    basis: Basis
    line: str = ""
    cashable: bool = True
    recurring: bool = True
    last: FinancialYear | None = None
    instead: Money = ZERO

    def __attrs_post_init__(self) -> None:
        """Refuse an entry that saves nothing that can be counted."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from name_issues("reference", self.reference, Words("what the saving is known by"))
        yield from year_issues("year", self.year)
        yield from sum_issues("amount", self.amount)
        yield from wrong_type("shares", self.shares, Shares, Words("whose it is, as Shares"))
        yield from basis_issues(self.basis)
        yield from wrong_type("line", self.line, str, Words("the heading of a line of the baseline"))
        for place in ("cashable", "recurring"):
            yield from wrong_type(place, getattr(self, place), bool, Words("true or false"))
        yield from self._end_issues()
        yield from sum_issues("instead", self.instead)

    def _end_issues(self) -> Iterator[Issue]:
        if self.last is None:
            return
        wrong = tuple(year_issues("last", self.last))
        yield from wrong
        if not self.recurring:
            found = Words("it is made once, and has a last year")
            yield Issue("saving.once", "last", found, Words("a last year of a saving that recurs"))
        elif not wrong and isinstance(self.year, FinancialYear) and self.last < self.year:
            found = Words("it ends in {last}, before it begins", last=self.last)
            yield Issue("saving.years", "last", found, Words("{year} or later", year=self.year))

    @property
    def net(self) -> Money:
        """What is saved, less what is spent in its place; below nil if that costs more."""
        return self.amount - self.instead

    def made_in(self, year: FinancialYear) -> bool:
        """Whether it is made in a year, if no later entry takes its place.

        Raises:
            InputError: the year is no financial year.
        """
        refuse(year_issues("year", year))
        if not self.recurring:
            return year == self.year
        return self.year <= year and (self.last is None or year <= self.last)


@attrs.frozen
class Repeat:
    """An entry that is not counted by itself, because the saving is entered elsewhere.

    Args:
        reference: the saving.
        year: the year of the entry.
        words: why it is not counted.

    >>> Repeat("A1", FinancialYear(2006), Words("It is entered twice.")).reference
    'A1'
    """

    reference: str
    year: FinancialYear
    words: Words


@attrs.frozen
class TransitionCost:
    """A cost of making the savings.

    Args:
        heading: what it is, as in "redundancy" or "new software".
        year: the year in which it is met.
        amount: the cost; nil or more.
        basis: the source of the figure, or the assumption it rests on.

    Raises:
        InputError: it has no heading, is below nil, or a part is of the wrong type; all together.

    >>> from lgtrade.sources import Assumption
    >>> TransitionCost("redundancy", FinancialYear(2009), Money.pounds(80_000), Assumption("an example")).amount
    £80,000.00
    """

    heading: str
    year: FinancialYear
    amount: Money
    basis: Basis

    def __attrs_post_init__(self) -> None:
        """Refuse a cost that is none."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from name_issues("heading", self.heading, Words("what the cost is"))
        yield from year_issues("year", self.year)
        yield from sum_issues("amount", self.amount)
        yield from basis_issues(self.basis)


def by_reference(entries: Iterable[Saving]) -> dict[str, list[Saving]]:
    """Give the entries of each saving, by year; the order in which they were entered makes no difference."""
    found: dict[str, list[Saving]] = {}
    for entry in sorted(entries, key=lambda each: (each.reference, each.year)):
        found.setdefault(entry.reference, []).append(entry)
    return found


def conflicts(entries: tuple[Saving, ...]) -> Iterator[Issue]:
    """Yield, for each entry, why it cannot be of the same saving as another of its reference, if it cannot."""
    known: dict[str, list[Saving]] = {}
    spelled: dict[str, str] = {}
    for number, entry in enumerate(entries):
        first = spelled.setdefault(" ".join(entry.reference.split()).casefold(), entry.reference)
        if first != entry.reference:
            found = Words("{reference} is entered as {first} too", reference=shown(entry.reference), first=shown(first))
            yield Issue("saving.spelled", f"entries[{number}].reference", found, Words("one spelling for one saving"))
        others = known.setdefault(entry.reference, [])
        each_found = (next(_conflict(entry, other), None) for other in others)
        issue = next((each for each in each_found if each is not None), None)
        if issue is not None:
            yield issue.under(f"entries[{number}]")
        others.append(entry)


def _conflict(entry: Saving, other: Saving) -> Iterator[Issue]:
    if entry.shares != other.shares:
        found = Words("{reference} is claimed with other shares too", reference=entry.reference)
        yield Issue("saving.claimed", "shares", found, Words("one claim that says how the partners share it"))
    for place in ("line", "cashable", "recurring"):
        if getattr(entry, place) != getattr(other, place):
            found = Words("{reference} is entered otherwise too", reference=entry.reference)
            yield Issue("saving.entered", place, found, Words("the same in every entry of one saving"))
    if entry.year != other.year:
        if not entry.recurring and not other.recurring:
            found = Words("{reference} is made once, and is entered for another year too", reference=entry.reference)
            yield Issue("saving.once", "year", found, Words("one year, or a saving that recurs"))
    elif _figures(entry) != _figures(other):
        template = "{reference} is entered for {year} with other figures too"
        found = Words(template, reference=entry.reference, year=entry.year)
        yield Issue("saving.twice", "amount", found, Words("one entry of it for a year"))


def _figures(entry: Saving) -> tuple[object, ...]:
    return entry.amount, entry.instead, entry.last


def counted(entries: Iterable[Saving], year: FinancialYear) -> list[Saving]:
    """Give the entry that counts in a year of each saving: the latest one made by then, if it is still made."""
    latest = [
        max((each for each in of_one if each.year <= year), key=lambda each: each.year, default=None)
        for of_one in by_reference(entries).values()
    ]
    return [entry for entry in latest if entry is not None and entry.made_in(year)]


def repeats(entries: Iterable[Saving]) -> tuple[Repeat, ...]:
    """Say of each entry after the first of a saving why it is not counted on top of it."""
    return tuple(
        _repeat(before, entry) for of_one in by_reference(entries).values() for before, entry in pairwise(of_one)
    )


def _repeat(before: Saving, entry: Saving) -> Repeat:
    if before.year == entry.year:
        template = "{reference} is entered more than once for {year} with the same figures, and is counted once."
        words = Words(template, reference=entry.reference, year=entry.year)
    else:
        template = "{reference} goes on in {year} at {net}, in place of the {before} entered for {earlier}."
        words = Words(
            template,
            reference=entry.reference,
            year=entry.year,
            net=entry.net,
            before=before.net,
            earlier=before.year,
        )
    return Repeat(entry.reference, entry.year, words)
