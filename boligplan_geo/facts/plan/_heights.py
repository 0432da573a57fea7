"""Heights that a plan map draws (RegulertHøyde), by the plan area they are drawn in."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

#: What a type of height limits; terrain and planering (TH, PH) limit no building.
_KINDS = {"GH": "eaves", "MH": "ridge"}
#: Height systems: the height is a kote; any other reference is the terrain on the spot.
_ABSOLUTE = r"\bNN\s?(?:1954|2000)"
COLUMNS = ("area_id", "plan_id", "parameter_code", "value_max")


def heights(
    plan_areas: gpd.GeoDataFrame | None,
    plan_heights: gpd.GeoDataFrame | None,
    *,
    reach_m: float = 1.0,
) -> pd.DataFrame:
    """Regulated heights of each plan area, as figures of parameters.

    A height holds in the area of its own plan that most of its line lies in: lines are drawn
    along the buildings of a field, and may touch the next.

    Parameters
    ----------
    plan_areas : GeoDataFrame, index ``area_id``, or None
    plan_heights : GeoDataFrame, index ``height_id``, or None
        ``plan_id``, ``height_m``, ``height_type_code`` (GH gesims, MH møne),
        ``height_reference``.
    reach_m : float
        How far beside its area a height may be drawn.

    Returns
    -------
    DataFrame
        `COLUMNS`: ``eaves_height_max_m`` and ``ridge_height_max_m`` from the terrain [m],
        ``eaves_kote_max_m`` and ``ridge_kote_max_m`` above the sea [m]. A height of no known
        type, or in no area of its plan, is left out; no rows where a layer was not given.

    Examples
    --------
    >>> areas = gpd.GeoDataFrame({"plan_id": ["R1", "R1"]}, index=["a", "b"],
    ...     geometry=[shapely.box(0, 0, 10, 10), shapely.box(10, 0, 20, 10)])
    >>> lines = gpd.GeoDataFrame({"plan_id": ["R1"], "height_m": [34.5], "height_type_code": "GH",
    ...     "height_reference": "NN2000"}, geometry=[shapely.LineString([(4, 5), (12, 5)])])
    >>> heights(areas, lines).values.tolist()
    [['a', 'R1', 'eaves_kote_max_m', 34.5]]
    """
    if plan_areas is None or plan_heights is None or not len(plan_heights):
        return pd.DataFrame(columns=list(COLUMNS))
    kind = plan_heights["height_type_code"].astype("string").str.strip().str.upper().map(_KINDS)
    drawn = plan_heights[(kind.notna() & plan_heights["height_m"].notna()).to_numpy(bool)]
    line, area = _areas(plan_areas, drawn, reach_m)
    own = drawn.iloc[line]
    reference = own.get("height_reference", pd.Series("", index=own.index)).astype("string")
    is_kote = reference.str.contains(_ABSOLUTE, case=False, na=False).to_numpy(bool)
    return pd.DataFrame(
        {
            "area_id": plan_areas.index.to_numpy()[area],
            "plan_id": own["plan_id"].to_numpy(),
            "parameter_code": kind[own.index].to_numpy(dtype=object)
            + np.where(is_kote, "_kote_max_m", "_height_max_m").astype(object),
            "value_max": own["height_m"].to_numpy(dtype=float),
        }
    )


def _areas(
    plan_areas: gpd.GeoDataFrame, drawn: gpd.GeoDataFrame, reach_m: float
) -> tuple[np.ndarray, np.ndarray]:
    """Heights and the area of their plan that most of each lies in; ties to the first area."""
    areas, lines = plan_areas.geometry.to_numpy(), drawn.geometry.to_numpy()
    line, area = shapely.STRtree(areas).query(lines, predicate="dwithin", distance=reach_m)
    plan_of_line, plan_of_area = (t["plan_id"].to_numpy(object) for t in (drawn, plan_areas))
    same = plan_of_line[line] == plan_of_area[area]
    line, area = line[same], area[same]
    inside = np.round(shapely.length(shapely.intersection(lines[line], areas[area])), 3)
    away = np.round(shapely.distance(lines[line], areas[area]), 3)
    # a point has no length: the area that it lies in
    order = np.lexsort((area, away, -inside, line))
    line, first = np.unique(line[order], return_index=True)
    return line, area[order][first]
