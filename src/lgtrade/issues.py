"""What is wrong with data that was given, where, and what would be accepted: all of it, not the first thing only."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import TypeVar, cast

import attrs

from lgtrade.words import Words

T = TypeVar("T")


@attrs.frozen(repr=False)
class Issue:
    """One thing wrong with the data given.

    It states a fact about the data, never a legal result: those are answers.

    Args:
        code: a stable name for machines, as in ``"money.float"``.
        place: where in the input, as in ``"parties[1].code"``; empty for the whole of it.
        found: what was found there.
        accepted: what would be accepted instead.

    >>> print(Issue("name.empty", "parties[1].name", Words("it is empty"), Words("a name")))
    parties[1].name: it is empty. Accepted: a name.
    """

    code: str
    place: str
    found: Words
    accepted: Words

    def under(self, place: str) -> Issue:
        """Give the same issue with its place seen from further out.

        >>> Issue("x", "code", Words("a"), Words("b")).under("parties[1]").place
        'parties[1].code'
        """
        if not place:
            return self
        joint = "" if not self.place or self.place.startswith("[") else "."
        return attrs.evolve(self, place=f"{place}{joint}{self.place}")

    def __str__(self) -> str:
        """Say the place, what was found and what would be accepted, on one line."""
        template = "{place}: {found}. Accepted: {accepted}." if self.place else "{found}. Accepted: {accepted}."
        return str(Words(template, place=self.place, found=self.found, accepted=self.accepted))

    def __repr__(self) -> str:
        """Show the code and the sentence."""
        return f"<Issue {self.code}: {self}>"


class InputError(ValueError):
    """Raised once with every issue that was found.

    Attributes:
        issues: all that is wrong, in the order in which it was found.

    >>> error = InputError([Issue("x", "a", Words("it is empty"), Words("a name"))])
    >>> error.issues[0].place
    'a'
    >>> print(error)
    a: it is empty. Accepted: a name.
    """

    def __init__(self, issues: Iterable[Issue]) -> None:
        """Keep the issues in the order found."""
        self.issues = tuple(issues)
        super().__init__(self.issues)

    def __str__(self) -> str:
        """Say each issue on its own line."""
        return "\n".join(str(issue) for issue in self.issues)


def refuse(issues: Iterable[Issue]) -> None:
    """Raise :class:`InputError` if there is any issue; otherwise do nothing.

    >>> refuse([])
    """
    found = tuple(issues)
    if found:
        raise InputError(found)


def wrong_type(place: str, value: object, accepted: type | tuple[type, ...], say: Words) -> Iterator[Issue]:
    """Yield an issue if `value` is not of the accepted type; ``True`` never counts as the number one.

    Args:
        place: where the value was given.
        value: what was given.
        accepted: the type or types that will do.
        say: what would be accepted, in words.

    >>> [issue.code for issue in wrong_type("name", 7, str, Words("a name"))]
    ['type']
    """
    types = accepted if isinstance(accepted, tuple) else (accepted,)
    if not isinstance(value, types) or (isinstance(value, bool) and bool not in types):
        kind = type(value).__name__
        yield Issue("type", place, Words("{value} is of type {kind}", value=shown(value), kind=kind), say)


def each_wrong_type(place: str, values: object, accepted: type | tuple[type, ...], say: Words) -> Iterator[Issue]:
    """Yield an issue if `values` is not a tuple, or for each value in it that is not of the accepted type.

    Args:
        place: where the values were given.
        values: what was given.
        accepted: the type or types that will do for each.
        say: what would be accepted for each, in words.

    >>> [issue.place for issue in each_wrong_type("names", ("Pay", 7), str, Words("a name"))]
    ['names[1]']
    """
    yield from wrong_type(place, values, tuple, Words("a tuple"))
    if isinstance(values, tuple):
        for number, value in enumerate(cast("tuple[object, ...]", values)):
            yield from wrong_type(f"{place}[{number}]", value, accepted, say)


def read_or_as_given(read: Callable[[object], T], value: object) -> T:
    """Read a value if it can be read; else keep what was given, to be refused with all else that is wrong.

    For fields of other values: :func:`unread` then says what is wrong.

    Args:
        read: what reads the value, and refuses what it cannot read.
        value: what was given.

    >>> from lgtrade.money import exact_number
    >>> read_or_as_given(exact_number, "1.5"), read_or_as_given(exact_number, "many")
    (Decimal('1.5'), 'many')
    """
    try:
        return read(value)
    except InputError:
        return value  # type: ignore[return-value]  # refused by whoever calls


def unread(read: Callable[[object], object], place: str, value: object) -> Iterator[Issue]:
    """Yield why a value cannot be read, if it cannot.

    Args:
        read: what reads the value, and refuses what it cannot read.
        place: where the value was given.
        value: what was given.

    >>> from lgtrade.money import exact_number
    >>> [issue.place for issue in unread(exact_number, "units", "many")]
    ['units']
    """
    try:
        read(value)
    except InputError as error:
        yield from (issue.under(place) for issue in error.issues)


def shown(value: object, most: int = 60) -> str:
    """Show a value from outside in a message: on one line, without control characters, and cut to a bounded length.

    >>> shown("x" * 100, most=10)
    "'xxxxxx..."
    """
    try:
        text = str(value) if isinstance(value, Decimal) else repr(value)
    except ValueError:  # Python refuses to print a whole number of more than 4,300 digits
        text = "a number too long to print"
    clean = "".join(letter if letter.isprintable() else "?" for letter in text)
    return clean if len(clean) <= most else clean[: most - 3] + "..."


def given_twice(place: str | Iterable[str], names: Iterable[str]) -> Iterator[Issue]:
    """Yield an issue for each name that has been given before.

    Args:
        place: where a name is given, with a slot for its number, as in ``"lines[{}].heading"``; or the place of each.
        names: the names, in order.

    >>> [issue.place for issue in given_twice("lines[{}].heading", ["Pay", "Rent", "Pay"])]
    ['lines[2].heading']
    """
    known: set[str] = set()
    given = list(names)
    places = [place.format(number) for number in range(len(given))] if isinstance(place, str) else place
    for where, name in zip(places, given, strict=True):
        if name in known:
            found = Words("{name} is given twice", name=shown(name))
            yield Issue("name.twice", where, found, Words("a name of its own"))
        known.add(name)


class Collector:
    """Gather issues while a larger thing is built from parts, each of which may refuse its own data.

    >>> collector = Collector()
    >>> collector.attempt("term", lambda: refuse([Issue("x", "", Words("it is empty"), Words("a period"))]))
    >>> [issue.place for issue in collector.issues]
    ['term']
    """

    def __init__(self) -> None:
        """Begin with nothing found."""
        self.issues: list[Issue] = []

    def add(self, *issues: Issue) -> None:
        """Note issues already at their full place."""
        self.issues.extend(issues)

    def attempt(self, place: str, make: Callable[[], T]) -> T | None:
        """Make a part, or note under `place` why it was refused and return nothing."""
        try:
            return make()
        except InputError as error:
            self.add(*(issue.under(place) for issue in error.issues))
            return None
