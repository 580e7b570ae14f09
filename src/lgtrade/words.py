"""Sentences that people read, kept apart from the values inside them so that they can be translated."""

from __future__ import annotations

import datetime as dt
import re

import attrs

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_SLOT = re.compile(r"\{(\w+)\}")


def in_words(value: object) -> str:
    """Say one value in British English: a day as 1 April 2026, anything else as it prints itself.

    >>> in_words(dt.date(2026, 4, 1))
    '1 April 2026'
    """
    if isinstance(value, dt.date):
        return f"{value.day} {MONTHS[value.month - 1]} {value.year}"
    return str(value)


@attrs.frozen(init=False, repr=False)
class Words:
    """A sentence with named slots, and the values that fill them.

    The template is the message a translator sees, and is never glued to another. It is filled by plain
    replacement of ``{name}``: a value that itself contains braces stays as it is.

    Args:
        template: British English, with a slot for each value, as in ``"not in force until {day}"``.
        values: what fills the slots, by name.

    >>> str(Words("not in force until {day}", day=dt.date(2003, 11, 18)))
    'not in force until 18 November 2003'
    """

    template: str
    values: tuple[tuple[str, object], ...] = ()

    def __init__(self, template: str, /, **values: object) -> None:
        """Keep the template and its values apart."""
        self.__attrs_init__(template, tuple(values.items()))  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]  # attrs writes it

    def __str__(self) -> str:
        """Fill the slots in British English; a slot with no value stays visible."""
        held = dict(self.values)
        return _SLOT.sub(lambda slot: in_words(held[slot[1]]) if slot[1] in held else slot[0], self.template)

    def __repr__(self) -> str:
        """Show the filled sentence."""
        return f"Words({str(self)!r})"


def as_words(value: object) -> Words:
    """Read words, which may be given as text; what is neither is kept, to be refused with all else that is wrong.

    >>> as_words("Training")
    Words('Training')
    """
    return Words(value) if isinstance(value, str) else value  # type: ignore[return-value]  # refused by whoever calls
