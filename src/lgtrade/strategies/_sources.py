"""Strategies for where rules and figures come from."""

from __future__ import annotations

import hypothesis.strategies as st

from lgtrade.sources import Assumption, Basis, Division, Enactment, Provision, Source
from lgtrade.strategies._calendar import days
from lgtrade.strategies._values import names

_LETTERS = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", max_size=2)
_WITHIN = st.lists((st.integers(1, 20).map(str) | st.sampled_from("abcdefghij")).map("({})".format), max_size=3)
_NUMBERS = st.tuples(st.integers(1, 999).map(str), _LETTERS, _WITHIN.map("".join)).map("".join)


def enactments() -> st.SearchStrategy[Enactment]:
    """Generate Acts and instruments.

    >>> from hypothesis import find
    >>> find(enactments(), lambda act: "uksi" in act.address).address
    'https://www.legislation.gov.uk/uksi/1801/1'
    """
    series = st.sampled_from(["ukpga", "uksi", "wsi", "asc"])
    address = st.builds(
        "https://www.legislation.gov.uk/{}/{}/{}".format, series, st.integers(1801, 2199), st.integers(1, 9999)
    )
    return st.builds(Enactment, names(), names(), address, st.none() | days(), st.booleans())


def provisions(enactment: Enactment | None = None) -> st.SearchStrategy[Provision]:
    """Generate provisions of any enactment, or of the one given.

    >>> from hypothesis import find
    >>> find(provisions(Enactment("Act", "Act", "https://example.org")), lambda one: "(" in one.number)
    Act s.1(1)
    """
    within = enactments() if enactment is None else st.just(enactment)
    return st.builds(Provision, within, st.sampled_from(Division), _NUMBERS)


def sources() -> st.SearchStrategy[Source]:
    """Generate publications that figures come from, with or without an address.

    >>> from hypothesis import find
    >>> find(sources(), lambda source: True)
    Source(title='0', address='')
    """
    address = st.builds("{}://example.org/{}".format, st.sampled_from(["https", "http"]), st.text("abc/", max_size=8))
    return st.builds(Source, names(), st.just("") | address)


def assumptions() -> st.SearchStrategy[Assumption]:
    """Generate figures that somebody chose, with a reason.

    >>> from hypothesis import find
    >>> find(assumptions(), lambda assumption: True)
    Assumption(reason='0')
    """
    return st.builds(Assumption, names())


def bases() -> st.SearchStrategy[Basis]:
    """Generate what a figure rests on: a source or an assumption.

    >>> from hypothesis import find
    >>> find(bases(), lambda basis: hasattr(basis, "reason")).reason
    '0'
    """
    return sources() | assumptions()


BY_TYPE = {Enactment: enactments, Provision: provisions, Source: sources, Assumption: assumptions}
