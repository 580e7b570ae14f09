"""Saying values in British English. Babel only prints what has already been rounded by a named rule."""

from __future__ import annotations

import datetime as dt
import functools
import re
from decimal import Decimal
from fractions import Fraction

from babel.core import Locale
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal

from lgtrade.money import HALF_UP, Money, Rate, Share, plain
from lgtrade.words import Words

_SLOT = re.compile(r"\{(\w+)\}")


@functools.cache
def _locale() -> Locale:
    return Locale.parse("en_GB")


@functools.singledispatch
def say(value: object) -> str:
    """Say a value: a sentence with its slots filled, money as £1,234.56, a day as 1 April 2026.

    Letters that cannot be printed are replaced, so that a name cannot act on a terminal.

    >>> say(Money.pounds("1234.5"))
    '£1,234.50'
    """
    return clean(str(value))


@say.register
def _(value: Words) -> str:
    held = dict(value.values)
    # A template may be text from outside, such as the name of an element that is charged for.
    return clean(_SLOT.sub(lambda slot: say(held[slot[1]]) if slot[1] in held else slot[0], value.template))


@say.register
def _(value: Money) -> str:
    return _signed(format_currency(value.in_pounds, "GBP", locale=_locale()))


@say.register
def _(value: Rate) -> str:
    return _signed(format_currency(value.pounds, "GBP", locale=_locale(), decimal_quantization=False))


@say.register
def _(value: Decimal) -> str:
    return _signed(format_decimal(value, locale=_locale(), decimal_quantization=False))


@say.register
def _(value: Fraction) -> str:
    return _signed(plain(value))


@say.register
def _(value: Share) -> str:
    return repr(value)


@say.register
def _(value: bool) -> str:  # noqa: FBT001  # the type decides which of these functions is called
    return say(Words("yes") if value else Words("no"))


@say.register
def _(value: dt.date) -> str:
    return format_date(value, "long", locale=_locale())


def percentage(part: Fraction, to: str = "0.1") -> str:
    """Say a fraction as a percentage, to one decimal place if nothing else is said, rounded half up.

    >>> percentage(Fraction(1255, 1316))
    '95.4%'
    """
    return _signed(f"{plain(HALF_UP.to(to).rate(part * 100).pounds)}%")


def clean(text: str) -> str:
    """Replace letters that cannot be printed.

    >>> clean("one" + chr(27) + "[31m")
    'one?[31m'
    """
    return text if text.isprintable() else "".join(letter if letter.isprintable() else "?" for letter in text)


def _signed(text: str) -> str:
    return text.replace("-", "−")  # a minus sign, as documents print it


def headings(*names: str) -> tuple[str, ...]:
    """Say the headings of the columns of a table.

    >>> headings("Year", "Amount")
    ('Year', 'Amount')
    """
    return tuple(say(Words(name)) for name in names)
