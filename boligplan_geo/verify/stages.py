"""Rules of what homes rest on: known land, stages of readiness, steps, and what stands."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd
import shapely

from boligplan_geo.verify.tables import SUM_CLOSES, Manifest, Tables, told_ids

STEPS = ("bya_point", "storey", "unit", "parking")
FOOTPRINT_CLOSES_M2 = 0.01
#: What leaves it unknown whether zones take land: such land is no one's sure home.
_UNKNOWN_LAND = r"layer_missing|analysed_areas_missing|outside_analysed_area|storm_surge_unknown"


def unknown_land(tables: Tables, manifest: Manifest) -> Iterator[str]:
    """Where it is unknown what zones take of the land, low is none; complete says the same."""
    plots = tables["plots"].set_index("plot_id")
    is_unknown = plots["constraint_reason"].astype("string").str.contains(_UNKNOWN_LAND).eq(True)
    off = is_unknown & (plots["potential_plan_homes_low_count"] > 0)
    if off.any():
        yield f"homes low on land where zones are unknown{told_ids(plots.index[off])}"
    complete = plots["constraint_is_complete"]
    off = complete.notna() & is_unknown & complete.eq(True)
    if off.any():
        yield f"constraint_is_complete where zones are unknown{told_ids(plots.index[off])}"


def steps(tables: Tables, manifest: Manifest) -> Iterator[str]:
    """Homes come whole, at every stage; one step more of a rule never takes homes away."""
    plots = tables["plots"].set_index("plot_id")
    whole = [f"potential_{stage}_homes_count" for stage in ("now", "after_phasing", "after_plan")]
    whole += [f"potential_plan_homes_{level}_count" for level in ("low", "mid", "high")]
    whole += [f"potential_gain_{step}_homes_count" for step in STEPS]
    for name in whole:
        figures = plots[name].to_numpy("float64")
        off = np.abs(figures - np.round(figures)) > SUM_CLOSES
        if off.any():
            yield f"{name} is not in whole homes{told_ids(plots.index[off])}"
        off = figures < 0
        if off.any():
            yield f"{name} is below none{told_ids(plots.index[off])}"
    later = plots[["potential_after_phasing_homes_count", "potential_after_plan_homes_count"]]
    off = (later.sum(axis=1) > 0) != plots["potential_when_clause_id"].notna()
    if off.any():
        yield f"homes wait without a clause, or a clause without homes{told_ids(plots.index[off])}"


def buildings(tables: Tables, manifest: Manifest) -> Iterator[str]:
    """Footprints that stand, cut by the plots here, make built_bya_m2."""
    table, plots = tables["buildings"], tables["plots"]
    twice = table["building_id"][table["building_id"].duplicated() | table["building_id"].isna()]
    if len(twice):
        yield f"building_id is null or occurs twice{told_ids(twice)}"
    footprint = pd.Series(shapely.area(np.asarray(table["geometry"])), index=table.index)
    off = (footprint - table["bya_m2"].astype(float)).abs() > FOOTPRINT_CLOSES_M2
    if off.any():
        yield f"bya_m2 is not the area of the footprint{told_ids(table['building_id'][off])}"
    if not len(table):  # a result may be without them
        return
    standing = np.asarray(table.loc[table["stage_code"] == "standing", "geometry"])
    ground = np.asarray(plots["geometry"])
    one, plot = shapely.STRtree(ground).query(standing, predicate="intersects")
    cut = shapely.area(shapely.intersection(standing[one], ground[plot]))
    measured = np.bincount(plot, weights=cut, minlength=len(plots))
    off = np.abs(measured - plots["built_bya_m2"].to_numpy("float64")) > FOOTPRINT_CLOSES_M2
    if off.any():
        yield f"footprints do not sum to built_bya_m2{told_ids(plots['plot_id'][off])}"
    members = table["plot_ids"].dropna().astype(str).str.split(";").explode()
    strangers = members[~members.isin(plots["plot_id"])]
    if len(strangers):
        yield f"buildings on plots that are not there{told_ids(strangers)}"
