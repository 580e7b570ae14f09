"""Writing the blocks of a page as plain text or as HTML."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Iterable, Iterator

from lgtrade.documents._blocks import Block, Grid, Heading, Link, Paragraph, Points

WIDTH = 100
_INDENT = "  "
_NARROWEST = 12


def as_text(blocks: Iterable[Block]) -> str:
    """Write blocks as plain text."""
    return "\n".join(line.rstrip() for block in blocks for line in _text_lines(block)).strip() + "\n"


def _text_lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield ""
        yield block.text
        yield {1: "=", 2: "-"}.get(block.level, "") * len(block.text)
    elif isinstance(block, Paragraph):
        yield from textwrap.wrap(block.text, WIDTH)
        yield ""
    elif isinstance(block, Points):
        for words, link in block.points:
            line = words if link is None else f"{words} [{link.text}]"
            yield from textwrap.wrap(line, WIDTH, initial_indent="  - ", subsequent_indent="    ")
        yield ""
    else:
        yield from _grid_lines(block)
        yield ""


def _grid_lines(grid: Grid) -> Iterator[str]:
    widths = _widths(grid)
    for row in (grid.headers, tuple("-" * width for width in widths), *grid.rows):
        cells = [textwrap.wrap(cell, width) or [""] for cell, width in zip(row, widths, strict=True)]
        for number in range(max(len(lines) for lines in cells)):
            line = [
                _set(lines[number] if number < len(lines) else "", width, right=column in grid.figures)
                for column, (lines, width) in enumerate(zip(cells, widths, strict=True))
            ]
            yield _INDENT + _INDENT.join(line)


def _set(cell: str, width: int, *, right: bool) -> str:
    return cell.rjust(width) if right else cell.ljust(width)


def _widths(grid: Grid) -> list[int]:
    """Give the widths of columns: figures in full, and words narrowed as far as is needed to fit the page."""
    columns = range(len(grid.headers))
    widths = [max(len(row[column]) for row in (grid.headers, *grid.rows)) for column in columns]
    least = [
        max(
            max((len(row[column]) for row in grid.rows), default=0) if column in grid.figures else _NARROWEST,
            *(len(word) for word in (grid.headers[column] or "-").split()),
        )
        for column in columns
    ]
    while sum(widths) + len(_INDENT) * len(widths) > WIDTH:
        wide = [column for column in columns if widths[column] > least[column]]
        if not wide:
            break
        widths[max(wide, key=lambda column: widths[column] - least[column])] -= 1
    return [max(width, 1) for width in widths]


def as_html(blocks: Iterable[Block]) -> str:
    """Write blocks as HTML, with everything that came from outside escaped."""
    return '<div class="lgtrade">\n' + "\n".join(_html(block) for block in blocks) + "\n</div>"


def _html(block: Block) -> str:
    if isinstance(block, Heading):
        level = min(block.level + 1, 6)
        return f"<h{level}>{html.escape(block.text)}</h{level}>"
    if isinstance(block, Paragraph):
        return f"<p>{html.escape(block.text)}</p>"
    if isinstance(block, Points):
        return "<ul>" + "".join(f"<li>{_point(words, link)}</li>" for words, link in block.points) + "</ul>"
    head = "".join(f"<th>{html.escape(cell)}</th>" for cell in block.headers)
    rows = "".join(f"<tr>{_cells(row, block.figures)}</tr>" for row in block.rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _point(words: str, link: Link | None) -> str:
    if link is None:
        return html.escape(words)
    anchor = f'<a href="{html.escape(link.address)}">{html.escape(link.text)}</a>'
    return f"{html.escape(words)} [{anchor}]"


def _cells(row: tuple[str, ...], figures: frozenset[int]) -> str:
    return "".join(
        f'<td style="text-align: right">{html.escape(cell)}</td>'
        if column in figures
        else f"<td>{html.escape(cell)}</td>"
        for column, cell in enumerate(row)
    )
