"""Terrain under each plot: height, slope and steepness; no data is unknown, not flat."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from boligplan_geo.geometry import on_one_plane
from boligplan_geo.raster import Grid, slope_deg
from boligplan_geo.raster.coverage import Asked, summarise

if TYPE_CHECKING:
    import geopandas as gpd

COLUMNS = (
    "terrain_elevation_m",
    "terrain_slope_mean_deg",
    "terrain_slope_p90_deg",
    "terrain_steep_share",
    "terrain_sun_20mar_hours",
    "terrain_sun_21jun_hours",
)


def table(
    plots: gpd.GeoDataFrame,
    grid: Grid | None,
    *,
    steep_deg: float = 20.0,
    known_min_share: float = 0.5,
) -> pd.DataFrame:
    """Height, slope and steep share of each plot, every cell weighted by the share covered.

    Slope is Horn's, of the terrain as delivered: a mean hides a cliff, so the 90th percentile
    and the share steeper than a limit stand beside it. Where a part of a plot has no data, the
    rest is measured; with less than `known_min_share` known, the plot is unknown.

    Parameters
    ----------
    plots : GeoDataFrame, index ``plot_id``
        Polygons in the grid's CRS.
    grid : Grid or None
        Terrain [m above NN2000]; None where the layer was not given.
    steep_deg : float
        Land steeper than this counts as steep. 20° is boligplan_geo's choice, not law.
    known_min_share : float
        Smallest share of the plot that must have data.

    Returns
    -------
    DataFrame, index of `plots`
        ``terrain_elevation_m`` (mean), ``terrain_slope_mean_deg``, ``terrain_slope_p90_deg``,
        ``terrain_steep_share`` (0 to 1), ``terrain_sun_20mar_hours`` and
        ``terrain_sun_21jun_hours`` (NaN: not built yet), ``terrain_reason``. NaN where unknown;
        the reason says ``no_data`` or ``layer_missing``.

    Examples
    --------
    >>> import geopandas as gpd, shapely
    >>> ramp = Grid(np.array([[0, 10, 20]] * 3, dtype=np.float32), 0, 30, 10, "EPSG:25833")
    >>> plots = gpd.GeoDataFrame(geometry=[shapely.box(5, 5, 25, 25)], index=["1/1"])
    >>> table(plots, ramp)[["terrain_elevation_m", "terrain_slope_mean_deg"]]
         terrain_elevation_m  terrain_slope_mean_deg
    1/1                 10.0                    45.0
    """
    on_one_plane(plots=plots)
    out = pd.DataFrame(np.nan, index=plots.index, columns=list(COLUMNS))
    reason = pd.Series("not_built_yet", index=plots.index, dtype=object)  # sun hours
    if grid is None:
        out["terrain_reason"] = "layer_missing;" + reason
        return out
    of_slope = ("mean", "p90", "above_share", "known_share")
    height, slope = summarise(
        plots,
        [Asked(grid, ("mean", "known_share")), Asked(slope_deg(grid), of_slope, steep_deg)],
    )
    is_high = height["known_share"] >= known_min_share
    is_sloped = slope["known_share"] >= known_min_share
    out["terrain_elevation_m"] = height["mean"].where(is_high)
    out["terrain_slope_mean_deg"] = slope["mean"].where(is_sloped)
    out["terrain_slope_p90_deg"] = slope["p90"].where(is_sloped)
    out["terrain_steep_share"] = slope["above_share"].where(is_sloped)
    out["terrain_reason"] = reason.where(is_high & is_sloped, "no_data;" + reason)
    return out
