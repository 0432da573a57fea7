"""Where register and map of `facts.built` disagree, building by building, and by how much."""

from __future__ import annotations

from collections.abc import Iterator

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from boligplan_geo.errors import Note
from boligplan_geo.facts.built._footprints import SLIVER_M2, SLIVER_SHARE
from boligplan_geo.facts.built._survey import Survey

#: A register's built area differs from the footprint where it is off by more than both of these:
#: outlines follow roofs or walls and are 5 to 15 % off the legal built area.
DIFFERENCE_SHARE, DIFFERENCE_M2 = 0.15, 10.0

#: Storeys that a register does not count, yet measures: a cellar or an attic.
UNCOUNTED_STOREYS = 1

#: A point of the register this far outside the building's footprint is not in it [m].
POINT_M = 1.0

COLUMNS = ["building_id", "reason_code", "register_value", "map_value", "unit"]


def disagreements(found: Survey, register: pd.DataFrame | None) -> pd.DataFrame:
    """A row a building and disagreement; see `facts.built.disagreements`."""
    stock = found.stock
    counts = stock["stage"].to_numpy(object) != "dropped"
    drawn, said = stock["footprint_m2"].to_numpy(), stock["built_bya_m2"].to_numpy()
    has_shape, in_register = drawn > 0, stock["in_register"].to_numpy(bool)
    rows = [_statuses(found), _twice(found), _homes(found), _point_outside(found, register)]
    if found.has_map and found.has_register:
        rows += [
            _rows(stock, "footprint_missing", counts & in_register & ~has_shape, said, drawn),
            _rows(stock, "register_missing", counts & has_shape & ~in_register, np.nan, drawn),
            _rows(stock, "footprint_differs", counts & _differs(said, drawn), said, drawn),
        ]
    if found.has_map:
        most = drawn * (stock["counted_storeys"].to_numpy() + UNCOUNTED_STOREYS)
        bra = stock["bra_m2"].to_numpy()
        rows.append(_rows(stock, "bra_too_large", counts & has_shape & (bra > most), bra, most))
        rows += [_elsewhere(found, counts & has_shape), _outside(found, counts)]
    table = pd.concat([r for r in rows if len(r)] or [_rows(stock, "", counts & False, said, said)])
    return table.sort_values(["building_id", "reason_code"]).reset_index(drop=True)


def notes(table: pd.DataFrame) -> Iterator[Note]:
    """A note for each kind of disagreement, with the ids and the difference in all."""
    for (code, unit), rows in table.groupby(["reason_code", "unit"], sort=True):
        gap = (rows["register_value"] - rows["map_value"]).abs()
        one_side = rows[["register_value", "map_value"]].max(axis=1)
        total = gap.where(gap.notna(), one_side).sum()
        figure = f"{total:.0f} {_UNITS[str(unit)]}".strip()
        ids = tuple(rows["building_id"])
        yield Note("built_disagreement", "buildings", ids, {"reason": code, "figure": figure})


_UNITS = {"m2": "m²", "m": "m", "count": ""}


def share_of_plots(found: Survey) -> np.ndarray:
    """Share of the built area of each plot on which register and map disagree.

    Differences over the larger of the two figures, both summed over the buildings; 0 where
    nothing stands, NaN where the register gives no built area of a building.
    """
    on = found.on[found.on["is_standing"] & found.on["is_real"]]
    stock, count = found.stock, len(found.plots)
    said, drawn = stock["built_bya_m2"].to_numpy(), stock["footprint_m2"].to_numpy()
    in_register = stock["in_register"].to_numpy(bool)
    # 0 in the register is not recorded; a building that is not in it has no area there
    said = np.where(in_register, np.where(said > 0, said, np.nan), 0.0)
    gap, larger = np.abs(said - drawn), np.maximum(said, drawn)
    row, plot, here = on["building"].to_numpy(), on["plot"].to_numpy(), on["share"].to_numpy()
    if not (found.has_map and found.has_register):
        gap = np.full(len(stock), np.nan)
    off, whole = gap[row] * here, larger[row] * here
    unknown = np.bincount(plot[np.isnan(off)], minlength=count) > 0
    total = np.bincount(plot, np.nan_to_num(whole), minlength=count)
    part = np.bincount(plot, np.nan_to_num(off), minlength=count) / np.where(total > 0, total, 1.0)
    return np.where(unknown, np.nan, part)


