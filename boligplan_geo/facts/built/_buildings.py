"""The buildings themselves, from one survey: the table of `facts.built.buildings`."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from boligplan_geo.errors import texts
from boligplan_geo.facts.built._plots import is_across, is_attached
from boligplan_geo.facts.built._stock import frame
from boligplan_geo.facts.built._survey import Survey
from boligplan_geo.geometry import Geometries

_COLUMNS = (
    "plot_id", "plot_ids", "stage_code", "building_status_code", "building_type_code",
    "building_type", "storeys_count", "height_m", "built_year", "bya_m2", "bra_m2",
    "bra_source_code", "homes_count", "protection_code", "is_built_across_boundary",
    "has_shared_wall",
)  # fmt: skip


def building_table(found: Survey) -> gpd.GeoDataFrame:
    """One row a building that stands or has a permit; see `facts.built.buildings`."""
    stock = found.stock
    kept = np.flatnonzero(stock["stage"].to_numpy(object) != "dropped")
    bra, source = _bra(stock)
    plot_ids = _plot_ids(found)
    columns = {
        "plot_id": np.array([t and t.split(";", 1)[0] for t in plot_ids], dtype=object),
        "plot_ids": plot_ids,
        "stage_code": stock["stage"].to_numpy(object),
        "building_status_code": stock["building_status_code"].to_numpy(object),
        "building_type_code": stock["building_type_code"].to_numpy(object),
        "building_type": _type_text(stock["building_type_code"]),
        "storeys_count": stock["storeys"].to_numpy(),
        "height_m": stock["height_m"].to_numpy(),
        "built_year": stock["built_year"].to_numpy(),
        "bya_m2": np.where(stock["footprint_m2"] > 0, stock["footprint_m2"], stock["built_bya_m2"]),
        "bra_m2": bra,
        "bra_source_code": source,
        "homes_count": _homes(found),
        "protection_code": stock["protection_code"].to_numpy(object),
        "is_built_across_boundary": is_across(found),
        "has_shared_wall": is_attached(found),
    }
    table = frame(columns, stock.index).iloc[kept]
    return gpd.GeoDataFrame(table, geometry=_shapes(found)[kept], crs=found.plots.crs)


def no_buildings(crs: Any) -> gpd.GeoDataFrame:
    """The table without rows, where neither map nor register was given."""
    columns: dict[str, pd.Series] = {}
    for name in _COLUMNS:
        is_figure = name.endswith(("_count", "_m", "_m2", "_year"))
        kind = float if is_figure else bool if name.startswith(("is_", "has_")) else object
        columns[name] = pd.Series(dtype=kind)
    index = pd.Index([], dtype=object, name="building_id")
    return gpd.GeoDataFrame(pd.DataFrame(columns, index=index), geometry=[], crs=crs)


def _plot_ids(found: Survey) -> np.ndarray:
    """Plots of each building by falling area, joined by ``;``; None where it stands on none."""
    on = found.on[found.on["is_real"]]
    building = on["building"].to_numpy()
    order = np.lexsort((-np.nan_to_num(on["area_m2"].to_numpy()), building))
    building = building[order]
    plot_id = found.plots.index.to_numpy(object)[on["plot"].to_numpy()[order]]
    told = np.full(len(found.stock), None, dtype=object)
    first, at, size = np.unique(building, return_index=True, return_counts=True)
    told[first] = [str(one) for one in plot_id[at]]
    for row, start, many in zip(first[size > 1], at[size > 1], size[size > 1], strict=True):
        told[row] = ";".join(map(str, plot_id[start : start + many]))
    return told


def _bra(stock: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Use area [m²] and where it is from; None where it is unknown."""
    recorded = stock["bra_m2"].to_numpy()
    size = np.where(stock["footprint_m2"] > 0, stock["footprint_m2"], stock["built_bya_m2"])
    estimated = size * stock["bra_factor"].to_numpy()
    source = np.full(len(stock), None, dtype=object)
    source[~np.isnan(estimated)] = "footprint"
    source[~np.isnan(recorded)] = "register"
    return np.where(np.isnan(recorded), estimated, recorded), source


def _homes(found: Survey) -> np.ndarray:
    """Homes of each building, over its properties; NaN where not recorded."""
    rows = found.homes[found.homes["building"] >= 0]
    return np.bincount(rows["building"], rows["homes_count"], minlength=len(found.stock))


def _type_text(code: pd.Series) -> np.ndarray:
    """Bygningstype in words, of its main group where the code has no words of its own."""
    words = {code: row["nb"] for code, row in texts("building_types").items()}
    row, known = pd.factorize(code.to_numpy(object))
    told = [words.get(str(value), words.get(str(value)[:1])) for value in known]
    return np.array([*told, None], dtype=object)[row]


def _shapes(found: Survey) -> Geometries:
    """Footprint of each building, all its parts; None where the map has none."""
    parts, building = found.found
    shapes = np.full(len(found.stock), None, dtype=object)
    size = np.bincount(building, minlength=len(shapes))
    is_single = size[building] == 1
    shapes[building[is_single]] = parts[is_single]
    several, place = np.unique(building[~is_single], return_inverse=True)
    if len(several):
        shapes[several] = shapely.multipolygons(parts[~is_single], indices=place)
    return shapes
