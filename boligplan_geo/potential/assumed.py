"""Assumptions by dwelling type, and the rows that say where they filled a silent plan."""

from __future__ import annotations

import numpy as np
import pandas as pd

from boligplan_geo.assumptions import Assumptions
from boligplan_geo.rules import purposes

#: Purposes on which homes may stand under the plans in force.
HOUSING_NOW = ("yes", "yes_mixed", "possible")

#: Which group's assumptions a dwelling type takes.
GROUPS = {
    "detached": "detached",
    "semi_detached": "detached",
    "row": "row",
    "block": "block",
    "shared": "block",
    "other": "block",
}


def assumed(dwelling_type: pd.Series, assumptions: Assumptions, field: str) -> np.ndarray:
    """An assumption by dwelling type: ``assumed(types, a, "storeys_{}_count")``."""
    values = {kind: getattr(assumptions, name) for kind, name in field_names(field).items()}
    return dwelling_type.map(values).to_numpy(dtype=float)


def field_names(field: str) -> dict[str, str]:
    """Name of the assumption for each dwelling type.

    Examples
    --------
    >>> field_names("storeys_{}_count")["semi_detached"]
    'storeys_detached_count'
    """
    return {kind: field.format(group) for kind, group in GROUPS.items()}


def assumed_parameters(
    plan_parts: pd.DataFrame, plan_parameters: pd.DataFrame, assumptions: Assumptions
) -> pd.DataFrame:
    """A row for each parameter that is assumed on a part, in the columns of plan parameters.

    Examples
    --------
    >>> part = pd.DataFrame({"regime_code": ["rp2008"], "land_use_code": ["1111"],
    ...                      "counts_as_plot": [True]}, index=["p:1"])
    >>> nothing = pd.DataFrame({"part_id": [], "parameter_code": []}, dtype=object)
    >>> assumed_parameters(part, nothing, Assumptions()).value_max.tolist()
    [30.0, 2.0, nan, nan]
    """
    purpose = purposes.described(plan_parts["regime_code"], plan_parts["land_use_code"])
    carries = (purpose["housing"].isin(HOUSING_NOW) & plan_parts["counts_as_plot"]).to_numpy()
    code = plan_parameters["parameter_code"].astype(object)
    is_utilisation = np.array(
        [str(c).startswith("utilisation_") for c in code.unique()], dtype=bool
    )
    utilisation = code.unique()[is_utilisation]
    spread = assumptions.bya_spread_share
    filled = []
    for parameter, is_said, field, low, high in (
        ("utilisation_16", code.isin(utilisation), "bya_{}_share",
         100 * (1 - spread), 100 * (1 + spread)),
        ("storeys_max", code == "storeys_max", "storeys_{}_count", np.nan, 1.0),
        ("outdoor_per_home_m2", code == "outdoor_per_home_m2", "outdoor_{}_m2", 1.0, np.nan),
        ("parking_per_home", code == "parking_per_home", "parking_{}_count", 1.0, np.nan),
    ):  # fmt: skip
        said = plan_parts.index.get_indexer(pd.Index(plan_parameters.loc[is_said, "part_id"]))
        is_silent = carries.copy()
        is_silent[said[said >= 0]] = False
        silent = purpose.loc[is_silent, "dwelling_type_code"]
        usual = assumed(silent, assumptions, field)
        names = {k: f"assumption:{name}" for k, name in field_names(field).items()}
        filled.append(
            pd.DataFrame(
                {
                    "part_id": silent.index.to_numpy(),
                    "parameter_code": parameter,
                    "value_min": usual * low,
                    "value_max": usual * high,
                    "basis_code": "plot",
                    "source_code": "assumption",
                    "clause_id": silent.map(names).to_numpy(dtype=object),
                    "reading_code": "newer",
                }
            )
        )
    return pd.concat(filled, ignore_index=True)
