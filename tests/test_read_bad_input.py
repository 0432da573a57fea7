"""Bad input: one InputError with every problem, or a note; never a bare traceback."""

from __future__ import annotations

import csv

import geopandas as gpd
import numpy as np
import pytest
import shapely
from reading import SHARED, X, Y, parcels, rectangle, shared, two_parcels, write_config

from boligplan_geo.errors import InputError, texts
from boligplan_geo.read import read_municipality
from boligplan_geo.read.shapes import repaired


def refused(path) -> str:
    with pytest.raises(InputError) as caught:
        read_municipality(path)
    return str(caught.value)


def test_all_problems_are_told_at_once(tmp_path):
    (tmp_path / "reg.csv").write_text("bygningsnummer;bruksareal\n1;stort\n", "utf-8")
    layers = """
[layers.building_register]
source = "reg.csv"
[layers.stops]
source = "stopp.gpkg"
[layers.ownership]
source = "reg.csv"
"""
    said = refused(write_config(tmp_path, layers))
    assert said.startswith("3 problems")
    assert "number expected, found 'stort'" in said
    assert "no such file: stopp.gpkg" in said
    assert "[ownership.owner_code] no column found" in said


def test_faults_of_the_config_do_not_hide_those_of_the_layers(tmp_path):
    (tmp_path / "reg.csv").write_text("bygningsnummer;bruksareal\n1;stort\n", "utf-8")
    two_parcels().to_file(tmp_path / "t.gpkg")
    (tmp_path / "k.toml").write_text(
        """
name = "x"
kommune = 1
[layers.plots]
source = "t.gpkg"
fields = { gnr = "GARD", gnrr = "x" }
[layers.building_register]
source = "reg.csv"
sorce = "reg.csv"
[layers.stopps]
source = "stopp.gpkg"
[layers.stops]
source = "stopp.gpkg"
[layers.basic_units]
source = "k.gpkg"
[layers.districts]
source = "d.csv"
""",
        "utf-8",
    )
    said = refused(tmp_path / "k.toml")
    assert said.startswith("10 problems")
    for told in (
        "unknown key 'kommune'",
        "municipality_number is missing",
        "unknown field 'gnrr'",
        "unknown key 'sorce'",
        "unknown layer 'stopps'",
        "no column 'GARD'",
        "number expected, found 'stort'",
        "no such file: stopp.gpkg",
        "no such file: k.gpkg",
        "no such file: d.csv",
    ):
        assert said.count(told) == 1


HEAD = 'name = "x"\nmunicipality_number = "1"\n'
PLOTS = f"{HEAD}[layers.plots]\n"


@pytest.mark.parametrize(
    ("config", "says"),
    [
        ('name = "x"', "municipality_number is missing"),
        (HEAD, "no layer plots"),
        (f'{HEAD}[layers.plot]\nsource = "a"', "did you mean plots?"),
        (f'{HEAD}municipality = 3\n[layers.plots]\nsource = "a"', "unknown key 'municipality'"),
        (f'{PLOTS}sorce = "a"', "did you mean source?"),
        (f'{PLOTS}source = "a"\nfields = {{gnrr = "b"}}', "did you mean gnr?"),
        ("name = ", "is not TOML"),
        (f"{HEAD}[layers]\nplots = 3", "is not a table"),
    ],
)
def test_a_faulty_config(tmp_path, config, says):
    path = tmp_path / "k.toml"
    path.write_text(config, "utf-8")
    assert says in refused(path)


def test_wrong_path_names_the_nearest_file(tmp_path):
    path = write_config(tmp_path)
    (tmp_path / "teiger.gpkg").rename(tmp_path / "teigene.gpkg")
    assert "did you mean teigene.gpkg?" in refused(path)


@pytest.mark.filterwarnings("ignore:'crs' was not provided")
def test_no_crs_is_an_error_with_the_remedy(tmp_path):
    two_parcels().set_crs(None, allow_override=True).to_file(tmp_path / "t.gpkg")
    said = refused(write_config(tmp_path, '[layers.plots]\nsource = "t.gpkg"\n'))
    assert "[plots] no CRS. Remedy: add crs =" in said
    layers = '[layers.plots]\nsource = "t.gpkg"\ncrs = "EPSG:25833"\n'
    assert len(read_municipality(write_config(tmp_path, layers)).plots) == 2


def test_geographic_plots_abroad_need_a_crs_and_norwegian_ones_do_not(tmp_path):
    two_parcels().to_crs(4326).to_file(tmp_path / "t.gpkg")
    town = read_municipality(write_config(tmp_path, '[layers.plots]\nsource = "t.gpkg"\n'))
    assert town.crs == "EPSG:25833"
    assert "reprojected_not_metric" in {n.code for n in town.notes}
    abroad = gpd.GeoDataFrame({"id": ["1"]}, geometry=[shapely.box(2, 48, 2.01, 48.01)], crs=4326)
    abroad.to_file(tmp_path / "a.gpkg")
    said = refused(write_config(tmp_path, '[layers.plots]\nsource = "a.gpkg"\n'))
    assert "outside Norway" in said
    assert 'crs = "EPSG:…"' in said
    assert "cannot be used" in refused(write_config(tmp_path, head='crs = "EPSG:3857"'))


