"""One row a plot: its facts, its plan homes and its utilisation today, side by side."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd

from boligplan_geo.assumptions import Assumptions
from boligplan_geo.centres import catchment
from boligplan_geo.errors import reason_where
from boligplan_geo.facts import Facts, built
from boligplan_geo.municipality import Municipality
from boligplan_geo.potential import capacity


def plot_table(
    town: Municipality, facts: Facts, assumptions: Assumptions
) -> tuple[gpd.GeoDataFrame, pd.DataFrame]:
    """Put facts and plan homes side by side, one row a plot; and the fields of plans."""
    homes, fields = capacity.plan_capacity(
        town.plots,
        facts.plan_parts,
        facts.plan_parameters,
        facts.part_zones,
        facts.built,
        facts.constraints,
        assumptions,
        plans=town.plans,
        terrain=facts.terrain,
    )
    plots = town.plots.copy()
    plots["plot_area_m2"] = plots.area
    tables = (
        homes,
        facts.built,
        facts.constraints,
        facts.terrain,
        facts.access,
        facts.surroundings,
    )
    for table in tables:
        plots = plots.join(table[[c for c in table if c not in plots]])
    plots = _with_utilisation(plots, facts, assumptions)
    why = "no_data" if plots["owner_code"].notna().any() else "layer_missing"
    # Homes were counted without the zones that a missing layer would have shown: said, not hidden.
    unsure = plots["constraint_reason"].astype("string").str.contains("layer_missing", na=False)
    unsure &= plots["potential_plan_homes_mid_count"] > 0
    plots.loc[unsure, "potential_reason"] += ";zones_missing"
    plots["owner_reason"] = reason_where(plots["owner_code"].isna(), why)
    plots["centre_id"] = catchment(facts.access, limit_min=assumptions.catchment_limit_min)
    plots["plan_signal_share"] = _signal_share(plots, facts)
    plots["plan_proposed_share"] = _proposed_share(plots, facts)
    return plots, fields


def _with_utilisation(
    plots: gpd.GeoDataFrame, facts: Facts, assumptions: Assumptions
) -> gpd.GeoDataFrame:
    """Add the open parking that standing homes are assumed to have, and utilisation today."""
    small, row, block = (
        getattr(assumptions, f"parking_{kind}_count") for kind in ("detached", "row", "block")
    )
    spaces = dict.fromkeys(built.SPACES_PER_HOME, block)
    spaces |= {"detached": small, "semi_detached": small, "row": row}
    plots = plots.join(
        built.open_parking(
            facts.built,
            facts.built_homes,
            spaces_per_home_count=spaces,
            parking_space_m2=assumptions.parking_space_m2,
        )
    )
    plots = plots.join(built.on_net_plot(plots, facts.buildings, facts.ground.geometry))
    return plots.join(built.utilisation(plots)).copy()  # columns side by side, not in fragments


def _signal_share(plots: gpd.GeoDataFrame, facts: Facts) -> pd.Series:
    """Share of each net plot where the plan asks for density.

    Omforming, fornyelse, fortettingsområde, or «videreutvikling» (status 3): signals, not losses.
    """
    zones = facts.part_zones
    parts = facts.plan_parts[facts.plan_parts["counts_as_plot"].to_numpy(bool)]
    wanted = zones["zone_code"].isin(["820", "830"]) | zones["zone_type"].astype(
        "string"
    ).str.contains("fortetting", case=False, na=False)
    share = zones[wanted.to_numpy(bool)].groupby("part_id")["share"].max().reindex(parts.index)
    further = parts["land_use_status_code"] == 3
    share = share.fillna(0.0).where(~further, 1.0)  # no zone over the part: known to be no signal
    area = (share * parts["area_m2"]).groupby(parts["plot_id"]).sum().reindex(plots.index)
    return (area / plots["plan_net_plot_m2"]).clip(0, 1)


def _proposed_share(plots: gpd.GeoDataFrame, facts: Facts) -> pd.Series:
    """Share of each plot that a proposal governs: what its figures rest on."""
    parts = facts.plan_parts
    area = parts["area_m2"].where(parts["is_proposed"].to_numpy(bool), 0.0)
    proposed = area.groupby(parts["plot_id"].to_numpy(), sort=False).sum().reindex(plots.index)
    return (proposed / plots["plot_area_m2"]).clip(0, 1)
