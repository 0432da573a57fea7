"""Access facts: columns, reasons, ids, order, and real streets."""

from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from boligplan_geo import raster
from boligplan_geo.facts import access
from boligplan_geo.network import build, snap

SHARED = Path(__file__).parents[1].parent / "shared/data"
CRS = "EPSG:25833"
FLAT = 60 / 5036.742  # minutes a metre


def frame(shapes, index, **columns) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(columns, geometry=list(shapes), index=index, crs=CRS)


@pytest.fixture
def plots() -> gpd.GeoDataFrame:
    """Two plots on the street, one on an island of its own, one far from everything."""
    shapes = [
        shapely.box(0, 0, 20, 20),
        shapely.box(180, 0, 200, 20),
        shapely.box(0, 700, 20, 720),
        shapely.box(3000, 0, 3020, 20),
    ]
    return frame(shapes, pd.Index(["1/1", "1/2", "1/3", "1/4"], name="plot_id"))


@pytest.fixture
def streets() -> gpd.GeoDataFrame:
    lines = ["LINESTRING Z (0 0 0, 400 0 40)", "LINESTRING Z (0 700 5, 100 700 5)"]
    return frame(shapely.from_wkt(lines), ["E1", "E2"])


def everything(**changes) -> dict:
    at = {
        "centre": 400,
        "stop": 50,
        "grocery": 100,
        "school": 200,
        "kindergarten": 300,
        "health": 0,
    }
    given = {kind: frame([shapely.Point(x, 0)], [kind.upper()]) for kind, x in at.items()}
    return {**given, **changes}


def test_minutes_up_and_down_a_ten_per_cent_street(plots, streets):
    found = access.table(plots, streets, everything())
    up, down = (60 / (6000 * np.exp(-3.5 * s)) for s in (0.15, 0.05))
    assert found.loc["1/1", "access_centre_min"] == pytest.approx(390 * up)
    assert found.loc["1/1", "access_centre_from_min"] == pytest.approx(390 * down)
    assert found.loc["1/2", "access_stop_min"] == pytest.approx(140 * down)
    assert found.loc["1/2", "access_health_min"] == pytest.approx(190 * down)
    assert found.loc["1/1", "access_health_min"] == pytest.approx(10 * down)
    assert found.loc["1/1", "access_centre_id"] == "CENTRE"
    assert found["access_snap_m"].tolist() == [0, 0, 0, 2600]
    assert found.index.equals(plots.index)


def test_unreachable_plots_say_so_and_have_no_minutes(plots, streets):
    found = access.table(plots, streets, everything())
    assert found["access_reason"].isna().tolist() == [True, True, False, False]
    assert set(found["access_reason"].iloc[2:]) == {"unreachable"}
    minutes = found.filter(like="_min")
    assert minutes.notna().all(axis=1).tolist() == [True, True, False, False]
    assert minutes.iloc[2:].isna().all().all()
    assert found["access_centre_id"].isna().tolist() == [False, False, True, True]


def test_missing_and_empty_layers_are_told_apart(plots, streets):
    given = everything(school=None, health=frame([], []))
    del given["grocery"]
    found = access.table(plots.iloc[:1], streets, given)
    assert found["access_reason"].tolist() == ["layer_missing;no_destination"]
    for kind in ("school", "health", "grocery"):
        assert found[f"access_{kind}_min"].isna().all()
    assert found["access_centre_min"].notna().all()
    nothing = access.table(plots, None, everything())
    assert (nothing["access_reason"] == "layer_missing").all()
    assert set(nothing.columns) == set(found.columns)


def test_the_way_back_is_from_the_centre_that_is_named(plots, streets):
    # uphill to A 120 m, downhill to B 130 m: B is sooner reached, A is sooner come from
    centres = frame([shapely.Point(310, 0), shapely.Point(60, 0)], ["A", "B"])
    found = access.table(plots.iloc[1:2], streets, everything(centre=centres)).iloc[0]
    up, down = (60 / (6000 * np.exp(-3.5 * s)) for s in (0.15, 0.05))
    assert found["access_centre_id"] == "B"
    assert found["access_centre_min"] == pytest.approx(130 * down)
    assert found["access_centre_from_min"] == pytest.approx(130 * up)


