"""Dwelling types, their assumptions, and the rows that say where these filled a silent plan."""

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


#: Purposes that say «homes» and not which; every other purpose has its own dwelling type.
UNSPECIFIED_HOUSING = (("kp2008", "1110"), ("rp2008", "1110"), ("kp1985", "110"), ("rp1985", "110"))
#: What else says a thing that is assumed where a plan is silent.
SAID_BY = {
    "storeys_max": ("eaves_height_max_m", "ridge_height_max_m", "eaves_kote_max_m",
                    "ridge_kote_max_m"),
    "outdoor_per_home_m2": ("outdoor_per_100_m2",),
    "parking_per_home": ("parking_per_100_m2",),
}  # fmt: skip
#: From so many permitted storeys an unspecified housing purpose leads to blocks.
BLOCK_FROM_STOREYS_COUNT = 3


def dwelling_types(plan_parts: pd.DataFrame, plan_parameters: pd.DataFrame) -> pd.Series:
    """Dwelling type that each part leads to: its purpose's, or that of its permitted storeys.

    An unspecified housing purpose (`UNSPECIFIED_HOUSING`) leads to ``block`` where the plan in
    force records three storeys or more (the strictest ``storeys_max`` of the newer reading), and
    to ``row`` otherwise, also where no storeys are recorded. Regulated heights are not read.

    Parameters
    ----------
    plan_parts : DataFrame, index ``part_id``
    plan_parameters : DataFrame
        Recorded, from `rules.settled.parameters`.

    Returns
    -------
    Series of text, index ``part_id``
        Null where the purpose leads to no homes, or its code is unknown.

    Examples
    --------
    >>> parts = pd.DataFrame({"regime_code": "rp2008", "land_use_code": ["1110", "1110", "1111"]},
    ...                      index=["a:1", "b:1", "c:1"])
    >>> says = pd.DataFrame({"part_id": ["b:1", "c:1"], "parameter_code": "storeys_max",
    ...                      "value_max": [4.0, 4.0]})
    >>> dwelling_types(parts, says).tolist()
    ['row', 'block', 'detached']
    """
    purpose = purposes.described(plan_parts["regime_code"], plan_parts["land_use_code"])
    rows = plan_parameters[plan_parameters["parameter_code"] == "storeys_max"]
    if "reading_code" in rows:
        rows = rows[rows["reading_code"] == "newer"]
    figures = rows.reindex(columns=["value_max", "value_min"]).astype(float)
    storeys = figures["value_max"].fillna(figures["value_min"])
    permitted = storeys.groupby(rows["part_id"]).min().reindex(plan_parts.index)
    keys = pd.MultiIndex.from_arrays(
        [plan_parts["regime_code"].astype(object), plan_parts["land_use_code"].astype(object)]
    )
    is_block = keys.isin(UNSPECIFIED_HOUSING) & (permitted >= BLOCK_FROM_STOREYS_COUNT).to_numpy()
    return purpose["dwelling_type_code"].mask(is_block, "block")


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


def assumed_clause(dwelling_type: pd.Series, field: str) -> np.ndarray:
    """What is cited where an assumption fills a silent plan: ``assumption:<field>``."""
    names = {kind: f"assumption:{name}" for kind, name in field_names(field).items()}
    return dwelling_type.map(names).to_numpy(dtype=object)


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
    kinds = dwelling_types(plan_parts, plan_parameters)
    carries = (purpose["housing"].isin(HOUSING_NOW) & plan_parts["counts_as_plot"]).to_numpy()
    code = plan_parameters["parameter_code"].astype(object)
    spread = assumptions.bya_spread_share
    filled = []
    for parameter, is_said, field, low, high in (
        ("utilisation_16", _limits_utilisation(plan_parameters), "bya_{}_share",
         100 * (1 - spread), 100 * (1 + spread)),
        *(
            (name, code.isin([name, *SAID_BY[name]]), field, low, high)
            for name, field, low, high in (
                ("storeys_max", "storeys_{}_count", np.nan, 1.0),
                ("outdoor_per_home_m2", "outdoor_{}_m2", 1.0, np.nan),
                ("parking_per_home", "parking_{}_count", 1.0, np.nan),
            )
        ),
    ):  # fmt: skip
        said = plan_parts.index.get_indexer(pd.Index(plan_parameters.loc[is_said, "part_id"]))
        is_silent = carries.copy()
        is_silent[said[said >= 0]] = False
        silent = kinds[is_silent]
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


def _limits_utilisation(plan_parameters: pd.DataFrame) -> pd.Series:
    """Rows that say how much may be built; one that sets only a least does not."""
    code = plan_parameters["parameter_code"].astype(str)
    nothing = pd.Series(np.nan, index=plan_parameters.index)
    least, most = (plan_parameters.get(n, nothing) for n in ("value_min", "value_max"))
    return code.str.startswith("utilisation_") & ~(most.isna() & least.notna())
