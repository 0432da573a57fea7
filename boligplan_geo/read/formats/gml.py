"""GML as Norwegian plan data uses it: nested parts, repeated parts, links and arcs.

GDAL flattens nested parts to their last name, loses links between features, linearises arcs
without a word and leaves out what it cannot read. So GML is read here; see `gml_geometry` for
shapes and `gml_rules` for the faults of a file.
"""

from __future__ import annotations

import io
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree

import pandas as pd
import shapely

from boligplan_geo.read.formats.gml_geometry import (
    GEOMETRIES,
    GML_PREFIX,
    HREF,
    UNREAD,
    Drawn,
    drawn,
    local,
)

_MEMBERS = {"featureMember", "featureMembers", "member"}
#: A curve or surface may stand once and be pointed at by the areas that share it.
_REFERENCE = re.compile(
    rb"(?:curveMember|baseCurve|surfaceMember|baseSurface|exterior|interior)\s[^>]*href\s*="
)
_NOTHING = Drawn()


@dataclass
class FeatureTypes:
    """Features of each type, by local name, in the order of the file.

    Parameters
    ----------
    attributes : dict of type to DataFrame
        ``gml_id`` and a column per dotted path (``identifikasjon.lokalId``); a repeated part is
        a list of dicts in one cell, a link is ``<path>_xlink_href``.
    drawn : dict of type to list of Drawn
        The geometry of each row; of several, the one of highest dimension.
    links : dict of type to list
        Of each row its links as pairs of property and target.
    identities : Counter
        Every ``gml:id`` of the file.
    srs_name : str
        The CRS that the file's envelope names.
    """

    attributes: dict[str, pd.DataFrame] = field(default_factory=dict)
    drawn: dict[str, list[Drawn]] = field(default_factory=dict)
    links: dict[str, list[list[tuple[str, str]]]] = field(default_factory=dict)
    identities: Counter[str] = field(default_factory=Counter)
    srs_name: str = ""


def feature_types(data: bytes) -> FeatureTypes:
    """Read every feature.

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
    result = FeatureTypes()
    referred = _referred(data)
    rows: dict[str, list[dict[str, object]]] = defaultdict(list)
    path: list[str] = []
    dimension = 0
    for event, element in ElementTree.iterparse(io.BytesIO(data), events=("start", "end")):
        if event == "start":
            path.append(local(element.tag))
            if path[-1] == "Envelope" and len(path) == 3:  # the collection's own
                result.srs_name = element.get("srsName", "")
                dimension = int(element.get("srsDimension", 0))
            continue
        path.pop()
        if path and path[-1] in _MEMBERS and not element.tag.startswith(GML_PREFIX):
            kind = local(element.tag)
            row: dict[str, object] = {"gml_id": _identity(element)}
            _flatten(element, "", row)
            rows[kind].append(row)
            shape = _shape(element, result.srs_name, dimension, referred)
            result.drawn.setdefault(kind, []).append(shape)
            result.links.setdefault(kind, []).append(_links(element))
            result.identities.update(filter(None, map(_identity, element.iter())))
            element.clear()
    result.attributes = {kind: pd.DataFrame(records) for kind, records in rows.items()}
    return result


def _identity(element: ElementTree.Element) -> str:
    # gml:id of GML 3, fid of GML 2
    names = ("id", "fid")
    return next((v for k, v in element.attrib.items() if local(k) in names), "")


def _links(element: ElementTree.Element) -> list[tuple[str, str]]:
    return [(local(part.tag), part.attrib[HREF]) for part in element.iter() if HREF in part.attrib]


def _referred(data: bytes) -> dict[str, ElementTree.Element]:
    """Geometry by ``gml:id``, in files whose shapes point at each other."""
    if not _REFERENCE.search(data):
        return {}
    whole = ElementTree.fromstring(data)
    return {i: e for e in whole.iter() if local(e.tag) in GEOMETRIES and (i := _identity(e))}


def _shape(
    feature: ElementTree.Element,
    srs_name: str,
    dimension: int,
    referred: Mapping[str, ElementTree.Element],
) -> Drawn:
    """The geometry of a feature: of several properties the area, then the line."""
    shapes = [
        drawn(part, srs_name=srs_name, dimension=dimension, referred=referred)
        for prop in feature
        if not prop.tag.startswith(GML_PREFIX)
        for part in prop
        if part.tag.startswith(GML_PREFIX) and local(part.tag) in GEOMETRIES | UNREAD
    ]
    if not shapes:
        return _NOTHING
    # what cannot be read counts first: its place is not to be taken by a label's point
    return max(shapes, key=lambda d: 3 if d.geometry is None else _dimensions(d.geometry))


def _dimensions(shape: shapely.Geometry) -> int:
    return int(shapely.get_dimensions(shape))


def _flatten(element: ElementTree.Element, prefix: str, row: dict[str, object]) -> None:
    """Put the leaves below an element into a row under their dotted paths."""
    seen: dict[str, int] = defaultdict(int)
    for child in element:
        seen[child.tag] += 1
    for child in element:
        if child.tag.startswith(GML_PREFIX):
            continue
        name = local(child.tag)
        key = f"{prefix}{name}"
        if HREF in child.attrib:
            row.setdefault(f"{key}_xlink_href", child.attrib[HREF])
        parts = [part for part in child if not part.tag.startswith(GML_PREFIX)]
        if not parts:
            if child.text and child.text.strip() and not len(child):
                _add(row, key, child.text.strip(), repeated=seen[child.tag] > 1)
            continue
        # property → DataType → property: the type's own name says nothing
        inner = parts[0] if len(parts) == 1 and local(parts[0].tag)[:1].isupper() else child
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
