"""The procedure that a plan change takes (pbl ch. 11 and 12); the municipality decides."""

from __future__ import annotations

import pandas as pd

from boligplan_geo.result import Analysis

#: Change of the kommuneplan's land-use part; of a reguleringsplan; a new detail plan where the
#: kommuneplan demands one anyway. A dispensation settles one case and is never offered.
KOMMUNEPLAN, REGULATION, DETAIL_PLAN = "pbl_11_17", "pbl_12_14", "pbl_12_3"


def procedures(run: Analysis, levers: pd.DataFrame, held: pd.DataFrame) -> list[str]:
    """Code of the procedure of each change, by the level of the plan that is changed.

    Parameters
    ----------
    run : Analysis
    levers : DataFrame, index ``lever``
        With ``plan_id``.
    held : DataFrame
        ``part_id lever``.

    Returns
    -------
    list of str
        ``pbl_11_17`` for kommuneplan and kommunedelplan; ``pbl_12_3`` where such a plan demands
        a detail plan on most of the zone's parts, in which the figure can be settled;
        ``pbl_12_14`` for reguleringsplan.
    """
    recorded = run.facts.plan_parameters if run.facts is not None else run.plan_parameters
    demand = recorded[
        (recorded["parameter_code"] == "plan_required") & (recorded["reading_code"] == "newer")
    ]
    figure = demand["value_max"].fillna(demand["value_min"]).fillna(1.0)
    waits = held["part_id"].isin(demand.loc[figure > 0, "part_id"])
    mostly = waits.groupby(held["lever"].to_numpy()).mean() > 0.5
    areas = run.town.plan_areas if run.town is not None else None
    regime = {} if areas is None else areas.groupby("plan_id")["regime_code"].first().to_dict()
    found = []
    for lever, plan_id in levers["plan_id"].items():
        if not str(regime.get(plan_id, "")).startswith("kp"):
            found.append(REGULATION)
        else:
            found.append(DETAIL_PLAN if bool(mostly.get(lever, False)) else KOMMUNEPLAN)
    return found
