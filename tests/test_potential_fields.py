"""Budgets of fields: never more than the budget, whole homes, and what the table says of them."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plan_town import HOMES, Town

PLOTS = st.lists(
    st.tuples(st.floats(50, 3000), st.integers(0, 3), st.floats(0, 900)), min_size=1, max_size=8
)
FREE = {"outdoor_per_home_m2": 0, "parking_per_home": 0}


def field_of(plots, **rules):
    town = Town()
    for number, (area, homes, bra) in enumerate(plots):
        town.plot(f"p{number}", built=(bra / 2, bra, homes))
        town.part(f"p{number}", area, **{k: (v, "field") for k, v in rules.items()}, **FREE)
    return town


@given(budget=st.integers(0, 60), plots=PLOTS)
@settings(max_examples=25, deadline=None)
def test_units_of_a_field_are_given_out_whole_and_never_too_many(budget, plots):
    found, fields = field_of(plots, homes_max=budget).capacity()
    standing = sum(homes for _, homes, _ in plots)
    new = found["plan_homes_max_count"] - [homes for _, homes, _ in plots]
    assert found[HOMES[1]].sum() <= max(0, budget - standing)
    if standing <= budget:
        # every home of the budget is somewhere, in whole homes
        assert found["plan_homes_max_count"].sum() == budget
        assert (new >= 0).all()
        assert (new == new.round()).all()
    assert len(fields) == 1
    assert fields.loc[0, "shared_value"] <= budget + 1e-9


@given(budget=st.floats(0, 6000), plots=PLOTS)
@settings(max_examples=25, deadline=None)
def test_square_metres_of_a_field_sum_to_its_budget(budget, plots):
    found, fields = field_of(plots, utilisation_15=budget, utilisation_17=budget).capacity()
    for name in ("bya", "bra"):
        assert found[f"plan_{name}_mid_m2"].sum() <= budget + 1e-6
    assert fields["shared_value"].tolist() == pytest.approx([budget, budget], abs=1e-6)
    assert fields["parameter_code"].tolist() == ["utilisation_15", "utilisation_17"]


def test_the_table_tells_the_budget_what_stands_and_what_was_shared():
    plots = [(600, 1, 120), (300, 0, 0)]
    found, fields = field_of(plots, utilisation_17=720, homes_max=5).capacity()
    told = fields.set_index("parameter_code")[["budget_value", "built_value", "shared_value"]]
    assert told.loc["utilisation_17"].tolist() == [720, 120, 720]
    assert told.loc["homes_max"].tolist() == [5, 1, 5]
    assert fields["unit"].tolist() == ["m2", "count"]
    assert fields["plots_count"].tolist() == [2, 2]
    assert fields["area_m2"].tolist() == [900, 900]
    assert fields["zone_name"].tolist() == ["F1", "F1"]
    # 600 m² left by area: 400 and 200, and the 120 that stand
    assert found["plan_bra_mid_m2"].tolist() == [520, 200]
    # 4 homes left: 2.67 and 1.33
    assert found["plan_homes_max_count"].tolist() == [4, 1]


def test_a_percentage_of_a_field_lets_one_plot_use_what_another_left():
    """30 % BYA of 1000 m² is 300 m²; the built plot has 250 of them on its 500 m²."""
    town = Town().plot("full", built=(250, 400, 2)).plot("free")
    for plot in ("full", "free"):
        town.part(plot, 500, utilisation_16=(30, "field"), **FREE)
    found, fields = town.capacity()
    assert found["plan_bya_mid_m2"].tolist() == [275, 25]
    assert fields["budget_value"].tolist() == [300]
    alone = Town().plot("full", built=(250, 400, 2)).plot("free")
    for plot in ("full", "free"):
        alone.part(plot, 500, utilisation_16=(30, "plot"), **FREE)
    assert alone.homes()["plan_bya_mid_m2"].tolist() == [150, 150]


def test_an_open_basis_is_the_fields_for_low_and_mid_and_the_plots_for_high():
    town = Town()
    for plot in "pq":
        town.part(plot, 500, utilisation_17=(600.0, None), homes_max=(4, None), **FREE)
    found, fields = town.capacity()
    assert fields["basis_code"].isna().all()
    caps = found.loc["p", [f"plan_homes_cap_{level}_count" for level in ("low", "mid", "high")]]
    assert caps.tolist() == [2, 2, 4]
    assert "basis_unknown" in found.loc["p", "plan_interval_causes"]
    alone = Town().part("p", 500, utilisation_17=(600.0, None), **FREE).homes()
    assert "basis_unknown" not in alone.loc["p", "plan_interval_causes"]


def test_order_of_plots_changes_neither_shares_nor_table():
    draw = np.random.default_rng(3)
    plots = [(500.0, int(draw.integers(0, 2)), 90.0) for _ in range(7)]  # ties everywhere
    town = field_of(plots, homes_max=10, utilisation_17=900)
    (found, fields), (turned, other) = town.capacity(), town.capacity(shuffle=True)
    pd.testing.assert_frame_equal(turned.loc[found.index], found)
    keys = ["parameter_code"]
    pd.testing.assert_frame_equal(
        other.sort_values(keys, ignore_index=True), fields.sort_values(keys, ignore_index=True)
    )


def test_land_without_a_field_has_no_table():
    _, fields = Town().part("p", 500, utilisation_16=30).capacity()
    assert len(fields) == 0
    assert "budget_value" in fields
