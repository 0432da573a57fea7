"""Terrain grids: read, write, slope and exact-coverage statistics. The only user of rasterio."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from boligplan_geo.errors import DataWarning, InputError, Problem
from boligplan_geo.raster.grid import Grid, aspect_deg, hillshade, sample, slope_deg

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

__all__ = [
    "Grid", "aspect_deg", "hillshade", "read_grid", "reprojected", "sample", "slope_deg",
    "write_grid", "zonal",
]  # fmt: skip

#: Written for cells without data: QGIS and ArcGIS read it alike, NaN not always.
NODATA = -9999.0

#: Cells may deviate this much from squares; ``rennes_MNT_2m.asc`` has rounded coordinates.
SQUARE_TOLERANCE = 1e-3

#: Horizontal part of names that differ from a metric UTM zone only in axis order.
_SAME_UTM = {3043: 25831, 3044: 25832, 3045: 25833, 3046: 25834, 3047: 25835}


def read_grid(
    path: str | Path,
    *,
    bounds: Sequence[float] | None = None,
    crs: str | None = None,
    nodata: float | None = None,
    to_crs: str | None = None,
    resampling: str = "bilinear",
) -> Grid:
    """Read the first band of a GeoTIFF, ASC or anything GDAL reads (``/vsizip/…`` too).

    Parameters
    ----------
    path : str or Path
        File, or a GDAL path.
    bounds : west, south, east, north, optional
        Read only the cells that meet this box; in `to_crs` if given, else in the file's CRS.
    crs : str, optional
        The file's CRS, where the file itself has none.
    nodata : float, optional
        Value that means no data, beside the file's own.
    to_crs : str, optional
        Resample to this projected CRS, with the file's cell size.
    resampling : {"bilinear", "nearest"}
        How to resample.

    Returns
    -------
    Grid
        NaN where there is no data.

    Raises
    ------
    InputError
        Where the file cannot be opened, has no CRS, is rotated, has cells that are not
        square, or does not meet `bounds`.

    Examples
    --------
    >>> import tempfile
    >>> text = "ncols 2\\nnrows 1\\nxllcorner 0\\nyllcorner 0\\ncellsize 5\\nNODATA_value 0\\n7 0"
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "terrain.asc").write_text(text)
    ...     read_grid(Path(folder, "terrain.asc"), crs="EPSG:25833")
    2 × 1 cells of 5 m, 50% with data
    """
    import rasterio
    from rasterio.errors import RasterioError

    try:
        source = rasterio.open(str(path))
    except RasterioError as error:
        raise _unusable(path, f"cannot be opened: {error}", "check path and format") from error
    with source:
        own = _file_crs(source, path, crs)
        target = _plain_crs(to_crs) if to_crs else own
        cell_m = _square_cell(source, path)
        window = _window(source, path, bounds, own, target)
        band = source.read(1, window=window, masked=True)
        values = np.ma.filled(band.astype(np.float32), np.nan)
        values = values * np.float32(source.scales[0]) + np.float32(source.offsets[0])
        if nodata is not None:
            values[np.ma.getdata(band) == nodata] = np.nan
        left = source.transform.c + window.col_off * cell_m
        top = source.transform.f - window.row_off * cell_m
    grid = Grid(values, float(left), float(top), cell_m, own)
    if target == own:
        return grid
    return reprojected(grid, target, bounds=bounds, resampling=resampling)


def reprojected(
    grid: Grid,
    crs: str,
    *,
    cell_m: float | None = None,
    bounds: Sequence[float] | None = None,
    resampling: str = "bilinear",
) -> Grid:
    """Resample a grid to another CRS; cell edges lie on whole multiples of the cell size.

    `cell_m` is the grid's own unless given [m]; `bounds` (in `crs`) crops the result.
    """
    import rasterio.warp
    from rasterio.crs import CRS
    from rasterio.enums import Resampling

    size = grid.cell_m if cell_m is None else cell_m
    if CRS.from_string(grid.crs).is_geographic and cell_m is None:
        size = float(np.round(grid.cell_m * 111_320.0, 2))  # degrees of latitude, in metres
    box = rasterio.warp.transform_bounds(grid.crs, crs, *grid.bounds, densify_pts=21)
    if bounds is not None:
        box = (*np.maximum(box[:2], bounds[:2]), *np.minimum(box[2:], bounds[2:]))
    west, south = (np.floor(v / size) for v in box[:2])
    east, north = (np.ceil(v / size) for v in box[2:])
    if west >= east or south >= north:
        problem = "does not meet the area of the plots"
        raise InputError([Problem("terrain", problem, "check the CRS of both")])
    values = np.full((int(north - south), int(east - west)), np.nan, dtype=np.float32)
    left, top = float(west * size), float(north * size)
    rasterio.warp.reproject(
        grid.values,
        values,
        src_transform=_transform(grid.left, grid.top, grid.cell_m),
        src_crs=grid.crs,
        src_nodata=np.nan,
        dst_transform=_transform(left, top, size),
        dst_crs=crs,
        dst_nodata=np.nan,
        resampling=Resampling[resampling],
    )
    return Grid(values, left, top, size, _plain_crs(crs))


def write_grid(grid: Grid, path: str | Path) -> None:
    """Write a cloud-optimised GeoTIFF (float32, deflate); the same grid gives the same bytes.

    Cells without data get -9999. Round the values beforehand (to cm, say): it halves the file.
    """
    import rasterio
    import rasterio.shutil
    from rasterio.io import MemoryFile

    rows, columns = grid.values.shape
    profile = {
        "driver": "GTiff",
        "dtype": "float32",
        "count": 1,
        "width": columns,
        "height": rows,
        "crs": grid.crs,
        "transform": _transform(grid.left, grid.top, grid.cell_m),
        "nodata": NODATA,
    }
    values = np.where(np.isfinite(grid.values), grid.values, NODATA).astype(np.float32)
    with MemoryFile() as memory:
        with memory.open(**profile) as plain:
            plain.write(values, 1)
        with memory.open() as plain:
            rasterio.shutil.copy(
                plain, str(path), driver="COG", compress="DEFLATE", level=9, predictor="YES",
                blocksize=256, overview_resampling="AVERAGE", num_threads=1,
            )  # fmt: skip


def zonal(
    plots: gpd.GeoDataFrame,
    grid: Grid,
    statistics: Sequence[str] = ("mean",),
    *,
    above: float | None = None,
) -> pd.DataFrame:
    """Summarise the cells under each plot, each weighted by the exact share the plot covers.

    Parameters
    ----------
    plots : GeoDataFrame
        Polygons in the grid's CRS.
    grid : Grid
    statistics : sequence of str
        ``mean``, ``min``, ``max``, ``p10`` and the like (the smallest value that at least 10 %
        of the covered area does not exceed), ``above_share`` (share of the covered area with a
        value over `above`), ``known_share`` (share of the plot that has data).
    above : float, optional
        Threshold of ``above_share``, in the grid's unit.

    Returns
    -------
    DataFrame
        Index of `plots`, a column a statistic. NaN where the plot lies outside the grid or on
        cells without data only; ``known_share`` is then 0.

    Examples
    --------
    >>> import geopandas as gpd, shapely
    >>> plots = gpd.GeoDataFrame(geometry=[shapely.box(0, 0, 15, 10)], crs="EPSG:25833")
    >>> cells = Grid(np.array([[3.0, 6.0]], dtype=np.float32), 0, 10, 10, "EPSG:25833")
    >>> zonal(plots, cells, ("mean", "max", "above_share"), above=5).round(3)
       mean  max  above_share
    0   4.0  6.0        0.333
    """
    from boligplan_geo.raster import coverage

    return coverage.summarise(plots, [coverage.Asked(grid, statistics, above)])[0]


def _transform(left: float, top: float, cell_m: float) -> Any:
    from rasterio import Affine

    return Affine(cell_m, 0.0, left, 0.0, -cell_m, top)


def _unusable(path: object, message: str, remedy: str) -> InputError:
    return InputError([Problem("terrain", f"{Path(str(path)).name}: {message}", remedy)])


def _plain_crs(name: object) -> str:
    """Horizontal CRS as ``EPSG:n`` where it has a number, else as WKT."""
    import pyproj

    crs = pyproj.CRS.from_user_input(name)
    if crs.is_compound:
        crs = crs.sub_crs_list[0]
    number = crs.to_epsg()
    return f"EPSG:{_SAME_UTM.get(number, number)}" if number else crs.to_wkt()


def _file_crs(source: Any, path: object, given: str | None) -> str:
    own = source.crs
    if own:
        name = _plain_crs(own.to_wkt())
        if given and _plain_crs(given) != name:
            what = f"the file says {name[:60]}, not {given}; the file's is used"
            warnings.warn(f"{Path(str(path)).name}: {what}", DataWarning, stacklevel=3)
        return name
    if not given:
        remedy = 'give the grid\'s own CRS: crs = "EPSG:…" for the layer in the config'
        raise _unusable(path, "no CRS", remedy)
    return _plain_crs(given)


def _square_cell(source: Any, path: object) -> float:
    t = source.transform
    if t.b or t.d or t.a <= 0 or t.e >= 0:
        raise _unusable(path, "the grid is not north-up", "warp it with gdalwarp")
    if abs(t.a + t.e) > SQUARE_TOLERANCE * t.a:
        raise _unusable(path, f"cells are not square: {t.a:g} × {-t.e:g}", "resample: gdalwarp -tr")
    return float(t.a)


def _window(
    source: Any, path: object, bounds: Sequence[float] | None, own: str, target: str
) -> Any:
    """Whole cells of the file that meet `bounds` (in the target CRS), and a margin."""
    import rasterio.warp
    from rasterio.windows import Window

    width, height = source.width, source.height
    margin = 0 if target == own else 3  # resampling needs neighbours
    if bounds is None:
        return Window(0, 0, width, height)
    if target != own:
        bounds = rasterio.warp.transform_bounds(target, own, *bounds, densify_pts=21)
    t = source.transform
    west, north = (bounds[0] - t.c) / t.a, (bounds[3] - t.f) / t.e
    east, south = (bounds[2] - t.c) / t.a, (bounds[1] - t.f) / t.e
    # a bound on a cell edge must not fetch the next cell because of rounding
    first_column = max(int(np.floor(west + 1e-6)) - margin, 0)
    first_row = max(int(np.floor(north + 1e-6)) - margin, 0)
    last_column = min(int(np.ceil(east - 1e-6)) + margin, width)
    last_row = min(int(np.ceil(south - 1e-6)) + margin, height)
    if first_column >= last_column or first_row >= last_row:
        raise _unusable(path, "does not meet the area of the plots", "check the CRS of both")
    return Window(first_column, first_row, last_column - first_column, last_row - first_row)
