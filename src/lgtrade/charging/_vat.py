"""VAT: how a sum is treated, at what rate on which day, and how it is rounded."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import accumulate, pairwise

import attrs

from lgtrade.calendar import as_day
from lgtrade.charging._charges import rounding_issues
from lgtrade.issues import InputError, Issue, refuse, wrong_type
from lgtrade.law import KNOWN_TO
from lgtrade.money import HALF_UP, ZERO, Money, Rounding, Share
from lgtrade.sources import Assumption, Basis, Enactment, Provision, Source
from lgtrade.words import Words, as_words

_BASIS = Words("a Source or an Assumption")
_MONEY = Words("an amount of Money")
_TREATMENT = Words("a VatTreatment")
_SITE = "https://www.legislation.gov.uk"


class VatLiability(enum.Enum):
    """What VAT there is on a supply."""

    OUTSIDE_SCOPE = "outside the scope"
    EXEMPT = "exempt"
    ZERO_RATED = "zero-rated"
    REDUCED_RATED = "reduced-rated"
    STANDARD_RATED = "standard-rated"

    @property
    def bears_vat(self) -> bool:
        """Whether there is a rate of VAT over nothing."""
        return self in {VatLiability.STANDARD_RATED, VatLiability.REDUCED_RATED}


@attrs.frozen
class VatRate:
    """A rate of VAT, from a day.

    Args:
        liability: standard-rated or reduced-rated.
        since: the first day.
        rate: the rate.
        at: the provision that set it.

    >>> vat_rate(VatLiability.STANDARD_RATED, "2010-06-01").since
    datetime.date(2010, 1, 1)
    """

    liability: VatLiability
    since: dt.date
    rate: Share
    at: Provision


def _act(title: str, short: str, path: str) -> Enactment:
    return Enactment(title, short, f"{_SITE}/{path}")


_CHANGE_2008 = Enactment(
    "Value Added Tax (Change of Rate) Order 2008", "SI 2008/3020", f"{_SITE}/uksi/2008/3020", as_made=True
)
_STANDARD, _REDUCED = VatLiability.STANDARD_RATED, VatLiability.REDUCED_RATED

VAT_RATES = (
    VatRate(
        _STANDARD,
        dt.date(1973, 4, 1),
        Share("10%"),
        _act("Finance Act 1972", "FA 1972", "ukpga/1972/41").section("9(1)"),
    ),
    VatRate(
        _STANDARD,
        dt.date(1974, 7, 29),
        Share("8%"),
        _act("Finance Act 1975", "FA 1975", "ukpga/1975/7").section("1"),  # taken over from SI 1974/1224
    ),
    VatRate(
        _STANDARD,
        dt.date(1979, 6, 18),
        Share("15%"),
        _act("Finance (No. 2) Act 1979", "F(No.2)A 1979", "ukpga/1979/47").section("1(1)"),
    ),
    VatRate(
        _STANDARD,
        dt.date(1991, 4, 1),
        Share("17.5%"),
        _act("Finance Act 1991", "FA 1991", "ukpga/1991/31").section("13"),
    ),
    VatRate(_STANDARD, dt.date(2008, 12, 1), Share("15%"), _CHANGE_2008.article("3")),
    VatRate(
        _STANDARD,
        dt.date(2010, 1, 1),
        Share("17.5%"),
        _act("Finance Act 2009", "FA 2009", "ukpga/2009/10").section("9(1)"),
    ),
    VatRate(
        _STANDARD,
        dt.date(2011, 1, 4),
        Share("20%"),
        _act("Finance (No. 2) Act 2010", "F(No.2)A 2010", "ukpga/2010/31").section("3"),
    ),
    VatRate(
        _REDUCED,
        dt.date(1994, 4, 1),
        Share("8%"),
        _act("Finance Act 1993", "FA 1993", "ukpga/1993/34").section("42"),
    ),
    VatRate(
        _REDUCED,
        dt.date(1997, 9, 1),
        Share("5%"),
        _act("Finance (No. 2) Act 1997", "F(No.2)A 1997", "ukpga/1997/58").section("6"),
    ),
)
"""The rates of VAT in the United Kingdom since it began on 1 April 1973, each with the provision that set it.

