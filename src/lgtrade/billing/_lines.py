"""The lines of a statement: what each is for, its VAT, and simple interest on what was paid late."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial
from typing import TypeAlias

import attrs

from lgtrade.calendar import day_issues, day_or_as_given
from lgtrade.charging import ChargeElement, VatTreatment
from lgtrade.issues import Collector, InputError, Issue, refuse, unread, wrong_type
from lgtrade.money import HALF_UP, ZERO, Money, Rounding, Share
from lgtrade.sources import Assumption, Basis, Source
from lgtrade.words import Words, as_words

DAYS_IN_A_YEAR = 365
"""The days that every year counts for when interest is worked out by the day, leap years too: "actual over 365"."""

_BASIS = Words("a Source or an Assumption")
_MONEY = Words("an amount of Money")
_TREATMENT = Words("a VatTreatment")


def rounding_issues(rounding: object) -> Iterator[Issue]:
    """Yield why something is not a rounding that gives whole pence."""
    yield from wrong_type("rounding", rounding, Rounding, Words("a Rounding"))
    if isinstance(rounding, Rounding):
        yield from unread(lambda _: rounding.money(0), "rounding", rounding)


Sums: TypeAlias = Money | Sequence[ChargeElement]
"""A charge for a year: one sum before VAT, or its elements."""

Credits: TypeAlias = Sequence[ChargeElement | tuple[Words | str, Money]]
"""Sums to be taken off, each with what it is for."""


def read_sums(given: Sums, treatment: VatTreatment) -> tuple[ChargeElement, ...]:
    """Read a charge as its elements; one sum is one element, treated as is usual in the agreement."""
    if isinstance(given, Money):
        return (ChargeElement("Charge", given, treatment),)
    accepted = Words("an amount of Money, or ChargeElements")
    refuse(wrong_type("", given, (list, tuple), accepted))
    refuse(
        issue for index, each in enumerate(given) for issue in wrong_type(f"[{index}]", each, ChargeElement, accepted)
    )
    return tuple(given)


def read_credits(given: Credits, treatment: VatTreatment) -> tuple[ChargeElement, ...]:
    """Read credits, each an element or words and a sum, and refuse those that take nothing off."""
    refuse(wrong_type("", given, (list, tuple), Words("credits")))
    collector = Collector()
    read = [collector.attempt(f"[{index}]", partial(_credit, each, treatment)) for index, each in enumerate(given)]
    refuse(collector.issues)
    return tuple(each for each in read if each is not None)


def _credit(given: ChargeElement | tuple[Words | str, Money], treatment: VatTreatment) -> ChargeElement:
    accepted = Words("words and an amount of Money, or a ChargeElement")
    refuse(wrong_type("", given, (ChargeElement, tuple), accepted))
    credit = ChargeElement(given[0], given[-1], treatment) if isinstance(given, tuple) else given
    if not credit.net:
        raise InputError([Issue("credit.nothing", "", Words("the credit is nothing"), Words("a sum over nothing"))])
    return credit


@attrs.frozen
class SimpleInterest:
    """Simple interest, as agreed, on what is paid late: no interest runs on interest.

    Args:
        rate: the rate for a year: ``Share("8%")``.
        treatment: how the interest is treated for VAT.
        basis: the source of the rate, or the assumption it rests on.
        rounding: how the exact interest is rounded, once.

    Raises:
        InputError: the rounding does not give whole pence, or a part is of the wrong type; all together.

    >>> from lgtrade.charging import VatLiability
    >>> outside = VatTreatment(VatLiability.OUTSIDE_SCOPE, Assumption("illustration"))
    >>> interest = SimpleInterest(Share("8%"), outside, Assumption("illustration"))
    >>> print(interest.on(Money.pounds(1000), "2025-06-30", "2025-07-30").words)
    Interest of £6.58 on £1,000.00: 30 days at 8% a year of 365 days, half up to a penny
    """

    rate: Share
    treatment: VatTreatment
    basis: Basis
    rounding: Rounding = HALF_UP

    def __attrs_post_init__(self) -> None:
        """Refuse a rounding that gives no money."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("rate", self.rate, Share, Words("a Share"))
        yield from wrong_type("treatment", self.treatment, VatTreatment, _TREATMENT)
        yield from wrong_type("basis", self.basis, (Source, Assumption), _BASIS)
        yield from rounding_issues(self.rounding)

    def on(self, principal: Money, due: dt.date | str, paid: dt.date | str) -> InterestDue:
        """Work out the interest on a sum that was due on one day and paid on another."""
        return InterestDue(self, principal, due, paid)


