"""The inverse on the fictional municipality, as a planner asks it."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from typer.testing import CliRunner

import boligplan_geo as bg
from boligplan_geo.cli import app
from boligplan_geo.sample.toy import toy_town
from boligplan_geo.unlock.effects import HOMES, groups
from boligplan_geo.unlock.levers import levers

SAMPLE = Path(__file__).parents[1] / "sample_data" / "kommune.toml"


@pytest.fixture(scope="module")
def run():
    return bg.analyse(bg.read_municipality(SAMPLE))


@pytest.fixture(scope="module")
def found(run):
    return bg.unlock(run, homes=150, near="Eksempelstranda bydelssenter", within_min=12)


def test_the_homes_are_those_of_the_analysis_with_the_change_written_by_hand(run, found):
    town = run.town
    provisions, use = town.provisions.copy(), town.plan_utilisation.copy()
    for row in found.changes.itertuples():
        if row.clause_id == "plankart":
            own = town.plan_areas["zone_name"].eq(row.zone_name)
            own &= town.plan_areas["plan_id"].eq(row.plan_id)
            of_type = "utilisation_" + use["utilisation_type_code"].astype(int).astype(str)
            chosen = use["area_id"].isin(own.index[own]) & of_type.eq(row.parameter_code)
            use.loc[chosen, "utilisation_value"] = row.to_value
            continue
        assert not row.is_exception, "the sample's cheapest set names its zone"
        keys = ["plan_id", "zone_name", "clause_id", "parameter_code"]
        own = (provisions[keys] == [getattr(row, k) for k in keys]).all(axis=1)
        side = "value_max" if provisions.loc[own, "value_max"].notna().all() else "value_min"
        provisions.loc[own, side] = row.to_value
    again = bg.analyse(replace(town, provisions=provisions, plan_utilisation=use), base=run)
    here = run.plots.index[
        (run.plots["centre_id"] == found.place.place_id) & (run.plots["access_centre_min"] <= 12)
    ]
    assert found.homes["before"] == run.plots.loc[here, HOMES].sum()
    assert found.homes["after"] == again.plots.loc[here, HOMES].sum()
    assert found.homes["after"] - found.homes["before"] == found.homes["gained"] >= 150
    assert found.run.totals == again.totals


def test_the_rows_sum_to_the_gain_and_the_stages_to_the_homes(found):
    assert found.changes["gained_homes_count"].sum() == found.homes["gained"]
    stages = [found.homes[name] for name in ("now", "after_phasing", "after_plan")]
    assert sum(stages) == found.homes["gained"]
    sets = found.alternatives.drop_duplicates("set_number")
    assert len(sets) >= 3
    assert (sets["gained_homes_count"] >= 150).all()
    cost = sets["zones_count"] * 1000 + sets["steps_count"]
    assert cost.is_monotonic_increasing
    assert found.cost["zones_count"] * 1000 + found.cost["steps_count"] <= cost.iloc[0]


def test_a_laxer_rule_lowers_no_homes_in_any_combination(run):
    near = run.plots.index[run.plots["centre_id"] == "SENTER-02"]
    known, held = levers(run, near)
    for group in groups(run, known, held, near):
        for axis in range(group.homes.ndim):
            assert (np.diff(group.homes, axis=axis) >= 0).all(), known.loc[list(group.levers)]


def test_hazard_noise_and_protection_stay(run, found):
    asked = {"noise_deviation", "phasing_required", "plan_required", "temporary_ban"}
    assert not asked & set(found.levers["parameter_code"])
    pd.testing.assert_frame_equal(found.run.constraint_losses, run.constraint_losses)


def test_it_says_what_a_planner_needs(found):
    text = found.explain()
    for said in ("Eksempelstranda", "innen 12 minutters gange", "pbl § 11-17", "kommunen",
                 "Dispensasjon er ikke foreslått", "Screening, ikke byggesak"):  # fmt: skip
        assert said in text
    english = found.explain("en")
    assert "no floor was given" in english
    assert "Gives" in english
    assert "{" not in text + english


def test_the_command_writes_the_table(tmp_path, monkeypatch):
    monkeypatch.setattr(bg, "read_municipality", lambda _: toy_town())
    path = tmp_path / "endringer.csv"
    asked = ["unlock", "kommune.toml", "--homes", "1", "--near", "D1", "--out", str(path)]
    told = CliRunner().invoke(app, asked)
    assert told.exit_code == 0, told.output
    assert "Lekesenteret" in told.output
    assert path.read_text("utf-8-sig").startswith("Sett (0 er valgt);Plan;Sone")


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (["--near", "D7"], "did you mean D1"),
        (["--out", "a.pdf"], ".xlsx or .csv"),
        (["--out", "nowhere/a.csv"], "no folder"),
    ],
)
def test_the_command_says_what_is_wrong(monkeypatch, more, message):
    monkeypatch.setattr(bg, "read_municipality", lambda _: toy_town())
    told = CliRunner().invoke(app, ["unlock", "kommune.toml", "--homes", "1", *more])
    assert told.exit_code == 1
    assert message in told.output
    assert "Traceback" not in told.output
