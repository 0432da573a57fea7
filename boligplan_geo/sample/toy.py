"""The toy town: eight plots worked by hand, for doctests and tests; fictional.

A street runs east along y = 35 m; everything rises 10 % towards the east (z = 10 + x / 10).
South of it lie the plots 1/1 to 1/4, north of it 1/5 to 1/8, each 20 m wide and 30 m deep::

    y
    70 +-------+-------+-------+-------+      1/5, 1/6: newer plan R1, 40 % BYA, 4 storeys
       |  1/5  |  1/6  |  1/7  |  1/8  |      1/7: kommuneplan, 30 % BYA, 2 storeys
    40 +-------+-------+-------+-------+      1/8: friomraade (green) only
       = = = = = street, 10 m = = = = = =
    30 +-------+-------+-------+---+---+      1/1 to 1/3: kommuneplan, 30 % BYA, 2 storeys
       |  1/1  |  1/2  |  1/3  | 1/|4  |      1/4: west half housing, east half green
     0 +-------+-------+-------+---+---+      1/1, 1/2: zone #1, at most 3 homes a plot
       0       20      40      60      80  x

The lower quarter of 1/1 (150 m²) is landslide zone 1/1000. The stop is at x = 100, the centre
at x = 120, both on the street.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
from shapely import LineString, Point, Polygon, box
from shapely.geometry.base import BaseGeometry

from boligplan_geo.municipality import Municipality
from boligplan_geo.raster import Grid

CRS = "EPSG:25833"
LEFT, BOTTOM = 600_000.0, 7_700_000.0  # easting and northing of the toy's (0, 0) [m]
PLAN_ID, NEWER_PLAN_ID = "9999-KPA", "9999-R1"


def toy_town() -> Municipality:
    """Build the toy town in memory: every number on it can be worked by hand.

    Returns
    -------
    Municipality
        Fictional, in EPSG:25833, with its (0, 0) at (`LEFT`, `BOTTOM`).

    Examples
    --------
    >>> town = toy_town()
    >>> town.plots.area.unique().tolist()
    [600.0]
    >>> town.plots.index[0], town.plots.index[-1]
    ('9999-1/1', '9999-1/8')
    >>> town.buildings.area.tolist()
    [100.0, 100.0, 240.0, 100.0]
    """
    return Municipality(
        name="Leketøy kommune",
        municipality_number="9999",
        crs=CRS,
        is_fictional=True,
        **_legal_layers(),
        **_standing_layers(),
        **_reach_layers(),
        terrain=_terrain(),
    )


def _rectangle(x_min: float, y_min: float, x_max: float, y_max: float) -> Polygon:
    """A box in the toy's own metres, moved to its place in the CRS."""
    return box(LEFT + x_min, BOTTOM + y_min, LEFT + x_max, BOTTOM + y_max)


def _point(x: float, y: float = 35.0) -> Point:
    return Point(LEFT + x, BOTTOM + y)


def _layer(
    key: str,
    rows: Mapping[str, Any],
    geometry: Sequence[BaseGeometry],
) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(dict(rows), geometry=list(geometry), crs=CRS).set_index(key)


def _plots() -> gpd.GeoDataFrame:
    boxes = [_rectangle(20 * i, y, 20 * i + 20, y + 30) for y in (0, 40) for i in range(4)]
    ids = [f"9999-1/{n}" for n in range(1, 9)]
    rows = {
        "plot_id": ids,
        "property_id": ids,
        "parcel_ids": [str(100 + n) for n in range(1, 9)],
        "municipality_number": ["9999"] * 8,
        "gnr": [1] * 8,
        "bnr": list(range(1, 9)),
        "fnr": [0] * 8,
        "owner_code": ["private"] * 6 + ["municipal"] * 2,
        "plot_kind_code": ["ordinary"] * 8,
    }
    return _layer("plot_id", rows, boxes)


