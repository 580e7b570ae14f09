"""The overlays: rules that can stop or shape a deal even where the power is fine, each found apart from the powers."""

from lgtrade.law.overlay import Overlay
from lgtrade.law.overlays.best_value import BEST_VALUE
from lgtrade.law.overlays.companies import COMPANIES
from lgtrade.law.overlays.competition import COMPETITION
from lgtrade.law.overlays.legal_services import LEGAL_SERVICES
from lgtrade.law.overlays.procurement import PROCUREMENT
from lgtrade.law.overlays.purpose import PURPOSE
from lgtrade.law.overlays.subsidy import SUBSIDY
from lgtrade.law.overlays.vat import VAT

OVERLAYS: tuple[Overlay, ...] = (
    PURPOSE,
    BEST_VALUE,
    PROCUREMENT,
    SUBSIDY,
    COMPETITION,
    VAT,
    COMPANIES,
    LEGAL_SERVICES,
)
"""Every overlay, in the order in which a careful lawyer asks."""

__all__ = ["OVERLAYS"]
