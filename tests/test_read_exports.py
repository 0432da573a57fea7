"""Municipal exports: Esri JSON, ArcGIS GeoJSON, FileGDB with dots and curves, a real GPKG."""

from __future__ import annotations

import json
import math
import subprocess

import geopandas as gpd
import numpy as np
import pytest
import shapely
from reading import X, Y, rectangle, shared, write_config

from boligplan_geo.errors import InputError
from boligplan_geo.read import read_municipality
from boligplan_geo.read.coded_text import leading_code, purposes, zones
from boligplan_geo.read.formats.curves import straightened
from boligplan_geo.read.formats.esri_json import feature_set


def ring(*corners, clockwise=True):
    shape = shapely.Polygon([(X + x, Y + y) for x, y in corners])
    points = np.array(shape.exterior.coords)
    is_right = shape.exterior.is_ccw != clockwise
    return (points if is_right else points[::-1]).tolist()


def feature_layer(**changes):
    box = ring((0, 0), (20, 0), (20, 30), (0, 30))
    hole = ring((5, 5), (10, 5), (10, 10), (5, 10), clockwise=False)
    other = ring((20, 0), (40, 0), (40, 30), (20, 30))
    document = {
        "displayFieldName": "PLANNAVN",
        "fieldAliases": {"FELT_7": "Feltnavn"},
        "geometryType": "esriGeometryPolygon",
        "spatialReference": {"wkid": 25833, "latestWkid": 25833},
        "fields": [
            {"name": "OBJECTID", "type": "esriFieldTypeOID", "alias": "OBJECTID"},
            {"name": "PLANID", "type": "esriFieldTypeString", "alias": "Planid"},
            {"name": "KPAREALFORMAL", "type": "esriFieldTypeInteger", "alias": "Arealformål",
             "domain": {"type": "codedValue", "codedValues": [
                 {"name": "Vårt eget boligformål", "code": 1110}]}},
            {"name": "IKRAFT", "type": "esriFieldTypeDate", "alias": "Ikrafttredelse"},
        ],
        "features": [
            {"attributes": {"OBJECTID": 1, "PLANID": "KPA", "KPAREALFORMAL": 1110, "AREALST": 2,
                            "FELT_7": "B1", "UTNTYP": 16, "UTNTALL": 30},
             "geometry": {"rings": [box, hole]}},
            {"attributes": {"OBJECTID": 2, "PLANID": "KPA",
                            "KPAREALFORMAL": "Vårt eget boligformål", "AREALST": 1,
                            "FELT_7": "B2", "UTNTYP": None, "UTNTALL": None},
             "geometry": {"rings": [other]}},
        ],
    }  # fmt: skip
    return {**document, **changes}


AREAS = (
    '[layers.plan_areas]\nsource = "kpa.json"\n'
    'fields = { area_id = "OBJECTID", regime_code = "\'kp2008\'" }\n'
)


def read(folder, document, layers=AREAS):
    (folder / "kpa.json").write_text(json.dumps(document), "utf-8")
    return read_municipality(write_config(folder, layers))


def test_esri_json_with_titles_and_domains(tmp_path):
    town = read(tmp_path, feature_layer())
    areas = town.plan_areas
    assert areas["land_use_code"].tolist() == ["1110", "1110"]
    assert areas["plan_id"].tolist() == ["KPA", "KPA"]
    assert areas["zone_name"].tolist() == ["B1", "B2"]  # by the title of FELT_7
    assert areas["land_use_status_code"].tolist() == [2, 1]
    assert areas.area.tolist() == pytest.approx([600 - 25, 600])
    assert town.plan_utilisation.iloc[:, :3].to_numpy().tolist() == [["1", 16, 30.0]]
    assert areas.crs == "EPSG:25833"


def test_dates_of_esri_json_are_norwegian_days():
    document = feature_layer()
    document["features"][0]["attributes"]["IKRAFT"] = 1_490_738_400_000  # 28.3.2017 22:00 UTC
    assert feature_set(document).table["IKRAFT"].tolist()[0] == "2017-03-29"


