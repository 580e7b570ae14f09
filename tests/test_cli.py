"""The command, as somebody types it."""

from __future__ import annotations

import contextlib
import io
import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from lgtrade.cli import main
from lgtrade.version import VERSION

EXAMPLES = Path(__file__).parents[1] / "examples"


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.toml")), ids=lambda path: path.stem)
def test_a_case_file_gets_a_report_and_status_nought(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", str(path)]) == 0
    written = capsys.readouterr()
    assert written.err == ""
    assert written.out.startswith(path.read_text(encoding="utf-8").split('title = "')[1].split('"')[0])
    assert written.out.endswith("It is not legal advice.\n")


def test_a_bad_file_gets_every_problem_status_two_and_no_answer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "case.toml"
    path.write_text('format = 1\ntitle = 7\n[[proposal]]\non = 2004-04-01\nsupplier = "Lichfeild"\n', encoding="utf-8")
    assert main(["report", str(path)]) == 2
    written = capsys.readouterr()
    assert written.out == ""
    lines = written.err.splitlines()
    assert lines[0] == f"{path}: 6 problems"
    assert len(lines) == 7
    assert all(line.startswith("  ") for line in lines[1:])


def test_a_case_that_cannot_be_worked_out_gets_no_half_of_a_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "case.toml"
    path.write_text(
        'format = 1\ntitle = "t"\nsource = "s"\n[published.balance.audit]\n"2004/05" = 5\n', encoding="utf-8"
    )
    assert main(["report", str(path)]) == 2
    written = capsys.readouterr()
    assert written.out == ""
    assert written.err.splitlines()[0] == f"{path}: one problem"


def test_the_report_can_be_caught_in_memory() -> None:
    caught = io.StringIO()
    with contextlib.redirect_stdout(caught):
        assert main(["report", str(EXAMPLES / "neath-port-talbot-building-control.toml")]) == 0
    assert "−£71,294.00" in caught.getvalue()


def test_a_file_name_cannot_act_on_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "\x1b[31mred.toml"]) == 2
    assert "\x1b" not in capsys.readouterr().err


def test_the_version_and_the_help_are_given(capsys: pytest.CaptureFixture[str]) -> None:
    for word, said in (("--version", f"lgtrade {VERSION}"), ("--help", "information, not legal advice")):
        with pytest.raises(SystemExit) as left:
            main([word])
        assert left.value.code == 0
        assert said in " ".join(capsys.readouterr().out.split())


def test_a_command_that_is_not_known_gets_status_two(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["guess"])
    assert left.value.code == 2
    assert "invalid choice: 'guess'" in capsys.readouterr().err


def test_python_runs_the_package(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["lgtrade", "report", "missing.toml"])
    with pytest.raises(SystemExit) as left:
        runpy.run_module("lgtrade", run_name="__main__")
    assert left.value.code == 2
    assert capsys.readouterr().err.startswith("missing.toml: one problem\n")


def test_a_report_is_written_even_where_the_terminal_expects_another_encoding() -> None:
    path = EXAMPLES / "neath-port-talbot-building-control.toml"
    run = subprocess.run(  # noqa: S603  # our own command on our own file
        [sys.executable, "-X", "utf8=0", "-m", "lgtrade", "report", str(path)],
        capture_output=True,
        check=True,
        env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert "−£71,294.00" in run.stdout.decode("utf-8")
