"""Reading one table of a case file: each value by its name, every problem noted with its place."""

from __future__ import annotations

import datetime as dt
import difflib
import enum
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeGuard, TypeVar

import attrs

from lgtrade.authorities import Authority, AuthorityKind, Nation, Person, PersonKind
from lgtrade.calendar import FinancialYear, Period, as_day
from lgtrade.files._values import (
    TEXTS,
    as_days,
    as_fraction,
    as_money,
    as_number,
    as_rate,
    as_share,
    as_text,
    as_texts,
    as_truth,
    as_whole,
    is_list,
    not_one_of,
)
from lgtrade.issues import Collector, InputError, Issue, shown
from lgtrade.law import NO_ADDITIONS, Additions
from lgtrade.money import (
    LARGEST,
    Direction,
    Money,
    Remainder,
    RemainderRule,
    Rounding,
)
from lgtrade.sources import Assumption, Source
from lgtrade.words import Words

T = TypeVar("T")
E = TypeVar("E", bound=enum.Enum)

REQUIRED: Any = object()
"""Stands for the default of a value that has to be there."""


class Table:
    """One table of a case file.

    Each reading method takes the name of a value, and gives the value, or nothing when it is absent or has been noted
    as an issue. :meth:`build` makes the object only if everything read for it was right.
    """

    def __init__(
        self, values: dict[str, Any], place: str, collector: Collector, additions: Additions = NO_ADDITIONS
    ) -> None:
        """Read `values`, which stand at `place` in the file; names are also looked up among `additions`."""
        self.additions = additions
        self._values = values
        self._place = place
        self._collector = collector
        self._known: set[str] = set()
        self._lists: dict[str, tuple[str, list[Table]]] = {}
        self._items: set[str] = set()
        self._called: dict[str, str] = {}
        self._stands_for: dict[str, str] = {}
        self._before = len(collector.issues)
        self._spoilt = False

    def __contains__(self, name: str) -> bool:
        """Tell whether the file gives a value of that name, which it may."""
        self._known.add(name)
        return name in self._values

    def at(self, name: str) -> str:
        """The place of a value, from the top of the file."""
        return f"{self._place}.{name}" if self._place else name

    def note(self, code: str, name: str, found: Words, accepted: Words) -> None:
        """Note an issue with a value."""
        self._collector.add(Issue(code, self.at(name) if name else self._place, found, accepted))

    def add(self, issues: Iterable[Issue]) -> None:
        """Note issues whose places are seen from this table."""
        self._collector.add(*(issue.under(self._place) for issue in issues))

    def calls(self, **made: str) -> None:
        """Say what the file calls a part of the value made, by another name or by none: ``calls(reason="why")``."""
        self._called |= made

    def stands_for(self, name: str, *made: str) -> None:
        """Say that a value of the file stands for whole parts of the value made, whatever is wrong in them."""
        self._stands_for |= dict.fromkeys(made, name)

    def spoil(self) -> None:
        """Keep the object from being made, where the reason has been noted elsewhere in the file."""
        self._spoilt = True

    def take(self, name: str, default: Any = REQUIRED, *, accepts: Words) -> Any:
        """Give the value as the file has it, or the default, or note that it is missing."""
        self._known.add(name)
        if name in self._values:
            return self._values[name]
        if default is REQUIRED:
            self.note("missing", name, Words("it is missing"), accepts)
            return None
        return default

    def read(self, name: str, convert: Callable[[Any], T], accepts: Words, default: Any = REQUIRED) -> Any:
        """Give the value converted, or note why it cannot be."""
        value = self.take(name, default, accepts=accepts)
        if name not in self._values:
            return value
        return self._collector.attempt(self.at(name), lambda: convert(value))

    def text(self, name: str, default: Any = REQUIRED) -> Any:
        """Give a short text on one line."""
        return self.read(name, as_text, Words("text in quotes"), default)

    def day(self, name: str, default: Any = REQUIRED) -> Any:
        """Give a day."""
        return self.read(name, as_day, Words("a day, as in 2026-04-01"), default)

    def money(self, name: str, default: Any = REQUIRED) -> Any:
        """Give an amount of money, in pounds."""
        return self.read(name, as_money, _AN_AMOUNT, default)

    def rate(self, name: str, default: Any = REQUIRED) -> Any:
        """Give a rate, in pounds."""
        return self.read(name, as_rate, _AN_AMOUNT, default)

    def number(self, name: str, default: Any = REQUIRED) -> Any:
        """Give an exact number."""
        return self.read(name, as_number, _A_NUMBER, default)

    def fraction(self, name: str, default: Any = REQUIRED) -> Any:
        """Give an exact fraction: ``"15%"`` or ``"1/3"``."""
        accepts = Words('a percentage or a fraction in quotes, such as "15%" or "1/3"')
        return self.read(name, as_fraction, accepts, default)

    def share(self, name: str, default: Any = REQUIRED) -> Any:
        """Give a share of a whole: ``"15%"``."""
        return self.read(name, as_share, Words('a share in quotes, such as "15%"'), default)

    def whole(self, name: str, default: Any = REQUIRED) -> Any:
        """Give a whole number."""
        return self.read(name, as_whole, Words("a whole number"), default)

    def truth(self, name: str, default: Any = REQUIRED) -> Any:
        """Give true or false."""
        return self.read(name, as_truth, Words("true or false"), default)

    def year(self, name: str, default: Any = REQUIRED) -> Any:
        """Give a financial year."""
        return self.read(name, FinancialYear.read, Words('a financial year, as in "2026/27"'), default)

    def choice(self, name: str, choices: type[E], default: Any = REQUIRED) -> Any:
        """Give one of a closed set, by its words."""
        accepts = Words("one of: {choices}", choices="; ".join(f'"{each.value}"' for each in choices))

        def convert(value: Any) -> E:
            for each in choices:
                if value == each.value:
                    return each
            raise not_one_of(value, [each.value for each in choices])

        return self.read(name, convert, accepts, default)

    def period(self, first: str = "first", last: str = "last") -> Any:
        """Give a period from its first and last days."""
        begins, ends = self.day(first), self.day(last)
        if begins is None or ends is None:
            return None
        return self._collector.attempt(self.at(last), lambda: Period(begins, ends))

    def basis(self, default: Any) -> Any:
        """Give the source or the assumption that the table states, or the default of the file."""
        self._known |= {"source", "source_url"}
        if "assumption" in self:
            if "source" in self:
                found = Words("it has both a source and an assumption")
                self.note("basis.both", "assumption", found, Words("one or the other"))
            return self.read("assumption", lambda value: Assumption(as_text(value)), Words("the reason for it"))
        if "source" not in self:
            if default is REQUIRED:
                self.note("missing", "source", Words("it is missing"), Words("a source, or an assumption"))
            elif default is None:
                self.spoil()  # the file's own source is missing, and has been noted
            return default
        address = self.text("source_url", "")
        title = self.text("source")
        if title is None or address is None:
            return None
        return self._collector.attempt(self.at("source_url"), lambda: Source(title, address))

    def body(self, name: str, on: dt.date | None = None) -> Any:
        """Give an authority by its name in the register on a day, or an authority or person described in a table."""
        accepts = Words("the name of an authority, or a table with its name and kind")
        value = self.take(name, accepts=accepts)
        if value is None:
            return None
        if _is_table(value):
            return described(self.table(name))
        return self._collector.attempt(self.at(name), lambda: self.additions.find(as_text(value), on))

    def table(self, name: str) -> Table:
        """Give a table inside this one; an empty one if it is absent."""
        self._known.add(name)
        value = self._values.get(name, {})
        if not _is_table(value):
            template = "a table: {name} = { ... }, or headed [{heading}]"
            accepted = Words(template, name=name, heading=self._heading(name))
            self.note("type", name, Words("{value} is not a table", value=shown(value)), accepted)
            nothing = Table({}, self.at(name), Collector(), self.additions)
            nothing.spoil()  # what is missing in it is not worth a word
            return nothing
        return Table(value, self.at(name), self._collector, self.additions)

    def tables(self, name: str, made: str | None = None) -> Iterator[Table]:
        """Give the tables of a list of tables, each to be read and built before the next is taken.

        What they make is called `made` in the value built; usually that is the plural of their name. Where it is no
        list there, it is nothing.
        """
        self._known.add(name)
        taken: list[Table] = []
        self._lists[_plural(name) if made is None else made] = name, taken
        value = self._values.get(name, [])
        if not is_list(value) or not all(_is_table(each) for each in value):
            self._note_no_tables(name, value)
            return
        for number, each in enumerate(value):
            taken.append(Table(each, f"{self.at(name)}[{number}]", self._collector, self.additions))
            yield taken[-1]

    def _note_no_tables(self, name: str, value: Any) -> None:
        """Note why a value is no list of tables: it is one table, or something in the list is none."""
        accepted = Words("one table or more, each headed [[{heading}]]", heading=self._heading(name))
        wrong = [number for number, each in enumerate(value) if not _is_table(each)] if is_list(value) else []
        if wrong:
            found = Words("{value} is not a table", value=shown(value[wrong[0]]))
            self.note("type", f"{name}[{wrong[0]}]", found, accepted)
        elif _is_table(value):
            self.note("type", name, Words("it is one table, and not a list of them"), accepted)
        else:
            self.note("type", name, Words("{value} is not a list of tables", value=shown(value)), accepted)

    def _heading(self, name: str) -> str:
        """Give the heading that the file would have over a table in this one."""
        return re.sub(r"\[\d+\]", "", self.at(name))

    def items(self, name: str, convert: Callable[[Any], T]) -> dict[str, T]:
        """Give a table of values that all have one form, whatever their names."""
        inner = self.table(name)
        self._items.add(name)
        read = {key: inner.read(key, convert, Words("a value")) for key in inner.names()}
        return {key: value for key, value in read.items() if value is not None}

    def texts(self, name: str) -> Any:
        """Give a list of short texts, or nothing if it is absent."""
        return self.read(name, as_texts, TEXTS, None)

    def days(self, name: str) -> Any:
        """Give a list of days; an empty one if it is absent."""
        return self.read(name, as_days, Words("a list of days"), ())

    def names(self) -> tuple[str, ...]:
        """The names of all the values that the file gives in this table."""
        return tuple(self._values)

    def is_table(self, name: str) -> bool:
        """Tell whether a value is a table."""
        return _is_table(self._values.get(name))

    def is_percentage(self, name: str) -> bool:
        """Tell whether a value is written as a percentage."""
        value = self._values.get(name)
        return isinstance(value, str) and value.strip().endswith("%")

    def attempt(self, name: str, make: Callable[[], T]) -> T | None:
        """Make a value, or note why it was refused, under a name in this table or under the table itself."""
        return self._collector.attempt(self.at(name) if name else self._place, make)

    @property
    def ok(self) -> bool:
        """Whether nothing read in this table so far was wrong."""
        return len(self._collector.issues) == self._before and not self._spoilt

    def build(self, make: Callable[[], T]) -> T | None:
        """Make the object, unless something read for it was wrong; note any name that the table should not have."""
        ok = self.ok
        for name in self._values:
            if name not in self._known:
                near = difflib.get_close_matches(str(name), sorted(self._known), n=1)
                accepted = (
                    Words("{name}, perhaps", name=near[0])
                    if near
                    else Words("one of: {names}", names=", ".join(sorted(self._known)))
                )
                self.note("unknown", shown(name).strip("'"), Words("nothing of that name is read here"), accepted)
        if not ok:
            return None
        try:
            return make()
        except InputError as error:
            self.add(attrs.evolve(issue, place=self._in_the_file(issue.place)) for issue in error.issues)
            return None

    def _in_the_file(self, place: str) -> str:
        """Say where the file has what a value made of it calls, say, ``years[0].income``: ``year[0].income``."""
        found = _PLACE.match(place)
        if found is None:
            return place
        made, number, rest = found["made"], found["number"], place[found.end() :]
        if made in self._lists and (number is not None or not rest):
            return self._in_a_list(*self._lists[made], number, rest)
        if made in self._items and place.startswith(f"{made}["):
            return f"{made}.{self._key_in(made, place)}"
        called = self._stands_for.get(made, self._called.get(made, made))
        if called == made:
            return place
        rest = "" if made in self._stands_for else rest
        return f"{called}{'.' if rest else ''}{rest}" if called else self._in_the_file(rest)

    @staticmethod
    def _in_a_list(name: str, taken: list[Table], number: str | None, rest: str) -> str:
        if number is None:
            return name
        of_it = taken[int(number) :][:1]  # there is none if one table of the file makes several
        inner = "".join(each._in_the_file(rest) for each in of_it)  # noqa: SLF001  # another table of the same kind
        return f"{name}[{number}]{'.' if inner else ''}{inner}"

    def _key_in(self, made: str, place: str) -> str:
        """Give the name in brackets: the longest that the file has, or one that it lacks."""
        values = self._values.get(made)
        names = sorted(map(str, values), key=len, reverse=True) if _is_table(values) else []
        known = (name for name in names if place.startswith(f"{made}[{name}]"))
        return next(known, place[len(made) + 1 : place.rfind("]")])


