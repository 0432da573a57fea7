"""Names of purposes and building types in the language of who reads them."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from boligplan_geo.errors import texts
from boligplan_geo.result import Analysis
from boligplan_geo.rules.purposes import purposes


def in_language(run: Analysis, language: str) -> Analysis:
    """The run with names of purposes and building types in the reader's language, codes as are."""
    run = replace(run, buildings=_building_types(run.buildings, language))
    keys = ["plan_regime_code", "plan_land_use_code"]
    if not {*keys, "plan_land_use_name"} <= set(run.plots):
        return run
    names = purposes()[f"name_{language}"].dropna()
    named = names.reindex(pd.MultiIndex.from_frame(run.plots[keys].astype(object)))
    named = pd.Series(named.to_numpy(dtype=object), index=run.plots.index)
    stands = run.plots["plan_land_use_name"].astype(object)
    plots = run.plots.assign(plan_land_use_name=named.where(named.notna(), stands))
    return replace(run, plots=plots)


def _building_types(buildings: pd.DataFrame, language: str) -> pd.DataFrame:
    """Buildings with the name of their type; what has no name there stays as it is."""
    if not {"building_type_code", "building_type"} <= set(buildings):
        return buildings
    words = {code: row[language] for code, row in texts("building_types").items()}
    code = pd.to_numeric(buildings["building_type_code"], errors="coerce").astype("Int64")
    named = code.astype("string").map(words)
    stands = buildings["building_type"].astype(object)
    return buildings.assign(building_type=named.astype(object).where(named.notna(), stands))
