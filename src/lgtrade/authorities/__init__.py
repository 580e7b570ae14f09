"""Who: public authorities as legal entities with their dates, and the other persons that they supply.

>>> from lgtrade import authorities
>>> authorities.find("Staffs Moorlands") is authorities["E07000198"]
True
>>> len(authorities.on("2009-04-01", nation=authorities.Nation.WALES, kind=authorities.AuthorityKind.WELSH_COUNTY))
11
"""

import sys
import types

from lgtrade.authorities._authority import Authority, Person, PersonKind, nations_of
from lgtrade.authorities._kinds import AuthorityKind, Nation
from lgtrade.authorities._labels import AreaCode, OtherName
from lgtrade.authorities._register import Register, find, on, register
from lgtrade.authorities._relations import Layer, RegisteredFact, Succession, Tier

__all__ = [
    "AreaCode",
    "Authority",
    "AuthorityKind",
    "Layer",
    "Nation",
    "OtherName",
    "Person",
    "PersonKind",
    "Register",
    "RegisteredFact",
    "Succession",
    "Tier",
    "find",
    "nations_of",
    "on",
    "register",
]


class _Room(types.ModuleType):
    """This module, which gives an authority by its code: ``authorities["E07000198"]``."""

    def __getitem__(self, code: str) -> Authority:
        """Find an authority of the shipped register by its code: see :meth:`Register.__getitem__`."""
        return register()[code]


sys.modules[__name__].__class__ = _Room
