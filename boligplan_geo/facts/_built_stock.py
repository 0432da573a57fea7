"""Buildings of `facts.built`: which stand, what is recorded of them, which plots they are on."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd

from boligplan_geo.facts._built_homes import among, largest_plot
from boligplan_geo.geometry import overlap_areas

#: Bygningsstatus of buildings that do not stand: demolished, moved, never built, or number
#: expired; and permitted but not yet in use.
DROPPED_STATUS = ("BR", "BA", "BF", "BU")
PIPELINE_STATUS = ("RA", "IG", "MT")

# a footprint that crosses a boundary by less than both of these belongs to the other plot
_SLIVER_SHARE, _SLIVER_M2 = 0.01, 5.0

_CODES = ("building_type_code", "building_status_code", "property_id")
_FIGURES = ("storeys_count", "height_m", "bra_m2", "built_bya_m2", "homes_count", "built_year")


def is_standing(buildings: pd.DataFrame) -> np.ndarray:
    """Whether each building stands; a missing status is standing."""
    if "building_status_code" not in buildings:
        return np.ones(len(buildings), dtype=bool)
    gone = buildings["building_status_code"].isin([*DROPPED_STATUS, *PIPELINE_STATUS])
    return ~gone.to_numpy(dtype=bool)


def all_buildings(
    buildings: gpd.GeoDataFrame | None, register: pd.DataFrame | None
) -> pd.DataFrame:
    """All buildings by id, the register's word before the map's, and whether each stands."""
    sources = [s for s in (register, buildings) if s is not None]
    sources = [s[~s.index.duplicated()] for s in sources]
    index = sources[0].index if len(sources) == 1 else sources[0].index.union(sources[1].index)
    stock = pd.DataFrame(index=index.sort_values())
    for name in (*_CODES, *_FIGURES):
        known = [s[name].reindex(stock.index) for s in sources if name in s]
        values = known[0] if known else pd.Series(np.nan, index=stock.index)
        for other in known[1:]:
            values = values.where(values.notna(), other)
        stock[name] = values.astype(object) if name in _CODES else pd.to_numeric(values)
    stock["is_standing"] = is_standing(stock)
    stock["has_footprint"] = buildings is not None and among(stock.index, buildings.index)
    return stock


def plots_under(
    plots: gpd.GeoDataFrame, buildings: gpd.GeoDataFrame | None, stock: pd.DataFrame
) -> pd.DataFrame:
    """Which plot (position) each standing building lies on: area, share and whether it is real.

    A building without footprint lies whole on the largest plot of its property, with the area
    the register gives.
    """
    frames = []
    if buildings is not None:
        standing = buildings[stock["is_standing"].reindex(buildings.index).to_numpy(dtype=bool)]
        i, j, area = overlap_areas(plots.geometry.to_numpy(), standing.geometry.to_numpy())
        pairs = pd.DataFrame({"building_id": standing.index[j], "plot": i, "area_m2": area})
        pairs = pairs.groupby(["building_id", "plot"], as_index=False)["area_m2"].sum()
        whole = standing.area.groupby(level=0).sum()
        pairs["share"] = pairs["area_m2"] / pairs["building_id"].map(whole).astype(float)
        is_sliver = (pairs["share"] < _SLIVER_SHARE) & (pairs["area_m2"] < _SLIVER_M2)
        frames.append(pairs.assign(is_real=~is_sliver))
    unmapped = stock[stock["is_standing"] & ~stock["has_footprint"]]
    if len(unmapped) and "property_id" in plots:
        plot = unmapped["property_id"].map(largest_plot(plots)).dropna().astype(int)
        area = unmapped["built_bya_m2"].reindex(plot.index).to_numpy(float)
        rows = {"building_id": plot.index, "plot": plot.to_numpy(), "area_m2": area}
        frames.append(pd.DataFrame({**rows, "share": 1.0, "is_real": True}))
    if not frames:
        return pd.DataFrame(columns=["building_id", "plot", "area_m2", "share", "is_real"])
    return pd.concat(frames, ignore_index=True)