def test_no_plots_and_points_for_plots(tmp_path):
    two_parcels().iloc[:0].to_file(tmp_path / "t.gpkg")
    layers = '[layers.plots]\nsource = "t.gpkg"\n'
    assert "[plots] no plots" in refused(write_config(tmp_path, layers))
    points = two_parcels()
    points.set_geometry(points.geometry.centroid).to_file(tmp_path / "p.gpkg")
    assert "has no polygons" in refused(write_config(tmp_path, layers.replace("t.g", "p.g")))


def test_unknown_column_lists_what_the_source_has(tmp_path):
    two_parcels().to_file(tmp_path / "t.gpkg")
    layers = '[layers.plots]\nsource = "t.gpkg"\nfields = { gnr = "GARD" }\n'
    said = refused(write_config(tmp_path, layers))
    assert "[plots.gnr] no column 'GARD'" in said
    assert "bruksnummer" in said
    layers = '[layers.plots]\nsource = "t.gpkg"\nfilter = { x = 1 }\n'
    assert "filter: no column 'x'" in refused(write_config(tmp_path, layers))


def test_broken_and_empty_geometry_is_accounted_for(tmp_path):
    shapes = [
        rectangle(0, 0, 10, 10),
        None,
        shapely.Polygon(),
        shapely.Polygon([(X, Y), (X + 1, Y + 1), (X + 2, Y + 2)]),  # a line
        shapely.Polygon([(X + 50, Y), (X + 60, Y + 10), (X + 60, Y), (X + 50, Y + 10)]),  # bow tie
    ]
    frame = gpd.GeoDataFrame(
        {"teigid": list("abcde"), "gnr": 1, "bnr": range(1, 6)}, geometry=shapes, crs=25833
    )
    frame.to_file(tmp_path / "t.gpkg")
    town = read_municipality(write_config(tmp_path, '[layers.plots]\nsource = "t.gpkg"\n'))
    assert town.plots.area.to_dict() == {"9999-1/1": 100, "9999-1/5": 50}
    account = town.inputs["plots"]
    assert account["left_out"] == {"empty_geometry": 2, "zero_area": 1}
    assert account["rows_read"] == account["rows_used"] + 3 == 5
    said = "\n".join(n.text("en") for n in town.notes)
    assert "plots: 1 geometries repaired (Self-intersection): e" in said
    assert "plots: 1 rows left out (has no area): d" in said


def test_duplicate_ids_of_plots(tmp_path):
    same = parcels([("1", 1, 1, 0, (0, 0, 10, 10)), ("1", 1, 1, 0, (0, 0, 10, 10))])
    same.to_file(tmp_path / "t.gpkg")
    layers = '[layers.plots]\nsource = "t.gpkg"\n'
    town = read_municipality(write_config(tmp_path, layers))
    assert town.inputs["plots"]["left_out"] == {"duplicate": 1}
    other = parcels([("1", 1, 1, 0, (0, 0, 10, 10)), ("1", 1, 2, 0, (20, 0, 30, 10))])
    other.to_file(tmp_path / "t.gpkg")
    assert "ids occur with different geometry (1 rows: 1)" in refused(
        write_config(tmp_path, layers)
    )


def test_a_register_with_an_id_twice(tmp_path):
    (tmp_path / "r.csv").write_text("bygningsnummer;bruksareal\n1;80\n1;80\n2;70\n", "utf-8")
    layers = '[layers.building_register]\nsource = "r.csv"\n'
    town = read_municipality(write_config(tmp_path, layers))
    assert town.building_register["bra_m2"].to_dict() == {"1": 80, "2": 70}
    assert town.inputs["building_register"]["left_out"] == {"duplicate": 1}
    (tmp_path / "r.csv").write_text("bygningsnummer;bruksareal\n1;80\n1;90\n", "utf-8")
    assert "ids occur more than once (1 rows: 1)" in refused(write_config(tmp_path, layers))


def test_a_missing_layer_is_said_once(tmp_path):
    town = read_municipality(write_config(tmp_path))
    missing = [n.layer for n in town.notes if n.code == "layer_missing"]
    assert "buildings" in missing
    assert len(missing) == len(set(missing)) == len(texts("layers")) - 1
    assert town.buildings is None


