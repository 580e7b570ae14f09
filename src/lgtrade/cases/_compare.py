"""Published figures beside the same figures worked out: exactly, and with the differences that are known."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import partial

import attrs

from lgtrade.figures import Figure, Figures, difference, equal, figure_issues, read_like, rounded
from lgtrade.frozen import FrozenMapping
from lgtrade.issues import Collector, Issue, refuse, wrong_type
from lgtrade.money import EXACT, HALF_UP, Money, Rate, Rounding, Share, plain
from lgtrade.words import Words

_MOST_NAMES = 8


_NOTHING: Mapping[tuple[str, ...], Fraction] = FrozenMapping()
_TO_FOUR_PLACES = HALF_UP.to("0.0001")


@attrs.frozen
class Published:
    """A figure that was published, to be compared with the same figure worked out.

    Args:
        path: which figure, as in ``("balance", "building-control", "2021/22")``.
        value: the figure published: money, a rate, a share, a number, true or false, or text. A number may be text
            such as ``"96.4%"``.
        rounding: how it was rounded before it was published; the figure worked out is rounded so too.
        differs: why it is known not to be what is worked out, in words; empty if it should be.
        by: what is worked out, less what was published, where the two are known to differ.

    Raises:
        InputError: the path is empty, the value is no figure, or a known difference has no reason or the reason no
            difference; all together.

    >>> Published(("balance", "audit", "2004/05"), Money.pounds(-12)).value
    -£12.00
    """

    path: tuple[str, ...]
    value: Figure
    rounding: Rounding | None = None
    differs: str = ""
    by: Figure | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a figure that is none, or that says nothing of what it is."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        if not self.path:
            yield Issue("published.path", "path", Words("it is empty"), Words("the names that lead to a figure"))
        yield from figure_issues("value", self.value)
        yield from wrong_type("rounding", self.rounding, (Rounding, type(None)), Words("a Rounding, or nothing"))
        yield from wrong_type("differs", self.differs, str, Words("why it differs, in words"))
        if self.by is not None:
            yield from figure_issues("by", self.by)
        if self.differs and self.by is None:
            found = Words("it is said to differ, and not by how much")
            yield Issue("published.differs", "by", found, Words("what is worked out, less what was published"))
        if self.by is not None and self.differs == "":
            found = Words("it is said by how much it differs, and not why")
            yield Issue("published.differs", "differs", found, Words("the reason, in words"))


@attrs.frozen
class Comparison:
    """A published figure beside the same figure worked out.

    Args:
        path: which figure.
        published: what was published.
        worked_out: what it comes to, rounded as what was published was.
        differs: why the two are known to differ, in words; empty if they should not.
        by: by how much they are known to differ.
        in_per_cent: whether it was published as a percentage.

    >>> comparison = Comparison(("owed", "A1", "2004/05"), Money.pounds(900), Money.pounds("900.50"))
    >>> comparison.agrees, comparison.difference
    (False, £0.50)
    """

    path: tuple[str, ...]
    published: Figure
    worked_out: Figure
    differs: str = ""
    by: Figure | None = None
    in_per_cent: bool = False

    def as_published(self, figure: Figure) -> Figure:
        """Give a figure as the published one was written: in per cent, to four places, if that one was.

        >>> Comparison(("used",), Fraction(1, 8), Fraction(1, 7), in_per_cent=True).as_published(Fraction(1, 7))
        '14.2857%'
        """
        if not self.in_per_cent or not isinstance(figure, Share | Fraction | Decimal):
            return figure
        part = figure.fraction if isinstance(figure, Share) else Fraction(figure)
        return f"{plain(_TO_FOUR_PLACES.rate(part * 100).pounds.normalize(EXACT))}%"

    @property
    def difference(self) -> Money | Rate | Fraction | None:
        """What was worked out, less what was published; none where they are not numbers."""
        return difference(self.worked_out, self.published)

    @property
    def agrees(self) -> bool:
        """Whether the two are exactly equal."""
        return equal(self.worked_out, self.published)

    @property
    def as_expected(self) -> bool:
        """Whether the two are equal, or differ by exactly what is known.

        >>> known = Comparison(("share", "A"), Money.pounds(9), Money.pounds(10), "the source misprints it", 1)
        >>> known.agrees, known.as_expected
        (False, True)
        """
        if self.by is None:
            return self.agrees
        return self.difference is not None and equal(self.difference, read_like(self.by, self.difference))


def compare(
    published: Iterable[Published], figures: Figures, exact: Mapping[tuple[str, ...], Fraction] = _NOTHING
) -> tuple[Comparison, ...]:
    """Set published figures beside those worked out.

    Args:
        published: what was published.
        figures: what was worked out.
        exact: what some of those were before they were rounded: they are rounded once, as what was published was.

    Raises:
        InputError: a published figure is of a name that is not worked out, or of another sort than the figure that is;
            all together.

    >>> compare([Published(("a",), "12.5%")], {("a",): Fraction(1, 8)})[0].agrees
    True
    """
    collector, compared = Collector(), list[Comparison | None]()
    for each in published:
        if each.path in figures:
            compared.append(collector.attempt(_place(each), partial(_beside, each, figures[each.path], exact)))
        else:
            collector.add(_unmatched(each, figures))
    refuse(collector.issues)
    return tuple(each for each in compared if each is not None)


def _beside(each: Published, figure: Figure, exact: Mapping[tuple[str, ...], Fraction]) -> Comparison:
    worked_out = figure if each.rounding is None else rounded(figure, each.rounding, exact.get(each.path))
    in_per_cent = isinstance(each.value, str) and each.value.strip().endswith("%")
    value = read_like(each.value, worked_out)
    comparison = Comparison(each.path, value, worked_out, each.differs, each.by, in_per_cent)
    if each.by is not None and comparison.difference is not None:
        read_like(each.by, comparison.difference)
    return comparison


def _place(published: Published) -> str:
    return f"published.{'.'.join(published.path)}"


def _unmatched(published: Published, figures: Figures) -> Issue:
    names = [".".join(path) for path in figures if path[0] == published.path[0]]
    if not figures:
        accepted = Words("no published figure: the case works none out")
    elif not names:
        accepted = Words("a figure of: {kinds}", kinds=", ".join(dict.fromkeys(path[0] for path in figures)))
    elif len(names) <= _MOST_NAMES:
        accepted = Words("one of: {names}", names="; ".join(names))
    else:
        near = difflib.get_close_matches(".".join(published.path), names, n=_MOST_NAMES, cutoff=0)
        accepted = Words("one of {count}, the nearest: {names}", count=len(names), names="; ".join(near))
    return Issue("published.path", _place(published), Words("nothing of that name is worked out"), accepted)
