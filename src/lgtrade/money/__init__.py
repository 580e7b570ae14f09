"""Money: whole pence, exact rates and shares, named rounding, and division that loses no penny."""

from lgtrade.money._exact import (
    EXACT,
    Exact,
    as_fraction,
    exact_fraction,
    exact_number,
    fraction_or_as_given,
    number_or_as_given,
    plain,
)
from lgtrade.money._money import ZERO, Amount, Money, total
from lgtrade.money._rate import Rate
from lgtrade.money._rounding import DOWN, HALF_EVEN, HALF_UP, UP, Direction, Rounding
from lgtrade.money._share import Share, Shares
from lgtrade.money._split import (
    CELL_BY_CELL,
    LARGEST,
    TO_LAST,
    Remainder,
    RemainderRule,
    Split,
    split,
    to_lead,
)

__all__ = [
    "CELL_BY_CELL",
    "DOWN",
    "EXACT",
    "HALF_EVEN",
    "HALF_UP",
    "LARGEST",
    "TO_LAST",
    "UP",
    "ZERO",
    "Amount",
    "Direction",
    "Exact",
    "Money",
    "Rate",
    "Remainder",
    "RemainderRule",
    "Rounding",
    "Share",
    "Shares",
    "Split",
    "as_fraction",
    "exact_fraction",
    "exact_number",
    "fraction_or_as_given",
    "number_or_as_given",
    "plain",
    "split",
    "to_lead",
    "total",
]