def test_all_invalid_polygons_are_repaired_or_reported():
    with shared("bad_input/invalid_polygons.csv").open(encoding="utf-8") as file:
        csv.field_size_limit(10**7)
        rows = list(csv.DictReader(file))
    assert len(rows) == 69
    # two of the file are lines or empty by GEOS's own reading; none may stop the others
    geometry = shapely.from_wkt([r["wkt"] for r in rows], on_invalid="ignore")
    readable = ~shapely.is_missing(geometry)
    shapes, reasons = repaired(geometry[readable])
    assert shapely.is_valid(shapes).all()
    assert np.isin(shapely.get_type_id(shapes), [3, 6]).all()
    stated = [r["reason"].split("[")[0] for r, ok in zip(rows, readable, strict=True) if ok]
    invalid = reasons.notna()
    assert invalid.sum() + (~readable).sum() >= 60
    agree = [a == b for a, b in zip(reasons[invalid], np.array(stated)[invalid], strict=True)]
    assert np.mean(agree) > 0.9


GEOJSON = (
    sorted(p.name for p in (SHARED / "bad_input/geojson").glob("*")) if SHARED.is_dir() else []
)


@pytest.mark.parametrize("name", GEOJSON or ["absent"])
def test_broken_geojson_ends_in_a_problem_or_a_note(tmp_path, name):
    source = shared(f"bad_input/geojson/{name}")
    path = write_config(
        tmp_path,
        f'[layers.plan_areas]\nsource = "{source}"\ncrs = "EPSG:25833"\n'
        "fields = { land_use_code = \"'1110'\" }\n",
    )
    try:
        town = read_municipality(path)
    except InputError as error:
        told = str(error)
        town = None
    if town is None:
        assert "Remedy" in told
    else:
        account = town.inputs["plan_areas"]
        assert account["rows_read"] == account["rows_used"] + sum(account["left_out"].values())
        assert len(town.plan_areas) == account["rows_used"]
        assert town.plan_areas.is_valid.all()


JSONSTAT = (
    '{"class": "dataset", "id": ["Region"], "size": [2], "value": [1], '
    '"dimension": {"Region": {"category": {"index": ["1", "2"]}}}}'
)
GML_START = '<c xmlns:gml="http://www.opengis.net/gml/3.2">'
BROKEN = {
    "empty.csv": b"",
    "latin1.csv": "region;tid;value\nTromsø;2024;1\n".encode("latin-1"),
    "ragged.csv": b"region;tid;value\n1;2;3;4;5\n1\n",
    "sizes.json": JSONSTAT.encode(),
    "list.json": b"[1, 2]",
    "cut.json": b'{"type": "FeatureCollection", "features": [',
    "cut.gml": GML_START.encode() + b"<gml:featureMember>",
    "empty.gml": GML_START.encode() + b"</c>",
    "no.gpkg": b"not a database",
    "no.parquet": b"PAR1",
    "no.zip": b"PK",
    "no.tif": b"II*",
    "map.sos": b".HODE\n",
    "no.shp": b"",
    "what.xyz": b"1 2 3",
}


@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.parametrize("layer", ["population", "plan_areas", "stops"])
def test_broken_files_are_told_with_layer_and_remedy(tmp_path, name, layer):
    (tmp_path / name).write_bytes(BROKEN[name])
    said = refused(write_config(tmp_path, f'[layers.{layer}]\nsource = "{name}"\n'))
    assert f"[{layer}" in said
    assert "Remedy: " in said
    assert str(tmp_path) not in said


def test_a_folder_a_missing_layer_and_an_empty_list(tmp_path):
    two_parcels().to_file(tmp_path / "t.gpkg", layer="teig")
    (tmp_path / "mappe").mkdir()
    (tmp_path / "tom.csv").write_text("region;tid;value\n")
    assert "cannot read mappe" in refused(write_config(tmp_path, _source("plots", "mappe")))
    said = refused(write_config(tmp_path, _source("plots", "t.gpkg") + 'layer = "teiger"\n'))
    assert "did you mean teig?" in said
    town = read_municipality(write_config(tmp_path, _source("population", "tom.csv")))
    assert len(town.population) == 0
    assert "population: tom.csv has no such features" in [n.text("en") for n in town.notes]
    two_parcels().to_file(tmp_path / "t.gpkg", layer="annet")
    said = refused(write_config(tmp_path, _source("plots", "t.gpkg")))
    assert "has 2 layers" in said
    assert "teig, annet" in said


def test_terrain_that_cannot_be_read(tmp_path):
    (tmp_path / "no.tif").write_bytes(b"II*")
    assert "[terrain]" in refused(write_config(tmp_path, _source("terrain", "no.tif")))
    assert "no such file" in refused(write_config(tmp_path, _source("terrain", "dtm.tif")))


def _source(layer: str, source: str) -> str:
    return f'[layers.{layer}]\nsource = "{source}"\n'
