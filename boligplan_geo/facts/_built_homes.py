"""Homes of `facts.built`: each dwelling unit whole on one plot of its property."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd

#: Dwelling type by the first two digits of bygningstype (NS 3457; SSB 01 to 05).
DWELLING_TYPES = {
    "11": "detached",
    "12": "semi_detached",
    "13": "row",
    "14": "block",
    "15": "shared",
}

#: First two digits of holiday homes, huts, garages, outbuildings and barracks: no homes.
NO_DWELLING = ("16", "17", "18", "19")

_COLUMNS = ["plot", "building_id", "homes_count"]


def largest_plot(plots: gpd.GeoDataFrame) -> pd.Series:
    """Position of the largest plot of each property; index ``property_id``."""
    order = np.argsort(-plots.area.to_numpy(), kind="stable")
    positions = pd.Series(order, index=plots["property_id"].to_numpy()[order])
    return positions[~positions.index.duplicated()]


def placed_homes(
    plots: gpd.GeoDataFrame,
    stock: pd.DataFrame,
    on: pd.DataFrame,
    dwelling_units: pd.DataFrame | None,
) -> pd.DataFrame:
    """Homes of each building and property, on the plot they belong to.

    Parameters
    ----------
    plots : GeoDataFrame
    stock : DataFrame, index ``building_id``
        ``is_standing building_type_code property_id homes_count``.
    on : DataFrame
        ``building_id plot area_m2``: plots (positions) a building lies on.
    dwelling_units : DataFrame or None

    Returns
    -------
    DataFrame
        ``plot`` (position; -1: on no plot of the input), ``building_id``, ``homes_count``
        (NaN where it was not recorded).
    """
    groups = _groups(stock, dwelling_units)
    if not len(groups):
        return pd.DataFrame(columns=_COLUMNS).astype({"plot": int, "homes_count": float})
    groups["row"] = np.arange(len(groups))
    found = groups.merge(on[["building_id", "plot", "area_m2"]], on="building_id", how="inner")
    of_plot = plots.get("property_id", pd.Series(index=plots.index, dtype=object)).to_numpy(object)
    found["is_own"] = of_plot[found["plot"].to_numpy(int)] == found["property_id"].to_numpy(object)
    found = found.sort_values(
        ["row", "is_own", "area_m2", "plot"], ascending=[True, False, False, True], kind="stable"
    ).drop_duplicates("row")
    plot = groups["row"].map(found.set_index("row")["plot"])
    if "property_id" in plots:  # no footprint on any plot: the largest of the property
        plot = plot.where(plot.notna(), groups["property_id"].map(largest_plot(plots)))
    return groups.assign(plot=plot.fillna(-1).astype(int))[_COLUMNS]


def among(values: pd.Index, known: pd.Index) -> np.ndarray:
    """Which values are known; many times faster than ``isin`` on text."""
    found: np.ndarray = known.unique().get_indexer(values) >= 0
    return found


def _groups(stock: pd.DataFrame, units: pd.DataFrame | None) -> pd.DataFrame:
    """Homes by building and property, from units where there are any, else from the register."""
    standing = stock[stock["is_standing"]]
    has_units = np.zeros(len(standing), dtype=bool)
    frames = []
    if units is not None:
        keys = pd.DataFrame({c: units.get(c) for c in ("building_id", "property_id")}).astype(
            object
        )
        of_unit = pd.Index(keys["building_id"])
        gone = among(of_unit, stock.index[~stock["is_standing"]])
        has_units = among(standing.index, of_unit)
        is_home = (units["unit_type_code"] == "B") & ~gone
        keys["property_id"] = keys["property_id"].where(
            keys["property_id"].notna(), keys["building_id"].map(stock["property_id"])
        )
        counted = keys[is_home].groupby(["building_id", "property_id"], dropna=False, sort=True)
        frames.append(counted.size().rename("homes_count").astype(float).reset_index())
    rest = standing[~has_units]
    homes = rest["homes_count"].astype(float)
    kind = rest["building_type_code"].astype("string").str[:2]
    # without a unit or a count: a shed holds none; nor does, where units are listed, a building
    # of another type than dwellings; a dwelling without units is a gap in the register
    is_other = kind.notna() & ~kind.isin(list(DWELLING_TYPES))
    none = kind.isin(NO_DWELLING) | (is_other & (units is not None))
    homes = homes.mask(homes.isna() & none.to_numpy(dtype=bool, na_value=False), 0.0)
    frames.append(
        pd.DataFrame(
            {
                "building_id": rest.index.astype(object),
                "property_id": rest["property_id"].to_numpy(object),
                "homes_count": homes.to_numpy(),
            }
        )
    )
    return pd.concat(frames, ignore_index=True)
