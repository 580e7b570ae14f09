"""What a page is made of, whatever it is written as."""

from __future__ import annotations

from typing import TypeAlias

import attrs


@attrs.frozen
class Heading:
    """A heading; level 1 is the title of the page."""

    text: str
    level: int = 2


@attrs.frozen
class Paragraph:
    """A paragraph."""

    text: str


@attrs.frozen
class Link:
    """A short text with the address that it leads to."""

    text: str
    address: str


@attrs.frozen
class Points:
    """A list of points, each with the provision it rests on, if any, and the address of its text."""

    points: tuple[tuple[str, Link | None], ...]


@attrs.frozen
class Grid:
    """A table.

    Args:
        headers: the heading of each column.
        rows: the cells.
        figures: which columns hold figures, to be set to the right.
    """

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: frozenset[int] = frozenset()


Block: TypeAlias = Heading | Paragraph | Points | Grid
"""Every block there is."""


def filled(headers: tuple[str, ...], rows: tuple[tuple[str, ...], ...], figures: frozenset[int] = frozenset()) -> Grid:
    """Give a table without the columns in which nothing is said."""
    kept = [column for column in range(len(headers)) if any(row[column] for row in rows)]
    return Grid(
        tuple(headers[column] for column in kept),
        tuple(tuple(row[column] for column in kept) for row in rows),
        frozenset(place for place, column in enumerate(kept) if column in figures),
    )
