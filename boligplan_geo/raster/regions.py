"""Cells of a grid that meet a condition: which of them hang together, and as polygons."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from boligplan_geo.raster.grid import Grid


def regions(grid: Grid, marked: np.ndarray) -> np.ndarray:
    """Connected regions of marked cells, along the edges of the cells.

    Parameters
    ----------
    grid : Grid
    marked : (rows, columns) array of bool
        Cells that count; those that share an edge are one region.

    Returns
    -------
    array of Polygon
        In the grid's CRS, in the order of their first cell, row by row from the north.

    Examples
    --------
    >>> from boligplan_geo.raster import Grid
    >>> ramp = Grid(np.array([[0, 1, 2, 0]], dtype=np.float32), 0, 10, 10, "EPSG:25833")
    >>> [shape.bounds for shape in regions(ramp, ramp.values < 2)]
    [(0.0, 0.0, 20.0, 10.0), (30.0, 0.0, 40.0, 10.0)]
    """
    if marked.shape != grid.values.shape:
        raise ValueError(f"needs shape {grid.values.shape}, given {marked.shape}")
    # Runs of cells as boxes, united: rasterio's own polygons open a dataset without a place and
    # silence its warning for the whole process, which is not safe beside another theme's thread.
    ends = np.diff(np.pad(marked.astype(np.int8), ((0, 0), (1, 1))), axis=1)
    row, first = np.nonzero(ends == 1)
    _, after = np.nonzero(ends == -1)
    if not len(row):
        return np.empty(0, dtype=object)
    x, y, size = grid.left, grid.top, grid.cell_m
    runs = shapely.box(x + first * size, y - (row + 1) * size, x + after * size, y - row * size)
    outlines = shapely.get_parts(shapely.union_all(runs))
    corner = np.array([(b[1], b[0]) for b in (o.bounds[::3] for o in outlines)])
    order = np.lexsort((corner[:, 1], -corner[:, 0]))
    return np.array(outlines, dtype=object)[order]


def connected(grid: Grid, marked: np.ndarray, lines: np.ndarray) -> np.ndarray:
    """Marked cells that hang together with one at most a cell away from a line.

    Parameters
    ----------
    grid : Grid
    marked : (rows, columns) array of bool
        Cells that count; those that share an edge hang together.
    lines : array of LineString or MultiLineString
        In the grid's CRS.

    Returns
    -------
    (rows, columns) array of bool

    Examples
    --------
    >>> from boligplan_geo.raster import Grid
    >>> ramp = Grid(np.array([[0, 1, 5, 0]], dtype=np.float32), 0, 10, 10, "EPSG:25833")
    >>> shore = np.array([shapely.LineString([(-1, 0), (-1, 10)])])
    >>> connected(ramp, ramp.values < 2, shore).tolist()
    [[True, True, False, False]]
    """
    from scipy.ndimage import label

    rows, columns = marked.shape
    xy = shapely.get_coordinates(shapely.segmentize(lines, grid.cell_m / 2))
    row = np.floor((grid.top - xy[:, 1]) / grid.cell_m)
    column = np.floor((xy[:, 0] - grid.left) / grid.cell_m)
    beside = np.array([(r, c) for r in (-1, 0, 1) for c in (-1, 0, 1)])
    row, column = (
        (at[:, None] + step).ravel() for at, step in zip((row, column), beside.T, strict=True)
    )
    inside = (row >= 0) & (row < rows) & (column >= 0) & (column < columns)
    near = row[inside].astype(np.intp), column[inside].astype(np.intp)
    group, count = label(marked)
    is_reached = np.zeros(count + 1, dtype=bool)
    is_reached[group[near]] = True
    return np.asarray(is_reached[group] & marked)


def blocks_with(marked: np.ndarray, *, cells: int) -> np.ndarray:
    """Cells of the square blocks that hold a marked cell, and of the blocks beside them.

    Parameters
    ----------
    marked : (rows, columns) array of bool
    cells : int
        Side of a block.

    Returns
    -------
    (rows, columns) array of bool

    Examples
    --------
    >>> blocks_with(np.array([[True, False, False, False, False, False]]), cells=2).tolist()
    [[True, True, True, True, False, False]]
    """
    from scipy.ndimage import binary_dilation

    rows, columns = marked.shape
    padded = np.pad(marked, ((0, -rows % cells), (0, -columns % cells)))
    high, wide = padded.shape[0] // cells, padded.shape[1] // cells
    holds = padded.reshape(high, cells, wide, cells).any(axis=(1, 3))
    holds = binary_dilation(holds, np.ones((3, 3), dtype=bool))
    return holds.repeat(cells, axis=0).repeat(cells, axis=1)[:rows, :columns]
