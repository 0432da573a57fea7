"""Open a source: file, archive member or database; the only place that opens vector files."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import re
import warnings
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import numpy as np
import pandas as pd
import pyogrio
import shapely
from pyogrio.errors import DataLayerError, DataSourceError, FeatureError, GeometryError

from boligplan_geo.read import gml, jsonstat
from boligplan_geo.read.config import LayerSource, nearest

_POSTGIS = 'install it with: pip install "sqlalchemy>=2" "psycopg[binary]>=3"'
_UNREADABLE = (
    DataSourceError, DataLayerError, FeatureError, GeometryError, ElementTree.ParseError,
    json.JSONDecodeError, zipfile.BadZipFile, UnicodeDecodeError, csv.Error, OSError, ValueError,
    KeyError,
)  # fmt: skip


class SourceError(Exception):
    """A source that cannot be read, with its remedy."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.remedy = remedy


@dataclass(frozen=True, eq=False)
class RawLayer:
    """One layer or feature type as its source has it.

    Parameters
    ----------
    name : str
        Layer or feature type.
    table : DataFrame
        Attributes under the source's own names.
    geometry : object array of shapely geometries or None
        None where the layer has no geometry at all; an element is None where it has none.
    crs : str
        As the source says; empty where it says nothing.
    lost : int
        Features that the source has and that could not be read.
    curved : list of row numbers with arcs, which were linearised
    """

    name: str
    table: pd.DataFrame
    geometry: np.ndarray | None = None
    crs: str = ""
    lost: int = 0
    curved: list[int] = field(default_factory=list)
    said: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Source:
    """An opened source: which layers it has, and how to read one of them."""

    shown: str
    sha256: str
    names: tuple[str, ...]
    read: Callable[[str], RawLayer]


