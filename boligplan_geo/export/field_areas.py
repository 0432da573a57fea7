"""Where a field lies: the land of its plots that shares the budget."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from boligplan_geo.result import Analysis

_KEYS = ["field_id", "parameter_code", "clause_id"]


def field_areas(run: Analysis) -> gpd.GeoDataFrame | pd.DataFrame:
    """The fields of a run with the union of their plan parts as geometry.

    Returns
    -------
    GeoDataFrame or DataFrame
        ``run.fields`` in the same order; geometry null where no part of it is known. As it is
        where it has geometry already (read back), or there are no fields.
    """
    fields, parameters = run.fields, run.plan_parameters
    if isinstance(fields, gpd.GeoDataFrame) or not len(fields):
        return fields
    if not (set(_KEYS) <= set(fields) and set(_KEYS) <= set(parameters)):
        return fields
    place = fields.reset_index(drop=True)[_KEYS].rename_axis("field").reset_index()
    newer = parameters.loc[parameters["reading_code"] == "newer", ["part_id", *_KEYS]]
    newer = newer[newer["field_id"].isin(place["field_id"])]
    members = newer.merge(place, on=_KEYS)[["part_id", "field"]].drop_duplicates()
    row = run.plan_parts.index.get_indexer(pd.Index(members["part_id"]))
    counts = run.plan_parts["counts_as_plot"].to_numpy(bool)
    kept = (row >= 0) & counts[row]
    shapes = np.asarray(run.plan_parts.geometry, dtype=object)[row[kept]]
    of = members["field"].to_numpy()[kept]
    order = np.argsort(of, kind="stable")
    found, starts = np.unique(of[order], return_index=True)
    areas = np.full(len(fields), None, dtype=object)
    members_of = np.split(shapes[order], starts[1:])[: len(found)]
    for field, own in zip(found, members_of, strict=True):
        areas[field] = shapely.union_all(own)  # few fields, each of many parts
    return gpd.GeoDataFrame(fields, geometry=areas, crs=run.crs)
