"""What each plan part permits, low, mid and high: what is recorded, else Assumptions.

Low takes the strictest reading of everything (the disputed zone 910 included), high the most
generous, mid the newest plan; every later formula grows or falls steadily with each of these
inputs, so low ≤ mid ≤ high holds by construction.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from boligplan_geo.assumptions import Assumptions
from boligplan_geo.potential.plan_rules import coverage, heights, limits, needs, readiness
from boligplan_geo.potential.plan_rules.assumed import HOUSING_NOW, dwelling_types
from boligplan_geo.potential.plan_rules.recorded import Floats, Recorded, parts_with
from boligplan_geo.rules import formulas, purposes
from boligplan_geo.rules.utilisation import LEVELS

PART_FORMULAS: Mapping[str, str] = {
    f"bra_{level}_m2": f"least_known(bra_given_{level}_m2, "
    f"bya_{level}_m2 * storeys_{level}_count * storey_bra_share)"
    for level in LEVELS
}
#: Parameters that homes depend on: a dispute about another is none about homes.
_USED = ("storeys_max", "homes_max", "outdoor_per_home_m2", "parking_per_home", "housing_share",
         "eaves_height_max_m", "ridge_height_max_m")  # fmt: skip


def part_rules(
    plan_parts: pd.DataFrame,
    plan_parameters: pd.DataFrame,
    part_zones: pd.DataFrame | None,
    standing: pd.DataFrame,
    assumptions: Assumptions,
    *,
    elevation_m: Floats | None = None,
    airport_m: Floats | None = None,
    is_airport_unknown: np.ndarray | None = None,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Everything that the homes on a part depend on, recorded or assumed.

    Parameters
    ----------
    plan_parts : DataFrame, index ``part_id``
        From `facts.plan.parts`, with ``row``, the position of the plot.
    plan_parameters : DataFrame
        From `rules.settled.parameters`; ``regulation_code`` where the plan's age is known.
    part_zones : DataFrame, optional
        From `facts.plan.zones`; phasing and plan demands of the map are read from it.
    standing : DataFrame, index ``part_id``
        ``bya_m2``, ``bra_m2``, ``homes_count`` that stand on the part; NaN where unknown.
    assumptions : Assumptions
    elevation_m : array of float, one a part, optional
        Elevation of the plot's land, for heights given as kote.
    airport_m : array of float, one a part, optional
        Height above the ground that airport surfaces leave.
    is_airport_unknown : array of bool, one a part, optional
        Whether such a surface lies there at a height that is not known.

    Returns
    -------
    rules : DataFrame, index ``part_id``
        ``housing``, ``dwelling_type_code`` (see `dwelling_types`); for each level ``bya_`` and
        ``bra_<level>_m2`` permitted (NaN: not limited, or unknown: see ``reason``); the columns
        of `coverage`, `heights`, `needs`, `limits` and `readiness`; ``<subject>_clause_id``;
        ``cause:<code>``: whether that makes the part an interval.
    fields : DataFrame
        The fields of plans with a budget, see `potential.plan_rules.fields.table`.

    Examples
    --------
    >>> parts = pd.DataFrame({"plot_id": ["p"], "regime_code": ["kp2008"], "area_m2": [600.0],
    ...     "land_use_code": ["1110"], "counts_as_plot": [True], "row": [0]}, index=["p:1"])
    >>> nothing = pd.DataFrame({"part_id": [], "parameter_code": []}, dtype=object)
    >>> empty = pd.DataFrame({"bya_m2": 0.0, "bra_m2": 0.0, "homes_count": 0}, index=["p:1"])
    >>> rules, fields = part_rules(parts, nothing, None, empty, Assumptions())
    >>> rules[["bya_mid_m2", "bya_high_m2", "bya_clause_id"]].values.tolist()
    [[210.0, 252.0, 'assumption:bya_row_share']]
    """
    recorded = Recorded(plan_parameters, plan_parts.index)
    purpose = purposes.described(plan_parts["regime_code"], plan_parts["land_use_code"])
    # few words stand for many parts
    housing = purpose["housing"].astype("category")
    kind = dwelling_types(plan_parts, plan_parameters).astype("category")
    land, disputed = _land(plan_parts, housing), _purpose_is_disputed(plan_parts)
    home_bra = limits.home_bra_m2(kind, assumptions)
    use, fields_of_use = coverage.permitted(
        recorded, plan_parts, land["net_m2"], standing, assumptions
    )
    caps, fields_of_caps = limits.unit_caps(
        recorded, plan_parts, kind, land["housing_m2"],
        standing["homes_count"].to_numpy(dtype=float),
    )  # fmt: skip
    unknown = np.full(len(plan_parts), np.nan)
    elevation = unknown if elevation_m is None else elevation_m
    airport = unknown if airport_m is None else airport_m
    is_vacant = (standing["bya_m2"] == 0).to_numpy()
    columns: dict[str, np.ndarray] = {
        "housing": housing.to_numpy(dtype=object),
        "dwelling_type_code": kind.to_numpy(dtype=object),
        "storey_bra_share": np.full(len(plan_parts), assumptions.storey_bra_share),
        **coverage.filled(use, kind, land["housing_m2"] > 0, land["net_m2"], assumptions),
        **heights.storeys(
            recorded, kind, elevation, airport, assumptions, is_airport_unknown=is_airport_unknown
        ),
        **{f"home_bra_{n}_m2": size for n, size in zip(LEVELS, home_bra, strict=True)},
        **needs.outdoor(recorded, kind, home_bra, assumptions),
        **needs.parking(
            recorded, kind, home_bra, assumptions, has_parking_below=_parking_below(plan_parts)
        ),
        **limits.housing_share(recorded, housing, disputed, assumptions),
        **readiness.readiness(recorded, plan_parts, part_zones, is_vacant),
    }
    columns |= _merged(columns, caps)
    columns |= _disputed(recorded, disputed)
    for name, formula in PART_FORMULAS.items():
        columns[name] = formulas.evaluate(formula, columns)
    rules = pd.DataFrame(columns, index=plan_parts.index)
    told = [table for table in (fields_of_use, fields_of_caps) if len(table)]
    return rules, pd.concat(told, ignore_index=True) if told else fields_of_caps


