"""What plan maps and provisions say, as records of one shape: one an area or clause and figure."""

from __future__ import annotations

import numpy as np
import pandas as pd

from boligplan_geo.rules.utilisation import TYPES

#: Clause of what stands on the plan map and not in the text.
MAP_CLAUSE = "plankart"

_KEYS = ("zone_name", "land_use_code", "zone_code")


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
            "strength": 0,
        }
    )
    records["field_id"] = records["plan_id"].astype(str) + "|" + records["area_id"].astype(str)
    for name in _KEYS:
        records[name] = ""
    return records[records["plan_id"].notna()]


def provision_records(provisions: pd.DataFrame | None) -> pd.DataFrame:
    """Provisions as records; the more they name, the stronger they are in their own plan."""
    if provisions is None or not len(provisions):
        return _empty_records()
    table = provisions.reset_index(drop=True)
    keys = {
        name: text(table[name]) if name in table else pd.Series("", index=table.index)
        for name in _KEYS
    }
    basis = table.get("basis_code", pd.Series(None, index=table.index, dtype=object))
    zone = keys["zone_code"].where(keys["zone_code"] != "", keys["zone_name"])
    named = {name: (values != "").astype(int) for name, values in keys.items()}
    return pd.DataFrame(
        {
            "area_id": None,
            "plan_id": table["plan_id"].astype(object),
            "parameter_code": table["parameter_code"].astype(object),
            "value_min": _number(table, "value_min"),
            "value_max": _number(table, "value_max"),
            "basis_code": basis.where(basis.isin(["plot", "field"]), None),
            "source_code": "provision",
            "clause_id": table["clause_id"].astype(object),
            "strength": 1
            + 4 * named["zone_code"]
            + 2 * named["zone_name"]
            + named["land_use_code"],
            "field_id": (table["plan_id"].astype(str) + "|" + zone).where(zone != "", None),
            **keys,
        }
    )


def _number(table: pd.DataFrame, name: str) -> pd.Series:
    values = table[name] if name in table else pd.Series(np.nan, index=table.index)
    return pd.to_numeric(values).astype(float)


def _empty_records() -> pd.DataFrame:
    names = ["area_id", "plan_id", "parameter_code", "basis_code", "source_code", "clause_id"]
    table = pd.DataFrame({name: pd.Series(dtype=object) for name in [*names, "field_id", *_KEYS]})
    return table.assign(value_min=0.0, value_max=0.0, strength=0)
