"""Walking on a network: slope-true minutes, both directions, from anywhere on an edge.

Positions on the network are one number: metres along all walkable lines laid end to end, with
a gap between them. Minutes are two running totals over that axis (walking with and against
the line), so that any stretch of an edge is a difference of two interpolations, and the
network walked backwards is the same network with the two totals exchanged.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import shapely
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from boligplan_geo.errors import Note
from boligplan_geo.network import profiles
from boligplan_geo.network.noding import edges
from boligplan_geo.network.shortest import Snaps, minutes_from, minutes_to, minutes_to_own

if TYPE_CHECKING:
    import geopandas as gpd

    from boligplan_geo.raster.grid import Grid

__all__ = ["Snaps", "WalkNetwork", "build", "minutes_from", "minutes_to", "minutes_to_own", "snap"]

#: Between lines on the axis, so that the end of one is not the start of the next [m].
GAP_M = 1.0


@dataclass(frozen=True, eq=False, repr=False)
class WalkNetwork:
    """Walkable lines, noded, with minutes both ways. Made by `build`.

    Parameters
    ----------
    lines : (lines,) array of LineString
        Walkable lines as delivered, in two dimensions.
    line_id, line_kind_code : (lines,) object arrays
        Index value of the source row; walking kind (``codes/network_kinds.csv``).
    line_from_m : (lines,) float array
        Where each line begins on the axis [m].
    is_enterable : (lines,) bool array
        False on bridges and in tunnels: nobody steps onto them midway.
    edge_line, edge_start, edge_end : (edges,) int arrays
        Line, first and last node of each edge; edges are in the order of the axis.
    edge_from_m, edge_to_m : (edges,) float arrays
        Begin and end on the axis [m].
    node_xy : (nodes, 2) float array
    axis_m, height_m, with_min, against_min : (points,) float arrays
        Profile over the axis: place, height (NaN unknown), minutes so far with the line and
        against it.
    flat_kmh : float
        Speed off the network, on the last metres to it [km/h].
    notes : tuple of Note
    """

    lines: np.ndarray
    line_id: np.ndarray
    line_kind_code: np.ndarray
    line_from_m: np.ndarray
    is_enterable: np.ndarray
    edge_line: np.ndarray
    edge_start: np.ndarray
    edge_end: np.ndarray
    edge_from_m: np.ndarray
    edge_to_m: np.ndarray
    node_xy: np.ndarray
    axis_m: np.ndarray
    height_m: np.ndarray
    with_min: np.ndarray
    against_min: np.ndarray
    flat_kmh: float
    notes: tuple[Note, ...] = ()

    def __repr__(self) -> str:
        km = float((self.edge_to_m - self.edge_from_m).sum()) / 1000
        parts = len(np.unique(self.node_component)) if len(self.node_xy) else 0
        size = f"{len(self.edge_line):,} edges, {len(self.node_xy):,} nodes, {km:,.1f} km"
        return f"Walking network: {size}, {parts} part{'' if parts == 1 else 's'}"

    def along_min(self, start_m: np.ndarray, end_m: np.ndarray) -> np.ndarray:
        """Minutes between two places of one line, straight along it."""
        if not len(self.axis_m):
            return np.full(len(start_m), np.nan)
        low, high = np.minimum(start_m, end_m), np.maximum(start_m, end_m)
        is_with = end_m >= start_m
        took = np.empty(len(low))
        for of, minutes in ((is_with, self.with_min), (~is_with, self.against_min)):
            ends = (np.interp(at[of], self.axis_m, minutes) for at in (high, low))
            took[of] = np.subtract(*ends)
        return took

    def backwards(self) -> WalkNetwork:
        """The network in which a walk takes as long as its reverse does here."""
        return replace(self, with_min=self.against_min, against_min=self.with_min)

    @cached_property
    def arcs(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """From node, to node and minutes of every edge in both directions."""
        return (
            np.concatenate([self.edge_start, self.edge_end]),
            np.concatenate([self.edge_end, self.edge_start]),
            np.concatenate(
                [
                    self.along_min(self.edge_from_m, self.edge_to_m),
                    self.along_min(self.edge_to_m, self.edge_from_m),
                ]
            ),
        )

    @cached_property
    def node_component(self) -> np.ndarray:
        """Number of the connected part each node belongs to."""
        count = len(self.node_xy)
        ones = np.ones(len(self.edge_start))
        graph = csr_array((ones, (self.edge_start, self.edge_end)), shape=(count, count))
        return connected_components(graph, directed=False)[1]

    @cached_property
    def entrances(self) -> tuple[shapely.STRtree, np.ndarray]:
        """Search tree over the lines one can step onto, and their positions in `lines`."""
        which = np.flatnonzero(self.is_enterable)
        return shapely.STRtree(self.lines[which]), which


def build(
    lines: gpd.GeoDataFrame,
    *,
    terrain: Grid | None = None,
    touch_m: float = 0.05,
    touch_height_m: float = 2.0,
    rise_step_m: float = 5.0,
    stairs_up_kmh: float = profiles.STAIRS_UP_KMH,
    stairs_down_kmh: float = profiles.STAIRS_DOWN_KMH,
) -> WalkNetwork:
    """Make a walking network of road and path lines as delivered (Elveg and the like).

    Closed to walkers are motorways, ferries and car tunnels (``codes/network_kinds.csv``),
    unless ``is_walkable`` says otherwise; unknown kinds are walkable, with a note. Lines meet
    at shared ends and where an end or a common vertex touches at the same height, never at
    mere crossings. Heights are the lines' own Z; else the terrain's, with bridges and tunnels
    straight between their ends; else the line is taken as flat, with a note.

    Parameters
    ----------
    lines : GeoDataFrame
        Columns used where present: ``kind_code``, ``medium_code`` (L bridge, U tunnel),
        ``level_code``, ``is_walkable``. The index is kept as `line_id`.
    terrain : Grid, optional
        In the lines' CRS.
    touch_m, touch_height_m : float
        Points this close are one place, horizontally and vertically [m].
    rise_step_m : float
        The rise is taken between vertices at least about this far apart, since noise of a few
        cm in dense heights would pass for steep ups and downs [m].
    stairs_up_kmh, stairs_down_kmh : float
        Horizontal speed on stairs, in place of Tobler's [km/h] (Weidmann 1993).

    Returns
    -------
    WalkNetwork

    Examples
    --------
    >>> import geopandas as gpd
    >>> hill = gpd.GeoDataFrame(geometry=shapely.from_wkt(["LINESTRING Z (0 0 0, 100 0 10)"]))
    >>> net = build(hill)
    >>> net
    Walking network: 1 edges, 2 nodes, 0.1 km, 1 part
    >>> net.arcs[2].round(3)
    array([1.69 , 1.191])
    """
    kept = profiles.walkable(lines)
    noded = edges(kept.lines, kept.level, touch_m=touch_m, touch_height_m=touch_height_m)
    flat = shapely.force_2d(kept.lines)
    length = shapely.length(flat)
    line_from_m = np.cumsum(length + GAP_M) - (length + GAP_M)
    edge_from_m = line_from_m[noded.line] + noded.from_m
    axis_m, height_m, is_guessed = profiles.heights(
        kept, noded, line_from_m, terrain=terrain, rise_step_m=rise_step_m
    )
    line_at = profiles.line_at(axis_m, line_from_m)
    with_min, against_min = profiles.running_minutes(
        axis_m,
        height_m,
        line_at,
        is_stairs=kept.kind_code == "stairs",
        speed_factor=kept.speed_factor,
        stairs_up_kmh=stairs_up_kmh,
        stairs_down_kmh=stairs_down_kmh,
    )
    net = WalkNetwork(
        lines=flat,
        line_id=kept.line_id,
        line_kind_code=kept.kind_code,
        line_from_m=line_from_m,
        is_enterable=kept.level == 0,
        edge_line=noded.line,
        edge_start=noded.start,
        edge_end=noded.end,
        edge_from_m=edge_from_m,
        edge_to_m=line_from_m[noded.line] + noded.to_m,
        node_xy=noded.node_xy,
        axis_m=axis_m,
        height_m=height_m,
        with_min=with_min,
        against_min=against_min,
        flat_kmh=float(profiles.tobler_kmh(np.zeros(1))[0]),
    )
    return replace(net, notes=(*kept.notes, *_notes(net, is_guessed)))


def _notes(net: WalkNetwork, is_guessed: np.ndarray) -> list[Note]:
    notes = []
    if is_guessed.any():
        ids = tuple(str(i) for i in net.line_id[is_guessed])
        notes.append(Note("network_flat", "network", ids))
    metres = np.bincount(
        net.node_component[net.edge_start], weights=net.edge_to_m - net.edge_from_m
    )
    if len(metres) > 1:
        share = f"{1 - metres.max() / metres.sum():.1%}"
        values: dict[str, object] = {"parts": len(metres), "share": share}
        notes.append(Note("network_parts", "network", values=values))
    return notes


def snap(
    net: WalkNetwork, geometries: gpd.GeoSeries | np.ndarray, *, max_snap_m: float = 300.0
) -> Snaps:
    """Place each geometry on the network.

    The place is the point of the nearest line that is nearest to the geometry's representative
    point; `snap_m` is the distance from the geometry itself, so a plot that touches its road
    has none. Bridges and tunnels are not stepped onto midway. Ties go to the line that the
    geometry is nearest to, then to the westernmost, southernmost place.

    Parameters
    ----------
    net : WalkNetwork
    geometries : GeoSeries or array
        Points, lines or polygons in the network's CRS.
    max_snap_m : float
        Farther than this is not on the network [m].

    Returns
    -------
    Snaps
        In the order of `geometries`.

    Examples
    --------
    >>> import geopandas as gpd
    >>> street = gpd.GeoDataFrame(geometry=[shapely.LineString([(0, 0), (90, 0)])])
    >>> snap(build(street), np.array([shapely.box(10, 5, 20, 15)])).snap_m
    array([5.])
    """
    shapes = np.asarray(geometries, dtype=object)
    axis_m, snap_m = np.full(len(shapes), np.nan), np.full(len(shapes), np.nan)
    points = shapely.point_on_surface(shapes)
    tree, which = net.entrances
    found, near = tree.query_nearest(points, all_matches=True)
    if found.size:
        near = which[near]
        apart = shapely.distance(shapes[found], net.lines[near])
        along = shapely.line_locate_point(net.lines[near], points[found])
        spot = np.zeros((len(found), 2))
        tied = np.flatnonzero(np.bincount(found)[found] > 1)
        at = shapely.line_interpolate_point(net.lines[near[tied]], along[tied])
        spot[tied] = np.round(shapely.get_coordinates(at), 6)
        order = np.lexsort((near, spot[:, 1], spot[:, 0], apart, found))
        order = order[np.diff(found[order], prepend=-1) != 0]
        snap_m[found[order]] = apart[order]
        axis_m[found[order]] = net.line_from_m[near[order]] + along[order]
    axis_m[~(snap_m <= max_snap_m)] = np.nan
    edge = np.searchsorted(net.edge_from_m, axis_m, side="right") - 1
    return Snaps(axis_m, np.where(np.isnan(axis_m), -1, np.maximum(edge, 0)), snap_m)
