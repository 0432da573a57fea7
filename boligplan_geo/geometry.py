"""Overlays of polygon layers as arrays: geometries in, pair arrays out; linear in the input.

What makes it fast: large polygons are cut into small pieces before they meet the other layer
(`subdivide`), pairs come from a tree, a prepared predicate settles the pairs that lie wholly
inside, and GEOS cuts only what a boundary really crosses.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import shapely

from boligplan_geo._geos import (
    Areas,
    Geometries,
    Indices,
    difference,
    half_boxes,
    intersection,
    no_geometries,
    none,
    only_polygons,
    polygons,
    union,
)

#: Area below which a piece is rounding of coordinates, not land [m²].
NOISE_M2 = 1e-3


class Cells(NamedTuple):
    """Pieces of the left geometries, each under one set of keys (`partition`).

    Attributes
    ----------
    owner : index of the left geometry of each cell, ascending
    geometry : polygon of each cell
    under_cell, under_key : a row for each cell and key over it, by cell, then by layer
    """

    owner: Indices
    geometry: Geometries
    under_cell: Indices
    under_key: Indices


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
        repaired where GEOS asks for it, missing ones overlap nothing.

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
    left, right = np.asarray(left, dtype=object), np.asarray(right, dtype=object)
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
    left, right = np.asarray(left, dtype=object), np.asarray(right, dtype=object)
    inside, crossing, cut = _overlaps(left, right)
    i, j = (np.concatenate([a, b]) for a, b in zip(inside, crossing, strict=True))
    area = np.concatenate([shapely.area(left[inside[0]]), shapely.area(cut)])
    pair, position = np.unique(i * max(len(right), 1) + j, return_inverse=True)
    total = np.asarray(np.bincount(position, weights=area, minlength=len(pair)), dtype=np.float64)
    return pair // max(len(right), 1), pair % max(len(right), 1), total


def partition(
    left: Geometries, i: Indices, key: Indices, geometry: Geometries, layer: Indices | None = None
) -> Cells:
    """Cut each left polygon into cells, each under one set of keys; nothing is lost.

    The pieces over a left polygon are laid one layer after the other; a cell splits where a
    piece crosses it and passes unharmed where none does.

    Parameters
    ----------
    left : array of Polygon or MultiPolygon
    i, key : arrays of int
        Which left polygon a piece lies in, and its key, such as the row of a zone; a pair
        (i, key) occurs once.
    geometry : array of Polygon or MultiPolygon
        The piece, inside ``left[i]``, as `overlap_pieces` returns it.
    layer : array of int, optional
        Pieces of one layer do not overlap, as the areas of one plan; laid in ascending order.
        By default every key is a layer.

    Returns
    -------
    Cells
        The cells of a left polygon sum to its area; land under no piece is a cell too.

    Examples
    --------
    >>> plot = shapely.box([0], 0, 10, 10)
    >>> zones = shapely.box([0, 4], 0, [6, 20], 10)
    >>> cells = partition(plot, *overlap_pieces(plot, zones))
    >>> shapely.area(cells.geometry).tolist(), cells.under_cell.tolist(), cells.under_key.tolist()
    ([20.0, 40.0, 40.0], [0, 0, 1, 2], [0, 1, 1, 0])
    """
    layer = key if layer is None else layer
    order = np.lexsort((key, layer, i))
    i, key, geometry, layer = i[order], key[order], geometry[order], layer[order]
    starts_layer = np.ones(len(i), dtype=bool)
    starts_layer[1:] = (i[1:] != i[:-1]) | (layer[1:] != layer[:-1])
    depth = np.bincount(i[starts_layer], minlength=len(left))
    # number of each piece's layer, 0 for the first over its left polygon
    turn = np.cumsum(starts_layer) - 1 - (np.cumsum(depth) - depth)[i]
    growing = _Layered(np.arange(len(left)), left, np.empty((len(left), 0), dtype=np.intp))
    done = []
    for laid in range(int(depth.max(initial=0)) + 1):
        is_ready = depth[growing.owner] == laid
        done.append(_Layered(*(column[is_ready] for column in growing)))
        growing = _Layered(*(column[~is_ready] for column in growing))
        on_top = turn == laid
        growing = _lay(growing, left, i[on_top], key[on_top], geometry[on_top])
    return _cells(done)


def merge_pairs(i: Indices, j: Indices, pieces: Geometries) -> tuple[Indices, Indices, Geometries]:
    """Union the pieces of each pair ``(i, j)``; pairs come sorted by `i`, then `j`."""
    if not len(i):
        return i, j, pieces
    span = int(j.max()) + 1
    pair, position = np.unique(i * span + j, return_inverse=True)
    return pair // span, pair % span, union_by(position, pieces, len(pair))


def union_by(group: Indices, geometries: Geometries, count: int) -> Geometries:
    """Union of the geometries of each group 0 … `count` - 1; ``None`` where it has none.

    Examples
    --------
    >>> union_by(np.array([0, 0, 2]), shapely.box([0, 1, 5], 0, [1, 3, 6], 1), 3)[0].area
    3.0
    """
    result = np.full(count, None, dtype=object)
    order = np.argsort(group, kind="stable")
    size = np.bincount(group, minlength=count)
    first = np.concatenate([[0], np.cumsum(size)])
    for n in np.unique(size[size > 0]):  # groups of equal size are one rectangular array
        rows = np.flatnonzero(size == n)
        members = geometries[order[first[rows][:, None] + np.arange(n)]]
        result[rows] = members[:, 0] if n == 1 else union(members)
    return result


def join(left: Indices, right: Indices) -> tuple[Indices, Indices]:
    """Positions of all pairs with equal keys in `left` and `right`, by left position.

    Examples
    --------
    >>> [a.tolist() for a in join(np.array([7, 5, 7]), np.array([5, 7, 7]))]
    [[0, 0, 1, 2, 2], [1, 2, 0, 1, 2]]
    """
    order = np.argsort(right, kind="stable")
    ordered = right[order]
    low, high = (np.searchsorted(ordered, left, side) for side in ("left", "right"))
    count = high - low
    a = np.repeat(np.arange(len(left)), count)
    within = np.arange(len(a)) - np.repeat(np.cumsum(count) - count, count)
    return a, order[np.repeat(low, count) + within]


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
    # an invalid polygon may crash or fool the predicate: cut it instead
    trusted = shapely.is_valid(left)[whole_i] & shapely.is_valid(right)[whole_j]
    is_inside = trusted & shapely.covers(right[whole_j], left[whole_i])
    inside = (whole_i[is_inside], whole_j[is_inside])
    crossing = ~np.isin(i * max(len(right), 1) + owner[k], known[is_inside])
    k, i = k[crossing], i[crossing]
    shapely.prepare(pieces)
    touches = shapely.intersects(pieces[k], left[i])
    k, i = k[touches], i[touches]
    cut = intersection(left[i], pieces[k])
    kept = shapely.area(cut) > 0
    return inside, (i[kept], owner[k[kept]]), only_polygons(cut[kept])


class _Layered(NamedTuple):
    """Cells on the way: `stack` has a column a layer laid, -1 where no key."""

    owner: Indices
    geometry: Geometries
    stack: Indices


def _lay(
    cells: _Layered, left: Geometries, i: Indices, key: Indices, pieces: Geometries
) -> _Layered:
    """Lay one layer of pieces over the cells of their left polygon."""
    cell, piece = join(cells.owner, i)
    inner = _inner(cells.geometry[cell], pieces[piece], left[i[piece]])
    inner_area, cell_area = shapely.area(inner), shapely.area(cells.geometry)
    meets = inner_area > NOISE_M2
    cell, piece, inner, inner_area = cell[meets], piece[meets], inner[meets], inner_area[meets]
    # a cell inside a piece stays as it is, so that nothing of it is lost to rounding
    is_covered = cell_area[cell] - inner_area <= NOISE_M2
    inner[is_covered] = cells.geometry[cell[is_covered]]
    taken = np.bincount(cell, weights=inner_area, minlength=len(cells.owner))
    left_over = cell_area - taken > NOISE_M2
    is_cut = left_over & (taken > 0)
    outer = cells.geometry.copy()
    over = np.cumsum(is_cut) - 1  # position of a cut cell among the cut cells
    cutting = is_cut[cell]
    cover = union_by(over[cell[cutting]], pieces[piece[cutting]], int(is_cut.sum()))
    outer[is_cut] = only_polygons(difference(cells.geometry[is_cut], cover))
    rest = left_over | (taken == 0)
    no_key = np.full(int(rest.sum()), -1, dtype=np.intp)
    return _Layered(
        np.concatenate([cells.owner[cell], cells.owner[rest]]),
        np.concatenate([inner, outer[rest]]),
        np.concatenate(
            [
                np.column_stack([cells.stack[cell], key[piece]]),
                np.column_stack([cells.stack[rest], no_key]),
            ]
        ),
    )


def _inner(cell: Geometries, piece: Geometries, left: Geometries) -> Geometries:
    """Common land of cell and piece, both inside `left`; cut only where both are parts of it."""
    is_whole_cell = shapely.equals_identical(cell, left)
    inner = np.where(is_whole_cell, piece, cell)
    crossing = np.flatnonzero(~is_whole_cell & ~shapely.equals_identical(piece, left))
    meets = shapely.intersects(cell[crossing], piece[crossing])
    inner[crossing[~meets]] = None
    crossing = crossing[meets]
    inner[crossing] = only_polygons(intersection(cell[crossing], piece[crossing]))
    return inner


def _cells(done: list[_Layered]) -> Cells:
    """Gather finished cells, by owner; keys in long form."""
    owner = np.concatenate([cells.owner for cells in done])
    geometry = np.concatenate([cells.geometry for cells in done])
    offsets = np.cumsum([0, *(len(cells.owner) for cells in done)])
    rows, columns, keys = [], [], []
    for start, cells in zip(offsets, done, strict=False):
        row, column = np.nonzero(cells.stack >= 0)
        rows.append(start + row)
        columns.append(column)
        keys.append(cells.stack[row, column])
    order = np.argsort(owner, kind="stable")
    position = np.empty_like(order)
    position[order] = np.arange(len(order))
    under, turn, key = position[np.concatenate(rows)], np.concatenate(columns), np.concatenate(keys)
    by_cell = np.lexsort((turn, under))
    return Cells(owner[order], geometry[order], under[by_cell], key[by_cell])
