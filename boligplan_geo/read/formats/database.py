"""Layers from PostGIS: optional, with the password from the environment only."""

from __future__ import annotations

import hashlib
import importlib
import os
import re
import struct
from typing import Any
from urllib.parse import urlsplit

import numpy as np
import pandas as pd
import shapely

from boligplan_geo.read.config import LayerSource, nearest
from boligplan_geo.read.formats.curves import CURVED, taken_straight
from boligplan_geo.read.formats.raw import RawLayer, Source, SourceError

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
    # a day in Norway begins an hour or two before it does in Greenwich
    options = {"options": "-c timezone=Europe/Oslo"}
    if password := os.environ.get("PGPASSWORD"):
        options["password"] = password
    engine = sqlalchemy.create_engine(url, connect_args=options)
    try:
        with engine.connect() as connection:
            if not _exists(sqlalchemy, connection, name):
                raise _no_table(sqlalchemy, connection, name, shown)
            return _read(connection, name, shown)
    except sqlalchemy.exc.SQLAlchemyError as error:
        remedy = "check host, table, user and the environment variable PGPASSWORD"
        raise SourceError(f"{shown}: {type(error).__name__}", remedy) from error
    finally:
        engine.dispose()


def _read(connection: Any, name: str, shown: str) -> RawLayer:
    """All rows of a table or view that exists."""
    quoted = _quoted(connection, name)
    result = connection.exec_driver_sql(f"SELECT * FROM {quoted}")
    known = connection.exec_driver_sql("SELECT oid FROM pg_type WHERE typname = 'geometry'")
    oids = {oid for (oid,) in known}
    shapes = [c.name for c in result.cursor.description if c.type_code in oids]
    frame = pd.DataFrame([tuple(row) for row in result], columns=list(result.keys()))
    # SOSI Plan features are known by the table's own name, without its schema
    own_name = name.rpartition(".")[2]
    if not shapes:
        return RawLayer(own_name, frame)
    values = frame[shapes[0]].to_numpy(object)
    curved = _curved(connection, quoted, connection.dialect.identifier_preparer.quote(shapes[0]))
    return _with_shapes(own_name, frame.drop(columns=shapes), values, curved, shown)


def _quoted(connection: Any, name: str) -> str:
    schema, _, own_name = name.rpartition(".")
    quote = connection.dialect.identifier_preparer.quote_identifier
    return ".".join(quote(part) for part in (schema, own_name) if part)


def _with_shapes(
    name: str, frame: pd.DataFrame, values: np.ndarray, curved: dict[str, str], shown: str
) -> RawLayer:
    """The rows with their geometry: EWKB in hexadecimals, or WKT where it has arcs."""
    straight = np.array([None if v in curved else v for v in values], dtype=object)
    geometry = shapely.from_wkb(straight, on_invalid="ignore")
    systems = set(shapely.get_srid(geometry[~shapely.is_missing(geometry)]).tolist())
    systems |= {_srid(value) for value in curved}
    if len(systems) > 1:
        raise SourceError(
            f"{shown}: {name} holds geometry of several SRIDs: {sorted(systems)}",
            "make a view of each, and give them as sources of their own",
        )
    by_row = {i: curved[value] for i, value in enumerate(values) if value in curved}
    geometry, rows, area = taken_straight(geometry, by_row)
    srid = next(iter(systems), 0)
    crs = f"EPSG:{srid}" if srid else ""
    return RawLayer(name, frame, geometry, crs, curved=rows, arc_area_m2=area)


def _exists(sqlalchemy: Any, connection: Any, name: str) -> bool:
    found = sqlalchemy.text("SELECT to_regclass(:name)")
    return connection.execute(found, {"name": _quoted(connection, name)}).scalar() is not None


def _no_table(sqlalchemy: Any, connection: Any, name: str, shown: str) -> SourceError:
    schema, _, own_name = name.rpartition(".")
    catalogue = sqlalchemy.inspect(connection)
    schemas = catalogue.get_schema_names()
    if schema and schema not in schemas:
        return SourceError(f"{shown} has no schema {schema!r}", nearest(schema, schemas))
    names = [*catalogue.get_table_names(schema or None), *catalogue.get_view_names(schema or None)]
    return SourceError(f"{shown} has no table {name!r}", nearest(own_name, names))


def _curved(connection: Any, table: str, column: str) -> dict[str, str]:
    """WKT of shapes with arcs, which shapely cannot hold, by their EWKB as it is read."""
    kinds = ", ".join(f"'{kind}'" for kind in CURVED)
    query = f"SELECT {column}, ST_AsText({column}) FROM {table} WHERE GeometryType({column}) IN"
    return {str(ewkb): str(wkt) for ewkb, wkt in connection.exec_driver_sql(f"{query} ({kinds})")}


def _srid(ewkb: str) -> int:
    """The SRID within EWKB in hexadecimals; 0 where it says none."""
    order = "<" if ewkb[:2] == "01" else ">"
    kind, srid = struct.unpack(f"{order}II", bytes.fromhex(ewkb[2:18]))
    return int(srid) if kind & 0x20000000 else 0
