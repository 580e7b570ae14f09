"""One line of a budget, on a key that the budget names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from lgtrade.issues import Issue, refuse, wrong_type
from lgtrade.money import Money, Remainder
from lgtrade.partnership._keys import frozen_or_as_given
from lgtrade.partnership._sharing import LineKind
from lgtrade.sources import Assumption, Basis, Source
from lgtrade.words import Words


@attrs.frozen
class BudgetLine:
    """One line of a budget.

    Args:
        heading: what it is; no other line of the budget has the same.
        amount: the whole of it.
        key: the name of the key that divides it.
        basis: the source of the figure, or the assumption it rests on.
        kind: a cost, or a gain that is set against the costs.
        fixed: sums that some partners take first, over the whole of the budget; the key divides the rest.
        remainder: who takes the odd pence of it; as the budget says, if nothing else is agreed for this line.

    Raises:
        InputError: it has no heading or names no key, or a part is of the wrong type; all together.

    >>> BudgetLine("Staff", Money.pounds(90_000), "population", Source("paper 4")).kind.value
    'cost'
    """

    heading: str
    amount: Money
    key: str
    basis: Basis
    kind: LineKind = LineKind.COST
    fixed: Mapping[str, Money] = attrs.field(factory=dict[str, Money], converter=frozen_or_as_given)
    remainder: Remainder | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a line that does not say what is shared, and how."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        for place, text, say in (("heading", self.heading, "what is shared"), ("key", self.key, "the name of a key")):
            yield from wrong_type(place, text, str, Words(say))
            if text == "":
                yield Issue("budget.empty", place, Words("it is empty"), Words(say))
        yield from wrong_type("amount", self.amount, Money, Words("an amount of Money"))
        yield from wrong_type("basis", self.basis, (Source, Assumption), Words("a Source or an Assumption"))
        yield from wrong_type("kind", self.kind, LineKind, Words("a LineKind"))
        issues = tuple(wrong_type("fixed", self.fixed, Mapping, Words("a sum for each of some partners")))
        yield from issues
        for partner, sum_ in () if issues else self.fixed.items():
            yield from wrong_type(f"fixed[{partner}]", sum_, Money, Words("an amount of Money"))
        yield from wrong_type("remainder", self.remainder, (Remainder, type(None)), Words("a Remainder, or nothing"))
