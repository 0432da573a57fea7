"""Cutting polygons into cells, each under one set of keys; behind `geometry.partition`."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray

from boligplan_geo._geos import (
    NOISE_M2,
    Geometries,
    Indices,
    difference,
    intersection,
    join,
    only_polygons,
    union_by,
)

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
    >>> from boligplan_geo.geometry import overlap_pieces
    >>> plot = shapely.box([0], 0, 10, 10)
    >>> zones = shapely.box([0, 4], 0, [6, 20], 10)
    >>> cells = partition(plot, *overlap_pieces(plot, zones))
    >>> shapely.area(cells.geometry).tolist(), cells.under_cell.tolist(), cells.under_key.tolist()
    ([20.0, 40.0, 40.0], [0, 0, 1, 2], [0, 1, 1, 0])
    """
    layer = key if layer is None else layer
    cells = _partition(left, i, key, geometry, layer, None)
    # GEOS can misjudge edges that all but coincide: where a sum does not close, cut on a fine grid
    area = np.bincount(cells.owner, weights=shapely.area(cells.geometry), minlength=len(left))
    is_open = np.abs(area - shapely.area(left)) > _CLOSES_M2
    if is_open.any():
        again = is_open[i]
        i, key, geometry, layer = i[again], key[again], geometry[again], layer[again]
        geometry = only_polygons(intersection(geometry, left[i], _GRID_M))
        redone = _partition(left, i, key, geometry, layer, _GRID_M)
        cells = _gathered(
            [_only(cells, ~is_open[cells.owner]), _only(redone, is_open[redone.owner])]
        )
    return cells


def _partition(
    left: Geometries,
    i: Indices,
    key: Indices,
    geometry: Geometries,
    layer: Indices,
    grid_m: float | None,
) -> Cells:
    """`partition`, with overlays on a grid of `grid_m` or in full precision (None)."""
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
        growing = _lay(growing, left, i[on_top], key[on_top], geometry[on_top], grid_m)
    return _cells(done)


class _Layered(NamedTuple):
    """Cells on the way: `stack` has a column a layer laid, -1 where no key."""

    owner: Indices
    geometry: Geometries
    stack: Indices


def _lay(
    cells: _Layered,
    left: Geometries,
    i: Indices,
    key: Indices,
    pieces: Geometries,
    grid_m: float | None,
) -> _Layered:
    """Lay one layer of pieces over the cells of their left polygon."""
    cell, piece = join(cells.owner, i)
    inner = _inner(cells.geometry[cell], pieces[piece], left[i[piece]], grid_m)
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
    outer[is_cut] = only_polygons(difference(cells.geometry[is_cut], cover, grid_m))
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


def _inner(
    cell: Geometries, piece: Geometries, left: Geometries, grid_m: float | None
) -> Geometries:
    """Common land of cell and piece, both inside `left`; cut only where both are parts of it."""
    is_whole_cell = shapely.equals_identical(cell, left)
    inner = np.where(is_whole_cell, piece, cell)
    crossing = np.flatnonzero(~is_whole_cell & ~shapely.equals_identical(piece, left))
    meets = shapely.intersects(cell[crossing], piece[crossing])
    inner[crossing[~meets]] = None
    crossing = crossing[meets]
    inner[crossing] = only_polygons(intersection(cell[crossing], piece[crossing], grid_m))
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
