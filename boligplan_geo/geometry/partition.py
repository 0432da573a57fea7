"""Cutting polygons into cells, each under one set of keys; behind `geometry.partition`."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray

from boligplan_geo.geometry.geos import (
    NOISE_M2,
    Areas,
    Geometries,
    Indices,
    difference,
    intersection,
    join,
    only_polygons,
    union_by,
    valid,
)
from boligplan_geo.geometry.overlaps import overlaps
from boligplan_geo.geometry.subdivision import Pieces

_CLOSES_M2 = 5e-3  # cells sum to their polygon within this [m²]
_GRID_M = 1e-5


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


def partition(
    left: Geometries,
    right: Geometries,
    key: Indices | None = None,
    layer: Indices | None = None,
    pieces: Pieces | None = None,
    *,
    sliver_share: float = 0.0,
    sliver_m2: float = 0.0,
) -> Cells:
    """Cut each left polygon into cells, each under one set of keys; nothing is lost.

    The right polygons are laid over the left one layer after the other; a cell splits where
    one crosses it and passes unharmed where none does.

    Parameters
    ----------
    left, right : array of Polygon or MultiPolygon
        As for `overlap_pieces`.
    key : array of int, optional
        Key of each right polygon, such as its kind; those of one key count as one. By default
        its position.
    layer : array of int, optional
        Layer of each right polygon, laid in ascending order. Those of one layer do not overlap,
        as the areas of one plan. By default every key is a layer.
    pieces : optional
        Those of `subdivide` of `right`, if it was called already and all are valid.
    sliver_share, sliver_m2 : float
        A left polygon of which all cells but one would be below both, of its area and in m²,
        is not cut: it is one cell under the keys of that one. By default every cell is cut.

    Returns
    -------
    Cells
        The cells of a left polygon sum to its area; land under no right polygon is a cell too.

    Examples
    --------
    >>> plot, zones = shapely.box([0], 0, 10, 10), shapely.box([0, 4], 0, [6, 20], 10)
    >>> cells = partition(plot, zones)
    >>> shapely.area(cells.geometry).tolist(), cells.under_cell.tolist(), cells.under_key.tolist()
    ([20.0, 40.0, 40.0], [0, 0, 1, 2], [0, 1, 1, 0])
    """
    left, right = valid(left), valid(right) if pieces is None else right
    key = np.arange(len(right)) if key is None else key
    layer = key if layer is None else layer
    least = np.minimum(sliver_share * shapely.area(left), sliver_m2)
    over = _over(left, right, key, layer, pieces, least)
    cells = _laid(left, over, None)
    # GEOS can misjudge edges that all but coincide: where a sum does not close, cut on a fine grid
    area = np.bincount(cells.owner, weights=shapely.area(cells.geometry), minlength=len(left))
    is_open = np.abs(area - shapely.area(left)) > _CLOSES_M2
    if is_open.any():
        over = _Over(*(column[is_open[over.i]] for column in over))
        common = only_polygons(intersection(left[over.i], over.cover, _GRID_M))
        redone = _laid(left, over._replace(common=common), _GRID_M)
        cells = _gathered(
            [_only(cells, ~is_open[cells.owner]), _only(redone, is_open[redone.owner])]
        )
    return cells


class _Over(NamedTuple):
    """What lies over each left polygon, by polygon, layer and key.

    `cover` is what `common` was cut from: to cut with it leaves no hairlines along edges that
    the left polygon and the piece share but for rounding. None where nothing is cut with it.
    """

    i: Indices
    key: Indices
    layer: Indices
    common: Geometries
    cover: Geometries


class _Layered(NamedTuple):
    """Cells on the way: `stack` has a column a layer laid, -1 where no key."""

    owner: Indices
    geometry: Geometries
    stack: Indices


def _over(
    left: Geometries,
    right: Geometries,
    key: Indices,
    layer: Indices,
    pieces: Pieces | None,
    least: Areas,
) -> _Over:
    """A row for each left polygon and key over it, its pieces put together."""
    left_m2 = shapely.area(left)
    found = overlaps(
        left, right, pieces, lambda i, j, m2: _one_cell(i, layer[j], m2, left_m2, least)
    )
    known, which = np.unique(key, return_inverse=True)
    layer_of_key = np.zeros(len(known), dtype=np.intp)
    layer_of_key[which] = layer
    count = max(len(known), 1)
    pair, position = np.unique(found.i * count + which[found.j], return_inverse=True)
    i, which = pair // count, pair % count
    layer = layer_of_key[which]
    is_whole = np.zeros(len(pair), dtype=bool)
    is_whole[position[shapely.equals_identical(found.common, left[found.i])]] = True
    common = _put_together(found.common, position, ~is_whole)
    common[is_whole] = left[i[is_whole]]
    is_used = ~is_whole & ~_tiled(left, i, layer, common)[i]
    cover = common.copy()
    cover[~is_whole] = None
    cover[is_used] = _put_together(found.cover, position, is_used)[is_used]
    over = _Over(i, known[which], layer, common, cover)
    order = np.lexsort((over.key, over.layer, over.i))
    return _Over._make(column[order] for column in over)


def _one_cell(
    i: Indices, layer: Indices, area: Areas, left_m2: Areas, least: Areas
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Pairs of left polygons of which all cells but one are below `least`: taken, and left out.

    A cell other than the largest is part of what some layer gives to another key than its
    largest, or leaves bare: no cell is larger than the largest such rest.
    """
    order = np.lexsort((area, layer, i))
    is_last = np.ones(len(order), dtype=bool)
    is_last[:-1] = (np.diff(i[order]) != 0) | (np.diff(layer[order]) != 0)
    group = np.cumsum(is_last) - is_last
    largest = order[is_last]  # of each left polygon and layer
    total = np.bincount(group, area[order], minlength=len(largest))
    bared, given = total, left_m2[i[largest]] - area[largest]
    rest = np.zeros(len(left_m2))
    np.maximum.at(rest, i[largest], np.minimum(bared, given))
    is_one = (rest < least)[i]
    taken = np.zeros(len(i), dtype=bool)
    taken[largest] = given < bared
    return taken & is_one, ~taken & is_one


