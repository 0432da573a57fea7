"""From what plans say to m² and storeys, limit by limit, on parts made by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from explained import sample_run, toy_run

from boligplan_geo.columns import column
from boligplan_geo.explain.capacity import calculation, mid_formulas, pooled
from boligplan_geo.explain.clauses import QUOTED_LENGTH, parameters
from boligplan_geo.explain.equations import aloud, equation, in_words
from boligplan_geo.explain.permitted import amounts, limits, permitted
from boligplan_geo.explain.rules_again import rules_again
from boligplan_geo.potential.pooled import inputs
from boligplan_geo.result import Analysis
from boligplan_geo.rules import formulas

PLOT = "9999-1/1"


@pytest.fixture(scope="module")
def run() -> Analysis:
    return toy_run()


def with_rows(run: Analysis, rows: list[dict[str, object]], area_m2: float = 952.0) -> Analysis:
    """The run with these parameters alone on the plot's part, of some area."""
    part = f"{PLOT}:1"
    defaults = {
        "part_id": part, "value_min": np.nan, "basis_code": "plot", "source_code": "provision",
        "plan_id": "P", "clause_id": "§ 4", "reading_code": "newer", "field_id": "P|F",
        "why_code": "only_plan", "parameter_reason": None, "zone_name": None,
        "regulation_code": None,
    }  # fmt: skip
    parts = run.plan_parts.copy()
    parts.loc[part, "area_m2"] = area_m2
    table = pd.DataFrame([defaults | row for row in rows])
    return replace(run, plan_parts=parts, plan_parameters=table)


def said(run: Analysis, rows: list[dict[str, object]], language: str = "nb") -> list[str]:
    changed = with_rows(run, rows)
    again = rules_again(changed, PLOT)
    return list(permitted(again, changed.assumptions, 10.0, language))


def test_percent_of_net_plot_becomes_square_metres(run: Analysis) -> None:
    lines = said(run, [{"parameter_code": "utilisation_16", "value_max": 30.0},
                       {"parameter_code": "storeys_max", "value_max": 2.0}])  # fmt: skip
    assert lines[:4] == [
        "%-BYA: 30 % – § 4",
        "  = 30 / 100 × 952 = 285,6 m² BYA",
        "Etasjer: 2 – § 4",
        "BRA på delen [m²] (bra_mid_m2)",
    ]
    assert lines[5] == "  = minste kjente av (ingen grense; 285,6 × 2 × 0,9) = 514,08"


def test_an_older_measure_shows_how_it_is_read_and_its_interval(run: Analysis) -> None:
    # U-grad 0.25: gross, so × 0.92 = 23 % BRA; high adds half of the road
    lines = said(run, [{"parameter_code": "utilisation_4", "value_max": 0.25}])
    assert lines[:4] == [
        "U-grad: 0,25 – § 4",
        "  = 0,25 × 92 = 23 % – eldre måleregel eller annen enhet, regnet om",
        "  = 23 / 100 × 952 = 218,96 m² BRA",
        "  lav 197, høy 241 m² BRA",
    ]


def test_a_field_gives_the_part_what_stands_and_its_share_of_the_rest(run: Analysis) -> None:
    row = {"parameter_code": "utilisation_15", "value_max": 600.0, "basis_code": "field"}
    changed = with_rows(run, [row])
    again = rules_again(changed, PLOT)
    text = "\n".join(permitted(again, changed.assumptions, 10.0, "nb"))
    assert "BYA: 600 m² – § 4" in text
    assert "rammen gjelder hele feltet" in text
    stands = again.standing["bya_m2"].iloc[0]
    share = max(0.0, 600 - stands) + min(stands, 600)  # the field is this one part
    assert limits(again, changed.assumptions)["mid_m2"].tolist() == [pytest.approx(share)]


