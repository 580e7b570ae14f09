"""Reading a case file: the file, its bounds, and its parts."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from lgtrade.cases import Case
from lgtrade.files._additions import read_bodies
from lgtrade.files._parts import read_parts
from lgtrade.files._table import Table
from lgtrade.files._toml import read_toml
from lgtrade.files._values import as_whole
from lgtrade.issues import Collector, InputError, Issue, refuse
from lgtrade.law import NO_ADDITIONS, Additions
from lgtrade.words import Words

LARGEST_FILE = 1_000_000
"""The largest case file that is read, in bytes; no real case comes near."""

MOST_FIGURES = 50_000
"""The most figures that a case file may come to: short text can ask for a great many."""

FORMAT = 1
"""The version of the case file format."""


def read_case(path: str | Path, additions: Additions = NO_ADDITIONS) -> Case:
    """Read a case from a TOML file.

    Args:
        path: where the file is.
        additions: bodies that the case names and the shipped register does not hold.

    Returns:
        The facts of the case; nothing has been worked out yet.

    Raises:
        InputError: the file cannot be read, or is not a case file; everything that is wrong with it, each with its
            place.

    >>> read_case("no-such-file.toml")
    Traceback (most recent call last):
        ...
    lgtrade.issues.InputError: the file cannot be read: No such file or directory. Accepted: the path of a case file.
    """
    return read_case_text(_text_of(path, Words("the path of a case file")), additions)


def _text_of(path: str | Path, accepted: Words) -> str:
    """Give the text of a file of a reasonable size."""
    file = Path(path)
    try:
        with file.open("rb") as stream:
            content = stream.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        found = Words("the file cannot be read: {reason}", reason=reason)
        raise InputError([Issue("file.read", "", found, accepted)]) from None
    if len(content) > LARGEST_FILE:
        found = Words("the file is larger than {most} bytes", most=f"{LARGEST_FILE:,}")
        raise InputError([Issue("file.size", "", found, Words("a file of a reasonable size"))])
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        found = Words("the file is not UTF-8 text: byte {byte} cannot be read", byte=error.start)
        raise InputError([Issue("file.encoding", "", found, Words("a text file saved as UTF-8"))]) from None


def read_case_text(text: str, additions: Additions = NO_ADDITIONS) -> Case:
    """Read a case from the text of a TOML file.

    Args:
        text: the text.
        additions: bodies that the case names and the shipped register does not hold.

    Raises:
        InputError: it is not a case file; everything that is wrong with it, each with its place.

    >>> case = read_case_text('''
    ... format = 1
    ... title = "A saving shared"
    ... assumption = "made up for this page"
    ... [[key]]
    ... name = "equal"
    ... weights = { "Lichfield" = 1, "Tamworth" = 1 }
    ... [[shared]]
    ... heading = "Saving"
    ... kind = "saving"
    ... amount = 1000
    ... key = "equal"
    ... ''')
    >>> case.shared[0].amount
    £1,000.00
    """
    collector = Collector()
    table = _top(text, collector, additions)
    case = read_parts(table, collector)
    refuse(collector.issues)
    case = cast("Case", case)  # it is nothing only if an issue has been noted
    figures = _figures(case)
    if figures > MOST_FIGURES:
        found = Words("the case would come to {figures} figures", figures=f"{figures:,}")
        accepted = Words("at most {most}: shorter terms, or a file for each part of it", most=f"{MOST_FIGURES:,}")
        raise InputError([Issue("file.figures", "", found, accepted)])
    return case


def _top(text: str, collector: Collector, additions: Additions) -> Table:
    """Give the table of a whole file, and note it if its format is not known."""
    table = Table(read_toml(text), "", collector, additions)
    if table.read("format", as_whole, Words("format = {format}", format=FORMAT)) not in {FORMAT, None}:
        found = Words("this format is not known")
        table.note("format", "format", found, Words("{format}", format=FORMAT))
    return table


def read_additions(path: str | Path) -> Additions:
    """Read bodies to add to the register from a TOML file: parishes, companies, public bodies under the 1970 Act.

    Args:
        path: where the file is.

    Raises:
        InputError: the file cannot be read, or is not such a file; everything that is wrong with it, each with its
            place.

    >>> read_additions("no-such-file.toml")
    Traceback (most recent call last):
        ...
    lgtrade.issues.InputError: the file cannot be read: No such file or directory. Accepted: the path of such a file.
    """
    return read_additions_text(_text_of(path, Words("the path of such a file")))


def read_additions_text(text: str) -> Additions:
    """Read bodies to add to the register from the text of a TOML file.

    Args:
        text: the text.

    Raises:
        InputError: it is not such a file; everything that is wrong with it, each with its place.

    >>> added = read_additions_text('''
    ... format = 1
    ... [[body]]
    ... name = "Alrewas Parish Council"
    ... kind = "parish council"
    ... nation = "England"
    ... eligibility = { resolved = 2023-05-09, elected = true, clerk = true }
    ... ''')
    >>> added.find("Alrewas").kind.value
    'parish council'
    """
    collector = Collector()
    additions = read_bodies(_top(text, collector, NO_ADDITIONS))
    refuse(collector.issues)
    return cast("Additions", additions)


def _figures(case: Case) -> int:
    """Count the parts of lines, the statements, and the years of accounts that a case asks for."""
    return (
        sum(1 if line.key is None else len(line.key.weights) for line in case.costs)
        + sum(len(line.key.weights) for line in case.shared)
        + sum(len(supply.years) for supply in case.supplies)
        + sum(len(years) for years in case.account_years.values())
    )
