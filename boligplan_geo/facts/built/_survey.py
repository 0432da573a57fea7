"""All that `facts.built` finds out once: buildings, where they stand, whose homes they hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from boligplan_geo.errors import Note
from boligplan_geo.facts.built import _footprints as footprints
from boligplan_geo.facts.built import _homes as homes
from boligplan_geo.facts.built._footprints import Footprints
from boligplan_geo.facts.built._homes import Properties
from boligplan_geo.facts.built._stock import all_buildings, frame
from boligplan_geo.geometry import Indices, valid

#: Fewest storeys of a building type, where neither storeys nor height are known.
STOREYS_BY_TYPE = {"141": 2, "142": 3, "143": 5, "144": 2, "145": 3, "146": 5, "181": 1, "182": 1}

#: Short and long codes of vernetype that protect by law (kulturminneloven §§ 4, 15, 22 a).
PROTECTED = ("AUT", "VED", "FOR")


@dataclass(frozen=True, eq=False)
class Survey:
    """What was found out about the buildings of a municipality.

    Parameters
    ----------
    plots : GeoDataFrame
    stock : DataFrame, index ``building_id``
        A row a building (`all_buildings`), with ``footprint_m2`` (0: none on the map),
        ``storeys``, ``bra_m2`` (from the register; NaN: not recorded), ``bra_factor`` to multiply
        the footprint with, ``protection_code``.
    on : DataFrame
        A row a building and plot it stands on (`footprints.plots_under`), the building without
        footprint on the largest plot of its property; ``is_standing`` (else permitted) and
        ``bra_m2`` of it there.
    homes : DataFrame
        ``building plot homes_count is_standing``: positions, -1: of none that is known.
    found : Footprints
        On the map.
    walls : pair of arrays of int
        Buildings (positions) that stand wall to wall.
    unit_building : array of int or None
        Building (position) of each dwelling unit; None where no units were given.
    notes : tuple of Note
    """

    plots: gpd.GeoDataFrame
    stock: pd.DataFrame
    on: pd.DataFrame
    homes: pd.DataFrame
    properties: Properties
    found: Footprints
    walls: tuple[Indices, Indices]
    doubled: Footprints
    has_map: bool
    has_register: bool
    unit_building: Indices | None
    has_heritage: bool
    notes: tuple[Note, ...]


def survey(
    plots: gpd.GeoDataFrame,
    buildings: gpd.GeoDataFrame | None,
    register: pd.DataFrame | None,
    units: pd.DataFrame | None,
    heritage: gpd.GeoDataFrame | None,
    *,
    storey_height_m: float,
    storey_bra_share: float,
    home_unit_types: Sequence[str],
) -> Survey:
    """Find out once what every table of `facts.built` is made of; one of map and register given."""
    stock, notes = all_buildings(buildings, register)
    rank = np.empty(len(plots), dtype=np.intp)
    rank[plots.index.argsort()] = np.arange(len(plots))
    properties = homes.properties_of(plots, rank)
    found = footprints.footprints_of(buildings, stock)
    pairs = footprints.touching(found)
    is_standing = stock["stage"].to_numpy(object) == "standing"
    doubled = footprints.drawn_twice(found, pairs, is_standing)
    size = np.bincount(found.building, shapely.area(found.parts), minlength=len(stock))
    more = _bra(stock, storey_height_m, storey_bra_share)
    more |= {"footprint_m2": size.astype(float)}
    more |= {"protection_code": protection(heritage, found, len(stock))}
    kept = stock.drop(columns=[name for name in more if name in stock])
    stock = pd.concat([kept, frame(more, stock.index)], axis=1)
    on = footprints.plots_under(valid(plots.geometry.to_numpy()), found, doubled, rank)
    on = pd.concat([on, _without_footprint(stock, properties)], ignore_index=True)
    on = on.assign(is_standing=is_standing[on["building"]], **_bra_here(stock, on))
    unit_building = None if units is None else homes.building_of(stock, units)
    groups = homes.homes_of_units(stock, units, unit_building, properties, home_unit_types)
    groups["plot"] = homes.placed(groups, on, properties, rank)
    groups["is_standing"] = np.append(is_standing, True)[groups["building"]]  # -1: it counts
    return Survey(
        plots=plots,
        stock=stock,
        on=on,
        homes=groups,
        properties=properties,
        found=found,
        walls=(found.building[pairs[0]], found.building[pairs[1]]),
        doubled=doubled,
        has_map=buildings is not None,
        has_register=register is not None,
        unit_building=unit_building,
        has_heritage=heritage is not None,
        notes=(*notes, *homes.unit_notes(stock, units, unit_building, groups)),
    )


def _bra(
    stock: pd.DataFrame, storey_height_m: float, storey_bra_share: float
) -> dict[str, np.ndarray]:
    """Storeys of each building and what they make of its footprint; 0 is not recorded."""
    recorded, storeys = (stock[c].to_numpy("float64") for c in ("bra_m2", "storeys_count"))
    by_height = np.maximum(np.floor(stock["height_m"].to_numpy() / storey_height_m + 0.5), 1.0)
    row, known = pd.factorize(stock["building_type_code"].to_numpy(object))
    by_type = np.array([*(STOREYS_BY_TYPE.get(code, np.nan) for code in known), np.nan])[row]
    counted = np.where(storeys > 0, storeys, by_height)
    storeys = np.where(np.isnan(counted), by_type, counted)
    return {
        "bra_m2": np.where(recorded > 0, recorded, np.nan),
        "counted_storeys": counted,
        "storeys": storeys,
        "bra_factor": storeys * storey_bra_share,
    }


def _bra_here(stock: pd.DataFrame, on: pd.DataFrame) -> dict[str, np.ndarray]:
    """BRA of a building on each plot: the register's by footprint, else from the footprint."""
    row = on["building"].to_numpy()
    recorded = stock["bra_m2"].to_numpy()[row] * on["share"].to_numpy()
    estimated = stock["bra_factor"].to_numpy()[row] * on["area_m2"].to_numpy()
    is_recorded = np.isfinite(recorded)
    return {"bra_m2": np.where(is_recorded, recorded, estimated), "is_recorded": is_recorded}


