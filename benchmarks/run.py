"""Measure the import of the library, the pricing of one agreement, a matching and the sharing of a gain.

Every figure is a ratio, or a difference, within this one run, so that a slow machine changes nothing.
Run it with ``nox -s bench``.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from decimal import Decimal

from lgtrade.accounts import BreakEvenAccount, YearEntry
from lgtrade.agreements import Agreement, Party, Role
from lgtrade.authorities import Nation, find, on
from lgtrade.billing import Usage, bill
from lgtrade.calendar import FinancialYear, Period, add_months
from lgtrade.charging import Graduated, Minimum, Tier
from lgtrade.law import Proposal, assess
from lgtrade.money import HALF_EVEN, Money, Rate, total
from lgtrade.partnership import AllocationRule, Catalogue, CoalitionCost, CostGame, allocate, core, match
from lgtrade.services import Need, Offer, ServiceKind, Subject
from lgtrade.sources import Assumption

MOST_OVER_BARE = 0.150
MOST_OVER_DEPENDENCIES = 1.2
MOST_OVER_INTEGERS = 6.0

KINDS = tuple(ServiceKind(key, key.title(), Subject.PROFESSIONAL, "hour") for key in ("audit", "payroll", "ict"))
YEARS = (FinancialYear(2021), FinancialYear(2022), FinancialYear(2023))
COST = Money.pounds(1500)
LEAST = Money.pounds(5)
BOUNDS = (50, 120, 200)
RATES = ("1.0050", "0.8725", "0.6135", "0.4055")
PRICE = Minimum(
    Graduated(
        (
            *(Tier(Rate(rate), Decimal(bound)) for rate, bound in zip(RATES[:-1], BOUNDS, strict=True)),
            Tier(Rate(RATES[-1])),
        ),
        HALF_EVEN,
    ),
    LEAST,
)
PARTIES = (Party(find("Lichfield"), Role.SUPPLIER), Party(find("Tamworth"), Role.CUSTOMER))
TERM = Period(YEARS[0].period.first, YEARS[-1].period.last)
AGREEMENTS = tuple(Agreement(kind.key, PARTIES, kind, TERM, PRICE) for kind in KINDS)
BASIS = Assumption("made up to be measured")


def _months() -> list[Usage]:
    used: list[Usage] = []
    for month in range(36):
        first = add_months(TERM.first, month).day
        last = add_months(TERM.first, month + 1).day
        days = Period(first, last.replace(day=1)).days - 1
        period = Period(first, first.replace(day=days))
        used.append(Usage(period, Decimal(100 + 7 * month) / 8, BASIS))
    return used


USAGE = _months()
BARE = [
    (kind.key, use.year.start, int(use.quantity * 1000)) for kind in KINDS for use in USAGE
]  # 108 lines: kind, year, thousandths of a unit


def with_reasons() -> dict[str, bool]:
    """Price 108 lines, and test whether each kind broke even over three years: statements, accounts and reasons."""
    balanced: dict[str, bool] = {}
    for agreement in AGREEMENTS:
        entries = tuple(YearEntry(year, bill(agreement, year, USAGE).total, COST) for year in YEARS)
        account = BreakEvenAccount(agreement.service.key, entries)
        balanced[account.service] = account.positions[-1].closing <= Money(pence=0)
    return balanced


def bare_integers() -> dict[str, bool]:
    """Do the same sums on whole numbers alone: no dates, no objects, no reasons."""
    thresholds, rates = (0, *(bound * 1000 for bound in BOUNDS)), [int(Decimal(rate) * 10_000) for rate in RATES]
    income: dict[tuple[str, int], int] = {}
    for kind, year, quantity in BARE:
        exact = 0
        for tier in range(4):
            low = thresholds[tier]
            if quantity <= low:
                break
            high = thresholds[tier + 1] if tier < 3 else quantity
            exact += (min(quantity, high) - low) * rates[tier]
        pence, left = divmod(exact, 100_000)
        pence += 2 * left > 100_000 or (2 * left == 100_000 and pence & 1)
        income[kind, year] = income.get((kind, year), 0) + max(pence, LEAST.pence)
    years = [year.start for year in YEARS]
    return {kind.key: sum(income[kind.key, year] for year in years) <= 3 * COST.pence for kind in KINDS}


MOST_FOR_A_LINE, MOST_FOR_A_STATEMENT = 5, 20
THOUSAND = tuple(Usage(YEARS[0].period, Decimal(number) / 4, BASIS) for number in range(1000))


def one_line() -> float:
    """Give the time of one line without its reasons, in seconds: a hundred at a time."""
    units, line = Decimal("150.125"), PRICE.line
    return seconds(lambda: [line(units) for _ in range(100)], 500) / 100


def statement_of_a_thousand_lines() -> object:
    """Bill a thousand lines, and give the reasons of each."""
    return bill(AGREEMENTS[0], YEARS[0], THOUSAND).explain()


NEIGHBOURS = Proposal(on="2013-05-01", supplier=find("Lichfield"), customer=find("Tamworth"), service=KINDS[0])
MOST_FOR_AN_OPINION = 300


def one_opinion() -> object:
    """Assess one proposal under every power, as if for the first time."""
    NEIGHBOURS.worked_out.clear()
    return assess(NEIGHBOURS)


MOST_OVER_THE_LAW = 1.5


def _market() -> Catalogue:
    """Give a catalogue of 100 offers and 100 needs of five kinds of service."""
    bodies = on("2026-04-01", nation=Nation.ENGLAND)[:200]
    kinds = [ServiceKind(f"kind-{number}", "Kind", Subject.PROFESSIONAL) for number in range(5)]
    first = "2026-04-01"
    offers = (
        Offer(f"O{i}", body, kinds[i % 5], 100 + 37 * i % 900, Rate(300 + 53 * i % 200), first, BASIS)
        for i, body in enumerate(bodies[:100])
    )
    needs = (
        Need(f"N{i}", body, kinds[i % 5], 100 + 91 * i % 900, Rate(350 + 71 * i % 400), first, BASIS)
        for i, body in enumerate(bodies[100:])
    )
    return Catalogue("Market", first, tuple(offers), tuple(needs))


def matching_over_the_law() -> tuple[float, str]:
    """Match 100 offers to 100 needs, against asking the law alone about each pair of which matching has to ask it."""
    market = _market()
    offers = {each.name: each for each in market.offers}
    needs = {each.name: each for each in market.needs}
    pairs = [(offers[each.offer], needs[each.need]) for each in match(market).pairings if each.verdict is not None]
    law = seconds(lambda: [assess(market.proposal(*pair)).overlays for pair in pairs], 3)
    ours = seconds(lambda: match(market).unmet, 3)
    return ours / law, f"{ours / law:.2f} times, {len(pairs)} pairs"


def games(number: int) -> list[CostGame]:
    """Make games of so many partners in which no group pays more than its parts: some with few ties, some with many."""
    return [_game(number, random.Random(seed), ties) for seed in range(3) for ties in (1, 10**6)]  # noqa: S311  # costs


def _game(number: int, chance: random.Random, ties: int) -> CostGame:
    partners = tuple(f"Partner {place}" for place in range(number))
    pence = [0] * (1 << number)
    for coalition in sorted(range(1, 1 << number), key=int.bit_count):
        first = coalition & -coalition
        part = others = coalition ^ first
        pence[coalition] = chance.randrange(10**6, 10**7) * coalition.bit_count() // ties * ties
        while part:
            part = (part - 1) & others
            pence[coalition] = min(pence[coalition], pence[first | part] + pence[others ^ part])
    costs = (
        CoalitionCost(
            tuple(name for at, name in enumerate(partners) if each >> at & 1), Money(pence=pence[each]), BASIS
        )
        for each in range(1, 1 << number)
    )
    return CostGame("Made up to be measured", partners, tuple(costs))


MOST_FOR_SHAPLEY_AND_CORE, MOST_FOR_A_NUCLEOLUS = 1, 2


def gain_sharing() -> tuple[float, float, float]:
    """Give the worst time over the games: Shapley and core of ten partners, nucleolus of eight, and of ten."""
    ten, eight = games(10), games(8)
    shapley = [lambda game=game: (allocate(game, AllocationRule.SHAPLEY), core(game)) for game in ten]
    of_eight, of_ten = (
        [lambda game=game: allocate(game, AllocationRule.NUCLEOLUS) for game in some] for some in (eight, ten)
    )
    worst = [max(seconds(each, 3) for each in some) for some in (shapley, of_eight, of_ten)]
    return worst[0], worst[1], worst[2]


def seconds(work: Callable[[], object], rounds: int = 200) -> float:
    """Give the best time of so many rounds."""
    best = float("inf")
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - began)
    return best


def import_seconds(code: str, rounds: int = 15) -> float:
    """Give the median time of a fresh interpreter that runs `code`."""
    times: list[float] = []
    for _ in range(rounds):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603  # our own interpreter and code
        times.append(time.perf_counter() - began)
    return statistics.median(times)


FIRST_LOOK_UP = """
import time
from lgtrade.authorities import find
began = time.perf_counter()
find("Staffs Moorlands")
print(time.perf_counter() - began)
"""
MOST_FOR_THE_FIRST, MOST_FOR_THE_NEXT = 30, 20


def look_ups(rounds: int = 9) -> tuple[float, float]:
    """Give the median time of a first look-up, which reads the register, in new interpreters; and of a next one."""
    command = [sys.executable, "-c", FIRST_LOOK_UP]
    ran = (
        subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603  # the same
        for _ in range(rounds)
    )
    return statistics.median(float(each.stdout) for each in ran), seconds(lambda: find("Staffs Moorlands"), 2000)


def main() -> int:
    """Measure, print, and give 1 if the two ways disagree or, with ``--strict``, if a target is missed."""
    if with_reasons() != bare_integers():
        print("the two ways of pricing disagree")
        return 1
    codes = ("pass", "import attrs, cattrs, pendulum, babel.numbers", "import lgtrade", "from lgtrade import assess")
    for code in codes:
        import_seconds(code, 1)  # so that compiled files are there for all
    bare, dependencies, ours, law = (import_seconds(code) for code in codes)
    integers, reasoned, opinion = seconds(bare_integers), seconds(with_reasons), seconds(one_opinion)
    over, told = matching_over_the_law()
    figures = f"{reasoned * 1e3:.2f} ms against {integers * 1e3:.2f} ms"
    results = (
        ("import lgtrade, over a bare interpreter", f"{(ours - bare) * 1000:.0f} ms", ours - bare, MOST_OVER_BARE),
        (
            "import lgtrade, against its four dependencies",
            f"{ours / dependencies:.2f} times",
            ours / dependencies,
            MOST_OVER_DEPENDENCIES,
        ),
        (
            "price and test 108 lines with reasons, against bare integers",
            f"{reasoned / integers:.1f} times, {figures}",
            reasoned / integers,
            MOST_OVER_INTEGERS,
        ),
        ("match 100 offers to 100 needs, against asking the law alone", told, over, MOST_OVER_THE_LAW),
    )
    missed = 0
    for name, figure, value, most in results:
        verdict = "met" if value <= most else "missed"
        missed += value > most
        print(f"{name}: {figure} (target {most:g}: {verdict})")
    quick = "met" if opinion * 1e6 <= MOST_FOR_AN_OPINION else "missed"
    print(f"assess one proposal under every power: {opinion * 1e6:.0f} µs (target {MOST_FOR_AN_OPINION}: {quick})")
    print(
        f"from lgtrade import assess, over a bare interpreter: {(law - bare) * 1000:.0f} ms (rooms load on first use)"
    )
    first, after = look_ups()
    quick = "met" if first * 1e3 <= MOST_FOR_THE_FIRST and after * 1e6 <= MOST_FOR_THE_NEXT else "missed"
    print(
        f"find an authority: {first * 1e3:.1f} ms at first, with the register read (target {MOST_FOR_THE_FIRST}), then "
        f"{after * 1e6:.1f} µs (target {MOST_FOR_THE_NEXT}): {quick}"
    )
    line, statement = one_line(), seconds(statement_of_a_thousand_lines, 50)
    for name, figure, value, most in (
        ("price one line, reasons off", f"{line * 1e6:.1f} µs", line * 1e6, MOST_FOR_A_LINE),
        ("bill a thousand lines with reasons", f"{statement * 1e3:.1f} ms", statement * 1e3, MOST_FOR_A_STATEMENT),
    ):
        print(f"{name}: {figure} (target {most}: {'met' if value <= most else 'missed'})")
    shapley, of_eight, of_ten = gain_sharing()
    for name, took, most in (
        ("Shapley value and core of ten partners", shapley, MOST_FOR_SHAPLEY_AND_CORE),
        ("nucleolus of eight partners", of_eight, MOST_FOR_A_NUCLEOLUS),
    ):
        missed += took > most
        print(f"{name}: {took:.3f} s (target {most}: {'met' if took <= most else 'missed'})")
    print(f"nucleolus of ten partners: {of_ten:.3f} s")
    income = total(bill(AGREEMENTS[0], year, USAGE).total for year in YEARS)
    print(f"(each kind brought in {income} over three years)")
    return 1 if missed and "--strict" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
