"""The pages of the further parts of a case, each kind under its own title."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from lgtrade.cases import KINDS, Working
from lgtrade.documents._appraisal import appraisal_blocks
from lgtrade.documents._blocks import Block, Heading
from lgtrade.documents._budget import budget_blocks
from lgtrade.documents._business_case import business_case_blocks
from lgtrade.documents._catalogue import matching_blocks
from lgtrade.documents._charging import company_blocks, indexation_blocks, recovery_blocks, tariff_blocks
from lgtrade.documents._company import company_accounts_blocks
from lgtrade.documents._costing import build_up_blocks, rate_card_blocks, unit_cost_blocks
from lgtrade.documents._exit import exit_blocks
from lgtrade.documents._gains import gains_blocks
from lgtrade.documents._monitoring import monitoring_blocks
from lgtrade.documents._procurement import procurement_blocks
from lgtrade.documents._savings import savings_blocks
from lgtrade.documents._say import say
from lgtrade.documents._standards import benchmark_blocks, record_blocks
from lgtrade.documents._statements import book_blocks
from lgtrade.words import Words

PAGES: dict[str, tuple[Words, Callable[[Any], Iterator[Block]]]] = {
    "tariff": (Words("What a tariff comes to"), tariff_blocks),
    "indexation": (Words("What follows an index"), indexation_blocks),
    "at_cost": (Words("What was charged at cost"), recovery_blocks),
    "company": (Words("What a company is supplied with and charges"), company_blocks),
    "statements": (Words("What was billed"), book_blocks),
    "budget": (Words("Who pays for what"), budget_blocks),
    "monitoring": (Words("How the budget is spent"), monitoring_blocks),
    "standards": (Words("How well it was performed"), record_blocks),
    "benchmark": (Words("Against others"), benchmark_blocks),
    "exit": (Words("Who leaves"), exit_blocks),
    "gains": (Words("Who gains"), gains_blocks),
    "appraisal": (Words("Which option"), appraisal_blocks),
    "procurement": (Words("Buying together"), procurement_blocks),
    "catalogue": (Words("Who could supply whom"), matching_blocks),
    "build_up": (Words("What it costs, from the ledger"), build_up_blocks),
    "rate_card": (Words("What an hour costs"), rate_card_blocks),
    "unit_cost": (Words("What a unit costs"), unit_cost_blocks),
    "savings": (Words("What is saved"), savings_blocks),
    "business_case": (Words("Is it worth doing"), business_case_blocks),
    "company_accounts": (Words("What a company returns"), company_accounts_blocks),
}
"""For each kind of working, the title over all of that kind, and what writes one."""


def working_blocks(workings: tuple[Working, ...]) -> Iterator[Block]:
    """Write the further parts of a case, kind by kind."""
    for kind, type_ in KINDS.items():
        title, write = PAGES[kind]
        of_kind = [each for each in workings if isinstance(each, type_)]
        if of_kind:
            yield Heading(say(title))
        for each in of_kind:
            yield from write(each)
