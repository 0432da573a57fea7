"""The inverse: the smallest plan changes that give so many homes, by hand on the toy town.

Plot 1/7 alone: 600 m² in B2, %-BYA 30, two storeys, MUA 100 m², one parking space of 18 m².
A row house of 105 m² takes 105 / (2 · 0.9) + 18 = 76.3 m² of ground: 180 / 76.3 = 2.36 homes.
With three storeys the purpose leads to blocks: 70 / 0.85 = 82.4 m² a home.
"""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

import boligplan_geo as bg
from boligplan_geo.sample.toy import toy_town
from boligplan_geo.unlock.changes import changed
from boligplan_geo.unlock.effects import HOMES, gain, groups
from boligplan_geo.unlock.levers import ladder, levers
from boligplan_geo.unlock.procedure import procedures
from boligplan_geo.unlock.told import table_path, write_table
from boligplan_geo.unlock.verified import Recount

PLOT = "9999-1/7"


def lone_town(**changed):
    """The toy town with plot 1/7 alone."""
    town = toy_town()
    return replace(town, plots=town.plots.loc[[PLOT]], **changed)


@pytest.fixture(scope="module")
def lone():
    return bg.analyse(lone_town())


@pytest.fixture(scope="module")
def toy():
    return bg.analyse(toy_town())


@pytest.fixture(scope="module")
def one(lone):
    return bg.unlock(lone, homes=1)


def changes(found):
    """What is changed, as plain rows."""
    names = ["zone_name", "clause_id", "parameter_code", "from_value", "to_value"]
    return found.changes[names].to_numpy().tolist()


def test_one_more_home_takes_one_more_storey(one):
    # 82.4 / 2.7 + 18 = 48.5 m² a home: 180 / 48.5 = 3.7; one step of anything else gives none
    found = one
    assert changes(found) == [["B2", "KPA § 1", "storeys_max", 2.0, 3.0]]
    assert found.homes["before"] == 2
    assert found.homes["after"] == 3
    assert found.homes["is_reached"]
    assert found.changes["procedure_code"].tolist() == ["pbl_11_17"]
    assert found.changes["is_exception"].tolist() == [True]
    assert found.search_code == "exact"


def test_two_more_homes_take_two_storeys_rather_than_two_parameters(lone):
    # four storeys: 82.4 / 3.6 + 18 = 40.9 m²: 180 / 40.9 = 4.4, and MUA 600 / 140.9 = 4.3
    # three storeys and 35 %: 210 / 48.5 = 4.3: as many steps, but two parameters
    before = lone.town.provisions.copy()
    found = bg.unlock(lone, homes=2)
    assert changes(found) == [["B2", "KPA § 1", "storeys_max", 2.0, 4.0]]
    # and what stands beside it is no such set with more, but another way
    assert not found.alternatives["parameter_code"].eq("storeys_max").any()
    assert (found.alternatives["gained_homes_count"] >= 2).all()
    pd.testing.assert_frame_equal(lone.town.provisions, before)  # the run is left as it was


def test_without_storeys_two_steps_of_bya_give_the_home(one):
    # 40 %: 240 / 76.3 = 3.1
    rows = one.alternatives[one.alternatives["set_number"] == 1]
    assert rows[["parameter_code", "to_value"]].values.tolist() == [["utilisation_16", 40.0]]
    assert rows["clause_id"].tolist() == ["plankart"]


def test_the_figure_is_that_of_the_analysis_with_the_change_written_by_hand(toy):
    found = bg.unlock(toy, homes=2, near="D1")
    by_hand = toy_town()
    provisions, use = by_hand.provisions, by_hand.plan_utilisation
    for row in found.changes.itertuples():
        if row.clause_id == "plankart":
            area = by_hand.plan_areas.index[by_hand.plan_areas["zone_name"] == row.zone_name]
            use.loc[use["area_id"].isin(area), "utilisation_value"] = row.to_value
            continue
        own = provisions[provisions["clause_id"] == row.clause_id].iloc[[0]].copy()
        side = "value_max" if pd.notna(own["value_max"].iloc[0]) else "value_min"
        own[["zone_name", side]] = [row.zone_name, row.to_value]
        own.index = [f"H{row.Index}"]
        keeps = (provisions["clause_id"] != row.clause_id) | (provisions["zone_name"] == "")
        provisions = pd.concat([provisions[keeps], own])
    again = bg.analyse(replace(by_hand, provisions=provisions, plan_utilisation=use))
    here = found.place.plots
    assert found.homes["after"] == again.plots.loc[here, HOMES].sum()
    assert found.homes["gained"] == (again.plots[HOMES] - toy.plots[HOMES])[here].sum()
    assert found.changes["cumulative_homes_count"].iloc[-1] == found.homes["gained"]


