"""The map's own background: hillshade and sea as one small picture, warped to Web Mercator."""

from __future__ import annotations

import base64
import struct
import zlib
from typing import Any

import numpy as np
import pyproj
import scipy.ndimage

from boligplan_geo import raster

LARGEST_PX = 1400  # longer side of the picture; larger adds bytes, not reading
SHADES = 28  # tones of grey: fewer compress better, more do not show
SEA = (208, 224, 233)
LIGHTEST, DARKEST = 254, 138  # a quiet relief, so that the plots speak
EXAGGERATION = 2.0  # of heights: Norwegian towns on slopes read better a little steeper
CLEAR = SHADES + 1  # palette index of cells without data
CONTROL = 33  # control points a side: between them the projection is as good as straight


def background(grid: raster.Grid | None) -> dict[str, Any] | None:
    """Picture of the terrain for the map, or ``None`` where there is no terrain.

    Returns
    -------
    dict or None
        ``png`` (base64), ``south west north east`` [degrees] of the picture's outer edges and
        ``has_sea``.

    Examples
    --------
    >>> import numpy as np
    >>> from boligplan_geo.raster import Grid
    >>> hill = np.add.outer(np.arange(20.0), np.arange(30.0)).astype("float32")
    >>> picture = background(Grid(hill, 600_000, 7_700_000, 10, "EPSG:25833"))
    >>> sorted(picture), picture["has_sea"]
    (['east', 'has_sea', 'north', 'png', 'south', 'west'], False)
    """
    if grid is None or not np.isfinite(grid.values).any():
        return None
    grid = _coarser(grid)
    values = grid.values
    light = raster.hillshade(grid, exaggeration=EXAGGERATION)  # 0: unknown
    tone = np.round(light / 255 * (SHADES - 1))
    sea = _sea(values)
    index = np.where(sea, SHADES, np.where(light > 0, tone, CLEAR)).astype(np.uint8)
    west, south, east, north, row, column = _mercator_frame(grid)
    warped = scipy.ndimage.map_coordinates(index, [row, column], order=0, cval=CLEAR)
    to_degrees = pyproj.Transformer.from_crs("EPSG:3857", "EPSG:4326", always_xy=True)
    (west, east), (south, north) = to_degrees.transform([west, east], [south, north])
    return {
        "png": base64.b64encode(palette_png(warped, _palette())).decode("ascii"),
        "south": south, "west": west, "north": north, "east": east,
        "has_sea": bool(sea.any()),
    }  # fmt: skip


def _coarser(grid: raster.Grid) -> raster.Grid:
    """Thin the grid by whole steps until its longer side fits the picture."""
    step = -(-max(grid.values.shape) // LARGEST_PX)
    if step == 1:
        return grid
    rows, columns = (n // step * step for n in grid.values.shape)
    blocks = grid.values[:rows, :columns].reshape(rows // step, step, columns // step, step)
    known = np.isfinite(blocks)
    count = known.sum(axis=(1, 3))
    total = np.where(known, blocks, 0).sum(axis=(1, 3))
    mean = np.where(count > 0, total / np.maximum(count, 1), np.nan).astype("float32")
    return raster.Grid(mean, grid.left, grid.top, grid.cell_m * step, grid.crs)


def _sea(values: np.ndarray) -> np.ndarray:
    """Cells at or below 0 m in patches large enough to be sea, not a ditch or an error."""
    low = np.isfinite(values) & (values <= 0.0)
    patch, _ = scipy.ndimage.label(low)
    size = np.bincount(patch.ravel())
    size[0] = 0
    return size[patch] >= max(64, values.size // 2000)


def _mercator_frame(
    grid: raster.Grid,
) -> tuple[float, float, float, float, np.ndarray, np.ndarray]:
    """Frame of the grid in Web Mercator, and the source row and column of each new cell."""
    rows, columns = grid.values.shape
    right, bottom = grid.left + columns * grid.cell_m, grid.top - rows * grid.cell_m
    forward = pyproj.Transformer.from_crs(grid.crs, "EPSG:3857", always_xy=True)
    west, south, east, north = forward.transform_bounds(grid.left, bottom, right, grid.top)
    back = pyproj.Transformer.from_crs("EPSG:3857", grid.crs, always_xy=True)
    x, y = np.meshgrid(np.linspace(west, east, CONTROL), np.linspace(north, south, CONTROL))
    easting, northing = back.transform(x, y)
    size = (rows, columns)
    column = _refined((easting - grid.left) / grid.cell_m - 0.5, size)
    row = _refined((grid.top - northing) / grid.cell_m - 0.5, size)
    return west, south, east, north, row, column


def _refined(control: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    """Straight-line values at the centres of `size` cells between control points."""
    axes = [(np.arange(n) + 0.5) / n * (CONTROL - 1) for n in size]
    return scipy.ndimage.map_coordinates(control, np.meshgrid(*axes, indexing="ij"), order=1)


def _palette() -> np.ndarray:
    """Colours as rows of red, green, blue, opacity: relief, sea, no data."""
    grey = np.linspace(DARKEST, LIGHTEST, SHADES)
    relief = np.column_stack([grey * 0.995, grey * 0.99, grey * 0.965, np.full(SHADES, 255)])
    return np.vstack([relief, (*SEA, 255), (0, 0, 0, 0)]).round().astype(np.uint8)


def palette_png(index: np.ndarray, palette: np.ndarray) -> bytes:
    """Write a picture of palette colours as PNG.

    Parameters
    ----------
    index : (rows, columns) uint8 array
        Palette row of each cell.
    palette : (n, 4) uint8 array
        Red, green, blue, opacity.

    Examples
    --------
    >>> palette_png(np.zeros((1, 1), np.uint8), np.array([[255, 0, 0, 255]], np.uint8))[1:4]
    b'PNG'
    """
    rows, columns = index.shape
    lines = np.zeros((rows, columns + 1), np.uint8)  # each line begins with its filter: 0, none
    lines[:, 1:] = index
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", columns, rows, 8, 3, 0, 0, 0)),
        (b"PLTE", np.ascontiguousarray(palette[:, :3]).tobytes()),
        (b"tRNS", np.ascontiguousarray(palette[:, 3]).tobytes()),
        (b"IDAT", zlib.compress(lines.tobytes(), 9)),
        (b"IEND", b""),
    )
    written = b"\x89PNG\r\n\x1a\n"
    for kind, data in chunks:
        check = zlib.crc32(kind + data)
        written += struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)
    return written
