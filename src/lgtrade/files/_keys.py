"""Reading a key, by which something is divided, from a case file."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from lgtrade.costing import ApportionmentKey
from lgtrade.files._table import Table
from lgtrade.files._values import Unquoted, as_money, as_share
from lgtrade.issues import InputError, Issue
from lgtrade.money import Share, Shares, exact_number
from lgtrade.sources import Basis
from lgtrade.words import Words


def read_key(table: Table, source: Basis | None) -> ApportionmentKey | None:
    """Read a key with its weights, or with shares that add to the whole."""
    name, basis = table.text("name"), table.basis(source)
    if "shares" in table:
        shares = table.items("shares", as_share)
        weights = {each: share.fraction for each, share in shares.items()}
        return table.build(lambda: ApportionmentKey(name, _whole(shares, weights), basis))
    if "weights" not in table:
        table.take("weights", accepts=Words("a table of weights, or of shares that add to 100%"))
    weights = table.items("weights", _weight)
    return table.build(lambda: ApportionmentKey(name, weights, basis))


def _whole(shares: dict[str, Share], weights: dict[str, Fraction]) -> dict[str, Fraction]:
    Shares(shares)  # refuses shares that do not add to one
    return weights


def _weight(value: Any) -> Fraction:
    if isinstance(value, Unquoted):
        as_money(value)  # refuses it, and says how to write it
    weight = exact_number(value)
    if weight < 0:
        found, accepted = Words("the weight is negative"), Words("a weight of nothing or more")
        raise InputError([Issue("weights.negative", "", found, accepted)])
    return Fraction(weight)
