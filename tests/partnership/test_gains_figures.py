"""Published figures of cost games, each with where it was printed."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.partnership.games import coalitions, game, of_values, savings, shares
from tests.partnership.vertices import by_corners

from lgtrade.money import HALF_UP, Money, total
from lgtrade.partnership import Allocation, AllocationRule, CostGame, allocate

ONE_BY_ONE = ["1", "12", "123", "1234", "124", "13", "134", "14", "2", "23", "234", "24", "3", "34", "4"]
TENNESSEE = game(
    {"N": 163_520, "F": 140_826, "P": 250_096, "NF": 301_607, "NP": 378_821, "FP": 367_370, "NFP": 412_584}
)
BROADCAST = dict(zip(ONE_BY_ONE, [8, 8, 10, 20, 19, 10, 20, 19, 1, 10, 13, 12, 10, 12, 11], strict=True))


def rounded(allocation: Allocation) -> list[Money]:
    return [share.round(HALF_UP.to("1")) for share in allocation.shares.values()]


@pytest.mark.parametrize(
    ("rule", "printed"),
    [
        (AllocationRule.SEPARABLE_COSTS, [117_476, 99_157, 195_951]),
        (AllocationRule.SHAPLEY, [117_829, 100_757, 193_999]),
        (AllocationRule.NUCLEOLUS, [116_234, 93_540, 202_810]),
    ],
)
def test_the_tennessee_valley_authority(rule: AllocationRule, printed: list[int]) -> None:
    """P. D. Straffin and J. P. Heaney, "Game theory and the Tennessee Valley Authority" (1981).

    International Journal of Game Theory 10(1): navigation, flood control and power, in thousands of dollars; what is
    printed is from general knowledge. Two of the Shapley values end in a half.
    """
    allocation = allocate(TENNESSEE, rule)
    assert rounded(allocation) == [Money.pounds(each) for each in printed]
    assert allocation.objections == ()


@pytest.mark.parametrize(
    ("estate", "awards"), [(100, ["100/3", "100/3", "100/3"]), (200, [50, 75, 75]), (300, [50, 100, 150])]
)
def test_the_three_wives_of_the_talmud(estate: int, awards: list[int | str]) -> None:
    """R. J. Aumann and M. Maschler, "Game theoretic analysis of a bankruptcy problem from the Talmud" (1985).

    Journal of Economic Theory 36: claims of 100, 200 and 300 on an estate that is too small; the nucleolus is what the
    Mishna awards. A group of claimants can take from the estate at most what it claims.
    """
    bankruptcy = game({name: min(estate, sum(100 * int(claim) for claim in name)) for name in coalitions("123")})
    assert shares(allocate(bankruptcy, AllocationRule.NUCLEOLUS)) == [Fraction(award) for award in awards]


LEMAIRE: dict[str, int | str] = {
    "1": 46_125,
    "2": "17437.50",
    "3": "5812.50",
    "12": "69187.50",
    "13": "53812.50",
    "23": 30_750,
    "123": 90_000,
}
OH_AND_SHIN = dict(zip(coalitions("123"), [375_144, 245_280, 211_239, 568_232, 551_055, 452_411, 772_500], strict=True))
HASAN = {name: BROADCAST[name] for name in coalitions("1234")}


@pytest.mark.parametrize(
    ("printed", "nucleolus"),
    [
        (of_values(LEMAIRE), ["52687.5", "24468.75", "12843.75"]),
        (game(HASAN), ["7.5", "0.5", "1.5", "10.5"]),
        (game(OH_AND_SHIN), ["331695.25", "233051.25", "207753.5"]),
    ],
    ids=["insurance", "broadcasting", "manufacturing"],
)
def test_examples_that_were_printed_wrong_and_put_right(printed: CostGame, nucleolus: list[str]) -> None:
    """M. Guajardo and K. Jörnsten, "Common mistakes in computing the nucleolus" (2015).

    European Journal of Operational Research 241(3), on examples of Lemaire (1991), Hasan and others (2011), and Oh and
    Shin (2012); the right answers are as A. Churkin's tests restate them: https://andreychurkin.ru/
    """
    assert shares(allocate(printed, AllocationRule.NUCLEOLUS)) == [Fraction(share) for share in nucleolus]


def test_fixing_all_that_is_tight_at_one_solution_is_wrong_where_the_right_way_is_right() -> None:
    """The mistake of that paper, on a smaller game: the first programme has several solutions."""
    several = game({"A": 2, "B": 8, "C": 8, "AB": 5, "AC": 8, "BC": 8, "ABC": 2})
    right, wrong = by_corners(several), by_corners(several, naive=True)
    assert shares(allocate(several, AllocationRule.NUCLEOLUS)) == right != wrong
    assert savings(several, wrong) < savings(several, right)


def test_an_answer_that_is_tight_at_one_solution_of_broadcasting_is_worse_for_those_who_save_least() -> None:
    """What the mistake gives on the example of Hasan and others."""
    broadcast = game(HASAN)
    right = shares(allocate(broadcast, AllocationRule.NUCLEOLUS))
    assert savings(broadcast, [Fraction(each) for each in (8, 0, 1, 11)]) < savings(broadcast, right)


def test_five_partners_of_a_production_plan() -> None:
    """M. Sakawa, I. Nishizaki and Y. Uemura (2001), put right in the paper of Guajardo and Jörnsten; in thousandths."""
    first = "1 12 123 1234 12345 1235 124 1245 125 13 134 1345 135 14 145 15"
    order = f"{first} 2 23 234 2345 235 24 245 25 3 34 345 35 4 45 5".split()
    values = [60, 378, 536, 906, 1000, 573, 747, 874, 485, 144, 546, 634, 255, 408, 561, 182]
    values += [168, 337, 706, 801, 379, 538, 668, 279, 30, 383, 473, 83, 249, 386, 0]
    by_name = dict(zip(order, values, strict=True))
    plan = of_values({name: by_name[name] for name in coalitions("12345")})
    expected = ["165", "320.5", "84.5", "374.5", "55.5"]
    assert shares(allocate(plan, AllocationRule.NUCLEOLUS)) == [Fraction(share) for share in expected]


@pytest.mark.parametrize(
    ("values", "nucleolus"),
    [
        ([0, 0, 0, 0, 5, 5, 8, 9, 10, 8, 13, 15, 16, 17, 21], ["7/2", "9/2", "11/2", "15/2"]),
        ([-1, 0, 1, 3, 4, 2, 5], ["8/3", "2/3", "5/3"]),
    ],
    ids=["CoopGame", "Ferguson"],
)
def test_the_examples_of_a_manual_and_of_lecture_notes(values: list[int], nucleolus: list[str]) -> None:
    """https://search.r-project.org/CRAN/refmans/CoopGame/html/nucleolus.html; T. S. Ferguson, Game Theory, part IV.

    https://www.math.ucla.edu/~tom/Game_Theory/coal.pdf
    """
    names = coalitions("1234"[: len(values).bit_length()])
    gains = of_values(dict(zip(names, values, strict=True)))
    assert shares(allocate(gains, AllocationRule.NUCLEOLUS)) == [Fraction(share) for share in nucleolus]


def test_six_swedish_municipalities_share_a_water_supply() -> None:
    """H. P. Young, N. Okada and T. Hashimoto, Cost Allocation in Water Resources Development (1979), tables 7 and 8.

    http://pure.iiasa.ac.at/1106/ prints, in millions of crowns, the costs alone, the marginal costs, and the separable
    costs, remaining benefits: all but K's are exact to the last place, K's a hundredth too high, as the six would come
    to a hundredth less. The rule uses no costs of groups in between, which stand here as if they saved nothing.
    """
    alone, marginal = (
        dict(zip("AHKLMT", map(Money.pounds, column.split()), strict=True))
        for column in ("21.95 17.08 10.91 15.88 20.81 21.98", "17.36 9.85 0.82 6.40 12.90 14.06")
    )
    together = Money.pounds("83.82")
    costs = {name: total(alone[each] for each in name) for name in coalitions("AHKLMT")}
    costs |= {"AHKLMT".replace(name, ""): together - added for name, added in marginal.items()}
    water = game(costs | {"AHKLMT": together})
    printed = map(Money.pounds, ["19.54", "13.28", "5.62", "10.90", "16.66", "17.82"])
    found = [share.round(HALF_UP) for share in allocate(water, AllocationRule.SEPARABLE_COSTS).shares.values()]
    assert [(each - share).pence for each, share in zip(printed, found, strict=True)] == [0, 0, 1, 0, 0, 0]