class Library:
    """Opens each source once and keeps it while a municipality is read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._open: dict[str, Source] = {}
        self._layers: dict[tuple[str, str], RawLayer] = {}

    def source(self, entry: LayerSource) -> Source:
        """Open a source.

        Raises
        ------
        SourceError
            With message and remedy.
        """
        key = entry.source + (f"#{entry.layer}" if is_database(entry.source) else "")
        if key not in self._open:
            self._open[key] = _opened(entry, self.folder)
        return self._open[key]

    def layer(self, entry: LayerSource, name: str) -> RawLayer:
        """Read one layer of a source, whatever its format."""
        source = self.source(entry)
        if name not in source.names:
            remedy = nearest(name, source.names)
            raise SourceError(f"{source.shown} has no layer {name!r}", remedy)
        key = (entry.source, name)
        if key not in self._layers:
            self._layers[key] = guarded(lambda: source.read(name), source.shown)
        return self._layers[key]


def guarded(action: Callable, shown: str):  # noqa: ANN201 - the action's own type
    """Run a reading step; what a reader raises becomes a `SourceError`."""
    try:
        return action()
    except _UNREADABLE as error:
        message = re.sub(r"/vsi\w+/\S*", shown, str(error)).splitlines()[0][:200]
        remedy = "open it in QGIS or an editor to see whether it is whole"
        raise SourceError(f"cannot read {shown}: {message}", remedy) from error


def is_database(source: str) -> bool:
    """Whether a source is a database rather than a file."""
    return source.startswith(("postgresql://", "postgres://", "postgresql+"))


def shown_source(source: str) -> str:
    """The source as it may be shown: databases without user and password, paths as given.

    Examples
    --------
    >>> shown_source("postgresql://me:secret@db.example/plan")
    'postgresql://db.example/plan'
    """
    if is_database(source):
        parts = urlsplit(source)
        port = f":{parts.port}" if parts.port else ""
        return f"{parts.scheme}://{parts.hostname or ''}{port}{parts.path}"
    # an absolute path would tell whose machine it was
    head, mark, member = source.partition("!")
    return (Path(head).name if Path(head).is_absolute() else head) + mark + member


def _opened(entry: LayerSource, folder: Path) -> Source:
    shown = shown_source(entry.source)
    if is_database(entry.source):
        return _database(entry, shown)
    head, mark, member = entry.source.partition("!")
    path = folder / head
    if not path.exists():
        near = sorted(p.name for p in path.parent.glob("*")) if path.parent.is_dir() else []
        remedy = nearest(path.name, near) if near else f"the folder {head} lies in does not exist"
        raise SourceError(f"no such file: {shown}", remedy)
    digest = file_digest(path)
    suffix = Path(member or head).suffix.lower()
    if mark or suffix == ".zip":
        members = guarded(lambda: zipfile.ZipFile(path).namelist(), shown)
        if not mark:
            member, suffix = _only_member(members, shown)
        elif not any(m == member or m.startswith(member.rstrip("/") + "/") for m in members):
            raise SourceError(f"{head} has no member {member!r}", nearest(member, members))
    location = f"/vsizip/{path}/{member}" if member else str(path)

    def content() -> bytes:
        return zipfile.ZipFile(path).read(member) if member else path.read_bytes()

    return guarded(lambda: _by_format(suffix, shown, digest, location, content), shown)


def _only_member(members: list[str], shown: str) -> tuple[str, str]:
    known = (".gml", ".gpkg", ".geojson", ".json", ".shp", ".fgb", ".csv", ".parquet")
    files = [m for m in members if m.lower().endswith(known)]
    folders = sorted({m.split(".gdb/")[0] + ".gdb" for m in members if ".gdb/" in m})
    found = folders or files
    if len(found) != 1:
        remedy = f'write source = "{shown}!member", member one of {", ".join(found or members)}'
        raise SourceError(f"{shown} has {len(found)} members that could be meant", remedy)
    return found[0], Path(found[0]).suffix.lower()


def _by_format(
    suffix: str, shown: str, digest: str, location: str, content: Callable[[], bytes]
) -> Source:
    if suffix in (".gml", ".xml"):
        return _gml(shown, digest, content())
    if suffix in (".csv", ".tsv", ".txt"):
        return _table(shown, digest, csv_table(content()))
    if suffix in (".json", ".geojson"):
        return _json(shown, digest, content())
    if suffix in (".parquet", ".geoparquet"):
        return _parquet(shown, digest, content())
    if suffix == ".sos":
        raise SourceError(
            f"{shown} is SOSI, which is not read here",
            "convert it: apt install gdal-bin, then ogr2ogr -f GPKG out.gpkg in.sos",
        )
    names, said = layer_names(location)
    return Source(shown, digest, names, lambda name: vector_layer(location, name, said=said))


def layer_names(location: str | bytes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Layers of a source, and what GDAL warned of while it opened it."""
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        names = tuple(str(row[0]) for row in pyogrio.list_layers(location))
    return names, tuple(str(w.message) for w in heard)


def file_digest(path: Path) -> str:
    """SHA-256 of a file, of a FileGDB's files together, or of a shapefile with its siblings."""
    if path.is_dir():
        files = sorted(p for p in path.rglob("*") if p.is_file())
    elif path.suffix.lower() == ".shp":
        kept = {".shp", ".dbf", ".shx", ".prj", ".cpg"}
        files = sorted(p for p in path.parent.glob(f"{path.stem}.*") if p.suffix.lower() in kept)
    else:
        files = [path]
    total = hashlib.sha256()
    for file in files:
        with file.open("rb") as stream:
            while block := stream.read(1 << 20):
                total.update(block)
    return total.hexdigest()


