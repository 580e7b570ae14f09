"""The tables of the register that the package ships, each read when it is first wanted.

They are plain CSV files in ``register/``: facts only, days as ``2026-04-01`` and blank where none is recorded.
"""

from __future__ import annotations

import csv
import datetime as dt
import functools
from collections.abc import Callable, Iterable
from importlib import resources
from typing import NamedTuple, TypeVar


class Entry(NamedTuple):
    """An authority: what it is, its days, and what those days rest on."""

    name: str
    kind: str
    nation: str
    established: str
    first: str
    last: str
    source: str
    checked: str


class Name(NamedTuple):
    """Another name of an authority."""

    authority: str
    name: str
    first: str
    last: str
    language: str


class Code(NamedTuple):
    """An area code of an authority."""

    authority: str
    code: str
    first: str
    last: str
    source: str
    checked: str


class Step(NamedTuple):
    """What one body became on a day; the successor is blank, and a reason given, if nothing took over."""

    day: str
    before: str
    after: str
    part: str
    order: str
    checked: str
    reason: str


class Cover(NamedTuple):
    """The body that covers the area of a council in one layer of government."""

    body: str
    layer: str
    council: str
    first: str
    last: str
    source: str
    checked: str


class Citation(NamedTuple):
    """What a source is called in full, and where it can be read."""

    source: str
    title: str
    address: str


Row = TypeVar("Row")


@functools.cache
def _rows(file: str) -> tuple[list[str], ...]:
    """Read a table; its first row names the columns, which a test compares with the fields."""
    path = resources.files("lgtrade.authorities") / "register" / file
    return tuple(csv.reader(path.read_text(encoding="utf-8").splitlines()))[1:]


def _grouped(rows: Iterable[Row], key: Callable[[Row], str]) -> dict[str, tuple[Row, ...]]:
    held: dict[str, list[Row]] = {}
    for row in rows:
        held.setdefault(key(row), []).append(row)
    return {name: tuple(group) for name, group in held.items()}


@functools.cache
def entries() -> dict[str, Entry]:
    """Every authority, by its name."""
    return {row[0]: Entry._make(row) for row in _rows("authorities.csv")}


@functools.cache
def names() -> dict[str, tuple[Name, ...]]:
    """The other names of each authority."""
    return _grouped(map(Name._make, _rows("names.csv")), lambda row: row.authority)


@functools.cache
def codes() -> dict[str, tuple[Code, ...]]:
    """The codes of each authority."""
    return _grouped(map(Code._make, _rows("codes.csv")), lambda row: row.authority)


@functools.cache
def owners() -> dict[str, str]:
    """The name of the authority that each code belongs to."""
    return {row.code: row.authority for rows in codes().values() for row in rows}


@functools.cache
def endings() -> dict[str, tuple[Step, ...]]:
    """What became of each authority that ended."""
    return _grouped(map(Step._make, _rows("changes.csv")), lambda row: row.before)


@functools.cache
def beginnings() -> dict[str, tuple[Step, ...]]:
    """What each authority took over."""
    return _grouped(map(Step._make, _rows("changes.csv")), lambda row: row.after)


@functools.cache
def cover() -> dict[str, tuple[Cover, ...]]:
    """The bodies that cover the area of each council."""
    return _grouped(map(Cover._make, _rows("cover.csv")), lambda row: row.council)


@functools.cache
def members() -> dict[str, tuple[Cover, ...]]:
    """The councils whose areas each body covers."""
    return _grouped(map(Cover._make, _rows("cover.csv")), lambda row: row.body)


@functools.cache
def citations() -> dict[str, Citation]:
    """What each source is called, and where it can be read."""
    return {row[0]: Citation._make(row) for row in _rows("sources.csv")}


def day(text: str) -> dt.date | None:
    """Read a day of a table: blank is none.

    >>> day("2023-04-01"), day("")
    (datetime.date(2023, 4, 1), None)
    """
    return dt.date.fromisoformat(text) if text else None


def covers(first: str, last: str, on: str) -> bool:
    """Tell whether a day, as text, lies between two days of a table."""
    return first <= on and (not last or on <= last)
