"""Zones of `facts.constraints`: each input layer in the codes of ``codes/zones.csv``."""

from __future__ import annotations

import re

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from boligplan_geo.geometry import Geometries, overlap_pieces
from boligplan_geo.rules import precedence
from boligplan_geo.zone_treatments import KEYS

LANDSLIDE_YEARS = (100, 1000, 5000)  # TEK17 § 7-3: S1, S2 (10 homes or fewer), S3
FLOOD_YEARS = 200  # TEK17 § 7-2: F2, ordinary housing
NOISE_ZONES = {"g": "yellow", "gul": "yellow", "r": "red", "rød": "red", "rod": "red"}

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

#: Treatments that leave a trace on land; the others are read elsewhere.
_TREATED = ("hard", "hard_s3", "hard_unless_deviation", "soft", "height_cap")


def treated(zones: gpd.GeoDataFrame, treatment: pd.DataFrame) -> gpd.GeoDataFrame:
    """Give zones their treatment by the most specific row, and drop what takes or flags nothing."""
    rows = treatment.drop_duplicates(KEYS).set_index(KEYS)
    kinds = pd.MultiIndex.from_frame(zones[[*KEYS, "class_code"]].astype(str))
    chosen = {kind: _row(rows.index, *kind) for kind in kinds.unique()}
    found = rows.loc[[chosen[kind] for kind in kinds]]
    does = found["treatment"].to_numpy(object)
    result = zones[["layer", "zone_code", "plan_id", "told", "geometry"]].reset_index(drop=True)
    result["treatment"] = does
    result["is_hard"] = np.isin(does, ["hard", "hard_unless_deviation"])
    result["is_hard_s3"] = result["is_hard"] | (does == "hard_s3")
    result["treatment_reason"] = found["treatment_reason"].to_numpy(object)
    return result[np.isin(does, _TREATED)]


def _row(known: pd.MultiIndex, layer: str, group: str, code: str, kind: str) -> tuple[str, ...]:
    """Key of the most specific row of the table."""
    for key in ((group, code), ("*", code), (group, kind), ("*", kind), (group, "*")):
        if (layer, *key) in known:
            return (layer, *key)
    return (layer, "*", "*")


def plan_zones(
    zones: gpd.GeoDataFrame,
    plans: pd.DataFrame | None,
    treatment: pd.DataFrame,
    as_of: str | None,
) -> gpd.GeoDataFrame:
    """Hensynssoner of plans in force; what kind of H190, H210, H310 it is, their text may tell.

    Land is reserved pending a plan (H710) until a date: after it, the zone is a consideration.
    """
    zones = zones[precedence.order(zones, plans)["in_force"].to_numpy(dtype=bool)]
    digits = _text(zones, "zone_code").str.extract(r"(\d{3})", expand=False).fillna("")
    group = _text(zones, "zone_group_code")
    group = group.mask(group == "", digits.str[:1].map(GROUPS).fillna(""))
    told = (_text(zones, "zone_name") + " " + _text(zones, "description")).str.casefold()
    code = digits.copy()
    worded = treatment[(treatment["layer"] == "plan_zones") & (treatment["told"] != "")]
    for row in worded.to_dict("records"):  # first row that fits
        is_base = (code == row["zone_code"].partition("_")[0]) & (group == row["group_code"])
        code = code.mask(is_base & told.str.contains(_pattern(row["told"])), row["zone_code"])
    if as_of is not None:
        until = pd.to_datetime(_column(zones, "until_date"), errors="coerce", utc=True)
        is_over = (code == "710") & (until < pd.to_datetime(as_of, utc=True))
        code = code.mask(is_over, "710_lapsed")
    # restriction areas of pbl 1985 have a number space of their own
    shown = code.mask(group == "restriksjon", "restriksjon_" + digits).mask(code == "", group)
    return _zones("plan_zones", zones, group=group, code=shown, kind=code, told=told)


def _pattern(words: str) -> str:
    """Words as a pattern; figures stand alone, so that 1/100 is not found in 1/1000."""
    told = [re.escape(word) for word in words.casefold().split("|") if word]
    return "|".join(rf"(?<!\w){w}(?!\w)" if re.search(r"\d", w) else w for w in told)


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


def one_kind(layer: str, code: str, geometries: Geometries, crs: object) -> gpd.GeoDataFrame:
    """Zones of one code that no input layer holds."""
    zones = gpd.GeoDataFrame(geometry=geometries, crs=crs)
    return _zones(layer, zones, code=pd.Series(code, index=zones.index, dtype=object))


def above_noise_limit(zones: pd.DataFrame) -> np.ndarray:
    """Which zones lie above the yellow limit of T-1442, red and deviation areas among them."""
    code = zones["zone_code"].astype(str)
    mapped = (zones["layer"] == "noise") & code.str.contains("yellow|red")
    planned = (zones["layer"] == "plan_zones") & code.str.match("2[12]0")
    return (mapped | planned).to_numpy(dtype=bool)


def deviation_areas(zones: gpd.GeoDataFrame | None, plans: pd.DataFrame | None) -> Geometries:
    """Bestemmelsesområder in which the plan departs from the red noise limit (T-1442)."""
    if zones is None:
        return np.empty(0, dtype=object)
    zones = zones[precedence.order(zones, plans)["in_force"].to_numpy(dtype=bool)]
    told = (_text(zones, "zone_type") + " " + _text(zones, "description")).str.casefold()
    is_deviation = told.str.contains("avvik") & told.str.contains("støy|stoy")
    return zones.geometry.to_numpy()[is_deviation.to_numpy(dtype=bool)]


def with_deviation(zones: gpd.GeoDataFrame, areas: Geometries) -> gpd.GeoDataFrame:
    """Red noise inside a deviation area is soft, with conditions, where the table lets it be."""
    is_red = zones["treatment"].eq("hard_unless_deviation")
    red = zones[is_red]
    if not len(areas) or not len(red):
        return zones
    whole = red.geometry.to_numpy()
    i, _, pieces = overlap_pieces(whole, np.array([shapely.union_all(areas)]))
    inside = red.iloc[i].assign(
        geometry=pieces, is_hard=False, is_hard_s3=False, treatment_reason="noise_deviation"
    )
    inside["zone_code"] = inside["zone_code"].astype(str) + "_deviation"
    outside = red.geometry.to_numpy().copy()
    outside[i] = shapely.difference(whole[i], pieces)
    red = red.assign(geometry=outside)[~shapely.is_empty(outside)]
    return pd.concat([zones[~is_red], red, inside], ignore_index=True)


def _zones(
    layer: str,
    zones: gpd.GeoDataFrame,
    *,
    code: pd.Series,
    group: pd.Series | None = None,
    kind: pd.Series | None = None,
    told: pd.Series | None = None,
) -> gpd.GeoDataFrame:
    columns = {
        "layer": layer,
        "group_code": "*" if group is None else group.to_numpy(object),
        "zone_code": code.to_numpy(object),
        "class_code": (code if kind is None else kind).to_numpy(object),
        "plan_id": _column(zones, "plan_id").to_numpy(object),
        "told": "" if told is None else told.to_numpy(object),
    }
    frame = pd.DataFrame(columns, index=range(len(zones)))
    return gpd.GeoDataFrame(frame, geometry=zones.geometry.to_numpy(), crs=zones.crs)


def _column(frame: pd.DataFrame, name: str) -> pd.Series:
    return frame[name] if name in frame else pd.Series(np.nan, index=frame.index, dtype=object)


def _text(frame: pd.DataFrame, name: str) -> pd.Series:
    values = _column(frame, name)
    return values.astype(object).where(values.notna(), "").astype(str)
