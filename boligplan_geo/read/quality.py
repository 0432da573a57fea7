"""The data-quality report of ``boligplan check``: what the data of a config is like."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd
import shapely

from boligplan_geo.errors import InputError, Note, Problem, layer_text, reason_text, texts
from boligplan_geo.geometry import overlap_areas
from boligplan_geo.raster import Grid
from boligplan_geo.read.coded_text import PURPOSE_TABLES
from boligplan_geo.read.doubts import Check, listed, plan_checks
from boligplan_geo.read.town import Draft, municipality, read_draft
from boligplan_geo.rules.plan_checks import check_plans

#: Building status of the Matrikkel (domain reference § 3.2).
_STATUS_CODES = frozenset(
    ("RA", "IG", "MB", "FA", "TB", "MT", "MF", "GR", "BR", "BA", "BF", "BU", "FS", "IP")
)
OVERLAP_M2 = 0.1  # smaller is rounding in the source
GAP_M2 = 0.1


@dataclass(frozen=True, eq=False)
class QualityReport:
    """What the data of a config is like; errors all at once.

    Parameters
    ----------
    problems : tuple of Problem
        What would make `read_municipality` refuse.
    notes : tuple of Note
        What was repaired, assumed or left out.
    layers : DataFrame, index ``layer``
        ``source rows_read rows_used left_out crs extent repaired``.
    checks : DataFrame
        ``check layer value unit`` (``count``, ``share`` or ``m2``) and ``ids`` of rows concerned.
    """

    problems: tuple[Problem, ...]
    notes: tuple[Note, ...]
    layers: pd.DataFrame = field(default_factory=pd.DataFrame)
    checks: pd.DataFrame = field(default_factory=pd.DataFrame)

    @property
    def has_errors(self) -> bool:
        """Whether an analysis would be refused."""
        return bool(self.problems)

    def text(self, language: str = "nb") -> str:
        """The report for people, in Norwegian bokmål (``nb``) or English (``en``)."""
        say = {code: row[language] for code, row in texts("quality").items()}
        lines = [say["title"], ""]
        for name, row in self.layers.iterrows():
            left = ", ".join(f"{n} {reason_text(r, language)}" for r, n in row["left_out"].items())
            lines.append(
                f"{name:22} {row['rows_used']:>8,} / {row['rows_read']:,} {say['rows']}"
                f"   {row['crs']}   {row['extent']}"
            )
            if left:
                lines.append(f"{'':22} {say['left_out']}: {left}")
        lines += ["", say["checks"]]
        for check in self.checks.itertuples():
            ids = f": {check.ids}" if check.ids else ""
            about = say[check.check].format(layer=check.layer)
            lines.append(f"  {about}: {_figure(check.value, check.unit, language)}{ids}")
        kept = [n.text(language) for n in self.notes if n.code not in ("layer_missing",)]
        missing = [n.layer for n in self.notes if n.code == "layer_missing"]
        if language == "nb":
            missing = [layer_text(name) for name in missing]
        lines += ["", say["notes"], *(f"  {text}" for text in kept)]
        if missing:
            lines.append(f"  {say['not_given']}: {', '.join(missing)}")
        lines += ["", f"{say['errors']}: {len(self.problems)}"]
        lines += [f"  {i}. {p}" for i, p in enumerate(self.problems, start=1)]
        return "\n".join(lines)


def _figure(value: float, unit: str, language: str) -> str:
    shown = {"share": f"{value:.1%}", "m2": f"{value:,.1f} m²"}.get(unit, f"{value:,.0f}")
    if language == "en":
        return shown
    # Norwegian writes 12 345,6 and 54,6 %
    return shown.replace(",", "\u00a0").replace(".", ",").replace("%", "\u00a0%")


def data_quality(config: str | Path) -> QualityReport:
    """Check the data of a config without analysing it.

    Parameters
    ----------
    config : str or Path
        The TOML that `read_municipality` reads.

    Returns
    -------
    QualityReport
        Never raises on bad input: what is wrong is in ``problems``.

    Examples
    --------
    >>> report = data_quality("no_such.toml")
    >>> report.has_errors, len(report.problems)
    (True, 1)
    """
    try:
        draft = read_draft(config)
    except InputError as error:
        return QualityReport(error.problems, ())
    problems = list(draft.findings.problems)
    if not problems:
        try:
            municipality(draft)
        except InputError as error:
            problems += error.problems
    checks = pd.DataFrame(_checks(draft), columns=["check", "layer", "value", "unit", "ids"])
    said = check_plans(draft.tables)
    notes = (*draft.findings.notes, *said.notes)
    return QualityReport((*problems, *said.problems), notes, _layers(draft), checks)


def _layers(draft: Draft) -> pd.DataFrame:
    rows = {}
    for name, account in draft.accounts.items():
        table = draft.tables.get(name)
        extent = ""
        if table is not None and "geometry" in table.columns and len(table):
            bounds = table.total_bounds
            if np.isfinite(bounds).all():
                extent = "{:,.0f} {:,.0f} – {:,.0f} {:,.0f}".format(*bounds)
        repaired = account.counts.get("invalid", 0)
        crs = account.crs or ""
        rows[name] = {**account.row(), "crs": crs, "extent": extent, "repaired": repaired}
    columns = ["source", "rows_read", "rows_used", "left_out", "crs", "extent", "repaired"]
    frame = pd.DataFrame.from_dict(rows, orient="index")
    return frame.reindex(columns=columns).rename_axis("layer")


def _checks(draft: Draft) -> list[Check]:
    tables = draft.tables
    if "plots" not in tables:
        return []
    return [
        *_tiling(draft),
        *_unknown_codes(tables),
        *_join_rates(tables),
        *_coverage(draft),
        *plan_checks(tables),
    ]


def _tiling(draft: Draft) -> list[Check]:
    """Overlaps and gaps: of plots, and of each plan's areas within its extent."""
    plots = draft.tables["plots"]
    checks = [*_overlaps("plots", plots)]
    union = shapely.union_all(plots.geometry.to_numpy())
    rings = shapely.get_rings(shapely.get_parts(union))
    exterior = shapely.get_num_interior_rings(shapely.get_parts(union)).sum()
    holes = shapely.polygons(rings[shapely.is_ccw(rings)]) if exterior else np.array([])
    holes = holes[shapely.area(holes) > GAP_M2] if len(holes) else holes
    checks.append(("gaps", "plots", float(shapely.area(holes).sum()), "m2", ""))
    areas, plans = draft.tables.get("plan_areas"), draft.tables.get("plans")
    if areas is None or not len(areas):
        return checks
    level = areas["vertical_level_code"]
    ground = areas[level.isna() | level.eq(2)]
    for plan_id, part in ground.groupby("plan_id"):
        checks += _overlaps(f"plan_areas {plan_id}", part)
        if plans is None or plan_id not in plans.index:
            continue
        extent = plans.geometry[plan_id]
        if extent is not None and not extent.is_empty:
            rest = shapely.difference(extent, shapely.union_all(part.geometry.to_numpy()))
            checks.append(("gaps", f"plan_areas {plan_id}", float(rest.area), "m2", ""))
    return checks


