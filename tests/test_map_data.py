"""What is in the map's file: columns, shapes, symbols and the relief, read back the slow way."""

from __future__ import annotations

import base64
import json
import re
import zlib
from dataclasses import replace
from io import BytesIO

import geopandas as gpd
import matplotlib.image
import numpy as np
import pandas as pd
import pyproj
import pytest
import shapely
from fake_run import BOTTOM, CRS, LEFT, fake_run
from fake_town import run_in_town
from hypothesis import given, settings
from hypothesis import strategies as st

from boligplan_geo.maps import map_candidates, packed
from boligplan_geo.maps.background import SEA, background
from boligplan_geo.maps.data import built_up_frame
from boligplan_geo.maps.packed import STEP_M, ColumnBlock, Shapes
from boligplan_geo.maps.symbols import purpose_classes, zone_name
from boligplan_geo.result import Analysis


@pytest.fixture(scope="module")
def run() -> Analysis:
    return run_in_town()


# --- what is in the file ------------------------------------------------------------------------


def unpacked(run: Analysis, **options: object) -> tuple[dict, bytes]:
    """The page's JSON and the bytes of its columns, taken from the HTML as a reader would."""
    text = map_candidates(run, **options).get_root().render()
    page = json.loads(re.search(r'id="boligplan-page">(.*?)</script>', text, re.DOTALL)[1])
    packed = re.search(r'id="boligplan-columns">(.*?)</script>', text, re.DOTALL)[1]
    return page, zlib.decompress(base64.b64decode(packed))


def read(manifest: dict, raw: bytes, name: str) -> list:
    """A column read by the book, one value at a time: the naive second implementation."""
    entry = manifest[name]
    if entry.get("type") == "unknown":
        return [None] * entry["count"]
    if entry["kind"] == "lines":
        return raw[entry["offset"] : entry["offset"] + entry["size"]].decode("utf-8").split("\n")
    size, signed = int(entry["type"][1]), entry["type"][0] == "i"
    whole = [
        int.from_bytes(raw[entry["offset"] + i * size :][:size], "little", signed=signed)
        for i in range(entry["count"])
    ]
    if entry["kind"] == "text":
        return [entry["texts"][v - 1] if v else None for v in whole]
    if entry["kind"] == "number":
        missing = -(2 ** (8 * size - 1))
        return [None if v == missing else v / 10 ** entry["decimals"] for v in whole]
    return whole


def test_owners_of_homes_are_not_in_the_public_file(run: Analysis) -> None:
    page, raw = unpacked(run)
    shown = pd.Series(read(page["columns"], raw, "plots.owner_code"), index=run.plots.index)
    empty = run.plots["built_homes_count"] == 0
    assert shown[~empty].isna().all()
    assert shown[empty].tolist() == run.plots["owner_code"][empty].tolist()
    assert set(read(page["columns"], raw, "plots.owner_reason")) == {
        None,
        "holdt tilbake av personvernhensyn",
    }
    page, raw = unpacked(run, audience="internal")
    assert read(page["columns"], raw, "plots.owner_code") == run.plots["owner_code"].tolist()


def test_every_figure_comes_back_as_it_was(run: Analysis) -> None:
    page, raw = unpacked(run)
    columns = page["columns"]
    assert read(columns, raw, "plots.id") == run.plots.index.tolist()
    for name, decimals in (
        ("score_densification_points", 1),
        ("access_stop_min", 1),
        ("potential_plan_homes_mid_count", 0),
        ("potential_homes_mid_count", 0),
    ):
        given = np.array(read(columns, raw, f"plots.{name}"), dtype=float)
        true = run.plots[name].to_numpy("float64")
        assert (np.isnan(given) == np.isnan(true)).all()
        assert np.nanmax(np.abs(given - true), initial=0) <= 0.5000001 * 10.0**-decimals
    for criterion in run.densification.criteria:
        given = np.array(read(columns, raw, f"plots.points.{criterion.id}"), dtype=float)
        true = run.densification.points[criterion.id].to_numpy()
        assert np.nanmax(np.abs(given - true)) <= 0.0500001


