"""Which of the national rules for plan GML a file breaks, and what is done about it.

The rules are those of the Norwegian plan validator (DiBK), by their published ids. A fault is
**harmless** where the law that is read from the file stays the same without it: the file is read,
with a note that names the rule. It is **refused** where one would have to guess what the law is,
and where: then the input error names the rule, the features and the remedy.

==============  ===================================================  ==============================
rule            what the file does                                   treatment
==============  ===================================================  ==============================
``gml.epsg.1``  shapes of one type in several CRS                    refused: which place is right?
``gml.epsg.1``  no CRS in 2D (``gml.epsg.2``: in 3D)                 note; refused without one
                                                                     in the config, if needed
``gml.gmlid.1`` a ``gml:id`` occurs twice                            note; refused where it is a
                                                                     plan's, of several plans
``gml.uuid.1``  ``lokalId`` is no UUID, or occurs twice              note; ids are numbered
``gml.xlink.1`` a link leads to nothing in the file                  note; refused where it is an
                                                                     area's link to its plan, of
                                                                     several plans, or a shape's
                                                                     link to its boundary
``gml.avgr.1``  boundary lines differ from the area they bound       note: the area's own ring
                                                                     counts
``gml.bue.1``   an arc of fewer than three different points          note: a straight line
``gml.bue.2``   an arc whose three points lie on a line              note: a straight line
``gml.kurve.1`` a line that is not whole (a coordinate is missing)   refused
``gml.kurve.2`` a line with double points                            note
``gml.flate.1`` a ring that is not whole: a coordinate is missing,   refused
                it does not close, or has under three corners
``gml.flate.2`` a ring that crosses itself                           note where at most 5 m² or 1 %
                                                                     of the area is in doubt, else
                                                                     refused
``gml.flate.3`` rings that run the wrong way                         note: direction is not used
``gml.flate.4`` a hole that is not inside its area                   note: the part inside is taken
``gml.flate.5`` holes that overlap each other                        note: taken out once
==============  ===================================================  ==============================

Refused in the layers of plans; elsewhere (buildings, roads) the row is left out with a note.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

import numpy as np
import shapely

from boligplan_geo.read.findings import Fault
from boligplan_geo.read.formats.gml import FeatureTypes
from boligplan_geo.read.formats.gml_geometry import CLOSING_M, Drawn
from boligplan_geo.read.formats.srs_names import epsg
from boligplan_geo.read.matching import as_text
from boligplan_geo.read.names import plain
from boligplan_geo.read.plan_files import feature_type, is_plan_file, is_plan_register
from boligplan_geo.read.shapes import horizontal_crs

#: Doubt about less than this is a sliver (as where plots are cut by plans).
SLIVER_M2, SLIVER_SHARE = 5.0, 0.01
#: Boundary lines and rings this near are the same.
SAME_LINE_M = 0.001

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_IN_DOUBT = "gml.flate.2: a ring crosses itself, and more than 5 m² and 1 % of the area is in doubt"
_PLAN_LINKS = ("planomrade", "rpomrade", "kpomrade")

Faults = Iterator[tuple[str, Fault]]


def faults(found: FeatureTypes) -> dict[str, tuple[Fault, ...]]:
    """Faults of each feature type of a file.

    Returns
    -------
    dict of type to Faults
        `Fault.rows` are positions among the features of the type. Files without plans are only
        looked at for shapes that cannot be read, and arcs.
    """
    checks: list[Callable[[FeatureTypes], Faults]] = [_unreadable, _arcs]
    if is_plan_file(found.attributes):
        checks += [_systems, _identities, _local_ids, _dead_links, _boundaries, _lines, _rings]
    result: dict[str, list[Fault]] = defaultdict(list)
    for check in checks:
        for kind, fault in check(found):
            result[kind].append(fault)
    return {kind: tuple(rows) for kind, rows in result.items()}


def _unreadable(found: FeatureTypes) -> Faults:
    for kind, shapes in found.drawn.items():
        said = {shape.unreadable for shape in shapes if shape.unreadable}
        for rule, message in sorted(said):
            rows = [i for i, s in enumerate(shapes) if s.unreadable == (rule, message)]
            code = rule.replace(".", "_") or "shape_unreadable"
            yield kind, Fault(code, rows, f"{rule}: {message}" if rule else message)


def _arcs(found: FeatureTypes) -> Faults:
    for kind, shapes in found.drawn.items():
        for code, fault in (("gml_bue_1", "coincident"), ("gml_bue_2", "straight")):
            rows = [i for i, shape in enumerate(shapes) if fault in shape.arc_faults]
            if rows:
                yield kind, Fault(code, rows)


def _systems(found: FeatureTypes) -> Faults:
    """Shapes of a type in several systems, or in none."""
    for kind, shapes in found.drawn.items():
        of_row = [{_horizontal(name) for name in shape.srs} for shape in shapes]
        count = Counter(name for names in of_row for name in names)
        usual = count.most_common(1)[0][0] if count else ""
        mixed = [i for i, names in enumerate(of_row) if names - {usual}]
        if mixed:
            other = ", ".join(sorted({n for i in mixed for n in of_row[i] - {usual}}))
            message = f"gml.epsg.1: shapes in {other} among others in {usual}"
            yield kind, Fault("gml_epsg_1", mixed, message)
        bare = [i for i, shape in enumerate(shapes) if shape.geometry is not None and not shape.srs]
        is_3d = any(shapely.has_z(shapes[i].geometry) for i in bare)
        if bare:
            yield kind, Fault("gml_epsg_2" if is_3d else "gml_epsg_1", bare)


def _horizontal(srs_name: str) -> str:
    code = epsg(srs_name)
    crs = horizontal_crs(f"EPSG:{code}") if code else None
    return f"EPSG:{crs.to_epsg()}" if crs is not None else srs_name


def _plans_count(found: FeatureTypes) -> int:
    return sum(
        len(table)
        for kind, table in found.attributes.items()
        if (known := feature_type(kind)) and known[0] == "plans"
    )


def _identities(found: FeatureTypes) -> Faults:
    twice = {identity for identity, count in found.identities.items() if count > 1}
    for kind, table in found.attributes.items() if twice else ():
        rows = np.flatnonzero(table["gml_id"].isin(twice)).tolist()
        known = feature_type(kind)
        is_plan = bool(known and known[0] == "plans") or is_plan_register(kind)
        doubtful = is_plan and _plans_count(found) > 1
        message = "gml.gmlid.1: which plan do areas belong to? Their gml:id occurs twice"
        if rows:
            yield kind, Fault("gml_gmlid_1", rows, message if doubtful else "")


def _local_ids(found: FeatureTypes) -> Faults:
    columns = {
        kind: as_text(table[name])
        for kind, table in found.attributes.items()
        for name in table.columns
        if plain(name) == "identifikasjonlokalid"
    }
    count = Counter(value for column in columns.values() for value in column.dropna())
    for kind, column in columns.items():
        twice = column.map(count).gt(1)
        malformed = column.notna() & ~column.str.fullmatch(_UUID).fillna(True).astype(bool)
        rows = np.flatnonzero(twice | malformed).tolist()
        if rows:
            yield kind, Fault("gml_uuid_1", rows)


def _dead_links(found: FeatureTypes) -> Faults:
    """Links to an id that the file does not have; what other files have is not looked at."""
    several = _plans_count(found) > 1
    for kind, links in found.links.items():
        dead = [
            [
                name
                for name, href in row
                if href.startswith("#") and href[1:] not in found.identities
            ]
            for row in links
        ]
        lost = [i for i, names in enumerate(dead) if any(plain(n) in _PLAN_LINKS for n in names)]
        refused = lost if several and not is_plan_register(kind) else []
        other = [i for i, names in enumerate(dead) if names and i not in refused]
        if refused:
            message = "gml.xlink.1: the link to its plan leads nowhere, and the file has several"
            yield kind, Fault("gml_xlink_1", refused, message)
        if other:
            yield kind, Fault("gml_xlink_1", other)


def _boundaries(found: FeatureTypes) -> Faults:
    """Areas whose boundary features (``avgrensesAv``) do not cover their ring, and no more."""
    shape_of = {
        identity: shape.geometry
        for kind, shapes in found.drawn.items()
        for identity, shape in zip(found.attributes[kind]["gml_id"], shapes, strict=True)
    }
    for kind, links in found.links.items():
        rows = []
        for i, row in enumerate(links):
            area = found.drawn[kind][i].geometry
            names = [h[1:] for name, h in row if plain(name).startswith("avgrensesav")]
            lines = [g for name in names if (g := shape_of.get(name)) is not None]
            if not lines or len(lines) < len(names) or shapely.get_dimensions(area) != 2:
                continue
            ring = shapely.boundary(area)
            apart = shapely.symmetric_difference(
                ring, shapely.union_all(lines, grid_size=SAME_LINE_M), grid_size=SAME_LINE_M
            )
            if apart.length > CLOSING_M:
                rows.append(i)
        if rows:
            yield kind, Fault("gml_avgr_1", rows)


def _lines(found: FeatureTypes) -> Faults:
    for kind, shapes in found.drawn.items():
        rows = [i for i, shape in enumerate(shapes) if _has_double_points(shape)]
        if rows:
            yield kind, Fault("gml_kurve_2", rows)


def _has_double_points(shape: Drawn) -> bool:
    if shape.geometry is None or shapely.get_dimensions(shape.geometry) != 1:
        return False
    return any(
        (np.diff(shapely.get_coordinates(part), axis=0) == 0).all(axis=1).any()
        for part in shapely.get_parts(shape.geometry)
    )


def _rings(found: FeatureTypes) -> Faults:
    for kind, shapes in found.drawn.items():
        areas = np.array([shape.geometry for shape in shapes], dtype=object)
        areas[shapely.get_dimensions(areas) != 2] = None
        areas = shapely.force_2d(areas)
        rows: dict[str, list[int]] = defaultdict(list)
        for i in np.flatnonzero(~shapely.is_missing(areas) & ~shapely.is_valid(areas)).tolist():
            for fault in _ring_faults(areas[i]):
                rows[fault].append(i)
        rows["gml_flate_3"] = [
            i for i, area in enumerate(areas) if area is not None and _runs_wrong(area)
        ]
        for code in sorted(code for code, faulty in rows.items() if faulty):
            refused = _IN_DOUBT if code == "in_doubt" else ""
            yield kind, Fault("gml_flate_2" if refused else code, rows[code], refused)


def _ring_faults(area: shapely.Geometry) -> set[str]:
    """Codes of what is wrong with the rings of an area that is not valid."""
    found = _holes_astray(area)
    doubt = ring_doubt_m2(area)
    if doubt > max(SLIVER_M2, SLIVER_SHARE * area.area):
        found.add("in_doubt")
    elif doubt > 0:
        found.add("gml_flate_2")
    return found


def ring_doubt_m2(area: shapely.Geometry) -> float:
    """Area that depends on how a ring that crosses itself is understood; 0 where none does.

    The difference between what the rings enclose and what their direction adds up to: lobes of
    a figure of eight run both ways, loops are counted twice.

    Examples
    --------
    >>> ring_doubt_m2(shapely.from_wkt("POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))"))
    2.0
    >>> ring_doubt_m2(shapely.box(0, 0, 2, 2))
    0.0
    """
    rings = shapely.get_rings(shapely.get_parts(area))
    crossing = rings[~shapely.is_simple(rings)]
    if not len(crossing):
        return 0.0
    polygons = shapely.polygons(crossing)
    enclosed = shapely.area(shapely.make_valid(polygons, method="structure", keep_collapsed=False))
    doubt = np.abs(enclosed - shapely.area(polygons)).sum()
    # a spike encloses nothing, but is a crossing all the same
    return float(max(doubt, 1e-9))


def _holes_astray(area: shapely.Geometry) -> set[str]:
    """Whether a hole is not inside its area, or two of them overlap."""
    found: set[str] = set()
    for polygon in shapely.get_parts(area):
        shell = shapely.make_valid(shapely.polygons(polygon.exterior))
        holes = [shapely.make_valid(shapely.polygons(ring)) for ring in polygon.interiors]
        if any(shapely.difference(hole, shell).area > 1e-6 for hole in holes):
            found.add("gml_flate_4")
        for i, hole in enumerate(holes):
            if any(shapely.intersection(hole, other).area > 1e-6 for other in holes[:i]):
                found.add("gml_flate_5")
    return found


def _runs_wrong(area: shapely.Geometry) -> bool:
    """Whether an outer ring runs clockwise, or a hole anticlockwise."""
    return any(
        not polygon.exterior.is_ccw or any(ring.is_ccw for ring in polygon.interiors)
        for polygon in shapely.get_parts(area)
        if not polygon.is_empty
    )
