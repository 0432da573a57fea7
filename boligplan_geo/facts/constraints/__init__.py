"""Land that zones take or flag: one list of zones, and what each costs every net plot.

Two readings stand side by side, as facts do not know how many homes come: landslide zones of
1/5000 take land from buildings of more than ten homes (S3), not from smaller ones (S2).
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from boligplan_geo.errors import DataWarning
from boligplan_geo.facts.constraints import _terrain as of_terrain
from boligplan_geo.facts.constraints import _zones as kinds
from boligplan_geo.facts.constraints._losses import (
    READINGS,
    Laid,
    is_under,
    laid,
    losses,
    lost_m2,
    share,
)
from boligplan_geo.facts.constraints._pieces import largest_usable_m2
from boligplan_geo.facts.constraints._shore import coast_belt
from boligplan_geo.facts.constraints._terrain import height_caps
from boligplan_geo.facts.constraints._unknown import ZONE_LAYERS, joined, notes, unknown
from boligplan_geo.facts.constraints._zones import above_noise_limit
from boligplan_geo.geometry import Faces, Geometries, faces, on_one_plane, union_by
from boligplan_geo.raster import Grid
from boligplan_geo.zone_treatments import merged, treatments

__all__ = ["ZONE_LAYERS", "areas", "merged", "notes", "table", "treatments"]

#: Hazards that a mapped zone of these kinds settles, so that no level need be assumed.
_MAPPED_SURGE = ("storm_surge", "storm_surge_rare")

_COLUMNS = {
    "layer": object,
    "zone_code": object,
    "is_hard": bool,
    "is_hard_s3": bool,
    "treatment_reason": object,
    "treatment": object,
    "cap_elevation_m": float,
}


def areas(
    plan_zones: gpd.GeoDataFrame | None = None,
    hazard_zones: gpd.GeoDataFrame | None = None,
    noise: gpd.GeoDataFrame | None = None,
    heritage: gpd.GeoDataFrame | None = None,
    coastline: gpd.GeoDataFrame | None = None,
    plan_lines: gpd.GeoDataFrame | None = None,
    *,
    plan_areas: gpd.GeoDataFrame | None = None,
    plan_heights: gpd.GeoDataFrame | None = None,
    plans: pd.DataFrame | None = None,
    as_of: str | None = None,
    terrain: Grid | None = None,
    treatment: pd.DataFrame | None = None,
    coast_belt_m: float = 100.0,
    storm_surge_level_m: float | None = None,
    steep_deg: float = 20.0,
) -> gpd.GeoDataFrame:
    """Gather the zones that take land (hard) or flag it (soft), by the treatment table.

    Landslide zones of 1/1000 and more often are hard, those of 1/5000 only for buildings of
    more than ten homes; flood of 1/200 and more often and storm surge are hard; susceptibility
    and quick clay are soft. Red noise is hard, but soft in a plan's deviation area; red aircraft
    noise stays hard. The coastal belt is hard except behind a plan's building line.

    Parameters
    ----------
    plan_zones, hazard_zones, noise, heritage, coastline, plan_lines : GeoDataFrame or None
        Input layers; None: not given.
    plan_areas : GeoDataFrame, optional
        Tells sea from land, and what a building line belongs to.
    plan_heights : GeoDataFrame, optional
        Absolute heights that a plan draws within its airport zones.
    plans : DataFrame, index ``plan_id``, optional
        Only zones of plans in force count; without it all do.
    as_of : text, optional
        Date of the plan data: land reserved pending a plan until an earlier date is no longer.
    terrain : Grid, optional
        Elevation [m above NN2000].
    treatment : DataFrame, optional
        Edited copy of `treatments`, or own rows put over it by `merged`.
    coast_belt_m : float
        Width of the coastal belt, pbl § 1-8 [m].
    storm_surge_level_m : float, optional
        Level of a storm surge of 1/200 with sea-level rise [m above NN2000]: connected land at
        or below it is a zone, where no storm-surge zones were mapped. None: not assumed.
    steep_deg : float
        Ground steeper than this is a zone where the table treats ``steep`` so.

    Returns
    -------
    GeoDataFrame
        ``layer zone_code is_hard is_hard_s3 treatment_reason treatment cap_elevation_m
        geometry``, a row a zone, by layer and code. `is_hard_s3`: hard for buildings of more
        than ten homes. `cap_elevation_m`: highest elevation that an airport zone allows; NaN:
        unknown, or no such zone. Zones without geometry are left out with a `DataWarning`.

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
    treatment = treatments() if treatment is None else treatment
    given = []
    if plan_zones is not None:
        given.append(kinds.plan_zones(plan_zones, plans, treatment, as_of))
    if hazard_zones is not None:
        given.append(kinds.hazard_zones(hazard_zones))
    if noise is not None:
        given.append(kinds.noise(noise))
    if heritage is not None:
        given.append(kinds.heritage(heritage))
    if coastline is not None and len(coastline):
        belt = coast_belt(coastline, plan_lines, plan_areas, plans, coast_belt_m)
        given.append(belt)
    if terrain is not None and storm_surge_level_m is not None and not _is_mapped(given):
        given.append(of_terrain.low_land(terrain, storm_surge_level_m, coastline))
    if terrain is not None and _is_asked(treatment, "steep"):
        given.append(of_terrain.steep_land(terrain, steep_deg, terrain.crs))
    given = [_with_land(zones) for zones in given if len(zones)]
    if not given:
        columns = {name: pd.Series([], dtype=kind) for name, kind in _COLUMNS.items()}
        return gpd.GeoDataFrame(columns, geometry=[])
    zones = gpd.GeoDataFrame(pd.concat(given, ignore_index=True))
    zones = kinds.treated(zones, treatment)
    zones = kinds.with_deviation(zones, kinds.deviation_areas(plan_zones, plans))
    zones["cap_elevation_m"] = of_terrain.cap_elevations_m(zones, plan_heights)
    zones = zones.sort_values(["layer", "zone_code"], kind="stable").reset_index(drop=True)
    return zones[[*_COLUMNS, "geometry"]]