def _put_together(geometries: Geometries, group: Indices, asked: NDArray[np.bool_]) -> Geometries:
    """Union of the geometries of each group asked for, None for the others."""
    rows = asked[group]
    return union_by(group[rows], geometries[rows], len(asked))


def _tiled(left: Geometries, i: Indices, layer: Indices, common: Geometries) -> NDArray[np.bool_]:
    """Left polygons that one layer takes to the last bit: nothing of them is cut with a cover."""
    area = np.bincount(i, shapely.area(common), minlength=len(left))
    low, high = (np.full(len(left), fill, dtype=np.intp) for fill in (layer.max(initial=0), -1))
    np.minimum.at(low, i, layer)
    np.maximum.at(high, i, layer)
    return (low == high) & (np.abs(area - shapely.area(left)) <= NOISE_M2)


def _laid(left: Geometries, over: _Over, grid_m: float | None) -> Cells:
    """Lay all layers, with overlays on a grid of `grid_m` or in full precision (None)."""
    i, layer = over.i, over.layer
    starts_layer = np.ones(len(i), dtype=bool)
    starts_layer[1:] = (i[1:] != i[:-1]) | (layer[1:] != layer[:-1])
    depth = np.bincount(i[starts_layer], minlength=len(left))
    # number of each row's layer, 0 for the first over its left polygon
    turn = np.cumsum(starts_layer) - 1 - (np.cumsum(depth) - depth)[i]
    growing = _Layered(np.arange(len(left)), left, np.empty((len(left), 0), dtype=np.intp))
    done = []
    for laid in range(int(depth.max(initial=0)) + 1):
        is_ready = depth[growing.owner] == laid
        done.append(_Layered(*(column[is_ready] for column in growing)))
        growing = _Layered(*(column[~is_ready] for column in growing))
        on_top = turn == laid
        growing = _lay(growing, left, _Over(*(column[on_top] for column in over)), grid_m)
    return _cells(done)


