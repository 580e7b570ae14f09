"""A gain to be shared, in a case file."""

from __future__ import annotations

import pytest
from tests.agreements.facts import said

from lgtrade.files import read_case_text
from lgtrade.money import TO_LAST, Money, to_lead
from lgtrade.partnership import GainSharing
from lgtrade.sources import Assumption, Source

TOP = 'format = 1\ntitle = "A case"\nsource = "a report"\n'
GAINS = """
[[gains]]
name = "Audit"
partners = ["North", "South"]
costs = { North = 100, South = { amount = "80.50", assumption = "a guess" }, "North+South" = 150 }
"""


QUOTED = 'Accepted: the same number in quotes: "1.5".'
POUNDS = 'Accepted: pounds as a whole number, or in quotes: "1,234.56".'


def read(text: str) -> GainSharing:
    (sharing,) = read_case_text(TOP + text).workings
    assert isinstance(sharing, GainSharing)
    return sharing


def test_a_gain_is_read_with_the_source_or_the_assumption_of_each_cost() -> None:
    sharing = read(GAINS)
    assert sharing.game.partners == ("North", "South")
    assert [(each.partners, each.cost, each.basis) for each in sharing.game.costs] == [
        (("North",), Money.pounds(100), Source("a report")),
        (("South",), Money.pounds("80.50"), Assumption("a guess")),
        (("North", "South"), Money.pounds(150), Source("a report")),
    ]
    assert not sharing.agreed


def test_what_was_agreed_and_who_takes_the_odd_pence_are_read() -> None:
    sharing = read(GAINS + 'agreed = { North = 70, South = 80 }\nremainder = "to the lead authority"\nlead = "North"\n')
    assert sharing.agreed == {"North": Money.pounds(70), "South": Money.pounds(80)}
    assert sharing.remainder == to_lead("North")
    assert read(GAINS + 'remainder = "to the last"\n').remainder == TO_LAST


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            GAINS.replace('"North+South"', '"North + East"'),
            ["gains[0].costs[2].partners: 'East' is not a partner. Accepted: one of: North, South."],
        ),
        (
            GAINS.replace("North = 100", "North = -100"),
            ["gains[0].costs.North.cost: it is -£100.00. Accepted: from nil to £1,000,000,000,000.00."],
        ),
        (
            GAINS.replace("North = 100", "North = 1.5"),
            [f"gains[0].costs.North: 1.5 without quotes is a float, which cannot hold most amounts exactly. {QUOTED}"],
        ),
        (
            GAINS.replace('amount = "80.50"', 'amont = "80.50"'),
            [
                f"gains[0].costs.South.amount: it is missing. {POUNDS}",
                "gains[0].costs.South.amont: nothing of that name is read here. Accepted: amount, perhaps.",
            ],
        ),
        (
            '[[gains]]\nname = "Audit"\n',
            ["gains[0].partners: nobody is named. Accepted: the names of the partners, as a tuple."],
        ),
        (
            GAINS + "agreed = { North = 70 }\n",
            ["gains[0].agreed.South: it is missing. Accepted: what it pays."],
        ),
    ],
    ids=["stranger", "negative", "float", "slip", "nobody", "agreed"],
)
def test_what_is_wrong_with_a_gain_is_said_with_its_place(text: str, words: list[str]) -> None:
    assert said(lambda: read(text)) == words


def test_without_a_source_of_the_file_no_cost_has_one() -> None:
    assert said(lambda: read_case_text('format = 1\ntitle = "A case"\n' + GAINS)) == [
        "source: it is missing. Accepted: a source, or an assumption."
    ]