def _land(plan_parts: pd.DataFrame, housing: pd.Series) -> dict[str, Floats]:
    """Net area of each part, and what of it may carry homes now."""
    net = np.where(plan_parts["counts_as_plot"], plan_parts["area_m2"], 0.0)
    return {
        "net_m2": net,
        "housing_m2": np.where(housing.isin(HOUSING_NOW), net, 0.0),
    }


def _parking_below(plan_parts: pd.DataFrame) -> np.ndarray:
    """Parts that the map has parking below (vertikalnivå 1)."""
    if "has_parking_below" not in plan_parts:
        return np.zeros(len(plan_parts), dtype=bool)
    return plan_parts["has_parking_below"].eq(True).to_numpy(dtype=bool)


def _merged(
    columns: Mapping[str, np.ndarray], more: Mapping[str, np.ndarray]
) -> dict[str, np.ndarray]:
    """Columns to add; a cause that both have holds where either does."""
    return {
        name: values | columns[name] if name in columns else values for name, values in more.items()
    }


def _purpose_is_disputed(plan_parts: pd.DataFrame) -> np.ndarray:
    """Parts whose purpose holds no homes in the other reading of zone 910."""
    if "disputed_land_use_code" not in plan_parts:
        return np.zeros(len(plan_parts), dtype=bool)
    code, regime = plan_parts["disputed_land_use_code"], plan_parts["disputed_regime_code"]
    other = purposes.described(regime, code)["housing"]
    return (code.notna() & ~other.isin(HOUSING_NOW)).to_numpy(bool)


def _disputed(recorded: Recorded, purpose_is_disputed: np.ndarray) -> dict[str, np.ndarray]:
    """Where zone 910 gives what homes depend on a second reading, and where clauses collide."""
    count = recorded.parts_count
    used = [recorded.of(name) for name in _USED] + [recorded.starting_with("utilisation_")]
    disputed, colliding = purpose_is_disputed.copy(), np.zeros(count, dtype=bool)
    for rows in used:
        disputed |= parts_with(rows, rows.is_910, count)
        colliding |= parts_with(rows, rows.is_contradictory, count)
    return {"cause:zone_910": disputed, "cause:least_above_most": colliding}
