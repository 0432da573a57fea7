"""Fields of a plan (felt): areas that lie together under one name are one field, however drawn."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

_SAME = ("plan_id", "zone_name", "land_use_code", "land_use_status_code")
_TOUCH_M = 0.01


def field_ids(areas: gpd.GeoDataFrame) -> np.ndarray:
    """Name the field of each plan area; what is given per field is shared within it.

    Areas of one plan, name, purpose and status that touch are one field: to draw a zone as two
    polygons doubles no budget. An area without a name is a field of its own.

    Parameters
    ----------
    areas : GeoDataFrame, index ``area_id``
        ``plan_id``, ``zone_name``, ``land_use_code``, ``land_use_status_code`` where known.

    Returns
    -------
    array of text
        ``<plan_id>|<area_id>`` of the field's first area by id.

    Examples
    --------
    >>> halves = gpd.GeoDataFrame({"plan_id": "R1", "zone_name": "B1", "land_use_code": "1110"},
    ...                           geometry=list(shapely.box([0, 5, 20], 0, [5, 9, 25], 9)),
    ...                           index=["a", "b", "far"])
    >>> field_ids(halves).tolist()
    ['R1|a', 'R1|a', 'R1|far']
    """
    known = areas[[name for name in _SAME if name in areas]]
    name = areas.get("zone_name", pd.Series(None, index=areas.index, dtype=object))
    has_name = (name.notna() & (name.astype(str) != "")).to_numpy(bool)
    candidate = np.flatnonzero(has_name & known.duplicated(keep=False).to_numpy())
    group = known.iloc[candidate].groupby(list(known), dropna=False, sort=False).ngroup().to_numpy()
    shapes = areas.geometry.to_numpy()[candidate]
    west, south, east, north = shapely.bounds(shapes).T
    near = shapely.box(west - _TOUCH_M, south - _TOUCH_M, east + _TOUCH_M, north + _TOUCH_M)
    a, b = shapely.STRtree(shapes).query(near)
    asked = (a < b) & (group[a] == group[b])  # before distances are measured: most are others
    a, b = a[asked], b[asked]
    touches = shapely.dwithin(shapes[a], shapes[b], _TOUCH_M)
    a, b = candidate[a[touches]], candidate[b[touches]]
    touching = coo_array((np.ones(len(a), dtype=bool), (a, b)), shape=(len(areas), len(areas)))
    _, field = connected_components(touching, directed=False)
    area_id = areas.index.astype(str).to_numpy(dtype=object)
    first = pd.Series(area_id).groupby(field).transform("min").to_numpy(dtype=object)
    return np.asarray(areas["plan_id"].astype(str).to_numpy(dtype=object) + "|" + first)
