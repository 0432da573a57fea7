"""What the rules share: the exported tables, their keys, and how figures are compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pandas as pd

SUM_CLOSES = 1e-6  # sums, relative
SHOWN_IDS = 5

KEYS = {
    "plots": "plot_id",
    "sites": "site_id",
    "centres": "centre_id",
    "districts": "district_id",
    "witnesses": "witness_id",
    "plan_parts": "part_id",
    "constraint_losses": "plot_id",
    "witness_parts": "witness_id",
    "centre_catchments": "centre_id",
    "account": "step",
    "plan_parameters": "part_id",
    "clauses": "plan_id",
    "plans": "plan_id",
    "fields": "field_id",
    "buildings": "building_id",
    "boundaries": "boundary_id",
    "building_lines": "line_id",
    "constraint_areas": "layer",
    "score_points": "score_code",
    "alternatives": "plot_id",
}
Tables = Mapping[str, pd.DataFrame]
Manifest = Mapping[str, Any]
Check = Callable[[Tables, Manifest], Iterator[str]]


def same(one: float | None, other: float | None) -> bool:
    """Equal to the contract's relative tolerance; unknown equals unknown only."""
    if one is None or pd.isna(one) or other is None or pd.isna(other):
        return bool((one is None or pd.isna(one)) and (other is None or pd.isna(other)))
    return abs(one - other) <= SUM_CLOSES * max(1.0, abs(other))


def told_ids(ids: Any) -> str:
    """How many ids, and the first five of them."""
    listed = [str(i) for i in ids]
    more = ", …" if len(listed) > SHOWN_IDS else ""
    return f" ({len(listed)}: {', '.join(listed[:SHOWN_IDS])}{more})"
