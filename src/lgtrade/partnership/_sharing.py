"""Sharing: lines of cost and of gain divided between partners, each on its own stated key."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

import attrs

from lgtrade.costing import ApportionmentKey
from lgtrade.frozen import freeze
from lgtrade.issues import Collector, Issue, refuse, wrong_type
from lgtrade.money import LARGEST, ZERO, Money, Remainder, Split, split, total
from lgtrade.partnership._keys import frozen_or_as_given
from lgtrade.sources import Assumption, Basis, Source
from lgtrade.words import Words


class LineKind(enum.Enum):
    """Whether a line is borne or enjoyed."""

    COST = "cost"
    SAVING = "saving"
    GRANT = "grant"
    SURPLUS = "surplus"


@attrs.frozen
class SharedLine:
    """One line to be shared.

    Args:
        heading: what it is.
        amount: the whole of it.
        key: how it is divided between the partners.
        basis: the source of the figure, or the assumption it rests on.
        kind: a cost, or a saving, a grant or a surplus.
        fixed: sums that some partners take first; the key divides the rest.

    Raises:
        InputError: the heading is empty, or a part is of the wrong type; all together.

    >>> equal = ApportionmentKey("equal", {"Lichfield": 1, "Moorlands": 1}, Assumption("not published"))
    >>> SharedLine("Grant", Money.pounds(150000), equal, Source("article"), LineKind.GRANT).amount
    £150,000.00
    """

    heading: str
    amount: Money
    key: ApportionmentKey
    basis: Basis
    kind: LineKind = LineKind.COST
    fixed: Mapping[str, Money] = attrs.field(factory=dict[str, Money], converter=frozen_or_as_given)

    def __attrs_post_init__(self) -> None:
        """Refuse a line that does not say what is shared, and how."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("heading", self.heading, str, Words("what is shared"))
        if self.heading == "":
            yield Issue("shared.heading", "heading", Words("it is empty"), Words("what is shared"))
        yield from wrong_type("amount", self.amount, Money, Words("an amount of Money"))
        yield from wrong_type("key", self.key, ApportionmentKey, Words("an ApportionmentKey"))
        yield from wrong_type("basis", self.basis, (Source, Assumption), Words("a Source or an Assumption"))
        yield from wrong_type("kind", self.kind, LineKind, Words("a LineKind"))
        issues = tuple(wrong_type("fixed", self.fixed, Mapping, Words("a sum for each of some partners")))
        yield from issues
        for partner, sum_ in () if issues else self.fixed.items():
            yield from wrong_type(f"fixed[{partner}]", sum_, Money, Words("an amount of Money"))


@attrs.frozen
class SharedPart:
    """How one line was shared.

    Args:
        line: the line.
        parts: what each partner bears or enjoys, its fixed sum included.
        split: how the rest was divided by the key.

    >>> equal = ApportionmentKey("equal", {"Lichfield": 1, "Moorlands": 1}, Assumption("not published"))
    >>> share([SharedLine("Fees", Money.pounds(5), equal, Assumption("a guess"))]).lines[0].parts
    {'Lichfield': £2.50, 'Moorlands': £2.50}
    """

    line: SharedLine
    parts: Mapping[str, Money] = attrs.field(converter=freeze)
    split: Split[str]


@attrs.frozen
class Sharing:
    """What each partner bears and gains, line by line.

    Args:
        lines: how each line was shared.

    >>> equal = ApportionmentKey("equal", {"Lichfield": 1, "Moorlands": 1}, Assumption("not published"))
    >>> lines = [SharedLine("Saving", Money.pounds(700000), equal, Source("article"), LineKind.SAVING),
    ...          SharedLine("Procurement", Money.pounds(60000), equal, Assumption("not published"))]
    >>> share(lines).net("Lichfield")
    £320,000.00
    """

    lines: tuple[SharedPart, ...]

    @property
    def partners(self) -> tuple[str, ...]:
        """Everyone who has a part in any line, in the order met."""
        return tuple(dict.fromkeys(partner for line in self.lines for partner in line.parts))

    def of(self, partner: str, kind: LineKind) -> Money:
        """What a partner has of all the lines of one kind."""
        return total(each.parts.get(partner, ZERO) for each in self.lines if each.line.kind is kind)

    def net(self, partner: str) -> Money:
        """What a partner gains, less what it bears: negative if it only pays."""
        gains = total(self.of(partner, kind) for kind in LineKind if kind is not LineKind.COST)
        return gains - self.of(partner, LineKind.COST)

    @property
    def difference(self) -> Money:
        """What rounding each cell by itself left out of, or added to, the lines; nothing under other rules."""
        return total(each.split.difference for each in self.lines)


def share(
    lines: Iterable[SharedLine],
    *,
    remainder: Remainder = LARGEST,
    unit: Money = Money(pence=1),  # noqa: B008  # a frozen value
) -> Sharing:
    """Share lines of cost and gain between partners, each on its own key.

    Args:
        lines: the lines.
        remainder: who takes what does not divide evenly.
        unit: the smallest sum handed out; budget tables often use a pound.

    Raises:
        InputError: lines cannot be divided so, or are no lines; each place names the line.

    >>> households = ApportionmentKey("households", {"Mendip": 2, "Sedgemoor": 1}, Source("tax base"))
    >>> county = {"Somerset": Money.pounds(40)}
    >>> line = SharedLine("Waste", Money.pounds(100), households, Source("budget"), fixed=county)
    >>> share([line]).lines[0].parts
    {'Somerset': £40.00, 'Mendip': £40.00, 'Sedgemoor': £20.00}
    """
    refuse(wrong_type("lines", lines, Iterable, Words("lines to be shared")))
    given = tuple(lines)
    refuse(
        issue
        for number, line in enumerate(given)
        for issue in wrong_type(f"[{number}]", line, SharedLine, Words("a SharedLine"))
    )
    collector = Collector()
    parts = [
        collector.attempt(f"[{number}]", partial(share_line, line, remainder, unit))
        for number, line in enumerate(given)
    ]
    refuse(collector.issues)
    return Sharing(tuple(part for part in parts if part is not None))


def share_line(line: SharedLine, remainder: Remainder, unit: Money) -> SharedPart:
    """Share one line on its key."""
    rest = line.amount - total(line.fixed.values())
    divided = split(rest, line.key.weights, remainder=remainder, unit=unit)
    partners = dict.fromkeys((*line.fixed, *divided.parts))
    parts = {each: line.fixed.get(each, ZERO) + divided.parts.get(each, ZERO) for each in partners}
    return SharedPart(line, parts, divided)
