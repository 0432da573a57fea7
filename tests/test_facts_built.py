"""What stands: worked by hand on boxes, and against `gpd.overlay`."""

from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from built_boxes import CRS, TWO, buildings_of, plots_of, register_of

from boligplan_geo.errors import texts
from boligplan_geo.facts import built
from boligplan_geo.sample.toy import toy_town

#: Registers without built area cannot be compared with the map: the reason says so.
UNCOMPARED = "built_area_not_recorded"


def test_toy_town_by_hand():
    town = toy_town()
    layers = (town.plots, town.buildings, town.building_register, town.dwelling_units)
    found = built.table(*layers)
    assert found.built_bya_m2.tolist() == [100, 50, 50, 0, 240, 0, 0, 0]
    assert found.built_bra_m2.tolist() == [180, 90, 90, 0, 600, 0, 0, 0]
    assert found.built_homes_count.tolist() == [1, 1, 1, 0, 6, 0, 0, 0]
    assert found.built_year.tolist()[:3] == [1970, 1985, 1985]
    assert found.built_year.isna().tolist()[3:6] == [True, False, True]
    assert found.built_bra_source_code.tolist()[2:6] == ["register", "none", "register", "none"]
    assert found.has_standing_building.tolist() == [True, True, True, False, True, *[False] * 3]
    why = np.where(found.has_standing_building, UNCOMPARED, None)
    assert found.built_reason.tolist() == why.tolist(), "the toy's register gives no built area"
    assert built.bya_m2(town.plots, town.buildings).tolist() == found.built_bya_m2.tolist()
    assert built.homes_by_type(*layers).homes_count.sum() == found.built_homes_count.sum()


@pytest.mark.parametrize(
    ("status", "stands"),
    [("TB", 1), ("FA", 1), ("GR", 1), (None, 1), ("BR", 0), ("BU", 0), ("RA", 0), ("IG", 0)],
)
def test_only_standing_buildings_count(status, stands):
    house = buildings_of(shapely.box(5, 5, 15, 15), building_status_code=[status])
    assert built.bya_m2(TWO, house).tolist() == [100 * stands, 0]
    register = register_of(["B1"], bra_m2=[80.0], homes_count=[2.0])
    found = built.table(TWO, house, register)
    assert found.built_homes_count.tolist() == [2 * stands, 0]
    assert found.has_standing_building.tolist() == [bool(stands), False]


def test_the_register_decides_whether_a_building_stands():
    house = buildings_of(shapely.box(5, 5, 15, 15), building_status_code=["TB"])
    register = register_of(["B1"], building_status_code=["BR"], homes_count=[1.0], bra_m2=[90.0])
    assert built.table(TWO, house, register).built_homes_count.tolist() == [0, 0]


@pytest.mark.parametrize(
    ("columns", "bra"),
    [
        ({"storeys_count": [3.0]}, 270.0),
        ({"height_m": [6.2]}, 180.0),
        ({"height_m": [1.0]}, 90.0),
        ({"building_type_code": ["143"]}, 450.0),
        ({"building_type_code": ["111"]}, np.nan),
        ({}, np.nan),
    ],
)
def test_use_area_from_the_footprint(columns, bra):
    found = built.table(TWO, buildings_of(shapely.box(5, 5, 15, 15), **columns))
    assert found.built_bra_m2.tolist() == pytest.approx([bra, 0.0], nan_ok=True)
    assert found.built_bra_source_code.tolist() == ["footprint", "none"]
    assert found.built_homes_count.isna().tolist() == [True, False]
    reason = found.built_reason.iloc[0].split(";")
    assert ("storeys_unknown" in reason) == np.isnan(bra)
    assert "no_register" in reason
    assert found.built_reason.isna().tolist() == [False, True]


def test_use_area_of_zero_in_the_register_was_not_recorded():
    house = buildings_of(shapely.box(5, 5, 15, 15), storeys_count=[2.0])
    found = built.table(TWO, house, register_of(["B1"], bra_m2=[0.0], homes_count=[1.0]))
    assert found.built_bra_m2.tolist() == [180, 0]
    assert found.built_bra_source_code.iloc[0] == "footprint"


def test_mixed_sources_and_tunables():
    houses = buildings_of(
        shapely.box(1, 1, 6, 11), shapely.box(10, 1, 15, 11), height_m=[np.nan, 8.0]
    )
    register = register_of(["B1"], bra_m2=[70.0], homes_count=[1.0])
    found = built.table(TWO, houses, register, storey_height_m=4.0, storey_bra_share=0.5)
    assert found.built_bra_source_code.iloc[0] == "mixed"
    assert found.built_bra_m2.iloc[0] == 70 + 50 * 2 * 0.5


