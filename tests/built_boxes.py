"""Plots, buildings and registers of boxes, for tests of `facts.built`."""

import geopandas as gpd
import pandas as pd
import shapely

CRS = "EPSG:25833"


def plots_of(*boxes, property_id=None):
    ids = pd.Index([f"1/{n}" for n in range(1, len(boxes) + 1)], name="plot_id")
    table = {"property_id": property_id or list(ids)}
    return gpd.GeoDataFrame(table, geometry=list(boxes), index=ids, crs=CRS)


def buildings_of(*boxes, ids=None, **columns):
    ids = ids or [f"B{n}" for n in range(1, len(boxes) + 1)]
    index = pd.Index(ids, name="building_id")
    return gpd.GeoDataFrame(columns, geometry=list(boxes), index=index, crs=CRS)


def register_of(ids, **columns):
    return pd.DataFrame(columns, index=pd.Index(ids, name="building_id"))


def units_of(*rows):
    """Rows of building, property and bruksenhetstype."""
    table = pd.DataFrame(rows, columns=["building_id", "property_id", "unit_type_code"])
    return table.set_index(pd.Index([f"U{n}" for n in range(1, len(rows) + 1)], name="unit_id"))


TWO = plots_of(shapely.box(0, 0, 20, 20), shapely.box(20, 0, 40, 20))
HOUSE = shapely.box(5, 5, 15, 15)  # 100 m² on 1/1
