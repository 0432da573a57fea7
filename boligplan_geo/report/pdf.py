"""The report as PDF by wheels alone: reportlab, with the DejaVu fonts that matplotlib ships."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

from boligplan_geo.report import tables
from boligplan_geo.report.picture import picture
from boligplan_geo.report.tables import Table
from boligplan_geo.result import Analysis
from boligplan_geo.words import phrase, value

_BRAND, _QUIET, _LINE, _WASH = "#1f4e5f", "#5b6b73", "#d9e0e3", "#f4f7f8"
_MARGIN_PT, _PADDING_PT = 42, 6  # reportlab pads its frames by 6
_WIDTH_PT = 595.28 - 2 * (_MARGIN_PT + _PADDING_PT)
_PICTURE_PT = 430  # highest the picture may be, so that the first page holds it

_TABLE_SIZE, _CELL_PADDING_PT = 6.8, 12.5  # text of tables; padding of a cell, both sides
_WORD_PT = 150  # a longer word (a path) is broken rather than given more room
_TITLE_AND_ROWS_PT = 90  # a title and a few rows must fit, else the table starts a page
_KEPT_ROWS = 8  # tables of few rows stay on one page; longer ones may run over

_TABLE_STYLE = (
    ("BACKGROUND", (0, 0), (-1, 0), _WASH),
    ("LINEBELOW", (0, 0), (-1, -1), 0.4, _LINE),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("TOPPADDING", (0, 0), (-1, -1), 1.1),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 1.7),
    ("LEFTPADDING", (0, 0), (-1, -1), 6),
    ("RIGHTPADDING", (0, 0), (-1, -1), 4),
)


def write(
    run: Analysis,
    manifest: Mapping[str, Any],
    path: Path,
    *,
    language: str = "nb",
    audience: str = "public",
    overview: bytes | None = None,
) -> None:
    """Write the short report: what, results, picture, unknowns, sources; the same bytes each time.

    Parameters
    ----------
    run : Analysis
        As the audience may see it.
    manifest : mapping
        Of the same run.
    overview : bytes, optional
        The picture (`boligplan_geo.report.picture.picture`) where it is drawn already.
    """
    from reportlab.platypus import SimpleDocTemplate

    _register_fonts()
    title = _title(run, language, audience)
    document = SimpleDocTemplate(
        str(path),
        pagesize=(595.28, 841.89),
        leftMargin=_MARGIN_PT,
        rightMargin=_MARGIN_PT,
        topMargin=38,
        bottomMargin=46,
        title=title,
        author="boligplan_geo",
        subject=phrase("screening", language),
        lang="nb-NO" if language == "nb" else "en",
        invariant=1,
    )
    watermark = phrase("internal_mark", language) if audience == "internal" else ""
    drawn = overview or picture(run, language=language, watermark=watermark)
    footer = partial(
        _page_marks,
        left=f"{title} · {phrase('screening', language)}",
        page=partial(phrase, "page", language),
        watermark=watermark,
    )
    story = [
        *_opening(run, manifest, language, audience, drawn),
        *_results(run, language),
        *_closing(run, manifest, language),
    ]
    document.build(story, onFirstPage=footer, onLaterPages=footer)


def _title(run: Analysis, language: str, audience: str) -> str:
    title = phrase("report_title", language, name=run.name)
    return f"{phrase('internal_mark', language)} – {title}" if audience == "internal" else title


def _register_fonts() -> None:
    import matplotlib
    from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
    from reportlab.pdfbase.ttfonts import TTFont

    folder = Path(matplotlib.get_data_path()) / "fonts/ttf"
    registerFont(TTFont("DejaVu", folder / "DejaVuSans.ttf"))
    registerFont(TTFont("DejaVu-Bold", folder / "DejaVuSans-Bold.ttf"))
    registerFontFamily(
        "DejaVu", normal="DejaVu", bold="DejaVu-Bold", italic="DejaVu", boldItalic="DejaVu-Bold"
    )


def _style(size: float, **more: Any) -> Any:
    from reportlab.lib.styles import ParagraphStyle

    given = {"fontName": "DejaVu", "fontSize": size, "leading": size * 1.38, "textColor": "#1d2b33"}
    return ParagraphStyle("text", **{**given, **more})


def _text(text: str, size: float = 8.5, **style: Any) -> Any:
    from reportlab.platypus import Paragraph

    return Paragraph(escape(text), _style(size, **style))


def _heading(text: str, size: float = 12, *, before: float = 12) -> Any:
    return _text(text, size, fontName="DejaVu-Bold", textColor=_BRAND, spaceBefore=before,
                 spaceAfter=4, keepWithNext=1)  # fmt: skip


def _banner(text: str, background: str, edge: str) -> Any:
    from reportlab.platypus import Table as Grid

    grid = Grid([[_text(text, 8.5)]], colWidths=[_WIDTH_PT], spaceBefore=4)
    grid.setStyle(
        [("BACKGROUND", (0, 0), (-1, -1), background), ("LINEBEFORE", (0, 0), (0, -1), 3, edge)]
    )
    return grid


def _opening(
    run: Analysis, manifest: Mapping[str, Any], language: str, audience: str, drawn: bytes
) -> list[Any]:
    from reportlab.platypus import Spacer

    made = (
        phrase("written_on", language, date=manifest["created"]),
        phrase("basis", language, basis=value("homes_basis_code", run.homes_basis_code, language)),
        phrase("made_with", language, version=manifest["versions"]["boligplan_geo"]),
    )
    story = [
        _heading(_title(run, language, audience), 18, before=0),
        _text(phrase("report_subtitle", language), 10, textColor=_QUIET),
        Spacer(0, 4),
    ]
    if audience == "internal":
        story.append(_banner(phrase("internal", language), "#fde8e6", "#b30000"))
    if run.is_fictional:
        story.append(_banner(phrase("fictional", language), "#fff5df", "#c98a00"))
    story += [
        _banner(phrase("screening_long", language), "#eaf2f5", _BRAND),
        Spacer(0, 6),
        _text(phrase("report_what_text", language, name=run.name)),
        Spacer(0, 6),
        _glance(run, language),
        Spacer(0, 8),
        _picture(drawn),
        _text(phrase("picture_caption", language), 7, textColor=_QUIET),
        Spacer(0, 3),
        _text(" · ".join(made), 7, textColor=_QUIET),
    ]
    return story


def _glance(run: Analysis, language: str) -> Any:
    from reportlab.platypus import Table as Grid

    figures = tables.glance(run, language)
    cells = [
        [
            _text(figure, 14, fontName="DejaVu-Bold", textColor=_BRAND),
            _text(text, 6.8, textColor=_QUIET),
        ]
        for figure, text in figures
    ]
    grid = Grid([cells], colWidths=[_WIDTH_PT / len(cells)] * len(cells))
    grid.setStyle(
        [
            ("BACKGROUND", (0, 0), (-1, -1), _WASH),
            ("INNERGRID", (0, 0), (-1, -1), 3, "white"),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ]
    )
    return grid


def _picture(drawn: bytes) -> Any:
    from reportlab.lib.utils import ImageReader
    from reportlab.platypus import Image

    wide, high = ImageReader(io.BytesIO(drawn)).getSize()
    scale = min(_WIDTH_PT / wide, _PICTURE_PT / high)
    return Image(io.BytesIO(drawn), width=wide * scale, height=high * scale)


def _results(run: Analysis, language: str) -> list[Any]:
    from reportlab.platypus import PageBreak

    shown = (
        tables.totals,
        tables.best_sites,
        tables.centres,
        tables.districts,
        tables.statuses,
        tables.reasons,
    )
    story: list[Any] = [PageBreak(), _heading(phrase("report_results", language), 14, before=0)]
    for make in shown:
        story += _table(make(run, language))
    return story


def _closing(run: Analysis, manifest: Mapping[str, Any], language: str) -> list[Any]:
    story = [*_table(tables.unknowns(run, language))]
    listed = tables.notes(run, language)
    if listed:
        story.append(_heading(phrase("report_notes", language), 9.5))
        story += [_text(f"– {note}", 7.5) for note in listed[:20]]
    story += _table(_few_columns(tables.sources(manifest, language), 5))
    story += [
        _heading(phrase("untested", language), 9.5),
        _text(phrase("untested_list", language) + ".", 7.5),
        _heading(phrase("report_reproduce", language), 9.5),
        _text(phrase("reproduce_text", language), 7.5),
        _text(phrase("pdf_more", language), 7.5, spaceBefore=4),
    ]
    return story


def _few_columns(table: Table, count: int) -> Table:
    """The first columns of a table; the page has them all."""
    rows = tuple(row[:count] for row in table.rows)
    return replace(table, headings=table.headings[:count], rows=rows, numeric=table.numeric[:count])


def _table(table: Table) -> list[Any]:
    """A table with its title; its heading is repeated where it goes on over the page."""
    from reportlab.platypus import CondPageBreak, KeepTogether
    from reportlab.platypus import Table as Grid

    if not table.rows:
        return []
    sizes = {"n": _style(_TABLE_SIZE, alignment=2), "t": _style(_TABLE_SIZE)}
    cells = [
        [_text(h, _TABLE_SIZE, fontName="DejaVu-Bold", alignment=2 if n else 0)
         for h, n in zip(table.headings, table.numeric, strict=True)]
    ]  # fmt: skip
    cells += [
        [_cell(c, sizes["n" if n else "t"]) for c, n in zip(row, table.numeric, strict=True)]
        for row in table.rows
    ]
    grid = Grid(cells, colWidths=_widths(table), repeatRows=1)
    grid.setStyle(_TABLE_STYLE)
    title = _heading(table.title, 9.5, before=10)
    note = [_text(table.note, 7, textColor=_QUIET, spaceBefore=2)] if table.note else []
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
    left = _WIDTH_PT - sum(narrow)
    if left <= 0:
        return [_WIDTH_PT * one / sum(narrow) for one in narrow]
    missing = [max(two - one, 0.0) for one, two in zip(narrow, wanted, strict=True)]
    enough = sum(missing) <= left
    share = [m if enough else left * m / sum(missing) for m in missing]
    spare = (left - sum(share)) / len(share)
    return [one + more + spare for one, more in zip(narrow, share, strict=True)]


def _wide(text: str, *, bold: bool = False) -> float:
    """Width of a text in a table [pt]."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return float(stringWidth(text, "DejaVu-Bold" if bold else "DejaVu", _TABLE_SIZE))


def _page_marks(canvas: Any, document: Any, *, left: str, page: Any, watermark: str) -> None:
    """Foot of every page; a watermark where the report is not for the public."""
    canvas.saveState()
    canvas.setFont("DejaVu", 7)
    canvas.setFillColor(_QUIET)
    canvas.drawString(_MARGIN_PT + _PADDING_PT, 32, left)
    canvas.drawRightString(_MARGIN_PT + _PADDING_PT + _WIDTH_PT, 32, page(page=document.page))
    if watermark:
        canvas.setFont("DejaVu-Bold", 90)
        canvas.setFillColor("#b30000", alpha=0.10)
        canvas.translate(297, 420)
        canvas.rotate(50)
        canvas.drawCentredString(0, 0, watermark)
    canvas.restoreState()
