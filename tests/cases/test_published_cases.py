"""Published arrangements between councils, restated as case files: every printed figure is compared exactly."""

from __future__ import annotations

from pathlib import Path

import pytest

from lgtrade import documents
from lgtrade.cases import work_out
from lgtrade.files import read_case
from lgtrade.sources import Source

FILES = sorted(Path(__file__).parent.joinpath("published").glob("*.toml"))

WITHOUT_ADDRESS = {"corporate-systems-outline-business-case-2024-34"}
"""Those whose source is kept without one."""


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_published_figure_is_worked_out_exactly_or_differs_as_the_file_says(file: Path) -> None:
    worked = work_out(read_case(file))
    assert worked.comparisons
    assert isinstance(worked.case.source, Source)
    assert bool(worked.case.source.address) != (file.stem in WITHOUT_ADDRESS)
    unexpected = {each.path: (each.worked_out, each.published) for each in worked.comparisons if not each.as_expected}
    assert unexpected == {}
    assert documents.text(worked).startswith(worked.case.title)
