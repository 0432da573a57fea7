"""What plan maps and provisions say, as records of one shape: one an area or clause and figure.

In one plan the text prevails over the map where both give the same parameter, and a provision
that names a zone prevails over one that does not; different parameters of a plan hold together.
What neither says is filled from older plans (`rules.settled`), and last from Assumptions.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from boligplan_geo.rules.provisions import BASES, KEYS, as_read
from boligplan_geo.rules.utilisation import TYPES

#: Clause of what stands on the plan map and not in the text.
MAP_CLAUSE = "plankart"


def text(values: pd.Series) -> pd.Series:
    """Text with the empty string for what is not there."""
    return values.astype(object).where(values.notna(), "").astype(str)


def map_records(stack: pd.DataFrame, utilisation: pd.DataFrame | None) -> pd.DataFrame:
    """Utilisation of the plan map as records, one an area and figure."""
    if utilisation is None or not len(utilisation):
        return _empty_records()
    kind = utilisation["utilisation_type_code"].astype(int)
    plan_of = stack.drop_duplicates("area_id").set_index("area_id")["plan_id"]
    area = utilisation["area_id"].to_numpy()
    low = utilisation.get("utilisation_value_min", pd.Series(np.nan, index=utilisation.index))
    is_area_figure = kind.map({code: t.measure == "m2" for code, t in TYPES.items()}) == True  # noqa: E712
    records = pd.DataFrame(
        {
            "area_id": area,
            "plan_id": plan_of.reindex(area).to_numpy(),
            "parameter_code": ("utilisation_" + kind.astype(str)).to_numpy(),
            "value_min": low.to_numpy(dtype=float),
            "value_max": utilisation["utilisation_value"].to_numpy(dtype=float),
            # square metres are per field unless the provision says per plot (method § 1.4)
            "basis_code": np.where(is_area_figure, "field", "plot"),
            "source_code": "map",
            "clause_id": MAP_CLAUSE,
            "parameter_reason": None,
            "strength": 0,
            "zone_share_min": np.nan,
        }
    )
    records["field_id"] = records["plan_id"].astype(str) + "|" + records["area_id"].astype(str)
    for name in KEYS:
        records[name] = ""
    return records[records["plan_id"].notna()]


def height_records(heights: pd.DataFrame | None) -> pd.DataFrame:
    """Heights of the plan map as records, one an area and figure (`facts.plan._heights`)."""
    if heights is None or not len(heights):
        return _empty_records()
    records = heights[["area_id", "plan_id", "parameter_code", "value_max"]].assign(
        value_min=np.nan,
        basis_code="plot",
        source_code="map",
        clause_id=MAP_CLAUSE,
        parameter_reason=None,
        strength=0,
        zone_share_min=np.nan,
        field_id=None,
        **dict.fromkeys(KEYS, ""),
    )
    return records.drop_duplicates(ignore_index=True)


def provision_records(provisions: pd.DataFrame | None) -> pd.DataFrame:
    """Provisions as records; the more they name, the stronger they are in their own plan."""
    if provisions is None or not len(provisions):
        return _empty_records()
    table = as_read(provisions.reset_index(drop=True))
    zone = table["zone_code"].where(table["zone_code"] != "", table["zone_name"])
    named = {name: (table[name] != "").astype(int) for name in KEYS}
    return pd.DataFrame(
        {
            "area_id": None,
            "plan_id": table["plan_id"],
            "parameter_code": table["parameter_code"],
            "value_min": table["value_min"],
            "value_max": table["value_max"],
            "basis_code": table["basis_code"].where(table["basis_code"].isin(BASES), None),
            "source_code": "provision",
            "clause_id": table["clause_id"],
            "parameter_reason": table["provision_reason"],
            "strength": 1
            + 4 * named["zone_code"]
            + 2 * named["zone_name"]
            + named["land_use_code"],
            "field_id": (table["plan_id"] + "|" + zone).where(zone != "", None),
            "zone_share_min": table["zone_share_min"],
            **{name: table[name] for name in KEYS},
        }
    )


def _empty_records() -> pd.DataFrame:
    names = ["area_id", "plan_id", "parameter_code", "basis_code", "source_code", "clause_id"]
    names += ["parameter_reason", "field_id"]
    table = pd.DataFrame({name: pd.Series(dtype=object) for name in [*names, *KEYS]})
    return table.assign(value_min=0.0, value_max=0.0, strength=0, zone_share_min=np.nan)
