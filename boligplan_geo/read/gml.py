"""GML as Norwegian plan data uses it: nested parts, repeated parts, links and arcs.

GDAL flattens nested parts to their last name, loses links between features and linearises
arcs without a word. So the attributes are read from the XML here, and only the geometry comes
from GDAL; what went in is counted against what came out.
"""

from __future__ import annotations

import io
import re
from collections import defaultdict
from dataclasses import dataclass, field
from xml.etree import ElementTree

import pandas as pd

_GML = "{http://www.opengis.net/gml"
_HREF = "{http://www.w3.org/1999/xlink}href"
_MEMBERS = {"featureMember", "featureMembers", "member"}
_CURVED = {
    "Arc", "ArcString", "ArcByBulge", "ArcStringByBulge", "ArcByCenterPoint", "Circle",
    "CircleByCenterPoint", "BSpline", "Bezier", "CubicSpline", "Clothoid",
}  # fmt: skip


@dataclass
class FeatureTypes:
    """Attributes of each feature type, by local name, in the order of the file.

    `attributes` holds a table per type with ``gml_id`` and a column per dotted path
    (``identifikasjon.lokalId``); a repeated part is a list of dicts in one cell, a link is
    ``<path>_xlink_href``. `curved` holds the ``gml_id`` of features with arcs.
    """

    attributes: dict[str, pd.DataFrame] = field(default_factory=dict)
    curved: dict[str, list[str]] = field(default_factory=dict)


def feature_types(data: bytes) -> FeatureTypes:
    """Read every feature's attributes.

    Parameters
    ----------
    data : bytes
        A GML document.

    Raises
    ------
    xml.etree.ElementTree.ParseError
        Where it is not XML.

    Examples
    --------
    >>> found = feature_types(b'''<c xmlns:gml="http://www.opengis.net/gml/3.2"
    ...     xmlns:app="x"><gml:featureMember><app:KpOmr gml:id="_1"><app:planId>
    ...     <app:PlanId><app:planidentifikasjon>12</app:planidentifikasjon></app:PlanId>
    ...     </app:planId></app:KpOmr></gml:featureMember></c>''')
    >>> found.attributes["KpOmr"].to_dict("records")
    [{'gml_id': '_1', 'planId.planidentifikasjon': '12'}]
    """
    rows: dict[str, list[dict[str, object]]] = defaultdict(list)
    curved: dict[str, list[str]] = defaultdict(list)
    path: list[str] = []
    for event, element in ElementTree.iterparse(io.BytesIO(data), events=("start", "end")):
        if event == "start":
            path.append(_local(element.tag))
            continue
        path.pop()
        if path and path[-1] in _MEMBERS and not element.tag.startswith(_GML):
            kind = _local(element.tag)
            identity = next((v for k, v in element.attrib.items() if _local(k) == "id"), "")
            row: dict[str, object] = {"gml_id": identity}
            _flatten(element, "", row)
            rows[kind].append(row)
            if any(_local(part.tag) in _CURVED for part in element.iter()):
                curved[kind].append(identity)
            element.clear()
    tables = {kind: pd.DataFrame(records) for kind, records in rows.items()}
    return FeatureTypes(tables, dict(curved))


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _flatten(element: ElementTree.Element, prefix: str, row: dict[str, object]) -> None:
    """Put the leaves below an element into a row under their dotted paths."""
    seen: dict[str, int] = defaultdict(int)
    for child in element:
        seen[child.tag] += 1
    for child in element:
        if child.tag.startswith(_GML):
            continue
        name = _local(child.tag)
        key = f"{prefix}{name}"
        if _HREF in child.attrib:
            row.setdefault(f"{key}_xlink_href", child.attrib[_HREF])
        parts = [part for part in child if not part.tag.startswith(_GML)]
        if not parts:
            if child.text and child.text.strip() and not len(child):
                _add(row, key, child.text.strip(), repeated=seen[child.tag] > 1)
            continue
        # property → DataType → property: the type's own name says nothing
        inner = parts[0] if len(parts) == 1 and _local(parts[0].tag)[:1].isupper() else child
        if seen[child.tag] > 1:
            part: dict[str, object] = {}
            _flatten(inner, "", part)
            _add(row, key, part, repeated=True)
        else:
            _flatten(inner, f"{key}.", row)


def _add(row: dict[str, object], key: str, value: object, *, repeated: bool) -> None:
    if not repeated:
        row[key] = value
        return
    cell = row.setdefault(key, [])
    if isinstance(cell, list):
        cell.append(value)


def without_tins(data: bytes) -> bytes:
    """Write triangulated surfaces as surfaces of patches, which GDAL can hand over.

    Examples
    --------
    >>> without_tins(b"<gml:Triangle></gml:Triangle>")
    b'<gml:PolygonPatch></gml:PolygonPatch>'
    """
    pairs = (
        (rb"(</?gml:)(?:TriangulatedSurface|Tin|PolyhedralSurface)\b", rb"\1Surface"),
        (rb"(</?gml:)Triangle\b", rb"\1PolygonPatch"),
        (rb"(</?gml:)(?:trianglePatches|polygonPatches)\b", rb"\1patches"),
    )
    for pattern, replacement in pairs:
        data = re.sub(pattern, replacement, data)
    return data
