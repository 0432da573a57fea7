"""Write layers to a GeoPackage that QGIS opens in our colours, the same bytes every time."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyogrio
import pyproj
import shapely

from boligplan_geo.digest import RowDigest
from boligplan_geo.export.layers import LAYERS, LayerRows
from boligplan_geo.export.styles import qml
from boligplan_geo.words import phrase

#: The twelve columns that QGIS looks for, after the key.
_STYLE_TABLE = """CREATE TABLE layer_styles (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    f_table_catalog TEXT(256), f_table_schema TEXT(256), f_table_name TEXT(256),
    f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT,
    useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30), update_time DATETIME)"""


def written_at() -> datetime:
    """Time to stamp on files: ``SOURCE_DATE_EPOCH`` where set, so that bytes can be repeated.

    Examples
    --------
    >>> os.environ["SOURCE_DATE_EPOCH"] = "0"
    >>> written_at().isoformat()
    '1970-01-01T00:00:00+00:00'
    >>> del os.environ["SOURCE_DATE_EPOCH"]
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return now.replace(microsecond=0)


@dataclass(frozen=True)
class Written:
    """What was written of one layer: its number of rows and their digest."""

    rows: int
    digest: str


def write(
    layers: Iterable[LayerRows],
    path: Path,
    *,
    language: str = "nb",
    audience: str = "public",
) -> dict[str, Written]:
    """Write the layers one after the other, with descriptions, aliases and default styles.

    What is not for the public says so before the name and description of every layer: a file
    is copied without its folder. A large layer is never in memory whole in its exported form:
    rows are made, counted in the digest and written batch by batch.

    Version 1.2 of the format, for older QGIS; rows as they come; every column of a layer is
    there, also where it is empty.

    Returns
    -------
    dict of layer to Written
    """
    mark = f"{phrase('internal_mark', language)} – " if audience == "internal" else ""
    stamp = written_at().strftime("%Y-%m-%dT%H:%M:%S.000Z")
    written: dict[str, Written] = {}
    styles: dict[str, str] = {}
    # without it GDAL stamps the layers with the time of day
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": stamp})
    try:
        for layer in layers:
            written[layer.name] = _write_layer(
                layer, path, append=bool(written), language=language, mark=mark
            )
            styles[layer.name] = qml(layer.name, layer.columns, language)
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})
    _add_styles(styles, path, stamp, language)
    return written


def _write_layer(rows: LayerRows, path: Path, *, append: bool, language: str, mark: str) -> Written:
    layer = LAYERS[rows.name]
    title = mark + layer.title(language)
    empty = "" if len(rows) else f" – {phrase('no_rows', language)}"
    summed = RowDigest(layer.key)
    place = (
        {"geometry_name": "geometry", "geometry_type": layer.geometry, "crs": _crs(rows.crs)}
        if layer.geometry
        else {}
    )
    pyogrio.write_arrow(
        _stream(rows, summed),
        path,
        layer=rows.name,
        driver="GPKG",
        append=append,
        layer_options={
            "IDENTIFIER": title,
            "DESCRIPTION": f"{mark}{rows.name}: {layer.title(language)}{empty}",
        },
        dataset_options={} if append else {"VERSION": "1.2"},
        **place,
    )
    return Written(len(rows), summed.text())


def _crs(given: str) -> str:
    """As GDAL knows it best: by its EPSG code where it has one."""
    crs = pyproj.CRS(given)
    code = crs.to_epsg()
    return f"EPSG:{code}" if code else str(crs.to_wkt("WKT1_GDAL"))


def _stream(rows: LayerRows, summed: RowDigest) -> pa.RecordBatchReader:
    """Rows as Arrow, each batch made when it is asked for; `summed` sees every one of them."""
    kinds = {"float64": pa.float64(), "bool": pa.bool_()}
    fields = [(c, kinds.get(str(t), pa.large_string())) for c, t in rows.columns.dtypes.items()]
    if LAYERS[rows.name].geometry:
        fields.append(("geometry", pa.binary()))
    schema = pa.schema(fields)

    def made() -> Iterator[pa.RecordBatch]:
        for batch in rows.batches():
            summed.add(batch)
            plain = pd.DataFrame(batch)
            if "geometry" in schema.names:
                plain["geometry"] = shapely.to_wkb(np.asarray(batch["geometry"], dtype=object))
            table = pa.Table.from_pandas(plain, schema=schema, preserve_index=False)
            yield from table.replace_schema_metadata(None).combine_chunks().to_batches()

    return pa.RecordBatchReader.from_batches(schema, made())


def _add_styles(styles: Mapping[str, str], path: Path, stamp: str, language: str) -> None:
    """Add the style table, registered so that GDAL and QGIS list it without complaint."""
    database = sqlite3.connect(path)
    with database:
        database.execute(_STYLE_TABLE)
        database.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, "
            "last_change) VALUES ('layer_styles', 'attributes', 'layer_styles', '', ?)",
            (stamp,),
        )
        for name, style in styles.items():
            geometry = "geom" if LAYERS[name].geometry else ""  # QGIS finds no style by null
            title = LAYERS[name].title(language)
            row = ("", "", name, geometry, name, style, "", 1, title, "", None, stamp)
            database.execute(
                "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, "
                "f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, "
                "owner, ui, update_time) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
                row,
            )
    database.close()