def test_what_is_given_for_the_plot_stands_as_it_is(run: Analysis) -> None:
    lines = said(run, [{"parameter_code": "utilisation_17", "value_max": 200.0}], "en")
    assert lines[0] == "Use area: 200 m² – § 4"
    assert not lines[1].startswith("  = ")


def test_of_several_limits_the_strictest_holds(run: Analysis) -> None:
    rows = [{"parameter_code": "utilisation_16", "value_max": p, "clause_id": f"§ {p:.0f}"}
            for p in (30.0, 25.0)]  # fmt: skip
    lines = said(run, rows)
    at = lines.index("Flere grenser for BYA: den strengeste gjelder")
    assert lines[at + 1] == "  = minste av (238; 285,6) = 238 m² BYA"


def test_an_assumed_share_says_that_it_is_assumed(run: Analysis) -> None:
    lines = said(run, [{"parameter_code": "storeys_max", "value_max": 2.0}])
    assert lines[0] == "%-BYA: 35 % – forutsetning: Bebygd areal, rekkehus"
    assert lines[1:3] == ["  = 35 / 100 × 952 = 333,2 m² BYA", "  lav 267, høy 400 m² BYA"]


def test_heights_become_storeys_and_a_kote_is_counted_from_the_ground(run: Analysis) -> None:
    rows = [{"parameter_code": "eaves_height_max_m", "value_max": 9.5},
            {"parameter_code": "ridge_kote_max_m", "value_max": 21.0}]  # fmt: skip
    lines = said(run, rows)
    assert "Gesimshøyde: 9,5 m – § 4" in lines
    assert "  = største av (1; rundet ned (9,5 / 3)) = 3" in lines
    assert "  = 21 − 10 = 11 m" in lines
    assert "  = største av (1; rundet ned ((11 − 2) / 3)) = 3" in lines


def test_types_without_a_figure_and_unknown_types_say_so(run: Analysis) -> None:
    ban = said(run, [{"parameter_code": "utilisation_10", "value_max": np.nan}])
    assert "  planen tillater ikke bebyggelse (type 10)" in ban
    both = [{"parameter_code": "utilisation_11", "value_max": np.nan},
            {"parameter_code": "utilisation_16", "value_max": 30.0}]  # fmt: skip
    assert "  = minste av (100; 285,6) = 100 m² BYA" in said(run, both)  # what stands
    odd = said(run, [{"parameter_code": "utilisation_99", "value_max": 5.0}])
    assert not any("99 %" in line for line in odd)


def test_what_holds_or_not_is_said_in_words_and_clauses_are_quoted(run: Analysis) -> None:
    rows = [
        {"parameter_code": "phasing_required", "value_max": 0.0},
        {"parameter_code": "plan_required", "value_max": 1.0, "clause_id": "§ 5"},
    ]
    clauses = pd.DataFrame(
        {"plan_id": "P", "clause_id": ["§ 4", "§ 5"], "zone_name": None, "link": None,
         "text": ["Vegen er bygd.", "x" * 400]}
    )  # fmt: skip
    lines = list(parameters(replace(with_rows(run, rows), clauses=clauses), PLOT, "nb"))
    assert lines[0].startswith("Rekkefølgekrav: oppfylt (")
    assert lines[1] == "  «Vegen er bygd.»"
    assert lines[2].startswith("Krav om detaljregulering (plankrav): ja (")
    assert lines[3] == "  «" + "x" * QUOTED_LENGTH + "…»"


