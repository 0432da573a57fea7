"""Numbers the lots of all strips as cadastral properties, with owners and oddities."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from boligplan_geo.sample import hinterland, lots, place
from boligplan_geo.sample.rings import polygons
from boligplan_geo.sample.streets import Strip

#: Share of standing lots of a use that are empty plots.
VACANT_SHARE = {
    "villa": 0.07, "row": 0.0, "block": 0.08, "centre": 0.06, "industry": 0.15, "farm": 0.35,
}  # fmt: skip
OWNER_OF_USE = {
    "school": "municipal", "kindergarten": "municipal", "park": "municipal",
    "cemetery": "municipal", "road": "municipal", "quay": "municipal", "health": "county",
}  # fmt: skip
FIELD_M2 = 4500.0  # a villa lot as large as this is a field that waits for its plan
LEASE_SHARE = 0.09  # of villa cells, whose lots are leased from the farm behind
FIRST_ROAD_NUMBER = 9001  # bnr of road properties


def cut_strips(
    strips: list[Strip], first_unit: np.ndarray, seed: int
) -> tuple[gpd.GeoDataFrame, np.ndarray, list[np.ndarray]]:
    """Cut all strips into parcels without numbers.

    Parameters
    ----------
    strips : list of Strip
    first_unit : (strips,) array of int
        Running number of each strip's first basic unit.
    seed : int

    Returns
    -------
    parcels : GeoDataFrame
        ``strip column layer road use_code district basic_unit geometry``; ``layer`` is -1 at
        the shore and 99 in the hinterland, ``road`` -1 where it is none.
    corners : (n, 4, 2) array
        Front and back of each (`rings.polygons`; `hinterland.yards`).
    coasts : list of (n, 2) arrays
        Shoreline of each strip, closed where the shore is.
    """
    frames, corners, coasts = [], [], []
    for strip in strips:
        rings, coast = lots.cut(strip, np.random.default_rng([seed, 21, strip.number]))
        shapes, quads = polygons(strip, rings)
        behind = hinterland.outlines(strip)
        columns = np.arange(strip.columns)
        column = np.concatenate([np.array(rings.column, dtype=int), columns])
        frames.append(
            pd.DataFrame(
                {
                    "strip": strip.number,
                    "column": column,
                    "layer": np.concatenate([rings.layer, np.full(strip.columns, 99)]),
                    "road": np.concatenate([rings.road, np.full(strip.columns, -1)]),
                    "use_code": np.concatenate([rings.use, np.full(strip.columns, "forest")]),
                    "district": strip.district[column],
                    "basic_unit": strip.basic_unit[column] + first_unit[strip.number],
                    "depth": strip.depth[column],
                    "geometry": np.concatenate([shapes, behind]),
                }
            )
        )
        corners += [quads, hinterland.yards(strip)]
        line = strip.shore.points(coast)
        coasts.append(np.concatenate([line, line[:1]]) if strip.shore.is_closed else line)
    table = pd.concat(frames, ignore_index=True)
    parcels = gpd.GeoDataFrame(table, geometry="geometry", crs=place.CRS)
    return parcels, np.concatenate(corners), coasts


def number(parcels: gpd.GeoDataFrame, *, seed: int) -> gpd.GeoDataFrame:
    """Give each parcel its property number, owner and register details.

    Returns
    -------
    GeoDataFrame
        As `place.Place.parcels`, with the columns of `cut_strips` kept.
    """
    rng = np.random.default_rng([seed, 31])
    made = parcels.copy()
    count = len(made)
    draw = rng.random((4, count))
    made["parcel_id"] = (700_000_001 + np.arange(count)).astype(str)
    made["gnr"] = made["district"].to_numpy() + 11
    is_land = (made["layer"] == 99).to_numpy()
    is_road = (made["road"] >= 0).to_numpy()
    made.loc[is_land & (made["basic_unit"] % 2 == 0) & (made["depth"] < 3), "use_code"] = "farm"
    made["bnr"] = _numbers(made, is_land, is_road)
    made["fnr"] = 0
    _lease(made, draw[0])
    _boathouses(made)
    use = made["use_code"].to_numpy()
    share = pd.Series(use).map(VACANT_SHARE).fillna(0.0).to_numpy()
    field = (use == "villa") & (made.geometry.area > FIELD_M2).to_numpy()  # not yet parted
    made["is_vacant"] = (draw[1] < share) | field
    joint = np.flatnonzero((use == "forest") & (made["strip"] > 0).to_numpy())[-1:]
    made.loc[joint, ["gnr", "bnr"]] = 0  # joint land (jordsameie) that nobody registered
    made["owner_code"] = _owners(made, draw[2])
    area = made.geometry.area.to_numpy()
    made["is_disputed"] = (draw[3] < 0.003) & ~is_road
    made["is_shared"] = (use == "common") & (made["layer"] >= 0) & (draw[3] > 0.75)
    made["is_point_lease"] = _is_point_lease(made)
    wrong = (draw[3] > 0.5) & (draw[3] < 0.512)  # the register does not know a late boundary
    made["recorded_area_m2"] = np.round(np.where(wrong, area * 0.9, area), 1)
    text = place.MUNICIPALITY_NUMBER + "-" + made["gnr"].astype(str) + "/" + made["bnr"].astype(str)
    lease = np.where(made["fnr"] > 0, "/" + made["fnr"].astype(str), "")
    made["property_id"] = text + lease
    unnumbered = made["gnr"].eq(0)
    made.loc[unnumbered, "property_id"] = (
        place.MUNICIPALITY_NUMBER + "-teig-" + made.loc[unnumbered, "parcel_id"]
    )
    made["block_id"] = _blocks(made, is_road)
    return made


def _numbers(made: gpd.GeoDataFrame, is_land: np.ndarray, is_road: np.ndarray) -> np.ndarray:
    """Number within each gnr: farms 1 …, roads from 901, lots from 10 as they were parted."""
    bnr = np.zeros(len(made), dtype=int)
    units = made["basic_unit"].to_numpy()
    first = made.groupby("gnr")["basic_unit"].transform("min").to_numpy()
    farm = units - first + 1
    # every third forest is an outfield of the farm two groups on: a property of several teiger
    outfield = (made["use_code"].to_numpy() == "forest") & (farm % 3 == 0)
    bnr[is_land] = np.where(outfield, np.maximum(farm - 2, 1), farm)[is_land]
    road = made["road"].to_numpy()
    # one property a basic unit and kind, as roads are parted field by field
    bnr[is_road] = (FIRST_ROAD_NUMBER + 3 * (farm - 1) + road)[is_road]
    lot = ~is_land & ~is_road
    running = made[lot].groupby("gnr").cumcount().to_numpy()
    bnr[lot] = running + 101
    return bnr


def _lease(made: gpd.GeoDataFrame, draw: np.ndarray) -> None:
    """Make all lots of some villa cells leaseholds of the farm or forest behind them."""
    cell = made["strip"] * 1_000_000 + made["column"] * 100 + made["layer"]
    villa = ((made["use_code"] == "villa") & (made["layer"] > 0)).to_numpy()
    first = pd.Series(draw, index=made.index).groupby(cell).transform("first").to_numpy()
    leased = villa & (first < LEASE_SHARE)
    behind = made[made["layer"] == 99].drop_duplicates(["strip", "column"])
    key = pd.MultiIndex.from_frame(made.loc[leased, ["strip", "column"]])
    parent = behind.set_index(["strip", "column"])["bnr"].reindex(key).to_numpy()
    made.loc[leased, "bnr"] = parent
    made.loc[leased, "fnr"] = made[leased].groupby(["gnr", "bnr"]).cumcount() + 1


def _is_point_lease(made: gpd.GeoDataFrame) -> np.ndarray:
    """The smallest leasehold is one of a point (punktfeste): its boundary was never measured."""
    area = made.geometry.area.where(made["fnr"] > 0)
    smallest: np.ndarray = (area == area.min()).to_numpy()
    return smallest


def _boathouses(made: gpd.GeoDataFrame) -> None:
    """Give narrow lots at the shore to villas of the same column: properties of two teiger."""
    narrow = (made["layer"] == -1) & (made["use_code"] == "common") & (made.geometry.area < 900)
    villa = (made["layer"] == 0) & (made["use_code"] == "villa") & (made["fnr"] == 0)
    key = ["strip", "column", "order"]
    shore = made.loc[narrow, ["strip", "column"]]
    shore["order"] = shore.groupby(["strip", "column"]).cumcount()
    homes = made.loc[villa, ["strip", "column", "bnr"]]
    homes["order"] = homes.groupby(["strip", "column"]).cumcount()
    found = homes.set_index(key)["bnr"].reindex(pd.MultiIndex.from_frame(shore[key])).to_numpy()
    known = ~np.isnan(found)
    made.loc[shore.index[known], "bnr"] = found[known].astype(int)


def _owners(made: gpd.GeoDataFrame, draw: np.ndarray) -> np.ndarray:
    """Draw one owner class a property: fixed by use, else mostly private."""
    by_use = made["use_code"].map(OWNER_OF_USE)
    chance = np.select(
        [draw < 0.05, draw < 0.075, draw < 0.085], ["municipal", "other", "state"], "private"
    )
    chance = np.where(made["use_code"] == "common", "other", chance)
    owner = by_use.where(by_use.notna(), pd.Series(chance, index=made.index))
    owner = owner.mask(made["road"] == 0, "county")
    per_property = owner.groupby([made["gnr"], made["bnr"], made["fnr"]]).transform("first")
    return per_property.to_numpy(dtype=object)


def _blocks(made: gpd.GeoDataFrame, is_road: np.ndarray) -> np.ndarray:
    """Key of the land between streets with one use; empty for roads."""
    parts = [made[name].astype(str) for name in ("strip", "column", "layer", "use_code")]
    key = parts[0] + "-" + parts[1] + "-" + parts[2] + "-" + parts[3]
    return np.where(is_road, "", key.to_numpy(dtype=object))


def blocks(parcels: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Join the parcels of each block.

    Returns
    -------
    GeoDataFrame
        Index ``block_id``: ``use_code district_id is_vacant geometry``.
    """
    built = parcels[parcels["block_id"] != ""].sort_values("block_id", kind="stable")
    first = ~built["block_id"].duplicated().to_numpy()
    starts = np.flatnonzero(first)
    shapes = built.geometry.to_numpy()
    groups = np.split(shapes, starts[1:])
    joined = [g[0] if len(g) == 1 else shapely.coverage_union_all(g) for g in groups]
    table = built[first].set_index("block_id")[["use_code", "district_id"]]
    table["is_vacant"] = built.groupby("block_id")["is_vacant"].all()
    return gpd.GeoDataFrame(table, geometry=np.array(joined, dtype=object), crs=place.CRS)
