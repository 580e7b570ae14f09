"""Whether every name in a budget means something: partners, keys before the keys that name them, and lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lgtrade.calendar import Period
from lgtrade.issues import Issue, given_twice, shown
from lgtrade.partnership._budget_line import BudgetLine
from lgtrade.partnership._keys import Measure, SharingKey
from lgtrade.partnership._standing import Partner
from lgtrade.words import Words

_MOST_NAMES = 30


def partner_issues(partners: Sequence[Partner]) -> Iterator[Issue]:
    """Yield what is wrong with who the partners are."""
    if not partners:
        yield Issue("budget.partners", "partner", Words("nobody pays"), Words("at least one partner"))
    yield from given_twice("partner[{}].name", [partner.name for partner in partners])


def key_issues(keys: Sequence[SharingKey], partners: Iterable[Partner]) -> Iterator[Issue]:
    """Yield what is wrong with what the keys name, and with the order in which they stand."""
    names = {partner.name for partner in partners}
    before: dict[str, SharingKey] = {}
    known: dict[str, set[str]] = {}
    for number, key in enumerate(keys):
        place = f"key[{number}]"
        if key.name in names:
            found = Words("{name} is a partner", name=shown(key.name))
            yield Issue("key.partner", f"{place}.name", found, Words("a name of its own"))
        earlier = known.setdefault(key.name, set(known))
        for name in key.weights:
            yield from _weighed(f"{place}.weights[{name}]", key, name, names, earlier)
        yield from _order(place, key, before.get(key.name))
        before[key.name] = key


def _weighed(place: str, key: SharingKey, name: str, partners: set[str], earlier: set[str]) -> Iterator[Issue]:
    if key.measure is Measure.MIXED and name in partners:
        found = Words("{name} is a partner, and a mixed key is made of keys", name=shown(name))
        yield Issue("key.mixed", place, found, Words("one of: {names}", names=_listed(earlier)))
    elif name not in partners and name not in earlier:
        found = Words("{name} is neither a partner nor a key that comes before this one", name=shown(name))
        yield Issue("key.unknown", place, found, Words("one of: {names}", names=_listed(partners | earlier)))


def _order(place: str, key: SharingKey, before: SharingKey | None) -> Iterator[Issue]:
    if before is None:
        if key.tolerance is not None:
            found = Words("no split stands before it that could be held")
            yield Issue("key.tolerance", f"{place}.tolerance", found, Words("a tolerance on a later measurement"))
        return
    if key.since is None:
        found = Words("{name} is given twice, and not from which day the later one stands", name=shown(key.name))
        yield Issue("key.since", f"{place}.since", found, Words("a day, or a name of its own"))
    elif before.since is not None and key.since <= before.since:
        found = Words("it does not come after {day}, since when the one before it stands", day=before.since)
        yield Issue("key.order", f"{place}.since", found, Words("a later day"))
    if key.every is not None:
        found = Words("the first of its name says it")
        yield Issue("key.every", f"{place}.every", found, Words("nothing here"))


def line_issues(
    lines: Sequence[BudgetLine], keys: Iterable[SharingKey], partners: Iterable[Partner], period: Period
) -> Iterator[Issue]:
    """Yield what is wrong with what the lines name."""
    names = {key.name for key in keys}
    throughout = {partner.name: partner.is_in_throughout(period) for partner in partners}
    yield from given_twice("line[{}].heading", [line.heading for line in lines])
    if not names and not lines:
        yield Issue("budget.keys", "key", Words("nothing says how a cost is shared"), Words("at least one key"))
    for number, line in enumerate(lines):
        if line.key is not None and line.key not in names:
            found = Words("there is no key {name}", name=shown(line.key))
            yield Issue("budget.key", f"line[{number}].key", found, Words("one of: {names}", names=_listed(names)))
        place = f"line[{number}].fixed"
        yield from unknown_partners(place, line.fixed, throughout)
        for partner in line.fixed:
            if not throughout.get(partner, True):
                found = Words("{name} is not a partner on every day of {period}", name=shown(partner), period=period)
                accepted = Words("a sum from a partner that is there throughout")
                yield Issue("budget.fixed", f"{place}[{partner}]", found, accepted)


def unknown_partners(place: str, given: Iterable[str], partners: Iterable[str]) -> Iterator[Issue]:
    """Yield every name that is not a partner's."""
    known = set(partners)
    for name in given:
        if name not in known:
            found = Words("{name} is not a partner", name=shown(name))
            yield Issue("budget.unknown", f"{place}[{name}]", found, Words("one of: {names}", names=_listed(known)))


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names)[:_MOST_NAMES]) or "none is given"