def _overlaps(name: str, frame: pd.DataFrame) -> list[Check]:
    shapes = frame.geometry.to_numpy()
    left, right, area = overlap_areas(shapes, shapes)
    once = (left < right) & (area > OVERLAP_M2)
    ids = listed(frame.index[left[once]])
    return [("overlaps", name, float(area[once].sum()), "m2", ids)]


def _codes(table: str) -> set[str]:
    """Codes of a table; a range such as ``310-399`` stands for each code in it."""
    codes: set[str] = set()
    for text in texts(table):
        first, _, last = text.partition("-")
        codes.update(map(str, range(int(first), int(last or first) + 1)))
    return codes


def _unknown_codes(tables: dict[str, pd.DataFrame]) -> list[Check]:
    checks: list[Check] = []
    areas = tables.get("plan_areas")
    if areas is not None and len(areas):
        known = {regime: _codes(table) for regime, table in PURPOSE_TABLES.items()}
        pairs = zip(areas["regime_code"], areas["land_use_code"], strict=True)
        unknown = np.array([code not in known.get(regime, ()) for regime, code in pairs])
        codes = (areas["regime_code"] + " " + areas["land_use_code"])[unknown]
        checks.append(("unknown_purposes", "plan_areas", unknown.sum(), "count", listed(codes)))
    for name in ("buildings", "building_register"):
        table = tables.get(name)
        if table is not None and table["building_status_code"].notna().any():
            status = table["building_status_code"].dropna()
            unknown = status[~status.isin(_STATUS_CODES)]
            checks.append(("unknown_status", name, len(unknown), "count", listed(unknown)))
    parameters = tables.get("provisions")
    if parameters is not None and len(parameters):
        codes = parameters["parameter_code"]
        unknown = codes[~codes.isin(texts("parameters"))]
        checks.append(("unknown_parameters", "provisions", len(unknown), "count", listed(unknown)))
    return checks


