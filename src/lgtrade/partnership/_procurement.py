"""Joint procurement: lots awarded, what it costs to procure, what each council saves, and who gains."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import partial

import attrs

from lgtrade.figures import Figure, Figures
from lgtrade.frozen import FrozenMapping, freeze
from lgtrade.issues import Collector, Issue, given_twice, refuse, wrong_type
from lgtrade.money import LARGEST, ZERO, Money, Remainder, total
from lgtrade.notebook import ShownInNotebooks
from lgtrade.partnership._awards import LotAward, award_lot
from lgtrade.partnership._grants import Grant
from lgtrade.partnership._scores import parts_issues, unknown_issues
from lgtrade.partnership._scoring import basis_issues, name_issues
from lgtrade.partnership._sharing import LineKind, SharedLine, Sharing, share
from lgtrade.partnership._tenders import AssessmentMethod, Baseline, Lot
from lgtrade.sources import Basis
from lgtrade.words import Words


@attrs.frozen
class CouncilGain:
    """What one council has of a joint procurement.

    Args:
        council: whose it is.
        savings: its baseline, less what it pays, for each lot that is awarded; below nothing if it pays more.
        procuring: its share of the cost of procuring.
        alone: what procuring alone would have cost it; nothing if that is not given.
        grants: its share of the grants that are kept.
        cashable: what of all these, taken together, is money in or out of a budget.

    >>> CouncilGain("Lichfield", {"ICT": Money.pounds(90)}, Money.pounds(15), ZERO, Money.pounds(5), ZERO).net
    £80.00
    """

    council: str
    savings: Mapping[str, Money] = attrs.field(converter=freeze)
    procuring: Money
    alone: Money
    grants: Money
    cashable: Money

    @property
    def avoided(self) -> Money:
        """What procuring jointly costs it less than procuring alone; below nothing if it costs more."""
        return self.alone - self.procuring

    @property
    def net(self) -> Money:
        """What it gains in all; below nothing if it loses."""
        return total(self.savings.values()) + self.avoided + self.grants

    @property
    def words(self) -> Words:
        """Whether it gains, in a sentence."""
        template = "{council} neither gains nor loses; the cashable part is {cashable}."
        if self.net > ZERO:
            template = "{council} gains {net}; the cashable part is {cashable}."
        elif self.net < ZERO:
            template = "{council} loses {net}; the cashable part is {cashable}."
        return Words(template, council=self.council, net=abs(self.net), cashable=self.cashable)


@attrs.frozen
class JointProcurement(ShownInNotebooks):
    """A procurement that councils carry out together, led by one of them.

    Args:
        name: what is procured.
        councils: those that take part.
        lead: the lead authority, which is one of them.
        basis: where it was published, or the assumption in its place.
        method: how tenders are assessed; none if there are no lots.
        lots: what is bought.
        costs: lines of what it costs to procure, each shared on its own key.
        alone: what procuring alone would cost each council, to compare with its share.
        grants: grants from outside.
        remainder: who takes the odd pence of what is shared.

    Raises:
        InputError: the lead or another council named takes no part, lots have no method, a line is no cost, something
            cannot be shared or assessed, or a part is of the wrong type; all together, each with its place.

    >>> from lgtrade.costing import ApportionmentKey
    >>> from lgtrade.sources import Assumption
    >>> made_up = Assumption("made up for this page")
    >>> equal = ApportionmentKey("equal", {"Lichfield": 1, "Tamworth": 1}, made_up)
    >>> procurement = JointProcurement(
    ...     "Waste collection",
    ...     ("Lichfield", "Tamworth"),
    ...     "Lichfield",
    ...     made_up,
    ...     costs=(SharedLine("Consultants", Money.pounds(60_000), equal, made_up),),
    ...     alone=(Baseline("Lichfield", Money.pounds(50_000), made_up, cashable=False),),
    ... )
    >>> for gain in procurement.gains:
    ...     print(gain.words)
    Lichfield gains £20,000.00; the cashable part is -£30,000.00.
    Tamworth loses £30,000.00; the cashable part is -£30,000.00.
    """

    name: str
    councils: tuple[str, ...]
    lead: str
    basis: Basis
    method: AssessmentMethod | None = None
    lots: tuple[Lot, ...] = ()
    costs: tuple[SharedLine, ...] = ()
    alone: tuple[Baseline, ...] = ()
    grants: tuple[Grant, ...] = ()
    remainder: Remainder = attrs.field(factory=lambda: LARGEST)

    def __attrs_post_init__(self) -> None:
        """Refuse a procurement that names others than its own councils, or that does not work out."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        misfits = [
            *parts_issues("councils", self.councils, str, Words("the name of a council")),
            *parts_issues("lots", self.lots, Lot, Words("a Lot")),
            *parts_issues("costs", self.costs, SharedLine, Words("a SharedLine")),
            *parts_issues("alone", self.alone, Baseline, Words("a Baseline")),
            *parts_issues("grants", self.grants, Grant, Words("a Grant")),
            *wrong_type("remainder", self.remainder, Remainder, Words("a Remainder")),
        ]
        if self.method is not None:
            misfits += wrong_type("method", self.method, AssessmentMethod, Words("an AssessmentMethod, or nothing"))
        yield from name_issues("name", self.name)
        yield from name_issues("lead", self.lead)
        yield from basis_issues(self.basis)
        yield from misfits
        if misfits:
            return
        yield from given_twice("councils[{}]", self.councils)
        yield from given_twice("lots[{}].name", [lot.name for lot in self.lots])
        yield from given_twice("alone[{}].council", [each.council for each in self.alone])
        yield from given_twice("grants[{}].name", [grant.name for grant in self.grants])
        for place, council in self._named():
            yield from unknown_issues(place, council, self.councils)
        for number, line in enumerate(self.costs):
            if line.kind is not LineKind.COST:
                found = Words("it is a {kind}", kind=line.kind.value)
                yield Issue("procurement.cost", f"costs[{number}].kind", found, Words("a cost"))
        if self.lots and self.method is None:
            found = Words("there are lots, and no method to assess tenders")
            yield Issue("procurement.method", "method", found, Words("an AssessmentMethod"))
        yield from self._trial()

    def _named(self) -> Iterator[tuple[str, str]]:
        yield "lead", self.lead
        for number, lot in enumerate(self.lots):
            yield from ((f"lots[{number}].baselines[{place}]", each) for place, each in enumerate(lot.councils))
        for number, line in enumerate(self.costs):
            partners = dict.fromkeys((*line.fixed, *line.key.weights))
            yield from ((f"costs[{number}].key", partner) for partner in partners)
        yield from ((f"alone[{number}].council", each.council) for number, each in enumerate(self.alone))
        for number, grant in enumerate(self.grants):
            yield from ((f"grants[{number}].key", partner) for partner in grant.key.weights)

    def _trial(self) -> list[Issue]:
        """Share and assess everything once, so that nothing is refused afterwards."""
        collector = Collector()
        collector.attempt("costs", lambda: share(self.costs, remainder=self.remainder))
        collector.attempt("grants", lambda: share(self._grant_lines, remainder=self.remainder))
        for number, lot in enumerate(self.lots):
            if self.method is not None:
                collector.attempt(f"lots[{number}]", partial(award_lot, lot, self.method))
            for tender in lot.tenders:
                collector.attempt(f"lots[{number}].key", partial(lot.paid, tender.supplier, self.remainder))
        return list(dict.fromkeys(collector.issues))

    @property
    def _grant_lines(self) -> list[SharedLine]:
        return [SharedLine(each.name, each.kept, each.key, each.basis, LineKind.GRANT) for each in self.grants]

    @functools.cached_property
    def awards(self) -> tuple[LotAward, ...]:
        """Who is awarded each lot, if anyone."""
        method = self.method
        return () if method is None else tuple(award_lot(lot, method) for lot in self.lots)

    @functools.cached_property
    def sharing(self) -> Sharing:
        """How the cost of procuring and the grants that are kept are shared."""
        return share([*self.costs, *self._grant_lines], remainder=self.remainder)

    @property
    def paid(self) -> FrozenMapping[str, FrozenMapping[str, Money]]:
        """What each council pays on each lot awarded."""
        awards = zip(self.lots, self.awards, strict=True)
        return FrozenMapping(
            {
                lot.name: lot.paid(awarded.winner, self.remainder)
                for lot, awarded in awards
                if awarded.winner is not None
            }
        )

    @property
    def savings(self) -> FrozenMapping[str, FrozenMapping[str, Money]]:
        """What each council saves against its own baseline on each lot awarded; below nothing if it pays more."""
        paid = self.paid
        return FrozenMapping(
            {
                lot.name: FrozenMapping(
                    {each.council: each.amount - paid[lot.name][each.council] for each in lot.baselines}
                )
                for lot in self.lots
                if lot.name in paid
            }
        )

    @property
    def gains(self) -> tuple[CouncilGain, ...]:
        """What each council has of it."""
        return tuple(map(self._gain, self.councils))

    @property
    def in_all(self) -> CouncilGain:
        """What all the councils together have of it."""
        gains = self.gains
        return CouncilGain(
            "all councils",
            {lot: total(by_council.values()) for lot, by_council in self.savings.items()},
            total(gain.procuring for gain in gains),
            total(gain.alone for gain in gains),
            total(gain.grants for gain in gains),
            total(gain.cashable for gain in gains),
        )

    def _gain(self, council: str) -> CouncilGain:
        savings = {lot: by_council[council] for lot, by_council in self.savings.items() if council in by_council}
        procuring, grants = self.sharing.of(council, LineKind.COST), self.sharing.of(council, LineKind.GRANT)
        alone = total(each.amount for each in self.alone if each.council == council)
        in_money = total(each.amount for each in self.alone if each.council == council and each.cashable)
        cashable = total(
            savings[lot.name]
            for lot in self.lots
            for each in lot.baselines
            if each.council == council and each.cashable and lot.name in savings
        )
        return CouncilGain(council, savings, procuring, alone, grants, cashable + in_money + grants - procuring)

    @property
    def figures(self) -> Figures:
        """Every figure worked out, by its path."""
        return FrozenMapping(dict(self._figures()))

    def _figures(self) -> Iterator[tuple[tuple[str, ...], Figure]]:
        for awarded in self.awards:
            for tender in awarded.tenders:
                yield ("lot", awarded.lot, "quality", tender.supplier), tender.quality
                yield ("lot", awarded.lot, "price-points", tender.supplier), tender.price_points
                yield ("lot", awarded.lot, "score", tender.supplier), tender.score
                yield ("lot", awarded.lot, "rank", tender.supplier), tender.rank
            yield from ((("lot", awarded.lot, "excluded", name), True) for name in awarded.excluded)
            if awarded.winner is not None:
                yield ("lot", awarded.lot, "awarded"), awarded.winner
        yield from self._council_sums()
        for grant in self.grants:
            yield ("grant", grant.name, "offered"), grant.offered
            yield ("grant", grant.name, "payable"), grant.payable
            yield ("grant", grant.name, "returned"), grant.returned
            yield ("grant", grant.name, "kept"), grant.kept
        whole = self.in_all
        for gain in self.gains:
            yield from ((("council", gain.council, what), figure) for what, figure in _figures_of(gain))
            if whole.procuring:
                part = Fraction(gain.procuring.pence, whole.procuring.pence)
                yield ("council", gain.council, "part-of-procuring"), part
            if gain.alone:
                yield ("council", gain.council, "part-of-alone"), Fraction(gain.procuring.pence, gain.alone.pence)
        yield from ((("in-all", what), figure) for what, figure in _figures_of(whole))
        if whole.alone and all(gain.alone or not gain.procuring for gain in self.gains):
            yield ("in-all", "part-of-alone"), Fraction(whole.procuring.pence, whole.alone.pence)

    def _council_sums(self) -> Iterator[tuple[tuple[str, ...], Figure]]:
        for lot, by_council in self.paid.items():
            yield from ((("lot", lot, "paid", council), sum_) for council, sum_ in by_council.items())
        for lot, by_council in self.savings.items():
            yield from ((("lot", lot, "saving", council), saving) for council, saving in by_council.items())

    @property
    def bases(self) -> tuple[tuple[str, Basis], ...]:
        """Where everything in it is from."""
        return tuple(self._bases())

    def _bases(self) -> Iterator[tuple[str, Basis]]:
        yield self.name, self.basis
        if self.method is not None:
            yield f"{self.name}: how tenders are assessed", self.method.basis
        for lot in self.lots:
            yield from ((f"{lot.name}: {each.council}", each.basis) for each in lot.baselines)
            yield from ((f"{lot.name}: {each.supplier}", each.basis) for each in lot.tenders)
            yield from ((f"{lot.name}: {each.criterion}, scored by {each.by}", each.basis) for each in lot.sheets)
            yield from ((f"{lot.name}: {each.name}", each.basis) for each in lot.requirements)
            if lot.key is not None:
                yield lot.key.name, lot.key.basis
        for line in self.costs:
            yield line.heading, line.basis
            yield line.key.name, line.key.basis
        yield from ((f"{each.council} alone", each.basis) for each in self.alone)
        for grant in self.grants:
            yield grant.name, grant.basis
            yield grant.key.name, grant.key.basis


def _figures_of(gain: CouncilGain) -> Iterator[tuple[str, Figure]]:
    yield "saving", total(gain.savings.values())
    yield "procuring", gain.procuring
    if gain.alone:
        yield "alone", gain.alone
        yield "avoided", gain.avoided
    yield "grants", gain.grants
    yield "net", gain.net
    yield "cashable", gain.cashable
