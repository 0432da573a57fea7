"""What governs each plan part once zones and express provisions have had their say."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd

from boligplan_geo.facts.plan._tables import OF_AREA
from boligplan_geo.geometry import overlap_areas
from boligplan_geo.rules import overrides, precedence, purposes, readings
from boligplan_geo.rules.records import text

_DISPUTED = ("plan_id", "area_id", "zone_name", "land_use_code", "regime_code")
_EXEMPT = ("141", "142", "149")  # KpRestriksjonOmråde (pbl 1985): unntatt rettsvirkning
_BAN_GROUP = "forbud"
_DETAIL_PLAN = 35  # detaljregulering
_LASTS_YEARS = 10  # pbl § 12-4


def governed(
    plan_parts: gpd.GeoDataFrame,
    part_stack: pd.DataFrame,
    part_zones: pd.DataFrame | None,
    plan_areas: gpd.GeoDataFrame | None,
    plans: pd.DataFrame | None = None,
    *,
    plan_overrides: pd.DataFrame | None = None,
    as_of: str | None = None,
    zone_share_min: float = 0.5,
) -> tuple[gpd.GeoDataFrame, pd.DataFrame]:
    """Settle which plan governs each part, and say what stands against building by it now.

    A plan that is exempt from legal effect over a part leaves it to the others; the override
    table puts plans before others; where zone 910 is disputed the other reading stands beside.

    Parameters
    ----------
    plan_parts : GeoDataFrame, index ``part_id``
        From `facts.plan.parts` (or pieces, under the same name).
    part_stack : DataFrame
        From `facts.plan.parts`.
    part_zones : DataFrame, optional
        From `facts.plan.zones`; None: not given.
    plan_areas, plans, plan_overrides
        Layers of the municipality.
    as_of : str, optional
        The date on which a plan's age is measured, ISO; without it ages are unknown.
    zone_share_min : float
        Share of a part that a zone must cover.

    Returns
    -------
    plan_parts : GeoDataFrame, index ``part_id``
        As given, with what governs now, and
        ``disputed_`` ``plan_id area_id zone_name land_use_code regime_code``: what governs if
        zone 910 keeps the older plan (null where nothing is disputed);
        ``is_proposed``: the governing plan is a proposal;
        ``is_without_effect``: the only plan here is exempt from legal effect;
        ``has_parking_below``: a plan in force has parking below ground there (vertikalnivå 1);
        ``has_temporary_ban``: a ban on building (pbl § 13-1) lies over it;
        ``plan_age_years`` since adoption (in force where that is not known), ``is_private_plan``
        and ``is_over_ten_years``: a private detaljregulering older than ten years, by which no
        permission is given unless building has begun (pbl § 12-4). Null where unknown.
    part_stack : DataFrame
        Newest first by ``stack_order``, with ``law_order`` (before the table) and ``moved_by``.

    References
    ----------
    Plan- og bygningsloven §§ 1-5, 12-4, 13-1.
    """
    in_effect, alone = _in_effect(part_stack, part_zones, zone_share_min)
    stack = _in_order(in_effect, plan_overrides)
    areas = _areas(plan_areas)
    parts = plan_parts.copy()
    if len(stack) < len(part_stack) or stack["moved_by"].notna().any():
        _put_under_top(parts, stack, areas, precedence.order(plan_areas, plans))
    parts["is_without_effect"] = parts.index.isin(alone)
    parts.loc[parts["is_without_effect"], "governs_reason"] = "no_legal_effect"
    _add_other_reading(parts, stack, areas, part_zones, zone_share_min)
    parts["has_parking_below"] = _has_parking_below(parts, plan_areas, plans, zone_share_min)
    parts["has_temporary_ban"] = _is_banned(parts, part_zones, plan_areas, as_of, zone_share_min)
    _add_plan_facts(parts, plans, as_of)
    return parts, stack


def _in_effect(
    stack: pd.DataFrame, zones: pd.DataFrame | None, zone_share_min: float
) -> tuple[pd.DataFrame, pd.Index]:
    """The stack without plans that are exempt over a part; parts where nothing else is left."""
    is_exempt = readings.rows_under(stack, zones, _EXEMPT, zone_share_min, "restriksjon")
    if not is_exempt.any():
        return stack, pd.Index([])
    part = pd.factorize(stack["part_id"])[0]
    is_last = np.bincount(part, ~is_exempt)[part] == 0
    alone = pd.Index(stack["part_id"][is_exempt & is_last].unique())
    return stack[~is_exempt | is_last].reset_index(drop=True), alone


def _in_order(stack: pd.DataFrame, plan_overrides: pd.DataFrame | None) -> pd.DataFrame:
    """The stack by the override table, numbered from 0 for each part."""
    stack = stack.assign(law_order=stack["stack_order"])
    moved = overrides.moved(stack, plan_overrides)
    part = pd.factorize(stack["part_id"])[0]
    order = np.lexsort((moved.order, part))
    part = part[order]
    ranked = stack.iloc[order].reset_index(drop=True)
    ranked["stack_order"] = np.arange(len(part)) - np.searchsorted(part, part)
    ranked["moved_by"] = moved.moved_by[order]
    return ranked


def _areas(plan_areas: gpd.GeoDataFrame | None) -> pd.DataFrame:
    """Attributes of plan areas by ``area_id``; empty where the layer was not given."""
    if plan_areas is None:
        return pd.DataFrame(columns=list(OF_AREA), dtype=object)
    table = pd.DataFrame(plan_areas.drop(columns="geometry")).rename_axis("area_id")
    return table.assign(area_id=table.index).reindex(columns=list(OF_AREA))


def _top_area(stack: pd.DataFrame) -> pd.Series:
    """Area that goes first on each part."""
    first = stack.sort_values("stack_order", kind="stable").drop_duplicates("part_id")
    return first.set_index("part_id")["area_id"]


def _put_under_top(
    parts: gpd.GeoDataFrame, stack: pd.DataFrame, areas: pd.DataFrame, ordered: pd.DataFrame
) -> None:
    """Let parts say what goes first in their stack now, and why."""
    top = _top_area(stack).reindex(parts.index)
    is_new = (top.notna() & (top != parts["area_id"])).to_numpy(bool)
    for name in OF_AREA:
        parts.loc[is_new, name] = top[is_new].map(areas[name]).astype(parts[name].dtype)
    purpose = purposes.described(parts["regime_code"], parts["land_use_code"])
    parts["counts_as_plot"] = purpose["counts_as_plot"].eq(True)
    why = precedence.governs_reason(stack, ordered).reindex(parts.index)
    parts["governs_reason"] = why.where(top.notna(), "no_plan")


def _add_other_reading(
    parts: gpd.GeoDataFrame,
    stack: pd.DataFrame,
    areas: pd.DataFrame,
    part_zones: pd.DataFrame | None,
    zone_share_min: float,
) -> None:
    """What governs if zone 910 keeps the older plan, where that differs."""
    older = readings.zone_910(stack, part_zones, zone_share_min=zone_share_min)
    disputed = stack[older.is_disputed].assign(stack_order=older.order[older.is_disputed])
    other = _top_area(disputed)
    other = other[other != parts["area_id"].reindex(other.index)]
    row = parts.index.get_indexer(other.index)
    for name in _DISPUTED:
        column = np.full(len(parts), None, dtype=object)
        column[row] = _looked_up(other, areas[name])
        parts[f"disputed_{name}"] = pd.Series(column, index=parts.index, dtype=object)


def _looked_up(keys: pd.Series, values: pd.Series) -> pd.Series:
    """Value of each key; None where it has none."""
    found = keys.map(values)
    return found.astype(object).where(found.notna(), None)


def _has_parking_below(
    parts: gpd.GeoDataFrame,
    plan_areas: gpd.GeoDataFrame | None,
    plans: pd.DataFrame | None,
    share_min: float,
) -> np.ndarray:
    """Parts that parking below ground covers; what lies there says nothing of homes above."""
    found = np.zeros(len(parts), dtype=bool)
    if plan_areas is None or "vertical_level_code" not in plan_areas:
        return found
    level = pd.to_numeric(plan_areas["vertical_level_code"], errors="coerce")
    below = plan_areas[(level == precedence.BELOW_GROUND).to_numpy(bool)]
    # read as if on the ground, what is left is whether the plan is in force
    below = below[precedence.order(below.assign(vertical_level_code=np.nan), plans)["in_force"]]
    name = purposes.described(below["regime_code"], below["land_use_code"])["name_nb"]
    below = below[text(name).str.contains("parkering|garasje", case=False).to_numpy(bool)]
    if not len(below):
        return found
    i, _, area = overlap_areas(parts.geometry.to_numpy(), below.geometry.to_numpy())
    covered = np.bincount(i, weights=area, minlength=len(parts))
    return np.asarray(covered >= share_min * parts["area_m2"].to_numpy())


def _is_banned(
    parts: pd.DataFrame,
    zones: pd.DataFrame | None,
    plan_areas: gpd.GeoDataFrame | None,
    as_of: str | None,
    zone_share_min: float,
) -> pd.Series:
    """Whether a temporary ban lies over each part; null where no zones were given."""
    if zones is None or plan_areas is None:
        return pd.Series(None, index=parts.index, dtype=object)
    is_ban = text(zones["zone_group_code"]) == _BAN_GROUP
    is_ban |= text(zones["zone_type"]).str.contains("midlertidig forbud", case=False)
    if as_of and "until_date" in zones:
        ended = precedence.dates(zones["until_date"]) < pd.Timestamp(as_of)
        is_ban &= ~ended
    banned = zones.loc[is_ban & (zones["share"] >= zone_share_min), "part_id"]
    return pd.Series(parts.index.isin(banned), index=parts.index)


def _add_plan_facts(parts: gpd.GeoDataFrame, plans: pd.DataFrame | None, as_of: str | None) -> None:
    """Proposal, age and § 12-4 of the governing plan."""
    ages = _ages(plans, as_of)
    parts["plan_age_years"] = parts["plan_id"].map(ages["plan_age_years"]).astype(float)
    for name in ("is_private_plan", "is_over_ten_years"):
        parts[name] = _looked_up(parts["plan_id"], ages[name])
    parts["is_proposed"] = False
    if plans is not None and "is_proposed" in plans:
        proposed = plans.index[plans["is_proposed"].to_numpy(bool)]
        parts["is_proposed"] = parts["plan_id"].isin(proposed)


def _ages(plans: pd.DataFrame | None, as_of: str | None) -> pd.DataFrame:
    """Age and § 12-4 of each plan, index ``plan_id``; null where a date or proposer is unknown."""
    if plans is None or not len(plans):
        names = ["plan_age_years", "is_private_plan", "is_over_ten_years"]
        return pd.DataFrame(columns=names, dtype=object)
    known = plans[~plans.index.duplicated()]
    unknown = pd.Series(None, index=known.index, dtype=object)
    adopted, in_force = (
        precedence.dates(known.get(name, unknown)) for name in ("adopted_date", "in_force_date")
    )
    decided = adopted.where(adopted.notna(), in_force)
    today = pd.Timestamp(as_of) if as_of else pd.NaT
    kind = pd.to_numeric(known.get("plan_type_code", unknown), errors="coerce")
    private = known.get("is_private_proposal", unknown).astype(object)
    lapses = pd.to_datetime(decided.map(lambda day: day + pd.DateOffset(years=_LASTS_YEARS)))
    # one no settles it: not a detaljregulering, not private, or not ten years old
    asked = pd.DataFrame(
        {
            "detail": (kind == _DETAIL_PLAN).astype(object).where(kind.notna(), None),
            "private": private.where(private.isin([True, False]), None),
            "old": (lapses <= today).astype(object).where(decided.notna() & bool(as_of), None),
        }
    )
    over = pd.Series(None, index=known.index, dtype=object)
    over[asked.eq(True).all(axis=1)] = True
    over[asked.eq(False).any(axis=1)] = False
    return pd.DataFrame(
        {
            "plan_age_years": (today - decided).dt.days / 365.25,
            "is_private_plan": asked["private"],
            "is_over_ten_years": over,
        }
    )
