"""A short text that changes where a table's content changes: for what-ifs and manifests."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from boligplan_geo.raster import Grid

MILLIMETRE = 0.001  # coordinates are compared to the millimetre, so that platforms agree


def digest(table: pd.DataFrame | Grid | None) -> str:
    """Digest of a table's rows by key, or of a grid's cells; row order does not matter.

    Geometry is rounded to 1 mm and brought to normal form, numbers to nine significant digits.

    Parameters
    ----------
    table : (Geo)DataFrame, Grid or None
        Unnamed indexes count as a key too.

    Returns
    -------
    str
        32 hexadecimal digits; ``"absent"`` for ``None``.

    Examples
    --------
    >>> a = pd.DataFrame({"x": [1.0, None]}, index=["p", "q"])
    >>> digest(a) == digest(a.loc[["q", "p"]])
    True
    """
    if table is None:
        return "absent"
    hasher = hashlib.blake2b(digest_size=16)
    if isinstance(table, Grid):
        hasher.update(repr((table.values.shape, table.left, table.top, table.cell_m)).encode())
        hasher.update(np.ascontiguousarray(table.values, dtype="float32").tobytes())
        return hasher.hexdigest()
    hashes = np.zeros(len(table), dtype="uint64")
    for position, name in enumerate(["", *sorted(map(str, table.columns))]):
        column = table.index.to_series() if not name else table[name]
        with np.errstate(over="ignore"):
            hashes = hashes * np.uint64(1_000_003) + _hashed(column) + np.uint64(position)
        hasher.update(name.encode())
    hasher.update(np.sort(hashes).tobytes())
    return hasher.hexdigest()


def _hashed(column: pd.Series) -> np.ndarray:
    """Hash each value, geometry as WKB on a millimetre grid, numbers to nine digits."""
    if isinstance(column, gpd.GeoSeries) or str(column.dtype) == "geometry":
        geometry = shapely.transform(
            np.asarray(column), lambda xy: np.floor(xy / MILLIMETRE + 0.5) * MILLIMETRE
        )
        column = pd.Series(shapely.to_wkb(shapely.normalize(geometry)))
    elif pd.api.types.is_float_dtype(column):
        values = column.to_numpy("float64", na_value=np.nan)
        with np.errstate(divide="ignore", invalid="ignore"):
            size = 10.0 ** (8 - np.floor(np.log10(np.abs(values))))
            values = np.where(np.isfinite(size), np.round(values * size) / size, values)
        column = pd.Series(np.where(values == 0, 0.0, values))
    elif not pd.api.types.is_numeric_dtype(column):
        column = column.map(lambda value: None if value is pd.NA else value).astype(str)
    return pd.util.hash_pandas_object(pd.Series(column.to_numpy()), index=False).to_numpy()


def fingerprint(*parts: str, **keywords: object) -> str:
    """One text from digests and keyword arguments.

    Examples
    --------
    >>> fingerprint("ab", steep_deg=20) == fingerprint("ab", steep_deg=20.0)
    False
    """
    settings: Mapping[str, object] = dict(sorted(keywords.items()))
    return hashlib.blake2b(repr((parts, settings)).encode(), digest_size=16).hexdigest()
