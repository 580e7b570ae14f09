"""Every public value to JSON and back, exactly: no float is ever written or read."""

from __future__ import annotations

import datetime as dt
import functools
import json
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeVar

from cattrs import AttributeValidationNote, BaseValidationError, Converter, IterableValidationNote, transform_error
from cattrs.strategies import configure_tagged_union

from lgtrade.authorities import Authority, Person
from lgtrade.calendar import FinancialYear, as_day
from lgtrade.charging import AtCost, Commercial, Flat, Graduated, Minimum, PerUnit
from lgtrade.frozen import FrozenMapping
from lgtrade.issues import InputError, Issue, shown
from lgtrade.law import BusinessCase, Designation
from lgtrade.money import Money, Rate
from lgtrade.sources import Assumption, Division, Provision, Source
from lgtrade.words import Words

T = TypeVar("T")

LARGEST_TEXT = 20_000_000
"""The longest JSON text that is read, in letters."""

_UNIONS: tuple[Any, ...] = (
    Source | Assumption,
    Authority | Person,
    Flat | PerUnit | Graduated,
    Flat | PerUnit | Graduated | Minimum,
    Flat | PerUnit | Graduated | Minimum | AtCost | Commercial,
    Money | Rate,
)


def to_json(value: object) -> str:
    """Write a public value as JSON.

    Money is written as whole pence, exact numbers as text, days as ``2026-04-01``, financial years as ``2026/27``.

    Args:
        value: any public value of the library.

    >>> from lgtrade.money import Money
    >>> to_json(Money.pounds("12.34"))
    '{"pence": 1234}'
    """
    return json.dumps(_converter().unstructure(value), ensure_ascii=False)


def from_json(text: str, kind: type[T]) -> T:
    """Read a public value from JSON.

    Args:
        text: what :func:`to_json` wrote.
        kind: the type of the value.

    Raises:
        InputError: the text is not JSON, or does not describe a value of that type; everything that is wrong with it.

    >>> from lgtrade.money import Money
    >>> from_json('{"pence": 1234}', Money)
    £12.34
    """
    if len(text) > LARGEST_TEXT:
        found = Words("the text is longer than {most} letters", most=f"{LARGEST_TEXT:,}")
        raise InputError([Issue("json.size", "", found, Words("a shorter text"))])
    try:
        values = json.loads(text, parse_float=_no_float, parse_constant=_no_float)
    except (ValueError, RecursionError) as error:
        reason = str(error)[:200] if isinstance(error, ValueError) else "it is nested too deeply"
        found = Words("the text cannot be read as JSON: {reason}", reason=reason)
        raise InputError([Issue("json.text", "", found, Words("what to_json wrote"))]) from None
    try:
        return _converter().structure(values, kind)
    except BaseValidationError as error:
        raise InputError(_issues(error)) from None


def _no_float(text: str) -> Any:
    message = f"{text} is a float; exact numbers are written as text"
    raise ValueError(message)


def _issues(error: BaseException, place: str = "") -> list[Issue]:
    """Give every issue inside a cattrs error, each with its place."""
    if isinstance(error, BaseValidationError):
        return [issue for inner in error.exceptions for issue in _issues(inner, place + _step(inner))]
    if isinstance(error, InputError):
        return [issue.under(place.lstrip(".")) for issue in error.issues]
    words = transform_error(error)[0].split(" @ ")[0] if isinstance(error, Exception) else str(error)
    return [Issue("json.value", place.lstrip("."), Words("{words}", words=words), Words("what to_json wrote"))]


def _step(error: BaseException) -> str:
    for note in getattr(error, "__notes__", []):
        if isinstance(note, IterableValidationNote):
            return f"[{note.index}]"
        if isinstance(note, AttributeValidationNote):
            return f".{note.name}"
    return ""


@functools.cache
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    for kind in (int, str, bool):
        converter.register_structure_hook(kind, functools.partial(_strictly, kind))
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    converter.register_structure_hook(dt.date, lambda value, _: as_day(value))
    converter.register_unstructure_hook(Decimal, str)
    converter.register_structure_hook(Decimal, lambda value, _: Decimal(_strictly(str, value, str)))
    converter.register_unstructure_hook(Fraction, str)
    converter.register_structure_hook(Fraction, lambda value, _: Fraction(_strictly(str, value, str)))
    converter.register_structure_hook(Decimal | Fraction, lambda value, _: _number(value))
    converter.register_unstructure_hook(FinancialYear, str)
    converter.register_structure_hook(FinancialYear, lambda value, _: FinancialYear.read(value))
    converter.register_unstructure_hook(Division, lambda value: value.name)
    converter.register_structure_hook(Division, lambda value, _: Division[value])
    converter.register_unstructure_hook(Words, functools.partial(_words_out, converter))
    converter.register_structure_hook(Words, functools.partial(_words_in, converter))
    converter.register_unstructure_hook_func(_is_frozen_mapping, functools.partial(_mapping_out, converter))
    converter.register_structure_hook(str | bool | None, lambda value, _: _one_of((str, bool), value))
    converter.register_structure_hook(
        BusinessCase | bool | None, lambda value, _: _or_bool(converter, BusinessCase, value)
    )
    converter.register_structure_hook(
        Designation | bool | None, lambda value, _: _or_bool(converter, Designation, value)
    )
    for union in _UNIONS:
        configure_tagged_union(union, converter, tag_name="type")
    return converter


def _strictly(kind: type, value: Any, _: Any = None) -> Any:
    if type(value) is kind:
        return value
    accepted = Words("a value of type {kind}", kind=kind.__name__)
    raise InputError([Issue("type", "", Words("{value} is of another type", value=shown(value)), accepted)])


def _number(value: Any) -> Decimal | Fraction:
    text: str = _strictly(str, value)
    return Fraction(text) if "/" in text else Decimal(text)


def _one_of(kinds: tuple[type, ...], value: Any) -> Any:
    if value is None or type(value) in kinds:
        return value
    return _strictly(kinds[0], value)


def _or_bool(converter: Converter, kind: Any, value: Any) -> Any:
    return value if value is None or isinstance(value, bool) else converter.structure(value, kind)


def _is_frozen_mapping(kind: Any) -> bool:
    origin = getattr(kind, "__origin__", kind)
    return origin is FrozenMapping or origin is Mapping


def _mapping_out(converter: Converter, value: Mapping[Any, Any]) -> dict[str, Any]:
    return {key: converter.unstructure(each) for key, each in value.items()}


_SAYABLE: dict[str, Any] = {
    each.__name__: each for each in (Money, Rate, FinancialYear, Provision, Decimal, Fraction, dt.date, Words)
}


def _words_out(converter: Converter, words: Words) -> dict[str, Any]:
    values = {name: _value_out(converter, value) for name, value in words.values}
    return {"template": words.template, "values": values}


def _value_out(converter: Converter, value: Any) -> Any:
    if type(value).__name__ in _SAYABLE:
        return {"type": type(value).__name__, "value": converter.unstructure(value)}
    return value if type(value) is int else str(value)


def _words_in(converter: Converter, value: Any, _: Any) -> Words:
    template, held = value["template"], value["values"]
    return Words(_strictly(str, template), **{name: _value_in(converter, each) for name, each in held.items()})


def _value_in(converter: Converter, value: Any) -> Any:
    if isinstance(value, dict):
        return converter.structure(value["value"], _SAYABLE[value["type"]])
    return _one_of((str, int), value)
