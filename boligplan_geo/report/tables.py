"""The report's tables, in words and formatted numbers, for the page and the PDF alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from boligplan_geo.assumptions import label
from boligplan_geo.columns import THEMES, columns_of
from boligplan_geo.errors import reason_text, texts
from boligplan_geo.export.manifest import plain, scores_of
from boligplan_geo.result import Analysis
from boligplan_geo.words import heading, missing, number, phrase, reserved, shown, value

STATUSES = ("candidate", "ranked", "no_potential", "excluded", "not_assessable")
SITES_SHOWN = 15
DISTRICTS_SHOWN = 40


@dataclass(frozen=True)
class Table:
    """One table for people: title, headings, rows of text, which columns are numbers."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...]
    note: str = ""


def glance(run: Analysis, language: str) -> tuple[tuple[str, str], ...]:
    """Few figures that say most: number and what it counts."""
    status = run.plots["plot_status_code"].value_counts()
    basis = "plan" if run.homes_basis_code == "plan" else "demonstrated"
    column = "potential_plan_homes_mid_count" if basis == "plan" else "potential_homes_mid_count"
    figures = (
        ("glance_plots", len(run.plots)),
        ("glance_homes_today", run.totals.get("built_homes_count")),
        (f"glance_{basis}", run.totals.get(column)),
        ("glance_candidates", int(status.get("candidate", 0))),
        ("glance_sites", len(run.sites)),
        ("glance_not_assessable", int(status.get("not_assessable", 0))),
    )
    return tuple((number(figure, language), phrase(key, language)) for key, figure in figures)


def title(run: Analysis, language: str, audience: str = "public") -> str:
    """Title of a report: what is not for the public says so, and plans that are not in force."""
    said = phrase("report_title", language, name=run.name)
    if run.plans_code == "proposed":
        said = f"{said} – {phrase('proposed_mark', language)}"
    return f"{phrase('internal_mark', language)} – {said}" if audience == "internal" else said


def proposed(run: Analysis, language: str) -> tuple[str, ...]:
    """What a run with plan proposals is, and how much of it rests on them."""
    if run.plans_code != "proposed":
        return ()
    area = run.plots["plan_proposed_share"] * run.plots["plot_area_m2"]
    share = number(100 * area.sum() / run.plots["plot_area_m2"].sum(), language, decimals=1)
    plots = number((run.plots["plan_proposed_share"] > 0).sum(), language)
    return (phrase("proposed_long", language, share=share, plots=plots),)


def summary(run: Analysis, language: str = "nb") -> str:
    """A run in a few lines, for whoever started it.

    Examples
    --------
    >>> from boligplan_geo import analyse
    >>> from boligplan_geo.sample.toy import toy_town
    >>> print(summary(analyse(toy_town())).splitlines()[0])
    Fortettingspotensial i Leketøy kommune (9999)
    """
    named = replace(run, name=f"{run.name} ({run.municipality_number})")
    lines = [title(named, language)]
    lines += [phrase("fictional", language)] if run.is_fictional else []
    lines += proposed(run, language)
    lines += [f"  {figure} {text}" for figure, text in glance(run, language)]
    if run.notes:
        lines.append("  " + phrase("summary_notes", language, count=len(run.notes)))
    return "\n".join(lines)


def totals(run: Analysis, language: str) -> Table:
    """Homes of the municipality, line by line; demonstrated ones only where there are any."""
    names = [
        "built_homes_count", "potential_plan_homes_mid_count", "potential_now_homes_count",
        "potential_after_phasing_homes_count", "potential_after_plan_homes_count",
        "potential_homes_mid_count", "potential_transformation_homes_mid_count",
    ]  # fmt: skip
    rows = [(heading(n, language), number(run.totals.get(n), language)) for n in names]
    return made("totals", ("col_figure", "col_homes"), rows, (False, True), language,
                  note=phrase("table_totals_note", language))  # fmt: skip


