"""Reading an options appraisal from a case file."""

from __future__ import annotations

from fractions import Fraction

from lgtrade.files._scores import build, kept, read_criteria, read_requirements, read_sheets
from lgtrade.files._table import Table
from lgtrade.partnership import Appraisal, Combining, DeliveryRoute, Option
from lgtrade.sources import Basis


def read_appraisal(table: Table, source: Basis | None) -> Appraisal | None:
    """Read the options, what they are judged on, and who scored what."""
    name, basis = table.text("name"), table.basis(source)
    options = kept(_option(each, source) for each in table.tables("option"))
    criteria, sheets, requirements = read_criteria(table), read_sheets(table, source), read_requirements(table, source)
    combining = table.choice("combining", Combining, Combining.AGREED)
    whole = table.fraction("whole", Fraction(1))
    return build(table, lambda: Appraisal(name, options, criteria, sheets, basis, requirements, combining, whole))


def _option(table: Table, source: Basis | None) -> Option | None:
    name, basis = table.text("name"), table.basis(source)
    route, cost = table.choice("route", DeliveryRoute, None), table.money("cost", None)
    return table.build(lambda: Option(name, basis, route, cost))