def test_no_path_of_the_machine_is_in_the_file(run: Analysis) -> None:
    inputs = {
        "plots": {"source": "/home/someone/data/teig.zip!a/b.gml"},
        "stops": {"source": "postgresql://user:secret@host/db"},
        "municipal_homes": {"source": "hemmelig.csv"},
        "plan_areas": {"source": "plan/kp.gml; C:\\Users\\someone\\rp.gml"},
    }
    text = map_candidates(replace(run, inputs=inputs)).get_root().render()
    for secret in ("someone", "secret", "hemmelig"):
        assert secret not in text
    for shown in ("teig.zip", "kp.gml, rp.gml", "database"):
        assert shown in text


shapes_given = st.lists(
    st.tuples(st.floats(-9e3, 9e3), st.floats(-9e3, 9e3), st.floats(1, 5e3), st.booleans()),
    min_size=1, max_size=6,
)  # fmt: skip


@given(shapes_given)
@settings(max_examples=30, deadline=None)
def test_shapes_come_back_to_the_grid(boxes: list[tuple[float, float, float, bool]]) -> None:
    given_shapes = []
    for x, y, size, has_hole in boxes:
        outer = shapely.box(LEFT + x, BOTTOM + y, LEFT + x + size * 3, BOTTOM + y + size * 3)
        hole = shapely.box(
            LEFT + x + size, BOTTOM + y + size, LEFT + x + 2 * size, BOTTOM + y + 2 * size
        )
        given_shapes.append(outer.difference(hole) if has_hole else outer)
    given_shapes.append(given_shapes[0])  # the same shape again: stored once
    block, shapes = ColumnBlock(), Shapes(CRS)
    shapes.add("plots.shape", given_shapes)
    grid = shapes.write(block)
    raw = zlib.decompress(base64.b64decode(block.base64()))
    columns = {name: read(block.manifest, raw, name) for name in block.manifest}
    assert columns["plots.shape"][-1] == columns["plots.shape"][0]
    to_map = pyproj.Transformer.from_crs(CRS, "EPSG:3857", always_xy=True)
    ring, vertex, rings = 0, 0, []
    for count in columns["shape.vertices"]:
        steps = slice(vertex, vertex + count)
        x = np.cumsum(columns["shape.step_x"][steps]) + columns["shape.begin_x"][ring]
        y = np.cumsum(columns["shape.step_y"][steps]) + columns["shape.begin_y"][ring]
        rings.append(np.column_stack([grid["x"] + x * STEP_M, grid["y"] + y * STEP_M]))
        ring, vertex = ring + 1, vertex + count
    first = 0
    begin = np.cumsum([0, *columns["shape.rings"]])
    for row, shape in zip(columns["plots.shape"], given_shapes, strict=True):
        first = begin[row]
        shell = np.column_stack(to_map.transform(*np.asarray(shape.exterior.coords).T))
        back = shapely.Polygon(rings[first])
        assert columns["shape.rings"][row] == 1 + len(shape.interiors)
        assert shapely.hausdorff_distance(shapely.Polygon(shell), back) <= STEP_M