def statuses(run: Analysis, language: str) -> Table:
    """All plots by status, with area and homes."""
    by = run.plots.groupby("plot_status_code")
    homes = by["potential_plan_homes_mid_count"].sum(min_count=1)
    area, count = by["plot_area_m2"].sum(), by.size()
    rows = [
        (
            value("plot_status_code", code, language).capitalize(),
            number(count[code], language),
            number(area[code] / 1000, language, decimals=1),
            number(homes[code], language),
        )
        for code in (*STATUSES, *sorted(set(count.index) - set(STATUSES)))
        if code in count.index
    ]
    columns = ("col_status", "col_plots", "col_area", "col_homes")
    return made("status", columns, rows, (False, True, True, True), language)


def reasons(run: Analysis, language: str) -> Table:
    """Why plots are out of the ranking."""
    told = run.plots[["plot_status_code", "plot_status_reason"]]
    out = told[told["plot_status_code"].isin(["excluded", "not_assessable", "no_potential"])]
    counts = out.groupby(["plot_status_code", "plot_status_reason"], dropna=False).size()
    rows = [
        (
            value("plot_status_code", code, language).capitalize(),
            "–" if missing(reason) else reason_text(reason, language),
            number(count, language),
        )
        for (code, reason), count in counts.sort_values(ascending=False, kind="stable").items()
    ]
    columns = ("col_status", "col_reason", "col_plots")
    return made("reasons", columns, rows, (False, False, True), language)


def best_sites(run: Analysis, language: str) -> Table:
    """Sites with most points; their plots by number."""
    names = ("site_id", "plots_count", "homes_low_count", "homes_mid_count", "homes_high_count",
             "score_densification_points", "centre_id", "district_id")  # fmt: skip
    table = run.sites.reset_index().sort_values(
        ["score_densification_points", "site_id"], ascending=[False, True]
    )
    title = phrase("table_sites", language, count=min(SITES_SHOWN, len(table)))
    names_of = {**_names(run.centres), **_names(run.districts)}
    return _figures(table, names, SITES_SHOWN, title, language, names_of)


def centres(run: Analysis, language: str) -> Table:
    """Centres by rank."""
    names = ("name", "score_centre_rank", "score_centre_points", "homes_today_count",
             "homes_potential_mid_count")  # fmt: skip
    table = run.centres.reset_index().sort_values(["score_centre_rank", "centre_id"])
    return _figures(table, names, DISTRICTS_SHOWN, phrase("table_centres", language), language)


def districts(run: Analysis, language: str) -> Table:
    """Districts with today's homes, potential and mix."""
    names = ("name", "homes_today_count", "homes_potential_mid_count", "mix_evenness_share",
             "mix_gap_code", "need_count")  # fmt: skip
    table = run.districts.reset_index().sort_values("district_id")
    return _figures(table, names, DISTRICTS_SHOWN, phrase("table_districts", language), language)


def unknowns(run: Analysis, language: str) -> Table:
    """Reasons of every theme and the number of plots they stand on."""
    rows = []
    for theme in (*THEMES, "owner"):
        column = run.plots.get(f"{theme}_reason")
        if column is None:
            continue
        said = column.dropna().astype(str).value_counts(sort=False)  # few different ones
        codes = said.rename("count").rename_axis("code").reset_index()
        codes = codes.assign(code=codes["code"].str.split(";")).explode("code")
        counts = codes.groupby("code", sort=True)["count"].sum()
        title = phrase(f"theme_{theme}", language)
        rows += [
            (title, reserved(theme, code, language), number(n, language))
            for code, n in counts.items()
            if code
        ]
    columns = ("col_theme", "col_reason", "col_plots")
    return made("unknown", columns, rows, (False, False, True), language,
                  note=phrase("table_unknown_note", language))  # fmt: skip


def sources(manifest: Mapping[str, Any], language: str) -> Table:
    """What was read: source, date, licence, rows and checksum."""
    unstated = phrase("not_stated", language)
    rows = []
    for name, row in manifest["inputs"].items():
        left_out = sum((row.get("left_out") or {}).values())
        rows.append(
            (
                _input_name(name, language),
                str(row.get("source") or row.get("path") or unstated),
                str(row.get("as_of") or unstated),
                str(row.get("licence") or unstated),
                number(row.get("rows_read"), language),
                number(row.get("rows_used"), language),
                number(left_out, language),
                str(row.get("sha256") or "–")[:12],
            )
        )
    columns = ("col_layer", "col_source", "col_as_of", "col_licence", "col_rows_read",
               "col_rows_used", "col_left_out", "col_sha256")  # fmt: skip
    return made("sources", columns, rows, (False,) * 4 + (True,) * 3 + (False,), language)


