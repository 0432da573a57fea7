"""Plan homes: what the plans in force permit on paper, less what stands (method § 0, 1, 2.2).

Parking needs homes and homes need parking: each new home takes its share of footprint *and* its
own surface spaces, so the ground it takes is one sum, and the number of homes one division:

    homes × (home BRA / (storeys × BRA of a footprint m²) + parking m²) ≤ BYA that is left

The outdoor area (MUA) is what is left when that ground is taken, so it too is one division:

    homes × (outdoor m² + ground of a home) ≤ usable land − ground that is taken today

Nothing is tried out, and a more permissive rule can never give fewer homes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd

from boligplan_geo.assumptions import Assumptions
from boligplan_geo.potential import kinds
from boligplan_geo.potential.permitted import (
    HOUSING_NOW,
    assumed,
    assumed_parameters,
    part_rules,
)
from boligplan_geo.rules import formulas
from boligplan_geo.rules.utilisation import LEVELS

#: One formula a column; ``{level}`` stands for low, mid and high. `formulas_of` writes them out.
_FORMULAS: Mapping[str, str] = {
    "plan_usable_share": "first_known(constraint_usable_m2 / plan_net_plot_m2, 1)",
    "plan_usable_m2": "plan_housing_plot_m2 * plan_usable_share",
    "plan_standing_homes_count": "first_known(built_homes_count, "
    "built_bra_m2 / plan_home_bra_mid_m2)",
    "plan_home_ground_{level}_m2": "plan_home_bra_{level}_m2 / "
    "(plan_storeys_{level}_count * plan_storey_bra_share) + plan_home_parking_{level}_m2",
    "plan_home_floor_{level}_m2": "plan_home_bra_{level}_m2 + plan_home_parking_bra_{level}_m2",
    "potential_ground_taken_{level}_m2": "plan_housing_plot_share * "
    "(built_bya_m2 + plan_standing_homes_count * plan_standing_parking_{level}_m2)",
    "potential_ground_left_{level}_m2": "max(0, "
    "least_known(plan_housing_bya_{level}_m2, plan_usable_m2) - potential_ground_taken_{level}_m2)",
    "potential_bra_{level}_m2": "max(0, plan_housing_bra_{level}_m2 - "
    "plan_housing_plot_share * built_bra_m2) * plan_housing_{level}_share",
    "potential_by_ground_{level}_count": "potential_ground_left_{level}_m2 * "
    "plan_housing_{level}_share / plan_home_ground_{level}_m2",
    "potential_by_bra_{level}_count": "potential_bra_{level}_m2 / plan_home_floor_{level}_m2",
    "potential_by_outdoor_{level}_count": "max(0, plan_usable_m2 - "
    "potential_ground_taken_{level}_m2 - plan_housing_plot_share * plan_standing_homes_count * "
    "plan_home_outdoor_{level}_m2) * plan_housing_{level}_share / "
    "(plan_home_outdoor_{level}_m2 * plan_housing_{level}_share + plan_home_ground_{level}_m2)",
    "potential_by_cap_{level}_count": "max(0, plan_homes_cap_{level}_count - "
    "plan_standing_homes_count)",
    "potential_plan_homes_{level}_count": "floor(least_known(min("
    "potential_by_ground_{level}_count, potential_by_bra_{level}_count, "
    "potential_by_outdoor_{level}_count), potential_by_cap_{level}_count))",
    "potential_transformation_homes_{level}_count": "floor(max(0, "
    "min(plan_transform_bya_{level}_m2, plan_transform_m2 * plan_usable_share) * "
    "plan_transform_{level}_share / "
    "plan_transform_home_ground_{level}_m2 - plan_transform_plot_share * "
    "plan_standing_homes_count))",
}


def formulas_of(level: str = "mid") -> dict[str, str]:
    """The formulas of one level, by column, in the order they run.

    Examples
    --------
    >>> formulas_of("low")["potential_by_bra_low_count"]
    'potential_bra_low_m2 / plan_home_floor_low_m2'
    """
    return {name.format(level=level): text.format(level=level) for name, text in _FORMULAS.items()}


#: Every derived column of every level.
FORMULAS: Mapping[str, str] = {k: v for level in LEVELS for k, v in formulas_of(level).items()}


def plan_homes(
    plots: pd.DataFrame,
    plan_parts: pd.DataFrame,
    plan_parameters: pd.DataFrame,
    part_zones: pd.DataFrame | None,
    built: pd.DataFrame,
    constraints: pd.DataFrame,
    assumptions: Assumptions,
) -> pd.DataFrame:
    """Net homes on paper: permitted under all recorded clauses, less what stands.

    Parameters
    ----------
    plots : DataFrame, index ``plot_id``
    plan_parts : DataFrame, index ``part_id``
        From `facts.plan.parts`.
    plan_parameters : DataFrame
        Recorded, from `rules.provisions.parameters`.
    part_zones : DataFrame, optional
        From `facts.plan.zones`.
    built, constraints : DataFrame, index ``plot_id``
        ``built_bya_m2``, ``built_bra_m2``, ``built_homes_count``; ``constraint_usable_m2``.
    assumptions : Assumptions
        Fill what plans leave open.

    Returns
    -------
    DataFrame, index ``plot_id``
        The ``plan_*`` and ``potential_*`` columns of the contract, and the columns that the
        formulas of mid read, so that each number can be shown as it was made. NaN: unknown,
        with ``plan_reason`` and ``potential_reason``; ``plan_homes_max_count`` is NaN where no
        clause caps the units (``no_unit_cap``). Demonstrated homes (``potential_homes_*``) are
        NaN (``not_built_yet``).

    Notes
    -----
    Figures are summed over the plot's parts, what stands is pooled over the plot. Storeys,
    parking, outdoor area, size and housing share are means over its housing parts by area. A
    part under an unknown code leaves the plot's homes unknown; unplanned land adds none, and
    leaves them unknown only where no other part can carry homes.

    Examples
    --------
    >>> plot = pd.DataFrame(index=pd.Index(["p"], name="plot_id"))
    >>> part = pd.DataFrame({"plot_id": ["p"], "plan_id": ["R1"], "regime_code": ["rp2008"],
    ...                      "land_use_code": ["1113"], "area_m2": [1000.0],
    ...                      "counts_as_plot": [True]}, index=["p:1"])
    >>> says = pd.DataFrame({"part_id": "p:1", "value_max": [40.0, 4.0], "clause_id": ["map", "2"],
    ...                      "parameter_code": ["utilisation_16", "storeys_max"]})
    >>> stands = pd.DataFrame({"built_bya_m2": 0.0, "built_bra_m2": 0.0, "built_homes_count": 0.0},
    ...                       index=plot.index)
    >>> usable = pd.DataFrame({"constraint_usable_m2": [1000.0]}, index=plot.index)
    >>> homes = plan_homes(plot, part, says, None, stands, usable, Assumptions())
    >>> homes.filter(like="potential_plan_homes").loc["p"].tolist()
    [9.0, 10.0, 11.0]
    >>> homes.plan_binding_clause_id["p"]
    'map'
    >>> formulas.shown(formulas_of()["plan_home_ground_mid_m2"], homes.loc["p"])
    '82.35 / (4 * 0.9) + 14.4 = 37.28'

    References
    ----------
    TEK17 ch. 5; pbl § 1-5, 12-7.
    """
    row_of_part = plots.index.get_indexer(pd.Index(plan_parts["plot_id"]))
    parts = plan_parts.drop(columns="geometry", errors="ignore").assign(row=row_of_part)
    parts = pd.DataFrame(parts[row_of_part >= 0])
    built = built.reindex(plots.index)
    rules = part_rules(
        parts, plan_parameters, part_zones, _standing(parts, built, len(plots)), assumptions
    )
    table = _inputs(plots.index, parts, rules, assumptions)
    for name in ("built_bya_m2", "built_bra_m2", "built_homes_count"):
        table[name] = built[name].astype(float)
    table["constraint_usable_m2"] = constraints.reindex(plots.index)["constraint_usable_m2"]
    derived = formulas.derive(FORMULAS, table)
    derived = kinds.settle(derived, parts, rules)
    return derived[[c for c in derived if _is_kept(c)]].drop(columns=list(_GIVEN))


_GIVEN = ("built_bya_m2", "built_bra_m2", "built_homes_count", "constraint_usable_m2")
_ALL_LEVELS = ("plan_bya_", "plan_bra_", "potential_plan_", "potential_homes_", "potential_transf")


def _is_kept(name: str) -> bool:
    """Contract columns at every level; what the formulas read in between only at mid."""
    return name.startswith(_ALL_LEVELS) or not ("_low" in name or "_high" in name)


def _standing(parts: pd.DataFrame, built: pd.DataFrame, count: int) -> pd.DataFrame:
    """What stands, spread over a plot's building land by area; NaN where unknown."""
    row = parts["row"].to_numpy()
    net = np.where(parts["counts_as_plot"], parts["area_m2"], 0.0)
    total = np.bincount(row, weights=net, minlength=count)[row]
    share = np.divide(net, total, out=np.zeros(len(parts)), where=total > 0)
    return pd.DataFrame(
        {
            name: built[f"built_{name}"].to_numpy(dtype=float)[row] * share
            for name in ("bya_m2", "bra_m2", "homes_count")
        },
        index=parts.index,
    )


