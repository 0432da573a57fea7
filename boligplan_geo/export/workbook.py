"""The spreadsheet of a run: sites, plots, places, clauses, fields, buildings and the books.

openpyxl makes the book, its styles and headings; the rows are written into its sheets as XML
by whole columns, because cell objects take minutes at 300,000 plots. Text cells are strings
by type, so that ``=``, ``+``, ``-`` or ``@`` first in a text is never read as a formula.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import numpy as np
import pandas as pd

from boligplan_geo.assumptions import label
from boligplan_geo.columns import column, columns_of
from boligplan_geo.errors import DataWarning
from boligplan_geo.export.clauses import FIELD_COLUMNS, clause_table, parameter
from boligplan_geo.export.geopackage import written_at
from boligplan_geo.result import Analysis
from boligplan_geo.words import heading, phrase, value

EXCEL_ROWS = 1_048_576  # Excel's limit for a sheet, heading included
ROWS_AT_ONCE = 5_000
A3 = 8  # paper, in the file format's numbers

#: Characters that XML 1.0 cannot hold.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

_FORMATS = {"m2": "#,##0", "m": "0.0", "deg": "0.0", "min": "0.0", "hours": "0.0",
            "share": "0%", "points": "0.0", "count": "#,##0"}  # fmt: skip

#: What a planner wants of a plot, in reading order; everything else is in the GeoPackage.
PLOT_COLUMNS = (
    "plot_id", "plot_status_code", "plot_status_reason", "score_densification_rank",
    "score_densification_points", "score_housing_mix_rank", "score_housing_mix_points",
    "potential_plan_homes_low_count", "potential_plan_homes_mid_count",
    "potential_plan_homes_high_count", "potential_now_homes_count",
    "potential_after_phasing_homes_count", "potential_after_plan_homes_count",
    "potential_when_clause_id", "potential_transformation_homes_mid_count",
    "potential_kind_code", "potential_line_code",
    "potential_reason", "owner_code", "owner_reason", "district_id", "centre_id", "plot_area_m2",
    "plan_id", "plan_land_use_code", "plan_regime_code", "plan_land_use_name",
    "plan_net_plot_m2", "plan_bya_mid_m2", "plan_bra_mid_m2", "plan_homes_max_count",
    "plan_binding_clause_id", "potential_gain_bya_point_homes_count",
    "potential_gain_storey_homes_count", "potential_gain_unit_homes_count",
    "potential_gain_parking_homes_count", "plan_interval_causes", "plan_proposed_share",
    "plan_reason", "built_bya_m2", "built_bya_percent", "built_bra_m2", "built_homes_count",
    "built_year", "built_pipeline_homes_count", "built_reason", "constraint_usable_m2",
    "constraint_lost_m2", "constraint_reason", "terrain_slope_mean_deg", "access_centre_min",
    "access_stop_min", "access_grocery_min", "access_school_min", "access_kindergarten_min",
    "access_health_min", "access_reason", "nearby_homes_400m_count",
)  # fmt: skip

#: The same of a site; what else there is of it follows.
SITE_COLUMNS = (
    "site_id", "score_densification_points", "homes_low_count", "homes_mid_count",
    "homes_high_count", "plots_count", "is_assembly", "district_id", "centre_id",
    "owner_code", "built_homes_count",
)  # fmt: skip

#: Columns that say again what another one of their sheet says under the same heading.
_REPEATED = ("homes_today_count",)

#: The same of a building.
BUILDING_COLUMNS = (
    "building_id", "plot_ids", "stage_code", "building_type", "building_status_code",
    "homes_count", "storeys_count", "bya_m2", "bra_m2", "bra_source_code", "built_year",
    "protection_code", "is_built_across_boundary",
)  # fmt: skip

_SHEETS = ("sites", "plots", "centres", "districts", "clauses", "fields", "buildings", "account")
#: The key of each sheet; a sheet of clauses has one a plan and clause.
_KEYS = {"sites": "site_id", "plots": "plot_id", "centres": "centre_id",
         "districts": "district_id", "clauses": "clause_id", "fields": "zone_name",
         "buildings": "building_id", "account": "step"}  # fmt: skip
#: Sheets that show these columns and no others.
_ONLY = {"plots": PLOT_COLUMNS, "fields": FIELD_COLUMNS, "buildings": BUILDING_COLUMNS}


def write(run: Analysis, path: Path, *, language: str = "nb") -> None:
    """Write the workbook, the same bytes every time under ``SOURCE_DATE_EPOCH``.

    Warns
    -----
    DataWarning
        Where a table has more rows than a sheet can hold; the sheet's last row says so too.
    """
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    book.properties.creator = "boligplan_geo"
    book.properties.created = written_at().replace(tzinfo=None)
    bodies = {name: _sheet(book, name, *_table(run, name), language) for name in _SHEETS}
    assumed = _assumptions(run, language)
    bodies["assumptions"] = _sheet(book, "assumptions", assumed, np.arange(len(assumed)), language)
    raw = io.BytesIO()
    book.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            _copy(source, target, entry, list(bodies.values()))


def _copy(source: Any, target: Any, entry: Any, bodies: list[Iterator[str]]) -> None:
    """Copy a member of the book; a sheet gets its rows, the properties a repeatable date."""
    stamp = written_at()
    info = zipfile.ZipInfo(entry.filename, date_time=stamp.timetuple()[:6])
    info.compress_type = zipfile.ZIP_DEFLATED
    content = source.read(entry).decode("utf-8")
    if entry.filename == "docProps/core.xml":
        dated = r"(<dcterms:modified[^>]*>)[^<]*"
        content = re.sub(dated, rf"\g<1>{stamp:%Y-%m-%dT%H:%M:%SZ}", content)
    sheet = re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", entry.filename)
    with target.open(info, "w") as out:
        if not sheet:
            out.write(content.encode("utf-8"))
            return
        head, mark, tail = content.partition("</sheetData>")
        out.write(head.encode("utf-8"))
        for rows in bodies[int(sheet[1]) - 1]:
            out.write(rows.encode("utf-8"))
        out.write((mark + tail).encode("utf-8"))


def _table(run: Analysis, name: str) -> tuple[pd.DataFrame, np.ndarray]:
    """Table of one sheet, columns in reading order, and its rows best first where ranked.

    The columns are the run's own, not a copy in another order: only blocks of rows are copied.
    """
    table = clause_table(run) if name == "clauses" else getattr(run, name)
    if table.index.name is not None and table.index.name not in table:
        table = table.reset_index()
    first: tuple[str, ...] = _ONLY.get(name, ())
    further: tuple[str, ...] = ()
    if name == "clauses":
        first = tuple(c for c in table if c != "clause_id")
    elif name not in _ONLY:
        first = SITE_COLUMNS if name == "sites" else ()
        further = tuple(c.name for c in columns_of(name))
        further = tuple(sorted(further, key=lambda c: c == "plot_ids"))  # long lists last
    wanted = (*first, *(c for c in further if c not in (*first, *_REPEATED)))
    key = _KEYS[name]
    wanted = (key, *(c for c in wanted if c != key and c != "name"))
    if "name" in table:
        wanted = (key, "name", *wanted[1:])
    nothing = pd.Series(None, index=table.index, dtype=object)
    columns = {c: table.get(c, nothing) for c in wanted}
    table = _named(pd.DataFrame(columns, index=table.index, copy=False), run, key)
    by = {"sites": "score_densification_points", "plots": "score_densification_rank"}.get(name)
    if by is None:
        return table, np.arange(len(table))
    ranked = table[[by, key]].reset_index(drop=True)
    ranked = ranked.sort_values([by, key], ascending=[name == "plots", True], na_position="last")
    return table, ranked.index.to_numpy()


def _named(table: pd.DataFrame, run: Analysis, key: str) -> pd.DataFrame:
    """Districts and centres by name, where they have one; the key of a sheet stays."""
    for column_, named in (("district_id", run.districts), ("centre_id", run.centres)):
        if column_ in table and column_ != key and "name" in named:
            name = table[column_].map(named["name"].dropna())
            table[column_] = name.astype(object).where(name.notna(), table[column_])
    return table


def _assumptions(run: Analysis, language: str) -> pd.DataFrame:
    names = [
        phrase(f"assumption_{part}", language)
        for part in ("label", "value", "unit", "source", "field")
    ]
    rows = [
        (label(name, language), _plain(given), unit, source, name)
        for name, given, unit, source in run.assumptions.table(language)
    ]
    return pd.DataFrame(rows, columns=names, dtype=object)


def _plain(figure: object) -> object:
    if isinstance(figure, dict):
        return "; ".join(f"{k} = {v}" for k, v in sorted(figure.items())) or "–"
    return figure


def _sheet(
    book: Any, name: str, table: pd.DataFrame, order: np.ndarray, language: str
) -> Iterator[str]:
    """Add a sheet with its headings; return its rows as XML, block by block."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(phrase(f"sheet_{name}", language))
    sheet.freeze_panes = "B2"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", A3
    sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage = 0, True
    sheet.print_title_rows = "1:1"
    letters = [get_column_letter(i) for i in range(1, len(table.columns) + 1)]
    rows = min(len(table), EXCEL_ROWS - 1)
    sheet.auto_filter.ref = f"A1:{letters[-1]}{rows + 1}"
    titles, styles = [], []
    for letter, column_name in zip(letters, table.columns, strict=True):
        text = heading(column_name, language)
        first = table[column_name].iloc[order[:200]]
        sheet.column_dimensions[letter].width = _width(text, first)
        title = WriteOnlyCell(sheet, text)
        title.font = Font(bold=True, color="FFFFFF")
        title.fill = PatternFill("solid", fgColor="1F4E5F")
        title.alignment = Alignment(wrap_text=True, vertical="top")
        titles.append(title)
        sample = WriteOnlyCell(sheet)
        sample.number_format = _format(column_name)
        sample.quotePrefix = _format(column_name) == "@"
        styles.append(sample.style_id)
    sheet.row_dimensions[1].height = 45
    sheet.append(titles)
    return _rows(table, order, styles, language, name)


