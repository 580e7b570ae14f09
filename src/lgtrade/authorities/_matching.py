"""How names are compared: what people write in place of a name is taken away, many names at a time."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from lgtrade.authorities._kinds import AuthorityKind

_LINE = re.MULTILINE
_SPACES = re.compile(r"[-/, ]+")
_STYLES = re.compile(
    r"^(?:the|(?:london |royal |metropolitan )?borough (?:council )?of|city of(?! london)|county of|district of"
    r"|(?:city|county) and (?:county|district) of) "
    r"| (?:city|county)(?: of)?$"
    r"| (?:(?:metropolitan|london|county) borough|(?:metropolitan |city and )?district|borough|city)? ?council$"
    r"| (?:parish|town|community) council$"
    r"| (?:mbc|mdc|cbc|cc|bc|dc|ubc)$",
    _LINE,
)
_SHORT_STYLES = (
    (
        re.compile(r" (?:combined |metropolitan )?(?:fire|frs|fra)(?: and rescue)?(?: authority| service)?$", _LINE),
        " fire",
    ),
    (re.compile(r" national park(?: authority)?$| npa$", _LINE), " national park"),
    (re.compile(r" combined county authority$", _LINE), " cca"),
    (re.compile(r" (?:mayoral )?combined authority$| mca$", _LINE), " ca"),
    (re.compile(r"^police(?: fire)? and crime commissioner for (?:the )?(.+)$", _LINE), r"\1 pcc"),
    (re.compile(r" (?:police(?: fire)? and crime commissioner|pfcc)$", _LINE), " pcc"),
    (re.compile(r" (?:integrated transport authority|ita)$", _LINE), " ita"),
    (re.compile(r" (?:passenger transport authority|pta)$", _LINE), " pta"),
    (re.compile(r" (?:waste disposal authority|waste authority)$", _LINE), " waste"),
    (re.compile(r" (?:corporate joint committee|cjc)$", _LINE), " cjc"),
)


_LOCAL = re.compile(r" (?:parish|town|community) council$")
_SMALL = (AuthorityKind.PARISH, AuthorityKind.COMMUNITY)
_COUNTIES = (AuthorityKind.COUNTY, AuthorityKind.WELSH_COUNTY)


def fits(plain_name: str, kind: AuthorityKind, names: Iterable[str]) -> bool:
    """Tell whether the words for a style in a plain name could be said of a body of a kind, with such names.

    A town council is no district, a county council is no city, and a city is called one: whoever writes otherwise means
    another body, often a parish council of the same place.

    >>> fits("sevenoaks town council", AuthorityKind.DISTRICT, ["Sevenoaks District Council"])
    False
    >>> fits("kent county council", AuthorityKind.COUNTY, ["Kent County Council"])
    True
    """
    if _LOCAL.search(plain_name):
        return kind in _SMALL
    if plain_name.endswith(" county council"):
        return kind in _COUNTIES
    if plain_name.endswith(" city council") or plain_name.startswith("city of "):
        return any("city" in name.casefold() for name in names)
    return True


def plain(names: Iterable[str]) -> list[str]:
    """Give names without case, accents, punctuation and the difference between "&" and "and".

    >>> plain(["Telford & Wrekin", "Ynys Môn", "King's Lynn"])
    ['telford and wrekin', 'ynys mon', 'kings lynn']
    """
    text = "\n".join(" ".join(name.split()) for name in names).casefold().replace("&", " and ")
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    lines = _SPACES.sub(" ", letters.replace(".", "").replace("'", "")).split("\n")
    return [line.strip() for line in lines]


def bare(plain_names: Iterable[str]) -> list[str]:
    """Take the words for a style from plain names, and write the long styles in one short form.

    >>> bare(["london borough of barnet", "avon fire and rescue authority", "city of london"])
    ['barnet', 'avon fire', 'city of london']
    """
    text, before = "\n".join(plain_names), ""
    while text != before:
        before, text = text, _STYLES.sub("", text)
    for style, short in _SHORT_STYLES:
        text = style.sub(short, text)
    return text.split("\n")
