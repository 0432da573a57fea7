"""A short text that changes where a table's content changes: for what-ifs and manifests."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

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
    return _joined(table.columns, [_row_hashes(table)])


class RowDigest:
    """Digest of a table whose rows come in batches: what `digest` gives for the whole of it.

    Parameters
    ----------
    key : str
        Column that is the whole table's index.

    Examples
    --------
    >>> a = pd.DataFrame({"id": ["p", "q"], "x": [1.0, None]})
    >>> summed = RowDigest("id")
    >>> summed.add(a.iloc[1:])
    >>> summed.add(a.iloc[:1])
    >>> summed.text() == digest(a.set_index("id"))
    True
    """

    def __init__(self, key: str) -> None:
        self._key = key
        self._columns: Sequence[str] = ()
        self._hashes: list[np.ndarray] = []

    def add(self, batch: pd.DataFrame) -> None:
        """Count the rows of a batch; every batch has the same columns."""
        keyed = batch.set_index(self._key)
        self._columns = list(keyed.columns)
        self._hashes.append(_row_hashes(keyed))

    def text(self) -> str:
        """32 hexadecimal digits."""
        return _joined(self._columns, self._hashes)


def _row_hashes(table: pd.DataFrame) -> np.ndarray:
    """One hash a row, of its key and all its values by name of column."""
    hashes = np.zeros(len(table), dtype="uint64")
    for position, name in enumerate(["", *sorted(map(str, table.columns))]):
        column = table.index.to_series() if not name else table[name]
        with np.errstate(over="ignore"):
            hashes = hashes * np.uint64(1_000_003) + _hashed(column) + np.uint64(position)
    return hashes


def _joined(columns: Iterable[str], hashes: Sequence[np.ndarray]) -> str:
    """Digest of the names of columns and of the rows in any order."""
    hasher = hashlib.blake2b(digest_size=16)
    for name in ["", *sorted(map(str, columns))]:
        hasher.update(name.encode())
    hasher.update(np.sort(np.concatenate([np.empty(0, "uint64"), *hashes])).tobytes())
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
    elif isinstance(column.dtype, pd.StringDtype):
        column = column.astype(str)
    elif not pd.api.types.is_numeric_dtype(column):
        column = column.map(lambda value: None if value is pd.NA else value).astype(str)
    return pd.util.hash_pandas_object(pd.Series(column.to_numpy()), index=False).to_numpy()


def content_mark(table: pd.DataFrame | Grid | None) -> str:
    """Mark of a layer's content as it lies in memory: quick, for what is known from before.

    Unlike `digest`, the order of rows and every bit of a coordinate count: a table that was
    measured before is only taken again where its rows are the same.

    Returns
    -------
    str
        32 hexadecimal digits; ``"absent"`` for ``None``.

    Examples
    --------
    >>> a = pd.DataFrame({"x": [1.0, None]}, index=["p", "q"])
    >>> content_mark(a) == content_mark(a.copy()), content_mark(a) == content_mark(a[::-1])
    (True, False)
    """
    if table is None or isinstance(table, Grid):
        return digest(table)
    hasher = hashlib.blake2b(digest_size=16)
    for name, column in (("", table.index.to_series()), *table.items()):
        content = _content(column)
        hasher.update(repr((name, str(column.dtype), len(column), len(content))).encode())
        hasher.update(content)
    return hasher.hexdigest()


def _content(column: pd.Series) -> bytes:
    """All values of a column in one run of bytes."""
    if str(column.dtype) == "geometry":
        parts = shapely.to_wkb(np.asarray(column))
        sizes = np.array([-1 if part is None else len(part) for part in parts])
        return sizes.tobytes() + b"".join(part for part in parts if part is not None)
    if isinstance(column.dtype, np.dtype) and column.dtype.kind != "O":
        return column.to_numpy().tobytes()
    return "\x1f".join(map(repr, column.tolist())).encode()


def fingerprint(*parts: str, **keywords: object) -> str:
    """One text from digests and keyword arguments.

    Examples
    --------
    >>> fingerprint("ab", steep_deg=20) == fingerprint("ab", steep_deg=20.0)
    False
    """
    settings: Mapping[str, object] = dict(sorted(keywords.items()))
    return hashlib.blake2b(repr((parts, settings)).encode(), digest_size=16).hexdigest()