def _format(name: str) -> str:
    try:
        entry = column(name)
    except KeyError:
        return "General"
    if entry.kind in ("number",):
        return _FORMATS.get(entry.unit, "0")
    return "@"


def _width(text: str, column_: pd.Series) -> float:
    longest = column_.dropna().astype(str).str.len().max() if len(column_) else 0
    words = max((len(word) for word in text.split()), default=8)
    usual = 0 if pd.isna(longest) else longest
    return float(min(max(words + 2, min(usual + 2, 40), 9), 42))


def _rows(
    table: pd.DataFrame, order: np.ndarray, styles: list[int], language: str, name: str
) -> Iterator[str]:
    """XML of the rows, whole columns at a time."""
    space = EXCEL_ROWS - 1
    told = _too_long(name, len(table), language) if len(table) > space else ""
    if told:
        warnings.warn(told, DataWarning, stacklevel=4)
        order = order[: space - 1]  # the last row says what is missing
    for start in range(0, len(order), ROWS_AT_ONCE):
        block = table.iloc[order[start : start + ROWS_AT_ONCE]]
        cells = [
            _cells(block[c], style, language)
            for c, style in zip(block.columns, styles, strict=True)
        ]
        yield "".join(f"<row>{''.join(row)}</row>" for row in zip(*cells, strict=True))
    if told:
        yield f"<row>{_string(told, styles[0])}</row>"


