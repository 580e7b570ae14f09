"""The powers, one module each, and the order in which a careful lawyer tries them."""

from lgtrade.law.powers.act_commercially_under_the_general_power import ACT_COMMERCIALLY_UNDER_THE_GENERAL_POWER
from lgtrade.law.powers.charge_for_discretionary_services import CHARGE_FOR_DISCRETIONARY_SERVICES
from lgtrade.law.powers.charge_under_the_general_power import CHARGE_UNDER_THE_GENERAL_POWER
from lgtrade.law.powers.supply_to_public_bodies import SUPPLY_TO_PUBLIC_BODIES
from lgtrade.law.powers.trade_through_a_company import TRADE_THROUGH_A_COMPANY

POWERS = (
    SUPPLY_TO_PUBLIC_BODIES,
    CHARGE_FOR_DISCRETIONARY_SERVICES,
    CHARGE_UNDER_THE_GENERAL_POWER,
    TRADE_THROUGH_A_COMPANY,
    ACT_COMMERCIALLY_UNDER_THE_GENERAL_POWER,
)
"""Every power that is modelled, the specific before the general: of two as good, the first is recommended."""
