"""Overlays of polygon layers as arrays: geometries in, pair arrays out; linear in the input.

What makes it fast: large polygons are cut into small pieces before they meet the other layer
(`subdivide`), pairs come from a tree, a prepared predicate settles the pairs that lie wholly
inside, and GEOS cuts only what a boundary really crosses.
"""

from __future__ import annotations

import numpy as np
import shapely

from boligplan_geo._geos import (
    NOISE_M2,
    Areas,
    Geometries,
    Indices,
    half_boxes,
    intersection,
    join,
    merge_pairs,
    no_geometries,
    none,
    only_polygons,
    polygons,
    union_by,
    valid,
)
from boligplan_geo._partition import Cells, partition

__all__ = [
    "NOISE_M2",
    "Areas",
    "Cells",
    "Geometries",
    "Indices",
    "join",
    "largest_piece_m2",
    "merge_pairs",
    "overlap_areas",
    "overlap_pieces",
    "partition",
    "subdivide",
    "union_by",
]


def subdivide(geometries: Geometries, *, max_vertices: int = 64) -> tuple[Geometries, Indices]:
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
    while len(queue):
        small = shapely.get_num_coordinates(queue) <= max_vertices
        small |= shapely.area(queue) < NOISE_M2  # cannot be cut for ever
        done.append(queue[small])
        done_owner.append(owner[small])
        queue, owner = queue[~small], owner[~small]
        halves = intersection(np.repeat(queue, 2), half_boxes(queue))
        queue, part = polygons(halves)
        owner = np.repeat(owner, 2)[part]
    pieces = np.concatenate([*done, no_geometries()])
    owner = np.concatenate([*done_owner, none()])
    order = np.argsort(owner, kind="stable")
    return pieces[order], owner[order]


def overlap_pieces(left: Geometries, right: Geometries) -> tuple[Indices, Indices, Geometries]:
    """Intersect each left polygon with each right polygon that shares area with it.

    Parameters
    ----------
    left, right : array of Polygon or MultiPolygon
        `left` may be many (plots), `right` few and large (plan areas); invalid ones are
        repaired, missing ones overlap nothing.

    Returns
    -------
    i, j : arrays of int
        Into `left` and `right`, sorted by `i`, then `j`; each pair once.
    geometry : array of Polygon or MultiPolygon
        Their common land; the left geometry itself where it lies wholly inside.

    Examples
    --------
    >>> plots = shapely.box([0, 10], 0, [10, 20], 10)
    >>> i, j, common = overlap_pieces(plots, np.array([shapely.box(5, 0, 50, 50)]))
    >>> i.tolist(), j.tolist(), shapely.area(common).tolist()
    ([0, 1], [0, 0], [50.0, 100.0])
    """
    left, right = valid(left), valid(right)
    inside, crossing, cut = _overlaps(left, right)
    i, j, common = merge_pairs(crossing[0], crossing[1], cut)
    i, j = np.concatenate([inside[0], i]), np.concatenate([inside[1], j])
    common = np.concatenate([left[inside[0]], common])
    order = np.lexsort((j, i))
    return i[order], j[order], common[order]


def overlap_areas(left: Geometries, right: Geometries) -> tuple[Indices, Indices, Areas]:
    """Areas that each left polygon shares with each right polygon [m²]; see `overlap_pieces`.

    Examples
    --------
    >>> i, j, area = overlap_areas(shapely.box([0], 0, 10, 10), shapely.box([5, 90], 0, 99, 99))
    >>> i.tolist(), j.tolist(), area.tolist()
    ([0], [0], [50.0])
    """
    left, right = valid(left), valid(right)
    inside, crossing, cut = _overlaps(left, right)
    i, j = (np.concatenate([a, b]) for a, b in zip(inside, crossing, strict=True))
    area = np.concatenate([shapely.area(left[inside[0]]), shapely.area(cut)])
    pair, position = np.unique(i * max(len(right), 1) + j, return_inverse=True)
    total = np.asarray(np.bincount(position, weights=area, minlength=len(pair)), dtype=np.float64)
    return pair // max(len(right), 1), pair % max(len(right), 1), total


def largest_piece_m2(geometries: Geometries) -> Areas:
    """Area of the largest connected part of each geometry [m²]; 0 where it is empty.

    Examples
    --------
    >>> two = shapely.union(shapely.box(0, 0, 1, 1), shapely.box(5, 0, 7, 1))
    >>> largest_piece_m2(np.array([two, None])).tolist()
    [2.0, 0.0]
    """
    parts, owner = shapely.get_parts(geometries, return_index=True)
    largest = np.zeros(len(geometries))
    np.maximum.at(largest, owner, shapely.area(parts))
    return largest


def _overlaps(
    left: Geometries, right: Geometries
) -> tuple[tuple[Indices, Indices], tuple[Indices, Indices], Geometries]:
    """Pairs wholly inside, pairs a boundary crosses (a piece each), and what was cut for these."""
    pieces, owner = subdivide(right)
    tree = shapely.STRtree(left)
    k, i = tree.query(pieces)
    known = np.unique(i * max(len(right), 1) + owner[k])
    whole_i, whole_j = known // max(len(right), 1), known % max(len(right), 1)
    shapely.prepare(right)
    is_inside = shapely.covers(right[whole_j], left[whole_i])
    inside = (whole_i[is_inside], whole_j[is_inside])
    crossing = ~np.isin(i * max(len(right), 1) + owner[k], known[is_inside])
    k, i = k[crossing], i[crossing]
    cut = _common(left[i], pieces[k])
    kept = shapely.area(cut) > 0
    return inside, (i[kept], owner[k[kept]]), only_polygons(cut[kept])


def _common(left: Geometries, pieces: Geometries) -> Geometries:
    """Common land of pairs; a piece wholly inside, as a house on its plot, is not cut."""
    box, inner = shapely.bounds(left), shapely.bounds(pieces)
    fits = (box[:, :2] <= inner[:, :2]).all(axis=1) & (inner[:, 2:] <= box[:, 2:]).all(axis=1)
    shapely.prepare(left[fits])
    fits[fits] = shapely.covers(left[fits], pieces[fits])
    rest = np.flatnonzero(~fits)
    shapely.prepare(pieces[rest])
    rest = rest[shapely.intersects(pieces[rest], left[rest])]
    common = np.where(fits, pieces, None)
    common[rest] = intersection(left[rest], pieces[rest])
    return common
