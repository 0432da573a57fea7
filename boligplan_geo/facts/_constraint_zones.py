"""Zones of `facts.constraints`: each input layer in the codes of ``codes/zones.csv``."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from boligplan_geo.geometry import Geometries, overlap_pieces
from boligplan_geo.rules import precedence, purposes

LANDSLIDE_YEARS = (100, 1000, 5000)  # TEK17 § 7-3: S1, S2 (10 homes or fewer), S3
FLOOD_YEARS = 200  # TEK17 § 7-2: F2, ordinary housing
NOISE_ZONES = {"g": "yellow", "gul": "yellow", "r": "red", "rød": "red", "rod": "red"}
BUILDING_LINES = ("1111", "1211")  # byggegrense in kommuneplan and reguleringsplan

#: Group of a hensynssone by the first digit of its code, where the group was not given.
GROUPS = {
    "1": "sikring",
    "2": "stoy",
    "3": "fare",
    "4": "infrastruktur",
    "5": "angitt_hensyn",
    "7": "bandlegging",
    "8": "gjennomforing",
    "9": "detaljering",
}

#: Purposes of sea and watercourse: first digit, by regime.
SEA = {"kp2008": "6", "rp2008": "6", "kp1985": "5"}

_KEYS = ["layer", "group_code", "zone_code"]


@cache
def treatments() -> pd.DataFrame:
    """The default treatment of zones (``codes/zones.csv``); copy and edit it to differ.

    Returns
    -------
    DataFrame
        ``layer group_code zone_code treatment treatment_reason nb en source``. `treatment` is
        ``hard`` (takes land), ``soft`` (flags it), ``phasing`` or ``signal`` (read elsewhere),
        or ``none``. ``*`` stands for every group or code that has no row of its own.
    """
    source = files("boligplan_geo").joinpath("codes/zones.csv").read_text("utf-8")
    return pd.DataFrame(list(csv.DictReader(source.splitlines())))


def treated(zones: gpd.GeoDataFrame, treatment: pd.DataFrame) -> gpd.GeoDataFrame:
    """Give zones their treatment by the most specific row, and drop what takes or flags nothing."""
    rows = treatment.drop_duplicates(_KEYS).set_index(_KEYS)
    kinds = pd.MultiIndex.from_frame(zones[[*_KEYS, "class_code"]].astype(str))
    chosen = {kind: _row(rows.index, *kind) for kind in kinds.unique()}
    found = rows.loc[[chosen[kind] for kind in kinds]]
    result = zones[["layer", "zone_code", "geometry"]].reset_index(drop=True)
    result.insert(2, "is_hard", found["treatment"].eq("hard").to_numpy(dtype=bool))
    result.insert(3, "treatment_reason", found["treatment_reason"].to_numpy(object))
    return result[found["treatment"].isin(["hard", "soft"]).to_numpy(dtype=bool)]


def _row(known: pd.MultiIndex, layer: str, group: str, code: str, kind: str) -> tuple[str, ...]:
    """Key of the most specific row of the table."""
    for key in ((group, code), ("*", code), (group, kind), ("*", kind), (group, "*")):
        if (layer, *key) in known:
            return (layer, *key)
    return (layer, "*", "*")


def plan_zones(zones: gpd.GeoDataFrame, plans: pd.DataFrame | None) -> gpd.GeoDataFrame:
    """Hensynssoner of plans in force; quick clay is told by its name or description."""
    zones = zones[precedence.order(zones, plans)["in_force"].to_numpy(dtype=bool)]
    digits = _text(zones, "zone_code").str.extract(r"(\d{3})", expand=False).fillna("")
    group = _text(zones, "zone_group_code")
    group = group.mask(group == "", digits.str[:1].map(GROUPS).fillna(""))
    told = (_text(zones, "zone_name") + " " + _text(zones, "description")).str.casefold()
    is_clay = (group == "fare") & told.str.contains("kvikkleire")
    code = digits.mask(is_clay, "310_quick_clay")
    # restriction areas of pbl 1985 have a number space of their own
    shown = code.mask(group == "restriksjon", "restriksjon_" + digits).mask(code == "", group)
    return _zones("plan_zones", zones, group=group, code=shown, kind=code)


def hazard_zones(zones: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Hazard zones by kind and return period."""
    kind = _text(zones, "hazard_kind_code")
    years = pd.to_numeric(_column(zones, "return_period_years")).to_numpy(dtype=float)
    is_susceptible = _column(zones, "is_susceptibility").eq(True).to_numpy(dtype=bool)
    limit = np.searchsorted(LANDSLIDE_YEARS, years)
    slide = np.array(["_100", "_1000", "_5000", "_rare"], dtype=object)[np.minimum(limit, 3)]
    flood = np.where(years <= FLOOD_YEARS, "_200", "_rare")
    surge = np.where(years > FLOOD_YEARS, "_rare", "")
    unknown = np.isnan(years)
    suffix = np.select(
        [is_susceptible, kind == "landslide", kind == "flood", kind == "storm_surge"],
        [
            np.full(len(zones), "_susceptibility", dtype=object),
            np.where(unknown, "_unknown", slide),
            np.where(unknown, "_unknown", flood),
            surge,
        ],
        "",
    )
    return _zones("hazard_zones", zones, code=kind + suffix)


