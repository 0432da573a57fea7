"""Large polygons cut to small ones before they meet another layer; behind `geometry`."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray

from boligplan_geo.geometry.geos import (
    DUST_M2,
    NOISE_M2,
    Areas,
    Geometries,
    Indices,
    intersection,
    no_geometries,
    none,
    polygons,
    valid,
)

#: Pieces of polygons and which polygon each is of, as `subdivide` gives them.
Pieces = tuple[Geometries, Indices]

_SAME_M = 1e-6  # where both halves of a polygon meet their cut


def subdivide(geometries: Geometries, *, max_vertices: int = 64) -> Pieces:
    """Cut polygons into pieces of at most `max_vertices` vertices by halving their boxes.

    Parameters
    ----------
    geometries : array of Polygon or MultiPolygon
        Missing and empty ones give no piece.
    max_vertices : int
        A piece with more is halved across its longer side again.

    Returns
    -------
    pieces : array of Polygon
        Of one geometry they do not overlap and cover it.
    owner_index : array of int
        Which geometry each piece comes from, ascending.

    Examples
    --------
    >>> circle = shapely.Point(0, 0).buffer(100, quad_segs=64)
    >>> pieces, owner = subdivide(np.array([circle]))
    >>> len(pieces) > 1, int(shapely.get_num_coordinates(pieces).max()) <= 64
    (True, True)
    >>> bool(np.isclose(shapely.area(pieces).sum(), circle.area))
    True
    """
    queue, owner = polygons(np.asarray(geometries, dtype=object))
    done: list[Geometries] = []
    done_owner: list[Indices] = []
    while True:
        small = shapely.get_num_coordinates(queue) <= max_vertices
        small |= shapely.area(queue) < NOISE_M2  # cannot be cut for ever
        done.append(queue[small])
        done_owner.append(owner[small])
        queue, owner = queue[~small], owner[~small]
        if not len(queue):
            break
        queue, part = polygons(_halves(queue))
        owner = np.repeat(owner, 2)[part]
    cut, part = polygons(valid(np.concatenate([*done[1:], no_geometries()])))
    pieces = np.concatenate([*done[:1], cut])
    owner = np.concatenate([*done_owner[:1], np.concatenate([*done_owner[1:], none()])[part]])
    order = np.argsort(owner, kind="stable")
    return pieces[order], owner[order]


def _halves(whole: Geometries) -> Geometries:
    """Two halves of each polygon, one after the other, across the longer side of its box.

    A clip to a box is ten times as fast as an overlay, but not made for odd cases, and rounds the
    two ends of a cut apart: what it gives is mended and measured, and cut anew where in doubt.
    It may touch itself; `subdivide` sees to that when all is cut.
    """
    bounds = shapely.bounds(whole)
    is_wide = (bounds[:, 2] - bounds[:, 0]) >= (bounds[:, 3] - bounds[:, 1])
    across = np.where(is_wide, 0, 1)
    row = np.arange(len(whole))
    middle = (bounds[row, across] + bounds[row, across + 2]) / 2
    boxes = np.repeat(bounds, 2, axis=0)
    boxes[2 * row, across + 2] = middle
    boxes[2 * row + 1, across] = middle
    # one call a box: there is none for arrays
    clipped = (shapely.clip_by_rect(whole[n // 2], *box) for n, box in enumerate(boxes.tolist()))
    halves = np.fromiter(clipped, dtype=object, count=len(boxes))
    in_doubt = ~_mended(halves, across, middle)
    sums = shapely.area(halves).reshape(-1, 2).sum(axis=1)
    in_doubt |= np.abs(sums - shapely.area(whole)) > DUST_M2
    again = np.flatnonzero(np.repeat(in_doubt, 2))
    halves[again] = intersection(whole[again // 2], shapely.box(*boxes[again].T))
    return halves


def _mended(halves: Geometries, across: Indices, middle: Areas) -> NDArray[np.bool_]:
    """Let both halves meet the cut in the very same places, in place; whether they do."""
    xy, half = shapely.get_coordinates(halves, return_index=True)
    pair = half // 2
    on_cut = np.flatnonzero(xy[np.arange(len(xy)), across[pair]] == middle[pair])
    half, along = half[on_cut], 1 - across[pair[on_cut]]
    order = np.lexsort((xy[on_cut, along], half))
    half, place = half[order], xy[on_cut, along][order]
    is_new = np.ones(len(order), dtype=bool)
    is_new[1:] = (half[1:] != half[:-1]) | (place[1:] != place[:-1])
    known, place = half[is_new], place[is_new]  # distinct places, those of a first half first
    count = np.bincount(known, minlength=len(halves))
    agrees: NDArray[np.bool_] = count[::2] == count[1::2]
    second = np.flatnonzero((known % 2 == 1) & agrees[known // 2])
    first = second - count[known[second]]
    apart = np.abs(place[second] - place[first]) > _SAME_M
    agrees[known[second[apart]] // 2] = False
    place[second] = place[first]
    xy[on_cut[order], along[order]] = place[np.cumsum(is_new) - 1]
    shapely.set_coordinates(halves, xy)
    return agrees