def test_an_export_that_the_server_cut_off_is_refused(tmp_path):
    with pytest.raises(InputError, match="exceededTransferLimit"):
        read(tmp_path, feature_layer(exceededTransferLimit=True))
    geojson = {"type": "FeatureCollection", "features": [],
               "properties": {"exceededTransferLimit": True}}  # fmt: skip
    with pytest.raises(InputError, match="exceededTransferLimit"):
        read(tmp_path, geojson)


def test_arcs_of_esri_json(tmp_path):
    document = feature_layer()
    start, end, top = [X, Y], [X + 20, Y], [X + 10, Y + 10]
    document["features"][0]["geometry"] = {"curveRings": [[start, {"c": [end, top]}, start]]}
    town = read(tmp_path, document)
    lost = math.pi * 50 - town.plan_areas.area["1"]
    assert 0 < lost < 0.03
    (note,) = [n for n in town.notes if n.code == "arcs_linearised"]
    assert float(note.values["area"]) == pytest.approx(lost, abs=0.005)
    document["features"][0]["geometry"] = {"curveRings": [[start, {"b": [end, top, top]}, start]]}
    with pytest.raises(InputError, match="Bézier"):
        read(tmp_path, document)


def test_web_mercator_rings_and_points():
    document = {
        "spatialReference": {"wkid": 102100},
        "features": [
            {"attributes": {"a": 1}, "geometry": {"x": 1, "y": 2}},
            {"attributes": {"a": 2}, "geometry": {"x": "NaN", "y": "NaN"}},
            {"attributes": {"a": 3}, "geometry": None},
            {"attributes": {"a": 4}, "geometry": {"paths": [[[0, 0], [3, 4]]]}},
        ],
    }
    found = feature_set(document)
    assert found.crs == "EPSG:3857"
    assert [None if g is None else g.geom_type for g in found.geometry] == [
        "Point", None, None, "MultiLineString",
    ]  # fmt: skip
    two = feature_set({"features": [{"attributes": {}, "geometry": {"rings": [
        ring((0, 0), (9, 0), (9, 9)), ring((20, 0), (29, 0), (29, 9)),
        ring((21, 1), (28, 1), (28, 2), clockwise=False)]}}]})  # fmt: skip
    (shape,) = two.geometry
    assert [len(part.interiors) for part in shape.geoms] == [0, 1]


# --- codes as text -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code"),
    [("1110 - Boligbebyggelse", "1110"), ("1110: Bolig", "1110"), ("1110", "1110"),
     ("H310", "310"), ("H310_1", "310"), ("H220 Gul sone", "220"), ("3 Endelig vedtatt", "3"),
     ("Boligbebyggelse", None), ("B1", None), ("12-4", None), ("12345", None)],
)  # fmt: skip
def test_codes_before_their_names(text, code):
    assert leading_code(text) == code


def test_names_of_purposes_are_their_regimes():
    assert purposes("kp2008")["sentrumsformal"] == "1130"
    assert purposes("rp2008")["boligbebyggelseblokkbebyggelse"] == "1113"
    assert "boligbebyggelse" not in purposes("rp1985")
    assert zones("fare")["flomfare"] == "320"


