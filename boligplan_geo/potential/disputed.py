"""Homes that only the disputed reading of zone 910 gives: high holds them, low and mid do not.

By KDD's interpretation of 15.05.2025 the newer plan goes first although it has the zone. Where it
permits no homes and the older plan does, homes are counted once more as if the older plan held.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from boligplan_geo.potential.plan_rules.assumed import HOUSING_NOW
from boligplan_geo.rules import purposes


def is_any(parts: pd.DataFrame) -> bool:
    """Whether the older plan permits homes on any part where the newer does not."""
    return bool(_only_in_other(parts).any())


def _only_in_other(parts: pd.DataFrame) -> np.ndarray:
    """Parts on which the other reading of zone 910 permits homes and the newer plan does not."""
    code = parts.get("disputed_land_use_code")
    if code is None or code.isna().all():
        return np.zeros(len(parts), dtype=bool)
    asked = np.flatnonzero(code.notna().to_numpy())
    some = parts.iloc[asked]
    own = purposes.described(some["regime_code"], some["land_use_code"])
    other = purposes.described(some["disputed_regime_code"], some["disputed_land_use_code"])
    carries = own["housing"].isin(HOUSING_NOW) & some["counts_as_plot"].eq(True)
    found = np.zeros(len(parts), dtype=bool)
    found[asked] = (
        other["housing"].isin(HOUSING_NOW) & other["counts_as_plot"].eq(True) & ~carries
    ).to_numpy(bool)
    return found


def other_reading(parts: pd.DataFrame, recorded: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Parts and figures as they are if the older plan holds where only it permits homes.

    Parameters
    ----------
    parts : DataFrame, index ``part_id``
        With ``disputed_`` columns from `facts.plan.governed`.
    recorded : DataFrame
        From `rules.settled.parameters`, in both readings.

    Returns
    -------
    parts : DataFrame
        Parts of the plots concerned, those in question under the older plan's purpose.
    recorded : DataFrame
        Their figures: those of the older reading where that holds.
    """
    is_other = _only_in_other(parts)
    rows = np.unique(parts["row"].to_numpy()[is_other])
    kept = np.isin(parts["row"].to_numpy(), rows)
    parts, is_other = parts[kept].copy(), is_other[kept]
    for name in ("plan_id", "zone_name", "land_use_code", "regime_code"):
        theirs = parts.get(f"disputed_{name}")
        if theirs is not None and name in parts:
            parts[name] = parts[name].astype(object).mask(is_other, theirs)
    parts["counts_as_plot"] = parts["counts_as_plot"].eq(True) | is_other
    is_settled = recorded["part_id"].isin(parts.index[is_other]).to_numpy(bool)
    is_910 = recorded["reading_code"].eq("zone_910").to_numpy(bool)
    recorded = recorded[(is_910 | ~is_settled) & recorded["part_id"].isin(parts.index)]
    is_settled = recorded["part_id"].isin(parts.index[is_other])
    return parts, recorded.assign(reading_code=recorded["reading_code"].mask(is_settled, "newer"))


def with_other_reading(derived: pd.DataFrame, other: pd.DataFrame) -> pd.DataFrame:
    """Plan homes with what the other reading adds to high.

    Parameters
    ----------
    derived, other : DataFrame, index ``plot_id``
        Inputs and formulas of plan homes by the newer plan, and by `other_reading`.

    Returns
    -------
    DataFrame
        With ``plan_disputed_high_count``, and high with it. What the other reading leaves unknown
        adds nothing.
    """
    homes, more = "potential_plan_homes_high_count", "plan_disputed_high_count"
    is_housing = derived["plan_housing_plot_m2"] > 0
    own = derived[homes].where(is_housing, 0.0)
    is_asked = other["plan_housing_plot_m2"] > 0
    added = (other[homes].where(is_asked) - own).clip(lower=0.0).fillna(0.0)
    return derived.assign(**{more: added, homes: own + added})
