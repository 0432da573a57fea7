"""Plan homes: what the plans in force permit on paper, less what stands (method § 0, 1, 2.2).

Parking needs homes and homes need parking: each new home takes its share of footprint *and* its
own surface spaces, so the ground it takes is one sum, and the number of homes one division:

    homes × (home BRA / (storeys × BRA of a footprint m²) + parking m²) ≤ BYA that is left

The outdoor area (MUA) is what is left when that ground is taken, so it too is one division:

    homes × (outdoor m² + ground of a home) ≤ usable land − ground that is taken today

Nothing is tried out, and a more permissive rule can never give fewer homes.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from boligplan_geo.assumptions import Assumptions
from boligplan_geo.potential import causes, gains, kinds, pooled, readiness
from boligplan_geo.potential.assumed import assumed_parameters
from boligplan_geo.potential.permitted import part_rules
from boligplan_geo.rules import formulas, regulations
from boligplan_geo.rules.utilisation import LEVELS

_UNROUNDED = (
    "least_known(min(potential_by_ground_{level}_count, potential_by_bra_{level}_count, "
    "potential_by_outdoor_{level}_count), potential_by_cap_{level}_count)"
)
#: One formula a column; ``{level}`` stands for low, mid and high. `formulas_of` writes them out.
_FORMULAS: Mapping[str, str] = {
    "plan_usable_share": "first_known(constraint_usable_m2 / plan_net_plot_m2, 1)",
    "plan_usable_m2": "plan_housing_plot_m2 * plan_usable_share",
    "plan_buildable_{level}_m2": "max(0, plan_usable_m2 * plan_sure_{level}_share - "
    "plan_open_{level}_m2)",
    "plan_standing_homes_count": "first_known(built_homes_count, "
    "built_bra_m2 / plan_home_bra_mid_m2)",
    "plan_home_ground_{level}_m2": "plan_home_bra_{level}_m2 / "
    "(plan_storeys_{level}_count * plan_storey_bra_share) + plan_home_parking_{level}_m2",
    "plan_home_floor_{level}_m2": "plan_home_bra_{level}_m2 + plan_home_parking_bra_{level}_m2",
    "potential_ground_taken_{level}_m2": "plan_housing_plot_share * "
    "(built_bya_m2 + plan_standing_homes_count * plan_standing_parking_{level}_m2)",
    "potential_ground_left_{level}_m2": "max(0, "
    "least_known(plan_housing_bya_{level}_m2, plan_buildable_{level}_m2) - "
    "potential_ground_taken_{level}_m2)",
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
    "potential_plan_homes_{level}_count": f"floor({_UNROUNDED})",
    "potential_transformation_homes_{level}_count": "floor(max(0, "
    "min(plan_transform_bya_{level}_m2, "
    "plan_transform_m2 * plan_usable_share * plan_sure_{level}_share) * "
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
    *,
    plans: pd.DataFrame | None = None,
    terrain: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Net homes on paper: `plan_capacity` without the fields."""
    return plan_capacity(
        plots, plan_parts, plan_parameters, part_zones, built, constraints, assumptions,
        plans=plans, terrain=terrain,
    )[0]  # fmt: skip


