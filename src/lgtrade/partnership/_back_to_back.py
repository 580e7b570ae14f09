"""A joint contract with an outside supplier is back to back: what the partners owe it is what they share."""

from __future__ import annotations

from collections.abc import Iterable

from lgtrade.billing import Owed
from lgtrade.costing import ApportionmentKey
from lgtrade.money import LARGEST, Remainder
from lgtrade.partnership._sharing import SharedLine, Sharing, share
from lgtrade.sources import Basis


def back_to_back(
    owed: Iterable[Owed], key: ApportionmentKey, basis: Basis, *, remainder: Remainder = LARGEST
) -> Sharing:
    """Share what an outside supplier is owed under a joint contract between the partners behind it, line by line.

    Credits and refunds are shared as the charges are, so that what the partners bear adds to what the supplier is owed,
    VAT included.

    Args:
        owed: what the supplier is owed: its statements, or all that a book of statements comes to.
        key: how the partners share it.
        basis: the joint contract, or the assumption in its place.
        remainder: who takes the odd pence.

    Raises:
        InputError: a line cannot be divided on the key.

    >>> from lgtrade.billing import StatementBook
    >>> from lgtrade.charging import VatLiability, VatTreatment
    >>> from lgtrade.calendar import FinancialYear
    >>> from lgtrade.money import Money
    >>> from lgtrade.sources import Assumption
    >>> assumed = Assumption("an example")
    >>> outside, year = VatTreatment(VatLiability.OUTSIDE_SCOPE, assumed), FinancialYear(2025)
    >>> book = StatementBook("JC1", year.period, outside).issue_estimate("2025-04-01", year, Money.pounds(90_000))
    >>> shared = back_to_back([book.owed()], ApportionmentKey("households", {"North": 1, "South": 2}, assumed), assumed)
    >>> -shared.net("South")
    £60,000.00
    """
    lines = [line for each in owed for line in each.lines]
    headings = [str(line.words) or line.what.value for line in lines]
    return share(
        [SharedLine(heading, line.net + line.vat, key, basis) for heading, line in zip(headings, lines, strict=True)],
        remainder=remainder,
    )
