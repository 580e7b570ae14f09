"""Public bodies for the 1970 Act by order or by another Act, and what each designation allows.

The table is data, in ``public_bodies.toml``. What a caller says of a designation comes first.
"""

from __future__ import annotations

import datetime as dt
import functools
import tomllib
from importlib.resources import files

import attrs

from lgtrade.authorities import Nation
from lgtrade.law.citations import is_cited
from lgtrade.services import Subject

SUPPLIES = {
    "goods": Subject.GOODS,
    "services": Subject.PROFESSIONAL,
    "plant": Subject.PLANT,
    "maintenance": Subject.MAINTENANCE,
}


@attrs.frozen
class KnownDesignation:
    """One order, or one Act, that makes bodies public bodies for the 1970 Act.

    Args:
        by: the order or Act, as cited.
        address: where its text is published.
        first: its first day.
        last: its last day; none while it is in force.
        nations: where it applies.
        bodies: the bodies, or the classes of body, that it names.
        subjects: what it lets authorities supply.
        only: the only authorities that may supply; any if empty.
        restriction: what else limits it.
        is_sure: whether its text was read.
    """

    by: str
    address: str
    first: dt.date
    last: dt.date | None
    nations: frozenset[Nation]
    bodies: tuple[str, ...]
    subjects: tuple[Subject, ...]
    only: tuple[str, ...]
    restriction: str
    is_sure: bool

    def names(self, body: str) -> bool:
        """Tell whether it names a body or its class."""
        plain = _plain(body)
        return any(_plain(each) == plain for each in self.bodies)


def _plain(name: str) -> str:
    words = name.casefold().replace("ltd", "limited").split()
    return " ".join(words[1:] if words[:1] in (["a"], ["an"], ["the"]) else words)


@functools.cache
def known_designations() -> tuple[KnownDesignation, ...]:
    """Read the table of designations.

    >>> next(each for each in known_designations() if each.by == "SI 1981/1049").bodies
    ('Crown Agents',)
    """
    text = files("lgtrade.law").joinpath("public_bodies.toml").read_text(encoding="utf-8")
    return tuple(
        KnownDesignation(
            by=row["by"],
            address=row["address"],
            first=row["first"],
            last=row.get("last"),
            nations=frozenset(map(Nation, row["nations"])),
            bodies=tuple(row["bodies"]),
            subjects=tuple(SUPPLIES[each] for each in row.get("supplies", SUPPLIES)),
            only=tuple(row.get("only", ())),
            restriction=row.get("restriction", ""),
            is_sure=row["verified"] == "V",
        )
        for row in tomllib.loads(text)["designation"]
    )


def designations_of(body: str, by: str | None = None) -> tuple[KnownDesignation, ...]:
    """Give what is known of a body's designations, and of the order or Act that is cited.

    Args:
        body: the name of the body, or the class that it belongs to.
        by: the order or Act that a caller cites; every one that names the body if none.

    >>> [each.by for each in designations_of("the Crown Agents")]
    ['SI 1981/1049']
    """
    if by is None:
        return tuple(each for each in known_designations() if each.names(body))
    cited = tuple(each for each in known_designations() if is_cited(each.by, by))
    return tuple(each for each in cited if each.names(body)) or cited
