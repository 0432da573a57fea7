"""Terrain facts on planes, where the answer is known exactly."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from boligplan_geo.facts import terrain
from boligplan_geo.raster import Grid

CRS = "EPSG:25833"


def plots_of(*shapes) -> gpd.GeoDataFrame:
    index = pd.Index([f"1/{i}" for i in range(1, len(shapes) + 1)], name="plot_id")
    return gpd.GeoDataFrame(geometry=list(shapes), index=index, crs=CRS)


def plane(east: float, north: float, cell_m: float = 5.0, size: int = 40) -> Grid:
    centre = (np.arange(size) + 0.5) * cell_m
    values = 50 + east * centre[None, :] + north * (size * cell_m - centre[:, None])
    return Grid(values.astype(np.float32), 0.0, size * cell_m, cell_m, CRS)


@settings(max_examples=25, deadline=None)
@given(st.floats(-0.8, 0.8), st.floats(-0.8, 0.8), st.floats(20, 90), st.floats(20, 90))
def test_on_a_plane_every_plot_has_its_slope_and_the_height_of_its_centre(east, north, x, y):
    plots = plots_of(shapely.box(x, y, x + 31, y + 27), shapely.box(0, 0, 20, 30))
    found = terrain.table(plots, plane(east, north))
    slope = np.degrees(np.arctan(np.hypot(east, north)))
    assert found["terrain_slope_mean_deg"].to_numpy() == pytest.approx([slope] * 2, abs=2e-3)
    assert found["terrain_slope_p90_deg"].to_numpy() == pytest.approx([slope] * 2, abs=2e-3)
    # a cell's height is its centre's, so only the plot on cell borders is exact to the mm
    exact = 50 + east * 10 + north * 15
    assert found["terrain_elevation_m"].iloc[1] == pytest.approx(exact, abs=1e-3)
    if abs(slope - 20) > 0.01:
        assert found["terrain_steep_share"].tolist() == [float(slope > 20)] * 2


def test_a_break_in_slope_gives_the_share_of_each_side():
    # level west of x = 100, 45 degrees east of it; the cells beside the break are in between
    x = (np.arange(40) + 0.5) * 5
    values = np.repeat(np.maximum(x - 100, 0)[None, :], 40, axis=0)
    grid = Grid(values.astype(np.float32), 0.0, 200.0, 5.0, CRS)
    plot = plots_of(shapely.box(60, 50, 140, 90))
    found = terrain.table(plot, grid, steep_deg=40.0).iloc[0]
    # cells of 95-100 (rise 2.5 m over 10 m) and 100-105 (7.5 m over 10 m) are between
    assert found["terrain_steep_share"] == pytest.approx(35 / 80)
    between = np.degrees(np.arctan([0.25, 0.75]))
    assert found["terrain_slope_mean_deg"] == pytest.approx(
        (35 * 45 + 5 * between.sum()) / 80, abs=1e-4
    )
    assert found["terrain_slope_p90_deg"] == pytest.approx(45, abs=1e-4)


def test_what_is_unknown_says_why_and_is_not_flat():
    grid = plane(0.1, 0.0)
    grid.values[:, :20] = np.nan
    plots = plots_of(
        shapely.box(120, 50, 150, 80),  # known
        shapely.box(10, 50, 40, 80),  # no data
        shapely.box(80, 50, 130, 80),  # 60 % known
        shapely.box(75, 50, 110, 80),  # 2/7 known
        shapely.box(900, 900, 950, 950),  # outside
    )
    found = terrain.table(plots, grid)
    known = [True, False, True, False, False]
    slope = np.degrees(np.arctan(0.1))
    for column in ("terrain_elevation_m", "terrain_slope_mean_deg", "terrain_steep_share"):
        assert found[column].notna().tolist() == known
    assert found["terrain_slope_mean_deg"].iloc[[0, 2]].tolist() == pytest.approx(
        [slope] * 2, abs=1e-4
    )
    reasons = ["not_built_yet" if k else "no_data;not_built_yet" for k in known]
    assert found["terrain_reason"].tolist() == reasons
    assert found["terrain_sun_20mar_hours"].isna().all()


def test_a_missing_layer_is_unknown_for_all():
    found = terrain.table(plots_of(shapely.box(0, 0, 10, 10)), None)
    assert found["terrain_reason"].tolist() == ["layer_missing;not_built_yet"]
    assert found.drop(columns="terrain_reason").isna().all().all()


def test_order_of_plots_and_their_rings_changes_nothing():
    rng = np.random.default_rng(2)
    grid = Grid(rng.normal(20, 4, (40, 40)).astype(np.float32), 0.0, 200.0, 5.0, CRS)
    shapes = [shapely.Point(x, y).buffer(r) for x, y, r in rng.uniform(5, 190, (30, 3))]
    plots = plots_of(*shapes)
    found = terrain.table(plots, grid)
    other = plots.iloc[::-1].set_geometry(plots.geometry.iloc[::-1].reverse())
    pd.testing.assert_frame_equal(terrain.table(other, grid).loc[plots.index], found, atol=1e-6)
    assert found.index.equals(plots.index)
