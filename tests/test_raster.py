"""Grids against the real terrain oracle, exactextract and by hand."""

import zipfile
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from boligplan_geo import raster
from boligplan_geo.errors import DataWarning, InputError
from boligplan_geo.raster import Grid
from boligplan_geo.raster.coverage import cell_shares

SHARED = Path(__file__).parents[1].parent / "shared/data"
CRS = "EPSG:25833"


def shared(path: str) -> Path:
    if not (SHARED / path).exists():
        pytest.skip("../shared/data absent")
    return SHARED / path


def grid_of(values, cell_m=10.0, left=0.0, top=None) -> Grid:
    array = np.asarray(values, dtype=np.float32)
    return Grid(array, left, array.shape[0] * cell_m if top is None else top, cell_m, CRS)


def plots_of(*shapes) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(geometry=list(shapes), crs=CRS)


# Slope, aspect, light


def test_slope_agrees_with_the_terrain_oracle_to_the_outer_edge():
    dem = raster.read_grid(shared("terrain_oracle/dem.tif"))
    oracle = raster.read_grid(shared("terrain_oracle/slope.tif"))
    slope = raster.slope_deg(dem)
    assert np.isfinite(slope.values).all()
    # the oracle's own last row breaks the rule that its other three edges follow
    assert np.abs(slope.values - oracle.values)[:-1].max() < 1e-5
    assert slope.values.max() == pytest.approx(71.9, abs=0.05)


def test_aspect_agrees_with_the_terrain_oracle():
    dem = raster.read_grid(shared("terrain_oracle/dem.tif"))
    oracle = raster.read_grid(shared("terrain_oracle/aspect.tif"))
    apart = np.abs(raster.aspect_deg(dem).values - oracle.values)
    assert np.minimum(apart, 360 - apart)[:-1].max() < 1e-4


@pytest.mark.parametrize(
    ("east", "north", "facing"),
    [(0.0, -0.5, 0.0), (-0.5, 0.0, 90.0), (0.0, 0.5, 180.0), (0.5, 0.0, 270.0)],
)
def test_a_plane_has_its_slope_and_aspect_everywhere(east, north, facing):
    column, row = np.meshgrid(np.arange(8), np.arange(6))
    plane = grid_of(100 + 10 * (east * column - north * row))
    holed = plane.with_values(np.where((row == 2) & (column == 3), np.nan, plane.values))
    slope = raster.slope_deg(holed).values
    expected = np.degrees(np.arctan(0.5))
    assert np.isnan(slope[2, 3])
    assert np.nanmax(np.abs(slope - expected)) < 1e-4
    aspect = raster.aspect_deg(holed).values
    assert np.nanmax(np.abs(aspect - facing)) < 1e-3


def test_level_ground_faces_nowhere():
    flat = grid_of(np.full((4, 4), 7.0))
    assert (raster.slope_deg(flat).values == 0).all()
    assert np.isnan(raster.aspect_deg(flat).values).all()


def test_slope_does_not_depend_on_how_rows_are_banded():
    rough = grid_of(np.random.default_rng(3).normal(0, 5, (1100, 7)))
    top = rough.with_values(rough.values)
    whole = raster.slope_deg(top).values
    part = Grid(rough.values[505:520], 0, 150, 10, CRS)
    assert np.array_equal(raster.slope_deg(part).values[1:-1], whole[506:519])


def test_a_single_column_has_no_slope():
    assert np.isnan(raster.slope_deg(grid_of([[1.0], [2.0], [3.0]])).values).all()


def test_hillshade_lights_the_north_west_and_marks_no_data():
    column, _ = np.meshgrid(np.arange(5), np.arange(5))
    rising = grid_of(column * 8.0)  # faces west
    falling = grid_of(-column * 8.0)
    assert raster.hillshade(rising).min() > raster.hillshade(falling).max()
    values = np.zeros((5, 5))
    values[2, 2] = np.nan
    shade = raster.hillshade(grid_of(values))
    assert shade.dtype == np.uint8
    assert shade[2, 2] == 0
    assert (np.delete(shade.ravel(), 12) == np.rint(1 + 254 * np.sin(np.pi / 4))).all()


# Files


