"""Where a plot's unused homes are to stand, and what says so: points, zones and clauses."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely

from boligplan_geo.maps.packed import ColumnBlock, Shapes
from boligplan_geo.result import Analysis
from boligplan_geo.rules.purposes import purposes

#: How well a purpose carries homes, best first; the others carry none of a plot's figure.
CARRIES = ("yes", "yes_mixed", "possible", "transform", "scattered")

#: What a clause is known by: the same paragraph may say one thing of one zone, another of the next.
_CLAUSE = ("plan_id", "clause_id", "zone_name")


def add_homes(run: Analysis, block: ColumnBlock, shapes: Shapes, *, language: str) -> None:
    """Add where unused homes are drawn, the zone they lie in and the clause that binds them."""
    plots, zone = run.plots, home_parts(run.plan_parts)
    homes = pd.to_numeric(plots["potential_plan_homes_mid_count"], errors="coerce")
    rows = np.flatnonzero((homes > 0).to_numpy(bool, na_value=False))
    ids = plots.index[rows]
    own = pd.Series(np.asarray(plots.geometry, dtype=object)[rows], index=ids)
    where = zone["geometry"].reindex(ids) if len(zone) else own.iloc[:0].reindex(ids)
    where = where.astype(object).where(where.notna().to_numpy(), own)
    block.add_integers("homes.plot", rows)
    shapes.add_points("homes.at", shapely.point_on_surface(np.asarray(where, dtype=object)))
    block.add_texts("plots.home_zone", zone_names(zone, plots, language))
    block.add_texts("plots.clause_text", clause_texts(run))


def home_parts(parts: pd.DataFrame) -> pd.DataFrame:
    """The part of each plot that carries its homes: zoned for building, best purpose, largest.

    Returns
    -------
    DataFrame, index ``plot_id``
        One row of `parts` a plot; plots without land zoned for building are not there.

    Examples
    --------
    >>> farm = pd.DataFrame({"plot_id": "9999-14/1", "regime_code": "kp2008",
    ...     "land_use_code": ["5100", "1110"], "counts_as_plot": [False, True],
    ...     "area_m2": [90000.0, 8000.0], "zone_name": [None, "BF04"]})
    >>> home_parts(farm)["zone_name"].tolist()
    ['BF04']
    """
    if not {"counts_as_plot", "regime_code", "land_use_code"} <= set(parts) or not len(parts):
        return parts.iloc[:0].set_index("plot_id", drop=True) if "plot_id" in parts else parts[:0]
    counts = parts["counts_as_plot"].isin([True, 1]).to_numpy(bool)
    pairs = pd.MultiIndex.from_frame(parts[["regime_code", "land_use_code"]])
    housing = purposes()["housing"].reindex(pairs).to_numpy(dtype=object)
    rank = pd.Series(housing).map({kind: i for i, kind in enumerate(CARRIES)})
    kept = pd.DataFrame(parts).assign(_rank=rank.fillna(len(CARRIES)).to_numpy())[counts]
    kept = kept.sort_values(["_rank", "area_m2"], ascending=[True, False], kind="stable")
    return kept.drop_duplicates("plot_id").set_index("plot_id")


def zone_names(zone: pd.DataFrame, plots: pd.DataFrame, language: str) -> pd.Series:
    """Purpose and name of the zone for homes, where it is not the purpose of the largest part.

    Parameters
    ----------
    zone : DataFrame
        What `home_parts` gives.
    plots : DataFrame, index ``plot_id``

    Returns
    -------
    Series of text, index ``plot_id``
        Such as ``Boligbebyggelse – BF04``; null where the largest part says it already, and
        where no part for homes is known.
    """
    nothing = pd.Series(None, index=plots.index, dtype=object)
    pair = ["regime_code", "land_use_code"]
    own = ["plan_regime_code", "plan_land_use_code"]
    if "_rank" not in zone or not len(zone) or not set(own) <= set(plots):
        return nothing
    zone = zone[zone["_rank"] < len(CARRIES)].reindex(plots.index)
    same = (zone[pair].astype(object).to_numpy() == plots[own].astype(object).to_numpy()).all(
        axis=1
    )
    told = zone["land_use_code"].notna().to_numpy(bool) & ~same
    names = purposes()[f"name_{language}"].reindex(pd.MultiIndex.from_frame(zone[pair]))
    said = pd.Series(names.to_numpy(dtype=object), index=plots.index)
    said = said.where(said.notna(), zone["land_use_code"].astype(object))
    called = zone["zone_name"].astype(object) if "zone_name" in zone else nothing
    both = said.where(called.isna(), said.astype(str) + " – " + called.astype(str))
    return both.where(told, None)


def clause_texts(run: Analysis) -> pd.Series:
    """Text of the clause that binds each plot, as the plan has it; null where none is given.

    The plan of the clause is the one whose parameter on the plot names it.
    """
    plots, clauses = run.plots, getattr(run, "clauses", None)
    nothing = pd.Series(None, index=plots.index, dtype=object)
    if clauses is None or not len(clauses) or "plan_binding_clause_id" not in plots:
        return nothing
    given = pd.DataFrame(clauses).dropna(subset="text")
    text = given.assign(zone_name=_zones(given)).set_index(list(_CLAUSE))["text"]
    named = _clauses_of_plots(run)
    asked = plots["plan_binding_clause_id"].astype(object).reset_index(drop=True)
    asked = asked.dropna().str.split(";").explode().str.strip().rename("clause_id")
    said = asked.rename_axis("row").reset_index().merge(named, on=["row", "clause_id"])
    # by number: a text may be pages long, and a column of texts would hold it once a plot
    number, words = pd.factorize(text.to_numpy(dtype=object))
    found = text.index.get_indexer(pd.MultiIndex.from_frame(said[list(_CLAUSE)]))
    said = said.assign(text=number[found])[found >= 0].drop_duplicates(["row", "text"])
    numbers = said.groupby("row")["text"].agg(tuple)
    joined = {some: "\n".join(words[list(some)]) for some in numbers.unique()}
    nothing.iloc[numbers.index] = np.array([joined[some] for some in numbers], dtype=object)
    return nothing


def _zones(table: pd.DataFrame) -> pd.Series:
    """Zone that each clause names; empty where it holds for every zone."""
    zone = table.get("zone_name", pd.Series("", index=table.index)).astype(object)
    return zone.where(zone.notna(), "")


def _clauses_of_plots(run: Analysis) -> pd.DataFrame:
    """``row`` (of a plot) with plan, clause and zone of every recorded parameter, once."""
    parts = pd.DataFrame(run.plan_parts)
    row_of = run.plots.index.get_indexer(pd.Index(parts["plot_id"]))
    key = pd.Index(parts.get("part_id", parts.index))
    named = pd.DataFrame(run.plan_parameters).dropna(subset=["plan_id", "clause_id"])
    named = named.assign(zone_name=_zones(named))[["part_id", *_CLAUSE]]
    codes = {name: pd.factorize(named[name]) for name in _CLAUSE}
    table = pd.DataFrame({name: code for name, (code, _) in codes.items()})
    table.insert(0, "row", row_of[key.get_indexer(pd.Index(named["part_id"]))])
    table = table.drop_duplicates(ignore_index=True)
    for name, (_, words) in codes.items():
        table[name] = np.asarray(words, dtype=object)[table[name]]
    return table
