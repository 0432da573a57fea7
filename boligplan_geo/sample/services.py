"""Districts, their centres, stops and services, with names that are plainly invented."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from boligplan_geo.sample import place
from boligplan_geo.sample.network_lines import node, street_t
from boligplan_geo.sample.streets import Strip

DISTRICT_NAMES = ("Sundøybyen", "Oppdiktneset", "Eksempelstranda", "Tenkvika", "Mønsterlia")
FIELD_NAME, FIELD_UNIT = "Prøvefeltet", "9900"  # the truth field's grunnkrets
STREET_STEMS = (
    "Tenk", "Mønster", "Eksempel", "Prøve", "Skisse", "Papir", "Lerret", "Modell", "Utkast",
    "Fabel", "Linjal", "Passer",
)  # fmt: skip
STREET_ENDINGS = ("vegen", "gata", "bakken", "stien")
SERVICE_OF_USE = {"shop": "grocery", "school": "school", "kindergarten": "kindergarten",
                  "health": "health"}  # fmt: skip
SERVICE_NAMES = {"grocery": "dagligvare", "school": "skole", "kindergarten": "barnehage",
                 "health": "helsehus"}  # fmt: skip


def district_name(number: int) -> str:
    """Name of a district; beyond the first five they come again with a number.

    Examples
    --------
    >>> district_name(0), district_name(7)
    ('Sundøybyen', 'Eksempelstranda 2')
    """
    name = DISTRICT_NAMES[number % len(DISTRICT_NAMES)]
    again = number // len(DISTRICT_NAMES)
    return name if not again else f"{name} {again + 1}"


def street_names(strips: list[Strip]) -> dict[tuple[int, int, int], str]:
    """Name each street by (strip, district, level)."""
    names = {}
    for strip in strips:
        for district in np.unique(strip.district):
            names[strip.number, int(district), -1] = "Sundøyvegen"
            for level in range(4):
                turn = int(district) * 5 + level
                stem = STREET_STEMS[turn % len(STREET_STEMS)]
                ending = STREET_ENDINGS[(turn + level) % len(STREET_ENDINGS)]
                names[strip.number, int(district), level] = stem + ending
    return names


def basic_units(parcels: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Join parcels to grunnkretser: groups of columns from the shore to the ridge.

    Returns
    -------
    GeoDataFrame
        Index ``basic_unit_id``: ``name district_id geometry``, by running number.
    """
    order = np.argsort(parcels["basic_unit"].to_numpy(), kind="stable")
    unit = parcels["basic_unit"].to_numpy()[order]
    first = np.flatnonzero(np.append(True, np.diff(unit) > 0))
    shapes = parcels.geometry.to_numpy()[order]
    joined = [shapely.coverage_union_all(group) for group in np.split(shapes, first[1:])]
    district = parcels["district"].to_numpy()[order][first]
    within = pd.Series(district).groupby(district).cumcount().to_numpy()
    running = np.arange(len(first))
    fits = within.max() < 99 and district.max() < 99
    codes = (district + 1) * 100 + within + 1 if fits else running + 1
    letters = [f"{district_name(d)} {k + 1}" for d, k in zip(district, within, strict=True)]
    table = pd.DataFrame({"name": letters, "district_id": district_ids(district)})
    table.index = pd.Index(
        [f"{place.MUNICIPALITY_NUMBER}{code:04d}" for code in codes], name="basic_unit_id"
    )
    made = gpd.GeoDataFrame(table, geometry=np.array(joined, dtype=object), crs=place.CRS)
    return made.sort_index()


def with_field_unit(
    units: gpd.GeoDataFrame, field: shapely.Polygon, islet: shapely.Polygon
) -> gpd.GeoDataFrame:
    """Part the truth field off as a grunnkrets of its own, in no district.

    So its homes are in no district's figures, and no district's figures are theirs.
    """
    shapes = units.geometry.to_numpy().copy()
    meets = np.flatnonzero(shapely.intersects(shapes, field))
    rest = shapely.difference(shapes[meets], field)
    shapes[meets] = shapely.set_precision(rest, 0.001, mode="pointwise")
    own = gpd.GeoDataFrame(
        {"name": [FIELD_NAME], "district_id": [None]},
        geometry=[shapely.multipolygons([field, islet])],
        index=pd.Index([f"{place.MUNICIPALITY_NUMBER}{FIELD_UNIT}"], name=units.index.name),
        crs=units.crs,
    )
    others = units.set_geometry(gpd.GeoSeries(shapes, index=units.index, crs=units.crs))
    return gpd.GeoDataFrame(pd.concat([others, own]))