def test_every_combination_gives_what_the_analysis_gives(toy):
    near = toy.plots.index
    known, held = levers(toy, near)
    tables = groups(toy, known, held, near)
    draw = np.random.default_rng(5)
    for _ in range(2):
        level = {n: int(draw.integers(len(known.at[n, "ladder"]))) for n in known.index}
        again = bg.analyse(changed(toy.town, known, level), base=toy)
        assert gain(tables, level) == (again.plots[HOMES] - toy.plots[HOMES]).sum()


def test_a_laxer_rule_never_lowers_homes(toy):
    near = toy.plots.index
    known, held = levers(toy, near)
    for group in groups(toy, known, held, near):
        for axis in range(group.homes.ndim):
            assert (np.diff(group.homes, axis=axis) >= 0).all()


def test_floors_are_never_broken_and_what_cannot_be_reached_says_what_is_missing(lone):
    assert ladder(75, "outdoor_per_home_m2", "plot", 50) == [75, 60, 50]
    found = bg.unlock(lone, homes=50, outdoor_floor_m2=70, parking_floor_count=0.7)
    figures = {row.parameter_code: row.ladder for row in found.levers.itertuples()}
    assert min(figures["outdoor_per_home_m2"]) == 70
    assert min(figures["parking_per_home"]) == 0.7
    # four storeys, 45 %, 0.7 spaces, MUA 70: 270 / (82.4 / 3.6 + 12.6) = 7.6; 600 / 105.5 = 5.7
    assert not found.homes["is_reached"]
    assert found.homes["gained"] == found.homes["most"] == 5 - 2
    assert found.homes["missing"] == 50 - 3
    assert "Not reachable" in found.explain("en")
    assert "ikke under 70 m² per bolig" in found.explain("nb")


def test_a_clause_of_a_hazard_or_noise_zone_is_never_changed():
    town = toy_town()
    zones = town.plan_zones
    hazard, noise = zones.copy(), zones.copy()
    hazard[["zone_code", "zone_name", "zone_group_code"]] = ["310", "H310_1", "fare"]
    noise[["zone_name", "zone_type"]] = ["#9", "avviksområde støy"]
    hazard.index, noise.index = ["ZH"], ["ZN"]
    own = town.provisions.iloc[[0]]
    one = own.assign(land_use_code="", zone_code="310", value_max=1.0, clause_id="FARE § 1")
    other = town.provisions.iloc[[1]].assign(
        land_use_code="", zone_code="#9", value_min=120.0, clause_id="STØY § 1"
    )
    one.index, other.index = ["X1"], ["X2"]
    layers = {
        "plan_zones": pd.concat([zones, hazard, noise]).rename_axis("zone_id"),
        "provisions": pd.concat([town.provisions, one, other]).rename_axis("provision_id"),
    }
    run = bg.analyse(replace(town, **layers))
    settled = run.plan_parameters["clause_id"]
    assert {"FARE § 1", "STØY § 1"} <= set(settled)  # they hold ...
    known, _ = levers(run, run.plots.index)
    assert not known["clause_id"].isin(["FARE § 1", "STØY § 1"]).any()  # ... and stay
    kinds = set(known["parameter_code"])
    assert not kinds & {"noise_deviation", "plan_required", "phasing_required", "utilisation_10"}


def test_where_no_plan_says_it_the_change_is_a_new_provision():
    town = lone_town()
    silent = town.provisions[town.provisions["parameter_code"] != "storeys_max"]
    run = bg.analyse(replace(town, provisions=silent))
    found = bg.unlock(run, homes=1)
    assert found.changes["source_code"].tolist() == ["assumption"]
    assert found.changes["is_new_provision"].tolist() == [True]
    assert found.changes["to_value"].tolist() == [3.0]
    assert "new provision" in found.explain("en")
    said = found.run.town.provisions.iloc[-1]
    assert [said["plan_id"], said["zone_name"], said["value_max"]] == ["9999-KPA", "B2", 3.0]