def _legal_layers() -> dict[str, Any]:
    plans = {
        "plan_id": [PLAN_ID, NEWER_PLAN_ID],
        "plan_name": ["Kommuneplanens arealdel (lekeby)", "Lekegata nord"],
        "plan_type_code": [20, 35],
        "plan_status_code": [3, 3],
        "law_code": [6, 6],
        "in_force_date": pd.to_datetime(["2019-06-01", "2022-03-01"]),
        "adopted_date": pd.to_datetime(["2019-06-01", "2022-03-01"]),
        "is_private_proposal": [False, False],
        "link": ["", ""],
    }
    zone = {
        "zone_id": ["Z1"],
        "plan_id": [PLAN_ID],
        "regime_code": ["kp2008"],
        "zone_group_code": ["bestemmelse"],
        "zone_code": [""],
        "zone_name": ["#1"],
        "zone_type": ["fortettingsområde"],
        "description": [""],
        "until_date": pd.to_datetime([None]),
        "vertical_level_code": [2],
    }
    hazard = {
        "hazard_id": ["F1"],
        "hazard_kind_code": ["landslide"],
        "return_period_years": [1000.0],
        "is_susceptibility": [False],
    }
    analysed = {"analysed_id": ["K1"], "hazard_kind_code": ["landslide"]}
    extent = _rectangle(-20, 0, 120, 70)
    return {
        "plots": _plots(),
        "plans": _layer("plan_id", plans, [extent, _rectangle(0, 40, 40, 70)]),
        "plan_areas": _plan_areas(),
        "plan_utilisation": _plan_utilisation(),
        "plan_zones": _layer("zone_id", zone, [_rectangle(0, 0, 40, 30)]),
        "provisions": _provisions(),
        "hazard_zones": _layer("hazard_id", hazard, [_rectangle(0, 0, 20, 7.5)]),
        "hazard_analysed_areas": _layer("analysed_id", analysed, [extent]),
    }


def _plan_areas() -> gpd.GeoDataFrame:
    areas = [  # id, plan, purpose, status, zone, rectangle
        ("A1", PLAN_ID, "1110", 1, "B1", (0, 0, 70, 30)),
        ("A2", PLAN_ID, "1110", 1, "B2", (0, 40, 60, 70)),
        ("A3", PLAN_ID, "2010", 1, "V1", (-20, 30, 120, 40)),
        ("A4", PLAN_ID, "3040", 1, "G1", (70, 0, 80, 30)),
        ("A5", PLAN_ID, "3040", 1, "G2", (60, 40, 80, 70)),
        ("A6", NEWER_PLAN_ID, "1113", 2, "BBB1", (0, 40, 40, 70)),
    ]
    rows = {
        "area_id": [a[0] for a in areas],
        "plan_id": [a[1] for a in areas],
        "regime_code": ["kp2008" if a[1] == PLAN_ID else "rp2008" for a in areas],
        "land_use_code": [a[2] for a in areas],
        "land_use_status_code": [a[3] for a in areas],
        "zone_name": [a[4] for a in areas],
        "description": [""] * 6,
        "vertical_level_code": [2] * 6,
        "outdoor_m2": [np.nan] * 6,
        "ownership_form_code": [np.nan] * 6,
    }
    return _layer("area_id", rows, [_rectangle(*a[5]) for a in areas])


def _plan_utilisation() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "area_id": ["A1", "A2", "A6"],
            "utilisation_type_code": [16, 16, 16],
            "utilisation_value": [30.0, 30.0, 40.0],
            "utilisation_value_min": [np.nan] * 3,
        }
    )


def _provisions() -> pd.DataFrame:
    rows = [  # plan, zone name, purpose, zone code, clause, parameter, max, unit, basis
        (PLAN_ID, "", "1110", "", "KPA § 1", "storeys_max", 2.0, "count", "plot"),
        (PLAN_ID, "", "1110", "", "KPA § 2", "outdoor_per_home_m2", 100.0, "m2", "plot"),
        (PLAN_ID, "", "1110", "", "KPA § 3", "parking_per_home", 1.0, "count", "plot"),
        (PLAN_ID, "", "", "#1", "KPA § 4", "homes_max", 3.0, "count", "plot"),
        (NEWER_PLAN_ID, "BBB1", "", "", "R1 § 1", "storeys_max", 4.0, "count", "plot"),
    ]
    names = ["plan_id", "zone_name", "land_use_code", "zone_code", "clause_id"]
    names += ["parameter_code", "value_max", "unit", "basis_code"]
    table = pd.DataFrame(rows, columns=names)
    # a need of outdoor area or parking is a least value, the others are most values
    is_least = table["parameter_code"].isin(["outdoor_per_home_m2", "parking_per_home"])
    table["value_min"] = table["value_max"].where(is_least)
    table["value_max"] = table["value_max"].mask(is_least)
    table["text"] = "Oppdiktet bestemmelse."
    table["link"] = ""
    table.index = pd.Index([f"P{n}" for n in range(1, len(table) + 1)], name="provision_id")
    return table


