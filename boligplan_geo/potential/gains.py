"""Shadow prices: homes that a plot gains by one step of one rule, all else as it is.

The formulas of plan homes are run again on whole columns with the one input changed, so a gain
is what a changed plan would give, not a derivative: 0 where something else limits, and whole
homes come in steps. The dwelling type stays, also where more storeys would lead to blocks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd

from boligplan_geo.potential import pooled
from boligplan_geo.potential.plan_rules.permitted import PART_FORMULAS
from boligplan_geo.rules import formulas

Columns = Mapping[str, np.ndarray]
#: Steps: a percentage point of BYA, a storey, a home more under the cap, a space less a home.
STEPS = ("bya_point", "storey", "unit", "parking")


def gains(
    table: pd.DataFrame,
    pool: pooled.Pool,
    rules: pd.DataFrame,
    expressions: Mapping[str, str],
    unrounded: str,
) -> dict[str, np.ndarray]:
    """Homes gained by each step, in whole homes and unrounded.

    Parameters
    ----------
    table : DataFrame, index ``plot_id``
        Inputs of the formulas and plan homes of mid.
    pool : Pool
        The parts of the plots.
    rules : DataFrame, index ``part_id``
        From `potential.plan_rules.permitted.part_rules`.
    expressions : mapping of column to formula
        The formulas of mid, in order.
    unrounded : str
        The formula of homes before they are rounded down.

    Returns
    -------
    dict of name to array, one a plot
        ``potential_gain_<step>_homes_count`` and ``potential_gain_<step>_unrounded_count``; NaN
        where homes are unknown, 0 on land that holds none.
    """
    homes = "potential_plan_homes_mid_count"
    known = table[homes].to_numpy(dtype=float)
    is_housing = (table["plan_housing_plot_m2"] > 0).to_numpy()
    before = {name: table[name].to_numpy() for name in _read(expressions) if name in table}
    exact = formulas.evaluate(unrounded, _run(before, expressions))
    found = {}
    for step in STEPS:
        after = _run({**before, **_CHANGES[step](before, pool, rules)}, expressions)
        for kind, gain in (
            ("homes", after[homes] - known),
            ("unrounded", formulas.evaluate(unrounded, after) - exact),
        ):
            gain = np.where(np.isnan(known), np.nan, np.where(is_housing, gain, 0.0))
            found[f"potential_gain_{step}_{kind}_count"] = gain
    return found


def _read(expressions: Mapping[str, str]) -> list[str]:
    return list(dict.fromkeys(n for text in expressions.values() for n in formulas.names(text)))


def _run(columns: Columns, expressions: Mapping[str, str]) -> dict[str, np.ndarray]:
    known = dict(columns)
    for name, text in expressions.items():
        known[name] = formulas.evaluate(text, known)
    return known


def _bya_point(before: Columns, pool: pooled.Pool, rules: pd.DataFrame) -> Columns:
    """BYA of every part one percentage point of its net area more, and BRA with it."""
    bya = rules["bya_mid_m2"].to_numpy() + 0.01 * pool.net_m2
    return _permitted(pool, rules, bya_mid_m2=bya)


def _storey(before: Columns, pool: pooled.Pool, rules: pd.DataFrame) -> Columns:
    storeys = rules["storeys_mid_count"].to_numpy() + 1.0
    return {
        **_permitted(pool, rules, storeys_mid_count=storeys),
        "plan_storeys_mid_count": before["plan_storeys_mid_count"] + 1.0,
    }


def _unit(before: Columns, pool: pooled.Pool, rules: pd.DataFrame) -> Columns:
    return {"plan_homes_cap_mid_count": before["plan_homes_cap_mid_count"] + 1.0}


def _parking(before: Columns, pool: pooled.Pool, rules: pd.DataFrame) -> Columns:
    """A space less for each home, new and standing, down to none."""
    spaces = np.maximum(rules["parking_mid_count"].to_numpy() - 1.0, 0.0)
    return pooled.parking(pool, rules.assign(parking_mid_count=spaces), "mid")


_CHANGES: Mapping[str, Callable[[Columns, pooled.Pool, pd.DataFrame], Columns]] = {
    "bya_point": _bya_point,
    "storey": _storey,
    "unit": _unit,
    "parking": _parking,
}


def _permitted(pool: pooled.Pool, rules: pd.DataFrame, **changed: np.ndarray) -> Columns:
    """Permitted BYA and BRA of the housing parts under changed rules."""
    columns = rules.assign(**changed)
    columns["bra_mid_m2"] = formulas.evaluate(PART_FORMULAS["bra_mid_m2"], columns)
    return pooled.housing_permitted(pool, columns, "mid")
