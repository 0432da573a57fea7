"""Districts (bydeler, plansoner) from the list of their grunnkretser."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import shapely

from boligplan_geo.read.findings import Findings


def build(tables: dict[str, pd.DataFrame], findings: Findings, *, is_given: bool) -> None:
    """Make ``districts`` one row a district with its shape, in place; drop it where it cannot be.

    Parameters
    ----------
    is_given : bool
        Whether the config names ``basic_units``: what is wrong with them is then said already.
    """
    listed, units = tables.get("districts"), tables.get("basic_units")
    if listed is None:
        return
    if units is None:
        tables.pop("districts")
        if not is_given:
            remedy = "add [layers.basic_units]: districts are lists of grunnkretser"
            findings.problem("districts", "needs basic_units for its shape", remedy)
        return
    listed = listed.reset_index()
    unknown = listed["basic_unit_id"][~listed["basic_unit_id"].isin(units.index)]
    if len(unknown):
        findings.note("unknown_basic_unit", "districts", unknown)
    outside = units.index.difference(pd.Index(listed["basic_unit_id"]))
    if len(outside):
        findings.note("unlisted_basic_unit", "districts", outside)
    rows = []
    for district_id, part in listed.groupby("district_id", sort=True):
        ids = sorted(part["basic_unit_id"])
        shape = shapely.union_all(units.geometry.reindex(ids).dropna().to_numpy())
        rows.append((district_id, part["name"].iloc[0], ";".join(ids), shape))
    names = ["district_id", "name", "basic_unit_ids", "geometry"]
    frame = gpd.GeoDataFrame(rows, columns=names, crs=units.crs)
    tables["districts"] = frame.set_index("district_id")
