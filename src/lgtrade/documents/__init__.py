"""Say it: opinions, accounts and whole cases in words, as plain text and as HTML."""

from lgtrade.documents._pages import page
from lgtrade.documents._render import as_html, as_text
from lgtrade.documents._say import clean, say

__all__ = ["clean", "html", "say", "text"]


def text(value: object) -> str:
    """Write a value as plain text, 100 letters wide.

    Args:
        value: an :class:`~lgtrade.law.Opinion`, a :class:`~lgtrade.accounts.BreakEvenAccount`, a
            :class:`~lgtrade.accounts.Forecast`, a :class:`~lgtrade.cases.WorkedCase`, or a part of a case that works
            its own figures out, such as a budget: any type in :data:`lgtrade.cases.KINDS`.

    Raises:
        TypeError: there is no page for a value of that type.

    >>> from lgtrade import BreakEvenAccount, FinancialYear, Money, YearEntry
    >>> entry = YearEntry(FinancialYear(2004), Money.pounds(30), Money.pounds(28))
    >>> print(text(BreakEvenAccount("audit", (entry,))).splitlines()[0])
    Did it balance? audit
    """
    return as_text(page(value))


def html(value: object) -> str:
    """Write a value as HTML for a notebook; every name and note in it is escaped.

    Args:
        value: an :class:`~lgtrade.law.Opinion`, a :class:`~lgtrade.accounts.BreakEvenAccount`, a
            :class:`~lgtrade.accounts.Forecast`, a :class:`~lgtrade.cases.WorkedCase`, or a part of a case that works
            its own figures out, such as a budget: any type in :data:`lgtrade.cases.KINDS`.

    Raises:
        TypeError: there is no page for a value of that type.

    >>> from lgtrade import BreakEvenAccount, FinancialYear, Money, YearEntry
    >>> entry = YearEntry(FinancialYear(2004), Money.pounds(30), Money.pounds(28))
    >>> html(BreakEvenAccount("<b>audit</b>", (entry,))).splitlines()[1]
    '<h2>Did it balance? &lt;b&gt;audit&lt;/b&gt;</h2>'
    """
    return as_html(page(value))
