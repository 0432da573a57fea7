"""What is printed can be computed again by whoever has the page: a parser of its own checks it."""

from __future__ import annotations

import math
import re

import numpy as np
import pytest
from arithmetic import close, computed, equations, tokens
from explained import rennes_run, sample_run

from boligplan_geo.explain import derivation
from boligplan_geo.potential.capacity import formulas_of
from boligplan_geo.result import Analysis

HOMES = "potential_plan_homes_mid_count"


def chosen(run: Analysis, count: int) -> list[str]:
    """Plots with housing land: those of odd plans first, then spread over the rest."""
    plots = run.plots[run.plots["plan_housing_plot_m2"] > 0]
    parts = run.plan_parts[run.plan_parts["plot_id"].isin(plots.index)]
    said = run.plan_parameters[run.plan_parameters["part_id"].isin(parts.index)]
    odd = said.drop_duplicates(["parameter_code", "basis_code", "why_code"])["part_id"]
    several = parts["plot_id"].value_counts()
    first = [*parts.loc[odd, "plot_id"].unique(), *several[several > 1].index[:25]]
    spread = plots.index[np.linspace(0, len(plots) - 1, 2 * count).astype(int)]
    return list(dict.fromkeys([*first, *spread]))[:count]


def check(run: Analysis, plot_id: str, language: str) -> int:
    """Every equation of a plot gives what is printed, and that is what the run's column holds."""
    text = derivation(run, plot_id, language=language)
    seen: set[str] = set()
    count = 0
    for left, again, printed, name in equations(text, is_norwegian=language == "nb"):
        assert close(again, printed), (plot_id, name, left, again, printed)
        count += 1
        if name in run.plots and name not in seen:
            assert close(float(run.plots.loc[plot_id, name]), printed), (plot_id, name)
            seen.add(name)
    assert len(seen) >= 12 or math.isnan(run.plots.loc[plot_id, HOMES])
    return count


@pytest.mark.parametrize(("name", "count"), [("sample", 150), ("rennes", 50)])
def test_the_printed_numbers_give_the_printed_results(name: str, count: int) -> None:
    run = {"sample": sample_run, "rennes": rennes_run}[name]()
    plots = chosen(run, count)
    assert len(plots) == count
    equations_read = [check(run, plot_id, ("nb", "en")[i % 2]) for i, plot_id in enumerate(plots)]
    assert min(equations_read) >= 12


def test_homes_follow_from_the_numbers_at_the_bottom_alone() -> None:
    """From the printed inputs, by the printed formulas, without any printed result between."""
    sample = sample_run()
    derived, compared = formulas_of("mid"), 0
    plots = sample.plots[(sample.plots["plan_housing_plot_m2"] > 0) & sample.plots[HOMES].notna()]
    for plot_id in plots.index[::60]:
        text = derivation(sample, plot_id)
        known: dict[str, float] = {}
        steps = re.findall(r"\((\w+)\)\n(?:.*\n)*?    (= .+)\n    formel: (.+)\n", text)
        for name, line, formula in steps:
            if name not in derived or "transformation" in name:
                continue
            for read, number in aligned(formula, line.removeprefix("= ")).items():
                if read not in derived:
                    known[read] = number
            known[name] = computed(formula, is_norwegian=False, values=padded(formula, known))
        homes = plots.loc[plot_id, HOMES]
        unrounded = plots.loc[
            plot_id, [f"potential_by_{n}_mid_count" for n in ("ground", "bra", "outdoor")]
        ].min()
        if abs(unrounded - round(unrounded)) > 0.01:
            assert known[HOMES] == homes, plot_id
            compared += 1
    assert compared > 15


def aligned(formula: str, line: str) -> dict[str, float]:
    """The number that stands for each name: both lines have the same signs in the same order."""
    left = line.rpartition(" = ")[0]
    numbers = [t for t in tokens(left, is_norwegian=True) if t[0] in ("number", "unknown")]
    names = [t for t in tokens(formula, is_norwegian=False) if t[0] in ("number", "name")]
    assert len(names) == len(numbers), (formula, line)
    return {
        text: math.nan if shown[0] == "unknown" else float(shown[1])
        for (kind, text), shown in zip(names, numbers, strict=True)
        if kind == "name"
    }


def padded(formula: str, known: dict[str, float]) -> dict[str, float]:
    """What was not printed is what the page says it is: no limit."""
    names = [text for kind, text in tokens(formula, is_norwegian=False) if kind == "name"]
    return {name: known.get(name, math.nan) for name in names}


def test_the_reader_of_equations_knows_arithmetic() -> None:
    """The checker itself: precedence, unknowns, both languages, a wrong result is seen."""
    assert computed("2 + 3 × 4 − 6 / 3", is_norwegian=True) == 12
    assert computed("minste kjente av (ukjent; 2,5)", is_norwegian=True) == 2.5
    assert math.isnan(computed("least of (unknown, 2.5)", is_norwegian=False))
    assert math.isnan(computed("1 / 0", is_norwegian=True))
    assert computed("3 / (0,5 hvis 0,5 ≥ 1 ellers 1,5)", is_norwegian=True) == 2
    assert computed("10 × (−2)", is_norwegian=True) == -20
    ((left, again, printed, name),) = equations(
        "  Sum (plan_x)\n    = 2 × 3 = 7 m² BYA\n", is_norwegian=True
    )
    assert (left, again, printed, name) == ("2 × 3", 6, 7, "plan_x")
    assert not close(again, printed)
    with pytest.raises(ValueError, match="cannot read"):
        computed("2 ^ 3", is_norwegian=True)
