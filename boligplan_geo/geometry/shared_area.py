"""Area that two polygons share, from their edges alone; behind `geometry`.

For polygons A and B the shared area is a sum over pairs of an edge of A and an edge of B, of the
integral of ``min(y_a - y_b, 0)`` over the x that both span, with the signs of their directions.
No topology is computed, so it cannot fail on odd shapes and is as exact as the coordinates. Most
pairs of plots and plan areas only touch: they cost no overlay.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray

from boligplan_geo.geometry.geos import Areas, Geometries, Indices

#: Edges looked at together: small enough for the processor's cache. Threads would not help, as
#: so short steps mostly wait for Python's lock.
_EDGES_AT_ONCE = 100_000


class Edges(NamedTuple):
    """Edges of polygons, from left to right; those of polygon p are ``first[p]:first[p + 1]``.

    Attributes
    ----------
    first : array of int
        One longer than there are polygons.
    x0, y0, x1, y1 : arrays
        Ends, ``x0 < x1``, from an origin of the caller's choice [m].
    sign : array
        1 where the polygon lies below the edge, -1 where above.
    bottom, top : arrays
        Lower and upper of ``y0`` and ``y1`` [m].
    """

    first: Indices
    x0: Areas
    y0: Areas
    x1: Areas
    y1: Areas
    sign: Areas
    bottom: Areas
    top: Areas


def edges(polygons: Geometries, origin: NDArray[np.float64]) -> Edges:
    """Edges of single polygons from `origin`; vertical ones bound no area and are left out."""
    xy, owner = shapely.get_coordinates(polygons, return_index=True)
    x, y = np.ascontiguousarray((xy - origin).T)
    ring, is_hole = rings(polygons, owner)
    follows = ring[1:] == ring[:-1]
    cross = np.where(follows, x[:-1] * y[1:] - x[1:] * y[:-1], 0.0)
    area = np.bincount(ring[:-1], cross, minlength=len(is_hole))
    is_turned = (area > 0) == is_hole  # land should lie to the left of every ring
    start = np.flatnonzero(follows & (x[1:] != x[:-1]))
    count = np.bincount(owner[start], minlength=len(polygons))
    first = np.concatenate([[0], np.cumsum(count)])
    x0, y0, x1, y1 = x[start], y[start], x[start + 1], y[start + 1]
    back = x0 > x1  # with land to its left such an edge has the polygon below it
    return Edges(
        first,
        np.where(back, x1, x0),
        np.where(back, y1, y0),
        np.where(back, x0, x1),
        np.where(back, y0, y1),
        np.where(back != is_turned[ring[start]], 1.0, -1.0),
        np.minimum(y0, y1),
        np.maximum(y0, y1),
    )


def rings(polygons: Geometries, owner: Indices) -> tuple[Indices, NDArray[np.bool_]]:
    """Ring of each vertex (`owner`: its polygon), and which rings are holes."""
    holes = np.where(shapely.is_missing(polygons), 0, shapely.get_num_interior_rings(polygons))
    size = np.bincount(owner, minlength=len(polygons))
    shell = np.cumsum(holes + 1) - holes - 1
    sizes = np.zeros(int((holes + 1).sum()), dtype=np.intp)
    sizes[shell] = size
    is_hole = np.ones(len(sizes), dtype=bool)
    is_hole[shell] = False
    pierced = np.flatnonzero(holes)
    if len(pierced):
        ring, of = shapely.get_rings(polygons[pierced], return_index=True)
        within = np.arange(len(of)) - np.searchsorted(of, of)
        sizes[shell[pierced][of] + within] = shapely.get_num_coordinates(ring)
    return np.repeat(np.arange(len(sizes)), sizes), is_hole


def shared_areas(left: Geometries, right: Geometries, i: Indices, j: Indices) -> Areas:
    """Area that ``left[i]`` and ``right[j]`` share [m²], for pairs of single polygons.

    Exact but for rounding, about 1e-8 m²; small negative numbers are 0.

    Examples
    --------
    >>> a, b = shapely.box([0, 20], 0, [10, 30], 10), shapely.box([5], 0, 25, 4)
    >>> shared_areas(a, b, np.array([0, 1]), np.array([0, 0])).tolist()
    [20.0, 20.0]
    """
    if not len(i):
        return np.zeros(0)
    origin = np.floor(shapely.total_bounds(left)[:2])
    of_left, of_right = edges(left, origin), edges(right, origin)
    left_box, right_box = (shapely.bounds(side) - np.tile(origin, 2) for side in (left, right))
    work = np.cumsum(np.diff(of_left.first)[i] + np.diff(of_right.first)[j] + 4)
    cuts = np.flatnonzero(np.diff(work // _EDGES_AT_ONCE)) + 1
    areas = [
        _areas(of_left, of_right, a, b, _meeting(left_box[a], right_box[b]))
        for a, b in zip(np.split(i, cuts), np.split(j, cuts), strict=True)
    ]
    return np.concatenate(areas)


def _meeting(left: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    """West, south of the left, east, north of the right box, where the two meet: by pair."""
    west, east = np.maximum(left[:, 0], right[:, 0]), np.minimum(left[:, 2], right[:, 2])
    return np.column_stack([west, left[:, 1], east, right[:, 3]])


def _areas(left: Edges, right: Edges, i: Indices, j: Indices, box: NDArray[np.float64]) -> Areas:
    """Areas of a chunk of pairs; only edges that reach into `box` can add to them."""
    west, south, east, north = np.ascontiguousarray(box.T)
    pair, b = _members(right.first, j)
    meets = (right.x0[b] < east[pair]) & (right.x1[b] > west[pair])
    meets &= right.top[b] > south[pair]  # an edge of B wholly below A takes nothing from it
    pair, b = pair[meets], b[meets]
    of_pair, a = _members(left.first, i)
    meets = (left.x0[a] < east[of_pair]) & (left.x1[a] > west[of_pair])
    meets &= left.bottom[a] < north[of_pair]
    of_pair, a = of_pair[meets], a[meets]
    first = np.searchsorted(of_pair, np.arange(len(i) + 1))
    row, place = _members(first, pair)
    a, b, pair = a[place], b[row], pair[row]
    low, high = np.maximum(left.x0[a], right.x0[b]), np.minimum(left.x1[a], right.x1[b])
    meets = np.flatnonzero((high > low) & (left.bottom[a] < right.top[b]))
    a, b, pair, low, high = a[meets], b[meets], pair[meets], low[meets], high[meets]
    a_low, a_high = _heights(left, a, low, high)
    b_low, b_high = _heights(right, b, low, high)
    below = _below(a_low - b_low, a_high - b_high)
    weights = left.sign[a] * right.sign[b] * below * (high - low)
    return np.maximum(np.bincount(pair, weights, minlength=len(i)), 0.0)


def _members(first: Indices, group: Indices) -> tuple[Indices, Indices]:
    """Positions in `group` and members ``first[g] … first[g + 1] - 1`` of each."""
    start = first[group]
    size = first[group + 1] - start
    row = np.repeat(np.arange(len(group)), size)
    member = np.arange(len(row)) + np.repeat(start - np.cumsum(size) + size, size)
    return row, member


def _heights(of: Edges, edge: Indices, low: Areas, high: Areas) -> tuple[Areas, Areas]:
    """Heights of edges at two x."""
    x0, y0 = of.x0[edge], of.y0[edge]
    rise = (of.y1[edge] - y0) / (of.x1[edge] - x0)
    return y0 + rise * (low - x0), y0 + rise * (high - x0)


def _below(first: Areas, last: Areas) -> Areas:
    """Mean of ``min(d, 0)`` where d runs straight from `first` to `last`."""
    lower, upper = np.minimum(first, last), np.maximum(first, last)
    with np.errstate(divide="ignore", invalid="ignore"):
        crossing = lower * lower / (2.0 * (lower - upper))
    return np.where(upper <= 0.0, (lower + upper) / 2.0, np.where(lower < 0.0, crossing, 0.0))
