"""Reading the bodies that a caller adds to the register."""

from __future__ import annotations

from lgtrade.authorities import Authority, Person
from lgtrade.files._particulars import read_particulars
from lgtrade.files._table import Table, described
from lgtrade.law import Additions, Designation, Eligibility
from lgtrade.words import Words


def read_bodies(table: Table) -> Additions | None:
    """Read the bodies of a file, and what the law has to know about each."""
    authorities: list[Authority] = []
    persons: list[Person] = []
    designations: dict[str, Designation] = {}
    eligibility: dict[str, Eligibility] = {}
    for each in table.tables("body"):
        designation = read_particulars(each.table("designation"), Designation) if "designation" in each else None
        eligible = read_particulars(each.table("eligibility"), Eligibility) if "eligibility" in each else None
        body = described(each)
        if isinstance(body, Authority):
            authorities.append(body)
        elif body is not None:
            persons.append(body)
        if body is None:
            continue
        if designation is not None:
            designations[body.name] = designation
        if eligible is not None:
            eligibility[body.name] = eligible
    if not (authorities or persons) and table.ok:
        table.note("missing", "body", Words("it is missing"), Words("tables headed [[body]]"))
    return table.build(lambda: Additions(tuple(authorities), tuple(persons), designations, eligibility))
