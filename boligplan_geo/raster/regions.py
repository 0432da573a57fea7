"""Cells of a grid that meet a condition, as polygons."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely
import shapely.geometry

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
    from rasterio import Affine
    from rasterio.features import shapes

    if marked.shape != grid.values.shape:
        raise ValueError(f"needs shape {grid.values.shape}, given {marked.shape}")
    cells = Affine(grid.cell_m, 0.0, grid.left, 0.0, -grid.cell_m, grid.top)
    found = shapes(marked.astype(np.uint8), mask=marked, connectivity=4, transform=cells)
    outlines = [shapely.geometry.shape(outline) for outline, _ in found]
    if not outlines:
        return np.empty(0, dtype=object)
    corner = np.array([(b[1], b[0]) for b in (o.bounds[::3] for o in outlines)])
    order = np.lexsort((corner[:, 1], -corner[:, 0]))
    return np.array(outlines, dtype=object)[order]