def test_zones_without_names_are_changed_by_area_and_by_whole_clause():
    town = lone_town()
    run = bg.analyse(replace(town, plan_areas=town.plan_areas.assign(zone_name=None)))
    known, held = levers(run, run.plots.index)
    assert known.set_index("parameter_code")["how"].to_dict() == {
        "storeys_max": "clause",
        "outdoor_per_home_m2": "clause",
        "parking_per_home": "clause",
        "utilisation_16": "map",
    }
    count = Recount(run, known, held, run.plots.index)
    lever = known.index[known["parameter_code"] == "storeys_max"][0]
    assert count.gained({lever: 1}) == 1
    tables = groups(run, known, held, run.plots.index)
    assert gain(tables, {lever: 1}) == 1


def test_a_reguleringsplan_is_changed_by_its_own_procedure(toy):
    known, held = levers(toy, toy.plots.index)
    told = pd.Series(procedures(toy, known, held), index=known.index)
    assert set(told[known["plan_id"] == "9999-R1"]) == {"pbl_12_14"}
    assert set(told[known["plan_id"] == "9999-KPA"]) == {"pbl_11_17"}


def test_where_the_kommuneplan_demands_a_plan_that_is_the_procedure():
    town = lone_town()
    demand = town.provisions.iloc[[0]].assign(parameter_code="plan_required", value_max=1.0)
    demand.index = ["X1"]
    run = bg.analyse(replace(town, provisions=pd.concat([town.provisions, demand])))
    found = bg.unlock(run, homes=1)
    assert found.changes["procedure_code"].tolist() == ["pbl_12_3"]
    assert found.homes["after_plan"] == 1
    assert "§ 12-3" in found.explain()


def test_the_order_of_rows_changes_nothing(toy):
    town = toy_town()
    turned = replace(
        town,
        **{
            name: getattr(town, name).iloc[::-1]
            for name in ("plots", "provisions", "plan_utilisation", "plan_areas")
        },
    )
    one, other = bg.unlock(toy, homes=3), bg.unlock(bg.analyse(turned), homes=3)
    pd.testing.assert_frame_equal(one.changes, other.changes)
    pd.testing.assert_frame_equal(one.alternatives, other.alternatives)
    assert one.explain() == other.explain()


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"homes": 0}, "1 or more"),
        ({"homes": 2.5}, "whole number"),
        ({"homes": 1, "near": "D2"}, "D1 \\(Lekesenteret\\)"),
        ({"homes": 1, "near": "01", "within_min": 5}, "needs a centre"),
        ({"homes": 1, "near": "D1", "within_min": 90}, "15"),
        ({"homes": 1, "near": "D1", "within_min": 0.01}, "no plot"),
        ({"homes": 1, "outdoor_floor_m2": 500}, "100 m²"),
        ({"homes": 1, "parking_floor_count": 4}, "parking_floor_count"),
        ({"homes": 1, "parking_floor_count": -1}, "0 or more"),
    ],
)
def test_what_cannot_be_asked_is_said(toy, given, message):
    with pytest.raises(ValueError, match=message):
        bg.unlock(toy, **given)


def test_a_run_read_back_cannot_be_unlocked(toy):
    with pytest.raises(ValueError, match="no town"):
        bg.unlock(replace(toy, town=None, facts=None), homes=1)


def test_text_in_html_is_escaped(one):
    said = one.changes.assign(clause_text="<b>inntil</b> to & tre")
    found = replace(one, changes=said)
    assert "<b>" in found.explain()
    assert "<b>" not in found._repr_html_()
    assert "&lt;b&gt;" in found._repr_html_()


def test_the_sheet_holds_every_set(one, tmp_path):
    found = one
    for name, read in (("a.csv", pd.read_csv), ("a.xlsx", pd.read_excel)):
        path = table_path(tmp_path / name)
        write_table(found, path, "en")
        rows = read(path, sep=";") if name == "a.csv" else read(path)
        assert len(rows) == len(found.changes) + len(found.alternatives)
        assert rows["Zone"].unique().tolist() == ["B2"]
    with pytest.raises(ValueError, match=r"\.xlsx or \.csv"):
        table_path(tmp_path / "a.pdf")
