"""Parcels to plots, worked by hand on boxes, and properties that hold for any parcels."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import rectangle

from boligplan_geo.read.findings import Account, Findings
from boligplan_geo.read.plots import from_parcels, numbered_properties, property_key


def frame(rows: list[tuple], **columns: list) -> gpd.GeoDataFrame:
    """Rows of (id, gnr, bnr, fnr, rectangle)."""
    data = {n: [row[i] for row in rows] for i, n in enumerate(["gnr", "bnr", "fnr"], start=1)}
    index = pd.Index([row[0] for row in rows], name="parcel_id")
    shapes = [rectangle(*row[4]) for row in rows]
    return gpd.GeoDataFrame(data | columns, geometry=shapes, index=index, crs=25833)


def made(parcels: gpd.GeoDataFrame, **kwargs) -> tuple[gpd.GeoDataFrame, Findings, Account]:
    findings, account = Findings(), Account(rows_read=len(parcels))
    kwargs = {"is_norwegian": True} | kwargs
    return (
        from_parcels(parcels, "9999", findings=findings, account=account, **kwargs),
        findings,
        account,
    )


def test_contiguous_parcels_are_one_plot_and_others_are_numbered_by_falling_area():
    plots, _, _ = made(
        frame(
            [
                ("a", 1, 2, 0, (0, 0, 10, 10)),
                ("b", 1, 2, 0, (10, 0, 20, 10)),  # shares an edge with a
                ("c", 1, 2, 0, (100, 0, 130, 10)),  # 300 m², apart: the largest
                ("d", 1, 2, 0, (20, 10, 25, 15)),  # touches b in a corner only
                ("e", 1, 10, 0, (0, 50, 10, 60)),
            ]
        )
    )
    assert plots["parcel_ids"].to_dict() == {
        "9999-1/2": "c",
        "9999-1/2#2": "a;b",
        "9999-1/2#3": "d",
        "9999-1/10": "e",
    }
    assert plots.area.tolist() == [300, 200, 25, 100]
    assert plots.geometry["9999-1/2#2"].geom_type == "Polygon"


def test_a_millimetre_between_two_parcels_does_not_part_them():
    plots, _, _ = made(
        frame([("a", 1, 1, 0, (0, 0, 10, 10)), ("b", 1, 1, 0, (10.0004, 0, 20, 10))])
    )
    assert plots["parcel_ids"].tolist() == ["a;b"]
    assert plots.geometry.iloc[0].geom_type == "Polygon"


def test_equal_areas_are_numbered_by_position():
    parcels = frame([("z", 1, 1, 0, (0, 0, 10, 10)), ("a", 1, 1, 0, (50, 0, 60, 10))])
    assert made(parcels)[0]["parcel_ids"].tolist() == ["z", "a"]
    assert made(parcels.iloc[::-1])[0]["parcel_ids"].tolist() == ["z", "a"]


def test_leased_land_leaves_its_parent():
    plots, findings, account = made(
        frame(
            [
                ("parent", 5, 6, 0, (0, 0, 100, 100)),
                ("lease", 5, 6, 1, (0, 0, 20, 50)),
                ("other", 5, 7, 1, (50, 50, 60, 60)),  # lies inside, but is not 5/6's lease
            ]
        )
    )
    assert plots.area.to_dict() == {"9999-5/6": 9000, "9999-5/6/1": 1000, "9999-5/7/1": 100}
    assert plots["plot_kind_code"].tolist() == ["ordinary", "lease", "lease"]
    assert [(n.code, n.ids) for n in findings.notes] == [("lease_subtracted", ("parent",))]
    assert account.left_out == {}


def test_a_parent_that_is_wholly_leased_out_is_left_out_with_its_reason():
    plots, _, account = made(
        frame([("p", 1, 1, 0, (0, 0, 10, 10)), ("f", 1, 1, 3, (0, 0, 10, 10))])
    )
    assert plots.index.tolist() == ["9999-1/1/3"]
    assert account.left_out == {"leased_out": 1}


def test_numbers_sections_joint_land_and_parcels_without_number():
    parcels = frame(
        [
            ("1", 1, 1, 0, (0, 0, 10, 10)),
            ("2", np.nan, np.nan, np.nan, (20, 0, 30, 10)),
            ("3", np.nan, np.nan, np.nan, (40, 0, 50, 10)),
        ],
        property_text=["1/1", "12/34/0/7", None],
        is_shared=[None, None, True],
        municipality_number=[None, None, "301"],
    )
    plots, _, _ = made(parcels)
    assert plots.index.tolist() == ["9999-1/1", "9999-12/34", "0301-teig-3"]
    assert plots["plot_kind_code"].tolist() == ["ordinary", "ordinary", "unnumbered"]
    assert plots.loc["9999-12/34", ["gnr", "bnr", "fnr"]].tolist() == [12, 34, 0]


def test_abroad_the_mapped_id_is_the_property():
    parcels = frame(
        [
            ("x", np.nan, np.nan, np.nan, (0, 0, 10, 10)),
            ("y", np.nan, np.nan, np.nan, (20, 0, 30, 9)),
        ],
        property_id=["BW-0655", None],
    )
    plots, _, _ = made(parcels, is_norwegian=False)
    assert plots.index.tolist() == ["BW-0655", "y"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("118/25", "9999-118/25"),
        ("5501-118/25", "5501-118/25"),
        ("301-1/2", "0301-1/2"),
        ("1/2/0", "9999-1/2"),
        ("1/2/3/4", "9999-1/2/3"),
        ("0001/0002", "9999-1/2"),
        ("lot 7", "lot 7"),
    ],
)
def test_property_numbers_as_they_are_written(text, key):
    assert property_key(pd.Series([text]), "9999").tolist() == [key]


def test_a_row_without_number_has_no_property():
    table = pd.DataFrame({"gnr": [0.0], "bnr": [0.0]})
    assert numbered_properties(table, "9999")["property_id"].isna().all()


cells = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(1, 3)), min_size=1, max_size=20,
    unique_by=lambda c: c[:2],
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(cells=cells, seed=st.integers(0, 100))
def test_order_of_parcels_changes_nothing_and_no_land_is_lost(cells, seed):
    rows = [(f"{x}-{y}", 1, p, 0, (x * 10, y * 10, x * 10 + 10, y * 10 + 10)) for x, y, p in cells]
    parcels = frame(rows)
    shuffled = parcels.sample(frac=1, random_state=seed)
    first, second = made(parcels)[0], made(shuffled)[0]
    pd.testing.assert_frame_equal(first.drop(columns="geometry"), second.drop(columns="geometry"))
    assert shapely.equals(first.geometry.to_numpy(), second.geometry.to_numpy()).all()
    assert first.area.sum() == pytest.approx(parcels.area.sum())
    # each parcel is in exactly one plot
    assert sorted(";".join(first["parcel_ids"]).split(";")) == sorted(parcels.index)
    # naive second implementation: connected components by growing
    assert len(first) == sum(
        _naive_components([c[:2] for c in cells if c[2] == p]) for p in (1, 2, 3)
    )


def _naive_components(squares: list[tuple[int, int]]) -> int:
    left, count = set(squares), 0
    while left:
        count += 1
        grow = [left.pop()]
        while grow:
            x, y = grow.pop()
            near = {(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)} & left
            left -= near
            grow += near
    return count
