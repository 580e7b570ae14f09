"""Telling Hypothesis which strategy belongs to which type."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

import hypothesis.strategies as st

from lgtrade.strategies import (
    _accounts,
    _agreements,
    _answers,
    _appraisal,
    _authorities,
    _book,
    _budgets,
    _build_ups,
    _business,
    _calendar,
    _cases,
    _charging,
    _costing,
    _gains,
    _governance,
    _indices,
    _law,
    _lives,
    _matching,
    _money,
    _monitoring,
    _overlays,
    _partnership,
    _prices,
    _procurement,
    _savings,
    _services,
    _sources,
    _splits,
    _standards,
    _values,
)

_ROOMS = (
    _values,
    _sources,
    _answers,
    _calendar,
    _money,
    _splits,
    _authorities,
    _savings,
    _services,
    _law,
    _lives,
    _monitoring,
    _overlays,
    _costing,
    _build_ups,
    _prices,
    _indices,
    _charging,
    _agreements,
    _lives,
    _standards,
    _governance,
    _book,
    _business,
    _accounts,
    _partnership,
    _appraisal,
    _procurement,
    _budgets,
    _gains,
    _matching,
    _cases,
)


def register() -> None:
    """Let ``st.from_type`` find the strategy of every public type; doing so again changes nothing.

    It builds no strategy: each is built when it is first asked for.

    >>> register()
    >>> from lgtrade.money import Money
    >>> from hypothesis import find
    >>> find(st.from_type(Money), bool)
    £0.01
    """
    for room in _ROOMS:
        for kind, strategy in room.BY_TYPE.items():
            st.register_type_strategy(kind, _of(strategy))


def _of(strategy: Callable[..., st.SearchStrategy[Any]]) -> Callable[[type[Any]], st.SearchStrategy[Any]]:
    """Pass the strategies of its arguments to a type such as ``Split[str]``, and nothing to any other."""
    return lambda kind: strategy(*map(st.from_type, get_args(kind)))