def test_a_geojson_of_arcgis_with_domain_values(tmp_path):
    frame = gpd.GeoDataFrame(
        {
            "OBJECTID": [1, 2, 3, 4],
            "PLANID": ["KPA"] * 4,
            "KPAREALFORMAL": ["Boligbebyggelse", "1130 - Sentrumsformål", "1110", "Noe annet"],
            "AREALST": ["Nåværende", "2", "3 - Videreutvikling", None],
            "UTNTYP": ["%-BYA", "BRA", "16", None],
            "UTNTALL": [30, 900, 40, None],
        },
        geometry=[rectangle(10 * i, 0, 10 * i + 10, 30) for i in range(4)],
        crs=25833,
    )
    frame.to_crs(4326).to_file(tmp_path / "kpa.json", driver="GeoJSON")
    zone = gpd.GeoDataFrame(
        {"PLANID": ["KPA", "KPA"], "KPFARE": ["H310_1", "Flomfare"]},
        geometry=[rectangle(0, 0, 5, 5), rectangle(5, 0, 9, 5)],
        crs=25833,
    )
    zone.to_file(tmp_path / "KpFareSone.gpkg", layer="KpFareSone")
    plans = "planid;plantype;planstatus\nKPA;Kommuneplanens arealdel;Endelig vedtatt arealplan\n"
    (tmp_path / "planer.csv").write_text(plans, "utf-8")
    layers = f"""{AREAS}
[layers.plan_zones]
source = "KpFareSone.gpkg"
[layers.plans]
source = "planer.csv"
"""
    town = read_municipality(write_config(tmp_path, layers))
    assert town.plan_areas["land_use_code"].tolist() == ["1110", "1130", "1110", "Noe annet"]
    np.testing.assert_array_equal(town.plan_areas["land_use_status_code"], [1, 2, 3, np.nan])
    assert town.plan_utilisation["utilisation_type_code"].tolist() == [16, 17, 16]
    assert town.plan_zones["zone_code"].tolist() == ["310", "320"]
    assert town.plans[["plan_type_code", "plan_status_code"]].to_numpy().tolist() == [[20, 3]]
    told = {(n.layer, n.values["column"]): n.ids for n in town.notes if n.code == "coded_text"}
    assert told[("plan_areas", "land_use_code")] == ("1", "2")
    assert told[("plan_areas", "utilisation_type_code")] == ("1", "2")
    assert set(told) > {("plans", "plan_type_code"), ("plans", "plan_status_code"),
                        ("plan_zones", "zone_code")}  # fmt: skip


def test_text_that_is_in_no_list_is_still_a_fault(tmp_path):
    (tmp_path / "planer.csv").write_text("planid;planstatus\nKPA;under tvil\n", "utf-8")
    with pytest.raises(InputError, match="integer expected, found 'under tvil'"):
        read_municipality(write_config(tmp_path, '[layers.plans]\nsource = "planer.csv"\n'))


# --- geodatabases --------------------------------------------------------------------------------


def test_a_geodatabase_with_dotted_names(tmp_path):
    """Names of a dump in its own schema, as a FileGDB keeps them with underscores or dots."""
    frame = gpd.GeoDataFrame(
        {
            "identifikasjon_lokalid": ["a"],
            "arealplanid_planidentifikasjon": ["KPA"],
            "arealformal": np.array([1110], dtype="int32"),
            "utnytting_utnyttingstype": np.array([16], dtype="int32"),
            "utnytting_utnyttingstall": [30.0],
            "omradenavn": ["B1"],
        },
        geometry=[rectangle(0, 0, 20, 30)],
        crs=25833,
    )
    frame.to_file(tmp_path / "plan.gdb", layer="kparealformalomrade", driver="OpenFileGDB")
    dotted = frame.rename(columns=lambda c: c.replace("_", ".") if "_" in c else c)
    dotted = dotted.rename(columns={"arealformal": "kommuneplan.arealformal"})
    dotted.to_file(tmp_path / "plan.gpkg", layer="kparealformalomrade")
    for source in ("plan.gdb", "plan.gpkg"):
        layers = f'[layers.plan_areas]\nsource = "{source}"\n'
        town = read_municipality(write_config(tmp_path, layers))
        row = town.plan_areas.loc["a"]
        assert row[["plan_id", "regime_code", "land_use_code", "zone_name"]].tolist() == [
            "KPA", "kp2008", "1110", "B1",
        ]  # fmt: skip
        assert town.plan_utilisation.to_numpy()[0, :3].tolist() == ["a", 16, 30.0]


CURVE = "CURVEPOLYGON(COMPOUNDCURVE((40 0,0 0,0 30,40 30),CIRCULARSTRING(40 30,55 15,40 0)))"


def test_curves_of_wkt_by_hand():
    shape = straightened(CURVE)
    exact = 1200 + math.pi * 225 / 2
    assert shape.geometry.area + shape.area_m2 == pytest.approx(exact, abs=1e-6)
    assert 0 < shape.area_m2 < 0.05
    line = straightened("CIRCULARSTRING Z (0 0 1, 1 1 1, 2 0 1)")
    assert line.geometry.length == pytest.approx(math.pi, rel=1e-3)
    both = straightened(f"MULTISURFACE(POLYGON((60 0,70 0,70 10,60 0)),{CURVE})")
    assert both.geometry.area + both.area_m2 == pytest.approx(exact + 50, abs=1e-6)
    lines = straightened("MULTICURVE((0 0, 3 4), COMPOUNDCURVE((0 0, 5 0), (5 0, 5 5)))")
    assert lines.geometry.length == pytest.approx(15)


