"""Plan homes: what the plans in force permit on paper, less what stands (method § 0, 1, 2.2)."""

from __future__ import annotations

import numpy as np
import pandas as pd

from boligplan_geo.assumptions import Assumptions
from boligplan_geo.potential import causes, disputed, gains, kinds, land, pooled
from boligplan_geo.potential.expressions import FORMULAS, INPUTS, UNROUNDED, formulas_of
from boligplan_geo.potential.plan_rules import readiness
from boligplan_geo.potential.plan_rules.assumed import assumed_parameters
from boligplan_geo.potential.plan_rules.permitted import part_rules
from boligplan_geo.rules import formulas, regulations
from boligplan_geo.rules.utilisation import LEVELS

__all__ = ["FORMULAS", "INPUTS", "filled_parameters", "formulas_of", "plan_capacity"]


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
        Fields of plans with a budget, what stands and what was shared (`plan_rules.fields.table`).

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
    >>> homes, fields = plan_capacity(plot, part, says, None, stands, usable, Assumptions())
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
    recorded = regulations.with_regulation(plan_parameters, plans)

    def homes_of(
        parts: pd.DataFrame, recorded: pd.DataFrame
    ) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
        rules, fields = part_rules(
            parts, recorded, part_zones,
            pooled.standing(parts, built, len(plots)),
            assumptions,
            elevation_m=_heights(terrain, "terrain_elevation_m", plots.index)[parts["row"]],
            airport_m=_heights(constraints, "constraint_height_cap_m", plots.index)[parts["row"]],
            is_airport_unknown=land.height_cap_is_unknown(constraints)[parts["row"]],
        )  # fmt: skip
        table = pooled.inputs(plots.index, parts, rules, assumptions)
        given = {name: built[name] for name in _BUILT} | land.columns(constraints)
        return formulas.derive(FORMULAS, table.assign(**given).astype(float)), rules, fields

    derived, rules, fields = homes_of(parts, recorded)
    if disputed.is_any(parts):
        other = homes_of(*disputed.other_reading(parts, recorded))[0]
        derived = disputed.with_other_reading(derived, other)
    pool = pooled.pool_of(parts, rules, len(plots))
    derived = kinds.settle(derived, parts, rules, causes.remarks(pool, rules))
    homes = derived["potential_plan_homes_mid_count"].to_numpy()
    new_bra = homes * derived["plan_home_bra_mid_m2"].to_numpy()
    stages, clause = readiness.split(homes, new_bra, pool.row, pool.weight_m2, rules)
    unknown_land = land.unknown_land(constraints)
    derived = derived.assign(
        **{f"potential_{stage}_homes_count": homes for stage, homes in stages.items()},
        potential_when_clause_id=clause,
        plan_interval_causes=causes.interval_causes(
            derived, pool, rules, unknown_land, assumptions
        ),
        **gains.gains(derived, pool, rules, _OF_MID, UNROUNDED["mid"]),
    )
    return derived[[c for c in derived if _is_kept(c)]].drop(columns=list(_GIVEN)), fields


def _heights(table: pd.DataFrame | None, name: str, plots: pd.Index) -> np.ndarray:
    """Metres by plot; NaN where they are not known, or the table was not given."""
    if table is None or name not in table:
        return np.full(len(plots), np.nan)
    return table[name].reindex(plots).to_numpy(dtype=float)


_OF_MID = {name: text for name, text in formulas_of("mid").items() if "transformation" not in name}


_BUILT = ("built_bya_m2", "built_bra_m2", "built_homes_count")
_GIVEN = (*_BUILT, "constraint_usable_m2", "constraint_usable_s3_m2")
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
