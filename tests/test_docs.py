"""The how-to pages say what the library does: the file that they build up, piece by piece, is read and worked out."""

from __future__ import annotations

import re
from pathlib import Path

from lgtrade.answers import Verdict
from lgtrade.cases import work_out
from lgtrade.files import read_case_text
from lgtrade.money import Money

DOCS = Path(__file__).parents[1] / "docs"


def test_the_case_file_of_the_how_to_guide_is_one() -> None:
    page = (DOCS / "how-to" / "write-a-case-file.md").read_text(encoding="utf-8")
    pieces = re.findall(r"^```toml\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    worked = work_out(read_case_text("\n".join(pieces)))
    assert worked.opinions[0].opinion.verdict is Verdict.YES
    assert {each.path: (each.agrees, each.as_expected) for each in worked.comparisons} == {
        ("owed", "Help desk", "help-desk", "2004/05"): (True, True),
        ("share", "Saving", "Lichfield District Council"): (True, True),
        ("net", "Lichfield District Council"): (True, True),
        ("net", "Staffordshire Moorlands District Council"): (False, True),
    }
    # 3,130 calls at £13.50 and £820 of parish councils, less the cost of £40,500 and £240 that came late
    assert worked.accounts[0].closing == Money.pounds("2,335")
