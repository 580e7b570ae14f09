"""Shares: exact fractions of a whole, which together make exactly one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import partial

import attrs

from lgtrade.frozen import FrozenMapping
from lgtrade.issues import Collector, Issue, refuse
from lgtrade.money._exact import exact_fraction, plain
from lgtrade.words import Words


@attrs.frozen(order=True, repr=False)
class Share:
    """An exact fraction of a whole, from nothing to all of it.

    Args:
        fraction: read from text (``"45.76%"``, ``"1/3"``, ``"0.4576"``), a ``Fraction``, a ``Decimal`` or a whole
            number; never from a ``float``.

    Raises:
        InputError: it is a ``float``, not a number, below nothing, or above one.

    >>> Share("45.76%"), Share("1/3")
    (45.76%, 1/3)
    """

    fraction: Fraction = attrs.field(converter=exact_fraction)

    def __attrs_post_init__(self) -> None:
        """Refuse less than nothing and more than all."""
        if not 0 <= self.fraction <= 1:
            found = Words("{share}% is not a part of a whole", share=plain(self.fraction * 100))
            refuse([Issue("share.range", "", found, Words("a share from 0% to 100%"))])

    def __repr__(self) -> str:
        """Show a percentage when it terminates, else the fraction."""
        percent = plain(self.fraction * 100)
        return plain(self.fraction) if "/" in percent else f"{percent}%"


def _shares(parts: Mapping[str, object]) -> Mapping[str, Share]:
    collector = Collector()
    read: dict[str, Share] = {}
    for name, part in parts.items():
        share = part if isinstance(part, Share) else collector.attempt(f"parts[{name}]", partial(Share, part))
        if share is not None:
            read[name] = share
    refuse(collector.issues)
    return FrozenMapping(read)


@attrs.frozen(repr=False)
class Shares:
    """Everybody's shares of one whole.

    Args:
        parts: the share of each; anything :class:`Share` reads.

    Raises:
        InputError: a share is wrong, or they do not add to exactly one; the message gives the difference.

    >>> Shares({"Somerset": "45.76%", "the districts": "54.24%"})
    {'Somerset': 45.76%, 'the districts': 54.24%}
    """

    parts: Mapping[str, Share] = attrs.field(converter=_shares)

    def __attrs_post_init__(self) -> None:
        """Refuse shares that do not add to one."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        added = sum((part.fraction for part in self.parts.values()), Fraction(0))
        if added != 1:
            percent, over = plain(added * 100), plain(abs(added - 1) * 100)
            template = (
                "the shares add to {percent}%, which is {over}% too much"
                if added > 1
                else "the shares add to {percent}%, which is {over}% too little"
            )
            yield Issue("shares.sum", "", Words(template, percent=percent, over=over), Words("shares that add to 100%"))

    def __repr__(self) -> str:
        """Show the share of each."""
        return repr(self.parts)
