"""Terrain grids: read, write, slope and exact-coverage statistics. The only user of rasterio."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, eq=False, repr=False)
class Grid:
    """A north-up single-band raster in memory.

    Parameters
    ----------
    values : (rows, columns) float32 array
        Row 0 is the northernmost; NaN where there is no data.
    left, top : float
        Outer edge of the upper-left cell [m].
    cell_m : float
        Side of a (square) cell [m].
    crs : str
        ``"EPSG:25833"`` and the like.
    """

    values: np.ndarray
    left: float
    top: float
    cell_m: float
    crs: str

    def __repr__(self) -> str:
        rows, columns = self.values.shape
        known = float(np.isfinite(self.values).mean())
        return f"{columns} × {rows} cells of {self.cell_m:g} m, {known:.0%} with data"
