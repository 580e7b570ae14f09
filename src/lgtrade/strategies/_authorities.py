"""Strategies for authorities, their area codes, and the other persons that they supply."""

from __future__ import annotations

import datetime as dt
import functools

import hypothesis.strategies as st

from lgtrade.authorities import (
    AreaCode,
    Authority,
    AuthorityKind,
    Nation,
    OtherName,
    Person,
    PersonKind,
    RegisteredFact,
    Succession,
    nations_of,
)
from lgtrade.strategies._calendar import days
from lgtrade.strategies._sources import bases
from lgtrade.strategies._values import names


@st.composite
def _spans(draw: st.DrawFn) -> tuple[dt.date | None, dt.date | None]:
    """Generate a first and a last day, either of which may not be recorded."""
    first = draw(st.none() | days())
    return first, draw(st.none() | days(min_value=first or dt.date(1900, 1, 1)))


@st.composite
def area_codes(draw: st.DrawFn) -> AreaCode:
    """Generate area codes, with the days between which each was used or without them.

    Args:
        draw: given by Hypothesis.

    >>> from hypothesis import find
    >>> find(area_codes(), lambda area: True)
    AreaCode(code='E00000000', first=None, last=None)
    """
    code = f"{draw(st.sampled_from('EWSN'))}{draw(st.integers(0, 10**8 - 1)):08}"
    return AreaCode(code, *draw(_spans()))


@st.composite
def other_names(draw: st.DrawFn) -> OtherName:
    """Generate other names of authorities, former ones among them.

    Args:
        draw: given by Hypothesis.

    >>> from hypothesis import find
    >>> find(other_names(), lambda other: other.language == "cy").last
    """
    first, last = draw(_spans())
    return OtherName(draw(names()), first, last, draw(st.sampled_from(["", "cy"])))


_NAMES = names()
_OTHERS = st.lists(other_names(), max_size=2).map(tuple)
_SUCCESSORS = st.lists(_NAMES, max_size=2).map(tuple)
_CODES = st.lists(area_codes(), max_size=2).map(tuple)
_ORDERS = st.text(max_size=20)


@functools.cache
def _kinds(kind: AuthorityKind | None, nation: Nation | None) -> st.SearchStrategy[AuthorityKind]:
    asked = [kind] if kind else list(AuthorityKind)
    return st.sampled_from([each for each in asked if nation is None or nation in nations_of(each)])


@st.composite
def authorities(
    draw: st.DrawFn, *, kind: AuthorityKind | None = None, nation: Nation | None = None, on: dt.date | None = None
) -> Authority:
    """Generate authorities of any kind, in a nation that has that kind.

    Args:
        draw: given by Hypothesis.
        kind: only this kind.
        nation: only in this nation.
        on: only ones that existed on this day, so far as their days are recorded.

    >>> from hypothesis import find
    >>> find(authorities(nation=Nation.WALES, on=dt.date(2004, 4, 1)), lambda authority: True).kind.value
    'county council in Wales'
    """
    what = draw(_kinds(kind, nation))
    where = nation or draw(st.sampled_from([each for each in Nation if each in nations_of(what)]))
    first = draw(st.none() | (days() if on is None else days(max_value=on)))
    earliest = max(day for day in (first, on, dt.date(1900, 1, 1)) if day is not None)
    last = draw(st.none() | days(min_value=earliest))
    if not draw(st.booleans()):
        return Authority(draw(_NAMES), what, where, first, last)
    return Authority(
        name=draw(_NAMES),
        kind=what,
        nation=where,
        first=first,
        last=last,
        also=draw(_OTHERS),
        codes=draw(_CODES),
        succeeded_by=draw(_SUCCESSORS),
        ended_by=draw(_ORDERS),
        established=None if first is None else draw(st.none() | days(max_value=first)),
    )


def persons(*, kind: PersonKind | None = None) -> st.SearchStrategy[Person]:
    """Generate persons other than authorities.

    Args:
        kind: only this kind.

    >>> from hypothesis import find
    >>> find(persons(kind=PersonKind.VOLUNTARY), lambda person: True).kind.value
    'voluntary body'
    """
    return st.builds(Person, names(), st.sampled_from(PersonKind) if kind is None else st.just(kind))


def successions() -> st.SearchStrategy[Succession]:
    """Generate changes of one authority into another.

    >>> from hypothesis import find
    >>> find(successions(), lambda change: not change.whole).before.kind.value
    'county council'
    """
    return st.builds(Succession, days(), authorities(), authorities(), st.booleans(), bases())


def registered_facts() -> st.SearchStrategy[RegisteredFact]:
    """Generate facts of the register, checked or from general knowledge.

    >>> from hypothesis import find
    >>> find(registered_facts(), lambda fact: True).authority
    '0'
    """
    return st.builds(RegisteredFact, names(), names(), bases())


BY_TYPE = {
    AreaCode: area_codes,
    Authority: authorities,
    Succession: successions,
    RegisteredFact: registered_facts,
    OtherName: other_names,
    Person: persons,
}
