"""What `facts.constraints` cannot know, and what should be looked at in the zones given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import geopandas as gpd
import numpy as np
import shapely

from boligplan_geo.errors import Note
from boligplan_geo.facts.constraints._losses import Laid
from boligplan_geo.geometry import Areas, Geometries, overlap_areas

#: Input layers that zones come from.
ZONE_LAYERS = ("plan_zones", "hazard_zones", "noise", "heritage", "coastline")

_UNCOVERED_SHARE, _UNCOVERED_M2 = 0.01, 5.0  # analysed areas may miss a plot by a sliver


def unknown(
    over: Laid,
    areas: gpd.GeoDataFrame,
    analysed: gpd.GeoDataFrame | None,
    layers_missing: Sequence[str],
) -> dict[str, np.ndarray]:
    """Net plots of which something that may take land is unknown, by reason."""
    is_land = over.net_m2 > 0
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
        found["outside_analysed_area"] = is_land & _outside(over.net, over.net_m2, analysed)
    elif "hazard_zones" in set(areas["layer"]):
        found["analysed_areas_missing"] = is_land
    return found


def joined(found: dict[str, np.ndarray], count: int) -> np.ndarray:
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
    >>> from boligplan_geo.facts.constraints import areas
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
