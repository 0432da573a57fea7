"""Figures of plans settled on parts: the strictest of several, and a field's budget shared."""

from __future__ import annotations

import numpy as np
import pandas as pd

from boligplan_geo.rules.utilisation import LEVELS


def strictest(rows: pd.DataFrame, count: int, *, is_limit: bool) -> tuple[np.ndarray, np.ndarray]:
    """Strictest low, mid, high of each part over its rows and readings, and the clause of mid.

    A limit is strict where small, a need (`is_limit` False) where large.
    """
    sign = 1.0 if is_limit else -1.0
    values = np.full((2, 3, count), np.nan)
    is_910 = (rows["reading_code"] == "zone_910").to_numpy()
    signed = (rows[list(LEVELS)] * sign).assign(part=rows["part"], clause=rows["clause_id"])
    for reading, chosen in enumerate((~is_910, is_910)):
        least = signed[chosen].groupby("part")[list(LEVELS)].min()
        values[reading][:, least.index] = least.to_numpy().T
    newer, other = values
    low, high = np.fmin(newer[0], other[0]), np.fmax(newer[2], other[2])
    mid = np.where(np.isnan(newer[1]), other[1], newer[1])
    first = signed[~is_910 & signed["mid"].notna().to_numpy()].sort_values("mid", kind="stable")
    first = first.drop_duplicates("part")
    clause = np.full(count, None, dtype=object)
    clause[first["part"].to_numpy()] = first["clause"].to_numpy(dtype=object)
    return sign * np.stack([low, mid, high]), clause


def share_of_field(rows: pd.DataFrame, amount: pd.DataFrame, area_m2: np.ndarray,
                   standing: np.ndarray) -> pd.DataFrame:  # fmt: skip
    """A part's share of a figure that is given per field, low, mid and high.

    What stands stays where it stands; the rest of the budget is shared by area. Where more
    stands than the budget, each part keeps its share of the budget by what stands on it. The
    shares of a field sum to the budget. A basis that is not said is an interval: low and mid
    read the figure per field, high per plot.
    """
    part = rows["part"].to_numpy()
    keys = [rows[name].astype(str) for name in ("field_id", "parameter_code", "clause_id")]
    keys.append(rows["reading_code"])
    # where what stands is unknown, the figure is shared by area alone
    stands = pd.Series(np.nan_to_num(standing[part]), index=rows.index)
    area = pd.Series(area_m2[part], index=rows.index)
    field_stands, field_area = (s.groupby(keys).transform("sum") for s in (stands, area))
    shared = {}
    for level in LEVELS:
        budget = amount[level]
        kept = stands * (budget / field_stands.where(field_stands > 0)).clip(upper=1).fillna(0.0)
        shared[level] = kept + (budget - field_stands).clip(lower=0) * area / field_area
    table = pd.DataFrame(shared)
    is_plot = rows["basis_code"] == "plot"
    table = table.where(~is_plot, amount)
    table["high"] = table["high"].mask(~is_plot & (rows["basis_code"] != "field"), amount["high"])
    return table
