"""A digest changes with content, and with nothing else."""

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from boligplan_geo.digest import content_mark, digest
from boligplan_geo.raster import Grid


def town():
    boxes = [shapely.box(0, 0, 10, 10), shapely.box(10, 0, 20, 10)]
    return gpd.GeoDataFrame(
        {"a": [1.0, np.nan], "t": ["x", None], "n": [1, 2]}, index=["p", "q"], geometry=boxes
    )


def test_row_order_column_order_ring_start_and_microns_do_not_count():
    base = town()
    turned = base.copy()
    turned.geometry = [shapely.reverse(shapely.box(0, 0, 10, 10)), shapely.box(10, 0, 20.00001, 10)]
    assert digest(base) == digest(base.iloc[::-1]) == digest(base[["n", "t", "geometry", "a"]])
    assert digest(base) == digest(turned)


def test_every_kind_of_change_counts():
    base = digest(town())
    moved, number, text, key = town(), town(), town(), town()
    moved.geometry = moved.geometry.translate(0.01)
    number.loc["p", "a"] = 1.0001
    text.loc["q", "t"] = "y"
    key.index = ["p", "r"]
    assert base not in {digest(t) for t in (moved, number, text, key, town().iloc[:1])}
    assert digest(town()[["a", "t", "geometry"]]) != base


def test_swapping_values_between_rows_counts():
    table = pd.DataFrame({"a": [1, 2], "b": [1, 2]})
    assert digest(table) != digest(table.assign(b=[2, 1]))


def test_missing_and_zero_differ_and_no_table_is_absent():
    assert digest(pd.DataFrame({"a": [0.0]})) != digest(pd.DataFrame({"a": [np.nan]}))
    assert digest(None) == "absent"


def test_a_grid_counts_its_cells_and_its_place():
    values = np.zeros((2, 2), dtype="float32")
    base = Grid(values, 0, 10, 5, "EPSG:25833")
    assert digest(base) == digest(Grid(values.copy(), 0, 10, 5, "EPSG:25833"))
    assert digest(base) != digest(Grid(values + 1, 0, 10, 5, "EPSG:25833"))
    assert digest(base) != digest(Grid(values, 5, 10, 5, "EPSG:25833"))


def test_a_content_mark_changes_with_anything_but_the_copy():
    base = town()
    moved, number, text, missing = town(), town(), town(), town()
    moved.geometry = moved.geometry.translate(1e-6)
    number.loc["p", "a"] = np.nextafter(1.0, 2.0)
    text.loc["q", "t"] = "None"
    missing.loc["p", "geometry"] = None
    others = [moved, number, text, missing, base.iloc[::-1], base.iloc[:1], base[["a", "n"]]]
    assert content_mark(base) == content_mark(town())
    assert len({content_mark(t) for t in (base, *others, None)}) == len(others) + 2


def test_a_mark_knows_which_row_a_missing_geometry_is():
    first, last = ([None, shapely.Point(1, 1)], [shapely.Point(1, 1), None])
    assert content_mark(gpd.GeoDataFrame(geometry=first)) != content_mark(
        gpd.GeoDataFrame(geometry=last)
    )
