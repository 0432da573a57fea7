"""The municipality cut into pieces, each under one stack of plans: a tiling to the last bit.

The boundaries are noded together first, so that neighbouring pieces share the very same vertices:
an overlay a pair at a time would leave hairlines between them.
"""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from boligplan_geo.facts.plan._governed import governed
from boligplan_geo.facts.plan._tables import tables
from boligplan_geo.geometry import NOISE_M2, Cells, Geometries, Indices, valid
from boligplan_geo.rules import precedence
from boligplan_geo.rules.records import text

#: Zones that change what governs (`rules.readings`, exempt areas): they cut pieces too.
_CUTTING = ("910", "141", "142", "149")


def pieces(
    plan_areas: gpd.GeoDataFrame,
    plans: pd.DataFrame | None = None,
    extent: shapely.Geometry | None = None,
    *,
    plan_zones: gpd.GeoDataFrame | None = None,
    plan_overrides: pd.DataFrame | None = None,
    as_of: str | None = None,
) -> tuple[gpd.GeoDataFrame, pd.DataFrame]:
    """Partition a municipality into pieces, each with its ordered stack of plans in force.

    A plan part is a plot cut by a piece; both are settled by `rules.precedence` and `governed`.

    Parameters
    ----------
    plan_areas : GeoDataFrame, index ``area_id``
        As for `facts.plan.parts`.
    plans : DataFrame, index ``plan_id``, optional
    extent : Polygon or MultiPolygon, optional
        The municipality; land in it under no plan is a piece too. By default all land under a
        plan in force.
    plan_zones, plan_overrides, as_of
        As for `facts.plan.governed`.

    Returns
    -------
    plan_pieces : GeoDataFrame, index ``piece_id`` (1, 2, … by falling area)
        Columns of plan parts but ``plot_id``; ``area_m2`` [m²]. Neighbours share vertices: the
        pieces tile the extent without gap or overlap.
    piece_stack : DataFrame
        ``piece_id stack_order area_id plan_id zone_name land_use_code regime_code field_id``,
        ``plan_status_code``, ``date`` in force (else adopted), ``level`` (0 detaljregulering or
        older reguleringsplan, 1 områderegulering, 2 kommunedelplan, 3 kommuneplan, 4 region or
        state), ``vertical_level_code``; 0 governs.

    Examples
    --------
    >>> from boligplan_geo.sample.toy import toy_town
    >>> town = toy_town()
    >>> found, stack = pieces(town.plan_areas, town.plans, shapely.box(0, 0, 80, 70))
    >>> float(found.area_m2.sum()), bool(shapely.coverage_is_valid(found.geometry.to_numpy()))
    (5600.0, True)

    References
    ----------
    Plan- og bygningsloven § 1-5.
    """
    ordered = precedence.order(plan_areas, plans)
    in_force = ordered[ordered["in_force"].to_numpy(bool)].rename_axis("area_id").reset_index()
    in_force = in_force.sort_values(["stack_order", "area_id"], kind="stable")
    areas = plan_areas.loc[in_force["area_id"]]
    zones = _cutting_zones(plan_zones, plans)
    covers = valid(np.concatenate([areas.geometry.to_numpy(), zones.geometry.to_numpy()]))
    # areas of one plan are a layer, each zone is one of its own
    of_zone = len(areas) + np.arange(len(zones), dtype=float)
    layer = np.concatenate([in_force["stack_order"].to_numpy(), of_zone])
    cells = _tiled(covers, layer, len(areas), extent)
    is_area = cells.under_key < len(areas)
    by_area = cells._replace(
        under_cell=cells.under_cell[is_area], under_key=cells.under_key[is_area]
    )
    place = gpd.GeoDataFrame(index=[""], geometry=[None], crs=plan_areas.crs)
    found, stack, position = tables(place, areas, by_area, ordered)
    over = pd.DataFrame(zones.drop(columns="geometry").rename_axis("zone_id").reset_index())
    over = over.iloc[cells.under_key[~is_area] - len(areas)].assign(share=1.0)
    over.insert(0, "part_id", found.index.to_numpy()[position[cells.under_cell[~is_area]]])
    given = None if plan_zones is None else over
    found, stack = governed(
        found, stack, given, plan_areas, plans, plan_overrides=plan_overrides, as_of=as_of
    )
    return _numbered(found, _with_plan_facts(stack, ordered, plan_areas))


def _cutting_zones(
    plan_zones: gpd.GeoDataFrame | None, plans: pd.DataFrame | None
) -> gpd.GeoDataFrame:
    """Zones in force that change what governs."""
    if plan_zones is None:
        return gpd.GeoDataFrame({"plan_id": []}, geometry=[])
    is_in_force = precedence.order(plan_zones, plans)["in_force"].to_numpy(bool)
    is_asked = text(plan_zones["zone_code"]).isin(_CUTTING).to_numpy()
    return plan_zones[is_in_force & is_asked].sort_index()


