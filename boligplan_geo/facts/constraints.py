"""Land that zones take or flag: one list of zones, and what each costs every net plot."""

from __future__ import annotations

from collections.abc import Sequence

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from boligplan_geo.facts import _constraint_zones as kinds
from boligplan_geo.facts._constraint_zones import treatments
from boligplan_geo.geometry import (
    NOISE_M2,
    Areas,
    Geometries,
    largest_piece_m2,
    on_one_plane,
    overlap_areas,
    overlap_pieces,
    partition,
    union_by,
)

__all__ = ["ZONE_LAYERS", "areas", "table", "treatments"]

#: Input layers that zones come from.
ZONE_LAYERS = ("plan_zones", "hazard_zones", "noise", "heritage", "coastline")

_COLUMNS = ["layer", "zone_code", "is_hard", "treatment_reason", "geometry"]
_UNCOVERED_SHARE, _UNCOVERED_M2 = 0.01, 5.0  # analysed areas may miss a plot by a sliver


def areas(
    plan_zones: gpd.GeoDataFrame | None = None,
    hazard_zones: gpd.GeoDataFrame | None = None,
    noise: gpd.GeoDataFrame | None = None,
    heritage: gpd.GeoDataFrame | None = None,
    coastline: gpd.GeoDataFrame | None = None,
    plan_lines: gpd.GeoDataFrame | None = None,
    *,
    plan_areas: gpd.GeoDataFrame | None = None,
    plans: pd.DataFrame | None = None,
    treatment: pd.DataFrame | None = None,
    coast_belt_m: float = 100.0,
) -> gpd.GeoDataFrame:
    """Gather the zones that take land (hard) or flag it (soft), by the treatment table.

    Landslide zones of 1/1000 and more often are hard for up to 10 homes, 1/5000 is soft here;
    flood of 1/200 and more often and storm surge are hard; susceptibility and quick clay are
    soft. Red noise is hard, but soft in a plan's deviation area; red aircraft noise stays hard.
    The coastal belt is hard except in plan areas with a building line.

    Parameters
    ----------
    plan_zones, hazard_zones, noise, heritage, coastline, plan_lines : GeoDataFrame or None
        Input layers; None: not given.
    plan_areas : GeoDataFrame, optional
        Tells sea from land, and what a building line belongs to.
    plans : DataFrame, index ``plan_id``, optional
        Only zones of plans in force count; without it all do.
    treatment : DataFrame, optional
        Edited copy of `treatments`.
    coast_belt_m : float
        Width of the coastal belt, pbl § 1-8 [m].

    Returns
    -------
    GeoDataFrame
        ``layer zone_code is_hard treatment_reason geometry``, a row a zone, by layer and code.

    Examples
    --------
    >>> from boligplan_geo.sample.toy import toy_town
    >>> town = toy_town()
    >>> areas(town.plan_zones, town.hazard_zones)[["layer", "zone_code", "is_hard"]]
              layer       zone_code  is_hard
    0  hazard_zones  landslide_1000     True

    References
    ----------
    TEK17 §§ 7-2, 7-3; T-1442; pbl §§ 1-8, 11-8.
    """
    given = []
    if plan_zones is not None:
        given.append(kinds.plan_zones(plan_zones, plans))
    if hazard_zones is not None:
        given.append(kinds.hazard_zones(hazard_zones))
    if noise is not None:
        given.append(kinds.noise(noise))
    if heritage is not None:
        given.append(kinds.heritage(heritage))
    if coastline is not None and len(coastline):
        belt = kinds.coast_belt(coastline, plan_lines, plan_areas, plans, coast_belt_m)
        given.append(belt)
    given = [zones for zones in given if len(zones)]
    if not given:
        return gpd.GeoDataFrame({c: [] for c in _COLUMNS}, geometry="geometry").astype(
            {"is_hard": bool}
        )
    zones = gpd.GeoDataFrame(pd.concat(given, ignore_index=True))
    zones = kinds.treated(zones, treatments() if treatment is None else treatment)
    zones = kinds.with_deviation(zones, kinds.deviation_areas(plan_zones, plans))
    return zones.sort_values(["layer", "zone_code"], kind="stable").reset_index(drop=True)


