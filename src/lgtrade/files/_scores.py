"""Reading what an appraisal and a procurement have in common: criteria, sheets of scores and requirements."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import attrs

from lgtrade.files._table import Table
from lgtrade.issues import InputError
from lgtrade.partnership import Criterion, Requirement, ScoreSheet, Scoring
from lgtrade.sources import Basis

T = TypeVar("T")

_SINGULAR = {
    "alone": "alone",
    "baselines": "baseline",
    "conditions": "condition",
    "costs": "cost",
    "criteria": "criterion",
    "grants": "grant",
    "lots": "lot",
    "options": "option",
    "requirements": "requirement",
    "sheets": "sheet",
    "tenders": "tender",
}
_PLURAL = re.compile(rf"(^|\.)({'|'.join(_SINGULAR)})(?=[.\[]|$)")


def build(table: Table, make: Callable[[], T]) -> T | None:
    """Make the object; the place of what is wrong is said by the names that the file has for its tables."""

    def renamed() -> T:
        try:
            return make()
        except InputError as error:
            places = (_PLURAL.sub(lambda found: found[1] + _SINGULAR[found[2]], each.place) for each in error.issues)
            issues = [attrs.evolve(each, place=place) for each, place in zip(error.issues, places, strict=True)]
            raise InputError(issues) from None

    return table.build(renamed)


def each_of(table: Table, name: str, read: Callable[[Table, str], Any]) -> dict[str, Any]:
    """Read a table of values that all have one form, whatever their names."""
    inner = table.table(name)
    values = {key: read(inner, key) for key in inner.names()}
    return {key: value for key, value in values.items() if value is not None}


def read_criteria(table: Table) -> tuple[Criterion, ...]:
    """Read the criteria of a table."""
    return kept(_criterion(each) for each in table.tables("criterion"))


def _criterion(table: Table) -> Criterion | None:
    name, most = table.text("name"), table.fraction("most")
    weight, least = table.fraction("weight", None), table.fraction("least", None)
    scoring = table.choice("scoring", Scoring, Scoring.RAW)
    return table.build(lambda: Criterion(name, most, weight, least, scoring))


def read_sheets(table: Table, source: Basis | None) -> tuple[ScoreSheet, ...]:
    """Read who scored what."""
    return kept(_sheet(each, source) for each in table.tables("sheet"))


def _sheet(table: Table, source: Basis | None) -> ScoreSheet | None:
    criterion, by, basis = table.text("criterion"), table.text("by"), table.basis(source)
    scores = each_of(table, "scores", Table.fraction)
    return table.build(lambda: ScoreSheet(criterion, by, scores, basis))


def read_requirements(table: Table, source: Basis | None) -> tuple[Requirement, ...]:
    """Read what is met or not."""
    return kept(_requirement(each, source) for each in table.tables("requirement"))


def _requirement(table: Table, source: Basis | None) -> Requirement | None:
    name, basis, met = table.text("name"), table.basis(source), each_of(table, "met", Table.truth)
    return table.build(lambda: Requirement(name, met, basis))


def kept(parts: Iterable[T | None]) -> tuple[T, ...]:
    """Keep the parts that could be read."""
    return tuple(part for part in parts if part is not None)
