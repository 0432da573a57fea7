"""From the plan's figure to m², and formulas in words: what a planner and a lawyer follow."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from boligplan_geo import analyse
from boligplan_geo.columns import column
from boligplan_geo.explain.steps import (
    aloud,
    calculation,
    capacity_formulas,
    in_words,
    limits,
    parameters,
    permitted_steps,
)
from boligplan_geo.result import Analysis
from boligplan_geo.rules import formulas
from boligplan_geo.sample.toy import toy_town


@pytest.fixture(scope="module")
def run() -> Analysis:
    return analyse(toy_town())


def with_rows(run: Analysis, part: str, rows: list[dict[str, object]]) -> Analysis:
    """The run with these parameters alone on a part of 952 m²."""
    from dataclasses import replace

    defaults = {
        "part_id": part, "value_min": np.nan, "basis_code": "plot", "source_code": "provision",
        "plan_id": "P", "clause_id": "§ 4", "reading_code": "newer",
    }  # fmt: skip
    parts = run.plan_parts.copy()
    parts.loc[part, "area_m2"] = 952.0
    parts["counts_as_plot"] = True
    table = pd.DataFrame([defaults | row for row in rows])
    return replace(run, plan_parts=parts, plan_parameters=table)


def steps(run: Analysis, rows: list[dict[str, object]], language: str = "nb") -> list[str]:
    part = str(run.plan_parts.index[0])
    plot = str(run.plan_parts.loc[part, "plot_id"])
    return list(permitted_steps(with_rows(run, part, rows), plot, language))


def test_percent_of_net_plot_becomes_square_metres(run: Analysis) -> None:
    rows = [{"parameter_code": "utilisation_16", "value_max": 30.0}]
    assert steps(run, rows) == ["%-BYA: 30 % × 952 m² netto tomt = 286 m² BYA (§ 4)"]
    storeys = {"parameter_code": "storeys_max", "value_max": 2.0}
    assert steps(run, [*rows, storeys])[1] == (
        "  286 m² BYA × 2 etasjer × 0,9 m² BRA per m² fotavtrykk = 514 m² BRA"
    )


def test_an_older_measure_shows_its_figure_and_its_interval(run: Analysis) -> None:
    # U-grad 0.25: gross, so × 0.92 = 23 % BRA, ± 10 %
    said = steps(run, [{"parameter_code": "utilisation_4", "value_max": 0.25}])
    assert said == ["U-grad 0,25: 23 % × 952 m² netto tomt = 219 m² BRA (§ 4); lav 197, høy 241 m²"]


def test_what_is_given_for_a_field_is_not_given_to_one_plot(run: Analysis) -> None:
    row = {"parameter_code": "utilisation_15", "value_max": 1540.0, "basis_code": "field"}
    (said,) = steps(run, [row])
    assert said.startswith("BYA: 1\u202f540 m² for hele feltet (§ 4)")
    own = {"parameter_code": "utilisation_17", "value_max": 200.0}
    assert steps(run, [own], "en") == ["Use area: 200 m² BRA for the plot (§ 4)"]


def test_of_several_limits_the_strictest_is_named_as_the_rule(run: Analysis) -> None:
    rows = [{"parameter_code": "utilisation_16", "value_max": p} for p in (30.0, 25.0)]
    assert steps(run, rows)[-1] == "Flere grenser for BYA: den strengeste gjelder"


def test_an_assumed_share_says_that_it_is_assumed(run: Analysis) -> None:
    row = {
        "parameter_code": "utilisation_16", "value_min": 28.0, "value_max": 42.0,
        "source_code": "assumption", "clause_id": "assumption:bya_row_share",
    }  # fmt: skip
    (said,) = steps(run, [row])
    assert said == (
        "%-BYA: 35 % × 952 m² netto tomt = 333 m² BYA (forutsetning: Bebygd areal, rekkehus)"
        "; lav 267, høy 400 m²"
    )


def test_what_holds_or_not_is_said_in_words(run: Analysis) -> None:
    part = str(run.plan_parts.index[0])
    plot = str(run.plan_parts.loc[part, "plot_id"])
    rows = [
        {"parameter_code": "phasing_required", "value_max": 0.0},
        {"parameter_code": "plan_required", "value_max": 1.0},
    ]
    said = list(parameters(with_rows(run, part, rows), plot, "nb"))
    assert said[0].startswith("Rekkefølgekrav: oppfylt (")
    assert said[1].startswith("Krav om detaljregulering (plankrav): ja (")


def test_the_steps_give_the_bya_of_the_run(run: Analysis) -> None:
    """On plots where each part has one percent limit, the steps' m² sum to the plot's BYA."""
    compared = 0
    for plot in run.plots.index:
        table = limits(run, plot)
        own = run.plan_parts["plot_id"].eq(plot) & run.plan_parts["counts_as_plot"].eq(True)
        bya = table[table["quantity"].eq("bya")]
        is_plain = bya["part_id"].is_unique and len(bya) == own.sum() and len(table) == len(bya)
        if not is_plain or bya["mid_m2"].isna().any() or bya.empty:
            continue
        compared += 1
        for level in ("low", "mid", "high"):
            figure = run.plots.loc[plot, f"plan_bya_{level}_m2"]
            assert bya[f"{level}_m2"].sum() == pytest.approx(figure, abs=0.01)
    assert compared > 3


def test_every_name_in_the_formulas_has_its_label() -> None:
    for name, formula in capacity_formulas().items():
        if "_mid_" not in name and ("_low_" in name or "_high_" in name):
            continue
        for language in ("nb", "en"):
            for read in formulas.names(formula):
                entry = column(read)
                assert (entry.en if language == "en" else entry.nb) in in_words(formula, language)


def test_numbers_are_written_as_the_language_does() -> None:
    text = "max(0, -1.5 * 2) = 0"
    assert aloud(text) == "største av (0; -1,5 × 2) = 0"
    assert aloud(text, "en") == "greatest of (0, -1.5 × 2) = 0"


def test_steps_that_do_not_concern_the_plot_are_left_out(run: Analysis) -> None:
    housed = run.plots[run.plots["plan_housing_plot_m2"].gt(0)].iloc[0].copy()
    housed["plan_transform_m2"] = 0.0
    told = list(calculation(housed, capacity_formulas(), "nb"))
    assert any("(potential_plan_homes_mid_count)" in line for line in told)
    assert not any("(potential_transformation" in line for line in told)
    housed["plan_housing_plot_m2"] = 0.0
    assert list(calculation(housed, capacity_formulas(), "nb")) == []
