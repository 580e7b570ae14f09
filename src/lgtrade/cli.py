"""The command line: a thin layer over the library.

Exit status 0 for an answer, whatever the answer is; 2 for input that is wrong, with every problem on standard error
and nothing on standard output. When files are checked, 1 if an answer or a figure is not the one that its file expects.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterator, Sequence

from lgtrade import documents, files
from lgtrade.answers import Reason
from lgtrade.cases import Comparison, Difference, check, work_out
from lgtrade.issues import InputError, Issue, refuse
from lgtrade.law import NO_ADDITIONS, Additions
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
    checked = commands.add_parser("check", help="compare what case files expect with what follows from them")
    checked.add_argument("files", metavar="FILE", nargs="+", help="a case file (TOML) with expectations")
    for each in (report, checked):
        each.add_argument("--bodies", metavar="FILE", help="a file (TOML) of bodies that the register does not hold")
    given = parser.parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    bodies: str | None = given.bodies
    try:
        additions = files.read_additions(bodies) if bodies else NO_ADDITIONS
    except InputError as error:
        sys.stderr.write(_problems(str(bodies), error))
        return 2
    if given.command == "check":
        return max(_check(file, additions) for file in given.files)
    try:
        written = documents.text(work_out(files.read_case(given.file, additions)))
    except InputError as error:
        sys.stderr.write(_problems(given.file, error))
        return 2
    sys.stdout.write(written)
    return 0


def _check(file: str, additions: Additions) -> int:
    """Check one file: 0 if all is as expected, 1 if something is not, 2 if it could not be read."""
    try:
        case = files.read_case(file, additions)
        expectations = sum(each.expected is not None for each in case.proposals)
        if not expectations and not case.published:
            accepted = Words("what is expected of a proposal, [proposal.expect], or a figure, [published]")
            refuse(
                [Issue("check.nothing", "", Words("nothing is expected in it, so nothing can be checked"), accepted)]
            )
        found = check(case)
        compared = work_out(case).comparisons if case.published else ()
    except InputError as error:
        sys.stderr.write(_problems(file, error))
        return 2
    apart = [each for each in compared if not each.as_expected]
    lines: list[Words] = []
    if expectations:
        template = "{file}: {count} of {all} proposals are as expected"
        unmet = len({each.proposal for each in found})
        lines.append(Words(template, file=file, count=expectations - unmet, all=expectations))
        lines += [line for each in found for line in _unmet(each)]
    if compared:
        template = "{file}: {count} of {all} published figures are as expected"
        lines.append(Words(template, file=file, count=len(compared) - len(apart), all=len(compared)))
        lines += [_apart(each) for each in apart]
    sys.stdout.write("".join(documents.clean(str(line)) + "\n" for line in lines))
    return 1 if found or apart else 0


def _unmet(each: Difference) -> Iterator[Words]:
    words = "  {proposal}, {of}: expected {expected}, found {found}"
    yield Words(words, proposal=each.proposal, of=each.of, expected=each.expected, found=each.found)
    if each.why:
        yield Words("    expected because: {why}", why=each.why)
    yield from (_because(why) for why in each.because)


def _apart(each: Comparison) -> Words:
    words = "  {path}: published {published}, worked out {worked}"
    if each.by is not None:
        words = "  {path}: published {published}, worked out {worked}: a difference of {difference}, and not of {by}"
    published, worked = (documents.say(each.as_published(figure)) for figure in (each.published, each.worked_out))
    apart = {"difference": documents.say(each.difference), "by": documents.say(each.by)}
    return Words(words, path=" / ".join(each.path), published=published, worked=worked, **apart)


def _because(why: Reason) -> Words:
    if why.provision is None:
        return Words("    found because: {why}", why=why.words)
    return Words("    found because: {why} [{at}]", why=why.words, at=why.provision)


def _problems(file: str, error: InputError) -> str:
    count = len(error.issues)
    template = "{file}: one problem" if count == 1 else "{file}: {count} problems"
    lines = [Words(template, file=file, count=count), *error.issues]
    return "\n  ".join(documents.clean(str(line)) for line in lines) + "\n"