def _inputs(
    index: pd.Index, parts: pd.DataFrame, rules: pd.DataFrame, assumptions: Assumptions
) -> pd.DataFrame:
    """What the formulas read, one row a plot."""
    row, area = parts["row"].to_numpy(), parts["area_m2"].to_numpy(dtype=float)
    net = np.where(parts["counts_as_plot"], area, 0.0)
    is_housing = rules["housing"].isin(HOUSING_NOW).to_numpy() & (net > 0)
    weight = np.where(is_housing, net, 0.0)

    def total(values: np.ndarray) -> np.ndarray:
        return np.bincount(row, weights=values, minlength=len(index))

    def mean(values: pd.Series | np.ndarray) -> np.ndarray:
        known = np.where(weight > 0, np.asarray(values, dtype=float), 0.0)
        return _divided(total(weight * known), total(weight))

    columns: dict[str, np.ndarray] = {
        "plan_net_plot_m2": total(net),
        "plan_housing_plot_m2": total(weight),
        "plan_housing_plot_share": _divided(total(weight), total(net)),
        "plan_storey_bra_share": np.full(len(index), assumptions.storey_bra_share),
    }
    has_known_plan = total(rules["housing"].notna().to_numpy() * 1.0) > 0
    no_plot = has_known_plan & (columns["plan_net_plot_m2"] == 0)
    for level in LEVELS:
        for name in ("bya", "bra"):
            value = rules[f"{name}_{level}_m2"].to_numpy(dtype=float)
            counted = np.where(net > 0, value, np.nan)
            permitted = _sum_known(row, counted, is_housing, len(index))
            columns[f"plan_{name}_{level}_m2"] = np.where(no_plot, 0.0, permitted)
            housing = np.where(is_housing, value, np.nan)
            columns[f"plan_housing_{name}_{level}_m2"] = _sum_known(
                row, housing, is_housing, len(index)
            )
        parking = rules[f"parking_{level}_count"] * assumptions.parking_space_m2
        columns[f"plan_storeys_{level}_count"] = mean(rules[f"storeys_{level}_count"])
        columns[f"plan_housing_{level}_share"] = mean(rules[f"housing_{level}_share"])
        columns[f"plan_home_bra_{level}_m2"] = mean(rules[f"home_bra_{level}_m2"])
        columns[f"plan_home_outdoor_{level}_m2"] = mean(rules[f"outdoor_{level}_m2"])
        columns[f"plan_home_parking_{level}_m2"] = mean(parking)
        # footprints alone are too little of what stands; high trusts that parking is in them
        open_parking = parking if level != "high" else parking * 0.0
        columns[f"plan_standing_parking_{level}_m2"] = mean(open_parking)
        # spaces count in BRA where the plan limits BRA (§ 5-7), not where storeys limit it
        columns[f"plan_home_parking_bra_{level}_m2"] = mean(parking * rules["is_bra_given"])
        columns[f"plan_homes_cap_{level}_count"] = _cap(row, rules, is_housing, level, len(index))
    columns |= _transformation(area, rules, assumptions, total)
    return pd.DataFrame(columns, index=index)


