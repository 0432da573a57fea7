"""Real data that no one here made, with the figures its README gives."""

from __future__ import annotations

import time
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely
from reading import shared

from boligplan_geo.errors import InputError
from boligplan_geo.geometry import overlap_areas
from boligplan_geo.municipality import Municipality
from boligplan_geo.read import data_quality, read_municipality
from boligplan_geo.read.formats.vectors import vector_layer

REAL = Path(__file__).parent / "real"


@pytest.fixture(scope="module")
def rennes() -> Municipality:
    shared("rennes")
    return read_municipality(REAL / "rennes.toml")


def test_rennes_reads_every_parcel(rennes):
    assert rennes.crs == "EPSG:2154"
    account = rennes.inputs["plots"]
    assert account["rows_read"] == account["rows_used"] == len(rennes.plots) == 626
    assert "BW-0655" in rennes.plots.index
    assert not Path(account["source"]).is_absolute()
    assert rennes.roads["width_m"].between(1, 30).all()
    assert rennes.network.has_z.all()
    assert len(rennes.provisions) == 2
    assert rennes.provisions.loc["P1", "parameter_code"] == "utilisation_16"
    assert rennes.provisions.loc["P1", "value_max"] == 50


def test_rennes_shells_become_the_footprints_that_were_derived_from_them(rennes):
    derived = vector_layer(str(shared("rennes/rennes_demo.gpkg")), "batiment_footprint_derived")
    assert rennes.inputs["buildings"]["rows_read"] == len(derived.geometry) == 117
    # 117 shells of 87 buildings, without self-overlap
    assert len(rennes.buildings) == 87
    ours = shapely.union_all(rennes.buildings.geometry.to_numpy())
    theirs = shapely.union_all(derived.geometry)
    assert ours.symmetric_difference(theirs).area < 0.01 * theirs.area
    assert rennes.buildings["height_m"].between(1, 40).all()
    codes = {n.code for n in rennes.notes if n.layer == "buildings"}
    assert codes == {"geometry_repaired", "rows_merged"}


def test_rennes_coverage_of_the_built_subset(rennes):
    subset = vector_layer(str(shared("rennes/rennes_demo.gpkg")), "parcelle_small").geometry
    assert len(subset) == 84
    assert shapely.area(subset).sum() == pytest.approx(32_847, abs=1)
    built = shapely.union_all(rennes.buildings.geometry.to_numpy())
    footprint = overlap_areas(subset, shapely.get_parts(built))[2].sum()
    assert footprint == pytest.approx(13_299, abs=1)


def test_rennes_terrain_knows_what_it_does_not_know(rennes):
    values = rennes.terrain.values
    assert rennes.terrain.crs == "EPSG:2154"
    assert np.isnan(values).mean() == pytest.approx(0.23, abs=0.01)
    assert np.nanmin(values) > 1


def test_bubenec_areas_are_true_and_not_web_mercators():
    source = shared("bubenec/bubenec.gpkg")
    town = read_municipality(REAL / "bubenec.toml")
    mercator = vector_layer(str(source), "plots").geometry
    assert len(town.plots) == len(mercator) == 407
    latitude = gpd.GeoSeries(mercator, crs=3857).to_crs(4326).union_all().centroid.y
    ratio = shapely.area(mercator).sum() / town.plots.area.sum()
    assert ratio == pytest.approx(1 / np.cos(np.radians(latitude)) ** 2, rel=0.01)
    inside = overlap_areas(town.buildings.geometry.to_numpy(), town.plots.geometry.to_numpy())[2]
    assert inside.sum() / town.buildings.area.sum() == pytest.approx(0.999, abs=0.001)
    assert "reprojected_not_metric" in {n.code for n in town.notes}


def test_bubenec_needs_its_crs_named(tmp_path):
    source = shared("bubenec/bubenec.gpkg")
    text = (REAL / "bubenec.toml").read_text("utf-8").replace('crs = "EPSG:5514"', "")
    text = text.replace("../../../shared/data/bubenec/bubenec.gpkg", str(source))
    (tmp_path / "b.toml").write_text(text, "utf-8")
    with pytest.raises(InputError, match="outside Norway"):
        read_municipality(tmp_path / "b.toml")


def test_kristiansand_plan_tiles_exactly():
    shared("plan_kristiansand")
    town = read_municipality(REAL / "kristiansand.toml")
    areas = town.plan_areas
    assert areas.area.sum() == pytest.approx(395_050, abs=0.5)
    assert areas.union_all().area == pytest.approx(395_050, abs=0.5)
    (extent,) = town.plans.geometry
    assert shapely.symmetric_difference(extent, areas.union_all()).area < 0.01
    assert set(areas["regime_code"]) == {"rp2008"}
    assert set(areas["vertical_level_code"]) == {2}
    # numbers are strings there, and 0 means not set
    assert areas["land_use_code"].str.fullmatch(r"\d{4}").all()
    assert areas["outdoor_m2"].isna().all()
    assert town.plan_zones["zone_code"].value_counts().to_dict() == {"560": 6, "360": 3}
    assert set(town.plan_zones["zone_group_code"]) == {"angitt_hensyn", "fare"}
    assert len(town.plan_utilisation) == 0
    report = data_quality(REAL / "kristiansand.toml")
    gaps = report.checks.query("check in ('gaps', 'overlaps') and layer.str.contains('1536')")
    assert gaps["value"].tolist() == pytest.approx([0, 0], abs=0.01)


def test_dibk_config_reads_links_and_utilisation():
    shared("dibk_plan_gml")
    town = read_municipality(REAL / "dibk.toml")
    assert len(town.plots) == 3
    assert town.plan_utilisation["utilisation_value"].tolist() == [43, 43, 24]
    assert town.plan_utilisation["utilisation_value_min"].tolist() == [20, 20, 20]
    assert set(town.plan_areas["plan_id"]) == set(town.plans.index)
    assert town.plans["plan_type_code"].tolist() == [34]


def test_norwegian_municipalities_are_repaired_openly(tmp_path):
    source = shared("norge/Kommuner-M.geojson")
    (tmp_path / "n.toml").write_text(
        f'name = "Norge"\nmunicipality_number = "0000"\n[layers.plots]\nsource = "{source}"\n'
        'fields = { parcel_id = "kommunenummer", property_id = "kommunenummer" }\n', "utf-8",
    )  # fmt: skip
    start = time.perf_counter()
    town = read_municipality(tmp_path / "n.toml")
    assert time.perf_counter() - start < 20
    assert town.crs == "EPSG:25833"
    assert town.inputs["plots"]["rows_read"] == 357
    raw = vector_layer(str(source), 0).geometry
    assert (~shapely.is_valid(raw)).sum() == 33
    # one of the 33 is whole once its coordinates are in metres
    repaired = sum(len(n.ids) for n in town.notes if n.code == "geometry_repaired")
    assert repaired == 32
    tromso = town.plots[town.plots["property_id"] == "5501"]
    assert tromso.area.sum() / 1e6 == pytest.approx(2513.6, rel=0.002)