def _join_rates(tables: dict[str, pd.DataFrame]) -> list[Check]:
    """Share of rows of one layer that find their row in another."""
    plots = tables["plots"]
    keys = {name: table.reset_index() for name, table in tables.items()}
    joins = (
        ("building_register", "buildings", "building_id"),
        ("buildings", "building_register", "building_id"),
        ("dwelling_units", "building_register", "building_id"),
        ("plan_areas", "plans", "plan_id"),
        ("provisions", "plan_areas", "plan_id"),
        ("ownership", "plots", "property_id"),
        ("building_register", "plots", "property_id"),
        ("dwelling_units", "plots", "property_id"),
    )
    checks: list[Check] = []
    for left, right, key in joins:
        if left not in keys or right not in keys or key not in keys[left]:
            continue
        values = keys[left][key].dropna()
        if len(values):
            found = values.isin(keys[right][key].dropna())
            name = f"{left} → {right} ({key})"
            checks.append(("join_rate", name, found.mean(), "share", listed(values[~found])))
    if plots["owner_code"].notna().any():
        checks.append(("owner_known", "plots", plots["owner_code"].notna().mean(), "share", ""))
    return checks


def _coverage(draft: Draft) -> list[Check]:
    """Share of plot area inside each covering layer; of plots with terrain below them."""
    plots = draft.tables["plots"]
    shapes = plots.geometry.to_numpy()
    whole = shapely.area(shapes).sum()
    checks: list[Check] = []
    for name in ("plan_areas", "hazard_analysed_areas", "basic_units"):
        table = draft.tables.get(name)
        if table is not None and len(table):
            cover = shapely.union_all(table.geometry.to_numpy())
            area = overlap_areas(shapes, shapely.get_parts(cover))[2].sum()
            checks.append(("coverage", name, area / whole, "share", ""))
    if draft.terrain is not None:
        points = shapely.get_coordinates(shapely.point_on_surface(shapes))
        checks.append(("coverage", "terrain", _has_height(draft.terrain, points), "share", ""))
    return checks


def _has_height(grid: Grid, points: np.ndarray) -> float:
    """Share of points on a cell with data."""
    rows = np.floor((grid.top - points[:, 1]) / grid.cell_m).astype(int)
    columns = np.floor((points[:, 0] - grid.left) / grid.cell_m).astype(int)
    height, width = grid.values.shape
    inside = (rows >= 0) & (rows < height) & (columns >= 0) & (columns < width)
    known = np.zeros(len(points), dtype=bool)
    known[inside] = np.isfinite(grid.values[rows[inside], columns[inside]])
    return float(known.mean())
