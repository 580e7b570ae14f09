"""The register of authorities that the package ships: read on first use, searched by name or code."""

from __future__ import annotations

import functools
import re
import unicodedata

from lgtrade.authorities._authority import AreaCode, Authority
from lgtrade.authorities._kinds import AuthorityKind, Nation
from lgtrade.issues import InputError, Issue, shown
from lgtrade.words import Words

_LONGEST_NAME = 120
_STYLES = re.compile(
    r"^the |^(?:london borough of|royal borough of|city and county of|city of(?! london)|county of) "
    r"| (?:city|county)(?: of)?$"
    r"| (?:metropolitan borough|london borough|county borough|borough|district|city)? ?council$"
    r"| (?:mbc|mdc|cbc|cc|bc|dc|ubc)$"
)


@functools.cache
def every() -> tuple[Authority, ...]:
    """Every authority in the register, in its order.

    >>> every()[0].nation.value
    'England'
    """
    import tomllib  # noqa: PLC0415  # only when the register is read, so that importing the library stays quick
    from importlib import resources  # noqa: PLC0415  # the same

    text = resources.files("lgtrade.authorities").joinpath("register.toml").read_text(encoding="utf-8")
    return tuple(_read(entry) for entry in tomllib.loads(text)["authority"])


def _read(entry: dict[str, object]) -> Authority:
    codes = entry.pop("codes", [])
    return Authority(
        kind=AuthorityKind(entry.pop("kind")),
        nation=Nation(entry.pop("nation")),
        also=_texts(entry.pop("also", [])),
        codes=tuple(AreaCode(**code) for code in codes),  # type: ignore[attr-defined]
        successors=_texts(entry.pop("successors", [])),
        **entry,  # type: ignore[arg-type]
    )


def _texts(values: object) -> tuple[str, ...]:
    return tuple(values)  # type: ignore[arg-type]


def find(name: str) -> Authority:
    """Find one authority by any of its names.

    Case, accents, "&", full stops and the words for its style ("Council", "City of") make no difference.

    Raises:
        InputError: no authority has that name (the nearest are given), or more than one has.

    >>> find("staffordshire moorlands").name
    'Staffordshire Moorlands District Council'
    """
    if not isinstance(name, str) or not name.strip() or len(name) > _LONGEST_NAME:
        found = Words("{name} is not a name", name=shown(name))
        raise InputError([Issue("authority.name", "", found, Words("the name of an authority"))])
    for form in (_plain(name), _bare(name)):
        held = _by_name().get(form, ())
        if len(held) == 1:
            return held[0]
        if held:
            names = "; ".join(sorted(each.name for each in held))
            found = Words("{name} could be any of {count} authorities", name=shown(name), count=len(held))
            raise InputError([Issue("authority.ambiguous", "", found, Words("one of: {names}", names=names))])
    import difflib  # noqa: PLC0415  # only for a name that is not found

    near = difflib.get_close_matches(_bare(name), list(_by_name()), n=5, cutoff=0.6)
    names = "; ".join(dict.fromkeys(each.name for form in near for each in _by_name()[form]))
    found = Words("no authority in the register is called {name}", name=shown(name))
    accepted = (
        Words("a name in the register (the nearest: {names}), or the authority's kind and nation", names=names)
        if names
        else Words("a name in the register, or the authority's kind and nation")
    )
    raise InputError([Issue("authority.unknown", "", found, accepted)])


def by_code(code: str) -> Authority:
    """Find the authority that has, or once had, an area code.

    Raises:
        InputError: no authority in the register has it.

    >>> by_code("E07000198").name
    'Staffordshire Moorlands District Council'
    """
    for authority in every():
        if any(code == each.code for each in authority.codes):
            return authority
    found = Words("no authority in the register has the code {code}", code=shown(code))
    raise InputError([Issue("authority.code", "", found, Words('a code such as "E07000198"'))])


@functools.cache
def _by_name() -> dict[str, tuple[Authority, ...]]:
    index: dict[str, dict[str, Authority]] = {}
    for authority in every():
        for name in (authority.name, *authority.also):
            for form in (_plain(name), _bare(name)):
                index.setdefault(form, {})[authority.name] = authority
    return {form: tuple(held.values()) for form, held in index.items()}


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold().replace("&", " and ")).encode("ascii", "ignore").decode()
    return " ".join(re.sub(r"[-/,]", " ", letters.replace(".", "").replace("'", "")).split())


def _bare(name: str) -> str:
    bare = _plain(name)
    while (shorter := _STYLES.sub("", bare).strip()) != bare and shorter:
        bare = shorter
    return bare