def noise(zones: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Noise zones by source and colour."""
    source = _text(zones, "noise_source_code").str.casefold()
    colour = _text(zones, "noise_zone_code").str.casefold().replace(NOISE_ZONES)
    return _zones("noise", zones, group=source, code=source + "_" + colour, kind=colour)


def heritage(zones: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Protected heritage by its protection; what is neither decided nor known is soft."""
    code = _text(zones, "protection_code")
    told = code.str.casefold()
    is_protected = told.str.contains("fredet") & ~told.str.contains("ikke|uavklart|ufredet")
    kind = code.mask(is_protected, "fredet")
    return _zones("heritage", zones, code=code.mask(code == "", "unknown"), kind=kind)


def deviation_areas(zones: gpd.GeoDataFrame | None, plans: pd.DataFrame | None) -> Geometries:
    """Bestemmelsesområder in which the plan departs from the red noise limit (T-1442)."""
    if zones is None:
        return np.empty(0, dtype=object)
    zones = zones[precedence.order(zones, plans)["in_force"].to_numpy(dtype=bool)]
    told = (_text(zones, "zone_type") + " " + _text(zones, "description")).str.casefold()
    is_deviation = told.str.contains("avvik") & told.str.contains("støy|stoy")
    return zones.geometry.to_numpy()[is_deviation.to_numpy(dtype=bool)]


def with_deviation(zones: gpd.GeoDataFrame, areas: Geometries) -> gpd.GeoDataFrame:
    """Red noise inside a deviation area is soft, with conditions; aircraft noise stays hard."""
    is_red = zones["treatment_reason"].eq("noise_red") & zones["is_hard"]
    is_red &= ~zones["zone_code"].astype(str).str.startswith("aircraft")
    red = zones[is_red]
    if not len(areas) or not len(red):
        return zones
    whole = red.geometry.to_numpy()
    i, _, pieces = overlap_pieces(whole, np.array([shapely.union_all(areas)]))
    inside = red.iloc[i].assign(geometry=pieces, is_hard=False, treatment_reason="noise_deviation")
    inside["zone_code"] = inside["zone_code"].astype(str) + "_deviation"
    outside = red.geometry.to_numpy().copy()
    outside[i] = shapely.difference(whole[i], pieces)
    red = red.assign(geometry=outside)[~shapely.is_empty(outside)]
    return pd.concat([zones[~is_red], red, inside], ignore_index=True)


def coast_belt(
    coastline: gpd.GeoDataFrame,
    plan_lines: gpd.GeoDataFrame | None,
    plan_areas: gpd.GeoDataFrame | None,
    plans: pd.DataFrame | None,
    belt_m: float,
) -> gpd.GeoDataFrame:
    """Land within `belt_m` of the shore; apart, where the plan area has a building line.

    The belt reaches to both sides of the line and leaves out what plans zone as sea; of the
    rest only net plot counts. A plan area zoned for buildings has a byggegrense where a line
    1111 or 1211 of the same plan passes through it inside the belt.
    """
    belt = shapely.union_all(shapely.buffer(coastline.geometry.to_numpy(), belt_m))
    freed = np.empty(0, dtype=object)
    if plan_areas is not None:
        areas = plan_areas[precedence.order(plan_areas, plans)["in_force"].to_numpy(dtype=bool)]
        near = shapely.intersects(areas.geometry.to_numpy(), belt)
        areas = areas[near]
        first = _text(areas, "land_use_code").str[:1]
        is_sea = (first == areas["regime_code"].map(SEA)).to_numpy(dtype=bool)
        sea = shapely.union_all(areas.geometry.to_numpy()[is_sea])
        belt = shapely.difference(belt, sea)
        freed = _with_building_line(areas, plan_lines, belt)
    lined = shapely.intersection(belt, shapely.union_all(freed))
    parts = [shapely.difference(belt, lined), lined]
    zones = gpd.GeoDataFrame(
        {"zone_code": ["belt_100m", "belt_100m_building_line"]}, geometry=parts, crs=coastline.crs
    )
    zones = zones[~zones.is_empty]
    return _zones("coastline", zones, code=zones["zone_code"])


def _with_building_line(
    areas: gpd.GeoDataFrame, plan_lines: gpd.GeoDataFrame | None, belt: shapely.Geometry
) -> Geometries:
    """Plan areas zoned for buildings through which a byggegrense of their plan passes."""
    if plan_lines is None or not len(plan_lines):
        return np.empty(0, dtype=object)
    lines = plan_lines[_text(plan_lines, "line_code").isin(BUILDING_LINES).to_numpy(dtype=bool)]
    lines = lines[shapely.intersects(lines.geometry.to_numpy(), belt)]
    purpose = purposes.described(areas["regime_code"], areas["land_use_code"])
    areas = areas[purpose["counts_as_plot"].eq(True).to_numpy(dtype=bool)]
    tree = shapely.STRtree(lines.geometry.to_numpy())
    area, line = tree.query(areas.geometry.to_numpy(), predicate="intersects")
    plan_of_area, plan_of_line = (t["plan_id"].to_numpy(object) for t in (areas, lines))
    same_plan = plan_of_area[area] == plan_of_line[line]
    return areas.geometry.to_numpy()[np.unique(area[same_plan])]


def _zones(
    layer: str,
    zones: gpd.GeoDataFrame,
    *,
    code: pd.Series,
    group: pd.Series | None = None,
    kind: pd.Series | None = None,
) -> gpd.GeoDataFrame:
    columns = {
        "layer": layer,
        "group_code": "*" if group is None else group.to_numpy(object),
        "zone_code": code.to_numpy(object),
        "class_code": (code if kind is None else kind).to_numpy(object),
    }
    frame = pd.DataFrame(columns, index=range(len(zones)))
    return gpd.GeoDataFrame(frame, geometry=zones.geometry.to_numpy(), crs=zones.crs)


def _column(frame: pd.DataFrame, name: str) -> pd.Series:
    return frame[name] if name in frame else pd.Series(np.nan, index=frame.index, dtype=object)


def _text(frame: pd.DataFrame, name: str) -> pd.Series:
    values = _column(frame, name)
    return values.astype(object).where(values.notna(), "").astype(str)
