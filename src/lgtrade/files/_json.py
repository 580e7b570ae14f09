"""Every public value to JSON and back, exactly: no float is ever written or read."""

from __future__ import annotations

import datetime as dt
import enum
import functools
import json
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeVar, Union, cast, get_args

from cattrs import (
    AttributeValidationNote,
    BaseValidationError,
    Converter,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)
from cattrs.strategies import configure_tagged_union

from lgtrade.agreements import CreditRule, Trigger
from lgtrade.authorities import Authority, Person
from lgtrade.calendar import FinancialYear, as_day
from lgtrade.cases import Working
from lgtrade.charging import ORDER, ChargingRule, Price
from lgtrade.figures import Figure
from lgtrade.files._values import not_one_of
from lgtrade.frozen import FrozenMapping
from lgtrade.issues import InputError, Issue, shown
from lgtrade.law import FACTS, Form
from lgtrade.money import Money, Rate, Share
from lgtrade.partnership import BalanceCertificate, DivisionCertificate, MarginalCertificate, Target
from lgtrade.sources import Assumption, Division, Provision, Source
from lgtrade.words import Words

T = TypeVar("T")

LARGEST_TEXT = 20_000_000
"""The longest JSON text that is read, in letters."""

LONGEST_NUMBER = 500
"""The longest exact number that is read, in letters."""

_DECIMAL = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
_FRACTION = re.compile(r"-?\d+(?:/0*[1-9]\d*)?", re.ASCII)
_NUMBER = re.compile(rf"{_DECIMAL.pattern}|{_FRACTION.pattern}", re.ASCII)

_ANY_CHARGE = Price | ChargingRule


def _wrapped() -> Iterator[Any]:
    """Give what each wrapper in the written order may wrap: every price that comes before it."""
    for number in range(len(ORDER)):
        yield Union[tuple(kind for kind in get_args(Price) if kind not in ORDER[number:])]  # noqa: UP007  # made of parts


