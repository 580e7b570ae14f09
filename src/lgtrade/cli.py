"""The command line: a thin layer over the library.

Exit status 0 for an answer, whatever the answer is; 2 for input that is wrong, with every problem on standard error
and nothing on standard output.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence

from lgtrade import documents, files
from lgtrade.cases import work_out
from lgtrade.issues import InputError
from lgtrade.version import VERSION
from lgtrade.words import Words


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and give its exit status."""
    parser = argparse.ArgumentParser(
        prog="lgtrade",
        description="Services that public authorities supply to one another: information, not legal advice.",
    )
    parser.add_argument("--version", action="version", version=f"lgtrade {VERSION}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    report = commands.add_parser("report", help="read a case file, and say what follows from it")
    report.add_argument("file", metavar="FILE", help="a case file (TOML)")
    given = parser.parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    try:
        written = documents.text(work_out(files.read_case(given.file)))
    except InputError as error:
        sys.stderr.write(_problems(given.file, error))
        return 2
    sys.stdout.write(written)
    return 0


def _problems(file: str, error: InputError) -> str:
    count = len(error.issues)
    template = "{file}: one problem" if count == 1 else "{file}: {count} problems"
    lines = [Words(template, file=file, count=count), *error.issues]
    return "\n  ".join(documents.clean(str(line)) for line in lines) + "\n"
