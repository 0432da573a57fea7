"""Write layers to a GeoPackage that QGIS opens in our colours, the same bytes every time."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyogrio

from boligplan_geo.export.layers import LAYERS
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


def write(
    layers: Mapping[str, pd.DataFrame],
    path: Path,
    *,
    language: str = "nb",
    audience: str = "public",
) -> None:
    """Write the layers, with descriptions, aliases and default styles.

    What is not for the public says so before the name and description of every layer: a file
    is copied without its folder.

    Version 1.2 of the format, for older QGIS; rows as they come; every column of a layer is
    there, also where it is empty.
    """
    mark = f"{phrase('internal_mark', language)} – " if audience == "internal" else ""
    stamp = written_at().strftime("%Y-%m-%dT%H:%M:%S.000Z")
    # without it GDAL stamps the layers with the time of day
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": stamp})
    try:
        for number, (name, table) in enumerate(layers.items()):
            _write_layer(name, table, path, append=number > 0, language=language, mark=mark)
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})
    _add_styles(layers, path, stamp, language)


def _write_layer(
    name: str, table: pd.DataFrame, path: Path, *, append: bool, language: str, mark: str
) -> None:
    layer = LAYERS[name]
    title = mark + layer.title(language)
    empty = "" if len(table) else f" – {phrase('no_rows', language)}"
    options = {
        "layer": name,
        "driver": "GPKG",
        "append": append,
        "use_arrow": True,
        "layer_options": {
            "IDENTIFIER": title,
            "DESCRIPTION": f"{mark}{name}: {layer.title(language)}{empty}",
        },
        "dataset_options": {} if append else {"VERSION": "1.2"},
    }
    if isinstance(table, gpd.GeoDataFrame):
        pyogrio.write_dataframe(table, path, geometry_type=layer.geometry, **options)
    else:
        pyogrio.write_dataframe(table, path, **options)


def _add_styles(layers: Mapping[str, pd.DataFrame], path: Path, stamp: str, language: str) -> None:
    """Add the style table, registered so that GDAL and QGIS list it without complaint."""
    database = sqlite3.connect(path)
    with database:
        database.execute(_STYLE_TABLE)
        database.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, "
            "last_change) VALUES ('layer_styles', 'attributes', 'layer_styles', '', ?)",
            (stamp,),
        )
        for name, table in layers.items():
            geometry = "geom" if LAYERS[name].geometry else ""  # QGIS finds no style by null
            row = (
                "",
                "",
                name,
                geometry,
                name,
                qml(name, table, language),
                "",
                1,
                LAYERS[name].title(language),
                "",
                None,
                stamp,
            )
            database.execute(
                "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, "
                "f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, "
                "owner, ui, update_time) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
                row,
            )
    database.close()
