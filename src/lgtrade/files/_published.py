"""Reading the published figures of a case file."""

from __future__ import annotations

from typing import Any

from lgtrade.cases import Published
from lgtrade.files._table import Table
from lgtrade.files._values import as_figure, as_unit
from lgtrade.money import HALF_UP, Direction, Rounding
from lgtrade.words import Words

_A_FIGURE = Words("the figure published: an exact number, true or false, or text")


def read_published(table: Table) -> tuple[Published, ...]:
    """Read every published figure: a value, or a table with a value and what is known of it."""
    found: list[Published] = []

    def walk(inner: Table, path: tuple[str, ...]) -> None:
        for name in inner.names():
            place = (*path, name)
            if not inner.is_table(name):
                value = inner.read(name, as_figure, _A_FIGURE)
                found.extend(() if value is None else [Published(place, value)])
                continue
            below = inner.table(name)
            if "value" in below:
                figure = _described(below, place)
                found.extend(() if figure is None else [figure])
            else:
                walk(below, place)

    walk(table, ())
    return tuple(found)


def _described(table: Table, path: tuple[str, ...]) -> Published | None:
    value: Any = table.read("value", as_figure, _A_FIGURE)
    differs, by = table.text("differs", ""), table.read("by", as_figure, Words("an exact number"), None)
    rounding = _rounding(table)
    return table.build(lambda: Published(path, value, rounding, differs, by))


def _rounding(table: Table) -> Rounding | None:
    direction = table.choice("rounding", Direction, HALF_UP.direction)
    unit = table.read("to", as_unit, Words('an exact number over nothing, or a percentage such as "0.1%"'), None)
    if unit is None or direction is None:
        return None
    return table.attempt("to", lambda: Rounding(direction, unit))