def test_homes_go_whole_to_their_property():
    plots = plots_of(
        shapely.box(0, 0, 20, 20),
        shapely.box(20, 0, 40, 20),
        shapely.box(100, 0, 150, 20),
        property_id=["P", "Q", "P"],
    )
    # three quarters of the house stand on Q's plot, but its homes belong to P and Q
    house = buildings_of(shapely.box(17.5, 5, 27.5, 15))
    units = pd.DataFrame(
        {
            "building_id": ["B1", "B1", "B1", "B1", "B1"],
            "property_id": ["P", "P", "Q", "Z", "P"],
            "unit_type_code": ["B", "B", "B", "B", "F"],
        }
    )
    register = register_of(["B1"], bra_m2=[400.0], homes_count=[9.0])
    found = built.table(plots, house, register, units)
    assert found.built_homes_count.tolist() == [2, 2, 0], "Z has no plot: where the house is"
    assert found.built_bra_m2.tolist() == [100, 300, 0], "use area is split by footprint"


def test_a_building_without_footprint_lies_on_its_property():
    plots = plots_of(shapely.box(0, 0, 20, 20), shapely.box(20, 0, 90, 20), property_id=["P", "P"])
    nothing = buildings_of(shapely.box(500, 500, 510, 510))
    register = register_of(
        ["X", "Y"], property_id=["P", "elsewhere"], bra_m2=[120.0, 99.0], homes_count=[1.0, 5.0]
    )
    found = built.table(plots, nothing, register)
    assert found.built_homes_count.tolist() == [0, 1]
    assert found.built_bra_m2.tolist() == [0, 120]
    assert found.built_bya_m2.isna().tolist() == [False, True]
    assert found.built_reason.iloc[1] == f"footprint_missing;{UNCOMPARED}"
    sized = built.table(plots, nothing, register.assign(built_bya_m2=80.0))
    assert sized.built_bya_m2.tolist() == [0, 80]


def test_homes_not_recorded_are_unknown_but_sheds_hold_none():
    houses = buildings_of(
        shapely.box(1, 1, 11, 11), shapely.box(25, 1, 30, 6), building_type_code=["111", "181"]
    )
    register = register_of(["B1", "B2"], homes_count=[np.nan, np.nan], bra_m2=[90.0, 20.0])
    found = built.table(TWO, houses, register)
    assert found.built_homes_count.isna().tolist() == [True, False]
    assert found.built_homes_count.iloc[1] == 0
    assert found.built_reason.iloc[0] == f"homes_not_recorded;{UNCOMPARED}"
    assert built.homes_by_type(TWO, houses, register).empty


def test_where_units_are_listed_a_shop_without_one_holds_no_home_but_a_house_is_a_gap():
    houses = buildings_of(
        shapely.box(1, 1, 11, 11), shapely.box(25, 1, 30, 6), building_type_code=["111", "322"]
    )
    units = pd.DataFrame({"building_id": ["X"], "property_id": ["Y"], "unit_type_code": ["B"]})
    register = register_of(["B1", "B2"], homes_count=[np.nan, np.nan], bra_m2=[90.0, 20.0])
    found = built.table(TWO, houses, register, units)
    assert found.built_homes_count.isna().tolist() == [True, False]
    assert found.built_homes_count.iloc[1] == 0
    assert built.table(TWO, houses, register).built_homes_count.isna().all()


def test_a_wall_across_the_boundary_is_not_a_building():
    house = buildings_of(shapely.box(10, 5, 20.05, 15))
    found = built.table(TWO, house, register_of(["B1"], bra_m2=[100.0], homes_count=[1.0]))
    assert found.has_standing_building.tolist() == [True, False]
    assert found.built_bya_m2.sum() == pytest.approx(100.5)
    assert found.built_bra_m2.sum() == pytest.approx(100.0)


def test_nothing_given_is_unknown_and_not_zero():
    found = built.table(TWO, None)
    figures = ["built_bya_m2", "built_bra_m2", "built_homes_count", "built_year"]
    assert found[figures].isna().all(axis=None)
    assert found.built_reason.tolist() == ["layer_missing"] * 2
    assert found.has_standing_building.isna().all()
    register = register_of(["B1"], property_id=["1/2"], bra_m2=[90.0], homes_count=[1.0])
    found = built.table(TWO, None, register)
    assert found.built_homes_count.tolist() == [0, 1]
    assert found.built_bya_m2.isna().all()
    assert found.built_reason.tolist() == ["layer_missing"] * 2


