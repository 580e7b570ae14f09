"""Reading one value of a case file: exact numbers, money, text and lists, and why one cannot be read."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeGuard, TypeVar

import attrs

from lgtrade.calendar import as_day
from lgtrade.issues import InputError, Issue, shown
from lgtrade.money import EXACT, Money, Rate, Share, exact_fraction, exact_number, plain
from lgtrade.words import Words

T = TypeVar("T")

LONGEST_TEXT = 2000
LONGEST_LIST = 8
WHOLE = 100

TEXTS = Words("a list of texts in quotes")
"""What is accepted for a list of texts."""


class Unquoted(str):
    """A number with a decimal point that a file gives without quotes, as it was written."""

    __slots__ = ()


def is_list(value: Any) -> TypeGuard[list[Any]]:
    """Tell whether a value is a list."""
    return isinstance(value, list)


def not_one_of(value: Any, choices: list[str]) -> InputError:
    """Make the error for a value that is not one of a closed set: the nearest of a long list, or all of a short one."""
    long = isinstance(value, str) and len(choices) > LONGEST_LIST
    near = difflib.get_close_matches(value, choices, n=3) if long else []
    template = "one of a longer list, perhaps: {names}" if near else "one of: {names}"
    names = "; ".join(f'"{each}"' for each in (near or choices))
    found = Words("{value} is not one of them", value=shown(value))
    return InputError([Issue("choice", "", found, Words(template, names=names))])


_A_NUMBER = Words('a whole number, or a number in quotes: "1,234.56"')
_A_PART = Words('a whole number, or in quotes a number, a percentage or a fraction: "12.5", "15%" or "1/3"')
_A_SHARE = Words('a share in quotes, from "0%" to "100%": "15%", "0.15" or "3/20"')


def _said(read: Callable[[Any], T], value: Any, accepted: Words) -> T:
    """Read a value, or say what a file may have in place of what is not a number."""
    try:
        return read(value)
    except InputError as error:
        issues = (attrs.evolve(issue, accepted=accepted) if issue.code == "number" else issue for issue in error.issues)
        raise InputError(issues) from None


def as_fraction(value: Any) -> Fraction:
    """Read an exact number or a part of something, as a case file gives it: ``12``, ``"40%"`` or ``"2/5"``."""
    return _said(exact_fraction, not_a_float(value), _A_PART)


def as_share(value: Any) -> Share:
    """Read a share of a whole, as a case file gives it: ``"40%"`` or ``"2/5"``."""
    percentage = _perhaps_a_percentage(value)
    if percentage is not None:
        found = Words("{value} is more than the whole", value=str(value)[:40])
        raise InputError([Issue("share.range", "", found, Words('"{percentage}", perhaps', percentage=percentage))])
    return _said(Share, not_a_float(value), _A_SHARE)


def _perhaps_a_percentage(value: Any) -> str | None:
    """Give the percentage that a share over 1 and up to 100 was probably meant to be: 10.45 for 10.45%."""
    try:
        number = None if isinstance(value, bool) else exact_number(str(value) if isinstance(value, Unquoted) else value)
    except InputError:
        return None
    return None if number is None or not 1 < number <= WHOLE else f"{plain(number)}%"


def as_figure(value: Any) -> int | bool | str:
    """Read a figure as a case file gives it: a whole number, true or false, or a number or words in quotes."""
    return value if isinstance(value, bool | int) else as_text(not_a_float(value))


def as_unit(value: Any) -> Decimal:
    """Read the unit to which something was rounded, as a case file gives it: ``"0.1"`` or ``"0.1%"``."""
    text = as_figure(value)
    if isinstance(text, str) and text.endswith("%"):
        return exact_number(text[:-1]).scaleb(-2, EXACT)
    return exact_number(text)


def as_money(value: Any) -> Money:
    """Read an amount of money, in pounds, as a case file gives it."""
    return Money.pounds(as_number(value))


def as_rate(value: Any) -> Rate:
    """Read a rate, in pounds, as a case file gives it."""
    return Rate(as_number(value))


def as_number(value: Any) -> Decimal:
    """Read an exact number as a case file gives it: a whole number, or one in quotes."""
    return _said(exact_number, not_a_float(value), _A_NUMBER)


def not_a_float(value: Any) -> Any:
    """Give a value as it is, unless it is a number that would be read as a float."""
    if isinstance(value, Unquoted):
        found = Words("{value} without quotes is a float, which cannot hold most amounts exactly", value=value[:40])
        raise InputError(
            [Issue("number.float", "", found, Words('the same number in quotes: "{value}"', value=value[:40]))]
        )
    return value


def as_whole(value: Any) -> int:
    """Read a whole number, as a case file gives it."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise InputError(
        [Issue("type", "", Words("{value} is not a whole number", value=shown(value)), Words("a whole number"))]
    )


def as_truth(value: Any) -> bool:
    """Read true or false, as a case file gives it."""
    if isinstance(value, bool):
        return value
    raise InputError(
        [Issue("type", "", Words("{value} is not true or false", value=shown(value)), Words("true or false"))]
    )


def as_texts(value: Any) -> tuple[str, ...]:
    """Read a list of short texts."""
    if not is_list(value):
        raise InputError([Issue("type", "", Words("{value} is not a list", value=shown(value)), TEXTS)])
    return tuple(as_text(each) for each in value)


def as_text(value: Any) -> str:
    """Read a short text on one line."""
    accepted = Words("text in quotes, on one line, of at most {most} letters", most=LONGEST_TEXT)
    if isinstance(value, Unquoted | bool | int | dt.date) or not isinstance(value, str):
        raise InputError([Issue("type", "", Words("{value} is not text", value=shown(value)), accepted)])
    if not value.strip():
        raise InputError([Issue("text.empty", "", Words("it is empty"), accepted)])
    if len(value) > LONGEST_TEXT:
        raise InputError([Issue("text.long", "", Words("it has {count} letters", count=len(value)), accepted)])
    if not value.isprintable():
        raise InputError([Issue("text.control", "", Words("it has characters that cannot be printed"), accepted)])
    return value


def as_days(value: Any) -> tuple[dt.date, ...]:
    """Read a list of days."""
    if not is_list(value):
        found = Words("{value} is not a list", value=shown(value))
        raise InputError([Issue("type", "", found, Words("a list of days"))])
    return tuple(as_day(each) for each in value)
