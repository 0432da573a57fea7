"""Pairs of polygons that share land, and what they share; behind `geometry`."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import shapely

from boligplan_geo._geos import (
    NOISE_M2,
    Geometries,
    Indices,
    half_boxes,
    intersection,
    no_geometries,
    none,
    only_polygons,
    polygons,
)


class Overlaps(NamedTuple):
    """A row for each pair wholly inside, then a row for each piece of `right` a boundary crosses.

    Attributes
    ----------
    i, j : indices of the left and the right polygon
    common : what they share
    cover : the piece of the right polygon that covers it, uncut
    """

    i: Indices
    j: Indices
    common: Geometries
    cover: Geometries


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


def overlaps(left: Geometries, right: Geometries) -> Overlaps:
    """Pairs of valid polygons that share land."""
    pieces, owner = subdivide(right)
    k, i = shapely.STRtree(left).query(pieces)
    count = max(len(right), 1)
    pair = i * count + owner[k]
    known = np.unique(pair)
    whole_i, whole_j = known // count, known % count
    shapely.prepare(right)
    is_inside = shapely.covers(right[whole_j], left[whole_i])
    whole_i, whole_j = whole_i[is_inside], whole_j[is_inside]
    crossing = ~np.isin(pair, known[is_inside])
    k, i = k[crossing], i[crossing]
    cut = _common(left[i], pieces[k])
    kept = shapely.area(cut) > 0
    k, i, cut = k[kept], i[kept], only_polygons(cut[kept])
    return Overlaps(
        np.concatenate([whole_i, i]),
        np.concatenate([whole_j, owner[k]]),
        np.concatenate([left[whole_i], cut]),
        np.concatenate([left[whole_i], pieces[k]]),
    )


def _common(left: Geometries, pieces: Geometries) -> Geometries:
    """Common land of pairs; a piece wholly inside, as a house on its plot, is not cut."""
    box, inner = shapely.bounds(left), shapely.bounds(pieces)
    fits = (box[:, :2] <= inner[:, :2]).all(axis=1) & (inner[:, 2:] <= box[:, 2:]).all(axis=1)
    shapely.prepare(left[fits])
    fits[fits] = shapely.covers(left[fits], pieces[fits])
    rest = np.flatnonzero(~fits)
    shapely.prepare(pieces[rest])
    rest = rest[shapely.intersects(pieces[rest], left[rest])]
    common = np.full(len(pieces), None, dtype=object)
    common[fits] = pieces[fits]
    common[rest] = intersection(left[rest], pieces[rest])
    return common
