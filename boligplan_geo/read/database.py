"""Layers from PostGIS: optional, with the password from the environment only."""

from __future__ import annotations

import hashlib
import importlib
import os
import re
import warnings
from typing import Any
from urllib.parse import urlsplit

import pandas as pd
import shapely

from boligplan_geo.read.config import LayerSource
from boligplan_geo.read.formats import RawLayer, Source, SourceError

_POSTGIS = 'install it with: pip install "sqlalchemy>=2" "psycopg[binary]>=3"'


def database_source(entry: LayerSource, shown: str) -> Source:
    """A table of PostGIS or PostgreSQL.

    Raises
    ------
    SourceError
        Where the config holds a password, names no table, or the driver is absent.
    """
    if urlsplit(entry.source).password:
        raise SourceError(
            f"{shown}: the config holds a password",
            "take it out and set the environment variable PGPASSWORD",
        )
    if not entry.layer:
        raise SourceError(f"{shown}: which table?", 'add layer = "schema.table"')
    try:
        importlib.import_module("psycopg")  # the driver that SQLAlchemy will use
        sqlalchemy: Any = importlib.import_module("sqlalchemy")
    except ImportError as error:
        raise SourceError(f"{shown} needs a database driver", _POSTGIS) from error
    url = re.sub(r"^postgres(ql)?(\+\w+)?://", "postgresql+psycopg://", entry.source)
    raw = _layer(sqlalchemy, url, entry.layer, shown)
    return Source(shown, _digest(raw), (entry.layer,), lambda _: raw)


def _digest(raw: RawLayer) -> str:
    """SHA-256 of the rows as they were read, whatever order the database gave them in."""
    rows = raw.table.astype("str")
    if raw.geometry is not None:
        rows = rows.assign(geometry=shapely.to_wkb(raw.geometry, hex=True))
    lines = sorted("\x1f".join(map(str, row)) for row in rows.itertuples(index=False))
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _layer(sqlalchemy: Any, url: str, name: str, shown: str) -> RawLayer:
    password = os.environ.get("PGPASSWORD")
    engine = sqlalchemy.create_engine(url, connect_args={"password": password} if password else {})
    schema, _, table_name = name.rpartition(".")
    try:
        with engine.connect() as connection, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # SQLAlchemy alone does not know type geometry
            table = sqlalchemy.Table(
                table_name, sqlalchemy.MetaData(), schema=schema or None, autoload_with=connection
            )
            geometries = [
                c.name
                for c in table.columns
                if "geom" in str(c.type).lower() or str(c.type) == "NULL"
            ]
            # the names were just read from the database's own catalogue
            rows = connection.execute(sqlalchemy.select(table)).mappings().all()
    except sqlalchemy.exc.SQLAlchemyError as error:
        remedy = "check host, table, user and the environment variable PGPASSWORD"
        raise SourceError(f"{shown}: {type(error).__name__}", remedy) from error
    frame = pd.DataFrame(rows, columns=[c.name for c in table.columns])
    if not geometries:
        return RawLayer(name, frame)
    values = frame.pop(geometries[0]).to_numpy(object)
    geometry = shapely.from_wkb(values, on_invalid="ignore")
    srid = int(shapely.get_srid(geometry[0])) if len(geometry) else 0
    return RawLayer(name, frame, geometry, f"EPSG:{srid}" if srid else "")
