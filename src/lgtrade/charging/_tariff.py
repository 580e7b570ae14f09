"""A tariff: elements of a service, each with its own price and its own VAT, and sales that are charged by it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import partial
from typing import get_args

import attrs

from lgtrade.calendar import Period, day_issues, day_or_as_given
from lgtrade.charging._charges import ChargeLine, Occasion, read_quantity
from lgtrade.charging._days import Prorated
from lgtrade.charging._indexation import Price, prices_in
from lgtrade.charging._vat import ChargeElement, VatLiability, VatRounding, VatTreatment
from lgtrade.figures import Figure, Figures
from lgtrade.frozen import FrozenMapping, freeze
from lgtrade.issues import (
    Collector,
    Issue,
    each_wrong_type,
    given_twice,
    read_or_as_given,
    refuse,
    shown,
    unread,
    wrong_type,
)
from lgtrade.money import HALF_UP, Money, Share, total
from lgtrade.notebook import ShownInNotebooks
from lgtrade.sources import Assumption, Basis, Source
from lgtrade.words import Words

_NAME = Words("a name")


def name_issues(place: str, name: str) -> Iterator[Issue]:
    """Yield why something is not a name."""
    yield from wrong_type(place, name, str, _NAME)
    if name == "":
        yield Issue("name.empty", place, Words("it is empty"), _NAME)


@attrs.frozen
class Element:
    """One element of a service, with its own price and its own VAT.

    Args:
        name: what it is.
        price: its price; before VAT, unless it says that it includes it.
        liability: how it is treated for VAT.
        basis: where the price and the treatment are from.
        rate: the rate of VAT, where it is stated; otherwise the rate in force on the tax point.
        includes_vat: whether the price includes the VAT, which is then taken out of what it comes to, half up.

    Raises:
        InputError: it has no name, a rate is stated where there is none, or a part is of the wrong type; all together.

    >>> from lgtrade.charging import Flat
    >>> search = Element("Search", Flat(Money.pounds(10)), VatLiability.OUTSIDE_SCOPE, Assumption("illustration"))
    >>> search.charge(1, "2019-04-01").net
    £10.00
    >>> with_vat = Flat(Money.pounds(50))
    >>> form = Element("Form", with_vat, VatLiability.STANDARD_RATED, Assumption("an example"), includes_vat=True)
    >>> form.charge(1, "2019-04-01").net
    £41.67
    """

    name: str
    price: Price
    liability: VatLiability
    basis: Basis
    rate: Share | None = None
    includes_vat: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse what has no name, no price or no treatment."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from name_issues("name", self.name)
        yield from wrong_type("price", self.price, get_args(Price), Words("a price"))
        yield from wrong_type("liability", self.liability, VatLiability, Words("a VatLiability"))
        yield from wrong_type("basis", self.basis, (Source, Assumption), Words("a Source or an Assumption"))
        if self.rate is not None:
            yield from unread(lambda _: VatTreatment(self.liability, self.basis, self.rate), "", self.rate)
        yield from wrong_type("includes_vat", self.includes_vat, bool, Words("true or false"))

    def treatment(self, on: dt.date | str) -> VatTreatment:
        """Give how it is treated for VAT where the tax point is a day.

        Raises:
            InputError: no rate is stated, and the rate is not known on the day.
        """
        if self.rate is not None:
            return VatTreatment(self.liability, self.basis, self.rate)
        return VatTreatment.on(on, self.liability, self.basis)

    def charge(
        self, quantity: int | str | Decimal, on: dt.date | str, occasion: Occasion | None = None, times: int = 1
    ) -> ChargeElement:
        """Charge for a quantity, so many times over; each charge is rounded by itself.

        Where the price includes VAT, what is within all of them is taken out at once.

        Args:
            quantity: how many units each time.
            on: the tax point.
            occasion: who is charged and for which days, where the price depends on it.
            times: how many such charges there are.

        Raises:
            InputError: as for the price, and as for the treatment.
        """
        return _charged(self, quantity, on, occasion, times)[0]


def _charged(
    element: Element, quantity: int | str | Decimal, on: dt.date | str, occasion: Occasion | None, times: int
) -> tuple[ChargeElement, Money | None]:
    """Charge for an element, and give the VAT that is within what its price comes to, if it includes it."""
    refuse(wrong_type("times", times, int, Words("how often, as a whole number")))
    charge = element.price.charge(quantity, _occasion(element.price, on, occasion))
    priced, treatment = charge.amount * times, element.treatment(on)
    if not element.includes_vat:
        return ChargeElement(element.name, priced, treatment), None
    within = HALF_UP.money(treatment.within(priced))
    return ChargeElement(element.name, priced - within, treatment), within


def _occasion(price: Price, on: dt.date | str, occasion: Occasion | None) -> Occasion | None:
    """Give the occasion, on the tax point if it has no days: a price that changes on a day is then the one of that day.

    A sum that is charged by the day is charged for the days that are given, and for no others.
    """
    refuse(wrong_type("occasion", occasion, (Occasion, type(None)), Words("an Occasion, or nothing")))
    if not price.needs_occasion or any(isinstance(each, Prorated) for each in prices_in(price)):
        return occasion
    given = occasion or Occasion()
    return given if given.days is not None else Occasion(Period(on, on), given.customer)


def _quantity(value: object) -> Decimal:
    return read_or_as_given(read_quantity, value)


def _quantities(given: Mapping[str, object]) -> FrozenMapping[str, Decimal]:
    return freeze({name: _quantity(each) for name, each in given.items()} if isinstance(given, Mapping) else given)


@attrs.frozen
class Sale:
    """What is to be charged for by a tariff.

    Args:
        name: what it is.
        on: the tax point.
        quantities: how many units of each element that is part of it.
        times: for an element that is charged more than once, such as every month, how often.
        days: the days that are charged for, where the price is by the day, or changes within them.
        customer: who is charged, where the price depends on that.

    Raises:
        InputError: it has no name or no element, a quantity is negative or no number, or a part is of the wrong type;
            all together.

    >>> Sale("Full search", "2019-04-01", {"LLC1": 1, "CON29": 1}).quantities["LLC1"]
    Decimal('1')
    """

    name: str
    on: dt.date = attrs.field(converter=day_or_as_given)
    quantities: FrozenMapping[str, Decimal] = attrs.field(converter=_quantities)
    times: FrozenMapping[str, int] = attrs.field(factory=FrozenMapping[str, int], converter=freeze)
    days: Period | None = None
    customer: str = ""

    def __attrs_post_init__(self) -> None:
        """Refuse a sale of nothing."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from name_issues("name", self.name)
        yield from day_issues("on", self.on)
        wrong = [
            *wrong_type("quantities", self.quantities, Mapping, Words("how many units of each element, by name")),
            *wrong_type("times", self.times, Mapping, Words("how often, by the name of the element")),
        ]
        yield from wrong or self._element_issues()
        yield from wrong_type("days", self.days, (Period, type(None)), Words("a Period, or nothing"))
        yield from wrong_type("customer", self.customer, str, Words("a name, or nothing"))

    def _element_issues(self) -> Iterator[Issue]:
        if not self.quantities:
            yield Issue("sale.empty", "quantities", Words("there is no element"), Words("at least one element"))
        for name, quantity in self.quantities.items():
            yield from unread(read_quantity, f"quantities[{name}]", quantity)
        for name, often in self.times.items():
            if type(often) is not int or often < 1:
                found = Words("{often} is not how often", often=shown(often))
                yield Issue("sale.times", f"times[{name}]", found, Words("a whole number over nothing"))
            if name not in self.quantities:
                found = Words("{name} is no part of the sale", name=shown(name))
                yield Issue("sale.element", f"times[{name}]", found, Words("an element with a quantity"))

    @property
    def occasion(self) -> Occasion:
        """Who is charged, and for which days."""
        return Occasion(self.days, self.customer)


