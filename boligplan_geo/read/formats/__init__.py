"""How each file format becomes raw layers."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import shapely

from boligplan_geo.read.formats import esri_json, gml, gml_rules, jsonstat, sosi
from boligplan_geo.read.formats.raw import RawLayer, Source, SourceError
from boligplan_geo.read.formats.srs_names import epsg
from boligplan_geo.read.formats.vectors import layer_names, vector_layer


def gml_source(shown: str, digest: str, data: bytes) -> Source:
    """Feature types of a GML, with what the national rules find wrong with them."""
    found = gml.feature_types(data)
    if not found.attributes:
        raise SourceError(f"{shown} has no features", "it may be a schema or an empty delivery")
    faults = gml_rules.faults(found)

    def read(name: str) -> RawLayer:
        shapes = found.drawn[name]
        systems = Counter(code for shape in shapes for s in shape.srs if (code := epsg(s) or s))
        crs = systems.most_common(1)[0][0] if systems else ""
        geometry = np.array([shape.geometry for shape in shapes], dtype=object)
        has_shape = not shapely.is_missing(geometry).all() or any(s.unreadable for s in shapes)
        return RawLayer(
            name,
            found.attributes[name],
            geometry if has_shape else None,
            f"EPSG:{crs}" if crs.isdigit() else crs,
            curved=[i for i, shape in enumerate(shapes) if shape.arcs_count],
            arc_area_m2=sum(shape.arc_area_m2 for shape in shapes),
            faults=faults.get(name, ()),
        )

    return Source(shown, digest, tuple(found.attributes), read, tuple(faults))


def sosi_source(shown: str, digest: str, data: bytes) -> Source:
    """Object types of a SOSI file."""
    found = sosi.drawing(data)
    if not found.groups:
        raise SourceError(f"{shown} has no features", "it may be an empty delivery")

    def read(name: str) -> RawLayer:
        kind = sosi.object_type(found, name)
        return RawLayer(
            name,
            kind.table,
            kind.geometry,
            found.crs,
            curved=kind.curved,
            arc_area_m2=kind.arc_area_m2,
            faults=kind.faults,
        )

    return Source(shown, digest, tuple(found.groups), read)


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
    csv.field_size_limit(2**31 - 1)  # a municipality's outline as WKT is long
    lines = [row for row in csv.reader(io.StringIO(text), delimiter=separator) if row]
    if not lines:
        raise ValueError("the file is empty")
    header, *rows = lines
    # pandas would take the first cells of a longer row for its index, in silence
    uneven = next((i for i, row in enumerate(rows, start=2) if len(row) != len(header)), None)
    if uneven is not None:
        cells = len(rows[uneven - 2])
        raise ValueError(f"row {uneven} has {cells} cells, the header {len(header)}")
    return pd.DataFrame(rows, columns=header, dtype="str")


def table_source(shown: str, digest: str, table: pd.DataFrame) -> Source:
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


def json_source(shown: str, digest: str, data: bytes) -> Source:
    """JSON-stat as a table, GeoJSON and Esri JSON as a layer."""
    document = json.loads(data.decode("utf-8-sig"))
    if jsonstat.is_jsonstat(document):
        return table_source(shown, digest, jsonstat.table(document))
    if isinstance(document, Mapping) and esri_json.is_cut_off(document):
        raise SourceError(
            f"{shown} is cut off: the server left features out (exceededTransferLimit)",
            "export it again in pages, or as a file geodatabase",
        )
    if esri_json.is_esri(document):
        return _esri_source(shown, digest, document)
    if not isinstance(document, Mapping) or "type" not in document:
        raise SourceError(f"{shown} is neither GeoJSON nor JSON-stat", "see the formats in README")
    features = document.get("features")
    _, said = layer_names(data)
    # GDAL names a nameless collection after its buffer, a new one each time
    names = (Path(shown).stem,)

    def read(name: str) -> RawLayer:
        raw = vector_layer(data, 0, said=said)
        lost = len(features) - len(raw.table) if isinstance(features, list) else 0
        return RawLayer(name, raw.table, raw.geometry, raw.crs, max(lost, 0), [], raw.said)

    return Source(shown, digest, names, read)


def _esri_source(shown: str, digest: str, document: Mapping[str, Any]) -> Source:
    name = str(document.get("name") or Path(shown).stem)
    found = esri_json.feature_set(document)
    raw = RawLayer(
        name,
        found.table,
        found.geometry,
        found.crs,
        curved=found.curved,
        arc_area_m2=found.arc_area_m2,
        aliases=found.aliases,
    )
    return Source(shown, digest, (name,), lambda _: raw)


def parquet_source(shown: str, digest: str, data: bytes) -> Source:
    """GeoParquet as a layer, other Parquet as a table."""
    import geopandas as gpd

    name = Path(shown).stem
    try:
        frame = gpd.read_parquet(io.BytesIO(data))
    except ValueError:  # parquet without "geo" metadata is a plain table
        return table_source(shown, digest, pd.read_parquet(io.BytesIO(data)))
    table = pd.DataFrame(frame.drop(columns=frame.geometry.name)).reset_index(drop=True)
    crs = frame.crs.to_string() if frame.crs is not None else ""
    raw = RawLayer(name, table, frame.geometry.to_numpy(), crs)
    return Source(shown, digest, (name,), lambda _: raw)
