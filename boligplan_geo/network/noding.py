"""Where lines of a walking network meet: at ends and touches, never at mere crossings."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components


@dataclass(frozen=True, eq=False)
class Edges:
    """Lines cut where they meet.

    Parameters
    ----------
    line : (edges,) int array
        Position of the line each edge is a piece of; sorted.
    from_m, to_m : (edges,) float arrays
        Where along the line the edge begins and ends, horizontally [m].
    start, end : (edges,) int arrays
        Node at the begin and the end.
    node_xy : (nodes, 2) float array
    """

    line: np.ndarray
    from_m: np.ndarray
    to_m: np.ndarray
    start: np.ndarray
    end: np.ndarray
    node_xy: np.ndarray


def edges(
    lines: np.ndarray, level: np.ndarray, *, touch_m: float = 0.05, touch_height_m: float = 2.0
) -> Edges:
    """Cut lines where they meet and number the nodes.

    Lines meet where their end points coincide; where an end point touches another line; and
    where both have a vertex at the same place. The last two only at the same height: within
    `touch_height_m` where both heights are known; else on the same level, or where a bridge
    or tunnel ends on a line on the ground. A bridge over a road shares no node with it.

    Parameters
    ----------
    lines : array of LineString
        Z, where they have one, is height [m].
    level : int array
        0 on the ground, above it positive, below it negative.
    touch_m : float
        Points this close coincide [m].
    touch_height_m : float
        Less than the clearance under any bridge one can walk below [m].

    Examples
    --------
    >>> cross = shapely.from_wkt(["LINESTRING (0 0, 10 0)", "LINESTRING (5 -5, 5 5)"])
    >>> len(edges(cross, np.array([0, 0])).line)
    2
    >>> tee = shapely.from_wkt(["LINESTRING (0 0, 10 0)", "LINESTRING (5 0, 5 5)"])
    >>> len(edges(tee, np.array([0, 0])).line)
    3
    """
    length = shapely.length(lines)
    # records 2i and 2i + 1 are the ends of line i; further ones are places along lines
    line = np.repeat(np.arange(len(lines)), 2)
    along = np.column_stack([np.zeros(len(lines)), length]).ravel()
    met_a: list[np.ndarray] = []
    met_b: list[np.ndarray] = []
    for a_line, a_along, b_line, b_along in (
        _end_touches(lines, level, length, touch_m, touch_height_m),
        _shared_vertices(lines, level, touch_height_m),
    ):
        for where, at, met in ((a_line, a_along, met_a), (b_line, b_along, met_b)):
            record = np.arange(len(line), len(line) + len(where))
            record = np.where(at > length[where] - touch_m, 2 * where + 1, record)
            record = np.where(at < touch_m, 2 * where, record)
            line, along = np.concatenate([line, where]), np.concatenate([along, at])
            met.append(record)
    # places snapped to an end stay behind as records that nothing uses
    used = np.zeros(len(line), dtype=bool)
    used[: 2 * len(lines)] = True
    used[np.concatenate([*met_a, *met_b])] = True
    return _assemble(
        lines, line, along, used, np.concatenate(met_a), np.concatenate(met_b), touch_m
    )


def _same_height(
    za: np.ndarray, zb: np.ndarray, la: np.ndarray, lb: np.ndarray, touch_height_m: float
) -> np.ndarray:
    apart = np.abs(za - zb)
    return np.where(np.isnan(apart), la == lb, apart <= touch_height_m)


def _end_touches(
    lines: np.ndarray, level: np.ndarray, length: np.ndarray, touch_m: float, touch_height_m: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """End points on other lines: line and place of the end, line and place touched."""
    ends = np.column_stack([shapely.get_point(lines, 0), shapely.get_point(lines, -1)]).ravel()
    end, other = shapely.STRtree(lines).query(ends, predicate="dwithin", distance=touch_m)
    own = end // 2
    keep = own != other
    end, own, other = end[keep], own[keep], other[keep]
    at = shapely.line_locate_point(lines[other], ends[end])
    is_end = (at < touch_m) | (at > length[other] - touch_m)
    touched = shapely.get_z(shapely.line_interpolate_point(lines[other], at))
    landed = np.where(level[other] == 0, 0, level[own])
    same = _same_height(shapely.get_z(ends[end]), touched, landed, level[other], touch_height_m)
    # ends meet whatever their level: a bridge meets its road so
    keep = is_end | same
    return own[keep], ((end % 2) * length[own])[keep], other[keep], at[keep]


def _shared_vertices(
    lines: np.ndarray, level: np.ndarray, touch_height_m: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Vertices at one place (to the mm), pair by pair, where the height is the same too."""
    xyz, line = shapely.get_coordinates(lines, include_z=True, return_index=True)
    along = distance_along(xyz, line)
    key = np.rint(xyz[:, :2] * 1000).astype(np.int64)
    # among vertices at one place, by height and level: then neighbours in the order may meet
    order = np.lexsort((along, line, level[line], xyz[:, 2], key[:, 1], key[:, 0]))
    a, b = order[:-1], order[1:]
    same = (key[a] == key[b]).all(axis=1) & ((line[a] != line[b]) | (along[a] != along[b]))
    same &= _same_height(xyz[a, 2], xyz[b, 2], level[line[a]], level[line[b]], touch_height_m)
    a, b = a[same], b[same]
    return line[a], along[a], line[b], along[b]


def distance_along(xyz: np.ndarray, line: np.ndarray) -> np.ndarray:
    """Horizontal distance of each vertex from the start of its line [m]."""
    step = np.hypot(np.diff(xyz[:, 0], prepend=0.0), np.diff(xyz[:, 1], prepend=0.0))
    is_first = np.diff(line, prepend=-1) != 0
    step[is_first] = 0.0
    total = np.cumsum(step)
    return total - total[is_first][np.cumsum(is_first) - 1]


def _assemble(
    lines: np.ndarray,
    line: np.ndarray,
    along: np.ndarray,
    used: np.ndarray,
    met_a: np.ndarray,
    met_b: np.ndarray,
    touch_m: float,
) -> Edges:
    """Make one cut of the records that lie together, one node of the cuts that meet."""
    records = np.flatnonzero(used)
    records = records[np.lexsort((records >= 2 * len(lines), along[records], line[records]))]
    is_end = records < 2 * len(lines)
    new_line = np.diff(line[records], prepend=-1) != 0
    far = np.diff(along[records], prepend=-np.inf) >= touch_m
    is_cut = new_line | is_end | far
    cut = np.empty(len(line), dtype=np.int64)
    cut[records] = np.cumsum(is_cut) - 1
    cut_line, cut_along = line[records][is_cut], along[records][is_cut]
    count = len(cut_line)
    meets = coo_array((np.ones(len(met_a)), (cut[met_a], cut[met_b])), shape=(count, count))
    _, node = connected_components(meets, directed=False)
    _, first_cut = np.unique(node, return_index=True)
    places = shapely.line_interpolate_point(lines[cut_line[first_cut]], cut_along[first_cut])
    first = np.flatnonzero(cut_line[1:] == cut_line[:-1])
    return Edges(
        cut_line[first],
        cut_along[first],
        cut_along[first + 1],
        node[first],
        node[first + 1],
        shapely.get_coordinates(places),
    )