def _standing_layers() -> dict[str, Any]:
    ids = ["B1", "B2", "B3", "B4"]
    footprints = [
        _rectangle(5, 10, 15, 20),  # a house on 1/1
        _rectangle(35, 10, 45, 20),  # two homes astride the boundary of 1/2 and 1/3
        _rectangle(2, 45, 18, 60),  # a block of three storeys on 1/5
        _rectangle(25, 50, 35, 60),  # demolished, on 1/6
    ]
    kinds = {
        "building_id": ids,
        "building_type_code": ["111", "121", "142", "111"],
        "building_status_code": ["FA", "FA", "TB", "BR"],
        "storeys_count": [2.0, 2.0, 3.0, 1.0],
    }
    register = pd.DataFrame(
        {
            **kinds,
            "property_id": ["9999-1/1", "9999-1/2", "9999-1/5", "9999-1/6"],
            "bra_m2": [180.0, 180.0, 600.0, 90.0],
            "bra_homes_m2": [180.0, 180.0, 480.0, 90.0],
            "homes_count": [1.0, 2.0, 6.0, 1.0],
            "built_year": [1970, 1985, 2005, 1950],
        }
    ).set_index("building_id")
    return {
        "buildings": _layer("building_id", {**kinds, "height_m": [6.0, 6.0, 9.0, 4.0]}, footprints),
        "building_register": register,
        "dwelling_units": _dwelling_units(),
    }


def _dwelling_units() -> pd.DataFrame:
    owners = ["1", "2", "3", *["5"] * 6, "5"]
    flats = [f"H0{storey}0{number}" for storey in (1, 2, 3) for number in (1, 2)]
    return pd.DataFrame(
        {
            "unit_id": [f"U{n}" for n in range(1, 11)],
            "building_id": ["B1", "B2", "B2", *["B3"] * 7],
            "property_id": [f"9999-1/{n}" for n in owners],
            "unit_type_code": ["B"] * 9 + ["A"],  # the tenth is a shop, no home
            "unit_number": ["H0101"] * 3 + flats + ["H0103"],
            "bra_m2": [180.0, 90.0, 90.0, *[80.0] * 6, 120.0],
            "rooms_count": [5.0, 3.0, 3.0, *[3.0] * 6, np.nan],
        }
    ).set_index("unit_id")


def _reach_layers() -> dict[str, Any]:
    street = LineString([(LEFT + x, BOTTOM + 35, 10 + x / 10) for x in (-20, 0, 100, 120)])
    network = {
        "edge_id": ["E1"],
        "kind_code": ["enkelBilveg"],
        "medium_code": ["T"],
        "level_code": [0],
        "is_lit": [True],
    }
    services = {
        "service_id": ["V1", "V2", "V3", "V4"],
        "service_kind_code": ["grocery", "school", "kindergarten", "health"],
        "service_name": ["Lekebutikken", "Lekeskolen", "Lekebarnehagen", "Lekelegen"],
    }
    stop = {"stop_id": ["S1"], "stop_name": ["Lekegata"], "departures_per_hour": [4.0]}
    centre = {"centre_id": ["D1"], "name": ["Lekesenteret"], "centre_level_code": ["district"]}
    road = {"road_id": ["R1"], "road_class_code": ["K"], "width_m": [6.0]}
    district = {"district_id": ["01"], "name": ["Lekebydelen"], "basic_unit_ids": ["99990101"]}
    unit = {"basic_unit_id": ["99990101"], "name": ["Lekekretsen"]}
    whole = _rectangle(-20, 0, 120, 70)
    flat_street = LineString([(LEFT - 20, BOTTOM + 35), (LEFT + 120, BOTTOM + 35)])
    return {
        "network": _layer("edge_id", network, [street]),
        "roads": _layer("road_id", road, [flat_street]),
        "stops": _layer("stop_id", stop, [_point(100)]),
        "centres": _layer("centre_id", centre, [_point(120)]),
        "services": _layer("service_id", services, [_point(x) for x in (100, -20, 0, 120)]),
        "districts": _layer("district_id", district, [whole]),
        "basic_units": _layer("basic_unit_id", unit, [whole]),
    }


def _terrain() -> Grid:
    """A plane that rises 10 % to the east, with a margin of 40 m around the plots."""
    x = -40 + 5 * (np.arange(40) + 0.5)
    values = np.tile(10 + x / 10, (30, 1)).astype(np.float32)
    return Grid(values=values, left=LEFT - 40, top=BOTTOM + 110, cell_m=5.0, crs=CRS)
