"""`Municipality`: the validated inputs of one run, brought to one CRS.

Nothing here opens a file; `boligplan_geo.read` does, and scripts may construct one directly.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache

import geopandas as gpd
import pandas as pd

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
        if missing:
            lines.append(f"  not given: {', '.join(missing)}")
        if self.notes:
            lines.append(f"  {len(self.notes)} notes; see .notes")
        return "\n".join(lines)


def _problems(town: Municipality) -> list[Problem]:
    """What makes a municipality unusable (thin; deepened with the reader)."""
    problems = []
    if not len(town.plots):
        problems.append(Problem("plots", "no plots", "give a layer with at least one polygon"))
    elif not town.plots.index.is_unique:
        twice = town.plots.index[town.plots.index.duplicated()]
        problems.append(Problem("plots", "plot_id occurs twice", "make it unique", ids=list(twice)))
    return problems
