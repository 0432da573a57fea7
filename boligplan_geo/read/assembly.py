"""One layer from its parts: one CRS, whole geometry, a key; every row accounted for."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import pyproj
import shapely

from boligplan_geo.errors import texts
from boligplan_geo.municipality import layer_fields
from boligplan_geo.read import shapes
from boligplan_geo.read.doubts import axes_are_turned, turned
from boligplan_geo.read.findings import Account, Findings
from boligplan_geo.read.layers import Fields

#: A building may be drawn as several polygons; every other id names one row.
_MERGED = ("buildings", "plans")


@dataclass(frozen=True, eq=False)
class Read:
    """A layer ready for the municipality."""

    table: pd.DataFrame | gpd.GeoDataFrame
    account: Account
    utilisation: pd.DataFrame | None = None
    has_numbers: bool = False


def no_features(name: str, target: pyproj.CRS | None) -> gpd.GeoDataFrame:
    """A plan layer of which the plan files have no feature: known to be none."""
    key = texts("layers")[name]["key"]
    fields = [f for f in layer_fields(name) if f != key and not f.startswith("utilisation_")]
    frame = gpd.GeoDataFrame({f: [] for f in fields}, geometry=[], crs=target)
    return frame.set_index(pd.Index([], name=key, dtype="str"))


def assembled(
    name: str,
    parts: list[Fields],
    target: pyproj.CRS | None,
    findings: Findings,
    account: Account,
) -> Read:
    """Concatenate the parts of a layer in one CRS, repaired, with its key as index."""
    kind = texts("layers")[name]["geometry"].rstrip("?")
    optional = texts("layers")[name]["geometry"].endswith("?")
    key = texts("layers")[name]["key"]
    geometries = []
    for part in parts:
        if kind != "none" and part.geometry is None and not optional:
            findings.problem(name, "no geometry", "give a layer with geometry")
        geometries.append(_in_target(name, part, target, findings) if kind != "none" else None)
    table = pd.concat([p.table for p in parts], ignore_index=True)
    ids = pd.concat([p.ids for p in parts], ignore_index=True)
    ids = _made_ids_apart(ids, parts, texts("layers")[name]["index_prefix"], key, table)
    account.crs = (
        "; ".join(dict.fromkeys(shapes.crs_name(p.crs) for p in parts if p.crs is not None)) or None
    )
    if kind == "none":
        result = _table(name, table, ids, key, findings, account)
        account.rows_used = account.rows_read - sum(account.left_out.values())
        return Read(result, account, has_numbers=any(p.has_numbers for p in parts))
    geometry = np.concatenate(
        [
            g if g is not None else np.full(len(p.table), None, dtype=object)
            for g, p in zip(geometries, parts, strict=True)
        ]
    )
    geometry, kept = _whole(name, geometry, ids, kind, optional, findings, account)
    frame = gpd.GeoDataFrame(table[kept], geometry=geometry[kept], crs=target)
    frame, renamed = _unique(name, frame, ids[kept], findings, account)
    account.rows_used = account.rows_read - sum(account.left_out.values())
    utilisation = _utilisations(parts, frame.index, renamed)
    return Read(frame, account, utilisation, any(p.has_numbers for p in parts))


def _made_ids_apart(
    ids: pd.Series, parts: list[Fields], prefix: str, key: str, table: pd.DataFrame
) -> pd.Series:
    """Number made ids through all parts, so that A1 of two sources is not the same."""
    if len(parts) == 1 or key not in table.columns:
        return ids
    missing = table[key].isna()
    made = pd.Series([f"{prefix}{i + 1}" for i in range(len(ids))], index=ids.index)
    return ids.where(~missing, made)


def _in_target(
    name: str, part: Fields, target: pyproj.CRS | None, findings: Findings
) -> np.ndarray | None:
    if part.geometry is None:
        return None
    if part.crs is None:
        if shapely.is_missing(part.geometry).all():
            return part.geometry
        what = f"unknown CRS {part.said_crs!r}" if part.said_crs else "no CRS"
        findings.problem(name, what, f'add crs = "EPSG:25833" (or what it is) to [layers.{name}]')
        return part.geometry
    geometry = part.geometry
    if target is not None and axes_are_turned(geometry, part.crs, target):
        findings.note("axes_turned", name)
        geometry = turned(geometry)
    if target is None or part.crs == target:
        return geometry
    names = shapes.crs_name(part.crs), shapes.crs_name(target)
    code = "reprojected" if shapes.is_metric(part.crs) else "reprojected_not_metric"
    findings.note(code, name, source=names[0], target=names[1])
    return shapes.reprojected(geometry, part.crs, target, keep_z=name == "network")


def _whole(
    name: str,
    geometry: np.ndarray,
    ids: pd.Series,
    kind: str,
    optional: bool,
    findings: Findings,
    account: Account,
) -> tuple[np.ndarray, np.ndarray]:
    """Repair geometry, and say which rows have none that can be used."""
    result = geometry.copy()
    missing = shapely.is_missing(result) | shapely.is_empty(result)
    finite = missing.copy()
    finite[~missing] = np.isfinite(shapely.bounds(result[~missing])).all(axis=1)
    missing |= ~finite
    reason = np.full(len(result), "", dtype=object)
    reason[missing & (not optional)] = "empty_geometry"
    present = np.flatnonzero(~missing)
    shaped, changed = shapes.as_dimension(result[present], kind)
    wrong = shapely.is_missing(shaped)
    reason[present[wrong]] = "wrong_geometry_type"
    if (changed & ~wrong).any():
        findings.note("geometry_type_changed", name, ids.iloc[present[changed & ~wrong]])
    result[present] = shaped
    present = present[~wrong]
    if kind == "polygon":
        result[present], why = shapes.repaired(result[present])
        # below a square centimetre nothing can be measured
        flat = shapely.area(result[present]) < 1e-4
        reason[present[flat]] = "zero_area"
        why = why[~flat].dropna()
        account.counts["invalid"] = len(why)
        for text, rows in why.groupby(why):
            findings.note("geometry_repaired", name, ids.iloc[present[rows.index]], reason=text)
    elif kind == "line":
        if name != "network":
            result[present] = shapely.force_2d(result[present])
        reason[present[shapely.length(result[present]) == 0]] = "zero_length"
    else:
        result[present] = shapely.force_2d(result[present])
    for code in sorted({str(r) for r in reason} - {""}):
        rows = np.flatnonzero(reason == code)
        account.leave_out(code, len(rows))
        findings.note("rows_left_out", name, ids.iloc[rows], reason=code)
    if len(result) and (reason == "wrong_geometry_type").all():
        findings.problem(name, f"has no {kind}s", f"give a layer of {kind}s")
    return result, reason == ""


def _unique(
    name: str, frame: gpd.GeoDataFrame, ids: pd.Series, findings: Findings, account: Account
) -> tuple[gpd.GeoDataFrame, pd.Series]:
    """Index a layer by its key; what occurs twice is dropped, merged, renamed or a problem."""
    key = texts("layers")[name]["key"]
    frame = frame.drop(columns=[c for c in (key,) if c in frame.columns])
    frame.index = pd.Index(ids.astype("str"), name=key)
    ids = pd.Series(frame.index, index=range(len(frame)))
    twice = frame.index.duplicated(keep=False)
    if not twice.any():
        return frame, ids
    drop = frame.index.duplicated() & _same_shape(frame)
    if drop.any():
        account.leave_out("duplicate", int(drop.sum()))
        findings.note("duplicates_dropped", name, frame.index[drop])
        frame, ids = frame[~drop], ids[~drop].reset_index(drop=True)
    twice = frame.index.duplicated(keep=False)
    if not twice.any():
        return frame, ids
    names = frame.index[twice].unique()
    if name == "plots":
        remedy = "make the ids unique, or map another field with fields = {parcel_id = …}"
        message = "ids occur with different geometry"
        findings.problem(name, message, remedy, column="parcel_id", ids=names)
        return frame[~frame.index.duplicated()], ids
    if name in _MERGED:
        findings.note("rows_merged", name, names)
        return _merged(frame), ids
    findings.note("ids_renamed", name, names)
    count = pd.Series(ids).groupby(ids.to_numpy()).cumcount()
    renamed = ids.where(count == 0, ids + ":" + (count + 1).astype("str"))
    frame.index = pd.Index(renamed, name=key)
    return frame, renamed


def _same_shape(frame: gpd.GeoDataFrame) -> np.ndarray:
    """Rows whose id and geometry both occurred before."""
    wkb = shapely.to_wkb(shapely.normalize(frame.geometry.to_numpy()))
    return pd.DataFrame({"id": frame.index, "wkb": wkb}).duplicated().to_numpy()


def _merged(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Rows of an id as one: union of shapes, attributes of the largest."""
    area = frame.geometry.area.fillna(0.0)  # plans may come without extent
    first = frame.iloc[np.argsort(-area.to_numpy(), kind="stable")]
    first = first[~first.index.duplicated()]
    twice = frame.index.duplicated(keep=False)
    union = frame[twice].geometry.groupby(level=0).agg(lambda s: shapely.union_all(s.to_numpy()))
    order = frame.index[~frame.index.duplicated()]
    result = first.loc[order].copy()
    shapes_new = result.geometry.to_numpy().copy()
    shapes_new[result.index.get_indexer(union.index)] = union.to_numpy()
    return result.set_geometry(gpd.GeoSeries(shapes_new, index=result.index, crs=frame.crs))


