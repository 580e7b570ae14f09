"""How a value shows itself in a notebook: it asks the documents room for its page, when it is shown and not before."""

from __future__ import annotations

from typing import Any


class ShownInNotebooks:
    """A value that has a page of its own in a notebook.

    This is the one place where a room calls on a room below it: the page is written by
    :mod:`lgtrade.documents`, which is loaded only when a notebook asks for it.
    """

    __slots__ = ()

    def _repr_html_(self) -> str:
        from lgtrade import documents  # noqa: PLC0415  # loaded only when a page is shown

        return documents.html(self)

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # noqa: ANN401, FBT001  # what pretty printers call
        """Show the short form where a pretty printer would go through every part."""
        del cycle
        printer.text(repr(self))
