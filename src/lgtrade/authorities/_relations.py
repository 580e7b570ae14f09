"""How authorities stand to one another: layers of government over an area, tiers, and what became of whom."""

from __future__ import annotations

import datetime as dt
import enum

import attrs

from lgtrade.authorities._authority import Authority
from lgtrade.sources import Basis


class Layer(enum.Enum):
    """A layer of government over the area of a council.

    >>> Layer("fire and rescue")
    <Layer.FIRE: 'fire and rescue'>
    """

    UPPER_TIER = "upper tier"
    COMBINED = "combined authority"
    FIRE = "fire and rescue"
    POLICE = "police"
    TRANSPORT = "integrated transport"
    WASTE_DISPOSAL = "waste disposal"
    JOINT_COMMITTEE = "corporate joint committee"


class Tier(enum.Enum):
    """The tier of a principal council on a day.

    A fact about its area and not a kind in law: a single-tier council is a county council with no districts, or a
    district council with no county council.

    >>> Tier.SINGLE.value
    'single tier'
    """

    UPPER = "upper tier"
    LOWER = "lower tier"
    SINGLE = "single tier"


@attrs.frozen
class Succession:
    """What one authority became, wholly or in part, on the day when it ended.

    Args:
        day: the vesting day: the first on which the old body is no more.
        before: the body that ended.
        after: a body that took over.
        whole: whether that body took over the whole area of the one that ended.
        order: the order that made the change; an assumption if its text or number has not been checked.

    >>> from lgtrade.authorities import find, register
    >>> [(each.after.name, each.whole) for each in register().changes(find("Christchurch"))]
    [('Bournemouth, Christchurch and Poole Council', True)]
    """

    day: dt.date
    before: Authority
    after: Authority
    whole: bool
    order: Basis


@attrs.frozen
class RegisteredFact:
    """One fact that the register holds of an authority, and what it rests on.

    Args:
        authority: the authority's name.
        says: what the fact is, in words.
        basis: the source that was read, "as others give it" where an account of it was; or that it comes from general
            knowledge and was not checked.

    >>> from lgtrade.authorities import find, register
    >>> register().facts(find("Tamworth"))[1].says
    'code E07000199 from 2009-01-01'
    """

    authority: str
    says: str
    basis: Basis