def district_ids(number: np.ndarray) -> list[str]:
    """Ids of districts from their running numbers.

    Examples
    --------
    >>> district_ids(np.array([0, 11]))
    ['01', '12']
    """
    return [f"{n + 1:02d}" for n in number]


def districts(units: gpd.GeoDataFrame, strips: list[Strip], modules: int) -> gpd.GeoDataFrame:
    """Join grunnkretser to districts and give each its centre.

    Returns
    -------
    GeoDataFrame
        As `place.Place.districts`.
    """
    rows = []
    for strip in strips:
        for column in np.flatnonzero(strip.centre_distance == 0):
            number = int(strip.district[column])
            start, end = strip.middle[column], strip.middle[column + 1]
            s = np.linspace(start, end, 5)[2]
            at = strip.shore.points(np.array([[s, street_t(0)]]))[0]
            is_town = number == 0
            rows.append(
                {
                    "district_id": f"{number + 1:02d}",
                    "name": district_name(number),
                    "side_code": strip.shore.side_code,
                    "centre_id": f"SENTER-{number + 1:02d}",
                    "centre_name": f"{district_name(number)} sentrum"
                    if is_town
                    else f"{district_name(number)} bydelssenter",
                    "centre_level_code": "town" if is_town else "district",
                    "centre_easting_m": at[0],
                    "centre_northing_m": at[1],
                }
            )
    table = pd.DataFrame(rows).set_index("district_id").sort_index()
    shapes = units.groupby("district_id")["geometry"].agg(
        lambda group: shapely.coverage_union_all(np.asarray(group))
    )
    return gpd.GeoDataFrame(table, geometry=shapes.reindex(table.index), crs=place.CRS)


def stops(strips: list[Strip]) -> gpd.GeoDataFrame:
    """Bus stops along the coast road and beside each centre, most departures at centres."""
    points, departures, names = [], [], []
    for strip in strips:
        for boundary in range(strip.columns):
            if strip.kinds[boundary] == "edge":
                continue
            distance = abs(int(strip.centre_distance[boundary]))
            if strip.depth[boundary] == 0 or (distance > 1 and boundary % 2):
                continue
            level = 0 if distance == 1 and strip.depth[boundary] > 0 else -1
            points.append(node(strip, boundary, level))
            departures.append({0: 8.0, 1: 6.0, 2: 4.0, 3: 4.0}.get(distance, 2.0))
            names.append(
                f"{district_name(int(strip.district[boundary]))} holdeplass {boundary + 1}"
            )
    ids = [f"NSR:StopPlace:{9_990_001 + k}" for k in range(len(points))]
    table = pd.DataFrame({"stop_id": ids, "name": names, "departures_per_hour": departures})
    return gpd.GeoDataFrame(table, geometry=shapely.points(np.array(points)), crs=place.CRS)


def services(parcels: gpd.GeoDataFrame, corners: np.ndarray) -> gpd.GeoDataFrame:
    """Shops, schools, kindergartens and health centres, at the middle of their fronts."""
    kind = parcels["use_code"].map(SERVICE_OF_USE)
    chosen = np.flatnonzero(kind.notna())
    front = np.round((corners[chosen, 0] + corners[chosen, 1]) / 2, 2)
    kinds = kind.to_numpy()[chosen]
    district = parcels["district"].to_numpy()[chosen]
    names = [f"{district_name(d)} {SERVICE_NAMES[k]}" for d, k in zip(district, kinds, strict=True)]
    table = pd.DataFrame(
        {
            "service_id": [f"TJ-{n + 1:04d}" for n in range(len(chosen))],
            "kind": kinds,
            "name": names,
        }
    )
    return gpd.GeoDataFrame(table, geometry=shapely.points(front), crs=place.CRS)
