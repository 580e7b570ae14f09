"""Receipts: an opinion can be given again years later, and what is no longer as it was is said."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given, settings
from tests.law.facts import AT_COST, opinion

from lgtrade.files import from_json, to_json
from lgtrade.law import POWERS, Opinion, Receipt, assess, law_hash, receipt, receipts, run_again
from lgtrade.strategies import opinions


@settings(max_examples=30, deadline=None)
@given(opinions())
def test_a_receipt_kept_as_json_gives_the_same_opinion_again(found: Opinion) -> None:
    kept = from_json(to_json(receipt(found)), Receipt)
    again = run_again(kept)
    assert again.differences == ()
    assert again.opinion == found == assess(kept.proposal)


def test_everything_that_is_no_longer_as_it_was_is_said() -> None:
    now = receipt(opinion("2008-05-01", **AT_COST))
    then = attrs.evolve(
        now,
        library="0.0.9",
        law="0123456789abcdef",
        versions={**now.versions, "LGA2003_S93": "2003-11-27"},
        outcomes={**now.outcomes, "LGA2003_S93": "excluded", "LGA1963_S137": "available"},
    )
    assert [str(each) for each in run_again(then).differences] == [
        f"The library was 0.0.9, and is now {now.library}.",
        f"The law is modelled otherwise than it was: 0123456789abcdef, now {law_hash()}.",
        "LGA2003_S93: the version read began on 2003-11-27, and is now that of 2003-11-18.",
        "LGA2003_S93: it was excluded, and is now available.",
        "LGA1963_S137: it was available, and is now none.",
    ]


def test_the_hash_of_the_law_changes_with_any_day_of_any_power(monkeypatch: pytest.MonkeyPatch) -> None:
    before = law_hash()
    first, *others = POWERS
    version = attrs.evolve(first.versions[0], since=first.versions[0].since.replace(year=1975))
    monkeypatch.setattr(receipts, "POWERS", (attrs.evolve(first, versions=(version,)), *others))
    law_hash.cache_clear()
    assert law_hash() != before
    monkeypatch.undo()
    law_hash.cache_clear()
    assert law_hash() == before
