"""The text beside a figure is what the clause says of that zone, not of its neighbours."""

from dataclasses import replace
from types import SimpleNamespace

import pandas as pd

import boligplan_geo as bg
from boligplan_geo.maps.homes import clause_texts
from boligplan_geo.sample.toy import toy_town


def run_of(clauses, parameters, binding):
    plots = pd.DataFrame({"plan_binding_clause_id": binding}, index=["p", "q"])
    parts = pd.DataFrame({"plot_id": ["p", "q"]}, index=["p:1", "q:1"])
    return SimpleNamespace(
        plots=plots,
        plan_parts=parts,
        plan_parameters=pd.DataFrame(
            parameters, columns=["part_id", "plan_id", "clause_id", "zone_name"]
        ),
        clauses=pd.DataFrame(clauses, columns=["plan_id", "clause_id", "zone_name", "text"]),
    )


def test_each_zone_has_its_own_words():
    run = run_of(
        [("K", "§ 1", "B1", "to etasjer i B1"), ("K", "§ 1", "B2", "tre etasjer i B2")],
        [("p:1", "K", "§ 1", "B1"), ("q:1", "K", "§ 1", "B2")],
        ["§ 1", "§ 1"],
    )
    assert clause_texts(run).tolist() == ["to etasjer i B1", "tre etasjer i B2"]


def test_a_clause_that_names_no_zone_holds_for_all():
    run = run_of(
        [("K", "§ 1", None, "overalt"), ("K", "§ 2", "B1", "bare B1")],
        [("p:1", "K", "§ 1", None), ("q:1", "K", "§ 1", ""), ("p:1", "K", "§ 2", "B1")],
        ["§ 1;§ 2", "§ 1"],
    )
    assert clause_texts(run).tolist() == ["overalt\nbare B1", "overalt"]


def test_a_run_keeps_the_texts_of_each_zone_apart():
    town = toy_town()
    first = town.provisions.iloc[[0, 0, 0]].assign(
        clause_id="§ 9", zone_name=["B1", "B2", ""], text=["av B1", "av B2", "av alle"]
    )
    first.index = pd.Index(["X1", "X2", "X3"], name="provision_id")
    more = replace(town, provisions=pd.concat([town.provisions, first]))
    clauses = bg.analyse(more).clauses
    own = clauses[clauses["clause_id"] == "§ 9"]
    said = own.set_index(own["zone_name"].fillna(""))["text"].to_dict()
    assert said == {"B1": "av B1", "B2": "av B2", "": "av alle"}
    assert not clauses.duplicated(["plan_id", "clause_id", "zone_name"]).any()
