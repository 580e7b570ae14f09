"""Reading the text of a TOML file, and what usually is wrong with one that is no TOML."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from lgtrade.files._values import Unquoted
from lgtrade.issues import InputError, Issue, shown
from lgtrade.words import Words

_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_TWICE = re.compile(r"Cannot (?:declare|overwrite|mutate)")

_SLIPS = (
    (re.compile("[\u2018\u2019\u201c\u201d]"), Words('straight quotes, as in "Lichfield"')),
    (re.compile(r"(?<![\w\"'.])-?\d[\d.,]*\s*%"), Words('a percentage in quotes, as in "10.45%"')),
    (re.compile(r"(?<![\w\"'])\d{1,2}[/.]\d{1,2}[/.]\d{2,4}"), Words("a day as in 2026-04-01")),
    (re.compile(r"(?<![\w\"'])\d{4}/\d{2}(?![\w\"'])"), Words('a financial year in quotes, as in "2026/27"')),
    (re.compile(r"(?<![\w\"'])-?£"), Words("a sum without its sign, or in quotes")),
    (re.compile(r"[=\[,]\s*-?\d{1,3}(?:,\d{3})+(?![\w\"'])"), Words('a sum without commas, or in quotes: "1,234,567"')),
)
"""What an officer writes that TOML does not read, and what it reads in its place."""

_REASONS = {
    "Unclosed inline table": Words("a comma between values, and all of them on one line, up to the closing }"),
    "Unclosed array": Words("a comma between values, up to the closing ]"),
    "Invalid date or datetime": Words("a day that there is, as in 2026-04-01"),
    "Expected newline": Words("text in quotes, a number or a day, and nothing after it on the line"),
    "Invalid value": Words("text in quotes, a number, or a day as in 2026-04-01"),
}
"""What is accepted where the parser stops, by how its reason begins."""


def read_toml(text: str) -> dict[str, Any]:
    """Read the text of a TOML file; a number with a decimal point is kept as it was written.

    Args:
        text: the text.

    Raises:
        InputError: it is not TOML, with the line where it stops and what is probably wrong there.

    >>> read_toml("share = 10.45%")
    Traceback (most recent call last):
        ...
    lgtrade.issues.InputError: line 1: 'share = 10.45%' is not TOML. Accepted: a percentage in quotes, as in "10.45%".
    """
    try:
        return tomllib.loads(text, parse_float=Unquoted)
    except RecursionError:
        found = Words("the file is nested too deeply to be read")
        raise InputError([Issue("file.toml", "", found, Words("a TOML file"))]) from None
    except ValueError as error:
        raise InputError([_issue(text, str(error)[:200])]) from None


def _issue(text: str, reason: str) -> Issue:
    """Say why a text is not TOML: by its line and what is probably wrong there, or as the parser has it."""
    stops = _LINE.search(reason)
    lines = text.split("\n")
    number = len(lines) if stops is None else min(int(stops[1]), len(lines))
    place, line = f"line {number}", lines[number - 1].strip()
    if _TWICE.match(reason):
        accepted = Words("a name once; or [[...]], each time, over each of several tables")
        return Issue("file.toml", place, Words("{line} is there already", line=shown(line)), accepted)
    for slip, accepted in _SLIPS:
        if slip.search(_QUOTED.sub('""', line).partition("#")[0]):
            return Issue("file.toml", place, Words("{line} is not TOML", line=shown(line)), accepted)
    for begins, accepted in _REASONS.items():
        if reason.startswith(begins):
            return Issue("file.toml", place, Words("{line} is not TOML", line=shown(line)), accepted)
    return Issue("file.toml", "", Words("the file is not TOML: {reason}", reason=reason), Words("a TOML file"))
