"""A municipality validates itself once, with all problems, whoever makes it."""

from __future__ import annotations

import dataclasses

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from boligplan_geo.errors import InputError
from boligplan_geo.municipality import Municipality, layer_fields
from boligplan_geo.sample.toy import toy_town


@pytest.fixture(scope="module")
def toy() -> Municipality:
    return toy_town()


def refused(toy: Municipality, **changes) -> list[str]:
    with pytest.raises(InputError) as caught:
        dataclasses.replace(toy, **changes)
    return [str(p) for p in caught.value.problems]


def test_a_script_may_make_one_from_plots_alone():
    plots = gpd.GeoDataFrame(geometry=[shapely.box(0, 0, 1, 1)], index=["a"], crs="EPSG:25833")
    town = Municipality("Prøveby", "9999", "EPSG:25833", plots)
    assert town.buildings is None
    assert "not given" in repr(town)


def test_all_problems_are_raised_together(toy):
    said = refused(
        toy,
        plots=pd.concat([toy.plots, toy.plots.iloc[:1]]),
        buildings=toy.buildings.to_crs(25832),
        provisions=toy.provisions.drop(columns="clause_id"),
    )
    assert len(said) == 3
    assert "plot_id occurs twice" in said[0]
    assert "CRS is EPSG:25832, not EPSG:25833" in said[1]
    assert "no column clause_id" in said[2]


def test_no_plots_wrong_shapes_and_no_geometry(toy):
    assert "no plots" in refused(toy, plots=toy.plots.iloc[:0])[0]
    bow_tie = toy.plots.copy()
    bow_tie.geometry = [shapely.Polygon([(0, 0), (1, 1), (1, 0), (0, 1)]), *toy.plots.geometry[1:]]
    assert "not valid polygons" in refused(toy, plots=bow_tie)[0]
    assert "not a GeoDataFrame" in refused(toy, plots=pd.DataFrame({"a": [1]}))[0]


def test_the_crs_must_measure(toy):
    assert any("not projected" in p for p in refused(toy, crs="EPSG:4326"))
    assert "unknown crs" in refused(toy, crs="UTM")[0]


def test_ids_of_layers_are_unique(toy):
    twice = pd.concat([toy.buildings, toy.buildings.iloc[:1]])
    assert "ids occur twice" in refused(toy, buildings=twice)[0]


def test_it_is_frozen_and_says_what_it_is(toy):
    with pytest.raises(dataclasses.FrozenInstanceError):
        toy.name = "annet"
    assert repr(toy).startswith("Leketøy kommune (9999), fictional municipality, EPSG:25833")
    assert "8 rows" in repr(toy)


def test_fields_of_a_layer():
    assert layer_fields("plan_areas")["land_use_code"]["required"] == "yes"
    assert layer_fields("terrain") == {}