def _table(
    name: str,
    table: pd.DataFrame,
    ids: pd.Series,
    key: str,
    findings: Findings,
    account: Account,
) -> pd.DataFrame:
    """A layer without geometry; keyed where it has a key."""
    if name in ("provisions", "plan_overrides"):
        # an empty cell here means "every zone", not "unknown"
        text = [f for f, r in layer_fields(name).items() if r["kind"] in ("text", "code")]
        keep_null = {"basis_code"}
        table[[c for c in text if c not in keep_null]] = table[
            [c for c in text if c not in keep_null]
        ].fillna("")
    if not key or key == "property_id":
        return table
    same = table.assign(**{key: ids}).duplicated()
    if same.any() and key in layer_fields(name) and table[key].notna().all():
        account.leave_out("duplicate", int(same.sum()))
        findings.note("duplicates_dropped", name, ids[same])
        table, ids = table[~same], ids[~same]
    table = table.drop(columns=[c for c in (key,) if c in table.columns])
    table.index = pd.Index(ids.astype("str"), name=key)
    if table.index.has_duplicates:
        names = table.index[table.index.duplicated()].unique()
        findings.problem(
            name, "ids occur more than once", "make them unique", column=key, ids=names
        )
        table = table[~table.index.duplicated()]
    return table


def _utilisations(parts: list[Fields], index: pd.Index, renamed: pd.Series) -> pd.DataFrame | None:
    """Utilisation rows of the areas that are used."""
    tables = [p.utilisation for p in parts if p.utilisation is not None]
    if not tables:
        return None
    whole = pd.concat(tables, ignore_index=True)
    return whole[whole["area_id"].isin(index)].drop_duplicates().reset_index(drop=True)
