"""Which plan governs where several are in force: the newer, parameter by parameter (pbl § 1-5).

A newer plan prevails over an older one where they conflict; where it is silent the older one
fills. An express provision can reverse this, and the user's table settles what only people can
(`rules.overrides`); hensynssone 910 alone is disputed, so both readings are kept
(`rules.readings`).
"""

from __future__ import annotations

import numpy as np
import pandas as pd

IN_FORCE_STATUS = 3  # planstatus: endelig vedtatt arealplan
#: Pipeline: begun, proposed, adopted with deferred effect. Newest first, as they will be adopted.
PROPOSED_STATUS = (1, 2, 6)
ON_THE_GROUND = 2  # vertikalnivå; kommuneplan areas carry none
BELOW_GROUND = 1

#: How detailed a plan is by plantype: detail, område, kommunedelplan, kommuneplan, region or state.
LEVEL_BY_TYPE = {
    **dict.fromkeys((30, 31, 32, 33, 35), 0),
    34: 1,
    21: 2,
    **dict.fromkeys((20, 22), 3),
    **dict.fromkeys((4, 10, 11, 12), 4),
}
LEVEL_BY_REGIME = {"rp2008": 0, "rp1985": 0, "kp2008": 3, "kp1985": 3}


def order(plan_areas: pd.DataFrame, plans: pd.DataFrame | None = None) -> pd.DataFrame:
    """Order plan areas by the plan that governs where they overlap.

    In force are areas on the ground (vertikalnivå 2 or missing) of plans with planstatus 3;
    a missing status counts as in force, with the reason ``plan_status_missing``. Plans that
    `with_proposals` marked count too, before all others. Plans are ordered by date in force
    (adopted where that is missing), newest first, unknown dates last; ties by level
    (detaljregulering before områderegulering before kommunedelplan before kommuneplan), then
    by ``plan_id``.

    Parameters
    ----------
    plan_areas : DataFrame, index ``area_id``
        ``plan_id``, ``regime_code``; ``vertical_level_code`` where known.
    plans : DataFrame, index ``plan_id``, optional
        ``plan_status_code``, ``plan_type_code``, ``in_force_date``, ``adopted_date`` where
        known; ``is_proposed`` from `with_proposals`.

    Returns
    -------
    DataFrame, index ``area_id``
        ``in_force`` (bool); ``stack_order`` (0 governs, all areas of a plan share it; NaN where
        not in force); ``governs_reason``: how the place was settled (``newer_plan``,
        ``proposed_plan``, ``plan_date_unknown``, ``plan_status_missing``), or why it is not in
        force (``plan_not_in_force``, ``not_on_ground``); ``date`` (NaT: unknown) and ``level``
        (0 the most detailed; NaN: unknown) that settled it, ``plan_status_code``. See
        `governs_reason` for a stack's winner.

    Examples
    --------
    >>> areas = pd.DataFrame(
    ...     {"plan_id": ["KPA", "R1"], "regime_code": ["kp2008", "rp2008"]}, index=["a", "b"])
    >>> plans = pd.DataFrame({"plan_status_code": 3, "in_force_date": ["2015-01-01", "2021-06-30"]},
    ...                      index=["KPA", "R1"])
    >>> order(areas, plans).stack_order.tolist()
    [1.0, 0.0]

    References
    ----------
    Plan- og bygningsloven § 1-5 second paragraph.
    """
    table = _plan_facts(plan_areas, plans)
    on_ground = table["vertical_level_code"].isna() | (
        table["vertical_level_code"] == ON_THE_GROUND
    )
    status, is_proposed = table["plan_status_code"], table["is_proposed"]
    in_force = on_ground & (status.isna() | (status == IN_FORCE_STATUS) | is_proposed)
    reason = pd.Series("newer_plan", index=table.index, dtype=object)
    reason[table["date"].isna()] = "plan_date_unknown"
    reason[status.isna()] = "plan_status_missing"
    reason[is_proposed] = "proposed_plan"
    reason[~in_force] = "plan_not_in_force"
    reason[~on_ground] = "not_on_ground"
    rank = _plan_rank(table[in_force])
    return pd.DataFrame(
        {
            "in_force": in_force,
            "stack_order": table["plan_id"].map(rank).where(in_force).astype(float),
            "governs_reason": reason,
            "date": table["date"],
            "level": table["level"],
            "plan_status_code": status,
        },
        index=plan_areas.index,
    )


def with_proposals(plans: pd.DataFrame | None) -> pd.DataFrame | None:
    """Plans with those under way (planstatus 1, 2, 6) marked to be read as adopted.

    Parameters
    ----------
    plans : DataFrame, index ``plan_id``, or None

    Returns
    -------
    DataFrame or None
        With ``is_proposed`` (bool), which `order` goes by: a proposal counts as the newest plan.

    Examples
    --------
    >>> plans = pd.DataFrame({"plan_status_code": [3, 2]}, index=["KPA", "P"])
    >>> with_proposals(plans).is_proposed.tolist()
    [False, True]
    """
    if plans is None or "plan_status_code" not in plans:
        return plans
    status = pd.to_numeric(plans["plan_status_code"], errors="coerce")
    return plans.assign(is_proposed=status.isin(PROPOSED_STATUS))