def test_a_written_grid_comes_back_and_is_cloud_optimised(tmp_path):
    import rasterio

    values = np.round(np.random.default_rng(0).normal(50, 20, (600, 700)), 2)
    values[:30, :40] = np.nan
    grid = Grid(values.astype(np.float32), 651000.0, 7730000.0, 5.0, CRS)
    raster.write_grid(grid, tmp_path / "a.tif")
    raster.write_grid(grid, tmp_path / "b.tif")
    assert (tmp_path / "a.tif").read_bytes() == (tmp_path / "b.tif").read_bytes()
    back = raster.read_grid(tmp_path / "a.tif")
    assert np.array_equal(back.values, grid.values, equal_nan=True)
    assert (back.left, back.top, back.cell_m, back.crs) == (651000.0, 7730000.0, 5.0, CRS)
    with rasterio.open(tmp_path / "a.tif") as source:
        assert source.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
        assert source.nodata == raster.NODATA


def test_bounds_read_only_the_cells_that_meet_them(tmp_path):
    grid = grid_of(np.arange(100).reshape(10, 10))
    raster.write_grid(grid, tmp_path / "g.tif")
    part = raster.read_grid(tmp_path / "g.tif", bounds=(20, 30, 50, 60))
    assert part.bounds == (20, 30, 50, 60)
    assert np.array_equal(part.values, grid.values[4:7, 2:5])
    wider = raster.read_grid(tmp_path / "g.tif", bounds=(-500, 95, 1, 500))
    assert wider.values.tolist() == [[0.0]]
    with pytest.raises(InputError, match="does not meet"):
        raster.read_grid(tmp_path / "g.tif", bounds=(500, 500, 600, 600))


def test_a_member_of_a_zip_is_read_by_its_gdal_path(tmp_path):
    raster.write_grid(grid_of([[1.0, 2.0]]), tmp_path / "g.tif")
    with zipfile.ZipFile(tmp_path / "g.zip", "w") as archive:
        archive.write(tmp_path / "g.tif", "inner/g.tif")
    grid = raster.read_grid(f"/vsizip/{tmp_path / 'g.zip'}/inner/g.tif")
    assert grid.values.tolist() == [[1.0, 2.0]]


def test_rennes_terrain_needs_its_crs_and_loses_its_zeros():
    path = shared("rennes/rennes_MNT_2m.asc")
    with pytest.raises(InputError, match=r"no CRS.*EPSG"):
        raster.read_grid(path)
    grid = raster.read_grid(path, crs="EPSG:2154")
    assert grid.values.shape == (183, 437)
    assert grid.cell_m == pytest.approx(1.9979, abs=1e-4)
    assert np.isnan(grid.values).mean() == pytest.approx(0.23, abs=0.005)
    assert np.nanmin(grid.values) > 20


def test_faults_of_files_are_input_errors(tmp_path):
    with pytest.raises(InputError, match="cannot be opened"):
        raster.read_grid(tmp_path / "absent.tif")
    long = "ncols 2\nnrows 2\nxllcorner 0\nyllcorner 0\ndx 2\ndy 3\n1 2\n3 4\n"
    (tmp_path / "long.asc").write_text(long)
    with pytest.raises(InputError, match="not square"):
        raster.read_grid(tmp_path / "long.asc", crs=CRS)


def test_nodata_can_be_given_and_the_files_crs_wins_aloud(tmp_path):
    text = "ncols 2\nnrows 1\nxllcorner 0\nyllcorner 0\ncellsize 2\n-999 4\n"
    (tmp_path / "a.asc").write_text(text)
    grid = raster.read_grid(tmp_path / "a.asc", crs=CRS, nodata=-999)
    assert np.isnan(grid.values[0, 0])
    assert grid.values[0, 1] == 4
    raster.write_grid(grid, tmp_path / "a.tif")
    with pytest.warns(DataWarning, match="25833"):
        assert raster.read_grid(tmp_path / "a.tif", crs="EPSG:25832").crs == CRS


def test_names_that_differ_in_height_or_axis_order_are_one_crs(tmp_path):
    text = "ncols 2\nnrows 1\nxllcorner 0\nyllcorner 0\ncellsize 2\n3 4\n"
    (tmp_path / "a.asc").write_text(text)
    for name in ("EPSG:5973", "EPSG:3045", "EPSG:25833"):
        assert raster.read_grid(tmp_path / "a.asc", crs=name).crs == CRS


