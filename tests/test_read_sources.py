"""The same layer from every format; archives, statistics and what cannot be read."""

from __future__ import annotations

import json
import zipfile

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from reading import X, Y, parcels, rectangle, shared, two_parcels, write_config

from boligplan_geo.errors import InputError
from boligplan_geo.raster import Grid, write_grid
from boligplan_geo.read import read_municipality
from boligplan_geo.read.formats import csv_table, jsonstat
from boligplan_geo.read.shapes import horizontal_crs, is_metric, repaired
from boligplan_geo.read.sources import shown_source

FORMATS = {
    "gpkg": "GPKG", "geojson": "GeoJSON", "shp": "ESRI Shapefile", "gdb": "OpenFileGDB",
    "fgb": "FlatGeobuf", "parquet": None, "gml": "GML",
}  # fmt: skip


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format_gives_the_same_plots(tmp_path, suffix):
    frame = two_parcels()
    if suffix == "shp":  # names of at most ten letters
        frame = frame.rename(
            columns={"gardsnummer": "gardsnr", "bruksnummer": "bruksnr", "festenummer": "festenr"}
        )
    if suffix == "gdb":  # older FileGDB has no 64-bit integers
        frame = frame.astype(
            {"gardsnummer": "int32", "bruksnummer": "int32", "festenummer": "int32"}
        )
    path = tmp_path / f"teiger.{suffix}"
    if suffix == "parquet":
        frame.to_parquet(path)
    else:
        frame.to_file(path, driver=FORMATS[suffix])
    layers = f'[layers.plots]\nsource = "teiger.{suffix}"\n'
    if suffix == "geojson":  # GDAL writes it in longitude and latitude
        layers = f'crs = "EPSG:25833"\n{layers}'
    before = sorted(p.name for p in tmp_path.iterdir())
    town = read_municipality(write_config(tmp_path, layers))
    assert town.plots.index.tolist() == ["9999-1/1", "9999-1/2"]
    assert town.crs == "EPSG:25833"
    assert town.plots.area.to_numpy() == pytest.approx([600, 600], rel=1e-6)
    assert len(town.inputs["plots"]["sha256"]) == 64
    # reading leaves nothing behind in the user's folder (GDAL's .gfs)
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([*before, "kommune.toml"])


def test_a_member_of_an_archive(tmp_path):
    frame = two_parcels()
    frame.to_file(tmp_path / "a.gpkg")
    frame.iloc[:1].to_file(tmp_path / "b.gpkg")
    with zipfile.ZipFile(tmp_path / "levering.zip", "w") as archive:
        for name in ("a", "b"):
            archive.write(tmp_path / f"{name}.gpkg", f"mappe/{name}.gpkg")
    layers = '[layers.plots]\nsource = "levering.zip!mappe/b.gpkg"\n'
    assert len(read_municipality(write_config(tmp_path, layers)).plots) == 1
    with pytest.raises(InputError, match=r"did you mean mappe/b\.gpkg"):
        read_municipality(write_config(tmp_path, layers.replace("mappe/b", "mappe/bb")))
    with pytest.raises(InputError, match=r"mappe/a\.gpkg, mappe/b\.gpkg"):
        read_municipality(write_config(tmp_path, '[layers.plots]\nsource = "levering.zip"\n'))


@pytest.mark.parametrize("suffix", ["gdb", "shp", "gml", "csv"])
def test_archives_of_formats_with_several_files(tmp_path, suffix):
    names = ["gardsnr", "bruksnr", "festenr"]
    frame = two_parcels().set_axis(["teigid", *names, "geometry"], axis=1)
    frame = frame.astype(dict.fromkeys(names, "int32"))
    inside = tmp_path / "inne"
    inside.mkdir()
    if suffix == "csv":
        frame.assign(wkt=frame.geometry.to_wkt()).drop(columns="geometry").to_csv(
            inside / "teig.csv", index=False
        )
    else:
        frame.to_file(inside / f"teig.{suffix}", driver=FORMATS[suffix])
    with zipfile.ZipFile(tmp_path / "t.zip", "w") as archive:
        for file in sorted(p for p in inside.rglob("*") if p.is_file()):
            archive.write(file, file.relative_to(inside).as_posix())
    layers = f'[layers.plots]\nsource = "t.zip!teig.{suffix}"\ncrs = "EPSG:25833"\n'
    town = read_municipality(write_config(tmp_path, layers))
    assert town.plots.area.to_dict() == pytest.approx({"9999-1/1": 600, "9999-1/2": 600})
    assert town.inputs["plots"]["source"] == f"t.zip!teig.{suffix}"


