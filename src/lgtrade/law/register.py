"""The register of modelled law: what each provision is read to mean, from which text, and what is left open.

The table is data, in ``register.toml``. Enactments on one activity, and the designations of public bodies, have tables
of their own.
"""

from __future__ import annotations

import datetime as dt
import functools
from importlib.resources import files

import attrs

from lgtrade.authorities import Nation

TAGS = ("V", "V2", "UNVERIFIED")
"""How sure a reading is: its words were read; a reliable account of them or an annotation was; neither was."""


@attrs.frozen
class Entry:
    """One provision, or one judgment, that the powers or the overlays rest on, or that is left out.

    Args:
        key: its name in the register.
        provision: the provision, as cited in lists.
        powers: the codes of the powers that rest on it; none for an overlay, and for what is left out.
        nations: where it applies.
        address: where its text is published.
        as_at: the day of the text that was read; none if it is not recorded.
        reading: what it is read to mean.
        open: what is left open; empty if nothing is.
        tag: how sure the reading is: one of :data:`TAGS`.
        verified_on: the day to which that was checked.
        compared_with: what the reading was compared with.
    """

    key: str
    provision: str
    powers: tuple[str, ...]
    nations: frozenset[Nation]
    address: str
    as_at: dt.date | None
    reading: str
    open: str
    tag: str
    verified_on: dt.date
    compared_with: str


@functools.cache
def register() -> tuple[Entry, ...]:
    """Read the register.

    >>> next(each for each in register() if each.key == "trading-order-2006-stars").provision
    'SI 2006/3102 art.2'
    """
    import tomllib  # noqa: PLC0415  # only when the register is read, so that importing the library stays quick

    text = files("lgtrade.law").joinpath("register.toml").read_text(encoding="utf-8")
    return tuple(
        Entry(
            key=row["key"],
            provision=row["provision"],
            powers=tuple(row["powers"]),
            nations=frozenset(map(Nation, row["nations"])),
            address=row["address"],
            as_at=row.get("as_at"),
            reading=row["reading"],
            open=row["open"],
            tag=row["tag"],
            verified_on=row["verified_on"],
            compared_with=row["compared_with"],
        )
        for row in tomllib.loads(text)["entry"]
    )


def entries_for(power: str) -> tuple[Entry, ...]:
    """Give the entries on which a power rests, in the order of the register.

    Args:
        power: the code of the power.

    >>> [each.provision for each in entries_for("LURA2023_S49")]
    ['LURA 2023 s.49', 'LURA 2023 s.50', 'LURA 2023 s.255(2)(c)']
    """
    return tuple(each for each in register() if power in each.powers)