def _tiled(
    covers: Geometries, layer: np.ndarray, areas_count: int, extent: shapely.Geometry | None
) -> Cells:
    """Connected cells, each under one set of covers: `owner` is 0 for all."""
    faces = _faces(covers, extent)
    face, key = _under(faces, covers, layer)
    if extent is None:
        is_planned = np.bincount(face[key < areas_count], minlength=len(faces)) > 0
        kept = np.flatnonzero(is_planned)
        number = np.cumsum(is_planned) - 1
        stays = is_planned[face]
        faces, face, key = faces[kept], number[face[stays]], key[stays]
    face, key = _without_dust(faces, face, key)
    under = _sets(len(faces), face, key)
    group, sets = pd.factorize(under)
    cells, owner = shapely.get_parts(_merged(faces, group, len(sets)), return_index=True)
    west, south, _, _ = shapely.bounds(cells).T
    west_first = np.lexsort((south, west))  # whatever the order of the features
    cells, owner = cells[west_first], owner[west_first]
    keys = [sets[of] for of in owner]
    under_cell = np.repeat(np.arange(len(cells)), [len(k) for k in keys])
    under_key = np.array([key for of in keys for key in of], dtype=np.intp)
    return Cells(np.zeros(len(cells), dtype=np.intp), cells, under_cell, under_key)


def _faces(covers: Geometries, extent: shapely.Geometry | None) -> Geometries:
    """What all boundaries together cut the plane into, inside the extent."""
    bounds = covers if extent is None else np.append(covers, extent)
    lines = shapely.node(shapely.multilinestrings(_rings(bounds)))
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(lines)))
    if extent is None:
        return faces
    shapely.prepare(extent)
    return faces[shapely.intersects(extent, shapely.point_on_surface(faces))]


def _rings(polygons: Geometries) -> Geometries:
    """All rings as lines."""
    return shapely.get_rings(shapely.get_parts(polygons))


def _under(faces: Geometries, covers: Geometries, layer: np.ndarray) -> tuple[Indices, Indices]:
    """Covers over each face; where two of one plan overlap, the smaller one alone."""
    inside = shapely.point_on_surface(faces)
    face, key = shapely.STRtree(covers).query(inside, predicate="intersects")
    order = np.lexsort((key, shapely.area(covers)[key], layer[key], face))
    face, key = face[order], key[order]
    is_first = np.ones(len(face), dtype=bool)
    is_first[1:] = (face[1:] != face[:-1]) | (layer[key[1:]] != layer[key[:-1]])
    return face[is_first], key[is_first]


def _without_dust(faces: Geometries, face: Indices, key: Indices) -> tuple[Indices, Indices]:
    """Let faces that are but rounding lie under what their longest neighbour lies under."""
    is_dust = shapely.area(faces) < NOISE_M2
    if not is_dust.any() or is_dust.all():
        return face, key
    dust, land = np.flatnonzero(is_dust), np.flatnonzero(~is_dust)
    d, n = shapely.STRtree(faces[land]).query(faces[dust], predicate="intersects")
    shared = shapely.length(shapely.intersection(faces[dust[d]], faces[land[n]]))
    order = np.lexsort((n, -shared, d))
    d, n = d[order], n[order]
    d, first = np.unique(d, return_index=True)
    neighbour = dict(zip(dust[d].tolist(), land[n[first]].tolist(), strict=True))
    stays = ~np.isin(face, dust[d])
    under = pd.Series(key).groupby(face).agg(list)
    taken = [(mote, k) for mote, of in neighbour.items() for k in under.get(of, [])]
    added = np.array(taken, dtype=np.intp).reshape(-1, 2)
    return np.concatenate([face[stays], added[:, 0]]), np.concatenate([key[stays], added[:, 1]])


def _sets(count: int, face: Indices, key: Indices) -> np.ndarray:
    """Keys over each face as a tuple, ascending."""
    order = np.lexsort((key, face))
    ends = np.cumsum(np.bincount(face, minlength=count))[:-1]
    sets = np.empty(count, dtype=object)
    sets[:] = [tuple(keys.tolist()) for keys in np.split(key[order], ends)]
    return sets


def _merged(faces: Geometries, group: Indices, count: int) -> Geometries:
    """Faces of one group as one: shared edges vanish, all other vertices stay."""
    merged = np.empty(count, dtype=object)
    order = np.argsort(group, kind="stable")
    first = np.searchsorted(group[order], np.arange(count))
    for number, members in enumerate(np.split(faces[order], first[1:])):
        merged[number] = members[0] if len(members) == 1 else shapely.coverage_union_all(members)
    return merged


def _with_plan_facts(
    stack: pd.DataFrame, ordered: pd.DataFrame, plan_areas: pd.DataFrame
) -> pd.DataFrame:
    """The stack with what ordered it."""
    facts = ordered[["plan_status_code", "date", "level"]].copy()
    unknown = pd.Series(np.nan, index=plan_areas.index)
    facts["vertical_level_code"] = plan_areas.get("vertical_level_code", unknown)
    return stack.join(facts, on="area_id")


def _numbered(
    found: gpd.GeoDataFrame, stack: pd.DataFrame
) -> tuple[gpd.GeoDataFrame, pd.DataFrame]:
    """Pieces by number instead of by place and number."""
    number = pd.Series(np.arange(1, len(found) + 1), index=found.index)
    stack = stack.assign(part_id=stack["part_id"].map(number)).rename(
        columns={"part_id": "piece_id"}
    )
    found = found.drop(columns="plot_id").set_index(pd.Index(number, name="piece_id"))
    return found, stack
