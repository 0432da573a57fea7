"""Quickest walks on a noded network: one reverse Dijkstra from all destinations at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

if TYPE_CHECKING:
    from boligplan_geo.network import WalkNetwork

_SEARCHES_AT_ONCE = 16  # each takes a row of minutes, one a node


@dataclass(frozen=True, eq=False)
class Snaps:
    """Where geometries meet the network.

    Parameters
    ----------
    axis_m : (n,) float array
        Place on the network's axis; NaN where it is farther than allowed.
    edge : (n,) int array
        Edge of that place; -1 where there is none.
    snap_m : (n,) float array
        Metres from the geometry to the line; NaN where the network is empty.
    """

    axis_m: np.ndarray
    edge: np.ndarray
    snap_m: np.ndarray

    def at(self, which: np.ndarray | list[int]) -> Snaps:
        """Some of them."""
        return Snaps(self.axis_m[which], self.edge[which], self.snap_m[which])


def minutes_to(
    net: WalkNetwork, places: Snaps, destinations: Snaps
) -> tuple[np.ndarray, np.ndarray]:
    """Minutes on foot from each place to the destination it reaches soonest.

    One Dijkstra over the reversed network from all destinations at once; from a place midway
    on an edge the walk goes on to either end, or straight along the edge to a destination on
    it. The metres to and from the network are walked at the flat speed.

    Returns
    -------
    minutes : (places,) float array
        NaN where no destination can be reached.
    nearest : (places,) int array
        Position of that destination; -1 where there is none.

    Examples
    --------
    >>> import geopandas as gpd, shapely
    >>> from boligplan_geo.network import build, snap
    >>> hill = gpd.GeoDataFrame(geometry=shapely.from_wkt(["LINESTRING Z (0 0 0, 100 0 10)"]))
    >>> net = build(hill)
    >>> low, high = (snap(net, np.array([shapely.Point(x, 0)])) for x in (0, 100))
    >>> minutes_to(net, low, high)[0].round(3), minutes_from(net, low, high)[0].round(3)
    (array([1.69]), array([1.191]))
    """
    off_min = 60.0 / 1000.0 / net.flat_kmh
    return _walked(net, places, destinations, *_node_minutes(net, destinations, off_min))


def minutes_to_own(
    net: WalkNetwork, places: Snaps, destinations: Snaps, own: np.ndarray, back_min: np.ndarray
) -> np.ndarray:
    """Minutes from each place to one destination, its own; NaN where it has none.

    Parameters
    ----------
    own : (places,) int array
        Position of each place's destination; -1 where it has none.
    back_min : (places,) float array
        Minutes of the walk back from there: no search need go farther than the slower way of
        walking the same streets, so that many destinations do not search the whole town each.
    """
    off_min = 60.0 / 1000.0 / net.flat_kmh
    graph, goals = _graph_to(net, destinations, off_min)
    nodes, slower = len(net.node_xy), _slower_ratio(net)
    out = np.full(len(own), np.nan)
    asked = np.unique(own[own >= 0])
    for start in range(0, len(asked), _SEARCHES_AT_ONCE):
        some = asked[start : start + _SEARCHES_AT_ONCE]
        limit = slower * np.nanmax(back_min[np.isin(own, some)]) + 1.0
        sources = nodes + np.searchsorted(goals, some)
        found = dijkstra(graph, indices=sources, limit=limit)[:, :nodes]
        for goal, node_min in zip(some, found, strict=True):
            mine = np.flatnonzero(own == goal)
            first = np.zeros(nodes, dtype=np.intp)
            out[mine] = _walked(net, places.at(mine), destinations.at([goal]), node_min, first)[0]
    return out


def _slower_ratio(net: WalkNetwork) -> float:
    """How much longer the slower way along any stretch takes than the quicker one."""
    there, back = np.diff(net.with_min), np.diff(net.against_min)
    quick, slow = np.minimum(there, back), np.maximum(there, back)
    return float((slow[quick > 0] / quick[quick > 0]).max(initial=1.0))


def _walked(
    net: WalkNetwork,
    places: Snaps,
    destinations: Snaps,
    node_min: np.ndarray,
    node_nearest: np.ndarray,
) -> tuple[np.ndarray, np.ndarray]:
    """Minutes from places and the destination reached, given those of every node."""
    off_min = 60.0 / 1000.0 / net.flat_kmh
    ways = []
    on = np.flatnonzero(places.edge >= 0)
    edge, at = places.edge[on], places.axis_m[on]
    for node, end_m in (
        (net.edge_start[edge], net.edge_from_m[edge]),
        (net.edge_end[edge], net.edge_to_m[edge]),
    ):
        ways.append((on, node_min[node] + net.along_min(at, end_m), node_nearest[node]))
    ways.append(_same_edge(net, places, destinations, off_min))
    who, took, nearest = (np.concatenate(column) for column in zip(*ways, strict=True))
    # ties to the first destination; rounding must not decide them
    order = np.lexsort((nearest, np.round(took, 9), who))
    order = order[(np.diff(who[order], prepend=-1) != 0) & np.isfinite(took[order])]
    minutes = np.full(len(places.edge), np.nan)
    minutes[who[order]] = took[order] + places.snap_m[who[order]] * off_min
    reached = np.full(len(places.edge), -1)
    reached[who[order]] = nearest[order]
    return minutes, reached


def minutes_from(
    net: WalkNetwork, places: Snaps, destinations: Snaps
) -> tuple[np.ndarray, np.ndarray]:
    """Minutes on foot to each place from the destination that reaches it soonest.

    The reverse of `minutes_to`, which see: downhill where that is uphill.
    """
    return minutes_to(net.backwards(), places, destinations)


def _node_minutes(
    net: WalkNetwork, destinations: Snaps, off_min: float
) -> tuple[np.ndarray, np.ndarray]:
    """Minutes from every node to its nearest destination, and which (-1: none)."""
    nodes = len(net.node_xy)
    graph, goal = _graph_to(net, destinations, off_min)
    if not goal.size:
        return np.full(nodes, np.inf), np.full(nodes, -1)
    virtual = nodes + np.arange(len(goal))
    minutes, _, source = dijkstra(graph, indices=virtual, min_only=True, return_predecessors=True)
    source = source[:nodes]
    return minutes[:nodes], np.where(source >= 0, goal[np.maximum(source - nodes, 0)], -1)


def _graph_to(
    net: WalkNetwork, destinations: Snaps, off_min: float
) -> tuple[csr_array, np.ndarray]:
    """The network turned round, a node more for each destination on it, and which those are."""
    nodes = len(net.node_xy)
    goal = np.flatnonzero(destinations.edge >= 0)
    edge, at = destinations.edge[goal], destinations.axis_m[goal]
    last_min = destinations.snap_m[goal] * off_min
    virtual = nodes + np.arange(len(goal))
    tail, head, took = net.arcs
    graph = _reversed_graph(
        np.concatenate([tail, net.edge_start[edge], net.edge_end[edge]]),
        np.concatenate([head, virtual, virtual]),
        np.concatenate(
            [
                took,
                net.along_min(net.edge_from_m[edge], at) + last_min,
                net.along_min(net.edge_to_m[edge], at) + last_min,
            ]
        ),
        nodes + len(goal),
    )
    return graph, goal


def _reversed_graph(tail: np.ndarray, head: np.ndarray, took: np.ndarray, size: int) -> csr_array:
    """Arcs turned round; of parallel ones the quickest (a sparse matrix would add them)."""
    order = np.lexsort((took, tail, head))
    tail, head, took = tail[order], head[order], took[order]
    is_first = (np.diff(head, prepend=-1) != 0) | (np.diff(tail, prepend=-1) != 0)
    starts = np.searchsorted(head[is_first], np.arange(size + 1))
    return csr_array((took[is_first], tail[is_first], starts), shape=(size, size))


def _same_edge(
    net: WalkNetwork, places: Snaps, destinations: Snaps, off_min: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Straight walks from places to the destinations on their own edge."""
    goal = np.argsort(destinations.edge, kind="stable")
    goal = goal[destinations.edge[goal] >= 0]
    on = np.flatnonzero(places.edge >= 0)
    first = np.searchsorted(destinations.edge[goal], places.edge[on], side="left")
    count = np.searchsorted(destinations.edge[goal], places.edge[on], side="right") - first
    place = np.repeat(on, count)
    step = np.arange(len(place)) - np.repeat(np.cumsum(count) - count, count)
    target = goal[np.repeat(first, count) + step]
    took = net.along_min(places.axis_m[place], destinations.axis_m[target])
    return place, took + destinations.snap_m[target] * off_min, target