def plan_capacity(
    plots: pd.DataFrame,
    plan_parts: pd.DataFrame,
    plan_parameters: pd.DataFrame,
    part_zones: pd.DataFrame | None,
    built: pd.DataFrame,
    constraints: pd.DataFrame,
    assumptions: Assumptions,
    *,
    plans: pd.DataFrame | None = None,
    terrain: pd.DataFrame | None = None,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Net homes on paper: permitted under all recorded clauses, less what stands.

    Parameters
    ----------
    plots : DataFrame, index ``plot_id``
    plan_parts : DataFrame, index ``part_id``
        From `facts.plan.parts`.
    plan_parameters : DataFrame
        Recorded, from `rules.settled.parameters`.
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
        formulas read (`INPUTS` at every level, the rest at mid), so that each number can be
        shown as it was made; ``potential_dwelling_type_code`` is the largest housing part's.
        NaN: unknown, with ``plan_reason`` and ``potential_reason``; ``plan_homes_max_count`` is
        NaN where no clause caps the units (``no_unit_cap``). ``plan_interval_causes`` says why
        low and high differ; ``potential_gain_*`` what one step of a rule gives (see
        `potential.gains`). Demonstrated homes (``potential_homes_*``) are NaN
        (``not_built_yet``).
    fields : DataFrame
        Fields of plans with a budget, what stands and what was shared: `potential.fields.table`.

    Notes
    -----
    Figures are summed over the plot's parts, what stands is pooled over the plot. Storeys,
    parking, outdoor area, size and housing share are means over its housing parts by area. A
    part under an unknown code leaves the plot's homes unknown, unless it is a sliver (under 5 m²
    and 1 % of the plot). Scattered housing leaves them unknown where no other part can carry
    homes, unless it is no plausible plot (under 400 m² and half of the plot). Unplanned land
    adds none, and leaves them unknown only where no other part can carry homes. Where a layer of
    zones is missing, or hazard was not analysed, land may be lost that nobody knows of: low then
    counts on none of it and is 0 (causes ``zones_missing``, ``analysed_areas_missing``,
    ``outside_analysed_area``).

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
    built, constraints = built.reindex(plots.index), constraints.reindex(plots.index)
    rules, fields = part_rules(
        parts,
        regulations.with_regulation(plan_parameters, plans),
        part_zones,
        pooled.standing(parts, built, len(plots)),
        assumptions,
        elevation_m=_heights(terrain, "terrain_elevation_m", plots.index)[parts["row"]],
        airport_m=_heights(constraints, "constraint_height_cap_m", plots.index)[parts["row"]],
    )
    unknown_land = causes.unknown_land(constraints)
    table = pooled.inputs(plots.index, parts, rules, assumptions, pd.isna(unknown_land))
    given = {name: built[name] for name in _GIVEN[:3]}
    given[_GIVEN[3]] = constraints[_GIVEN[3]]
    derived = formulas.derive(FORMULAS, table.assign(**given).astype(float))
    pool = pooled.pool_of(parts, rules, len(plots))
    derived = kinds.settle(derived, parts, rules, causes.remarks(pool, rules))
    homes = derived["potential_plan_homes_mid_count"].to_numpy()
    new_bra = homes * derived["plan_home_bra_mid_m2"].to_numpy()
    stages, clause = readiness.split(homes, new_bra, pool.row, pool.weight_m2, rules)
    derived = derived.assign(
        **{f"potential_{stage}_homes_count": homes for stage, homes in stages.items()},
        potential_when_clause_id=clause,
        plan_interval_causes=causes.interval_causes(
            derived, pool, rules, unknown_land, assumptions
        ),
        **gains.gains(derived, pool, rules, _OF_MID, _UNROUNDED.format(level="mid")),
    )
    return derived[[c for c in derived if _is_kept(c)]].drop(columns=list(_GIVEN)), fields


def _heights(table: pd.DataFrame | None, name: str, plots: pd.Index) -> np.ndarray:
    """Metres by plot; NaN where they are not known, or the table was not given."""
    if table is None or name not in table:
        return np.full(len(plots), np.nan)
    return table[name].reindex(plots).to_numpy(dtype=float)


_OF_MID = {name: text for name, text in formulas_of("mid").items() if "transformation" not in name}


_GIVEN = ("built_bya_m2", "built_bra_m2", "built_homes_count", "constraint_usable_m2")
#: What the formulas read and what differs between low, mid and high: kept at every level, so that
#: low and high can be made again as mid is.
INPUTS = (
    "plan_housing_bya_{}_m2",
    "plan_housing_bra_{}_m2",
    "plan_storeys_{}_count",
    "plan_housing_{}_share",
    "plan_home_bra_{}_m2",
    "plan_home_outdoor_{}_m2",
    "plan_home_parking_{}_m2",
    "plan_home_parking_bra_{}_m2",
    "plan_standing_parking_{}_m2",
    "plan_homes_cap_{}_count",
    "plan_open_{}_m2",
    "plan_sure_{}_share",
)
_INPUTS_OF_ALL = {name.format(level) for name in INPUTS for level in LEVELS}
_ALL_LEVELS = ("plan_bya_", "plan_bra_", "potential_plan_", "potential_homes_", "potential_transf")


def _is_kept(name: str) -> bool:
    """Contract columns and inputs at every level; what is made in between only at mid."""
    return (
        name.startswith(_ALL_LEVELS)
        or name in _INPUTS_OF_ALL
        or not ("_low" in name or "_high" in name)
    )


def filled_parameters(
    plots: pd.DataFrame,
    plan_parts: pd.DataFrame,
    plan_parameters: pd.DataFrame,
    assumptions: Assumptions,
    *,
    plans: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Recorded parameters, and a row for each that was assumed because every plan is silent.

    Parameters
    ----------
    plots, plan_parts, plan_parameters : DataFrame
        As for `plan_homes`; only the parts of `plots` are filled.
    assumptions : Assumptions
    plans : DataFrame, index ``plan_id``, optional
        As for `plan_capacity`.

    Returns
    -------
    DataFrame
        Columns of `plan_parameters` and ``regulation_code``; the added rows have
        ``source_code`` ``assumption``, ``clause_id`` ``assumption:<field>`` and no plan. Only
        parts that can carry homes under the plans in force are filled.

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
    is_own = plots.index.get_indexer(pd.Index(plan_parts["plot_id"])) >= 0
    assumed_rows = assumed_parameters(plan_parts[is_own], plan_parameters, assumptions)
    recorded = regulations.with_regulation(plan_parameters, plans)
    return pd.concat([recorded, assumed_rows], ignore_index=True)
