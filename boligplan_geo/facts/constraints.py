"""Land that zones take or flag: one list of zones, and what each costs every net plot.

Two readings stand side by side, as facts do not know how many homes come: landslide zones of
1/5000 take land from buildings of more than ten homes (S3), not from smaller ones (S2).
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from boligplan_geo.errors import DataWarning, Note
from boligplan_geo.facts import _constraint_terrain as of_terrain
from boligplan_geo.facts import _constraint_zones as kinds
from boligplan_geo.facts._constraint_losses import READINGS, taken
from boligplan_geo.facts._constraint_shore import coast_belt
from boligplan_geo.geometry import (
    NOISE_M2,
    Areas,
    Geometries,
    on_one_plane,
    overlap_areas,
    overlap_pieces,
    union_by,
)
from boligplan_geo.raster import Grid
from boligplan_geo.zone_treatments import merged, treatments

__all__ = ["ZONE_LAYERS", "areas", "merged", "notes", "table", "treatments"]

#: Input layers that zones come from.
ZONE_LAYERS = ("plan_zones", "hazard_zones", "noise", "heritage", "coastline")

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
    plan_heights: gpd.GeoDataFrame | None = None,
    plans: pd.DataFrame | None = None,
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
        given.append(kinds.plan_zones(plan_zones, plans, treatment))
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


def notes(areas: gpd.GeoDataFrame, plots: gpd.GeoDataFrame) -> Iterator[Note]:
    """What should be looked at in a list of zones.

    Parameters
    ----------
    areas : GeoDataFrame
        From `areas`.
    plots : GeoDataFrame, index ``plot_id``

    Yields
    ------
    Note
        Codes that the table does not know, zones that lie away from every plot, building lines
        that do not divide their plan area, a storm-surge level that was assumed.

    Examples
    --------
    >>> from boligplan_geo.sample.toy import toy_town
    >>> town = toy_town()
    >>> odd = town.hazard_zones.assign(hazard_kind_code="meteorites")
    >>> [note.text("en")[:60] for note in notes(areas(hazard_zones=odd), town.plots)]
    ['hazard_zones: unknown zone codes, taken as considerations (1']
    """
    west, south, east, north = plots.total_bounds
    box = areas.geometry.bounds
    is_away = (box["maxx"] < west) | (box["minx"] > east) | (box["maxy"] < south)
    is_away |= box["miny"] > north
    is_unknown = areas["treatment_reason"] == "zone_code_unknown"
    for layer, zones in areas[is_unknown | is_away].groupby("layer", sort=True):
        unknown, away = (zones.loc[found[zones.index]] for found in (is_unknown, is_away))
        if len(unknown):
            codes = tuple(sorted(unknown["zone_code"].astype(str).unique()))
            yield Note("zone_codes_unknown", str(layer), codes, {"zones": len(unknown)})
        if len(away):
            codes = tuple(sorted(away["zone_code"].astype(str).unique()))
            yield Note("zones_outside", str(layer), codes, {"zones": len(away)})
    if areas["treatment_reason"].eq("coast_line_unsplit").any():
        yield Note("coast_lines_unsplit", "plan_lines")
    if areas["treatment_reason"].eq("storm_surge_level").any():
        yield Note("storm_surge_assumed", "terrain")


def table(
    plots: gpd.GeoDataFrame,
    plan_parts: gpd.GeoDataFrame,
    areas: gpd.GeoDataFrame,
    hazard_analysed_areas: gpd.GeoDataFrame | None = None,
    *,
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
    net = _net_plots(plots, plan_parts)
    net_m2 = np.nan_to_num(shapely.area(net))
    found = taken(net, areas, corridor_m)
    found.losses.insert(0, "plot_id", plots.index.to_numpy()[found.losses.pop("plot")])
    none_given = set(layers_missing) >= set(ZONE_LAYERS)
    columns: dict[str, np.ndarray] = {}
    for reading, ending in READINGS.items():
        is_unknown = none_given & (net_m2 > 0)
        lost, largest = (
            np.where(is_unknown, np.nan, by[reading]) for by in (found.lost_m2, found.largest_m2)
        )
        columns[f"constraint_usable{ending}_m2"] = np.maximum(net_m2 - lost, 0.0)
        columns[f"constraint_lost{ending}_m2"] = lost
        columns[f"constraint_largest_piece{ending}_m2"] = largest
    is_soft = ~areas["is_hard"].to_numpy(dtype=bool) & (areas["treatment"] != "height_cap")
    is_noisy = kinds.above_noise_limit(areas)
    columns["constraint_soft_share"] = _share(net, net_m2, areas[is_soft])
    columns["constraint_noise_share"] = _share(net, net_m2, areas[is_noisy])
    # what a missing layer would have flagged is unknown, not none
    if layers_missing:
        columns["constraint_soft_share"][:] = np.nan
    if "noise" in layers_missing:
        columns["constraint_noise_share"][:] = np.nan
    cap, is_cap_unknown = of_terrain.height_caps(net, areas, terrain)
    columns["constraint_height_cap_m"] = cap
    reasons = _reasons(net, net_m2, areas, hazard_analysed_areas, layers_missing)
    columns["constraint_is_complete"] = ~np.any(list(reasons.values()), axis=0)
    reasons |= {"no_net_plot": net_m2 == 0, "height_cap_unknown": is_cap_unknown}
    columns["constraint_reason"] = _joined(reasons, len(plots))
    return pd.DataFrame(columns, index=plots.index), found.losses


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


def _share(net: Geometries, net_m2: Areas, zones: gpd.GeoDataFrame) -> Areas:
    """Share of each net plot under at least one of the zones; NaN where there is none."""
    with np.errstate(invalid="ignore"):
        return np.minimum(_covered_m2(net, zones.geometry.to_numpy()) / net_m2, 1.0)


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


def _reasons(
    net: Geometries,
    net_m2: Areas,
    areas: gpd.GeoDataFrame,
    analysed: gpd.GeoDataFrame | None,
    layers_missing: Sequence[str],
) -> dict[str, np.ndarray]:
    """Net plots of which something that may take land is unknown, by reason."""
    is_land = net_m2 > 0
    found: dict[str, np.ndarray] = {}
    if set(layers_missing) >= set(ZONE_LAYERS):
        found["layer_missing"] = is_land
    else:
        missing = [layer for layer in ZONE_LAYERS if layer in layers_missing]
        names = [f"{layer.replace('hazard_zones', 'hazard')}_layer_missing" for layer in missing]
        found |= dict.fromkeys(names, is_land)
    if "terrain" in layers_missing:
        found["storm_surge_unknown"] = is_land
    if analysed is not None:
        found["outside_analysed_area"] = is_land & _outside(net, net_m2, analysed)
    elif "hazard_zones" in set(areas["layer"]):
        found["analysed_areas_missing"] = is_land
    return found


def _joined(found: dict[str, np.ndarray], count: int) -> np.ndarray:
    """Reasons of each plot as text, joined by ``;``; None where there are none."""
    text = np.full(count, "", dtype=object)
    for code, rows in found.items():
        text[rows] = np.where(text[rows] == "", code, text[rows] + ";" + code)
    text[text == ""] = None
    return text


def _outside(net: Geometries, net_m2: Areas, analysed: gpd.GeoDataFrame) -> np.ndarray:
    """Net plots that reach outside what was analysed for some kind of hazard."""
    outside = np.zeros(len(net), dtype=bool)
    for _, of_kind in analysed.groupby("hazard_kind_code", sort=True):
        whole = shapely.union_all(of_kind.geometry.to_numpy())
        shapely.prepare(whole)
        asked = np.flatnonzero((net_m2 > 0) & ~outside)
        asked = asked[~shapely.covers(whole, net[asked])]
        i, _, area = overlap_areas(net[asked], np.array([whole]))
        missed = net_m2[asked] - np.bincount(i, area, minlength=len(asked))
        is_out = (missed > _UNCOVERED_SHARE * net_m2[asked]) & (missed > _UNCOVERED_M2)
        outside[asked[is_out]] = True
    return outside
