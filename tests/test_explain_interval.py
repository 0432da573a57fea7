"""Low and high of a plot can be followed: the inputs told, their causes, and the formulas."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from explained import sample_run, toy_run

from boligplan_geo.columns import column
from boligplan_geo.explain.interval import interval, made_again
from boligplan_geo.potential.capacity import INPUTS
from boligplan_geo.result import Analysis


@pytest.fixture(scope="module")
def run() -> Analysis:
    return sample_run()


@pytest.fixture(scope="module")
def toy() -> Analysis:
    return toy_run()


def homes(level: str) -> str:
    return f"potential_plan_homes_{level}_count"


@pytest.mark.parametrize("level", ["low", "mid", "high"])
@pytest.mark.parametrize("name", ["run", "toy"])
def test_every_count_is_made_again_from_what_the_run_kept(
    name: str, level: str, request: pytest.FixtureRequest
) -> None:
    plots = request.getfixturevalue(name).plots
    plots = plots[plots["plan_housing_plot_m2"].gt(0) & plots[homes(level)].notna()]
    again = [made_again(row, level)[homes(level)] for row in plots.to_dict("records")]
    assert len(again) > 5
    assert again == plots[homes(level)].tolist()


def test_the_inputs_told_are_all_that_differ(run: Analysis) -> None:
    """Mid's numbers with only the told inputs exchanged give low and high."""
    plots = run.plots[run.plots[homes("low")] < run.plots[homes("high")]]
    for plot_id, row in plots.iloc[::40].iterrows():
        text = list(interval(run, str(plot_id), "nb"))
        split = next(i for i, line in enumerate(text) if line.startswith("Planboliger, høy"))
        assert any(line.startswith("    = ") for line in text)
        for level, lines in (("low", text[:split]), ("high", text[split:])):
            told = {line.strip().split(":")[0] for line in lines if "i stedet for" in line}
            exchanged = dict(row)
            for pattern in INPUTS:
                is_told = column(pattern.format("mid")).label("nb") in told
                source = level if is_told else "mid"
                exchanged[pattern.format(level)] = row[pattern.format(source)]
            assert made_again(exchanged, level)[homes(level)] == row[homes(level)], plot_id
            assert lines[-1].endswith(f"= {row[homes(level)]:.0f}")


def test_causes_are_said_in_words(run: Analysis) -> None:
    text = "\n".join(interval(run, "9999-900/35", "nb"))
    assert "sone 910" in text
    assert "Etasjer: 3 i stedet for 2 (forutsetning: Usikkerhet i antall etasjer)" in text
    text = "\n".join(interval(run, "9999-900/36", "en"))
    assert "Permitted built area for housing [m²]: 135 instead of 150" in text
    assert "older measures" in text.lower()


def test_standing_parking_is_told_where_homes_stand(run: Analysis) -> None:
    text = "\n".join(interval(run, "9999-15/301", "nb"))
    low, _, high = text.partition("Planboliger, høy")
    assert "Parkering per stående bolig" not in low
    assert "Parkering per stående bolig [m²]: 0 i stedet for 18 (høy regner" in high


def test_nothing_is_told_of_what_is_unknown_or_was_not_kept(toy: Analysis) -> None:
    from dataclasses import replace

    plot = str(toy.plots.index[toy.plots[homes("mid")].ge(1)][0])
    assert list(interval(toy, plot, "nb"))
    plots = toy.plots.copy()
    plots.loc[plot, homes("mid")] = np.nan
    assert not list(interval(replace(toy, plots=plots), plot, "nb"))
    older = toy.plots.drop(columns=[INPUTS[0].format("low")])
    assert not list(interval(replace(toy, plots=pd.DataFrame(older)), plot, "nb"))
