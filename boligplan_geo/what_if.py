"""What if there were a path here, or a stop there: a changed municipality to analyse again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from boligplan_geo.errors import Note, texts

if TYPE_CHECKING:
    from boligplan_geo.municipality import Municipality


def add_link(
    town: Municipality,
    line: shapely.LineString,
    *,
    kind: str = "path",
    medium_code: str | None = None,
    snap_m: float = 5.0,
) -> Municipality:
    """Add a walkable link to the network.

    Parameters
    ----------
    town : Municipality
    line : LineString
        In the town's CRS; heights are taken from it, else from the terrain.
    kind : str
        A kind of ``codes/network_kinds.csv``: ``path``, ``steps``, ``residential`` …
    medium_code : str, optional
        ``L`` for a bridge, ``U`` for an underpass: straight between its ends.
    snap_m : float
        An end this close to a line of the network is moved onto it [m].

    Returns
    -------
    Municipality
        A new one; `town` is unchanged. Its notes say what was added.

    Raises
    ------
    ValueError
        Where the town has no network, the kind is unknown, or neither end meets the network.

    Examples
    --------
    >>> from boligplan_geo.municipality import Municipality
    >>> crs = "EPSG:25833"
    >>> plots = gpd.GeoDataFrame(geometry=[shapely.box(0, 0, 9, 9)], index=["1/1"], crs=crs)
    >>> street = shapely.LineString([(0, 0), (80, 0)])
    >>> lines = gpd.GeoDataFrame(geometry=[street], index=["E1"], crs=crs)
    >>> town = Municipality("Toy", "9999", crs, plots, network=lines)
    >>> add_link(town, shapely.LineString([(40, 1), (40, 60)])).notes[-1].text("en")
    'What if: a walking link of 60 m is added to network (what-if-1)'
    """
    if town.network is None:
        raise ValueError("needs a town with a network layer; this one has none")
    if kind not in texts("network_kinds"):
        known = ", ".join(sorted(texts("network_kinds")))
        raise ValueError(f"needs a kind of codes/network_kinds.csv ({known}); given {kind!r}")
    joined, met = _joined(line, town.network.geometry.to_numpy(), snap_m)
    if not met:
        raise ValueError(f"needs an end within {snap_m:g} m of the network; neither is")
    values = {"kind_code": kind, "medium_code": medium_code, "is_walkable": True}
    network, row_id = _with_row(town.network, joined, values)
    note = Note("what_if_link", "network", (row_id,), {"metres": f"{joined.length:.0f}"})
    return replace(town, network=network, notes=(*town.notes, note))


def add_stop(
    town: Municipality,
    point: shapely.Point,
    *,
    departures_per_hour: float,
    name: str = "what-if",
) -> Municipality:
    """Add a public transport stop.

    Parameters
    ----------
    town : Municipality
    point : Point
        In the town's CRS.
    departures_per_hour : float
        Departures an hour, all directions together.
    name : str
        Shown on maps and in notes.

    Returns
    -------
    Municipality
        A new one; `town` is unchanged. Its notes say what was added.

    Raises
    ------
    ValueError
        Where `departures_per_hour` is negative or not a number.

    Examples
    --------
    >>> from boligplan_geo.municipality import Municipality
    >>> plots = gpd.GeoDataFrame(geometry=[shapely.box(0, 0, 9, 9)], index=["1/1"], crs=25833)
    >>> town = Municipality("Toy", "9999", "EPSG:25833", plots)
    >>> add_stop(town, shapely.Point(5, 5), departures_per_hour=4).stops.index.tolist()
    ['what-if-1']
    """
    if not departures_per_hour >= 0:
        raise ValueError(f"needs departures_per_hour of 0 or more; given {departures_per_hour}")
    stops = town.stops
    if stops is None:
        stops = gpd.GeoDataFrame(geometry=[], index=pd.Index([], name="stop_id"), crs=town.crs)
    values = {"stop_name": name, "departures_per_hour": float(departures_per_hour)}
    changed, row_id = _with_row(stops, point, values)
    note = Note("what_if_stop", "stops", (row_id,), {"departures": f"{departures_per_hour:g}"})
    return replace(town, stops=changed, notes=(*town.notes, note))


def _joined(
    line: shapely.LineString, network: np.ndarray, snap_m: float
) -> tuple[shapely.LineString, int]:
    """The line with its ends moved onto the nearest line of the network; how many were."""
    xyz = shapely.get_coordinates(line, include_z=line.has_z)
    tree, met = shapely.STRtree(network), 0
    for end in (0, -1):
        point = shapely.Point(xyz[end, :2])
        near = tree.query_nearest(point, max_distance=snap_m, all_matches=False)
        if near.size:
            target = network[near[0]]
            spot = shapely.line_interpolate_point(target, shapely.line_locate_point(target, point))
            xyz[end, :2] = shapely.get_coordinates(spot)[0]
            met += 1
    return shapely.LineString(xyz), met


def _with_row(
    frame: gpd.GeoDataFrame, geometry: shapely.Geometry, values: Mapping[str, object]
) -> tuple[gpd.GeoDataFrame, str]:
    """Append one row under a free id ``what-if-<n>``; columns the layer lacks are added."""
    taken = set(frame.index.astype(str))
    number = next(n for n in range(1, len(taken) + 2) if f"what-if-{n}" not in taken)
    row_id = f"what-if-{number}"
    index = pd.Index([*frame.index, row_id], name=frame.index.name)
    given = {name: value for name, value in values.items() if value is not None}
    shape_column = frame.geometry.name
    columns = {
        name: pd.Series([*frame[name], given.get(name)], index=index)
        for name in frame.columns.drop(shape_column)
    }
    for name in given:
        if name not in columns:
            columns[name] = pd.Series([*[None] * len(frame), given[name]], index=index)
    columns[shape_column] = np.append(frame.geometry.to_numpy(), geometry)
    whole = gpd.GeoDataFrame(columns, geometry=shape_column, index=index, crs=frame.crs)
    return whole[[*frame.columns, *(c for c in given if c not in frame.columns)]], row_id
