"""Who: public authorities as legal entities with their dates, and the other persons that they supply."""

from lgtrade.authorities._authority import AreaCode, Authority, Person, PersonKind, nations_of
from lgtrade.authorities._kinds import AuthorityKind, Nation
from lgtrade.authorities._register import by_code, every, find

__all__ = [
    "AreaCode",
    "Authority",
    "AuthorityKind",
    "Nation",
    "Person",
    "PersonKind",
    "by_code",
    "every",
    "find",
    "nations_of",
]
