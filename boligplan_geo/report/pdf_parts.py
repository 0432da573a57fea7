"""Pieces of the PDF report: text, headings and tables as reportlab draws them."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import Any

from boligplan_geo.report.tables import Table

BRAND, QUIET, LINE, WASH = "#1f4e5f", "#5b6b73", "#d9e0e3", "#f4f7f8"
MARGIN_PT, PADDING_PT = 42, 6  # reportlab pads its frames by 6
WIDTH_PT = 595.28 - 2 * (MARGIN_PT + PADDING_PT)

_TABLE_SIZE, _CELL_PADDING_PT = 6.8, 12.5  # text of tables; padding of a cell, both sides
_WORD_PT = 150  # a longer word (a path) is broken rather than given more room
_TITLE_AND_ROWS_PT = 90  # a title and a few rows must fit, else the table starts a page
_KEPT_ROWS = 8  # tables of few rows stay on one page; longer ones may run over

_TABLE_STYLE = (
    ("BACKGROUND", (0, 0), (-1, 0), WASH),
    ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("TOPPADDING", (0, 0), (-1, -1), 1.1),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 1.7),
    ("LEFTPADDING", (0, 0), (-1, -1), 6),
    ("RIGHTPADDING", (0, 0), (-1, -1), 4),
)


def _style(size: float, **more: Any) -> Any:
    from reportlab.lib.styles import ParagraphStyle

    given = {"fontName": "DejaVu", "fontSize": size, "leading": size * 1.38, "textColor": "#1d2b33"}
    return ParagraphStyle("text", **{**given, **more})


def text(said: str, size: float = 8.5, **style: Any) -> Any:
    """A paragraph of plain text, escaped; `size` in points."""
    from reportlab.platypus import Paragraph

    return Paragraph(escape(said), _style(size, **style))


def heading(said: str, size: float = 12, *, before: float = 12) -> Any:
    """A heading that stays with what follows; `size` and the space `before` in points."""
    return text(said, size, fontName="DejaVu-Bold", textColor=BRAND, spaceBefore=before,
                 spaceAfter=4, keepWithNext=1)  # fmt: skip


def few_columns(table: Table, count: int) -> Table:
    """The first columns of a table; the page has them all."""
    rows = tuple(row[:count] for row in table.rows)
    return replace(table, headings=table.headings[:count], rows=rows, numeric=table.numeric[:count])


def titled(table: Table) -> list[Any]:
    """A table with its title; its heading is repeated where it goes on over the page."""
    from reportlab.platypus import CondPageBreak, KeepTogether
    from reportlab.platypus import Table as Grid

    if not table.rows:
        return []
    sizes = {"n": _style(_TABLE_SIZE, alignment=2), "t": _style(_TABLE_SIZE)}
    cells = [
        [text(h, _TABLE_SIZE, fontName="DejaVu-Bold", alignment=2 if n else 0)
         for h, n in zip(table.headings, table.numeric, strict=True)]
    ]  # fmt: skip
    cells += [
        [_cell(c, sizes["n" if n else "t"]) for c, n in zip(row, table.numeric, strict=True)]
        for row in table.rows
    ]
    grid = Grid(cells, colWidths=_widths(table), repeatRows=1)
    grid.setStyle(_TABLE_STYLE)
    title = heading(table.title, 9.5, before=10)
    note = [text(table.note, 7, textColor=QUIET, spaceBefore=2)] if table.note else []
    if len(table.rows) <= _KEPT_ROWS:
        return [KeepTogether([title, grid, *note])]
    title.style.keepWithNext = 0  # it would keep the whole table, not its first rows
    return [CondPageBreak(_TITLE_AND_ROWS_PT), title, grid, *note]


def _cell(text: str, style: Any) -> Any:
    from reportlab.platypus import Paragraph

    return Paragraph(escape(text), style)


def _widths(table: Table) -> list[float]:
    """Widths in which no word is broken; what is left goes where text would otherwise wrap."""
    columns = list(zip(table.headings, *table.rows, strict=True))
    narrow, wanted = [], []
    for column, numeric in zip(columns, table.numeric, strict=True):
        heading, *cells = column
        words = [_wide(word, bold=True) for word in heading.split()]
        words += [
            _wide(word) for cell in cells for word in ([cell] if numeric else cell.split(" "))
        ]
        narrow.append(min(max(words, default=0.0), _WORD_PT) + _CELL_PADDING_PT)
        wanted.append(max(min(_wide(cell), _WORD_PT) for cell in column) + _CELL_PADDING_PT)
    left = WIDTH_PT - sum(narrow)
    if left <= 0:
        return [WIDTH_PT * one / sum(narrow) for one in narrow]
    missing = [max(two - one, 0.0) for one, two in zip(narrow, wanted, strict=True)]
    enough = sum(missing) <= left
    share = [m if enough else left * m / sum(missing) for m in missing]
    spare = (left - sum(share)) / len(share)
    return [one + more + spare for one, more in zip(narrow, share, strict=True)]


def _wide(text: str, *, bold: bool = False) -> float:
    """Width of a text in a table [pt]."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return float(stringWidth(text, "DejaVu-Bold" if bold else "DejaVu", _TABLE_SIZE))