def _divided(above: np.ndarray, below: np.ndarray) -> np.ndarray:
    return np.divide(above, below, out=np.full(len(above), np.nan), where=below > 0)


def _sum_known(
    row: np.ndarray, values: np.ndarray, is_needed: np.ndarray, count: int
) -> np.ndarray:
    """Sum over parts; unknown where a housing part is unknown or nothing is known."""
    known = ~np.isnan(values)
    sums = np.bincount(row[known], weights=values[known], minlength=count)
    has_any = np.bincount(row[known], minlength=count) > 0
    lacks = np.bincount(row[is_needed & ~known], minlength=count) > 0
    return np.where(has_any & ~lacks, sums, np.nan)


def _cap(
    row: np.ndarray, rules: pd.DataFrame, is_housing: np.ndarray, level: str, count: int
) -> np.ndarray:
    """Unit cap of a plot: the least per plot; per field only where every part has one."""
    per_plot = rules[f"cap_plot_{level}_count"].to_numpy(dtype=float)
    least = np.full(count, np.inf)
    capped = is_housing & ~np.isnan(per_plot)
    np.minimum.at(least, row[capped], per_plot[capped])
    per_field = np.where(
        is_housing, rules[f"cap_field_{level}_count"].to_numpy(dtype=float), np.nan
    )
    shared = formulas.evaluate("floor(x)", {"x": _sum_known(row, per_field, is_housing, count)})
    return np.fmin(np.where(np.isinf(least), np.nan, least), shared)