def test_arcs_of_a_geopackage_are_told_with_their_area(ogr2ogr, tmp_path):
    moved = CURVE.replace("40 0", f"{X + 40} {Y}").replace("0 0,", f"{X} {Y},")
    for old, new in (("0 30,4", f"{X} {Y + 30},4"), ("40 30", f"{X + 40} {Y + 30}"),
                     ("55 15", f"{X + 55} {Y + 15}")):  # fmt: skip
        moved = moved.replace(old, new)
    flat = rectangle(60, 0, 70, 10).wkt
    (tmp_path / "a.csv").write_text(f'bygningsnummer,wkt\n1,"{moved}"\n2,"{flat}"\n', "utf-8")
    command = [ogr2ogr, "-f", "GPKG", str(tmp_path / "a.gpkg"), str(tmp_path / "a.csv")]
    command += ["-oo", "GEOM_POSSIBLE_NAMES=wkt", "-a_srs", "EPSG:25833", "-nlt", "CURVEPOLYGON"]
    subprocess.run(command, check=True, capture_output=True)
    town = read_municipality(write_config(tmp_path, '[layers.buildings]\nsource = "a.gpkg"\n'))
    exact = 1200 + math.pi * 225 / 2
    lost = exact - town.buildings.area["1"]
    assert 0 < lost < 0.05
    (note,) = [n for n in town.notes if n.code == "arcs_linearised"]
    assert note.ids == ("1",)
    assert float(note.values["area"]) == pytest.approx(lost, abs=0.005)
    assert town.buildings.area["2"] == pytest.approx(100)


# --- a real plan, twice --------------------------------------------------------------------------


def test_kristiansands_geopackage_is_what_its_json_says(tmp_path):
    source = shared("plan_kristiansand/4204_1536_stemtjonn.gpkg")
    features = json.loads(shared("plan_kristiansand/4204_1536_stemtjonn.json").read_text("utf-8"))
    by_type: dict[str, list] = {}
    for feature in features["geoJson"]["features"]:
        by_type.setdefault(feature["properties"]["name"], []).append(feature)
    gpd.GeoDataFrame(
        {"teigid": ["1"]}, geometry=[shapely.box(431_000, 6_449_000, 433_000, 6_451_000)], crs=25832
    ).to_file(tmp_path / "t.gpkg")
    layers = "".join(
        f'[layers.{layer}]\nsource = "{source}"\n'
        for layer in ("plans", "plan_areas", "plan_zones", "plan_lines")
    )
    text = f'[layers.plots]\nsource = "t.gpkg"\nfields = {{ property_id = "teigid" }}\n{layers}'
    town = read_municipality(write_config(tmp_path, text))
    assert len(town.plan_areas) == len(by_type["RpArealformålOmråde"]) == 10
    for feature in by_type["RpArealformålOmråde"]:
        said = feature["properties"]
        row = town.plan_areas.loc[said["identifikasjon"]["Identifikasjon"]["lokalId"]]
        ours = (row["land_use_code"], row["zone_name"], str(row["ownership_form_code"]))
        assert ours == (said["arealformål"], said["feltnavn"], said["eierform"])
        assert said["uteoppholdsareal"] == "0"
        assert np.isnan(row["outdoor_m2"])  # 0 means not set
        theirs = shapely.from_geojson(json.dumps(feature["geometry"])).area
        assert row.geometry.area == pytest.approx(theirs, abs=0.01)
    zones_count = len(by_type["RpAngittHensynSone"]) + len(by_type["RpFareSone"])
    assert len(town.plan_zones) == zones_count == 9
    assert len(town.plan_lines) == len(by_type["RpJuridiskLinje"]) == 11
    # the extent has no published plan id in this export: its own id stands in, for all
    assert len(town.plans) == 1
    assert set(town.plan_areas["plan_id"]) == set(town.plans.index)