def _too_long(name: str, rows: int, language: str) -> str:
    return phrase("sheet_too_long", language, sheet=phrase(f"sheet_{name}", language), rows=rows,
                  limit=EXCEL_ROWS)  # fmt: skip


def _cells(column_: pd.Series, style: int, language: str) -> list[str]:
    """Cells of one column: numbers as numbers, all else as inline strings, unknown as empty."""
    if pd.api.types.is_numeric_dtype(column_) and not pd.api.types.is_bool_dtype(column_):
        figures = column_.to_numpy("float64", na_value=np.nan)
        known = np.isfinite(figures)
        return [
            f'<c s="{style}"><v>{figure!r}</v></c>' if is_known else f'<c s="{style}"/>'
            for figure, is_known in zip(figures.tolist(), known.tolist(), strict=True)
        ]
    position, distinct = pd.factorize(column_.astype(object))
    cells = [_cell(str(column_.name), item, style, language) for item in distinct]
    return [cells[i] if i >= 0 else f'<c s="{style}"/>' for i in position]


def _cell(name: str, item: Any, style: int, language: str) -> str:
    if isinstance(item, int | float) and not isinstance(item, bool):
        return f'<c s="{style}"><v>{float(item)!r}</v></c>'
    if name == "parameter_code":
        return _string(parameter(item, language, "none"), style)  # the unit has its own column
    is_code = name.endswith(("_code", "reason", "clause_id")) or name == "step"
    said = is_code or name.startswith("is_")
    return _string(value(name, item, language) if said else str(item), style)


def _string(text: str, style: int) -> str:
    clean = escape(_FORBIDDEN.sub("", text)[:32_767])
    return f'<c s="{style}" t="inlineStr"><is><t xml:space="preserve">{clean}</t></is></c>'