def _of_the_sale(issue: Issue) -> Issue:
    """Say of a sale, and not of one element of it, that it does not name its days or its customer."""
    for part in ("customer", "days"):
        if issue.place.endswith(f".occasion.{part}"):
            return attrs.evolve(issue, place=part)
    return issue


@attrs.frozen
class SaleCharge:
    """What one sale comes to, element by element.

    Args:
        sale: the sale.
        elements: each element with its sum before VAT and its treatment.
        vat: the VAT on each.

    >>> from lgtrade.charging import Flat
    >>> fee = Element("Fee", Flat(Money.pounds(65)), VatLiability.STANDARD_RATED, Assumption("illustration"))
    >>> charge = Tariff("Fees", (fee,), (Sale("One", "2019-04-01", {"Fee": 1}),)).charges[0]
    >>> charge.net, charge.total_vat, charge.gross
    (£65.00, £13.00, £78.00)
    """

    sale: Sale
    elements: tuple[ChargeElement, ...]
    vat: tuple[Money, ...]

    @property
    def net(self) -> Money:
        """The sum before VAT."""
        return total(element.net for element in self.elements)

    @property
    def total_vat(self) -> Money:
        """All the VAT."""
        return total(self.vat)

    @property
    def gross(self) -> Money:
        """The sum with VAT."""
        return self.net + self.total_vat


