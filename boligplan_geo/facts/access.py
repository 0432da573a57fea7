"""Minutes on foot from each plot to what daily life needs: network, slope and both directions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from boligplan_geo.geometry import on_one_plane
from boligplan_geo.network import WalkNetwork, build, minutes_to, minutes_to_own, snap

if TYPE_CHECKING:
    import geopandas as gpd

    from boligplan_geo.raster import Grid

#: Kinds of destination, in the order of their columns.
KINDS = ("centre", "stop", "grocery", "school", "kindergarten", "health")

#: Kinds whose nearest one is named, for catchments and explanations.
NAMED = ("centre", "stop")


def table(
    plots: gpd.GeoDataFrame,
    network: WalkNetwork | gpd.GeoDataFrame | None,
    destinations: Mapping[str, gpd.GeoDataFrame | None],
    *,
    terrain: Grid | None = None,
    max_snap_m: float = 300.0,
) -> pd.DataFrame:
    """Minutes from each plot to the nearest destination of each kind, slope-true.

    Walks follow the network (Tobler's function; see `boligplan_geo.network`), never the air
    line. A plot meets the network at the point nearest to its representative point; the metres
    from its boundary to that line are walked on the flat and shown in ``access_snap_m``.

    Parameters
    ----------
    plots : GeoDataFrame, index ``plot_id``
    network : WalkNetwork, GeoDataFrame of lines, or None
        None where the layer was not given.
    destinations : mapping of kind to GeoDataFrame
        Keys of `KINDS`; polygons count by their representative point. A missing key or None is
        a layer not given.
    terrain : Grid, optional
        Heights for lines without Z, where `network` is still lines.
    max_snap_m : float
        Farther from the network than this, a plot or destination is not reached [m].

    Returns
    -------
    DataFrame, index of `plots`
        ``access_<kind>_min`` from the plot; ``access_centre_from_min`` back from that centre;
        ``access_centre_id`` and ``access_stop_id``; ``access_snap_m``; ``access_reason``.
        NaN and None where unknown or unreachable.

    Examples
    --------
    >>> import geopandas as gpd, shapely
    >>> plots = gpd.GeoDataFrame(geometry=[shapely.box(0, 0, 20, 20)], index=["1/1"])
    >>> street = gpd.GeoDataFrame(geometry=[shapely.LineString([(0, 0, 5), (90, 0, 12)])])
    >>> stops = gpd.GeoDataFrame(geometry=[shapely.Point(90, 0)], index=["S1"])
    >>> table(plots, street, {"stop": stops})[["access_stop_min", "access_stop_id"]].round(2)
         access_stop_min access_stop_id
    1/1             1.25             S1
    """
    on_one_plane(plots=plots, **destinations)
    out = pd.DataFrame(index=plots.index)
    missing = [kind for kind in KINDS if destinations.get(kind) is None]
    if network is None:
        return _all_missing(out)
    net = network if isinstance(network, WalkNetwork) else build(network, terrain=terrain)
    places = snap(net, plots.geometry.to_numpy(), max_snap_m=max_snap_m)
    reasons = {"layer_missing": np.full(len(plots), bool(missing))}
    for code in ("no_destination", "unreachable"):
        reasons[code] = np.zeros(len(plots), dtype=bool)
    for kind in KINDS:
        given = destinations.get(kind)
        # by id, so that ties and results do not hang on the order of the rows
        frame = None if given is None else given.iloc[np.argsort(given.index.astype(str))]
        if frame is None or frame.empty:
            minutes, nearest = np.full(len(plots), np.nan), np.full(len(plots), -1)
        else:
            goals = snap(net, frame.geometry.to_numpy(), max_snap_m=max_snap_m)
            minutes, nearest = minutes_to(net, places, goals)
        out[f"access_{kind}_min"] = minutes
        if frame is not None:
            cause = "no_destination" if frame.empty else "unreachable"
            reasons[cause] |= np.isnan(minutes)
        if kind in NAMED:
            out[f"access_{kind}_id"] = _names(frame, nearest)
        if kind == "centre":
            back = np.full(len(plots), np.nan)
            if frame is not None and not frame.empty:
                back = minutes_to_own(net.backwards(), places, goals, nearest, minutes)
            out["access_centre_from_min"] = back
    out["access_snap_m"] = places.snap_m
    out["access_reason"] = _joined(reasons)
    return out


def _names(frame: pd.DataFrame | None, nearest: np.ndarray) -> np.ndarray:
    names = np.full(len(nearest), None, dtype=object)
    if frame is not None:
        found = nearest >= 0
        names[found] = frame.index.to_numpy()[nearest[found]]
    return names


def _all_missing(out: pd.DataFrame) -> pd.DataFrame:
    for kind in KINDS:
        out[f"access_{kind}_min"] = np.nan
    out["access_centre_from_min"] = np.nan
    for kind in NAMED:
        out[f"access_{kind}_id"] = None
    out["access_snap_m"] = np.nan
    out["access_reason"] = "layer_missing"
    return out


def _joined(reasons: Mapping[str, np.ndarray]) -> np.ndarray:
    """Reason codes that hold, joined by ``;``; None where none does."""
    size = len(next(iter(reasons.values())))
    text = np.full(size, "", dtype=object)
    for code, holds in reasons.items():
        text[holds] = np.where(text[holds] == "", code, text[holds] + ";" + code)
    text[text == ""] = None
    return text
