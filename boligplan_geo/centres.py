"""Centres: catchments without overlap, their ledger, and what lies near them."""

from __future__ import annotations

from collections.abc import Sequence

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from boligplan_geo.columns import HOMES_COLUMNS
from boligplan_geo.errors import reason_where
from boligplan_geo.geometry import union_by

BANDS_MIN = (5.0, 10.0, 15.0)  # walking bands on the map: 0–5, 5–10, 10–15 minutes
CLOSING_M = 12.0  # closes the streets between plots when a band is drawn


def catchment(access: pd.DataFrame, *, limit_min: float) -> pd.Series:
    """Nearest centre of each plot within the limit; null outside, unreachable or unknown.

    Examples
    --------
    >>> walks = pd.DataFrame({"access_centre_min": [4.0, 16.0], "access_centre_id": ["D1", "D1"]})
    >>> catchment(walks, limit_min=15).tolist()
    ['D1', None]
    """
    within = (access["access_centre_min"] <= limit_min).to_numpy(bool)
    ids = access["access_centre_id"].to_numpy(dtype=object)
    return pd.Series(
        np.where(within, ids, None), index=access.index, name="centre_id", dtype=object
    )


def homes_by(plots: pd.DataFrame, key: str, ids: Sequence[str]) -> pd.DataFrame:
    """Sum every column of homes over the plots of each id.

    Returns
    -------
    DataFrame, index `ids`
        `HOMES_COLUMNS` and ``plots_count``; a sum of unknowns only is NaN, of no plots 0.
    """
    by = plots.groupby(key)
    sums = by[list(HOMES_COLUMNS)].sum(min_count=1).reindex(ids)
    sums["plots_count"] = by.size().reindex(ids, fill_value=0)
    # No plots at all: known none. The columns not built yet stay unknown.
    known = [c for c in HOMES_COLUMNS if plots[c].notna().any()]
    empty = (sums["plots_count"] == 0).to_numpy()
    sums.loc[empty, known] = 0.0
    return with_reasons(sums).rename_axis(key)


def with_reasons(sums: pd.DataFrame) -> pd.DataFrame:
    """Say why a sum of homes is unknown: its rooms are not built, or no plot's homes are known."""
    sums["built_reason"] = reason_where(sums["built_homes_count"].isna(), "no_data")
    unknown = sums["potential_plan_homes_mid_count"].isna()
    not_built = sums["potential_homes_mid_count"].isna()
    sums["potential_reason"] = reason_where(not_built, "not_built_yet")
    sums.loc[unknown, "potential_reason"] = "no_data;not_built_yet"
    return sums


def ledger(centres: gpd.GeoDataFrame, plots: pd.DataFrame) -> gpd.GeoDataFrame:
    """Homes today and potential in each centre's catchment; sums to the plots'.

    Parameters
    ----------
    centres : GeoDataFrame, index ``centre_id``
    plots : DataFrame
        With ``centre_id`` (`catchment`) and the columns of homes.
    """
    homes = homes_by(plots, "centre_id", list(centres.index))
    table = centres[[c for c in ("name", "geometry") if c in centres]].join(homes)
    table["homes_today_count"] = table["built_homes_count"]
    table["homes_potential_mid_count"] = table["potential_plan_homes_mid_count"]
    return gpd.GeoDataFrame(table, geometry="geometry", crs=centres.crs)


def catchment_areas(
    plots: gpd.GeoDataFrame, *, limit_min: float, ground: gpd.GeoSeries | None = None
) -> gpd.GeoDataFrame:
    """Walking bands of each centre, drawn from the plots that lie in them.

    Parameters
    ----------
    plots : GeoDataFrame, index ``plot_id``
        ``centre_id`` and ``access_centre_min``.
    limit_min : float
        End of the outermost band [min].
    ground : GeoSeries, index ``plot_id``, optional
        What is drawn of each plot, such as its land zoned for building: a farm by the road
        would else draw its whole mountain. The plot by default.

    Returns
    -------
    GeoDataFrame
        ``centre_id``, ``minutes`` (upper limit of the band), polygons that do not overlap and,
        made of plots, never reach across water.
    """
    bands = sorted({*(b for b in BANDS_MIN if b < limit_min), float(limit_min)})
    inside = plots[plots["centre_id"].notna()]
    minutes = np.array(bands)[np.searchsorted(bands, inside["access_centre_min"], side="left")]
    keys = pd.DataFrame({"minutes": minutes, "centre_id": inside["centre_id"].to_numpy()})
    shown = (plots.geometry if ground is None else ground).reindex(inside.index).to_numpy()
    names, closed = [], []
    for (minute, centre_id), group in keys.groupby(["minutes", "centre_id"], sort=True):
        names.append((centre_id, minute))
        closed.append(_closed(shown[group.index]))
    areas = _without_earlier(np.array(closed, dtype=object))
    rows = [(*name, area) for name, area in zip(names, areas, strict=True)]
    return gpd.GeoDataFrame(
        sorted(rows, key=lambda row: row[:2]),
        columns=["centre_id", "minutes", "geometry"],
        geometry="geometry",
        crs=plots.crs,
    )


def _without_earlier(areas: np.ndarray) -> np.ndarray:
    """Each area without those before it; only neighbours meet, however large the town."""
    i, j = shapely.STRtree(areas).query(areas, predicate="intersects")
    i, j = i[j < i], j[j < i]
    taken = union_by(i, areas[j], len(areas))
    result = areas.copy()
    cut = np.unique(i)
    result[cut] = shapely.difference(areas[cut], taken[cut])
    return result


def _closed(pieces: np.ndarray) -> shapely.Geometry:
    """One outline of plots, with the streets between them closed."""
    grown = shapely.union_all(shapely.buffer(pieces, CLOSING_M, quad_segs=2))
    return shapely.simplify(shapely.buffer(grown, -CLOSING_M + 2, quad_segs=2), 1.0)