def _lay(cells: _Layered, left: Geometries, over: _Over, grid_m: float | None) -> _Layered:
    """Lay one layer over the cells of their left polygons."""
    cell, row = join(cells.owner, over.i)
    inner = _inner(cells.geometry[cell], left, _Over._make(column[row] for column in over), grid_m)
    inner_area, cell_area = shapely.area(inner), shapely.area(cells.geometry)
    meets = inner_area > NOISE_M2
    cell, row, inner, inner_area = cell[meets], row[meets], inner[meets], inner_area[meets]
    # a cell inside a cover stays as it is, so that nothing of it is lost to rounding
    is_covered = cell_area[cell] - inner_area <= NOISE_M2
    inner[is_covered] = cells.geometry[cell[is_covered]]
    taken = np.bincount(cell, weights=inner_area, minlength=len(cells.owner))
    left_over = cell_area - taken > NOISE_M2
    is_cut = left_over & (taken > 0)
    outer = cells.geometry.copy()
    number = np.cumsum(is_cut) - 1  # position of a cut cell among the cut cells
    cutting = is_cut[cell]
    cover = union_by(number[cell[cutting]], over.cover[row[cutting]], int(is_cut.sum()))
    outer[is_cut] = only_polygons(difference(cells.geometry[is_cut], cover, grid_m))
    rest = left_over | (taken == 0)
    under = np.column_stack([cells.stack[cell], over.key[row]])
    bare = np.column_stack([cells.stack[rest], np.full(int(rest.sum()), -1, dtype=np.intp)])
    return _Layered(
        np.concatenate([cells.owner[cell], cells.owner[rest]]),
        np.concatenate([inner, outer[rest]]),
        np.concatenate([under, bare]),
    )


def _inner(cell: Geometries, left: Geometries, over: _Over, grid_m: float | None) -> Geometries:
    """Common land of each cell and what lies over it; cut only where neither is whole."""
    whole = left[over.i]
    is_whole_cell = shapely.equals_identical(cell, whole)
    inner = np.where(is_whole_cell, over.common, cell)
    crossing = np.flatnonzero(~is_whole_cell & ~shapely.equals_identical(over.common, whole))
    meets = shapely.intersects(cell[crossing], over.cover[crossing])
    inner[crossing[~meets]] = None
    crossing = crossing[meets]
    cut = intersection(cell[crossing], over.cover[crossing], grid_m)
    inner[crossing] = only_polygons(cut)
    return inner


def _cells(done: list[_Layered]) -> Cells:
    """Finished cells in long form."""
    found = []
    for cells in done:
        row, column = np.nonzero(cells.stack >= 0)
        found.append(Cells(cells.owner, cells.geometry, row, cells.stack[row, column]))
    return _gathered(found)


def _only(cells: Cells, kept: NDArray[np.bool_]) -> Cells:
    """The cells marked, numbered anew."""
    stays = kept[cells.under_cell]
    number = (np.cumsum(kept) - 1)[cells.under_cell[stays]]
    return Cells(cells.owner[kept], cells.geometry[kept], number, cells.under_key[stays])


def _gathered(several: list[Cells]) -> Cells:
    """One table of cells, by owner; keys keep their order within a cell."""
    owner = np.concatenate([cells.owner for cells in several])
    order = np.argsort(owner, kind="stable")
    position = np.empty_like(order)
    position[order] = np.arange(len(order))
    starts = np.cumsum([0, *(len(cells.owner) for cells in several)])
    under = [start + cells.under_cell for start, cells in zip(starts, several, strict=False)]
    cell = position[np.concatenate(under)]
    by_cell = np.argsort(cell, kind="stable")
    return Cells(
        owner[order],
        np.concatenate([cells.geometry for cells in several])[order],
        cell[by_cell],
        np.concatenate([cells.under_key for cells in several])[by_cell],
    )
