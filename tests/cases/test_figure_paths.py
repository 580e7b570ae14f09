"""The paths by which a case file names the figures of its parts are all in the table of the page that explains it."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings

from lgtrade.cases import KINDS, Working, kind_of
from lgtrade.files import read_case
from lgtrade.strategies import workings

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "write-a-case-file.md"
PUBLISHED = sorted(Path(__file__).parent.joinpath("published").glob("*.toml"))


def paths_in_the_table() -> dict[str, str]:
    """Give, for each kind of part, the first columns of its rows."""
    columns = [line.split("|")[1] for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| `")]
    return {kind: "".join(each for each in columns if each.startswith(f" `{kind}`")) for kind in KINDS}


def not_in_the_table(part: Working) -> set[str]:
    column = paths_in_the_table()[kind_of(part)]
    return {path[0] for path in part.figures if f"`{path[0]}`" not in column}


def test_every_figure_of_a_published_case_has_a_row() -> None:
    parts = [part for file in PUBLISHED for part in read_case(file).workings]
    assert len(parts) > 40
    assert {type(part).__name__: found for part in parts if (found := not_in_the_table(part))} == {}


@settings(max_examples=40)
@given(workings())
def test_every_figure_of_any_part_has_a_row(part: Working) -> None:
    assert not_in_the_table(part) == set()
