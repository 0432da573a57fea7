"""Plots cut by the plans in force: which purpose and which zones lie over each piece."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from boligplan_geo.facts.plan._cut import join_slivers, without_overlaps
from boligplan_geo.facts.plan._governed import governed
from boligplan_geo.facts.plan._notes import notes
from boligplan_geo.facts.plan._pieces import pieces
from boligplan_geo.facts.plan._tables import tables, whole_plots
from boligplan_geo.geometry import on_one_plane, overlap_areas, partition, union_by, valid
from boligplan_geo.rules import precedence

__all__ = ["governed", "ground", "net_plot_m2", "notes", "parts", "pieces", "zones"]

_OF_ZONE = (
    "zone_id",
    "plan_id",
    "zone_group_code",
    "zone_code",
    "zone_name",
    "zone_type",
    "until_date",
)


def parts(
    plots: gpd.GeoDataFrame,
    plan_areas: gpd.GeoDataFrame | None,
    plans: pd.DataFrame | None = None,
    *,
    sliver_share: float = 0.01,
    sliver_m2: float = 5.0,
) -> tuple[gpd.GeoDataFrame, pd.DataFrame]:
    """Cut each plot by the plans in force; each part lies under one stack of plan areas.

    The newest plan of the stack governs (pbl § 1-5), the older ones fill what it leaves open.
    Land under no plan is a part too. Slivers, where map and boundary do not quite meet, join
    the largest part they touch. Where areas of one plan overlap, a fault of the data, the
    smaller area keeps the land.

    Parameters
    ----------
    plots : GeoDataFrame, index ``plot_id``
    plan_areas : GeoDataFrame, index ``area_id``, or None
        With ``plan_id regime_code land_use_code land_use_status_code zone_name``; None: not given.
    plans : DataFrame, index ``plan_id``, optional
        Status and dates; without it every area counts as in force.
    sliver_share, sliver_m2 : float
        A piece below both, of the plot's area and in m², is a sliver.

    Returns
    -------
    plan_parts : GeoDataFrame, index ``part_id`` (``<plot_id>:<n>``, n by falling area from 1)
        ``plot_id plan_id area_id zone_name land_use_code regime_code land_use_status_code``
        (null where no plan is in force), ``area_m2`` [m²], ``governs_reason``,
        ``counts_as_plot``, geometry. Parts of a plot sum to its area.
    part_stack : DataFrame
        ``part_id stack_order area_id plan_id zone_name land_use_code regime_code``: every plan
        in force over the part, as that plan zones it; 0 governs. ``field_id``: the field that
        what is given per field is shared in (areas of one name that touch are one).

    Examples
    --------
    >>> from boligplan_geo.sample.toy import toy_town
    >>> town = toy_town()
    >>> plan_parts, part_stack = parts(town.plots, town.plan_areas, town.plans)
    >>> plan_parts.loc["9999-1/4:1":"9999-1/5:1", ["land_use_code", "regime_code", "area_m2"]]
               land_use_code regime_code  area_m2
    part_id
    9999-1/4:1          1110      kp2008    300.0
    9999-1/4:2          3040      kp2008    300.0
    9999-1/5:1          1113      rp2008    600.0
    >>> part_stack.loc[part_stack.part_id == "9999-1/5:1", "area_id"].tolist()
    ['A6', 'A2']

    References
    ----------
    Plan- og bygningsloven § 1-5; TEK17 § 5-8.
    """
    on_one_plane(plots=plots, plan_areas=plan_areas)
    if plan_areas is None:
        return whole_plots(plots)
    ordered = precedence.order(plan_areas, plans)
    in_force = ordered[ordered["in_force"]].rename_axis("area_id").reset_index()
    in_force = in_force.sort_values(["stack_order", "area_id"], kind="stable")
    areas = plan_areas.loc[in_force["area_id"]]
    layer = in_force["stack_order"].to_numpy().astype(np.intp)
    whole = plots.geometry.to_numpy()
    clean, cut = without_overlaps(valid(areas.geometry.to_numpy()), layer)
    cells = partition(
        whole, clean, layer=layer, pieces=cut, sliver_share=sliver_share, sliver_m2=sliver_m2
    )
    cells = join_slivers(cells, shapely.area(whole), sliver_share, sliver_m2)
    plan_parts, part_stack, _ = tables(plots, areas, cells, ordered)
    return plan_parts, part_stack


def zones(
    plan_parts: gpd.GeoDataFrame,
    plan_zones: gpd.GeoDataFrame | None,
    plans: pd.DataFrame | None = None,
    *,
    sliver_share: float = 0.01,
    sliver_m2: float = 5.0,
) -> pd.DataFrame:
    """Share of each plan part that each zone of a plan in force covers.

    Parameters
    ----------
    plan_parts : GeoDataFrame, index ``part_id``
        From `parts`.
    plan_zones : GeoDataFrame, index ``zone_id``, or None
        Hensynssoner and bestemmelsesområder; those above or below ground are left out.
    plans : DataFrame, index ``plan_id``, optional
        With ``plan_status_code``; without it every zone counts as in force.
    sliver_share, sliver_m2 : float
        A piece below both is where the maps do not quite meet, and left out.

    Returns
    -------
    DataFrame
        ``part_id zone_id plan_id zone_group_code zone_code zone_name zone_type until_date
        share`` (0 to 1), by part, then zone; no row where no zone lies, or where the layer was
        not given.

    Examples
    --------
    >>> from boligplan_geo.sample.toy import toy_town
    >>> town = toy_town()
    >>> plan_parts, _ = parts(town.plots, town.plan_areas, town.plans)
    >>> zones(plan_parts, town.plan_zones, town.plans)[["part_id", "zone_name", "share"]]
          part_id zone_name  share
    0  9999-1/1:1        #1    1.0
    1  9999-1/2:1        #1    1.0
    """
    if plan_zones is None:
        return pd.DataFrame(columns=["part_id", *_OF_ZONE, "share"]).astype({"share": float})
    is_in_force = precedence.order(plan_zones, plans)["in_force"].to_numpy(dtype=bool)
    in_force = plan_zones[is_in_force].sort_index()
    i, j, area = overlap_areas(plan_parts.geometry.to_numpy(), in_force.geometry.to_numpy())
    share = np.minimum(area / plan_parts["area_m2"].to_numpy()[i], 1.0)
    kept = (share >= sliver_share) | (area >= sliver_m2)
    i, j, share = i[kept], j[kept], share[kept]
    table = in_force.rename_axis("zone_id").reset_index().reindex(columns=list(_OF_ZONE)).iloc[j]
    table = pd.DataFrame(table).assign(share=share).reset_index(drop=True)
    table.insert(0, "part_id", plan_parts.index.to_numpy()[i])
    return table


def net_plot_m2(
    plots: gpd.GeoDataFrame,
    plan_areas: gpd.GeoDataFrame | None,
    plans: pd.DataFrame | None = None,
) -> pd.Series:
    """Net plot for the degree of utilisation: the part zoned for buildings (TEK17 § 5-8) [m²].

    Parameters
    ----------
    plots, plan_areas, plans
        As for `parts`.

    Returns
    -------
    Series, index of `plots`
        0 where the plot is zoned for nothing that carries building; NaN where `plan_areas` was
        not given.

    Examples
    --------
    >>> from boligplan_geo.sample.toy import toy_town
    >>> town = toy_town()
    >>> net_plot_m2(town.plots, town.plan_areas).iloc[2:5].tolist()
    [600.0, 300.0, 600.0]
    """
    if plan_areas is None:
        return pd.Series(np.nan, index=plots.index, name="plan_net_plot_m2")
    plan_parts, _ = parts(plots, plan_areas, plans)
    net = plan_parts["area_m2"].where(plan_parts["counts_as_plot"], 0.0)
    by_plot = net.groupby(plan_parts["plot_id"].to_numpy(), sort=False).sum()
    return by_plot.reindex(plots.index).rename("plan_net_plot_m2")


def ground(plots: gpd.GeoDataFrame, plan_parts: gpd.GeoDataFrame) -> gpd.GeoSeries:
    """Land of each plot that carries building: what sites, slope and walks are about.

    A farm with a corner for homes is judged by that corner, not by its mountain.

    Parameters
    ----------
    plots : GeoDataFrame, index ``plot_id``
    plan_parts : GeoDataFrame, index ``part_id``
        From `parts`.

    Returns
    -------
    GeoSeries, index of `plots`
        Union of the parts that count as plot (TEK17 § 5-8); the whole plot where none does.

    Examples
    --------
    >>> from boligplan_geo.sample.toy import toy_town
    >>> town = toy_town()
    >>> cut, _ = parts(town.plots, town.plan_areas, town.plans)
    >>> ground(town.plots, cut).area.iloc[2:5].tolist()
    [600.0, 300.0, 600.0]
    """
    zoned = plan_parts[plan_parts["counts_as_plot"].to_numpy(bool)]
    row = plots.index.get_indexer(pd.Index(zoned["plot_id"]))
    order = np.argsort(row, kind="stable")
    pieces, row = zoned.geometry.to_numpy()[order], row[order]
    united = union_by(row, pieces, len(plots))
    has_land = np.bincount(row, minlength=len(plots)) > 0
    land = np.where(has_land, united, plots.geometry.to_numpy())
    return gpd.GeoSeries(land, index=plots.index, crs=plots.crs)
