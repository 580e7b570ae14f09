"""The kinds of public authority, in law, and the four nations."""

from __future__ import annotations

import enum


class Nation(enum.Enum):
    """Whose law applies.

    >>> Nation("Wales")
    <Nation.WALES: 'Wales'>
    """

    __hash__ = object.__hash__  # members are unique, and are looked up thousands of times an opinion

    ENGLAND = "England"
    WALES = "Wales"
    SCOTLAND = "Scotland"
    NORTHERN_IRELAND = "Northern Ireland"


class AuthorityKind(enum.Enum):
    """What a body is in law.

    "Unitary" is not a kind in law: a single-tier council is a county council with no districts, or a district
    council with no county council.
    """

    __hash__ = object.__hash__  # members are unique, and are looked up thousands of times an opinion

    COUNTY = "county council"
    DISTRICT = "district council"
    METROPOLITAN_DISTRICT = "metropolitan district council"
    LONDON_BOROUGH = "London borough council"
    CITY_OF_LONDON = "Common Council of the City of London"
    ISLES_OF_SCILLY = "Council of the Isles of Scilly"
    WELSH_COUNTY = "county council in Wales"
    WELSH_COUNTY_BOROUGH = "county borough council"
    PARISH = "parish council"
    PARISH_MEETING = "parish meeting"
    COMMUNITY = "community council"
    GREATER_LONDON = "Greater London Authority"
    COMBINED = "combined authority"
    COMBINED_COUNTY = "combined county authority"
    FIRE = "combined fire and rescue authority"
    METROPOLITAN_FIRE = "metropolitan county fire and rescue authority"
    LONDON_FIRE = "London fire authority"
    COMMISSIONER_FIRE = "fire and rescue authority under a police, fire and crime commissioner"
    NATIONAL_PARK = "National Park authority"
    BROADS = "Broads Authority"
    POLICE = "police authority"
    POLICE_AND_CRIME_COMMISSIONER = "police and crime commissioner"
    POLICING_IN_LONDON = "Mayor's Office for Policing and Crime"
    JOINT_COMMITTEE = "joint committee"
    JOINT_WASTE = "joint waste authority"
    WASTE_DISPOSAL = "waste disposal authority"
    TRANSPORT = "integrated transport authority"
    TRANSPORT_EXECUTIVE = "passenger transport executive"
    TRANSPORT_FOR_LONDON = "Transport for London"
    LONDON_DEVELOPMENT = "London Development Agency"
    ECONOMIC_PROSPERITY_BOARD = "economic prosperity board"
    CORPORATE_JOINT_COMMITTEE = "corporate joint committee"
    SCOTTISH = "council in Scotland"
    NORTHERN_IRISH = "district council in Northern Ireland"