def _without_footprint(stock: pd.DataFrame, properties: Properties) -> pd.DataFrame:
    """Buildings of the register alone: whole on the largest plot of their property."""
    counts = stock["stage"].to_numpy(object) != "dropped"
    building = np.flatnonzero(counts & (stock["footprint_m2"].to_numpy() == 0))
    of_property = properties.of(stock["property_id"].to_numpy(object)[building])
    building, of_property = building[of_property >= 0], of_property[of_property >= 0]
    area = stock["built_bya_m2"].to_numpy()[building]
    row = {"building": building, "plot": properties.largest[of_property], "area_m2": area}
    return pd.DataFrame({**row, "ground_m2": area, "share": 1.0, "is_real": True})


def protection(heritage: gpd.GeoDataFrame | None, found: Footprints, count: int) -> np.ndarray:
    """Strongest protection over each building: ``protected``, ``sefrak``, ``considered``.

    Protected by kulturminneloven; in the SEFRAK register of older buildings (a notice, no
    protection); in another area of the heritage layer. None where nothing lies over it.
    """
    codes = np.full(count, None, dtype=object)
    if heritage is None or not len(heritage) or not len(found.parts):
        return codes
    told = heritage.get("protection_code", pd.Series(None, heritage.index, dtype=object))
    text = told.astype("string").fillna("").str.strip()
    is_law = text.str.contains("fredet", case=False) | text.isin(PROTECTED)
    is_law &= ~text.str.contains("ikke|uavklart|ufredet", case=False)
    is_sefrak = text.str.contains("sefrak", case=False)
    level = np.where(is_law, 2, np.where(is_sefrak, 1, 0))
    zone, part = shapely.STRtree(found.parts).query(heritage.geometry, predicate="intersects")
    strongest = np.full(count, -1)
    np.maximum.at(strongest, found.building[part], level[zone])
    names = np.array(["considered", "sefrak", "protected", None], dtype=object)
    return names[strongest]
