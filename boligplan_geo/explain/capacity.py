"""From what is permitted to plan homes: the parts pooled, then the formulas that ran."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd

from boligplan_geo.columns import column
from boligplan_geo.explain.equations import INDENT, equation, steps
from boligplan_geo.explain.rules_again import PlotRules
from boligplan_geo.potential.capacity import formulas_of
from boligplan_geo.rules import formulas
from boligplan_geo.words import missing, phrase

#: Columns of a plot that are sums over its parts, and means by area over those with homes.
_SUMS = {"plan_housing_bya_mid_m2": "bya_mid_m2", "plan_housing_bra_mid_m2": "bra_mid_m2"}
_MEANS = {
    "plan_storeys_mid_count": "storeys_mid_count",
    "plan_housing_mid_share": "housing_mid_share",
    "plan_home_bra_mid_m2": "home_bra_mid_m2",
    "plan_home_outdoor_mid_m2": "outdoor_mid_m2",
}


def pooled(row: pd.Series, again: PlotRules, language: str) -> Iterator[str]:
    """Parts put together: sums, and means by area; nothing where one part carries all homes."""
    rules, area = again.rules[again.is_housing], again.parts.loc[again.is_housing, "area_m2"]
    if len(rules) < 2:
        return
    names = [f"area_{n}" for n in range(len(rules))]
    areas = dict(zip(names, area.astype(float), strict=True))
    for name, own in (_SUMS | _MEANS).items():
        values = {f"part_{n}": float(v) for n, v in enumerate(rules[own])}
        if name in _SUMS:
            formula = " + ".join(values)
        elif len(set(values.values())) == 1:  # a mean of the same is that
            continue
        else:
            weighed = " + ".join(f"{v} * {a}" for v, a in zip(values, areas, strict=True))
            formula = f"({weighed}) / ({' + '.join(areas)})"
        if name not in row or any(np.isnan(v) for v in values.values()):
            continue
        key = "pooled_sum" if name in _SUMS else "pooled_mean"
        yield f"{column(name).label(language)} ({name})"
        yield INDENT + phrase(key, language)
        yield INDENT + equation(formula, values | areas, language)


def calculation(row: pd.Series, expressions: Mapping[str, str], language: str) -> Iterator[str]:
    """The formulas that ran, with this plot's numbers, where the run kept what they read."""
    for name, formula in expressions.items():
        if _concerns(row, name, formula):
            yield from steps(name, formula, row, language)


def mid_formulas() -> dict[str, str]:
    """Formulas of plan homes, mid, in the order they run."""
    return formulas_of("mid")


def _concerns(row: pd.Series, name: str, formula: str) -> bool:
    """Whether a step has its numbers and says something of this plot."""
    if name not in row or not all(read in row for read in formulas.names(formula)):
        return False
    if missing(row.get("plan_housing_plot_m2")):  # a run made by hand kept no inputs
        return False
    if ("by_cap" in name or "by_quiet" in name) and missing(row[name]):  # sets no limit here
        return False
    changes = row.get("plan_transform_m2") != 0.0  # unknown may matter, none does not
    houses = row["plan_housing_plot_m2"] != 0.0
    if "transformation" in name:
        return bool(changes)
    return bool(houses or (changes and name in ("plan_usable_share", "plan_standing_homes_count")))
