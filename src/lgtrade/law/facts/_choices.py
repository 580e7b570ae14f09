"""The facts that are one of a closed set."""

from __future__ import annotations

import enum


class Purpose(enum.Enum):
    """Why the authority would supply: its dominant purpose.

    ``COST_RECOVERY`` is to provide the service for a charge that only recovers its cost; ``PUBLIC`` is another public
    end, such as regeneration, to which any charge or return is incidental.
    """

    COST_RECOVERY = "cost recovery"
    COMMERCIAL = "commercial"
    PUBLIC = "another public purpose"
    MIXED = "mixed"


class Vehicle(enum.Enum):
    """By what means the authority would supply.

    ``COMPANY`` is a company registered under the Companies Acts, limited or not; ``SOCIETY`` a registered
    co-operative or community benefit society.
    """

    DIRECT = "direct"
    COMPANY = "company"
    SOCIETY = "registered society"
    LLP = "limited liability partnership"
    PARTNERSHIP = "partnership"
    TRUST = "trust"
    JOINT_COMMITTEE = "joint committee"


class Category(enum.Enum):
    """A category under an order made under Local Government Act 2003 s.99(4)."""

    EXCELLENT = "excellent"
    GOOD = "good"
    FAIR = "fair"
    WEAK = "weak"
    POOR = "poor"
    FOUR_STARS = "4 stars"
    THREE_STARS = "3 stars"
    TWO_STARS = "2 stars"
    ONE_STAR = "1 star"
    NO_STARS = "0 stars"
    NONE = "none"
