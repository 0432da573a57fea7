"""The register of buildings and units that goes with the footprints, faults and all."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd

from boligplan_geo.sample import place

NEWEST_YEAR = 2024
STATUS_SHARE = {"FA": 0.80, "TB": 0.135, "MB": 0.02, "IG": 0.02, "RA": 0.01, "BR": 0.015}
USE_AREA_SHARE = 0.87  # of footprint × storeys
OTHER_TYPES = ("181", "183", "241")


def register_buildings(
    footprints: pd.DataFrame, parcels: gpd.GeoDataFrame, *, seed: int
) -> tuple[gpd.GeoDataFrame, pd.DataFrame]:
    """Number buildings and write what the register says of each.

    Parameters
    ----------
    footprints : DataFrame
        ``lot building_type_code storeys_count homes_count geometry``.
    parcels : GeoDataFrame
        Whose rows `lot` counts.
    seed : int

    Returns
    -------
    buildings : GeoDataFrame
        As `place.Place.buildings`: without those demolished, but for a few that the map still
        has; a few are not in the register.
    register : DataFrame
        As `place.Place.register`: some without use area, some demolished.
    """
    rng = np.random.default_rng([seed, 41])
    count = len(footprints)
    table = footprints.copy()
    lot = table["lot"].to_numpy()
    table["building_id"] = (300_000_001 + np.arange(count)).astype(str)
    table["parcel_id"] = parcels["parcel_id"].to_numpy()[lot]
    table["property_id"] = parcels["property_id"].to_numpy()[lot]
    codes = list(STATUS_SHARE)
    table["building_status_code"] = rng.choice(codes, count, p=list(STATUS_SHARE.values()))
    area = gpd.GeoSeries(table["geometry"]).area.to_numpy()
    table["built_bya_m2"] = np.round(area).astype(int)
    bra = np.round(area * table["storeys_count"] * USE_AREA_SHARE * rng.uniform(0.94, 1.03, count))
    is_home = (table["homes_count"] > 0).to_numpy()
    table["bra_m2"] = np.where(rng.random(count) < 0.03, np.nan, bra)
    is_mixed = table["building_type_code"].eq("145").to_numpy()
    share = np.where(is_mixed, (table["storeys_count"] - 1) / table["storeys_count"], 1.0)
    table["bra_homes_m2"] = np.where(is_home, np.round(table["bra_m2"] * share), 0.0)
    table["built_year"] = _years(table, parcels, rng)
    draw = rng.random(count)
    gone = table["building_status_code"].eq("BR").to_numpy()
    # demolished ones have left the map, but for some; some new ones are not registered
    buildings = table[~gone | (draw < 0.15)]
    register = table[(draw > 0.004) | gone]
    keep = ["building_id", "building_type_code", "building_status_code", "parcel_id", "geometry"]
    columns = [
        "building_id", "property_id", "building_type_code", "building_status_code",
        "storeys_count", "bra_m2", "bra_homes_m2", "built_bya_m2", "homes_count", "built_year",
    ]  # fmt: skip
    shapes = gpd.GeoDataFrame(buildings[keep], geometry="geometry", crs=place.CRS)
    return shapes.reset_index(drop=True), register[columns].reset_index(drop=True)


def _years(table: pd.DataFrame, parcels: gpd.GeoDataFrame, rng: np.random.Generator) -> np.ndarray:
    """Year built: streets are built up one after the other, the lowest first."""
    layer = parcels["layer"].to_numpy()[table["lot"]].clip(-1, 5)
    base = np.array([1925, 1938, 1958, 1974, 1988, 1990, 1955])[layer + 1]
    year = base + rng.integers(-12, 22, len(table))
    renewed = rng.random(len(table)) < 0.12
    year = np.where(renewed, rng.integers(1995, NEWEST_YEAR + 1, len(table)), year)
    new = table["building_status_code"].isin(["IG", "RA", "MB"])
    return np.where(new, NEWEST_YEAR, np.minimum(year, NEWEST_YEAR)).astype(int)


def register_units(register: pd.DataFrame, *, seed: int) -> pd.DataFrame:
    """List the units (bruksenheter) of each building: homes, shops, and garages unnumbered.

    Returns
    -------
    DataFrame
        As `place.Place.units`.
    """
    rng = np.random.default_rng([seed, 43])
    homes = register["homes_count"].to_numpy()
    kind = register["building_type_code"].to_numpy()
    mixed = kind == "145"
    extra = np.where(homes == 0, 1, np.where(mixed, 2, 0))  # a shop or two below the homes
    of = np.repeat(np.arange(len(register)), homes + extra)
    order = np.arange(len(of)) - np.repeat(np.cumsum(homes + extra) - homes - extra, homes + extra)
    is_home = order >= extra[of]
    storeys = register["storeys_count"].to_numpy()
    place_in = np.where(is_home, order - extra[of], order)
    first = np.where(mixed & (homes > 0), 2, 1)  # homes begin above the shops
    levels = np.maximum(storeys - first + 1, 1)
    per_level = np.maximum(-(-homes // levels), 1)
    storey = np.where(is_home, first[of] + place_in // per_level[of], 1)
    on_storey = np.where(is_home, place_in % per_level[of], place_in) + 1
    other = np.where(np.isin(kind[of], OTHER_TYPES), "U", "A")
    code = np.where(is_home, "B", other)
    unapproved = is_home & (kind[of] == "111") & (rng.random(len(of)) < 0.006)
    code = np.where(unapproved, "I", code)
    bra_of_homes = (register["bra_homes_m2"] / register["homes_count"].clip(lower=1)).to_numpy()
    bra = np.where(is_home, bra_of_homes[of] * rng.uniform(0.85, 1.0, len(of)), np.nan)
    ids = register["building_id"].to_numpy()[of]
    numbers = [f"H{s:02d}{n:02d}" for s, n in zip(storey, on_storey, strict=True)]
    return pd.DataFrame(
        {
            "unit_id": (500_000_001 + np.arange(len(of))).astype(str),
            "building_id": ids,
            "property_id": register["property_id"].to_numpy()[of],
            "unit_type_code": code,
            "unit_number": np.where(code == "U", "", np.array(numbers, dtype=object)),
            "bra_m2": np.round(bra),
            "rooms_count": np.where(is_home, np.clip(np.nan_to_num(bra, nan=70) // 24, 1, 6), 0),
        }
    ).astype({"rooms_count": int})
