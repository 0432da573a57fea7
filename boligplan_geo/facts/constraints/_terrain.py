"""What `facts.constraints` reads from the terrain: storm surge, steep ground, height caps."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from boligplan_geo.facts.constraints._zones import one_kind
from boligplan_geo.geometry import Areas, Geometries, overlap_areas
from boligplan_geo.raster import Grid, slope_deg, zonal
from boligplan_geo.raster.regions import blocks_with, connected, regions

#: A height of a plan that is above sea level, not above terrain.
_ABSOLUTE = r"NN\s?2000|NN\s?1954|moh|kote"

_STAIR = 0.75  # a line along stairs of cells passes within this of their corners [cells]
_BLOCK_CELLS = 20  # side of the blocks in which low land ends at sea

#: How a zone's text gives a level: «kote 45,5», «k+45», «45 moh».
_LEVEL = (
    r"\b(?:kote|cote|kotehøyde|k|c)\s*\+?\s*(\d+(?:[.,]\d+)?)",
    r"(\d+(?:[.,]\d+)?)\s*(?:moh\b|m\.?\s?o\.?\s?h\b)",
)


def low_land(terrain: Grid, level_m: float, coastline: gpd.GeoDataFrame | None) -> gpd.GeoDataFrame:
    """Land at or below the storm-surge level that the sea reaches.

    A hollow behind a ridge is not reached: only low ground that hangs together with the shore
    counts. Without a coastline all of it does, as nobody can tell. The outline is straightened
    within a cell: the stairs of the cells are not the terrain's.
    """
    with np.errstate(invalid="ignore"):
        low, is_land = terrain.values <= level_m, terrain.values > 0
    # out to sea in plain blocks: a zigzag along the shoreline would help nobody
    is_near = blocks_with(is_land, cells=_BLOCK_CELLS)
    if coastline is not None and len(coastline):
        low = connected(terrain, low, coastline.geometry.to_numpy())
    crs = coastline.crs if coastline is not None else terrain.crs
    found = shapely.simplify(regions(terrain, low & is_near), terrain.cell_m * _STAIR)
    return one_kind("terrain", "storm_surge_level", found, crs)


def steep_land(terrain: Grid, steep_deg: float, crs: object) -> gpd.GeoDataFrame:
    """Ground steeper than `steep_deg`."""
    with np.errstate(invalid="ignore"):
        steep = regions(terrain, slope_deg(terrain).values > steep_deg)
    return one_kind("terrain", "steep", steep, crs)


def cap_elevations_m(zones: gpd.GeoDataFrame, plan_heights: gpd.GeoDataFrame | None) -> pd.Series:
    """Highest elevation that each airport zone allows [m above NN2000]; NaN: not given.

    From the zone's own text, else the lowest absolute height that its plan draws within it: low
    rather than wrong, as these surfaces slope.
    """
    told = zones["told"].astype(str)
    level = pd.Series(np.nan, index=zones.index)
    for pattern in _LEVEL:
        found = told.str.extract(pattern, expand=False).str.replace(",", ".", regex=False)
        level = level.fillna(pd.to_numeric(found))
    level = level.where(zones["treatment"] == "height_cap")
    open_zones = zones[level.isna() & (zones["treatment"] == "height_cap")]
    if plan_heights is None or not len(plan_heights) or not len(open_zones):
        return level
    reference = plan_heights.get("height_reference", pd.Series("", index=plan_heights.index))
    is_absolute = reference.astype("string").str.contains(_ABSOLUTE, case=False, na=False)
    lines = plan_heights[is_absolute.to_numpy(dtype=bool)]
    tree = shapely.STRtree(lines.geometry.to_numpy())
    zone, line = tree.query(open_zones.geometry.to_numpy(), predicate="intersects")
    plan_of_zone, plan_of_line = (t["plan_id"].to_numpy(object) for t in (open_zones, lines))
    same = plan_of_zone[zone] == plan_of_line[line]
    height = lines["height_m"].to_numpy(dtype=float)[line[same]]
    lowest = pd.Series(height).groupby(open_zones.index[zone[same]]).min()
    return level.fillna(lowest)


def height_caps(
    net: Geometries, zones: gpd.GeoDataFrame, terrain: Grid | None
) -> tuple[Areas, np.ndarray]:
    """Height above the plot's mean ground that airport zones leave [m], and where it is unknown.

    The lowest cap over the net plot; NaN where no such zone lies over it. Below 0: the ground
    itself breaks the surface.
    """
    caps = zones[zones["treatment"] == "height_cap"] if "treatment" in zones else zones[:0]
    lowest, unknown = np.full(len(net), np.inf), np.zeros(len(net), dtype=bool)
    if not len(caps):
        return np.full(len(net), np.nan), unknown
    i, j, _ = overlap_areas(net, caps.geometry.to_numpy())
    level = caps["cap_elevation_m"].to_numpy(dtype=float)[j]
    unknown[i[np.isnan(level)]] = True
    np.minimum.at(lowest, i, np.where(np.isnan(level), np.inf, level))
    under = np.flatnonzero(np.isfinite(lowest))
    ground = np.full(len(net), np.nan)
    if terrain is not None:
        plots = gpd.GeoDataFrame(geometry=net[under])
        ground[under] = zonal(plots, terrain)["mean"].to_numpy()
    unknown[under] |= np.isnan(ground[under])
    return np.where(unknown, np.nan, lowest - ground), unknown
