"""The 100 m belt and the land that a byggegrense frees from it, by hand on boxes."""

import geopandas as gpd
import pandas as pd
import pytest
from shapely import LineString, box

from boligplan_geo.facts import constraints

CRS = "EPSG:25833"
SHORE = gpd.GeoDataFrame(geometry=[LineString([(-1000, 0), (2000, 0)])], crs=CRS)
BEHIND, UNSPLIT = "belt_100m_building_line", "belt_100m_building_line_unsplit"


def plan_areas(*shapes, code="1110"):
    sea = box(-2000, -500, 3000, 0)
    rows = {
        "plan_id": "K",
        "regime_code": "kp2008",
        "land_use_code": [*[code] * len(shapes), "6001"],
    }
    return gpd.GeoDataFrame(rows, geometry=[*shapes, sea], crs=CRS)


def lines(*drawn, plan_id="K", code="1111"):
    return gpd.GeoDataFrame(
        {"plan_id": plan_id, "line_code": [code] * len(drawn)}, geometry=list(drawn), crs=CRS
    )


def belt(areas, drawn):
    """Area of each part of the belt, of a shore along y = 0 with land to the north."""
    found = constraints.areas(coastline=SHORE, plan_lines=drawn, plan_areas=areas)
    assert found.total_bounds[1] == pytest.approx(0), "no belt on the sea"
    assert found.is_hard.tolist() == (found.zone_code == "belt_100m").tolist()
    return found.set_index("zone_code").area.to_dict()


def test_a_building_line_frees_the_land_behind_it_only():
    area = box(200, 0, 400, 500)
    found = belt(plan_areas(area), lines(LineString([(100, 30), (600, 30)])))
    assert found[BEHIND] == pytest.approx(200 * 70)
    assert set(found) == {"belt_100m", BEHIND}


def test_the_line_frees_nothing_outside_the_areas_it_passes_or_of_other_plans():
    areas = plan_areas(box(200, 0, 400, 500), box(400, 0, 600, 500))
    drawn = LineString([(150, 30), (400, 30)])
    assert belt(areas, lines(drawn))[BEHIND] == pytest.approx(200 * 70)
    assert set(belt(areas, lines(drawn, plan_id="other"))) == {"belt_100m"}
    assert set(belt(areas, lines(drawn, code="1112"))) == {"belt_100m"}
    green = plan_areas(box(200, 0, 400, 500), code="3001")
    assert set(belt(green, lines(drawn))) == {"belt_100m"}


def test_an_area_off_the_shore_is_divided_too():
    """A strip of green lies between: the seaward piece does not touch the sea, and stays hard."""
    found = belt(plan_areas(box(200, 10, 400, 500)), lines(LineString([(100, 30), (600, 30)])))
    assert found[BEHIND] == pytest.approx(200 * 70)


def test_a_line_along_the_seaward_edge_frees_all_of_the_area():
    found = belt(plan_areas(box(200, 20, 400, 500)), lines(LineString([(200, 20), (400, 20)])))
    assert found[BEHIND] == pytest.approx(200 * 80)


def test_a_line_along_the_landward_edge_frees_nothing():
    found = belt(plan_areas(box(200, 0, 400, 60)), lines(LineString([(200, 60), (400, 60)])))
    assert set(found) == {"belt_100m"}


def test_a_line_that_stops_just_short_of_the_edge_divides_all_the_same():
    found = belt(plan_areas(box(200, 0, 400, 500)), lines(LineString([(200.3, 30), (399.8, 30)])))
    assert found[BEHIND] == pytest.approx(200 * 70)


def test_a_line_that_does_not_divide_the_area_frees_it_under_a_code_of_its_own():
    areas, drawn = plan_areas(box(200, 0, 400, 500)), lines(LineString([(250, 30), (350, 30)]))
    found = belt(areas, drawn)
    assert found[UNSPLIT] == pytest.approx(200 * 100)
    assert BEHIND not in found
    zones = constraints.areas(coastline=SHORE, plan_lines=drawn, plan_areas=areas)
    plots = gpd.GeoDataFrame(geometry=[box(-1000, 0, 2000, 500)], crs=CRS)
    assert [n.code for n in constraints.notes(zones, plots)] == ["coast_lines_unsplit"]


def test_several_lines_and_a_bend_around_a_bay():
    """A line in two parts; the piece between them and the sea is the only one that stays."""
    drawn = lines(LineString([(150, 30), (300, 30)]), LineString([(300, 30), (300, 60), (450, 60)]))
    found = belt(plan_areas(box(200, 0, 400, 500)), drawn)
    assert found[BEHIND] == pytest.approx(100 * 70 + 100 * 40)


def test_a_hole_in_the_area_is_no_piece_of_it():
    area = box(200, 0, 400, 500) - box(280, 40, 320, 60)
    found = belt(plan_areas(area), lines(LineString([(100, 30), (600, 30)])))
    assert found[BEHIND] == pytest.approx(200 * 70 - 40 * 20)


def test_only_lines_of_plans_in_force():
    areas, drawn = plan_areas(box(200, 0, 400, 500)), lines(LineString([(100, 30), (600, 30)]))
    plans = pd.DataFrame({"plan_status_code": [1]}, index=["K"])
    found = constraints.areas(coastline=SHORE, plan_lines=drawn, plan_areas=areas, plans=plans)
    assert found.zone_code.tolist() == ["belt_100m"]


def test_width_of_the_belt_and_no_plans_at_all():
    narrow = constraints.areas(coastline=SHORE, coast_belt_m=10.0)
    assert narrow.total_bounds[3] == pytest.approx(10)
    assert narrow.is_hard.tolist() == [True]
    assert constraints.areas(coastline=SHORE.iloc[:0]).empty