def test_the_rules_again_are_those_of_the_run() -> None:
    """On plots of every kind, fields among them: the pooled rules are the run's own columns."""
    run = sample_run()
    fields = run.plan_parameters["field_id"].isin(run.fields["field_id"])
    of_fields = run.plan_parameters.loc[fields, "part_id"].str.rpartition(":")[0]
    housing = run.plots.index[run.plots["plan_housing_plot_m2"] > 0]
    compared = 0
    for plot in dict.fromkeys([*of_fields.unique()[::4], *housing[::90]]):
        if not run.plots.loc[plot, "plan_housing_plot_m2"] > 0:
            continue
        again = rules_again(run, plot)
        table = inputs(pd.Index([plot]), again.parts, again.rules, run.assumptions)
        for name in table.columns.intersection(run.plots.columns):
            if "disputed" in name:  # homes that only the other reading gives: not of these rules
                continue
            own = float(run.plots.loc[plot, name])
            assert table[name].iloc[0] == pytest.approx(own, rel=1e-9, nan_ok=True), (plot, name)
        compared += 1
    assert compared > 25


def test_the_steps_give_the_bya_and_bra_of_the_run() -> None:
    """The strictest of the limits told is what the rules hold of each part."""
    run, compared = sample_run(), 0
    for plot in run.plots.index[run.plots["plan_housing_plot_m2"] > 0][::45]:
        again = rules_again(run, plot)
        table = limits(again, run.assumptions)
        for part, own in table.groupby("part_id"):
            for quantity, name in (("bya", "bya_mid_m2"), ("bra", "bra_given_mid_m2")):
                told = amounts(own, quantity, again.standing.loc[part])
                if told:
                    assert told[0] == pytest.approx(again.rules.loc[part, name], rel=1e-9)
                    compared += 1
    assert compared > 30


def test_parts_are_added_up_and_averaged_by_area() -> None:
    run = sample_run()
    net = run.plan_parts[run.plan_parts["counts_as_plot"].to_numpy(bool)]
    several = net["plot_id"].value_counts()
    told = 0
    for plot in several[several == 2].index[:12]:
        row = run.plots.loc[plot]
        if not row["plan_housing_plot_m2"] > 0:
            continue
        lines = list(pooled(row, rules_again(run, plot), "nb"))
        told += any("(plan_housing_bya_mid_m2)" in line for line in lines)
    assert told


def test_every_name_in_the_formulas_has_its_label() -> None:
    for formula in mid_formulas().values():
        for language in ("nb", "en"):
            for read in formulas.names(formula):
                entry = column(read)
                assert (entry.en if language == "en" else entry.nb) in in_words(formula, language)


def test_numbers_are_written_as_the_language_does() -> None:
    text = "max(0, -1.5 * 2) = 0"
    assert aloud(text) == "største av (0; −1,5 × 2) = 0"
    assert aloud(text, "en") == "greatest of (0, −1.5 × 2) = 0"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"a": 2.999996, "b": 1.0}, "= floor (2.999996 / 1) = 2"),
        ({"a": 6.0, "b": 0.0}, "= floor (6 / 0) = unknown"),
        ({"a": -4.5, "b": 2.0}, "= floor ((−4.5) / 2) = −3"),
        ({"a": 1e-7, "b": 1e-7}, "= floor (0.0000001 / 0.0000001) = 1"),
        ({"a": 2468.1, "b": float("nan")}, "= floor (2468.1 / unknown) = unknown"),
    ],
)
def test_as_many_digits_as_the_result_needs(values: dict[str, float], said: str) -> None:
    told = equation("floor(a / b)", values, "en").replace("rounded down", "floor")
    assert told == said


def test_steps_that_do_not_concern_the_plot_are_left_out(run: Analysis) -> None:
    housed = run.plots[run.plots["plan_housing_plot_m2"].gt(0)].iloc[0].copy()
    housed["plan_transform_m2"] = 0.0
    told = list(calculation(housed, mid_formulas(), "nb"))
    assert any("(potential_plan_homes_mid_count)" in line for line in told)
    assert not any("(potential_transformation" in line for line in told)
    housed["plan_housing_plot_m2"] = 0.0
    assert list(calculation(housed, mid_formulas(), "nb")) == []
    housed["plan_housing_plot_m2"] = np.nan  # a run made by hand kept nothing
    assert list(calculation(housed, mid_formulas(), "nb")) == []