def _rows(
    stock: pd.DataFrame,
    code: str,
    rows: np.ndarray,
    said: np.ndarray | float,
    drawn: np.ndarray | float,
    unit: str = "m2",
) -> pd.DataFrame:
    """Disagreements of the buildings that are flagged."""
    at = np.flatnonzero(rows)
    both = [np.broadcast_to(np.asarray(v, dtype=float), (len(stock),))[at] for v in (said, drawn)]
    values = (stock.index.to_numpy(object)[at], code, *both, unit)
    return pd.DataFrame(dict(zip(COLUMNS, values, strict=True)), index=range(len(at)))


def _differs(said: np.ndarray, drawn: np.ndarray) -> np.ndarray:
    gap = np.abs(said - drawn)
    differs = (gap > DIFFERENCE_M2) & (gap > DIFFERENCE_SHARE * np.maximum(said, drawn))
    return np.asarray(differs & (said > 0) & (drawn > 0))


def _statuses(found: Survey) -> pd.DataFrame:
    """The register's status says another stage than the map's."""
    on_map = found.stock["stage_on_map"]
    differs = on_map.notna() & (on_map != found.stock["stage"])
    drawn = found.stock["footprint_m2"].to_numpy()
    return _rows(found.stock, "status_differs", differs.to_numpy(bool), np.nan, drawn)


def _twice(found: Survey) -> pd.DataFrame:
    """Ground that another building stands on already."""
    area = shapely.area(found.doubled.parts)
    twice = np.bincount(found.doubled.building, area, minlength=len(found.stock))
    return _rows(found.stock, "footprint_doubled", twice > 0, np.nan, twice)


def _homes(found: Survey) -> pd.DataFrame:
    """The register's count of homes is not the number of its dwelling units, which are counted."""
    stock, building = found.stock, found.unit_building
    if building is None:
        return _rows(stock, "homes_differ", np.zeros(len(stock), bool), 0.0, 0.0)
    listed = np.bincount(building[building >= 0], minlength=len(stock)) > 0
    rows = found.homes[found.homes["is_counted"] & (found.homes["building"] >= 0)]
    counted = np.bincount(rows["building"], rows["homes_count"], minlength=len(stock))
    said = stock["homes_count"].to_numpy()
    differs = listed & (said != counted) & ~np.isnan(said)
    differs &= stock["stage"].to_numpy(object) != "dropped"
    return _rows(stock, "homes_differ", differs, said, counted, "count")


def _elsewhere(found: Survey, has_shape: np.ndarray) -> pd.DataFrame:
    """The register's property is not one that the footprint stands on."""
    stock, on = found.stock, found.on
    of_building = found.properties.of(stock["property_id"])
    own = found.properties.of_plot[on["plot"]] == of_building[on["building"]]
    stands = np.bincount(on["building"].to_numpy()[own], minlength=len(stock)) > 0
    differs = has_shape & (of_building >= 0) & ~stands
    return _rows(stock, "property_elsewhere", differs, np.nan, stock["footprint_m2"].to_numpy())


def _outside(found: Survey, counts: np.ndarray) -> pd.DataFrame:
    """Part of the footprint that lies on no plot of the input: in nobody's figures."""
    drawn = found.stock["footprint_m2"].to_numpy()
    on = found.on[found.on["building"].isin(np.flatnonzero(drawn > 0))]
    inside = np.bincount(on["building"], on["area_m2"], minlength=len(drawn))
    left = drawn - inside
    is_off = counts & (left > SLIVER_M2) & (left > SLIVER_SHARE * drawn)
    return _rows(found.stock, "footprint_outside_plots", is_off, np.nan, left)


def _point_outside(found: Survey, register: pd.DataFrame | None) -> pd.DataFrame:
    """The register's point (bygningspunkt) lies outside the building's own footprint [m]."""
    stock = found.stock
    far = np.full(len(stock), np.nan)
    if isinstance(register, gpd.GeoDataFrame):
        row = stock.index.get_indexer(pd.Index(register.index.astype(str), dtype=object))
        points = np.full(len(stock), None, dtype=object)
        points[row] = register.geometry.to_numpy()
        away = shapely.distance(found.found.parts, points[found.found.building])
        np.fmin.at(far, found.found.building, away)
    return _rows(stock, "point_outside", far > POINT_M, far, 0.0, "m")
