"""The 100 m belt of `facts.constraints`, and the land that a byggegrense frees from it."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from boligplan_geo.facts.constraints._zones import one_kind
from boligplan_geo.geometry import Geometries, Indices
from boligplan_geo.rules import precedence, purposes

BUILDING_LINES = ("1111", "1211")  # byggegrense in kommuneplan and reguleringsplan

#: Purposes of sea and watercourse: first digit, by regime.
SEA = {"kp2008": "6", "rp2008": "6", "kp1985": "5"}

_REACH_M = 0.5  # how far short of the plan area's edge a drawn line may end
_TOUCH_M = 0.01


def coast_belt(
    coastline: gpd.GeoDataFrame,
    plan_lines: gpd.GeoDataFrame | None,
    plan_areas: gpd.GeoDataFrame | None,
    plans: pd.DataFrame | None,
    belt_m: float,
) -> gpd.GeoDataFrame:
    """Land within `belt_m` of the shore; apart, what lies behind a building line.

    The belt reaches to both sides of the line and leaves out what plans zone as sea; of the
    rest only net plot counts. A byggegrense frees the land on its landward side, within the
    plan areas zoned for buildings that it passes through (line 1111 or 1211 of the same plan).
    Where a line does not divide such an area, all of it is freed, under a code of its own:
    which side is the sea's cannot be told.
    """
    shore = shapely.union_all(coastline.geometry.to_numpy())
    belt = shapely.union_all(shapely.buffer(coastline.geometry.to_numpy(), belt_m))
    freed = whole = np.empty(0, dtype=object)
    if plan_areas is not None:
        areas = plan_areas[precedence.order(plan_areas, plans)["in_force"].to_numpy(dtype=bool)]
        shapely.prepare(belt)
        areas = areas[shapely.intersects(belt, areas.geometry.to_numpy())]
        first = areas["land_use_code"].astype(str).str[:1]
        is_sea = (first == areas["regime_code"].map(SEA)).to_numpy(dtype=bool)
        sea = shapely.union_all(areas.geometry.to_numpy()[is_sea])
        belt = shapely.difference(belt, sea)
        freed, whole = _freed(areas, plan_lines, shore)
    behind = shapely.intersection(belt, shapely.union_all(freed))
    unsplit = shapely.difference(shapely.intersection(belt, shapely.union_all(whole)), behind)
    taken = shapely.difference(belt, shapely.union(behind, unsplit))
    parts = {
        "belt_100m": taken,
        "belt_100m_building_line": behind,
        "belt_100m_building_line_unsplit": unsplit,
    }
    zones = [
        one_kind("coastline", code, np.array([land]), coastline.crs)
        for code, land in parts.items()
        if land.area > 0
    ]
    nothing = one_kind("coastline", "", np.empty(0, dtype=object), coastline.crs)
    return gpd.GeoDataFrame(pd.concat(zones or [nothing], ignore_index=True))


def _freed(
    areas: gpd.GeoDataFrame, plan_lines: gpd.GeoDataFrame | None, shore: shapely.Geometry
) -> tuple[Geometries, Geometries]:
    """Land behind a building line, and areas of which a line does not tell the sides."""
    area, lines = _lined(areas, plan_lines)
    outlines, drawn = areas.geometry.to_numpy()[area], _extended(lines)
    noded = shapely.union(shapely.boundary(outlines), drawn)
    faces, owner = shapely.get_parts(shapely.polygonize(noded[:, None]), return_index=True)
    # holes of an area are faces too
    within = shapely.contains(outlines[owner], shapely.point_on_surface(faces))
    faces, owner = faces[within], owner[within]
    # behind the line: off the shore, and the shortest way there is across the line
    way = shapely.shortest_line(faces, shore)
    is_behind = (shapely.length(way) > _TOUCH_M) & shapely.dwithin(way, drawn[owner], _TOUCH_M)
    is_open = np.bincount(owner, minlength=len(area)) == 1
    is_open[owner[is_behind]] = False
    is_open &= ~shapely.touches(outlines, lines)  # a line along the edge divides nothing
    return faces[is_behind], outlines[is_open]


def _lined(
    areas: gpd.GeoDataFrame, plan_lines: gpd.GeoDataFrame | None
) -> tuple[Indices, Geometries]:
    """Areas zoned for buildings that a byggegrense of their plan passes through, and its lines."""
    nothing = np.empty(0, dtype=np.intp), np.empty(0, dtype=object)
    if plan_lines is None or not len(plan_lines) or "plan_id" not in plan_lines:
        return nothing
    lines = plan_lines[plan_lines["line_code"].astype(str).isin(BUILDING_LINES).to_numpy()]
    purpose = purposes.described(areas["regime_code"], areas["land_use_code"])
    zoned = np.flatnonzero(purpose["counts_as_plot"].eq(True).to_numpy(dtype=bool))
    tree = shapely.STRtree(lines.geometry.to_numpy())
    area, line = tree.query(areas.geometry.to_numpy()[zoned], predicate="intersects")
    area = zoned[area]
    same = areas["plan_id"].to_numpy(object)[area] == lines["plan_id"].to_numpy(object)[line]
    area, line = area[same], line[same]
    if not len(area):
        return nothing
    found, group = np.unique(area, return_inverse=True)
    return found, _gathered(group, lines.geometry.to_numpy()[line], len(found))


def _gathered(group: Indices, lines: Geometries, count: int) -> Geometries:
    """Lines of each group as one geometry."""
    order = np.argsort(group, kind="stable")
    parts, index = shapely.get_parts(lines[order], return_index=True)
    return shapely.multilinestrings(parts, indices=group[order][index])


def _extended(lines: Geometries) -> Geometries:
    """Lines with both ends drawn out by `_REACH_M`: a drawn line may stop just short."""
    parts, owner = shapely.get_parts(lines, return_index=True)
    first, second = (shapely.get_coordinates(shapely.get_point(parts, n)) for n in (0, 1))
    last, before = (shapely.get_coordinates(shapely.get_point(parts, n)) for n in (-1, -2))
    ends = [_drawn_out(second, first), _drawn_out(before, last)]
    drawn = np.concatenate([parts, *ends])
    owner = np.concatenate([owner, owner, owner])
    kept = shapely.length(drawn) > 0
    return _gathered(owner[kept], drawn[kept], len(lines))


def _drawn_out(start: np.ndarray, end: np.ndarray) -> Geometries:
    """From each end, a stretch of `_REACH_M` in the direction of travel."""
    step = end - start
    length = np.hypot(*step.T)[:, None]
    beyond = end + np.divide(step * _REACH_M, length, out=np.zeros_like(step), where=length > 0)
    return shapely.linestrings(np.stack([end, beyond], axis=1))
