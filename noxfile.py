"""Every check of the project, each a session; `nox` runs them all."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import zipfile
from pathlib import Path

import nox

nox.needs_version = ">=2025.5.1"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.download_python = "never"
nox.options.error_on_missing_interpreters = False

os.environ.pop("PYTHONPATH", None)  # sessions test what they install, not what a shell happens to point at

ROOT = Path(__file__).parent
PROJECT = nox.project.load_toml(ROOT / "pyproject.toml")
SUPPORTED = nox.project.python_versions(PROJECT)
RUNNING = f"{sys.version_info.major}.{sys.version_info.minor}"
# What works on the oldest and the newest works on those between; `nox -s tests --force-python 3.12` tries one of them.
FOUND = [version for version in SUPPORTED if shutil.which(f"python{version}")] or [RUNNING]
PYTHONS = sorted({FOUND[0], RUNNING, FOUND[-1]}, key=lambda version: int(version.partition(".")[2]))

# The examples of one page build on one another, so that a file stays in one process.
SIDE_BY_SIDE = ("-n", "auto", "--dist", "loadfile")


def needs(group: str) -> tuple[str, ...]:
    """Give the requirements of one dependency group."""
    return nox.project.dependency_groups(PROJECT, group)


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the tests and every example against the built wheel, on the oldest and the newest Python found.

    On the one at hand coverage is measured, and each property is tried on as many examples as usual; on the other on
    fewer, for what differs between Pythons is found by any. They are the same examples in every run.
    """
    session.install(".[strategies]", *needs("test"))
    if session.posargs:
        session.run("pytest", *session.posargs)
        return
    if session.python != RUNNING:
        session.run("pytest", *SIDE_BY_SIDE, env={"LGTRADE_EXAMPLES": "few"})
        return
    session.run("coverage", "run", "-m", "pytest", *SIDE_BY_SIDE, env={"LGTRADE_EXAMPLES": "same"})
    session.run("coverage", "combine")
    session.run("coverage", "report")


@nox.session(default=False)
def thorough(session: nox.Session) -> None:
    """Try every property on far more examples; it takes an hour or so."""
    session.install(".[strategies]", *needs("test"))
    session.run("pytest", "tests", *session.posargs, env={"LGTRADE_EXAMPLES": "thorough"})


@nox.session
def lint(session: nox.Session) -> None:
    """Check the style, the format and the order of the rooms."""
    session.install(*needs("lint"))
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("lint-imports", "--no-logo", env={"PYTHONPATH": "src"})


@nox.session
def types(session: nox.Session) -> None:
    """Check the types twice: mypy and pyright find different faults."""
    session.install(".[strategies]", *needs("types"))
    session.run("mypy")
    session.run("pyright", env={"PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"})


@nox.session
def docs(session: nox.Session) -> None:
    """Build the docs, with their notebooks run, offline and without a warning."""
    session.install(".[strategies]", *needs("docs"))
    session.run(
        "sphinx-build", "--fresh-env", "--fail-on-warning", "--keep-going", "--nitpicky", "docs", "docs/_build/html"
    )


@nox.session
def examples(session: nox.Session) -> None:
    """Report on each case file in examples/, and run each notebook there from top to bottom."""
    session.install(".", *needs("examples"))
    folder = ROOT / "examples"
    for case in sorted(folder.glob("*.toml")):
        session.run("lgtrade", "report", str(case))
    with tempfile.TemporaryDirectory() as scratch, session.chdir(folder):
        for notebook in sorted(folder.glob("*.md")):
            script = Path(scratch, notebook.stem).with_suffix(".py")
            session.run("jupytext", "--from", "md:myst", "--to", "py", "--output", str(script), str(notebook))
            session.run("python", "-W", "error", str(script))


@nox.session
def bench(session: nox.Session) -> None:
    """Measure the import and the pricing of one agreement, and print them beside their targets."""
    script = ROOT / "benchmarks" / "run.py"
    if not script.exists():
        session.skip("there are no benchmarks yet")
    session.install(".")
    session.run("python", str(script), *session.posargs)


@nox.session
def build(session: nox.Session) -> None:
    """Build the distributions, and check that the wheel holds every file of the package."""
    session.install(*needs("build"))
    with tempfile.TemporaryDirectory() as scratch:
        session.run("python", "-m", "build", "--outdir", scratch)
        distributions = sorted(Path(scratch).iterdir())
        session.run("twine", "check", "--strict", *(str(path) for path in distributions))
        wheel = next(path for path in distributions if path.suffix == ".whl")
        packed = set(zipfile.ZipFile(wheel).namelist())
    source = ROOT / "src"
    files = (path.relative_to(source).as_posix() for path in source.rglob("*") if path.is_file())
    missing = sorted(name for name in files if "__pycache__" not in name and name not in packed)
    if missing:
        session.error(f"the wheel does not hold {', '.join(missing)}")
