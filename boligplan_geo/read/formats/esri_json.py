"""Esri's own JSON, as ArcGIS servers and municipal portals export layers.

References
----------
ArcGIS REST API: FeatureSet and geometry objects.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
import shapely

from boligplan_geo.read.formats import arcs

_WEB_MERCATOR = {102100, 102113, 900913}


@dataclass
class FeatureSet:
    """A layer of Esri JSON: values as codes, titles of its columns, shapes, CRS."""

    table: pd.DataFrame
    geometry: np.ndarray | None
    crs: str
    aliases: dict[str, str] = field(default_factory=dict)
    curved: list[int] = field(default_factory=list)
    arc_area_m2: float = 0.0


def is_esri(document: object) -> bool:
    """Whether a JSON document is Esri's rather than GeoJSON."""
    if not isinstance(document, Mapping) or not isinstance(document.get("features"), list):
        return False
    first = document["features"][0] if document["features"] else {}
    return isinstance(first, Mapping) and ("attributes" in first or "geometryType" in document)


def is_cut_off(document: Mapping[str, Any]) -> bool:
    """Whether the server says that it left features out (``exceededTransferLimit``).

    Examples
    --------
    >>> is_cut_off({"features": [], "properties": {"exceededTransferLimit": True}})
    True
    """
    inner = document.get("properties")
    places = [document, inner if isinstance(inner, Mapping) else {}]
    return any(place.get("exceededTransferLimit") is True for place in places)


def feature_set(document: Mapping[str, Any]) -> FeatureSet:
    """Read Esri JSON.

    Examples
    --------
    >>> found = feature_set({"spatialReference": {"wkid": 25833}, "features": [
    ...     {"attributes": {"KPAREALFORMAL": 1110},
    ...      "geometry": {"rings": [[[0, 0], [0, 2], [2, 2], [2, 0], [0, 0]]]}}]})
    >>> found.table.to_dict("records"), found.geometry[0].area, found.crs
    ([{'KPAREALFORMAL': 1110}], 4.0, 'EPSG:25833')
    """
    features = document["features"]
    table = pd.DataFrame([feature.get("attributes") or {} for feature in features])
    aliases = {str(k): str(v) for k, v in (document.get("fieldAliases") or {}).items()}
    for column in document.get("fields") or []:
        name = column["name"]
        aliases.setdefault(name, str(column.get("alias") or name))
        if name not in table.columns:
            continue
        if column.get("type") == "esriFieldTypeDate":
            moments = pd.to_datetime(table[name], unit="ms", utc=True, errors="coerce")
            table[name] = moments.dt.tz_convert("Europe/Oslo").dt.strftime("%Y-%m-%d")
        coded = (column.get("domain") or {}).get("codedValues") or []
        code_of = {value["name"]: value["code"] for value in coded}
        table[name] = table[name].map(lambda v, c=code_of: c.get(v, v) if isinstance(v, str) else v)
    result = FeatureSet(table, None, _system(document.get("spatialReference") or {}), aliases)
    shapes = [feature.get("geometry") for feature in features]
    if any(shapes):
        result.geometry = np.full(len(features), None, dtype=object)
        for row, shape in enumerate(shapes):
            if shape:
                result.geometry[row], area, has_arcs = _shape(shape)
                result.arc_area_m2 += area
                result.curved += [row] if has_arcs else []
    return result


def _system(reference: Mapping[str, Any]) -> str:
    code = reference.get("latestWkid") or reference.get("wkid")
    if code in _WEB_MERCATOR:
        code = 3857
    return f"EPSG:{code}" if code else str(reference.get("wkt") or "")


def _shape(given: Mapping[str, Any]) -> tuple[shapely.Geometry | None, float, bool]:
    """A shape, the area that its arcs lose, and whether it has any."""
    if "x" in given:
        x, y = given["x"], given.get("y")
        known = isinstance(x, int | float) and isinstance(y, int | float)
        return (shapely.Point(x, y) if known else None), 0.0, False
    if "points" in given:
        return shapely.MultiPoint([point[:2] for point in given["points"]]), 0.0, False
    found: list[arcs.Arc] = []
    if "rings" in given or "curveRings" in given:
        rings = given.get("curveRings") or given["rings"]
        shape: shapely.Geometry = _areas([_line(ring, found) for ring in rings])
    else:
        paths = given.get("curvePaths") or given.get("paths") or []
        shape = shapely.MultiLineString([_line(path, found) for path in paths])
    return shape, sum(arc.area_m2 for arc in found), bool(found)


def _line(corners: list[Any], found: list[arcs.Arc]) -> np.ndarray:
    """Points of a ring or path; ``{"c": [end, through]}`` is an arc from the point before."""
    line = [np.array([corners[0][:2]], dtype=float)]
    for corner in corners[1:]:
        if isinstance(corner, Mapping):
            end, *through = next(iter(corner.values()))
            if "c" not in corner:
                raise ValueError("a curve that is no circular arc (ellipse or Bézier) is not read")
            ends = np.array([line[-1][-1], through[0][:2], end[:2]], dtype=float)
            arc = arcs.through(*ends)
            found.append(arc)
            line.append(arc.points[1:])
        else:
            line.append(np.array([corner[:2]], dtype=float))
    return np.concatenate(line)


def _areas(rings: list[np.ndarray]) -> shapely.Geometry:
    """Polygons of rings: clockwise ones are outlines, the others holes in the one around them."""
    lines = [shapely.LinearRing(ring) for ring in rings if len(ring) > 3]
    shells = [shapely.Polygon(line) for line in lines if not line.is_ccw]
    holes = [line for line in lines if line.is_ccw]
    if not shells:  # written the other way round
        shells, holes = [shapely.Polygon(line) for line in holes], []
    inside: list[list[shapely.LinearRing]] = [[] for _ in shells]
    for hole in holes:
        point = shapely.Point(hole.coords[0])
        around = [i for i, shell in enumerate(shells) if shell.covers(point)]
        if around:
            inside[min(around, key=lambda i: shells[i].area)].append(hole)
    polygons = [
        shapely.Polygon(shell.exterior, own) for shell, own in zip(shells, inside, strict=True)
    ]
    return polygons[0] if len(polygons) == 1 else shapely.MultiPolygon(polygons)
