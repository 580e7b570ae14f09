"""One line of a budget, on a key that the budget names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from lgtrade.issues import Issue, refuse, wrong_type
from lgtrade.money import Money, Remainder, total
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
        key: the name of the key that divides it; none where the fixed sums are the whole of it.
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
    key: str | None
    basis: Basis
    kind: LineKind = LineKind.COST
    fixed: Mapping[str, Money] = attrs.field(factory=dict[str, Money], converter=frozen_or_as_given)
    remainder: Remainder | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a line that does not say what is shared, and how."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        named = {"heading": (self.heading, Words("what is shared"))}
        if self.key is not None:
            named["key"] = (self.key, Words("the name of a key"))
        for place, (text, say) in named.items():
            yield from wrong_type(place, text, str, say)
            if text == "":
                yield Issue("budget.empty", place, Words("it is empty"), say)
        yield from wrong_type("amount", self.amount, Money, Words("an amount of Money"))
        yield from wrong_type("basis", self.basis, (Source, Assumption), Words("a Source or an Assumption"))
        yield from wrong_type("kind", self.kind, LineKind, Words("a LineKind"))
        issues = tuple(wrong_type("fixed", self.fixed, Mapping, Words("a sum for each of some partners")))
        for partner, sum_ in () if issues else self.fixed.items():
            issues = (*issues, *wrong_type(f"fixed[{partner}]", sum_, Money, Words("an amount of Money")))
        yield from issues
        if self.key is None and not issues and isinstance(self.amount, Money):
            yield from self._rest_issues()
        yield from wrong_type("remainder", self.remainder, (Remainder, type(None)), Words("a Remainder, or nothing"))

    def _rest_issues(self) -> Iterator[Issue]:
        """Yield why a line without a key is not shared by its fixed sums."""
        rest = self.amount - total(self.fixed.values())
        if rest or not self.fixed:
            found = Words("there is no key, and the fixed sums leave {rest}", rest=rest)
            accepted = Words("the name of a key, or fixed sums that add to {amount}", amount=self.amount)
            yield Issue("budget.rest", "key", found, accepted)