@attrs.frozen
class InterestDue:
    """Interest on one sum that was paid late.

    Args:
        terms: the rate and the rest of what was agreed.
        principal: the sum that was late; over nothing.
        due: the day on which it was due; interest runs from the day after.
        paid: the day on which it was paid, and the last day of interest.

    Raises:
        InputError: it was paid before it was due, the sum is not over nothing, or a part is of the wrong type; all
            together.

    >>> from lgtrade.charging import VatLiability
    >>> outside = VatTreatment(VatLiability.OUTSIDE_SCOPE, Assumption("illustration"))
    >>> interest = SimpleInterest(Share("8%"), outside, Assumption("illustration"))
    >>> late = interest.on(Money.pounds(1000), "2025-06-30", "2025-07-30")
    >>> late.number_of_days, late.exact, late.amount
    (30, Fraction(480, 73), £6.58)
    """

    terms: SimpleInterest
    principal: Money
    due: dt.date = attrs.field(converter=day_or_as_given)
    paid: dt.date = attrs.field(converter=day_or_as_given)

    def __attrs_post_init__(self) -> None:
        """Refuse interest on nothing, and on what was not late."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("terms", self.terms, SimpleInterest, Words("a SimpleInterest"))
        yield from wrong_type("principal", self.principal, Money, _MONEY)
        if isinstance(self.principal, Money) and self.principal <= ZERO:
            found = Words("the sum that was late is {principal}", principal=self.principal)
            yield Issue("interest.principal", "principal", found, Words("a sum over nothing"))
        unread_days = [*day_issues("due", self.due), *day_issues("paid", self.paid)]
        yield from unread_days
        if not unread_days and self.paid < self.due:
            found = Words("it was paid on {paid}, before it was due on {due}", paid=self.paid, due=self.due)
            yield Issue("interest.days", "paid", found, Words("a day on or after {due}", due=self.due))

    @property
    def number_of_days(self) -> int:
        """For how many days interest runs."""
        return (self.paid - self.due).days

    @property
    def exact(self) -> Fraction:
        """The exact interest in pounds, before it is rounded."""
        return self.terms.rate.fraction * self.principal.pence * self.number_of_days / (100 * DAYS_IN_A_YEAR)

    @property
    def amount(self) -> Money:
        """The interest, rounded once."""
        return self.terms.rounding.money(self.exact)

    @property
    def words(self) -> Words:
        """What the interest is on, for how long and at what rate."""
        template = "Interest of {amount} on {principal}: {days} days at {rate} a year of {year} days, {rounding}"
        sums = {"amount": self.amount, "principal": self.principal}
        terms = {"rate": repr(self.terms.rate), "year": DAYS_IN_A_YEAR, "rounding": self.terms.rounding.name}
        return Words(template, days=self.number_of_days, **sums, **terms)


class EntryKind(enum.Enum):
    """What a line of a statement does."""

    CHARGE = "charge"
    ADJUSTMENT = "adjustment"
    CREDIT = "credit"
    INTEREST = "interest"


@attrs.frozen
class StatementEntry:
    """One line of an issued statement.

    Args:
        what: what the line does.
        name: the element charged, or what the credit or the interest is for.
        words: what the line says, with the figures it comes from.
        net: the sum before VAT; negative for a credit or a refund.
        treatment: how it is treated for VAT.
        vat: the VAT, rounded as the statement says.
        interest: for interest, the sum, days and rate that it comes from.

    Raises:
        InputError: a credit adds to what is owed, interest is not what it comes from, or a part is of the wrong type;
            all together.

    >>> from lgtrade.charging import VatLiability
    >>> exempt = VatTreatment(VatLiability.EXEMPT, Assumption("illustration"))
    >>> StatementEntry(EntryKind.CHARGE, "Training", "Training in March", Money.pounds(40), exempt, ZERO).gross
    £40.00
    """

    what: EntryKind
    name: Words = attrs.field(converter=as_words)
    words: Words = attrs.field(converter=as_words)
    net: Money
    treatment: VatTreatment
    vat: Money
    interest: InterestDue | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a line that does not do what it says."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("what", self.what, EntryKind, Words("an EntryKind"))
        yield from wrong_type("name", self.name, Words, Words("what it is for"))
        yield from wrong_type("words", self.words, Words, Words("what the line says"))
        yield from wrong_type("net", self.net, Money, _MONEY)
        yield from wrong_type("treatment", self.treatment, VatTreatment, _TREATMENT)
        yield from wrong_type("vat", self.vat, Money, _MONEY)
        if self.what is EntryKind.CREDIT and isinstance(self.net, Money) and self.net > ZERO:
            found = Words("the credit adds {net} to what is owed", net=self.net)
            yield Issue("entry.credit", "net", found, Words("a credit as a negative sum"))
        yield from wrong_type("interest", self.interest, (InterestDue, type(None)), Words("an InterestDue, or nothing"))
        if (self.what is EntryKind.INTEREST) != (self.interest is not None):
            found = Words("the line and the interest do not go together")
            accepted = Words("an InterestDue with a line of interest, and only with it")
            yield Issue("entry.interest", "interest", found, accepted)
        if isinstance(self.interest, InterestDue) and self.net != self.interest.amount:
            found = Words("the interest comes to {amount}", amount=self.interest.amount)
            yield Issue("entry.interest", "net", found, Words("that sum"))

    @property
    def gross(self) -> Money:
        """The sum with VAT."""
        return self.net + self.vat


@attrs.frozen
class Instalment:
    """A part of what a statement comes to, and the day on which it is due.

    >>> Instalment("2025-06-30", Money.pounds("82.80")).due
    datetime.date(2025, 6, 30)
    """

    due: dt.date = attrs.field(converter=day_or_as_given)
    amount: Money

    def __attrs_post_init__(self) -> None:
        """Refuse what is not a day, or not money."""
        refuse([*day_issues("due", self.due), *wrong_type("amount", self.amount, Money, Words("an amount of Money"))])
