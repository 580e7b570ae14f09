"""Every public type has a strategy, and Hypothesis knows it."""

from __future__ import annotations

import copy
import enum
import importlib
import os
import pickle
import subprocess
import sys
from collections.abc import Hashable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lgtrade.frozen import FrozenMapping
from lgtrade.money import Split
from lgtrade.strategies import _registering

VALUES = ["words", "frozen", "issues", "sources", "answers", "calendar", "money", "authorities", "services"]
BY_TYPE = {kind: strategy for room in _registering._ROOMS for kind, strategy in room.BY_TYPE.items()}  # noqa: SLF001
KINDS = [pytest.param(kind, id=kind.__name__) for kind in BY_TYPE]


def public_types(module: ModuleType) -> Iterator[type[Any]]:
    for name in getattr(module, "__all__", [name for name in vars(module) if not name.startswith("_")]):
        thing = getattr(module, name)
        if isinstance(thing, type) and thing.__module__.startswith(module.__name__):
            yield thing


@pytest.mark.parametrize("name", VALUES)
def test_every_public_type_of_a_room_of_values_has_a_strategy(name: str) -> None:
    module = importlib.import_module(f"lgtrade.{name}")
    for kind in public_types(module):
        if attrs.has(kind):
            assert kind in BY_TYPE
        else:
            assert (
                kind is FrozenMapping
                or issubclass(kind, enum.Enum | Exception)
                or kind.__name__ in {"Collector", "Register"}
            )


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=5)
@given(st.data())
def test_a_value_asked_for_by_its_type_survives_being_copied_or_sent_to_another_process(
    kind: type[Any], data: st.DataObject
) -> None:
    value = data.draw(st.from_type(kind))
    assert isinstance(value, kind)
    assert isinstance(value, Hashable)
    sent = pickle.loads(pickle.dumps(value))  # noqa: S301  # it was pickled here
    for twin in (copy.deepcopy(value), sent):
        assert twin == value
        assert hash(twin) == hash(value)
        assert repr(twin) == repr(value)


@settings(max_examples=25)
@given(st.from_type(FrozenMapping[str, bool]), st.from_type(Split[int]))
def test_the_types_inside_a_mapping_or_a_division_are_heeded(
    held: FrozenMapping[str, bool], shared: Split[int]
) -> None:
    assert all(type(key) is str and type(value) is bool for key, value in held.items())
    assert all(type(party) is int for party in shared.parts)


ASK = """
from hypothesis import find, settings, strategies as st
from lgtrade.money import Money
print(find(st.from_type(Money), bool, settings=settings(database=None)))
"""


@pytest.mark.parametrize("first", ["hypothesis", "hypothesis.strategies", "lgtrade", "lgtrade.strategies"])
def test_hypothesis_knows_the_types_whichever_is_imported_first(first: str, tmp_path: Path) -> None:
    """As where both are installed: Hypothesis then imports the strategies by their entry point."""
    installed = tmp_path / "installed-1.0.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: installed\nVersion: 1.0\n")
    (installed / "entry_points.txt").write_text("[hypothesis]\nlgtrade = lgtrade.strategies\n")
    path = os.pathsep.join([str(tmp_path), *filter(None, [os.environ.get("PYTHONPATH")])])
    answer = subprocess.run(  # noqa: S603  # our own words
        [sys.executable, "-c", f"import {first}\n{ASK}"],
        env={**os.environ, "PYTHONPATH": path},
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    )
    assert answer.stdout == "£0.01\n"
    assert answer.stderr == ""


def test_the_strategies_alone_are_enough_without_the_entry_point(tmp_path: Path) -> None:
    answer = subprocess.run(  # noqa: S603  # our own words
        [sys.executable, "-c", f"import lgtrade.strategies\n{ASK}"],
        env={**os.environ, "HYPOTHESIS_NO_PLUGINS": "1"},
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    )
    assert answer.stdout == "£0.01\n"
