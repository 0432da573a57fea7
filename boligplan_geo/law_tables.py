"""The law that a run travels with: plans, clauses, and what applies to each part."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd

from boligplan_geo.columns import columns_of
from boligplan_geo.facts import Facts
from boligplan_geo.municipality import Municipality
from boligplan_geo.potential import causes
from boligplan_geo.rules import precedence, purposes


def plan_parts(facts: Facts, parameters: pd.DataFrame) -> gpd.GeoDataFrame:
    """Plan parts of a run, with the clauses that apply and the plans over each.

    Parameters
    ----------
    facts : Facts
    parameters : DataFrame
        Recorded and assumed, from `potential.capacity.filled_parameters`.

    Returns
    -------
    GeoDataFrame, index ``part_id``
        With ``clause_ids``, ``purpose_reason`` and ``stack_plan_ids``.
    """
    return _with_stack(_with_clauses(facts.plan_parts, parameters), facts.part_stack)


def _with_clauses(parts: gpd.GeoDataFrame, parameters: pd.DataFrame) -> gpd.GeoDataFrame:
    """Parts with the clauses that apply to them, and why a purpose is unknown.

    Clauses are joined by ``;``, null where none applies.
    """
    recorded = parameters.loc[parameters["source_code"] != "assumption", ["part_id", "clause_id"]]
    recorded = recorded.dropna().drop_duplicates().sort_values(["part_id", "clause_id"])
    joined = recorded.groupby("part_id")["clause_id"].agg(";".join)
    return parts.assign(
        clause_ids=joined.reindex(parts.index).astype(object),
        purpose_reason=purposes.reason(parts["regime_code"], parts["land_use_code"]),
    )


def _with_stack(parts: gpd.GeoDataFrame, stack: pd.DataFrame) -> gpd.GeoDataFrame:
    """Parts with the plans in force over them, the one that governs first, joined by ``;``."""
    row = parts.index.get_indexer(pd.Index(stack["part_id"]))
    place = stack["stack_order"].to_numpy()
    columns = []
    for order in range(int(place.max(initial=-1)) + 1):
        chosen = place == order
        plan_ids = np.full(len(parts), None, dtype=object)
        plan_ids[row[chosen]] = stack["plan_id"].to_numpy(dtype=object)[chosen]
        columns.append(plan_ids)
    return parts.assign(stack_plan_ids=causes.joined(len(parts), *columns))


def plans(town: Municipality) -> pd.DataFrame:
    """Every plan of the input as plain columns: dates and flags as text and numbers."""
    names = [c.name for c in columns_of("plans") if c.name != "plan_id"]
    if town.plans is None:
        return pd.DataFrame(columns=names).rename_axis("plan_id")
    known = town.plans[~town.plans.index.duplicated()].reindex(columns=names)
    for name in ("in_force_date", "adopted_date"):
        known[name] = precedence.dates(known[name]).dt.strftime("%Y-%m-%d").astype(object)
    return pd.DataFrame(known).rename_axis("plan_id")


def clauses(town: Municipality) -> pd.DataFrame:
    """Text of every clause that is recorded, once a zone that it names."""
    columns = ["plan_id", "clause_id", "zone_name", "text", "link"]
    if town.provisions is None:
        return pd.DataFrame(columns=columns)
    rows = town.provisions.reindex(columns=columns).drop_duplicates()
    rows["zone_name"] = rows["zone_name"].astype(object).replace({"": None})
    # a row a figure: what the clause says of one zone may stand in several
    texts = rows.groupby(columns[:3], sort=True, as_index=False, dropna=False)
    return texts.agg({"text": _joined_texts, "link": "first"})


def _joined_texts(texts: pd.Series) -> str:
    """Different texts of one clause, one after the other."""
    return " ".join(text for text in texts.dropna().unique() if text)