def governs_reason(part_stack: pd.DataFrame, ordered: pd.DataFrame) -> pd.Series:
    """Why the plan on top of each part's stack governs it.

    Parameters
    ----------
    part_stack : DataFrame
        ``part_id``, ``stack_order``, ``area_id``, ``plan_id``, every plan in force over the
        part; ``moved_by`` where `rules.overrides` settled it.
    ordered : DataFrame
        From `order`.

    Returns
    -------
    Series of text, index ``part_id``
        ``only_plan`` where the part has one plan; ``override`` or ``express_provision`` where
        that put the winner on top; ``same_date`` where it is no newer than the next;
        ``other_date_unknown`` where the next plan's date is unknown; else the `order` reason of
        the winner.

    Examples
    --------
    >>> stack = pd.DataFrame({"part_id": ["p:1", "p:1", "q:1"], "stack_order": [0, 1, 1],
    ...                       "area_id": ["b", "a", "a"], "plan_id": ["R1", "KPA", "KPA"]})
    >>> ordered = pd.DataFrame({"governs_reason": "newer_plan"}, index=["a", "b"])
    >>> governs_reason(stack, ordered).to_dict()
    {'p:1': 'newer_plan', 'q:1': 'only_plan'}
    """
    part, names = pd.factorize(part_stack["part_id"], sort=True)
    plan = pd.factorize(part_stack["plan_id"])[0]
    area = ordered.index.get_indexer(pd.Index(part_stack["area_id"]))
    by_place = np.lexsort((area, part_stack["stack_order"].to_numpy(dtype=float), part))
    part, plan, area = part[by_place], plan[by_place], area[by_place]
    first = np.searchsorted(part, np.arange(len(names)))
    # the next plan of each part, one past the last where there is none
    below = np.flatnonzero(plan != plan[first][part]) if len(part) else first
    second = np.full(len(names), len(part))
    np.minimum.at(second, part[below], below)
    has_second = second < len(part)
    winner, other = area[first], np.append(area, -1)[second]
    reason = ordered["governs_reason"].to_numpy(dtype=object)[winner]
    is_settled = reason == "newer_plan"
    reason[is_settled & ~has_second] = "only_plan"
    if "date" in ordered:
        dates_of = np.append(ordered["date"].to_numpy(dtype="datetime64[ns]"), np.datetime64("NaT"))
        reason[is_settled & has_second & np.isnat(dates_of[other])] = "other_date_unknown"
        reason[is_settled & (dates_of[winner] == dates_of[other])] = "same_date"
    if "moved_by" in part_stack:
        moved_by = part_stack["moved_by"].to_numpy(dtype=object)[by_place][first]
        reason = np.where(pd.isna(moved_by), reason, moved_by)
    return pd.Series(reason, index=pd.Index(names, name="part_id"), name="governs_reason")


def _plan_facts(plan_areas: pd.DataFrame, plans: pd.DataFrame | None) -> pd.DataFrame:
    """Status, level and date of the plan behind each area; null where unknown."""
    nothing = pd.DataFrame(index=pd.Index([], dtype=object))
    known = nothing if plans is None or plans.empty else plans
    known = known[~known.index.duplicated()]
    unknown = pd.Series(None, index=known.index, dtype=object)
    in_force, adopted = (
        dates(known.get(name, unknown)) for name in ("in_force_date", "adopted_date")
    )
    kind = pd.to_numeric(known.get("plan_type_code", unknown))
    of_plan = pd.DataFrame(
        {
            "plan_status_code": pd.to_numeric(known.get("plan_status_code", unknown)).astype(float),
            "is_proposed": known.get("is_proposed", unknown).eq(True),
            "level": kind.map(LEVEL_BY_TYPE).astype(float),
            "date": in_force.where(in_force.notna(), adopted),
        }
    )
    row = known.index.get_indexer(pd.Index(plan_areas["plan_id"], dtype=object))
    table = of_plan.reset_index(drop=True).reindex(np.where(row < 0, len(of_plan), row))
    table.index = plan_areas.index
    regime = plan_areas.get("regime_code", pd.Series(None, index=plan_areas.index, dtype=object))
    vertical = plan_areas.get("vertical_level_code", pd.Series(index=plan_areas.index, dtype=float))
    return table.assign(
        plan_id=plan_areas["plan_id"],
        is_proposed=table["is_proposed"].eq(True),
        level=table["level"].where(table["level"].notna(), regime.map(LEVEL_BY_REGIME)),
        vertical_level_code=pd.to_numeric(vertical),
    )


def dates(values: pd.Series) -> pd.Series:
    """Dates without zone: published ones may end in ``Z``; what is no date is unknown.

    Examples
    --------
    >>> dates(pd.Series(["2021-06-30Z", "soon"])).dt.year.tolist()
    [2021.0, nan]
    """
    plain = values.map(lambda v: v.removesuffix("Z") if isinstance(v, str) else v)
    stamps = pd.to_datetime(plain, errors="coerce", utc=True, format="mixed")
    return stamps.dt.tz_localize(None)


def newest_date(stated: object) -> str | None:
    """The newest of the dates that a config states for a layer (``as_of``); None where none is.

    Examples
    --------
    >>> newest_date("2024-06-30; 2023-01-01"), newest_date("last year"), newest_date(None)
    ('2024-06-30', None, None)
    """
    if stated is None:
        return None
    days = dates(pd.Series(str(stated).split(";")).str.strip()).dropna()
    return str(days.max().date()) if len(days) else None


def _plan_rank(in_force: pd.DataFrame) -> pd.Series:
    """Rank of each plan in force, 0 the newest; index ``plan_id``."""
    first = in_force.drop_duplicates("plan_id")
    # the earlier a proposal's stage, the later it will be adopted
    stage = first["plan_status_code"].where(first["is_proposed"], 99)
    newest = first.assign(stage=stage).sort_values("plan_id", kind="stable")
    newest = newest.sort_values(
        ["stage", "date", "level"],
        ascending=[True, False, True],
        na_position="last",
        kind="stable",
    )
    return pd.Series(range(len(newest)), index=newest["plan_id"])
