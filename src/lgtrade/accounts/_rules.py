"""The rules that an account may be kept under, the powers that ask for each, and what a balance means under them."""

from __future__ import annotations

import difflib
import enum
from collections.abc import Iterator

from lgtrade.issues import Issue, shown
from lgtrade.law import Price, power_codes, price_under
from lgtrade.money import ZERO, Money
from lgtrade.words import Words

NOT_SAID = "not said"
"""Stands among the powers of a year for income of which no power is given."""


class BreakEvenRule(enum.Enum):
    """What the account has to show.

    * ``CAP``: income must not exceed cost (LGA 2003 s.93(3); Localism Act 2011 s.3(3)).
    * ``EQUATE``: income must equal cost as nearly as possible (building regulations charges, SI 2010/404 reg.6(3)).
    * ``SEARCHES``: over any three years running income must not exceed cost, and whatever a year brought in too much or
      too little is taken into the next year's charge (property searches, SI 2008/3248 reg.6(3) and (4)).
    """

    CAP = "cap"
    EQUATE = "equate"
    SEARCHES = "property searches"


class Status(enum.Enum):
    """Where the account stands at the end of a year."""

    BALANCED = "in balance"
    MONITOR = "to be watched: the window has not ended"
    SHORT = "a deficit, and the window has not ended"
    RETURNING = "a surplus that is being returned through lower charges"
    BREACH_RISK = "a surplus at the end of the window that is not being returned"
    DEFICIT = "a deficit at the end of the window"
    OFF_BALANCE = "not equal at the end of the window"
    TO_ADJUST = "to be taken into the next year's charge"


SENTENCES = {
    Status.BALANCED: "The account is in balance at the end of {year}, or so nearly that the difference is not "
    "material.",
    Status.MONITOR: "The {what} of {balance} at the end of {year} has to be watched: the window has not ended.",
    Status.SHORT: "The deficit of {balance} at the end of {year} may still be made good: the window has not ended.",
    Status.RETURNING: "The surplus of {balance} at the end of {year} is being returned through lower charges.",
    Status.BREACH_RISK: "The window ended with a surplus of {balance} in {year}: return it through lower charges.",
    Status.DEFICIT: "The window ended with a deficit of {balance} in {year}: lawful, but consider subsidy control, "
    "best value and competition.",
    Status.OFF_BALANCE: "The window ended with a {what} of {balance} in {year}: the next charges have to take it in.",
    Status.TO_ADJUST: "The {what} of {balance} at the end of {year} has to be taken into the next year's charge.",
}


def status_of(rule: BreakEvenRule, closing: Money, tested: Money, material: Money, *, ends: bool) -> Status:
    """Say what a balance means, of which nothing is said to be returned.

    Args:
        rule: what the account has to show.
        closing: the balance carried forward.
        tested: the balance that the rule tests.
        material: a difference up to this size is not remarked on; a surplus at the end of a window always is, where
            income must not exceed cost.
        ends: whether a window ends with the year.
    """
    balanced = abs(closing) <= material
    if rule is BreakEvenRule.EQUATE:
        unequal = Status.OFF_BALANCE if ends else Status.MONITOR
        return Status.BALANCED if balanced else unequal
    if ends and tested > ZERO:
        return Status.BREACH_RISK
    if rule is BreakEvenRule.SEARCHES:
        return Status.BALANCED if balanced else Status.TO_ADJUST
    if closing > ZERO:
        return Status.MONITOR
    short = Status.DEFICIT if ends else Status.SHORT
    return Status.BALANCED if balanced else short


_PRICES = {
    Price.AT_COST: BreakEvenRule.CAP,
    Price.LISTED_COSTS: BreakEvenRule.CAP,
    Price.REASONABLE: BreakEvenRule.CAP,
    Price.EQUATE: BreakEvenRule.EQUATE,
}
_CODES = {"CODE_property-records-england": BreakEvenRule.SEARCHES}


def rule_under(power: str) -> BreakEvenRule | None:
    """Give the rule that a power to charge asks of an account; none if it does not hold charges to the cost.

    Args:
        power: the code of the power.

    >>> rule_under("CODE_building-charges-2010"), rule_under("LAGSA1970_S1")
    (<BreakEvenRule.EQUATE: 'equate'>, None)
    """
    price = price_under(power)
    return None if price is None else _CODES.get(power, _PRICES.get(price))


def power_issues(place: str, power: str, rule: BreakEvenRule | None = None) -> Iterator[Issue]:
    """Yield why a text is not the code of a power, or why income under that power has no place in an account.

    Args:
        place: where the code was given.
        power: the code.
        rule: the rule of the account; none to look at the code alone.

    >>> print(*power_issues("power", "LGA2003_S39"))
    power: 'LGA2003_S39' is not the code of a power. Accepted: LGA2003_S95; LGA2003_S93; LGA2000_S2, perhaps.
    >>> print(*power_issues("power", "CODE_building-charges-2010", BreakEvenRule.CAP))
    power: CODE_building-charges-2010 asks for another rule than cap. Accepted: the rule equate.
    """
    price, asked = price_under(power), rule_under(power)
    if price is None:
        near = difflib.get_close_matches(power, power_codes(), n=3)
        found = Words("{power} is not the code of a power", power=shown(power))
        accepted = Words("{names}, perhaps", names="; ".join(near)) if near else Words("a code such as LGA2003_S93")
        yield Issue("power.code", place, found, accepted)
    elif rule is not None and asked is None:
        template = "{power} does not hold charges to the cost: it allows {price}"
        found = Words(template, power=power, price=price.value)
        yield Issue("account.power", place, found, Words("a kind of service of its own for what is charged so"))
    elif rule is not None and asked not in {None, BreakEvenRule.CAP, rule}:
        found = Words("{power} asks for another rule than {rule}", power=power, rule=rule.value)
        yield Issue("account.rule", place, found, Words("the rule {asked}", asked=asked.value if asked else ""))
