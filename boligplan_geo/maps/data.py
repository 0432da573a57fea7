"""What the map shows: tables of an `Analysis` turned into columns, shapes and label tables."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from boligplan_geo.columns import THEMES, label
from boligplan_geo.errors import reason_text
from boligplan_geo.maps.packed import ColumnBlock, Shapes
from boligplan_geo.maps.symbols import (
    CONSTRAINT_CLASSES,
    constraint_classes,
    purpose_classes,
    zone_name,
)
from boligplan_geo.result import Analysis
from boligplan_geo.words import clause

#: Figures a popup shows, with the decimals it shows them with.
NUMBERS = {
    "plot_area_m2": 0, "plan_net_plot_m2": 0,
    **{f"plan_{what}_{level}_m2": 0 for what in ("bya", "bra") for level in ("low", "mid", "high")},
    "plan_homes_max_count": 0, "built_bya_m2": 0, "built_bra_m2": 0, "built_homes_count": 0,
    "built_year": 0, "constraint_usable_m2": 0, "constraint_lost_m2": 0,
    "constraint_largest_piece_m2": 0, "terrain_elevation_m": 0, "terrain_slope_mean_deg": 1,
    "access_centre_min": 1, "access_stop_min": 1, "access_grocery_min": 1, "access_school_min": 1,
    "access_kindergarten_min": 1, "access_health_min": 1, "nearby_homes_400m_count": 0,
    **{f"potential_{kind}homes_{level}_count": 0
       for kind in ("plan_", "", "transformation_") for level in ("low", "mid", "high")},
    "potential_now_homes_count": 0, "potential_after_phasing_homes_count": 0,
    "potential_after_plan_homes_count": 0, "potential_bra_mid_m2": 0,
    **{f"potential_gain_{step}_homes_count": 0
       for step in ("bya_point", "storey", "unit", "parking")},
    "built_bya_percent": 1, "built_pipeline_homes_count": 0, "plan_proposed_share": 2,
    "score_densification_points": 1, "score_densification_high_points": 1,
    "score_densification_rank": 0, "score_housing_mix_points": 1,
}  # fmt: skip
TEXTS = (
    "plot_status_code", "plan_id", "plan_land_use_code", "plan_regime_code",
    "plan_binding_clause_id", "potential_when_clause_id", "built_bra_source_code",
    "potential_kind_code",
    "potential_line_code", "owner_code",
)  # fmt: skip
REASONS = (
    "plot_status_reason",
    "owner_reason",
    "plan_interval_causes",
    *(f"{theme}_reason" for theme in THEMES),
)

OUTLINE_TOLERANCE_M = 0.5  # zones, catchments and roads are drawn, not measured, on the map


def add_plots(run: Analysis, block: ColumnBlock, shapes: Shapes, *, language: str) -> None:
    """Add plots with their figures, reasons in words and points by criterion.

    `run` is what `layers.public_view` gave: what an audience may not see is not in it.
    """
    plots = run.plots
    block.add_ids("plots.id", list(plots.index))
    shapes.add("plots.shape", plots.geometry)
    for name, decimals in NUMBERS.items():
        if name in plots:
            block.add_numbers(f"plots.{name}", plots[name], decimals=decimals)
    for name in TEXTS:
        if name in plots:
            said = plots[name]
            if name == "plan_binding_clause_id":  # an assumption or the land may stand in for one
                said = said.map(lambda c: clause(c, language), na_action="ignore")
            block.add_texts(f"plots.{name}", said)
    for name in REASONS:
        if name in plots:
            block.add_texts(f"plots.{name}", _said(plots[name], language))
    for theme, table in (("district", run.districts), ("centre", run.centres)):
        if f"{theme}_id" in plots:
            block.add_texts(f"plots.{theme}", _named(plots[f"{theme}_id"], table))
    for criterion in run.densification.criteria:
        points = run.densification.points[criterion.id].reindex(plots.index)
        block.add_numbers(f"plots.points.{criterion.id}", points, decimals=1)


def _named(ids: pd.Series, table: pd.DataFrame) -> pd.Series:
    """Names of ids; the id itself where it has none."""
    names = table["name"].to_dict() if "name" in table else {}
    return ids.astype(object).map(lambda i: names.get(i, i), na_action="ignore")


def add_sites(run: Analysis, block: ColumnBlock, shapes: Shapes) -> None:
    """Add sites, best first, and which site each plot is part of."""
    sites = run.sites
    if len(sites):
        order = sites["score_densification_points"].rename_axis("site_id").reset_index()
        key = ["score_densification_points", "site_id"]
        order = order.sort_values(key, ascending=[False, True])
        sites = sites.loc[order["site_id"]]
    block.add_ids("sites.id", list(sites.index))
    shapes.add("sites.shape", sites.geometry)
    label_at = shapely.point_on_surface(np.asarray(sites.geometry, dtype=object))
    shapes.add_points("sites.at", label_at)
    for level in ("low", "mid", "high"):
        block.add_numbers(f"sites.homes_{level}", _column(sites, f"homes_{level}_count"))
    points = _column(sites, "score_densification_points")
    block.add_numbers("sites.points", points, decimals=1)
    block.add_numbers("sites.plots", _column(sites, "plots_count"))
    member = _column(sites, "plot_ids").astype("string").str.split(";").explode()
    rank = pd.Series(range(1, len(sites) + 1), index=sites.index).reindex(member.index)
    rank = pd.Series(rank.to_numpy(), index=member.to_numpy())
    rank = rank[~rank.index.duplicated()].reindex(run.plots.index)
    block.add_numbers("plots.site_rank", rank)


def add_purposes(
    run: Analysis, block: ColumnBlock, shapes: Shapes, *, language: str
) -> list[dict[str, Any]]:
    """Add the parts of plots by the purpose that governs them; returns their legend."""
    parts = run.plan_parts
    legend, of_part = purpose_classes(parts, language=language)
    shapes.add("purposes.shape", parts.geometry)
    block.add_integers("purposes.class", of_part)
    block.add_integers("purposes.plot", run.plots.index.get_indexer(_column(parts, "plot_id")))
    counts = _column(parts, "counts_as_plot")
    is_net = counts.isna() | counts.isin([True, 1])  # where nobody said, the whole plot is shown
    block.add_integers("purposes.is_net", is_net.to_numpy(int))
    return legend


def add_constraints(run: Analysis, block: ColumnBlock, shapes: Shapes) -> list[str]:
    """Add hard and soft zones; returns the classes in the order of their numbers."""
    areas = run.constraint_areas
    shapes.add("constraints.shape", areas.geometry, tolerance_m=OUTLINE_TOLERANCE_M)
    block.add_integers("constraints.class", constraint_classes(areas))
    return list(CONSTRAINT_CLASSES)


def add_losses(run: Analysis, block: ColumnBlock, *, language: str) -> None:
    """Add what took land on each plot, largest first, at least one square metre."""
    losses = run.constraint_losses
    area = _column(losses, "exclusive_m2").fillna(0) + _column(losses, "shared_m2").fillna(0)
    position = run.plots.index.get_indexer(_column(losses, "plot_id"))
    kept = np.flatnonzero((area.to_numpy("float64") >= 1) & (position >= 0))
    order = kept[np.lexsort((-area.to_numpy("float64")[kept], position[kept]))]
    losses = losses.iloc[order]
    pairs = pd.MultiIndex.from_arrays([_column(losses, "layer"), _column(losses, "zone_code")])
    named = {(a, b): zone_name(a, b, language) for a, b in pairs.unique()}
    block.add_integers("losses.plot", position[order])
    block.add_texts("losses.zone", [named[pair] for pair in pairs])
    block.add_numbers("losses.area", area.iloc[order])


def add_places(run: Analysis, block: ColumnBlock, shapes: Shapes) -> None:
    """Add centres, catchments, districts and stops."""
    centres = run.centres
    block.add_ids("centres.name", list(_column(centres, "name").fillna("")))
    block.add_numbers("centres.homes_today", _column(centres, "homes_today_count"))
    block.add_numbers("centres.homes_potential", _column(centres, "homes_potential_mid_count"))
    block.add_numbers("centres.points", _column(centres, "score_centre_points"), decimals=0)
    shapes.add_points("centres.at", centres.geometry)
    bands = run.centre_catchments
    block.add_numbers("catchments.minutes", _column(bands, "minutes"))
    shapes.add("catchments.shape", bands.geometry, tolerance_m=OUTLINE_TOLERANCE_M)
    block.add_ids("districts.name", list(_column(run.districts, "name").fillna("")))
    shapes.add("districts.shape", run.districts.geometry, tolerance_m=OUTLINE_TOLERANCE_M)
    shapes.add_points("districts.at", shapely.point_on_surface(np.asarray(run.districts.geometry)))
    stops = _of_town(run, "stops")
    block.add_ids("stops.name", list(_column(stops, "stop_name").fillna("")))
    block.add_numbers("stops.departures", _column(stops, "departures_per_hour"), decimals=1)
    shapes.add_points("stops.at", shapely.centroid(np.asarray(stops.geometry, dtype=object)))


def add_ground(run: Analysis, block: ColumnBlock, shapes: Shapes) -> None:
    """Add buildings and the lines of roads and paths for the background."""
    buildings = _of_town(run, "buildings")
    shapes.add("buildings.shape", buildings.geometry, tolerance_m=0.2)
    lines = _of_town(run, "network")
    lines = lines if len(lines) else _of_town(run, "roads")
    shapes.add("roads.shape", lines.geometry, tolerance_m=OUTLINE_TOLERANCE_M)
    kind = _column(lines, "kind_code").astype("string").str.lower().fillna("")
    path = kind.str.contains("gang|sti|trapp|sykkel|fortau|foot|path|steps|cycle|pedestrian")
    block.add_integers("roads.is_path", path.to_numpy(bool, na_value=False).astype(int))


def _of_town(run: Analysis, name: str) -> gpd.GeoDataFrame:
    table = getattr(run.town, name, None) if run.town is not None else None
    if table is None:
        return gpd.GeoDataFrame(geometry=[], crs=run.crs)
    return table[~(table.geometry.isna() | table.geometry.is_empty)]


def _column(table: pd.DataFrame, name: str) -> pd.Series:
    """A column, or unknowns where the table has none (rooms that are not built yet)."""
    return table[name] if name in table else pd.Series(None, index=table.index, dtype=object)


#: Reasons of columns that a popup leaves out where they are empty: no cap, no placement yet.
BESIDE = ("no_unit_cap", "not_built_yet")


def _said(reasons: pd.Series, language: str) -> pd.Series:
    """Reasons in words; each different text is said once, without `BESIDE` where others stand."""
    codes = reasons.astype(object).where(reasons.notna(), None)
    said = {}
    for code in codes.dropna().unique():
        first = [part for part in code.split(";") if part not in BESIDE]
        said[code] = reason_text(";".join(first) or code, language) or None
    return codes.map(said)


def labels(language: str) -> dict[str, str]:
    """Headings of the figures a popup shows, by column."""
    return {name: label(name, language) for name in NUMBERS}


def built_up_frame(plots: gpd.GeoDataFrame) -> list[float]:
    """Where the map opens: the plots that are built or may be, without the farthest 1 %.

    Returns
    -------
    list of float
        ``[left, bottom, right, top]`` in the CRS of the plots [m].
    """
    homes = plots["built_homes_count"].to_numpy("float64", na_value=np.nan) > 0
    ranked = plots["plot_status_code"].isin(["candidate", "ranked"]).to_numpy(bool)
    shown = plots.geometry[homes | ranked] if (homes | ranked).any() else plots.geometry
    bounds = shown.bounds.dropna().to_numpy()
    if not len(bounds):
        return [0.0, 0.0, 1.0, 1.0]
    low = np.quantile(bounds[:, :2], 0.01, axis=0)
    high = np.quantile(bounds[:, 2:], 0.99, axis=0)
    return [float(v) for v in (*low, *high)]
