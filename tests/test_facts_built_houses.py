"""Houses that are divided, cross boundaries, have a permit or are protected; utilisation."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from built_boxes import CRS, HOUSE, TWO, buildings_of, plots_of, register_of, units_of
from hypothesis import given, settings
from hypothesis import strategies as st

from boligplan_geo.facts import built
from boligplan_geo.rules import formulas

LEFT, RIGHT = shapely.box(10, 5, 20, 15), shapely.box(20, 5, 30, 15)  # either side of the line


def stands(houses, register=None, units=None, heritage=None, plots=TWO, **keywords):
    return built.tables(plots, houses, register, units, heritage, **keywords)


def test_one_building_divided_upright_on_two_properties():
    house = buildings_of(shapely.union(LEFT, RIGHT), building_type_code=["121"])
    units = units_of(("B1", "1/1", "B"), ("B1", "1/2", "B"))
    found = stands(house, register_of(["B1"], bra_m2=[300.0], homes_count=[2.0]), units)
    assert found.plots.built_homes_count.tolist() == [1, 1]
    assert found.plots.built_bra_m2.tolist() == [150, 150]
    assert found.plots.is_built_across_boundary.tolist() == [True, True]
    assert found.plots.has_shared_wall.tolist() == [False, False], "it is one building"
    assert found.homes.dwelling_type_code.tolist() == ["semi_detached"] * 2
    row = found.buildings.loc["B1", ["plot_id", "plot_ids", "homes_count"]].tolist()
    assert row == ["1/1", "1/1;1/2", 2]


@pytest.mark.parametrize(("gap_m", "is_shared"), [(0.0, True), (0.09, True), (0.2, False)])
def test_halves_with_numbers_of_their_own_share_a_wall(gap_m, is_shared):
    halves = buildings_of(LEFT, shapely.box(20 + gap_m, 5, 30, 15), building_type_code=["121"] * 2)
    units = units_of(("B1", "1/1", "B"), ("B2", "1/2", "B"))
    found = stands(halves, units=units)
    assert found.plots.built_homes_count.tolist() == [1, 1]
    assert found.plots.built_buildings_count.tolist() == [1, 1]
    assert found.plots.has_shared_wall.tolist() == [is_shared] * 2
    assert found.plots.is_built_across_boundary.tolist() == [False, False]
    assert found.buildings.has_shared_wall.tolist() == [is_shared] * 2


def test_a_garage_against_its_own_house_is_no_neighbour():
    found = stands(buildings_of(shapely.box(1, 5, 10, 15), LEFT))
    assert found.plots.has_shared_wall.tolist() == [False, False]


def test_ground_that_is_drawn_under_two_numbers_counts_once_and_each_keeps_its_use_area():
    twice = buildings_of(HOUSE, HOUSE)
    register = register_of(["B1", "B2"], bra_m2=[90.0, 80.0], homes_count=[1.0, 1.0])
    found = stands(twice, register)
    assert found.plots.built_bya_m2.tolist() == [100, 0]
    assert found.plots.built_bra_m2.tolist() == [170, 0]
    assert found.plots.built_homes_count.tolist() == [2, 0]
    row = found.disagreements.set_index("reason_code").loc["footprint_doubled"]
    assert row[["building_id", "map_value"]].tolist() == ["B2", 100.0]


def test_permitted_buildings_are_kept_apart():
    houses = buildings_of(HOUSE, RIGHT, building_status_code=["TB", "IG"])
    register = register_of(
        ["B1", "B2"], bra_m2=[180.0, 500.0], homes_count=[1.0, 6.0], built_year=[1970, 2024]
    )
    units = units_of(("B1", "1/1", "B"), *[("B2", "1/2", "B")] * 5)
    found = stands(houses, register, units)
    plots = found.plots
    assert plots.built_homes_count.tolist() == [1, 0]
    assert plots.built_bra_m2.tolist() == [180, 0]
    assert plots.built_bya_m2.tolist() == [100, 0]
    assert plots.has_standing_building.tolist() == [True, False]
    assert plots.built_year.tolist()[0] == 1970
    assert plots.built_pipeline_homes_count.tolist() == [0, 5]
    assert plots.built_pipeline_bra_m2.tolist() == [0, 500]
    assert plots.built_pipeline_buildings_count.tolist() == [0, 1]
    assert found.homes.homes_count.sum() == 1
    assert found.buildings.stage_code.tolist() == ["standing", "pipeline"]


def test_what_a_permit_gives_is_unknown_where_it_was_not_recorded():
    found = stands(buildings_of(HOUSE, building_status_code=["RA"]), register_of(["B1"]))
    plot = found.plots.iloc[0]
    assert np.isnan([plot.built_pipeline_homes_count, plot.built_pipeline_bra_m2]).all()
    assert plot.built_reason == "pipeline_not_recorded"
    assert (plot.built_homes_count, plot.built_bra_m2) == (0, 0), "nothing stands: that is known"


def test_demolished_buildings_are_dropped_and_those_approved_for_it_flagged():
    houses = buildings_of(HOUSE, RIGHT, building_status_code=["GR", "BR"])
    found = stands(houses)
    assert found.plots.is_demolition_permitted.tolist() == [True, False]
    assert found.plots.built_bya_m2.tolist() == [100, 0]
    assert list(found.buildings.index) == ["B1"]


def test_the_largest_building_gives_type_and_status_and_years_run_from_oldest_to_newest():
    houses = buildings_of(
        HOUSE, shapely.box(1, 1, 4, 4), shapely.box(16, 16, 18, 18),
        building_type_code=["111", "181", "181"], building_status_code=["FA", "TB", "TB"],
    )  # fmt: skip
    register = register_of(["B1", "B2", "B3"], built_year=[1950.0, 1999.0, np.nan])
    plot = stands(houses, register).plots.iloc[0]
    assert (plot.built_type_code, plot.built_status_code) == ("111", "FA")
    assert (plot.built_oldest_year, plot.built_year) == (1950, 1999)
    assert (plot.built_buildings_count, plot.built_garage_m2) == (3, 13)


@pytest.mark.parametrize(
    ("told", "code", "is_law"),
    [
        ("AUT", "protected", True),
        ("Vedtaksfredet", "protected", True),
        ("ikke fredet", "considered", False),
        ("SEFRAK", "sefrak", False),
        (None, "considered", False),
    ],
)
def test_protected_buildings(told, code, is_law):
    area = gpd.GeoDataFrame({"protection_code": [told]}, geometry=[HOUSE.buffer(2)], crs=CRS)
    found = stands(buildings_of(HOUSE, RIGHT), heritage=area)
    assert found.plots.built_protection_code.tolist() == [code, None]
    assert found.plots.has_protected_building.tolist() == [is_law, False]
    assert found.buildings.protection_code.tolist() == [code, None]
    assert stands(buildings_of(HOUSE)).plots.has_protected_building.isna().all(), "not given"


def test_homes_that_were_never_approved_count_where_asked_for():
    units = units_of(("B1", "1/1", "B"), ("B1", "1/1", "I"), ("B1", "1/1", "A"))
    house = buildings_of(HOUSE)
    assert stands(house, units=units).plots.built_homes_count.iloc[0] == 1
    found = stands(house, units=units, home_unit_types=("B", "I"))
    assert found.plots.built_homes_count.iloc[0] == 2


def test_table_of_buildings():
    register = register_of(["B1", "X"], property_id=["1/1", "1/2"], built_bya_m2=[100.0, 60.0])
    houses = buildings_of(HOUSE, building_type_code=["142"], height_m=[9.1])
    found = stands(houses, register).buildings
    drawn, unseen = found.loc["B1"], found.loc["X"]
    assert (drawn.building_type, drawn.storeys_count) == (
        "Stort frittliggende boligbygg, 3 og 4 etasjer", 3,
    )  # fmt: skip
    assert (drawn.bra_m2, drawn.bra_source_code, drawn.geometry.area) == (270, "footprint", 100)
    assert (unseen.plot_ids, unseen.bya_m2, unseen.geometry) == ("1/2", 60, None)
    assert unseen.bra_source_code is None
    assert np.isnan(unseen.bra_m2)


def test_without_map_and_register_the_tables_are_the_same_but_empty_and_unknown():
    nothing, some = stands(None), stands(buildings_of(HOUSE))
    for name in ("buildings", "homes", "disagreements"):
        empty, full = getattr(nothing, name), getattr(some, name)
        assert (list(empty), len(empty)) == (list(full), 0), name
    assert list(nothing.plots) == list(some.plots)
    figures = nothing.plots.filter(regex="_(m2|count|share)$")
    assert figures.isna().all(axis=None)
    zoned = TWO.join(nothing.plots).assign(plan_net_plot_m2=[400.0, 0.0])
    net = built.on_net_plot(zoned, nothing.buildings, TWO.geometry)
    assert net.isna().all(axis=None)
    parking = built.open_parking(nothing.plots, nothing.homes)
    found = built.utilisation(zoned.join(net).join(parking))
    assert found.built_utilisation_reason.tolist() == ["built_unknown", "no_net_plot"]


def test_several_footprints_of_a_building_are_one_shape():
    twin = buildings_of(shapely.box(1, 1, 4, 4), shapely.box(6, 1, 9, 4), ids=["B1", "B1"])
    shape = stands(twin).buildings.geometry.iloc[0]
    assert (shape.geom_type, shape.area) == ("MultiPolygon", 18)


def test_open_parking_is_what_homes_need_and_garages_do_not_hold():
    plots = pd.DataFrame(
        {"built_garage_m2": [0, 40, 0, np.nan], "built_homes_count": [1.0, 2, 0, 1]},
        index=list("abcd"),
    )
    homes = pd.DataFrame({"plot_id": ["a", "b", "b", "d"], "homes_count": [1.0] * 4,
                          "dwelling_type_code": ["row", "detached", "castle", "row"]})  # fmt: skip
    found = built.open_parking(
        plots, homes, parking_space_m2=20.0,
        spaces_per_home_count={"row": 1.5, "detached": 2.0, "other": 1.0},
    )  # fmt: skip
    # b: 2 + 1 (other) spaces, of which 40 m² of garage holds 2 of 18 m²
    assert found.built_parking_open_count.tolist()[:3] == [1.5, 1.0, 0.0]
    assert found.built_parking_open_m2.tolist()[:3] == [30.0, 20.0, 0.0]
    assert found.loc["d", ["built_parking_open_count", "built_parking_open_m2"]].isna().all()
    assert found.built_parking_source_code.tolist() == ["assumption", "assumption", "none",
                                                        "assumption"]  # fmt: skip


def test_utilisation_by_hand_and_as_it_is_shown():
    plots = pd.DataFrame(
        {
            "built_bya_m2": [150.0, 0.0, 100.0, 100.0],
            "built_net_bya_m2": [150.0, 0.0, 0.0, 100.0],
            "built_net_bra_m2": [300.0, 0.0, 0.0, 100.0],
            "built_parking_open_m2": [36.0, 0.0, 0.0, 0.0],
            "plan_net_plot_m2": [600.0, 600.0, 0.0, np.nan],
        }
    )
    found = built.utilisation(plots)
    assert found.iloc[0].tolist()[:3] == [25.0, 31.0, 50.0]
    assert found.iloc[0].tolist()[3:6] == [0.5, 0.25, 1.5]
    why = [None, "nothing_stands", "no_net_plot", "plan_layer_missing"]
    assert found.built_utilisation_reason.tolist() == why
    assert found.loc[1, ["built_bya_percent", "built_gsi_ratio"]].tolist() == [0, 0]
    shown = formulas.shown(built.UTILISATION["built_bya_percent"], plots.iloc[0])
    assert shown == "floor(100 * 150 / 600 + 0.5) = 25"


def test_only_what_stands_on_the_net_plot_uses_it_up():
    farm = plots_of(shapely.box(0, 0, 100, 100))
    houses = buildings_of(HOUSE, shapely.box(60, 60, 90, 90))
    register = register_of(["B1", "B2"], bra_m2=[180.0, 900.0])
    found = stands(houses, register, plots=farm)
    zoned = farm.join(found.plots).assign(plan_net_plot_m2=400.0)
    corner = gpd.GeoSeries([shapely.box(0, 0, 20, 20)], index=farm.index, crs=CRS)
    net = built.on_net_plot(zoned, found.buildings, corner)
    assert net.iloc[0].tolist() == pytest.approx([100.0, 180.0])
    whole = built.on_net_plot(zoned.assign(plan_net_plot_m2=1e4), found.buildings, farm.geometry)
    assert whole.iloc[0].tolist() == [1000.0, 1080.0]
    nothing = built.on_net_plot(zoned.assign(plan_net_plot_m2=0.0), found.buildings, corner)
    assert nothing.iloc[0].tolist() == [0.0, 0.0]


boxes = st.lists(
    st.tuples(st.integers(0, 70), st.integers(0, 25), st.integers(3, 15), st.integers(3, 12)),
    min_size=1, max_size=12,
)  # fmt: skip


def town_of(drawn):
    houses = buildings_of(*(shapely.box(x, y, x + w, y + d) for x, y, w, d in drawn))
    n = len(drawn)
    register = register_of(
        list(houses.index), bra_m2=[50.0 + k for k in range(n)], homes_count=[1.0] * n,
        building_status_code=[("TB", "IG", "BR", None)[k % 4] for k in range(n)],
        built_bya_m2=[float(w * d) for _, _, w, d in drawn],
    )  # fmt: skip
    plots = plots_of(*(shapely.box(k * 20, 0, k * 20 + 20, 40) for k in range(5)))
    return plots, houses, register


@settings(max_examples=25, deadline=None)
@given(boxes, st.randoms(use_true_random=False))
def test_sums_close_and_order_says_nothing(drawn, random):
    plots, houses, register = town_of(drawn)
    found = built.tables(plots, houses, register)
    stock = found.buildings
    standing = stock[stock.stage_code == "standing"]
    assert found.plots.built_homes_count.sum() == len(standing)
    assert found.plots.built_pipeline_homes_count.sum() == len(stock) - len(standing)
    assert found.plots.built_bra_m2.sum() == pytest.approx(standing.bra_m2.sum())
    ground = standing.geometry.union_all().area if len(standing) else 0.0
    # what is drawn twice counts once, but for shavings of under 1 m² a pair
    assert 0 <= found.plots.built_bya_m2.sum() - ground + 1e-6 < 3 * len(drawn) ** 2
    rows = list(range(len(houses)))
    random.shuffle(rows)
    turned = built.tables(plots.iloc[::-1], houses.iloc[rows], register.iloc[rows[::-1]])
    pd.testing.assert_frame_equal(turned.plots.reindex(plots.index), found.plots)
    pd.testing.assert_frame_equal(turned.disagreements, found.disagreements)


@settings(max_examples=15, deadline=None)
@given(boxes)
def test_built_area_as_a_slow_reader_would_find_it(drawn):
    plots, houses, register = town_of(drawn)
    found = built.table(plots, houses, register)
    gone = register.building_status_code.isin(["IG", "BR"])
    ground = houses[~gone].union_all()
    slow = [plot.intersection(ground).area for plot in plots.geometry]
    assert found.built_bya_m2.to_numpy() == pytest.approx(slow, abs=3 * len(drawn))