def read_rounding(table: Table, default: Rounding) -> Rounding:
    """Read how something is rounded: a direction, and to what."""
    direction = table.choice("rounding", Direction, default.direction)
    unit = table.number("to", default.unit)
    table.stands_for("to", "rounding")
    if direction is None or unit is None:
        return default
    return table.attempt("to", lambda: Rounding(direction, unit)) or default


def read_division(table: Table) -> tuple[Remainder, Money]:
    """Read how what does not divide evenly is handed out: by which rule, to whom, and in what unit."""
    rule = table.choice("remainder", RemainderRule, RemainderRule.LARGEST)
    lead = table.text("lead", None)
    unit = table.money("unit", Money(pence=1))
    remainder = table.build(lambda: Remainder(rule, lead))
    return remainder or LARGEST, unit or Money(pence=1)


_PLACE = re.compile(r"(?P<made>\w+)(?:\[(?P<number>[0-9]+)\])?\.?")

_AN_AMOUNT = Words('pounds as a whole number, or in quotes: "1,234.56"')
_A_NUMBER = Words('a whole number, or in quotes: "1.5"')


def _plural(name: str) -> str:
    """Give what is made of a list of tables, as it is usually called: ``entries`` for ``entry``."""
    if name == "criterion":
        return "criteria"
    return name[:-1] + "ies" if name.endswith("y") else name + "s"


def _is_table(value: Any) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def described(table: Table) -> Authority | Person | None:
    """Read an authority, or another person, that is described in a table of its own."""
    kinds: dict[str, AuthorityKind | PersonKind] = {each.value: each for each in (*AuthorityKind, *PersonKind)}

    def read_kind(value: Any) -> AuthorityKind | PersonKind:
        if isinstance(value, str) and value in kinds:
            return kinds[value]
        raise not_one_of(value, list(kinds))

    name = table.text("name")
    kind = table.read("kind", read_kind, Words("the kind of authority or person"))
    if isinstance(kind, PersonKind):
        return table.build(lambda: Person(name, kind))
    nation = table.choice("nation", Nation, REQUIRED if table.ok else None)
    first, last, also = table.day("first", None), table.day("last", None), table.texts("also") or ()
    return table.build(lambda: Authority(name, kind, nation, first, last, also))
