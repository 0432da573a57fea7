"""Registers that disagree with the map, and registers that are wrong: each defined and noted."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from built_boxes import HOUSE, TWO, buildings_of, register_of, units_of

from boligplan_geo.errors import texts
from boligplan_geo.facts import built

WHOLE = {"property_id": "1/1", "built_bya_m2": 100.0, "bra_m2": 180.0, "homes_count": 1.0}


def one(register=None, house=HOUSE, units=None, plots=TWO, **map_columns):
    """Everything about one house, by default one that agrees with its register."""
    columns = {k: [v] for k, v in (WHOLE | (register or {})).items()}
    houses = buildings_of(house, **{k: [v] for k, v in map_columns.items()})
    return built.tables(plots, houses, register_of(["B1"], **columns), units)


def disagreements_of(found):
    rows = found.disagreements
    values = rows[["register_value", "map_value"]].astype(object).where(rows.notna(), None)
    return list(zip(rows["reason_code"], *values.to_numpy().T, strict=True))


def test_a_register_that_agrees_says_nothing():
    found = one()
    assert found.disagreements.empty
    assert found.notes == ()
    assert found.plots.built_disagreement_share.tolist() == [0.0, 0.0]
    assert found.plots.built_disagreement_reason.isna().all()
    assert found.plots.built_reason.isna().all(), "use area is recorded: storeys do not matter"


@pytest.mark.parametrize(
    ("said", "differs"), [(100.0, False), (89.0, False), (84.0, True), (120.0, True), (0.0, False)]
)
def test_built_area_off_by_more_than_the_drawing(said, differs):
    found = one({"built_bya_m2": said})
    assert disagreements_of(found) == ([("footprint_differs", said, 100.0)] if differs else [])
    if said:  # 0 is not recorded: nothing to compare with
        share = abs(said - 100) / max(said, 100)
        assert found.plots.built_disagreement_share.iloc[0] == pytest.approx(share)
    else:
        assert np.isnan(found.plots.built_disagreement_share.iloc[0])
        assert "built_area_not_recorded" in found.plots.built_reason.iloc[0]


def test_a_building_that_only_one_side_knows():
    houses = buildings_of(HOUSE)
    register = register_of(["B9"], property_id=["1/2"], built_bya_m2=[80.0], homes_count=[1.0])
    found = built.tables(TWO, houses, register)
    assert disagreements_of(found) == [
        ("register_missing", None, 100.0),
        ("footprint_missing", 80.0, 0.0),
    ]
    assert found.plots.built_disagreement_share.tolist() == [1.0, 1.0]
    assert found.plots.built_disagreement_reason.tolist() == [
        "register_missing",
        "footprint_missing",
    ]
    note = next(n for n in found.notes if n.values.get("reason") == "register_missing")
    assert note.ids == ("B1",)
    assert note.values["figure"] == "100 m²"
    assert "1 buildings, 100 m² in all: B1" in note.text("en")


def test_use_area_that_the_storeys_cannot_hold():
    roomy = one({"storeys_count": 2.0, "bra_m2": 300.0})
    assert roomy.disagreements.empty, "a cellar is measured, but is no storey"
    tight = one({"storeys_count": 2.0, "bra_m2": 301.0})
    assert disagreements_of(tight) == [("bra_too_large", 301.0, 300.0)]
    assert one({"bra_m2": 9999.0}).disagreements.empty, "storeys unknown: cannot be told"


def test_units_are_counted_where_the_registers_number_is_another():
    units = units_of(("B1", "1/1", "B"), ("B1", "1/1", "B"), ("B1", "1/1", "F"))
    found = one({"homes_count": 5.0}, units=units)
    assert found.plots.built_homes_count.tolist() == [2, 0]
    assert disagreements_of(found) == [("homes_differ", 5.0, 2.0)]


def test_a_house_that_stands_elsewhere_or_outside():
    elsewhere = one({"property_id": "1/2"})
    assert disagreements_of(elsewhere) == [("property_elsewhere", None, 100.0)]
    outside = one(house=shapely.box(-5, 5, 5, 15))
    assert disagreements_of(outside) == [("footprint_outside_plots", None, 50.0)]
    assert outside.plots.built_bya_m2.tolist() == [50, 0]


def test_a_register_point_outside_its_building():
    near = gpd.GeoSeries([shapely.Point(15.5, 10)], crs=TWO.crs)
    register = register_of(["B1"], **{k: [v] for k, v in WHOLE.items()})
    close = gpd.GeoDataFrame(register, geometry=near.to_numpy(), crs=TWO.crs)
    assert built.disagreements(TWO, buildings_of(HOUSE), close).empty
    far = close.set_geometry([shapely.Point(18, 10)])
    rows = built.disagreements(TWO, buildings_of(HOUSE), far)
    assert rows[["reason_code", "register_value", "unit"]].values.tolist() == [
        ["point_outside", 3.0, "m"]
    ]


def test_status_of_register_and_map_differ_and_the_register_holds():
    found = one({"building_status_code": "BR"}, building_status_code="TB")
    assert [row[0] for row in disagreements_of(found)] == ["status_differs"]
    assert found.plots.has_standing_building.tolist() == [False, False]


def test_status_that_nobody_knows_stands_and_is_noted():
    found = one({"building_status_code": "QQ"})
    assert found.plots.built_homes_count.tolist() == [1, 0]
    assert [(n.code, n.ids, n.values["value"]) for n in found.notes] == [
        ("building_status_unknown", ("B1",), "QQ")
    ]
    assert one({"building_status_code": " tb "}).notes == (), "spaces and case say nothing"


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("bra_m2", -180.0),
        ("homes_count", -1.0),
        ("built_bya_m2", -5.0),
        ("built_year", "ukjent"),
        ("built_year", 12.0),
        ("built_year", 9999.0),
        ("bra_m2", float("inf")),
    ],
)
def test_figures_that_cannot_be_right_are_unknown_and_noted(column, value):
    found = one({"storeys_count": 2.0, column: value})
    assert [(n.code, n.layer, n.ids, n.values["column"]) for n in found.notes] == [
        ("figures_refused", "building_register", ("B1",), column)
    ]
    plot = found.plots.iloc[0]
    if column == "bra_m2":
        assert (plot.built_bra_m2, plot.built_bra_source_code) == (180.0, "footprint")
    elif column == "homes_count":
        assert np.isnan(plot.built_homes_count)
        assert "homes_not_recorded" in plot.built_reason
    elif column == "built_year":
        assert np.isnan(plot.built_year)


def test_a_year_of_zero_was_not_recorded_and_text_that_is_a_year_is_one():
    assert one({"built_year": 0.0}).notes == ()
    assert one({"built_year": "1968"}).plots.built_year.iloc[0] == 1968


def test_building_numbers_that_the_register_repeats_are_one_building():
    register = register_of(
        ["B1", "B1"], property_id=["1/1", None], bra_m2=[np.nan, 150.0], homes_count=[1.0, np.nan]
    )
    found = built.tables(TWO, buildings_of(HOUSE), register)
    turned = built.tables(TWO, buildings_of(HOUSE), register.iloc[::-1])
    assert found.plots.built_bra_m2.tolist() == [150, 0]
    assert found.plots.built_homes_count.tolist() == [1, 0]
    pd.testing.assert_frame_equal(found.plots, turned.plots)
    assert [(n.code, n.ids) for n in found.notes] == [("register_ids_repeated", ("B1",))]


def test_units_without_a_building_count_on_their_property_and_are_noted():
    units = units_of(("X", "1/2", "B"), (None, "1/2", "B"), ("X", "elsewhere", "B"))
    found = one(units=units)
    assert found.plots.built_homes_count.tolist() == [1, 2]
    notes = {n.code: n for n in found.notes}
    assert notes["units_without_building"].ids == ("U1", "U2", "U3")
    assert notes["homes_on_no_plot"].values == {"homes": 1}


def test_units_of_a_demolished_building_do_not_count():
    found = one({"building_status_code": "BR"}, units=units_of(("B1", "1/1", "B")))
    assert found.plots.built_homes_count.tolist() == [0, 0]
    assert [(n.code, n.ids) for n in found.notes] == [("units_of_dropped_buildings", ("B1",))]


def test_a_building_without_an_id_cannot_be_told_from_others():
    house = buildings_of(HOUSE, ids=[None])
    with pytest.raises(ValueError, match="building id"):
        built.table(TWO, house)


def test_every_kind_of_disagreement_and_note_has_a_text():
    reasons = {
        "footprint_missing", "register_missing", "footprint_differs", "bra_too_large",
        "homes_differ", "property_elsewhere", "footprint_outside_plots", "status_differs",
        "footprint_doubled", "point_outside", "pipeline_not_recorded", "built_area_not_recorded",
        "nothing_stands", "built_unknown", "no_net_plot",
    }  # fmt: skip
    assert reasons <= set(texts("reasons"))
    notes = {
        "figures_refused", "register_ids_repeated", "building_status_unknown", "built_disagreement",
        "units_without_building", "units_of_dropped_buildings", "homes_on_no_plot",
    }  # fmt: skip
    assert notes <= set(texts("notes"))