def _is_mapped(given: Sequence[pd.DataFrame]) -> bool:
    """Whether storm-surge zones were mapped: what is measured goes before what is assumed."""
    return any(zones["zone_code"].isin(_MAPPED_SURGE).any() for zones in given)


def _is_asked(treatment: pd.DataFrame, code: str) -> bool:
    """Whether the table lets a zone made from the terrain take or flag land."""
    does = treatment.loc[treatment["zone_code"] == code, "treatment"]
    return bool(does.isin(["hard", "hard_s3", "soft"]).any())


def _with_land(zones: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Zones with a polygon; the others are warned of and left out."""
    has_land = (shapely.area(zones.geometry.to_numpy()) > 0).astype(bool)
    if not has_land.all():
        layer = zones["layer"].iloc[0]
        count = int((~has_land).sum())
        warnings.warn(f"{layer}: {count} zones without area left out", DataWarning, stacklevel=3)
    return zones[has_land]


def table(
    plots: gpd.GeoDataFrame,
    plan_parts: gpd.GeoDataFrame,
    areas: gpd.GeoDataFrame,
    hazard_analysed_areas: gpd.GeoDataFrame | None = None,
    *,
    of_zones: Faces | None = None,
    terrain: Grid | None = None,
    layers_missing: Sequence[str] = (),
    corridor_m: float = 1.0,
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
    of_zones : Faces, optional
        From `geometry.faces` of `areas`, where they are laid over each other already.
    terrain : Grid, optional
        Elevation [m above NN2000]; height caps need it.
    layers_missing : sequence of text
        Those of `ZONE_LAYERS` that were not given, and ``terrain`` where a storm-surge level
        could not be applied. Lost land then counts what is known (unknown where no zone layer
        was given), shares are unknown, and ``constraint_reason`` says why.
    corridor_m : float
        Land narrower than this does not join two pieces into one [m].

    Returns
    -------
    constraints : DataFrame, index of `plots`
        ``constraint_usable_m2``, ``constraint_lost_m2`` (their sum is the net plot) and
        ``constraint_largest_piece_m2`` (largest connected usable piece) [m²] for buildings of
        up to ten homes (S2), with ``_s3`` before the unit for larger ones;
        ``constraint_soft_share`` (of the net plot under at least one soft zone) and
        ``constraint_noise_share`` (above the yellow noise limit), NaN where there is no net
        plot; ``constraint_height_cap_m``, the height above mean ground that airport zones leave,
        NaN where none lies over the plot; ``constraint_is_complete``: False where something
        unknown may take more land, so that usable land is an upper bound;
        ``constraint_reason``.
    losses : DataFrame
        ``plot_id layer zone_code exclusive_m2 shared_m2 exclusive_s3_m2 shared_s3_m2``: what a
        kind of zone takes alone, and its even share of what several take; in either reading
        they sum to the plot's lost land. No row where nothing is lost.

    Examples
    --------
    >>> from boligplan_geo.facts import plan
    >>> from boligplan_geo.sample.toy import toy_town
    >>> town = toy_town()
    >>> plan_parts, _ = plan.parts(town.plots, town.plan_areas, town.plans)
    >>> found, losses = table(town.plots, plan_parts, areas(hazard_zones=town.hazard_zones))
    >>> found.loc["9999-1/1", ["constraint_usable_m2", "constraint_lost_m2"]].tolist()
    [450.0, 150.0]
    >>> losses[["plot_id", "layer", "zone_code", "exclusive_m2", "shared_m2"]]
        plot_id         layer       zone_code  exclusive_m2  shared_m2
    0  9999-1/1  hazard_zones  landslide_1000         150.0        0.0
    """
    on_one_plane(plots=plots, plan_parts=plan_parts)
    of_zones = faces(areas.geometry.to_numpy()) if of_zones is None else of_zones
    over = laid(_net_plots(plots, plan_parts), of_zones)
    lost = losses(over, areas)
    columns = _land(over, lost, areas, corridor_m)
    if set(layers_missing) >= set(ZONE_LAYERS):
        columns = {n: np.where(over.net_m2 > 0, np.nan, m2) for n, m2 in columns.items()}
    is_soft = ~areas["is_hard"] & areas["treatment"].ne("height_cap")
    # what a missing layer would have flagged is unknown, not none
    nothing = np.full(len(plots), np.nan)
    columns["constraint_soft_share"] = (
        nothing if layers_missing else share(over, is_soft.to_numpy(dtype=bool))
    )
    columns["constraint_noise_share"] = (
        nothing if "noise" in layers_missing else share(over, above_noise_limit(areas))
    )
    cap, is_cap_unknown = height_caps(over.net, areas, terrain)
    columns["constraint_height_cap_m"] = cap
    reasons = unknown(over, areas, hazard_analysed_areas, layers_missing)
    is_complete = np.ones(len(plots), dtype=bool)
    for is_unknown in reasons.values():
        is_complete &= ~is_unknown
    columns["constraint_is_complete"] = is_complete
    reasons |= {"no_net_plot": over.net_m2 == 0, "height_cap_unknown": is_cap_unknown}
    columns["constraint_reason"] = joined(reasons, len(plots))
    lost.insert(0, "plot_id", plots.index.to_numpy()[lost.pop("plot")])
    return pd.DataFrame(columns, index=plots.index), lost


def _land(
    over: Laid, lost: pd.DataFrame, areas: gpd.GeoDataFrame, corridor_m: float
) -> dict[str, np.ndarray]:
    """Usable and lost land and the largest usable piece of each net plot, in both readings."""
    columns: dict[str, np.ndarray] = {}
    for reading, ending in READINGS.items():
        gone = lost_m2(over, lost, ending)
        is_taken = is_under(over.faces, areas[reading].to_numpy(dtype=bool))
        columns[f"constraint_usable{ending}_m2"] = over.net_m2 - gone
        columns[f"constraint_lost{ending}_m2"] = gone
        if not ending:
            largest = largest_usable_m2(over, gone, is_taken, corridor_m)
        else:  # the same piece, where large buildings lose no more than small ones
            more = gone > columns["constraint_lost_m2"]
            again = largest_usable_m2(over, np.where(more, gone, 0.0), is_taken, corridor_m)
            largest = np.where(more, again, largest)
        columns[f"constraint_largest_piece{ending}_m2"] = largest
    return columns


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
