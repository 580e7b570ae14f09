"""What is usually wrong with a file that is no TOML, said as an officer can mend it."""

from __future__ import annotations

import pytest

from lgtrade.files import read_case_text
from lgtrade.issues import InputError

PERCENTAGE = 'a percentage in quotes, as in "10.45%"'
DAY = "a day as in 2026-04-01"
COMMAS = 'a sum without commas, or in quotes: "1,234,567"'
NOTHING_AFTER = "text in quotes, a number or a day, and nothing after it on the line"
ONCE = "a name once; or [[...]], each time, over each of several tables"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("share = 10.45%", f"line 2: 'share = 10.45%' is not TOML. Accepted: {PERCENTAGE}."),
        ("a = { share = 5 % }", f"line 2: 'a = {{ share = 5 % }}' is not TOML. Accepted: {PERCENTAGE}."),
        ("on = 01/06/2025", f"line 2: 'on = 01/06/2025' is not TOML. Accepted: {DAY}."),
        ("on = 1.6.25", f"line 2: 'on = 1.6.25' is not TOML. Accepted: {DAY}."),
        (
            "year = 2026/27",
            """line 2: 'year = 2026/27' is not TOML. Accepted: a financial year in quotes, as in "2026/27".""",
        ),
        ("cost = 101,340,000", f"line 2: 'cost = 101,340,000' is not TOML. Accepted: {COMMAS}."),
        ("cost = £12", "line 2: 'cost = £12' is not TOML. Accepted: a sum without its sign, or in quotes."),
        (
            "name = \u201cBury\u201d",
            """line 2: 'name = \u201cBury\u201d' is not TOML. Accepted: straight quotes, as in "Lichfield".""",
        ),
        ("[account]\n[account]", f"line 3: '[account]' is there already. Accepted: {ONCE}."),
        ("cost = 1\ncost = 2", f"line 3: 'cost = 2' is there already. Accepted: {ONCE}."),
        ('a = "5% of it" b', f"line 2: 'a = \"5% of it\" b' is not TOML. Accepted: {NOTHING_AFTER}."),
        ("a = { b = 1 c = 2 }", "line 2: 'a = { b = 1 c = 2 }' is not TOML. Accepted: a comma between values, and"),
        ("a = [1 2]", "line 2: 'a = [1 2]' is not TOML. Accepted: a comma between values, up to the closing ]."),
        ("on = 2026-02-30", "line 2: 'on = 2026-02-30' is not TOML. Accepted: a day that there is"),
        ("a = soon", "line 2: 'a = soon' is not TOML. Accepted: text in quotes, a number, or a day"),
        ("a = soon # not 3%", "line 2: 'a = soon # not 3%' is not TOML. Accepted: text in quotes, a number, or a day"),
        ('a = "x\\u2028"\nb = 2%', f"line 3: 'b = 2%' is not TOML. Accepted: {PERCENTAGE}."),
        ("= 5", "the file is not TOML: "),
    ],
)
def test_a_slip_is_named_with_its_line_and_what_would_be_accepted(text: str, words: str) -> None:
    with pytest.raises(InputError) as refused:
        read_case_text(f"format = 1\n{text}")
    assert str(refused.value).startswith(words)
