"""The report as one self-contained page: no script, nothing fetched, all data escaped."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from html import escape
from importlib.resources import files
from typing import Any

from boligplan_geo.report import law, tables
from boligplan_geo.report.picture import picture
from boligplan_geo.report.tables import Table
from boligplan_geo.result import Analysis
from boligplan_geo.words import phrase, value


def page(
    run: Analysis,
    manifest: Mapping[str, Any],
    *,
    language: str = "nb",
    audience: str = "public",
    overview: bytes | None = None,
) -> str:
    """Write the report of a run as HTML.

    Parameters
    ----------
    run : Analysis
        As the audience may see it (`boligplan_geo.export.layers.public_view`).
    manifest : mapping
        Of the same run (`boligplan_geo.export.manifest.manifest`).
    language : {"nb", "en"}
    audience : {"public", "internal"}
    overview : bytes, optional
        The picture (`boligplan_geo.report.picture.picture`) where it is drawn already.
    """
    watermark = phrase("internal_mark", language) if audience == "internal" else ""
    title = tables.title(run, language, audience)
    drawn = overview or picture(run, language=language, watermark=watermark)
    body = [
        _head(run, manifest, language, audience, title),
        _section("what", phrase("report_what", language), _what(run, language)),
        _section("glance", phrase("report_glance", language), _glance(run, language)),
        _section("map", phrase("picture_title", language), _picture(drawn, language)),
        _section("results", phrase("report_results", language), _results(run, language)),
        _section("plan", phrase("report_plan", language), _plan(run, language)),
        _section("how", phrase("report_how", language), _how(run, language)),
        _section("unknown", phrase("report_unknown", language), _unknown(run, language)),
        _section(
            "sources", phrase("table_sources", language), _table(tables.sources(manifest, language))
        ),
        _section(
            "assumptions",
            phrase("table_assumptions", language),
            _table(tables.assumptions(run, language)),
        ),
        _section("glossary", phrase("table_glossary", language), _table(tables.glossary(language))),
        _section("reproduce", phrase("report_reproduce", language), _reproduce(manifest, language)),
    ]
    style = files("boligplan_geo").joinpath("assets/report.css").read_text("utf-8")
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{style}</style></head>"
        f"<body><main>{''.join(body)}</main></body></html>\n"
    )


def _head(
    run: Analysis, manifest: Mapping[str, Any], language: str, audience: str, title: str
) -> str:
    banners = [("internal", phrase("internal", language))] if audience == "internal" else []
    banners += [("fictional", phrase("fictional", language))] if run.is_fictional else []
    banners += [("proposed", told) for told in tables.proposed(run, language)]
    banners.append(("screening", phrase("screening_long", language)))
    made = (
        phrase("written_on", language, date=manifest["created"]),
        phrase("basis", language, basis=value("homes_basis_code", run.homes_basis_code, language)),
        phrase("made_with", language, version=manifest["versions"]["boligplan_geo"]),
        run.crs,
    )
    return (
        f"<header><h1>{escape(title)}</h1>"
        f'<p class="lead">{escape(phrase("report_subtitle", language))}</p>'
        + "".join(f'<p class="banner {kind}">{escape(text)}</p>' for kind, text in banners)
        + f'<p class="made">{" · ".join(map(escape, made))}</p></header>'
    )


def _what(run: Analysis, language: str) -> str:
    text = escape(phrase("report_what_text", language, name=run.name))
    untested = escape(phrase("untested_list", language))
    return (
        f"<p>{text}</p><p><strong>{escape(phrase('untested', language))}:</strong> {untested}.</p>"
    )


def _glance(run: Analysis, language: str) -> str:
    cards = "".join(
        f"<div><b>{escape(figure)}</b><span>{escape(text)}</span></div>"
        for figure, text in tables.glance(run, language)
    )
    return f'<div class="cards">{cards}</div>'


def _picture(drawn: bytes, language: str) -> str:
    data = base64.b64encode(drawn).decode("ascii")
    caption = escape(phrase("picture_caption", language))
    return (
        f'<figure><img alt="{caption}" src="data:image/png;base64,{data}">'
        f"<figcaption>{caption}</figcaption></figure>"
    )


def _results(run: Analysis, language: str) -> str:
    shown = (
        tables.totals,
        tables.best_sites,
        tables.centres,
        tables.districts,
        tables.statuses,
        tables.reasons,
    )
    return "".join(_titled(make(run, language)) for make in shown)


def _plan(run: Analysis, language: str) -> str:
    """What the plans allow and by which clause; tables without rows are left out."""
    shown = [make(run, language) for make in law.TABLES]
    return "".join(_titled(table) for table in shown if table.rows or table.note)


def _how(run: Analysis, language: str) -> str:
    steps = "".join(f"<li>{escape(phrase(f'how_{i}', language))}</li>" for i in range(1, 6))
    return f"<ol>{steps}</ol>{_titled(tables.criteria(run, language))}"


def _unknown(run: Analysis, language: str) -> str:
    notes = _list(tables.notes(run, language)) or f"<p>{escape(phrase('no_notes', language))}</p>"
    return (
        _titled(tables.unknowns(run, language))
        + f"<h3>{escape(phrase('report_notes', language))}</h3>{notes}"
    )


def _reproduce(manifest: Mapping[str, Any], language: str) -> str:
    versions = ", ".join(f"{name} {number}" for name, number in manifest["versions"].items())
    text = escape(phrase("reproduce_text", language))
    return f'<p>{text}</p><p class="small">{escape(versions)}</p>'


def _section(anchor: str, title: str, body: str) -> str:
    return f'<section id="{anchor}"><h2>{escape(title)}</h2>{body}</section>'


def _titled(table: Table) -> str:
    return f"<h3>{escape(table.title)}</h3>{_table(table)}"


def _wrap(text: str) -> str:
    """Keep a short word (a date, an id, a checksum) on one line; break a long one anywhere."""
    longest = max(map(len, text.split()), default=0)
    if longest > 34:
        return ' class="b"'
    return ' class="w"' if longest == len(text) else ""


def _table(table: Table) -> str:
    if not table.rows:
        return f"<p>{escape(table.note or '–')}</p>"
    kinds = [' class="n"' if numeric else "" for numeric in table.numeric]
    head = "".join(f"<th{k}>{escape(h)}</th>" for k, h in zip(kinds, table.headings, strict=True))
    rows = "".join(
        "<tr>"
        + "".join(f"<td{k or _wrap(c)}>{escape(c)}</td>" for k, c in zip(kinds, row, strict=True))
        + "</tr>"
        for row in table.rows
    )
    note = f'<p class="small">{escape(table.note)}</p>' if table.note else ""
    whole = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return f'<div class="wide">{whole}</div>{note}'


def _list(items: Iterable[str]) -> str:
    listed = "".join(f"<li>{escape(item)}</li>" for item in items)
    return f"<ul>{listed}</ul>" if listed else ""
