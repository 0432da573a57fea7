"""Storeys: what a plan permits in storeys or in height, else what is usual; the strictest holds."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from boligplan_geo.assumptions import Assumptions
from boligplan_geo.potential.plan_rules.assumed import assumed, assumed_clause
from boligplan_geo.potential.plan_rules.recorded import (
    Floats,
    Recorded,
    clause_of,
    limits,
    parts_with,
    strictest,
)
from boligplan_geo.rules import formulas

#: Storeys from a regulated height, ``{height_m}`` of eaves (gesims) or ridge (møne). A ridge is
#: read with its roof for low and mid, and with a lived-in roof for high.
STOREYS_OF = {
    "eaves": "max(1, floor(height_m / storey_m))",
    "ridge": "max(1, floor((height_m - roof_m) / storey_m))",
}
#: What is cited where airport surfaces leave less height than the plan.
AIRPORT_CLAUSE = "H190"
#: Parameters of height: what they measure, and whether from the sea (kote) or the terrain.
HEIGHTS = {
    "eaves_height_max_m": ("eaves", False),
    "ridge_height_max_m": ("ridge", False),
    "eaves_kote_max_m": ("eaves", True),
    "ridge_kote_max_m": ("ridge", True),
}


def storeys(
    recorded: Recorded,
    dwelling_type: pd.Series,
    elevation_m: Floats,
    airport_m: Floats,
    assumptions: Assumptions,
    *,
    is_airport_unknown: np.ndarray | None = None,
) -> dict[str, np.ndarray]:
    """Storeys that may be built on each part, low, mid and high.

    Regulated storeys and regulated heights hold together, so the strictest counts. Where a plan
    regulates neither, what is usual for the dwelling type is assumed; low then keeps to the
    height that pbl § 29-4 permits without a plan.

    Parameters
    ----------
    recorded : Recorded
    dwelling_type : Series of text, one a part
    elevation_m : array of float, one a part
        Elevation of the plot's land, that a kote is counted from; NaN where unknown: then the
        kote sets no limit here, and the cause says so.
    airport_m : array of float, one a part
        Height above the ground that airport surfaces leave; NaN where there is none.
    assumptions : Assumptions
    is_airport_unknown : array of bool, one a part, optional
        Whether such a surface lies over the part at a height that is not known: low is then one
        storey, mid and high are not limited by it, and the cause says so.

    Returns
    -------
    dict of name to array, one a part
        ``storeys_<level>_count``, ``storeys_clause_id``, ``cause:storeys_assumed``,
        ``cause:storeys_from_height``, ``cause:terrain_unknown``, ``cause:height_cap_unknown``.
    """
    count = recorded.parts_count
    own = recorded.of("storeys_max")
    levels = limits(own)
    settled = strictest(own, levels, count, is_limit=True)
    clause = clause_of(own, levels[1], settled[1])
    from_height = np.zeros(count, dtype=bool)
    without_terrain = np.zeros(count, dtype=bool)
    for parameter, (kind, is_kote) in HEIGHTS.items():
        if not recorded.has(parameter):
            continue
        rows = recorded.of(parameter)
        base = elevation_m[rows.part] if is_kote else 0.0
        found = _storeys_of(kind, limits(rows) - base, assumptions)
        of_height = strictest(rows, found, count, is_limit=True)
        is_stricter = of_height[1] < np.where(np.isnan(settled[1]), np.inf, settled[1])
        clause = np.where(is_stricter, clause_of(rows, found[1], of_height[1]), clause)
        from_height |= ~np.isnan(of_height[1]) & ~(of_height[1] > settled[1])
        settled = np.fmin(settled, of_height)
        without_terrain |= parts_with(rows, np.isnan(found[1]), count)
    silent = np.isnan(settled[1])
    clause = np.where(silent, assumed_clause(dwelling_type, "storeys_{}_count"), clause)
    settled = np.where(np.isnan(settled), _usual(dwelling_type, assumptions), settled)
    below_aircraft = _storeys_of("eaves", np.broadcast_to(airport_m, (3, count)), assumptions)
    is_capped = below_aircraft[1] < settled[1]
    settled = np.fmin(settled, below_aircraft)
    no_height = np.zeros(count, dtype=bool) if is_airport_unknown is None else is_airport_unknown
    settled[0] = np.where(no_height, np.fmin(settled[0], 1.0), settled[0])
    return {
        **dict(zip(("storeys_low_count", "storeys_mid_count", "storeys_high_count"), settled,
                   strict=True)),
        "storeys_clause_id": np.where(is_capped, AIRPORT_CLAUSE, clause),
        "cause:storeys_assumed": silent & ~is_capped,
        "cause:storeys_from_height": from_height | is_capped,
        "cause:terrain_unknown": without_terrain,
        "cause:height_cap_unknown": no_height,
    }  # fmt: skip


def _storeys_of(kind: str, height_m: Floats, assumptions: Assumptions) -> Floats:
    """Storeys within a height at each level: low with high storeys, high with low ones."""
    spread = assumptions.storey_height_spread_share
    found = []
    for height, sign, has_roof in zip(height_m, (1, 0, -1), (True, True, False), strict=True):
        inputs: Mapping[str, object] = {
            "height_m": height,
            "storey_m": assumptions.storey_height_m * (1 + sign * spread),
            "roof_m": assumptions.roof_height_m if has_roof else 0.0,
        }
        found.append(formulas.evaluate(STOREYS_OF[kind], inputs))
    return np.stack(found)


def _usual(dwelling_type: pd.Series, assumptions: Assumptions) -> Floats:
    """What is usual where a plan says nothing; low keeps to § 29-4."""
    usual = assumed(dwelling_type, assumptions, "storeys_{}_count")
    spread = assumptions.storeys_spread_count
    low = np.maximum(np.minimum(usual, 1), usual - spread)
    unplanned = formulas.evaluate(
        STOREYS_OF["eaves"],
        {
            "height_m": assumptions.eaves_height_without_plan_m,
            "storey_m": assumptions.storey_height_m,
        },
    )
    return np.stack([np.minimum(low, unplanned), usual, usual + spread])
