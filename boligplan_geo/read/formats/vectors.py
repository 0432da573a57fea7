"""Layers that GDAL reads, with what it does not say: warnings, broken shapes and arcs."""

from __future__ import annotations

import sqlite3
import warnings
from contextlib import closing
from pathlib import Path

import numpy as np
import pandas as pd
import pyogrio
import shapely

from boligplan_geo.read.formats.curves import CURVED, taken_straight
from boligplan_geo.read.formats.raw import RawLayer

#: Declared types that may hold curves besides those that are curves.
_ANY_TYPE = ("GEOMETRY", "CURVE", "SURFACE", "GEOMETRYCOLLECTION")


def layer_names(location: str | bytes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Layers of a source, and what GDAL warned of while it opened it."""
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        names = tuple(str(row[0]) for row in pyogrio.list_layers(location))
    return names, tuple(str(w.message) for w in heard)


def vector_layer(
    location: str | bytes,
    name: str | int,
    columns: list[str] | None = None,
    said: tuple[str, ...] = (),
) -> RawLayer:
    """Read a layer with GDAL, keeping rows whose geometry is broken.

    Notes
    -----
    Read as WKB rather than as a GeoDataFrame: pyproj on Python 3.11 does not know EPSG:11023,
    by which GDAL calls 3D UTM 33, and a ring of three points would end the read.
    """
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        meta, fids, wkb, data = pyogrio.raw.read(
            location, layer=name, columns=columns, datetime_as_string=True, return_fids=True
        )
    table = pd.DataFrame(dict(zip(meta["fields"], data, strict=True)))
    if wkb is None:
        table = table if len(table.columns) else pd.DataFrame(index=range(0))
        return RawLayer(str(name), table)
    if not len(table.columns):
        table = pd.DataFrame(index=range(len(wkb)))
    geometry = shapely.from_wkb(wkb, on_invalid="ignore")
    is_given = np.array([value is not None for value in wkb], dtype=bool)
    broken = int(np.count_nonzero(is_given & shapely.is_missing(geometry)))
    messages = {*said, *(str(w.message) for w in heard if "Measured" not in str(w.message))}
    if broken:
        messages.add(f"{broken} geometries are not whole")
    crs = str(meta["crs"] or "")
    wkt = _curved(location, str(name), fids)
    geometry, curved, area = taken_straight(geometry, wkt)
    said_now = tuple(sorted(messages))
    return RawLayer(str(name), table, geometry, crs, 0, curved, said_now, area)


def _curved(location: str | bytes, name: str, fids: np.ndarray) -> dict[int, str]:
    """WKT of the features with arcs, which GDAL hands over straightened in silence, by row."""
    if isinstance(location, bytes) or not location.lower().endswith((".gpkg", ".gdb")):
        return {}
    if _is_plain_geopackage(location, name):
        return {}
    kinds = ", ".join(f"'{kind}'" for kind in CURVED)
    query = f'SELECT OGR_GEOM_WKT AS wkt FROM "{name}" WHERE OGR_GEOMETRY IN ({kinds})'
    _, found, _, (texts,) = pyogrio.raw.read(
        location, sql=query, sql_dialect="OGRSQL", read_geometry=False, return_fids=True
    )
    rows = pd.Index(fids).get_indexer(found)
    return dict(zip(rows.tolist(), texts, strict=True))


def _is_plain_geopackage(location: str, name: str) -> bool:
    """Whether a GeoPackage declares a layer of a type that has no arcs: saves a look at each."""
    if not location.lower().endswith(".gpkg") or not Path(location).is_file():
        return False
    query = "SELECT geometry_type_name FROM gpkg_geometry_columns WHERE table_name = ?"
    address = Path(location).resolve().as_uri()
    try:
        with closing(sqlite3.connect(f"{address}?mode=ro&immutable=1", uri=True)) as package:
            found = package.execute(query, (name,)).fetchone()
    except sqlite3.Error:
        return False
    return found is not None and str(found[0]).upper() not in (*CURVED, *_ANY_TYPE)
