"""Reading the facts that have parts of their own, each part by the type that its class declares."""

from __future__ import annotations

import datetime as dt
import enum
import types
import typing
from collections.abc import Callable
from typing import Any

import attrs

from lgtrade.files._table import REQUIRED, Table
from lgtrade.money import Money, Share
from lgtrade.words import Words

_READERS: dict[type, Callable[[Table, str, Any], Any]] = {
    bool: lambda table, name, default: table.truth(name, default),
    str: lambda table, name, default: table.text(name, default),
    dt.date: lambda table, name, default: table.day(name, default),
    Money: lambda table, name, default: table.money(name, default),
    Share: lambda table, name, default: table.share(name, default),
}


def read_particulars(table: Table, kind: type) -> Any:
    """Read a table into a class of facts, noting every issue; a part that the file leaves out has not been said."""
    hints = typing.get_type_hints(kind)
    given = {field.name: _part(table, field, hints[field.name]) for field in attrs.fields(kind) if field.init}
    said = {name: value for name, value in given.items() if value is not None}
    return table.build(lambda: kind(**said))


def _part(table: Table, field: Any, hint: Any) -> Any:
    kind = _without_none(hint)
    default = REQUIRED if field.default is attrs.NOTHING else None
    if typing.get_origin(kind) is tuple:
        return _parts(table, field.name, typing.get_args(kind)[0])
    if issubclass(kind, enum.Enum):
        return table.choice(field.name, kind, default)
    return _READERS[kind](table, field.name, default)


def _parts(table: Table, name: str, kind: Any) -> Any:
    if name not in table:
        return table.take(name, None, accepts=Words("a list"))
    if kind is str:
        return table.texts(name)
    if issubclass(kind, enum.Enum):
        return _choices(table, name, kind)
    found = [read_particulars(each, kind) for each in table.tables(name)]
    return tuple(each for each in found if each is not None)


def _choices(table: Table, name: str, kind: type[enum.Enum]) -> Any:
    known = {each.value: each for each in kind}
    given = table.texts(name) or ()
    for number, value in enumerate(given):
        if value not in known:
            accepted = Words("one of: {names}", names="; ".join(f'"{each}"' for each in known))
            found = Words("{value} is not one of them", value=repr(value))
            table.note("choice", f"{name}[{number}]", found, accepted)
    return tuple(known[value] for value in given if value in known)


def _without_none(hint: Any) -> Any:
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        (kind,) = [each for each in typing.get_args(hint) if each is not type(None)]
        return kind
    return hint