def test_several_sources_of_a_layer_in_two_crs(tmp_path):
    two_parcels().to_file(tmp_path / "a.gpkg")
    west = parcels([("9", 2, 1, 0, (100, 0, 120, 30))]).to_crs(25832)
    west.to_file(tmp_path / "b.gpkg")
    layers = '[[layers.plots]]\nsource = "a.gpkg"\n[[layers.plots]]\nsource = "b.gpkg"\n'
    town = read_municipality(write_config(tmp_path, layers))
    assert town.plots.index.tolist() == ["9999-1/1", "9999-1/2", "9999-2/1"]
    assert town.plots.area["9999-2/1"] == pytest.approx(600, rel=1e-3)
    assert [n.values for n in town.notes if n.code == "reprojected"] == [
        {"source": "EPSG:25832", "target": "EPSG:25833"}
    ]
    assert town.inputs["plots"]["rows_read"] == 3


def test_filter_counts_what_it_leaves_out(tmp_path):
    two_parcels().to_file(tmp_path / "t.gpkg")
    layers = '[layers.plots]\nsource = "t.gpkg"\nfilter = { bruksnummer = [2, "7"] }\n'
    town = read_municipality(write_config(tmp_path, layers))
    assert town.plots.index.tolist() == ["9999-1/2"]
    account = town.inputs["plots"]
    assert (account["rows_read"], account["rows_used"]) == (2, 1)
    assert account["left_out"] == {"filtered": 1}


@pytest.mark.parametrize("separator", [";", ","])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_csv_with_and_without_bom(separator, encoding):
    text = f"bygningsnummer{separator}navn\n007{separator}Sjøgata\n"
    table = csv_table(text.encode(encoding))
    assert table.to_dict("records") == [{"bygningsnummer": "007", "navn": "Sjøgata"}]


def test_points_from_a_csv(tmp_path):
    (tmp_path / "stopp.csv").write_text(f"id;navn;x;y\n1;Kaia;{X};{Y}\n", "utf-8")
    layers = '[layers.stops]\nsource = "stopp.csv"\ncrs = "EPSG:25833"\n'
    town = read_municipality(write_config(tmp_path, layers))
    assert shapely.get_coordinates(town.stops.geometry.to_numpy()).tolist() == [[X, Y]]
    with pytest.raises(InputError, match=r"\[stops\] no CRS"):
        read_municipality(write_config(tmp_path, layers.replace("crs", "as_of")))


def test_databases_are_shown_without_user_and_password():
    shown = shown_source("postgresql://anna:hemmelig@db.example:5432/plan")
    assert shown == "postgresql://db.example:5432/plan"
    assert shown_source("/home/anna/teiger.gpkg") == "teiger.gpkg"


def test_a_database_without_driver_says_what_to_install(tmp_path, monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "psycopg", None)
    layers = '[layers.stops]\nsource = "postgresql://db.example/plan"\nlayer = "plan.stops"\n'
    with pytest.raises(InputError, match="pip install"):
        read_municipality(write_config(tmp_path, layers))
    secret = layers.replace("db.example", "anna:hemmelig@db.example")
    with pytest.raises(InputError, match="PGPASSWORD") as caught:
        read_municipality(write_config(tmp_path, secret))
    assert "hemmelig" not in str(caught.value)


def test_population_by_grunnkrets_as_jsonstat(tmp_path):
    document = {
        "version": "2.0", "class": "dataset", "id": ["Region", "ContentsCode", "Tid"],
        "size": [2, 1, 1], "value": [120, None], "status": {"1": "."},
        "dimension": {
            "Region": {"category": {"index": {"99990101": 0, "99990102": 1}}},
            "ContentsCode": {"category": {"label": {"Personer": "Personer"}}},
            "Tid": {"category": {"index": ["2024"]}},
        },
    }  # fmt: skip
    (tmp_path / "04317.json").write_text(json.dumps(document), "utf-8")
    town = read_municipality(write_config(tmp_path, '[layers.population]\nsource = "04317.json"\n'))
    assert town.population["basic_unit_id"].tolist() == ["99990101", "99990102"]
    np.testing.assert_array_equal(town.population["population_count"], [120, np.nan])
    assert town.population["year"].tolist() == [2024, 2024]


