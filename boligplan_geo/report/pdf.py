"""The report as PDF by wheels alone: reportlab, with the DejaVu fonts that matplotlib ships."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from boligplan_geo.report import law, tables
from boligplan_geo.report import pdf_parts as parts
from boligplan_geo.report.picture import picture
from boligplan_geo.result import Analysis
from boligplan_geo.words import phrase, value

_PICTURE_PT = 430  # highest the picture may be, so that the first page holds it


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
    title = tables.title(run, language, audience)
    document = SimpleDocTemplate(
        str(path),
        pagesize=(595.28, 841.89),
        leftMargin=parts.MARGIN_PT,
        rightMargin=parts.MARGIN_PT,
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


def _banner(text: str, background: str, edge: str) -> Any:
    from reportlab.platypus import Table as Grid

    grid = Grid([[parts.text(text, 8.5)]], colWidths=[parts.WIDTH_PT], spaceBefore=4)
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
        parts.heading(tables.title(run, language, audience), 18, before=0),
        parts.text(phrase("report_subtitle", language), 10, textColor=parts.QUIET),
        Spacer(0, 4),
    ]
    if audience == "internal":
        story.append(_banner(phrase("internal", language), "#fde8e6", "#b30000"))
    if run.is_fictional:
        story.append(_banner(phrase("fictional", language), "#fff5df", "#c98a00"))
    story += [_banner(told, "#efe6f5", "#6a3d9a") for told in tables.proposed(run, language)]
    story += [
        _banner(phrase("screening_long", language), "#eaf2f5", parts.BRAND),
        Spacer(0, 6),
        parts.text(phrase("report_what_text", language, name=run.name)),
        Spacer(0, 6),
        _glance(run, language),
        Spacer(0, 8),
        _picture(drawn),
        parts.text(phrase("picture_caption", language), 7, textColor=parts.QUIET),
        Spacer(0, 3),
        parts.text(" · ".join(made), 7, textColor=parts.QUIET),
    ]
    return story


def _glance(run: Analysis, language: str) -> Any:
    from reportlab.platypus import Table as Grid

    figures = tables.glance(run, language)
    cells = [
        [
            parts.text(figure, 14, fontName="DejaVu-Bold", textColor=parts.BRAND),
            parts.text(text, 6.8, textColor=parts.QUIET),
        ]
        for figure, text in figures
    ]
    grid = Grid([cells], colWidths=[parts.WIDTH_PT / len(cells)] * len(cells))
    grid.setStyle(
        [
            ("BACKGROUND", (0, 0), (-1, -1), parts.WASH),
            ("INNERGRID", (0, 0), (-1, -1), 3, "white"),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ]
    )
    return grid


def _picture(drawn: bytes) -> Any:
    from reportlab.lib.utils import ImageReader
    from reportlab.platypus import Image

    wide, high = ImageReader(io.BytesIO(drawn)).getSize()
    scale = min(parts.WIDTH_PT / wide, _PICTURE_PT / high)
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
    story: list[Any] = [
        PageBreak(),
        parts.heading(phrase("report_results", language), 14, before=0),
    ]
    for make in shown:
        story += parts.titled(make(run, language))
    story.append(parts.heading(phrase("report_plan", language), 14, before=16))
    for make in law.TABLES:
        story += parts.titled(make(run, language))
    return story


def _closing(run: Analysis, manifest: Mapping[str, Any], language: str) -> list[Any]:
    story = [*parts.titled(tables.unknowns(run, language))]
    listed = tables.notes(run, language)
    if listed:
        story.append(parts.heading(phrase("report_notes", language), 9.5))
        story += [parts.text(f"– {note}", 7.5) for note in listed[:20]]
    story += parts.titled(parts.few_columns(tables.sources(manifest, language), 5))
    story += [
        parts.heading(phrase("untested", language), 9.5),
        parts.text(phrase("untested_list", language) + ".", 7.5),
        parts.heading(phrase("report_reproduce", language), 9.5),
        parts.text(phrase("reproduce_text", language), 7.5),
        parts.text(phrase("pdf_more", language), 7.5, spaceBefore=4),
    ]
    return story


def _page_marks(canvas: Any, document: Any, *, left: str, page: Any, watermark: str) -> None:
    """Foot of every page; a watermark where the report is not for the public."""
    canvas.saveState()
    canvas.setFont("DejaVu", 7)
    canvas.setFillColor(parts.QUIET)
    canvas.drawString(parts.MARGIN_PT + parts.PADDING_PT, 32, left)
    canvas.drawRightString(
        parts.MARGIN_PT + parts.PADDING_PT + parts.WIDTH_PT, 32, page(page=document.page)
    )
    if watermark:
        canvas.setFont("DejaVu-Bold", 90)
        canvas.setFillColor("#b30000", alpha=0.10)
        canvas.translate(297, 420)
        canvas.rotate(50)
        canvas.drawCentredString(0, 0, watermark)
    canvas.restoreState()
