"""What every public name keeps: a docstring with an example, a strategy, a way to JSON and back, and a page."""

from __future__ import annotations

import enum
import importlib
import inspect
import re
import subprocess
import sys
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import lgtrade
from lgtrade.files import from_json, to_json
from lgtrade.frozen import FrozenMapping
from lgtrade.money import Split

ROOT = Path(__file__).parents[1]
ROOMS = (
    "words",
    "frozen",
    "issues",
    "sources",
    "answers",
    "calendar",
    "money",
    "figures",
    "authorities",
    "services",
    "law",
    "costing",
    "charging",
    "agreements",
    "billing",
    "accounts",
    "partnership",
    "cases",
    "documents",
    "files",
    "strategies",
)


def room(name: str) -> types.ModuleType:
    return importlib.import_module(f"lgtrade.{name}")


def public(name: str) -> list[str]:
    module = room(name)
    own = [each for each, value in vars(module).items() if getattr(value, "__module__", None) == module.__name__]
    names = [each for each in own if not each.startswith("_") and not isinstance(vars(module)[each], TypeVar)]
    return list(getattr(module, "__all__", names))


def named() -> Iterator[tuple[str, str, Any]]:
    for name in ROOMS:
        for each in public(name):
            yield name, each, getattr(room(name), each)


EVERYTHING = list(named())
VALUES = {f"{name}.{each}": value for name, each, value in EVERYTHING if inspect.isclass(value) and attrs.has(value)}
DOCUMENTED = {
    f"{name}.{each}": value
    for name, each, value in EVERYTHING
    if inspect.isclass(value) or inspect.isfunction(inspect.unwrap(value))
}
ONE, FEW = settings(max_examples=1), settings(max_examples=10)


def as_json_type(kind: type) -> Any:
    return Split[str] if kind is Split else FrozenMapping[str, int] if kind is FrozenMapping else kind


@pytest.mark.parametrize("name", ROOMS)
def test_a_room_says_what_is_public_and_has_it(name: str) -> None:
    names = public(name)
    assert names
    assert all(hasattr(room(name), each) for each in names)
    assert len(names) == len(set(names))


def test_the_library_itself_offers_only_what_its_rooms_offer() -> None:
    offered = {id(value) for _, _, value in EVERYTHING}
    own = [each for each in lgtrade.__all__ if each != "VERSION"]
    assert [each for each in own if id(getattr(lgtrade, each)) not in offered] == []


def test_the_library_lists_what_it_offers_and_has_nothing_else() -> None:
    assert dir(lgtrade) == sorted(lgtrade.__all__)
    assert all(getattr(lgtrade, name) is not None for name in lgtrade.__all__)
    assert lgtrade.documents is room("documents")
    with pytest.raises(AttributeError, match="has no attribute 'nonsense'"):
        _ = lgtrade.nonsense


def test_importing_the_library_loads_no_room_until_it_is_asked_for() -> None:
    code = (
        "import sys, lgtrade as it; print('lgtrade.law' in sys.modules); it.assess; print('lgtrade.law' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)  # noqa: S603  # ours
    assert ran.stdout.split() == ["False", "True"]


@pytest.mark.parametrize("kind", VALUES.values(), ids=VALUES)
def test_a_value_cannot_be_changed(kind: type) -> None:
    @ONE
    @given(st.from_type(as_json_type(kind)))
    def holds(value: object) -> None:
        for field in attrs.fields(kind):
            with pytest.raises(AttributeError):
                setattr(value, field.name, None)

    holds()


@pytest.mark.parametrize("value", DOCUMENTED.values(), ids=DOCUMENTED)
def test_a_public_name_says_what_it_is(value: Any) -> None:
    assert inspect.getdoc(value)


@pytest.mark.parametrize("kind", VALUES.values(), ids=VALUES)
def test_hypothesis_finds_the_strategy_of_a_value(kind: type) -> None:
    @ONE
    @given(st.from_type(kind))
    def holds(value: object) -> None:
        assert isinstance(value, kind)

    holds()


@pytest.mark.parametrize("kind", VALUES.values(), ids=VALUES)
def test_a_value_comes_back_from_json_as_it_went(kind: type) -> None:
    target = as_json_type(kind)

    @FEW
    @given(st.from_type(target))
    def holds(value: object) -> None:
        assert from_json(to_json(value), target) == value

    holds()


@pytest.mark.parametrize(("name", "each"), [(name, each) for name, each, _ in EVERYTHING])
def test_a_public_name_has_its_place_in_the_reference(name: str, each: str) -> None:
    page = (ROOT / "docs" / "reference" / f"{name}.md").read_text(encoding="utf-8")
    assert re.search(rf"^\.\. auto(class|function|data|exception):: {each}$", page, re.MULTILINE)


@pytest.mark.parametrize("value", DOCUMENTED.values(), ids=DOCUMENTED)
def test_a_public_name_shows_an_example(value: Any) -> None:
    a_list_of_names = inspect.isclass(value) and issubclass(value, enum.Enum)
    assert a_list_of_names or ">>>" in (inspect.getdoc(value) or "")
