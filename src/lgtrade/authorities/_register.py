"""The register of authorities: found by name or code, on a day, and followed through reorganisation."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable, Iterator

from lgtrade.authorities import _tables
from lgtrade.authorities._authority import Authority
from lgtrade.authorities._building import basis_of, build, facts_of
from lgtrade.authorities._kinds import AuthorityKind, Nation
from lgtrade.authorities._matching import bare, fits, plain
from lgtrade.authorities._relations import Layer, RegisteredFact, Succession, Tier
from lgtrade.calendar import as_day
from lgtrade.issues import InputError, Issue, refuse, shown, wrong_type
from lgtrade.words import Words

_LONGEST_NAME = 200
_MOST_SUGGESTED = 5
HELD_FROM = dt.date(1998, 4, 1)
"""The first day on which the register holds every principal council, and so knows their tiers."""

_WASTE_ACT_APPLIES = (Nation.ENGLAND, Nation.WALES)
"""Where the Environmental Protection Act 1990 s.30(2) says who disposes of waste."""

_IN_DISTRICTS = (AuthorityKind.COUNTY, AuthorityKind.DISTRICT)
_ALWAYS_SINGLE = (
    AuthorityKind.METROPOLITAN_DISTRICT,
    AuthorityKind.LONDON_BOROUGH,
    AuthorityKind.CITY_OF_LONDON,
    AuthorityKind.ISLES_OF_SCILLY,
    AuthorityKind.WELSH_COUNTY,
    AuthorityKind.WELSH_COUNTY_BOROUGH,
    AuthorityKind.SCOTTISH,
    AuthorityKind.NORTHERN_IRISH,
)


class Register:
    """Authorities by name and code: those that the package ships, and any that a caller adds.

    Nothing is read until something is asked for. A register never changes; :meth:`extended` gives a new one.

    >>> from lgtrade.authorities import register
    >>> register()["E07000198"].name
    'Staffordshire Moorlands District Council'
    """

    def __init__(self, own: Iterable[Authority] = ()) -> None:
        """Hold the authorities that the package ships, and a caller's own."""
        self._held: dict[str, Authority] = {each.name: each for each in own}
        self._own = tuple(self._held.values())

    # Finding one

    def find(self, name: str, on: dt.date | str | None = None) -> Authority:
        """Find one authority by any of its names.

        Case, accents, "&", full stops and the words for its style ("Council", "City of", "MBC") make no difference,
        unless they say that another sort of body is meant: a town council is not found as the district of its name.

        Args:
            name: the name.
            on: the day on which it is meant: of several of that name, the one that existed then. Without a day, one
                whose full name it is comes before those that only bear it as another name.

        Raises:
            InputError: no authority has that name (the nearest are given); more than one has; or it did not exist on
                that day.

        >>> from lgtrade.authorities import find
        >>> find("staffs moorlands").name
        'Staffordshire Moorlands District Council'
        >>> find("Durham", on="2009-04-01").name
        'Durham County Council'
        """
        if not isinstance(name, str) or not name.strip() or len(" ".join(name.split())) > _LONGEST_NAME:
            found = Words("{name} is not a name", name=shown(name))
            raise InputError([Issue("authority.name", "", found, Words("the name of an authority"))])
        day = None if on is None else as_day(on)
        as_plain = plain([name])[0]
        as_bare = bare([as_plain])[0]
        if as_plain in self._by_name[0]:
            return self._one_of(name, self._by_name[0][as_plain], day)
        held = tuple(each for each in self._by_name[1].get(as_bare, ()) if self._fits(as_plain, self._get(each)))
        if held:
            return self._one_of(name, held, day)
        raise InputError([self._not_found(name, as_bare)])

    @staticmethod
    def _fits(as_plain: str, body: Authority) -> bool:
        return fits(as_plain, body.kind, [body.name, *(each.name for each in body.also)])

    def _one_of(self, name: str, held: tuple[str, ...], day: dt.date | None) -> Authority:
        bodies = [self._get(each) for each in held]
        if day is None:
            bodies = [each for each in bodies if each.name == name] or bodies
        else:
            there = [each for each in bodies if each.existed_on(day)]
            there = there or [each for each in bodies if each.was_shadow_on(day)]
            if not there:
                refuse(issue for each in bodies if (issue := each.absence(day)) is not None)
            bodies = there
        if len(bodies) == 1:
            return bodies[0]
        names = "; ".join(sorted(each.name for each in bodies))
        found = Words("{name} could be any of {count} authorities", name=shown(name), count=len(bodies))
        raise InputError([Issue("authority.ambiguous", "", found, Words("one of: {names}", names=names))])

    def _not_found(self, name: str, form: str) -> Issue:
        import difflib  # noqa: PLC0415  # only for a name that is not found

        index = self._by_name[1]
        longer = sorted(one for one in index if one.startswith(f"{form} "))
        near = [*longer, *difflib.get_close_matches(form, list(index), n=5, cutoff=0.6)]
        names = "; ".join(list(dict.fromkeys(each for one in near for each in index[one]))[:_MOST_SUGGESTED])
        found = Words("no authority in the register is called {name}", name=shown(name))
        accepted = (
            Words("a name in the register (the nearest: {names}), or the authority's kind and nation", names=names)
            if names
            else Words("a name in the register, or the authority's kind and nation")
        )
        return Issue("authority.unknown", "", found, accepted)

    def __getitem__(self, code: str) -> Authority:
        """Find the authority that has, or once had, an area code.

        A code that has been superseded still finds its authority: :meth:`Authority.code_on` gives the code of a day.

        Raises:
            InputError: no authority in the register has it.
        """
        owner = self._by_code.get(code) if isinstance(code, str) else None
        if owner is None:
            found = Words("no authority in the register has the code {code}", code=shown(code))
            raise InputError([Issue("authority.code", "", found, Words('a code such as "E07000198"'))])
        return self._get(owner)

    @functools.cached_property
    def _by_name(self) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
        """The authorities of each plain name, and of each bare one."""
        known = [(each, each) for each in self._names()]
        known += [(row.name, row.authority) for rows in _tables.names().values() for row in rows]
        known += [(other.name, each.name) for each in self._own for other in each.also]
        forms = plain(name for name, _ in known)
        return _index(forms, known), _index(bare(forms), known)

    @functools.cached_property
    def _by_code(self) -> dict[str, str]:
        return _tables.owners() | {area.code: each.name for each in self._own for area in each.codes}

    # All of them

    def _names(self) -> tuple[str, ...]:
        return (*_tables.entries(), *(each.name for each in self._own))

    def __iter__(self) -> Iterator[Authority]:
        """Give every authority, in the order of the register."""
        return map(self._get, self._names())

    def __len__(self) -> int:
        """Count the authorities, of every day."""
        return len(self._names())

    def __contains__(self, code: object) -> bool:
        """Tell whether a code, or an authority, is in the register."""
        return code.name in self._names() if isinstance(code, Authority) else code in self._by_code

    def on(
        self, day: dt.date | str, kind: AuthorityKind | None = None, nation: Nation | None = None
    ) -> tuple[Authority, ...]:
        """Give the authorities that existed on a day.

        Args:
            day: the day.
            kind: only this kind.
            nation: only this nation.

        >>> from lgtrade.authorities import on
        >>> len(on("2009-04-01", AuthorityKind.COUNTY, Nation.ENGLAND))
        33
        """
        asked = as_day(day)
        refuse(
            [
                *([] if kind is None else wrong_type("kind", kind, AuthorityKind, Words("an AuthorityKind"))),
                *([] if nation is None else wrong_type("nation", nation, Nation, Words("a Nation"))),
            ]
        )
        return tuple(
            each
            for each in self
            if each.existed_on(asked) and kind in {None, each.kind} and nation in {None, each.nation}
        )

    def extended(self, own: Iterable[Authority]) -> Register:
        """Give a register that holds a caller's own authorities as well.

        Raises:
            InputError: a name or a code is already in the register; every one that is.

        >>> from lgtrade.authorities import register
        >>> alrewas = Authority("Alrewas Parish Council", AuthorityKind.PARISH, Nation.ENGLAND)
        >>> register().extended([alrewas]).find("Alrewas").kind.value
        'parish council'
        """
        added = tuple(own)
        refuse(self.issues_with(added))
        return Register((*self._own, *added)) if added else self

    def issues_with(self, added: Iterable[Authority]) -> Iterator[Issue]:
        """Yield why authorities cannot be added: every name and code that is in the register already."""
        names, codes = set(plain(self._names())), set(self._by_code)
        for number, each in enumerate(added):
            (name,) = plain([each.name])
            if name in names:
                found = Words("{name} is already in the register", name=shown(each.name))
                yield Issue("register.name", f"[{number}].name", found, Words("another name"))
            for area in each.codes:
                if area.code in codes:
                    found = Words("{code} is already in the register", code=shown(area.code))
                    yield Issue("register.code", f"[{number}].codes", found, Words("a code of no other authority"))
            names.add(name)
            codes |= {area.code for area in each.codes}

    # How they stand to one another

    def changes(self, authority: Authority) -> tuple[Succession, ...]:
        """Give what became of an authority when it ended, and what it took over from others, in order of days."""
        steps = _tables.beginnings().get(authority.name, ()) + _tables.endings().get(authority.name, ())
        made = (
            Succession(
                day=dt.date.fromisoformat(step.day),
                before=self._get(step.before),
                after=self._get(step.after),
                whole=step.part == "whole",
                order=basis_of(step.order, step.checked),
            )
            for step in steps
            if step.after
        )
        return tuple(sorted(made, key=lambda change: change.day))

    def successors(self, authority: Authority, on: dt.date | str | None = None) -> tuple[Authority, ...]:
        """Give the bodies that took over from an authority.

        Args:
            authority: the authority.
            on: the day on which they are wanted: successors that ended before it are followed to their own. An
                authority that existed on that day is its own successor. None for the bodies that took over at once.

        >>> from lgtrade.authorities import find, register
        >>> [each.name for each in register().successors(find("Taunton Deane"), on="2024-04-01")]
        ['Somerset Council']
        """
        if on is None:
            return tuple(self._get(name) for name in authority.succeeded_by)
        day = as_day(on)
        if authority.last is None or day <= authority.last:
            return (authority,) if authority.existed_on(day) else ()
        later = (self._get(name) for name in authority.succeeded_by)
        found = (one for each in later if _is_later(authority, each) for one in self.successors(each, day))
        return tuple(dict.fromkeys(found))

    def predecessors(self, authority: Authority) -> tuple[Authority, ...]:
        """Give the bodies that an authority took over from.

        >>> from lgtrade.authorities import find, register
        >>> [each.name for each in register().predecessors(find("West Suffolk"))]
        ['Forest Heath District Council', 'St Edmundsbury Borough Council']
        """
        return tuple(self._get(step.before) for step in _tables.beginnings().get(authority.name, ()))

    def covering(self, authority: Authority, layer: Layer, on: dt.date | str) -> Authority | None:
        """Give the body that covers the area of a council in one layer of government, on a day.

        Args:
            authority: a principal council.
            layer: which layer. The fire and rescue authority, or the waste disposal authority, may be the council
                itself.
            on: the day.

        Returns:
            The body; none if there was none, or if the register does not hold it.

        >>> from lgtrade.authorities import find, register
        >>> register().covering(find("Lichfield"), Layer.UPPER_TIER, "2026-04-01").name
        'Staffordshire County Council'
        """
        day = as_day(on)
        refuse(wrong_type("layer", layer, Layer, Words("a Layer")))
        if not authority.existed_on(day):
            return None
        county = self._direct(authority, Layer.UPPER_TIER, day)
        if layer is Layer.UPPER_TIER:
            return county
        found = self._direct(authority, layer, day) or (self._direct(county, layer, day) if county else None)
        if found is None and layer is Layer.WASTE_DISPOSAL and authority.nation in _WASTE_ACT_APPLIES:
            return county or (authority if self.tier(authority, day) else None)
        return found

    def _direct(self, council: Authority, layer: Layer, day: dt.date) -> Authority | None:
        text = day.isoformat()
        rows = (row for row in _tables.cover().get(council.name, ()) if row.layer == layer.value)
        bodies = (self._get(row.body) for row in rows if _tables.covers(row.first, row.last, text))
        return next((body for body in bodies if body.existed_on(day)), None)

    def members(self, body: Authority, on: dt.date | str) -> tuple[Authority, ...]:
        """Give the councils whose areas a body covered on a day: the districts of a county, the area of a joint body.

        >>> from lgtrade.authorities import find, register
        >>> len(register().members(find("Staffordshire County Council"), "2026-04-01"))
        8
        """
        day = as_day(on)
        rows = _tables.members().get(body.name, ())
        names = (row.council for row in rows if _tables.covers(row.first, row.last, day.isoformat()))
        found = (self._get(name) for name in dict.fromkeys(names) if name != body.name)
        return tuple(each for each in found if each.existed_on(day)) if body.existed_on(day) else ()

    def tier(self, authority: Authority, on: dt.date | str) -> Tier | None:
        """Tell the tier of a principal council on a day.

        None for any other body, if it did not exist, and where the register cannot tell: before 1 April 1998, and for a
        district or county council that a caller added.

        >>> from lgtrade.authorities import find, register
        >>> register().tier(find("Bournemouth Borough Council"), "2019-03-31")
        <Tier.SINGLE: 'single tier'>
        """
        day = as_day(on)
        if day < HELD_FROM or not authority.existed_on(day):
            return None
        if authority.kind in _ALWAYS_SINGLE:
            return Tier.SINGLE
        if authority.kind not in _IN_DISTRICTS or authority.name not in _tables.entries():
            return None
        if authority.kind is AuthorityKind.DISTRICT:
            return Tier.LOWER if self._direct(authority, Layer.UPPER_TIER, day) else Tier.SINGLE
        text = day.isoformat()
        rows = (row for row in _tables.members().get(authority.name, ()) if row.layer == Layer.UPPER_TIER.value)
        districts = (self._get(row.council) for row in rows if _tables.covers(row.first, row.last, text))
        return Tier.UPPER if any(each.existed_on(day) for each in districts) else Tier.SINGLE

    # What the facts rest on

    def facts(self, authority: Authority) -> tuple[RegisteredFact, ...]:
        """Give what the register holds of an authority, each fact with its source or as not checked.

        >>> from lgtrade.authorities import find, register
        >>> str(register().facts(find("Dorset Council"))[0].basis)
        'Bournemouth, Dorset and Poole (Structural Changes) Order 2018 (SI 2018/648)'
        """
        return tuple(facts_of(authority.name))

    # Building

    def _get(self, name: str) -> Authority:
        """Build an authority of the tables when it is first asked for."""
        if name not in self._held:
            if name not in _tables.entries():
                found = Words("no authority in the register is called {name}", name=shown(name))
                raise InputError([Issue("authority.unknown", "", found, Words("a name in the register"))])
            self._held[name] = build(name)
        return self._held[name]


@functools.cache
def register() -> Register:
    """Give the register that the package ships.

    >>> len(register()) > 600
    True
    """
    return Register()


def find(name: str, on: dt.date | str | None = None) -> Authority:
    """Find one authority of the register that the package ships: see :meth:`Register.find`.

    >>> find("Shepway").name
    'Folkestone and Hythe District Council'
    """
    return register().find(name, on)


def on(day: dt.date | str, kind: AuthorityKind | None = None, nation: Nation | None = None) -> tuple[Authority, ...]:
    """Give the authorities of the shipped register that existed on a day: see :meth:`Register.on`.

    >>> len(on("2026-04-01", nation=Nation.SCOTLAND))
    32
    """
    return register().on(day, kind, nation)


def _is_later(ended: Authority, successor: Authority) -> bool:
    """Tell whether a successor outlived the body that ended, so that following it comes to an end."""
    return ended.last is not None and (successor.last is None or ended.last < successor.last)


def _index(forms: list[str], known: list[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    index: dict[str, dict[str, None]] = {}
    for form, (_, owner) in zip(forms, known, strict=True):
        index.setdefault(form, {})[owner] = None
    return {form: tuple(owners) for form, owners in index.items()}
