"""From the rows of the tables to authorities, and to what is known of where each fact comes from."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from lgtrade.authorities import _tables
from lgtrade.authorities._authority import Authority
from lgtrade.authorities._kinds import AuthorityKind, Nation
from lgtrade.authorities._labels import AreaCode, OtherName
from lgtrade.authorities._relations import RegisteredFact
from lgtrade.sources import Assumption, Basis, Source

NOT_READ = ", as others give it"
"""What is said of a source that was not read itself, where a reliable account of it was."""


@functools.cache
def build(name: str) -> Authority:
    """Make the authority that the tables describe."""
    entry, day = _tables.entries()[name], _tables.day
    steps = _tables.endings().get(name, ())
    return Authority(
        name=name,
        kind=AuthorityKind(entry.kind),
        nation=Nation(entry.nation),
        first=day(entry.first),
        last=day(entry.last),
        established=day(entry.established),
        also=[
            OtherName(row.name, day(row.first), day(row.last), row.language) for row in _tables.names().get(name, ())
        ],
        codes=tuple(AreaCode(row.code, day(row.first), day(row.last)) for row in _tables.codes().get(name, ())),
        succeeded_by=tuple(step.after for step in steps if step.after),
        ended_by=steps[0].order if steps else "",
    )


def facts_of(name: str) -> Iterator[RegisteredFact]:
    """Yield what the tables hold of an authority, and what each fact rests on."""
    entry = _tables.entries().get(name)
    if entry is not None and entry.first:
        yield RegisteredFact(name, f"its first day: {entry.first}", basis_of(entry.source, entry.checked))
    for code in _tables.codes().get(name, ()):
        days = f" from {code.first}" if code.first else ""
        yield RegisteredFact(name, f"code {code.code}{days}", basis_of(code.source, code.checked))
    for step in _tables.endings().get(name, ()):
        became = f"became {step.after} ({step.part})" if step.after else step.reason
        yield RegisteredFact(name, f"{step.day}: {became}", basis_of(step.order, step.checked))
    for row in _tables.cover().get(name, ()):
        span = f" from {row.first}" * bool(row.first) + f" to {row.last}" * bool(row.last)
        yield RegisteredFact(name, f"{row.layer}: {row.body}{span}", basis_of(row.source, row.checked))


def basis_of(source: str, checked: str) -> Basis:
    """Give what a row of the tables rests on."""
    citation = _tables.citations().get(source)
    if checked == "K" or citation is None:
        of = f" of {citation.title}" if citation else ""
        return Assumption(f"from general knowledge{of}; not checked")
    title = f"{citation.title}{NOT_READ}" if checked == "V2" else citation.title
    return Source(title, citation.address)
