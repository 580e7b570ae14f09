"""The page of an options appraisal."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from lgtrade.documents._blocks import Block, Grid, Heading, Paragraph, Points
from lgtrade.documents._say import headings, say
from lgtrade.money import HALF_UP, plain
from lgtrade.partnership import Appraisal, Option
from lgtrade.words import Words


def to_two_places(number: Fraction) -> str:
    """Say an exact number to two places, rounded half up, as tables of scores print it."""
    return say(Fraction(HALF_UP.units(number), 100))


def appraisal_blocks(appraisal: Appraisal) -> Iterator[Block]:
    """Write which option comes first, the scores, what they cost, and how firm the order is."""
    yield Heading(say(appraisal.name), 3)
    yield Paragraph(say(appraisal.words))
    yield _scores(appraisal)
    yield Grid(*_order(appraisal))
    reasons = [why for each in appraisal.excluded.values() for why in each]
    yield from _list(Words("Excluded"), reasons)
    yield from _list(Words("How firm the order is"), _firmness(appraisal))


def _scores(appraisal: Appraisal) -> Grid:
    weighted = any(criterion.weight is not None for criterion in appraisal.criteria)
    by = {
        criterion.name: [each.by for each in appraisal.sheets if each.criterion == criterion.name]
        for criterion in appraisal.criteria
    }
    headers = [
        *(say(Words(each)) for each in ("Points", "Weight", "Scored by")),
        *(say(name) for name in appraisal.points),
    ]
    rows = [
        (
            say(criterion.name),
            say(appraisal.weights[criterion.name]) if weighted else "",
            say("; ".join(by[criterion.name])),
            *(to_two_places(given[criterion.name]) for given in appraisal.points.values()),
        )
        for criterion in appraisal.criteria
    ]
    totals = (to_two_places(total) for total in appraisal.totals.values())
    rows.append((say(Words("Total, out of {most}", most=plain(appraisal.out_of))), "", "", *totals))
    return Grid(tuple(headers), tuple(rows), frozenset({1, *range(3, len(headers))}))


def _order(appraisal: Appraisal) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...], frozenset[int]]:
    headers = headings("Option", "Route", "Place", "Cost", "Cost of each point")
    places = appraisal.ranks
    inorder = sorted(appraisal.options, key=lambda option: places.get(option.name, len(places) + 1))
    return headers, tuple(_row(appraisal, option) for option in inorder), frozenset({2, 3, 4})


def _row(appraisal: Appraisal, option: Option) -> tuple[str, ...]:
    a_point = appraisal.cost_per_point.get(option.name)
    return (
        say(option.name),
        "" if option.route is None else say(Words(option.route.value)),
        say(appraisal.ranks[option.name]) if option.name in appraisal.ranks else say(Words("excluded")),
        "" if option.cost is None else say(option.cost),
        "" if a_point is None else say(HALF_UP.money(a_point)),
    )


def _firmness(appraisal: Appraisal) -> Iterator[Words]:
    if appraisal.best_value:
        yield Words("Each point costs least with: {names}.", names="; ".join(appraisal.best_value))
    for names in appraisal.ties:
        yield Words("These have equal totals: {names}.", names="; ".join(names))
    for name, by in appraisal.dominated.items():
        template = "{name} is no better on any criterion, and worse on at least one, than: {by}."
        yield Words(template, name=name, by="; ".join(by))
    yield from (each.words for each in appraisal.switching_weights)
    if len(appraisal.first) == 1 and len(appraisal.points) > 1 and not appraisal.switching_weights:
        yield Words("No change of the weight of one criterion alone changes which option comes first.")
    yield from (each.words for each in appraisal.rank_reversals)


def _list(title: Words, sentences: Iterator[Words] | list[Words]) -> Iterator[Block]:
    points = tuple((say(each), None) for each in sentences)
    if points:
        yield Paragraph(say(title))
        yield Points(points)