def table(
    plots: gpd.GeoDataFrame,
    plan_parts: gpd.GeoDataFrame,
    areas: gpd.GeoDataFrame,
    hazard_analysed_areas: gpd.GeoDataFrame | None = None,
    *,
    layers_missing: Sequence[str] = (),
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Land of each net plot that hard zones take, that soft zones flag, and that is left.

    Parameters
    ----------
    plots : GeoDataFrame, index ``plot_id``
    plan_parts : GeoDataFrame
        From `facts.plan.parts`: the parts that count as plot are the net plot.
    areas : GeoDataFrame
        From `areas`.
    hazard_analysed_areas : GeoDataFrame, optional
        Where each kind of hazard was analysed: outside, it is unknown, never safe.
    layers_missing : sequence of text
        Those of `ZONE_LAYERS` that were not given. Lost land then counts what is known (unknown
        where none was given), the soft share is unknown, and ``constraint_reason`` says why.

    Returns
    -------
    constraints : DataFrame, index of `plots`
        ``constraint_usable_m2``, ``constraint_lost_m2`` (their sum is the net plot),
        ``constraint_largest_piece_m2`` (largest connected usable piece) [m²],
        ``constraint_soft_share`` (of the net plot under at least one soft zone; NaN where there
        is no net plot), ``constraint_reason``.
    losses : DataFrame
        ``plot_id layer zone_code exclusive_m2 shared_m2``: what a kind of zone takes alone, and
        its even share of what several take; they sum to the plot's lost land. No row where
        nothing is lost.

    Examples
    --------
    >>> from boligplan_geo.facts import plan
    >>> from boligplan_geo.sample.toy import toy_town
    >>> town = toy_town()
    >>> plan_parts, _ = plan.parts(town.plots, town.plan_areas, town.plans)
    >>> found, losses = table(town.plots, plan_parts, areas(hazard_zones=town.hazard_zones))
    >>> found.loc["9999-1/1", ["constraint_usable_m2", "constraint_lost_m2"]].tolist()
    [450.0, 150.0]
    >>> losses
        plot_id         layer       zone_code  exclusive_m2  shared_m2
    0  9999-1/1  hazard_zones  landslide_1000         150.0        0.0
    """
    on_one_plane(plots=plots, plan_parts=plan_parts)
    net = _net_plots(plots, plan_parts)
    net_m2 = np.nan_to_num(shapely.area(net))
    is_hard = areas["is_hard"].to_numpy(dtype=bool)
    losses, lost, largest = _losses(net, areas[is_hard])
    losses.insert(0, "plot_id", plots.index.to_numpy()[losses.pop("plot")])
    with np.errstate(invalid="ignore"):
        soft = np.minimum(_covered_m2(net, areas[~is_hard].geometry.to_numpy()) / net_m2, 1.0)
    if layers_missing:  # what a missing layer would have flagged is unknown, not none
        soft[:] = np.nan
    if set(layers_missing) >= set(ZONE_LAYERS):
        lost, largest = (np.where(net_m2 > 0, np.nan, m2) for m2 in (lost, largest))
    columns = {
        "constraint_usable_m2": np.maximum(net_m2 - lost, 0.0),
        "constraint_lost_m2": lost,
        "constraint_largest_piece_m2": largest,
        "constraint_soft_share": soft,
        "constraint_reason": _reason(net, net_m2, areas, hazard_analysed_areas, layers_missing),
    }
    return pd.DataFrame(columns, index=plots.index), losses


def _net_plots(plots: gpd.GeoDataFrame, plan_parts: gpd.GeoDataFrame) -> Geometries:
    """Union of the parts of each plot that count as plot; None where there are none."""
    owner = plots.index.get_indexer(plan_parts["plot_id"])
    counts = plan_parts["counts_as_plot"].to_numpy(dtype=bool)
    whole = np.bincount(owner[counts], minlength=len(plots)) == np.bincount(
        owner, minlength=len(plots)
    )
    partly = counts & ~whole[owner]
    net = union_by(owner[partly], plan_parts.geometry.to_numpy()[partly], len(plots))
    net[whole] = plots.geometry.to_numpy()[whole]
    return net


def _losses(net: Geometries, hard: gpd.GeoDataFrame) -> tuple[pd.DataFrame, Areas, Areas]:
    """Loss table by plot (position), lost land and largest usable piece of each plot."""
    kind = hard.groupby(["layer", "zone_code"], sort=True)
    names = kind.size().reset_index()[["layer", "zone_code"]]
    key = kind.ngroup().to_numpy()
    cells = partition(net, hard.geometry.to_numpy(), key)  # zones of one kind take land once
    zones_over = np.bincount(cells.under_cell, minlength=len(cells.owner))
    area, plot = shapely.area(cells.geometry), cells.owner
    taken = zones_over > 0
    lost = np.zeros(len(net))
    np.add.at(lost, plot[taken], area[taken])
    largest = np.zeros(len(net))
    largest[plot[~taken]] = largest_piece_m2(cells.geometry[~taken])
    over = zones_over[cells.under_cell]
    of_row = area[cells.under_cell]
    rows = pd.DataFrame({"plot": plot[cells.under_cell], "kind": cells.under_key})
    rows["exclusive_m2"] = np.where(over == 1, of_row, 0.0)
    rows["shared_m2"] = np.where(over > 1, of_row / np.maximum(over, 1), 0.0)
    losses = rows.groupby(["plot", "kind"], sort=True).sum().reset_index()
    named = names.iloc[losses.pop("kind")].reset_index(drop=True)
    losses.insert(1, "layer", named["layer"])
    losses.insert(2, "zone_code", named["zone_code"])
    return losses, lost, largest


def _covered_m2(net: Geometries, zones: Geometries) -> Areas:
    """Area of each net plot under at least one of the zones [m²]."""
    i, _, area = overlap_areas(net, zones)
    covered = np.bincount(i, area, minlength=len(net)).astype(np.float64)
    largest = np.zeros(len(net))
    np.maximum.at(largest, i, area)
    net_m2 = np.nan_to_num(shapely.area(net))
    is_whole = largest >= net_m2 - NOISE_M2
    covered[is_whole] = net_m2[is_whole]
    # only where several zones lie over a part of the plot can they lie over each other
    several = np.flatnonzero(~is_whole & (np.bincount(i, minlength=len(net)) > 1))
    k, _, pieces = overlap_pieces(net[several], zones)
    covered[several] = np.nan_to_num(shapely.area(union_by(k, pieces, len(several))))
    return covered


def _reason(
    net: Geometries,
    net_m2: Areas,
    areas: gpd.GeoDataFrame,
    analysed: gpd.GeoDataFrame | None,
    layers_missing: Sequence[str],
) -> np.ndarray:
    """What could not be assessed about each plot; None where all was."""
    is_land = net_m2 > 0
    found = {"no_net_plot": ~is_land}
    if set(layers_missing) >= set(ZONE_LAYERS):
        found["layer_missing"] = is_land
    else:
        missing = [layer for layer in ZONE_LAYERS if layer in layers_missing]
        names = [f"{layer.replace('hazard_zones', 'hazard')}_layer_missing" for layer in missing]
        found |= dict.fromkeys(names, is_land)
    if analysed is not None:
        found["outside_analysed_area"] = is_land & _outside(net, net_m2, analysed)
    elif "hazard_zones" in set(areas["layer"]):
        found["analysed_areas_missing"] = is_land
    text = np.full(len(net), "", dtype=object)
    for code, rows in found.items():
        text[rows] = np.where(text[rows] == "", code, text[rows] + ";" + code)
    text[text == ""] = None
    return text


def _outside(net: Geometries, net_m2: Areas, analysed: gpd.GeoDataFrame) -> np.ndarray:
    """Net plots that reach outside what was analysed for some kind of hazard."""
    outside = np.zeros(len(net), dtype=bool)
    for _, of_kind in analysed.groupby("hazard_kind_code", sort=True):
        whole = np.array([shapely.union_all(of_kind.geometry.to_numpy())])
        i, _, area = overlap_areas(net, whole)
        missed = net_m2 - np.bincount(i, area, minlength=len(net))
        outside |= (missed > _UNCOVERED_SHARE * net_m2) & (missed > _UNCOVERED_M2)
    return outside