A rate that some supplies had for a time beside these is not among them, and has to be stated: the higher rate of 1974
to 1979, and the 12.5% on hospitality from 1 October 2021 to 31 March 2022.
"""


def vat_rate(liability: VatLiability, on: dt.date | str) -> VatRate:
    """Give the rate of VAT in force on a day, from the table of rates.

    Args:
        liability: standard-rated or reduced-rated.
        on: the tax point.

    Raises:
        InputError: there is no rate for such supplies, or it is not known on the day.

    >>> [vat_rate(VatLiability.STANDARD_RATED, day).rate for day in ("2011-01-03", "2011-01-04")]
    [17.5%, 20%]
    """
    refuse(wrong_type("liability", liability, VatLiability, Words("a VatLiability")))
    day = as_day(on, "on")
    rates = [each for each in VAT_RATES if each.liability is liability]
    if not rates:
        found = Words("no rate is charged on what is {liability}", liability=liability.value)
        raise InputError([Issue("vat.none", "liability", found, Words("standard-rated or reduced-rated"))])
    if not rates[0].since <= day <= KNOWN_TO:
        found = Words("the rate on what is {liability} is not known on {day}", liability=liability.value, day=day)
        accepted = Words("a day from {first} to {last}, or the rate itself", first=rates[0].since, last=KNOWN_TO)
        raise InputError([Issue("vat.unknown", "on", found, accepted)])
    return max((each for each in rates if each.since <= day), key=lambda each: each.since)


@attrs.frozen
class VatTreatment:
    """How an element is treated for VAT, and who says so.

    Args:
        liability: what VAT there is.
        basis: the source of the treatment and of its rate, or the assumption they rest on.
        rate: the rate, where it is standard-rated or reduced-rated: ``Share("20%")``.

    Raises:
        InputError: it is standard-rated or reduced-rated without a rate over nothing, or has a rate and is neither, or
            a part is of the wrong type; all together.

    >>> VatTreatment(VatLiability.STANDARD_RATED, Assumption("illustration"), Share("20%")).exact(Money.pounds(276))
    Fraction(276, 5)
    """

    liability: VatLiability
    basis: Basis
    rate: Share | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a standard rate that nobody gave, and a rate where there is none."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("liability", self.liability, VatLiability, Words("a VatLiability"))
        yield from wrong_type("basis", self.basis, (Source, Assumption), _BASIS)
        yield from wrong_type("rate", self.rate, (Share, type(None)), Words("a Share, or nothing"))
        if isinstance(self.liability, VatLiability):
            yield from self._rate_issues()

    def _rate_issues(self) -> Iterator[Issue]:
        if not self.liability.bears_vat and self.rate is not None:
            found = Words("it is {liability}, and there is a rate", liability=self.liability.value)
            yield Issue("vat.rate", "rate", found, Words("no rate"))
        elif self.liability.bears_vat and (self.rate is None or self.rate == Share(0)):
            found = Words("it is {liability}, and there is no rate", liability=self.liability.value)
            yield Issue("vat.rate", "rate", found, Words("a rate over nothing"))

    @classmethod
    def on(cls, day: dt.date | str, liability: VatLiability, basis: Basis) -> VatTreatment:
        """Give the treatment of a supply whose tax point is a day, with the rate in force on it, if there is one.

        Raises:
            InputError: the rate is not known on the day.

        >>> VatTreatment.on("2009-06-30", VatLiability.STANDARD_RATED, Assumption("illustration")).rate
        15%
        """
        return cls(liability, basis, vat_rate(liability, day).rate if liability.bears_vat else None)

    def exact(self, net: Money) -> Fraction:
        """The exact VAT on a net sum, in pounds."""
        return Fraction(0) if self.rate is None else self.rate.fraction * net.pence / 100

    def within(self, gross: Money) -> Fraction:
        """The exact VAT within a sum that includes it, in pounds: a sixth of it at 20%.

        >>> taxed = VatTreatment(VatLiability.STANDARD_RATED, Assumption("illustration"), Share("20%"))
        >>> taxed.within(Money.pounds(12))
        Fraction(2, 1)
        """
        return Fraction(0) if self.rate is None else self.exact(gross) / (1 + self.rate.fraction)


class VatRounded(enum.Enum):
    """What is rounded to give the VAT on a statement.

    * ``BY_LINE``: the VAT on each line by itself.
    * ``BY_STATEMENT``: the VAT on the whole statement, once; each line shows what it adds to the rounded VAT of the
      lines before it, so that the lines add to the whole.
    """

    BY_LINE = "each line"
    BY_STATEMENT = "the whole statement"


@attrs.frozen
class VatRounding:
    """How the VAT on a statement is rounded.

    Args:
        by: whether each line is rounded, or the whole statement once.
        rounding: by which rule.

    Raises:
        InputError: the rounding does not give whole pence, or a part is of the wrong type; all together.

    >>> treatment = VatTreatment(VatLiability.STANDARD_RATED, Assumption("illustration"), Share("20%"))
    >>> sums = [(Money.pounds("0.02"), treatment)] * 3  # 0.4p each, and 1.2p together
    >>> VatRounding(VatRounded.BY_LINE).vat(sums)
    (£0.00, £0.00, £0.00)
    >>> VatRounding(VatRounded.BY_STATEMENT).vat(sums)
    (£0.00, £0.01, £0.00)
    """

    by: VatRounded = VatRounded.BY_LINE
    rounding: Rounding = HALF_UP

    def __attrs_post_init__(self) -> None:
        """Refuse a rounding that gives no money."""
        refuse([*wrong_type("by", self.by, VatRounded, Words("a VatRounded")), *rounding_issues(self.rounding)])

    def vat(self, sums: Iterable[tuple[Money, VatTreatment]]) -> tuple[Money, ...]:
        """The VAT on each net sum of one statement, in order."""
        exact = [treatment.exact(net) for net, treatment in sums]
        if self.by is VatRounded.BY_LINE:
            return tuple(self.rounding.money(each) for each in exact)
        running = [self.rounding.money(each) for each in accumulate(exact)]
        return tuple(after - before for before, after in pairwise([ZERO, *running]))


@attrs.frozen
class ChargeElement:
    """One element of a charge, or one credit, with its VAT: two elements of a service may be treated differently.

    Args:
        name: what it is for, as words or as text.
        net: the sum before VAT; nothing or more.
        treatment: how it is treated for VAT.

    Raises:
        InputError: the sum is negative, or a part is of the wrong type; all together.

    >>> exempt = VatTreatment(VatLiability.EXEMPT, Assumption("illustration"))
    >>> ChargeElement("Training", Money.pounds(40), exempt).net
    £40.00
    """

    name: Words = attrs.field(converter=as_words)
    net: Money
    treatment: VatTreatment

    def __attrs_post_init__(self) -> None:
        """Refuse a charge that is a refund."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("name", self.name, Words, Words("what it is for"))
        yield from wrong_type("net", self.net, Money, _MONEY)
        if isinstance(self.net, Money) and self.net < ZERO:
            yield Issue("element.negative", "net", Words("the sum is negative"), Words("a sum of nothing or more"))
        yield from wrong_type("treatment", self.treatment, VatTreatment, _TREATMENT)