def _input_name(name: str, language: str) -> str:
    known = texts("layers").get(name) or texts("phrases").get(f"input_{name}")
    return known[language] if known else name


def assumptions(run: Analysis, language: str) -> Table:
    """Every assumption with unit and source."""
    rows = [
        (label(name, language), _assumed(given, language), unit, source, name)
        for name, given, unit, source in run.assumptions.table(language)
    ]
    columns = ("assumption_label", "assumption_value", "assumption_unit", "assumption_source",
               "assumption_field")  # fmt: skip
    return made("assumptions", columns, rows, (False, True, False, False, False), language,
                  note=phrase("table_assumptions_note", language))  # fmt: skip


def criteria(run: Analysis, language: str) -> Table:
    """Criteria of the three scores with their share of the points."""
    rows = [
        (
            phrase(f"score_{scores.name}", language),
            c.en if language == "en" else c.nb,
            f"{number(100 * c.weight, language)} %",
            heading(c.column, language),
        )
        for scores in scores_of(run)
        for c in scores.criteria
    ]
    columns = ("col_score", "col_criterion", "col_weight", "col_column")
    return made("criteria", columns, rows, (False, False, True, False), language)


def glossary(language: str) -> Table:
    """Columns of the plots layer in words."""
    rows = [
        (entry.label(language), entry.meaning(language), entry.origin(language), entry.name)
        for entry in columns_of("plots")
        if entry.kind != "reason"
    ]
    columns = ("col_word", "col_definition", "col_source", "assumption_field")
    return made("glossary", columns, rows, (False,) * 4, language)


def notes(run: Analysis, language: str) -> tuple[str, ...]:
    """Notes of reading and analysis, each once."""
    return tuple(dict.fromkeys(str(plain(note.text(language))) for note in run.notes))


def _names(table: pd.DataFrame) -> dict[str, str]:
    return {str(k): str(v) for k, v in table["name"].items() if not missing(v)}


def _assumed(given: Any, language: str) -> str:
    if isinstance(given, Mapping):
        return "; ".join(f"{k} {v:g}" for k, v in sorted(given.items())) or "–"
    if isinstance(given, int | float):
        whole = float(given).is_integer()
        return number(given, language, decimals=0 if whole else 2)
    return str(given)


def _figures(
    table: pd.DataFrame,
    names: Sequence[str],
    most: int,
    title: str,
    language: str,
    said: Mapping[str, str] | None = None,
) -> Table:
    """Columns of a table as text; codes in words, ids by the name they have."""
    said = said or {}
    kinds = {
        c.name: c.kind for layer in ("sites", "centres", "districts") for c in columns_of(layer)
    }
    numeric = tuple(kinds.get(n) == "number" for n in names)
    # a municipality without districts or centres has none of their figures either
    shown_rows = table.reindex(columns=list(names)).head(most)
    rows = [
        tuple(said.get(str(v)) or shown(n, v, language) for n, v in zip(names, record, strict=True))
        for record in shown_rows.itertuples(index=False, name=None)
    ]
    more = len(table) - most
    note = phrase("more_rows", language, count=more) if more > 0 else ""
    return Table(title, tuple(heading(n, language) for n in names), tuple(rows), numeric, note)


def made(
    key: str,
    columns: Iterable[str],
    rows: Iterable[tuple[str, ...]],
    numeric: tuple[bool, ...],
    language: str,
    note: str = "",
) -> Table:
    """A table whose title and headings are phrases: ``table_<key>`` and the names of columns."""
    headings = tuple(phrase(c, language) for c in columns)
    return Table(phrase(f"table_{key}", language), headings, tuple(rows), numeric, note)