def test_order_of_plots_and_destinations_changes_nothing(streets):
    rng = np.random.default_rng(4)
    x = rng.uniform(0, 380, 40)
    homes = frame(
        [shapely.box(a, b, a + 12, b + 9) for a, b in zip(x, rng.uniform(0, 40, 40), strict=True)],
        pd.Index([f"2/{i}" for i in range(40)], name="plot_id"),
    )
    shops = frame(
        shapely.points(rng.uniform(0, 400, (9, 2)) * [1, 0.1]), [f"S{i}" for i in range(9)]
    )
    given = everything(stop=shops, centre=shops.iloc[:3])
    found = access.table(homes, streets, given)
    turned = everything(stop=shops.iloc[::-1], centre=shops.iloc[2::-1])
    other = access.table(homes.iloc[::-1], streets, turned).loc[homes.index]
    pd.testing.assert_frame_equal(found, other)
    assert found["access_stop_id"].nunique() > 2


def test_polygons_are_destinations_and_a_destination_on_the_plot_is_no_walk(plots, streets):
    school = frame([shapely.box(60, -40, 100, 0)], ["K1"])
    found = access.table(plots, streets, everything(school=school, grocery=school))
    up = 60 / (6000 * np.exp(-3.5 * 0.15))
    assert found.loc["1/1", "access_school_min"] == pytest.approx(70 * up)


def test_lines_and_network_give_the_same(plots, streets):
    built = access.table(plots, build(streets), everything())
    pd.testing.assert_frame_equal(built, access.table(plots, streets, everything()))


def test_snap_limit_is_a_tunable(plots, streets):
    far = frame([shapely.box(100, 310, 120, 330)], ["1/9"])
    assert access.table(far, streets, everything())["access_reason"].tolist() == ["unreachable"]
    near = access.table(far, streets, everything(), max_snap_m=400)
    assert near["access_snap_m"].tolist() == [310]
    assert near["access_stop_min"].iloc[0] > 310 * FLAT


def test_real_streets_of_rennes():
    path = SHARED / "rennes"
    if not path.exists():
        pytest.skip("../shared/data absent")
    roads = gpd.read_file(path / "rennes_demo.gpkg", layer="troncon_route")
    parcels = gpd.read_file(path / "rennes_demo.gpkg", layer="parcelle")
    terrain = raster.read_grid(path / "rennes_MNT_2m.asc", crs="EPSG:2154")
    lines = roads.rename(columns={"NATURE": "kind_code", "POS_SOL": "medium_code"})
    net = build(lines, terrain=terrain)
    assert len(net.lines) == 39
    assert len(net.edge_line) >= 39
    largest = np.bincount(net.node_component).max()
    assert largest / len(net.node_xy) > 0.9
    stop = gpd.GeoDataFrame(geometry=[roads.geometry.iloc[0].centroid], index=["S"], crs=roads.crs)
    usable = parcels[parcels.area > 0]
    found = access.table(usable, net, {"stop": stop})
    reached = found["access_stop_min"].dropna()
    assert len(reached) > 0.9 * len(usable)
    air = usable.loc[reached.index].distance(stop.geometry.iloc[0])
    # nobody walks quicker than Tobler's 6 km/h along the air line
    assert (reached >= air * 60 / 6000 - 1e-9).all()


def test_rennes_heights_of_the_lines_and_of_the_terrain_give_like_walks():
    path = SHARED / "rennes"
    if not path.exists():
        pytest.skip("../shared/data absent")
    roads = gpd.read_file(path / "rennes_demo.gpkg", layer="troncon_route")
    terrain = raster.read_grid(path / "rennes_MNT_2m.asc", crs="EPSG:2154")
    own = build(roads)
    flat = roads.set_geometry(
        gpd.GeoSeries(shapely.force_2d(roads.geometry.to_numpy()), crs=roads.crs)
    )
    draped = build(flat, terrain=terrain)
    took = [net.along_min(net.edge_from_m, net.edge_to_m).sum() for net in (own, draped)]
    assert took[0] == pytest.approx(took[1], rel=0.1)


def test_streets_of_bubenec_without_any_field_or_height():
    path = SHARED / "bubenec/bubenec.gpkg"
    if not path.exists():
        pytest.skip("../shared/data absent")
    streets = gpd.read_file(path, layer="streets").to_crs("EPSG:32633")
    plots = gpd.read_file(path, layer="plots").to_crs("EPSG:32633")
    net = build(streets)
    assert len(set(net.node_component)) == 1
    assert net.notes[0].code == "network_flat"
    snaps = snap(net, plots.geometry.to_numpy())
    assert np.isfinite(snaps.axis_m).all()
