"""The powers, one module each, and the order in which a careful lawyer tries them."""

from lgtrade.law.powers.act_as_a_combined_authority import ACT_AS_A_COMBINED_AUTHORITY
from lgtrade.law.powers.act_as_a_combined_county_authority import ACT_AS_A_COMBINED_COUNTY_AUTHORITY
from lgtrade.law.powers.act_as_a_transport_authority import ACT_AS_A_TRANSPORT_AUTHORITY, ACT_AS_A_TRANSPORT_EXECUTIVE
from lgtrade.law.powers.act_commercially_under_the_general_power import ACT_COMMERCIALLY_UNDER_THE_GENERAL_POWER
from lgtrade.law.powers.act_for_fire_purposes import ACT_FOR_FIRE_PURPOSES
from lgtrade.law.powers.act_through_a_joint_committee import ACT_THROUGH_A_JOINT_COMMITTEE
from lgtrade.law.powers.act_under_the_general_power import ACT_UNDER_THE_GENERAL_POWER
from lgtrade.law.powers.arrange_for_functions import ARRANGE_FOR_FUNCTIONS
from lgtrade.law.powers.charge_as_a_fire_authority import CHARGE_AS_A_FIRE_AUTHORITY
from lgtrade.law.powers.charge_for_discretionary_services import CHARGE_FOR_DISCRETIONARY_SERVICES
from lgtrade.law.powers.charge_for_listed_fire_services import CHARGE_FOR_LISTED_FIRE_SERVICES
from lgtrade.law.powers.charge_under_the_general_power import CHARGE_UNDER_THE_GENERAL_POWER
from lgtrade.law.powers.facilitate_a_function import FACILITATE_A_FUNCTION
from lgtrade.law.powers.lend_officers import LEND_OFFICERS
from lgtrade.law.powers.promote_well_being import PROMOTE_WELL_BEING
from lgtrade.law.powers.supply_as_a_policing_body import SUPPLY_AS_A_POLICING_BODY
from lgtrade.law.powers.supply_in_northern_ireland import CHARGE_IN_NORTHERN_IRELAND, SUPPLY_IN_NORTHERN_IRELAND
from lgtrade.law.powers.supply_in_scotland import PROMOTE_WELL_BEING_IN_SCOTLAND, SUPPLY_IN_SCOTLAND
from lgtrade.law.powers.supply_to_public_bodies import SUPPLY_TO_PUBLIC_BODIES
from lgtrade.law.powers.trade_through_a_company import TRADE_THROUGH_A_COMPANY
from lgtrade.law.powers.use_the_welsh_general_power import (
    ACT_COMMERCIALLY_UNDER_THE_WELSH_GENERAL_POWER,
    ACT_UNDER_THE_WELSH_GENERAL_POWER,
    CHARGE_UNDER_THE_WELSH_GENERAL_POWER,
)

POWERS = (
    ARRANGE_FOR_FUNCTIONS,
    ACT_THROUGH_A_JOINT_COMMITTEE,
    LEND_OFFICERS,
    SUPPLY_TO_PUBLIC_BODIES,
    SUPPLY_AS_A_POLICING_BODY,
    CHARGE_FOR_LISTED_FIRE_SERVICES,
    CHARGE_AS_A_FIRE_AUTHORITY,
    CHARGE_FOR_DISCRETIONARY_SERVICES,
    CHARGE_UNDER_THE_GENERAL_POWER,
    CHARGE_UNDER_THE_WELSH_GENERAL_POWER,
    TRADE_THROUGH_A_COMPANY,
    ACT_COMMERCIALLY_UNDER_THE_GENERAL_POWER,
    ACT_COMMERCIALLY_UNDER_THE_WELSH_GENERAL_POWER,
    ACT_FOR_FIRE_PURPOSES,
    ACT_AS_A_COMBINED_AUTHORITY,
    ACT_AS_A_COMBINED_COUNTY_AUTHORITY,
    ACT_AS_A_TRANSPORT_AUTHORITY,
    ACT_AS_A_TRANSPORT_EXECUTIVE,
    ACT_UNDER_THE_GENERAL_POWER,
    ACT_UNDER_THE_WELSH_GENERAL_POWER,
    PROMOTE_WELL_BEING,
    FACILITATE_A_FUNCTION,
    SUPPLY_IN_SCOTLAND,
    PROMOTE_WELL_BEING_IN_SCOTLAND,
    SUPPLY_IN_NORTHERN_IRELAND,
    CHARGE_IN_NORTHERN_IRELAND,
)
"""Every power that is modelled, the specific before the general: of two as good, the first is recommended.

Before them all come the powers to charge that a service code gives, where one is in point.
"""
