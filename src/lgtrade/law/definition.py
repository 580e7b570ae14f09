"""What a definition is: the kinds of body that a provision names, each from a first day to a last."""

from __future__ import annotations

import bisect
import datetime as dt
from collections.abc import Iterator

import attrs

from lgtrade.answers import Answer, no, uncertain, yes
from lgtrade.authorities import Authority, AuthorityKind, Nation
from lgtrade.sources import Provision

ONE_DAY = dt.timedelta(days=1)

ENGLAND = frozenset({Nation.ENGLAND})
WALES = frozenset({Nation.WALES})
ENGLAND_AND_WALES = ENGLAND | WALES
SCOTLAND = frozenset({Nation.SCOTLAND})
NORTHERN_IRELAND = frozenset({Nation.NORTHERN_IRELAND})

_THERE_IS_ONE = frozenset(
    {
        AuthorityKind.CITY_OF_LONDON,
        AuthorityKind.ISLES_OF_SCILLY,
        AuthorityKind.GREATER_LONDON,
        AuthorityKind.BROADS,
        AuthorityKind.TRANSPORT_FOR_LONDON,
        AuthorityKind.LONDON_DEVELOPMENT,
        AuthorityKind.POLICING_IN_LONDON,
    }
)


@attrs.frozen
class Named:
    """Kinds of body that a definition names between two days.

    Args:
        kinds: the kinds named.
        nations: in which nations.
        since: the first day; none if from the beginning of the definition.
        last: the last day; none if they are still named.
        question: the open question, if it is not sure that the definition reaches them.
        at: the provision that names them, if it is not that of the definition.
    """

    kinds: frozenset[AuthorityKind]
    nations: frozenset[Nation] = ENGLAND_AND_WALES
    since: dt.date | None = None
    last: dt.date | None = None
    question: str | None = None
    at: Provision | None = None

    def is_about(self, kind: AuthorityKind, nation: Nation) -> bool:
        """Tell whether it names a kind of body of a nation on any day."""
        return kind in self.kinds and nation in self.nations

    def covers(self, day: dt.date) -> bool:
        """Tell whether it names anybody on a day."""
        return (self.since is None or self.since <= day) and (self.last is None or day <= self.last)


def _every_edge(definition: Definition) -> tuple[dt.date, ...]:
    return tuple(sorted(set(_edges(definition.named))))


@attrs.frozen
class Definition:
    """The bodies that a provision names.

    Args:
        provision: the provision.
        says: what it calls them, as in "a relevant authority".
        named: the kinds of body, with their days.
    """

    provision: Provision
    says: str
    named: tuple[Named, ...]
    edges: tuple[dt.date, ...] = attrs.field(
        init=False, eq=False, repr=False, default=attrs.Factory(_every_edge, takes_self=True)
    )
    _noes: dict[tuple[AuthorityKind, Nation, int], Answer | None] = attrs.field(
        init=False, eq=False, repr=False, factory=dict[tuple[AuthorityKind, Nation, int], "Answer | None"]
    )

    def reaches(self, body: Authority, day: dt.date) -> Answer:
        """Answer whether it names a body on a day."""
        shut = self.shuts_out(body.kind, body.nation, day)
        if shut is not None:
            return shut
        named = next(each for each in self.named if each.is_about(body.kind, body.nation) and each.covers(day))
        if named.question is None:
            return yes("{name} ({kind}) is {says}.", name=body.name, kind=body.kind.value, says=self.says, at=named.at)
        template = "It is not settled whether {name} ({kind}) is {says}."
        return uncertain(named.question, template, name=body.name, kind=body.kind.value, says=self.says, at=named.at)

    def shuts_out(self, kind: AuthorityKind, nation: Nation, day: dt.date) -> Answer | None:
        """Answer no if it names no body of that kind and nation on a day; nothing if it does, or may.

        The answer depends on no other fact, and is made once.
        """
        key = (kind, nation, bisect.bisect(self.edges, day))
        if key not in self._noes:
            self._noes[key] = self._no(kind, nation, day)
        return self._noes[key]

    def _no(self, kind: AuthorityKind, nation: Nation, day: dt.date) -> Answer | None:
        about = [each for each in self.named if each.is_about(kind, nation)]
        if any(each.covers(day) for each in about):
            return None
        whose = "The {kind} is" if kind in _THERE_IS_ONE else "No {kind} is"
        whose += " not" if kind in _THERE_IS_ONE else ""
        later = [each for each in about if each.since is not None and each.since > day]
        earlier = [each for each in about if each.last is not None and each.last < day]
        if later:
            first = min(later, key=lambda each: each.since or day)
            template = f"{whose} {{says}} until {{day}}."
            return no(template, kind=kind.value, says=self.says, day=first.since, at=first.at)
        if earlier:
            last = max(earlier, key=lambda each: each.last or day)
            template = f"{whose} {{says}} after {{day}}."
            return no(template, kind=kind.value, says=self.says, day=last.last, at=last.at)
        return no(f"{whose} {{says}}.", kind=kind.value, says=self.says)


def _edges(named: tuple[Named, ...]) -> Iterator[dt.date]:
    for each in named:
        if each.since is not None:
            yield each.since
        if each.last is not None:
            yield each.last + ONE_DAY


def kinds(*those: AuthorityKind) -> frozenset[AuthorityKind]:
    """Give a set of kinds."""
    return frozenset(those)
