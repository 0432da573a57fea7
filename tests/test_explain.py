"""One plot's derivation, from tables alone."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from closed_run import closed_run

from boligplan_geo import explain
from boligplan_geo.result import Analysis
from boligplan_geo.words import number

PLOT = "9999-1/7"


@pytest.fixture(scope="module")
def run() -> Analysis:
    return closed_run()


def changed(run: Analysis, **values: object) -> Analysis:
    """The run with other values on the plot."""
    plots = run.plots.copy()
    for name, value in values.items():
        if name not in plots:
            plots[name] = np.nan
        plots[name] = plots[name].astype(object)
        plots.loc[PLOT, name] = value
    return replace(run, plots=plots)


def test_it_says_plan_purpose_regime_clause_and_source(run: Analysis) -> None:
    text = run.explain(PLOT)
    assert text.startswith(f"Tomt {PLOT} – Boksby\nOppdiktet kommune")
    assert "kommuneplan (pbl 2008)" in text
    assert "hvorfor denne planen gjelder: den eneste planen som gjelder her" in text
    says = "%-BYA: maks. 30 % (per tomt; kilde: bestemmelse, 9999-KPA, KPA § 4.2)"
    assert f"{says}\n    «I feltene er %-BYA høyst 30 %.»" in text
    assert "Tillatt BYA [m²]: 270 (lav 200, høy 300)" in text
    assert "Støy, rød sone: 100 m² alene, 0 m² delt med andre soner" in text
    assert "Regler som ikke er kontrollert" in text


def test_points_are_listed_by_criterion_and_sum_to_the_total(run: Analysis) -> None:
    plot = run.plots.index[run.plots["score_densification_points"].notna()][0]
    text = run.explain(plot, language="en")
    block = text[text.index("  Densification\n") : text.index("  Housing mix\n")]
    earned = [float(p) for p in re.findall(r": ([\d.]+) of [\d.]+ \(", block)]
    total = run.densification.total[plot]
    assert len(earned) == len(run.densification.criteria)
    assert sum(earned) == pytest.approx(total, abs=0.06 * len(earned))
    assert f"Total {number(total, 'en', decimals=1)} of 100" in block


def test_unknown_is_said_in_words_and_never_zero(run: Analysis) -> None:
    text = changed(run, built_bya_m2=np.nan, built_reason="layer_missing").explain(PLOT)
    assert "Bebygd areal [m²]: –" in text
    assert "Bebyggelse: datalaget som trengs, er ikke levert" in text


def test_the_owner_is_withheld_in_public_where_a_home_stands(run: Analysis) -> None:
    told = changed(run, owner_code="municipal", built_homes_count=2.0)
    assert "Eierklasse: –" in told.explain(PLOT)
    assert "Eier: holdt tilbake av personvernhensyn" in told.explain(PLOT)
    inside = told.explain(PLOT, audience="internal")
    assert "Eierklasse: kommunen" in inside
    assert "INTERN" in inside


def test_formulas_are_shown_with_the_plots_numbers(
    run: Analysis, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = {"plan_bra_mid_m2": "plan_bya_mid_m2 * 2", "potential_bra_mid_m2": "absent_m2 + 1"}
    monkeypatch.setattr(explain, "_formulas", lambda: given)
    text = changed(run, plan_housing_plot_m2=900.0).explain(PLOT)
    step = text[text.index("Tillatt BRA [m²] (plan_bra_mid_m2)") :].splitlines()[:5]
    assert [line.strip() for line in step[1:]] == [
        "Bruksareal som er tillatt etter planene som gjelder; før parkering er trukket fra – "
        "boligene regnes med parkeringen sin",
        "= «Tillatt BYA» × 2",
        "= 270 × 2 = 540",
        "formel: plan_bya_mid_m2 * 2",
    ]
    assert "absent_m2" not in text


def test_land_without_plan_and_land_that_is_no_plot_are_said(run: Analysis) -> None:
    parts = run.plan_parts.copy()
    parts.loc[f"{PLOT}:1", ["plan_id", "zone_name", "land_use_code", "regime_code"]] = None
    assert "900 m² uten plan" in replace(run, plan_parts=parts).explain(PLOT)
    road = run.plan_parts.copy()
    road.loc[f"{PLOT}:1", "counts_as_plot"] = False
    assert "regnes ikke med i tomta" in replace(run, plan_parts=road).explain(PLOT)


def test_an_interval_of_points_is_said_to_be_one(run: Analysis) -> None:
    plot = run.plots.index[run.plots["score_densification_points"].notna()][0]
    points = run.densification.points.copy()
    points.loc[plot, "centre"] = np.nan
    text = replace(run, densification=replace(run.densification, points=points)).explain(plot)
    assert "hvis alt ukjent gir full uttelling" in text
    assert re.search(r"Gangtid til senter: – av 25,0", text)


def test_assumptions_of_other_dwelling_types_are_left_out(run: Analysis) -> None:
    plots = run.plots.assign(potential_dwelling_type_code="row")
    text = replace(run, plots=plots).explain(PLOT)
    assert "Etasjer, rekkehus: 2 (etasjer der planen ikke sier noe) [storeys_row_count" in text
    assert "storeys_block_count" not in text
    assert "dwelling_bra_m2" in text


def test_an_unknown_plot_names_near_ones(run: Analysis) -> None:
    with pytest.raises(KeyError) as error:
        run.explain("9999-1/1444")
    assert "9999-1/144" in error.value.args[0]
    bare = replace(
        run, plots=run.plots.set_axis(pd.Index(["a"] * 1 + [f"b{i}" for i in range(143)]))
    )
    with pytest.raises(KeyError, match="ingen"):
        bare.explain("zzzzzz")
