"""A kind of service: the unit by which the break-even duty is kept (Local Government Act 2003 s.93(4))."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator

import attrs

from lgtrade.issues import Issue, refuse, shown, wrong_type
from lgtrade.words import Words

_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Subject(enum.Enum):
    """What is supplied, in the terms that decide which power covers it.

    The first four are heads (a) to (d) of Local Authorities (Goods and Services) Act 1970 s.1(1).
    """

    GOODS = "goods or materials"
    PROFESSIONAL = "administrative, professional or technical services"
    PLANT = "use of vehicles, plant or apparatus"
    MAINTENANCE = "maintenance of land or buildings"
    CONSTRUCTION = "construction of buildings or works"
    STAFF = "officers placed at another's disposal"
    FUNCTION = "discharge of the customer's own function"
    OTHER = "another service"


@attrs.frozen
class ServiceKind:
    """A kind of service, kept apart from every other kind when it is tested whether it breaks even.

    Args:
        key: a short name for files and tables: lower-case words joined by hyphens.
        name: what people call it.
        subject: what is supplied; none if it has not been said.
        unit: what one of it is called: a call, an hour, an application.
        activity: the activity that has enactments of its own, if it is one, as in ``"libraries"``;
            :func:`lgtrade.law.activities` lists them.

    Raises:
        InputError: the key is not of that form, or the name is empty.

    >>> ServiceKind("help-desk", "Help desk", Subject.PROFESSIONAL, "call").unit
    'call'
    """

    key: str
    name: str
    subject: Subject | None = None
    unit: str = "unit"
    activity: str | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a key that files could not use, and an empty name."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        form = Words('lower-case words joined by hyphens, as in "help-desk"')
        keys = [("key", self.key)] if self.activity is None else [("key", self.key), ("activity", self.activity)]
        for place, key in keys:
            if not isinstance(key, str) or not _KEY.fullmatch(key):
                yield Issue(f"kind.{place}", place, Words("{key} is not a key", key=shown(key)), form)
        for place, value in (("name", self.name), ("unit", self.unit)):
            yield from wrong_type(place, value, str, Words("a name"))
            if value == "":
                yield Issue("kind.name", place, Words("it is empty"), Words("a name"))
        if self.subject is not None:
            yield from wrong_type("subject", self.subject, Subject, Words("a Subject, or nothing"))