def _transformation(
    area: np.ndarray,
    rules: pd.DataFrame,
    assumptions: Assumptions,
    total: Callable[[np.ndarray], np.ndarray],
) -> dict[str, np.ndarray]:
    """Land that needs another purpose: what it could hold as blocks, all of it assumed."""
    transform = (rules["housing"] == "transform").to_numpy()
    weight = np.where(transform, area, 0.0)
    whole = total(area)
    columns = {
        "plan_transform_m2": total(weight),
        "plan_transform_plot_share": _divided(total(weight), whole),
    }
    block = pd.Series(["block"])
    bya, storeys, parking = (
        float(assumed(block, assumptions, field)[0])
        for field in ("bya_{}_share", "storeys_{}_count", "parking_{}_count")
    )
    size = assumptions.dwelling_bra_m2 / assumptions.net_to_gross_block_share
    for level, sign in zip(LEVELS, (-1, 0, 1), strict=True):
        share = getattr(assumptions, f"housing_share_centre_{level}_share")
        home = size * (1 - sign * assumptions.dwelling_bra_spread_share)
        floors = max(1.0, storeys + sign * assumptions.storeys_spread_count)
        ground = (
            home / (floors * assumptions.storey_bra_share) + parking * assumptions.parking_space_m2
        )
        spread = min(1.0, bya * (1 + sign * assumptions.bya_spread_share))
        columns[f"plan_transform_bya_{level}_m2"] = total(weight) * spread
        columns[f"plan_transform_{level}_share"] = np.full(len(whole), share)
        columns[f"plan_transform_home_ground_{level}_m2"] = np.full(len(whole), ground)
    return columns


def filled_parameters(
    plots: pd.DataFrame,
    plan_parts: pd.DataFrame,
    plan_parameters: pd.DataFrame,
    assumptions: Assumptions,
) -> pd.DataFrame:
    """Recorded parameters, and a row for each that was assumed because every plan is silent.

    Parameters
    ----------
    plots, plan_parts, plan_parameters : DataFrame
        As for `plan_homes`; only the parts of `plots` are filled.
    assumptions : Assumptions

    Returns
    -------
    DataFrame
        Columns of `plan_parameters`; the added rows have ``source_code`` ``assumption``,
        ``clause_id`` ``assumption:<field>`` and no plan. Only parts that can carry homes under
        the plans in force are filled.

    Examples
    --------
    >>> plot = pd.DataFrame(index=pd.Index(["p"], name="plot_id"))
    >>> part = pd.DataFrame({"plot_id": ["p"], "regime_code": ["rp2008"],
    ...                      "land_use_code": ["1113"], "counts_as_plot": [True]}, index=["p:1"])
    >>> says = pd.DataFrame({"part_id": ["p:1"], "parameter_code": ["utilisation_18"],
    ...                      "value_max": [120.0], "source_code": ["map"]})
    >>> filled_parameters(plot, part, says, Assumptions()).parameter_code.tolist()
    ['utilisation_18', 'storeys_max', 'outdoor_per_home_m2', 'parking_per_home']
    """
    own_parts = plan_parts[plan_parts["plot_id"].isin(plots.index)]
    assumed_rows = assumed_parameters(own_parts, plan_parameters, assumptions)
    return pd.concat([plan_parameters, assumed_rows], ignore_index=True)
