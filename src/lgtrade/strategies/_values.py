"""Strategies for the values under everything else: words, issues and mappings that do not change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Mapping
from typing import TypeVar

import hypothesis.strategies as st

from lgtrade.calendar import FIRST_YEAR, LAST_YEAR
from lgtrade.frozen import FrozenMapping
from lgtrade.issues import Issue
from lgtrade.words import Words

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

_SLOTS = st.text("abcdefghijklmnopqrstuvwxyz_", min_size=1, max_size=6)
_DAYS = st.dates(dt.date(FIRST_YEAR, 1, 1), dt.date(LAST_YEAR, 12, 31))
_FILLINGS = st.dictionaries(_SLOTS, st.text(max_size=20) | st.integers() | _DAYS, max_size=2)


def names() -> st.SearchStrategy[str]:
    """Generate what things and people are called: any text with something in it.

    >>> from hypothesis import find
    >>> find(names(), bool)
    '0'
    """
    return st.text(min_size=1)


def codes() -> st.SearchStrategy[str]:
    """Generate stable names for machines: lower-case letters, dots and underlines.

    >>> from hypothesis import find
    >>> find(codes(), lambda code: "." in code)
    '.'
    """
    return st.text("abcdefghijklmnopqrstuvwxyz._", min_size=1, max_size=12)


def words() -> st.SearchStrategy[Words]:
    """Generate sentences with slots and what fills them: text, whole numbers and days.

    >>> from hypothesis import find
    >>> find(words(), lambda sentence: len(str(sentence)) > 2)
    Words('000')
    """
    return _FILLINGS.flatmap(_sentences)


def _sentences(values: Mapping[str, object]) -> st.SearchStrategy[Words]:
    slots = st.sampled_from([f"{{{name}}}" for name in values] or [""])
    pieces = st.lists(st.text(max_size=20) | slots, max_size=4)
    return pieces.map(lambda written: Words("".join(written), **values))


def issues() -> st.SearchStrategy[Issue]:
    """Generate things wrong with data that was given.

    >>> from hypothesis import find
    >>> find(issues(), lambda issue: bool(issue.place)).place
    '0'
    """
    return st.builds(Issue, codes(), st.text(), words(), words())


def frozen_mappings(
    keys: st.SearchStrategy[K] | None = None,
    values: st.SearchStrategy[V] | None = None,
    *,
    min_size: int = 0,
    max_size: int | None = None,
) -> st.SearchStrategy[FrozenMapping[K, V]]:
    """Generate mappings that do not change, from text to whole numbers unless told otherwise.

    >>> from hypothesis import find
    >>> find(frozen_mappings(values=st.booleans()), bool)
    {'': False}
    """
    each_key: st.SearchStrategy[K] = st.text() if keys is None else keys  # type: ignore[assignment]  # the default
    each_value: st.SearchStrategy[V] = st.integers() if values is None else values  # type: ignore[assignment]
    return st.dictionaries(each_key, each_value, min_size=min_size, max_size=max_size).map(FrozenMapping)


BY_TYPE = {Words: words, Issue: issues, FrozenMapping: frozen_mappings}
