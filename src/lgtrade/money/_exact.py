"""Reading exact numbers: text as people write it, whole numbers and decimals, and never a ``float``."""

from __future__ import annotations

import re
from decimal import Context, Decimal, Inexact, InvalidOperation
from fractions import Fraction
from typing import TypeAlias

from lgtrade.issues import InputError, Issue, read_or_as_given, shown
from lgtrade.words import Words

Exact: TypeAlias = int | Decimal | Fraction
"""A number that is held exactly."""

MOST_DIGITS = 18
"""Digits allowed before the point: up to a trillion million, far beyond any council's money."""

MOST_PLACES = 12
"""Digits allowed after the point."""

_LONGEST = 64  # the longest number with its sign, pound, commas and point has 39 characters

EXACT = Context(prec=200, traps=[Inexact, InvalidOperation])
"""Arithmetic that would rather stop than lose a digit; products of two allowed numbers fit with room to spare."""

_NUMBER = re.compile(r"([-−])?£?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?", re.ASCII)  # with the minus sign people paste
_ACCEPTED = Words('a whole number, a Decimal, or text such as "1,234.56"')
_HELD = Words("a whole number, a Decimal or a Fraction")


def exact_number(value: object, place: str = "") -> Decimal:
    """Read an exact number.

    Args:
        value: text such as ``"1,234.56"``, ``"£12"`` or ``"-0.125"``; a whole number; or a ``Decimal``.
        place: where it was given, for the message if it is refused.

    Raises:
        InputError: it is a ``float``, or not a finite number, or has too many digits.

    >>> exact_number("£1,234.56")
    Decimal('1234.56')
    """
    number = _read(value, place)
    _, digits, exponent = number.as_tuple()
    places = -exponent if isinstance(exponent, int) else MOST_PLACES + 1
    if places > MOST_PLACES or len(digits) - places > MOST_DIGITS:
        found = Words("{value} has too many digits, or is not finite", value=shown(value))
        accepted = Words(
            "at most {digits} digits before the point and {places} after it", digits=MOST_DIGITS, places=MOST_PLACES
        )
        raise InputError([Issue("number.size", place, found, accepted)])
    return number


def _read(value: object, place: str) -> Decimal:
    if isinstance(value, float):
        raise _inexact(value, place, _ACCEPTED)
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        if abs(value) >= 10**MOST_DIGITS:
            found = Words("the whole number has more than {digits} digits", digits=MOST_DIGITS)
            raise InputError([Issue("number.size", place, found, _ACCEPTED)])
        return Decimal(value)
    matched = _NUMBER.fullmatch(value.strip()) if isinstance(value, str) and len(value) <= _LONGEST else None
    if matched is None:
        raise InputError([Issue("number", place, Words("{value} is not a number", value=shown(value)), _ACCEPTED)])
    minus, whole, places = matched.groups()
    return Decimal(f"{'-' if minus else ''}{whole.replace(',', '')}.{places or ''}")


def _inexact(value: float, place: str, accepted: Words) -> InputError:
    found = Words("{value} is a float, which cannot hold most amounts exactly", value=shown(value))
    return InputError([Issue("number.float", place, found, accepted)])


def exact_fraction(value: object, place: str = "") -> Fraction:
    """Read a fraction of something: ``"45.76%"``, ``"1/3"``, ``"0.4576"``, a ``Fraction``, or an exact number.

    >>> exact_fraction("12.5%"), exact_fraction("1/3")
    (Fraction(1, 8), Fraction(1, 3))
    """
    if isinstance(value, Fraction):
        return value
    text = value.strip() if isinstance(value, str) else ""
    if text.endswith("%"):
        return Fraction(exact_number(text[:-1], place)) / 100
    above, stroke, below = text.partition("/")
    if stroke:
        divisor = exact_number(below, place)
        if divisor == 0:
            raise InputError(
                [Issue("number.zero", place, Words("it divides by nothing"), Words("a divisor over zero"))]
            )
        return Fraction(exact_number(above, place)) / Fraction(divisor)
    return Fraction(exact_number(value, place))


def number_or_as_given(value: object) -> Decimal:
    """Read an exact number for a field, or keep what was given, to be refused with all else that is wrong.

    >>> number_or_as_given("1.5"), number_or_as_given("many")
    (Decimal('1.5'), 'many')
    """
    return read_or_as_given(exact_number, value)


def fraction_or_as_given(value: object) -> Fraction:
    """Read a fraction for a field, or keep what was given, to be refused with all else that is wrong.

    >>> fraction_or_as_given("12.5%"), fraction_or_as_given("many")
    (Fraction(1, 8), 'many')
    """
    return read_or_as_given(exact_fraction, value)


def held_exactly(number: object, place: str = "") -> Decimal | Fraction:
    """Give a number of any size as it is held, a whole number as a decimal, and refuse one that is not exact.

    For arithmetic: text is read by :func:`exact_number`.

    Raises:
        InputError: it is a ``float`` or text, or is not finite.

    >>> held_exactly(3)
    Decimal('3')
    """
    if isinstance(number, Fraction) or (isinstance(number, Decimal) and number.is_finite()):
        return number
    if isinstance(number, int) and not isinstance(number, bool):
        return Decimal(number)
    if isinstance(number, float):
        raise _inexact(number, place, _HELD)
    raise InputError([Issue("number", place, Words("{value} is not an exact number", value=shown(number)), _HELD)])


def as_fraction(number: Exact) -> Fraction:
    """Give an exact number as a fraction.

    >>> as_fraction(Decimal("0.125"))
    Fraction(1, 8)
    """
    return number if isinstance(number, Fraction) else Fraction(number)


def plain(number: Decimal | Fraction) -> str:
    """Print an exact number without exponent, with its thousands marked; a fraction as ``1/3``.

    >>> plain(Decimal("1234.50")), plain(Fraction(1, 3)), plain(Fraction(1, 8))
    ('1,234.50', '1/3', '0.125')
    """
    if isinstance(number, Decimal):
        return f"{number or number.copy_abs():,f}"
    below = number.denominator
    twos = (below & -below).bit_length() - 1
    fives = 0
    below >>= twos
    while below % 5 == 0:
        below //= 5
        fives += 1
    places = max(twos, fives)
    if below != 1 or places > MOST_PLACES:
        return f"{number.numerator:,}/{number.denominator:,}"
    return f"{EXACT.divide(Decimal(number.numerator), Decimal(number.denominator)):,f}"