def test_unknown_homes_may_belong_to_any_plot_the_building_stands_on():
    house = buildings_of(shapely.box(10, 5, 35, 15), storeys_count=[2.0])
    assert built.table(TWO, house).built_homes_count.isna().all()
    owned = register_of(["B1"], property_id=["1/2"], bra_m2=[90.0], homes_count=[np.nan])
    found = built.table(TWO, house, owned)
    assert found.built_homes_count.isna().tolist() == [False, True]
    assert found.built_homes_count.iloc[0] == 0


def test_every_reason_has_a_text():
    codes = {"layer_missing", "no_register", "homes_not_recorded", "storeys_unknown"}
    assert codes | {"footprint_missing"} <= set(texts("reasons"))


def test_built_area_agrees_with_geopandas():
    rng = np.random.default_rng(1)
    tiles = shapely.voronoi_polygons(shapely.multipoints(rng.random((80, 2)) * 400))
    plots = plots_of(*shapely.get_parts(tiles))
    x, y = rng.random((2, 200)) * 400
    houses = buildings_of(*shapely.box(x, y, x + rng.uniform(3, 20, 200), y + 9))
    ground = gpd.GeoDataFrame(geometry=[houses.union_all()], crs=CRS)  # drawn twice counts once
    cut = gpd.overlay(plots.reset_index(), ground)
    expected = cut.area.groupby(cut.plot_id).sum().reindex(plots.index).fillna(0.0)
    apart = np.abs(built.bya_m2(plots, houses) - expected)
    # overlaps thinner than a hundredth of a house, or under 1 m², are taken for drawing noise
    assert apart.max() < 3.0
    assert apart.sum() / expected.sum() < 0.002


def test_order_of_plots_does_not_matter():
    town = toy_town()
    layers = (town.buildings, town.building_register, town.dwelling_units)
    found = built.table(town.plots.iloc[::-1], *layers).reindex(town.plots.index)
    pd.testing.assert_frame_equal(found, built.table(town.plots, *layers))


def test_several_footprints_of_one_building():
    houses = buildings_of(shapely.box(1, 1, 6, 11), shapely.box(25, 1, 30, 11))
    houses.index = pd.Index(["B1", "B1"], name="building_id")
    found = built.table(TWO, houses, register_of(["B1"], bra_m2=[100.0], homes_count=[2.0]))
    assert found.built_bra_m2.tolist() == [50, 50]
    assert found.built_homes_count.sum() == 2


def real(name, layer):
    source = Path(__file__).parents[1].parent / "shared/data" / name
    if not source.exists():
        pytest.skip("../shared/data absent")
    return gpd.read_file(source, layer=layer)


def test_rennes_coverage():
    """The published figure: 13,299 m² of footprint on 32,847 m² of plots."""
    plots = real("rennes/rennes_demo.gpkg", "parcelle_small")
    houses = real("rennes/rennes_demo.gpkg", "batiment_footprint_derived")
    assert round(plots.area.sum()) == 32_847
    assert round(built.bya_m2(plots, houses).sum()) == 13_299
    houses = houses.rename(columns={"HAUTEUR": "height_m"}).rename_axis("building_id")
    found = built.table(plots, houses)
    stands = found.has_standing_building
    assert (found.built_homes_count.isna() == stands).all(), "unknown where a building stands"
    assert (found.built_reason[stands].str.contains("no_register")).all()
    assert (found.built_bra_m2 >= found.built_bya_m2 * 0.9 - 0.01).all(), "one storey at least"


def test_bubenec_buildings_lie_on_plots():
    plots, houses = (real("bubenec/bubenec.gpkg", n).to_crs(5514) for n in ("plots", "buildings"))
    houses["geometry"] = houses.make_valid()
    plots["geometry"] = plots.make_valid()
    assert built.bya_m2(plots, houses).sum() / houses.area.sum() == pytest.approx(0.999, abs=1e-3)


def test_layers_without_rows_mean_that_nothing_stands():
    town = toy_town()
    layers = (town.buildings, town.building_register, town.dwelling_units)
    found = built.table(town.plots, *[layer.iloc[:0] for layer in layers])
    figures = ["built_bya_m2", "built_bra_m2", "built_homes_count"]
    assert (found[figures] == 0.0).all(axis=None)
    assert found[figures].dtypes.map(str).eq("float64").all()
    assert found.built_reason.isna().all()
