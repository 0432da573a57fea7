"""The rules of one plot's parts, worked out again from a run's tables by the code that made them.

What a run keeps is a row a plot; what the plans say is a row a part. This goes the same way once
more for the plot's parts, and for the parts that share a field's budget with them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from boligplan_geo.potential import land, pooled
from boligplan_geo.potential.plan_rules.permitted import part_rules
from boligplan_geo.result import Analysis

_BUILT = ("built_bya_m2", "built_bra_m2", "built_homes_count")


@dataclass(frozen=True, eq=False)
class PlotRules:
    """A plot's parts and what holds on them.

    Parameters
    ----------
    parts, rules : DataFrame, index ``part_id``
        Plan parts by falling area, and `potential.plan_rules.permitted.part_rules` of each.
    said : DataFrame
        Recorded parameters of the parts under the newer plan.
    standing : DataFrame, index ``part_id``
        ``bya_m2``, ``bra_m2``, ``homes_count`` that stand on each part.
    fields : DataFrame
        Fields with a budget that the parts lie in, see `potential.plan_rules.fields.table`.
    is_housing : array of bool, one a part
        Whether the part carries homes.
    """

    parts: pd.DataFrame
    rules: pd.DataFrame
    said: pd.DataFrame
    standing: pd.DataFrame
    fields: pd.DataFrame
    is_housing: np.ndarray


def rules_again(run: Analysis, plot_id: str) -> PlotRules:
    """Work out again what holds on a plot's parts.

    Examples
    --------
    >>> from boligplan_geo import analyse
    >>> from boligplan_geo.sample.toy import toy_town
    >>> again = rules_again(analyse(toy_town()), "9999-1/1")
    >>> again.rules["bya_mid_m2"].sum().round().item()
    180.0
    """
    recorded = run.plan_parameters
    recorded = recorded[recorded["source_code"].ne("assumption").to_numpy(bool)]
    of_plot = _parts_of(run.plan_parts, [plot_id])
    near = _parts_of(run.plan_parts, [plot_id, *_sharing(run, recorded, of_plot.index)])
    plots = pd.Index(near["plot_id"].unique())
    near = near.assign(row=plots.get_indexer(pd.Index(near["plot_id"])))
    mine = recorded[recorded["part_id"].isin(near.index).to_numpy(bool)]
    known = run.plots.reindex(plots)
    standing = pooled.standing(near, known, len(plots))
    rules, fields = part_rules(
        near, mine, None, standing, run.assumptions,
        elevation_m=_floats(known, "terrain_elevation_m")[near["row"]],
        airport_m=_floats(known, "constraint_height_cap_m")[near["row"]],
        is_airport_unknown=land.height_cap_is_unknown(known)[near["row"]],
    )  # fmt: skip
    parts = of_plot.assign(row=0)
    own = rules.reindex(parts.index)
    said = mine[mine["part_id"].isin(parts.index).to_numpy(bool)]
    if "reading_code" in said:
        said = said[said["reading_code"].eq("newer").to_numpy(bool)]
    pool = pooled.pool_of(parts, own, 1)
    shared = fields
    if len(fields) and "field_id" in said:
        shared = fields[fields["field_id"].isin(said["field_id"]).to_numpy(bool)]
    return PlotRules(
        parts, own, said, standing.reindex(parts.index), shared, np.asarray(pool.is_housing)
    )


def _parts_of(parts: pd.DataFrame, plots: list[str]) -> pd.DataFrame:
    """Parts of some plots that have a plan, without geometry; truth values as such."""
    chosen = pd.DataFrame(parts[parts["plot_id"].isin(plots).to_numpy(bool)])
    chosen = chosen.drop(columns="geometry", errors="ignore")
    return chosen.assign(counts_as_plot=chosen["counts_as_plot"].eq(True))


def _sharing(run: Analysis, recorded: pd.DataFrame, parts: pd.Index) -> list[str]:
    """Plots that share a field's figure with some parts."""
    if "field_id" not in recorded:
        return []
    own = recorded[recorded["part_id"].isin(parts).to_numpy(bool)]
    # a figure of the plot alone is shared with nobody
    own = own[~own["basis_code"].eq("plot").to_numpy(bool)]
    fields = own["field_id"].dropna().unique()
    others = recorded.loc[recorded["field_id"].isin(fields).to_numpy(bool), "part_id"]
    plots = run.plan_parts["plot_id"].reindex(pd.Index(others.unique())).dropna()
    return sorted(plots.unique())


def _floats(table: pd.DataFrame, name: str) -> np.ndarray:
    if name not in table:
        return np.full(len(table), np.nan)
    return table[name].to_numpy(dtype=float)