def vector_layer(
    location: str | bytes,
    name: str,
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
        meta, _, wkb, data = pyogrio.raw.read(
            location, layer=name, columns=columns, datetime_as_string=True
        )
    table = pd.DataFrame(dict(zip(meta["fields"], data, strict=True)))
    if wkb is None:
        table = table if len(table.columns) else pd.DataFrame(index=range(0))
        return RawLayer(name, table)
    if not len(table.columns):
        table = pd.DataFrame(index=range(len(wkb)))
    geometry = shapely.from_wkb(wkb, on_invalid="ignore")
    broken = int(np.count_nonzero(~np.equal(wkb, None) & shapely.is_missing(geometry)))
    messages = {*said, *(str(w.message) for w in heard if "Measured" not in str(w.message))}
    if broken:
        messages.add(f"{broken} geometries are not whole")
    return RawLayer(name, table, geometry, str(meta["crs"] or ""), said=tuple(sorted(messages)))


def _gml(shown: str, digest: str, data: bytes) -> Source:
    found = gml.feature_types(data)
    if not found.attributes:
        raise SourceError(f"{shown} has no features", "it may be a schema or an empty delivery")
    drawable = gml.without_tins(data)

    def read(name: str) -> RawLayer:
        table = found.attributes[name]
        curved_ids = set(found.curved.get(name, []))
        curved = [i for i, identity in enumerate(table["gml_id"]) if identity in curved_ids]
        with _corrupt_features_skipped():
            if name not in layer_names(drawable)[0]:
                return RawLayer(name, table, curved=curved)
            drawn = vector_layer(drawable, name, columns=["gml_id"])
        if drawn.geometry is None:
            return RawLayer(name, table, curved=curved)
        # a faulty file may hold a gml:id twice, so rows are joined by id and occurrence
        left = table["gml_id"] + "#" + table.groupby("gml_id").cumcount().astype("str")
        ids = drawn.table["gml_id"].astype("str")
        right = ids + "#" + ids.groupby(ids).cumcount().astype("str")
        position = pd.Index(right).get_indexer(left)
        geometry = np.full(len(table), None, dtype=object)
        geometry[position >= 0] = drawn.geometry[position[position >= 0]]
        unread = table["gml_id"][position < 0]
        said = (f"geometry cannot be read: {', '.join(unread[:5])}",) if len(unread) else ()
        return RawLayer(name, table, geometry, drawn.crs, 0, curved, drawn.said + said)

    return Source(shown, digest, tuple(found.attributes), read)


@contextmanager
def _corrupt_features_skipped() -> Iterator[None]:
    """One broken ring must not end the read of a layer; what is skipped is counted."""
    option = "GML_SKIP_CORRUPTED_FEATURES"
    before = pyogrio.get_gdal_config_option(option)
    pyogrio.set_gdal_config_options({option: True})
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # GDAL names each feature; we do, by gml:id
            yield
    finally:
        pyogrio.set_gdal_config_options({option: before})


def csv_table(data: bytes) -> pd.DataFrame:
    """A table from CSV in UTF-8, with or without BOM, separated by ``;``, ``,`` or tab.

    Examples
    --------
    >>> csv_table("bygningsnummer;navn\\n0123;Sjå, ja".encode("utf-8-sig")).iloc[0].tolist()
    ['0123', 'Sjå, ja']
    """
    text = data.decode("utf-8-sig")
    first = text.split("\n", 1)[0]
    separator = max(";,\t", key=first.count)
    return pd.read_csv(io.StringIO(text), sep=separator, dtype="str", keep_default_na=False)


def _table(shown: str, digest: str, table: pd.DataFrame) -> Source:
    """A table, with geometry where it has a column ``wkt``, or ``x`` and ``y``, or lon and lat."""
    by_name = {str(c).casefold(): c for c in table.columns}
    geometry, crs = None, ""
    pairs = (("x", "y"), ("east", "north"), ("øst", "nord"), ("lon", "lat"))
    if "wkt" in by_name:
        geometry = shapely.from_wkt(table[by_name["wkt"]].to_numpy(object), on_invalid="ignore")
    for east, north in pairs:
        if geometry is None and east in by_name and north in by_name:
            xy = table[[by_name[east], by_name[north]]].apply(
                lambda c: pd.to_numeric(c.str.replace(",", "."), errors="coerce")
            )
            points = shapely.points(xy.to_numpy(float))
            geometry = np.where(xy.notna().all(axis=1), points, None)
            crs = "EPSG:4326" if east == "lon" else ""
    name = Path(shown).stem
    return Source(shown, digest, (name,), lambda _: RawLayer(name, table, geometry, crs))


def _json(shown: str, digest: str, data: bytes) -> Source:
    document = json.loads(data.decode("utf-8-sig"))
    if jsonstat.is_jsonstat(document):
        return _table(shown, digest, jsonstat.table(document))
    if not isinstance(document, Mapping) or "type" not in document:
        raise SourceError(f"{shown} is neither GeoJSON nor JSON-stat", "see the formats in README")
    features = document.get("features")
    names, said = layer_names(data)

    def read(name: str) -> RawLayer:
        raw = vector_layer(data, name, said=said)
        lost = len(features) - len(raw.table) if isinstance(features, list) else 0
        return RawLayer(name, raw.table, raw.geometry, raw.crs, max(lost, 0), [], raw.said)

    return Source(shown, digest, names, read)


def _parquet(shown: str, digest: str, data: bytes) -> Source:
    import geopandas as gpd

    name = Path(shown).stem
    try:
        frame = gpd.read_parquet(io.BytesIO(data))
    except ValueError:  # parquet without "geo" metadata is a plain table
        return _table(shown, digest, pd.read_parquet(io.BytesIO(data)))
    table = pd.DataFrame(frame.drop(columns=frame.geometry.name)).reset_index(drop=True)
    crs = frame.crs.to_string() if frame.crs is not None else ""
    raw = RawLayer(name, table, frame.geometry.to_numpy(), crs)
    return Source(shown, digest, (name,), lambda _: raw)


def _database(entry: LayerSource, shown: str) -> Source:
    if urlsplit(entry.source).password:
        raise SourceError(
            f"{shown}: the config holds a password",
            "take it out and set the environment variable PGPASSWORD",
        )
    if not entry.layer:
        raise SourceError(f"{shown}: which table?", 'add layer = "schema.table"')
    try:
        import psycopg  # noqa: F401 - the driver that SQLAlchemy will use
        import sqlalchemy
    except ImportError as error:
        raise SourceError(f"{shown} needs a database driver", _POSTGIS) from error
    url = re.sub(r"^postgres(ql)?(\+\w+)?://", "postgresql+psycopg://", entry.source)
    layer = entry.layer

    def read(name: str) -> RawLayer:
        return _database_layer(sqlalchemy, url, name)

    raw_digest = hashlib.sha256(f"{shown}#{layer}".encode()).hexdigest()
    return Source(shown, raw_digest, (layer,), read)


def _database_layer(sqlalchemy, url: str, name: str) -> RawLayer:  # noqa: ANN001 - optional
    password = os.environ.get("PGPASSWORD")
    engine = sqlalchemy.create_engine(url, connect_args={"password": password} if password else {})
    schema, _, table_name = name.rpartition(".")
    try:
        with engine.connect() as connection:
            table = sqlalchemy.Table(
                table_name, sqlalchemy.MetaData(), schema=schema or None, autoload_with=connection
            )
            geometries = [c.name for c in table.columns if "geom" in str(c.type).lower() or
                          str(c.type) == "NULL"]
            # the names were just read from the database's own catalogue
            rows = connection.execute(sqlalchemy.select(table)).mappings().all()
    except sqlalchemy.exc.SQLAlchemyError as error:
        remedy = "check host, table, user and the environment variable PGPASSWORD"
        raise SourceError(f"{shown_source(url)}: {type(error).__name__}", remedy) from error
    frame = pd.DataFrame(rows, columns=[c.name for c in table.columns])
    if not geometries:
        return RawLayer(name, frame)
    values = frame.pop(geometries[0]).to_numpy(object)
    geometry = shapely.from_wkb(values, on_invalid="ignore")
    srid = int(shapely.get_srid(geometry[0])) if len(geometry) else 0
    return RawLayer(name, frame, geometry, f"EPSG:{srid}" if srid else "")
