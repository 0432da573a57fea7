"""Storm surge, steep ground and airport height caps, from a small terrain."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from shapely import LineString, box

from boligplan_geo.facts import constraints, plan
from boligplan_geo.raster import Grid
from boligplan_geo.raster.regions import connected, regions

CRS = "EPSG:25833"
#: Rises 1 m every 10 m eastward from 0.5 m; a hollow of 1 m at x 80 to 90.
HEIGHTS = np.array([[0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 1.0, 9.5]] * 4, dtype=np.float32)
TERRAIN = Grid(HEIGHTS, 0.0, 40.0, 10.0, CRS)
SHORE = gpd.GeoDataFrame(geometry=[LineString([(0, -9), (0, 99)])], crs=CRS)
PLOTS = gpd.GeoDataFrame(
    geometry=[box(0, 0, 40, 20), box(60, 0, 100, 20)],
    index=pd.Index(["1/1", "1/2"], name="plot_id"),
    crs=CRS,
)


def measured(areas, **keywords):
    return constraints.table(PLOTS, plan.parts(PLOTS, None)[0], areas, **keywords)[0]


def surge(level_m=3.0, **keywords):
    given = {"coastline": SHORE, "terrain": TERRAIN, "coast_belt_m": 0.001}
    found = constraints.areas(storm_surge_level_m=level_m, **{**given, **keywords})
    return found[found.zone_code == "storm_surge_level"]


def test_low_land_that_the_sea_reaches_is_lost():
    zones = surge()
    assert zones.is_hard.tolist() == [True]
    assert zones.total_bounds.tolist() == [0, 0, 30, 40]
    assert measured(zones).constraint_lost_m2.tolist() == [600, 0], "the hollow stays dry"
    assert measured(surge(1.0)).constraint_lost_m2.tolist() == [200, 0]
    assert [n.code for n in constraints.notes(zones, PLOTS)] == ["storm_surge_assumed"]


def test_without_a_coastline_nobody_can_tell_which_hollows_stay_dry():
    assert measured(surge(coastline=None)).constraint_lost_m2.tolist() == [600, 200]


def test_mapped_zones_go_before_an_assumed_level():
    row = {"hazard_kind_code": ["storm_surge"], "return_period_years": [200.0]}
    mapped = gpd.GeoDataFrame(row, geometry=[box(0, 0, 5, 40)], crs=CRS)
    assert surge(hazard_zones=mapped).empty
    assert len(surge(hazard_zones=mapped.assign(is_susceptibility=True))) == 1
    assert surge(None).empty
    assert surge(terrain=None).empty


def test_unknown_without_terrain():
    found = measured(constraints.areas(), layers_missing=("terrain",))
    assert found.constraint_reason.tolist() == ["storm_surge_unknown"] * 2
    assert not found.constraint_is_complete.any()
    assert found.constraint_lost_m2.tolist() == [0, 0], "what is known to be lost"


def test_cells_without_data_are_not_low():
    values = HEIGHTS.copy()
    values[:, 1] = np.nan
    zones = surge(terrain=TERRAIN.with_values(values))
    assert zones.total_bounds.tolist() == [0, 0, 10, 40]


@pytest.mark.parametrize(("does", "lost"), [("hard", [0, 400]), ("soft", [0, 0])])
def test_steep_ground_where_the_table_says_so(does, lost):
    own = pd.DataFrame({"layer": ["terrain"], "zone_code": ["steep"], "treatment": [does]})
    zones = constraints.areas(terrain=TERRAIN, treatment=constraints.merged(own), steep_deg=10.0)
    found = measured(zones)
    # steep beside the hollow only: x 70–80 (5.5 m in 20 m) and 90–100 (8.5 m in 10 m)
    assert set(zones.zone_code) == {"steep"}
    assert found.constraint_lost_m2.tolist() == lost
    assert constraints.areas(terrain=TERRAIN).empty, "a signal by default"


def airport(text="", **values):
    row = {"plan_id": "K", "zone_group_code": "sikring", "zone_code": "190", "description": text}
    return gpd.GeoDataFrame([{**row, **values}], geometry=[box(0, 0, 50, 50)], crs=CRS)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Hinderflate, kote 45", 45),
        ("Restriksjonsflate flyplass k+52,5", 52.5),
        ("Lufthavn: høyeste bygg 60 moh", 60),
        ("lufthavn 30 m.o.h.", 30),
        ("Hinderflate for flyplass", np.nan),
    ],
)
def test_the_level_of_an_airport_surface_stands_in_its_text(text, level):
    zones = constraints.areas(airport(text))
    assert zones[["zone_code", "is_hard", "treatment"]].to_numpy().tolist() == [
        ["190_airport", False, "height_cap"]
    ]
    assert zones.cap_elevation_m.tolist() == pytest.approx([level], nan_ok=True)


def test_height_caps_by_hand():
    """Mean ground of 1/1 is 2 m; 1/2 lies under no surface."""
    both = pd.concat([airport("hinderflate kote 45"), airport("hinderflate kote 30")])
    zones = constraints.areas(both.reset_index(drop=True))
    found = measured(zones, terrain=TERRAIN)
    assert found.constraint_height_cap_m.tolist() == pytest.approx([28, np.nan], nan_ok=True)
    assert found.constraint_reason.isna().all()
    assert found.constraint_soft_share.tolist() == [0, 0], "a cap takes no land and flags none"
    unknown = measured(zones).constraint_reason
    assert unknown.dropna().to_dict() == {"1/1": "height_cap_unknown"}
    assert measured(zones).constraint_is_complete.all(), "a cap takes no land"


def test_a_level_that_is_not_told_is_read_from_the_heights_of_the_plan():
    heights = gpd.GeoDataFrame(
        {"plan_id": ["K", "K", "K", "other"], "height_m": [50.0, 40.0, 8.0, 5.0],
         "height_reference": ["NN2000", "NN2000", "terreng", "NN2000"]},
        geometry=[LineString([(x, 0), (x, 40)]) for x in (10, 20, 30, 15)], crs=CRS,
    )  # fmt: skip
    zones = constraints.areas(airport("hinderflate"), plan_heights=heights)
    assert zones.cap_elevation_m.tolist() == [40]
    unknown = constraints.areas(airport("hinderflate"), plan_heights=heights.iloc[2:])
    assert unknown.cap_elevation_m.isna().all()
    found = measured(unknown, terrain=TERRAIN)
    assert found.constraint_height_cap_m.isna().all()
    assert found.constraint_reason.dropna().to_dict() == {"1/1": "height_cap_unknown"}


def test_regions_are_the_marked_cells():
    rng = np.random.default_rng(5)
    marked = rng.random((30, 40)) < 0.5
    grid = Grid(rng.random((30, 40)).astype(np.float32), 100.0, 900.0, 2.0, CRS)
    found = regions(grid, marked)
    assert shapely.is_valid(found).all()
    assert shapely.area(found).sum() == pytest.approx(marked.sum() * 4.0)
    row, column = np.nonzero(marked)
    cells = shapely.points(100 + column * 2 + 1, 900 - row * 2 - 1)
    assert shapely.covers(shapely.union_all(found), cells).all()
    assert len(regions(grid, np.zeros_like(marked))) == 0
    with pytest.raises(ValueError, match="needs shape"):
        regions(grid, marked[:5])


def test_connected_cells_by_hand():
    marked = np.array([[1, 0, 1, 1], [1, 0, 0, 1], [0, 1, 0, 0]], dtype=bool)
    grid = Grid(marked.astype(np.float32), 0.0, 30.0, 10.0, CRS)
    west = np.array([LineString([(-15, -99), (-15, 99)]), LineString([(-5, -99), (-5, 99)])])
    expected = [[True, False, False, False], [True, False, False, False], [False] * 4]
    assert connected(grid, marked, west).tolist() == expected
    assert not connected(grid, marked, west[:1]).any(), "two cells away"
    corner = np.array([LineString([(35, 25), (36, 25)])])
    assert connected(grid, marked, corner).tolist()[0] == [False, False, True, True]
    assert not connected(grid, marked, west[:0]).any()


def test_the_outline_of_low_land_is_within_a_cell_of_its_cells():
    """A slope that falls to the south-west: the level crosses the cells at an angle."""
    row, column = np.mgrid[0:30, 0:40]
    slope = Grid(((29 - row) * 0.3 + column * 0.2).astype(np.float32), 0.0, 300.0, 10.0, CRS)
    found = constraints.areas(terrain=slope, storm_surge_level_m=4.0).union_all()
    low = shapely.union_all(regions(slope, slope.values <= 4.0))
    assert shapely.get_num_coordinates(found) < shapely.get_num_coordinates(low) * 2 / 3
    assert shapely.hausdorff_distance(found.boundary, low.boundary) < 10.0
    assert found.area == pytest.approx(low.area, rel=0.05)
