"""Open a source: file, archive member or database; the only place that opens vector files."""

from __future__ import annotations

import csv
import hashlib
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit
from xml.etree import ElementTree

from pyogrio.errors import DataLayerError, DataSourceError, FeatureError, GeometryError

from boligplan_geo.read.config import LayerSource, nearest
from boligplan_geo.read.formats import (
    csv_table,
    gml_source,
    json_source,
    parquet_source,
    sosi_source,
    table_source,
)
from boligplan_geo.read.formats.database import database_source
from boligplan_geo.read.formats.provision_toml import provision_table
from boligplan_geo.read.formats.raw import RawLayer, Source, SourceError
from boligplan_geo.read.formats.vectors import layer_names, vector_layer

Opened = TypeVar("Opened")
_UNREADABLE = (
    DataSourceError, DataLayerError, FeatureError, GeometryError, ElementTree.ParseError,
    json.JSONDecodeError, zipfile.BadZipFile, UnicodeDecodeError, csv.Error, OSError, ValueError,
    KeyError,
)  # fmt: skip


class Library:
    """Opens each source once and keeps it while a municipality is read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._open: dict[str, Source] = {}
        self._layers: dict[tuple[str, str], RawLayer] = {}
        self._told: set[tuple[str, str]] = set()

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

    def is_untold(self, source: Source, name: str) -> bool:
        """Whether this is the first time that one asks; faults of a file are told once."""
        is_first = (source.shown, name) not in self._told
        self._told.add((source.shown, name))
        return is_first


def guarded(action: Callable[[], Opened], shown: str) -> Opened:
    """Run a reading step; what a reader raises becomes a `SourceError`."""
    try:
        return action()
    except _UNREADABLE as error:
        # GDAL's messages hold absolute paths, which say whose machine it is, and advice on drivers
        text = re.sub(r"'?/\S*/[^\s']*'?", shown, str(error)) or type(error).__name__
        message = text.splitlines()[0].split("; It might help")[0][:200]
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
        return database_source(entry, shown)
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
    known = (".gml", ".gpkg", ".geojson", ".json", ".shp", ".fgb", ".csv", ".parquet", ".sos")
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
        return gml_source(shown, digest, content())
    if suffix in (".csv", ".tsv", ".txt"):
        return table_source(shown, digest, csv_table(content()))
    if suffix == ".toml":
        return table_source(shown, digest, provision_table(content()))
    if suffix in (".json", ".geojson"):
        return json_source(shown, digest, content())
    if suffix in (".parquet", ".geoparquet"):
        return parquet_source(shown, digest, content())
    if suffix in (".sos", ".sosi"):
        return sosi_source(shown, digest, content())
    names, said = layer_names(location)
    return Source(shown, digest, names, lambda name: vector_layer(location, name, said=said))


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
