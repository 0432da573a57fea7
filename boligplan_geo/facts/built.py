"""What stands on each plot: footprint, use area, homes and year, from map and register.

Footprints of maps follow roofs or walls and are an estimate of the legal built area (BYA).
Only standing buildings count; those demolished, moved or never built are dropped, and those
with a permit only belong to the pipeline.
"""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd

from boligplan_geo.facts._built_homes import (
    DWELLING_TYPES,
    among,
    placed_homes,
)
from boligplan_geo.facts._built_stock import all_buildings, is_standing, plots_under
from boligplan_geo.geometry import on_one_plane, overlap_areas

#: Fewest storeys of a building type, where neither storeys nor height are known.
STOREYS_BY_TYPE = {"141": 2, "142": 3, "143": 5, "144": 2, "145": 3, "146": 5, "181": 1, "182": 1}


def bya_m2(plots: gpd.GeoDataFrame, buildings: gpd.GeoDataFrame) -> pd.Series:
    """Footprint of standing buildings on each plot, an estimate of BYA (TEK17 § 5-2) [m²].

    Parameters
    ----------
    plots : GeoDataFrame
        Any index.
    buildings : GeoDataFrame
        Footprints; ``building_status_code`` where known, a missing status is standing.

    Returns
    -------
    Series, index of `plots`
        Buildings across boundaries are split by area. 0 where nothing stands.

    Examples
    --------
    >>> from boligplan_geo.sample.toy import toy_town
    >>> town = toy_town()
    >>> bya_m2(town.plots, town.buildings).head(3).tolist()  # the second house is shared
    [100.0, 50.0, 50.0]
    """
    on_one_plane(plots=plots, buildings=buildings)
    standing = buildings[is_standing(buildings)]
    i, _, area = overlap_areas(plots.geometry.to_numpy(), standing.geometry.to_numpy())
    built = np.bincount(i, weights=area, minlength=len(plots)).astype(float)
    return pd.Series(built, index=plots.index, name="built_bya_m2")


def table(
    plots: gpd.GeoDataFrame,
    buildings: gpd.GeoDataFrame | None,
    building_register: pd.DataFrame | None = None,
    dwelling_units: pd.DataFrame | None = None,
    *,
    storey_height_m: float = 3.0,
    storey_bra_share: float = 0.9,
) -> pd.DataFrame:
    """Built area, use area, homes and newest year of what stands on each plot.

    Use area (BRA) comes from the register, split by footprint where a building crosses a
    boundary; 0 there means not recorded. Else it is footprint × storeys × `storey_bra_share`,
    with storeys from map or register, from the height, or the fewest of the building type.
    Homes are dwelling units of type B, each whole on its property; else the register's count.

    Parameters
    ----------
    plots : GeoDataFrame, index ``plot_id``
        ``property_id`` where homes come from a register.
    buildings : GeoDataFrame, index ``building_id``, or None
    building_register : DataFrame, index ``building_id``, optional
    dwelling_units : DataFrame, optional
        ``building_id property_id unit_type_code``.
    storey_height_m : float
        Height of a storey, where only the height of the building is known [m].
    storey_bra_share : float
        BRA of a storey, of the footprint.

    Returns
    -------
    DataFrame, index of `plots`
        ``built_bya_m2 built_bra_m2`` [m²], ``built_bra_source_code`` (register, footprint,
        mixed, none), ``built_homes_count``, ``built_year``, ``has_standing_building``,
        ``built_reason``. 0 where nothing stands; NaN where it cannot be known, with the reason.

    Examples
    --------
    >>> from boligplan_geo.sample.toy import toy_town
    >>> town = toy_town()
    >>> built = table(town.plots, town.buildings, town.building_register, town.dwelling_units)
    >>> built.loc["9999-1/2", ["built_bya_m2", "built_bra_m2", "built_homes_count"]].tolist()
    [50.0, 90.0, 1.0]

    References
    ----------
    TEK17 §§ 5-2, 5-4; Matrikkelen: bygningsstatus, bruksenhetstype.
    """
    on_one_plane(plots=plots, buildings=buildings)
    if buildings is None and building_register is None:
        return _unknown(plots)
    stock = all_buildings(buildings, building_register)
    on = plots_under(plots, buildings, stock)
    stock = stock.assign(**_bra(stock, storey_height_m, storey_bra_share))
    result = _sizes(plots, stock, on, has_map=buildings is not None)
    homes, homes_unknown = _homes(plots, stock, on, dwelling_units)
    result["built_homes_count"] = homes
    footprint_missing = np.zeros(len(plots), dtype=bool)
    if buildings is not None:
        footprint_missing[on.loc[on["area_m2"].isna(), "plot"]] = True
        result["built_bya_m2"] = result["built_bya_m2"].mask(footprint_missing)
    has_register = building_register is not None or dwelling_units is not None
    result["built_reason"] = _reasons(
        {
            "layer_missing": np.full(len(plots), buildings is None),
            "no_register": homes_unknown & (not has_register),
            "homes_not_recorded": homes_unknown & has_register,
            "storeys_unknown": result["built_bra_m2"].isna().to_numpy(),
            "footprint_missing": result["built_bya_m2"].isna().to_numpy() & footprint_missing,
        },
        plots.index,
    )
    return result


