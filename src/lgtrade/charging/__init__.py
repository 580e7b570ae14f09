"""What to charge: prices, the lines they give, and the rules that set a price from a cost."""

from lgtrade.charging._bands import Band, Banded
from lgtrade.charging._charges import ChargeLine, Occasion, Why
from lgtrade.charging._cliffs import Cliff, cliffs
from lgtrade.charging._company import CompanyCharge, Comparator, Supplied
from lgtrade.charging._days import PriceFrom, Prorated, Repriced
from lgtrade.charging._indexation import ORDER, Indexation, Indexed, IndexStep, Price
from lgtrade.charging._indices import IndexForm, IndexSeries, IndexValue
from lgtrade.charging._limits import Maximum, Minimum
from lgtrade.charging._prices import Counted, Flat, Package, Percentage, PerUnit, Stepped
from lgtrade.charging._recovery import RecoveredYear, Recovery, RecoveryYear
from lgtrade.charging._reductions import Concession, Differential, Discounted
from lgtrade.charging._rules import PROPERTY_SEARCHES, USUAL_WINDOW, AtCost, ChargingRule, Commercial, UnitCharge
from lgtrade.charging._surcharges import Surcharged
from lgtrade.charging._tariff import Element, Sale, SaleCharge, Tariff
from lgtrade.charging._tiers import Graduated, Tier, Volume
from lgtrade.charging._uprating import IndexedFigure
from lgtrade.charging._vat import (
    VAT_RATES,
    ChargeElement,
    VatLiability,
    VatRate,
    VatRounded,
    VatRounding,
    VatTreatment,
    vat_rate,
)

__all__ = [
    "ORDER",
    "PROPERTY_SEARCHES",
    "USUAL_WINDOW",
    "VAT_RATES",
    "AtCost",
    "Band",
    "Banded",
    "ChargeElement",
    "ChargeLine",
    "ChargingRule",
    "Cliff",
    "Commercial",
    "CompanyCharge",
    "Comparator",
    "Concession",
    "Counted",
    "Differential",
    "Discounted",
    "Element",
    "Flat",
    "Graduated",
    "IndexForm",
    "IndexSeries",
    "IndexStep",
    "IndexValue",
    "Indexation",
    "Indexed",
    "IndexedFigure",
    "Maximum",
    "Minimum",
    "Occasion",
    "Package",
    "PerUnit",
    "Percentage",
    "Price",
    "PriceFrom",
    "Prorated",
    "RecoveredYear",
    "Recovery",
    "RecoveryYear",
    "Repriced",
    "Sale",
    "SaleCharge",
    "Stepped",
    "Supplied",
    "Surcharged",
    "Tariff",
    "Tier",
    "UnitCharge",
    "VatLiability",
    "VatRate",
    "VatRounded",
    "VatRounding",
    "VatTreatment",
    "Volume",
    "Why",
    "cliffs",
    "vat_rate",
]