def test_resampling_to_another_crs_keeps_heights_in_place(tmp_path):
    from pyproj import Transformer

    x = 651000 + 5 + 10 * np.arange(200)
    y = 7730000 - 5 - 10 * np.arange(150)
    plane = 0.1 * (x[None, :] - 651000) + 0.05 * (y[:, None] - 7728500)
    raster.write_grid(Grid(plane.astype(np.float32), 651000, 7730000, 10, CRS), tmp_path / "p.tif")
    grid = raster.read_grid(tmp_path / "p.tif", to_crs="EPSG:25834")
    assert (grid.crs, grid.cell_m) == ("EPSG:25834", 10)
    there = Transformer.from_crs(CRS, "EPSG:25834", always_xy=True)
    inside = np.array([(651700.0, 7729300.0), (652333.0, 7729111.0)])
    moved = np.column_stack(there.transform(*inside.T))
    expected = 0.1 * (inside[:, 0] - 651000) + 0.05 * (inside[:, 1] - 7728500)
    assert raster.sample(grid, moved) == pytest.approx(expected, abs=0.05)
    box = (*(moved.min(0) - 40), *(moved.max(0) + 40))
    part = raster.read_grid(tmp_path / "p.tif", to_crs="EPSG:25834", bounds=box)
    assert raster.sample(part, moved) == pytest.approx(expected, abs=0.05)
    assert part.values.size < grid.values.size / 5


# Heights at points


def test_sampling_is_bilinear_over_the_cells_that_are_known():
    grid = grid_of([[0.0, 10.0, np.nan], [20.0, 30.0, 40.0]])
    at = np.array([(5, 15), (10, 10), (15, 15), (25, 15), (21, 10), (0, 0), (-1, 5), (31, 5)])
    found = raster.sample(grid, at)
    assert found[:3] == pytest.approx([0, 15, 10])
    assert np.isnan(found[3])
    assert found[4] == pytest.approx((10 * 0.2 + 30 * 0.2 + 40 * 0.3) / 0.7)
    assert found[5] == pytest.approx(20)
    assert np.isnan(found[6:]).all()


# Exact coverage


def star(x, y, radii, turns) -> shapely.Polygon:
    angle = np.cumsum(turns) / np.sum(turns) * 2 * np.pi
    return shapely.Polygon(np.column_stack([x + radii * np.cos(angle), y + radii * np.sin(angle)]))


@st.composite
def polygons(draw):
    number = draw(st.integers(3, 8))
    one = st.floats(0.3, 30, allow_nan=False)
    radii = np.array(draw(st.lists(one, min_size=number, max_size=number)))
    turns = np.array(draw(st.lists(st.floats(0.3, 1.0), min_size=number, max_size=number)))
    x, y = draw(st.floats(-20, 60)), draw(st.floats(-20, 60))
    whole = shapely.make_valid(star(x, y, radii, turns))
    hole = shapely.Point(x, y).buffer(draw(st.floats(0.0, 0.2)))
    if whole.geom_type != "Polygon":
        return shapely.box(x, y, x + 5, y + 7)
    return whole.difference(hole)


@settings(max_examples=60, deadline=None)
@given(st.lists(polygons(), min_size=1, max_size=4), st.floats(0.7, 12))
def test_shares_are_the_areas_of_intersection_with_each_cell(shapes, cell_m):
    array = np.array(shapes, dtype=object)
    for owner, row, column, share in cell_shares(array, left=3.0, top=40.0, cell_m=cell_m):
        x, y = 3.0 + column * cell_m, 40.0 - (row + 1) * cell_m
        cells = shapely.box(x, y, x + cell_m, y + cell_m)
        exact = shapely.area(shapely.intersection(array[owner], cells)) / cell_m**2
        assert share == pytest.approx(exact, abs=1e-7)
        whole = np.bincount(owner, weights=share, minlength=len(array)) * cell_m**2
        assert whole == pytest.approx(shapely.area(array), rel=1e-6, abs=1e-6)