def test_shapes_packed_a_few_at_a_time_are_those_packed_at_once(
    run: Analysis, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once = unpacked(run)
    monkeypatch.setattr(packed, "SHAPES_AT_ONCE", 5)
    assert unpacked(run) == at_once


def test_a_shape_without_a_place_and_a_missing_one_keep_their_rows() -> None:
    block, shapes = ColumnBlock(), Shapes(CRS)
    square = shapely.box(LEFT, BOTTOM, LEFT + 9, BOTTOM + 9)
    shapes.add("plots.shape", [None, square, shapely.Polygon(), square, None])
    shapes.add("sites.shape", [square, None])
    shapes.add_points("sites.at", [None, square.centroid])
    grid = shapes.write(block)
    raw = zlib.decompress(base64.b64decode(block.base64()))
    columns = {name: read(block.manifest, raw, name) for name in block.manifest}
    none, empty, full = (columns["plots.shape"][i] for i in (0, 2, 1))
    assert columns["plots.shape"] == [none, full, empty, full, none]
    assert columns["sites.shape"] == [full, none]
    rings = columns["shape.rings"]
    assert (rings[none], rings[empty], rings[full]) == (0, 0, 1)
    assert (columns["sites.at_x"][0], columns["sites.at_y"][0]) == (0, 0)
    at = (
        grid["x"] + columns["sites.at_x"][1] * STEP_M,
        grid["y"] + columns["sites.at_y"][1] * STEP_M,
    )
    back = pyproj.Transformer.from_crs("EPSG:3857", CRS, always_xy=True).transform(*at)
    assert back == pytest.approx((LEFT + 4.5, BOTTOM + 4.5), abs=STEP_M)


@given(st.lists(st.one_of(st.none(), st.floats(-2e6, 2e6)), min_size=1, max_size=20))
def test_unknown_numbers_stay_unknown_and_known_ones_known(values: list[float | None]) -> None:
    block = ColumnBlock()
    block.add_numbers("a", values, decimals=1)
    raw = zlib.decompress(base64.b64decode(block.base64()))
    for given_value, true in zip(read(block.manifest, raw, "a"), values, strict=True):
        assert (given_value is None) == (true is None)
        assert true is None or abs(given_value - true) <= 0.0500001


# --- symbols and background -----------------------------------------------------------------------


def test_plan_colours_are_the_published_ones_and_1985_is_the_other_way_round() -> None:
    parts = pd.DataFrame({
        "regime_code": ["kp2008", "kp2008", "kp1985", "kp1985", "kp2008", None, "kp2008"],
        "land_use_code": ["1110", "1110", "110", "110", "1110", None, "9998"],
        "land_use_status_code": [1.0, 2.0, 1.0, 2.0, 3.0, np.nan, 1.0],
        "area_m2": [7.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0],
    })  # fmt: skip
    legend, of_part = purpose_classes(parts)
    colours = [legend[i]["colours"] for i in of_part]
    assert colours[:4] == [["#ffff99"], ["#ffff33"], ["#ffe500"], ["#ffff99"]]
    assert colours[4] == ["#ffff99"]
    assert legend[of_part[4]]["hatch"]
    assert legend[of_part[5]]["name"] == "Uten plan"
    assert legend[of_part[6]]["name"] == "Ukjent formål"
    assert [entry["area_m2"] for entry in legend] == [7, 6, 5, 4, 3, 2, 1]


def test_zones_are_named_with_their_code() -> None:
    assert zone_name("hazard_zones", "landslide_1000", "en") == "Landslide hazard, 1/1000"
    assert zone_name("plan_zones", "570") == "Bevaring kulturmiljø (H570)"
    assert zone_name("noise", "aircraft_red") == "Flystøy, rød sone"
    assert zone_name("noise", "road_red_deviation") == "Støy, rød sone"
    assert zone_name("made_up", "x7") == "made_up x7"


def test_the_relief_lies_where_the_terrain_is(run: Analysis) -> None:
    """The shore of the fake terrain runs along one easting: its pixels must lie there too."""
    terrain = run.town.terrain
    picture = background(terrain)
    image = matplotlib.image.imread(BytesIO(base64.b64decode(picture["png"])))
    rows, columns = image.shape[:2]
    is_sea = (np.abs(image[..., :3] * 255 - SEA) < 1).all(axis=-1)
    to_map = pyproj.Transformer.from_crs("EPSG:4326", "EPSG:3857", always_xy=True)
    back = pyproj.Transformer.from_crs("EPSG:3857", CRS, always_xy=True)
    (west, east), (south, north) = to_map.transform(
        [picture["west"], picture["east"]], [picture["south"], picture["north"]]
    )
    for row in np.linspace(rows * 0.2, rows * 0.8, 5).astype(int):
        shore = np.flatnonzero(is_sea[row])[-1] + 1
        x = west + (east - west) * shore / columns
        y = north - (north - south) * (row + 0.5) / rows
        easting, _ = back.transform(x, y)
        assert easting == pytest.approx(LEFT - 60, abs=1.5 * terrain.cell_m)
    assert image[2, -3, 3] == 0  # the corner without data is clear


def test_the_map_opens_on_the_built_up_town() -> None:
    run = fake_run(20)
    far = run.plots.iloc[:1].copy()
    far.index = ["9999-9/1"]
    far.geometry = far.geometry.translate(90_000, 0)
    far["built_homes_count"] = 0.0
    far["plot_status_code"] = "excluded"
    plots = gpd.GeoDataFrame(pd.concat([run.plots, far]), crs=CRS)
    frame = built_up_frame(plots)
    assert frame[0] >= LEFT
    assert frame[2] <= LEFT + 20 * 30
