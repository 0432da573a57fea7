"""What is doubtful about where layers lie and which plans they hold, for notes and checks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import geopandas as gpd
import numpy as np
import pandas as pd
import pyproj
import shapely

from boligplan_geo.geometry import overlap_areas
from boligplan_geo.read.findings import Findings
from boligplan_geo.read.shapes import MAINLAND_NORWAY

#: A whole layer this far from every plot has the wrong CRS, or is another municipality's.
ELSEWHERE_M = 50_000
#: Smaller overlaps of plans are rounding along their common boundary.
OVERLAP_M2 = 5.0
_NORWEGIAN_UTM = (25832, 25833, 25834, 25835)
# easting and northing of Norwegian UTM zones 32 to 35 [m]
_EASTINGS, _NORTHINGS = (-500_000, 1_500_000), (6_300_000, 8_100_000)

#: Check, layer, value, unit (``count`` or ``m2``) and ids, as `quality` shows them.
Check = tuple[str, str, float, str, str]


def axes_are_turned(geometry: np.ndarray, crs: pyproj.CRS, target: pyproj.CRS) -> bool:
    """Whether coordinates are north before east: possible to tell in Norway, where both differ.

    Parameters
    ----------
    geometry : array of shapely geometries, as read x before y
    crs : CRS
        ETRS89 or WGS 84 in degrees, or in one of Norway's UTM zones; no other is judged.
    target : CRS
        The municipality's; one of Norway's UTM zones, else nothing is judged.

    Examples
    --------
    >>> tromso = np.array([shapely.Point(69.65, 18.96)])
    >>> degrees, utm = pyproj.CRS("EPSG:4258"), pyproj.CRS("EPSG:25833")
    >>> axes_are_turned(tromso, degrees, utm), axes_are_turned(turned(tromso), degrees, utm)
    (True, False)
    """
    west, south, east, north = MAINLAND_NORWAY
    code = crs.to_epsg()
    if target.to_epsg() not in _NORWEGIAN_UTM:
        return False
    if shapely.is_missing(geometry).all() or shapely.is_empty(geometry).all():
        return False
    if code in (4258, 4326):
        easts, norths = (west, east), (south, north)
    elif code in _NORWEGIAN_UTM:
        easts, norths = _EASTINGS, _NORTHINGS
    else:
        return False
    x_min, y_min, x_max, y_max = shapely.total_bounds(geometry)
    return bool(
        norths[0] <= x_min and x_max <= norths[1] and easts[0] <= y_min and y_max <= easts[1]
    )


def turned(geometry: np.ndarray) -> np.ndarray:
    """Geometries with x and y exchanged; heights stay."""
    if shapely.has_z(geometry).any():
        return shapely.transform(geometry, lambda c: c[:, [1, 0, 2]], include_z=True)
    return shapely.transform(geometry, lambda c: c[:, ::-1])


def note_elsewhere(tables: Mapping[str, pd.DataFrame], findings: Findings) -> None:
    """Note layers of which every feature lies far from the plots."""
    plots = tables.get("plots")
    if plots is None or not len(plots):
        return
    box = shapely.box(*plots.total_bounds)
    for name, table in tables.items():
        if name == "plots" or not isinstance(table, gpd.GeoDataFrame) or not len(table):
            continue
        bounds = table.total_bounds
        if not np.isfinite(bounds).all():
            continue
        away = shapely.distance(box, shapely.box(*bounds))
        if away > ELSEWHERE_M:
            findings.note("layer_elsewhere", name, km=f"{away / 1000:,.0f}".replace(",", "\u00a0"))


def plan_checks(tables: Mapping[str, pd.DataFrame]) -> Iterator[Check]:
    """Plans without status, overlapping plans of one date, plan features outside the plots."""
    plans, areas = tables.get("plans"), tables.get("plan_areas")
    if plans is not None and len(plans):
        unknown = plans.index[plans["plan_status_code"].isna()]
        yield "plan_status_missing", "plans", len(unknown), "count", listed(unknown)
    if plans is not None and areas is not None and len(areas):
        area, ids = _same_date(plans, areas)
        yield "plans_same_date", "plans", area, "m2", listed(ids)
    west, south, east, north = tables["plots"].total_bounds
    for name in ("plan_areas", "plan_zones"):
        table = tables.get(name)
        if table is None or not len(table):
            continue
        box = table.geometry.bounds
        away = (box["maxx"] < west) | (box["minx"] > east)
        away |= (box["maxy"] < south) | (box["miny"] > north)
        yield "outside", name, int(away.sum()), "count", listed(table.index[away])


def _same_date(plans: pd.DataFrame, areas: pd.DataFrame) -> tuple[float, list[str]]:
    """Area on which two plans in force of one date and level overlap, and these plans."""
    status = plans["plan_status_code"]
    date = plans["in_force_date"].fillna(plans["adopted_date"])[status.isna() | status.eq(3)]
    level = areas["vertical_level_code"]
    ground = areas[level.isna() | level.eq(2)]
    of_area = ground["plan_id"].map(date[~date.index.duplicated()])
    ground, of_area = ground[of_area.notna()], of_area[of_area.notna()]
    shapes = ground.geometry.to_numpy()
    left, right, area = overlap_areas(shapes, shapes)
    plan, day = ground["plan_id"].to_numpy(str), of_area.to_numpy()
    tied = (plan[left] < plan[right]) & (day[left] == day[right]) & (area > OVERLAP_M2)
    return float(area[tied].sum()), sorted({*plan[left[tied]], *plan[right[tied]]})


def listed(values: pd.Index | pd.Series | np.ndarray | list[str]) -> str:
    """The first five names, for a line of text."""
    names = [str(v) for v in pd.unique(pd.Series(list(values), dtype=object))]
    return ", ".join(names[:5]) + (", …" if len(names) > 5 else "")