def test_ssb_jsonstat_equals_its_flat_csv():
    document = json.loads(shared("ssb/29843.json").read_text("utf-8"))
    table = jsonstat.table(document, labels=True)
    oracle = pd.read_csv(shared("ssb/29843-to_table.csv"))
    assert len(table) == len(oracle) == 37_440
    for position in range(len(table.columns) - 1):
        assert (table.iloc[:, position].to_numpy() == oracle.iloc[:, position].to_numpy()).all()
    np.testing.assert_array_equal(table["value"], oracle.iloc[:, -1])
    assert table["value"].isna().sum() == 7200


def test_terrain_comes_in_the_analysis_crs(tmp_path):
    values = np.arange(100, dtype="float32").reshape(10, 10)
    write_grid(Grid(values, X, Y + 50, 5.0, "EPSG:25833"), tmp_path / "dtm.tif")
    town = read_municipality(write_config(tmp_path, '[layers.terrain]\nsource = "dtm.tif"\n'))
    assert town.terrain.crs == "EPSG:25833"
    assert float(np.nanmax(town.terrain.values)) == 99


@pytest.mark.parametrize(
    ("said", "epsg"),
    [("EPSG:5972", 25832), ("EPSG:11022", 25832), ("EPSG:5973", 25833), ("EPSG:11023", 25833),
     ("EPSG:5975", 25835), ("EPSG:3045", 25833), ("EPSG:6173", 25833), ("EPSG:25833", 25833)],
)  # fmt: skip
def test_3d_systems_become_their_horizontal_one(said, epsg):
    assert horizontal_crs(said).to_epsg() == epsg


def test_which_crs_can_measure():
    metric = {
        code: is_metric(horizontal_crs(f"EPSG:{code}"))
        for code in (25833, 2154, 5514, 3035, 3857, 3395, 4326, 2263)
    }
    assert metric == {25833: True, 2154: True, 5514: True, 3035: True,
                      3857: False, 3395: False, 4326: False, 2263: False}  # fmt: skip


def test_3d_geometry_is_flat_except_on_the_network(tmp_path):
    lines = [shapely.LineString([(X, Y, 5), (X + 10, Y, 6)])]
    gpd.GeoDataFrame({"id": ["1"]}, geometry=lines, crs=5973).to_file(tmp_path / "n.gpkg")
    layers = '[layers.network]\nsource = "n.gpkg"\n[layers.roads]\nsource = "n.gpkg"\n'
    town = read_municipality(write_config(tmp_path, layers))
    assert shapely.get_coordinates(town.network.geometry.to_numpy(), include_z=True).tolist() == [
        [X, Y, 5], [X + 10, Y, 6],
    ]  # fmt: skip
    assert not town.roads.has_z.any()
    assert town.network.crs == "EPSG:25833"


def test_heights_survive_reprojection(tmp_path):
    lines = gpd.GeoSeries([shapely.LineString([(X, Y, 5), (X + 10, Y, 6)])], crs=25833)
    gpd.GeoDataFrame({"id": ["1"]}, geometry=lines.to_crs(25832)).to_file(tmp_path / "n.gpkg")
    town = read_municipality(write_config(tmp_path, '[layers.network]\nsource = "n.gpkg"\n'))
    found = shapely.get_coordinates(town.network.geometry.to_numpy(), include_z=True)
    np.testing.assert_allclose(found, [[X, Y, 5], [X + 10, Y, 6]], atol=1e-3)


def test_a_shell_becomes_its_footprint():
    faces = [
        [(0, 0, 0), (4, 0, 0), (4, 3, 0), (0, 3, 0)],  # floor
        [(0, 0, 3), (4, 0, 3), (4, 3, 3), (0, 3, 3)],  # roof, a little wider below
        [(0, 0, 0), (4, 0, 0), (4, 0, 3), (0, 0, 3)],  # a wall, without area from above
    ]
    shell = shapely.MultiPolygon([shapely.Polygon(face) for face in faces])
    shapes, reasons = repaired(np.array([shell, rectangle(0, 0, 1, 1)]))
    assert shapes[0].area == pytest.approx(12)
    assert reasons[0].startswith("3D shell, footprint taken")
    assert pd.isna(reasons[1])
