"""An agreement that the tests of agreements, bills and cases begin from, and how they hear what is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lgtrade.agreements import Agreement, Party, Role
from lgtrade.authorities import find
from lgtrade.calendar import Period
from lgtrade.charging import PerUnit
from lgtrade.issues import InputError
from lgtrade.money import Rate
from lgtrade.services import ServiceKind
from lgtrade.sources import Assumption

LICHFIELD = find("Lichfield")
MOORLANDS = find("Staffordshire Moorlands")
TAMWORTH = find("Tamworth")
PARTIES = (Party(LICHFIELD, Role.SUPPLIER), Party(MOORLANDS, Role.CUSTOMER))
DESK = ServiceKind("help-desk", "Help desk", unit="call")
PAYROLL = ServiceKind("payroll", "Payroll", unit="payslip")
THREE_YEARS = Period("2004-04-01", "2007-03-31")
BASIS = Assumption("made up to be tested")


def agreement(**changed: Any) -> Agreement:
    """Give an agreement for a help desk over three years at £24.50 a call, but for what is said otherwise."""
    begin: dict[str, Any] = {
        "reference": "HD1",
        "parties": PARTIES,
        "service": DESK,
        "term": THREE_YEARS,
        "charge": PerUnit(Rate("24.50")),
    }
    return Agreement(**(begin | changed))


def said(make: Callable[[], object]) -> list[str]:
    """Hear each thing for which something is refused."""
    with pytest.raises(InputError) as refused:
        make()
    return [str(issue) for issue in refused.value.issues]


def of_any_type(value: object) -> Any:
    """Pass a value where another type is asked for, as a notebook may."""
    return value
