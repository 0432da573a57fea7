"""What each plan part permits, low, mid and high: what is recorded, else Assumptions.

Low takes the strictest reading of everything (the disputed zone 910 included), high the most
generous, mid the newest plan; every later formula grows or falls steadily with each of these
inputs, so low ≤ mid ≤ high holds by construction.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from boligplan_geo.assumptions import Assumptions
from boligplan_geo.potential.assumed import (
    GROUPS,
    HOUSING_NOW,
    assumed,
    dwelling_types,
    field_names,
)
from boligplan_geo.potential.budgets import share_of_field, strictest
from boligplan_geo.rules import formulas, purposes, utilisation
from boligplan_geo.rules.utilisation import LEVELS

#: Hensynssoner that demand infrastructure or services first (rekkefølgekrav).
PHASING_ZONES = ("410", "430", "440", "450")

PART_FORMULAS: Mapping[str, str] = {
    f"bra_{level}_m2": f"least_known(bra_given_{level}_m2, "
    f"bya_{level}_m2 * storeys_{level}_count * storey_bra_share)"
    for level in LEVELS
}


def part_rules(
    plan_parts: pd.DataFrame,
    plan_parameters: pd.DataFrame,
    part_zones: pd.DataFrame | None,
    standing: pd.DataFrame,
    assumptions: Assumptions,
) -> pd.DataFrame:
    """Everything that the homes on a part depend on, recorded or assumed.

    Parameters
    ----------
    plan_parts : DataFrame, index ``part_id``
        From `facts.plan.parts`.
    plan_parameters : DataFrame
        From `rules.settled.parameters`.
    part_zones : DataFrame, optional
        From `facts.plan.zones`; phasing zones are read from it.
    standing : DataFrame, index ``part_id``
        ``bya_m2``, ``bra_m2``, ``homes_count`` that stand on the part; NaN where unknown.
    assumptions : Assumptions

    Returns
    -------
    DataFrame, index ``part_id``
        ``housing``, ``dwelling_type_code`` (see `dwelling_types`); for each level ``bya_`` and
        ``bra_<level>_m2`` permitted (NaN: not limited, or unknown: see ``reason``),
        ``storeys_``, ``parking_<level>_count`` a home, ``outdoor_<level>_m2`` a home,
        ``housing_<level>_share``, ``home_bra_<level>_m2``; ``cap_plot_`` and
        ``cap_field_<level>_count`` (NaN: no cap); ``is_bra_given``, ``plan_required``,
        ``phasing_required``; ``<subject>_clause_id``; ``reason``.

    Examples
    --------
    >>> parts = pd.DataFrame({"plot_id": ["p"], "regime_code": ["kp2008"], "area_m2": [600.0],
    ...     "land_use_code": ["1110"], "counts_as_plot": [True]}, index=["p:1"])
    >>> nothing = pd.DataFrame({"part_id": [], "parameter_code": []}, dtype=object)
    >>> empty = pd.DataFrame({"bya_m2": 0.0, "bra_m2": 0.0, "homes_count": 0}, index=["p:1"])
    >>> part_rules(parts, nothing, None, empty, Assumptions())[
    ...     ["bya_mid_m2", "bya_high_m2", "bya_clause_id"]].values.tolist()
    [[210.0, 252.0, 'assumption:bya_row_share']]
    """
    purpose = purposes.described(plan_parts["regime_code"], plan_parts["land_use_code"])
    rules = purpose[["housing"]].copy()
    rules["dwelling_type_code"] = dwelling_types(plan_parts, plan_parameters)
    rows = _numbered(plan_parameters, plan_parts.index)
    _add_utilisation(rules, rows, plan_parts, standing, assumptions)
    _add_storeys(rules, rows, assumptions)
    _add_needs(rules, rows, assumptions)
    _add_shares(rules, rows, assumptions)
    _add_caps(rules, rows, plan_parts, standing)
    _add_readiness(rules, rows, part_zones)
    rules["storey_bra_share"] = assumptions.storey_bra_share
    return formulas_on(rules)


def formulas_on(rules: pd.DataFrame) -> pd.DataFrame:
    """Add the columns of `PART_FORMULAS`; text columns are left as they are."""
    numbers = rules[sorted({n for f in PART_FORMULAS.values() for n in formulas.names(f)})]
    derived = formulas.derive(PART_FORMULAS, numbers)
    return rules.assign(**{name: derived[name] for name in PART_FORMULAS})


def _numbered(plan_parameters: pd.DataFrame, parts: pd.Index) -> pd.DataFrame:
    """Parameter rows with the position of their part; defaults for columns that may be absent."""
    rows = plan_parameters.copy()
    defaults: dict[str, Any] = {"value_min": np.nan, "value_max": np.nan, "clause_id": None}
    defaults |= {"basis_code": None, "reading_code": "newer", "field_id": None}
    for name, value in defaults.items():
        if name not in rows:
            rows[name] = value
    rows["part"] = parts.get_indexer(pd.Index(rows["part_id"]))
    return rows[rows["part"] >= 0].reset_index(drop=True)


def _set(rules: pd.DataFrame, pattern: str, values: np.ndarray) -> None:
    for level, column in zip(LEVELS, values, strict=True):
        rules[pattern.format(level)] = column


def _same_at_all_levels(rows: pd.DataFrame, value: pd.Series) -> pd.DataFrame:
    return rows.assign(low=value, mid=value, high=value)


def _of(rows: pd.DataFrame, parameter: str) -> pd.DataFrame:
    return rows[rows["parameter_code"] == parameter]


def _add_utilisation(
    rules: pd.DataFrame,
    rows: pd.DataFrame,
    plan_parts: pd.DataFrame,
    standing: pd.DataFrame,
    assumptions: Assumptions,
) -> None:
    """Permitted BYA, BRA as given, clause and reason; BYA assumed where plans are silent."""
    count = len(rules)
    area = np.where(plan_parts["counts_as_plot"], plan_parts["area_m2"], 0.0)
    use = utilisation.permitted(
        rows,
        older_spread_share=assumptions.older_measure_spread_share,
        gross_to_use_area_share=assumptions.gross_to_use_area_share,
    )
    for name in ("bya", "bra"):
        stands = standing[f"{name}_m2"].to_numpy(dtype=float)
        own = use[use["quantity"].isin([name, "none", "no_further"])].copy()
        part = own["part"].to_numpy()
        figures = list(LEVELS)
        as_share = own[figures].mul(area[part] / 100.0, axis=0)
        as_m2 = share_of_field(own, own[figures], area, stands)
        own[figures] = as_share.where(own["measure"] == "percent", as_m2)
        for level in figures:
            own[level] = own[level].mask(own["quantity"] == "none", 0.0)
            own[level] = own[level].mask(own["quantity"] == "no_further", stands[part])
        values, clause = strictest(own, count, is_limit=True)
        _set(rules, "bya_{}_m2" if name == "bya" else "bra_given_{}_m2", values)
        rules[f"{name}_clause_id"] = clause
    rules["is_bra_given"] = rules["bra_given_mid_m2"].notna()
    rules["reason"] = _ban_reason(use, count)
    _assume_bya(rules, area, assumptions)


def _ban_reason(use: pd.DataFrame, count: int) -> np.ndarray:
    """Why a part permits nothing, or why its figure cannot be read."""
    reason = np.full(count, None, dtype=object)
    newer = use[use["reading_code"] == "newer"]
    refused = newer[newer["reason"].notna()]
    reason[refused["part"].to_numpy()] = refused["reason"].to_numpy()
    for quantity, code in (
        ("no_further", "no_further_building"),
        ("none", "no_building_permitted"),
    ):
        reason[newer.loc[newer["quantity"] == quantity, "part"].to_numpy()] = code
    return reason


def _assume_bya(rules: pd.DataFrame, area: np.ndarray, assumptions: Assumptions) -> None:
    silent = (
        rules["housing"].isin(HOUSING_NOW)
        & rules["bya_mid_m2"].isna()
        & ~rules["is_bra_given"]
        & rules["reason"].isna()
    ).to_numpy()
    share = assumed(rules["dwelling_type_code"], assumptions, "bya_{}_share")
    for level, sign in zip(LEVELS, (-1, 0, 1), strict=True):
        value = np.minimum(share * (1 + sign * assumptions.bya_spread_share), 1.0) * area
        rules[f"bya_{level}_m2"] = np.where(silent, value, rules[f"bya_{level}_m2"])
    _assumed_clause(rules, "bya", silent, "bya_{}_share")


def _assumed_clause(rules: pd.DataFrame, subject: str, filled: np.ndarray, field: str) -> None:
    names = {kind: f"assumption:{name}" for kind, name in field_names(field).items()}
    clause = rules["dwelling_type_code"].map(names)
    rules[f"{subject}_clause_id"] = rules[f"{subject}_clause_id"].where(~filled, clause)


def _add_storeys(rules: pd.DataFrame, rows: pd.DataFrame, assumptions: Assumptions) -> None:
    own = _of(rows, "storeys_max")
    own = _same_at_all_levels(
        own, own["value_max"].where(own["value_max"].notna(), own["value_min"])
    )
    values, rules["storeys_clause_id"] = strictest(own, len(rules), is_limit=True)
    silent = np.isnan(values[1])
    usual = assumed(rules["dwelling_type_code"], assumptions, "storeys_{}_count")
    spread = assumptions.storeys_spread_count
    guess = [np.maximum(np.minimum(usual, 1), usual - spread), usual, usual + spread]
    _set(rules, "storeys_{}_count", np.where(np.isnan(values), guess, values))
    _assumed_clause(rules, "storeys", silent, "storeys_{}_count")


def _add_needs(rules: pd.DataFrame, rows: pd.DataFrame, assumptions: Assumptions) -> None:
    """Outdoor area and parking a home: the least the plan demands, else what is usual."""
    for subject, parameter, pattern in (
        ("outdoor", "outdoor_per_home_m2", "outdoor_{}_m2"),
        ("parking", "parking_per_home", "parking_{}_count"),
    ):
        own = _of(rows, parameter)
        usual = assumed(rules["dwelling_type_code"], assumptions, pattern)
        need = own["value_min"]
        if subject == "parking":  # only a most: no more than usual is built, nor more than that
            most = np.fmin(own["value_max"], usual[own["part"].to_numpy()])
        else:  # a need of outdoor area has no most: the figure is the need, whichever field it has
            most = own["value_max"]
        own = _same_at_all_levels(own, need.where(need.notna(), most))
        values, rules[f"{subject}_clause_id"] = strictest(own, len(rules), is_limit=False)
        silent = np.isnan(values[1])
        _set(rules, pattern, np.where(np.isnan(values), usual, values))
        _assumed_clause(rules, subject, silent, pattern)


def _add_shares(rules: pd.DataFrame, rows: pd.DataFrame, assumptions: Assumptions) -> None:
    """Housing share of BRA and BRA a home, shared area of blocks included."""
    own = _of(rows, "housing_share")
    least, _ = strictest(_same_at_all_levels(own, own["value_min"]), len(rules), is_limit=True)
    most, _ = strictest(_same_at_all_levels(own, own["value_max"]), len(rules), is_limit=True)
    size_field = dict.fromkeys(("block", "shared", "other"), "dwelling_bra_m2")
    kind = rules["dwelling_type_code"]
    size = kind.map(
        {
            k: getattr(assumptions, size_field.get(k, f"dwelling_bra_{k}_m2"))
            for k in field_names("")
        }
    ).to_numpy(dtype=float)
    is_block = kind.map(GROUPS).eq("block").to_numpy()
    size = size / np.where(is_block, assumptions.net_to_gross_block_share, 1.0)
    for i, (level, sign) in enumerate(zip(LEVELS, (1, 0, -1), strict=True)):
        usual = rules["housing"].map(
            {
                "yes": 1.0,
                "yes_mixed": getattr(assumptions, f"housing_share_centre_{level}_share"),
                "transform": getattr(assumptions, f"housing_share_centre_{level}_share"),
                "possible": getattr(assumptions, f"housing_share_possible_{level}_share"),
            }
        )
        rules[f"housing_{level}_share"] = np.fmin(np.fmax(usual, least[i]), most[i])
        rules[f"home_bra_{level}_m2"] = size * (1 + sign * assumptions.dwelling_bra_spread_share)


def _add_caps(
    rules: pd.DataFrame, rows: pd.DataFrame, plan_parts: pd.DataFrame, standing: pd.DataFrame
) -> None:
    """Unit caps: per plot as they are, per field by area after what stands in the field."""
    own = _of(rows, "homes_max")
    value = own["value_max"].where(own["value_max"].notna(), own["value_min"])
    own = _same_at_all_levels(own, value)
    area = np.where(plan_parts["counts_as_plot"], plan_parts["area_m2"], 0.0)
    homes = standing["homes_count"].to_numpy(dtype=float)
    shared = share_of_field(own, own[list(LEVELS)], area, homes)
    is_plot = own["basis_code"] == "plot"
    per_plot, plot_clause = strictest(own[is_plot], len(rules), is_limit=True)
    per_field, field_clause = strictest(
        own.assign(**shared[list(LEVELS)])[~is_plot], len(rules), is_limit=True
    )
    _set(rules, "cap_plot_{}_count", per_plot)
    _set(rules, "cap_field_{}_count", per_field)
    is_plot_first = pd.notna(plot_clause)
    rules["cap_clause_id"] = np.where(is_plot_first, plot_clause, field_clause)


def _add_readiness(
    rules: pd.DataFrame, rows: pd.DataFrame, part_zones: pd.DataFrame | None
) -> None:
    """Whether a detail plan or a phasing demand comes first; a fulfilled demand is 0."""
    newer = rows[rows["reading_code"] == "newer"]
    for name in ("plan_required", "phasing_required"):
        own = _of(newer, name)
        value = own["value_max"].where(own["value_max"].notna(), own["value_min"]).fillna(1.0)
        said = value.groupby(own["part"]).max()
        flags = np.full(len(rules), np.nan)
        flags[said.index] = said.to_numpy(dtype=float)
        rules[name] = flags
    if part_zones is not None and len(part_zones):
        zoned = part_zones[
            part_zones["zone_code"].astype(str).isin(PHASING_ZONES) & (part_zones["share"] >= 0.5)
        ]
        under = rules.index.isin(zoned["part_id"])
        rules["phasing_required"] = rules["phasing_required"].mask(
            rules["phasing_required"].isna() & under, 1.0
        )
    for name in ("plan_required", "phasing_required"):
        rules[name] = rules[name].fillna(0.0) > 0  # not said: nothing is demanded
