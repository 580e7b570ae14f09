# ruff: noqa: INP001  # a Sphinx extension of this folder's conf.py
"""The tables of the pages about the law and the register, made from the code when the docs are built.

A page holds a comment where a table goes, ``<!-- table: powers -->``; the function of that name gives the table.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from importlib.resources import files
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from _register_tables import CLASSES, OTHERS, PUBLISHED, rows_of_counts, rows_of_facts, rows_of_kinds

from lgtrade.agreements import MOVES, Assignment, Responsibility, ResponsibilityMatrix, lifecycle_diagram
from lgtrade.agreements._guards import GUARDS
from lgtrade.authorities import AuthorityKind, Nation, nations_of
from lgtrade.law import POWERS
from lgtrade.law.code import Customers, Effect, ServiceCode
from lgtrade.law.codes import activities, service_codes
from lgtrade.law.enactments import KNOWN_FROM, KNOWN_TO
from lgtrade.law.gaps import GAPS, Gap
from lgtrade.law.power import Power, Version
from lgtrade.law.public_bodies import SUPPLIES, KnownDesignation, known_designations
from lgtrade.law.register import TAGS, Entry, entries_for, register

if TYPE_CHECKING:
    from sphinx.application import Sphinx

ONE_DAY = dt.timedelta(days=1)
LONGEST_LINK = 36
MAY_BREAK = "\u200b"

PLACE = re.compile(r"^<!-- table: ([\w-]+) -->$", re.MULTILINE)
ADDRESS = re.compile(r"https?://[^\s,;]+[^\s,;.)]")
MARKDOWN = re.compile(r"([\\`*_{}\[\]<>|$~^#&!@%])")
OPENING = re.compile(r"^([-+=:(]|\d+[.)])")

Cell = str | Iterable[str]


def escaped(text: str) -> str:
    """Give text that Markdown shows as it is."""
    return OPENING.sub(r"\\\1", MARKDOWN.sub(r"\\\1", " ".join(text.split())))


def link(text: str, address: str) -> str:
    """Give a link whose text is shown as it is."""
    target = address.replace("<", "%3C").replace(">", "%3E")
    return f"[{escaped(text)}](<{target}>)"


def short(address: str) -> str:
    """Give an address as it is shown: a long one with its beginning and its end."""
    site = urlsplit(address)
    host, parts = site.netloc.removeprefix("www."), site.path.strip("/").split("/")
    shown = "/".join([host, *parts]).strip("/")
    while len(shown) > LONGEST_LINK and len(parts) > 1:
        del parts[0]
        shown = "/".join([host, "…", *parts])
    return (shown if len(shown) <= LONGEST_LINK else f"{host}/…").replace("/", f"/{MAY_BREAK}")


def linked(text: str) -> str:
    """Give text with its addresses made into links."""
    parts, at = [], 0
    for found in ADDRESS.finditer(text):
        parts += [MARKDOWN.sub(r"\\\1", text[at : found.start()]), link(short(found[0]), found[0])]
        at = found.end()
    return "".join(parts) + MARKDOWN.sub(r"\\\1", text[at:])


def said(day: dt.date) -> str:
    """Give a day in words."""
    return f"{day.day} {day:%B %Y}"


def days(first: dt.date, last: dt.date | None) -> str:
    """Give the days from a first to a last, and "from" if they have not ended."""
    begins = "" if first <= KNOWN_FROM else said(first)
    if last is None:
        return f"from {begins}" if begins else "always"
    if first == last:
        return f"on {begins}"
    return f"{begins} to {said(last)}" if begins else f"until {said(last)}"


def listed(nations: Iterable[Nation]) -> str:
    """Give nations by name, in their usual order."""
    among = frozenset(nations)
    return ", ".join(each.value for each in Nation if each in among)


def table(heads: tuple[str, ...], widths: tuple[int, ...], rows: Iterable[tuple[Cell, ...]]) -> str:
    """Make a table; a cell is one paragraph of Markdown, or several."""
    lines = ["```{list-table}", ":header-rows: 1", f":widths: {' '.join(map(str, widths))}", ""]
    for row in ((heads), *rows):
        for number, cell in enumerate(row):
            paragraphs = [cell] if isinstance(cell, str) else [each for each in cell if each]
            lines.append(f"{'* -' if number == 0 else '  -'} {paragraphs[0] if paragraphs else ''}".rstrip())
            lines += [line for each in paragraphs[1:] for line in ("", f"    {each}")]
    return "\n".join([*lines, "```", ""])


def _entry(entry: Entry) -> tuple[Cell, ...]:
    read = [f"Checked to {said(entry.verified_on)}, against:", linked(entry.compared_with)]
    if entry.compared_with.startswith("Not read"):
        read = [linked(entry.compared_with), f"So on {said(entry.verified_on)}."]
    else:
        read.insert(0, f"Text as at {said(entry.as_at)}." if entry.as_at else "Day of the text not recorded.")
    return (
        (link(entry.provision, entry.address), escaped(listed(entry.nations)), f"**{escaped(entry.tag)}**"),
        (escaped(entry.reading), f"*Open:* {escaped(entry.open)}" if entry.open else ""),
        read,
    )


def _entries(entries: Iterable[Entry]) -> str:
    return table(("Provision", "Read to mean", "Text read"), (24, 46, 30), map(_entry, entries))


def _heading(power: Power, level: int) -> str:
    at = link(power.citation.short, power.citation.address)
    return f"{'#' * level} {escaped(power.title)}\n\n`{power.code}`, {at}.\n"


def register_by_power() -> str:
    """Give the entries of each power; one that several powers share is given in full at the first of them."""
    parts, shown = [], dict[str, Power]()
    for power in POWERS:
        entries = entries_for(power.code)
        new = [each for each in entries if each.key not in shown]
        again = [each.provision for each in entries if each.key in shown]
        shown |= {each.key: power for each in new}
        parts.append(_heading(power, 3))
        if new:
            parts.append(_entries(new))
        if again:
            parts.append(f"{'It rests also on' if new else 'It rests on'} {escaped('; '.join(again))}: see above.\n")
    return "\n".join(parts)


def register_of_overlays() -> str:
    """Give the entries on which the overlays rest."""
    return _entries(each for each in register() if each.key.startswith("overlay-"))


def register_of_what_is_left_out() -> str:
    """Give the entries that rest under no power and no overlay."""
    return _entries(each for each in register() if not each.powers and not each.key.startswith("overlay-"))


def count_of_tags() -> str:
    """Say how many entries have each tag."""
    counts = {tag: sum(each.tag == tag for each in register()) for tag in TAGS}
    among = ", ".join(f"{count} are {tag}" for tag, count in counts.items())
    return f"Of the {len(register())} entries {among}.\n"


def _gap(gap: Gap) -> tuple[Cell, ...]:
    who = ", ".join(sorted(each.value for each in gap.kinds)) or "any authority"
    only = f", for {gap.subject.value}" if gap.subject else ""
    return escaped(gap.provisions), escaped(gap.nation.value), escaped(who + only), escaped(days(gap.since, gap.last))


def gaps() -> str:
    """Give what an opinion names as not modelled."""
    return table(("Not modelled", "Nation", "For whom it may matter", "Days"), (40, 13, 30, 17), map(_gap, GAPS))


def _tags(file: str, name: str) -> list[str]:
    """Give the tag of every row of a table, in its order."""
    text = files("lgtrade.law").joinpath(file).read_text(encoding="utf-8")
    return [row["verified"] for row in tomllib.loads(text)[name]]


EFFECTS = {
    Effect.CHARGE: "A power to charge.",
    Effect.NO_CHARGE: "No charge.",
    Effect.NO_SUPPLY: "No supply.",
}
CUSTOMERS = {
    Customers.ANY: "",
    Customers.RESIDENTS: "For residents.",
    Customers.NON_RESIDENTS: "For those who are not residents.",
    Customers.OWED: "For those to whom a duty is owed.",
}


def _code(code: ServiceCode, tag: str) -> tuple[Cell, ...]:
    first = f"{days(code.first, code.last)}{' (first day not verified)' if code.first_unsure else ''}"
    effect = f"{EFFECTS[code.effect]} {CUSTOMERS[code.customers]}".strip()
    limit = f"Limit: {code.limit}." if code.limit and code.limit != "none" else ""
    return (
        (escaped(activities()[code.activity]), f"`{code.activity}`"),
        (escaped(code.title), f"*{escaped(effect)}* {escaped(limit)}".strip()),
        (escaped(code.provision.short), escaped(listed(code.nations)), escaped(first)),
        (f"**{escaped(tag)}**", linked(code.source)),
    )


def service_codes_table() -> str:
    """Give the table of service codes."""
    rows = map(_code, service_codes(), _tags("codes.toml", "code"))
    return table(("Activity", "What the enactment does", "Provision", "Tag and source"), (24, 32, 24, 20), rows)


def _designation(known: KnownDesignation, tag: str) -> tuple[Cell, ...]:
    names = {subject: word for word, subject in SUPPLIES.items()}
    supplied = ", ".join(names[each] for each in known.subjects)
    return (
        (link(known.by, known.address), escaped(listed(known.nations)), escaped(days(known.first, known.last))),
        escaped("; ".join(known.bodies)),
        (
            escaped(supplied),
            escaped(f"By {', '.join(known.only)} only.") if known.only else "",
            escaped(known.restriction),
        ),
        f"**{escaped(tag)}**",
    )


def public_bodies_table() -> str:
    """Give the table of public bodies."""
    rows = map(_designation, known_designations(), _tags("public_bodies.toml", "designation"))
    return table(("Order or Act", "Bodies", "What may be supplied, and by whom", "Tag"), (24, 38, 28, 10), rows)


def _standing(power: Power, kind: AuthorityKind, nation: Nation, day: dt.date) -> str | None:
    """Give "open", the question that makes it uncertain, or nothing if the power is not open to the kind on a day."""
    version = power.version_on(day, nation)
    if version is None:
        return None
    named = [each for each in version.bodies.named if each.is_about(kind, nation) and each.covers(day)]
    return (named[0].question or "open") if named else None


def windows(power: Power, kind: AuthorityKind, nation: Nation) -> Iterator[tuple[dt.date, dt.date | None, str]]:
    """Yield the spells in which a power is open to a kind of authority, or may be: first day, last day, how it stands.

    A spell that has not ended by the last day for which the law is known has no last day.
    """
    starts = sorted({KNOWN_FROM, *(day for day in power.edges if KNOWN_FROM < day <= KNOWN_TO)})
    spell: tuple[dt.date, str] | None = None
    for day in starts:
        how = _standing(power, kind, nation, day)
        if spell is not None and how != spell[1]:
            yield spell[0], day - ONE_DAY, spell[1]
            spell = None
        if spell is None and how is not None:
            spell = (day, how)
    if spell is not None:
        yield spell[0], None, spell[1]


def _window(first: dt.date, last: dt.date | None, how: str) -> str:
    when = days(first, last)
    if how == "open":
        return escaped(when[0].upper() + when[1:])
    why = "not verified" if how == "unverified" else how
    return f"*Uncertain* {escaped(when)} ({escaped(why)})"


def _depends(power: Power) -> str:
    """Say which further conditions decide who has a power."""
    conditions = {
        (each.code.replace("_", " "), each.provision.short)
        for version in power.versions
        for each in version.conditions
        if each.who
    }
    if not conditions:
        return ""
    among = "; ".join(f"{what} ({at})" for what, at in sorted(conditions))
    return f"Which of them have it depends on facts besides: {escaped(among)}.\n"


def _shapes(versions: tuple[Version, ...]) -> str:
    each = (f"{one.under.short} ({listed(one.nations)}, {days(one.since, one.last)})" for one in versions)
    return f"In force under {escaped('; '.join(each))}.\n"


def powers_by_authority() -> str:
    """Give for each power the kinds of authority to which it is open, by nation, with the days."""
    parts = []
    for power in POWERS:
        groups: dict[tuple[str, tuple[str, ...]], list[str]] = {}
        for nation in Nation:
            for kind in AuthorityKind:
                if nation in nations_of(kind) and (spells := tuple(windows(power, kind, nation))):
                    shown = tuple(_window(*each) for each in spells)
                    groups.setdefault((nation.value, shown), []).append(kind.value)
        rows = ((escaped("; ".join(those)), nation, shown) for (nation, shown), those in groups.items())
        parts += [
            _heading(power, 2),
            _shapes(power.versions),
            table(("Kinds of authority", "Nation", "Days"), (48, 16, 36), rows),
            _depends(power),
        ]
    return "\n".join(parts)


def authorities_counted() -> str:
    """Give the counts of principal councils, and beside them what was published."""
    heads = ("Day", *CLASSES, "England", *OTHERS.values())
    return table(heads, (22, *[8] * (len(heads) - 1)), rows_of_counts())


def authorities_published() -> str:
    """Give what was published of the councils of England, and where."""
    rows = (
        (said(dt.date.fromisoformat(day)), escaped(number), link(title, address))
        for day, (number, title, address) in PUBLISHED.items()
    )
    return table(("Day", "Published", "By"), (20, 35, 45), rows)


def authorities_by_kind() -> str:
    """Give the counts of every kind of body on each day."""
    heads = ("Kind", "Nation", *(day[:4] for day in PUBLISHED), "2026")
    return table(heads, (30, 14, *[6] * (len(heads) - 2)), rows_of_kinds())


def authorities_checked() -> str:
    """Give how many facts of each sort have a source that was read."""
    return table(("Facts", "Text read", "As others give it", "General knowledge"), (34, 22, 22, 22), rows_of_facts())


def lifecycle() -> str:
    """Draw the life of an agreement, and give its moves with what is asked before each."""
    rows = (
        (
            move.value,
            ", ".join(state.value for state in begins),
            ends.value,
            [escaped(str(guard.__doc__).split("\n")[0]) for guard in GUARDS[move]],
        )
        for move, (begins, ends) in MOVES.items()
    )
    heads = ("Move", "From", "To", "What is asked")
    return f"```{{mermaid}}\n{lifecycle_diagram()}\n```\n\n{table(heads, (18, 24, 14, 44), rows)}"


def responsibilities() -> str:
    """Give the table of an example: a payroll that one council runs for two others."""
    given = {
        "Run the payroll": ("A/R", "I", "I"),
        "Send the starters and leavers": ("C", "A/R", "R"),
        "Agree the standards each year": ("A/R", "C", "C"),
        "Approve the year-end adjustment": ("R", "A", "C"),
    }
    letters = {each.letter: each for each in Responsibility}
    parties = ("Lichfield", "Tamworth", "Cannock Chase")
    matrix = ResponsibilityMatrix(
        tuple(
            Assignment(activity, party, letters[letter])
            for activity, cells in given.items()
            for party, cell in zip(parties, cells, strict=True)
            for letter in cell.split("/")
        )
    )
    return matrix.markdown()


TABLES: dict[str, Callable[[], str]] = {
    "responsibilities": responsibilities,
    "lifecycle": lifecycle,
    "authorities-by-kind": authorities_by_kind,
    "authorities-checked": authorities_checked,
    "authorities-counted": authorities_counted,
    "authorities-published": authorities_published,
    "count-of-tags": count_of_tags,
    "gaps": gaps,
    "powers-by-authority": powers_by_authority,
    "public-bodies": public_bodies_table,
    "register-by-power": register_by_power,
    "register-of-overlays": register_of_overlays,
    "register-of-what-is-left-out": register_of_what_is_left_out,
    "service-codes": service_codes_table,
}


def fill_in(_app: Sphinx, _page: str, source: list[str]) -> None:
    """Put each table where the page asks for it; a name that is none of theirs stops the build."""
    source[0] = PLACE.sub(lambda found: TABLES[found[1]](), source[0])


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect the function above."""
    app.connect("source-read", fill_in)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