@attrs.frozen
class Tariff(ShownInNotebooks):
    """Elements of a service with their prices and their VAT, and sales that are charged by them.

    Each element of a bundle keeps its own treatment: VAT is never worked out on the whole of it. What includes its VAT
    keeps that sum to the penny, whatever is agreed on rounding the VAT that is added to the rest.

    Args:
        name: what the tariff is called.
        elements: the elements.
        sales: what is to be charged for.
        vat_rounding: how the VAT on a sale is rounded.

    Raises:
        InputError: two elements or two sales have one name, a sale has an element that the tariff has not, or a sale
            cannot be charged for; all together.

    >>> from lgtrade.charging import Flat
    >>> known = Assumption("illustration")
    >>> search = Element("LLC1", Flat(Money.pounds(10)), VatLiability.OUTSIDE_SCOPE, known)
    >>> enquiry = Element("CON29", Flat(Money.pounds("64.85")), VatLiability.STANDARD_RATED, known)
    >>> full = Sale("Full search", "2019-04-01", {"LLC1": 1, "CON29": 1})
    >>> Tariff("Searches", (search, enquiry), (full,)).figures["gross", "Full search"]
    £87.82
    """

    name: str
    elements: tuple[Element, ...]
    sales: tuple[Sale, ...] = ()
    vat_rounding: VatRounding = attrs.field(factory=VatRounding)
    charges: tuple[SaleCharge, ...] = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        """Refuse what cannot be charged for, and charge for every sale."""
        refuse(self._type_issues())
        refuse(self._issues())
        collector = Collector()
        charges = [
            collector.attempt(f"sales[{number}]", partial(self.charge, sale)) for number, sale in enumerate(self.sales)
        ]
        refuse(collector.issues)
        object.__setattr__(self, "charges", tuple(charge for charge in charges if charge is not None))

    def _type_issues(self) -> Iterator[Issue]:
        yield from name_issues("name", self.name)
        yield from each_wrong_type("elements", self.elements, Element, Words("an Element"))
        yield from each_wrong_type("sales", self.sales, Sale, Words("a Sale"))
        yield from wrong_type("vat_rounding", self.vat_rounding, VatRounding, Words("a VatRounding"))

    def _issues(self) -> Iterator[Issue]:
        if not self.elements:
            yield Issue("tariff.empty", "elements", Words("there is no element"), Words("at least one element"))
        names = [element.name for element in self.elements]
        yield from given_twice("elements[{}].name", names)
        yield from given_twice("sales[{}].name", [sale.name for sale in self.sales])
        for number, sale in enumerate(self.sales):
            yield from (issue.under(f"sales[{number}]") for issue in self._unknown(sale))

    def _unknown(self, sale: Sale) -> Iterator[Issue]:
        """Yield why a sale is no sale by this tariff."""
        yield from wrong_type("", sale, Sale, Words("a Sale"))
        names = [element.name for element in self.elements]
        for name in sale.quantities if isinstance(sale, Sale) else ():
            if name not in names:
                found = Words("{name} is no element of the tariff", name=shown(name))
                accepted = Words("one of: {names}", names=", ".join(names))
                yield Issue("sale.element", f"quantities[{name}]", found, accepted)

    def charge(self, sale: Sale) -> SaleCharge:
        """Charge for one sale.

        Raises:
            InputError: an element is not in the tariff, or cannot be charged for: all of them that cannot, together.
        """
        refuse(self._unknown(sale))
        collector, elements = Collector(), {element.name: element for element in self.elements}

        def charged(name: str, quantity: Decimal) -> tuple[ChargeElement, Money | None]:
            return _charged(elements[name], quantity, sale.on, sale.occasion, sale.times.get(name, 1))

        attempts = [
            collector.attempt(f"quantities[{name}]", partial(charged, name, quantity))
            for name, quantity in sale.quantities.items()
        ]
        refuse(dict.fromkeys(_of_the_sale(issue) for issue in collector.issues))
        charged_for = [each for each in attempts if each is not None]
        added = iter(
            self.vat_rounding.vat((each.net, each.treatment) for each, within in charged_for if within is None)
        )
        vat = tuple(next(added) if within is None else within for _, within in charged_for)
        return SaleCharge(sale, tuple(each for each, _ in charged_for), vat)

    def explain(self, sale: Sale, name: str) -> tuple[ChargeLine, ...]:
        """Give the lines that add to one charge for one element of a sale.

        Raises:
            InputError: an element is not in the tariff, or the one that is named is not in the sale.
        """
        refuse(self._unknown(sale))
        if name not in sale.quantities:
            found = Words("{name} is no part of the sale", name=shown(name))
            accepted = Words("one of: {names}", names=", ".join(sale.quantities))
            refuse([Issue("sale.element", "name", found, accepted)])
        element = next(each for each in self.elements if each.name == name)
        return element.price.explain(sale.quantities[name], _occasion(element.price, sale.on, sale.occasion))

    @property
    def bases(self) -> tuple[tuple[str, Basis], ...]:
        """Where the price and the treatment of each element are from."""
        return tuple((f"{self.name}: {element.name}", element.basis) for element in self.elements)

    @property
    def figures(self) -> Figures:
        """What each sale comes to before VAT, in VAT and with it, and what each element of it comes to."""
        figures: dict[tuple[str, ...], Figure] = {}
        for charge in self.charges:
            sale = charge.sale.name
            for name, element, vat in zip(charge.sale.quantities, charge.elements, charge.vat, strict=True):
                figures["charge", sale, name] = element.net
                figures["charge-vat", sale, name] = vat
            figures["net", sale] = charge.net
            figures["vat", sale] = charge.total_vat
            figures["gross", sale] = charge.gross
        figures["all-net",] = total(charge.net for charge in self.charges)
        figures["all-vat",] = total(charge.total_vat for charge in self.charges)
        figures["all-gross",] = total(charge.gross for charge in self.charges)
        return FrozenMapping(figures)
