"""A mapping that cannot be changed, for values that must stay as they were made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class FrozenMapping(Mapping[K, V]):
    """Hold keys and values in the order given, unchangeable and hashable.

    It compares equal to any mapping with the same items, as a ``dict`` does.

    >>> weights = FrozenMapping({"Lichfield": 1, "Moorlands": 2})
    >>> weights
    {'Lichfield': 1, 'Moorlands': 2}
    >>> weights["Moorlands"]
    2
    """

    __slots__ = ("_items",)

    def __init__(self, items: Mapping[K, V] | None = None) -> None:
        """Copy `items`, so that later changes to them are not seen here."""
        self._items: dict[K, V] = dict(items or {})

    def __getitem__(self, key: K) -> V:
        """Return the value held for `key`."""
        return self._items[key]

    def __iter__(self) -> Iterator[K]:
        """Go through the keys in the order given."""
        return iter(self._items)

    def __len__(self) -> int:
        """Count the items."""
        return len(self._items)

    def __hash__(self) -> int:
        """Hash the items whatever their order, as equality ignores order too."""
        return hash(frozenset(self._items.items()))

    def __repr__(self) -> str:
        """Show the items as a ``dict`` would."""
        return repr(self._items)


def freeze(items: Mapping[Any, Any]) -> FrozenMapping[Any, Any]:
    """Copy a mapping into one that cannot be changed: the converter of a field that holds a mapping.

    What is no mapping is kept, to be refused with all else that is wrong.

    >>> freeze({"Lichfield": 1})
    {'Lichfield': 1}
    """
    return FrozenMapping(items) if isinstance(items, Mapping) else items