_UNIONS: tuple[Any, ...] = (
    Source | Assumption,
    Authority | Person,
    CreditRule,
    Trigger,
    DivisionCertificate | MarginalCertificate | BalanceCertificate,
    Target,
    *_wrapped(),
    Price,
    _ANY_CHARGE,
    Working,
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
    except InputError:
        raise
    except Exception as error:  # noqa: BLE001  # cattrs lets through whatever data of the wrong shape provokes
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
    found = Words("it is missing") if isinstance(error, KeyError) else Words("it is not of the right form")
    if isinstance(error, ForbiddenExtraKeysError):
        names = ", ".join(shown(name) for name in sorted(error.extra_fields))
        found = Words("nothing of that name is read here: {names}", names=names)
    return [Issue("json.value", place.lstrip("."), found, Words("what to_json wrote"))]


def _step(error: BaseException) -> str:
    steps = [
        f"[{note.index}]" if isinstance(note, IterableValidationNote) else f".{note.name}"
        for note in getattr(error, "__notes__", [])
        if isinstance(note, IterableValidationNote | AttributeValidationNote)
    ]
    return steps[0] if steps else ""


@functools.cache
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    for kind in (int, str, bool):
        converter.register_structure_hook(kind, functools.partial(_strictly, kind))
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    converter.register_structure_hook(dt.date, lambda value, _: as_day(value))
    converter.register_unstructure_hook(Decimal, "{:f}".format)
    converter.register_structure_hook(Decimal, lambda value, _: Decimal(_digits(value, _DECIMAL)))
    converter.register_unstructure_hook(Fraction, str)
    converter.register_structure_hook(Fraction, lambda value, _: Fraction(_digits(value, _FRACTION)))
    converter.register_structure_hook(Decimal | Fraction, lambda value, _: _number(value))
    converter.register_structure_hook_func(_is_enum, _enum_in)
    converter.register_unstructure_hook(FinancialYear, str)
    converter.register_structure_hook(FinancialYear, lambda value, _: FinancialYear.read(value))
    converter.register_unstructure_hook(Division, lambda value: value.name)
    converter.register_structure_hook(Division, lambda value, _: _division_in(value))
    converter.register_unstructure_hook(Words, functools.partial(_words_out, converter))
    converter.register_structure_hook(Words, functools.partial(_words_in, converter))
    converter.register_unstructure_hook_factory(_is_frozen_mapping, functools.partial(_mapping_out, converter))
    converter.register_structure_hook(Figure, functools.partial(_figure_in, converter))
    converter.register_unstructure_hook(Figure, functools.partial(_figure_out, converter))
    converter.register_structure_hook(Figure | None, functools.partial(_figure_in, converter))
    converter.register_unstructure_hook(Figure | None, functools.partial(_figure_out, converter))
    converter.register_structure_hook(Fraction | Money, functools.partial(_part_or_sum, converter))
    for told in (str | bool, str | bool | None):
        converter.register_structure_hook(told, lambda value, _: _one_of((str, bool), value))
    for kind in {field.metadata["kind"] for field in FACTS if field.metadata["form"] is Form.PARTICULARS}:
        converter.register_structure_hook(kind | bool | None, functools.partial(_or_bool, converter, kind))
    for union in _UNIONS:
        configure_tagged_union(union, converter, tag_name="type")
    converter.register_structure_hook(_ANY_CHARGE | None, functools.partial(_or_none_in, converter))
    converter.register_unstructure_hook(_ANY_CHARGE | None, functools.partial(_or_none_out, converter))
    return converter


def _strictly(kind: type, value: Any, _: Any = None) -> Any:
    if type(value) is kind:
        return value
    accepted = Words("a value of type {kind}", kind=kind.__name__)
    raise InputError([Issue("type", "", Words("{value} is of another type", value=shown(value)), accepted)])


def _digits(value: Any, form: re.Pattern[str]) -> str:
    """Give the text of a number of bounded length and no exponent, so that reading it is quick."""
    if isinstance(value, str) and len(value) <= LONGEST_NUMBER and form.fullmatch(value):
        return value
    accepted = Words('an exact number as text, such as "12.5" or "1/3"')
    raise InputError([Issue("number", "", Words("{value} is not a number", value=shown(value)), accepted)])


def _number(value: Any) -> Decimal | Fraction:
    text = _digits(value, _NUMBER)
    return Fraction(text) if "/" in text else Decimal(text)


def _is_enum(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, enum.Enum)


def _enum_in(value: Any, kind: type[enum.Enum]) -> enum.Enum:
    for each in kind:
        if each.value == value:
            return each
    raise not_one_of(value, [str(each.value) for each in kind])


def _one_of(kinds: tuple[type, ...], value: Any) -> Any:
    if value is None or type(value) in kinds:
        return value
    return _strictly(kinds[0], value)


def _part_or_sum(converter: Converter, value: Any, _: Any) -> Fraction | Money:
    return converter.structure(value, Money) if isinstance(value, dict) else converter.structure(value, Fraction)


def _or_bool(converter: Converter, kind: Any, value: Any, _: Any) -> Any:
    return value if value is None or isinstance(value, bool) else converter.structure(value, kind)


def _or_none_in(converter: Converter, value: Any, _: Any) -> Any:
    return None if value is None else converter.structure(value, cast("Any", _ANY_CHARGE))


def _or_none_out(converter: Converter, value: Any) -> Any:
    return None if value is None else converter.unstructure(value, _ANY_CHARGE)


def _is_frozen_mapping(kind: Any) -> bool:
    origin = getattr(kind, "__origin__", kind)
    return origin is FrozenMapping or origin is Mapping


def _mapping_out(converter: Converter, kind: Any) -> Callable[[Mapping[Any, Any]], dict[str, Any]]:
    """Give what writes a mapping: values that are one of a closed set say which, where that is what it holds."""
    held = get_args(kind)[1:]
    of = held[0] if held and held[0] in _UNIONS else None
    return lambda value: {converter.unstructure(key): converter.unstructure(each, of) for key, each in value.items()}


_SAYABLE: dict[str, Any] = {
    each.__name__: each for each in (Money, Rate, FinancialYear, Provision, Decimal, Fraction, dt.date, Words)
}

_FIGURES: dict[str, Any] = {each.__name__: each for each in (Money, Rate, Share, Decimal, Fraction)}


def _words_out(converter: Converter, words: Words) -> dict[str, Any]:
    values = {name: _value_out(converter, value) for name, value in words.values}
    return {"template": words.template, "values": values}


def _value_out(converter: Converter, value: Any) -> Any:
    if type(value).__name__ in _SAYABLE:
        return {"type": type(value).__name__, "value": converter.unstructure(value)}
    return value if type(value) is int else str(value)


def _figure_out(converter: Converter, value: Any) -> Any:
    if value is None or isinstance(value, bool | int | str):
        return value
    return {"type": type(value).__name__, "value": converter.unstructure(value)}


def _figure_in(converter: Converter, value: Any, _: Any = None) -> Any:
    if value is None or isinstance(value, bool | int | str):
        return value
    given: dict[str, Any] = _strictly(dict, value)
    kind = given["type"]
    if kind not in _FIGURES:
        raise not_one_of(kind, list(_FIGURES))
    return converter.structure(given["value"], _FIGURES[kind])


def _division_in(value: Any) -> Division:
    for each in Division:
        if each.name == value:
            return each
    raise not_one_of(value, [each.name for each in Division])


def _words_in(converter: Converter, value: Any, _: Any) -> Words:
    held: dict[str, Any] = _strictly(dict, value)
    values: dict[str, Any] = _strictly(dict, held["values"])
    return Words(
        _strictly(str, held["template"]), **{name: _value_in(converter, each) for name, each in values.items()}
    )


def _value_in(converter: Converter, value: Any) -> Any:
    if not isinstance(value, dict):
        return _one_of((str, int), value)
    given = cast("dict[str, Any]", value)
    if given.get("type") not in _SAYABLE:
        raise not_one_of(given.get("type"), list(_SAYABLE))
    return converter.structure(given["value"], _SAYABLE[given["type"]])
