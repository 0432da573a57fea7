"""Where the law is disputed: the order of plans if zone 910 keeps the older one."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from boligplan_geo.rules.records import text

KEEPS_OLDER = "910"  # reguleringsplan skal fortsatt gjelde


class Older(NamedTuple):
    """The other reading under zone 910.

    Attributes
    ----------
    order : array of float
        Order of each stack row; the plan that has the zone comes last.
    is_disputed : array of bool
        Rows of parts where the two readings differ.
    """

    order: np.ndarray
    is_disputed: np.ndarray


def zone_910(
    stack: pd.DataFrame, part_zones: pd.DataFrame | None, *, zone_share_min: float = 0.5
) -> Older:
    """Order of plans where zone 910 lets an older reguleringsplan prevail.

    By KDD's interpretation of 15.05.2025 the zone alone is no exception from pbl § 1-5; others
    read it as one. Only a zone of a plan that governs before a reguleringsplan disputes
    anything.

    Parameters
    ----------
    stack : DataFrame
        ``part_id``, ``plan_id``, ``regime_code``, ``stack_order``.
    part_zones : DataFrame, optional
        ``part_id``, ``plan_id``, ``zone_code``, ``share`` of the part.
    zone_share_min : float
        Share of a part that the zone must cover.

    Returns
    -------
    Older

    Examples
    --------
    >>> stack = pd.DataFrame({"part_id": "p:1", "plan_id": ["KPA", "R1"], "stack_order": [0, 1],
    ...                       "regime_code": ["kp2008", "rp1985"]})
    >>> zones = pd.DataFrame({"part_id": ["p:1"], "plan_id": "KPA", "zone_code": "910", "share": 1})
    >>> other = zone_910(stack, zones)
    >>> bool(other.order[1] < other.order[0]), other.is_disputed.tolist()
    (True, [True, True])

    References
    ----------
    Plan- og bygningsloven § 1-5 and § 11-8 f.
    """
    order = stack["stack_order"].to_numpy(dtype=float)
    is_zoned = rows_under(stack, part_zones, (KEEPS_OLDER,), zone_share_min)
    if not is_zoned.any():
        return Older(order, np.zeros(len(stack), dtype=bool))
    part = pd.factorize(stack["part_id"])[0]
    is_detail = text(stack["regime_code"]).str.startswith("rp").to_numpy()
    first_zoned = np.full(part.max() + 1, np.inf)
    np.minimum.at(first_zoned, part[is_zoned], order[is_zoned])
    is_below = is_detail & ~is_zoned & (order > first_zoned[part])
    is_disputed = (np.bincount(part, is_below) > 0)[part]
    last = len(stack) + 1.0  # after every plan, whatever moved them
    return Older(order + np.where(is_disputed & is_zoned, last, 0.0), is_disputed)


def rows_under(
    stack: pd.DataFrame,
    part_zones: pd.DataFrame | None,
    zone_codes: tuple[str, ...],
    zone_share_min: float,
    zone_group_code: str = "",
) -> np.ndarray:
    """Stack rows whose own plan has one of the zones over the part.

    Examples
    --------
    >>> stack = pd.DataFrame({"part_id": ["p:1", "p:1"], "plan_id": ["KPA", "R1"]})
    >>> zones = pd.DataFrame({"part_id": ["p:1"], "plan_id": "KPA", "zone_code": "910", "share": 1})
    >>> rows_under(stack, zones, ("910",), 0.5).tolist()
    [True, False]
    """
    if part_zones is None or not len(part_zones):
        return np.zeros(len(stack), dtype=bool)
    asked = text(part_zones["zone_code"]).isin(zone_codes) & (part_zones["share"] >= zone_share_min)
    if zone_group_code:
        asked &= text(part_zones["zone_group_code"]) == zone_group_code
    zones = part_zones.loc[asked.to_numpy(bool), ["part_id", "plan_id"]].astype(object)
    row = np.flatnonzero(stack["part_id"].isin(zones["part_id"].unique()))
    own = stack[["part_id", "plan_id"]].iloc[row].astype(object)
    has_zone = pd.MultiIndex.from_frame(own).isin(pd.MultiIndex.from_frame(zones))
    is_under = np.zeros(len(stack), dtype=bool)
    is_under[row] = has_zone
    return is_under
