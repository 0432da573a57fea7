"""`Municipality`: the validated inputs of one run, brought to one CRS.

Nothing here opens a file; `boligplan_geo.read` does, and scripts may construct one directly.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache

import geopandas as gpd
import pandas as pd
from pyproj import CRS
from pyproj.exceptions import CRSError

from boligplan_geo.assumptions import Assumptions
from boligplan_geo.errors import InputError, Note, Problem, texts
from boligplan_geo.raster import Grid


@cache
def layer_fields(layer: str) -> Mapping[str, dict[str, str]]:
    """Fields of an input layer (``codes/fields.csv``) by our name."""
    rows = _field_rows()
    return {row["field"]: row for row in rows if row["layer"] == layer}


@cache
def _field_rows() -> tuple[dict[str, str], ...]:
    import csv
    from importlib.resources import files

    source = files("boligplan_geo").joinpath("codes/fields.csv").read_text("utf-8")
    return tuple(csv.DictReader(source.splitlines()))


@dataclass(frozen=True, eq=False, repr=False)
class Municipality:
    """Everything read about one municipality, validated once.

    Each layer is a (Geo)DataFrame in the names of ``codes/fields.csv``, indexed by its key
    (``codes/layers.csv``), or ``None`` where it was not given: what depends on it is then
    unknown, never zero. All geometry is valid, two-dimensional (but `network`, which keeps
    its elevations) and in `crs`.

    Raises
    ------
    InputError
        Once, with all problems.
    """

    name: str
    municipality_number: str
    crs: str
    plots: gpd.GeoDataFrame
    plans: gpd.GeoDataFrame | None = None
    plan_areas: gpd.GeoDataFrame | None = None
    plan_utilisation: pd.DataFrame | None = None
    plan_zones: gpd.GeoDataFrame | None = None
    plan_lines: gpd.GeoDataFrame | None = None
    plan_heights: gpd.GeoDataFrame | None = None
    provisions: pd.DataFrame | None = None
    plan_overrides: pd.DataFrame | None = None
    zone_treatment: pd.DataFrame | None = None
    buildings: gpd.GeoDataFrame | None = None
    building_register: pd.DataFrame | None = None
    dwelling_units: pd.DataFrame | None = None
    roads: gpd.GeoDataFrame | None = None
    network: gpd.GeoDataFrame | None = None
    stops: gpd.GeoDataFrame | None = None
    services: gpd.GeoDataFrame | None = None
    hazard_zones: gpd.GeoDataFrame | None = None
    hazard_analysed_areas: gpd.GeoDataFrame | None = None
    noise: gpd.GeoDataFrame | None = None
    heritage: gpd.GeoDataFrame | None = None
    coastline: gpd.GeoDataFrame | None = None
    terrain: Grid | None = None
    centres: gpd.GeoDataFrame | None = None
    districts: gpd.GeoDataFrame | None = None
    basic_units: gpd.GeoDataFrame | None = None
    jobs: gpd.GeoDataFrame | None = None
    population: pd.DataFrame | None = None
    households: pd.DataFrame | None = None
    dwellings: pd.DataFrame | None = None
    projection: pd.DataFrame | None = None
    municipal_homes: pd.DataFrame | None = None
    pipeline: gpd.GeoDataFrame | None = None
    assumptions: Assumptions = field(default_factory=Assumptions)
    is_fictional: bool = False
    notes: tuple[Note, ...] = ()
    inputs: Mapping[str, Mapping[str, object]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        problems = list(_problems(self))
        if problems:
            raise InputError(problems)

    def __repr__(self) -> str:
        kind = "fictional municipality" if self.is_fictional else "municipality"
        lines = [f"{self.name} ({self.municipality_number}), {kind}, {self.crs}"]
        for f in fields(self):
            value = getattr(self, f.name)
            if f.name in texts("layers") and value is not None:
                size = f"{len(value):,} rows" if hasattr(value, "columns") else repr(value)
                lines.append(f"  {f.name:22} {size}")
        missing = [n for n in texts("layers") if getattr(self, n, None) is None]
        if "owner_code" in self.plots and self.plots["owner_code"].notna().any():
            missing.remove("ownership")  # it stands with the plots
        if missing:
            lines.append(f"  not given: {', '.join(missing)}")
        if self.notes:
            lines.append(f"  {len(self.notes)} notes; see .notes")
        return "\n".join(lines)


def _problems(town: Municipality) -> list[Problem]:
    """Everything that makes a municipality unusable."""
    problems = [*_plots_problems(town.plots), *_crs_problems(town)]
    for name, row in texts("layers").items():
        table = getattr(town, name, None)
        if name in ("plots", "districts", "terrain") or table is None:
            continue
        required = [f for f, r in layer_fields(name).items() if r["required"] == "yes"]
        missing = [f for f in required if f not in table.columns and f != table.index.name]
        if missing:
            remedy = f"add the columns (see codes/fields.csv); it has {', '.join(table.columns)}"
            problems.append(Problem(name, f"no column {', '.join(missing)}", remedy))
        if row["key"] and table.index.name == row["key"] and table.index.has_duplicates:
            twice = list(table.index[table.index.duplicated()].unique())
            problems.append(Problem(name, "ids occur twice", "make them unique", ids=twice))
    return problems


def _plots_problems(plots: gpd.GeoDataFrame) -> list[Problem]:
    problems = []
    if not isinstance(plots, gpd.GeoDataFrame):
        return [Problem("plots", "not a GeoDataFrame", "give plots with geometry")]
    if not len(plots):
        return [Problem("plots", "no plots", "give a layer with at least one polygon")]
    if not plots.index.is_unique:
        twice = list(plots.index[plots.index.duplicated()].unique())
        problems.append(Problem("plots", "plot_id occurs twice", "make it unique", ids=twice))
    shapes = plots.geometry
    faulty = ~shapes.geom_type.isin(["Polygon", "MultiPolygon"]) | ~shapes.is_valid
    if faulty.any():
        remedy = "repair them first; read_municipality does"
        names = list(plots.index[faulty])
        problems.append(Problem("plots", "not valid polygons", remedy, "geometry", names))
    return problems


def _crs_problems(town: Municipality) -> list[Problem]:
    """Every layer in the municipality's one CRS, projected and in metres."""
    try:
        wanted = CRS.from_user_input(town.crs)
    except CRSError:
        return [Problem("config", f"unknown crs {town.crs!r}", 'give crs = "EPSG:25833"')]
    problems = []
    if not wanted.is_projected:
        remedy = "give a projected CRS in metres: areas and distances are measured in it"
        problems.append(Problem("config", f"crs {town.crs} is not projected", remedy))
    for name in texts("layers"):
        table = getattr(town, name, None)
        if isinstance(table, gpd.GeoDataFrame) and len(table) and table.crs != wanted:
            given = table.crs.to_string() if table.crs is not None else "none"
            remedy = f"reproject it: frame.to_crs({town.crs!r})"
            problems.append(Problem(name, f"CRS is {given}, not {town.crs}", remedy))
    if town.terrain is not None and CRS.from_user_input(town.terrain.crs) != wanted:
        remedy = f"reproject it to {town.crs}"
        problems.append(Problem("terrain", f"CRS is {town.terrain.crs}", remedy))
    return problems
