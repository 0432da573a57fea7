"""The toy town keeps the round numbers that other tests are worked by hand on."""

from __future__ import annotations

import numpy as np
import pytest

from boligplan_geo.municipality import layer_fields
from boligplan_geo.sample.toy import toy_town


def test_every_layer_speaks_the_vocabulary() -> None:
    town = toy_town()
    extra = {
        "plots": {"parcel_ids", "owner_code", "plot_kind_code"},
        "districts": {"basic_unit_ids"},
    }
    for name in ("plots", "plans", "plan_areas", "plan_zones", "provisions", "buildings",
                 "building_register", "dwelling_units", "network", "stops", "services", "roads",
                 "hazard_zones", "hazard_analysed_areas", "centres", "basic_units"):  # fmt: skip
        table = getattr(town, name)
        known = {*layer_fields(name), *extra.get(name, ()), "geometry"}
        assert set(table.columns) <= known, name
        assert table.index.is_unique, name


def test_areas_are_those_of_the_drawing() -> None:
    town = toy_town()
    areas = town.plan_areas.geometry
    assert town.plots.loc["9999-1/4", "geometry"].intersection(areas["A1"]).area == 300
    assert town.plots.loc["9999-1/8", "geometry"].intersection(areas["A5"]).area == 600
    quarter = town.hazard_zones.geometry.iloc[0].intersection(town.plots.geometry.iloc[0])
    assert quarter.area == 150
    crossing = town.buildings.loc["B2", "geometry"]
    assert [crossing.intersection(p).area for p in town.plots.geometry[1:3]] == [50, 50]


def test_terrain_and_street_rise_ten_per_cent_together() -> None:
    town = toy_town()
    grid = town.terrain
    assert np.allclose(np.diff(grid.values, axis=1), 0.5, atol=1e-5)
    x, _, z = np.array(town.network.geometry.iloc[0].coords).T
    column = (x - grid.left) / grid.cell_m - 0.5
    on_terrain = np.interp(column, np.arange(grid.values.shape[1]), grid.values[0])
    assert z == pytest.approx(on_terrain, abs=1e-4)


def test_homes_of_units_and_register_agree_where_buildings_stand() -> None:
    town = toy_town()
    homes = town.dwelling_units[town.dwelling_units["unit_type_code"] == "B"]
    counted = homes.groupby("building_id").size()
    standing = town.building_register[town.building_register["building_status_code"] != "BR"]
    assert counted.to_dict() == standing["homes_count"].astype(int).to_dict()
