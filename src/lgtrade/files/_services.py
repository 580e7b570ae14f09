"""Reading kinds of service from a case file."""

from __future__ import annotations

from typing import Any

from lgtrade.files._table import Table
from lgtrade.files._values import not_one_of
from lgtrade.law import activities
from lgtrade.services import ServiceKind, Subject
from lgtrade.words import Words


def read_service(table: Table) -> ServiceKind | None:
    """Read a kind of service."""
    key, name = table.text("key"), table.text("name")
    subject, unit = table.choice("subject", Subject, None), table.text("unit", "unit")
    activity = table.read("activity", _activity, Words("an activity with enactments of its own"), None)
    return table.build(lambda: ServiceKind(key, name, subject, unit, activity))


def _activity(value: Any) -> str:
    if value in activities():
        return str(value)
    raise not_one_of(value, list(activities()))
