"""Heights drawn on plan maps: which area they belong to, and what they limit."""

from dataclasses import replace

import geopandas as gpd
import pytest
from shapely import LineString, Point, box

import boligplan_geo as bg
from boligplan_geo.facts.plan._heights import COLUMNS, heights
from boligplan_geo.sample.toy import BOTTOM, CRS, LEFT, NEWER_PLAN_ID, toy_town

AREAS = gpd.GeoDataFrame(
    {"plan_id": ["R1", "R1", "R2"]},
    index=["a", "b", "c"],
    geometry=[box(0, 0, 10, 10), box(10, 0, 20, 10), box(0, 0, 20, 10)],
)


def drawn(geometry, plan="R1", kind="GH", reference="NN2000", height=30.0):
    rows = {"plan_id": [plan], "height_m": [height], "height_type_code": [kind]}
    rows["height_reference"] = [reference]
    return gpd.GeoDataFrame(rows, geometry=[geometry], index=["h1"])


@pytest.mark.parametrize(
    ("geometry", "area"),
    [
        (LineString([(2, 5), (12, 5)]), ["a"]),
        (LineString([(8, 5), (18, 5)]), ["b"]),
        (LineString([(10, 2), (10, 8)]), ["a"]),  # along the border: the first
        (Point(15, 5), ["b"]),
        (LineString([(2, 10.5), (8, 10.5)]), ["a"]),  # half a metre beside it
        (LineString([(2, 20), (8, 20)]), []),
    ],
)
def test_a_height_belongs_to_the_area_most_of_it_lies_in(geometry, area):
    assert heights(AREAS, drawn(geometry))["area_id"].tolist() == area


def test_a_height_stays_in_its_own_plan():
    assert heights(AREAS, drawn(Point(5, 5), plan="R2"))["area_id"].tolist() == ["c"]
    assert heights(AREAS, drawn(Point(5, 5), plan="R3")).empty


@pytest.mark.parametrize(
    ("kind", "reference", "parameter"),
    [
        ("GH", "NN2000", "eaves_kote_max_m"),
        ("mh", "NN1954 12.5", "ridge_kote_max_m"),
        ("GH", "gjennomsnittlig planert terreng", "eaves_height_max_m"),
        ("MH", None, "ridge_height_max_m"),
    ],
)
def test_type_and_reference_say_what_is_limited(kind, reference, parameter):
    found = heights(AREAS, drawn(Point(5, 5), kind=kind, reference=reference))
    assert found[["parameter_code", "value_max"]].values.tolist() == [[parameter, 30.0]]


def test_heights_that_limit_no_building_are_left_out():
    for kind in ("TH", "PH", None):
        assert heights(AREAS, drawn(Point(5, 5), kind=kind)).empty
    assert heights(AREAS, drawn(Point(5, 5), height=None)).empty
    for areas, lines in ((None, drawn(Point(5, 5))), (AREAS, None)):
        assert tuple(heights(areas, lines).columns) == COLUMNS


def test_a_kote_on_the_map_limits_storeys_the_whole_way():
    """Plot 1/5 lies 11 m above the sea on average: kote 19 leaves 8 m, two storeys of four."""
    line = LineString([(LEFT + 2, BOTTOM + 50), (LEFT + 18, BOTTOM + 50)])
    height = drawn(line, plan=NEWER_PLAN_ID, height=19.0).set_crs(CRS)
    plots = bg.analyse(replace(toy_town(), plan_heights=height)).plots
    assert plots.loc["9999-1/5", "plan_storeys_mid_count"] == 2
    assert bg.analyse(toy_town()).plots.loc["9999-1/5", "plan_storeys_mid_count"] == 4