def test_shares_are_exact_on_cell_borders_rings_and_parts():
    ring = shapely.box(0, 0, 40, 40).difference(shapely.box(10, 10, 30, 30))
    parts = shapely.MultiPolygon([shapely.box(0, 0, 5, 10), shapely.box(25, 25, 40, 40)])
    clockwise = shapely.reverse(ring)
    for shape, cells in ((ring, 12), (clockwise, 12), (parts, 5)):
        ((_, _, _, share),) = cell_shares(np.array([shape]), left=0, top=40, cell_m=10)
        assert len(share) == cells
        assert share.sum() * 100 == pytest.approx(shape.area)


def test_batches_do_not_change_shares(monkeypatch):
    from boligplan_geo.raster import coverage

    shapes = np.array([shapely.Point(7 * i, 3 * i).buffer(9) for i in range(40)], dtype=object)
    whole = list(cell_shares(shapes, left=0, top=100, cell_m=5))
    monkeypatch.setattr(coverage, "CELLS_AT_ONCE", 60)
    pieces = list(cell_shares(shapes, left=0, top=100, cell_m=5))
    assert len(whole) == 1
    assert len(pieces) > 10
    for one, many in zip(whole[0], zip(*pieces, strict=True), strict=True):
        assert np.concatenate(many) == pytest.approx(one, abs=1e-9)


def test_statistics_agree_with_exactextract():
    from exactextract import exact_extract
    from exactextract.raster import NumPyRasterSource

    rng = np.random.default_rng(5)
    values = rng.normal(30, 12, (60, 80)).astype(np.float32)
    values[10:20, 30:50] = np.nan
    grid = grid_of(values, cell_m=5)
    spot = rng.uniform(20, 280, (120, 2))
    shapes = [star(x, y, rng.uniform(3, 30, 7), rng.uniform(0.3, 1, 7)).buffer(0) for x, y in spot]
    plots = plots_of(*shapes)
    west, south, east, north = grid.bounds
    box = {"xmin": west, "ymin": south, "xmax": east, "ymax": north}
    source = NumPyRasterSource(values, **box, nodata=np.nan, srs_wkt=plots.crs.to_wkt())
    oracle = exact_extract(source, plots, ["mean", "min", "max", "count"], output="pandas")
    ours = raster.zonal(plots, grid, ("mean", "min", "max", "known_share"))
    for name in ("mean", "min", "max"):
        expected = pytest.approx(oracle[name].to_numpy(), abs=1e-5, nan_ok=True)
        assert ours[name].to_numpy() == expected
    known = oracle["count"].to_numpy() * 25 / plots.area.to_numpy()
    assert ours["known_share"].to_numpy() == pytest.approx(known, abs=1e-6)


def test_percentile_and_share_above_by_hand():
    # areas 10, 20, 30 and 40 % of the plot carry 40, 30, 20 and 10
    plot = shapely.union_all([shapely.box(10 * i, 0, 10 * i + 10, 2.5 * (i + 1)) for i in range(4)])
    cells = grid_of([[40.0, 30.0, 20.0, 10.0]])
    found = raster.zonal(
        plots_of(plot), cells, ("p10", "p40", "p41", "p70", "p90", "p91", "above_share"), above=20
    )
    assert found.iloc[0].tolist() == pytest.approx([10, 10, 20, 20, 30, 40, 0.3])


def test_outside_and_no_data_are_unknown_not_zero():
    cells = grid_of([[np.nan, 5.0]])
    plots = plots_of(
        shapely.box(0, 0, 10, 10),
        shapely.box(500, 0, 510, 10),
        shapely.box(5, 0, 15, 10),
        shapely.box(15, 0, 25, 10),
        shapely.Polygon(),
    )
    found = raster.zonal(plots, cells, ("mean", "p90", "min", "known_share"))
    assert found["mean"].tolist() == pytest.approx([np.nan, np.nan, 5, 5, np.nan], nan_ok=True)
    assert found["p90"].isna().tolist() == [True, True, False, False, True]
    assert found["known_share"].tolist() == pytest.approx([0, 0, 0.5, 0.5, 0])


def test_zonal_refuses_what_it_does_not_know():
    with pytest.raises(ValueError, match="median"):
        raster.zonal(plots_of(shapely.box(0, 0, 1, 1)), grid_of([[1.0]]), ("median",))
    with pytest.raises(ValueError, match="above="):
        raster.zonal(plots_of(shapely.box(0, 0, 1, 1)), grid_of([[1.0]]), ("above_share",))