def homes_by_type(
    plots: gpd.GeoDataFrame,
    buildings: gpd.GeoDataFrame | None,
    building_register: pd.DataFrame | None = None,
    dwelling_units: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Homes that stand by plot and dwelling type; they sum to ``built_homes_count``.

    Parameters
    ----------
    plots, buildings, building_register, dwelling_units
        As for `table`.

    Returns
    -------
    DataFrame
        ``plot_id dwelling_type_code homes_count``, by plot in order, then type. Type
        ``other`` holds homes in buildings of other or unknown type; plots whose homes are
        unknown have no row.

    Examples
    --------
    >>> from boligplan_geo.sample.toy import toy_town
    >>> town = toy_town()
    >>> homes_by_type(town.plots, town.buildings, town.building_register, town.dwelling_units)
        plot_id dwelling_type_code  homes_count
    0  9999-1/1           detached          1.0
    1  9999-1/2      semi_detached          1.0
    2  9999-1/3      semi_detached          1.0
    3  9999-1/5              block          6.0
    """
    columns = ["plot_id", "dwelling_type_code", "homes_count"]
    if buildings is None and building_register is None:
        return pd.DataFrame(columns=columns).astype({"homes_count": float})
    stock = all_buildings(buildings, building_register)
    on = plots_under(plots, buildings, stock)
    placed = placed_homes(plots, stock, on, dwelling_units)
    _, unknown = _homes(plots, stock, on, dwelling_units)
    known = placed[(placed["plot"] >= 0) & (placed["homes_count"] > 0)]
    known = known[~unknown[known["plot"]]]
    code = stock["building_type_code"].reindex(known["building_id"])
    kind = code.astype("string").str[:2].map(DWELLING_TYPES).fillna("other").to_numpy(object)
    counted = known.assign(dwelling_type_code=kind).groupby(["plot", "dwelling_type_code"])
    result = counted["homes_count"].sum().reset_index()
    result.insert(0, "plot_id", plots.index.to_numpy()[result["plot"]])
    return result[columns]


def _bra(stock: pd.DataFrame, storey_height_m: float, storey_bra_share: float) -> pd.DataFrame:
    """BRA of each building [m²], or a storey's share of it to multiply its footprint with."""
    recorded = stock["bra_m2"].where(stock["bra_m2"] > 0)
    storeys = stock["storeys_count"].where(stock["storeys_count"] > 0)
    by_height = np.floor(stock["height_m"] / storey_height_m + 0.5).clip(lower=1)
    storeys = storeys.where(storeys.notna(), by_height)
    by_type = stock["building_type_code"].map(STOREYS_BY_TYPE).astype(float)
    storeys = storeys.where(storeys.notna(), by_type)
    return pd.DataFrame({"recorded_bra_m2": recorded, "bra_factor": storeys * storey_bra_share})


def _sizes(
    plots: gpd.GeoDataFrame, stock: pd.DataFrame, on: pd.DataFrame, *, has_map: bool
) -> pd.DataFrame:
    """Footprint, BRA, its source, newest year and whether anything stands."""
    of = stock.reindex(on["building_id"])
    plot, count = on["plot"].to_numpy(dtype=int), len(plots)
    area, share = on["area_m2"].to_numpy(float), on["share"].to_numpy(float)
    is_real = on["is_real"].to_numpy(dtype=bool)
    recorded = of["recorded_bra_m2"].to_numpy(float) * share
    from_register = np.isfinite(recorded)
    bra = np.where(from_register, recorded, area * of["bra_factor"].to_numpy(float))
    unknown = _any(plot, is_real & np.isnan(bra), count)
    bya = np.bincount(plot, np.nan_to_num(area), count).astype(float)  # int where empty
    total = np.bincount(plot, np.nan_to_num(bra), count).astype(
        float
    )  # unknown ones are masked below
    by_register = _any(plot, is_real & from_register, count)
    by_footprint = _any(plot, is_real & ~from_register, count)
    source = np.select(
        [by_register & by_footprint, by_register, by_footprint],
        ["mixed", "register", "footprint"],
        "none",
    )
    year = np.full(count, -np.inf)
    np.maximum.at(year, plot[is_real], np.nan_to_num(of["built_year"], nan=-np.inf)[is_real])
    return pd.DataFrame(
        {
            "built_bya_m2": bya if has_map else np.full(count, np.nan),
            "built_bra_m2": np.where(unknown, np.nan, total),
            "built_bra_source_code": source,
            "built_year": np.where(np.isfinite(year), year, np.nan),
            "has_standing_building": _any(plot, is_real, count),
        },
        index=plots.index,
    )


def _homes(
    plots: gpd.GeoDataFrame, stock: pd.DataFrame, on: pd.DataFrame, units: pd.DataFrame | None
) -> tuple[np.ndarray, np.ndarray]:
    """Homes on each plot, and where they are unknown."""
    placed = placed_homes(plots, stock, on, units)
    placed = placed[placed["plot"] >= 0]
    plot, homes = placed["plot"].to_numpy(int), placed["homes_count"].to_numpy(float)
    unknown = _any(plot, np.isnan(homes), len(plots))
    # unknown homes of no known property may belong to any plot that the building stands on
    nowhere = placed["homes_count"].isna() & placed["building_id"].map(stock["property_id"]).isna()
    spread = among(pd.Index(on["building_id"]), pd.Index(placed["building_id"][nowhere]))
    spread &= on["is_real"].to_numpy(dtype=bool)
    unknown |= _any(on["plot"].to_numpy(dtype=int), spread, len(plots))
    total = np.bincount(plot, np.nan_to_num(homes), len(plots)).astype(float)
    return np.where(unknown, np.nan, total), unknown


def _any(group: np.ndarray, flag: np.ndarray, count: int) -> np.ndarray:
    return np.bincount(group[flag], minlength=count) > 0


def _unknown(plots: gpd.GeoDataFrame) -> pd.DataFrame:
    """Neither map nor register: nothing is known."""
    names = ("built_bya_m2", "built_bra_m2", "built_homes_count", "built_year")
    result = pd.DataFrame(dict.fromkeys(names, np.nan), index=plots.index)
    result.insert(2, "built_bra_source_code", None)
    result["has_standing_building"] = pd.array([pd.NA] * len(plots), dtype="boolean")
    return result.assign(built_reason="layer_missing")


def _reasons(found: dict[str, np.ndarray], index: pd.Index) -> pd.Series:
    """Codes of each row joined by ``;``; None where there is none."""
    text = np.full(len(index), "", dtype=object)
    for code, rows in found.items():
        text[rows] = np.where(text[rows] == "", code, text[rows] + ";" + code)
    text[text == ""] = None
    return pd.Series(text, index=index, dtype=object)
